//! A workspace of made-up clients: sound like any other, stopped and gone on with, the same for the same order.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use app::{App, Quiet, Reporter, SynthOrder, Synthesised};
use contracts::{Actor, Client360View, EntityType, ErrorCode, ImportState, ListQuery, MissionState, Progress};
use serde_json::Value;
use testkit::FixedHost;

fn order(clients: u64) -> SynthOrder {
    SynthOrder { clients, seed: 5, interactions: 8 }
}

fn me() -> Actor {
    Actor::human("asha")
}

fn made(folder: &Path, order: &SynthOrder, reporter: &dyn Reporter) -> Result<(App, Synthesised), contracts::ApiError> {
    App::synth(folder, order, &me(), Arc::new(FixedHost::default()), reporter)
}

/// The graph's records and the number of links of each kind, without the ids.
fn content(app: &App) -> (Vec<String>, BTreeMap<String, u64>) {
    let mut bytes = Vec::new();
    app.export_graph(&me(), &mut bytes).expect("exported");
    let (mut records, mut links) = (Vec::new(), BTreeMap::new());
    for line in String::from_utf8(bytes).expect("UTF-8").lines() {
        let line: Value = serde_json::from_str(line).expect("JSON");
        match line.get("fields") {
            Some(fields) => records.push(fields.to_string()),
            None => *links.entry(line["kind"].as_str().unwrap_or_default().to_owned()).or_default() += 1,
        }
    }
    records.sort_unstable();
    (records, links)
}

/// Stops at the first report of a stage that says so much is done.
struct StopAt(&'static str, u64, AtomicU64);

impl Reporter for StopAt {
    fn progress(&self, p: Progress) {
        if p.stage == self.0 && p.done >= self.1 {
            self.2.store(1, Ordering::Relaxed);
        }
    }
    fn cancelled(&self) -> bool {
        self.2.load(Ordering::Relaxed) == 1
    }
}

#[test]
fn two_hundred_clients_are_sound_and_their_dossiers_equal_their_rebuilds() {
    let folder = tempfile::tempdir().expect("a folder");
    let (app, done) = made(folder.path(), &order(200), &Quiet).expect("made");
    assert!(app.info().demo);
    assert_eq!((done.records["person"], done.import.state), (200, ImportState::Proposed));
    assert!(done.import.planned.hold + done.import.planned.merge > 0, "{:?}", done.import.planned);
    let report = app.doctor(&me()).expect("looked at");
    assert!(report.ok, "{report:?}");
    assert!(app.audit_verify(&me()).expect("verified").ok);

    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut cursor = None;
    loop {
        let query = ListQuery { cursor, limit: Some(100), ..ListQuery::default() };
        let page = app.people(&me(), &query).expect("a page");
        for row in &page.rows {
            let Client360View { snapshot: s, consistent, .. } = app.client360(&me(), row.id, true).expect("a dossier");
            assert_eq!(consistent, Some(true), "the tables say what the log says");
            let at = |f: &contracts::RecordPanel| {
                f.facts.iter().find(|f| f.field == "at").and_then(|f| f.value.as_str().map(String::from))
            };
            let when: Vec<_> = s.recent_interactions.iter().map(at).collect();
            assert!(when.windows(2).all(|w| w[0] >= w[1]), "newest first: {when:?}");
            for (panel, n) in [
                ("interactions", s.recent_interactions.len()),
                ("closed", s.closed_opportunities.len()),
                ("active", s.active_opportunities.len()),
                ("households", s.households.len()),
                ("accounts", s.account_links.len()),
                ("tasks", s.tasks.len()),
                ("interests", s.property_interests.len()),
                ("requirements", s.requirement_profiles.len()),
                ("consent", s.consent.len()),
            ] {
                *seen.entry(panel).or_default() += usize::from(n > 0);
            }
        }
        cursor = page.next_cursor;
        if cursor.is_none() {
            break;
        }
    }
    assert!(seen.values().all(|n| *n > 20) && seen.len() == 9, "each panel has something to show: {seen:?}");
    let found = app.search(&me(), &app.people(&me(), &ListQuery::default()).expect("a page").rows[0].name, None);
    assert!(!found.expect("searched").hits.is_empty(), "they are found by name");
}

#[test]
fn a_won_deals_history_tells_the_way_it_took() {
    let folder = tempfile::tempdir().expect("a folder");
    let (app, _) = made(folder.path(), &order(50), &Quiet).expect("made");
    let page = app.people(&me(), &ListQuery { limit: Some(100), ..ListQuery::default() }).expect("a page");
    let won = page.rows.iter().find_map(|row| {
        let deals = app.client360(&me(), row.id, false).expect("a dossier").snapshot.closed_opportunities;
        deals.into_iter().find(|d| d.facts.iter().any(|f| f.field == "status" && f.value == "Won"))
    });
    let won = won.expect("somebody has bought");
    let history = app.history(&me(), EntityType::Opportunity, won.entity.id, Some("stage")).expect("its history");
    let stages: Vec<_> = history.iter().flat_map(|h| &h.changes).filter_map(|c| c.after.as_str()).rev().collect();
    assert_eq!(stages, ["New enquiry", "Qualified", "Site visit", "Negotiation", "Booking", "Won"]);
}

#[test]
fn work_that_was_stopped_goes_on_to_the_same_clients_and_none_is_there_twice() {
    let whole = tempfile::tempdir().expect("a folder");
    let (undisturbed, _) = made(whole.path(), &order(450), &Quiet).expect("made");
    for (stage, done) in [("writing", 400), ("indexing", 1), ("finding_keys", 1)] {
        let folder = tempfile::tempdir().expect("a folder");
        let stop = StopAt(stage, done, AtomicU64::new(0));
        let stopped = made(folder.path(), &order(450), &stop).map(drop).expect_err("stopped");
        assert_eq!(stopped.code, ErrorCode::Cancelled, "{stage}");
        let other = made(folder.path(), &SynthOrder { seed: 6, ..order(450) }, &Quiet).map(drop).expect_err("others");
        assert_eq!(other.code, ErrorCode::Refused);
        let app = if stage == "writing" {
            let app = App::open(folder.path(), Arc::new(FixedHost::default())).expect("opens");
            let missions = app.missions(&me()).expect("listed");
            let mission = missions.iter().find(|m| m.kind == "synth").expect("its mission");
            assert_eq!((mission.state, mission.done), (MissionState::Cancelled, 400));
            let resumed = app.mission_resume(&me(), mission.mission_id, &Quiet).expect("resumed");
            assert_eq!(resumed.mission.state, MissionState::Done);
            app
        } else {
            made(folder.path(), &order(450), &Quiet).expect("goes on").0
        };
        assert!(content(&app) == content(&undisturbed), "{stage}: the same clients");
        let imports = app.import_list(&me()).expect("listed");
        assert_eq!((imports.len(), imports[0].state), (1, ImportState::Proposed), "{stage}");
        assert!(app.doctor(&me()).expect("looked at").ok, "{stage}");
    }
}
