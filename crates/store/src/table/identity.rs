//! `identity_*`: the blocking keys of people as a projection of the log, and remembered rejections.
//!
//! What a key is the caller says (the identity engine is none of the store's business); the store knows up to which change
//! the keys are written, who changed since, and who has a key.

use contracts::{DecisionId, EntityId};
use rusqlite::{OptionalExtension, params};

use crate::codec::blob;
use crate::{Reader, StoreError, Tx};

/// What splits a big block: hashes, 0 where there is nothing.
pub type BlockAttributes = [u32; 8];

/// The keys of one person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonKeys {
    /// Hashes, rising, each once.
    pub hashes: Vec<u64>,
    /// Its attributes.
    pub attributes: BlockAttributes,
}

/// Where the graph and the keys of its people stand: two that are equal and whole mean the same records and the same keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdentityStand {
    /// The change up to which the keys are written.
    keys: i64,
    /// The last change.
    log: i64,
    /// Records that were changed outside the log, by erasures.
    erased: i64,
    /// People of these whose keys are still to be written.
    stale: i64,
}

impl IdentityStand {
    /// Whether the keys are those of every person as it stands.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.keys == self.log && self.stale == 0
    }
}

/// Local keys that are read together, and of how many people between them at least one must be wanted for that: a row of a
/// table found by its number costs what a run of some twenty costs.
const RUN: u32 = 1024;
const SPARSE: usize = 24;

/// People whose keys are to be written anew.
#[derive(Clone, Debug, Default)]
pub struct Behind {
    /// Who, each once.
    pub people: Vec<EntityId>,
    /// The change up to which the projection stands once they are written.
    pub upto: i64,
    /// Whether that is all.
    pub whole: bool,
}

/// A pair that somebody decided not to be one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rejection {
    /// Digest of the features of one.
    pub one: [u8; 16],
    /// Of the other.
    pub other: [u8; 16],
    /// The record of one, where there is one.
    pub one_id: Option<EntityId>,
    /// Of the other.
    pub other_id: Option<EntityId>,
    /// The decision.
    pub decision: DecisionId,
}

fn packed(keys: &PersonKeys) -> (Vec<u8>, Vec<u8>) {
    let hashes = keys.hashes.iter().flat_map(|h| h.to_le_bytes()).collect();
    let attributes = keys.attributes.iter().flat_map(|a| a.to_le_bytes()).collect();
    (hashes, attributes)
}

fn unpacked_hashes(bytes: &[u8]) -> Vec<u64> {
    bytes.as_chunks::<8>().0.iter().map(|c| u64::from_le_bytes(*c)).collect()
}

fn unpacked_attributes(bytes: &[u8]) -> BlockAttributes {
    let mut out = BlockAttributes::default();
    for (to, from) in out.iter_mut().zip(bytes.as_chunks::<4>().0) {
        *to = u32::from_le_bytes(*from);
    }
    out
}

impl Reader<'_> {
    /// Which version of features and model the keys are of; none before the first.
    ///
    /// # Errors
    /// The database's.
    pub fn identity_version(&self) -> Result<Option<String>, StoreError> {
        let sql = "SELECT version FROM identity_state WHERE one = 1";
        Ok(self.conn.prepare_cached(sql)?.query_row([], |r| r.get(0)).optional()?)
    }

    fn identity_upto(&self) -> Result<i64, StoreError> {
        let sql = "SELECT upto FROM identity_state WHERE one = 1";
        Ok(self.conn.prepare_cached(sql)?.query_row([], |r| r.get(0)).optional()?.unwrap_or(0))
    }

    /// How many changes the keys are behind the log; 0 when they are those of every person as it stands.
    ///
    /// # Errors
    /// The database's.
    pub fn identity_lag(&self) -> Result<u64, StoreError> {
        let sql = "SELECT coalesce((SELECT max(delta) FROM graph_deltas), 0) - ?1
            + (SELECT count(*) FROM identity_people WHERE stale = 1)";
        let lag: i64 = self.conn.prepare_cached(sql)?.query_row([self.identity_upto()?], |r| r.get(0))?;
        Ok(u64::try_from(lag).unwrap_or(0))
    }

    /// People touched by the next so many changes since the keys were written, and those an erasure left.
    ///
    /// # Errors
    /// The database's.
    pub fn identity_behind(&self, limit: u32) -> Result<Behind, StoreError> {
        let upto = self.identity_upto()?;
        let mut behind = Behind { upto, ..Behind::default() };
        let sql = "SELECT entity_id FROM identity_people WHERE stale = 1 LIMIT ?";
        let mut statement = self.conn.prepare_cached(sql)?;
        for id in statement.query_map([limit], |r| r.get(0))? {
            behind.people.push(EntityId(id?));
        }
        let sql =
            "SELECT delta, entity_id, entity_type = 'person' FROM graph_deltas WHERE delta > ? ORDER BY delta LIMIT ?";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query(params![upto, limit])?;
        let mut seen = 0;
        while let Some(r) = rows.next()? {
            seen += 1;
            behind.upto = r.get(0)?;
            if r.get(2)? {
                behind.people.push(EntityId(r.get(1)?));
            }
        }
        behind.whole = seen < limit && behind.people.len() < limit as usize;
        behind.people.sort_unstable();
        behind.people.dedup();
        Ok(behind)
    }

    /// The keys that are kept of a person; none where none are.
    ///
    /// # Errors
    /// The database's.
    pub fn identity_of(&self, id: EntityId) -> Result<Option<PersonKeys>, StoreError> {
        let sql = "SELECT keys, attributes FROM identity_people WHERE entity_id = ? AND stale = 0";
        Ok(self
            .conn
            .prepare_cached(sql)?
            .query_row([id.0], |r| {
                let (hashes, attributes): (Vec<u8>, Vec<u8>) = (r.get(0)?, r.get(1)?);
                Ok(PersonKeys { hashes: unpacked_hashes(&hashes), attributes: unpacked_attributes(&attributes) })
            })
            .optional()?)
    }

    /// Whether the index of keys holds exactly what is kept of each person.
    ///
    /// # Errors
    /// The database's.
    pub fn identity_index_is_whole(&self) -> Result<bool, StoreError> {
        let sql = "SELECT (SELECT count(*) FROM identity_keys) = (SELECT coalesce(sum(length(keys) / 8), 0) FROM identity_people)
            AND NOT EXISTS (SELECT 1 FROM identity_keys k WHERE NOT EXISTS (SELECT 1 FROM identity_people p WHERE p.person = k.person))";
        Ok(self.conn.prepare_cached(sql)?.query_row([], |r| r.get(0))?)
    }

    /// People by their local key, from one on.
    ///
    /// # Errors
    /// The database's.
    pub fn identity_people(&self, after: i64, limit: u32) -> Result<Vec<(i64, EntityId)>, StoreError> {
        let sql = "SELECT person, entity_id FROM identity_people WHERE person > ? ORDER BY person LIMIT ?";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map(params![after, limit], |r| Ok((r.get(0)?, EntityId(r.get(1)?))))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// People who have keys, by id, from one on.
    ///
    /// # Errors
    /// The database's.
    pub fn identity_ids(&self, after: Option<EntityId>, limit: u32) -> Result<Vec<EntityId>, StoreError> {
        let sql =
            "SELECT entity_id FROM identity_people WHERE entity_id > coalesce(?1, x'') ORDER BY entity_id LIMIT ?2";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map(params![after.map(|id| id.0), limit], |r| Ok(EntityId(r.get(0)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How many people have keys.
    ///
    /// # Errors
    /// The database's.
    pub fn identity_count(&self) -> Result<u64, StoreError> {
        Ok(self.conn.prepare_cached("SELECT count(*) FROM identity_people")?.query_row([], |r| r.get(0))?)
    }

    /// Whether anybody is kept here; asked with every step of a plan, where counting them would read them all.
    ///
    /// # Errors
    /// The database's.
    pub fn identity_knows_somebody(&self) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM identity_people)";
        Ok(self.conn.prepare_cached(sql)?.query_row([], |r| r.get(0))?)
    }

    /// Who has a key, by local key, at most so many.
    ///
    /// # Errors
    /// The database's.
    pub fn identity_having(&self, hash: u64, limit: usize) -> Result<Vec<i64>, StoreError> {
        let mut people = Vec::new();
        self.identity_having_each(&[hash.cast_signed()], limit, &mut people, |person| person, |_| true)?;
        Ok(people)
    }

    /// Adds who has each of these keys, by local key as `kept`, at most so many of each. `each` hears when those of a key are
    /// there; it may take them away again, and says whether to go on.
    ///
    /// # Errors
    /// The database's.
    pub fn identity_having_each<P>(
        &self,
        hashes: &[i64],
        limit: usize,
        people: &mut Vec<P>,
        kept: impl Fn(i64) -> P,
        mut each: impl FnMut(&mut Vec<P>) -> bool,
    ) -> Result<(), StoreError> {
        // The limit stands in the text: a plan that is made by a limit's value is made anew each time one is bound.
        let sql = format!("SELECT person FROM identity_keys WHERE hash = ? ORDER BY person LIMIT {limit}");
        let mut statement = self.conn.prepare_cached(&sql)?;
        for hash in hashes {
            let mut rows = statement.query([hash])?;
            while let Some(r) = rows.next()? {
                people.push(kept(r.get_ref(0)?.as_i64().map_err(rusqlite::Error::from)?));
            }
            drop(rows);
            if !each(people) {
                break;
            }
        }
        Ok(())
    }

    /// Who these local keys are, which rise, each with what splits a big block: those whom there is, by their place.
    ///
    /// # Errors
    /// The database's.
    pub fn identity_members_among(
        &self,
        people: &[u32],
        mut take: impl FnMut(usize, EntityId, BlockAttributes),
    ) -> Result<(), StoreError> {
        let sql = "SELECT person, entity_id, attributes FROM identity_people WHERE person >= ? AND person <= ?";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut at = 0;
        for run in people.chunk_by(|a, b| a / RUN == b / RUN) {
            let sparse = run.len() * SPARSE < RUN as usize;
            for wanted in run.chunks(if sparse { 1 } else { run.len() }) {
                let (Some(first), Some(last)) = (wanted.first(), wanted.last()) else { continue };
                let mut rows = statement.query([first, last])?;
                let mut next = 0;
                while let Some(r) = rows.next()? {
                    // Between two that are wanted stands nobody who is not a number as theirs.
                    let person = r.get_ref(0)?.as_i64().map_err(rusqlite::Error::from)? as u32;
                    while wanted.get(next).is_some_and(|wanted| *wanted < person) {
                        next += 1;
                    }
                    if wanted.get(next) == Some(&person) {
                        let attributes = r.get_ref(2)?.as_blob().map_err(rusqlite::Error::from)?;
                        take(at + next, EntityId(r.get(1)?), unpacked_attributes(attributes));
                    }
                }
                at += wanted.len();
            }
        }
        Ok(())
    }

    /// Where the graph and the keys of its people stand.
    ///
    /// # Errors
    /// The database's.
    pub fn identity_stand(&self) -> Result<IdentityStand, StoreError> {
        let sql = "SELECT coalesce((SELECT max(delta) FROM graph_deltas), 0), (SELECT count(*) FROM erasures),
            (SELECT count(*) FROM identity_people WHERE stale = 1)";
        let keys = self.identity_upto()?;
        let stand =
            |r: &rusqlite::Row<'_>| Ok(IdentityStand { keys, log: r.get(0)?, erased: r.get(1)?, stale: r.get(2)? });
        Ok(self.conn.prepare_cached(sql)?.query_row([], stand)?)
    }

    /// Who a local key is, with what splits a big block; none where nobody is.
    ///
    /// # Errors
    /// The database's.
    pub fn identity_member(&self, person: i64) -> Result<Option<(EntityId, BlockAttributes)>, StoreError> {
        let sql = "SELECT entity_id, attributes FROM identity_people WHERE person = ?";
        let mut statement = self.conn.prepare_cached(sql)?;
        let member = |r: &rusqlite::Row<'_>| {
            let attributes = r.get_ref(1)?.as_blob()?;
            Ok((EntityId(r.get(0)?), unpacked_attributes(attributes)))
        };
        Ok(statement.query_row([person], member).optional()?)
    }

    /// Who local keys from one to before another are, each with what splits a big block.
    ///
    /// # Errors
    /// The database's.
    pub fn identity_members(&self, from: i64, to: i64) -> Result<Vec<(i64, EntityId, BlockAttributes)>, StoreError> {
        let sql = "SELECT person, entity_id, attributes FROM identity_people WHERE person >= ? AND person < ?";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([from, to], |r| {
            Ok((r.get(0)?, EntityId(r.get(1)?), unpacked_attributes(r.get_ref(2)?.as_blob()?)))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Up to which change the keys are written.
    ///
    /// # Errors
    /// The database's.
    pub fn identity_stands_at(&self) -> Result<i64, StoreError> {
        self.identity_upto()
    }

    /// Whether anybody was ever decided not to be somebody.
    ///
    /// # Errors
    /// The database's.
    pub fn any_rejection(&self) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM identity_rejections)";
        Ok(self.conn.prepare_cached(sql)?.query_row([], |r| r.get(0))?)
    }

    /// Whether somebody decided that two are not the same: by what they say, or by who they are.
    ///
    /// # Errors
    /// The database's.
    pub fn is_rejected(
        &self,
        digests: ([u8; 16], [u8; 16]),
        records: Option<(EntityId, EntityId)>,
    ) -> Result<bool, StoreError> {
        let (one, other) = (digests.0.min(digests.1), digests.0.max(digests.1));
        let sql = "SELECT EXISTS (SELECT 1 FROM identity_rejections WHERE one = ? AND other = ?)";
        if self.conn.prepare_cached(sql)?.query_row(params![blob(&one), blob(&other)], |r| r.get(0))? {
            return Ok(true);
        }
        let Some((a, b)) = records else { return Ok(false) };
        let sql = "SELECT EXISTS (SELECT 1 FROM identity_rejections WHERE one_id = ?1 AND other_id = ?2)
            OR EXISTS (SELECT 1 FROM identity_rejections WHERE one_id = ?2 AND other_id = ?1)";
        Ok(self.conn.prepare_cached(sql)?.query_row(params![a.0, b.0], |r| r.get(0))?)
    }

    /// Records that were decided not to be this one, each with the decision, oldest first.
    ///
    /// # Errors
    /// The database's.
    pub fn rejections_of(&self, id: EntityId) -> Result<Vec<(EntityId, DecisionId)>, StoreError> {
        let sql = "SELECT other_id, decision_id FROM identity_rejections WHERE one_id = ?1 AND other_id IS NOT NULL
            UNION SELECT one_id, decision_id FROM identity_rejections WHERE other_id = ?1 AND one_id IS NOT NULL
            ORDER BY 2, 1";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([id.0], |r| Ok((EntityId(r.get(0)?), DecisionId(r.get(1)?))))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Verdicts on candidates that were weighed: weight in micro-bits, and whether it was one person. For calibration.
    ///
    /// # Errors
    /// The database's.
    pub fn weighed_verdicts(&self) -> Result<Vec<(i64, bool)>, StoreError> {
        // Until somebody decides there is none, however many wait.
        let sql = "SELECT EXISTS (SELECT 1 FROM workflow_decisions d WHERE d.on_id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM workflow_manifests m WHERE m.manifest_id = d.on_id))";
        let decided: bool = self.conn.prepare_cached(sql)?.query_row([], |r| r.get(0))?;
        if !decided {
            return Ok(Vec::new());
        }
        // In this order: what most proposals hold, which wait undecided, is not read.
        let sql = "SELECT json_extract(c.value, '$.weight'), l.state IN ('applied', 'approved', 'corrected')
            FROM workflow_proposals p CROSS JOIN workflow_lifecycle l ON l.artifact_id = p.proposal_id
                AND l.seq = (SELECT max(seq) FROM workflow_lifecycle m WHERE m.artifact_id = p.proposal_id)
            CROSS JOIN workflow_proposal_values v ON v.proposal = p.proposal,
                json_each(coalesce(json_extract(v.artifact, '$.merge'), json_extract(v.artifact, '$.merge_candidate_refs'))) c
            WHERE p.review_required = 1 AND p.action = 'merge' AND l.state IN ('applied', 'approved', 'corrected', 'rejected')
            AND json_extract(c.value, '$.weight') IS NOT NULL AND c.key = 0 ORDER BY 1, 2";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<Result<_, _>>()?;
        Ok(rows)
    }
}

impl Tx<'_> {
    /// Begins the projection anew under a version of features and model.
    ///
    /// # Errors
    /// The database's.
    pub fn identity_restart(&mut self, version: &str) -> Result<(), StoreError> {
        self.conn.execute("DELETE FROM identity_keys", [])?;
        self.conn.execute("DELETE FROM identity_people", [])?;
        let sql = "INSERT INTO identity_state (one, version, upto) VALUES (1, ?, 0)
            ON CONFLICT (one) DO UPDATE SET version = excluded.version, upto = 0";
        self.conn.execute(sql, [version])?;
        Ok(())
    }

    /// Writes the keys of a person; none for one that is gone.
    ///
    /// # Errors
    /// The database's.
    pub fn identity_store(&mut self, id: EntityId, keys: Option<&PersonKeys>) -> Result<(), StoreError> {
        let sql = "SELECT person, keys, attributes, stale FROM identity_people WHERE entity_id = ?";
        let before: Option<(i64, Vec<u8>, Vec<u8>, bool)> = self
            .conn
            .prepare_cached(sql)?
            .query_row([id.0], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?)))
            .optional()?;
        let now = keys.map(packed);
        if let (Some((_, hashes, attributes, false)), Some(now)) = (&before, &now)
            && (hashes, attributes) == (&now.0, &now.1)
        {
            return Ok(());
        }
        if let Some((person, hashes, ..)) = &before {
            let mut delete = self.conn.prepare_cached("DELETE FROM identity_keys WHERE hash = ? AND person = ?")?;
            for hash in unpacked_hashes(hashes) {
                delete.execute(params![hash.cast_signed(), person])?;
            }
        }
        let (Some(keys), Some((hashes, attributes))) = (keys, now) else {
            self.conn.prepare_cached("DELETE FROM identity_people WHERE entity_id = ?")?.execute([id.0])?;
            return Ok(());
        };
        let sql = "INSERT INTO identity_people (entity_id, attributes, keys) VALUES (?, ?, ?)
            ON CONFLICT (entity_id) DO UPDATE SET attributes = excluded.attributes, keys = excluded.keys, stale = 0
            RETURNING person";
        let person: i64 =
            self.conn.prepare_cached(sql)?.query_row(params![id.0, blob(&attributes), blob(&hashes)], |r| r.get(0))?;
        let mut insert =
            self.conn.prepare_cached("INSERT OR IGNORE INTO identity_keys (hash, person) VALUES (?, ?)")?;
        for hash in &keys.hashes {
            insert.execute(params![hash.cast_signed(), person])?;
        }
        Ok(())
    }

    /// The keys are written up to this change.
    ///
    /// # Errors
    /// The database's.
    pub fn identity_written(&mut self, upto: i64) -> Result<(), StoreError> {
        self.conn.prepare_cached("UPDATE identity_state SET upto = ? WHERE one = 1")?.execute([upto])?;
        Ok(())
    }

    /// Remembers that two are not the same.
    ///
    /// # Errors
    /// The database's.
    pub fn reject_pair(&mut self, of: &Rejection) -> Result<(), StoreError> {
        let turned = of.one > of.other;
        let (one, other) = if turned { (of.other, of.one) } else { (of.one, of.other) };
        let (one_id, other_id) = if turned { (of.other_id, of.one_id) } else { (of.one_id, of.other_id) };
        let sql = "INSERT INTO identity_rejections (one, other, one_id, other_id, decision_id) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (one, other) DO UPDATE SET one_id = coalesce(excluded.one_id, one_id),
                other_id = coalesce(excluded.other_id, other_id)";
        self.conn.prepare_cached(sql)?.execute(params![
            blob(&one),
            blob(&other),
            one_id.map(|id| id.0),
            other_id.map(|id| id.0),
            of.decision.0
        ])?;
        Ok(())
    }

    /// What a decision said not to be the same may be asked again: it was taken back.
    ///
    /// # Errors
    /// The database's.
    pub fn unreject(&mut self, decision: DecisionId) -> Result<(), StoreError> {
        let sql = "DELETE FROM identity_rejections WHERE decision_id = ?";
        self.conn.prepare_cached(sql)?.execute([decision.0])?;
        Ok(())
    }

    /// For an erasure: nothing of a person stays in the index, and no rejection that names it.
    pub(crate) fn identity_forget(&mut self, id: EntityId) -> Result<(), StoreError> {
        self.identity_store(id, None)?;
        let sql = "DELETE FROM identity_rejections WHERE one_id = ?1 OR other_id = ?1";
        self.conn.prepare_cached(sql)?.execute([id.0])?;
        Ok(())
    }

    /// For an erasure that changed a record outside the log: its keys go and are written anew.
    pub(crate) fn identity_is_stale(&mut self, id: EntityId) -> Result<(), StoreError> {
        self.identity_forget(id)?;
        let sql = "INSERT INTO identity_people (entity_id, attributes, keys, stale) VALUES (?, zeroblob(32), x'', 1)";
        self.conn.prepare_cached(sql)?.execute([id.0])?;
        Ok(())
    }

    /// For an erasure: rejections that rest on these decisions, whose rows are blanked.
    pub(crate) fn rejections_forget(&mut self, proposal: uuid::Uuid) -> Result<(), StoreError> {
        let sql = "DELETE FROM identity_rejections WHERE decision_id IN
            (SELECT decision_id FROM workflow_decisions WHERE on_id = ?)";
        self.conn.prepare_cached(sql)?.execute([proposal])?;
        Ok(())
    }
}
