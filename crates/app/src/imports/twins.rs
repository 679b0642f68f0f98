//! Who a row of people may be: candidates from the graph and from earlier rows of the file, weighed by the identity engine.
//!
//! Which rows of a file may be one person is found for all of them before the first is planned ([`Within`]). Rows are then
//! weighed in the steps in which they are planned: everybody whom a step may meet is put on one bench.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::rc::Rc;
use std::sync::Arc;

use contracts::{EntityId, EntityRef, EntityType, MergeCandidate};
use graph::Record;
use identity::blocking::{Attributes, Keys, RULES, keys_of};
use identity::frequency::Frequencies;
use identity::record::Features;
use store::{ImportRecord, Reader, Said, StoredBatch, StoredProposal};
use understanding::{Mapping, RowDraft, RowOutcome};

use crate::error::Failure;
use crate::imports::ahead::{Ahead, People};
use crate::imports::index::{PlanIndex, title_of};
use crate::imports::plan::{Drafted, read_chunk};
use crate::matching::blocks::Blocks;
use crate::matching::model::Weights;
use crate::matching::person::{digest, features, features_said, title_said};
use crate::matching::prospects::Prospects;
use crate::matching::weigh::{Bench, Scale, Weighed};
use crate::matching::within::{Beside, Within};

/// Rows that others meet and whose features stay in memory; those of older ones are read from their proposals.
const REMEMBERED: usize = 20_000;

/// Members of a block of the graph that are looked at to split it. Beyond, it is left to other rules, and that is told.
pub(crate) const BLOCK: usize = 5_000;

/// Candidates that one row's proposal tells of.
const TOLD: usize = 5;

/// The shipped policy: from three to one on, two records are proposed as one; below, somebody is asked whether they are.
pub(crate) const PROBABLE: f64 = 0.75;

/// Somebody whom a row may be.
pub(crate) struct Twin {
    at: EntityRef,
    title: String,
    row: Option<u64>,
    features: Features,
}

impl Twin {
    /// Somebody of the graph.
    pub(crate) fn of_record(at: EntityRef, record: &Record) -> Self {
        Self {
            at,
            title: graph::title(at.entity, &record.fields),
            row: None,
            features: features(|f| record.fields.get(f)),
        }
    }

    /// Somebody of the graph whose record is read where it lies.
    pub(crate) fn of_said(at: EntityRef, said: &Said) -> Result<Self, Failure> {
        Ok(Self { at, title: title_said(said)?, row: None, features: features_said(said)? })
    }
}

/// How candidates were found, for the log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Found {
    /// Pairs by rule, those of other rules among them.
    pub pairs: [u64; 16],
    /// Pairs that were weighed.
    pub weighed: u64,
    /// Pairs that share a common name or the like and could not have weighed enough.
    pub without_prospect: u64,
    /// Meetings in blocks too big to be looked through, left to other rules.
    pub left: u64,
}

impl Found {
    /// One line for a log: rules with what they found.
    pub(crate) fn line(&self) -> String {
        let rules = RULES.iter().zip(self.pairs).filter(|(_, n)| *n > 0);
        let mut parts: Vec<String> = rules.map(|(rule, n)| format!("{} {n}", rule.name)).collect();
        parts.push(format!("weighed {}", self.weighed));
        if self.without_prospect > 0 {
            parts.push(format!("without prospect {}", self.without_prospect));
        }
        if self.left > 0 {
            parts.push(format!("left to other rules {}", self.left));
        }
        parts.join(", ")
    }
}

/// What the engine keeps of a plan from step to step.
pub(crate) struct Twins {
    pub(crate) weights: Rc<Weights>,
    prospects: Arc<Prospects>,
    blocks: Blocks,
    /// None until the rows were compared.
    within: Option<Within>,
    /// Nothing of the plan is in the database: what a later row meets has to stay in memory.
    aside: bool,
    seen: HashMap<u32, Arc<Twin>>,
    order: VecDeque<u32>,
    /// Records of the graph that a row was matched to already.
    claimed: HashMap<EntityId, u64>,
    pub(crate) found: Found,
    rejections: bool,
}

impl Twins {
    pub(crate) fn new(weights: Weights) -> Self {
        Self {
            prospects: Arc::new(Prospects::of(&weights)),
            blocks: Blocks::default(),
            weights: Rc::new(weights),
            within: None,
            aside: false,
            seen: HashMap::new(),
            order: VecDeque::new(),
            claimed: HashMap::new(),
            found: Found::default(),
            rejections: false,
        }
    }

    /// For a plan of people that the engine has a part in; none for any other. `read`: all rows in their order, where they
    /// were read already.
    pub(crate) fn of_plan(
        r: &Reader<'_>,
        import: &ImportRecord,
        batch: &StoredBatch,
        (mapping, read): (&Mapping, &[Vec<Drafted>]),
        plan: i64,
    ) -> Result<Option<Self>, Failure> {
        if import.row_entity != EntityType::Person {
            return Ok(None);
        }
        let Some(basis) = r.plan_basis(import.import, plan)? else { return Ok(None) };
        let total = batch.artifact.row_count;
        let runs = sampled(total);
        let weights = if read.is_empty() {
            let mut file = Vec::new();
            for (from, to) in runs {
                file.extend(
                    read_chunk(r, batch, mapping, from, to)?.into_iter().filter_map(|drafted| drafted.features),
                );
            }
            Weights::of_plan(r, &basis, total, &file)?
        } else {
            let shows = |row: u64| runs.iter().any(|(from, to)| (*from..=*to).contains(&row));
            let file = read.iter().flatten().filter(|drafted| shows(drafted.row));
            Weights::of_plan(r, &basis, total, file.filter_map(|drafted| drafted.features.as_ref()))?
        };
        Ok(weights.map(Self::new))
    }

    /// What tells which pairs are worth weighing.
    pub(crate) fn prospects(&self) -> Arc<Prospects> {
        Arc::clone(&self.prospects)
    }

    /// Whether it is known by now which rows may be one person.
    pub(crate) fn are_compared(&self) -> bool {
        self.within.is_some()
    }

    /// Compares the rows of the file, all of which were put in there. `suspect`: the probability from which somebody is asked;
    /// `only`: the rows that are planned, where that is not all.
    pub(crate) fn compare(&mut self, beside: Beside, suspect: f64, only: Option<&BTreeSet<u64>>) {
        let within = beside.compare(&self.weights, suspect, only);
        self.found.pairs = within.pairs;
        self.found.weighed += within.weighed;
        self.found.without_prospect += within.passed;
        self.found.left += within.left;
        self.within = Some(within);
    }

    /// For a plan that is not written down.
    pub(crate) fn stay_in_memory(&mut self) {
        self.aside = true;
    }

    /// A record of the graph that a row is matched to: the file has nobody twice, or it is looked at.
    pub(crate) fn claim(&mut self, at: EntityId, row: u64) {
        self.claimed.entry(at).or_insert(row);
    }

    fn keep(&mut self, row: u32, twin: Twin) {
        self.seen.insert(row, Arc::new(twin));
        self.order.push_back(row);
        while self.order.len() > REMEMBERED && !self.aside {
            if let Some(old) = self.order.pop_front() {
                self.seen.remove(&old);
            }
        }
    }

    /// Looks for everybody whom rows of a step may meet, and puts them on one bench. `ahead`: whom of the graph, found
    /// before, which still stands as it did.
    pub(crate) fn gather(
        &mut self,
        index: &PlanIndex<'_>,
        rows: &mut [Drafted],
        ahead: Option<Ahead>,
    ) -> Result<Step, Failure> {
        self.rejections = index.reader.any_rejection()?;
        let mut step = Step::default();
        for drafted in rows {
            let Some(features) = drafted.features.take() else { continue };
            let place = step.bench.push(&features);
            step.rows.insert(drafted.row, RowOf { place, features, graph: Vec::new() });
        }
        let mut wanted: BTreeSet<u32> = BTreeSet::new();
        for number in step.rows.keys() {
            wanted.extend(self.rows_met(*number).iter().map(|(met, _)| *met));
        }
        let people = self.graph_people(index, &mut step, ahead)?;
        for row in wanted.into_iter().filter(|met| !step.rows.contains_key(&u64::from(*met))).collect::<Vec<_>>() {
            if let Some(twin) = self.earlier(index, row)? {
                let place = step.bench.push(&twin.features);
                step.earlier.insert(row, (place, twin));
            }
        }
        step.people_from = step.bench.corpus().len();
        for (_, twin) in &people {
            step.bench.push(&twin.features);
        }
        step.people = people;
        step.frequencies = step.bench.frequencies(&self.weights);
        Ok(step)
    }

    /// Rows of the file that a row may be, and the rules that found them.
    fn rows_met(&self, row: u64) -> &[(u32, u16)] {
        self.within.as_ref().map_or(&[], |within| within.of(row))
    }

    /// Whom of the graph the rows of a step meet; gives each of these.
    fn graph_people(
        &mut self,
        index: &PlanIndex<'_>,
        step: &mut Step,
        ahead: Option<Ahead>,
    ) -> Result<People, Failure> {
        if !index.graph_has_keys {
            return Ok(People::new());
        }
        if let Some(mut ahead) = ahead {
            for (number, row) in &mut step.rows {
                let met = ahead.rows.remove(number).unwrap_or_default();
                self.found.without_prospect += met.without_prospect;
                self.found.left += met.left;
                row.graph = met.people;
            }
            return Ok(ahead.people);
        }
        self.blocks.renew(index.reader)?;
        let mut wanted: BTreeSet<EntityId> = BTreeSet::new();
        for row in step.rows.values_mut() {
            let keys = keys_of(step.bench.corpus(), &[], row.place);
            row.graph = self.graph_partners(index, &keys)?;
            wanted.extend(row.graph.iter().map(|(id, _)| *id));
        }
        let mut people = People::new();
        for id in wanted {
            let at = EntityRef { entity: EntityType::Person, id };
            if let Some(record) = index.record(at)? {
                people.push((id, Arc::new(Twin::of_record(at, &record))));
            }
        }
        Ok(people)
    }

    /// People of the graph that share a key with a row and have a prospect, by id, each with the rules.
    fn graph_partners(&mut self, index: &PlanIndex<'_>, keys: &Keys) -> Result<Vec<(EntityId, u16)>, Failure> {
        let mut found = Vec::new();
        let mut met: BTreeMap<EntityId, (u16, Attributes)> = BTreeMap::new();
        for key in &keys.keys {
            let Some(members) = self.blocks.of(index.reader, key.hash, BLOCK)? else {
                self.found.left += BLOCK as u64;
                continue;
            };
            for (id, attributes) in members.partners(key.rule, &keys.attributes, None) {
                if !index.memory.passed_over(id) {
                    met.entry(id).or_insert((0, attributes)).0 |= 1 << key.rule;
                }
            }
        }
        for (id, (rules, attributes)) in met {
            if self.prospects.is_worth_weighing(rules, &keys.attributes, &attributes) {
                found.push((id, rules));
            } else {
                self.found.without_prospect += 1;
            }
        }
        Ok(found)
    }

    fn earlier(&self, index: &PlanIndex<'_>, row: u32) -> Result<Option<Arc<Twin>>, Failure> {
        if let Some(twin) = self.seen.get(&row) {
            return Ok(Some(Arc::clone(twin)));
        }
        let row = u64::from(row);
        let (import, plan) = index.plan;
        let made = index.reader.creates_of_rows(import, plan, row..=row, Some(EntityType::Person))?;
        // The main record is filed first.
        Ok(made.iter().find(|p| p.stands()).map(|p| Arc::new(twin_of(p))))
    }
}

/// Rows that show how common values are in a file: all of a small one, runs all over a large one.
fn sampled(total: u64) -> Vec<(u64, u64)> {
    if total <= RUNS * RUN {
        return if total == 0 { Vec::new() } else { vec![(1, total)] };
    }
    (0..RUNS).map(|n| n * (total - RUN) / (RUNS - 1) + 1).map(|from| (from, from + RUN - 1)).collect()
}

/// Runs of rows that are looked at, and how long each is.
const RUNS: u64 = 8;
const RUN: u64 = 256;

fn twin_of(p: &StoredProposal) -> Twin {
    let p = &p.artifact;
    let get = |f: &str| p.canonical_payload.iter().find(|c| c.field == f).map(|c| &c.value);
    Twin {
        at: EntityRef { entity: p.entity_type, id: p.entity_id },
        title: title_of(p),
        row: p.row_refs.first().copied(),
        features: features(get),
    }
}

pub(crate) fn features_of(draft: &RowDraft) -> Option<Features> {
    let main = draft.records.first().filter(|_| matches!(draft.outcome, RowOutcome::Usable))?;
    let get = |f: &str| main.fields.iter().find(|p| p.field == f).map(|p| &p.value);
    (main.entity == EntityType::Person).then(|| features(get))
}

struct RowOf {
    place: usize,
    features: Features,
    /// People of the graph that share a key, by id, and the rules by which.
    graph: Vec<(EntityId, u16)>,
}

/// The rows of one step and everybody whom they may meet.
#[derive(Default)]
pub(crate) struct Step {
    bench: Bench,
    rows: BTreeMap<u64, RowOf>,
    earlier: BTreeMap<u32, (usize, Arc<Twin>)>,
    /// People of the graph, side by side on the bench.
    people: People,
    /// The place of the first.
    people_from: usize,
    frequencies: Frequencies,
}

impl Step {
    /// Somebody of the graph, with the place on the bench.
    fn person(&self, id: &EntityId) -> Option<(usize, &Arc<Twin>)> {
        let at = self.people.binary_search_by_key(&id.0.as_u128(), |(id, _)| id.0.as_u128()).ok()?;
        self.people.get(at).map(|(_, twin)| (self.people_from + at, twin))
    }
}

/// What the engine makes of a row.
pub(crate) enum Verdict {
    /// Nobody known, as far as it can tell; `related`: who shares a line or a household with it.
    Nobody { related: Option<String> },
    /// Somebody known, probably (`sure`), or perhaps.
    Somebody { candidates: Vec<MergeCandidate>, reason: String, sure: bool },
}

/// What is asked of a row.
pub(crate) struct Asked<'a> {
    /// The probability from which somebody is asked.
    pub suspect: f64,
    /// Who was ruled out.
    pub without: &'a BTreeSet<EntityRef>,
    /// Who has the row's line or mailbox under its name: probably the same unless something speaks outright against it.
    pub exact: BTreeSet<EntityRef>,
}

/// Weighs the rows of one step, one after the other.
pub(crate) struct Weighing<'a> {
    step: &'a Step,
    twins: &'a mut Twins,
    scale: Scale<'a>,
}

/// A candidate on the bench.
struct Weighted<'a> {
    weighed: Weighed,
    place: usize,
    twin: Met<'a>,
    rules: u16,
}

/// Whom a row meets. Of most people of the graph nothing is looked at but their place on the bench.
enum Met<'a> {
    OfGraph(&'a Twin),
    OfFile(Arc<Twin>),
}

impl std::ops::Deref for Met<'_> {
    type Target = Twin;

    fn deref(&self) -> &Twin {
        match self {
            Self::OfGraph(twin) => twin,
            Self::OfFile(twin) => twin,
        }
    }
}

impl<'a> Weighing<'a> {
    pub(crate) fn new(step: &'a Step, twins: &'a mut Twins, weights: &'a Weights) -> Self {
        Self { step, twins, scale: Scale::new(&step.bench, &step.frequencies, weights) }
    }

    /// Who a row may be.
    pub(crate) fn verdict(
        &mut self,
        reader: &Reader<'_>,
        row: u64,
        asked: &Asked<'_>,
    ) -> Result<Option<Verdict>, Failure> {
        let Some(of) = self.step.rows.get(&row) else { return Ok(None) };
        let mut all = self.partners(row, of, asked.without);
        all.sort_by(|a, b| b.weighed.score.cmp(&a.weighed.score).then(a.twin.at.cmp(&b.twin.at)));
        let related = all.iter().find(|w| w.weighed.related && w.weighed.shared).map(|w| who(&w.twin));
        let own = self.twins.rejections.then(|| digest(&of.features));
        let mut likely = Vec::new();
        for w in all {
            let exact = asked.exact.contains(&w.twin.at);
            if w.weighed.related || !(exact || w.weighed.probability >= asked.suspect) {
                continue;
            }
            if let Some(own) = own
                && reader.is_rejected((own, digest(&w.twin.features)), None)?
            {
                continue;
            }
            likely.push(w);
        }
        let Some(best) = likely.first() else { return Ok(Some(Verdict::Nobody { related })) };
        let before = self.twins.claimed.get(&best.twin.at.id).copied().filter(|r| *r != row);
        let exact = asked.exact.contains(&best.twin.at) && !best.weighed.undecided;
        let sure = best.weighed.probability >= PROBABLE || exact;
        let sure = sure && before.is_none();
        let name = who(&best.twin);
        let in_graph = best.twin.row.is_none().then_some(best.twin.at.id);
        let candidates: Vec<MergeCandidate> =
            likely.iter().take(TOLD).map(|w| self.scale.candidate(of.place, w.place, w.rules, w.twin.at)).collect();
        let mut reason = reason(&name, sure, candidates.first());
        if let Some(before) = before {
            reason
                .push_str(&format!(" Row {before} was matched to the same record: one of them may be somebody else."));
        }
        if let Some(id) = in_graph {
            self.twins.claim(id, row);
        }
        Ok(Some(Verdict::Somebody { candidates, reason, sure }))
    }

    fn partners(&mut self, row: u64, of: &RowOf, without: &BTreeSet<EntityRef>) -> Vec<Weighted<'a>> {
        let mut all = Vec::new();
        let step = self.step;
        for (found, rules) in self.twins.rows_met(row) {
            let twin = match step.rows.get(&u64::from(*found)) {
                Some(beside) => self.twins.seen.get(found).map(|twin| (beside.place, Arc::clone(twin))),
                None => step.earlier.get(found).map(|(place, twin)| (*place, Arc::clone(twin))),
            };
            all.extend(twin.map(|(place, twin)| (place, Met::OfFile(twin), *rules)));
        }
        let of_file = all.len();
        for (id, rules) in &of.graph {
            all.extend(step.person(id).map(|(place, twin)| (place, Met::OfGraph(twin), *rules)));
        }
        // Those of the file were counted when its rows were compared.
        for (_, _, rules) in all.iter().skip(of_file) {
            self.twins.found.weighed += 1;
            for (rule, count) in self.twins.found.pairs.iter_mut().enumerate() {
                *count += u64::from(rules >> rule & 1);
            }
        }
        if !without.is_empty() {
            all.retain(|(_, twin, _)| !without.contains(&twin.at));
        }
        let scale = &mut self.scale;
        all.into_iter()
            .map(|(place, twin, rules)| Weighted { weighed: scale.weigh(of.place, place), place, twin, rules })
            .collect()
    }

    /// Takes in the record that a row will make.
    pub(crate) fn remember(&mut self, row: u64, at: EntityRef, title: &str) {
        let (Some(of), Ok(number)) = (self.step.rows.get(&row), u32::try_from(row)) else { return };
        if !self.twins.within.as_ref().is_some_and(|within| within.is_asked_for(number)) {
            return;
        }
        let twin = Twin { at, title: title.into(), row: Some(row), features: of.features.clone() };
        self.twins.keep(number, twin);
    }

    /// A row is somebody of the graph for certain.
    pub(crate) fn claim(&mut self, at: EntityId, row: u64) {
        self.twins.claim(at, row);
    }
}

fn who(twin: &Twin) -> String {
    match twin.row {
        Some(row) => format!("row {row} ({})", twin.title),
        None => twin.title.clone(),
    }
}

/// Why somebody is asked: who it may be, what speaks for it most, and how likely it is.
pub(crate) fn reason(who: &str, sure: bool, best: Option<&MergeCandidate>) -> String {
    let how = if sure { "Probably" } else { "Perhaps" };
    let mut out = format!("{how} someone known: {who}.");
    let Some(best) = best else { return out };
    let mut speaking: Vec<_> = best.evidence.iter().filter(|e| e.weight.is_some_and(|w| w > 500_000)).collect();
    speaking.sort_by_key(|e| std::cmp::Reverse(e.weight));
    let fields: Vec<String> = speaking.iter().take(2).map(|e| e.field.replace('_', " ")).collect();
    let percent = match (best.score * 100.0).round() {
        p if p >= 100.0 => "more than 99 %".to_owned(),
        p => format!("{p} %"),
    };
    if !fields.is_empty() {
        let verb = if fields.len() == 1 { "speaks" } else { "speak" };
        out.push_str(&format!(" It is {percent} likely; for it {verb} most {}.", fields.join(" and ")));
    }
    out
}
