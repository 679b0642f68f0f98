//! The workspace itself: status, checks, audit.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Actor, ApiError, EntityRef, ErasureId, FieldInfo, Permission, Role, Timestamp};

/// The answer of `audit verify`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct AuditReport {
    /// Entries in the chain.
    pub entries: u64,
    /// Hash of the last one; null for an empty chain.
    pub head: Option<String>,
    /// Whether everything holds.
    pub ok: bool,
    /// Sequence number of the first entry that does not hold.
    pub first_bad: Option<u64>,
    /// What is wrong there, or what can be vouched for, as sentences.
    pub findings: Vec<String>,
    /// The last entry vouched for by the pin outside the database; null without a pin.
    pub pinned: Option<u64>,
    /// What was erased by law, when and why, oldest first. What it took can't be verified any more; that it did, can.
    pub erasures: Vec<ErasureNote>,
}

/// One erasure as the audit report tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ErasureNote {
    /// Its id.
    pub erasure_id: ErasureId,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub actor: Actor,
    /// Why.
    pub reason: String,
    /// Whether the files are clean too.
    pub clean: bool,
}

/// One thing `doctor` looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Check {
    /// What was looked at.
    pub name: String,
    /// Whether it holds.
    pub ok: bool,
    /// What was found.
    pub detail: String,
}

/// The answer of `doctor`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct DoctorReport {
    /// Whether every check holds.
    pub ok: bool,
    /// Each check.
    pub checks: Vec<Check>,
    /// Rows per table.
    pub counts: BTreeMap<String, u64>,
}

/// A workspace as the switcher shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct WorkspaceInfo {
    /// Its folder.
    pub path: String,
    /// Its name.
    pub name: String,
    /// Whether it holds demo data; never mixed with real work.
    pub demo: bool,
    /// Whether the folder still holds a workspace.
    pub exists: bool,
}

/// What the window starts from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct AppStatus {
    /// The product's version.
    pub version: String,
    /// The open workspace.
    pub workspace: Option<WorkspaceInfo>,
    /// Why the last one could not be opened.
    pub problem: Option<ApiError>,
    /// Workspaces opened before, newest first.
    pub recent: Vec<WorkspaceInfo>,
    /// Where a new one would go.
    pub suggested_folder: String,
    /// Who is at the keyboard.
    pub user: String,
    /// Their role in the open workspace; null without one.
    pub role: Option<Role>,
    /// What the role may do: what it may not is not offered.
    pub permissions: Vec<Permission>,
    /// Whether the role may look for words: not where they would find what it sees masked.
    pub may_search: bool,
    /// The open workspace lies on a read-only disk: it is looked at, and nothing can be saved.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(as = "Option<bool>", optional)]
    pub read_only: bool,
    /// Counts for the side bar; null while no workspace is open.
    pub counts: Option<NavCounts>,
}

/// Counts for the side bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct NavCounts {
    /// People.
    pub people: u64,
    /// Accounts.
    pub accounts: u64,
    /// Imports that wait for approval.
    pub imports_waiting: u64,
    /// Proposals that wait for a person.
    pub reviews_waiting: u64,
}

/// Sent when the graph or an import changed, by this window or another process.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Changed {
    /// `graph`, `imports`, `review`, `rights`, `missions` or `workspace`.
    pub what: Vec<String>,
    /// The records touched, at most a thousand.
    pub entities: Vec<EntityRef>,
}

/// What a user may in a workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rights {
    /// Their role.
    pub role: Option<Role>,
    /// What it may do.
    pub permissions: Vec<Permission>,
    /// Whether it may look for words: not where they would find what it sees masked.
    pub may_search: bool,
}

/// The answer of the field dictionary command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct FieldDictionary {
    /// Every target a column may be given.
    pub fields: Vec<FieldInfo>,
}
