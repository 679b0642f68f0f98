//! A few hundred values from the whole of a column, for what is too dear to look at in every cell.

/// Values kept at most.
const ROOM: usize = 256;
/// Bytes of a value that is kept; what is looked at later is never longer.
const LONGEST: usize = 64;

/// Every n-th value, n doubling whenever there is no more room: the same values whatever threads and windows do.
#[derive(Clone, Debug, Default)]
pub(super) struct Spread {
    kept: Vec<String>,
    /// Cells to pass over between two that are kept.
    gap: u64,
    skip: u64,
}

impl Spread {
    /// Takes in a value, or passes it over.
    pub fn add(&mut self, value: &str) {
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        self.skip = self.gap;
        if value.len() > LONGEST {
            return;
        }
        if self.kept.len() == ROOM {
            let mut place = 0;
            self.kept.retain(|_| {
                place += 1;
                place % 2 == 1
            });
            self.gap = self.gap * 2 + 1;
            self.skip = self.gap;
        }
        self.kept.push(value.to_owned());
    }

    /// The values kept, in the order of the file.
    pub fn values(&self) -> &[String] {
        &self.kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_column_is_spread_over_the_room() {
        let mut spread = Spread::default();
        (0..10_000).for_each(|n| spread.add(&n.to_string()));
        let kept: Vec<u64> = spread.values().iter().map(|v| v.parse().unwrap_or_default()).collect();
        assert!((ROOM / 2..=ROOM).contains(&kept.len()), "{}", kept.len());
        assert!(kept.iter().any(|n| *n > 9_000));
        assert_eq!(kept.iter().filter(|n| **n < 5_000).count() * 2 / kept.len(), 1);
    }
}
