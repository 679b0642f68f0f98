//! Side by side: what each record, row or suggestion says of each field, where it came from, and what stands afterwards.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use contracts::{
    AnyProposal, BatchId, ClientGraphDelta, EntityType, FieldKind, ReviewField, ReviewSide, SideRole, SideValue,
    Timestamp, ValueOrigin, field, fields_of,
};
use graph::Record;
use serde_json::Value;
use store::{Filed, Reader};

use crate::access::Access;
use crate::error::Failure;
use crate::imports::row::{joined, same_item};
use crate::review::effects::field_title;
use crate::review::item::Wish;
use crate::review::joining::{Choice, Joining, Whole};

/// What a proposal does to values that are there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lists {
    /// Adds to lists and replaces no single value.
    Merge,
    /// Adds to lists.
    Join,
    /// Puts its own in their place.
    Replace,
}

/// Names of files, each looked up once.
pub(crate) struct Names<'r> {
    reader: &'r Reader<'r>,
    known: RefCell<BTreeMap<BatchId, Option<String>>>,
}

impl<'r> Names<'r> {
    pub(crate) fn new(reader: &'r Reader<'r>) -> Self {
        Self { reader, known: RefCell::default() }
    }

    pub(crate) fn of(&self, batch: BatchId) -> Result<Option<String>, Failure> {
        if let Some(known) = self.known.borrow().get(&batch) {
            return Ok(known.clone());
        }
        let name = self.reader.batch(batch)?.map(|b| b.artifact.uploaded_filename);
        self.known.borrow_mut().insert(batch, name.clone());
        Ok(name)
    }
}

/// A record as a column.
pub(crate) fn of_record(whole: &Whole, role: SideRole) -> ReviewSide {
    ReviewSide {
        role,
        entity: Some(whole.at),
        title: whole.title(),
        subtitle: crate::lists::subtitle(&whole.record),
        facts: count(whole.record.fields.len()),
        links: count(whole.links),
        since: whole.deltas.first().map(|d| d.envelope.created_at.clone()),
        archived: whole.record.archived,
        import_id: None,
        row_number: None,
        file_name: None,
    }
}

/// A row or a suggestion as a column.
pub(crate) fn of_wishes(filed: &Filed, wishes: &[Wish], file_name: Option<String>) -> ReviewSide {
    let p = &filed.artifact;
    let fields = wishes.iter().map(|w| (w.field.clone(), w.value.clone())).collect();
    let record = Record { fields, ..Record::default() };
    let (import_id, row_number) = match p {
        AnyProposal::Normalized(n) => (n.import_id, n.row_refs.first().copied()),
        _ => (None, None),
    };
    ReviewSide {
        role: if row_number.is_some() { SideRole::Row } else { SideRole::Proposed },
        entity: None,
        title: graph::title(p.entity().entity, &record.fields),
        subtitle: crate::lists::subtitle(&record),
        facts: count(record.fields.len()),
        links: 0,
        since: Some(Timestamp(filed.filed_at.clone())),
        archived: false,
        import_id,
        row_number,
        file_name,
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// What a record says of a field, with where each value came from.
fn said(
    names: &Names<'_>,
    side: usize,
    deltas: &[ClientGraphDelta],
    name: &str,
    value: &Value,
) -> Result<SideValue, Failure> {
    let values: Vec<&Value> = value.as_array().map_or_else(|| vec![value], |items| items.iter().collect());
    let mut origins = Vec::with_capacity(values.len());
    for (one, origin) in values.into_iter().zip(dossier::origins(deltas, name, value)) {
        let cell = origin.as_ref().and_then(|o| o.cell.cloned());
        origins.push(ValueOrigin {
            value: one.clone(),
            file_name: cell.as_ref().map(|c| names.of(c.batch_id)).transpose()?.flatten(),
            cell,
            by: origin.as_ref().map(|o| o.delta.actor.clone()),
            at: origin.as_ref().map(|o| o.delta.envelope.created_at.clone()),
            confidence: origin.and_then(|o| o.confidence),
        });
    }
    Ok(SideValue { side: count(side), value: value.clone(), origins })
}

/// What a row or a suggestion says of a field.
fn wished(names: &Names<'_>, side: usize, filed: &Filed, w: &Wish) -> Result<SideValue, Failure> {
    let values: Vec<&Value> = w.value.as_array().map_or_else(|| vec![&w.value], |items| items.iter().collect());
    let mut origins = Vec::with_capacity(values.len());
    for (i, one) in values.into_iter().enumerate() {
        let cell = w.sources.get(i).or_else(|| w.sources.first()).cloned();
        origins.push(ValueOrigin {
            value: one.clone(),
            file_name: cell.as_ref().map(|c| names.of(c.batch_id)).transpose()?.flatten(),
            cell,
            by: Some(filed.artifact.envelope().created_by.clone()),
            at: Some(Timestamp(filed.filed_at.clone())),
            confidence: w.confidence,
        });
    }
    Ok(SideValue { side: count(side), value: w.value.clone(), origins })
}

/// Whether two sides say different things of a field.
fn differ(values: &[SideValue]) -> bool {
    let same = |a: &Value, b: &Value| match (a, b) {
        (Value::Array(a), Value::Array(b)) => {
            a.iter().all(|x| b.iter().any(|y| same_item(x, y))) && b.iter().all(|y| a.iter().any(|x| same_item(x, y)))
        }
        (a, b) => a == b,
    };
    values.iter().zip(values.iter().skip(1)).any(|(a, b)| !same(&a.value, &b.value))
}

fn holds_many(entity: EntityType, name: &str, values: &[SideValue]) -> bool {
    values.iter().any(|v| v.value.is_array()) || field(entity, name).is_some_and(|f| f.many)
}

/// The fields of a merge of records: all that any side says.
pub(crate) fn of_merge(names: &Names<'_>, joining: &Joining, choice: &Choice) -> Result<Vec<ReviewField>, Failure> {
    let Some(survivor) = joining.sides.first() else { return Ok(Vec::new()) };
    let entity = survivor.at.entity;
    let told: BTreeSet<&String> = joining.sides.iter().flat_map(|s| s.record.fields.keys()).collect();
    // The dictionary's order, then what is of the workspace's own.
    let known = fields_of(entity).filter_map(|d| told.iter().find(|n| n.as_str() == d.name));
    let own = told.iter().filter(|n| field(entity, n).is_none());
    let mut out = Vec::new();
    for name in known.chain(own) {
        let mut values = Vec::new();
        for (at, side) in joining.sides.iter().enumerate() {
            if let Some(value) = side.record.fields.get(*name) {
                values.push(said(names, at, &side.deltas, name, value)?);
            }
        }
        let now = survivor.record.fields.get(*name).cloned().unwrap_or_default();
        let other = values.iter().find(|v| v.side > 0 && v.value != now).or(values.iter().find(|v| v.side > 0));
        let result = joining.after(name);
        let lists = now.is_array() || result.is_array();
        let grows = |a: &Value, b: &Value| {
            let items = |v: &Value| v.as_array().cloned().unwrap_or_default();
            let (a, b) = (items(a), items(b));
            a.iter().all(|x| b.iter().any(|y| same_item(x, y)))
        };
        let differs = differ(&values);
        let effect = match (&now, &result) {
            (Value::Null, Value::Null) => "keep",
            (Value::Null, _) => "fill",
            (now, result) if now == result && !differs => "same",
            (now, result) if now == result && lists && other.is_none_or(|o| grows(&o.value, now)) => "same",
            (now, result) if now == result => "keep",
            (now, result) if lists && grows(now, result) => "add",
            _ => "overwrite",
        };
        let origin = other.and_then(|o| o.origins.first());
        out.push(ReviewField {
            title: field_title(entity, name),
            field: (*name).clone(),
            effect: effect.into(),
            confidence: origin.and_then(|o| o.confidence),
            sources: other.iter().flat_map(|o| &o.origins).filter_map(|o| o.cell.clone()).collect(),
            many: holds_many(entity, name, &values),
            differs,
            why: why_joined(entity, name, effect, &joining.sides, choice.fields.contains_key(*name)),
            proposed: other.map(|o| o.value.clone()).unwrap_or_default(),
            now,
            result,
            values,
        });
    }
    Ok(out)
}

fn why_joined(entity: EntityType, name: &str, effect: &str, sides: &[Whole], chosen: bool) -> Option<String> {
    let title = sides.first().map(Whole::title).unwrap_or_default();
    if chosen {
        return Some("As you chose.".into());
    }
    let consent = name.starts_with("consent.") || name == "do_not_contact";
    Some(match effect {
        "same" => return None,
        _ if consent && effect != "fill" => "Of consent the stricter answer stands.".into(),
        "fill" => format!("{title} says nothing of it."),
        "add" => "It holds several values: they are put together.".into(),
        "keep" if field(entity, name).is_some_and(|f| f.kind == FieldKind::LongText) => {
            format!("The text of {title} stays; the other is kept in the history.")
        }
        "keep" => format!("The value of {title} stays; the other is kept in the history."),
        _ => return None,
    })
}

/// The fields of anything else: what stands against what is wished.
pub(crate) fn of_wish(
    names: &Names<'_>,
    filed: &Filed,
    known: Option<&Whole>,
    w: Wish,
    lists: Lists,
) -> Result<ReviewField, Failure> {
    let entity = filed.artifact.entity().entity;
    let now = known.and_then(|k| k.record.fields.get(&w.field)).cloned().unwrap_or(Value::Null);
    let mut values = Vec::new();
    if let Some(known) = known.filter(|_| !now.is_null()) {
        values.push(said(names, 0, &known.deltas, &w.field, &now)?);
    }
    values.push(wished(names, usize::from(known.is_some()), filed, &w)?);
    let effect = match (&now, &w.value) {
        (Value::Null, _) => "fill",
        (now, proposed) if now == proposed => "same",
        (Value::Array(have), Value::Array(items))
            if items.iter().all(|i| have.iter().any(|h| same_item(h, i))) && lists != Lists::Replace =>
        {
            "same"
        }
        (Value::Array(have), Value::Array(items))
            if lists != Lists::Replace || have.iter().all(|h| items.iter().any(|i| same_item(h, i))) =>
        {
            "add"
        }
        // A merge never replaces what is known; a correction can.
        _ if lists == Lists::Merge => "keep",
        _ => "overwrite",
    };
    let result = match (effect, &now, &w.value) {
        ("add", Value::Array(have), Value::Array(items)) if lists != Lists::Replace => joined(have, items),
        ("fill" | "add" | "overwrite", _, proposed) => proposed.clone(),
        _ => now.clone(),
    };
    let why = match effect {
        "keep" => Some("What is known stays; what the row says stays with its row.".to_owned()),
        "add" => Some("It holds several values: they are put together.".to_owned()),
        _ => None,
    };
    Ok(ReviewField {
        title: field_title(entity, &w.field),
        many: holds_many(entity, &w.field, &values),
        differs: differ(&values),
        field: w.field,
        now,
        proposed: w.value,
        effect: effect.into(),
        confidence: w.confidence,
        sources: w.sources,
        result,
        why,
        values,
    })
}

/// Two records that a link would connect, side by side: what they share first, then what tells them apart.
pub(crate) fn of_pair(names: &Names<'_>, pair: [&Whole; 2]) -> Result<Vec<ReviewField>, Failure> {
    let [one, other] = pair;
    let entity = one.at.entity;
    let says = |whole: &Whole, name: &str| whole.record.fields.get(name).cloned().unwrap_or(Value::Null);
    let known = fields_of(entity).map(|d| d.name).filter(|n| *n != "external_id");
    let mut fields = Vec::new();
    for name in known {
        let both = [says(one, name), says(other, name)];
        if both.iter().all(Value::is_null) {
            continue;
        }
        let mut values = Vec::new();
        for (side, (whole, value)) in pair.iter().zip(&both).enumerate().filter(|(_, (_, v))| !v.is_null()) {
            values.push(said(names, side, &whole.deltas, name, value)?);
        }
        let shares = match &both {
            [Value::Array(a), Value::Array(b)] => a.iter().any(|i| b.iter().any(|j| same_item(i, j))),
            [a, b] => a == b,
        };
        let [now, _] = both;
        fields.push(ReviewField {
            title: field_title(entity, name),
            many: holds_many(entity, name, &values),
            differs: true,
            field: name.into(),
            proposed: Value::Null,
            result: now.clone(),
            now,
            effect: if shares { "shares" } else { "keep" }.into(),
            confidence: None,
            sources: Vec::new(),
            why: None,
            values,
        });
    }
    fields.sort_by_key(|f| f.effect != "shares");
    Ok(fields)
}

/// What a record that comes back says, beside what stands at the survivor.
pub(crate) fn unmerged_fields(
    access: &Access,
    entity: EntityType,
    now: &BTreeMap<String, Value>,
    back: &BTreeMap<String, Value>,
) -> Vec<ReviewField> {
    let told = |(name, value): (&String, &Value)| {
        let stands = now.get(name).cloned().unwrap_or_default();
        let proposed = access.shown(entity, name, value)?;
        Some(ReviewField {
            title: field_title(entity, name),
            field: name.clone(),
            effect: if stands == *value { "same" } else { "fill" }.into(),
            confidence: None,
            sources: Vec::new(),
            many: value.is_array(),
            differs: stands != *value,
            why: None,
            now: access.shown(entity, name, &stands).unwrap_or_default(),
            result: proposed.clone(),
            proposed,
            values: Vec::new(),
        })
    };
    let mut out: Vec<ReviewField> = back.iter().filter_map(told).collect();
    out.sort_by_key(|f| !f.differs);
    out
}
