//! What of a record is searched, as terms for an index of words.

use std::collections::BTreeMap;

use crate::fold::{self, tokens};
use crate::vocabulary::Vocabulary;

/// What a field says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Class {
    /// What the record is called.
    Name,
    /// Mailboxes, sites, ids of other systems.
    Contact,
    /// Numbers to call.
    Phone,
    /// Company, job, industry.
    Work,
    /// Addresses.
    Place,
    /// Free words about the record: notes, descriptions, tags.
    Note,
    /// What was said or written to somebody.
    Talk,
}

/// A value of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The field's name in the dictionary.
    pub name: &'static str,
    /// What it says.
    pub class: Class,
    /// One value of it, as it is written.
    pub text: String,
}

/// The letters that begin terms of other kinds than words: folded words are of `a` to `z` and digits, so none is taken for
/// one. Initials of names.
pub(crate) const INITIAL: char = '\u{3c9}';
/// Four digits of a phone in their order.
pub(crate) const DIGITS: char = '\u{3b4}';
/// The last four digits of a phone.
pub(crate) const LAST: char = '\u{3b5}';
/// Between two phones.
const BETWEEN: char = '\u{3c3}';

/// Digits of a phone that make one term.
pub(crate) const GRAM: usize = 4;

/// The terms of a record by column, and the words that its vocabulary grows by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// What it is called, with its initials.
    pub name: String,
    /// Mailboxes, numbers, ids.
    pub contact: String,
    /// Company, job and place.
    pub company: String,
    /// Free words.
    pub notes: String,
    /// Words for the vocabulary; true for those of a name or company.
    pub words: BTreeMap<String, bool>,
}

impl Document {
    /// The document of a record's fields.
    #[must_use]
    pub fn new(fields: &[Field]) -> Self {
        let mut document = Self::default();
        for field in fields {
            document.add(field);
        }
        document
    }

    fn add(&mut self, field: &Field) {
        let column = match field.class {
            Class::Name => &mut self.name,
            Class::Contact | Class::Phone => &mut self.contact,
            Class::Work | Class::Place => &mut self.company,
            Class::Note | Class::Talk => &mut self.notes,
        };
        if field.class == Class::Phone {
            let digits = digits(&field.text);
            let last = digits.len().saturating_sub(GRAM);
            for gram in 0..=last {
                if let Some(gram) = digits.get(gram..gram + GRAM) {
                    term(column, DIGITS, gram);
                }
            }
            if let Some(gram) = digits.get(last..).filter(|gram| gram.len() == GRAM) {
                term(column, LAST, gram);
            }
            column.push(BETWEEN);
            column.push(' ');
            return;
        }
        let named = matches!(field.class, Class::Name | Class::Work);
        let mut initials = String::new();
        for token in tokens(&field.text) {
            word(column, &token.text);
            let parts = fold::parts(&token.text);
            for part in &parts {
                word(column, part);
            }
            let whole = parts.is_empty().then_some(token.text.as_str());
            for known in parts.iter().copied().chain(whole).filter(|w| Vocabulary::takes(w)) {
                *self.words.entry(known.to_owned()).or_default() |= named;
            }
            initials.extend(token.text.chars().next());
        }
        if field.class == Class::Name {
            for (at, _) in initials.char_indices() {
                term(column, INITIAL, initials.get(at..=at).unwrap_or_default());
            }
            if (2..=4).contains(&initials.len()) {
                term(column, INITIAL, &initials);
            }
        }
    }
}

fn word(column: &mut String, word: &str) {
    column.push_str(word);
    column.push(' ');
}

fn term(column: &mut String, kind: char, text: &str) {
    column.push(kind);
    word(column, text);
}

/// The digits of a number, however it is written.
pub(crate) fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_becomes_terms() {
        let field = |name, class, text: &str| Field { name, class, text: text.into() };
        let document = Document::new(&[
            field("full_name", Class::Name, "Rina Sen"),
            field("email", Class::Contact, "r.sen42@mail.example"),
            field("phone", Class::Phone, "+91 98300"),
            field("company_name", Class::Work, "Lotus 9 Ltd"),
            field("notes", Class::Note, "Wants a view"),
        ]);
        assert_eq!(document.name, "rina sen \u{3c9}r \u{3c9}s \u{3c9}rs ");
        assert_eq!(
            document.contact,
            "r sen42 sen 42 mail example \u{3b4}9198 \u{3b4}1983 \u{3b4}9830 \u{3b4}8300 \u{3b5}8300 \u{3c3} "
        );
        assert_eq!((document.company.as_str(), document.notes.as_str()), ("lotus 9 ltd ", "wants a view "));
        let words: Vec<(&str, bool)> = document.words.iter().map(|(w, named)| (w.as_str(), *named)).collect();
        assert_eq!(
            words,
            [
                ("example", false),
                ("lotus", true),
                ("ltd", true),
                ("mail", false),
                ("rina", true),
                ("sen", true),
                ("view", false),
                ("wants", false)
            ]
        );
    }
}
