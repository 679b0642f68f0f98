//! A query as expressions of FTS5 over the terms of [`crate::Document`]. Folded words hold letters and digits only, so that
//! nothing typed can be taken for an operator.

use crate::document::{DIGITS, GRAM, INITIAL, LAST};
use crate::fold::parts;
use crate::query::{Query, Word};
use crate::vocabulary::Vocabulary;

/// Digits at the end of a number that few others share.
const TELLING: usize = 8;

/// Letters of a word that begins very many others.
const SHORT: usize = 3;

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
#[derive(Clone, Debug, PartialEq, Eq)]
struct NearWord {
    text: String,
    named: bool,
}

/// An expression with one near word in the place of the word it is near to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneNear {
    /// What is looked for.
    pub expression: String,
    /// The near word is part of somebody's name; otherwise nobody is called so.
    pub named: bool,
    /// How near the word is among those of its place, the nearest being 0.
    pub rank: usize,
}

/// The expressions of one query.
#[derive(Clone, Debug)]
pub struct Expressions<'a> {
    query: &'a Query,
    near: Vec<Vec<NearWord>>,
    /// Words that so many records have that a beginning of others is not looked for at first.
    common: Vec<bool>,
}

impl<'a> Expressions<'a> {
    /// Of what was typed as it is; [`Expressions::widen`] tells it the words that are near.
    #[must_use]
    pub fn new(query: &'a Query) -> Self {
        Self { query, near: Vec::new(), common: Vec::new() }
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
                near.map(|n| NearWord { text: n.word.to_owned(), named: n.named }).collect()
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
    /// to: of many records that a [`Breadth::Near`] expression finds, each may be the one that was meant.
    #[must_use]
    pub fn each_near(&self) -> Vec<OneNear> {
        let each: Vec<String> = (0..self.query.words.len()).map(|at| self.word(at, Breadth::Near, true)).collect();
        let nearest = (0..Breadth::Near.words()).flat_map(|rank| (0..each.len()).map(move |at| (rank, at)));
        nearest
            .filter_map(|(rank, place)| {
                let NearWord { text, named } = self.near.get(place)?.get(rank)?;
                let near = format!("\"{text}\"");
                let words = each.iter().enumerate().map(|(at, word)| if at == place { near.as_str() } else { word });
                Some(OneNear { expression: words.collect::<Vec<_>>().join(" AND "), named: *named, rank })
            })
            .collect()
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
        let whole_word = breadth == Breadth::Exact && (common || word.whole);
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
            forms.push(format!("\"{text}\"*"));
            let pieces = parts(text);
            if !pieces.is_empty() {
                let each: Vec<String> = pieces.iter().map(|p| format!("\"{p}\"*")).collect();
                forms.push(format!("({})", each.join(" AND ")));
            }
            if whole && !word.mailbox && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_lowercase()) {
                forms.push(format!("\"{INITIAL}{text}\""));
            }
        }
        let near = self.near.get(at).map(Vec::as_slice).unwrap_or_default();
        forms.extend(near.iter().take(breadth.words()).map(|near| format!("\"{}\"", near.text)));
        if breadth != Breadth::Exact && text.len() > 1 && !word.is_number() {
            // Somebody of whom only an initial is known.
            if let Some(initial) = text.get(..1).filter(|_| whole && !word.mailbox && self.query.words.len() > 1) {
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
        assert_eq!(
            exact("919830012345"),
            "(\"919830012345\"* OR \"\u{3b4}3001 \u{3b4}0012 \u{3b4}0123 \u{3b4}1234 \u{3b4}2345\")"
        );
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
        for alone in ["\"rina\" AND (\"mukherji\"*", "\"reena\" AND (\"mukherji\"*", ") AND \"mukherjee\""] {
            assert_eq!(with(alone), 1, "{alone} in {each:?}");
        }
        assert!(each.iter().all(|one| one.contains("\"mukherjee\"")), "{each:?}");
    }
}
