//! The use cases of taking a merge apart: what it would do, doing it with the verdict on record, and asking for it.

use contracts::{
    Actor, AnyProposal, ApiError, ApprovalDecision, ArtifactId, DeltaOp, EditSince, EntityId, EntityRef, ErrorCode,
    GroupId, GroupUndone, MergeCandidate, NormalizedEntityProposal, Parting, PartingSide, PartingView, Permission,
    Placement, ProposalAction, ProposalSource, ReviewEffect, UnmergeArgs, UnmergeView, UnmergedSide, Verdict,
};
use graph::{Fields, Mutation, Places};
use store::{Reader, StoredDelta, Tx};

use super::parting::Parted;
use super::{Back, may_take_back, take_back_proposals, told, write};
use crate::access::Access;
use crate::error::{Failure, not_found, refused};
use crate::imports::envelope;
use crate::review::{Carried, apart_effects, asked_by, enter, unmerged_fields};
use crate::{App, Outcome};

/// The standing deltas of the merge that absorbed a record.
fn merge_of(r: &Reader<'_>, id: EntityId) -> Result<Vec<StoredDelta>, Failure> {
    let not = || not_found("merged record", id);
    let newest = r.deltas_of(id)?.into_iter().rev().find(|d| d.mutation.op == DeltaOp::Merge).ok_or_else(not)?;
    let absorbed = r.alias(newest.mutation.entity)?.is_some();
    Ok(Some(r.standing_group(newest.group)?).filter(|d| absorbed && !d.is_empty()).ok_or_else(not)?)
}

/// The group that stands for the merge that absorbed a record; none where it stands by itself.
pub(crate) fn merge_group(r: &Reader<'_>, at: EntityRef) -> Result<Option<GroupId>, Failure> {
    if r.alias(at)?.is_none() {
        return Ok(None);
    }
    Ok(merge_of(r, at.id)?.first().map(|d| d.group))
}

/// The merge that a request is about; none where it does not stand as it was asked about any more.
fn asked_about(r: &Reader<'_>, p: &NormalizedEntityProposal) -> Result<Option<Parted>, Failure> {
    let Some(asked) = &p.parting else { return Ok(None) };
    let deltas = r.standing_group(asked.group)?;
    let parted = if deltas.is_empty() { None } else { Parted::of(r, &deltas)? };
    Ok(parted.filter(|parted| parted.survivor.id == p.entity_id))
}

/// Whether the merge that a request is about can still be taken apart.
pub(crate) fn stands(r: &Reader<'_>, p: &NormalizedEntityProposal) -> Result<bool, Failure> {
    Ok(asked_about(r, p)?.is_some())
}

/// A merge as a request would have it taken apart.
pub(crate) struct Apart {
    /// Who stands for all of them, as it says now and as it would say.
    pub survivor: (EntityRef, Fields, Fields),
    /// Who comes back, with what each says then.
    pub absorbed: Vec<(EntityRef, Fields)>,
    pub view: PartingView,
    pub effects: Vec<ReviewEffect>,
    /// What a verdict is bound to beside the request itself.
    pub seen: String,
}

impl Apart {
    /// What a request asks for, on what stands now; none where its merge does not stand any more.
    pub(crate) fn of(r: &Reader<'_>, p: &NormalizedEntityProposal) -> Result<Option<Self>, Failure> {
        let (Some(parted), Some(asked)) = (asked_about(r, p)?, &p.parting) else { return Ok(None) };
        let Some(first) = parted.deltas.first() else { return Ok(None) };
        let placements = still(&parted.edits(), &asked.placements);
        let places = parted.places(&placements)?;
        let back = parted.back(&places)?;
        let (survivor, absorbed) = parted.apart(&places);
        let side = |at: EntityRef, fields: &Fields| PartingSide { entity: at, title: graph::title(at.entity, fields) };
        let sides = std::iter::once(side(parted.survivor, &parted.now.fields))
            .chain(parted.absorbed.iter().map(|(at, fields)| side(*at, fields)));
        Ok(Some(Self {
            view: PartingView {
                merged_at: first.at.clone(),
                merged_by: first.actor.clone(),
                sides: sides.collect(),
                edits: parted.edits(),
                placements,
                not_the_same: asked.not_the_same,
            },
            effects: apart_effects(
                parted.absorbed.len(),
                links_back(&parted, &back).iter().sum(),
                parted.edits().len(),
            ),
            seen: parted.seen(),
            survivor: (parted.survivor, parted.now.fields.clone(), survivor),
            absorbed,
        }))
    }
}

/// Placements of what is still there to be placed.
fn still(edits: &[EditSince], placements: &[Placement]) -> Vec<Placement> {
    placements.iter().filter(|p| edits.iter().any(|e| e.edit == p.edit)).cloned().collect()
}

/// How many links each who comes back gets again.
fn links_back(parted: &Parted, back: &Back) -> Vec<usize> {
    let gains = |at: EntityRef, m: &Mutation| {
        m.op == DeltaOp::Link && m.link().ok().flatten().is_some_and(|l| l.from == at || l.to == at)
    };
    parted.absorbed.iter().map(|(at, _)| back.steps.iter().filter(|(_, m)| gains(*at, m)).count()).collect()
}

impl App {
    /// A merge as it can be taken apart: who comes back, what was done since and where that is proposed to go.
    ///
    /// # Errors
    /// [`contracts::ErrorCode::Refused`] by policy, and where the survivor was itself merged since; [`contracts::ErrorCode::NotFound`] for a
    /// record that nobody absorbed.
    pub fn unmerge_view(&self, actor: &Actor, id: EntityId) -> Outcome<UnmergeView> {
        let access = self.permit(actor, Permission::Propose)?;
        self.reading(|r| {
            let deltas = merge_of(r, id)?;
            let parted = Parted::of(r, &deltas)?.ok_or_else(merged_on)?;
            let Some(first) = deltas.first() else { return Err(not_found("merged record", id).into()) };
            let mut edits = parted.edits();
            let back = parted.back(&Places::new())?;
            let links = links_back(&parted, &back);
            let comes_back = parted.absorbed.iter().zip(&links).map(|((at, fields), links)| UnmergedSide {
                entity: *at,
                title: access.shown_title(at.entity, &graph::title(at.entity, fields)),
                fields: unmerged_fields(&access, at.entity, &parted.now.fields, fields),
                links: u32::try_from(*links).unwrap_or(u32::MAX),
            });
            let comes_back: Vec<UnmergedSide> = comes_back.collect();
            let effects = apart_effects(comes_back.len(), links.iter().sum(), edits.len());
            mask(&access, parted.survivor, &mut edits);
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
                consequences: effects.into_iter().map(|e| e.sentence).collect(),
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
    /// Whoever may not do that leaves it as a request to those who may ([`GroupUndone::requested`]).
    ///
    /// # Errors
    /// As [`App::unmerge_view`]; refused where something else was seen, and where it was asked for before;
    /// [`contracts::ErrorCode::BadInput`] for a placement that does not fit.
    pub fn unmerge_placed(&self, actor: &Actor, args: &UnmergeArgs) -> Outcome<GroupUndone> {
        self.permit(actor, Permission::Propose)?;
        let done: Result<GroupUndone, Failure> = self.store.write(self.host.as_ref(), |tx| {
            let access = self.access_in(tx, actor)?;
            access.permit(Permission::Propose)?;
            let deltas = merge_of(tx, args.id)?;
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
            if access.permit(Permission::MergeRecords).is_err() {
                let undone = group_of(&parted, args)?;
                let wish =
                    Parting { group: undone, placements: args.placements.clone(), not_the_same: args.not_the_same };
                let requested = Some(self.ask_apart(tx, actor, wish, args.notes.as_deref(), &parted)?);
                return Ok(GroupUndone { undone, group: None, reversed: 0, kept: Vec::new(), requested });
            }
            may_take_back(&access, &deltas)?;
            self.part(tx, actor, args, &parted, &places, seen)
        });
        done.map_err(ApiError::from)
    }

    /// Does what a request asks for, edits placed as it has them unless the reviewer placed them otherwise.
    pub(crate) fn carry_apart(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        p: &NormalizedEntityProposal,
        decision: &ApprovalDecision,
    ) -> Result<Carried, Failure> {
        let access = self.access_in(tx, actor)?;
        let (Some(parted), Some(asked)) = (asked_about(tx, p)?, &p.parting) else {
            return Err(refused("This merge was taken apart already, or is a part of another.", "Reject it.").into());
        };
        may_take_back(&access, &parted.deltas)?;
        let placements = match decision.placements.as_slice() {
            [] => still(&parted.edits(), &asked.placements),
            own => own.to_vec(),
        };
        let mut back = parted.back(&parted.places(&placements)?)?;
        back.decision = Some(decision.decision_id);
        back.proposal = Some(p.proposal_id);
        let (group, reversed, kept) = write(tx, actor, back)?;
        let undone = GroupUndone { undone: asked.group, group, reversed, kept, requested: None };
        take_back_proposals(tx, actor, &undone)?;
        if asked.not_the_same {
            crate::matching::rejections::remember(tx, p, decision.decision_id, None)?;
        }
        let wrapped = AnyProposal::Normalized(p.clone());
        enter(tx, &wrapped, "approved", actor)?;
        enter(tx, &wrapped, "applied", actor)?;
        let entities = std::iter::once(parted.survivor).chain(parted.absorbed.iter().map(|(at, _)| *at)).collect();
        Ok(Carried { group, changes: reversed, entities })
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
        p.merge_candidate_refs = joined_in(parted);
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
        enter(tx, &AnyProposal::Normalized(p.clone()), "rejected", actor)?;
        let mut back = parted.back(places)?;
        back.decision = Some(decision.decision_id);
        let undone = group_of(parted, args)?;
        let (group, reversed, kept) = write(tx, actor, back)?;
        let undone = GroupUndone { undone, group, reversed, kept, requested: None };
        take_back_proposals(tx, actor, &undone)?;
        if args.not_the_same {
            crate::matching::rejections::remember(tx, &p, decision.decision_id, None)?;
        }
        let entities: Vec<EntityRef> =
            std::iter::once(parted.survivor).chain(parted.absorbed.iter().map(|(at, _)| *at)).collect();
        // Who asked for the same meanwhile has it.
        let _ = self.supersede_others(tx, actor, &entities, p.proposal_id)?;
        Ok(undone)
    }
}

fn group_of(parted: &Parted, args: &UnmergeArgs) -> Result<GroupId, Failure> {
    Ok(parted.deltas.first().map(|d| d.group).ok_or_else(|| not_found("merged record", args.id))?)
}

pub(super) fn joined_in(parted: &Parted) -> Vec<MergeCandidate> {
    parted.absorbed.iter().map(|(at, _)| MergeCandidate::plain(*at, 0.0, Vec::new())).collect()
}

/// Edits as a role sees them that does not see everything.
fn mask(access: &Access, survivor: EntityRef, edits: &mut [EditSince]) {
    if access.sees_all() {
        return;
    }
    for edit in edits.iter_mut().filter(|e| matches!(e.kind.as_str(), "field" | "item")) {
        for value in [&mut edit.before, &mut edit.after] {
            *value = access.shown(survivor.entity, &edit.field, value).unwrap_or_default();
        }
        edit.why.clear();
    }
}

pub(super) fn merged_on() -> ApiError {
    ApiError::new(
        ErrorCode::Refused,
        "The record that stayed was merged into another one since.",
        "Take that merge apart first, then this one.",
    )
}
