//! How alike two folded words are.

/// Optimal string alignment distance (Damerau–Levenshtein with adjacent swaps), or `limit + 1` where it is more.
#[must_use]
pub fn distance(a: &str, b: &str, limit: usize) -> usize {
    let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
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
    if a.len().abs_diff(b.len()) > limit {
        return limit + 1;
    }
    if a.is_empty() || b.is_empty() {
        return a.len().max(b.len());
    }
    if limit == 1 && a.len().max(b.len()) > 2 {
        return 2;
    }
    const WIDE: usize = 32;
    if b.len() >= WIDE {
        return if a == b { 0 } else { limit + 1 };
    }
    // Narrow, so that moving a row is moving two registers; a row number beyond them is far above any limit.
    let mut before = [0u8; WIDE + 1];
    let mut last = [0u8; WIDE + 1];
    let mut row = [0u8; WIDE + 1];
    for (cell, j) in last.iter_mut().zip(0..) {
        *cell = j;
    }
    for i in 1..=a.len() {
        row[0] = i.min(usize::from(u8::MAX) - WIDE) as u8;
        let mut least = row[0];
        for j in 1..=b.len() {
            let cost = u8::from(a[i - 1] != b[j - 1]);
            let mut cell = (last[j] + 1).min(row[j - 1] + 1).min(last[j - 1] + cost);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                cell = cell.min(before[j - 2] + 1);
            }
            row[j] = cell;
            least = least.min(cell);
        }
        if usize::from(least) > limit {
            return limit + 1;
        }
        before = last;
        last = row;
    }
    usize::from(last[b.len()]).min(limit + 1)
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

    #[test]
    fn jaro_winkler_favours_a_common_start() {
        assert!(jaro_winkler("subramanian", "subramaniam") > 0.95);
        assert!(jaro_winkler("ramesh", "khalid") < 0.5);
        assert!((jaro_winkler("martha", "marhta") - 0.961).abs() < 0.001);
    }
}
