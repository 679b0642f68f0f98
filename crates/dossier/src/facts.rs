//! Facts: each value of a record with where it came from.

use std::collections::BTreeMap;

use contracts::{
    Actor, CellRef, ClientGraphDelta, Confirmation, EntityRef, EntityType, Fact, FactSource, FieldKind, RecordPanel,
    field, fields_of,
};
use graph::Record;
use serde_json::Value;

/// The cause of a delta by which somebody confirmed a value.
pub const CONFIRM: &str = "confirm";

/// The delta that brought a value, and the cell it was made from.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldOrigin<'a> {
    /// The delta.
    pub delta: &'a ClientGraphDelta,
    /// The cell, when it was imported.
    pub cell: Option<&'a CellRef>,
    /// 0..=1 where it was inferred.
    pub confidence: Option<f64>,
}

/// For every value of a field as it is now (one, or each item of a list): the change that brought it. `deltas` are all
/// of the record's, oldest first.
#[must_use]
pub fn origins<'a>(deltas: &'a [ClientGraphDelta], name: &str, now: &Value) -> Vec<Option<FieldOrigin<'a>>> {
    match now {
        Value::Array(items) => items.iter().map(|item| origin(deltas, name, item, true)).collect(),
        value => vec![origin(deltas, name, value, false)],
    }
}

/// The change that brought one value, or one item of a list, into a record.
#[must_use]
pub fn item_origin<'a>(deltas: &'a [ClientGraphDelta], name: &str, value: &Value) -> Option<FieldOrigin<'a>> {
    origin(deltas, name, value, true).or_else(|| origin(deltas, name, value, false))
}

/// The newest change that brought this value in: it stands after, and did not before.
fn origin<'a>(deltas: &'a [ClientGraphDelta], name: &str, value: &Value, item: bool) -> Option<FieldOrigin<'a>> {
    let items = |v: &Value| v.as_array().cloned().unwrap_or_default();
    // What an undo or an unmerge brought back came from where it came from first.
    let first_hand = deltas.iter().rev().filter(|d| d.inverse_of.is_none() && d.cause.kind != CONFIRM);
    let all = first_hand.chain(deltas.iter().rev().filter(|d| d.inverse_of.is_some()));
    all.into_iter().find_map(|delta| {
        let change = delta.changes.iter().find(|c| c.field == name)?;
        let position = if item {
            let before = items(&change.before);
            if before.contains(value) {
                return None;
            }
            // Sources stand for the new items only, in their order.
            items(&change.after).iter().filter(|i| !before.contains(i)).position(|i| i == value)?
        } else if change.after == *value {
            0
        } else {
            return None;
        };
        Some(FieldOrigin {
            delta,
            cell: change.sources.get(position).or_else(|| change.sources.first()),
            confidence: change.confidence,
        })
    })
}

/// All facts of a record in the dictionary's order, custom fields last.
#[must_use]
pub fn facts(entity: EntityType, record: &Record, deltas: &[ClientGraphDelta]) -> Vec<Fact> {
    let known = fields_of(entity).filter_map(|d| record.fields.get_key_value(d.name));
    let custom = record.fields.iter().filter(|(name, _)| field(entity, name).is_none());
    let mut out = Vec::new();
    for (name, value) in known.chain(custom) {
        let def = field(entity, name);
        let title = def.map_or_else(|| custom_title(name), |d| d.title.to_string());
        let kind = def.map_or(FieldKind::Text, |d| d.kind);
        let values: Vec<(Option<u32>, &Value)> = match value {
            Value::Array(items) => items.iter().enumerate().map(|(i, v)| (u32::try_from(i).ok(), v)).collect(),
            one => vec![(None, one)],
        };
        for ((index, value), origin) in values.into_iter().zip(origins(deltas, name, value)) {
            // A value that no delta explains can't occur while canonical rows change by deltas only; `doctor` reports
            // it, and a fact without a source is never shown as one with.
            let Some(origin) = origin else { continue };
            let mut source = source(&origin);
            source.confirmed = confirmation(deltas, name, value, index.is_some());
            out.push(Fact { field: name.clone(), title: title.clone(), kind, index, value: value.clone(), source });
        }
    }
    out
}

fn custom_title(name: &str) -> String {
    let words = name.trim_start_matches("custom.").replace('_', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn source(origin: &FieldOrigin<'_>) -> FactSource {
    let delta = origin.delta;
    let actor: Actor = delta.actor.clone();
    FactSource {
        delta_id: delta.delta_id,
        at: delta.envelope.created_at.clone(),
        actor,
        cause: delta.cause.kind.clone(),
        batch_id: origin.cell.map(|c| c.batch_id).or(delta.cause.batch_id),
        row_number: origin.cell.map(|c| c.row_number).or(delta.cause.row_number),
        column: origin.cell.map(|c| c.column),
        confidence: origin.confidence,
        confirmed: None,
    }
}

/// Who last confirmed a value, or one item of a list, while nobody took that back. A confirmation is a change that changes
/// nothing: before and after are what somebody saw and said is so.
#[must_use]
pub fn confirmation(deltas: &[ClientGraphDelta], name: &str, value: &Value, item: bool) -> Option<Confirmation> {
    let holds = |after: &Value| {
        if item { after.as_array().is_some_and(|items| items.contains(value)) } else { after == value }
    };
    let newest = deltas.iter().rev().find(|d| {
        d.cause.kind == CONFIRM && d.changes.iter().any(|c| c.field == name && holds(&c.after)) && stands(deltas, d)
    })?;
    Some(Confirmation { by: newest.actor.clone(), at: newest.envelope.created_at.clone(), delta_id: newest.delta_id })
}

/// Whether a delta was not taken back, or its being taken back was.
#[must_use]
pub fn stands(deltas: &[ClientGraphDelta], delta: &ClientGraphDelta) -> bool {
    let mut back = deltas.iter().find(|d| d.inverse_of == Some(delta.delta_id));
    let mut stands = true;
    while let Some(d) = back {
        stands = !stands;
        back = deltas.iter().find(|other| other.inverse_of == Some(d.delta_id));
    }
    stands
}

/// A record as a panel.
#[must_use]
pub fn panel(entity: EntityRef, record: &Record, deltas: &[ClientGraphDelta], link: Option<&str>) -> RecordPanel {
    RecordPanel {
        entity,
        title: graph::title(entity.entity, &record.fields),
        link: link.map(Into::into),
        facts: facts(entity.entity, record, deltas),
    }
}

/// Splits off the facts that a predicate picks.
pub(crate) fn split(facts: Vec<Fact>, pick: impl Fn(&Fact) -> bool) -> (Vec<Fact>, Vec<Fact>) {
    facts.into_iter().partition(pick)
}

/// The text of a record's field, folded for comparison.
pub(crate) fn folded(fields: &BTreeMap<String, Value>, name: &str) -> String {
    fields.get(name).and_then(Value::as_str).unwrap_or_default().trim().to_lowercase()
}
