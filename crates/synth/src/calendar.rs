//! Moments as minutes from the beginning of today, so that they can be compared and put in order.

use jiff::Span;
use jiff::civil::Date;

/// Minutes since today began; what was before is negative.
pub(crate) type When = i64;

const DAY: i64 = 24 * 60;

/// A day's beginning, so many days from today.
pub(crate) fn day(days: i64) -> When {
    days * DAY
}

/// The days from today of the day that a moment lies in.
pub(crate) fn days(when: When) -> i64 {
    when.div_euclid(DAY)
}

/// Writes moments out, knowing which day today is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Calendar {
    today: Date,
}

impl Calendar {
    pub fn new(today: Date) -> Self {
        Self { today }
    }

    fn on(self, when: When) -> Date {
        Span::new().try_days(days(when)).map_or(self.today, |span| self.today.saturating_add(span))
    }

    /// `2026-11-20`.
    pub fn date(self, when: When) -> String {
        self.on(when).to_string()
    }

    /// `2026-11-20T09:30:00`, the local time of whoever wrote it down.
    pub fn datetime(self, when: When) -> String {
        let minute = when.rem_euclid(DAY);
        format!("{}T{:02}:{:02}:00", self.on(when), minute / 60, minute % 60)
    }

    /// `Friday`.
    pub fn weekday(self, when: When) -> &'static str {
        use jiff::civil::Weekday as W;
        match self.on(when).weekday() {
            W::Monday => "Monday",
            W::Tuesday => "Tuesday",
            W::Wednesday => "Wednesday",
            W::Thursday => "Thursday",
            W::Friday => "Friday",
            W::Saturday => "Saturday",
            W::Sunday => "Sunday",
        }
    }

    /// A date of birth of somebody of about this age: the day of the year is theirs.
    pub fn born(self, age: i64, day_of_year: i64) -> String {
        let year = i64::from(self.today.year()) - age;
        let first = Date::new(i16::try_from(year).unwrap_or(1980), 1, 1).unwrap_or(self.today);
        let span = Span::new().try_days(day_of_year.clamp(0, 364)).unwrap_or_default();
        first.saturating_add(span).to_string()
    }
}
