//! Undo of an import: everything it did is taken back, except what was edited since (R183, R203).

use std::collections::{BTreeMap, BTreeSet};

use contracts::{
    Actor, ActorKind, ApiError, Cause, DeltaOp, EntityId, EntityRef, Fate, GroupId, ImportId, ImportMappingManifest,
    ImportState, KeptField, Link, NormalizedEntityProposal, Permission, ProposalId, RawImportBatch, UndoResult,
};
use graph::{Graph, Past, Touched, UndoPlan, plan_undo_part};
use store::{FateRow, GroupWrite, ImportRecord, NewDelta, NewFate, Phase, Reader, StoredDelta, Tx};

use crate::error::{Failure, refused};
use crate::imports::{find, show};
use crate::work::{Begin, Work};
use crate::{App, Outcome, Reporter};

impl App {
    /// Takes an import back, newest changes first, in steps: what was taken back stays so when it is stopped or cut off,
    /// and undoing again goes on. One that was never approved is put aside.
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
            let begun: Result<ImportRecord, Failure> = self.store.write(self.host.as_ref(), |tx| {
                let import = find(tx, id)?;
                may_undo(&import)?;
                let access = self.access_in(tx, actor)?;
                tx.each_standing_update::<Failure>(import.import, |d| crate::undoing::may_take_back(&access, &[d]))?;
                tx.set_import_state(import.import, ImportState::Undoing)?;
                Ok(import)
            });
            let import = begun.map_err(ApiError::from)?;
            let mut undoing = Undoing::of(actor, import);
            self.take_back(work, id, &mut undoing)?;
            if undoing.import.state == ImportState::Undoing {
                // What an earlier attempt left in place is told again.
                undoing.kept.clear();
                self.take_back(work, id, &mut undoing)?;
            }
            self.sweep(work, id, &undoing)?;
            self.index_pending(work, &undoing.import.file_name)?;
            let result: Result<UndoResult, Failure> = self.store.write(self.host.as_ref(), |tx| {
                still_undoing(tx, id)?;
                close(tx, actor, &undoing.import)?;
                let (_, reversed) = tx.deltas_of_import(undoing.import.import)?;
                let summary = show::summary_of(tx, id)?;
                work.done(tx, &serde_json::json!({ "reversed": reversed, "kept": undoing.kept.len() }))?;
                let kept = std::mem::take(&mut undoing.kept);
                Ok(UndoResult { reversed, kept, errors: Vec::new(), summary })
            });
            result.map_err(ApiError::from)
        })
    }

    /// Takes back what stands of an import and can be taken back, some groups at a time.
    fn take_back(&self, work: &Work<'_>, id: ImportId, undoing: &mut Undoing<'_>) -> Outcome<()> {
        let (import, name) = (undoing.import.import, undoing.import.file_name.clone());
        let (total, reversed) = self.reading(|r| Ok(r.deltas_of_import(import)?))?;
        let (mut done, mut before) = (reversed.min(total), None);
        work.report("undoing", &name, done, total);
        loop {
            work.go_on()?;
            let step: Result<Option<Slice>, Failure> = self.store.write(self.host.as_ref(), |tx| {
                still_undoing(tx, id)?;
                let slice = undoing.step(tx, before)?;
                let now = slice.as_ref().map_or(total, |s| (done + s.deltas).min(total));
                tx.mission_progress(work.id, "undoing", now, total)?;
                Ok(slice)
            });
            let Some(slice) = step.map_err(ApiError::from)? else { return Ok(()) };
            undoing.kept.extend(slice.kept);
            before = Some(slice.oldest);
            done = (done + slice.deltas).min(total);
            work.report("undoing", &name, done, total);
        }
    }

    /// Says of every row what is left of it, and of every applied proposal that it was rolled back.
    fn sweep(&self, work: &Work<'_>, id: ImportId, undoing: &Undoing<'_>) -> Outcome<()> {
        let import = &undoing.import;
        let kept: BTreeSet<EntityRef> = undoing.kept.iter().map(|k| k.entity).collect();
        let mut done = 0;
        while done < import.rows.total {
            work.go_on()?;
            let rows = done + 1..=(done + ROWS).min(import.rows.total);
            let step: Result<(), Failure> = self.store.write(self.host.as_ref(), |tx| {
                still_undoing(tx, id)?;
                for proposal in tx.applied_of_rows(import.import, rows.clone())? {
                    tx.enter_state::<NormalizedEntityProposal>(proposal.0, "rolled_back", undoing.actor)?;
                }
                let span = u32::try_from(rows.end() - rows.start() + 1).unwrap_or(u32::MAX);
                let mut fates = tx.fates(import.import, None, rows.start() - 1, span)?;
                fates.retain(|f| f.phase != Phase::Reversed);
                reversed(tx, import.import, fates, &kept)
            });
            step.map_err(ApiError::from)?;
            done = *rows.end();
        }
        Ok(())
    }
}

/// Deltas taken back in one transaction, and rows told of in one.
const DELTAS: u32 = 1500;
const ROWS: u64 = 2000;

/// An undo under way.
struct Undoing<'a> {
    actor: &'a Actor,
    /// The import as it was found.
    import: ImportRecord,
    /// What stays.
    kept: Vec<KeptField>,
}

/// What one step did.
struct Slice {
    /// Deltas looked at.
    deltas: u64,
    /// The oldest of them: the next step goes on below.
    oldest: i64,
    kept: Vec<KeptField>,
}

impl<'a> Undoing<'a> {
    fn of(actor: &'a Actor, import: ImportRecord) -> Self {
        Self { actor, import, kept: Vec::new() }
    }

    /// Takes back the newest groups below `before`; none when nothing is left there.
    fn step(&self, tx: &mut Tx<'_>, before: Option<i64>) -> Result<Option<Slice>, Failure> {
        let import = self.import.import;
        tx.index_later();
        let found = tx.standing_of_import(import, before, DELTAS)?;
        let Some(oldest) = found.last().map(|d| d.delta) else { return Ok(None) };
        let count = found.len() as u64;
        let mut slice: BTreeMap<i64, StoredDelta> = found.into_iter().map(|d| (d.delta, d)).collect();
        whole_records(tx, import, &mut slice)?;
        let proposals: BTreeSet<ProposalId> = slice.values().filter_map(|d| d.cause.proposal_id).collect();
        let rows: BTreeSet<u64> = slice.values().filter_map(|d| d.cause.row_number).collect();
        let slice: Vec<StoredDelta> = slice.into_values().collect();
        let touched = touched(tx, &slice)?;
        drop(slice);
        let graph = surroundings(tx, &touched)?;
        let others = own_links(tx, import, &touched, &graph)?;
        let plan = plan_undo_part(&touched, graph, &others);
        let kept: Vec<KeptField> = plan
            .kept
            .iter()
            .map(|k| KeptField { entity: k.entity, field: k.field.clone(), why: k.why.clone() })
            .collect();
        write_steps(tx, self.actor, &self.import, plan)?;
        for proposal in proposals {
            if tx.lifecycle(proposal.0)?.is_some_and(|(state, _)| state == "applied") {
                tx.enter_state::<NormalizedEntityProposal>(proposal.0, "rolled_back", self.actor)?;
            }
        }
        let stays: BTreeSet<EntityRef> = kept.iter().map(|k| k.entity).collect();
        let mut fates = Vec::new();
        for row in rows {
            fates.extend(
                tx.fates(import, None, row - 1, 1)?
                    .into_iter()
                    .filter(|f| f.row_number == row && f.phase == Phase::Applied),
            );
        }
        reversed(tx, import, fates, &stays)?;
        Ok(Some(Slice { deltas: count, oldest, kept }))
    }
}

fn still_undoing(r: &Reader<'_>, id: ImportId) -> Result<(), Failure> {
    if find(r, id)?.state == ImportState::Undoing {
        return Ok(());
    }
    Err(refused("This import was undone already.", "Bring the file in again to import it anew.").into())
}

/// Adds to a slice what else the import did to the records that it made and that the slice ties to others: whether such
/// a record stays decides about its links, wherever they stand in the log.
fn whole_records(r: &Reader<'_>, import: i64, slice: &mut BTreeMap<i64, StoredDelta>) -> Result<(), Failure> {
    let mut known: BTreeSet<EntityRef> =
        slice.values().filter(|d| d.mutation.op == DeltaOp::Create).map(|d| d.mutation.entity).collect();
    let from = |d: &StoredDelta| (d.mutation.op == DeltaOp::Link).then_some(d.mutation.entity);
    let mut open: BTreeSet<EntityRef> = slice.values().filter_map(from).filter(|at| !known.contains(at)).collect();
    while let Some(at) = open.pop_first() {
        known.insert(at);
        let about = r.standing_about(import, at.id)?;
        let made = |d: &StoredDelta| d.mutation.op == DeltaOp::Create && d.mutation.entity == at;
        if !about.iter().any(made) {
            continue;
        }
        for d in about {
            open.extend(from(&d).filter(|at| !known.contains(at)));
            slice.insert(d.delta, d);
        }
    }
    Ok(())
}

/// Links that other groups of the import made to records of this slice and that stand: what they start from stays.
fn own_links(r: &Reader<'_>, import: i64, touched: &[Touched], graph: &Graph) -> Result<BTreeSet<Link>, Failure> {
    let created: BTreeSet<EntityRef> =
        touched.iter().filter(|t| t.mutation.op == DeltaOp::Create).map(|t| t.mutation.entity).collect();
    let mut here = BTreeSet::new();
    for t in touched {
        here.extend(t.mutation.link().map_err(store::StoreError::from)?);
    }
    let mut out = BTreeSet::new();
    for link in graph.links.iter().filter(|l| created.contains(&l.to) && !here.contains(*l)) {
        let by_import = r
            .standing_about(import, link.from.id)?
            .into_iter()
            .any(|d| d.mutation.op == DeltaOp::Link && d.mutation.link().ok().flatten().as_ref() == Some(link));
        if by_import {
            out.insert(link.clone());
        }
    }
    Ok(out)
}

fn may_undo(import: &ImportRecord) -> Result<(), Failure> {
    if import.state == ImportState::Undone {
        return Err(refused("This import was undone already.", "Bring the file in again to import it anew.").into());
    }
    Ok(())
}

/// Deltas to take back together, each with what its record went through before and since.
pub(crate) fn touched(r: &Reader<'_>, deltas: &[StoredDelta]) -> Result<Vec<Touched>, Failure> {
    let group: BTreeSet<_> = deltas.iter().map(|d| d.delta_id).collect();
    let mut histories: BTreeMap<EntityId, Vec<Past>> = BTreeMap::new();
    for id in deltas.iter().filter(|d| d.mutation.link().ok().flatten().is_none()).map(|d| d.mutation.entity.id) {
        if histories.contains_key(&id) {
            continue;
        }
        // Most records of an import are as it made them.
        let past = if r.ever_updated(id)? { r.deltas_of(id)? } else { Vec::new() };
        let past = past.into_iter().filter(|d| !matches!(d.mutation.op, DeltaOp::Link | DeltaOp::Unlink));
        let past = past.map(|d| Past { delta_id: d.delta_id, mutation: d.mutation, inverse_of: d.inverse_of });
        histories.insert(id, past.collect());
    }
    let of = |d: &StoredDelta| {
        let history = histories.get(&d.mutation.entity.id).map_or(&[][..], Vec::as_slice);
        Touched::of(d.delta_id, d.mutation.clone(), history, &group)
    };
    Ok(deltas.iter().map(of).collect())
}

/// What an undo has to see: every record that the deltas touched or named, what became of those that were absorbed and
/// of whoever absorbed them, what they absorbed themselves, and every link of all these.
pub(crate) fn surroundings(r: &Reader<'_>, touched: &[Touched]) -> Result<Graph, Failure> {
    let mut graph = Graph::default();
    let mut entities: BTreeSet<EntityRef> = touched.iter().map(|t| t.mutation.entity).collect();
    // A company that thousands work at is only looked at as a whole where it is itself at stake.
    let mut ends = BTreeSet::new();
    for t in touched {
        let other = t.mutation.other().map_err(store::StoreError::from)?;
        if t.mutation.op == DeltaOp::Link { ends.extend(other) } else { entities.extend(other) }
    }
    ends.retain(|end| !entities.contains(end));
    for end in &ends {
        if let Some(record) = r.record(*end)? {
            graph.records.insert(*end, record);
        }
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

/// Writes what a step takes back, as one group.
fn write_steps(tx: &mut Tx<'_>, actor: &Actor, import: &ImportRecord, plan: UndoPlan) -> Result<(), Failure> {
    if plan.steps.is_empty() {
        return Ok(());
    }
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
    let group = GroupId(tx.new_id());
    tx.commit_groups(vec![GroupWrite {
        group,
        actor: actor.clone(),
        source_system: "velocity".into(),
        decision_id: None,
        import: Some(import.import),
        deltas,
    }])?;
    Ok(())
}

/// Ends the undo: the manifest, the batch and the import's state.
fn close(tx: &mut Tx<'_>, actor: &Actor, import: &ImportRecord) -> Result<(), Failure> {
    if let Some(manifest) = tx.newest_manifest(import.import)? {
        tx.enter_state::<ImportMappingManifest>(manifest.manifest_id.0, "superseded", actor)?;
    }
    if import.duplicate_of.is_none() {
        let approved = tx.decisions_of(import.import)?.iter().any(|d| d.set.is_some());
        let state = if approved { "analysed" } else { "abandoned" };
        tx.enter_state::<RawImportBatch>(import.batch_id.0, state, actor)?;
    }
    tx.set_import_state(import.import, ImportState::Undone)?;
    Ok(())
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
