//! `workflow_exports`: files written out, so that an erasure knows what else may hold a person.

use contracts::{Actor, Timestamp};
use rusqlite::params;

use crate::error::to_json;
use crate::{Reader, StoreError, Tx};

/// A file that was written out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportRecord {
    /// When.
    pub at: Timestamp,
    /// `graph`…
    pub what: String,
    /// Where to, absolute.
    pub path: String,
}

impl Reader<'_> {
    /// Every file written out, oldest first.
    ///
    /// # Errors
    /// The database's.
    pub fn exports(&self) -> Result<Vec<ExportRecord>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT at, what, path FROM workflow_exports ORDER BY export")?;
        let rows = statement
            .query_map([], |r| Ok(ExportRecord { at: Timestamp(r.get(0)?), what: r.get(1)?, path: r.get(2)? }))?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }
}

impl Tx<'_> {
    /// Notes a file written out.
    ///
    /// # Errors
    /// The database's.
    pub fn insert_export(&mut self, what: &str, path: &str, sha256: &str, actor: &Actor) -> Result<(), StoreError> {
        self.conn.execute(
            "INSERT INTO workflow_exports (at, actor, what, path, sha256) VALUES (?, ?, ?, ?, ?)",
            params![self.now().0, to_json("actor", actor)?, what, path, sha256],
        )?;
        Ok(())
    }

    /// Forgets exports that were deleted.
    ///
    /// # Errors
    /// The database's.
    pub fn forget_export(&mut self, path: &str) -> Result<(), StoreError> {
        self.conn.execute("DELETE FROM workflow_exports WHERE path = ?", [path])?;
        Ok(())
    }
}
