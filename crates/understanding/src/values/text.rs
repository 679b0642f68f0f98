//! Text as people wrote it: NFC, without characters that can't be seen; and the words that mean "nothing".

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Cell texts that stand for an empty cell in exports of databases and spreadsheets, lower-cased (`fields.md`, "Values").
const SENTINELS: &[&str] = &[
    "null",
    "(null)",
    "<null>",
    "\\n",
    "n/a",
    "#n/a",
    "n.a.",
    "n.a",
    "none",
    "(none)",
    "nil",
    "nan",
    "undefined",
    "-",
    "--",
    "---",
    "\u{2013}",
    "\u{2014}",
    "#ref!",
    "#value!",
    "#name?",
    "#null!",
    "#div/0!",
    "#error!",
    "(blank)",
    "[none]",
    "not available",
    "not provided",
    "not applicable",
    "keine angabe",
    "nicht angegeben",
    "k.a.",
    "n/d",
    "s/d",
    "sin datos",
    "non renseigné",
    "não informado",
    "غير متوفر",
    "لا يوجد",
    "उपलब्ध नहीं",
];

/// Dates that programs write where there is none, without their time of day.
const DATE_SENTINELS: &[&str] = &[
    "0/0/00",
    "0/0/0000",
    "00/00/00",
    "00/00/0000",
    "00.00.0000",
    "00-00-0000",
    "0000-00-00",
    "1900-01-01",
    "01/01/1900",
    "1/1/1900",
    "01.01.1900",
    "01-01-1900",
    "1899-12-30",
    "12/30/1899",
    "0001-01-01",
    "1/1/0001",
    "01/01/0001",
    "1753-01-01",
];

/// Cleaned text, and whether invisible characters were taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cleaned<'a> {
    /// NFC, trimmed.
    pub text: Cow<'a, str>,
    /// Whether zero-width or control characters were removed.
    pub had_hidden: bool,
}

/// Trims, composes to NFC and removes what can't be seen. Line breaks and tabs inside stay.
///
/// Joiners stay beside letters outside ASCII: Indic and Arabic scripts and emoji need them.
#[must_use]
pub fn clean(raw: &str) -> Cleaned<'_> {
    // Our own exports, and people in spreadsheets, put an apostrophe before what would run as a formula.
    let trimmed = crate::export::unguarded(raw.trim()).trim();
    if trimmed.is_ascii() && !trimmed.bytes().any(|b| b.is_ascii_control() && !matches!(b, b'\n' | b'\r' | b'\t')) {
        return Cleaned { text: Cow::Borrowed(trimmed), had_hidden: false };
    }
    let mut had_hidden = false;
    let mut kept = String::with_capacity(trimmed.len());
    let mut chars = trimmed.chars().peekable();
    let mut previous = ' ';
    while let Some(c) = chars.next() {
        let joiner = matches!(c, '\u{200c}' | '\u{200d}');
        let joins = joiner && !previous.is_ascii() && chars.peek().is_some_and(|n| !n.is_ascii() && !is_hidden(*n));
        if is_hidden(c) && !joins {
            had_hidden = true;
            continue;
        }
        kept.push(c);
        previous = c;
    }
    let text = match is_nfc_quick(kept.chars()) {
        IsNormalized::Yes => kept,
        _ => kept.nfc().collect(),
    };
    let text = text.trim();
    if text == trimmed {
        return Cleaned { text: Cow::Borrowed(trimmed), had_hidden };
    }
    // Composing may change what stands beside a joiner, and taking out may bring together what composes.
    let again = clean(text);
    Cleaned { text: Cow::Owned(again.text.into_owned()), had_hidden: had_hidden || again.had_hidden }
}

fn is_hidden(c: char) -> bool {
    match c {
        '\n' | '\r' | '\t' => false,
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}'
        | '\u{fffe}' => true,
        _ => c.is_control(),
    }
}

/// The text with the entities of web pages decoded (`Rao &amp; Sons`, `O&#39;Neill`); none where it holds none.
#[must_use]
pub fn entities(text: &str) -> Option<String> {
    if !text.contains('&') || !text.contains(';') {
        return None;
    }
    let decoded = html_escape::decode_html_entities(text);
    (decoded != text).then(|| clean(&decoded).text.into_owned())
}

/// Whether a cell's text is a program's way of writing "nothing". Empty text is not a sentinel.
#[must_use]
pub fn is_sentinel(text: &str) -> bool {
    if text.is_empty() || text.len() > 40 {
        return false;
    }
    SENTINELS.iter().any(|s| s.eq_ignore_ascii_case(text)) || is_date_sentinel(text)
}

/// Whether a text is an impossible or placeholder date, with or without a time of day.
#[must_use]
pub fn is_date_sentinel(text: &str) -> bool {
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let date = text.split([' ', 'T']).next().unwrap_or_default();
    DATE_SENTINELS.contains(&date) && !text.bytes().any(|b| b.is_ascii_alphabetic() && b != b'T' && b != b'Z')
}

/// Whether a moment is the first of a computer's clock: an empty field, since no customer was met in 1970. People may be
/// born then.
#[must_use]
pub fn is_epoch(text: &str) -> bool {
    let date = text.split([' ', 'T']).next().unwrap_or_default();
    matches!(date, "1970-01-01" | "01-01-1970" | "01/01/1970" | "1/1/1970" | "01.01.1970" | "1/1/70" | "01/01/70")
}

/// A sentinel where a name stands: `Null`, `None` and `Nan` in title case are people's names.
#[must_use]
pub fn is_name_sentinel(text: &str) -> bool {
    is_sentinel(text) && !matches!(text, "Null" | "None" | "Nil" | "Nan")
}
