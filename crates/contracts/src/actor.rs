//! Who acts. Every use case takes an [`Actor`]; every delta, decision and audit entry names one.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What kind of thing acts (`contracts.md`, envelope `created_by`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ActorKind {
    /// A person at a keyboard.
    Human,
    /// A model or agent; it may propose, never decide (R78, R111).
    Agent,
    /// A named, versioned rule.
    Rule,
    /// A laptop acting for nobody in particular, such as a migration.
    Device,
}

/// Who acts, as recorded beside everything that they cause.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
pub struct Actor {
    /// Human, agent, rule or device.
    pub kind: ActorKind,
    /// A stable short name: a user's login, a rule's id, a device id.
    pub id: String,
}

impl Actor {
    /// A person by their login.
    #[must_use]
    pub fn human(id: impl Into<String>) -> Self {
        Self { kind: ActorKind::Human, id: id.into() }
    }

    /// A model or agent by its name.
    #[must_use]
    pub fn agent(id: impl Into<String>) -> Self {
        Self { kind: ActorKind::Agent, id: id.into() }
    }

    /// A rule by its id and version.
    #[must_use]
    pub fn rule(id: impl Into<String>) -> Self {
        Self { kind: ActorKind::Rule, id: id.into() }
    }
}
