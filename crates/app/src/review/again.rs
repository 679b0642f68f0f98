//! Rows planned again after a verdict: because they are somebody else, because the graph moved on, or because what they
//! were to be linked to will not be made.

use std::collections::{BTreeMap, BTreeSet};

use contracts::{
    Actor, AnyProposal, EntityRef, Fate, ImportId, ImportState, NormalizedEntityProposal, ProposalAction, ProposalId,
};
use store::{Filed, NewFate, Phase, Reader, Tx};

use crate::App;
use crate::error::{Failure, not_found};
use crate::imports::plan::{Decided, Planning};

/// Rows whose proposals are read at once.
const ROWS_READ: u64 = 500;

impl App {
    /// Sets aside whatever of a proposal's row is still open and, unless it is done with, plans the row again. So are
    /// other rows planned that were to be linked to what was set aside, such as a company that both name.
    pub(crate) fn plan_again(
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

    pub(crate) fn plan_rows_again(
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
        let planning = Planning::open(tx, import_id, manifest, import.plan, self.policy_in(tx)?)?;
        let mut planning = planning.only(rows.keys().copied().collect());
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
pub(crate) struct Again {
    pub is_not: BTreeSet<EntityRef>,
    pub why: &'static str,
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
