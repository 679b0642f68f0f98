//! Who writes no more than an initial, settled by the company on its line.
//!
//! K. Sharma on the mobile line of Karan Sharma may be his wife Kavita, and waits for a person to decide. But where two and
//! more records of one Karan are on that line, each of them undecided with K. Sharma for nothing but the initial, and K.
//! Sharma might be nobody else, then the line is his. A record that might be either of two people joins neither.

use rustc_hash::FxHashMap;

use crate::cluster::{Judged, USUAL};
use crate::corpus::Corpus;
use crate::model::HELD;
use crate::resolve::ScoredPair;

/// Records of one person on a line that make it this person's.
const COMPANY: usize = 2;

/// Joins groups whose records are initials on one line with the one group that they can be of, and raises their pairs to the
/// weakest that stands in that group. Which rows come first changes nothing. `pairs` in the order of their rows.
pub(crate) fn settle(
    c: &Corpus,
    pairs: &mut [ScoredPair],
    groups: &mut [u32],
    threshold: i64,
    judge: &mut impl FnMut(u32, u32) -> Judged,
) {
    // Between groups: pairs from the held on, by the two groups.
    let mut open: FxHashMap<u32, FxHashMap<u32, Vec<usize>>> = FxHashMap::default();
    for (at, pair) in pairs.iter().enumerate().filter(|(_, p)| i64::from(p.score) >= HELD) {
        let (x, y) = (groups[pair.a as usize], groups[pair.b as usize]);
        if x != y {
            open.entry(x).or_default().entry(y).or_default().push(at);
            open.entry(y).or_default().entry(x).or_default().push(at);
        }
    }
    let mut is_open = vec![false; groups.len()];
    open.keys().for_each(|group| is_open[*group as usize] = true);
    let mut members: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for (row, group) in groups.iter().enumerate().filter(|(_, group)| is_open[**group as usize]) {
        members.entry(*group).or_default().push(row as u32);
    }
    let size = |group: &u32| members.get(group).map_or(0, Vec::len);
    // Who may join, by the group to join.
    let mut joining: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for (group, others) in &open {
        let mut others = others.iter();
        let (Some((with, between)), None) = (others.next(), others.next()) else { continue };
        let (one, other) = (size(group), size(with));
        let whole = between.len() == one * other && other >= COMPANY && one <= other;
        let is_held = |at: &usize| i64::from(pairs[*at].score) == HELD;
        if whole && between.iter().all(is_held) {
            let by_initial = between.iter().all(|at| judge(pairs[*at].a, pairs[*at].b).initial_on_a_line);
            // Of two groups that have nobody but each other, the one that has more records is joined.
            if by_initial && (one < other || open.get(with).is_some_and(|back| back.len() > 1)) {
                joining.entry(*with).or_default().push(*group);
            }
        }
    }
    for (with, who) in joining {
        let rows: Vec<u32> =
            who.iter().chain([&with]).filter_map(|group| members.get(group)).flatten().copied().collect();
        let within = |a: u32, b: u32| groups[a as usize] == groups[b as usize];
        let all_pairs = || rows.iter().enumerate().flat_map(|(i, a)| rows[i + 1..].iter().map(move |b| (*a, *b)));
        let contradicted = all_pairs().any(|(a, b)| !within(a, b) && judge(a.min(b), a.max(b)).contradicted);
        if rows.len() > USUAL || contradicted {
            continue;
        }
        let of_group = members.get(&with).map(Vec::as_slice).unwrap_or_default();
        let weakest = of_group
            .iter()
            .enumerate()
            .flat_map(|(i, a)| of_group[i + 1..].iter().map(move |b| (*a, *b)))
            .filter_map(|key| pairs.binary_search_by_key(&key, |p| (p.a, p.b)).ok())
            .map(|at| pairs[at].score)
            .filter(|score| i64::from(*score) >= threshold)
            .min();
        let raised = weakest.unwrap_or_else(|| i32::try_from(threshold).unwrap_or(i32::MAX));
        for at in who.iter().filter_map(|group| open.get(group)?.get(&with)).flatten() {
            let pair = &mut pairs[*at];
            let own = if groups[pair.a as usize] == with { pair.a } else { pair.b };
            let beside =
                of_group.iter().filter(|row| **row != own).min_by_key(|row| (c.content[**row as usize], **row));
            pair.through += raised - pair.score;
            pair.via = beside.map_or(0, |row| row + 1);
            pair.score = raised;
        }
        let named = rows.iter().copied().min().unwrap_or(with);
        rows.iter().for_each(|row| groups[*row as usize] = named);
    }
}
