//! Who each row of a file is.

use identity::text::hash;

/// The truth of each row as it was read; 0 where there is none.
#[derive(Default)]
pub(super) struct Truth {
    /// Hashes: among ten million values two of one hash are a chance of one in three hundred thousand.
    rows: Vec<u64>,
}

impl Truth {
    /// Makes room for so many more rows about.
    pub fn reserve(&mut self, rows: usize) {
        self.rows.reserve(rows);
    }

    /// The next row's.
    pub fn push(&mut self, value: &str) {
        self.rows.push(if value.is_empty() { 0 } else { hash(value.as_bytes()).max(1) });
    }

    /// A number for each row, one for those of one person; a row without a truth is nobody else.
    pub fn numbered(&self) -> Vec<u32> {
        let mut order: Vec<(u64, u32)> = self.rows.iter().copied().zip(0..).collect();
        order.sort_unstable();
        let mut out = vec![0; order.len()];
        for (same, number) in order.chunk_by(|x, y| x.0 == y.0 && x.0 != 0).zip(0..) {
            for (_, row) in same {
                out[*row as usize] = number;
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_one_person_have_one_number_and_rows_without_a_truth_one_each() {
        let mut truth = Truth::default();
        ["a", "b", "", "a", "", "b"].into_iter().for_each(|value| truth.push(value));
        let n = truth.numbered();
        assert_eq!((n[0], n[1]), (n[3], n[5]));
        let mut all = vec![n[0], n[1], n[2], n[4]];
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), 4);
    }
}
