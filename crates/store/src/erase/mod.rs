//! Erasure: the one recorded exception to immutability (`contracts.md`, "Immutable, and yet erasable by law").
//!
//! What is to go is planned by the caller ([`ErasureWrite`]); here it goes, in one transaction: canonical rows, values
//! and salts of history, proposals, notes of decisions, raw bytes, search terms, mentions elsewhere. The log, the
//! decisions and the audit chain stand, with commitments that nobody can trace back to a value. Files that can't be part
//! of a transaction are cleaned after it ([`crate::Store::clean_erasures`]), at the next start if need be.

mod clean;
mod rows;
mod scrub;
mod words;

pub use clean::{Cleaned, EXPORTS};

use std::collections::{BTreeMap, BTreeSet};

use contracts::{Actor, ApprovalDecision, EntityId, EntityRef, EntityType, ErasureId, ErasureReport};
use graph::Record;
use rusqlite::{OptionalExtension, params};
use serde_json::Value;
use uuid::Uuid;

use crate::codec::blob;
use crate::error::{from_json, to_json};
use crate::{Reader, StoreError, Tx};

/// What stands in place of a sentence that quoted an erased value.
const ERASED: &str = "Erased.";

/// What an erasure takes.
#[derive(Clone, Debug, Default)]
pub struct ErasureWrite {
    /// Records that go, with everything ever said of them.
    pub gone: BTreeSet<EntityRef>,
    /// Records that stay without these fields, now and in their history.
    pub thinned: BTreeMap<EntityRef, BTreeSet<String>>,
    /// Raw rows that are blanked, by local key of their batch.
    pub rows: BTreeMap<i64, BTreeSet<u64>>,
    /// Rows of the same bytes in other readings, by local key of their batch, that overlap with those: what was made of
    /// them goes; their other bytes may be somebody else's and stay.
    pub beside: BTreeMap<i64, BTreeSet<u64>>,
    /// By local key of a batch: records beside its data, as they are listed, that are one of the blanked rows.
    pub aside: BTreeMap<i64, BTreeSet<String>>,
    /// Batches whose header is one of the blanked rows.
    pub headers: BTreeSet<i64>,
    /// Texts that name the person: sentences elsewhere that quote one are blanked.
    pub texts: BTreeSet<String>,
    /// Cells of the blanked rows: samples of columns that are one of them go.
    pub cells: BTreeSet<String>,
}

/// An erasure as recorded.
#[derive(Clone, Debug)]
pub struct ErasureRecord {
    /// Its id.
    pub erasure_id: ErasureId,
    /// The person.
    pub entity: EntityRef,
    /// When.
    pub at: String,
    /// By whom.
    pub actor: Actor,
    /// Why.
    pub reason: String,
    /// Whether the files are clean.
    pub clean: bool,
}

impl Reader<'_> {
    /// Raw rows that a record rests on or may rest on: those whose proposals name it, applied or not, in any import.
    ///
    /// # Errors
    /// The database's.
    pub fn rows_naming(&self, id: EntityId) -> Result<Vec<(i64, u64)>, StoreError> {
        let sql =
            "SELECT DISTINCT i.batch, p.row_number FROM workflow_proposals p JOIN workflow_imports i USING (import)
            WHERE p.row_number IS NOT NULL AND (p.entity_id = ?1
                OR p.proposal IN (SELECT proposal FROM workflow_proposal_refs WHERE entity_id = ?1))";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([id.0], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<Result<_, _>>()?;
        Ok(rows)
    }

    /// Records that a raw row was ever proposed to make or change, in any import of its batch.
    ///
    /// # Errors
    /// The database's.
    pub fn named_by_row(&self, batch: i64, row: u64) -> Result<Vec<EntityRef>, StoreError> {
        let sql = "SELECT DISTINCT p.entity_type, p.entity_id FROM workflow_proposals p
            JOIN workflow_imports i USING (import) WHERE i.batch = ? AND p.row_number = ? ORDER BY 1, 2";
        refs(&mut self.conn.prepare_cached(sql)?, params![batch, row])
    }

    /// Records that were ever linked to this one from their side.
    ///
    /// # Errors
    /// The database's.
    pub fn ever_linked_to(&self, id: EntityId) -> Result<Vec<EntityRef>, StoreError> {
        let sql = "SELECT DISTINCT entity_type, entity_id FROM graph_deltas
            WHERE other_id = ? AND op IN ('link', 'unlink') ORDER BY 1, 2";
        refs(&mut self.conn.prepare_cached(sql)?, params![id.0])
    }

    /// Whether the gate that lets an erasure through the append-only triggers stands open outside of one.
    ///
    /// # Errors
    /// The database's.
    pub fn erasure_gate_is_open(&self) -> Result<bool, StoreError> {
        Ok(self.conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM erasure_gate)")?.query_row([], |r| r.get(0))?)
    }

    /// Whether an erasure blanked a raw row.
    ///
    /// # Errors
    /// The database's.
    pub fn is_erased(&self, batch: i64, row: u64) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM erasure_rows WHERE batch = ? AND row_number = ?)";
        Ok(self.conn.prepare_cached(sql)?.query_row(params![batch, row], |r| r.get(0))?)
    }

    /// Whether an erasure wrote segments of a batch anew, and what they are now is what the last one left.
    ///
    /// # Errors
    /// The database's.
    pub fn erased_segments(&self, batch: i64) -> Result<bool, StoreError> {
        let sql = "SELECT count(*) > 0 AND sum(s.sha256 <> e.new_sha256) = 0
            FROM erasure_segments e JOIN raw_import_segments s USING (segment)
            WHERE s.batch = ?1
                -- A later reading of the same bytes began with what earlier erasures had left of them.
                AND e.batch = (SELECT min(o.batch) FROM raw_import_batches o JOIN raw_import_batches b USING (sha256)
                    WHERE b.batch = ?1)
                AND e.erasure = (SELECT max(erasure) FROM erasure_segments l
                    WHERE l.batch = e.batch AND l.segment = e.segment)";
        Ok(self.conn.prepare_cached(sql)?.query_row([batch], |r| Ok(r.get::<_, Option<bool>>(0)?.unwrap_or(false)))?)
    }

    /// Every erasure, oldest first.
    ///
    /// # Errors
    /// The database's.
    pub fn erasures(&self) -> Result<Vec<ErasureRecord>, StoreError> {
        let sql = "SELECT erasure_id, entity_type, entity_id, at, actor, reason, clean FROM erasures ORDER BY erasure";
        self.conn
            .prepare_cached(sql)?
            .query_map([], |r| {
                Ok((
                    (r.get::<_, Uuid>(0)?, r.get::<_, String>(1)?, r.get::<_, Uuid>(2)?),
                    (r.get(3)?, r.get::<_, String>(4)?, r.get(5)?, r.get(6)?),
                ))
            })?
            .map(|row| {
                let ((id, entity, of), (at, actor, reason, clean)) = row?;
                let entity: EntityType = entity.parse().map_err(StoreError::Damaged)?;
                Ok(ErasureRecord {
                    erasure_id: ErasureId(id),
                    entity: EntityRef { entity, id: EntityId(of) },
                    at,
                    actor: from_json("actor", &actor)?,
                    reason,
                    clean,
                })
            })
            .collect()
    }

    /// Whether an erasure took the values of this delta, decision or proposal.
    pub(crate) fn is_marked(&self, what: &str, id: Uuid) -> Result<bool, StoreError> {
        Ok(self
            .conn
            .prepare_cached("SELECT 1 FROM erasure_marks WHERE what = ? AND id = ?")?
            .query_row(params![what, id], |_| Ok(()))
            .optional()?
            .is_some())
    }

    /// What the audit entry of an erasure must commit to: its report and everything it marked.
    pub(crate) fn erasure_commitment(&self, id: Uuid) -> Result<Option<[u8; 32]>, StoreError> {
        let sql = "SELECT erasure, report, reason FROM erasures WHERE erasure_id = ?";
        let found: Option<(i64, String, String)> =
            self.conn.prepare_cached(sql)?.query_row([id], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?))).optional()?;
        found.map(|(key, report, reason)| self.commitment_of(key, &report, &reason)).transpose()
    }

    fn commitment_of(&self, key: i64, report: &str, reason: &str) -> Result<[u8; 32], StoreError> {
        let sql = "SELECT what, id FROM erasure_marks WHERE erasure = ? ORDER BY what, id";
        let mut marks = Vec::new();
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([key])?;
        while let Some(r) = rows.next()? {
            marks.extend(r.get::<_, String>(0)?.into_bytes());
            marks.extend(r.get::<_, Uuid>(1)?.as_bytes());
        }
        Ok(graph::commitment("velocity/erasure/1", &[report.as_bytes(), reason.as_bytes(), &marks]))
    }
}

fn refs(
    statement: &mut rusqlite::CachedStatement<'_>,
    params: impl rusqlite::Params,
) -> Result<Vec<EntityRef>, StoreError> {
    statement
        .query_map(params, |r| Ok((r.get::<_, String>(0)?, EntityId(r.get(1)?))))?
        .map(|r| {
            let (entity, id) = r?;
            Ok(EntityRef { entity: entity.parse().map_err(StoreError::Damaged)?, id })
        })
        .collect()
}

/// What is marked so far.
#[derive(Default)]
struct Marks {
    deltas: BTreeSet<Uuid>,
    decisions: BTreeSet<Uuid>,
    proposals: BTreeSet<Uuid>,
}

impl Tx<'_> {
    /// Erases, and records that it did. The files follow in [`crate::Store::clean_erasures`].
    ///
    /// # Errors
    /// The database's and the blobs'; the caller lets the transaction fall, so nothing is erased then.
    pub fn erase(
        &mut self,
        entity: EntityRef,
        what: &ErasureWrite,
        reason: &str,
        actor: &Actor,
    ) -> Result<ErasureReport, StoreError> {
        let id = ErasureId(self.new_id());
        let now = self.now();
        // The row comes first, so that the gate may refer to it; its report is set while the gate is open.
        self.conn.execute(
            "INSERT INTO erasures (erasure_id, entity_type, entity_id, at, actor, reason, report, clean)
             VALUES (?, ?, ?, ?, ?, ?, '{}', 0)",
            params![id.0, entity.entity.as_str(), entity.id.0, now.0, to_json("actor", actor)?, reason],
        )?;
        let key = self.conn.last_insert_rowid();
        self.conn.execute("INSERT INTO erasure_gate (erasure) VALUES (?)", [key])?;
        self.texts_to_find(what)?;
        let mut marks = Marks::default();
        let changes = self.erase_history(what, &mut marks)?;
        let proposals = self.erase_proposals(what, &mut marks, actor)?;
        let decisions = self.erase_decisions(&mut marks)?;
        for (at, fields) in &what.thinned {
            if let Some(mut record) = self.record(*at)? {
                record.fields.retain(|name, _| !fields.contains(name));
                self.conn.execute("DELETE FROM crm_contact_points WHERE entity_id = ?", [at.id.0])?;
                self.store_record(*at, Some(&record))?;
                if at.entity == EntityType::Person {
                    self.identity_is_stale(at.id)?;
                }
            }
        }
        for at in &what.gone {
            self.erase_record(*at)?;
        }
        self.erase_headers(what)?;
        let segments = rows::blank(self, key, &what.rows)?;
        let mentions = self.erase_mentions(what)?;
        for (name, ids) in [("delta", &marks.deltas), ("decision", &marks.decisions), ("proposal", &marks.proposals)] {
            for id in ids {
                self.conn
                    .prepare_cached("INSERT OR IGNORE INTO erasure_marks (what, id, erasure) VALUES (?, ?, ?)")?
                    .execute(params![name, id, key])?;
            }
        }
        let report = ErasureReport {
            erasure_id: id,
            entity,
            records: what.gone.iter().copied().collect(),
            thinned: what.thinned.keys().copied().collect(),
            changes,
            proposals,
            decisions,
            rows: what.rows.values().map(|r| r.len() as u64).sum(),
            segments,
            mentions,
            exports_deleted: 0,
            exports_elsewhere: Vec::new(),
            clean: false,
        };
        let text = graph::canonical_json(&serde_json::json!(report));
        self.conn.execute("UPDATE erasures SET report = ? WHERE erasure = ?", params![text, key])?;
        self.conn.execute("DELETE FROM erasure_gate", [])?;
        self.conn.execute("DELETE FROM temp.erased_texts", [])?;
        let commitment = self.commitment_of(key, &text, reason)?;
        let subject = serde_json::json!({ "erasure": id.to_string() });
        self.append_audit("erasure", &subject, commitment, actor, &now)?;
        Ok(report)
    }

    /// The texts to look for, where SQL can join with them. Temporary tables live in memory.
    fn texts_to_find(&mut self, what: &ErasureWrite) -> Result<(), StoreError> {
        self.conn.execute_batch(
            "CREATE TEMP TABLE IF NOT EXISTS erased_texts (text TEXT PRIMARY KEY) STRICT;
             DELETE FROM temp.erased_texts;",
        )?;
        for text in &what.texts {
            self.conn.execute("INSERT OR IGNORE INTO temp.erased_texts (text) VALUES (?)", [text])?;
        }
        Ok(())
    }

    /// Values and salts of everything ever said of the records that go, and of links that led to them; for those that
    /// are thinned only what is said of the fields that go.
    fn erase_history(&mut self, what: &ErasureWrite, marks: &mut Marks) -> Result<u64, StoreError> {
        let mut keys: BTreeMap<i64, Uuid> = BTreeMap::new();
        for at in &what.gone {
            let sql = "SELECT delta, delta_id FROM graph_deltas WHERE entity_id = ?1
                UNION SELECT delta, delta_id FROM graph_deltas
                    WHERE other_id = ?1 AND op IN ('link', 'unlink', 'merge', 'unmerge')";
            let mut statement = self.conn.prepare_cached(sql)?;
            let found = statement.query_map([at.id.0], |r| Ok((r.get(0)?, r.get(1)?)))?;
            keys.extend(found.collect::<Result<Vec<(i64, Uuid)>, _>>()?);
        }
        for (key, id) in &keys {
            let n = self.conn.prepare_cached("DELETE FROM graph_delta_values WHERE delta = ?")?.execute([key])?;
            if n > 0 {
                marks.deltas.insert(*id);
            }
        }
        for (at, fields) in &what.thinned {
            for d in self.deltas_of(at.id)? {
                let mut kept = d.mutation.changes.clone();
                kept.retain(|c| !fields.contains(&c.field));
                if kept.len() == d.mutation.changes.len() {
                    continue;
                }
                // A new salt: the old one must not help to guess what stood here.
                let salt = self.salt();
                self.conn
                    .prepare_cached("UPDATE graph_delta_values SET salt = ?, changes = ? WHERE delta = ?")?
                    .execute(params![blob(&salt), to_json("delta", &kept)?, d.delta])?;
                marks.deltas.insert(d.delta_id.0);
            }
        }
        Ok(marks.deltas.len() as u64)
    }

    /// The content of every proposal about these records or made of these rows; open ones are set aside.
    fn erase_proposals(&mut self, what: &ErasureWrite, marks: &mut Marks, actor: &Actor) -> Result<u64, StoreError> {
        let mut found: BTreeMap<i64, (Uuid, String)> = BTreeMap::new();
        let mut take = |statement: &mut rusqlite::CachedStatement<'_>, params: &[&dyn rusqlite::ToSql]| {
            let mut rows = statement.query(params)?;
            while let Some(r) = rows.next()? {
                found.insert(r.get(0)?, (r.get(1)?, r.get(2)?));
            }
            Ok::<_, StoreError>(())
        };
        for at in what.gone.iter().chain(what.thinned.keys()) {
            let sql = "SELECT proposal, proposal_id, family FROM workflow_proposals WHERE entity_id = ?1
                UNION SELECT p.proposal, p.proposal_id, p.family FROM workflow_proposals p
                    JOIN workflow_proposal_refs f USING (proposal) WHERE f.entity_id = ?1";
            take(&mut self.conn.prepare_cached(sql)?, &[&at.id.0])?;
        }
        for (batch, rows) in what.rows.iter().chain(&what.beside) {
            for row in rows {
                let sql = "SELECT p.proposal, p.proposal_id, p.family FROM workflow_proposals p
                    JOIN workflow_imports i USING (import) WHERE i.batch = ? AND p.row_number = ?";
                take(&mut self.conn.prepare_cached(sql)?, &[batch, row])?;
            }
        }
        for (key, (id, family)) in found {
            let n =
                self.conn.prepare_cached("DELETE FROM workflow_proposal_values WHERE proposal = ?")?.execute([key])?;
            if n > 0 {
                marks.proposals.insert(id);
            }
            if self.lifecycle(id)?.is_none() {
                match family.as_str() {
                    "OracleWritebackProposal" => {
                        self.enter_state::<contracts::OracleWritebackProposal>(id, "superseded", actor)?;
                    }
                    "EnrichmentProposal" => {
                        self.enter_state::<contracts::EnrichmentProposal>(id, "superseded", actor)?;
                    }
                    _ => self.enter_state::<contracts::NormalizedEntityProposal>(id, "superseded", actor)?,
                }
            }
        }
        Ok(marks.proposals.len() as u64)
    }

    /// Notes and corrections of decisions on those proposals: the verdict stands, the words go.
    fn erase_decisions(&mut self, marks: &mut Marks) -> Result<u64, StoreError> {
        for proposal in marks.proposals.clone() {
            self.rejections_forget(proposal)?;
            let mut statement =
                self.conn.prepare_cached("SELECT decision_id, artifact FROM workflow_decisions WHERE on_id = ?")?;
            let found: Vec<(Uuid, String)> =
                statement.query_map([proposal], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<Result<_, _>>()?;
            drop(statement);
            for (id, text) in found {
                let mut decision: ApprovalDecision = from_json("decision", &text)?;
                if decision.decision_notes.is_none()
                    && decision.corrections.is_empty()
                    && decision.placements.is_empty()
                {
                    continue;
                }
                decision.decision_notes = decision.decision_notes.map(|_| ERASED.into());
                decision.corrections.iter_mut().for_each(|c| c.value = Value::Null);
                // Edits are named by hashes of what they say, which could be guessed.
                decision.placements.clear();
                let salt = self.salt();
                self.conn.execute(
                    "UPDATE workflow_decisions SET salt = ?, artifact = ? WHERE decision_id = ?",
                    params![blob(&salt), to_json("decision", &decision)?, id],
                )?;
                marks.decisions.insert(id);
            }
        }
        Ok(marks.decisions.len() as u64)
    }

    fn erase_record(&mut self, at: EntityRef) -> Result<(), StoreError> {
        let record: Option<&Record> = None;
        self.store_record(at, record)?;
        self.identity_forget(at.id)?;
        self.conn.execute("DELETE FROM crm_relationships WHERE from_id = ?1 OR to_id = ?1", [at.id.0])?;
        self.conn.execute("DELETE FROM graph_aliases WHERE old_id = ?1 OR into_id = ?1", [at.id.0])?;
        Ok(())
    }
}
