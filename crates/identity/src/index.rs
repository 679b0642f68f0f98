//! Ids by hash, for lists that only grow: half the memory of a map, and one look where nothing is found.

/// Finds ids by 64-bit hashes. What an id's hash is, the list that it belongs to knows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    /// The upper half of the hash, then the id plus one; 0 where nothing is. Its upper bits say where an entry stands, so that
    /// a bigger table is made from these alone.
    slots: Vec<u64>,
    held: usize,
}

impl Index {
    const LEAST: usize = 64;

    /// The id whose hash this is, by `is`; otherwise `new`, which is taken in.
    #[inline]
    pub fn find_or_add(&mut self, hash: u64, new: u32, is: impl Fn(u32) -> bool) -> u32 {
        if (self.held + 1) * 4 > self.slots.len() * 3 {
            self.grow(self.slots.len() * 2);
        }
        let upper = hash & !u64::from(u32::MAX);
        let mut at = self.home(upper);
        loop {
            let slot = self.slots[at];
            if slot == 0 {
                self.slots[at] = upper | (u64::from(new) + 1);
                self.held += 1;
                return new;
            }
            if slot & !u64::from(u32::MAX) == upper {
                let id = slot as u32 - 1;
                if is(id) {
                    return id;
                }
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    /// Makes room for so many more.
    pub fn reserve(&mut self, more: usize) {
        let slots = ((self.held + more) * 4 / 3 + 1).next_power_of_two();
        if slots > self.slots.len() {
            self.grow(slots);
        }
    }

    /// Where an entry stands if nothing else does.
    #[inline]
    fn home(&self, upper: u64) -> usize {
        (upper >> (64 - self.slots.len().trailing_zeros())) as usize
    }

    fn grow(&mut self, slots: usize) {
        let slots = vec![0; slots.max(Self::LEAST)];
        let old = std::mem::replace(&mut self.slots, slots);
        for slot in old.into_iter().filter(|slot| *slot != 0) {
            let mut at = self.home(slot);
            while self.slots[at] != 0 {
                at = (at + 1) & (self.slots.len() - 1);
            }
            self.slots[at] = slot;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::mix;

    #[test]
    fn ids_are_found_by_their_hash_whatever_stands_beside_them() {
        // Every fourth hash shares its upper half with others.
        let hash = |n: u64| if n.is_multiple_of(4) { 7 << 32 | n } else { mix(n) };
        let (mut index, mut hashes) = (Index::default(), Vec::new());
        index.reserve(100);
        for n in (0..5_000u64).chain(0..5_000) {
            let (h, new) = (hash(n), hashes.len() as u32);
            let id = index.find_or_add(h, new, |id| hashes[id as usize] == h);
            if id == new {
                hashes.push(h);
            }
            assert_eq!(u64::from(id), n);
        }
        assert_eq!(hashes.len(), 5_000);
    }
}
