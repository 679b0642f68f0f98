//! vCards 2.1, 3.0 and 4.0 (RFC 2426, RFC 6350), as phones and mail programs write them. Only what a client's record has a
//! field for is read. The kept crates read calendars and time zones too and bring a clock with them, which a pure crate has
//! no use for.

use encoding_rs::Encoding;

use super::{Person, number};
use crate::values::{date, email};

/// A property: its name, its parameters, its value, and the line where it begins.
struct Property<'a> {
    name: String,
    parameters: Vec<(String, String)>,
    value: String,
    line: &'a str,
    at: usize,
}

/// Every card of the lines.
pub(super) fn read(lines: &[&str], regions: &[String]) -> Vec<Person> {
    let mut people = Vec::new();
    let mut begun: Option<(usize, Person)> = None;
    for property in properties(lines) {
        let at = property.at;
        match (property.name.as_str(), property.value.trim().to_ascii_uppercase().as_str()) {
            ("BEGIN", "VCARD") => begun = Some((at, Person::default())),
            ("END", "VCARD") => people.extend(begun.take().map(|(from, person)| whole(lines, from, at, person))),
            _ => {
                if let Some((_, person)) = &mut begun {
                    take(&property, person, regions);
                }
            }
        }
    }
    // A card that was cut off when it was copied.
    people.extend(begun.map(|(from, person)| whole(lines, from, lines.len(), person)));
    people
}

fn whole(lines: &[&str], from: usize, to: usize, mut person: Person) -> Person {
    let own: Vec<&str> = lines.iter().take(to.saturating_add(1)).skip(from).copied().collect();
    person.snippet = own.join("\n");
    // `FN` has to be there and often is not.
    let of = |field: &str| person.fields.iter().find(|f| f.field == field);
    let said: Vec<&str> =
        ["given_name", "middle_name", "family_name"].iter().filter_map(|f| of(f)).map(|f| f.text.as_str()).collect();
    let full = said.join(" ");
    let first = ["given_name", "family_name"].iter().find_map(|f| of(f)).cloned();
    if let Some(part) = first.filter(|_| !person.has("full_name")) {
        person.fields.insert(0, contracts::PastedField { field: "full_name".into(), text: full, ..part });
    }
    person
}

fn take(property: &Property<'_>, person: &mut Person, regions: &[String]) {
    let from = (property.line, property.at);
    let text = unescaped(&property.value);
    match property.name.as_str() {
        "FN" if !person.has("full_name") => person.add("full_name", text, from, 0.95),
        "N" => {
            let fields = ["family_name", "given_name", "middle_name", "prefix", "suffix"];
            for (field, part) in fields.into_iter().zip(parts(&property.value)) {
                person.add(field, part, from, 0.95);
            }
        }
        "NICKNAME" => person.add("nickname", text, from, 0.95),
        "TITLE" => person.add("job_title", text, from, 0.95),
        "ORG" => {
            let mut units = parts(&property.value).into_iter();
            person.add("company_name", units.next().unwrap_or_default(), from, 0.95);
            person.add("department", units.next().unwrap_or_default(), from, 0.95);
        }
        "TEL" => {
            let bare = text.strip_prefix("tel:").unwrap_or(&text).replace(";ext=", " ext ");
            let labelled = match label(property) {
                Some(label) => format!("{bare} ({label})"),
                None => bare,
            };
            if let Some(number) = number(&labelled, regions) {
                person.add("phone", number.text, from, number.certainty.max(0.9));
            }
        }
        "EMAIL" => {
            if let Some(address) = email::parse(&text) {
                person.add("email", address, from, 0.98);
            }
        }
        "URL" => person.add("website", text, from, 0.95),
        "BDAY" => {
            if let Some(day) = birthday(&text) {
                person.add("birth_date", day, from, 0.95);
            }
        }
        "NOTE" => person.add("notes", text, from, 0.9),
        _ => {}
    }
}

/// `1980-02-29`, `19800229`, `1980-02-29T00:00:00Z`.
fn birthday(text: &str) -> Option<String> {
    let day = text.split('T').next().unwrap_or_default();
    let dashed = match (day.get(..4), day.get(4..6), day.get(6..)) {
        (Some(year), Some(month), Some(rest)) if day.len() == 8 && day.bytes().all(|b| b.is_ascii_digit()) => {
            format!("{year}-{month}-{rest}")
        }
        _ => day.to_owned(),
    };
    date::parse(&dashed)?.date(None, true).filter(|d| !d.starts_with("--"))
}

fn label(property: &Property<'_>) -> Option<&'static str> {
    let types = property.parameters.iter().filter(|(name, _)| name == "TYPE" || name.is_empty());
    let said: Vec<String> =
        types.flat_map(|(_, value)| value.split(',')).map(|word| word.trim().to_ascii_lowercase()).collect();
    let says = |word: &str| said.iter().any(|s| s == word);
    match () {
        () if says("fax") => Some("fax"),
        () if says("cell") || says("mobile") || says("iphone") => Some("mobile"),
        () if says("whatsapp") => Some("whatsapp"),
        () if says("work") => Some("work"),
        () if says("home") => Some("home"),
        () => None,
    }
}

/// The properties, with folded lines put together (RFC 6350, 3.2) and the soft ends of quoted-printable ones (vCard 2.1).
fn properties<'a>(lines: &[&'a str]) -> Vec<Property<'a>> {
    let mut whole: Vec<(usize, &'a str, String)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let bare = line.trim_end_matches('\r');
        let soft = whole.last().is_some_and(|(_, _, so_far)| so_far.ends_with('=') && is_quoted(so_far));
        if let Some((_, _, so_far)) = whole.last_mut().filter(|_| soft) {
            so_far.pop();
            so_far.push_str(bare);
        } else if let (Some(rest), Some((_, _, so_far))) = (bare.strip_prefix([' ', '\t']), whole.last_mut()) {
            so_far.push_str(rest);
        } else if !bare.trim().is_empty() {
            whole.push((at, bare, bare.trim_start_matches('\u{feff}').to_owned()));
        }
    }
    whole.into_iter().filter_map(|(at, line, text)| property(at, line, &text)).collect()
}

fn is_quoted(text: &str) -> bool {
    text.split(':').next().unwrap_or_default().to_ascii_uppercase().contains("QUOTED-PRINTABLE")
}

fn property<'a>(at: usize, line: &'a str, text: &str) -> Option<Property<'a>> {
    let mut quoted = false;
    let colon = text.find(|c| {
        quoted ^= c == '"';
        c == ':' && !quoted
    })?;
    let (head, value) = (text.get(..colon)?, text.get(colon + 1..)?);
    let mut pieces = head.split(';');
    let name = pieces.next().unwrap_or_default().trim();
    // `item1.TEL`
    let name = name.rsplit('.').next().unwrap_or_default().to_ascii_uppercase();
    let parameters: Vec<(String, String)> = pieces
        .map(|p| p.split_once('=').map_or((String::new(), p), |(k, v)| (k.trim().to_ascii_uppercase(), v)))
        .map(|(k, v)| (k, v.trim_matches('"').to_owned()))
        .collect();
    let named = |wanted: &str| parameters.iter().find(|(k, _)| k == wanted).map(|(_, v)| v.as_str());
    let encoded = |word: &str| parameters.iter().any(|(_, v)| v.eq_ignore_ascii_case(word));
    let value = if encoded("QUOTED-PRINTABLE") { unquoted(value, named("CHARSET")) } else { value.to_owned() };
    (!name.is_empty()).then_some(Property { name, parameters, value, line, at })
}

/// Quoted-printable (RFC 2045, 6.7) to text; what is no escape stays.
fn unquoted(text: &str, charset: Option<&str>) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let pair = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        match pair.and_then(|two| u8::from_str_radix(two, 16).ok()).filter(|_| *first == b'=') {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    let encoding = charset.and_then(|c| Encoding::for_label(c.as_bytes())).unwrap_or(encoding_rs::UTF_8);
    encoding.decode_without_bom_handling(&bytes).0.into_owned()
}

/// The parts of a value, which `;` parts where no `\` stands before it.
fn parts(value: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut escaped = false;
    for c in value.chars() {
        if c == ';' && !escaped {
            out.push(String::new());
            continue;
        }
        escaped = c == '\\' && !escaped;
        if let Some(last) = out.last_mut() {
            last.push(c);
        }
    }
    out.iter().map(|part| unescaped(part)).collect()
}

/// `\,` `\;` `\\` and `\n` as what they stand for.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.trim().chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, true) => match chars.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(other) => out.push(other),
                None => {}
            },
            (c, false) => out.push(c),
        }
    }
    out
}
