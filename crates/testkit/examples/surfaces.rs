//! How quickly the daily screens answer: one JSON line a measurement. `cargo xtask bench surfaces` runs it.
//!
//! Usage: `surfaces WORKSPACE [PART…]`. A part is a function below and its row in `PARTS`. `changing` leaves
//! changes in the history of thirty people. Beside each time stands how long the processor was at it, where the system
//! tells that (Linux): on a machine that others use, that says more.
#![allow(clippy::unwrap_used, reason = "a measurement that fails may panic")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use app::{App, SystemHost};
use contracts::{Actor, EntityType, RecordsPage, RecordsQuery, SortKey};
use serde_json::json;
use store::{Store, StoreError};
use testkit::FixedHost;
use testkit::queries::{self, Half, People};

type Part = (&'static str, fn(&Path));

/// Every part by its name.
const PARTS: &[Part] =
    &[("lists", lists), ("sorts", sorts), ("changing", changing), ("search", searching), ("client360", client360)];
/// The seed that `cargo xtask bench surfaces` makes its clients of: what is searched for is drawn from the same.
const SEED: u64 = 7;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let workspace = PathBuf::from(arguments.next().expect("surfaces WORKSPACE [PART…]"));
    let asked: Vec<String> = arguments.collect();
    for (name, part) in PARTS {
        if asked.is_empty() || asked.iter().any(|a| a == name) {
            part(&workspace);
        }
    }
}

/// Kind, sentence, sorts (a minus: largest first).
const SHAPES: &[(EntityType, &str, &[&str])] = {
    use EntityType as E;
    &[
        (E::Person, "", &["name"]),
        (E::Person, "", &["-last_activity_at"]),
        (E::Person, "lead_status is Qualified", &["name"]),
        (E::Person, "owner is \"Ritam Kar\"", &["-last_activity_at"]),
        (E::Person, "city is Kolkata or city is Mumbai", &["name"]),
        (E::Person, "has tag VIP", &["name"]),
        (E::Person, "not contacted for 14 days", &["name"]),
        (E::Person, "has open tasks and not contacted for 30 days", &["-last_activity_at"]),
        (E::Person, "job title contains director", &["owner", "name"]),
        (E::Person, "", &["city", "-created_at"]),
        (E::Account, "people > 5", &["-people", "name"]),
        (E::Opportunity, "closed is no", &["close_date"]),
        (E::Opportunity, "amount > 2 Cr", &["stage", "-amount"]),
        (E::Task, "overdue", &["due_at"]),
        (E::Interaction, "channel is call", &["-at"]),
        (E::Interaction, "at within the last 30 days and direction is inbound", &["-at"]),
    ]
};

fn query_of(app: &App, (entity, sentence, sorts): &(EntityType, &str, &[&str])) -> RecordsQuery {
    let mut query = RecordsQuery::of(*entity);
    query.filter = (!sentence.is_empty()).then(|| app.filter_of(*entity, sentence).expect("reads"));
    query.sorts = sorts
        .iter()
        .map(|s| SortKey { field: s.trim_start_matches('-').into(), descending: s.starts_with('-') })
        .collect();
    query
}

/// Windows of 100 of each list of [`SHAPES`]; the reference is the read of a hundred records by their ids.
fn lists(workspace: &Path) {
    let app = App::open(workspace, Arc::new(SystemHost)).expect("opens");
    reference(&app, &app.acting(None).expect("an owner"));
    drop(app);
    for shape in SHAPES {
        println!("{}", list(workspace, "lists", shape, 40));
    }
}

/// The same of each kind by every sort that it offers.
fn sorts(workspace: &Path) {
    let app = App::open(workspace, Arc::new(SystemHost)).expect("opens");
    let actor = app.acting(None).expect("an owner");
    let offered = EntityType::ALL.map(|entity| (entity, app.list_fields(&actor, entity).expect("fields").fields));
    drop(app);
    for (entity, fields) in &offered {
        for field in fields.iter().filter(|f| f.sortable) {
            println!("{}", list(workspace, "sorts", &(*entity, "", &[field.name.as_str()]), 20));
        }
    }
}

/// Windows from the start, from the middle and to the end of a list, each behind the one before, all of them twice. `cold` is the first window of a process, `count` the
/// first count, `jump` the first window by number.
fn list(workspace: &Path, part: &str, shape: &(EntityType, &str, &[&str]), times: u32) -> serde_json::Value {
    let app = App::open(workspace, Arc::new(SystemHost)).expect("opens");
    let actor = app.acting(None).expect("an owner");
    let query = query_of(&app, shape);
    let (cold, _) = timed(&app, &actor, &query);
    let (counting, counted) = took(|| app.records_count(&actor, &query).expect("counted"));
    let total = counted.total;
    let (jump, _) = timed(&app, &actor, &RecordsQuery { from: Some(total / 2), ..query.clone() });
    let cursor = |from: u64| {
        let q = RecordsQuery { from: Some(from), limit: Some(1), ..query.clone() };
        app.records(&actor, &q).expect("found").next_cursor
    };
    let (entity, sentence, sorts) = shape;
    let mut line = json!({
        "bench": "surfaces", "part": part, "entity": entity, "where": sentence, "sort": sorts, "rows": total,
        "cold_ms": round(cold.wall), "cold_cpu_ms": cold.cpu.map(round), "count_ms": round(counting.wall),
        "count_cpu_ms": counting.cpu.map(round), "jump_ms": round(jump.wall), "jump_cpu_ms": jump.cpu.map(round),
    });
    let end = total.saturating_sub(u64::from(times) * 100 + 5);
    for (place, begin) in [("start", None), ("middle", cursor(total / 2)), ("end", cursor(end))] {
        // As somebody scrolls: each window goes on where the one before ended. The first time, what a disk takes counts too.
        for (key, again) in [(format!("{place}_first_time"), false), (place.to_owned(), true)] {
            let mut at = begin.clone();
            let windows = (0..times).map(|_| {
                let (took, page) = timed(&app, &actor, &RecordsQuery { cursor: at.take(), ..query.clone() });
                at = page.next_cursor.or_else(|| begin.clone());
                took
            });
            let shares = shares(windows.collect());
            line[key] = if again { shares } else { json!({ "p50_ms": shares["p50_ms"], "p95_ms": shares["p95_ms"] }) };
        }
    }
    line
}

/// Windows of lists that somebody looks at while somebody else changes records: a person is edited before each.
fn changing(workspace: &Path) {
    let app = App::open(workspace, Arc::new(SystemHost)).expect("opens");
    let actor = app.acting(None).expect("an owner");
    let people = app.records(&actor, &RecordsQuery::of(EntityType::Person)).expect("a window").rows;
    for shape in SHAPES {
        let query = query_of(&app, shape);
        let total = app.records_count(&actor, &query).expect("counted").total;
        let middle = RecordsQuery { from: Some(total / 2), ..query.clone() };
        timed(&app, &actor, &middle);
        let mut of_start = Vec::new();
        let mut of_middle = Vec::new();
        let mut counting = Vec::new();
        for person in people.iter().take(30) {
            for (query, times, value) in
                [(&query, &mut of_start, "Surveyor"), (&middle, &mut of_middle, "Chief surveyor")]
            {
                let fields = [("job_title".to_owned(), value.to_owned())];
                app.record_update(&actor, EntityType::Person, person.id, &fields).expect("edited");
                times.push(timed(&app, &actor, query).0);
            }
            counting.push(took(|| app.records_count(&actor, &query).expect("counted")).0);
        }
        let (entity, sentence, sorts) = shape;
        println!(
            "{}",
            json!({
                "bench": "surfaces", "part": "changing", "entity": entity, "where": sentence, "sort": sorts,
                "rows": total, "start": shares(of_start), "middle": shares(of_middle), "count": shares(counting),
            })
        );
    }
}

/// Searches of every kind that can be drawn from the clients, each asked twice: the second time is measured. Where others
/// came in since the workspace was made, `VELOCITY_CLIENTS` says how many were made.
fn searching(workspace: &Path) {
    let host = FixedHost::default();
    let clients = {
        let app = App::open(workspace, Arc::new(SystemHost)).expect("opens");
        let actor = app.acting(None).expect("an owner");
        app.records_count(&actor, &RecordsQuery::of(EntityType::Person)).expect("counted").total
    };
    let clients = std::env::var("VELOCITY_CLIENTS").ok().and_then(|made| made.parse().ok()).unwrap_or(clients);
    let people = People::new(SEED, clients, 10);
    let all = queries::made(&people, Half::Unseen, 30);
    let store = Store::open(workspace, &host).expect("opens");
    let begun = Instant::now();
    let _ = store.read::<_, StoreError>(|r| r.search("zzyzxq", 8)).expect("asked");
    println!(
        "{}",
        json!({ "bench": "surfaces", "part": "search", "first_ms": round(begun.elapsed().as_secs_f64() * 1000.0) })
    );
    let recall = store.read::<_, StoreError>(|r| queries::recall(r, &all, |_, _| ())).expect("asked");
    drop(store);
    let app = App::open(workspace, Arc::new(SystemHost)).expect("opens");
    let actor = app.acting(None).expect("an owner");
    let _ = app.search(&actor, "zzyzxq", None).expect("asked");
    let mut times: BTreeMap<&str, Vec<Took>> = BTreeMap::new();
    for query in &all {
        let _ = app.search(&actor, &query.text, Some(20)).expect("asked");
        let (time, _) = took(|| app.search(&actor, &query.text, Some(20)).expect("asked"));
        if std::env::var_os("VELOCITY_EACH").is_some() {
            println!("{}", json!({ "kind": query.kind, "text": query.text, "cpu_ms": time.cpu.map(round) }));
        }
        times.entry(query.kind).or_default().push(time);
    }
    for ((_, kind), counted) in &recall {
        println!(
            "{}",
            json!({
                "bench": "surfaces", "part": "search", "clients": clients, "kind": kind, "asked": counted.asked,
                "recall_at_5": round(counted.at_five()), "took": shares(times.remove(kind).unwrap_or_default()),
            })
        );
    }
}

/// Client 360 of people all over the list.
fn client360(workspace: &Path) {
    let app = App::open(workspace, Arc::new(SystemHost)).expect("opens");
    let actor = app.acting(None).expect("an owner");
    // Anybody, and those with whom most was said: a dossier must not get slower with them.
    for sentence in ["", "interactions > 9"] {
        let query = query_of(&app, &(EntityType::Person, sentence, &["name"]));
        let total = app.records_count(&actor, &query).expect("counted").total;
        let mut times = Vec::new();
        let mut touches = 0;
        for number in 0..total.min(200) {
            let q = RecordsQuery { from: Some(total * number / 200), limit: Some(1), ..query.clone() };
            let Some(row) = app.records(&actor, &q).expect("a window").rows.into_iter().next() else { continue };
            let (time, view) = took(|| app.client360(&actor, row.id, false).expect("there"));
            times.push(time);
            touches += view.snapshot.recent_interactions.len();
        }
        println!(
            "{}",
            json!({
                "bench": "surfaces", "part": "client360", "where": sentence, "clients": total,
                "looked_at": times.len(), "recent_interactions": touches, "took": shares(times),
            })
        );
    }
}

/// How long something took.
#[derive(Clone, Copy)]
struct Took {
    /// Milliseconds.
    wall: f64,
    /// Milliseconds of the processor; none where the system does not say.
    cpu: Option<f64>,
}

fn took<T>(work: impl FnOnce() -> T) -> (Took, T) {
    let before = on_processor();
    let begun = Instant::now();
    let made = work();
    let wall = begun.elapsed().as_secs_f64() * 1000.0;
    let cpu = before.zip(on_processor()).map(|(before, now)| (now - before).as_secs_f64() * 1000.0);
    (Took { wall, cpu }, made)
}

/// For how long this thread was on a processor so far. The kernel writes it down when a thread yields.
fn on_processor() -> Option<Duration> {
    std::thread::yield_now();
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(told.split(' ').next()?.parse().ok()?))
}

/// The middle and the slow end of some times.
fn shares(took: Vec<Took>) -> serde_json::Value {
    let share = |mut times: Vec<f64>, share: f64| {
        times.sort_by(f64::total_cmp);
        times.get((times.len().saturating_sub(1) as f64 * share).round() as usize).copied().map(round)
    };
    let wall = |at| share(took.iter().map(|t| t.wall).collect(), at);
    let cpu = |at| share(took.iter().filter_map(|t| t.cpu).collect(), at);
    json!({
        "p50_ms": wall(0.5), "p95_ms": wall(0.95), "max_ms": wall(1.0),
        "cpu_p50_ms": cpu(0.5), "cpu_p95_ms": cpu(0.95), "cpu_max_ms": cpu(1.0),
    })
}

fn timed(app: &App, actor: &Actor, query: &RecordsQuery) -> (Took, RecordsPage) {
    took(|| app.records(actor, query).expect("a window"))
}

fn reference(app: &App, actor: &Actor) {
    let page = app.records(actor, &RecordsQuery::of(EntityType::Person)).expect("a window");
    let mut took: Vec<f64> = (0..10)
        .map(|_| {
            let begun = Instant::now();
            for row in &page.rows {
                let _ = app.entity(actor, EntityType::Person, row.id).expect("there");
            }
            begun.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    took.sort_by(f64::total_cmp);
    println!(
        "{}",
        json!({ "bench": "surfaces", "part": "lists", "reference": "a hundred people by id, with all around them", "p50_ms": round(took[5]) })
    );
}

fn round(ms: f64) -> f64 {
    (ms * 100.0).round() / 100.0
}
