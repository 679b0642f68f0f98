//! How many letters are different: left out, doubled, changed, or two of them swapped.

/// The longest word that is compared; longer ones are no names.
pub(crate) const LONGEST: usize = 40;

/// Edits between two folded words, and between the first and the nearest beginning of the second (optimal string alignment:
/// a swap of neighbours is one edit). None beyond [`LONGEST`] letters.
pub(crate) fn distance(typed: &[u8], written: &[u8]) -> Option<(u8, u8)> {
    if typed.len() > LONGEST || written.len() > LONGEST {
        return None;
    }
    const WIDTH: usize = LONGEST + 1;
    let mut before = [0_u8; WIDTH];
    let mut last = [0_u8; WIDTH];
    for (n, cell) in (0_u8..).zip(last.iter_mut()) {
        *cell = n;
    }
    for (i, a) in typed.iter().enumerate() {
        let mut row = [0_u8; WIDTH];
        let mut left = u8::try_from(i + 1).unwrap_or(u8::MAX);
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (j, b) in written.iter().enumerate() {
            let cell = |row: &[u8; WIDTH], at: usize| row.get(at).copied().unwrap_or(u8::MAX);
            let mut best = (cell(&last, j) + u8::from(a != b)).min(cell(&last, j + 1) + 1).min(left + 1);
            if i > 0 && j > 0 && typed.get(i - 1) == Some(b) && written.get(j - 1) == Some(a) {
                best = best.min(cell(&before, j - 1) + 1);
            }
            if let Some(place) = row.get_mut(j + 1) {
                *place = best;
            }
            left = best;
        }
        before = last;
        last = row;
    }
    let ends = last.get(..=written.len())?;
    Some((*ends.last()?, *ends.iter().min()?))
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn edits_are_counted_and_beginnings_too() {
        for (a, b, full, begun) in [
            ("rina", "rina", 0, 0),
            ("rnia", "rina", 1, 1),
            ("rin", "rina", 1, 0),
            ("mukhrjee", "mukherjee", 1, 1),
            ("mukhar", "mukherjee", 4, 1),
            ("bina", "rina", 1, 1),
            ("", "abc", 3, 0),
        ] {
            assert_eq!(distance(a.as_bytes(), b.as_bytes()), Some((full, begun)), "{a} {b}");
        }
    }
}
