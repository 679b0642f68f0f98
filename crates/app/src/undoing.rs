//! Taking groups of changes back: one, or all of a decision (R46, R183). Merges are taken apart in [`parting`].

mod asking;
mod parting;
mod unmerge;

pub(crate) use unmerge::{Apart, merge_group, stands};

use std::collections::BTreeSet;

use contracts::{
    Actor, AnyProposal, ApiError, BatchId, Cause, DecisionId, DecisionUndone, DeltaId, DeltaOp, EntityRef, GroupId,
    GroupUndone, KeptField, Permission, ProposalId,
};
use graph::{Mutation, Places, plan_undo};
use store::{GroupWrite, NewDelta, StoredDelta, Tx};

use crate::access::{Access, allow};
use crate::error::{Failure, not_found, refused};
use crate::imports::undo::{surroundings, touched};
use crate::undoing::asking::of_merges;
use crate::undoing::parting::Parted;
use crate::{App, Outcome};

/// What taking something back does, ready to be written.
struct Back {
    /// In the order in which they apply, with the delta that each takes back, if any.
    steps: Vec<(Option<DeltaId>, Mutation)>,
    kept: Vec<KeptField>,
    /// `undo` or `unmerge`.
    kind: &'static str,
    decision: Option<DecisionId>,
    /// Who asked for it, where somebody did.
    proposal: Option<ProposalId>,
    batch: Option<BatchId>,
}

impl App {
    /// Takes a group of changes back, as far as nothing came on top: the newest that can be, unless told otherwise. A merge
    /// is taken apart; what was done since goes where it is proposed for. Whoever may not merge leaves that as a request to
    /// those who may ([`GroupUndone::requested`]).
    ///
    /// # Errors
    /// [`contracts::ErrorCode::Refused`] by policy, where nothing is left to take back, and where it was asked for before.
    pub fn undo_group(&self, actor: &Actor, group: Option<GroupId>) -> Outcome<GroupUndone> {
        self.permit(actor, Permission::Undo)?;
        let done: Result<GroupUndone, Failure> = self.store.write(self.host.as_ref(), |tx| {
            let access = self.access_in(tx, actor)?;
            let mut below = None;
            loop {
                let at = match group {
                    Some(group) => group,
                    None => tx.newest_group(below)?.ok_or_else(nothing)?,
                };
                let deltas = tx.standing_group(at)?;
                if of_merges(&deltas) && access.permit(Permission::MergeRecords).is_err() {
                    let requested = Some(self.ask_back(tx, actor, &deltas)?);
                    return Ok(GroupUndone { undone: at, group: None, reversed: 0, kept: Vec::new(), requested });
                }
                let (written, reversed, kept) = take_back(tx, &access, actor, &deltas)?;
                if reversed == 0 && kept.is_empty() {
                    // All that it changed is gone by now, so it stands in nobody's way.
                    below = deltas.first().map(|d| d.delta);
                    if group.is_some() || below.is_none() {
                        return Err(nothing().into());
                    }
                    continue;
                }
                let undone = GroupUndone { undone: at, group: written, reversed, kept, requested: None };
                take_back_proposals(tx, actor, &undone)?;
                return Ok(undone);
            }
        });
        done.map_err(ApiError::from)
    }

    /// Takes back all that a decision changed: that of a set, of a merge, of a refusal that left a relation. A merge by
    /// whoever may not merge as in [`App::undo_group`].
    ///
    /// # Errors
    /// As [`App::undo_group`]; [`contracts::ErrorCode::NotFound`] for a decision that is not there; refused for the set of
    /// an import, which is taken back with the import.
    pub fn review_undo(&self, actor: &Actor, id: DecisionId) -> Outcome<DecisionUndone> {
        self.permit(actor, Permission::Undo)?;
        let done: Result<DecisionUndone, Failure> = self.store.write(self.host.as_ref(), |tx| {
            let access = self.access_in(tx, actor)?;
            let decision = tx.decision(id)?.ok_or_else(|| not_found("decision", id))?;
            if decision.set.as_ref().is_some_and(|set| set.filter.queue.is_none()) {
                return Err(refused("This approved an import.", "Undo the import: it is taken back as a whole.").into());
            }
            if decision.asks.is_some() {
                return Err(refused(
                    "This left it to somebody else: nothing was changed by it.",
                    "Tell whoever decides it, or put it off with a note.",
                )
                .into());
            }
            let groups = tx.groups_of_decision(id)?;
            let mut deltas = Vec::new();
            for group in &groups {
                deltas.extend(tx.standing_group(*group)?);
            }
            deltas.sort_by_key(|d| d.delta);
            if deltas.is_empty() && Self::plain_no(tx, &decision)? {
                tx.unreject(id)?;
                let asked_anew = self.ask_anew(tx, actor, &decision)?;
                return Ok(DecisionUndone { asked_anew, ..nothing_of(id) });
            }
            if of_merges(&deltas) && access.permit(Permission::MergeRecords).is_err() {
                return Ok(DecisionUndone { requested: Some(self.ask_back(tx, actor, &deltas)?), ..nothing_of(id) });
            }
            let (written, reversed, kept) = take_back(tx, &access, actor, &deltas)?;
            for group in groups {
                let undone =
                    GroupUndone { undone: group, group: written, reversed, kept: kept.clone(), requested: None };
                take_back_proposals(tx, actor, &undone)?;
            }
            if reversed > 0 {
                tx.unreject(id)?;
            }
            let asked_anew = self.ask_anew(tx, actor, &decision)?;
            Ok(DecisionUndone { group: written, reversed, kept, asked_anew, ..nothing_of(id) })
        });
        done.map_err(ApiError::from)
    }
}

/// A decision of which nothing was taken back.
fn nothing_of(decision_id: DecisionId) -> DecisionUndone {
    DecisionUndone { decision_id, group: None, reversed: 0, kept: Vec::new(), asked_anew: Vec::new(), requested: None }
}

fn nothing() -> ApiError {
    refused("There is nothing left to take back.", "Look at the history of the record.")
}

/// Takes standing deltas back, oldest first in the list; the group that did it, how many, and what stays.
fn take_back(
    tx: &mut Tx<'_>,
    access: &Access,
    actor: &Actor,
    deltas: &[StoredDelta],
) -> Result<(Option<GroupId>, u64, Vec<KeptField>), Failure> {
    if deltas.is_empty() {
        return Err(nothing().into());
    }
    if of_merges(deltas) {
        access.permit(Permission::MergeRecords)?;
    }
    may_take_back(access, deltas)?;
    let back = match Parted::of(tx, deltas)? {
        Some(parted) => parted.back(&Places::new())?,
        None => plain(tx, deltas)?,
    };
    write(tx, actor, back)
}

/// As the graph has it, without looking into single values.
fn plain(tx: &Tx<'_>, deltas: &[StoredDelta]) -> Result<Back, Failure> {
    let touched = touched(tx, deltas)?;
    let plan = plan_undo(&touched, surroundings(tx, &touched)?);
    let unmerges = deltas.iter().any(|d| d.mutation.op == DeltaOp::Merge);
    Ok(Back {
        steps: plan.steps.into_iter().map(|(id, m)| (Some(id), m)).collect(),
        kept: plan.kept.into_iter().map(told).collect(),
        kind: if unmerges { "unmerge" } else { "undo" },
        decision: None,
        proposal: None,
        batch: deltas.iter().find_map(|d| d.cause.batch_id),
    })
}

fn told(k: graph::Kept) -> KeptField {
    KeptField { entity: k.entity, field: k.field, why: k.why }
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

fn write(tx: &mut Tx<'_>, actor: &Actor, back: Back) -> Result<(Option<GroupId>, u64, Vec<KeptField>), Failure> {
    let reversed = back.steps.len() as u64;
    if reversed == 0 {
        return Ok((None, 0, back.kept));
    }
    let cause = Cause {
        kind: back.kind.into(),
        decision_id: back.decision,
        proposal_id: back.proposal,
        batch_id: back.batch,
        row_number: None,
    };
    let group = GroupId(tx.new_id());
    let deltas = back.steps.into_iter();
    tx.commit_group(&GroupWrite {
        group,
        actor: actor.clone(),
        source_system: "velocity".into(),
        decision_id: back.decision,
        import: None,
        deltas: deltas.map(|(id, mutation)| NewDelta { mutation, cause: cause.clone(), inverse_of: id }).collect(),
    })?;
    Ok((Some(group), reversed, back.kept))
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
