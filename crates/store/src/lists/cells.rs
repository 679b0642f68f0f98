//! The cells of a list's rows.

use contracts::{EntityId, EntityType, FieldKind};
use filter::{Listed, Source};
use rusqlite::Row;
use rusqlite::types::ValueRef;
use serde_json::Value;

use super::sql::{self, Texts};
use super::{order, sql::column};
use crate::error::from_json;
use crate::{StoreError, codec};

/// A row of a list before anybody's mask.
#[derive(Clone, Debug, PartialEq)]
pub struct ListedRow {
    /// The record.
    pub id: EntityId,
    /// Rises with each change.
    pub version: u64,
    /// What it is called.
    pub title: String,
    /// One value for each column that was asked for.
    pub cells: Vec<Value>,
}

/// What is selected for a row: id, version, title, then one expression a column.
pub(crate) fn select(entity: EntityType, columns: &[Listed]) -> String {
    let cells: Vec<String> = columns.iter().map(|f| format!(", {}", cell(entity, f))).collect();
    format!("SELECT t.id, t.version, t.list_title{} FROM {} t", cells.concat(), codec::table(entity).name)
}

fn cell(entity: EntityType, f: &Listed) -> String {
    match &f.source {
        Source::Own(name) if f.many => format!(
            "(SELECT json_group_array(json(c.item)) FROM
                (SELECT item FROM crm_contact_points WHERE entity_id = t.id AND field = '{name}' ORDER BY ord) c)"
        ),
        Source::Own(name) => column(name),
        Source::Part(name, part) if f.many => format!(
            "(SELECT json_group_array(json_extract(c.item, '$.{part}')) FROM
                (SELECT item FROM crm_contact_points WHERE entity_id = t.id AND field = '{name}' ORDER BY ord) c
                WHERE coalesce(json_extract(c.item, '$.{part}'), '') <> '')"
        ),
        Source::Custom(slug) => format!("json_extract(t.custom, '$.{slug}')"),
        Source::Client => {
            let Texts::Many(query) = sql::texts(entity, f) else { return "NULL".into() };
            format!("(SELECT json_group_array(m.v) FROM ({query}) m)")
        }
        Source::Part(..) | Source::Title | Source::Keeper => match sql::texts(entity, f) {
            Texts::One(text) => text,
            Texts::Many(_) => "NULL".into(),
        },
        Source::Count(of) => format!("(SELECT count(*) FROM {} AND r.to_id = t.id)", sql::counted(entity, *of)),
        Source::LastContacted => format!("nullif({}, '')", order::last_contacted(entity)),
        Source::NextTaskDue => order::next_task_due(entity),
        Source::Over => format!("({}) IS TRUE", sql::over(entity, "t")),
    }
}

/// Reads what [`select`] selects.
pub(crate) fn read(row: &Row<'_>, entity: EntityType, columns: &[Listed]) -> Result<ListedRow, StoreError> {
    let mut cells = Vec::with_capacity(columns.len());
    for (i, f) in columns.iter().enumerate() {
        cells.push(value(row.get_ref(i + 3)?, entity, f)?);
    }
    Ok(ListedRow { id: EntityId(row.get(0)?), version: row.get(1)?, title: row.get(2)?, cells })
}

fn value(raw: ValueRef<'_>, entity: EntityType, f: &Listed) -> Result<Value, StoreError> {
    let def = match &f.source {
        Source::Own(name) => contracts::field(entity, name),
        _ => None,
    };
    if let Some(def) = def.filter(|d| !d.many) {
        return Ok(codec::from_column(def, raw)?.unwrap_or(Value::Null));
    }
    Ok(match raw {
        ValueRef::Integer(n) if f.kind == FieldKind::Bool => Value::Bool(n != 0),
        ValueRef::Integer(n) => Value::from(n),
        ValueRef::Real(n) => Value::from(n),
        ValueRef::Text(bytes) => {
            let text = String::from_utf8_lossy(bytes);
            if f.many {
                match from_json::<Value>("list", &text)? {
                    Value::Array(items) if items.is_empty() => Value::Null,
                    list => list,
                }
            } else {
                Value::String(text.into_owned())
            }
        }
        ValueRef::Null | ValueRef::Blob(_) => Value::Null,
    })
}
