//! `workflow_decisions`: immutable records of human review (R72).

use contracts::{ApprovalDecision, Artifact, DecisionId};
use rusqlite::{OptionalExtension, params};

use crate::codec::blob;
use crate::error::{from_json, to_json};
use crate::{Reader, StoreError, Tx};

/// Which decisions to read.
#[derive(Clone, Debug, Default)]
pub struct DecisionRequest {
    /// Only this reviewer's.
    pub reviewer: Option<String>,
    /// Only those made before this one.
    pub below: Option<DecisionId>,
    /// Only since then.
    pub since: Option<contracts::Timestamp>,
    /// Only this verdict, by its name.
    pub verdict: Option<String>,
    /// At most so many.
    pub limit: u32,
}

impl Tx<'_> {
    /// Records a decision and its audit entry.
    ///
    /// # Errors
    /// The database's, or a breach of the artifact's contract.
    pub fn insert_decision(&mut self, import: Option<i64>, decision: &ApprovalDecision) -> Result<(), StoreError> {
        decision.validate()?;
        let salt = self.salt();
        let text = to_json("decision", decision)?;
        self.conn.execute(
            "INSERT INTO workflow_decisions (decision_id, import, salt, artifact, on_id) VALUES (?, ?, ?, ?, ?)",
            params![decision.decision_id.0, import, blob(&salt), text, decision.proposal_ref.map(|r| r.0)],
        )?;
        let subject = serde_json::json!({ "decision": decision.decision_id.to_string() });
        let commitment = decision_commitment(&salt, &text);
        let now = self.now();
        self.append_audit("decision", &subject, commitment, &decision.envelope.created_by, &now)?;
        Ok(())
    }
}

pub(crate) fn decision_commitment(salt: &[u8], text: &str) -> [u8; 32] {
    graph::commitment("velocity/decision/1", &[salt, text.as_bytes()])
}

impl Reader<'_> {
    /// Whether a person decided on single proposals of an import.
    ///
    /// # Errors
    /// The database's.
    pub fn has_single_decisions(&self, import: i64) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM workflow_decisions d WHERE d.import = ? AND d.on_id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM workflow_manifests m WHERE m.manifest_id = d.on_id))";
        Ok(self.conn.prepare_cached(sql)?.query_row([import], |r| r.get(0))?)
    }

    /// A decision by its id.
    ///
    /// # Errors
    /// The database's.
    pub fn decision(&self, id: DecisionId) -> Result<Option<ApprovalDecision>, StoreError> {
        let text: Option<String> = self
            .conn
            .prepare_cached("SELECT artifact FROM workflow_decisions WHERE decision_id = ?")?
            .query_row([id.0], |r| r.get(0))
            .optional()?;
        text.map(|t| from_json("decision", &t)).transpose()
    }

    /// Decisions on an import, oldest first.
    ///
    /// # Errors
    /// The database's.
    pub fn decisions_of(&self, import: i64) -> Result<Vec<ApprovalDecision>, StoreError> {
        self.conn
            .prepare_cached("SELECT artifact FROM workflow_decisions WHERE import = ? ORDER BY decision_id")?
            .query_map([import], |r| r.get::<_, String>(0))?
            .map(|r| from_json("decision", &r?))
            .collect()
    }

    /// Decisions on one proposal or manifest, oldest first.
    ///
    /// # Errors
    /// The database's.
    pub fn decisions_on(&self, id: uuid::Uuid) -> Result<Vec<ApprovalDecision>, StoreError> {
        self.conn
            .prepare_cached("SELECT artifact FROM workflow_decisions WHERE on_id = ? ORDER BY decision_id")?
            .query_map([id], |r| r.get::<_, String>(0))?
            .map(|r| from_json("decision", &r?))
            .collect()
    }

    /// Decisions, newest first, below one of them: of a reviewer or of all, since an instant. What an erasure has emptied is
    /// passed over.
    ///
    /// # Errors
    /// The database's.
    pub fn decisions(&self, request: &DecisionRequest) -> Result<Vec<ApprovalDecision>, StoreError> {
        let by = "json_extract(artifact, '$.reviewer_ref')";
        let whose =
            if request.reviewer.is_some() { format!("{by} = ?1") } else { format!("?1 IS NULL AND {by} IS NOT NULL") };
        let sql = format!(
            "SELECT artifact FROM workflow_decisions WHERE {whose} AND (?2 IS NULL OR decision_id < ?2)
             AND (?3 IS NULL OR json_extract(artifact, '$.decided_at') >= ?3)
             AND (?4 IS NULL OR json_extract(artifact, '$.decision') = ?4) ORDER BY decision_id DESC LIMIT ?5"
        );
        let wanted = params![
            request.reviewer,
            request.below.map(|id| id.0),
            request.since.as_ref().map(|t| &t.0),
            request.verdict,
            request.limit
        ];
        self.conn
            .prepare_cached(&sql)?
            .query_map(wanted, |r| r.get::<_, String>(0))?
            .map(|r| from_json("decision", &r?))
            .collect()
    }

    /// The commitment of a stored decision, for verification; none when it is gone.
    pub(crate) fn stored_decision_commitment(&self, id: uuid::Uuid) -> Result<Option<[u8; 32]>, StoreError> {
        let found: Option<(Vec<u8>, String)> = self
            .conn
            .prepare_cached("SELECT salt, artifact FROM workflow_decisions WHERE decision_id = ?")?
            .query_row([id], |r| Ok((r.get(0)?, r.get(1)?)))
            .optional()?;
        Ok(found.map(|(salt, text)| decision_commitment(&salt, &text)))
    }
}
