//! What is wrong with a sentence or a tree.

/// A problem, where it stands in the sentence, and what may have been meant.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Problem {
    /// Byte where it begins in the sentence; 0 in a tree.
    pub start: usize,
    /// Byte after its end.
    pub end: usize,
    /// A sentence for a person.
    pub message: String,
    /// What may have been meant, best first, in place of `start..end`.
    pub suggestions: Vec<String>,
}

impl Problem {
    pub(crate) fn new(span: (usize, usize), message: impl Into<String>) -> Self {
        Self { start: span.0, end: span.1, message: message.into(), suggestions: Vec::new() }
    }

    /// With what may have been meant; the best of it is asked in the message.
    pub(crate) fn suggesting(mut self, suggestions: Vec<String>) -> Self {
        if let Some(best) = suggestions.first() {
            self.message.push_str(&format!(" Did you mean {best}?"));
        }
        self.suggestions = suggestions;
        self
    }
}

/// The likeliest of what is offered for a word, at most three, by edit distance with transpositions (optimal string
/// alignment); what differs in more than a third of its letters is no suggestion.
pub(crate) fn nearest<'a>(word: &str, offered: impl Iterator<Item = &'a str>) -> Vec<String> {
    let word: Vec<char> = graph::sort_key(word).chars().collect();
    let mut found: Vec<(usize, &str)> = offered
        .filter_map(|other| {
            let letters: Vec<char> = graph::sort_key(other).chars().collect();
            let limit = (word.len().max(letters.len()) / 3).max(1);
            let near = distance(&word, &letters);
            let begins = word.len() >= 2 && letters.starts_with(&word);
            (near <= limit || begins).then_some((if begins { near.min(1) } else { near }, other))
        })
        .collect();
    found.sort();
    found.dedup_by(|a, b| a.1 == b.1);
    found.into_iter().take(3).map(|(_, other)| other.to_owned()).collect()
}

fn distance(one: &[char], other: &[char]) -> usize {
    let width = other.len() + 1;
    let mut before: Vec<usize> = vec![0; width];
    let mut last: Vec<usize> = (0..width).collect();
    for (i, a) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let get = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX - 1);
            let mut least = (get(&last, j) + usize::from(a != b)).min(get(&last, j + 1) + 1).min(get(&row, j) + 1);
            let swapped = i > 0 && j > 0 && one.get(i - 1) == Some(b) && other.get(j - 1) == Some(a);
            if swapped {
                least = least.min(get(&before, j - 1) + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_letter_swapped_or_wrong_is_understood() {
        let offered = ["owner", "open_tasks", "amount", "stage"];
        assert_eq!(nearest("owmer", offered.into_iter()), ["owner"]);
        assert_eq!(nearest("onwer", offered.into_iter()), ["owner"]);
        assert_eq!(nearest("amuont", offered.into_iter()), ["amount"]);
        assert!(nearest("xyzzy", offered.into_iter()).is_empty());
    }
}
