//! Values against the truth of their cells.

use std::collections::{BTreeMap, BTreeSet};

use contracts::{ColumnMapping, ColumnStatus, FieldKind};
use serde_json::{Value, json};
use understanding::{RowDraft, RowOutcome};

use super::{Score, Verdict, name};

/// Misses that are told of each kind and column.
const SHOWN: usize = 6;

/// A cell's place in the draft.
struct Place<'a> {
    column: u32,
    draft: &'a RowDraft,
    /// The column waits for the person.
    asked: bool,
}

/// The rows of a file as they were found.
pub(super) struct File<'a> {
    /// Truth's number of each row; none for a record that is no data row.
    pub numbers: &'a [Option<u64>],
    pub rows: &'a [Vec<String>],
    /// Truth's numbers of rows that name nobody: their values belong to nobody and are not judged.
    pub nameless: &'a BTreeSet<u64>,
}

impl File<'_> {
    /// Judges every cell that truth tells of.
    pub fn judge(
        &self,
        values: &[Value],
        drafts: &[RowDraft],
        columns: &[ColumnMapping],
        misses: &mut Vec<String>,
    ) -> BTreeMap<String, Score> {
        let Self { numbers, rows, nameless } = *self;
        let at: BTreeMap<u64, usize> = numbers.iter().enumerate().filter_map(|(i, n)| Some(((*n)?, i))).collect();
        let mut out: BTreeMap<String, Score> = BTreeMap::new();
        for column in values {
            let index = column["index"].as_u64().unwrap_or(0) as usize;
            let kind = column["kind"].as_str().unwrap_or_default();
            let mapping = columns.get(index);
            // A custom field keeps the text as it came: there is nothing to get wrong.
            if mapping.and_then(|m| m.field.as_deref()).is_some_and(|f| f.contains("custom.")) {
                continue;
            }
            let asked = mapping.is_some_and(|m| m.status == ColumnStatus::Unresolved || m.question.is_some());
            let mut shown = 0;
            for (row, wanted) in column["cells"].as_object().into_iter().flatten() {
                let number: Option<u64> = row.parse().ok();
                if number.is_some_and(|n| nameless.contains(&n)) {
                    continue;
                }
                let place = number.and_then(|n| at.get(&n));
                let verdict = match place.and_then(|i| Some((drafts.get(*i)?, rows.get(*i)?.get(index)?))) {
                    Some((draft, cell)) => {
                        let verdict = one(kind, wanted, &Place { column: index as u32, draft, asked });
                        if let Verdict::Wrong(got) = &verdict
                            && shown < SHOWN
                        {
                            misses.push(format!("{kind}, row {row}: {cell:?} became {got}, wanted {wanted}"));
                            shown += 1;
                        }
                        if verdict == Verdict::Held && wanted != "held" && shown < SHOWN {
                            misses.push(format!("{kind}, row {row}: {cell:?} was held, wanted {wanted}"));
                            shown += 1;
                        }
                        verdict
                    }
                    None => Verdict::Wrong("a row that was not found".into()),
                };
                let score = out.entry(kind.to_owned()).or_default();
                match verdict {
                    Verdict::Right => score.right += 1,
                    Verdict::Held => score.held += 1,
                    Verdict::Wrong(_) => score.wrong += 1,
                }
            }
        }
        out
    }
}

fn one(kind: &str, wanted: &Value, place: &Place) -> Verdict {
    let told = place.asked
        || matches!(place.draft.outcome, RowOutcome::Hold(_) | RowOutcome::Reject(_))
        || place.draft.issues.iter().any(|i| i.column == Some(place.column))
        || means(place);
    match kind {
        "phone" => list(wanted, &from(place, &[FieldKind::Phone]), &everywhere(place, FieldKind::Phone), told),
        "email" => list(wanted, &from(place, &[FieldKind::Email]), &everywhere(place, FieldKind::Email), told),
        "date" => single(wanted, &from(place, &[FieldKind::Date, FieldKind::DateTime]), told, |got, wanted| {
            let (got, wanted) = (got.as_str().unwrap_or_default(), wanted.as_str().unwrap_or_default());
            // A day without a time of day may stand for its first moment; a time must be kept where the field has one.
            got.starts_with(wanted) || (got.len() == 10 && wanted.starts_with(got))
        }),
        // Whoever took part in a call or a visit is named in a list.
        "name" => {
            let mut names = from(place, &[FieldKind::Text]);
            names.extend(from(place, &[FieldKind::Tag]).into_iter().filter(|(field, _)| *field == "participant"));
            name::judge(wanted, &names, told)
        }
        "money" => money(wanted, place, told),
        other => Verdict::Wrong(format!("{other} is no kind")),
    }
}

/// Whether the cell was taken for the id of somebody else: where nobody has it, the person is told when the rows are planned.
fn means(place: &Place) -> bool {
    let mut meant = place.draft.records.iter().filter(|r| r.is_reference()).flat_map(|r| &r.fields);
    meant.any(|f| f.field == "external_id" && f.sources.iter().any(|s| s.column == place.column))
}

/// Values made from the column's cell, with the names of their fields. Names put together from several cells are left out.
fn from(place: &Place, kinds: &[FieldKind]) -> Vec<(&'static str, Value)> {
    let mut out = Vec::new();
    for record in &place.draft.records {
        for field in &record.fields {
            let Some(def) = contracts::field(record.entity, &field.field).filter(|d| kinds.contains(&d.kind)) else {
                continue;
            };
            match field.value.as_array() {
                Some(items) => {
                    let own = items.iter().zip(&field.sources).filter(|(_, s)| s.column == place.column);
                    out.extend(own.map(|(item, _)| (def.name, item.clone())));
                }
                None if field.sources.iter().any(|s| s.column == place.column && s.transform != "compose_name") => {
                    out.push((def.name, field.value.clone()));
                }
                None => {}
            }
        }
    }
    out
}

/// Values of a kind in the whole row: an item that two cells share stands once, with the first as its source.
fn everywhere(place: &Place, kind: FieldKind) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for record in &place.draft.records {
        for field in &record.fields {
            if contracts::field(record.entity, &field.field).is_some_and(|d| d.kind == kind) {
                let items = field.value.as_array().map_or(std::slice::from_ref(&field.value), Vec::as_slice);
                out.extend(items.iter().filter_map(text));
            }
        }
    }
    out
}

/// The value of an item, with a mailbox's local part in any case.
fn text(item: &Value) -> Option<String> {
    let value = item["value"].as_str().filter(|v| !v.is_empty())?;
    match value.rsplit_once('@') {
        Some((local, domain)) => Some(format!("{}@{domain}", local.to_lowercase())),
        None => Some(value.to_owned()),
    }
}

fn list(wanted: &Value, got: &[(&str, Value)], row: &BTreeSet<String>, told: bool) -> Verdict {
    let own: BTreeSet<String> = got.iter().filter_map(|(_, v)| text(v)).collect();
    let shown = || format!("{own:?}");
    let Some(items) = wanted.as_array() else {
        return nothing(wanted, own.is_empty(), told, shown);
    };
    let wanted: BTreeSet<String> =
        items.iter().filter_map(Value::as_str).filter_map(|v| text(&json!({ "value": v }))).collect();
    if !own.is_subset(&wanted) {
        return Verdict::Wrong(shown());
    }
    if wanted.iter().all(|w| own.contains(w) || row.contains(w)) {
        return Verdict::Right;
    }
    if told { Verdict::Held } else { Verdict::Wrong(format!("{own:?} without a word")) }
}

/// What a cell that must be held, or says nothing, may become.
pub(super) fn nothing(wanted: &Value, is_empty: bool, told: bool, shown: impl Fn() -> String) -> Verdict {
    match (is_empty, wanted == "empty" || told) {
        (true, true) => Verdict::Right,
        (true, false) => Verdict::Wrong("nothing, without a word".into()),
        (false, _) => Verdict::Wrong(shown()),
    }
}

fn single(wanted: &Value, got: &[(&str, Value)], told: bool, fits: impl Fn(&Value, &Value) -> bool) -> Verdict {
    let shown = || got.iter().map(|(_, v)| v.to_string()).collect::<Vec<_>>().join(" and ");
    if wanted == "held" || wanted == "empty" {
        return nothing(wanted, got.is_empty(), told, shown);
    }
    if got.iter().any(|(_, v)| fits(v, wanted)) {
        return Verdict::Right;
    }
    match (got.is_empty(), told) {
        (true, true) => Verdict::Held,
        (true, false) => Verdict::Wrong("nothing, without a word".into()),
        (false, _) => Verdict::Wrong(shown()),
    }
}

fn money(wanted: &Value, place: &Place, told: bool) -> Verdict {
    let got = from(place, &[FieldKind::Money]);
    if wanted["min"].is_null() && wanted["max"].is_null() {
        return single(wanted, &got, told, same_amount);
    }
    let shown = || got.iter().map(|(name, v)| format!("{name} {v}")).collect::<Vec<_>>().join(" and ");
    let end = |name: &str| got.iter().find(|(n, _)| *n == name).map(|(_, v)| v);
    let fits = |name: &str, wanted: &Value| match (end(name), wanted.is_null()) {
        (Some(got), false) => same_amount(got, wanted),
        (None, true) => true,
        _ => false,
    };
    if fits("budget_min", &wanted["min"]) && fits("budget_max", &wanted["max"]) {
        return Verdict::Right;
    }
    match (got.is_empty(), told) {
        (true, true) => Verdict::Held,
        (true, false) => Verdict::Wrong("nothing, without a word".into()),
        (false, _) => Verdict::Wrong(shown()),
    }
}

fn same_amount(got: &Value, wanted: &Value) -> bool {
    let plain = |v: &Value| {
        let text = v["amount"].as_str().unwrap_or_default();
        let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { text };
        text.to_owned()
    };
    let currency = got["currency"] == wanted["currency"] || (wanted["stated"] == false && got["currency"].is_null());
    plain(got) == plain(wanted) && currency
}
