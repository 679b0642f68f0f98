//! The decision path: who may, what was seen, what the verdict does, and what it leaves to do.

use std::collections::BTreeSet;

use contracts::{
    Actor, ActorKind, AnyProposal, ApiError, ApprovalDecision, ArtifactId, Correction, DecideArgs, DecideResult,
    DecisionId, EntityId, EntityRef, ErrorCode, Fate, Permission, ProposalAction, ProposalId, Verdict,
};
use store::{Filed, NewFate, Phase, Reader, Tx};

use crate::access::{Access, allow};
use crate::error::{Failure, not_found, refused};
use crate::imports::apply::known_since;
use crate::imports::envelope;
use crate::review::again::Again;
use crate::review::joining::Choice;
use crate::review::{enter, item};
use crate::{App, Outcome};

/// Items that come with an answer at most.
const AHEAD: u32 = 5;

/// What a no leaves to do.
#[derive(Default)]
pub(crate) struct No {
    /// What the row is proposed as instead.
    pub follow_up: Vec<ProposalId>,
    /// The record that the row would become.
    pub made: Option<EntityId>,
}

impl App {
    /// A verdict on one proposal, bound to what was seen. Where policy lets only others decide, it may stay with the
    /// proposal as a request to them ([`DecideArgs::or_ask`]).
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] where policy says no, where the proposal was decided before, and where what was seen is not
    /// what stands now; [`ErrorCode::BadInput`] for corrections or choices that do not fit.
    pub fn review_decide(&self, actor: &Actor, args: &DecideArgs) -> Outcome<DecideResult> {
        self.permit(actor, if args.or_ask { Permission::Propose } else { Permission::Decide })?;
        let done: Result<Result<DecideResult, ApiError>, Failure> =
            self.store.write(self.host.as_ref(), |tx| self.decide_in(tx, actor, args));
        // A proposal found stale is superseded, and that is kept: only then is the verdict refused.
        done.map_err(ApiError::from)?
    }

    fn decide_in(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        args: &DecideArgs,
    ) -> Result<Result<DecideResult, ApiError>, Failure> {
        let access = self.access_in(tx, actor)?;
        access.permit(if args.or_ask { Permission::Propose } else { Permission::Decide })?;
        let filed = tx.filed(args.proposal_id)?.ok_or_else(|| not_found("proposal", args.proposal_id))?;
        open(&filed)?;
        let choice = choice_of(&filed.artifact, args)?;
        let asked = item::asked(tx, &access.policy, &filed.artifact)?;
        let own = filed.artifact.envelope().created_by == *actor;
        let may = allow(&policy::may_decide(&access.policy, access.role, &asked, own)).map_err(Failure::from);
        let may = match (may, args.decision) {
            (Ok(()), Verdict::Correct) => corrected(tx, &access, &filed.artifact, &args.corrections),
            (may, _) => may,
        };
        let asks = may.is_err() && args.or_ask && actor.kind == ActorKind::Human && args.decision != Verdict::Defer;
        if !asks {
            may?;
        }
        if item::seen(tx, &filed)? != args.seen.trim().to_lowercase() {
            return Err(refused(
                "What you saw is not what stands now.",
                "Look at the proposal again, then decide on what it shows.",
            )
            .into());
        }
        let carries = matches!(args.decision, Verdict::Approve | Verdict::Correct);
        let mut result = DecideResult {
            // Until it is recorded.
            decision_id: DecisionId(args.proposal_id.0),
            state: "proposed".into(),
            requested: asks,
            group: None,
            changes: 0,
            entities: Vec::new(),
            follow_up: Vec::new(),
            set_aside: Vec::new(),
            link: None,
            next: Vec::new(),
        };
        if asks {
            result.decision_id = self.record_verdict(tx, actor, &filed, args, true)?.decision_id;
            return Ok(Ok(self.with_next(tx, &access, actor, args, result)?));
        }
        // Somebody brought the same record of the same system in meanwhile: there is no base that would tell.
        let overtaken = match &filed.artifact {
            AnyProposal::Normalized(p) if carries && p.action == ProposalAction::Create => known_since(tx, p)?,
            _ => false,
        };
        if overtaken || (carries && item::is_stale(tx, &filed.artifact)?) {
            let follow_up = self.supersede(tx, actor, &filed)?;
            let hint = if follow_up.is_empty() {
                "It was set aside. Propose it again if it is still wanted."
            } else {
                "It was set aside, and its row was proposed anew: decide on that."
            };
            let why = if overtaken {
                "The record was brought in by another import since this was proposed."
            } else {
                "The record was changed since this was proposed."
            };
            return Ok(Err(refused(why, hint)));
        }
        let decision = self.record_verdict(tx, actor, &filed, args, false)?;
        result.decision_id = decision.decision_id;
        match args.decision {
            Verdict::Defer => {}
            Verdict::Reject => {
                enter(tx, &filed.artifact, "rejected", actor)?;
                result.state = "rejected".into();
                let no = self.not_so(tx, actor, &filed, decision.decision_id)?;
                result.follow_up = no.follow_up;
                if let (Some(kind), AnyProposal::Normalized(p)) = (args.relation, &filed.artifact) {
                    let related = self.relate(tx, actor, &filed, p, decision.decision_id, kind, no.made)?;
                    (result.group, result.changes, result.link) = (related.group, related.changes, related.link);
                    result.entities = related.entities;
                }
            }
            Verdict::Approve | Verdict::Correct => {
                let carried = self.carry_out(tx, actor, &filed, &decision, choice)?;
                result.state = "applied".into();
                (result.group, result.changes) = (carried.group, carried.changes);
                result.set_aside = self.supersede_others(tx, actor, &carried.entities, args.proposal_id)?;
                result.entities = carried.entities;
            }
        }
        Ok(Ok(self.with_next(tx, &access, actor, args, result)?))
    }

    /// The answer with what comes next, where that was asked for: one call and one transaction from key to next item.
    fn with_next(
        &self,
        tx: &Tx<'_>,
        access: &Access,
        actor: &Actor,
        args: &DecideArgs,
        mut result: DecideResult,
    ) -> Result<DecideResult, Failure> {
        if let Some(then) = &args.then {
            result.next = self.first_items(tx, access, actor, then, AHEAD)?;
        }
        Ok(result)
    }

    fn record_verdict(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        filed: &Filed,
        args: &DecideArgs,
        asks: bool,
    ) -> Result<ApprovalDecision, Failure> {
        let system = filed.artifact.envelope().source_system.clone();
        let about = envelope::<ApprovalDecision>(tx.new_id(), &system, actor, &tx.now());
        let verdict = if asks { Verdict::Defer } else { args.decision };
        let decision = ApprovalDecision {
            proposal_ref: Some(ArtifactId(args.proposal_id.0)),
            decision_notes: args.notes.clone().filter(|n| !n.trim().is_empty()),
            corrections: args.corrections.clone(),
            asks: asks.then_some(args.decision),
            survivor: args.survivor.filter(|id| *id != filed.artifact.entity().id),
            left_out: args.leave_out.clone(),
            relation: args.relation,
            placements: args.placements.clone(),
            took_ms: args.took_ms,
            ..ApprovalDecision::of(about, verdict, args.seen.trim().to_lowercase())
        };
        tx.insert_decision(filed.import, &decision)?;
        Ok(decision)
    }

    /// Sets aside a proposal whose records moved. The row behind it is proposed anew on what stands now.
    pub(crate) fn supersede(&self, tx: &mut Tx<'_>, actor: &Actor, filed: &Filed) -> Result<Vec<ProposalId>, Failure> {
        enter(tx, &filed.artifact, "superseded", actor)?;
        if let Some(asked) = self.still_suspected(tx, &filed.artifact)? {
            return Ok(vec![asked]);
        }
        let again = Again { is_not: BTreeSet::new(), why: "Planned again: the record was changed since." };
        self.plan_again(tx, actor, filed, Some(again))
    }

    /// Sets aside every other open proposal that was made on what these records were before.
    pub(crate) fn supersede_others(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        entities: &[EntityRef],
        decided: ProposalId,
    ) -> Result<Vec<ProposalId>, Failure> {
        let mut set_aside = Vec::new();
        let mut seen = BTreeSet::from([decided]);
        for at in entities {
            for filed in tx.open_about(at.id)? {
                let id = filed.artifact.proposal_id();
                if seen.insert(id) && tx.lifecycle(id.0)?.is_none() && item::is_stale(tx, &filed.artifact)? {
                    self.supersede(tx, actor, &filed)?;
                    set_aside.push(id);
                }
            }
        }
        Ok(set_aside)
    }

    /// After a no: a row that is not who it seemed is somebody else or somebody new; any other row is done with.
    pub(crate) fn not_so(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        filed: &Filed,
        decision: DecisionId,
    ) -> Result<No, Failure> {
        let AnyProposal::Normalized(p) = &filed.artifact else { return Ok(No::default()) };
        if p.action == ProposalAction::Merge {
            let mut is_not: BTreeSet<EntityRef> = p.merge_candidate_refs.iter().map(|c| c.entity).collect();
            is_not.insert(EntityRef { entity: p.entity_type, id: p.entity_id });
            let again = Again { is_not, why: "A person decided that this is somebody else." };
            let follow_up = self.plan_again(tx, actor, filed, Some(again))?;
            let mut made = None;
            for id in &follow_up {
                let proposal = tx.proposal(*id)?.map(|s| s.artifact);
                let own = proposal.filter(|q| q.action == ProposalAction::Create && q.entity_type == p.entity_type);
                made = made.or(own.map(|q| q.entity_id));
            }
            crate::matching::rejections::remember(tx, p, decision, made)?;
            return Ok(No { follow_up, made });
        }
        let (Some(import), Some(row)) = (filed.import, p.row_refs.first().copied()) else { return Ok(No::default()) };
        // What is beside the row's main record is refused alone; without the main record there is nothing to keep.
        let of_row = tx.proposals_of_rows(import, filed.plan, row..=row)?;
        let main = of_row.iter().find(|s| s.stands() || s.artifact.proposal_id == p.proposal_id);
        if main.is_some_and(|main| main.artifact.proposal_id != p.proposal_id) {
            return Ok(No::default());
        }
        let follow_up = self.plan_again(tx, actor, filed, None)?;
        let step = tx.next_step(import, false)?;
        let reason = format!("Rejected by {}.", actor.id);
        let fate = NewFate { row_number: row, fate: Fate::Reject, reason: &reason, refs: &[] };
        tx.insert_fate(import, step, Phase::Applied, &fate)?;
        Ok(No { follow_up, made: None })
    }
}

/// Whether there is still something to decide.
fn open(filed: &Filed) -> Result<(), Failure> {
    if filed.state == "superseded" {
        return Err(refused(
            "A verdict before this one changed its records, so that it was set aside.",
            "Where the question is still open, it waits in the queue on what stands now.",
        )
        .into());
    }
    if filed.state != "proposed" {
        return Err(refused(
            format!("This was decided before: it is {}.", filed.state.replace('_', " ")),
            "A later verdict needs a new proposal; what was applied can be undone.",
        )
        .into());
    }
    if filed.passed_over {
        return Err(refused(
            "The columns of its import were mapped anew, or the import was undone, since this was proposed.",
            "Look at the import's newer proposals.",
        )
        .into());
    }
    Ok(())
}

/// A correction is typed by hand: only into fields that the reviewer may change by hand.
fn corrected(r: &Reader<'_>, access: &Access, p: &AnyProposal, given: &[Correction]) -> Result<(), Failure> {
    let at = r.resolve(p.entity())?;
    let record = r.record(at)?.unwrap_or_default();
    for c in given {
        let before = record.fields.get(&c.field).cloned().unwrap_or_default();
        allow(&policy::may_edit(&access.policy, access.role, at.entity, &c.field, &before, &c.value))?;
    }
    Ok(())
}

/// What a verdict chooses otherwise than proposed: of a merge of records who stays and who is left out, of a row that is
/// somebody known which of the candidates.
fn choice_of(p: &AnyProposal, args: &DecideArgs) -> Result<Choice, Failure> {
    let merge = match p {
        AnyProposal::Normalized(n) if n.action == ProposalAction::Merge => Some(n),
        _ => None,
    };
    let wrong = |field: &str, why: &str| {
        ApiError::new(ErrorCode::BadInput, why, "Leave it out, or decide the proposal that it is about.").at(field)
    };
    if merge.is_none_or(|n| !n.row_refs.is_empty()) && !args.leave_out.is_empty() {
        return Err(wrong("leave_out", "Only a merge of several records can leave some out.").into());
    }
    let offered = |id: EntityId| {
        merge.is_some_and(|n| n.entity_id == id || n.merge_candidate_refs.iter().any(|c| c.entity.id == id))
    };
    if args.survivor.is_some_and(|id| !offered(id)) {
        return Err(wrong("survivor", "The proposal does not name this record.").into());
    }
    let parts = matches!(p, AnyProposal::Normalized(n) if n.action == ProposalAction::Unmerge);
    if !parts && !args.placements.is_empty() {
        return Err(wrong("placements", "Only a merge that is taken apart has edits to place.").into());
    }
    if parts && args.decision == Verdict::Correct {
        return Err(
            wrong("corrections", "Who comes back comes back as they were; only edits made since are placed.").into()
        );
    }
    if args.relation.is_some() && (merge.is_none() || args.decision != Verdict::Reject) {
        return Err(wrong("relation", "A relation is recorded where two are decided not to be the same.").into());
    }
    Ok(Choice { survivor: args.survivor, leave_out: args.leave_out.clone(), ..Choice::default() })
}
