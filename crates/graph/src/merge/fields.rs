//! Which value each field of the survivor ends with, and the updates that bring it there with its sources.

use std::collections::BTreeSet;

use contracts::{CellRef, DeltaOp, EntityRef, FieldChange, FieldKind, field};
use serde_json::Value;

use super::{Consequences, Difference, MergeRequest};
use crate::{Mutation, Record, sort_key};

type Side<'g> = (EntityRef, &'g Record);

/// A field as it becomes in one update, with the cells of what is new in it.
type Part = (Value, Vec<CellRef>, Option<f64>);

/// The updates that give the survivor its values; mostly one.
///
/// One change has one list of sources, which stands for the new items in their order, and one confidence. Items that
/// came from cells and items typed by hand, or of different confidence, therefore enter in one update after the other:
/// otherwise an item would be shown with the cell of its neighbour.
pub(super) fn combine(request: &MergeRequest<'_>, sides: &[Side<'_>], out: &mut Consequences) -> Vec<Mutation> {
    let names: BTreeSet<&String> =
        sides.iter().flat_map(|(_, r)| r.fields.keys()).chain(request.choices.keys()).collect();
    let mut updates: Vec<Vec<FieldChange>> = Vec::new();
    for name in names {
        let after = match request.choices.get(name) {
            Some(choice) if empty(choice) => Value::Null,
            Some(choice) => choice.clone(),
            None => by_rule(name, sides),
        };
        tell(name, sides, &after, out);
        let mut before = value(sides[0], name).cloned().unwrap_or_default();
        if before == after {
            continue;
        }
        for (n, (value, sources, confidence)) in parts(request, name, sides, &before, &after).into_iter().enumerate() {
            if updates.len() == n {
                updates.push(Vec::new());
            }
            let change =
                FieldChange { field: name.clone(), before: before.clone(), after: value.clone(), sources, confidence };
            updates[n].push(change);
            before = value;
        }
    }
    updates.into_iter().map(|changes| Mutation { entity: request.survivor, op: DeltaOp::Update, changes }).collect()
}

fn value<'g>((_, record): Side<'g>, name: &str) -> Option<&'g Value> {
    record.fields.get(name).filter(|v| !empty(v))
}

fn empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::String(text) => text.is_empty(),
        _ => false,
    }
}

pub(crate) fn by_rule(name: &str, sides: &[Side<'_>]) -> Value {
    let first = || sides.iter().find_map(|s| value(*s, name));
    if name == "consent.at" {
        return consent_at(sides);
    }
    if let Some(strict) = strict_answer(name) {
        return if sides.iter().any(|s| value(*s, name) == Some(&strict)) {
            strict
        } else {
            first().cloned().unwrap_or_default()
        };
    }
    match first() {
        Some(Value::Array(_)) => Value::Array(unite(name, sides)),
        found => found.cloned().unwrap_or_default(),
    }
}

/// The answer that wins for a field of consent.
fn strict_answer(name: &str) -> Option<Value> {
    match name {
        "do_not_contact" => Some(Value::Bool(true)),
        "consent.at" => None,
        _ => name.starts_with("consent.").then_some(Value::Bool(false)),
    }
}

fn consent_at(sides: &[Side<'_>]) -> Value {
    let (survivor, absorbed) = (sides[0], &sides[1..]);
    let (yes, no) = (Value::Bool(true), Value::Bool(false));
    let agreed = |name: &&String| name.starts_with("consent.") && value(survivor, name) == Some(&yes);
    let agreed: Vec<&String> = survivor.1.fields.keys().filter(agreed).collect();
    let overruled = absorbed.iter().find(|s| agreed.iter().any(|name| value(**s, name) == Some(&no)));
    match overruled {
        Some(winner) => value(*winner, "consent.at").cloned().unwrap_or_default(),
        None => sides.iter().find_map(|s| value(*s, "consent.at")).cloned().unwrap_or_default(),
    }
}

/// The survivor's items, then those of the others that say something new.
fn unite(name: &str, sides: &[Side<'_>]) -> Vec<Value> {
    let kind = field(sides[0].0.entity, name).map(|d| d.kind);
    let items = |s: Side<'_>| value(s, name).and_then(Value::as_array).cloned().unwrap_or_default();
    let mut out = items(sides[0]);
    let mut keys: BTreeSet<String> = out.iter().map(|item| key(kind, item)).collect();
    let mut ranked = out.iter().any(primary);
    for mut item in sides[1..].iter().flat_map(|s| items(*s)) {
        if !keys.insert(key(kind, &item)) {
            continue;
        }
        if ranked && primary(&item) {
            item["is_primary"] = Value::Bool(false);
        }
        ranked |= primary(&item);
        out.push(item);
    }
    out
}

fn primary(item: &Value) -> bool {
    item.get("is_primary") == Some(&Value::Bool(true))
}

/// What an item says, whatever its label and rank where the kind has a value of its own.
pub(crate) fn key(kind: Option<FieldKind>, item: &Value) -> String {
    let text = |k: &str| item.get(k).and_then(Value::as_str).filter(|s| !s.is_empty());
    let said = match kind {
        Some(FieldKind::Phone | FieldKind::Website | FieldKind::Social) => text("value").map(String::from),
        Some(FieldKind::Email) => text("value").map(str::to_lowercase),
        Some(FieldKind::ExternalId) => {
            text("value").map(|v| crate::canonical_json(&serde_json::json!([text("system"), v])))
        }
        _ => item.as_str().map(sort_key),
    };
    // The two spaces of keys must not meet: a tag may be spelled like an address in JSON.
    said.map_or_else(|| format!("whole {}", crate::canonical_json(&unranked(item))), |said| format!("says {said}"))
}

pub(crate) fn unranked(item: &Value) -> Value {
    let mut item = item.clone();
    if let Some(map) = item.as_object_mut() {
        map.remove("is_primary");
    }
    item
}

/// The steps in which a field goes from `before` to `after`, so that each has sources that fit all that is new in it.
fn parts(request: &MergeRequest<'_>, name: &str, sides: &[Side<'_>], before: &Value, after: &Value) -> Vec<Part> {
    let Value::Array(items) = after else {
        let from = sides[1..].iter().find(|s| value(**s, name) == Some(after));
        let (sources, confidence) = from.map_or_else(Default::default, |(at, _)| (request.origins)(*at, name, after));
        return vec![(after.clone(), sources, confidence)];
    };
    let had = before.as_array().map(Vec::as_slice).unwrap_or_default();
    // Where each item enters: with the survivor's own, or in one of the runs of items whose sources are alike.
    let mut runs: Vec<(Vec<CellRef>, Option<f64>)> = Vec::new();
    let mut alike = None;
    let enters: Vec<usize> = items
        .iter()
        .map(|item| {
            if had.contains(item) {
                return 0;
            }
            let (cells, confidence) = origin(request, name, &sides[1..], item);
            let first = cells.into_iter().next();
            let kind = (first.is_some(), confidence);
            if alike != Some(kind) {
                runs.push((Vec::new(), confidence));
                alike = Some(kind);
            }
            if let Some((sources, _)) = runs.last_mut() {
                sources.extend(first);
            }
            runs.len() - 1
        })
        .collect();
    if runs.is_empty() {
        return vec![(after.clone(), Vec::new(), None)];
    }
    let upto = |n: usize| items.iter().zip(&enters).filter(|(_, e)| **e <= n).map(|(item, _)| item.clone()).collect();
    runs.into_iter().enumerate().map(|(n, (sources, confidence))| (upto(n), sources, confidence)).collect()
}

/// Where an item came from that the survivor did not have: its rank may have been lowered on the way.
fn origin(request: &MergeRequest<'_>, name: &str, absorbed: &[Side<'_>], item: &Value) -> (Vec<CellRef>, Option<f64>) {
    let found = absorbed.iter().find_map(|side| {
        let theirs = value(*side, name)?.as_array()?.iter().find(|i| unranked(i) == unranked(item))?;
        Some((side.0, theirs))
    });
    found.map_or_else(Default::default, |(at, theirs)| (request.origins)(at, name, theirs))
}

/// Notes what becomes of a field.
fn tell(name: &str, sides: &[Side<'_>], after: &Value, out: &mut Consequences) {
    let had = value(sides[0], name);
    let mut gives_way = Vec::new();
    if let (Value::Array(items), None | Some(Value::Array(_))) = (after, had) {
        let kind = field(sides[0].0.entity, name).map(|d| d.kind);
        let kept: BTreeSet<String> = items.iter().map(|i| key(kind, i)).collect();
        let before = had.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let own: BTreeSet<String> = before.iter().map(|i| key(kind, i)).collect();
        let new = items.iter().filter(|i| !own.contains(&key(kind, i))).count();
        let mut theirs = 0;
        for side in sides {
            let held = value(*side, name);
            let Some(list) = held.and_then(Value::as_array) else {
                gives_way.extend(held.map(|one| (side.0, one.clone())));
                continue;
            };
            let (stay, lost): (Vec<&Value>, Vec<&Value>) = list.iter().partition(|i| kept.contains(&key(kind, i)));
            theirs += if *side == sides[0] { 0 } else { stay.len() };
            if !lost.is_empty() {
                gives_way.push((side.0, Value::Array(lost.into_iter().cloned().collect())));
            }
        }
        for (counts, n) in [(&mut out.joined, new), (&mut out.alike, theirs.saturating_sub(new))] {
            if n > 0 {
                counts.insert(name.into(), n);
            }
        }
    } else {
        gives_way =
            sides.iter().filter_map(|s| Some((s.0, value(*s, name)?.clone()))).filter(|(_, v)| v != after).collect();
        if had.is_none() && !after.is_null() {
            out.filled.insert(name.into());
        }
    }
    if gives_way.is_empty() {
        return;
    }
    let from = sides.iter().find(|s| value(**s, name) == Some(after)).map(|s| s.0);
    out.differing.push(Difference { field: name.into(), stays: after.clone(), from, gives_way });
}
