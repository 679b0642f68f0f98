//! Merges, what takes them apart, and who somebody new may be (R25, R40-R46).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::{
    Actor, Correction, DecisionId, DeltaId, EntityId, EntityRef, EntityType, GroupId, KeptField, MergeCandidate,
    ProposalId, ReviewField, Timestamp,
};

/// What connects two who are not the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum RelationKind {
    /// They live together or are of one family: the link `same_household`.
    Household,
    /// They share a number or a mailbox and nothing more is known: the link `shares_contact`.
    SharedContact,
    /// They have to do with each other: the link `related_to`.
    Related,
}

impl RelationKind {
    /// The kind of link that it becomes.
    #[must_use]
    pub fn link(self) -> &'static str {
        match self {
            Self::Household => "same_household",
            Self::SharedContact => "shares_contact",
            Self::Related => "related_to",
        }
    }
}

/// One rule by which a survivor is proposed, with what it found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SurvivorRule {
    /// `not_archived`, `confirmed_facts`, `facts`, `activity` or `older`: asked in this order.
    pub rule: String,
    /// As a sentence: "Asha Rao has 4 facts that a person confirmed; the other has 1."
    pub sentence: String,
    /// Whom it speaks for; null where it says the same of several.
    pub favours: Option<EntityId>,
    /// It decided: no rule before it told the records apart.
    pub decided: bool,
    /// What it counted, in the order of the item's sides.
    pub figures: Vec<u64>,
}

/// Who survives a merge, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct MergeView {
    /// Who stays.
    pub survivor: EntityRef,
    /// Who would stay by the rules.
    pub proposed_survivor: EntityRef,
    /// Who is taken in.
    pub absorbed: Vec<EntityRef>,
    /// The rules in their order.
    pub rules: Vec<SurvivorRule>,
}

/// A merge as somebody would have it, to see what it does before deciding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct PreviewArgs {
    /// The proposal.
    pub proposal_id: ProposalId,
    /// Who stays; null: whom the rules propose.
    #[serde(default)]
    #[ts(optional)]
    pub survivor: Option<EntityId>,
    /// Who is not to be joined.
    #[serde(default)]
    #[ts(as = "Option<Vec<EntityId>>", optional)]
    pub leave_out: Vec<EntityId>,
    /// Field by field what is to stand.
    #[serde(default)]
    #[ts(as = "Option<Vec<Correction>>", optional)]
    pub corrections: Vec<Correction>,
}

/// Asks for a merge of records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct MergeArgs {
    /// Their kind.
    pub entity: EntityType,
    /// 2 to 20 of them.
    pub ids: Vec<EntityId>,
    /// Who stays; null: whom the rules propose.
    #[serde(default)]
    #[ts(optional)]
    pub survivor: Option<EntityId>,
    /// Free words for whoever decides.
    #[serde(default)]
    #[ts(optional)]
    pub notes: Option<String>,
}

/// Asks for a record to be brought back to what it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RestoreArgs {
    /// Its kind.
    pub entity: EntityType,
    /// The record.
    pub id: EntityId,
    /// As it was right after this change of its history.
    pub delta_id: DeltaId,
    /// Only these fields; empty: all.
    #[serde(default)]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub fields: Vec<String>,
    /// Free words for whoever decides.
    #[serde(default)]
    #[ts(optional)]
    pub notes: Option<String>,
}

/// Something that was done to merged records since they were merged, and where it goes when they are taken apart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct EditSince {
    /// Names it in a [`Placement`].
    pub edit: String,
    /// `field`, `item` (one value of a list), `link` or `flag` (archived or brought back).
    pub kind: String,
    /// The field, or the kind of link.
    pub field: String,
    /// What people call it.
    pub title: String,
    /// What the merge had left; null: nothing.
    #[ts(type = "unknown")]
    pub before: Value,
    /// What stands now; null: it was taken away. For a link the record at its other end.
    #[ts(type = "unknown")]
    pub after: Value,
    /// Who did it last.
    pub by: Actor,
    /// When.
    pub at: Timestamp,
    /// Where it goes unless the reviewer says otherwise.
    pub proposed: EntityId,
    /// Why there, as a sentence.
    pub why: String,
}

/// Where an edit goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Placement {
    /// [`EditSince::edit`].
    pub edit: String,
    /// The record; null: both (a field or a value) have it.
    pub to: Option<EntityId>,
}

/// A merge as it can be taken apart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct UnmergeView {
    /// The merge's group of changes.
    pub group: GroupId,
    /// When it was done.
    pub merged_at: Timestamp,
    /// By whom.
    pub merged_by: Actor,
    /// The decision behind it.
    pub decision_id: Option<DecisionId>,
    /// Who stands for all of them now.
    pub survivor: EntityRef,
    /// Its name.
    pub survivor_title: String,
    /// Who comes back.
    pub comes_back: Vec<UnmergedSide>,
    /// What was done since, oldest first: each with the side it is proposed for.
    pub edits: Vec<EditSince>,
    /// What stays as it is because it can't be taken apart, and why.
    pub kept: Vec<KeptField>,
    /// What taking it apart does, in words.
    pub consequences: Vec<String>,
    /// What a decision is bound to.
    pub seen: String,
}

/// A merge that is asked to be taken apart, as a proposal shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct PartingView {
    /// When it was done.
    pub merged_at: Timestamp,
    /// By whom.
    pub merged_by: Actor,
    /// Who stands for all of them now, and who comes back, each by name.
    pub sides: Vec<PartingSide>,
    /// What was done since, oldest first.
    pub edits: Vec<EditSince>,
    /// Where whoever asks wants edits that are not to go where they are proposed for.
    pub placements: Vec<Placement>,
    /// It is to be remembered that they are not the same.
    pub not_the_same: bool,
}

/// A record that a merge joined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct PartingSide {
    /// The record.
    pub entity: EntityRef,
    /// Its name.
    pub title: String,
}

/// A record that an unmerge brings back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct UnmergedSide {
    /// The record.
    pub entity: EntityRef,
    /// Its name.
    pub title: String,
    /// What it has again: now what stands at the survivor, proposed what it was.
    pub fields: Vec<ReviewField>,
    /// Links that go back to it.
    pub links: u32,
}

/// Takes a merge apart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct UnmergeArgs {
    /// Somebody who was absorbed by it.
    pub id: EntityId,
    /// [`UnmergeView::seen`]; null: whatever stands, as proposed.
    #[serde(default)]
    #[ts(optional)]
    pub seen: Option<String>,
    /// Where edits go that are not to go where they are proposed for.
    #[serde(default)]
    #[ts(as = "Option<Vec<Placement>>", optional)]
    pub placements: Vec<Placement>,
    /// Also remember that they are not the same, so that nobody is asked again.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub not_the_same: bool,
    /// Free words.
    #[serde(default)]
    #[ts(optional)]
    pub notes: Option<String>,
}

impl UnmergeArgs {
    /// Takes apart whatever absorbed a record, edits placed as proposed.
    #[must_use]
    pub fn of(id: EntityId) -> Self {
        Self { id, seen: None, placements: Vec::new(), not_the_same: false, notes: None }
    }
}

/// A record that another absorbed, as a dossier shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct AbsorbedRecord {
    /// Its old id, which leads to the survivor.
    pub entity: EntityRef,
    /// What it was called.
    pub title: String,
    /// When it was merged.
    pub at: Timestamp,
    /// By whom.
    pub by: Actor,
    /// The merge's group of changes.
    pub group: GroupId,
}

/// Somebody who was decided to be somebody else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct NotTheSame {
    /// The other record.
    pub entity: EntityRef,
    /// Its name.
    pub title: String,
    /// The decision.
    pub decision_id: DecisionId,
    /// Who decided.
    pub by: Option<String>,
    /// When.
    pub at: Option<Timestamp>,
    /// Free words.
    pub notes: Option<String>,
}

/// A field as somebody types it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct TypedField {
    /// Field name without entity: `full_name`, `phone`.
    pub field: String,
    /// What was typed; several values one per line.
    pub text: String,
}

/// Who somebody may be who is being typed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct NearArgs {
    /// What was typed so far. What can't be read yet is passed over.
    pub fields: Vec<TypedField>,
    /// 1..=20; null: 5.
    #[serde(default)]
    #[ts(optional)]
    pub limit: Option<u32>,
}

/// A person who may be meant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct NearMatch {
    /// The person.
    pub entity: EntityRef,
    /// Their name.
    pub title: String,
    /// A second line: company, e-mail or phone.
    pub subtitle: String,
    /// "Probably" from the probability on from which an import would say so.
    pub sure: bool,
    /// They share a line or a mailbox, and something speaks against their being one: a relative, perhaps.
    pub related: bool,
    /// How likely, and why.
    pub candidate: MergeCandidate,
}

/// Who somebody may be, likeliest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct NearMatches {
    /// At most as many as asked for.
    pub matches: Vec<NearMatch>,
    /// Milliseconds in the core.
    pub took_ms: f64,
}

/// A new record typed by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RecordCreateArgs {
    /// Its kind.
    pub entity: EntityType,
    /// Its fields.
    pub fields: Vec<TypedField>,
    /// What it is about, to be linked to it: the client of a call, the deal of a task. At most 20.
    #[serde(default)]
    #[ts(as = "Option<Vec<EntityRef>>", optional)]
    pub about: Vec<EntityRef>,
}

/// One field of a record, as it reads now, confirmed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ConfirmArgs {
    /// The record's kind.
    pub entity: EntityType,
    /// The record's id.
    pub id: EntityId,
    /// Field name without entity and brackets.
    pub field: String,
    /// What was seen: refused where the field reads otherwise by now.
    #[ts(type = "unknown")]
    pub seen: Value,
}

/// One value of a field written anew; the other values of the field stay.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct CorrectArgs {
    /// The record's kind.
    pub entity: EntityType,
    /// The record's id.
    pub id: EntityId,
    /// Field name without entity and brackets.
    pub field: String,
    /// The value that was seen: one item of a field that holds many.
    #[ts(type = "unknown")]
    pub seen: Value,
    /// What was typed in its place; nothing takes the value away.
    pub text: String,
}

/// Two records to be linked, or no longer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct LinkArgs {
    /// The one.
    pub from: EntityRef,
    /// The other.
    pub to: EntityRef,
}

/// Takes a group of changes back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct UndoArgs {
    /// The group; null: the newest there is.
    pub group: Option<GroupId>,
}
