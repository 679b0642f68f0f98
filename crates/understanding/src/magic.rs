//! Kinds of file that are no table of text, told by how they start.

/// Bytes of a start that is cut: a document that is sound so far counts as one.
const MUCH: usize = 4096;

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
    // JSON as far as it can be seen, not just its first sign: a table may start with a brace.
    if starts(&["{", "["]) {
        let read = serde_json::from_slice::<serde::de::IgnoredAny>(bytes);
        if read.map_or_else(|e| e.is_eof() && bytes.len() >= MUCH, |_| true) {
            return Some(("JSON data", "export the list as CSV (UTF-8) and bring that in"));
        }
    }
    None
}

/// Kinds of file that people pick by mistake, by their first bytes.
pub(crate) fn magic(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
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
    if utf32(bytes) {
        const UTF8: &str = "save it as UTF-8 in the program it comes from and bring that in";
        return Some(("text in UTF-32, which no spreadsheet writes", UTF8));
    }
    if bytes.starts_with(b"PK\x03\x04")
        && let Some(kind) = archive(bytes)
    {
        return Some((kind, SHEET));
    }
    let kind = KINDS.iter().find(|(start, ..)| bytes.starts_with(start)).map(|(_, kind, way)| (*kind, *way));
    kind.or_else(|| markup(bytes))
}
