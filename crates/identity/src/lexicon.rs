//! Distinct words and values with what is computed of each once.

use rustc_hash::FxHashMap;

use crate::index::Index;
use crate::names::{Part, WordKind, related, relations_of};
use crate::text::{hash, romanised, skeleton};

/// Strings one after another.
#[derive(Clone, Debug, Default)]
pub struct Arena {
    ends: Vec<u32>,
    text: String,
}

impl Arena {
    fn push(&mut self, s: &str) {
        self.text.push_str(s);
        self.ends.push(self.text.len() as u32);
    }

    /// The string of this number.
    #[inline]
    #[must_use]
    pub fn get(&self, id: u32) -> &str {
        let id = id as usize;
        let start = if id == 0 { 0 } else { self.ends[id - 1] as usize };
        &self.text[start..self.ends[id] as usize]
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}

/// Distinct strings with how many rows have each.
#[derive(Clone, Debug, Default)]
pub struct Values {
    index: Index,
    /// The strings.
    pub texts: Arena,
    /// What each hashes to.
    pub hashes: Vec<u64>,
    /// Rows by id.
    pub rows: Vec<u32>,
}

impl Values {
    /// The id of a string.
    pub fn intern(&mut self, s: &str) -> u32 {
        let h = hash(s.as_bytes());
        let new = self.rows.len() as u32;
        let id = self.index.find_or_add(h, new, |id| self.hashes[id as usize] == h);
        if id == new {
            self.texts.push(s);
            self.hashes.push(h);
            self.rows.push(0);
        }
        id
    }

    /// Makes room for so many more to be found.
    pub(crate) fn reserve(&mut self, more: usize) {
        self.index.reserve(more);
    }

    /// Makes room for so many more, as long as those before on average.
    pub(crate) fn make_room(&mut self, more: usize) {
        let Arena { ends, text } = &mut self.texts;
        text.reserve(text.len() / ends.len().max(1) * more + more / 2);
        ends.reserve(more);
        self.hashes.reserve(more);
        self.rows.reserve(more);
    }

    /// Counts one more row.
    pub fn count(&mut self, id: u32) {
        self.rows[id as usize] += 1;
    }

    /// The id of a string plus one, counted; 0 for the empty one.
    pub fn intern_counted(&mut self, s: &str) -> u32 {
        if s.is_empty() {
            return 0;
        }
        let id = self.intern(s);
        self.count(id);
        id + 1
    }

    /// An id plus one as it stands, counted; 0 for none.
    pub(crate) fn counted(&mut self, told: u32) -> u32 {
        if told != 0 {
            self.count(told - 1);
        }
        told
    }

    /// What the string of an id plus one hashes to; that of the empty one for 0.
    pub(crate) fn hash_of_told(&self, told: u32) -> u64 {
        if told == 0 { hash(b"") } else { self.hashes[told as usize - 1] }
    }

    /// Rows that have a value, where each has one at most.
    #[must_use]
    pub fn filled(&self) -> u32 {
        self.rows.iter().sum()
    }

    /// What a string hashes to.
    #[must_use]
    pub fn hash_of(&self, id: u32) -> u64 {
        self.hashes[id as usize]
    }
}

/// What the keys of a record take of a word, side by side.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Keyed {
    /// Its romanised key.
    pub key: u64,
    /// First letter of the romanised form.
    pub first: u8,
    /// It is one letter that stands for a name.
    pub is_initial: bool,
    /// It has letters enough to find others by.
    pub finds: bool,
}

/// A word of one record's name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NameWord {
    /// Which.
    pub id: u32,
    /// Whole or an initial.
    pub kind: WordKind,
    /// What the source says that it is.
    pub part: Part,
}

/// Words of names.
#[derive(Clone, Debug, Default)]
pub struct NameWords {
    values: Values,
    /// The class of words that fold to one: id by word.
    pub class: Vec<u32>,
    /// Romanised key by word.
    pub key: Vec<u64>,
    /// Skeleton's hash by word; 0 where it is too short to say anything.
    pub bones: Vec<u64>,
    /// The letters of each word, a bit each.
    pub letters: Vec<u32>,
    /// First letter of the romanised form.
    pub first: Vec<u8>,
    /// Rows where the word stands as a given name, by word.
    pub given: Vec<u32>,
    /// Rows where it stands as a family name, by word.
    pub family: Vec<u32>,
    /// What blocking keys are made of, by word.
    pub(crate) keyed: Vec<Keyed>,
    /// Whether the graph of variants knows it.
    pub has_relations: Vec<bool>,
    /// Rows by class.
    pub class_rows: Vec<u32>,
    /// Given and family rows by class.
    pub class_parts: Vec<(u32, u32)>,
    classes: FxHashMap<u64, u32>,
    /// Rows that have a name.
    pub named: u32,
}

impl NameWords {
    /// The word's text.
    #[must_use]
    pub fn text(&self, id: u32) -> &str {
        self.values.texts.get(id)
    }

    /// Rows that have the word.
    #[must_use]
    pub fn rows(&self, id: u32) -> u32 {
        self.values.rows[id as usize]
    }

    /// Hash of the word.
    #[must_use]
    pub fn hash_of(&self, id: u32) -> u64 {
        self.values.hashes[id as usize]
    }

    /// How many words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.class.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.class.is_empty()
    }

    /// Whether it is one letter.
    #[inline]
    #[must_use]
    pub fn is_initial(&self, id: u32) -> bool {
        self.bones[id as usize] == u64::MAX
    }

    /// How two words are related by the graph of variants.
    #[must_use]
    pub fn relation(&self, a: u32, b: u32) -> Option<crate::names::Relation> {
        let (a, b) = (a as usize, b as usize);
        if !self.has_relations[a] || !self.has_relations[b] {
            return None;
        }
        related(self.key[a], self.key[b])
    }

    pub(crate) fn intern(&mut self, word: &str) -> u32 {
        let id = self.values.intern(word);
        if id as usize == self.class.len() {
            let roman = romanised(word);
            let key = hash(roman.as_bytes());
            let class = *self.classes.entry(key).or_insert_with(|| {
                self.class_rows.push(0);
                self.class_parts.push((0, 0));
                self.class_rows.len() as u32 - 1
            });
            self.class.push(class);
            self.key.push(key);
            self.letters.push(crate::similarity::letters(word));
            let bones = skeleton(&roman);
            self.bones.push(match (word.len(), bones.len()) {
                (1, _) => u64::MAX,
                (_, 3..) => hash(bones.as_bytes()) >> 1,
                _ => 0,
            });
            let first = roman.as_bytes().first().copied().unwrap_or(0);
            self.first.push(first);
            let is_initial = self.is_initial(id);
            self.keyed.push(Keyed { key, first, is_initial, finds: !is_initial && word.len() > 1 });
            self.given.push(0);
            self.family.push(0);
            self.has_relations.push(!relations_of(key).is_empty());
        }
        id
    }

    /// Adds the words of a record's name, which are interned.
    pub(crate) fn push_name(&mut self, words: &[NameWord], out: &mut Vec<u32>, stir: &mut impl FnMut(u64)) {
        if words.is_empty() {
            return;
        }
        self.named += 1;
        let start = out.len();
        let full = words.iter().filter(|w| w.kind == WordKind::Full).count();
        let mut nth = 0;
        // Given names first and family names last, where the source tells: the place of a word then says the same everywhere.
        let rank = |part: Part| match part {
            Part::Given => 0,
            Part::Unknown | Part::Middle => 1,
            Part::Family => 2,
        };
        let ranked = (0..3).flat_map(|at| words.iter().filter(move |w| rank(w.part) == at));
        for word in ranked {
            let id = word.id;
            stir(self.values.hash_of(id));
            if out[start..].contains(&id) && word.kind == WordKind::Full {
                continue;
            }
            out.push(id);
            self.values.count(id);
            let class = self.class[id as usize] as usize;
            self.class_rows[class] += 1;
            if word.kind == WordKind::Initial {
                continue;
            }
            nth += 1;
            let (given, family) = match word.part {
                Part::Given => (2, 0),
                Part::Family => (0, 2),
                Part::Middle => (1, 1),
                // A word alone or beside initials may be either; more often it is the given name.
                Part::Unknown if full == 1 => (1, 0),
                Part::Unknown if nth == 1 => (2, 0),
                Part::Unknown if nth == full => (0, 2),
                Part::Unknown => (1, 1),
            };
            self.given[id as usize] += given;
            self.family[id as usize] += family;
            self.class_parts[class].0 += given;
            self.class_parts[class].1 += family;
        }
    }
}
