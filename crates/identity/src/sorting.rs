//! Sorting of long lists: parts first, which fit into the processor's cache, then each.

/// Bits of what tells the parts of a list to be sorted.
pub(crate) const PART_BITS: u32 = 11;

/// Sorts by `order`. `part`: a number below 2 ^ [`PART_BITS`] that rises with the order. `spare` is a buffer, and holds nothing
/// that means anything afterwards.
pub(crate) fn sort_in_parts<T: Copy, K: Ord>(
    items: &mut Vec<T>,
    spare: &mut Vec<T>,
    part: impl Fn(&T) -> usize,
    order: impl Fn(&T) -> K,
) {
    const PARTS: usize = 1 << PART_BITS;
    if items.len() < 8 * PARTS {
        return items.sort_unstable_by_key(order);
    }
    let mut next = vec![0usize; PARTS + 1];
    for item in items.iter() {
        next[part(item).min(PARTS - 1) + 1] += 1;
    }
    for at in 0..PARTS {
        next[at + 1] += next[at];
    }
    // What is there already is written over: only what is missing need be filled.
    spare.truncate(items.len());
    spare.resize(items.len(), items[0]);
    for item in items.iter() {
        let at = &mut next[part(item).min(PARTS - 1)];
        spare[*at] = *item;
        *at += 1;
    }
    std::mem::swap(items, spare);
    // Each part's place has moved to its end.
    let mut start = 0;
    for end in next.into_iter().take(PARTS) {
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
            sort_in_parts(&mut items, &mut Vec::new(), |item| (item >> (64 - PART_BITS)) as usize, |item| *item);
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
