//! Workspaces on read-only disks: what is there is read, nothing is written, and what can't be read says why.

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use velocity_tests::Cli;
use velocity_tests::disk::{ReadOnly, alone, copy, files};

use crate::{people, sound, words};

/// A workspace with some people in it, and an import that waits.
fn filled() -> (Cli, String) {
    let cli = Cli::with_workspace();
    let first = cli.file("first.csv", people(30).as_bytes());
    let first = cli.import(&first)["import_id"].as_str().expect("an id").to_owned();
    let _ = cli.run(["import", "approve", &first]).done();
    let second = cli.file("second.csv", people(60).as_bytes());
    let second = cli.import(&second)["import_id"].as_str().expect("an id").to_owned();
    (cli, second)
}

#[test]
fn a_workspace_on_a_read_only_disk_is_read_and_never_written() {
    alone("read_only::a_workspace_on_a_read_only_disk_is_read_and_never_written", || {
        let (start, import) = filled();
        let (graph, before) = (start.graph(), files(start.workspace()));
        let mount = ReadOnly::of(start.workspace());
        let cli = Cli::on(mount.folder());

        assert_eq!(cli.run(["list", "person", "--limit", "1"]).done()["total"], 30);
        assert!(!cli.run(["search", "Given7"]).done()["hits"].as_array().expect("hits").is_empty());
        assert_eq!(cli.graph(), graph);
        let _ = sound(&cli);
        let report = cli.run(["doctor"]).done();
        assert!(report.to_string().contains("reading only"), "{report}");

        let file = cli.file("third.csv", people(90).as_bytes());
        let file = file.to_str().expect("UTF-8");
        for write in [&["import", "run", file][..], &["import", "approve", &import], &["import", "undo", &import]] {
            let said = words(cli.run(write));
            assert!(said.contains("read-only") && said.contains("copy the whole folder"), "{write:?}: {said}");
        }
        assert!(files(start.workspace()) == before, "nothing in the folder changed");
    });
}

#[test]
fn a_list_that_no_index_sorts_is_read_there_without_leaving_its_order() {
    alone("read_only::a_list_that_no_index_sorts_is_read_there_without_leaving_its_order", || {
        let cli = Cli::with_workspace();
        let file = cli.file("many.csv", people(2_100).as_bytes());
        let import = cli.import(&file)["import_id"].as_str().expect("an id").to_owned();
        let _ = cli.run(["import", "approve", &import]).done();
        let list = ["list", "person", "--sort", "-company_name", "--from", "700", "--limit", "3"];
        let before = files(cli.workspace());
        let mount = ReadOnly::of(cli.workspace());
        let there = Cli::on(mount.folder()).run(list).done();
        assert!(files(cli.workspace()) == before, "nothing in the folder changed");
        drop(mount);

        // Where it may be written to, the order is kept for the next start, and says the same.
        let here = cli.run(list).done();
        assert_eq!(here["rows"], there["rows"]);
        assert!(cli.workspace().join("orders").read_dir().expect("orders").next().is_some());
        assert_eq!(cli.run(list).done()["rows"], there["rows"]);
        let mount = ReadOnly::of(cli.workspace());
        assert_eq!(Cli::on(mount.folder()).run(list).done()["rows"], there["rows"]);
    });
}

/// A copy of a workspace as it lies there while a process has it open, its last changes in the log.
fn copy_in_use(cli: &Cli, import: &str, to: &Path) {
    let other = Connection::open(cli.database()).expect("opens");
    let tables: u64 = other.query_row("SELECT count(*) FROM sqlite_schema", [], |r| r.get(0)).expect("read");
    assert!(tables > 0);
    let _ = cli.run(["import", "approve", import]).done();
    copy(cli.workspace(), to);
    drop(other);
    assert!(to.join("velocity.db-wal").metadata().expect("a log").len() > 0);
}

#[test]
fn what_a_log_holds_is_read_with_its_shared_memory_and_asked_for_without() {
    alone("read_only::what_a_log_holds_is_read_with_its_shared_memory_and_asked_for_without", || {
        let (start, import) = filled();
        let left = start.path("left");
        copy_in_use(&start, &import, &left);
        let graph = start.graph();

        let before = files(&left);
        let mount = ReadOnly::of(&left);
        let cli = Cli::on(mount.folder());
        assert_eq!(cli.graph(), graph, "with all that the log holds");
        let said = words(cli.run(["import", "undo", &import]));
        assert!(said.contains("read-only"), "{said}");
        assert!(files(&left) == before, "nothing in the folder changed");
        drop(mount);

        // Without the shared memory the log can't be read there; what the database holds alone would be old.
        fs::remove_file(left.join("velocity.db-shm")).expect("removed");
        let mount = ReadOnly::of(&left);
        let cli = Cli::on(mount.folder());
        for command in [&["list", "person"][..], &["doctor"]] {
            let said = words(cli.run(command));
            assert!(said.contains("read-only disk") && said.contains("Copy the whole folder"), "{said}");
        }
        drop(mount);
        let cli = Cli::on(&left);
        assert_eq!(cli.graph(), graph, "where it may be written to, everything is there");
        let _ = sound(&cli);
    });
}

#[test]
fn a_workspace_of_an_earlier_version_on_a_read_only_disk_says_so() {
    alone("read_only::a_workspace_of_an_earlier_version_on_a_read_only_disk_says_so", || {
        let (start, _) = filled();
        let conn = Connection::open(start.database()).expect("opens");
        let sql = "DELETE FROM schema_migrations WHERE number = (SELECT max(number) FROM schema_migrations)";
        assert_eq!(conn.execute(sql, []).expect("forgotten"), 1);
        // What the newest version brought was not there either.
        conn.execute_batch(
            "DROP TABLE search_words; DROP TABLE search_talk; ALTER TABLE search_docs DROP COLUMN stale",
        )
        .expect("dropped");
        drop(conn);
        let mount = ReadOnly::of(start.workspace());
        let said = words(Cli::on(mount.folder()).run(["list", "person"]));
        assert!(said.contains("earlier version") && said.contains("Copy the whole folder"), "{said}");
    });
}

#[test]
fn no_workspace_is_made_on_a_read_only_disk() {
    alone("read_only::no_workspace_is_made_on_a_read_only_disk", || {
        let folder = tempfile::tempdir().expect("a folder");
        let mount = ReadOnly::of(folder.path());
        for place in [mount.folder().to_path_buf(), mount.folder().join("new")] {
            let said = words(Cli::on(&place).run(["init"]));
            assert!(said.contains("read-only"), "{said}");
        }
        assert!(files(folder.path()).is_empty());
    });
}
