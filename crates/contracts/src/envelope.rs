//! The envelope that every artifact carries (R48, R49) and the law each family obeys ([`Artifact`]).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

use crate::{Actor, ArtifactId, BatchId, CellRef};

/// An instant as RFC 3339 in UTC with milliseconds, e.g. `2026-11-20T09:30:00.000Z`. Text sorts as time does.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(transparent)]
pub struct Timestamp(pub String);

impl std::fmt::Display for Timestamp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where a value or an artifact came from (R54, R86).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ProvenanceRef {
    /// A cell of an imported file.
    Cell(CellRef),
    /// A whole row of an imported file.
    Row {
        /// The batch that holds the file.
        batch_id: BatchId,
        /// 1-based data row.
        row_number: u64,
    },
    /// A file by the SHA-256 of its bytes, lower-case hex.
    File {
        /// 64 hex digits.
        sha256: String,
    },
    /// A named rule.
    Rule {
        /// The rule's id.
        id: String,
        /// Its version.
        version: String,
    },
    /// Another artifact.
    Artifact {
        /// The parent's id.
        artifact_id: ArtifactId,
    },
    /// Explicit operator input.
    Operator {
        /// The operator's login.
        id: String,
    },
}

/// The state an artifact is in and since when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Lifecycle {
    /// One of the family's [`Artifact::STATES`].
    pub state: String,
    /// When it was entered.
    pub entered_at: Timestamp,
}

/// The fields every artifact has (R48). Flattened into the artifact's own JSON object.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Envelope {
    /// UUIDv7.
    pub artifact_id: ArtifactId,
    /// The family's name, e.g. `RawImportBatch`.
    pub artifact_type: String,
    /// Semantic version of the family's shape (R50).
    pub schema_version: String,
    /// The system the content came from: `hubspot`, `linkedin`, `csv`, `velocity`…
    pub source_system: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// Who made it.
    pub created_by: Actor,
    /// 0..=1, or null where nothing was inferred.
    pub confidence: Option<f64>,
    /// What it rests on.
    pub provenance: Vec<ProvenanceRef>,
    /// Where it stands.
    pub lifecycle: Lifecycle,
    /// Fields of a newer minor version: kept through a round trip, never interpreted (R51).
    #[serde(flatten)]
    #[schemars(skip)]
    #[ts(skip)]
    pub unknown: Map<String, Value>,
}

/// One thing wrong with an artifact, naming the field (`contracts.md`, "Validation, in three places").
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS, thiserror::Error)]
#[error("{artifact_type}.{field}: {problem}")]
pub struct Invalid {
    /// The family.
    pub artifact_type: String,
    /// Dotted path of the field.
    pub field: String,
    /// What is wrong, as a sentence fragment.
    pub problem: String,
}

/// A family of artifacts: its name, version, owners, lifecycle and rules.
pub trait Artifact: Serialize + for<'de> Deserialize<'de> {
    /// The family's name.
    const TYPE: &'static str;
    /// The version written today.
    const VERSION: &'static str;
    /// The part of the product that makes it.
    const PRODUCER: &'static str;
    /// The parts that read it.
    const CONSUMERS: &'static [&'static str];
    /// Lifecycle states, the first being the initial one.
    const STATES: &'static [&'static str];
    /// Allowed moves between them.
    const TRANSITIONS: &'static [(&'static str, &'static str)];

    /// The envelope.
    fn envelope(&self) -> &Envelope;

    /// The family's own id, which must equal `artifact_id`.
    fn own_id(&self) -> ArtifactId;

    /// The family's own rules.
    ///
    /// # Errors
    /// The first field that breaks one.
    fn check_body(&self) -> Result<(), Invalid>;

    /// An error about one of this family's fields.
    fn invalid(field: &str, problem: impl Into<String>) -> Invalid {
        Invalid { artifact_type: Self::TYPE.into(), field: field.into(), problem: problem.into() }
    }

    /// Checks envelope and body (R155).
    ///
    /// # Errors
    /// The first field that breaks a rule.
    fn validate(&self) -> Result<(), Invalid> {
        let envelope = self.envelope();
        if envelope.artifact_type != Self::TYPE {
            return Err(Self::invalid(
                "artifact_type",
                format!("is {:?}, expected {:?}", envelope.artifact_type, Self::TYPE),
            ));
        }
        let major = |v: &str| v.split('.').next().and_then(|m| m.parse::<u32>().ok());
        match (major(&envelope.schema_version), major(Self::VERSION)) {
            (Some(theirs), Some(ours)) if theirs == ours => {}
            (Some(theirs), Some(ours)) => {
                return Err(Self::invalid(
                    "schema_version",
                    format!("has major version {theirs}; this build reads {ours}"),
                ));
            }
            _ => return Err(Self::invalid("schema_version", "is not a semantic version")),
        }
        if envelope.source_system.trim().is_empty() {
            return Err(Self::invalid("source_system", "is empty"));
        }
        if !looks_like_timestamp(&envelope.created_at.0) {
            return Err(Self::invalid("created_at", "is not an RFC 3339 UTC instant"));
        }
        if envelope.created_by.id.trim().is_empty() {
            return Err(Self::invalid("created_by.id", "is empty"));
        }
        if let Some(c) = envelope.confidence
            && !(0.0..=1.0).contains(&c)
        {
            return Err(Self::invalid("confidence", format!("is {c}; it lies between 0 and 1")));
        }
        if !Self::STATES.contains(&envelope.lifecycle.state.as_str()) {
            return Err(Self::invalid(
                "lifecycle.state",
                format!("is {:?}; expected one of {}", envelope.lifecycle.state, Self::STATES.join(", ")),
            ));
        }
        if self.own_id() != envelope.artifact_id {
            return Err(Self::invalid("artifact_id", "differs from the artifact's own id"));
        }
        self.check_body()
    }

    /// Whether the lifecycle may move from one state to another.
    #[must_use]
    fn may_move(from: &str, to: &str) -> bool {
        Self::TRANSITIONS.iter().any(|(a, b)| *a == from && *b == to)
    }
}

/// `YYYY-MM-DDTHH:MM:SS[.fff]Z`, by shape.
#[must_use]
pub fn looks_like_timestamp(s: &str) -> bool {
    let b = s.as_bytes();
    b.len() >= 20
        && b[b.len() - 1] == b'Z'
        && b[4] == b'-'
        && b[7] == b'-'
        && b[10] == b'T'
        && b[13] == b':'
        && b[16] == b':'
        && [0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15, 17, 18].iter().all(|i| b[*i].is_ascii_digit())
}
