//! The features of one record, computed once and versioned: what can be stored beside an entity and compared later.

use serde::{Deserialize, Serialize};

use crate::names::{self, NameMarks, Part, WordKind};
use crate::shape::{Role, Shape};
use crate::text::fold_into;
use crate::values::date::{self, Born};
use crate::values::phone::{self, Phone};
use crate::values::{email, place};

/// Version of what this module and the blocking keys compute. Features and keys of another version must be computed anew.
pub const FEATURES_VERSION: u16 = 3;

/// Words of a name that take part; the rest of a longer one is left out.
pub const MAX_WORDS: usize = 8;
/// Bytes of a word of a name that takes part.
pub(crate) const MAX_WORD: usize = 64;
/// Numbers, mailboxes and address words of one record that take part.
pub const MAX_VALUES: usize = 16;

/// A piece of [`Features::text`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    start: u32,
    len: u32,
}

/// A word of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    /// Its text.
    pub span: Span,
    /// Whole or an initial.
    pub kind: WordKind,
    /// What the source says that it is.
    pub part: Part,
}

/// What of a record takes part in comparison. All text lies in one string, so that a record is one allocation to keep.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Features {
    /// [`FEATURES_VERSION`] when computed.
    pub version: u16,
    text: String,
    /// Words of the name, in order.
    pub words: Vec<Word>,
    /// What titles and the like tell.
    pub marks: NameMarks,
    /// Numbers, without repeats.
    pub phones: Vec<Phone>,
    /// Mailboxes: local part, domain.
    pub emails: Vec<(Span, Span)>,
    /// Date of birth.
    pub born: Option<Born>,
    /// Words that name the company.
    pub company: Vec<Span>,
    /// Words of the address, and whether each is a number.
    pub address: Vec<(Span, bool)>,
    /// Postal code.
    pub postal: Span,
    /// City.
    pub city: Span,
    /// Custom comparison and folded value.
    pub custom: Vec<(u16, Span)>,
}

impl Features {
    /// Of a row or an entity: `cell` gives the text of a column of the shape, empty where there is none.
    #[must_use]
    pub fn of<'a>(shape: &Shape, cell: impl Fn(usize) -> &'a str) -> Self {
        let mut features = Self::default();
        features.read(shape, cell, &mut String::new());
        features
    }

    /// As [`Features::of`], reusing what this one has allocated.
    pub fn read<'a>(&mut self, shape: &Shape, cell: impl Fn(usize) -> &'a str, scratch: &mut String) {
        self.clear();
        for (column, role) in &shape.columns {
            let text = cell(*column).trim();
            if !is_nothing(text) {
                self.add(*role, text, scratch);
            }
        }
    }

    /// Nothing, in what this one has allocated.
    pub(crate) fn clear(&mut self) {
        self.version = FEATURES_VERSION;
        self.text.clear();
        self.words.clear();
        self.marks = NameMarks::default();
        self.phones.clear();
        self.emails.clear();
        self.born = None;
        self.company.clear();
        self.address.clear();
        self.postal = Span::default();
        self.city = Span::default();
        self.custom.clear();
    }

    /// The text of a piece.
    #[must_use]
    pub fn str(&self, span: Span) -> &str {
        let start = span.start as usize;
        self.text.get(start..start + span.len as usize).unwrap_or_default()
    }

    /// Whether nothing in it could ever find another record.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.phones.is_empty() && self.emails.is_empty() && self.custom.is_empty()
    }

    fn put(text: &mut String, word: &str) -> Span {
        let start = u32::try_from(text.len()).unwrap_or(u32::MAX);
        text.push_str(word);
        Span { start, len: u32::try_from(word.len()).unwrap_or(0) }
    }

    /// Takes in what a cell says, which is not nothing.
    pub(crate) fn add(&mut self, role: Role, cell: &str, scratch: &mut String) {
        let Self { text, words, marks, phones, emails, born, company, address, postal, city, custom, .. } = self;
        match role {
            Role::Name(part) => names::words(cell, part, marks, scratch, |word, kind, part| {
                if words.len() < MAX_WORDS && word.len() <= MAX_WORD {
                    let span = Self::put(text, word);
                    words.push(Word { span, kind, part });
                }
            }),
            Role::Title => {
                let mut found = NameMarks::default();
                // A word before it, so that a suffix standing alone is read as one.
                names::words(&format!("x {cell}"), Part::Unknown, &mut found, scratch, |_, _, _| {});
                if marks.gender == 0 {
                    marks.gender = found.gender;
                }
                marks.generation = marks.generation.max(found.generation);
            }
            Role::Gender => match cell.as_bytes().first().map(u8::to_ascii_lowercase) {
                Some(b'm') => marks.gender = 1,
                Some(b'f' | b'w') => marks.gender = -1,
                _ => {}
            },
            Role::Phone => phone::each(cell, |phone| {
                if phones.len() < MAX_VALUES && !phones.iter().any(|p| phone::same(*p, phone)) {
                    phones.push(phone);
                }
            }),
            Role::Email => email::each(cell, scratch, |local, domain| {
                if emails.len() < MAX_VALUES {
                    let local = Self::put(text, local);
                    let domain = Self::put(text, domain);
                    emails.push((local, domain));
                }
            }),
            Role::Birth(order) => *born = born.or_else(|| date::read(cell, order)),
            Role::Company => place::company_words(cell, scratch, |word| {
                if company.len() < MAX_VALUES {
                    company.push(Self::put(text, word));
                }
            }),
            Role::Address => place::address_words(cell, scratch, |word, number| {
                if address.len() < MAX_VALUES {
                    address.push((Self::put(text, word), number));
                }
            }),
            Role::PostalCode => {
                let start = text.len();
                place::postal_into(cell, text);
                *postal = Span { start: start as u32, len: (text.len() - start) as u32 };
            }
            Role::City => {
                let start = text.len();
                place::city_into(cell, text);
                *city = Span { start: start as u32, len: (text.len() - start) as u32 };
            }
            Role::Custom(at) => {
                scratch.clear();
                fold_into(cell, scratch);
                let start = text.len();
                for word in scratch.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()) {
                    if text.len() > start {
                        text.push(' ');
                    }
                    text.push_str(word);
                }
                if text.len() > start {
                    custom.push((at, Span { start: start as u32, len: (text.len() - start) as u32 }));
                }
            }
        }
    }
}

/// Whether a cell says that there is nothing.
pub(crate) fn is_nothing(text: &str) -> bool {
    // Asked of every cell: most that are as short begin with another letter.
    const BEGINS: &[u8] = b"-nNuU#.0?";
    text.is_empty()
        || (text.len() <= 7
            && text.bytes().next().is_some_and(|first| BEGINS.contains(&first))
            && ["-", "--", "n/a", "na", "nan", "null", "none", "nil", "#n/a", "unknown", ".", "0", "?"]
                .iter()
                .any(|nothing| text.eq_ignore_ascii_case(nothing)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_read_by_its_shape_and_reused_without_a_trace() {
        let mut shape = Shape {
            columns: vec![
                (0, Role::Name(Part::Unknown)),
                (1, Role::Phone),
                (2, Role::Email),
                (3, Role::Birth(date::Order::DayFirst)),
            ],
            custom: vec![],
        };
        assert!(shape.add_custom(4, "passport", true));
        let rows = [
            ["Smt. Lakshmi Iyer", "0505550142; 98765 43210", "L.Iyer@iyer.example", "07/03/1962", "Z 123-4"],
            ["Rohit", "-", "", "N/A", ""],
        ];
        let mut features = Features::default();
        let mut scratch = String::new();
        for row in rows {
            features.read(&shape, |column| row[column], &mut scratch);
            assert_eq!(features, Features::of(&shape, |column| row[column]));
        }
        let first = Features::of(&shape, |column| rows[0][column]);
        assert_eq!(first.phones.len(), 2);
        assert_eq!(first.str(first.custom[0].1), "z 123 4");
        assert_eq!(first.marks.gender, -1);
        assert_eq!(features.words.len(), 1);
        assert!(features.phones.is_empty() && features.born.is_none());
    }
}
