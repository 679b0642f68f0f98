//! `import analyze`: what is in the seven sample exports, against what people who know them wrote down.

use std::path::Path;

use serde_json::Value;
use velocity_tests::Cli;
use velocity_tests::files::{sample, samples, truth};

/// The analysis of a sample, on a machine without any workspace.
fn analysis(name: &str) -> Value {
    let cli = Cli::without_workspace();
    let found = cli.run([Path::new("import"), Path::new("analyze"), &sample(name)]).done();
    assert!(!cli.workspace().exists(), "analyze made a workspace");
    let left: Vec<_> = std::fs::read_dir(cli.path("")).unwrap().collect();
    assert!(left.is_empty(), "analyze wrote {left:?}");
    found
}

/// A value of the truth, or one of those beside it that are right too.
fn is_one_of(found: &Value, truth: &Value, name: &str) -> bool {
    let accepted = truth[format!("{name}_accept")].as_array();
    *found == truth[name] || accepted.is_some_and(|others| others.contains(found))
}

#[test]
fn dialect_and_row_count_are_right_for_every_sample() {
    for name in &samples() {
        let (found, truth) = (analysis(name), truth(name));
        let (dialect, expected) = (&found["dialect"], &truth["dialect"]);
        for part in ["encoding", "bom", "delimiter", "quote", "line_ending"] {
            assert_eq!(dialect[part], expected[part], "{name}: {part}");
        }
        assert!(is_one_of(&dialect["preamble_rows"], expected, "preamble_rows"), "{name}: {dialect}");
        let header = dialect["header_row"].as_u64();
        let after_preamble = dialect["preamble_rows"].as_u64().map(|rows| rows + 1);
        assert!(header == expected["header_row"].as_u64() || header == after_preamble, "{name}: {dialect}");

        let rows = &found["rows"];
        assert_eq!(rows["total"], truth["rows"], "{name}: {rows}");
        let parts = ["ok", "short", "long", "unparsable"].map(|part| rows[part].as_u64().unwrap());
        assert_eq!(parts.iter().sum::<u64>(), rows["total"].as_u64().unwrap(), "{name}: {rows}");
        if let Some(shape) = truth["shape"].as_object() {
            for (part, numbers) in shape {
                let count = numbers.as_array().map_or(numbers.as_u64(), |rows| Some(rows.len() as u64));
                assert_eq!(rows[part].as_u64(), count, "{name}: {part} rows");
            }
        }
    }
}

#[test]
fn every_column_is_accounted_for_and_nine_in_ten_that_hold_data_are_right() {
    for name in &samples() {
        let (found, truth) = (analysis(name), truth(name));
        let columns = found["columns"].as_array().unwrap();
        let expected = truth["columns"].as_array().unwrap();
        assert_eq!(columns.len(), expected.len(), "{name}");

        let (mut with_data, mut wrong) = (0_usize, Vec::new());
        for (column, expected) in columns.iter().zip(expected) {
            assert_eq!(column["index"], expected["index"], "{name}");
            assert_eq!(column["header"], expected["header"], "{name}");
            let status = column["status"].as_str().unwrap_or_default();
            assert!(["mapped", "ignored", "unresolved"].contains(&status), "{name}: {column}");
            assert_eq!(column["field"].is_string(), status == "mapped", "{name}: {column}");
            if expected["empty"] == true {
                continue;
            }
            with_data += 1;
            if !is_right(column, expected) {
                wrong.push(format!("{} → {} {}", expected["header"], column["status"], column["field"]));
            }
        }
        assert!(wrong.len() * 10 <= with_data, "{name}: {} of {with_data} wrong: {wrong:#?}", wrong.len());
    }
}

/// Whether status and field are what people who know the file would choose, or would accept.
fn is_right(column: &Value, expected: &Value) -> bool {
    let fields = || expected["accept"].as_array().into_iter().flatten().chain([&expected["field"]]);
    match column["field"].as_str() {
        Some(field) => fields().filter_map(Value::as_str).any(|right| match right.strip_suffix(".*") {
            Some(family) => field.split('.').any(|part| part == family),
            None => right == field,
        }),
        None => expected["status_ok"].as_array().into_iter().flatten().any(|right| *right == column["status"]),
    }
}

#[test]
fn the_file_is_named_by_its_bytes() {
    let found = analysis("hubspot_contacts");
    let bytes = std::fs::metadata(sample("hubspot_contacts")).unwrap().len();
    assert_eq!(found["file"]["name"], "hubspot_contacts.csv");
    assert_eq!(found["file"]["bytes"], bytes);
    assert_eq!(found["file"]["sha256"].as_str().map(str::len), Some(64));
    assert_eq!(found["source_profile"]["id"].as_str().map(|id| id.contains("hubspot")), Some(true), "{found}");
}
