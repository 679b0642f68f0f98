//! Bytes to dialect, records, columns, manifest columns and normalised values.
//!
//! Pure: no I/O, no clock, no randomness. The same bytes and options give the same result on every machine, and no input
//! makes it panic.
//!
//! [`analyze`] learns everything about a file once; [`apply_choices`] takes in what a person says about its columns.
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
mod profile;
mod project;
mod records;
mod regions;
mod structure;
pub mod values;

pub use analyze::{Options, RowSpan, Understanding, analyze};
pub use columns::{
    ProfileColumn, ProfileError, ProfileList, ProfileMatch, RowEntity, SourceProfile, apply_choices, shipped_profiles,
};
pub use error::UnderstandingError;
pub use export::{Writer, guarded, unguarded};
pub use project::{DraftRecord, Mapping, MappingContext, RowDraft, RowOutcome};
pub use records::{RowParser, parse_row};
pub use regions::codes as region_codes;

/// Columns a file may have. The widest known exports have some 620.
pub const MAX_COLUMNS: usize = 4096;

/// Bytes a file may have: 4 GiB.
pub const MAX_BYTES: u64 = 4 << 30;
