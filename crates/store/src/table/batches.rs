//! `raw_import_batches`, `raw_import_segments`, `raw_import_rows`: evidence, exactly as received (R57, R142).

use contracts::{Artifact, BatchId, RawImportBatch, RowShape};
use rusqlite::{OptionalExtension, params};

use crate::error::{from_json, to_json};
use crate::many::{Insert, integer, text};
use crate::table::readings::reading;
use crate::{Reader, StoreError, Tx};

/// Segments are about this long; a longer row makes a longer segment.
const SEGMENT: u64 = 1 << 20;

/// Where one data row lies in the file: first byte, the one past the last, shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowSpan {
    /// First byte.
    pub start: u64,
    /// One past the last.
    pub end: u64,
    /// Against the header.
    pub shape: RowShape,
}

/// A row-aligned piece of a file, which lies in the blobs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its first byte.
    pub start: u64,
    /// How many there are.
    pub len: u64,
    /// Their SHA-256, under which the blobs keep them.
    pub sha256: String,
}

/// A batch as stored.
#[derive(Clone, Debug)]
pub struct StoredBatch {
    /// The local key.
    pub batch: i64,
    /// The artifact.
    pub artifact: RawImportBatch,
}

/// A data row as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRow {
    /// 1-based.
    pub row_number: u64,
    /// Number of its segment, from 0.
    pub segment: u64,
    /// SHA-256 of the segment.
    pub segment_sha256: String,
    /// First byte and the one past the last, in the file.
    pub byte_range: [u64; 2],
    /// Against the header.
    pub shape: RowShape,
    /// Its bytes as received.
    pub bytes: Vec<u8>,
}

fn shape_name(shape: RowShape) -> &'static str {
    match shape {
        RowShape::Ok => "ok",
        RowShape::Short => "short",
        RowShape::Long => "long",
        RowShape::Unparsable => "unparsable",
    }
}

fn shape_of(name: &str) -> RowShape {
    match name {
        "ok" => RowShape::Ok,
        "short" => RowShape::Short,
        "long" => RowShape::Long,
        _ => RowShape::Unparsable,
    }
}

impl Tx<'_> {
    /// Records a file and its pieces, which the blobs hold already; its rows follow ([`Tx::index_rows`]).
    ///
    /// # Errors
    /// The database's, or a breach of the artifact's contract.
    pub fn insert_batch(&mut self, a: &RawImportBatch, pieces: &[Piece]) -> Result<i64, StoreError> {
        a.validate()?;
        self.conn.execute(
            "INSERT INTO raw_import_batches (batch_id, sha256, reading, byte_len, row_count, artifact)
             VALUES (?, ?, ?, ?, ?, ?)",
            params![a.batch_id.0, a.sha256, reading(&a.dialect), a.byte_len, a.row_count, to_json("batch", a)?],
        )?;
        let batch = self.conn.last_insert_rowid();
        let mut insert = self.conn.prepare_cached(
            "INSERT INTO raw_import_segments (batch, segment, start, byte_len, sha256) VALUES (?, ?, ?, ?, ?)",
        )?;
        for (i, piece) in pieces.iter().enumerate() {
            insert.execute(params![batch, i, piece.start, piece.len, piece.sha256])?;
        }
        Ok(batch)
    }

    /// Notes where rows of a file lie: the first of them is row `first`. `cuts` are where its pieces begin, and its end.
    ///
    /// # Errors
    /// The database's.
    pub fn index_rows(&mut self, batch: i64, cuts: &[u64], first: u64, rows: &[RowSpan]) -> Result<(), StoreError> {
        let head = "INSERT INTO raw_import_rows (batch, row_number, segment, offset, byte_len, shape) VALUES";
        let mut insert = Insert::new(head, 6);
        let start = rows.first().map_or(0, |r| r.start);
        let mut segment = cuts.partition_point(|cut| *cut <= start).saturating_sub(1);
        for (number, row) in (first..).zip(rows) {
            while cuts.get(segment + 1).is_some_and(|end| row.start >= *end) {
                segment += 1;
            }
            let offset = row.start - cuts.get(segment).copied().unwrap_or(0);
            let row = [
                integer(batch),
                integer(number),
                integer(i64::try_from(segment).unwrap_or(i64::MAX)),
                integer(offset),
                integer(row.end - row.start),
                text(shape_name(row.shape)),
            ];
            insert.row(self.conn, row)?;
        }
        insert.end(self.conn)
    }
}

pub(crate) fn stored((batch, text): (i64, String)) -> Result<StoredBatch, StoreError> {
    Ok(StoredBatch { batch, artifact: from_json("batch", &text)? })
}

/// Row number, segment, the segment's hash and first byte, from a row of [`Reader::each_row`].
fn place(r: &rusqlite::Row<'_>) -> rusqlite::Result<(u64, u64, String, u64)> {
    Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?))
}

/// Offset in the segment, length and shape, from the same.
fn extent(r: &rusqlite::Row<'_>) -> rusqlite::Result<(u64, u64, String)> {
    Ok((r.get(4)?, r.get(5)?, r.get(6)?))
}

/// Byte positions at which segments begin, and the end: a cut falls only where a row starts.
#[must_use]
pub fn segment_cuts(len: u64, rows: &[RowSpan]) -> Vec<u64> {
    let mut cuts = vec![0];
    let mut last = 0;
    for row in rows {
        if row.end - last > SEGMENT && row.start > last {
            cuts.push(row.start);
            last = row.start;
        }
    }
    cuts.push(len);
    cuts
}

impl Reader<'_> {
    /// A batch by its id.
    ///
    /// # Errors
    /// The database's.
    pub fn batch(&self, id: BatchId) -> Result<Option<StoredBatch>, StoreError> {
        self.batch_where("SELECT batch, artifact FROM raw_import_batches WHERE batch_id = ?", id.0)
    }

    /// A batch by its local key.
    ///
    /// # Errors
    /// The database's.
    pub fn batch_by_key(&self, batch: i64) -> Result<Option<StoredBatch>, StoreError> {
        self.batch_where("SELECT batch, artifact FROM raw_import_batches WHERE batch = ?", batch)
    }

    fn batch_where(&self, sql: &str, key: impl rusqlite::ToSql) -> Result<Option<StoredBatch>, StoreError> {
        let found: Option<(i64, String)> =
            self.conn.prepare_cached(sql)?.query_row([key], |r| Ok((r.get(0)?, r.get(1)?))).optional()?;
        found.map(stored).transpose()
    }

    /// How many rows of a batch have been noted: less than it has where that was cut off.
    ///
    /// # Errors
    /// The database's.
    pub fn rows_indexed(&self, batch: i64) -> Result<u64, StoreError> {
        let sql = "SELECT coalesce(max(row_number), 0) FROM raw_import_rows WHERE batch = ?";
        Ok(self.conn.prepare_cached(sql)?.query_row([batch], |r| r.get(0))?)
    }

    /// Data rows `from..=to` of a batch with their bytes, in order. Each segment is unpacked once and verified.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when a segment is missing or altered.
    pub fn rows(&self, batch: i64, from: u64, to: u64) -> Result<Vec<StoredRow>, StoreError> {
        let mut out = Vec::new();
        self.each_row::<StoreError>(batch, from, to, |row| {
            out.push(row);
            Ok(true)
        })?;
        Ok(out)
    }

    /// Visits data rows `from..=to` in order until `visit` says no; holds one segment in memory.
    ///
    /// # Errors
    /// As [`Reader::rows`], and those of `visit`.
    pub fn each_row<E: From<StoreError>>(
        &self,
        batch: i64,
        from: u64,
        to: u64,
        mut visit: impl FnMut(StoredRow) -> Result<bool, E>,
    ) -> Result<(), E> {
        let mut statement = self
            .conn
            .prepare_cached(
                "SELECT r.row_number, r.segment, s.sha256, s.start, r.offset, r.byte_len, r.shape
                 FROM raw_import_rows r JOIN raw_import_segments s USING (batch, segment)
                 WHERE r.batch = ? AND r.row_number BETWEEN ? AND ? ORDER BY r.row_number",
            )
            .map_err(StoreError::from)?;
        let limit = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
        let mut rows = statement.query(params![batch, limit(from), limit(to)]).map_err(StoreError::from)?;
        let mut open: Option<(u64, Vec<u8>)> = None;
        while let Some(r) = rows.next().map_err(StoreError::from)? {
            let (row_number, segment, segment_sha256, start) = place(r).map_err(StoreError::from)?;
            let (offset, len, shape): (u64, u64, String) = extent(r).map_err(StoreError::from)?;
            if open.as_ref().is_none_or(|(s, _)| *s != segment) {
                open = Some((segment, self.blobs.get(&segment_sha256)?));
            }
            let piece = open.as_ref().map(|(_, bytes)| bytes.as_slice()).unwrap_or_default();
            let range = usize::try_from(offset).unwrap_or(usize::MAX)
                ..usize::try_from(offset.saturating_add(len)).unwrap_or(usize::MAX);
            let bytes = match piece.get(range) {
                Some(bytes) => bytes.to_vec(),
                // Pieces were cut where rows of the first reading begin; a row of another may go on behind such a cut.
                None => self.across(batch, (start + offset, start + offset + len), row_number)?,
            };
            let row = StoredRow {
                row_number,
                segment,
                segment_sha256,
                byte_range: [start + offset, start + offset + len],
                shape: shape_of(&shape),
                bytes,
            };
            if !visit(row)? {
                break;
            }
        }
        Ok(())
    }

    /// Blobs that no batch refers to: left behind by staging that was cut off, harmless but for the space.
    ///
    /// # Errors
    /// The disk's and the database's.
    pub fn orphan_blobs(&self) -> Result<Vec<String>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT DISTINCT sha256 FROM raw_import_segments")?;
        let known: std::collections::BTreeSet<String> =
            statement.query_map([], |r| r.get(0))?.collect::<Result<_, _>>()?;
        Ok(self.blobs.list()?.into_iter().filter(|b| !known.contains(b)).collect())
    }

    /// Every batch.
    ///
    /// # Errors
    /// The database's.
    pub fn batches(&self) -> Result<Vec<StoredBatch>, StoreError> {
        let mut statement =
            self.conn.prepare_cached("SELECT batch, artifact FROM raw_import_batches ORDER BY batch")?;
        let rows = statement.query_map([], |r| Ok((r.get(0)?, r.get::<_, String>(1)?)))?;
        rows.map(|r| r.map_err(StoreError::from).and_then(stored)).collect()
    }
}
