//! The review queue: what waits, what a person sees of it, what a verdict did (R26, R40-R45).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::{
    Actor, CellRef, Correction, DecisionId, EntityRef, Fate, GroupId, ImportId, KeptField, Link, MergeCandidate,
    MissionId, ProposalId, ProposalSource, Timestamp, Verdict,
};

/// What a proposal means for one field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ReviewField {
    /// Field name.
    pub field: String,
    /// What people call it.
    pub title: String,
    /// What stands now; null: nothing.
    #[ts(type = "unknown")]
    pub now: Value,
    /// What is proposed; null: nothing.
    #[ts(type = "unknown")]
    pub proposed: Value,
    /// `fill`, `add`, `overwrite`, `keep` or `same`.
    pub effect: String,
    /// 0..=1 where it was inferred.
    pub confidence: Option<f64>,
    /// The cells behind the proposed value.
    pub sources: Vec<CellRef>,
}

/// One proposal of the queue as it is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ReviewItem {
    /// The proposal.
    pub proposal_id: ProposalId,
    /// `create`, `update`, `merge`, `link`, `resolve_conflict`, `writeback` or `enrichment`.
    pub kind: String,
    /// Where it comes from.
    pub source: ProposalSource,
    /// The record that would change or come into being.
    pub entity: EntityRef,
    /// Its name.
    pub title: String,
    /// Why a person has to look, as a sentence.
    pub reason: String,
    /// 0..=1, or null where nothing was inferred.
    pub confidence: Option<f64>,
    /// When it was filed.
    pub filed_at: Timestamp,
    /// Who suggests.
    pub proposed_by: Actor,
    /// The import behind it.
    pub import_id: Option<ImportId>,
    /// The 1-based data row behind it.
    pub row_number: Option<u64>,
    /// Where it stands: `proposed` while it waits.
    pub state: String,
    /// The policy rule that says who decides.
    pub rule: String,
    /// Roles that may decide.
    pub deciders: Vec<String>,
    /// Field by field: what differs first.
    pub fields: Vec<ReviewField>,
    /// The links it would make.
    pub links: Vec<Link>,
    /// Who the record may be, or which records would be joined to it, with the evidence.
    pub candidates: Vec<MergeCandidate>,
    /// What approving does, in words: "joins 2 phones".
    pub consequences: Vec<String>,
    /// The records moved since it was proposed: it can't be approved any more.
    pub stale: bool,
    /// SHA-256 over everything shown here: what a verdict is bound to.
    pub seen: String,
}

/// How many of a kind wait.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct KindCount {
    /// The kind.
    pub kind: String,
    /// How many.
    pub count: u64,
}

/// A page of the queue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ReviewPage {
    /// The items, oldest first.
    pub items: Vec<ReviewItem>,
    /// Pass as `after` for the next page; null at the end.
    pub next_after: Option<i64>,
    /// What waits in all, by kind; of the import asked for where one was.
    pub counts: Vec<KindCount>,
}

/// What of the queue to show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(default)]
pub struct ReviewQuery {
    /// Only this kind.
    pub kind: Option<String>,
    /// Only from this source.
    pub source: Option<String>,
    /// Only from the plan of this import that is in force.
    pub import_id: Option<ImportId>,
    /// Also what a set approval may take without a look.
    pub all: bool,
    /// From the page before.
    pub after: Option<i64>,
    /// 1..=200; null: 50.
    pub limit: Option<u32>,
}

/// A verdict on one proposal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct DecideArgs {
    /// The proposal.
    pub proposal_id: ProposalId,
    /// The verdict.
    pub decision: Verdict,
    /// [`ReviewItem::seen`] of what was shown.
    pub seen: String,
    /// Free words.
    pub notes: Option<String>,
    /// For `correct`.
    #[serde(default)]
    pub corrections: Vec<Correction>,
}

/// What a verdict did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct DecideResult {
    /// The decision.
    pub decision_id: DecisionId,
    /// Where the proposal stands now.
    pub state: String,
    /// The group of changes it caused; null where it caused none.
    pub group: Option<GroupId>,
    /// How many changes.
    pub changes: u64,
    /// The records changed.
    pub entities: Vec<EntityRef>,
    /// A proposal that took its place: after "not the same person" the row is proposed as a new record.
    pub follow_up: Vec<ProposalId>,
}

/// The answer of an edit by hand, a merge asked for, an undo of a group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct EditResult {
    /// The record.
    pub entity: EntityRef,
    /// The group of changes.
    pub group: GroupId,
    /// How many changes.
    pub changes: u64,
}

/// The answer of `merge`: a proposal, never a merge.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct MergeAsked {
    /// The proposal.
    pub proposal_id: ProposalId,
    /// Who would stand for all of them.
    pub survivor: EntityRef,
    /// Who would be absorbed.
    pub absorbed: Vec<EntityRef>,
    /// What approving would do, in words.
    pub consequences: Vec<String>,
    /// What a verdict is bound to.
    pub seen: String,
}

/// The answer of `undo` and `unmerge`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct GroupUndone {
    /// The group taken back.
    pub undone: GroupId,
    /// The group that took it back; null where nothing could be.
    pub group: Option<GroupId>,
    /// Changes taken back.
    pub reversed: u64,
    /// What stays, and why.
    pub kept: Vec<KeptField>,
}

/// What a scan for people who are there twice found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ScanResult {
    /// The mission that did it.
    pub mission_id: MissionId,
    /// Groups of people that open proposals of scans would join, those of earlier scans among them.
    pub groups: u64,
    /// Merges proposed by this scan.
    pub pairs: u64,
    /// Links between two people who share a line or a household, proposed by this scan.
    pub related: u64,
    /// People looked at.
    pub people: u64,
    /// Pairs weighed.
    pub weighed: u64,
    /// How long it took.
    pub seconds: f64,
}

/// What would become of open merges above a probability.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ThresholdOutlook {
    /// From this probability on.
    pub probability: f64,
    /// So many open merges.
    pub merges: u64,
    /// Of which so many would be wrong, as the scores have it.
    pub expected_wrong: f64,
}

/// What is open between people.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct IdentityOutlook {
    /// Open merges that were weighed.
    pub open: u64,
    /// Decided ones, which teach what a score stands for.
    pub decisions: u64,
    /// How many it takes before they do.
    pub needed: u64,
    /// Whether they do: below, a probability is no more than a band.
    pub calibrated: bool,
    /// By probability, rising.
    pub thresholds: Vec<ThresholdOutlook>,
}

/// Why a row of an import became what it is planned to be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RowExplained {
    /// 1-based data row.
    pub row_number: u64,
    /// What it becomes, or became.
    pub fate: Fate,
    /// Why, as a sentence.
    pub reason: String,
    /// Its proposals, each with its candidates and what these weigh.
    pub proposals: Vec<ReviewItem>,
}
