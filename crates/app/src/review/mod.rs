//! One queue and one decision path for every kind of proposal (R26, R40-R45, R61, R78).
//!
//! A verdict is bound to what was seen: the proposal and the versions of every record it concerns. Who may decide says
//! policy; what a verdict does is carried out in the same transaction as the decision itself.

mod carry;
mod item;

use std::collections::{BTreeMap, BTreeSet};

use contracts::{
    Actor, AnyProposal, ApiError, ApprovalDecision, ArtifactId, Correction, DecideArgs, DecideResult, DecisionId,
    EnrichmentProposal, EntityRef, ErrorCode, Fate, ImportId, ImportState, KindCount, NormalizedEntityProposal,
    OracleWritebackProposal, Permission, ProposalAction, ProposalId, ProposalSource, ReviewItem, ReviewPage,
    ReviewQuery, Verdict,
};
use store::{Filed, NewFate, Phase, QueueRequest, Reader, Tx};

use crate::access::{Access, allow};
use crate::error::{Failure, not_found, refused};
use crate::imports::apply::known_since;
use crate::imports::plan::{Decided, Planning};
use crate::imports::{envelope, find};
use crate::{App, Outcome};

pub(crate) use item::item as shown;

/// Rows whose proposals are read at once.
const ROWS_READ: u64 = 500;

/// Proposals shown at once.
const MAX_PAGE: u32 = 200;

impl App {
    /// What waits for a decision, oldest first.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] by policy; [`ErrorCode::BadInput`] for a limit outside 1..=200; [`ErrorCode::NotFound`] for
    /// an import that is not there.
    pub fn review_list(&self, actor: &Actor, query: &ReviewQuery) -> Outcome<ReviewPage> {
        let access = self.permit(actor, Permission::ReadWorkflow)?;
        let limit = query.limit.unwrap_or(50);
        if !(1..=MAX_PAGE).contains(&limit) {
            return Err(ApiError::new(
                ErrorCode::BadInput,
                format!("{limit} proposals can't be shown at once."),
                format!("Ask for 1 to {MAX_PAGE}."),
            )
            .at("limit"));
        }
        self.reading(|r| {
            let import = query.import_id.map(|id| find(r, id)).transpose()?.map(|i| i.import);
            let request = QueueRequest {
                import,
                kind: query.kind.clone(),
                source: query.source.clone(),
                all: query.all,
                after: query.after.unwrap_or(0),
                limit: limit + 1,
            };
            let mut found = r.queue(&request)?;
            let more = found.len() > limit as usize;
            found.truncate(limit as usize);
            let next_after = found.last().filter(|_| more).map(|f| f.proposal);
            let items = found.iter().map(|f| item::item(r, &access, f)).collect::<Result<_, _>>()?;
            let counts = r.queue_counts(import)?.into_iter().map(|(kind, count)| KindCount { kind, count }).collect();
            Ok(ReviewPage { items, next_after, counts })
        })
    }

    /// One proposal as it is shown, decided or not.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`].
    pub fn review_show(&self, actor: &Actor, id: ProposalId) -> Outcome<ReviewItem> {
        let access = self.permit(actor, Permission::ReadWorkflow)?;
        self.reading(|r| {
            let filed = r.filed(id)?.ok_or_else(|| not_found("proposal", id))?;
            item::item(r, &access, &filed)
        })
    }

    /// Files a proposal of a machine or a scan. It waits for a person, whatever it says of itself.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] naming the field that breaks its contract.
    pub fn propose(&self, actor: &Actor, proposal: &AnyProposal) -> Outcome<ProposalId> {
        self.permit(actor, Permission::Propose)?;
        fit(actor, proposal)?;
        let filed: Result<(), Failure> = self.store.write(self.host.as_ref(), |tx| {
            self.access_in(tx, actor)?.permit(Permission::Propose)?;
            let id = proposal.proposal_id();
            if tx.filed(id)?.is_some() {
                return Err(unfit("proposal_id", "A proposal with this id was filed already.").into());
            }
            let at = tx.resolve(proposal.entity())?;
            let changes = !matches!(proposal, AnyProposal::Normalized(p) if p.action == ProposalAction::Create);
            if !changes && (tx.record(at)?.is_some() || at != proposal.entity()) {
                return Err(unfit("entity_id", "A new record has an id that no other one has or had.").into());
            }
            if changes && tx.record(at)?.is_none() {
                return Err(not_found(at.entity.as_str(), at.id).into());
            }
            if changes && !proposal.base_versions().contains_key(&proposal.entity().id.to_string()) {
                let why = "It does not say on which version of the record it was made.";
                return Err(unfit("base_versions", why).into());
            }
            self.file(tx, proposal)
        });
        filed.map_err(ApiError::from)?;
        Ok(proposal.proposal_id())
    }

    /// Files a proposal under the policy rule that says who decides it.
    pub(crate) fn file(&self, tx: &mut Tx<'_>, proposal: &AnyProposal) -> Result<(), Failure> {
        let asked = item::asked(tx, &*self.policy_in(tx)?, proposal)?;
        tx.file_proposal(store::Filing { import: None, plan: 0, rule: &asked.rule }, proposal)?;
        Ok(())
    }

    /// A verdict on one proposal, bound to what was seen.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] where policy says no, where the proposal was decided before, and where what was seen is not
    /// what stands now; [`ErrorCode::BadInput`] for corrections that do not fit.
    pub fn review_decide(&self, actor: &Actor, args: &DecideArgs) -> Outcome<DecideResult> {
        self.permit(actor, Permission::Decide)?;
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
        access.permit(Permission::Decide)?;
        let filed = tx.filed(args.proposal_id)?.ok_or_else(|| not_found("proposal", args.proposal_id))?;
        open(&filed)?;
        let asked = item::asked(tx, &access.policy, &filed.artifact)?;
        let own = filed.artifact.envelope().created_by == *actor;
        allow(&policy::may_decide(&access.policy, access.role, &asked, own))?;
        let shown = item::item(tx, &access, &filed)?;
        if shown.seen != args.seen.trim().to_lowercase() {
            return Err(refused(
                "What you saw is not what stands now.",
                "Look at the proposal again, then decide on what it shows.",
            )
            .into());
        }
        let carries = matches!(args.decision, Verdict::Approve | Verdict::Correct);
        if args.decision == Verdict::Correct {
            corrected(tx, &access, &filed.artifact, &args.corrections)?;
        }
        // Somebody brought the same record of the same system in meanwhile: there is no base that would tell.
        let overtaken = match &filed.artifact {
            AnyProposal::Normalized(p) if carries && p.action == ProposalAction::Create => known_since(tx, p)?,
            _ => false,
        };
        if overtaken || (carries && shown.stale) {
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
        let decision = self.record_verdict(tx, actor, &filed, args)?;
        let mut result = DecideResult {
            decision_id: decision.decision_id,
            state: "proposed".into(),
            group: None,
            changes: 0,
            entities: Vec::new(),
            follow_up: Vec::new(),
        };
        match args.decision {
            Verdict::Defer => {}
            Verdict::Reject => {
                enter(tx, &filed.artifact, "rejected", actor)?;
                result.state = "rejected".into();
                result.follow_up = self.not_so(tx, actor, &filed, decision.decision_id)?;
            }
            Verdict::Approve | Verdict::Correct => {
                let carried = self.carry_out(tx, actor, &filed, &decision)?;
                result.state = "applied".into();
                (result.group, result.changes) = (carried.group, carried.changes);
                self.supersede_others(tx, actor, &carried.entities, args.proposal_id)?;
                result.entities = carried.entities;
            }
        }
        Ok(Ok(result))
    }

    fn record_verdict(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        filed: &Filed,
        args: &DecideArgs,
    ) -> Result<ApprovalDecision, Failure> {
        let decision_id = DecisionId(tx.new_id());
        let now = tx.now();
        let system = filed.artifact.envelope().source_system.clone();
        let decision = ApprovalDecision {
            envelope: envelope::<ApprovalDecision>(decision_id.0, &system, actor, &now),
            decision_id,
            proposal_ref: Some(ArtifactId(args.proposal_id.0)),
            set: None,
            reviewer_ref: actor.id.clone(),
            decision: args.decision,
            decision_notes: args.notes.clone().filter(|n| !n.trim().is_empty()),
            decided_at: now,
            seen_hash: args.seen.trim().to_lowercase(),
            corrections: args.corrections.clone(),
        };
        tx.insert_decision(filed.import, &decision)?;
        Ok(decision)
    }

    /// Sets aside a proposal whose records moved. The row behind it is proposed anew on what stands now.
    pub(crate) fn supersede(&self, tx: &mut Tx<'_>, actor: &Actor, filed: &Filed) -> Result<Vec<ProposalId>, Failure> {
        enter(tx, &filed.artifact, "superseded", actor)?;
        let again = Again { is_not: BTreeSet::new(), why: "Planned again: the record was changed since." };
        self.plan_again(tx, actor, filed, Some(again))
    }

    /// Sets aside every other open proposal that was made on what these records were before.
    fn supersede_others(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        entities: &[EntityRef],
        decided: ProposalId,
    ) -> Result<(), Failure> {
        let mut seen = BTreeSet::from([decided]);
        for at in entities {
            for filed in tx.open_about(at.id)? {
                let id = filed.artifact.proposal_id();
                if seen.insert(id) && tx.lifecycle(id.0)?.is_none() && item::is_stale(tx, &filed.artifact)? {
                    self.supersede(tx, actor, &filed)?;
                }
            }
        }
        Ok(())
    }

    /// After a no: a row that is not who it seemed is somebody else or somebody new; any other row is done with.
    fn not_so(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        filed: &Filed,
        decision: DecisionId,
    ) -> Result<Vec<ProposalId>, Failure> {
        let AnyProposal::Normalized(p) = &filed.artifact else { return Ok(Vec::new()) };
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
            return Ok(follow_up);
        }
        let (Some(import), Some(row)) = (filed.import, p.row_refs.first().copied()) else { return Ok(Vec::new()) };
        // What is beside the row's main record is refused alone; without the main record there is nothing to keep.
        let of_row = tx.proposals_of_rows(import, filed.plan, row..=row)?;
        let main = of_row.iter().find(|s| s.stands() || s.artifact.proposal_id == p.proposal_id);
        if main.is_some_and(|main| main.artifact.proposal_id != p.proposal_id) {
            return Ok(Vec::new());
        }
        let follow_up = self.plan_again(tx, actor, filed, None)?;
        let step = tx.next_step(import, false)?;
        let reason = format!("Rejected by {}.", actor.id);
        let fate = NewFate { row_number: row, fate: Fate::Reject, reason: &reason, refs: &[] };
        tx.insert_fate(import, step, Phase::Applied, &fate)?;
        Ok(follow_up)
    }

    /// Sets aside whatever of a proposal's row is still open and, unless it is done with, plans the row again. So are
    /// other rows planned that were to be linked to what was set aside, such as a company that both name.
    fn plan_again(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        filed: &Filed,
        again: Option<Again>,
    ) -> Result<Vec<ProposalId>, Failure> {
        let AnyProposal::Normalized(p) = &filed.artifact else { return Ok(Vec::new()) };
        let (Some(import_id), Some(row)) = (p.import_id, p.row_refs.first().copied()) else { return Ok(Vec::new()) };
        let rows = again.into_iter().map(|again| (row, again)).collect();
        self.plan_rows_again(tx, actor, import_id, &BTreeSet::from([row]), rows)
    }

    /// Plans rows again that the graph has moved on from since they were planned.
    pub(crate) fn plan_overtaken(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        import: ImportId,
        rows: Vec<u64>,
    ) -> Result<(), Failure> {
        if rows.is_empty() {
            return Ok(());
        }
        let again = || Again { is_not: BTreeSet::new(), why: "Planned again: others came in since this was planned." };
        let set_aside = rows.iter().copied().collect();
        let rows = rows.into_iter().map(|row| (row, again())).collect();
        self.plan_rows_again(tx, actor, import, &set_aside, rows).map(drop)
    }

    fn plan_rows_again(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        import_id: ImportId,
        aside: &BTreeSet<u64>,
        mut rows: BTreeMap<u64, Again>,
    ) -> Result<Vec<ProposalId>, Failure> {
        let import = crate::imports::find(tx, import_id)?;
        let manifest = tx.newest_manifest(import.import)?.ok_or_else(|| not_found("manifest of import", import_id))?;
        let mut gone = BTreeSet::new();
        for row in aside {
            gone.extend(set_aside(tx, actor, &import, *row)?);
        }
        for row in depending(tx, &import, aside, &gone)? {
            let _ = set_aside(tx, actor, &import, row)?;
            let why = "Planned again: a record that it needs came with a row that was decided otherwise.";
            rows.insert(row, Again { is_not: BTreeSet::new(), why });
        }
        let mut filed = Vec::new();
        if rows.is_empty() {
            return Ok(filed);
        }
        let mut planning = Planning::open(tx, import_id, manifest, import.plan, self.policy_in(tx)?)?;
        for (row, again) in rows {
            let planned = planning.row(tx, row, &Decided::IsNot(again.is_not))?;
            tx.insert_proposals(import.import, import.plan, planned.ruled())?;
            filed.extend(planned.proposals.iter().map(|p| p.proposal_id));
            let step = tx.next_step(import.import, false)?;
            let reason = if planned.reason.is_empty() { again.why } else { &planned.reason };
            let fate = match planned.fate {
                // Nothing of it is in the graph yet: it waits for the next approval of its import.
                Fate::Create | Fate::Update if import.state != ImportState::Proposed => Fate::Hold,
                fate => fate,
            };
            let refs: &[EntityRef] = if fate == Fate::Hold { &[] } else { &planned.refs };
            let fate = NewFate { row_number: row, fate, reason, refs };
            tx.insert_fate(import.import, step, Phase::Planned, &fate)?;
        }
        Ok(filed)
    }
}

/// How a row is planned again.
struct Again {
    is_not: BTreeSet<EntityRef>,
    why: &'static str,
}

/// Sets aside what is open of a row, and gives the records that it would have made.
fn set_aside(
    tx: &mut Tx<'_>,
    actor: &Actor,
    import: &store::ImportRecord,
    row: u64,
) -> Result<BTreeSet<EntityRef>, Failure> {
    let mut gone = BTreeSet::new();
    for sibling in tx.proposals_of_rows(import.import, import.plan, row..=row)? {
        let p = &sibling.artifact;
        if sibling.state == "proposed" {
            tx.enter_state::<NormalizedEntityProposal>(p.proposal_id.0, "superseded", actor)?;
        }
        if !matches!(sibling.state.as_str(), "applied" | "rolled_back") && p.action == ProposalAction::Create {
            gone.insert(EntityRef { entity: p.entity_type, id: p.entity_id });
        }
    }
    Ok(gone)
}

/// Open rows whose links lead to records that will not be made. Only companies are shared by rows.
fn depending(
    r: &Reader<'_>,
    import: &store::ImportRecord,
    aside: &BTreeSet<u64>,
    gone: &BTreeSet<EntityRef>,
) -> Result<BTreeSet<u64>, Failure> {
    let mut rows = BTreeSet::new();
    if !gone.iter().any(|at| at.entity == contracts::EntityType::Account) {
        return Ok(rows);
    }
    let mut from = 1;
    while from <= import.rows.total {
        let to = from + ROWS_READ - 1;
        for s in r.proposals_of_rows(import.import, import.plan, from..=to)? {
            let ends = s.artifact.links.iter().flat_map(|l| [l.from, l.to]);
            if s.state == "proposed" && ends.into_iter().any(|end| gone.contains(&end)) {
                rows.extend(s.artifact.row_refs.first());
            }
        }
        from = to + 1;
    }
    rows.retain(|row| !aside.contains(row));
    Ok(rows)
}

/// Whether a proposal may be filed from outside. Who proposed it, and what stands behind it, decide who looks at it: so
/// nobody says of themselves that they are somebody else, or of their proposal that an import or a scan made it.
fn fit(actor: &Actor, proposal: &AnyProposal) -> Outcome<()> {
    let about = proposal.envelope();
    if about.created_by != *actor {
        return Err(unfit("created_by", "A proposal names whoever files it, and nobody else."));
    }
    if about.lifecycle.state != "proposed" {
        return Err(unfit("lifecycle.state", "A new proposal is proposed, and nothing more."));
    }
    let AnyProposal::Normalized(p) = proposal else { return Ok(()) };
    let outside = matches!(
        p.source,
        ProposalSource::Oracle | ProposalSource::Nemoclaw | ProposalSource::Enrichment | ProposalSource::Interaction
    );
    if !outside {
        return Err(unfit("source", "Only the program itself proposes from imports, scans, sync and backups."));
    }
    if p.import_id.is_some() || p.batch_id.is_some() || !p.row_refs.is_empty() {
        return Err(unfit("import_id", "No import stands behind a proposal that is filed from outside."));
    }
    if !p.review_required {
        return Err(unfit("review_required", "It is false, but a person decides every proposal filed from outside."));
    }
    Ok(())
}

fn unfit(field: &str, why: &str) -> ApiError {
    ApiError::new(ErrorCode::BadInput, why, "Correct the proposal and file it again.").at(field)
}

/// Whether there is still something to decide.
fn open(filed: &Filed) -> Result<(), Failure> {
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

/// Moves a proposal of any family to a state.
pub(crate) fn enter(tx: &mut Tx<'_>, p: &AnyProposal, state: &str, actor: &Actor) -> Result<(), Failure> {
    let id = p.proposal_id().0;
    match p {
        AnyProposal::Normalized(_) => tx.enter_state::<NormalizedEntityProposal>(id, state, actor)?,
        AnyProposal::Writeback(_) => tx.enter_state::<OracleWritebackProposal>(id, state, actor)?,
        AnyProposal::Enrichment(_) => tx.enter_state::<EnrichmentProposal>(id, state, actor)?,
    }
    Ok(())
}

/// The roles that may decide, for a screen.
fn names(asked: &policy::Requirement) -> Vec<String> {
    asked.deciders.iter().map(ToString::to_string).collect()
}

/// What stands between a reader and a record's values.
fn record_of(r: &Reader<'_>, _: &Access, at: EntityRef) -> Result<Option<graph::Record>, Failure> {
    Ok(r.record(r.resolve(at)?)?)
}
