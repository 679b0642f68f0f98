//! The queue: open proposals by what they are, in the order asked for, and how many there are of each.

use contracts::{EntityId, EntityType, ProposalId};
use rusqlite::{ToSql, named_params};

use super::proposals::{Filed, SELECT_FILED, read_filed};
use crate::{Reader, StoreError};

/// In which order the queue is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum QueueOrder {
    /// As they were filed.
    #[default]
    Oldest,
    /// The other way.
    Newest,
    /// Highest confidence first.
    Surest,
    /// Nearest to even odds first.
    Unsure,
}

/// What to list of the queue.
#[derive(Clone, Debug, Default)]
pub struct QueueRequest {
    /// `create`, `update`, `overwrite`, `merge`, `account_merge`, `unmerge`, `link`, `restore`, `resolve_conflict`,
    /// `writeback` or `enrichment`.
    pub kind: Option<String>,
    /// Where they come from.
    pub source: Option<String>,
    /// Only those of the import with this local key.
    pub import: Option<i64>,
    /// `low`, `medium` or `high`.
    pub risk: Option<String>,
    /// `day`, `week` or `older`.
    pub age: Option<String>,
    /// When a day and when a week ago was: RFC 3339 in UTC. Without them nothing is older than a day.
    pub ages: Option<(String, String)>,
    /// Only about this kind of record.
    pub subject: Option<EntityType>,
    /// Only those that concern this record.
    pub about: Option<EntityId>,
    /// Only those that somebody asked for who may not decide.
    pub requested: bool,
    /// Without those that this reviewer put off since this time.
    pub not_deferred: Option<(String, String)>,
    /// Rules of the policy under which an update is an overwrite.
    pub overwrites: Vec<String>,
    /// Also those that a set approval may take.
    pub all: bool,
    /// The order.
    pub order: QueueOrder,
    /// After the proposal with this key and local key ([`QueueRequest::key_of`]).
    pub after: Option<(f64, i64)>,
    /// At most so many.
    pub limit: u32,
}

impl QueueRequest {
    /// What the order sorts a proposal by, before its local key.
    #[must_use]
    pub fn key_of(&self, filed: &Filed) -> f64 {
        let confidence = filed.artifact.envelope().confidence.unwrap_or(1.0);
        match self.order {
            QueueOrder::Oldest | QueueOrder::Newest => 0.0,
            QueueOrder::Surest => -confidence,
            QueueOrder::Unsure => (confidence - 0.5).abs(),
        }
    }
}

/// So many open proposals are alike in all this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueCount {
    /// The kind.
    pub kind: String,
    /// The source.
    pub source: String,
    /// Local key of the import.
    pub import: Option<i64>,
    /// The risk.
    pub risk: String,
    /// The age.
    pub age: String,
    /// The kind of record.
    pub subject: String,
    /// Whether somebody asked for it who may not decide.
    pub requested: bool,
    /// How many.
    pub count: u64,
}

/// The queue's open items, as a condition on `p` (proposals) and `i` (imports).
pub(super) const OPEN: &str = "NOT EXISTS (SELECT 1 FROM workflow_lifecycle l WHERE l.artifact_id = p.proposal_id)
    AND (p.import IS NULL OR (p.plan = i.plan AND i.state NOT IN ('undoing', 'undone')))";

/// What the queue calls a proposal.
const KIND: &str = "CASE p.family WHEN 'OracleWritebackProposal' THEN 'writeback'
    WHEN 'EnrichmentProposal' THEN 'enrichment' ELSE CASE
        WHEN p.action = 'resolve_conflict' THEN p.action
        WHEN p.source = 'restore' THEN CASE p.action WHEN 'merge' THEN 'unmerge' ELSE 'restore' END
        WHEN p.action = 'merge' AND p.entity_type = 'account' THEN 'account_merge'
        WHEN p.action = 'update' AND p.rule IN (SELECT value FROM json_each(:overwrites)) THEN 'overwrite'
        ELSE p.action END END";

/// How much a wrong yes would cost, and how likely it is.
const RISK: &str =
    "CASE WHEN p.family <> 'NormalizedEntityProposal' OR p.source IN ('oracle', 'nemoclaw', 'enrichment')
        OR (p.action = 'update' AND p.rule IN (SELECT value FROM json_each(:overwrites)))
        OR (p.action = 'merge' AND (p.entity_type <> 'person' OR p.confidence < 0.95)) THEN 'high'
    WHEN p.action IN ('merge', 'resolve_conflict') OR p.source = 'restore'
        OR (p.action <> 'link' AND p.confidence < 0.85) THEN 'medium'
    ELSE 'low' END";

const AGE: &str = "CASE WHEN p.filed_at < :week_ago THEN 'older' WHEN p.filed_at < :day_ago THEN 'week' ELSE 'day' END";

const REQUESTED: &str = "EXISTS (SELECT 1 FROM workflow_decisions d WHERE d.on_id = p.proposal_id
    AND json_extract(d.artifact, '$.asks') IS NOT NULL)";

const DEFERRED: &str = "EXISTS (SELECT 1 FROM workflow_decisions d WHERE d.on_id = p.proposal_id
    AND json_extract(d.artifact, '$.decision') = 'defer' AND json_extract(d.artifact, '$.asks') IS NULL
    AND json_extract(d.artifact, '$.reviewer_ref') = :deferred_by AND json_extract(d.artifact, '$.decided_at') >= :deferred_since)";

const ABOUT: &str = "p.proposal IN (SELECT proposal FROM workflow_proposals WHERE entity_id = :about
    UNION SELECT proposal FROM workflow_proposal_refs WHERE entity_id = :about)";

/// A request as conditions with their values: only what is asked for is in the text, so that the index over what needs a
/// person is used.
struct Conditions<'q> {
    sql: String,
    values: Vec<(&'static str, Box<dyn ToSql + 'q>)>,
}

impl<'q> Conditions<'q> {
    fn of(q: &'q QueueRequest) -> Self {
        let need = if q.all { "p.review_required IN (0, 1)" } else { "p.review_required = 1" };
        let mut c = Self { sql: format!("{need} AND {OPEN}"), values: Vec::new() };
        c.add(q.source.as_ref(), "p.source = :source", ":source");
        c.add(q.import.as_ref(), "p.import = :import", ":import");
        c.add(q.subject.map(EntityType::as_str), "p.entity_type = :subject", ":subject");
        c.add(q.kind.as_ref(), &format!("{KIND} = :kind"), ":kind");
        c.add(q.risk.as_ref(), &format!("{RISK} = :risk"), ":risk");
        c.add(q.age.as_ref(), &format!("{AGE} = :age"), ":age");
        c.add(q.about.map(|id| id.0), ABOUT, ":about");
        if q.requested {
            c.sql.push_str(" AND ");
            c.sql.push_str(REQUESTED);
        }
        if let Some((by, since)) = &q.not_deferred {
            c.add(Some(by), &format!("NOT {DEFERRED}"), ":deferred_by");
            c.values.push((":deferred_since", Box::new(since)));
        }
        c
    }

    fn add(&mut self, value: Option<impl ToSql + 'q>, condition: &str, name: &'static str) {
        if let Some(value) = value {
            self.sql.push_str(" AND ");
            self.sql.push_str(condition);
            self.values.push((name, Box::new(value)));
        }
    }

    /// The values that the final text names: SQLite refuses a name that it does not know.
    fn named(&self, sql: &str) -> Vec<(&str, &dyn ToSql)> {
        self.values.iter().filter(|(name, _)| sql.contains(name)).map(|(name, v)| (*name, &**v)).collect()
    }

    fn shared(&mut self, q: &'q QueueRequest) -> Result<(), StoreError> {
        let rules = crate::error::to_json("rules", &q.overwrites)?;
        let (day, week) = q.ages.clone().unwrap_or_default();
        self.values.push((":overwrites", Box::new(rules)));
        self.values.push((":day_ago", Box::new(day)));
        self.values.push((":week_ago", Box::new(week)));
        Ok(())
    }
}

impl Reader<'_> {
    /// Open proposals of the queue, in the order asked for.
    ///
    /// # Errors
    /// The database's.
    pub fn queue(&self, request: &QueueRequest) -> Result<Vec<Filed>, StoreError> {
        let (after, order) = match request.order {
            QueueOrder::Oldest => ("p.proposal > :at", "p.proposal"),
            QueueOrder::Newest => ("p.proposal < :at", "p.proposal DESC"),
            QueueOrder::Surest => ("(-p.confidence, p.proposal) > (:key, :at)", "-p.confidence, p.proposal"),
            QueueOrder::Unsure => {
                ("(abs(p.confidence - 0.5), p.proposal) > (:key, :at)", "abs(p.confidence - 0.5), p.proposal")
            }
        };
        let mut c = Conditions::of(request);
        c.shared(request)?;
        if let Some((key, at)) = request.after {
            c.add(Some(at), after, ":at");
            c.values.push((":key", Box::new(key)));
        }
        c.values.push((":limit", Box::new(request.limit)));
        let sql = match request.order {
            // In the order of an index: the first that fit are read, and no more.
            QueueOrder::Oldest | QueueOrder::Newest => {
                format!("{SELECT_FILED} WHERE {} ORDER BY {order} LIMIT :limit", c.sql)
            }
            // Sorted by what only the whole queue tells: by its keys alone, so that no content is read for what is left out.
            QueueOrder::Surest | QueueOrder::Unsure => format!(
                "{SELECT_FILED} WHERE p.proposal IN (SELECT p.proposal FROM workflow_proposals p
                     LEFT JOIN workflow_imports i ON i.import = p.import WHERE {} ORDER BY {order} LIMIT :limit)
                 ORDER BY {order}",
                c.sql
            ),
        };
        let mut statement = self.conn.prepare_cached(&sql)?;
        statement.query_map(&*c.named(&sql), |r| Ok(read_filed(r)))?.map(|r| r?).collect()
    }

    /// How many [`Reader::queue`] would give without a limit.
    ///
    /// # Errors
    /// The database's.
    pub fn queue_size(&self, request: &QueueRequest) -> Result<u64, StoreError> {
        let mut c = Conditions::of(request);
        c.shared(request)?;
        let sql = format!(
            "SELECT count(*) FROM workflow_proposals p LEFT JOIN workflow_imports i ON i.import = p.import WHERE {}",
            c.sql
        );
        Ok(self.conn.prepare_cached(&sql)?.query_row(&*c.named(&sql), |r| r.get(0))?)
    }

    /// How many open proposals there are of each sort, whatever filter of kind, source, import, risk, age, subject or
    /// request is asked for: a screen counts each of them with the others as they are.
    ///
    /// # Errors
    /// The database's.
    pub fn queue_counts(&self, request: &QueueRequest) -> Result<Vec<QueueCount>, StoreError> {
        let open = QueueRequest {
            kind: None,
            source: None,
            import: None,
            risk: None,
            age: None,
            subject: None,
            requested: false,
            ..request.clone()
        };
        let mut c = Conditions::of(&open);
        c.shared(&open)?;
        let sql = format!(
            "SELECT {KIND}, p.source, p.import, {RISK}, {AGE}, p.entity_type, {REQUESTED}, count(*)
             FROM workflow_proposals p LEFT JOIN workflow_imports i ON i.import = p.import
             WHERE {} GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 1, 2, 3, 4, 5, 6, 7",
            c.sql
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(&*c.named(&sql), |r| {
            Ok(QueueCount {
                kind: r.get(0)?,
                source: r.get(1)?,
                import: r.get(2)?,
                risk: r.get(3)?,
                age: r.get(4)?,
                subject: r.get(5)?,
                requested: r.get(6)?,
                count: r.get(7)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How many open proposals there are of each kind, by the name of the kind. A fraction of what [`Reader::queue_counts`]
    /// takes, which also looks into what was decided.
    ///
    /// # Errors
    /// The database's.
    pub fn queue_kinds(&self, request: &QueueRequest) -> Result<Vec<(String, u64)>, StoreError> {
        let mut c = Conditions::of(request);
        c.shared(request)?;
        let sql = format!(
            "SELECT {KIND}, count(*) FROM workflow_proposals p LEFT JOIN workflow_imports i ON i.import = p.import
             WHERE {} GROUP BY 1 ORDER BY 1",
            c.sql
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(&*c.named(&sql), |r| Ok((r.get(0)?, r.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The kind and risk of a proposal, open or not, as the queue has them.
    ///
    /// # Errors
    /// The database's.
    pub fn queue_sort_of(&self, id: ProposalId, overwrites: &[String]) -> Result<(String, String), StoreError> {
        let sql = format!("SELECT {KIND}, {RISK} FROM workflow_proposals p WHERE p.proposal_id = :id");
        let rules = crate::error::to_json("rules", &overwrites)?;
        let named = named_params! { ":id": id.0, ":overwrites": rules };
        Ok(self.conn.prepare_cached(&sql)?.query_row(named, |r| Ok((r.get(0)?, r.get(1)?)))?)
    }

    /// When the proposal was filed that has waited longest for a person; none when nothing waits.
    ///
    /// # Errors
    /// The database's.
    pub fn waits_longest(&self) -> Result<Option<contracts::Timestamp>, StoreError> {
        let sql = format!(
            "SELECT min(p.filed_at) FROM workflow_proposals p LEFT JOIN workflow_imports i ON i.import = p.import
             WHERE p.review_required = 1 AND {OPEN}"
        );
        let found: Option<String> = self.conn.prepare_cached(&sql)?.query_row([], |r| r.get(0))?;
        Ok(found.map(contracts::Timestamp))
    }
}
