//! The rows that stayed out, in their file's own dialect, each with its reason.

use std::path::Path;

use contracts::{Actor, Fate, ImportId, Permission, RejectsResult, RowShape};
use store::Reader;
use understanding::{Writer, guarded, parse_row};

use crate::error::{Failure, from_store, not_found, refused};
use crate::imports::find;
use crate::{App, Outcome};

/// What the last column is called.
const REASON: &str = "Reason";
/// Rows looked at together.
const STEP: u32 = 500;

impl App {
    /// Writes an import's rejected rows, and with `held` also those that wait, to a file that doesn't exist yet: encoding,
    /// delimiter, quotes, line ends and byte order mark as received, the header, the rows' own bytes, and the reason as a
    /// last column. A row with a cell that a spreadsheet would run as a formula is written anew with an apostrophe before
    /// that cell; the importer takes it off again. Rows that were erased by law stay out. The file is noted, so that an
    /// erasure knows of it.
    ///
    /// # Errors
    /// [`contracts::ErrorCode::NotFound`]; [`contracts::ErrorCode::BadInput`] where the file exists or can't be written;
    /// [`contracts::ErrorCode::Refused`] where no row stayed out.
    pub fn import_rejects(&self, actor: &Actor, id: ImportId, held: bool, out: &Path) -> Outcome<RejectsResult> {
        self.permit(actor, Permission::ImportFiles)?;
        let (bytes, rows) = self.reading(|r| written(r, id, held))?;
        if rows == 0 {
            let what = if held { "rejected or held" } else { "rejected" };
            let message = format!("No row of this import was {what}, so there is nothing to write.");
            return Err(refused(message, "Look at the import's rows; those that wait are written with --held."));
        }
        let path = crate::export::write_new(out, &bytes)?;
        let sha256 = graph::hex(&graph::sha256(&bytes));
        self.store
            .write(self.host.as_ref(), |tx| tx.insert_export("rejects", &path.display().to_string(), &sha256, actor))
            .map_err(|e| from_store(&e))?;
        Ok(RejectsResult { path: path.display().to_string(), rows, bytes: bytes.len() as u64 })
    }
}

fn written(r: &Reader<'_>, id: ImportId, held: bool) -> Result<(Vec<u8>, u64), Failure> {
    let import = find(r, id)?;
    let batch = r.batch_by_key(import.batch)?.ok_or_else(|| not_found("batch", import.batch_id))?;
    let dialect = &batch.artifact.dialect;
    let width = batch.artifact.headers.len();
    let writer = Writer::new(dialect);
    let mut out = writer.start();
    if dialect.header_row.is_some() {
        let mut header = batch.artifact.headers.clone();
        header.push(REASON.into());
        out.extend(writer.record(&header));
        out.extend(writer.end());
    }
    let (mut rows, mut after) = (0, 0);
    loop {
        let page = r.fates(import.import, None, after, STEP)?;
        let (Some(first), Some(last)) = (page.first(), page.last()) else { return Ok((out, rows)) };
        after = last.row_number;
        let wanted = |f: &&store::FateRow| f.fate == Fate::Reject || held && f.fate == Fate::Hold;
        if !page.iter().any(|f| wanted(&f)) {
            continue;
        }
        let mut fates = page.iter().filter(wanted).peekable();
        for row in r.rows(batch.batch, first.row_number, after)? {
            let Some(fate) = fates.next_if(|f| f.row_number == row.row_number) else { continue };
            if r.is_erased(batch.batch, row.row_number)? {
                continue;
            }
            rows += 1;
            let mut cells = parse_row(&row.bytes, dialect);
            let missing = width.saturating_sub(cells.len());
            let formula = cells.iter().any(|c| guarded(c) != c.as_str());
            if formula || row.shape == RowShape::Unparsable {
                cells.resize(cells.len() + missing, String::new());
                out.extend(writer.record(&cells));
                out.extend(writer.behind(&[&fate.reason]));
            } else {
                out.extend_from_slice(&row.bytes);
                let mut behind = vec![""; missing];
                behind.push(&fate.reason);
                out.extend(writer.behind(&behind));
            }
            out.extend(writer.end());
        }
    }
}
