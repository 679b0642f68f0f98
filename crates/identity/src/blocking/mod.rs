//! Finding candidates: keys that records share, and what becomes of keys that too many share.

mod bulk;
mod keys;

pub use bulk::{Candidates, RuleCount, Side, candidates};
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
#[allow(clippy::needless_range_loop)]
pub fn partners<T: Copy>(rule: u8, members: &[(T, Attributes)], newcomer: &Attributes) -> Vec<T> {
    let limit = RULES.get(usize::from(rule)).map_or(0, |r| r.limit);
    if members.len() < limit {
        return members.iter().map(|(id, _)| *id).collect();
    }
    let mut found = vec![false; members.len()];
    for first in 0..ATTRIBUTES {
        if newcomer[first] == 0 {
            continue;
        }
        let part: Vec<usize> = (0..members.len()).filter(|i| members[*i].1[first] == newcomer[first]).collect();
        if part.len() < limit {
            part.iter().for_each(|i| found[*i] = true);
            continue;
        }
        for second in first + 1..ATTRIBUTES {
            if newcomer[second] == 0 {
                continue;
            }
            let both: Vec<usize> = part.iter().copied().filter(|i| members[*i].1[second] == newcomer[second]).collect();
            if both.len() < limit {
                both.iter().for_each(|i| found[*i] = true);
            }
        }
    }
    members.iter().zip(found).filter(|(_, found)| *found).map(|((id, _), _)| *id).collect()
}
