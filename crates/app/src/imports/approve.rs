//! Approval: one decision on the manifest, one on the set of safe proposals, and the deltas that carry it out
//! (R28, R61, R71).

use std::collections::BTreeSet;
use std::sync::Arc;

use contracts::{
    Actor, ActorKind, ApiError, ApprovalDecision, ApproveResult, ArtifactId, Cause, ChangeKind, DecisionId,
    DecisionSet, DeltaOp, EntityId, EntityRef, EntityType, Fate, FieldChange, GroupId, ImportId, ImportMappingManifest,
    ImportState, NormalizedEntityProposal, Permission, PolicyData, ProposalAction, ProposalSource, RawImportBatch,
    SetFilter, Verdict,
};
use graph::Mutation;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::{GroupWrite, ImportRecord, NewDelta, NewFate, Phase, Reader, StoredProposal, Tx};

use crate::access::allow;
use crate::error::{Failure, not_found, refused};
use crate::imports::{envelope, find, govern, show};
use crate::work::Begin;
use crate::{App, Outcome, Reporter};

/// Rows applied in one transaction: large enough to be fast, small enough to report and to stop in between.
pub(crate) const CHUNK: u64 = 250;

/// What to approve.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ApproveChoice {
    /// Only these actions; never `merge`.
    pub actions: Vec<ProposalAction>,
    /// Only with at least this confidence, 0..=1.
    pub min_confidence: f64,
}

impl Default for ApproveChoice {
    fn default() -> Self {
        Self {
            actions: vec![ProposalAction::Create, ProposalAction::Update, ProposalAction::Link],
            min_confidence: 0.0,
        }
    }
}

impl App {
    /// Approves an import: the manifest, and the set of proposals that are safe and chosen. Applied row by row, each
    /// row whole or not at all; an approval that was cut short goes on when it is called again.
    ///
    /// # Errors
    /// [`contracts::ErrorCode::Refused`] for anyone but a person, for merges, for an import that was undone or repeats
    /// another.
    pub fn import_approve(
        &self,
        actor: &Actor,
        id: ImportId,
        choice: &ApproveChoice,
        reporter: &dyn Reporter,
    ) -> Outcome<ApproveResult> {
        self.permit(actor, Permission::ApproveImports)?;
        check_choice(actor, choice)?;
        // Refused before a mission is opened, where there is nothing to do.
        let file_name = self.reading(|r| {
            let import = find(r, id)?;
            may_approve(&import)?;
            self.may_decide_set(r, actor, &import)?;
            Ok(import.file_name)
        })?;
        let input = serde_json::json!({ "file_name": file_name, "import_id": id, "choice": choice });
        let begin = Begin::New { kind: "approve", title: format!("Approve {file_name}"), input };
        self.approve_as(actor, id, choice, begin, reporter)
    }

    /// The approval as a mission, begun or gone on with.
    pub(crate) fn approve_as(
        &self,
        actor: &Actor,
        id: ImportId,
        choice: &ApproveChoice,
        begin: Begin<'_>,
        reporter: &dyn Reporter,
    ) -> Outcome<ApproveResult> {
        self.permit(actor, Permission::ApproveImports)?;
        check_choice(actor, choice)?;
        self.mission(actor, begin, reporter, |work| {
            let begun: Result<Begun, Failure> = self.store.write(self.host.as_ref(), |tx| {
                self.may_decide_set(tx, actor, &find(tx, id)?)?;
                begin_set(tx, actor, id, choice)
            });
            let begun = begun.map_err(ApiError::from)?;
            let mut applied = contracts::ActionCounts::default();
            let import = &begun.applying.import;
            let total = if begun.nothing_left { 0 } else { import.rows.total };
            let mut done = 0;
            while done < total {
                work.go_on()?;
                let rows = done + 1..=(done + CHUNK).min(total);
                let step: Result<(), Failure> = self.store.write(self.host.as_ref(), |tx| {
                    // Another process may have undone it meanwhile: nothing is brought back.
                    may_approve(&find(tx, id)?)?;
                    for action in apply_rows(tx, actor, &begun.applying, rows.clone())? {
                        applied.add(action, 1);
                    }
                    Ok(tx.mission_progress(work.id, "approving", *rows.end(), total)?)
                });
                step.map_err(ApiError::from)?;
                done = *rows.end();
                work.report("approving", &import.file_name, done, total);
            }
            let finished: Result<_, Failure> = self.store.write(self.host.as_ref(), |tx| {
                let now = find(tx, id)?;
                may_approve(&now)?;
                // Or approved it: then it says so already.
                if !begun.nothing_left && now.state == ImportState::Committing {
                    tx.set_import_state(import.import, ImportState::Committed)?;
                    tx.enter_state::<RawImportBatch>(import.batch_id.0, "committed", actor)?;
                }
                let answer = finish(tx, id, import, applied, begun.decisions.clone())?;
                let output = serde_json::json!({ "applied": answer.applied, "held": answer.held });
                work.done(tx, &output)?;
                Ok(answer)
            });
            finished.map_err(ApiError::from)
        })
    }
}

impl App {
    /// Whether the actor may approve this import's mapping and with it the set: the policy's deciders, and not whoever
    /// brought the file in, where nobody decides what is their own.
    fn may_decide_set(&self, r: &Reader<'_>, actor: &Actor, import: &ImportRecord) -> Result<(), Failure> {
        let access = self.access_in(r, actor)?;
        access.permit(Permission::ApproveImports)?;
        let change = policy::Change {
            kind: ChangeKind::Mapping,
            entity: import.row_entity,
            fields: Vec::new(),
            confidence: None,
            source: ProposalSource::Import,
            producer_asks_review: true,
            proposed_by: ActorKind::Rule,
        };
        let asked = policy::requirement(&access.policy, &change);
        Ok(allow(&policy::may_decide(&access.policy, access.role, &asked, import.created_by == *actor))?)
    }
}

/// Whether an import can be approved at all.
fn may_approve(import: &ImportRecord) -> Result<(), Failure> {
    match import.state {
        ImportState::Undone => {
            return Err(refused("This import was undone.", "Bring the file in again to import it anew.").into());
        }
        ImportState::Staging => {
            return Err(refused(
                "This import was cut off before every row was planned.",
                "Bring the file in again, or resume the work: it goes on where it stopped.",
            )
            .into());
        }
        _ => {}
    }
    if import.duplicate_of.is_some() {
        return Err(refused(
            "This file repeats an import that still stands, so there is nothing to approve.",
            "Open the earlier import; or undo it first, then bring the file in again.",
        )
        .into());
    }
    Ok(())
}

/// The answer: what was applied now, what still waits, the import as it stands.
fn finish(
    r: &Reader<'_>,
    id: ImportId,
    import: &ImportRecord,
    applied: contracts::ActionCounts,
    decisions: Vec<DecisionId>,
) -> Result<ApproveResult, Failure> {
    let counts = r.proposal_counts(import.import, import.plan)?;
    let held = counts.iter().filter(|c| !c.decided).map(|c| c.count).sum();
    Ok(ApproveResult { applied, held, decisions, summary: show::summary_of(r, id)? })
}

/// The approval gate (R61, R78, R83): people only, never merges in a set.
fn check_choice(actor: &Actor, choice: &ApproveChoice) -> Outcome<()> {
    if actor.kind != ActorKind::Human {
        return Err(refused("Only a person may approve an import.", "Ask a colleague to look at it and approve."));
    }
    if choice.actions.contains(&ProposalAction::Merge) {
        return Err(refused("Merges are never approved as a set.", "Decide each of them on its own.").at("actions"));
    }
    if !(0.0..=1.0).contains(&choice.min_confidence) {
        return Err(ApiError::new(
            contracts::ErrorCode::BadInput,
            format!("A confidence of {} is not between 0 and 1.", choice.min_confidence),
            "Give a number from 0 to 1.",
        )
        .at("min_confidence"));
    }
    Ok(())
}

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
}

/// An approval under way.
struct Begun {
    applying: Applying,
    decisions: Vec<DecisionId>,
    /// Everything that may be approved was: there is nothing to decide.
    nothing_left: bool,
}

fn eligible(p: &StoredProposal, filter: &SetFilter) -> bool {
    p.state == "proposed"
        && !p.artifact.review_required
        && p.artifact.action != ProposalAction::Merge
        && filter.actions.contains(&p.artifact.action)
        && p.artifact.envelope.confidence.unwrap_or(1.0) >= filter.min_confidence
}

/// Writes the decisions and marks the import as committing; or finds those of an approval that was cut short.
fn begin_set(tx: &mut Tx<'_>, actor: &Actor, id: ImportId, choice: &ApproveChoice) -> Result<Begun, Failure> {
    let import = find(tx, id)?;
    may_approve(&import)?;
    let batch = tx.batch_by_key(import.batch)?.ok_or_else(|| not_found("batch", import.batch_id))?;
    let source_system = batch.artifact.envelope.source_system.clone();
    let manifest =
        tx.newest_manifest(import.import)?.ok_or_else(|| not_found("manifest of import", import.import_id))?;
    if import.state == ImportState::Committing
        && let Some((decision, set)) = open_set(tx, &import)?
    {
        let filter = set.filter;
        // A step of its own: rows that wait say so again.
        let step = tx.next_step(import.import, false)?;
        let applying = Applying { step, import, filter, set: Some(decision), source_system, by_rule: None };
        return Ok(Begun { applying, decisions: vec![decision], nothing_left: false });
    }
    let filter = SetFilter { import_id: id, actions: choice.actions.clone(), min_confidence: choice.min_confidence };
    let chosen = tx.open_hashes(import.import, import.plan, &filter.actions, filter.min_confidence)?;
    if import.state == ImportState::Committed && chosen.is_empty() {
        let applying = Applying { step: import.step, import, filter, set: None, source_system, by_rule: None };
        return Ok(Begun { applying, decisions: Vec::new(), nothing_left: true });
    }
    let mut decisions = Vec::new();
    if manifest.envelope.lifecycle.state == "proposed" {
        let seen = serde_json::to_value(&manifest)
            .map(|v| graph::canonical_json(&v))
            .map_err(|source| store::StoreError::Json { what: "manifest", source })?;
        let seen = graph::hex(&graph::sha256(seen.as_bytes()));
        let target = Some(ArtifactId(manifest.manifest_id.0));
        let decision = decision(tx, actor, &source_system, target, None, seen);
        tx.insert_decision(Some(import.import), &decision)?;
        tx.enter_state::<ImportMappingManifest>(manifest.manifest_id.0, "approved", actor)?;
        decisions.push(decision.decision_id);
    }
    let root = graph::hex(&graph::set_root(&chosen));
    let set = DecisionSet { root: root.clone(), count: chosen.len() as u64, filter: filter.clone() };
    let on_set = decision(tx, actor, &source_system, None, Some(set), root);
    tx.insert_decision(Some(import.import), &on_set)?;
    decisions.push(on_set.decision_id);
    tx.set_import_state(import.import, ImportState::Committing)?;
    let step = tx.next_step(import.import, false)?;
    let applying = Applying { import, step, filter, set: Some(on_set.decision_id), source_system, by_rule: None };
    Ok(Begun { applying, decisions, nothing_left: false })
}

/// The newest set decision of an import that was left committing.
fn open_set(r: &Reader<'_>, import: &ImportRecord) -> Result<Option<(DecisionId, DecisionSet)>, Failure> {
    let newest = r.decisions_of(import.import)?.into_iter().rev().find_map(|d| d.set.map(|s| (d.decision_id, s)));
    Ok(newest)
}

fn decision(
    tx: &Tx<'_>,
    actor: &Actor,
    source_system: &str,
    proposal_ref: Option<ArtifactId>,
    set: Option<DecisionSet>,
    seen_hash: String,
) -> ApprovalDecision {
    let decision_id = DecisionId(tx.new_id());
    let now = tx.now();
    ApprovalDecision {
        envelope: envelope::<ApprovalDecision>(decision_id.0, source_system, actor, &now),
        decision_id,
        proposal_ref,
        set,
        reviewer_ref: actor.id.clone(),
        decision: Verdict::Approve,
        decision_notes: None,
        decided_at: now,
        seen_hash,
        corrections: Vec::new(),
    }
}

/// Applies the chosen proposals of some rows, each row as one group, and appends every row's fate as it happened.
pub(crate) fn apply_rows(
    tx: &mut Tx<'_>,
    actor: &Actor,
    begun: &Applying,
    rows: std::ops::RangeInclusive<u64>,
) -> Result<Vec<ProposalAction>, Failure> {
    let (import, plan) = (begun.import.import, begun.import.plan);
    let proposals = tx.proposals_of_rows(import, plan, rows.clone())?;
    let span = u32::try_from(rows.end() - rows.start() + 1).unwrap_or(u32::MAX);
    let fates = tx.fates(import, None, rows.start() - 1, span)?;
    let mut applied = Vec::new();
    for row in fates {
        let of_row: Vec<&StoredProposal> =
            proposals.iter().filter(|p| p.stands() && p.artifact.row_refs.first() == Some(&row.row_number)).collect();
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
        match obstacle(tx, &of_row, &chosen)? {
            // What was applied before stays applied; the rest of the row goes on waiting.
            Some(_) if begun_before => {}
            Some(why) => {
                let why = if row.reason.is_empty() { why } else { row.reason.clone() };
                // A suspected twin is somebody; a record that would have been made is nobody yet.
                let refs = if row.fate == Fate::Merge { row.refs.as_slice() } else { &[] };
                append(tx, begun, row.row_number, Fate::Hold, &why, refs)?;
            }
            None => {
                let cause = |p: &NormalizedEntityProposal| Cause {
                    kind: if begun.by_rule.is_some() { "rule" } else { "decision" }.into(),
                    decision_id: begun.set,
                    proposal_id: Some(p.proposal_id),
                    batch_id: p.batch_id,
                    row_number: Some(row.row_number),
                };
                let mut deltas = Vec::new();
                for p in &chosen {
                    deltas.extend(mutations(tx, &p.artifact)?.into_iter().map(|mutation| NewDelta {
                        mutation,
                        cause: cause(&p.artifact),
                        inverse_of: None,
                    }));
                }
                // Records first, then the links between them.
                deltas.sort_by_key(|d| d.mutation.op == DeltaOp::Link);
                tx.commit_group(&GroupWrite {
                    group: GroupId(tx.new_id()),
                    actor: actor.clone(),
                    source_system: begun.source_system.clone(),
                    decision_id: begun.set,
                    import: Some(begun.import.import),
                    deltas,
                })?;
                for p in &chosen {
                    tx.enter_state::<NormalizedEntityProposal>(p.artifact.proposal_id.0, "applied", actor)?;
                    applied.push(p.artifact.action);
                }
                if !begun_before {
                    let (fate, refs) = happened(&chosen);
                    let reason = if fate == row.fate { row.reason.as_str() } else { "" };
                    append(tx, begun, row.row_number, fate, reason, &refs)?;
                }
            }
        }
    }
    Ok(applied)
}

fn append(
    tx: &mut Tx<'_>,
    begun: &Applying,
    row_number: u64,
    fate: Fate,
    reason: &str,
    refs: &[EntityRef],
) -> Result<(), Failure> {
    let fate = NewFate { row_number, fate, reason, refs };
    tx.insert_fate(begun.import.import, begun.step, Phase::Applied, &fate)?;
    Ok(())
}

/// What became of an applied row: the main record's action says it, whatever had been planned or left out before.
fn happened(chosen: &[&StoredProposal]) -> (Fate, Vec<EntityRef>) {
    let fate = match chosen.first().map(|p| p.artifact.action) {
        Some(ProposalAction::Create) => Fate::Create,
        _ => Fate::Update,
    };
    let refs: BTreeSet<EntityRef> =
        chosen.iter().map(|p| EntityRef { entity: p.artifact.entity_type, id: p.artifact.entity_id }).collect();
    (fate, refs.into_iter().collect())
}

/// Why a row can't be applied whole, if so.
fn obstacle(r: &Reader<'_>, of_row: &[&StoredProposal], chosen: &[&StoredProposal]) -> Result<Option<String>, Failure> {
    let main = of_row.first();
    let has_main = main
        .is_some_and(|m| m.state == "applied" || chosen.iter().any(|p| p.artifact.entity_id == m.artifact.entity_id));
    if chosen.is_empty() || !has_main {
        return Ok(Some("Left out of the approval.".into()));
    }
    if of_row.iter().any(|p| p.artifact.review_required && p.state == "proposed") {
        return Ok(Some("Waits for a decision.".into()));
    }
    let made: BTreeSet<EntityId> =
        chosen.iter().filter(|p| p.artifact.action == ProposalAction::Create).map(|p| p.artifact.entity_id).collect();
    for p in chosen {
        let a = &p.artifact;
        for (id, version) in &a.base_versions {
            let at = EntityRef { entity: a.entity_type, id: id.parse().unwrap_or(a.entity_id) };
            if r.record(at)?.map(|rec| rec.version) != Some(*version) {
                return Ok(Some("The record was changed since this was planned; bring the file in again.".into()));
            }
        }
        if a.action == ProposalAction::Create && known_since(r, a)? {
            return Ok(Some("A record with the same id was created since this was planned.".into()));
        }
        for link in &a.links {
            for end in [link.from, link.to] {
                if !made.contains(&end.id) && r.record(end)?.is_none() {
                    return Ok(Some("Waits for a record of another row that was left out.".into()));
                }
            }
        }
    }
    Ok(None)
}

/// Whether a record to be created exists by now under its source's id.
pub(crate) fn known_since(r: &Reader<'_>, p: &NormalizedEntityProposal) -> Result<bool, Failure> {
    if !matches!(p.entity_type, EntityType::Person | EntityType::Account | EntityType::Opportunity | EntityType::Task) {
        return Ok(false);
    }
    let ids = p.canonical_payload.iter().find(|f| f.field == "external_id");
    for item in ids.and_then(|f| f.value.as_array()).into_iter().flatten() {
        let text = |k: &str| item.get(k).and_then(Value::as_str).unwrap_or_default();
        let key = format!("{}:{}", text("system"), text("value"));
        if !r.by_contact_point(p.entity_type, "external_id", &key)?.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The changes that carry a proposal out.
pub(crate) fn mutations(r: &Reader<'_>, p: &NormalizedEntityProposal) -> Result<Vec<Mutation>, Failure> {
    let at = EntityRef { entity: p.entity_type, id: p.entity_id };
    let mut out = Vec::new();
    match p.action {
        ProposalAction::Create => {
            let fields = p
                .canonical_payload
                .iter()
                .map(|f| (f.field.clone(), f.value.clone(), f.sources.clone(), Some(f.confidence)));
            out.push(Mutation::create(at, fields));
        }
        ProposalAction::Update => {
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
            if !changes.is_empty() {
                out.push(Mutation { entity: at, op: DeltaOp::Update, changes });
            }
        }
        ProposalAction::Link | ProposalAction::Merge | ProposalAction::ResolveConflict => {}
    }
    out.extend(p.links.iter().map(Mutation::make_link));
    Ok(out)
}
