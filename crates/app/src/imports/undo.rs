//! Undo of an import: everything it did is taken back, except what was edited since (R183, R203).

use std::collections::BTreeSet;

use contracts::{
    Actor, ActorKind, ApiError, Cause, EntityRef, Fate, GroupId, ImportId, ImportMappingManifest, ImportState,
    KeptField, NormalizedEntityProposal, Permission, RawImportBatch, UndoResult,
};
use graph::{Graph, Touched, UndoPlan, plan_undo};
use store::{FateRow, GroupWrite, ImportRecord, NewDelta, NewFate, Phase, Reader, StoredDelta, Tx};

use crate::error::{Failure, refused};
use crate::imports::{find, show};
use crate::work::Begin;
use crate::{App, Outcome, Reporter};

impl App {
    /// Takes an import back, in one transaction. One that was never approved is put aside.
    ///
    /// # Errors
    /// [`contracts::ErrorCode::Refused`] for anyone but a person and for an import that was undone already.
    pub fn import_undo(&self, actor: &Actor, id: ImportId, reporter: &dyn Reporter) -> Outcome<UndoResult> {
        self.permit(actor, Permission::Undo)?;
        let file_name = self.reading(|r| {
            let import = find(r, id)?;
            may_undo(&import)?;
            Ok(import.file_name)
        })?;
        let input = serde_json::json!({ "file_name": file_name, "import_id": id });
        let begin = Begin::New { kind: "undo", title: format!("Undo {file_name}"), input };
        self.undo_as(actor, id, begin, reporter)
    }

    /// The undo as a mission, begun or gone on with.
    pub(crate) fn undo_as(
        &self,
        actor: &Actor,
        id: ImportId,
        begin: Begin<'_>,
        reporter: &dyn Reporter,
    ) -> Outcome<UndoResult> {
        self.permit(actor, Permission::Undo)?;
        if actor.kind != ActorKind::Human {
            return Err(refused("Only a person may undo an import.", "Ask a colleague to do it."));
        }
        self.mission(actor, begin, reporter, |work| {
            let result: Result<UndoResult, Failure> = self.store.write(self.host.as_ref(), |tx| {
                let import = find(tx, id)?;
                may_undo(&import)?;
                work.report("undoing", &import.file_name, 0, import.rows.total);
                let deltas = standing(tx, &import)?;
                crate::edit::may_take_back(&self.access_in(tx, actor)?, &deltas)?;
                let touched: Vec<Touched> =
                    deltas.into_iter().map(|d| Touched { delta_id: d.delta_id, mutation: d.mutation }).collect();
                let plan = plan_undo(&touched, surroundings(tx, &touched)?);
                drop(touched);
                let reversed = plan.steps.len() as u64;
                let kept = record(tx, actor, &import, plan)?;
                let summary = show::summary_of(tx, id)?;
                work.done(tx, &serde_json::json!({ "reversed": reversed, "kept": kept.len() }))?;
                Ok(UndoResult { reversed, kept, errors: Vec::new(), summary })
            });
            result.map_err(ApiError::from)
        })
    }
}

fn may_undo(import: &ImportRecord) -> Result<(), Failure> {
    if import.state == ImportState::Undone {
        return Err(refused("This import was undone already.", "Bring the file in again to import it anew.").into());
    }
    Ok(())
}

/// Every delta of the import's decisions that has not been taken back, oldest first.
fn standing(r: &Reader<'_>, import: &ImportRecord) -> Result<Vec<StoredDelta>, Failure> {
    let mut deltas = Vec::new();
    for decision in r.decisions_of(import.import)? {
        deltas.extend(r.standing_deltas(decision.decision_id)?);
    }
    deltas.extend(r.standing_by_rule(import.import)?);
    deltas.sort_by_key(|d| d.delta);
    Ok(deltas)
}

/// What an undo has to see: every record that the deltas touched or named, what became of those that were absorbed and
/// of whoever absorbed them, what they absorbed themselves, and every link of all these.
pub(crate) fn surroundings(r: &Reader<'_>, touched: &[Touched]) -> Result<Graph, Failure> {
    let mut graph = Graph::default();
    let mut entities: BTreeSet<EntityRef> = touched.iter().map(|t| t.mutation.entity).collect();
    for t in touched {
        entities.extend(t.mutation.other().map_err(store::StoreError::from)?);
    }
    let mut open: Vec<EntityRef> = entities.iter().copied().collect();
    while let Some(at) = open.pop() {
        if let Some(record) = r.record(at)? {
            graph.records.insert(at, record);
        }
        if let Some(alias) = r.alias(at)? {
            graph.aliases.insert(at, alias);
            if entities.insert(alias.into) {
                open.push(alias.into);
            }
        }
        for (old, alias) in r.aliases_into(at)? {
            graph.aliases.insert(old, alias);
        }
        graph.links.extend(r.links_of(at.id)?);
    }
    Ok(graph)
}

/// Writes the undo: deltas as one group, lifecycles, fates, and the import's state.
fn record(tx: &mut Tx<'_>, actor: &Actor, import: &ImportRecord, plan: UndoPlan) -> Result<Vec<KeptField>, Failure> {
    if !plan.steps.is_empty() {
        let cause = Cause {
            kind: "undo".into(),
            decision_id: None,
            proposal_id: None,
            batch_id: Some(import.batch_id),
            row_number: None,
        };
        let deltas = plan
            .steps
            .into_iter()
            .map(|(id, mutation)| NewDelta { mutation, cause: cause.clone(), inverse_of: Some(id) })
            .collect();
        tx.commit_group(&GroupWrite {
            group: GroupId(tx.new_id()),
            actor: actor.clone(),
            source_system: "velocity".into(),
            decision_id: None,
            import: Some(import.import),
            deltas,
        })?;
    }
    for proposal in tx.applied_proposals(import.import)? {
        tx.enter_state::<NormalizedEntityProposal>(proposal.0, "rolled_back", actor)?;
    }
    if let Some(manifest) = tx.newest_manifest(import.import)? {
        tx.enter_state::<ImportMappingManifest>(manifest.manifest_id.0, "superseded", actor)?;
    }
    if import.duplicate_of.is_none() {
        let state =
            if matches!(import.state, ImportState::Staging | ImportState::Proposed) { "abandoned" } else { "analysed" };
        tx.enter_state::<RawImportBatch>(import.batch_id.0, state, actor)?;
    }
    let kept: BTreeSet<EntityRef> = plan.kept.iter().map(|k| k.entity).collect();
    let mut after = 0;
    loop {
        let rows = tx.fates(import.import, None, after, 500)?;
        let Some(last) = rows.last() else { break };
        after = last.row_number;
        reversed(tx, import.import, rows, &kept)?;
    }
    tx.set_import_state(import.import, ImportState::Undone)?;
    Ok(plan.kept.iter().map(|k| KeptField { entity: k.entity, field: k.field.clone(), why: k.why.clone() }).collect())
}

/// Says of rows that were in the graph, or were to be, that they are not, or what of them stays.
pub(crate) fn reversed(
    tx: &mut Tx<'_>,
    import: i64,
    rows: Vec<FateRow>,
    kept: &BTreeSet<EntityRef>,
) -> Result<(), Failure> {
    let step = tx.next_step(import, false)?;
    for row in rows {
        // A row that is suspected to be known is in the graph only once somebody decided so.
        let merged = row.fate == Fate::Merge && row.phase == Phase::Applied;
        if !matches!(row.fate, Fate::Create | Fate::Update) && !merged {
            continue;
        }
        let stays: Vec<EntityRef> = row.refs.iter().filter(|e| kept.contains(e)).copied().collect();
        let (fate, reason) = if stays.is_empty() {
            (Fate::Unchanged, "Taken back: nothing of this row is in the graph.")
        } else {
            (row.fate, "Stays, because it was edited or linked to since.")
        };
        let fate = NewFate { row_number: row.row_number, fate, reason, refs: &stays };
        tx.insert_fate(import, step, Phase::Reversed, &fate)?;
    }
    Ok(())
}
