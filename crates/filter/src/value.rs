//! How single values are compared: in memory here, and by the store, which offers these very functions to its queries.

use contracts::FieldKind;
use jiff::Timestamp;
use serde_json::Value;

/// The text by which texts are compared: as lists sort (case, accents and script folded).
#[must_use]
pub fn fold(text: &str) -> String {
    graph::sort_key(text)
}

/// The digits of a phone, by which phones are compared.
#[must_use]
pub fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// A number by which numbers and amounts are compared; none where the text is no plain decimal.
#[must_use]
pub fn number(text: &str) -> Option<f64> {
    let text = text.trim();
    let plain = !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || ".-+".contains(c));
    plain.then(|| text.parse().ok()).flatten().filter(|n: &f64| n.is_finite())
}

/// The day of a date or time as a workspace sees it, whose clocks are so many minutes ahead of UTC: `YYYY-MM-DD`. A time
/// without an offset is one of the workspace already. None for a date without a year.
#[must_use]
pub fn day(text: &str, zone_minutes: i32) -> Option<String> {
    let date = text.get(..10)?;
    let shaped = date.char_indices().all(|(i, c)| if i == 4 || i == 7 { c == '-' } else { c.is_ascii_digit() });
    if !shaped {
        return None;
    }
    let rest = text.get(10..).unwrap_or_default();
    let offset = rest.ends_with(['Z', 'z']) || rest.contains('+') || rest.contains('-');
    if !offset {
        return Some(date.into());
    }
    let Ok(at) = text.parse::<Timestamp>() else { return Some(date.into()) };
    let shifted = at.as_second().checked_add(i64::from(zone_minutes) * 60)?;
    let day = Timestamp::from_second(shifted).ok()?.to_string();
    day.get(..10).map(Into::into)
}

/// Whether a stage or state says that the work is over: won, lost, closed, done, cancelled, dropped.
#[must_use]
pub fn is_over(word: &str) -> bool {
    const OVER: &[&str] = &[
        "won",
        "lost",
        "closed",
        "done",
        "complete",
        "completed",
        "cancelled",
        "canceled",
        "dropped",
        "dead",
        "booked",
        "abandoned",
        "finished",
    ];
    let folded = fold(word);
    folded.split(|c: char| !c.is_alphanumeric()).next().is_some_and(|first| OVER.contains(&first))
}

/// The text of one value or item of a field, by which it is compared; empty where there is none.
#[must_use]
pub fn text_of(kind: FieldKind, part: Option<&str>, value: &Value) -> String {
    let of = |k: &str| value.get(k).and_then(Value::as_str).filter(|s| !s.is_empty());
    let found = match (kind, part) {
        (_, Some(part)) => of(part),
        (FieldKind::Address, None) => of("formatted").or_else(|| of("city")),
        (_, None) => value.as_str().or_else(|| of("value")).or_else(|| of("received")),
    };
    found.unwrap_or_default().to_owned()
}

/// The texts of a field that a person keeps, whatever its shape: one for each of its values.
#[must_use]
pub fn plain(value: &Value) -> Vec<String> {
    match value {
        Value::Array(items) => items.iter().flat_map(plain).collect(),
        Value::Null => Vec::new(),
        Value::String(text) => vec![text.clone()],
        Value::Bool(yes) => vec![if *yes { "yes" } else { "no" }.into()],
        Value::Number(n) => vec![n.to_string()],
        Value::Object(_) => vec![text_of(FieldKind::Text, None, value)],
    }
}

/// The folded form of a text of this kind.
#[must_use]
pub fn folded(kind: FieldKind, text: &str) -> String {
    if kind == FieldKind::Phone { digits(text) } else { fold(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_of_the_day_that_the_workspace_has() {
        assert_eq!(day("2026-03-01T20:00:00Z", 330).as_deref(), Some("2026-03-02"));
        assert_eq!(day("2026-03-01T20:00:00", 330).as_deref(), Some("2026-03-01"));
        assert_eq!(day("2026-03-02T01:00:00+05:30", 0).as_deref(), Some("2026-03-01"));
        assert_eq!(day("2026-03-01", 330).as_deref(), Some("2026-03-01"));
        assert_eq!(day("--03-01", 0), None);
        assert_eq!(day("soon", 0), None);
    }

    #[test]
    fn numbers_are_plain_decimals_only() {
        assert_eq!(number(" 12.50 "), Some(12.5));
        assert_eq!(number("inf"), None);
        assert_eq!(number("1e9"), None);
        assert_eq!(number(""), None);
    }

    #[test]
    fn over_is_over_in_any_words() {
        assert!(is_over("Closed Won") && is_over("DONE") && is_over("lost: price"));
        assert!(!is_over("Closing") && !is_over("Site visit") && !is_over(""));
    }
}
