//! Whom many rows meet in the graph, found for all of them together: each key is looked up once and in the order in which the
//! index has them, each person is read once and with the neighbours, and both are shared between threads. What is found
//! depends neither on how many there are nor on how the rows are taken together.

use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use contracts::EntityId;
use identity::blocking::{Attributes, Block, Keys, RULES};
use store::{IdentityStand, Reader, Store};

use crate::error::Failure;
use crate::matching::prospects::Prospects;

/// Members of blocks that are held at once, and people: some 12 and 60 MB. Rows that ask for more are halved.
const MEMBERS: usize = 3_000_000;
const PEOPLE: usize = 1_200_000;
/// Numbers of people are given one after the other: one beyond belongs to a graph that nobody has.
const LAST: u32 = 1 << 30;
/// Keys of one thread from which on members of about so many are expected.
const MANY: usize = 4_000;
/// Rows taken together at most, for the place of one to fit beside that of a person and a rule.
const ROWS: usize = 1 << 24;

/// A person's id and what splits big blocks; none where a key led to nobody.
type Person = Option<(EntityId, Attributes)>;

/// Local keys of people, and each one's place among them.
#[derive(Default)]
struct Places {
    bits: Vec<u64>,
    before: Vec<u32>,
}

impl Places {
    /// Of all members of some lists; none where a number is out of bounds.
    fn of<'a>(members: impl Iterator<Item = &'a u32>) -> Option<Self> {
        let mut bits: Vec<u64> = Vec::new();
        for person in members {
            if *person >= LAST {
                return None;
            }
            let word = (person / 64) as usize;
            if bits.len() <= word {
                bits.resize(word + 1, 0);
            }
            if let Some(bits) = bits.get_mut(word) {
                *bits |= 1 << (person % 64);
            }
        }
        let mut sum = 0;
        let before = bits
            .iter()
            .map(|word| {
                let before = sum;
                sum += word.count_ones();
                before
            })
            .collect();
        Some(Self { bits, before })
    }

    fn len(&self) -> usize {
        let last = self.before.last().zip(self.bits.last());
        last.map_or(0, |(before, word)| (before + word.count_ones()) as usize)
    }

    fn place(&self, person: u32) -> Option<usize> {
        let word = person as usize / 64;
        let (bits, before) = (self.bits.get(word)?, self.before.get(word)?);
        let bit = 1u64 << (person % 64);
        (bits & bit != 0).then(|| (before + (bits & (bit - 1)).count_ones()) as usize)
    }

    /// The keys themselves, rising.
    fn all(&self) -> Vec<u32> {
        let mut out = Vec::with_capacity(self.len());
        for (at, word) in self.bits.iter().enumerate() {
            let mut left = *word;
            while left != 0 {
                out.push(at as u32 * 64 + left.trailing_zeros());
                left &= left - 1;
            }
        }
        out
    }
}

/// People who were read for some rows, kept for those that come next.
#[derive(Default)]
pub(crate) struct Neighbours {
    stand: Option<IdentityStand>,
    places: Places,
    people: Vec<Person>,
}

/// Whom rows meet.
pub(crate) struct Met {
    /// The state of the graph in which that was found.
    pub stand: IdentityStand,
    /// By row: who shares a key and has a prospect, by id, and the rules.
    pub rows: Vec<RowMet>,
}

/// Whom one row meets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct RowMet {
    /// By id, with the rules.
    pub people: Vec<(EntityId, u16)>,
    /// How many have no prospect.
    pub without_prospect: u64,
    /// Meetings in blocks too big to be looked through.
    pub left: u64,
}

/// Who is asked for by which key.
#[derive(Clone, Copy)]
struct Asked {
    hash: i64,
    row: u32,
    rule: u8,
}

/// The members of a run of keys, as one thread has read them.
struct Lists {
    stand: IdentityStand,
    /// By key: its part of `members`; none: too many.
    parts: Vec<Option<Range<usize>>>,
    members: Vec<u32>,
}

/// Finds whom rows with these keys meet. `limit`: members from which a block is not looked through. None where the graph
/// changed meanwhile; whoever asks then has to look by themselves.
pub(crate) fn met(
    store: &Store,
    (prospects, limit): (&Prospects, usize),
    rows: &[Keys],
    threads: usize,
    before: &mut Neighbours,
) -> Result<Option<Met>, Failure> {
    let found =
        if rows.len() < ROWS { at_once(store, (prospects, limit), rows, threads, before)? } else { Found::TooMuch };
    match found {
        Found::Met(met) => Ok(Some(met)),
        Found::Changed => Ok(None),
        Found::TooMuch if rows.len() < 2 => Ok(None),
        Found::TooMuch => {
            let (one, other) = rows.split_at(rows.len() / 2);
            let Some(mut met_by_one) = met(store, (prospects, limit), one, threads, before)? else { return Ok(None) };
            let Some(met_by_other) = met(store, (prospects, limit), other, threads, before)? else { return Ok(None) };
            if met_by_one.stand != met_by_other.stand {
                return Ok(None);
            }
            met_by_one.rows.extend(met_by_other.rows);
            Ok(Some(met_by_one))
        }
    }
}

enum Found {
    Met(Met),
    Changed,
    TooMuch,
}

fn at_once(
    store: &Store,
    (prospects, limit): (&Prospects, usize),
    rows: &[Keys],
    threads: usize,
    before: &mut Neighbours,
) -> Result<Found, Failure> {
    let mut asked: Vec<Asked> = Vec::new();
    for (row, keys) in rows.iter().enumerate() {
        asked.extend(keys.keys.iter().map(|key| Asked {
            hash: key.hash.cast_signed(),
            row: row as u32,
            rule: key.rule,
        }));
    }
    asked.sort_unstable_by_key(|a| (a.hash, a.row, a.rule));
    let groups: Vec<&[Asked]> = asked.chunk_by(|a, b| a.hash == b.hash).collect();
    let parts: Vec<&[&[Asked]]> = groups.chunks(groups.len().div_ceil(threads.max(1)).max(1)).collect();

    let lists = on_threads(&parts, |groups| store.read_through(|r| lists_of(r, groups, limit)))?;
    let members = lists.iter().map(|l| l.members.len()).sum::<usize>();
    let Some(stand) = common(lists.iter().map(|l| l.stand)) else {
        return if lists.is_empty() { nobody(store, rows) } else { Ok(Found::Changed) };
    };
    if members > MEMBERS {
        return Ok(Found::TooMuch);
    }
    let Some(places) = Places::of(lists.iter().flat_map(|l| &l.members)) else { return Ok(Found::Changed) };
    if places.len() > PEOPLE {
        return Ok(Found::TooMuch);
    }

    let wanted = places.all();
    let known = std::mem::take(before);
    let known = if known.stand == Some(stand) { known } else { Neighbours::default() };
    let mut people: Vec<Person> = vec![None; wanted.len()];
    let each = wanted.len().div_ceil(threads.max(1)).max(1);
    let runs: Vec<(&[u32], Mutex<&mut [Person]>)> =
        wanted.chunks(each).zip(people.chunks_mut(each).map(Mutex::new)).collect();
    let stands = on_threads(&runs, |(wanted, people)| {
        let mut people = people.lock().unwrap_or_else(PoisonError::into_inner);
        store.read_through(|r| people_of(r, wanted, &known, &mut people))
    })?;
    drop((runs, known));
    drop(wanted);
    if stands.iter().any(|stands| *stands != stand) {
        return Ok(Found::Changed);
    }

    let pairs: Vec<(&[&[Asked]], Lists)> = parts.into_iter().zip(lists).collect();
    let meetings = on_threads(&pairs, |(groups, lists)| Ok(meetings_of(groups, lists, rows, (&places, &people))))?;
    drop(pairs);
    let each = rows.len().div_ceil(threads.max(1)).max(1);
    let ranges: Vec<Range<usize>> =
        (0..rows.len()).step_by(each).map(|from| from..(from + each).min(rows.len())).collect();
    let found = on_threads(&ranges, |range| Ok(rows_of(range.clone(), &meetings, rows, prospects, &people)))?;
    let mut found: Vec<RowMet> = found.into_iter().flatten().collect();
    for row in meetings.iter().flat_map(|m| &m.left) {
        if let Some(of) = found.get_mut(*row as usize) {
            of.left += limit as u64;
        }
    }
    *before = Neighbours { stand: Some(stand), places, people };
    Ok(Found::Met(Met { stand, rows: found }))
}

/// Rows without any key meet nobody.
fn nobody(store: &Store, rows: &[Keys]) -> Result<Found, Failure> {
    let stand = store.read(|r| Ok::<_, Failure>(r.identity_stand()?))?;
    Ok(Found::Met(Met { stand, rows: vec![RowMet::default(); rows.len()] }))
}

fn common(mut stands: impl Iterator<Item = IdentityStand>) -> Option<IdentityStand> {
    let first = stands.next()?;
    (first.is_whole() && stands.all(|other| other == first)).then_some(first)
}

/// Does a part of some work on each thread; what they make comes in the order of the parts.
pub(crate) fn on_threads<P: Sync, T: Send>(
    parts: &[P],
    work: impl Fn(&P) -> Result<T, Failure> + Sync,
) -> Result<Vec<T>, Failure> {
    let Some((first, others)) = parts.split_first() else { return Ok(Vec::new()) };
    std::thread::scope(|scope| {
        let work = &work;
        let others: Vec<_> = others.iter().map(|part| scope.spawn(move || work(part))).collect();
        let mut out = vec![work(first)?];
        for other in others {
            out.push(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?);
        }
        Ok(out)
    })
}

fn lists_of(r: &Reader<'_>, groups: &[&[Asked]], limit: usize) -> Result<Lists, Failure> {
    let stand = r.identity_stand()?;
    let hashes: Vec<i64> = groups.iter().filter_map(|group| group.first()).map(|asked| asked.hash).collect();
    // Room that is not used is never touched, and what grows is moved.
    let members = Vec::with_capacity(if groups.len() > MANY { MEMBERS } else { 0 });
    let mut lists = Lists { stand, parts: Vec::with_capacity(hashes.len()), members };
    let mut from = 0;
    let parts = &mut lists.parts;
    let kept = |person: i64| u32::try_from(person).unwrap_or(u32::MAX);
    r.identity_having_each(&hashes, limit, &mut lists.members, kept, |members| {
        if members.len() - from >= limit {
            members.truncate(from);
            parts.push(None);
        } else {
            parts.push(Some(from..members.len()));
        }
        from = members.len();
        // Whoever has more is not read at all: what is asked for then is halved.
        from <= MEMBERS
    })?;
    Ok(lists)
}

/// Those who are wanted, rising, as they are known or read now.
fn people_of(r: &Reader<'_>, wanted: &[u32], known: &Neighbours, out: &mut [Person]) -> Result<IdentityStand, Failure> {
    let stand = r.identity_stand()?;
    if known.people.is_empty() {
        r.identity_members_among(wanted, |nth, id, attributes| {
            if let Some(to) = out.get_mut(nth) {
                *to = Some((id, attributes));
            }
        })?;
        return Ok(stand);
    }
    let mut missing: Vec<u32> = Vec::new();
    let mut places: Vec<u32> = Vec::new();
    for (at, person) in wanted.iter().enumerate() {
        match known.places.place(*person) {
            Some(place) => {
                if let Some(to) = out.get_mut(at) {
                    *to = known.people.get(place).copied().flatten();
                }
            }
            None => {
                missing.push(*person);
                places.push(at as u32);
            }
        }
    }
    r.identity_members_among(&missing, |nth, id, attributes| {
        if let Some(to) = places.get(nth).and_then(|at| out.get_mut(*at as usize)) {
            *to = Some((id, attributes));
        }
    })?;
    Ok(stand)
}

/// Who meets whom by a run of keys.
struct Meetings {
    /// Row, place of the person, rule: packed so that they sort by row and person.
    packed: Vec<u64>,
    /// Rows whose key too many have, once for each.
    left: Vec<u32>,
}

const RULE_BITS: u32 = 4;
const PLACE_BITS: u32 = 30;

fn pack(row: u32, place: u32, rule: u8) -> u64 {
    u64::from(row) << (PLACE_BITS + RULE_BITS) | u64::from(place) << RULE_BITS | u64::from(rule)
}

fn meetings_of(groups: &[&[Asked]], lists: &Lists, rows: &[Keys], (places, people): (&Places, &[Person])) -> Meetings {
    let mut out = Meetings { packed: Vec::new(), left: Vec::new() };
    let mut there: Vec<u32> = Vec::new();
    for (group, part) in groups.iter().zip(&lists.parts) {
        let Some(members) = part.clone().and_then(|part| lists.members.get(part)) else {
            out.left.extend(group.iter().map(|asked| asked.row));
            continue;
        };
        there.clear();
        for place in members.iter().filter_map(|person| places.place(*person)) {
            if people.get(place).is_some_and(Option::is_some) {
                there.push(place as u32);
            }
        }
        let mut block: Option<Block> = None;
        for asked in *group {
            if RULES.get(usize::from(asked.rule)).is_some_and(|rule| there.len() < rule.limit) {
                out.packed.extend(there.iter().map(|place| pack(asked.row, *place, asked.rule)));
                continue;
            }
            let block = block.get_or_insert_with(|| {
                // What none of the rows has splits the block for none of them.
                let mut shown = Attributes::default();
                for keys in group.iter().filter_map(|asked| rows.get(asked.row as usize)) {
                    shown.iter_mut().zip(keys.attributes).for_each(|(shown, has)| *shown |= has);
                }
                let members = there.iter().filter_map(|place| people.get(*place as usize)?.as_ref());
                Block::of_shown(there.len(), members.map(|(_, attributes)| attributes), &shown)
            });
            let Some(keys) = rows.get(asked.row as usize) else { continue };
            let found = block.partners(asked.rule, &keys.attributes, None);
            let found = found.into_iter().filter_map(|place| there.get(place));
            out.packed.extend(found.map(|place| pack(asked.row, *place, asked.rule)));
        }
    }
    out.packed.sort_unstable();
    out
}

/// Of each row of a range: whom it meets and whether that could matter.
fn rows_of(
    range: Range<usize>,
    meetings: &[Meetings],
    rows: &[Keys],
    prospects: &Prospects,
    people: &[Person],
) -> Vec<RowMet> {
    let begin = pack(range.start as u32, 0, 0);
    let mut left: Vec<&[u64]> = meetings
        .iter()
        .map(|m| m.packed.get(m.packed.partition_point(|at| *at < begin)..).unwrap_or_default())
        .collect();
    let mut of_row: Vec<u64> = Vec::new();
    range
        .filter_map(|row| Some((row, rows.get(row)?)))
        .map(|(row, keys)| {
            let end = pack(row as u32 + 1, 0, 0);
            of_row.clear();
            for part in &mut left {
                let (now, later) = part.split_at(part.partition_point(|at| *at < end));
                of_row.extend_from_slice(now);
                *part = later;
            }
            of_row.sort_unstable();
            let mut out = RowMet::default();
            for same in of_row.chunk_by(|a, b| a >> RULE_BITS == b >> RULE_BITS) {
                let rules = same.iter().fold(0u16, |rules, at| rules | 1 << (at & ((1 << RULE_BITS) - 1)));
                let place = same.first().map_or(0, |at| at >> RULE_BITS & ((1 << PLACE_BITS) - 1));
                let Some((id, attributes)) = people.get(place as usize).and_then(Option::as_ref) else { continue };
                if prospects.is_worth_weighing(rules, &keys.attributes, attributes) {
                    out.people.push((*id, rules));
                } else {
                    out.without_prospect += 1;
                }
            }
            out.people.sort_unstable_by_key(|(id, _)| id.0.as_u128());
            out
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use identity::blocking::Key;
    use store::PersonKeys;

    use super::*;
    use crate::SystemHost;
    use crate::matching::blocks::Blocks;
    use crate::matching::model::{Weights, counts_of};

    /// Numbers that are the same each time.
    fn draws(seed: &mut u64) -> u64 {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        *seed >> 33
    }

    /// A few keys that many have, some of nobody, and attributes of few values so that big blocks are split.
    fn made(seed: &mut u64, keys: u64) -> Keys {
        let all = (0..draws(seed) % 6).map(|_| {
            let hash = draws(seed) % keys;
            Key { rule: (hash % RULES.len() as u64) as u8, hash: hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) }
        });
        let mut all: Vec<Key> = all.collect();
        all.sort_unstable();
        all.dedup();
        Keys { keys: all, attributes: std::array::from_fn(|_| (draws(seed) % 5) as u32) }
    }

    /// As a plan finds it that looks row by row.
    fn one_by_one(r: &Reader<'_>, prospects: &Prospects, limit: usize, rows: &[Keys]) -> Vec<RowMet> {
        let mut blocks = Blocks::default();
        let mut out = Vec::new();
        for keys in rows {
            let mut row = RowMet::default();
            let mut all: BTreeMap<EntityId, (u16, Attributes)> = BTreeMap::new();
            for key in &keys.keys {
                let Some(members) = blocks.of(r, key.hash, limit).expect("a block") else {
                    row.left += limit as u64;
                    continue;
                };
                for (id, attributes) in members.partners(key.rule, &keys.attributes, None) {
                    all.entry(id).or_insert((0, attributes)).0 |= 1 << key.rule;
                }
            }
            for (id, (rules, attributes)) in all {
                match prospects.is_worth_weighing(rules, &keys.attributes, &attributes) {
                    true => row.people.push((id, rules)),
                    false => row.without_prospect += 1,
                }
            }
            out.push(row);
        }
        out
    }

    #[test]
    fn rows_meet_whom_each_would_meet_alone_on_however_many_threads() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open(folder.path(), &SystemHost).expect("a store");
        let mut seed = 7;
        let people: Vec<Keys> = (0..3000).map(|_| made(&mut seed, 60)).collect();
        store
            .write(&SystemHost, |tx| {
                tx.identity_restart("of a test")?;
                for keys in &people {
                    let mut hashes: Vec<u64> = keys.keys.iter().map(|key| key.hash).collect();
                    hashes.sort_unstable();
                    let id = EntityId(tx.new_id());
                    tx.identity_store(id, Some(&PersonKeys { hashes, attributes: keys.attributes }))?;
                }
                Ok::<_, Failure>(())
            })
            .expect("people");
        let prospects = Prospects::of(&Weights::of(counts_of([].iter()), 100_000, None));
        let rows: Vec<Keys> = (0..200).map(|_| made(&mut seed, 70)).collect();
        for limit in [150, 5000] {
            let alone = store.read(|r| Ok::<_, Failure>(one_by_one(r, &prospects, limit, &rows))).expect("rows");
            assert!(alone.iter().any(|row| !row.people.is_empty()), "somebody is met");
            assert_eq!(alone.iter().any(|row| row.left > 0), limit == 150);
            for threads in [1, 2, 3, 64] {
                // Those who were read for the rows before are not read again.
                let mut before = Neighbours::default();
                let found: Vec<RowMet> = [&rows[..120], &rows[120..]]
                    .into_iter()
                    .flat_map(|rows| {
                        let met = met(&store, (&prospects, limit), rows, threads, &mut before);
                        met.expect("read").expect("nothing changed meanwhile").rows
                    })
                    .collect();
                assert_eq!(found, alone, "{threads} threads");
            }
        }
    }
}
