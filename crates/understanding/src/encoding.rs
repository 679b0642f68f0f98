//! Which characters the bytes stand for: byte order mark, NUL pattern, UTF-8, or a guess over the whole file.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::UnderstandingError;
use crate::dialect::DELIMITERS;
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

/// Goes through the whole file once: finds the encoding, or says what the file is instead of text.
///
/// # Errors
/// [`UnderstandingError::Empty`] without any bytes, [`UnderstandingError::NotText`] for binary content.
pub(crate) fn survey(source: &dyn Source, watch: &mut dyn Watch) -> Result<Survey, UnderstandingError> {
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
    let wide = match marked {
        Some((encoding, _)) => (encoding != UTF_8).then_some(encoding),
        None => utf16_by_nuls(&head),
    };
    let bom_len = marked.map_or(0, |(_, len)| len);
    let unit = if wide.is_some() { 2 } else { 1 };
    let mut seen = Seen { health: Health::default(), nul: false, quotes: Quotes::new(wide == Some(UTF_16BE), unit) };
    windows(source, watch, |window, last, at| {
        seen.take(window, last, at, bom_len, wide.is_none());
    })?;
    let quoted = seen.quotes.opened;
    let survey = |encoding, damaged| Survey { found: Found { encoding, bom_len, unit, damaged }, quoted };
    if let Some(encoding) = wide {
        return Ok(survey(encoding, 0));
    }
    if seen.nul {
        return Err(binary());
    }
    let Health { good, bad } = seen.health;
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
    nul: bool,
    quotes: Quotes,
}

impl Seen {
    fn take(&mut self, window: &[u8], _last: bool, at: u64, bom_len: usize, bytes: bool) {
        if bytes {
            self.nul = self.nul || memchr::memchr(0, window).is_some();
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
    half: Option<u8>,
    opened: bool,
}

impl Quotes {
    fn new(big_endian: bool, unit: usize) -> Self {
        Self { big_endian, unit, before: Some(b'\n'), half: None, opened: false }
    }

    fn opens(before: Option<u8>) -> bool {
        before.is_some_and(|b| DELIMITERS.contains(&b) || matches!(b, b'\n' | b'\r'))
    }

    fn take(&mut self, window: &[u8]) {
        if self.opened {
            return;
        }
        if self.unit == 1 {
            self.opened = memchr::memchr_iter(b'"', window).any(|i| match i.checked_sub(1) {
                Some(i) => Self::opens(window.get(i).copied()),
                None => Self::opens(self.before),
            });
            self.before = window.last().copied().or(self.before);
            return;
        }
        for byte in window {
            let Some(first) = self.half.take() else {
                self.half = Some(*byte);
                continue;
            };
            let (low, high) = if self.big_endian { (*byte, first) } else { (first, *byte) };
            let unit = (high == 0).then_some(low);
            self.opened |= unit == Some(b'"') && Self::opens(self.before);
            self.before = unit;
        }
    }
}

/// The encoding of a file that is neither UTF-8 nor UTF-16, from all of its bytes.
fn legacy(source: &dyn Source) -> Result<&'static Encoding, UnderstandingError> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let mut buffer = vec![0; WINDOW];
    let (mut at, mut odd) = (0u64, 0u64);
    loop {
        let read = read_full(source, at, &mut buffer)?;
        let window = buffer.get(..read).unwrap_or_default();
        let last = read < buffer.len();
        let _ = detector.feed(window, last);
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
    let guess = detector.guess(None, Utf8Detection::Deny);
    // The detector answers with a legacy encoding of any script; for mostly ASCII text western Europe is the safe reading.
    Ok(if guess == UTF_8 { WINDOWS_1252 } else { guess })
}

/// UTF-16 without a mark: nearly all text here is ASCII, so every second byte is NUL.
fn utf16_by_nuls(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(SAMPLE) & !1).filter(|s| !s.is_empty())?;
    let pairs = sample.len() / 2;
    let zeros = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|b| **b == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    if second * 10 >= pairs * 6 && first * 10 < pairs {
        Some(UTF_16LE)
    } else if first * 10 >= pairs * 6 && second * 10 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn binary() -> UnderstandingError {
    UnderstandingError::NotText {
        looks_like: "binary data".into(),
        way_out: "export the list as CSV (UTF-8) and bring that in".into(),
    }
}

/// Kinds of file that people pick by mistake, by their first bytes.
fn magic(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    const SHEET: &str = "open it there, save the sheet as CSV (UTF-8) and bring that in";
    const UNPACK: &str = "unpack it and bring in the CSV file inside";
    const OTHER: &str = "export the list as CSV and bring that in";
    const KINDS: &[(&[u8], &str, &str)] = &[
        (b"PK\x03\x04", "an Excel workbook or another ZIP archive", SHEET),
        (b"PK\x05\x06", "an empty ZIP archive", UNPACK),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel or Outlook file", SHEET),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture", OTHER),
        (b"\xff\xd8\xff", "a JPEG picture", OTHER),
        (b"GIF8", "a GIF picture", OTHER),
        (b"%PDF-", "a PDF document", OTHER),
        (b"\x1f\x8b", "a gzip archive", UNPACK),
        (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", UNPACK),
        (b"Rar!\x1a\x07", "a RAR archive", UNPACK),
        (b"SQLite format 3\0", "an SQLite database", OTHER),
        (b"\x7fELF", "a program", OTHER),
        (b"MZ\x90\0", "a program", OTHER),
        (b"{\\rtf", "a Word document in RTF", OTHER),
        (b"BEGIN:VCARD", "a vCard file", "bring it in as vCard instead"),
    ];
    KINDS.iter().find(|(start, ..)| bytes.starts_with(start)).map(|(_, looks_like, way_out)| (*looks_like, *way_out))
}
