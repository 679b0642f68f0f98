//! What a person says about an import before it is approved, what comes out of it beside records, and source profiles.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    Actor, CellCorrection, ColumnChoice, EntityType, ImportId, ImportSummary, LongRows, ProblemKey, ShortRows,
    Timestamp,
};

/// Everything a person says about an import at once: one new version of its manifest, one new plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ImportRevision {
    /// What columns are.
    #[serde(default)]
    #[ts(as = "Option<Vec<ColumnChoice>>", optional)]
    pub columns: Vec<ColumnChoice>,
    /// Cells written anew; they join those of before, the later one of a cell counts.
    #[serde(default)]
    #[ts(as = "Option<Vec<CellCorrection>>", optional)]
    pub corrections: Vec<CellCorrection>,
    /// Cells whose correction is taken back: row and column.
    #[serde(default)]
    #[ts(as = "Option<Vec<(u64, u32)>>", optional)]
    pub uncorrect: Vec<(u64, u32)>,
    /// The region of phones without a country code; null: as before, empty: as inferred.
    #[serde(default)]
    #[ts(optional)]
    pub region: Option<String>,
    /// Rows with more cells than the header; null: as before.
    #[serde(default)]
    #[ts(optional)]
    pub long_rows: Option<LongRows>,
    /// Rows with fewer cells that do not line up; null: as before.
    #[serde(default)]
    #[ts(optional)]
    pub short_rows: Option<ShortRows>,
    /// Problems to let be.
    #[serde(default)]
    #[ts(as = "Option<Vec<ProblemKey>>", optional)]
    pub accept: Vec<ProblemKey>,
    /// Problems to ask about again.
    #[serde(default)]
    #[ts(as = "Option<Vec<ProblemKey>>", optional)]
    pub reopen: Vec<ProblemKey>,
}

/// One way to settle all problems of a group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ProblemFix {
    /// Stable within the group: `leave_empty`, `keep_in_notes`, `region:IN`, `date_order:DMY`, `keep_sentinels`,
    /// `drop_extra`, `accept_short`, `map_values`, `accept`.
    pub id: String,
    /// The button's words: "Leave 12 phone numbers empty".
    pub title: String,
    /// What then happens, as a sentence.
    pub consequence: String,
    /// What it says about the import; pass it to `import_revise`. Null where a person has to fill something in first.
    pub revision: Option<ImportRevision>,
}

/// How a replay differs from the first run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ReplayDifference {
    /// 1-based data row; null: the file as a whole.
    pub row_number: Option<u64>,
    /// `dialect`, `rows`, `fate`, `fields`, `links`, `issues`.
    pub what: String,
    /// What the first run said.
    pub before: String,
    /// What the replay says.
    pub now: String,
}

/// The answer of `import replay`: the kept bytes read again under a recorded manifest. Writes nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ReplayResult {
    /// As `import run` would say it: counts are those of the replay.
    #[serde(flatten)]
    pub summary: ImportSummary,
    /// The manifest replayed.
    pub manifest_version: u32,
    /// Whether every row gives the same proposals.
    pub identical: bool,
    /// How many rows differ.
    pub differing: u64,
    /// The first 100 differences.
    pub differences: Vec<ReplayDifference>,
}

/// The answer of `import rejects`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RejectsResult {
    /// Where the file was written.
    pub path: String,
    /// Rows in it.
    pub rows: u64,
    /// Bytes of it.
    pub bytes: u64,
}

/// Where a source profile comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProfileOrigin {
    /// Came with the program.
    Shipped,
    /// Saved from an import of this workspace.
    Saved,
    /// Brought in from a file.
    Imported,
}

/// A source profile in the list of those that files are compared with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ProfileInfo {
    /// `hubspot.contacts`
    pub id: String,
    /// What people call it.
    pub title: String,
    /// The system whose ids it carries.
    pub source_system: String,
    /// What one row describes.
    pub row_entity: EntityType,
    /// Columns it knows.
    pub columns: u32,
    /// Where it comes from.
    pub origin: ProfileOrigin,
    /// The import it was saved from.
    pub import_id: Option<ImportId>,
    /// When it was saved last; null for shipped ones.
    pub saved_at: Option<Timestamp>,
    /// By whom.
    pub saved_by: Option<Actor>,
    /// Imports of this workspace that rest on it.
    pub used: u64,
}

/// A profile with its text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ProfileDetail {
    /// The line of the list.
    pub info: ProfileInfo,
    /// The profile as the data file that it is: JSON, indented.
    pub text: String,
}
