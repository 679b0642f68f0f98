//! Finding candidates: keys that records share, and what becomes of keys that too many share.

mod bulk;
mod keys;

pub use bulk::{Candidates, RuleCount, Side, candidates, candidates_in_parts};
pub use keys::{Keys, RULES, Rule, keys_of};

use serde::{Deserialize, Serialize};

/// Attributes on which a big block is split further: city, birth year, company, postal code, two words of the name,
/// initial, door.
pub const ATTRIBUTES: usize = 8;

/// What a key's entry in an index holds beside the record, so that a big block can be split without reading its members.
pub type Attributes = [u32; ATTRIBUTES];

/// One key of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Key {
    /// Index into [`RULES`].
    pub rule: u8,
    /// The key itself.
    pub hash: u64,
}

/// Which members of a block a newcomer is compared with. `members`: those already there, with their attributes.
///
/// A block up to its rule's limit is compared as a whole. Of a bigger one, those are compared that share an attribute whose
/// part of the block is small enough, or two of them. Whatever a bulk run compares is found this way too, because blocks
/// only grow.
#[must_use]
pub fn partners<T: Copy>(rule: u8, members: &[(T, Attributes)], newcomer: &Attributes) -> Vec<T> {
    let of = |place: usize, attribute: usize| {
        members.get(place).and_then(|(_, of)| of.get(attribute)).copied().unwrap_or_default()
    };
    let places = places(rule, members.len(), of, newcomer, None);
    places.into_iter().filter_map(|place| members.get(place)).map(|(id, _)| *id).collect()
}

/// A block that many are compared with: its attributes by their kind, so that what a newcomer shares with thousands is found
/// without going from one of them to the next.
#[derive(Clone, Debug, Default)]
pub struct Block {
    by_kind: [Vec<u32>; ATTRIBUTES],
    len: usize,
}

impl Block {
    /// An empty one with room for so many members.
    #[must_use]
    pub fn with_capacity(members: usize) -> Self {
        Self { by_kind: std::array::from_fn(|_| Vec::with_capacity(members)), len: 0 }
    }

    /// Adds a member behind those that are there.
    pub fn push(&mut self, attributes: &Attributes) {
        self.by_kind.iter_mut().zip(attributes).for_each(|(of, attribute)| of.push(*attribute));
        self.len += 1;
    }

    /// Members, at most `room`, with those kinds of attributes alone of which `shown` has any: [`Block::partners`] finds the
    /// same for newcomers who have no others.
    #[must_use]
    pub fn of_shown<'a>(room: usize, members: impl Iterator<Item = &'a Attributes>, shown: &Attributes) -> Self {
        let mut block = Self::default();
        let mut kinds: Vec<(usize, Vec<u32>)> = shown
            .iter()
            .enumerate()
            .filter(|(_, any)| **any != 0)
            .map(|(at, _)| (at, Vec::with_capacity(room)))
            .collect();
        for attributes in members {
            for (at, of) in &mut kinds {
                of.push(attributes.get(*at).copied().unwrap_or_default());
            }
            block.len += 1;
        }
        for (at, of) in kinds {
            if let Some(kind) = block.by_kind.get_mut(at) {
                *kind = of;
            }
        }
        block
    }

    /// How many members there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether nobody is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The attributes of a member, counted from 0; none at all where there is no such member.
    #[must_use]
    pub fn attributes(&self, place: usize) -> Attributes {
        let mut out = Attributes::default();
        out.iter_mut().zip(&self.by_kind).for_each(|(to, of)| *to = of.get(place).copied().unwrap_or_default());
        out
    }

    /// As [`partners`]: the places of members, rising. `without`: a member who is not looked at, the newcomer itself.
    #[must_use]
    pub fn partners(&self, rule: u8, newcomer: &Attributes, without: Option<usize>) -> Vec<usize> {
        let of = |place: usize, attribute: usize| {
            self.by_kind.get(attribute).and_then(|of| of.get(place)).copied().unwrap_or_default()
        };
        // Most of what a newcomer has nobody of the block has as well, and that is counted faster than collected.
        let mut shared = *newcomer;
        for (value, of) in shared.iter_mut().zip(&self.by_kind) {
            if *value != 0 && of.iter().filter(|other| *other == value).count() == 0 {
                *value = 0;
            }
        }
        places(rule, self.len, of, &shared, without)
    }
}

/// The places of partners among `len` members; `of`: an attribute of a member.
fn places(
    rule: u8,
    len: usize,
    of: impl Fn(usize, usize) -> u32,
    newcomer: &Attributes,
    without: Option<usize>,
) -> Vec<usize> {
    let limit = RULES.get(usize::from(rule)).map_or(0, |r| r.limit);
    let others = (0..len).filter(|place| Some(*place) != without);
    if len - usize::from(without.is_some_and(|place| place < len)) < limit {
        return others.collect();
    }
    let shared: Vec<(usize, u32)> = newcomer.iter().copied().enumerate().filter(|(_, value)| *value != 0).collect();
    let mut found = Vec::new();
    for (nth, (first, value)) in shared.iter().enumerate() {
        let part: Vec<usize> = others.clone().filter(|place| of(*place, *first) == *value).collect();
        if part.len() < limit {
            found.extend(part);
            continue;
        }
        for (second, value) in shared.iter().skip(nth + 1) {
            let both: Vec<usize> = part.iter().copied().filter(|place| of(*place, *second) == *value).collect();
            if both.len() < limit {
                found.extend(both);
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_newcomer_has_need_not_be_known_of_the_members() {
        let mut seed = 3_u64;
        let mut draw = |below: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % below
        };
        for size in [0, 5, 40, 300] {
            let members: Vec<Attributes> =
                (0..size).map(|_| std::array::from_fn(|at| draw(2 + 9 * at as u64) as u32)).collect();
            let mut whole = Block::with_capacity(members.len());
            members.iter().for_each(|member| whole.push(member));
            for _ in 0..50 {
                let newcomer: Attributes = std::array::from_fn(|_| if draw(2) == 0 { 0 } else { draw(8) as u32 });
                let mut shown = newcomer;
                // Another newcomer of the same block may have more.
                shown[draw(ATTRIBUTES as u64) as usize] |= 1;
                let part = Block::of_shown(members.len(), members.iter(), &shown);
                for rule in 0..RULES.len() as u8 {
                    assert_eq!(part.partners(rule, &newcomer, None), whole.partners(rule, &newcomer, None));
                }
                assert_eq!(part.len(), whole.len());
            }
        }
    }
}
