//! The model: how likely each level is for one person's records, for two people of one household, for two who share a line
//! or an employer, and for strangers; and what that makes of a pair.
//!
//! Fellegi and Sunter (1969) weigh "one person" against "strangers". Client lists are full of pairs that are neither:
//! spouses on one phone agree on far more than strangers ever do. Here these have distributions of their own, and a pair
//! that they explain as well loses what they explain. Weights are whole micro-bits, so that they add up to the score
//! exactly.

pub(crate) mod doubt;
mod prior;
mod train;

pub use train::{Sample, Strangers, TrainOptions, shipped, shipped_accounts, train};

use serde::{Deserialize, Serialize};

use crate::compare::{Compared, FIELDS, MAX_LEVELS, NULL, field, hint};
use crate::frequency::Counts;
use crate::shape::Shape;

/// Version of the model's form, of the shipped prior and of what is held whatever a pair weighs.
pub const MODEL_VERSION: u16 = 3;

/// Micro-bits in a bit.
pub const MICRO: f64 = 1_000_000.0;

/// Probabilities of the levels of one comparison, given that both sides tell something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FieldModel {
    /// Records of one person.
    pub same: [f64; MAX_LEVELS],
    /// Strangers.
    pub random: [f64; MAX_LEVELS],
    /// Two people of one household or family.
    pub household: [f64; MAX_LEVELS],
    /// Two people who share a line, a mailbox or an employer.
    pub contact: [f64; MAX_LEVELS],
}

/// How often each kind of pair comes, in parts of all pairs.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mixture {
    /// Records of one person.
    pub same: f64,
    /// Household or family.
    pub household: f64,
    /// A shared line, mailbox or employer.
    pub contact: f64,
}

/// A frozen model. The same model gives the same features the same score, always.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Model {
    /// [`MODEL_VERSION`].
    pub version: u16,
    /// [`crate::record::FEATURES_VERSION`] that it was made for.
    pub features_version: u16,
    /// The fields that it compares.
    pub shape: Shape,
    /// How common values are.
    pub counts: Counts,
    /// By comparison, custom ones last.
    pub fields: Vec<FieldModel>,
    /// How often each kind of pair comes.
    pub mixture: Mixture,
    /// Custom comparisons whose values find candidates.
    pub finds: Vec<bool>,
    /// What decisions have taught of the score, if there were enough.
    pub calibration: Option<crate::calibrate::Calibration>,
}

/// What a model makes of a pair: micro-bits that add up to the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assessed {
    /// By comparison; 0 where one side tells nothing.
    pub weights: [i32; crate::compare::MAX_FIELDS],
    /// What two people of one household, or on one line, explain as well: 0 or less.
    pub alternative: i32,
    /// Whether the household explains more of that than the line.
    pub household: bool,
    /// Whether it was held below the policy: something speaks outright against one person and a household explains the rest, or
    /// a father and his son would look the same.
    pub held: bool,
    /// Whether it was held below the policy because nothing that agrees is one person's own: a third record that is both may
    /// still show that they are one.
    pub undecided: bool,
    /// Prior, weights and alternative together.
    pub score: i64,
}

/// The tables of a model as logarithms, ready for scoring.
#[derive(Clone, Debug)]
pub struct Scorer {
    /// By comparison, then by level.
    levels: Vec<[Level; MAX_LEVELS]>,
    /// Micro-bits of the prior.
    pub prior: i64,
    household_odds: f64,
    contact_odds: f64,
    /// Whether records are of people, who have households.
    people: bool,
}

/// How likely one level is for each kind of pair, as logarithms: one look for all four.
#[derive(Clone, Copy, Debug, Default)]
struct Level {
    same: f32,
    random: f32,
    household: f32,
    contact: f32,
}

/// Whether the comparison is of the person, and so says nothing between two who only share a line.
#[must_use]
pub fn is_personal(at: usize) -> bool {
    matches!(at, field::GIVEN | field::FAMILY | field::OTHER | field::MARKS | field::BORN) || at >= FIELDS
}

impl Scorer {
    /// Of a model.
    #[must_use]
    pub fn of(model: &Model) -> Self {
        let log = |p: f64| p.max(1e-7).log2() as f32;
        let level = |f: &FieldModel, at: usize| Level {
            same: log(f.same[at]),
            random: log(f.random[at]),
            household: log(f.household[at]),
            contact: log(f.contact[at]),
        };
        Self {
            levels: model.fields.iter().map(|f| std::array::from_fn(|at| level(f, at))).collect(),
            prior: (model.mixture.same.max(1e-15).log2() * MICRO).round() as i64,
            people: model.mixture.household > 0.0,
            household_odds: model.mixture.household.max(1e-18).log2(),
            contact_odds: model.mixture.contact.max(1e-18).log2(),
        }
    }

    /// What the model makes of a pair.
    #[inline]
    #[must_use]
    pub fn assess(&self, pair: &Compared) -> Assessed {
        let mut weights = [0i32; crate::compare::MAX_FIELDS];
        let (mut household, mut contact) = (self.household_odds, self.contact_odds);
        let mut score = self.prior;
        let levels = &pair.levels[..self.levels.len().min(pair.levels.len())];
        let mut told = levels.iter().enumerate().fold(0u32, |bits, (at, level)| bits | u32::from(*level != NULL) << at);
        while told != 0 {
            let at = told.trailing_zeros() as usize;
            told &= told - 1;
            let level = &self.levels[at][levels[at] as usize];
            let chance = pair.chance[at];
            let random = if chance.is_nan() { level.random } else { chance };
            let weight = rounded(f64::from(level.same - random) * MICRO) as i32;
            weights[at] = weight;
            score += i64::from(weight);
            household += f64::from(level.household - random);
            if !is_personal(at) {
                contact += f64::from(level.contact - random);
            }
        }
        let explained = if household < -12.0 && contact < -12.0 {
            0.0
        } else {
            (1.0 + household.min(900.0).exp2() + contact.min(900.0).exp2()).log2()
        };
        let mut alternative = -rounded(explained * MICRO);
        let is_household = household >= contact;
        let identified = self.has_identifier(pair, &weights);
        // Spouses, father and son, twins: the shipped policy never takes them for one, however much they share. Only an
        // identifier of the person's own, agreed on, could show that it is a slip.
        let held =
            alternative <= RELATED && pair.contradictions().any(|at| weights[at] <= CONTRADICTION) && !identified;
        let held = held || self.people && !identified && doubt::may_be_father_and_son(pair, &weights);
        let undecided =
            !held && score + alternative > HELD && self.people && !identified && doubt::is_undecided(pair, &weights);
        if held || undecided {
            alternative += (HELD - score - alternative).min(0);
        }
        let alternative = alternative.max(i64::from(i32::MIN) / 2) as i32;
        Assessed {
            weights,
            alternative,
            household: is_household,
            held,
            undecided,
            score: score + i64::from(alternative),
        }
    }
}

impl Scorer {
    /// Whether an identifier of the person's own agrees, or does but for two digits that have changed places, where that tells
    /// much in this file.
    fn has_identifier(&self, pair: &Compared, weights: &[i32]) -> bool {
        let swapped = pair.saw(hint::SWAPPED_IDENTIFIER);
        (FIELDS..self.levels.len()).any(|at| {
            pair.levels[at] == 1 && pair.chance[at] < RARE || swapped && pair.levels[at] == 2 && weights[at] >= TELLING
        })
    }
}

/// As [`f64::round`], for numbers that 53 bits hold.
fn rounded(number: f64) -> i64 {
    let whole = number as i64;
    let rest = number - whole as f64;
    whole + i64::from(rest >= 0.5) - i64::from(rest <= -0.5)
}

/// Micro-bits that a household must explain for two to count as related.
const RELATED: i64 = -2_000_000;
/// Where related people, and those of whom nothing that agrees is one person's own, are held at most, in micro-bits: rather
/// two than one, so that no third record is linked through them, and still more than policy asks a person about.
pub(crate) const HELD: i64 = -500_000;
/// Log2 chance of an identifier's agreement.
pub(crate) const RARE: f32 = -8.0;
/// What the slip of an identifier weighs at least where it is one person's own, in micro-bits.
const TELLING: i32 = 3_500_000;

/// A contradiction weighs at least this much against a pair, in micro-bits; in a file where such slips are common it weighs
/// less, and is none.
const CONTRADICTION: i32 = -4_500_000;

impl Assessed {
    /// Whether a household or a shared line explains much of what the two share: people who belong together, if they are two.
    #[must_use]
    pub fn is_related(&self) -> bool {
        i64::from(self.alternative) <= RELATED
    }

    /// Whether something speaks outright against one person, in this file: no link through a third record and no group
    /// goes over it.
    #[must_use]
    pub fn is_contradicted(&self, pair: &Compared) -> bool {
        let differs = pair.levels[field::BORN] == 5 && self.weights[field::BORN] <= CONTRADICTION;
        self.held || differs || pair.contradictions().any(|at| self.weights[at] <= CONTRADICTION)
    }
}

/// The probability that a score in micro-bits stands for, before calibration.
#[must_use]
pub fn probability(score: i64) -> f64 {
    1.0 / (1.0 + (-(score as f64) / MICRO).exp2())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shape::{Role, Shape};

    #[test]
    fn rounding_is_that_of_the_library() {
        let near_halves = (-4_000..4_000).map(|n| f64::from(n) / 8.0 + f64::from(n % 3) * 1e-12);
        for number in near_halves.chain([0.499_999_999_999_999_94, -0.5, 2_000_000_000.5, -123_456_789.5]) {
            assert_eq!(rounded(number), number.round() as i64, "{number}");
        }
    }

    #[test]
    fn births_a_generation_apart_hold_a_pair_unless_an_identifier_shows_that_one_is_a_slip() {
        let mut shape = Shape { columns: vec![(0, Role::Name(crate::names::Part::Unknown))], custom: vec![] };
        assert!(shape.add_custom(1, "member", true));
        let scorer = Scorer::of(&shipped(&shape, Counts::default(), 1_000));
        let mut pair = Compared::default();
        for (at, level, chance) in
            [(field::GIVEN, 1, -9.0), (field::FAMILY, 1, -9.0), (field::ADDRESS, 1, -16.0), (field::BORN, 6, f32::NAN)]
        {
            (pair.levels[at], pair.chance[at]) = (level, chance);
        }
        assert!(scorer.assess(&pair).held, "a father and his son");
        pair.levels[FIELDS] = 2;
        assert!(scorer.assess(&pair).held, "numbers given out one after another");
        pair.hints |= hint::SWAPPED_IDENTIFIER;
        assert!(!scorer.assess(&pair).held, "two digits of one number have changed places");
        (pair.levels[FIELDS], pair.chance[FIELDS]) = (1, -13.0);
        assert!(!scorer.assess(&pair).held, "one number");
    }
}
