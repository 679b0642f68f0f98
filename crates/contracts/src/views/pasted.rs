//! What somebody pasted: who is meant, where each value stands in the text, and who is there already.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{EntityRef, NearMatch};

/// What a pasted text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum PastedKind {
    /// One phone number.
    Phone,
    /// One e-mail address, perhaps with the name before it.
    Email,
    /// One vCard, or several.
    Vcard,
    /// Messages as WhatsApp copies or exports them.
    Chat,
    /// The end of an e-mail, or any other lines with a number or an address in them.
    Signature,
    /// Nothing that names anybody.
    Unknown,
}

/// A text to look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct PasteArgs {
    /// As it was pasted, at most 20 000 characters.
    pub text: String,
}

/// One value that was read from a pasted text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct PastedField {
    /// The field of a person.
    pub field: String,
    /// The value, as a typed field takes it.
    pub text: String,
    /// What it was read from, as it stands in the text.
    pub read_from: String,
    /// The line it stands in, from 1.
    pub line: u32,
    /// 0..=1: how sure the reading is.
    pub confidence: f64,
}

/// Somebody who is in the records already and has one of the values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct PastedFound {
    /// The client.
    pub entity: EntityRef,
    /// Their name.
    pub title: String,
    /// A second line: company, e-mail or phone.
    pub subtitle: String,
    /// The field that is the same: `phone`, `email` or `full_name`.
    pub field: String,
    /// The value that is the same.
    pub value: String,
}

/// Somebody a pasted text names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct PastedDraft {
    /// A name, or the number or address where there is none.
    pub title: String,
    /// What was read of them, in the order of the text.
    pub fields: Vec<PastedField>,
    /// Who has the same number or address, people first; then who has exactly the same name.
    pub found: Vec<PastedFound>,
    /// Who else may be meant, likeliest first.
    pub near: Vec<NearMatch>,
}

/// What a pasted text says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct PasteReading {
    /// What it is.
    pub kind: PastedKind,
    /// Whom it names, in the order of the text.
    pub drafts: Vec<PastedDraft>,
    /// People beyond those.
    pub left_out: u32,
    /// Milliseconds in the core.
    pub took_ms: f64,
}

/// A pasted text to be kept: as a new client, or on the timeline of one who is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct PasteKeepArgs {
    /// The text as it was read.
    pub text: String,
    /// Which draft, from 0.
    pub draft: u32,
    /// Fields of the draft, from 0, that are not to be taken over.
    #[serde(default)]
    #[ts(as = "Option<Vec<u32>>", optional)]
    pub without: Vec<u32>,
    /// Whose timeline gets the text; null: a new client is made.
    #[serde(default)]
    #[ts(optional)]
    pub about: Option<EntityRef>,
    /// The local time, `2026-11-21T15:50:00`; null: as the clocks of the host have it.
    #[serde(default)]
    #[ts(optional)]
    pub now: Option<String>,
}
