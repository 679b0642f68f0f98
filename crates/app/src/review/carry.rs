//! Carrying a verdict out: the deltas of one group, the proposal's states, the row's fate.

use std::collections::{BTreeMap, BTreeSet};

use contracts::{
    Actor, AnyProposal, ApprovalDecision, Cause, Correction, DeltaOp, EntityRef, Fate, FieldChange, GroupId,
    NormalizedEntityProposal, ProposalAction, ProposalId,
};
use graph::Mutation;
use identity::{Features, Known};
use serde_json::Value;
use store::{Filed, GroupWrite, NewDelta, NewFate, Phase, Tx};

use crate::App;
use crate::error::{Failure, not_found, refused};
use crate::imports::apply::{mutations, was_refused};
use crate::imports::plan::{Decided, Planning};
use crate::imports::row::joined;
use crate::review::joining::{Choice, Joining};
use crate::review::{enter, item};

/// What carrying out a proposal did.
pub(crate) struct Carried {
    pub group: Option<GroupId>,
    pub changes: u64,
    pub entities: Vec<EntityRef>,
}

/// A change with the proposal that it carries out.
struct Part {
    mutation: Mutation,
    proposal: ProposalId,
    row: Option<u64>,
}

/// Changes with the proposals behind them, and the records that they concern.
#[derive(Default)]
struct Parts {
    changes: Vec<Part>,
    refs: Vec<EntityRef>,
}

impl Parts {
    fn add(&mut self, p: &NormalizedEntityProposal, mutations: Vec<Mutation>) {
        let (proposal, row) = (p.proposal_id, p.row_refs.first().copied());
        self.changes.extend(mutations.into_iter().map(|mutation| Part { mutation, proposal, row }));
        self.refs.push(EntityRef { entity: p.entity_type, id: p.entity_id });
    }

    fn makes(&self, at: EntityRef) -> bool {
        self.changes.iter().any(|c| c.mutation.op == DeltaOp::Create && c.mutation.entity == at)
    }
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
        choice: Choice,
    ) -> Result<Carried, Failure> {
        if let AnyProposal::Normalized(p) = &filed.artifact
            && p.action == ProposalAction::Unmerge
        {
            return self.carry_apart(tx, actor, p, decision);
        }
        let corrections = corrections(&filed.artifact, &decision.corrections)?;
        let (parts, row) = match &filed.artifact {
            AnyProposal::Normalized(p) => {
                self.normalized(tx, actor, filed, p, Choice { fields: corrections, ..choice })?
            }
            other => {
                let (mutation, proposal) = (overwrite(tx, other, corrections)?, other.proposal_id());
                (vec![Part { mutation, proposal, row: None }], None)
            }
        };
        let batch_id = match &filed.artifact {
            AnyProposal::Normalized(p) => p.batch_id,
            _ => None,
        };
        let cause = |part: &Part| Cause {
            kind: "decision".into(),
            decision_id: Some(decision.decision_id),
            proposal_id: Some(part.proposal),
            batch_id,
            row_number: part.row,
        };
        let group = GroupId(tx.new_id());
        let changes = parts.len() as u64;
        let entities = if parts.is_empty() {
            Vec::new()
        } else {
            tx.commit_group(&GroupWrite {
                group,
                actor: actor.clone(),
                source_system: filed.artifact.envelope().source_system.clone(),
                decision_id: Some(decision.decision_id),
                import: filed.import,
                deltas: parts
                    .into_iter()
                    .map(|part| NewDelta { cause: cause(&part), mutation: part.mutation, inverse_of: None })
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
        choice: Choice,
    ) -> Result<(Vec<Part>, Option<RowDone>), Failure> {
        let mut parts = Parts::default();
        let fate = match (p.action, p.row_refs.first().copied()) {
            (ProposalAction::Merge, None) => {
                let joining = Joining::of(tx, p, &choice)?.ok_or_else(gone)?;
                parts.add(p, joining.plan.steps);
                return Ok((parts.changes, None));
            }
            (ProposalAction::Merge, Some(row)) => {
                self.merge_row(tx, filed, p, row, choice, &mut parts)?;
                Fate::Merge
            }
            (action, row) => {
                let mut p = p.clone();
                correct(&mut p, &choice.fields);
                let own = mutations(tx, &p)?;
                parts.add(&p, own);
                if let (Some(import), Some(row)) = (filed.import, row) {
                    siblings(tx, actor, import, filed.plan, row, &p, &mut parts)?;
                }
                if action == ProposalAction::Create { Fate::Create } else { Fate::Update }
            }
        };
        bring_along(tx, actor, &mut parts)?;
        // Records first, then the links between them.
        parts.changes.sort_by_key(|c| c.mutation.op == DeltaOp::Link);
        parts.refs.sort();
        parts.refs.dedup();
        let Some((import, row)) = filed.import.zip(p.row_refs.first().copied()) else {
            return Ok((parts.changes, None));
        };
        // What became of a row its main record says; a company beside it may be decided before.
        let of_row = tx.proposals_of_rows(import, filed.plan, row..=row)?;
        let main = of_row.iter().find(|s| s.stands());
        let settled = main.is_none_or(|main| main.artifact.proposal_id == p.proposal_id || main.state == "applied");
        let done = settled.then_some(RowDone { import, row, fate, refs: parts.refs });
        Ok((parts.changes, done))
    }

    /// "The same person", the one proposed or another of the candidates: the row adds what it knows to the record, and replaces nothing but by correction.
    fn merge_row(
        &self,
        tx: &mut Tx<'_>,
        filed: &Filed,
        p: &NormalizedEntityProposal,
        row: u64,
        choice: Choice,
        parts: &mut Parts,
    ) -> Result<(), Failure> {
        let corrections = choice.fields;
        let (Some(import), Some(import_id)) = (filed.import, p.import_id) else { return Err(gone().into()) };
        let at = tx.resolve(EntityRef { entity: p.entity_type, id: choice.survivor.unwrap_or(p.entity_id) })?;
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
        let mut planning = Planning::of_somebody(tx, import_id, manifest, filed.plan, self.policy_in(tx)?)?;
        let planned = planning.row(tx, row, &Decided::Is(known))?;
        parts.refs.push(at);
        for mut found in planned.proposals {
            if (EntityRef { entity: found.entity_type, id: found.entity_id }) == at {
                // What differs stays as it is known, unless the reviewer chose otherwise.
                found.canonical_payload.retain(|f| match record.fields.get(&f.field) {
                    None => true,
                    Some(now) => now.is_array() && f.value.is_array(),
                });
                correct(&mut found, &corrections);
            }
            // Planned anew only to be carried out now: what was decided is the proposal that was shown.
            found.proposal_id = p.proposal_id;
            let own = mutations(tx, &found)?;
            parts.add(&found, own);
        }
        let touched = parts.changes.iter().any(|c| c.mutation.entity == at && c.mutation.op == DeltaOp::Update);
        let left: Vec<FieldChange> = if touched { Vec::new() } else { changes(&record, &corrections) };
        if !left.is_empty() {
            parts.add(p, vec![Mutation { entity: at, op: DeltaOp::Update, changes: left }]);
        }
        Ok(())
    }
}

/// The rest of a decided row: what needs no look of its own goes with it, as it would have in a set.
fn siblings(
    tx: &mut Tx<'_>,
    actor: &Actor,
    import: i64,
    plan: i64,
    row: u64,
    decided: &NormalizedEntityProposal,
    parts: &mut Parts,
) -> Result<(), Failure> {
    for s in tx.proposals_of_rows(import, plan, row..=row)? {
        let a = &s.artifact;
        if s.state != "proposed" || a.proposal_id == decided.proposal_id || a.review_required {
            continue;
        }
        // A link to a record that waits for a look of its own, or that another row was to make and has not.
        let at = EntityRef { entity: a.entity_type, id: a.entity_id };
        let made = |end: EntityRef| parts.makes(end) || (a.action == ProposalAction::Create && end == at);
        let mut whole = true;
        for end in a.links.iter().flat_map(|l| [l.from, l.to]) {
            whole &= made(end) || tx.record(end)?.is_some();
        }
        if whole {
            let own = mutations(tx, a)?;
            parts.add(a, own);
            tx.enter_state::<NormalizedEntityProposal>(a.proposal_id.0, "applied", actor)?;
        }
    }
    Ok(())
}

/// Records of other rows that the links of a decided row need, such as a company that an earlier row names too: they
/// come along where they need no look of their own.
fn bring_along(tx: &mut Tx<'_>, actor: &Actor, parts: &mut Parts) -> Result<(), Failure> {
    let mut ends = BTreeSet::new();
    for c in parts.changes.iter().filter(|c| c.mutation.op == DeltaOp::Link) {
        ends.insert(c.mutation.entity);
        ends.extend(c.mutation.other().map_err(store::StoreError::from)?);
    }
    for end in ends {
        if parts.makes(end) || tx.record(end)?.is_some() {
            continue;
        }
        if was_refused(tx, end)? {
            let mut kept = Vec::new();
            for part in std::mem::take(&mut parts.changes) {
                let other = part.mutation.other().map_err(store::StoreError::from)?;
                if part.mutation.op != DeltaOp::Link || (part.mutation.entity != end && other != Some(end)) {
                    kept.push(part);
                }
            }
            parts.changes = kept;
            continue;
        }
        let found = tx.open_about(end.id)?.into_iter().find_map(|filed| match filed.artifact {
            AnyProposal::Normalized(p)
                if p.action == ProposalAction::Create && !p.review_required && p.links.is_empty() =>
            {
                Some(p)
            }
            _ => None,
        });
        let Some(found) = found else {
            return Err(refused(
                format!("This is linked to a record of the kind {} that is not in the graph yet.", end.entity),
                "Decide the proposal that brings it first, then this one.",
            )
            .into());
        };
        let own = mutations(tx, &found)?;
        parts.add(&found, own);
        tx.enter_state::<NormalizedEntityProposal>(found.proposal_id.0, "applied", actor)?;
    }
    Ok(())
}

fn gone() -> contracts::ApiError {
    refused("One of the records is gone, or was merged before.", "Look at the records again.")
}

fn corrections_given(decision: &ApprovalDecision) -> bool {
    !decision.corrections.is_empty()
}

/// Corrections as a map, each of a field that the record has. Checked for shape when they are stored.
pub(crate) fn corrections(p: &AnyProposal, given: &[Correction]) -> Result<BTreeMap<String, Value>, Failure> {
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
    if matches!(p, AnyProposal::Enrichment(_)) {
        // What was found adds to a list; it says nothing against what is known.
        for (field, value) in &mut wanted {
            if let (Some(Value::Array(have)), Value::Array(found)) = (record.fields.get(field), &*value) {
                *value = joined(have, found);
            }
        }
    }
    wanted.extend(corrections);
    let changes = changes(&record, &wanted);
    if changes.is_empty() {
        return Err(refused("The record says this already.", "Reject the proposal: there is nothing to change.").into());
    }
    Ok(Mutation { entity: at, op: DeltaOp::Update, changes })
}
