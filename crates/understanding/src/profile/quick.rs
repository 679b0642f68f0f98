//! The same counts as `shapes` in a fraction of the time: what a value's characters rule out is not tried, and numbers
//! written alike are read once.

use std::collections::HashMap;
use std::hash::BuildHasher;
use std::sync::LazyLock;

use rustc_hash::FxBuildHasher;

use super::Profile;
use super::shapes::{comma_decimal, is_json, is_name_like, is_purpose, is_salutation, is_url, social_network};
use crate::values::date::{self, OrderHint};
use crate::values::{country, money, number, phone};

const DIGIT: u16 = 1;
const LETTER: u16 = 2;
const SPACE: u16 = 4;
const DOT: u16 = 8;
const COMMA: u16 = 16;
const HYPHEN: u16 = 32;
const SLASH: u16 = 64;
const COLON: u16 = 128;
const AT: u16 = 256;
/// `_` and `+`.
const MAIL: u16 = 512;
/// `;`, `|`, `&` and what breaks a line.
const LIST: u16 = 1024;
const APOSTROPHE: u16 = 2048;
const OTHER: u16 = 4096;
const WIDE: u16 = 8192;

const CLASSES: [u16; 256] = {
    let mut table = [OTHER; 256];
    let mut b = 0usize;
    while b < 256 {
        #[allow(clippy::indexing_slicing)]
        {
            table[b] = match b as u8 {
                b'0'..=b'9' => DIGIT,
                b'a'..=b'z' | b'A'..=b'Z' => LETTER,
                b' ' => SPACE,
                b'.' => DOT,
                b',' => COMMA,
                b'-' => HYPHEN,
                b'/' => SLASH,
                b':' => COLON,
                b'@' => AT,
                b'_' | b'+' => MAIL,
                b';' | b'|' | b'&' | b'\n' | b'\r' | b'\t' => LIST,
                b'\'' => APOSTROPHE,
                128..=255 => WIDE,
                _ => OTHER,
            };
        }
        b += 1;
    }
    table
};

/// The classes of a value's characters, and how many digits it has.
#[derive(Clone, Copy)]
struct Classes {
    has: u16,
    digits: usize,
}

impl Classes {
    fn of(value: &str) -> Self {
        let (mut has, mut digits) = (0, 0usize);
        for b in value.bytes() {
            let class = CLASSES.get(usize::from(b)).copied().unwrap_or(OTHER);
            has |= class;
            digits += usize::from(class & DIGIT);
        }
        Self { has, digits }
    }

    fn any(self, classes: u16) -> bool {
        self.has & classes != 0
    }

    fn only(self, classes: u16) -> bool {
        self.has & !classes == 0
    }
}

/// How numbers of one way of writing are read.
#[derive(Clone, Debug)]
struct Reading {
    regions: Vec<&'static str>,
    phone: bool,
    number: bool,
    money: bool,
    comma_decimal: bool,
}

/// The ways of writing numbers that a column has shown.
#[derive(Clone, Debug, Default)]
pub(super) struct Figures(HashMap<u64, Reading, FxBuildHasher>);

/// Digits that may name a country: `00` and the longest calling code.
const NAMING: usize = 6;
/// Ways of writing that are remembered in a column.
const WAYS: usize = 4096;

impl Profile {
    /// Counts what a value looks like; `w`: in how many cells it stands.
    pub(super) fn shapes(&mut self, value: &str, w: u64) {
        let c = Classes::of(value);
        if c.any(AT) {
            let plain = c.only(AT | DIGIT | LETTER | DOT | HYPHEN | MAIL);
            // `x` may begin an extension, and a point between digits a number.
            let numeric = c.digits >= 7 && value.contains(['x', 'X']) || c.digits > 1 && has_decimal(value);
            // A full stop behind an address is read as the sentence's.
            if !plain || numeric || value.ends_with('.') {
                self.shapes_plain(value, w);
                return;
            }
            self.emails += w * u64::from(is_plain_email(value));
            self.purposes += w * u64::from(value.len() <= 40 && purpose(value));
            return;
        }
        if c.any(DOT | COLON) && !c.any(SPACE) && is_url(value) {
            self.urls += w;
            self.social += w * u64::from(social_network(value).is_some());
        }
        if c.digits > 0 {
            self.quick_figures(value, c, w);
        } else if value.len() <= if c.any(WIDE) { 48 } else { 14 } {
            self.booleans += w * u64::from(number::boolean(value).is_some());
        }
        self.quick_words(value, c, w);
    }

    fn quick_figures(&mut self, value: &str, c: Classes, w: u64) {
        if c.any(WIDE) || value.len() > 60 || value.contains("(0)") {
            self.figures_plain(value, w);
            return;
        }
        self.zeros += w * u64::from(c.digits == value.len() && value.bytes().all(|b| b == b'0'));
        let moment = match iso(value) {
            Some(found) => found,
            None if may_be_date(value, c) => {
                date::parse(value).map(|m| (m.time.is_some_and(|t| t != (0, 0, 0, 0)), m.hint()))
            }
            None => None,
        };
        if let Some((timed, hint)) = moment {
            self.dates += w;
            self.with_time += w * u64::from(timed);
            match hint {
                OrderHint::Dmy => self.day_first += w,
                OrderHint::Mdy => self.month_first += w,
                OrderHint::Open => self.order_open += w,
                OrderHint::Same | OrderHint::None => {}
            }
        }
        let is_date = moment.is_some();
        match way(value, c, is_date) {
            Some(way) => {
                if let Some(reading) = self.figures.0.get(&way) {
                    let reading = reading.clone();
                    self.read(&reading, w);
                } else {
                    let reading = Reading::of(value, c.digits, is_date);
                    self.read(&reading, w);
                    if self.figures.0.len() < WAYS {
                        self.figures.0.insert(way, reading);
                    }
                }
            }
            None => {
                let reading = Reading::of(value, c.digits, is_date);
                self.read(&reading, w);
            }
        }
        self.integers += w * u64::from(c.digits == value.len());
        self.bedrooms += w * u64::from(may_be_bedrooms(value) && number::bedrooms(value).is_some());
        self.booleans += w * u64::from(matches!(value, "0" | "1"));
    }

    fn read(&mut self, reading: &Reading, w: u64) {
        self.phones += w * u64::from(reading.phone);
        for region in &reading.regions {
            self.international += w;
            *self.phone_regions.entry(region).or_default() += w;
        }
        self.numbers += w * u64::from(reading.number);
        self.money += w * u64::from(reading.money);
        self.comma_decimals += w * u64::from(reading.comma_decimal);
    }

    fn quick_words(&mut self, value: &str, c: Classes, w: u64) {
        self.triple_colon += w * u64::from(c.any(COLON) && value.contains(" ::: "));
        if c.any(LIST) {
            self.semicolon += w * u64::from(value.contains(';'));
            self.pipe += w * u64::from(value.contains('|'));
        }
        self.comma += w * u64::from(c.any(COMMA));
        self.hash += w * u64::from(value.starts_with('#'));
        self.json += w * u64::from(value.len() <= 60 && c.any(OTHER) && is_json(value));
        let wide = c.any(WIDE);
        if c.digits == 0 || wide {
            if value.len() <= 12 {
                self.salutations += w * u64::from(is_salutation(value));
            }
            let letters = c.only(LETTER | SPACE | DOT | APOSTROPHE | HYPHEN | WIDE);
            self.names += w * u64::from(letters && c.any(SPACE | WIDE) && is_name_like(value));
        }
        if value.len() <= 40 && (wide || c.any(LETTER)) {
            let named = wide || c.digits == 0 && may_be_country(value);
            if let Some(found) = if named { country::find(value) } else { None } {
                self.countries += w;
                *self.named_regions.entry(found.code.as_str()).or_default() += w;
            }
            self.purposes += w * u64::from(purpose(value));
        }
    }
}

impl Reading {
    fn of(value: &str, digits: usize, is_date: bool) -> Self {
        let parts = if !is_date && digits >= 7 { phone::split(value) } else { Vec::new() };
        let phone = !parts.is_empty() && parts.iter().all(|p| phone::looks_like(p));
        let regions =
            if phone { parts.iter().filter_map(|p| phone::international_region(p)).collect() } else { Vec::new() };
        let number = number::parse(value, false).or_else(|| number::parse(value, true)).is_some();
        let money =
            number || !is_date && !phone && money::parse(value, false).or_else(|| money::parse(value, true)).is_some();
        Self { regions, phone, number, money, comma_decimal: value.contains([',', '.']) && comma_decimal(value) }
    }
}

/// What values share that are read alike but for their date and rooms: everything but the digits, and of these the first
/// [`NAMING`] where they may name a country. None where the digits decide.
fn way(value: &str, c: Classes, is_date: bool) -> Option<u64> {
    let several = c.any(LIST | COMMA | SLASH) && c.digits >= 7;
    if several || c.digits > 20 || !value.is_ascii() {
        return None;
    }
    let mut key = [0u8; 61];
    let (mut seen, mut signed, mut named) = (0usize, false, 0u32);
    for (to, b) in key.iter_mut().zip(value.bytes()) {
        *to = b;
        if b.is_ascii_digit() {
            signed |= seen == 0 && b == b'0';
            if signed && seen < NAMING {
                named += u32::from(b - b'0');
            } else {
                *to = b'1';
            }
            seen += 1;
        } else if b == b'+' && seen == 0 {
            signed = true;
        }
    }
    // Nothing but zeros so far: whether all are is not told by the first.
    if signed && named == 0 {
        return None;
    }
    if let Some(last) = key.last_mut() {
        *last = u8::from(is_date);
    }
    Some(FxBuildHasher.hash_one(key.get(..value.len().min(60)).map(|k| (k, is_date))))
}

/// `2024-05-12`, `2024-05-12 10:31:22` and `12/05/2024`, decided here; `Some(None)`: so written and no date.
#[allow(clippy::option_option)]
fn iso(value: &str) -> Option<Option<(bool, OrderHint)>> {
    let b = value.as_bytes();
    let number = |from: usize, len: usize| -> Option<u16> {
        b.get(from..from + len)?.iter().try_fold(0u16, |n, d| d.is_ascii_digit().then(|| n * 10 + u16::from(d - b'0')))
    };
    let is = |at: usize, sign: u8| b.get(at) == Some(&sign);
    if b.len() == 10 && (is(2, b'/') && is(5, b'/') || is(2, b'.') && is(5, b'.') || is(2, b'-') && is(5, b'-')) {
        let (first, second, year) = (number(0, 2)?, number(3, 2)?, number(6, 4)?);
        let hint = match (is_day(year, second, first), is_day(year, first, second)) {
            (true, true) if first == second => OrderHint::Same,
            (true, true) => OrderHint::Open,
            (true, false) => OrderHint::Dmy,
            (false, true) => OrderHint::Mdy,
            (false, false) => return Some(None),
        };
        return Some(Some((false, hint)));
    }
    if !(is(4, b'-') && is(7, b'-')) || !(b.len() == 10 || b.len() == 19) {
        return None;
    }
    let (year, month, day) = (number(0, 4)?, number(5, 2)?, number(8, 2)?);
    let mut timed = false;
    if b.len() == 19 {
        if !((is(10, b' ') || is(10, b'T')) && is(13, b':') && is(16, b':')) {
            return None;
        }
        let (hour, minute, second) = (number(11, 2)?, number(14, 2)?, number(17, 2)?);
        if hour > 23 || minute > 59 || second > 59 {
            return Some(None);
        }
        timed = (hour, minute, second) != (0, 0, 0);
    }
    Some(is_day(year, month, day).then_some((timed, OrderHint::None)))
}

fn is_day(year: u16, month: u16, day: u16) -> bool {
    if !i16::try_from(year).is_ok_and(|y| date::YEARS.contains(&y)) {
        return false;
    }
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 => 28 + u16::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// False only where no date is written so: by its first character, by its groups of digits, or for want of a month's name.
fn may_be_date(value: &str, c: Classes) -> bool {
    let first = value.as_bytes().first().copied().unwrap_or(0);
    if value.len() < 4 || value.len() > 40 || !(first.is_ascii_alphanumeric() || first == b'-') {
        return false;
    }
    if c.any(COLON) {
        return true;
    }
    if first == b'-' && !value.starts_with("--") {
        return false;
    }
    let (mut groups, mut inside, mut run, mut longest) = (0, false, 0, 0);
    for b in value.bytes() {
        let part = b.is_ascii_alphanumeric();
        groups += usize::from(part && !inside);
        inside = part;
        run = if b.is_ascii_alphabetic() { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    match groups {
        1 => value.len() == 8 && c.digits == 8,
        2 => longest >= 3 || value.starts_with("--"),
        3 => longest >= 3 || !c.any(LETTER),
        _ => longest >= 3,
    }
}

/// False only where the number that rooms begin with is missing or too large.
fn may_be_bedrooms(value: &str) -> bool {
    let lead = value.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
    let large = lead >= 3 && !value.get(..lead).is_some_and(|l| l.contains('.') || l.starts_with('0'));
    value.len() <= 16 && (1..=4).contains(&lead) && !large
}

/// A digit, a point and a digit.
fn has_decimal(value: &str) -> bool {
    value.as_bytes().windows(3).any(|w| matches!(w, [a, b'.', b] if a.is_ascii_digit() && b.is_ascii_digit()))
}

/// [`crate::values::email::parse`] for values of letters, digits and the signs `.`, `-`, `_`, `+`, `@`.
fn is_plain_email(value: &str) -> bool {
    let Some((local, domain)) = value.rsplit_once('@') else { return false };
    let local_ok = !local.is_empty()
        && local.len() <= 64
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && !local.contains('@');
    if !local_ok || domain.len() > 253 || domain.contains(['_', '+']) {
        return false;
    }
    let (mut labels, mut last) = (0, "");
    for label in domain.split('.') {
        if label.is_empty() || label.len() > 63 || label.starts_with('-') || label.ends_with('-') {
            return false;
        }
        labels += 1;
        last = label;
    }
    labels >= 2 && last.len() >= 2 && !last.bytes().all(|b| b.is_ascii_digit())
}

/// First two letters of the words of [`is_purpose`], by their lowest five bits.
const BEGINNINGS: [bool; 1024] = {
    let mut table = [false; 1024];
    let pairs = [b"bu", b"re", b"se", b"in", b"le", b"pu", b"en", b"te", b"la"];
    let mut i = 0;
    while i < pairs.len() {
        #[allow(clippy::indexing_slicing)]
        {
            table[((pairs[i][0] & 31) as usize) << 5 | (pairs[i][1] & 31) as usize] = true;
        }
        i += 1;
    }
    table
};

fn purpose(value: &str) -> bool {
    let begins = || {
        value.as_bytes().windows(2).any(|pair| match pair {
            [a, b] => BEGINNINGS.get(usize::from(a & 31) << 5 | usize::from(b & 31)) == Some(&true),
            _ => false,
        })
    };
    (!value.is_ascii() || begins()) && is_purpose(value)
}

/// First and last letter and length of every spelling of a country.
static COUNTRIES: LazyLock<Vec<bool>> = LazyLock::new(|| {
    let mut table = vec![false; 1 << 16];
    for c in country::all() {
        for spelling in [&c.code, &c.name].into_iter().chain(&c.aliases) {
            if let Some(place) = country_place(spelling).and_then(|at| table.get_mut(at)) {
                *place = true;
            }
        }
    }
    table
});

fn country_place(text: &str) -> Option<usize> {
    let (first, last) = (text.bytes().next()?, text.bytes().next_back()?);
    (text.len() < 64).then(|| usize::from(first & 31) << 11 | usize::from(last & 31) << 6 | text.len())
}

fn may_be_country(value: &str) -> bool {
    country_place(value).is_some_and(|at| COUNTRIES.get(at) == Some(&true))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn counts(p: &Profile) -> (Vec<u64>, String) {
        let numbers = vec![
            p.emails,
            p.phones,
            p.zeros,
            p.international,
            p.urls,
            p.social,
            p.dates,
            p.with_time,
            p.day_first,
            p.month_first,
            p.order_open,
            p.numbers,
            p.integers,
            p.money,
            p.comma_decimals,
            p.booleans,
            p.json,
            p.bedrooms,
            p.salutations,
            p.names,
            p.countries,
            p.purposes,
            p.triple_colon,
            p.semicolon,
            p.pipe,
            p.comma,
            p.hash,
        ];
        (numbers, format!("{:?} {:?}", p.phone_regions, p.named_regions))
    }

    fn alike(values: &[String]) {
        let (mut quick, mut plain) = (Profile::default(), Profile::default());
        for value in values.iter().map(|v| crate::values::text::clean(v).text.into_owned()).filter(|v| !v.is_empty()) {
            quick.shapes(&value, 3);
            plain.shapes_plain(&value, 3);
            assert_eq!(counts(&quick), counts(&plain), "{value:?}");
        }
    }

    #[test]
    fn no_spelling_of_a_country_holds_a_digit_or_an_at() {
        for c in country::all() {
            for spelling in [&c.code, &c.name].into_iter().chain(&c.aliases) {
                assert!(!spelling.contains(|c: char| c.is_ascii_digit() || c == '@'), "{spelling}");
            }
        }
    }

    #[test]
    fn known_values_are_counted_as_the_plain_reading_counts_them() {
        let values = [
            "+91 98765 43210",
            "+91 98111 11111",
            "0091 98765 43210",
            "00974 5550 1234",
            "00968 5550 1234",
            "00971 5550 1234",
            "98765 43210",
            "(415) 555-0132",
            "(0) 20 7946 0018",
            "+44 (0)20 7946 0018",
            "000000",
            "0000 0001",
            "0000000000",
            "12345678",
            "20240512",
            "2024-05-12",
            "2024-13-12",
            "2024-02-30",
            "2023-02-29",
            "31/12/2024",
            "12/31/2024",
            "03/04/2024",
            "05/05/2024",
            "3/4/24",
            "2024-05-12 10:31:22",
            "2024-05-12T00:00:00",
            "2024-05-12 24:00:00",
            "12 May 2024",
            "May 12, 2024",
            "12-May",
            "--05-12",
            "HC-1000123",
            "meera@rao.example",
            "m.@rao.example",
            "a@b",
            "a@b.1",
            "a1.5@b.co",
            "a1.234.567@b.co",
            "123456ext.7@x.co",
            "1,234.50",
            "1.234,50",
            "1.5 Cr",
            "AED 2.3M",
            "2.75-3.44 Cr",
            "1,25,00,000",
            "3BHK",
            "3-4",
            "50",
            "51",
            "3.5",
            "1",
            "0",
            "yes",
            "Studio",
            "India",
            "UAE",
            "Dr.",
            "Meera Rao",
            "Buy",
            "Paulette",
            "tel:+91 98765 43210",
            "98765 43210 ext 12",
            "98765 43210; 98111 11111",
            "98765 43210 / 98111 11111",
            "www.rao.example",
            "{\"a\":1}",
            "#a #b",
            "a ::: b",
            "\u{20b9}1,25,00,000",
            "\u{661}\u{662}\u{663}\u{664}\u{665}\u{666}\u{667}",
            "Fri 12 May 2024",
            "-5",
            "(500)",
            "+5",
            "007",
        ];
        alike(&values.map(str::to_owned));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2048, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_value_is_counted_as_the_plain_reading_counts_it(
            values in prop::collection::vec(
                prop_oneof![
                    "[0-9+() ./,-]{1,16}", "(\\+|00|0|)[0-9]{2,3}[ -]?[0-9]{3,5}[ -]?[0-9]{3,5}", "[0-9]{1,4}[-/. ][0-9]{1,2}[-/. ][0-9]{1,4}",
                    "[a-zA-Z0-9._+@-]{1,20}", "[a-z0-9.]{1,6}@[a-z0-9.-]{1,8}\\.[a-z0-9]{1,3}", "[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|)",
                    "(Rs|AED|\\$|)[ ]?[0-9]{1,3}([.,][0-9]{1,3}){0,3} ?(Cr|L|M|k|BHK|bed|)", "[0-9]{1,2} ?(Jan|feb|Mai|Sept|x|)[a-z]{0,3} ?[0-9]{0,4}",
                    "\\PC{1,20}", "[A-Za-z .'-]{1,20}", "[A-Z]{1,3}-?[0-9]{1,9}", "(0|1){1,12}", "[0-9 x;#ext.&|,:]{6,30}",
                ],
                1..12,
            ),
        ) {
            alike(&values);
        }
    }
}
