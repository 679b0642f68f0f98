//! Cells as people fill them, each with the value that an honest importer makes of it.

use serde_json::{Value, json};

use crate::Draw;

/// What is judged about a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Phone,
    Email,
    Date,
    Money,
    Name,
}

impl Kind {
    pub fn word(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Date => "date",
            Self::Money => "money",
            Self::Name => "name",
        }
    }
}

/// A cell's text and what is true about it: nothing for texts that are not judged, two kinds where a cell combines them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Cell {
    pub text: String,
    pub truth: Vec<(Kind, Value)>,
}

impl Cell {
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), truth: Vec::new() }
    }

    pub fn of(text: impl Into<String>, kind: Kind, value: Value) -> Self {
        Self { text: text.into(), truth: vec![(kind, value)] }
    }

    /// Says something that must become a question, never a value.
    pub fn held(text: impl Into<String>, kind: Kind) -> Self {
        Self::of(text, kind, json!("held"))
    }

    /// Says nothing: no value may come of it.
    pub fn nothing(text: impl Into<String>, kind: Kind) -> Self {
        Self::of(text, kind, json!("empty"))
    }
}

/// A calendar day; never after the 28th, so that every month has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day {
    pub year: u32,
    pub month: u32,
    pub day: u32,
}

/// How a column writes its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// `25/12/2024`
    Dmy(char),
    /// `25/12/24`
    DmyShort(char),
    /// `5/3/2024`
    DmyBare(char),
    /// `12/25/2024`
    Mdy(char),
    /// `3/25/2024`
    MdyBare(char),
    /// `25 Dec 2024`
    DayMonYear,
    /// `2024-12-25`
    Iso,
    /// `2024/12/25`
    YmdSlash,
    /// `25-Dec-24`
    DayMon,
    /// `25 December 2024`
    DayMonth(&'static [&'static str; 12]),
    /// `25 de dezembro de 2024`
    DayDeMonth(&'static [&'static str; 12]),
    /// `25. Dezember 2024`
    DayDotMonth(&'static [&'static str; 12]),
    /// `Dec 25, 2024`
    MonDay,
    /// `45651`, as a sheet shows a date that lost its format.
    Serial,
    /// `20241225`
    Packed,
    /// `٢٠٢٤/١٢/٢٥`
    ArabicDigits,
}

const MONTHS: [&str; 12] = [
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
pub(super) const ENGLISH: &[&str; 12] = &MONTHS;
pub(super) const FRENCH: &[&str; 12] = &[
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
pub(super) const GERMAN: &[&str; 12] = &[
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];
pub(super) const PORTUGUESE: &[&str; 12] = &[
    "janeiro",
    "fevereiro",
    "março",
    "abril",
    "maio",
    "junho",
    "julho",
    "agosto",
    "setembro",
    "outubro",
    "novembro",
    "dezembro",
];
pub(super) const HINDI: &[&str; 12] =
    &["जनवरी", "फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर"];

impl Day {
    pub fn drawn(d: &mut Draw, from: u32, years: usize) -> Self {
        Self { year: from + d.below(years) as u32, month: 1 + d.below(12) as u32, day: 1 + d.below(28) as u32 }
    }

    /// A day that can be read in one way only when it is written in numbers.
    pub fn clear(mut self) -> Self {
        if self.day <= 12 {
            self.day += 14;
        }
        self
    }

    /// A day that can be read in two ways when it is written in numbers.
    pub fn doubtful(mut self) -> Self {
        self.day = 1 + self.day % 12;
        if self.day == self.month {
            self.day = 1 + self.month % 12;
        }
        self
    }

    pub fn iso(self) -> String {
        format!("{}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// Days since the eve of 1900, as sheets count them (civil-from-days after Hinnant).
    fn serial(self) -> i64 {
        let (y, m) = if self.month <= 2 { (self.year - 1, self.month + 9) } else { (self.year, self.month - 3) };
        let (y, m, d) = (i64::from(y), i64::from(m), i64::from(self.day));
        let of_year = (153 * m + 2) / 5 + d - 1;
        let since_epoch = y * 365 + y / 4 - y / 100 + y / 400 + of_year - 719_468;
        since_epoch + 25_569
    }

    pub fn write(self, style: Style) -> String {
        let Self { year: y, month: m, day: d } = self;
        let name = |names: &[&'static str; 12]| names[m as usize - 1];
        match style {
            Style::Dmy(s) => format!("{d:02}{s}{m:02}{s}{y}"),
            Style::DmyShort(s) => format!("{d:02}{s}{m:02}{s}{:02}", y % 100),
            Style::DmyBare(s) => format!("{d}{s}{m}{s}{y}"),
            Style::Mdy(s) => format!("{m:02}{s}{d:02}{s}{y}"),
            Style::MdyBare(s) => format!("{m}{s}{d}{s}{y}"),
            Style::DayMonYear => format!("{d} {} {y}", &name(ENGLISH)[..3]),
            Style::Iso => self.iso(),
            Style::YmdSlash => format!("{y}/{m:02}/{d:02}"),
            Style::DayMon => format!("{d:02}-{}-{:02}", &name(ENGLISH)[..3], y % 100),
            Style::DayMonth(names) => format!("{d} {} {y}", name(names)),
            Style::DayDeMonth(names) => format!("{d} de {} de {y}", name(names)),
            Style::DayDotMonth(names) => format!("{d}. {} {y}", name(names)),
            Style::MonDay => format!("{} {d}, {y}", &name(ENGLISH)[..3]),
            Style::Serial => self.serial().to_string(),
            Style::Packed => format!("{y}{m:02}{d:02}"),
            Style::ArabicDigits => arabic_digits(&format!("{y}/{m:02}/{d:02}")),
        }
    }

    pub fn cell(self, style: Style) -> Cell {
        Cell::of(self.write(style), Kind::Date, json!(self.iso()))
    }
}

pub(super) fn arabic_digits(text: &str) -> String {
    text.chars().map(|c| c.to_digit(10).and_then(|n| char::from_u32(0x660 + n)).unwrap_or(c)).collect()
}

/// `12500000` as `1,25,00,000`.
pub(super) fn indian(n: u64) -> String {
    let text = n.to_string();
    if text.len() <= 3 {
        return text;
    }
    let (head, tail) = text.split_at(text.len() - 3);
    format!("{},{tail}", grouped_by(head, 2, ","))
}

/// `12500000` as `12,500,000`, with the separator given.
pub(super) fn thousands(n: u64, separator: &str) -> String {
    grouped_by(&n.to_string(), 3, separator)
}

fn grouped_by(digits: &str, size: usize, separator: &str) -> String {
    let lead = digits.len() % size;
    let mut groups = Vec::new();
    if lead > 0 {
        groups.push(&digits[..lead]);
    }
    let mut at = lead;
    while at < digits.len() {
        groups.push(&digits[at..at + size]);
        at += size;
    }
    groups.join(separator)
}

/// Hundredths as a decimal without trailing zeros: 125 is `1.25`.
pub(super) fn hundredths(n: u64) -> String {
    let text = format!("{}.{:02}", n / 100, n % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// What a cell of money says. `stated`: the cell or its header names the currency; else none need be found.
pub(super) fn amount(n: u64, currency: &str, stated: bool) -> Value {
    json!({ "amount": n.to_string(), "currency": currency, "stated": stated })
}

pub(super) fn money(text: impl Into<String>, n: u64, currency: &str, stated: bool) -> Cell {
    Cell::of(text, Kind::Money, amount(n, currency, stated))
}
