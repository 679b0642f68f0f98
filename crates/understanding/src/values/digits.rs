//! Digits of every script to ASCII, before a reader looks at them.

use std::borrow::Cow;

/// The zeros of the decimal digits that exports hold (Unicode general category Nd); the nine others follow each of them.
const ZEROS: &[u32] = &[
    0x0660, // Arabic-Indic
    0x06f0, // Persian and Urdu
    0x07c0, // N'Ko
    0x0966, // Devanagari
    0x09e6, // Bengali
    0x0a66, // Gurmukhi
    0x0ae6, // Gujarati
    0x0b66, // Odia
    0x0be6, // Tamil
    0x0c66, // Telugu
    0x0ce6, // Kannada
    0x0d66, // Malayalam
    0x0e50, // Thai
    0xff10, // full width
];

/// The value of a decimal digit of any of these scripts.
#[must_use]
pub fn value(c: char) -> Option<u32> {
    if let Some(d) = c.to_digit(10) {
        return Some(d);
    }
    let n = c as u32;
    ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&n)).map(|zero| n - zero)
}

/// The text with its digits in ASCII, and the Arabic decimal and thousands separators as `.` and `,`.
#[must_use]
pub fn ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.chars().any(|c| changed(c).is_some()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| changed(c).unwrap_or(c)).collect())
}

fn changed(c: char) -> Option<char> {
    match c {
        _ if c.is_ascii() => None,
        '\u{66b}' => Some('.'),
        '\u{66c}' => Some(','),
        _ => value(c).and_then(|d| char::from_digit(d, 10)),
    }
}
