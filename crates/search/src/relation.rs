//! How a typed word meets a written one.

use std::cell::OnceCell;

use crate::distance::distance;
use crate::sound::{Sound, sound};

/// How something was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum How {
    /// The same word.
    Exact,
    /// A beginning of the word.
    Prefix,
    /// A part of the word.
    Infix,
    /// Digits of a number, however it is written.
    Digits,
    /// One or two letters differ.
    Typo,
    /// Another spelling of the same sound.
    Sound,
    /// The same name in another script.
    Script,
    /// An initial for a name, or a name for an initial.
    Initial,
}

impl How {
    /// Its name, as people and programs read it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Prefix => "prefix",
            Self::Infix => "infix",
            Self::Digits => "digits",
            Self::Typo => "typo",
            Self::Sound => "sounds like",
            Self::Script => "other script",
            Self::Initial => "initial",
        }
    }
}

/// Letters of a word, a bit each; the digits share what is left.
pub(crate) fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |bits, b| bits | if b.is_ascii_lowercase() { 1 << (b - b'a') } else { 1 << (26 + b % 6) })
}

/// How many letters a word of so many may have that a typed one has not.
fn beyond(edits: usize, typed: usize, written: usize) -> usize {
    if written > typed { 2 * edits + written - typed } else { edits }
}

/// A written word; what it sounds like is worked out once, and only when somebody asks.
#[derive(Clone, Debug)]
pub(crate) struct Written<'a> {
    text: &'a str,
    foreign: bool,
    letters: u32,
    sound: OnceCell<Sound>,
}

impl<'a> Written<'a> {
    pub fn new(text: &'a str, foreign: bool) -> Self {
        Self { text, foreign, letters: letters(text), sound: OnceCell::new() }
    }
}

/// A typed word, made ready to be compared with many.
#[derive(Clone, Debug)]
pub(crate) struct Typed<'a> {
    pub text: &'a str,
    pub foreign: bool,
    pub sound: Sound,
    /// Letters that may differ.
    pub most: u8,
    /// Its letters.
    pub letters: u32,
}

impl<'a> Typed<'a> {
    pub fn new(text: &'a str, foreign: bool) -> Self {
        // A number of another record is not a misspelt one of this.
        let most = match text.len() {
            _ if text.bytes().any(|b| b.is_ascii_digit()) => 0,
            0..=2 => 0,
            3 | 4 => 1,
            _ => 2,
        };
        Self { text, foreign, sound: sound(text), most, letters: letters(text) }
    }

    /// Whether a word of these letters can be this one with a few of them changed, or go on behind such a one. Each edit
    /// takes one letter away and brings one at most; what follows a beginning may be anything.
    pub fn similar(&self, letters: u32, length: usize) -> bool {
        let (edits, typed) = (usize::from(self.most), self.text.len());
        edits > 0
            && (self.letters & !letters).count_ones() as usize <= edits
            && typed <= length + edits
            && (letters & !self.letters).count_ones() as usize <= beyond(edits, typed, length)
    }

    /// How this meets a written word, and how well: 1 is the same word, anything below 0.3 is not worth showing.
    pub fn meets(&self, word: &Written<'_>) -> Option<(How, f32)> {
        self.meets_heard(word, true)
    }

    /// As [`Typed::meets`]; `heard` is false where it is known already that the two sound otherwise, which takes longest to
    /// find out.
    pub fn meets_heard(&self, word: &Written<'_>, heard: bool) -> Option<(How, f32)> {
        let (typed, written, foreign) = (self.text, word.text, word.foreign);
        if typed == written {
            // Two scripts that fold alike: what is seen on both sides is not the same.
            if typed.len() == 1 {
                // An initial that is written as one is little more than that of a name.
                return Some((How::Exact, 0.75));
            }
            return Some(if self.foreign == foreign { (How::Exact, 1.0) } else { (How::Script, 0.98) });
        }
        let share = |part: usize, whole: usize| part as f32 / whole.max(1) as f32;
        if typed.len() >= 2 && written.starts_with(typed) {
            return Some((How::Prefix, 0.82 + 0.1 * share(typed.len(), written.len())));
        }
        if typed.len() == 1 || written.len() == 1 {
            let initial = typed.get(..1) == written.get(..1) && written.bytes().all(|b| b.is_ascii_alphabetic());
            return initial.then_some((How::Initial, if typed.len() == 1 { 0.7 } else { 0.5 }));
        }
        let near = if heard { self.by_ear(word) } else { None };
        let near = better(near, self.by_eye(word));
        let part = (typed.len() >= 3 && written.contains(typed))
            .then(|| (How::Infix, 0.62 + 0.2 * share(typed.len(), written.len())));
        better(near, part).filter(|(_, weight)| *weight >= 0.3)
    }

    fn by_ear(&self, word: &Written<'_>) -> Option<(How, f32)> {
        let foreign = word.foreign;
        if self.most == 0 && !self.foreign && !foreign {
            return None;
        }
        let other = word.sound.get_or_init(|| sound(word.text));
        if other.full == self.sound.full {
            return Some(self.spoken(0.86, foreign));
        }
        if other.bones != self.sound.bones {
            return None;
        }
        let (edits, _) = distance(self.sound.full.as_bytes(), other.full.as_bytes())?;
        let scripts = self.foreign || foreign;
        // Few consonants are shared by many names: their vowels must say more.
        let most = match self.sound.bones.len() {
            0 | 1 => u8::from(scripts),
            2 => {
                if scripts {
                    2
                } else {
                    1
                }
            }
            _ => 4,
        };
        (edits <= most).then(|| self.spoken(0.78 - 0.08 * f32::from(edits), foreign))
    }

    fn spoken(&self, weight: f32, foreign: bool) -> (How, f32) {
        if self.foreign == foreign { (How::Sound, weight) } else { (How::Script, weight + 0.1) }
    }

    fn by_eye(&self, word: &Written<'_>) -> Option<(How, f32)> {
        let (typed, written) = (self.text.as_bytes(), word.text.as_bytes());
        if !self.similar(word.letters, written.len()) {
            return None;
        }
        let (edits, begun) = distance(typed, written)?;
        let swapped_first = if typed.first() == written.first() { 0.0 } else { 0.04 };
        if edits <= self.most && written.len() >= 3 {
            let length = written.len().max(typed.len()) as f32;
            let weight = if edits == 1 { 0.8 } else { 0.58 } - 0.5 * f32::from(edits) / (length + 3.0) - swapped_first;
            return Some((How::Typo, weight));
        }
        // Somebody still types, and has slipped already.
        let most = match typed.len() {
            0..=4 => 0,
            5..=7 => 1,
            _ => 2,
        };
        (begun <= most && written.len() > typed.len())
            .then(|| (How::Typo, 0.62 - 0.14 * f32::from(begun) - swapped_first))
    }
}

fn better(a: Option<(How, f32)>, b: Option<(How, f32)>) -> Option<(How, f32)> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if b.1 > a.1 { b } else { a }),
        (a, b) => a.or(b),
    }
}

#[cfg(test)]
mod tests {
    use super::{How, Typed, Written};

    #[test]
    fn every_way_to_meet_has_its_name() {
        for (typed, written, how) in [
            ("rina", "rina", Some(How::Exact)),
            ("ri", "rina", Some(How::Prefix)),
            ("herj", "mukherjee", Some(How::Infix)),
            ("mukherji", "mukherjee", Some(How::Sound)),
            ("mohammed", "muhamad", Some(How::Sound)),
            ("rnia", "rina", Some(How::Typo)),
            ("bukherjee", "mukherjee", Some(How::Typo)),
            ("mukhar", "mukherjee", Some(How::Typo)),
            ("r", "rina", Some(How::Initial)),
            ("rina", "r", Some(How::Initial)),
            ("mukherjee", "mukhopadhyay", None),
            ("98300", "98301", None),
            ("sen", "bose", None),
        ] {
            assert_eq!(
                Typed::new(typed, false).meets(&Written::new(written, false)).map(|(how, _)| how),
                how,
                "{typed} {written}"
            );
        }
        assert_eq!(
            Typed::new("mukharji", true).meets(&Written::new("mukherjee", false)).map(|(how, _)| how),
            Some(How::Script)
        );
        assert_eq!(Typed::new("rina", true).meets(&Written::new("rina", false)).map(|(how, _)| how), Some(How::Script));
    }

    #[test]
    fn nearer_words_weigh_more() {
        let weight = |typed, written| {
            Typed::new(typed, false).meets(&Written::new(written, false)).map_or(0.0, |(_, weight)| weight)
        };
        assert!(weight("rina", "rina") > weight("rin", "rina"));
        assert!(weight("rin", "rina") > weight("rnia", "rina"));
        assert!(weight("mukherji", "mukherjee") > weight("mukharjee", "mukherjee"));
        assert!(weight("sanjya", "sanjay") > weight("smajya", "sanjay"));
    }
}
