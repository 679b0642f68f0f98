//! Headers made of combining words: `Business Phone 2`, `E-mail 1 - Label`, `Mailing Postal Code`.
//!
//! A header is understood only when every word of it is: one that the grammar doesn't know (`Email Verified`, `Agent Email`)
//! makes it something else. That rule is what keeps the traps out.

use std::collections::BTreeMap;

use contracts::EntityType;

use super::frames::Frames;
use super::synonyms::Grammar;
use super::words::Header;

/// What a header says a column is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Target {
    /// Dictionary path.
    pub field: String,
    /// The label of its values.
    pub label: Option<String>,
    /// Columns with the same key make up one value.
    pub group: Option<String>,
    /// Whether the header says the opposite of the field, as an opt-out does.
    pub inverted: bool,
    /// The unit or currency of amounts that the header states: `crore`, `AED`.
    pub units: Vec<String>,
}

impl Target {
    pub fn plain(field: impl Into<String>) -> Self {
        Self { field: field.into(), label: None, group: None, inverted: false, units: Vec::new() }
    }
}

/// Reads a header by the grammar.
pub(crate) fn read(header: &Header, words: &[String], row: EntityType, grammar: &Grammar) -> Option<Target> {
    phone(header, words, row, grammar)
        .or_else(|| email(header, words, row, grammar))
        .or_else(|| social(words, row, grammar))
        .or_else(|| website(header, words, row, grammar))
        .or_else(|| address(header, words, row, grammar))
}

fn named<'a>(map: &'a BTreeMap<String, Vec<String>>, word: &str) -> Option<&'a str> {
    map.iter().find(|(_, words)| is(words, word)).map(|(name, _)| name.as_str())
}

/// Whether a word stands in the list, itself or in the singular.
fn is(list: &[String], word: &str) -> bool {
    let one = word.strip_suffix('s').filter(|o| o.len() >= 4);
    let one = one.map(|o| o.strip_suffix('e').filter(|o| o.ends_with('s')).unwrap_or(o));
    list.iter().any(|w| w == word || one.is_some_and(|o| w == o))
}

/// Person and account records have contact points; nothing else has.
fn owner(row: EntityType) -> Option<&'static str> {
    match row {
        EntityType::Person => Some("person"),
        EntityType::Account => Some("account"),
        _ => None,
    }
}

/// What the words around a noun say. None when one of them is not understood.
#[derive(Default)]
struct Around {
    label: Option<String>,
    role: Option<String>,
    part: Option<String>,
    rest: Vec<String>,
}

fn around(words: &[String], grammar: &Grammar) -> Option<Around> {
    let mut out = Around::default();
    for word in words {
        if let Some(part) = named(&grammar.parts, word) {
            out.part = Some(part.to_owned());
        } else if let Some(role) = named(&grammar.roles, word) {
            out.role = Some(role.to_owned());
        } else if let Some(label) = named(&grammar.labels, word) {
            out.label.get_or_insert_with(|| label.to_owned());
            out.rest.push(word.clone());
        } else if is(&grammar.filler, word) {
            out.rest.push(word.clone());
        } else {
            return None;
        }
    }
    Some(out)
}

/// The key of the value that a column belongs to: its qualifiers and number.
fn group(kind: &str, rest: &[String], number: Option<u32>) -> String {
    let number = number.map(|n| n.to_string()).unwrap_or_default();
    let qualifiers: Vec<&str> = rest
        .iter()
        .map(String::as_str)
        .filter(|w| !matches!(*w, "number" | "no" | "address" | "id" | "value"))
        .collect();
    format!("{kind}:{}:{number}", qualifiers.join(" "))
}

fn phone(header: &Header, words: &[String], row: EntityType, grammar: &Grammar) -> Option<Target> {
    let owner = owner(row)?;
    let noun = |w: &String| named(&grammar.phone, w);
    let mut kinds: Vec<&str> = words.iter().filter_map(noun).collect();
    let frames = Frames::get();
    // `Client contact number`: of the words for a person, only the contact is part of the noun.
    let said = |w: &&String| w.as_str() == "contact" || !frames.is("WHO", w) && !frames.is_noise(w);
    let joined = words.iter().filter(said).map(String::as_str).collect::<Vec<_>>().join(" ");
    let number = |w: &str| matches!(w, "number" | "no" | "num" | "numbers");
    let contact_number =
        joined.split_once(' ').is_some_and(|(a, b)| a == "contact" && number(b) || b == "contact" && number(a));
    if contact_number {
        kinds.push("plain");
    }
    // `M` means a mobile beside another word only.
    if kinds.is_empty() || joined == "m" {
        return None;
    }
    let others: Vec<String> = words.iter().filter(|w| noun(w).is_none()).cloned().collect();
    let around = around(&others, grammar)?;
    let kind = kinds.iter().find(|k| **k != "plain").copied();
    match around.role.as_deref() {
        Some("spouse") => return Some(Target::plain("household.spouse.phone")),
        Some("assistant") => return Some(Target::plain("household.assistant.phone")),
        _ => {}
    }
    let mut path = format!("{owner}.phone[]");
    // `Business Fax` is a fax; a mobile for work is still a mobile.
    let label = kind.map(str::to_owned).or(around.label);
    let numbered = format!("{} {}", kind.unwrap_or_default(), around.rest.join(" "));
    let group = group("phone", &[numbered.trim().to_owned()], header.number);
    if around.part.as_deref() == Some("label") {
        path.push_str(".label");
        return Some(Target { field: path, label: None, group: Some(group), inverted: false, units: Vec::new() });
    }
    Some(Target { field: path, label, group: Some(group), inverted: false, units: Vec::new() })
}

fn email(header: &Header, words: &[String], row: EntityType, grammar: &Grammar) -> Option<Target> {
    let owner = owner(row)?;
    if !words.iter().any(|w| is(&grammar.email, w)) {
        return None;
    }
    let others: Vec<String> = words.iter().filter(|w| !is(&grammar.email, w)).cloned().collect();
    let around = around(&others, grammar)?;
    match around.role.as_deref() {
        Some("spouse") => return Some(Target::plain("household.spouse.email")),
        Some(_) => return None,
        None => {}
    }
    let group = group("email", &around.rest, header.number);
    let path = format!("{owner}.email[]");
    if around.part.as_deref() == Some("label") {
        return Some(Target {
            field: format!("{path}.label"),
            label: None,
            group: Some(group),
            inverted: false,
            units: Vec::new(),
        });
    }
    Some(Target { field: path, label: around.label, group: Some(group), inverted: false, units: Vec::new() })
}

fn social(words: &[String], row: EntityType, grammar: &Grammar) -> Option<Target> {
    if row != EntityType::Person {
        return None;
    }
    let network = words.iter().find_map(|w| named(&grammar.social, w))?;
    let rest_known = words.iter().all(|w| named(&grammar.social, w).is_some() || is(&grammar.social_filler, w));
    rest_known.then(|| Target { label: Some(network.to_owned()), ..Target::plain("person.social[]") })
}

fn website(header: &Header, words: &[String], row: EntityType, grammar: &Grammar) -> Option<Target> {
    let owner = owner(row)?;
    if !words.iter().any(|w| is(&grammar.website, w)) {
        return None;
    }
    let others: Vec<String> = words.iter().filter(|w| !is(&grammar.website, w)).cloned().collect();
    let around = around(&others, grammar)?;
    if around.role.is_some() {
        return None;
    }
    let group = group("website", &around.rest, header.number);
    let path = format!("{owner}.website[]");
    if around.part.as_deref() == Some("label") {
        return Some(Target {
            field: format!("{path}.label"),
            label: None,
            group: Some(group),
            inverted: false,
            units: Vec::new(),
        });
    }
    Some(Target { field: path, label: around.label, group: Some(group), inverted: false, units: Vec::new() })
}

fn address(header: &Header, words: &[String], row: EntityType, grammar: &Grammar) -> Option<Target> {
    // The property's own address, as portals and Follow Up Boss export it.
    if row == EntityType::Person
        && let Some((first, rest)) = words.split_first()
        && matches!(first.as_str(), "property" | "listing" | "rental" | "subject")
    {
        let (part, _) = address_part(rest, grammar)?;
        let part = if part == "address" { "formatted" } else { part };
        return Some(Target {
            group: Some("address:property:".into()),
            ..Target::plain(format!("property.address.{part}"))
        });
    }
    let owner = owner(row)?;
    let mut qualifiers: Vec<String> = Vec::new();
    let mut label = None;
    let mut rest: Vec<String> = Vec::new();
    for word in words {
        if let Some(name) = named(&grammar.address_labels, word).or_else(|| named(&grammar.labels, word)) {
            label.get_or_insert_with(|| name.to_owned());
            qualifiers.push(word.clone());
        } else if is(&grammar.address_qualifiers, word) {
            qualifiers.push(word.clone());
        } else {
            rest.push(word.clone());
        }
    }
    let is_label = rest.last().is_some_and(|w| named(&grammar.parts, w) == Some("label"));
    if is_label {
        rest.pop();
    }
    // A qualifier may also be the noun: `Residence`.
    if rest.is_empty() {
        return None;
    }
    let (part, named_address) = address_part(&rest, grammar)?;
    let mut number = header.number;
    let part = match (part, number) {
        _ if is_label => "label",
        // `Address Line 2`, `Business Street 2`: the second line of one address, not a second address.
        ("street", Some(n)) if !named_address || rest.iter().any(|w| w == "line") => {
            number = None;
            if n > 1 { "street2" } else { "street" }
        }
        (part, _) => part,
    };
    if is_label && !named_address {
        return None;
    }
    let group = format!("address:{}:{}", qualifiers.join(" "), number.map(|n| n.to_string()).unwrap_or_default());
    Some(Target {
        field: format!("{owner}.address[].{part}"),
        label,
        group: Some(group),
        inverted: false,
        units: Vec::new(),
    })
}

/// The label of an address that a header names in words of its own, and the value that it belongs to.
pub(crate) fn whose_address(header: &Header, words: &[String], grammar: &Grammar) -> (Option<String>, Option<String>) {
    let label_of = |w: &String| named(&grammar.address_labels, w).or_else(|| named(&grammar.labels, w));
    let whose: Vec<&str> =
        words.iter().filter(|w| label_of(w).is_some() && w.as_str() != "residence").map(String::as_str).collect();
    let label = words.iter().find_map(label_of).map(str::to_owned);
    let number = header.number.map(|n| n.to_string()).unwrap_or_default();
    (label, Some(format!("address:{}:{number}", whose.join(" "))))
}

/// The part that words name, and whether the word `address` stood among them.
fn address_part<'a>(words: &[String], grammar: &'a Grammar) -> Option<(&'a str, bool)> {
    let address = grammar.address.get("address")?;
    let whole = words.join(" ");
    let lookup = |phrase: &str| {
        grammar
            .address
            .iter()
            .filter(|(part, _)| part.as_str() != "address")
            .find(|(_, phrases)| phrases.iter().any(|p| p == phrase))
            .map(|(part, _)| part_name(part))
    };
    let named_address = words.iter().any(|w| is(address, w));
    if let Some(part) = lookup(&whole) {
        return Some((part, named_address));
    }
    let without: Vec<String> = words.iter().filter(|w| !is(address, w)).cloned().collect();
    if !named_address {
        return None;
    }
    if without.is_empty() {
        return Some(("address", true));
    }
    lookup(&without.join(" ")).map(|part| (part, true))
}

/// The dictionary's name of a part of the data file.
fn part_name(part: &str) -> &str {
    match part {
        "pobox" => "po_box",
        other => other,
    }
}
