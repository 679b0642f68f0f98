//! One record at a time, for graphs that grow: features and keys to store, a frozen model, the score of a pair with its
//! reasons.
//!
//! ```
//! use identity::engine;
//! use identity::names::Part;
//! use identity::record::Features;
//! use identity::shape::{Role, Shape};
//!
//! let shape = Shape { columns: vec![(0, Role::Name(Part::Unknown)), (1, Role::Email)], custom: vec![] };
//! let read = |row: [&'static str; 2]| Features::of(&shape, |column| row[column]);
//! let one = read(["Smt. Lakshmi Iyer", "lakshmi@iyer.example"]);
//! let other = read(["Iyer, Laxmi", "lakshmi@iyer.example"]);
//! let model = engine::untrained(&shape, 1000);
//! let explained = engine::score(&model, &one, &other);
//! assert_eq!(explained.items.iter().map(|item| item.weight).sum::<i64>(), explained.score);
//! assert!(explained.probability > 0.9);
//! ```

use std::sync::Arc;

use crate::blocking::{self, Keys};
use crate::compare::Comparer;
use crate::corpus::Corpus;
use crate::explain::{Explanation, Found, explain};
use crate::frequency::{Counts, Frequencies, Together, together_of};
use crate::model::{self, Model, probability, shipped};
use crate::record::Features;
use crate::shape::Shape;

/// The shipped model for records of this shape, before anything was learnt from them: what a workspace starts with.
/// `rows`: how many records there are about.
#[must_use]
pub fn untrained(shape: &Shape, rows: usize) -> Model {
    let counts =
        Counts { custom: vec![(0, 0, std::collections::BTreeMap::new()); shape.custom.len()], ..Counts::default() };
    shipped(shape, counts, rows)
}

/// The keys that a record is stored under and found by.
#[must_use]
pub fn keys(model: &Model, features: &Features) -> Keys {
    let mut corpus = Corpus::new(model.shape.clone());
    corpus.push(features, &mut String::new());
    blocking::keys_of(&corpus, &model.finds, 0)
}

/// The score of two records under a frozen model, with its reasons. The order of the two changes nothing but which side
/// is shown where. Whoever scores more than a pair keeps a [`Scorer`].
#[must_use]
pub fn score(model: &Model, left: &Features, right: &Features) -> Explanation {
    Scorer::of(model).explain(left, right, Found::default())
}

/// As [`score`], saying how the pair was found.
#[must_use]
pub fn score_found(model: &Model, left: &Features, right: &Features, found: Found) -> Explanation {
    Scorer::of(model).explain(left, right, found)
}

/// What a frozen model makes of one candidate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scored {
    /// Micro-bits, as [`Explanation::score`] of the same pair.
    pub score: i64,
    /// What the score stands for.
    pub probability: f64,
    /// Whether something speaks outright against one person: no link through a third record and no group goes over it.
    pub contradicted: bool,
    /// Whether a household or a shared line explains much of what the two share.
    pub related: bool,
}

/// A frozen model made ready for scoring: built once for an import or a session, used for each record of it.
#[derive(Clone, Debug)]
pub struct Scorer<'m> {
    model: &'m Model,
    tables: model::Scorer,
    together: Arc<Together>,
}

impl<'m> Scorer<'m> {
    /// Of a model.
    #[must_use]
    pub fn of(model: &'m Model) -> Self {
        Self { model, tables: model::Scorer::of(model), together: together_of(&model.counts) }
    }

    /// The keys that a record is stored under and found by.
    #[must_use]
    pub fn keys(&self, features: &Features) -> Keys {
        keys(self.model, features)
    }

    /// What a score in micro-bits stands for, calibrated where decisions have taught it.
    #[must_use]
    pub fn probability(&self, score: i64) -> f64 {
        self.model.calibration.as_ref().map_or_else(|| probability(score), |c| c.probability(score))
    }

    /// One record against its candidates, in their order: what [`Scorer::explain`] gives for each pair, without the reasons.
    #[must_use]
    pub fn scores<'f>(&self, record: &'f Features, candidates: impl IntoIterator<Item = &'f Features>) -> Vec<Scored> {
        let corpus = self.corpus(std::iter::once(record).chain(candidates));
        let frequencies = self.frequencies(&corpus);
        let mut comparer = Comparer::new(&corpus, &frequencies);
        (1..corpus.len())
            .map(|at| {
                let compared = comparer.compare(0, at);
                let assessed = self.tables.assess(&compared);
                Scored {
                    score: assessed.score,
                    probability: self.probability(assessed.score),
                    contradicted: assessed.is_contradicted(&compared),
                    related: assessed.is_related(),
                }
            })
            .collect()
    }

    /// The score of a pair with its reasons.
    #[must_use]
    pub fn explain(&self, left: &Features, right: &Features, found: Found) -> Explanation {
        let corpus = self.corpus([left, right].into_iter());
        let frequencies = self.frequencies(&corpus);
        let compared = Comparer::new(&corpus, &frequencies).compare(0, 1);
        let assessed = self.tables.assess(&compared);
        explain(&corpus, (0, 1), &compared, &assessed, &self.tables, found, &|score| self.probability(score))
    }

    fn corpus<'f>(&self, records: impl Iterator<Item = &'f Features>) -> Corpus {
        let mut corpus = Corpus::new(self.model.shape.clone());
        let mut join = String::new();
        records.for_each(|record| corpus.push(record, &mut join));
        corpus
    }

    fn frequencies(&self, corpus: &Corpus) -> Frequencies {
        Frequencies::with(corpus, &self.model.counts, Arc::clone(&self.together))
    }
}
