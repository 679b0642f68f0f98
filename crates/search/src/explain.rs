//! Why a record was found, and how well.

use std::ops::Range;

use crate::document::{Class, Field};
use crate::fold::{Token, parts, tokens};
use crate::query::{Query, Word};
use crate::relation::{How, Typed, Written};

/// How well a record answers a query, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// Larger is better; comparable within one query.
    pub score: f64,
    /// For each word that was typed where it is best met, in the order of the words.
    pub reasons: Vec<Reason>,
    /// How far it may be what was meant.
    pub sure: Sure,
}

/// How far a record may be the one that was meant: whether others are to be looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    /// Some word is not met, or only by chance: a mailbox that begins so, an initial of a street.
    Hardly,
    /// Every word is met, in a name or where it stands as it was typed.
    Well,
    /// Every word stands there as it was typed, and they say so much together that nothing else was meant.
    Wholly,
}

/// Where one typed word is met.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// Which of the fields that were given, counted from 0.
    pub field: usize,
    /// How.
    pub how: How,
    /// The part of its text that met, in bytes.
    pub at: Range<usize>,
    weight: f32,
}

/// What a field's value counts.
fn factor(class: Class) -> f32 {
    match class {
        Class::Name => 1.0,
        Class::Phone => 0.96,
        Class::Contact => 0.92,
        Class::Work => 0.85,
        Class::Place => 0.72,
        Class::Note => 0.66,
        Class::Talk => 0.62,
    }
}

/// Why these fields answer a query; none if no word of it is met. The first field of [`Class::Name`] is the record's title.
#[must_use]
pub fn explain(query: &Query, fields: &[Field]) -> Option<Match> {
    let words: Vec<Vec<Token>> =
        fields.iter().map(|field| if field.class == Class::Phone { Vec::new() } else { tokens(&field.text) }).collect();
    let heard: Vec<Vec<Heard<'_>>> = words.iter().map(|written| written.iter().map(Heard::new).collect()).collect();
    let mut best: Vec<Option<Reason>> = vec![None; query.words.len()];
    // Single letters last: a word that was typed out is no initial beside itself.
    let (letters, long): (Vec<usize>, Vec<usize>) =
        (0..query.words.len()).partition(|at| query.words.get(*at).is_some_and(|word| word.text.len() == 1));
    for (place, word) in long.into_iter().chain(letters).filter_map(|at| Some((at, query.words.get(at)?))) {
        let taken = |field: usize, at: &Range<usize>| {
            word.text.len() == 1 && best.iter().flatten().any(|r| r.field == field && r.at.start == at.start)
        };
        let typed = Typed::new(&word.text, word.foreign);
        let joined = joined_with_neighbours(query, place);
        let mut found: Option<Reason> = None;
        for (index, (field, written)) in fields.iter().zip(&heard).enumerate() {
            let met = if field.class == Class::Phone {
                in_phone(word, &field.text)
            } else {
                in_words(word, &typed, &joined, field, written, |at| taken(index, at))
            };
            let Some((how, weight, at)) = met else { continue };
            let weight = weight * factor(field.class);
            if found.as_ref().is_none_or(|f| weight > f.weight) {
                found = Some(Reason { field: index, how, at, weight });
            }
        }
        if let Some(slot) = best.get_mut(place) {
            *slot = found;
        }
    }
    let met = best.iter().flatten().count();
    if met == 0 {
        return None;
    }
    let mut score = best.iter().flatten().map(|r| f64::from(r.weight)).sum::<f64>() / query.words.len() as f64;
    let title = fields.iter().position(|f| f.class == Class::Name);
    let reasons: Vec<Reason> = best.into_iter().flatten().collect();
    if let Some(title) = title.filter(|_| met == query.words.len()) {
        score += whole_name(query, title, words.get(title).map(Vec::as_slice).unwrap_or_default(), &reasons);
    }
    score += together(&reasons, &words);
    if let Some(mailbox) = &query.mailbox
        && fields.iter().any(|f| f.class == Class::Contact && begins_mailbox(&f.text, mailbox))
    {
        score += MAILBOX;
    }
    let sure = if met == query.words.len() { sure(query, fields, &reasons) } else { Sure::Hardly };
    Some(Match { score, reasons, sure })
}

/// What a mailbox that begins as it was typed counts beyond its words: more than a name of the same words.
const MAILBOX: f64 = 0.5;

fn begins_mailbox(text: &str, typed: &str) -> bool {
    text.contains('@') && text.get(..typed.len()).is_some_and(|head| head.eq_ignore_ascii_case(typed))
}

/// How far all words being met for these reasons says that the record was meant.
fn sure(query: &Query, fields: &[Field], reasons: &[Reason]) -> Sure {
    let class = |r: &Reason| fields.get(r.field).map(|f| f.class);
    let one_field = reasons.windows(2).all(|pair| matches!(pair, [a, b] if a.field == b.field));
    let mut wholly = true;
    let mut says = 0;
    for (word, reason) in query.words.iter().zip(reasons) {
        let digits = word.text.bytes().any(|b| b.is_ascii_digit());
        let as_typed = matches!(reason.how, How::Exact | How::Digits) || (digits && reason.how == How::Prefix);
        let well = as_typed
            || match class(reason) {
                Some(Class::Name) => true,
                Some(Class::Work) => !matches!(reason.how, How::Infix | How::Initial),
                Some(Class::Contact) => word.mailbox,
                _ => one_field && reason.how != How::Initial,
            };
        if !well {
            return Sure::Hardly;
        }
        wholly &= as_typed;
        says += match word.text.len() {
            7.. if digits => 3,
            4.. if digits => 2,
            2.. => 1,
            _ => 0,
        };
    }
    if wholly && says >= 3 { Sure::Wholly } else { Sure::Well }
}

/// Words that may have been typed apart: a word with the one before it and with the one behind.
fn joined_with_neighbours(query: &Query, place: usize) -> Vec<String> {
    let text = |at: Option<usize>| query.words.get(at?).map(|w| w.text.as_str());
    [(place.checked_sub(1), Some(place)), (Some(place), place.checked_add(1))]
        .into_iter()
        .filter_map(|(one, other)| Some(format!("{}{}", text(one)?, text(other)?)))
        .filter(|joined| joined.len() >= 5)
        .collect()
}

type Met = (How, f32, Range<usize>);

/// A word of a field and its runs of letters and digits, ready to be compared with each typed word.
struct Heard<'a> {
    token: &'a Token,
    whole: Written<'a>,
    parts: Vec<Written<'a>>,
}

impl<'a> Heard<'a> {
    fn new(token: &'a Token) -> Self {
        let whole = Written::new(&token.text, token.foreign);
        let parts = parts(&token.text).into_iter().map(|part| Written::new(part, token.foreign)).collect();
        Self { token, whole, parts }
    }
}

fn in_words(
    word: &Word,
    typed: &Typed<'_>,
    joined: &[String],
    field: &Field,
    written: &[Heard<'_>],
    taken: impl Fn(&Range<usize>) -> bool,
) -> Option<Met> {
    let mut best: Option<Met> = None;
    let mut offer = |how: How, weight: f32, at: Range<usize>| {
        if best.as_ref().is_none_or(|(_, known, _)| weight > *known) {
            best = Some((how, weight, at));
        }
    };
    let pieces = parts(&word.text);
    for Heard { token, whole, parts } in written.iter().filter(|heard| !taken(&heard.token.at)) {
        if let Some((how, weight)) = typed.meets(whole) {
            offer(how, weight, marked(how, word.text.as_str(), token));
        }
        for part in parts {
            if let Some((how, weight)) = typed.meets(part) {
                offer(how, weight * 0.94, token.at.clone());
            }
        }
        if joined.iter().any(|j| token.text.starts_with(j.as_str())) {
            offer(How::Prefix, 0.9, token.at.clone());
        }
        // `sen42`, typed for a mailbox whose letters are right and whose number goes on.
        if !pieces.is_empty() && word.text.len() < token.text.len() && pieces.iter().all(|p| token.text.contains(p)) {
            offer(How::Infix, 0.7, token.at.clone());
        }
    }
    for pair in written.windows(2) {
        let [Heard { token: one, .. }, Heard { token: other, .. }] = pair else { continue };
        if word.text.len() >= 5 && word.text.len() > one.text.len() && word.text.starts_with(&one.text) {
            let rest = word.text.get(one.text.len()..).unwrap_or_default();
            if other.text.starts_with(rest) {
                offer(How::Exact, 0.95, one.at.start..other.at.end);
            }
        }
    }
    if !word.pieces.is_empty() && word.pieces.iter().all(|p| written.iter().any(|t| t.token.text == *p)) {
        let at = written.iter().find(|t| word.pieces.first() == Some(&t.token.text)).map(|t| t.token.at.clone());
        offer(How::Exact, 0.9, at.unwrap_or_default());
    }
    if field.class == Class::Name && (2..=4).contains(&word.text.len()) && written.len() == word.text.len() {
        let initials = written.iter().filter_map(|t| t.token.text.chars().next());
        if !word.mailbox && initials.eq(word.text.chars()) {
            offer(How::Initial, 0.66, 0..field.text.len());
        }
    }
    best
}

/// Of a word that was met in part, that part where it can be told.
fn marked(how: How, typed: &str, token: &Token) -> Range<usize> {
    let plain = token.text.len() == token.at.len();
    let from = match how {
        How::Prefix | How::Initial if plain => 0,
        How::Infix if plain => token.text.find(typed).unwrap_or(0),
        _ => return token.at.clone(),
    };
    let start = token.at.start + from;
    start..(start + typed.len()).min(token.at.end)
}

/// Digits that a whole number has at least.
const WHOLE: usize = 7;

fn in_phone(word: &Word, text: &str) -> Option<Met> {
    if !word.is_number() || word.text.len() < 3 {
        return None;
    }
    let places: Vec<usize> = text.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at).collect();
    let held: String = text.chars().filter(char::is_ascii_digit).collect();
    let shorter = word.shorter_numbers();
    // A zero is dialled before a whole number; before a few digits it is one of them.
    let dialled = |n: &str| n.len() == word.text.len() || n.len() >= WHOLE;
    let as_typed = word.numbers().into_iter().map(|n| (n, if dialled(n) { 1.0 } else { 0.9 }));
    let mut best: Option<Met> = None;
    for (digits, certain) in as_typed.chain(shorter.iter().map(|n| (n.as_str(), 0.94))) {
        let Some(from) = held.find(digits) else { continue };
        // Of several places the last: the end of a number is what people remember.
        let from = if held.ends_with(digits) { held.len() - digits.len() } else { from };
        let to = from + digits.len();
        let weight = match (from, to == held.len()) {
            (0..=3, true) => 1.0,
            (_, true) => 0.97,
            (0..=3, false) => 0.94,
            _ => 0.88,
        } * certain;
        let at = places.get(from).copied().unwrap_or(0)..places.get(to - 1).map_or(text.len(), |at| at + 1);
        if best.as_ref().is_none_or(|(_, known, _)| weight > *known) {
            best = Some((How::Digits, weight, at));
        }
    }
    best
}

/// What counts beyond single words when all of them are in the record's name.
fn whole_name(query: &Query, title: usize, written: &[Token], reasons: &[Reason]) -> f64 {
    if reasons.iter().any(|r| r.field != title) {
        return 0.0;
    }
    let name = written.iter().map(|t| t.text.as_str()).collect::<Vec<_>>().join(" ");
    let share = reasons.len().min(written.len()) as f64 / written.len().max(1) as f64;
    let order = if name == query.folded {
        0.25
    } else if name.starts_with(&query.folded) {
        0.1
    } else {
        0.0
    };
    0.1 + order + 0.06 * share
}

/// What counts beyond single words when they stand beside each other.
fn together(reasons: &[Reason], words: &[Vec<Token>]) -> f64 {
    let [first, rest @ ..] = reasons else { return 0.0 };
    if rest.is_empty() || rest.iter().any(|r| r.field != first.field) {
        return 0.0;
    }
    let written = words.get(first.field).map(Vec::as_slice).unwrap_or_default();
    // Of a word that was met in part the rest lies between: words follow each other, not letters.
    let follows = |a: &Reason, b: &Reason| {
        let last = written.iter().rposition(|t| t.at.start < a.at.end);
        let next = written.iter().position(|t| t.at.start <= b.at.start && b.at.start < t.at.end);
        match (last, next) {
            (Some(last), Some(next)) => next == last + 1,
            _ => b.at.start >= a.at.end && b.at.start - a.at.end <= 3,
        }
    };
    let in_order = reasons.windows(2).all(|pair| matches!(pair, [a, b] if follows(a, b)));
    if in_order { 0.12 } else { 0.06 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields() -> Vec<Field> {
        let field = |name, class, text: &str| Field { name, class, text: text.into() };
        vec![
            field("full_name", Class::Name, "Rina Mukherjee"),
            field("email", Class::Contact, "rina.m42@mail.example"),
            field("phone", Class::Phone, "+91 98300 12345"),
            field("company_name", Class::Work, "Sky Line Realty"),
            field("notes", Class::Note, "Wants a high floor with a view of the river"),
        ]
    }

    fn found(text: &str) -> Vec<(&'static str, How, String)> {
        let fields = fields();
        let matched = explain(&Query::new(text), &fields);
        let reasons = matched.map(|m| m.reasons).unwrap_or_default();
        reasons
            .into_iter()
            .filter_map(|r| {
                let field = fields.get(r.field)?;
                Some((field.name, r.how, field.text.get(r.at)?.to_owned()))
            })
            .collect()
    }

    #[test]
    fn each_word_is_met_where_it_fits_best() {
        for (text, expected) in [
            ("rina mukh", vec![("full_name", How::Exact, "Rina"), ("full_name", How::Prefix, "Mukh")]),
            ("mukherji", vec![("full_name", How::Sound, "Mukherjee")]),
            ("herje", vec![("full_name", How::Infix, "herje")]),
            ("rian", vec![("full_name", How::Typo, "Rina")]),
            ("098300-123", vec![("phone", How::Digits, "98300 123")]),
            ("2345", vec![("phone", How::Digits, "2345")]),
            ("skyline", vec![("company_name", How::Exact, "Sky Line")]),
            ("river view", vec![("notes", How::Exact, "river"), ("notes", How::Exact, "view")]),
            ("m42", vec![("email", How::Exact, "m42")]),
            ("rm", vec![("full_name", How::Initial, "Rina Mukherjee")]),
            ("zzz", vec![]),
        ] {
            let expected: Vec<(&str, How, String)> =
                expected.into_iter().map(|(field, how, part)| (field, how, part.to_owned())).collect();
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn an_initial_is_of_another_word_than_those_that_were_typed() {
        let named = |name: &str| [Field { name: "full_name", class: Class::Name, text: name.into() }];
        let score = |text: &str, name: &str| explain(&Query::new(text), &named(name)).map_or(0.0, |m| m.score);
        assert!(score("j jhaveri", "Jatin Jhaveri") > score("j jhaveri", "Sonal Jhaveri"));
        assert!(score("r anand", "Rakesh Anand") > score("r anand", "Anand Rao"));
        assert!(score("a garg", "Ajay Garg") > score("a garg", "North Gate A-1006, Garg"));
        assert!(score("r k sen", "R K Sen") > score("r k sen", "Rina Kumar Sen"));
    }

    #[test]
    fn what_was_typed_may_be_met_by_chance_well_or_wholly() {
        let sure = |text: &str| explain(&Query::new(text), &fields()).map(|m| m.sure);
        for (text, expected) in [
            ("rina mukherji", Sure::Well),
            ("rina bose", Sure::Hardly),
            ("mai", Sure::Hardly),
            ("rina sky", Sure::Well),
            ("rina 12345", Sure::Wholly),
            ("rina mukherjee view", Sure::Wholly),
            ("rina mukherjee", Sure::Well),
            ("9830012345", Sure::Wholly),
        ] {
            assert_eq!(sure(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_mailbox_that_was_typed_comes_before_the_name_that_it_is_made_of() {
        let of = |mail: &str| {
            let field = |name, class, text: &str| Field { name, class, text: text.into() };
            [field("full_name", Class::Name, "Rina Sen"), field("email", Class::Contact, mail)]
        };
        let score = |mail: &str| explain(&Query::new("rina.sen"), &of(mail)).map_or(0.0, |m| m.score);
        assert!(score("rina.sen@mail.example") > score("rs4@mail.example"));
    }

    #[test]
    fn a_whole_name_is_better_than_its_words_elsewhere() {
        let score = |text: &str| explain(&Query::new(text), &fields()).map_or(0.0, |m| m.score);
        assert!(score("rina mukherjee") > score("mukherjee rina"));
        assert!(score("mukherjee rina") > score("rina river"));
        assert!(score("98300 12345") > score("0012"));
        assert!(score("view of the river") > score("river floor"));
    }
}
