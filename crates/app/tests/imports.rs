//! What a person relies on when bringing files in: counts that add up, repetition recognised, exact undo, provenance.

use app::{ApproveChoice, Quiet};
use contracts::{
    Actor, ActorKind, ColumnChoice, ColumnStatus, EntityType, ErrorCode, Fate, ImportState, ListQuery, ProposalAction,
};
use testkit::Workspace;

const PEOPLE: &str = "id,First Name,Last Name,Email,Mobile,Company\n\
    1,Rina,Sen,rina@example.com,+91 98300 12345,Orchid Estates\n\
    2,Arjun,Mehta,arjun@example.com,+91 98300 54321,Orchid Estates\n\
    3,Rina,Sen,RINA@example.com,,\n\
    4,,,,,\n";

fn first_person(ws: &Workspace, text: &str) -> contracts::PersonRow {
    let query = ListQuery { text: Some(text.into()), ..ListQuery::default() };
    ws.app.people(&ws.me, &query).expect("a list").rows.into_iter().next().expect("somebody")
}

#[test]
fn every_row_has_one_planned_fate_and_nothing_reaches_the_graph_before_approval() {
    let ws = Workspace::new();
    let empty = ws.graph();
    let s = ws.stage("people.csv", PEOPLE);
    assert_eq!(s.planned.total(), s.rows.total);
    assert_eq!((s.planned.create, s.planned.merge, s.planned.reject), (2, 1, 1), "{:?}", s.planned);
    assert_eq!(s.state, ImportState::Proposed);
    assert_eq!(ws.graph(), empty);
}

#[test]
fn undo_gives_back_the_bytes_and_the_file_may_come_again() {
    let ws = Workspace::new();
    let before = ws.graph();
    let s = ws.stage("people.csv", PEOPLE);
    let approved = ws.approve(s.import_id);
    assert_eq!(approved.applied.create, 3, "two people and their company");
    assert_eq!(approved.held, 1, "the suspected merge waits");
    assert_ne!(ws.graph(), before);
    let undone = ws.app.import_undo(&ws.me, s.import_id, &Quiet).expect("undone");
    assert!(undone.kept.is_empty() && undone.errors.is_empty());
    assert_eq!(ws.graph(), before);
    let again = ws.stage("people.csv", PEOPLE);
    assert_eq!(again.duplicate_of_batch, None);
    assert_eq!(again.planned, s.planned);
}

#[test]
fn the_same_bytes_plan_no_create_while_their_import_stands() {
    let ws = Workspace::new();
    let s = ws.stage("people.csv", PEOPLE);
    for _ in 0..2 {
        let again = ws.stage("copy of people.csv", PEOPLE);
        assert_eq!(again.duplicate_of_batch, Some(s.batch_id));
        assert_eq!(again.planned.create, 0);
        assert_eq!(again.planned.total(), again.rows.total);
        let refused = ws.app.import_approve(&ws.me, again.import_id, &ApproveChoice::default(), &Quiet);
        assert_eq!(refused.expect_err("nothing to approve").code, ErrorCode::Refused);
        ws.approve(s.import_id);
    }
}

#[test]
fn a_newer_export_of_the_same_system_updates_by_its_id() {
    let ws = Workspace::new();
    ws.approve(ws.stage("people.csv", PEOPLE).import_id);
    let newer = "id,First Name,Last Name,Email,Mobile,Company,Job Title\n\
        1,Rina,Sen,rina@example.com,+91 98300 99999,Orchid Estates,Director\n\
        2,Arjun,Mehta,arjun@example.com,+91 98300 54321,Orchid Estates,\n";
    let s = ws.stage("newer.csv", newer);
    assert_eq!((s.planned.update, s.planned.unchanged), (1, 1), "{:?}", s.planned);
    ws.approve(s.import_id);
    let rina = first_person(&ws, "rina");
    let phones = ws.app.explain(&ws.me, EntityType::Person, rina.id, "phone").expect("explained");
    let held: Vec<_> = phones.chains.iter().map(|c| c.cells[0].cell.text.clone()).collect();
    assert_eq!(held, ["+91 98300 12345", "+91 98300 99999"], "each phone is explained by its own file");
    assert_eq!(phones.chains[1].cells[0].file_name, "newer.csv");
    // Undo of the newer export alone leaves the first one as it was.
    ws.app.import_undo(&ws.me, s.import_id, &Quiet).expect("undone");
    assert_eq!(first_person(&ws, "rina").job_title, None);
    assert!(ws.app.doctor(&ws.me).expect("looked at").ok);
}

#[test]
fn undo_keeps_what_was_edited_or_linked_to_since() {
    let ws = Workspace::new();
    let first = ws.stage("people.csv", PEOPLE);
    ws.approve(first.import_id);
    let newer = "id,First Name,Last Name,Email,Mobile,Company,Job Title\n\
        1,Rina,Sen,rina@example.com,+91 98300 12345,Orchid Estates,Director\n";
    ws.approve(ws.stage("newer.csv", newer).import_id);
    let undone = ws.app.import_undo(&ws.me, first.import_id, &Quiet).expect("undone");
    assert!(undone.kept.iter().any(|k| k.field == "job_title"), "{:?}", undone.kept);
    let left = ws.app.people(&ws.me, &ListQuery::default()).expect("list");
    assert_eq!(left.total, 1, "Rina, who was edited since, stays; Arjun goes");
    assert!(ws.app.doctor(&ws.me).expect("looked at").ok);
}

#[test]
fn explain_walks_from_a_phone_to_its_cell_segment_and_file() {
    let ws = Workspace::new();
    let s = ws.stage("people.csv", PEOPLE);
    ws.approve(s.import_id);
    let person = first_person(&ws, "98300 54321");
    assert_eq!(person.name, "Arjun Mehta");
    let e = ws.app.explain(&ws.me, EntityType::Person, person.id, "phone").expect("explained");
    let chain = &e.chains[0];
    assert_eq!(chain.delta.cause.batch_id, Some(s.batch_id));
    assert!(chain.decision.as_ref().is_some_and(|d| d.set.as_ref().is_some_and(|set| set.count == 3)));
    assert!(chain.proposal_id.is_some() && chain.manifest_id.is_some());
    assert_eq!(chain.column.as_ref().and_then(|c| c.field.as_deref()), Some("person.phone[]"));
    let cell = &chain.cells[0];
    assert_eq!((cell.row_number, cell.cell.header.as_str(), cell.cell.text.as_str()), (2, "Mobile", "+91 98300 54321"));
    let [from, to] = cell.byte_range;
    assert!(
        PEOPLE[usize::try_from(from).expect("fits")..usize::try_from(to).expect("fits")].starts_with("2,Arjun,Mehta")
    );
    assert_eq!(cell.file_sha256, graph::hex(&graph::sha256(PEOPLE.as_bytes())));
    let history = ws.app.history(&ws.me, EntityType::Person, person.id, Some("phone")).expect("history");
    assert_eq!(history.len(), 1);
}

#[test]
fn a_composed_name_names_every_cell_it_came_from() {
    let ws = Workspace::new();
    ws.approve(ws.stage("people.csv", PEOPLE).import_id);
    let e = ws.app.explain(&ws.me, EntityType::Person, first_person(&ws, "arjun").id, "full_name").expect("explained");
    let headers: Vec<_> = e.chains[0].cells.iter().map(|c| c.cell.header.as_str()).collect();
    assert_eq!(headers, ["First Name", "Last Name"]);
}

#[test]
fn a_column_set_by_a_person_is_planned_again_and_kept() {
    let ws = Workspace::new();
    let s = ws.stage("people.csv", "name,Email,Zodiac\nRina Sen,rina@example.com,Leo\n");
    assert_eq!(s.unresolved_columns, ["Zodiac"]);
    let choice = ColumnChoice {
        column: 2,
        status: ColumnStatus::Mapped,
        field: Some("person.custom.zodiac".into()),
        label: None,
        ..ColumnChoice::default()
    };
    let detail = ws.app.import_set_columns(&ws.me, s.import_id, std::slice::from_ref(&choice), &Quiet).expect("set");
    assert_eq!((detail.manifest.version, detail.summary.unresolved_columns.len()), (2, 0));
    ws.approve(s.import_id);
    let rina = first_person(&ws, "rina");
    let e = ws.app.explain(&ws.me, EntityType::Person, rina.id, "custom.zodiac").expect("explained");
    assert_eq!(e.value, "Leo");
    let refused = ws.app.import_set_columns(&ws.me, s.import_id, &[choice], &Quiet).expect_err("too late");
    assert_eq!(refused.code, ErrorCode::Refused);
}

#[test]
fn only_people_approve_and_never_a_merge_as_a_set() {
    let ws = Workspace::new();
    let s = ws.stage("people.csv", PEOPLE);
    let agent = Actor { kind: ActorKind::Agent, id: "nemoclaw".into() };
    let by_agent = ws.app.import_approve(&agent, s.import_id, &ApproveChoice::default(), &Quiet);
    assert_eq!(by_agent.expect_err("refused").code, ErrorCode::Refused);
    let merges = ApproveChoice { actions: vec![ProposalAction::Merge], min_confidence: 0.0 };
    let as_set = ws.app.import_approve(&ws.me, s.import_id, &merges, &Quiet);
    assert_eq!(as_set.expect_err("refused").code, ErrorCode::Refused);
}

#[test]
fn a_confidence_threshold_leaves_rows_whole_or_out() {
    let ws = Workspace::new();
    let s = ws.stage("people.csv", PEOPLE);
    let strict = ApproveChoice { min_confidence: 1.0, ..ApproveChoice::default() };
    let r = ws.app.import_approve(&ws.me, s.import_id, &strict, &Quiet).expect("approved");
    let fates = r.summary.fates.expect("fates");
    assert_eq!(fates.total(), s.rows.total);
    assert_eq!(fates.create, ws.app.people(&ws.me, &ListQuery::default()).expect("list").total);
    // What was left out can be approved later, and then its fate says so.
    let later = ws.approve(s.import_id).summary.fates.expect("fates");
    assert_eq!((later.create, later.total()), (2, s.rows.total));
    assert_eq!(ws.app.people(&ws.me, &ListQuery::default()).expect("list").total, 2);
}

#[test]
fn links_left_out_of_an_approval_can_follow_later() {
    let ws = Workspace::new();
    ws.approve(ws.stage("people.csv", PEOPLE).import_id);
    let deals =
        "Deal - ID,Deal - Title,Deal - Stage,Deal - Value,Deal - Contact person\n9,Villa 3,Offer,85 L,Arjun Mehta\n";
    let s = ws.stage("deals.csv", deals);
    assert_eq!((s.proposals.create, s.proposals.link), (1, 1), "{:?}", s.proposals);
    let only = ApproveChoice { actions: vec![ProposalAction::Create], ..ApproveChoice::default() };
    ws.app.import_approve(&ws.me, s.import_id, &only, &Quiet).expect("approved");
    let arjun = first_person(&ws, "arjun").id;
    let deals_of = || ws.app.client360(&ws.me, arjun, true).expect("dossier").snapshot.active_opportunities.len();
    assert_eq!(deals_of(), 0);
    let later = ws.approve(s.import_id);
    assert_eq!((later.applied.link, deals_of()), (1, 1));
    assert_eq!(later.summary.fates.expect("fates").create, 1, "the row's fate stays what it was");
    ws.app.import_undo(&ws.me, s.import_id, &Quiet).expect("undone");
    assert_eq!(deals_of(), 0);
}

#[test]
fn an_approval_that_was_stopped_goes_on_where_it_stopped() {
    struct StopAfterFirst(std::sync::atomic::AtomicU64);
    impl app::Reporter for StopAfterFirst {
        fn progress(&self, _: contracts::Progress) {
            self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        }
        fn cancelled(&self) -> bool {
            self.0.load(std::sync::atomic::Ordering::Relaxed) > 0
        }
    }
    let ws = Workspace::new();
    let mut text = String::from("id,First Name,Last Name,Email\n");
    for i in 0..600 {
        text.push_str(&format!("{i},Given{i},Family{i},p{i}@example.com\n"));
        if i == 10 {
            text.push_str("twin,Given10,Family10,p10@example.com\n");
        }
    }
    let s = ws.stage("many.csv", &text);
    let stop = StopAfterFirst(std::sync::atomic::AtomicU64::new(0));
    let stopped = ws.app.import_approve(&ws.me, s.import_id, &ApproveChoice::default(), &stop);
    assert_eq!(stopped.expect_err("stopped").code, ErrorCode::Cancelled);
    let so_far = ws.app.people(&ws.me, &ListQuery::default()).expect("list").total;
    assert!(so_far > 0 && so_far < 600, "{so_far}");
    let half = ws.app.import_show(&ws.me, s.import_id).expect("shown").summary;
    assert_eq!((half.state, half.fates.expect("fates").total()), (ImportState::Committing, 601));
    let done = ws.approve(s.import_id);
    assert_eq!(done.summary.state, ImportState::Committed);
    assert_eq!(ws.app.people(&ws.me, &ListQuery::default()).expect("list").total, 600);
    let fates = done.summary.fates.expect("fates");
    assert_eq!((fates.create, fates.hold), (600, 1), "the suspected twin waits");
    assert!(ws.app.doctor(&ws.me).expect("looked at").ok);
}

#[test]
fn a_file_put_aside_comes_again_is_approved_and_undone() {
    let ws = Workspace::new();
    let before = ws.graph();
    for _ in 0..2 {
        let first = ws.stage("people.csv", PEOPLE);
        ws.app.import_undo(&ws.me, first.import_id, &Quiet).expect("put aside");
        let again = ws.stage("people.csv", PEOPLE);
        assert_eq!(again.duplicate_of_batch, None);
        assert_eq!(ws.approve(again.import_id).summary.state, ImportState::Committed);
        ws.app.import_undo(&ws.me, again.import_id, &Quiet).expect("undone");
        assert!(ws.graph() == before);
    }
}

#[test]
fn approving_again_when_nothing_is_left_writes_no_decision() {
    let ws = Workspace::new();
    let s = ws.stage("people.csv", PEOPLE);
    let first = ws.approve(s.import_id);
    let again = ws.approve(s.import_id);
    assert_eq!((again.applied.create, again.decisions.len(), again.held), (0, 0, first.held));
    assert_eq!(again.summary, first.summary);
}

#[test]
fn doctor_and_rebuild_notice_rows_and_links_that_no_change_explains() {
    for sql in [
        "DELETE FROM crm_people WHERE full_name = 'Arjun Mehta'",
        "UPDATE crm_people SET job_title = 'Emperor' WHERE full_name = 'Arjun Mehta'",
        "DELETE FROM crm_relationships",
        "UPDATE crm_relationships SET kind = 'owns'",
    ] {
        let ws = Workspace::new();
        ws.approve(ws.stage("people.csv", PEOPLE).import_id);
        let arjun = first_person(&ws, "arjun").id;
        assert_eq!(ws.app.client360(&ws.me, arjun, true).expect("dossier").consistent, Some(true));
        let conn = rusqlite::Connection::open(ws.folder().join("velocity.db")).expect("opens");
        assert!(conn.execute(sql, []).expect("tampered") > 0);
        let report = ws.app.doctor(&ws.me).expect("looked at");
        let check = report.checks.iter().find(|c| c.name == "graph equals its log").expect("checked");
        assert!(!check.ok, "{sql}: {check:?}");
        if let Ok(view) = ws.app.client360(&ws.me, arjun, true) {
            assert_eq!(view.consistent, Some(false), "{sql}");
        }
    }
}

#[test]
fn rows_show_their_cells_and_reasons() {
    let ws = Workspace::new();
    let s = ws.stage("people.csv", PEOPLE);
    let rows = ws.app.import_rows(&ws.me, s.import_id, Some(Fate::Merge), None, None).expect("rows");
    assert_eq!((rows.total, rows.rows.len()), (1, 1));
    assert_eq!(rows.rows[0].cells[3], "RINA@example.com");
    assert!(rows.rows[0].reason.contains("row 1"), "{}", rows.rows[0].reason);
}

#[test]
fn the_samples_come_in_go_out_and_leave_no_trace() {
    let ws = Workspace::new();
    for entry in std::fs::read_dir(testkit::samples()).expect("samples") {
        let path = entry.expect("entry").path();
        if path.extension().is_none_or(|x| x != "csv") {
            continue;
        }
        let before = ws.graph();
        let s = ws.app.import_run(&ws.me, &path, &Quiet).expect("staged");
        assert_eq!(s.planned.total(), s.rows.total, "{}", path.display());
        ws.approve(s.import_id);
        ws.app.import_undo(&ws.me, s.import_id, &Quiet).expect("undone");
        assert!(ws.graph() == before, "{}: the graph is not what it was", path.display());
    }
    let report = ws.app.doctor(&ws.me).expect("looked at");
    assert!(report.ok, "{report:?}");
}

/// A firm's switchboard stands in hundreds of rows: it makes nobody the same, and hides nobody who is.
#[test]
fn behind_a_switchboard_only_somebody_of_the_same_name_is_the_same() {
    const SYLLABLES: [&str; 10] = ["ka", "ri", "mo", "ten", "ba", "lus", "ve", "dor", "shi", "na"];
    let name = |n: usize| format!("{}{}{}", SYLLABLES[n % 10], SYLLABLES[n / 10 % 10], SYLLABLES[(n / 100 + n) % 10]);
    let mut text = String::from("First Name,Last Name,Mobile\n");
    for n in 0..400 {
        text.push_str(&format!("{},{},+91 98300 12345\n", name(n), name(n * 7 + 3)));
    }
    text.push_str(&format!("{},{},+91 98300 12345\n", name(350), name(350 * 7 + 3)));
    let ws = Workspace::new();
    let s = ws.stage("switchboard.csv", &text);
    let last = ws.app.import_explain(&ws.me, s.import_id, 401).expect("explained");
    assert_eq!(last.fate, Fate::Merge, "{}", last.reason);
    assert!(last.reason.contains("row 351"), "{}", last.reason);
    assert!(s.planned.create > 390, "{:?}", s.planned);
}
