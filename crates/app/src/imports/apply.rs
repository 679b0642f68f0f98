//! Carrying a decision, or a rule, out: the rows of an import become groups of deltas, each whole or not at all (R28).

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use contracts::{
    Actor, Cause, DecisionId, DeltaOp, EntityRef, EntityType, Fate, FieldChange, GroupId, NormalizedEntityProposal,
    PolicyData, ProposalAction, ProposalId, ProposalSource, SetFilter,
};
use graph::Mutation;
use serde_json::Value;
use store::{GroupWrite, ImportRecord, NewDelta, NewFate, Phase, Reader, StoredProposal, Tx};

use crate::error::{Failure, not_found};
use crate::imports::govern;

/// Proposals of an import being applied, by a decision on their set or by a rule.
pub(crate) struct Applying {
    pub import: ImportRecord,
    pub step: i64,
    pub filter: SetFilter,
    /// None where a rule applies them.
    pub set: Option<DecisionId>,
    pub source_system: String,
    /// The policy whose rule applies them.
    pub by_rule: Option<Arc<PolicyData>>,
    /// The length of the log, as long as nobody but this approval has written to it since the rows were planned: then
    /// nobody came in who could be one of them.
    pub alone: Cell<Option<u64>>,
}

impl Applying {
    /// Asks once whether the graph still is as the plan saw it.
    pub(crate) fn look_around(&self, r: &Reader<'_>) -> Result<(), Failure> {
        let import = &self.import;
        let Some(since) = r.plan_begun(import.import, import.plan)? else { return Ok(()) };
        // Rows that a person decided were planned anew, and may say what other rows say.
        let alone = !r.has_single_decisions(import.import)? && r.only_written_by(import.import, self.set, &since)?;
        self.alone.set(if alone { Some(r.graph_version()?) } else { None });
        Ok(())
    }
}

fn eligible(p: &StoredProposal, filter: &SetFilter) -> bool {
    p.state == "proposed"
        && !p.artifact.review_required
        && p.artifact.action != ProposalAction::Merge
        && filter.actions.contains(&p.artifact.action)
        && p.artifact.envelope.confidence.unwrap_or(1.0) >= filter.min_confidence
}

/// What applying some rows did.
#[derive(Default)]
pub(crate) struct Applied {
    pub actions: Vec<ProposalAction>,
    /// Rows that the graph has moved on from since they were planned: to be planned again.
    pub overtaken: Vec<u64>,
}

/// Why a row can't be applied whole.
enum Obstacle {
    /// It waits for somebody or something.
    Waits(&'static str),
    /// What it was planned on stands no longer.
    Overtaken,
}

/// Applies the chosen proposals of some rows, each row as one group, and appends every row's fate as it happened.
pub(crate) fn apply_rows(
    tx: &mut Tx<'_>,
    actor: &Actor,
    begun: &Applying,
    rows: std::ops::RangeInclusive<u64>,
) -> Result<Applied, Failure> {
    let (import, plan) = (begun.import.import, begun.import.plan);
    tx.index_later();
    if begun.alone.get() != Some(tx.graph_version()?) {
        begun.alone.set(None);
    }
    let mut proposals: BTreeMap<u64, Vec<StoredProposal>> = BTreeMap::new();
    for p in tx.proposals_of_rows(import, plan, rows.clone())? {
        if let Some(row) = p.artifact.row_refs.first().filter(|_| p.stands()) {
            proposals.entry(*row).or_default().push(p);
        }
    }
    let span = u32::try_from(rows.end() - rows.start() + 1).unwrap_or(u32::MAX);
    let fates = tx.fates(import, None, rows.start() - 1, span)?;
    let mut applied = Applied::default();
    let mut writing = Writing::default();
    for row in fates {
        let mut own = proposals.remove(&row.row_number).unwrap_or_default();
        if begun.alone.get().is_none() || !own.iter().all(|p| only_adds(&p.artifact)) {
            // What is asked below is asked of the graph as the rows before left it.
            writing.groups(tx)?;
        }
        let of_row: Vec<&StoredProposal> = own.iter().collect();
        // The main record says it: a company beside it may have come with another row that needed it.
        let begun_before = of_row.first().is_some_and(|p| p.state == "applied");
        if let Some(policy) = &begun.by_rule
            && (begun_before || !govern::rule_may_apply(tx, policy, &begun.import, row.row_number, &of_row)?)
        {
            continue;
        }
        let chosen: Vec<&StoredProposal> = of_row.iter().copied().filter(|p| eligible(p, &begun.filter)).collect();
        if of_row.is_empty() || (begun_before && chosen.is_empty()) {
            continue;
        }
        match obstacle(tx, begun, &writing, &of_row, &chosen)? {
            // What was applied before stays applied; the rest of the row goes on waiting.
            Some(_) if begun_before => {}
            Some(Obstacle::Overtaken) => applied.overtaken.push(row.row_number),
            Some(Obstacle::Waits(why)) => {
                let reason = if row.reason.is_empty() { why.into() } else { row.reason };
                // A suspected twin is somebody; a record that would have been made is nobody yet.
                let refs = if row.fate == Fate::Merge { row.refs } else { Vec::new() };
                writing.fates.push(Happened { row_number: row.row_number, fate: Fate::Hold, reason, refs });
            }
            None => {
                let cause = |p: &NormalizedEntityProposal| Cause {
                    kind: if begun.by_rule.is_some() { "rule" } else { "decision" }.into(),
                    decision_id: begun.set,
                    proposal_id: Some(p.proposal_id),
                    batch_id: p.batch_id,
                    row_number: Some(row.row_number),
                };
                let happened = happened(&chosen);
                writing.made.extend(chosen.iter().map(|p| &p.artifact).filter(|p| creates(p)).map(at));
                own.retain(|p| eligible(p, &begun.filter));
                let mut deltas = Vec::new();
                for p in &mut own {
                    let cause = cause(&p.artifact);
                    for mutation in carried_out(tx, &mut p.artifact)? {
                        // What somebody refused is not linked to.
                        if has_ends(&mutation, &|at| writing.is_there(tx, at))? {
                            deltas.push(NewDelta { mutation, cause: cause.clone(), inverse_of: None });
                        }
                    }
                }
                // Records first, then the links between them.
                deltas.sort_by_key(|d| d.mutation.op == DeltaOp::Link);
                if !deltas.is_empty() {
                    writing.groups.push(GroupWrite {
                        group: GroupId(tx.new_id()),
                        actor: actor.clone(),
                        source_system: begun.source_system.clone(),
                        decision_id: begun.set,
                        import: Some(begun.import.import),
                        deltas,
                    });
                }
                for p in &own {
                    writing.entered.push(p.artifact.proposal_id);
                    applied.actions.push(p.artifact.action);
                }
                if !begun_before {
                    let (fate, refs) = happened;
                    let reason = if fate == row.fate { row.reason } else { String::new() };
                    writing.fates.push(Happened { row_number: row.row_number, fate, reason, refs });
                }
            }
        }
    }
    writing.end(tx, begun, actor)?;
    if begun.alone.get().is_some() {
        begun.alone.set(Some(tx.graph_version()?));
    }
    Ok(applied)
}

/// A row's fate as it happened.
struct Happened {
    row_number: u64,
    fate: Fate,
    reason: String,
    refs: Vec<EntityRef>,
}

impl Happened {
    fn as_new(&self) -> NewFate<'_> {
        NewFate { row_number: self.row_number, fate: self.fate, reason: &self.reason, refs: &self.refs }
    }
}

/// What some rows write, gathered so that it is written together.
#[derive(Default)]
struct Writing {
    groups: Vec<GroupWrite>,
    /// Records that these rows make.
    made: HashSet<EntityRef>,
    /// Others that were found in the graph. Nothing that rows do takes one away.
    there: RefCell<HashSet<EntityRef>>,
    /// Proposals that are applied.
    entered: Vec<ProposalId>,
    fates: Vec<Happened>,
}

impl Writing {
    /// Whether a record is in the graph, or made by these rows.
    fn is_there(&self, r: &Reader<'_>, at: EntityRef) -> Result<bool, Failure> {
        if self.made.contains(&at) || self.there.borrow().contains(&at) {
            return Ok(true);
        }
        let there = r.record_exists(at)?;
        if there {
            self.there.borrow_mut().insert(at);
        }
        Ok(there)
    }

    /// Brings the graph up to where the rows are.
    fn groups(&mut self, tx: &mut Tx<'_>) -> Result<(), Failure> {
        if !self.groups.is_empty() {
            tx.commit_groups(std::mem::take(&mut self.groups))?;
        }
        Ok(())
    }

    fn end(mut self, tx: &mut Tx<'_>, begun: &Applying, actor: &Actor) -> Result<(), Failure> {
        self.groups(tx)?;
        let ids = self.entered.iter().map(|p| p.0);
        tx.enter_first_all::<NormalizedEntityProposal>(ids, "applied", actor)?;
        let fates: Vec<NewFate<'_>> = self.fates.iter().map(Happened::as_new).collect();
        tx.insert_fates(begun.import.import, begun.step, Phase::Applied, &fates)?;
        Ok(())
    }
}

/// Whether a proposal makes a record or links, and asks nothing of a record that is there but that it is.
fn only_adds(p: &NormalizedEntityProposal) -> bool {
    matches!(p.action, ProposalAction::Create | ProposalAction::Link) && p.base_versions.is_empty()
}

fn at(p: &NormalizedEntityProposal) -> EntityRef {
    EntityRef { entity: p.entity_type, id: p.entity_id }
}

fn creates(p: &NormalizedEntityProposal) -> bool {
    p.action == ProposalAction::Create
}

/// As [`mutations`], from a proposal that nobody reads afterwards.
fn carried_out(r: &Reader<'_>, p: &mut NormalizedEntityProposal) -> Result<Vec<Mutation>, Failure> {
    if !creates(p) {
        return mutations(r, p);
    }
    let at = at(p);
    let fields = std::mem::take(&mut p.canonical_payload);
    let create = Mutation::create(at, fields.into_iter().map(|f| (f.field, f.value, f.sources, Some(f.confidence))));
    Ok([create].into_iter().chain(p.links.iter().map(Mutation::make_link)).collect())
}

/// What became of an applied row: the main record's action says it, whatever had been planned or left out before.
fn happened(chosen: &[&StoredProposal]) -> (Fate, Vec<EntityRef>) {
    let fate = match chosen.first().map(|p| p.artifact.action) {
        Some(ProposalAction::Create) => Fate::Create,
        _ => Fate::Update,
    };
    let refs: BTreeSet<EntityRef> = chosen.iter().map(|p| at(&p.artifact)).collect();
    (fate, refs.into_iter().collect())
}

/// Why a row can't be applied whole, if so.
fn obstacle(
    r: &Reader<'_>,
    begun: &Applying,
    writing: &Writing,
    of_row: &[&StoredProposal],
    chosen: &[&StoredProposal],
) -> Result<Option<Obstacle>, Failure> {
    let main = of_row.first();
    let has_main = main
        .is_some_and(|m| m.state == "applied" || chosen.iter().any(|p| p.artifact.entity_id == m.artifact.entity_id));
    if chosen.is_empty() || !has_main {
        return Ok(Some(Obstacle::Waits("Left out of the approval.")));
    }
    if of_row.iter().any(|p| p.artifact.review_required && p.state == "proposed") {
        return Ok(Some(Obstacle::Waits("Waits for a decision.")));
    }
    let made: Vec<EntityRef> = chosen.iter().map(|p| &p.artifact).filter(|p| creates(p)).map(at).collect();
    for p in chosen {
        let a = &p.artifact;
        for (id, version) in &a.base_versions {
            let at = EntityRef { entity: a.entity_type, id: id.parse().unwrap_or(a.entity_id) };
            if r.record(at)?.map(|rec| rec.version) != Some(*version) {
                return Ok(Some(Obstacle::Overtaken));
            }
        }
        if creates(a) && begun.alone.get().is_none() && known_since(r, a)? {
            return Ok(Some(Obstacle::Overtaken));
        }
    }
    for link in chosen.iter().flat_map(|p| &p.artifact.links) {
        for end in [link.from, link.to] {
            if !made.contains(&end) && !writing.is_there(r, end)? && !was_refused(r, end)? {
                return Ok(Some(Obstacle::Waits("Waits for a record of another row that was left out.")));
            }
        }
    }
    Ok(None)
}

/// Whether a person said no to a record, such as the company that a row names: the row goes in without it.
pub(crate) fn was_refused(r: &Reader<'_>, at: EntityRef) -> Result<bool, Failure> {
    for p in r.filed_about(at.id)? {
        if p.action == ProposalAction::Create && r.filed(p.proposal_id)?.is_some_and(|f| f.state == "rejected") {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a change is a link whose ends both are `there`; anything else is.
pub(crate) fn has_ends(m: &Mutation, there: &dyn Fn(EntityRef) -> Result<bool, Failure>) -> Result<bool, Failure> {
    if m.op != DeltaOp::Link {
        return Ok(true);
    }
    for end in m.other().map_err(store::StoreError::from)?.into_iter().chain([m.entity]) {
        if !there(end)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether a record to be created exists by now under its source's id, or somebody came in elsewhere since it was
/// planned who has its e-mail address or phone and may be the same.
pub(crate) fn known_since(r: &Reader<'_>, p: &NormalizedEntityProposal) -> Result<bool, Failure> {
    if !matches!(
        p.entity_type,
        EntityType::Person | EntityType::Account | EntityType::Opportunity | EntityType::Task | EntityType::Interaction
    ) {
        return Ok(false);
    }
    let value = |f: &str| p.canonical_payload.iter().find(|c| c.field == f).map(|c| &c.value);
    let ids = value("external_id");
    for item in ids.and_then(Value::as_array).into_iter().flatten() {
        let text = |k: &str| item.get(k).and_then(Value::as_str).unwrap_or_default();
        let key = format!("{}:{}", text("system"), text("value"));
        if !r.by_contact_point(p.entity_type, "external_id", &key)?.is_empty() {
            return Ok(true);
        }
    }
    if p.entity_type != EntityType::Person {
        return Ok(false);
    }
    for key in identity::Features::of(value).keys {
        for id in r.by_contact_point(p.entity_type, key.kind.field(), &key.value)? {
            let first = r.deltas_of(id)?.into_iter().next();
            // Rows of the same file were weighed against each other when it was planned.
            if first.is_some_and(|d| {
                d.at > p.envelope.created_at && (d.cause.batch_id.is_none() || d.cause.batch_id != p.batch_id)
            }) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// The changes that carry a proposal out.
pub(crate) fn mutations(r: &Reader<'_>, p: &NormalizedEntityProposal) -> Result<Vec<Mutation>, Failure> {
    let at = at(p);
    let mut out = Vec::new();
    match p.action {
        ProposalAction::Create => {
            let fields = p
                .canonical_payload
                .iter()
                .map(|f| (f.field.clone(), f.value.clone(), f.sources.clone(), Some(f.confidence)));
            out.push(Mutation::create(at, fields));
        }
        // What is proposed for a field that two sides disagree about stands once it is approved.
        ProposalAction::Update | ProposalAction::ResolveConflict => {
            let record = r.record(at)?.ok_or_else(|| not_found(p.entity_type.as_str(), p.entity_id))?;
            let changes: Vec<FieldChange> = p
                .canonical_payload
                .iter()
                .map(|f| FieldChange {
                    field: f.field.clone(),
                    before: record.fields.get(&f.field).cloned().unwrap_or(Value::Null),
                    after: f.value.clone(),
                    sources: f.sources.clone(),
                    confidence: Some(f.confidence),
                })
                .filter(|c| c.before != c.after)
                .collect();
            let op = match p.source {
                ProposalSource::Restore if record.archived => DeltaOp::Restore,
                _ => DeltaOp::Update,
            };
            if op == DeltaOp::Restore || !changes.is_empty() {
                out.push(Mutation { entity: at, op, changes });
            }
        }
        ProposalAction::Link | ProposalAction::Merge | ProposalAction::Unmerge => {}
    }
    out.extend(p.links.iter().map(Mutation::make_link));
    Ok(out)
}
