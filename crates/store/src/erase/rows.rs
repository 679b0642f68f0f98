//! Blanking raw rows: their bytes become spaces of the file's encoding, so that every offset stays true.

use std::collections::{BTreeMap, BTreeSet};

use contracts::ErasedSegment;
use rusqlite::params;

use crate::{StoreError, Tx};

/// Writes the segments of these rows' files anew without them, in every batch of the same bytes.
pub(super) fn blank(
    tx: &mut Tx<'_>,
    erasure: i64,
    rows: &BTreeMap<i64, BTreeSet<u64>>,
) -> Result<Vec<ErasedSegment>, StoreError> {
    // By the first batch of a file: what goes of its bytes, and the unit of the encoding that it was read in.
    let mut files: BTreeMap<i64, Vec<(u64, u64, String)>> = BTreeMap::new();
    for (batch, rows) in rows {
        let file = tx.siblings(*batch)?.first().copied().unwrap_or(*batch);
        let encoding = tx.batch_by_key(*batch)?.map(|b| b.artifact.dialect.encoding.to_lowercase()).unwrap_or_default();
        for row in rows {
            mark(tx, erasure, *batch, *row)?;
            for (other, beside) in tx.rows_beside(*batch, *row)? {
                mark(tx, erasure, other, beside)?;
            }
            if let Some((start, end)) = tx.place_of_row(*batch, *row)? {
                files.entry(file).or_default().push((start, end, encoding.clone()));
            }
        }
    }
    let mut out = Vec::new();
    for (file, spans) in files {
        let batches = tx.siblings(file)?;
        for (segment, piece) in (0u64..).zip(tx.pieces(file)?) {
            let end = piece.start + piece.len;
            let mut here = spans.iter().filter(|s| s.0 < end && s.1 > piece.start).peekable();
            if here.peek().is_none() {
                continue;
            }
            let mut bytes = tx.piece_bytes(&piece)?;
            for (from, to, encoding) in here {
                let place = |at: u64| usize::try_from(at.clamp(piece.start, end) - piece.start).unwrap_or(usize::MAX);
                let row = bytes
                    .get_mut(place(*from)..place(*to))
                    .ok_or_else(|| StoreError::Damaged(format!("a row lies outside segment {segment}")))?;
                blank_bytes(row, encoding);
            }
            let after = tx.blobs.put(&bytes)?;
            if after == piece.sha256 {
                continue;
            }
            for batch in &batches {
                tx.conn.execute(
                    "UPDATE raw_import_segments SET sha256 = ? WHERE batch = ? AND segment = ?",
                    params![after, batch, segment],
                )?;
                tx.conn.execute(
                    "INSERT INTO erasure_segments (erasure, batch, segment, old_sha256, new_sha256) VALUES (?, ?, ?, ?, ?)",
                    params![erasure, batch, segment, piece.sha256, after],
                )?;
            }
            out.push(ErasedSegment { segment, before: piece.sha256, after });
        }
    }
    Ok(out)
}

/// Notes that a row's bytes, or some of them, are gone.
fn mark(tx: &Tx<'_>, erasure: i64, batch: i64, row: u64) -> Result<(), StoreError> {
    tx.conn
        .prepare_cached("INSERT OR IGNORE INTO erasure_rows (batch, row_number, erasure) VALUES (?, ?, ?)")?
        .execute(params![batch, row, erasure])?;
    Ok(())
}

impl Tx<'_> {
    /// Notes of a new reading of bytes which of its rows an erasure blanked before.
    ///
    /// # Errors
    /// The database's.
    pub fn note_erased_before(&mut self, batch: i64) -> Result<(), StoreError> {
        let sql = "SELECT e.erasure, e.batch, e.row_number FROM erasure_rows e
            JOIN raw_import_batches o ON o.batch = e.batch JOIN raw_import_batches b ON b.sha256 = o.sha256
            WHERE b.batch = ?1 AND e.batch <> ?1";
        let found: Vec<(i64, i64, u64)> = self
            .conn
            .prepare_cached(sql)?
            .query_map([batch], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?
            .collect::<Result<_, _>>()?;
        for (erasure, other, row) in found {
            for (beside, row) in self.rows_beside(other, row)? {
                if beside == batch {
                    mark(self, erasure, batch, row)?;
                }
            }
        }
        Ok(())
    }
}

/// Fills a row, or the part of it that lies in a segment, with spaces, all but the line end: the next row must still begin
/// a line.
fn blank_bytes(row: &mut [u8], encoding: &str) {
    let (unit, space): (usize, &[u8]) = match encoding {
        e if e.starts_with("utf-16le") || e == "utf-16" => (2, &[0x20, 0]),
        e if e.starts_with("utf-16be") => (2, &[0, 0x20]),
        _ => (1, &[0x20]),
    };
    let is_end = |u: &[u8]| u.iter().all(|b| matches!(b, b'\r' | b'\n' | 0)) && u.iter().any(|b| *b != 0);
    let mut end = row.len() - row.len() % unit;
    while end >= unit && is_end(&row[end - unit..end]) {
        end -= unit;
    }
    for piece in row[..end].chunks_mut(unit) {
        piece.copy_from_slice(&space[..piece.len()]);
    }
}

#[cfg(test)]
mod tests {
    use super::blank_bytes;

    #[test]
    fn a_blanked_row_keeps_its_length_and_its_line_end() {
        let mut row = b"Rina,\"a\nb\"\r\n".to_vec();
        blank_bytes(&mut row, "utf-8");
        assert_eq!(row, b"          \r\n");
        let mut row: Vec<u8> = "Rina\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        blank_bytes(&mut row, "utf-16le");
        assert_eq!(row, "    \n".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>());
        let mut row = b"\n".to_vec();
        blank_bytes(&mut row, "utf-8");
        assert_eq!(row, b"\n");
    }
}
