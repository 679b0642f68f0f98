//! Keeping a file that comes in: its bytes in pieces, where each row lies, never the whole in memory.

use contracts::{Actor, ApiError, BatchId, ErrorCode, Progress, ProvenanceRef, RawImportBatch};
use sha2::{Digest, Sha256};
use store::{Piece, RowSpan, Tx, segment_cuts};
use understanding::{Source, Understanding, Watch};

use crate::error::Failure;
use crate::imports::envelope;
use crate::imports::source::workers;
use crate::imports::stage::mime_type;
use crate::work::{Pace, Work};
use crate::{App, Host, Outcome, Reporter};

/// Rows noted in one transaction: some fifty milliseconds. A file of fewer is kept in the transaction that opens its
/// import.
const NOTED_AT_ONCE: usize = 20_000;

/// Hears what the analysis reads: the hash of the whole, where the rows lie, whether somebody wants it to stop.
pub(crate) struct Reading<'a> {
    name: &'a str,
    reporter: &'a dyn Reporter,
    host: &'a dyn Host,
    pace: Pace,
    hash: Sha256,
    rows: Vec<RowSpan>,
}

impl<'a> Reading<'a> {
    pub(crate) fn new(name: &'a str, reporter: &'a dyn Reporter, host: &'a dyn Host) -> Self {
        Self { name, reporter, host, pace: Pace::default(), hash: Sha256::new(), rows: Vec::new() }
    }

    /// SHA-256 of the file in hex, and its data rows.
    pub(crate) fn end(self) -> (String, Vec<RowSpan>) {
        (graph::hex(&self.hash.finalize()), self.rows)
    }
}

impl Watch for Reading<'_> {
    fn bytes(&mut self, window: &[u8]) {
        self.hash.update(window);
    }

    fn row(&mut self, row: understanding::RowSpan) {
        self.rows.push(RowSpan { start: row.start, end: row.end, shape: row.shape });
    }

    fn progress(&mut self, done: u64, total: u64) -> bool {
        let (rate, seconds_left) = self.pace.of("reading", done, total, self.host.monotonic());
        self.reporter.progress(Progress {
            stage: "reading".into(),
            file_name: self.name.into(),
            done,
            total,
            rate,
            seconds_left,
            mission_id: None,
        });
        !self.reporter.cancelled()
    }

    fn workers(&self) -> usize {
        workers()
    }
}

/// A file that was understood and is to be kept.
pub(crate) struct Received<'a> {
    pub name: &'a str,
    pub source: &'a dyn Source,
    pub sha256: String,
    pub rows: Vec<RowSpan>,
    pub understood: &'a Understanding,
}

/// What is kept of a file before its import is opened.
pub(crate) struct Kept {
    /// Where the bytes lie; none when they were kept before, in this reading or another.
    pieces: Option<Vec<Piece>>,
}

impl App {
    /// Keeps a file's bytes and, of a large one, where its rows lie, in steps. What is cut off here is gone on with when
    /// the file comes again.
    pub(crate) fn keep(&self, actor: &Actor, file: &Received<'_>, work: &Work<'_>) -> Outcome<Kept> {
        let known = self.reading(|r| Ok(!r.batches_of(&file.sha256)?.is_empty()))?;
        let pieces = if known { None } else { Some(self.keep_pieces(file, work)?) };
        let kept = Kept { pieces };
        if file.rows.len() <= NOTED_AT_ONCE {
            return Ok(kept);
        }
        loop {
            work.go_on()?;
            let step: Result<(u64, u64), Failure> = self.store.write(self.host.as_ref(), |tx| {
                let (batch, artifact) = kept.open(tx, actor, file)?;
                Ok((kept.note(tx, batch, &artifact, file)?, artifact.row_count))
            });
            let (noted, total) = step.map_err(ApiError::from)?;
            work.report("staging", file.name, noted, total);
            if noted >= total {
                return Ok(kept);
            }
        }
    }

    /// Puts a file's pieces to the blobs: on the disk before this returns. A file that is not the one that was understood
    /// is refused.
    fn keep_pieces(&self, file: &Received<'_>, work: &Work<'_>) -> Outcome<Vec<Piece>> {
        let cuts = segment_cuts(file.source.len(), &file.rows);
        let changed = || {
            ApiError::new(
                ErrorCode::BadInput,
                format!("{} changed while it was read.", file.name),
                "Wait until whoever writes it is done, then bring it in again.",
            )
            .at("file")
        };
        let mut whole = Sha256::new();
        let mut pieces = Vec::with_capacity(cuts.len());
        let mut buffer = Vec::new();
        for (start, end) in cuts.iter().zip(cuts.iter().skip(1)) {
            work.go_on()?;
            buffer.resize(usize::try_from(end - start).unwrap_or(usize::MAX), 0);
            let mut done = 0;
            while let Some(rest) = buffer.get_mut(done..).filter(|rest| !rest.is_empty()) {
                match file.source.read(start + done as u64, rest) {
                    Ok(n) if n > 0 => done += n,
                    _ => return Err(changed()),
                }
            }
            whole.update(&buffer);
            let sha256 = self.store.blobs().put(&buffer).map_err(|e| ApiError::from(Failure::from(e)))?;
            pieces.push(Piece { start: *start, len: end - start, sha256 });
            let rows = file.rows.partition_point(|row| row.start < *end);
            work.report("keeping", file.name, rows as u64, file.rows.len() as u64);
        }
        if graph::hex(&whole.finalize()) == file.sha256 { Ok(pieces) } else { Err(changed()) }
    }
}

impl Kept {
    /// The batch of these bytes in this reading, recorded now unless it was before. The bytes of another reading are its own.
    fn open(&self, tx: &mut Tx<'_>, actor: &Actor, file: &Received<'_>) -> Result<(i64, RawImportBatch), Failure> {
        let u = file.understood;
        if let Some(known) = tx.batch_read_as(&file.sha256, &u.dialect)? {
            return Ok((known.batch, known.artifact));
        }
        let pieces = match (tx.batches_of(&file.sha256)?.first(), &self.pieces) {
            (Some(first), _) => tx.pieces(first.batch)?,
            (None, Some(pieces)) => pieces.clone(),
            (None, None) => return Err(crate::error::not_found("file", &file.sha256).into()),
        };
        let batch_id = BatchId(tx.new_id());
        let now = tx.now();
        let mut about = envelope::<RawImportBatch>(batch_id.0, &u.source_system, actor, &now);
        about.provenance = vec![ProvenanceRef::File { sha256: file.sha256.clone() }];
        let artifact = RawImportBatch {
            envelope: about,
            batch_id,
            uploaded_filename: file.name.into(),
            mime_type: mime_type(file.name, u),
            storage_ref: format!("segments:{batch_id}"),
            row_count: file.rows.len() as u64,
            uploaded_by: actor.id.clone(),
            sha256: file.sha256.clone(),
            byte_len: file.source.len(),
            dialect: u.dialect.clone(),
            headers: u.headers.clone(),
        };
        Ok((tx.insert_batch(&artifact, &pieces)?, artifact))
    }

    /// Notes the next rows; how many are noted then.
    fn note(
        &self,
        tx: &mut Tx<'_>,
        batch: i64,
        artifact: &RawImportBatch,
        file: &Received<'_>,
    ) -> Result<u64, Failure> {
        let noted = tx.rows_indexed(batch)?;
        // Rows are found once; an engine that finds others in the same bytes changes nothing of what was recorded.
        let from = usize::try_from(noted).unwrap_or(usize::MAX);
        let rows = file.rows.get(from..).filter(|_| noted < artifact.row_count).unwrap_or_default();
        let rows = rows.get(..NOTED_AT_ONCE).unwrap_or(rows);
        let pieces = tx.pieces(batch)?;
        let cuts: Vec<u64> = pieces.iter().map(|p| p.start).chain([artifact.byte_len]).collect();
        tx.index_rows(batch, &cuts, noted + 1, rows)?;
        Ok(if rows.is_empty() { artifact.row_count } else { noted + rows.len() as u64 })
    }

    /// Records what is left to record, in the transaction that opens the import: the batch with its key.
    pub(crate) fn end(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        file: &Received<'_>,
    ) -> Result<(i64, RawImportBatch), Failure> {
        let (batch, artifact) = self.open(tx, actor, file)?;
        while self.note(tx, batch, &artifact, file)? < artifact.row_count {}
        tx.note_erased_before(batch)?;
        let state = tx.lifecycle(artifact.batch_id.0)?.map(|(state, _)| state);
        let next: &[&str] = match state.as_deref() {
            None => &["indexed", "analysed"],
            Some("indexed" | "abandoned") => &["analysed"],
            Some(_) => &[],
        };
        for state in next {
            tx.enter_state::<RawImportBatch>(artifact.batch_id.0, state, actor)?;
        }
        Ok((batch, artifact))
    }
}
