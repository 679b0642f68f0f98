//! ApprovalDecision: an immutable human verdict on one proposal, a manifest, or a set (R71, R72).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::{ActorKind, Artifact, ArtifactId, DecisionId, Envelope, Invalid, ProposalAction, Timestamp};

/// The verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Do it.
    Approve,
    /// Do it with changes.
    Correct,
    /// Don't.
    Reject,
    /// Not now.
    Defer,
}

/// A decision on many proposals at once: what was chosen, so that it can be recomputed and checked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct DecisionSet {
    /// SHA-256 over the sorted proposal hashes, lower-case hex.
    pub root: String,
    /// How many proposals.
    pub count: u64,
    /// The filter that chose them.
    pub filter: SetFilter,
    /// For a set of the queue: those that were decided. For one of an import each of them names the decision.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<crate::ProposalId>>", optional)]
    pub proposals: Vec<crate::ProposalId>,
}

/// How the proposals of a set were chosen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SetFilter {
    /// The import they belong to; null for a set of the queue.
    pub import_id: Option<crate::ImportId>,
    /// The filter of the queue that chose them; none for a set of an import.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub queue: Option<crate::ReviewQuery>,
    /// Only these actions; never `merge`.
    pub actions: Vec<ProposalAction>,
    /// Only with at least this confidence, 0..=1.
    pub min_confidence: f64,
}

/// One field changed by the reviewer before approving.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Correction {
    /// Field name as in the proposal.
    pub field: String,
    /// What the reviewer put there.
    #[ts(type = "unknown")]
    pub value: Value,
}

/// A verdict. States: recorded, acknowledged, refused (by the origin).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ApprovalDecision {
    /// The envelope.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// The decision's id.
    pub decision_id: DecisionId,
    /// The proposal or manifest decided on; null for a set.
    pub proposal_ref: Option<ArtifactId>,
    /// The set decided on; null for a single one.
    pub set: Option<DecisionSet>,
    /// Login of the person who decided.
    pub reviewer_ref: String,
    /// The verdict.
    pub decision: Verdict,
    /// Free words.
    pub decision_notes: Option<String>,
    /// When.
    pub decided_at: Timestamp,
    /// SHA-256 of what was shown, lower-case hex.
    pub seen_hash: String,
    /// For `correct`.
    pub corrections: Vec<Correction>,
    /// With `defer`: the verdict that somebody asks for who may not give it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub asks: Option<Verdict>,
    /// For a merge: who stayed, where the reviewer chose another than was proposed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub survivor: Option<crate::EntityId>,
    /// For a merge: who was left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<crate::EntityId>>", optional)]
    pub left_out: Vec<crate::EntityId>,
    /// With the `reject` of a merge: what connects the two instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub relation: Option<crate::RelationKind>,
    /// For the taking apart of a merge: where edits went that were made since.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<crate::Placement>>", optional)]
    pub placements: Vec<crate::Placement>,
    /// How long the reviewer looked at it, in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub took_ms: Option<u64>,
}

impl ApprovalDecision {
    /// A verdict of whoever the envelope names, at its time and under its id, on what has this hash; on what, the caller
    /// says.
    #[must_use]
    pub fn of(envelope: Envelope, decision: Verdict, seen_hash: String) -> Self {
        Self {
            decision_id: DecisionId(envelope.artifact_id.0),
            proposal_ref: None,
            set: None,
            reviewer_ref: envelope.created_by.id.clone(),
            decision,
            decision_notes: None,
            decided_at: envelope.created_at.clone(),
            envelope,
            seen_hash,
            corrections: Vec::new(),
            asks: None,
            survivor: None,
            left_out: Vec::new(),
            relation: None,
            placements: Vec::new(),
            took_ms: None,
        }
    }
}

impl Artifact for ApprovalDecision {
    const TYPE: &'static str = "ApprovalDecision";
    // 1.1: requests, choices of a merge, placements of an unmerge, the time it took; a set may be of the queue.
    // 1.2: a set of the queue names its proposals.
    const VERSION: &'static str = "1.2.0";
    const PRODUCER: &'static str = "app::review";
    const CONSUMERS: &'static [&'static str] = &["graph", "app::explain", "origin"];
    const STATES: &'static [&'static str] = &["recorded", "acknowledged", "refused"];
    const TRANSITIONS: &'static [(&'static str, &'static str)] =
        &[("recorded", "acknowledged"), ("recorded", "refused")];

    fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    fn own_id(&self) -> ArtifactId {
        ArtifactId(self.decision_id.0)
    }

    fn check_body(&self) -> Result<(), Invalid> {
        match (&self.proposal_ref, &self.set) {
            (Some(_), None) | (None, Some(_)) => {}
            _ => return Err(Self::invalid("proposal_ref", "and `set`: exactly one of them is given")),
        }
        if self.envelope.created_by.kind != ActorKind::Human {
            return Err(Self::invalid("created_by", "is not a person; only people decide"));
        }
        if self.reviewer_ref != self.envelope.created_by.id {
            return Err(Self::invalid("reviewer_ref", "differs from created_by"));
        }
        if self.seen_hash.len() != 64 {
            return Err(Self::invalid("seen_hash", "is not 64 hex digits"));
        }
        if let Some(set) = &self.set
            && set.filter.actions.iter().any(|a| matches!(a, ProposalAction::Merge | ProposalAction::Unmerge))
        {
            return Err(Self::invalid("set.filter.actions", "holds a merge; merges are decided one by one"));
        }
        if self.asks.is_some() && self.decision != Verdict::Defer {
            return Err(Self::invalid("asks", "goes with the verdict `defer`, for it decides nothing"));
        }
        let given = self.asks.unwrap_or(self.decision);
        if (given == Verdict::Correct) == self.corrections.is_empty() {
            return Err(Self::invalid("corrections", "go with the verdict `correct`, and only with it"));
        }
        if self.relation.is_some() && given != Verdict::Reject {
            return Err(Self::invalid("relation", "goes with the verdict `reject`, and only with it"));
        }
        Ok(())
    }
}
