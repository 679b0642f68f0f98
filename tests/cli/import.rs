//! From a file to clients and back: `import run`, `approve`, `undo`, over the seven sample exports.

use std::ffi::OsStr;
use std::path::Path;

use serde_json::Value;
use velocity_tests::Cli;
use velocity_tests::files::{sample, samples, truth};

/// The sum of the fates in a summary.
fn sum(fates: &Value) -> u64 {
    ["create", "update", "merge", "unchanged", "hold", "reject"].iter().map(|fate| fates[fate].as_u64().unwrap()).sum()
}

fn approve(cli: &Cli, import: &Value) -> Value {
    cli.run(["import", "approve", import["import_id"].as_str().unwrap()]).done()
}

fn undo(cli: &Cli, import: &Value) -> Value {
    cli.run(["import", "undo", import["import_id"].as_str().unwrap()]).done()
}

#[test]
fn every_sample_goes_in_and_comes_out_without_a_trace() {
    for name in &samples() {
        let cli = Cli::with_workspace();
        let before = cli.graph();

        let run = cli.import(&sample(name));
        assert_eq!(run["rows"]["total"], truth(name)["rows"], "{name}");
        assert_eq!(Some(sum(&run["planned"])), run["rows"]["total"].as_u64(), "{name}: {run}");
        assert_eq!(run["duplicate_of_batch"], Value::Null, "{name}");
        assert_eq!(cli.graph(), before, "{name}: staging changed the graph");

        let approved = approve(&cli, &run);
        assert_eq!(approved["applied"]["create"], run["proposals"]["create"], "{name}: {approved}");
        assert_eq!(approved["decisions"].as_array().map(Vec::len), Some(2), "{name}: {approved}");
        assert_ne!(cli.graph(), before, "{name}: approving changed nothing");
        let shown = cli.run(["import", "show", run["import_id"].as_str().unwrap()]).done();
        let fates = shown.get("fates").or_else(|| shown["summary"].get("fates")).unwrap();
        assert_eq!(Some(sum(fates)), run["rows"]["total"].as_u64(), "{name}: {fates}");

        let undone = undo(&cli, &run);
        assert_eq!(undone["errors"].as_array().map(Vec::len), Some(0), "{name}: {undone}");
        assert_eq!(cli.graph(), before, "{name}: undo left something behind");
        let audit = cli.run(["audit", "verify"]).done();
        assert_eq!(audit["ok"], true, "{name}: {audit}");
    }
}

#[test]
fn the_same_file_again_is_recognised_and_plans_no_create() {
    let cli = Cli::with_workspace();
    let first = cli.import(&sample("hubspot_contacts"));
    let _ = approve(&cli, &first);

    let again = cli.import(&sample("hubspot_contacts"));
    assert_eq!(again["duplicate_of_batch"], first["batch_id"], "{again}");
    assert_eq!(again["planned"]["create"], 0, "{again}");
    assert_eq!(Some(sum(&again["planned"])), again["rows"]["total"].as_u64(), "{again}");
}

#[test]
fn after_undo_the_same_file_may_be_imported_again() {
    let cli = Cli::with_workspace();
    let first = cli.import(&sample("legacy_leads"));
    let _ = approve(&cli, &first);
    let approved = cli.graph();
    let _ = undo(&cli, &first);

    let again = cli.import(&sample("legacy_leads"));
    assert_eq!(again["planned"], first["planned"]);
    let _ = approve(&cli, &again);
    assert_eq!(cli.graph().len(), approved.len(), "the second import gave another graph");
}

#[test]
fn rows_are_shown_with_their_fate_and_why() {
    let cli = Cli::with_workspace();
    let run = cli.import(&sample("hubspot_contacts"));
    let id = run["import_id"].as_str().unwrap();
    let listed = cli.run(["import", "list"]).done();
    assert!(listed.to_string().contains(id), "{listed}");

    let rows = cli.run(["import", "rows", id]).done();
    let rows = rows["rows"].as_array().unwrap();
    assert_eq!(Some(rows.len() as u64), run["rows"]["total"].as_u64());
    for (index, row) in rows.iter().enumerate() {
        assert_eq!(row["row_number"].as_u64(), Some(index as u64 + 1));
        // A new client needs no reason; everything else says why.
        let why = row["reason"].as_str().unwrap_or_default();
        assert!(row["fate"] == "create" || !why.is_empty(), "{row}");
    }
    for fate in ["create", "hold", "reject"] {
        let of_fate = cli.run(["import", "rows", id, "--fate", fate]).done();
        assert_eq!(of_fate["rows"].as_array().map(|rows| rows.len() as u64), run["planned"][fate].as_u64(), "{fate}");
    }
}

#[test]
fn a_second_export_of_the_same_people_updates_and_links_instead_of_doubling() {
    let cli = Cli::with_workspace();
    for name in ["hubspot_contacts", "kvcore", "deals_pipedrive"] {
        let run = cli.import(&sample(name));
        let approved = approve(&cli, &run);
        assert!(approved["applied"]["create"].as_u64() <= run["rows"]["total"].as_u64().map(|rows| rows * 4), "{name}");
    }
    let audit = cli.run(["audit", "verify"]).done();
    assert_eq!(audit["ok"], true, "{audit}");
}

#[test]
fn undo_goes_back_through_several_imports_in_any_order() {
    let cli = Cli::with_workspace();
    let before = cli.graph();
    let runs: Vec<Value> = ["hubspot_contacts", "google_contacts_new"]
        .iter()
        .map(|name| {
            let run = cli.import(&sample(name));
            let _ = approve(&cli, &run);
            run
        })
        .collect();
    for run in runs.iter().rev() {
        let undone = undo(&cli, run);
        assert_eq!(undone["errors"].as_array().map(Vec::len), Some(0), "{undone}");
    }
    assert_eq!(cli.graph(), before);
}

#[test]
fn what_was_never_imported_is_refused_in_words() {
    let cli = Cli::with_workspace();
    let missing = "00000000-0000-7000-8000-000000000000";
    let _ = cli.run(["import", "show", missing]).refused(4);
    let _ = cli.run(["import", "approve", "no-id-at-all"]).refused_with_any(&[2, 4]);
    let nowhere = Cli::without_workspace();
    let run = [OsStr::new("import"), OsStr::new("list")];
    let _ = nowhere.run(run).refused(4);
    let _ = nowhere.run([Path::new("import"), Path::new("run"), &sample("kvcore")]).refused(4);
}
