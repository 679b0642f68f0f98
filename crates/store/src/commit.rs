//! The one write path of the graph: groups of deltas, checked, logged, applied, each with its audit entry.

use std::collections::{BTreeMap, BTreeSet};

use contracts::{DeltaOp, EntityRef, EntityType, GroupId, Link};
use graph::{Around, Mutation, Record};

use crate::table::audit::AuditWrite;
use crate::table::log::LogWrite;
use crate::{GroupWrite, StoreError, Tx};

impl Tx<'_> {
    /// Applies a group: every delta checked against the graph, written to the log, applied to the tables; then one
    /// audit entry over all of them. With [`Tx::commit_groups`] the only way canonical rows change.
    ///
    /// # Errors
    /// [`StoreError::Graph`] when a delta does not fit. The caller lets the transaction fall, so nothing is applied.
    pub fn commit_group(&mut self, group: &GroupWrite) -> Result<Vec<EntityRef>, StoreError> {
        self.commit_groups(vec![group.clone()])
    }

    /// Applies groups one after the other, each as [`Tx::commit_group`] does: for work on many records, whose rows are
    /// then written many at once.
    ///
    /// # Errors
    /// As there.
    pub fn commit_groups(&mut self, groups: Vec<GroupWrite>) -> Result<Vec<EntityRef>, StoreError> {
        let now = self.now();
        let mut touched = BTreeSet::new();
        let mut open = Open::default();
        let mut log = LogWrite::begin(self, &now)?;
        let mut audit = AuditWrite::default();
        for mut group in groups {
            let deltas = std::mem::take(&mut group.deltas);
            let (first_n, count) = (self.next_n(), deltas.len());
            let mut commitments = Vec::with_capacity(count);
            for delta in deltas {
                let link = delta.mutation.link()?;
                let other = match &link {
                    Some(link) => Some(link.to),
                    None => delta.mutation.survivor()?,
                };
                let fit = self.fit(&delta.mutation, link, &mut open)?;
                commitments.push(log.delta(self, &group, &delta, other)?);
                touched.insert(delta.mutation.entity);
                touched.extend(other);
                self.apply(delta.mutation, fit, &mut open)?;
            }
            let root = graph::group_root(&commitments);
            let subject = deltas_subject(group.group, first_n, count);
            audit.append(self, "deltas", subject, root, &group.actor, &now)?;
            self.note_group(group.group, count);
        }
        log.end(self.conn)?;
        self.write_links(&mut open)?;
        let (new, known): (Vec<_>, Vec<_>) = open.records.iter().partition(|(at, _)| open.new.contains(at));
        for (entity, record) in known {
            self.store_record(*entity, record.as_ref())?;
        }
        self.store_new(new.into_iter().filter_map(|(at, record)| Some((*at, record.as_ref()?))))?;
        audit.end(self.conn)?;
        Ok(touched.into_iter().collect())
    }

    /// Checks one mutation against the open records, the links and the aliases.
    fn fit(&mut self, m: &Mutation, link: Option<Link>, open: &mut Open) -> Result<Fit, StoreError> {
        if !matches!(m.op, DeltaOp::Create | DeltaOp::Link | DeltaOp::Update) {
            // What is asked of the links below is asked of the table.
            self.write_links(open)?;
        }
        let around = self.around(m, link.as_ref(), open)?;
        if let Some(link) = link {
            graph::check(None, &around, m)?;
            return Ok(Fit::Link(link));
        }
        let record = match open.records.remove(&m.entity) {
            Some(record) => record,
            None if m.op == DeltaOp::Create && !self.may_exist(m.entity, open)? => {
                open.new.insert(m.entity);
                None
            }
            None => self.record(m.entity)?,
        };
        graph::check(record.as_ref(), &around, m)?;
        Ok(Fit::Record(record, around))
    }

    /// Applies a mutation that fits.
    fn apply(&mut self, m: Mutation, fit: Fit, open: &mut Open) -> Result<(), StoreError> {
        let (record, around) = match fit {
            Fit::Link(link) if m.op == DeltaOp::Link => {
                open.links.insert(link);
                return Ok(());
            }
            Fit::Link(link) => return self.delete_link(&link),
            Fit::Record(record, around) => (record, around),
        };
        let entity = m.entity;
        let after = match m.op {
            DeltaOp::Merge => {
                if let (Some(record), Some(into)) = (record, m.survivor()?) {
                    self.insert_alias(entity, &graph::retire(&record, into))?;
                    open.aliases = Some(true);
                }
                None
            }
            DeltaOp::Unmerge => {
                self.delete_alias(entity)?;
                around.alias.map(|alias| graph::revive(&alias, &m))
            }
            DeltaOp::Remove => None,
            _ => Some(graph::changed(record.unwrap_or_default(), m)),
        };
        open.records.insert(entity, after);
        Ok(())
    }

    /// What a mutation meets beside its own record, as the earlier mutations left it.
    fn around(&self, m: &Mutation, link: Option<&Link>, open: &mut Open) -> Result<Around, StoreError> {
        let mut around = Around::default();
        match m.op {
            DeltaOp::Link | DeltaOp::Unlink => {
                if let Some(link) = link {
                    around.linked =
                        open.links.contains(link) || (open.may_be_linked(link) && self.link_exists(link)?);
                    if m.op == DeltaOp::Link {
                        for end in [link.from, link.to] {
                            if !self.exists(end, open)? {
                                around.missing_end = Some(end);
                                break;
                            }
                        }
                    }
                }
            }
            DeltaOp::Create | DeltaOp::Unmerge => {
                if open.aliases.is_none() {
                    open.aliases = Some(self.any_alias()?);
                }
                if open.aliases == Some(true) {
                    around.alias = self.alias(m.entity)?;
                }
            }
            DeltaOp::Merge => {
                around.held = self.is_linked(m.entity.id)?;
                if let Some(into) = m.survivor()? {
                    let stands = if self.exists(into, open)? { into } else { self.resolve(into)? };
                    around.survivor = stands != m.entity && self.exists(stands, open)?;
                }
            }
            DeltaOp::Remove => around.held = self.is_linked(m.entity.id)? || self.has_absorbed(m.entity.id)?,
            DeltaOp::Update | DeltaOp::Archive | DeltaOp::Restore => {}
        }
        Ok(around)
    }

    fn exists(&self, entity: EntityRef, open: &mut Open) -> Result<bool, StoreError> {
        if let Some(record) = open.records.get(&entity) {
            return Ok(record.is_some());
        }
        if open.there.contains(&entity) {
            return Ok(true);
        }
        let exists = self.record_exists(entity)?;
        if exists {
            open.there.insert(entity);
        }
        Ok(exists)
    }

    /// Whether a record that is to be made could be there. Ids rise with time, so that one look at the highest of a kind
    /// answers for nearly all.
    fn may_exist(&self, entity: EntityRef, open: &mut Open) -> Result<bool, StoreError> {
        let highest = match open.highest.get(&entity.entity) {
            Some(highest) => *highest,
            None => {
                let highest = self.highest_id(entity.entity)?;
                open.highest.insert(entity.entity, highest);
                highest
            }
        };
        if highest.is_none_or(|highest| entity.id > highest) {
            return Ok(false);
        }
        self.record_exists(entity)
    }

    fn write_links(&mut self, open: &mut Open) -> Result<(), StoreError> {
        let links = std::mem::take(&mut open.links);
        open.written |= !links.is_empty();
        self.insert_links(&links)
    }
}

/// A mutation that fits, with what it changes as it stands.
enum Fit {
    Link(Link),
    Record(Option<Record>, Around),
}

/// What some groups have touched so far, as they leave it.
#[derive(Default)]
struct Open {
    /// Records as they will be; none that will be gone.
    records: BTreeMap<EntityRef, Option<Record>>,
    /// Those of them that no table holds.
    new: BTreeSet<EntityRef>,
    /// Others that are known to be there. Nothing takes one away without entering it in `records`.
    there: BTreeSet<EntityRef>,
    /// Links that were made and are not written yet.
    links: BTreeSet<Link>,
    /// Whether any were written before the end.
    written: bool,
    /// Whether any record was ever absorbed; none: not looked at yet.
    aliases: Option<bool>,
    /// The highest id of a kind when it was first asked for.
    highest: BTreeMap<EntityType, Option<contracts::EntityId>>,
}

impl Open {
    /// Whether the table could hold a link: nothing is linked to a record that no table holds, unless by a link written
    /// since it was made.
    fn may_be_linked(&self, link: &Link) -> bool {
        self.written || !(self.new.contains(&link.from) || self.new.contains(&link.to))
    }
}

/// What an audit entry over deltas says: ids and counts, as canonical JSON.
fn deltas_subject(group: GroupId, first_n: u64, count: usize) -> String {
    format!("{{\"count\":{count},\"first_n\":{first_n},\"group\":\"{group}\"}}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_subject_is_canonical() {
        let group = GroupId(uuid::Uuid::from_u128(0x0190_7000_8000_0000_0000_0000_0000_0007));
        let value = serde_json::json!({ "group": group.to_string(), "first_n": 41, "count": 3 });
        assert_eq!(deltas_subject(group, 41, 3), graph::canonical_json(&value));
    }
}
