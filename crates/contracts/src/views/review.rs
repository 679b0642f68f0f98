//! The review queue: what waits, what a person sees of it, what a verdict did (R26, R40-R45).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::{
    Actor, CellRef, Correction, DecisionId, EntityId, EntityRef, EntityType, Fate, GroupId, ImportId, KeptField, Link,
    MergeCandidate, MergeView, MissionId, PartingView, Placement, ProposalId, ProposalSource, RelationKind, Timestamp,
    Verdict,
};

/// How much a wrong yes would cost, and how likely it is (the rule stands at [`ReviewItem::risk`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Risk {
    /// Adds what was not there, or connects.
    Low,
    /// Joins what is probably one, or was read with doubt.
    Medium,
    /// Replaces what matters, joins on less than 95 %, or is a machine's wish.
    High,
}

/// How long a proposal has waited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReviewAge {
    /// Less than 24 hours.
    Day,
    /// One to seven days.
    Week,
    /// Longer.
    Older,
}

/// In which order the queue is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReviewSort {
    /// Longest waiting first.
    #[default]
    Oldest,
    /// Filed last first.
    Newest,
    /// Surest first.
    Surest,
    /// Least sure first: their verdicts teach most.
    Unsure,
}

/// What a column of a side-by-side view stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum SideRole {
    /// A record that would stay and take the others in.
    Survivor,
    /// A record that would be taken in.
    Absorbed,
    /// A record as it stands.
    Known,
    /// A row of a file.
    Row,
    /// What is suggested, without a row behind it.
    Proposed,
}

/// One column of the side-by-side view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ReviewSide {
    /// What it stands for.
    pub role: SideRole,
    /// The record; null for a row or a suggestion.
    pub entity: Option<EntityRef>,
    /// Its name.
    pub title: String,
    /// A second line: company, e-mail or phone.
    pub subtitle: String,
    /// Fields that hold something.
    pub facts: u32,
    /// Links from or to it.
    pub links: u32,
    /// When it came into the workspace.
    pub since: Option<Timestamp>,
    /// Hidden from lists.
    pub archived: bool,
    /// The import of the row.
    pub import_id: Option<ImportId>,
    /// The 1-based data row.
    pub row_number: Option<u64>,
    /// The file of the row.
    pub file_name: Option<String>,
}

/// Where one value of a side came from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ValueOrigin {
    /// The value: one item of a list.
    #[ts(type = "unknown")]
    pub value: Value,
    /// The cell, for `review_evidence`; null where it was typed or suggested.
    pub cell: Option<CellRef>,
    /// The file of the cell.
    pub file_name: Option<String>,
    /// Who wrote it.
    pub by: Option<Actor>,
    /// When it was written here.
    pub at: Option<Timestamp>,
    /// 0..=1 where it was inferred.
    pub confidence: Option<f64>,
}

/// What one side says of a field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SideValue {
    /// Position in [`ReviewItem::sides`].
    pub side: u32,
    /// The value; null: nothing.
    #[ts(type = "unknown")]
    pub value: Value,
    /// One per item of a list, or one.
    pub origins: Vec<ValueOrigin>,
}

/// One consequence of approving, counted by planning what would really be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ReviewEffect {
    /// `makes`, `joins`, `fills`, `replaces`, `keeps`, `moves`, `drops`, `affects`, `connects`, `brings_back` or `alias`.
    pub kind: String,
    /// The field, the kind of link or the kind of record that it is about.
    pub what: String,
    /// How many.
    pub count: u64,
    /// In words: "moves 3 opportunities".
    pub sentence: String,
}

/// A verdict on a proposal that left it open: put off, or asked for by somebody who may not give it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ReviewRemark {
    /// Its record.
    pub decision_id: DecisionId,
    /// Who.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// What was asked for; null: it was only put off.
    pub asks: Option<Verdict>,
    /// Fields that whoever asks wants otherwise than proposed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<Correction>>", optional)]
    pub corrections: Vec<Correction>,
    /// Who is to stay of a merge, where that is another than proposed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub survivor: Option<EntityId>,
    /// Who is to be left out of a merge.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<EntityId>>", optional)]
    pub left_out: Vec<EntityId>,
    /// Free words.
    pub notes: Option<String>,
}

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
    /// `fill`, `add`, `overwrite`, `keep` or `same`; of two that a link would connect `shares` or `keep`.
    pub effect: String,
    /// 0..=1 where it was inferred.
    pub confidence: Option<f64>,
    /// The cells behind the proposed value.
    pub sources: Vec<CellRef>,
    /// It holds several values: a correction may keep any of them.
    pub many: bool,
    /// Two sides say different things.
    pub differs: bool,
    /// What stands after approving without corrections; null: nothing.
    #[ts(type = "unknown")]
    pub result: Value,
    /// The rule that chose it, as a sentence; null where nothing had to be chosen.
    pub why: Option<String>,
    /// What each side says, in the order of [`ReviewItem::sides`]; sides that say nothing are left out.
    pub values: Vec<SideValue>,
}

/// One proposal of the queue as it is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ReviewItem {
    /// The proposal.
    pub proposal_id: ProposalId,
    /// `create`, `update`, `overwrite`, `merge`, `account_merge`, `unmerge`, `link`, `restore`, `resolve_conflict`,
    /// `writeback` or `enrichment`.
    pub kind: String,
    /// Where it comes from.
    pub source: ProposalSource,
    /// High: an overwrite, a merge below 95 %, a merge of anything but people, whatever a machine or provider wants.
    /// Medium: other merges and what takes them apart, conflicts, restores, and what was read below 85 %. Low: the rest,
    /// links among them.
    pub risk: Risk,
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
    /// The same, one by one, with counts.
    pub effects: Vec<ReviewEffect>,
    /// The columns of the side-by-side view: the survivor or the known record first.
    pub sides: Vec<ReviewSide>,
    /// For a merge of records: who survives and by which rules.
    pub merge: Option<MergeView>,
    /// For a merge that is asked to be taken apart: what was done since, and where it goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub apart: Option<PartingView>,
    /// Verdicts that left it open, oldest first.
    pub remarks: Vec<ReviewRemark>,
    /// Why whoever looks may not decide, as a sentence; null where they may. A verdict becomes a request then
    /// ([`DecideArgs::or_ask`]).
    pub not_mine: Option<String>,
    /// The file behind it.
    pub file_name: Option<String>,
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

/// How many wait under one choice of a filter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct FilterCount {
    /// What to put into the query.
    pub value: String,
    /// What people call it: a file's name for an import.
    pub title: String,
    /// How many wait under it, with every other filter of the query as it is.
    pub count: u64,
}

/// What the queue can be narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct QueueFilters {
    /// By kind.
    pub kinds: Vec<FilterCount>,
    /// By source.
    pub sources: Vec<FilterCount>,
    /// By import, newest first.
    pub imports: Vec<FilterCount>,
    /// By risk, high first.
    pub risks: Vec<FilterCount>,
    /// By age, oldest first.
    pub ages: Vec<FilterCount>,
    /// By kind of record.
    pub subjects: Vec<FilterCount>,
    /// How many somebody asked for who may not decide them.
    pub requested: u64,
}

/// A page of the queue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ReviewPage {
    /// The items, oldest first.
    pub items: Vec<ReviewItem>,
    /// Pass as `after` for the next page of the oldest first; null at the end, and for another order.
    pub next_after: Option<i64>,
    /// Pass as `cursor` for the next page in any order; null at the end.
    pub next_cursor: Option<String>,
    /// The proposals that come after this page, at most 10: to be looked at ahead.
    pub next_ids: Vec<ProposalId>,
    /// What waits in all, by kind; of the import asked for where one was.
    pub counts: Vec<KindCount>,
    /// How many match the query in all; null where `no_counts` was asked for.
    pub total: Option<u64>,
    /// What the queue can be narrowed to; null where `no_counts` was asked for.
    pub filters: Option<QueueFilters>,
}

/// What of the queue to show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct ReviewQuery {
    /// Only this kind.
    pub kind: Option<String>,
    /// Only from this source.
    pub source: Option<String>,
    /// Only from the plan of this import that is in force.
    pub import_id: Option<ImportId>,
    /// Only of this risk.
    pub risk: Option<Risk>,
    /// Only of this age.
    pub age: Option<ReviewAge>,
    /// Only about this kind of record.
    pub subject: Option<EntityType>,
    /// Only those that concern this record.
    pub about: Option<EntityId>,
    /// Only those that somebody asked for who may not decide them.
    #[ts(as = "Option<bool>", optional = nullable)]
    pub requested: bool,
    /// Without those that whoever asks put off since then.
    pub not_deferred_since: Option<Timestamp>,
    /// The order; null: oldest first.
    pub sort: Option<ReviewSort>,
    /// From the page before, for any order.
    pub cursor: Option<String>,
    /// Leave the counts out: they take a look at the whole queue.
    #[ts(as = "Option<bool>", optional = nullable)]
    pub no_counts: bool,
    /// Also what a set approval may take without a look.
    #[ts(as = "Option<bool>", optional = nullable)]
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
    /// For `correct`: per field what is to stand; for a merge the reviewer's choice, a list for a field of several values.
    #[serde(default)]
    pub corrections: Vec<Correction>,
    /// For a merge of records: who stays instead of whom the rules propose. For a row that is somebody known: which of the
    /// candidates it is.
    #[serde(default)]
    #[ts(optional)]
    pub survivor: Option<EntityId>,
    /// For a merge of records: who is not to be joined this time.
    #[serde(default)]
    #[ts(as = "Option<Vec<EntityId>>", optional)]
    pub leave_out: Vec<EntityId>,
    /// With the `reject` of a merge: what connects the two instead.
    #[serde(default)]
    #[ts(optional)]
    pub relation: Option<RelationKind>,
    /// For a merge that is taken apart: where edits go that are not to go where [`PartingView`] has them.
    #[serde(default)]
    #[ts(as = "Option<Vec<Placement>>", optional)]
    pub placements: Vec<Placement>,
    /// Where policy lets another decide, leave the verdict as a request to them instead of refusing it.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub or_ask: bool,
    /// How long the person looked at it, in milliseconds.
    #[serde(default)]
    #[ts(optional)]
    pub took_ms: Option<u64>,
    /// Bring what comes next with the answer.
    #[serde(default)]
    #[ts(optional)]
    pub then: Option<ReviewQuery>,
}

impl DecideArgs {
    /// A verdict on what was seen, with nothing more to say.
    #[must_use]
    pub fn new(proposal_id: ProposalId, decision: Verdict, seen: &str) -> Self {
        Self {
            proposal_id,
            decision,
            seen: seen.into(),
            notes: None,
            corrections: Vec::new(),
            survivor: None,
            leave_out: Vec::new(),
            relation: None,
            placements: Vec::new(),
            or_ask: false,
            took_ms: None,
            then: None,
        }
    }
}

/// What a verdict did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct DecideResult {
    /// The decision.
    pub decision_id: DecisionId,
    /// Where the proposal stands now; `proposed` after a deferral or a request.
    pub state: String,
    /// It was left as a request to whoever may decide it.
    pub requested: bool,
    /// The group of changes it caused; null where it caused none.
    pub group: Option<GroupId>,
    /// How many changes.
    pub changes: u64,
    /// The records changed.
    pub entities: Vec<EntityRef>,
    /// A proposal that took its place: after "not the same person" the row is proposed as a new record.
    pub follow_up: Vec<ProposalId>,
    /// Other proposals that were set aside, because the records they were made on have moved.
    pub set_aside: Vec<ProposalId>,
    /// The link that a relation made; null also where it comes with the record that is still proposed.
    pub link: Option<Link>,
    /// What comes next in the queue that was asked for: ready to be shown.
    pub next: Vec<ReviewItem>,
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
    /// Nothing was taken back: it waits as this proposal for whoever may decide it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub requested: Option<ProposalId>,
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
    /// Merges of companies, proposed by this scan.
    #[serde(default)]
    pub accounts: u64,
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
