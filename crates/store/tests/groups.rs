//! Groups committed together leave the same graph, log and chain as groups committed one after the other.

use std::collections::BTreeSet;
use std::path::Path;

use contracts::{Actor, Cause, DeltaOp, EntityId, EntityRef, EntityType, FieldChange, GroupId, Link};
use graph::{Graph, Mutation};
use proptest::prelude::*;
use rusqlite::Connection;
use serde_json::{Value, json};
use store::{GroupWrite, NewDelta, Store, StoreError};
use testkit::FixedHost;
use uuid::Uuid;

const HELD: [u128; 6] = [9, 1, 5, 2, 7, 3];

/// People and accounts whose ids do not rise with the order in which they come.
fn at(n: usize) -> EntityRef {
    let entity = if n.is_multiple_of(3) { EntityType::Account } else { EntityType::Person };
    EntityRef { entity, id: EntityId(Uuid::from_u128(HELD[n % HELD.len()])) }
}

fn change(op: DeltaOp, entity: EntityRef, changes: Vec<FieldChange>) -> Mutation {
    Mutation { entity, op, changes }
}

/// A word for a number: some records share one, most have their own.
fn word(value: u8) -> String {
    let letter = |n: u8| char::from(b'a' + n % 26);
    [letter(value / 3), 'o', letter(value), 'i', letter(value / 7)].iter().collect()
}

/// A term, its record, its column and where it stands there.
type Places = BTreeSet<(String, Uuid, String, i64)>;

/// Every place of every term in the index, by record; and the vocabulary.
fn index(folder: &Path) -> (Places, BTreeSet<String>) {
    let conn = Connection::open(folder.join("velocity.db")).expect("opens");
    conn.execute_batch("CREATE VIRTUAL TABLE temp.terms USING fts5vocab ('main', 'search_terms', 'instance')")
        .expect("a view of the index");
    let sql = "SELECT t.term, d.entity_id, t.col, t.offset FROM temp.terms t JOIN search_docs d USING (doc)";
    let mut asked = conn.prepare(sql).expect("asked");
    let places = asked
        .query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?)))
        .expect("asked")
        .collect::<Result<_, _>>()
        .expect("read");
    let mut asked = conn.prepare("SELECT word FROM search_words").expect("asked");
    let words = asked.query_map([], |r| r.get(0)).expect("asked").collect::<Result<_, _>>().expect("read");
    (places, words)
}

/// What a drawn step does to the graph as it is; whether it fits is for the graph to say.
fn step(graph: &Graph, (what, a, b, value): (u8, usize, usize, u8)) -> Mutation {
    let (one, other) = (at(a), at(b));
    let link = Link { kind: "related_to".into(), from: one, to: other };
    let made = Mutation::make_link(&link);
    let set = |field: &str, before: Value, after: Value| FieldChange {
        field: field.into(),
        before,
        after,
        sources: vec![],
        confidence: None,
    };
    let now = |field: &str| graph.records.get(&one).and_then(|r| r.fields.get(field)).cloned().unwrap_or(Value::Null);
    let name = if one.entity == EntityType::Account { "name" } else { "full_name" };
    let phone = json!([{ "value": format!("+9198300000{value:02}"), "received": "", "is_primary": true }]);
    match what {
        0..4 => Mutation::create(
            one,
            [
                (name.into(), json!(format!("Name {}", word(value))), vec![], None),
                ("phone".into(), phone, vec![], None),
            ],
        ),
        4 => change(DeltaOp::Update, one, vec![set(name, now(name), json!(format!("Other {}", word(value))))]),
        5 => change(DeltaOp::Update, one, vec![set("phone", now("phone"), phone)]),
        6 => change(DeltaOp::Archive, one, vec![]),
        7 => change(DeltaOp::Restore, one, vec![]),
        8 | 9 => made,
        10 => graph::inverse(&made),
        _ => Mutation::make_merge(one, graph.records.get(&one).unwrap_or(&graph::Record::default()), other),
    }
}

fn group(n: usize, mutations: &[Mutation]) -> GroupWrite {
    let cause = Cause { kind: "edit".into(), decision_id: None, proposal_id: None, batch_id: None, row_number: None };
    let delta = |mutation: &Mutation| NewDelta { mutation: mutation.clone(), cause: cause.clone(), inverse_of: None };
    GroupWrite {
        group: GroupId(Uuid::from_u128(1000 + n as u128)),
        actor: Actor::human(if n.is_multiple_of(2) { "asha" } else { "ravi" }),
        source_system: "velocity".into(),
        decision_id: None,
        import: None,
        deltas: mutations.iter().map(delta).collect(),
    }
}

/// What a store holds: the graph, the mutations in the order of the log, how long log and chain are, and a search.
fn held(store: &Store) -> (Graph, Vec<Vec<Mutation>>, u64, u64, Vec<EntityRef>) {
    store
        .read::<_, StoreError>(|r| {
            let mut graph = Graph::default();
            let mut log = Vec::new();
            for n in 0..HELD.len() {
                if let Some(record) = r.record(at(n))? {
                    graph.records.insert(at(n), record);
                }
                log.push(r.deltas_of(at(n).id)?.into_iter().map(|d| d.mutation).collect());
            }
            graph.links = r.all_links()?.into_iter().collect();
            graph.aliases = r.all_aliases()?.into_iter().collect();
            let found = r.search("name", 20)?.into_iter().map(|f| f.entity).collect();
            Ok((graph, log, r.graph_version()?, r.audit_length()?, found))
        })
        .expect("read")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 80, ..ProptestConfig::default() })]

    #[test]
    fn together_is_as_one_by_one(
        steps in prop::collection::vec((0_u8..12, 0..6_usize, 0..6_usize, 0_u8..100), 1..60),
        sizes in prop::collection::vec(1_usize..5, 60),
        later in any::<bool>(),
    ) {
        let mut graph = Graph::default();
        let mut mutations = Vec::new();
        for drawn in steps {
            let mutation = step(&graph, drawn);
            if graph.apply(&mutation).is_ok() {
                mutations.push(mutation);
            }
        }
        let mut rest = mutations.as_slice();
        let mut groups = Vec::new();
        for size in sizes {
            let (now, then) = rest.split_at(size.min(rest.len()));
            rest = then;
            if !now.is_empty() {
                groups.push(group(groups.len(), now));
            }
        }
        let folders = (tempfile::tempdir().expect("tempdir"), tempfile::tempdir().expect("tempdir"));
        let entropy = FixedHost::default();
        let open = |folder: &tempfile::TempDir| Store::open(folder.path(), &entropy).expect("opens");
        let (one, many) = (open(&folders.0), open(&folders.1));
        for group in &groups {
            one.write::<_, StoreError>(&entropy, |tx| tx.commit_group(group)).expect("committed");
        }
        many.write::<_, StoreError>(&entropy, |tx| {
            if later {
                tx.index_later();
            }
            tx.commit_groups(groups.clone())
        })
        .expect("committed together");
        if later {
            many.write::<_, StoreError>(&entropy, |tx| tx.index_pending(100)).expect("indexed");
        }
        let (one_by_one, together) = (held(&one), held(&many));
        prop_assert_eq!(&together.0, &graph);
        prop_assert_eq!((&one_by_one.0, &one_by_one.1, one_by_one.2, one_by_one.3), (&together.0, &together.1, together.2, together.3));
        let sorted = |found: &[EntityRef]| found.iter().copied().collect::<std::collections::BTreeSet<_>>();
        prop_assert_eq!(sorted(&one_by_one.4), sorted(&together.4));
        for store in [&one, &many] {
            let report = store.verify_audit().expect("verified");
            prop_assert!(report.ok, "{:?}", report.findings);
            prop_assert_eq!(store.integrity().expect("checked"), Vec::<String>::new());
        }
        for (store, folder) in [(&one, &folders.0), (&many, &folders.1)] {
            let grown = index(folder.path());
            store.write::<_, StoreError>(&entropy, |tx| tx.sweep_words()).expect("swept");
            let swept = index(folder.path());
            store.write::<_, StoreError>(&entropy, |tx| { tx.index_anew()?; tx.index_pending(100) }).expect("written anew");
            let rebuilt = index(folder.path());
            prop_assert_eq!(&grown.0, &rebuilt.0, "the index is as one that is written anew");
            prop_assert_eq!(&swept, &rebuilt, "and so is the vocabulary without what nobody says any more");
            prop_assert!(grown.1.is_superset(&rebuilt.1));
        }
    }
}

#[test]
fn one_that_does_not_fit_takes_all_of_them_along() {
    let dir = tempfile::tempdir().expect("tempdir");
    let entropy = FixedHost::default();
    let store = Store::open(dir.path(), &entropy).expect("opens");
    let create = |n| Mutation::create(at(n), [("notes".into(), json!("x"), vec![], None)]);
    let twice = vec![group(0, &[create(1)]), group(1, &[create(2)]), group(2, &[create(1)])];
    let refused = store.write::<_, StoreError>(&entropy, |tx| tx.commit_groups(twice)).expect_err("made twice");
    assert!(matches!(refused, StoreError::Graph(graph::GraphError::Exists(who)) if who == at(1)), "{refused}");
    assert_eq!(held(&store).2, 0, "nothing is in the log");
    store.write::<_, StoreError>(&entropy, |tx| tx.commit_groups(vec![group(0, &[create(1)])])).expect("free again");
    let again = vec![group(1, &[create(2)]), group(2, &[create(1)])];
    let refused = store.write::<_, StoreError>(&entropy, |tx| tx.commit_groups(again)).expect_err("there already");
    assert!(matches!(refused, StoreError::Graph(graph::GraphError::Exists(who)) if who == at(1)), "{refused}");
}
