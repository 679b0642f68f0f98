//! InteractionBundle and TranscriptBundle: what was said and written, with who and when (R63-R66).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Artifact, ArtifactId, EntityRef, Envelope, Invalid, ProvenanceRef, Timestamp};

/// How people were in touch (`fields.md`, interaction `channel`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// A telephone or video call.
    Call,
    /// E-mail.
    Email,
    /// WhatsApp.
    Whatsapp,
    /// SMS.
    Sms,
    /// A visit to a site or an office.
    Visit,
    /// A meeting elsewhere.
    Meeting,
    /// A note that somebody wrote down.
    Note,
    /// A form or chat of a web site.
    Web,
}

/// Who started it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// The client.
    Inbound,
    /// The team.
    Outbound,
}

/// Somebody who took part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Participant {
    /// As the source names them.
    pub name: String,
    /// The record they are known as, if any.
    pub entity: Option<EntityRef>,
    /// The address or number they used, if known.
    pub handle: Option<String>,
}

/// One thread or cluster of messages, calls and visits. States: received, linked, held, summarised.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct InteractionBundle {
    /// The envelope.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// The bundle's id.
    pub bundle_id: ArtifactId,
    /// The client; null while held, because nobody is known for certain.
    pub client_ref: Option<EntityRef>,
    /// How.
    pub channel: Channel,
    /// Who started it; null where the source does not say.
    pub direction: Option<Direction>,
    /// Who took part.
    pub participants: Vec<Participant>,
    /// When it began.
    pub started_at: Timestamp,
    /// When it ended, if it took time.
    pub ended_at: Option<Timestamp>,
    /// The raw events it is made of. They survive every summary.
    pub event_refs: Vec<ProvenanceRef>,
    /// SHA-256 of attached files, lower-case hex.
    pub attachments: Vec<String>,
    /// In a few words; null until summarised.
    pub summary: Option<String>,
}

impl Artifact for InteractionBundle {
    const TYPE: &'static str = "InteractionBundle";
    const VERSION: &'static str = "1.0.0";
    const PRODUCER: &'static str = "app::interactions";
    const CONSUMERS: &'static [&'static str] = &["dossier", "oracle", "ui: Client 360"];
    const STATES: &'static [&'static str] = &["received", "linked", "held", "summarised"];
    const TRANSITIONS: &'static [(&'static str, &'static str)] =
        &[("received", "linked"), ("received", "held"), ("held", "linked"), ("linked", "summarised")];

    fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    fn own_id(&self) -> ArtifactId {
        self.bundle_id
    }

    fn check_body(&self) -> Result<(), Invalid> {
        let state = self.envelope.lifecycle.state.as_str();
        if self.event_refs.is_empty() {
            return Err(Self::invalid("event_refs", "is empty; raw events survive every summary"));
        }
        if self.client_ref.is_none() && matches!(state, "linked" | "summarised") {
            return Err(Self::invalid("client_ref", format!("is missing though the bundle is {state}")));
        }
        if self.summary.is_none() && state == "summarised" {
            return Err(Self::invalid("summary", "is missing though the bundle is summarised"));
        }
        if self.ended_at.as_ref().is_some_and(|end| *end < self.started_at) {
            return Err(Self::invalid("ended_at", "lies before started_at"));
        }
        Ok(())
    }
}

/// What one speaker said without a break.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SpeakerSegment {
    /// As the source names them.
    pub speaker: String,
    /// Milliseconds from the start of the recording.
    pub start_ms: u64,
    /// Milliseconds from the start of the recording; not before `start_ms`.
    pub end_ms: u64,
    /// What was said.
    pub text: String,
    /// 0..=1; null where a person wrote it down.
    pub confidence: Option<f64>,
}

/// A conversation in writing. States: received, linked, held.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct TranscriptBundle {
    /// The envelope.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// The transcript's id.
    pub transcript_id: ArtifactId,
    /// The interaction it belongs to; null while held.
    pub interaction_ref: Option<ArtifactId>,
    /// SHA-256 of the recording, if it is kept.
    pub media_ref: Option<String>,
    /// Speakers and timing, in order.
    pub speaker_segments: Vec<SpeakerSegment>,
    /// BCP 47 tag: `en-IN`, `hi`, `ar-AE`.
    pub language: String,
    /// The segments' texts, one a line, each after its speaker: derived, never edited.
    pub text: String,
}

impl TranscriptBundle {
    /// The text that the segments make.
    #[must_use]
    pub fn text_of(segments: &[SpeakerSegment]) -> String {
        let lines: Vec<String> = segments.iter().map(|s| format!("{}: {}", s.speaker, s.text)).collect();
        lines.join("\n")
    }
}

impl Artifact for TranscriptBundle {
    const TYPE: &'static str = "TranscriptBundle";
    const VERSION: &'static str = "1.0.0";
    const PRODUCER: &'static str = "app::interactions";
    const CONSUMERS: &'static [&'static str] = &["dossier", "oracle", "ui: Client 360"];
    const STATES: &'static [&'static str] = &["received", "linked", "held"];
    const TRANSITIONS: &'static [(&'static str, &'static str)] =
        &[("received", "linked"), ("received", "held"), ("held", "linked")];

    fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    fn own_id(&self) -> ArtifactId {
        self.transcript_id
    }

    fn check_body(&self) -> Result<(), Invalid> {
        let mut last = 0;
        for (i, s) in self.speaker_segments.iter().enumerate() {
            let at = |part: &str| format!("speaker_segments[{i}].{part}");
            if s.speaker.trim().is_empty() {
                return Err(Self::invalid(&at("speaker"), "is empty"));
            }
            if s.end_ms < s.start_ms {
                return Err(Self::invalid(&at("end_ms"), "lies before start_ms"));
            }
            if s.start_ms < last {
                return Err(Self::invalid(&at("start_ms"), "lies before the segment before it"));
            }
            if s.confidence.is_some_and(|c| !(0.0..=1.0).contains(&c)) {
                return Err(Self::invalid(&at("confidence"), "lies outside 0..=1"));
            }
            last = s.start_ms;
        }
        if self.language.trim().is_empty() {
            return Err(Self::invalid("language", "is empty"));
        }
        if self.text != Self::text_of(&self.speaker_segments) {
            return Err(Self::invalid("text", "is not what the segments say; it is derived from them"));
        }
        Ok(())
    }
}
