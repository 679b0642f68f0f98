//! All candidates of a corpus at once: each rule's keys are sorted, and what stands together is compared.

use super::keys::{attributes, each_key};
use super::{ATTRIBUTES, Attributes, RULES};
use crate::corpus::Corpus;
use crate::sorting::{Twice, by_hash, sort_in_parts};

/// What one rule found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RuleCount {
    /// Keys.
    pub keys: u64,
    /// Blocks of two and more.
    pub blocks: u64,
    /// Blocks that were split.
    pub split: u64,
    /// Pairs, those of other rules included.
    pub pairs: u64,
    /// Pairs of big blocks that share nothing that could split these, and are left to other rules.
    pub left: u64,
    /// Pairs that met by this rule alone, among too many for that to tell anything, and are not compared.
    pub passed: u64,
}

/// Candidate pairs, each once, in no order that means anything.
#[derive(Clone, Debug, Default)]
pub struct Candidates {
    /// The two rows, the lower first.
    pub pairs: Vec<(u32, u32)>,
    /// The rules that found each pair, a bit each.
    pub rules: Vec<u16>,
    /// What each rule found.
    pub counts: Vec<RuleCount>,
}

/// Rows that fit: a pair and its rule go into 64 bits.
pub const MAX_ROWS: usize = 1 << 29;

/// Which rows may be paired: all, or only those of two sides.
pub type Side<'a> = Option<&'a dyn Fn(u32) -> bool>;

/// Finds the candidates. `finds`: custom comparisons whose values find. `left`: where two files are linked, whether a row is
/// of the first; only pairs across are made.
#[must_use]
pub fn candidates(c: &Corpus, finds: &[bool], left: Side<'_>) -> Candidates {
    candidates_in_parts(c, (finds, left), usize::MAX, |_| {})
}

/// As [`candidates`], with some of the pairs at a time: `take` is called again and again and may take out what was found since.
/// What it leaves is returned. `room`: pairs that meet, most of which are not worth comparing, held at once, about (eight bytes
/// each); where more meet, the keys of all rows are gone through once more for those that are left.
#[must_use]
pub fn candidates_in_parts(
    c: &Corpus,
    (finds, left): (&[bool], Side<'_>),
    room: usize,
    take: impl FnMut(&mut Candidates),
) -> Candidates {
    found(c, (finds, left), (c.len() > MANY, room), take)
}

/// `many`: whether meeting by a name or a door alone tells nothing where more than a few share it.
fn found(
    c: &Corpus,
    (finds, left): (&[bool], Side<'_>),
    (many, room): (bool, usize),
    mut take: impl FnMut(&mut Candidates),
) -> Candidates {
    let rows = c.len().min(MAX_ROWS);
    let mut keys = ByKey { attributes: (0..rows).map(|row| attributes(c, row)).collect(), ..ByKey::default() };
    let first_letters = first_letters(c, rows);
    let mut out = Candidates::default();
    let (mut pairs, mut spare) = (Vec::new(), Vec::new());
    let mut from = 0;
    loop {
        let mut met = Met::of(rows, from, room);
        let counts = keys.meet(c, finds, |a, b, rule, among| {
            if left.is_none_or(|left| left(a) != left(b)) {
                let (a, b) = (a.min(b), a.max(b));
                let weak = if many && among > RULES[rule].telling { WEAK } else { 0 };
                met.push(a, u64::from(a) << 35 | u64::from(b) << 6 | weak | rule as u64);
            }
        });
        let (unused, to) = (met.unused(), met.to);
        if from == 0 {
            out.counts = counts;
            if to >= rows {
                keys = ByKey::default();
                out.pairs.reserve(met.len / 2);
                out.rules.reserve(met.len / 2);
            }
        }
        for part in met.parts {
            pairs.clear();
            part.into_iter().for_each(|some| pairs.extend_from_slice(&some));
            sort_in_parts(&mut pairs, &mut spare, |pair| pair << unused, |pair| *pair);
            keep(&pairs, &first_letters, many, &mut out);
            take(&mut out);
        }
        if to >= rows {
            return out;
        }
        from = to;
    }
}

/// What goes through the keys of all rows, rule after rule.
#[derive(Default)]
struct ByKey {
    attributes: Vec<Attributes>,
    keys: Vec<(u64, u32)>,
    spare: Vec<(u64, u32)>,
    members: Vec<u64>,
    parts: Parts,
}

impl ByKey {
    /// Hands on every two rows that meet, with the rule and among how many. What it gives of each rule knows nothing of pairs.
    fn meet(&mut self, c: &Corpus, finds: &[bool], mut emit: impl FnMut(u32, u32, usize, usize)) -> Vec<RuleCount> {
        let Self { attributes, keys, spare, members, parts } = self;
        let rows = attributes.len();
        let mut counts = Vec::new();
        let mut twice = Twice::of(rows);
        for (rule, about) in RULES.iter().enumerate() {
            keys.clear();
            twice.clear();
            for row in 0..rows {
                each_key(c, finds, rule as u8, row, |hash| keys.push((hash, row as u32)));
            }
            // In a loop of its own, so that memory is asked for many at once.
            keys.iter().for_each(|(hash, _)| twice.add(*hash));
            let all = keys.len();
            // Nobody is found by a key that one record has.
            keys.retain(|(hash, _)| twice.has(*hash));
            let alone = all - keys.len();
            sort_in_parts(keys, spare, |(hash, _)| *hash, by_hash);
            keys.dedup();
            let mut count = RuleCount { keys: (alone + keys.len()) as u64, ..RuleCount::default() };
            let mut emit = |a: u32, b: u32, among: usize| emit(a, b, rule, among);
            for block in keys.chunk_by(|x, y| x.0 == y.0).filter(|b| b.len() > 1) {
                count.blocks += 1;
                members.clear();
                members.extend(block.iter().map(|(_, row)| u64::from(*row)));
                if members.len() <= about.limit {
                    all_pairs(members, &mut emit);
                } else {
                    count.split += 1;
                    split(members, attributes, about.limit, parts, &mut emit, &mut count.left);
                }
            }
            counts.push(count);
        }
        counts
    }
}

/// Keeps of the pairs of some rows, which are sorted, those that are worth comparing.
fn keep(pairs: &[u64], first_letters: &[u32], many: bool, out: &mut Candidates) {
    for same in pairs.chunk_by(|x, y| x >> 6 == y >> 6) {
        for rule in same.iter().map(|p| p & (WEAK - 1)) {
            if let Some(count) = out.counts.get_mut(rule as usize) {
                count.pairs += 1;
            }
        }
        let pair = same[0] >> 6;
        let (a, b) = ((pair >> 29) as u32, (pair & ((1 << 29) - 1)) as u32);
        let rules: u16 = same.iter().fold(0, |bits, p| bits | 1 << (p & (WEAK - 1)));
        if rules.is_power_of_two() {
            let strangers = many && rules == 1 << DOOR && {
                let (x, y) = (first_letters[a as usize], first_letters[b as usize]);
                x != 0 && y != 0 && x & y == 0
            };
            if strangers || same.iter().all(|p| p & WEAK != 0) {
                if let Some(count) = out.counts.get_mut(rules.trailing_zeros() as usize) {
                    count.passed += 1;
                }
                continue;
            }
        }
        out.pairs.push((a, b));
        out.rules.push(rules);
    }
}

/// Pairs as they are found, apart by their first rows: among a million rows many more meet than are worth comparing, and
/// sorted all at once they would stand in memory twice.
struct Met {
    /// By part: what was found, in pieces, so that nothing is moved for more to have room.
    parts: Vec<Vec<Vec<u64>>>,
    /// How many bits of a row tell its place in a part.
    shift: u32,
    /// The first rows of the pairs that are held: from here,
    from: usize,
    /// to before here. This comes nearer where there is no room for all.
    to: usize,
    len: usize,
    room: usize,
}

impl Met {
    /// Pairs of a piece: 32 KB.
    const PIECE: usize = 1 << 12;
    /// Bits of a row that tell its part, at most.
    const BITS: u32 = 7;
    /// Rows that one part holds at least.
    const ROWS: u32 = 1 << 12;

    /// Of pairs among so many rows, whose first is `from` or comes later.
    fn of(rows: usize, from: usize, room: usize) -> Self {
        let bits = usize::BITS - rows.leading_zeros();
        let shift = bits.saturating_sub(Self::BITS).max(Self::ROWS.trailing_zeros());
        Self { parts: vec![Vec::new(); (rows >> shift) + 1], shift, from, to: rows, len: 0, room }
    }

    /// Adds a pair, whose first row is `row`.
    #[inline]
    fn push(&mut self, row: u32, pair: u64) {
        let row = row as usize;
        if !(self.from..self.to).contains(&row) {
            return;
        }
        let part = &mut self.parts[row >> self.shift];
        match part.last_mut().filter(|piece| piece.len() < Self::PIECE) {
            Some(piece) => piece.push(pair),
            None => {
                // The first one grows: most parts of a small file have few.
                let mut piece = if part.is_empty() { Vec::new() } else { Vec::with_capacity(Self::PIECE) };
                piece.push(pair);
                part.push(piece);
            }
        }
        self.len += 1;
        if self.len > self.room {
            self.put_off();
        }
    }

    /// Leaves the last part to another time, unless it is the only one.
    #[cold]
    fn put_off(&mut self) {
        let to = (self.to - 1) >> self.shift << self.shift;
        if to > self.from {
            let last = std::mem::take(&mut self.parts[to >> self.shift]);
            self.len -= last.iter().map(Vec::len).sum::<usize>();
            self.to = to;
        }
    }

    /// How many of the upper bits of a pair are the same for all of a part.
    fn unused(&self) -> u32 {
        MAX_ROWS.trailing_zeros().saturating_sub(self.shift)
    }
}

/// Rows above which a pair must have more in common than a name or a door that a few share: among so many that is no sign
/// of one person, and these pairs are most of all.
pub const MANY: usize = 200_000;

/// Marks a pair that met among more than tell anything.
const WEAK: u64 = 1 << 5;
/// The rule of the door.
const DOOR: usize = 7;

/// By row: the letters that the words of its name begin with, a bit each.
fn first_letters(c: &Corpus, rows: usize) -> Vec<u32> {
    let letter = |id: &u32| 1 << (c.names.first[*id as usize] & 31);
    (0..rows).map(|row| c.words(row).iter().fold(0, |bits, id| bits | letter(id))).collect()
}

/// Every two of the rows, which stand in the lower half of each member.
fn all_pairs(members: &[u64], emit: &mut impl FnMut(u32, u32, usize)) {
    for (i, a) in members.iter().enumerate() {
        for b in &members[i + 1..] {
            emit(*a as u32, *b as u32, members.len());
        }
    }
}

/// Buffers of [`split`].
#[derive(Default)]
struct Parts {
    /// Of each member, side by side: rows of one block stand anywhere.
    of: Vec<Attributes>,
    one: Vec<u64>,
    two: Vec<u64>,
    group: Vec<u64>,
}

/// The members (by their places, in the lower half) that have an attribute, by its value, then by place: the value in the upper
/// half, the place in the lower. Places are in the order of rows.
fn by_attribute(members: impl Iterator<Item = u64>, of: &[Attributes], which: usize, out: &mut Vec<u64>) {
    out.clear();
    out.extend(members.filter_map(|member| {
        let place = member as u32;
        let value = of[place as usize][which];
        (value != 0).then(|| u64::from(value) << 32 | u64::from(place))
    }));
    out.sort_unstable();
}

/// The parts of a big block that share an attribute, or two.
fn split(
    members: &[u64],
    attributes: &[Attributes],
    limit: usize,
    parts: &mut Parts,
    emit: &mut impl FnMut(u32, u32, usize),
    left: &mut u64,
) {
    let Parts { of, one, two, group: rows } = parts;
    of.clear();
    of.extend(members.iter().map(|member| attributes[*member as u32 as usize]));
    let mut pairs = |group: &[u64]| {
        if group.len() > 1 {
            rows.clear();
            rows.extend(group.iter().map(|place| members[*place as u32 as usize]));
            all_pairs(rows, emit);
        }
    };
    for first in 0..ATTRIBUTES {
        by_attribute(0..members.len() as u64, of, first, one);
        for group in one.chunk_by(|a, b| a >> 32 == b >> 32) {
            if group.len() <= limit {
                pairs(group);
                continue;
            }
            for second in first + 1..ATTRIBUTES {
                by_attribute(group.iter().copied(), of, second, two);
                for group in two.chunk_by(|a, b| a >> 32 == b >> 32) {
                    if group.len() <= limit {
                        pairs(group);
                    } else {
                        *left += (group.len() * (group.len() - 1) / 2) as u64;
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::Part;
    use crate::record::Features;
    use crate::shape::{Role, Shape};

    #[test]
    fn among_many_a_name_that_ten_bear_brings_nobody_together_but_a_line_does() {
        let shape = Shape { columns: vec![(0, Role::Name(Part::Unknown)), (1, Role::Phone)], custom: vec![] };
        let mut corpus = Corpus::new(shape.clone());
        for row in 0..10 {
            // Two of them are on one line.
            let cells = ["Gulnar Pestonji".to_owned(), format!("+91 98201{:05}", 1000 * (row.max(1)))];
            corpus.push(&Features::of(&shape, |column| &cells[column]), &mut String::new());
        }
        let found = |many| found(&corpus, (&[], None), (many, usize::MAX), |_| {});
        let all = found(false);
        assert_eq!(all.pairs.len(), 45);
        let few = found(true);
        assert_eq!(few.pairs, [(0, 1)]);
        assert_eq!(few.counts.iter().map(|c| c.passed).sum::<u64>(), 44, "what is not compared is counted");
    }

    #[test]
    fn without_room_for_all_pairs_the_same_are_found_in_parts() {
        let shape = Shape { columns: vec![(0, Role::Name(Part::Unknown)), (1, Role::Phone)], custom: vec![] };
        let mut corpus = Corpus::new(shape.clone());
        for row in 0..30_000_u64 {
            let draw = crate::text::mix(row);
            let name = format!("{}a {}o", ["Gulnar", "Rustom", "Leela"][draw as usize % 3], draw % 4_001);
            let cells = [name, format!("+91 98201{:05}", draw % 17_001)];
            corpus.push(&Features::of(&shape, |column| &cells[column]), &mut String::new());
        }
        for many in [false, true] {
            let whole = found(&corpus, (&[], None), (many, usize::MAX), |_| {});
            assert!(whole.pairs.len() > 10_000 && whole.pairs.is_sorted());
            // With room for none, or for fewer than one part has, a part is held at a time.
            for room in [0, 1_000, whole.pairs.len() / 2] {
                let (mut parts, mut taken) = (0, Candidates::default());
                let rest = found(&corpus, (&[], None), (many, room), |some| {
                    parts += usize::from(!some.pairs.is_empty());
                    taken.pairs.append(&mut some.pairs);
                    taken.rules.append(&mut some.rules);
                });
                assert!(rest.pairs.is_empty() && parts > 1);
                assert_eq!((taken.pairs, taken.rules), (whole.pairs.clone(), whole.rules.clone()));
                assert_eq!(rest.counts, whole.counts);
            }
        }
    }
}
