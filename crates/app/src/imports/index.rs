//! What planning knows of others: the graph, and the rows of the same file seen so far.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, HashSet};

use contracts::{BatchId, EntityId, EntityRef, EntityType, Link};
use graph::{Mutation, Record};
use identity::{Features, Index, Key, Known};
use serde_json::Value;
use store::{Reader, StoreError};

/// What a plan remembers from one chunk of rows to the next.
#[derive(Default)]
pub(crate) struct Memory {
    /// Earlier rows that will be records of their own, by key.
    rows: HashMap<Key, Vec<Known>>,
    /// Accounts by folded name: those that this plan creates.
    accounts: HashMap<String, EntityId>,
    /// Accounts of the graph by folded name, looked up once.
    known_accounts: HashMap<String, Vec<EntityId>>,
    /// People of the graph by folded name, looked up once.
    known_people: HashMap<String, Vec<EntityId>>,
    /// For a replay: the batch whose own doings are left out, and the records it made.
    apart: Option<(BatchId, HashSet<EntityId>)>,
}

impl Memory {
    /// Remembers a row that will be a record of its own.
    pub(crate) fn remember(&mut self, known: &Known) {
        for key in &known.features.keys {
            self.rows.entry(key.clone()).or_default().push(known.clone());
        }
    }

    /// Leaves out what rows of a batch did, and a record that they made.
    pub(crate) fn pass_over(&mut self, batch: BatchId, made: Option<EntityId>) {
        self.apart.get_or_insert_with(|| (batch, HashSet::new())).1.extend(made);
    }

    fn passed_over(&self, id: EntityId) -> bool {
        self.apart.as_ref().is_some_and(|(_, made)| made.contains(&id))
    }

    /// Remembers an account that will be made, by its folded name.
    pub(crate) fn note_account(&mut self, fields: &BTreeMap<String, Value>, id: EntityId) {
        let name = graph::sort_key(fields.get("name").and_then(Value::as_str).unwrap_or_default());
        if !name.is_empty() {
            self.accounts.insert(name, id);
        }
    }
}

/// Finds people or accounts by key in the graph and among earlier rows.
pub(crate) struct PlanIndex<'a> {
    pub reader: &'a Reader<'a>,
    pub entity: EntityType,
    pub memory: &'a mut Memory,
    /// A read that failed inside a lookup, which can only answer with what it found: whoever resolved must ask for it.
    pub failed: RefCell<Option<StoreError>>,
}

impl PlanIndex<'_> {
    /// Fails if a lookup since the last call could not read.
    pub(crate) fn check(&self) -> Result<(), StoreError> {
        self.failed.borrow_mut().take().map_or(Ok(()), Err)
    }

    /// A record as it stands; for a replay, as it was before the batch changed it.
    pub(crate) fn record(&self, at: EntityRef) -> Result<Option<Record>, StoreError> {
        let Some((batch, made)) = &self.memory.apart else { return self.reader.record(at) };
        if made.contains(&at.id) {
            return Ok(None);
        }
        let Some(mut record) = self.reader.record(at)? else { return Ok(None) };
        for delta in self.reader.deltas_of(at.id)?.into_iter().rev().filter(|d| d.cause.batch_id == Some(*batch)) {
            for change in delta.mutation.changes {
                // What was changed again since stays as it is now.
                if record.fields.get(&change.field) != Some(&change.after) {
                    continue;
                }
                match change.before {
                    Value::Null => record.fields.remove(&change.field),
                    before => record.fields.insert(change.field, before),
                };
            }
        }
        Ok(Some(record))
    }

    /// The links of a record; for a replay, without those that the batch made.
    pub(crate) fn links(&self, at: EntityRef) -> Result<Vec<Link>, StoreError> {
        let mut links = self.reader.links_of(at.id)?;
        let Some((batch, made)) = &self.memory.apart else { return Ok(links) };
        let mut own: Vec<Link> = Vec::new();
        for delta in self.reader.deltas_of(at.id)?.into_iter().filter(|d| d.cause.batch_id == Some(*batch)) {
            if delta.mutation.op == contracts::DeltaOp::Link {
                own.extend(links.iter().filter(|l| Mutation::make_link(l) == delta.mutation).cloned());
            }
        }
        links.retain(|l| !made.contains(&l.from.id) && !made.contains(&l.to.id) && !own.contains(l));
        Ok(links)
    }

    fn in_graph(&self, key: &Key) -> Result<Vec<Known>, StoreError> {
        let mut found = Vec::new();
        for id in self.reader.by_contact_point(self.entity, key.kind.field(), &key.value)? {
            let at = EntityRef { entity: self.entity, id };
            if let Some(record) = self.record(at)? {
                found.push(Known {
                    entity: at,
                    title: graph::title(self.entity, &record.fields),
                    features: Features::of(|f| record.fields.get(f)),
                    row: None,
                });
            }
        }
        Ok(found)
    }

    /// An account of this folded name: made by this plan, or known. The flag says that several are known by it.
    pub(crate) fn account(&mut self, name: &str) -> Result<(Option<EntityId>, bool), StoreError> {
        if let Some(id) = self.memory.accounts.get(name) {
            return Ok((Some(*id), false));
        }
        if !self.memory.known_accounts.contains_key(name) {
            let mut found = self.reader.by_name(EntityType::Account, name)?;
            found.retain(|id| !self.memory.passed_over(*id));
            self.memory.known_accounts.insert(name.into(), found);
        }
        let known = &self.memory.known_accounts[name];
        Ok((known.first().copied(), known.len() > 1))
    }

    /// People of the graph of exactly this folded name.
    pub(crate) fn people_named(&mut self, name: &str) -> Result<&[EntityId], StoreError> {
        if !self.memory.known_people.contains_key(name) {
            let mut found = self.reader.by_name(EntityType::Person, name)?;
            found.retain(|id| !self.memory.passed_over(*id));
            self.memory.known_people.insert(name.into(), found);
        }
        Ok(&self.memory.known_people[name])
    }
}

impl Index for PlanIndex<'_> {
    fn lookup(&self, key: &Key) -> Vec<Known> {
        let mut found: Vec<Known> = self.memory.rows.get(key).cloned().unwrap_or_default();
        match self.in_graph(key) {
            Ok(known) => found.extend(known),
            Err(e) => *self.failed.borrow_mut() = Some(e),
        }
        found
    }
}
