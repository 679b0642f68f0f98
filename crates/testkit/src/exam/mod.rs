//! What the importer understands of a file, held against the truth beside it: dialect, rows, columns, values.
//!
//! A column is right when it goes to a field that truth names or accepts, with the label that truth states, or is left
//! alone where truth allows that. A value is right when it is the one that truth tells, held when the person is told or
//! asked about its cell, and wrong otherwise: changed or dropped without a word.

mod name;
mod oracle;
mod values;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, anyhow};
use contracts::{BatchId, ColumnChoice, ColumnMapping, ColumnStatus, EntityType};
use serde_json::{Value, json};
use understanding::{Mapping, MappingContext, Options, RowDraft, RowOutcome, Understanding, analyze, parse_row};

/// How many were right, put to the person, and wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// As truth tells.
    pub right: u64,
    /// Left to the person, who is told.
    pub held: u64,
    /// Something else, silently.
    pub wrong: u64,
}

impl Score {
    /// All of them.
    #[must_use]
    pub fn all(self) -> u64 {
        self.right + self.held + self.wrong
    }

    /// Adds another's.
    pub fn add(&mut self, other: Self) {
        self.right += other.right;
        self.held += other.held;
        self.wrong += other.wrong;
    }

    fn json(self) -> Value {
        json!({ "right": self.right, "held": self.held, "wrong": self.wrong })
    }
}

/// What came of one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Verdict {
    Right,
    Held,
    /// With what came out instead.
    Wrong(String),
}

/// The findings about one file.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// The file's name.
    pub file: String,
    /// Columns with data.
    pub columns: Score,
    /// Fields of the dialect and what a row describes; held is never used.
    pub dialect: Score,
    /// Data rows: right ones, rows of something else that are held or rejected, rows lost or taken in silently.
    pub rows: Score,
    /// By kind, as the importer proposes it.
    pub values: BTreeMap<String, Score>,
    /// By kind, once a person has put the columns right.
    pub told: BTreeMap<String, Score>,
    /// Confidence of each mapped column with data, and whether it was right.
    pub confidences: Vec<(f64, bool)>,
    /// Sentences about dialect, rows and values; columns are left out, so that the files stay unseen.
    pub misses: Vec<String>,
    /// Sentences about columns.
    pub column_misses: Vec<String>,
}

impl Findings {
    /// One line for machines.
    #[must_use]
    pub fn json(&self) -> Value {
        let kinds = |k: &BTreeMap<String, Score>| -> Value {
            Value::Object(k.iter().map(|(kind, score)| (kind.clone(), score.json())).collect())
        };
        json!({
            "file": self.file,
            "columns": self.columns.json(),
            "dialect": { "right": self.dialect.right, "wrong": self.dialect.wrong },
            "rows": self.rows.json(),
            "values": kinds(&self.values),
            "values_once_columns_are_right": kinds(&self.told),
        })
    }
}

/// Examines the importer on one file.
///
/// # Errors
/// When the file can't be read as a table at all, or truth lacks a part.
pub fn examine(bytes: &[u8], truth: &Value) -> Result<Findings> {
    let file = truth["file"].as_str().context("truth names no file")?.to_owned();
    let region = truth["region"].as_str().unwrap_or("IN").to_owned();
    let found =
        analyze(bytes, &Options { file_name: file.clone(), default_region: Some(region), ..Options::default() })
            .map_err(|e| anyhow!("{file}: {e}"))?;
    let mut out = Findings { file, ..Findings::default() };
    dialect(&found, truth, &mut out);
    let wanted = truth["columns"].as_array().context("truth has no columns")?;
    columns(&found.columns, wanted, &mut out);

    let rows: Vec<Vec<String>> = found
        .row_index
        .iter()
        .map(|s| {
            let range = usize::try_from(s.start).unwrap_or(0)..usize::try_from(s.end).unwrap_or(0);
            parse_row(bytes.get(range).unwrap_or_default(), &found.dialect)
        })
        .collect();
    let numbers = rows_by_truth(&found, truth, &mut out);
    let drafts = drafts(&found, &found.columns, found.row_entity, &rows)?;
    for (draft, number) in drafts.iter().zip(&numbers) {
        if number.is_none() {
            match draft.outcome {
                RowOutcome::Usable => {
                    out.rows.wrong += 1;
                    out.misses.push("a record that is no data row was taken in as one".into());
                }
                RowOutcome::Hold(_) | RowOutcome::Reject(_) => out.rows.held += 1,
            }
        }
    }
    let told = told(&found.columns, wanted)?;
    let entity = entity(truth, found.row_entity, &told);
    let told_drafts = self::drafts(&found, &told, entity, &rows)?;
    let nameless = nameless(truth, entity, &told, &numbers, &rows);
    turned_away(&nameless, &numbers, &told_drafts, &mut out);
    let judged: Vec<Value> = match truth["values"].as_array() {
        Some(values) => values.clone(),
        None => oracle::values(truth, wanted, &rows),
    };
    let mut misses = Vec::new();
    let file = values::File { numbers: &numbers, rows: &rows, nameless: &nameless };
    out.values = file.judge(&judged, &drafts, &found.columns, &mut Vec::new());
    out.told = file.judge(&judged, &told_drafts, &told, &mut misses);
    out.misses.extend(misses);
    Ok(out)
}

fn dialect(found: &Understanding, truth: &Value, out: &mut Findings) {
    let got = serde_json::to_value(&found.dialect).unwrap_or_default();
    for (key, wanted) in truth["dialect"].as_object().into_iter().flatten().filter(|(k, _)| !k.ends_with("_accept")) {
        let also = &truth["dialect"][format!("{key}_accept")];
        if &got[key] == wanted || also.as_array().is_some_and(|a| a.contains(&got[key])) {
            out.dialect.right += 1;
        } else {
            out.dialect.wrong += 1;
            out.misses.push(format!("dialect: {key} is {}, wanted {wanted}", got[key]));
        }
    }
    let read = found.row_entity.as_str();
    if truth["entity"] == read || strings(&truth["entity_accept"]).any(|e| e == read) {
        out.dialect.right += 1;
    } else {
        out.dialect.wrong += 1;
        out.misses.push(format!("dialect: a row is read as {}, wanted {}", found.row_entity, truth["entity"]));
    }
}

/// Truth's row number for each row found; none for a record that is no data row.
fn rows_by_truth(found: &Understanding, truth: &Value, out: &mut Findings) -> Vec<Option<u64>> {
    let wanted = truth["rows"].as_u64().unwrap_or(0);
    let Some(starts) = truth["row_starts"].as_array() else {
        // Samples without byte positions: their count tells.
        out.rows.right += wanted.min(found.rows.total);
        let off = wanted.abs_diff(found.rows.total);
        out.rows.wrong += off;
        if off > 0 {
            out.misses.push(format!("rows: {} found, wanted {wanted}", found.rows.total));
        }
        return (1..=found.rows.total).map(Some).collect();
    };
    let by_start: BTreeMap<u64, u64> = (1..).zip(starts).filter_map(|(n, s)| Some((s.as_u64()?, n))).collect();
    let numbers: Vec<Option<u64>> = found.row_index.iter().map(|s| by_start.get(&s.start).copied()).collect();
    let known = numbers.iter().flatten().count() as u64;
    out.rows.right += known;
    out.rows.wrong += wanted.saturating_sub(known);
    if known < wanted {
        let seen: BTreeSet<u64> = numbers.iter().flatten().copied().collect();
        let first = (1..=wanted).find(|n| !seen.contains(n)).unwrap_or(0);
        out.misses
            .push(format!("rows: {} of {wanted} data rows were not found, the first is row {first}", wanted - known));
    }
    numbers
}

/// What names a person, or lets them be reached.
const WHO: [&str; 5] =
    ["person.full_name", "person.given_name", "person.family_name", "person.email[]", "person.phone[]"];

/// What names a firm; where truth lets one stand for the person, it names a row too.
const FIRM: [&str; 2] = ["account.name", "person.company_name"];

/// Whether a column, once it has been put right, goes to one of these fields.
fn goes_to(column: &ColumnMapping, fields: &[&str]) -> bool {
    column.status == ColumnStatus::Mapped && column.field.as_deref().is_some_and(|f| fields.contains(&f))
}

/// Truth's numbers of the rows of people in which no cell names anybody or tells how to reach them: that they are turned
/// away is right, and of their values there is nobody to judge them by. The cells of the columns that are put right tell,
/// not what the importer makes of them: an enquiry that says of its client `u1134`, which nobody can look up, is one.
fn nameless(
    truth: &Value,
    entity: EntityType,
    told: &[ColumnMapping],
    numbers: &[Option<u64>],
    rows: &[Vec<String>],
) -> BTreeSet<u64> {
    let mut out: BTreeSet<u64> =
        truth["no_person_rows"].as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
    if entity != EntityType::Person {
        return out;
    }
    let who: Vec<usize> = told
        .iter()
        .filter(|c| goes_to(c, &WHO) || goes_to(c, &FIRM))
        .filter_map(|c| usize::try_from(c.index).ok())
        .collect();
    let says = |cell: &String| {
        let low = cell.trim().to_lowercase();
        !matches!(low.as_str(), "" | "-" | "n/a" | "na" | "null" | "none" | "nan")
    };
    for (number, cells) in numbers.iter().zip(rows) {
        if let Some(number) = number.filter(|_| !who.iter().any(|i| cells.get(*i).is_some_and(says))) {
            out.insert(number);
        }
    }
    out
}

/// Rows that are rejected although the columns are right: the person sees them listed, and has the work.
fn turned_away(nameless: &BTreeSet<u64>, numbers: &[Option<u64>], drafts: &[RowDraft], out: &mut Findings) {
    for (number, draft) in numbers.iter().zip(drafts) {
        let Some(number) = number else { continue };
        if let (RowOutcome::Reject(why), false) = (&draft.outcome, nameless.contains(number)) {
            out.rows.right = out.rows.right.saturating_sub(1);
            out.rows.held += 1;
            if out.rows.held < 4 {
                out.misses.push(format!("rows: row {number} was rejected: {why}"));
            }
        }
    }
}

fn strings(value: &Value) -> impl Iterator<Item = &str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str)
}

fn status(column: &ColumnMapping) -> &'static str {
    match column.status {
        ColumnStatus::Mapped => "mapped",
        ColumnStatus::Ignored => "ignored",
        ColumnStatus::Unresolved => "unresolved",
    }
}

/// A path as the dictionary parses it, so that `property.name` and `interest.property.name` are one.
fn same(a: &str, b: &str) -> bool {
    match (contracts::FieldPath::parse(a), contracts::FieldPath::parse(b)) {
        (Ok(x), Ok(y)) => x == y,
        _ => a == b,
    }
}

fn is_right(column: &ColumnMapping, truth: &Value) -> bool {
    let Some(field) = &column.field else {
        return strings(&truth["status_ok"]).any(|s| s == status(column));
    };
    let fits = |wanted: &str| match wanted.split_once("custom.") {
        Some(_) => field.contains("custom."),
        None => same(wanted, field),
    };
    let home = truth["field"].as_str().is_some_and(fits) || strings(&truth["accept"]).any(fits);
    let label = truth["label"].as_str().is_none_or(|l| column.label.as_deref() == Some(l));
    home && (label || !field.contains("[]"))
}

fn columns(found: &[ColumnMapping], truth: &[Value], out: &mut Findings) {
    for (i, wanted) in truth.iter().enumerate() {
        if wanted["empty"] == true {
            continue;
        }
        let Some(column) = found.get(i) else {
            out.columns.wrong += 1;
            out.column_misses.push(format!("{}: was not found", wanted["header"]));
            continue;
        };
        let right = is_right(column, wanted);
        match (right, column.status) {
            (true, _) => out.columns.right += 1,
            (false, ColumnStatus::Unresolved) => out.columns.held += 1,
            (false, _) => out.columns.wrong += 1,
        }
        if column.status == ColumnStatus::Mapped {
            out.confidences.push((column.confidence, right));
        }
        if !right {
            out.column_misses.push(format!(
                "{}: {} {:?} {:?}, wanted {} {}",
                wanted["header"],
                status(column),
                column.field,
                column.label,
                wanted["field"],
                wanted["label"]
            ));
        }
    }
    for column in found.iter().skip(truth.len()) {
        out.columns.wrong += 1;
        out.column_misses.push(format!("{}: is no column of the file", column.header));
    }
}

/// What a person would say a row describes; a kind that the program has no rows of stays as it was read. Truth may let rows
/// be read as people; where the columns put right name none of them, every row would be turned away, and the person, who
/// is told so, says what they are.
fn entity(truth: &Value, read: EntityType, told: &[ColumnMapping]) -> EntityType {
    let people = read == EntityType::Person;
    let named = !people || told.iter().any(|c| c.filled > 0 && goes_to(c, &WHO));
    if named && strings(&truth["entity_accept"]).any(|e| e == read.as_str()) {
        return read;
    }
    let rows =
        [EntityType::Person, EntityType::Account, EntityType::Opportunity, EntityType::Task, EntityType::Interaction];
    let said = truth["entity"].as_str().and_then(|e| e.parse().ok());
    said.filter(|said| rows.contains(said)).unwrap_or(read)
}

/// Where a person would put a column by hand: its field, or the first accepted one where the program's dictionary does
/// not hold it yet.
fn chosen(wanted: &Value) -> Option<&str> {
    let known = |f: &&str| contracts::FieldPath::parse(f).is_ok() && !f.contains("custom.");
    // What must be asked about has no one field: the person answers with one of those that fit.
    let asked = strings(&wanted["status_ok"]).eq(["unresolved"]);
    let field = wanted["field"].as_str();
    if field.is_none() && !asked {
        return None;
    }
    field.into_iter().chain(strings(&wanted["accept"])).find(known)
}

/// Asked about, and rightly: a person answers, so that its cells are read.
fn open(column: &ColumnMapping, wanted: &Value) -> bool {
    column.status == ColumnStatus::Unresolved && chosen(wanted).is_some()
}

/// The columns after a person has put right what was not and answered what was asked.
fn told(found: &[ColumnMapping], truth: &[Value]) -> Result<Vec<ColumnMapping>> {
    let mut columns = found.to_vec();
    // The second round puts back what a choice of the first moved away.
    for _ in 0..2 {
        let choices: Vec<ColumnChoice> = columns
            .iter()
            .zip(truth)
            .filter(|(column, wanted)| wanted["empty"] != true && (!is_right(column, wanted) || open(column, wanted)))
            .map(|(column, wanted)| ColumnChoice {
                column: column.index,
                status: if chosen(wanted).is_some() { ColumnStatus::Mapped } else { ColumnStatus::Ignored },
                field: chosen(wanted).map(Into::into),
                label: wanted["label"].as_str().map(Into::into),
                date_order: None,
                ..ColumnChoice::default()
            })
            .collect();
        columns =
            understanding::apply_choices(&columns, &choices).map_err(|e| anyhow!("the columns put right: {e}"))?;
    }
    Ok(columns)
}

fn drafts(
    found: &Understanding,
    columns: &[ColumnMapping],
    row_entity: EntityType,
    rows: &[Vec<String>],
) -> Result<Vec<RowDraft>> {
    let batch: BatchId = "01900000-0000-7000-8000-000000000001".parse().map_err(|_| anyhow!("a batch's id"))?;
    let context = MappingContext {
        batch_id: batch,
        source_system: found.source_system.clone(),
        row_entity,
        phone_region: found.phone_region.clone(),
    };
    let mapping = Mapping::compile(columns, context).map_err(|e| anyhow!("the proposed columns: {e}"))?;
    Ok(rows
        .iter()
        .zip(&found.row_index)
        .zip(1..)
        .map(|((cells, span), number)| mapping.project(number, span.shape, cells))
        .collect())
}

/// Expected calibration error over ten bins of confidence: how far, on average, what the importer believes of a column
/// is from how often it is right.
#[must_use]
pub fn calibration_error(confidences: &[(f64, bool)]) -> f64 {
    let mut bins = [(0.0, 0.0, 0u32); 10];
    for (confidence, right) in confidences {
        let bin = ((confidence * 10.0) as usize).min(9);
        bins[bin].0 += confidence;
        bins[bin].1 += f64::from(u8::from(*right));
        bins[bin].2 += 1;
    }
    if confidences.is_empty() {
        return 0.0;
    }
    bins.iter().map(|(believed, right, _)| (believed - right).abs()).sum::<f64>() / confidences.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calibration_is_the_gap_between_belief_and_fact() {
        assert!(calibration_error(&[(0.95, true), (0.95, true)]) < 0.051);
        assert!((calibration_error(&[(0.9, true), (0.9, false)]) - 0.4).abs() < 1e-9);
        assert!(calibration_error(&[]).abs() < f64::EPSILON);
    }

    fn small(values: Value) -> Value {
        let column = |index: u32, field: &str| json!({ "index": index, "header": "", "field": field, "accept": [], "status_ok": ["mapped"] });
        json!({
            "file": "x.csv", "entity": "person", "rows": 1, "row_starts": [11], "dialect": { "delimiter": "," },
            "columns": [column(0, "person.full_name"), column(1, "person.email[]")],
            "values": values,
        })
    }

    #[test]
    fn a_value_changed_silently_is_wrong_and_one_put_to_the_person_is_held() {
        let judged = |cell: &str, wanted: Value| {
            let file = format!("Name,Email\n\"A. Rao\",{cell}\n");
            let truth = small(json!([{ "index": 1, "kind": "email", "cells": { "1": wanted } }]));
            examine(file.as_bytes(), &truth).expect("a table").values["email"]
        };
        let score = |right, held, wrong| Score { right, held, wrong };
        assert_eq!(judged("a@x.example", json!(["a@x.example"])), score(1, 0, 0));
        assert_eq!(judged("a@x.example", json!(["b@x.example"])), score(0, 0, 1));
        assert_eq!(judged("a@x.example", json!("held")), score(0, 0, 1));
        assert_eq!(judged("not an address", json!("held")), score(1, 0, 0));
        assert_eq!(judged("N/A", json!("empty")), score(1, 0, 0));
        assert_eq!(judged("a@x.example", json!("empty")), score(0, 0, 1));
        assert_eq!(judged("a at x", json!(["a@x.example"])), score(0, 1, 0));
    }

    #[test]
    fn rows_that_are_missing_or_too_many_are_counted() {
        let truth = small(json!([]));
        let found = examine(b"Name,Email\n\"A. Rao\",a@x.example\nB. Sen,b@x.example\n", &truth).expect("a table");
        assert_eq!(found.rows, Score { right: 1, held: 0, wrong: 1 });
    }
}
