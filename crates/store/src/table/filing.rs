//! How proposals come into the queue: one with its audit entry, or those of many rows with few statements.

use contracts::{
    Actor, AnyProposal, Artifact, EntityRef, Envelope, NormalizedEntityProposal, ProposalAction, ProposalId,
};
use rusqlite::Connection;

use super::compact::{self, Columns};
use crate::error::to_json;
use crate::many::{Insert, bytes, integer, maybe, owned, real, text};
use crate::{StoreError, Tx};

/// Where a proposal is filed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filing<'a> {
    /// Local key of the import behind it, if any.
    pub import: Option<i64>,
    /// The import's plan; 0 without an import.
    pub plan: i64,
    /// The policy rule that says who decides; empty where none was asked.
    pub rule: &'a str,
}

impl Tx<'_> {
    /// Files proposals of rows under a plan of their import, each with the rule that says who decides it.
    ///
    /// # Errors
    /// The database's, or a breach of the artifact's contract.
    pub fn insert_proposals<'p>(
        &mut self,
        import: i64,
        plan: i64,
        proposals: impl IntoIterator<Item = (&'p str, &'p NormalizedEntityProposal)>,
    ) -> Result<(), StoreError> {
        let mut write = FiledWrite::begin(self)?;
        for (rule, p) in proposals {
            // A row's proposals are written by the million: no clone into the enum of families for them.
            p.validate()?;
            let (text, compact) = match compact::proposal(p) {
                Some(text) => (text?, Some(p)),
                None => (to_json("proposal", p)?, None),
            };
            let filing = Filing { import: Some(import), plan, rule };
            let (key, _) = write.filed(self, filing, &Head::of_normalized(p), text, compact)?;
            write.refs(key, p.merge_candidate_refs.iter().map(|c| c.entity));
        }
        write.end(self.conn)
    }

    /// Files a proposal of any family, with an entry in the audit chain.
    ///
    /// # Errors
    /// The database's, or a breach of the artifact's contract.
    pub fn file_proposal(&mut self, filing: Filing<'_>, p: &AnyProposal) -> Result<(), StoreError> {
        p.validate()?;
        let mut write = FiledWrite::begin(self)?;
        let (key, hash) = write.filed(self, filing, &Head::of(p), to_json("proposal", p)?, None)?;
        if let AnyProposal::Normalized(p) = p {
            write.refs(key, p.merge_candidate_refs.iter().map(|c| c.entity));
        }
        write.end(self.conn)?;
        let subject = serde_json::json!({ "proposal": p.proposal_id().to_string() });
        let now = self.now();
        self.append_audit("proposal", &subject, hash, &p.envelope().created_by, &now)?;
        Ok(())
    }
}

/// Proposals on their way into the queue.
struct FiledWrite<'a> {
    proposals: Insert<'a>,
    values: Insert<'a>,
    refs: Insert<'a>,
    /// The local key of the next one.
    next: i64,
    /// Whoever proposed last, as it is stored.
    proposed_by: Option<(&'a Actor, String)>,
}

impl<'a> FiledWrite<'a> {
    fn begin(tx: &Tx<'_>) -> Result<Self, StoreError> {
        let sql = "SELECT coalesce(max(proposal), 0) + 1 FROM workflow_proposals";
        Ok(Self {
            proposals: Insert::new(
                "INSERT INTO workflow_proposals (proposal, proposal_id, family, source, import, plan, row_number,
                    entity_type, entity_id, action, confidence, review_required, rule, proposed_by, filed_at, hash)
                 VALUES",
                16,
            ),
            values: Insert::new("INSERT INTO workflow_proposal_values (proposal, salt, artifact) VALUES", 3),
            refs: Insert::new("INSERT OR IGNORE INTO workflow_proposal_refs (proposal, entity_id) VALUES", 2),
            next: tx.conn.prepare_cached(sql)?.query_row([], |r| r.get(0))?,
            proposed_by: None,
        })
    }

    /// Takes a proposal; its local key and its hash.
    fn filed(
        &mut self,
        tx: &Tx<'_>,
        filing: Filing<'a>,
        head: &Head<'a>,
        content: String,
        compact: Option<&NormalizedEntityProposal>,
    ) -> Result<(i64, [u8; 32]), StoreError> {
        let salt = tx.salt();
        let by = &head.envelope.created_by;
        if self.proposed_by.as_ref().is_none_or(|(known, _)| *known != by) {
            self.proposed_by = Some((by, to_json("actor", by)?));
        }
        let proposed_by = self.proposed_by.as_ref().map(|(_, text)| text.clone()).unwrap_or_default();
        let columns = compact.and_then(|p| {
            Some(Columns {
                id: p.proposal_id,
                entity: head.entity,
                action: p.action,
                confidence: p.envelope.confidence?,
                review_required: p.review_required,
                proposed_by: proposed_by.clone(),
                filed_at: p.envelope.created_at.0.clone(),
                row: head.row?,
                import: p.import_id?,
                batch: p.batch_id?,
            })
        });
        let hash = match &columns {
            Some(columns) => compact::proposal_commitment(&salt, columns, &content),
            None => graph::commitment("velocity/proposal/1", &[&salt, content.as_bytes()]),
        };
        let key = self.next;
        self.next += 1;
        let row = [
            integer(key),
            bytes(head.id.0.as_bytes()),
            text(head.family),
            text(head.source),
            maybe(filing.import.map(integer)),
            integer(filing.plan),
            maybe(head.row.map(integer)),
            text(head.entity.entity.as_str()),
            bytes(head.entity.id.0.as_bytes()),
            text(stored(head.action)),
            real(head.envelope.confidence.unwrap_or(1.0)),
            integer(i64::from(head.review_required)),
            text(filing.rule),
            owned(proposed_by),
            text(&head.envelope.created_at.0),
            bytes(&hash),
        ];
        self.proposals.row(tx.conn, row)?;
        // Values name their proposal, which must be there first.
        self.values.hold([integer(key), bytes(&salt), owned(content)]);
        Ok((key, hash))
    }

    fn refs(&mut self, key: i64, refs: impl Iterator<Item = EntityRef>) {
        refs.for_each(|at| self.refs.hold([integer(key), bytes(at.id.0.as_bytes())]));
    }

    fn end(self, conn: &Connection) -> Result<(), StoreError> {
        self.proposals.end(conn)?;
        self.values.end(conn)?;
        self.refs.end(conn)
    }
}

/// An action as the column has it, whose values the schema names: taking a merge apart is a merge of the source
/// `restore`, and nothing else is both.
fn stored(action: ProposalAction) -> &'static str {
    match action {
        ProposalAction::Unmerge => ProposalAction::Merge.as_str(),
        other => other.as_str(),
    }
}

/// The columns of a proposal beside its content.
struct Head<'a> {
    id: ProposalId,
    family: &'static str,
    source: &'static str,
    row: Option<u64>,
    entity: EntityRef,
    action: ProposalAction,
    review_required: bool,
    envelope: &'a Envelope,
}

impl<'a> Head<'a> {
    fn of_normalized(p: &'a NormalizedEntityProposal) -> Self {
        Self {
            id: p.proposal_id,
            family: NormalizedEntityProposal::TYPE,
            source: p.source.as_str(),
            row: p.row_refs.first().copied(),
            entity: EntityRef { entity: p.entity_type, id: p.entity_id },
            action: p.action,
            review_required: p.review_required,
            envelope: &p.envelope,
        }
    }

    fn of(p: &'a AnyProposal) -> Self {
        match p {
            AnyProposal::Normalized(p) => Self::of_normalized(p),
            other => Self {
                id: other.proposal_id(),
                family: other.family(),
                source: other.source().as_str(),
                row: None,
                entity: other.entity(),
                action: ProposalAction::Update,
                review_required: true,
                envelope: other.envelope(),
            },
        }
    }
}
