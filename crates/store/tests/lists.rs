//! Lists: what the database answers is what the language means in memory, sentences read back as the tree they were
//! printed from, and windows put together are the whole list, whichever way they were made.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use contracts::{
    Actor, Cause, DeltaOp, EntityId, EntityRef, EntityType, FieldChange, FieldKind, Filter, GroupId, Link, Operand,
    Operator,
};
use filter::{Counted, Listed, Moment, Subject, fields, operators, value};
use graph::{Mutation, Record};
use serde_json::{Value, json};
use store::{Begin, GroupWrite, ListOrder, NewDelta, Store, StoreError};
use testkit::{Draw, FixedHost};
use uuid::Uuid;

const WORDS: &[&str] = &[
    "Kolkata",
    "kolkata",
    "Élan",
    "Rina Sen",
    "Won",
    "Open",
    "won: late",
    "+91 98300 12345",
    "VIP",
    "elan \"x\"",
    "and",
    "me",
];
const DAYS: &[&str] = &[
    "2026-01-05",
    "2026-03-01T20:00:00Z",
    "2026-03-02",
    "2026-03-02T01:00:00",
    "2026-03-31T23:59:00+05:30",
    "--03-02",
];
const NUMBERS: &[&str] = &["0", "1", "2", "12.50", "70"];
const CURRENCIES: &[&str] = &["INR", "AED", ""];
/// Channels and outcomes, by which somebody was in touch or not.
const REACHED: &[&str] = &["call", "Note", " note", "Reached", "No answer", "WRONG NUMBER ", "Left a message", "busy"];
const SLUGS: &[&str] = &["custom.is_nri", "custom.note"];

fn one(draw: &mut Draw, kind: FieldKind) -> Value {
    let word = *draw.one_of(WORDS);
    match kind {
        FieldKind::Bool => json!(draw.percent(50)),
        FieldKind::Phone | FieldKind::Email | FieldKind::Website | FieldKind::Social => {
            let value = if draw.percent(80) { word } else { "" };
            json!({ "value": value, "received": word, "is_primary": true })
        }
        FieldKind::Address => json!({ "city": word, "street": *draw.one_of(WORDS), "is_primary": true }),
        FieldKind::Money => {
            let currency = Some(*draw.one_of(CURRENCIES)).filter(|c| !c.is_empty());
            json!({ "amount": *draw.one_of(NUMBERS), "currency": currency, "received": "x" })
        }
        FieldKind::Area => json!({ "value": *draw.one_of(NUMBERS), "unit": "sq_ft" }),
        FieldKind::ExternalId => json!({ "system": "s", "value": word }),
        FieldKind::Date | FieldKind::DateTime => json!(*draw.one_of(DAYS)),
        FieldKind::Number => json!(if draw.percent(90) { *draw.one_of(NUMBERS) } else { word }),
        _ => json!(word),
    }
}

struct World {
    store: Store,
    records: BTreeMap<EntityRef, Record>,
    links: Vec<Link>,
    folder: tempfile::TempDir,
}

fn link(from: EntityRef, to: EntityRef) -> Option<Link> {
    use EntityType as E;
    let kind = match (from.entity, to.entity) {
        (E::Person, E::Account) => "works_at",
        (E::Opportunity, E::Person) => "contact_of",
        (E::Opportunity, E::Account) => "account_of",
        (E::Task, E::Person | E::Account | E::Opportunity) => "task_of",
        (E::Interaction, E::Person | E::Account | E::Opportunity) => "interaction_of",
        (E::Interest, E::Person) => "interest_of",
        (E::Requirement, E::Person) => "requirement_of",
        _ => return None,
    };
    Some(Link { kind: kind.into(), from, to })
}

/// A value of a field; a list where it takes many.
fn drawn(draw: &mut Draw, def: &contracts::FieldDef) -> Value {
    if def.name == "outcome" || def.name == "channel" {
        json!(*draw.one_of(REACHED))
    } else if def.many {
        Value::Array((0..=draw.below(2)).map(|_| one(draw, def.kind)).collect())
    } else {
        one(draw, def.kind)
    }
}

fn commit(store: &Store, entropy: &FixedHost, mutations: Vec<Mutation>) {
    let cause = Cause { kind: "edit".into(), decision_id: None, proposal_id: None, batch_id: None, row_number: None };
    store
        .write::<_, StoreError>(entropy, |tx| {
            tx.commit_group(&GroupWrite {
                group: GroupId(tx.new_id()),
                actor: Actor::human("asha"),
                source_system: "velocity".into(),
                decision_id: None,
                import: None,
                deltas: mutations
                    .into_iter()
                    .map(|mutation| NewDelta { mutation, cause: cause.clone(), inverse_of: None })
                    .collect(),
            })?;
            Ok(())
        })
        .expect("written");
}

fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| made(11, &FixedHost::default()))
}

/// Some two hundred records of every kind, a tenth of them archived, linked at random.
fn made(seed: u64, entropy: &FixedHost) -> World {
    {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open(folder.path(), entropy).expect("opens");
        let mut draw = Draw::new(seed);
        let mut mutations = Vec::new();
        let mut all: Vec<EntityRef> = Vec::new();
        let mut links: Vec<Link> = Vec::new();
        let mut hidden = Vec::new();
        for n in 0..200_u128 {
            let entity = *draw.one_of(&EntityType::ALL);
            let at = EntityRef { entity, id: EntityId(Uuid::from_u128((n * 7919) % 1000 + (n << 20))) };
            let mut some: BTreeMap<String, Value> = BTreeMap::new();
            for def in contracts::fields_of(entity) {
                if draw.percent(45) {
                    some.insert(def.name.into(), drawn(&mut draw, def));
                }
            }
            for slug in SLUGS {
                if draw.percent(30) {
                    let made = if draw.percent(50) { json!(draw.percent(50)) } else { json!(*draw.one_of(WORDS)) };
                    some.insert((*slug).into(), made);
                }
            }
            mutations.push(Mutation::create(at, some.into_iter().map(|(f, v)| (f, v, vec![], None))));
            for _ in 0..3 {
                if let Some(made) = all.get(draw.below(all.len().max(1))).and_then(|to| link(at, *to))
                    && !links.contains(&made)
                {
                    mutations.push(Mutation::make_link(&made));
                    links.push(made);
                }
            }
            if draw.percent(10) {
                hidden.push(at);
            }
            all.push(at);
        }
        mutations.extend(hidden.iter().map(|at| Mutation { entity: *at, op: DeltaOp::Archive, changes: vec![] }));
        commit(&store, entropy, mutations);
        let records = store
            .read::<_, StoreError>(|r| {
                let mut out = BTreeMap::new();
                for at in &all {
                    out.insert(*at, r.record(*at)?.expect("there"));
                }
                Ok(out)
            })
            .expect("read");
        World { store, records, links, folder }
    }
}

/// A record among the others, told from the graph and never from the database.
struct Around<'a> {
    world: &'a World,
    at: EntityRef,
}

impl Around<'_> {
    fn record(&self) -> &Record {
        &self.world.records[&self.at]
    }

    fn linked(&self, entity: EntityType) -> impl Iterator<Item = &Record> {
        let kinds: &[&str] = match (entity, self.at.entity) {
            (EntityType::Opportunity, EntityType::Account) => &["account_of"],
            (EntityType::Opportunity, _) => &["contact_of"],
            _ => &["works_at", "task_of", "interaction_of", "interest_of", "requirement_of"],
        };
        self.world
            .links
            .iter()
            .filter(move |l| l.to == self.at && l.from.entity == entity && kinds.contains(&l.kind.as_str()))
            .map(|l| &self.world.records[&l.from])
            .filter(|r| !r.archived)
    }
}

fn over(r: &Record, task: bool) -> bool {
    let text = |f: &str| r.fields.get(f).and_then(Value::as_str).unwrap_or_default();
    let (dates, words): (&[&str], &[&str]) =
        if task { (&["done_at"], &["status"]) } else { (&["won_at", "lost_at"], &["status", "stage"]) };
    dates.iter().any(|f| !text(f).is_empty()) || words.iter().any(|f| value::is_over(text(f)))
}

impl Subject for Around<'_> {
    fn value(&self, field: &str) -> Option<Value> {
        self.record().fields.get(field).cloned()
    }

    fn title(&self) -> String {
        graph::title(self.at.entity, &self.record().fields)
    }

    fn count(&self, of: Counted) -> u64 {
        use EntityType as E;
        (match of {
            Counted::People => self.linked(E::Person).count(),
            Counted::Opportunities => self.linked(E::Opportunity).count(),
            Counted::OpenOpportunities => self.linked(E::Opportunity).filter(|r| !over(r, false)).count(),
            Counted::OpenTasks => self.linked(E::Task).filter(|r| !over(r, true)).count(),
            Counted::Interactions => self.linked(E::Interaction).count(),
            Counted::Interests => self.linked(E::Interest).count(),
            Counted::Requirements => self.linked(E::Requirement).count(),
        }) as u64
    }

    fn contacts(&self) -> Vec<String> {
        let text = |r: &Record, f: &str| r.fields.get(f).and_then(Value::as_str).map(String::from);
        let made = |r: &&Record| contracts::is_contact(text(r, "channel").as_deref(), text(r, "outcome").as_deref());
        self.linked(EntityType::Interaction).filter(made).filter_map(|r| text(r, "at")).collect()
    }

    fn tasks_due(&self) -> Vec<String> {
        let open = self.linked(EntityType::Task).filter(|r| !over(r, true));
        open.filter_map(|r| r.fields.get("due_at")?.as_str().map(String::from)).collect()
    }

    fn clients(&self) -> Vec<String> {
        let to = self.world.links.iter().filter(|l| l.from == self.at).map(|l| l.to);
        to.filter(|to| matches!(to.entity, EntityType::Person | EntityType::Account))
            .map(|to| graph::title(to.entity, &self.world.records[&to].fields))
            .collect()
    }
}

fn operand(draw: &mut Draw, f: &Listed) -> Operand {
    match f.kind {
        FieldKind::Number | FieldKind::Area => {
            Operand::Number { number: (*draw.one_of(&["0", "1", "2", "12.5", "70"])).into() }
        }
        FieldKind::Money => Operand::Money {
            amount: (*draw.one_of(&["0", "1", "2", "12.5", "8500000", "23000000"])).into(),
            currency: Some(*draw.one_of(CURRENCIES)).filter(|c| !c.is_empty()).map(Into::into),
        },
        FieldKind::Date | FieldKind::DateTime => {
            Operand::Date { date: (*draw.one_of(&["2026-01-05", "2026-03-01", "2026-03-02", "2026-03-31"])).into() }
        }
        FieldKind::Bool => Operand::Bool { yes: draw.percent(50) },
        FieldKind::Phone => Operand::Text { text: (*draw.one_of(&["98300", "+91 98300 12345", "345"])).into() },
        _ if draw.percent(10) => Operand::Me,
        _ => Operand::Text {
            text: (*draw.one_of(&["Kolkata", "ELAN", "rina sen", "R", "sen", "won", "elan \"x\"", "and", "me", "yes"]))
                .into(),
        },
    }
}

fn tree(draw: &mut Draw, entity: EntityType, deep: u32) -> Filter {
    if deep > 0 && draw.percent(45) {
        let many = |draw: &mut Draw| (0..draw.below(4)).map(|_| tree(draw, entity, deep - 1)).collect::<Vec<_>>();
        return match draw.below(3) {
            0 => Filter::All { of: many(draw) },
            1 => Filter::Any { of: many(draw) },
            _ => Filter::Not { of: Box::new(tree(draw, entity, deep - 1)) },
        };
    }
    let all = fields(entity);
    let f = if draw.percent(8) {
        filter::field(entity, draw.one_of::<&str>(SLUGS)).expect("a field of one's own")
    } else {
        all[draw.below(all.len())].clone()
    };
    let op = *draw.one_of(&operators(entity, &f));
    use Operator as O;
    let values = match op {
        O::Empty | O::Known | O::Today | O::ThisWeek | O::ThisMonth | O::Overdue => vec![],
        O::LastDays | O::NextDays | O::NotForDays => vec![Operand::Days { days: *draw.one_of(&[1, 2, 30, 60]) }],
        O::Between => {
            let first = operand(draw, &f);
            let mut second = operand(draw, &f);
            if let (Operand::Money { currency, .. }, Operand::Money { currency: other, .. }) = (&first, &mut second) {
                other.clone_from(currency);
            }
            vec![first, second]
        }
        O::OneOf => (0..=draw.below(3)).map(|_| operand(draw, &f)).collect(),
        _ => vec![operand(draw, &f)],
    };
    Filter::Compare { field: f.name, op, values }
}

/// A tree without lists of one: nobody can write those apart.
fn normal(tree: Filter) -> Filter {
    match tree {
        Filter::All { of } | Filter::Any { of } if of.len() == 1 => of.into_iter().map(normal).next().expect("one"),
        Filter::All { of } => Filter::All { of: of.into_iter().map(normal).collect() },
        Filter::Any { of } => Filter::Any { of: of.into_iter().map(normal).collect() },
        Filter::Not { of } => Filter::Not { of: Box::new(normal(*of)) },
        leaf => leaf,
    }
}

fn moment(draw: &mut Draw) -> Moment {
    Moment {
        today: (*draw.one_of(&["2026-03-02", "2026-03-31"])).into(),
        zone_minutes: *draw.one_of(&[0, 330]),
        me: vec!["kolkata".into()],
        currency: Some("INR".into()),
    }
}

fn cases(few: u64) -> u64 {
    std::env::var("VELOCITY_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(few)
}

#[test]
fn the_database_answers_what_the_language_means() {
    let world = world();
    let mut found = 0;
    for seed in 0..cases(1500) {
        let mut draw = Draw::new(seed);
        let entity = *draw.one_of(&EntityType::ALL);
        let tree = tree(&mut draw, entity, 3);
        let moment = moment(&mut draw);
        let plan = filter::check(entity, &tree, &moment).unwrap_or_else(|p| panic!("{tree:?}: {p}"));
        let archived = draw.percent(10);
        let wanted: Vec<EntityId> = world
            .records
            .iter()
            .filter(|(at, r)| at.entity == entity && r.archived == archived)
            .filter(|(at, _)| filter::matches(&plan, &Around { world, at: **at }, &moment))
            .map(|(at, _)| at.id)
            .collect();
        let list = ListOrder { entity, plan, zone_minutes: moment.zone_minutes, text: None, archived, sorts: vec![] };
        let got = world.store.members(&list, 1000).unwrap_or_else(|e| panic!("{tree:?}: {e}"));
        assert_eq!(got, wanted, "seed {seed}, {entity} of {moment:?}: {}", filter::print(entity, &tree));
        assert_eq!(world.store.count(&list).expect("counted"), wanted.len() as u64);
        found += usize::from(!wanted.is_empty());
    }
    assert!(found > 300, "filters that find somebody: {found}");
}

#[test]
fn a_sentence_reads_back_as_the_tree_it_was_printed_from() {
    for seed in 0..cases(4000) {
        let mut draw = Draw::new(seed);
        let entity = *draw.one_of(&EntityType::ALL);
        let tree = tree(&mut draw, entity, 4);
        let printed = filter::print(entity, &tree);
        let back = filter::parse(entity, &printed).unwrap_or_else(|p| panic!("seed {seed}, {entity}: {printed}: {p}"));
        assert_eq!(back, normal(tree), "seed {seed}, {entity}: {printed}");
    }
}

/// Every row of a list by its windows.
fn windows(store: &Store, list: &ListOrder, limit: u32) -> Vec<EntityId> {
    let mut out = Vec::new();
    let mut begin = Begin::Start;
    loop {
        let window = store.window(list, &[], &begin, limit).expect("a window");
        out.extend(window.rows.iter().map(|r| r.id));
        match window.next {
            Some(next) => begin = Begin::After(next),
            None => return out,
        }
    }
}

#[test]
fn windows_put_together_are_the_list_whichever_way_they_are_made() {
    let world = world();
    for seed in 0..cases(150) {
        let mut draw = Draw::new(seed);
        let entity = *draw.one_of(&EntityType::ALL);
        let moment = moment(&mut draw);
        let filter = if draw.percent(50) { Filter::everything() } else { tree(&mut draw, entity, 1) };
        let plan = filter::check(entity, &filter, &moment).expect("fits");
        let offered: Vec<&Listed> = fields(entity).iter().filter(|f| store::sortable(entity, f)).collect();
        let sorts: Vec<(Listed, bool)> =
            (0..=draw.below(3)).map(|_| ((*draw.one_of(&offered)).clone(), draw.percent(50))).collect();
        let list = ListOrder { entity, plan, zone_minutes: moment.zone_minutes, text: None, archived: false, sorts };
        // Windows before anything is kept may step through an index; afterwards they are cut from what was collected.
        let stepped = windows(&world.store, &list, 3);
        let mut collected = Vec::new();
        world
            .store
            .each::<StoreError>(&list, &[], &mut |row| {
                collected.push(row.id);
                Ok(())
            })
            .expect("collected");
        assert_eq!(stepped, collected, "seed {seed}, {entity}: {:?}", list.sorts);
        assert_eq!(windows(&world.store, &list, 7), collected);
        let members: BTreeSet<EntityId> = world.store.members(&list, 1000).expect("members").into_iter().collect();
        assert_eq!(collected.iter().copied().collect::<BTreeSet<_>>(), members);
        assert_eq!(collected.len(), members.len(), "nobody twice");
    }
}

/// Some changes of any sort.
fn changes(draw: &mut Draw, world: &mut World) -> Vec<Mutation> {
    let mut out = Vec::new();
    let all: Vec<EntityRef> = world.records.keys().copied().collect();
    for _ in 0..=draw.below(4) {
        let at = *draw.one_of(&all);
        let Some(record) = world.records.get_mut(&at) else { continue };
        match draw.below(10) {
            0 => {
                let op = if record.archived { DeltaOp::Restore } else { DeltaOp::Archive };
                record.archived = !record.archived;
                out.push(Mutation { entity: at, op, changes: vec![] });
            }
            1 => {
                let new = EntityRef { entity: at.entity, id: EntityId(Uuid::from_u128(u128::from(draw.bits()) << 8)) };
                let some = contracts::fields_of(at.entity).take(6).map(|def| (def.name.to_owned(), drawn(draw, def)));
                let some: Vec<_> = some.map(|(name, value)| (name, value, vec![], None)).collect();
                out.push(Mutation::create(new, some));
            }
            2 | 3 => {
                let to = *draw.one_of(&all);
                if let Some(made) = link(at, to).filter(|made| !world.links.contains(made)) {
                    out.push(Mutation::make_link(&made));
                    world.links.push(made);
                }
            }
            4 if !world.links.is_empty() => {
                let gone = world.links.swap_remove(draw.below(world.links.len()));
                let mut cut = Mutation::make_link(&gone);
                cut.op = DeltaOp::Unlink;
                cut.changes.iter_mut().for_each(|c| std::mem::swap(&mut c.before, &mut c.after));
                out.push(cut);
            }
            _ => {
                let defs: Vec<_> = contracts::fields_of(at.entity).collect();
                let def = *draw.one_of(&defs);
                let before = record.fields.get(def.name).cloned().unwrap_or_default();
                let after = if draw.percent(15) { Value::Null } else { drawn(draw, def) };
                if before != after {
                    let change = FieldChange {
                        field: def.name.into(),
                        before,
                        after: after.clone(),
                        sources: vec![],
                        confidence: None,
                    };
                    record.fields.insert(def.name.into(), after);
                    out.push(Mutation { entity: at, op: DeltaOp::Update, changes: vec![change] });
                }
            }
        }
    }
    out
}

/// Lists that somebody has open while records change are those of somebody who opens them just now.
#[test]
fn lists_that_are_kept_follow_every_change() {
    for seed in 0..cases(4) {
        let entropy = FixedHost::default();
        let mut world = made(100 + seed, &entropy);
        let mut draw = Draw::new(seed);
        let moment = moment(&mut draw);
        let lists: Vec<ListOrder> = (0..8)
            .map(|_| {
                let entity = *draw.one_of(&EntityType::ALL);
                let filter = if draw.percent(25) { Filter::everything() } else { tree(&mut draw, entity, 2) };
                let plan = filter::check(entity, &filter, &moment).expect("fits");
                let offered: Vec<&Listed> = fields(entity).iter().filter(|f| store::sortable(entity, f)).collect();
                let sorts = (0..=draw.below(2)).map(|_| ((*draw.one_of(&offered)).clone(), draw.percent(50))).collect();
                let archived = draw.percent(10);
                ListOrder { entity, plan, zone_minutes: moment.zone_minutes, text: None, archived, sorts }
            })
            .collect();
        for round in 0..12 {
            let some = changes(&mut draw, &mut world);
            if !some.is_empty() {
                commit(&world.store, &entropy, some);
            }
            let fresh = Store::open(world.folder.path(), &entropy).expect("opens");
            // Whoever begins with the orders that an earlier start left beside the database.
            let kept = store::OpenOptions { orders_from: Some(0), ..store::OpenOptions::default() };
            let begun = Store::open_with(world.folder.path(), &entropy, &kept).expect("opens");
            for list in &lists {
                let rows = |store: &Store| {
                    let window = store.window(list, &[], &Begin::At(1), 500).expect("a window");
                    window.rows.into_iter().map(|row| row.id).collect::<Vec<_>>()
                };
                let wanted = rows(&fresh);
                assert_eq!(rows(&world.store), wanted, "seed {seed}, round {round}: {list:?}");
                assert_eq!(rows(&begun), wanted, "seed {seed}, round {round}, as it lay on the disk: {list:?}");
                assert_eq!(world.store.count(list).expect("counted"), fresh.count(list).expect("counted"));
            }
        }
    }
}

#[test]
fn groups_add_up_to_the_list_and_sum_exactly() {
    let world = world();
    let entity = EntityType::Opportunity;
    let f = |name: &str| filter::field(entity, name).expect("a field");
    let everything = filter::check(entity, &Filter::everything(), &moment(&mut Draw::new(1))).expect("fits");
    let list = ListOrder { entity, plan: everything, zone_minutes: 0, text: None, archived: false, sorts: vec![] };
    let groups = world.store.groups(&list, &f("stage"), Some(&f("amount"))).expect("groups");
    let total: u64 = groups.iter().map(|g| g.count).sum();
    assert_eq!(total, world.store.count(&list).expect("counted"));
    for g in &groups {
        let of = world.records.iter().filter(|(at, r)| {
            let stage = r.fields.get("stage").and_then(Value::as_str).unwrap_or_default();
            at.entity == entity && !r.archived && value::fold(stage) == g.key
        });
        assert_eq!(of.clone().count() as u64, g.count, "{}", g.key);
        let inr: f64 = of
            .filter_map(|(_, r)| r.fields.get("amount"))
            .filter(|a| a["currency"] == "INR")
            .filter_map(|a| a["amount"].as_str()?.parse::<f64>().ok())
            .sum();
        let summed = g.sums.get(&Some("INR".to_string())).map_or(0.0, |d| d.to_string().parse().expect("a number"));
        assert!((inr - summed).abs() < 1e-9, "{}: {inr} {summed}", g.key);
    }
    assert!(groups.last().is_some_and(|g| g.key.is_empty()), "those without a value come last");
}
