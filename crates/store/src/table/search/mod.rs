//! `search_docs`, `search_terms`, `search_talk` and `search_words`: what is found by what somebody types.
//!
//! `fields` says what of a record is searched, `index` writes its terms, `words` keeps the vocabulary, `find` answers.

mod fields;
mod find;
mod index;
mod words;

use contracts::{EntityRef, EntityType};
use graph::Record;
use search::{Field, Match};

pub(crate) use index::NewDocs;
pub(crate) use words::{Noted, WordCache};

/// A record found, best first.
#[derive(Clone, Debug)]
pub struct Found {
    /// The record.
    pub entity: EntityRef,
    /// What it holds.
    pub record: Record,
    /// What of it is searched.
    pub fields: Vec<Field>,
    /// How well it answers, and why.
    pub matched: Match,
}

/// The index that a kind of record lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Index {
    /// `search_terms`: what is called something.
    Terms,
    /// `search_talk`: what was said.
    Talk,
}

/// Where a search looks for records of a kind; none for those that it does not answer with.
fn index_of(entity: EntityType) -> Option<Index> {
    match entity {
        EntityType::Person | EntityType::Account | EntityType::Opportunity => Some(Index::Terms),
        EntityType::Interaction => Some(Index::Talk),
        _ => None,
    }
}
