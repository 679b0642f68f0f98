//! Missions: long work as job records that show, cancel and resume (invariant 10; R34, R35).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::{Actor, ApiError, MissionId, Timestamp};

/// Where long work stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum MissionState {
    /// Somebody is at it.
    Running,
    /// It was cut off: the process that did it is gone. It goes on when resumed.
    Interrupted,
    /// Finished.
    Done,
    /// It ended with an error.
    Failed,
    /// A person stopped it. It goes on when resumed.
    Cancelled,
}

impl MissionState {
    /// The name used in JSON, tables and the CLI.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Interrupted => "interrupted",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }
}

/// One piece of long work.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct MissionInfo {
    /// Its id.
    pub mission_id: MissionId,
    /// `import`, `approve`, `undo`, `replan`, `erase`.
    pub kind: String,
    /// What people call it: `Bring in hubspot.csv`.
    pub title: String,
    /// Where it stands.
    pub state: MissionState,
    /// What is going on, or was last: `reading`, `proposing`, `approving`…
    pub stage: String,
    /// Rows or changes done.
    pub done: u64,
    /// Of how many; 0 while unknown.
    pub total: u64,
    /// How often it was begun.
    pub attempts: u32,
    /// When it was first begun.
    pub created_at: Timestamp,
    /// Who began it.
    pub created_by: Actor,
    /// When it last said how far it was.
    pub updated_at: Timestamp,
    /// What it was given: ids and file names.
    #[ts(type = "unknown")]
    pub input: Value,
    /// What came out: ids and counts; null while nothing has.
    #[ts(type = "unknown")]
    pub output: Value,
    /// Why it failed.
    pub error: Option<ApiError>,
}

/// One line of a mission's log: about the work, never about a client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct MissionLine {
    /// When.
    pub at: Timestamp,
    /// What happened.
    pub line: String,
}

/// A mission with its log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct MissionDetail {
    /// The mission.
    pub mission: MissionInfo,
    /// Oldest first.
    pub log: Vec<MissionLine>,
}
