//! `workflow_imports`: one run over a batch.

use contracts::{
    Actor, BatchId, EntityType, ImportId, ImportState, RawImportBatch, RowCounts, SetAside, SourceProfileRef, Timestamp,
};
use rusqlite::{OptionalExtension, Row, params};

use crate::error::{from_json, to_json};
use crate::{Reader, StoreError, Tx};

/// An import to record.
#[derive(Clone, Debug)]
pub struct NewImport {
    /// Its id.
    pub import_id: ImportId,
    /// Local key of its batch.
    pub batch: i64,
    /// Who.
    pub created_by: Actor,
    /// The file's name this time.
    pub file_name: String,
    /// What one row describes.
    pub row_entity: EntityType,
    /// What the file looks like.
    pub profile: SourceProfileRef,
    /// Rows by shape.
    pub rows: RowCounts,
    /// Records that are not data rows.
    pub set_aside: Vec<SetAside>,
    /// The import that stands with the same bytes.
    pub duplicate_of: Option<ImportId>,
}

/// An import as stored.
#[derive(Clone, Debug)]
pub struct ImportRecord {
    /// The local key.
    pub import: i64,
    /// The id.
    pub import_id: ImportId,
    /// Local key of the batch.
    pub batch: i64,
    /// The batch's id.
    pub batch_id: BatchId,
    /// Size of the file.
    pub bytes: u64,
    /// Where it stands.
    pub state: ImportState,
    /// The newest step.
    pub step: i64,
    /// The step of the plan in force.
    pub plan: i64,
    /// When.
    pub created_at: Timestamp,
    /// Who.
    pub created_by: Actor,
    /// The file's name.
    pub file_name: String,
    /// What one row describes.
    pub row_entity: EntityType,
    /// What the file looks like.
    pub profile: SourceProfileRef,
    /// Rows by shape.
    pub rows: RowCounts,
    /// Records that are not data rows.
    pub set_aside: Vec<SetAside>,
    /// The import that stood with the same bytes.
    pub duplicate_of: Option<ImportId>,
}

const SELECT: &str = "SELECT i.import, i.import_id, i.batch, b.batch_id, b.byte_len, i.state, i.step, i.plan,
    i.created_at, i.created_by, i.file_name, i.row_entity, i.profile, i.rows, i.set_aside, i.duplicate_of
    FROM workflow_imports i JOIN raw_import_batches b USING (batch)";

pub(crate) fn state_name(state: ImportState) -> &'static str {
    match state {
        ImportState::Staging => "staging",
        ImportState::Proposed => "proposed",
        ImportState::Committing => "committing",
        ImportState::Committed => "committed",
        ImportState::Undoing => "undoing",
        ImportState::Undone => "undone",
    }
}

fn read(r: &Row<'_>) -> Result<ImportRecord, StoreError> {
    let state: String = r.get(5)?;
    let entity: String = r.get(11)?;
    Ok(ImportRecord {
        import: r.get(0)?,
        import_id: ImportId(r.get(1)?),
        batch: r.get(2)?,
        batch_id: BatchId(r.get(3)?),
        bytes: r.get(4)?,
        state: match state.as_str() {
            "staging" => ImportState::Staging,
            "proposed" => ImportState::Proposed,
            "committing" => ImportState::Committing,
            "committed" => ImportState::Committed,
            "undoing" => ImportState::Undoing,
            _ => ImportState::Undone,
        },
        step: r.get(6)?,
        plan: r.get(7)?,
        created_at: Timestamp(r.get(8)?),
        created_by: from_json("actor", &r.get::<_, String>(9)?)?,
        file_name: r.get(10)?,
        row_entity: entity.parse().map_err(StoreError::Damaged)?,
        profile: from_json("profile", &r.get::<_, String>(12)?)?,
        rows: from_json("row counts", &r.get::<_, String>(13)?)?,
        set_aside: from_json("set-aside records", &r.get::<_, String>(14)?)?,
        duplicate_of: r.get::<_, Option<uuid::Uuid>>(15)?.map(ImportId),
    })
}

impl Reader<'_> {
    /// An import by its id.
    ///
    /// # Errors
    /// The database's.
    pub fn import(&self, id: ImportId) -> Result<Option<ImportRecord>, StoreError> {
        let sql = format!("{SELECT} WHERE i.import_id = ?");
        self.conn.prepare_cached(&sql)?.query_row([id.0], |r| Ok(read(r))).optional()?.transpose()
    }

    /// An import by its local key.
    ///
    /// # Errors
    /// The database's.
    pub fn import_by_key(&self, import: i64) -> Result<Option<ImportRecord>, StoreError> {
        let sql = format!("{SELECT} WHERE i.import = ?");
        self.conn.prepare_cached(&sql)?.query_row([import], |r| Ok(read(r))).optional()?.transpose()
    }

    /// Every import, newest first.
    ///
    /// # Errors
    /// The database's.
    pub fn imports(&self) -> Result<Vec<ImportRecord>, StoreError> {
        let sql = format!("{SELECT} ORDER BY i.import DESC");
        self.conn.prepare_cached(&sql)?.query_map([], |r| Ok(read(r)))?.map(|r| r?).collect()
    }

    /// The import that stands (not undone, not itself a repetition) over a batch, newest first.
    ///
    /// # Errors
    /// The database's.
    pub fn standing_import(&self, batch: i64) -> Result<Option<ImportRecord>, StoreError> {
        let sql = format!(
            "{SELECT} WHERE i.batch = ? AND i.state <> 'undone' AND i.duplicate_of IS NULL ORDER BY i.import DESC LIMIT 1"
        );
        self.conn.prepare_cached(&sql)?.query_row([batch], |r| Ok(read(r))).optional()?.transpose()
    }

    /// The newest import over a batch, whatever became of it.
    ///
    /// # Errors
    /// The database's.
    pub fn import_of(&self, batch: i64) -> Result<Option<ImportId>, StoreError> {
        let sql = "SELECT import_id FROM workflow_imports WHERE batch = ? ORDER BY import DESC LIMIT 1";
        Ok(self.conn.prepare_cached(sql)?.query_row([batch], |r| Ok(ImportId(r.get(0)?))).optional()?)
    }

    /// The import that stands over the same bytes in another reading, newest first.
    ///
    /// # Errors
    /// The database's.
    pub fn standing_beside(&self, sha256: &str, batch: Option<i64>) -> Result<Option<ImportRecord>, StoreError> {
        let sql = format!(
            "{SELECT} WHERE b.sha256 = ?1 AND b.batch IS NOT ?2 AND i.state <> 'undone' AND i.duplicate_of IS NULL
             ORDER BY i.import DESC LIMIT 1"
        );
        self.conn.prepare_cached(&sql)?.query_row(params![sha256, batch], |r| Ok(read(r))).optional()?.transpose()
    }

    /// How many imports wait for approval.
    ///
    /// # Errors
    /// The database's.
    pub fn imports_waiting(&self) -> Result<u64, StoreError> {
        let sql = "SELECT count(*) FROM workflow_imports
            WHERE state IN ('proposed', 'committing') AND duplicate_of IS NULL";
        Ok(self.conn.prepare_cached(sql)?.query_row([], |r| r.get(0))?)
    }
}

impl Tx<'_> {
    /// Records an import and its audit entry, which commits to the batch's bytes.
    ///
    /// # Errors
    /// The database's.
    pub fn insert_import(&mut self, new: &NewImport, batch: &RawImportBatch) -> Result<i64, StoreError> {
        let now = self.now();
        self.conn.execute(
            "INSERT INTO workflow_imports (import_id, batch, state, created_at, created_by, file_name, row_entity,
                profile, rows, set_aside, duplicate_of) VALUES (?, ?, 'proposed', ?, ?, ?, ?, ?, ?, ?, ?)",
            params![
                new.import_id.0,
                new.batch,
                now.0,
                to_json("actor", &new.created_by)?,
                new.file_name,
                new.row_entity.as_str(),
                to_json("profile", &new.profile)?,
                to_json("row counts", &new.rows)?,
                to_json("set-aside records", &new.set_aside)?,
                new.duplicate_of.map(|d| d.0),
            ],
        )?;
        let import = self.conn.last_insert_rowid();
        let subject = serde_json::json!({
            "import": new.import_id.to_string(), "batch": batch.batch_id.to_string(), "rows": new.rows.total,
        });
        let commitment = graph::commitment("velocity/batch/1", &[batch.sha256.as_bytes()]);
        self.append_audit("import", &subject, commitment, &new.created_by, &now)?;
        Ok(import)
    }

    /// Moves an import to another state.
    ///
    /// # Errors
    /// The database's.
    pub fn set_import_state(&mut self, import: i64, state: ImportState) -> Result<(), StoreError> {
        self.conn
            .execute("UPDATE workflow_imports SET state = ? WHERE import = ?", params![state_name(state), import])?;
        Ok(())
    }

    /// Opens the next step of an import and returns its number; `plan` makes it the plan in force.
    ///
    /// # Errors
    /// The database's.
    pub fn next_step(&mut self, import: i64, plan: bool) -> Result<i64, StoreError> {
        let sql = "UPDATE workflow_imports SET step = step + 1, plan = CASE WHEN ? THEN step + 1 ELSE plan END
            WHERE import = ? RETURNING step";
        Ok(self.conn.query_row(sql, params![plan, import], |r| r.get(0))?)
    }

    /// A person's choice changed what one row describes.
    ///
    /// # Errors
    /// The database's.
    pub fn set_row_entity(&mut self, import: i64, entity: EntityType) -> Result<(), StoreError> {
        self.conn
            .execute("UPDATE workflow_imports SET row_entity = ? WHERE import = ?", params![entity.as_str(), import])?;
        Ok(())
    }
}
