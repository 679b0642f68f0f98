//! Learning without labels: what strangers agree on from random pairs, what one person's records agree on by expectation
//! maximisation over candidate pairs.
//!
//! A comparison learns only from pairs that some rule found without looking at it, so that a rule's own agreement never
//! teaches itself. Everything is summed in the order of the pairs' content, so that the same rows give the same model in
//! whatever order they come.

use super::{FieldModel, MODEL_VERSION, Mixture, Model, is_personal, prior};
use crate::compare::{Compared, FIELDS, MAX_FIELDS, MAX_LEVELS, NULL, field};
use crate::frequency::Counts;
use crate::shape::Shape;

/// A candidate pair that takes part in learning.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// How it compares.
    pub compared: Compared,
    /// The rules that found it, a bit each.
    pub rules: u32,
}

/// What learning needs to know.
#[derive(Clone, Debug)]
pub struct TrainOptions {
    /// Rows in all.
    pub rows: usize,
    /// How many candidate pairs one sample stands for.
    pub scale: f64,
    /// By rule: the comparisons that it looks at, a bit each.
    pub rule_fields: Vec<u32>,
    /// Rounds at most.
    pub rounds: usize,
}

struct Case {
    levels: [u8; MAX_FIELDS],
    /// Log2 of how likely strangers look like this, all comparisons and those that are not of the person.
    random: f64,
    random_contact: f64,
    /// Comparisons that may learn from it, a bit each.
    teaches: u32,
}

/// What random pairs agree on: how often each level was seen, by comparison.
#[derive(Clone, Copy, Debug, Default)]
pub struct Strangers {
    seen: [[u32; MAX_LEVELS]; MAX_FIELDS],
}

impl Strangers {
    /// Takes note of a random pair.
    pub fn add(&mut self, pair: &Compared) {
        for (seen, level) in self.seen.iter_mut().zip(pair.levels) {
            seen[usize::from(level)] += 1;
        }
    }
}

/// Learns a model. `random`: what random pairs agree on; `samples`: candidate pairs.
#[must_use]
pub fn train(shape: &Shape, counts: Counts, random: &Strangers, samples: &[Sample], options: &TrainOptions) -> Model {
    let mut fields = prior::fields(shape.custom.len());
    learn_random(&mut fields, random);
    let learnt_from = fields.clone();
    let pairs = options.rows as f64 * (options.rows as f64 - 1.0) / 2.0;
    let mut mixture = prior::mixture(options.rows);
    let start = mixture;
    let cases: Vec<Case> = samples.iter().map(|s| case(s, &fields, options)).collect();
    for _ in 0..options.rounds {
        let before = mixture;
        (fields, mixture) = round(&cases, &fields, &learnt_from, mixture, start, pairs, options.scale);
        if (mixture.same / before.same).ln().abs() < 1e-4 && (mixture.household / before.household).ln().abs() < 1e-3 {
            break;
        }
    }
    // Lines and mailboxes weigh by how rare they are; strangers share too few for what a sample saw to put them in an order.
    let ordered = |at: &usize| !matches!(*at, field::PHONE | field::EMAIL);
    for (_, field) in fields.iter_mut().enumerate().filter(|(at, _)| ordered(at)) {
        make_monotone(field);
    }
    Model { fields, mixture, ..shipped(shape, counts, options.rows) }
}

/// The shipped model: the prior alone.
#[must_use]
pub fn shipped(shape: &Shape, counts: Counts, rows: usize) -> Model {
    Model {
        version: MODEL_VERSION,
        features_version: crate::record::FEATURES_VERSION,
        shape: shape.clone(),
        counts,
        fields: prior::fields(shape.custom.len()),
        mixture: prior::mixture(rows),
        finds: vec![false; shape.custom.len()],
        calibration: None,
    }
}

/// The shipped model for companies and households: their names, lines, domains and addresses, in tables of their own.
#[must_use]
pub fn shipped_accounts(shape: &Shape, counts: Counts, rows: usize) -> Model {
    let fields = prior::account_fields(shape.custom.len());
    Model { fields, mixture: prior::account_mixture(rows), ..shipped(shape, counts, rows) }
}

fn learn_random(fields: &mut [FieldModel], random: &Strangers) {
    const PRIOR: f64 = 200.0;
    for (field, seen) in fields.iter_mut().zip(&random.seen) {
        let mut all = field.random.map(|p| p * PRIOR);
        for (all, seen) in all.iter_mut().zip(seen).skip(usize::from(NULL) + 1) {
            // One by one: models that were frozen before are to come out the same to the last bit.
            (0..*seen).for_each(|_| *all += 1.0);
        }
        field.random = normalised(all);
    }
}

fn normalised(mut counts: [f64; MAX_LEVELS]) -> [f64; MAX_LEVELS] {
    counts[0] = 0.0;
    let total: f64 = counts.iter().sum();
    if total > 0.0 {
        counts.iter_mut().for_each(|c| *c /= total);
    }
    counts
}

fn case(sample: &Sample, fields: &[FieldModel], options: &TrainOptions) -> Case {
    let c = &sample.compared;
    let (mut random, mut random_contact) = (0.0, 0.0);
    for (at, field) in fields.iter().enumerate() {
        let level = c.levels[at];
        if level == NULL {
            continue;
        }
        let chance = c.chance[at];
        let bits = if chance.is_nan() { field.random[level as usize].max(1e-7).log2() } else { f64::from(chance) };
        random += bits;
        if !is_personal(at) {
            random_contact += bits;
        }
    }
    let mut teaches = 0;
    for (rule, looks_at) in options.rule_fields.iter().enumerate() {
        if sample.rules & 1 << rule != 0 {
            teaches |= !looks_at;
        }
    }
    // What one person's given names and birth dates do is learnt where two things of the person's own agree, or an
    // identifier: one thing alone is what twins, couples, fathers and sons share.
    let identifier = (FIELDS..fields.len()).any(|at| c.levels[at] == 1 && c.chance[at] < -8.0);
    let mailbox = matches!(c.levels[field::EMAIL], 1 | 3);
    if !(identifier || mailbox && matches!(c.levels[field::BORN], 1..=3)) {
        teaches &= !(1 << field::GIVEN | 1 << field::MARKS);
    }
    if !(identifier || mailbox && matches!(c.levels[field::GIVEN], 1..=3)) {
        teaches &= !(1 << field::BORN);
    }
    Case { levels: c.levels, random, random_contact, teaches }
}

#[allow(clippy::too_many_arguments)]
fn round(
    cases: &[Case],
    fields: &[FieldModel],
    shipped: &[FieldModel],
    mixture: Mixture,
    start: Mixture,
    pairs: f64,
    scale: f64,
) -> (Vec<FieldModel>, Mixture) {
    let logs = |of: &dyn Fn(&FieldModel) -> [f64; MAX_LEVELS]| -> Vec<[f64; MAX_LEVELS]> {
        fields.iter().map(|f| of(f).map(|p| p.max(1e-7).log2())).collect()
    };
    let (same, household, contact) = (logs(&|f| f.same), logs(&|f| f.household), logs(&|f| f.contact));
    let prior = [mixture.same.log2(), mixture.household.log2(), mixture.contact.log2()];
    let mut totals = [0.0f64; 3];
    let mut seen = vec![[[0.0f64; MAX_LEVELS]; 2]; fields.len()];
    for case in cases {
        let (mut m, mut h, mut w) = (prior[0], prior[1], prior[2] + case.random - case.random_contact);
        for at in 0..fields.len() {
            let level = case.levels[at] as usize;
            if level == 0 {
                continue;
            }
            m += same[at][level];
            h += household[at][level];
            if !is_personal(at) {
                w += contact[at][level];
            }
        }
        let top = m.max(h).max(w).max(case.random);
        // One of the four is the top.
        let part = |bits: f64| if bits == top { 1.0 } else { (bits - top).exp2() };
        let (pm, ph, pw, pr) = (part(m), part(h), part(w), part(case.random));
        let all = pm + ph + pw + pr;
        let (pm, ph) = (pm / all, ph / all);
        totals[0] += pm;
        totals[1] += ph;
        totals[2] += pw / all;
        for (at, seen) in seen.iter_mut().enumerate() {
            let level = case.levels[at] as usize;
            if level != 0 && case.teaches & 1 << at != 0 {
                seen[0][level] += pm;
                seen[1][level] += ph;
            }
        }
    }
    let learnt = shipped
        .iter()
        .enumerate()
        .map(|(at, field)| {
            let strength = if at < FIELDS { prior::STRENGTH } else { prior::CUSTOM_STRENGTH };
            let mix = |prior: &[f64; MAX_LEVELS], seen: &[f64; MAX_LEVELS], strength: f64| {
                let mut out = [0.0; MAX_LEVELS];
                for level in 1..MAX_LEVELS {
                    out[level] = prior[level] * strength + seen[level];
                }
                normalised(out)
            };
            // Which names people of one household bear is what the class is; it does not drift towards one person's.
            let fixed = matches!(at, field::MARKS | field::BORN);
            FieldModel {
                same: mix(&field.same, &seen[at][0], strength.0),
                random: field.random,
                household: if fixed { field.household } else { mix(&field.household, &seen[at][1], strength.1) },
                contact: field.contact,
            }
        })
        .collect();
    // The prior counts a little, so that a file without a pair of some kind doesn't rule it out.
    let blend = |seen: f64, start: f64, weight: f64| {
        ((seen * scale + weight * start * pairs) / ((1.0 + weight) * pairs)).clamp(1e-14, 0.5)
    };
    let same = blend(totals[0], start.same, 0.05);
    // Expectation sees only the families whose given names are written out, and takes the rest for one person or strangers.
    let related = |seen: f64, start: f64, times: f64| (times * blend(seen, start, 0.01)).min(same / 4.0);
    let mixture = Mixture {
        same,
        household: related(totals[1], start.household, 3.0),
        contact: related(totals[2], start.contact, 2.0),
    };
    (learnt, mixture)
}

/// Better agreement never weighs less: levels that stand in an order are made to keep it.
fn make_monotone(field: &mut FieldModel) {
    // The last levels of some comparisons are kinds of difference, not degrees; the general order holds for the first four.
    for level in (1..4).rev() {
        let (better, worse) = (level, level + 1);
        let ratio = |f: &FieldModel, l: usize| if f.same[l] > 0.0 { f.same[l] / f.random[l].max(1e-9) } else { 0.0 };
        if field.same[worse] > 0.0 && ratio(field, better) < ratio(field, worse) && field.same[better] > 0.0 {
            let (s, r) = (field.same[better] + field.same[worse], field.random[better] + field.random[worse]);
            let (rb, rw) = (field.random[better], field.random[worse]);
            field.same[better] = s * rb / r.max(1e-12);
            field.same[worse] = s * rw / r.max(1e-12);
        }
    }
}
