//! A file of invented people as a large CRM exports them: twenty columns, the same bytes for the same number of rows.

use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::{Context, Result};

/// Numbers that look random and are the same on every machine (Steele, Lea and Flood: SplitMix64).
struct Draws(u64);

impl Draws {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[usize::try_from(self.below(words.len() as u64)).unwrap_or(0)]
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
}

const HEADER: &str = "Record ID,First Name,Last Name,Email,Mobile Phone,Home Phone,Company Name,Job Title,Street,City,Country,\
Lead Status,Lead Source,Budget,Bedrooms,Created Date,Last Contacted,Birthday,Tags,Notes";

const GIVEN: &[&str] = &[
    "Meera",
    "Arjun",
    "Kavya",
    "Rohan",
    "Isha",
    "Vikram",
    "Ananya",
    "Karan",
    "Nisha",
    "Dev",
    "Layla",
    "Omar",
    "Fatima",
    "Yusuf",
    "Sara",
    "Khalid",
    "Emma",
    "Liam",
    "Olivia",
    "Noah",
    "Amelia",
    "Jack",
    "Charlotte",
    "Harry",
    "Sof\u{ed}a",
    "Mateo",
    "Zo\u{eb}",
    "J\u{fc}rgen",
    "Chlo\u{e9}",
    "Tariq",
    "Priya",
    "Neel",
];
const FAMILY: &[&str] = &[
    "Rao",
    "Iyer",
    "Mehta",
    "Nair",
    "Kapoor",
    "Shetty",
    "Reddy",
    "Gill",
    "Bose",
    "Chawla",
    "Haddad",
    "Mansour",
    "Al Farsi",
    "Qureshi",
    "Smith",
    "Taylor",
    "O'Brien",
    "Walker",
    "Hughes",
    "Garc\u{ed}a",
    "M\u{fc}ller",
    "Dubois",
    "Fernandes",
    "Pinto",
    "Wadia",
    "Saxena",
    "Trivedi",
    "Menon",
];
const PLACES: &[(&str, &str)] = &[
    ("Mumbai", "India"),
    ("Pune", "India"),
    ("Bengaluru", "India"),
    ("Dubai", "United Arab Emirates"),
    ("Abu Dhabi", "United Arab Emirates"),
    ("London", "United Kingdom"),
    ("New York", "United States"),
    ("Singapore", "Singapore"),
];
const FIRMS: &[&str] =
    &["Harbour", "Lotus", "Granite", "Banyan", "Meridian", "Cedar", "Orchid", "Falcon", "Summit", "Coral"];
const KINDS: &[&str] = &["Holdings", "Traders", "Textiles", "Realty", "Foods LLC", "Logistics", "Labs", "Partners"];
const TITLES: &[&str] =
    &["Director", "Owner", "Sales Manager", "Doctor", "Engineer", "Founder", "Architect", "CFO", "Teacher"];
const STATUS: &[&str] = &["New", "Contacted", "Qualified", "Site visit", "Negotiation", "Won", "Lost", "Dormant"];
const SOURCES: &[&str] =
    &["Website", "Referral", "99acres", "Property Finder", "Walk-in", "Exhibition", "Instagram", "Cold call"];
const TAGS: &[&str] = &["nri", "investor", "vip", "end user", "sea view", "urgent", "cash", "resale"];
const BUDGETS: &[&str] =
    &["1.5 Cr", "85 L", "2.75-3.44 Cr", "AED 2.3M", "3 Cr", "45 L", "$1.2M", "\u{20b9}1,25,00,000", "5 Cr+", "900000"];
const STREETS: &[&str] =
    &["Palm Road", "Lake View Street", "Hill Lane", "Marine Drive", "Station Road", "Garden Avenue", "Canal Walk"];
const SENTENCES: &[&str] = &[
    "Wants a flat with a sea view on a high floor",
    "Called back twice, prefers evenings",
    "Will decide after the site visit next month",
    "Asked for the payment plan and the brochure",
    "Looking for a rental yield above five percent",
    "Family of four, school nearby is a must",
    "Said \"not before Diwali\" and asked to be left alone until then",
    "Met at the exhibition; interested in two units",
    "Needs parking for two cars",
];

/// Writes the file.
///
/// # Errors
/// When it can't be written.
pub fn write(file: &Path, rows: u64) -> Result<()> {
    write_others(file, rows, 0)
}

/// Writes people whom no file of another `seed` has, nor one of [`write`].
///
/// # Errors
/// When it can't be written.
pub fn write_others(file: &Path, rows: u64, seed: u64) -> Result<()> {
    let unfinished = file.with_extension("part");
    let out = std::fs::File::create(&unfinished).with_context(|| unfinished.display().to_string())?;
    let mut out = BufWriter::with_capacity(1 << 20, out);
    let mut draws = Draws(20_260_521 ^ seed);
    out.write_all(HEADER.as_bytes())?;
    out.write_all(b"\r\n")?;
    for row in 0..rows {
        person(&mut out, &mut draws, seed * rows + row)?;
    }
    out.flush()?;
    std::fs::rename(&unfinished, file).with_context(|| file.display().to_string())
}

fn person(out: &mut impl Write, draws: &mut Draws, row: u64) -> Result<()> {
    let (given, family) = (draws.of(GIVEN), draws.of(FAMILY));
    let (city, country) = PLACES[usize::try_from(draws.below(PLACES.len() as u64)).unwrap_or(0)];
    write!(out, "HC-{:07},{given},{family},", 1_000_000 + row)?;
    if draws.chance(92) {
        let domain = draws.of(&["mail.example", "rao.example", "post.example.com", "example.org", "inbox.example.net"]);
        let ascii = |name: &str| name.chars().filter(char::is_ascii_alphabetic).collect::<String>().to_lowercase();
        write!(out, "{}.{}{}@{domain}", ascii(given), ascii(family), draws.below(100_000))?;
    }
    out.write_all(b",")?;
    phone(out, draws, country, 95)?;
    phone(out, draws, country, 25)?;
    if draws.chance(60) {
        write!(out, "{} {}", draws.of(FIRMS), draws.of(KINDS))?;
    }
    write!(out, ",{},", if draws.chance(70) { draws.of(TITLES) } else { "" })?;
    write!(out, "\"{} {}, Flat {}\",", 1 + draws.below(400), draws.of(STREETS), 1 + draws.below(90))?;
    write!(out, "{city},{country},{},{},", draws.of(STATUS), draws.of(SOURCES))?;
    let budget = if draws.chance(80) { draws.of(BUDGETS) } else { "" };
    if budget.contains(',') {
        write!(out, "\"{budget}\",")?
    } else {
        write!(out, "{budget},")?
    }
    write!(out, "{},", draws.of(&["1", "2", "3", "4", "2 BHK", "3 BHK", "Studio", ""]))?;
    let (year, month, day) = (2015 + draws.below(11), 1 + draws.below(12), 1 + draws.below(28));
    write!(out, "{year}-{month:02}-{day:02},")?;
    if draws.chance(80) {
        let (month, day) = (1 + draws.below(12), 1 + draws.below(28));
        let (hour, minute, second) = (draws.below(24), draws.below(60), draws.below(60));
        write!(out, "2025-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")?;
    }
    out.write_all(b",")?;
    if draws.chance(40) {
        write!(out, "{:02}/{:02}/{}", 1 + draws.below(28), 1 + draws.below(12), 1950 + draws.below(55))?;
    }
    out.write_all(b",")?;
    match draws.below(3) {
        0 => {}
        1 => write!(out, "{}", draws.of(TAGS))?,
        _ => write!(out, "{};{}", draws.of(TAGS), draws.of(TAGS))?,
    }
    out.write_all(b",")?;
    note(out, draws)?;
    out.write_all(b"\r\n")?;
    Ok(())
}

/// Where the ranges kept for fiction in the United Kingdom begin, a thousand numbers each: so few of a million people share
/// one that looking at each of them is not what is measured.
const UNITED_KINGDOM: &[&str] = &[
    "07700 900",
    "01632 960",
    "020 7946 0",
    "0113 496 0",
    "0114 496 0",
    "0115 496 0",
    "0116 496 0",
    "0117 496 0",
    "0118 496 0",
    "0121 496 0",
    "0131 496 0",
    "0141 496 0",
    "0151 496 0",
    "0161 496 0",
    "0191 498 0",
    "028 9649 6",
    "029 2018 0",
];

/// A number of the country, most with its code; the American and British ones of the ranges kept for fiction.
fn phone(out: &mut impl Write, draws: &mut Draws, country: &str, percent: u64) -> Result<()> {
    if draws.chance(percent) {
        let n = draws.below(100_000);
        match country {
            "India" if draws.chance(50) => write!(out, "98{:03}{n:05}", draws.below(1000))?,
            "India" => write!(out, "+91 98{:03} {n:05}", draws.below(1000))?,
            "United Arab Emirates" => write!(out, "+971 50 {:03} {:04}", draws.below(1000), n % 10_000)?,
            "United Kingdom" => write!(out, "{}{:03}", draws.of(UNITED_KINGDOM), n % 1000)?,
            "United States" => write!(out, "({}) 555-01{:02}", 201 + draws.below(700), n % 100)?,
            _ => write!(out, "+65 8{:03} {:04}", draws.below(1000), n % 10_000)?,
        }
    }
    out.write_all(b",")?;
    Ok(())
}

/// Up to three sentences, quoted where they need it.
fn note(out: &mut impl Write, draws: &mut Draws) -> Result<()> {
    let sentences: Vec<&str> = (0..draws.below(4)).map(|_| draws.of(SENTENCES)).collect();
    let text = sentences.join(". ");
    if text.contains([',', '"']) {
        write!(out, "\"{}\"", text.replace('"', "\"\""))?
    } else {
        write!(out, "{text}")?
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_number_of_rows_gives_the_same_bytes_of_twenty_columns() {
        let folder = tempfile::tempdir().expect("a folder");
        let (one, two) = (folder.path().join("one.csv"), folder.path().join("two.csv"));
        write(&one, 300).expect("a file");
        write(&two, 300).expect("a file");
        assert_eq!(std::fs::read(&one).expect("bytes"), std::fs::read(&two).expect("bytes"));
        let mut reader = csv::Reader::from_path(&one).expect("a table");
        assert_eq!(reader.headers().expect("a header").len(), 20);
        assert_eq!(reader.records().filter(Result::is_ok).count(), 300, "twenty cells each");
    }
}
