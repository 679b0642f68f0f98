//! Orders of lists that lie beside the database: none is believed of another state than the one it was made of, whatever
//! database lies beside it, and none outlives somebody who is erased.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use contracts::{Actor, Cause, EntityId, EntityRef, EntityType, GroupId};
use filter::Listed;
use graph::Mutation;
use serde_json::json;
use store::{Begin, ErasureWrite, GroupWrite, ListOrder, NewDelta, OpenOptions, Store, StoreError};
use testkit::FixedHost;
use uuid::Uuid;

/// Opens a workspace that keeps the orders even of short lists.
fn open(folder: &Path, entropy: &FixedHost) -> Store {
    let options = OpenOptions { orders_from: Some(0), ..OpenOptions::default() };
    Store::open_with(folder, entropy, &options).expect("opens")
}

fn person(n: u128) -> EntityRef {
    EntityRef { entity: EntityType::Person, id: EntityId(Uuid::from_u128((n * 7919) % 1000 + (n << 20))) }
}

fn commit(store: &Store, entropy: &FixedHost, mutations: Vec<Mutation>) {
    let cause = Cause { kind: "edit".into(), decision_id: None, proposal_id: None, batch_id: None, row_number: None };
    let deltas = mutations.into_iter().map(|mutation| NewDelta { mutation, cause: cause.clone(), inverse_of: None });
    let written = store.write::<_, StoreError>(entropy, |tx| {
        tx.commit_group(&GroupWrite {
            group: GroupId(tx.new_id()),
            actor: Actor::human("asha"),
            source_system: "velocity".into(),
            decision_id: None,
            import: None,
            deltas: deltas.collect(),
        })?;
        Ok(())
    });
    written.expect("written");
}

/// People whose job titles are in another order than they came in.
fn add(store: &Store, entropy: &FixedHost, numbers: impl Iterator<Item = u128>, salt: u128) {
    let made = numbers.map(|n| {
        let title = json!(format!("Title {:03}", (n * 37 + salt) % 101));
        let name = json!(format!("Person {n}"));
        let fields = [("full_name", name), ("job_title", title)];
        Mutation::create(person(n), fields.into_iter().map(|(f, v)| (f.into(), v, vec![], None)))
    });
    commit(store, entropy, made.collect());
}

/// People by job title, which no index sorts.
fn by_title() -> ListOrder {
    let field: Listed = filter::field(EntityType::Person, "job_title").expect("a field");
    ListOrder { sorts: vec![(field, false)], ..ListOrder::everything(EntityType::Person) }
}

fn listed(store: &Store) -> Vec<EntityId> {
    let window = store.window(&by_title(), &[], &Begin::At(0), 500).expect("a window");
    window.rows.into_iter().map(|row| row.id).collect()
}

/// The list as somebody sees it who has no orders beside the database.
fn anew(folder: &Path, entropy: &FixedHost) -> Vec<EntityId> {
    let copy = tempfile::tempdir().expect("a folder");
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_file() {
            let _ = fs::copy(&path, copy.path().join(path.file_name().expect("a name"))).expect("copied");
        }
    }
    listed(&Store::open(copy.path(), entropy).expect("opens"))
}

fn orders(folder: &Path) -> usize {
    fs::read_dir(folder.join("orders")).map_or(0, Iterator::count)
}

#[test]
fn an_erasure_takes_the_orders_along_and_an_older_one_put_back_is_not_believed() {
    let (folder, entropy) = (tempfile::tempdir().expect("a folder"), FixedHost::default());
    let store = open(folder.path(), &entropy);
    add(&store, &entropy, 0..40, 0);
    let before = listed(&store);
    assert_eq!((before.len(), orders(folder.path())), (40, 1));
    let aside = tempfile::tempdir().expect("a folder");
    let kept = fs::read_dir(folder.path().join("orders")).expect("orders").next().expect("one").expect("an entry");
    let _ = fs::copy(kept.path(), aside.path().join("order")).expect("copied");

    let gone = person(7);
    let what = ErasureWrite { gone: BTreeSet::from([gone]), ..ErasureWrite::default() };
    let owner = Actor::human("asha");
    let _ = store.write::<_, StoreError>(&entropy, |tx| tx.erase(gone, &what, "asked for", &owner)).expect("erased");
    let _ = store.clean_erasures().expect("cleaned");
    assert_eq!(orders(folder.path()), 0, "nobody can read where the person stood");
    let after: Vec<EntityId> = before.into_iter().filter(|id| *id != gone.id).collect();
    assert_eq!(listed(&store), after);
    drop(store);

    // Out of a copy of the folder, say. Somebody new may have the row's number by now.
    fs::create_dir_all(folder.path().join("orders")).expect("a folder");
    let _ = fs::copy(aside.path().join("order"), kept.path()).expect("put back");
    let store = open(folder.path(), &entropy);
    add(&store, &entropy, 50..52, 5);
    assert_eq!(listed(&store).len(), 41);
    assert_eq!(listed(&store), anew(folder.path(), &entropy));
}

#[test]
fn a_database_that_was_put_back_is_not_read_with_orders_of_what_came_after() {
    let (folder, entropy) = (tempfile::tempdir().expect("a folder"), FixedHost::default());
    let (database, kept) = (folder.path().join("velocity.db"), folder.path().join("earlier"));
    let store = open(folder.path(), &entropy);
    add(&store, &entropy, 0..30, 0);
    drop(store);
    let _ = fs::copy(&database, &kept).expect("copied");
    let store = open(folder.path(), &entropy);
    add(&store, &entropy, 30..45, 1);
    let then = listed(&store);
    assert_eq!((then.len(), orders(folder.path())), (45, 1));
    drop(store);

    // Shorter than the order: what it was made of has not happened.
    let _ = fs::copy(&kept, &database).expect("put back");
    let store = open(folder.path(), &entropy);
    assert_eq!(listed(&store).len(), 30);
    assert_eq!(listed(&store), anew(folder.path(), &entropy));
    drop(store);

    // And as long, but of other people: the order of another history is beside it again.
    let order = fs::read_dir(folder.path().join("orders")).expect("orders").next().expect("one").expect("an entry");
    let store = open(folder.path(), &entropy);
    add(&store, &entropy, 60..75, 9);
    let here = listed(&store);
    drop(store);
    let other = tempfile::tempdir().expect("a folder");
    let _ = fs::copy(&kept, other.path().join("velocity.db")).expect("copied");
    let store = open(other.path(), &entropy);
    add(&store, &entropy, (60..75).rev(), 2);
    let there = listed(&store);
    drop(store);
    assert_ne!(here, there);
    let made = fs::read_dir(other.path().join("orders")).expect("orders").next().expect("one").expect("an entry");
    let _ = fs::copy(made.path(), order.path()).expect("put here");
    let store = open(folder.path(), &entropy);
    assert_eq!(listed(&store), here);
}

#[test]
fn a_database_that_was_written_anew_may_number_its_rows_otherwise() {
    let (folder, entropy) = (tempfile::tempdir().expect("a folder"), FixedHost::default());
    let store = open(folder.path(), &entropy);
    add(&store, &entropy, 0..40, 0);
    let before = listed(&store);
    assert_eq!((before.len(), orders(folder.path())), (40, 1));
    drop(store);

    // SQLite promises no row its number where a database is written anew (<https://sqlite.org/lang_vacuum.html>); other
    // ways of doing so, like a dump that is read back, give others.
    let conn = rusqlite::Connection::open(folder.path().join("velocity.db")).expect("opens");
    let moved = conn.execute("UPDATE crm_people SET rowid = 1000 - rowid", []).expect("numbered");
    assert_eq!(moved, 40);
    conn.execute_batch("VACUUM").expect("written anew");
    drop(conn);
    assert_eq!(listed(&open(folder.path(), &entropy)), before);
}
