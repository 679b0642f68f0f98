//! Phone numbers to E.164, the region from evidence and never from a guess about one number (`fields.md`, "Values").

mod labels;

pub(super) use labels::label;
pub use labels::labelled;

use super::{country, numbering};

/// How a number became E.164.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// E.164.
    pub e164: String,
    /// 0..=1: how sure the reading is.
    pub certainty: f64,
    /// The region, where the table of countries has it.
    pub region: Option<String>,
    /// Whether the text itself named the country.
    pub explicit: bool,
    /// What else it may be.
    pub doubt: Option<Doubt>,
}

/// Another reading that a number leaves open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// A number of this region, of which the row's other numbers or its address are; it was read as one of the file's.
    Region(String),
    /// `55 9 8000-4134`: read as a number of the area 55; it may as well be the country's code with the area left out.
    Area(String),
}

/// What tells the region of a number that does not name it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Regions<'a> {
    /// Countries that the row's address names.
    pub named: &'a [&'a str],
    /// Countries of the row's other numbers.
    pub beside: &'a [&'a str],
    /// The regions that the file gives evidence for, strongest first, then the workspace's.
    pub file: &'a [String],
}

/// A number's characters, sorted out.
struct Dialled {
    digits: String,
    /// `+` or `00` stood before them.
    international: bool,
    /// Groups of digits as typed, by length: Indians write 5-5, Americans 3-3-4.
    groups: Vec<usize>,
}

/// Whether a text is shaped like a phone number: 6 to 15 digits and only the signs that stand in numbers.
#[must_use]
pub fn looks_like(text: &str) -> bool {
    dialled(text).is_some()
}

/// Whether a text names its country itself, by `+` or `00`.
#[must_use]
pub fn is_international(text: &str) -> bool {
    dialled(text).is_some_and(|d| d.international)
}

/// The country that a number with `+` or `00` belongs to, by its calling code alone.
#[must_use]
pub fn international_region(text: &str) -> Option<&'static str> {
    let number = dialled(text).filter(|d| d.international)?;
    country::by_dial(&number.digits).map(|c| c.code.as_str())
}

/// The country of a number that starts with the code of one of these countries, with or without a sign before it.
#[must_use]
pub fn coded_region(text: &str, candidates: &[String]) -> Option<&'static str> {
    let number = dialled(text)?;
    let home = country::by_dial(&number.digits)?;
    let coded = number.international
        || number.digits.len() >= 10
            && candidates.contains(&home.code)
            && national(&number.digits, &home.code)
                .is_some_and(|(e164, ..)| e164.strip_prefix('+') == Some(number.digits.as_str()));
    coded.then_some(home.code.as_str())
}

/// Digits that a spreadsheet has written as `9.198E+11`: the whole number where every digit still stands.
fn scientific(text: &str) -> Option<Result<String, LostDigits>> {
    let (mantissa, exponent) = text.trim_start_matches('+').split_once(['e', 'E'])?;
    let exponent = exponent.strip_prefix('+').unwrap_or(exponent);
    let (whole, fraction) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, ""));
    let digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
    if whole.len() != 1 || !digits(whole) || !digits(fraction) || exponent.is_empty() || exponent.len() > 2 {
        return None;
    }
    let exponent: usize = exponent.parse().ok()?;
    // Nine decimals and more are what programs write that round nothing: what lacks at the end were zeros. Fewer digits
    // than that: the last ones were rounded away, or stood at zero; nobody can tell.
    let zeros = exponent.checked_sub(fraction.len());
    Some(match zeros {
        Some(0) => Ok(format!("{whole}{fraction}")),
        Some(zeros @ 1..=2) if fraction.len() >= 9 && !fraction.ends_with('0') => {
            Ok(format!("{whole}{fraction}{}", "0".repeat(zeros)))
        }
        _ => Err(LostDigits),
    })
}

struct LostDigits;

/// Whether a spreadsheet has rounded the number's last digits away (`9.19983E+11`), so that it can't be read any more.
#[must_use]
pub fn lost_digits(text: &str) -> bool {
    matches!(scientific(unwrapped(&super::digits::ascii(text))), Some(Err(_)))
}

/// Without what spreadsheets put round a number to keep it a text: `="98300"`, `'98300`.
fn unwrapped(text: &str) -> &str {
    let text = text.trim();
    let inner = text.strip_prefix("=\"").and_then(|t| t.strip_suffix('"'));
    inner.unwrap_or(text).trim_start_matches(['\'', '`', '\u{2019}']).trim()
}

fn dialled(text: &str) -> Option<Dialled> {
    let ascii = super::digits::ascii(text);
    let (text, _) = labelled(unwrapped(&ascii));
    if text.len() < 6 || text.len() > 48 {
        return None;
    }
    // Numbers hold no words, only the marks below.
    if text.bytes().filter(u8::is_ascii_alphabetic).count() > 12 {
        return None;
    }
    let exact = match scientific(text) {
        Some(whole) => Some(whole.ok()?),
        None => None,
    };
    let low = exact.unwrap_or_else(|| text.to_lowercase());
    let mut body = low.strip_prefix("tel:").unwrap_or(&low).trim_start_matches("//");
    // Nearly all numbers hold nothing of which these marks are made.
    let marked = body.bytes().any(|b| matches!(b, b';' | b'x' | b'p' | b'#'));
    let marks: &[&str] = &[";ext", ";phone-context", " ext", "ext.", "extn", "x", " app.", "#"];
    for mark in if marked { marks } else { &[] } {
        if let Some(at) = body.find(*mark)
            && at >= 6
            && body.get(at..)?.bytes().any(|b| b.is_ascii_digit())
        {
            body = body.get(..at)?;
        }
    }
    // A column of floats: `919831234567.0`.
    if let Some(whole) = body.strip_suffix(".0").or_else(|| body.strip_suffix(".00"))
        && whole.trim_start_matches('+').bytes().all(|b| b.is_ascii_digit())
    {
        body = whole;
    }
    // `+44 (0)20…`: the trunk zero of the national form, right behind the country's code.
    // Such a code has three digits at most (ITU-T E.164, 6.2.1): in `+95240(0)16` it ended long before.
    let code = |before: &str| {
        let digits = before.bytes().filter(u8::is_ascii_digit).count();
        let international = before.starts_with(['+', '\u{ff0b}']);
        (international && digits <= 3) || (before.starts_with("00") && digits <= 5)
    };
    let body = match body.split_once("(0)") {
        Some((before, after)) if code(before) => format!("{before}{after}"),
        _ => body.to_owned(),
    };
    let mut digits = String::with_capacity(16);
    let mut groups = Vec::new();
    let mut run = 0;
    let mut plus = false;
    for c in body.chars() {
        if let Some(d) = c.to_digit(10) {
            digits.push(char::from_digit(d, 10)?);
            run += 1;
            continue;
        }
        // `98300 12345/46` is two numbers, the second shortened.
        if c == '/' && digits.len() >= 7 {
            return None;
        }
        if run > 0 {
            groups.push(std::mem::take(&mut run));
        }
        match c {
            '+' | '\u{ff0b}' if digits.is_empty() => plus = true,
            ' '
            | '-'
            | '.'
            | '('
            | ')'
            | '/'
            | '\u{a0}'
            | '\u{202f}'
            | '\u{2010}'..='\u{2015}'
            | '\u{2212}'
            | '['
            | ']'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\'' => {}
            _ => return None,
        }
    }
    if run > 0 {
        groups.push(run);
    }
    let mut international = plus;
    if !plus && digits.starts_with("00") && !digits.starts_with("000") && digits.len() >= 10 {
        digits.drain(..2);
        international = true;
    }
    // `+0091…`: both ways of saying "international" at once.
    if plus && digits.starts_with("00") {
        digits.drain(..2);
    }
    ((6..=16).contains(&digits.len()) && digits.bytes().any(|b| b != b'0')).then_some(Dialled {
        digits,
        international,
        groups,
    })
}

/// Reads one number. `row_regions`: countries that the row's address names. `candidates`: the file's, strongest first.
#[must_use]
pub fn read(text: &str, row_regions: &[&str], candidates: &[String]) -> Option<Reading> {
    read_in(text, &Regions { named: row_regions, beside: &[], file: candidates })
}

/// Reads one number by all that is known about its region. None: no reading is valid, or nothing tells the region.
#[must_use]
pub fn read_in(text: &str, regions: &Regions<'_>) -> Option<Reading> {
    let number = dialled(text)?;
    if number.international {
        return international(&number.digits);
    }
    let mut readings: Vec<Candidate> = Vec::new();
    let order = regions.named.iter().chain(regions.beside).copied().chain(regions.file.iter().map(String::as_str));
    for region in order {
        if let Some((e164, usual, mobile)) = national(&number.digits, region)
            && !readings.iter().any(|c| c.reading.e164 == e164)
        {
            let reading = Reading { e164, certainty: 0.95, region: Some(region.into()), explicit: false, doubt: None };
            readings.push(Candidate { reading, usual, mobile });
        }
    }
    // Eleven digits and more may carry their country's code without a sign: `91 97823 24958`.
    if number.digits.len() >= 11
        && let Some(e164) = coded(&number.digits)
        && !readings.iter().any(|c| c.reading.e164 == e164)
    {
        let region = country::by_dial(&number.digits).map(|c| c.code.clone());
        let reading = Reading { e164, certainty: 0.95, region, explicit: true, doubt: None };
        readings.push(Candidate { reading, usual: true, mobile: false });
    }
    // A number written as people there seldom write it counts where it is the one reading left, and in the file's first
    // region: a few foreign numbers do not make a foreigner of a landline without its trunk zero.
    let first = regions.file.first().map(String::as_str);
    let unusual = !readings.iter().any(|c| c.usual);
    readings.retain(|c| c.usual || unusual || c.reading.region.as_deref() == first);
    // `011 91 98300 12345`: how Americans dial abroad. Delhi's numbers begin so too and are shorter.
    if readings.is_empty() && number.digits.len() >= 13 {
        return international(number.digits.strip_prefix("011")?).map(|r| Reading { certainty: 0.8, ..r });
    }
    let in_region = |code: &str| readings.iter().position(|c| c.reading.region.as_deref() == Some(code));
    let several = readings.len() > 1;
    let named = regions.named.iter().find_map(|r| in_region(r));
    let beside = regions.beside.iter().find_map(|r| in_region(r));
    // Ten digits that start with the code of a country evidenced in the file (`65 9322 7648`) are rarely anything else.
    // A toll-free number abroad is, where it could as well be a mobile at home; so is one of a country that nothing else
    // speaks for: `51 98000-4134` is Porto Alegre's area in a list of Brazilians, and Peru's code only by chance.
    let mobile_at_home = readings.iter().any(|c| c.mobile && c.usual && c.reading.region.as_deref() == first);
    let coded = readings.iter().position(|c| {
        c.reading.e164.strip_prefix('+') == Some(number.digits.as_str()) && (c.mobile || !mobile_at_home)
    });
    let shape_says = habit(&number).and_then(in_region).or(coded);
    // A mobile of the file's own region, typed without groups, is one even beside a foreign number: people keep both.
    let at_home = regions.file.first().and_then(|home| in_region(home));
    let at_home = at_home.filter(|i| shape_says.is_none() && readings.get(*i).is_some_and(|c| c.mobile && c.usual));
    let overruled = match (named, at_home, beside) {
        (None, Some(home), Some(other)) if home != other => readings.get(other).and_then(|c| c.reading.region.clone()),
        _ => None,
    };
    // `0171 3926018` of somebody in Austria, in a list of Germans: grouped as a mobile at home, and over there some line.
    let grouped = at_home.filter(|_| number.groups.first() == Some(&4));
    let overruled = match (named, grouped) {
        (Some(there), Some(home)) if there != home => {
            readings.get(there).filter(|c| !c.mobile).and_then(|c| c.reading.region.clone())
        }
        _ => overruled,
    };
    let chosen = at_home.filter(|_| overruled.is_some()).or(named).or(beside).or(shape_says).unwrap_or(0);
    let row_says = named.or(beside).is_some();
    let Candidate { mut reading, usual, .. } = readings.into_iter().nth(chosen)?;
    // `(415) 555-0132` where only a country is known in which nobody groups so, nor writes such a number.
    if !usual && !row_says && foreign_habit(&number, reading.region.as_deref()) {
        return None;
    }
    reading.certainty = match (several, usual) {
        _ if overruled.is_some() => 0.75,
        (_, false) => 0.6,
        (true, _) if row_says || shape_says.is_some() => 0.9,
        (true, _) => 0.8,
        (false, _) => reading.certainty,
    };
    reading.doubt = overruled.map(Doubt::Region).or_else(|| area_left_out(text, &number, &reading));
    Some(reading)
}

/// The area of a number that begins with its country's code and would be a whole number within a town behind it. Brazil has
/// an area of its own code's digits; one in brackets is meant.
fn area_left_out(text: &str, number: &Dialled, reading: &Reading) -> Option<Doubt> {
    const AREA: &str = "55";
    let home = reading.region.as_deref() == Some("BR") && !text.contains('(');
    let national = reading.e164.strip_prefix("+55") == Some(number.digits.as_str());
    (home && national && number.digits.starts_with(AREA)).then(|| Doubt::Area(AREA.into()))
}

struct Candidate {
    reading: Reading,
    /// Written as people there write such a number.
    usual: bool,
    mobile: bool,
}

/// The region whose habit the grouping of the digits follows, where one is known for it.
fn habit(number: &Dialled) -> Option<&'static str> {
    let trunk = number.digits.starts_with('0');
    match number.groups.as_slice() {
        [3, 3, 4] | [1, 3, 3, 4] if !trunk => Some("US"),
        [5, 5] | [4, 3, 3] if !trunk => Some("IN"),
        [6, 5] if trunk => Some("IN"),
        [5, 6] | [5, 3, 3] if trunk && number.digits.starts_with("07") => Some("GB"),
        [4, 3, 4] if trunk => Some("GB"),
        // Ofcom's London numbers for drama; they stand in every sample.
        _ if number.digits.starts_with("02079460") => Some("GB"),
        _ => None,
    }
}

/// Whether the digits are grouped as Americans group them, and the region is not theirs.
fn foreign_habit(number: &Dialled, region: Option<&str>) -> bool {
    habit(number) == Some("US") && region.and_then(country::by_code).is_none_or(|c| c.dial != "1")
}

/// How well numbers without a country code fit a region, each from 0 to 1: 1 where people there write such a number so.
/// None for a text that is no number of that kind.
#[must_use]
pub fn fit(text: &str, region: &str) -> Option<f64> {
    let number = dialled(text).filter(|d| !d.international)?;
    let Some((_, usual, _)) = national(&number.digits, region) else { return Some(0.0) };
    let foreign = foreign_habit(&number, Some(region));
    Some(match (usual, foreign) {
        (true, false) => 1.0,
        (false, false) => 0.7,
        (_, true) => 0.5,
    })
}

fn international(digits: &str) -> Option<Reading> {
    let homes = country::sharing_dial(digits);
    let region = homes.first().map(|c| c.code.clone());
    if let Some(e164) = coded(digits) {
        return Some(Reading { e164, certainty: 1.0, region, explicit: true, doubt: None });
    }
    // `+91 0 98…`: the trunk zero of the national form was left in. Four digits behind it are an extension or a service, no
    // line that is dialled from abroad: there the zero may as well be one of the number's own.
    for home in homes {
        if let Some(rest) = digits.strip_prefix(home.dial.as_str()).and_then(|r| r.strip_prefix('0'))
            && rest.len() >= 5
            && numbering::after_code(rest, &home.code).is_some()
        {
            return Some(Reading {
                e164: format!("+{}{rest}", home.dial),
                certainty: 0.95,
                region,
                explicit: true,
                doubt: None,
            });
        }
    }
    // Mexico's mobiles had a 1 before them until 2019.
    if let Some(rest) = digits.strip_prefix("521").filter(|rest| numbering::after_code(rest, "MX").is_some()) {
        let e164 = format!("+52{rest}");
        return Some(Reading { e164, certainty: 0.95, region, explicit: true, doubt: None });
    }
    // Numbering plans grow faster than tables: a known country and a length that its numbers have are kept, with less
    // certainty. A shorter one has lost digits.
    let possible = homes.iter().any(|home| {
        digits.strip_prefix(home.dial.as_str()).is_some_and(|rest| numbering::is_possible(rest, &home.code))
    });
    (possible && (9..=15).contains(&digits.len()) && !digits.starts_with("10")).then(|| Reading {
        e164: format!("+{digits}"),
        certainty: 0.8,
        region,
        explicit: true,
        doubt: None,
    })
}

/// Digits of a number with its country's code. E.164 ends at fifteen; the shortest in use are four behind a code of three (Niue).
/// Some plans' patterns allow more and fewer.
const E164: std::ops::RangeInclusive<usize> = 7..=15;

/// E.164 of digits that start with a country's code, if they are valid there.
fn coded(digits: &str) -> Option<String> {
    if !E164.contains(&digits.len()) {
        return None;
    }
    let homes = country::sharing_dial(digits);
    let known = homes.iter().any(|c| {
        digits.strip_prefix(c.dial.as_str()).is_some_and(|rest| numbering::after_code(rest, &c.code).is_some())
    });
    // Countries that the table leaves out are the library's.
    let valid = known || homes.is_empty() && numbering::is_valid_elsewhere(digits);
    valid.then(|| format!("+{digits}"))
}

/// Countries whose national numbers start with a trunk zero. Spreadsheets drop it, but of landlines hardly ever alone.
const TRUNK_ZERO: &[&str] = &[
    "IN", "AE", "SA", "GB", "IE", "AU", "NZ", "DE", "AT", "CH", "FR", "NL", "BE", "SE", "FI", "TR", "IL", "JO", "LB",
    "EG", "ZA", "KE", "NG", "PK", "BD", "LK", "NP", "MY", "TH", "ID", "PH", "VN", "CN", "JP", "KR", "UA",
];

/// E.164 of national digits in a region, if they are valid there, whether people there write such a number so, and
/// whether it is a mobile.
fn national(digits: &str, region: &str) -> Option<(String, bool, bool)> {
    let home = country::by_code(region)?;
    let (number, mobile) = numbering::national(digits, region)?;
    if !E164.contains(&(home.dial.len() + number.len())) {
        return None;
    }
    let coded = digits.len() > number.len() + 1 && digits.starts_with(&home.dial);
    let usual = mobile || coded || digits.starts_with('0') || !TRUNK_ZERO.contains(&region);
    Some((format!("+{}{number}", home.dial), usual, mobile))
}

/// The numbers of a cell that may hold several, as received, with the words that stand beside them.
#[must_use]
pub fn split(text: &str) -> Vec<&str> {
    if text.contains(";ext=") && looks_like(text) {
        return vec![text.trim()];
    }
    let count = |part: &str| part.chars().filter(|c| super::digits::value(*c).is_some()).count();
    let fits = |part: &str| count(part) >= 7 && looks_like(part);
    let mut out = Vec::new();
    for part in super::split::contacts(text, fits, &[",", "/", "&", " or ", " and ", " und ", " y ", " et ", " +"]) {
        let words: Vec<&str> = part.split_whitespace().collect();
        // Two whole numbers side by side; groups of one number are shorter.
        if words.len() > 1 && count(part) > 15 && words.iter().all(|w| count(w) >= 9 && looks_like(w)) {
            out.extend(words);
        } else {
            out.push(part);
        }
    }
    out
}
