//! A decision that was taken back leaves its questions open: they are asked anew, on what stands now.

use std::collections::{BTreeMap, BTreeSet};

use contracts::{Actor, AnyProposal, ApprovalDecision, EntityRef, ImportId, ProposalId, Verdict};
use store::{Filed, Tx};

use crate::App;
use crate::error::Failure;
use crate::review::again::Again;
use crate::review::item;

/// What a decision was given on: one proposal, or those of a set of the queue.
fn decided_on(decision: &ApprovalDecision) -> Vec<ProposalId> {
    let one = decision.proposal_ref.map(|about| ProposalId(about.0));
    one.into_iter().chain(decision.set.iter().flat_map(|set| set.proposals.iter().copied())).collect()
}

impl App {
    /// Whether a decision settled what it was given on without changing a record: a plain no.
    pub(crate) fn plain_no(tx: &Tx<'_>, decision: &ApprovalDecision) -> Result<bool, Failure> {
        if decision.decision != Verdict::Reject {
            return Ok(false);
        }
        for id in decided_on(decision) {
            if tx.filed(id)?.is_some_and(|filed| filed.state == "rejected") {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Files what a decision had settled once more: rows are planned again, anything else is proposed as it was on the
    /// versions that its records have now. Nothing where a record is gone.
    pub(crate) fn ask_anew(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        decision: &ApprovalDecision,
    ) -> Result<Vec<ProposalId>, Failure> {
        let mut asked = Vec::new();
        let mut rows: BTreeMap<ImportId, BTreeSet<u64>> = BTreeMap::new();
        for id in decided_on(decision) {
            let Some(filed) = tx.filed(id)? else { continue };
            if !matches!(filed.state.as_str(), "rejected" | "rolled_back") {
                continue;
            }
            let row = match &filed.artifact {
                AnyProposal::Normalized(p) => p.import_id.zip(p.row_refs.first().copied()),
                _ => None,
            };
            match row {
                // All rows of an import at once: each of them looks at those around it.
                Some((import, row)) => drop(rows.entry(import).or_default().insert(row)),
                None => asked.extend(self.ask_again(tx, &filed)?),
            }
        }
        for (import, rows) in rows {
            let again = || Again { is_not: BTreeSet::new(), why: "Planned again: its decision was taken back." };
            let planned = rows.iter().map(|row| (*row, again())).collect();
            asked.extend(self.plan_rows_again(tx, actor, import, &rows, planned)?);
        }
        Ok(asked)
    }

    /// Proposes once more what no row stands behind.
    fn ask_again(&self, tx: &mut Tx<'_>, filed: &Filed) -> Result<Option<ProposalId>, Failure> {
        let entity = filed.artifact.entity().entity;
        let mut versions = BTreeMap::new();
        for id in filed.artifact.base_versions().keys() {
            let Ok(at) = id.parse().map(|id| EntityRef { entity, id }) else { return Ok(None) };
            let Some(record) = tx.record(at)? else { return Ok(None) };
            versions.insert(id.clone(), record.version);
        }
        let id = ProposalId(tx.new_id());
        let now = tx.now();
        let mut again = filed.artifact.clone();
        let (envelope, proposal_id, base) = match &mut again {
            AnyProposal::Normalized(p) => (&mut p.envelope, &mut p.proposal_id, &mut p.base_versions),
            AnyProposal::Writeback(p) => (&mut p.envelope, &mut p.proposal_id, &mut p.base_versions),
            AnyProposal::Enrichment(p) => (&mut p.envelope, &mut p.proposal_id, &mut p.base_versions),
        };
        envelope.artifact_id = contracts::ArtifactId(id.0);
        envelope.created_at = now.clone();
        envelope.lifecycle = contracts::Lifecycle { state: "proposed".into(), entered_at: now };
        *proposal_id = id;
        *base = versions;
        if let AnyProposal::Normalized(p) = &mut again
            && let (Some(parting), Some(absorbed)) = (&mut p.parting, p.merge_candidate_refs.first())
        {
            // A merge that stands again does so under the group that brought it back.
            match crate::undoing::merge_group(tx, absorbed.entity)? {
                Some(group) => parting.group = group,
                None => return Ok(None),
            }
            if item::is_stale(tx, &again)? {
                return Ok(None);
            }
        }
        self.file(tx, &again)?;
        Ok(Some(id))
    }
}
