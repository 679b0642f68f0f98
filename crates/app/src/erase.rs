//! Erasure by law: the one recorded exception to immutability (`contracts.md`, "Immutable, and yet erasable by law").
//!
//! Planned here, from the person outwards: whoever was merged into them, what describes only them, every raw row that
//! any of it rests on or may rest on, records that those rows once made and that are gone by now. Deals stay, without
//! what names the person. Carried out by the store in one transaction; its files are cleaned after it.

use std::collections::{BTreeMap, BTreeSet};

use contracts::{Actor, ApiError, EntityId, EntityRef, EntityType, ErasureReport, ErrorCode, Permission};
use serde_json::Value;
use store::{ErasureWrite, Reader};

use crate::error::{Failure, from_store, not_found, refused};
use crate::{App, Outcome};

/// Texts shorter than this name nobody.
const SHORT: usize = 4;

impl App {
    /// Erases a person: their record and history, those merged into them, what describes only them, the raw rows behind
    /// it, search terms, sentences that quote them. The audit chain verifies afterwards and tells that, when and why.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] for anyone but an owner; [`ErrorCode::BadInput`] for another kind of record or no reason;
    /// [`ErrorCode::NotFound`].
    pub fn erase(&self, actor: &Actor, entity: EntityType, id: EntityId, reason: &str) -> Outcome<ErasureReport> {
        self.permit(actor, Permission::Erase)?;
        if entity != EntityType::Person {
            return Err(ApiError::new(
                ErrorCode::BadInput,
                format!("A record of the kind {entity} can't be erased; only people have that right."),
                "Archive it instead.",
            )
            .at("entity"));
        }
        let reason = reason.trim();
        if reason.is_empty() || reason.chars().count() > 500 {
            return Err(ApiError::new(
                ErrorCode::BadInput,
                "An erasure needs a reason of 1 to 500 characters.",
                "Say why, without naming the person: the reason is kept.",
            )
            .at("reason"));
        }
        let erased: Result<ErasureReport, Failure> = self.store.write(self.host.as_ref(), |tx| {
            self.access_in(tx, actor)?.permit(Permission::Erase)?;
            let at = tx.resolve(EntityRef { entity, id })?;
            if tx.erasures()?.iter().any(|e| e.entity == at) {
                return Err(refused("This person was erased already.", "There is nothing left to erase.").into());
            }
            if tx.deltas_of(at.id)?.iter().all(|d| d.mutation.entity != at) {
                return Err(not_found("person", id).into());
            }
            let what = plan(tx, at)?;
            let low = reason.to_lowercase();
            if what.texts.iter().any(|t| low.contains(t.as_str())) {
                return Err(ApiError::new(
                    ErrorCode::BadInput,
                    "The reason names the person; it would outlive the erasure.",
                    "Say why without names, numbers or addresses.",
                )
                .at("reason")
                .into());
            }
            Ok(tx.erase(at, &what, reason, actor)?)
        });
        let mut report = erased.map_err(ApiError::from)?;
        let cleaned = match self.store.clean_erasures() {
            // The erasure stands whatever becomes of the files.
            Err(e) if e.is_busy() || e.disk().is_some() => store::Cleaned::default(),
            other => other.map_err(|e| from_store(&e))?,
        };
        if !cleaned.clean {
            tracing::warn!(erasure = %report.erasure_id, "no room, or another process reads; the files are cleaned at the next start");
        }
        report.clean = cleaned.clean;
        report.exports_deleted = cleaned.exports_deleted;
        report.exports_elsewhere = cleaned.exports_elsewhere;
        Ok(report)
    }

    /// Cleans the files of erasures that were cut off, or that another process kept from being cleaned.
    pub(crate) fn finish_erasures(&self) -> Outcome<()> {
        if !self.store.erasures_to_clean().map_err(|e| from_store(&e))? {
            return Ok(());
        }
        match self.store.clean_erasures() {
            // It comes to its turn at another start; a workspace must open meanwhile.
            Err(e) if e.is_busy() || e.disk().is_some() => {
                tracing::warn!("the files of an erasure could not be cleaned yet");
                Ok(())
            }
            other => other.map(drop).map_err(|e| from_store(&e)),
        }
    }
}

/// Everything that goes with a person.
fn plan(r: &Reader<'_>, person: EntityRef) -> Result<ErasureWrite, Failure> {
    let mut what = ErasureWrite::default();
    what.gone.insert(person);
    what.gone.extend(r.absorbed_by(person)?);
    loop {
        let before = (what.gone.len(), what.thinned.len(), what.rows.values().map(BTreeSet::len).sum::<usize>());
        for at in what.gone.clone() {
            dependents(r, at, &mut what)?;
        }
        for at in what.gone.clone().into_iter().chain(what.thinned.keys().copied().collect::<Vec<_>>()) {
            rows_of(r, at, &mut what)?;
        }
        beside(r, &mut what)?;
        ghosts(r, &mut what)?;
        what.thinned.retain(|at, _| !what.gone.contains(at));
        let after = (what.gone.len(), what.thinned.len(), what.rows.values().map(BTreeSet::len).sum::<usize>());
        if before == after {
            break;
        }
    }
    texts(r, &mut what)?;
    cells(r, &mut what)?;
    aside(r, &mut what)?;
    Ok(what)
}

/// Records that were ever linked to one that goes: they go too where they describe nobody else.
fn dependents(r: &Reader<'_>, at: EntityRef, what: &mut ErasureWrite) -> Result<(), Failure> {
    for from in r.ever_linked_to(at.id)? {
        if what.gone.contains(&from) {
            continue;
        }
        let others = r
            .links_of(from.id)?
            .into_iter()
            .filter(|l| l.from == from && l.to.entity == EntityType::Person && !what.gone.contains(&l.to))
            .count();
        match from.entity {
            EntityType::Household
            | EntityType::Requirement
            | EntityType::Interest
            | EntityType::Task
            | EntityType::Interaction
                if others == 0 =>
            {
                what.gone.insert(from);
                what.gone.extend(r.absorbed_by(from)?);
            }
            // A deal is the business's too: it stays, without what names the client.
            EntityType::Opportunity | EntityType::Task | EntityType::Interaction => {
                let fields = naming(r, from)?;
                what.thinned.insert(from, fields);
            }
            _ => {}
        }
    }
    Ok(())
}

/// The fields of a deal, task or call in which a client may be named.
fn naming(r: &Reader<'_>, at: EntityRef) -> Result<BTreeSet<String>, Failure> {
    let mut fields: BTreeSet<String> = r
        .deltas_of(at.id)?
        .into_iter()
        .flat_map(|d| d.mutation.changes)
        .map(|c| c.field)
        .filter(|f| {
            f.starts_with("custom.")
                || matches!(f.as_str(), "name" | "title" | "contact" | "description" | "lost_reason" | "source")
                || matches!(f.as_str(), "subject" | "body" | "participant" | "media_ref")
        })
        .collect();
    fields.remove("source");
    Ok(fields)
}

/// Raw rows that a record rests on, or may: by its proposals and by the cells of its values.
fn rows_of(r: &Reader<'_>, at: EntityRef, what: &mut ErasureWrite) -> Result<(), Failure> {
    for (batch, row) in r.rows_naming(at.id)? {
        what.rows.entry(batch).or_default().insert(row);
    }
    for d in r.deltas_of(at.id)? {
        for cell in d.mutation.changes.iter().flat_map(|c| &c.sources) {
            if let Some(batch) = r.batch(cell.batch_id)? {
                what.rows.entry(batch.batch).or_default().insert(cell.row_number);
            }
        }
    }
    Ok(())
}

/// Rows of the same bytes, as they were read another way, that overlap with those.
fn beside(r: &Reader<'_>, what: &mut ErasureWrite) -> Result<(), Failure> {
    for (batch, rows) in &what.rows {
        for row in rows {
            for (other, row) in r.rows_beside(*batch, *row)? {
                if !what.rows.get(&other).is_some_and(|rows| rows.contains(&row)) {
                    what.beside.entry(other).or_default().insert(row);
                }
            }
        }
    }
    Ok(())
}

/// Where another reading of the same bytes took one of the rows for its header, or for a record beside its data.
fn aside(r: &Reader<'_>, what: &mut ErasureWrite) -> Result<(), Failure> {
    for (batch, rows) in what.rows.clone() {
        for other in r.siblings(batch)?.into_iter().filter(|other| *other != batch) {
            let Some(stored) = r.batch_by_key(other)? else { continue };
            for row in &rows {
                for raw in r.rows(batch, *row, *row)? {
                    let cells = understanding::parse_row(&raw.bytes, &stored.artifact.dialect);
                    what.aside.entry(other).or_default().insert(understanding::listed(&cells));
                    if stored.artifact.dialect.header_row.is_some() && is_header(&cells, &stored.artifact.headers) {
                        what.headers.insert(other);
                    }
                }
            }
        }
    }
    Ok(())
}

fn is_header(cells: &[String], headers: &[String]) -> bool {
    let clean = |cell: &String| understanding::values::text::clean(cell).text.into_owned();
    let same = |(cell, header): (&String, &String)| cell.trim().is_empty() || clean(cell) == *header;
    cells.len() == headers.len() && cells.iter().zip(headers).all(same)
}

/// Records that those rows once made, in an import that was undone or planned anew, and that are gone by now: their
/// history holds the person too.
fn ghosts(r: &Reader<'_>, what: &mut ErasureWrite) -> Result<(), Failure> {
    let all = what.rows.iter().chain(&what.beside);
    let rows: Vec<(i64, u64)> = all.flat_map(|(b, rows)| rows.iter().map(|row| (*b, *row))).collect();
    for (batch, row) in rows {
        for at in r.named_by_row(batch, row)? {
            if at.entity == EntityType::Account || what.gone.contains(&at) {
                continue;
            }
            if r.record(at)?.is_none() && r.alias(at)?.is_none() {
                what.gone.insert(at);
            }
        }
    }
    Ok(())
}

/// What names the person: names, and contact values that nobody else has. Lower case, as they are looked for.
fn texts(r: &Reader<'_>, what: &mut ErasureWrite) -> Result<(), Failure> {
    let mut found = BTreeSet::new();
    for at in &what.gone {
        let mut values: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for d in r.deltas_of(at.id)? {
            for c in &d.mutation.changes {
                for side in [&c.before, &c.after] {
                    leaves(side, &mut |text| {
                        values.entry(c.field.clone()).or_default().insert(text.to_string());
                    });
                }
            }
        }
        for filed in r.filed_about(at.id)? {
            for f in &filed.canonical_payload {
                leaves(&f.value, &mut |text| {
                    values.entry(f.field.clone()).or_default().insert(text.to_string());
                });
            }
        }
        for (field, values) in values {
            let names = ["full_name", "phonetic_name", "nickname", "spouse.full_name"].contains(&field.as_str());
            let contact =
                ["email", "phone", "spouse.email", "spouse.phone", "assistant.phone"].contains(&field.as_str());
            for value in values {
                if names || (contact && !shared(r, what, &field, &value)?) {
                    found.insert(value.to_lowercase());
                }
            }
        }
    }
    what.texts = found.into_iter().filter(|t| t.chars().count() >= SHORT).collect();
    Ok(())
}

/// Whether a contact value belongs to somebody who stays as well: a family's line is not one person's to erase.
fn shared(r: &Reader<'_>, what: &ErasureWrite, field: &str, value: &str) -> Result<bool, Failure> {
    for entity in [EntityType::Person, EntityType::Account] {
        for id in r.by_contact_point(entity, field, &value.to_lowercase())? {
            if !what.gone.contains(&EntityRef { entity, id }) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

fn leaves(value: &Value, visit: &mut dyn FnMut(&str)) {
    match value {
        Value::String(s) if !s.trim().is_empty() => visit(s.trim()),
        Value::Array(items) => items.iter().for_each(|v| leaves(v, visit)),
        Value::Object(map) => {
            map.iter()
                .filter(|(k, _)| !matches!(k.as_str(), "label" | "system" | "is_primary"))
                .for_each(|(_, v)| leaves(v, visit));
        }
        _ => {}
    }
}

/// The cells of the rows that are blanked.
fn cells(r: &Reader<'_>, what: &mut ErasureWrite) -> Result<(), Failure> {
    let all: Vec<_> = what.rows.clone().into_iter().chain(what.beside.clone()).collect();
    for (batch, rows) in all {
        let Some(stored) = r.batch_by_key(batch)? else { continue };
        for row in rows {
            for raw in r.rows(batch, row, row)? {
                let cells = understanding::parse_row(&raw.bytes, &stored.artifact.dialect);
                what.cells.extend(cells.iter().map(|c| c.trim().to_string()).filter(|c| !c.is_empty()));
            }
        }
    }
    Ok(())
}
