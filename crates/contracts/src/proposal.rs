//! NormalizedEntityProposal: a suggested change, never committed state (R60, R61).

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::{
    Artifact, ArtifactId, BatchId, CellRef, EntityId, EntityRef, EntityType, Envelope, FieldPath, GroupId, ImportId,
    Invalid, Link, Placement, ProposalId,
};

/// Where a proposal comes from (`contracts.md`, "Readings").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProposalSource {
    /// A row of an imported file.
    Import,
    /// A scan for duplicates.
    IdentityScan,
    /// A message, call or visit.
    Interaction,
    /// An outside provider.
    Enrichment,
    /// Oracle.
    Oracle,
    /// `NemoClaw`.
    Nemoclaw,
    /// Two laptops changed the same field.
    SyncConflict,
    /// A backup.
    Restore,
    /// Somebody asked at the keyboard for what another has to decide.
    Operator,
}

impl ProposalSource {
    /// The name used in JSON, tables and the CLI.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Import => "import",
            Self::IdentityScan => "identity_scan",
            Self::Interaction => "interaction",
            Self::Enrichment => "enrichment",
            Self::Oracle => "oracle",
            Self::Nemoclaw => "nemoclaw",
            Self::SyncConflict => "sync_conflict",
            Self::Restore => "restore",
            Self::Operator => "operator",
        }
    }
}

impl std::str::FromStr for ProposalSource {
    type Err = String;
    fn from_str(s: &str) -> Result<Self, String> {
        serde_json::from_value(Value::String(s.into())).map_err(|_| format!("{s:?} is no source of proposals"))
    }
}

/// What a proposal would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProposalAction {
    /// Make a new record.
    Create,
    /// Change one.
    Update,
    /// Say that a row, or a record, is someone known.
    Merge,
    /// Connect two records.
    Link,
    /// Say which of two changes of one field stands: base, ours, theirs.
    ResolveConflict,
    /// Take a merge apart: who was absorbed by it stands by themselves again.
    Unmerge,
}

impl ProposalAction {
    /// The name used in JSON, tables and the CLI.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Update => "update",
            Self::Merge => "merge",
            Self::Link => "link",
            Self::ResolveConflict => "resolve_conflict",
            Self::Unmerge => "unmerge",
        }
    }
}

impl std::str::FromStr for ProposalAction {
    type Err = String;
    fn from_str(s: &str) -> Result<Self, String> {
        [Self::Create, Self::Update, Self::Merge, Self::Link, Self::ResolveConflict, Self::Unmerge]
            .into_iter()
            .find(|a| a.as_str() == s)
            .ok_or_else(|| {
                format!("{s:?} is no action; expected create, update, merge, link, resolve_conflict or unmerge")
            })
    }
}

/// One field of a proposal with the cells it comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ProposedField {
    /// Name without entity and brackets: `email`, `consent.sms`, `custom.is_nri`.
    pub field: String,
    /// The normalised value; a list for a field that holds many.
    #[ts(type = "unknown")]
    pub value: Value,
    /// 0..=1: the mapping's confidence, lowered where the value was doubtful.
    pub confidence: f64,
    /// The cells it was made from, one per list item where there are several.
    pub sources: Vec<CellRef>,
}

/// Something about a value that a person should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Issue {
    /// Groups issues of one kind: `sentinel`, `phone_unparsed`, `date_unparsed`…
    pub kind: String,
    /// A sentence.
    pub message: String,
    /// The column, where there is one.
    pub column: Option<u32>,
}

/// One piece of evidence that two records are the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct MatchEvidence {
    /// The field compared.
    pub field: String,
    /// The level reached: `exact`, `different`…
    pub level: String,
    /// The value on the new side.
    pub left: String,
    /// The value on the known side.
    pub right: String,
    /// What it adds to the candidate's score, in micro-bits: above 0 for one person, below 0 against. None where nothing
    /// was weighed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub weight: Option<i64>,
    /// How often strangers agree on these values, 0..=1, where that depends on the values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub frequency: Option<f64>,
    /// A sentence.
    pub sentence: String,
}

/// Someone the row may be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct MergeCandidate {
    /// The record.
    pub entity: EntityRef,
    /// 0..=1.
    pub score: f64,
    /// The match weight in micro-bits: exactly the sum of the weights of the evidence, the prior among it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub weight: Option<i64>,
    /// The rules by which the two were found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub found_by: Vec<String>,
    /// Why, in the order in which it is told.
    pub evidence: Vec<MatchEvidence>,
}

impl MergeCandidate {
    /// A candidate of whom nothing was weighed.
    #[must_use]
    pub fn plain(entity: EntityRef, score: f64, evidence: Vec<MatchEvidence>) -> Self {
        Self { entity, score, weight: None, found_by: Vec::new(), evidence }
    }
}

/// Which merge is asked to be taken apart, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Parting {
    /// The merge's group of changes.
    pub group: GroupId,
    /// Where edits go that were made since and are not to go where they are proposed for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<Placement>>", optional)]
    pub placements: Vec<Placement>,
    /// Also remember that they are not the same.
    pub not_the_same: bool,
}

/// A suggested change of one record. States: proposed, approved, corrected, rejected, superseded, applied, rolled_back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct NormalizedEntityProposal {
    /// The envelope.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// The proposal's id.
    pub proposal_id: ProposalId,
    /// Where it comes from.
    pub source: ProposalSource,
    /// The import behind it, if any.
    pub import_id: Option<ImportId>,
    /// The batch behind it, if any.
    pub batch_id: Option<BatchId>,
    /// The kind of record.
    pub entity_type: EntityType,
    /// The id the record has, or will have.
    pub entity_id: EntityId,
    /// What it would do.
    pub action: ProposalAction,
    /// The fields it would set.
    pub canonical_payload: Vec<ProposedField>,
    /// The links it would make.
    pub links: Vec<Link>,
    /// Known records that this may be.
    pub merge_candidate_refs: Vec<MergeCandidate>,
    /// Set by policy, never lowered by the producer.
    pub review_required: bool,
    /// Why a person has to look, as a sentence.
    pub review_reason: Option<String>,
    /// 1-based data rows it rests on.
    pub row_refs: Vec<u64>,
    /// Doubts about values.
    pub issues: Vec<Issue>,
    /// Version of each record read while proposing: a later change makes the proposal stale.
    pub base_versions: BTreeMap<String, u64>,
    /// With the action `unmerge`: which merge, and how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub parting: Option<Parting>,
}

impl Artifact for NormalizedEntityProposal {
    const TYPE: &'static str = "NormalizedEntityProposal";
    // 1.1: the action resolve_conflict and the source operator. 1.3: the action unmerge.
    const VERSION: &'static str = "1.3.0";
    const PRODUCER: &'static str = "app::imports";
    const CONSUMERS: &'static [&'static str] = &["app::review", "app::explain", "ui: Import Review"];
    const STATES: &'static [&'static str] =
        &["proposed", "approved", "corrected", "rejected", "superseded", "applied", "rolled_back"];
    const TRANSITIONS: &'static [(&'static str, &'static str)] = &[
        ("proposed", "approved"),
        ("proposed", "corrected"),
        ("proposed", "rejected"),
        ("proposed", "superseded"),
        ("proposed", "applied"),
        ("approved", "applied"),
        ("corrected", "applied"),
        ("approved", "superseded"),
        ("applied", "rolled_back"),
    ];

    fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    fn own_id(&self) -> ArtifactId {
        ArtifactId(self.proposal_id.0)
    }

    fn check_body(&self) -> Result<(), Invalid> {
        for (i, f) in self.canonical_payload.iter().enumerate() {
            FieldPath::parse(&format!("{}.{}", self.entity_type, f.field))
                .map_err(|why| Self::invalid(&format!("canonical_payload[{i}].field"), why))?;
            if self.source == ProposalSource::Import && f.sources.is_empty() {
                return Err(Self::invalid(
                    &format!("canonical_payload[{i}].sources"),
                    "is empty; a value without a source is a bug",
                ));
            }
            if !(0.0..=1.0).contains(&f.confidence) {
                return Err(Self::invalid(&format!("canonical_payload[{i}].confidence"), "lies outside 0..=1"));
            }
        }
        if self.action == ProposalAction::Merge && !self.review_required {
            return Err(Self::invalid("review_required", "is false for a merge, which always needs a decision"));
        }
        if (self.action == ProposalAction::Unmerge) != self.parting.is_some() {
            return Err(Self::invalid("parting", "goes with the action `unmerge`, and only with it"));
        }
        if self.action == ProposalAction::Unmerge && !(self.review_required && self.source == ProposalSource::Restore) {
            return Err(Self::invalid("action", "unmerge restores what was, and always needs a decision"));
        }
        if self.review_required && self.review_reason.is_none() {
            return Err(Self::invalid("review_reason", "is missing though a review is required"));
        }
        if self.source == ProposalSource::Import && (self.batch_id.is_none() || self.row_refs.is_empty()) {
            return Err(Self::invalid("row_refs", "is empty though an import stands behind the proposal"));
        }
        Ok(())
    }
}
