//! A file read as a person says: what they say counts, and what they don't say is found.
#![allow(clippy::unwrap_used)]

use contracts::ReadAs;
use proptest::prelude::*;
use understanding::{Options, Understanding, UnderstandingError, analyze};

fn said(read_as: ReadAs) -> Options {
    Options { read_as, ..Options::default() }
}

fn read(bytes: &[u8], read_as: ReadAs) -> Understanding {
    analyze(bytes, &said(read_as)).unwrap()
}

fn refused(bytes: &[u8], read_as: ReadAs) -> UnderstandingError {
    analyze(bytes, &said(read_as)).unwrap_err()
}

fn header_row(n: u32) -> ReadAs {
    ReadAs { header_row: Some(n), ..ReadAs::default() }
}

fn delimiter(d: &str) -> ReadAs {
    ReadAs { delimiter: Some(d.into()), ..ReadAs::default() }
}

fn encoding(e: &str) -> ReadAs {
    ReadAs { encoding: Some(e.into()), ..ReadAs::default() }
}

const TITLED: &[u8] = b"Name,Team\nWest,Q3\n\nPerson,Mail\nMeera Rao,meera@rao.example\nArun Bose,arun@bose.example\n";

#[test]
fn the_header_is_the_record_that_is_named() {
    let found = read(TITLED, header_row(4));
    assert_eq!(found.headers, ["Person", "Mail"]);
    assert_eq!((found.dialect.header_row, found.dialect.preamble_rows, found.rows.total), (Some(4), 3, 2));
    let found = read(TITLED, header_row(1));
    assert_eq!((found.headers[1].as_str(), found.rows.total), ("Team", 4));
}

#[test]
fn a_file_without_a_header_keeps_its_first_row() {
    let text = b"Name,Email\nMeera Rao,meera@rao.example\n";
    assert_eq!(read(text, ReadAs::default()).rows.total, 1);
    let found = read(text, header_row(0));
    assert_eq!((found.dialect.header_row, found.rows.total), (None, 2));
    assert_eq!(found.headers, ["Column 1", "Column 2"]);
}

#[test]
fn a_header_that_is_no_record_is_refused_in_words() {
    for (row, words) in [(3, "record 3 is blank"), (9, "the file has no record 9"), (900, "below the first 40")] {
        let error = refused(TITLED, header_row(row));
        assert!(matches!(error, UnderstandingError::BadReading { part: "header_row", .. }), "{error:?}");
        assert!(error.to_string().contains(words), "{error}");
        assert!(error.way_out().contains("there is none"), "{}", error.way_out());
    }
}

#[test]
fn the_delimiter_that_is_named_counts_and_opens_quotes() {
    let text = b"a;b,c\n1;2,3\n4;5,6\n";
    assert_eq!(read(text, delimiter(";")).headers, ["a", "b,c"]);
    assert_eq!(read(text, delimiter(",")).headers, ["a;b", "c"]);
    let found = read(b"a:b\n1:\"x:y\"\n2:z\n", delimiter(":"));
    assert_eq!((found.dialect.quote.as_deref(), found.rows.ok), (Some("\""), 2));
    let single = b"a~b\n'1'~'x~y'\n'2'~'z'\n'3'~'w'\n'4'~'v'\n'5'~'u'\n'6'~'t'\n";
    let found = read(single, delimiter("~"));
    assert_eq!((found.dialect.quote.as_deref(), found.rows.ok), (Some("'"), 6));
}

#[test]
fn quotes_may_be_named_or_denied() {
    let text = b"size,note\n\"12,\"\"wide\"\n";
    let none = ReadAs { quote: Some(String::new()), ..ReadAs::default() };
    let found = read(text, none);
    assert_eq!(found.dialect.quote, None);
    assert_eq!(understanding::parse_row(b"\"12,\"\"wide\"", &found.dialect), ["\"12", "\"\"wide\""]);
    let bars = ReadAs { quote: Some("|".into()), ..delimiter(",") };
    assert_eq!(read(b"a,b\n|x,y|,z\n", bars).rows.ok, 1);
}

#[test]
fn the_encoding_that_is_named_counts_by_any_of_its_names() {
    let text = b"Name,Stadt\nJ\xfcrgen,K\xf6ln\n";
    for name in ["cp1252", "windows-1252", "Latin1"] {
        let found = read(text, encoding(name));
        assert_eq!(found.dialect.encoding, "windows-1252");
        assert_eq!(found.columns[1].samples, ["K\u{f6}ln"]);
    }
    assert_eq!(read(text, encoding("macintosh")).dialect.encoding, "macintosh");
    let found = read(text, encoding("utf-8"));
    assert!(found.notes.iter().any(|n| n.contains("not utf-8")), "{:?}", found.notes);
    let wide: Vec<u8> = "a,b\n\u{915},2\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(read(&wide, encoding("utf-16be")).headers, ["a", "b"]);
}

#[test]
fn a_reading_that_none_can_be_is_refused_in_words() {
    let quoted = |q: &str| ReadAs { quote: Some(q.into()), ..delimiter(";") };
    for (read_as, part) in [
        (encoding("klingon"), "encoding"),
        (encoding("iso-2022-jp"), "encoding"),
        (delimiter(""), "delimiter"),
        (delimiter("ab"), "delimiter"),
        (delimiter("\n"), "delimiter"),
        (delimiter("\u{20ac}"), "delimiter"),
        (quoted(";"), "quote"),
        (quoted("x"), "quote"),
    ] {
        let error = refused(b"a,b\n1,2\n", read_as.clone());
        assert!(matches!(error, UnderstandingError::BadReading { part: p, .. } if p == part), "{read_as:?}: {error:?}");
    }
}

#[test]
fn what_was_found_may_be_said_and_changes_nothing() {
    for text in [TITLED, b"a;b\n\"x;y\";z\n", b"J\xfcrgen,K\xf6ln,1\nA\xdf,B,2\n"] {
        let found = analyze(text, &Options::default()).unwrap();
        let again = read(text, ReadAs::of(&found.dialect));
        assert_eq!(again, found);
    }
}

#[test]
fn lines_that_end_a_report_may_stand_in_a_profile_of_ones_own() {
    let text = b"Kunde,Ruf,Ort\nMeera Rao,+91 98300 12345,Pune\nArun Bose,+91 98300 12346,Goa\nStand der Liste,,\n";
    assert_eq!(analyze(text, &Options::default()).unwrap().dialect.footer_rows, 0);
    let profile = r#"{"id": "my.sheet", "title": "My sheet", "source_system": "sheet", "match": {"all": ["Kunde"]},
        "columns": [{"header": "Kunde", "field": "person.full_name"}], "footers": ["Stand der"]}"#;
    let own = understanding::SourceProfile::from_json(profile).unwrap();
    let found = analyze(text, &Options { profiles: vec![own], ..Options::default() }).unwrap();
    assert_eq!((found.dialect.footer_rows, found.rows.total), (1, 2));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any bytes under any reading: an answer or a refusal, and every record in one place.
    #[test]
    fn no_reading_of_any_bytes_panics_or_loses_a_record(
        bytes in prop::collection::vec(prop::sample::select(b"ab,;:\"'\n\r\xff\xfe\0\xe9".to_vec()), 0..80),
        name in prop::sample::select(vec![None, Some("utf-8"), Some("cp1252"), Some("utf-16le"), Some("utf-16be")]),
        mark in prop::sample::select(vec![None, Some(","), Some(";"), Some(":"), Some("\"")]),
        quote in prop::sample::select(vec![None, Some(""), Some("\""), Some("'")]),
        header in prop::option::of(0u32..5),
    ) {
        let text = |t: Option<&str>| t.map(str::to_owned);
        let read_as = ReadAs { encoding: text(name), delimiter: text(mark), quote: text(quote), header_row: header, rows_are: None };
        if let Ok(found) = analyze(&bytes, &said(read_as)) {
            let records = understanding::record_spans(&bytes, &found.dialect).len() as u64;
            let header = u64::from(found.dialect.header_row.is_some());
            let aside = found.set_aside.len() as u64;
            let listed = found.set_aside.iter().any(|s| Some(s.record) == found.dialect.header_row.map(u64::from));
            prop_assert!(found.rows.total + aside + header * u64::from(!listed) == records, "{found:?}");
        }
    }
}
