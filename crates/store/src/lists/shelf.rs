//! Orders of large tables beside the database (`orders/`), so that the next start does not make them again: numbers of
//! rows and nothing of what they hold. A file is believed only where the chain and the schema are those it was made of,
//! and brought up to date like any earlier order ([`super::renew`]). It may be deleted at any time.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::roster::{OrderKey, State};
use crate::table::audit::hash_at;
use crate::{Reader, StoreError};

/// Orders of fewer rows are made in no time.
const FEWEST: usize = 2_000;
/// All files together, in bytes; those that were made longest ago go.
const ROOM: u64 = 256 << 20;
/// How files begin; another number where keys are made otherwise than before, by another folding say.
const MAGIC: &[u8] = b"velocity order 1";

/// Where they lie.
#[derive(Debug)]
pub(crate) struct Shelf {
    /// None where nothing can be written.
    folder: Option<PathBuf>,
    fewest: usize,
}

impl Shelf {
    /// Of a workspace; of so many rows are orders kept, [`FEWEST`] when it is not said.
    pub(crate) fn new(workspace: &Path, fewest: Option<usize>) -> Self {
        Self { folder: Some(workspace.join("orders")), fewest: fewest.unwrap_or(FEWEST) }
    }

    /// Of a workspace on a read-only disk.
    pub(crate) fn none() -> Self {
        Self { folder: None, fewest: 0 }
    }

    /// Removes every file.
    pub(crate) fn clear(&self) -> Result<(), StoreError> {
        let Some(folder) = &self.folder else { return Ok(()) };
        match fs::remove_dir_all(folder) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(StoreError::io(folder)(e)),
            _ => Ok(()),
        }
    }

    /// An order that was kept of a state that is still a part of what happened, with that state.
    pub(super) fn take(&self, r: &Reader<'_>, key: &OrderKey) -> Result<Option<(State, Vec<u32>)>, StoreError> {
        let Some(folder) = &self.folder else { return Ok(None) };
        let name = name(key);
        let Ok(bytes) = fs::read(folder.join(file(&name))) else { return Ok(None) };
        let Some((state, schema, head, rows)) = read(&bytes, &name) else { return Ok(None) };
        let stands = hash_at(r.conn, u64::try_from(state.seq).unwrap_or_default())?.is_some_and(|hash| hash == head);
        Ok((stands && schema == schema_version(r)?).then_some((state, rows)))
    }

    /// Keeps an order. One that can't be written is made again by the next start.
    pub(super) fn keep(&self, r: &Reader<'_>, key: &OrderKey, state: State, rows: &[u32]) -> Result<(), StoreError> {
        let Some(folder) = self.folder.as_ref().filter(|_| rows.len() >= self.fewest) else { return Ok(()) };
        let Some(head) = hash_at(r.conn, u64::try_from(state.seq).unwrap_or_default())? else { return Ok(()) };
        let name = name(key);
        let bytes = written(&name, state, schema_version(r)?, &head, rows);
        if let Err(problem) = put(folder, &file(&name), &bytes) {
            tracing::debug!(%problem, "an order of a list could not be kept");
        }
        Ok(())
    }
}

/// Changes with every change of the schema, and when the whole database is written anew: rows have other numbers then.
fn schema_version(r: &Reader<'_>) -> Result<i64, StoreError> {
    Ok(r.conn.prepare_cached("PRAGMA schema_version")?.query_row([], |row| row.get(0))?)
}

/// What an order is by.
fn name(key: &OrderKey) -> String {
    let by = |o: &super::Order| format!("{}{}", o.keys.join(" then "), if o.descending { " falling" } else { "" });
    let orders: Vec<String> = key.orders.iter().map(|o| format!("{} last, by {}", o.blank, by(o))).collect();
    format!("{}: {}", key.entity, orders.join("; "))
}

/// FNV-1a (Fowler, Noll and Vo) of the name: two that share one only take turns.
fn file(name: &str) -> String {
    let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325, |h: u64, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3));
    format!("{hash:016x}.order")
}

fn put(folder: &Path, file: &str, bytes: &[u8]) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    let mut temporary = tempfile::NamedTempFile::new_in(folder)?;
    temporary.write_all(bytes)?;
    temporary.persist(folder.join(file)).map_err(|e| e.error)?;
    let mut kept: Vec<(std::time::SystemTime, u64, PathBuf)> = fs::read_dir(folder)?
        .flatten()
        .filter_map(|entry| entry.metadata().ok().and_then(|m| Some((m.modified().ok()?, m.len(), entry.path()))))
        .collect();
    kept.sort_by_key(|(made, ..)| std::cmp::Reverse(*made));
    let mut size = 0;
    for (_, length, path) in kept {
        size += length;
        if size > ROOM {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

fn written(name: &str, state: State, schema: i64, head: &[u8], rows: &[u32]) -> Vec<u8> {
    let mut out = Vec::with_capacity(rows.len() * 4 + 256);
    out.extend(MAGIC);
    for number in [state.seq, state.delta, schema] {
        out.extend(number.to_le_bytes());
    }
    for part in [head, name.as_bytes()] {
        out.extend(u32::try_from(part.len()).unwrap_or_default().to_le_bytes());
        out.extend(part);
    }
    out.extend(sum(rows).to_le_bytes());
    rows.iter().for_each(|row| out.extend(row.to_le_bytes()));
    out
}

fn read<'a>(bytes: &'a [u8], name: &str) -> Option<(State, i64, &'a [u8], Vec<u32>)> {
    let mut rest = bytes.strip_prefix(MAGIC)?;
    let mut next = |length: usize| -> Option<&'a [u8]> {
        let (part, behind) = rest.split_at_checked(length)?;
        rest = behind;
        Some(part)
    };
    let mut number = || Some(i64::from_le_bytes(next(8)?.try_into().ok()?));
    let (seq, delta, schema) = (number()?, number()?, number()?);
    let mut part = || {
        let length = u32::from_le_bytes(next(4)?.try_into().ok()?);
        next(length as usize)
    };
    let (head, of) = (part()?, part()?);
    let told = u64::from_le_bytes(next(8)?.try_into().ok()?);
    let (rows, []) = rest.as_chunks::<4>() else { return None };
    let rows: Vec<u32> = rows.iter().map(|row| u32::from_le_bytes(*row)).collect();
    let whole = of == name.as_bytes() && told == sum(&rows);
    whole.then_some((State { seq, delta, pending: false }, schema, head, rows))
}

/// Tells a file that was cut off or damaged.
fn sum(rows: &[u32]) -> u64 {
    rows.iter()
        .fold(rows.len() as u64, |sum, row| (sum.rotate_left(7) ^ u64::from(*row)).wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_reads_back_whole_or_not_at_all() {
        let state = State { seq: 7, delta: 9, pending: false };
        let bytes = written("people: by name", state, 3, b"head", &[5, 1, 4_000_000_000]);
        let (was, schema, head, rows) = read(&bytes, "people: by name").expect("whole");
        assert_eq!((was, schema, head, rows.as_slice()), (state, 3, &b"head"[..], &[5, 1, 4_000_000_000][..]));
        assert!(read(&bytes, "people: by city").is_none(), "another order of the same hash");
        for cut in 0..bytes.len() {
            assert!(bytes.get(..cut).and_then(|part| read(part, "people: by name")).is_none(), "cut off at {cut}");
        }
        let mut turned = bytes.clone();
        turned.swap(bytes.len() - 12, bytes.len() - 8);
        assert!(read(&turned, "people: by name").is_none(), "two rows changed places");
    }
}
