//! One timeline of everything that happened with a client.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{DecisionId, EntityId, EntityRef, ImportId};

/// What an entry of a timeline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum TimelineKind {
    /// A telephone or video call.
    Call,
    /// WhatsApp.
    Whatsapp,
    /// E-mail.
    Email,
    /// SMS.
    Sms,
    /// A visit to a site or an office.
    Visit,
    /// A meeting elsewhere.
    Meeting,
    /// A form or chat of a web site.
    Web,
    /// A contact by a channel that the source calls otherwise.
    Other,
    /// A note that somebody wrote down.
    Note,
    /// A task that was done.
    Task,
    /// A deal, a property interest or the client moved to another stage.
    Stage,
    /// A row of an import made or changed the client's record.
    Import,
    /// Somebody decided on a proposal about the client.
    Decision,
}

impl TimelineKind {
    /// Every kind.
    pub const ALL: [Self; 13] = [
        Self::Call,
        Self::Whatsapp,
        Self::Email,
        Self::Sms,
        Self::Visit,
        Self::Meeting,
        Self::Web,
        Self::Other,
        Self::Note,
        Self::Task,
        Self::Stage,
        Self::Import,
        Self::Decision,
    ];

    /// The name used in JSON and the CLI.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::Whatsapp => "whatsapp",
            Self::Email => "email",
            Self::Sms => "sms",
            Self::Visit => "visit",
            Self::Meeting => "meeting",
            Self::Web => "web",
            Self::Other => "other",
            Self::Note => "note",
            Self::Task => "task",
            Self::Stage => "stage",
            Self::Import => "import",
            Self::Decision => "decision",
        }
    }

    /// The kind of an interaction by its channel as the record has it.
    #[must_use]
    pub fn of_channel(channel: Option<&str>) -> Self {
        let name = channel.unwrap_or_default().trim().to_lowercase();
        match name.as_str() {
            "call" => Self::Call,
            "whatsapp" => Self::Whatsapp,
            "email" => Self::Email,
            "sms" => Self::Sms,
            "visit" => Self::Visit,
            "meeting" => Self::Meeting,
            "web" => Self::Web,
            "note" => Self::Note,
            _ => Self::Other,
        }
    }
}

/// What the outcome of a call says that reached nobody, in small letters. The store's `contact_at` goes by the same words.
const MISSED: &[&str] = &[
    "no answer",
    "not answered",
    "no reply",
    "wrong number",
    "busy",
    "line busy",
    "rang out",
    "missed",
    "switched off",
    "unreachable",
    "not reachable",
];

/// Whether somebody was in touch, by an interaction's channel and outcome as the record has them: a note is nobody's
/// contact, and a call that reached nobody is none. What counts for "not contacted for" and for who is neglected (R215).
#[must_use]
pub fn is_contact(channel: Option<&str>, outcome: Option<&str>) -> bool {
    let outcome = outcome.unwrap_or_default().trim().to_ascii_lowercase();
    TimelineKind::of_channel(channel) != TimelineKind::Note && !MISSED.contains(&outcome.as_str())
}

impl std::str::FromStr for TimelineKind {
    type Err = String;
    fn from_str(s: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|k| k.as_str() == s).ok_or_else(|| {
            let names: Vec<_> = Self::ALL.iter().map(|k| k.as_str()).collect();
            format!("{s:?} is no kind of entry; expected one of {}", names.join(", "))
        })
    }
}

/// What to show of a timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct TimelineQuery {
    /// The client.
    pub id: EntityId,
    /// Only these kinds; none: all.
    #[serde(default)]
    #[ts(as = "Option<Vec<TimelineKind>>", optional)]
    pub kinds: Vec<TimelineKind>,
    /// Only entries that hold these words, whatever their case and accents.
    #[serde(default)]
    #[ts(optional)]
    pub text: Option<String>,
    /// From the window before.
    #[serde(default)]
    #[ts(optional)]
    pub cursor: Option<String>,
    /// 1..=200; null: 50.
    #[serde(default)]
    #[ts(optional)]
    pub limit: Option<u32>,
    /// The local time, which says what day an instant falls on; null: as the clocks of the host have it.
    #[serde(default)]
    #[ts(optional)]
    pub now: Option<String>,
}

/// What an entry opens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum TimelineTarget {
    /// A record's page.
    Record {
        /// The record.
        entity: EntityRef,
    },
    /// A row of an import.
    Row {
        /// The import.
        import_id: ImportId,
        /// The 1-based data row.
        row_number: Option<u64>,
    },
    /// A decision that was made.
    Decision {
        /// The decision.
        decision_id: DecisionId,
    },
    /// Nothing beyond what is shown.
    Nothing,
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct TimelineEntry {
    /// Unique in the timeline.
    pub id: String,
    /// What it is.
    pub kind: TimelineKind,
    /// When, as the record has it: local, or with its offset. Empty: not known; it then stands where it was written down.
    pub at: String,
    /// The local day, `2026-11-21`.
    pub day: String,
    /// In a line.
    pub title: String,
    /// What was said.
    pub body: Option<String>,
    /// How it ended, or a second line.
    pub detail: Option<String>,
    /// `inbound` or `outbound`.
    pub direction: Option<String>,
    /// Who did it.
    pub by: Option<String>,
    /// What it opens.
    pub opens: TimelineTarget,
}

/// Entries of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct TimelineCount {
    /// The kind.
    pub kind: TimelineKind,
    /// How many there are, whatever is filtered.
    pub count: u64,
}

/// A window of a timeline, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct TimelinePage {
    /// The entries.
    pub entries: Vec<TimelineEntry>,
    /// Pass it back for the next window; null at the end.
    pub next_cursor: Option<String>,
    /// Every kind that occurs.
    pub counts: Vec<TimelineCount>,
}
