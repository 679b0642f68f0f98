//! Lists, search, single records and their history.

use contracts::{
    AccountRow, Actor, ApiError, EntityDetail, EntityId, EntityRef, EntityType, ErrorCode, FieldDictionary,
    HistoryEntry, ListQuery, Page, PersonRow, SearchHit, SearchResult, SearchWhy,
};
use graph::Record;
use serde_json::Value;
use store::{ListRequest, Reader, SORTS_ACCOUNT, SORTS_PERSON, StoreError};

use crate::error::{Failure, not_found};
use crate::{App, Outcome};

/// What can be typed into a search or filter.
const MAX_TEXT: usize = 200;

fn request<'a>(query: &'a ListQuery, offered: &[(&'static str, &str)]) -> Outcome<ListRequest<'a>> {
    let sort = query.sort.as_deref().unwrap_or("name");
    if !offered.iter().any(|(name, _)| *name == sort) {
        let names: Vec<_> = offered.iter().map(|(n, _)| *n).collect();
        return Err(ApiError::new(
            ErrorCode::BadInput,
            format!("The list can't be sorted by {sort:?}."),
            format!("Sort by one of: {}.", names.join(", ")),
        )
        .at("sort"));
    }
    let limit = query.limit.unwrap_or(100);
    if !(1..=500).contains(&limit) {
        return Err(ApiError::new(
            ErrorCode::BadInput,
            format!("{limit} rows can't be listed at once."),
            "Ask for 1 to 500.",
        )
        .at("limit"));
    }
    let text = query.text.as_deref();
    if text.is_some_and(|t| t.chars().count() > MAX_TEXT) {
        return Err(too_long());
    }
    Ok(ListRequest { sort, descending: query.descending, text, cursor: query.cursor.as_deref(), limit })
}

fn too_long() -> ApiError {
    ApiError::new(ErrorCode::BadInput, format!("The search text is longer than {MAX_TEXT} characters."), "Shorten it.")
        .at("text")
}

impl App {
    /// A window of Contacts.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for a sort, limit or cursor that is not offered.
    pub fn people(&self, _actor: &Actor, query: &ListQuery) -> Outcome<Page<PersonRow>> {
        let request = request(query, SORTS_PERSON)?;
        self.reading(|r| Ok(r.people(&request)?))
    }

    /// A window of Accounts.
    ///
    /// # Errors
    /// As [`App::people`].
    pub fn accounts(&self, _actor: &Actor, query: &ListQuery) -> Outcome<Page<AccountRow>> {
        let request = request(query, SORTS_ACCOUNT)?;
        self.reading(|r| Ok(r.accounts(&request)?))
    }

    /// Finds people, accounts and opportunities, and says why each was found.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for more than 200 characters or a limit outside 1..=100.
    pub fn search(&self, _actor: &Actor, text: &str, limit: Option<u32>) -> Outcome<SearchResult> {
        if text.chars().count() > MAX_TEXT {
            return Err(too_long());
        }
        let limit = limit.unwrap_or(20);
        if !(1..=100).contains(&limit) {
            return Err(ApiError::new(
                ErrorCode::BadInput,
                format!("{limit} hits can't be shown at once."),
                "Ask for 1 to 100.",
            )
            .at("limit"));
        }
        let begun = self.host.monotonic();
        let hits = self.reading(|r| {
            let mut hits = Vec::new();
            for found in r.search(text, limit)? {
                let Some(record) = r.record(found.entity)? else { continue };
                hits.push(SearchHit {
                    entity: found.entity.entity,
                    id: found.entity.id,
                    title: graph::title(found.entity.entity, &record.fields),
                    subtitle: subtitle(&record),
                    score: found.score,
                    why: why(text, &record),
                });
            }
            Ok(hits)
        })?;
        Ok(SearchResult { hits, took_ms: self.host.monotonic().saturating_sub(begun).as_secs_f64() * 1000.0 })
    }

    /// One record with the records linked to it.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`].
    pub fn entity(&self, _actor: &Actor, entity: EntityType, id: EntityId) -> Outcome<EntityDetail> {
        let at = EntityRef { entity, id };
        self.reading(|r| {
            let record = r.record(at)?.ok_or_else(|| not_found(entity.as_str(), id))?;
            let mut linked = Vec::new();
            for (other, kind) in neighbours(r, id)? {
                if let Some(there) = r.record(other)? {
                    linked.push(dossier::panel(other, &there, &artifacts(r, other.id)?, Some(&kind)));
                }
            }
            linked.sort_by(|a, b| a.entity.entity.cmp(&b.entity.entity).then(a.title.cmp(&b.title)));
            Ok(EntityDetail {
                record: dossier::panel(at, &record, &artifacts(r, id)?, None),
                linked,
                version: record.version,
                archived: record.archived,
            })
        })
    }

    /// Every change of a record, or of one field, newest first.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] when the record never existed.
    pub fn history(
        &self,
        _actor: &Actor,
        entity: EntityType,
        id: EntityId,
        field: Option<&str>,
    ) -> Outcome<Vec<HistoryEntry>> {
        self.reading(|r| {
            let deltas = r.deltas_of(id)?;
            if !deltas.iter().any(|d| d.mutation.entity.entity == entity) {
                return Err(not_found(entity.as_str(), id).into());
            }
            let mut out = Vec::new();
            for d in deltas.into_iter().rev() {
                let mut changes = d.mutation.changes;
                if let Some(field) = field {
                    changes.retain(|c| c.field == field);
                    if changes.is_empty() {
                        continue;
                    }
                }
                let file_name = match d.cause.batch_id {
                    Some(batch) => r.batch(batch)?.map(|b| b.artifact.uploaded_filename),
                    None => None,
                };
                out.push(HistoryEntry {
                    delta_id: d.delta_id,
                    group: d.group,
                    op: d.mutation.op,
                    at: d.at,
                    actor: d.actor,
                    cause: d.cause,
                    file_name,
                    changes,
                    inverse_of: d.inverse_of,
                });
            }
            Ok(out)
        })
    }

    /// Every target that a column may be given.
    #[must_use]
    pub fn field_dictionary(_actor: &Actor) -> FieldDictionary {
        FieldDictionary { fields: contracts::dictionary() }
    }

    /// Reads from one state of the store, with errors as people meet them.
    pub(crate) fn reading<T>(&self, work: impl FnOnce(&Reader<'_>) -> Result<T, Failure>) -> Outcome<T> {
        self.store.read(work).map_err(ApiError::from)
    }
}

/// Records linked to one, in either direction, with the kind of link.
pub(crate) fn neighbours(r: &Reader<'_>, id: EntityId) -> Result<Vec<(EntityRef, String)>, StoreError> {
    Ok(r.links_of(id)?.into_iter().map(|l| (if l.from.id == id { l.to } else { l.from }, l.kind)).collect())
}

/// A record's deltas as artifacts, oldest first.
pub(crate) fn artifacts(r: &Reader<'_>, id: EntityId) -> Result<Vec<contracts::ClientGraphDelta>, StoreError> {
    Ok(r.deltas_of(id)?.iter().map(store::StoredDelta::artifact).collect())
}

fn subtitle(record: &Record) -> String {
    let text = |f: &str| record.fields.get(f).and_then(Value::as_str).filter(|s| !s.is_empty()).map(String::from);
    let first = |f: &str| {
        let item = record.fields.get(f)?.as_array()?.first()?;
        ["value", "received"].iter().find_map(|k| item.get(k)?.as_str().filter(|s| !s.is_empty()).map(String::from))
    };
    let parts: Vec<String> = [
        text("company_name").or_else(|| text("account")).or_else(|| text("industry")),
        first("email").or_else(|| first("phone")),
    ]
    .into_iter()
    .flatten()
    .collect();
    parts.join(" · ")
}

/// Which fields hold what was typed.
fn why(text: &str, record: &Record) -> Vec<SearchWhy> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let words: Vec<String> = graph::sort_key(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(String::from)
        .collect();
    let mut out = Vec::new();
    for (name, value) in &record.fields {
        if name == "phone" && digits.len() >= 5 {
            let held = value.to_string().chars().filter(char::is_ascii_digit).collect::<String>();
            if held.contains(digits.trim_start_matches('0')) {
                out.push(SearchWhy { field: name.clone(), how: "digits".into() });
            }
            continue;
        }
        let held = match value {
            Value::String(s) => graph::sort_key(s),
            Value::Array(items) => {
                let texts = items.iter().filter_map(|i| i.as_str().or_else(|| i.get("value")?.as_str()));
                graph::sort_key(&texts.collect::<Vec<_>>().join(" "))
            }
            _ => continue,
        };
        let tokens: Vec<&str> = held.split(|c: char| !c.is_alphanumeric()).collect();
        if words.iter().any(|w| tokens.contains(&w.as_str())) {
            out.push(SearchWhy { field: name.clone(), how: "word".into() });
        } else if words.iter().any(|w| tokens.iter().any(|t| t.starts_with(w.as_str()))) {
            out.push(SearchWhy { field: name.clone(), how: "prefix".into() });
        }
    }
    out
}
