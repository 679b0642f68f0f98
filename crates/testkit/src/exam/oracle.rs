//! Values of samples whose truth tells only their columns: those cells that can be read in one way, by rules far
//! simpler than the importer's.

use contracts::{FieldKind, FieldPath};
use serde_json::{Map, Value, json};

/// Values by column, as the truth of a made file writes them. Cells that need judgement are left out.
pub(super) fn values(truth: &Value, columns: &[Value], rows: &[Vec<String>]) -> Vec<Value> {
    let mut out = Vec::new();
    let nobody = truth["no_person_rows"].as_array().cloned().unwrap_or_default();
    for column in columns {
        let index = column["index"].as_u64().unwrap_or(0) as usize;
        let Some(path) = column["field"].as_str().and_then(|f| FieldPath::parse(f).ok()) else { continue };
        let Some(def) = path.def.filter(|_| path.part.is_none()) else { continue };
        let (kind, read): (&str, fn(&str) -> Option<Value>) = match def.kind {
            FieldKind::Phone => ("phone", phones),
            FieldKind::Email => ("email", emails),
            FieldKind::Date | FieldKind::DateTime => ("date", date),
            FieldKind::Money => ("money", money),
            FieldKind::Text if def.name.ends_with("_name") => ("name", name),
            _ => continue,
        };
        let cells: Map<String, Value> = (1..)
            .zip(rows)
            // Rows with too few or too many cells are held as a whole.
            .filter(|(_, cells)| cells.len() == columns.len())
            .filter(|(n, _)| !nobody.contains(&json!(n)))
            .filter_map(|(n, cells): (usize, _)| Some((n.to_string(), read(cells.get(index)?.trim())?)))
            .collect();
        out.push(json!({ "index": index, "kind": kind, "cells": cells }));
    }
    out
}

fn phones(cell: &str) -> Option<Value> {
    let one = |part: &str| {
        let digits: String = part.chars().filter(char::is_ascii_digit).collect();
        let fine = part.starts_with('+')
            && !part.contains("(0)")
            && part.chars().all(|c| "+-() .".contains(c) || c.is_ascii_digit());
        (fine && digits.len() >= 10).then(|| format!("+{digits}"))
    };
    cell.split(":::").map(|p| one(p.trim())).collect::<Option<Vec<_>>>().map(|v| json!(v))
}

fn emails(cell: &str) -> Option<Value> {
    let one = |part: &str| {
        let (local, domain) = part.split_once('@')?;
        let fine = |t: &str| !t.is_empty() && t.chars().all(|c| c.is_ascii_alphanumeric() || "._-+".contains(c));
        (fine(local) && fine(domain) && domain.contains('.')).then(|| format!("{local}@{}", domain.to_lowercase()))
    };
    cell.split(":::").map(|p| one(p.trim())).collect::<Option<Vec<_>>>().map(|v| json!(v))
}

/// `2024-05-06`, with a time or without.
fn date(cell: &str) -> Option<Value> {
    let day = cell.get(..10)?;
    let mut parts = day.split('-').map(|p| p.parse::<u32>().ok());
    let (year, month, day_of) = (parts.next()??, parts.next()??, parts.next()??);
    let real = (1930..2100).contains(&year) && (1..=12).contains(&month) && (1..=28).contains(&day_of);
    (real && day.len() == 10 && day.as_bytes().get(4) == Some(&b'-')).then(|| json!(day))
}

/// Bare figures, or a code before figures in thousands.
fn money(cell: &str) -> Option<Value> {
    let (code, figures) = match cell.split_once(' ') {
        Some((code, rest)) if code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()) => (Some(code), rest),
        _ => (None, cell),
    };
    let plain = figures.replace(',', "");
    let fine = plain.len() >= 5 && plain.bytes().all(|b| b.is_ascii_digit());
    let grouped = figures.split(',').skip(1).all(|g| g.len() == 3);
    // A currency may stand in another column, so without a code it is not judged.
    (fine && grouped && code.is_some()).then(|| json!({ "amount": plain, "currency": code, "stated": true }))
}

fn name(cell: &str) -> Option<Value> {
    let fine = cell.chars().count() > 2 && cell.chars().all(|c| c.is_alphabetic() || " .'-".contains(c));
    if !fine || ["null", "none", "nil", "nan"].contains(&cell.to_lowercase().as_str()) {
        return None;
    }
    let titled = cell.split_once(' ').filter(|(first, _)| HONORIFICS.contains(&first.trim_end_matches('.')));
    Some(match titled {
        Some((prefix, full)) => json!({ "full": full, "prefix": prefix }),
        None => json!(cell),
    })
}

const HONORIFICS: &[&str] = &["Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Shri", "Smt", "Sri"];
