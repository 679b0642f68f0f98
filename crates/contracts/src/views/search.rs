//! What a search answers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{EntityId, EntityRef, EntityType};

/// Why a record was found: where one of the words that were typed is met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SearchWhy {
    /// The field that matched.
    pub field: String,
    /// How: `exact`, `prefix`, `infix`, `digits`, `typo`, `sounds like`, `other script`, `initial`, or `note` for words in
    /// notes and in what was said.
    pub how: String,
    /// What of the field's value matched, as it is written there.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub part: String,
}

/// A part of a text, counted in UTF-16 units as JavaScript does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SearchMark {
    /// Where it begins.
    pub from: u32,
    /// Where it ends.
    pub to: u32,
}

/// A value, or of a long one what stands around the words that were found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SearchExcerpt {
    /// The field that holds it.
    pub field: String,
    /// The text; an ellipsis stands where it was cut.
    pub text: String,
    /// What was found in it, in order.
    pub marks: Vec<SearchMark>,
}

/// Whom something that was found is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SearchAbout {
    /// The client.
    pub entity: EntityRef,
    /// Their name.
    pub title: String,
}

/// A record found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SearchHit {
    /// Its kind.
    pub entity: EntityType,
    /// Its id.
    pub id: EntityId,
    /// Its name.
    pub title: String,
    /// A second line: company, e-mail or phone.
    pub subtitle: String,
    /// Larger is better; comparable within one answer only.
    pub score: f64,
    /// Why it was found.
    pub why: Vec<SearchWhy>,
    /// What was found in the name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<SearchMark>>", optional)]
    pub marks: Vec<SearchMark>,
    /// What was found elsewhere, where it is shown nowhere else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub excerpt: Option<SearchExcerpt>,
    /// For a call, message or note: the client.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub about: Option<SearchAbout>,
}

/// The answer of `search`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SearchResult {
    /// Best first.
    pub hits: Vec<SearchHit>,
    /// Milliseconds in the core.
    pub took_ms: f64,
}
