//! ImportMappingManifest: which column becomes which canonical field, why, and what stays open (R20-R23, R59).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Artifact, ArtifactId, BatchId, Dialect, EntityType, Envelope, FieldPath, Invalid, ManifestId};

/// Every column is exactly one of these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ColumnStatus {
    /// Becomes a canonical or custom field.
    Mapped,
    /// Left out, by a person or a profile, with the reason.
    Ignored,
    /// Nobody has said yet. Its cells are kept as evidence.
    #[default]
    Unresolved,
}

/// One reason for a column's reading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Evidence {
    /// `profile`, `header`, `values`, `neighbours`, `person`, `manifest`.
    pub source: String,
    /// A sentence for the person reviewing, e.g. "98 of 100 values are e-mail addresses".
    pub why: String,
    /// How much it speaks for the reading, 0..=1.
    pub weight: f64,
}

/// The order in which a column writes its dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub enum DateOrder {
    /// 2024-03-12
    #[serde(rename = "YMD")]
    Ymd,
    /// 12/03/2024
    #[serde(rename = "DMY")]
    Dmy,
    /// 03/12/2024
    #[serde(rename = "MDY")]
    Mdy,
}

/// What one value of a column becomes: choices are settled value by value (R23).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ValueChoice {
    /// The value as received, trimmed.
    pub from: String,
    /// What is read in its place; null: nothing, as if the cell were empty.
    pub to: Option<String>,
}

/// A value of a column and the cells it stands in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ValueCount {
    /// As received, trimmed.
    pub value: String,
    /// Cells.
    pub count: u64,
}

/// What becomes of a column's values that can't be read as what the column holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Unread {
    /// They are listed as a problem; the cell stays with the file.
    #[default]
    Ask,
    /// A person said to leave the field empty: no problem any more.
    LeaveEmpty,
    /// A person said to keep them in the record's notes, as received.
    KeepInNotes,
}

/// A row with more cells than the header.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum LongRows {
    /// It waits for a person: an unquoted delimiter may have moved its values.
    #[default]
    Hold,
    /// A person said that the cells beyond the header mean nothing.
    DropExtra,
}

/// A row with fewer cells than the header whose cells do not line up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ShortRows {
    /// It waits for a person.
    #[default]
    Hold,
    /// A person said that the missing cells are empty ones at the end.
    Accept,
}

/// A cell that a person wrote anew. The bytes received stay as they are; the value made from it names this correction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct CellCorrection {
    /// 1-based data row.
    pub row_number: u64,
    /// 0-based column.
    pub column: u32,
    /// What is read in place of the cell; empty: nothing.
    pub value: String,
}

/// A kind of problem, in one column or in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ProblemKey {
    /// `phone_unparsed`, `sentinel`…
    pub kind: String,
    /// The column; null: the file.
    pub column: Option<u32>,
}

/// How the bytes are read where a person knows better than what was found; null leaves a part as found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ReadAs {
    /// A WHATWG encoding label: `utf-8`, `windows-1252`…
    #[serde(default)]
    pub encoding: Option<String>,
    /// One character.
    #[serde(default)]
    pub delimiter: Option<String>,
    /// One character; empty: nothing quotes.
    #[serde(default)]
    pub quote: Option<String>,
    /// 1-based record number of the header; 0: the file has none.
    #[serde(default)]
    pub header_row: Option<u32>,
    /// What a row describes: `person`, `account`, `opportunity`, `task` or `interaction`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(as = "Option<EntityType>", optional)]
    pub rows_are: Option<EntityType>,
}

impl ReadAs {
    /// The reading that a dialect is: said of the same bytes, it gives the same records.
    #[must_use]
    pub fn of(dialect: &Dialect) -> Self {
        Self {
            encoding: Some(dialect.encoding.clone()),
            delimiter: Some(dialect.delimiter.clone()),
            quote: Some(dialect.quote.clone().unwrap_or_default()),
            header_row: Some(dialect.header_row.unwrap_or(0)),
            rows_are: None,
        }
    }

    /// What is said here and, where nothing is, what was said before.
    #[must_use]
    pub fn over(&self, before: &Self) -> Self {
        Self {
            encoding: self.encoding.clone().or_else(|| before.encoding.clone()),
            delimiter: self.delimiter.clone().or_else(|| before.delimiter.clone()),
            quote: self.quote.clone().or_else(|| before.quote.clone()),
            header_row: self.header_row.or(before.header_row),
            rows_are: self.rows_are.or(before.rows_are),
        }
    }

    /// Whether nothing is said: the bytes are read as found.
    #[must_use]
    pub fn is_as_found(&self) -> bool {
        *self == Self::default()
    }
}

/// What a person said about the whole file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Handling {
    /// ISO 3166-1 alpha-2 region of phones without a country code, as a person said; null: as inferred.
    #[serde(default)]
    pub region: Option<String>,
    /// Rows with more cells than the header.
    #[serde(default)]
    pub long_rows: LongRows,
    /// Rows with fewer cells that do not line up.
    #[serde(default)]
    pub short_rows: ShortRows,
    /// Cells written anew, at most 20 000, in order of row and column.
    #[serde(default)]
    pub corrections: Vec<CellCorrection>,
    /// Problems that a person has seen and lets be: they are not asked about again.
    #[serde(default)]
    pub accepted: Vec<ProblemKey>,
    /// How the bytes are read.
    #[serde(default)]
    pub read_as: ReadAs,
}

/// Whether nothing was said: such a field is not written, so that a manifest reads back as an older program wrote it.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// One column of the file and what it becomes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ColumnMapping {
    /// 0-based position.
    pub index: u32,
    /// Header as received (trimmed); `Column 3` where there is none.
    pub header: String,
    /// Mapped, ignored or unresolved.
    pub status: ColumnStatus,
    /// The target (`person.email[]`), only when mapped. `ignored` columns have none.
    pub field: Option<String>,
    /// The label that the column itself gives its values: `mobile`, `work`, `home`, `fax`…
    pub label: Option<String>,
    /// Groups columns that make up one value (`Address 1 - City`, `Address 1 - Street`): the same number, the same value.
    pub slot: Option<u32>,
    /// How cells become values: `text`, `phone_e164`, `email`, `date`, `datetime`, `money`, `bool`, `split`…
    pub transform: Option<String>,
    /// For dates: the order, or null where it does not matter or is an open question.
    pub date_order: Option<DateOrder>,
    /// 0..=1.
    pub confidence: f64,
    /// Why.
    pub evidence: Vec<Evidence>,
    /// A question only a person can answer, such as the order of ambiguous dates.
    pub question: Option<String>,
    /// How the column's values are written, whatever field they go to: `decimal_comma`, `dotted_thousands`, `day_numbers`,
    /// `large_amounts`. A choice made later is read by them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub habits: Vec<String>,
    /// A few distinct values drawn from the whole column.
    pub samples: Vec<String>,
    /// Cells with something in them.
    pub filled: u64,
    /// Distinct values among them, counted up to a limit.
    pub distinct: u64,
    /// Whether a person set it: a later re-reading keeps it.
    pub by_person: bool,
    /// Values that a person replaced, in the order of [`ColumnMapping::choices`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<ValueChoice>>", optional)]
    pub value_map: Vec<ValueChoice>,
    /// Read in place of an empty cell, where a person said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub default_value: Option<String>,
    /// What becomes of values that can't be read.
    #[serde(default, skip_serializing_if = "is_default")]
    #[ts(as = "Option<Unread>", optional)]
    pub unread: Unread,
    /// Whether values that usually mean "nothing" (`N/A`, `0`) are values here, as a person or profile said.
    #[serde(default, skip_serializing_if = "is_default")]
    #[ts(as = "Option<bool>", optional)]
    pub keep_sentinels: bool,
    /// The column's distinct values, most frequent first, where there are at most 64; else empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<ValueCount>>", optional)]
    pub choices: Vec<ValueCount>,
}

/// The source profile a manifest rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SourceProfileRef {
    /// `hubspot.contacts`, or `inferred`.
    pub id: String,
    /// What people call it.
    pub title: String,
    /// 0..=1.
    pub confidence: f64,
}

/// What becomes of each column. States: proposed, approved, superseded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ImportMappingManifest {
    /// The envelope.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// The manifest's id.
    pub manifest_id: ManifestId,
    /// The batch it reads.
    pub batch_id: BatchId,
    /// The profile it rests on.
    pub source_profile: SourceProfileRef,
    /// What one row describes.
    pub row_entity: EntityType,
    /// The region phones without a country code belong to, with the reason; null where nothing tells.
    pub phone_region: Option<String>,
    /// Mapped and ignored columns.
    pub column_mappings: Vec<ColumnMapping>,
    /// Unresolved columns.
    pub unmapped_columns: Vec<ColumnMapping>,
    /// Remarks of the resolver for the person reviewing.
    pub resolver_notes: Vec<String>,
    /// 1, 2, 3… within one import.
    pub version: u32,
    /// The manifest it replaces.
    pub supersedes: Option<ManifestId>,
    /// What a person said about the whole file.
    #[serde(default, skip_serializing_if = "is_default")]
    #[ts(as = "Option<Handling>", optional)]
    pub handling: Handling,
}

impl ImportMappingManifest {
    /// All columns in the file's order.
    #[must_use]
    pub fn columns(&self) -> Vec<&ColumnMapping> {
        let mut all: Vec<_> = self.column_mappings.iter().chain(&self.unmapped_columns).collect();
        all.sort_by_key(|c| c.index);
        all
    }
}

impl Artifact for ImportMappingManifest {
    const TYPE: &'static str = "ImportMappingManifest";
    const VERSION: &'static str = "1.1.0";
    const PRODUCER: &'static str = "understanding";
    const CONSUMERS: &'static [&'static str] = &["app::imports", "app::explain", "ui: Import Review"];
    const STATES: &'static [&'static str] = &["proposed", "approved", "superseded"];
    const TRANSITIONS: &'static [(&'static str, &'static str)] =
        &[("proposed", "approved"), ("proposed", "superseded"), ("approved", "superseded")];

    fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    fn own_id(&self) -> ArtifactId {
        ArtifactId(self.manifest_id.0)
    }

    fn check_body(&self) -> Result<(), Invalid> {
        let columns = self.columns();
        if columns.is_empty() {
            return Err(Self::invalid("column_mappings", "names no column"));
        }
        for (position, column) in columns.iter().enumerate() {
            let at = |part: &str| format!("columns[{position}].{part}");
            if column.index as usize != position {
                return Err(Self::invalid(
                    &at("index"),
                    format!("is {}; every column of the file stands exactly once", column.index),
                ));
            }
            if !(0.0..=1.0).contains(&column.confidence) {
                return Err(Self::invalid(&at("confidence"), "lies outside 0..=1"));
            }
            match (column.status, &column.field) {
                (ColumnStatus::Mapped, Some(path)) => {
                    FieldPath::parse(path).map_err(|why| Self::invalid(&at("field"), why))?;
                }
                (ColumnStatus::Mapped, None) => {
                    return Err(Self::invalid(&at("field"), "is missing for a mapped column"));
                }
                (_, Some(_)) => {
                    return Err(Self::invalid(&at("field"), "is set for a column that is not mapped"));
                }
                (ColumnStatus::Ignored, None) if column.evidence.is_empty() => {
                    return Err(Self::invalid(&at("evidence"), "gives no reason for ignoring the column"));
                }
                _ => {}
            }
        }
        if self.unmapped_columns.iter().any(|c| c.status != ColumnStatus::Unresolved)
            || self.column_mappings.iter().any(|c| c.status == ColumnStatus::Unresolved)
        {
            return Err(Self::invalid("unmapped_columns", "holds exactly the unresolved columns"));
        }
        Ok(())
    }
}
