//! What is kept of lists between two windows: the order of a kind's records, which of them a filter finds, and both
//! together. All of it is of one state of the graph; for a later one it is brought up to date, or made anew
//! ([`super::renew`]). Rows are known by their number in the table, four bytes each: a million take 4 MB an order.

use std::collections::VecDeque;
use std::sync::Arc;

use contracts::EntityType;

use super::order::Order;

/// A state of the graph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct State {
    /// How long the chain is: it grows with every change of records, an erasure's too.
    pub seq: i64,
    /// The newest change of records.
    pub delta: i64,
    /// Search terms are still to be written: what words find differs before and after.
    pub pending: bool,
}

/// Which rows of a table: one bit each.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Rows {
    bits: Vec<u64>,
    count: u64,
}

impl Rows {
    pub(crate) fn add(&mut self, row: u32) {
        let (word, bit) = ((row / 64) as usize, row % 64);
        if self.bits.len() <= word {
            self.bits.resize(word + 1, 0);
        }
        if let Some(bits) = self.bits.get_mut(word)
            && *bits & (1 << bit) == 0
        {
            *bits |= 1 << bit;
            self.count += 1;
        }
    }

    pub(crate) fn remove(&mut self, row: u32) {
        if let Some(bits) = self.bits.get_mut((row / 64) as usize)
            && *bits & (1 << (row % 64)) != 0
        {
            *bits &= !(1 << (row % 64));
            self.count -= 1;
        }
    }

    pub(crate) fn has(&self, row: u32) -> bool {
        self.bits.get((row / 64) as usize).is_some_and(|bits| bits & (1 << (row % 64)) != 0)
    }

    pub(crate) fn count(&self) -> u64 {
        self.count
    }
}

/// A filter over a kind's records, as a key: its SQL with its values, and the words that were looked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct FilterKey {
    pub entity: EntityType,
    pub archived: bool,
    pub sql: String,
    pub values: String,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct OrderKey {
    pub entity: EntityType,
    pub orders: Vec<Order>,
}

/// The newest first; what was not asked for lately goes.
#[derive(Debug)]
pub(crate) struct Kept<K, V> {
    entries: VecDeque<(State, K, Arc<V>)>,
    at_most: usize,
    /// What all may weigh together, but for the newest one, and what one weighs: bytes.
    room: usize,
    weight: fn(&V) -> usize,
}

impl<K: PartialEq + Clone, V> Kept<K, V> {
    fn new(at_most: usize, room: usize, weight: fn(&V) -> usize) -> Self {
        Self { entries: VecDeque::new(), at_most, room, weight }
    }

    /// What is kept of this very state.
    pub(crate) fn get(&mut self, state: State, key: &K) -> Option<Arc<V>> {
        let at = self.entries.iter().position(|(s, k, _)| *s == state && k == key)?;
        let entry = self.entries.remove(at)?;
        let found = entry.2.clone();
        self.entries.push_front(entry);
        Some(found)
    }

    /// What is kept of an earlier state.
    pub(crate) fn earlier(&self, state: State, key: &K) -> Option<(State, Arc<V>)> {
        let (was, _, value) = self.entries.iter().find(|(s, k, _)| k == key && s.seq <= state.seq)?;
        Some((*was, value.clone()))
    }

    /// Keeps something instead of what it was earlier. Somebody who is late keeps nothing.
    pub(crate) fn put(&mut self, state: State, key: &K, value: Arc<V>) -> Arc<V> {
        if self.entries.iter().all(|(s, k, _)| k != key || s.seq <= state.seq) {
            self.entries.retain(|(_, k, _)| k != key);
            self.entries.push_front((state, key.clone(), value.clone()));
            let mut weight = 0;
            let fit = self.entries.iter().take_while(|(.., value)| {
                weight += (self.weight)(value);
                weight <= self.room
            });
            let fit = fit.count().clamp(1, self.at_most);
            self.entries.truncate(fit);
        }
        value
    }
}

/// Bytes that each may take: a million people take 4 MB an order, ten million calls 40.
const ROOM: usize = 24 << 20;

/// Everything that is kept.
#[derive(Debug)]
pub(crate) struct Rosters {
    pub orders: Kept<OrderKey, Vec<u32>>,
    pub rows: Kept<FilterKey, Rows>,
    pub lists: Kept<(FilterKey, OrderKey), Vec<u32>>,
    pub totals: Kept<FilterKey, u64>,
}

impl Default for Rosters {
    fn default() -> Self {
        let numbers: fn(&Vec<u32>) -> usize = |rows| rows.len() * 4;
        Self {
            orders: Kept::new(6, ROOM, numbers),
            rows: Kept::new(16, ROOM, |rows| rows.bits.len() * 8),
            lists: Kept::new(6, ROOM, numbers),
            totals: Kept::new(64, ROOM, |_| 8),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_counted_once_and_go_when_taken_away() {
        let mut rows = Rows::default();
        for row in [0, 63, 64, 1_000_000, 64] {
            rows.add(row);
        }
        assert_eq!(rows.count(), 4);
        assert!(rows.has(64) && !rows.has(65) && !rows.has(9_000_000));
        rows.remove(64);
        rows.remove(65);
        assert_eq!(rows.count(), 3);
        assert!(!rows.has(64));
    }
}
