//! What planning knows of others: the graph, and the rows of the same file seen so far.

use std::collections::HashMap;

use contracts::{EntityId, EntityRef, EntityType};
use identity::{Features, Index, Key, Known};
use store::Reader;

/// Finds people or accounts by key in the graph and among earlier rows.
pub(crate) struct PlanIndex<'a> {
    pub reader: &'a Reader<'a>,
    entity: EntityType,
    rows: HashMap<Key, Vec<Known>>,
    /// Accounts by folded name: those that this plan creates.
    accounts: HashMap<String, EntityId>,
    /// Accounts of the graph by folded name, looked up once.
    known_accounts: HashMap<String, Vec<EntityId>>,
    /// People of the graph by folded name, looked up once.
    known_people: HashMap<String, Vec<EntityId>>,
}

impl<'a> PlanIndex<'a> {
    pub(crate) fn new(reader: &'a Reader<'a>, entity: EntityType) -> Self {
        Self {
            reader,
            entity,
            rows: HashMap::new(),
            accounts: HashMap::new(),
            known_accounts: HashMap::new(),
            known_people: HashMap::new(),
        }
    }

    /// Remembers a row that will be a record of its own.
    pub(crate) fn remember(&mut self, known: &Known) {
        for key in &known.features.keys {
            self.rows.entry(key.clone()).or_default().push(known.clone());
        }
    }

    /// An account of this folded name: made by this plan, or known. The flag says that several are known by it.
    pub(crate) fn account(&mut self, name: &str) -> Result<(Option<EntityId>, bool), store::StoreError> {
        if let Some(id) = self.accounts.get(name) {
            return Ok((Some(*id), false));
        }
        if !self.known_accounts.contains_key(name) {
            let found = self.reader.by_name(EntityType::Account, name)?;
            self.known_accounts.insert(name.into(), found);
        }
        let known = &self.known_accounts[name];
        Ok((known.first().copied(), known.len() > 1))
    }

    pub(crate) fn remember_account(&mut self, name: &str, id: EntityId) {
        self.accounts.insert(name.into(), id);
    }

    /// People of the graph of exactly this folded name.
    pub(crate) fn people_named(&mut self, name: &str) -> Result<&[EntityId], store::StoreError> {
        if !self.known_people.contains_key(name) {
            let found = self.reader.by_name(EntityType::Person, name)?;
            self.known_people.insert(name.into(), found);
        }
        Ok(&self.known_people[name])
    }
}

impl Index for PlanIndex<'_> {
    fn lookup(&self, key: &Key) -> Vec<Known> {
        let mut found: Vec<Known> = self.rows.get(key).cloned().unwrap_or_default();
        // A read that fails shows itself at the next write of the same transaction; a lookup can only find less.
        let ids = self.reader.by_contact_point(self.entity, key.kind.field(), &key.value).unwrap_or_default();
        for id in ids {
            let at = EntityRef { entity: self.entity, id };
            if let Ok(Some(record)) = self.reader.record(at) {
                found.push(Known {
                    entity: at,
                    title: graph::title(self.entity, &record.fields),
                    features: Features::of(|f| record.fields.get(f)),
                    row: None,
                });
            }
        }
        found
    }
}
