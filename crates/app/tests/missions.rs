//! Long work: stopped, cut off, gone on with, seen and stopped from another process (invariant 10).

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use app::{App, ApproveChoice, Quiet, Reporter};
use contracts::{ErrorCode, Fate, ImportId, ImportState, ListQuery, MissionState, Progress, Role};
use testkit::{FixedHost, Workspace};

/// People, some of them twice, at companies that many share; enough for several steps of planning.
fn people(rows: usize) -> String {
    let mut text = String::from("id,First Name,Last Name,Email,Mobile,Company\n");
    for i in 0..rows {
        let twin = if i % 97 == 5 { i - 1 } else { i };
        let _ = writeln!(
            text,
            "{i},Given{twin},Family{twin},p{twin}@example.com,+91 98{:08},Company {}",
            30_000_000 + twin,
            i % 41
        );
    }
    text
}

/// Stops after so many reports of a stage.
struct StopAfter {
    stage: &'static str,
    left: AtomicU64,
}

impl StopAfter {
    fn new(stage: &'static str, reports: u64) -> Self {
        Self { stage, left: AtomicU64::new(reports) }
    }
}

impl Reporter for StopAfter {
    fn progress(&self, p: Progress) {
        if p.stage == self.stage {
            let _ = self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |n| n.checked_sub(1));
        }
    }
    fn cancelled(&self) -> bool {
        self.left.load(Ordering::Relaxed) == 0
    }
}

/// Does something at the first report of a stage, in the middle of the work.
struct During<'a> {
    stage: &'static str,
    act: &'a (dyn Fn(Progress) + Sync),
    done: AtomicU64,
}

impl<'a> During<'a> {
    fn new(stage: &'static str, act: &'a (dyn Fn(Progress) + Sync)) -> Self {
        Self { stage, act, done: AtomicU64::new(0) }
    }
}

impl Reporter for During<'_> {
    fn progress(&self, p: Progress) {
        if p.stage == self.stage && self.done.fetch_add(1, Ordering::Relaxed) == 0 {
            (self.act)(p);
        }
    }
}

fn second(ws: &Workspace) -> App {
    App::open(ws.folder(), Arc::new(FixedHost::default())).expect("the same folder opens again")
}

/// What was planned, without the ids: how many rows of each fate and why.
fn planned(ws: &Workspace, id: ImportId) -> BTreeMap<(u64, Fate, String), u64> {
    let mut out = BTreeMap::new();
    let mut after = None;
    loop {
        let page = ws.app.import_rows(&ws.me, id, None, after, Some(500)).expect("rows");
        for row in page.rows {
            *out.entry((row.row_number, row.fate, row.reason)).or_default() += 1;
        }
        match page.next_after {
            Some(next) => after = Some(next),
            None => return out,
        }
    }
}

#[test]
fn planning_that_was_stopped_goes_on_to_the_same_plan() {
    let text = people(1700);
    let undisturbed = Workspace::new();
    let whole = undisturbed.stage("people.csv", &text);
    assert!(whole.planned.merge > 5, "{:?}", whole.planned);
    let plan = planned(&undisturbed, whole.import_id);
    for by_mission in [true, false] {
        let ws = Workspace::new();
        let stop = StopAfter::new("proposing", 1);
        let stopped = ws.app.import_bytes(&ws.me, "people.csv", text.as_bytes(), &stop).expect_err("stopped");
        assert_eq!(stopped.code, ErrorCode::Cancelled);
        let mission = ws.app.missions(&ws.me).expect("listed").remove(0);
        assert_eq!((mission.state, mission.done), (MissionState::Cancelled, 1000));
        let half = ws.app.import_list(&ws.me).expect("listed").remove(0);
        assert_eq!(half.state, ImportState::Staging);
        let early = ws.app.import_approve(&ws.me, half.import_id, &ApproveChoice::default(), &Quiet);
        assert_eq!(early.expect_err("not planned yet").code, ErrorCode::Refused);
        if by_mission {
            let done = ws.app.mission_resume(&ws.me, mission.mission_id, &Quiet).expect("resumed");
            assert_eq!((done.mission.state, done.mission.attempts), (MissionState::Done, 2));
            let twice = ws.app.mission_resume(&ws.me, mission.mission_id, &Quiet).expect_err("done already");
            assert_eq!(twice.code, ErrorCode::Refused);
        } else {
            let _ = ws.stage("people.csv", &text);
        }
        let imports = ws.app.import_list(&ws.me).expect("listed");
        assert_eq!((imports.len(), imports[0].state), (1, ImportState::Proposed));
        assert_eq!((imports[0].planned, imports[0].proposals), (whole.planned, whole.proposals));
        assert_eq!(planned(&ws, imports[0].import_id), plan);
        ws.approve(imports[0].import_id);
        let report = ws.app.doctor(&ws.me).expect("looked at");
        assert!(report.ok, "{report:?}");
    }
}

#[test]
fn another_process_sees_the_work_and_stops_it() {
    let ws = Workspace::new();
    let other = second(&ws);
    let look = |p: Progress| {
        let id = p.mission_id.expect("a mission");
        let seen = other.mission_show(&ws.me, id).expect("seen").mission;
        assert_eq!(seen.state, MissionState::Running);
        let busy = other.mission_resume(&ws.me, id, &Quiet).expect_err("it runs");
        assert_eq!(busy.code, ErrorCode::Refused);
        let _ = other.mission_cancel(&ws.me, id).expect("asked to stop");
    };
    let stopped = ws.app.import_bytes(&ws.me, "people.csv", people(1700).as_bytes(), &During::new("proposing", &look));
    assert_eq!(stopped.expect_err("stopped").code, ErrorCode::Cancelled);
    let mission = other.missions(&ws.me).expect("listed").remove(0);
    assert_eq!(mission.state, MissionState::Cancelled);
    assert_eq!(other.mission_cancel(&ws.me, mission.mission_id).expect_err("not running").code, ErrorCode::Refused);
    // A wish to stop does not outlive the work it was about.
    let done = other.mission_resume(&ws.me, mission.mission_id, &Quiet).expect("resumed by the other process");
    assert_eq!(done.mission.state, MissionState::Done);
    assert_eq!(std::fs::read_dir(ws.folder().join("missions")).expect("a folder").count(), 0, "no file is left");
}

#[test]
fn two_processes_never_plan_one_import_at_the_same_time() {
    let ws = Workspace::new();
    let other = second(&ws);
    let text = people(1700);
    let again = |_: Progress| {
        let both = other.import_bytes(&ws.me, "copy.csv", text.as_bytes(), &Quiet).expect_err("it is being planned");
        assert_eq!(both.code, ErrorCode::Busy, "{both:?}");
    };
    let s =
        ws.app.import_bytes(&ws.me, "people.csv", text.as_bytes(), &During::new("proposing", &again)).expect("planned");
    assert_eq!((s.state, s.planned.total()), (ImportState::Proposed, 1700));
    let undisturbed = Workspace::new();
    let whole = undisturbed.stage("people.csv", &text);
    assert_eq!(planned(&ws, s.import_id), planned(&undisturbed, whole.import_id));
    assert_eq!(ws.app.import_list(&ws.me).expect("listed").len(), 1);
}

#[test]
fn an_import_that_is_undone_while_it_is_planned_stays_undone() {
    let ws = Workspace::new();
    let other = second(&ws);
    let take_back = |_: Progress| {
        let id = other.import_list(&ws.me).expect("listed")[0].import_id;
        let _ = other.import_undo(&ws.me, id, &Quiet).expect("put aside");
    };
    let text = people(1700);
    let answer = ws.app.import_bytes(&ws.me, "people.csv", text.as_bytes(), &During::new("proposing", &take_back));
    assert_eq!(answer.expect_err("put aside meanwhile").code, ErrorCode::Refused);
    assert_eq!(ws.app.import_list(&ws.me).expect("listed")[0].state, ImportState::Undone);
    let again = ws.stage("people.csv", &text);
    assert_eq!((again.duplicate_of_batch, again.planned.total()), (None, 1700));
    ws.approve(again.import_id);
}

/// What a cut-off plan knew of the clients of its deals, it knows when it goes on.
#[test]
fn clients_of_deals_are_made_once_though_the_plan_was_stopped_between_them() {
    let ws = Workspace::new();
    let mut deals = String::from("Deal,Deal Stage,Amount,Close Date,Client Name,Client Phone,Client Email\n");
    const GIVEN: [&str; 10] = ["Rina", "Omar", "Tara", "Dev", "Meera", "Kabir", "Noor", "Leela", "Farid", "Anika"];
    const FAMILY: [&str; 30] = [
        "Sen", "Mehta", "Bose", "Roy", "Iyer", "Kapoor", "Haddad", "Qureshi", "Nair", "Desai", "Menon", "Thakur",
        "Saxena", "Pillai", "Bedi", "Lobo", "Chadha", "Gill", "Sodhi", "Rizvi", "Poddar", "Jalan", "Vakil", "Doshi",
        "Lahiri", "Ghosh", "Reddy", "Naidu", "Verma", "Sharma",
    ];
    for n in 0..2500 {
        let client = n % 300;
        let (given, family) = (GIVEN[client % 10], FAMILY[client / 10]);
        let _ = writeln!(
            deals,
            "Sky Villa {n},Won,{},2026-03-04,{given} {family},+91 98{:08},{given}.{family}@mail.example",
            5_000_000 + n * 1000,
            30_000_000 + client * 7919
        );
    }
    let stop = StopAfter::new("proposing", 1);
    let stopped = ws.app.import_bytes(&ws.me, "deals.csv", deals.as_bytes(), &stop).expect_err("stopped");
    assert_eq!(stopped.code, ErrorCode::Cancelled);
    let mission = ws.app.missions(&ws.me).expect("listed").remove(0);
    let _ = ws.app.mission_resume(&ws.me, mission.mission_id, &Quiet).expect("resumed");
    let import = ws.app.import_list(&ws.me).expect("listed").remove(0);
    assert_eq!((import.planned.create, import.planned.hold), (2500, 0), "{:?}", import.planned);
    ws.approve(import.import_id);
    assert_eq!(ws.app.people(&ws.me, &ListQuery::default()).expect("a list").total, 300);
}

#[test]
fn an_approval_that_was_stopped_is_resumed_by_its_mission_with_its_choice() {
    let ws = Workspace::new();
    let s = ws.stage("people.csv", &people(700));
    let stop = StopAfter::new("approving", 1);
    let stopped = ws.app.import_approve(&ws.me, s.import_id, &ApproveChoice::default(), &stop).expect_err("stopped");
    assert_eq!(stopped.code, ErrorCode::Cancelled);
    let mission = ws.app.missions(&ws.me).expect("listed").remove(0);
    assert_eq!((mission.kind.as_str(), mission.state), ("approve", MissionState::Cancelled));
    let presenter = ws.user("priya", Role::Presenter);
    assert_eq!(ws.app.mission_resume(&presenter, mission.mission_id, &Quiet).expect_err("no").code, ErrorCode::Refused);
    let _ = ws.app.mission_resume(&ws.me, mission.mission_id, &Quiet).expect("resumed");
    let done = ws.app.import_show(&ws.me, s.import_id).expect("shown").summary;
    let fates = done.fates.expect("fates");
    assert_eq!((done.state, fates.create, fates.total()), (ImportState::Committed, s.planned.create, 700));
    let decided = ws.app.import_show(&ws.me, s.import_id).expect("shown").decisions;
    assert_eq!(decided.len(), 2, "one on the manifest, one on the set, however often it was begun");
}

#[test]
fn failed_work_keeps_its_error_and_no_log_holds_client_data() {
    let ws = Workspace::new();
    let other = second(&ws);
    let s = ws.stage("people.csv", &people(700));
    // It is undone in the middle of its approval.
    let take_back = |_: Progress| {
        let _ = other.import_undo(&ws.me, s.import_id, &Quiet).expect("undone");
    };
    let during = During::new("approving", &take_back);
    let failed =
        ws.app.import_approve(&ws.me, s.import_id, &ApproveChoice::default(), &during).expect_err("undone meanwhile");
    assert_eq!(failed.code, ErrorCode::Refused, "{failed:?}");
    let missions = ws.app.missions(&ws.me).expect("listed");
    let mission = missions.iter().find(|m| m.kind == "approve").expect("noted");
    assert_eq!(mission.state, MissionState::Failed);
    assert_eq!(mission.error.as_ref().map(|e| e.code), Some(ErrorCode::Refused));
    assert_eq!(ws.app.import_list(&ws.me).expect("listed")[0].state, ImportState::Undone, "undone it stays");
    assert_eq!(ws.app.nav_counts(&ws.me).expect("counted").people, 0);
    for m in missions {
        let shown = ws.app.mission_show(&ws.me, m.mission_id).expect("shown");
        assert!(!shown.log.is_empty());
        let text = serde_json::to_string(&shown).expect("JSON").to_lowercase();
        for secret in ["given1", "family1", "p1@", "9830000", "company 1"] {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
    }
    let report = ws.app.doctor(&ws.me).expect("looked at");
    assert!(report.ok, "{report:?}");
}

#[test]
fn an_undo_that_was_stopped_and_done_by_somebody_else_ends_as_done() {
    let ws = Workspace::new();
    let import = ws.stage("people.csv", &people(30)).import_id;
    ws.approve(import);
    // Cut off: the record says it runs, and nobody is at it.
    let conn = rusqlite::Connection::open(ws.folder().join("velocity.db")).expect("opens");
    let _ = ws.app.import_undo(&ws.me, import, &Quiet).expect("undone");
    conn.execute("UPDATE workflow_missions SET state = 'running' WHERE kind = 'undo'", [])
        .expect("as a crash leaves it");
    let mission = ws.app.missions(&ws.me).expect("listed").remove(0);
    assert_eq!((mission.kind.as_str(), mission.state), ("undo", MissionState::Interrupted));
    let resumed = ws.app.mission_resume(&ws.me, mission.mission_id, &Quiet).expect("resumed");
    assert_eq!(resumed.mission.state, MissionState::Done);
}

#[test]
fn an_undo_that_was_stopped_goes_on_and_reports_all_it_did() {
    let text = people(1700);
    let undisturbed = Workspace::new();
    let whole = undisturbed.stage("people.csv", &text).import_id;
    undisturbed.approve(whole);
    let all = undisturbed.app.import_undo(&undisturbed.me, whole, &Quiet).expect("undone");
    assert!(all.reversed > 3000 && all.kept.is_empty(), "{} {:?}", all.reversed, all.kept);

    let ws = Workspace::new();
    let s = ws.stage("people.csv", &text);
    ws.approve(s.import_id);
    let stop = StopAfter::new("undoing", 2);
    let stopped = ws.app.import_undo(&ws.me, s.import_id, &stop).expect_err("stopped");
    assert_eq!(stopped.code, ErrorCode::Cancelled);
    let left = ws.app.nav_counts(&ws.me).expect("counted").people;
    assert!(left > 0 && left < s.planned.create, "what was taken back stays so: {left}");
    let half = ws.app.import_show(&ws.me, s.import_id).expect("shown").summary;
    assert_eq!(half.state, ImportState::Undoing);
    let no = ws.app.import_approve(&ws.me, s.import_id, &ApproveChoice::default(), &Quiet).expect_err("being undone");
    assert_eq!(no.code, ErrorCode::Refused);
    assert!(ws.app.doctor(&ws.me).expect("looked at").ok);

    let mission = ws.app.missions(&ws.me).expect("listed").remove(0);
    let done = ws.app.mission_resume(&ws.me, mission.mission_id, &Quiet).expect("resumed");
    assert_eq!(done.mission.state, MissionState::Done);
    assert_eq!(done.mission.output["reversed"], all.reversed, "of both attempts");
    assert_eq!(ws.app.nav_counts(&ws.me).expect("counted").people, 0);
    let undone = ws.app.import_show(&ws.me, s.import_id).expect("shown").summary;
    assert_eq!(undone.state, ImportState::Undone);
    assert_eq!(planned(&ws, s.import_id), planned(&undisturbed, whole));
    assert!(ws.app.doctor(&ws.me).expect("looked at").ok);
}

#[test]
fn an_undo_in_steps_keeps_what_was_edited_and_the_company_it_needs() {
    let ws = Workspace::new();
    // The company comes with the first row, the person who is edited with a late one: they lie in different steps.
    let s = ws.stage("people.csv", &people(1700));
    ws.approve(s.import_id);
    let note = [("notes".to_string(), "Met at the fair.".to_string())];
    let person = contracts::EntityType::Person;
    let _ = ws.app.record_update(&ws.me, person, ws.person("Given1640"), &note).expect("edited");
    let undone = ws.app.import_undo(&ws.me, s.import_id, &Quiet).expect("undone");
    let counts = ws.app.nav_counts(&ws.me).expect("counted");
    assert_eq!((counts.people, counts.accounts), (1, 1), "{:?}", undone.kept);
    let company = undone.kept.iter().find(|k| k.entity.entity == contracts::EntityType::Account).expect("kept");
    assert_eq!(company.why, "a record that stays is linked to it");
    assert!(ws.app.doctor(&ws.me).expect("looked at").ok);
    // It is told again when somebody asks whether anything was left.
    let row = planned(&ws, s.import_id).into_keys().find(|(_, fate, _)| *fate == Fate::Create).expect("a row stays");
    assert!(row.2.starts_with("Stays"), "{row:?}");
}

#[test]
fn search_terms_that_a_stop_left_behind_are_written_by_whoever_searches() {
    let ws = Workspace::new();
    let s = ws.stage("people.csv", &people(700));
    let stop = StopAfter::new("indexing", 1);
    let stopped = ws.app.import_approve(&ws.me, s.import_id, &ApproveChoice::default(), &stop).expect_err("stopped");
    assert_eq!(stopped.code, ErrorCode::Cancelled);
    let shown = ws.app.import_show(&ws.me, s.import_id).expect("shown").summary;
    assert_eq!(shown.state, ImportState::Committed, "the records are in the graph");
    let mission = ws.app.missions(&ws.me).expect("listed").remove(0);
    let _ = ws.app.search(&ws.me, "Given1", Some(1)).expect("searched");
    let hits = ws.app.search(&ws.me, "Given690", Some(1)).expect("searched").hits;
    assert_eq!(hits.len(), 1);
    let done = ws.app.mission_resume(&ws.me, mission.mission_id, &Quiet).expect("resumed");
    assert_eq!(done.mission.state, MissionState::Done);
}
