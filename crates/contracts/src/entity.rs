//! Kinds of canonical entity, references to them, links between them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{BatchId, EntityId};

/// A kind of canonical entity (`fields.md`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum EntityType {
    /// A person.
    Person,
    /// A company or other organisation.
    Account,
    /// The people named beside a person: spouse, assistant, manager.
    Household,
    /// A deal.
    Opportunity,
    /// A client's brief: what they want to buy or rent.
    Requirement,
    /// A client's interest in one property.
    Interest,
    /// Something to do.
    Task,
    /// A call, message, visit or meeting with a client, or a note of one.
    Interaction,
}

impl EntityType {
    /// Every kind, in the order in which exports list them.
    pub const ALL: [Self; 8] = [
        Self::Person,
        Self::Account,
        Self::Household,
        Self::Opportunity,
        Self::Requirement,
        Self::Interest,
        Self::Task,
        Self::Interaction,
    ];

    /// The name used in JSON, the CLI and the tables.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Account => "account",
            Self::Household => "household",
            Self::Opportunity => "opportunity",
            Self::Requirement => "requirement",
            Self::Interest => "interest",
            Self::Task => "task",
            Self::Interaction => "interaction",
        }
    }
}

impl std::str::FromStr for EntityType {
    type Err = String;
    fn from_str(s: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|e| e.as_str() == s)
            .ok_or_else(|| format!("{s:?} is no kind of entity; expected person, account, household, opportunity, requirement, interest, task or interaction"))
    }
}

impl std::fmt::Display for EntityType {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
pub struct EntityRef {
    /// Its kind.
    pub entity: EntityType,
    /// Its id.
    pub id: EntityId,
}

impl std::fmt::Display for EntityRef {
    /// `person 0193a8e0-…`: how errors name a record.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.entity, self.id)
    }
}

/// One cell of an imported file: the end of every chain of provenance.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
pub struct CellRef {
    /// The batch that holds the file.
    pub batch_id: BatchId,
    /// 1-based data row.
    pub row_number: u64,
    /// 0-based column.
    pub column: u32,
    /// How the cell's text became the value, e.g. `phone_e164`.
    pub transform: String,
}

/// A link between two entities. Stored in `crm_relationships`; changed only by `link` and `unlink` deltas.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
pub struct Link {
    /// What it means: `works_at`, `household_of`, `contact_of`, `account_of`, `requirement_of`, `interest_of`, `task_of`,
    /// `interaction_of`.
    pub kind: String,
    /// From the dependent or narrower side.
    pub from: EntityRef,
    /// To the person or account.
    pub to: EntityRef,
}
