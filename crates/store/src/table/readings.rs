//! Readings of one file: batches of the same bytes, which lie in the same pieces.

use contracts::Dialect;
use rusqlite::{OptionalExtension, params};

use crate::table::batches::stored;
use crate::{Piece, Reader, StoreError, StoredBatch};

/// What decides where rows and cells lie, as the database compares it: encoding, number of the header record (0: none),
/// delimiter and quote.
pub(crate) fn reading(dialect: &Dialect) -> String {
    let Dialect { encoding, header_row, delimiter, quote, .. } = dialect;
    format!("{encoding} {} {delimiter}{}", header_row.unwrap_or(0), quote.as_deref().unwrap_or_default())
}

impl Reader<'_> {
    /// The batch of these bytes in this reading.
    ///
    /// # Errors
    /// The database's.
    pub fn batch_read_as(&self, sha256: &str, dialect: &Dialect) -> Result<Option<StoredBatch>, StoreError> {
        let wanted = reading(dialect);
        Ok(self.batches_of(sha256)?.into_iter().find(|b| reading(&b.artifact.dialect) == wanted))
    }

    /// Every batch of these bytes, the first reading first.
    ///
    /// # Errors
    /// The database's.
    pub fn batches_of(&self, sha256: &str) -> Result<Vec<StoredBatch>, StoreError> {
        let sql = "SELECT batch, artifact FROM raw_import_batches WHERE sha256 = ? ORDER BY batch";
        let mut statement = self.conn.prepare_cached(sql)?;
        let found = statement.query_map([sha256], |r| Ok((r.get(0)?, r.get::<_, String>(1)?)))?;
        found.map(|r| r.map_err(StoreError::from).and_then(stored)).collect()
    }

    /// Where the bytes of a batch lie, in order.
    ///
    /// # Errors
    /// The database's.
    pub fn pieces(&self, batch: i64) -> Result<Vec<Piece>, StoreError> {
        let sql = "SELECT start, byte_len, sha256 FROM raw_import_segments WHERE batch = ? ORDER BY segment";
        let mut statement = self.conn.prepare_cached(sql)?;
        let found =
            statement.query_map([batch], |r| Ok(Piece { start: r.get(0)?, len: r.get(1)?, sha256: r.get(2)? }))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// The bytes of a piece, verified.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when it is missing or altered.
    pub fn piece_bytes(&self, piece: &Piece) -> Result<Vec<u8>, StoreError> {
        self.blobs.get(&piece.sha256)
    }

    /// First byte of a row and the one past its last, in the file.
    pub(crate) fn place_of_row(&self, batch: i64, row: u64) -> Result<Option<(u64, u64)>, StoreError> {
        let sql = "SELECT s.start + r.offset, s.start + r.offset + r.byte_len
            FROM raw_import_rows r JOIN raw_import_segments s USING (batch, segment)
            WHERE r.batch = ? AND r.row_number = ?";
        let row = i64::try_from(row).unwrap_or(i64::MAX);
        let mut statement = self.conn.prepare_cached(sql)?;
        Ok(statement.query_row(params![batch, row], |r| Ok((r.get(0)?, r.get(1)?))).optional()?)
    }

    /// Rows of the same bytes in their other readings that overlap a row: local key of the batch and row number.
    ///
    /// # Errors
    /// The database's.
    pub fn rows_beside(&self, batch: i64, row: u64) -> Result<Vec<(i64, u64)>, StoreError> {
        let mut out = Vec::new();
        let others = self.siblings(batch)?;
        if others.len() < 2 {
            return Ok(out);
        }
        let Some((start, end)) = self.place_of_row(batch, row)? else { return Ok(out) };
        for other in others.into_iter().filter(|other| *other != batch) {
            // Rows stand in the order of the file: the first that ends behind the start is found by halving.
            let (mut low, mut high) = (1, self.rows_indexed(other)? + 1);
            while low < high {
                let middle = low + (high - low) / 2;
                match self.place_of_row(other, middle)? {
                    Some((_, to)) if to <= start => low = middle + 1,
                    _ => high = middle,
                }
            }
            while self.place_of_row(other, low)?.is_some_and(|(from, to)| from < end && to > start) {
                out.push((other, low));
                low += 1;
            }
        }
        Ok(out)
    }

    /// Local keys of every batch of the same bytes, itself among them, the first reading first.
    ///
    /// # Errors
    /// The database's.
    pub fn siblings(&self, batch: i64) -> Result<Vec<i64>, StoreError> {
        let sql = "SELECT o.batch FROM raw_import_batches b JOIN raw_import_batches o USING (sha256)
            WHERE b.batch = ? ORDER BY o.batch";
        Ok(self.conn.prepare_cached(sql)?.query_map([batch], |r| r.get(0))?.collect::<Result<_, _>>()?)
    }

    /// The bytes of a row that lies in several pieces.
    pub(crate) fn across(&self, batch: i64, (from, to): (u64, u64), row: u64) -> Result<Vec<u8>, StoreError> {
        let outside = || StoreError::Damaged(format!("row {row} lies outside its segment"));
        let place = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
        let mut out = Vec::new();
        for piece in self.pieces(batch)?.iter().filter(|p| p.start < to && p.start + p.len > from) {
            let bytes = self.piece_bytes(piece)?;
            let end = to.min(piece.start + piece.len) - piece.start;
            let part = bytes.get(place(from.saturating_sub(piece.start))..place(end)).ok_or_else(outside)?;
            out.extend_from_slice(part);
        }
        if out.len() as u64 == to - from { Ok(out) } else { Err(outside()) }
    }
}
