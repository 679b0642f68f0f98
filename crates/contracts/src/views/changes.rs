//! The feed of committed changes, the send cursor, erasures.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::{Actor, EntityRef, ErasureId, ImportId, Timestamp};

/// One thing that was committed. The cursor is `seq`: contiguous, never reused.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ChangeEvent {
    /// Position in the audit chain.
    pub seq: u64,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// `deltas`, `decision`, `proposal`, `import`, `policy`, `role`, `erasure`…
    pub kind: String,
    /// Ids and counts, as in the audit entry.
    #[ts(type = "unknown")]
    pub subject: Value,
    /// The records that a group of deltas touched.
    pub entities: Vec<EntityRef>,
}

/// A page of the feed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ChangePage {
    /// Oldest first.
    pub events: Vec<ChangeEvent>,
    /// Pass as `after` next time, also when nothing came.
    pub next: u64,
}

/// What of this workspace the origin has, or would be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SyncStatus {
    /// Deltas that the origin has not acknowledged.
    pub pending: u64,
    /// Deltas that it has.
    pub acked: u64,
    /// Changes of both sides that wait for a person.
    pub conflicts: u64,
    /// Changes that the origin refused for good.
    pub quarantined: u64,
    /// The last acknowledged `n` of this epoch.
    pub cursor: u64,
    /// The newest `n` of this epoch.
    pub high_water: u64,
}

/// What an erasure destroyed. Ids and counts, never values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ErasureReport {
    /// Its id.
    pub erasure_id: ErasureId,
    /// The person.
    pub entity: EntityRef,
    /// Records that are gone: the person, whoever was merged into them, what described only them.
    pub records: Vec<EntityRef>,
    /// Records that stay without what named the person.
    pub thinned: Vec<EntityRef>,
    /// Changes whose values were destroyed or thinned out.
    pub changes: u64,
    /// Proposals whose content was destroyed.
    pub proposals: u64,
    /// Decisions whose notes and corrections were destroyed.
    pub decisions: u64,
    /// Raw rows that were blanked.
    pub rows: u64,
    /// Segments that were written anew, with the hash before and after.
    pub segments: Vec<ErasedSegment>,
    /// Lines about rows, samples of columns and the like that named the person.
    pub mentions: u64,
    /// Exports inside the workspace that were deleted.
    pub exports_deleted: u64,
    /// Files written elsewhere that may still hold the person: only you can delete them.
    pub exports_elsewhere: Vec<String>,
    /// Whether the files are clean. If another process was reading, the rest follows at the next start.
    pub clean: bool,
}

/// A segment of raw bytes before and after an erasure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ErasedSegment {
    /// Number in its batch, from 0.
    pub segment: u64,
    /// SHA-256 before.
    pub before: String,
    /// SHA-256 after.
    pub after: String,
}

/// What a rule of the policy applied without a person's decision, by import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct PolicyUse {
    /// The import.
    pub import_id: ImportId,
    /// Its file.
    pub file_name: String,
    /// The rule.
    pub rule: String,
    /// New records that stand.
    pub records: u64,
    /// When it last did.
    pub at: Timestamp,
}
