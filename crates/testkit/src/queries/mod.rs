//! Searches with known answers: what people type to find somebody, by kind, drawn from made-up clients and written by hand.
//!
//! One half is looked at while the search is made better ([`Half::Tuned`]), the other only counted ([`Half::Unseen`]): drawn
//! ones of another seed, hand-written ones of every second line.

mod graph;
mod hand;
mod made;

pub use graph::{People, fill};
pub use hand::{by_hand, people};
pub use made::made;

use std::collections::BTreeMap;

use search::{Field, fold, tokens};
use store::{Found, Reader, StoreError};

/// Which half a query belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Half {
    /// Its misses may be looked at.
    Tuned,
    /// Only counted.
    Unseen,
}

/// A search and what it is to find.
#[derive(Clone, Debug)]
pub struct Labelled {
    /// What is hard about it.
    pub kind: &'static str,
    /// Its half.
    pub half: Half,
    /// What is typed.
    pub text: String,
    /// What a record that is meant says: all of it.
    pub wanted: Vec<Wanted>,
}

/// What a record says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A field is this, letter for letter but for case.
    Is(&'static str, String),
    /// A phone ends with these digits.
    PhoneEnds(String),
    /// A phone holds these digits.
    PhoneHolds(String),
    /// A value of the field holds this, letter for letter but for case.
    Holds(&'static str, String),
    /// The field begins with this.
    Begins(&'static str, String),
    /// It is this firm, or somebody of it.
    Firm(String),
    /// Its free texts hold all of these words.
    Says(Vec<String>),
}

impl Labelled {
    /// Whether a record is one that is meant.
    #[must_use]
    pub fn means(&self, found: &Found) -> bool {
        self.wanted.iter().all(|wanted| wanted.of(&found.fields))
    }
}

impl Wanted {
    fn of(&self, fields: &[Field]) -> bool {
        let of = |name: &'static str| fields.iter().filter(move |f| f.name == name).map(|f| f.text.to_lowercase());
        let digits = |text: String| text.chars().filter(char::is_ascii_digit).collect::<String>();
        match self {
            Self::Is(name, value) => of(name).any(|text| text == value.to_lowercase()),
            Self::Holds(name, value) => of(name).any(|text| text.contains(&value.to_lowercase())),
            Self::Begins(name, value) => of(name).any(|text| text.starts_with(&value.to_lowercase())),
            Self::Firm(value) => {
                let named = of("company_name").chain(of("name")).chain(of("account"));
                named.into_iter().any(|text| text.contains(&value.to_lowercase()))
            }
            Self::PhoneEnds(end) => of("phone").any(|text| digits(text).ends_with(end.as_str())),
            Self::PhoneHolds(part) => of("phone").any(|text| digits(text).contains(part.as_str())),
            Self::Says(words) => {
                let free = ["notes", "body", "subject", "description", "tags", "participant"];
                let texts: Vec<&str> =
                    fields.iter().filter(|f| free.contains(&f.name)).map(|f| f.text.as_str()).collect();
                let said = tokens(&texts.join(" "));
                words.iter().all(|word| said.iter().any(|t| t.text == fold(word)))
            }
        }
    }
}

/// How many queries of a kind found what was meant.
#[derive(Clone, Copy, Debug, Default)]
pub struct Recall {
    /// Asked.
    pub asked: usize,
    /// Found in the first place.
    pub first: usize,
    /// Found among the first five.
    pub five: usize,
}

impl Recall {
    /// The share that is found among the first five.
    #[must_use]
    pub fn at_five(&self) -> f64 {
        self.five as f64 / self.asked.max(1) as f64
    }

    /// Adds another count.
    pub fn add(&mut self, other: Self) {
        self.asked += other.asked;
        self.first += other.first;
        self.five += other.five;
    }
}

/// Asks every query and counts by half and kind; `missed` hears of each that found nothing meant, with what it found.
///
/// # Errors
/// The database's.
pub fn recall(
    reader: &Reader<'_>,
    queries: &[Labelled],
    mut missed: impl FnMut(&Labelled, &[Found]),
) -> Result<BTreeMap<(Half, &'static str), Recall>, StoreError> {
    let mut out: BTreeMap<(Half, &'static str), Recall> = BTreeMap::new();
    for query in queries {
        let found = reader.search(&query.text, 8)?;
        let place = found.iter().position(|f| query.means(f));
        let counted = out.entry((query.half, query.kind)).or_default();
        counted.add(Recall {
            asked: 1,
            first: usize::from(place == Some(0)),
            five: usize::from(place.is_some_and(|p| p < 5)),
        });
        if place.is_none_or(|p| p >= 5) {
            missed(query, &found);
        }
    }
    Ok(out)
}
