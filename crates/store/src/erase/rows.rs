//! Blanking raw rows: their bytes become spaces of the file's encoding, so that every offset stays true.

use std::collections::BTreeSet;

use contracts::ErasedSegment;
use rusqlite::params;

use crate::{StoreError, Tx};

/// Writes a batch's segments anew without these rows.
pub(super) fn blank(
    tx: &mut Tx<'_>,
    erasure: i64,
    batch: i64,
    rows: &BTreeSet<u64>,
) -> Result<Vec<ErasedSegment>, StoreError> {
    let encoding = tx.batch_by_key(batch)?.map(|b| b.artifact.dialect.encoding.to_lowercase()).unwrap_or_default();
    let mut spans: std::collections::BTreeMap<u64, Vec<(usize, usize)>> = std::collections::BTreeMap::new();
    for row in rows {
        let sql = "SELECT segment, offset, byte_len FROM raw_import_rows WHERE batch = ? AND row_number = ?";
        let mut statement = tx.conn.prepare_cached(sql)?;
        let mut found = statement.query(params![batch, row])?;
        if let Some(r) = found.next()? {
            let offset = usize::try_from(r.get::<_, u64>(1)?).unwrap_or(usize::MAX);
            let len = usize::try_from(r.get::<_, u64>(2)?).unwrap_or(usize::MAX);
            spans.entry(r.get(0)?).or_default().push((offset, offset.saturating_add(len)));
        }
        tx.conn
            .prepare_cached("INSERT OR IGNORE INTO erasure_rows (batch, row_number, erasure) VALUES (?, ?, ?)")?
            .execute(params![batch, row, erasure])?;
    }
    let mut out = Vec::new();
    for (segment, spans) in spans {
        let before: String = tx.conn.query_row(
            "SELECT sha256 FROM raw_import_segments WHERE batch = ? AND segment = ?",
            params![batch, segment],
            |r| r.get(0),
        )?;
        let mut bytes = tx.blobs.get(&before)?;
        for (from, to) in spans {
            let row = bytes
                .get_mut(from..to)
                .ok_or_else(|| StoreError::Damaged(format!("a row lies outside segment {segment}")))?;
            blank_bytes(row, &encoding);
        }
        let after = tx.blobs.put(&bytes)?;
        if after == before {
            continue;
        }
        tx.conn.execute(
            "UPDATE raw_import_segments SET sha256 = ? WHERE batch = ? AND segment = ?",
            params![after, batch, segment],
        )?;
        tx.conn.execute(
            "INSERT INTO erasure_segments (erasure, batch, segment, old_sha256, new_sha256) VALUES (?, ?, ?, ?, ?)",
            params![erasure, batch, segment, before, after],
        )?;
        out.push(ErasedSegment { segment, before, after });
    }
    Ok(out)
}

/// Fills a row with spaces, all but the line end: the next row must still begin a line.
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
