//! Errors as people and front ends meet them (`cli.md`; invariant 6 of the architecture).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A code exists only where someone branches on it: the CLI's exit code, or a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// The command line itself is wrong. Exit 2.
    Usage,
    /// Policy or the approval gate says no. Exit 3.
    Refused,
    /// The file or value brought in can't be used. Exit 4.
    BadInput,
    /// What was named does not exist. Exit 4.
    NotFound,
    /// No workspace is open or there is none at that place. Exit 4; the window shows its welcome.
    NoWorkspace,
    /// Another process holds the workspace. Exit 1; the window offers to try again.
    Busy,
    /// The person stopped it. Exit 1.
    Cancelled,
    /// Anything else. Exit 1.
    Internal,
}

/// What went wrong, in words for a person, with the way out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS, thiserror::Error)]
#[error("{message}")]
pub struct ApiError {
    /// For programs.
    pub code: ErrorCode,
    /// What happened, naming file, row, column or field.
    pub message: String,
    /// What to do about it.
    pub hint: String,
    /// The field concerned, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub field: Option<String>,
    /// The policy rule that refused, where one did (`code` is then `refused`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub policy: Option<String>,
    /// Who may do it instead: roles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub who: Vec<String>,
}

impl ApiError {
    /// An error with its way out.
    #[must_use]
    pub fn new(code: ErrorCode, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { code, message: message.into(), hint: hint.into(), field: None, policy: None, who: Vec::new() }
    }

    /// Names the field concerned.
    #[must_use]
    pub fn at(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }

    /// The process exit code of `cli.md`.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self.code {
            ErrorCode::Usage => 2,
            ErrorCode::Refused => 3,
            ErrorCode::BadInput | ErrorCode::NotFound | ErrorCode::NoWorkspace => 4,
            ErrorCode::Busy | ErrorCode::Cancelled | ErrorCode::Internal => 1,
        }
    }
}
