//! A query as expressions of FTS5 over the terms of [`crate::Document`]. Folded words hold letters and digits only, so that
//! nothing typed can be taken for an operator.

use crate::document::{DIGITS, GRAM, INITIAL, LAST};
use crate::fold::parts;
use crate::query::{Query, Word};
use crate::vocabulary::{Begun, Vocabulary};

/// Digits at the end of a number that few others share.
const TELLING: usize = 7;

/// Letters of a word that begins very many others.
const SHORT: usize = 3;

/// As many words as one may begin to be looked for each by itself. An index that has no beginnings of that length puts all
/// records of all these words together before it looks at what else was typed; of words, it only reads what it needs.
const BEGUN: usize = 48;

/// Letters from which on an index of terms has no beginnings of its own.
const LONG: usize = 4;

/// Nearest words that are looked for each by itself.
const NEAREST: usize = 5;

/// How far the ranks of two near words may add up, and how many pairs are looked for at most.
const TWO_RANKS: usize = 3;
const TWO: usize = 24;

/// How far from what was typed an expression looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breadth {
    /// The words themselves, what they begin, and digits of numbers.
    Exact,
    /// Also the few nearest words.
    Near,
    /// Also all that could be meant.
    Wide,
}

impl Breadth {
    fn words(self) -> usize {
        match self {
            Self::Exact => 0,
            Self::Near => 5,
            Self::Wide => 28,
        }
    }
}

/// A word near to one that was typed.
#[derive(Clone, Debug, PartialEq)]
struct NearWord {
    text: String,
    named: bool,
    weight: f32,
}

/// An expression with one near word in the place of the word it is near to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneNear {
    /// What is looked for.
    pub expression: String,
    /// All of it may be parts of somebody's name; otherwise nobody is called so.
    pub named: bool,
    /// How near the word is among those of its place, the nearest being 0.
    pub rank: usize,
}

/// The expressions of one query.
#[derive(Clone, Debug)]
pub struct Expressions<'a> {
    query: &'a Query,
    near: Vec<Vec<NearWord>>,
    /// What each word begins; nothing is known of one with digits or of few letters.
    begun: Vec<Option<Begun>>,
    /// Words that so many records have that a beginning of others is not looked for at first.
    common: Vec<bool>,
}

impl<'a> Expressions<'a> {
    /// Of what was typed as it is; [`Expressions::widen`] tells it the words that are near.
    #[must_use]
    pub fn new(query: &'a Query) -> Self {
        Self { query, near: Vec::new(), begun: Vec::new(), common: Vec::new() }
    }

    /// Learns which words the typed ones begin: each of a few is then looked for by itself. Only of a vocabulary that has
    /// every word of the index.
    pub fn begin(&mut self, vocabulary: &Vocabulary) {
        let known = |text: &str| text.len() > 1 && text.bytes().all(|b| b.is_ascii_lowercase());
        let begun = |w: &Word| known(&w.text).then(|| vocabulary.begun(&w.text, BEGUN));
        self.begun = self.query.words.iter().map(begun).collect();
    }

    /// Whether all that was typed can be parts of names: the words themselves, or else what they begin.
    #[must_use]
    pub fn nameable(&self, exact: bool) -> bool {
        (0..self.query.words.len()).all(|at| self.nameable_at(at, exact))
    }

    fn nameable_at(&self, at: usize, exact: bool) -> bool {
        let Some(word) = self.query.words.get(at) else { return true };
        match self.begun.get(at) {
            _ if word.is_number() => word.text.len() < 3,
            Some(Some(begun)) if Vocabulary::takes(&word.text) => {
                // Initials of names are no words of theirs.
                if exact { begun.named } else { begun.names || word.text.len() <= 4 }
            }
            _ => true,
        }
    }

    /// The words themselves, and their first letters as the initials of one name in this order: who is called so and has no
    /// further name. A single letter says only that. None for one word, for many, and where none says more than a letter.
    #[must_use]
    pub fn in_order(&self) -> Option<String> {
        let words = &self.query.words;
        let fits = |w: &Word| !w.mailbox && w.text.bytes().all(|b| b.is_ascii_lowercase());
        if !(2..=4).contains(&words.len()) || !words.iter().all(fits) {
            return None;
        }
        let initials: String = words.iter().filter_map(|w| w.text.chars().next()).collect();
        let each = words.iter().filter(|w| w.text.len() > 1).map(|w| format!("\"{}\"", w.text));
        let each: Vec<String> = each.chain([format!("\"{INITIAL}{initials}\"")]).collect();
        (each.len() > 1).then(|| each.join(" AND "))
    }

    /// Whether some word is a single letter: nobody's name, but perhaps an initial of it.
    #[must_use]
    pub fn has_initial(&self) -> bool {
        self.query.words.len() > 1 && self.query.words.iter().any(|w| w.text.len() == 1)
    }

    /// Learns which of several words very many records have: an index puts together all words that one begins before it
    /// looks at the others, and of a common one that is much for little.
    ///
    /// # Errors
    /// Those of `is_common`, which is asked with an expression for one word.
    pub fn weigh<E>(&mut self, mut is_common: impl FnMut(&str) -> Result<bool, E>) -> Result<(), E> {
        let several = self.query.words.len() > 1;
        let last = self.query.words.len().saturating_sub(1);
        let mut asked = |(at, word): (usize, &Word)| {
            // The last word may still be typed: few letters begin much.
            let says = word.text.len() > SHORT || (at < last && word.text.len() > 1 && !word.is_number());
            Ok(several && says && is_common(&format!("\"{}\"", word.text))?)
        };
        self.common = self.query.words.iter().enumerate().map(&mut asked).collect::<Result<_, E>>()?;
        Ok(())
    }

    /// Looks up the words near to those that were typed.
    pub fn widen(&mut self, vocabulary: &Vocabulary) {
        if !self.near.is_empty() {
            return;
        }
        let most = Breadth::Wide.words();
        self.near = self
            .query
            .words
            .iter()
            .map(|w| {
                let near = vocabulary.near(&w.text, w.foreign, most).into_iter();
                near.map(|n| NearWord { text: n.word.to_owned(), named: n.named, weight: n.weight }).collect()
            })
            .collect();
    }

    /// Whether a wider expression differs from the exact one.
    #[must_use]
    pub fn widens(&self) -> bool {
        self.near.iter().any(|words| !words.is_empty())
            || self.query.words.iter().any(|w| !w.shorter_numbers().is_empty() || w.text.len() > 1)
    }

    /// Every word in some form of it. None when nothing searchable was typed.
    #[must_use]
    pub fn all(&self, breadth: Breadth) -> Option<String> {
        let each: Vec<String> = (0..self.query.words.len()).map(|at| self.word(at, breadth, true)).collect();
        (!each.is_empty()).then(|| each.join(" AND "))
    }

    /// For each of the nearest words, the best ones first, an expression with that one in the place of the word it is near
    /// to and all others as they were typed: of many records that are found so, each may be the one that was meant.
    #[must_use]
    pub fn each_near(&self) -> Vec<OneNear> {
        let places = 0..self.query.words.len();
        let each: Vec<String> = places.clone().map(|at| self.word(at, Breadth::Exact, true)).collect();
        let nearest: Vec<Vec<&NearWord>> = places.map(|at| self.nearest(at)).collect();
        let ranks = (0..Breadth::Near.words()).flat_map(|rank| (0..each.len()).map(move |at| (rank, at)));
        ranks
            .filter_map(|(rank, place)| {
                let NearWord { text, named, .. } = nearest.get(place)?.get(rank)?;
                // What no word begins with is in no record, and so not beside the near one.
                if (0..each.len()).any(|at| at != place && self.unknown(at)) {
                    return None;
                }
                let near = format!("\"{text}\"");
                let words = each.iter().enumerate().map(|(at, word)| if at == place { near.as_str() } else { word });
                let named = *named && (0..each.len()).all(|at| at == place || self.nameable_at(at, false));
                Some(OneNear { expression: words.collect::<Vec<_>>().join(" AND "), named, rank })
            })
            .collect()
    }

    /// For each two of the nearest words that are part of names, the best ones first, an expression with these in the places
    /// of the words they are near to and all others as they were typed: for two slips in one name.
    #[must_use]
    pub fn each_two_near(&self) -> Vec<OneNear> {
        let count = self.query.words.len();
        let each: Vec<String> = (0..count).map(|at| self.word(at, Breadth::Exact, true)).collect();
        let named = |at| self.nearest(at).into_iter().filter(|word| word.named).collect();
        let nearest: Vec<Vec<&NearWord>> = (0..count).map(named).collect();
        let mut out = Vec::new();
        for rank in 0..=TWO_RANKS {
            for (one, other) in (0..count).flat_map(|one| (one + 1..count).map(move |other| (one, other))) {
                let mut others = (0..count).filter(|at| ![one, other].contains(at));
                if others.any(|at| self.unknown(at) || !self.nameable_at(at, false)) {
                    continue;
                }
                for first in 0..=rank {
                    let near = |at: usize, rank: usize| nearest.get(at).and_then(|words| words.get(rank));
                    let (Some(a), Some(b)) = (near(one, first), near(other, rank - first)) else { continue };
                    let words = each.iter().enumerate().map(|(at, word)| match at {
                        _ if at == one => format!("\"{}\"", a.text),
                        _ if at == other => format!("\"{}\"", b.text),
                        _ => word.clone(),
                    });
                    let expression = words.collect::<Vec<_>>().join(" AND ");
                    // One word is no two of a name.
                    if a.text != b.text {
                        out.push(OneNear { expression, named: true, rank });
                    }
                }
            }
        }
        out.truncate(TWO);
        out
    }

    /// The nearest words of a place. Mailboxes are full of words that are near to names and mean the same people: one that
    /// is in nobody's name stands beside those of names only where it is nearer than they are.
    fn nearest(&self, at: usize) -> Vec<&NearWord> {
        let near = self.near.get(at).map(Vec::as_slice).unwrap_or_default();
        let best = near.iter().filter(|word| word.named).map(|word| word.weight).fold(0.0, f32::max);
        near.iter().filter(|word| word.named || word.weight > best).take(NEAREST).collect()
    }

    /// Whether a word is known to stand nowhere, nor anything that it begins.
    fn unknown(&self, at: usize) -> bool {
        let (Some(word), Some(Some(begun))) = (self.query.words.get(at), self.begun.get(at)) else { return false };
        word.text.len() > LONG && Vocabulary::takes(&word.text) && begun.words.is_empty() && !begun.known
    }

    /// The words themselves and nothing else.
    #[must_use]
    pub fn exactly(&self) -> Option<String> {
        let each: Vec<String> = self.query.words.iter().map(|w| format!("\"{}\"", w.text)).collect();
        (!each.is_empty()).then(|| each.join(" AND "))
    }

    /// All words but one, for three and more: one of them may be of another time or nobody's.
    #[must_use]
    pub fn all_but_one(&self, breadth: Breadth) -> Option<String> {
        let count = self.query.words.len();
        (3..=6).contains(&count).then(|| {
            let each: Vec<String> = (0..count).map(|at| self.word(at, breadth, true)).collect();
            let without: Vec<String> = (0..count)
                .map(|left| {
                    let kept = each.iter().enumerate().filter(|(at, _)| *at != left).map(|(_, e)| e.as_str());
                    format!("({})", kept.collect::<Vec<_>>().join(" AND "))
                })
                .collect();
            without.join(" OR ")
        })
    }

    /// As [`Expressions::all`] over plain words only: for an index that keeps neither phones nor initials nor places.
    #[must_use]
    pub fn words(&self, breadth: Breadth) -> Option<String> {
        let each: Vec<String> = (0..self.query.words.len()).map(|at| self.word(at, breadth, false)).collect();
        (!each.is_empty()).then(|| each.join(" AND "))
    }

    /// One number that is the whole query, as the end of a phone: what is asked for most.
    #[must_use]
    pub fn ending(&self) -> Option<String> {
        let [only] = self.query.words.as_slice() else { return None };
        let last = only.text.get(only.text.len().checked_sub(GRAM)?..)?;
        only.is_number().then(|| match only.text.len() {
            GRAM => format!("\"{LAST}{last}\""),
            _ => format!("({} AND \"{LAST}{last}\")", grams(&only.text)),
        })
    }

    /// One word in each of the forms that it may have.
    fn word(&self, at: usize, breadth: Breadth, whole: bool) -> String {
        let Some(word) = self.query.words.get(at) else { return String::new() };
        let mut forms: Vec<String> = Vec::new();
        let text = &word.text;
        let common = self.common.get(at).copied().unwrap_or_default();
        // Of what was said, only the last word may still be typed: everything that begins so is a great part of it all.
        let said = !whole && at + 1 < self.query.words.len();
        // The last word may still be typed, however many have it as it is.
        let typed_out = at + 1 < self.query.words.len();
        let whole_word = breadth == Breadth::Exact && ((common && typed_out) || word.whole);
        // A short word that many have and that others follow was meant as it is: `al` in the middle of a name.
        if said || whole_word || (common && text.len() <= SHORT && !word.is_number()) {
            forms.push(format!("\"{text}\""));
        } else if word.is_number() {
            numbers(word, breadth, whole, &mut forms);
        } else if text.len() == 1 {
            forms.push(format!("\"{text}\""));
            if whole && !word.mailbox {
                forms.push(format!("\"{INITIAL}{text}\""));
            }
        } else {
            self.beginnings(at, text, whole, &mut forms);
            let pieces = parts(text);
            if !pieces.is_empty() {
                let open = if whole { "*" } else { "" };
                let each: Vec<String> = pieces.iter().map(|p| format!("\"{p}\"{open}")).collect();
                forms.push(format!("({})", each.join(" AND ")));
            }
            if whole && !word.mailbox && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_lowercase()) {
                forms.push(format!("\"{INITIAL}{text}\""));
            }
        }
        let near = self.near.get(at).map(Vec::as_slice).unwrap_or_default();
        forms.extend(near.iter().take(breadth.words()).map(|near| format!("\"{}\"", near.text)));
        if breadth != Breadth::Exact && text.len() > 1 && !word.is_number() {
            // Somebody of whom only an initial is known. Nearly every mailbox has some letter by itself.
            let initial = whole && breadth == Breadth::Wide && !word.mailbox && self.query.words.len() > 1;
            if let Some(initial) = text.get(..1).filter(|_| initial) {
                forms.push(format!("\"{initial}\""));
            }
            // What is written as one word, typed as two.
            for (one, other) in [(at.checked_sub(1), Some(at)), (Some(at), at.checked_add(1))] {
                let of = |place: Option<usize>| self.query.words.get(place?).map(|w| w.text.as_str());
                if let (Some(one), Some(other)) = (of(one), of(other))
                    && one.len() + other.len() >= 5
                {
                    forms.push(format!("\"{one}{other}\"*"));
                }
            }
            // What is written as two words, typed as one.
            if breadth == Breadth::Wide {
                forms.extend((3..text.len().saturating_sub(2)).filter_map(|cut| {
                    let (head, tail) = (text.get(..cut)?, text.get(cut..)?);
                    Some(format!("(\"{head}\" AND \"{tail}\")"))
                }));
            }
        }
        match forms.as_slice() {
            [one] => one.clone(),
            _ => format!("({})", forms.join(" OR ")),
        }
    }
}

impl Expressions<'_> {
    /// A word and what it begins: the words of these, where they are known and few.
    fn beginnings(&self, at: usize, text: &str, whole: bool, forms: &mut Vec<String>) {
        match self.begun.get(at) {
            // Begins no word that is known: there is next to nothing to be put together.
            Some(Some(begun)) if !begun.known && begun.words.is_empty() => forms.push(format!("\"{text}\"*")),
            // What was said has no beginnings in its index at all. Of very many words, the shortest are the likely ones.
            Some(Some(begun)) if !whole || (text.len() >= LONG && !begun.more) => {
                forms.push(format!("\"{text}\""));
                forms.extend(begun.words.iter().map(|word| format!("\"{word}\"")));
            }
            _ => forms.push(format!("\"{text}\"*")),
        }
    }
}

fn numbers(word: &Word, breadth: Breadth, whole: bool, forms: &mut Vec<String>) {
    forms.push(format!("\"{}\"*", word.text));
    if !word.pieces.is_empty() {
        let each: Vec<String> = word.pieces.iter().map(|p| format!("\"{p}\"")).collect();
        forms.push(format!("({})", each.join(" AND ")));
    }
    if !whole {
        return;
    }
    let mut phones: Vec<String> = word.numbers().into_iter().map(str::to_owned).collect();
    if breadth != Breadth::Exact {
        phones.extend(word.shorter_numbers());
    }
    for digits in phones {
        match digits.len() {
            0..=2 => {}
            3 => forms.push(format!("\"{DIGITS}{digits}\"*")),
            _ => forms.push(grams(&digits)),
        }
        // As records that were indexed by an earlier build have it.
        if digits.len() >= 7 && digits != word.text {
            forms.push(format!("\"{digits}\"*"));
        }
    }
}

/// Digits that follow each other in one phone: a phrase of four at a time. Of a long number its end: very many begin alike,
/// and whoever weighs what is found compares the whole.
fn grams(digits: &str) -> String {
    let digits = digits.get(digits.len().saturating_sub(TELLING)..).unwrap_or(digits);
    let each: Vec<String> = (0..=digits.len().saturating_sub(GRAM))
        .filter_map(|at| Some(format!("{DIGITS}{}", digits.get(at..at + GRAM)?)))
        .collect();
    format!("\"{}\"", each.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(text: &str) -> String {
        Expressions::new(&Query::new(text)).all(Breadth::Exact).unwrap_or_default()
    }

    #[test]
    fn what_is_typed_becomes_a_safe_expression() {
        assert_eq!(exact("rina bose"), "(\"rina\"* OR \"\u{3c9}rina\") AND (\"bose\"* OR \"\u{3c9}bose\")");
        assert_eq!(exact("tb@a.example"), "\"tb\" AND \"a\" AND \"example\"");
        assert_eq!(exact("tb.sen"), "(\"tb\"* OR \"\u{3c9}tb\") AND (\"sen\"* OR \"\u{3c9}sen\")");
        assert_eq!(exact("919830012345"), "(\"919830012345\"* OR \"\u{3b4}0012 \u{3b4}0123 \u{3b4}1234 \u{3b4}2345\")");
        assert_eq!(exact("rinaa"), "\"rinaa\"*");
        assert_eq!(exact("98300"), "(\"98300\"* OR \"\u{3b4}9830 \u{3b4}8300\")");
        assert_eq!(exact("\" NOT name:*"), "(\"not\"* OR \"\u{3c9}not\") AND (\"name\"* OR \"\u{3c9}name\")");
        assert_eq!(exact(" -() "), "");
    }

    #[test]
    fn common_words_are_taken_as_they_are_at_first() {
        let query = Query::new("kolkata rin");
        let mut expressions = Expressions::new(&query);
        expressions.weigh(|word| Ok::<_, ()>(word == "\"kolkata\"")).expect("nothing fails");
        assert_eq!(expressions.all(Breadth::Exact).as_deref(), Some("\"kolkata\" AND (\"rin\"* OR \"\u{3c9}rin\")"));
        let near = expressions.all(Breadth::Near).unwrap_or_default();
        assert!(near.starts_with("(\"kolkata\"* OR "), "{near}");
    }

    #[test]
    fn a_short_word_that_many_have_begins_no_other_where_more_follows() {
        let query = Query::new("noura al am");
        let mut expressions = Expressions::new(&query);
        let mut asked = Vec::new();
        let common = |word: &str| {
            asked.push(word.to_owned());
            Ok::<_, ()>(word == "\"al\"")
        };
        expressions.weigh(common).expect("nothing fails");
        assert_eq!(asked, ["\"noura\"", "\"al\""], "the last one may still be typed");
        let all = expressions.all(Breadth::Exact).unwrap_or_default();
        assert_eq!(all, "\"noura\"* AND \"al\" AND (\"am\"* OR \"\u{3c9}am\")");
    }

    #[test]
    fn of_what_was_said_the_last_word_may_be_begun() {
        let query = Query::new("river view sou");
        let expressions = Expressions::new(&query);
        assert_eq!(expressions.words(Breadth::Exact).as_deref(), Some("\"river\" AND \"view\" AND \"sou\"*"));
    }

    #[test]
    fn near_words_widen_it() {
        let mut vocabulary = Vocabulary::default();
        vocabulary.push("mukherjee", true);
        let query = Query::new("mukherji");
        let mut expressions = Expressions::new(&query);
        expressions.widen(&vocabulary);
        assert_eq!(expressions.all(Breadth::Exact).as_deref(), Some("\"mukherji\"*"));
        assert_eq!(expressions.all(Breadth::Near).as_deref(), Some("(\"mukherji\"* OR \"mukherjee\")"));
        let each: Vec<String> = expressions.each_near().into_iter().map(|one| one.expression).collect();
        assert_eq!(each, ["\"mukherjee\""]);
    }

    #[test]
    fn each_word_that_may_be_meant_is_asked_for_with_all_others() {
        let mut vocabulary = Vocabulary::default();
        ["rina", "reena", "mukherjee"].into_iter().for_each(|word| vocabulary.push(word, true));
        let query = Query::new("rena mukherji");
        let mut expressions = Expressions::new(&query);
        assert_eq!(expressions.each_near(), Vec::<OneNear>::new());
        expressions.widen(&vocabulary);
        assert!(expressions.each_near().iter().all(|one| one.named));
        assert_eq!(expressions.each_near().iter().map(|one| one.rank).collect::<Vec<_>>(), [0, 0, 1]);
        let each: Vec<String> = expressions.each_near().into_iter().map(|one| one.expression).collect();
        let with = |part: &str| each.iter().filter(|one| one.contains(part)).count();
        assert_eq!(each.len(), 3, "{each:?}");
        // The other word as it was typed: two slips are looked for together, and later.
        for alone in [
            "\"rina\" AND \"mukherji\"*",
            "\"reena\" AND \"mukherji\"*",
            "(\"rena\"* OR \"\u{3c9}rena\") AND \"mukherjee\"",
        ] {
            assert_eq!(with(alone), 1, "{alone} in {each:?}");
        }
        let two: Vec<String> = expressions.each_two_near().into_iter().map(|one| one.expression).collect();
        assert_eq!(two, ["\"reena\" AND \"mukherjee\"", "\"rina\" AND \"mukherjee\""]);
        // What no word begins with stands beside no near one.
        vocabulary.push("rena", true);
        expressions.begin(&vocabulary);
        let each: Vec<String> = expressions.each_near().into_iter().map(|one| one.expression).collect();
        assert_eq!(each, ["(\"rena\" OR \"\u{3c9}rena\") AND \"mukherjee\""]);
    }

    #[test]
    fn beginnings_are_the_words_that_begin_so() {
        let mut vocabulary = Vocabulary::default();
        [("kolkata", true), ("kolkatan", false), ("rinaldo", true), ("view", false)]
            .into_iter()
            .for_each(|(word, named)| vocabulary.push(word, named));
        let of = |text: &str| {
            let query = Query::new(text);
            let mut expressions = Expressions::new(&query);
            expressions.begin(&vocabulary);
            (expressions.all(Breadth::Exact).unwrap_or_default(), expressions.words(Breadth::Exact).unwrap_or_default())
        };
        assert_eq!(of("kolkata").0, "(\"kolkata\" OR \"kolkatan\")");
        assert_eq!(of("rinx").0, "(\"rinx\"* OR \"\u{3c9}rinx\")", "no word that is known begins so");
        assert_eq!(of("rin").0, "(\"rin\"* OR \"\u{3c9}rin\")", "the index has beginnings of three letters");
        assert_eq!(of("rin").1, "(\"rin\" OR \"rinaldo\")", "what was said has none");
        assert_eq!(of("sen42").1, "(\"sen42\"* OR (\"sen\" AND \"42\"))");
        let nameable = |text: &str| {
            let query = Query::new(text);
            let mut expressions = Expressions::new(&query);
            expressions.begin(&vocabulary);
            (expressions.nameable(true), expressions.nameable(false))
        };
        assert_eq!(nameable("kolkata"), (true, true));
        assert_eq!(nameable("kolka rinal"), (false, true));
        assert_eq!(nameable("kolkata viewe"), (false, false));
        assert_eq!(nameable("kolkata 98300"), (false, false));
    }

    #[test]
    fn initials_keep_the_order_of_a_name() {
        let of = |text: &str| Expressions::new(&Query::new(text)).in_order();
        assert_eq!(of("rina sen").as_deref(), Some("\"rina\" AND \"sen\" AND \"\u{3c9}rs\""));
        assert_eq!(of("R. Sen").as_deref(), Some("\"sen\" AND \"\u{3c9}rs\""));
        assert_eq!(of("rina s").as_deref(), Some("\"rina\" AND \"\u{3c9}rs\""));
        for none in ["rina", "r s", "rina 98300", "r.sen@mail.example"] {
            assert_eq!(of(none), None, "{none}");
        }
    }
}
