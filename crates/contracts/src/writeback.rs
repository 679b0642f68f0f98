//! OracleWritebackProposal and EnrichmentProposal: what machines and outside providers suggest (R69, R70, R75).

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::{Artifact, ArtifactId, EntityRef, Envelope, FieldPath, Invalid, ProposalId, ProvenanceRef};

/// The states of both families, as for every proposal.
const STATES: &[&str] = &["proposed", "approved", "rejected", "superseded", "applied", "rolled_back"];
const TRANSITIONS: &[(&str, &str)] = &[
    ("proposed", "approved"),
    ("proposed", "rejected"),
    ("proposed", "superseded"),
    ("approved", "applied"),
    ("approved", "superseded"),
    ("applied", "rolled_back"),
];

/// Which machine suggests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum WritebackOrigin {
    /// Oracle.
    Oracle,
    /// `NemoClaw`.
    Nemoclaw,
}

/// One field that would change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ProposedChange {
    /// Field name without entity and brackets.
    pub field: String,
    /// The value that was seen; null: none.
    #[ts(type = "unknown")]
    pub before: Value,
    /// The value suggested; null: none.
    #[ts(type = "unknown")]
    pub after: Value,
}

/// A change that Oracle or `NemoClaw` suggests. Never state, and shown as proposal everywhere.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct OracleWritebackProposal {
    /// The envelope.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// The proposal's id.
    pub proposal_id: ProposalId,
    /// Which machine.
    pub origin: WritebackOrigin,
    /// The domain it would write to: `crm`, `intel`.
    pub target_domain: String,
    /// The record.
    pub target_entity_ref: EntityRef,
    /// The fields that would change.
    pub proposed_change: Vec<ProposedChange>,
    /// Why, in words for a person.
    pub reasoning_summary: String,
    /// What it rests on.
    pub evidence_refs: Vec<ProvenanceRef>,
    /// Always true: every writeback needs a decision (`product.md`, non-negotiable 3).
    pub approval_required: bool,
    /// Version of each record read: a later change makes the proposal stale.
    pub base_versions: BTreeMap<String, u64>,
}

impl Artifact for OracleWritebackProposal {
    const TYPE: &'static str = "OracleWritebackProposal";
    const VERSION: &'static str = "1.0.0";
    const PRODUCER: &'static str = "oracle";
    const CONSUMERS: &'static [&'static str] = &["app::review", "ui: Review queue"];
    const STATES: &'static [&'static str] = STATES;
    const TRANSITIONS: &'static [(&'static str, &'static str)] = TRANSITIONS;

    fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    fn own_id(&self) -> ArtifactId {
        ArtifactId(self.proposal_id.0)
    }

    fn check_body(&self) -> Result<(), Invalid> {
        if !self.approval_required {
            return Err(Self::invalid("approval_required", "is false; every writeback needs a decision"));
        }
        if self.proposed_change.is_empty() {
            return Err(Self::invalid("proposed_change", "is empty"));
        }
        for (i, change) in self.proposed_change.iter().enumerate() {
            let path = format!("{}.{}", self.target_entity_ref.entity, change.field);
            FieldPath::parse(&path).map_err(|why| Self::invalid(&format!("proposed_change[{i}].field"), why))?;
            if change.before == change.after {
                return Err(Self::invalid(&format!("proposed_change[{i}].after"), "is what there is already"));
            }
        }
        if self.evidence_refs.is_empty() {
            return Err(Self::invalid("evidence_refs", "is empty; a suggestion without evidence is none"));
        }
        if self.reasoning_summary.trim().is_empty() {
            return Err(Self::invalid("reasoning_summary", "is empty"));
        }
        Ok(())
    }
}

/// One field that a provider found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct FoundField {
    /// Field name without entity and brackets.
    pub field: String,
    /// The value found.
    #[ts(type = "unknown")]
    pub value: Value,
    /// 0..=1.
    pub confidence: f64,
    /// Where the provider found it: titles or addresses of its sources.
    pub citations: Vec<String>,
}

/// Data about a record that an outside provider found. The same gate as every writeback.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct EnrichmentProposal {
    /// The envelope.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// The proposal's id.
    pub proposal_id: ProposalId,
    /// The provider.
    pub provider: String,
    /// The record.
    pub target_entity_ref: EntityRef,
    /// What was found.
    pub fields_found: Vec<FoundField>,
    /// The provider's answer as received.
    pub evidence_refs: Vec<ProvenanceRef>,
    /// Always true.
    pub approval_required: bool,
    /// Version of each record read.
    pub base_versions: BTreeMap<String, u64>,
}

impl Artifact for EnrichmentProposal {
    const TYPE: &'static str = "EnrichmentProposal";
    const VERSION: &'static str = "1.0.0";
    const PRODUCER: &'static str = "agents";
    const CONSUMERS: &'static [&'static str] = &["app::review", "ui: Review queue"];
    const STATES: &'static [&'static str] = STATES;
    const TRANSITIONS: &'static [(&'static str, &'static str)] = TRANSITIONS;

    fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    fn own_id(&self) -> ArtifactId {
        ArtifactId(self.proposal_id.0)
    }

    fn check_body(&self) -> Result<(), Invalid> {
        if !self.approval_required {
            return Err(Self::invalid("approval_required", "is false; enrichment always needs a decision"));
        }
        if self.provider.trim().is_empty() {
            return Err(Self::invalid("provider", "is empty"));
        }
        if self.fields_found.is_empty() {
            return Err(Self::invalid("fields_found", "is empty"));
        }
        for (i, found) in self.fields_found.iter().enumerate() {
            let at = |part: &str| format!("fields_found[{i}].{part}");
            let path = format!("{}.{}", self.target_entity_ref.entity, found.field);
            FieldPath::parse(&path).map_err(|why| Self::invalid(&at("field"), why))?;
            if !(0.0..=1.0).contains(&found.confidence) {
                return Err(Self::invalid(&at("confidence"), "lies outside 0..=1"));
            }
            if found.citations.is_empty() {
                return Err(Self::invalid(&at("citations"), "is empty; a value without a source is a bug"));
            }
        }
        if self.evidence_refs.is_empty() {
            return Err(Self::invalid("evidence_refs", "is empty; the provider's answer is kept as received"));
        }
        Ok(())
    }
}
