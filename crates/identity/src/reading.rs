//! Rows of a file straight into a corpus, for whole files: what a cell, a piece of a name or of an address says that was seen
//! before is remembered, since names, streets, cities and companies repeat.

use crate::corpus::{Corpus, KNOWN, Known};
use crate::lexicon::NameWord;
use crate::names::{Part, Taker, WordKind, words_to};
use crate::record::{Features, MAX_VALUES, MAX_WORD, MAX_WORDS, is_nothing};
use crate::shape::{Role, Shape};
use crate::text::{hash, mix};
use crate::values::{email, place};

/// Reads rows of one shape into a corpus, as [`Features::of`] and [`Corpus::push`] do one by one: the same rows come out.
pub struct Reading {
    shape: Shape,
    /// By column of the shape: which of the values that a row has one of at most is told by this column alone.
    alone: Vec<Option<usize>>,
    memos: Vec<Memo>,
    /// Words by pieces of names, with the gender that the ending tells.
    pieces: Memo,
    /// Words by pieces of addresses.
    streets: Memo,
    /// Domains by what stands behind the sign of an address.
    domains: Memo,
    features: Features,
    known: Known,
    scratch: String,
    join: String,
}

impl Reading {
    /// For files of this shape, and one corpus.
    #[must_use]
    pub fn new(shape: Shape) -> Self {
        let slot = |role: Role| match role {
            Role::Company => Some(0),
            Role::PostalCode => Some(1),
            Role::City => Some(2),
            Role::Custom(at) => Some(3 + usize::from(at)).filter(|slot| *slot < KNOWN),
            _ => None,
        };
        let alone = shape.columns.iter().map(|(_, role)| {
            // A company over two columns is one of both.
            slot(*role).filter(|_| shape.columns.iter().filter(|(_, other)| other == role).count() == 1)
        });
        Self {
            alone: alone.collect(),
            memos: vec![Memo::default(); KNOWN],
            pieces: Memo::default(),
            streets: Memo::default(),
            domains: Memo::default(),
            features: Features::default(),
            known: Known::default(),
            scratch: String::new(),
            join: String::new(),
            shape,
        }
    }

    /// Adds a row. `cell` gives the text of a column of the shape, empty where there is none.
    pub fn push<'a>(&mut self, corpus: &mut Corpus, cell: impl Fn(usize) -> &'a str) {
        let Self { shape, alone, memos, pieces, streets, domains, features, known, scratch, join } = self;
        features.clear();
        known.clear();
        let mut new = [0u64; KNOWN];
        for ((column, role), slot) in shape.columns.iter().zip(alone.iter()) {
            let text = trimmed(cell(*column));
            if is_nothing(text) {
                continue;
            }
            if let Some(slot) = *slot {
                let key = key(text.as_bytes());
                if let Some(value) = memos[slot].get(key) {
                    known.values[slot] = value;
                    continue;
                }
                new[slot] = key;
            }
            match role {
                Role::Name(part) => {
                    let words = &mut known.words;
                    words_to(text, *part, &mut features.marks, scratch, &mut Name { corpus, words, memo: pieces });
                }
                Role::Address => address(text, corpus, streets, &mut known.address, scratch),
                Role::Email => mailboxes(text, corpus, domains, &mut known.emails, scratch),
                role => features.add(*role, text, scratch),
            }
        }
        corpus.push_known(features, known, join);
        for (slot, key) in new.iter().enumerate().filter(|(_, key)| **key != 0) {
            memos[slot].put(*key, corpus.value(corpus.len() - 1, slot));
        }
    }

    /// Adds a row without content, for one whose cells can't be told apart.
    pub fn push_nothing(&mut self, corpus: &mut Corpus) {
        self.push(corpus, |_| "");
    }
}

/// As [`str::trim`]; most cells have nothing to trim, and that is seen at once.
fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => text,
        _ => text.trim(),
    }
}

/// Takes the words of a name into a corpus and remembers the pieces that gave them.
struct Name<'a> {
    corpus: &'a mut Corpus,
    words: &'a mut Vec<NameWord>,
    memo: &'a mut Memo,
}

impl Name<'_> {
    /// Bits of an id in what is remembered; the gender stands above them.
    const ID_BITS: u32 = 29;
    /// Bytes of the pieces that are looked for at least: no shorter one is a whole word wherever it stands.
    const LEAST: usize = 4;

    fn add(&mut self, id: u32, kind: WordKind, part: Part) {
        self.words.push(NameWord { id, kind, part });
    }

    fn has_room(&self) -> bool {
        self.words.len() < MAX_WORDS
    }
}

impl Taker for Name<'_> {
    fn take(&mut self, word: &str, kind: WordKind, part: Part) {
        if self.has_room() && word.len() <= MAX_WORD {
            let id = self.corpus.names.intern(word);
            self.add(id, kind, part);
        }
    }

    fn take_plain(&mut self, piece: &str, word: &str, gender: i8, part: Part) {
        let before = self.words.len();
        self.take(word, WordKind::Full, part);
        if let Some(taken) = self.words.get(before).filter(|taken| taken.id >> Self::ID_BITS == 0) {
            let gender = (gender + 1) as u32;
            self.memo.put(key(piece.as_bytes()), gender << Self::ID_BITS | taken.id);
        }
    }

    fn take_again(&mut self, piece: &str, part: Part) -> Option<i8> {
        if piece.len() < Self::LEAST {
            return None;
        }
        let told = self.memo.get(key(piece.as_bytes()))?;
        if self.has_room() {
            self.add(told & ((1 << Self::ID_BITS) - 1), WordKind::Full, part);
        }
        Some((told >> Self::ID_BITS) as i8 - 1)
    }
}

/// Adds the words of an address, as [`place::address_words`] gives them.
fn address(text: &str, corpus: &mut Corpus, memo: &mut Memo, out: &mut Vec<u32>, scratch: &mut String) {
    /// In place of a word's id: the piece is no word.
    const NONE: u32 = u32::MAX;
    // What these fold to may be several words, or one with what stands beside it.
    if text.bytes().any(|b| !b.is_ascii() || b == b'\'') {
        return place::address_words(text, scratch, |word, number| {
            if out.len() < MAX_VALUES {
                out.push(corpus.street(word, number));
            }
        });
    }
    let mut rest = text.as_bytes();
    while let Some(start) = rest.iter().position(u8::is_ascii_alphanumeric) {
        let tail = rest.get(start..).unwrap_or_default();
        let end = tail.iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(tail.len());
        let (piece, after) = tail.split_at(end);
        rest = after;
        if out.len() >= MAX_VALUES {
            return;
        }
        let key = key(piece);
        let told = memo.get(key).unwrap_or_else(|| {
            let mut told = NONE;
            let piece = std::str::from_utf8(piece).unwrap_or_default();
            place::address_words(piece, scratch, |word, number| told = corpus.street(word, number));
            memo.put(key, told);
            told
        });
        if told != NONE {
            out.push(told);
        }
    }
}

/// Adds the mailboxes of a cell, as [`email::each`] gives them.
fn mailboxes(cell: &str, corpus: &mut Corpus, memo: &mut Memo, out: &mut Vec<(u32, u32)>, scratch: &mut String) {
    /// Marks a domain whose provider takes no note of dots.
    const DOTLESS: u32 = 1 << 31;
    let Some((local, domain)) = email::plain(cell) else {
        return email::each(cell, scratch, |local, domain| {
            if out.len() < MAX_VALUES {
                out.push((corpus.locals.intern(local), corpus.domain(domain)));
            }
        });
    };
    if out.len() >= MAX_VALUES {
        return;
    }
    let key = key(domain.as_bytes());
    let told = memo.get(key).unwrap_or_else(|| {
        let told = email::read(cell, scratch, |_, domain| {
            corpus.domain(domain) | if email::is_dotless(domain) { DOTLESS } else { 0 }
        });
        // It has just been seen to be an address.
        let told = told.unwrap_or_default();
        memo.put(key, told);
        told
    });
    scratch.clear();
    email::fold_local(local, told & DOTLESS != 0, scratch);
    out.push((corpus.locals.intern(scratch), told & !DOTLESS));
}

/// What a text is remembered by: as good as [`hash`], and quicker for short ones; never 0.
fn key(text: &[u8]) -> u64 {
    let four = |at: usize| text.get(at..at + 4).and_then(|b| b.try_into().ok()).map_or(0, u32::from_le_bytes);
    let eight = |at: usize| text.get(at..at + 8).and_then(|b| b.try_into().ok()).map_or(0, u64::from_le_bytes);
    // The beginning and the end, which are all of it, and the length, which tells 1111 from 11111.
    let stirred = |all: u64| mix(all.wrapping_mul(0x9fb2_1c65_1e98_df25).wrapping_add(text.len() as u64));
    let key = match text.len() {
        4..=7 => stirred(u64::from(four(0)) << 32 | u64::from(four(text.len() - 4))),
        8..=16 => mix(stirred(eight(0)) ^ eight(text.len() - 8)),
        _ => hash(text),
    };
    key | 1
}

/// The values of texts seen before: the last one at each place.
#[derive(Clone, Debug, Default)]
struct Memo {
    cells: Vec<(u64, u32)>,
}

impl Memo {
    const PLACES: usize = 1 << 15;

    fn get(&self, key: u64) -> Option<u32> {
        self.cells.get(Self::place(key)).filter(|(seen, _)| *seen == key).map(|(_, value)| *value)
    }

    fn put(&mut self, key: u64, value: u32) {
        if self.cells.is_empty() {
            self.cells = vec![(0, 0); Self::PLACES];
        }
        if let Some(cell) = self.cells.get_mut(Self::place(key)) {
            *cell = (key, value);
        }
    }

    fn place(key: u64) -> usize {
        (key >> 32) as usize % Self::PLACES
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_is_told_apart_by_its_length_too() {
        let texts = ["1111", "11111", "111111", "22222223", "222222223", "2222222222222222", "", "1", "rao", "raoo"];
        let keys: std::collections::BTreeSet<u64> = texts.iter().map(|text| key(text.as_bytes())).collect();
        assert_eq!(keys.len(), texts.len());
        assert!(!keys.contains(&0));
    }

    #[test]
    fn names_and_addresses_read_at_once_are_those_read_one_by_one() {
        let columns = vec![(0, Role::Name(Part::Unknown)), (1, Role::Name(Part::Family)), (2, Role::Address)];
        let shape = Shape { columns, custom: vec![] };
        let names = [
            "Jigneshbhai Patel",
            "Heenaben Patel",
            "Patel, Jigneshbhai",
            "Abdul Patel",
            "Abd al Rahman Haddad",
            "Sheikh Khalid Nasser",
            "Khalid Sheikh",
            "SEAN O'BRIEN",
            "Sean O'Brien",
            "Zo\u{eb} Haddad (buyer)",
            "Dr Mrs KSR Khalid Jr",
            "Anna Bertha Clara Dora Emma Frieda Gerda Hanna Irma Johanna",
            "Client12 2BHK Client13",
            " Khalid\u{a0}",
        ];
        let addresses = [
            "Flat No. 007, Lotus Apts, MG Rd",
            "No.7 O'Connor Rd",
            "1111 and 11111 Lotus Road, Lotus",
            "Zo\u{eb} Str 12",
            "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 Lotus",
            "",
        ];
        let (mut one, mut other) = (Corpus::new(shape.clone()), Corpus::new(shape.clone()));
        let mut reading = Reading::new(shape.clone());
        let mut rows = 0;
        for (at, name) in names.iter().chain(names.iter().rev()).enumerate() {
            for family in ["", "Haddad", "Patel"] {
                let cells = [*name, family, addresses[(at + family.len()) % addresses.len()]];
                one.push(&Features::of(&shape, |column| cells[column]), &mut String::new());
                reading.push(&mut other, |column| cells[column]);
                rows += 1;
            }
        }
        assert_eq!(one.content, other.content);
        assert_eq!((&one.names.given, &one.names.family), (&other.names.given, &other.names.family));
        assert_eq!(one.streets.rows, other.streets.rows);
        for row in 0..rows {
            assert_eq!((one.words(row), one.address(row)), (other.words(row), other.address(row)));
            assert_eq!((one.row(row).marks, one.row(row).told), (other.row(row).marks, other.row(row).told));
        }
    }

    #[test]
    fn mailboxes_read_at_once_are_those_read_one_by_one() {
        let shape = Shape { columns: vec![(0, Role::Email), (1, Role::Email)], custom: vec![] };
        let (mut one, mut other) = (Corpus::new(shape.clone()), Corpus::new(shape.clone()));
        let mut reading = Reading::new(shape.clone());
        let cells = [
            "Meera.Rao+crm@GoogleMail.com",
            "m.e.e.r.a.rao@gmail.com",
            "+91@gmail.com",
            "+a+b@rao.example",
            "M.Rao@Rao.Example",
            "Meera <meera@rao.example>; info@rao.example",
            "meera@gmial.com, meera@rao",
            "zo\u{eb}.rao@gmail.com",
            ".rao@gmail.com.",
            "nobody",
            "",
        ];
        for (left, right) in cells.iter().flat_map(|left| cells.iter().map(move |right| (left, right))) {
            let row = [*left, *right];
            one.push(&Features::of(&shape, |column| row[column]), &mut String::new());
            reading.push(&mut other, |column| row[column]);
        }
        assert_eq!(one.content, other.content);
        assert_eq!((&one.locals.rows, &one.public), (&other.locals.rows, &other.public));
        for row in 0..one.len() {
            assert_eq!((one.emails(row), one.row(row).told), (other.emails(row), other.row(row).told));
        }
    }

    #[test]
    fn rows_read_at_once_are_those_read_one_by_one() {
        let mut shape = Shape {
            columns: vec![(0, Role::Name(Part::Unknown)), (1, Role::Company), (2, Role::City), (3, Role::PostalCode)],
            custom: vec![],
        };
        assert!(shape.add_custom(4, "tier", true));
        let rows = [
            ["Meera Rao", "Zenith Traders Pvt. Ltd.", "Bombay", "400 007", "Gold"],
            ["M. Rao", "zenith traders", "Mumbai", "400007", "-"],
            ["Meera Rao", "Zenith Traders Pvt. Ltd.", "Bombay", "400 007", "Gold"],
            ["Arjun Sen", "", "()", "N/A", "gold"],
            ["Arjun Sen", "Pvt", "()", "--", "Silver"],
        ];
        for columns in [shape.columns.clone(), [&shape.columns[..], &[(0, Role::Company)]].concat()] {
            let shape = Shape { columns, custom: shape.custom.clone() };
            let (mut one, mut other) = (Corpus::new(shape.clone()), Corpus::new(shape.clone()));
            let mut reading = Reading::new(shape.clone());
            for row in rows {
                one.push(&Features::of(&shape, |column| row[column]), &mut String::new());
                reading.push(&mut other, |column| row[column]);
            }
            assert_eq!(one.content, other.content);
            assert_eq!(one.companies.rows, other.companies.rows);
            assert_eq!(one.places.rows, other.places.rows);
            for row in 0..rows.len() {
                assert_eq!(one.row(row).company, other.row(row).company);
                assert_eq!((one.row(row).postal, one.row(row).city), (other.row(row).postal, other.row(row).city));
                assert_eq!((one.words(row), one.custom(row)), (other.words(row), other.custom(row)));
            }
        }
    }
}
