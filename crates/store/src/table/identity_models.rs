//! `identity_models` and `identity_plans`: frozen models, and which of them a plan was weighed with.

use rusqlite::{OptionalExtension, params};

use crate::{Reader, StoreError, Tx};

/// A frozen model.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredModel {
    /// Its number.
    pub model: i64,
    /// The version of features and model.
    pub version: String,
    /// How many people there were.
    pub people: u64,
    /// How common values are, as JSON of the engine's own form.
    pub counts: String,
    /// How many decisions had been made.
    pub labels: u64,
    /// What they taught, as JSON of the engine's own form.
    pub calibration: Option<String>,
}

/// What a plan was weighed with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanBasis {
    /// The version of features and model.
    pub version: String,
    /// The model, if there was one.
    pub model: Option<i64>,
    /// How many people there were in the graph.
    pub people: u64,
}

fn read(r: &rusqlite::Row<'_>) -> rusqlite::Result<StoredModel> {
    Ok(StoredModel {
        model: r.get(0)?,
        version: r.get(1)?,
        people: r.get(2)?,
        counts: r.get(3)?,
        labels: r.get(4)?,
        calibration: r.get(5)?,
    })
}

impl Reader<'_> {
    /// The newest model of a version.
    ///
    /// # Errors
    /// The database's.
    pub fn newest_model(&self, version: &str) -> Result<Option<StoredModel>, StoreError> {
        let sql = "SELECT model, version, people, counts, labels, calibration FROM identity_models
            WHERE version = ? ORDER BY model DESC LIMIT 1";
        Ok(self.conn.prepare_cached(sql)?.query_row([version], read).optional()?)
    }

    /// The number of the newest model of a version: to ask whether it is still the one at hand.
    ///
    /// # Errors
    /// The database's.
    pub fn newest_model_number(&self, version: &str) -> Result<Option<i64>, StoreError> {
        let sql = "SELECT max(model) FROM identity_models WHERE version = ?";
        Ok(self.conn.prepare_cached(sql)?.query_row([version], |r| r.get(0))?)
    }

    /// A model by its number.
    ///
    /// # Errors
    /// The database's.
    pub fn identity_model(&self, model: i64) -> Result<Option<StoredModel>, StoreError> {
        let sql = "SELECT model, version, people, counts, labels, calibration FROM identity_models WHERE model = ?";
        Ok(self.conn.prepare_cached(sql)?.query_row([model], read).optional()?)
    }

    /// What a plan was weighed with; none for one that knew exact keys alone.
    ///
    /// # Errors
    /// The database's.
    pub fn plan_basis(&self, import: i64, plan: i64) -> Result<Option<PlanBasis>, StoreError> {
        let sql = "SELECT version, model, people FROM identity_plans WHERE import = ? AND plan = ?";
        Ok(self
            .conn
            .prepare_cached(sql)?
            .query_row([import, plan], |r| Ok(PlanBasis { version: r.get(0)?, model: r.get(1)?, people: r.get(2)? }))
            .optional()?)
    }
}

impl Tx<'_> {
    /// Keeps a frozen model; its number.
    ///
    /// # Errors
    /// The database's.
    pub fn insert_model(&mut self, m: &StoredModel) -> Result<i64, StoreError> {
        let sql = "INSERT INTO identity_models (version, people, counts, labels, calibration) VALUES (?, ?, ?, ?, ?)";
        self.conn.prepare_cached(sql)?.execute(params![m.version, m.people, m.counts, m.labels, m.calibration])?;
        Ok(self.conn.last_insert_rowid())
    }

    /// Notes what a plan is weighed with; what was noted first stays.
    ///
    /// # Errors
    /// The database's.
    pub fn insert_plan_basis(&mut self, import: i64, plan: i64, of: &PlanBasis) -> Result<(), StoreError> {
        let sql = "INSERT OR IGNORE INTO identity_plans (import, plan, version, model, people) VALUES (?, ?, ?, ?, ?)";
        self.conn.prepare_cached(sql)?.execute(params![import, plan, of.version, of.model, of.people])?;
        Ok(())
    }
}
