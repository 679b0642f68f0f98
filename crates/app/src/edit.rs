//! Work by hand: create, change, archive, restore (R7, R43).

use std::collections::BTreeMap;

use contracts::{
    Actor, ApiError, BatchId, Cause, ColumnMapping, ColumnStatus, Correction, DeltaOp, EditResult, EntityId, EntityRef,
    EntityType, ErrorCode, FieldChange, GroupId, Permission, ProposalId, RowShape,
};
use graph::Mutation;
use serde_json::Value;
use store::{GroupWrite, NewDelta, Tx};
use understanding::{Mapping, MappingContext};

use crate::access::allow;
use crate::error::{Failure, not_found, refused};
use crate::{App, Outcome};

impl App {
    /// Makes a record with these fields, typed as text and read as the importer reads cells.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] by policy, [`ErrorCode::BadInput`] naming a field that is unknown or can't be read.
    pub fn record_create(&self, actor: &Actor, entity: EntityType, fields: &[(String, String)]) -> Outcome<EditResult> {
        self.record_create_about(actor, entity, fields, &[])
    }

    /// Changes fields of a record; an empty text empties a field.
    ///
    /// # Errors
    /// As [`App::record_create`]; [`ErrorCode::NotFound`].
    pub fn record_update(
        &self,
        actor: &Actor,
        entity: EntityType,
        id: EntityId,
        fields: &[(String, String)],
    ) -> Outcome<EditResult> {
        self.record_update_seen(actor, entity, id, fields, None)
    }

    /// As [`App::record_update`], refused where the record is of another version than the one that was seen.
    ///
    /// # Errors
    /// As there.
    pub fn record_update_seen(
        &self,
        actor: &Actor,
        entity: EntityType,
        id: EntityId,
        fields: &[(String, String)],
        version: Option<u64>,
    ) -> Outcome<EditResult> {
        self.permit(actor, Permission::EditRecords)?;
        let values = self.typed(entity, fields)?;
        let done: Result<EditResult, Failure> = self.store.write(self.host.as_ref(), |tx| {
            let access = self.access_in(tx, actor)?;
            let at = tx.resolve(EntityRef { entity, id })?;
            let record = tx.record(at)?.ok_or_else(|| not_found(entity.as_str(), id))?;
            if version.is_some_and(|seen| seen != record.version) {
                return Err(refused(
                    "Somebody changed this record since it was shown.",
                    "Look at it again, then repeat the change.",
                )
                .into());
            }
            let mut changes = Vec::new();
            for (field, after) in values {
                let before = record.fields.get(&field).cloned().unwrap_or(Value::Null);
                if before != after {
                    allow(&policy::may_edit(&access.policy, access.role, entity, &field, &before, &after))?;
                    changes.push(FieldChange { field, before, after, sources: Vec::new(), confidence: None });
                }
            }
            if changes.is_empty() {
                return Err(refused("The record says this already.", "There is nothing to change.").into());
            }
            write_edit(tx, actor, at, vec![Mutation { entity: at, op: DeltaOp::Update, changes }])
        });
        done.map_err(ApiError::from)
    }

    /// Hides a record from lists, or brings it back.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] by policy, or when it is so already; [`ErrorCode::NotFound`].
    pub fn record_archive(&self, actor: &Actor, entity: EntityType, id: EntityId, hide: bool) -> Outcome<EditResult> {
        self.permit(actor, Permission::ArchiveRecords)?;
        let done: Result<EditResult, Failure> = self.store.write(self.host.as_ref(), |tx| {
            let at = tx.resolve(EntityRef { entity, id })?;
            let record = tx.record(at)?.ok_or_else(|| not_found(entity.as_str(), id))?;
            if record.archived == hide {
                let is = if hide { "archived already" } else { "not archived" };
                return Err(refused(format!("The record is {is}."), "There is nothing to do.").into());
            }
            let op = if hide { DeltaOp::Archive } else { DeltaOp::Restore };
            write_edit(tx, actor, at, vec![Mutation { entity: at, op, changes: Vec::new() }])
        });
        done.map_err(ApiError::from)
    }

    /// Corrections of a proposal typed as text, read as the importer reads cells.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]; [`ErrorCode::BadInput`] naming the field that can't be read.
    pub fn read_corrections(
        &self,
        actor: &Actor,
        id: ProposalId,
        fields: &[(String, String)],
    ) -> Outcome<Vec<Correction>> {
        self.permit(actor, Permission::Decide)?;
        let filed = self.reading(|r| Ok(r.filed(id)?.ok_or_else(|| not_found("proposal", id))?))?;
        let values = self.typed(filed.artifact.entity().entity, fields)?;
        Ok(values.into_iter().map(|(field, value)| Correction { field, value }).collect())
    }

    /// Fields typed as text, read as the importer reads a cell of that column; an empty text empties the field.
    pub(crate) fn typed(&self, entity: EntityType, fields: &[(String, String)]) -> Outcome<BTreeMap<String, Value>> {
        let mut out = BTreeMap::new();
        for (field, text) in fields {
            let field = field.trim().trim_end_matches("[]");
            let bad = |why: String| ApiError::new(ErrorCode::BadInput, why, "Use a field of the dictionary.").at(field);
            let path =
                contracts::FieldPath::parse(&format!("{entity}.{field}")).map_err(|why| bad(format!("{why}.")))?;
            let value = if text.trim().is_empty() {
                Value::Null
            } else if let Ok(json @ (Value::Array(_) | Value::Object(_))) = serde_json::from_str(text) {
                json
            } else {
                self.read_text(entity, &format!("{entity}.{field}"), &path.name, text)?
            };
            out.insert(path.name.clone(), value);
        }
        Ok(out)
    }

    fn read_text(&self, entity: EntityType, path: &str, name: &str, text: &str) -> Outcome<Value> {
        use contracts::FieldKind as K;
        let kind = contracts::field(entity, name).map_or(K::Text, |d| d.kind);
        if matches!(kind, K::Text | K::LongText | K::Choice) {
            return Ok(Value::String(text.trim().into()));
        }
        let column = |index: u32, path: &str| ColumnMapping {
            index,
            header: path.into(),
            status: ColumnStatus::Mapped,
            field: Some(path.into()),
            label: None,
            slot: None,
            transform: None,
            date_order: None,
            confidence: 1.0,
            evidence: Vec::new(),
            question: None,
            habits: Vec::new(),
            samples: Vec::new(),
            filled: 1,
            distinct: 1,
            by_person: true,
            value_map: Vec::new(),
            default_value: None,
            unread: contracts::Unread::Ask,
            keep_sentinels: false,
            choices: Vec::new(),
        };
        let context = MappingContext {
            batch_id: BatchId(uuid::Uuid::nil()),
            source_system: "velocity".into(),
            row_entity: entity,
            phone_region: self.about.default_region.clone(),
        };
        // A row without a name is nobody's: the value is read beside one that is thrown away.
        let named = match entity {
            EntityType::Person => "person.full_name",
            EntityType::Account => "account.name",
            EntityType::Opportunity => "opportunity.name",
            EntityType::Task => "task.title",
            EntityType::Interaction => "interaction.subject",
            EntityType::Household => "household.spouse.full_name",
            EntityType::Requirement => "requirement.timeframe",
            EntityType::Interest => "interest.property.name",
        };
        let mapping = Mapping::compile(&[column(0, path), column(1, named)], context)
            .map_err(|e| ApiError::from(Failure::from(e)))?;
        let draft = mapping.project(1, RowShape::Ok, &[text.to_string(), "Somebody".to_string()]);
        let found = draft
            .records
            .into_iter()
            .filter(|r| r.entity == entity)
            .flat_map(|r| r.fields)
            .find(|f| f.field == name)
            .map(|f| f.value);
        let unread = || {
            let why = draft.issues.first().map_or("It can't be read", |i| i.message.as_str());
            let why = why.strip_prefix(path).map_or(why, |rest| rest.trim_start_matches([':', ' ']));
            let title = contracts::spoken(path);
            let title = title.split_at_checked(1).map_or(title.clone(), |(a, z)| a.to_uppercase() + z);
            ApiError::new(ErrorCode::BadInput, format!("{title}: {why}."), way_out(kind)).at(name.to_string())
        };
        match found {
            // A number that can't be dialled is kept by an import, which has nobody to ask; here somebody sits.
            Some(Value::Array(items))
                if items.iter().any(|i| i.get("value").is_some_and(|v| v.as_str() == Some(""))) =>
            {
                Err(unread())
            }
            Some(value) => Ok(value),
            None => Err(unread()),
        }
    }
}

/// What somebody writes instead of a text that can't be read as a value of this kind.
fn way_out(kind: contracts::FieldKind) -> &'static str {
    use contracts::FieldKind as K;
    match kind {
        K::Date => "Write a day, such as 24 May 1988.",
        K::DateTime => "Write a day and a time, such as 24 May 2026 15:30.",
        K::Phone => "Write the whole number with its country, such as +91 98300 12345.",
        K::Email => "Write an address, such as name@example.com.",
        K::Money => "Write an amount with its currency, such as INR 2.4 Cr.",
        K::Number => "Write a number, such as 12.5.",
        K::Area => "Write a number with its unit, such as 1250 sq ft.",
        K::Bool => "Write yes or no.",
        _ => "Write the value as people usually do.",
    }
}

/// Writes an edit by hand as one group.
pub(crate) fn write_edit(
    tx: &mut Tx<'_>,
    actor: &Actor,
    at: EntityRef,
    mutations: Vec<Mutation>,
) -> Result<EditResult, Failure> {
    write_caused(tx, actor, at, "edit", mutations)
}

/// Writes what a person did by hand as one group, under the name of its cause.
pub(crate) fn write_caused(
    tx: &mut Tx<'_>,
    actor: &Actor,
    at: EntityRef,
    kind: &str,
    mutations: Vec<Mutation>,
) -> Result<EditResult, Failure> {
    let cause = Cause { kind: kind.into(), decision_id: None, proposal_id: None, batch_id: None, row_number: None };
    let group = GroupId(tx.new_id());
    let changes = mutations.len() as u64;
    tx.commit_group(&GroupWrite {
        group,
        actor: actor.clone(),
        source_system: "velocity".into(),
        decision_id: None,
        import: None,
        deltas: mutations
            .into_iter()
            .map(|mutation| NewDelta { mutation, cause: cause.clone(), inverse_of: None })
            .collect(),
    })?;
    Ok(EditResult { entity: at, group, changes })
}
