//! The `crm_*` tables and `crm_contact_points`: canonical records as the deltas left them.

use std::collections::BTreeMap;

use contracts::{EntityId, EntityRef, EntityType};
use graph::Record;
use rusqlite::types::{ToSqlOutput, Value as Sql};
use rusqlite::{OptionalExtension, params_from_iter};
use serde_json::Value;

use crate::codec::{self, Table};
use crate::error::{from_json, to_json};
use crate::many::{Insert, bytes, integer, owned, text};
use crate::table::search::NewDocs;
use crate::{Reader, StoreError, Tx};

impl Reader<'_> {
    /// A record; none if it does not exist.
    ///
    /// # Errors
    /// The database's.
    pub fn record(&self, entity: EntityRef) -> Result<Option<Record>, StoreError> {
        let table = codec::table(entity.entity);
        let found = self
            .conn
            .prepare_cached(&table.select)?
            .query_row([entity.id.0], |r| Ok(read_scalars(table, r, 0)))
            .optional()?
            .transpose()?;
        let Some(mut record) = found else { return Ok(None) };
        let mut statement = self
            .conn
            .prepare_cached("SELECT field, item FROM crm_contact_points WHERE entity_id = ? ORDER BY field, ord")?;
        for row in statement.query_map([entity.id.0], |r| Ok((r.get::<_, String>(0)?, r.get::<_, String>(1)?)))? {
            let (field, item) = row?;
            let list = record.fields.entry(field).or_insert_with(|| Value::Array(Vec::new()));
            if let Value::Array(items) = list {
                items.push(from_json("value", &item)?);
            }
        }
        Ok(Some(record))
    }

    /// Whether a record exists.
    ///
    /// # Errors
    /// The database's.
    pub fn record_exists(&self, entity: EntityRef) -> Result<bool, StoreError> {
        let sql = format!("SELECT EXISTS (SELECT 1 FROM {} WHERE id = ?)", codec::table(entity.entity).name);
        Ok(self.conn.prepare_cached(&sql)?.query_row([entity.id.0], |r| r.get(0))?)
    }

    /// The highest id of a kind.
    pub(crate) fn highest_id(&self, entity: EntityType) -> Result<Option<EntityId>, StoreError> {
        let found: Option<uuid::Uuid> =
            self.conn.prepare_cached(&codec::table(entity).highest)?.query_row([], |r| r.get(0))?;
        Ok(found.map(EntityId))
    }

    /// Ids of all records of a kind, in id order.
    ///
    /// # Errors
    /// The database's.
    pub fn record_ids(&self, entity: EntityType) -> Result<Vec<EntityId>, StoreError> {
        let sql = format!("SELECT id FROM {} ORDER BY id", codec::table(entity).name);
        Ok(self.conn.prepare_cached(&sql)?.query_map([], |r| Ok(EntityId(r.get(0)?)))?.collect::<Result<_, _>>()?)
    }

    /// Number of records of a kind that are not archived.
    ///
    /// # Errors
    /// The database's.
    pub fn record_count(&self, entity: EntityType) -> Result<u64, StoreError> {
        // Both are counted from an index, without reading a record.
        let table = codec::table(entity).name;
        let sql = format!("SELECT (SELECT count(*) FROM {table}) - (SELECT count(*) FROM {table} WHERE archived = 1)");
        Ok(self.conn.prepare_cached(&sql)?.query_row([], |r| r.get(0))?)
    }

    /// The kind of the record with this id; none if there is none.
    ///
    /// # Errors
    /// The database's.
    pub fn kind_of(&self, id: EntityId) -> Result<Option<EntityType>, StoreError> {
        let found: Option<String> = self
            .conn
            .prepare_cached("SELECT entity_type FROM search_docs WHERE entity_id = ?")?
            .query_row([id.0], |r| r.get(0))
            .optional()?;
        found.map(|t| t.parse().map_err(StoreError::Damaged)).transpose()
    }

    /// Records of a kind that hold this key in a list field (`email`, `phone`, `external_id`), in id order.
    ///
    /// # Errors
    /// The database's.
    pub fn by_contact_point(&self, entity: EntityType, field: &str, key: &str) -> Result<Vec<EntityId>, StoreError> {
        let sql = format!(
            "SELECT DISTINCT c.entity_id FROM crm_contact_points c JOIN {} t ON t.id = c.entity_id
             WHERE c.field = ? AND c.key = ? AND c.key <> '' ORDER BY 1",
            codec::table(entity).name
        );
        Ok(self
            .conn
            .prepare_cached(&sql)?
            .query_map([field, key], |r| Ok(EntityId(r.get(0)?)))?
            .collect::<Result<_, _>>()?)
    }

    /// Whether no record is found by a phone, an e-mail address or a source's id.
    ///
    /// # Errors
    /// The database's.
    pub fn nobody_has_contact_points(&self) -> Result<bool, StoreError> {
        let sql = "SELECT NOT EXISTS (SELECT 1 FROM crm_contact_points)";
        Ok(self.conn.prepare_cached(sql)?.query_row([], |r| r.get(0))?)
    }

    /// People or accounts of exactly this folded name, in id order, at most 20.
    ///
    /// # Errors
    /// The database's.
    pub fn by_name(&self, entity: EntityType, sort_key: &str) -> Result<Vec<EntityId>, StoreError> {
        let sql = format!("SELECT id FROM {} WHERE sort_name = ? ORDER BY id LIMIT 20", codec::table(entity).name);
        Ok(self
            .conn
            .prepare_cached(&sql)?
            .query_map([sort_key], |r| Ok(EntityId(r.get(0)?)))?
            .collect::<Result<_, _>>()?)
    }
}

/// Version, archived, custom and scalar columns of a row, from column `at` on.
fn read_scalars(table: &Table, r: &rusqlite::Row<'_>, at: usize) -> Result<Record, StoreError> {
    let mut record = Record { version: r.get(at)?, archived: r.get(at + 1)?, fields: BTreeMap::new() };
    let custom: BTreeMap<String, Value> = from_json("custom fields", &r.get::<_, String>(at + 2)?)?;
    record.fields.extend(custom.into_iter().map(|(slug, v)| (format!("custom.{slug}"), v)));
    for (i, def) in table.scalars.iter().enumerate() {
        if let Some(value) = codec::from_column(def, r.get_ref(at + 3 + i)?)? {
            record.fields.insert(def.name.into(), value);
        }
    }
    Ok(record)
}

impl Tx<'_> {
    /// Writes a record as its deltas left it, with its lists, read model and search document; none removes it.
    pub(crate) fn store_record(&mut self, entity: EntityRef, record: Option<&Record>) -> Result<(), StoreError> {
        let table = codec::table(entity.entity);
        let Some(record) = record else {
            self.conn.prepare_cached(&table.delete)?.execute([entity.id.0])?;
            self.conn.prepare_cached("DELETE FROM crm_contact_points WHERE entity_id = ?")?.execute([entity.id.0])?;
            return self.drop_search_doc(entity);
        };
        check_fields(entity.entity, table, record)?;
        let title = graph::title(entity.entity, &record.fields);
        let values = columns_of(table, entity, &title, record)?;
        self.conn.prepare_cached(&table.upsert)?.execute(params_from_iter(values))?;
        self.store_lists(entity, table, record)?;
        self.store_search_doc(entity, &title, record)
    }

    /// Writes records that no table holds, as [`Tx::store_record`] does; by kind and id, so that tables grow at their end.
    pub(crate) fn store_new<'r>(
        &mut self,
        records: impl Iterator<Item = (EntityRef, &'r Record)>,
    ) -> Result<(), StoreError> {
        let mut rows: Option<(EntityType, Insert<'_>)> = None;
        let mut points = Insert::new(POINTS, 5);
        let mut docs = NewDocs::default();
        for (entity, record) in records {
            let table = codec::table(entity.entity);
            check_fields(entity.entity, table, record)?;
            let title = graph::title(entity.entity, &record.fields);
            if rows.as_ref().is_none_or(|(kind, _)| *kind != entity.entity)
                && let Some((_, done)) = rows.replace((entity.entity, Insert::new(&table.insert, table.width)))
            {
                done.end(self.conn)?;
            }
            if let Some((_, rows)) = &mut rows {
                rows.row(self.conn, columns_of(table, entity, &title, record)?)?;
            }
            for (field, ord, item) in items_of(table, record) {
                points.row(self.conn, point(entity, field, ord, item))?;
            }
            if self.indexes_later() {
                docs.later(self.conn, entity)?;
            } else {
                self.store_search_doc(entity, &title, record)?;
            }
        }
        if let Some((_, rows)) = rows {
            rows.end(self.conn)?;
        }
        points.end(self.conn)?;
        docs.end(self.conn)
    }

    fn store_lists(&mut self, entity: EntityRef, table: &'static Table, record: &Record) -> Result<(), StoreError> {
        self.conn.prepare_cached("DELETE FROM crm_contact_points WHERE entity_id = ?")?.execute([entity.id.0])?;
        let mut points = Insert::new(POINTS, 5);
        for (field, ord, item) in items_of(table, record) {
            points.row(self.conn, point(entity, field, ord, item))?;
        }
        points.end(self.conn)
    }
}

const POINTS: &str = "INSERT OR FAIL INTO crm_contact_points (entity_id, field, ord, key, item) VALUES";

fn point(entity: EntityRef, field: &'static str, ord: usize, item: &Value) -> [ToSqlOutput<'static>; 5] {
    let key = codec::item_key(field, item);
    [bytes(entity.id.0.as_bytes()), text(field), integer(ord), owned(key), owned(item.to_string())]
}

/// The items of a record's lists: field, place, value.
fn items_of<'r>(table: &'static Table, record: &'r Record) -> impl Iterator<Item = (&'static str, usize, &'r Value)> {
    table.lists.iter().flat_map(|def| {
        let items = record.fields.get(def.name).and_then(Value::as_array);
        items.into_iter().flatten().enumerate().map(|(ord, item)| (def.name, ord, item))
    })
}

/// A record's row, in the order of its table's columns.
fn columns_of(
    table: &Table,
    entity: EntityRef,
    title: &str,
    record: &Record,
) -> Result<Vec<ToSqlOutput<'static>>, StoreError> {
    let mut values = Vec::with_capacity(table.width);
    values.extend([bytes(entity.id.0.as_bytes()), integer(record.version), integer(i64::from(record.archived))]);
    values.push(owned(to_json("custom fields", &custom_of(record))?));
    for def in &table.scalars {
        let value = codec::to_column(def, record.fields.get(def.name).unwrap_or(&Value::Null))?;
        values.push(ToSqlOutput::Owned(value));
    }
    values.extend(table.derived.iter().map(|column| ToSqlOutput::Owned(derive(column, title, record))));
    Ok(values)
}

/// Every field of the record has a place in its table, and lists are lists that are not empty.
fn check_fields(entity: EntityType, table: &'static Table, record: &Record) -> Result<(), StoreError> {
    for (name, value) in &record.fields {
        let shape = |value: &str| StoreError::Shape { field: format!("{entity}.{name}"), value: value.into() };
        match table.many.get(name.as_str()) {
            Some(false) => continue,
            None if name.starts_with("custom.") => continue,
            None => return Err(shape("anything: it is not in the field dictionary")),
            Some(true) => {}
        }
        match value {
            Value::Array(items) if !items.is_empty() => {}
            _ => return Err(shape("an empty list or a single value")),
        }
    }
    Ok(())
}

fn custom_of(record: &Record) -> BTreeMap<&str, &Value> {
    record.fields.iter().filter_map(|(name, v)| name.strip_prefix("custom.").map(|slug| (slug, v))).collect()
}

/// A read-model column from the record.
fn derive(column: &str, title: &str, record: &Record) -> Sql {
    let text = |f: &str| record.fields.get(f).and_then(Value::as_str).unwrap_or_default();
    let key = |s: &str| Sql::Text(graph::sort_key(s));
    let or_null = |s: String| if s.is_empty() { Sql::Null } else { Sql::Text(s) };
    match column {
        "list_title" => Sql::Text(title.into()),
        "list_email" => or_null(primary(record, "email")),
        "list_phone" => or_null(primary(record, "phone")),
        "list_city" => or_null(city(record)),
        "sort_name" => key(title),
        "sort_company" => key(text("company_name")),
        "sort_status" => key(text("lead_status")),
        "sort_owner" => key(if text("owner").is_empty() { text("assignee") } else { text("owner") }),
        "sort_industry" => key(text("industry")),
        // ISO text sorts as time does; of two, the newer counts.
        "sort_activity" => Sql::Text(text("last_activity_at").max(text("last_contacted_at")).into()),
        "sort_created" => Sql::Text(text("created_at").into()),
        _ => Sql::Null,
    }
}

/// The value of a list field's primary item, or of its first; as received where it could not be normalised.
pub(crate) fn primary(record: &Record, field: &str) -> String {
    let Some(Value::Array(items)) = record.fields.get(field) else { return String::new() };
    let first = items.iter().find(|i| i.get("is_primary") == Some(&Value::Bool(true))).or_else(|| items.first());
    let text = |k: &str| first.and_then(|i| i.get(k)).and_then(Value::as_str).filter(|s| !s.is_empty());
    text("value").or_else(|| text("received")).unwrap_or_default().into()
}

fn city(record: &Record) -> String {
    let Some(Value::Array(items)) = record.fields.get("address") else { return String::new() };
    items.iter().find_map(|a| a.get("city").and_then(Value::as_str)).unwrap_or_default().into()
}
