//! Identities as types, so that a batch id can never be passed where a person's id belongs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(s: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(s.trim()).map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )*};
}

ids! {
    /// Any artifact; the same value as the family's own id (`contracts.md`, "Readings").
    ArtifactId,
    /// One raw batch: the bytes of one file, stored once however often the file is brought in.
    BatchId,
    /// One run of an import over a batch. A batch may be imported, undone and imported again.
    ImportId,
    /// One version of a column mapping.
    ManifestId,
    /// One suggested change.
    ProposalId,
    /// One verdict, on a single proposal or on a set.
    DecisionId,
    /// One canonical change of one entity.
    DeltaId,
    /// One human action: its deltas apply together or not at all.
    GroupId,
    /// A canonical entity of any kind.
    EntityId,
    /// The laptop that wrote a delta.
    DeviceId,
    /// One piece of long work.
    MissionId,
    /// One legal erasure.
    ErasureId,
}
