//! The files after an erasure: old segments, leftovers of cut-off writes, exports, the write-ahead log.

use std::path::Path;
use std::time::SystemTime;

use rusqlite::params;

use super::scrub::scrub;
use crate::blobs::Blobs as _;
use crate::open::lock;
use crate::{Store, StoreError};

/// Where a workspace puts exports of its own; what lies here goes with an erasure.
pub const EXPORTS: &str = "exports";

/// What cleaning the files did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cleaned {
    /// Everything is clean; not while another process reads.
    pub clean: bool,
    /// Exports inside the workspace that were deleted.
    pub exports_deleted: u64,
    /// Exports elsewhere that may still hold a person.
    pub exports_elsewhere: Vec<String>,
}

impl Store {
    /// Whether an erasure's files still have to be cleaned.
    ///
    /// # Errors
    /// The database's.
    pub fn erasures_to_clean(&self) -> Result<bool, StoreError> {
        self.read(|r| {
            let sql = "SELECT EXISTS (SELECT 1 FROM erasures WHERE clean = 0)";
            Ok(r.conn.query_row(sql, [], |x| x.get(0))?)
        })
    }

    /// Cleans the files after erasures: segments that were written anew, what cut-off writes left, exports inside the
    /// workspace, free pages and the write-ahead log.
    ///
    /// # Errors
    /// The disk's and the database's; it can be repeated.
    pub fn clean_erasures(&self) -> Result<Cleaned, StoreError> {
        let mut cleaned = Cleaned::default();
        let mut conn = lock(&self.writer);
        let mut statement = conn.prepare(
            "SELECT DISTINCT old_sha256 FROM erasure_segments
             WHERE old_sha256 NOT IN (SELECT sha256 FROM raw_import_segments)",
        )?;
        let old: Vec<String> = statement.query_map([], |r| r.get(0))?.collect::<Result<_, _>>()?;
        drop(statement);
        for sha in &old {
            self.blobs.remove(sha)?;
        }
        // The write lock is ours, so no write of segments is under way in this or another process.
        self.blobs.sweep(SystemTime::now())?;
        // They hold no values, but tell where somebody stood among others.
        self.shelf.clear()?;
        clean_exports(&self.folder().join(EXPORTS), &conn, &mut cleaned)?;
        // Deleted cells are overwritten with zeros, but where a page was split or balanced before, an older copy of a cell
        // may lie in its unused part. A workspace from before they were overwritten is written anew as a whole, once.
        let sql = "SELECT EXISTS (SELECT 1 FROM workspace_meta WHERE key = 'residue')";
        let residue: bool = conn.query_row(sql, [], |r| r.get(0))?;
        if residue || scrub(&mut conn)?.is_none() {
            conn.execute_batch("VACUUM")?;
        }
        conn.execute("DELETE FROM workspace_meta WHERE key = 'residue'", [])?;
        if self.without_readers(|| truncate(&conn))? {
            return Ok(cleaned);
        }
        conn.execute("UPDATE erasures SET clean = 1 WHERE clean = 0", [])?;
        cleaned.clean = true;
        Ok(cleaned)
    }
}

/// Deletes the exports below the workspace's own folder and names those elsewhere.
fn clean_exports(own: &Path, conn: &rusqlite::Connection, cleaned: &mut Cleaned) -> Result<(), StoreError> {
    let mut statement = conn.prepare("SELECT export, path FROM workflow_exports ORDER BY export")?;
    let listed: Vec<(i64, String)> =
        statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<Result<_, _>>()?;
    drop(statement);
    for (key, path) in listed {
        let file = Path::new(&path);
        if file.starts_with(own) {
            match std::fs::remove_file(file) {
                Ok(()) => cleaned.exports_deleted += 1,
                Err(e) if e.kind() == std::io::ErrorKind::NotFound => {}
                Err(e) => return Err(StoreError::io(file)(e)),
            }
            conn.execute("DELETE FROM workflow_exports WHERE export = ?", params![key])?;
        } else if file.exists() && !cleaned.exports_elsewhere.contains(&path) {
            cleaned.exports_elsewhere.push(path);
        }
    }
    Ok(())
}

/// Moves the write-ahead log into the database and empties it; whether somebody kept that from happening.
fn truncate(conn: &rusqlite::Connection) -> Result<bool, StoreError> {
    let busy: i64 = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |r| r.get(0))?;
    Ok(busy != 0)
}
