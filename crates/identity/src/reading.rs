//! Rows of a file straight into a corpus, for whole files: what a cell says that was seen before is remembered, since cities
//! and companies repeat.

use crate::corpus::{Corpus, KNOWN, Known};
use crate::record::{Features, is_nothing};
use crate::shape::{Role, Shape};
use crate::text::hash;

/// Reads rows of one shape into a corpus, as [`Features::of`] and [`Corpus::push`] do one by one: the same rows come out.
pub struct Reading {
    shape: Shape,
    /// By column of the shape: which of the values that a row has one of at most is told by this column alone.
    alone: Vec<Option<usize>>,
    memos: Vec<Memo>,
    features: Features,
    scratch: String,
    join: String,
}

impl Reading {
    /// For files of this shape.
    #[must_use]
    pub fn new(shape: Shape) -> Self {
        let slot = |role: Role| match role {
            Role::Company => Some(0),
            Role::PostalCode => Some(1),
            Role::City => Some(2),
            Role::Custom(at) => Some(3 + usize::from(at)).filter(|slot| *slot < KNOWN),
            _ => None,
        };
        let alone = shape.columns.iter().map(|(_, role)| {
            // A company over two columns is one of both.
            slot(*role).filter(|_| shape.columns.iter().filter(|(_, other)| other == role).count() == 1)
        });
        Self {
            alone: alone.collect(),
            memos: vec![Memo::default(); KNOWN],
            features: Features::default(),
            scratch: String::new(),
            join: String::new(),
            shape,
        }
    }

    /// Adds a row. `cell` gives the text of a column of the shape, empty where there is none.
    pub fn push<'a>(&mut self, corpus: &mut Corpus, cell: impl Fn(usize) -> &'a str) {
        let Self { shape, alone, memos, features, scratch, join } = self;
        features.clear();
        let mut known = Known::default();
        let mut new = [0u64; KNOWN];
        for ((column, role), slot) in shape.columns.iter().zip(alone.iter()) {
            let text = cell(*column).trim();
            if is_nothing(text) {
                continue;
            }
            if let Some(slot) = *slot {
                let key = hash(text.as_bytes());
                if let Some(value) = memos[slot].get(key) {
                    known.values[slot] = value;
                    continue;
                }
                new[slot] = key;
            }
            features.add(*role, text, scratch);
        }
        corpus.push_known(features, &known, join);
        for (slot, key) in new.iter().enumerate().filter(|(_, key)| **key != 0) {
            memos[slot].put(*key, corpus.value(corpus.len() - 1, slot));
        }
    }

    /// Adds a row without content, for one whose cells can't be told apart.
    pub fn push_nothing(&mut self, corpus: &mut Corpus) {
        self.push(corpus, |_| "");
    }
}

/// The values of texts seen before: the last one at each place.
#[derive(Clone, Debug, Default)]
struct Memo {
    cells: Vec<(u64, u32)>,
}

impl Memo {
    const PLACES: usize = 1 << 14;

    fn get(&self, key: u64) -> Option<u32> {
        self.cells.get(key as usize % Self::PLACES).filter(|(seen, _)| *seen == key).map(|(_, value)| *value)
    }

    fn put(&mut self, key: u64, value: u32) {
        if self.cells.is_empty() {
            self.cells = vec![(0, 0); Self::PLACES];
        }
        if let Some(cell) = self.cells.get_mut(key as usize % Self::PLACES) {
            *cell = (key, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::Part;

    #[test]
    fn rows_read_at_once_are_those_read_one_by_one() {
        let mut shape = Shape {
            columns: vec![(0, Role::Name(Part::Unknown)), (1, Role::Company), (2, Role::City), (3, Role::PostalCode)],
            custom: vec![],
        };
        assert!(shape.add_custom(4, "tier", true));
        let rows = [
            ["Meera Rao", "Zenith Traders Pvt. Ltd.", "Bombay", "400 007", "Gold"],
            ["M. Rao", "zenith traders", "Mumbai", "400007", "-"],
            ["Meera Rao", "Zenith Traders Pvt. Ltd.", "Bombay", "400 007", "Gold"],
            ["Arjun Sen", "", "()", "N/A", "gold"],
            ["Arjun Sen", "Pvt", "()", "--", "Silver"],
        ];
        for columns in [shape.columns.clone(), [&shape.columns[..], &[(0, Role::Company)]].concat()] {
            let shape = Shape { columns, custom: shape.custom.clone() };
            let (mut one, mut other) = (Corpus::new(shape.clone()), Corpus::new(shape.clone()));
            let mut reading = Reading::new(shape.clone());
            for row in rows {
                one.push(&Features::of(&shape, |column| row[column]), &mut String::new());
                reading.push(&mut other, |column| row[column]);
            }
            assert_eq!(one.content, other.content);
            assert_eq!(one.companies.rows, other.companies.rows);
            assert_eq!(one.places.rows, other.places.rows);
            for row in 0..rows.len() {
                assert_eq!(one.row(row).company, other.row(row).company);
                assert_eq!((one.row(row).postal, one.row(row).city), (other.row(row).postal, other.row(row).city));
                assert_eq!((one.words(row), one.custom(row)), (other.words(row), other.custom(row)));
            }
        }
    }
}
