//! Numbered migrations, each applied once, in order, with its checksum verified ever after.

use rusqlite::{Connection, OptionalExtension, params};

use crate::StoreError;

/// One migration.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// 1, 2, 3…
    pub number: i64,
    /// The file's name without number and ending.
    pub name: &'static str,
    /// Its text.
    pub sql: &'static str,
}

/// Every migration of this build. A file once released never changes; a new one is added.
pub const MIGRATIONS: &[Migration] = &[
    Migration { number: 1, name: "foundation", sql: include_str!("../../../migrations/sqlite/0001-foundation.sql") },
    Migration { number: 2, name: "laws", sql: include_str!("../../../migrations/sqlite/0002-laws.sql") },
    Migration { number: 3, name: "scale", sql: include_str!("../../../migrations/sqlite/0003-scale.sql") },
    Migration { number: 4, name: "profiles", sql: include_str!("../../../migrations/sqlite/0004-profiles.sql") },
    Migration { number: 5, name: "reading", sql: include_str!("../../../migrations/sqlite/0005-reading.sql") },
    Migration { number: 6, name: "first-moves", sql: include_str!("../../../migrations/sqlite/0006-first-moves.sql") },
    Migration { number: 7, name: "identity", sql: include_str!("../../../migrations/sqlite/0007-identity.sql") },
    Migration { number: 8, name: "decisions", sql: include_str!("../../../migrations/sqlite/0008-decisions.sql") },
    Migration {
        number: 9,
        name: "interactions",
        sql: include_str!("../../../migrations/sqlite/0009-interactions.sql"),
    },
    Migration { number: 10, name: "lists", sql: include_str!("../../../migrations/sqlite/0010-lists.sql") },
    Migration { number: 11, name: "today", sql: include_str!("../../../migrations/sqlite/0011-today.sql") },
    Migration { number: 12, name: "search", sql: include_str!("../../../migrations/sqlite/0012-search.sql") },
];

const CREATE: &str = "CREATE TABLE IF NOT EXISTS schema_migrations (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL
) STRICT";

/// Brings a database up to this build's schema, each migration in its own transaction.
///
/// # Errors
/// [`StoreError::NewerSchema`] for a database of a newer build, [`StoreError::MigrationChanged`] when an applied
/// migration differs from this build's; the database is then untouched.
pub(crate) fn migrate(conn: &mut Connection, now: &str) -> Result<(), StoreError> {
    let known = MIGRATIONS.last().map_or(0, |m| m.number);
    let has_table = conn
        .query_row("SELECT 1 FROM sqlite_schema WHERE name = 'schema_migrations'", [], |_| Ok(()))
        .optional()?
        .is_some();
    let mut missing = true;
    if has_table {
        let found: i64 = conn.query_row("SELECT coalesce(max(number), 0) FROM schema_migrations", [], |r| r.get(0))?;
        if found > known {
            return Err(StoreError::NewerSchema { found, known });
        }
        missing = false;
        for m in MIGRATIONS {
            let sha: Option<String> = conn
                .query_row("SELECT sha256 FROM schema_migrations WHERE number = ?", [m.number], |r| r.get(0))
                .optional()?;
            match sha {
                Some(sha) if sha != checksum(m) => return Err(StoreError::MigrationChanged(m.number)),
                Some(_) => {}
                None => missing = true,
            }
        }
    }
    // Nobody waits for the write lock to learn that there is nothing to write: an import may hold it most of the time.
    if !missing {
        return Ok(());
    }
    // Tables that others refer to are made anew: references are checked as a whole, before the commit.
    conn.pragma_update(None, "foreign_keys", false)?;
    let applied = apply(conn, now);
    conn.pragma_update(None, "foreign_keys", true)?;
    applied
}

fn apply(conn: &mut Connection, now: &str) -> Result<(), StoreError> {
    for m in MIGRATIONS {
        // Two processes may open a new workspace at once: the check and the change share one write transaction.
        let tx = conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        tx.execute(CREATE, [])?;
        let done =
            tx.query_row("SELECT 1 FROM schema_migrations WHERE number = ?", [m.number], |_| Ok(())).optional()?;
        if done.is_none() {
            tx.execute_batch(m.sql)?;
            if let Some(table) = tx.query_row("PRAGMA foreign_key_check", [], |r| r.get::<_, String>(0)).optional()? {
                return Err(StoreError::Damaged(format!(
                    "{table} has a row without its parent, so it can't be migrated"
                )));
            }
            tx.execute(
                "INSERT INTO schema_migrations (number, name, sha256, applied_at) VALUES (?, ?, ?, ?)",
                params![m.number, m.name, checksum(m), now],
            )?;
        }
        tx.commit()?;
    }
    Ok(())
}

/// SHA-256 of a migration's text, lower-case hex.
pub(crate) fn checksum(m: &Migration) -> String {
    graph::hex(&graph::sha256(m.sql.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_contiguous_from_one() {
        for (i, m) in MIGRATIONS.iter().enumerate() {
            assert_eq!(m.number, i as i64 + 1);
            assert!(m.sql.contains("-- Serves:"), "migration {} names the artifact versions it serves", m.number);
        }
    }

    #[test]
    fn a_newer_schema_is_refused_and_left_alone() {
        let mut conn = Connection::open_in_memory().expect("memory");
        migrate(&mut conn, "now").expect("first");
        conn.execute("INSERT INTO schema_migrations VALUES (9999, 'future', 'x', 'now')", []).expect("insert");
        assert!(matches!(migrate(&mut conn, "now"), Err(StoreError::NewerSchema { found: 9999, .. })));
    }

    #[test]
    fn a_migration_that_changed_after_it_was_applied_is_refused() {
        let mut conn = Connection::open_in_memory().expect("memory");
        migrate(&mut conn, "now").expect("first");
        conn.execute("UPDATE schema_migrations SET sha256 = 'other' WHERE number = 1", []).expect("update");
        assert!(matches!(migrate(&mut conn, "now"), Err(StoreError::MigrationChanged(1))));
    }

    #[test]
    fn batches_from_before_are_known_by_their_reading() {
        let mut conn = Connection::open_in_memory().expect("memory");
        for m in &MIGRATIONS[..4] {
            conn.execute_batch(m.sql).expect("an older schema");
        }
        conn.execute(CREATE, []).expect("a table of migrations");
        for m in &MIGRATIONS[..4] {
            let row = params![m.number, m.name, checksum(m), "then"];
            conn.execute("INSERT INTO schema_migrations VALUES (?, ?, ?, ?)", row).expect("noted");
        }
        let dialects = [("utf-8", ",", Some("\""), Some(3)), ("windows-1252", "\t", None, None)];
        let dialects = dialects.map(|(encoding, delimiter, quote, header_row)| contracts::Dialect {
            encoding: encoding.into(),
            bom: false,
            delimiter: delimiter.into(),
            quote: quote.map(str::to_owned),
            escape: None,
            line_ending: contracts::LineEnding::Lf,
            preamble_rows: 0,
            header_row,
            footer_rows: 0,
            blank_rows: 0,
        });
        for (i, dialect) in dialects.iter().enumerate() {
            let row = params![
                i64::try_from(i).expect("small"),
                [u8::try_from(i).expect("small"); 16],
                "ab".repeat(31) + &format!("{i:02}"),
                serde_json::json!({ "dialect": dialect }).to_string()
            ];
            conn.execute("INSERT INTO raw_import_batches VALUES (?, ?, ?, 1, 1, ?)", row).expect("a batch");
        }
        migrate(&mut conn, "now").expect("migrated");
        let mut asked = conn.prepare("SELECT reading FROM raw_import_batches ORDER BY batch").expect("asked");
        let found: Vec<String> =
            asked.query_map([], |r| r.get(0)).expect("asked").collect::<Result<_, _>>().expect("read");
        assert_eq!(found, dialects.map(|d| crate::table::readings::reading(&d)));
    }

    #[test]
    fn migrating_twice_changes_nothing() {
        let mut conn = Connection::open_in_memory().expect("memory");
        migrate(&mut conn, "now").expect("first");
        migrate(&mut conn, "later").expect("second");
        let at: String =
            conn.query_row("SELECT max(applied_at) FROM schema_migrations", [], |r| r.get(0)).expect("row");
        assert_eq!(at, "now");
    }
}
