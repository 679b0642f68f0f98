//! ImportMappingManifest: which column becomes which canonical field, why, and what stays open (R20-R23, R59).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Artifact, ArtifactId, BatchId, EntityType, Envelope, FieldPath, Invalid, ManifestId};

/// Every column is exactly one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ColumnStatus {
    /// Becomes a canonical or custom field.
    Mapped,
    /// Left out, by a person or a profile, with the reason.
    Ignored,
    /// Nobody has said yet. Its cells are kept as evidence.
    Unresolved,
}

/// One reason for a column's reading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Evidence {
    /// `profile`, `header`, `values`, `neighbours`, `person`.
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
    /// A few distinct values drawn from the whole column.
    pub samples: Vec<String>,
    /// Cells with something in them.
    pub filled: u64,
    /// Distinct values among them, counted up to a limit.
    pub distinct: u64,
    /// Whether a person set it: a later re-reading keeps it.
    pub by_person: bool,
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
    const VERSION: &'static str = "1.0.0";
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
