//! The model that people are weighed with: the shipped one, with how common values are in this workspace and what its
//! decisions have taught, frozen each time it is made so that a plan can be planned again exactly.

use std::sync::Arc;

use contracts::{EntityId, EntityType};
use identity::calibrate::{Calibration, ENOUGH};
use identity::corpus::Corpus;
use identity::engine;
use identity::frequency::{Counts, Together, together_of};
use identity::model::{Model, Scorer, probability};
use identity::record::Features;
use store::{IdentityStand, PlanBasis, Reader, StoredModel, Tx};

use crate::error::Failure;
use crate::matching::person::{LISTS, SHAPE, TEXTS, features_said};
use crate::matching::version;

/// People of the graph whose values are counted.
const SAMPLE: u64 = 4096;

/// A model ready for weighing.
pub(crate) struct Weights {
    pub model: Model,
    pub scorer: Scorer,
    together: Arc<Together>,
}

impl Weights {
    /// The shipped model over so many records, with how common values are.
    pub(crate) fn of(counts: Counts, rows: u64, calibration: Option<Calibration>) -> Self {
        let rows = usize::try_from(rows).unwrap_or(usize::MAX);
        let mut model = engine::untrained(&SHAPE, rows);
        model.counts = counts;
        model.calibration = calibration;
        let scorer = Scorer::of(&model);
        let together = together_of(&model.counts);
        Self { model, scorer, together }
    }

    /// How often two words stand in one name, for [`identity::frequency::Frequencies::with`].
    pub(crate) fn together(&self) -> Arc<Together> {
        Arc::clone(&self.together)
    }

    /// What a plan was begun with: the workspace's model and how common values are in the file itself.
    pub(crate) fn of_plan<'f>(
        r: &Reader<'_>,
        basis: &PlanBasis,
        rows: u64,
        file: impl IntoIterator<Item = &'f Features>,
    ) -> Result<Option<Self>, Failure> {
        if basis.version != version() {
            return Ok(None);
        }
        let stored = basis.model.map(|m| r.identity_model(m)).transpose()?.flatten();
        let (counts, calibration) = stored.as_ref().map_or_else(Default::default, read);
        let counts = joined(counts, counts_of(file.into_iter()));
        Ok(Some(Self::of(counts, basis.people + rows, calibration)))
    }

    /// The probability that a score stands for.
    pub(crate) fn probability(&self, score: i64) -> f64 {
        self.model.calibration.as_ref().map_or_else(|| probability(score), |c| c.probability(score))
    }
}

fn read(stored: &StoredModel) -> (Counts, Option<Calibration>) {
    // What can't be read is of another build: the shipped model goes on without it.
    let counts = serde_json::from_str(&stored.counts).unwrap_or_default();
    let calibration = stored.calibration.as_deref().and_then(|c| serde_json::from_str(c).ok());
    (counts, calibration)
}

pub(crate) fn counts_of<'f>(of: impl Iterator<Item = &'f Features>) -> Counts {
    let mut corpus = Corpus::new(SHAPE.clone());
    let mut join = String::new();
    of.for_each(|f| corpus.push(f, &mut join));
    Counts::of(&corpus)
}

/// The counts of two samples together.
fn joined(mut a: Counts, b: Counts) -> Counts {
    fn add<K: Ord>(to: &mut std::collections::BTreeMap<K, u32>, from: std::collections::BTreeMap<K, u32>) {
        for (k, n) in from {
            *to.entry(k).or_insert(0) += n;
        }
    }
    a.named += b.named;
    a.rows += b.rows;
    add(&mut a.words, b.words);
    for (k, (rows, given, family)) in b.classes {
        let entry = a.classes.entry(k).or_insert((0, 0, 0));
        *entry = (entry.0 + rows, entry.1 + given, entry.2 + family);
    }
    add(&mut a.together, b.together);
    add(&mut a.lines, b.lines);
    add(&mut a.mailboxes, b.mailboxes);
    add(&mut a.locals, b.locals);
    add(&mut a.domains, b.domains);
    add(&mut a.born, b.born);
    add(&mut a.companies, b.companies);
    add(&mut a.streets, b.streets);
    add(&mut a.places, b.places);
    a.filled.iter_mut().zip(b.filled).for_each(|(to, from)| *to += from);
    a
}

/// What a model would be frozen from, read before anything is written: the writer's memory is for what it writes. It counts
/// where the graph still stands as it did.
pub(crate) struct Foreseen {
    stand: IdentityStand,
    people: u64,
    /// How common values are; none where the last model stands.
    counts: Option<String>,
}

/// Looks at the people of the graph ahead of [`prepare`].
pub(crate) fn foresee(r: &Reader<'_>) -> Result<Foreseen, Failure> {
    let (stand, people) = (r.identity_stand()?, r.identity_count()?);
    let stands = people == 0 || standing(r, people, r.weighed_verdicts()?.len() as u64)?.is_some();
    Ok(Foreseen { stand, people, counts: if stands { None } else { Some(counts_in(r, people)?) } })
}

/// The last model, where it is not of another time: people doubled since, or enough more was decided.
fn standing(r: &Reader<'_>, people: u64, labels: u64) -> Result<Option<i64>, Failure> {
    let last = r.newest_model(version())?.filter(|last| {
        let learnt = labels >= ENOUGH as u64 && labels * 2 >= last.labels * 3 && labels > last.labels;
        people < last.people.max(1) * 2 && !learnt
    });
    Ok(last.map(|last| last.model))
}

/// How common values are among so many people of the graph, as it is stored.
fn counts_in(r: &Reader<'_>, people: u64) -> Result<String, Failure> {
    let mut sample = Vec::new();
    let shown = every(r, people, people.div_ceil(SAMPLE).max(1))?;
    r.said(EntityType::Person, (&TEXTS, &LISTS), &shown, |_, said| {
        sample.push(features_said(said)?);
        Ok::<_, Failure>(())
    })?;
    Ok(serde_json::to_string(&counts_of(sample.iter())).map_err(unwritten)?)
}

fn unwritten(e: serde_json::Error) -> store::StoreError {
    store::StoreError::Damaged(format!("a model can't be written: {e}"))
}

/// Freezes a new model where the last one has become one of another time: people doubled, or enough more decisions.
pub(crate) fn refresh(tx: &mut Tx<'_>, people: u64) -> Result<Option<i64>, Failure> {
    refresh_with(tx, people, None)
}

/// As [`refresh`]; `counts`: how common values are, where that was read.
fn refresh_with(tx: &mut Tx<'_>, people: u64, counts: Option<String>) -> Result<Option<i64>, Failure> {
    if people == 0 {
        return Ok(None);
    }
    let decided = tx.weighed_verdicts()?;
    let labels = decided.len() as u64;
    if let Some(model) = standing(tx, people, labels)? {
        return Ok(Some(model));
    }
    let counts = counts.map_or_else(|| counts_in(tx, people), Ok)?;
    let calibration = Calibration::learn(&decided).map(|c| serde_json::to_string(&c)).transpose().map_err(unwritten)?;
    let model = StoredModel { model: 0, version: version().into(), people, counts, labels, calibration };
    Ok(Some(tx.insert_model(&model)?))
}

/// Every so-manieth of so many people by their local key.
fn every(r: &Reader<'_>, people: u64, stride: u64) -> Result<Vec<EntityId>, Failure> {
    let mut out = Vec::new();
    let local = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let first = r.identity_people(0, 1)?.first().map_or(1, |(person, _)| *person);
    let end = first.saturating_add(local(people));
    if r.identity_people(end - 1, 1)?.is_empty() && stride > 1 {
        // As many numbers as people: nobody between them is gone, and each can be asked for by number.
        for nth in 1..=people / stride {
            let person = first + local(nth * stride) - 1;
            out.extend(r.identity_member(person)?.map(|(id, _)| id));
        }
        return Ok(out);
    }
    let mut after = 0;
    let mut nth = 0u64;
    loop {
        let found = r.identity_people(after, 2000)?;
        let Some((last, _)) = found.last() else { return Ok(out) };
        after = *last;
        for (_, id) in found {
            nth += 1;
            if nth.is_multiple_of(stride) {
                out.push(id);
            }
        }
    }
}

/// Gets ready to plan: the keys stand at the log, a model is frozen, and the plan knows what it is weighed with.
pub(crate) fn prepare(tx: &mut Tx<'_>, import: i64, plan: i64, foreseen: Option<Foreseen>) -> Result<(), Failure> {
    crate::matching::keys::catch_up(tx)?;
    if tx.plan_basis(import, plan)?.is_some() {
        return Ok(());
    }
    let stand = tx.identity_stand()?;
    let (people, counts) = match foreseen.filter(|seen| stand.is_whole() && seen.stand == stand) {
        Some(seen) => (seen.people, seen.counts),
        None => (tx.identity_count()?, None),
    };
    let model = refresh_with(tx, people, counts)?;
    tx.insert_plan_basis(import, plan, &PlanBasis { version: version().into(), model, people })?;
    Ok(())
}
