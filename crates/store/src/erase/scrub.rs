//! What lies between the cells of a database's pages, overwritten with zeros.
//!
//! `SQLite` overwrites what it deletes, but not what it moves: where a page was split or balanced, an older copy of a cell
//! may lie in its unused part (<https://www.sqlite.org/fileformat2.html>, "B-tree Pages"). Each page is read and written
//! through the pager, as any other change: in transactions, through the write-ahead log, seen by every connection.

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use crate::StoreError;

/// Pages looked at in one transaction.
const AT_ONCE: u32 = 4_000;

/// From this many pages on the first byte of an overflow page, the highest of a page number, could be that of a b-tree's.
const TOO_MANY: u32 = 0x0200_0000;

/// Clears the unused parts of all pages; how many held something, or none where this database can't be cleared so and
/// must be written anew.
///
/// # Errors
/// The database's; [`StoreError::Damaged`] for a page that contradicts itself, which is left as it is.
pub(super) fn scrub(conn: &mut Connection) -> Result<Option<u64>, StoreError> {
    let can_be: bool = conn
        .query_row("SELECT 1 FROM pragma_module_list WHERE name = 'sqlite_dbpage'", [], |_| Ok(()))
        .optional()?
        .is_some();
    let number = |name: &str| conn.query_row(&format!("PRAGMA {name}"), [], |r| r.get::<_, u32>(0));
    // With auto-vacuum there are pages that point to others, which look like those of b-trees.
    if !can_be || number("auto_vacuum")? != 0 || number("page_count")? >= TOO_MANY {
        return Ok(None);
    }
    let mut cleared = 0;
    let mut from = 1_u32;
    loop {
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let last: u32 = tx.query_row("PRAGMA page_count", [], |r| r.get(0))?;
        if from == 1 {
            cleared += clear_free_pages(&tx)?;
        }
        let to = from.saturating_add(AT_ONCE - 1).min(last);
        for page in from..=to {
            cleared += u64::from(clear_page(&tx, page)?);
        }
        tx.commit()?;
        if to >= last {
            return Ok(Some(cleared));
        }
        from = to + 1;
    }
}

/// A page as it is, if it is one that holds anything.
fn read(conn: &Connection, page: u32) -> Result<Vec<u8>, StoreError> {
    let sql = "SELECT data FROM sqlite_dbpage('main') WHERE pgno = ?";
    Ok(conn.prepare_cached(sql)?.query_row([page], |r| r.get(0)).optional()?.unwrap_or_default())
}

fn write(conn: &Connection, page: u32, bytes: &[u8]) -> Result<(), StoreError> {
    conn.prepare_cached("UPDATE sqlite_dbpage SET data = ? WHERE pgno = ?")?.execute(params![bytes, page])?;
    Ok(())
}

/// Clears a page of a b-tree; whether anything was there. Others are full of what they hold.
fn clear_page(conn: &Connection, page: u32) -> Result<bool, StoreError> {
    let mut bytes = read(conn, page)?;
    let found = clear(&mut bytes, page == 1).ok_or_else(|| contradiction(page))?;
    if found {
        write(conn, page, &bytes)?;
    }
    Ok(found)
}

/// Clears the pages that nothing uses: of those that list others all but the list.
fn clear_free_pages(conn: &Connection) -> Result<u64, StoreError> {
    let header = read(conn, 1)?;
    let mut left: u32 = conn.query_row("PRAGMA freelist_count", [], |r| r.get(0))?;
    let mut trunk = word(&header, 32).unwrap_or_default();
    let mut cleared = 0;
    while trunk != 0 {
        left = left.checked_sub(1).ok_or_else(|| contradiction(trunk))?;
        let mut bytes = read(conn, trunk)?;
        let (next, leaves) = word(&bytes, 0).zip(word(&bytes, 4)).ok_or_else(|| contradiction(trunk))?;
        let listed: Option<Vec<u32>> = (0..leaves as usize).map(|i| word(&bytes, 8 + 4 * i)).collect();
        let listed = listed.ok_or_else(|| contradiction(trunk))?;
        if zero(bytes.get_mut(8 + 4 * listed.len()..)) {
            write(conn, trunk, &bytes)?;
            cleared += 1;
        }
        for leaf in listed {
            left = left.checked_sub(1).ok_or_else(|| contradiction(trunk))?;
            let mut bytes = read(conn, leaf)?;
            if zero(Some(&mut bytes)) {
                write(conn, leaf, &bytes)?;
                cleared += 1;
            }
        }
        trunk = next;
    }
    Ok(cleared)
}

fn contradiction(page: u32) -> StoreError {
    StoreError::Damaged(format!("page {page} of the database contradicts itself"))
}

/// Clears what lies between the cells of a page; whether anything was there. None: the page contradicts itself.
fn clear(page: &mut [u8], first: bool) -> Option<bool> {
    // The first page begins with the header of the file.
    let at = if first { 100 } else { 0 };
    let head = match page.get(at) {
        Some(2 | 5) => 12,
        Some(10 | 13) => 8,
        _ => return Some(false),
    };
    let cells = usize::from(half(page, at + 3)?);
    let content = match half(page, at + 5)? {
        0 => 65_536,
        start => usize::from(start),
    };
    let mut found = zero(Some(page.get_mut(at + head + 2 * cells..content)?));
    let mut block = usize::from(half(page, at + 1)?);
    while block != 0 {
        let (next, size) = (usize::from(half(page, block)?), usize::from(half(page, block + 2)?));
        found |= zero(Some(page.get_mut(block + 4..block + size)?));
        if next != 0 && next < block + size {
            return None;
        }
        block = next;
    }
    Some(found)
}

/// Whether there was anything but zeros, which are there then.
fn zero(bytes: Option<&mut [u8]>) -> bool {
    let Some(bytes) = bytes else { return false };
    let found = bytes.iter().any(|b| *b != 0);
    if found {
        bytes.fill(0);
    }
    found
}

fn half(page: &[u8], at: usize) -> Option<u16> {
    page.get(at..at + 2)?.try_into().ok().map(u16::from_be_bytes)
}

fn word(page: &[u8], at: usize) -> Option<u32> {
    page.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    const MARK: &[u8] = b"Quenby Xylander";

    fn open(path: &Path) -> Connection {
        let conn = Connection::open(path).expect("a database");
        conn.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;
             CREATE TABLE IF NOT EXISTS people (id BLOB PRIMARY KEY, name TEXT NOT NULL, notes TEXT NOT NULL) STRICT;
             CREATE INDEX IF NOT EXISTS people_name ON people (name);
             CREATE TABLE IF NOT EXISTS points (id BLOB, ord INTEGER, item TEXT, PRIMARY KEY (id, ord)) STRICT, WITHOUT ROWID;",
        )
        .expect("tables");
        conn
    }

    fn draw(state: &mut u64) -> u64 {
        *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        *state >> 33
    }

    /// Rows of all lengths in and out in any order, some of them of somebody who then goes: whether copies of the name lie
    /// in the file when everything is in it.
    fn work(conn: &Connection, seed: u64) {
        let mut state = seed;
        for step in 0..3000 {
            let id = draw(&mut state).to_be_bytes();
            let name = if draw(&mut state).is_multiple_of(3) {
                String::from_utf8_lossy(MARK).into()
            } else {
                format!("P {step}")
            };
            let notes =
                "n".repeat(usize::try_from(draw(&mut state) % if step % 50 == 0 { 9000 } else { 300 }).expect("small"));
            conn.prepare_cached("INSERT OR REPLACE INTO people VALUES (?, ?, ?)")
                .and_then(|mut s| s.execute(params![id, name, notes]))
                .expect("in");
            conn.prepare_cached("INSERT OR REPLACE INTO points VALUES (?, 0, ?)")
                .and_then(|mut s| s.execute(params![id, name]))
                .expect("in");
            if draw(&mut state).is_multiple_of(5) {
                conn.execute("DELETE FROM people WHERE id = (SELECT id FROM people WHERE id > ? LIMIT 1)", [id])
                    .expect("out");
            }
        }
        conn.execute("DELETE FROM people WHERE name = ?", [String::from_utf8_lossy(MARK)]).expect("gone");
        conn.execute("DELETE FROM points WHERE item = ?", [String::from_utf8_lossy(MARK)]).expect("gone");
    }

    fn copies(conn: &Connection, path: &Path) -> usize {
        conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |r| r.get::<_, i64>(0)).expect("checkpoint");
        let bytes = std::fs::read(path).expect("the file");
        bytes.windows(MARK.len()).filter(|w| *w == MARK).count()
    }

    fn content(conn: &Connection) -> Vec<(Vec<u8>, String, String)> {
        conn.prepare("SELECT id, name, notes FROM people UNION ALL SELECT id, item, '' FROM points ORDER BY 1, 2, 3")
            .and_then(|mut s| s.query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?.collect())
            .expect("read")
    }

    #[test]
    fn nothing_is_left_of_what_was_deleted_and_nothing_else_changes() {
        let mut before = 0;
        for seed in 1..=4 {
            let folder = tempfile::tempdir().expect("a folder");
            let path = folder.path().join("test.db");
            let mut conn = open(&path);
            let other = open(&path);
            conn.execute_batch("BEGIN").expect("begun");
            work(&conn, seed);
            conn.execute_batch("COMMIT").expect("committed");
            let kept = content(&other);
            before += copies(&conn, &path);
            assert!(scrub(&mut conn).expect("scrubbed").expect("it can be") > 0);
            assert_eq!(copies(&conn, &path), 0, "seed {seed}");
            assert_eq!(scrub(&mut conn).expect("again"), Some(0), "seed {seed}");
            let sound: String = conn.query_row("PRAGMA integrity_check", [], |r| r.get(0)).expect("checked");
            assert_eq!((sound.as_str(), content(&conn), content(&other)), ("ok", kept.clone(), kept));
            // Pages that connections had in their caches do not bring anything back.
            other.execute("UPDATE people SET notes = notes || 'x'", []).expect("written");
            assert_eq!(copies(&conn, &path), 0, "seed {seed}, after more was written");
        }
        assert!(before > 0, "splits left no copy: the test would not notice a scrub that does nothing");
    }

    #[test]
    #[ignore = "a measurement, not a test"]
    fn speed() {
        let path = std::env::var("VELOCITY_DATABASE").expect("VELOCITY_DATABASE: a database to try it on");
        let mut conn = open(Path::new(&path));
        let begun = std::time::Instant::now();
        if std::env::var("VELOCITY_WHOLE").is_ok() {
            conn.execute_batch("VACUUM").expect("written anew");
        } else {
            println!("{:?} pages held something", scrub(&mut conn).expect("scrubbed"));
        }
        conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |r| r.get::<_, i64>(0)).expect("checkpoint");
        println!("{:.1} s", begun.elapsed().as_secs_f64());
    }

    #[test]
    fn a_page_that_contradicts_itself_is_refused() {
        let page = |cells: u16, content: u16, block: u16| {
            let mut page = vec![7_u8; 4096];
            page[0] = 13;
            page[1..3].copy_from_slice(&block.to_be_bytes());
            page[3..5].copy_from_slice(&cells.to_be_bytes());
            page[5..7].copy_from_slice(&content.to_be_bytes());
            page
        };
        assert_eq!(clear(&mut page(0, 4096, 0), false), Some(true));
        assert_eq!(clear(&mut page(9000, 4096, 0), false), None, "cells beyond the page");
        assert_eq!(clear(&mut page(1, 5000, 0), false), None, "content beyond the page");
        assert_eq!(clear(&mut page(1, 4000, 4050), false), None, "a free block beyond the page");
        assert_eq!(clear(&mut [0; 4096], false), Some(false), "a page of no b-tree");
    }
}
