//! The simulated power loss does to plain `SQLite` what `SQLite` says a power loss does to it, for each of its settings:
//! what loses must be seen losing, or a test that finds nothing lost says nothing.
#![cfg(unix)]

use std::path::Path;

use rusqlite::{Connection, OpenFlags};
use testkit::{Draw, PowerLoss};

/// What became of traces under one setting.
#[derive(Debug, Default)]
struct Seen {
    /// The database was damaged.
    damaged: u32,
    /// A commit that had returned was gone.
    lost: u32,
    /// Traces that had something to lose.
    traces: u32,
}

const TRACES: u64 = 60;

fn seen(journal: &str, synchronous: &str) -> Seen {
    let mut seen = Seen::default();
    for seed in 0..TRACES {
        trace(&mut Draw::new(seed), journal, synchronous, &mut seen);
    }
    assert!(seen.traces > TRACES as u32 / 2, "{seen:?}");
    seen
}

/// Some transactions, each on many pages, the power cut at some moment after them, and a look at what is left.
fn trace(draw: &mut Draw, journal: &str, synchronous: &str, seen: &mut Seen) {
    let (before, after) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let power = PowerLoss::new(before.path()).expect("a folder to watch");
    let mut acknowledged = Vec::new();
    {
        let path = before.path().join("plain.db");
        let mut conn =
            Connection::open_with_flags_and_vfs(path, OpenFlags::default(), power.vfs()).expect("the VFS opens");
        conn.pragma_update(None, "journal_mode", journal).expect("set");
        conn.pragma_update(None, "synchronous", synchronous).expect("set");
        conn.pragma_update(None, "wal_autocheckpoint", 20).expect("set");
        conn.execute_batch("CREATE TABLE t (n INTEGER, part INTEGER, filler BLOB); CREATE INDEX i ON t (filler)")
            .expect("made");
        for n in 1..=12 {
            let tx = conn.transaction().expect("begun");
            for part in 0..4 {
                tx.execute("INSERT INTO t VALUES (?, ?, randomblob(1500))", (n, part)).expect("inserted");
            }
            tx.execute("UPDATE t SET filler = randomblob(1500) WHERE n % 3 = ?", [n % 3]).expect("updated");
            tx.commit().expect("committed");
            acknowledged.push((power.now(), n));
        }
    }
    let cut = draw.below(power.now() + 1);
    power.image(cut, draw, after.path()).expect("an image");
    let promised = acknowledged.iter().rev().find(|(at, _)| *at <= cut).map_or(0, |(_, n)| *n);
    seen.traces += u32::from(promised > 0);
    match left(after.path()) {
        Some(n) if n >= promised => {}
        Some(_) => seen.lost += 1,
        None => seen.damaged += 1,
    }
}

/// The last transaction that is whole, with all before it; none when the database is damaged.
fn left(folder: &Path) -> Option<i64> {
    let conn = Connection::open(folder.join("plain.db")).ok()?;
    let sound: String = conn.query_row("PRAGMA integrity_check", [], |r| r.get(0)).ok()?;
    if sound != "ok" {
        return None;
    }
    let made: bool = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |r| Ok(r.get::<_, i64>(0)? > 0)).ok()?;
    if !made {
        return Some(0);
    }
    let (rows, last): (i64, i64) =
        conn.query_row("SELECT count(*), coalesce(max(n), 0) FROM t", [], |r| Ok((r.get(0)?, r.get(1)?))).ok()?;
    (rows == last * 4).then_some(last)
}

#[test]
fn a_log_synced_at_each_commit_loses_nothing() {
    let seen = seen("WAL", "FULL");
    assert_eq!((seen.damaged, seen.lost), (0, 0), "{seen:?}");
}

#[test]
fn a_log_synced_at_checkpoints_only_loses_commits_but_is_never_damaged() {
    let seen = seen("WAL", "NORMAL");
    assert!(seen.damaged == 0 && seen.lost > 0, "{seen:?}");
}

#[test]
fn a_log_that_is_never_synced_ends_in_damage() {
    let seen = seen("WAL", "OFF");
    assert!(seen.damaged > 0 && seen.lost > 0, "{seen:?}");
}

#[test]
fn a_rollback_journal_never_synced_ends_in_damage() {
    let seen = seen("DELETE", "OFF");
    assert!(seen.damaged > 0, "{seen:?}");
}

/// The journal's deletion commits. Unless the folder is synced after it, as `EXTRA` does, the journal may be back after
/// a power loss and take the last transaction away.
#[test]
fn a_rollback_journal_may_come_back_unless_its_deletion_is_synced() {
    let full = seen("DELETE", "FULL");
    assert!(full.damaged == 0 && full.lost > 0, "{full:?}");
    let extra = seen("DELETE", "EXTRA");
    assert_eq!((extra.damaged, extra.lost), (0, 0), "{extra:?}");
}

#[test]
fn the_same_cut_and_draws_give_the_same_disk() {
    let (folder, one, two) = (tempfile::tempdir(), tempfile::tempdir(), tempfile::tempdir());
    let (folder, one, two) = (folder.expect("a folder"), one.expect("a folder"), two.expect("a folder"));
    let power = PowerLoss::new(folder.path()).expect("a folder to watch");
    let path = folder.path().join("plain.db");
    let conn = Connection::open_with_flags_and_vfs(path, OpenFlags::default(), power.vfs()).expect("the VFS opens");
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; CREATE TABLE t (n); INSERT INTO t VALUES (1)",
    )
    .expect("written");
    drop(conn);
    for seed in 0..20 {
        for into in [&one, &two] {
            power.image(power.now() * 2 / 3, &mut Draw::new(seed), into.path()).expect("an image");
        }
        for name in ["plain.db", "plain.db-wal"] {
            let read = |folder: &tempfile::TempDir| std::fs::read(folder.path().join(name)).ok();
            assert_eq!(read(&one), read(&two), "{name} of seed {seed}\n{}", power.story().join("\n"));
        }
    }
}
