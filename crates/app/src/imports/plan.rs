//! Planning: every row of a batch gets exactly one fate and the proposals that would carry it out.

use std::cell::RefCell;

use contracts::{Actor, EntityRef, Fate, ImportId, ImportMappingManifest, ImportState};
use identity::ExactResolver;
use store::{Filing, ImportRecord, NewFate, Phase, StoredBatch, Tx};
use understanding::{Mapping, MappingContext, RowParser};

use crate::error::{Failure, not_found};
use crate::imports::find;
use crate::imports::index::{Memory, PlanIndex};
use crate::imports::row::{Planned, RowPlanner};

/// Rows between two reports of progress.
const REPORT: u64 = 500;

/// Plans every row under a manifest, as step `plan` of its import. `report` hears (done, total) and may stop it.
pub(crate) fn plan(
    tx: &mut Tx<'_>,
    id: ImportId,
    manifest: &ImportMappingManifest,
    plan: i64,
    report: &mut dyn FnMut(u64, u64) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let import = find(tx, id)?;
    let batch = tx.batch_by_key(import.batch)?.ok_or_else(|| not_found("batch", import.batch_id))?;
    let columns: Vec<_> = manifest.columns().into_iter().cloned().collect();
    let context = MappingContext {
        batch_id: manifest.batch_id,
        source_system: batch.artifact.envelope.source_system.clone(),
        row_entity: manifest.row_entity,
        phone_region: manifest.phone_region.clone(),
    };
    let mapping = Mapping::compile(&columns, context)?;
    let total = batch.artifact.row_count;
    // Rows are read and written in chunks: a statement that reads must not stay open while the same table's rows grow.
    let mut done = 0;
    let mut memory = Memory::default();
    while done < total {
        let chunk = read_chunk(tx, &batch, &mapping, done + 1, (done + REPORT).min(total))?;
        let planned = plan_chunk(tx, &import, manifest, &mut memory, chunk)?;
        for p in &planned {
            write(tx, import.import, plan, p)?;
        }
        done = (done + REPORT).min(total);
        report(done, total)?;
    }
    Ok(())
}

type Drafted = (u64, understanding::RowDraft);

fn read_chunk(
    tx: &Tx<'_>,
    batch: &StoredBatch,
    mapping: &Mapping,
    from: u64,
    to: u64,
) -> Result<Vec<Drafted>, Failure> {
    let mut out = Vec::new();
    let mut parser = RowParser::new(&batch.artifact.dialect);
    tx.each_row::<Failure>(batch.batch, from, to, |row| {
        let cells = parser.cells(&row.bytes);
        out.push((row.row_number, mapping.project(row.row_number, row.shape, &cells)));
        Ok(true)
    })?;
    Ok(out)
}

fn plan_chunk(
    tx: &Tx<'_>,
    import: &ImportRecord,
    manifest: &ImportMappingManifest,
    memory: &mut Memory,
    chunk: Vec<Drafted>,
) -> Result<Vec<Planned>, Failure> {
    let actor = Actor::rule("import.plan/1");
    let now = tx.now();
    let new_id = || tx.new_id();
    let mut planner = RowPlanner {
        import,
        manifest,
        actor: &actor,
        now: &now,
        new_id: &new_id,
        resolver: &ExactResolver,
        index: PlanIndex { reader: tx, entity: manifest.row_entity, memory, failed: RefCell::default() },
    };
    chunk.into_iter().map(|(n, draft)| planner.plan(n, draft)).collect()
}

fn write(tx: &mut Tx<'_>, import: i64, plan: i64, p: &Planned) -> Result<(), Failure> {
    for proposal in &p.proposals {
        tx.insert_proposal(Filing { import: Some(import), plan, rule: "" }, proposal)?;
    }
    tx.insert_issues(import, plan, p.row_number, &p.issues)?;
    let fate = NewFate { row_number: p.row_number, fate: p.fate, reason: &p.reason, refs: &p.refs };
    tx.insert_fate(import, plan, Phase::Planned, &fate)?;
    Ok(())
}

/// The same bytes again while their import stands: nothing new to create; every row says what became of its twin.
pub(crate) fn repeat(tx: &mut Tx<'_>, import: i64, standing: &ImportRecord) -> Result<(), Failure> {
    let when = &standing.created_at.0[..10.min(standing.created_at.0.len())];
    let applied = standing.state == ImportState::Committed;
    let mut after = 0;
    loop {
        let rows = tx.fates(standing.import, None, after, 500)?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = last.row_number;
        for row in &rows {
            let (fate, reason) = match row.fate {
                Fate::Create | Fate::Update | Fate::Unchanged if applied => {
                    (Fate::Unchanged, format!("The same row was brought in on {when}."))
                }
                Fate::Create | Fate::Update | Fate::Unchanged => {
                    (Fate::Unchanged, format!("The same row waits for approval in the import of {when}."))
                }
                Fate::Merge | Fate::Hold => {
                    (Fate::Hold, format!("Waits in the earlier import: the same row was held on {when}."))
                }
                Fate::Reject => (Fate::Reject, row.reason.clone()),
            };
            let refs: &[EntityRef] = if applied { &row.refs } else { &[] };
            let fate = NewFate { row_number: row.row_number, fate, reason: &reason, refs };
            tx.insert_fate(import, 1, Phase::Planned, &fate)?;
        }
    }
}
