//! From pairs to people: links through a third record, and groups in which every pair stands.

use crate::blocking::Side;
use crate::corpus::Corpus;
use crate::resolve::{ScoredPair, THROUGH};
use crate::sorting::sort_in_parts;

/// Neighbours of one record through which others are linked; more than a person's records ever are.
const NEIGHBOURS: usize = 16;

/// Pairs whose rows are looked up together.
const AT_ONCE: usize = 64;

/// Records that one person usually has at most.
pub(crate) const USUAL: usize = 7;

/// What is made of two rows.
pub(crate) struct Judged {
    /// Micro-bits.
    pub score: i32,
    /// Something speaks outright against one person.
    pub contradicted: bool,
    /// Nothing but an initial leaves it undecided, on one mobile line.
    pub initial_on_a_line: bool,
}

impl Judged {
    /// All but the score, a bit each.
    pub fn bits(&self) -> u8 {
        u8::from(self.contradicted) | u8::from(self.initial_on_a_line) << 1
    }

    /// Of a score and [`Judged::bits`].
    pub fn seen(score: i32, bits: u8) -> Self {
        Self { score, contradicted: bits & 1 != 0, initial_on_a_line: bits & 2 != 0 }
    }
}

/// Of three records A, B and C where A is B and B is C, how the direct evidence on A and C weighs: its own score without the
/// prior, on top of the weaker of the two links. Micro-bits.
fn through(direct: i32, prior: i64, one: i32, other: i32) -> i64 {
    let weaker = i64::from(one.min(other));
    // No surer than the weaker link, however much the two agree on what the third has too.
    (i64::from(direct) - prior + weaker).min(weaker)
}

/// Links pairs that a third record makes likely: both are like it, and nothing between the two speaks against it. Adds pairs
/// that no rule found, and raises those that were found. `left`: where two files are linked, only pairs across are added.
pub(crate) fn link_through(
    c: &Corpus,
    pairs: &mut Vec<ScoredPair>,
    prior: i64,
    left: Side<'_>,
    score: &mut impl FnMut(u32, u32) -> Judged,
) {
    let strong: Vec<(u32, u32, i32)> = pairs.iter().filter(|p| p.score > 0).map(|p| (p.a, p.b, p.score)).collect();
    // Every pair of neighbours of a third record: the pair, the weaker of the two links, the third record.
    let mut linked: Vec<(u64, i32, u32)> = Vec::new();
    let content = |row: u32| c.content[row as usize];
    each_neighbourhood(c.len(), &strong, |via, around| {
        around.sort_unstable_by(|(a, one), (b, other)| {
            other.cmp(one).then_with(|| content(*a).cmp(&content(*b))).then_with(|| a.cmp(b))
        });
        for (i, (a, one)) in around.iter().take(NEIGHBOURS).enumerate() {
            for (b, other) in around.iter().take(NEIGHBOURS).skip(i + 1) {
                linked.push((u64::from(*a.min(b)) << 32 | u64::from(*a.max(b)), *one.min(other), via));
            }
        }
    });
    drop(strong);
    let rank = |pair: u64| pair << (c.len() as u32).leading_zeros();
    // What is the same pair need not be in order: the best of it is looked for.
    sort_in_parts(&mut linked, &mut Vec::new(), |(pair, ..)| rank(*pair), |(pair, ..)| *pair);
    // The best third record for each: the pairs come in the order of their rows, as these do.
    pairs.sort_unstable_by_key(|p| (p.a, p.b));
    let mut found = 0;
    let mut new: Vec<ScoredPair> = Vec::new();
    for same in linked.chunk_by(|x, y| x.0 == y.0) {
        let best = same
            .iter()
            .max_by(|x, y| x.1.cmp(&y.1).then_with(|| content(x.2).cmp(&content(y.2))).then_with(|| y.2.cmp(&x.2)));
        let Some((pair, weaker, via)) = best.copied() else { continue };
        let (a, b) = ((pair >> 32) as u32, pair as u32);
        while pairs.get(found).is_some_and(|p| (p.a, p.b) < (a, b)) {
            found += 1;
        }
        if let Some(pair) = pairs.get_mut(found).filter(|p| (p.a, p.b) == (a, b)) {
            let raised = through(pair.score, prior, weaker, weaker);
            if raised > i64::from(pair.score) && !pair.judged().contradicted {
                let added = i32::try_from(raised - i64::from(pair.score)).unwrap_or(0);
                pair.score += added;
                pair.through = added;
                pair.via = via + 1;
            }
        } else if left.is_none_or(|left| left(a) != left(b)) {
            let judged = score(a, b);
            let Judged { score: direct, contradicted, .. } = judged;
            let weaker = if contradicted { i32::MIN / 2 } else { weaker };
            let added = i32::try_from((through(direct, prior, weaker, weaker) - i64::from(direct)).max(0)).unwrap_or(0);
            let (score, seen) = (direct + added, judged.bits());
            new.push(ScoredPair { a, b, score, through: added, via: via + 1, rules: THROUGH, seen });
        }
    }
    drop(linked);
    merge(pairs, &new);
}

/// Puts new pairs among those in the order of their rows; both lists are in that order.
fn merge(pairs: &mut Vec<ScoredPair>, new: &[ScoredPair]) {
    let Some(first) = new.first() else { return };
    let (mut old, mut rest) = (pairs.len(), new);
    pairs.resize(old + new.len(), *first);
    // From the end on, so that nothing is overwritten that has not been moved.
    let mut to = pairs.len();
    while let Some((last, before)) = rest.split_last() {
        to -= 1;
        if old > 0 && (pairs[old - 1].a, pairs[old - 1].b) > (last.a, last.b) {
            pairs[to] = pairs[old - 1];
            old -= 1;
        } else {
            pairs[to] = *last;
            rest = before;
        }
    }
}

/// Hands over each row that has links, with the rows at their other ends and what they weigh, in no order.
fn each_neighbourhood(rows: usize, links: &[(u32, u32, i32)], mut take: impl FnMut(u32, &mut [(u32, i32)])) {
    let mut ends = vec![0u32; rows + 1];
    for (a, b, _) in links {
        ends[*a as usize + 1] += 1;
        ends[*b as usize + 1] += 1;
    }
    for row in 0..rows {
        ends[row + 1] += ends[row];
    }
    let mut next = ends.clone();
    let mut around = vec![(0u32, 0i32); links.len() * 2];
    for (a, b, score) in links {
        for (one, other) in [(a, b), (b, a)] {
            let at = &mut next[*one as usize];
            around[*at as usize] = (*other, *score);
            *at += 1;
        }
    }
    for (row, bounds) in ends.windows(2).enumerate().filter(|(_, bounds)| bounds[0] < bounds[1]) {
        take(row as u32, &mut around[bounds[0] as usize..bounds[1] as usize]);
    }
}

/// Groups rows. Two groups join by their best pair if every pair across them stands: scored where it was not, and no less
/// likely than not once the link between the groups is taken as given. A weak bridge or one clear contradiction keeps them
/// apart. `pairs` in the order of their rows.
pub(crate) fn group(
    rows: usize,
    pairs: &[ScoredPair],
    prior: i64,
    threshold: i64,
    score: &mut impl FnMut(u32, u32) -> Judged,
) -> Vec<u32> {
    // Best first, then as they stand: one number each, so that sorting looks up nothing.
    let falling = |score: i32| u64::from(i32::MAX.abs_diff(score)) << 32;
    let strong = pairs.iter().enumerate().filter(|(_, p)| i64::from(p.score) >= threshold);
    let mut order: Vec<u64> = strong.map(|(at, p)| falling(p.score) | at as u64).collect();
    order.sort_unstable();
    let mut starts = vec![0u32; rows + 1];
    for pair in pairs {
        starts[pair.a as usize + 1] += 1;
    }
    for row in 0..rows {
        starts[row + 1] += starts[row];
    }
    let known = |a: u32, b: u32| {
        let of_row = pairs.get(*starts.get(a as usize)? as usize..*starts.get(a as usize + 1)? as usize)?;
        let at = of_row.binary_search_by_key(&b, |p| p.b).ok()?;
        of_row.get(at)
    };
    let mut of: Vec<u32> = (0..rows as u32).collect();
    // Who comes after each in a group, the last followed by the first; how many there are, by the group's name.
    let mut next: Vec<u32> = of.clone();
    let mut sizes: Vec<u32> = vec![1; rows];
    let (mut one, mut other): (Vec<u32>, Vec<u32>) = (Vec::new(), Vec::new());
    let list = |first: u32, next: &[u32], out: &mut Vec<u32>| {
        out.clear();
        out.push(first);
        let mut at = next[first as usize];
        while at != first {
            out.push(at);
            at = next[at as usize];
        }
    };
    let mut ahead: Vec<ScoredPair> = Vec::with_capacity(AT_ONCE);
    for nth in 0..order.len() {
        // Best first is in no order of memory: the pairs and rows that come next are asked for together.
        if nth % AT_ONCE == 0 {
            ahead.clear();
            ahead.extend(order[nth..].iter().take(AT_ONCE).map(|at| pairs[*at as u32 as usize]));
            std::hint::black_box(ahead.iter().fold(0, |seen, p| seen ^ of[p.a as usize] ^ of[p.b as usize]));
        }
        let pair = &ahead[nth % AT_ONCE];
        let (x, y) = (of[pair.a as usize], of[pair.b as usize]);
        if x == y {
            continue;
        }
        let (many, more) = (sizes[x as usize] as usize, sizes[y as usize] as usize);
        if many + more > 2 {
            list(x, &next, &mut one);
            list(y, &next, &mut other);
            let (mut stands, mut bridges) = (true, 0);
            for (a, b) in one.iter().flat_map(|a| other.iter().map(move |b| (*a.min(b), *a.max(b)))) {
                let scored = known(a, b);
                bridges += usize::from(scored.is_some_and(|p| i64::from(p.score - p.through) >= threshold));
                if scored.is_some_and(|p| i64::from(p.score) >= threshold) {
                    continue;
                }
                let judged = scored.map_or_else(|| score(a, b), ScoredPair::judged);
                let Judged { score: direct, contradicted, .. } = judged;
                if contradicted || through(direct, prior, pair.score, pair.score) < threshold {
                    stands = false;
                    break;
                }
            }
            // Who joins a group is like a good part of it, not like one of its members.
            let across = many * more;
            let (share, in_all) = if many + more > USUAL {
                (1, 1)
            } else if many.min(more) > 1 {
                (1, 2)
            } else {
                (1, 3)
            };
            if across > 2 && bridges * in_all < across * share {
                stands = false;
            }
            if !stands {
                continue;
            }
        }
        let keep = x.min(y);
        let renamed = x.max(y);
        let mut row = renamed;
        loop {
            of[row as usize] = keep;
            row = next[row as usize];
            if row == renamed {
                break;
            }
        }
        next.swap(x as usize, y as usize);
        sizes[keep as usize] += sizes[renamed as usize];
    }
    of
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_merge_in_the_order_of_their_rows() {
        let pair = |a: u32, b: u32| ScoredPair { a, b, score: 1, through: 0, via: 0, rules: 1, seen: 0 };
        let mut pairs = vec![pair(1, 2), pair(1, 5), pair(3, 4)];
        merge(&mut pairs, &[pair(0, 9), pair(1, 3), pair(7, 8)]);
        let rows: Vec<(u32, u32)> = pairs.iter().map(|p| (p.a, p.b)).collect();
        assert_eq!(rows, [(0, 9), (1, 2), (1, 3), (1, 5), (3, 4), (7, 8)]);
    }
}
