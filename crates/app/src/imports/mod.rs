//! Bringing files in: stage, plan, review, approve, undo.

mod again;
pub(crate) mod ahead;
pub(crate) mod apply;
pub(crate) mod approve;
mod changes;
mod given;
pub(crate) mod govern;
pub(crate) mod index;
mod keep;
mod kept;
mod look;
mod meant;
pub(crate) mod plan;
mod problems;
mod profiles;
mod rejects;
mod replay;
mod revise;
pub(crate) mod row;
mod show;
pub(crate) mod source;
pub(crate) mod stage;
pub(crate) mod twins;
pub(crate) mod undo;

pub use approve::ApproveChoice;
pub use replay::ReplayOf;
pub use stage::RunAs;

use contracts::{Actor, ApiError, Artifact, ArtifactId, Envelope, ImportId, Lifecycle, Timestamp};
use store::{ImportRecord, Reader};

use crate::error::{Failure, not_found};

/// An import that exists.
pub(crate) fn find(r: &Reader<'_>, id: ImportId) -> Result<ImportRecord, Failure> {
    r.import(id)?.ok_or_else(|| not_found("import", id).into())
}

/// The envelope of a new artifact of family `A`.
pub(crate) fn envelope<A: Artifact>(id: uuid::Uuid, source_system: &str, actor: &Actor, now: &Timestamp) -> Envelope {
    Envelope {
        artifact_id: ArtifactId(id),
        artifact_type: A::TYPE.into(),
        schema_version: A::VERSION.into(),
        source_system: source_system.into(),
        created_at: now.clone(),
        created_by: actor.clone(),
        confidence: None,
        provenance: Vec::new(),
        lifecycle: Lifecycle { state: A::STATES[0].into(), entered_at: now.clone() },
        unknown: serde_json::Map::new(),
    }
}

/// The person stopped the work; nothing of the step under way is kept.
pub(crate) fn stopped() -> ApiError {
    ApiError::new(
        contracts::ErrorCode::Cancelled,
        "Stopped, as you asked.",
        "What had been saved before stays; start again to go on.",
    )
}
