//! `workflow_looks`: how far in the log of changes each user has looked, and what came after. Local bookkeeping.

use contracts::{Actor, EntityId, EntityRef, GroupId, Timestamp};
use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use crate::error::from_json;
use crate::table::deltas::StoredDelta;
use crate::{Reader, StoreError, Tx};

/// A change without its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeNote {
    /// The record.
    pub entity: EntityRef,
    /// Who.
    pub actor: Actor,
    /// Why: the kind of its cause.
    pub cause: String,
    /// The human action.
    pub group: GroupId,
    /// When.
    pub at: Timestamp,
}

/// Where a look at Today is noted.
fn place(about: Option<EntityId>) -> Uuid {
    about.map_or(Uuid::nil(), |id| id.0)
}

impl Reader<'_> {
    /// The position of the newest change; 0 in an empty log.
    ///
    /// # Errors
    /// The database's.
    pub fn newest_change(&self) -> Result<u64, StoreError> {
        let sql = "SELECT coalesce(max(delta), 0) FROM graph_deltas";
        Ok(self.conn.prepare_cached(sql)?.query_row([], |r| r.get(0))?)
    }

    /// How far a user had looked at a record, or at Today, and when.
    ///
    /// # Errors
    /// The database's.
    pub fn look(&self, user: &str, about: Option<EntityId>) -> Result<Option<(u64, Timestamp)>, StoreError> {
        let sql = "SELECT upto, at FROM workflow_looks WHERE entity_id = ? AND user = ?";
        Ok(self
            .conn
            .prepare_cached(sql)?
            .query_row(params![place(about), user], |r| Ok((r.get(0)?, Timestamp(r.get(1)?))))
            .optional()?)
    }

    /// The newest changes after a position, the newest first, without their values.
    ///
    /// # Errors
    /// The database's.
    pub fn changes_after(&self, after: u64, limit: u32) -> Result<Vec<ChangeNote>, StoreError> {
        let sql = "SELECT entity_type, entity_id, actor, json_extract(cause, '$.kind'), group_id, at
            FROM graph_deltas WHERE delta > ? ORDER BY delta DESC LIMIT ?";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query(params![after, limit])?;
        let mut out = Vec::new();
        while let Some(r) = rows.next()? {
            let entity: String = r.get(0)?;
            out.push(ChangeNote {
                entity: EntityRef { entity: entity.parse().map_err(StoreError::Damaged)?, id: EntityId(r.get(1)?) },
                actor: from_json("actor", &r.get::<_, String>(2)?)?,
                cause: r.get(3)?,
                group: GroupId(r.get(4)?),
                at: Timestamp(r.get(5)?),
            });
        }
        Ok(out)
    }

    /// Changes after a position of a record, of what is linked to it, and of links to it, the newest first, at most so
    /// many; and how many there are.
    ///
    /// # Errors
    /// The database's.
    pub fn changes_around(
        &self,
        id: EntityId,
        after: u64,
        limit: usize,
    ) -> Result<(Vec<StoredDelta>, u64), StoreError> {
        let sql = "WITH around (id) AS (SELECT ?1 UNION SELECT from_id FROM crm_relationships WHERE to_id = ?1
                UNION SELECT to_id FROM crm_relationships WHERE from_id = ?1 AND to_type = 'person')
            SELECT d.delta_id FROM graph_deltas d WHERE d.delta > ?2 AND (d.entity_id IN around OR d.other_id = ?1)
            ORDER BY d.delta DESC";
        let ids: Vec<Uuid> =
            self.conn.prepare_cached(sql)?.query_map(params![id.0, after], |r| r.get(0))?.collect::<Result<_, _>>()?;
        let mut found = Vec::new();
        for delta in ids.iter().take(limit) {
            found.extend(self.delta(contracts::DeltaId(*delta))?);
        }
        Ok((found, ids.len() as u64))
    }
}

impl Tx<'_> {
    /// Notes how far a user has looked; never back.
    ///
    /// # Errors
    /// The database's.
    pub fn note_look(&mut self, user: &str, about: Option<EntityId>, upto: u64) -> Result<(), StoreError> {
        let sql = "INSERT INTO workflow_looks (entity_id, user, upto, at) VALUES (?, ?, ?, ?)
            ON CONFLICT (entity_id, user) DO UPDATE SET upto = max(upto, excluded.upto), at = excluded.at";
        self.conn.prepare_cached(sql)?.execute(params![place(about), user, upto, self.now().0])?;
        Ok(())
    }
}
