//! Power loss: with `synchronous=FULL` nothing that a store acknowledged is lost and nothing is half there, wherever
//! the power fails (invariants 1, 2, 10). The control opens the same store with `NORMAL` and must lose.
//!
//! `VELOCITY_CASES` is the number of traces; a failure names the seed of its trace.
#![cfg(unix)]

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

use contracts::{Actor, Cause, EntityId, EntityRef, EntityType, FieldChange, GroupId, Link};
use graph::{Graph, Mutation, Record};
use rusqlite::{Connection, OpenFlags};
use serde_json::{Value, json};
use store::{GroupWrite, NewDelta, OpenOptions, Store, StoreError, Synchronous};
use tempfile::TempDir;
use testkit::{Draw, FixedHost, PowerLoss};

/// How many traces to run.
fn cases() -> u64 {
    env::var("VELOCITY_CASES").map_or(100, |cases| cases.parse().expect("VELOCITY_CASES is a number"))
}

/// A folder in memory where there is one: the traces write much and keep nothing.
fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    let made = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    made.expect("a folder for the trace")
}

/// Copies the files of a folder, but not a database's shared memory.
fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name");
        if path.is_file() && !name.to_string_lossy().ends_with("-shm") {
            fs::copy(&path, to.join(name)).expect("copied");
        }
    }
}

/// Groups written in one transaction: they stand together or not at all.
struct Step {
    /// Each group with the number of its deltas.
    groups: Vec<(GroupId, u64)>,
    /// The graph with this step and all before it.
    graph: Graph,
}

/// One workspace through one or more power losses.
struct Trace {
    draw: Draw,
    entropy: FixedHost,
    options: OpenOptions,
    /// Every step that may still be there, in order.
    steps: Vec<Step>,
    /// A number for names.
    names: u64,
}

/// What a power loss took and left.
#[derive(Debug, Default)]
struct Tally {
    /// Steps that had been acknowledged.
    acknowledged: usize,
    /// Of these, gone.
    lost: usize,
    /// Steps that had not been acknowledged and are there, whole.
    unasked: usize,
    power_losses: usize,
    /// Power losses that took something that had been acknowledged.
    losing: usize,
}

impl Trace {
    fn new(seed: u64, synchronous: Synchronous) -> Self {
        let mut draw = Draw::new(seed);
        // Small enough that most traces checkpoint, some within a single commit.
        let autocheckpoint = Some(*draw.one_of(&[1, 12, 30, 80, 1000]));
        let options = OpenOptions { vfs: None, synchronous, autocheckpoint, orders_from: None };
        Self { draw, entropy: FixedHost::default(), options, steps: Vec::new(), names: 0 }
    }

    /// The graph as the last step left it.
    fn graph(&self) -> Graph {
        self.steps.last().map(|step| step.graph.clone()).unwrap_or_default()
    }

    fn text(&mut self) -> String {
        self.names += 1;
        // Some need pages of their own.
        let length = *self.draw.one_of(&[3, 40, 900, 9000]);
        let filler: String = (0..length).map(|_| char::from(b'a' + self.draw.below(26) as u8)).collect();
        format!("Name {} {filler}", self.names)
    }

    fn fresh_id(&mut self) -> EntityId {
        EntityId(store::uuid_v7(&self.entropy))
    }

    fn create(&mut self) -> Mutation {
        let entity = *self.draw.one_of(&[EntityType::Person, EntityType::Account]);
        let at = EntityRef { entity, id: self.fresh_id() };
        let (name, text) = if entity == EntityType::Person { ("full_name", "notes") } else { ("name", "description") };
        let mut fields = vec![(name.to_owned(), json!(self.text()))];
        if self.draw.percent(50) {
            fields.push((text.to_owned(), json!(self.text())));
        }
        if entity == EntityType::Person && self.draw.percent(50) {
            let address = format!("p{}@example.com", self.names);
            fields.push(("email".to_owned(), json!([{ "value": address, "received": address, "is_primary": true }])));
        }
        Mutation::create(at, fields.into_iter().map(|(field, value)| (field, value, Vec::new(), None)))
    }

    /// A mutation that fits the graph, and the graph after it.
    fn mutation(&mut self, graph: &mut Graph) -> Mutation {
        let records: Vec<EntityRef> = graph.records.keys().copied().collect();
        let of = |entity| records.iter().copied().filter(|at| at.entity == entity).collect::<Vec<_>>();
        let (people, accounts) = (of(EntityType::Person), of(EntityType::Account));
        let mutation = match self.draw.below(10) {
            0..4 if !records.is_empty() => {
                let entity = *self.draw.one_of(&records);
                let field = if entity.entity == EntityType::Person { "notes" } else { "description" };
                let before = graph.records[&entity].fields.get(field).cloned().unwrap_or(Value::Null);
                let after = json!(self.text());
                let change = FieldChange { field: field.into(), before, after, sources: Vec::new(), confidence: None };
                Mutation { entity, op: contracts::DeltaOp::Update, changes: vec![change] }
            }
            4..6 if !people.is_empty() && !accounts.is_empty() => {
                let (from, to) = (*self.draw.one_of(&people), *self.draw.one_of(&accounts));
                let link = Link { kind: "works_at".into(), from, to };
                if graph.links.contains(&link) { self.create() } else { Mutation::make_link(&link) }
            }
            _ => self.create(),
        };
        graph.apply(&mutation).expect("it fits");
        mutation
    }

    /// A group of a few changes.
    fn group(&mut self, graph: &mut Graph) -> GroupWrite {
        let count = *self.draw.one_of(&[1, 1, 2, 3, 12]);
        let deltas = (0..count).map(|_| new_delta(self.mutation(graph))).collect();
        GroupWrite {
            group: GroupId(store::uuid_v7(&self.entropy)),
            actor: Actor::human("asha"),
            source_system: "velocity".into(),
            decision_id: None,
            import: None,
            deltas,
        }
    }

    /// One transaction: the step that it is when it is written. A spoilt one has a change in it that does not fit.
    fn attempt(&mut self, store: &Store, spoilt: bool) -> Result<Step, StoreError> {
        let mut graph = self.graph();
        let count = *self.draw.one_of(&[1, 1, 1, 2, 4]);
        let mut groups: Vec<GroupWrite> = (0..count).map(|_| self.group(&mut graph)).collect();
        if spoilt {
            let again = groups[0].deltas[0].clone();
            groups[count - 1].deltas.push(again);
        }
        store.write(&self.entropy, |tx| groups.iter().try_for_each(|group| tx.commit_group(group).map(drop)))?;
        Ok(Step { groups: groups.iter().map(|group| (group.group, group.deltas.len() as u64)).collect(), graph })
    }

    /// One transaction, written and noted; or, now and then, refused in its middle.
    fn step(&mut self, store: &Store) {
        let spoilt = self.draw.percent(8);
        match self.attempt(store, spoilt) {
            Ok(step) => self.steps.push(step),
            Err(e) => assert!(spoilt && matches!(e, StoreError::Graph(_)), "{e}"),
        }
    }

    /// Another process checkpoints.
    fn checkpoint(&mut self, folder: &Path, power: &PowerLoss) {
        let mode = *self.draw.one_of(&["PASSIVE", "FULL", "RESTART", "TRUNCATE"]);
        let path = folder.join("velocity.db");
        let conn = Connection::open_with_flags_and_vfs(path, OpenFlags::default(), power.vfs()).expect("opens");
        let sync = if self.options.synchronous == Synchronous::Full { "FULL" } else { "NORMAL" };
        conn.pragma_update(None, "synchronous", sync).expect("set");
        conn.query_row(&format!("PRAGMA wal_checkpoint({mode})"), [], |_| Ok(())).expect("checkpointed");
    }

    /// Works in a folder, cuts the power at some moment, and gives what is left of it.
    fn until_power_fails(&mut self, folder: &Path, tally: &mut Tally) -> TempDir {
        let power = PowerLoss::new(folder).expect("a folder to watch");
        // The pin is written beside the database, by other means. A pin that survives without the commit it pins would
        // be taken for a chain whose tail was cut.
        power.watch("audit.pin");
        let had = self.steps.len();
        let mut acknowledged = Vec::new();
        {
            let options = OpenOptions { vfs: Some(power.vfs().into()), ..self.options.clone() };
            let mut store = Store::open_with(folder, &self.entropy, &options).expect("opens");
            for _ in 0..2 + self.draw.below(10) {
                let before = self.steps.len();
                self.step(&store);
                if self.steps.len() > before {
                    acknowledged.push((power.now(), self.steps.len()));
                }
                if self.draw.percent(10) {
                    self.checkpoint(folder, &power);
                }
                if self.draw.percent(5) {
                    // Closed and opened again: the last connection checkpoints and deletes the log.
                    drop(store);
                    store = Store::open_with(folder, &self.entropy, &options).expect("opens again");
                }
            }
        }
        // Anywhere, or just after something was acknowledged.
        let cut = match acknowledged.is_empty() || self.draw.percent(50) {
            true => self.draw.below(power.now() + 1),
            false => self.draw.one_of(&acknowledged).0 + self.draw.below(4),
        };
        let safe = acknowledged.iter().rev().find(|(at, _)| *at <= cut).map_or(had, |(_, steps)| *steps);
        let left = self::folder();
        power.image(cut, &mut self.draw, left.path()).expect("an image");
        let looked_at = self::folder();
        copy(left.path(), looked_at.path());
        let there = self.look(looked_at.path(), safe);
        tally.power_losses += 1;
        tally.losing += usize::from(there < safe);
        tally.acknowledged += safe;
        tally.lost += safe.saturating_sub(there);
        tally.unasked += there.saturating_sub(safe);
        left
    }

    /// Opens what is left as it is opened any day, and checks all of it: how many steps are there.
    fn look(&mut self, folder: &Path, safe: usize) -> usize {
        let store = Store::open(folder, &self.entropy).expect("what is left opens");
        assert_eq!(store.integrity().expect("looked at"), Vec::<String>::new());
        let groups = groups_in(folder);
        let mut there = 0_usize;
        let mut expected = Vec::new();
        for step in &self.steps {
            if expected.len() == groups.len() {
                break;
            }
            expected.extend(step.groups.iter().copied());
            there += 1;
        }
        assert_eq!(groups, expected, "whole transactions, in order, from the first on");
        let graph = there.checked_sub(1).map(|last| self.steps[last].graph.clone()).unwrap_or_default();
        let found = graph_in(&store);
        assert!(found == graph, "the tables hold what the log says, version by version");

        let report = store.verify_audit().expect("verified");
        if there >= safe {
            assert!(report.ok, "{report:?}");
        } else {
            // Only where commits were lost: the pin outside knows more entries, and says so.
            assert_eq!(self.options.synchronous, Synchronous::Normal, "acknowledged: {safe} steps, there: {there}");
            assert!(!report.ok && report.findings.iter().all(|f| f.contains("tail was cut")), "{report:?}");
        }
        // And it goes on, in this copy of what is left.
        self.steps.truncate(there);
        if self.draw.percent(30) {
            self.step(&store);
            assert!(graph_in(&store) == self.graph(), "what is written after it stands");
            assert!(there < safe || store.verify_audit().expect("verified").ok);
            self.steps.truncate(there);
        }
        there
    }
}

fn new_delta(mutation: Mutation) -> NewDelta {
    let cause = Cause { kind: "edit".into(), decision_id: None, proposal_id: None, batch_id: None, row_number: None };
    NewDelta { mutation, cause, inverse_of: None }
}

/// The groups of the log in order, each with the number of its deltas.
fn groups_in(folder: &Path) -> Vec<(GroupId, u64)> {
    let conn = Connection::open(folder.join("velocity.db")).expect("opens");
    let sql = "SELECT group_id, count(*) FROM graph_deltas GROUP BY group_id ORDER BY min(delta)";
    let mut statement = conn.prepare(sql).expect("prepared");
    let rows = statement.query_map([], |r| Ok((GroupId(r.get(0)?), r.get(1)?))).expect("queried");
    rows.collect::<Result<_, _>>().expect("read")
}

/// The graph as its tables hold it.
fn graph_in(store: &Store) -> Graph {
    store
        .read::<_, StoreError>(|r| {
            let mut records: BTreeMap<EntityRef, Record> = BTreeMap::new();
            for entity in EntityType::ALL {
                for id in r.record_ids(entity)? {
                    let at = EntityRef { entity, id };
                    records.extend(r.record(at)?.map(|record| (at, record)));
                }
            }
            let (links, aliases) = (r.all_links()?, r.all_aliases()?);
            Ok(Graph { records, links: links.into_iter().collect(), aliases: aliases.into_iter().collect() })
        })
        .expect("read")
}

/// An empty, closed workspace: making one takes longer than the rest of a trace.
fn template() -> TempDir {
    let made = folder();
    drop(Store::open(made.path(), &FixedHost::default()).expect("opens"));
    made
}

fn run(synchronous: Synchronous, most_losses: usize) -> Tally {
    let template = template();
    let mut tally = Tally::default();
    for seed in 0..cases() {
        let told = Told { seed };
        let mut trace = Trace::new(seed, synchronous);
        let mut at = folder();
        // Some begin before there is a database at all.
        if seed % 10 != 0 {
            copy(template.path(), at.path());
        }
        for _ in 0..=trace.draw.below(most_losses) {
            at = trace.until_power_fails(at.path(), &mut tally);
        }
        std::mem::forget(told);
    }
    tally
}

/// Names the trace that failed.
struct Told {
    seed: u64,
}

impl Drop for Told {
    fn drop(&mut self) {
        eprintln!("this is the trace of seed {}", self.seed);
    }
}

#[test]
fn nothing_acknowledged_is_lost_when_the_power_fails() {
    let tally = run(Synchronous::Full, 3);
    println!("{} traces: {tally:?}", cases());
    assert!(tally.acknowledged > 0 && tally.unasked > 0, "the cuts fall everywhere: {tally:?}");
    assert_eq!(tally.lost, 0, "{tally:?}");
}

/// The control: without a sync at each commit the same traces lose, so what the test above looks for can be seen. Even
/// then nothing is half there, and the pin tells that something is missing.
#[test]
fn the_control_without_a_sync_at_each_commit_loses() {
    let tally = run(Synchronous::Normal, 1);
    println!("{} traces: {tally:?}", cases());
    assert!(tally.lost > 0, "{tally:?}");
}

/// A disk that is full, or fails, from any write or sync on: the transaction under way falls or stands as a whole, the
/// answer says which, and the same open store goes on once there is room.
#[test]
fn a_disk_that_refuses_leaves_every_transaction_whole_and_the_store_usable() {
    let template = template();
    let (mut refused, mut stood) = (0, 0);
    for seed in 0..cases() {
        let told = Told { seed };
        let mut trace = Trace::new(seed, Synchronous::Full);
        let folder = folder();
        copy(template.path(), folder.path());
        let power = PowerLoss::new(folder.path()).expect("a folder to watch");
        let options = OpenOptions { vfs: Some(power.vfs().into()), ..trace.options.clone() };
        if trace.draw.percent(20) {
            power.refuse_after(Some(trace.draw.below(3)));
            if let Err(e) = Store::open_with(folder.path(), &trace.entropy, &options) {
                assert!(e.disk().is_some(), "{e:?}");
            }
            power.refuse_after(None);
        }
        let store = Store::open_with(folder.path(), &trace.entropy, &options).expect("opens");
        for _ in 0..4 {
            trace.step(&store);
            let within = *trace.draw.one_of(&[10, 60, 400]);
            power.refuse_after(Some(trace.draw.below(within)));
            match trace.attempt(&store, false) {
                Ok(step) => {
                    stood += 1;
                    trace.steps.push(step);
                }
                Err(e) => {
                    refused += 1;
                    assert!(e.disk().is_some(), "{e:?}");
                }
            }
            assert!(graph_in(&store) == trace.graph(), "what was refused is gone, what was acknowledged is there");
            power.refuse_after(None);
        }
        trace.step(&store);
        drop(store);
        let steps = trace.steps.len();
        assert_eq!(trace.look(folder.path(), steps), steps);
        std::mem::forget(told);
    }
    println!("{} traces: {refused} transactions refused, {stood} not", cases());
    assert!(refused > 0 && stood > 0, "{refused} refused, {stood} stood");
}
