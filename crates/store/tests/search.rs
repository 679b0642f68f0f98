//! What people type finds whom they mean: labelled queries over a few thousand made-up clients.

use std::collections::BTreeMap;

use contracts::{Actor, Cause, EntityId, EntityRef, EntityType, GroupId};
use graph::Mutation;
use serde_json::json;
use store::{GroupWrite, NewDelta, Store, StoreError};
use testkit::FixedHost;
use testkit::queries::{self, Half, Labelled, People, Recall};
use uuid::Uuid;

const CLIENTS: u64 = 2000;
const EACH: usize = 18;

/// The share of queries that must find what is meant among the first five.
const ENOUGH: f64 = 0.95;

fn filled(seed: u64) -> (tempfile::TempDir, Store, People) {
    let folder = tempfile::tempdir().expect("a folder");
    let host = FixedHost::default();
    let store = Store::open(folder.path(), &host).expect("opens");
    let people = People::new(seed, CLIENTS, 2);
    queries::fill(&store, &host, &people, queries::people()).expect("filled");
    (folder, store, people)
}

/// Recall by kind on standard output, and misses of the half that may be looked at.
fn asked(store: &Store, queries: &[Labelled]) -> BTreeMap<(Half, &'static str), Recall> {
    let counted = store.read::<_, StoreError>(|r| {
        queries::recall(r, queries, |query, found| {
            if query.half == Half::Tuned {
                let first: Vec<&str> =
                    found.iter().filter_map(|f| Some(f.fields.first()?.text.as_str())).take(3).collect();
                println!("missed: {} | {} | {:?} | found {first:?}", query.kind, query.text, query.wanted);
            }
        })
    });
    counted.expect("asked")
}

#[test]
fn nineteen_of_twenty_queries_find_whom_they_mean_among_the_first_five() {
    let (_folder, store, people) = filled(7);
    let mut all = queries::by_hand();
    all.extend(queries::made(&people, Half::Tuned, EACH));
    let mut counted = asked(&store, &all);
    let (_folder, store, people) = filled(20_261_120);
    for (of, more) in asked(&store, &queries::made(&people, Half::Unseen, EACH)) {
        counted.entry(of).or_default().add(more);
    }
    for half in [Half::Tuned, Half::Unseen] {
        let mut sum = Recall::default();
        for ((_, kind), recall) in counted.iter().filter(|((of, _), _)| *of == half) {
            println!("{half:?} {kind}: {} asked, {} first, {} of five", recall.asked, recall.first, recall.five);
            sum.add(*recall);
        }
        println!("{half:?}: {} asked, first {}, recall@5 {:.3}", sum.asked, sum.first, sum.at_five());
        assert!(sum.at_five() >= ENOUGH, "{half:?}: {sum:?}");
    }
}

/// A person as a delta makes them.
fn person(n: u128, name: &str) -> GroupWrite {
    let at = EntityRef { entity: EntityType::Person, id: EntityId(Uuid::from_u128(n)) };
    let mutation = Mutation::create(at, [("full_name".to_owned(), json!(name), Vec::new(), None)]);
    let cause = Cause { kind: "edit".into(), decision_id: None, proposal_id: None, batch_id: None, row_number: None };
    GroupWrite {
        group: GroupId(Uuid::from_u128(n + 1000)),
        actor: Actor::human("asha"),
        source_system: "velocity".into(),
        decision_id: None,
        import: None,
        deltas: vec![NewDelta { mutation, cause, inverse_of: None }],
    }
}

fn names(store: &Store, text: &str) -> Vec<String> {
    let found = store.read::<_, StoreError>(|r| r.search(text, 5)).expect("searched");
    found.into_iter().filter_map(|f| Some(f.fields.first()?.text.clone())).collect()
}

#[test]
fn records_that_an_earlier_build_indexed_are_found_while_they_wait_to_be_written_anew() {
    let folder = tempfile::tempdir().expect("a folder");
    let host = FixedHost::default();
    let store = Store::open(folder.path(), &host).expect("opens");
    store
        .write::<_, StoreError>(&host, |tx| {
            tx.commit_groups(vec![person(1, "Rina Mukherjee"), person(2, "Omar Haddad")])
        })
        .expect("written");
    // As the migration finds them: terms of another form, and no vocabulary.
    let conn = rusqlite::Connection::open(folder.path().join("velocity.db")).expect("opens");
    conn.execute_batch(
        "DELETE FROM search_words; DELETE FROM search_terms;
         INSERT INTO search_terms (rowid, name, contact, company, notes)
             SELECT doc, iif(entity_id = x'00000000000000000000000000000001', 'Rina Mukherjee', 'Omar Haddad'), '', '', ''
             FROM search_docs;
         UPDATE search_docs SET stale = 1, pending = 1;
         UPDATE workspace_meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'search_sweeps';",
    )
    .expect("as it was");
    assert_eq!(names(&store, "mukherj"), ["Rina Mukherjee"]);
    assert_eq!(names(&store, "r mukherji"), Vec::<String>::new());
    assert_eq!(store.write::<_, StoreError>(&host, |tx| tx.index_pending(1)).expect("indexed"), 1);
    assert_eq!(names(&store, "haddad"), ["Omar Haddad"], "the other one still waits");
    assert_eq!(store.write::<_, StoreError>(&host, |tx| tx.index_pending(100)).expect("indexed"), 1);
    assert_eq!(names(&store, "r mukherji"), ["Rina Mukherjee"]);
    assert_eq!(names(&store, "mukherj"), ["Rina Mukherjee"], "once");
    assert_eq!(store.read::<_, StoreError>(|r| r.search_lag()).expect("asked"), 0);
}

#[test]
fn a_list_is_narrowed_by_the_same_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let host = FixedHost::default();
    let store = Store::open(folder.path(), &host).expect("opens");
    store
        .write::<_, StoreError>(&host, |tx| {
            tx.commit_groups(vec![person(1, "Rina Mukherjee"), person(2, "Omar Haddad")])
        })
        .expect("written");
    let matching = |text: &str, entity| {
        let ids = store.read::<_, StoreError>(|r| r.matching(text, entity)).expect("asked");
        ids.map(|ids| ids.into_iter().map(|id| id.0.as_u128()).collect::<Vec<_>>())
    };
    assert_eq!(matching("rina", EntityType::Person), Some(vec![1]));
    assert_eq!(matching("omra hadad", EntityType::Person), Some(vec![2]));
    assert_eq!(matching("omar", EntityType::Account), Some(vec![]));
    assert_eq!(matching(" - ", EntityType::Person), None);
}
