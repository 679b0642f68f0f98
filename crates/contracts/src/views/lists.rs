//! Lists of every kind of record: what is asked, the window that answers, groups, fields, sentences, saved views.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::{Actor, EntityId, EntityType, FieldKind, Filter, Operand, Operator, SortKey, Timestamp, Visibility};

/// What to list. The same query is counted by `records_count`, grouped by `records_groups`, written out by
/// `records_export`, and changed in bulk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RecordsQuery {
    /// The kind of record.
    pub entity: EntityType,
    /// What records must fulfil; null: nothing.
    #[serde(default)]
    #[ts(optional)]
    pub filter: Option<Filter>,
    /// Only records that match these words, as the search finds them; at most 200 characters.
    #[serde(default)]
    #[ts(optional)]
    pub text: Option<String>,
    /// By these, the first one first; empty: the kind's own order.
    #[serde(default)]
    #[ts(as = "Option<Vec<SortKey>>", optional)]
    pub sorts: Vec<SortKey>,
    /// Fields whose values come with each row, in this order; empty: the kind's own columns.
    #[serde(default)]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub columns: Vec<String>,
    /// Only records of one group.
    #[serde(default)]
    #[ts(optional)]
    pub in_group: Option<InGroup>,
    /// Archived records instead of those that are not.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub archived: bool,
    /// From the window before; its row need not be there any more in this list.
    #[serde(default)]
    #[ts(optional)]
    pub cursor: Option<String>,
    /// Instead of a cursor: the number of the first row, from 0, where a scroll bar was dragged to.
    #[serde(default)]
    #[ts(optional)]
    pub from: Option<u64>,
    /// 1..=500; null: 100.
    #[serde(default)]
    #[ts(optional)]
    pub limit: Option<u32>,
}

impl RecordsQuery {
    /// Everything of a kind, in its own order and columns.
    #[must_use]
    pub fn of(entity: EntityType) -> Self {
        Self {
            entity,
            filter: None,
            text: None,
            sorts: Vec::new(),
            columns: Vec::new(),
            in_group: None,
            archived: false,
            cursor: None,
            from: None,
            limit: None,
        }
    }
}

/// One group of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct InGroup {
    /// What the list is grouped by.
    pub field: String,
    /// The group's value as `records_groups` gave it; null: records without one.
    pub value: Option<String>,
}

/// One record in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RecordRow {
    /// The record.
    pub id: EntityId,
    /// Rises with each change.
    pub version: u64,
    /// Its name, or the best there is.
    pub title: String,
    /// One value for each column of the window, as the record holds it (a list for a field of many values), masked as
    /// the role sees it; null where there is none.
    #[ts(type = "Array<unknown>")]
    pub cells: Vec<Value>,
}

/// A window of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RecordsPage {
    /// The columns that the rows' cells stand for.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<RecordRow>,
    /// Pass it back for the next window; null at the end.
    pub next_cursor: Option<String>,
    /// How many there are in all; null: not counted yet, ask `records_count`.
    pub total: Option<u64>,
    /// The number of the first row, from 0, where it is known.
    pub first: Option<u64>,
}

/// How many there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RecordsCount {
    /// Exactly.
    pub total: u64,
}

/// How to group a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct GroupsArgs {
    /// The list.
    pub query: RecordsQuery,
    /// By this field; `list_fields` says which can be.
    pub by: String,
    /// Also the sums of this field of money or numbers; null: none.
    #[serde(default)]
    #[ts(optional)]
    pub sum: Option<String>,
}

/// A sum in one currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct GroupSum {
    /// ISO 4217; null: of plain numbers, or of amounts without a currency.
    pub currency: Option<String>,
    /// Decimal text.
    pub amount: String,
}

/// A group of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RecordGroup {
    /// Pass it back in `in_group`; null: records without a value.
    pub value: Option<String>,
    /// The value in its most frequent spelling.
    pub label: String,
    /// How many records.
    pub count: u64,
    /// Of the field asked for, by currency.
    pub sums: Vec<GroupSum>,
}

/// A list's groups.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RecordGroups {
    /// In the order of their values, those without one last; stages and states in the order of their work.
    pub groups: Vec<RecordGroup>,
    /// Whether there are more than the 500 that are given.
    pub more: bool,
}

/// A field that a list can show, filter, sort by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ListField {
    /// As filters, sorts and columns name it.
    pub name: String,
    /// What people call it.
    pub title: String,
    /// How its values look.
    pub kind: FieldKind,
    /// Whether a record holds many.
    pub many: bool,
    /// Worked out from other records or fields; it can't be changed.
    pub computed: bool,
    /// How it can be compared.
    pub operators: Vec<Operator>,
    /// Whether the list can be sorted by it.
    pub sortable: bool,
    /// Whether the list can be grouped by it.
    pub groupable: bool,
    /// The field that `record_update` and bulk edits name to change it; null where this role can't change it by hand.
    pub edits: Option<String>,
    /// How this role sees it. Only what is seen in full can be filtered and grouped by.
    pub visibility: Visibility,
    /// Other words for it in a sentence.
    pub words: Vec<String>,
}

/// The fields of a kind of record, for its list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ListFields {
    /// Every field, those of the dictionary first.
    pub fields: Vec<ListField>,
    /// The columns of a list that names none.
    pub columns: Vec<String>,
    /// The order of a list that names none.
    pub sorts: Vec<SortKey>,
}

/// A kind of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct KindArgs {
    /// It.
    pub entity: EntityType,
}

/// A sentence to read, or a tree to print.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct FilterArgs {
    /// The kind of record.
    pub entity: EntityType,
    /// What was typed; null: print `filter`.
    #[serde(default)]
    #[ts(optional)]
    pub sentence: Option<String>,
    /// A tree to print, checked.
    #[serde(default)]
    #[ts(optional)]
    pub filter: Option<Filter>,
    /// Where the caret stands, in UTF-16 units, for what may come next; null: at the end.
    #[serde(default)]
    #[ts(optional)]
    pub caret: Option<u32>,
}

/// What is wrong with a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct FilterProblem {
    /// Where it begins, in UTF-16 units.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// What is wrong, in words for a person.
    pub message: String,
    /// What may have been meant, best first; each in place of the text from `start` to `end`.
    pub suggestions: Vec<String>,
}

/// What may come at the caret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Completion {
    /// What is written.
    pub text: String,
    /// What it is: `field`, `operator`, `value`, `word`.
    pub kind: String,
    /// More about it: a field's title, how many records hold a value.
    pub detail: String,
}

/// A sentence as it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct FilterRead {
    /// The tree; null where something is wrong.
    pub filter: Option<Filter>,
    /// The tree as a sentence; null where something is wrong.
    pub sentence: Option<String>,
    /// The sentence of each part that stands beside others by "and", for chips.
    pub parts: Vec<String>,
    /// What is wrong.
    pub problem: Option<FilterProblem>,
    /// What may come at the caret, best first.
    pub completions: Vec<Completion>,
    /// Where the text that a completion replaces begins, in UTF-16 units.
    pub completes_from: u32,
}

/// Values of a field, as records hold them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ValuesArgs {
    /// The kind of record.
    pub entity: EntityType,
    /// The field.
    pub field: String,
    /// Only values that begin with this, folded.
    #[serde(default)]
    #[ts(optional)]
    pub starts_with: Option<String>,
    /// 1..=100; null: 20.
    #[serde(default)]
    #[ts(optional)]
    pub limit: Option<u32>,
}

/// A value and how many records hold it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ValueUse {
    /// In its most frequent spelling.
    pub value: String,
    /// How many records.
    pub count: u64,
    /// To compare with it.
    pub operand: Operand,
}

/// A column of a view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ViewColumn {
    /// The field.
    pub field: String,
    /// In CSS pixels; null: the field's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub width: Option<u32>,
    /// Stays in sight when the list is scrolled sideways.
    #[serde(default)]
    pub pinned: bool,
}

/// How a view shows its records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ViewLayout {
    /// Rows and columns.
    #[default]
    Table,
    /// One column for each group.
    Board,
}

/// What a view shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ViewShape {
    /// What records must fulfil; null: nothing.
    #[serde(default)]
    #[ts(optional)]
    pub filter: Option<Filter>,
    /// By these, the first one first.
    #[serde(default)]
    pub sorts: Vec<SortKey>,
    /// Empty: the kind's own.
    #[serde(default)]
    pub columns: Vec<ViewColumn>,
    /// Grouped by this field.
    #[serde(default)]
    #[ts(optional)]
    pub group: Option<String>,
    /// Table or board.
    #[serde(default)]
    pub layout: ViewLayout,
}

/// A view that has a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SavedView {
    /// Its id; those that came with the program begin with `shipped.`.
    pub view_id: String,
    /// The kind of record.
    pub entity: EntityType,
    /// What people call it.
    pub name: String,
    /// Came with the program: it can't be changed, only hidden or saved under another name.
    pub shipped: bool,
    /// Everybody of the workspace sees it.
    pub shared: bool,
    /// Whose it is; null for one that came with the program.
    pub owner: Option<Actor>,
    /// When it was last changed; null for one that came with the program.
    pub saved_at: Option<Timestamp>,
    /// What it shows.
    pub shape: ViewShape,
    /// Its filter as a sentence; empty without one.
    pub sentence: String,
}

/// A view to keep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ViewSaveArgs {
    /// The view to write over, which must be one's own; null: a new one.
    #[serde(default)]
    #[ts(optional)]
    pub view_id: Option<String>,
    /// The kind of record.
    pub entity: EntityType,
    /// 1 to 60 characters; no other of one's views of this kind is called so.
    pub name: String,
    /// Everybody of the workspace sees it.
    pub shared: bool,
    /// What it shows.
    pub shape: ViewShape,
}

/// One view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ViewArgs {
    /// Its id.
    pub view_id: String,
}

/// The order of a kind's views, as one user has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ViewOrderArgs {
    /// The kind of record.
    pub entity: EntityType,
    /// All ids in their new order; what is left out comes after them.
    pub view_ids: Vec<String>,
}
