//! The file's records in batches, read window by window; never more of it in memory than a few windows.

use std::ops::Range as Span;

use encoding_rs::{Encoding, UTF_8};

use crate::UnderstandingError;
use crate::encoding::{Found, decode};
use crate::records::{MAX_RECORD, Marks, Next, Range, RowParser, Scanner};
use crate::source::{Source, read_full};
use crate::stops::{Stops, line};
use crate::structure::{HEAD, TAIL, WIDTHS};

/// Bytes of the records at the end that may be held back until it is known whether they are a footer.
const MAX_HELD: usize = 8 << 20;
/// Bytes looked at for the first records: one whose quote never closes needs [`MAX_RECORD`] of them to show it.
const MAX_HEAD: usize = 2 * MAX_RECORD;
/// Marks a cell that lies in the batch's own text rather than in the file's bytes.
const OWN: u32 = 1 << 31;

/// One cell's place.
#[derive(Clone, Copy, Debug)]
struct Cell {
    start: u32,
    len: u32,
}

/// A record of a batch.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    /// Its place in the file.
    pub range: Range,
    cells: Span<usize>,
}

/// Records that follow one another, with their cells.
#[derive(Default)]
pub(crate) struct Batch {
    buffer: Vec<u8>,
    /// Where the buffer starts in the file.
    base: u64,
    /// Bytes of the buffer that the records take up.
    used: usize,
    /// Whether these bytes are the text as it stands.
    is_text: bool,
    own: String,
    cells: Vec<Cell>,
    pub records: Vec<Record>,
    /// The number of its first record in the file, from 0.
    pub first: u64,
    /// Whether the file ends with it.
    pub last: bool,
}

/// The text of a batch's cells.
#[derive(Clone, Copy)]
pub(crate) struct Cells<'a> {
    text: &'a str,
    own: &'a str,
    cells: &'a [Cell],
}

impl<'a> Cells<'a> {
    fn text(&self, cell: &Cell) -> &'a str {
        let (text, start) = if cell.start & OWN == 0 { (self.text, cell.start) } else { (self.own, cell.start & !OWN) };
        let start = start as usize;
        text.get(start..start + cell.len as usize).unwrap_or_default()
    }

    /// How many cells a record has.
    pub fn count(record: &Record) -> usize {
        record.cells.len()
    }

    /// One cell of a record.
    pub fn cell(&self, record: &Record, column: usize) -> Option<&'a str> {
        let at = record.cells.start + column;
        self.cells.get(at).filter(|_| at < record.cells.end).map(|c| self.text(c))
    }

    /// All cells of a record.
    pub fn of(&self, record: &Record) -> impl Iterator<Item = &'a str> + use<'a> {
        let this = *self;
        this.cells.get(record.cells.clone()).unwrap_or_default().iter().map(move |c| this.text(c))
    }
}

impl Batch {
    /// Where the next batch's records start in the file.
    pub fn end(&self) -> u64 {
        self.base + self.used as u64
    }

    /// Its cells' texts.
    pub fn cells(&self) -> Cells<'_> {
        let bytes = if self.is_text { self.buffer.get(..self.used).unwrap_or_default() } else { &[] };
        Cells { text: std::str::from_utf8(bytes).unwrap_or_default(), own: &self.own, cells: &self.cells }
    }

    /// Splits the records found into cells. `lines`: by record, where its cells end among those that are there already.
    fn split(
        &mut self,
        (ranges, lines): (&[Range], &[Option<u32>]),
        parser: &mut RowParser,
        encoding: &'static Encoding,
        marks: Marks,
    ) {
        self.records.clear();
        self.own.clear();
        let bytes = self.buffer.get(..self.used).unwrap_or_default();
        let text = if encoding == UTF_8 { std::str::from_utf8(bytes).ok() } else { None };
        self.is_text = text.is_some();
        let mut before = 0;
        for (range, line) in ranges.iter().zip(lines) {
            if let Some(end) = line.filter(|_| self.is_text) {
                let end = end as usize;
                self.records.push(Record { range: *range, cells: before..end });
                before = end;
                continue;
            }
            let from = self.cells.len();
            let local = (range.start - self.base) as usize..(range.end - self.base) as usize;
            let bytes = self.buffer.get(local.clone()).unwrap_or_default();
            let plain = marks.escape.is_none() && !bytes.starts_with(&BOM);
            match text.filter(|_| plain) {
                Some(_) if bytes.is_empty() => {}
                Some(text) => split_text(text, local, marks, &mut self.own, &mut self.cells),
                None => {
                    let text = decode(bytes, encoding);
                    let (own, cells) = (&mut self.own, &mut self.cells);
                    parser.each(&text, |cell| {
                        cells.push(Cell { start: own.len() as u32 | OWN, len: cell.len() as u32 });
                        own.push_str(cell);
                    });
                }
            }
            self.records.push(Record { range: *range, cells: from..self.cells.len() });
        }
    }
}

/// The cells of the record in a part of the text, by csv-core's rules: a quote counts where it opens a cell, two inside
/// stand for one, and what follows the closing one belongs to the cell as it stands.
fn split_text(text: &str, at: Span<usize>, marks: Marks, own: &mut String, cells: &mut Vec<Cell>) {
    let bytes = text.as_bytes().get(..at.end).unwrap_or_default();
    let find = |byte: u8, from: usize| {
        let rest = bytes.get(from..).unwrap_or_default();
        memchr::memchr(byte, rest).map_or(at.end, |n| from + n)
    };
    let place = |start: usize, end: usize| Cell { start: start as u32, len: (end - start) as u32 };
    let mut start = at.start;
    loop {
        let quote = marks.quote.filter(|q| bytes.get(start) == Some(q));
        let end = match quote {
            None => {
                let end = find(marks.delimiter, start);
                cells.push(place(start, end));
                end
            }
            Some(q) => {
                let (mut from, first) = (start + 1, own.len());
                loop {
                    let close = find(q, from);
                    let after = bytes.get(close + 1).copied();
                    if after == Some(q) {
                        own.push_str(text.get(from..=close).unwrap_or_default());
                        from = close + 2;
                        continue;
                    }
                    // Nothing doubled and nothing after it: the cell is a part of the text.
                    if own.len() == first && (after.is_none() || after == Some(marks.delimiter)) {
                        cells.push(place(from, close));
                        break (close + 1).min(at.end);
                    }
                    own.push_str(text.get(from..close).unwrap_or_default());
                    let rest = (close + 1).min(at.end);
                    let end = find(marks.delimiter, rest);
                    own.push_str(text.get(rest..end).unwrap_or_default());
                    cells.push(Cell { start: first as u32 | OWN, len: (own.len() - first) as u32 });
                    break end;
                }
            }
        };
        if end >= at.end {
            return;
        }
        start = end + 1;
    }
}

/// csv-core takes a byte order mark off whatever it reads first.
const BOM: [u8; 3] = [0xef, 0xbb, 0xbf];

/// Reads batches one after another.
pub(crate) struct BatchReader<'a> {
    source: &'a dyn Source,
    encoding: &'static Encoding,
    scanner: Scanner,
    parser: RowParser,
    window: usize,
    /// What lies before the next batch's bytes and belongs to it.
    carried: Vec<u8>,
    /// Where that lies in the file.
    base: u64,
    /// Records handed out.
    count: u64,
    ranges: Vec<Range>,
    gave_up: Vec<bool>,
    /// By record, where its cells end among `cells`; none for one that is still to be split.
    lines: Vec<Option<u32>>,
    cells: Vec<Cell>,
}

impl<'a> BatchReader<'a> {
    pub fn new(source: &'a dyn Source, found: &Found, marks: Marks, window: usize) -> Self {
        Self {
            source,
            encoding: found.encoding,
            scanner: Scanner::new(found.encoding, marks),
            parser: RowParser::with(found.encoding, marks),
            window: window.max(1),
            carried: Vec::new(),
            base: found.bom_len as u64,
            count: 0,
            ranges: Vec::new(),
            gave_up: Vec::new(),
            lines: Vec::new(),
            cells: Vec::new(),
        }
    }

    /// Fills the batch with the records that follow; the last of them, which may be a footer, come again with the next.
    ///
    /// # Errors
    /// [`UnderstandingError::Unreadable`], [`UnderstandingError::RecordTooLong`].
    pub fn fill(&mut self, batch: &mut Batch) -> Result<(), UnderstandingError> {
        batch.buffer.clear();
        batch.buffer.append(&mut self.carried);
        batch.base = self.base;
        batch.first = self.count;
        self.ranges.clear();
        self.gave_up.clear();
        self.lines.clear();
        self.cells.clear();
        let (mut at, mut last) = (0, false);
        let held = loop {
            if !last {
                let filled = batch.buffer.len();
                batch.buffer.resize(filled + self.window, 0);
                let room = batch.buffer.get_mut(filled..).unwrap_or_default();
                let read = read_full(self.source, self.base + filled as u64, room)?;
                last = read < self.window;
                batch.buffer.truncate(filled + read);
            }
            at = self.scan(&batch.buffer, at, last)?;
            let held = if last { self.ranges.len() } else { self.held_from(at) };
            if last || held > 0 {
                break held;
            }
        };
        batch.last = last;
        let taken_back = self.gave_up.iter().skip(held).filter(|g| **g).count();
        self.scanner.unclosed -= taken_back;
        let next = self.ranges.get(held).map_or(at, |r| (r.start - self.base) as usize);
        batch.used = next;
        self.carried.extend_from_slice(batch.buffer.get(next..).unwrap_or_default());
        self.base += next as u64;
        self.count += held as u64;
        let ranges = self.ranges.get(..held).unwrap_or_default();
        let lines = self.lines.get(..held).unwrap_or_default();
        std::mem::swap(&mut batch.cells, &mut self.cells);
        batch.split((ranges, lines), &mut self.parser, self.encoding, self.scanner.marks);
        Ok(())
    }

    /// Finds all whole records of the buffer from `at` on; where the rest starts.
    fn scan(&mut self, buffer: &[u8], mut at: usize, last: bool) -> Result<usize, UnderstandingError> {
        let Marks { delimiter, quote, .. } = self.scanner.marks;
        let is_text = self.encoding == UTF_8;
        let mut stops = Stops::new(buffer, at, delimiter, quote);
        loop {
            while is_text && self.scanner.takes_lines() {
                let before = self.cells.len();
                let cells = &mut self.cells;
                let take = |start: usize, end: usize| {
                    cells.push(Cell { start: start as u32, len: (end - start) as u32 });
                };
                let Some(line) = line(&mut stops, at, quote, take) else {
                    self.cells.truncate(before);
                    break;
                };
                let (start, end) = (self.base + at as u64, self.base + line.end as u64);
                self.ranges.push(Range { start, end, ending: line.ending, unclosed: false });
                self.gave_up.push(false);
                self.lines.push(Some(self.cells.len() as u32));
                at = line.next;
            }
            match self.scanner.next(buffer, at, last) {
                Next::Record { range, next, gave_up } => {
                    let (start, end) = (self.base + range.start, self.base + range.end);
                    self.ranges.push(Range { start, end, ..range });
                    self.gave_up.push(gave_up);
                    self.lines.push(None);
                    at = next;
                    stops.seek(at);
                }
                Next::More => return Ok(at),
                Next::TooLong => {
                    let record = self.count + self.ranges.len() as u64 + 1;
                    return Err(UnderstandingError::RecordTooLong { record, limit: MAX_RECORD });
                }
            }
        }
    }

    /// The first record that may turn out to be one of the file's last.
    fn held_from(&self, scanned: usize) -> usize {
        let far = (self.base + scanned as u64).saturating_sub(MAX_HELD as u64);
        let by_count = self.ranges.len().saturating_sub(TAIL);
        let by_bytes = self.ranges.partition_point(|r| r.start < far);
        by_count.max(by_bytes)
    }
}

/// The last records of a file's last batch: as many as may have been held back.
pub(crate) fn tail(batch: &Batch) -> Vec<Vec<String>> {
    let far = (batch.base + batch.buffer.len() as u64).saturating_sub(MAX_HELD as u64);
    let from = batch.records.len().saturating_sub(TAIL).max(batch.records.partition_point(|r| r.range.start < far));
    let cells = batch.cells();
    batch.records.iter().skip(from).map(|r| cells.of(r).map(str::to_owned).collect()).collect()
}

/// What the first records tell.
pub(crate) struct Head {
    /// Cells of the first [`HEAD`] records.
    pub cells: Vec<Vec<String>>,
    /// Numbers of cells of the first [`WIDTHS`] records that say something.
    pub widths: Vec<usize>,
    /// How many records the file has about: exact where it has no more than these.
    pub records: u64,
    /// Cells of the file's last [`TAIL`] records, where it has no more than these.
    pub tail: Vec<Vec<String>>,
}

/// Reads the first records.
///
/// # Errors
/// As [`BatchReader::fill`].
pub(crate) fn head(source: &dyn Source, found: &Found, marks: Marks) -> Result<Head, UnderstandingError> {
    let mut buffer = Vec::new();
    let mut size = 1 << 18;
    let mut ranges: Vec<Range> = Vec::new();
    let (mut scanner, mut at) = (Scanner::new(found.encoding, marks), 0);
    let whole = loop {
        let filled = buffer.len();
        buffer.resize(size, 0);
        let read = read_full(source, (found.bom_len + filled) as u64, buffer.get_mut(filled..).unwrap_or_default())?;
        let last = filled + read < size;
        buffer.truncate(filled + read);
        while ranges.len() < WIDTHS {
            match scanner.next(&buffer, at, last) {
                Next::Record { range, next, .. } => {
                    ranges.push(range);
                    at = next;
                }
                Next::More => break,
                Next::TooLong if ranges.is_empty() => {
                    return Err(UnderstandingError::RecordTooLong { record: 1, limit: MAX_RECORD });
                }
                Next::TooLong => break,
            }
        }
        let whole = last && matches!(scanner.next(&buffer, at, true), Next::More);
        if whole || last || ranges.len() >= WIDTHS || size >= MAX_HEAD {
            break whole;
        }
        size *= 4;
    };
    let mut parser = RowParser::with(found.encoding, marks);
    let mut out = Head { cells: Vec::new(), widths: Vec::new(), records: ranges.len() as u64, tail: Vec::new() };
    for (i, range) in ranges.iter().enumerate() {
        let cells = parser.cells(buffer.get(range.start as usize..range.end as usize).unwrap_or_default());
        if cells.iter().any(|c| !c.trim().is_empty()) {
            out.widths.push(cells.len());
        }
        if whole && i + TAIL >= ranges.len() {
            out.tail.push(cells.clone());
        }
        if i < HEAD {
            out.cells.push(cells);
        }
    }
    if !whole && at > 0 {
        let body = u128::from(source.len()) * ranges.len() as u128 / at as u128;
        out.records = u64::try_from(body).unwrap_or(u64::MAX);
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_batch_splits_records_as_the_row_parser_does(text in "(a|\u{e9}|,|,|\"|\"|\"\"|\n|\r\n|;|\u{feff}){0,40}", quoted in any::<bool>()) {
            let marks = Marks { delimiter: b',', quote: quoted.then_some(b'"'), escape: None };
            let found = Found { encoding: UTF_8, bom_len: 0, unit: 1, damaged: 0 };
            let source = text.as_bytes();
            let mut batch = Batch::default();
            BatchReader::new(&source, &found, marks, 1 << 20).fill(&mut batch).expect("readable");
            let mut parser = RowParser::with(UTF_8, marks);
            let cells = batch.cells();
            for record in &batch.records {
                let local = record.range.start as usize..record.range.end as usize;
                let wanted = parser.cells(source.get(local).unwrap_or_default());
                let given: Vec<&str> = cells.of(record).collect();
                prop_assert_eq!(given, wanted);
            }
        }
    }
}
