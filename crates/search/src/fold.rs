//! Text to plain words: lower-case Latin letters and digits, with the place of each in the text.

use std::ops::Range;

use crate::script;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Folded: `a` to `z` and digits only.
    pub text: String,
    /// Where it stands in the text, in bytes.
    pub at: Range<usize>,
    /// Written in letters that are not Latin.
    pub foreign: bool,
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{02bc}' | '`')
}

/// The words of a text in order. A Chinese character is a word of its own, an apostrophe does not part one, an Arabic
/// article is parted from what follows.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::new();
    let mut begun: Option<usize> = None;
    for (at, c) in text.char_indices() {
        let inside = c.is_alphanumeric() || (begun.is_some() && (is_apostrophe(c) || script::is_sign(c)));
        let alone = script::is_ideograph(c);
        if let Some(start) = begun.filter(|_| !inside || alone) {
            word(text, start..at, &mut out);
            begun = None;
        }
        if alone {
            word(text, at..at + c.len_utf8(), &mut out);
        } else if inside && begun.is_none() {
            begun = Some(at);
        }
    }
    if let Some(start) = begun {
        word(text, start..text.len(), &mut out);
    }
    out
}

fn word(text: &str, at: Range<usize>, out: &mut Vec<Token>) {
    let Some(raw) = text.get(at.clone()) else { return };
    if raw.is_ascii() {
        let folded: String = raw.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
        if !folded.is_empty() {
            out.push(Token { text: folded, at, foreign: false });
        }
        return;
    }
    let foreign = raw.chars().any(|c| c.is_alphabetic() && u32::from(c) >= 0x0370 && !is_latin_extension(c));
    let roman = script::latin(raw).unwrap_or_else(|| any_ascii::any_ascii(raw));
    for part in roman.split(' ') {
        let folded: String = part.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
        if !folded.is_empty() {
            out.push(Token { text: folded, at: at.clone(), foreign });
        }
    }
}

fn is_latin_extension(c: char) -> bool {
    matches!(u32::from(c), 0x1e00..=0x1eff | 0x2c60..=0x2c7f | 0xa720..=0xa7ff | 0xfb00..=0xfb06 | 0xff21..=0xff5a)
}

/// The words of a text with single spaces between them.
#[must_use]
pub fn fold(text: &str) -> String {
    tokens(text).into_iter().map(|t| t.text).collect::<Vec<_>>().join(" ")
}

/// Runs of letters and of digits in a folded word that has both; nothing of one that has not.
pub(crate) fn parts(word: &str) -> Vec<&str> {
    let mut out: Vec<&str> = Vec::new();
    let mut start = 0;
    let mut last: Option<bool> = None;
    for (at, c) in word.char_indices() {
        let digit = c.is_ascii_digit();
        if last.is_some_and(|l| l != digit) {
            out.extend(word.get(start..at));
            start = at;
        }
        last = Some(digit);
    }
    if out.is_empty() {
        return out;
    }
    out.extend(word.get(start..));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_folds_to_plain_words() {
        for (text, folded) in [
            ("Rina Sen", "rina sen"),
            ("O\u{2019}Brien, Zo\u{eb}", "obrien zoe"),
            ("Al-Mansoori", "al mansoori"),
            ("\u{627}\u{644}\u{645}\u{632}\u{631}\u{648}\u{639}\u{64a}", "al mzrui"),
            ("\u{674e}\u{4f1f} Tan", "li wei tan"),
            ("rina.sen1234@mail.example", "rina sen1234 mail example"),
            ("  -- ", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
        assert_eq!(parts("sen1234x"), ["sen", "1234", "x"]);
        assert_eq!(parts("sen"), Vec::<&str>::new());
    }

    #[test]
    fn a_word_knows_where_it_stands_and_what_it_is_written_in() {
        let text = "Dr. \u{930}\u{940}\u{928}\u{93e} Sen";
        let found = tokens(text);
        let places: Vec<(&str, bool)> =
            found.iter().filter_map(|t| Some((text.get(t.at.clone())?, t.foreign))).collect();
        assert_eq!(places, [("Dr", false), ("\u{930}\u{940}\u{928}\u{93e}", true), ("Sen", false)]);
    }
}
