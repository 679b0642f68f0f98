//! How a person says that the bytes are to be read, checked before anything is read.

use contracts::{EntityType, ReadAs};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

use crate::UnderstandingError;
use crate::structure::HEAD;

/// What a row may describe by itself.
const ROWS: [EntityType; 5] =
    [EntityType::Person, EntityType::Account, EntityType::Opportunity, EntityType::Task, EntityType::Interaction];

/// The parts of a reading that are settled; what isn't is found.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Said {
    pub encoding: Option<&'static Encoding>,
    pub delimiter: Option<u8>,
    /// Inside: none quotes nothing.
    pub quote: Option<Option<u8>>,
    pub header: Option<SaidHeader>,
}

/// Where the header stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SaidHeader {
    /// The file has none.
    None,
    /// The record of this index, from 0.
    At(usize),
}

fn bad(part: &'static str, problem: String, way_out: &'static str) -> UnderstandingError {
    UnderstandingError::BadReading { part, problem, way_out }
}

impl Said {
    /// Reads what a person said.
    ///
    /// # Errors
    /// [`UnderstandingError::BadReading`] for a part that no file can be read by.
    pub fn of(read_as: &ReadAs) -> Result<Self, UnderstandingError> {
        let encoding = read_as.encoding.as_deref().map(encoding).transpose()?;
        let delimiter = read_as.delimiter.as_deref().map(|d| mark("delimiter", d)).transpose()?;
        let quote = match read_as.quote.as_deref() {
            None => None,
            Some("") => Some(None),
            Some(q) => Some(Some(mark("quote", q)?)),
        };
        if delimiter.is_some() && quote.flatten() == delimiter {
            return Err(bad("quote", "it is the delimiter as well".into(), "Choose two different characters"));
        }
        let header = match read_as.header_row {
            None => None,
            Some(0) => Some(SaidHeader::None),
            Some(n) => Some(SaidHeader::At(n as usize - 1)),
        };
        if let Some(kind) = read_as.rows_are.filter(|kind| !ROWS.contains(kind)) {
            let way_out = "Say people, companies, deals, tasks, or calls and visits";
            return Err(bad("rows_are", format!("no row describes a {kind} alone"), way_out));
        }
        Ok(Self { encoding, delimiter, quote, header })
    }
}

fn encoding(label: &str) -> Result<&'static Encoding, UnderstandingError> {
    let way_out = "Use a name such as utf-8, windows-1252 or utf-16le";
    let known = Encoding::for_label(label.trim().as_bytes());
    // Records are found by the bytes of their delimiters: that needs an encoding in which these stand for themselves.
    known
        .filter(|e| e.is_ascii_compatible() || *e == UTF_16LE || *e == UTF_16BE)
        .ok_or_else(|| bad("encoding", format!("{label:?} is no encoding that can be read"), way_out))
}

fn mark(part: &'static str, text: &str) -> Result<u8, UnderstandingError> {
    let way_out = "Use one character, such as a comma, a semicolon or a tab";
    match text.as_bytes() {
        [byte] if byte.is_ascii() && !matches!(byte, 0 | b'\n' | b'\r') && !byte.is_ascii_alphanumeric() => Ok(*byte),
        _ => Err(bad(part, format!("{text:?} is no character that can be one"), way_out)),
    }
}

/// Refuses a header that is no record of the file, or a blank one. `head`: cells of the first records.
pub(crate) fn check_header(at: usize, head: &[Vec<String>]) -> Result<(), UnderstandingError> {
    let way_out = "Name the record that holds the columns' names, or say that there is none";
    let record = at + 1;
    match head.get(at) {
        Some(cells) if !crate::dialect::is_blank(cells) => Ok(()),
        Some(_) => Err(bad("header_row", format!("record {record} is blank"), way_out)),
        None if at >= HEAD => {
            Err(bad("header_row", format!("record {record} lies below the first {HEAD}, which may hold it"), way_out))
        }
        None => Err(bad("header_row", format!("the file has no record {record}"), way_out)),
    }
}
