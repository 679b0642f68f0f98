//! A graph to search in: made-up clients with their firms, deals and what was said, and a few people written by hand.

use std::collections::BTreeSet;

use contracts::{Actor, Cause, EntityId, EntityRef, EntityType, GroupId, Link};
use graph::Mutation;
use serde_json::Value;
use store::{Entropy, GroupWrite, NewDelta, Store, StoreError, Tx};
use synth::Synth;
use uuid::Uuid;

/// Clients written in one transaction: whole cohorts.
const STEP: u64 = 20 * synth::COHORT;

/// The day that made-up clients are told from.
const TODAY: &str = "2026-11-20";

/// The made-up clients of a seed.
pub struct People {
    synth: Synth,
    /// How many.
    pub clients: u64,
    /// Which ones.
    pub seed: u64,
}

impl People {
    /// So many clients of a seed, the average of whom was in touch so often.
    ///
    /// # Panics
    /// Never: the day is a date.
    #[must_use]
    pub fn new(seed: u64, clients: u64, interactions: u32) -> Self {
        Self { synth: Synth::new(seed, TODAY, interactions).expect("a date"), clients, seed }
    }

    /// The fields of a client's person, and of what was said to them.
    #[must_use]
    pub fn client(&self, number: u64) -> synth::Client {
        self.synth.client(number)
    }

    /// The firm that a client works at.
    #[must_use]
    pub fn firm(&self, number: u64) -> Vec<(&'static str, Value)> {
        self.synth.firm(number)
    }
}

type Fields = Vec<(&'static str, Value)>;

/// Writes clients and people written by hand into a store, with their search terms.
///
/// # Errors
/// The database's.
pub fn fill(store: &Store, host: &dyn Entropy, people: &People, others: Vec<Fields>) -> Result<(), StoreError> {
    for from in (0..people.clients).step_by(STEP as usize) {
        store.write(host, |tx| {
            let mut groups = Vec::new();
            // Firms lie within a cohort, and cohorts within a step.
            let mut firms = BTreeSet::new();
            for number in from..people.clients.min(from + STEP) {
                groups.push(around(tx, people, number, &mut firms));
            }
            tx.index_later();
            tx.commit_groups(groups).map(|_| ())
        })?;
    }
    store.write::<_, StoreError>(host, |tx| {
        let groups = others
            .into_iter()
            .map(|fields| {
                let mut group = Around { tx, deltas: Vec::new() };
                let _ = group.make(EntityType::Person, fields);
                group.end()
            })
            .collect();
        tx.index_later();
        tx.commit_groups(groups).map(|_| ())
    })?;
    while store.write::<_, StoreError>(host, |tx| tx.index_pending(2000))? > 0 {}
    Ok(())
}

fn around(tx: &Tx<'_>, people: &People, number: u64, firms: &mut BTreeSet<u64>) -> GroupWrite {
    let client = people.client(number);
    let mut group = Around { tx, deltas: Vec::new() };
    let person = group.make(EntityType::Person, client.person);
    // The first of a firm's people brings it.
    if let Some(firm) = client.firm
        && firms.insert(firm)
    {
        let _ = group.make(EntityType::Account, people.firm(firm));
    }
    for said in client.interactions {
        let at = group.make(EntityType::Interaction, said);
        group.push(Mutation::make_link(&Link { kind: "interaction_of".into(), from: at, to: person }));
    }
    group.end()
}

struct Around<'a, 'b> {
    tx: &'a Tx<'b>,
    deltas: Vec<NewDelta>,
}

impl Around<'_, '_> {
    fn push(&mut self, mutation: Mutation) {
        let cause =
            Cause { kind: "rule".into(), decision_id: None, proposal_id: None, batch_id: None, row_number: None };
        self.deltas.push(NewDelta { mutation, cause, inverse_of: None });
    }

    fn make(&mut self, entity: EntityType, fields: Fields) -> EntityRef {
        let at = EntityRef { entity, id: EntityId(self.tx.new_id()) };
        self.push(Mutation::create(at, fields.into_iter().map(|(name, v)| (name.to_owned(), v, Vec::new(), None))));
        at
    }

    fn end(self) -> GroupWrite {
        let group: Uuid = self.tx.new_id();
        GroupWrite {
            group: GroupId(group),
            actor: Actor::rule("queries/1"),
            source_system: "synth".into(),
            decision_id: None,
            import: None,
            deltas: self.deltas,
        }
    }
}
