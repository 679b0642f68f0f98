//! Birth dates: year, month and day, and how two of them differ.

/// Which number comes first in a date of numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Order {
    /// Day, month, year.
    #[default]
    DayFirst,
    /// Month, day, year.
    MonthFirst,
    /// Year, month, day.
    YearFirst,
}

/// A date as far as it is told. A month or day of 0 is not told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Born {
    /// Year.
    pub year: u16,
    /// 1 to 12; 0 unknown.
    pub month: u8,
    /// 1 to 31; 0 unknown.
    pub day: u8,
}

impl Born {
    /// As one number; 0 is kept for "no date".
    #[must_use]
    pub fn packed(self) -> u32 {
        u32::from(self.year) << 9 | u32::from(self.month) << 5 | u32::from(self.day)
    }

    /// The inverse of [`Born::packed`].
    #[must_use]
    pub fn unpacked(packed: u32) -> Option<Self> {
        (packed != 0).then_some(Self {
            year: (packed >> 9) as u16,
            month: (packed >> 5 & 15) as u8,
            day: (packed & 31) as u8,
        })
    }

    /// Whether only the year can be trusted: nothing else is told, or it is the first of January that forms fill in.
    #[must_use]
    pub fn is_year_only(self) -> bool {
        self.month == 0 || (self.month == 1 && self.day <= 1)
    }
}

/// Reads a date. Placeholders (1900-01-01 and before, zeros) give none; impossible days are kept, they are slips of what
/// was meant.
#[must_use]
pub fn read(text: &str, order: Order) -> Option<Born> {
    let text = text.trim();
    let text = text.split_once('T').map_or(text, |(date, _)| if date.len() >= 8 { date } else { text });
    let mut numbers = [(0u32, 0usize); 4];
    let mut n = 0;
    let mut named = None;
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_alphanumeric()) {
        rest = &rest[at..];
        let digit = rest.starts_with(|c: char| c.is_ascii_digit());
        let end = rest.find(|c: char| c.is_ascii_digit() != digit || !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        if digit {
            if n == 3 {
                break;
            }
            numbers[n] = (word.parse().ok()?, word.len());
            n += 1;
        } else if let Some(month) = month_named(word) {
            named = Some((month, n));
        }
    }
    let (year, month, day) = match (n, named) {
        (1, None) if numbers[0].1 == 8 => {
            let v = numbers[0].0;
            if order == Order::YearFirst || (1900..2100).contains(&(v / 10_000)) {
                (v / 10_000, v / 100 % 100, v % 100)
            } else if order == Order::MonthFirst {
                (v % 10_000, v / 1_000_000, v / 10_000 % 100)
            } else {
                (v % 10_000, v / 10_000 % 100, v / 1_000_000)
            }
        }
        (1, None) if numbers[0].1 == 4 => (numbers[0].0, 0, 0),
        (2, Some((month, _))) if numbers[0].1 == 4 => (numbers[0].0, month, numbers[1].0),
        (2, Some((month, _))) => (full_year(numbers[1]), month, numbers[0].0),
        (1, Some((month, _))) if numbers[0].1 == 4 => (numbers[0].0, month, 0),
        (3, None) => {
            let [a, b, c, _] = numbers;
            if a.0 == 0 || b.0 == 0 {
                return None;
            }
            if a.1 == 4 {
                (a.0, b.0, c.0)
            } else if order == Order::MonthFirst {
                (full_year(c), a.0, b.0)
            } else if order == Order::YearFirst && c.1 != 4 {
                (full_year(a), b.0, c.0)
            } else {
                (full_year(c), b.0, a.0)
            }
        }
        _ => return None,
    };
    // A month beyond twelve where the day is not: the two were written the other way round.
    let (month, day) = if month > 12 && (1..=12).contains(&day) { (day, month) } else { (month, day) };
    if !(1901..2100).contains(&year) || month > 12 || day > 31 {
        return None;
    }
    Some(Born { year: u16::try_from(year).ok()?, month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? })
}

fn full_year((value, digits): (u32, usize)) -> u32 {
    match digits {
        // People in a client list are not born in the future: 31 and later belongs to the last century.
        1 | 2 if value <= 30 => 2000 + value,
        1 | 2 => 1900 + value,
        _ => value,
    }
}

fn month_named(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let word = word.get(..3)?.to_ascii_lowercase();
    MONTHS.iter().position(|m| **m == word).and_then(|at| u32::try_from(at + 1).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_their_order() {
        let born = |year, month, day| Some(Born { year, month, day });
        for (text, order, expected) in [
            ("07/03/1962", Order::DayFirst, born(1962, 3, 7)),
            ("07/03/1962", Order::MonthFirst, born(1962, 7, 3)),
            ("1985-11-19", Order::DayFirst, born(1985, 11, 19)),
            ("19390613", Order::YearFirst, born(1939, 6, 13)),
            ("13 Jun 1939", Order::DayFirst, born(1939, 6, 13)),
            ("June 13, 1939", Order::DayFirst, born(1939, 6, 13)),
            ("1939", Order::DayFirst, born(1939, 0, 0)),
            ("25/12/1962", Order::MonthFirst, born(1962, 12, 25)),
            ("1985-11-19T00:00:00Z", Order::DayFirst, born(1985, 11, 19)),
            ("01/01/1900", Order::DayFirst, None),
            ("0/0/00", Order::DayFirst, None),
            ("N/A", Order::DayFirst, None),
            ("", Order::DayFirst, None),
        ] {
            assert_eq!(read(text, order), expected, "{text}");
        }
    }

    #[test]
    fn packing_is_exact() {
        let born = Born { year: 1962, month: 12, day: 25 };
        assert_eq!(Born::unpacked(born.packed()), Some(born));
    }
}
