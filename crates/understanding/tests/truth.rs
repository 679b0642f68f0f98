//! The samples against their truth: dialect, rows, columns, outcomes.
#![allow(clippy::unwrap_used)]

mod support;

use contracts::{ColumnMapping, RowShape};
use serde_json::Value;
use support::{Sample, samples, status};
use understanding::RowOutcome;

/// The share of columns holding data that must be right in every file.
const WANTED: f64 = 0.99;

fn strings(value: &Value) -> Vec<&str> {
    value.as_array().map(|a| a.iter().filter_map(Value::as_str).collect()).unwrap_or_default()
}

fn accepted(field: &str, truth: &Value) -> bool {
    truth["field"].as_str() == Some(field)
        || strings(&truth["accept"]).iter().any(|a| *a == field || (*a == "custom.*" && field.contains("custom.")))
}

/// Right: mapped to a field that truth names or accepts, or left unmapped where truth allows it.
fn is_right(column: &ColumnMapping, truth: &Value) -> bool {
    match &column.field {
        Some(field) => accepted(field, truth),
        None => strings(&truth["status_ok"]).contains(&status(column)),
    }
}

#[test]
fn every_sample_is_read_in_its_dialect() {
    for Sample { name, truth, found, .. } in samples() {
        let wanted = &truth["dialect"];
        let got = serde_json::to_value(&found.dialect).unwrap();
        for key in [
            "encoding",
            "bom",
            "delimiter",
            "quote",
            "line_ending",
            "preamble_rows",
            "header_row",
            "footer_rows",
            "blank_rows",
        ] {
            if let Some(wanted) = wanted.get(key) {
                assert_eq!(&got[key], wanted, "{name}: {key}");
            }
        }
        assert_eq!(found.rows.total, truth["rows"].as_u64().unwrap(), "{name}: rows");
        assert_eq!(found.row_entity.as_str(), truth["entity"].as_str().unwrap(), "{name}: entity");
        for (shape, key) in [(RowShape::Short, "short"), (RowShape::Long, "long")] {
            let got: Vec<u64> = (1..).zip(&found.row_index).filter(|(_, s)| s.shape == shape).map(|(n, _)| n).collect();
            let wanted: Vec<u64> = truth["shape"][key]
                .as_array()
                .map(|a| a.iter().filter_map(Value::as_u64).collect())
                .unwrap_or_default();
            assert_eq!(got, wanted, "{name}: {key} rows");
        }
    }
}

#[test]
fn columns_that_hold_data_are_understood() {
    let mut failures = Vec::new();
    for Sample { name, truth, found, .. } in samples() {
        let columns = truth["columns"].as_array().unwrap();
        assert_eq!(found.columns.len(), columns.len(), "{name}: every column stands exactly once");
        let (mut right, mut all) = (0, 0);
        for (column, wanted) in found.columns.iter().zip(columns) {
            assert_eq!(column.index as u64, wanted["index"].as_u64().unwrap());
            assert_eq!(column.header, wanted["header"].as_str().unwrap().trim());
            if let Some(label) = wanted["label"].as_str() {
                assert_eq!(
                    column.label.as_deref().or(Some(label).filter(|_| column.field.is_none())),
                    Some(label),
                    "{name}: {}",
                    column.header
                );
            }
            if wanted["empty"] == true {
                continue;
            }
            all += 1;
            if is_right(column, wanted) {
                right += 1;
            } else {
                println!("{name}: {} is {} {:?}, wanted {}", column.header, status(column), column.field, wanted);
            }
        }
        let share = f64::from(right) / f64::from(all);
        println!(
            "{name}: {right} of {all} columns right ({:.1} %), confidence {}",
            share * 100.0,
            found.profile.confidence
        );
        if share < WANTED {
            failures.push(name.clone());
        }
    }
    assert!(failures.is_empty(), "below {WANTED}: {failures:?}");
}

#[test]
fn rows_that_name_nobody_are_rejected_and_misaligned_ones_held() {
    for Sample { name, truth, drafts, .. } in samples() {
        let numbers = |wanted: fn(&RowOutcome) -> bool| -> Vec<u64> {
            (1..).zip(drafts).filter(|(_, d)| wanted(&d.outcome)).map(|(n, _)| n).collect()
        };
        let listed = |v: &Value| -> Vec<u64> {
            v.as_array().map(|a| a.iter().filter_map(Value::as_u64).collect()).unwrap_or_default()
        };
        assert_eq!(
            numbers(|o| matches!(o, RowOutcome::Reject(_))),
            listed(&truth["no_person_rows"]),
            "{name}: rejected"
        );
        assert_eq!(numbers(|o| matches!(o, RowOutcome::Hold(_))), listed(&truth["shape"]["long"]), "{name}: held");
    }
}

#[test]
fn nothing_of_a_sample_lies_outside_its_records() {
    for Sample { name, bytes, found, .. } in samples() {
        let mut at = 0;
        for span in &found.row_index {
            assert!(span.start >= at && span.end >= span.start, "{name}: spans increase");
            at = span.end;
        }
        let data: u64 = found.row_index.iter().map(|s| s.end - s.start).sum();
        assert!(at <= bytes.len() as u64 && data > 0);
    }
}

#[test]
fn every_value_names_the_cells_it_was_made_from() {
    for Sample { name, drafts, .. } in samples() {
        for (number, draft) in (1..).zip(drafts) {
            for record in &draft.records {
                for field in &record.fields {
                    assert!(!field.sources.is_empty(), "{name} row {number}: {} has no source", field.field);
                    assert!(field.sources.iter().all(|s| s.row_number == number));
                    assert!((0.0..=1.0).contains(&field.confidence));
                    contracts::FieldPath::parse(&format!("{}.{}", record.entity, field.field)).expect("a known field");
                    if let Some(items) = field.value.as_array() {
                        assert!(field.sources.len() >= items.len(), "{name} row {number}: {}", field.field);
                    }
                }
            }
        }
    }
}
