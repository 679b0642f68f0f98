//! Every word that is written anywhere, in memory, and the search for those that are near to a typed one.
//!
//! A pass over all of them: what can't be near is told by its letters alone (one bit each), the few that are left are
//! compared. Half a million words are some ten megabytes and a few milliseconds; nothing has to be kept in order.

use std::ops::Range;

use crate::distance::LONGEST;
use crate::relation::{How, Typed, Written, letters};
use crate::sound;

/// Words that are looked at.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    text: String,
    words: Vec<Entry>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    start: u32,
    letters: u32,
    full: u32,
    bones: u32,
    len: u8,
    named: bool,
}

/// A word near to a typed one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Near<'a> {
    pub word: &'a str,
    pub weight: f32,
    /// It is part of somebody's name.
    pub named: bool,
}

/// The words that a typed one begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Begun {
    /// Those that go on behind it, the shortest first: all of them, or so many as were asked for.
    pub words: Vec<String>,
    /// There are more.
    pub more: bool,
    /// The word itself is written somewhere.
    pub known: bool,
    /// It is part of somebody's name.
    pub named: bool,
    /// It begins a part of somebody's name, or is one.
    pub names: bool,
}

impl Vocabulary {
    /// Whether a folded word belongs into a vocabulary: letters only, neither an initial nor a sentence.
    #[must_use]
    pub fn takes(word: &str) -> bool {
        (3..=LONGEST).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_lowercase())
    }

    /// Adds a folded word that [`Vocabulary::takes`]; `named` when it is part of somebody's name. What it knows already
    /// may come again.
    pub fn push(&mut self, word: &str, named: bool) {
        let (Ok(start), Ok(len)) = (u32::try_from(self.text.len()), u8::try_from(word.len())) else { return };
        if !Self::takes(word) {
            return;
        }
        let heard = sound::sound(word);
        self.text.push_str(word);
        self.words.push(Entry {
            start,
            letters: letters(word),
            full: sound::hash(&heard.full),
            bones: sound::hash(&heard.bones),
            len,
            named,
        });
    }

    /// How many words it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether it holds none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    fn word(&self, entry: &Entry) -> &str {
        let start = entry.start as usize;
        let range: Range<usize> = start..start + usize::from(entry.len);
        self.text.get(range).unwrap_or_default()
    }

    /// Words that a typed one begins, at most so many of them.
    pub(crate) fn begun(&self, typed: &str, most: usize) -> Begun {
        let mine = letters(typed);
        let mut out = Begun::default();
        let mut words: Vec<&str> = Vec::new();
        for entry in self.words.iter().filter(|entry| mine & !entry.letters == 0) {
            let word = self.word(entry);
            if !word.starts_with(typed) {
                continue;
            }
            out.names |= entry.named;
            if word.len() == typed.len() {
                out.known = true;
                out.named |= entry.named;
            } else {
                words.push(word);
            }
        }
        words.sort_unstable_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
        words.dedup();
        out.more = words.len() > most;
        out.words = words.into_iter().take(most).map(str::to_owned).collect();
        out
    }

    /// Words near to a typed one, the nearest first, at most so many; not the word itself nor what begins with it.
    pub(crate) fn near(&self, typed: &str, foreign: bool, most: usize) -> Vec<Near<'_>> {
        let query = Typed::new(typed, foreign);
        let (mine, full, bones) = (query.letters, sound::hash(&query.sound.full), sound::hash(&query.sound.bones));
        let length = typed.len();
        let mut found: Vec<Near<'_>> = Vec::new();
        for entry in &self.words {
            let len = usize::from(entry.len);
            let within = mine & !entry.letters == 0 && length >= 3 && len > length;
            let similar = query.similar(entry.letters, len);
            let heard = entry.full == full || entry.bones == bones;
            if !(within || similar || heard) {
                continue;
            }
            let word = self.word(entry);
            let Some((how, mut weight)) = query.meets_heard(&Written::new(word, false), heard) else { continue };
            if matches!(how, How::Exact | How::Prefix | How::Initial) {
                continue;
            }
            if entry.named {
                weight += 0.06;
            }
            found.push(Near { word, weight, named: entry.named });
        }
        found.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.word.cmp(b.word)));
        found.dedup_by(|a, b| a.word == b.word);
        found.truncate(most);
        found
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(words: &[&str]) -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        words.iter().for_each(|word| vocabulary.push(word, true));
        vocabulary
    }

    #[test]
    fn the_nearest_words_come_first() {
        let vocabulary = of(&["rina", "rima", "mukherjee", "mukhopadhyay", "mehta", "skyline", "rinas"]);
        let near = |typed| vocabulary.near(typed, false, 8).into_iter().map(|n| n.word).collect::<Vec<_>>();
        assert_eq!(near("mukherji"), ["mukherjee"]);
        assert_eq!(near("yline"), ["skyline"]);
        assert_eq!(near("rnia").first(), Some(&"rina"));
        assert_eq!(near("rina"), ["rima"], "neither itself nor what it begins");
        assert_eq!(near("98300"), Vec::<&str>::new());
    }

    #[test]
    fn a_beginning_tells_what_it_begins() {
        let mut vocabulary = of(&["rina", "rinaldo", "rinas", "sen"]);
        vocabulary.push("rinse", false);
        let begun = vocabulary.begun("rin", 2);
        assert_eq!((begun.words, begun.more), (vec!["rina".to_owned(), "rinas".to_owned()], true));
        assert!(begun.names && !begun.named);
        let begun = vocabulary.begun("rina", 8);
        assert_eq!((begun.words, begun.more), (vec!["rinas".to_owned(), "rinaldo".to_owned()], false));
        assert!(begun.names && begun.named);
        assert_eq!(vocabulary.begun("rins", 8), Begun { words: vec!["rinse".to_owned()], ..Begun::default() });
        assert_eq!(vocabulary.begun("bose", 8), Begun::default());
    }

    proptest! {
        /// The filter by letters leaves nothing out that a comparison would find.
        #[test]
        fn nothing_that_is_near_is_passed_over(words in prop::collection::vec("[a-e]{3,9}", 1..20), typed in "[a-e]{3,9}") {
            let vocabulary = of(&words.iter().map(String::as_str).collect::<Vec<_>>());
            let query = Typed::new(&typed, false);
            let mut expected: Vec<&str> = words.iter().map(String::as_str).filter(|word| {
                query.meets(&Written::new(word, false)).is_some_and(|(how, _)| !matches!(how, How::Exact | How::Prefix | How::Initial))
            }).collect();
            expected.sort_unstable();
            expected.dedup();
            let mut found: Vec<&str> = vocabulary.near(&typed, false, 100).into_iter().map(|n| n.word).collect();
            found.sort_unstable();
            prop_assert_eq!(found, expected);
        }
    }
}
