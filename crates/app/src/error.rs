//! Errors as people meet them.

use contracts::{ApiError, ErrorCode, Invalid};
use store::{Disk, StoreError};
use understanding::UnderstandingError;

/// The answer of a use case.
pub type Outcome<T> = Result<T, ApiError>;

/// An error on its way out, whatever it came from.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Understanding(#[from] UnderstandingError),
    #[error(transparent)]
    Invalid(#[from] Invalid),
    #[error(transparent)]
    Api(#[from] ApiError),
}

impl From<Failure> for ApiError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Store(e) => from_store(&e),
            Failure::Understanding(e) => {
                Self::new(ErrorCode::BadInput, sentence(&e.to_string()), sentence(e.way_out()))
            }
            Failure::Invalid(e) => invalid(&e),
            Failure::Api(e) => e,
        }
    }
}

fn invalid(e: &Invalid) -> ApiError {
    ApiError::new(ErrorCode::BadInput, format!("{e}."), "Correct the field and try again.").at(e.field.clone())
}

/// What a store error means to a person.
#[must_use]
pub fn from_store(error: &StoreError) -> ApiError {
    let internal = |hint: &str| ApiError::new(ErrorCode::Internal, sentence(&error.to_string()), hint);
    match error {
        StoreError::NewerSchema { .. } => ApiError::new(
            ErrorCode::BadInput,
            "This workspace was made by a newer version of Velocity.",
            "Update Velocity, then open it again. Nothing was changed.",
        ),
        StoreError::MigrationChanged(_) => ApiError::new(
            ErrorCode::BadInput,
            sentence(&error.to_string()),
            "Open the workspace with the version of Velocity that made it. Nothing was changed.",
        ),
        StoreError::Cursor => ApiError::new(
            ErrorCode::BadInput,
            "The list's position can't be read.",
            "Start the list again from the top.",
        )
        .at("cursor"),
        StoreError::Invalid(e) => invalid(e),
        StoreError::Graph(_) => ApiError::new(
            ErrorCode::Refused,
            sentence(&error.to_string()),
            "Somebody changed the record in the meantime. Look at it again and repeat the step.",
        ),
        StoreError::Damaged(_) => {
            internal("Run `velocity doctor` to see what is damaged; restore from a backup if needed.")
        }
        e if e.is_busy() => ApiError::new(
            ErrorCode::Busy,
            "Another Velocity process is writing to this workspace.",
            "Wait until it is done, then try again. Nothing was changed.",
        ),
        StoreError::ReadOnlyDisk(_) => {
            internal("Copy the whole folder to a disk that may be written to, and open the copy. Nothing was changed.")
        }
        e if e.disk().is_some() => disk(e),
        StoreError::Io { .. } => internal("Check that the folder exists and may be written to, then try again."),
        _ => internal("Try again; if it happens again, run `velocity doctor`."),
    }
}

/// What a disk's refusal means to a person. Whatever was under way is undone, whatever was saved before stays.
fn disk(error: &StoreError) -> ApiError {
    tracing::warn!(%error, "the disk refused");
    let (message, hint) = match error.disk() {
        Some(Disk::Full) => (
            "The disk is full, so this could not be done.".into(),
            "Free some space, then try again. What was saved before stays, and nothing is half applied.",
        ),
        Some(Disk::ReadOnly) => (
            "The workspace's disk is read-only, or its folder may not be written to, so nothing was saved.".into(),
            "Allow writing to it, or copy the whole folder to where it may be written to and open the copy.",
        ),
        Some(Disk::Failing) | None => (
            sentence(&format!("the disk refuses, so nothing was saved: {error}")),
            "Check that the folder may be written to and that its disk has room and is sound, then try again; \
             `velocity doctor` tells whether anything is damaged.",
        ),
    };
    ApiError::new(ErrorCode::Internal, message, hint)
}

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    let rest = letters.as_str();
    let end = if text.ends_with('.') { "" } else { "." };
    format!("{first}{rest}{end}")
}

/// What was named does not exist.
pub(crate) fn not_found(what: &str, id: impl std::fmt::Display) -> ApiError {
    ApiError::new(
        ErrorCode::NotFound,
        format!("There is no {what} {id} in this workspace."),
        "Check the id, or list them.",
    )
}

/// Policy or the approval gate says no.
pub(crate) fn refused(message: impl Into<String>, hint: impl Into<String>) -> ApiError {
    ApiError::new(ErrorCode::Refused, message, hint)
}
