//! `audit_entries`: a hash chain over everything that was decided or changed.

use contracts::{Actor, Timestamp};
use rusqlite::{Connection, OptionalExtension};
use serde_json::Value;

use crate::error::to_json;
use crate::many::{Insert, bytes, integer, owned, text};
use crate::{StoreError, Tx};

/// One entry as stored.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub seq: u64,
    pub at: String,
    pub actor: String,
    pub kind: String,
    pub subject: String,
    pub commitment: Vec<u8>,
    pub prev: Vec<u8>,
    pub hash: Vec<u8>,
}

impl Entry {
    /// The hash this entry should have. Covers every column.
    pub(crate) fn expected_hash(&self) -> [u8; 32] {
        graph::commitment(
            "velocity/audit/1",
            &[
                &self.seq.to_be_bytes(),
                self.at.as_bytes(),
                self.actor.as_bytes(),
                self.kind.as_bytes(),
                self.subject.as_bytes(),
                &self.commitment,
                &self.prev,
            ],
        )
    }
}

/// Sequence number and hash of the last entry.
pub(crate) fn head(conn: &Connection) -> Result<Option<(u64, [u8; 32])>, StoreError> {
    let found = conn
        .prepare_cached("SELECT seq, hash FROM audit_entries ORDER BY seq DESC LIMIT 1")?
        .query_row([], |r| Ok((r.get(0)?, r.get(1)?)))
        .optional()?;
    Ok(found)
}

/// The hash of one entry.
pub(crate) fn hash_at(conn: &Connection, seq: u64) -> Result<Option<Vec<u8>>, StoreError> {
    Ok(conn.query_row("SELECT hash FROM audit_entries WHERE seq = ?", [seq], |r| r.get(0)).optional()?)
}

impl crate::Reader<'_> {
    /// How many entries the chain has.
    ///
    /// # Errors
    /// The database's.
    pub fn audit_length(&self) -> Result<u64, StoreError> {
        Ok(self.conn.prepare_cached("SELECT coalesce(max(seq), 0) FROM audit_entries")?.query_row([], |r| r.get(0))?)
    }

    /// Visits every entry in order.
    pub(crate) fn each_audit_entry(
        &self,
        mut visit: impl FnMut(Entry) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut statement = self
            .conn
            .prepare("SELECT seq, at, actor, kind, subject, commitment, prev, hash FROM audit_entries ORDER BY seq")?;
        let mut rows = statement.query([])?;
        while let Some(r) = rows.next()? {
            visit(Entry {
                seq: r.get(0)?,
                at: r.get(1)?,
                actor: r.get(2)?,
                kind: r.get(3)?,
                subject: r.get(4)?,
                commitment: r.get(5)?,
                prev: r.get(6)?,
                hash: r.get(7)?,
            })?;
        }
        Ok(())
    }
}

impl Tx<'_> {
    /// Appends an entry. `subject` holds ids and counts only; `commitment` covers the content, behind a salt where it
    /// holds personal values.
    ///
    /// # Errors
    /// The database's.
    pub fn append_audit(
        &mut self,
        kind: &'static str,
        subject: &Value,
        commitment: [u8; 32],
        actor: &Actor,
        at: &Timestamp,
    ) -> Result<u64, StoreError> {
        let mut entries = AuditWrite::default();
        let seq = entries.append(self, kind, graph::canonical_json(subject), commitment, actor, at)?;
        entries.end(self.conn)?;
        Ok(seq)
    }
}

/// Entries on their way into the chain. Whoever begins one ends it before anything else appends.
pub(crate) struct AuditWrite(Insert<'static>);

impl Default for AuditWrite {
    fn default() -> Self {
        let head = "INSERT INTO audit_entries (seq, at, actor, kind, subject, commitment, prev, hash) VALUES";
        Self(Insert::new(head, 8))
    }
}

impl AuditWrite {
    /// Takes an entry; its subject is canonical JSON.
    pub(crate) fn append(
        &mut self,
        tx: &mut Tx<'_>,
        kind: &'static str,
        subject: String,
        commitment: [u8; 32],
        actor: &Actor,
        at: &Timestamp,
    ) -> Result<u64, StoreError> {
        let (seq, prev) = tx.audit_head().map_or((1, [0u8; 32]), |(seq, hash)| (seq + 1, hash));
        let entry = Entry {
            seq,
            at: at.0.clone(),
            actor: to_json("actor", actor)?,
            kind: kind.into(),
            subject,
            commitment: commitment.to_vec(),
            prev: prev.to_vec(),
            hash: Vec::new(),
        };
        let hash = entry.expected_hash();
        let row = [
            integer(seq),
            owned(entry.at),
            owned(entry.actor),
            text(kind),
            owned(entry.subject),
            bytes(&commitment),
            bytes(&prev),
            bytes(&hash),
        ];
        self.0.row(tx.conn, row)?;
        tx.set_audit_head(seq, hash);
        Ok(seq)
    }

    /// Writes what is left.
    pub(crate) fn end(self, conn: &Connection) -> Result<(), StoreError> {
        self.0.end(conn)
    }
}
