//! Replay on the recorded mapping gives the same proposals, and says so where it doesn't.

use app::{Quiet, ReplayOf};
use contracts::{CellCorrection, ColumnChoice, ColumnStatus, ImportRevision, ReplayResult};
use testkit::Workspace;

const PEOPLE: &str = "id,First Name,Last Name,Email,Mobile,Company,Job Title\n\
    1,Rina,Sen,rina@example.com,+91 98300 12345,Orchid Estates,Agent\n\
    2,Arjun,Mehta,arjun@example.com,+91 98300 54321,Orchid Estates,Broker\n\
    3,Rina,Sen,RINA@example.com,,,\n\
    4,,,,,,\n\
    5,Zoya,Khan,zoya@example.com,call her,Palm Homes,\n";

fn replay(ws: &Workspace, id: contracts::ImportId) -> ReplayResult {
    ws.app.import_replay(&ws.me, id, &ReplayOf::Newest).expect("replayed")
}

fn identical(r: &ReplayResult) {
    assert!(r.identical && r.differing == 0, "{:#?}", r.differences);
}

#[test]
fn a_replay_is_identical_staged_revised_approved_and_undone_and_writes_nothing() {
    let ws = Workspace::new();
    let s = ws.stage("people.csv", PEOPLE);
    let staged = replay(&ws, s.import_id);
    identical(&staged);
    assert_eq!((staged.summary.planned, staged.summary.proposals), (s.planned, s.proposals));
    let said = ImportRevision {
        corrections: vec![CellCorrection { row_number: 5, column: 4, value: "+91 98300 99999".into() }],
        ..ImportRevision::default()
    };
    ws.app.import_revise(&ws.me, s.import_id, &said, &Quiet).expect("revised");
    identical(&replay(&ws, s.import_id));
    let first = ws.app.import_replay(&ws.me, s.import_id, &ReplayOf::Version(1)).expect("replayed");
    assert_eq!((first.identical, first.differing, first.manifest_version), (false, 1, 1));
    assert!(first.differences.iter().any(|d| d.row_number == Some(5) && d.what == "fields"), "{:?}", first.differences);
    ws.approve(s.import_id);
    let graph = ws.graph();
    identical(&replay(&ws, s.import_id));
    assert_eq!(ws.graph(), graph);
    ws.app.import_undo(&ws.me, s.import_id, &Quiet).expect("undone");
    identical(&replay(&ws, s.import_id));
}

#[test]
fn a_newer_export_replays_against_the_records_as_they_were_before_it() {
    let ws = Workspace::new();
    ws.approve(ws.stage("people.csv", PEOPLE).import_id);
    let newer = "id,First Name,Last Name,Email,Mobile,Company,Nickname\n\
        1,Rina,Sen,rina@example.com,+91 98300 11111,Palm Homes,Rin\n";
    let s = ws.stage("newer.csv", newer);
    assert_eq!(s.planned.update, 1, "{:?}", s.planned);
    identical(&replay(&ws, s.import_id));
    ws.approve(s.import_id);
    identical(&replay(&ws, s.import_id));
}

#[test]
fn a_mapping_of_other_columns_is_refused() {
    let ws = Workspace::new();
    let a = ws.stage("people.csv", PEOPLE);
    let b = ws.stage("other.csv", "Name,Email\nRina Sen,rina@example.com\n");
    let other = ws.app.import_manifests(&ws.me, b.import_id).expect("listed").remove(0);
    let given = ReplayOf::Given(Box::new(other));
    let error = ws.app.import_replay(&ws.me, a.import_id, &given).expect_err("refused");
    assert_eq!(error.code, contracts::ErrorCode::BadInput);
    let choice = ColumnChoice { column: 9, status: ColumnStatus::Ignored, ..ColumnChoice::default() };
    assert!(ws.app.import_set_columns(&ws.me, a.import_id, &[choice], &Quiet).is_err());
}
