//! Names: an alignment of words in any order, then what it says of given name, family name and the rest.

use super::{Compared, field, hint};
use crate::corpus::Corpus;
use crate::frequency::{Frequencies, pair_key};
use crate::names::Relation;
use crate::record::MAX_WORDS;
use crate::similarity::{NO_LETTER, distance, jaro_winkler};

/// How well two words agree, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Grade {
    /// The same word.
    Exact = 1,
    /// Two spellings of one.
    Spelling = 2,
    /// A short form, or one slip.
    Close = 3,
    /// Alike.
    Alike = 4,
    /// An initial and a word that it begins.
    Initial = 5,
    /// Nothing of it.
    None = 6,
}

/// Remembers how alike words were: files repeat their names.
pub struct WordMemo {
    /// The two words and the grade, in one number.
    cells: Vec<u64>,
}

impl WordMemo {
    /// Bits of a grade.
    const GRADE: u32 = 4;
    /// Bits of a word's id; of longer ones nothing is remembered.
    const ID: u32 = 30;

    /// For so many words; a file's worth at most.
    pub(super) fn for_words(words: usize) -> Self {
        Self { cells: vec![u64::MAX; (words * 4).next_power_of_two().clamp(64, 1 << 16)] }
    }

    fn grade(&mut self, c: &Corpus, f: &Frequencies, a: u32, b: u32) -> Grade {
        let (a, b) = (a.min(b), a.max(b));
        if b >> Self::ID != 0 {
            return words_alike(c, f, a, b);
        }
        let words = u64::from(a) << Self::ID | u64::from(b);
        let at = crate::text::mix(words) as usize & (self.cells.len() - 1);
        let cell = &mut self.cells[at];
        if *cell >> Self::GRADE != words {
            *cell = words << Self::GRADE | words_alike(c, f, a, b) as u64;
        }
        match *cell & ((1 << Self::GRADE) - 1) {
            2 => Grade::Spelling,
            3 => Grade::Close,
            4 => Grade::Alike,
            _ => Grade::None,
        }
    }
}

/// How alike two different whole words are.
fn words_alike(c: &Corpus, f: &Frequencies, a: u32, b: u32) -> Grade {
    let n = &c.names;
    let may_have_digits = n.letters[a as usize] & n.letters[b as usize] & NO_LETTER != 0;
    if may_have_digits && digits_differ(n.text(a), n.text(b)) {
        return Grade::None;
    }
    if n.class[a as usize] == n.class[b as usize] {
        return Grade::Spelling;
    }
    match n.relation(a, b) {
        Some(Relation::Spelling) => return Grade::Spelling,
        Some(Relation::Short) => return Grade::Close,
        None => {}
    }
    let (x, y) = (n.text(a), n.text(b));
    let (short, long) = if x.len() <= y.len() { (x, y) } else { (y, x) };
    if short.len() < 2 {
        return Grade::None;
    }
    // Rajesh is no slip of Ramesh: two names that many bear are two names, however alike.
    let common = |id: u32| f.class[n.class[id as usize] as usize] > COMMON;
    let two_names = common(a) && common(b);
    let apart = (n.letters[a as usize] ^ n.letters[b as usize]).count_ones();
    let slips = if apart > 4 { 3 } else { distance(x, y, 2) };
    if !two_names && (slips == 1 && short.len() >= 4 || slips == 2 && short.len() >= 8) {
        return Grade::Close;
    }
    if short.len() >= 3 && long.starts_with(short) {
        return if short.len() >= 4 { Grade::Close } else { Grade::Alike };
    }
    let bones = n.bones[a as usize];
    if bones != 0 && bones == n.bones[b as usize] && short.len() >= 4 {
        return Grade::Alike;
    }
    if two_names {
        return Grade::None;
    }
    if slips == 1 || slips == 2 && short.len() >= 5 {
        return Grade::Alike;
    }
    let begin_alike = x.as_bytes().first() == y.as_bytes().first();
    if short.len() >= 4 && apart <= 6 && begin_alike && jaro_winkler(x, y) >= 0.88 { Grade::Alike } else { Grade::None }
}

/// `Client12` and `Client13` are counted, not misspelt: words with figures of their own are two words.
pub(super) fn digits_differ(x: &str, y: &str) -> bool {
    let digits = |s: &str| s.bytes().filter(u8::is_ascii_digit).collect::<Vec<_>>();
    let has = |s: &str| s.bytes().any(|b| b.is_ascii_digit());
    has(x) && has(y) && digits(x) != digits(y)
}

/// Whether one is the beginning of the other: Tejas and Tejashree, Farhan and Farhana.
fn begins(x: &str, y: &str) -> bool {
    x.starts_with(y) || y.starts_with(x)
}

/// Log2 frequency from which a name is one that many bear.
const COMMON: f32 = -10.5;

/// Bits by which a shared word must be a given name more clearly than the words that two names don't share.
const CLEARLY: f32 = 4.0;

/// Bits from which a word that stands alone may be a given name.
const ALONE: f32 = -1.2;

/// Bits that the place in a name tells: the first of several words is given, the last the family's.
const PLACE: f32 = 1.5;

/// By word of a name: how much more likely it is a given than a family name, in bits.
pub(super) type Leanings = [f32; MAX_WORDS];

/// What is looked up of a word for every pair, side by side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// How much more often it is a given than a family name, in bits.
    given: f32,
    /// Log2 of how often it is borne.
    chance: f32,
    /// Log2 of how often any word of its class is.
    class_chance: f32,
    /// Its letters, a bit each.
    letters: u32,
    /// What words of one class, and words of the same consonants, have in common.
    sound: u32,
    /// First letter of the romanised form.
    first: u8,
    /// First byte of the word as it stands.
    begins: u8,
    length: u8,
    is_initial: bool,
    /// Whether the graph of variants knows it.
    has_relations: bool,
}

impl Word {
    /// Whether this is no form of the other, by what [`words_alike`] would look at: no class, variant or consonants in common,
    /// neither begins the other, and they are too different for slips and for being alike, or both names that many bear. Asked
    /// of most words of two names, without their texts.
    fn is_nothing_of(&self, other: &Self) -> bool {
        let two_names = self.class_chance > COMMON && other.class_chance > COMMON;
        let apart = (self.letters ^ other.letters).count_ones();
        let (short, long) = if self.length <= other.length { (self, other) } else { (other, self) };
        let may_slip = apart <= 4 && long.length - short.length <= 2;
        let may_be_alike = apart <= 6 && short.length >= 4 && self.begins == other.begins;
        self.sound != other.sound
            && short.letters & !long.letters != 0
            && (two_names || !may_slip && !may_be_alike)
            && !(self.has_relations && other.has_relations)
    }
}

/// The words of a corpus, by id.
pub(super) fn words(c: &Corpus, f: &Frequencies) -> Vec<Word> {
    let n = &c.names;
    let word = |id: usize| Word {
        given: f.given[id],
        chance: f.word[id],
        class_chance: f.class[n.class[id] as usize],
        letters: n.letters[id],
        sound: if n.bones[id] == 0 { n.key[id] as u32 } else { n.bones[id] as u32 },
        first: n.first[id],
        begins: n.text(id as u32).bytes().next().unwrap_or_default(),
        length: u8::try_from(n.text(id as u32).len()).unwrap_or(u8::MAX),
        is_initial: n.is_initial(id as u32),
        has_relations: n.has_relations[id],
    };
    (0..n.len()).map(word).collect()
}

/// What a file's other names say of each word, and where it stands in this one.
pub(super) fn leanings(all: &[Word], words: &[u32]) -> Leanings {
    let mut out = [0.0; MAX_WORDS];
    let (mut first, mut last, mut full) = (0, 0, 0);
    for (i, id) in words.iter().enumerate().take(MAX_WORDS) {
        let word = &all[*id as usize];
        out[i] = word.given;
        if !word.is_initial {
            if full == 0 {
                first = i;
            }
            last = i;
            full += 1;
        }
    }
    if full > 1 {
        out[first] += PLACE;
        out[last] -= PLACE;
    }
    out
}

#[derive(Clone, Copy)]
struct Link {
    a: usize,
    b: usize,
    grade: Grade,
    given: f32,
}

pub(super) fn compare(
    c: &Corpus,
    f: &Frequencies,
    (all, memo): (&[Word], &mut WordMemo),
    (a, lean_x): (usize, &Leanings),
    b: usize,
    out: &mut Compared,
) {
    let (x, y) = (c.words(a), c.words(b));
    if x.is_empty() || y.is_empty() {
        return;
    }
    let n = &c.names;
    let lean_y = leanings(all, y);
    let mut links = [Link { a: 0, b: 0, grade: Grade::None, given: 0.0 }; MAX_WORDS];
    let mut count = 0;
    let (mut used_x, mut used_y) = (0u16, 0u16);
    for (i, p) in x.iter().enumerate() {
        if let Some(j) = y.iter().enumerate().position(|(j, q)| p == q && used_y & 1 << j == 0) {
            links[count] = Link { a: i, b: j, grade: Grade::Exact, given: (lean_x[i] + lean_y[j]) / 2.0 };
            count += 1;
            used_x |= 1 << i;
            used_y |= 1 << j;
        }
    }
    let all_x = (1u16 << x.len()) - 1;
    let all_y = (1u16 << y.len()) - 1;
    if used_x != all_x && used_y != all_y {
        count = align_rest(c, f, (all, memo), (x, y), (&mut used_x, &mut used_y), &mut links, count, (lean_x, &lean_y));
    }
    let links = &links[..count];

    // Which link speaks for the given name, which for the family name.
    let is_initial = |id: u32| all[id as usize].is_initial;
    let word_link = |l: &Link| !is_initial(x[l.a]) || !is_initial(y[l.b]);
    let (mut g, mut s): (Option<usize>, Option<usize>) = (None, None);
    let mut unlike = false;
    for (at, link) in links.iter().enumerate().filter(|(_, l)| word_link(l)) {
        let better = |old: Option<usize>, more_given: bool| {
            old.is_none_or(|o| {
                let old = &links[o];
                let rank =
                    |l: &Link| (u8::from(l.grade == Grade::Initial), if more_given { -l.given } else { l.given });
                let (r, q) = (rank(link), rank(old));
                r.0 < q.0 || r.0 == q.0 && r.1 < q.1
            })
        };
        if link.given >= 0.0 {
            if better(g, true) {
                g = Some(at);
            }
        } else if better(s, false) {
            s = Some(at);
        }
    }
    let loose = |words: &[u32], leans: &Leanings, used: u16| {
        let (mut givens, mut families, mut initials) = (0u8, 0u8, 0u8);
        let mut most_given = f32::NEG_INFINITY;
        for (i, id) in words.iter().enumerate().filter(|(i, _)| used & 1 << i == 0) {
            if is_initial(*id) {
                initials += 1;
                continue;
            }
            most_given = most_given.max(leans[i]);
            if leans[i] >= 0.0 {
                givens += 1;
            } else {
                families += 1;
            }
        }
        (givens, families, initials, most_given)
    };
    let alone = |words: &[u32], leans: &Leanings| {
        let mut full = words.iter().zip(leans).filter(|(id, _)| !is_initial(**id));
        full.next().is_some_and(|(_, lean)| *lean >= ALONE) && full.next().is_none()
    };
    let (xg, xf, xi, x_left) = loose(x, lean_x, used_x);
    let (yg, yf, yi, y_left) = loose(y, &lean_y, used_y);
    // Both have a word that the other lacks. What they share is then no given name unless it is one far more clearly than
    // what tells the two apart: spouses share their family name, brothers may share all but one word.
    let doubt = x_left.min(y_left) + CLEARLY;
    if let Some(at) = g.filter(|at| links[*at].grade != Grade::Initial && links[*at].given < doubt) {
        g = None;
        s = s.or(Some(at));
        unlike = true;
    }

    if let Some(at) = g {
        let link = &links[at];
        // A given name that one writes before the one that agrees: what agrees is then the father's or the family's. Where the
        // other writes no more than initials beside it, any word may be that given name.
        let short = s.is_none() && xi + yi > 0;
        let before = |words: &[u32], leans: &Leanings, used: u16, place: usize| {
            let loose = words.iter().zip(leans).enumerate().filter(|(i, _)| used & 1 << i == 0);
            loose.take_while(|(i, _)| *i < place).any(|(_, (id, lean))| !is_initial(*id) && (*lean >= 0.0 || short))
        };
        // An initial here that begins a given name there: Amarjeet Anand may be one of the family of A. Anand.
        let initial_before = |l: &Link| {
            let given = |words: &[u32], lean: &Leanings, at: usize, place: usize| {
                at < place && !is_initial(words[at]) && lean[at] >= 0.0
            };
            l.grade == Grade::Initial && (given(x, lean_x, l.a, link.a) || given(y, &lean_y, l.b, link.b))
        };
        let one_word = s.is_none() && links.iter().any(initial_before);
        let (p, q) = (x[link.a], y[link.b]);
        let forms = link.grade == Grade::Close && n.relation(p, q).is_none() && begins(n.text(p), n.text(q));
        // An initial beside a given name of its own is no other's given name.
        let has_given = |words: &[u32], leans: &Leanings, used: u16| {
            let mut loose = words.iter().zip(leans).enumerate().filter(|(i, _)| used & 1 << i == 0);
            loose.any(|(_, (id, lean))| !is_initial(*id) && *lean >= 0.0)
        };
        let beside = link.grade == Grade::Initial
            && if is_initial(p) { has_given(x, lean_x, used_x) } else { has_given(y, &lean_y, used_y) };
        if one_word || forms || beside || before(x, lean_x, used_x, link.a) || before(y, &lean_y, used_y, link.b) {
            out.hints |= hint::NAME_UNSURE;
        }
    }

    // One word, and it is the family's.
    let unnamed = |words: &[u32], loose: u8| loose == 0 && words.len() == 1 && !is_initial(words[0]);
    if g.is_none() && (unnamed(x, xg + xf) || unnamed(y, yg + yf)) {
        out.hints |= hint::NO_GIVEN;
    }

    let frequency = |link: &Link| {
        let (p, q) = (x[link.a], y[link.b]);
        match link.grade {
            Grade::Exact => all[p as usize].chance,
            Grade::Spelling | Grade::Close => {
                // How often anybody bears a name of either class.
                let (p, q) = (all[p as usize].class_chance, all[q as usize].class_chance);
                p.max(q) + if link.grade == Grade::Close { 1.0 } else { 0.0 }
            }
            Grade::Initial => -3.6,
            _ => f32::NAN,
        }
    };
    match g {
        Some(at) => out.set_by_chance(field::GIVEN, links[at].grade as u8, frequency(&links[at])),
        None if unlike || xg > 0 && yg > 0 => out.set(field::GIVEN, 6),
        // The family names agree, or a name is one word: what is left on both sides are given names, whatever they are elsewhere.
        None if (s.is_some() || alone(x, lean_x) || alone(y, &lean_y)) && xg + xf > 0 && yg + yf > 0 => {
            out.set(field::GIVEN, 6)
        }
        // An initial that begins no given name of the other side, where no given name is written beside it.
        None if (xg > 0 && yi > 0 && yg == 0) || (yg > 0 && xi > 0 && xg == 0) => out.set(field::GIVEN, 7),
        None => {}
    }
    match s {
        Some(at) => out.set_by_chance(field::FAMILY, links[at].grade as u8, frequency(&links[at])),
        None if xf > 0 && yf > 0 => out.set(field::FAMILY, 6),
        None => {}
    }
    let mut best: Option<(u8, f32)> = None;
    for (at, link) in links.iter().enumerate() {
        if Some(at) == g || Some(at) == s {
            continue;
        }
        let found = if !word_link(link) {
            (2, -3.6)
        } else if link.grade == Grade::Initial {
            (3, -3.2)
        } else {
            (1, frequency(link))
        };
        if best.is_none_or(|b| found.0 < b.0) {
            best = Some(found);
        }
    }
    let second = s.or_else(|| {
        let mut others = (0..links.len()).filter(|at| Some(*at) != g && word_link(&links[*at]));
        others.find(|at| links[*at].grade <= Grade::Close)
    });
    if let (Some(at), Some(with)) = (g, second)
        && links[at].grade <= Grade::Close
        && links[with].grade <= Grade::Close
    {
        // Names of one community come together: what the second word adds is less than its own rarity.
        let (one, two) = (&links[at], &links[with]);
        let (p, q) = (frequency(one), frequency(two));
        let key = |id: u32| n.key[id as usize];
        let [here, there] = [(x[one.a], x[two.a]), (y[one.b], y[two.b])].map(|(p, q)| pair_key(key(p), key(q)));
        let mut both = f.both(here, p + q);
        if there != here {
            both = both.max(f.both(there, p + q));
        }
        if s.is_some() {
            out.chance[field::FAMILY] = both - p;
        } else if let Some((1, chance)) = &mut best {
            *chance = chance.max(both - p);
        }
    }
    match best {
        Some((level, chance)) => out.set_by_chance(field::OTHER, level, chance),
        None if xi > 0 && yi > 0 => out.set(field::OTHER, 5),
        None if g.is_some() && xg > 0 && yg > 0 => out.set(field::OTHER, 6),
        None if g.is_some() && ((xi > 0 && yg + yf > 0) || (yi > 0 && xg + xf > 0)) => out.set(field::OTHER, 4),
        None => {}
    }
}

/// Links what is not the same word, best first.
#[allow(clippy::too_many_arguments)]
fn align_rest(
    c: &Corpus,
    f: &Frequencies,
    (all, memo): (&[Word], &mut WordMemo),
    (x, y): (&[u32], &[u32]),
    (used_x, used_y): (&mut u16, &mut u16),
    links: &mut [Link; MAX_WORDS],
    mut count: usize,
    (lean_x, lean_y): (&Leanings, &Leanings),
) -> usize {
    let is_initial = |id: u32| all[id as usize].is_initial;
    let has_given = |words: &[u32], leans: &Leanings, used: u16| {
        let mut left = words.iter().zip(leans).enumerate().filter(|(i, _)| used & 1 << i == 0);
        left.any(|(_, (id, lean))| !is_initial(*id) && *lean >= 0.0)
    };
    let mut grades = [[Grade::None; MAX_WORDS]; MAX_WORDS];
    let mut any = false;
    for (i, p) in x.iter().enumerate().filter(|(i, _)| *used_x & 1 << i == 0) {
        for (j, q) in y.iter().enumerate().filter(|(j, _)| *used_y & 1 << j == 0) {
            grades[i][j] = match (is_initial(*p), is_initial(*q)) {
                (false, false) if all[*p as usize].is_nothing_of(&all[*q as usize]) => Grade::None,
                (false, false) => memo.grade(c, f, *p, *q),
                (true, true) => Grade::None,
                _ if all[*p as usize].first == all[*q as usize].first => Grade::Initial,
                _ => Grade::None,
            };
            any |= grades[i][j] != Grade::None;
        }
    }
    if !any {
        return count;
    }
    loop {
        let mut best: Option<(Grade, f32, usize, usize)> = None;
        for i in (0..x.len()).filter(|i| *used_x & 1 << i == 0) {
            for j in (0..y.len()).filter(|j| *used_y & 1 << j == 0) {
                let grade = grades[i][j];
                if grade == Grade::None {
                    continue;
                }
                // Among equals, words that play the same part. An initial first stands for a given name, unless one is written
                // out beside it that the other name lacks: Madhu S is no Siddharth Srivastava.
                let apart = if grade == Grade::Initial {
                    let (beside, word) = if is_initial(x[i]) {
                        (has_given(x, lean_x, *used_x), lean_y[j])
                    } else {
                        (has_given(y, lean_y, *used_y), lean_x[i])
                    };
                    if beside { word } else { -word }
                } else {
                    (lean_x[i] - lean_y[j]).abs()
                };
                if best.is_none_or(|(g, d, ..)| grade < g || grade == g && apart < d) {
                    best = Some((grade, apart, i, j));
                }
            }
        }
        let Some((grade, _, i, j)) = best else { return count };
        *used_x |= 1 << i;
        *used_y |= 1 << j;
        let part = match grade {
            Grade::Initial if is_initial(x[i]) => lean_y[j],
            Grade::Initial => lean_x[i],
            _ => (lean_x[i] + lean_y[j]) / 2.0,
        };
        if count < links.len() {
            links[count] = Link { a: i, b: j, grade, given: part };
            count += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frequency::Counts;
    use crate::names::Part;
    use crate::record::Features;
    use crate::shape::{Role, Shape};

    #[test]
    fn words_passed_over_without_their_texts_are_nothing_of_each_other() {
        let shape = Shape { columns: vec![(0, Role::Name(Part::Unknown))], custom: vec![] };
        let mut corpus = Corpus::new(shape.clone());
        let names = [
            "Margaret Peggy",
            "Lakshminarayanan Laxmi",
            "Subramanian Subramaniam",
            "Mohammed Muhammad Md",
            "Client12 Client13",
            "Khalid Khaled",
            "Jennifer Gwenhwyfar",
            "Tejas Tejashree",
            "William Bill",
            "Ng Ee",
            "Christopher Kristofer",
        ];
        for name in names {
            corpus.push(&Features::of(&shape, |_| name), &mut String::new());
        }
        let frequencies = Frequencies::of(&corpus, &Counts::of(&corpus));
        let all = words(&corpus, &frequencies);
        let whole = || (0..all.len()).filter(|id| !all[*id].is_initial);
        let mut passed = 0;
        for (a, b) in whole().flat_map(|a| whole().filter(move |b| *b != a).map(move |b| (a, b))) {
            if all[a].is_nothing_of(&all[b]) {
                passed += 1;
                assert_eq!(words_alike(&corpus, &frequencies, a as u32, b as u32), Grade::None);
            }
        }
        assert!(passed > 100, "{passed}");
    }
}
