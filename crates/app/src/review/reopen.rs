//! A decision that was taken back leaves its question open: it is asked anew, on what stands now.

use std::collections::{BTreeMap, BTreeSet};

use contracts::{Actor, AnyProposal, ApprovalDecision, EntityRef, ProposalId, Verdict};
use store::Tx;

use crate::App;
use crate::error::Failure;
use crate::review::again::Again;

impl App {
    /// Whether a decision settled its proposal without changing a record: a plain no.
    pub(crate) fn plain_no(tx: &Tx<'_>, decision: &ApprovalDecision) -> Result<bool, Failure> {
        let Some(about) = decision.proposal_ref.filter(|_| decision.decision == Verdict::Reject) else {
            return Ok(false);
        };
        Ok(tx.filed(ProposalId(about.0))?.is_some_and(|filed| filed.state == "rejected"))
    }

    /// Files what a single decision had settled once more: a row is planned again, anything else is proposed as it was
    /// on the versions that its records have now. Nothing where a record is gone.
    pub(crate) fn ask_anew(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        decision: &ApprovalDecision,
    ) -> Result<Vec<ProposalId>, Failure> {
        let Some(about) = decision.proposal_ref else { return Ok(Vec::new()) };
        let Some(filed) = tx.filed(ProposalId(about.0))? else { return Ok(Vec::new()) };
        if !matches!(filed.state.as_str(), "rejected" | "rolled_back") {
            return Ok(Vec::new());
        }
        if matches!(&filed.artifact, AnyProposal::Normalized(p) if !p.row_refs.is_empty()) {
            let again = Again { is_not: BTreeSet::new(), why: "Planned again: its decision was taken back." };
            return self.plan_again(tx, actor, &filed, Some(again));
        }
        let entity = filed.artifact.entity().entity;
        let mut versions = BTreeMap::new();
        for id in filed.artifact.base_versions().keys() {
            let Ok(at) = id.parse().map(|id| EntityRef { entity, id }) else { return Ok(Vec::new()) };
            let Some(record) = tx.record(at)? else { return Ok(Vec::new()) };
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
        self.file(tx, &again)?;
        Ok(vec![id])
    }
}
