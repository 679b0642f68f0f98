//! `workflow_missions` and their log: long work as job records (invariant 10).

use contracts::{Actor, ApiError, MissionId, MissionLine, Timestamp};
use rusqlite::{OptionalExtension, Row, params};
use serde_json::Value;

use crate::error::{from_json, to_json};
use crate::{Reader, StoreError, Tx};

/// A mission as stored. `running` says only that nobody wrote an end: whether somebody is at it, its lock tells.
#[derive(Clone, Debug)]
pub struct MissionRecord {
    /// The local key.
    pub mission: i64,
    /// The id.
    pub mission_id: MissionId,
    /// `import`, `approve`, `undo`…
    pub kind: String,
    /// What people call it.
    pub title: String,
    /// `running`, `done`, `failed`, `cancelled`.
    pub state: String,
    /// What was going on last.
    pub stage: String,
    /// How far.
    pub done: u64,
    /// Of how much; 0 while unknown.
    pub total: u64,
    /// How often it was begun.
    pub attempts: u32,
    /// Ids and file names it was given.
    pub input: Value,
    /// What came out.
    pub output: Value,
    /// Why it failed.
    pub error: Option<ApiError>,
    /// When it was first begun.
    pub created_at: Timestamp,
    /// Who began it.
    pub created_by: Actor,
    /// When it last said how far it was.
    pub updated_at: Timestamp,
}

const SELECT: &str =
    "SELECT mission, mission_id, kind, title, state, stage, done, total, attempts, input, output, error,
    created_at, created_by, updated_at FROM workflow_missions";

fn read(r: &Row<'_>) -> Result<MissionRecord, StoreError> {
    let json = |text: Option<String>| text.map(|t| from_json("mission", &t)).transpose();
    Ok(MissionRecord {
        mission: r.get(0)?,
        mission_id: MissionId(r.get(1)?),
        kind: r.get(2)?,
        title: r.get(3)?,
        state: r.get(4)?,
        stage: r.get(5)?,
        done: r.get(6)?,
        total: r.get(7)?,
        attempts: r.get(8)?,
        input: json(r.get(9)?)?.unwrap_or_default(),
        output: json(r.get(10)?)?.unwrap_or_default(),
        error: r.get::<_, Option<String>>(11)?.map(|t| from_json("mission", &t)).transpose()?,
        created_at: Timestamp(r.get(12)?),
        created_by: from_json("actor", &r.get::<_, String>(13)?)?,
        updated_at: Timestamp(r.get(14)?),
    })
}

impl Reader<'_> {
    /// A mission by its id.
    ///
    /// # Errors
    /// The database's.
    pub fn mission(&self, id: MissionId) -> Result<Option<MissionRecord>, StoreError> {
        let sql = format!("{SELECT} WHERE mission_id = ?");
        self.conn.prepare_cached(&sql)?.query_row([id.0], |r| Ok(read(r))).optional()?.transpose()
    }

    /// The newest missions first, at most so many.
    ///
    /// # Errors
    /// The database's.
    pub fn missions(&self, limit: u32) -> Result<Vec<MissionRecord>, StoreError> {
        let sql = format!("{SELECT} ORDER BY mission DESC LIMIT ?");
        self.conn.prepare_cached(&sql)?.query_map([limit], |r| Ok(read(r)))?.map(|r| r?).collect()
    }

    /// The newest mission of a kind.
    ///
    /// # Errors
    /// The database's.
    pub fn newest_mission(&self, kind: &str) -> Result<Option<MissionRecord>, StoreError> {
        let sql = format!("{SELECT} WHERE kind = ? ORDER BY mission DESC LIMIT 1");
        self.conn.prepare_cached(&sql)?.query_row([kind], |r| Ok(read(r))).optional()?.transpose()
    }

    /// A mission's log, oldest first.
    ///
    /// # Errors
    /// The database's.
    pub fn mission_log(&self, mission: i64) -> Result<Vec<MissionLine>, StoreError> {
        let mut statement =
            self.conn.prepare_cached("SELECT at, line FROM workflow_mission_log WHERE mission = ? ORDER BY seq")?;
        let rows = statement
            .query_map([mission], |r| Ok(MissionLine { at: Timestamp(r.get(0)?), line: r.get(1)? }))?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }
}

impl Tx<'_> {
    /// Opens a mission.
    ///
    /// # Errors
    /// The database's.
    pub fn insert_mission(
        &mut self,
        kind: &str,
        title: &str,
        input: &Value,
        actor: &Actor,
    ) -> Result<MissionId, StoreError> {
        let id = MissionId(self.new_id());
        let now = self.now().0;
        self.conn.execute(
            "INSERT INTO workflow_missions (mission_id, kind, title, state, stage, done, total, input, created_at,
                created_by, updated_at) VALUES (?, ?, ?, 'running', 'begun', 0, 0, ?, ?, ?, ?)",
            params![id.0, kind, title, input.to_string(), now, to_json("actor", actor)?, now],
        )?;
        self.log_mission(id, "Begun.")?;
        Ok(id)
    }

    /// Begins a mission again that was cut off, stopped or failed.
    ///
    /// # Errors
    /// The database's.
    pub fn resume_mission(&mut self, id: MissionId) -> Result<(), StoreError> {
        self.conn.execute(
            "UPDATE workflow_missions SET state = 'running', error = NULL, attempts = attempts + 1, updated_at = ?
             WHERE mission_id = ?",
            params![self.now().0, id.0],
        )?;
        self.log_mission(id, "Resumed.")
    }

    /// Says how far a mission is, in the transaction of the work itself: what a crash leaves is then exact.
    ///
    /// # Errors
    /// The database's.
    pub fn mission_progress(&mut self, id: MissionId, stage: &str, done: u64, total: u64) -> Result<(), StoreError> {
        self.conn
            .prepare_cached(
                "UPDATE workflow_missions SET stage = ?, done = ?, total = ?, updated_at = ? WHERE mission_id = ?",
            )?
            .execute(params![stage, done, total, self.now().0, id.0])?;
        Ok(())
    }

    /// Notes what a mission works on, once that is known.
    ///
    /// # Errors
    /// The database's.
    pub fn set_mission_input(&mut self, id: MissionId, input: &Value) -> Result<(), StoreError> {
        self.conn
            .execute("UPDATE workflow_missions SET input = ? WHERE mission_id = ?", params![input.to_string(), id.0])?;
        Ok(())
    }

    /// Ends a mission: `done`, `failed` or `cancelled`.
    ///
    /// # Errors
    /// The database's.
    pub fn end_mission(
        &mut self,
        id: MissionId,
        state: &str,
        output: &Value,
        error: Option<&ApiError>,
    ) -> Result<(), StoreError> {
        let error = error.map(|e| to_json("mission", e)).transpose()?;
        self.conn.execute(
            "UPDATE workflow_missions SET state = ?, output = ?, error = ?, updated_at = ? WHERE mission_id = ?",
            params![state, output.to_string(), error, self.now().0, id.0],
        )?;
        let line = match state {
            "done" => "Done.",
            "cancelled" => "Stopped by a person.",
            _ => "Failed.",
        };
        self.log_mission(id, line)
    }

    /// Appends a line to a mission's log. Lines are about the work: ids, counts, file names.
    ///
    /// # Errors
    /// The database's.
    pub fn log_mission(&mut self, id: MissionId, line: &str) -> Result<(), StoreError> {
        self.conn
            .prepare_cached(
                "INSERT INTO workflow_mission_log (mission, seq, at, line)
                 SELECT m.mission, coalesce((SELECT max(seq) FROM workflow_mission_log l WHERE l.mission = m.mission), 0) + 1,
                    ?2, ?3 FROM workflow_missions m WHERE m.mission_id = ?1",
            )?
            .execute(params![id.0, self.now().0, line])?;
        Ok(())
    }
}
