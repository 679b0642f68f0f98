//! Scored pairs and groups against the truth. The truth takes no part in anything else.

use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::model::probability;
use crate::resolve::ScoredPair;

/// Figures at one threshold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct AtThreshold {
    /// The probability from which a pair counts as one person.
    pub threshold: f64,
    /// Of the pairs from there on, how many are one person.
    pub precision: f64,
    /// Of all true pairs, how many are among them.
    pub recall: f64,
    /// Harmonic mean of the two.
    pub f1: f64,
}

/// Figures of groups: for each row, how pure and how complete its group is (Bagga and Baldwin, 1998).
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct BCubed {
    /// Mean purity.
    pub precision: f64,
    /// Mean completeness.
    pub recall: f64,
    /// Harmonic mean of the two.
    pub f1: f64,
}

/// Everything that the truth says.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Evaluation {
    /// Rows.
    pub records: u64,
    /// Pairs of rows that are one person.
    pub true_pairs: u64,
    /// Pairs that were scored.
    pub candidate_pairs: u64,
    /// Of the true pairs, how many were scored.
    pub blocking_recall: f64,
    /// At the threshold with the best F1.
    pub best: AtThreshold,
    /// At the shipped policy.
    pub policy: AtThreshold,
    /// Of the groups.
    pub b_cubed: BCubed,
    /// The most true pairs, of all, that a threshold reaches while 999 in 1000 of its pairs are true.
    pub recall_at_precision_999: f64,
    /// Rows in the largest group.
    pub max_cluster: u64,
    /// Rows in the truth's largest group.
    pub max_true_cluster: u64,
    /// Mean gap between probability and share of true pairs, over ten bins of equally many scored pairs.
    pub calibration_gap: f64,
    /// By bin: mean probability, share of true pairs.
    pub calibration: Vec<(f64, f64)>,
}

fn f1(precision: f64, recall: f64) -> f64 {
    if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
}

/// Scores pairs and groups. `truth`: by row, equal numbers for one person; `left`: where two files are linked, whether a row
/// is of the first one: then only pairs across count.
#[must_use]
pub fn evaluate(
    pairs: &[ScoredPair],
    groups: &[u32],
    truth: &[u32],
    threshold: i64,
    left: Option<&dyn Fn(u32) -> bool>,
    probability_of: &dyn Fn(i64) -> f64,
) -> Evaluation {
    let true_pairs = count_true(truth, left);
    let mut scored: Vec<(i32, bool)> =
        pairs.iter().map(|p| (p.score, truth[p.a as usize] == truth[p.b as usize])).collect();
    scored.sort_unstable_by_key(|(score, same)| (std::cmp::Reverse(*score), *same));
    let found = scored.iter().filter(|(_, same)| *same).count() as u64;
    let share = |n: u64, of: u64| if of == 0 { 0.0 } else { n as f64 / of as f64 };

    let mut best = AtThreshold::default();
    let mut policy = AtThreshold { threshold: probability_of(threshold), ..AtThreshold::default() };
    let mut at_999 = 0.0f64;
    let (mut taken, mut right) = (0u64, 0u64);
    for step in scored.chunk_by(|x, y| x.0 == y.0) {
        taken += step.len() as u64;
        right += step.iter().filter(|(_, same)| *same).count() as u64;
        let (precision, recall) = (share(right, taken), share(right, true_pairs));
        let score = i64::from(step[0].0);
        let here = AtThreshold { threshold: probability_of(score), precision, recall, f1: f1(precision, recall) };
        if here.f1 > best.f1 {
            best = here;
        }
        if score >= threshold {
            policy = AtThreshold { threshold: policy.threshold, ..here };
        }
        if precision >= 0.999 {
            at_999 = at_999.max(recall);
        }
    }
    let (calibration, calibration_gap) = calibration(&scored, probability_of);
    let sizes = |of: &[u32]| {
        let mut sizes: FxHashMap<u32, u64> = FxHashMap::default();
        of.iter().for_each(|g| *sizes.entry(*g).or_insert(0) += 1);
        sizes
    };
    let (group_sizes, true_sizes) = (sizes(groups), sizes(truth));
    Evaluation {
        records: truth.len() as u64,
        true_pairs,
        candidate_pairs: pairs.len() as u64,
        blocking_recall: share(found, true_pairs),
        best,
        policy,
        b_cubed: b_cubed(groups, truth, &group_sizes, &true_sizes),
        recall_at_precision_999: at_999,
        max_cluster: group_sizes.values().copied().max().unwrap_or(0),
        max_true_cluster: true_sizes.values().copied().max().unwrap_or(0),
        calibration_gap,
        calibration,
    }
}

fn count_true(truth: &[u32], left: Option<&dyn Fn(u32) -> bool>) -> u64 {
    let mut sizes: FxHashMap<u32, (u64, u64)> = FxHashMap::default();
    for (row, person) in truth.iter().enumerate() {
        let entry = sizes.entry(*person).or_default();
        if left.is_some_and(|left| left(row as u32)) {
            entry.0 += 1;
        } else {
            entry.1 += 1;
        }
    }
    let pairs = sizes.values().map(|(l, r)| if left.is_some() { l * r } else { r * r.saturating_sub(1) / 2 });
    pairs.sum()
}

fn calibration(scored: &[(i32, bool)], probability_of: &dyn Fn(i64) -> f64) -> (Vec<(f64, f64)>, f64) {
    const BINS: usize = 10;
    if scored.is_empty() {
        return (Vec::new(), 0.0);
    }
    let mut bins = Vec::new();
    let mut gap = 0.0;
    for bin in 0..BINS {
        let part = &scored[bin * scored.len() / BINS..(bin + 1) * scored.len() / BINS];
        if part.is_empty() {
            continue;
        }
        let n = part.len() as f64;
        let said = part.iter().map(|(score, _)| probability_of(i64::from(*score))).sum::<f64>() / n;
        let was = part.iter().filter(|(_, same)| *same).count() as f64 / n;
        gap += (said - was).abs() * n / scored.len() as f64;
        bins.push((said, was));
    }
    (bins, gap)
}

fn b_cubed(groups: &[u32], truth: &[u32], sizes: &FxHashMap<u32, u64>, true_sizes: &FxHashMap<u32, u64>) -> BCubed {
    let mut both: FxHashMap<(u32, u32), u64> = FxHashMap::default();
    groups.iter().zip(truth).for_each(|(g, t)| *both.entry((*g, *t)).or_insert(0) += 1);
    let n = truth.len().max(1) as f64;
    let (mut precision, mut recall) = (0.0, 0.0);
    let mut cells: Vec<_> = both.into_iter().collect();
    cells.sort_unstable();
    for ((g, t), k) in cells {
        let k = k as f64;
        precision += k * k / sizes[&g] as f64;
        recall += k * k / true_sizes[&t] as f64;
    }
    let (precision, recall) = (precision / n, recall / n);
    BCubed { precision, recall, f1: f1(precision, recall) }
}

/// The plain map from score to probability.
#[must_use]
pub fn plain(score: i64) -> f64 {
    probability(score)
}
