//! Where each record lies, and its cells.
//!
//! The csv crate's reader skips blank lines and reports a record's position before them, so the ranges are found here
//! by the same rules as csv-core's state machine (RFC 4180, lenient); its parser then reads the cells of one range.

use contracts::Dialect;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use encoding_rs::Encoding;

use crate::encoding;

/// Bytes that one record may have. A quote that is still open after them is one that never closes.
pub(crate) const MAX_RECORD: usize = 16 << 20;
/// After so many quotes that never close, the rest of the file is read line by line: each of them costs a pass.
const MAX_UNCLOSED: usize = 64;

/// The characters that give a file its structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marks {
    pub delimiter: u8,
    pub quote: Option<u8>,
    /// Set where quotes are escaped by it rather than doubled.
    pub escape: Option<u8>,
}

impl Marks {
    /// The marks that a dialect names.
    pub fn of(dialect: &Dialect) -> Self {
        let ascii = |s: &str| s.bytes().next().filter(u8::is_ascii);
        Self {
            delimiter: ascii(&dialect.delimiter).unwrap_or(b','),
            quote: dialect.quote.as_deref().and_then(ascii),
            escape: dialect.escape.as_deref().and_then(ascii),
        }
    }
}

/// How a record ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Lf,
    CrLf,
    Cr,
    File,
}

/// One record's place in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Range {
    /// First byte.
    pub start: u64,
    /// One past the last byte, without the line's end.
    pub end: u64,
    /// How it ended.
    pub ending: End,
    /// Whether a quote opened in it never closes; the range is then its first line only.
    pub unclosed: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    FieldStart,
    Field,
    Quoted,
    QuoteInQuoted,
    Escaped,
}

/// Code units of the text: bytes, or pairs of bytes for UTF-16.
struct Units<'a> {
    bytes: &'a [u8],
    width: usize,
    big_endian: bool,
}

impl Units<'_> {
    fn len(&self) -> usize {
        self.bytes.len() / self.width
    }

    /// The unit where it is ASCII, else a byte that no mark can be.
    fn at(&self, i: usize) -> u8 {
        if self.width == 1 {
            return self.bytes.get(i).copied().unwrap_or(0);
        }
        let pair = self.bytes.get(2 * i..2 * i + 2).and_then(|p| <[u8; 2]>::try_from(p).ok()).unwrap_or([0, 0]);
        let unit = if self.big_endian { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) };
        u8::try_from(unit).ok().filter(u8::is_ascii).unwrap_or(0xff)
    }
}

impl Units<'_> {
    /// The first line break from one unit up to another.
    fn find_break(&self, from: usize, to: usize) -> Option<usize> {
        if self.width == 1 {
            return memchr::memchr2(b'\n', b'\r', self.bytes.get(from..to)?).map(|i| from + i);
        }
        (from..to).find(|i| matches!(self.at(*i), b'\n' | b'\r'))
    }

    /// Where a record's cells begin: behind the byte order mark of a file that was appended to another.
    fn behind_mark(&self, at: usize) -> usize {
        let marked = if self.width == 1 {
            self.bytes.get(at..at + 3) == Some(&[0xef, 0xbb, 0xbf])
        } else {
            let pair = self.bytes.get(2 * at..2 * at + 2);
            pair == Some(if self.big_endian { &[0xfe, 0xff] } else { &[0xff, 0xfe] })
        };
        at + if marked { if self.width == 1 { 3 } else { 1 } } else { 0 }
    }
}

/// What stands at a place of a buffer.
pub(crate) enum Next {
    /// A record, where the next one starts, and whether its quotes were given up as never closing.
    Record { range: Range, next: usize, gave_up: bool },
    /// Nothing, or the start of one whose end can't be told without the bytes that follow.
    More,
    /// It has more than [`MAX_RECORD`] bytes.
    TooLong,
}

/// Finds the records of a buffer, which is a part of the file or the whole of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scanner {
    pub marks: Marks,
    /// Bytes of a code unit.
    width: usize,
    big_endian: bool,
    /// Quotes so far that never closed.
    pub unclosed: usize,
    /// Cells of the first record of one line; 0 before it.
    usual: usize,
}

impl Scanner {
    pub fn new(encoding: &'static Encoding, marks: Marks) -> Self {
        let big_endian = encoding == encoding_rs::UTF_16BE;
        let width = if big_endian || encoding == encoding_rs::UTF_16LE { 2 } else { 1 };
        Self { marks, width, big_endian, unclosed: 0, usual: 0 }
    }

    /// Whether a line without open quotes is a record whatever stands around it, and all is known that such lines tell.
    pub fn takes_lines(&self) -> bool {
        let Marks { delimiter, quote, escape } = self.marks;
        let is_ascii = delimiter.is_ascii() && quote.is_none_or(|quote| quote.is_ascii());
        self.width == 1 && is_ascii && escape.is_none() && self.usual >= 2 && self.unclosed < MAX_UNCLOSED
    }

    /// The record that starts at `at`, its range counted from the buffer's start. `last`: the file ends with the buffer.
    pub fn next(&mut self, buffer: &[u8], at: usize, last: bool) -> Next {
        let body = buffer.get(at..).unwrap_or_default();
        let cut = body.len() > MAX_RECORD;
        let body = if cut { body.get(..MAX_RECORD).unwrap_or_default() } else { body };
        let units = Units { bytes: body, width: self.width, big_endian: self.big_endian };
        if units.len() == 0 {
            // Half a code unit behind the last line's end is no text, and not to be lost either.
            let range = Range { start: at as u64, end: buffer.len() as u64, ending: End::File, unclosed: false };
            let half = last && !body.is_empty();
            return if half { Next::Record { range, next: buffer.len(), gave_up: false } } else { Next::More };
        }
        // Whether what a scan met at the end of the units is really the end.
        let over = last && !cut;
        let plain = Marks { quote: None, escape: None, ..self.marks };
        let lenient = self.unclosed >= MAX_UNCLOSED;
        let mut scanned = scan(&units, 0, if lenient { plain } else { self.marks });
        let reaches_end = |scanned: &(usize, End, bool)| {
            let end = scanned.0 + if scanned.1 == End::File { 0 } else { 1 };
            // A line feed may follow a carriage return that stands last.
            scanned.1 == End::File || scanned.1 == End::Cr && end >= units.len()
        };
        if reaches_end(&scanned) && !over && !cut {
            return Next::More;
        }
        // A quote that only closes by taking a later record's first quote for its own has swallowed records.
        let swallowed = match scanned.2 {
            true => swallowed(&units, scanned.0, self.marks, &mut self.usual, over || cut),
            false => Swallowed::No,
        };
        if swallowed == Swallowed::Unknown {
            return Next::More;
        }
        let gave_up = !scanned.2;
        if gave_up || swallowed == Swallowed::Yes {
            scanned = scan(&units, 0, plain);
        }
        let (end, ending, _) = scanned;
        if cut && reaches_end(&scanned) {
            return Next::TooLong;
        }
        let broken = gave_up || swallowed == Swallowed::Yes || lenient && odd_quotes(&units, 0, end, self.marks.quote);
        self.unclosed += usize::from(gave_up);
        let next = end
            + match ending {
                End::Lf | End::Cr => 1,
                End::CrLf => 2,
                End::File => 0,
            };
        // A last odd byte of UTF-16 belongs to the last record.
        let last_byte = if ending == End::File { buffer.len() } else { at + end * self.width };
        let range = Range { start: at as u64, end: last_byte as u64, ending, unclosed: broken };
        let next = if ending == End::File { buffer.len() } else { at + next * self.width };
        Next::Record { range, next, gave_up }
    }
}

/// All records of a text in order, blank ones included.
pub(crate) fn ranges(bytes: &[u8], encoding: &'static Encoding, marks: Marks) -> Vec<Range> {
    let mut scanner = Scanner::new(encoding, marks);
    let (mut out, mut at) = (Vec::new(), 0);
    while let Next::Record { range, next, .. } = scanner.next(bytes, at, true) {
        out.push(range);
        at = next;
    }
    out
}

/// Whether the record's quote was left open in its first line, and what closes it is the opening quote of a later record:
/// a quote that neither ends its cell nor is doubled, while the next line by itself has as many cells as records usually
/// have. `usual` keeps that number from the records of one line.
/// [`Swallowed::Unknown`] where that takes the bytes that follow.
fn swallowed(units: &Units<'_>, to: usize, marks: Marks, usual: &mut usize, over: bool) -> Swallowed {
    let from = 0;
    let Some(quote) = marks.quote else { return Swallowed::No };
    let is_break = |i: &usize| matches!(units.at(*i), b'\n' | b'\r');
    let Some(first_line) = units.find_break(from, to) else {
        if *usual < 2 {
            *usual = scan_cells(units, from, to, marks);
        }
        return Swallowed::No;
    };
    if *usual < 2 || !closes_badly(units, from, to, first_line, marks, quote) {
        return Swallowed::No;
    }
    let mut next = first_line;
    while next < to && is_break(&next) {
        next += 1;
    }
    // Only that line is looked at: looking on to where its quotes close would cost a pass over the file for each record.
    let end = match units.find_break(next, units.len()) {
        Some(end) => end,
        None if over => units.len(),
        None => return Swallowed::Unknown,
    };
    let alone = scan_cells(units, next, end, marks) == *usual && !ends_quoted(units, next, end, marks);
    if alone { Swallowed::Yes } else { Swallowed::No }
}

/// Whether a record took others into itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Swallowed {
    Yes,
    No,
    Unknown,
}

/// Whether a quote is still open at the end of a line.
fn ends_quoted(units: &Units<'_>, from: usize, to: usize, marks: Marks) -> bool {
    let end = (from..to).fold(State::FieldStart, |state, i| step(state, units.at(i), marks));
    matches!(end, State::Quoted | State::Escaped)
}

/// Whether a quoted cell that runs over the first line ends in the middle of text.
fn closes_badly(units: &Units<'_>, from: usize, to: usize, first_line: usize, marks: Marks, quote: u8) -> bool {
    let mut state = State::FieldStart;
    let mut opened = from;
    for i in from..to {
        let c = units.at(i);
        let next = step(state, c, marks);
        if next == State::Quoted && state == State::FieldStart {
            opened = i;
        }
        // The first quote behind the line that is not doubled closes the cell; what follows it tells how.
        if state == State::QuoteInQuoted && next != State::Quoted && opened < first_line && i > first_line {
            return c != marks.delimiter && !matches!(c, b'\n' | b'\r' | b' ') && c != quote;
        }
        state = next;
    }
    false
}

/// Cells of a record of one line.
fn scan_cells(units: &Units<'_>, from: usize, to: usize, marks: Marks) -> usize {
    let mut state = State::FieldStart;
    let mut cells = 1;
    for i in from..to {
        state = step(state, units.at(i), marks);
        cells += usize::from(state == State::FieldStart);
    }
    cells
}

fn step(state: State, c: u8, marks: Marks) -> State {
    match state {
        State::FieldStart | State::Field | State::QuoteInQuoted => match c {
            _ if c == marks.delimiter => State::FieldStart,
            _ if state == State::FieldStart && Some(c) == marks.quote => State::Quoted,
            _ if state == State::QuoteInQuoted && marks.escape.is_none() && Some(c) == marks.quote => State::Quoted,
            _ => State::Field,
        },
        State::Quoted if marks.escape.is_some() && Some(c) == marks.escape => State::Escaped,
        State::Quoted if Some(c) == marks.quote => State::QuoteInQuoted,
        State::Quoted | State::Escaped => State::Quoted,
    }
}

fn odd_quotes(units: &Units<'_>, from: usize, to: usize, quote: Option<u8>) -> bool {
    quote.is_some_and(|q| (from..to).filter(|i| units.at(*i) == q).count() % 2 == 1)
}

/// From a record's start to its end: where, how, and whether its quotes closed.
fn scan(units: &Units<'_>, from: usize, marks: Marks) -> (usize, End, bool) {
    let mut state = State::FieldStart;
    let len = units.len();
    let mut i = units.behind_mark(from);
    while i < len {
        // Inside fields most bytes mean nothing; memchr finds the next that may.
        if units.width == 1 {
            let rest = units.bytes.get(i..).unwrap_or_default();
            let jump = match (state, marks.quote) {
                (State::Quoted, Some(q)) => match marks.escape {
                    Some(e) => memchr::memchr2(q, e, rest),
                    None => memchr::memchr(q, rest),
                },
                (State::Field, _) => memchr::memchr3(marks.delimiter, b'\n', b'\r', rest),
                _ => Some(0),
            };
            match jump {
                Some(n) => i += n,
                None => return (len, End::File, state != State::Quoted),
            }
        }
        let c = units.at(i);
        if !matches!(state, State::Quoted | State::Escaped) {
            match c {
                b'\n' => return (i, End::Lf, true),
                b'\r' if i + 1 < len && units.at(i + 1) == b'\n' => return (i, End::CrLf, true),
                b'\r' => return (i, End::Cr, true),
                _ => {}
            }
        }
        state = step(state, c, marks);
        i += 1;
    }
    (len, End::File, !matches!(state, State::Quoted | State::Escaped))
}

/// Parses records of one dialect, reusing its buffers: for whole files. [`crate::parse_row`] is the one-off form.
pub struct RowParser {
    encoding: &'static Encoding,
    reader: Reader,
    buffer: Vec<u8>,
    ends: Vec<usize>,
}

impl RowParser {
    /// A parser for the files of this dialect.
    #[must_use]
    pub fn new(dialect: &Dialect) -> Self {
        Self::with(encoding::by_name(&dialect.encoding), Marks::of(dialect))
    }

    pub(crate) fn with(encoding: &'static Encoding, marks: Marks) -> Self {
        let mut builder = ReaderBuilder::new();
        builder.delimiter(marks.delimiter).escape(marks.escape).double_quote(marks.escape.is_none());
        match marks.quote {
            Some(quote) => builder.quote(quote),
            None => builder.quoting(false),
        };
        Self { encoding, reader: builder.build(), buffer: vec![0; 1024], ends: vec![0; 64] }
    }

    /// The cells of one record from its original bytes, with or without the line's end. Blank: no cells.
    pub fn cells(&mut self, bytes: &[u8]) -> Vec<String> {
        let text = encoding::decode(bytes, self.encoding);
        let fields = self.parse(&text);
        let mut start = 0;
        let mut cells = Vec::with_capacity(fields);
        for end in self.ends.iter().take(fields) {
            cells.push(String::from_utf8_lossy(self.buffer.get(start..*end).unwrap_or_default()).into_owned());
            start = *end;
        }
        cells
    }

    /// As [`Self::cells`], of text, each cell handed over.
    pub(crate) fn each(&mut self, text: &str, mut take: impl FnMut(&str)) {
        let fields = self.parse(text);
        let mut start = 0;
        for end in self.ends.iter().take(fields) {
            take(&String::from_utf8_lossy(self.buffer.get(start..*end).unwrap_or_default()));
            start = *end;
        }
    }

    /// Parses one record into the buffers; how many cells it has.
    fn parse(&mut self, text: &str) -> usize {
        self.reader.reset();
        // A file appended to another brings its mark along.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        // A cell never grows by parsing, so the buffers' sizes are bounded by the input's.
        if self.buffer.len() < text.len() + 1 {
            self.buffer.resize(text.len() + 1, 0);
        }
        let mut input = text.as_bytes();
        let (mut written, mut fields) = (0, 0);
        while let (Some(out), Some(ends)) = (self.buffer.get_mut(written..), self.ends.get_mut(fields..)) {
            let (result, read, wrote, found) = self.reader.read_record(input, out, ends);
            input = input.get(read..).unwrap_or_default();
            written += wrote;
            fields += found;
            match result {
                // An empty input tells the reader that the text is over.
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.buffer.resize(self.buffer.len() * 2 + 1, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2 + 1, 0),
                ReadRecordResult::Record | ReadRecordResult::End => break,
            }
        }
        fields
    }
}

/// Where every record of a file lies, blank ones and those set aside included, as its dialect reads it. The bytes between
/// two records are the end of a line; nothing lies outside.
#[must_use]
pub fn record_spans(bytes: &[u8], dialect: &Dialect) -> Vec<std::ops::Range<u64>> {
    let encoding = encoding::by_name(&dialect.encoding);
    let skip = if dialect.bom { Encoding::for_bom(bytes).map_or(0, |(_, length)| length) } else { 0 };
    let body = bytes.get(skip..).unwrap_or_default();
    let at = |n: u64| n + skip as u64;
    ranges(body, encoding, Marks::of(dialect)).into_iter().map(|r| at(r.start)..at(r.end)).collect()
}

/// The cells of one row from its original bytes, as sliced by its [`crate::RowSpan`].
///
/// ```
/// # let dialect = contracts::Dialect { encoding: "utf-8".into(), bom: false, delimiter: ";".into(),
/// #   quote: Some("\"".into()), escape: None, line_ending: contracts::LineEnding::Lf, preamble_rows: 0,
/// #   header_row: Some(1), footer_rows: 0, blank_rows: 0 };
/// assert_eq!(understanding::parse_row(b"Meera;\"Rao; Iyer\";", &dialect), ["Meera", "Rao; Iyer", ""]);
/// ```
#[must_use]
pub fn parse_row(bytes: &[u8], dialect: &Dialect) -> Vec<String> {
    RowParser::new(dialect).cells(bytes)
}
