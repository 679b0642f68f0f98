//! What planning knows of others: the graph, and the rows of the same file seen so far.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use contracts::{BatchId, EntityId, EntityRef, EntityType, Link, NormalizedEntityProposal};
use graph::{Mutation, Record};
use identity::{Features, Index, Key, Known, Resolution, Resolver};
use serde_json::Value;
use store::{Reader, StoreError, StoredProposal};

/// What a plan remembers from one chunk of rows to the next: of a million rows little more than where to look.
#[derive(Default)]
pub(crate) struct Memory {
    /// The first row that will be a record of its own under a key, by the key's digest.
    first: HashMap<Digest, u32>,
    /// Later rows under the same.
    others: HashMap<Digest, Vec<u32>>,
    /// Those of the chunk that is being planned, which the database does not hold yet.
    recent: HashMap<u32, Vec<Known>>,
    /// Rows that were read back from the database, or that turned out to make nobody: a line that many share is asked for
    /// with each of them.
    fetched: RefCell<HashMap<(u32, EntityType), Option<Known>>>,
    /// Accounts that this plan creates, by the digest of their folded name.
    accounts: HashMap<[u8; 16], EntityId>,
    /// For a replay: the batch whose own doings are left out, and the records it made.
    apart: Option<(BatchId, HashSet<EntityId>)>,
}

/// Rows under one key that are all looked at. Beyond them, behind a switchboard's number, only those of the same name are.
const UNDER_ONE_KEY: usize = 256;
/// Rows that are kept after they were read back.
const FETCHED: usize = 50_000;

/// Enough of a key's hash to find it again; what is found is compared with the key itself.
type Digest = [u32; 2];

fn hash(parts: &[&str]) -> [u8; 16] {
    let parts: Vec<&[u8]> = parts.iter().map(|p| p.as_bytes()).collect();
    let whole = graph::commitment("velocity/plan-memory/1", &parts);
    let mut out = [0; 16];
    out.iter_mut().zip(whole).for_each(|(to, from)| *to = from);
    out
}

fn digest(key: &Key) -> Digest {
    let bytes = hash(&[key.kind.field(), &key.value]);
    let (words, _) = bytes.as_chunks::<4>();
    let word = |i: usize| words.get(i).copied().map_or(0, u32::from_le_bytes);
    [word(0), word(1)]
}

/// A key together with the words of a name, in whatever order they come.
fn named(key: &Key, name: &BTreeSet<String>) -> Digest {
    let words: Vec<&str> = name.iter().map(String::as_str).collect();
    digest(&Key { kind: key.kind, value: format!("{}\u{0}{}", key.value, words.join(" ")) })
}

impl Memory {
    /// Remembers a row that will be a record of its own.
    pub(crate) fn remember(&mut self, known: Known) {
        // A file of more rows than that is refused long before.
        let Some(row) = known.row.and_then(|row| u32::try_from(row).ok()) else { return };
        for key in &known.features.keys {
            let at = digest(key);
            if *self.first.entry(at).or_insert(row) != row {
                let others = self.others.entry(at).or_default();
                if others.len() < UNDER_ONE_KEY {
                    others.push(row);
                } else {
                    self.others.entry(named(key, &known.features.name)).or_default().push(row);
                }
            }
        }
        self.recent.entry(row).or_default().push(known);
    }

    /// What was planned so far is in the database now.
    pub(crate) fn written(&mut self) {
        self.recent.clear();
    }

    /// Leaves out what rows of a batch did, and a record that they made.
    pub(crate) fn pass_over(&mut self, batch: BatchId, made: Option<EntityId>) {
        self.apart.get_or_insert_with(|| (batch, HashSet::new())).1.extend(made);
    }

    pub(crate) fn passed_over(&self, id: EntityId) -> bool {
        self.apart.as_ref().is_some_and(|(_, made)| made.contains(&id))
    }

    /// Remembers an account that will be made, by its folded name.
    pub(crate) fn note_account(&mut self, name: Option<&Value>, id: EntityId) {
        let name = graph::sort_key(name.and_then(Value::as_str).unwrap_or_default());
        if !name.is_empty() {
            self.accounts.insert(hash(&[&name]), id);
        }
    }
}

/// What to call the record that a proposal would make.
pub(crate) fn title_of(p: &NormalizedEntityProposal) -> String {
    let fields: BTreeMap<String, Value> =
        p.canonical_payload.iter().map(|f| (f.field.clone(), f.value.clone())).collect();
    graph::title(p.entity_type, &fields)
}

/// Somebody that an earlier row will make, from its proposal.
pub(crate) fn known_of(p: &StoredProposal) -> Known {
    let p = &p.artifact;
    let get = |f: &str| p.canonical_payload.iter().find(|c| c.field == f).map(|c| &c.value);
    Known {
        entity: EntityRef { entity: p.entity_type, id: p.entity_id },
        title: title_of(p),
        features: Features::of(get),
        row: p.row_refs.first().copied(),
    }
}

/// People by a key that they have, each once and by id; nobody where a key is known to be nobody's.
pub(crate) type Holders = HashMap<Key, Vec<Arc<Known>>>;

/// Finds people or accounts by key in the graph and among earlier rows.
pub(crate) struct PlanIndex<'a> {
    pub reader: &'a Reader<'a>,
    pub entity: EntityType,
    /// Local key of the import and its plan.
    pub plan: (i64, i64),
    pub memory: &'a mut Memory,
    /// The words of the name that is asked for.
    pub asking: BTreeSet<String>,
    /// Nobody in the graph can be found by a key: there is nothing to look up.
    pub graph_is_empty: bool,
    /// Somebody in the graph has blocking keys.
    pub graph_has_keys: bool,
    /// People of the graph by key, as far as that was looked up before.
    pub found: Holders,
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
        if self.graph_is_empty {
            return Ok(found);
        }
        if let Some(known) = self.found.get(key).filter(|_| self.entity == EntityType::Person) {
            return Ok(known.iter().map(|known| Known::clone(known)).collect());
        }
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

    /// Earlier rows that will be records of their own under a key.
    fn in_file(&self, key: &Key) -> Result<Vec<Known>, StoreError> {
        let at = digest(key);
        let Some(first) = self.memory.first.get(&at) else { return Ok(Vec::new()) };
        let under = |at: Digest| self.memory.others.get(&at).map(Vec::as_slice).unwrap_or_default();
        let others = under(at);
        let namesakes = if others.len() < UNDER_ONE_KEY { &[] } else { under(named(key, &self.asking)) };
        let mut found = Vec::new();
        for row in [first].into_iter().chain(others).chain(namesakes) {
            let known = match self.memory.recent.get(row) {
                Some(known) => known.iter().find(|k| k.entity.entity == self.entity).cloned(),
                None => self.fetched(*row)?,
            };
            found.extend(known.filter(|k| k.features.keys.contains(key)));
        }
        Ok(found)
    }

    /// Who an earlier row of the file will make, as the database holds it.
    fn fetched(&self, row: u32) -> Result<Option<Known>, StoreError> {
        // A deal and its client stand in one row.
        let at = (row, self.entity);
        let mut fetched = self.memory.fetched.borrow_mut();
        if let Some(known) = fetched.get(&at) {
            return Ok(known.clone());
        }
        let rows = u64::from(row)..=u64::from(row);
        let creates = self.reader.creates_of_rows(self.plan.0, self.plan.1, rows, Some(self.entity))?;
        // The main record is filed first.
        let known = creates.iter().find(|p| p.stands()).map(known_of);
        if fetched.len() >= FETCHED {
            fetched.clear();
        }
        let _ = fetched.insert(at, known.clone());
        Ok(known)
    }

    /// Who a person named beside a deal, a task or a company is: found as a person of a row of their own would be.
    pub(crate) fn person(&mut self, resolver: &dyn Resolver, features: &Features) -> Result<Resolution, StoreError> {
        let of_rows = std::mem::replace(&mut self.entity, EntityType::Person);
        self.asking.clone_from(&features.name);
        let found = resolver.resolve(features, self);
        self.entity = of_rows;
        self.check()?;
        Ok(found)
    }

    /// The records of a kind that have this id of their source, each once: of the graph, and of earlier rows.
    pub(crate) fn of_id(&mut self, entity: EntityType, key: &Key) -> Result<BTreeSet<EntityRef>, StoreError> {
        let of_rows = std::mem::replace(&mut self.entity, entity);
        let found = self.lookup(key).into_iter().map(|known| known.entity).collect();
        self.entity = of_rows;
        self.check()?;
        Ok(found)
    }

    /// An account of this folded name: made by this plan, or known. The flag says that several are known by it.
    pub(crate) fn account(&mut self, name: &str) -> Result<(Option<EntityId>, bool), StoreError> {
        if let Some(id) = self.memory.accounts.get(&hash(&[name])) {
            return Ok((Some(*id), false));
        }
        let mut known = self.reader.by_name(EntityType::Account, name)?;
        known.retain(|id| !self.memory.passed_over(*id));
        Ok((known.first().copied(), known.len() > 1))
    }

    /// People of the graph of exactly this folded name.
    pub(crate) fn people_named(&mut self, name: &str) -> Result<Vec<EntityId>, StoreError> {
        let mut found = self.reader.by_name(EntityType::Person, name)?;
        found.retain(|id| !self.memory.passed_over(*id));
        Ok(found)
    }
}

impl Index for PlanIndex<'_> {
    fn lookup(&self, key: &Key) -> Vec<Known> {
        let found = self.in_file(key).and_then(|mut found| {
            found.extend(self.in_graph(key)?);
            Ok(found)
        });
        found.unwrap_or_else(|e| {
            *self.failed.borrow_mut() = Some(e);
            Vec::new()
        })
    }
}
