//! Which characters the bytes stand for: byte order mark, NUL pattern, UTF-8, or a guess over the whole file.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::UnderstandingError;
use crate::dialect::DELIMITERS;
use crate::magic::magic;
use crate::read_as::Said;
use crate::source::{Source, WINDOW, Watch, read_full};

/// A damaged sequence in this many good ones is damage, not another encoding: a million rows of UTF-8 with one broken
/// byte stay readable.
const GOOD_PER_BAD: usize = 10;
/// Bytes at the start that tell kinds of file and UTF-16 apart.
const SAMPLE: usize = 8192;

/// What was found out about a file's characters.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    /// The encoding.
    pub encoding: &'static Encoding,
    /// Bytes of the byte order mark; 0 where there is none.
    pub bom_len: usize,
    /// Bytes of one code unit: 2 for UTF-16, else 1.
    pub unit: usize,
    /// Byte sequences that are not valid in the encoding and are read as U+FFFD.
    pub damaged: usize,
}

/// The WHATWG name in lower case.
pub(crate) fn name(encoding: &'static Encoding) -> String {
    encoding.name().to_ascii_lowercase()
}

/// The encoding that a [`contracts::Dialect`] names; UTF-8 where the name is unknown.
pub(crate) fn by_name(name: &str) -> &'static Encoding {
    Encoding::for_label(name.as_bytes()).unwrap_or(UTF_8)
}

/// Decodes a slice without looking for a byte order mark inside it.
pub(crate) fn decode<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> Cow<'a, str> {
    encoding.decode_without_bom_handling(bytes).0
}

/// What a first pass over the whole file tells.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Survey {
    /// Its characters.
    pub found: Found,
    /// Whether a double quote opens a field anywhere; the first quoted cell may stand far down.
    pub quoted: bool,
}

/// Goes through the whole file once: finds the encoding unless it is said, or says what the file is instead of text.
///
/// # Errors
/// [`UnderstandingError::Empty`] without any bytes, [`UnderstandingError::NotText`] for binary content.
pub(crate) fn survey(source: &dyn Source, said: &Said, watch: &mut dyn Watch) -> Result<Survey, UnderstandingError> {
    let mut head = vec![0; SAMPLE];
    let filled = read_full(source, 0, &mut head)?;
    head.truncate(filled);
    if head.is_empty() {
        return Err(UnderstandingError::Empty);
    }
    if let Some((looks_like, way_out)) = magic(&head) {
        return Err(UnderstandingError::NotText { looks_like: looks_like.into(), way_out: way_out.into() });
    }
    let marked = Encoding::for_bom(&head);
    let is_wide = |e: &&'static Encoding| *e == UTF_16LE || *e == UTF_16BE;
    let wide = match (said.encoding, marked) {
        (Some(encoding), _) => Some(encoding).filter(is_wide),
        (None, Some((encoding, _))) => Some(encoding).filter(is_wide),
        (None, None) => utf16_by_nuls(&head),
    };
    let bom_len = marked.map_or(0, |(_, len)| len);
    let unit = if wide.is_some() { 2 } else { 1 };
    let mut seen = Seen {
        health: Health::default(),
        nuls: 0,
        bytes: 0,
        quotes: Quotes::new(wide == Some(UTF_16BE), unit, said.delimiter),
    };
    windows(source, watch, |window, last, at| {
        seen.take(window, last, at, bom_len, wide.is_none());
    })?;
    let quoted = seen.quotes.opened;
    let survey = |encoding, damaged| Survey { found: Found { encoding, bom_len, unit, damaged }, quoted };
    if let Some(encoding) = wide {
        return Ok(survey(encoding, 0));
    }
    if !seen.few_nuls() {
        return Err(binary());
    }
    let Health { good, bad } = seen.health;
    if let Some(encoding) = said.encoding {
        return Ok(survey(encoding, if encoding == UTF_8 { bad } else { 0 }));
    }
    if marked.is_some() || bad == 0 || good / GOOD_PER_BAD >= bad {
        return Ok(survey(UTF_8, bad));
    }
    Ok(survey(legacy(source)?, 0))
}

/// Hands the file over in windows: the bytes, whether they are the last, and where they start. Up to three bytes at a
/// window's end that may begin a character come again with the next.
fn windows(
    source: &dyn Source,
    watch: &mut dyn Watch,
    mut each: impl FnMut(&[u8], bool, u64),
) -> Result<(), UnderstandingError> {
    let (len, size) = (source.len(), watch.window().max(1));
    let mut buffer = vec![0; size + 4];
    let (mut at, mut carried) = (0u64, 0usize);
    loop {
        let read = match buffer.get_mut(carried..carried + size) {
            Some(room) => read_full(source, at, room)?,
            None => 0,
        };
        let last = read < size;
        let window = buffer.get(..carried + read).unwrap_or_default();
        watch.bytes(window.get(carried..).unwrap_or_default());
        let kept = if last { 0 } else { begun(window) };
        let ready = window.len() - kept;
        each(window.get(..ready).unwrap_or_default(), last, at - carried as u64);
        at += read as u64;
        buffer.copy_within(ready..ready + kept, 0);
        carried = kept;
        if !watch.progress(at, 2 * len) {
            return Err(UnderstandingError::Cancelled);
        }
        if last {
            return Ok(());
        }
    }
}

/// How many bytes at the end begin a UTF-8 sequence that is not over.
fn begun(window: &[u8]) -> usize {
    let tail = window.get(window.len().saturating_sub(3)..).unwrap_or_default();
    (1..=tail.len())
        .find(|n| {
            let end = tail.get(tail.len() - n..).unwrap_or_default();
            end.first().is_some_and(|b| *b >= 0xc2)
                && std::str::from_utf8(end).is_err_and(|e| e.valid_up_to() == 0 && e.error_len().is_none())
        })
        .unwrap_or(0)
}

struct Seen {
    health: Health,
    nuls: u64,
    bytes: u64,
    quotes: Quotes,
}

impl Seen {
    /// A stray NUL among a hundred characters is dirt of a database or a broken disk, and the rest is text all the same.
    fn few_nuls(&self) -> bool {
        self.nuls <= 1 && self.bytes > 40 || self.nuls * 50 <= self.bytes
    }

    fn take(&mut self, window: &[u8], _last: bool, at: u64, bom_len: usize, bytes: bool) {
        if bytes {
            self.nuls += memchr::memchr_iter(0, window).count() as u64;
            self.bytes += window.len() as u64;
            self.health.take(window);
        }
        let skip = usize::try_from((bom_len as u64).saturating_sub(at)).unwrap_or(usize::MAX);
        self.quotes.take(window.get(skip..).unwrap_or_default());
    }
}

/// Multi-byte sequences that are valid UTF-8, and sequences that are not.
#[derive(Clone, Copy, Debug, Default)]
struct Health {
    good: usize,
    bad: usize,
}

impl Health {
    fn take(&mut self, bytes: &[u8]) {
        if bytes.is_ascii() {
            return;
        }
        // Continuation bytes don't start a sequence: what is left are the lead bytes.
        let leads = |valid: &str| valid.bytes().filter(|b| *b >= 0xc0).count();
        if let Ok(text) = std::str::from_utf8(bytes) {
            self.good += leads(text);
            return;
        }
        for chunk in bytes.utf8_chunks() {
            self.good += leads(chunk.valid());
            self.bad += usize::from(!chunk.invalid().is_empty());
        }
    }
}

/// A double quote counts where it opens a field: after a delimiter or at a record's start.
struct Quotes {
    big_endian: bool,
    unit: usize,
    /// The unit before, where it is a byte; at the start a line's end stands in for it.
    before: Option<u8>,
    /// The last bytes seen: the mark of a file that was appended to another may stand before a quote.
    tail: [u8; 3],
    /// Whether the UTF-16 unit before was such a mark.
    marked: bool,
    half: Option<u8>,
    /// A delimiter that a person named.
    said: Option<u8>,
    opened: bool,
}

impl Quotes {
    fn new(big_endian: bool, unit: usize, said: Option<u8>) -> Self {
        Self { big_endian, unit, before: Some(b'\n'), tail: [0; 3], marked: false, half: None, said, opened: false }
    }

    fn opens(&self, before: Option<u8>) -> bool {
        before.is_some_and(|b| DELIMITERS.contains(&b) || matches!(b, b'\n' | b'\r') || self.said == Some(b))
    }

    fn take(&mut self, window: &[u8]) {
        if self.opened {
            return;
        }
        if self.unit == 1 {
            let tail = self.tail;
            let back = |i: usize, n: usize| match i.checked_sub(n) {
                Some(at) => window.get(at).copied(),
                None => tail.get(tail.len() + i - n).copied(),
            };
            let marked = |i: usize| (back(i, 3), back(i, 2), back(i, 1)) == (Some(0xef), Some(0xbb), Some(0xbf));
            self.opened = memchr::memchr_iter(b'"', window).any(|i| match i.checked_sub(1) {
                Some(before) => self.opens(window.get(before).copied()) || marked(i),
                None => self.opens(self.before) || marked(i),
            });
            self.before = window.last().copied().or(self.before);
            for byte in window.iter().skip(window.len().saturating_sub(3)) {
                self.tail = [self.tail[1], self.tail[2], *byte];
            }
            return;
        }
        for byte in window {
            let Some(first) = self.half.take() else {
                self.half = Some(*byte);
                continue;
            };
            let (low, high) = if self.big_endian { (*byte, first) } else { (first, *byte) };
            let unit = (high == 0).then_some(low);
            self.opened |= unit == Some(b'"') && (self.opens(self.before) || self.marked);
            self.before = unit;
            self.marked = (low, high) == (0xff, 0xfe);
        }
    }
}

/// The encoding of a file that is neither UTF-8 nor UTF-16, from all of its bytes.
fn legacy(source: &dyn Source) -> Result<&'static Encoding, UnderstandingError> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let mut buffer = vec![0; WINDOW];
    let (mut at, mut odd) = (0u64, 0u64);
    let mut signs_only = true;
    loop {
        let read = read_full(source, at, &mut buffer)?;
        let window = buffer.get(..read).unwrap_or_default();
        let last = read < buffer.len();
        let _ = detector.feed(window, last);
        signs_only = signs_only && window.iter().all(|b| b.is_ascii() || is_sign(*b));
        odd += window.iter().filter(|b| matches!(b, 0x01..=0x08 | 0x0e..=0x1f)).count() as u64;
        at += read as u64;
        if last {
            break;
        }
    }
    // Control characters in quantity are no text in any of these encodings.
    if odd * 20 > at {
        return Err(binary());
    }
    // `\u{a3}1,250` is a pound in western Europe and a letter elsewhere; without a single letter it is the pound.
    if signs_only {
        return Ok(WINDOWS_1252);
    }
    let guess = detector.guess(None, Utf8Detection::Deny);
    // The detector answers with a legacy encoding of any script; for mostly ASCII text western Europe is the safe reading.
    Ok(if guess == UTF_8 { WINDOWS_1252 } else { guess })
}

/// Bytes that are signs in windows-1252: currencies, quotes, dashes, degrees, squares, fractions; no letters.
fn is_sign(byte: u8) -> bool {
    matches!(
        byte,
        0x80 | 0x82 | 0x84 | 0x85 | 0x91..=0x97 | 0x99 | 0xa0 | 0xa2..=0xa5 | 0xa7 | 0xa9 | 0xab | 0xae | 0xb0..=0xb4 | 0xb7
            | 0xba | 0xbb..=0xbe | 0xd7
    )
}

/// UTF-16 without a mark. Of Latin text nearly every second byte is NUL; of other scripts the NULs stand in the delimiters,
/// line ends and digits only, all of them on one side.
fn utf16_by_nuls(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(8192) & !1).filter(|s| !s.is_empty())?;
    let pairs = sample.len() / 2;
    let zeros = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|b| **b == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    if second * 10 >= pairs * 6 && first * 10 < pairs {
        return Some(UTF_16LE);
    }
    if first * 10 >= pairs * 6 && second * 10 < pairs {
        return Some(UTF_16BE);
    }
    let encoding = match (first, second) {
        (0, n) if n * 10 >= pairs => UTF_16LE,
        (n, 0) if n * 10 >= pairs => UTF_16BE,
        _ => return None,
    };
    // It must read as text with line ends in it, without damage and without characters that no text has.
    let (text, damaged) = encoding.decode_without_bom_handling(sample);
    let sound = text.contains('\n') && !text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'));
    (sound && !damaged).then_some(encoding)
}

fn binary() -> UnderstandingError {
    UnderstandingError::NotText {
        looks_like: "binary data".into(),
        way_out: "export the list as CSV (UTF-8) and bring that in".into(),
    }
}
