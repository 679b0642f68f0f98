//! A reader of headers and values that has learnt from files read by people: what neither the word lists nor the grammar
//! know, it reads by likeness; what they know, or leave to the person for a reason, it weighs against that.
//!
//! A log-linear model over words, the shape of values and what stands around (`traits`), its weights a file (`weights`).
//! The lessons are the shapes and lists of `velocity-testkit`, of people and systems that were invented; how well it does
//! on authors who were left out stands in `docs/benchmarks.md`.

mod asked;
mod rivals;
mod settle;
mod traits;
mod weights;

use contracts::EntityType;

use super::draft::Draft;
use super::words::Header;
use crate::profile::Profile;
pub(super) use settle::FEW;
pub(crate) use settle::settle;
pub use traits::Trait;
use weights::Learnt;

/// The answer that a column is left to the person, or kept as a field of their own.
pub const OPEN: &str = "open";

/// What is seen of a file: its rows', and each column's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seen {
    /// What tells the kind of the rows.
    pub rows: Vec<Trait>,
    /// What tells the field of each column.
    pub columns: Vec<Vec<Trait>>,
}

/// What is seen of a file whose rows are such records.
pub(super) fn seen(
    headers: &[Header],
    texts: &[String],
    profiles: &[Profile],
    file_name: &str,
    drafts: &[Draft],
    counted: EntityType,
    row: EntityType,
) -> Seen {
    Seen {
        rows: traits::of_rows(headers, texts, profiles, file_name, counted),
        columns: traits::of_columns(headers, texts, profiles, drafts, row),
    }
}

/// The kinds of rows and how likely each is, the likeliest first; none where nothing has been learnt.
pub(super) fn row(
    headers: &[Header],
    texts: &[String],
    profiles: &[Profile],
    file_name: &str,
    counted: EntityType,
) -> Vec<(EntityType, f64)> {
    let learnt = Learnt::get();
    let likely = learnt.rows.logarithms(&traits::of_rows(headers, texts, profiles, file_name, counted));
    let mut out: Vec<(EntityType, f64)> = learnt
        .rows
        .answers()
        .iter()
        .zip(likely)
        .filter_map(|(name, l)| Some((name.parse::<EntityType>().ok()?, f64::from(l.exp()))))
        .collect();
    out.sort_by(|a, b| b.1.total_cmp(&a.1));
    out
}
