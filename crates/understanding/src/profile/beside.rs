//! What stands beside a phone or an address in a cell, and words of the trade.

use std::sync::LazyLock;

use regex::Regex;

use super::Profile;
use crate::values::{date, email, phone};

static PROPERTY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        "(?i)apartment|flat|villa|plot|townhouse|penthouse|studio|bungalow|duplex|row house|office|shop|warehouse|land|\
         wohnung|haus|appartement|maison|piso|casa|terreno|apartamento|moradia|\u{634}\u{642}\u{629}|\
         \u{641}\u{64a}\u{644}\u{627}",
    )
    .ok()
});

impl Profile {
    /// Counts what a value holds beside what it is; `w`: in how many cells it stands.
    pub(super) fn beside(&mut self, value: &str, w: u64) {
        self.long_texts += w * u64::from(value.len() > 80);
        self.text_with_email += w * u64::from(value.contains('@') && holds_email_and_words(value));
        self.text_with_phone +=
            w * u64::from(holds_phone_and_words(value) && date::parse(value).is_none() && !is_phone(value));
        self.single_words += w * u64::from(value.chars().all(char::is_alphabetic));
        if value.len() <= 40 {
            self.property_types += w * u64::from(PROPERTY.as_ref().is_some_and(|r| r.is_match(value)));
        }
    }
}

fn is_phone(value: &str) -> bool {
    let parts = if value.len() <= 200 { phone::split(value) } else { Vec::new() };
    !parts.is_empty() && parts.iter().all(|p| phone::looks_like(p))
}

/// A run of 8 to 15 digits, as phones are written, in a cell with a word of letters beside it.
fn holds_phone_and_words(value: &str) -> bool {
    if value.len() > 120 || value.bytes().filter(u8::is_ascii_digit).count() < 8 {
        return false;
    }
    if value.contains('{') || value.chars().filter(|c| c.is_alphabetic()).count() < 3 {
        return false;
    }
    value
        .split(|c: char| !(c.is_ascii_digit() || matches!(c, ' ' | '+' | '-' | '.' | '(' | ')')))
        .any(|run| (8..=15).contains(&run.bytes().filter(u8::is_ascii_digit).count()) && run.len() <= 24)
}

/// An address among words of its own.
fn holds_email_and_words(value: &str) -> bool {
    let between = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '(' | ')' | '/' | '|' | ',' | ';' | '[' | ']');
    if value.len() > 160 || !value.contains(between) {
        return false;
    }
    let (mails, words): (Vec<&str>, Vec<&str>) =
        value.split(between).filter(|t| !t.is_empty()).partition(|t| email::parse(t).is_some());
    !mails.is_empty() && words.iter().any(|w| w.chars().any(char::is_alphabetic))
}
