//! Lists, search, records, history and explanations.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::{
    AbsorbedRecord, Actor, ApprovalDecision, BatchId, Cause, Client360Snapshot, ClientGraphDelta, ColumnMapping,
    DeltaId, DeltaOp, EntityId, EntityRef, FieldChange, GroupId, ManifestId, NotTheSame, ProposalId, RecordPanel,
    Timestamp,
};

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
    /// Records that were merged into this one, oldest first.
    pub absorbed: Vec<AbsorbedRecord>,
    /// Records that were decided not to be this one.
    pub not_the_same: Vec<NotTheSame>,
}

/// One change of one record, as history shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct HistoryEntry {
    /// The delta.
    pub delta_id: DeltaId,
    /// The human action it was part of.
    pub group: GroupId,
    /// What happened.
    pub op: DeltaOp,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// Why.
    pub cause: Cause,
    /// The file, where an import stands behind it.
    pub file_name: Option<String>,
    /// Its fields before and after.
    pub changes: Vec<FieldChange>,
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
    /// The row was erased by law: its bytes are gone, the value is not the erased person's.
    pub erased: bool,
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
    pub column: Option<ColumnMapping>,
    /// The manifest that mapped it.
    pub manifest_id: Option<ManifestId>,
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
    /// Hidden from lists; brought back by `record_restore`.
    pub archived: bool,
    /// Records that were merged into this one, oldest first; each can be taken apart again.
    pub absorbed: Vec<AbsorbedRecord>,
    /// People who were decided not to be this one.
    pub not_the_same: Vec<NotTheSame>,
}
