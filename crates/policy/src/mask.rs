//! What a presenter sees instead of a value: that there is something, and a harmless part of it (R85).
//!
//! A mask has the value's own structure, so that screens need no second way to show it. Every part that carries the
//! value is masked, `received` and `formatted` too. What isn't known to be harmless is masked.

use contracts::{EntityType, FieldKind};
use serde_json::{Map, Value};

use crate::groups;

/// Stands for words that are not shown. Its length says nothing.
const DOTS: &str = "•••";

/// Labels that a source may give a value. Any other label is free text.
const LABELS: &[&str] = &[
    "assistant",
    "billing",
    "business",
    "fax",
    "home",
    "iphone",
    "main",
    "mobile",
    "other",
    "office",
    "pager",
    "personal",
    "primary",
    "residence",
    "school",
    "shipping",
    "whatsapp",
    "work",
];

/// Networks that say nothing about a person.
const NETWORKS: &[&str] =
    &["facebook", "instagram", "linkedin", "skype", "telegram", "twitter", "wechat", "whatsapp", "x", "youtube"];

/// Units of area (`fields.md`, "Values").
const UNITS: &[&str] = &["acre", "hectare", "sq_ft", "sq_m", "sq_yd"];

/// Fields of one line that hold somebody's name.
const NAMES: &[&str] = &[
    "full_name",
    "prefix",
    "given_name",
    "middle_name",
    "family_name",
    "suffix",
    "nickname",
    "phonetic_name",
    "company_name",
    "referrer",
    "owner",
    "assignee",
    "name",
    "legal_name",
    "parent",
    "account",
    "contact",
    "spouse.given_name",
    "spouse.family_name",
    "spouse.full_name",
    "assistant.name",
    "manager.name",
];

/// A value as somebody sees it who may know only that it is there.
///
/// Phones keep their country code and last digits, e-mails a letter and the top-level domain, names their initials,
/// addresses city and country, dates the year. Anything else becomes dots; numbers and yes or no become null.
#[must_use]
pub fn mask(entity: EntityType, field: &str, value: &Value) -> Value {
    let name = groups::base(entity, field);
    let part = field.rsplit(['.', ']']).next().filter(|part| *part != field && field.len() > name.len());
    match (contracts::field(entity, name), part) {
        // A photo masked to a text would still be fetched.
        (Some(_), None) if name == "photo_url" => Value::Null,
        (Some(def), None) => each(value, &|v| one(def.kind, is_name(entity, name), v)),
        (Some(def), Some(part)) if !part.is_empty() => each(value, &|v| part_of(def.kind, part, v)),
        (Some(def), Some(_)) => each(value, &|v| one(def.kind, false, v)),
        (None, _) => dots(value),
    }
}

/// A deal's name is free text; a company's or a person's is a name.
fn is_name(entity: EntityType, name: &str) -> bool {
    NAMES.contains(&name) && !(entity == EntityType::Opportunity && name == "name")
}

fn each(value: &Value, mask: &dyn Fn(&Value) -> Value) -> Value {
    match value {
        Value::Array(items) => Value::Array(items.iter().map(|item| each(item, mask)).collect()),
        other => mask(other),
    }
}

fn one(kind: FieldKind, is_name: bool, value: &Value) -> Value {
    match value {
        Value::Object(parts) if kind == FieldKind::Address => Value::Object(address(parts)),
        Value::Object(parts) => {
            Value::Object(parts.iter().map(|(key, v)| (key.clone(), part_of(kind, key, v))).collect())
        }
        Value::String(text) => Value::String(words(kind, is_name, text)),
        other => dots(other),
    }
}

/// One part of a structured value.
fn part_of(kind: FieldKind, key: &str, value: &Value) -> Value {
    let known = |list: &[&str], text: &str| list.contains(&text.to_lowercase().as_str());
    match (key, value) {
        ("is_primary", Value::Bool(_)) => value.clone(),
        ("label", Value::String(text)) if known(LABELS, text) => value.clone(),
        ("network", Value::String(text)) if kind == FieldKind::Social && known(NETWORKS, text) => value.clone(),
        ("unit", Value::String(text)) if kind == FieldKind::Area && known(UNITS, text) => value.clone(),
        ("currency", Value::String(code)) if kind == FieldKind::Money && is_currency(code) => value.clone(),
        ("system", Value::String(name)) if kind == FieldKind::ExternalId && is_system(name) => value.clone(),
        ("city" | "country", Value::String(text)) if kind == FieldKind::Address && is_place(text) => value.clone(),
        ("value" | "received", Value::String(text)) => Value::String(words(kind, false, text)),
        _ => dots(value),
    }
}

/// An address keeps city and country, and its formatted text is made of those.
fn address(parts: &Map<String, Value>) -> Map<String, Value> {
    let kept = |key: &str| parts.get(key).and_then(Value::as_str).filter(|text| is_place(text));
    let places: Vec<&str> = ["city", "country"].into_iter().filter_map(kept).collect();
    let masked = |key: &String, v: &Value| match (key.as_str(), v) {
        ("formatted", Value::String(text)) if !text.trim().is_empty() && !places.is_empty() => {
            Value::String(places.join(", "))
        }
        _ => part_of(FieldKind::Address, key, v),
    };
    parts.iter().map(|(key, v)| (key.clone(), masked(key, v))).collect()
}

fn words(kind: FieldKind, is_name: bool, text: &str) -> String {
    if text.trim().is_empty() {
        return text.into();
    }
    match kind {
        FieldKind::Phone => phone(text),
        FieldKind::Email => email(text),
        FieldKind::Website => ending(text).map_or_else(|| DOTS.into(), |top| format!("{DOTS}.{top}")),
        FieldKind::Date | FieldKind::DateTime => year(text),
        FieldKind::Text if is_name => initials(text),
        _ => DOTS.into(),
    }
}

/// Everything inside becomes dots; what is no text becomes null.
fn dots(value: &Value) -> Value {
    match value {
        Value::Array(items) => Value::Array(items.iter().map(dots).collect()),
        Value::Object(parts) => Value::Object(
            parts
                .iter()
                .map(|(k, v)| (k.clone(), if k == "is_primary" && v.is_boolean() { v.clone() } else { dots(v) }))
                .collect(),
        ),
        Value::String(text) if text.trim().is_empty() => value.clone(),
        Value::String(_) => Value::String(DOTS.into()),
        Value::Null | Value::Bool(_) | Value::Number(_) => Value::Null,
    }
}

/// `+91 •••••• •• 345`. The fewer digits there are, the fewer are shown.
fn phone(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let code = if text.trim_start().starts_with('+') { country_code(&digits) } else { "" };
    let own = &digits[code.len()..];
    let shown = match own.len() {
        0..7 => 0,
        7..9 => 2,
        _ => 3,
    };
    let mut out = if code.is_empty() { String::new() } else { format!("+{code} ") };
    out.push_str("•••••• ••");
    if shown > 0 {
        out.push(' ');
        out.push_str(&own[own.len() - shown..]);
    }
    out
}

/// The country code that international digits begin with (ITU-T E.164, list of assigned codes): one digit for zones 1
/// and 7, two for those listed, else three.
fn country_code(digits: &str) -> &str {
    const TWO: &[&str] = &[
        "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49",
        "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84",
        "86", "90", "91", "92", "93", "94", "95", "98",
    ];
    let length = match digits.get(..2) {
        Some(start) if start.starts_with(['1', '7']) => 1,
        Some(start) if TWO.contains(&start) => 2,
        _ => 3,
    };
    // A number that is hardly longer than a code is none.
    if digits.len() >= length + 4 { &digits[..length] } else { "" }
}

/// `a•••@•••.com`.
fn email(text: &str) -> String {
    let Some((local, domain)) = text.trim().rsplit_once('@') else { return DOTS.into() };
    let first: String = local.chars().take(1).collect();
    match ending(domain) {
        Some(top) => format!("{first}{DOTS}@{DOTS}.{top}"),
        None => format!("{first}{DOTS}@{DOTS}"),
    }
}

/// The top-level domain of a host or an address, if it looks like one.
fn ending(address: &str) -> Option<&str> {
    let host = address.trim().split_once("://").map_or(address.trim(), |(_, rest)| rest);
    let host = host.split(['/', '?', '#', ':']).next()?;
    let (_, top) = host.rsplit_once('.')?;
    ((2..=6).contains(&top.len()) && top.bytes().all(|b| b.is_ascii_alphabetic())).then_some(top)
}

/// `R. S.`; words without a letter go.
fn initials(text: &str) -> String {
    let initial = |word: &str| word.chars().find(|c| c.is_alphabetic()).map(|c| format!("{}.", c.to_uppercase()));
    let initials: Vec<String> = text.split_whitespace().filter_map(initial).collect();
    if initials.is_empty() { DOTS.into() } else { initials.join(" ") }
}

/// The year of an ISO date; a date without a year becomes dots.
fn year(text: &str) -> String {
    match text.get(..4) {
        Some(year) if year.bytes().all(|b| b.is_ascii_digit()) && text[4..].starts_with('-') => year.into(),
        _ => DOTS.into(),
    }
}

/// Whether it looks like the name of a source system, which is chosen by the program and not typed.
fn is_system(name: &str) -> bool {
    name.len() <= 32 && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

fn is_currency(code: &str) -> bool {
    code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase())
}

/// Whether a city or country is one: a house number or a whole address in the wrong column is not.
fn is_place(text: &str) -> bool {
    text.chars().count() <= 32
        && text.split_whitespace().count() <= 3
        && !text.contains(|c: char| c.is_numeric() || c == ',')
}
