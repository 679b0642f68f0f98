//! Names to words: titles taken off, particles and generations kept as marks, initials told from names.

mod tables;
mod variants;

pub use variants::{Relation, related, relations_of};

use crate::text::fold_into;

/// What a word of a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum WordKind {
    /// A whole word.
    Full,
    /// One letter.
    Initial,
}

/// What the source says that a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Part {
    /// Nothing.
    Unknown,
    /// A given name, from its own column or after a comma.
    Given,
    /// A middle name.
    Middle,
    /// A family name, from its own column or before a comma.
    Family,
}

/// What titles, suffixes and patronymics say of a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct NameMarks {
    /// Female −1, male 1, unknown 0.
    pub gender: i8,
    /// 0 unknown; senior 1, junior 2, third 3, fourth 4.
    pub generation: u8,
}

impl NameMarks {
    fn with(&mut self, gender: i8) {
        if self.gender == 0 {
            self.gender = gender;
        }
    }
}

/// Who takes the words of a name.
pub(crate) trait Taker {
    /// Takes a word.
    fn take(&mut self, word: &str, kind: WordKind, part: Part);

    /// Takes the whole word that a piece of a name is wherever it stands, with the gender that its ending tells.
    fn take_plain(&mut self, _piece: &str, word: &str, _gender: i8, part: Part) {
        self.take(word, WordKind::Full, part);
    }

    /// Takes what [`Taker::take_plain`] was given for this piece before: the gender that its ending tells, none where it was
    /// given nothing or has forgotten it.
    fn take_again(&mut self, _piece: &str, _part: Part) -> Option<i8> {
        None
    }
}

impl<F: FnMut(&str, WordKind, Part)> Taker for F {
    fn take(&mut self, word: &str, kind: WordKind, part: Part) {
        self(word, kind, part);
    }
}

/// Reads a name and hands over its words in order. `part`: what the column says that they are.
pub fn words(
    name: &str,
    part: Part,
    marks: &mut NameMarks,
    scratch: &mut String,
    mut take: impl FnMut(&str, WordKind, Part),
) {
    words_to(name, part, marks, scratch, &mut take);
}

/// As [`words`]; the taker may remember pieces that it has seen.
pub(crate) fn words_to(name: &str, part: Part, marks: &mut NameMarks, scratch: &mut String, taker: &mut impl Taker) {
    let name = name.trim();
    if name.is_empty() {
        return;
    }
    let shouting = !name.bytes().any(|b| b.is_ascii_lowercase());
    let visible = without_excellency(without_remarks(name));
    let long = || visible.split_whitespace().count() > 2;
    let comma = if part == Part::Unknown { visible.find(',') } else { None };
    // `Rao, Meera` is written family name first; `Meera Rao, MBA` is not: what follows is then a suffix.
    let inverted = comma.is_some_and(|at| {
        let after = visible.get(at + 1..).unwrap_or_default();
        after
            .split(|c: char| !c.is_alphabetic())
            .any(|w| w.len() > 1 && !tables::said(&w.to_lowercase()).is_some_and(|said| said.suffix))
    });
    let mut abd = false;
    for (index, raw) in pieces(visible) {
        let here = match (inverted, comma) {
            (true, Some(at)) if index < at => Part::Family,
            (true, Some(_)) => Part::Given,
            _ => part,
        };
        if !abd && let Some(gender) = taker.take_again(raw, here) {
            marks.with(gender);
            continue;
        }
        scratch.clear();
        fold_into(raw, scratch);
        // `2BHK` and `B12` are remarks of a list; `Client12` is somebody, and another than `Client13`.
        let figures = scratch.bytes().position(|b| b.is_ascii_digit());
        if scratch.is_empty() || figures.is_some_and(|at| at < 3) {
            continue;
        }
        let word = scratch.as_str();
        // A family name as often as a title: before a whole name it is one.
        let may_be_a_title = matches!(word, "sheikh" | "shaikh" | "shaikha" | "sheikha");
        if index == 0 && may_be_a_title && long() {
            continue;
        }
        let said = tables::said(word);
        if let Some(said) = said {
            if let Some(gender) = said.title {
                marks.with(gender);
                continue;
            }
            if let Some(generation) = said.generation.filter(|_| index > 0 || part != Part::Unknown) {
                marks.generation = generation;
                continue;
            }
            if said.suffix && index > 0 {
                continue;
            }
            if let Some(gender) = said.patronymic {
                marks.with(gender);
                continue;
            }
            if said.remark && index > 0 {
                continue;
            }
        }
        if matches!(word, "abd" | "abdul" | "abdel" | "abdal") {
            if abd {
                taker.take("abdul", WordKind::Full, here);
            }
            abd = true;
            continue;
        }
        if said.is_some_and(|said| said.particle) {
            continue;
        }
        if abd {
            abd = false;
            if word.len() > 1 && said.is_some_and(|said| said.attribute) {
                let joined = format!("abdul{word}");
                taker.take(&joined, WordKind::Full, here);
                continue;
            }
            taker.take("abdul", WordKind::Full, here);
        }
        if is_initials(raw, word, shouting) {
            for at in 0..word.len() {
                if let Some(letter) = word.get(at..=at) {
                    taker.take(letter, WordKind::Initial, here);
                }
            }
            continue;
        }
        let (stem, gender) = tables::without_honorific_ending(word);
        marks.with(gender);
        if stem.len() == 1 {
            taker.take(stem, WordKind::Initial, here);
        } else if word.len() > LONGEST_INITIALS && said.is_none() && !may_be_a_title {
            taker.take_plain(raw, stem, gender, here);
        } else {
            taker.take(stem, WordKind::Full, here);
        }
    }
    if abd {
        taker.take("abdul", WordKind::Full, part);
    }
}

/// The name without what stands in brackets or after a dash set off by spaces: remarks of a phone book.
fn without_remarks(name: &str) -> &str {
    if !name.bytes().any(|b| matches!(b, b'(' | b'[' | b'{' | b'-' | b'|')) {
        return name;
    }
    let end = name.find(['(', '[', '{']).filter(|at| *at > 0).unwrap_or(name.len());
    let end = name.find(" - ").filter(|at| *at > 0).map_or(end, |at| at.min(end));
    let end = name.find(" | ").filter(|at| *at > 0).map_or(end, |at| at.min(end));
    name.get(..end).unwrap_or(name)
}

/// The name without `H.E.` and its like, which would read as initials.
fn without_excellency(name: &str) -> &str {
    if !name.starts_with(['H', 'h']) {
        return name;
    }
    let rest = ["H.E.", "H.H.", "H.R.H.", "h.e.", "h.h."].iter().find_map(|title| name.strip_prefix(title));
    rest.map_or(name, str::trim_start)
}

/// Runs of letters and digits with their place; an apostrophe does not part a word.
fn pieces(name: &str) -> impl Iterator<Item = (usize, &str)> {
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '\u{2019}' | '`') || is_mark(c);
    let plain = |b: &u8| b.is_ascii_alphanumeric() || matches!(*b, b'\'' | b'`');
    let is_plain = name.is_ascii();
    let mut rest = 0;
    std::iter::from_fn(move || {
        if is_plain {
            let bytes = name.as_bytes();
            let start = rest + bytes.get(rest..)?.iter().position(plain)?;
            let tail = bytes.get(start..)?;
            rest = start + tail.iter().position(|b| !plain(b)).unwrap_or(tail.len());
            return Some((start, name.get(start..rest)?));
        }
        let text = name.get(rest..)?;
        let start = rest + text.find(joins)?;
        let tail = name.get(start..)?;
        let end = start + tail.find(|c: char| !joins(c)).unwrap_or(tail.len());
        rest = end;
        Some((start, name.get(start..end)?))
    })
}

/// Combining marks and vowel signs belong to the letter before them.
fn is_mark(c: char) -> bool {
    !c.is_ascii() && !c.is_whitespace() && !c.is_control() && unicode_normalization::char::is_combining_mark(c)
}

/// Letters of a word that may stand for several initials, at most.
const LONGEST_INITIALS: usize = 3;

/// Whether a short word stands for several initials: `KS` in `KS Ramesh`, `ks` in `ks ramesh`.
fn is_initials(raw: &str, word: &str, shouting: bool) -> bool {
    match word.len() {
        2 => {
            let vowelless = !word.bytes().any(|b| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'));
            let capitals = !shouting && raw.bytes().all(|b| b.is_ascii_uppercase());
            !matches!(word, "md" | "ng") && (vowelless || capitals)
        }
        3 => !shouting && raw.bytes().all(|b| b.is_ascii_uppercase()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str) -> (Vec<String>, NameMarks) {
        let mut marks = NameMarks::default();
        let mut out = Vec::new();
        words(name, Part::Unknown, &mut marks, &mut String::new(), |w, kind, part| {
            let part = match part {
                Part::Unknown => "",
                Part::Given => "<",
                Part::Middle => "~",
                Part::Family => ">",
            };
            out.push(format!("{w}{}{part}", if kind == WordKind::Initial { "." } else { "" }));
        });
        (out, marks)
    }

    #[test]
    fn names_become_words() {
        for (name, expected) in [
            ("Smt. Lakshmi Iyer", "lakshmi iyer"),
            ("K. S. Ramesh", "k. s. ramesh"),
            ("KS Ramesh", "k. s. ramesh"),
            ("ramesh k s", "ramesh k. s."),
            ("Rao, Meera", "rao> meera<"),
            ("Meera Rao, MBA", "meera rao"),
            ("H.E. Sheikh Khalid bin Nasser Al Mazrouei", "khalid nasser mazrouei"),
            ("Abd al Rahman Haddad", "abdulrahman haddad"),
            ("Abdul Khan", "abdul khan"),
            ("Jigneshbhai Patel", "jignesh patel"),
            ("Rohit Jain (2BHK)", "rohit jain"),
            ("Rohit Jain - Investor", "rohit jain"),
            ("Md. Imran", "md imran"),
            ("O'Brien Sean", "obrien sean"),
            ("Rohit Jain 2BHK B12 4711", "rohit jain"),
            ("Client12 Sen", "client12 sen"),
        ] {
            assert_eq!(read(name).0.join(" "), expected, "{name}");
        }
    }

    #[test]
    fn titles_and_suffixes_leave_their_mark() {
        assert_eq!(read("Smt. Lakshmi").1.gender, -1);
        assert_eq!(read("Fatima bint Khalid").1.gender, -1);
        assert_eq!(read("Mr R Rao Jr").1, NameMarks { gender: 1, generation: 2 });
    }

    #[test]
    fn whatever_is_no_name_gives_no_words() {
        for name in ["", "  ", "---", "12345", "(", "Mr."] {
            assert_eq!(read(name).0, [""; 0], "{name}");
        }
    }
}
