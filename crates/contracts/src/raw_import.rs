//! RawImportBatch and ImportRowRecord: the upload exactly as received, and every one of its rows (R56-R58).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Artifact, ArtifactId, BatchId, EntityRef, Envelope, Invalid};

/// How records end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub enum LineEnding {
    /// `\n`
    #[serde(rename = "LF")]
    Lf,
    /// `\r\n`
    #[serde(rename = "CRLF")]
    Crlf,
    /// `\r`
    #[serde(rename = "CR")]
    Cr,
    /// More than one kind in one file.
    #[serde(rename = "mixed")]
    Mixed,
}

/// How the file is written (`cli.md`, `import analyze`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Dialect {
    /// WHATWG name in lower case: `utf-8`, `windows-1252`, `utf-16le`…
    pub encoding: String,
    /// Whether a byte order mark stands first.
    pub bom: bool,
    /// One character.
    pub delimiter: String,
    /// One character, or null where nothing is quoted.
    pub quote: Option<String>,
    /// One character where quotes are escaped by it rather than doubled.
    pub escape: Option<String>,
    /// How records end.
    pub line_ending: LineEnding,
    /// Records before the header.
    pub preamble_rows: u32,
    /// The header's 1-based record number, blank records counted; null: headerless.
    pub header_row: Option<u32>,
    /// Records after the data.
    pub footer_rows: u32,
    /// Wholly blank records among the data.
    pub blank_rows: u32,
}

/// A file brought in, kept byte for byte. States: received, indexed, analysed, committed, abandoned.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RawImportBatch {
    /// The envelope.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// The batch's id.
    pub batch_id: BatchId,
    /// The file's name as received, without its folder.
    pub uploaded_filename: String,
    /// E.g. `text/csv`.
    pub mime_type: String,
    /// Where the bytes are: `segments:<n>`.
    pub storage_ref: String,
    /// Data rows.
    pub row_count: u64,
    /// Who brought it in.
    pub uploaded_by: String,
    /// SHA-256 of the bytes, lower-case hex.
    pub sha256: String,
    /// Number of bytes.
    pub byte_len: u64,
    /// How it is written.
    pub dialect: Dialect,
    /// The header's cells, or invented names where there is no header.
    pub headers: Vec<String>,
}

impl Artifact for RawImportBatch {
    const TYPE: &'static str = "RawImportBatch";
    const VERSION: &'static str = "1.0.0";
    const PRODUCER: &'static str = "app::imports";
    const CONSUMERS: &'static [&'static str] = &["understanding", "app::explain", "ui: Imports"];
    const STATES: &'static [&'static str] = &["received", "indexed", "analysed", "committed", "abandoned"];
    const TRANSITIONS: &'static [(&'static str, &'static str)] = &[
        ("received", "indexed"),
        ("indexed", "analysed"),
        ("analysed", "committed"),
        ("analysed", "abandoned"),
        ("committed", "analysed"),
        ("abandoned", "analysed"),
    ];

    fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    fn own_id(&self) -> ArtifactId {
        ArtifactId(self.batch_id.0)
    }

    fn check_body(&self) -> Result<(), Invalid> {
        if self.uploaded_filename.trim().is_empty() {
            return Err(Self::invalid("uploaded_filename", "is empty"));
        }
        if self.sha256.len() != 64 || !self.sha256.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(Self::invalid("sha256", "is not 64 hex digits"));
        }
        if self.dialect.delimiter.chars().count() != 1 {
            return Err(Self::invalid("dialect.delimiter", "is not one character"));
        }
        if self.headers.is_empty() {
            return Err(Self::invalid("headers", "is empty"));
        }
        Ok(())
    }
}

/// Whether a row has as many cells as the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum RowShape {
    /// As many cells as the header.
    Ok,
    /// Fewer.
    Short,
    /// More.
    Long,
    /// Can't be read as cells.
    Unparsable,
}

/// What a row becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// A new record.
    Create,
    /// Changes to the record that came from the same system under the same id.
    Update,
    /// Believed to be someone known already; needs a decision.
    Merge,
    /// Says nothing new.
    Unchanged,
    /// Waits for a person.
    Hold,
    /// Holds nothing to import.
    Reject,
}

impl Fate {
    /// Every fate, in the order of `cli.md`.
    pub const ALL: [Self; 6] = [Self::Create, Self::Update, Self::Merge, Self::Unchanged, Self::Hold, Self::Reject];

    /// The name used in JSON, tables and the CLI.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Update => "update",
            Self::Merge => "merge",
            Self::Unchanged => "unchanged",
            Self::Hold => "hold",
            Self::Reject => "reject",
        }
    }
}

impl std::str::FromStr for Fate {
    type Err = String;
    fn from_str(s: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|f| f.as_str() == s)
            .ok_or_else(|| format!("{s:?} is no fate; expected create, update, merge, unchanged, hold or reject"))
    }
}

/// One row of a batch and what becomes of it in one import. States: planned, applied, reversed.
///
/// The cells are parsed from the stored bytes each time, never kept twice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ImportRowRecord {
    /// The envelope.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// The row's id, derived from batch and number.
    pub row_id: ArtifactId,
    /// The batch.
    pub batch_id: BatchId,
    /// 1-based data row.
    pub row_number: u64,
    /// First byte and the one past the last, in the file as received.
    pub byte_range: [u64; 2],
    /// The cells as received.
    pub cells: Vec<String>,
    /// Against the header.
    pub shape: RowShape,
    /// What it becomes, or became.
    pub fate: Fate,
    /// Why, as a sentence.
    pub reason: String,
    /// The records concerned.
    pub entity_refs: Vec<EntityRef>,
}

impl Artifact for ImportRowRecord {
    const TYPE: &'static str = "ImportRowRecord";
    const VERSION: &'static str = "1.0.0";
    const PRODUCER: &'static str = "app::imports";
    const CONSUMERS: &'static [&'static str] = &["app::explain", "ui: Import Review"];
    const STATES: &'static [&'static str] = &["planned", "applied", "reversed"];
    const TRANSITIONS: &'static [(&'static str, &'static str)] =
        &[("planned", "applied"), ("applied", "reversed"), ("planned", "planned")];

    fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    fn own_id(&self) -> ArtifactId {
        self.row_id
    }

    fn check_body(&self) -> Result<(), Invalid> {
        if self.row_number == 0 {
            return Err(Self::invalid("row_number", "is 0; rows count from 1"));
        }
        if self.byte_range[0] > self.byte_range[1] {
            return Err(Self::invalid("byte_range", "ends before it starts"));
        }
        if self.reason.trim().is_empty() && self.fate != Fate::Create {
            return Err(Self::invalid("reason", "is empty"));
        }
        Ok(())
    }
}
