//! Headers by the meaning of their words: kinds of words that must stand in a header, and kinds that may stand beside them.
//!
//! A frame such as `BUDGET MAX | WHO WANT` reads `Max. budget of the client` and `Upper price limit wanted` alike. Every
//! word must be one that the frame knows; one that it doesn't (`verified`, `agent`) makes the header something else.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use contracts::EntityType;
use serde::Deserialize;

use super::synonyms::Synonyms;
use super::words;

/// Words of a header that are looked at; longer ones are sentences.
const LONGEST: usize = 12;
/// Words of the longest phrase of a kind.
const PHRASE: usize = 4;

/// Words that need the noun that stands with them.
const AS_NOUN: [&str; 4] = ["secondary", "home", "work", "preferred"];

/// The file as it is written.
#[derive(Default, Deserialize)]
struct File {
    /// Words that say nothing in any frame.
    noise: Vec<String>,
    /// Kinds of words, by a name in capitals.
    kinds: BTreeMap<String, Vec<String>>,
    /// By row and field, `must must | may may`.
    frames: BTreeMap<EntityType, BTreeMap<String, Vec<String>>>,
}

struct Frame {
    field: String,
    must: Vec<u16>,
    may: Vec<u16>,
}

/// The frames, ready to be matched.
#[derive(Default)]
pub(crate) struct Frames {
    noise: Vec<String>,
    /// Phrases of every kind, and words that frames name themselves.
    kinds: HashMap<String, Vec<u16>>,
    names: BTreeMap<String, u16>,
    rows: BTreeMap<EntityType, Vec<Frame>>,
}

static FRAMES: LazyLock<Frames> = LazyLock::new(|| {
    // The data is part of the program; a test reads it and checks every field.
    serde_json::from_str::<File>(include_str!("../../data/frames.json"))
        .map(|file| Frames::from(&file, Synonyms::get()))
        .unwrap_or_default()
});

/// Every phrase of every kind, as it is written.
pub(crate) fn words_of_kinds() -> Vec<String> {
    let file = serde_json::from_str::<File>(include_str!("../../data/frames.json")).unwrap_or_default();
    file.kinds.into_values().flatten().collect()
}

/// A field that a frame reads in a header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reading<'a> {
    pub field: &'a str,
    /// Kinds of words that the frame wanted and found.
    pub kinds: usize,
}

impl Frames {
    /// The frames of the data file.
    pub fn get() -> &'static Self {
        &FRAMES
    }

    fn from(file: &File, synonyms: &Synonyms) -> Self {
        let normal = |phrase: &str| words::words(phrase, synonyms).0.join(" ");
        let mut out = Self { noise: file.noise.clone(), ..Self::default() };
        for (name, phrases) in &file.kinds {
            let id = out.id(name);
            for phrase in phrases {
                // Both as it is written and as a header with it comes to be read.
                let told = out.told(&normal(phrase), synonyms);
                // `Additional info` without its noun would make every second thing a remark.
                let lost = !told.contains(' ') && normal(phrase).contains(' ') && AS_NOUN.iter().any(|w| *w == told);
                for spelled in [phrase.clone(), normal(phrase), if lost { String::new() } else { told }] {
                    if spelled.is_empty() {
                        continue;
                    }
                    let under = out.kinds.entry(spelled).or_default();
                    if !under.contains(&id) {
                        under.push(id);
                    }
                }
            }
        }
        for (row, fields) in &file.frames {
            let mut frames = Vec::new();
            for (field, patterns) in fields {
                for pattern in patterns {
                    let (must, may) = pattern.split_once('|').unwrap_or((pattern, ""));
                    let must = must.split_whitespace().map(|w| out.item(w, &normal)).collect();
                    let may = may.split_whitespace().map(|w| out.item(w, &normal)).collect();
                    frames.push(Frame { field: field.clone(), must, may });
                }
            }
            out.rows.insert(*row, frames);
        }
        out
    }

    /// A phrase without the words that say nothing.
    fn told(&self, phrase: &str, synonyms: &Synonyms) -> String {
        let says = |w: &&str| !self.noise.iter().any(|n| n == w) && !synonyms.is_stop(w);
        phrase.split(' ').filter(says).collect::<Vec<_>>().join(" ")
    }

    fn id(&mut self, name: &str) -> u16 {
        let next = u16::try_from(self.names.len()).unwrap_or(u16::MAX);
        *self.names.entry(name.to_owned()).or_insert(next)
    }

    /// A kind in capitals, or a word that stands for itself.
    fn item(&mut self, name: &str, normal: &impl Fn(&str) -> String) -> u16 {
        let id = self.id(name);
        if !name.chars().any(char::is_uppercase) {
            for spelled in [name.to_owned(), normal(name)] {
                let under = self.kinds.entry(spelled).or_default();
                if !under.contains(&id) {
                    under.push(id);
                }
            }
        }
        id
    }

    /// Whether any frame knows the word.
    pub fn is_word(&self, word: &str) -> bool {
        self.noise.iter().any(|n| n == word) || self.of(word).is_some()
    }

    /// Whether a word says nothing in any header.
    pub fn is_noise(&self, word: &str) -> bool {
        self.noise.iter().any(|n| n == word)
    }

    fn of(&self, phrase: &str) -> Option<&Vec<u16>> {
        self.kinds.get(phrase).or_else(|| {
            let one = phrase.strip_suffix('s').filter(|one| one.len() >= 3)?;
            let several = || self.kinds.get(&format!("{}y", one.strip_suffix("ie")?));
            self.kinds.get(one).or_else(|| self.kinds.get(one.strip_suffix('e')?)).or_else(several)
        })
    }

    /// Whether a word is of a kind.
    pub fn is(&self, kind: &str, word: &str) -> bool {
        self.names.get(kind).is_some_and(|id| self.of(word).is_some_and(|ids| ids.contains(id)))
    }

    /// What the words stand for, the frame that found most of its kinds first.
    pub fn read(&self, words: &[String], row: EntityType, synonyms: &Synonyms) -> Vec<Reading<'_>> {
        let words: Vec<&str> = words
            .iter()
            .map(String::as_str)
            .filter(|w| !self.noise.iter().any(|n| n == w) && !synonyms.is_stop(w))
            .collect();
        if words.is_empty() || words.len() > LONGEST {
            return Vec::new();
        }
        // For every run of words, the kinds that it is of.
        let spans: Vec<Vec<(usize, &Vec<u16>)>> = (0..words.len())
            .map(|from| {
                (1..=PHRASE.min(words.len() - from))
                    .rev()
                    .filter_map(|n| Some((n, self.of(&words.get(from..from + n)?.join(" "))?)))
                    .collect()
            })
            .collect();
        if spans.iter().all(Vec::is_empty) {
            return Vec::new();
        }
        let mut out: Vec<Reading> = Vec::new();
        for frame in self.rows.get(&row).into_iter().flatten() {
            let there = |item: &u16| spans.iter().flatten().any(|(_, ids)| ids.contains(item));
            if frame.must.iter().all(there) && covers(frame, &spans, 0, 0) {
                match out.iter_mut().find(|r| r.field == frame.field) {
                    Some(known) => known.kinds = known.kinds.max(frame.must.len()),
                    None => out.push(Reading { field: &frame.field, kinds: frame.must.len() }),
                }
            }
        }
        out.sort_by_key(|r| std::cmp::Reverse(r.kinds));
        out
    }
}

/// Whether the frame explains every word from `at` on; `found`: a bit for each kind that it must have and has found.
fn covers(frame: &Frame, spans: &[Vec<(usize, &Vec<u16>)>], at: usize, found: u32) -> bool {
    let Some(here) = spans.get(at) else { return found.count_ones() as usize == frame.must.len() };
    here.iter().any(|(n, ids)| {
        let must = frame.must.iter().enumerate().filter(|(_, item)| ids.contains(item));
        let mut must = must.map(|(i, _)| found | (1 << i.min(31)));
        must.any(|found| covers(frame, spans, at + n, found))
            || frame.may.iter().any(|item| ids.contains(item)) && covers(frame, spans, at + n, found)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_frame_names_a_field_and_kinds_that_there_are() {
        let file: File = serde_json::from_str(include_str!("../../data/frames.json")).expect("the data file parses");
        for fields in file.frames.values() {
            for (field, patterns) in fields {
                // A part that its neighbours settle.
                let field = field.replace("address[].address", "address[].formatted");
                contracts::FieldPath::parse(&field).expect("a field of the dictionary");
                for item in patterns.iter().flat_map(|p| p.split_whitespace()).filter(|w| *w != "|") {
                    let kind = item.chars().any(char::is_uppercase);
                    assert!(!kind || file.kinds.contains_key(item), "{field}: there is no kind {item}");
                }
                for pattern in patterns {
                    let must = pattern.split('|').next().unwrap_or_default().split_whitespace().count();
                    assert!((1..=31).contains(&must), "{field}: {pattern:?}");
                }
            }
        }
    }

    #[test]
    fn a_word_that_a_frame_does_not_know_makes_a_header_something_else() {
        let read = |header: &str| {
            let synonyms = Synonyms::get();
            let words = words::words(header, synonyms).0;
            Frames::get().read(&words, EntityType::Person, synonyms).first().map(|r| r.field.to_owned())
        };
        assert_eq!(read("Upper price limit wanted").as_deref(), Some("requirement.budget_max"));
        assert_eq!(read("Last spoken with customer on").as_deref(), Some("person.last_contacted_at"));
        assert_eq!(read("Mobile verified"), None);
        assert_eq!(read("Price of the parking"), None);
    }
}
