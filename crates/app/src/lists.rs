//! Lists, single records and their history.

use std::collections::BTreeSet;

use contracts::{
    AccountRow, Actor, ApiError, DeltaOp, EntityDetail, EntityId, EntityRef, EntityType, ErrorCode, FieldChange,
    FieldDictionary, HistoryEntry, ListQuery, MERGED_INTO, Page, Permission, PersonRow,
};
use graph::Record;
use serde_json::Value;
use store::{ListRequest, Reader, SORTS_ACCOUNT, SORTS_PERSON, StoreError};

use crate::access::Access;
use crate::error::{Failure, not_found};
use crate::{App, Outcome};

/// What can be typed into a search or filter.
pub(crate) const MAX_TEXT: usize = 200;

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
    Ok(ListRequest { sort, descending: query.descending, text, cursor: query.cursor.as_deref(), limit, masked: false })
}

/// What a role that does not see everything may ask of a list, and a list that tells no more than its rows do.
fn masked<'a>(access: &Access, entity: EntityType, mut request: ListRequest<'a>) -> Outcome<ListRequest<'a>> {
    if access.sees_all() {
        return Ok(request);
    }
    if request.text.is_some_and(|t| !t.trim().is_empty()) {
        access.may_search()?;
    }
    let field = match request.sort {
        "name" if entity == EntityType::Person => "full_name",
        // How many people an account has is no value of it.
        "people" => "name",
        sort => sort,
    };
    access.may_sort(entity, field)?;
    request.masked = true;
    Ok(request)
}

pub(crate) fn too_long() -> ApiError {
    ApiError::new(ErrorCode::BadInput, format!("The search text is longer than {MAX_TEXT} characters."), "Shorten it.")
        .at("text")
}

impl App {
    /// A window of Contacts.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for a sort, limit or cursor that is not offered.
    pub fn people(&self, actor: &Actor, query: &ListQuery) -> Outcome<Page<PersonRow>> {
        let access = self.permit(actor, Permission::ReadRecords)?;
        let request = masked(&access, EntityType::Person, request(query, SORTS_PERSON)?)?;
        let mut page = self.reading(|r| Ok(r.people(&request)?))?;
        if !access.sees_all() {
            page.rows.iter_mut().for_each(|row| mask_person(&access, row));
        }
        Ok(page)
    }

    /// A window of Accounts.
    ///
    /// # Errors
    /// As [`App::people`].
    pub fn accounts(&self, actor: &Actor, query: &ListQuery) -> Outcome<Page<AccountRow>> {
        let access = self.permit(actor, Permission::ReadRecords)?;
        let request = masked(&access, EntityType::Account, request(query, SORTS_ACCOUNT)?)?;
        let mut page = self.reading(|r| Ok(r.accounts(&request)?))?;
        if !access.sees_all() {
            page.rows.iter_mut().for_each(|row| mask_account(&access, row));
        }
        Ok(page)
    }

    /// One record with the records linked to it.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`].
    pub fn entity(&self, actor: &Actor, entity: EntityType, id: EntityId) -> Outcome<EntityDetail> {
        let access = self.permit(actor, Permission::ReadRecords)?;
        self.reading(|r| {
            // An old id leads to whoever absorbed its record.
            let at = r.resolve(EntityRef { entity, id })?;
            let id = at.id;
            let record = r.record(at)?.ok_or_else(|| not_found(entity.as_str(), id))?;
            let mut linked = Vec::new();
            for (other, kind) in neighbours(r, id)? {
                if let Some(there) = r.record(other)? {
                    linked.push(dossier::panel(other, &there, &artifacts(r, other.id)?, Some(&kind)));
                }
            }
            linked.sort_by(|a, b| a.entity.entity.cmp(&b.entity.entity).then(a.title.cmp(&b.title)));
            let mut panel = dossier::panel(at, &record, &artifacts(r, id)?, None);
            if !access.sees_all() {
                access.mask_panel(&mut panel);
                linked.iter_mut().for_each(|p| access.mask_panel(p));
            }
            Ok(EntityDetail {
                record: panel,
                linked,
                version: record.version,
                archived: record.archived,
                absorbed: crate::dossiers::absorbed(r, &access, at)?,
                not_the_same: crate::dossiers::not_the_same(r, &access, at)?,
            })
        })
    }

    /// Every change of a record, or of one field, newest first.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] when the record never existed.
    pub fn history(
        &self,
        actor: &Actor,
        entity: EntityType,
        id: EntityId,
        field: Option<&str>,
    ) -> Outcome<Vec<HistoryEntry>> {
        let access = self.permit(actor, Permission::ReadRecords)?;
        let masked = !access.sees_all();
        self.reading(|r| {
            let deltas = r.deltas_of(id)?;
            if !deltas.iter().any(|d| d.mutation.entity.entity == entity) {
                return Err(not_found(entity.as_str(), id).into());
            }
            let mut out = Vec::new();
            let back: BTreeSet<_> = deltas.iter().filter_map(|d| d.inverse_of).collect();
            for d in deltas.into_iter().rev() {
                let mut changes = d.mutation.changes;
                // One that only says of another that it was taken back; a confirmation changes nothing either.
                let confirms = d.cause.kind == dossier::CONFIRM && !back.contains(&d.delta_id);
                changes.retain(|c| confirms || c.before != c.after);
                if changes.is_empty() && d.mutation.op == DeltaOp::Update {
                    continue;
                }
                if let Some(field) = field {
                    changes.retain(|c| c.field == field);
                    if changes.is_empty() {
                        continue;
                    }
                }
                if masked {
                    mask_changes(&access, entity, &mut changes);
                }
                let file_name = match d.cause.batch_id {
                    // Files are often called after clients.
                    Some(_) if masked => None,
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

/// A row of Contacts as a role sees it.
fn mask_person(access: &Access, row: &mut PersonRow) {
    let e = EntityType::Person;
    row.name = access.shown_title(e, &row.name);
    // What the list shows of a phone or e-mail is one value of many: masked as such.
    for (field, cell) in [
        ("company_name", &mut row.company_name),
        ("job_title", &mut row.job_title),
        ("email", &mut row.email),
        ("phone", &mut row.phone),
        ("address", &mut row.city),
        ("lead_status", &mut row.lead_status),
        ("owner", &mut row.owner),
        ("last_activity_at", &mut row.last_activity_at),
        ("created_at", &mut row.created_at),
    ] {
        mask_cell(access, e, field, cell);
    }
}

fn mask_account(access: &Access, row: &mut AccountRow) {
    let e = EntityType::Account;
    row.name = access.shown_title(e, &row.name);
    for (field, cell) in [
        ("industry", &mut row.industry),
        ("domain", &mut row.domain),
        ("phone", &mut row.phone),
        ("address", &mut row.city),
        ("owner", &mut row.owner),
    ] {
        mask_cell(access, e, field, cell);
    }
}

fn mask_cell(access: &Access, entity: EntityType, field: &str, cell: &mut Option<String>) {
    if let Some(text) = cell.take() {
        *cell = Some(access.shown_text(entity, field, &text)).filter(|t| !t.is_empty());
    }
}

pub(crate) fn mask_record(access: &Access, entity: EntityType, record: &mut Record) {
    let fields = std::mem::take(&mut record.fields);
    record.fields = fields.into_iter().filter_map(|(f, v)| access.shown(entity, &f, &v).map(|v| (f, v))).collect();
}

/// Changes as a role sees them; bookkeeping such as links and merges holds ids only.
pub(crate) fn mask_changes(access: &Access, entity: EntityType, changes: &mut Vec<FieldChange>) {
    let old = std::mem::take(changes);
    changes.extend(old.into_iter().filter_map(|mut c| {
        if c.field == "link" || c.field == MERGED_INTO {
            return Some(c);
        }
        let after = access.shown(entity, &c.field, &c.after)?;
        c.before = access.shown(entity, &c.field, &c.before)?;
        c.after = after;
        Some(c)
    }));
}

/// Records linked to one, in either direction, with the kind of link.
pub(crate) fn neighbours(r: &Reader<'_>, id: EntityId) -> Result<Vec<(EntityRef, String)>, StoreError> {
    Ok(r.links_of(id)?.into_iter().map(|l| (if l.from.id == id { l.to } else { l.from }, l.kind)).collect())
}

/// A record's deltas as artifacts, oldest first.
pub(crate) fn artifacts(r: &Reader<'_>, id: EntityId) -> Result<Vec<contracts::ClientGraphDelta>, StoreError> {
    Ok(r.deltas_of(id)?.iter().map(store::StoredDelta::artifact).collect())
}

pub(crate) fn subtitle(record: &Record) -> String {
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
