//! A file read in windows is understood as one read whole.
#![allow(clippy::unwrap_used)]

mod support;

use proptest::prelude::*;
use support::samples;
use understanding::{
    Options, RowSpan, Source, SourceError, Understanding, UnderstandingError, Watch, analyze, analyze_source,
};

struct Reader {
    window: usize,
    workers: usize,
    rows: Vec<RowSpan>,
    bytes: Vec<u8>,
    stop_after: Option<u64>,
}

impl Reader {
    fn new(window: usize, workers: usize) -> Self {
        Self { window, workers, rows: Vec::new(), bytes: Vec::new(), stop_after: None }
    }
}

impl Watch for Reader {
    fn bytes(&mut self, window: &[u8]) {
        assert!(self.rows.is_empty(), "all bytes come before the first row");
        self.bytes.extend_from_slice(window);
    }
    fn row(&mut self, row: RowSpan) {
        self.rows.push(row);
    }
    fn progress(&mut self, done: u64, total: u64) -> bool {
        assert!(done <= total);
        self.stop_after.is_none_or(|limit| done < limit)
    }
    fn workers(&self) -> usize {
        self.workers
    }
    fn window(&self) -> usize {
        self.window
    }
}

fn options(name: &str) -> Options {
    Options { file_name: name.into(), default_region: Some("IN".into()) }
}

fn in_windows(bytes: &[u8], window: usize, workers: usize) -> Result<Understanding, UnderstandingError> {
    let mut reader = Reader::new(window, workers);
    let found = analyze_source(&bytes, &options("x.csv"), &mut reader)?;
    assert_eq!(reader.bytes, bytes, "every byte is seen once, in order");
    assert_eq!(reader.rows.len() as u64, found.rows.total);
    Ok(Understanding { row_index: reader.rows, ..found })
}

#[test]
fn every_sample_is_understood_alike_in_windows_of_any_size() {
    for sample in samples() {
        let whole = analyze(&sample.bytes, &options("x.csv")).unwrap();
        for (window, workers) in [(1009, 1), (4096, 2), (1 << 16, 3)] {
            let found = in_windows(&sample.bytes, window, workers).unwrap();
            assert_eq!(found, whole, "{} in windows of {window}", sample.name);
        }
    }
}

/// A table of more rows than are looked at for the layout, with a cell over several lines, a footer and a late quote.
fn long_table() -> String {
    let mut text = String::from("Name,Email,Phone,Since\n");
    for i in 0..3000 {
        text.push_str(&format!("Meera Rao {i},meera{i}@rao.example,+91 98{i:04} 00000,{}/03/2024\n", i % 28 + 1));
        if i == 2900 {
            text.push_str("\"Rao, \u{e9}lan\nof \"\"two\"\" lines\",e@rao.example,,\r\n");
        }
    }
    text + "\nTotal,3001,,\n"
}

#[test]
fn a_long_table_keeps_its_footer_and_rows_in_windows_of_any_size() {
    let text = long_table();
    let whole = analyze(text.as_bytes(), &options("x.csv")).unwrap();
    assert_eq!((whole.rows.total, whole.rows.ok, whole.dialect.footer_rows), (3001, 3001, 2));
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let wide = analyze(&utf16, &options("x.csv")).unwrap();
    assert_eq!((wide.rows, &wide.columns), (whole.rows, &whole.columns));
    for (window, workers) in [(7, 1), (1000, 2), (4097, 2), (100_000, 2), (1 << 20, 1)] {
        assert_eq!(in_windows(text.as_bytes(), window, workers).unwrap(), whole, "windows of {window}");
        assert_eq!(in_windows(&utf16, window | 1, workers).unwrap(), wide, "UTF-16 in windows of {window}");
    }
}

#[test]
fn whoever_watches_can_end_it_and_a_disk_that_fails_is_named() {
    let text = long_table();
    for stop_after in [1, text.len() as u64 + 1] {
        let mut reader = Reader { stop_after: Some(stop_after), ..Reader::new(4096, 1) };
        let found = analyze_source(&text.as_bytes(), &options("x.csv"), &mut reader);
        assert_eq!(found, Err(UnderstandingError::Cancelled));
    }
    struct Failing;
    impl Source for Failing {
        fn len(&self) -> u64 {
            1 << 30
        }
        fn read(&self, at: u64, buffer: &mut [u8]) -> Result<usize, SourceError> {
            if at > 1 << 20 {
                return Err(SourceError("the disk was taken out".into()));
            }
            buffer.fill(b'a');
            Ok(buffer.len())
        }
    }
    let error = analyze_source(&Failing, &options("x.csv"), &mut ()).unwrap_err();
    assert_eq!(error.to_string(), "the file can't be read: the disk was taken out");
}

#[test]
fn a_quote_that_never_closes_far_up_costs_one_row_and_a_line_without_end_is_refused() {
    let mut text = String::from("Name,Email,Notes\n\"Meera Rao,m@rao.example,Pune\n");
    let note = "wants a view ".repeat(4000);
    for i in 0..400 {
        text.push_str(&format!("Meera Rao,m{i}@rao.example,{note}\n"));
    }
    let found = analyze(text.as_bytes(), &options("x.csv")).unwrap();
    assert_eq!((found.rows.total, found.rows.unparsable, found.rows.ok), (401, 1, 400));
    let endless = [b"Name,Email\n".as_slice(), &vec![b'x'; 17 << 20]].concat();
    let error = analyze(&endless, &options("x.csv")).unwrap_err();
    assert!(matches!(error, UnderstandingError::RecordTooLong { record: 2, .. }), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn windows_down_to_a_byte_change_nothing(
        text in "(Name|Email|Phone|Date|,|,|;|\"|\"|\"\"|\n|\n|\r|\r\n|\\\\|a@b.co|3/4/2024|1\\.5 Cr|\\+9198|é|😀|\\PC){0,80}",
        window in 1usize..40,
        workers in 1usize..3,
    ) {
        let whole = analyze(text.as_bytes(), &options("x.csv"));
        prop_assert_eq!(&in_windows(text.as_bytes(), window, workers), &whole);
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked = [&[0xfe, 0xff], utf16.as_slice()].concat();
        prop_assert_eq!(in_windows(&marked, window, workers), analyze(&marked, &options("x.csv")));
    }

    #[test]
    fn damaged_bytes_are_counted_alike_in_windows(
        parts in prop::collection::vec(prop_oneof![
            Just(b"\xff".to_vec()), Just(b"\xe2\x82".to_vec()), Just("\u{20ac},".as_bytes().to_vec()), Just("\u{1f600}".as_bytes().to_vec()),
            Just(b"a,b\n".to_vec()), Just("\u{e9}".repeat(20).into_bytes()), Just(b"\xe9t\xe9\n".to_vec()),
        ], 1..40),
        window in 1usize..9,
    ) {
        let bytes = parts.concat();
        prop_assert_eq!(in_windows(&bytes, window, 1), analyze(&bytes, &options("x.csv")));
    }
}
