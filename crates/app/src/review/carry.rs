//! Carrying a verdict out: the deltas of one group, the proposal's states, the row's fate.

use std::collections::BTreeMap;

use contracts::{
    Actor, AnyProposal, ApprovalDecision, Cause, Correction, DeltaOp, EntityRef, Fate, FieldChange, GroupId,
    NormalizedEntityProposal, ProposalAction,
};
use graph::Mutation;
use identity::{Features, Known};
use serde_json::Value;
use store::{Filed, GroupWrite, NewDelta, NewFate, Phase, Tx};

use crate::App;
use crate::error::{Failure, not_found, refused};
use crate::imports::approve::mutations;
use crate::imports::plan::{Decided, Planning};
use crate::review::{enter, item};

/// What carrying out a proposal did.
pub(crate) struct Carried {
    pub group: Option<GroupId>,
    pub changes: u64,
    pub entities: Vec<EntityRef>,
}

/// A row that a verdict settled: its fate afterwards.
struct RowDone {
    import: i64,
    row: u64,
    fate: Fate,
    refs: Vec<EntityRef>,
}

impl App {
    /// Applies an approved proposal as one group, with what of its row needs no look of its own.
    pub(crate) fn carry_out(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        filed: &Filed,
        decision: &ApprovalDecision,
    ) -> Result<Carried, Failure> {
        let corrections = corrections(&filed.artifact, &decision.corrections)?;
        let (mutations, row) = match &filed.artifact {
            AnyProposal::Normalized(p) => self.normalized(tx, actor, filed, p, corrections)?,
            other => (vec![overwrite(tx, other, corrections)?], None),
        };
        let (batch_id, row_number) = match &filed.artifact {
            AnyProposal::Normalized(p) => (p.batch_id, p.row_refs.first().copied()),
            _ => (None, None),
        };
        let cause = Cause {
            kind: "decision".into(),
            decision_id: Some(decision.decision_id),
            proposal_id: Some(filed.artifact.proposal_id()),
            batch_id,
            row_number,
        };
        let group = GroupId(tx.new_id());
        let changes = mutations.len() as u64;
        let entities = if mutations.is_empty() {
            Vec::new()
        } else {
            tx.commit_group(&GroupWrite {
                group,
                actor: actor.clone(),
                source_system: filed.artifact.envelope().source_system.clone(),
                decision_id: Some(decision.decision_id),
                import: filed.import,
                deltas: mutations
                    .into_iter()
                    .map(|mutation| NewDelta { mutation, cause: cause.clone(), inverse_of: None })
                    .collect(),
            })?
        };
        let verdict = match (&filed.artifact, corrections_given(decision)) {
            (AnyProposal::Normalized(_), true) => "corrected",
            _ => "approved",
        };
        enter(tx, &filed.artifact, verdict, actor)?;
        enter(tx, &filed.artifact, "applied", actor)?;
        if let Some(done) = row {
            let step = tx.next_step(done.import, false)?;
            let fate = NewFate { row_number: done.row, fate: done.fate, reason: "", refs: &done.refs };
            tx.insert_fate(done.import, step, Phase::Applied, &fate)?;
        }
        Ok(Carried { group: (changes > 0).then_some(group), changes, entities })
    }

    fn normalized(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        filed: &Filed,
        p: &NormalizedEntityProposal,
        corrections: BTreeMap<String, Value>,
    ) -> Result<(Vec<Mutation>, Option<RowDone>), Failure> {
        match (p.action, p.row_refs.first().copied()) {
            (ProposalAction::Merge, None) => {
                let plan = item::merge_plan(tx, p, corrections)?.ok_or_else(gone)?;
                Ok((plan.steps, None))
            }
            (ProposalAction::Merge, Some(row)) => self.merge_row(tx, filed, p, row, corrections),
            (_, row) => {
                let mut p = p.clone();
                correct(&mut p, &corrections);
                let mut out = mutations(tx, &p)?;
                let mut refs = vec![EntityRef { entity: p.entity_type, id: p.entity_id }];
                let done = match (filed.import, row) {
                    (Some(import), Some(row)) => {
                        self.siblings(tx, actor, import, filed.plan, row, &p, &mut out, &mut refs)?;
                        let fate = if p.action == ProposalAction::Create { Fate::Create } else { Fate::Update };
                        Some(RowDone { import, row, fate, refs })
                    }
                    _ => None,
                };
                // Records first, then the links between them.
                out.sort_by_key(|m| m.op == DeltaOp::Link);
                Ok((out, done))
            }
        }
    }

    /// The rest of a decided row: what needs no look of its own goes with it, as it would have in a set.
    #[expect(clippy::too_many_arguments, reason = "one place, and each says what it is")]
    fn siblings(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        import: i64,
        plan: i64,
        row: u64,
        decided: &NormalizedEntityProposal,
        out: &mut Vec<Mutation>,
        refs: &mut Vec<EntityRef>,
    ) -> Result<(), Failure> {
        for s in tx.proposals_of_rows(import, plan, row..=row)? {
            let a = &s.artifact;
            if s.state != "proposed" || a.proposal_id == decided.proposal_id || a.review_required {
                continue;
            }
            // A link to a record that another row was to make, and has not.
            let at = EntityRef { entity: a.entity_type, id: a.entity_id };
            let made = |end: &EntityRef| refs.contains(end) || (a.action == ProposalAction::Create && *end == at);
            let mut whole = true;
            for end in a.links.iter().flat_map(|l| [l.from, l.to]) {
                whole &= made(&end) || tx.record(end)?.is_some();
            }
            if !whole {
                continue;
            }
            out.extend(mutations(tx, a)?);
            refs.push(at);
            tx.enter_state::<NormalizedEntityProposal>(a.proposal_id.0, "applied", actor)?;
        }
        Ok(())
    }

    /// "The same person": the row adds what it knows to the record, and replaces nothing but by correction.
    fn merge_row(
        &self,
        tx: &mut Tx<'_>,
        filed: &Filed,
        p: &NormalizedEntityProposal,
        row: u64,
        corrections: BTreeMap<String, Value>,
    ) -> Result<(Vec<Mutation>, Option<RowDone>), Failure> {
        let (Some(import), Some(import_id)) = (filed.import, p.import_id) else { return Err(gone().into()) };
        let at = tx.resolve(EntityRef { entity: p.entity_type, id: p.entity_id })?;
        let record = tx.record(at)?.ok_or_else(|| {
            refused(
                "The record that this row may be is not in the graph yet.",
                "Approve the row that brings it first, then decide this one.",
            )
        })?;
        let manifest = tx.newest_manifest(import)?.ok_or_else(|| not_found("manifest of import", import_id))?;
        let known = Known {
            entity: at,
            title: graph::title(at.entity, &record.fields),
            features: Features::of(|f| record.fields.get(f)),
            row: None,
        };
        let mut planning = Planning::open(tx, import_id, manifest, filed.plan, self.policy_in(tx)?)?;
        let planned = planning.row(tx, row, Decided::Is(known))?;
        let (mut out, mut refs) = (Vec::new(), vec![at]);
        for mut found in planned.proposals {
            let own = EntityRef { entity: found.entity_type, id: found.entity_id };
            if own == at {
                // What differs stays as it is known, unless the reviewer chose otherwise.
                found.canonical_payload.retain(|f| match record.fields.get(&f.field) {
                    None => true,
                    Some(now) => now.is_array() && f.value.is_array(),
                });
                correct(&mut found, &corrections);
            }
            out.extend(mutations(tx, &found)?);
            refs.push(own);
        }
        let touched = out.iter().any(|m: &Mutation| m.entity == at && m.op == DeltaOp::Update);
        let left: Vec<FieldChange> = if touched { Vec::new() } else { changes(&record, &corrections) };
        if !left.is_empty() {
            out.push(Mutation { entity: at, op: DeltaOp::Update, changes: left });
        }
        out.sort_by_key(|m| m.op == DeltaOp::Link);
        refs.sort();
        refs.dedup();
        Ok((out, Some(RowDone { import, row, fate: Fate::Merge, refs })))
    }
}

fn gone() -> contracts::ApiError {
    refused("One of the records is gone, or was merged before.", "Look at the records again.")
}

fn corrections_given(decision: &ApprovalDecision) -> bool {
    !decision.corrections.is_empty()
}

/// Corrections as a map, each of a field that the record has. Checked for shape when they are stored.
fn corrections(p: &AnyProposal, given: &[Correction]) -> Result<BTreeMap<String, Value>, Failure> {
    let entity = p.entity().entity;
    let mut out = BTreeMap::new();
    for c in given {
        contracts::FieldPath::parse(&format!("{entity}.{}", c.field)).map_err(|why| {
            contracts::ApiError::new(
                contracts::ErrorCode::BadInput,
                format!("{why}."),
                "Correct a field of the record.",
            )
            .at(c.field.clone())
        })?;
        out.insert(c.field.clone(), c.value.clone());
    }
    Ok(out)
}

/// Puts what the reviewer wrote in place of what was proposed. Its source is the decision itself.
fn correct(p: &mut NormalizedEntityProposal, corrections: &BTreeMap<String, Value>) {
    p.canonical_payload.retain(|f| !corrections.contains_key(&f.field));
    p.canonical_payload.extend(corrections.iter().map(|(field, value)| contracts::ProposedField {
        field: field.clone(),
        value: value.clone(),
        confidence: 1.0,
        sources: Vec::new(),
    }));
}

fn changes(record: &graph::Record, wanted: &BTreeMap<String, Value>) -> Vec<FieldChange> {
    wanted
        .iter()
        .map(|(field, after)| FieldChange {
            field: field.clone(),
            before: record.fields.get(field).cloned().unwrap_or(Value::Null),
            after: after.clone(),
            sources: Vec::new(),
            confidence: None,
        })
        .filter(|c| c.before != c.after)
        .collect()
}

/// A machine's or provider's suggestion as one update of its record.
fn overwrite(tx: &Tx<'_>, p: &AnyProposal, corrections: BTreeMap<String, Value>) -> Result<Mutation, Failure> {
    let at = tx.resolve(p.entity())?;
    let record = tx.record(at)?.ok_or_else(gone)?;
    let mut wanted: BTreeMap<String, Value> = item::wishes(p).into_iter().map(|w| (w.field, w.value)).collect();
    wanted.extend(corrections);
    let changes = changes(&record, &wanted);
    if changes.is_empty() {
        return Err(refused("The record says this already.", "Reject the proposal: there is nothing to change.").into());
    }
    Ok(Mutation { entity: at, op: DeltaOp::Update, changes })
}
