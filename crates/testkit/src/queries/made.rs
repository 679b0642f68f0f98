//! Queries drawn from made-up clients: what somebody knows of one of them, written down in a hurry.

use serde_json::Value;

use super::{Half, Labelled, People, Wanted};
use crate::Draw;

/// What is known of a client.
struct Known {
    given: String,
    family: String,
    full: String,
    /// The digits of a mobile with its country code, and how long the code is.
    phone: String,
    code: usize,
    email: String,
    company: String,
    city: String,
    notes: Vec<String>,
}

/// So many queries of each kind about the clients of a seed.
#[must_use]
pub fn made(people: &People, half: Half, each: usize) -> Vec<Labelled> {
    let mut draw = Draw::new(people.seed ^ 0x5ea7c4);
    let kinds: [(&'static str, Make); 12] = [
        ("phone format", phone_format),
        ("phone fragment", phone_fragment),
        ("e-mail", email),
        ("typo", typo),
        ("two typos", two_typos),
        ("romanisation", romanisation),
        ("infix", infix),
        ("initials", initials),
        ("word order", word_order),
        ("company", company),
        ("notes", notes),
        ("mixed", mixed),
    ];
    let mut out = Vec::new();
    for (kind, make) in kinds {
        let (mut found, mut tries) = (0, 0);
        while found < each && tries < each * 60 {
            tries += 1;
            let known = Known::of(people, draw.below(usize::try_from(people.clients).unwrap_or(1)) as u64);
            if let Some((text, wanted)) = known.and_then(|k| make(&k, &mut draw)) {
                out.push(Labelled { kind, half, text, wanted });
                found += 1;
            }
        }
    }
    out
}

impl Known {
    fn of(people: &People, number: u64) -> Option<Self> {
        let client = people.client(number);
        let value = |name: &str| client.person.iter().find(|(n, _)| *n == name).map(|(_, v)| v);
        let text = |name: &str| value(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let first = |name: &str, key: &str| {
            value(name).and_then(|v| v.get(0)?.get(key)?.as_str()).unwrap_or_default().to_owned()
        };
        let e164 = first("phone", "value");
        let code = ["+971", "+966"].iter().find(|c| e164.starts_with(*c)).map_or(2, |_| 3);
        let said = client.interactions.iter().flat_map(|fields| fields.iter().filter(|(n, _)| *n == "body"));
        let mut notes: Vec<String> = said.filter_map(|(_, v)| v.as_str()).map(str::to_owned).collect();
        notes.extend(Some(text("notes")).filter(|n| !n.is_empty()));
        Some(Self {
            given: text("given_name"),
            family: text("family_name"),
            full: text("full_name"),
            phone: e164.strip_prefix('+')?.to_owned(),
            code,
            email: first("email", "value"),
            company: text("company_name"),
            city: first("address", "city"),
            notes,
        })
    }

    fn national(&self) -> &str {
        self.phone.get(self.code..).unwrap_or_default()
    }

    fn named(&self) -> Vec<Wanted> {
        vec![Wanted::Is("full_name", self.full.clone())]
    }
}

/// What is typed and what it means; none where the client does not have what it takes.
type Query = Option<(String, Vec<Wanted>)>;
type Make = fn(&Known, &mut Draw) -> Query;

fn phone_format(k: &Known, draw: &mut Draw) -> Query {
    let (code, n) = (k.phone.get(..k.code)?, k.national());
    let (head, tail) = n.split_at_checked(n.len() / 2)?;
    let text = match draw.below(9) {
        0 => format!("+{code} {head} {tail}"),
        1 => format!("+{code}{n}"),
        2 => format!("00{code}-{head}-{tail}"),
        3 => format!("0{head} {tail}"),
        4 => format!("(0{head}) {tail}"),
        5 => n.to_owned(),
        6 => format!("{head}.{tail}"),
        7 => format!("+{code} (0){head} {tail}"),
        _ => format!("{code}{n}"),
    };
    Some((text, vec![Wanted::PhoneEnds(k.phone.clone())]))
}

fn phone_fragment(k: &Known, draw: &mut Draw) -> Query {
    let n = k.national();
    let len = n.len();
    let (text, wanted) = match draw.below(6) {
        0 => (n.get(len - 4..)?.to_owned(), Wanted::PhoneEnds(n.get(len - 4..)?.to_owned())),
        1 => (n.get(len - 5..)?.to_owned(), Wanted::PhoneEnds(n.get(len - 5..)?.to_owned())),
        2 => (n.get(..7)?.to_owned(), Wanted::PhoneHolds(n.get(..7)?.to_owned())),
        3 => (format!("{} {}", n.get(..3)?, n.get(3..7)?), Wanted::PhoneHolds(n.get(..7)?.to_owned())),
        4 => (n.get(1..7)?.to_owned(), Wanted::PhoneHolds(n.get(1..7)?.to_owned())),
        _ => (format!("+{}", k.phone.get(..k.code + 6)?), Wanted::PhoneHolds(k.phone.get(..k.code + 6)?.to_owned())),
    };
    Some((text, vec![wanted]))
}

fn email(k: &Known, draw: &mut Draw) -> Query {
    let (local, host) = k.email.split_once('@')?;
    let text = match draw.below(4) {
        0 => k.email.clone(),
        1 => local.to_owned(),
        2 => format!("{local}@"),
        _ => format!("{}@{}", local.to_uppercase(), host.split('.').next()?),
    };
    Some((text, vec![Wanted::Holds("email", local.to_owned())]))
}

/// The word with one slip: two letters swapped, one left out, doubled, beside the right one, or a wrong first one.
fn slip(word: &str, draw: &mut Draw) -> Option<String> {
    let letters: Vec<char> = word.to_lowercase().chars().collect();
    if letters.len() < 4 || !word.is_ascii() || word.contains(' ') {
        return None;
    }
    let at = 1 + draw.below(letters.len() - 2);
    let mut out = letters.clone();
    match draw.below(5) {
        0 => out.swap(at, at + 1),
        1 => drop(out.remove(at)),
        2 => out.insert(at, *letters.get(at)?),
        3 => *out.get_mut(at)? = beside(*letters.get(at)?, draw),
        _ => *out.get_mut(0)? = beside(*letters.first()?, draw),
    }
    Some(out.into_iter().collect()).filter(|o: &String| *o != word.to_lowercase())
}

/// A key beside the right one.
fn beside(c: char, draw: &mut Draw) -> char {
    const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
    for row in ROWS {
        if let Some(at) = row.find(c) {
            let at = if at == 0 || (draw.percent(50) && at + 1 < row.len()) { at + 1 } else { at - 1 };
            return row.chars().nth(at).unwrap_or(c);
        }
    }
    c
}

fn typo(k: &Known, draw: &mut Draw) -> Query {
    let text = match draw.below(3) {
        0 => format!("{} {}", slip(&k.given, draw)?, k.family),
        1 => format!("{} {}", k.given, slip(&k.family, draw)?),
        _ => return Some((slip(&k.family, draw)?, vec![Wanted::Holds("full_name", k.family.clone())])),
    };
    Some((text, k.named()))
}

fn two_typos(k: &Known, draw: &mut Draw) -> Query {
    let text = if draw.percent(60) || k.family.len() < 7 {
        format!("{} {}", slip(&k.given, draw)?, slip(&k.family, draw)?)
    } else {
        format!("{} {}", k.given, slip(&slip(&k.family, draw)?, draw)?)
    };
    Some((text, k.named()))
}

fn romanisation(k: &Known, draw: &mut Draw) -> Query {
    const RULES: [(&str, &str); 22] = [
        ("ee", "i"),
        ("oo", "u"),
        ("jee", "ji"),
        ("sh", "s"),
        ("v", "w"),
        ("w", "v"),
        ("kh", "k"),
        ("dh", "d"),
        ("th", "t"),
        ("ch", "chh"),
        ("ow", "ou"),
        ("ya", "ia"),
        ("ks", "x"),
        ("k", "c"),
        ("ph", "f"),
        ("bh", "b"),
        ("i", "ee"),
        ("u", "oo"),
        ("aa", "a"),
        ("q", "k"),
        ("z", "j"),
        ("d", "dh"),
    ];
    let other = |word: &str, draw: &mut Draw| {
        let lower = word.to_lowercase();
        let fits: Vec<&(&str, &str)> = RULES.iter().filter(|(from, _)| lower.contains(from)).collect();
        if fits.is_empty() || word.contains(' ') {
            return None;
        }
        let (from, to) = draw.one_of(&fits);
        Some(lower.replacen(from, to, 1))
    };
    let text = format!("{} {}", k.given, other(&k.family, draw)?);
    let text = if draw.percent(40) { format!("{} {}", other(&k.given, draw)?, k.family) } else { text };
    Some((text, k.named()))
}

fn infix(k: &Known, draw: &mut Draw) -> Query {
    let inside = |word: &str, draw: &mut Draw| {
        let len = word.len();
        let from = 1 + draw.below(2);
        word.is_ascii().then(|| word.get(from..len.min(from + 5 + draw.below(2))).map(str::to_lowercase)).flatten()
    };
    if draw.percent(50) {
        let part = inside(k.family.split(' ').next_back()?, draw).filter(|p| p.len() >= 4)?;
        return Some((format!("{} {part}", k.given), k.named()));
    }
    let word = k.company.split(' ').next().filter(|w| w.len() >= 8)?;
    let part = inside(word, draw)?;
    Some((part.clone(), vec![Wanted::Firm(part)]))
}

fn initials(k: &Known, draw: &mut Draw) -> Query {
    let initial = k.given.get(..1)?;
    let text = match draw.below(3) {
        0 => format!("{initial}. {}", k.family),
        1 => format!("{initial} {}", k.family.to_lowercase()),
        _ => format!("{} {}", k.given, k.family.get(..1)?),
    };
    let wanted = if text.starts_with(&k.given) {
        vec![
            Wanted::Holds("full_name", k.given.clone()),
            Wanted::Holds("full_name", format!(" {}", k.family.get(..1)?)),
        ]
    } else {
        vec![Wanted::Holds("full_name", k.family.clone()), Wanted::Begins("full_name", initial.to_owned())]
    };
    Some((text, wanted))
}

fn word_order(k: &Known, draw: &mut Draw) -> Query {
    let text = match draw.below(3) {
        0 => format!("{} {}", k.family, k.given),
        1 => format!("{}, {}", k.family, k.given),
        _ => format!("{} {}", k.family.to_uppercase(), k.given.get(..k.given.len().min(4))?),
    };
    Some((text, k.named()))
}

fn company(k: &Known, draw: &mut Draw) -> Query {
    let mut words = k.company.split(' ');
    let (first, second) = (words.next().filter(|w| w.len() >= 5)?, words.next()?);
    let text = match draw.below(4) {
        0 => k.company.to_lowercase(),
        1 => format!("{first} {}", second.get(..3)?),
        2 => slip(first, draw)?,
        _ => format!("{} {second}", slip(first, draw)?),
    };
    // The firm itself or somebody there.
    Some((text, vec![Wanted::Firm(first.to_owned())]))
}

fn notes(k: &Known, draw: &mut Draw) -> Query {
    if k.notes.is_empty() {
        return None;
    }
    let note = draw.one_of(&k.notes);
    let mut words: Vec<String> =
        note.split(|c: char| !c.is_ascii_alphabetic()).filter(|w| w.len() >= 5).map(str::to_lowercase).collect();
    words.dedup();
    let from = draw.below(words.len().saturating_sub(3));
    let words: Vec<String> = words.into_iter().skip(from).take(3).collect();
    (words.len() == 3).then(|| (words.join(" "), vec![Wanted::Says(words)]))
}

fn mixed(k: &Known, draw: &mut Draw) -> Query {
    let n = k.national();
    let last = n.get(n.len() - 4..)?;
    match draw.below(4) {
        0 if !k.city.is_empty() => {
            let text = format!("{} {} {}", k.given, k.city, n.get(..5)?).to_lowercase();
            Some((text, vec![Wanted::PhoneHolds(n.get(..5)?.into()), Wanted::Holds("full_name", k.given.clone())]))
        }
        1 => Some((format!("{} {last}", k.family), vec![Wanted::PhoneEnds(last.into())])),
        2 if !k.company.is_empty() => {
            let company = k.company.split(' ').next()?;
            let wanted =
                vec![Wanted::Holds("company_name", company.into()), Wanted::Holds("full_name", k.given.clone())];
            Some((format!("{} {}", k.given, company.to_lowercase()), wanted))
        }
        3 if !k.city.is_empty() => {
            let mut wanted = k.named();
            wanted.push(Wanted::Holds("address", k.city.clone()));
            Some((format!("{} {}", k.full, k.city), wanted))
        }
        _ => None,
    }
}
