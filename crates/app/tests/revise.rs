//! What a person says about an import before it is approved: values, defaults, cells, rows, regions, problems.

use app::Quiet;
use contracts::{
    CellCorrection, ColumnChoice, ColumnStatus, EntityType, ErrorCode, ImportId, ImportRevision, ListQuery, LongRows,
    ProblemKey, ShortRows, Unread, ValueChoice,
};
use serde_json::Value;
use testkit::Workspace;

const SHEET: &str = "Name,Email,Mobile,Lead Status,City\n\
    Rina Sen,rina@example.com,98300 12345,HOT,Pune\n\
    Arjun Mehta,arjun@example.com,call him,wrm,\n\
    Zoya Khan,zoya@example.com,98300 54321,HOT,N/A\n";

fn mapped(column: u32, field: &str) -> ColumnChoice {
    ColumnChoice { column, status: ColumnStatus::Mapped, field: Some(field.into()), ..ColumnChoice::default() }
}

fn revise(ws: &Workspace, id: ImportId, revision: &ImportRevision) -> contracts::ImportDetail {
    ws.app.import_revise(&ws.me, id, revision, &Quiet).expect("revised")
}

fn person(ws: &Workspace, name: &str) -> contracts::PersonRow {
    let query = ListQuery { text: Some(name.into()), ..ListQuery::default() };
    ws.app.people(&ws.me, &query).expect("a list").rows.into_iter().next().expect("somebody")
}

fn field(ws: &Workspace, name: &str, field: &str) -> Value {
    ws.app.explain(&ws.me, EntityType::Person, person(ws, name).id, field).expect("explained").value
}

fn sentences(ws: &Workspace, name: &str, field: &str) -> String {
    let e = ws.app.explain(&ws.me, EntityType::Person, person(ws, name).id, field).expect("explained");
    e.chains.iter().map(|c| c.sentences.join(" ")).collect::<Vec<_>>().join("\n")
}

#[test]
fn values_defaults_and_cells_become_what_a_person_said_and_explain_says_so() {
    let ws = Workspace::new();
    let s = ws.stage("people.csv", SHEET);
    let values = vec![
        ValueChoice { from: "HOT".into(), to: Some("Hot".into()) },
        ValueChoice { from: "wrm".into(), to: Some("Warm".into()) },
    ];
    let detail = revise(
        &ws,
        s.import_id,
        &ImportRevision {
            columns: vec![
                ColumnChoice { value_map: Some(values), ..mapped(3, "person.lead_status") },
                ColumnChoice {
                    default_value: Some("Mumbai".into()),
                    keep_sentinels: Some(false),
                    ..mapped(4, "person.custom.town")
                },
            ],
            corrections: vec![CellCorrection { row_number: 2, column: 2, value: "+91 98300 99999".into() }],
            ..ImportRevision::default()
        },
    );
    assert_eq!(detail.manifest.version, 2);
    assert_eq!(detail.manifest.column_mappings[3].value_map.len(), 2);
    ws.approve(s.import_id);

    assert_eq!(field(&ws, "rina", "lead_status"), "Hot");
    assert_eq!(field(&ws, "arjun", "lead_status"), "Warm");
    assert_eq!(field(&ws, "arjun", "custom.town"), "Mumbai");
    assert_eq!(field(&ws, "zoya", "custom.town"), "Mumbai", "a value that says nothing is as good as an empty cell");
    assert_eq!(field(&ws, "rina", "custom.town"), "Pune");
    assert_eq!(field(&ws, "arjun", "phone")[0]["value"], "+919830099999");

    let why = sentences(&ws, "arjun", "phone");
    assert!(why.contains("held \"call him\""), "{why}");
    assert!(why.contains(&format!("{} corrected it to \"+91 98300 99999\" in version 2", ws.me.id)), "{why}");
    let why = sentences(&ws, "arjun", "lead_status");
    assert!(why.contains("held \"wrm\"") && why.contains("said that this value is \"Warm\" in version 2"), "{why}");
    let why = sentences(&ws, "arjun", "custom.town");
    assert!(why.contains("said that an empty cell of this column is \"Mumbai\""), "{why}");
    assert!(ws.app.doctor(&ws.me).expect("looked at").ok);
}

#[test]
fn what_can_not_be_read_is_left_out_or_kept_in_the_notes_and_no_problem_any_more() {
    let ws = Workspace::new();
    let s = ws.stage("people.csv", SHEET);
    let unread = |detail: &contracts::ImportDetail| detail.problems.iter().any(|p| p.kind == "phone_unparsed");
    assert!(unread(&ws.app.import_show(&ws.me, s.import_id).expect("shown")));
    let with = |unread| ImportRevision {
        columns: vec![ColumnChoice { unread: Some(unread), ..mapped(2, "person.phone[]") }],
        ..ImportRevision::default()
    };
    assert!(!unread(&revise(&ws, s.import_id, &with(Unread::LeaveEmpty))));
    assert!(unread(&revise(&ws, s.import_id, &with(Unread::Ask))));
    assert!(!unread(&revise(&ws, s.import_id, &with(Unread::KeepInNotes))));
    ws.approve(s.import_id);
    assert_eq!(field(&ws, "arjun", "notes"), "Mobile: call him");
    assert_eq!(field(&ws, "arjun", "phone"), Value::Null);
    assert!(sentences(&ws, "arjun", "notes").contains("The cell \"Mobile\" of row 2 held \"call him\""));
}

#[test]
fn rows_that_do_not_fit_go_in_once_a_person_says_how() {
    let ws = Workspace::new();
    let text = "Name,Email,Mobile,City\n\
        Rina Sen,rina@example.com,+91 98300 12345,Pune,left over\n\
        Arjun Mehta,+91 98300 54321,Goa\n\
        Zoya Khan,zoya@example.com,+91 98300 77777,Pune\n";
    let s = ws.stage("people.csv", text);
    assert_eq!(s.planned.hold, 2, "{:?}", s.planned);
    let detail = revise(
        &ws,
        s.import_id,
        &ImportRevision {
            long_rows: Some(LongRows::DropExtra),
            short_rows: Some(ShortRows::Accept),
            ..ImportRevision::default()
        },
    );
    assert_eq!(detail.summary.planned.hold, 0, "{:?}", detail.summary.planned);
    let detail =
        revise(&ws, s.import_id, &ImportRevision { long_rows: Some(LongRows::Hold), ..ImportRevision::default() });
    assert_eq!(detail.summary.planned.hold, 1, "the other word stands");
}

#[test]
fn the_region_of_numbers_without_a_country_code_is_what_a_person_says() {
    let ws = Workspace::new();
    let s = ws.stage("people.csv", "Name,Email,Mobile\nRina Sen,rina@example.com,(212) 555-0143\n");
    revise(&ws, s.import_id, &ImportRevision { region: Some("us".into()), ..ImportRevision::default() });
    ws.approve(s.import_id);
    assert_eq!(field(&ws, "rina", "phone")[0]["value"], "+12125550143");
}

#[test]
fn the_same_words_give_the_same_plan_and_what_is_taken_back_is_gone() {
    let plan = || {
        let ws = Workspace::new();
        let s = ws.stage("people.csv", SHEET);
        let first = ws.app.import_show(&ws.me, s.import_id).expect("shown");
        let cell = CellCorrection { row_number: 3, column: 1, value: String::new() };
        let said = ImportRevision { corrections: vec![cell], ..ImportRevision::default() };
        let after = revise(&ws, s.import_id, &said);
        let back = revise(&ws, s.import_id, &ImportRevision { uncorrect: vec![(3, 1)], ..ImportRevision::default() });
        assert_eq!(back.problems, first.problems);
        assert_eq!(back.summary.planned, first.summary.planned);
        assert!(back.manifest.handling.corrections.is_empty());
        (after.problems, after.summary.planned, after.manifest.handling, ws.graph())
    };
    assert_eq!(plan(), plan());
}

#[test]
fn accepted_problems_stay_listed_as_settled_and_can_be_reopened() {
    let ws = Workspace::new();
    let s = ws.stage("people.csv", SHEET);
    let key = ProblemKey { kind: "phone_unparsed".into(), column: Some(2) };
    let detail = revise(&ws, s.import_id, &ImportRevision { accept: vec![key.clone()], ..ImportRevision::default() });
    assert_eq!(detail.manifest.handling.accepted, std::slice::from_ref(&key));
    let detail = revise(&ws, s.import_id, &ImportRevision { reopen: vec![key], ..ImportRevision::default() });
    assert!(detail.manifest.handling.accepted.is_empty());
}

#[test]
fn what_does_not_exist_is_refused_in_words_and_changes_nothing() {
    let ws = Workspace::new();
    let s = ws.stage("people.csv", SHEET);
    let cell = |row_number, column, value: String| ImportRevision {
        corrections: vec![CellCorrection { row_number, column, value }],
        ..ImportRevision::default()
    };
    for (revision, names) in [
        (cell(4, 0, "x".into()), "row 4"),
        (cell(0, 0, "x".into()), "row 0"),
        (cell(1, 5, "x".into()), "column 5"),
        (cell(1, 1, "x".repeat(70_000)), "64 KB"),
        (ImportRevision { region: Some("Atlantis".into()), ..ImportRevision::default() }, "Atlantis"),
        (ImportRevision { columns: vec![mapped(9, "person.notes")], ..ImportRevision::default() }, "no such column"),
    ] {
        let error = ws.app.import_revise(&ws.me, s.import_id, &revision, &Quiet).expect_err("refused");
        assert_eq!(error.code, ErrorCode::BadInput);
        assert!(error.message.contains(names), "{names}: {}", error.message);
    }
    assert_eq!(ws.app.import_manifests(&ws.me, s.import_id).expect("listed").len(), 1);
    ws.approve(s.import_id);
    let error = ws.app.import_revise(&ws.me, s.import_id, &ImportRevision::default(), &Quiet).expect_err("too late");
    assert_eq!(error.code, ErrorCode::Refused);
    assert!(error.message.contains("approved"), "{}", error.message);
}

#[test]
fn undo_after_a_revision_leaves_nothing() {
    let ws = Workspace::new();
    let before = ws.graph();
    let s = ws.stage("people.csv", SHEET);
    let cell = CellCorrection { row_number: 2, column: 2, value: "+91 98300 99999".into() };
    revise(&ws, s.import_id, &ImportRevision { corrections: vec![cell], ..ImportRevision::default() });
    ws.approve(s.import_id);
    ws.app.import_undo(&ws.me, s.import_id, &Quiet).expect("undone");
    assert_eq!(ws.graph(), before);
}
