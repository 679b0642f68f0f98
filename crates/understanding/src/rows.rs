//! The rows of a file as text, without learning anything of its columns: for those who know them already.

use contracts::RowCounts;

use crate::analyze::headers;
use crate::dialect::{SAMPLE, sniff};
use crate::encoding::Survey;
use crate::pass::Pass;
use crate::read_as::Said;
use crate::source::{Source, Watch, read_full};
use crate::structure;
use crate::{UnderstandingError, encoding, reader};

/// Hands over the cells of every data row whose cells stand below their headers, with its 0-based number; rows of another
/// shape are counted and not handed over. The same rows as [`crate::analyze_source`] finds of its own, where nothing is said of the
/// reading.
///
/// # Errors
/// As [`crate::analyze_source`].
pub fn each_row(
    source: &dyn Source,
    watch: &mut dyn Watch,
    take: &mut dyn FnMut(u64, &[&str]),
) -> Result<RowCounts, UnderstandingError> {
    let said = Said::default();
    let Survey { found, quoted } = encoding::survey(source, &said, watch)?;
    let mut body = vec![0; SAMPLE];
    let filled = read_full(source, found.bom_len as u64, &mut body)?;
    let marks = sniff(body.get(..filled).unwrap_or_default(), &found, quoted, &said);
    let head = reader::head(source, &found, marks)?;
    let layout = structure::layout(head.cells, &head.widths, None, &[]);
    let width = headers(&layout).len();
    Pass::rows_of(source, &found, marks, &layout, width, watch, take)
}
