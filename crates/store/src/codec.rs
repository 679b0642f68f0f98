//! How a record's fields lie in its table: the dictionary's names are the columns.

use std::collections::HashMap;
use std::sync::LazyLock;

use contracts::{EntityType, FieldDef, FieldKind, fields_of};
use rusqlite::types::{ToSqlOutput, Value as Sql, ValueRef};
use serde_json::Value;

use crate::StoreError;

/// One entity's table and the statements over it. Built from the dictionary once, never from input.
pub(crate) struct Table {
    pub name: &'static str,
    /// Fields that hold one value, in column order.
    pub scalars: Vec<&'static FieldDef>,
    /// Whether a field holds many, by name.
    pub many: HashMap<&'static str, bool>,
    /// Fields that hold many, kept in `crm_contact_points`.
    pub lists: Vec<&'static FieldDef>,
    /// Read-model columns after the scalars.
    pub derived: &'static [&'static str],
    pub select: String,
    /// How many columns a row has.
    pub width: usize,
    pub insert: String,
    pub upsert: String,
    pub highest: String,
    pub delete: String,
}

/// Sorts offered for people, with their column.
pub const SORTS_PERSON: &[(&str, &str)] = &[
    ("name", "sort_name"),
    ("company_name", "sort_company"),
    ("lead_status", "sort_status"),
    ("owner", "sort_owner"),
    ("last_activity_at", "sort_activity"),
    ("created_at", "sort_created"),
];

/// Sorts offered for accounts, with their column.
pub const SORTS_ACCOUNT: &[(&str, &str)] =
    &[("name", "sort_name"), ("industry", "sort_industry"), ("owner", "sort_owner"), ("people", "people")];

const PERSON_DERIVED: &[&str] = &[
    "list_title",
    "list_email",
    "list_phone",
    "list_city",
    "sort_name",
    "sort_company",
    "sort_status",
    "sort_owner",
    "sort_activity",
    "sort_created",
];
const ACCOUNT_DERIVED: &[&str] = &["list_title", "list_phone", "list_city", "sort_name", "sort_industry", "sort_owner"];
const OTHER_DERIVED: &[&str] = &["list_title", "sort_name"];

static TABLES: LazyLock<Vec<(EntityType, Table)>> =
    LazyLock::new(|| EntityType::ALL.into_iter().map(|e| (e, build(e))).collect());

/// The table of an entity.
pub(crate) fn table(entity: EntityType) -> &'static Table {
    let found = TABLES.iter().find(|(e, _)| *e == entity).map(|(_, t)| t);
    found.expect("EntityType::ALL lists every entity, and TABLES is built from it")
}

fn build(entity: EntityType) -> Table {
    let (name, derived) = match entity {
        EntityType::Person => ("crm_people", PERSON_DERIVED),
        EntityType::Account => ("crm_accounts", ACCOUNT_DERIVED),
        EntityType::Household => ("crm_households", OTHER_DERIVED),
        EntityType::Opportunity => ("crm_opportunities", OTHER_DERIVED),
        EntityType::Requirement => ("crm_requirements", OTHER_DERIVED),
        EntityType::Interest => ("crm_property_interests", OTHER_DERIVED),
        EntityType::Task => ("crm_tasks", OTHER_DERIVED),
        EntityType::Interaction => ("crm_interactions", OTHER_DERIVED),
    };
    let (lists, scalars): (Vec<&FieldDef>, Vec<&FieldDef>) = fields_of(entity).partition(|f| f.many);
    let mut columns: Vec<String> = ["id", "version", "archived", "custom"].map(String::from).to_vec();
    columns.extend(scalars.iter().map(|f| format!("\"{}\"", f.column())));
    let select = format!("SELECT {} FROM {name} WHERE id = ?", columns[1..].join(", "));
    columns.extend(derived.iter().map(ToString::to_string));
    let updates: Vec<_> = columns[1..].iter().map(|c| format!("{c} = excluded.{c}")).collect();
    let insert = format!("INSERT OR FAIL INTO {name} ({}) VALUES", columns.join(", "));
    let upsert = format!(
        "INSERT INTO {name} ({}) VALUES ({}) ON CONFLICT (id) DO UPDATE SET {}",
        columns.join(", "),
        vec!["?"; columns.len()].join(", "),
        updates.join(", "),
    );
    let delete = format!("DELETE FROM {name} WHERE id = ?");
    let many = fields_of(entity).map(|f| (f.name, f.many)).collect();
    let highest = format!("SELECT max(id) FROM {name}");
    let width = columns.len();
    Table { name, many, scalars, lists, derived, select, width, insert, upsert, highest, delete }
}

/// Whether values of a kind are kept as JSON rather than as plain text.
fn structured(kind: FieldKind) -> bool {
    use FieldKind as K;
    matches!(kind, K::Phone | K::Email | K::Website | K::Social | K::Address | K::Money | K::Area | K::ExternalId)
}

/// Whether a field's values are kept as plain text.
pub(crate) fn is_text(def: &FieldDef) -> bool {
    !def.many && !structured(def.kind) && def.kind != FieldKind::Bool
}

/// A field's value as its column holds it.
pub(crate) fn to_column(def: &FieldDef, value: &Value) -> Result<Sql, StoreError> {
    let shape = || StoreError::Shape { field: def.path(), value: json_type(value).into() };
    Ok(match (def.kind, value) {
        (_, Value::Null) => Sql::Null,
        (FieldKind::Bool, Value::Bool(b)) => Sql::Integer(i64::from(*b)),
        (kind, Value::Object(_)) if structured(kind) => Sql::Text(value.to_string()),
        (kind, Value::String(s)) if !structured(kind) && kind != FieldKind::Bool => Sql::Text(s.clone()),
        _ => return Err(shape()),
    })
}

/// The field's value from its column; none when empty.
pub(crate) fn from_column(def: &FieldDef, value: ValueRef<'_>) -> Result<Option<Value>, StoreError> {
    let damaged = || StoreError::Damaged(format!("the column of {} holds an unexpected value", def.path()));
    Ok(match value {
        ValueRef::Null => None,
        ValueRef::Integer(i) if def.kind == FieldKind::Bool => Some(Value::Bool(i != 0)),
        ValueRef::Text(bytes) => {
            let text = std::str::from_utf8(bytes).map_err(|_| damaged())?;
            if structured(def.kind) {
                Some(crate::error::from_json("value", text)?)
            } else {
                Some(Value::String(text.into()))
            }
        }
        _ => return Err(damaged()),
    })
}

/// The key under which an item of a list field is found; empty where there is none.
pub(crate) fn item_key(field: &str, item: &Value) -> String {
    let text = |k: &str| item.get(k).and_then(Value::as_str).unwrap_or_default();
    match field {
        "email" => text("value").to_lowercase(),
        "external_id" if !text("value").is_empty() => format!("{}:{}", text("system"), text("value")),
        "phone" | "website" | "social" => text("value").to_string(),
        _ => item.as_str().map(graph::sort_key).unwrap_or_default(),
    }
}

fn json_type(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "a structured value",
    }
}

/// A hash as SQL.
pub(crate) fn blob(bytes: &[u8]) -> ToSqlOutput<'_> {
    ToSqlOutput::Borrowed(ValueRef::Blob(bytes))
}
