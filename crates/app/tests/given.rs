//! A recorded mapping for another file: the same export elsewhere, or a newer one with other columns.

use app::{Quiet, ReplayOf, RunAs};
use contracts::{
    CellCorrection, ColumnChoice, ColumnStatus, ErrorCode, ImportMappingManifest, ImportRevision, ListQuery,
    ValueChoice,
};
use testkit::Workspace;

const SHEET: &str = "Kunde;Ruf;Post;Stand;Fax\n\
    Rina Sen;+91 98300 12345;rina@example.com;HOT;\n\
    Arjun Mehta;call him;arjun@example.com;wrm;\n";

fn mapped(column: u32, field: &str) -> ColumnChoice {
    ColumnChoice { column, status: ColumnStatus::Mapped, field: Some(field.into()), ..ColumnChoice::default() }
}

/// The sheet staged, its columns named, a value replaced, a default set and a cell written anew.
fn recorded(ws: &Workspace) -> ImportMappingManifest {
    let s = ws.stage("sheet.csv", SHEET);
    let values = vec![ValueChoice { from: "wrm".into(), to: Some("Warm".into()) }];
    let revision = ImportRevision {
        columns: vec![
            mapped(0, "person.full_name"),
            mapped(1, "person.phone[]"),
            mapped(2, "person.email[]"),
            ColumnChoice {
                value_map: Some(values),
                default_value: Some("Cold".into()),
                ..mapped(3, "person.lead_status")
            },
            ColumnChoice { column: 4, status: ColumnStatus::Ignored, ..ColumnChoice::default() },
        ],
        corrections: vec![CellCorrection { row_number: 2, column: 1, value: "+91 98300 54321".into() }],
        ..ImportRevision::default()
    };
    ws.app.import_revise(&ws.me, s.import_id, &revision, &Quiet).expect("revised").manifest
}

fn given(manifest: &ImportMappingManifest) -> RunAs {
    RunAs { manifest: Some(Box::new(manifest.clone())), ..RunAs::default() }
}

#[test]
fn the_same_file_elsewhere_is_read_as_recorded() {
    let ws = Workspace::new();
    let manifest = recorded(&ws);
    let other = Workspace::new();
    let s =
        other.app.import_bytes_as(&other.me, "sheet.csv", SHEET.as_bytes(), &given(&manifest), &Quiet).expect("staged");
    let detail = other.app.import_show(&other.me, s.import_id).expect("shown");
    assert_eq!(s.unresolved_columns, Vec::<String>::new());
    assert_eq!(detail.manifest.column_mappings[3].value_map, manifest.column_mappings[3].value_map);
    assert!(detail.manifest.handling.corrections.is_empty(), "there, these rows may be others");
    assert!(detail.manifest.resolver_notes.iter().any(|n| n.contains("1 cells that were written anew")));
    other.approve(s.import_id);
    let people = other.app.people(&other.me, &ListQuery::default()).expect("listed").rows;
    assert_eq!(
        people.iter().map(|p| p.lead_status.clone()).collect::<Vec<_>>(),
        [Some("Warm".into()), Some("HOT".into())]
    );

    // Here the bytes are those that the cells were written anew in.
    let _ =
        ws.app.import_undo(&ws.me, ws.app.import_list(&ws.me).expect("listed")[0].import_id, &Quiet).expect("undone");
    let s = ws.app.import_bytes_as(&ws.me, "sheet.csv", SHEET.as_bytes(), &given(&manifest), &Quiet).expect("staged");
    let detail = ws.app.import_show(&ws.me, s.import_id).expect("shown");
    assert_eq!(detail.manifest.handling.corrections, manifest.handling.corrections);
    let replayed = ws.app.import_replay(&ws.me, s.import_id, &ReplayOf::Newest).expect("replayed");
    assert!(replayed.identical, "{:#?}", replayed.differences);
}

#[test]
fn a_newer_export_finds_its_columns_by_name_and_says_which_are_new() {
    let ws = Workspace::new();
    let manifest = recorded(&ws);
    let newer = "Post;Kunde;Budget;Stand;Ruf\nzoya@example.com;Zoya Khan;90 Lakh;;+91 98300 77777\n";
    let s = ws.app.import_bytes_as(&ws.me, "newer.csv", newer.as_bytes(), &given(&manifest), &Quiet).expect("staged");
    assert_eq!(s.unresolved_columns, ["Budget"], "nobody said anything about it");
    let detail = ws.app.import_show(&ws.me, s.import_id).expect("shown");
    let notes = detail.manifest.resolver_notes.join("\n");
    assert!(notes.contains("do not know") || notes.contains("does not know, which stay open: \"Budget\""), "{notes}");
    assert!(notes.contains("that the file has no more: \"Fax\""), "{notes}");
    ws.approve(s.import_id);
    let zoya = &ws.app.people(&ws.me, &ListQuery::default()).expect("listed").rows[0];
    assert_eq!((zoya.name.as_str(), zoya.lead_status.as_deref()), ("Zoya Khan", Some("Cold")));
    assert_eq!(zoya.phone.as_deref(), Some("+919830077777"));
}

#[test]
fn a_file_without_columns_that_are_mapped_is_refused_by_their_names() {
    let ws = Workspace::new();
    let manifest = recorded(&ws);
    let other = "Kunde;Telefon;Post\nZoya Khan;+91 98300 77777;zoya@example.com\n";
    let error =
        ws.app.import_bytes_as(&ws.me, "other.csv", other.as_bytes(), &given(&manifest), &Quiet).expect_err("refused");
    assert_eq!((error.code, error.field.as_deref()), (ErrorCode::BadInput, Some("manifest")));
    assert!(error.message.contains("does not have: \"Ruf\", \"Stand\"."), "{error:?}");
    assert!(error.message.contains("the mapping does not know: \"Telefon\"."), "{error:?}");
    assert_eq!(ws.app.import_list(&ws.me).expect("listed").len(), 1, "nothing is kept");
    let mut broken = manifest;
    broken.column_mappings.clear();
    broken.unmapped_columns.clear();
    let error =
        ws.app.import_bytes_as(&ws.me, "other.csv", other.as_bytes(), &given(&broken), &Quiet).expect_err("refused");
    assert!(error.message.contains("names no column"), "{error:?}");
}

#[test]
fn columns_of_one_name_are_told_apart_by_their_order() {
    let ws = Workspace::new();
    let text = "Name,Phone,Phone\nRina Sen,+91 98300 12345,+91 98300 54321\n";
    let s = ws.stage("two.csv", text);
    let manifest = ws.app.import_manifests(&ws.me, s.import_id).expect("listed").remove(0);
    let one = "Name,Phone\nZoya Khan,+91 98300 77777\n";
    let error =
        ws.app.import_bytes_as(&ws.me, "one.csv", one.as_bytes(), &given(&manifest), &Quiet).expect_err("refused");
    assert!(error.message.contains("\"Phone\" (number 2 of that name)"), "{error:?}");
}
