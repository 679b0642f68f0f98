//! Writing the terms of records: at once, or later in steps for work on many.

use contracts::{EntityId, EntityRef, EntityType};
use graph::Record;
use rusqlite::{Connection, OptionalExtension, params};
use search::Document;

use super::fields::fields_of;
use super::{Index, index_of};
use crate::many::{Insert, bytes, integer, text};
use crate::{Reader, StoreError, Tx};

/// A record's document.
#[derive(Clone, Copy, Debug)]
struct Doc {
    doc: i64,
    /// Its terms are still to be written.
    pending: bool,
    /// Terms of an earlier form stand in the index.
    stale: bool,
}

/// Documents of new records whose terms are written later, on their way.
pub(crate) struct NewDocs(Insert<'static>);

impl Default for NewDocs {
    fn default() -> Self {
        Self(Insert::new("INSERT OR FAIL INTO search_docs (entity_type, entity_id, pending) VALUES", 3))
    }
}

impl NewDocs {
    pub(crate) fn later(&mut self, conn: &Connection, entity: EntityRef) -> Result<(), StoreError> {
        self.0.row(conn, [text(entity.entity.as_str()), bytes(entity.id.0.as_bytes()), integer(1)])
    }

    pub(crate) fn end(self, conn: &Connection) -> Result<(), StoreError> {
        self.0.end(conn)
    }
}

impl Tx<'_> {
    pub(crate) fn store_search_doc(
        &mut self,
        entity: EntityRef,
        title: &str,
        record: &Record,
    ) -> Result<(), StoreError> {
        let later = self.indexes_later();
        let doc = match self.search_doc(entity.id)? {
            Some(at) => {
                if !at.pending || at.stale {
                    self.delete_terms(at.doc, entity.entity)?;
                }
                if at.pending != later || at.stale {
                    self.conn
                        .prepare_cached("UPDATE search_docs SET pending = ?, stale = 0 WHERE doc = ?")?
                        .execute(params![later, at.doc])?;
                }
                at.doc
            }
            None => {
                self.conn
                    .prepare_cached("INSERT INTO search_docs (entity_type, entity_id, pending) VALUES (?, ?, ?)")?
                    .execute(params![entity.entity.as_str(), entity.id.0, later])?;
                self.conn.last_insert_rowid()
            }
        };
        if later { Ok(()) } else { self.index(doc, entity.entity, title, record) }
    }

    fn delete_terms(&mut self, doc: i64, entity: EntityType) -> Result<(), StoreError> {
        let sql = match index_of(entity) {
            Some(Index::Terms) => "DELETE FROM search_terms WHERE rowid = ?",
            Some(Index::Talk) => "DELETE FROM search_talk WHERE rowid = ?",
            None => return Ok(()),
        };
        self.conn.prepare_cached(sql)?.execute([doc])?;
        Ok(())
    }

    fn index(&mut self, doc: i64, entity: EntityType, title: &str, record: &Record) -> Result<(), StoreError> {
        let Some(index) = index_of(entity).filter(|_| !record.archived) else { return Ok(()) };
        let document = Document::new(&fields_of(entity, title, record));
        match index {
            Index::Terms => {
                let sql = "INSERT INTO search_terms (rowid, name, contact, company, notes) VALUES (?, ?, ?, ?, ?)";
                self.conn.prepare_cached(sql)?.execute(params![
                    doc,
                    document.name,
                    document.contact,
                    document.company,
                    document.notes
                ])?;
            }
            Index::Talk => {
                self.conn
                    .prepare_cached("INSERT INTO search_talk (rowid, body) VALUES (?, ?)")?
                    .execute(params![doc, document.notes])?;
            }
        }
        self.note_words(document.words)
    }

    /// Writes the search terms of at most so many records that were left for later ([`Tx::index_later`]), oldest first;
    /// how many that were.
    ///
    /// # Errors
    /// The database's.
    pub fn index_pending(&mut self, limit: u32) -> Result<u64, StoreError> {
        let sql = "SELECT doc, entity_type, entity_id, stale FROM search_docs WHERE pending = 1 ORDER BY doc LIMIT ?";
        let found: Vec<(i64, String, uuid::Uuid, bool)> = self
            .conn
            .prepare_cached(sql)?
            .query_map([limit], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?)))?
            .collect::<Result<_, _>>()?;
        for (doc, entity, id, stale) in &found {
            let entity: EntityType = entity.parse().map_err(StoreError::Damaged)?;
            if *stale {
                self.delete_terms(*doc, entity)?;
            }
            if index_of(entity).is_some()
                && let Some(record) = self.record(EntityRef { entity, id: EntityId(*id) })?
            {
                self.index(*doc, entity, &graph::title(entity, &record.fields), &record)?;
            }
        }
        if let Some((last, ..)) = found.last() {
            self.conn
                .prepare_cached("UPDATE search_docs SET pending = 0, stale = 0 WHERE pending = 1 AND doc <= ?")?
                .execute([last])?;
        }
        Ok(found.len() as u64)
    }

    /// Has the terms of every record written anew, step by step ([`Tx::index_pending`]); until then each is found by the
    /// old ones.
    ///
    /// # Errors
    /// The database's.
    pub fn index_anew(&mut self) -> Result<(), StoreError> {
        self.conn.execute("UPDATE search_docs SET stale = 1 WHERE pending = 0", [])?;
        self.conn.execute("UPDATE search_docs SET pending = 1", [])?;
        self.forget_words()
    }

    pub(crate) fn drop_search_doc(&mut self, entity: EntityRef) -> Result<(), StoreError> {
        if let Some(at) = self.search_doc(entity.id)? {
            if !at.pending || at.stale {
                self.delete_terms(at.doc, entity.entity)?;
            }
            self.conn.prepare_cached("DELETE FROM search_docs WHERE doc = ?")?.execute([at.doc])?;
        }
        Ok(())
    }
}

impl Reader<'_> {
    fn search_doc(&self, id: EntityId) -> Result<Option<Doc>, StoreError> {
        Ok(self
            .conn
            .prepare_cached("SELECT doc, pending, stale FROM search_docs WHERE entity_id = ?")?
            .query_row([id.0], |r| Ok(Doc { doc: r.get(0)?, pending: r.get(1)?, stale: r.get(2)? }))
            .optional()?)
    }

    /// How many records stand in the graph that the search does not find yet, or by terms of an earlier form only.
    ///
    /// # Errors
    /// The database's.
    pub fn search_lag(&self) -> Result<u64, StoreError> {
        let sql = "SELECT count(*) FROM search_docs WHERE pending = 1";
        Ok(self.conn.prepare_cached(sql)?.query_row([], |r| r.get(0))?)
    }

    /// Whether records wait that are found by terms of an earlier form: their words may not be in the vocabulary. They are
    /// written anew oldest first, so that the first that wait tell.
    pub(super) fn search_stale(&self) -> Result<bool, StoreError> {
        let sql = "SELECT coalesce(max(stale), 0)
            FROM (SELECT stale FROM search_docs WHERE pending = 1 ORDER BY doc LIMIT 500)";
        Ok(self.conn.prepare_cached(sql)?.query_row([], |r| r.get(0))?)
    }

    /// Whether there is any such record: during an import of a million, they are not counted before each search.
    ///
    /// # Errors
    /// The database's.
    pub fn search_lags(&self) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM search_docs WHERE pending = 1)";
        Ok(self.conn.prepare_cached(sql)?.query_row([], |r| r.get(0))?)
    }
}
