//! Random graphs and what people do to them: steps are drawn blindly and made to fit the state they meet.

use std::collections::{BTreeMap, BTreeSet};

use contracts::{CellRef, DeltaId, DeltaOp, EntityId, EntityRef, EntityType, Link};
use graph::{Graph, MergeRequest, Mutation, Touched, UndoPlan, inverse, plan_merge, plan_undo};
use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

/// How many cases each law is tried with.
pub fn cases() -> ProptestConfig {
    let cases =
        std::env::var("VELOCITY_CASES").map_or(400, |n| n.parse().expect("VELOCITY_CASES is a number of cases"));
    ProptestConfig::with_cases(cases)
}

/// Records that may exist: many people, so that merges find each other, and what hangs on them.
const KINDS: [EntityType; 14] = [
    EntityType::Person,
    EntityType::Person,
    EntityType::Person,
    EntityType::Person,
    EntityType::Person,
    EntityType::Person,
    EntityType::Account,
    EntityType::Account,
    EntityType::Opportunity,
    EntityType::Opportunity,
    EntityType::Opportunity,
    EntityType::Household,
    EntityType::Household,
    EntityType::Task,
];
pub const FIELDS: [&str; 10] = [
    "full_name",
    "owner",
    "email",
    "phone",
    "tags",
    "consent.email",
    "consent.sms",
    "consent.at",
    "do_not_contact",
    "custom.note",
];
const LINKS: [&str; 3] = ["works_at", "contact_of", "related_to"];

/// The n-th record of a universe; universes share none.
pub fn entity(universe: u8, n: u8) -> EntityRef {
    let n = n as usize % KINDS.len();
    EntityRef { entity: KINDS[n], id: EntityId(Uuid::from_u128(u128::from(universe) * 100 + n as u128 + 1)) }
}

pub fn value(field: &str, v: u8) -> Value {
    // Bits choose items, so that lists overlap, differ in spelling, and disagree on what is primary.
    let items = |of: &dyn Fn(u8) -> Value| Value::Array((0..4).filter(|bit| v & (1 << bit) != 0).map(of).collect());
    match field {
        "email" => items(&|n| {
            let text = if v & 16 == 0 { format!("p{n}@example.com") } else { format!("P{n}@example.com") };
            json!({ "value": text, "received": text, "label": "work", "is_primary": n == v % 4 })
        }),
        "phone" => items(&|n| json!({ "value": format!("+97150{n}"), "label": v / 16, "is_primary": n == v % 3 })),
        "tags" => items(&|n| json!(if v & 16 == 0 { format!("VIP {n}") } else { format!("vip {n}") })),
        "consent.email" | "consent.sms" | "do_not_contact" => json!(v.is_multiple_of(2)),
        _ => json!(format!("value {}", v % 5)),
    }
}

/// A step as drawn; [`World::realise`] turns it into mutations that fit the state.
#[derive(Clone, Debug)]
pub enum Step {
    Create(u8, Fields),
    Update(u8, Fields),
    Archive(u8),
    Restore(u8),
    Link(u8, u8, u8),
    Unlink(u8),
    /// A merge as people make it: survivor and absorbed among the records of a kind, and choices.
    Merge(u8, u8, Vec<u8>, Fields),
    /// The bare inverse of an earlier merge.
    Unmerge(u8),
}

/// Fields by number; none empties the field.
type Fields = Vec<(u8, Option<u8>)>;

/// Steps of one human action, or an undo of an earlier action (by number).
#[derive(Clone, Debug)]
pub enum Action {
    Do(Vec<Step>),
    Undo(u8),
}

fn fields(max: usize) -> impl Strategy<Value = Fields> {
    prop::collection::vec((0u8..10, prop::option::weighted(0.8, 0u8..32)), 0..max)
}

fn step() -> impl Strategy<Value = Step> {
    let e = || 0u8..14;
    prop_oneof![
        2 => (e(), fields(5)).prop_map(|(a, f)| Step::Create(a, f)),
        5 => (e(), fields(4)).prop_map(|(a, f)| Step::Update(a, f)),
        1 => e().prop_map(Step::Archive),
        1 => e().prop_map(Step::Restore),
        4 => (0u8..3, e(), e()).prop_map(|(k, a, b)| Step::Link(k, a, b)),
        2 => any::<u8>().prop_map(Step::Unlink),
        4 => (e(), any::<u8>(), prop::collection::vec(any::<u8>(), 1..=3), fields(2))
            .prop_map(|(k, s, a, f)| Step::Merge(k, s, a, f)),
        1 => any::<u8>().prop_map(Step::Unmerge),
    ]
}

pub fn steps(max: usize) -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(step(), 1..max)
}

/// What fills a universe: most records with most fields, tied together.
pub fn settlement() -> impl Strategy<Value = Vec<Step>> {
    let records = prop::collection::vec(prop::option::weighted(0.9, fields(12)), 14);
    let links = prop::collection::vec((0u8..3, 0u8..14, 0u8..14), 8..24);
    (records, links).prop_map(|(records, links)| {
        let made = (0u8..).zip(records).filter_map(|(n, f)| f.map(|f| Step::Create(n, f)));
        made.chain(links.into_iter().map(|(k, a, b)| Step::Link(k, a, b))).collect()
    })
}

pub fn actions(max: usize) -> impl Strategy<Value = Vec<Action>> {
    let action = prop_oneof![
        2 => steps(6).prop_map(Action::Do),
        // A merge as one group of its own, as the product makes them.
        2 => (Just(0u8), any::<u8>(), prop::collection::vec(any::<u8>(), 1..=3), fields(2))
            .prop_map(|(k, s, a, f)| Action::Do(vec![Step::Merge(k, s, a, f)])),
        2 => any::<u8>().prop_map(Action::Undo),
    ];
    prop::collection::vec(action, 2..max)
}

/// A graph with its history.
#[derive(Clone, Debug, Default)]
pub struct World {
    pub universe: u8,
    pub graph: Graph,
    pub groups: Vec<Vec<Touched>>,
    /// What each record held in each of its versions, by life (a create begins one).
    pub versions: BTreeMap<(EntityRef, usize, u64), graph::Content>,
    lives: BTreeMap<EntityRef, usize>,
    next: u128,
}

impl World {
    pub fn settled(universe: u8, steps: &[Step]) -> Self {
        let mut world = Self { universe, next: u128::from(universe) * 1_000_000 + 1, ..Self::default() };
        world.act(steps);
        world
    }

    /// One group of steps.
    pub fn act(&mut self, steps: &[Step]) {
        let mut group = Vec::new();
        for step in steps {
            for m in self.realise(step, &group) {
                self.push(m, &mut group);
            }
        }
        self.groups.push(group);
    }

    /// Undoes an earlier group, which is a group itself.
    pub fn undo(&mut self, n: usize) -> UndoPlan {
        let plan = plan_undo(&self.groups[n], self.graph.clone());
        let mut group = Vec::new();
        for (_, m) in &plan.steps {
            self.push(m.clone(), &mut group);
        }
        self.groups.push(group);
        plan
    }

    pub fn play(&mut self, actions: &[Action]) {
        for action in actions {
            match action {
                Action::Do(steps) => self.act(steps),
                Action::Undo(n) => {
                    self.undo(*n as usize % self.groups.len());
                }
            }
            self.assert_sound();
        }
    }

    pub fn push(&mut self, mutation: Mutation, group: &mut Vec<Touched>) {
        if let Err(why) = self.graph.apply(&mutation) {
            panic!("{why}: {mutation:?}");
        }
        let at = mutation.entity;
        let life = self.lives.entry(at).or_default();
        *life += usize::from(mutation.op == DeltaOp::Create);
        if let Some(record) = self.graph.records.get(&at) {
            let content = (record.archived, record.fields.clone());
            let seen = self.versions.entry((at, *life, record.version)).or_insert_with(|| content.clone());
            assert_eq!(*seen, content, "version {} of {at:?} names two contents", record.version);
        }
        group.push(Touched { delta_id: DeltaId(Uuid::from_u128(self.next)), mutation, since: BTreeSet::new() });
        self.next += 1;
    }

    /// No link hangs in the air, no record is also an alias, and every alias ends at a live record.
    pub fn assert_sound(&self) {
        for end in self.graph.links.iter().flat_map(|l| [l.from, l.to]) {
            assert!(self.graph.records.contains_key(&end), "a link hangs on {end:?}");
        }
        for at in self.graph.aliases.keys() {
            assert!(!self.graph.records.contains_key(at), "{at:?} is there and absorbed");
            assert!(self.graph.records.contains_key(&self.graph.resolve(*at)), "{at:?} resolves to nothing");
        }
    }

    pub fn history(&self) -> impl DoubleEndedIterator<Item = &Mutation> {
        self.groups.iter().flatten().map(|t| &t.mutation)
    }

    /// The request that a merge step makes here, if the records for it are there.
    pub fn request(&self, kind: u8, survivor: u8, absorbed: &[u8], choices: &Fields) -> Option<MergeRequest<'static>> {
        let kind = entity(self.universe, kind).entity;
        let live: Vec<EntityRef> = self.graph.records.keys().filter(|e| e.entity == kind).copied().collect();
        let pick = |n: &u8| live.get(*n as usize % live.len().max(1)).copied();
        let survivor = pick(&survivor)?;
        let absorbed: BTreeSet<EntityRef> = absorbed.iter().filter_map(pick).filter(|e| *e != survivor).collect();
        let choices = named(choices).collect();
        (!absorbed.is_empty()).then(|| MergeRequest {
            survivor,
            absorbed: absorbed.into_iter().rev().collect(),
            choices,
            origins: &origins,
        })
    }

    fn realise(&self, step: &Step, group: &[Touched]) -> Vec<Mutation> {
        let at = |n: &u8| entity(self.universe, *n);
        let there = |e: EntityRef| self.graph.records.get(&e);
        let one = |m: Mutation| if self.graph.clone().apply(&m).is_ok() { vec![m] } else { Vec::new() };
        match step {
            Step::Create(e, fields) => {
                let fields: BTreeMap<_, _> = named(fields).collect();
                one(Mutation::create(at(e), fields.into_iter().map(|(f, v)| (f, v, vec![], None))))
            }
            Step::Update(e, fields) => {
                let Some(record) = there(at(e)) else { return Vec::new() };
                let mut after = record.fields.clone();
                for (name, value) in named(fields) {
                    match value {
                        Value::Null => after.remove(&name),
                        value => after.insert(name, value),
                    };
                }
                let changes = graph::diff(&record.fields, &after);
                if changes.is_empty() {
                    Vec::new()
                } else {
                    one(Mutation { entity: at(e), op: DeltaOp::Update, changes })
                }
            }
            Step::Archive(e) => one(Mutation { entity: at(e), op: DeltaOp::Archive, changes: vec![] }),
            Step::Restore(e) => one(Mutation { entity: at(e), op: DeltaOp::Restore, changes: vec![] }),
            Step::Link(k, a, b) => {
                one(Mutation::make_link(&Link { kind: LINKS[*k as usize % 3].into(), from: at(a), to: at(b) }))
            }
            Step::Unlink(n) => {
                let links = &self.graph.links;
                let link = links.iter().nth(*n as usize % links.len().max(1));
                link.map_or_else(Vec::new, |l| one(inverse(&Mutation::make_link(l))))
            }
            Step::Merge(k, s, a, choices) => {
                let request = self.request(*k, *s, a, choices);
                request.map_or_else(Vec::new, |r| plan_merge(&r, &self.graph).expect("the records are there").steps)
            }
            Step::Unmerge(n) => {
                let aliases = &self.graph.aliases;
                let Some((at, _)) = aliases.iter().nth(*n as usize % aliases.len().max(1)) else { return Vec::new() };
                let all = self.history().chain(group.iter().map(|t| &t.mutation));
                let merge = all.rev().find(|m| m.op == DeltaOp::Merge && m.entity == *at);
                merge.map_or_else(Vec::new, |m| one(inverse(m)))
            }
        }
    }
}

fn named(fields: &Fields) -> impl Iterator<Item = (String, Value)> {
    fields.iter().map(|(f, v)| {
        let name = FIELDS[*f as usize % FIELDS.len()];
        let value = v.map(|v| value(name, v)).filter(|v| v.as_array().is_none_or(|items| !items.is_empty()));
        (name.to_string(), value.unwrap_or_default())
    })
}

/// Sources as the history would give them: a cell for most values, none for some, in two confidences.
pub fn origins(at: EntityRef, field: &str, value: &Value) -> (Vec<CellRef>, Option<f64>) {
    let text = format!("{at:?} {field} {value}");
    let hash = graph::sha256(text.as_bytes());
    let cell = CellRef {
        batch_id: contracts::BatchId(Uuid::from_bytes(hash[..16].try_into().expect("a hash is longer than an id"))),
        row_number: 1,
        column: 0,
        transform: String::new(),
    };
    let cells = if hash[16] < 64 { Vec::new() } else { vec![cell] };
    (cells, [None, Some(0.5), Some(0.9)][hash[17] as usize % 3])
}
