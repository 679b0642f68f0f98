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

use crate::blocking::{self, Keys};
use crate::compare::Comparer;
use crate::corpus::Corpus;
use crate::explain::{Explanation, Found, explain};
use crate::frequency::{Counts, Frequencies};
use crate::model::{Model, Scorer, probability, shipped};
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
/// is shown where.
#[must_use]
pub fn score(model: &Model, left: &Features, right: &Features) -> Explanation {
    score_found(model, left, right, Found::default())
}

/// As [`score`], saying how the pair was found.
#[must_use]
pub fn score_found(model: &Model, left: &Features, right: &Features, found: Found) -> Explanation {
    let mut corpus = Corpus::new(model.shape.clone());
    let mut join = String::new();
    corpus.push(left, &mut join);
    corpus.push(right, &mut join);
    let frequencies = Frequencies::of(&corpus, &model.counts);
    let compared = Comparer::new(&corpus, &frequencies).compare(0, 1);
    let scorer = Scorer::of(model);
    let assessed = scorer.assess(&compared);
    let calibrated =
        |score: i64| model.calibration.as_ref().map_or_else(|| probability(score), |c| c.probability(score));
    explain(&corpus, (0, 1), &compared, &assessed, &scorer, found, &calibrated)
}
