//! Taking back what joined records or took them apart, by somebody who may not merge: a request to whoever may.

use contracts::{
    Actor, AnyProposal, DeltaOp, EntityRef, MergeCandidate, Parting, ProposalAction, ProposalId, ProposalSource,
};
use store::{StoredDelta, Tx};

use super::nothing;
use super::parting::Parted;
use super::unmerge::{joined_in, merged_on};
use crate::App;
use crate::error::{Failure, refused};
use crate::review::{asked_by, why};

/// Whether changes join records, or took apart what was joined.
pub(super) fn of_merges(deltas: &[StoredDelta]) -> bool {
    deltas.iter().any(|d| matches!(d.mutation.op, DeltaOp::Merge | DeltaOp::Unmerge))
}

impl App {
    /// Leaves it to those who may merge to take these changes back: a merge to be taken apart, or two that were taken
    /// apart to be one again.
    ///
    /// # Errors
    /// Refused where somebody asked for it before, and where records moved on so that it can't be done by anybody.
    pub(super) fn ask_back(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        deltas: &[StoredDelta],
    ) -> Result<ProposalId, Failure> {
        let Some(first) = deltas.iter().find(|d| d.mutation.op == DeltaOp::Merge) else {
            return self.ask_together(tx, actor, deltas);
        };
        let parted = Parted::of(tx, deltas)?.ok_or_else(merged_on)?;
        let wish = Parting { group: first.group, placements: Vec::new(), not_the_same: false };
        self.ask_apart(tx, actor, wish, None, &parted)
    }

    /// Leaves the taking apart of a merge to those who may do it.
    ///
    /// # Errors
    /// Refused where it was asked for before.
    pub(super) fn ask_apart(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        wish: Parting,
        notes: Option<&str>,
        parted: &Parted,
    ) -> Result<ProposalId, Failure> {
        for filed in tx.open_about(parted.survivor.id)? {
            if let AnyProposal::Normalized(p) = &filed.artifact
                && p.parting.as_ref().is_some_and(|asked| asked.group == wish.group)
            {
                let who = &p.envelope.created_by.id;
                return Err(refused(
                    format!("{who} asked for this merge to be taken apart already: it waits for a reviewer."),
                    "Look at it in the queue.",
                )
                .into());
            }
        }
        let mut p = asked_by(tx, actor, ProposalSource::Restore, parted.survivor, ProposalAction::Unmerge);
        p.merge_candidate_refs = joined_in(parted);
        p.review_reason = Some(why(actor, "asked for this merge to be taken apart", notes));
        p.parting = Some(wish);
        let id = p.proposal_id;
        self.file(tx, &AnyProposal::Normalized(p))?;
        Ok(id)
    }

    /// Asks for records that were taken apart to become one again.
    fn ask_together(&self, tx: &mut Tx<'_>, actor: &Actor, deltas: &[StoredDelta]) -> Result<ProposalId, Failure> {
        let mut apart: Vec<EntityRef> = Vec::new();
        let mut stays: Option<EntityRef> = None;
        for d in deltas.iter().filter(|d| d.mutation.op == DeltaOp::Unmerge) {
            let survivor = d.mutation.survivor().map_err(store::StoreError::from)?;
            stays = stays.or(survivor);
            apart.push(tx.resolve(d.mutation.entity)?);
        }
        let stays = tx.resolve(stays.ok_or_else(nothing)?)?;
        apart.retain(|at| *at != stays);
        apart.dedup();
        if apart.is_empty() {
            return Err(refused("These are one record already.", "There is nothing to take back.").into());
        }
        for filed in tx.open_about(stays.id)? {
            if let AnyProposal::Normalized(p) = &filed.artifact
                && p.action == ProposalAction::Merge
                && p.row_refs.is_empty()
                && apart.iter().all(|at| p.entity_id == at.id || p.merge_candidate_refs.iter().any(|c| c.entity == *at))
            {
                let why = "Whether these are one waits for a reviewer already.";
                return Err(refused(why, "Look at it in the queue.").into());
            }
        }
        let mut p = asked_by(tx, actor, ProposalSource::Operator, stays, ProposalAction::Merge);
        for at in std::iter::once(stays).chain(apart.iter().copied()) {
            let record = tx.record(at)?.ok_or_else(nothing)?;
            p.base_versions.insert(at.id.to_string(), record.version);
        }
        p.merge_candidate_refs = apart.into_iter().map(|at| MergeCandidate::plain(at, 1.0, Vec::new())).collect();
        p.review_reason = Some(why(actor, "asked for these to become one record again", None));
        let id = p.proposal_id;
        self.file(tx, &AnyProposal::Normalized(p))?;
        Ok(id)
    }
}
