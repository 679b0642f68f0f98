//! Client360Snapshot: the dossier of one client, derived and disposable (R73, R74, R98).

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::{
    Actor, Artifact, ArtifactId, BatchId, DeltaId, EntityRef, EntityType, Envelope, FieldKind, Invalid, Timestamp,
};

/// Where one fact comes from, in brief; `explain` walks the whole chain.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct FactSource {
    /// The delta that set it.
    pub delta_id: DeltaId,
    /// When it entered the graph.
    pub at: Timestamp,
    /// Who let it in.
    pub actor: Actor,
    /// `decision`, `rule`, `edit` or `undo`.
    pub cause: String,
    /// The batch, if it was imported.
    pub batch_id: Option<BatchId>,
    /// The 1-based data row.
    pub row_number: Option<u64>,
    /// The 0-based column.
    pub column: Option<u32>,
    /// 0..=1 where it was inferred.
    pub confidence: Option<f64>,
    /// Who last confirmed that it is so, while it still reads as it did then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub confirmed: Option<Confirmation>,
}

/// Somebody said that a value is so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Confirmation {
    /// Who.
    pub by: Actor,
    /// When.
    pub at: Timestamp,
    /// The delta that notes it.
    pub delta_id: DeltaId,
}

/// One fact about a record, with its source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Fact {
    /// Field name: `given_name`, `email`, `custom.is_nri`.
    pub field: String,
    /// What people call it.
    pub title: String,
    /// How its value looks; custom fields are text.
    pub kind: FieldKind,
    /// Position in a field that holds many, else null.
    pub index: Option<u32>,
    /// The value (one item of a list).
    #[ts(type = "unknown")]
    pub value: Value,
    /// Where it comes from.
    pub source: FactSource,
}

/// A record as panels show it: title, facts, and what it is linked by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RecordPanel {
    /// The record.
    pub entity: EntityRef,
    /// Its name.
    pub title: String,
    /// How it is linked to the client: `works_at`, `contact_of`…
    pub link: Option<String>,
    /// What is known.
    pub facts: Vec<Fact>,
}

/// Whether a panel has data, and why not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum PanelStatus {
    /// Something to show.
    Ready,
    /// Nothing known.
    Empty,
    /// Not part of this workspace yet; the words say what would bring it.
    Unavailable {
        /// A sentence.
        why: String,
    },
}

/// The dossier. States: fresh, stale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Client360Snapshot {
    /// The envelope.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// The client.
    pub client_ref: EntityRef,
    /// Name and facts.
    pub identity: RecordPanel,
    /// Companies.
    pub account_links: Vec<RecordPanel>,
    /// Deals that are not closed.
    pub active_opportunities: Vec<RecordPanel>,
    /// Deals won or lost.
    pub closed_opportunities: Vec<RecordPanel>,
    /// Messages, calls, visits and meetings, the newest first, at most fifty: the timeline has them all.
    pub recent_interactions: Vec<RecordPanel>,
    /// Properties the client looked at.
    pub property_interests: Vec<RecordPanel>,
    /// Things to do.
    pub tasks: Vec<RecordPanel>,
    /// Null: no signal has been counted.
    #[ts(type = "unknown")]
    pub qd_overview: Option<Value>,
    /// Risks by rule; none until rules are switched on.
    pub risk_flags: Vec<String>,
    /// The people around the client.
    pub households: Vec<RecordPanel>,
    /// People whom the client has to do with: family, advisers, referrers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<RecordPanel>>", optional)]
    pub relationships: Vec<RecordPanel>,
    /// What they look for.
    pub requirement_profiles: Vec<RecordPanel>,
    /// Consent facts.
    pub consent: Vec<Fact>,
    /// Pictures and renderings.
    pub media: Vec<RecordPanel>,
    /// Per panel.
    pub panel_status: BTreeMap<String, PanelStatus>,
    /// The newest change it includes.
    pub as_of: Timestamp,
    /// Number of deltas in the graph when it was made.
    pub graph_version: u64,
}

impl Artifact for Client360Snapshot {
    const TYPE: &'static str = "Client360Snapshot";
    // 1.1: who last confirmed a value; people whom the client has to do with.
    const VERSION: &'static str = "1.1.0";
    const PRODUCER: &'static str = "dossier";
    const CONSUMERS: &'static [&'static str] = &["ui: Client 360", "oracle"];
    const STATES: &'static [&'static str] = &["fresh", "stale"];
    const TRANSITIONS: &'static [(&'static str, &'static str)] = &[("fresh", "stale")];

    fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    fn own_id(&self) -> ArtifactId {
        self.envelope.artifact_id
    }

    fn check_body(&self) -> Result<(), Invalid> {
        if self.client_ref.entity != EntityType::Person {
            return Err(Self::invalid("client_ref", "is not a person"));
        }
        if self.identity.entity != self.client_ref {
            return Err(Self::invalid("identity", "describes somebody else"));
        }
        Ok(())
    }
}
