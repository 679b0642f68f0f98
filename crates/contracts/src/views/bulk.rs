//! Edits from a list: of one record, of many at once, and what is shown written to a file.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{EntityId, EntityRef, EntityType, FieldChange, GroupId, MissionId, RecordsQuery, TypedField};

/// A record changed by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RecordUpdateArgs {
    /// Its kind.
    pub entity: EntityType,
    /// Its id.
    pub id: EntityId,
    /// The fields that change, as typed; an empty text empties a field.
    pub fields: Vec<TypedField>,
    /// The version that was seen; refused where the record has changed since. Null: whatever it is now.
    #[serde(default)]
    #[ts(optional)]
    pub version: Option<u64>,
}

/// Which records a bulk edit is of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum BulkSelection {
    /// These.
    Ids {
        /// Their kind.
        entity: EntityType,
        /// At most 10 000.
        ids: Vec<EntityId>,
    },
    /// Everything that a list shows; its sorts, columns, cursor and limit don't count.
    Matching {
        /// The list.
        query: Box<RecordsQuery>,
        /// But not these.
        #[serde(default)]
        #[ts(as = "Option<Vec<EntityId>>", optional)]
        except: Vec<EntityId>,
    },
}

/// What a bulk edit does to each record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(default)]
pub struct BulkEdit {
    /// Fields set to what is typed; an empty text empties a field. The owner and the stage are fields.
    #[ts(as = "Option<Vec<TypedField>>", optional)]
    pub set: Vec<TypedField>,
    /// Tags added.
    #[ts(as = "Option<Vec<String>>", optional)]
    pub add_tags: Vec<String>,
    /// Tags taken away, whatever their case.
    #[ts(as = "Option<Vec<String>>", optional)]
    pub remove_tags: Vec<String>,
    /// true: archived; false: brought back; null: neither.
    #[ts(optional)]
    pub archive: Option<bool>,
}

/// A bulk edit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct BulkArgs {
    /// Of which records.
    pub selection: BulkSelection,
    /// What it does.
    pub edit: BulkEdit,
    /// To apply it: the `seen` of its preview; null: only preview.
    #[serde(default)]
    #[ts(optional)]
    pub seen: Option<String>,
}

/// Records that a bulk edit would change all the same way of refusal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct BulkRefusal {
    /// Why, in words for a person.
    pub why: String,
    /// The policy's rule, where one refuses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub policy: Option<String>,
    /// How many records.
    pub count: u64,
    /// Some of them.
    pub examples: Vec<EntityRef>,
}

/// What a bulk edit changes of one record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct BulkChange {
    /// The record.
    pub entity: EntityRef,
    /// Its name.
    pub title: String,
    /// What changes, as the role sees it; empty where it is only archived or brought back.
    pub changes: Vec<FieldChange>,
}

/// What a bulk edit would do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct BulkPreview {
    /// Records selected.
    pub selected: u64,
    /// Records that change.
    pub changing: u64,
    /// Records that say so already.
    pub unchanged: u64,
    /// Records that are refused.
    pub refused: u64,
    /// Why, the most frequent first.
    pub refusals: Vec<BulkRefusal>,
    /// The first changes, at most 20.
    pub examples: Vec<BulkChange>,
    /// Bound to the selection, the edit and the version of every record: pass it back to apply exactly this.
    pub seen: String,
}

/// What a bulk edit did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct BulkApplied {
    /// Its group of changes: one undo takes all of it back. Null where nothing changed.
    pub group: Option<GroupId>,
    /// Records changed.
    pub changed: u64,
    /// Records left as they are: they said so already.
    pub unchanged: u64,
    /// Records refused.
    pub refused: u64,
    /// The mission that did it, above a thousand records.
    pub mission_id: Option<MissionId>,
}

/// What is shown, to a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RecordsExportArgs {
    /// The list: its columns, filter and order; cursor and limit don't count.
    pub query: RecordsQuery,
    /// The file to write; it must not exist.
    pub path: String,
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RecordsExported {
    /// The file.
    pub path: String,
    /// Rows, without the header.
    pub rows: u64,
}
