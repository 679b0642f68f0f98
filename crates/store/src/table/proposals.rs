//! `workflow_proposals` and their values (R143).

use contracts::{AnyProposal, EntityType, NormalizedEntityProposal, ProposalAction, ProposalId};
use rusqlite::{OptionalExtension, params};

use super::compact::{self, Columns};
use super::queue::OPEN;
use crate::error::{from_json, to_json};
use crate::{Reader, StoreError};

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

impl StoredProposal {
    /// Whether it is open or in the graph: not set aside, refused or taken back.
    #[must_use]
    pub fn stands(&self) -> bool {
        !matches!(self.state.as_str(), "superseded" | "rejected" | "rolled_back")
    }
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

/// A proposal of any family as the queue holds it.
#[derive(Clone, Debug)]
pub struct Filed {
    /// The local key: rises with each proposal.
    pub proposal: i64,
    /// The artifact.
    pub artifact: AnyProposal,
    /// What a decision is bound to.
    pub hash: [u8; 32],
    /// Its lifecycle state.
    pub state: String,
    /// The policy rule that says who decides; empty for older ones.
    pub rule: String,
    /// When it was filed.
    pub filed_at: String,
    /// Local key of the import behind it, if any.
    pub import: Option<i64>,
    /// The import's plan.
    pub plan: i64,
    /// Whether the import's plan in force is another, or the import was undone: nothing is left to decide.
    pub passed_over: bool,
}

/// What an artifact is read from: its text and the columns that a compact one leaves out.
macro_rules! content {
    () => {
        "SELECT v.artifact, p.proposal_id, p.entity_type, p.entity_id, p.action, p.confidence, p.review_required,
            p.proposed_by, p.filed_at, p.row_number, i.import_id, b.batch_id"
    };
}
/// How many columns that is.
const CONTENT_WIDTH: usize = 12;
/// Where they stand, and the state.
macro_rules! standing {
    ($more:literal) => {
        concat!(
            content!(),
            ", p.hash, coalesce((SELECT state FROM workflow_lifecycle l WHERE l.artifact_id = p.proposal_id
                ORDER BY seq DESC LIMIT 1), 'proposed')",
            $more,
            joined!()
        )
    };
}
macro_rules! joined {
    () => {
        " FROM workflow_proposals p JOIN workflow_proposal_values v USING (proposal)
            LEFT JOIN workflow_imports i ON i.import = p.import LEFT JOIN raw_import_batches b ON b.batch = i.batch"
    };
}

const SELECT: &str = standing!("");
const SELECT_SALT: &str = concat!(content!(), ", v.salt", joined!());
pub(super) const SELECT_FILED: &str = standing!(
    ", p.proposal, p.rule, p.filed_at, p.import, p.plan,
        i.import IS NOT NULL AND (i.plan <> p.plan OR i.state IN ('undoing', 'undone'))"
);

/// The columns of `content!`, where the text is compact.
fn columns(r: &rusqlite::Row<'_>) -> Result<Columns, StoreError> {
    let none = || StoreError::Damaged("a proposal of a row has lost its import".into());
    Ok(Columns {
        id: ProposalId(r.get(1)?),
        entity: compact::entity(r.get_ref(2)?.as_str().map_err(|_| none())?, r.get(3)?)?,
        action: r.get_ref(4)?.as_str().map_err(|_| none())?.parse().map_err(StoreError::Damaged)?,
        confidence: r.get(5)?,
        review_required: r.get(6)?,
        proposed_by: r.get(7)?,
        filed_at: r.get(8)?,
        row: r.get::<_, Option<u64>>(9)?.ok_or_else(none)?,
        import: contracts::ImportId(r.get::<_, Option<uuid::Uuid>>(10)?.ok_or_else(none)?),
        batch: contracts::BatchId(r.get::<_, Option<uuid::Uuid>>(11)?.ok_or_else(none)?),
    })
}

fn content(r: &rusqlite::Row<'_>) -> Result<NormalizedEntityProposal, StoreError> {
    let text = r.get_ref(0)?.as_str().map_err(|_| StoreError::Damaged("a proposal is no text".into()))?;
    if compact::is(text) { compact::read_proposal(text, columns(r)?) } else { from_json("proposal", text) }
}

fn read(r: &rusqlite::Row<'_>) -> Result<StoredProposal, StoreError> {
    Ok(StoredProposal { artifact: content(r)?, hash: r.get(CONTENT_WIDTH)?, state: r.get(CONTENT_WIDTH + 1)? })
}

pub(super) fn read_filed(r: &rusqlite::Row<'_>) -> Result<Filed, StoreError> {
    let text = r.get_ref(0)?.as_str().map_err(|_| StoreError::Damaged("a proposal is no text".into()))?;
    let artifact = match compact::is(text) {
        true => AnyProposal::Normalized(compact::read_proposal(text, columns(r)?)?),
        false => from_json("proposal", text)?,
    };
    let at = CONTENT_WIDTH;
    Ok(Filed {
        proposal: r.get(at + 2)?,
        artifact,
        hash: r.get(at)?,
        state: r.get(at + 1)?,
        rule: r.get(at + 3)?,
        filed_at: r.get(at + 4)?,
        import: r.get(at + 5)?,
        plan: r.get(at + 6)?,
        passed_over: r.get(at + 7)?,
    })
}

impl Reader<'_> {
    /// The commitment of a filed proposal as it follows from what is stored; none when that is gone.
    pub(crate) fn stored_proposal_commitment(&self, id: uuid::Uuid) -> Result<Option<[u8; 32]>, StoreError> {
        let sql = format!("{SELECT_SALT} WHERE p.proposal_id = ?");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([id])?;
        let Some(r) = rows.next()? else { return Ok(None) };
        let (text, salt): (String, Vec<u8>) = (r.get(0)?, r.get(CONTENT_WIDTH)?);
        Ok(Some(match compact::is(&text) {
            true => compact::proposal_commitment(&salt, &columns(r)?, &text),
            false => graph::commitment("velocity/proposal/1", &[&salt, text.as_bytes()]),
        }))
    }

    /// A proposal of any family by its id.
    ///
    /// # Errors
    /// The database's.
    pub fn filed(&self, id: ProposalId) -> Result<Option<Filed>, StoreError> {
        let sql = format!("{SELECT_FILED} WHERE p.proposal_id = ?");
        self.conn.prepare_cached(&sql)?.query_row([id.0], |r| Ok(read_filed(r))).optional()?.transpose()
    }

    /// Every proposal of ours about a record, open or not, whose content is still there.
    ///
    /// # Errors
    /// The database's.
    pub fn filed_about(&self, id: contracts::EntityId) -> Result<Vec<NormalizedEntityProposal>, StoreError> {
        let sql =
            format!("{SELECT} WHERE p.entity_id = ? AND p.family = 'NormalizedEntityProposal' ORDER BY p.proposal");
        self.conn.prepare_cached(&sql)?.query_map([id.0], |r| Ok(read(r)))?.map(|r| Ok(r??.artifact)).collect()
    }

    /// Open proposals about a record: those that would change it, and those that would join it to another.
    ///
    /// # Errors
    /// The database's.
    pub fn open_about(&self, id: contracts::EntityId) -> Result<Vec<Filed>, StoreError> {
        let sql = format!(
            "{SELECT_FILED} WHERE p.proposal IN (
                SELECT proposal FROM workflow_proposals WHERE entity_id = ?1
                UNION SELECT proposal FROM workflow_proposal_refs WHERE entity_id = ?1
             ) AND {OPEN} ORDER BY p.proposal"
        );
        self.conn.prepare_cached(&sql)?.query_map([id.0], |r| Ok(read_filed(r)))?.map(|r| r?).collect()
    }

    /// A proposal by its id.
    ///
    /// # Errors
    /// The database's.
    pub fn proposal(&self, id: ProposalId) -> Result<Option<StoredProposal>, StoreError> {
        let sql = format!("{SELECT} WHERE p.proposal_id = ? AND p.family = 'NormalizedEntityProposal'");
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

    /// When the first proposal of a plan was filed.
    ///
    /// # Errors
    /// The database's.
    pub fn plan_begun(&self, import: i64, plan: i64) -> Result<Option<contracts::Timestamp>, StoreError> {
        let sql = "SELECT filed_at FROM workflow_proposals WHERE import = ? AND plan = ? ORDER BY row_number LIMIT 1";
        Ok(self
            .conn
            .prepare_cached(sql)?
            .query_row([import, plan], |r| Ok(contracts::Timestamp(r.get(0)?)))
            .optional()?)
    }

    /// New records that a plan's proposals of some rows would make, of one kind or of all, in row order.
    ///
    /// # Errors
    /// The database's.
    pub fn creates_of_rows(
        &self,
        import: i64,
        plan: i64,
        rows: std::ops::RangeInclusive<u64>,
        only: Option<EntityType>,
    ) -> Result<Vec<StoredProposal>, StoreError> {
        let sql = format!(
            "{SELECT} WHERE p.import = ?1 AND p.plan = ?2 AND p.row_number BETWEEN ?3 AND ?4 AND p.action = 'create'
             AND (?5 IS NULL OR p.entity_type = ?5) ORDER BY p.row_number, p.proposal"
        );
        let bound = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
        self.conn
            .prepare_cached(&sql)?
            .query_map(
                params![import, plan, bound(*rows.start()), bound(*rows.end()), only.map(EntityType::as_str)],
                |r| Ok(read(r)),
            )?
            .map(|r| r?)
            .collect()
    }

    /// Records that rows of a plan are proposed to be, each with the first such row.
    ///
    /// # Errors
    /// The database's.
    pub fn matched_rows(&self, import: i64, plan: i64) -> Result<Vec<(contracts::EntityId, u64)>, StoreError> {
        let sql = "SELECT entity_id, min(row_number) FROM workflow_proposals
            WHERE import = ? AND plan = ? AND action IN ('merge', 'update') AND row_number IS NOT NULL
            GROUP BY entity_id ORDER BY 1";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([import, plan], |r| Ok((contracts::EntityId(r.get(0)?), r.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
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

    /// Whether any proposal of an import stands applied.
    ///
    /// # Errors
    /// The database's.
    pub fn any_applied(&self, import: i64) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM workflow_proposals p WHERE p.import = ? AND
            (SELECT state FROM workflow_lifecycle l WHERE l.artifact_id = p.proposal_id ORDER BY seq DESC LIMIT 1)
                = 'applied')";
        Ok(self.conn.prepare_cached(sql)?.query_row([import], |r| r.get(0))?)
    }

    /// Ids of the proposals of an import's rows, under whichever plan, that stand applied.
    ///
    /// # Errors
    /// The database's.
    pub fn applied_of_rows(
        &self,
        import: i64,
        rows: std::ops::RangeInclusive<u64>,
    ) -> Result<Vec<ProposalId>, StoreError> {
        // Plans are few: written so that the index over import, plan and row is used.
        let sql = "SELECT p.proposal_id FROM workflow_proposals p WHERE p.import = ?1
            AND p.plan IN (SELECT DISTINCT plan FROM workflow_proposals WHERE import = ?1)
            AND p.row_number BETWEEN ?2 AND ?3 AND
            (SELECT state FROM workflow_lifecycle l WHERE l.artifact_id = p.proposal_id ORDER BY seq DESC LIMIT 1)
                = 'applied'";
        let bound = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
        Ok(self
            .conn
            .prepare_cached(sql)?
            .query_map(params![import, bound(*rows.start()), bound(*rows.end())], |r| Ok(ProposalId(r.get(0)?)))?
            .collect::<Result<_, _>>()?)
    }
}
