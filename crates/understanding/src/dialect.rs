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
    sniffed(body, found, (quoted, said), false)
}

/// `always`: csv-nose is asked even where its answer decides nothing.
fn sniffed(body: &[u8], found: &Found, (quoted, said): (bool, &Said), always: bool) -> Marks {
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
    // csv-nose chooses among delimiters that make about as regular a table as the best, and says whether single quotes are
    // quotes where it looks so. Of most files neither is asked, and it takes longer than all else that is done here.
    let rivals = |d: u8| candidates.iter().any(|c| c.0 == d && c.1 > 0.0 && c.1 >= best.1 - 0.1);
    let one_table = !DELIMITERS.iter().any(|d| *d != best.0 && rivals(*d));
    if !always && one_table && or_single(best.0, true) == quote {
        return settled(best.0, quote);
    }
    let nose = Sniffer::new().sample_size(SampleSize::Records(100)).sniff_bytes(sample).ok();
    let delimiter = nose.as_ref().map(|m| m.dialect.delimiter).filter(|d| rivals(*d)).unwrap_or(best.0);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_csv_nose_is_not_asked_it_would_have_decided_nothing() {
        let utf8 = Found { encoding: encoding_rs::UTF_8, bom_len: 0, unit: 1, damaged: 0 };
        let mut seed = 5_u64;
        let mut draw = |below: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % below
        };
        let mut both = 0;
        for nth in 0..400 {
            // Tables of some width, with cells that hold other delimiters, quotes of either kind, and lines that are none.
            let delimiter = [',', ';', '\t', '|', ':', '~'][draw(6) as usize];
            let (width, ragged, quotes) = (1 + draw(7), draw(3) == 0, draw(4));
            let mut text = String::new();
            for row in 0..3 + draw(30) {
                for cell in 0..if ragged { 1 + draw(width) } else { width } {
                    if cell > 0 {
                        text.push(delimiter);
                    }
                    let value = match draw(9) {
                        0 => format!("{}, {}", draw(90), draw(90)),
                        1 => format!("a; b{}", draw(9)),
                        2 => "O'Brien | sons".to_owned(),
                        3 => format!("+91 {}", 9_800_000_000 + draw(99_999_999)),
                        4 => String::new(),
                        5 => format!("{}:{}", draw(24), draw(60)),
                        _ => format!("Name{row} {cell}"),
                    };
                    match quotes {
                        0 => text.push_str(&format!("\"{value}\"")),
                        1 => text.push_str(&format!("'{value}'")),
                        _ => text.push_str(&value),
                    }
                }
                text.push('\n');
            }
            for (quoted, said) in
                [(text.contains('"'), Said::default()), (false, Said { quote: Some(None), ..Said::default() })]
            {
                let found = sniffed(text.as_bytes(), &utf8, (quoted, &said), false);
                assert_eq!(found, sniffed(text.as_bytes(), &utf8, (quoted, &said), true), "{nth}: {text}");
                both += usize::from(found.quote == Some(b'\''));
            }
        }
        assert!(both > 0, "single quotes are found among them");
    }
}
