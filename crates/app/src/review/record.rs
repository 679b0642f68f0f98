//! The record of decisions: a sitting, what was decided by whom, how well reviewers agree and how long they take (R72,
//! R159, R194).

use std::collections::{BTreeMap, BTreeSet};

use contracts::{
    Actor, Agreement, AnyProposal, ApiError, ApprovalDecision, DecisionPage, DecisionQuery, DecisionRow, ErrorCode,
    MetricsArgs, Permission, ProposalAction, ProposalId, ReviewMetrics, ReviewQuery, ReviewerFigures, Sitting,
    SittingArgs, Verdict,
};
use store::{DecisionRequest, QueueRequest, Reader};

use crate::access::Access;
use crate::error::Failure;
use crate::review::item;
use crate::review::sittings::{Bands, Sittings};
use crate::{App, Outcome};

/// Decisions listed at once.
const MAX_PAGE: u32 = 200;
/// Decisions read at once for figures.
const READ: u32 = 1000;
/// From this probability on the engine says yes; below the other it says no.
pub(crate) const ENGINE_YES: f64 = 0.9;
pub(crate) const ENGINE_NO: f64 = 0.5;

/// Every decision that a request names, newest first.
fn each(
    r: &Reader<'_>,
    mut request: DecisionRequest,
    mut of: impl FnMut(ApprovalDecision) -> Result<(), Failure>,
) -> Result<(), Failure> {
    request.limit = READ;
    loop {
        let page = r.decisions(&request)?;
        let Some(last) = page.last() else { return Ok(()) };
        request.below = Some(last.decision_id);
        for decision in page {
            of(decision)?;
        }
    }
}

pub(crate) fn median(mut times: Vec<u64>, at: f64) -> Option<u64> {
    times.sort_unstable();
    let place = (times.len().saturating_sub(1) as f64 * at).round() as usize;
    times.get(place).copied()
}

impl App {
    /// How a person's sitting goes: what they decided since it began, what is left, what they put off.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] by policy.
    pub fn review_sitting(&self, actor: &Actor, args: &SittingArgs) -> Outcome<Sitting> {
        let access = self.permit(actor, Permission::ReadWorkflow)?;
        self.reading(|r| {
            let mut s = Sitting::default();
            let mut times = Vec::new();
            let mut put_off = BTreeSet::new();
            let request = DecisionRequest {
                reviewer: Some(actor.id.clone()),
                since: Some(args.since.clone()),
                ..DecisionRequest::default()
            };
            each(r, request, |d| {
                times.extend(d.took_ms);
                let many = d.set.as_ref().map_or(1, |set| set.count);
                let Some(proposal) = d.proposal_ref.map(|p| ProposalId(p.0)).filter(|_| d.set.is_none()) else {
                    // A set of the queue; one of an import is decided on another screen.
                    if d.set.as_ref().is_some_and(|set| set.filter.queue.is_some()) {
                        count(&mut s, d.decision, many);
                    }
                    return Ok(());
                };
                match (d.decision, d.asks) {
                    (_, Some(_)) => s.requested += 1,
                    (Verdict::Defer, None) => drop(put_off.insert(proposal)),
                    // Approving a mapping is no decision of the queue.
                    (verdict, None) if r.filed(proposal)?.is_some() => count(&mut s, verdict, 1),
                    _ => {}
                }
                Ok(())
            })?;
            for id in put_off {
                let open = r.filed(id)?.is_some_and(|f| f.state == "proposed" && !f.passed_over);
                s.deferred += u64::from(open);
            }
            let of = ReviewQuery {
                not_deferred_since: Some(args.since.clone()),
                after: None,
                cursor: None,
                ..args.of.clone().unwrap_or_default()
            };
            s.left = r.queue_size(&self.request(r, &access, actor, &of)?)?;
            s.median_ms = median(times, 0.5);
            Ok(s)
        })
    }

    /// Decisions, newest first: one reviewer's or everybody's.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] by policy; [`ErrorCode::BadInput`] for a limit outside 1..=200.
    pub fn review_decisions(&self, actor: &Actor, query: &DecisionQuery) -> Outcome<DecisionPage> {
        let access = self.permit(actor, Permission::ReadWorkflow)?;
        let limit = query.limit.unwrap_or(50);
        if !(1..=MAX_PAGE).contains(&limit) {
            let why = format!("{limit} decisions can't be shown at once.");
            return Err(ApiError::new(ErrorCode::BadInput, why, format!("Ask for 1 to {MAX_PAGE}.")).at("limit"));
        }
        self.reading(|r| {
            let request = DecisionRequest {
                reviewer: query.reviewer.clone(),
                below: query.cursor,
                since: query.since.clone(),
                verdict: query.verdict.and_then(crate::review::name_of),
                limit: limit + 1,
            };
            let mut found = r.decisions(&request)?;
            let more = found.len() > limit as usize;
            found.truncate(limit as usize);
            let next_cursor = found.last().filter(|_| more).map(|d| d.decision_id);
            let rows = found.into_iter().map(|d| row(r, &access, d)).collect::<Result<_, _>>()?;
            Ok(DecisionPage { rows, next_cursor })
        })
    }

    /// How reviewing goes: what each reviewer decided, how long it took them, and how often they agree with the engine,
    /// with colleagues, and with themselves later.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] by policy.
    pub fn review_metrics(&self, actor: &Actor, args: &MetricsArgs) -> Outcome<ReviewMetrics> {
        self.permit(actor, Permission::ReadWorkflow)?;
        self.reading(|r| {
            let mut figures: BTreeMap<String, (ReviewerFigures, Vec<u64>)> = BTreeMap::new();
            let mut verdicts: BTreeMap<ProposalId, Vec<(String, Verdict, bool)>> = BTreeMap::new();
            let request = DecisionRequest { since: args.since.clone(), ..DecisionRequest::default() };
            let (mut bands, mut sittings) = (Bands::default(), Sittings::default());
            let wanted = |who: &str| args.reviewer.as_ref().is_none_or(|one| one == who);
            each(r, request, |d| {
                if wanted(&d.reviewer_ref) && of_queue(r, &d)? {
                    sittings.add(&d);
                }
                let (f, times) = figures.entry(d.reviewer_ref.clone()).or_default();
                times.extend(d.took_ms);
                if let Some(set) = &d.set {
                    f.in_sets += if d.decision == Verdict::Defer { 0 } else { set.count };
                    return Ok(());
                }
                let Some(id) = d.proposal_ref.map(|p| ProposalId(p.0)) else { return Ok(()) };
                let Some(filed) = r.filed(id)? else { return Ok(()) };
                let given = d.asks.unwrap_or(d.decision);
                match (d.decision, d.asks) {
                    (_, Some(_)) => f.requested += 1,
                    (Verdict::Defer, None) => f.deferred += 1,
                    (Verdict::Approve, None) => f.approved += 1,
                    (Verdict::Correct, None) => f.corrected += 1,
                    (Verdict::Reject, None) => f.rejected += 1,
                }
                if given == Verdict::Defer {
                    return Ok(());
                }
                let yes = given != Verdict::Reject;
                if d.asks.is_none() {
                    f.decided += 1;
                    f.taken_back += u64::from(yes && filed.state == "rolled_back");
                    if wanted(&d.reviewer_ref) {
                        bands.add(&filed.artifact, yes);
                    }
                    if let Some(engine) = suggested(&filed.artifact) {
                        f.with_engine.both += 1;
                        f.with_engine.alike += u64::from(engine == yes);
                    }
                }
                verdicts.entry(id).or_default().push((d.reviewer_ref, given, d.asks.is_some()));
                Ok(())
            })?;
            for of_one in verdicts.values() {
                let decided = of_one.iter().find(|(.., asked)| !asked);
                for (who, asks, _) in of_one.iter().filter(|(.., asked)| *asked) {
                    let Some((by, verdict, _)) = decided.filter(|(by, ..)| by != who) else { continue };
                    let alike = u64::from((*asks == Verdict::Reject) == (*verdict == Verdict::Reject));
                    for one in [who, by] {
                        let f = &mut figures.entry(one.clone()).or_default().0;
                        f.with_colleagues.both += 1;
                        f.with_colleagues.alike += alike;
                    }
                }
            }
            let mut all = ReviewerFigures::default();
            let mut every = Vec::new();
            let mut reviewers = Vec::with_capacity(figures.len());
            for (name, (mut f, times)) in figures {
                every.extend(&times);
                add(&mut all, &f);
                timed(&mut f, times);
                f.reviewer = name;
                reviewers.push(f);
            }
            // Two agree once, though it stands in the figures of both.
            all.with_colleagues.both /= 2;
            all.with_colleagues.alike /= 2;
            timed(&mut all, every);
            let waiting = r.queue_size(&QueueRequest::default())?;
            let (bands, sittings) = (bands.told(), sittings.told());
            Ok(ReviewMetrics { all, reviewers, waiting, oldest: r.waits_longest()?, bands, sittings })
        })
    }
}

/// Whether a decision was given in the queue: not on the meaning of columns, nor on the set of an import.
fn of_queue(r: &Reader<'_>, d: &ApprovalDecision) -> Result<bool, Failure> {
    Ok(match (&d.set, d.proposal_ref) {
        (Some(set), _) => set.filter.queue.is_some(),
        (None, Some(about)) => r.filed(ProposalId(about.0))?.is_some(),
        (None, None) => false,
    })
}

fn count(s: &mut Sitting, verdict: Verdict, n: u64) {
    let of = match verdict {
        Verdict::Approve => &mut s.approved,
        Verdict::Correct => &mut s.corrected,
        Verdict::Reject => &mut s.rejected,
        Verdict::Defer => return,
    };
    *of += n;
    s.decided += n;
}

fn timed(f: &mut ReviewerFigures, times: Vec<u64>) {
    f.timed = times.len() as u64;
    f.p95_ms = median(times.clone(), 0.95);
    f.median_ms = median(times, 0.5);
}

fn add(all: &mut ReviewerFigures, f: &ReviewerFigures) {
    let joined = |a: Agreement, b: Agreement| Agreement { both: a.both + b.both, alike: a.alike + b.alike };
    all.decided += f.decided;
    all.approved += f.approved;
    all.corrected += f.corrected;
    all.rejected += f.rejected;
    all.deferred += f.deferred;
    all.requested += f.requested;
    all.in_sets += f.in_sets;
    all.taken_back += f.taken_back;
    all.with_engine = joined(all.with_engine, f.with_engine);
    all.with_colleagues = joined(all.with_colleagues, f.with_colleagues);
}

/// What the engine makes of a merge, where it is sure enough to count as a suggestion.
fn suggested(p: &AnyProposal) -> Option<bool> {
    let AnyProposal::Normalized(p) = p else { return None };
    let weighed = p.merge_candidate_refs.first().filter(|c| p.action == ProposalAction::Merge && c.weight.is_some())?;
    (weighed.score >= ENGINE_YES || weighed.score < ENGINE_NO).then_some(weighed.score >= ENGINE_YES)
}

fn row(r: &Reader<'_>, access: &Access, d: ApprovalDecision) -> Result<DecisionRow, Failure> {
    let filed = d.proposal_ref.map(|p| r.filed(ProposalId(p.0))).transpose()?.flatten();
    let entity = filed.as_ref().map(|f| f.artifact.entity());
    let (kind, title) = match (&filed, &d.set) {
        (Some(f), _) => {
            let (kind, _) = r.queue_sort_of(f.artifact.proposal_id(), &item::overwrite_rules(&access.policy))?;
            (kind, title_of(r, &f.artifact)?)
        }
        (None, Some(set)) => ("set".into(), format!("{} proposals together", set.count)),
        (None, None) => ("mapping".into(), "What the columns of a file mean".into()),
    };
    let mut stands = 0;
    let caused = r.decision_has_deltas(d.decision_id)?;
    // What an import wrote is taken back with the import, and may be a million changes.
    let of_import = d.set.as_ref().is_some_and(|set| set.filter.queue.is_none());
    if caused && !of_import {
        for group in r.groups_of_decision(d.decision_id)? {
            stands += r.standing_group(group)?.len() as u64;
        }
    }
    let sees_all = access.sees_all();
    Ok(DecisionRow {
        decision_id: d.decision_id,
        at: d.decided_at,
        by: d.reviewer_ref,
        verdict: d.decision,
        asks: d.asks,
        notes: d.decision_notes.filter(|_| sees_all),
        proposal_id: filed.as_ref().map(|f| f.artifact.proposal_id()),
        kind,
        entity,
        title: entity.map_or(title.clone(), |at| access.shown_title(at.entity, &title)),
        count: d.set.as_ref().map_or(1, |set| set.count),
        seen_hash: d.seen_hash,
        corrections: if sees_all { d.corrections } else { Vec::new() },
        took_ms: d.took_ms,
        stands,
        taken_back: caused && !of_import && stands == 0,
    })
}

fn title_of(r: &Reader<'_>, p: &AnyProposal) -> Result<String, Failure> {
    let at = r.resolve(p.entity())?;
    let fields = match r.record(at)? {
        Some(record) => record.fields,
        None => item::wishes(p).into_iter().map(|w| (w.field, w.value)).collect(),
    };
    Ok(graph::title(at.entity, &fields))
}
