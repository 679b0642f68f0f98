//! What is open between people: which pairs to ask about next, and how many merges would be wrong at each threshold.

use contracts::{
    Actor, AnyProposal, IdentityOutlook, ImportId, Permission, ProposalAction, ReviewItem, RowExplained,
    ThresholdOutlook,
};
use identity::calibrate::ENOUGH;
use store::{Filed, QueueRequest, Reader};

use crate::error::{Failure, not_found};
use crate::{App, Outcome};

/// Thresholds that are told of.
const TOLD: [f64; 6] = [0.5, 0.75, 0.9, 0.95, 0.99, 0.999];

/// Every open merge with what it weighs.
fn open(r: &Reader<'_>) -> Result<Vec<(Filed, f64)>, Failure> {
    let mut out = Vec::new();
    let mut request = QueueRequest { kind: Some("merge".into()), limit: 500, ..QueueRequest::default() };
    loop {
        let page = r.queue(&request)?;
        let Some(last) = page.last() else { return Ok(out) };
        request.after = Some((0.0, last.proposal));
        out.extend(page.into_iter().filter_map(|filed| {
            let AnyProposal::Normalized(p) = &filed.artifact else { return None };
            let weighed =
                p.merge_candidate_refs.first().filter(|c| c.weight.is_some() && p.action == ProposalAction::Merge)?;
            let probability = weighed.score;
            Some((filed, probability))
        }));
    }
}

impl App {
    /// The open merges whose verdict teaches most, the least certain first.
    ///
    /// # Errors
    /// [`contracts::ErrorCode::Refused`] by policy.
    pub fn identity_next(&self, actor: &Actor, limit: usize) -> Outcome<Vec<ReviewItem>> {
        let access = self.permit(actor, Permission::ReadWorkflow)?;
        self.reading(|r| {
            let mut open = open(r)?;
            open.sort_by(|(a, p), (b, q)| {
                (p - 0.5).abs().total_cmp(&(q - 0.5).abs()).then(a.proposal.cmp(&b.proposal))
            });
            open.iter().take(limit).map(|(filed, _)| crate::review::shown(r, &access, actor, filed)).collect()
        })
    }

    /// Why a row of an import became what it is planned to be: its proposals with their candidates, weight by weight.
    ///
    /// # Errors
    /// [`contracts::ErrorCode::NotFound`] for an import or row that is not there.
    pub fn import_explain(&self, actor: &Actor, id: ImportId, row: u64) -> Outcome<RowExplained> {
        let access = self.permit(actor, Permission::ReadWorkflow)?;
        let rows = self.import_rows(actor, id, None, row.checked_sub(1), Some(1))?;
        let found = rows.rows.into_iter().find(|r| r.row_number == row);
        let found = found.ok_or_else(|| not_found("row", row))?;
        self.reading(|r| {
            let import = crate::imports::find(r, id)?;
            let mut proposals = Vec::new();
            for p in r.proposals_of_rows(import.import, import.plan, row..=row)? {
                if let Some(filed) = r.filed(p.artifact.proposal_id)? {
                    proposals.push(crate::review::shown(r, &access, actor, &filed)?);
                }
            }
            Ok(RowExplained { row_number: row, fate: found.fate, reason: found.reason, proposals })
        })
    }

    /// Thresholds with how many of the open merges lie above each and how many of these would be wrong if all were
    /// approved, as the scores have it; and how many decisions the scores have been put right by.
    ///
    /// # Errors
    /// [`contracts::ErrorCode::Refused`] by policy.
    pub fn identity_outlook(&self, actor: &Actor) -> Outcome<IdentityOutlook> {
        self.permit(actor, Permission::ReadWorkflow)?;
        self.reading(|r| {
            let open = open(r)?;
            let decisions = r.weighed_verdicts()?.len() as u64;
            let calibrated = r.newest_model(crate::matching::version())?.is_some_and(|m| m.calibration.is_some());
            let thresholds = TOLD
                .into_iter()
                .map(|probability| {
                    let above = open.iter().map(|(_, p)| *p).filter(|p| *p >= probability);
                    let (merges, wrong) = above.fold((0, 0.0), |(n, wrong), p| (n + 1, wrong + (1.0 - p)));
                    ThresholdOutlook { probability, merges, expected_wrong: wrong }
                })
                .collect();
            Ok(IdentityOutlook { open: open.len() as u64, decisions, needed: ENOUGH as u64, calibrated, thresholds })
        })
    }
}
