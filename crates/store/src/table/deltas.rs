//! `graph_deltas` and their values: the log that the graph is the sum of (R144).

use std::collections::BTreeSet;

use contracts::{
    Actor, Artifact, ArtifactId, Cause, ClientGraphDelta, DecisionId, DeltaId, DeviceId, EntityRef, Envelope, GroupId,
    Lifecycle, Link, ProvenanceRef, Timestamp,
};
use graph::Mutation;
use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

use super::compact;
use super::log::Meta;
use crate::error::from_json;
use crate::{Reader, StoreError};

/// A delta as stored.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredDelta {
    /// The local key: rises with each delta.
    pub delta: i64,
    /// The delta.
    pub delta_id: DeltaId,
    /// Device and epoch.
    pub device: (Uuid, u32),
    /// Contiguous per device and epoch.
    pub n: u64,
    /// The human action.
    pub group: GroupId,
    /// What it changed.
    pub mutation: Mutation,
    /// Why.
    pub cause: Cause,
    /// Who.
    pub actor: Actor,
    /// The system its values came from.
    pub source_system: String,
    /// Hybrid logical clock.
    pub hlc: String,
    /// When.
    pub at: Timestamp,
    /// The delta it takes back.
    pub inverse_of: Option<DeltaId>,
}

impl StoredDelta {
    /// The artifact.
    #[must_use]
    pub fn artifact(&self) -> ClientGraphDelta {
        let sources = self.mutation.changes.iter().flat_map(|c| &c.sources).cloned().map(ProvenanceRef::Cell);
        let confidence = self.mutation.changes.iter().filter_map(|c| c.confidence).min_by(f64::total_cmp);
        ClientGraphDelta {
            envelope: Envelope {
                artifact_id: ArtifactId(self.delta_id.0),
                artifact_type: ClientGraphDelta::TYPE.into(),
                schema_version: ClientGraphDelta::VERSION.into(),
                source_system: self.source_system.clone(),
                created_at: self.at.clone(),
                created_by: self.actor.clone(),
                confidence,
                provenance: sources.collect(),
                // A standalone workspace is its own authority: what is committed is acknowledged (`sync.md`).
                lifecycle: Lifecycle { state: "acknowledged".into(), entered_at: self.at.clone() },
                unknown: serde_json::Map::new(),
            },
            delta_id: self.delta_id,
            entity: self.mutation.entity,
            op: self.mutation.op,
            changes: self.mutation.changes.clone(),
            cause: self.cause.clone(),
            actor: self.actor.clone(),
            group: self.group,
            device: DeviceId(self.device.0),
            epoch: self.device.1,
            n: self.n,
            hlc: self.hlc.clone(),
            inverse_of: self.inverse_of,
        }
    }
}

/// A delta's commitment as stored and as it follows from what is stored.
pub(crate) struct Committed {
    pub n: u64,
    pub stored: [u8; 32],
    /// None: its values are gone, and no erasure says why.
    pub now: Option<[u8; 32]>,
}

const SELECT: &str = "SELECT d.delta, d.delta_id, d.device, d.epoch, d.n, d.group_id, d.entity_type, d.entity_id, d.op,
    d.cause, d.actor, d.source_system, d.hlc, d.at, d.inverse_of, v.changes, v.salt, d.commitment
    FROM graph_deltas d JOIN graph_delta_values v USING (delta)";

fn read(r: &Row<'_>) -> Result<StoredDelta, StoreError> {
    let entity: String = r.get(6)?;
    let op: String = r.get(8)?;
    let cause: Cause = from_json("cause", &r.get::<_, String>(9)?)?;
    Ok(StoredDelta {
        delta: r.get(0)?,
        delta_id: DeltaId(r.get(1)?),
        device: (r.get(2)?, r.get(3)?),
        n: r.get(4)?,
        group: GroupId(r.get(5)?),
        mutation: Mutation {
            entity: EntityRef {
                entity: entity.parse().map_err(StoreError::Damaged)?,
                id: contracts::EntityId(r.get(7)?),
            },
            op: op.parse().map_err(StoreError::Damaged)?,
            changes: compact::read_changes(&r.get::<_, String>(15)?, &cause)?,
        },
        cause,
        actor: from_json("actor", &r.get::<_, String>(10)?)?,
        source_system: r.get(11)?,
        hlc: r.get(12)?,
        at: Timestamp(r.get(13)?),
        inverse_of: r.get::<_, Option<Uuid>>(14)?.map(DeltaId),
    })
}

/// The links that link and unlink deltas, oldest first, leave standing.
fn standing_links(
    deltas: impl Iterator<Item = rusqlite::Result<Result<StoredDelta, StoreError>>>,
) -> Result<BTreeSet<Link>, StoreError> {
    let mut links = BTreeSet::new();
    for delta in deltas {
        let mutation = delta??.mutation;
        if let Some(link) = mutation.link()? {
            if mutation.op == contracts::DeltaOp::Link {
                links.insert(link)
            } else {
                links.remove(&link)
            };
        }
    }
    Ok(links)
}

impl Reader<'_> {
    /// Every delta of a record, oldest first, links included.
    ///
    /// # Errors
    /// The database's.
    pub fn deltas_of(&self, id: contracts::EntityId) -> Result<Vec<StoredDelta>, StoreError> {
        let sql = format!("{SELECT} WHERE d.entity_id = ? ORDER BY d.delta");
        self.conn.prepare_cached(&sql)?.query_map([id.0], |r| Ok(read(r)))?.map(|r| r?).collect()
    }

    /// One delta.
    ///
    /// # Errors
    /// The database's.
    pub fn delta(&self, id: DeltaId) -> Result<Option<StoredDelta>, StoreError> {
        let sql = format!("{SELECT} WHERE d.delta_id = ?");
        self.conn.prepare_cached(&sql)?.query_row([id.0], |r| Ok(read(r))).optional()?.transpose()
    }

    /// Whether a record's fields were ever changed after it was made.
    ///
    /// # Errors
    /// The database's.
    pub fn ever_updated(&self, id: contracts::EntityId) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM graph_deltas
            WHERE entity_id = ? AND op IN ('update', 'archive', 'restore'))";
        Ok(self.conn.prepare_cached(sql)?.query_row([id.0], |r| r.get(0))?)
    }

    /// Deltas that rest on a decision and have not been taken back, oldest first.
    ///
    /// # Errors
    /// The database's.
    pub fn standing_deltas(&self, decision: DecisionId) -> Result<Vec<StoredDelta>, StoreError> {
        let sql = format!(
            "{SELECT} WHERE d.decision_id = ? AND d.inverse_of IS NULL
             AND NOT EXISTS (SELECT 1 FROM graph_deltas i WHERE i.inverse_of = d.delta_id) ORDER BY d.delta"
        );
        self.conn.prepare_cached(&sql)?.query_map([decision.0], |r| Ok(read(r)))?.map(|r| r?).collect()
    }

    /// Every record that the log knows, whether it still exists or not, in a stable order.
    ///
    /// # Errors
    /// The database's.
    pub fn logged_entities(&self) -> Result<Vec<EntityRef>, StoreError> {
        let sql = "SELECT DISTINCT entity_type, entity_id FROM graph_deltas
            WHERE op NOT IN ('link', 'unlink') ORDER BY 1, 2";
        self.conn
            .prepare_cached(sql)?
            .query_map([], |r| Ok((r.get::<_, String>(0)?, contracts::EntityId(r.get(1)?))))?
            .map(|r| {
                let (entity, id) = r?;
                Ok(EntityRef { entity: entity.parse().map_err(StoreError::Damaged)?, id })
            })
            .collect()
    }

    /// The links that the log leaves standing: what `crm_relationships` must hold. Reads every link delta.
    ///
    /// # Errors
    /// The database's.
    pub fn logged_links(&self) -> Result<BTreeSet<Link>, StoreError> {
        let sql = format!("{SELECT} WHERE d.op IN ('link', 'unlink') ORDER BY d.delta");
        standing_links(self.conn.prepare_cached(&sql)?.query_map([], |r| Ok(read(r)))?)
    }

    /// The links from or to one record that the log leaves standing.
    ///
    /// # Errors
    /// The database's.
    pub fn logged_links_of(&self, id: contracts::EntityId) -> Result<BTreeSet<Link>, StoreError> {
        let sql = format!(
            "{SELECT} WHERE d.delta IN (SELECT delta FROM graph_deltas WHERE entity_id = ?1
             UNION SELECT delta FROM graph_deltas WHERE other_id = ?1) AND d.op IN ('link', 'unlink') ORDER BY d.delta"
        );
        standing_links(self.conn.prepare_cached(&sql)?.query_map([id.0], |r| Ok(read(r)))?)
    }

    /// Every delta of a group that has not been taken back, oldest first.
    ///
    /// # Errors
    /// The database's.
    pub fn standing_group(&self, group: GroupId) -> Result<Vec<StoredDelta>, StoreError> {
        let sql = format!(
            "{SELECT} WHERE d.group_id = ?
             AND NOT EXISTS (SELECT 1 FROM graph_deltas i WHERE i.inverse_of = d.delta_id) ORDER BY d.delta"
        );
        self.conn.prepare_cached(&sql)?.query_map([group.0], |r| Ok(read(r)))?.map(|r| r?).collect()
    }

    /// What a rule applied of an import and nobody took back, oldest first.
    ///
    /// # Errors
    /// The database's.
    pub fn standing_by_rule(&self, import: i64) -> Result<Vec<StoredDelta>, StoreError> {
        let sql = format!(
            "{SELECT} WHERE d.import = ? AND d.decision_id IS NULL AND d.inverse_of IS NULL
             AND NOT EXISTS (SELECT 1 FROM graph_deltas i WHERE i.inverse_of = d.delta_id) ORDER BY d.delta"
        );
        self.conn.prepare_cached(&sql)?.query_map([import], |r| Ok(read(r)))?.map(|r| r?).collect()
    }

    /// Deltas of an import that have not been taken back, newest first, older than `before`: at least `limit` of them if
    /// there are so many, and always whole groups.
    ///
    /// # Errors
    /// The database's.
    pub fn standing_of_import(
        &self,
        import: i64,
        before: Option<i64>,
        limit: u32,
    ) -> Result<Vec<StoredDelta>, StoreError> {
        let sql = format!(
            "{SELECT} WHERE d.delta < ?2 AND d.import = ?1 AND d.inverse_of IS NULL
             AND NOT EXISTS (SELECT 1 FROM graph_deltas i WHERE i.inverse_of = d.delta_id)
             ORDER BY d.delta DESC LIMIT ?3"
        );
        let mut found: Vec<StoredDelta> = self
            .conn
            .prepare_cached(&sql)?
            .query_map(params![import, before.unwrap_or(i64::MAX), limit], |r| Ok(read(r)))?
            .map(|r| r?)
            .collect::<Result<_, StoreError>>()?;
        if let Some(last) = found.last().map(|d| (d.delta, d.group)) {
            let rest = self.standing_group(last.1)?;
            found.extend(rest.into_iter().rev().filter(|d| d.delta < last.0));
        }
        Ok(found)
    }

    /// Changes of fields that an import made and nobody took back, in the order of the log.
    ///
    /// # Errors
    /// The database's, and those of `visit`.
    pub fn each_standing_update<E: From<StoreError>>(
        &self,
        import: i64,
        mut visit: impl FnMut(StoredDelta) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql = format!(
            "{SELECT} WHERE d.import = ?1 AND d.op = 'update' AND d.inverse_of IS NULL
             AND NOT EXISTS (SELECT 1 FROM graph_deltas i WHERE i.inverse_of = d.delta_id) ORDER BY d.delta"
        );
        let mut statement = self.conn.prepare_cached(&sql).map_err(StoreError::from)?;
        let mut rows = statement.query([import]).map_err(StoreError::from)?;
        while let Some(r) = rows.next().map_err(StoreError::from)? {
            visit(read(r)?)?;
        }
        Ok(())
    }

    /// Deltas by which an import touched or linked to a record and that have not been taken back.
    ///
    /// # Errors
    /// The database's.
    pub fn standing_about(&self, import: i64, id: contracts::EntityId) -> Result<Vec<StoredDelta>, StoreError> {
        let sql = format!(
            "{SELECT} WHERE d.delta IN (SELECT delta FROM graph_deltas WHERE entity_id = ?2
             UNION SELECT delta FROM graph_deltas WHERE other_id = ?2) AND d.import = ?1 AND d.inverse_of IS NULL
             AND NOT EXISTS (SELECT 1 FROM graph_deltas i WHERE i.inverse_of = d.delta_id) ORDER BY d.delta"
        );
        self.conn.prepare_cached(&sql)?.query_map(params![import, id.0], |r| Ok(read(r)))?.map(|r| r?).collect()
    }

    /// How many deltas an import made in all, and how many of them its undo took back.
    ///
    /// # Errors
    /// The database's.
    pub fn deltas_of_import(&self, import: i64) -> Result<(u64, u64), StoreError> {
        let sql = "SELECT count(*) FILTER (WHERE inverse_of IS NULL), count(*) FILTER (WHERE inverse_of IS NOT NULL)
            FROM graph_deltas WHERE import = ?";
        Ok(self.conn.prepare_cached(sql)?.query_row([import], |r| Ok((r.get(0)?, r.get(1)?)))?)
    }

    /// Whether nothing was written to the log since an instant but by one decision, or by a rule, on one import. The
    /// hybrid clock never goes back, so that the newest entries tell.
    ///
    /// # Errors
    /// The database's.
    pub fn only_written_by(
        &self,
        import: i64,
        decision: Option<DecisionId>,
        since: &Timestamp,
    ) -> Result<bool, StoreError> {
        let since: jiff::Timestamp =
            since.0.parse().map_err(|_| StoreError::Damaged(format!("{since} is no instant")))?;
        let since_ms = u64::try_from(since.as_millisecond()).unwrap_or(0);
        let mut statement =
            self.conn.prepare_cached("SELECT hlc, import, decision_id FROM graph_deltas ORDER BY delta DESC")?;
        let mut rows = statement.query([])?;
        while let Some(r) = rows.next()? {
            let hlc = r.get_ref(0)?.as_str().map_err(|e| StoreError::Damaged(e.to_string()))?;
            let ms = hlc.split_once('-').and_then(|(ms, _)| u64::from_str_radix(ms, 16).ok()).unwrap_or(u64::MAX);
            if ms < since_ms {
                return Ok(true);
            }
            let by: (Option<i64>, Option<Uuid>) = (r.get(1)?, r.get(2)?);
            if by != (Some(import), decision.map(|d| d.0)) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The newest group of this workspace that changed the graph and was not taken back whole, of those that begin before
    /// the delta of this local key where one is given; none where there is none.
    ///
    /// # Errors
    /// The database's.
    pub fn newest_group(&self, before: Option<i64>) -> Result<Option<GroupId>, StoreError> {
        let sql = "SELECT d.group_id FROM graph_deltas d WHERE d.inverse_of IS NULL AND d.delta < ?
            AND NOT EXISTS (SELECT 1 FROM graph_deltas i WHERE i.inverse_of = d.delta_id) ORDER BY d.delta DESC LIMIT 1";
        let before = before.unwrap_or(i64::MAX);
        Ok(self.conn.prepare_cached(sql)?.query_row([before], |r| Ok(GroupId(r.get(0)?))).optional()?)
    }

    /// Proposals whose deltas stand in a group.
    ///
    /// # Errors
    /// The database's.
    pub fn proposals_of_group(&self, group: GroupId) -> Result<Vec<contracts::ProposalId>, StoreError> {
        let sql = "SELECT DISTINCT json_extract(cause, '$.proposal_id') FROM graph_deltas
            WHERE group_id = ? AND json_extract(cause, '$.proposal_id') IS NOT NULL ORDER BY 1";
        self.conn
            .prepare_cached(sql)?
            .query_map([group.0], |r| r.get::<_, String>(0))?
            .map(|id| Ok(contracts::ProposalId(Uuid::parse_str(&id?).map_err(|e| StoreError::Damaged(e.to_string()))?)))
            .collect()
    }

    /// The groups that rest on a decision, oldest first.
    ///
    /// # Errors
    /// The database's.
    pub fn groups_of_decision(&self, decision: DecisionId) -> Result<Vec<GroupId>, StoreError> {
        let sql = "SELECT group_id FROM graph_deltas WHERE decision_id = ? GROUP BY group_id ORDER BY min(delta)";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([decision.0], |r| Ok(GroupId(r.get(0)?)))?.collect::<Result<_, _>>()?;
        Ok(rows)
    }

    /// What rules applied of imports without a person's decision and nobody took back, newest import first.
    ///
    /// # Errors
    /// The database's.
    pub fn rule_uses(&self) -> Result<Vec<contracts::PolicyUse>, StoreError> {
        let sql =
            "SELECT i.import_id, i.file_name, json_extract(d.actor, '$.id'), count(DISTINCT d.entity_id), max(d.at)
            FROM graph_deltas d JOIN workflow_imports i USING (import)
            WHERE d.decision_id IS NULL AND d.inverse_of IS NULL AND d.op = 'create'
            AND NOT EXISTS (SELECT 1 FROM graph_deltas x WHERE x.inverse_of = d.delta_id)
            GROUP BY d.import, 3 ORDER BY d.import DESC";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement
            .query_map([], |r| {
                Ok(contracts::PolicyUse {
                    import_id: contracts::ImportId(r.get(0)?),
                    file_name: r.get(1)?,
                    rule: r.get(2)?,
                    records: r.get(3)?,
                    at: Timestamp(r.get(4)?),
                })
            })?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }

    /// Number of deltas in the log.
    ///
    /// # Errors
    /// The database's.
    pub fn graph_version(&self) -> Result<u64, StoreError> {
        Ok(self.conn.prepare_cached("SELECT coalesce(max(delta), 0) FROM graph_deltas")?.query_row([], |r| r.get(0))?)
    }

    /// The commitments of a group's deltas, in order.
    pub(crate) fn group_commitments(&self, group: Uuid) -> Result<Vec<Committed>, StoreError> {
        let sql = "SELECT d.delta_id, d.n, d.commitment FROM graph_deltas d WHERE d.group_id = ? ORDER BY d.delta";
        let logged: Vec<(Uuid, u64, [u8; 32])> = self
            .conn
            .prepare_cached(sql)?
            .query_map([group], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?
            .collect::<Result<_, _>>()?;
        let sql = format!("{SELECT} WHERE d.group_id = ? ORDER BY d.delta");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([group])?;
        let mut held = std::collections::BTreeMap::new();
        while let Some(r) = rows.next()? {
            let delta = read(r)?;
            let (changes, salt): (String, Vec<u8>) = (r.get(15)?, r.get(16)?);
            held.insert(delta.delta_id.0, graph::delta_commitment(&Meta::of(&delta).canonical()?, &salt, &changes));
        }
        logged
            .into_iter()
            .map(|(id, n, stored)| {
                let now = match held.get(&id) {
                    Some(now) if *now == stored => Some(stored),
                    // What an erasure took can't be recomputed; the erasure's own entry covers that it did.
                    _ if self.is_marked("delta", id)? => Some(stored),
                    other => other.copied(),
                };
                Ok(Committed { n, stored, now })
            })
            .collect()
    }

    /// Whether this decision exists as the cause of any delta.
    ///
    /// # Errors
    /// The database's.
    pub fn decision_has_deltas(&self, decision: DecisionId) -> Result<bool, StoreError> {
        Ok(self
            .conn
            .prepare_cached("SELECT 1 FROM graph_deltas WHERE decision_id = ? LIMIT 1")?
            .query_row([decision.0], |_| Ok(()))
            .optional()?
            .is_some())
    }
}
