//! The rows of a file by their blocking keys: a few bytes a key, whatever the file's size.
//!
//! A block up to its rule's limit is compared as a whole. A bigger one is split by an attribute, and a part that is still
//! too big by a second one, as [`identity::blocking::partners`] has it. Blocks only grow: one that is full finds nobody
//! any more, so nothing more is kept of it.

use identity::blocking::{ATTRIBUTES, Attributes, Keys, RULES};

use crate::matching::prospects::{Told, told};

/// How often a block is split.
const DEPTH: usize = 2;

/// Rows by key.
#[derive(Default)]
pub(crate) struct Blocks {
    /// The upper half of a key's hash and the member's place plus one; 0 where nothing is.
    slots: Vec<(u32, u32)>,
    used: usize,
    /// By member.
    attributes: Vec<Attributes>,
    rows: Vec<u32>,
    told: Vec<Told>,
}

/// What looking for the partners of a row gave.
#[derive(Default)]
pub(crate) struct Partners {
    /// Member and rule of each meeting; some come several times.
    pub met: Vec<(u32, u8)>,
    /// Meetings in parts that are too big even after the second split, left to other rules.
    pub left: u64,
}

#[derive(Clone, Copy)]
struct Place {
    hash: u64,
    depth: usize,
    /// The first attribute that may split it.
    from: usize,
    limit: usize,
}

impl Place {
    fn of(rule: u8, hash: u64) -> Self {
        Self { hash, depth: 0, from: 0, limit: RULES.get(usize::from(rule)).map_or(0, |r| r.limit) }
    }

    /// The parts of a block in which somebody with these attributes stands.
    fn parts(self, attributes: &Attributes) -> impl Iterator<Item = Self> + use<> {
        let attributes = *attributes;
        let first = if self.depth < DEPTH { self.from } else { ATTRIBUTES };
        (first..ATTRIBUTES).filter_map(move |at| {
            let value = attributes.get(at).copied().filter(|v| *v != 0)?;
            let hash = identity::text::mix(self.hash ^ ((u64::from(value) << 8) | (at as u64 + 1)));
            Some(Self { hash, depth: self.depth + 1, from: at + 1, limit: self.limit })
        })
    }
}

impl Blocks {
    /// Members of a block, in the order in which they came.
    fn members(&self, hash: u64, into: &mut Vec<u32>) {
        into.clear();
        let (tag, mut at) = self.start(hash);
        while let Some((found, member)) = self.slots.get(at).filter(|slot| slot.1 != 0) {
            if *found == tag {
                into.push(member - 1);
            }
            at = self.next(at);
        }
    }

    fn start(&self, hash: u64) -> (u32, usize) {
        let tag = (hash >> 32) as u32;
        (tag, self.home(tag))
    }

    fn home(&self, tag: u32) -> usize {
        let spread = u64::from(tag).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 20;
        spread as usize & self.slots.len().wrapping_sub(1)
    }

    fn next(&self, at: usize) -> usize {
        (at + 1) & self.slots.len().wrapping_sub(1)
    }

    fn put(&mut self, hash: u64, member: u32) {
        if self.slots.len() < 64 || self.used * 10 > self.slots.len() * 7 {
            self.grow();
        }
        let (tag, at) = self.start(hash);
        self.place(tag, member + 1, at);
        self.used += 1;
    }

    fn place(&mut self, tag: u32, value: u32, mut at: usize) {
        while self.slots.get(at).is_some_and(|slot| slot.1 != 0) {
            at = self.next(at);
        }
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = (tag, value);
        }
    }

    fn grow(&mut self) {
        let wanted = (self.slots.len() * 2).max(64);
        let old = std::mem::replace(&mut self.slots, vec![(0, 0); wanted]);
        // Members of one block must keep their order: from the first slot after an empty one on.
        let begin = old.iter().position(|slot| slot.1 == 0).unwrap_or(0);
        let (head, tail) = old.split_at(begin);
        for (tag, value) in tail.iter().chain(head).filter(|slot| slot.1 != 0) {
            let at = self.home(*tag);
            self.place(*tag, *value, at);
        }
    }

    /// Rows that share a key with somebody.
    pub(crate) fn partners(&self, keys: &Keys) -> Partners {
        let mut out = Partners::default();
        let mut members = Vec::new();
        let mut open = Vec::new();
        for key in &keys.keys {
            open.push(Place::of(key.rule, key.hash));
            while let Some(place) = open.pop() {
                self.members(place.hash, &mut members);
                if members.len() < place.limit {
                    out.met.extend(members.iter().map(|m| (*m, key.rule)));
                } else if place.depth < DEPTH {
                    open.extend(place.parts(&keys.attributes));
                } else {
                    out.left += members.len() as u64;
                }
            }
        }
        out
    }

    /// The row that a member is, its attributes and what it tells beside them.
    pub(crate) fn member(&self, member: u32) -> Option<(u32, &Attributes, Told)> {
        let at = member as usize;
        Some((*self.rows.get(at)?, self.attributes.get(at)?, *self.told.get(at)?))
    }

    /// Adds a row.
    pub(crate) fn insert(&mut self, row: u32, keys: &Keys) {
        let member = self.rows.len() as u32;
        self.rows.push(row);
        self.attributes.push(keys.attributes);
        self.told.push(told(keys));
        let mut members = Vec::new();
        for key in &keys.keys {
            let mut open = vec![(Place::of(key.rule, key.hash), member)];
            while let Some((place, who)) = open.pop() {
                self.members(place.hash, &mut members);
                if members.len() < place.limit {
                    self.put(place.hash, who);
                    if members.len() + 1 < place.limit {
                        continue;
                    }
                    // It is full: from now on only its parts find anybody, and these hold whoever came before, too. The
                    // last one taken is the first who came.
                    members.push(who);
                    for member in members.iter().rev() {
                        let of = self.attributes.get(*member as usize).copied().unwrap_or_default();
                        open.extend(place.parts(&of).map(|part| (part, *member)));
                    }
                } else {
                    let of = self.attributes.get(who as usize).copied().unwrap_or_default();
                    open.extend(place.parts(&of).map(|part| (part, who)));
                }
            }
        }
    }

    /// Bytes that it takes.
    #[cfg(test)]
    fn bytes(&self) -> usize {
        self.slots.capacity() * 8 + self.rows.capacity() * 4 + self.attributes.capacity() * 32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use identity::blocking::{Key, partners};
    use proptest::prelude::*;
    use std::collections::{BTreeMap, BTreeSet};

    fn keys(of: &[(u8, u64)], attributes: Attributes) -> Keys {
        let mut keys: Vec<Key> = of
            .iter()
            .map(|(rule, n)| Key { rule: *rule, hash: identity::text::mix(n << 8 | u64::from(*rule)) })
            .collect();
        keys.sort_unstable();
        keys.dedup();
        Keys { keys, attributes }
    }

    proptest! {
        /// Whatever comes in whatever order: a row meets exactly those that the engine's own rule for blocks has it meet.
        #[test]
        fn a_row_meets_whom_the_engine_has_it_meet(
            rows in prop::collection::vec(
                (prop::collection::vec((0u8..12, 0u64..2), 1..3), prop::array::uniform8(0u32..4)), 1..120
            )
        ) {
            let mut blocks = Blocks::default();
            let mut plain: BTreeMap<Key, Vec<(u32, Attributes)>> = BTreeMap::new();
            for (row, (of, attributes)) in rows.iter().enumerate() {
                let (row, keys) = (row as u32, keys(of, *attributes));
                let found: BTreeSet<(u32, u8)> = blocks.partners(&keys).met.into_iter().collect();
                let mut expected = BTreeSet::new();
                for key in &keys.keys {
                    let members = plain.entry(*key).or_default();
                    expected.extend(partners(key.rule, members, attributes).into_iter().map(|r| (r, key.rule)));
                    members.push((row, *attributes));
                }
                prop_assert_eq!(found, expected);
                blocks.insert(row, &keys);
            }
        }
    }

    #[test]
    fn a_key_costs_few_bytes() {
        let mut blocks = Blocks::default();
        for row in 0..20_000u32 {
            let of: Vec<(u8, u64)> = (0..10).map(|rule| (rule, u64::from(row / 2))).collect();
            blocks.insert(row, &keys(&of, [row, 1, 0, 0, 2, 3, 0, 0]));
        }
        assert!(blocks.bytes() < 20_000 * 300, "{} bytes a row", blocks.bytes() / 20_000);
    }

    #[test]
    fn many_alike_rows_do_not_meet_each_other_all() {
        let mut blocks = Blocks::default();
        let alike = keys(&[(3, 7), (10, 7)], [5; ATTRIBUTES]);
        let mut met = 0;
        for row in 0..5_000 {
            met += blocks.partners(&alike).met.len();
            blocks.insert(row, &alike);
        }
        assert!(met < 5_000 * 40, "{met} meetings");
        assert!(blocks.partners(&alike).left > 0, "what is left out is told");
    }
}
