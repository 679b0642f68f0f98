//! What records say in some of their fields, as it is stored: read for thousands of them at once, by whoever compares people
//! and has no use for the rest.

use std::ops::Range;

use contracts::{EntityId, EntityType};
use rusqlite::types::ValueRef;

use crate::codec;
use crate::{Reader, StoreError};

/// What one record says in the fields that were asked for.
#[derive(Debug, Default)]
pub struct Said {
    all: String,
    /// By field that holds one value; empty where there is none.
    texts: Vec<Range<usize>>,
    /// Items of fields that hold many, each with its field's place among those asked for, in their order.
    items: Vec<(usize, Range<usize>)>,
}

impl Said {
    /// The value of the `nth` field of those that hold one; empty where there is none.
    #[must_use]
    pub fn text(&self, nth: usize) -> &str {
        self.texts.get(nth).and_then(|at| self.all.get(at.clone())).unwrap_or_default()
    }

    /// The items of the `nth` field of those that hold many, each as its JSON.
    pub fn items(&self, nth: usize) -> impl Iterator<Item = &str> {
        self.items.iter().filter(move |(field, _)| *field == nth).filter_map(|(_, at)| self.all.get(at.clone()))
    }

    fn clear(&mut self) {
        self.all.clear();
        self.texts.clear();
        self.items.clear();
    }

    fn put(&mut self, value: ValueRef<'_>) -> Result<Range<usize>, StoreError> {
        let from = self.all.len();
        if let Some(text) = value.as_str_or_null().map_err(rusqlite::Error::from)? {
            self.all.push_str(text);
        }
        Ok(from..self.all.len())
    }
}

impl Reader<'_> {
    /// What these records say in fields that hold one text each and in fields that hold many: those that there are, by their
    /// place among the ids. Ids that rise are found faster.
    ///
    /// # Errors
    /// [`StoreError::Shape`] for a field that is none of these, the database's, and those of `take`.
    pub fn said<E: From<StoreError>>(
        &self,
        entity: EntityType,
        (texts, lists): (&[&str], &[&str]),
        ids: &[EntityId],
        mut take: impl FnMut(usize, &Said) -> Result<(), E>,
    ) -> Result<(), E> {
        let table = codec::table(entity);
        let columns = texts.iter().map(|name| {
            let field = table.scalars.iter().find(|field| field.name == *name && codec::is_text(field));
            let shape = || StoreError::Shape { field: format!("{entity}.{name}"), value: "a text".into() };
            field.map(|field| format!("\"{}\"", field.column())).ok_or_else(shape)
        });
        let columns = columns.collect::<Result<Vec<String>, StoreError>>()?;
        let sql = format!("SELECT {} FROM {} WHERE id = ?", columns.join(", "), table.name);
        let mut row_of = self.conn.prepare_cached(&sql).map_err(StoreError::from)?;
        let sql = "SELECT field, item FROM crm_contact_points WHERE entity_id = ? ORDER BY field, ord";
        let mut items_of = self.conn.prepare_cached(sql).map_err(StoreError::from)?;
        let mut said = Said::default();
        for (nth, id) in ids.iter().enumerate() {
            said.clear();
            let found: Result<bool, StoreError> = (|| {
                let mut rows = row_of.query([id.0])?;
                let Some(row) = rows.next()? else { return Ok(false) };
                for column in 0..texts.len() {
                    let text = said.put(row.get_ref(column)?)?;
                    said.texts.push(text);
                }
                let mut rows = items_of.query([id.0])?;
                while let Some(row) = rows.next()? {
                    let field = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
                    if let Some(list) = lists.iter().position(|name| *name == field) {
                        let item = said.put(row.get_ref(1)?)?;
                        said.items.push((list, item));
                    }
                }
                Ok(true)
            })();
            if found? {
                take(nth, &said)?;
            }
        }
        Ok(())
    }

    /// Whose records hold these keys in a list field (`email`, `phone`, `external_id`), whatever kind of record they are:
    /// field and key, each with its place among them. Keys that rise by field and key are found faster.
    ///
    /// # Errors
    /// The database's.
    pub fn holders<'k>(
        &self,
        keys: impl Iterator<Item = (&'k str, &'k str)>,
        mut take: impl FnMut(usize, EntityId),
    ) -> Result<(), StoreError> {
        let sql = "SELECT entity_id FROM crm_contact_points WHERE field = ? AND key = ? AND key <> ''";
        let mut statement = self.conn.prepare_cached(sql)?;
        for (nth, (field, key)) in keys.enumerate() {
            let mut rows = statement.query([field, key])?;
            while let Some(row) = rows.next()? {
                take(nth, EntityId(row.get(0)?));
            }
        }
        Ok(())
    }
}
