//! What was typed, as words and numbers.

use crate::document::digits;
use crate::fold::tokens;

/// More words than this say nothing more.
const MOST: usize = 12;

/// What was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Its words in order.
    pub words: Vec<Word>,
    /// All of it, folded.
    pub folded: String,
    /// All of it in lower case, where it is one word with a sign that mailboxes have and names have not.
    pub mailbox: Option<String>,
}

/// What stands in mailboxes and not in names.
const SIGNS: [char; 3] = ['@', '.', '_'];

fn mailbox(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let one = text.len() >= 4 && text.starts_with(|c: char| c.is_ascii_alphanumeric());
    (one && text.contains(SIGNS) && !text.contains(char::is_whitespace)).then_some(text)
}

/// One of its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Folded: letters and digits.
    pub text: String,
    /// Typed in letters that are not Latin.
    pub foreign: bool,
    /// A number that was typed in several pieces, each of them.
    pub pieces: Vec<String>,
    /// Typed as a part of a mailbox: whoever types one means no initials.
    pub mailbox: bool,
    /// A part of a mailbox that names its site: such parts are typed to their ends before they say anything.
    pub whole: bool,
}

impl Word {
    /// Whether it is of digits only.
    #[must_use]
    pub fn is_number(&self) -> bool {
        self.text.bytes().all(|b| b.is_ascii_digit())
    }

    /// The ways in which its digits may stand in a phone: as typed, without what is dialled before it, and without the
    /// zero in brackets of `+44 (0)20`.
    pub(crate) fn numbers(&self) -> Vec<&str> {
        let bare = self.text.trim_start_matches('0');
        let mut out = vec![self.text.as_str()];
        if bare.len() < self.text.len() && bare.len() >= 4 {
            out.push(bare);
        }
        out
    }

    /// A long number without its first digits: another country code, or one that is not kept.
    pub(crate) fn shorter_numbers(&self) -> Vec<String> {
        let bare = self.text.trim_start_matches('0');
        let mut out: Vec<String> = Vec::new();
        if bare.len() >= 9 {
            for skip in 1..=3 {
                if let (Some(head), Some(tail)) = (bare.get(..skip), bare.get(skip..)) {
                    if let Some(tail) = tail.strip_prefix('0') {
                        out.push(format!("{head}{tail}"));
                    }
                    if tail.len() >= 7 {
                        out.push(tail.to_owned());
                    }
                }
            }
        }
        out
    }
}

impl Query {
    /// Reads what was typed.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut words: Vec<Word> = Vec::new();
        let mut before = 0;
        for token in tokens(text) {
            let number = token.text.bytes().all(|b| b.is_ascii_digit());
            let gap = text.get(before..token.at.start).unwrap_or_default();
            before = token.at.end;
            let joins = number && gap.chars().count() <= 3 && gap.chars().all(|c| " +-()./\u{a0}\u{2011}".contains(c));
            // Digits that follow each other are one number in several pieces.
            if let Some(last) =
                words.last_mut().filter(|w| joins && w.is_number() && w.text.len() + token.text.len() <= 17)
            {
                if last.pieces.is_empty() {
                    last.pieces.push(last.text.clone());
                }
                last.pieces.push(token.text.clone());
                last.text.push_str(&token.text);
                continue;
            }
            let start = text.get(..token.at.start).and_then(|t| t.rfind(char::is_whitespace)).unwrap_or(0);
            let rest = text.get(token.at.end..).unwrap_or_default();
            let end = token.at.end + rest.find(char::is_whitespace).unwrap_or(rest.len());
            let typed = text.get(start..end).unwrap_or_default();
            let mailbox = typed.contains('@');
            // The site is there from its first dot on.
            let whole = typed.rsplit_once('@').is_some_and(|(_, site)| site.contains('.'));
            words.push(Word { text: token.text, foreign: token.foreign, pieces: Vec::new(), mailbox, whole });
        }
        words.truncate(MOST);
        let folded = words.iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" ");
        Self { words, folded, mailbox: mailbox(text) }
    }

    /// Whether nothing searchable was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether it is one number.
    #[must_use]
    pub fn is_number(&self) -> bool {
        matches!(self.words.as_slice(), [only] if only.is_number() && digits(&only.text).len() >= 3)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        Query::new(text).words.into_iter().map(|w| w.text).collect()
    }

    #[test]
    fn what_is_typed_becomes_words_and_numbers() {
        for (text, expected) in [
            ("Rina Sen", vec!["rina", "sen"]),
            ("rina kolkata 98300", vec!["rina", "kolkata", "98300"]),
            ("+91 98300-12345", vec!["919830012345"]),
            ("(098300) 12345 rina", vec!["09830012345", "rina"]),
            ("rina.sen42@mail.example", vec!["rina", "sen42", "mail", "example"]),
            ("\" OR name:*", vec!["or", "name"]),
            (" -() ", vec![]),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
        let mailboxes = |text: &str| Query::new(text).words.iter().map(|w| w.mailbox).collect::<Vec<_>>();
        assert_eq!(mailboxes("tb rs@mail.example ab"), [false, true, true, true, false]);
        assert!(Query::new("98300 12345").is_number());
        assert!(!Query::new("rina 98300").is_number());
    }
}
