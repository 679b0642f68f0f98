//! `crm_watch`, open tasks, and what lies around a client: what Today and the timeline are read from.

use contracts::{EntityId, EntityRef, EntityType};
use rusqlite::{Row, params};

use crate::{Reader, StoreError};

/// A client of an open deal, as `crm_watch` holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Watched {
    /// The client.
    pub person: EntityId,
    /// The furthest open deal.
    pub deal: EntityId,
    /// The day of the last contact; none: nobody was ever in touch.
    pub contact_day: Option<String>,
    /// The call or message; none where only the day is known.
    pub contact: Option<EntityId>,
}

/// A task that is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenTaskRow {
    /// Which.
    pub id: EntityId,
    /// When it is due, as the record has it.
    pub due_at: Option<String>,
    /// A person that it is about.
    pub client: Option<EntityId>,
}

/// A call, message, visit or note around a client, without its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TouchRow {
    /// Which.
    pub id: EntityId,
    /// When, as the record has it.
    pub at: Option<String>,
    /// How, as the record has it.
    pub channel: Option<String>,
    /// Whether somebody was in touch: no note, and no call that reached nobody ([`contracts::is_contact`]).
    pub contact: bool,
}

/// Stages that are looked for one by one, at most: names of stages, of which a desk has a dozen.
const MOST_STAGES: u32 = 200;

/// What a task's status says when it is done without a date; and nothing was archived.
const OPEN_TASK: &str = "t.done_at IS NULL AND t.archived = 0 AND lower(trim(coalesce(t.status, ''))) NOT IN
    ('done', 'complete', 'completed', 'closed', 'finished', 'cancelled', 'canceled', 'deferred')";

/// The person that a task is about, the oldest link's.
const CLIENT_OF_TASK: &str = "(SELECT r.to_id FROM crm_relationships r WHERE r.from_id = t.id AND r.kind = 'task_of'
    AND r.to_type = 'person' ORDER BY r.to_id LIMIT 1)";

/// A client, and their deals: what is linked to these belongs to the client's story.
const AROUND: &str =
    "SELECT ?1 UNION SELECT d.from_id FROM crm_relationships d WHERE d.to_id = ?1 AND d.kind = 'contact_of'";

fn task(r: &Row<'_>) -> Result<OpenTaskRow, rusqlite::Error> {
    Ok(OpenTaskRow { id: EntityId(r.get(0)?), due_at: r.get(1)?, client: r.get::<_, Option<_>>(2)?.map(EntityId) })
}

fn touch(r: &Row<'_>) -> Result<TouchRow, rusqlite::Error> {
    Ok(TouchRow { id: EntityId(r.get(0)?), at: r.get(1)?, channel: r.get(2)?, contact: r.get(3)? })
}

impl Reader<'_> {
    /// The stages, in small letters, in which watched clients' deals stand.
    ///
    /// # Errors
    /// The database's.
    pub fn watched_stages(&self) -> Result<Vec<String>, StoreError> {
        // From one value of the index to the next, however many clients stand at each.
        let sql = "WITH RECURSIVE s (stage) AS (
                SELECT min(deal_stage) FROM crm_watch
                UNION ALL
                SELECT (SELECT min(w.deal_stage) FROM crm_watch w WHERE w.deal_stage > s.stage) FROM s
                WHERE s.stage IS NOT NULL
            ) SELECT stage FROM s WHERE stage IS NOT NULL LIMIT ?";
        Ok(self.conn.prepare_cached(sql)?.query_map([MOST_STAGES], |r| r.get(0))?.collect::<Result<_, _>>()?)
    }

    /// Clients whose deal stands at a stage and who were last contacted on a day in `from..before`, the longest ago first;
    /// `None` for those whom nobody ever contacted, the newest first.
    ///
    /// # Errors
    /// The database's.
    pub fn watched(&self, stage: &str, days: Option<(&str, &str)>, limit: u32) -> Result<Vec<Watched>, StoreError> {
        let read = |r: &Row<'_>| {
            let day: String = r.get(2)?;
            Ok(Watched {
                person: EntityId(r.get(0)?),
                deal: EntityId(r.get(1)?),
                contact_day: Some(day).filter(|d| !d.is_empty()),
                contact: r.get::<_, Option<_>>(3)?.map(EntityId),
            })
        };
        let select = "SELECT person_id, deal_id, contact_at, contact_id FROM crm_watch WHERE deal_stage = ?1";
        let found = match days {
            Some((from, before)) => self
                .conn
                .prepare_cached(&format!(
                    "{select} AND contact_at >= ?2 AND contact_at < ?3 ORDER BY contact_at, person_id LIMIT ?4"
                ))?
                .query_map(params![stage, from, before, limit], read)?
                .collect::<Result<_, _>>()?,
            None => self
                .conn
                .prepare_cached(&format!("{select} AND contact_at = '' ORDER BY person_id DESC LIMIT ?2"))?
                .query_map(params![stage, limit], read)?
                .collect::<Result<_, _>>()?,
        };
        Ok(found)
    }

    /// How many [`Reader::watched`] would give without a limit.
    ///
    /// # Errors
    /// The database's.
    pub fn watched_count(&self, stage: &str, days: Option<(&str, &str)>) -> Result<u64, StoreError> {
        // Nobody's day lies in `''..'0'` but that of those without any.
        let (from, before) = days.unwrap_or(("", "0"));
        let sql = "SELECT count(*) FROM crm_watch WHERE deal_stage = ? AND contact_at >= ? AND contact_at < ?";
        Ok(self.conn.prepare_cached(sql)?.query_row(params![stage, from, before], |r| r.get(0))?)
    }

    /// Open tasks that are due in `from..before`: days, or times as records have them.
    ///
    /// # Errors
    /// The database's.
    pub fn tasks_due(
        &self,
        (from, before): (&str, &str),
        newest_first: bool,
        limit: u32,
    ) -> Result<Vec<OpenTaskRow>, StoreError> {
        let order = if newest_first { "t.due_at DESC, t.id DESC" } else { "t.due_at, t.id" };
        let sql = format!(
            "SELECT t.id, t.due_at, {CLIENT_OF_TASK} FROM crm_tasks t INDEXED BY crm_tasks_open
             WHERE t.due_at >= ? AND t.due_at < ? AND {OPEN_TASK} ORDER BY {order} LIMIT ?"
        );
        Ok(self.conn.prepare_cached(&sql)?.query_map(params![from, before, limit], task)?.collect::<Result<_, _>>()?)
    }

    /// How many open tasks are due in `from..before`.
    ///
    /// # Errors
    /// The database's.
    pub fn tasks_due_count(&self, (from, before): (&str, &str)) -> Result<u64, StoreError> {
        let sql = format!(
            "SELECT count(*) FROM crm_tasks t INDEXED BY crm_tasks_open WHERE t.due_at >= ? AND t.due_at < ? AND {OPEN_TASK}"
        );
        Ok(self.conn.prepare_cached(&sql)?.query_row(params![from, before], |r| r.get(0))?)
    }

    /// Open tasks of a client or of their deals, by when they are due, those without a day last.
    ///
    /// # Errors
    /// The database's.
    pub fn open_tasks_of(&self, person: EntityId) -> Result<Vec<OpenTaskRow>, StoreError> {
        let sql = format!(
            "SELECT DISTINCT t.id, t.due_at, NULL FROM crm_relationships l JOIN crm_tasks t ON t.id = l.from_id
             WHERE l.kind = 'task_of' AND l.to_id IN ({AROUND}) AND {OPEN_TASK} ORDER BY t.due_at IS NULL, t.due_at, t.id"
        );
        Ok(self.conn.prepare_cached(&sql)?.query_map([person.0], task)?.collect::<Result<_, _>>()?)
    }

    /// Tasks of a client or of their deals that were done.
    ///
    /// # Errors
    /// The database's.
    pub fn done_tasks_of(&self, person: EntityId) -> Result<Vec<EntityId>, StoreError> {
        let sql = format!(
            "SELECT DISTINCT t.id FROM crm_relationships l JOIN crm_tasks t ON t.id = l.from_id
             WHERE l.kind = 'task_of' AND l.to_id IN ({AROUND}) AND t.archived = 0 AND NOT ({OPEN_TASK}) ORDER BY t.id"
        );
        Ok(self
            .conn
            .prepare_cached(&sql)?
            .query_map([person.0], |r| Ok(EntityId(r.get(0)?)))?
            .collect::<Result<_, _>>()?)
    }

    /// Every call, message, visit and note with a client, in no order.
    ///
    /// # Errors
    /// The database's.
    pub fn direct_touches_of(&self, person: EntityId) -> Result<Vec<TouchRow>, StoreError> {
        let sql = "SELECT i.id, i.at, i.channel, i.contact_at IS NOT NULL FROM crm_relationships l JOIN crm_interactions i ON i.id = l.from_id
             WHERE l.kind = 'interaction_of' AND l.to_id = ? AND i.archived = 0";
        Ok(self.conn.prepare_cached(sql)?.query_map([person.0], touch)?.collect::<Result<_, _>>()?)
    }

    /// Every call, message, visit and note with a client or about one of their deals, in no order.
    ///
    /// # Errors
    /// The database's.
    pub fn touches_of(&self, person: EntityId) -> Result<Vec<TouchRow>, StoreError> {
        let sql = format!(
            "SELECT DISTINCT i.id, i.at, i.channel, i.contact_at IS NOT NULL FROM crm_relationships l JOIN crm_interactions i ON i.id = l.from_id
             WHERE l.kind = 'interaction_of' AND l.to_id IN ({AROUND}) AND i.archived = 0"
        );
        Ok(self.conn.prepare_cached(&sql)?.query_map([person.0], touch)?.collect::<Result<_, _>>()?)
    }

    /// Records of a kind that are linked to a client by a kind of link, in id order.
    ///
    /// # Errors
    /// The database's.
    pub fn linked_to(&self, person: EntityId, kind: &str, entity: EntityType) -> Result<Vec<EntityRef>, StoreError> {
        let sql =
            "SELECT from_id FROM crm_relationships WHERE to_id = ? AND kind = ? AND from_type = ? ORDER BY from_id";
        Ok(self
            .conn
            .prepare_cached(sql)?
            .query_map(params![person.0, kind, entity.as_str()], |r| Ok(EntityRef { entity, id: EntityId(r.get(0)?) }))?
            .collect::<Result<_, _>>()?)
    }

    /// Whether the projection says what the tables say: how many of its rows they do not, and the other way round.
    ///
    /// # Errors
    /// The database's.
    pub fn watch_differences(&self) -> Result<u64, StoreError> {
        let columns = "person_id, deal_id, deal_stage, contact_at, contact_id";
        let sql = format!(
            "SELECT (SELECT count(*) FROM (SELECT {columns} FROM crm_watch EXCEPT SELECT {columns} FROM crm_watch_now))
             + (SELECT count(*) FROM (SELECT {columns} FROM crm_watch_now EXCEPT SELECT {columns} FROM crm_watch))"
        );
        Ok(self.conn.query_row(&sql, [], |r| r.get(0))?)
    }
}
