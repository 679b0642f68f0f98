//! Who writes no more than an initial, settled by the company on its line.
//!
//! K. Sharma on the mobile line of Karan Sharma may be his wife Kavita, and waits for a person to decide. But where two and
//! more records of one Karan are on that line, each of them undecided with K. Sharma for nothing but the initial, and K.
//! Sharma might be nobody else, then the line is his. A record that might be either of two people joins neither.

use std::collections::BTreeMap;

use crate::cluster::{Judged, USUAL};
use crate::corpus::Corpus;
use crate::model::HELD;
use crate::resolve::ScoredPair;

/// Records of one person on a line that make it this person's.
const COMPANY: usize = 2;

/// Instead of the one group that another may be of.
const NOBODY: u32 = u32::MAX;
/// Likewise: there are several.
const SEVERAL: u32 = u32::MAX - 1;

/// Joins groups whose records are initials on one line with the one group that they can be of, and raises their pairs to the
/// weakest that stands in that group. Which rows come first changes nothing. `pairs` in the order of their rows.
pub(crate) fn settle(
    c: &Corpus,
    pairs: &mut [ScoredPair],
    groups: &mut [u32],
    threshold: i64,
    judge: &mut impl FnMut(u32, u32) -> Judged,
) {
    // Between groups, pairs from the held on: whom each group may be of, and whether all of these are held.
    let open = |p: &ScoredPair, groups: &[u32]| {
        if i64::from(p.score) < HELD {
            return None;
        }
        let (x, y) = (groups[p.a as usize], groups[p.b as usize]);
        (x != y).then_some((x, y))
    };
    let mut with: Vec<u32> = vec![NOBODY; groups.len()];
    let mut all_held = vec![true; groups.len()];
    // Few are open: they are looked at twice, all of them once.
    let all_open: Vec<(u32, (u32, u32))> =
        pairs.iter().zip(0..).filter_map(|(pair, at)| open(pair, groups).map(|of| (at, of))).collect();
    for (at, (x, y)) in all_open.iter().copied() {
        let pair = &pairs[at as usize];
        for (group, other) in [(x, y), (y, x)] {
            let known = &mut with[group as usize];
            *known = if *known == NOBODY || *known == other { other } else { SEVERAL };
            all_held[group as usize] &= i64::from(pair.score) == HELD;
        }
    }
    let may_join = |group: u32| with[group as usize] < SEVERAL && all_held[group as usize];
    // The pairs of each group that may join, and the rows of these groups and of those that they may be of.
    let mut between: Vec<(u32, u32)> = Vec::new();
    let mut is_asked = vec![false; groups.len()];
    for (at, (x, y)) in all_open {
        for (group, other) in [(x, y), (y, x)].into_iter().filter(|(group, _)| may_join(*group)) {
            between.push((group, at));
            is_asked[group as usize] = true;
            is_asked[other as usize] = true;
        }
    }
    between.sort_unstable();
    let of_group = |group: u32| {
        let rest = &between[between.partition_point(|(of, _)| *of < group)..];
        &rest[..rest.partition_point(|(of, _)| *of == group)]
    };
    let asked = groups.iter().zip(0..).filter(|(group, _)| is_asked[**group as usize]);
    let mut rows_of: Vec<(u32, u32)> = asked.map(|(group, row)| (*group, row)).collect();
    rows_of.sort_unstable();
    let members = |group: u32| {
        let rest = &rows_of[rows_of.partition_point(|(of, _)| *of < group)..];
        &rest[..rest.partition_point(|(of, _)| *of == group)]
    };
    // Who may join, by the group to join.
    let mut joining: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for pairs_of in between.chunk_by(|x, y| x.0 == y.0) {
        let group = pairs_of[0].0;
        let with_whom = with[group as usize];
        let (one, other) = (members(group).len(), members(with_whom).len());
        if pairs_of.len() == one * other && other >= COMPANY && one <= other {
            let mut at = pairs_of.iter().map(|(_, at)| &pairs[*at as usize]);
            let by_initial = at.all(|pair| pair.judged().initial_on_a_line);
            // Of two groups that have nobody but each other, the one that has more records is joined.
            if by_initial && (one < other || with[with_whom as usize] == SEVERAL) {
                joining.entry(with_whom).or_default().push(group);
            }
        }
    }
    for (with, who) in joining {
        let rows: Vec<u32> = who.iter().chain([&with]).flat_map(|group| members(*group)).map(|(_, row)| *row).collect();
        let within = |a: u32, b: u32| groups[a as usize] == groups[b as usize];
        let all_pairs = || rows.iter().enumerate().flat_map(|(i, a)| rows[i + 1..].iter().map(move |b| (*a, *b)));
        let contradicted = all_pairs().any(|(a, b)| !within(a, b) && judge(a.min(b), a.max(b)).contradicted);
        if rows.len() > USUAL || contradicted {
            continue;
        }
        let here: Vec<u32> = members(with).iter().map(|(_, row)| *row).collect();
        let weakest = here
            .iter()
            .enumerate()
            .flat_map(|(i, a)| here[i + 1..].iter().map(move |b| (*a, *b)))
            .filter_map(|key| pairs.binary_search_by_key(&key, |p| (p.a, p.b)).ok())
            .map(|at| pairs[at].score)
            .filter(|score| i64::from(*score) >= threshold)
            .min();
        let raised = weakest.unwrap_or_else(|| i32::try_from(threshold).unwrap_or(i32::MAX));
        for (_, at) in who.iter().flat_map(|group| of_group(*group)) {
            let pair = &mut pairs[*at as usize];
            let own = if groups[pair.a as usize] == with { pair.a } else { pair.b };
            let beside = here.iter().filter(|row| **row != own).min_by_key(|row| (c.content[**row as usize], **row));
            pair.through += raised - pair.score;
            pair.via = beside.map_or(0, |row| row + 1);
            pair.score = raised;
        }
        let named = rows.iter().copied().min().unwrap_or(with);
        rows.iter().for_each(|row| groups[*row as usize] = named);
    }
}
