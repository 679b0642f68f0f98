//! The whole file, once.

use contracts::{ColumnMapping, Dialect, EntityType, ReadAs, RowCounts, RowShape, SetAside, SourceProfileRef};

use crate::columns::{Seen, SourceProfile};
use crate::dialect::{SAMPLE, is_blank, sniff};
use crate::encoding::Survey;
use crate::pass::Pass;
use crate::read_as::{Said, SaidHeader, check_header};
use crate::records::Marks;
use crate::source::{Source, Watch, read_full};
use crate::structure::{self, Layout};
use crate::{MAX_COLUMNS, UnderstandingError, columns, encoding, reader, regions};

/// What is known about a file beside its bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Its name without folder: a weak hint to what it holds.
    pub file_name: String,
    /// ISO 3166-1 alpha-2 region of the workspace, e.g. `IN`: the last resort for phones without a country code.
    pub default_region: Option<String>,
    /// The person's own source profiles; of two that fit equally well, these come before the shipped ones.
    pub profiles: Vec<SourceProfile>,
    /// The id of the profile to read the file by, whether it fits or not.
    pub profile: Option<String>,
    /// How the bytes are read, where a person knows better than what would be found.
    pub read_as: ReadAs,
}

/// Everything learnt from a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Understanding {
    /// How it is written.
    pub dialect: Dialect,
    /// The header's cells, trimmed; `Column 3` where there is none.
    pub headers: Vec<String>,
    /// What one row describes.
    pub row_entity: EntityType,
    /// The system it comes from (`hubspot`, `linkedin`…); `csv` where nothing tells.
    pub source_system: String,
    /// The profile that the columns rest on, or `inferred`.
    pub profile: SourceProfileRef,
    /// One per column, in order.
    pub columns: Vec<ColumnMapping>,
    /// Remarks for the person reviewing.
    pub notes: Vec<String>,
    /// Preamble, header repeats, footer and blank records.
    pub set_aside: Vec<SetAside>,
    /// Data rows by shape.
    pub rows: RowCounts,
    /// The regions of phones without a country code, strongest first, then the reason: `IN, AE: 200 of 240 numbers…`.
    pub phone_region: Option<String>,
    /// Every data row in order; empty where a [`Watch`] took them.
    pub row_index: Vec<RowSpan>,
}

/// Where a data row lies in the original bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowSpan {
    /// First byte.
    pub start: u64,
    /// One past the last byte, without the line's end.
    pub end: u64,
    /// Against the header.
    pub shape: RowShape,
}

/// Learns everything about a file from its bytes.
///
/// # Errors
/// [`UnderstandingError`] where the bytes are no text table, or pass a limit; trying again gives the same.
///
/// ```
/// let file = "Name;E-Mail\nMeera Rao;meera@rao.example\n";
/// let found = understanding::analyze(file.as_bytes(), &understanding::Options::default())?;
/// assert_eq!(found.dialect.delimiter, ";");
/// assert_eq!(found.columns[1].field.as_deref(), Some("person.email[]"));
/// # Ok::<(), understanding::UnderstandingError>(())
/// ```
pub fn analyze(bytes: &[u8], options: &Options) -> Result<Understanding, UnderstandingError> {
    let mut rows = Rows(Vec::new());
    let found = analyze_source(&bytes, options, &mut rows)?;
    Ok(Understanding { row_index: rows.0, ..found })
}

struct Rows(Vec<RowSpan>);

impl Watch for Rows {
    fn row(&mut self, row: RowSpan) {
        self.0.push(row);
    }
}

/// Learns everything about a file of any size, with a few windows of it in memory. The rows go to [`Watch::row`], and
/// [`Understanding::row_index`] stays empty. Neither windows nor threads change the result.
///
/// # Errors
/// As [`analyze`]; [`UnderstandingError::Unreadable`] where the source fails, [`UnderstandingError::Cancelled`] where the
/// one who watches ends it.
pub fn analyze_source(
    source: &dyn Source,
    options: &Options,
    watch: &mut dyn Watch,
) -> Result<Understanding, UnderstandingError> {
    let Looked { found, marks, layout, headers, pass } = look(source, options, watch)?;
    let inference = columns::infer(&headers, &layout.bands, &pass.profiles, layout.header.is_none(), options);
    let (phone_region, region_note) =
        regions::infer(&inference.columns, &pass.profiles, options.default_region.as_deref());

    let mut notes = inference.notes;
    notes.extend(region_note);
    if found.damaged > 0 {
        notes.push(format!(
            "{} places hold bytes that are not {}; they show as \u{fffd}.",
            found.damaged,
            encoding::name(found.encoding)
        ));
    }
    notes.extend(pass.notes());
    let dialect = Dialect {
        encoding: encoding::name(found.encoding),
        bom: found.bom_len > 0,
        delimiter: char::from(marks.delimiter).to_string(),
        quote: marks.quote.map(|q| char::from(q).to_string()),
        escape: marks.escape.map(|e| char::from(e).to_string()),
        line_ending: pass.endings.line_ending(),
        preamble_rows: count(layout.preamble as u64),
        header_row: layout.header.as_ref().map(|_| count(layout.preamble as u64 + 1)),
        footer_rows: count(pass.footer),
        blank_rows: count(pass.blank),
    };
    Ok(Understanding {
        dialect,
        headers,
        row_entity: inference.row_entity,
        source_system: inference.source_system,
        profile: inference.profile,
        columns: inference.columns,
        notes,
        set_aside: pass.set_aside,
        rows: pass.rows,
        phone_region,
        row_index: Vec::new(),
    })
}

/// A file gone through, before its columns are read.
struct Looked {
    found: encoding::Found,
    marks: Marks,
    layout: Layout,
    headers: Vec<String>,
    pass: Pass,
}

fn look(source: &dyn Source, options: &Options, watch: &mut dyn Watch) -> Result<Looked, UnderstandingError> {
    let said = Said::of(&options.read_as)?;
    let Survey { found, quoted } = encoding::survey(source, &said, watch)?;
    let mut body = vec![0; SAMPLE];
    let filled = read_full(source, found.bom_len as u64, &mut body)?;
    let marks = sniff(body.get(..filled).unwrap_or_default(), &found, quoted, &said);
    let head = reader::head(source, &found, marks)?;
    if let Some(SaidHeader::At(at)) = said.header {
        check_header(at, &head.cells)?;
    }
    let layout = structure::layout(head.cells, &head.widths, said.header, &options.profiles);
    let headers = headers(&layout);
    if headers.len() > MAX_COLUMNS {
        return Err(UnderstandingError::TooManyColumns {
            record: layout.preamble as u64 + 1,
            columns: headers.len(),
            limit: MAX_COLUMNS,
        });
    }
    let rows_about = head.records.saturating_sub(layout.data_start as u64);
    let footer = structure::footer(head.tail, &layout, usize::try_from(rows_about).unwrap_or(usize::MAX));
    let rows_about = rows_about - footer as u64;
    let pass = Pass::over(source, &found, marks, &layout, headers.len(), rows_about, watch)?;
    if pass.rows.total == 0 && layout.header.as_ref().is_none_or(|h| is_blank(h)) {
        return Err(UnderstandingError::Empty);
    }
    Ok(Looked { found, marks, layout, headers, pass })
}

/// What the learnt reader sees of a file whose rows are such records: what lessons are made of.
///
/// # Errors
/// As [`analyze`].
pub fn seen(bytes: &[u8], options: &Options, row: EntityType) -> Result<Seen, UnderstandingError> {
    let looked = look(&bytes, options, &mut ())?;
    Ok(columns::seen(&looked.headers, &looked.layout.bands, &looked.pass.profiles, options, row))
}

fn count(n: u64) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

pub(crate) fn headers(layout: &Layout) -> Vec<String> {
    match &layout.header {
        Some(cells) => cells
            .iter()
            .enumerate()
            .map(|(i, c)| if c.is_empty() { format!("Column {}", i + 1) } else { c.clone() })
            .collect(),
        None => (1..=layout.width.max(1)).map(|i| format!("Column {i}")).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dialect_gives_back_its_marks() {
        let found = analyze(b"a;b\n\"x;y\";z\n", &Options::default()).expect("a small table");
        assert_eq!(Marks::of(&found.dialect), Marks { delimiter: b';', quote: Some(b'"'), escape: None });
        assert_eq!(found.rows.total, 1);
    }
}
