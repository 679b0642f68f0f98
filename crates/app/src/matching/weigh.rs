//! Weighing pairs: a bench of records side by side, each pair with its score and, where somebody will see it, the reasons.

use contracts::{EntityRef, MatchEvidence, MergeCandidate};
use identity::compare::Comparer;
use identity::corpus::Corpus;
use identity::explain::{Explanation, Found, explain};
use identity::frequency::Frequencies;
use identity::record::Features;

use crate::matching::model::Weights;
use crate::matching::person::SHAPE;

/// Records to be compared with each other.
pub(crate) struct Bench {
    corpus: Corpus,
    join: String,
}

impl Default for Bench {
    fn default() -> Self {
        Self { corpus: Corpus::new(SHAPE.clone()), join: String::new() }
    }
}

impl Bench {
    /// Puts a record on the bench; its place.
    pub(crate) fn push(&mut self, features: &Features) -> usize {
        self.corpus.push(features, &mut self.join);
        self.corpus.len() - 1
    }

    /// The corpus, for its keys.
    pub(crate) fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// How common the values on the bench are, as a model has it. Everybody must be on the bench by now.
    pub(crate) fn frequencies(&self, weights: &Weights) -> Frequencies {
        Frequencies::with(&self.corpus, &weights.model.counts, weights.together())
    }
}

/// What a pair weighs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Weighed {
    /// Micro-bits.
    pub score: i64,
    /// 0..=1.
    pub probability: f64,
    /// Two people of one household: like each other, and something speaks outright against their being one.
    pub related: bool,
    /// Nothing that agrees is one person's own: whatever it weighs, a person decides.
    pub undecided: bool,
    /// They share a line or a mailbox.
    pub shared: bool,
    /// A household explains what they share better than an employer or a switchboard does.
    pub household: bool,
}

/// A scale over a bench.
pub(crate) struct Scale<'a> {
    corpus: &'a Corpus,
    comparer: Comparer<'a>,
    weights: &'a Weights,
}

impl<'a> Scale<'a> {
    pub(crate) fn new(bench: &'a Bench, frequencies: &'a Frequencies, weights: &'a Weights) -> Self {
        Self { corpus: &bench.corpus, comparer: Comparer::new(&bench.corpus, frequencies), weights }
    }

    /// What two records on the bench weigh.
    pub(crate) fn weigh(&mut self, one: usize, other: usize) -> Weighed {
        use identity::compare::field;
        let compared = self.comparer.compare(one, other);
        let assessed = self.weights.scorer.assess(&compared);
        let level = |at: usize| compared.levels.get(at).copied().unwrap_or_default();
        Weighed {
            score: assessed.score,
            probability: self.weights.probability(assessed.score),
            related: assessed.is_contradicted(&compared) && assessed.alternative < 0,
            undecided: assessed.undecided,
            household: assessed.household,
            shared: matches!(level(field::PHONE), 1 | 2) || level(field::EMAIL) == 1,
        }
    }

    /// Why, for people: the pair as a candidate. `rules`: those that found it, a bit each.
    pub(crate) fn candidate(&mut self, one: usize, other: usize, rules: u16, entity: EntityRef) -> MergeCandidate {
        let compared = self.comparer.compare(one, other);
        let assessed = self.weights.scorer.assess(&compared);
        let found = Found { rules, through: 0 };
        let probability = |score| self.weights.probability(score);
        let explained =
            explain(self.corpus, (one, other), &compared, &assessed, &self.weights.scorer, found, &probability);
        candidate(explained, entity)
    }
}

/// An explained pair as a candidate.
pub(crate) fn candidate(e: Explanation, entity: EntityRef) -> MergeCandidate {
    MergeCandidate {
        entity,
        score: e.probability,
        weight: Some(e.score),
        found_by: e.rules,
        evidence: e
            .items
            .into_iter()
            .map(|i| MatchEvidence {
                field: i.field,
                level: i.level,
                left: i.left,
                right: i.right,
                weight: Some(i.weight),
                frequency: i.frequency,
                sentence: i.sentence,
            })
            .collect(),
    }
}
