//! What a person says about an import is kept and handed on: revisions, rejected rows, source profiles.

use serde_json::{Value, json};
use velocity_tests::Cli;

const SHEET: &[u8] = b"Kunde;Ruf;Post;Stand\r\n\
    Rina Sen;+91 98300 12345;rina@example.com;HOT\r\n\
    ;;;wrm\r\n\
    Arjun Mehta;call him;arjun@example.com;wrm\r\n";

fn id(import: &Value) -> &str {
    import["import_id"].as_str().unwrap()
}

fn column(column: u32, field: &str) -> Value {
    json!({ "column": column, "status": "mapped", "field": field, "label": null, "date_order": null })
}

/// The sheet staged and its columns named.
fn staged(cli: &Cli) -> Value {
    let run = cli.import(&cli.file("sheet.csv", SHEET));
    let mut stand = column(3, "person.lead_status");
    stand["value_map"] = json!([{ "from": "wrm", "to": "Warm" }, { "from": "HOT", "to": "Hot" }]);
    let columns = [column(0, "person.full_name"), column(1, "person.phone[]"), column(2, "person.email[]"), stand];
    let revision = cli.file("revision.json", json!({ "columns": columns }).to_string().as_bytes());
    let said = cli.run(["import", "revise", id(&run), revision.to_str().unwrap()]).done();
    assert_eq!(said["manifest"]["version"], 2, "{said}");
    run
}

#[test]
fn a_mapping_is_kept_as_a_profile_and_the_next_file_is_read_by_it() {
    let cli = Cli::with_workspace();
    let run = staged(&cli);
    let saved = cli.run(["import", "profile", "save", id(&run), "--title", "Broker sheet"]).done();
    assert_eq!(saved["id"], "saved.broker_sheet", "{saved}");

    let newer =
        cli.import(&cli.file("newer.csv", b"Kunde;Ruf;Post;Stand\r\nZoya Khan;+91 98300 77777;z@example.com;HOT\r\n"));
    assert_eq!(newer["source_profile"]["id"], "saved.broker_sheet", "{newer}");
    assert_eq!(newer["unresolved_columns"], json!([]), "{newer}");
    let _ = cli.run(["import", "approve", id(&newer)]).done();
    let zoya = cli.run(["list", "person", "--text", "zoya"]).done();
    assert_eq!(zoya["rows"][0]["lead_status"], "Hot", "what was said of a value counts for the next file: {zoya}");
    let why = cli.run(["explain", "person", zoya["rows"][0]["id"].as_str().unwrap(), "lead_status"]).done();
    let said = "The profile Broker sheet said that this value is \\\"Hot\\\" in version 1";
    assert!(why.to_string().contains(said), "{why}");
    let listed = cli.run(["import", "profile", "list"]).done();
    let ours = listed["profiles"].as_array().unwrap().iter().find(|p| p["id"] == "saved.broker_sheet").unwrap();
    assert_eq!((&ours["origin"], &ours["used"]), (&json!("saved"), &json!(1)), "{ours}");

    let file = cli.path("profile.json");
    let out = file.to_str().unwrap();
    let _ = cli.run(["import", "profile", "export", "saved.broker_sheet", "--out", out]).done();
    let _ = cli.run(["import", "profile", "export", "saved.broker_sheet", "--out", out]).refused(4);
    let other = Cli::with_workspace();
    let brought = other.run(["import", "profile", "import", out]).done();
    assert_eq!(brought["origin"], "imported", "{brought}");
    let _ = other.run(["import", "profile", "import", out]).refused(3);
    let read = other.import(&other.file("sheet.csv", SHEET));
    assert_eq!(read["source_profile"]["id"], "saved.broker_sheet", "{read}");
    let _ = other.run(["import", "profile", "remove", "saved.broker_sheet"]).done();
    let _ = other.run(["import", "profile", "show", "saved.broker_sheet"]).refused(4);
    let _ = other.run(["import", "profile", "remove", "hubspot.contacts"]).refused(3);
    assert_eq!(other.run(["audit", "verify"]).done()["ok"], true);
}

#[test]
fn a_file_is_read_by_the_profile_that_is_named() {
    let cli = Cli::with_workspace();
    let file = cli.file("x.csv", b"First Name,Last Name,Email\nRina,Sen,rina@example.com\n");
    let file = file.to_str().unwrap();
    let _ = cli.run(["import", "run", file, "--profile", "no.such"]).refused(4);
    let run = cli.run(["import", "run", file, "--profile", "hubspot.contacts"]).done();
    assert_eq!(run["source_profile"]["id"], "hubspot.contacts", "{run}");
}

#[test]
fn rejected_rows_go_out_in_the_dialect_they_came_in_and_come_back_the_same() {
    let cli = Cli::with_workspace();
    let run = staged(&cli);
    let out = cli.path("rejects.csv");
    let done = cli.run(["import", "rejects", id(&run), "--out", out.to_str().unwrap()]).done();
    assert_eq!(done["rows"], 1, "{done}");
    let text = String::from_utf8(std::fs::read(&out).unwrap()).unwrap();
    let mut lines = text.split("\r\n");
    assert_eq!(lines.next(), Some("Kunde;Ruf;Post;Stand;Reason"));
    assert_eq!(lines.next(), Some(";;;wrm;Names nobody: it has no name, e-mail, phone or id."));
    let _ = cli.run(["import", "rejects", id(&run), "--out", out.to_str().unwrap()]).refused(4);
}

#[test]
fn a_cell_that_would_run_as_a_formula_goes_out_guarded_and_comes_back_as_it_was() {
    let cli = Cli::with_workspace();
    let text = "Name,Mobile,Email\n\
        =HYPERLINK(1),+91 98300 12345,rina@example.com,left over\n\
        Arjun Mehta,+91 98300 54321,arjun@example.com\n";
    let run = cli.import(&cli.file("held.csv", text.as_bytes()));
    assert_eq!(run["planned"]["hold"], 1, "{run}");
    let out = cli.path("held-out.csv");
    let done = cli.run(["import", "rejects", id(&run), "--held", "--out", out.to_str().unwrap()]).done();
    assert_eq!(done["rows"], 1, "{done}");
    let written = std::fs::read_to_string(&out).unwrap();
    assert!(written.contains("\n'=HYPERLINK(1),'+91 98300 12345,rina@example.com,left over,"), "{written}");

    // Mended by hand: the extra cells are cut, the guards stay.
    let mended = "Name,Mobile,Email\n'=HYPERLINK(1),'+91 98300 12345,rina@example.com\n";
    let plain = "Name,Mobile,Email\n=HYPERLINK(1),+91 98300 12345,rina@example.com\n";
    let graph = |text: &str| {
        let cli = Cli::with_workspace();
        let run = cli.import(&cli.file("x.csv", text.as_bytes()));
        let _ = cli.run(["import", "approve", id(&run)]).done();
        let people = cli.run(["list", "person"]).done();
        let row = people["rows"][0].clone();
        (row["name"].clone(), row["phone"].clone(), row["email"].clone())
    };
    let read = graph(mended);
    assert_eq!(read, graph(plain));
    assert_eq!(read.1, "+919830012345");
}
