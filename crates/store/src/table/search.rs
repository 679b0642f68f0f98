//! `search_docs` and `search_terms`: full-text search over people, accounts and opportunities.

use contracts::{EntityId, EntityRef, EntityType};
use graph::Record;
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::Value;

use crate::many::{Insert, bytes, integer, text};
use crate::{Reader, StoreError, Tx};

/// A record found, best first.
#[derive(Clone, Debug)]
pub struct Found {
    /// The record.
    pub entity: EntityRef,
    /// Larger is better.
    pub score: f64,
}

/// Kinds of record that a search answers with; of others no terms are kept.
const SEARCHED: [EntityType; 3] = [EntityType::Person, EntityType::Account, EntityType::Opportunity];

/// A query of more words than this is cut: more say nothing more.
const MAX_WORDS: usize = 12;

/// The FTS5 expression for what was typed: every word must begin a term; a phone in any format becomes its digits.
/// None when nothing searchable was typed.
pub(crate) fn expression(text: &str) -> Option<String> {
    let phone_like = text.chars().filter(char::is_ascii_digit).count() >= 5
        && text.chars().all(|c| c.is_ascii_digit() || " +-().\u{a0}".contains(c));
    if phone_like {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let digits = digits.trim_start_matches('0');
        return Some(format!("contact : \"{digits}\"*"));
    }
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .take(MAX_WORDS)
        .map(|w| format!("\"{w}\"*"))
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The columns of a record's search document: name, contact, company, notes.
fn document(entity: EntityType, title: &str, record: &Record) -> [String; 4] {
    let text = |f: &str| record.fields.get(f).and_then(Value::as_str).unwrap_or_default();
    let items = |f: &str| record.fields.get(f).and_then(Value::as_array).cloned().unwrap_or_default();
    let name = match entity {
        EntityType::Person => format!(
            "{title} {} {} {} {}",
            text("given_name"),
            text("family_name"),
            text("nickname"),
            any_ascii_of(title)
        ),
        _ => format!("{title} {}", any_ascii_of(title)),
    };
    let mut contact = String::new();
    for item in items("email") {
        contact.push_str(item.get("value").and_then(Value::as_str).unwrap_or_default());
        contact.push(' ');
    }
    for item in items("phone") {
        // Found by the whole number and by its national part, whatever was typed before it.
        let value = item.get("value").and_then(Value::as_str).filter(|s| !s.is_empty());
        let received = item.get("received").and_then(Value::as_str).unwrap_or_default();
        let digits: String = value.unwrap_or(received).chars().filter(char::is_ascii_digit).collect();
        for skip in 0..4 {
            if let Some(tail) = digits.get(skip..)
                && tail.len() >= 7
            {
                contact.push_str(tail.trim_start_matches('0'));
                contact.push(' ');
            }
        }
    }
    for item in items("external_id") {
        contact.push_str(item.get("value").and_then(Value::as_str).unwrap_or_default());
        contact.push(' ');
    }
    let company = format!("{} {} {} {}", text("company_name"), text("job_title"), text("account"), text("domain"));
    let tags: Vec<String> = items("tags").iter().filter_map(Value::as_str).map(String::from).collect();
    let notes = format!("{} {} {}", text("notes"), text("description"), tags.join(" "));
    [name, contact, company, notes]
}

/// Romanised spelling beside the original one, so that a name in another script is found by its sound.
fn any_ascii_of(text: &str) -> String {
    if text.is_ascii() { String::new() } else { graph::sort_key(text) }
}

/// Documents of new records whose terms are written later, on their way.
pub(crate) struct NewDocs(Insert<'static>);

impl Default for NewDocs {
    fn default() -> Self {
        Self(Insert::new("INSERT OR FAIL INTO search_docs (entity_type, entity_id, pending) VALUES", 3))
    }
}

impl NewDocs {
    pub(crate) fn later(&mut self, conn: &Connection, entity: EntityRef) -> Result<(), StoreError> {
        self.0.row(conn, [text(entity.entity.as_str()), bytes(entity.id.0.as_bytes()), integer(1)])
    }

    pub(crate) fn end(self, conn: &Connection) -> Result<(), StoreError> {
        self.0.end(conn)
    }
}

impl Tx<'_> {
    pub(crate) fn store_search_doc(
        &mut self,
        entity: EntityRef,
        title: &str,
        record: &Record,
    ) -> Result<(), StoreError> {
        let later = self.indexes_later();
        let doc = match self.search_doc(entity.id)? {
            Some((doc, pending)) => {
                if !pending {
                    self.conn.prepare_cached("DELETE FROM search_terms WHERE rowid = ?")?.execute([doc])?;
                }
                if pending != later {
                    self.set_pending(doc, later)?;
                }
                doc
            }
            None => {
                self.conn
                    .prepare_cached("INSERT INTO search_docs (entity_type, entity_id, pending) VALUES (?, ?, ?)")?
                    .execute(params![entity.entity.as_str(), entity.id.0, later])?;
                self.conn.last_insert_rowid()
            }
        };
        if later { Ok(()) } else { self.index(doc, entity.entity, title, record) }
    }

    fn set_pending(&mut self, doc: i64, pending: bool) -> Result<(), StoreError> {
        self.conn.prepare_cached("UPDATE search_docs SET pending = ? WHERE doc = ?")?.execute(params![pending, doc])?;
        Ok(())
    }

    fn index(&mut self, doc: i64, entity: EntityType, title: &str, record: &Record) -> Result<(), StoreError> {
        if record.archived || !SEARCHED.contains(&entity) {
            return Ok(());
        }
        let [name, contact, company, notes] = document(entity, title, record);
        self.conn
            .prepare_cached("INSERT INTO search_terms (rowid, name, contact, company, notes) VALUES (?, ?, ?, ?, ?)")?
            .execute(params![doc, name, contact, company, notes])?;
        Ok(())
    }

    /// Writes the search terms of at most so many records that were left for later ([`Tx::index_later`]), oldest first;
    /// how many that were.
    ///
    /// # Errors
    /// The database's.
    pub fn index_pending(&mut self, limit: u32) -> Result<u64, StoreError> {
        let sql = "SELECT doc, entity_type, entity_id FROM search_docs WHERE pending = 1 ORDER BY doc LIMIT ?";
        let found: Vec<(i64, String, uuid::Uuid)> = self
            .conn
            .prepare_cached(sql)?
            .query_map([limit], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?
            .collect::<Result<_, _>>()?;
        for (doc, entity, id) in &found {
            let entity: EntityType = entity.parse().map_err(StoreError::Damaged)?;
            if SEARCHED.contains(&entity)
                && let Some(record) = self.record(EntityRef { entity, id: EntityId(*id) })?
            {
                self.index(*doc, entity, &graph::title(entity, &record.fields), &record)?;
            }
        }
        if let Some((last, ..)) = found.last() {
            self.conn
                .prepare_cached("UPDATE search_docs SET pending = 0 WHERE pending = 1 AND doc <= ?")?
                .execute([last])?;
        }
        Ok(found.len() as u64)
    }

    pub(crate) fn drop_search_doc(&mut self, entity: EntityRef) -> Result<(), StoreError> {
        if let Some((doc, pending)) = self.search_doc(entity.id)? {
            if !pending {
                self.conn.prepare_cached("DELETE FROM search_terms WHERE rowid = ?")?.execute([doc])?;
            }
            self.conn.prepare_cached("DELETE FROM search_docs WHERE doc = ?")?.execute([doc])?;
        }
        Ok(())
    }
}

impl Reader<'_> {
    /// A record's document, and whether its terms are still to be written.
    fn search_doc(&self, id: EntityId) -> Result<Option<(i64, bool)>, StoreError> {
        Ok(self
            .conn
            .prepare_cached("SELECT doc, pending FROM search_docs WHERE entity_id = ?")?
            .query_row([id.0], |r| Ok((r.get(0)?, r.get(1)?)))
            .optional()?)
    }

    /// How many records stand in the graph that the search does not find yet.
    ///
    /// # Errors
    /// The database's.
    pub fn search_lag(&self) -> Result<u64, StoreError> {
        let sql = "SELECT count(*) FROM search_docs WHERE pending = 1";
        Ok(self.conn.prepare_cached(sql)?.query_row([], |r| r.get(0))?)
    }

    /// People, accounts and opportunities that match what was typed, best first.
    ///
    /// # Errors
    /// The database's.
    pub fn search(&self, text: &str, limit: u32) -> Result<Vec<Found>, StoreError> {
        let Some(expression) = expression(text) else { return Ok(Vec::new()) };
        // A name counts most, then contact, company, notes; people before what belongs to them at equal rank.
        let sql = "SELECT d.entity_type, d.entity_id, -bm25(search_terms, 10.0, 6.0, 3.0, 1.0)
            FROM search_terms JOIN search_docs d ON d.doc = search_terms.rowid
            WHERE search_terms MATCH ? AND d.entity_type IN ('person', 'account', 'opportunity')
            ORDER BY 3 DESC, d.entity_type = 'person' DESC, d.entity_id LIMIT ?";
        self.conn
            .prepare_cached(sql)?
            .query_map(params![expression, limit], |r| Ok((r.get::<_, String>(0)?, r.get(1)?, r.get(2)?)))?
            .map(|r| {
                let (entity, id, score) = r?;
                let entity = entity.parse().map_err(StoreError::Damaged)?;
                Ok(Found { entity: EntityRef { entity, id: EntityId(id) }, score })
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::expression;

    #[test]
    fn what_is_typed_becomes_a_safe_expression() {
        assert_eq!(expression("rina se"), Some("\"rina\"* \"se\"*".into()));
        assert_eq!(expression("+91 98300-12345"), Some("contact : \"919830012345\"*".into()));
        assert_eq!(expression("098300 12345"), Some("contact : \"9830012345\"*".into()));
        assert_eq!(expression("\" OR name:*"), Some("\"OR\"* \"name\"*".into()));
        assert_eq!(expression(" -() "), None);
    }
}
