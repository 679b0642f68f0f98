//! Who of a file may be whom: all its rows are put side by side once, before any is planned, as the engine compares a whole
//! corpus. What is kept of it is who meets whom, a few bytes a pair: the features of a million rows are gone before the first
//! is planned.

use std::collections::BTreeSet;

use identity::blocking::{Candidates, candidates_in_parts};
use identity::compare::field;
use identity::corpus::Corpus;
use identity::frequency::Frequencies;
use identity::record::Features;
use identity::resolve::weigh_all;

use crate::matching::model::Weights;
use crate::matching::person::SHAPE;

/// Meetings that are held at once while rows are compared: 64 MB. A full sheet of people with common names has tens of millions.
const MEETINGS: usize = 8_000_000;
/// Pairs that are weighed together.
const AT_ONCE: usize = 1 << 18;

/// Rows of a file on their way to be compared with each other.
pub(crate) struct Beside {
    corpus: Corpus,
    join: String,
    rows: Vec<u32>,
}

impl Default for Beside {
    fn default() -> Self {
        Self { corpus: Corpus::new(SHAPE.clone()), join: String::new(), rows: Vec::new() }
    }
}

/// Rows that may be one person.
#[derive(Default)]
pub(crate) struct Within {
    /// By row: where its part of `met` begins; one more than there are rows.
    starts: Vec<u32>,
    /// Whom a row meets, and the rules by which.
    met: Vec<(u32, u16)>,
    /// Rows that another one meets, a bit each.
    asked_for: Vec<u64>,
    /// Pairs by rule, those of other rules among them.
    pub pairs: [u64; 16],
    /// Pairs that were weighed.
    pub weighed: u64,
    /// Pairs that met by what tells nothing among so many rows.
    pub passed: u64,
    /// Meetings in blocks too big to be looked through, left to other rules.
    pub left: u64,
}

impl Beside {
    /// Adds a row; they come in their order.
    pub(crate) fn push(&mut self, row: u64, features: &Features) {
        // A file of more rows than that is refused long before.
        let Ok(row) = u32::try_from(row) else { return };
        self.corpus.push(features, &mut self.join);
        self.rows.push(row);
    }

    /// Compares the rows. Kept is who weighs enough for a person to be asked from `suspect` on, a probability, and who shares a
    /// line or a mailbox, whatever it weighs. Every row has those before it; where only some are asked for, each of these
    /// has whoever comes after it, too, and nobody else has any.
    pub(crate) fn compare(self, weights: &Weights, suspect: f64, only: Option<&BTreeSet<u64>>) -> Within {
        let Self { corpus, rows, .. } = self;
        let asked = |row: u32| only.is_some_and(|only| only.contains(&u64::from(row)));
        let row_of = |place: u32| rows.get(place as usize).copied().unwrap_or_default();
        let mut out = Within::default();
        let frequencies = Frequencies::with(&corpus, &weights.model.counts, weights.together());
        let mut kept: Vec<(u32, u32, u16)> = Vec::new();
        let mut weigh = |found: &mut Candidates| {
            if only.is_some() {
                let all = std::mem::take(&mut found.pairs).into_iter().zip(std::mem::take(&mut found.rules));
                (found.pairs, found.rules) = all.filter(|((a, b), _)| asked(row_of(*a)) || asked(row_of(*b))).unzip();
            }
            out.weighed += found.pairs.len() as u64;
            weigh_all(&corpus, &frequencies, &weights.scorer, found, |(a, b), rules, compared, assessed| {
                let level = |at: usize| compared.levels.get(at).copied().unwrap_or_default();
                let shared = matches!(level(field::PHONE), 1 | 2) || level(field::EMAIL) == 1;
                if shared || weights.probability(assessed.score) >= suspect {
                    let (a, b) = (row_of(a), row_of(b));
                    if only.is_none() || asked(b) {
                        kept.push((b, a, rules));
                    }
                    if asked(a) {
                        kept.push((a, b, rules));
                    }
                }
            });
            found.pairs.clear();
            found.rules.clear();
        };
        let mut rest = candidates_in_parts(&corpus, (&[], None), MEETINGS, |found| {
            if found.pairs.len() >= AT_ONCE {
                weigh(found);
            }
        });
        weigh(&mut rest);
        for (rule, count) in rest.counts.iter().enumerate() {
            out.passed += count.passed;
            out.left += count.left;
            if let Some(pairs) = out.pairs.get_mut(rule) {
                *pairs = count.pairs;
            }
        }
        drop((rest, frequencies, corpus));
        kept.sort_unstable();
        out.keep(&kept);
        out
    }
}

impl Within {
    fn keep(&mut self, kept: &[(u32, u32, u16)]) {
        let last = kept.last().map_or(0, |(row, ..)| *row);
        self.starts = Vec::with_capacity(last as usize + 2);
        self.met = Vec::with_capacity(kept.len());
        for (row, met, rules) in kept {
            while self.starts.len() <= *row as usize {
                self.starts.push(self.met.len() as u32);
            }
            self.met.push((*met, *rules));
            let (word, bit) = (*met as usize / 64, met % 64);
            if self.asked_for.len() <= word {
                self.asked_for.resize(word + 1, 0);
            }
            if let Some(bits) = self.asked_for.get_mut(word) {
                *bits |= 1 << bit;
            }
        }
        self.starts.push(self.met.len() as u32);
    }

    /// Whom a row meets, and the rules by which, a bit each.
    pub(crate) fn of(&self, row: u64) -> &[(u32, u16)] {
        let at = usize::try_from(row).unwrap_or(usize::MAX);
        let bound = |at: usize| self.starts.get(at).map(|start| *start as usize);
        let part = bound(at).zip(at.checked_add(1).and_then(bound));
        part.and_then(|(from, to)| self.met.get(from..to)).unwrap_or_default()
    }

    /// Whether another row meets this one.
    pub(crate) fn is_asked_for(&self, row: u32) -> bool {
        self.asked_for.get(row as usize / 64).is_some_and(|bits| bits >> (row % 64) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::model::counts_of;
    use crate::matching::person::features;
    use serde_json::json;

    /// Rows 3 and 9 are one person, 7 has nothing to do with either, 11 shares the line of 7.
    fn file() -> (Vec<(u64, Features)>, Weights) {
        let person = |name: &str, phone: &str, email: &str| {
            let fields = json!({ "full_name": name, "phone": [{ "value": phone }], "email": [{ "value": email }] });
            features(|f| fields.get(f))
        };
        let rows = vec![
            (3, person("Zubin Contractor", "+919830000001", "zubin@contractor.example")),
            (7, person("Leela Fernandes", "+919830000002", "leela@fernandes.example")),
            (9, person("Zubin Contractor", "+919830000001", "zubin@contractor.example")),
            (11, person("Tomas Fernandes", "+919830000002", "tomas@fernandes.example")),
        ];
        let weights = Weights::of(counts_of(rows.iter().map(|(_, f)| f)), 100, None);
        (rows, weights)
    }

    fn compared(only: &[u64]) -> Within {
        let (rows, weights) = file();
        let mut beside = Beside::default();
        rows.iter().for_each(|(row, f)| beside.push(*row, f));
        let only: BTreeSet<u64> = only.iter().copied().collect();
        beside.compare(&weights, 0.4, (!only.is_empty()).then_some(&only))
    }

    fn rows(within: &Within, row: u64) -> Vec<u32> {
        within.of(row).iter().map(|(met, _)| *met).collect()
    }

    #[test]
    fn a_row_meets_those_before_it_that_may_be_it_or_share_its_line() {
        let within = compared(&[]);
        assert_eq!(rows(&within, 3), [] as [u32; 0]);
        assert_eq!(rows(&within, 9), [3]);
        assert_eq!(rows(&within, 11), [7]);
        assert_eq!(rows(&within, 12), [] as [u32; 0], "no such row");
        assert!(within.is_asked_for(3) && within.is_asked_for(7) && !within.is_asked_for(9));
    }

    #[test]
    fn a_row_that_is_planned_again_meets_those_after_it_too() {
        let within = compared(&[3]);
        assert_eq!(rows(&within, 3), [9]);
        assert_eq!(rows(&within, 11), [] as [u32; 0]);
        let within = compared(&[3, 9]);
        assert_eq!((rows(&within, 3), rows(&within, 9)), (vec![9], vec![3]));
    }
}
