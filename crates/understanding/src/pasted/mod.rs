//! What somebody pasted: a number, an address, the end of an e-mail, a vCard, messages copied from WhatsApp. Says whom it
//! names and where in the text each value stands; it guesses nothing about who that is.

mod chat;
mod signature;
mod vcard;

use contracts::{PastedField, PastedKind};

use crate::values::{digits, email, phone};

/// People read of one text at most.
pub const MAX_PEOPLE: usize = 5;
/// Lines looked at.
const MAX_LINES: usize = 400;
/// Fields read of one person.
const MAX_FIELDS: usize = 40;
/// Characters of a line that a reading quotes.
const QUOTED: usize = 200;

/// Somebody a text names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Person {
    /// What was read of them, in the order of the text.
    pub fields: Vec<PastedField>,
    /// The part of the text that speaks of them.
    pub snippet: String,
}

impl Person {
    /// A name, or else the first value.
    #[must_use]
    pub fn title(&self) -> &str {
        let of = |wanted: &str| self.fields.iter().find(|f| f.field == wanted);
        ["full_name", "phone", "email"]
            .into_iter()
            .find_map(of)
            .or_else(|| self.fields.first())
            .map_or("", |f| f.text.as_str())
    }

    fn add(&mut self, field: &str, text: impl Into<String>, from: (&str, usize), confidence: f64) {
        let text = text.into();
        let text = text.trim();
        let known = self.fields.iter().any(|f| f.field == field && f.text == text);
        if text.is_empty() || known || self.fields.len() >= MAX_FIELDS {
            return;
        }
        self.fields.push(PastedField {
            field: field.to_owned(),
            text: text.to_owned(),
            read_from: quoted(from.0),
            line: u32::try_from(from.1 + 1).unwrap_or(u32::MAX),
            confidence,
        });
    }

    fn has(&self, field: &str) -> bool {
        self.fields.iter().any(|f| f.field == field)
    }
}

/// What a text says.
#[derive(Clone, Debug, PartialEq)]
pub struct Pasted {
    /// What it is.
    pub kind: PastedKind,
    /// Whom it names, at most [`MAX_PEOPLE`].
    pub people: Vec<Person>,
    /// How many more it names.
    pub left_out: u32,
}

/// Reads a pasted text. `regions`: where numbers without a country are from, likeliest first.
#[must_use]
pub fn read(text: &str, regions: &[String]) -> Pasted {
    let (kind, mut people) = read_as(text, regions);
    people.retain(|p| !p.fields.is_empty());
    let left_out = u32::try_from(people.len().saturating_sub(MAX_PEOPLE)).unwrap_or(u32::MAX);
    people.truncate(MAX_PEOPLE);
    Pasted { kind: if people.is_empty() { PastedKind::Unknown } else { kind }, people, left_out }
}

fn read_as(text: &str, regions: &[String]) -> (PastedKind, Vec<Person>) {
    let lines: Vec<&str> = text.lines().take(MAX_LINES).collect();
    if lines.iter().any(|l| l.trim().trim_start_matches('\u{feff}').eq_ignore_ascii_case("BEGIN:VCARD")) {
        return (PastedKind::Vcard, vcard::read(&lines, regions));
    }
    if let Some(people) = chat::read(&lines, regions) {
        return (PastedKind::Chat, people);
    }
    let mut filled = lines.iter().enumerate().filter(|(_, l)| !l.trim().is_empty());
    if let (Some((at, line)), None) = (filled.next(), filled.next()) {
        if let Some(number) = number(line, regions) {
            let mut person = Person { snippet: line.trim().to_owned(), ..Person::default() };
            person.add("phone", number.text, (line, at), number.certainty);
            return (PastedKind::Phone, vec![person]);
        }
        if let Some(person) = mailbox(line, at) {
            return (PastedKind::Email, vec![person]);
        }
    }
    (PastedKind::Signature, signature::read(&lines, regions).into_iter().collect())
}

/// `Rina Sen <rina@example.com>`, or the address alone.
fn mailbox(line: &str, at: usize) -> Option<Person> {
    let line = line.trim();
    let bare = line.strip_suffix('>').and_then(|l| l.rsplit_once('<'));
    if bare.is_none() && line.contains(char::is_whitespace) {
        return None;
    }
    let address = email::parse(line)?;
    let mut person = Person { snippet: line.to_owned(), ..Person::default() };
    if let Some((name, _)) = bare {
        let name = name.trim().trim_matches(['"', '\'']).trim();
        if signature::is_name(name) {
            person.add("full_name", name, (line, at), 0.9);
        }
    }
    person.add("email", address, (line, at), 0.98);
    Some(person)
}

/// A number that was read: how a typed field takes it, and how sure that is.
struct Number {
    text: String,
    certainty: f64,
}

/// The number that a piece of text is, with the word beside it that says which one it is.
fn number(piece: &str, regions: &[String]) -> Option<Number> {
    let piece = piece.trim().trim_matches(['\u{200e}', '\u{200f}', '\u{202a}', '\u{202c}']);
    let (bare, label) = phone::labelled(piece);
    let bare = bare.strip_prefix("tel:").unwrap_or(bare).trim();
    let count = bare.chars().filter(|c| digits::value(*c).is_some()).count();
    if count < 7 || !phone::looks_like(bare) {
        return None;
    }
    let reading = phone::read(bare, &[], regions)?;
    let text = label.map_or_else(|| bare.to_owned(), |label| format!("{bare} ({label})"));
    Some(Number { text, certainty: reading.certainty })
}

/// A line as a reading quotes it.
fn quoted(line: &str) -> String {
    let line = line.trim();
    if line.chars().count() <= QUOTED {
        return line.to_owned();
    }
    let mut cut: String = line.chars().take(QUOTED).collect();
    cut.push('\u{2026}');
    cut
}

#[cfg(test)]
mod tests;
