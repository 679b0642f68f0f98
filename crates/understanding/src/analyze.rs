//! The whole file, once.

use contracts::{ColumnMapping, Dialect, EntityType, LineEnding, RowCounts, RowShape, SetAside, SourceProfileRef};

use crate::columns::SourceProfile;
use crate::dialect::{is_blank, slice, sniff};
use crate::profile::Profile;
use crate::records::{End, Range, RowParser, ranges};
use crate::structure::{self, Layout};
use crate::{MAX_BYTES, MAX_COLUMNS, UnderstandingError, columns, encoding, regions};

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
    /// Every data row in order.
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
    if bytes.len() as u64 > MAX_BYTES {
        return Err(UnderstandingError::TooLarge { bytes: bytes.len() as u64, limit: MAX_BYTES });
    }
    let found = encoding::detect(bytes)?;
    let marks = sniff(bytes, &found);
    let records = ranges(bytes, found.bom_len, found.encoding, marks);
    let layout = structure::layout(bytes, &records, found.encoding, marks);
    let headers = headers(&layout);
    if headers.len() > MAX_COLUMNS {
        return Err(UnderstandingError::TooManyColumns {
            record: layout.preamble as u64 + 1,
            columns: headers.len(),
            limit: MAX_COLUMNS,
        });
    }
    let mut parser = RowParser::with(found.encoding, marks);
    let pass = Pass::over(bytes, &records, &layout, &headers, &mut parser);
    if pass.nothing && layout.header.as_ref().is_none_or(|h| is_blank(h)) {
        return Err(UnderstandingError::Empty);
    }
    let inference = columns::infer(&headers, &pass.profiles, layout.header.is_none(), options);
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
    notes.extend(pass.notes);
    let dialect = Dialect {
        encoding: encoding::name(found.encoding),
        bom: found.bom_len > 0,
        delimiter: char::from(marks.delimiter).to_string(),
        quote: marks.quote.map(|q| char::from(q).to_string()),
        escape: marks.escape.map(|e| char::from(e).to_string()),
        line_ending: line_ending(&records),
        preamble_rows: count(layout.preamble),
        header_row: layout.header.as_ref().map(|_| count(layout.preamble + 1)),
        footer_rows: count(records.len() - layout.data_end),
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
        row_index: pass.row_index,
    })
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn headers(layout: &Layout) -> Vec<String> {
    match &layout.header {
        Some(cells) => cells
            .iter()
            .enumerate()
            .map(|(i, c)| if c.is_empty() { format!("Column {}", i + 1) } else { c.clone() })
            .collect(),
        None => (1..=layout.width.max(1)).map(|i| format!("Column {i}")).collect(),
    }
}

fn line_ending(records: &[Range]) -> LineEnding {
    let has = |e: End| records.iter().any(|r| r.ending == e);
    match (has(End::Lf), has(End::CrLf), has(End::Cr)) {
        (_, false, false) => LineEnding::Lf,
        (false, true, false) => LineEnding::Crlf,
        (false, false, true) => LineEnding::Cr,
        _ => LineEnding::Mixed,
    }
}

/// What one pass over all records gives.
struct Pass {
    profiles: Vec<Profile>,
    rows: RowCounts,
    row_index: Vec<RowSpan>,
    set_aside: Vec<SetAside>,
    notes: Vec<String>,
    blank: usize,
    nothing: bool,
}

impl Pass {
    fn over(bytes: &[u8], records: &[Range], layout: &Layout, headers: &[String], parser: &mut RowParser) -> Self {
        let width = headers.len();
        let rows_about = (layout.data_end - layout.data_start.min(layout.data_end)) as u64;
        let mut out = Self {
            profiles: vec![Profile::default(); width],
            rows: RowCounts::default(),
            row_index: Vec::with_capacity(usize::try_from(rows_about).unwrap_or(0)),
            set_aside: Vec::new(),
            notes: Vec::new(),
            blank: 0,
            nothing: true,
        };
        let mut unlisted = 0u64;
        for (i, record) in records.iter().enumerate() {
            let cells = parser.cells(slice(bytes, record));
            let blank = is_blank(&cells);
            let role = if i < layout.preamble {
                "preamble"
            } else if i < layout.data_start {
                "header"
            } else if i >= layout.data_end {
                "footer"
            } else if blank && !record.unclosed {
                "blank"
            } else if repeats_header(layout, &cells) {
                "header"
            } else {
                out.row(record, &cells, width, rows_about);
                continue;
            };
            out.blank += usize::from(role == "blank");
            if out.set_aside.len() < structure::LISTED || role != "blank" {
                out.set_aside.push(structure::set_aside(i, role, &cells));
            } else {
                unlisted += 1;
            }
        }
        for profile in &mut out.profiles {
            profile.finish();
        }
        if unlisted > 0 {
            out.notes.push(format!("{unlisted} more blank records were set aside without being listed."));
        }
        let RowCounts { short, long, unparsable, .. } = out.rows;
        if short + long + unparsable > 0 {
            out.notes.push(format!(
                "{short} rows have fewer cells than the header, {long} more, and {unparsable} can't be read as cells."
            ));
        }
        out
    }

    fn row(&mut self, record: &Range, cells: &[String], width: usize, rows_about: u64) {
        self.nothing = false;
        let shape = match cells.len() {
            _ if record.unclosed => RowShape::Unparsable,
            n if n < width => RowShape::Short,
            n if n > width => RowShape::Long,
            _ => RowShape::Ok,
        };
        let number = self.rows.total;
        self.rows.total += 1;
        *match shape {
            RowShape::Ok => &mut self.rows.ok,
            RowShape::Short => &mut self.rows.short,
            RowShape::Long => &mut self.rows.long,
            RowShape::Unparsable => &mut self.rows.unparsable,
        } += 1;
        self.row_index.push(RowSpan { start: record.start, end: record.end, shape });
        // Cells that stand in the wrong column would speak against what the column is.
        let aligned = matches!(shape, RowShape::Ok | RowShape::Short);
        if aligned {
            for (profile, cell) in self.profiles.iter_mut().zip(cells) {
                profile.add(cell, number, rows_about);
            }
        }
    }
}

/// Files put together from several exports repeat their header.
fn repeats_header(layout: &Layout, cells: &[String]) -> bool {
    layout
        .header
        .as_ref()
        .is_some_and(|h| h.len() > 1 && h.len() == cells.len() && h.iter().zip(cells).all(|(a, b)| a == b.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::Marks;

    #[test]
    fn a_dialect_gives_back_its_marks() {
        let found = analyze(b"a;b\n\"x;y\";z\n", &Options::default()).expect("a small table");
        assert_eq!(Marks::of(&found.dialect), Marks { delimiter: b';', quote: Some(b'"'), escape: None });
        assert_eq!(found.rows.total, 1);
    }
}
