//! The mess maker repeats itself, and its truth is true of the bytes.

use std::collections::BTreeSet;

use serde_json::Value;
use testkit::mess::{Mess, make, make_unseen, shapes, unseen_shapes};

/// Enough rows that every kind of section, gap and sentinel turns up.
const ROWS: usize = 60;

/// The file as text, without its mark.
fn text(mess: &Mess) -> String {
    let label = mess.truth["dialect"]["encoding"].as_str().expect("an encoding");
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).expect("an encoding of the web");
    let (text, _, broken) = encoding.decode(&mess.bytes);
    assert!(!broken, "{}: not {label}", mess.name);
    text.into_owned()
}

/// Every record as the `csv` crate reads it in the truth's dialect. That crate skips lines without a single character,
/// which no shape has.
fn records(mess: &Mess) -> Vec<Vec<String>> {
    let delimiter = mess.truth["dialect"]["delimiter"].as_str().expect("a delimiter").as_bytes()[0];
    let text = text(mess);
    let reader =
        csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    reader.into_records().map(|r| r.expect("a record").iter().map(Into::into).collect()).collect()
}

fn numbers(value: &Value) -> Vec<usize> {
    value.as_array().into_iter().flatten().map(|n| n.as_u64().expect("a number") as usize).collect()
}

type Make = fn(&str, u64, Option<usize>) -> Option<Mess>;

/// Every shape, tuned on or not, and what makes it.
fn every() -> impl Iterator<Item = (&'static str, Make)> {
    let tuned = shapes().into_iter().map(|s| (s, make as Make));
    tuned.chain(unseen_shapes().into_iter().map(|s| (s, make_unseen as Make)))
}

fn all(check: impl Fn(&str, &Mess)) {
    for (shape, make) in every() {
        for seed in [1, 77] {
            check(shape, &make(shape, seed, Some(ROWS)).expect("a shape of the list"));
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_file_and_another_seed_another() {
    for (shape, make) in every() {
        let [once, again, other] = [1, 1, 77].map(|seed| make(shape, seed, Some(ROWS)).expect("a shape of the list"));
        assert_eq!(once, again, "{shape}: the same seed gave another file");
        assert_ne!(once.bytes, other.bytes, "{shape}: two seeds gave one file");
    }
}

#[test]
fn there_is_no_shape_of_an_unknown_name() {
    assert_eq!(make("no such shape", 1, None), None);
    assert!(shapes().len() >= 18);
    assert_eq!(make("broker", 1, None).expect("the broker's sheet").truth["rows"], 5000);
    assert_eq!(make("wide", 1, None).expect("the wide sheet").truth["columns"].as_array().map(Vec::len), Some(300));
}

#[test]
fn the_header_stands_where_truth_says() {
    all(|shape, mess| {
        let records = records(mess);
        let headers: Vec<&str> = mess.truth["columns"]
            .as_array()
            .expect("columns")
            .iter()
            .map(|c| c["header"].as_str().expect("text"))
            .collect();
        let above = mess.truth["dialect"]["preamble_rows"].as_u64().expect("a number") as usize;
        match mess.truth["dialect"]["header_row"].as_u64() {
            Some(row) => {
                assert_eq!(row as usize, above + 1, "{shape}");
                assert_eq!(records[above], headers, "{shape}");
            }
            None => assert!(headers.iter().all(|h| h.is_empty()), "{shape}"),
        }
    });
}

#[test]
fn every_row_stands_where_truth_says() {
    all(|shape, mess| {
        let records = records(mess);
        let rows = numbers(&mess.truth["row_records"]);
        let width = mess.truth["columns"].as_array().expect("columns").len();
        assert_eq!(rows.len(), ROWS, "{shape}");
        for record in &rows {
            assert_eq!(records[record - 1].len(), width, "{shape}: record {record}");
        }
        let d = &mess.truth["dialect"];
        let apart = d["preamble_rows"].as_u64().unwrap_or(0)
            + u64::from(!d["header_row"].is_null())
            + d["footer_rows"].as_u64().unwrap_or(0)
            + d["blank_rows"].as_u64().unwrap_or(0)
            + numbers(&mess.truth["section_records"]).len() as u64;
        assert_eq!(
            records.len() as u64,
            apart + ROWS as u64,
            "{shape}: every record is a row or something truth tells of"
        );
        for record in numbers(&mess.truth["section_records"]) {
            let filled = records[record - 1].iter().filter(|c| !c.is_empty()).count();
            assert_eq!(filled, 1, "{shape}: a heading has one cell");
        }
    });
}

#[test]
fn a_row_begins_at_the_byte_that_truth_says() {
    all(|shape, mess| {
        let starts = numbers(&mess.truth["row_starts"]);
        let rows = numbers(&mess.truth["row_records"]);
        let records = records(mess);
        let label = mess.truth["dialect"]["encoding"].as_str().expect("an encoding");
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).expect("an encoding of the web");
        let delimiter = mess.truth["dialect"]["delimiter"].as_str().expect("a delimiter");
        for (start, record) in starts.iter().zip(rows) {
            let (rest, _) = encoding.decode_without_bom_handling(&mess.bytes[*start..]);
            let mut reader = csv::ReaderBuilder::new()
                .delimiter(delimiter.as_bytes()[0])
                .has_headers(false)
                .flexible(true)
                .from_reader(rest.as_bytes());
            let first = reader.records().next().expect("a record").expect("text");
            assert_eq!(first, records[record - 1], "{shape}: record {record}");
        }
    });
}

const INTERACTION: &[&str] = &[
    "channel",
    "direction",
    "at",
    "ended_at",
    "duration",
    "subject",
    "body",
    "participant[]",
    "outcome",
    "media_ref",
    "external_id",
];

#[test]
fn truth_names_fields_of_the_dictionary() {
    all(|shape, mess| {
        for column in mess.truth["columns"].as_array().expect("columns") {
            let accepted = column["accept"].as_array().expect("a list").iter();
            for field in accepted.chain([&column["field"]]).filter_map(Value::as_str).filter(|f| *f != "custom.*") {
                // Interactions stand in the dictionary's text, and no import of the program makes them yet.
                if field.strip_prefix("interaction.").is_some_and(|f| INTERACTION.contains(&f)) {
                    continue;
                }
                contracts::FieldPath::parse(field).unwrap_or_else(|problem| panic!("{shape}: {problem}"));
            }
        }
    });
}

/// Digits of a cell, in whatever script.
fn digits(text: &str) -> String {
    text.chars()
        .filter_map(|c| c.to_digit(10).or_else(|| (c as u32).checked_sub(0x660).filter(|n| *n < 10)))
        .filter_map(|n| char::from_digit(n, 10))
        .collect()
}

#[test]
fn every_value_stands_in_its_cell() {
    all(|shape, mess| {
        let records = records(mess);
        let rows = numbers(&mess.truth["row_records"]);
        let mut kinds = BTreeSet::new();
        for column in mess.truth["values"].as_array().expect("values") {
            let index = column["index"].as_u64().expect("a number") as usize;
            let kind = column["kind"].as_str().expect("text");
            kinds.insert(kind);
            for (row, wanted) in column["cells"].as_object().expect("cells") {
                let row: usize = row.parse().expect("a row number");
                let cell = &records[rows[row - 1] - 1][index];
                let said = format!("{shape}, row {row}, column {index}: {cell:?} and {wanted}");
                assert!(!cell.is_empty(), "{said}");
                if wanted == "held" || wanted == "empty" {
                    continue;
                }
                match kind {
                    "phone" => {
                        for phone in wanted.as_array().expect("a list") {
                            let e164 = phone.as_str().expect("text");
                            let figures = if cell.contains("E+") { cell.replace('.', "") } else { cell.clone() };
                            // The last digits are those that every way of writing keeps; figures lose their noughts.
                            let tail = &e164[e164.len() - 6..];
                            let tail = if cell.contains("E+") { "" } else { tail };
                            assert!(digits(&figures).contains(tail), "{said}");
                        }
                    }
                    "email" => {
                        for mailbox in wanted.as_array().expect("a list") {
                            let mailbox = mailbox.as_str().expect("text");
                            assert!(cell.to_lowercase().contains(mailbox), "{said}");
                            let (_, domain) = mailbox.split_once('@').expect("a mailbox");
                            let reserved = [".example", "example.com", "example.net", "example.org"];
                            assert!(reserved.iter().any(|r| domain.ends_with(r)), "{said}");
                        }
                    }
                    "date" => assert_eq!(wanted.as_str().and_then(|d| d.get(4..5)), Some("-"), "{said}"),
                    "money" => assert!(digits(cell).starts_with(|c: char| c != '0') || cell.contains("0."), "{said}"),
                    "name" => {
                        let words: Vec<&str> = cell.split_whitespace().collect();
                        let said_in_cell = |part: &Value| {
                            let part = part.as_str().expect("text");
                            assert!(words.join(" ").contains(part), "{said}");
                        };
                        match wanted.as_object() {
                            Some(parts) => {
                                parts.iter().filter(|(k, _)| *k != "turned").for_each(|(_, p)| said_in_cell(p))
                            }
                            None => said_in_cell(wanted),
                        }
                    }
                    other => panic!("{said}: {other} is no kind"),
                }
            }
        }
        assert!(!kinds.is_empty(), "{shape} is judged by nothing");
    });
}
