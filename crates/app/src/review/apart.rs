//! A merge that somebody asks to be taken apart, side by side: what stands for all of them now, and what each says then.

use contracts::{EntityRef, ReviewField, ReviewSide, SideRole, SideValue, fields_of};
use graph::{Fields, Record};
use serde_json::Value;
use store::Reader;

use crate::error::Failure;
use crate::review::effects::field_title;
use crate::review::item::Compared;
use crate::review::joining::Whole;
use crate::review::sides;
use crate::undoing::Apart;

/// The side-by-side part of an item: the record as it stands, then each that stands by itself afterwards.
pub(crate) fn compared(r: &Reader<'_>, apart: Apart) -> Result<Compared, Failure> {
    let (at, now, then) = &apart.survivor;
    let mut columns: Vec<ReviewSide> = Vec::new();
    columns.extend(Whole::of(r, *at)?.iter().map(|whole| sides::of_record(whole, SideRole::Known)));
    columns.push(column(*at, SideRole::Survivor, then));
    columns.extend(apart.absorbed.iter().map(|(at, fields)| column(*at, SideRole::Absorbed, fields)));
    let says: Vec<&Fields> = [now, then].into_iter().chain(apart.absorbed.iter().map(|(_, fields)| fields)).collect();
    let mut names: Vec<&str> =
        fields_of(at.entity).map(|d| d.name).filter(|n| says.iter().any(|s| s.contains_key(*n))).collect();
    for own in says.iter().flat_map(|s| s.keys()) {
        if !names.contains(&own.as_str()) {
            names.push(own);
        }
    }
    let mut fields: Vec<ReviewField> = names.into_iter().map(|name| field(*at, name, &says)).collect();
    fields.sort_by_key(|f| f.effect == "same");
    Ok(Compared {
        title: graph::title(at.entity, now),
        fields,
        effects: apart.effects,
        sides: columns,
        merge: None,
        apart: Some(apart.view),
    })
}

/// A record as it will stand.
fn column(at: EntityRef, role: SideRole, fields: &Fields) -> ReviewSide {
    let record = Record { fields: fields.clone(), ..Record::default() };
    ReviewSide {
        role,
        entity: Some(at),
        title: graph::title(at.entity, fields),
        subtitle: crate::lists::subtitle(&record),
        facts: u32::try_from(fields.len()).unwrap_or(u32::MAX),
        links: 0,
        since: None,
        archived: false,
        import_id: None,
        row_number: None,
        file_name: None,
    }
}

fn field(at: EntityRef, name: &str, says: &[&Fields]) -> ReviewField {
    let said = |n: usize| says.get(n).and_then(|s| s.get(name)).cloned().unwrap_or_default();
    let (now, then) = (said(0), said(1));
    let others: Vec<Value> = (2..says.len()).map(said).collect();
    let alike = others.iter().all(|v| v.is_null() || *v == now);
    let effect = match (now == then, alike) {
        (true, true) => "same",
        (true, false) => "keep",
        (false, _) => "overwrite",
    };
    let values = (0..says.len()).map(|n| (n, said(n))).filter(|(_, v)| !v.is_null());
    ReviewField {
        title: field_title(at.entity, name),
        field: name.into(),
        effect: effect.into(),
        confidence: None,
        sources: Vec::new(),
        many: now.is_array() || then.is_array(),
        differs: effect != "same",
        values: values
            .map(|(n, value)| SideValue { side: u32::try_from(n).unwrap_or(u32::MAX), value, origins: Vec::new() })
            .collect(),
        why: None,
        proposed: then.clone(),
        result: then,
        now,
    }
}
