//! Delimiter, quote and escape.
//!
//! csv-nose scores dialects by how uniform a table they make; its choice is kept unless another delimiter makes a clearly
//! more regular table of these bytes, for it also weighs characters that no export uses.

use csv_nose::{Quote, SampleSize, Sniffer};
use encoding_rs::Encoding;

use crate::encoding::{self, Found};
use crate::read_as::Said;
use crate::records::{Marks, Range, RowParser, ranges};

/// Bytes looked at for the delimiter; enough for some hundred wide records.
pub(crate) const SAMPLE: usize = 256 * 1024;
/// Records of the sample whose cells are counted.
const RECORDS: usize = 400;
/// Delimiters seen in exports.
pub(crate) const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Decides on the characters that give the file its structure. `body`: its first [`SAMPLE`] bytes after the byte order
/// mark; `quoted`: whether a double quote opens a field anywhere in it; `said`: what a person settled already.
pub(crate) fn sniff(body: &[u8], found: &Found, quoted: bool, said: &Said) -> Marks {
    let cut = body.len().min(SAMPLE) / found.unit * found.unit;
    let sample = encoding::decode(body.get(..cut).unwrap_or_default(), found.encoding);
    let sample = sample.as_bytes();
    let quote = said.quote.unwrap_or_else(|| quoted.then_some(b'"')).filter(|q| said.delimiter != Some(*q));
    let or_single = |delimiter: u8, single: bool| {
        let asked = quote.is_none() && said.quote.is_none() && delimiter != b'\'';
        if asked && single && quotes_fields(sample, delimiter, b'\'') { Some(b'\'') } else { quote }
    };
    let settled = |delimiter: u8, quote: Option<u8>| {
        let marks = Marks { delimiter, quote, escape: None };
        Marks { escape: escape(sample, marks), ..marks }
    };
    if let Some(delimiter) = said.delimiter {
        return settled(delimiter, or_single(delimiter, true));
    }
    // Excel's own first line says it outright.
    if let Some(delimiter) = stated(sample) {
        return settled(delimiter, quote);
    }
    let candidates: Vec<(u8, f64)> =
        DELIMITERS.iter().map(|d| (*d, regularity(sample, Marks { delimiter: *d, quote, escape: None }))).collect();
    let best = candidates.iter().fold((b',', 0.0), |best: (u8, f64), c| if c.1 > best.1 { *c } else { best });
    let nose = Sniffer::new().sample_size(SampleSize::Records(100)).sniff_bytes(sample).ok();
    let delimiter = nose
        .as_ref()
        .map(|m| m.dialect.delimiter)
        .filter(|d| candidates.iter().any(|c| c.0 == *d && c.1 > 0.0 && c.1 >= best.1 - 0.1))
        .unwrap_or(best.0);
    let single = nose.is_some_and(|m| m.dialect.quote == Quote::Some(b'\''));
    settled(delimiter, or_single(delimiter, single))
}

/// The delimiter of a first line `sep=;`, with or without quotes.
fn stated(sample: &[u8]) -> Option<u8> {
    let line = sample.split(|b| matches!(b, b'\n' | b'\r')).next()?;
    let line = line.strip_prefix(b"\"").and_then(|l| l.strip_suffix(b"\"")).unwrap_or(line);
    let start = line.get(..4)?;
    match *line.get(4..)? {
        [delimiter]
            if start.eq_ignore_ascii_case(b"sep=") && (delimiter == b'\t' || delimiter.is_ascii_punctuation()) =>
        {
            Some(delimiter)
        }
        _ => None,
    }
}

/// Whether a record is Excel's line that states the delimiter.
pub(crate) fn states_delimiter(cells: &[String]) -> bool {
    let first = cells.first().map(|c| c.trim().trim_start_matches('\u{feff}').to_ascii_lowercase());
    let rest_empty = cells.iter().skip(1).all(|c| c.is_empty());
    rest_empty && first.is_some_and(|f| f.starts_with("sep=") && f.chars().count() <= 5)
}

/// Whether most fields that start with the quote also end with it: an apostrophe inside a name is no quote.
fn quotes_fields(sample: &[u8], delimiter: u8, quote: u8) -> bool {
    let mut opened = 0usize;
    let mut closed = 0usize;
    for field in sample.split(|b| *b == delimiter || *b == b'\n' || *b == b'\r') {
        let opens = field.first() == Some(&quote);
        let closes = field.len() > 1 && field.last() == Some(&quote);
        opened += usize::from(opens);
        closed += usize::from(opens && closes);
    }
    opened >= 3 && closed * 10 >= opened * 9
}

/// Backslash escapes only where they make a more regular table than doubled quotes do: JSON inside a doubled cell holds
/// `\""` and is no reason.
fn escape(sample: &[u8], marks: Marks) -> Option<u8> {
    let quote = marks.quote?;
    let mut pair = sample.windows(2).filter(|w| w == &[b'\\', quote]);
    pair.next()?;
    let escaped = Marks { escape: Some(b'\\'), ..marks };
    (regularity(sample, escaped) > regularity(sample, marks) + 0.001).then_some(b'\\')
}

/// 0 where the delimiter makes no columns, else near 1 for a table whose records have one width.
fn regularity(sample: &[u8], marks: Marks) -> f64 {
    let all = ranges(sample, encoding_rs::UTF_8, marks);
    // The sample may cut its last record.
    let kept = if all.len() > 1 { all.len() - 1 } else { all.len() };
    let widths = widths(sample, all.iter().take(kept.min(RECORDS)), encoding_rs::UTF_8, marks);
    let full: Vec<usize> = widths.into_iter().filter(|w| *w > 0).collect();
    let mode = usual_width(&full);
    if mode < 2 {
        return 0.0;
    }
    let same = full.iter().filter(|w| **w == mode).count();
    let unclosed = all.iter().filter(|r| r.unclosed).count();
    let share = same as f64 / full.len() as f64;
    // More columns speak a little for a delimiter: a comma inside addresses makes two, the real one makes ten.
    share + 0.2 * (1.0 - 1.0 / mode as f64) - (unclosed as f64 / full.len() as f64)
}

/// Numbers of cells of records; 0 for blank ones.
pub(crate) fn widths<'a>(
    bytes: &[u8],
    records: impl Iterator<Item = &'a Range>,
    encoding: &'static Encoding,
    marks: Marks,
) -> Vec<usize> {
    let mut parser = RowParser::with(encoding, marks);
    records
        .map(|r| {
            let cells = parser.cells(slice(bytes, r));
            if is_blank(&cells) { 0 } else { cells.len() }
        })
        .collect()
}

/// The bytes of a record.
pub(crate) fn slice<'a>(bytes: &'a [u8], record: &Range) -> &'a [u8] {
    let at = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
    bytes.get(at(record.start)..at(record.end)).unwrap_or_default()
}

/// Whether a record says nothing at all.
pub(crate) fn is_blank(cells: &[String]) -> bool {
    cells.iter().all(|c| c.trim().is_empty())
}

/// The width whose records hold the most cells: that of the table, not of the single cells of titles and notes around it.
/// 0 for none.
pub(crate) fn usual_width(numbers: &[usize]) -> usize {
    let mut counts = std::collections::BTreeMap::new();
    for n in numbers {
        *counts.entry(*n).or_insert(0usize) += 1;
    }
    counts.into_iter().max_by_key(|(n, count)| (count * n, *n)).map_or(0, |(n, _)| n)
}
