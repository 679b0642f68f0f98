//! What a person says of the reading of a file, and what is recorded of it: `--header-row`, `--delimiter`, `--encoding`,
//! `--quote`, `--rows-are`, `import read-again`, `import run --manifest`, `import analyze --preview`.

use serde_json::{Value, json};
use velocity_tests::Cli;

const TITLED: &[u8] = b"Client;Team\nRina Sen;West\n\nPerson;Mail;Stadt\n\
    Rina Sen;rina@example.com;K\xf6ln\nArjun Mehta;arjun@example.com;Pune\n";

fn id(import: &Value) -> &str {
    import["import_id"].as_str().unwrap()
}

#[test]
fn analyze_reads_a_file_as_it_is_told() {
    let cli = Cli::without_workspace();
    let file = cli.file("leads.csv", TITLED);
    let file = file.to_str().unwrap();
    let analyze = |more: &[&str]| cli.run([&["import", "analyze", file], more].concat());
    let found = analyze(&["--header-row", "1", "--delimiter", ";", "--encoding", "cp1252", "--quote", "none"]).done();
    let dialect = &found["dialect"];
    assert_eq!((&dialect["header_row"], &dialect["encoding"]), (&json!(1), &json!("windows-1252")), "{dialect}");
    assert_eq!((&dialect["delimiter"], &dialect["quote"]), (&json!(";"), &Value::Null), "{dialect}");
    assert_eq!(found["rows"]["total"], 4, "{found}");
    let found = analyze(&["--header-row", "none"]).done();
    assert_eq!(found["dialect"]["header_row"], Value::Null, "{found}");
    let _ = analyze(&["--header-row", "0"]).refused(2);
    let refused = analyze(&["--header-row", "3"]).refused(4);
    assert_eq!(refused["message"], "leads.csv: it can't be read with this header row: record 3 is blank.", "{refused}");
    let _ = analyze(&["--encoding", "klingon"]).refused(4);

    let looked = analyze(&["--preview", "--header-row", "4"]).done();
    assert_eq!((&looked["sampled"], &looked["dialect"]["header_row"]), (&json!(false), &json!(4)), "{looked}");
    assert_eq!(looked["first_rows"][1], json!(["Arjun Mehta", "arjun@example.com", "Pune"]), "{looked}");
}

#[test]
fn a_wrong_reading_is_put_aside_and_the_right_one_goes_in() {
    let cli = Cli::with_workspace();
    let file = cli.file("leads.csv", TITLED);
    let path = file.to_str().unwrap();
    let wrong = cli.run(["import", "run", path, "--header-row", "1", "--encoding", "macintosh"]).done();
    assert_eq!(wrong["rows"]["total"], 4, "{wrong}");
    let right = cli.run(["import", "read-again", id(&wrong), "--header-row", "4", "--encoding", "cp1252"]).done();
    assert_eq!((&right["rows"]["total"], &right["planned"]["create"]), (&json!(2), &json!(2)), "{right}");
    assert_eq!(cli.run(["import", "show", id(&wrong)]).done()["state"], "undone");
    // What was said before counts on where nothing else is said.
    let third = cli.run(["import", "read-again", id(&right), "--quote", "'"]).done();
    assert_eq!(third["rows"]["total"], 2, "{third}");
    let shown = cli.run(["import", "show", id(&third)]).done();
    let told = json!({ "encoding": "cp1252", "delimiter": null, "quote": "'", "header_row": 4 });
    assert_eq!(shown["manifest"]["handling"]["read_as"], told, "{shown}");
    assert_eq!(cli.run(["import", "replay", id(&third)]).done()["identical"], true);

    let _ = cli.run(["import", "approve", id(&third)]).done();
    let refused = cli.run(["import", "read-again", id(&third), "--header-row", "1"]).refused(3);
    assert!(refused["hint"].as_str().unwrap().contains("Undo it first"), "{refused}");
    let again = cli.import(&file);
    assert_eq!(again["duplicate_of_import"], third["import_id"], "the same bytes are known however they were read");
    let _ = cli.run(["import", "run", path, "--header-row", "1"]).refused(3);
    let _ = cli.run(["import", "undo", id(&third)]).done();
    let _ = cli.run(["import", "run", path, "--header-row", "1"]).done();
    assert_eq!(cli.run(["audit", "verify"]).done()["ok"], true);
    assert_eq!(cli.run(["doctor"]).done()["ok"], true);
}

#[test]
fn a_recorded_mapping_reads_the_same_export_elsewhere_and_a_newer_one() {
    let cli = Cli::with_workspace();
    let run = cli.run(["import", "run", cli.file("leads.csv", TITLED).to_str().unwrap(), "--header-row", "4"]).done();
    let column = |column: u32, field: &str| json!({ "column": column, "status": "mapped", "field": field, "label": null, "date_order": null });
    let columns = [column(0, "person.full_name"), column(1, "person.email[]"), column(2, "person.custom.town")];
    let revision = cli.file("revision.json", json!({ "columns": columns }).to_string().as_bytes());
    let _ = cli.run(["import", "revise", id(&run), revision.to_str().unwrap()]).done();
    let out = cli.path("mapping.json");
    let mapping = out.to_str().unwrap();
    let _ = cli.run(["import", "manifest", id(&run), "--out", mapping]).done();

    let other = Cli::with_workspace();
    let run_with = |cli: &Cli, name: &str, bytes: &[u8], more: &[&str]| {
        let file = cli.file(name, bytes);
        cli.run([&["import", "run", file.to_str().unwrap(), "--manifest", mapping], more].concat())
    };
    let newer = b"Mail;Person;Stadt;Rang\nzoya@example.com;Zoya Khan;Goa;A\n";
    let refused = run_with(&other, "newer.csv", newer, &[]).refused(4);
    assert!(refused["message"].as_str().unwrap().contains("has no record 4"), "the reading is recorded too: {refused}");
    let taken = run_with(&other, "newer.csv", newer, &["--header-row", "1"]).done();
    assert_eq!(taken["unresolved_columns"], json!(["Rang"]), "{taken}");
    let same = run_with(&other, "leads.csv", TITLED, &[]).done();
    assert_eq!((&same["rows"]["total"], &same["unresolved_columns"]), (&json!(2), &json!([])), "{same}");
    let replayed = other.run(["import", "replay", id(&same)]).done();
    assert_eq!(replayed["identical"], true, "{replayed}");
    let wrong = run_with(&other, "wrong.csv", b"Person;Ort\nZoya Khan;Goa\n", &["--header-row", "1"]).refused(4);
    assert!(wrong["message"].as_str().unwrap().contains("\"Mail\", \"Stadt\""), "{wrong}");
    let file = other.file("x.csv", newer);
    let both = ["import", "run", file.to_str().unwrap(), "--manifest", mapping, "--profile", "hubspot.contacts"];
    let _ = other.run(both).refused(2);
}

/// A newer export of the same system: known by its ids, shown field by field before it counts, taken back in one step.
#[test]
fn a_newer_export_updates_by_id_shows_what_changed_and_is_undone() {
    let cli = Cli::with_workspace();
    let first = "Record ID,First Name,Last Name,Email,Phone Number,Job Title\n\
        501,Rina,Sen,rina@example.com,+91 98300 12345,Agent\n\
        502,Arjun,Mehta,arjun@example.com,+91 98300 54321,Broker\n";
    let run = cli.import(&cli.file("january.csv", first.as_bytes()));
    let _ = cli.run(["import", "approve", id(&run)]).done();
    let before = cli.graph();

    let newer = "Record ID,First Name,Last Name,Email,Phone Number,Job Title\n\
        501,Rina,Sen,rina@example.com,+91 98300 12345,Partner\n\
        502,Arjun,Mehta,arjun@example.com,+91 98300 54321,Broker\n\
        503,Zoya,Khan,zoya@example.com,+91 98300 77777,Owner\n";
    let run = cli.import(&cli.file("february.csv", newer.as_bytes()));
    let planned = &run["planned"];
    assert_eq!(
        (&planned["update"], &planned["unchanged"], &planned["create"]),
        (&json!(1), &json!(1), &json!(1)),
        "{run}"
    );
    let rows = cli.run(["import", "rows", id(&run), "--fate", "update"]).done();
    let changes = rows["rows"][0]["changes"].as_array().unwrap();
    assert_eq!(changes.len(), 1, "{rows}");
    assert_eq!(
        (&changes[0]["field"], &changes[0]["before"], &changes[0]["after"]),
        (&json!("job_title"), &json!("Agent"), &json!("Partner")),
        "{rows}"
    );
    assert_eq!(cli.graph(), before, "nothing counts before it is approved");

    let approved = cli.run(["import", "approve", id(&run)]).done();
    assert_eq!((&approved["applied"]["update"], &approved["applied"]["create"]), (&json!(1), &json!(1)), "{approved}");
    let rina = cli.run(["search", "Rina"]).done()["hits"][0]["id"].as_str().unwrap().to_owned();
    let history = cli.run(["history", "person", &rina, "--field", "job_title"]).done();
    assert!(history["changes"].to_string().contains("Partner"), "{history}");

    let undone = cli.run(["import", "undo", id(&run)]).done();
    assert_eq!((&undone["errors"], &undone["kept"]), (&json!([]), &json!([])), "{undone}");
    assert_eq!(cli.graph(), before);
}

/// A list of clients with their loans reads like one of deals: the person knows better, and the rows follow.
#[test]
fn what_a_row_describes_is_said_where_it_was_read_wrong() {
    let cli = Cli::with_workspace();
    let rows = "Deal,Stage,Amount,Close Date,Client Phone\nRina Sen,New,100,2026-03-04,+91 98300 12345\n\
        Omar Haddad,Won,200,2026-03-05,+971 50 123 4567\n";
    let file = cli.file("export.csv", rows.as_bytes());
    let path = file.to_str().unwrap();
    let deals = cli.run(["import", "run", path]).done();
    assert_eq!(cli.run(["import", "show", id(&deals)]).done()["row_entity"], "opportunity");
    let people = cli.run(["import", "read-again", id(&deals), "--rows-are", "person"]).done();
    let shown = cli.run(["import", "show", id(&people)]).done();
    assert_eq!(shown["row_entity"], "person", "{shown}");
    assert_eq!(shown["manifest"]["handling"]["read_as"]["rows_are"], "person", "{shown}");
    assert_eq!(cli.run(["import", "replay", id(&people)]).done()["identical"], true);
    let _ = cli.run(["import", "read-again", id(&people), "--rows-are", "person"]).refused(4);
    let _ = cli.run(["import", "run", path, "--rows-are", "household"]).refused(2);
    let log = cli.run(["import", "analyze", path, "--rows-are", "interaction"]).done();
    assert_eq!(log["rows"]["total"], 2, "{log}");
}
