//! Confirm and correct: what a person says of one value with its provenance in view (R84, R86).
//!
//! A confirmation is a delta that changes nothing: its before and after are what somebody saw and said is so. So it has its
//! actor and time, travels with the log, stands in the audit chain and is taken back like anything else.

use contracts::{
    Actor, ApiError, ConfirmArgs, CorrectArgs, DeltaOp, EditResult, EntityId, EntityRef, EntityType, ErrorCode,
    FieldChange, FieldPath, Permission,
};
use graph::Mutation;
use serde_json::Value;

use crate::access::allow;
use crate::edit::{write_caused, write_edit};
use crate::error::{Failure, not_found, refused};
use crate::{App, Outcome};

impl App {
    /// The values of a field as they stand, for somebody who is about to confirm or correct one: each item of a list.
    ///
    /// # Errors
    /// As [`App::fact_confirm`].
    pub fn values_to_say(&self, actor: &Actor, entity: EntityType, id: EntityId, field: &str) -> Outcome<Vec<Value>> {
        let access = self.permit(actor, Permission::EditRecords)?;
        let field = field_of(entity, field)?;
        access.may_see(entity, &field)?;
        self.reading(|r| {
            let at = r.resolve(EntityRef { entity, id })?;
            let record = r.record(at)?.ok_or_else(|| not_found(entity.as_str(), id))?;
            Ok(match record.fields.get(&field) {
                Some(Value::Array(items)) => items.clone(),
                Some(one) => vec![one.clone()],
                None => Vec::new(),
            })
        })
    }

    /// Notes that somebody confirmed a field as it reads: a field of many values as a whole.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] by policy, and where the field reads otherwise than what was seen;
    /// [`ErrorCode::NotFound`]; [`ErrorCode::BadInput`] for a field that is not in the dictionary.
    pub fn fact_confirm(&self, actor: &Actor, args: &ConfirmArgs) -> Outcome<EditResult> {
        self.permit(actor, Permission::EditRecords)?;
        let field = field_of(args.entity, &args.field)?;
        let done: Result<EditResult, Failure> = self.store.write(self.host.as_ref(), |tx| {
            let access = self.access_in(tx, actor)?;
            // Nobody vouches for what they see masked.
            access.may_see(args.entity, &field)?;
            let at = tx.resolve(EntityRef { entity: args.entity, id: args.id })?;
            let record = tx.record(at)?.ok_or_else(|| not_found(args.entity.as_str(), args.id))?;
            let now = record.fields.get(&field).filter(|now| reads(now, &args.seen));
            let Some(now) = now.cloned() else { return Err(stale(&field).into()) };
            allow(&policy::may_edit(&access.policy, access.role, args.entity, &field, &now, &now))?;
            let change = FieldChange { field, before: now.clone(), after: now, sources: Vec::new(), confidence: None };
            let mutation = Mutation { entity: at, op: DeltaOp::Update, changes: vec![change] };
            write_caused(tx, actor, at, dossier::CONFIRM, vec![mutation])
        });
        done.map_err(ApiError::from)
    }

    /// Writes one value of a field anew, read as the importer reads a cell; the other values of the field stay as they are.
    /// Nothing typed takes the value away.
    ///
    /// # Errors
    /// As [`App::fact_confirm`]; [`ErrorCode::BadInput`] for what can't be read.
    pub fn fact_correct(&self, actor: &Actor, args: &CorrectArgs) -> Outcome<EditResult> {
        self.permit(actor, Permission::EditRecords)?;
        let field = field_of(args.entity, &args.field)?;
        let typed = self.typed(args.entity, &[(field.clone(), args.text.clone())])?;
        let typed = typed.get(&field).cloned().unwrap_or(Value::Null);
        let done: Result<EditResult, Failure> = self.store.write(self.host.as_ref(), |tx| {
            let access = self.access_in(tx, actor)?;
            let at = tx.resolve(EntityRef { entity: args.entity, id: args.id })?;
            let record = tx.record(at)?.ok_or_else(|| not_found(args.entity.as_str(), args.id))?;
            let before = record.fields.get(&field).cloned().unwrap_or(Value::Null);
            let after = match &before {
                Value::Array(items) => replaced(items, &args.seen, &typed).ok_or_else(|| stale(&field))?,
                one if reads(one, &args.seen) => typed,
                _ => return Err(stale(&field).into()),
            };
            if after == before {
                return Err(refused("The record says this already.", "Confirm the value instead.").into());
            }
            allow(&policy::may_edit(&access.policy, access.role, args.entity, &field, &before, &after))?;
            let change = FieldChange { field, before, after, sources: Vec::new(), confidence: None };
            write_edit(tx, actor, at, vec![Mutation { entity: at, op: DeltaOp::Update, changes: vec![change] }])
        });
        done.map_err(ApiError::from)
    }
}

fn field_of(entity: EntityType, field: &str) -> Outcome<String> {
    let name = field.trim().trim_end_matches("[]");
    FieldPath::parse(&format!("{entity}.{name}")).map(|path| path.name).map_err(|why| {
        ApiError::new(ErrorCode::BadInput, format!("{why}."), "Use a field of the dictionary.").at("field")
    })
}

/// Whether a field reads as somebody saw it: a list may be seen item by item.
fn reads(now: &Value, seen: &Value) -> bool {
    now == seen || now.as_array().is_some_and(|items| items.contains(seen))
}

fn stale(field: &str) -> ApiError {
    refused(
        format!("{} reads otherwise by now.", contracts::spoken(field)),
        "Look at it again: somebody changed it meanwhile.",
    )
}

/// A list with one item written anew: label and rank of the old one stay where the new one says nothing of them.
fn replaced(items: &[Value], seen: &Value, typed: &Value) -> Option<Value> {
    let place = items.iter().position(|i| i == seen)?;
    let mut new: Vec<Value> = match typed {
        Value::Array(new) => new.clone(),
        Value::Null => Vec::new(),
        one => vec![one.clone()],
    };
    if let (Some(Value::Object(new)), Value::Object(old)) = (new.first_mut(), seen) {
        for key in ["label", "network", "is_primary"] {
            if let Some(was) = old.get(key).filter(|v| !v.is_null()) {
                new.insert(key.into(), was.clone());
            }
        }
        if old.get("is_primary") != Some(&Value::Bool(true)) {
            new.insert("is_primary".into(), Value::Bool(false));
        }
    }
    // Further values typed at once stand behind, and none of them is the first of the field.
    for more in new.iter_mut().skip(1) {
        if let Value::Object(more) = more
            && more.contains_key("is_primary")
        {
            more.insert("is_primary".into(), Value::Bool(false));
        }
    }
    let mut out: Vec<Value> = Vec::with_capacity(items.len() + new.len());
    for (i, item) in items.iter().enumerate() {
        if i == place {
            out.append(&mut new);
        } else {
            out.push(item.clone());
        }
    }
    // Two spellings of one number became one.
    let mut unique: Vec<Value> = Vec::with_capacity(out.len());
    for item in out {
        if !unique.contains(&item) {
            unique.push(item);
        }
    }
    Some(if unique.is_empty() { Value::Null } else { Value::Array(unique) })
}
