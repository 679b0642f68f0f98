//! Whether a row can be used, and its drafts.

use contracts::{CellRef, EntityType, FieldKind, RowShape, ShortRows};
use serde_json::{Value, json};

use super::build::Records;
use super::cell::{Row, label_of};
use super::person::{Marks, keep_in_notes};
use super::{Mapping, Plan, RowDraft, RowOutcome};
use crate::values::{country, date, email, number, phone, text};

pub(super) fn project(mapping: &Mapping, row_number: u64, shape: RowShape, cells: &[String]) -> RowDraft {
    let mut out = Records::default();
    let cells = &*mapping.wish.cells(row_number, cells, mapping.width);
    let held = |why: String, out: Records| RowDraft {
        records: Vec::new(),
        issues: out.issues,
        outcome: RowOutcome::Hold(why),
    };
    if shape == RowShape::Unparsable {
        return held(
            "Can't be read as cells: a quotation mark opens and never closes; mend it in the file.".into(),
            out,
        );
    }
    if let Some(extra) = cells.get(mapping.width..).filter(|e| e.iter().any(|c| !c.trim().is_empty())) {
        let shown: String = extra.join(", ").chars().take(60).collect();
        let why = format!(
            "More cells than the header: {} instead of {}; an unquoted delimiter may have moved values into other columns ({shown:?} is left over).",
            cells.len(),
            mapping.width
        );
        out.issue("long_row", None, why.trim_end_matches('.'));
        return held(why, out);
    }
    if cells.len() < mapping.width && mapping.wish.short_rows == ShortRows::Hold {
        let misfits = misfits(mapping, cells);
        let count = format!("{} instead of {}", cells.len(), mapping.width);
        if let Some(first) = misfits.first() {
            let why = format!("Fewer cells than the header: {count}, and they do not line up; {first}");
            out.issue("short_row_misaligned", None, why.clone());
            return held(why + ".", out);
        }
        out.issue(
            "short_row",
            None,
            format!("Fewer cells than the header ({count}); the missing ones at the end were taken as empty."),
        );
    }
    let row = Row { mapping, number: row_number, regions: regions(mapping, cells) };
    let mut marks = Marks::of_row(&mapping.wish, row_number);
    for plan in &mapping.plans {
        let cell = cells.get(plan.index as usize).map_or("", String::as_str);
        if let Some(value) = marks.read(plan, cell, &mut out) {
            row.read(plan, &value, &mut out);
        }
    }
    labels(mapping, cells, &mut out);
    currencies(&mut out);
    names(mapping, row_number, &mut out);
    accounts(mapping, &mut out);
    keep_in_notes(mapping, row_number, &mut out);
    let outcome = outcome(mapping.row_entity, &out);
    let (mut records, issues) = out.finish(mapping);
    marks.mark(&mut records);
    let records = if matches!(outcome, RowOutcome::Reject(_)) { Vec::new() } else { records };
    RowDraft { records, issues, outcome }
}

/// A cell's cleaned text; none where it says nothing.
pub(super) fn said(plan: &Plan, cell: &str, out: &mut Records) -> Option<String> {
    let cleaned = text::clean(cell);
    if cleaned.had_hidden {
        out.issue(
            "hidden_characters",
            Some(plan.index),
            format!("{}: characters that can't be seen were removed", plan.header),
        );
    }
    let value = cleaned.text.into_owned();
    if value.is_empty() {
        return None;
    }
    let is_name = plan.path.name.ends_with("name");
    let sentinel = if is_name { text::is_name_sentinel(&value) } else { text::is_sentinel(&value) || na(plan, &value) };
    if (sentinel || plan.empty.contains(&value)) && !plan.wishes.keep_sentinels {
        out.issue("sentinel", Some(plan.index), format!("{}: {value:?} was read as empty", plan.header));
        return None;
    }
    Some(value)
}

/// `NA` is "not available" except where a country's code may stand.
fn na(plan: &Plan, value: &str) -> bool {
    value == "NA"
        && plan.path.part.as_deref() != Some("country")
        && plan.path.def.is_some_and(|d| d.kind != FieldKind::Tag)
}

/// The countries that the row itself names: by its own address first, then by its other numbers.
fn regions(mapping: &Mapping, cells: &[String]) -> Vec<&'static str> {
    let mut out: Vec<&'static str> = Vec::new();
    let of = |wanted: fn(&Plan) -> bool| {
        mapping.plans.iter().filter(move |p| wanted(p)).filter_map(|p| cells.get(p.index as usize))
    };
    let countries = of(|p| p.path.part.as_deref() == Some("country") && p.path.entity != EntityType::Interest);
    let phones = of(|p| p.path.part.is_none() && p.path.def.is_some_and(|d| d.kind == FieldKind::Phone));
    let named = countries.filter_map(|c| country::find(c)).map(|c| c.code.as_str());
    let phones: Vec<&str> = phones.flat_map(|c| phone::split(c)).filter(|p| phone::looks_like(p)).collect();
    // A lone number has no other beside it to speak for its country.
    let beside = if phones.len() > 1 { phones } else { Vec::new() };
    let dialled = beside.into_iter().filter_map(|p| phone::coded_region(p, &mapping.regions));
    for region in named.chain(dialled) {
        if !out.contains(&region) {
            out.push(region);
        }
    }
    out
}

/// Cells of a short row that are not what their column holds: the row has lost cells in its middle.
fn misfits(mapping: &Mapping, cells: &[String]) -> Vec<String> {
    let mut misfits = Vec::new();
    let mut fits = 0;
    for plan in &mapping.plans {
        let Some(def) = plan.path.def.filter(|_| plan.path.part.is_none()) else { continue };
        let Some(cell) =
            cells.get(plan.index as usize).map(|c| c.trim()).filter(|c| !c.is_empty() && !text::is_sentinel(c))
        else {
            continue;
        };
        let fit = match def.kind {
            FieldKind::Email => email::split(cell).iter().any(|p| email::parse(p).is_some()),
            FieldKind::Phone => phone::split(cell).iter().any(|p| phone::looks_like(p)),
            FieldKind::Date | FieldKind::DateTime => date::parse(cell).is_some(),
            FieldKind::Bool => number::boolean(cell).is_some(),
            FieldKind::Number if !def.name.contains("bedrooms") => {
                number::parse(cell.trim_end_matches('%'), false).is_some()
            }
            _ => continue,
        };
        if fit {
            fits += 1;
        } else {
            misfits.push(format!(
                "{:?} stands in the column {}",
                cell.chars().take(40).collect::<String>(),
                plan.header
            ));
        }
    }
    // One odd value in a row that fits otherwise is an odd value.
    if misfits.len() * 3 > fits { misfits } else { Vec::new() }
}

/// Label columns name the values of their slot.
fn labels(mapping: &Mapping, cells: &[String], out: &mut Records) {
    for plan in &mapping.plans {
        let is_address = plan.path.def.is_some_and(|d| d.kind == FieldKind::Address);
        let (Some("label"), Some(slot), false) = (plan.path.part.as_deref(), plan.slot, is_address) else { continue };
        let Some(cell) = cells.get(plan.index as usize) else { continue };
        let cell = text::clean(cell).text.into_owned();
        // `* ` alone marks the main value without naming it; it is trimmed to the asterisk.
        if cell.is_empty() {
            continue;
        }
        let labels: Vec<(Option<String>, bool)> = cell.split(":::").map(label_of).collect();
        out.label(plan.path.entity, &plan.path.name, slot, &labels);
    }
}

/// Amounts take the currency that stands in a column of its own.
fn currencies(out: &mut Records) {
    for (entity, fields) in
        [(EntityType::Opportunity, &["amount"][..]), (EntityType::Requirement, &["budget_min", "budget_max"][..])]
    {
        let code = out
            .text(entity, "currency")
            .map(str::trim)
            .filter(|c| c.len() == 3 && c.bytes().all(|b| b.is_ascii_alphabetic()));
        let Some(code) = code.map(str::to_ascii_uppercase) else { continue };
        let cell = out.origin(entity, "currency").and_then(|(s, _)| s.into_iter().next());
        for field in fields {
            out.amend(entity, field, |value, sources| {
                if let Some(slot @ Value::Null) = value.get_mut("currency") {
                    *slot = json!(code);
                    sources.extend(cell.clone());
                }
            });
        }
    }
}

/// A full name from its parts where none is given; one that is given is never taken apart.
fn names(mapping: &Mapping, row_number: u64, out: &mut Records) {
    for (entity, full, parts) in [
        (EntityType::Person, "full_name", &["given_name", "middle_name", "family_name"][..]),
        (EntityType::Household, "spouse.full_name", &["spouse.given_name", "spouse.family_name"][..]),
    ] {
        if out.has(entity, full) {
            continue;
        }
        let mut words: Vec<String> = Vec::new();
        let mut sources: Vec<CellRef> = Vec::new();
        let mut confidence: f64 = 1.0;
        for part in parts {
            let Some(text) = out.text(entity, part) else { continue };
            words.push(text.to_owned());
            if let Some((cells, c)) = out.origin(entity, part) {
                sources.extend(cells.iter().map(|s| mapping.source(row_number, s.column, "compose_name")));
                confidence = confidence.min(c);
            }
        }
        if !words.is_empty() {
            out.set(entity, full, json!(words.join(" ")), confidence, sources);
        }
    }
}

/// The company that a person's or a deal's row names becomes a record of its own.
fn accounts(mapping: &Mapping, out: &mut Records) {
    let (entity, field) = match mapping.row_entity {
        EntityType::Person => (EntityType::Person, "company_name"),
        EntityType::Opportunity => (EntityType::Opportunity, "account"),
        _ => return,
    };
    let Some(name) = out.text(entity, field).map(str::to_owned) else { return };
    if let Some((sources, confidence)) = out.origin(entity, field) {
        out.set(EntityType::Account, "name", json!(name), confidence, sources);
    }
}

fn outcome(entity: EntityType, out: &Records) -> RowOutcome {
    let has = |name: &str| out.has(entity, name);
    let reject = |why: &str| RowOutcome::Reject(why.into());
    match entity {
        EntityType::Person => {
            let named = ["full_name", "given_name", "middle_name", "family_name", "nickname"].iter().any(|n| has(n));
            if named || has("email") {
                return RowOutcome::Usable;
            }
            if has("phone") {
                let unread = out.issues.iter().any(|i| i.kind == "phone_unparsed") && !out.any_phone(entity);
                return if unread {
                    RowOutcome::Hold("Names nobody: its only phone number can't be read.".into())
                } else {
                    RowOutcome::Usable
                };
            }
            if out.issues.iter().any(|i| i.kind == "email_invalid") {
                return RowOutcome::Hold("Names nobody: its only e-mail address is not valid.".into());
            }
            if has("external_id") {
                reject("Names nobody: it has an id of its source, but no name, e-mail or phone.")
            } else {
                reject("Names nobody: it has no name, e-mail, phone or id.")
            }
        }
        EntityType::Account if !has("name") => reject("Names no company."),
        EntityType::Opportunity if !has("name") && !has("external_id") => {
            reject("Names no deal: it has neither a title nor an id.")
        }
        EntityType::Task if !has("title") => reject("Names no task."),
        _ => RowOutcome::Usable,
    }
}
