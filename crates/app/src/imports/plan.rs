//! Planning: every row of a batch gets exactly one fate and the proposals that would carry it out.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::mpsc::SyncSender;

use contracts::{
    Actor, ApiError, EntityRef, EntityType, ErrorCode, Fate, ImportId, ImportMappingManifest, ImportState, PolicyData,
    Timestamp,
};
use identity::ExactResolver;
use identity::record::Features;
use store::{ImportRecord, NewFate, Phase, Reader, Store, StoredBatch, Tx};
use understanding::{Mapping, MappingContext, RowOutcome, RowParser};

use crate::error::{Failure, not_found};
use crate::imports::ahead::{Ahead, Chunk, Looking};
use crate::imports::index::{Memory, PlanIndex, known_of};
use crate::imports::row::{Planned, RowPlanner};
use crate::imports::twins::{Twins, Weighing, features_of};
use crate::imports::{find, govern};
use crate::matching;
use crate::matching::within::Beside;

/// Rows between two reports of progress.
pub(crate) const REPORT: u64 = 1000;

/// Plans the rows of an import under a manifest, some at a time: in one transaction or, so that it may be cut off and
/// go on, in one transaction for each step.
pub(crate) struct Planning {
    import: ImportRecord,
    batch: StoredBatch,
    manifest: ImportMappingManifest,
    mapping: Arc<Mapping>,
    memory: Memory,
    policy: Arc<PolicyData>,
    governed: govern::Known,
    /// Who people may be by more than exact keys; none for rows of other records.
    twins: Option<Twins>,
    plan: i64,
    done: u64,
    /// Rows that are planned one by one; none where all are, in their order.
    only: Option<BTreeSet<u64>>,
}

impl Planning {
    /// Goes on after the last row planned; at the first one in a new plan.
    pub(crate) fn open(
        r: &Reader<'_>,
        id: ImportId,
        manifest: ImportMappingManifest,
        plan: i64,
        policy: Arc<PolicyData>,
    ) -> Result<Self, Failure> {
        Self::open_read(r, id, manifest, plan, policy, &[])
    }

    /// As [`Planning::open`], where all rows were read already, in their order; none given: they are read where they are
    /// needed.
    pub(crate) fn open_read(
        r: &Reader<'_>,
        id: ImportId,
        manifest: ImportMappingManifest,
        plan: i64,
        policy: Arc<PolicyData>,
        read: &[Vec<Drafted>],
    ) -> Result<Self, Failure> {
        Self::knowing(r, id, manifest, plan, policy, (None, read))
    }

    /// For these rows alone, one by one ([`Planning::row`]).
    pub(crate) fn only(mut self, rows: BTreeSet<u64>) -> Self {
        self.only = Some(rows);
        self
    }

    /// For a row of which a person said who it is: of other rows only the companies count, and a large import is not
    /// read through for each verdict.
    pub(crate) fn of_somebody(
        r: &Reader<'_>,
        id: ImportId,
        manifest: ImportMappingManifest,
        plan: i64,
        policy: Arc<PolicyData>,
    ) -> Result<Self, Failure> {
        Self::knowing(r, id, manifest, plan, policy, (Some(EntityType::Account), &[]))
    }

    fn knowing(
        r: &Reader<'_>,
        id: ImportId,
        manifest: ImportMappingManifest,
        plan: i64,
        policy: Arc<PolicyData>,
        (only, read): (Option<EntityType>, &[Vec<Drafted>]),
    ) -> Result<Self, Failure> {
        let import = find(r, id)?;
        let batch = r.batch_by_key(import.batch)?.ok_or_else(|| not_found("batch", import.batch_id))?;
        let mapping = Arc::new(mapping_of(&manifest)?);
        let done = r.rows_planned(import.import, plan)?;
        let mut memory = Memory::default();
        let twins = match only {
            None => {
                let basis = if plan < 0 { import.plan } else { plan };
                Twins::of_plan(r, &import, &batch, (&mapping, read), basis)?
            }
            Some(_) => None,
        };
        if done > 0 {
            remember(r, &import, plan, done, only, &mut memory)?;
        }
        let mut twins = twins;
        if let Some(twins) = &mut twins {
            if done > 0 {
                r.matched_rows(import.import, plan)?.into_iter().for_each(|(id, row)| twins.claim(id, row));
            }
            if plan < 0 {
                twins.stay_in_memory();
            }
        }
        let governed = govern::Known::default();
        Ok(Self { import, batch, manifest, mapping, memory, policy, governed, twins, plan, done, only: None })
    }

    /// How candidates were found so far, for a log; none where nobody was weighed.
    pub(crate) fn found(&self) -> Option<String> {
        self.twins.as_ref().map(|t| t.found.line())
    }

    /// Whether its rows are still to be compared with each other.
    pub(crate) fn is_to_compare(&self) -> bool {
        self.twins.as_ref().is_some_and(|twins| !twins.are_compared())
    }

    /// Compares the rows with each other, all of which were put in there.
    pub(crate) fn compare(&mut self, beside: Beside) {
        if let Some(twins) = &mut self.twins {
            twins.compare(beside, self.policy.thresholds.suspect, self.only.as_ref());
        }
    }

    /// Reads the rows and compares them with each other, unless that was done before.
    fn compare_now(&mut self, r: &Reader<'_>) -> Result<(), Failure> {
        if !self.is_to_compare() {
            return Ok(());
        }
        let mut beside = Beside::default();
        let total = self.batch.artifact.row_count;
        let mut from = 1;
        while from <= total {
            let to = (from + READ - 1).min(total);
            put_beside(&mut beside, &read_chunk(r, &self.batch, &self.mapping, from, to)?);
            from = to + 1;
        }
        self.compare(beside);
        Ok(())
    }

    /// Rows planned so far, and in all.
    pub(crate) fn so_far(&self) -> (u64, u64) {
        (self.done, self.batch.artifact.row_count)
    }

    /// From the first row, whatever was planned before: for a replay, which writes nothing.
    pub(crate) fn again(
        r: &Reader<'_>,
        id: ImportId,
        manifest: ImportMappingManifest,
        policy: Arc<PolicyData>,
    ) -> Result<Self, Failure> {
        // No plan has this number, so nothing was planned under it.
        Self::knowing(r, id, manifest, -1, policy, (None, &[]))
    }

    /// Leaves out what this import itself did: records it made, and what it changed in others.
    pub(crate) fn pass_over(&mut self, r: &Reader<'_>) -> Result<(), Failure> {
        let mut from = 1;
        while from <= self.batch.artifact.row_count {
            let to = from + REPORT - 1;
            for p in r.creates_of_rows(self.import.import, self.import.plan, from..=to, None)? {
                if p.state == "applied" {
                    self.memory.pass_over(self.import.batch_id, Some(p.artifact.entity_id));
                }
            }
            from = to + 1;
        }
        self.memory.pass_over(self.import.batch_id, None);
        Ok(())
    }

    /// Plans the next rows without writing them; new records are numbered from `made` on.
    pub(crate) fn step_aside(&mut self, r: &Reader<'_>, made: &mut u128) -> Result<Vec<Planned>, Failure> {
        self.compare_now(r)?;
        let to = (self.done + REPORT).min(self.batch.artifact.row_count);
        let chunk = read_chunk(r, &self.batch, &self.mapping, self.done + 1, to)?;
        let next = std::cell::Cell::new(*made);
        let new_id = || {
            next.set(next.get() + 1);
            uuid::Uuid::from_u128(next.get())
        };
        let now = self.import.created_at.clone();
        let planned = self.plan_with(r, &now, &new_id, (chunk, None), (&ExactResolver, &BTreeSet::new()))?;
        *made = next.get();
        self.done = to;
        Ok(planned)
    }

    /// What looks up whom its rows meet, beside whoever plans them; none where nobody is weighed or nobody is there. `held`:
    /// chunks of them that are in memory anyway.
    pub(crate) fn looking(&self, r: &Reader<'_>, held: usize) -> Result<Option<Looking>, Failure> {
        let Some(twins) = &self.twins else { return Ok(None) };
        Ok(r.identity_knows_somebody()?.then(|| Looking::new(twins.prospects(), held)))
    }

    /// What is needed to read the rows that are left, beside whoever plans them.
    pub(crate) fn reading(&self) -> RowReading {
        RowReading {
            batch: self.batch.clone(),
            mapping: Arc::clone(&self.mapping),
            next: self.done + 1,
            total: self.batch.artifact.row_count,
        }
    }

    /// Reads and plans the next rows.
    pub(crate) fn read_step(&mut self, tx: &mut Tx<'_>) -> Result<(), Failure> {
        let to = (self.done + REPORT).min(self.batch.artifact.row_count);
        let rows = read_chunk(tx, &self.batch, &self.mapping, self.done + 1, to)?;
        self.step(tx, Chunk { rows, ahead: None })
    }

    /// Plans the next rows, read before.
    pub(crate) fn step(&mut self, tx: &mut Tx<'_>, Chunk { rows, ahead }: Chunk) -> Result<(), Failure> {
        let to = rows.last().map_or(self.done, |drafted| drafted.row);
        if tx.is_planned(self.import.import, self.plan, self.done + 1)? {
            return Err(ApiError::new(
                ErrorCode::Busy,
                "Another process is planning this import.",
                "Wait until it is done; nothing is planned twice.",
            )
            .into());
        }
        if self.twins.is_some() {
            // Somebody may have changed a record since the last step.
            matching::keys::catch_up(tx)?;
            self.compare_now(tx)?;
        }
        let planned = self.plan_drafts(tx, (rows, ahead), (&ExactResolver, &BTreeSet::new()))?;
        write(tx, self.import.import, self.plan, &planned)?;
        self.memory.written();
        self.done = to;
        Ok(())
    }

    /// Plans one row anew, after a person said who it is, or who it is not.
    pub(crate) fn row(&mut self, tx: &mut Tx<'_>, row: u64, decided: &Decided) -> Result<Planned, Failure> {
        if self.twins.is_some() {
            matching::keys::catch_up(tx)?;
            self.compare_now(tx)?;
        }
        let drafts = read_chunk(tx, &self.batch, &self.mapping, row, row)?;
        let none = BTreeSet::new();
        let without = if let Decided::IsNot(others) = decided { others } else { &none };
        let planned = self.plan_drafts(tx, (drafts, None), (decided, without))?.pop();
        planned.ok_or_else(|| not_found("row", row).into())
    }

    fn plan_drafts(
        &mut self,
        tx: &Tx<'_>,
        drafts: (Vec<Drafted>, Option<Ahead>),
        by: Deciding<'_>,
    ) -> Result<Vec<Planned>, Failure> {
        let now = tx.now();
        self.plan_with(tx, &now, &|| tx.new_id(), drafts, by)
    }

    fn plan_with(
        &mut self,
        reader: &Reader<'_>,
        now: &Timestamp,
        new_id: &dyn Fn() -> uuid::Uuid,
        (mut drafts, ahead): (Vec<Drafted>, Option<Ahead>),
        (resolver, without): Deciding<'_>,
    ) -> Result<Vec<Planned>, Failure> {
        let actor = Actor::rule("import.plan/1");
        let entity = self.manifest.row_entity;
        // What was found before counts where the graph still stands as it did.
        let stand = ahead.as_ref().map(|_| reader.identity_stand()).transpose()?;
        let mut ahead = ahead.filter(|ahead| stand.is_some_and(|stand| stand.is_whole() && ahead.stand == stand));
        let index = PlanIndex {
            reader,
            found: ahead.as_mut().map(|ahead| std::mem::take(&mut ahead.exact)).unwrap_or_default(),
            entity,
            plan: (self.import.import, self.plan),
            memory: &mut self.memory,
            asking: BTreeSet::new(),
            graph_is_empty: reader.nobody_has_contact_points()?,
            graph_has_keys: reader.identity_knows_somebody()?,
            failed: RefCell::default(),
        };
        let weights = self.twins.as_ref().map(|t| Rc::clone(&t.weights));
        let step = self.twins.as_mut().map(|t| t.gather(&index, &mut drafts, ahead)).transpose()?;
        let weighing = match (&mut self.twins, &step, &weights) {
            (Some(twins), Some(step), Some(weights)) => Some(Weighing::new(step, twins, weights)),
            _ => None,
        };
        let mut planner = RowPlanner {
            import: &self.import,
            manifest: &self.manifest,
            actor: &actor,
            now,
            new_id,
            policy: &self.policy,
            governed: &mut self.governed,
            resolver,
            index,
            weighing,
            without,
        };
        drafts.into_iter().map(|drafted| planner.plan(drafted)).collect()
    }
}

/// Who decides by exact keys who a row is, and who it was decided not to be.
type Deciding<'a> = (&'a dyn identity::Resolver, &'a BTreeSet<EntityRef>);

/// What a person decided about a row: who it is, or who it is not.
pub(crate) enum Decided {
    /// The same as a known record.
    Is(identity::Known),
    /// None of these.
    IsNot(BTreeSet<EntityRef>),
}

impl identity::Resolver for Decided {
    fn resolve(&self, features: &identity::Features, index: &dyn identity::Index) -> identity::Resolution {
        match self {
            Self::Is(known) => identity::Resolution::Same { known: known.clone() },
            Self::IsNot(others) => ExactResolver.resolve(features, &Without { index, others }),
        }
    }
}

struct Without<'a> {
    index: &'a dyn identity::Index,
    others: &'a BTreeSet<EntityRef>,
}

impl identity::Index for Without<'_> {
    fn lookup(&self, key: &identity::Key) -> Vec<identity::Known> {
        self.index.lookup(key).into_iter().filter(|k| !self.others.contains(&k.entity)).collect()
    }
}

/// How a manifest has rows read.
fn mapping_of(manifest: &ImportMappingManifest) -> Result<Mapping, Failure> {
    let columns: Vec<_> = manifest.columns().into_iter().cloned().collect();
    let context = MappingContext {
        batch_id: manifest.batch_id,
        source_system: manifest.envelope.source_system.clone(),
        row_entity: manifest.row_entity,
        phone_region: manifest.phone_region.clone(),
    };
    Ok(Mapping::compile(&columns, context)?.under(&manifest.handling))
}

/// What earlier rows of a plan will create, as far as it went before it was cut off.
fn remember(
    r: &Reader<'_>,
    import: &ImportRecord,
    plan: i64,
    done: u64,
    only: Option<EntityType>,
    memory: &mut Memory,
) -> Result<(), Failure> {
    let mut from = 1;
    while from <= done {
        let to = (from + REPORT - 1).min(done);
        for p in r.creates_of_rows(import.import, plan, from..=to, only)? {
            // What was set aside or refused will never be there to be linked to.
            if !p.stands() {
                continue;
            }
            if p.artifact.entity_type == EntityType::Account {
                let name = p.artifact.canonical_payload.iter().rfind(|f| f.field == "name").map(|f| &f.value);
                memory.note_account(name, p.artifact.entity_id);
            }
            // A person may be named beside a deal or a task.
            if p.artifact.entity_type == import.row_entity || p.artifact.entity_type == EntityType::Person {
                memory.remember(known_of(&p));
            }
        }
        memory.written();
        from = to + 1;
    }
    Ok(())
}

/// Plans every row under a manifest in this transaction, as step `plan` of its import. `report` hears (done, total) and
/// may stop it.
pub(crate) fn plan(
    tx: &mut Tx<'_>,
    id: ImportId,
    manifest: &ImportMappingManifest,
    plan: i64,
    policy: Arc<PolicyData>,
    report: &mut dyn FnMut(u64, u64) -> Result<(), Failure>,
) -> Result<(), Failure> {
    if manifest.row_entity == EntityType::Person {
        matching::model::prepare(tx, find(tx, id)?.import, plan, None)?;
    }
    let mut planning = Planning::open(tx, id, manifest.clone(), plan, policy)?;
    let (mut done, total) = planning.so_far();
    while done < total {
        planning.read_step(tx)?;
        (done, _) = planning.so_far();
        report(done, total)?;
    }
    Ok(())
}

/// Puts rows side by side to be compared.
pub(crate) fn put_beside(beside: &mut Beside, rows: &[Drafted]) {
    for drafted in rows {
        if let Some(features) = &drafted.features {
            beside.push(drafted.row, features);
        }
    }
}

/// A row as its cells read.
pub(crate) struct Drafted {
    pub row: u64,
    pub draft: understanding::RowDraft,
    /// What is compared of a row of a person; none where there is nothing.
    pub features: Option<Features>,
    /// What the row's own record is found by exactly; none where it has none.
    pub exact: Option<identity::Features>,
}

impl Drafted {
    fn of(row: u64, draft: understanding::RowDraft) -> Self {
        let features = features_of(&draft);
        let main = draft.records.first().filter(|_| matches!(draft.outcome, RowOutcome::Usable));
        let exact =
            main.map(|main| identity::Features::of(|f| main.fields.iter().find(|p| p.field == f).map(|p| &p.value)));
        Self { row, draft, features, exact }
    }
}

/// Rows that are read and understood for somebody else to plan.
pub(crate) struct RowReading {
    batch: StoredBatch,
    mapping: Arc<Mapping>,
    next: u64,
    total: u64,
}

/// Rows read at once: about a piece of the file, which is unpacked as a whole.
const READ: u64 = 6 * REPORT;

impl RowReading {
    /// All rows of an import, read as its newest manifest says.
    pub(crate) fn of(r: &Reader<'_>, import: &ImportRecord) -> Result<Self, Failure> {
        let batch = r.batch_by_key(import.batch)?.ok_or_else(|| not_found("batch", import.batch_id))?;
        let manifest = r.newest_manifest(import.import)?;
        let manifest = manifest.ok_or_else(|| not_found("manifest of import", import.import_id))?;
        let total = batch.artifact.row_count;
        Ok(Self { batch, mapping: Arc::new(mapping_of(&manifest)?), next: 1, total })
    }

    /// The same rows in so many parts at most, for as many threads.
    pub(crate) fn parts(self, most: usize) -> Vec<Self> {
        let chunks = (self.total + 1).saturating_sub(self.next).div_ceil(REPORT);
        let each = chunks.div_ceil(most.max(1) as u64).max(1) * REPORT;
        let part = |from: u64| Self {
            batch: self.batch.clone(),
            mapping: Arc::clone(&self.mapping),
            next: from,
            total: (from + each - 1).min(self.total),
        };
        (self.next..=self.total).step_by(usize::try_from(each).unwrap_or(usize::MAX)).map(part).collect()
    }

    /// Sends the rows that are left, in chunks of those that are planned together, until nobody takes them.
    pub(crate) fn all(mut self, store: &Store, to: &SyncSender<Result<Vec<Drafted>, Failure>>) {
        while self.next <= self.total {
            let last = (self.next + READ - 1).min(self.total);
            // One short look at the database each time: a long one would keep its log from being written back.
            let rows = match store.read(|r| r.rows(self.batch.batch, self.next, last)) {
                Ok(rows) => rows,
                Err(e) => {
                    let _ = to.send(Err(Failure::from(e)));
                    return;
                }
            };
            let mut parser = RowParser::new(&self.batch.artifact.dialect);
            for chunk in rows.chunks(usize::try_from(REPORT).unwrap_or(usize::MAX)) {
                let draft = |row: &store::StoredRow| {
                    let cells = parser.cells(&row.bytes);
                    Drafted::of(row.row_number, self.mapping.project(row.row_number, row.shape, &cells))
                };
                if to.send(Ok(chunk.iter().map(draft).collect())).is_err() {
                    return;
                }
            }
            self.next = last + 1;
        }
    }
}

pub(crate) fn read_chunk(
    tx: &Reader<'_>,
    batch: &StoredBatch,
    mapping: &Mapping,
    from: u64,
    to: u64,
) -> Result<Vec<Drafted>, Failure> {
    let mut out = Vec::new();
    let mut parser = RowParser::new(&batch.artifact.dialect);
    tx.each_row::<Failure>(batch.batch, from, to, |row| {
        let cells = parser.cells(&row.bytes);
        out.push(Drafted::of(row.row_number, mapping.project(row.row_number, row.shape, &cells)));
        Ok(true)
    })?;
    Ok(out)
}

fn write(tx: &mut Tx<'_>, import: i64, plan: i64, planned: &[Planned]) -> Result<(), Failure> {
    tx.insert_proposals(import, plan, planned.iter().flat_map(Planned::ruled))?;
    tx.insert_issues(import, plan, planned.iter().map(|p| (p.row_number, p.issues.as_slice())))?;
    let fates: Vec<NewFate<'_>> = planned.iter().map(Planned::as_new).collect();
    tx.insert_fates(import, plan, Phase::Planned, &fates)?;
    Ok(())
}

/// The same bytes again while their import stands: nothing new to create; every row says what became of its twin.
pub(crate) fn repeat(tx: &mut Tx<'_>, import: i64, standing: &ImportRecord) -> Result<(), Failure> {
    let when = &standing.created_at.0[..10.min(standing.created_at.0.len())];
    let committed = standing.state == ImportState::Committed;
    let mut after = 0;
    loop {
        let rows = tx.fates(standing.import, None, after, 500)?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = last.row_number;
        for row in &rows {
            // A rule, or a verdict on the row alone, may have brought it in before its import was approved.
            let applied = committed || row.phase == Phase::Applied;
            let (fate, reason) = match row.fate {
                Fate::Merge if row.phase == Phase::Applied => {
                    (Fate::Unchanged, format!("The same row was brought in on {when}."))
                }
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
