//! The feed of what was committed, read off the audit chain, and the send cursor over the delta log (R141; `sync.md`).

use contracts::{ChangeEvent, EntityId, EntityRef, GroupId, SyncStatus, Timestamp};
use rusqlite::{OptionalExtension, params};
use serde_json::Value;
use uuid::Uuid;

use crate::error::from_json;
use crate::{Reader, StoreError, Tx};

/// Records named with one event at most: a reader of an undo of a million rows asks for the rest itself.
const MAX_ENTITIES: u32 = 1000;

impl Reader<'_> {
    /// What was committed after position `after`, oldest first.
    ///
    /// # Errors
    /// The database's.
    pub fn changes(&self, after: u64, limit: u32) -> Result<Vec<ChangeEvent>, StoreError> {
        let rows: Vec<(u64, String, String, String, String)> = self
            .conn
            .prepare_cached(
                "SELECT seq, at, actor, kind, subject FROM audit_entries WHERE seq > ? ORDER BY seq LIMIT ?",
            )?
            .query_map(params![after, limit], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?)))?
            .collect::<Result<_, _>>()?;
        rows.into_iter()
            .map(|(seq, at, actor, kind, subject)| {
                let subject: Value = from_json("audit entry", &subject)?;
                let group = subject.get("group").and_then(Value::as_str).and_then(|g| Uuid::parse_str(g).ok());
                let entities = match group.filter(|_| kind == "deltas") {
                    Some(group) => self.entities_of_group(GroupId(group))?,
                    None => Vec::new(),
                };
                Ok(ChangeEvent { seq, at: Timestamp(at), actor: from_json("actor", &actor)?, kind, subject, entities })
            })
            .collect()
    }

    /// The records that a group's deltas stand on, at most a thousand, sorted.
    ///
    /// # Errors
    /// The database's.
    pub fn entities_of_group(&self, group: GroupId) -> Result<Vec<EntityRef>, StoreError> {
        let sql = "SELECT DISTINCT entity_type, entity_id FROM graph_deltas WHERE group_id = ? ORDER BY 1, 2 LIMIT ?";
        self.conn
            .prepare_cached(sql)?
            .query_map(params![group.0, MAX_ENTITIES], |r| Ok((r.get::<_, String>(0)?, EntityId(r.get(1)?))))?
            .map(|r| {
                let (entity, id) = r?;
                Ok(EntityRef { entity: entity.parse().map_err(StoreError::Damaged)?, id })
            })
            .collect()
    }

    /// How much of this device's log the origin has acknowledged. The log past the cursor is the outbox.
    ///
    /// # Errors
    /// The database's.
    pub fn send_cursor(&self, device: Uuid, epoch: u32) -> Result<SyncStatus, StoreError> {
        let cursor: u64 = self
            .conn
            .prepare_cached("SELECT acked_n FROM sync_cursor WHERE epoch = ?")?
            .query_row([epoch], |r| r.get(0))
            .optional()?
            .unwrap_or(0);
        let sql = "SELECT coalesce(max(n), 0) FROM graph_deltas WHERE device = ? AND epoch = ?";
        let high_water: u64 = self.conn.prepare_cached(sql)?.query_row(params![device, epoch], |r| r.get(0))?;
        // Numbers are contiguous per epoch, so differences count deltas.
        Ok(SyncStatus {
            pending: high_water.saturating_sub(cursor),
            acked: cursor,
            conflicts: 0,
            quarantined: 0,
            cursor,
            high_water,
        })
    }

    /// The next groups to send, whole, oldest first: those whose deltas lie past the cursor, until `limit` deltas are
    /// reached; a group larger than that comes alone.
    ///
    /// # Errors
    /// The database's.
    pub fn unsent_groups(&self, device: Uuid, epoch: u32, limit: u32) -> Result<Vec<(GroupId, u64)>, StoreError> {
        let cursor = self.send_cursor(device, epoch)?.cursor;
        let sql = "SELECT group_id, max(n) FROM graph_deltas WHERE device = ? AND epoch = ? AND n > ?
            GROUP BY group_id ORDER BY min(n)";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query(params![device, epoch, cursor])?;
        let mut out: Vec<(GroupId, u64)> = Vec::new();
        while let Some(r) = rows.next()? {
            let (group, last): (Uuid, u64) = (r.get(0)?, r.get(1)?);
            if !out.is_empty() && last.saturating_sub(cursor) > u64::from(limit) {
                break;
            }
            out.push((GroupId(group), last));
        }
        Ok(out)
    }
}

impl Tx<'_> {
    /// Moves the send cursor of this epoch: only forward, never past the log, only to the end of a group.
    ///
    /// # Errors
    /// [`StoreError::Cursor`] for a position that is none of these; the database's.
    pub fn acknowledge(&mut self, n: u64) -> Result<(), StoreError> {
        let (device, epoch) = self.device();
        let status = self.send_cursor(device, epoch)?;
        let sql = "SELECT NOT EXISTS (SELECT 1 FROM graph_deltas a JOIN graph_deltas b USING (group_id)
            WHERE a.device = ?1 AND a.epoch = ?2 AND a.n = ?3 AND b.device = ?1 AND b.epoch = ?2 AND b.n = ?3 + 1)";
        let whole: bool = self.conn.query_row(sql, params![device, epoch, n], |r| r.get(0))?;
        if n < status.cursor || n > status.high_water || !whole {
            return Err(StoreError::Cursor);
        }
        self.conn.execute(
            "INSERT INTO sync_cursor (epoch, acked_n) VALUES (?, ?) ON CONFLICT (epoch) DO UPDATE SET acked_n = excluded.acked_n",
            params![epoch, n],
        )?;
        Ok(())
    }
}
