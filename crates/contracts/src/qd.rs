//! QdSignalBundle: a signal of a client's intent with its evidence (R67, R68).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Artifact, ArtifactId, EntityRef, Envelope, Invalid, ProvenanceRef, Timestamp};

/// From when to when a signal was observed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct TimeWindow {
    /// First instant.
    pub start: Timestamp,
    /// Last instant; not before `start`.
    pub end: Timestamp,
}

/// A packet of signals about one client. States: received, counted, refused.
///
/// `score_type` is `intent` (rolled up, this is QD), `engagement`, `sentiment`, `fit`, or a named custom type; each has
/// a timeline of its own (`contracts.md`, "Readings"). For `intent`, `value` is the change that this packet makes: an
/// integer from -20 to 20 (`product.md`, QD). For the others it is the score itself, from 1 to 100.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct QdSignalBundle {
    /// The envelope.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// The signal's id.
    pub signal_id: ArtifactId,
    /// The client.
    pub client_ref: EntityRef,
    /// What produced it: a perception session, an operator, an import.
    pub source_ref: ProvenanceRef,
    /// See above.
    pub score_type: String,
    /// See above.
    pub value: i32,
    /// When it was observed.
    pub time_window: TimeWindow,
    /// What it rests on. Refused without, unless `source_ref` is explicit operator input.
    pub supporting_evidence_refs: Vec<ProvenanceRef>,
}

/// The most that one packet moves QD by, up or down.
pub const QD_STEP: i32 = 20;
/// QD's range.
pub const QD_RANGE: std::ops::RangeInclusive<i32> = 1..=100;
/// Where QD starts.
pub const QD_START: i32 = 50;

impl Artifact for QdSignalBundle {
    const TYPE: &'static str = "QdSignalBundle";
    const VERSION: &'static str = "1.0.0";
    const PRODUCER: &'static str = "sentinel";
    const CONSUMERS: &'static [&'static str] = &["dossier", "oracle", "ui: Client 360"];
    const STATES: &'static [&'static str] = &["received", "counted", "refused"];
    const TRANSITIONS: &'static [(&'static str, &'static str)] = &[("received", "counted"), ("received", "refused")];

    fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    fn own_id(&self) -> ArtifactId {
        self.signal_id
    }

    fn check_body(&self) -> Result<(), Invalid> {
        let operator = matches!(self.source_ref, ProvenanceRef::Operator { .. });
        if self.supporting_evidence_refs.is_empty() && !operator {
            return Err(Self::invalid(
                "supporting_evidence_refs",
                "is empty; a score points at evidence or at explicit operator input",
            ));
        }
        if self.score_type.trim().is_empty() {
            return Err(Self::invalid("score_type", "is empty"));
        }
        let range = if self.score_type == "intent" { -QD_STEP..=QD_STEP } else { QD_RANGE };
        if !range.contains(&self.value) {
            return Err(Self::invalid(
                "value",
                format!(
                    "is {}; for {} it lies between {} and {}",
                    self.value,
                    self.score_type,
                    range.start(),
                    range.end()
                ),
            ));
        }
        if self.time_window.end < self.time_window.start {
            return Err(Self::invalid("time_window.end", "lies before its start"));
        }
        Ok(())
    }
}
