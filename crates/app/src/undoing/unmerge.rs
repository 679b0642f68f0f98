//! The use cases of taking a merge apart: what it would do, and doing it with the verdict on record.

use contracts::{
    Actor, AnyProposal, ApiError, ApprovalDecision, ArtifactId, DeltaOp, EntityId, GroupUndone, MergeCandidate,
    Permission, ProposalAction, ProposalSource, UnmergeArgs, UnmergeView, UnmergedSide, Verdict,
};
use graph::{Mutation, Places};
use store::{Reader, StoredDelta, Tx};

use super::parting::Parted;
use super::{may_take_back, take_back_proposals, told, write};
use crate::error::{Failure, not_found, refused};
use crate::imports::envelope;
use crate::review::{asked_by, unmerged_fields};
use crate::{App, Outcome};

/// The standing deltas of the merge that absorbed a record.
fn merge_of(r: &Reader<'_>, id: EntityId) -> Result<Vec<StoredDelta>, Failure> {
    let not = || not_found("merged record", id);
    let newest = r.deltas_of(id)?.into_iter().rev().find(|d| d.mutation.op == DeltaOp::Merge).ok_or_else(not)?;
    let absorbed = r.alias(newest.mutation.entity)?.is_some();
    Ok(Some(r.standing_group(newest.group)?).filter(|d| absorbed && !d.is_empty()).ok_or_else(not)?)
}

impl App {
    /// A merge as it can be taken apart: who comes back, what was done since and where that is proposed to go.
    ///
    /// # Errors
    /// [`contracts::ErrorCode::Refused`] by policy, and where the survivor was itself merged since; [`contracts::ErrorCode::NotFound`] for a
    /// record that nobody absorbed.
    pub fn unmerge_view(&self, actor: &Actor, id: EntityId) -> Outcome<UnmergeView> {
        let access = self.permit(actor, Permission::MergeRecords)?;
        self.reading(|r| {
            let deltas = merge_of(r, id)?;
            let parted = Parted::of(r, &deltas)?.ok_or_else(merged_on)?;
            let Some(first) = deltas.first() else { return Err(not_found("merged record", id).into()) };
            let edits = parted.edits();
            let back = parted.back(&Places::new())?;
            let mut comes_back = Vec::new();
            for (at, fields) in &parted.absorbed {
                let gains = |m: &Mutation| {
                    m.op == DeltaOp::Link && m.link().ok().flatten().is_some_and(|l| l.from == *at || l.to == *at)
                };
                let links = back.steps.iter().filter(|(_, m)| gains(m)).count();
                comes_back.push(UnmergedSide {
                    entity: *at,
                    title: access.shown_title(at.entity, &graph::title(at.entity, fields)),
                    fields: unmerged_fields(&access, at.entity, &parted.now.fields, fields),
                    links: u32::try_from(links).unwrap_or(u32::MAX),
                });
            }
            let links: u32 = comes_back.iter().map(|c| c.links).sum();
            let mut consequences = vec![crate::review::brought_back(comes_back.len())];
            if links > 0 {
                consequences.push(format!("moves {links} {} back", if links == 1 { "link" } else { "links" }));
            }
            if !edits.is_empty() {
                let n = edits.len();
                consequences.push(format!("places {n} {} made since", if n == 1 { "edit" } else { "edits" }));
            }
            let title = graph::title(parted.survivor.entity, &parted.now.fields);
            Ok(UnmergeView {
                group: first.group,
                merged_at: first.at.clone(),
                merged_by: first.actor.clone(),
                decision_id: first.cause.decision_id,
                survivor: parted.survivor,
                survivor_title: access.shown_title(parted.survivor.entity, &title),
                comes_back,
                edits,
                kept: parted.plan.kept.iter().filter(|k| k.field == "link").cloned().map(told).collect(),
                consequences,
                seen: parted.seen(),
            })
        })
    }

    /// Takes apart the merge that absorbed a record; what was done since goes where it is proposed for.
    ///
    /// # Errors
    /// As [`App::unmerge_placed`].
    pub fn unmerge(&self, actor: &Actor, id: EntityId) -> Outcome<GroupUndone> {
        self.unmerge_placed(actor, &UnmergeArgs::of(id))
    }

    /// Takes apart the merge that absorbed a record: both stand again exactly as they were, and what was done since goes
    /// where it is placed, or proposed. The verdict is recorded as any other; "not the same" is remembered when asked.
    ///
    /// # Errors
    /// As [`App::unmerge_view`]; refused where something else was seen; [`contracts::ErrorCode::BadInput`] for a placement that does
    /// not fit.
    pub fn unmerge_placed(&self, actor: &Actor, args: &UnmergeArgs) -> Outcome<GroupUndone> {
        self.permit(actor, Permission::MergeRecords)?;
        let done: Result<GroupUndone, Failure> = self.store.write(self.host.as_ref(), |tx| {
            let access = self.access_in(tx, actor)?;
            access.permit(Permission::MergeRecords)?;
            let deltas = merge_of(tx, args.id)?;
            may_take_back(&access, &deltas)?;
            let parted = Parted::of(tx, &deltas)?.ok_or_else(merged_on)?;
            let seen = parted.seen();
            if args.seen.as_ref().is_some_and(|s| s.trim().to_lowercase() != seen) {
                return Err(refused(
                    "What you saw is not what stands now.",
                    "Look at the merge again, then place what was done since.",
                )
                .into());
            }
            let places = parted.places(&args.placements)?;
            self.part(tx, actor, args, &parted, &places, seen)
        });
        done.map_err(ApiError::from)
    }

    fn part(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        args: &UnmergeArgs,
        parted: &Parted,
        places: &Places,
        seen: String,
    ) -> Result<GroupUndone, Failure> {
        // The question whether they are one, asked anew and answered with no.
        let mut p = asked_by(tx, actor, ProposalSource::Operator, parted.survivor, ProposalAction::Merge);
        p.merge_candidate_refs =
            parted.absorbed.iter().map(|(at, _)| MergeCandidate::plain(*at, 0.0, Vec::new())).collect();
        p.review_reason = Some(format!("{} takes this merge apart.", actor.id));
        p.base_versions.insert(parted.survivor.id.to_string(), parted.now.version);
        self.file(tx, &AnyProposal::Normalized(p.clone()))?;
        let about = envelope::<ApprovalDecision>(tx.new_id(), "velocity", actor, &tx.now());
        let decision = ApprovalDecision {
            proposal_ref: Some(ArtifactId(p.proposal_id.0)),
            decision_notes: args.notes.clone().filter(|n| !n.trim().is_empty()),
            placements: args.placements.clone(),
            ..ApprovalDecision::of(about, Verdict::Reject, seen)
        };
        tx.insert_decision(None, &decision)?;
        crate::review::enter(tx, &AnyProposal::Normalized(p.clone()), "rejected", actor)?;
        let mut back = parted.back(places)?;
        back.decision = Some(decision.decision_id);
        let undone = parted.deltas.first().map(|d| d.group);
        let (group, reversed, kept) = write(tx, actor, back)?;
        let Some(undone) = undone else { return Err(not_found("merged record", args.id).into()) };
        let undone = GroupUndone { undone, group, reversed, kept };
        take_back_proposals(tx, actor, &undone)?;
        if args.not_the_same {
            crate::matching::rejections::remember(tx, &p, decision.decision_id, None)?;
        }
        Ok(undone)
    }
}

fn merged_on() -> ApiError {
    refused("The record that stayed was merged into another one since.", "Take that merge apart first, then this one.")
}
