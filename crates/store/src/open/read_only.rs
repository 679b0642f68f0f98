//! A workspace on a read-only disk: what is there can be read, nothing is written.
//!
//! A database with a write-ahead log needs shared memory beside it, which can't be made there. `SQLite` reads it all the
//! same in two cases (<https://sqlite.org/wal.html#readonly>): declared immutable, when it was closed and its log is
//! gone; and with the log and the shared memory that a process left behind when it ended early.

use std::fmt::Write as _;
use std::io::ErrorKind;
use std::path::Path;

use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::{OpenOptions, READERS, Shelf, Store, connect, identity, tune};
use crate::{StoreError, migrate};

/// Whether this failure to open comes from a read-only disk.
///
/// Only a disk that says so itself counts. In a folder that merely this user may not write to, somebody else may write
/// at any moment, which an immutable database must not see.
pub(super) fn explains(folder: &Path, error: &StoreError) -> bool {
    let could = match error {
        StoreError::Io { source, .. } => source.kind() == ErrorKind::ReadOnlyFilesystem,
        StoreError::Sqlite(e) => matches!(
            e.sqlite_error_code(),
            Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly | ErrorCode::SystemIoFailure)
        ),
        _ => false,
    };
    could && disk(folder)
}

/// Whether the disk that a folder is on says that it is read-only.
pub(super) fn disk(folder: &Path) -> bool {
    tempfile::NamedTempFile::new_in(folder).is_err_and(|e| e.kind() == ErrorKind::ReadOnlyFilesystem)
}

impl Store {
    /// Opens the database in a folder on a read-only disk.
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`] when there is no database yet, [`StoreError::ReadOnlyDisk`] when it would have to be written first; those of [`Store::open`].
    pub(super) fn open_read_only(folder: &Path, options: &OpenOptions) -> Result<Self, StoreError> {
        let path = folder.join("velocity.db");
        if !path.is_file() {
            return Err(StoreError::ReadOnly);
        }
        let has_log = folder.join("velocity.db-wal").metadata().is_ok_and(|about| about.len() > 0);
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
        let open = || {
            if !has_log {
                return tune(Connection::open_with_flags(immutable(&path), flags)?, options);
            }
            connect(&path, flags, options).map_err(|_| {
                StoreError::ReadOnlyDisk("its last changes lie in a log beside it that has to be written in first")
            })
        };
        let mut writer = open()?;
        migrate::migrate(&mut writer, "").map_err(|e| match e {
            StoreError::Sqlite(e) if e.sqlite_error_code() == Some(ErrorCode::ReadOnly) => {
                StoreError::ReadOnlyDisk("it was made by an earlier version and has to be brought up to date first")
            }
            other => other,
        })?;
        let identity = identity(&writer)?;
        let readers = (0..READERS).map(|_| open()).collect::<Result<Vec<_>, StoreError>>()?;
        Ok(Self::assemble(folder, writer, readers, identity, Shelf::none(), true))
    }
}

impl Store {
    /// Whether the disk below is read-only: everything can be read, and every write is refused.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }
}

/// The address under which `SQLite` takes a file for one that nobody changes: no locks, no log.
fn immutable(path: &Path) -> String {
    let mut address = String::from("file:");
    for byte in path.to_string_lossy().bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => address.push(byte.into()),
            // Writing to a text can't fail.
            other => drop(write!(address, "%{other:02X}")),
        }
    }
    address + "?immutable=1"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_keeps_signs_that_mean_something_in_addresses() {
        assert_eq!(immutable(Path::new("/a b/50%?#ü.db")), "file:/a%20b/50%25%3F%23%C3%BC.db?immutable=1");
    }

    #[test]
    fn a_folder_that_can_be_written_to_is_not_the_reason() {
        let folder = tempfile::tempdir().expect("tempdir");
        let source = std::io::Error::from(ErrorKind::ReadOnlyFilesystem);
        assert!(!explains(folder.path(), &StoreError::io("x")(source)));
    }
}
