//! One queue for every family of proposal: what they have in common.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    Artifact, EnrichmentProposal, EntityRef, Envelope, Invalid, NormalizedEntityProposal, OracleWritebackProposal,
    ProposalId, ProposalSource, WritebackOrigin,
};

/// A proposal of any family. In JSON it is the artifact itself: `artifact_type` says which.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema, TS)]
#[serde(untagged)]
pub enum AnyProposal {
    /// From an import, a scan, a person, sync.
    Normalized(NormalizedEntityProposal),
    /// From Oracle or `NemoClaw`.
    Writeback(OracleWritebackProposal),
    /// From an outside provider.
    Enrichment(EnrichmentProposal),
}

impl<'de> Deserialize<'de> for AnyProposal {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::Error as _;
        let value = serde_json::Value::deserialize(deserializer)?;
        let family = value.get("artifact_type").and_then(serde_json::Value::as_str).unwrap_or_default().to_string();
        // Chosen by name, not by trial: a broken proposal must say which of its own fields is wrong.
        if family == NormalizedEntityProposal::TYPE {
            serde_json::from_value(value).map(Self::Normalized).map_err(D::Error::custom)
        } else if family == OracleWritebackProposal::TYPE {
            serde_json::from_value(value).map(Self::Writeback).map_err(D::Error::custom)
        } else if family == EnrichmentProposal::TYPE {
            serde_json::from_value(value).map(Self::Enrichment).map_err(D::Error::custom)
        } else {
            Err(D::Error::custom(format!("{family:?} is no family of proposals")))
        }
    }
}

impl AnyProposal {
    /// The family's name.
    #[must_use]
    pub fn family(&self) -> &'static str {
        match self {
            Self::Normalized(_) => NormalizedEntityProposal::TYPE,
            Self::Writeback(_) => OracleWritebackProposal::TYPE,
            Self::Enrichment(_) => EnrichmentProposal::TYPE,
        }
    }

    /// What the queue calls it: the action, `writeback` or `enrichment`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Normalized(p) => p.action.as_str(),
            Self::Writeback(_) => "writeback",
            Self::Enrichment(_) => "enrichment",
        }
    }

    /// The envelope.
    #[must_use]
    pub fn envelope(&self) -> &Envelope {
        match self {
            Self::Normalized(p) => &p.envelope,
            Self::Writeback(p) => &p.envelope,
            Self::Enrichment(p) => &p.envelope,
        }
    }

    /// The id.
    #[must_use]
    pub fn proposal_id(&self) -> ProposalId {
        match self {
            Self::Normalized(p) => p.proposal_id,
            Self::Writeback(p) => p.proposal_id,
            Self::Enrichment(p) => p.proposal_id,
        }
    }

    /// The record that would change or come into being.
    #[must_use]
    pub fn entity(&self) -> EntityRef {
        match self {
            Self::Normalized(p) => EntityRef { entity: p.entity_type, id: p.entity_id },
            Self::Writeback(p) => p.target_entity_ref,
            Self::Enrichment(p) => p.target_entity_ref,
        }
    }

    /// Where it comes from.
    #[must_use]
    pub fn source(&self) -> ProposalSource {
        match self {
            Self::Normalized(p) => p.source,
            Self::Writeback(p) => match p.origin {
                WritebackOrigin::Oracle => ProposalSource::Oracle,
                WritebackOrigin::Nemoclaw => ProposalSource::Nemoclaw,
            },
            Self::Enrichment(_) => ProposalSource::Enrichment,
        }
    }

    /// Version of each record read while proposing.
    #[must_use]
    pub fn base_versions(&self) -> &std::collections::BTreeMap<String, u64> {
        match self {
            Self::Normalized(p) => &p.base_versions,
            Self::Writeback(p) => &p.base_versions,
            Self::Enrichment(p) => &p.base_versions,
        }
    }

    /// Checks the artifact against its family's contract.
    ///
    /// # Errors
    /// The first field that breaks a rule.
    pub fn validate(&self) -> Result<(), Invalid> {
        match self {
            Self::Normalized(p) => p.validate(),
            Self::Writeback(p) => p.validate(),
            Self::Enrichment(p) => p.validate(),
        }
    }
}
