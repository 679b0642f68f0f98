//! What was decided: a sitting, the record of decisions, how well reviewers agree, decisions on sets, raw evidence.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    BatchId, CellEvidence, Correction, DecisionId, EntityRef, EvidenceCell, GroupId, KeptField, ProposalId,
    ReviewEffect, ReviewItem, ReviewQuery, Timestamp, Verdict,
};

/// Since when, and of which queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SittingArgs {
    /// When the sitting began.
    pub since: Timestamp,
    /// What counts as left; null: everything that waits.
    #[serde(default)]
    #[ts(optional)]
    pub of: Option<ReviewQuery>,
}

/// A person's sitting: "41 decided, 12 left, 1 deferred".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Sitting {
    /// Proposals decided: approved, corrected or rejected.
    pub decided: u64,
    /// Of them approved.
    pub approved: u64,
    /// Of them corrected.
    pub corrected: u64,
    /// Of them rejected.
    pub rejected: u64,
    /// Put off since, and still open.
    pub deferred: u64,
    /// Left as requests to others.
    pub requested: u64,
    /// Still to decide, without those put off since.
    pub left: u64,
    /// Half of the decisions took less, in milliseconds; null where none was timed.
    pub median_ms: Option<u64>,
}

/// Which decisions to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct DecisionQuery {
    /// Only this reviewer's; null: everybody's.
    pub reviewer: Option<String>,
    /// Only since then.
    pub since: Option<Timestamp>,
    /// Only this verdict.
    pub verdict: Option<Verdict>,
    /// From the page before.
    pub cursor: Option<DecisionId>,
    /// 1..=200; null: 50.
    pub limit: Option<u32>,
}

/// A decision as it is listed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct DecisionRow {
    /// The decision.
    pub decision_id: DecisionId,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: String,
    /// The verdict.
    pub verdict: Verdict,
    /// What was asked for by somebody who may not decide it; null: it was decided.
    pub asks: Option<Verdict>,
    /// Why, in free words.
    pub notes: Option<String>,
    /// The proposal; null for a set or a mapping.
    pub proposal_id: Option<ProposalId>,
    /// What the queue calls it, `mapping` or `set`.
    pub kind: String,
    /// The record that it was about.
    pub entity: Option<EntityRef>,
    /// Its name now, or what it decided on.
    pub title: String,
    /// How many proposals.
    pub count: u64,
    /// Hash of what was seen: the proposal and the versions of its records.
    pub seen_hash: String,
    /// What the reviewer put instead.
    pub corrections: Vec<Correction>,
    /// How long they looked at it, in milliseconds, where that is known.
    pub took_ms: Option<u64>,
    /// How many changes of it stand, and can be taken back with `review_undo`.
    pub stands: u64,
    /// It caused changes, and they were taken back.
    pub taken_back: bool,
}

/// A page of decisions, newest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct DecisionPage {
    /// The decisions.
    pub rows: Vec<DecisionRow>,
    /// Pass as `cursor` for the next page; null at the end.
    pub next_cursor: Option<DecisionId>,
}

/// How often two judged the same thing, and how often alike.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Agreement {
    /// Judged by both.
    pub both: u64,
    /// Of them alike.
    pub alike: u64,
}

/// One reviewer in figures.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ReviewerFigures {
    /// Who.
    pub reviewer: String,
    /// Single proposals decided.
    pub decided: u64,
    /// Of them approved as they were.
    pub approved: u64,
    /// Of them corrected.
    pub corrected: u64,
    /// Of them rejected.
    pub rejected: u64,
    /// Put off.
    pub deferred: u64,
    /// Left as requests.
    pub requested: u64,
    /// Decided in sets.
    pub in_sets: u64,
    /// Approved, and taken back since.
    pub taken_back: u64,
    /// With what was suggested: merges from 90 % on approved, those below 50 % refused.
    pub with_engine: Agreement,
    /// With colleagues: what one asked for and another decided.
    pub with_colleagues: Agreement,
    /// Decisions that were timed.
    pub timed: u64,
    /// Half of them took less, in milliseconds.
    pub median_ms: Option<u64>,
    /// Nineteen of twenty took less.
    pub p95_ms: Option<u64>,
}

/// How reviewing goes (R159).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ReviewMetrics {
    /// Everybody together; `reviewer` is empty.
    pub all: ReviewerFigures,
    /// Each, by name.
    pub reviewers: Vec<ReviewerFigures>,
    /// Waiting now.
    pub waiting: u64,
    /// When the one that waits longest was filed.
    pub oldest: Option<Timestamp>,
    /// Merges that the engine weighed and somebody decided, by how likely it thought them, surest first; of one reviewer
    /// where one was asked for.
    pub bands: Vec<BandFigures>,
    /// The newest sittings, newest first, 50 at most; of one reviewer where one was asked for.
    pub sittings: Vec<SittingFigures>,
}

/// Verdicts on merges of one band of probability.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct BandFigures {
    /// From this probability on.
    pub from: f64,
    /// Below this one; 1 and above for the surest band.
    pub below: f64,
    /// Decided.
    pub decided: u64,
    /// Of them approved.
    pub approved: u64,
    /// Of them as the engine suggests; none in a band for which it suggests nothing.
    pub alike: Option<u64>,
}

/// A run of decisions by one reviewer without a break of half an hour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SittingFigures {
    /// Who.
    pub reviewer: String,
    /// The first decision.
    pub began: Timestamp,
    /// The last one.
    pub ended: Timestamp,
    /// Proposals decided, those of sets among them.
    pub decided: u64,
    /// Of them rejected.
    pub rejected: u64,
    /// Put off or left as requests.
    pub left: u64,
    /// Half of the decisions took less, in milliseconds; null where none was timed.
    pub median_ms: Option<u64>,
}

/// Since when figures are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct MetricsArgs {
    /// Null: since ever.
    pub since: Option<Timestamp>,
    /// Whose bands and sittings; null: everybody's.
    pub reviewer: Option<String>,
}

/// A decision.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, TS)]
pub struct DecisionArgs {
    /// Its id.
    pub decision_id: DecisionId,
}

/// The answer of `review_undo`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct DecisionUndone {
    /// The decision whose changes were taken back.
    pub decision_id: DecisionId,
    /// The group that took them back; null where nothing could be.
    pub group: Option<GroupId>,
    /// Changes taken back.
    pub reversed: u64,
    /// What stays, and why.
    pub kept: Vec<KeptField>,
    /// Proposals that ask anew what it had settled.
    pub asked_anew: Vec<ProposalId>,
    /// Nothing was taken back: it waits as this proposal for whoever may decide it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub requested: Option<ProposalId>,
}

/// Which proposals are to be decided together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(default)]
pub struct SetArgs {
    /// The filter that chooses them; at most 500 of those that match, oldest first.
    pub of: ReviewQuery,
    /// Only these of them; empty: all.
    #[ts(as = "Option<Vec<ProposalId>>", optional)]
    pub only: Vec<ProposalId>,
}

/// Why some of what matches can't be decided in a set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SetLeftOut {
    /// As a sentence.
    pub why: String,
    /// How many.
    pub count: u64,
}

/// What a decision on a set would do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SetPreview {
    /// How many would be decided.
    pub count: u64,
    /// Which.
    pub proposals: Vec<ProposalId>,
    /// Some of them as they are shown: the first, the last and what lies between, at most 5.
    pub samples: Vec<ReviewItem>,
    /// What approving all of them does, summed up.
    pub effects: Vec<ReviewEffect>,
    /// What matches and is decided one by one.
    pub left_out: Vec<SetLeftOut>,
    /// What the decision is bound to: a hash over what each of them shows.
    pub seen: String,
}

/// A decision on a set.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SetDecideArgs {
    /// The set as it was previewed.
    pub set: SetArgs,
    /// `approve` or `reject`.
    pub decision: Verdict,
    /// [`SetPreview::seen`].
    pub seen: String,
    /// Free words.
    #[serde(default)]
    #[ts(optional)]
    pub notes: Option<String>,
    /// How long the person looked at it, in milliseconds.
    #[serde(default)]
    #[ts(optional)]
    pub took_ms: Option<u64>,
}

/// What a decision on a set did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SetDecided {
    /// The decision; `review_undo` takes all of it back at once.
    pub decision_id: DecisionId,
    /// How many proposals.
    pub decided: u64,
    /// How many changes.
    pub changes: u64,
    /// Proposals that were not decided after all, because one before them in the set changed their records.
    pub left_out: Vec<SetLeftOut>,
}

/// A cell of a file whose surroundings are to be seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct EvidenceArgs {
    /// The batch of the file.
    pub batch_id: BatchId,
    /// 1-based data row.
    pub row_number: u64,
    /// 0-based column.
    pub column: u32,
    /// Rows before and after, 0..=10; null: 2.
    #[serde(default)]
    #[ts(optional)]
    pub around: Option<u32>,
}

/// A row of a file beside the one that is looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct EvidenceRow {
    /// 1-based data row.
    pub row_number: u64,
    /// Its cells that hold something.
    pub cells: Vec<EvidenceCell>,
    /// Its bytes were erased by law.
    pub erased: bool,
}

/// A cell with its row and the rows around it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct EvidenceView {
    /// The cell in its row.
    pub cell: CellEvidence,
    /// The headers of the file, by column.
    pub headers: Vec<String>,
    /// The rows before it, in order.
    pub before: Vec<EvidenceRow>,
    /// The rows after it.
    pub after: Vec<EvidenceRow>,
}
