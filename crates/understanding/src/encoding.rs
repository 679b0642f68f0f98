//! Which characters the bytes stand for: byte order mark, NUL pattern, UTF-8, or a guess over the whole file.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::UnderstandingError;

/// A damaged sequence in this many good ones is damage, not another encoding: a million rows of UTF-8 with one broken
/// byte stay readable.
const GOOD_PER_BAD: usize = 10;

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

/// Finds the encoding, or says what the file is instead of text.
///
/// # Errors
/// [`UnderstandingError::Empty`] without any bytes, [`UnderstandingError::NotText`] for binary content.
pub(crate) fn detect(bytes: &[u8]) -> Result<Found, UnderstandingError> {
    if bytes.is_empty() {
        return Err(UnderstandingError::Empty);
    }
    if let Some((looks_like, way_out)) = magic(bytes) {
        return Err(UnderstandingError::NotText { looks_like: looks_like.into(), way_out: way_out.into() });
    }
    if let Some((encoding, bom_len)) = Encoding::for_bom(bytes) {
        let unit = if encoding == UTF_8 { 1 } else { 2 };
        let body = bytes.get(bom_len..).unwrap_or_default();
        if unit == 1 && memchr::memchr(0, body).is_some() {
            return Err(binary());
        }
        let damaged = if unit == 1 { utf8_health(body).1 } else { 0 };
        return Ok(Found { encoding, bom_len, unit, damaged });
    }
    if memchr::memchr(0, bytes).is_some() {
        let encoding = utf16_by_nuls(bytes).ok_or_else(binary)?;
        return Ok(Found { encoding, bom_len: 0, unit: 2, damaged: 0 });
    }
    let (good, damaged) = utf8_health(bytes);
    if damaged == 0 || good / GOOD_PER_BAD >= damaged {
        return Ok(Found { encoding: UTF_8, bom_len: 0, unit: 1, damaged });
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    // Control characters in quantity are no text in any of these encodings.
    let odd = bytes.iter().filter(|b| matches!(b, 0x01..=0x08 | 0x0e..=0x1f)).count();
    if odd * 20 > bytes.len() {
        return Err(binary());
    }
    // The detector answers with a legacy encoding of any script; for mostly ASCII text western Europe is the safe reading.
    let encoding = if guess == UTF_8 { WINDOWS_1252 } else { guess };
    Ok(Found { encoding, bom_len: 0, unit: 1, damaged: 0 })
}

/// Multi-byte sequences that are valid UTF-8, and sequences that are not.
fn utf8_health(bytes: &[u8]) -> (usize, usize) {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        // Continuation bytes don't start a sequence: what is left are the lead bytes.
        good += chunk.valid().bytes().filter(|b| *b >= 0xc0).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    (good, bad)
}

/// UTF-16 without a mark: nearly all text here is ASCII, so every second byte is NUL.
fn utf16_by_nuls(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(8192) & !1).filter(|s| !s.is_empty())?;
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
