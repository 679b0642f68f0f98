//! A first look at a large file: its start, and samples from its middle and its end.

use crate::dialect::{SAMPLE, sniff};
use crate::encoding::{self, Found};
use crate::read_as::Said;
use crate::reader;
use crate::records::{Marks, Next, RowParser, Scanner};
use crate::source::{Source, read_full};
use crate::{Options, Understanding, UnderstandingError, analyze, structure};

/// Bytes looked at from the start.
const HEAD: usize = 1 << 20;
/// Bytes looked at from the middle, and as many from the end.
const PIECE: usize = 1 << 18;
/// Rows shown.
const ROWS: usize = 100;
/// Lines of a sample that are tried as the start of a record; one may lie inside a quoted cell.
const STARTS: usize = 200;

/// What a first look tells.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// What was learnt. Where `sampled` is set, all counts are those of the sample, `row_index` is empty, and the whole
    /// file may still show another encoding, order of dates or reading of a column.
    pub found: Understanding,
    /// The cells of the first 100 data rows.
    pub rows: Vec<Vec<String>>,
    /// Whether only a part of the file was looked at.
    pub sampled: bool,
    /// Bytes looked at.
    pub looked_at: u64,
    /// Bytes there are.
    pub bytes: u64,
}

/// Takes a first look at a file of any size; the time does not grow with it.
///
/// # Errors
/// As [`analyze`], and [`UnderstandingError::Unreadable`].
pub fn preview(source: &dyn Source, options: &Options) -> Result<Preview, UnderstandingError> {
    let bytes = source.len();
    let sampled = bytes > (HEAD + 2 * PIECE) as u64;
    let sample =
        if sampled { sample(source, options)? } else { read(source, 0, usize::try_from(bytes).unwrap_or(usize::MAX))? };
    let mut found = analyze(&sample, options)?;
    let mut parser = RowParser::new(&found.dialect);
    let place = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
    let row = |s: &crate::RowSpan| parser.cells(sample.get(place(s.start)..place(s.end)).unwrap_or_default());
    let rows = found.row_index.iter().take(ROWS).map(row).collect();
    let looked_at = sample.len() as u64;
    if sampled {
        found.row_index.clear();
        found.notes.push(format!(
            "Only {} of {} KB were looked at so far: the start, and samples from the middle and the end.",
            looked_at >> 10,
            bytes >> 10
        ));
    }
    Ok(Preview { found, rows, sampled, looked_at, bytes })
}

fn read(source: &dyn Source, at: u64, len: usize) -> Result<Vec<u8>, UnderstandingError> {
    let mut buffer = vec![0; len];
    let filled = read_full(source, at, &mut buffer)?;
    buffer.truncate(filled);
    Ok(buffer)
}

/// Whole records of the start, the middle and the end, one after another.
fn sample(source: &dyn Source, options: &Options) -> Result<Vec<u8>, UnderstandingError> {
    let mut out = read(source, 0, HEAD)?;
    let start: &[u8] = &out;
    let said = Said::of(&options.read_as)?;
    let survey = encoding::survey(&start, &said, &mut ())?;
    let found = survey.found;
    let body = out.get(found.bom_len..).unwrap_or_default();
    let marks = sniff(body.get(..body.len().min(SAMPLE)).unwrap_or_default(), &found, survey.quoted, &said);
    let head = reader::head(&start, &found, marks)?;
    let width = structure::layout(head.cells, &head.widths, None, &[]).width;
    let whole = whole_records(&out, found.bom_len, &found, marks, false);
    // A single record of more than all this is looked at as far as it goes.
    if whole > found.bom_len {
        out.truncate(whole);
    }
    let unit = found.unit as u64;
    let body = source.len() - found.bom_len as u64;
    for at in [body / 2, body - PIECE as u64] {
        let piece = read(source, found.bom_len as u64 + at / unit * unit, PIECE)?;
        let last = at > body / 2;
        if let Some(from) = first_record(&piece, &found, marks, width) {
            let to = whole_records(&piece, from, &found, marks, last);
            out.extend_from_slice(piece.get(from..to).unwrap_or_default());
        }
    }
    Ok(out)
}

/// Where the last whole record ends, from a record's start on.
fn whole_records(bytes: &[u8], from: usize, found: &Found, marks: Marks, last: bool) -> usize {
    let (mut scanner, mut at) = (Scanner::new(found.encoding, marks), from);
    while let Next::Record { next, .. } = scanner.next(bytes, at, last) {
        at = next;
    }
    at
}

/// The first line of a sample from which records of the table's width follow one another.
fn first_record(bytes: &[u8], found: &Found, marks: Marks, width: usize) -> Option<usize> {
    let mut parser = RowParser::with(found.encoding, marks);
    let lines = memchr::memchr2_iter(b'\n', b'\r', bytes).map(|i| (i / found.unit + 1) * found.unit);
    lines.take(STARTS).find(|start| {
        let (mut scanner, mut at) = (Scanner::new(found.encoding, marks), *start);
        (0..4).all(|_| match scanner.next(bytes, at, false) {
            Next::Record { range, next, .. } => {
                at = next;
                let place = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
                let cells = parser.cells(bytes.get(place(range.start)..place(range.end)).unwrap_or_default());
                !range.unclosed && cells.len() == width
            }
            _ => false,
        })
    })
}
