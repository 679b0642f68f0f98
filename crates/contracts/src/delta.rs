//! ClientGraphDelta: the only way canonical state changes (R62).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::{
    Actor, Artifact, ArtifactId, BatchId, CellRef, DecisionId, DeltaId, DeviceId, EntityRef, Envelope, GroupId,
    Invalid, ProposalId,
};

/// What a delta does to its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum DeltaOp {
    /// The record comes into being.
    Create,
    /// Fields change.
    Update,
    /// A link is made; the change's `after` is the link.
    Link,
    /// A link goes; the change's `before` is the link.
    Unlink,
    /// The record is hidden from lists.
    Archive,
    /// It comes back.
    Restore,
    /// The record is absorbed by another of its kind: its fields go (they were carried over before, or are kept in the
    /// history), its id becomes an alias of the survivor. The change of `merged_into` names the survivor.
    Merge,
    /// The exact inverse of a merge: the record stands again with the fields it had, the alias goes.
    Unmerge,
    /// The record goes; exists only as the inverse of a create.
    Remove,
}

/// The change in a merge or unmerge that names the survivor; no field of the dictionary has this name.
pub const MERGED_INTO: &str = "merged_into";

impl DeltaOp {
    /// Every operation.
    pub const ALL: [Self; 9] = [
        Self::Create,
        Self::Update,
        Self::Link,
        Self::Unlink,
        Self::Archive,
        Self::Restore,
        Self::Merge,
        Self::Unmerge,
        Self::Remove,
    ];

    /// The name used in JSON and tables.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Update => "update",
            Self::Link => "link",
            Self::Unlink => "unlink",
            Self::Archive => "archive",
            Self::Restore => "restore",
            Self::Merge => "merge",
            Self::Unmerge => "unmerge",
            Self::Remove => "remove",
        }
    }
}

impl std::str::FromStr for DeltaOp {
    type Err = String;
    fn from_str(s: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|o| o.as_str() == s).ok_or_else(|| format!("{s:?} is no delta operation"))
    }
}

/// One field before and after.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct FieldChange {
    /// Field name (`email`, `custom.x`), `link` in link and unlink, [`MERGED_INTO`] in merge and unmerge.
    pub field: String,
    /// Null: there was nothing.
    #[ts(type = "unknown")]
    pub before: Value,
    /// Null: nothing is left.
    #[ts(type = "unknown")]
    pub after: Value,
    /// The cells that the new value was made from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<CellRef>,
    /// 0..=1 where it was inferred.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f64>,
}

/// Why a delta was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Cause {
    /// `decision`, `rule`, `edit`, `confirm`, `undo` or `unmerge`. A `confirm` changes nothing: before and after are the
    /// value that somebody confirmed.
    pub kind: String,
    /// The decision behind it.
    pub decision_id: Option<DecisionId>,
    /// The proposal it applies.
    pub proposal_id: Option<ProposalId>,
    /// The batch it comes from.
    pub batch_id: Option<BatchId>,
    /// The 1-based data row it comes from.
    pub row_number: Option<u64>,
}

/// One change of one record. States: pending, acknowledged, conflicted, rejected, superseded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ClientGraphDelta {
    /// The envelope.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// The delta's id.
    pub delta_id: DeltaId,
    /// The record.
    pub entity: EntityRef,
    /// What happens to it.
    pub op: DeltaOp,
    /// Its fields before and after.
    pub changes: Vec<FieldChange>,
    /// Why.
    pub cause: Cause,
    /// Who.
    pub actor: Actor,
    /// The human action it is part of.
    pub group: GroupId,
    /// The laptop that wrote it.
    pub device: DeviceId,
    /// Rises when a database is restored or cloned.
    pub epoch: u32,
    /// Contiguous per device and epoch, from 1.
    pub n: u64,
    /// Hybrid logical clock: milliseconds, then a counter, as `<ms>-<counter>` in fixed-width hex.
    pub hlc: String,
    /// The delta that this one takes back.
    pub inverse_of: Option<DeltaId>,
}

impl Artifact for ClientGraphDelta {
    const TYPE: &'static str = "ClientGraphDelta";
    // 1.1: the operations merge and unmerge.
    const VERSION: &'static str = "1.1.0";
    const PRODUCER: &'static str = "graph";
    const CONSUMERS: &'static [&'static str] = &["store", "sync", "origin", "app::explain"];
    const STATES: &'static [&'static str] = &["pending", "acknowledged", "conflicted", "rejected", "superseded"];
    const TRANSITIONS: &'static [(&'static str, &'static str)] =
        &[("pending", "acknowledged"), ("pending", "conflicted"), ("pending", "rejected"), ("pending", "superseded")];

    fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    fn own_id(&self) -> ArtifactId {
        ArtifactId(self.delta_id.0)
    }

    fn check_body(&self) -> Result<(), Invalid> {
        Self::check_changes(self.n, self.op, self.inverse_of, &self.changes)
    }
}

impl ClientGraphDelta {
    /// The family's own rules over the parts of a delta, for a log that writes them by the million and makes no artifact
    /// of each.
    ///
    /// # Errors
    /// The first field that breaks one.
    pub fn check_changes(
        n: u64,
        op: DeltaOp,
        inverse_of: Option<DeltaId>,
        changes: &[FieldChange],
    ) -> Result<(), Invalid> {
        if n == 0 {
            return Err(Self::invalid("n", "is 0; deltas count from 1"));
        }
        if op == DeltaOp::Remove && inverse_of.is_none() {
            return Err(Self::invalid("op", "is `remove` without the create that it takes back"));
        }
        match op {
            DeltaOp::Update if changes.is_empty() => Err(Self::invalid("changes", "is empty")),
            DeltaOp::Link | DeltaOp::Unlink if changes.len() != 1 || changes[0].field != "link" => {
                Err(Self::invalid("changes", "of a link is one change of the field `link`"))
            }
            DeltaOp::Create if changes.iter().any(|c| !c.before.is_null()) => {
                Err(Self::invalid("changes", "of a create has nothing before"))
            }
            DeltaOp::Merge | DeltaOp::Unmerge if changes.iter().filter(|c| c.field == MERGED_INTO).count() != 1 => {
                Err(Self::invalid("changes", "of a merge names the survivor in one change of the field `merged_into`"))
            }
            DeltaOp::Merge if changes.iter().any(|c| c.field != MERGED_INTO && !c.after.is_null()) => {
                Err(Self::invalid("changes", "of a merge leaves nothing on the absorbed record"))
            }
            DeltaOp::Remove if changes.iter().any(|c| !c.after.is_null()) => {
                Err(Self::invalid("changes", "of a remove has nothing after"))
            }
            _ => Ok(()),
        }
    }

    /// Everything that [`Artifact::validate`] checks of a delta that is being written, over its parts.
    ///
    /// # Errors
    /// The first field that breaks a rule.
    pub fn check_written(
        (n, op, inverse_of): (u64, DeltaOp, Option<DeltaId>),
        changes: &[FieldChange],
        source_system: &str,
        actor: &Actor,
    ) -> Result<(), Invalid> {
        if source_system.trim().is_empty() {
            return Err(Self::invalid("source_system", "is empty"));
        }
        if actor.id.trim().is_empty() {
            return Err(Self::invalid("created_by.id", "is empty"));
        }
        if let Some(c) = changes.iter().filter_map(|c| c.confidence).find(|c| !(0.0..=1.0).contains(c)) {
            return Err(Self::invalid("confidence", format!("is {c}; it lies between 0 and 1")));
        }
        Self::check_changes(n, op, inverse_of, changes)
    }
}
