//! `crm_relationships`: links between records.

use std::collections::BTreeSet;

use contracts::{EntityId, EntityRef, Link};
use rusqlite::{OptionalExtension, Row, params};

use crate::many::{Insert, bytes, text};
use crate::{Reader, StoreError, Tx};

fn read(r: &Row<'_>) -> Result<Link, StoreError> {
    let side = |t: String, id| -> Result<EntityRef, StoreError> {
        Ok(EntityRef { entity: t.parse().map_err(StoreError::Damaged)?, id: EntityId(id) })
    };
    Ok(Link { kind: r.get(2)?, from: side(r.get(0)?, r.get(1)?)?, to: side(r.get(3)?, r.get(4)?)? })
}

impl Reader<'_> {
    pub(crate) fn link_exists(&self, link: &Link) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM crm_relationships WHERE from_id = ? AND kind = ? AND to_id = ?";
        Ok(self
            .conn
            .prepare_cached(sql)?
            .query_row(params![link.from.id.0, link.kind, link.to.id.0], |_| Ok(()))
            .optional()?
            .is_some())
    }

    /// Whether any link holds on to a record.
    pub(crate) fn is_linked(&self, id: EntityId) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM crm_relationships WHERE from_id = ?1)
            OR EXISTS (SELECT 1 FROM crm_relationships WHERE to_id = ?1)";
        Ok(self.conn.prepare_cached(sql)?.query_row([id.0], |r| r.get(0))?)
    }

    /// Every link from or to a record, in a stable order.
    ///
    /// # Errors
    /// The database's.
    pub fn links_of(&self, id: EntityId) -> Result<Vec<Link>, StoreError> {
        let sql = "SELECT from_type, from_id, kind, to_type, to_id FROM crm_relationships WHERE from_id = ?1
            UNION SELECT from_type, from_id, kind, to_type, to_id FROM crm_relationships WHERE to_id = ?1
            ORDER BY kind, from_id, to_id";
        self.conn.prepare_cached(sql)?.query_map([id.0], |r| Ok(read(r)))?.map(|r| r?).collect()
    }

    /// Every link of the graph, sorted.
    ///
    /// # Errors
    /// The database's.
    pub fn all_links(&self) -> Result<Vec<Link>, StoreError> {
        let sql =
            "SELECT from_type, from_id, kind, to_type, to_id FROM crm_relationships ORDER BY kind, from_id, to_id";
        self.conn.prepare_cached(sql)?.query_map([], |r| Ok(read(r)))?.map(|r| r?).collect()
    }
}

impl Tx<'_> {
    pub(crate) fn insert_links(&mut self, links: &BTreeSet<Link>) -> Result<(), StoreError> {
        let head = "INSERT OR FAIL INTO crm_relationships (from_type, from_id, kind, to_type, to_id) VALUES";
        let mut insert = Insert::new(head, 5);
        for link in links {
            let row = [
                text(link.from.entity.as_str()),
                bytes(link.from.id.0.as_bytes()),
                text(&link.kind),
                text(link.to.entity.as_str()),
                bytes(link.to.id.0.as_bytes()),
            ];
            insert.row(self.conn, row)?;
        }
        insert.end(self.conn)
    }

    pub(crate) fn delete_link(&mut self, link: &Link) -> Result<(), StoreError> {
        let sql = "DELETE FROM crm_relationships WHERE from_id = ? AND kind = ? AND to_id = ?";
        self.conn.prepare_cached(sql)?.execute(params![link.from.id.0, link.kind, link.to.id.0])?;
        Ok(())
    }
}
