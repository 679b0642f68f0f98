//! Pure: who is who. One interface, [`Resolver`], that hosts ask for every new record; today it compares exact
//! external ids, e-mails and phones, and a probabilistic engine can take its place without touching a caller (R39).
//!
//! What it may conclude is bounded by the product's rule: the same system's own id identifies (`update`), anything
//! else only suggests (`merge`, which always needs a decision, R42).

pub mod blocking;
pub mod calibrate;
mod cluster;
pub mod compare;
pub mod corpus;
pub mod engine;
pub mod evaluate;
mod exact;
pub mod explain;
mod features;
pub mod frequency;
mod index;
pub mod lexicon;
pub mod model;
pub mod names;
pub mod reading;
pub mod record;
pub mod resolve;
mod settle;
pub mod shape;
mod similarity;
mod sorting;
pub mod text;
pub mod values;

pub use exact::ExactResolver;
pub use features::{Features, Key, KeyKind, key_said, key_value, name_tokens};

use contracts::{EntityRef, MergeCandidate};

/// Someone already known, as far as comparison needs: an entity of the graph, or an earlier row of the same file.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// The record, or the id that the earlier row will have.
    pub entity: EntityRef,
    /// What to call it.
    pub title: String,
    /// Its features.
    pub features: Features,
    /// The data row it comes from, when it is a row of the same file.
    pub row: Option<u64>,
}

/// Finds known records that share a key: the host's index of the graph and of the rows seen so far.
pub trait Index {
    /// Every known record under this key; order does not matter.
    fn lookup(&self, key: &Key) -> Vec<Known>;
}

/// What a new record is.
#[derive(Clone, Debug, PartialEq)]
pub enum Resolution {
    /// Nobody known.
    New,
    /// The same record of the same system.
    Same {
        /// Which.
        known: Known,
    },
    /// Probably someone known; a person decides.
    Suspected {
        /// Best first; never empty.
        candidates: Vec<MergeCandidate>,
        /// Why, as a sentence.
        reason: String,
    },
    /// Shares a line or mailbox with someone of another name: new, and worth a remark (a household, an assistant). So is an
    /// id that somebody else has where the files name no system that it is of.
    SharesContact {
        /// Who shares it.
        candidates: Vec<MergeCandidate>,
        /// A sentence.
        remark: String,
    },
}

/// Decides what a new record is. Implementations are deterministic: the same features and index give the same answer.
pub trait Resolver {
    /// Resolves one record.
    fn resolve(&self, features: &Features, index: &dyn Index) -> Resolution;
}
