//! The names of a row's people: taken apart where a cell holds more than the name, put together where it comes in parts.

use contracts::{CellRef, EntityType};
use serde_json::{Value, json};

use super::Mapping;
use super::build::{Item, Records};
use super::cell::Row;
use crate::values::{email, name, parted};

/// Tells honorifics, firms and addresses from the person's name, and notes what a person should look at.
pub(super) fn tidy(row: &Row<'_>, out: &mut Records) {
    let (mapping, row_number) = (row.mapping, row.number);
    let person = EntityType::Person;
    spouse(row, out);
    contact(mapping, row_number, out);
    if let Some(given) = out.text(person, "given_name").map(str::to_owned) {
        let (prefix, rest) = name::honorific(&given);
        if !prefix.is_empty() {
            let (cells, confidence) = out.origin(person, "given_name").unwrap_or_default();
            out.amend(person, "given_name", |value, _| *value = json!(rest));
            out.set(person, "prefix", json!(prefix), confidence, again(mapping, row_number, &cells));
        }
    }
    let Some(received) = out.text(person, "full_name").map(str::to_owned) else { return };
    let (cells, confidence) = out.origin(person, "full_name").unwrap_or_default();
    let column = cells.first().map(|c| c.column);
    let letter = mapping.plans.iter().find(|p| Some(p.index) == column).and_then(|p| p.letter);
    let title = letter.filter(|l| received.strip_prefix(l).is_some_and(|r| r.starts_with(' ')));
    let name = match title {
        Some(title) => {
            let untitled = name::parse(received.get(title.len()..).unwrap_or_default());
            let prefix = [Some(title.to_owned()), untitled.prefix].into_iter().flatten().collect::<Vec<_>>().join(" ");
            name::Name { prefix: Some(prefix), ..untitled }
        }
        None => name::parse(&received),
    };
    if let Some(remark) = name.remark {
        let (kind, says) = remark.issue();
        let header = mapping.plans.iter().find(|p| Some(p.index) == column).map_or("Name", |p| p.header.as_str());
        let shown: String = received.chars().take(80).collect();
        out.issue(kind, column, format!("{header}: {shown:?} {says}"));
    }
    if name.full.is_empty() {
        out.remove(person, "full_name");
    } else if name.full != received {
        out.amend(person, "full_name", |value, _| *value = json!(name.full));
    }
    let parts = [
        ("prefix", name.prefix),
        ("given_name", name.given),
        ("family_name", name.family),
        ("company_name", name.company),
    ];
    for (field, text) in parts {
        if let Some(text) = text {
            out.set(person, field, json!(text), confidence, again(mapping, row_number, &cells));
        }
    }
    if let (Some(numbers), Some(cell)) = (name.phone, cells.first())
        && let Some(plan) = mapping.plans.iter().find(|p| p.index == cell.column)
    {
        row.numbers(plan, (person, "phone"), &numbers, out);
    }
    if let (Some(address), Some(source)) = (name.email, again(mapping, row_number, &cells).pop()) {
        let value = json!({ "value": address, "received": received, "label": Value::Null, "is_primary": false });
        out.push(person, "email", Item { value, source, confidence: confidence * 0.9, starred: false, slot: None });
    }
}

/// A spouse's name that stands together with a number.
fn spouse(row: &Row<'_>, out: &mut Records) {
    let household = EntityType::Household;
    let Some(received) = out.text(household, "spouse.full_name").map(str::to_owned) else { return };
    let Some(both) = parted::parted(&received) else { return };
    let Some((cells, confidence)) = out.origin(household, "spouse.full_name") else { return };
    let Some(plan) = cells.first().and_then(|c| row.mapping.plans.iter().find(|p| p.index == c.column)) else { return };
    out.amend(household, "spouse.full_name", |value, _| *value = json!(both.name));
    if both.is_email {
        let value = email::parse(both.contact).map(
            |address| json!({ "value": address, "received": both.contact, "label": Value::Null, "is_primary": true }),
        );
        if let Some(value) = value {
            out.set(household, "spouse.email", value, confidence, again(row.mapping, row.number, &cells));
        }
    } else {
        row.numbers(plan, (household, "spouse.phone"), both.contact, out);
    }
}

/// The same cells, read for another field.
fn again(mapping: &Mapping, row_number: u64, cells: &[CellRef]) -> Vec<CellRef> {
    cells.iter().map(|c| mapping.source(row_number, c.column, "split_name")).collect()
}

/// The client of a deal, the contact of a task, or the one with whom a call was, whose phone or mailbox stands in the row, is
/// the person of that name.
fn contact(mapping: &Mapping, row_number: u64, out: &mut Records) {
    let (row, person) = (mapping.row_entity, EntityType::Person);
    let reached = out.has(person, "phone") || out.has(person, "email");
    let named = ["full_name", "given_name", "family_name"].iter().any(|n| out.has(person, n));
    if !reached || named {
        return;
    }
    let found = match row {
        EntityType::Opportunity | EntityType::Task => {
            out.text(row, "contact").map(str::to_owned).zip(out.origin(row, "contact"))
        }
        EntityType::Interaction => {
            out.lone(row, "participant").map(|(name, cell, confidence)| (name.to_owned(), (vec![cell], confidence)))
        }
        _ => None,
    };
    let Some((name, (cells, confidence))) = found else { return };
    let sources = cells.iter().map(|c| mapping.source(row_number, c.column, "contact_name")).collect();
    out.set(person, "full_name", json!(name), confidence, sources);
}

/// A full name from its parts where none is given; one that is given is never taken apart.
pub(super) fn compose(mapping: &Mapping, row_number: u64, out: &mut Records) {
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
