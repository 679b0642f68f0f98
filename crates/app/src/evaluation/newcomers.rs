//! What one new record costs against those that are there: its keys looked up in memory, its candidates scored.

use std::time::Instant;

use identity::blocking::{Attributes, keys_of, partners};
use identity::compare::Comparer;
use identity::corpus::Corpus;
use identity::frequency::Frequencies;
use identity::model::{Model, Scorer};
use serde::Serialize;

/// Milliseconds, wall time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Newcomers {
    /// Records that were asked about.
    pub asked: usize,
    /// Records they were asked against.
    pub against: usize,
    /// Half of them took no longer.
    pub p50_ms: f64,
    /// Nineteen of twenty took no longer.
    pub p95_ms: f64,
    /// Candidates of one, on average.
    pub candidates: f64,
}

/// Asks about so many rows, spread over the file, as if each came last; the index of keys is made before and not counted.
pub(super) fn measure(corpus: &Corpus, model: &Model, count: usize) -> Newcomers {
    let rows = corpus.len();
    let mut attributes: Vec<Attributes> = Vec::with_capacity(rows);
    let mut index: Vec<(u64, u32)> = Vec::new();
    for row in 0..rows {
        let keys = keys_of(corpus, &model.finds, row);
        attributes.push(keys.attributes);
        index.extend(keys.keys.iter().map(|key| (key.hash, row as u32)));
    }
    index.sort_unstable();
    let frequencies = Frequencies::of(corpus, &model.counts);
    let scorer = Scorer::of(model);
    let mut comparer = Comparer::new(corpus, &frequencies);
    let mut took: Vec<f64> = Vec::with_capacity(count);
    let mut compared = 0;
    let asked = count.min(rows);
    for row in (0..asked).map(|nth| nth * rows / asked) {
        let begun = Instant::now();
        let keys = keys_of(corpus, &model.finds, row);
        let mut candidates: Vec<u32> = Vec::new();
        for key in &keys.keys {
            let start = index.partition_point(|(hash, _)| *hash < key.hash);
            let members = index.iter().skip(start).take_while(|(hash, _)| *hash == key.hash);
            let members: Vec<(u32, Attributes)> = members
                .filter(|(_, other)| *other as usize != row)
                .filter_map(|(_, other)| Some((*other, *attributes.get(*other as usize)?)))
                .collect();
            candidates.extend(partners(key.rule, &members, &keys.attributes));
        }
        candidates.sort_unstable();
        candidates.dedup();
        for other in &candidates {
            let levels = comparer.compare(row, *other as usize);
            std::hint::black_box(scorer.assess(&levels));
        }
        took.push(begun.elapsed().as_secs_f64() * 1e3);
        compared += candidates.len();
    }
    took.sort_unstable_by(f64::total_cmp);
    let at = |share: usize| took.get((took.len() * share / 100).min(took.len().saturating_sub(1))).copied();
    Newcomers {
        asked,
        against: rows,
        p50_ms: at(50).unwrap_or_default(),
        p95_ms: at(95).unwrap_or_default(),
        candidates: compared as f64 / asked.max(1) as f64,
    }
}
