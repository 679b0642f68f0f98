//! `workflow_proposals` and their values (R143).

use contracts::{Artifact, EntityType, NormalizedEntityProposal, ProposalAction, ProposalId};
use rusqlite::{OptionalExtension, params};

use crate::codec::blob;
use crate::error::{from_json, to_json};
use crate::{Reader, StoreError, Tx};

/// A proposal as stored, with the hash that decisions are bound to.
#[derive(Clone, Debug)]
pub struct StoredProposal {
    /// The artifact.
    pub artifact: NormalizedEntityProposal,
    /// Its hash.
    pub hash: [u8; 32],
    /// Whether it has been applied, rejected or rolled back.
    pub state: String,
}

/// How many proposals of a plan stand alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProposalCount {
    /// The kind of record.
    pub entity: EntityType,
    /// What they would do.
    pub action: ProposalAction,
    /// Whether each needs a person.
    pub review_required: bool,
    /// Whether they have been applied, rejected or rolled back.
    pub decided: bool,
    /// How many.
    pub count: u64,
}

impl Tx<'_> {
    /// Files a proposal under a plan of its import.
    ///
    /// # Errors
    /// The database's, or a breach of the artifact's contract.
    pub fn insert_proposal(&mut self, import: i64, plan: i64, p: &NormalizedEntityProposal) -> Result<(), StoreError> {
        p.validate()?;
        let salt = self.salt();
        let text = to_json("proposal", p)?;
        let hash = graph::commitment("velocity/proposal/1", &[&salt, text.as_bytes()]);
        let mut insert = self.conn.prepare_cached(
            "INSERT INTO workflow_proposals (proposal_id, import, plan, row_number, entity_type, entity_id, action,
                confidence, review_required, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?;
        insert.execute(params![
            p.proposal_id.0,
            import,
            plan,
            p.row_refs.first(),
            p.entity_type.as_str(),
            p.entity_id.0,
            p.action.as_str(),
            p.envelope.confidence.unwrap_or(1.0),
            p.review_required,
            blob(&hash),
        ])?;
        let key = self.conn.last_insert_rowid();
        self.conn
            .prepare_cached("INSERT INTO workflow_proposal_values (proposal, salt, artifact) VALUES (?, ?, ?)")?
            .execute(params![key, blob(&salt), text])?;
        Ok(())
    }
}

const SELECT: &str = "SELECT v.artifact, p.hash, p.proposal_id,
    (SELECT state FROM workflow_lifecycle l WHERE l.artifact_id = p.proposal_id ORDER BY seq DESC LIMIT 1)
    FROM workflow_proposals p JOIN workflow_proposal_values v USING (proposal)";

fn read(r: &rusqlite::Row<'_>) -> Result<StoredProposal, StoreError> {
    let state: Option<String> = r.get(3)?;
    Ok(StoredProposal {
        artifact: from_json("proposal", &r.get::<_, String>(0)?)?,
        hash: r.get(1)?,
        state: state.unwrap_or_else(|| "proposed".into()),
    })
}

impl Reader<'_> {
    /// A proposal by its id.
    ///
    /// # Errors
    /// The database's.
    pub fn proposal(&self, id: ProposalId) -> Result<Option<StoredProposal>, StoreError> {
        let sql = format!("{SELECT} WHERE p.proposal_id = ?");
        self.conn.prepare_cached(&sql)?.query_row([id.0], |r| Ok(read(r))).optional()?.transpose()
    }

    /// Proposals of a plan whose first row lies in `rows`, in row order, then as they were filed.
    ///
    /// # Errors
    /// The database's.
    pub fn proposals_of_rows(
        &self,
        import: i64,
        plan: i64,
        rows: std::ops::RangeInclusive<u64>,
    ) -> Result<Vec<StoredProposal>, StoreError> {
        let sql = format!(
            "{SELECT} WHERE p.import = ? AND p.plan = ? AND p.row_number BETWEEN ? AND ? ORDER BY p.row_number, p.proposal"
        );
        let bound = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
        self.conn
            .prepare_cached(&sql)?
            .query_map(params![import, plan, bound(*rows.start()), bound(*rows.end())], |r| Ok(read(r)))?
            .map(|r| r?)
            .collect()
    }

    /// Hashes of a plan's open proposals that need no review, have one of these actions and at least this confidence.
    ///
    /// # Errors
    /// The database's.
    pub fn open_hashes(
        &self,
        import: i64,
        plan: i64,
        actions: &[ProposalAction],
        min_confidence: f64,
    ) -> Result<Vec<[u8; 32]>, StoreError> {
        let sql = "SELECT p.hash FROM workflow_proposals p WHERE p.import = ?1 AND p.plan = ?2
            AND p.review_required = 0 AND p.action <> 'merge' AND p.confidence >= ?4
            AND p.action IN (SELECT value FROM json_each(?3))
            AND NOT EXISTS (SELECT 1 FROM workflow_lifecycle l WHERE l.artifact_id = p.proposal_id)";
        let names: Vec<&str> = actions.iter().map(|a| a.as_str()).collect();
        Ok(self
            .conn
            .prepare_cached(sql)?
            .query_map(params![import, plan, to_json("actions", &names)?, min_confidence], |r| r.get(0))?
            .collect::<Result<_, _>>()?)
    }

    /// Counts of a plan's proposals by kind of record, action and standing.
    ///
    /// # Errors
    /// The database's.
    pub fn proposal_counts(&self, import: i64, plan: i64) -> Result<Vec<ProposalCount>, StoreError> {
        let sql = "SELECT p.entity_type, p.action, p.review_required,
                EXISTS (SELECT 1 FROM workflow_lifecycle l WHERE l.artifact_id = p.proposal_id), count(*)
            FROM workflow_proposals p WHERE p.import = ? AND p.plan = ? GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4";
        self.conn
            .prepare_cached(sql)?
            .query_map([import, plan], |r| {
                Ok((r.get::<_, String>(0)?, r.get::<_, String>(1)?, r.get(2)?, r.get(3)?, r.get(4)?))
            })?
            .map(|r| {
                let (entity, action, review_required, decided, count) = r?;
                Ok(ProposalCount {
                    entity: entity.parse().map_err(StoreError::Damaged)?,
                    action: action.parse().map_err(StoreError::Damaged)?,
                    review_required,
                    decided,
                    count,
                })
            })
            .collect()
    }

    /// Ids of a plan's proposals that have a lifecycle entry (applied, rejected…) and were not rolled back.
    ///
    /// # Errors
    /// The database's.
    pub fn applied_proposals(&self, import: i64) -> Result<Vec<ProposalId>, StoreError> {
        let sql = "SELECT p.proposal_id FROM workflow_proposals p WHERE p.import = ? AND
            (SELECT state FROM workflow_lifecycle l WHERE l.artifact_id = p.proposal_id ORDER BY seq DESC LIMIT 1) = 'applied'";
        Ok(self
            .conn
            .prepare_cached(sql)?
            .query_map([import], |r| Ok(ProposalId(r.get(0)?)))?
            .collect::<Result<_, _>>()?)
    }
}
