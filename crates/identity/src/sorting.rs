//! Sorting of long lists: parts first, which fit into the processor's cache, then each.

/// Items of a part, about.
const SHORT: usize = 24;
/// Bits that tell the parts of a list: more parts than the processor's cache has lines are as slow as none.
const PART_BITS: std::ops::RangeInclusive<u32> = 6..=14;

/// Sorts by `order`. `rank`: a number that rises with the order, whose upper bits tell the parts. `spare` is a buffer, and holds
/// nothing that means anything afterwards.
pub(crate) fn sort_in_parts<T: Copy, K: Ord>(
    items: &mut Vec<T>,
    spare: &mut Vec<T>,
    rank: impl Fn(&T) -> u64,
    order: impl Fn(&T) -> K,
) {
    if items.len() < 1 << 12 {
        return items.sort_unstable_by_key(order);
    }
    let bits = (items.len() / SHORT).ilog2().clamp(*PART_BITS.start(), *PART_BITS.end());
    let (parts, shift) = (1usize << bits, u64::BITS - bits);
    let part = |item: &T| (rank(item) >> shift) as usize;
    let mut next = vec![0u32; parts + 1];
    for item in items.iter() {
        next[part(item) + 1] += 1;
    }
    for at in 0..parts {
        next[at + 1] += next[at];
    }
    // What is there already is written over: only what is missing need be filled.
    spare.truncate(items.len());
    spare.resize(items.len(), items[0]);
    for item in items.iter() {
        let at = &mut next[part(item)];
        spare[*at as usize] = *item;
        *at += 1;
    }
    std::mem::swap(items, spare);
    // Each part's place has moved to its end.
    let mut start = 0;
    for end in next.into_iter().take(parts).map(|end| end as usize) {
        items[start..end].sort_unstable_by_key(&order);
        start = end;
    }
}

/// A hash and a row as one number: two of these are compared without a branch, which lists of hashes make at random.
pub(crate) fn by_hash((hash, row): &(u64, u32)) -> u128 {
    u128::from(*hash) << 32 | u128::from(*row)
}

/// Tells hashes that may stand in a list twice from those that stand there once: most keys are one record's only, and need no
/// sorting.
pub(crate) struct Twice {
    /// Two bits a place, in one word so that memory is asked once: noted (the low half), noted twice (the high half).
    noted: Vec<u64>,
    shift: u32,
}

impl Twice {
    /// For so many hashes about.
    pub fn of(hashes: usize) -> Self {
        // Eight bits a hash: one in ten that stands alone is taken for one of two.
        let bits = (hashes.max(1) * 8).next_power_of_two().clamp(1 << 10, 1 << 24);
        Self { noted: vec![0; bits / 32], shift: 64 - bits.trailing_zeros() }
    }

    /// Takes note of a hash.
    #[inline]
    pub fn add(&mut self, hash: u64) {
        let at = hash >> self.shift;
        let bit = 1 << (at % 32);
        let word = &mut self.noted[(at / 32) as usize];
        *word |= (*word & bit) << 32 | bit;
    }

    /// Whether it may have been noted twice; true wherever it was.
    #[inline]
    pub fn has(&self, hash: u64) -> bool {
        let at = hash >> self.shift;
        self.noted[(at / 32) as usize] >> (at % 32 + 32) & 1 != 0
    }

    /// Forgets all.
    pub fn clear(&mut self) {
        self.noted.fill(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::mix;

    #[test]
    fn sorting_in_parts_is_sorting() {
        for n in [0u64, 5, 20_000] {
            let mut items: Vec<u64> = (0..n).map(|k| mix(k % 9_000)).collect();
            let mut plain = items.clone();
            plain.sort_unstable();
            sort_in_parts(&mut items, &mut Vec::new(), |item| *item, |item| *item);
            assert_eq!(items, plain);
        }
    }

    #[test]
    fn what_stands_twice_is_never_passed_over_and_most_of_the_rest_is() {
        let mut seen = Twice::of(3_000);
        (0..2_000).chain(1_000..2_000).for_each(|k| seen.add(mix(k)));
        assert!((1_000..2_000).all(|k| seen.has(mix(k))));
        assert!((0..1_000).filter(|k| seen.has(mix(*k))).count() < 200);
    }
}
