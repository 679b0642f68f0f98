//! Making, opening and looking after a workspace.

use rusqlite::Connection;
use velocity_tests::Cli;
use velocity_tests::files::sample;

#[test]
fn a_workspace_is_made_once_and_found_again() {
    let cli = Cli::without_workspace();
    let made = cli.run(["init"]).done();
    assert_eq!((&made["created"], &made["demo"]), (&true.into(), &false.into()), "{made}");
    let found = cli.run(["init"]).done();
    assert_eq!(found["created"], false, "{found}");
    assert_eq!(found["workspace"], made["workspace"]);
}

#[test]
fn the_demo_is_filled_by_the_real_pipeline_and_sound() {
    let cli = Cli::without_workspace();
    let made = cli.run(["init", "--demo"]).done();
    assert_eq!(made["demo"], true, "{made}");
    let people = cli.run(["list", "person", "--limit", "5"]).done();
    assert_eq!(people["rows"].as_array().map(Vec::len), Some(5), "{people}");
    assert!(people["next_cursor"].is_string(), "{people}");
    let report = cli.run(["doctor"]).done();
    assert_eq!(report["ok"], true, "{report}");
    assert!(report["counts"]["account"].as_u64() > Some(0), "{report}");
}

#[test]
fn a_workspace_of_a_newer_version_is_refused_and_left_alone() {
    let cli = Cli::with_workspace();
    let run = cli.import(&sample("linkedin_connections"));
    assert!(run["import_id"].is_string());
    let database = cli.database();
    {
        let connection = Connection::open(&database).unwrap();
        connection.execute("INSERT INTO schema_migrations VALUES (9999, 'future', 'x', 'now')", []).unwrap();
        connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE);").unwrap();
    }
    let before = std::fs::read(&database).unwrap();
    let error = cli.run(["import", "list"]).refused_with_any(&[1, 3, 4]);
    assert!(error.to_string().contains("newer"), "{error}");
    assert_eq!(std::fs::read(&database).unwrap(), before, "the database was touched");
}

#[test]
fn what_cannot_be_read_is_said_in_words_with_an_example_that_can() {
    let cli = Cli::without_workspace();
    let _ = cli.run(["init"]).done();
    let id = |made: serde_json::Value| made["entity"]["id"].as_str().unwrap().to_owned();
    let person = id(cli.run(["create", "person", "full_name=Rina Sen"]).done());
    let deal = id(cli.run(["create", "opportunity", "name=Terrace house"]).done());
    for (kind, id, field, title) in [
        ("person", &person, "birth_date", "Birth date: "),
        ("person", &person, "phone", "Phone: "),
        ("person", &person, "email", "E-mail: "),
        ("person", &person, "do_not_contact", "Do not contact: "),
        ("opportunity", &deal, "amount", "Amount: "),
        ("opportunity", &deal, "close_date", "Expected close: "),
    ] {
        let error = cli.run(["update", kind, id, &format!("{field}=soon after lunch")]).refused(4);
        assert_eq!(error["field"], field);
        let message = error["message"].as_str().unwrap();
        assert!(message.starts_with(title) && message.contains("\"soon after lunch\""), "{error}");
        let hint = error["hint"].as_str().unwrap();
        let example = hint.split_once("such as ").map_or("yes", |(_, example)| example.trim_end_matches('.'));
        let _ = cli.run(["update", kind, id, &format!("{field}={example}")]).done();
    }
}
