//! The end of an e-mail, or any lines that hold a number or an address: who, what they do, where they are reached.

use std::sync::LazyLock;

use regex::Regex;

use super::{Person, number};
use crate::values::{date, digits, email, name};

/// Digits with what stands between those of one number.
static DIGITS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"[+(\u{ff0b}]{0,2}\d[\d\s().\u{a0}\u{2010}-\u{2015}-]{5,24}\d").ok());
/// A number within other words has at least so many: shorter ones are postcodes and house numbers.
const DIGITS_WITHIN: usize = 8;
/// What an e-mail ends with before the name, and what programs add beneath it.
const CLOSINGS: &[&str] = &[
    "regards",
    "best regards",
    "kind regards",
    "warm regards",
    "warmest regards",
    "with regards",
    "with warm regards",
    "best",
    "best wishes",
    "thanks",
    "many thanks",
    "thank you",
    "thanks and regards",
    "thanks & regards",
    "thank you and regards",
    "sincerely",
    "yours sincerely",
    "yours faithfully",
    "yours truly",
    "cheers",
    "mit freundlichen grüßen",
    "cordialement",
    "saludos",
    "atenciosamente",
    "hi",
    "hello",
    "dear sir",
    "dear madam",
    "confidential",
];
/// Words of what somebody does for a living.
const ROLES: &[&str] = &[
    "director",
    "manager",
    "head",
    "president",
    "vp",
    "avp",
    "svp",
    "chief",
    "ceo",
    "cfo",
    "cto",
    "coo",
    "cmo",
    "md",
    "founder",
    "cofounder",
    "co-founder",
    "partner",
    "associate",
    "executive",
    "officer",
    "engineer",
    "consultant",
    "advisor",
    "adviser",
    "agent",
    "broker",
    "analyst",
    "lead",
    "sales",
    "marketing",
    "secretary",
    "assistant",
    "proprietor",
    "chairman",
    "chairperson",
    "chairwoman",
    "principal",
    "architect",
    "lawyer",
    "advocate",
    "solicitor",
    "accountant",
    "owner",
    "developer",
    "designer",
    "coordinator",
    "representative",
    "specialist",
    "trustee",
    "physician",
    "surgeon",
    "professor",
];
/// Small words within names.
const PARTICLES: &[&str] =
    &["de", "da", "di", "del", "van", "von", "der", "den", "bin", "bint", "al", "el", "la", "le"];

/// The person whom the lines speak of; none where they hold neither number nor address.
pub(super) fn read(lines: &[&str], regions: &[String]) -> Option<Person> {
    let mut person = Person { snippet: lines.join("\n").trim().to_owned(), ..Person::default() };
    let mut words: Vec<(usize, &str, Vec<&str>)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let parts: Vec<&str> = line
            .split(['|', '\u{2022}', '\u{b7}', '\t', ';'])
            .flat_map(|part| part.split(" / "))
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .collect();
        let spoken: Vec<&str> =
            parts.into_iter().filter(|part| !contacts(part, &mut person, (line, at), regions)).collect();
        if !spoken.is_empty() {
            words.push((at, line, spoken));
        }
    }
    if !person.has("phone") && !person.has("email") {
        return None;
    }
    let reached = std::mem::take(&mut person.fields);
    who(&words, &reached, &mut person);
    // A name that stood before an address is there by now.
    let left = reached.into_iter().filter(|field| field.field != "full_name");
    person.fields.extend(left);
    Some(person)
}

/// Takes numbers and addresses out of a part of a line; whether there was one.
fn contacts(part: &str, person: &mut Person, from: (&str, usize), regions: &[String]) -> bool {
    let mut found = false;
    let mut rest = String::with_capacity(part.len());
    let mut mailbox = false;
    for token in part.split_whitespace() {
        let bare = token.trim_matches(['<', '>', '(', ')', '[', ']', ',', '"', '\'']);
        if bare.contains('@')
            && let Some(address) = email::parse(bare)
        {
            person.add("email", address, from, 0.98);
            (found, mailbox) = (true, true);
        } else if is_address(bare) {
            person.add("website", bare.trim_end_matches(['.', ',']), from, 0.9);
            found = true;
        } else {
            rest.push_str(token);
            rest.push(' ');
        }
    }
    let rest = rest.trim();
    if mailbox && is_name(rest) && !person.has("full_name") {
        person.add("full_name", rest, from, 0.85);
    }
    if let Some(number) = number(rest, regions) {
        person.add("phone", number.text, from, number.certainty);
        return true;
    }
    found | numbers_within(rest, person, from, regions)
}

fn numbers_within(text: &str, person: &mut Person, from: (&str, usize), regions: &[String]) -> bool {
    let Some(pattern) = DIGITS.as_ref() else { return false };
    let mut found = false;
    let mut after = 0;
    for piece in pattern.find_iter(text) {
        let count = piece.as_str().chars().filter(|c| digits::value(*c).is_some()).count();
        let before = text.get(after..piece.start()).unwrap_or_default();
        after = piece.end();
        let mut words = piece.as_str().split_whitespace();
        if count < DIGITS_WITHIN || words.any(|w| w.contains(['-', '.']) && date::parse(w).is_some()) {
            continue;
        }
        // The word before it says which number it is.
        let word = before.split([',', ';']).next_back().unwrap_or_default().trim();
        let labelled = format!("{word} {}", piece.as_str().trim());
        let read = number(&labelled, regions).or_else(|| number(piece.as_str(), regions));
        if let Some(number) = read {
            person.add("phone", number.text, from, number.certainty);
            found = true;
        }
    }
    found
}

/// A web address.
fn is_address(token: &str) -> bool {
    let low = token.to_ascii_lowercase();
    ["www.", "http://", "https://"].iter().any(|s| low.starts_with(s) && low.len() > s.len() + 3 && low.contains('.'))
}

/// The name, then what they do and for whom, from the lines without numbers.
fn who(words: &[(usize, &str, Vec<&str>)], reached: &[contracts::PastedField], person: &mut Person) {
    for field in reached.iter().filter(|f| f.field == "full_name") {
        person.fields.push(field.clone());
    }
    let domains: Vec<&str> = reached
        .iter()
        .filter(|f| f.field == "email")
        .filter_map(|f| f.text.rsplit_once('@')?.1.split('.').next())
        .collect();
    for (at, line, parts) in words {
        for part in parts.iter().flat_map(|part| part.split(", ")).map(str::trim) {
            let from = (*line, *at);
            let firm = name::is_firm(part) || domains.iter().any(|d| is_of(part, d));
            if is_closing(part) {
                continue;
            }
            if !person.has("full_name") && !firm && !has_role(part) && is_name(part) {
                person.add("full_name", part, from, 0.8);
            } else if person.has("full_name") && !person.has("job_title") && !firm && has_role(part) && is_short(part) {
                person.add("job_title", part, from, 0.7);
            } else if person.has("full_name") && !person.has("company_name") && firm && is_short(part) {
                let sure = domains.iter().any(|d| is_of(part, d));
                person.add("company_name", part, from, if sure { 0.9 } else { 0.7 });
            }
        }
    }
}

/// Whether the letters of a text begin with those of a domain, or the other way round.
fn is_of(text: &str, domain: &str) -> bool {
    let letters: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let domain: String = domain.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    domain.chars().count() >= 4 && letters.starts_with(&domain)
}

fn is_closing(text: &str) -> bool {
    let low = text.trim_matches([',', '.', '!', '-', ' ', '\u{2013}', '\u{2014}']).to_lowercase();
    low.is_empty() || CLOSINGS.contains(&low.as_str()) || low.starts_with("sent from ")
}

fn has_role(text: &str) -> bool {
    let mut words = text.split(|c: char| !(c.is_alphanumeric() || c == '-'));
    words.any(|w| ROLES.contains(&w.to_lowercase().as_str()))
}

fn is_short(text: &str) -> bool {
    text.chars().count() <= 80 && text.split_whitespace().count() <= 8 && !text.ends_with(['.', '?', '!'])
}

/// Whether a text is written as a person's name is: one to five words with capitals, or of a script without them.
pub(super) fn is_name(text: &str) -> bool {
    let named = name::honorific(text).1;
    let words: Vec<&str> = named.split_whitespace().collect();
    let fits = |word: &&str| {
        let letter = word.chars().find(|c| c.is_alphabetic());
        let written =
            word.chars().all(|c| c.is_alphabetic() || name::is_mark(c) || ".'-\u{2019}\u{200c}\u{200d}".contains(c));
        written && letter.is_some_and(|c| !c.is_lowercase() || PARTICLES.contains(&word.to_lowercase().as_str()))
    };
    (1..=5).contains(&words.len())
        && named.chars().count() <= 60
        && named.chars().filter(|c| c.is_alphabetic()).count() >= 2
        && words.iter().all(fits)
        && !is_closing(named)
}
