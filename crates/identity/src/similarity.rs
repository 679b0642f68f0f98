//! How alike two folded words are.

/// Letters from which what is left of two words without their common beginning and end counts as too long for slips.
const WIDE: usize = 32;

/// Optimal string alignment distance (Damerau–Levenshtein with adjacent swaps), or `limit + 1` where it is more.
#[must_use]
pub fn distance(a: &str, b: &str, limit: usize) -> usize {
    let (a, b) = without_common_ends(a.as_bytes(), b.as_bytes());
    if !a.is_empty() && b.len() >= WIDE { limit + 1 } else { edits(a, b, limit) }
}

/// What is left of two words without their common beginning and end, which no edit need touch.
fn without_common_ends<'a>(mut a: &'a [u8], mut b: &'a [u8]) -> (&'a [u8], &'a [u8]) {
    while let (Some((x, rest_a)), Some((y, rest_b))) = (a.split_first(), b.split_first()) {
        if x != y {
            break;
        }
        (a, b) = (rest_a, rest_b);
    }
    while let (Some((x, rest_a)), Some((y, rest_b))) = (a.split_last(), b.split_last()) {
        if x != y {
            break;
        }
        (a, b) = (rest_a, rest_b);
    }
    (a, b)
}

/// The edits between two words without common ends, or `limit + 1`. Each of the four edits is tried at the front: limits are
/// so low that this is far less than a table, and mostly the lengths decide.
fn edits(a: &[u8], b: &[u8], limit: usize) -> usize {
    if a.len().abs_diff(b.len()) > limit {
        return limit + 1;
    }
    let ([x, rest_a @ ..], [y, rest_b @ ..]) = (a, b) else { return a.len().max(b.len()) };
    let swapped = match (rest_a, rest_b) {
        ([v, rest_a @ ..], [w, rest_b @ ..]) if x == w && y == v => Some((rest_a, rest_b)),
        _ => None,
    };
    if limit <= 1 {
        let one = a.len() == 1 && b.len() == 1 || swapped.is_some_and(|(a, b)| a.is_empty() && b.is_empty());
        return if one { 1 } else { limit + 1 };
    }
    let mut least = limit + 1;
    for (a, b) in [Some((rest_a, rest_b)), Some((rest_a, b)), Some((a, rest_b)), swapped].into_iter().flatten() {
        let (a, b) = without_common_ends(a, b);
        least = least.min(1 + edits(a, b, least - 2));
        if least == 1 {
            break;
        }
    }
    least
}

/// The letters of a word, a bit each: words that are two edits apart differ in four at most.
#[must_use]
pub fn letters(word: &str) -> u32 {
    word.bytes()
        .fold(0, |bits, b| bits | if b.is_ascii_lowercase() { 1 << (b - b'a') } else { NO_LETTER | 1 << (27 + b % 5) })
}

/// Among [`letters`]: something that is none.
pub const NO_LETTER: u32 = 1 << 26;

/// Jaro–Winkler similarity, 0 to 1.
#[must_use]
pub fn jaro_winkler(a: &str, b: &str) -> f64 {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.is_empty() || b.is_empty() || a.len() > 64 || b.len() > 64 {
        return if a == b { 1.0 } else { 0.0 };
    }
    let window = (a.len().max(b.len()) / 2).saturating_sub(1);
    let (mut used_b, mut hit_a) = (0u64, 0u64);
    let mut matches = 0usize;
    for (i, x) in a.iter().enumerate() {
        let (from, to) = (i.saturating_sub(window), (i + window + 1).min(b.len()));
        for (j, y) in b.iter().enumerate().take(to).skip(from) {
            if used_b & (1 << j) == 0 && x == y {
                used_b |= 1 << j;
                hit_a |= 1 << i;
                matches += 1;
                break;
            }
        }
    }
    if matches == 0 {
        return 0.0;
    }
    let (mut swaps, mut j) = (0usize, 0usize);
    for (i, x) in a.iter().enumerate() {
        if hit_a & (1 << i) == 0 {
            continue;
        }
        while used_b & (1 << j) == 0 {
            j += 1;
        }
        swaps += usize::from(*x != b[j]);
        j += 1;
    }
    let m = matches as f64;
    let jaro = (m / a.len() as f64 + m / b.len() as f64 + (m - (swaps / 2) as f64) / m) / 3.0;
    let prefix = a.iter().zip(b).take(4).take_while(|(x, y)| x == y).count() as f64;
    jaro + prefix * 0.1 * (1.0 - jaro)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_count_edits_and_swaps_up_to_a_limit() {
        for (a, b, d) in [
            ("ramesh", "ramesh", 0),
            ("ramesh", "rmaesh", 1),
            ("ramesh", "rames", 1),
            ("ramesh", "romish", 2),
            ("", "ab", 2),
            ("marlshall", "marshall", 1),
        ] {
            assert_eq!(distance(a, b, 3), d, "{a} {b}");
            assert_eq!(distance(b, a, 3), d, "{b} {a}");
        }
        assert_eq!(distance("ramesh", "khalid", 2), 3);
    }

    /// The textbook's table.
    fn by_table(a: &[u8], b: &[u8]) -> usize {
        let mut rows = vec![(0..=b.len()).collect::<Vec<usize>>()];
        for i in 1..=a.len() {
            let mut row = vec![i];
            for j in 1..=b.len() {
                let cost = usize::from(a[i - 1] != b[j - 1]);
                let mut cell = (rows[i - 1][j] + 1).min(row[j - 1] + 1).min(rows[i - 1][j - 1] + cost);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    cell = cell.min(rows[i - 2][j - 2] + 1);
                }
                row.push(cell);
            }
            rows.push(row);
        }
        rows[a.len()][b.len()]
    }

    #[test]
    fn distances_are_those_of_the_table() {
        let words: Vec<String> = (0..400u64)
            .map(|n| {
                let draw = crate::text::mix(n);
                (0..draw % 8).map(|at| char::from(b'a' + (draw >> (8 + 6 * at) & 63) as u8 % 3)).collect()
            })
            .collect();
        for (a, b) in words.iter().flat_map(|a| words.iter().map(move |b| (a, b))) {
            let table = by_table(a.as_bytes(), b.as_bytes());
            for limit in 1..=3 {
                assert_eq!(distance(a, b, limit), table.min(limit + 1), "{a} {b} {limit}");
            }
        }
    }

    #[test]
    fn jaro_winkler_favours_a_common_start() {
        assert!(jaro_winkler("subramanian", "subramaniam") > 0.95);
        assert!(jaro_winkler("ramesh", "khalid") < 0.5);
        assert!((jaro_winkler("martha", "marhta") - 0.961).abs() < 0.001);
    }
}
