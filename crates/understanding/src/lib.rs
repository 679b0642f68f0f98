//! Bytes to dialect, records, columns, manifest columns and normalised values.
//!
//! Pure: no I/O, no clock, no randomness. The same bytes and options give the same result on every machine, and no input
//! makes it panic.
//!
//! [`analyze`] and [`analyze_source`] learn everything about a file once, [`preview`] takes a first look at a large one; [`apply_choices`] takes in what a person says about its columns.
//! [`parse_row`] and [`Mapping::project`] then turn any of its rows into drafts of canonical records, each value with the
//! cells it was made from.
//!
//! Code map: `encoding` → `dialect` → `records` → `structure` (preamble, header, footer) → `profile` (values of a column)
//! → `columns` (headers and values to fields) → `project` (rows to drafts), the last on top of `values`.

mod analyze;
mod columns;
mod dialect;
mod encoding;
mod error;
mod export;
mod magic;
mod pass;
pub mod pasted;
mod preview;
mod profile;
mod project;
mod read_as;
mod reader;
mod records;
mod regions;
mod rows;
mod sections;
mod source;
mod stops;
mod structure;
pub mod values;

pub use analyze::{Options, RowSpan, Understanding, analyze, analyze_source, seen};
pub use columns::{
    OPEN, ProfileColumn, ProfileError, ProfileList, ProfileMatch, RowEntity, Seen, SourceProfile, Trait, apply_choices,
    shipped_profiles,
};
pub use error::UnderstandingError;
pub use export::{Writer, guarded, unguarded};
pub use preview::{Preview, preview};
pub use project::{DraftRecord, Mapping, MappingContext, RowDraft, RowOutcome};
pub use records::{RowParser, parse_row, record_spans};
pub use regions::codes as region_codes;
pub use rows::each_row;
pub use source::{Source, SourceError, Watch};
pub use structure::listed;

/// Columns a file may have. The widest known exports have some 620.
pub const MAX_COLUMNS: usize = 4096;
