//! Dates and times of day in the ways exports write them.
//!
//! A numeric date (`03/04/2024`) stays undecided until the whole column has shown its order.

use contracts::DateOrder;
use jiff::civil;

use super::digits;
use super::months::{TWO_WORDS, is_weekday, month};

/// Names of the months, January first, as sentences for people use them.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Years that business data speaks of. Below lie the years of other calendars (`1445-09-01` is a Hijri date), which are
/// never converted by a guess, and slips of the keyboard.
pub(crate) const YEARS: std::ops::RangeInclusive<i16> = 1800..=2200;

/// The date in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    /// Year, month, day: nothing to decide.
    Known(i16, i8, i8),
    /// Two numbers whose order the text does not tell, and the year.
    Numeric(i8, i8, i16),
    /// Month and day without a year.
    Yearless(i8, i8),
}

/// A date and, where given, the time and offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The date.
    pub day: Day,
    /// Hour, minute, second, millisecond.
    pub time: Option<(i8, i8, i8, i16)>,
    /// Minutes east of UTC.
    pub offset: Option<i32>,
    /// Whether the year had two digits.
    pub short_year: bool,
}

/// What a cell's numeric date says about the order of its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderHint {
    /// The first number is above 12.
    Dmy,
    /// The second number is above 12.
    Mdy,
    /// Both could be the month, and they differ.
    Open,
    /// Both readings are the same day.
    Same,
    /// The text tells by itself.
    None,
}

/// Reads a cell; none where it is no date.
#[must_use]
pub fn parse(text: &str) -> Option<Moment> {
    let text = text.trim();
    if text.len() < 4 || text.len() > 120 {
        return None;
    }
    let ascii = digits::ascii(text);
    let mut text = ascii.trim();
    // JavaScript names the zone once more, in brackets.
    if let Some((before, _)) = text.split_once(" (").filter(|_| text.ends_with(')')) {
        text = before.trim_end();
    }
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let (date, time) = match text.find(':') {
        Some(colon) => {
            let digits = text.get(..colon)?.bytes().rev().take_while(u8::is_ascii_digit).count();
            let start = colon - digits;
            if digits == 0 || digits > 2 || start == 0 {
                return None;
            }
            (text.get(..start)?, Some(clock(text.get(start..)?)?))
        }
        None => (text, None),
    };
    let date = date.trim_end_matches(['T', 't', ',', ' ', '\u{a0}']);
    let date =
        [" at", " um", " \u{e0}", " a las", " \u{e0}s"].iter().find_map(|w| date.strip_suffix(w)).unwrap_or(date);
    let date = date.trim_end_matches([',', ' ']);
    let (day, short_year) = day(date)?;
    let (time, offset) = time.map_or((None, None), |(t, o)| (Some(t), o));
    Some(Moment { day, time, offset, short_year })
}

/// Two numbers that may be a day and a month, in either order: `08/25`, `25.08.`
pub(crate) fn pair(text: &str) -> Option<(i8, i8)> {
    let (a, b) = text.trim().trim_end_matches('.').split_once(['/', '-', '.'])?;
    let number = |t: &str| t.parse::<i8>().ok().filter(|n| (1..=31).contains(n) && (1..=2).contains(&t.len()));
    number(a).zip(number(b)).filter(|(a, b)| *a <= 12 || *b <= 12)
}

/// A day without a year in a column whose order is known.
pub(crate) fn yearless(text: &str, order: DateOrder) -> Option<Moment> {
    let (a, b) = pair(text)?;
    let (m, d) = if order == DateOrder::Mdy { (a, b) } else { (b, a) };
    civil::Date::new(2000, m, d).ok()?;
    Some(Moment { day: Day::Yearless(m, d), time: None, offset: None, short_year: false })
}

type Clock = ((i8, i8, i8, i16), Option<i32>);

/// `10:31`, `02:26:00`, `07:34:00.000+0000`, `9:15 pm`, `10:00:00Z`.
fn clock(text: &str) -> Option<Clock> {
    let low = text.to_ascii_lowercase().replace(['\u{202f}', '\u{a0}'], " ");
    let number_end = low.find(|c: char| !c.is_ascii_digit() && c != ':' && c != '.').unwrap_or(low.len());
    let (hms, tail) = low.split_at(number_end);
    let (hms, fraction) = hms.split_once('.').unwrap_or((hms, ""));
    let mut parts = hms.split(':');
    let two = |p: Option<&str>| p.filter(|p| (1..=2).contains(&p.len())).and_then(|p| p.parse::<i8>().ok());
    let mut hour = two(parts.next())?;
    let minute = two(parts.next())?;
    let second = match parts.next() {
        Some(p) => two(Some(p))?,
        None => 0,
    };
    if parts.next().is_some() || !(0..=59).contains(&minute) || !(0..=59).contains(&second) {
        return None;
    }
    if !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let millis: i16 = format!("{fraction:0<3}").get(..3).and_then(|f| f.parse().ok()).unwrap_or(0);
    let mut tail = tail.trim();
    for (word, add) in [("am", 0), ("a.m.", 0), ("pm", 12), ("p.m.", 12)] {
        if let Some(rest) = tail.strip_prefix(word) {
            if !(1..=12).contains(&hour) {
                return None;
            }
            hour = hour % 12 + add;
            tail = rest.trim();
            break;
        }
    }
    for word in ["uhr", "h", "hrs"] {
        if tail == word {
            tail = "";
        }
    }
    if !(0..=23).contains(&hour) {
        return None;
    }
    Some(((hour, minute, second, millis), zone(tail)?))
}

/// An offset; `Some(None)` where none is named. Zone names other than UTC are left unread rather than guessed.
#[allow(clippy::option_option)]
fn zone(tail: &str) -> Option<Option<i32>> {
    let tail = tail
        .strip_prefix("utc")
        .or_else(|| tail.strip_prefix("gmt"))
        .map_or(tail, |rest| if rest.is_empty() { "z" } else { rest });
    match tail {
        "" => return Some(None),
        "z" => return Some(Some(0)),
        _ => {}
    }
    let sign = match tail.bytes().next()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let digits: String = tail.chars().filter(char::is_ascii_digit).collect();
    let shape_ok = tail.chars().skip(1).all(|c| c.is_ascii_digit() || c == ':');
    let (hours, minutes): (i32, i32) = match digits.len() {
        1 | 2 => (digits.parse().ok()?, 0),
        4 => (digits.get(..2)?.parse().ok()?, digits.get(2..)?.parse().ok()?),
        _ => return None,
    };
    (shape_ok && hours <= 14 && minutes < 60).then_some(Some(sign * (hours * 60 + minutes)))
}

fn day(text: &str) -> Option<(Day, bool)> {
    let text = text.trim();
    if let Some(rest) = text.strip_prefix("--") {
        let (m, d) = rest.split_once('-')?;
        let (m, d) = (m.parse().ok()?, d.parse().ok()?);
        return civil::Date::new(2000, m, d).ok().map(|_| (Day::Yearless(m, d), false));
    }
    // A leading sign makes it a number; letters and digits are the parts, a few separators stand between.
    if !text.starts_with(|c: char| c.is_alphanumeric())
        || !text.chars().all(|c| is_word(c) || matches!(c, '/' | '-' | '.' | ' ' | ',' | '\'' | '\u{60c}' | '\u{a0}'))
    {
        return None;
    }
    let two_words = TWO_WORDS.iter().find(|(name, _)| text.contains(name)).map(|(name, one)| text.replace(name, one));
    let text = two_words.as_deref().unwrap_or(text);
    let mut parts: Vec<&str> = text.split(|c: char| !is_word(c)).filter(|p| !p.is_empty()).collect();
    if parts.len() > 3 && parts.first().is_some_and(|p| is_weekday(p)) {
        parts.remove(0);
    }
    // `3 de marzo de 2024`, `12th of March 2024`, `le 3 mars 2024`
    if parts.len() > 3 {
        parts.retain(|p| !matches!(*p, "de" | "del" | "do" | "of" | "le" | "the" | "den" | "el"));
    }
    match *parts.as_slice() {
        [packed] if packed.len() == 8 && packed.bytes().all(|b| b.is_ascii_digit()) => {
            let y: i16 = packed.get(..4)?.parse().ok()?;
            let (m, d) = (packed.get(4..6)?.parse().ok()?, packed.get(6..)?.parse().ok()?);
            known(y, m, d).filter(|_| (1900..=2100).contains(&y)).map(|d| (d, false))
        }
        [a, b] => {
            // A day and a month's name without a year, as some birthdays are written. `Mar-24` is a spreadsheet's way of
            // writing March 2024.
            if text.contains('-') && month(a).is_some() {
                return None;
            }
            let (m, d) = month(b).zip(number(a)).or_else(|| month(a).zip(number(b)))?;
            civil::Date::new(2000, m, d).ok().map(|_| (Day::Yearless(m, d), false))
        }
        [a, b, c] => three(a, b, c, text),
        _ => None,
    }
}

fn three(a: &str, b: &str, c: &str, text: &str) -> Option<(Day, bool)> {
    if let Some(m) = month(b) {
        if a.len() == 4 && a.bytes().all(|x| x.is_ascii_digit()) {
            return known(a.parse().ok()?, m, number(c)?).map(|d| (d, false));
        }
        let (y, short) = year(c)?;
        return known(y, m, number(a)?).map(|d| (d, short));
    }
    if let Some(m) = month(a) {
        let (y, short) = year(c)?;
        return known(y, m, number(b)?).map(|d| (d, short));
    }
    if text.contains(' ') || text.contains(',') || ![a, b, c].iter().all(|p| p.bytes().all(|x| x.is_ascii_digit())) {
        return None;
    }
    if a.len() == 4 {
        return known(a.parse().ok()?, b.parse().ok()?, c.parse().ok()?).map(|d| (d, false));
    }
    if a.len() > 2 || b.len() > 2 {
        return None;
    }
    let (y, short) = year(c)?;
    let (x, z): (i8, i8) = (a.parse().ok()?, b.parse().ok()?);
    let possible = known(y, z, x).is_some() || known(y, x, z).is_some();
    possible.then_some((Day::Numeric(x, z, y), short))
}

/// A character of a word or number; the vowel signs of Indian scripts are marks to Unicode.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c as u32, 0x0900..=0x097f)
}

fn known(y: i16, m: i8, d: i8) -> Option<Day> {
    (YEARS.contains(&y) && civil::Date::new(y, m, d).is_ok()).then_some(Day::Known(y, m, d))
}

/// A day of the month, with or without its ordinal ending.
fn number(text: &str) -> Option<i8> {
    let digits = text.trim_end_matches(|c: char| c.is_alphabetic());
    let ending = text.get(digits.len()..)?.to_lowercase();
    (matches!(ending.as_str(), "" | "st" | "nd" | "rd" | "th" | "er" | "re" | "\u{ba}") && digits.len() <= 2)
        .then(|| digits.parse().ok())?
}

/// Two-digit years follow POSIX (`strptime`, `%y`): 69-99 are 19xx, 00-68 are 20xx. Births have a pivot of their own,
/// [`Moment::date`].
fn year(text: &str) -> Option<(i16, bool)> {
    let n: i16 = text.parse().ok().filter(|_| text.bytes().all(|b| b.is_ascii_digit()))?;
    match text.len() {
        4 => Some((n, false)),
        2 => Some((if n >= 69 { 1900 + n } else { 2000 + n }, true)),
        _ => None,
    }
}

/// The day that a spreadsheet's serial number stands for (`45123` is 16 July 2023), from 1920 to 2099, with the time of
/// its fraction. Only for columns that hold nothing else: a lone number may be anything.
///
/// Days since 1899-12-30 (ECMA-376 part 1, 18.17.4.1), right from March 1900 on.
#[must_use]
pub fn serial(text: &str) -> Option<Moment> {
    let number = super::number::parse(text, false).filter(|_| !text.contains([',', ' ', '\'']))?;
    let whole = number.trunc();
    let days: i64 = whole.try_into().ok().filter(|d| (7_306..=73_050).contains(d))?;
    let date = civil::date(1899, 12, 30).checked_add(jiff::Span::new().try_days(days).ok()?).ok()?;
    let seconds: i64 = ((number - whole) * rust_decimal::Decimal::from(86_400)).round().try_into().ok()?;
    let at = |n: i64| i8::try_from(n).ok();
    let time = match seconds {
        0 => None,
        86_400.. => return None,
        s => Some((at(s / 3600)?, at(s / 60 % 60)?, at(s % 60)?, 0)),
    };
    Some(Moment { day: Day::Known(date.year(), date.month(), date.day()), time, offset: None, short_year: false })
}

impl Moment {
    /// What this cell says about its column's order.
    #[must_use]
    pub fn hint(&self) -> OrderHint {
        match self.day {
            Day::Numeric(a, b, y) => match (known(y, b, a).is_some(), known(y, a, b).is_some()) {
                (true, true) if a == b => OrderHint::Same,
                (true, true) => OrderHint::Open,
                (true, false) => OrderHint::Dmy,
                _ => OrderHint::Mdy,
            },
            _ => OrderHint::None,
        }
    }

    /// Year, month, day under an order; none where the order is needed and not known, or makes no date.
    #[must_use]
    pub fn resolve(&self, order: Option<DateOrder>) -> Option<(i16, i8, i8)> {
        match self.day {
            Day::Known(y, m, d) => Some((y, m, d)),
            Day::Yearless(..) => None,
            Day::Numeric(a, b, y) => {
                let (m, d) = match (order, self.hint()) {
                    (_, OrderHint::Same) | (Some(DateOrder::Dmy), _) | (None, OrderHint::Dmy) => (b, a),
                    (Some(DateOrder::Mdy), _) | (None, OrderHint::Mdy) => (a, b),
                    // Year first with two digits can't be told from the others; it is left open.
                    _ => return None,
                };
                known(y, m, d).map(|_| (y, m, d))
            }
        }
    }

    /// ISO 8601 date, `--MM-DD` without a year. `past`: a two-digit year after `20` means the last century, as for births.
    #[must_use]
    pub fn date(&self, order: Option<DateOrder>, past: bool) -> Option<String> {
        if let Day::Yearless(m, d) = self.day {
            return Some(format!("--{m:02}-{d:02}"));
        }
        let (y, m, d) = self.resolve(order)?;
        let y = if past && self.short_year && y > 2020 { y - 100 } else { y };
        Some(format!("{y:04}-{m:02}-{d:02}"))
    }

    /// RFC 3339 where an offset is named, else local `YYYY-MM-DDTHH:MM:SS`; midnight where no time is named.
    #[must_use]
    pub fn datetime(&self, order: Option<DateOrder>) -> Option<String> {
        let (y, m, d) = self.resolve(order)?;
        let (hour, minute, second, millis) = self.time.unwrap_or_default();
        let fraction = if millis > 0 { format!(".{millis:03}") } else { String::new() };
        let zone = match self.offset {
            None => String::new(),
            Some(0) => "Z".into(),
            Some(minutes) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
            }
        };
        Some(format!("{y:04}-{m:02}-{d:02}T{hour:02}:{minute:02}:{second:02}{fraction}{zone}"))
    }
}
