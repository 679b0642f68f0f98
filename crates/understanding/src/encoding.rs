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
    if utf32(bytes) {
        return Err(UnderstandingError::NotText {
            looks_like: "text in UTF-32, which no spreadsheet writes".into(),
            way_out: "save it as UTF-8 in the program it comes from and bring that in".into(),
        });
    }
    if let Some((encoding, bom_len)) = Encoding::for_bom(bytes) {
        let unit = if encoding == UTF_8 { 1 } else { 2 };
        let body = bytes.get(bom_len..).unwrap_or_default();
        if unit == 1 && !few_nuls(body) {
            return Err(binary());
        }
        let damaged = if unit == 1 { utf8_health(body).1 } else { 0 };
        return Ok(Found { encoding, bom_len, unit, damaged });
    }
    if memchr::memchr(0, bytes).is_some() {
        if let Some(encoding) = utf16_by_nuls(bytes) {
            return Ok(Found { encoding, bom_len: 0, unit: 2, damaged: 0 });
        }
        if !few_nuls(bytes) {
            return Err(binary());
        }
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

/// A stray NUL among a hundred characters is dirt of a database or a broken disk, and the rest is text all the same.
fn few_nuls(bytes: &[u8]) -> bool {
    let nuls = memchr::memchr_iter(0, bytes).take(bytes.len() / 50 + 2).count();
    nuls <= 1 && bytes.len() > 40 || nuls * 50 <= bytes.len()
}

/// UTF-32 with its mark, or three NULs of four in one place.
fn utf32(bytes: &[u8]) -> bool {
    if bytes.starts_with(&[0xff, 0xfe, 0, 0]) || bytes.starts_with(&[0, 0, 0xfe, 0xff]) {
        return true;
    }
    let sample = bytes.get(..bytes.len().min(1024) & !3).unwrap_or_default();
    let like =
        |ascii: usize| sample.chunks_exact(4).all(|c| c.iter().enumerate().all(|(i, b)| (*b != 0) == (i == ascii)));
    sample.len() >= 16 && (like(0) || like(3))
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

/// What a ZIP archive holds, by the names that stand in its first entries.
fn archive(bytes: &[u8]) -> Option<&'static str> {
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let holds = |name: &str| memchr::memmem::find(head, name.as_bytes()).is_some();
    Some(match () {
        () if holds("opendocument.spreadsheet") => "an OpenDocument spreadsheet",
        () if holds("word/") => "a Word document",
        () if holds("xl/") || holds("[Content_Types].xml") => "an Excel workbook",
        () if holds("Index/Document.iwa") => "an Apple Numbers sheet",
        () => return None,
    })
}

/// Text of another kind, by how it starts: programs save web pages under the name of a sheet.
fn markup(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    const SHEET: &str = "open it in a spreadsheet, save the sheet as CSV (UTF-8) and bring that in";
    let head = bytes.get(..bytes.len().min(512)).unwrap_or_default();
    let head = String::from_utf8_lossy(head).trim_start_matches('\u{feff}').trim_start().to_ascii_lowercase();
    let starts = |words: &[&str]| words.iter().any(|w| head.starts_with(w));
    if starts(&["<!doctype html", "<html", "<table", "<meta ", "<head"]) {
        return Some(("a web page, as some programs save under the name of an Excel sheet", SHEET));
    }
    if starts(&["<?xml"]) {
        return Some(("an XML document", SHEET));
    }
    // A whole document only: a table may start with a brace.
    if starts(&["{", "["]) && serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_ok() {
        return Some(("JSON data", "export the list as CSV (UTF-8) and bring that in"));
    }
    None
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
        (b"PAR1", "a Parquet file", OTHER),
        (b"BZh", "a bzip2 archive", UNPACK),
        (b"\xfd7zXZ\0", "an xz archive", UNPACK),
        (b"\x28\xb5\x2f\xfd", "a Zstandard archive", UNPACK),
        (b"\x00\x01\x00\x00Standard ", "a Microsoft Access database", OTHER),
        (b"!BDN", "an Outlook mailbox", "export its contacts as CSV and bring that in"),
        (b"II*\0", "a TIFF picture", OTHER),
        (b"MM\0*", "a TIFF picture", OTHER),
        (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", UNPACK),
        (b"Rar!\x1a\x07", "a RAR archive", UNPACK),
        (b"SQLite format 3\0", "an SQLite database", OTHER),
        (b"\x7fELF", "a program", OTHER),
        (b"MZ\x90\0", "a program", OTHER),
        (b"{\\rtf", "a Word document in RTF", OTHER),
        (b"BEGIN:VCARD", "a vCard file", "bring it in as vCard instead"),
    ];
    if bytes.starts_with(b"PK\x03\x04")
        && let Some(kind) = archive(bytes)
    {
        return Some((kind, SHEET));
    }
    let kind = KINDS.iter().find(|(start, ..)| bytes.starts_with(start)).map(|(_, kind, way)| (*kind, *way));
    kind.or_else(|| markup(bytes))
}
