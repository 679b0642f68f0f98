//! What can go wrong in the store.

use contracts::Invalid;
use graph::GraphError;

/// An error of the store. Each names what it concerns; `app` adds the way out.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// `SQLite` refused or failed.
    #[error("the workspace database: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// A file beside the database can't be read or written.
    #[error("{path}: {source}")]
    Io {
        /// The file.
        path: String,
        /// Why.
        source: std::io::Error,
    },
    /// Stored JSON doesn't read as what it should be.
    #[error("a stored {what} can't be read: {source}")]
    Json {
        /// The kind of thing.
        what: &'static str,
        /// Why.
        source: serde_json::Error,
    },
    /// The database was made by a newer build.
    #[error("the workspace has schema {found}, this build knows {known}")]
    NewerSchema {
        /// Of the database.
        found: i64,
        /// Of this build.
        known: i64,
    },
    /// A migration that was applied is not the one this build holds.
    #[error("migration {0} of the workspace differs from this build's")]
    MigrationChanged(i64),
    /// `SQLite` itself is too old or lacks a part.
    #[error("the database engine: {0}")]
    Engine(String),
    /// The change does not fit the graph.
    #[error(transparent)]
    Graph(#[from] GraphError),
    /// An artifact breaks its contract.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// A value has another shape than its field.
    #[error("{field} can't hold {value}")]
    Shape {
        /// The field.
        field: String,
        /// The value's JSON type.
        value: String,
    },
    /// Stored bytes are not the ones that were stored.
    #[error("stored evidence is damaged: {0}")]
    Damaged(String),
    /// A cursor that this list did not give.
    #[error("the list's cursor can't be read")]
    Cursor,
    /// A lifecycle move that the family does not allow.
    #[error("{what} can't go from {from} to {to}")]
    Lifecycle {
        /// The artifact family.
        what: &'static str,
        /// From.
        from: String,
        /// To.
        to: String,
    },
    /// A write to a workspace that lies on a read-only disk.
    #[error("the workspace's disk is read-only")]
    ReadOnly,
    /// A workspace on a read-only disk that can't be read without being written to first, and why.
    #[error("the workspace lies on a read-only disk, and {0}")]
    ReadOnlyDisk(&'static str),
}

impl StoreError {
    /// Wraps an I/O error with its path.
    pub fn io(path: impl AsRef<std::path::Path>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.as_ref().display().to_string();
        move |source| Self::Io { path, source }
    }

    /// Whether another process holds the database right now.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        matches!(
            self,
            Self::Sqlite(rusqlite::Error::SqliteFailure(e, _))
                if matches!(e.code, rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked)
        )
    }

    /// What is wrong with the disk below the workspace, if that is why.
    #[must_use]
    pub fn disk(&self) -> Option<Disk> {
        use std::io::ErrorKind as Kind;
        match self {
            Self::ReadOnly => Some(Disk::ReadOnly),
            Self::Io { source, .. } => match source.kind() {
                Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => Some(Disk::Full),
                Kind::ReadOnlyFilesystem | Kind::PermissionDenied => Some(Disk::ReadOnly),
                _ => None,
            },
            Self::Sqlite(e) => match e.sqlite_error_code()? {
                rusqlite::ErrorCode::DiskFull => Some(Disk::Full),
                rusqlite::ErrorCode::ReadOnly => Some(Disk::ReadOnly),
                // `SQLite` makes room for its shared memory first, so that touching it later can't fail.
                rusqlite::ErrorCode::SystemIoFailure
                    if e.sqlite_error().map(|e| e.extended_code) == Some(rusqlite::ffi::SQLITE_IOERR_SHMSIZE) =>
                {
                    Some(Disk::Full)
                }
                rusqlite::ErrorCode::SystemIoFailure | rusqlite::ErrorCode::CannotOpen => Some(Disk::Failing),
                _ => None,
            },
            _ => None,
        }
    }
}

/// What a disk refuses, and so what helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disk {
    /// No space, or no more of it for this user.
    Full,
    /// The disk is read-only, or the folder may not be written to.
    ReadOnly,
    /// It gives no reason: full, defective, or gone.
    Failing,
}

/// Parses stored JSON.
pub(crate) fn from_json<T: serde::de::DeserializeOwned>(what: &'static str, text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|source| StoreError::Json { what, source })
}

/// Writes JSON for storage.
pub(crate) fn to_json<T: serde::Serialize>(what: &'static str, value: &T) -> Result<String, StoreError> {
    let failed = |source| StoreError::Json { what, source };
    // Most of what is written is as long as that: it need not be moved as it grows.
    let mut text = Vec::with_capacity(512);
    serde_json::to_writer(&mut text, value).map_err(failed)?;
    String::from_utf8(text).map_err(|e| failed(serde::ser::Error::custom(e)))
}
