//! Figures over decisions as they go by, newest first: verdicts by how likely the engine thought a merge, and sittings.

use std::collections::BTreeMap;

use contracts::{AnyProposal, ApprovalDecision, BandFigures, DecisionId, ProposalAction, SittingFigures, Verdict};

use crate::review::record::{ENGINE_NO, ENGINE_YES, median};

/// Where bands of probability begin, surest first.
const BANDS: [f64; 6] = [0.99, 0.95, ENGINE_YES, 0.7, ENGINE_NO, 0.0];
/// Sittings told of at most.
const MOST: usize = 50;
/// A longer break ends a sitting.
const BREAK_MS: i64 = 30 * 60 * 1000;

/// Verdicts by band.
#[derive(Default)]
pub(crate) struct Bands([(u64, u64); BANDS.len()]);

impl Bands {
    /// Counts a verdict on a merge that was weighed.
    pub(crate) fn add(&mut self, p: &AnyProposal, yes: bool) {
        let AnyProposal::Normalized(p) = p else { return };
        let weighed =
            p.merge_candidate_refs.first().filter(|c| p.action == ProposalAction::Merge && c.weight.is_some());
        let Some(score) = weighed.map(|c| c.score) else { return };
        let at = BANDS.iter().position(|from| score >= *from);
        if let Some((decided, approved)) = at.and_then(|at| self.0.get_mut(at)) {
            *decided += 1;
            *approved += u64::from(yes);
        }
    }

    /// The bands in which something was decided.
    pub(crate) fn told(&self) -> Vec<BandFigures> {
        let below = std::iter::once(1.0).chain(BANDS);
        let all = BANDS.iter().zip(below).zip(self.0).map(|((from, below), (decided, approved))| BandFigures {
            from: *from,
            below,
            decided,
            approved,
            alike: match from {
                from if *from >= ENGINE_YES => Some(approved),
                from if *from < ENGINE_NO => Some(decided - approved),
                _ => None,
            },
        });
        all.filter(|band| band.decided > 0).collect()
    }
}

/// A sitting that is still counted: earlier decisions of it may come.
struct Open {
    figures: SittingFigures,
    began_ms: i64,
    times: Vec<u64>,
}

/// Sittings of everybody, from decisions newest first.
#[derive(Default)]
pub(crate) struct Sittings {
    open: BTreeMap<String, Open>,
    ended: Vec<SittingFigures>,
}

impl Sittings {
    /// Counts a decision of the queue.
    pub(crate) fn add(&mut self, d: &ApprovalDecision) {
        let at = millis(d.decision_id);
        let open = self.open.get(&d.reviewer_ref).map(|open| open.began_ms);
        if open.is_some_and(|began| began - at > BREAK_MS)
            && let Some(open) = self.open.remove(&d.reviewer_ref)
        {
            self.ended.push(told(open));
        }
        let open = self.open.entry(d.reviewer_ref.clone()).or_insert_with(|| Open {
            figures: SittingFigures {
                reviewer: d.reviewer_ref.clone(),
                began: d.decided_at.clone(),
                ended: d.decided_at.clone(),
                decided: 0,
                rejected: 0,
                left: 0,
                median_ms: None,
            },
            began_ms: at,
            times: Vec::new(),
        });
        (open.figures.began, open.began_ms) = (d.decided_at.clone(), at);
        open.times.extend(d.took_ms);
        let many = d.set.as_ref().map_or(1, |set| set.count);
        match d.decision {
            Verdict::Defer => open.figures.left += 1,
            verdict => {
                open.figures.decided += many;
                open.figures.rejected += if verdict == Verdict::Reject { many } else { 0 };
            }
        }
    }

    /// The newest ones, newest first.
    pub(crate) fn told(mut self) -> Vec<SittingFigures> {
        self.ended.extend(self.open.into_values().map(told));
        self.ended.sort_by(|a, b| b.ended.cmp(&a.ended).then_with(|| a.reviewer.cmp(&b.reviewer)));
        self.ended.truncate(MOST);
        self.ended
    }
}

fn told(open: Open) -> SittingFigures {
    SittingFigures { median_ms: median(open.times, 0.5), ..open.figures }
}

/// When a decision was made, from its id: a UUIDv7 begins with the milliseconds since 1970 (RFC 9562, 5.7).
fn millis(id: DecisionId) -> i64 {
    i64::try_from(id.0.as_u128() >> 80).unwrap_or(i64::MAX)
}
