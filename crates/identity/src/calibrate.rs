//! What decisions teach of the score: Platt's map from score to probability for few labels, isotonic steps for many.

use serde::{Deserialize, Serialize};

use crate::model::MICRO;

/// Labels below which a probability is shown as a band only.
pub const ENOUGH: usize = 100;
/// Labels from which isotonic steps are used.
pub const MANY: usize = 400;

/// A map from score to probability.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Calibration {
    /// `1 / (1 + 2^-(slope · bits + shift))`.
    Platt {
        /// Above 0.
        slope: f64,
        /// Bits.
        shift: f64,
    },
    /// Scores in micro-bits and the probability from each on, rising; straight lines between.
    Isotonic(Vec<(i64, f64)>),
}

impl Calibration {
    /// The probability that a score stands for.
    #[must_use]
    pub fn probability(&self, score: i64) -> f64 {
        match self {
            Self::Platt { slope, shift } => 1.0 / (1.0 + (-(slope * score as f64 / MICRO + shift)).exp2()),
            Self::Isotonic(steps) => {
                let at = steps.partition_point(|(s, _)| *s <= score);
                match (at.checked_sub(1).and_then(|i| steps.get(i)), steps.get(at)) {
                    (Some((s, p)), Some((t, q))) => p + (q - p) * (score - s) as f64 / (t - s).max(1) as f64,
                    (Some((_, p)), None) | (None, Some((_, p))) => *p,
                    (None, None) => crate::model::probability(score),
                }
            }
        }
    }

    /// Learns from decisions: score, and whether it was one person. None below [`ENOUGH`] labels or where all say the same.
    #[must_use]
    pub fn learn(decisions: &[(i64, bool)]) -> Option<Self> {
        let yes = decisions.iter().filter(|(_, same)| *same).count();
        if decisions.len() < ENOUGH || yes == 0 || yes == decisions.len() {
            return None;
        }
        let mut sorted = decisions.to_vec();
        sorted.sort_unstable();
        Some(if sorted.len() < MANY { platt(&sorted) } else { isotonic(&sorted) })
    }
}

/// How firmly the slope is held to 1 where decisions don't tell it: all about one score they tell how likely that one is, and
/// nothing of the rest.
const FIRM: f64 = 4.0;

/// Newton's method on the two parameters, with Platt's targets that keep away from 0 and 1, about the mean score.
fn platt(sorted: &[(i64, bool)]) -> Calibration {
    let ln2 = std::f64::consts::LN_2;
    let mean = sorted.iter().map(|(score, _)| *score as f64 / MICRO).sum::<f64>() / sorted.len().max(1) as f64;
    let yes = sorted.iter().filter(|(_, same)| *same).count() as f64;
    let no = sorted.len() as f64 - yes;
    let (high, low) = ((yes + 1.0) / (yes + 2.0), 1.0 / (no + 2.0));
    let (mut slope, mut shift) = (1.0f64, 0.0f64);
    for _ in 0..50 {
        let (mut g, mut h) = ([FIRM * (1.0 - slope) / ln2, 0.0], [[FIRM / (ln2 * ln2), 0.0], [0.0, 1e-6]]);
        for (score, same) in sorted {
            let x = *score as f64 / MICRO - mean;
            let p = 1.0 / (1.0 + (-(slope * x + shift)).exp2());
            let (d, w) = (if *same { high } else { low } - p, p * (1.0 - p));
            g[0] += d * x;
            g[1] += d;
            h[0][0] += w * x * x;
            h[0][1] += w * x;
            h[1][1] += w;
        }
        let det = h[0][0] * h[1][1] - h[0][1] * h[0][1];
        if det.abs() < 1e-12 {
            break;
        }
        let (ds, dt) = ((g[0] * h[1][1] - g[1] * h[0][1]) / det / ln2, (g[1] * h[0][0] - g[0] * h[0][1]) / det / ln2);
        slope = (slope + ds.clamp(-0.5, 0.5)).max(0.01);
        shift += dt.clamp(-5.0, 5.0);
        if ds.abs() + dt.abs() < 1e-9 {
            break;
        }
    }
    Calibration::Platt { slope, shift: shift - slope * mean }
}

/// Pools adjacent violators; each pool stands at its middle score.
fn isotonic(sorted: &[(i64, bool)]) -> Calibration {
    let mut pools: Vec<(f64, f64, i64, i64)> = Vec::new();
    for equal in sorted.chunk_by(|a, b| a.0 == b.0) {
        let yes = equal.iter().filter(|(_, same)| *same).count() as f64;
        pools.push((yes, equal.len() as f64, equal[0].0, equal[0].0));
        while let [.., a, b] = pools.as_slice() {
            if a.0 / a.1 < b.0 / b.1 {
                break;
            }
            let joined = (a.0 + b.0, a.1 + b.1, a.2, b.3);
            pools.truncate(pools.len() - 2);
            pools.push(joined);
        }
    }
    let steps = pools.iter().map(|(yes, n, from, to)| (from + (to - from) / 2, (yes + 0.5) / (n + 1.0)));
    let mut rising: Vec<(i64, f64)> = Vec::new();
    for (score, p) in steps {
        let p = rising.last().map_or(p, |(_, before)| p.max(*before));
        rising.push((score, p));
    }
    Calibration::Isotonic(rising)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decisions(n: i64) -> Vec<(i64, bool)> {
        // One in four on the wrong side of 3 bits.
        (0..n).map(|k| ((k % 13 - 3) * 1_000_000, (k % 13 > 6) != (k % 4 == 0))).collect()
    }

    #[test]
    fn probabilities_rise_with_the_score_and_fit_the_decisions() {
        for n in [150, 2000] {
            let map = Calibration::learn(&decisions(n)).expect("enough labels");
            let steps: Vec<f64> = (-10..20).map(|bits| map.probability(bits * 1_000_000)).collect();
            assert!(steps.is_sorted(), "{steps:?}");
            assert!(map.probability(9_000_000) > 0.6 && map.probability(-3_000_000) < 0.4, "{map:?}");
        }
    }

    #[test]
    fn decisions_about_one_score_tell_nothing_of_others() {
        let near: Vec<(i64, bool)> = (0..130).map(|k| (8_220_000 + k * 100, k % 4 != 0)).collect();
        let map = Calibration::learn(&near).expect("enough labels");
        assert!((map.probability(8_225_000) - 0.75).abs() < 0.03, "{map:?}");
        assert!((map.probability(8_260_000) - 0.75).abs() < 0.05, "{map:?}");
        assert!(map.probability(14_000_000) > 0.98 && map.probability(2_000_000) < 0.1, "{map:?}");
    }

    #[test]
    fn few_labels_teach_nothing() {
        assert_eq!(Calibration::learn(&decisions(99)), None);
        assert_eq!(Calibration::learn(&vec![(1, true); 500]), None);
    }
}
