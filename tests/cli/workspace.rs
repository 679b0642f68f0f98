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
