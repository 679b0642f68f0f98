//! Work by hand: create, change, archive, restore; ask for a merge; take groups back (R7, R43-R46, R183).

use std::collections::{BTreeMap, BTreeSet};

use contracts::{
    Actor, AnyProposal, ApiError, BatchId, Cause, ColumnMapping, ColumnStatus, Correction, DeltaOp, EditResult,
    EntityId, EntityRef, EntityType, ErrorCode, FieldChange, GroupId, GroupUndone, KeptField, MergeAsked,
    MergeCandidate, NormalizedEntityProposal, Permission, ProposalAction, ProposalId, ProposalSource, ProvenanceRef,
    RowShape,
};
use graph::{Mutation, plan_undo};
use serde_json::Value;
use store::{GroupWrite, NewDelta, StoredDelta, Tx};
use understanding::{Mapping, MappingContext};

use crate::access::{Access, allow};
use crate::error::{Failure, not_found, refused};
use crate::imports::envelope;
use crate::imports::undo::{surroundings, touched};
use crate::{App, Outcome};

/// Records joined by one merge at most.
const MAX_MERGED: usize = 20;

impl App {
    /// Makes a record with these fields, typed as text and read as the importer reads cells.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] by policy, [`ErrorCode::BadInput`] naming a field that is unknown or can't be read.
    pub fn record_create(&self, actor: &Actor, entity: EntityType, fields: &[(String, String)]) -> Outcome<EditResult> {
        self.permit(actor, Permission::EditRecords)?;
        let values = self.typed(entity, fields)?;
        if values.is_empty() {
            return Err(ApiError::new(ErrorCode::BadInput, "A new record needs at least one field.", "Give its name."));
        }
        let done: Result<EditResult, Failure> = self.store.write(self.host.as_ref(), |tx| {
            let access = self.access_in(tx, actor)?;
            for (field, value) in &values {
                allow(&policy::may_edit(&access.policy, access.role, entity, field, &Value::Null, value))?;
            }
            let at = EntityRef { entity, id: EntityId(tx.new_id()) };
            let fields = values.iter().map(|(f, v)| (f.clone(), v.clone(), Vec::new(), None));
            write_edit(tx, actor, at, vec![Mutation::create(at, fields)])
        });
        done.map_err(ApiError::from)
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
        self.permit(actor, Permission::EditRecords)?;
        let values = self.typed(entity, fields)?;
        let done: Result<EditResult, Failure> = self.store.write(self.host.as_ref(), |tx| {
            let access = self.access_in(tx, actor)?;
            let at = tx.resolve(EntityRef { entity, id })?;
            let record = tx.record(at)?.ok_or_else(|| not_found(entity.as_str(), id))?;
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

    /// Asks for a merge: a proposal that somebody with the right decides. The survivor is proposed by stated rules
    /// ([`graph::propose_survivor`]).
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] by policy, or for records that can't be merged; [`ErrorCode::NotFound`].
    pub fn merge_ask(&self, actor: &Actor, entity: EntityType, ids: &[EntityId]) -> Outcome<MergeAsked> {
        self.permit(actor, Permission::Propose)?;
        if !(2..=MAX_MERGED).contains(&ids.len()) {
            return Err(ApiError::new(
                ErrorCode::BadInput,
                format!("{} records can't be merged at once.", ids.len()),
                format!("Name 2 to {MAX_MERGED} records."),
            ));
        }
        let asked: Result<ProposalId, Failure> = self.store.write(self.host.as_ref(), |tx| {
            let mut records: Vec<(EntityRef, graph::Record, usize)> = Vec::new();
            for id in ids {
                let at = tx.resolve(EntityRef { entity, id: *id })?;
                let record = tx.record(at)?.ok_or_else(|| not_found(entity.as_str(), id))?;
                let links = tx.links_of(at.id)?.len();
                if !records.iter().any(|(known, ..)| *known == at) {
                    records.push((at, record, links));
                }
            }
            if records.len() < 2 {
                return Err(refused("These are one record already.", "There is nothing to merge.").into());
            }
            let listed: Vec<_> = records.iter().map(|(at, record, links)| (*at, record, *links)).collect();
            let survivor = graph::propose_survivor(&listed).unwrap_or(records[0].0);
            let proposal_id = ProposalId(tx.new_id());
            let now = tx.now();
            let mut about = envelope::<NormalizedEntityProposal>(proposal_id.0, "velocity", actor, &now);
            about.provenance = vec![ProvenanceRef::Operator { id: actor.id.clone() }];
            let proposal = NormalizedEntityProposal {
                envelope: about,
                proposal_id,
                source: ProposalSource::Operator,
                import_id: None,
                batch_id: None,
                entity_type: entity,
                entity_id: survivor.id,
                action: ProposalAction::Merge,
                canonical_payload: Vec::new(),
                links: Vec::new(),
                merge_candidate_refs: records
                    .iter()
                    .filter(|(at, ..)| *at != survivor)
                    .map(|(at, ..)| MergeCandidate::plain(*at, 1.0, Vec::new()))
                    .collect(),
                review_required: true,
                review_reason: Some(format!("{} asked for these to become one record.", actor.id)),
                row_refs: Vec::new(),
                issues: Vec::new(),
                base_versions: records.iter().map(|(at, r, _)| (at.id.to_string(), r.version)).collect(),
            };
            self.file(tx, &AnyProposal::Normalized(proposal))?;
            Ok(proposal_id)
        });
        let proposal_id = asked.map_err(ApiError::from)?;
        let shown = self.reading(|r| {
            let access = self.access_in(r, actor)?;
            let filed = r.filed(proposal_id)?.ok_or_else(|| not_found("proposal", proposal_id))?;
            crate::review::shown(r, &access, actor, &filed)
        })?;
        Ok(MergeAsked {
            proposal_id,
            survivor: shown.entity,
            absorbed: shown.candidates.iter().map(|c| c.entity).collect(),
            consequences: shown.consequences,
            seen: shown.seen,
        })
    }

    /// Takes apart the merge that absorbed a record. Both stand again exactly as they were; what was edited since stays
    /// where it was put.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] by policy; [`ErrorCode::NotFound`] for a record that nobody absorbed.
    pub fn unmerge(&self, actor: &Actor, id: EntityId) -> Outcome<GroupUndone> {
        self.permit(actor, Permission::MergeRecords)?;
        let group = self.reading(|r| {
            let deltas = r.deltas_of(id)?;
            let taken_back: BTreeSet<_> = deltas.iter().filter_map(|d| d.inverse_of).collect();
            let merge = deltas.iter().rev().find(|d| {
                d.mutation.op == DeltaOp::Merge && d.inverse_of.is_none() && !taken_back.contains(&d.delta_id)
            });
            let not = || not_found("merged record", id);
            Ok(merge.map(|d| d.group).ok_or_else(not)?)
        })?;
        self.undo_group(actor, Some(group))
    }

    /// Takes a group of changes back, the newest one unless told otherwise, as far as nothing came on top.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] by policy: a merge is taken apart only by who may merge; and where nothing is left to take
    /// back.
    pub fn undo_group(&self, actor: &Actor, group: Option<GroupId>) -> Outcome<GroupUndone> {
        self.permit(actor, Permission::Undo)?;
        let done: Result<GroupUndone, Failure> = self.store.write(self.host.as_ref(), |tx| {
            let access = self.access_in(tx, actor)?;
            let nothing = || refused("There is nothing left to take back.", "Look at the history of the record.");
            let group = match group {
                Some(group) => group,
                None => tx.newest_group()?.ok_or_else(nothing)?,
            };
            let deltas = tx.standing_group(group)?;
            if deltas.is_empty() {
                return Err(nothing().into());
            }
            if deltas.iter().any(|d| matches!(d.mutation.op, DeltaOp::Merge | DeltaOp::Unmerge)) {
                access.permit(Permission::MergeRecords)?;
            }
            may_take_back(&access, &deltas)?;
            let import = deltas.iter().find_map(|d| d.cause.batch_id);
            let touched = touched(tx, &deltas)?;
            let plan = plan_undo(&touched, surroundings(tx, &touched)?);
            let unmerges = deltas.iter().any(|d| d.mutation.op == DeltaOp::Merge);
            let undone = write_undo(tx, actor, group, import, unmerges, plan)?;
            take_back_proposals(tx, actor, &undone)?;
            Ok(undone)
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
            let why = draft.issues.first().map_or_else(|| "it can't be read".to_string(), |i| i.message.clone());
            ApiError::new(ErrorCode::BadInput, format!("{name}: {why}."), "Write the value as people usually do.")
                .at(name.to_string())
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

/// Taking back is writing: an edit by hand only by who could have made it, and consent is loosened only by who may.
pub(crate) fn may_take_back(access: &Access, deltas: &[StoredDelta]) -> Result<(), Failure> {
    for d in deltas.iter().filter(|d| d.mutation.op == DeltaOp::Update) {
        let at = d.mutation.entity.entity;
        for c in &d.mutation.changes {
            if d.cause.kind == "edit" || policy::loosens_consent(at, &c.field, &c.after, &c.before) {
                allow(&policy::may_edit(&access.policy, access.role, at, &c.field, &c.after, &c.before))?;
            }
        }
    }
    Ok(())
}

/// Writes an edit by hand as one group.
fn write_edit(tx: &mut Tx<'_>, actor: &Actor, at: EntityRef, mutations: Vec<Mutation>) -> Result<EditResult, Failure> {
    let cause = Cause { kind: "edit".into(), decision_id: None, proposal_id: None, batch_id: None, row_number: None };
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

fn write_undo(
    tx: &mut Tx<'_>,
    actor: &Actor,
    undone: GroupId,
    batch_id: Option<BatchId>,
    unmerges: bool,
    plan: graph::UndoPlan,
) -> Result<GroupUndone, Failure> {
    let kept =
        plan.kept.iter().map(|k| KeptField { entity: k.entity, field: k.field.clone(), why: k.why.clone() }).collect();
    let reversed = plan.steps.len() as u64;
    let kind = if unmerges { "unmerge" } else { "undo" };
    let cause = Cause { kind: kind.into(), decision_id: None, proposal_id: None, batch_id, row_number: None };
    let group = GroupId(tx.new_id());
    if reversed > 0 {
        tx.commit_group(&GroupWrite {
            group,
            actor: actor.clone(),
            source_system: "velocity".into(),
            decision_id: None,
            import: None,
            deltas: plan
                .steps
                .into_iter()
                .map(|(id, mutation)| NewDelta { mutation, cause: cause.clone(), inverse_of: Some(id) })
                .collect(),
        })?;
    }
    Ok(GroupUndone { undone, group: (reversed > 0).then_some(group), reversed, kept })
}

/// The proposals that a group applied are rolled back; a row of an import says what became of it.
fn take_back_proposals(tx: &mut Tx<'_>, actor: &Actor, undone: &GroupUndone) -> Result<(), Failure> {
    if undone.reversed == 0 {
        return Ok(());
    }
    let kept: BTreeSet<EntityRef> = undone.kept.iter().map(|k| k.entity).collect();
    let mut rows = BTreeSet::new();
    for id in tx.proposals_of_group(undone.undone)? {
        let Some(filed) = tx.filed(id)? else { continue };
        if filed.state != "applied" {
            continue;
        }
        if let (Some(import), AnyProposal::Normalized(p)) = (filed.import, &filed.artifact)
            && let Some(row) = p.row_refs.first().copied()
        {
            // A company that came along for another row says nothing of the row that named it first.
            let of_row = tx.proposals_of_rows(import, filed.plan, row..=row)?;
            if of_row.iter().find(|s| s.stands()).is_some_and(|main| main.artifact.proposal_id == id) {
                rows.insert((import, row));
            }
        }
        crate::review::enter(tx, &filed.artifact, "rolled_back", actor)?;
    }
    for (import, row) in rows {
        crate::imports::undo::reversed(tx, import, tx.fates(import, None, row - 1, 1)?, &kept)?;
    }
    Ok(())
}
