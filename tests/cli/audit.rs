//! Tampering with the audit trail is found and the place is named (invariant 2).

use std::path::{Path, PathBuf};

use rusqlite::types::Value as Cell;
use rusqlite::{Connection, params};
use serde_json::Value;
use velocity_tests::Cli;
use velocity_tests::files::sample;

/// A workspace whose audit trail has seen an import, an approval and an undo.
fn lived_in() -> (Cli, PathBuf) {
    let cli = Cli::with_workspace();
    let run = cli.import(&sample("google_contacts_new"));
    let id = run["import_id"].as_str().unwrap();
    let _ = cli.run(["import", "approve", id]).done();
    let _ = cli.run(["import", "undo", id]).done();
    let database = cli.database();
    (cli, database)
}

/// What `audit verify` says, whatever its exit code.
fn verify(cli: &Cli) -> Value {
    cli.run(["audit", "verify"]).json
}

/// Opens the database as an attacker with the file in hand would: no triggers, no checks.
fn attack(database: &Path, work: impl FnOnce(&Connection)) {
    let connection = Connection::open(database).unwrap();
    connection
        .execute_batch(
            "PRAGMA ignore_check_constraints = ON;
             DROP TRIGGER IF EXISTS audit_entries_no_update;
             DROP TRIGGER IF EXISTS audit_entries_no_delete;",
        )
        .unwrap();
    work(&connection);
    connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE);").unwrap();
}

/// Runs a story on the database and puts every byte back afterwards.
fn and_back(database: &Path, story: impl FnOnce()) {
    attack(database, |_| {});
    let before = std::fs::read(database).unwrap();
    story();
    for suffix in ["-wal", "-shm"] {
        let mut beside = database.as_os_str().to_owned();
        beside.push(suffix);
        let _ = std::fs::remove_file(beside);
    }
    std::fs::write(database, before).unwrap();
}

/// What an entry is made of.
const COLUMNS: [&str; 7] = ["at", "actor", "kind", "subject", "commitment", "prev", "hash"];

#[test]
fn an_untouched_trail_is_accepted() {
    let (cli, _) = lived_in();
    let report = cli.run(["audit", "verify"]).done();
    assert_eq!(report["ok"], true, "{report}");
    assert_eq!(report["first_bad"], Value::Null);
    assert!(report["entries"].as_u64().unwrap() >= 5, "{report}");
    assert!(report["head"].is_string(), "{report}");
}

#[test]
fn one_changed_byte_of_any_row_is_found_and_its_row_named() {
    let (cli, database) = lived_in();
    let rows = rows(&database);
    // Every column of the first and the last row, and one column after the other of those between.
    let all = |seq: i64| COLUMNS.map(|column| (seq, column));
    let mut changes: Vec<(i64, &str)> = rows.iter().copied().zip(COLUMNS.into_iter().cycle()).collect();
    changes.extend(all(rows[0]));
    changes.extend(all(rows[rows.len() - 1]));
    for (seq, column) in changes {
        and_back(&database, || {
            attack(&database, |connection| flip(connection, seq, column));
            let report = verify(&cli);
            assert_eq!(report["ok"], false, "{column} of entry {seq}: {report}");
            // A changed hash shows in its own entry or where the next one points at it.
            let named = report["first_bad"].as_i64();
            assert!(named == Some(seq) || named == Some(seq + 1), "{column} of entry {seq}: {report}");
        });
    }
    assert_eq!(verify(&cli)["ok"], true, "the database was put back and is not accepted");
}

/// The numbers of all entries.
fn rows(database: &Path) -> Vec<i64> {
    let connection = Connection::open(database).unwrap();
    let mut query = connection.prepare("SELECT seq FROM audit_entries ORDER BY seq").unwrap();
    query.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// Changes the lowest bit of the middle byte of a cell.
fn flip(connection: &Connection, seq: i64, column: &str) {
    let read = format!("SELECT {column} FROM audit_entries WHERE seq = ?1");
    let cell: Cell = connection.query_row(&read, [seq], |row| row.get(0)).unwrap();
    let flipped = match cell {
        Cell::Blob(mut bytes) => {
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
            Cell::Blob(bytes)
        }
        Cell::Text(text) => {
            let mut bytes = text.into_bytes();
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
            Cell::Text(String::from_utf8(bytes).unwrap())
        }
        other => panic!("{column} holds {other:?}"),
    };
    let write = format!("UPDATE audit_entries SET {column} = ?2 WHERE seq = ?1");
    assert_eq!(connection.execute(&write, params![seq, flipped]).unwrap(), 1);
}

#[test]
fn a_cut_tail_is_found() {
    let (cli, database) = lived_in();
    let entries = verify(&cli)["entries"].as_i64().unwrap();
    for left in [entries - 1, entries / 2, 1, 0] {
        and_back(&database, || {
            attack(&database, |connection| {
                let _ = connection.execute("DELETE FROM audit_entries WHERE seq > ?1", [left]).unwrap();
            });
            let report = verify(&cli);
            assert_eq!(report["ok"], false, "{left} of {entries} entries left: {report}");
            assert!(report["findings"].as_array().is_some_and(|found| !found.is_empty()), "{report}");
        });
    }
}

#[test]
fn a_row_taken_out_of_the_middle_is_found() {
    let (cli, database) = lived_in();
    and_back(&database, || {
        attack(&database, |connection| {
            let _ = connection.execute("DELETE FROM audit_entries WHERE seq = 2", []).unwrap();
        });
        let report = verify(&cli);
        assert_eq!(report["ok"], false, "{report}");
        assert!(matches!(report["first_bad"].as_i64(), Some(2 | 3)), "{report}");
    });
}

#[test]
fn the_database_itself_refuses_to_change_what_is_kept() {
    let (_cli, database) = lived_in();
    let connection = Connection::open(&database).unwrap();
    for table in ["audit_entries", "raw_import_batches", "raw_import_segments", "raw_import_rows"] {
        let problem = connection.execute(&format!("DELETE FROM {table}"), []).unwrap_err();
        assert!(problem.to_string().contains("append-only"), "{table}: {problem}");
    }
}
