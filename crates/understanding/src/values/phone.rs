//! Phone numbers to E.164, the region from evidence and never from a guess about one number (`fields.md`, "Values").

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
                .is_some_and(|(e164, _)| e164.strip_prefix('+') == Some(number.digits.as_str()));
    coded.then_some(home.code.as_str())
}

fn dialled(text: &str) -> Option<Dialled> {
    let text = text.trim();
    if text.len() < 6 || text.len() > 48 {
        return None;
    }
    // Numbers hold no words, only the marks below.
    if text.bytes().filter(u8::is_ascii_alphabetic).count() > 12 {
        return None;
    }
    let low = text.to_lowercase();
    let mut body = low.strip_prefix("tel:").unwrap_or(&low);
    for mark in [" ext", "ext.", " x", ";ext=", " extn", "#"] {
        if let Some(at) = body.find(mark)
            && at >= 6
            && body.get(at..)?.bytes().any(|b| b.is_ascii_digit())
        {
            body = body.get(..at)?;
        }
    }
    let body = body.replace("(0)", "");
    let mut digits = String::with_capacity(16);
    let mut groups = Vec::new();
    let mut run = 0;
    let mut plus = false;
    for c in body.chars() {
        // Digits of other scripts: full width, Arabic-Indic, Persian, Devanagari.
        let digit = c.to_digit(10).or_else(|| match c as u32 {
            n @ 0xff10..=0xff19 => Some(n - 0xff10),
            n @ 0x0660..=0x0669 => Some(n - 0x0660),
            n @ 0x06f0..=0x06f9 => Some(n - 0x06f0),
            n @ 0x0966..=0x096f => Some(n - 0x0966),
            _ => None,
        });
        if let Some(d) = digit {
            digits.push(char::from_digit(d, 10)?);
            run += 1;
            continue;
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
    ((6..=16).contains(&digits.len()) && digits.bytes().any(|b| b != b'0')).then_some(Dialled {
        digits,
        international,
        groups,
    })
}

/// Reads one number.
///
/// `row_regions`: countries that the row itself names, by its address or its other numbers, tried first. `candidates`: the
/// regions that the file gives evidence for, strongest first. None: no reading is valid, or nothing tells the region.
#[must_use]
pub fn read(text: &str, row_regions: &[&str], candidates: &[String]) -> Option<Reading> {
    let number = dialled(text)?;
    if number.international {
        return international(&number.digits);
    }
    let mut readings: Vec<(Reading, bool)> = Vec::new();
    for region in row_regions.iter().copied().chain(candidates.iter().map(String::as_str)) {
        if let Some((e164, usual)) = national(&number.digits, region)
            && !readings.iter().any(|(r, _)| r.e164 == e164)
        {
            readings.push((Reading { e164, certainty: 0.95, region: Some(region.into()), explicit: false }, usual));
        }
    }
    // Eleven digits and more may carry their country's code without a sign: `91 97823 24958`.
    if number.digits.len() >= 11
        && let Some(e164) = coded(&number.digits)
        && !readings.iter().any(|(r, _)| r.e164 == e164)
    {
        let region = country::by_dial(&number.digits).map(|c| c.code.clone());
        readings.push((Reading { e164, certainty: 0.95, region, explicit: true }, true));
    }
    // A number written as nobody there writes it counts only where it is the one reading left.
    let unusual = !readings.iter().any(|(_, usual)| *usual);
    let readings: Vec<Reading> = readings.into_iter().filter(|(_, usual)| *usual || unusual).map(|(r, _)| r).collect();
    let in_region = |code: &str| readings.iter().position(|r| r.region.as_deref() == Some(code));
    let several = readings.len() > 1;
    let row_says = row_regions.iter().find_map(|r| in_region(r));
    // Ten digits that start with the code of a country evidenced in the file (`65 9322 7648`) are rarely anything else.
    let coded = readings.iter().position(|r| r.e164.strip_prefix('+') == Some(number.digits.as_str()));
    let shape_says = habit(&number).and_then(in_region).or(coded);
    let chosen = row_says.or(shape_says).unwrap_or(0);
    let mut reading = readings.into_iter().nth(chosen)?;
    reading.certainty = match (several, unusual) {
        (_, true) => 0.6,
        (true, _) if row_says.is_some() || shape_says.is_some() => 0.9,
        (true, _) => 0.8,
        (false, _) => reading.certainty,
    };
    Some(reading)
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

fn international(digits: &str) -> Option<Reading> {
    let homes = country::sharing_dial(digits);
    let region = homes.first().map(|c| c.code.clone());
    if let Some(e164) = coded(digits) {
        return Some(Reading { e164, certainty: 1.0, region, explicit: true });
    }
    // `+91 0 98…`: the trunk zero of the national form was left in.
    for home in &homes {
        if let Some(rest) = digits.strip_prefix(home.dial.as_str()).and_then(|r| r.strip_prefix('0'))
            && numbering::after_code(rest, &home.code).is_some()
        {
            return Some(Reading { e164: format!("+{}{rest}", home.dial), certainty: 0.95, region, explicit: true });
        }
    }
    // Numbering plans grow faster than tables: a known country and a possible length are kept, with less certainty.
    (!homes.is_empty() && (9..=15).contains(&digits.len()) && !digits.starts_with("10")).then(|| Reading {
        e164: format!("+{digits}"),
        certainty: 0.8,
        region,
        explicit: true,
    })
}

/// E.164 of digits that start with a country's code, if they are valid there.
fn coded(digits: &str) -> Option<String> {
    let homes = country::sharing_dial(digits);
    let known = homes.iter().any(|c| {
        digits.strip_prefix(c.dial.as_str()).is_some_and(|rest| numbering::after_code(rest, &c.code).is_some())
    });
    let e164 = format!("+{digits}");
    // Countries that the table leaves out are the library's.
    let valid = known || homes.is_empty() && phonenumber::parse(None, &e164).is_ok_and(|n| phonenumber::is_valid(&n));
    valid.then_some(e164)
}

/// Countries whose national numbers start with a trunk zero. Spreadsheets drop it, but of landlines hardly ever alone.
const TRUNK_ZERO: &[&str] = &[
    "IN", "AE", "SA", "GB", "IE", "AU", "NZ", "DE", "AT", "CH", "FR", "NL", "BE", "SE", "FI", "TR", "IL", "JO", "LB",
    "EG", "ZA", "KE", "NG", "PK", "BD", "LK", "NP", "MY", "TH", "ID", "PH", "VN", "CN", "JP", "KR", "UA",
];

/// E.164 of national digits in a region, if they are valid there, and whether people there write such a number so.
fn national(digits: &str, region: &str) -> Option<(String, bool)> {
    let home = country::by_code(region)?;
    let bare = digits.strip_prefix('0').unwrap_or(digits);
    // Ofcom's mobiles for drama are in no table of valid numbers and stand in every sample.
    if region == "GB" && bare.len() == 10 && bare.starts_with("7700900") {
        return Some((format!("+44{bare}"), true));
    }
    let (number, mobile) = numbering::national(digits, region)?;
    let coded = digits.len() > number.len() + 1 && digits.starts_with(&home.dial);
    let usual = mobile || coded || digits.starts_with('0') || !TRUNK_ZERO.contains(&region);
    Some((format!("+{}{number}", home.dial), usual))
}

/// The numbers of a cell that may hold several, as received.
#[must_use]
pub fn split(text: &str) -> Vec<&str> {
    super::split::contacts(
        text,
        |part| part.bytes().filter(u8::is_ascii_digit).count() >= 7 && looks_like(part),
        &[',', '/', '&'],
    )
}
