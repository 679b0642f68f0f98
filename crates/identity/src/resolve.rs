//! A whole corpus: candidates, a model learnt from them, every candidate scored, groups.

use crate::blocking::{Candidates, RULES, RuleCount, Side, candidates};
use crate::cluster::{self, Judged};
use crate::compare::{Compared, Comparer};
use crate::corpus::Corpus;
use crate::frequency::{Counts, Frequencies};
use crate::model::doubt::is_an_initial_on_a_line;
use crate::model::{Assessed, Model, Sample, Scorer, Strangers, TrainOptions, train};
use crate::settle;
use crate::sorting::{by_hash, sort_in_parts};
use crate::text::mix;

/// How a corpus is resolved.
#[derive(Clone, Debug)]
pub struct Options {
    /// Seeds what is drawn: random pairs and the sample that teaches.
    pub seed: u64,
    /// Random pairs that show what strangers agree on.
    pub random_pairs: usize,
    /// Candidate pairs that teach.
    pub sample_pairs: usize,
    /// Rounds of learning at most.
    pub rounds: usize,
    /// The shipped policy: the score in micro-bits from which two records are proposed as one.
    pub threshold: i64,
}

impl Default for Options {
    fn default() -> Self {
        Self { seed: 1, random_pairs: 200_000, sample_pairs: 120_000, rounds: 25, threshold: POLICY }
    }
}

/// The shipped policy's threshold in micro-bits: three to one that the two are one person.
pub const POLICY: i64 = 1_585_000;

/// A candidate with its score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScoredPair {
    /// The lower row.
    pub a: u32,
    /// The higher row.
    pub b: u32,
    /// Micro-bits.
    pub score: i32,
    /// Of these, what a third record adds that both are like; 0 where the two stand alone.
    pub through: i32,
    /// The third record plus one.
    pub via: u32,
    /// The rules that found it, a bit each; [`THROUGH`] where only a third record did.
    pub rules: u16,
    /// What linking and grouping ask of a pair beside its score: [`Judged`].
    pub(crate) seen: u8,
}

impl ScoredPair {
    /// What comparing the two rows alone gave.
    pub(crate) fn judged(&self) -> Judged {
        Judged::seen(self.score - self.through, self.seen)
    }
}

/// Marks pairs that were found through a third record.
pub const THROUGH: u16 = 1 << 15;

/// What resolving a corpus gives.
#[derive(Clone, Debug)]
pub struct Resolved {
    /// The model, frozen.
    pub model: Model,
    /// Every scored pair, by rows.
    pub pairs: Vec<ScoredPair>,
    /// The group of each row, named by its first row.
    pub groups: Vec<u32>,
    /// What each rule found, by [`RULES`].
    pub counts: Vec<RuleCount>,
}

/// Custom comparisons whose values are rare enough to find candidates by.
#[must_use]
pub fn finding_customs(c: &Corpus) -> Vec<bool> {
    c.custom_values
        .iter()
        .map(|values| {
            let filled = values.filled() as usize;
            let distinct = values.rows.len();
            // Repeated at all, and by few.
            distinct < filled && distinct * 8 > filled && distinct > 20
        })
        .collect()
}

/// What resolving consists of, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// How common values are.
    Counting,
    /// Candidates by the keys that rows share.
    Blocking,
    /// Pairs that teach, compared.
    Sampling,
    /// The model learnt from these.
    Learning,
    /// Every candidate compared and scored.
    Scoring,
    /// Links through third records, and groups.
    Grouping,
}

/// Resolves a corpus. `left`: where two files are linked, whether a row is of the first one.
#[must_use]
pub fn resolve(c: &Corpus, options: &Options, left: Option<&dyn Fn(u32) -> bool>) -> Resolved {
    resolve_watched(c, options, left, &mut |_| {})
}

/// As [`resolve`]; `done` hears of each phase when it is over.
#[must_use]
pub fn resolve_watched(
    c: &Corpus,
    options: &Options,
    left: Option<&dyn Fn(u32) -> bool>,
    done: &mut dyn FnMut(Phase),
) -> Resolved {
    let counts = Counts::of(c);
    let frequencies = Frequencies::own(c, &counts);
    done(Phase::Counting);
    let finds = finding_customs(c);
    let found = candidates(c, &finds, left);
    done(Phase::Blocking);
    let mut comparer = Comparer::new(c, &frequencies);
    let random = random_pairs(c, &mut comparer, options);
    let (samples, scale, mut taught) = sample(c, &mut comparer, &found, options);
    done(Phase::Sampling);
    let train_options = TrainOptions {
        rows: c.len(),
        scale,
        rule_fields: RULES.iter().map(|r| r.fields).collect(),
        rounds: options.rounds,
    };
    let mut model = train(&c.shape, counts, &random, &samples, &train_options);
    model.finds = finds;
    taught.sort_unstable();
    let known: Known<'_> = taught.iter().map(|(at, of)| (*at as usize, &samples[*of as usize].compared)).collect();
    done(Phase::Learning);
    let (pairs, groups) = score_sides(c, &frequencies, &model, (&found, &known), options.threshold, left, done);
    done(Phase::Grouping);
    Resolved { model, pairs, groups, counts: found.counts }
}

/// Scores candidates with a frozen model, links through third records, and groups.
#[must_use]
pub fn score_all(
    c: &Corpus,
    frequencies: &Frequencies,
    model: &Model,
    found: &Candidates,
    threshold: i64,
) -> (Vec<ScoredPair>, Vec<u32>) {
    score_sides(c, frequencies, model, (found, &Known::new()), threshold, None, &mut |_| {})
}

/// Pairs whose rows are looked up together.
const AT_ONCE: usize = 64;

/// Candidates that were compared before, by their place.
type Known<'a> = Vec<(usize, &'a Compared)>;

/// As [`score_all`]; where two files are linked, no pair within one of them is added.
fn score_sides(
    c: &Corpus,
    frequencies: &Frequencies,
    model: &Model,
    (found, known): (&Candidates, &Known<'_>),
    threshold: i64,
    left: Side<'_>,
    done: &mut dyn FnMut(Phase),
) -> (Vec<ScoredPair>, Vec<u32>) {
    let scorer = Scorer::of(model);
    let mut pairs: Vec<ScoredPair> = Vec::with_capacity(found.pairs.len());
    let judged = |compared: &Compared, assessed: &Assessed| Judged {
        score: narrow(assessed.score),
        contradicted: assessed.is_contradicted(compared),
        initial_on_a_line: assessed.undecided && is_an_initial_on_a_line(compared),
    };
    weigh(c, frequencies, &scorer, (found, known), |(a, b), rules, compared, assessed| {
        let judged = judged(compared, assessed);
        pairs.push(ScoredPair { a, b, score: judged.score, through: 0, via: 0, rules, seen: judged.bits() });
    });
    done(Phase::Scoring);
    let mut comparer = Comparer::new(c, frequencies);
    let mut judge = |a: u32, b: u32| {
        let compared = comparer.compare(a as usize, b as usize);
        judged(&compared, &scorer.assess(&compared))
    };
    cluster::link_through(c, &mut pairs, scorer.prior, left, &mut judge);
    let mut groups = cluster::group(c.len(), &pairs, scorer.prior, threshold, &mut judge);
    settle::settle(c, &mut pairs, &mut groups, threshold, &mut judge);
    (pairs, groups)
}

/// Weighs candidates with a frozen model and hands each on with its two rows, the lower first, and the rules that found it:
/// what [`score_all`] does before it links and groups.
pub fn weigh_all(
    c: &Corpus,
    frequencies: &Frequencies,
    scorer: &Scorer,
    found: &Candidates,
    take: impl FnMut((u32, u32), u16, &Compared, &Assessed),
) {
    weigh(c, frequencies, scorer, (found, &Known::new()), take);
}

/// As [`weigh_all`]; what was compared before is not compared again.
fn weigh(
    c: &Corpus,
    frequencies: &Frequencies,
    scorer: &Scorer,
    (found, known): (&Candidates, &Known<'_>),
    mut take: impl FnMut((u32, u32), u16, &Compared, &Assessed),
) {
    let mut comparer = Comparer::new(c, frequencies);
    let mut known = known.iter().peekable();
    let mut place = 0;
    for (some, rules) in found.pairs.chunks(AT_ONCE).zip(found.rules.chunks(AT_ONCE)) {
        c.warm(some.iter().map(|(_, b)| *b as usize));
        for ((a, b), rules) in some.iter().zip(rules) {
            if let Some((_, compared)) = known.next_if(|(at, _)| *at == place) {
                take((*a, *b), *rules, compared, &scorer.assess(compared));
            } else {
                let compared = comparer.compare(*a as usize, *b as usize);
                take((*a, *b), *rules, &compared, &scorer.assess(&compared));
            }
            place += 1;
        }
    }
}

fn narrow(score: i64) -> i32 {
    i32::try_from(score.clamp(-2_000_000_000, 2_000_000_000)).unwrap_or(0)
}

/// Rows in the order of their content.
fn by_content(c: &Corpus) -> Vec<u32> {
    let mut order: Vec<(u64, u32)> = c.content.iter().copied().zip(0..).collect();
    sort_in_parts(&mut order, &mut Vec::new(), |(content, _)| *content, by_hash);
    order.into_iter().map(|(_, row)| row).collect()
}

/// Compares pairs of rows that stand anywhere.
fn compared(c: &Corpus, comparer: &mut Comparer<'_>, pairs: &[(u32, u32)], mut take: impl FnMut(Compared)) {
    for some in pairs.chunks(AT_ONCE) {
        c.warm(some.iter().flat_map(|(a, b)| [*a as usize, *b as usize]));
        some.iter().for_each(|(a, b)| take(comparer.compare(*a as usize, *b as usize)));
    }
}

fn random_pairs(c: &Corpus, comparer: &mut Comparer<'_>, options: &Options) -> Strangers {
    let order = by_content(c);
    let n = order.len() as u64;
    let mut seen = Strangers::default();
    if n < 2 {
        return seen;
    }
    let wanted = (options.random_pairs as u64).min(n * (n - 1) / 2);
    let drawn = (0..wanted).filter_map(|k| {
        let draw = mix(options.seed ^ mix(k));
        let (i, j) = ((draw >> 32) % n, (draw & 0xffff_ffff) % n);
        (i != j).then(|| (order[i as usize], order[j as usize]))
    });
    let drawn: Vec<(u32, u32)> = drawn.collect();
    compared(c, comparer, &drawn, |pair| seen.add(&pair));
    seen
}

/// The candidates that teach, chosen by content, how many candidates each stands for, and by place of a candidate that teaches
/// its place among these.
fn sample(
    c: &Corpus,
    comparer: &mut Comparer<'_>,
    found: &Candidates,
    options: &Options,
) -> (Vec<Sample>, f64, Vec<(u32, u32)>) {
    let key = |(a, b): (u32, u32)| {
        let (x, y) = (c.content[a as usize], c.content[b as usize]);
        mix(x.wrapping_add(y) ^ mix(options.seed))
    };
    let share = (options.sample_pairs as f64 / found.pairs.len().max(1) as f64).min(1.0);
    let limit = (share * u64::MAX as f64) as u64;
    let mut chosen: Vec<(u64, usize)> =
        found.pairs.iter().enumerate().map(|(at, pair)| (key(*pair), at)).filter(|(k, _)| *k <= limit).collect();
    chosen.sort_unstable_by_key(|(k, at)| (*k, found.rules[*at]));
    let pairs: Vec<(u32, u32)> = chosen.iter().map(|(_, at)| found.pairs[*at]).collect();
    let mut rules = chosen.iter().map(|(_, at)| u32::from(found.rules[*at]));
    let mut samples: Vec<Sample> = Vec::with_capacity(pairs.len());
    compared(c, comparer, &pairs, |compared| {
        samples.push(Sample { compared, rules: rules.next().unwrap_or_default() })
    });
    let scale = found.pairs.len() as f64 / samples.len().max(1) as f64;
    (samples, scale, chosen.iter().zip(0..).map(|((_, at), of)| (*at as u32, of)).collect())
}
