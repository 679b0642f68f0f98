//! Bringing files in: what is learnt, planned, approved and undone.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    Actor, ApprovalDecision, BatchId, ColumnMapping, ColumnStatus, DateOrder, DecisionId, Dialect, EntityRef,
    EntityType, Fate, ImportId, ImportMappingManifest, Issue, MissionId, ProblemFix, ProposalAction, RawImportBatch,
    RowShape, SourceProfileRef, Timestamp, Unread, ValueChoice,
};

/// The file that was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct FileInfo {
    /// Name without folder.
    pub name: String,
    /// Size in bytes.
    pub bytes: u64,
    /// Lower-case hex.
    pub sha256: String,
    /// E.g. `text/csv`.
    pub mime_type: String,
}

/// Data rows by shape; `ok + short + long + unparsable = total`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RowCounts {
    /// All data rows.
    pub total: u64,
    /// As many cells as the header.
    pub ok: u64,
    /// Fewer.
    pub short: u64,
    /// More.
    pub long: u64,
    /// Unreadable.
    pub unparsable: u64,
}

/// `import analyze`: everything learnt from a file without writing anything.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Analysis {
    /// The file.
    pub file: FileInfo,
    /// How it is written.
    pub dialect: Dialect,
    /// What it looks like.
    pub source_profile: SourceProfileRef,
    /// What one row describes.
    pub row_entity: EntityType,
    /// Rows by shape.
    pub rows: RowCounts,
    /// Every column.
    pub columns: Vec<ColumnMapping>,
    /// Remarks for the person.
    pub notes: Vec<String>,
    /// Preamble, footer and blank records, listed so that nothing is lost: record number and text.
    pub set_aside: Vec<SetAside>,
}

/// A first look at a file, before all of it is gone through: its start, and samples from its middle and its end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct FilePreview {
    /// Name without folder.
    pub name: String,
    /// E.g. `text/csv`.
    pub mime_type: String,
    /// Size in bytes.
    pub bytes: u64,
    /// Bytes looked at.
    pub looked_at: u64,
    /// Whether that is only a part: counts are then those of the part, and the whole file may show another encoding, order
    /// of dates or reading of a column.
    pub sampled: bool,
    /// How it is written.
    pub dialect: Dialect,
    /// What it looks like.
    pub source_profile: SourceProfileRef,
    /// What one row describes.
    pub row_entity: EntityType,
    /// Rows by shape.
    pub rows: RowCounts,
    /// Every column.
    pub columns: Vec<ColumnMapping>,
    /// Remarks for the person.
    pub notes: Vec<String>,
    /// Preamble, footer and blank records.
    pub set_aside: Vec<SetAside>,
    /// The cells of the first 100 data rows.
    pub first_rows: Vec<Vec<String>>,
}

/// A record that is not a data row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SetAside {
    /// 1-based record number in the file.
    pub record: u64,
    /// `preamble`, `header`, `section`, `total`, `footer` or `blank`.
    pub role: String,
    /// Its text, shortened.
    pub text: String,
}

/// Counts by fate; they add up to the file's rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct FateCounts {
    /// New records.
    pub create: u64,
    /// Changes.
    pub update: u64,
    /// Believed known; waiting for a decision.
    pub merge: u64,
    /// Nothing new.
    pub unchanged: u64,
    /// Waiting for a person.
    pub hold: u64,
    /// Nothing to import.
    pub reject: u64,
}

impl FateCounts {
    /// Adds `n` rows of one fate.
    pub fn add(&mut self, fate: Fate, n: u64) {
        *match fate {
            Fate::Create => &mut self.create,
            Fate::Update => &mut self.update,
            Fate::Merge => &mut self.merge,
            Fate::Unchanged => &mut self.unchanged,
            Fate::Hold => &mut self.hold,
            Fate::Reject => &mut self.reject,
        } += n;
    }

    /// The sum.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.create + self.update + self.merge + self.unchanged + self.hold + self.reject
    }
}

/// Counts of proposals by action.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ActionCounts {
    /// New records, of every kind: a row may make a person and a company.
    pub create: u64,
    /// Changes.
    pub update: u64,
    /// Identity merges.
    pub merge: u64,
    /// Links between known records.
    pub link: u64,
}

impl ActionCounts {
    /// Adds `n` proposals of one action.
    pub fn add(&mut self, action: ProposalAction, n: u64) {
        *match action {
            ProposalAction::Create => &mut self.create,
            ProposalAction::Update => &mut self.update,
            ProposalAction::Merge => &mut self.merge,
            ProposalAction::Link => &mut self.link,
            // They come from sync and from people, never from a file.
            ProposalAction::ResolveConflict | ProposalAction::Unmerge => return,
        } += n;
    }
}

/// Where an import stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportState {
    /// The bytes are kept; rows are still being planned. What a crash leaves goes on when it is resumed.
    Staging,
    /// Staged and proposed; nothing in the graph yet.
    Proposed,
    /// An approval was begun and not finished: approving again goes on where it stopped.
    Committing,
    /// The approved rows are in the graph.
    Committed,
    /// An undo was begun and not finished: undoing again goes on where it stopped; nothing else can be done.
    Undoing,
    /// Taken back.
    Undone,
}

/// One line of the list of imports, and the answer of `import run`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ImportSummary {
    /// The import.
    pub import_id: ImportId,
    /// The file's batch.
    pub batch_id: BatchId,
    /// The file's name.
    pub file_name: String,
    /// Size in bytes.
    pub bytes: u64,
    /// What it looks like.
    pub source_profile: SourceProfileRef,
    /// What one row describes.
    pub row_entity: EntityType,
    /// Where it stands.
    pub state: ImportState,
    /// When it was brought in.
    pub created_at: Timestamp,
    /// By whom.
    pub created_by: Actor,
    /// Rows by shape.
    pub rows: RowCounts,
    /// Planned fates; they add up to `rows.total`.
    pub planned: FateCounts,
    /// What happened, once approved or undone; null before.
    pub fates: Option<FateCounts>,
    /// Proposals by action.
    pub proposals: ActionCounts,
    /// Headers of the columns nobody has resolved.
    pub unresolved_columns: Vec<String>,
    /// The batch these bytes were brought in as before, while that import stands.
    pub duplicate_of_batch: Option<BatchId>,
    /// The import that stands with the same bytes.
    pub duplicate_of_import: Option<ImportId>,
}

/// Everything Import Review shows beside the rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ImportDetail {
    /// The line of the list.
    pub summary: ImportSummary,
    /// The batch artifact.
    pub batch: RawImportBatch,
    /// The newest manifest.
    pub manifest: ImportMappingManifest,
    /// Records that are not data rows.
    pub set_aside: Vec<SetAside>,
    /// Proposals that a set approval would apply, by kind of record: "people to create" and the like.
    pub safe: Vec<SafeCount>,
    /// Doubts about values, grouped by kind, most frequent first.
    pub problems: Vec<ProblemGroup>,
    /// Reasons of held, merged and rejected rows, grouped, most frequent first.
    pub waiting: Vec<ReasonGroup>,
    /// Decisions taken on it so far, oldest first.
    pub decisions: Vec<ApprovalDecision>,
}

/// How many proposals of one kind an approval would apply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SafeCount {
    /// The kind of record.
    pub entity: EntityType,
    /// What would be done.
    pub action: ProposalAction,
    /// How many.
    pub count: u64,
}

/// Doubts of one kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ProblemGroup {
    /// `phone_unparsed`, `sentinel`…
    pub kind: String,
    /// The column concerned, where all lie in one.
    pub column: Option<u32>,
    /// A sentence with an example.
    pub message: String,
    /// How many cells.
    pub count: u64,
    /// The first few rows.
    pub rows: Vec<u64>,
    /// What was found wrong, in two or three words: "Phone numbers that can't be read".
    #[serde(default)]
    pub title: String,
    /// Whether a person let it be.
    #[serde(default)]
    pub accepted: bool,
    /// Ways to settle all of them at once.
    #[serde(default)]
    pub fixes: Vec<ProblemFix>,
}

/// Rows that wait for the same reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ReasonGroup {
    /// Their fate.
    pub fate: Fate,
    /// What they have in common, as a sentence fragment: "Probably someone known".
    pub reason: String,
    /// The rest of the first row's reason, as an example.
    pub example: String,
    /// How many.
    pub count: u64,
}

/// One row with what becomes of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ImportRow {
    /// 1-based data row.
    pub row_number: u64,
    /// Against the header.
    pub shape: RowShape,
    /// What it becomes, or became.
    pub fate: Fate,
    /// Why, as a sentence.
    pub reason: String,
    /// The records concerned.
    pub entity_refs: Vec<EntityRef>,
    /// The cells as received.
    pub cells: Vec<String>,
    /// Cells that a person wrote anew.
    #[serde(default)]
    pub corrected: Vec<CorrectedCell>,
    /// Doubts about its values.
    #[serde(default)]
    pub issues: Vec<Issue>,
    /// For an update: what would change, field by field.
    #[serde(default)]
    pub changes: Vec<RowChange>,
}

/// What a row would change in a record that is known: a newer export of the same system (R25).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RowChange {
    /// The record.
    pub entity: EntityRef,
    /// The field.
    pub field: String,
    /// The value now; null: none.
    #[ts(type = "unknown")]
    pub before: serde_json::Value,
    /// The value proposed.
    #[ts(type = "unknown")]
    pub after: serde_json::Value,
}

/// A page of rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ImportRows {
    /// The rows.
    pub rows: Vec<ImportRow>,
    /// How many there are of this fate.
    pub total: u64,
    /// Pass as `after` for the next page; null at the end.
    pub next_after: Option<u64>,
}

/// The answer of `import approve`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ApproveResult {
    /// Proposals applied now.
    pub applied: ActionCounts,
    /// Proposals that still wait for a person.
    pub held: u64,
    /// The decisions written: on the manifest and on the set.
    pub decisions: Vec<DecisionId>,
    /// The import afterwards.
    pub summary: ImportSummary,
}

/// Something an undo left in place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct KeptField {
    /// The record.
    pub entity: EntityRef,
    /// The field, or `*` for the whole record.
    pub field: String,
    /// Why, as a sentence.
    pub why: String,
}

/// The answer of `import undo`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct UndoResult {
    /// Deltas taken back.
    pub reversed: u64,
    /// What was edited since and therefore stays.
    pub kept: Vec<KeptField>,
    /// What could not be taken back; empty unless something is broken.
    pub errors: Vec<String>,
    /// The import afterwards.
    pub summary: ImportSummary,
}

/// What a person says a column is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ColumnChoice {
    /// 0-based column.
    pub column: u32,
    /// The new status.
    pub status: ColumnStatus,
    /// The target when mapped: a dictionary path or `person.custom.<slug>`.
    pub field: Option<String>,
    /// The label of its values (`mobile`, `work`…), where the target takes one.
    pub label: Option<String>,
    /// The order of its dates, as the answer to a question.
    pub date_order: Option<DateOrder>,
    /// Values replaced; null: as before, empty: none.
    #[serde(default)]
    #[ts(optional)]
    pub value_map: Option<Vec<ValueChoice>>,
    /// Read in place of an empty cell; null: as before, empty: nothing.
    #[serde(default)]
    #[ts(optional)]
    pub default_value: Option<String>,
    /// What becomes of values that can't be read; null: as before.
    #[serde(default)]
    #[ts(optional)]
    pub unread: Option<Unread>,
    /// Whether `N/A` and the like are values here; null: as before.
    #[serde(default)]
    #[ts(optional)]
    pub keep_sentinels: Option<bool>,
}

/// The cells of a row as received beside those that a person wrote anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct CorrectedCell {
    /// 0-based column.
    pub column: u32,
    /// What is read in its place.
    pub value: String,
}

/// Progress of long work, sent as an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Progress {
    /// What is going on: `staging`, `proposing`, `approving`, `undoing`, `indexing`.
    pub stage: String,
    /// The file concerned.
    pub file_name: String,
    /// Rows or deltas done.
    pub done: u64,
    /// Of how many; 0 while unknown.
    pub total: u64,
    /// How many a second, measured since this stage began; null until that can be told.
    pub rate: Option<u64>,
    /// How long it will take at this rate; null until that can be told.
    pub seconds_left: Option<u64>,
    /// The job record, where the work has one.
    pub mission_id: Option<MissionId>,
}
