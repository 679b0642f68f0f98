//! What a day begins with: whom to call, what is due, what waits, what changed; risk flags; what was looked at.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    Actor, DeltaId, DeltaOp, EntityId, EntityRef, FieldChange, GroupId, ImportId, ImportState, KindCount, Timestamp,
};

/// How much a flag weighs. The order is that of weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum RiskWeight {
    /// Worth knowing.
    Low,
    /// Should be seen to.
    Medium,
    /// Should be seen to today.
    High,
}

/// A risk with its reason, by a rule of the shipped rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RiskFlag {
    /// The rule: `silence`, `unreached`, `no_next_action`, `task_overdue`, `closing_past`, `consent_missing`.
    pub rule: String,
    /// How much it weighs.
    pub weight: RiskWeight,
    /// In a few words: `No contact for 34 days`.
    pub words: String,
    /// Why, in words: `Last call on 18 Oct 2026 by Asha. In Negotiation every 7 days is due.`
    pub reason: String,
    /// The record that it rests on: the last call, the deal, the task.
    pub about: Option<EntityRef>,
}

/// A client's flags.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ClientRisks {
    /// The client; of an old id, whoever absorbed its record.
    pub client: EntityRef,
    /// The heaviest first.
    pub flags: Vec<RiskFlag>,
}

/// A client, and what time it is for whoever asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RiskArgs {
    /// The person.
    pub id: EntityId,
    /// The local time, `2026-11-21T15:50:00`; null: as the clocks of the host have it.
    #[serde(default)]
    #[ts(optional)]
    pub now: Option<String>,
}

/// What Today is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct TodayArgs {
    /// The local time, `2026-11-21T15:50:00`; null: as the clocks of the host have it.
    #[serde(default)]
    #[ts(optional)]
    pub now: Option<String>,
    /// The position after which changes are told; null: where this user last looked.
    #[serde(default)]
    #[ts(optional)]
    pub since: Option<u64>,
}

/// A client who should be called, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ToCall {
    /// The client.
    pub client: EntityRef,
    /// Their name.
    pub title: String,
    /// Their primary phone.
    pub phone: Option<String>,
    /// Who looks after them.
    pub owner: Option<String>,
    /// The deal that it is about.
    pub deal: EntityRef,
    /// Its name.
    pub deal_title: String,
    /// Its stage.
    pub stage: Option<String>,
    /// How much it weighs.
    pub weight: RiskWeight,
    /// In a few words: `No contact for 9 days`.
    pub words: String,
    /// Why, in words.
    pub reason: String,
    /// Days since somebody was in touch; null: nobody ever was.
    pub silent_days: Option<u32>,
}

/// A task that is due or overdue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct DueTask {
    /// The task.
    pub task: EntityRef,
    /// What is to be done.
    pub title: String,
    /// When, as the record has it.
    pub due_at: String,
    /// Whole days that it is late; 0: due today.
    pub late_days: u32,
    /// Who is to do it.
    pub assignee: Option<String>,
    /// How urgent.
    pub priority: Option<String>,
    /// Whom it is about.
    pub client: Option<EntityRef>,
    /// Their name.
    pub client_title: Option<String>,
}

/// An import that waits for somebody or is at work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct OpenImport {
    /// The import.
    pub import_id: ImportId,
    /// Its file.
    pub file_name: String,
    /// Where it stands.
    pub state: ImportState,
    /// Data rows.
    pub rows: u64,
    /// When it was begun.
    pub created_at: Timestamp,
    /// By whom.
    pub created_by: Actor,
}

/// What one person, or one rule, changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ChangedBy {
    /// Who.
    pub actor: Actor,
    /// `decision`, `rule`, `edit`, `confirm`, `undo` or `unmerge`.
    pub cause: String,
    /// Actions of theirs.
    pub groups: u64,
    /// Records they touched.
    pub records: u64,
    /// The newest.
    pub at: Timestamp,
    /// Up to three of the records, people first, the newest first.
    pub some: Vec<NamedRecord>,
}

/// A record by its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct NamedRecord {
    /// The record.
    pub entity: EntityRef,
    /// Its name.
    pub title: String,
}

/// What others changed since a look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ChangesSince {
    /// When that look was; null: this is the first.
    pub looked_at: Option<Timestamp>,
    /// By whom, the newest first.
    pub by: Vec<ChangedBy>,
    /// Whether there was more than is counted: then the numbers are of the newest 2 000 changes.
    pub capped: bool,
}

/// Today: everything that asks for somebody, each with the record that it opens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct TodayView {
    /// The day, `2026-11-21`.
    pub day: String,
    /// Who to call, the most pressing first.
    pub calls: Vec<ToCall>,
    /// How many there are in all.
    pub calls_total: u64,
    /// Clients of open deals who were left alone far longer than the rules allow, the longest first.
    pub neglected: Vec<ToCall>,
    /// How many there are in all.
    pub neglected_total: u64,
    /// Due today by the hour, then overdue ones, the least late first.
    pub tasks: Vec<DueTask>,
    /// Open tasks due today.
    pub due_today: u64,
    /// Open tasks that were due before today.
    pub overdue: u64,
    /// What waits for a decision, by kind; null for whoever may not see it.
    pub review: Option<Vec<KindCount>>,
    /// Imports that wait or are at work, the newest first; null for whoever may not see them.
    pub imports: Option<Vec<OpenImport>>,
    /// What others changed since this user last looked.
    pub changes: ChangesSince,
}

/// What is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct LookArgs {
    /// The client whose dossier is opened; null: Today.
    #[serde(default)]
    #[ts(optional)]
    pub id: Option<EntityId>,
}

/// A look that was noted: from where on things are new.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Look {
    /// The position that the look before had reached; null: this is the first.
    pub since: Option<u64>,
    /// When that look was.
    pub looked_at: Option<Timestamp>,
    /// The position that this look reaches.
    pub upto: u64,
}

/// From where on a client's changes are asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct NewsArgs {
    /// The client.
    pub id: EntityId,
    /// A position that a [`Look`] gave.
    pub since: u64,
}

/// One change around a client since a look.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct NewsLine {
    /// The delta.
    pub delta_id: DeltaId,
    /// The record that changed.
    pub entity: EntityRef,
    /// Its name.
    pub title: String,
    /// What happened to it.
    pub op: DeltaOp,
    /// The fields.
    pub changes: Vec<FieldChange>,
    /// Who.
    pub actor: Actor,
    /// Why: as [`ChangedBy::cause`].
    pub cause: String,
    /// The file behind it, if any.
    pub file_name: Option<String>,
    /// Its row there.
    pub row_number: Option<u64>,
    /// The human action it was part of.
    pub group: GroupId,
    /// When.
    pub at: Timestamp,
}

/// What others changed around a client since a look, the newest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ClientNews {
    /// At most fifty.
    pub lines: Vec<NewsLine>,
    /// How many there are in all.
    pub total: u64,
    /// Open tasks of the client: what was promised.
    pub promises: Vec<DueTask>,
}
