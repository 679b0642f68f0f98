//! The search terms of what large work wrote: after the graph, in steps of their own, so that the work does not wait for
//! the search and the search is only behind while they are written.

use contracts::ApiError;

use crate::error::Failure;
use crate::work::Work;
use crate::{App, Outcome};

/// Records whose terms are written in one transaction: the fewest, which nobody waits for, and the most, for the index
/// merges what each transaction leaves. The most take about as long as a step of approving (docs/benchmarks.md).
const RECORDS: (u32, u32) = (500, 8000);

impl App {
    /// Writes the search terms that are still to be written. What a stop or a crash leaves is written by the next call,
    /// or bit by bit when somebody searches.
    pub(crate) fn index_pending(&self, work: &Work<'_>, file_name: &str) -> Outcome<()> {
        let total = self.reading(|r| Ok(r.search_lag()?))?;
        let mut done = 0;
        while done < total {
            work.go_on()?;
            let step: Result<u64, Failure> = self.store.write(self.host.as_ref(), |tx| {
                let at_once = u32::try_from(done).unwrap_or(u32::MAX).clamp(RECORDS.0, RECORDS.1);
                let n = tx.index_pending(at_once)?;
                tx.mission_progress(work.id, "indexing", (done + n).min(total), total)?;
                Ok(n)
            });
            let n = step.map_err(ApiError::from)?;
            if n == 0 {
                break;
            }
            done += n;
            work.report("indexing", file_name, done.min(total), total);
        }
        Ok(())
    }

    /// Before a search: what work that was cut off left behind, as much as nobody waits for.
    pub(crate) fn index_a_little(&self) -> Outcome<()> {
        if !self.reading(|r| Ok(r.search_lags()?))? || self.somebody_works()? {
            return Ok(());
        }
        let step: Result<u64, store::StoreError> =
            self.store.write(self.host.as_ref(), |tx| tx.index_pending(RECORDS.0));
        match step {
            Ok(_) => Ok(()),
            // The search goes on over what is indexed.
            Err(e) if e.is_busy() || matches!(e, store::StoreError::ReadOnly) => Ok(()),
            Err(e) => Err(ApiError::from(Failure::from(e))),
        }
    }
}
