//! What a person says about columns, applied to an earlier reading.

use contracts::{ColumnChoice, ColumnMapping, ColumnStatus, Evidence, FieldPath, Unread, ValueChoice};

use super::{conflicts, slots, target, transform};
use crate::UnderstandingError;
use crate::values::date::{self, OrderHint};

/// Re-evaluates a manifest's columns after a person's choices.
///
/// Columns set by a person before stay as they are unless chosen again. A field of one value moves to the column that the
/// person names, and the one that held it becomes open. Slots are numbered anew.
///
/// # Errors
/// [`UnderstandingError::BadColumn`] for a column that does not exist, a mapped column without a field, or a field that the
/// dictionary does not know.
pub fn apply_choices(
    columns: &[ColumnMapping],
    choices: &[ColumnChoice],
) -> Result<Vec<ColumnMapping>, UnderstandingError> {
    let mut out = columns.to_vec();
    for choice in choices {
        let Some(column) = out.iter_mut().find(|c| c.index == choice.column) else {
            return Err(UnderstandingError::BadColumn {
                column: choice.column,
                header: None,
                problem: format!("the file has no such column; it has {}, counted from 0", columns.len()),
            });
        };
        apply(column, choice)?;
    }
    yield_to_person(&mut out);
    slots::assign(&mut out);
    Ok(out)
}

fn apply(column: &mut ColumnMapping, choice: &ColumnChoice) -> Result<(), UnderstandingError> {
    let bad = |column: &ColumnMapping, problem: String| UnderstandingError::BadColumn {
        column: column.index,
        header: Some(column.header.clone()),
        problem,
    };
    let only_values = says_only_values(column, choice);
    let why = match choice.status {
        ColumnStatus::Mapped => {
            let Some(field) = choice.field.as_deref() else {
                return Err(bad(column, "it is to be mapped, but no field is named".into()));
            };
            let path = FieldPath::parse(field).map_err(|why| bad(column, why))?;
            let field = canonical(&path, field);
            if column.field.as_deref() != Some(field.as_str()) {
                column.transform = Some(transform::for_column(&path, column, &target::units(&column.header)));
                column.question = None;
            }
            column.label = choice
                .label
                .clone()
                .or_else(|| column.label.take().filter(|_| column.field.as_deref() == Some(&field)));
            column.field = Some(field.clone());
            dates(column, &path, choice);
            format!("A person said that it is {field}")
        }
        ColumnStatus::Ignored => {
            clear(column);
            forget(column);
            "A person left it out".into()
        }
        ColumnStatus::Unresolved => {
            clear(column);
            "A person left it open".into()
        }
    };
    if choice.status == ColumnStatus::Mapped {
        wishes(column, choice);
    }
    if only_values {
        return Ok(());
    }
    column.status = choice.status;
    column.by_person = choice.status != ColumnStatus::Unresolved;
    column.confidence = if column.by_person { 1.0 } else { 0.0 };
    column.evidence.retain(|e| e.source != "person");
    column.evidence.push(Evidence { source: "person".into(), why, weight: 1.0 });
    Ok(())
}

/// `custom.x` is written `person.custom.x`, and `property.x` stays as the dictionary writes it.
fn canonical(path: &FieldPath, field: &str) -> String {
    match (&path.def, field.starts_with("custom.")) {
        (None, true) => format!("{}.{field}", path.entity),
        _ => field.to_owned(),
    }
}

/// Whether what the column is stays as it was found, and only its values are spoken of.
fn says_only_values(column: &ColumnMapping, choice: &ColumnChoice) -> bool {
    let said = choice.value_map.is_some()
        || choice.default_value.is_some()
        || choice.unread.is_some()
        || choice.keep_sentinels.is_some();
    said && column.status == ColumnStatus::Mapped
        && choice.status == ColumnStatus::Mapped
        && choice.field == column.field
        && (choice.label.is_none() || choice.label == column.label)
        && (choice.date_order.is_none() || choice.date_order == column.date_order)
}

/// What the person says about the column's values; what isn't said stays as it was.
fn wishes(column: &mut ColumnMapping, choice: &ColumnChoice) {
    if let Some(map) = &choice.value_map {
        column.value_map.clear();
        // The later word about a value counts.
        for said in map {
            column.value_map.retain(|v| v.from.trim() != said.from.trim());
            column.value_map.push(said.clone());
        }
        let place = |v: &ValueChoice| column.choices.iter().position(|c| c.value == v.from).unwrap_or(usize::MAX);
        let mut sorted = column.value_map.clone();
        sorted.sort_by(|a, b| place(a).cmp(&place(b)).then_with(|| a.from.cmp(&b.from)));
        column.value_map = sorted;
    }
    if let Some(default) = &choice.default_value {
        column.default_value = Some(default.clone()).filter(|d| !d.trim().is_empty());
    }
    column.unread = choice.unread.unwrap_or(column.unread);
    column.keep_sentinels = choice.keep_sentinels.unwrap_or(column.keep_sentinels);
}

/// A column that is left out has no values that anything could be said about.
fn forget(column: &mut ColumnMapping) {
    column.value_map.clear();
    column.default_value = None;
    column.unread = Unread::Ask;
    column.keep_sentinels = false;
}

fn clear(column: &mut ColumnMapping) {
    column.field = None;
    column.label = None;
    column.slot = None;
    column.transform = None;
    column.question = None;
}

/// A date's order: as chosen, as the column had shown, or a question where the samples leave it open.
fn dates(column: &mut ColumnMapping, path: &FieldPath, choice: &ColumnChoice) {
    if !transform::is_date(path) {
        column.question = None;
        return;
    }
    if let Some(order) = choice.date_order {
        column.date_order = Some(order);
        column.question = None;
        return;
    }
    let open = column.samples.iter().filter_map(|s| date::parse(s)).any(|m| m.hint() == OrderHint::Open);
    if column.date_order.is_none() && column.question.is_none() && open {
        column.question = Some(transform::question(&column.samples, "No day above 12 stands in the samples to tell."));
    }
}

/// A field of one value that a person gave to one column is taken from the others.
fn yield_to_person(columns: &mut [ColumnMapping]) {
    let taken: Vec<(String, Option<String>, u32, String)> = columns
        .iter()
        .filter(|c| c.by_person && c.status == ColumnStatus::Mapped)
        .filter_map(|c| Some((c.field.clone()?, slots::key(c), c.index, c.header.clone())))
        .collect();
    for column in columns.iter_mut().filter(|c| !c.by_person && c.status == ColumnStatus::Mapped) {
        let Some(field) = column.field.clone() else { continue };
        let Ok(path) = FieldPath::parse(&field) else { continue };
        let many = path.def.is_some_and(|d| d.many);
        if (many && path.part.is_none()) || conflicts::is_joined(&field) {
            continue;
        }
        let key = slots::key(column);
        let holder = taken.iter().find(|(f, k, i, _)| *f == field && *i != column.index && (!many || *k == key));
        if let Some((_, _, _, header)) = holder {
            clear(column);
            column.status = ColumnStatus::Unresolved;
            column.confidence = 0.0;
            column.evidence.push(Evidence {
                source: "person".into(),
                why: format!("A person gave {field}, which holds one value, to the column {header}"),
                weight: 1.0,
            });
        }
    }
}
