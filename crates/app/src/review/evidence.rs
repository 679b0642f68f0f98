//! The raw cell behind a value, in its row and with the rows around it.

use contracts::{Actor, ApiError, CellRef, EntityType, ErrorCode, EvidenceArgs, EvidenceRow, EvidenceView, Permission};
use store::{Reader, StoredBatch};

use crate::error::{Failure, not_found};
use crate::explain::{cell_evidence, cells_of};
use crate::{App, Outcome};

/// Rows on each side at most.
const MOST: u32 = 10;

impl App {
    /// A cell of an imported file as it was received, with its neighbours.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] by policy: cells are never masked, so only who sees everything sees them;
    /// [`ErrorCode::NotFound`] for a cell that is not there; [`ErrorCode::BadInput`] for more than 10 rows around.
    pub fn review_evidence(&self, actor: &Actor, args: &EvidenceArgs) -> Outcome<EvidenceView> {
        let access = self.permit(actor, Permission::ReadEvidence)?;
        if !access.sees_all() {
            // A row holds whatever the file had: one group that is not seen in full hides all of it.
            for field in ["full_name", "phone", "email", "address", "notes", "kyc_status", "source_of_funds"] {
                access.may_see(EntityType::Person, field)?;
            }
        }
        let around = args.around.unwrap_or(2);
        if around > MOST {
            let why = format!("{around} rows around can't be shown at once.");
            return Err(ApiError::new(ErrorCode::BadInput, why, "Ask for 0 to 10.").at("around"));
        }
        let cell = CellRef {
            batch_id: args.batch_id,
            row_number: args.row_number,
            column: args.column,
            transform: String::new(),
        };
        self.reading(|r| {
            let batch = r.batch(args.batch_id)?.ok_or_else(|| not_found("file", args.batch_id))?;
            let found = cell_evidence(r, &cell)?.ok_or_else(|| not_found("row", args.row_number))?;
            let (first, last) = (args.row_number, args.row_number.saturating_add(u64::from(around)));
            let from = first.saturating_sub(u64::from(around)).max(1);
            Ok(EvidenceView {
                headers: batch.artifact.headers.clone(),
                before: if from < first { rows(r, &batch, from, first - 1)? } else { Vec::new() },
                after: if around > 0 { rows(r, &batch, first.saturating_add(1), last)? } else { Vec::new() },
                cell: found,
            })
        })
    }
}

fn rows(r: &Reader<'_>, batch: &StoredBatch, from: u64, to: u64) -> Result<Vec<EvidenceRow>, Failure> {
    let to = to.min(batch.artifact.row_count);
    if from > to {
        return Ok(Vec::new());
    }
    let mut out = Vec::new();
    for row in r.rows(batch.batch, from, to)? {
        let erased = r.is_erased(batch.batch, row.row_number)?;
        let cells = if erased { Vec::new() } else { cells_of(batch, &row.bytes) };
        out.push(EvidenceRow { row_number: row.row_number, cells, erased });
    }
    Ok(out)
}
