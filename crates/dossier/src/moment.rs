//! Instants and days as records write them: with an offset, as local time, or as a day alone.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

/// What time it is for whoever asks, passed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    local: DateTime,
    /// Seconds that local time is ahead of UTC.
    ahead: i64,
}

/// A moment of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// Seconds since 1970 in UTC.
    pub seconds: i64,
    /// The local day.
    pub day: Date,
}

/// A local time as seconds, as if it were UTC.
fn seconds_of(at: DateTime) -> Option<i64> {
    TimeZone::UTC.to_timestamp(at).ok().map(Timestamp::as_second)
}

/// `+05:30` in seconds.
fn offset_of(text: &str) -> Option<i64> {
    let sign = match text.get(..1)? {
        "+" => 1,
        "-" => -1,
        "Z" if text.len() == 1 => return Some(0),
        _ => return None,
    };
    let (hours, minutes) = text.get(1..)?.split_once(':')?;
    let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours <= 15 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}

/// The day that begins a text, if it begins with one.
#[must_use]
pub fn written_day(text: &str) -> Option<Date> {
    text.get(..10)?.parse().ok()
}

/// `18 Oct 2026`.
#[must_use]
pub fn spoken_day(day: Date) -> String {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let month = usize::try_from(day.month()).ok().and_then(|m| MONTHS.get(m.checked_sub(1)?)).copied();
    format!("{} {} {}", day.day(), month.unwrap_or_default(), day.year())
}

/// Whole days from one day to another; negative backwards.
#[must_use]
pub fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// The day so many days before; the first day there is where the calendar ends.
#[must_use]
pub fn days_before(day: Date, days: u32) -> Date {
    day.checked_sub(i64::from(days).days()).unwrap_or(Date::MIN)
}

impl Clock {
    /// The instant in milliseconds since 1970, and by how many minutes the clocks of whoever asks are ahead of UTC.
    #[must_use]
    pub fn ahead_by(now_ms: u64, minutes: i32) -> Self {
        let seconds = i64::try_from(now_ms / 1000).unwrap_or(i64::MAX);
        let ahead = i64::from(minutes) * 60;
        let local = Timestamp::from_second(seconds.saturating_add(ahead)).unwrap_or(Timestamp::MAX);
        Self { local: TimeZone::UTC.to_datetime(local), ahead }
    }

    /// The instant in milliseconds since 1970, and the local time of whoever asks (`2026-11-21T15:50:00`, better with its
    /// offset); without one, UTC. An offset that is not said is what the two differ by, in quarters of an hour.
    ///
    /// # Errors
    /// What is wrong with the local time, as a sentence.
    pub fn new(now_ms: u64, local: Option<&str>) -> Result<Self, String> {
        let seconds = i64::try_from(now_ms / 1000).unwrap_or(i64::MAX);
        let utc = Timestamp::from_second(seconds).unwrap_or(Timestamp::MAX);
        let utc = TimeZone::UTC.to_datetime(utc);
        let Some(text) = local else { return Ok(Self { local: utc, ahead: 0 }) };
        let wrong =
            || format!("{text:?} is no local time; write it as 2026-11-21T15:50:00 or 2026-11-21T15:50:00+05:30.");
        let (time, offset) = match text.get(19..).filter(|rest| !rest.is_empty()) {
            Some(rest) => (text.get(..19).unwrap_or_default(), Some(offset_of(rest).ok_or_else(wrong)?)),
            None => (text, None),
        };
        let local: DateTime = time.parse().map_err(|_| wrong())?;
        if let Some(ahead) = offset {
            return Ok(Self { local, ahead });
        }
        let ahead = seconds_of(local).unwrap_or(seconds).saturating_sub(seconds);
        // Whoever asks about another day than today is not somewhere else in the world.
        let ahead = if ahead.abs() > 15 * 3600 { 0 } else { (ahead + 450).div_euclid(900) * 900 };
        Ok(Self { local, ahead })
    }

    /// Today.
    #[must_use]
    pub fn today(&self) -> Date {
        self.local.date()
    }

    /// Reads a moment; none for what is no time.
    #[must_use]
    pub fn moment(&self, text: &str) -> Option<Moment> {
        let text = text.trim();
        if text.len() == 10 {
            let day: Date = text.parse().ok()?;
            return Some(Moment {
                seconds: seconds_of(day.to_datetime(jiff::civil::Time::midnight()))? - self.ahead,
                day,
            });
        }
        if let Ok(instant) = text.parse::<Timestamp>() {
            return Some(self.instant(instant.as_second()));
        }
        let at: DateTime = text.parse().ok()?;
        Some(Moment { seconds: seconds_of(at)? - self.ahead, day: at.date() })
    }

    /// The moment of an instant.
    #[must_use]
    pub fn instant(&self, seconds: i64) -> Moment {
        let local = Timestamp::from_second(seconds.saturating_add(self.ahead)).unwrap_or_default();
        Moment { seconds, day: TimeZone::UTC.to_datetime(local).date() }
    }

    /// When an id was made: ids rise with time (RFC 9562, version 7).
    #[must_use]
    pub fn of_id(&self, id: uuid::Uuid) -> Moment {
        let ms = id.as_u128() >> 80;
        self.instant(i64::try_from(ms / 1000).unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-20T20:00:00Z, which is half past one the next morning in Kolkata.
    const EVENING: u64 = 1_795_204_800_000;

    fn kolkata() -> Clock {
        Clock::new(EVENING, Some("2026-11-21T01:30:07")).expect("a local time")
    }

    #[test]
    fn an_instant_falls_on_the_day_of_whoever_asks_and_a_local_time_on_its_own() {
        let clock = kolkata();
        assert_eq!(clock.today().to_string(), "2026-11-21");
        let day = |text: &str| clock.moment(text).expect("a time").day.to_string();
        assert_eq!(day("2026-11-20T20:00:00.000Z"), "2026-11-21");
        assert_eq!(day("2026-11-20T23:59:00"), "2026-11-20");
        assert_eq!(day("2026-11-20T23:59:00+05:30"), "2026-11-20");
        assert_eq!(day("2026-11-20"), "2026-11-20");
        assert_eq!(clock.moment("soon"), None);
    }

    #[test]
    fn the_same_moment_is_the_same_however_it_is_written() {
        let clock = kolkata();
        let seconds = |text: &str| clock.moment(text).expect("a time").seconds;
        assert_eq!(seconds("2026-11-21T01:30:00"), seconds("2026-11-20T20:00:00Z"));
        assert_eq!(seconds("2026-11-21T01:30:00+05:30"), seconds("2026-11-20T20:00:00Z"));
        let utc = Clock::new(EVENING, None).expect("UTC");
        assert_eq!(utc.moment("2026-11-20T20:00:00").map(|m| m.seconds), Some(1_795_204_800));
        // Asked again later with the time of the first asking, the offset stays what was said.
        let said = Clock::new(EVENING + 3_600_000, Some("2026-11-21T01:30:00+05:30")).expect("with its offset");
        assert_eq!(said.moment("2026-11-21T01:30:00").map(|m| m.seconds), Some(1_795_204_800));
        for wrong in ["now", "2026-11-21T01:30:00+0530", "2026-11-21T01:30:00+99:00"] {
            assert!(Clock::new(EVENING, Some(wrong)).is_err(), "{wrong}");
        }
    }

    #[test]
    fn days_are_counted_over_the_ends_of_months_and_years() {
        let day = |text: &str| written_day(text).expect("a day");
        assert_eq!(days_between(day("2026-10-18"), day("2026-11-21T09:00")), 34);
        assert_eq!(days_between(day("2027-01-01"), day("2026-12-30")), -2);
        assert_eq!(days_before(day("2026-03-01"), 1), day("2026-02-28"));
        assert_eq!(spoken_day(day("2026-10-18")), "18 Oct 2026");
    }
}
