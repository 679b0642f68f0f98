//! Files of our own making in seven languages that the words and weights were tuned on, and how far confidences can be trusted.
#![allow(clippy::unwrap_used)]

mod support;

use std::path::PathBuf;

use contracts::ColumnMapping;
use rstest::rstest;
use serde_json::Value;
use support::{samples, status, understand};

/// A column that the truth gives a field is right with that field and its label; one without a field is right when open, left
/// out or kept as a custom field.
fn is_right(column: &ColumnMapping, truth: &Value) -> bool {
    let accepted = |field: &str| {
        truth["field"].as_str() == Some(field)
            || truth["accept"].as_array().is_some_and(|a| {
                a.iter().filter_map(Value::as_str).any(|a| a == field || a == "custom.*" && field.contains("custom."))
            })
    };
    let label = truth["label"].as_str();
    match &column.field {
        Some(field) => {
            (accepted(field) || truth["field"].is_null() && field.contains("custom."))
                && (label.is_none() || column.label.as_deref() == label)
        }
        None if truth["status_ok"].is_array() => {
            truth["status_ok"].as_array().unwrap().iter().any(|s| s.as_str() == Some(status(column)))
        }
        None => truth["field"].is_null(),
    }
}

fn truth_of(file: &std::path::Path) -> Value {
    serde_json::from_slice(&std::fs::read(file.with_extension("truth.json")).unwrap()).unwrap()
}

#[rstest]
fn headers_of_seven_languages_are_understood(#[files("tests/tuning/*.csv")] file: PathBuf) {
    let truth = truth_of(&file);
    let found = understand("sheet.csv", &std::fs::read(&file).unwrap());
    assert_eq!(found.row_entity.as_str(), truth["entity"].as_str().unwrap());
    let mut wrong = Vec::new();
    for (column, wanted) in found.columns.iter().zip(truth["columns"].as_array().unwrap()) {
        assert_eq!(column.header, wanted["header"].as_str().unwrap());
        if wanted["question"] == true {
            assert!(column.question.is_some(), "{} is asked about: {column:?}", column.header);
        }
        if !is_right(column, wanted) {
            wrong.push(format!(
                "{}: {:?} {:?} {}, wanted {}; {:?}",
                column.header,
                column.field,
                column.label,
                status(column),
                wanted,
                column.evidence.iter().map(|e| &e.why).collect::<Vec<_>>()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Files after systems and desks of many kinds: people, deals, tasks, calls and companies in ten languages. They were
/// written to see how words and weights carry over, and what they leave open is a question and not a slip.
#[test]
fn files_of_other_systems_are_understood_or_asked_about() {
    let (mut right, mut asked, mut wrong) = (0_u32, 0_u32, Vec::new());
    let mut files: Vec<PathBuf> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/others"))
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "csv"))
        .collect();
    files.sort();
    assert!(files.len() >= 60, "{} files", files.len());
    for file in files {
        let truth = truth_of(&file);
        let found = understand(truth["file"].as_str().unwrap(), &std::fs::read(&file).unwrap());
        assert_eq!(found.row_entity.as_str(), truth["entity"].as_str().unwrap(), "{}", file.display());
        for (column, wanted) in found.columns.iter().zip(truth["columns"].as_array().unwrap()) {
            assert_eq!(column.header, wanted["header"].as_str().unwrap());
            if is_right(column, wanted) {
                right += 1;
            } else if column.field.is_none() {
                asked += 1;
            } else {
                wrong.push(format!("{}: {} became {:?}, wanted {wanted}", file.display(), column.header, column.field));
            }
        }
    }
    let all = f64::from(right + asked) + wrong.len() as f64;
    println!("{right} right, {asked} asked, {} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(f64::from(right) >= 0.97 * all, "{right} of {all} are right");
    assert!(wrong.len() as f64 <= 0.005 * all, "{}", wrong.join("\n"));
}

/// The expected calibration error: over ten bins of confidence, the distance between what was promised and what came true.
#[test]
fn a_confidence_is_a_probability() {
    let mut bins = [(0.0_f64, 0.0_f64, 0_u32); 10];
    let mut take = |column: &ColumnMapping, right: bool| {
        let bin = &mut bins[((column.confidence * 10.0) as usize).min(9)];
        bin.0 += column.confidence;
        bin.1 += f64::from(u8::from(right));
        bin.2 += 1;
    };
    for sample in samples() {
        for (column, truth) in sample.found.columns.iter().zip(sample.truth["columns"].as_array().unwrap()) {
            if column.field.is_some() && column.filled > 0 {
                take(column, is_right(column, truth));
            }
        }
    }
    for file in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tuning")).unwrap() {
        let file = file.unwrap().path();
        if file.extension().is_some_and(|e| e == "csv") {
            let truth = truth_of(&file);
            let found = understand("sheet.csv", &std::fs::read(&file).unwrap());
            for (column, truth) in found.columns.iter().zip(truth["columns"].as_array().unwrap()) {
                if column.field.is_some() {
                    take(column, is_right(column, truth));
                }
            }
        }
    }
    let all: u32 = bins.iter().map(|b| b.2).sum();
    let error: f64 = bins.iter().map(|(promised, came, _)| (promised - came).abs()).sum::<f64>() / f64::from(all);
    for (i, (promised, came, n)) in bins.iter().enumerate().filter(|(_, b)| b.2 > 0) {
        let n = f64::from(*n);
        println!("0.{i}: {n} columns, promised {:.3}, right {:.3}", promised / n, came / n);
    }
    println!("expected calibration error over {all} mapped columns: {error:.4}");
    assert!(error <= 0.06, "{error}");
}
