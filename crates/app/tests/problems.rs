//! Doubts of an import in groups with fixes, and what a newer export changes, before anything is written.

use app::Quiet;
use contracts::{Fate, ImportDetail, ImportId, ProblemGroup};
use serde_json::json;
use testkit::Workspace;

fn shown(ws: &Workspace, id: ImportId) -> ImportDetail {
    ws.app.import_show(&ws.me, id).expect("shown")
}

fn group<'a>(detail: &'a ImportDetail, kind: &str) -> &'a ProblemGroup {
    detail.problems.iter().find(|p| p.kind == kind).unwrap_or_else(|| panic!("no {kind} in {:?}", detail.problems))
}

fn ids(group: &ProblemGroup) -> Vec<&str> {
    group.fixes.iter().map(|f| f.id.as_str()).collect()
}

fn fix(ws: &Workspace, id: ImportId, kind: &str, fix: &str) -> ImportDetail {
    let detail = shown(ws, id);
    let group = group(&detail, kind);
    let fix = group.fixes.iter().find(|f| f.id == fix).unwrap_or_else(|| panic!("{fix}: {:?}", ids(group)));
    let revision = fix.revision.as_ref().expect("a ready revision");
    ws.app.import_revise(&ws.me, id, revision, &Quiet).expect("fixed")
}

#[test]
fn numbers_that_can_not_be_read_are_offered_the_regions_that_read_them() {
    let ws = Workspace::new();
    let mut text = String::from("Name,Email,Mobile\n");
    for n in 0..12 {
        text += &format!("Person {n},p{n}@example.com,9123 45{n:02}\n");
    }
    let s = ws.stage("people.csv", &text);
    let detail = shown(&ws, s.import_id);
    let phones = group(&detail, "phone_unparsed");
    assert_eq!((phones.count, phones.title.as_str()), (12, "Phone numbers that can't be read"));
    let found = ids(phones);
    assert!(found.contains(&"region:SG"), "{found:?}");
    assert!(found.contains(&"leave_empty") && found.contains(&"keep_in_notes") && found.contains(&"accept"));
    let leave = phones.fixes.iter().find(|f| f.id == "leave_empty").expect("offered");
    assert_eq!(leave.title, "Leave 12 phone numbers empty");
    let sg = phones.fixes.iter().find(|f| f.id == "region:SG").expect("offered");
    assert!(sg.consequence.contains("\"9123 4500\" becomes +6591234500"), "{}", sg.consequence);
    let after = fix(&ws, s.import_id, "phone_unparsed", "region:SG");
    assert!(after.problems.iter().all(|p| p.kind != "phone_unparsed"), "{:?}", after.problems);
    assert_eq!(after.manifest.handling.region.as_deref(), Some("SG"));
}

#[test]
fn an_open_order_of_dates_says_what_each_answer_means() {
    let ws = Workspace::new();
    let text = "Name,Email,Birthday\nRina Sen,rina@example.com,03/04/1984\nArjun Mehta,arjun@example.com,05/06/1981\n";
    let s = ws.stage("people.csv", text);
    let detail = shown(&ws, s.import_id);
    let dates = group(&detail, "date_order_open");
    let words: Vec<&str> = dates.fixes.iter().take(2).map(|f| f.consequence.as_str()).collect();
    assert_eq!(words, ["\"03/04/1984\" is 3 April 1984.", "\"03/04/1984\" is 4 March 1984."]);
    let after = fix(&ws, s.import_id, "date_order_open", "date_order:MDY");
    assert!(after.problems.is_empty(), "{:?}", after.problems);
    assert!(after.manifest.column_mappings.iter().all(|c| c.question.is_none()));
}

#[test]
fn rows_that_wait_are_problems_with_a_fix() {
    let ws = Workspace::new();
    let text = "Name,Email,Mobile,City\n\
        Rina Sen,rina@example.com,+91 98300 12345,Pune,left over\n\
        Arjun Mehta,+91 98300 54321,Goa\n\
        Zoya Khan,zoya@example.com,+91 98300 77777,Pune\n";
    let s = ws.stage("people.csv", text);
    let detail = shown(&ws, s.import_id);
    assert_eq!((group(&detail, "long_row").count, group(&detail, "long_row").rows.as_slice()), (1, &[1][..]));
    let consequence = &group(&detail, "long_row").fixes[0].consequence;
    assert!(consequence.contains("left over"), "{consequence}");
    fix(&ws, s.import_id, "long_row", "drop_extra");
    let after = fix(&ws, s.import_id, "short_row_misaligned", "accept_short");
    assert_eq!(after.summary.planned.hold, 0, "{:?}", after.summary.planned);
}

#[test]
fn values_that_usually_say_nothing_can_be_values() {
    let ws = Workspace::new();
    let text = "Name,Email,Company\nRina Sen,rina@example.com,N/A\nArjun Mehta,arjun@example.com,Orchid Estates\n";
    let s = ws.stage("people.csv", text);
    let before = shown(&ws, s.import_id);
    let sure = before.manifest.column_mappings[2].confidence;
    let after = fix(&ws, s.import_id, "sentinel", "keep_sentinels");
    assert!(after.problems.iter().all(|p| p.kind != "sentinel"));
    let column = &after.manifest.column_mappings[2];
    assert!(column.keep_sentinels);
    let unchanged = (column.confidence - sure).abs() < f64::EPSILON && !column.by_person;
    assert!(unchanged, "what the column is was not spoken of: {column:?}");
}

#[test]
fn every_ready_fix_leaves_its_group_settled() {
    let text = "Name,Email,Mobile,Birthday,Budget,Opt In\n\
        Rina Sen,rina@example.com,call him,31/02/1980,lots,perhaps\n\
        Arjun Mehta,arjun at example,+91 98300 54321,13/04/1981,85 L,yes\n\
        Zoya Khan,zoya@example.com,+91 98300 77777,14/05/1982,N/A,no\n";
    let settled = |ws: &Workspace, id, kind: &str, column| {
        let detail = shown(ws, id);
        detail.problems.iter().all(|p| (p.kind.as_str(), p.column) != (kind, column) || p.accepted)
    };
    let ws = Workspace::new();
    let s = ws.stage("people.csv", text);
    let groups = shown(&ws, s.import_id).problems;
    assert!(groups.len() >= 4, "{groups:?}");
    for g in &groups {
        assert!(!g.title.is_empty() && !g.fixes.is_empty(), "{g:?}");
        for f in g.fixes.iter().filter(|f| f.revision.is_some()) {
            let ws = Workspace::new();
            let s = ws.stage("people.csv", text);
            fix(&ws, s.import_id, &g.kind, &f.id);
            assert!(settled(&ws, s.import_id, &g.kind, g.column), "{} of {}", f.id, g.kind);
        }
    }
}

#[test]
fn a_newer_export_shows_what_would_change_and_deletes_nothing() {
    let ws = Workspace::new();
    let first = "id,First Name,Last Name,Email,Job Title,City\n\
        1,Rina,Sen,rina@example.com,Agent,Pune\n\
        2,Arjun,Mehta,arjun@example.com,Broker,Goa\n";
    let a = ws.stage("people.csv", first);
    ws.approve(a.import_id);
    let newer = "id,First Name,Last Name,Email,Job Title,City\n\
        1,Rina,Sen,rina@example.com,Director,\n\
        2,Arjun,Mehta,arjun@example.com,Broker,Goa\n";
    let b = ws.stage("newer.csv", newer);
    let rows = ws.app.import_rows(&ws.me, b.import_id, None, None, None).expect("rows").rows;
    let changes: Vec<_> =
        rows[0].changes.iter().map(|c| (c.field.as_str(), c.before.clone(), c.after.clone())).collect();
    assert_eq!(changes, [("job_title", json!("Agent"), json!("Director"))], "the missing city is no change");
    assert_eq!((rows[1].fate, rows[1].changes.len()), (Fate::Unchanged, 0));
    assert_eq!(rows[0].cells[4], "Director");
}

#[test]
fn a_row_shows_its_doubts_and_what_was_written_anew() {
    let ws = Workspace::new();
    let s = ws.stage(
        "people.csv",
        "Name,Email,Mobile\nRina Sen,rina@example.com,call him\nArjun Mehta,a@example.com,+91 98300 54321\n",
    );
    let row = |ws: &Workspace| {
        ws.app.import_rows(&ws.me, s.import_id, None, None, None).expect("rows").rows.into_iter().next().expect("one")
    };
    assert_eq!(
        row(&ws).issues.iter().map(|i| (i.kind.as_str(), i.column)).collect::<Vec<_>>(),
        [("phone_unparsed", Some(2))]
    );
    let cell = contracts::CellCorrection { row_number: 1, column: 2, value: "+91 98300 12345".into() };
    let said = contracts::ImportRevision { corrections: vec![cell], ..contracts::ImportRevision::default() };
    ws.app.import_revise(&ws.me, s.import_id, &said, &Quiet).expect("revised");
    let row = row(&ws);
    assert!(row.issues.is_empty());
    assert_eq!((row.corrected[0].column, row.corrected[0].value.as_str()), (2, "+91 98300 12345"));
    assert_eq!(row.cells[2], "call him", "the cell as received stays");
}
