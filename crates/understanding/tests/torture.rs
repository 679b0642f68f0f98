//! Small files of every kind of mess, each with what is true about it: `tests/torture/NN-NAME.csv` and its truth.
//!
//! A truth names only what it is about: `refused` (words of the refusal), or parts of the dialect, the header, the number
//! of rows, rows by shape (counted from 1), single cells (row, column, text), and what was set aside (role, text) besides
//! the header and blank records.
#![allow(clippy::unwrap_used)]

mod support;

use std::path::PathBuf;

use contracts::RowShape;
use proptest::prelude::*;
use serde_json::Value;
use support::rows;
use understanding::{Options, Understanding, analyze, record_spans};

fn read(bytes: &[u8]) -> Result<Understanding, understanding::UnderstandingError> {
    analyze(
        bytes,
        &Options { file_name: "clients.csv".into(), default_region: Some("IN".into()), ..Options::default() },
    )
}

/// What of the truth does not hold.
fn misses(bytes: &[u8], truth: &Value) -> Vec<String> {
    let found = match (read(bytes), truth["refused"].as_str()) {
        (Err(refusal), Some(words)) if refusal.to_string().contains(words) && !refusal.way_out().is_empty() => {
            return Vec::new();
        }
        (Err(refusal), _) => return vec![format!("refused: {refusal}")],
        (Ok(_), Some(words)) => return vec![format!("not refused: {words}")],
        (Ok(found), None) => found,
    };
    let dialect = serde_json::to_value(&found.dialect).unwrap();
    let of_shape = |shape: RowShape| -> Value {
        (1..).zip(&found.row_index).filter(|(_, s)| s.shape == shape).map(|(n, _)| Value::from(n as u64)).collect()
    };
    let header = if found.dialect.header_row.is_some() { Value::from(found.headers.clone()) } else { Value::Null };
    let aside: Vec<_> = found.set_aside.iter().filter(|s| !matches!(s.role.as_str(), "blank" | "preamble")).collect();
    let cells = rows(&found, bytes);
    let mut out = Vec::new();
    let mut same = |what: &str, got: Value, wanted: &Value| {
        if got != *wanted {
            out.push(format!("{what}: {got} instead of {wanted}"));
        }
    };
    for (key, wanted) in truth.as_object().unwrap() {
        match key.as_str() {
            "about" => {}
            "rows" => same(key, found.rows.total.into(), wanted),
            "header" => same(key, header.clone(), wanted),
            "short" => same(key, of_shape(RowShape::Short), wanted),
            "long" => same(key, of_shape(RowShape::Long), wanted),
            "unparsable" => same(key, of_shape(RowShape::Unparsable), wanted),
            "preamble" => same(key, dialect["preamble_rows"].clone(), wanted),
            "footer" => same(key, dialect["footer_rows"].clone(), wanted),
            "blank" => same(key, dialect["blank_rows"].clone(), wanted),
            "delimiter" | "encoding" | "bom" | "escape" | "line_ending" => same(key, dialect[key].clone(), wanted),
            "cells" => {
                for cell in wanted.as_array().unwrap() {
                    let at = |i: usize| usize::try_from(cell[i].as_u64().unwrap()).unwrap();
                    let got = cells.get(at(0) - 1).and_then(|r| r.get(at(1)));
                    same("cell", got.cloned().map_or(Value::Null, Value::from), &cell[2]);
                }
            }
            "set_aside" => {
                let wanted = wanted.as_array().unwrap();
                let with_header = wanted.iter().any(|w| w[0] == "header");
                let got: Vec<_> = aside.iter().filter(|s| with_header || s.role != "header").collect();
                let sound = got.len() == wanted.len()
                    && got.iter().zip(wanted).all(|(s, w)| s.role == w[0] && s.text.contains(w[1].as_str().unwrap()));
                if !sound {
                    same(key, format!("{got:?}").into(), &Value::from(wanted.clone()));
                }
            }
            other => panic!("a truth knows no `{other}`"),
        }
    }
    out
}

/// Every byte lies in a record or is the end of a line, and every record is a row or set aside.
fn nothing_is_lost(bytes: &[u8], found: &Understanding) {
    let spans = record_spans(bytes, &found.dialect);
    let mut at = if found.dialect.bom { if found.dialect.encoding == "utf-8" { 3 } else { 2 } } else { 0 };
    for span in &spans {
        let between: Vec<u8> = bytes[at..span.start as usize].iter().copied().filter(|b| *b != 0).collect();
        assert!(matches!(between.as_slice(), b"" | b"\n" | b"\r" | b"\r\n"), "{between:?}");
        at = span.end as usize;
    }
    let rest: Vec<u8> = bytes[at..].iter().copied().filter(|b| *b != 0).collect();
    assert!(matches!(rest.as_slice(), b"" | b"\n" | b"\r" | b"\r\n"), "{rest:?}");
    assert_eq!(found.rows.total + found.set_aside.len() as u64, spans.len() as u64);
}

#[test]
fn every_file_of_the_torture_corpus_is_as_its_truth_says() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/torture");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.retain(|p| p.extension().is_some_and(|e| e == "csv"));
    files.sort();
    let mut wrong = Vec::new();
    for file in &files {
        let bytes = std::fs::read(file).unwrap();
        let truth = serde_json::from_slice(&std::fs::read(file.with_extension("truth.json")).unwrap()).unwrap();
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        wrong.extend(misses(&bytes, &truth).into_iter().map(|m| format!("{name}: {m}")));
        if let Ok(found) = read(&bytes) {
            nothing_is_lost(&bytes, &found);
        }
    }
    println!("{} files, {} misses", files.len(), wrong.len());
    assert!(files.len() >= 60 && wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_cell_of_180_kilobytes_is_one_cell() {
    let long = "a note, with \"\"quotes\"\"\nand lines ".repeat(6_000);
    let text = format!("Name,Notes,Email\nMeera Rao,\"{long}\",m@rao.example\nArun Bose,,a@bose.example\n");
    let found = read(text.as_bytes()).unwrap();
    assert_eq!((found.rows.ok, found.rows.total), (2, 2));
    let cells = rows(&found, text.as_bytes());
    assert_eq!(cells[0][1], long.replace("\"\"", "\""));
    assert!(cells[0][1].len() > 180_000);
}

#[test]
fn four_thousand_columns_are_read() {
    let header: Vec<String> = (0..4_000).map(|i| format!("Field {i}")).collect();
    let row: Vec<String> = (0..4_000).map(|i| i.to_string()).collect();
    let text = format!("{}\n{}\n", header.join(","), row.join(","));
    let found = read(text.as_bytes()).unwrap();
    assert_eq!((found.columns.len(), found.rows.ok), (4_000, 1));
    nothing_is_lost(text.as_bytes(), &found);
}

fn lines() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        4 => "[A-Z][a-z]{2,6} [A-Z][a-z]{2,6},[a-z]{2,6}@x\\.example,[A-Z][a-z]{2,6}",
        1 => "-- [A-Z][a-z]{2,8} --,,",
        1 => "\"[A-Za-z, \n]{0,12}\",[a-z]{1,5},[a-z]{0,4}",
        1 => "\"[A-Za-z]{0,6},[a-z]{1,5},[a-z]{0,4}",
        1 => "Total,[0-9]{1,3},",
        1 => "[,\";|\t a-z\u{feff}]{0,9}",
        1 => Just(String::new()),
    ];
    let end = prop_oneof![Just("\n"), Just("\r\n"), Just("\r")];
    (prop::collection::vec(line, 1..16), end)
        .prop_map(|(lines, end)| format!("Name,Email,City{end}{}{end}", lines.join(end)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_byte_and_no_record_is_lost(text in lines(), utf16 in any::<bool>()) {
        let bytes: Vec<u8> = if utf16 {
            [vec![0xff, 0xfe], text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat()
        } else {
            text.into_bytes()
        };
        if let Ok(found) = read(&bytes) {
            nothing_is_lost(&bytes, &found);
        }
    }

    #[test]
    fn what_is_read_and_written_is_read_as_the_same(text in lines()) {
        let Ok(found) = read(text.as_bytes()) else { return Ok(()) };
        let cells = rows(&found, text.as_bytes());
        let mut writer = csv::WriterBuilder::new()
            .flexible(true)
            .quote_style(csv::QuoteStyle::Always)
            .delimiter(found.dialect.delimiter.as_bytes()[0])
            .from_writer(Vec::new());
        cells.iter().filter(|r| !r.is_empty()).for_each(|r| writer.write_record(r).unwrap());
        let written = writer.into_inner().unwrap();
        let mut dialect = found.dialect.clone();
        (dialect.quote, dialect.escape, dialect.bom) = (Some("\"".into()), None, false);
        let again: Vec<Vec<String>> = record_spans(&written, &dialect)
            .into_iter()
            .map(|s| understanding::parse_row(&written[s.start as usize..s.end as usize], &dialect))
            .collect();
        let kept: Vec<Vec<String>> = cells.into_iter().filter(|r| !r.is_empty()).collect();
        prop_assert_eq!(again, kept);
    }
}
