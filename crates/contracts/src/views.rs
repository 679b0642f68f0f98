//! What hosts ask for and get: list rows, imports, explanations. Shapes only; `app` fills them.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::{
    Actor, ApprovalDecision, BatchId, Client360Snapshot, ClientGraphDelta, ColumnStatus, DateOrder, DecisionId,
    DeltaId, Dialect, EntityId, EntityRef, EntityType, Fact, Fate, FieldInfo, GroupId, ImportId, ImportMappingManifest,
    ProposalAction, ProposalId, RawImportBatch, RecordPanel, RowShape, SourceProfileRef, Timestamp,
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
    pub columns: Vec<crate::ColumnMapping>,
    /// Remarks for the person.
    pub notes: Vec<String>,
    /// Preamble, footer and blank records, listed so that nothing is lost: record number and text.
    pub set_aside: Vec<SetAside>,
}

/// A record that is not a data row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SetAside {
    /// 1-based record number in the file.
    pub record: u64,
    /// `preamble`, `header`, `footer` or `blank`.
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
        } += n;
    }
}

/// Where an import stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportState {
    /// Staged and proposed; nothing in the graph yet.
    Proposed,
    /// An approval was begun and not finished: approving again goes on where it stopped.
    Committing,
    /// The approved rows are in the graph.
    Committed,
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
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

/// A row of Contacts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct PersonRow {
    /// The person.
    pub id: EntityId,
    /// Full name, or the best there is.
    pub name: String,
    /// Company.
    pub company_name: Option<String>,
    /// Position.
    pub job_title: Option<String>,
    /// Primary e-mail.
    pub email: Option<String>,
    /// Primary phone, E.164 or as received.
    pub phone: Option<String>,
    /// City of the primary address.
    pub city: Option<String>,
    /// Lead status as received.
    pub lead_status: Option<String>,
    /// Owner or assignee.
    pub owner: Option<String>,
    /// Newest known activity or contact.
    pub last_activity_at: Option<String>,
    /// Created in the source.
    pub created_at: Option<String>,
}

/// A row of Accounts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct AccountRow {
    /// The account.
    pub id: EntityId,
    /// Name.
    pub name: String,
    /// Industry.
    pub industry: Option<String>,
    /// Domain.
    pub domain: Option<String>,
    /// Primary phone.
    pub phone: Option<String>,
    /// City of the primary address.
    pub city: Option<String>,
    /// Owner.
    pub owner: Option<String>,
    /// People linked to it.
    pub people: u64,
    /// Deals linked to it.
    pub opportunities: u64,
}

/// A window of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Page<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// Pass it back for the next window; null at the end.
    pub next_cursor: Option<String>,
    /// How many match in all.
    pub total: u64,
}

/// What to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(default)]
pub struct ListQuery {
    /// People: `name`, `company_name`, `lead_status`, `owner`, `last_activity_at`, `created_at`. Accounts: `name`,
    /// `industry`, `owner`, `people`. Null: by name.
    pub sort: Option<String>,
    /// Largest first.
    pub descending: bool,
    /// Only records that match these words (names, e-mails, phones in any format, companies).
    pub text: Option<String>,
    /// From the page before.
    pub cursor: Option<String>,
    /// 1..=500; null: 100.
    pub limit: Option<u32>,
}

/// Why a record was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SearchWhy {
    /// The field that matched.
    pub field: String,
    /// How: `word`, `prefix`, `digits`.
    pub how: String,
}

/// A record found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SearchHit {
    /// Its kind.
    pub entity: EntityType,
    /// Its id.
    pub id: EntityId,
    /// Its name.
    pub title: String,
    /// A second line: company, e-mail or phone.
    pub subtitle: String,
    /// Larger is better; comparable within one answer only.
    pub score: f64,
    /// Why it was found.
    pub why: Vec<SearchWhy>,
}

/// The answer of `search`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SearchResult {
    /// Best first.
    pub hits: Vec<SearchHit>,
    /// Milliseconds in the core.
    pub took_ms: f64,
}

/// A record in full: facts and neighbours. For a person, `client360` says more.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct EntityDetail {
    /// The record itself.
    pub record: RecordPanel,
    /// Records linked to it, by kind of link.
    pub linked: Vec<RecordPanel>,
    /// Rises with each change.
    pub version: u64,
    /// Hidden from lists.
    pub archived: bool,
}

/// One change of one record, as history shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct HistoryEntry {
    /// The delta.
    pub delta_id: DeltaId,
    /// The human action it was part of.
    pub group: GroupId,
    /// What happened.
    pub op: crate::DeltaOp,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// Why.
    pub cause: crate::Cause,
    /// The file, where an import stands behind it.
    pub file_name: Option<String>,
    /// Its fields before and after.
    pub changes: Vec<crate::FieldChange>,
    /// The delta that it takes back.
    pub inverse_of: Option<DeltaId>,
}

/// One cell of a neighbourhood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct EvidenceCell {
    /// 0-based column.
    pub column: u32,
    /// The column's header.
    pub header: String,
    /// The text as received.
    pub text: String,
}

/// The raw cell behind a value, in its row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct CellEvidence {
    /// The batch.
    pub batch_id: BatchId,
    /// The file's name.
    pub file_name: String,
    /// SHA-256 of the file.
    pub file_sha256: String,
    /// 1-based data row.
    pub row_number: u64,
    /// Number of the stored segment, from 0.
    pub segment: u64,
    /// SHA-256 of the segment's bytes.
    pub segment_sha256: String,
    /// First byte and the one past the last of the row, in the file.
    pub byte_range: [u64; 2],
    /// The cell itself.
    pub cell: EvidenceCell,
    /// The cells of the row that hold something.
    pub row: Vec<EvidenceCell>,
    /// How the text became the value.
    pub transform: String,
}

/// The chain value → delta → decision → proposal → manifest → row → cell → segment and file (R84, R198).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Explanation {
    /// The record.
    pub entity: EntityRef,
    /// Its name.
    pub title: String,
    /// The field.
    pub field: String,
    /// The value now; null when the field is empty.
    #[ts(type = "unknown")]
    pub value: Value,
    /// One chain per value or item, newest first.
    pub chains: Vec<ProvenanceChain>,
}

/// One chain of provenance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ProvenanceChain {
    /// The value, or the item of a list, that this chain explains.
    #[ts(type = "unknown")]
    pub value: Value,
    /// The whole chain as sentences, from the value down to the file.
    pub sentences: Vec<String>,
    /// The change that set it.
    pub delta: ClientGraphDelta,
    /// The decision behind it.
    pub decision: Option<ApprovalDecision>,
    /// The proposal it applied.
    pub proposal_id: Option<ProposalId>,
    /// How its column was mapped.
    pub column: Option<crate::ColumnMapping>,
    /// The manifest that mapped it.
    pub manifest_id: Option<crate::ManifestId>,
    /// The raw cells.
    pub cells: Vec<CellEvidence>,
    /// 0..=1.
    pub confidence: Option<f64>,
}

/// `client360 --rebuild`: the snapshot and whether it equals its rebuild from the deltas.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Client360View {
    /// The dossier.
    #[serde(flatten)]
    pub snapshot: Client360Snapshot,
    /// Present when a rebuild was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub consistent: Option<bool>,
}

/// The answer of `audit verify`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct AuditReport {
    /// Entries in the chain.
    pub entries: u64,
    /// Hash of the last one; null for an empty chain.
    pub head: Option<String>,
    /// Whether everything holds.
    pub ok: bool,
    /// Sequence number of the first entry that does not hold.
    pub first_bad: Option<u64>,
    /// What is wrong there, or what can be vouched for, as sentences.
    pub findings: Vec<String>,
    /// The last entry vouched for by the pin outside the database; null without a pin.
    pub pinned: Option<u64>,
}

/// One thing `doctor` looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Check {
    /// What was looked at.
    pub name: String,
    /// Whether it holds.
    pub ok: bool,
    /// What was found.
    pub detail: String,
}

/// The answer of `doctor`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct DoctorReport {
    /// Whether every check holds.
    pub ok: bool,
    /// Each check.
    pub checks: Vec<Check>,
    /// Rows per table.
    pub counts: BTreeMap<String, u64>,
}

/// A workspace as the switcher shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct WorkspaceInfo {
    /// Its folder.
    pub path: String,
    /// Its name.
    pub name: String,
    /// Whether it holds demo data; never mixed with real work.
    pub demo: bool,
    /// Whether the folder still holds a workspace.
    pub exists: bool,
}

/// What the window starts from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct AppStatus {
    /// The product's version.
    pub version: String,
    /// The open workspace.
    pub workspace: Option<WorkspaceInfo>,
    /// Why the last one could not be opened.
    pub problem: Option<crate::ApiError>,
    /// Workspaces opened before, newest first.
    pub recent: Vec<WorkspaceInfo>,
    /// Where a new one would go.
    pub suggested_folder: String,
    /// Who is at the keyboard.
    pub user: String,
    /// Counts for the side bar; null while no workspace is open.
    pub counts: Option<NavCounts>,
}

/// Counts for the side bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct NavCounts {
    /// People.
    pub people: u64,
    /// Accounts.
    pub accounts: u64,
    /// Imports that wait for approval.
    pub imports_waiting: u64,
}

/// What a person says a column is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
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
}

/// Progress of long work, sent as an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Progress {
    /// What is going on: `staging`, `proposing`, `approving`, `undoing`.
    pub stage: String,
    /// The file concerned.
    pub file_name: String,
    /// Rows or deltas done.
    pub done: u64,
    /// Of how many; 0 while unknown.
    pub total: u64,
}

/// Sent when the graph or an import changed, by this window or another process.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Changed {
    /// `graph`, `imports` or `workspace`.
    pub what: Vec<String>,
}

/// The answer of the field dictionary command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct FieldDictionary {
    /// Every target a column may be given.
    pub fields: Vec<FieldInfo>,
}

/// A fact found by id, for the provenance card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct FactRef {
    /// The record.
    pub entity: EntityRef,
    /// The fact.
    pub fact: Fact,
}
