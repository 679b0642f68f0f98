//! What can be wrong with a file or with a choice about it, said to the person who can mend it.

use crate::source::SourceError;

/// Why a file or a choice can't be used. All but [`Self::Unreadable`] and [`Self::Cancelled`] are bad input: trying again
/// without a change gives the same answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnderstandingError {
    /// No bytes, or nothing but blank lines.
    #[error("the file is empty")]
    Empty,
    /// The bytes are those of another kind of file.
    #[error("this is not a text table: it looks like {looks_like}")]
    NotText {
        /// What the first bytes look like, with its article: `an Excel workbook`.
        looks_like: String,
        /// What the person can do instead.
        way_out: String,
    },
    /// More columns than [`crate::MAX_COLUMNS`].
    #[error("record {record} has {columns} columns, and at most {limit} can be read")]
    TooManyColumns {
        /// 1-based record number.
        record: u64,
        /// Cells found.
        columns: usize,
        /// The limit.
        limit: usize,
    },
    /// One record is longer than can be looked at in one piece.
    #[error("record {record} has no end within {limit} bytes")]
    RecordTooLong {
        /// 1-based record number.
        record: u64,
        /// The limit.
        limit: usize,
    },
    /// What a person said about how the bytes are read can't be.
    #[error("it can't be read with this {}: {problem}", part.replace('_', " "))]
    BadReading {
        /// `encoding`, `delimiter`, `quote`, `header_row` or `rows_are`.
        part: &'static str,
        /// What is wrong.
        problem: String,
        /// What the person can do instead.
        way_out: &'static str,
    },
    /// The bytes could not be read.
    #[error("the file can't be read: {0}")]
    Unreadable(#[from] SourceError),
    /// Somebody ended it before it was done.
    #[error("reading was stopped")]
    Cancelled,
    /// A choice, or a stored mapping, names something that does not exist.
    #[error("column {column}{}: {problem}", header.as_deref().map(|h| format!(" ({h})")).unwrap_or_default())]
    BadColumn {
        /// 0-based column.
        column: u32,
        /// Its header where known.
        header: Option<String>,
        /// What is wrong and the way out.
        problem: String,
    },
}

impl UnderstandingError {
    /// What the person can do, as a sentence without its full stop.
    #[must_use]
    pub fn way_out(&self) -> &str {
        match self {
            Self::Empty => "Export it again and check that it holds rows",
            Self::NotText { way_out, .. } => way_out,
            Self::BadReading { way_out, .. } => way_out,
            Self::TooManyColumns { .. } => "Check the delimiter, or split the file",
            Self::RecordTooLong { .. } => "Check that the file is a table with line breaks",
            Self::Unreadable(_) => "Check that the file is still there and may be read, then try again",
            Self::Cancelled => "Start it again when you want to",
            Self::BadColumn { .. } => "Choose a field of the dictionary or a custom one",
        }
    }
}
