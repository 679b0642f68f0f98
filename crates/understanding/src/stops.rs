//! The lines of plain text and their cells in one go: the bytes that mean something are found 64 at a time.

use crate::records::{End, MAX_RECORD};

/// Bytes looked at together.
const BLOCK: usize = 64;

/// The bytes that mean something, one after another: delimiters, line breaks, quotes.
pub(crate) struct Stops<'a> {
    bytes: &'a [u8],
    delimiter: u8,
    /// The delimiter once more where nothing is quoted.
    quote: u8,
    /// Where the block behind the present one begins.
    next: usize,
    /// Those of the present block that are left, a bit each.
    left: u64,
}

impl<'a> Stops<'a> {
    /// From a place of the bytes on.
    pub fn new(bytes: &'a [u8], from: usize, delimiter: u8, quote: Option<u8>) -> Self {
        let mut stops = Self { bytes, delimiter, quote: quote.unwrap_or(delimiter), next: 0, left: 0 };
        stops.seek(from);
        stops
    }

    /// Goes on from another place.
    pub fn seek(&mut self, from: usize) {
        self.next = from - from % BLOCK;
        self.load();
        self.left &= !0 << (from % BLOCK);
    }

    /// Where the next one stands.
    #[inline]
    pub fn next(&mut self) -> Option<usize> {
        while self.left == 0 {
            if self.next >= self.bytes.len() {
                return None;
            }
            self.load();
        }
        let at = self.left.trailing_zeros() as usize;
        self.left &= self.left - 1;
        Some(self.next - BLOCK + at)
    }

    #[inline]
    fn load(&mut self) {
        let rest = self.bytes.get(self.next..).unwrap_or_default();
        let marks = [self.delimiter, self.quote, b'\n', b'\r'];
        self.left = match rest.first_chunk::<BLOCK>() {
            Some(block) => any_of(block, marks),
            None => {
                let mut block = [0; BLOCK];
                block[..rest.len()].copy_from_slice(rest);
                any_of(&block, marks) & !(!0 << rest.len())
            }
        };
        self.next += BLOCK;
    }
}

/// Which bytes are one of four ASCII characters, a bit each.
#[inline]
fn any_of(block: &[u8; BLOCK], marks: [u8; 4]) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    let marks = marks.map(|mark| ONES * u64::from(mark));
    let mut out = 0;
    for (at, part) in block.as_chunks::<8>().0.iter().enumerate() {
        let word = u64::from_le_bytes(*part);
        let low = word & LOW;
        // The highest bit of each byte that is not the mark; nothing is carried from one byte to the next.
        let none = marks.iter().fold(!0, |all, mark| all & ((low ^ mark) + LOW));
        let found = !(none | word) & !LOW;
        // Gathers the eight bits, which stand eight apart, in the highest byte.
        out |= ((found >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) << (8 * at);
    }
    out
}

/// A line with its cells.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// One past its last byte.
    pub end: usize,
    /// How it ends.
    pub ending: End,
    /// Where the next one starts.
    pub next: usize,
}

/// The line that starts at `at`, where the stops are, and hands over its cells. None for whatever is not as plain as nearly all
/// lines are: quotes doubled or unclosed in it, text behind a closing one, a byte order mark at its start, or no end in sight.
/// Cells may have been handed over by then.
#[inline]
pub(crate) fn line(
    stops: &mut Stops<'_>,
    at: usize,
    quote: Option<u8>,
    mut take: impl FnMut(usize, usize),
) -> Option<Line> {
    let bytes = stops.bytes;
    if bytes.get(at) == Some(&0xef) {
        return None;
    }
    let mut start = at;
    let (end, stop) = loop {
        let first = bytes.get(start).copied();
        let end = if quote.is_some() && first == quote {
            stops.next()?;
            let close = loop {
                let place = stops.next()?;
                match bytes[place] {
                    byte if Some(byte) == quote => break place,
                    b'\n' | b'\r' => return None,
                    _ => {}
                }
            };
            let behind = stops.next()?;
            if behind != close + 1 || bytes.get(behind).copied() == quote {
                return None;
            }
            take(start + 1, close);
            behind
        } else {
            let end = loop {
                let place = stops.next()?;
                // A quote inside of a cell is text.
                if Some(bytes[place]) != quote {
                    break place;
                }
            };
            // A line without anything has no cells.
            if end > at || bytes[end] == stops.delimiter {
                take(start, end);
            }
            end
        };
        if bytes[end] != stops.delimiter {
            break (end, bytes[end]);
        }
        start = end + 1;
    };
    let (ending, next) = match (stop, bytes.get(end + 1)) {
        (b'\r', None) => return None,
        (b'\r', Some(b'\n')) => {
            stops.next()?;
            (End::CrLf, end + 2)
        }
        (b'\r', _) => (End::Cr, end + 1),
        _ => (End::Lf, end + 1),
    };
    (next - at <= MAX_RECORD).then_some(Line { end, ending, next })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stop_is_found_and_nothing_else() {
        let bytes: Vec<u8> = (0..1_000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        for (quote, from) in
            [(Some(b'"'), 0), (None, 1), (Some(b'\''), 63), (Some(b'"'), 64), (None, 999), (None, 1_000)]
        {
            let mut stops = Stops::new(&bytes, from, b',', quote);
            let found: Vec<usize> = std::iter::from_fn(|| stops.next()).collect();
            let is = |byte: u8| matches!(byte, b',' | b'\n' | b'\r') || Some(byte) == quote;
            let wanted: Vec<usize> = (from..bytes.len()).filter(|at| is(bytes[*at])).collect();
            assert_eq!(found, wanted);
        }
    }

    #[test]
    fn plain_lines_have_their_cells_and_others_are_left() {
        let read = |text: &str| {
            let mut cells = Vec::new();
            let mut stops = Stops::new(text.as_bytes(), 0, b',', Some(b'"'));
            let line = line(&mut stops, 0, Some(b'"'), |from, to| cells.push(text[from..to].to_owned()));
            line.map(|line| (cells, line.ending, line.next))
        };
        let cells = |list: &[&str]| list.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        assert_eq!(read("a,\"b, c\",\nd"), Some((cells(&["a", "b, c", ""]), End::Lf, 10)));
        assert_eq!(read("a \"b\" c\r\n"), Some((cells(&["a \"b\" c"]), End::CrLf, 9)));
        assert_eq!(read(",\r\r"), Some((cells(&["", ""]), End::Cr, 2)));
        assert_eq!(read("\nb"), Some((cells(&[]), End::Lf, 1)));
        for text in ["\"a\"\"b\"\n", "\"a\nb\"\n", "\"a\" b\n", "\u{feff}a\n", "a,b", "a\r", "\"a"] {
            assert_eq!(read(text), None, "{text:?}");
        }
    }
}
