//! Approval: one decision on the manifest, one on the set of safe proposals, and the deltas that carry it out
//! (R28, R61, R71).

use std::cell::Cell;

use contracts::{
    Actor, ActorKind, ApiError, ApprovalDecision, ApproveResult, ArtifactId, ChangeKind, DecisionId, DecisionSet,
    ImportId, ImportMappingManifest, ImportState, Permission, ProposalAction, ProposalSource, RawImportBatch,
    SetFilter, Verdict,
};
use serde::{Deserialize, Serialize};
use store::{ImportRecord, Reader, Tx};

use crate::access::allow;
use crate::error::{Failure, not_found, refused};
use crate::imports::apply::{Applying, apply_rows};
use crate::imports::{envelope, find, show};
use crate::work::Begin;
use crate::{App, Outcome, Reporter};

/// Rows applied in one transaction after so many: few at first, so that it is soon seen to move; then enough for pages of
/// the indexes not to be written again and again, and few enough that nobody who wants to write waits long.
pub(crate) fn at_once(done: u64) -> u64 {
    done.clamp(500, 2000)
}

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
            self.reading(|r| begun.applying.look_around(r))?;
            let mut applied = contracts::ActionCounts::default();
            let import = &begun.applying.import;
            let total = if begun.nothing_left { 0 } else { import.rows.total };
            let mut done = 0;
            while done < total {
                work.go_on()?;
                let rows = done + 1..=(done + at_once(done)).min(total);
                let step: Result<(), Failure> = self.store.write(self.host.as_ref(), |tx| {
                    // Another process may have undone it meanwhile: nothing is brought back.
                    may_approve(&find(tx, id)?)?;
                    let done = apply_rows(tx, actor, &begun.applying, rows.clone())?;
                    for action in done.actions {
                        applied.add(action, 1);
                    }
                    self.plan_overtaken(tx, actor, id, done.overtaken)?;
                    Ok(tx.mission_progress(work.id, "approving", *rows.end(), total)?)
                });
                step.map_err(ApiError::from)?;
                done = *rows.end();
                work.report("approving", &import.file_name, done, total);
            }
            let committed: Result<(), Failure> = self.store.write(self.host.as_ref(), |tx| {
                let now = find(tx, id)?;
                may_approve(&now)?;
                // Or approved it: then it says so already.
                if !begun.nothing_left && now.state == ImportState::Committing {
                    tx.set_import_state(import.import, ImportState::Committed)?;
                    tx.enter_state::<RawImportBatch>(import.batch_id.0, "committed", actor)?;
                }
                Ok(())
            });
            committed.map_err(ApiError::from)?;
            self.index_pending(work, &import.file_name)?;
            self.write_keys(work, &import.file_name)?;
            let finished: Result<_, Failure> = self.store.write(self.host.as_ref(), |tx| {
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
        ImportState::Undoing => {
            return Err(refused(
                "This import is being taken back.",
                "Let the undo come to its end, or resume it if it was cut off; then bring the file in again.",
            )
            .into());
        }
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

/// An approval under way.
struct Begun {
    applying: Applying,
    decisions: Vec<DecisionId>,
    /// Everything that may be approved was: there is nothing to decide.
    nothing_left: bool,
}

/// Writes the decisions and marks the import as committing; or finds those of an approval that was cut short.
fn begin_set(tx: &mut Tx<'_>, actor: &Actor, id: ImportId, choice: &ApproveChoice) -> Result<Begun, Failure> {
    let import = find(tx, id)?;
    may_approve(&import)?;
    let alone = Cell::new(None);
    let manifest =
        tx.newest_manifest(import.import)?.ok_or_else(|| not_found("manifest of import", import.import_id))?;
    let source_system = manifest.envelope.source_system.clone();
    if import.state == ImportState::Committing
        && let Some((decision, set)) = open_set(tx, &import)?
    {
        let filter = set.filter;
        // A step of its own: rows that wait say so again.
        let step = tx.next_step(import.import, false)?;
        let applying = Applying { step, import, filter, set: Some(decision), source_system, by_rule: None, alone };
        return Ok(Begun { applying, decisions: vec![decision], nothing_left: false });
    }
    let filter = SetFilter {
        import_id: Some(id),
        queue: None,
        actions: choice.actions.clone(),
        min_confidence: choice.min_confidence,
    };
    let chosen = tx.open_hashes(import.import, import.plan, &filter.actions, filter.min_confidence)?;
    if import.state == ImportState::Committed && chosen.is_empty() {
        let applying = Applying { step: import.step, import, filter, set: None, source_system, by_rule: None, alone };
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
    let set =
        DecisionSet { root: root.clone(), count: chosen.len() as u64, filter: filter.clone(), proposals: Vec::new() };
    let on_set = decision(tx, actor, &source_system, None, Some(set), root);
    tx.insert_decision(Some(import.import), &on_set)?;
    decisions.push(on_set.decision_id);
    tx.set_import_state(import.import, ImportState::Committing)?;
    let step = tx.next_step(import.import, false)?;
    let applying =
        Applying { import, step, filter, set: Some(on_set.decision_id), source_system, by_rule: None, alone };
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
    let about = envelope::<ApprovalDecision>(tx.new_id(), source_system, actor, &tx.now());
    ApprovalDecision { proposal_ref, set, ..ApprovalDecision::of(about, Verdict::Approve, seen_hash) }
}
