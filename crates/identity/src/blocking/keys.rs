//! The rules, and the keys that they give a record.

use super::{ATTRIBUTES, Attributes, Key};
use crate::compare::field;
use crate::corpus::{Corpus, NUMBER};
use crate::text::mix;

/// A blocking rule.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// What it is called in logs and explanations.
    pub name: &'static str,
    /// The comparisons that it looks at, a bit each: these don't learn from what it alone finds.
    pub fields: u32,
    /// Members that a block may have before it is split.
    pub limit: usize,
    /// Members (of a block or of a part of it) up to which meeting by this rule alone is worth a comparison.
    pub telling: usize,
}

const fn bits(fields: &[usize]) -> u32 {
    let mut out = 0;
    let mut i = 0;
    while i < fields.len() {
        out |= 1 << fields[i];
        i += 1;
    }
    out
}

const NAMES: u32 = bits(&[field::GIVEN, field::FAMILY, field::OTHER]);
const CUSTOM: u32 = !0 << crate::compare::FIELDS;

/// The rules. The place of a rule is part of stored keys and never changes.
pub const RULES: &[Rule] = &[
    Rule { name: "phone", fields: bits(&[field::PHONE]), limit: 40, telling: usize::MAX },
    Rule { name: "email", fields: bits(&[field::EMAIL]), limit: 40, telling: usize::MAX },
    Rule { name: "email local part", fields: bits(&[field::EMAIL]), limit: 12, telling: usize::MAX },
    Rule { name: "two words of the name", fields: NAMES, limit: 16, telling: 6 },
    Rule { name: "word of the name and birth date", fields: NAMES | bits(&[field::BORN]), limit: 30, telling: 30 },
    Rule { name: "birth date and initial", fields: NAMES | bits(&[field::BORN]), limit: 12, telling: 4 },
    Rule { name: "word of the name and postal code", fields: NAMES | bits(&[field::PLACE]), limit: 20, telling: 6 },
    Rule { name: "door", fields: bits(&[field::ADDRESS]), limit: 12, telling: usize::MAX },
    Rule { name: "word and initial of the name", fields: NAMES, limit: 10, telling: 4 },
    Rule {
        name: "word of the name and company",
        fields: NAMES | bits(&[field::COMPANY]),
        limit: 12,
        telling: usize::MAX,
    },
    Rule { name: "word of the name and city", fields: NAMES | bits(&[field::PLACE]), limit: 8, telling: 4 },
    Rule { name: "custom value", fields: CUSTOM, limit: 30, telling: usize::MAX },
    Rule { name: "company without a person", fields: bits(&[field::COMPANY]), limit: 20, telling: usize::MAX },
    Rule { name: "domain without a person", fields: bits(&[field::EMAIL]), limit: 12, telling: usize::MAX },
];

/// A record's keys and the attributes that split big blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Keys {
    /// Its keys, each once.
    pub keys: Vec<Key>,
    /// Its attributes; 0 where it has none.
    pub attributes: Attributes,
}

/// The keys of a row. They depend on its features (and on which custom values find) alone.
#[must_use]
pub fn keys_of(c: &Corpus, finds: &[bool], row: usize) -> Keys {
    let mut keys = Vec::new();
    for rule in 0..RULES.len() as u8 {
        each_key(c, finds, rule, row, |hash| keys.push(Key { rule, hash }));
    }
    keys.sort_unstable();
    keys.dedup();
    Keys { keys, attributes: attributes(c, row) }
}

/// The attributes of a row.
#[must_use]
pub fn attributes(c: &Corpus, row: usize) -> Attributes {
    let mut out: Attributes = [0; ATTRIBUTES];
    let short = |h: u64| (h >> 32) as u32 | 1;
    let place = |id: u32| if id == 0 { 0 } else { short(c.places.hash_of(id - 1)) };
    out[0] = place(c.row(row).city);
    out[1] = if c.row(row).born == 0 { 0 } else { short(mix(u64::from(c.row(row).born >> 9))) };
    out[2] = if c.row(row).company == 0 { 0 } else { short(c.companies.hash_of(c.row(row).company - 1)) };
    out[3] = place(c.row(row).postal);
    let n = &c.names;
    let words = c.words(row);
    let mut full = words.iter().filter(|id| !n.is_initial(**id));
    let first = full.next().map_or(0, |id| short(n.key[*id as usize]));
    let last = full.next_back().map_or(0, |id| short(n.key[*id as usize]));
    (out[4], out[5]) = (first.max(last), first.min(last));
    out[6] = words.iter().find(|id| n.is_initial(**id)).map_or(0, |id| short(mix(u64::from(n.first[*id as usize]))));
    out[7] = door(c, row).map_or(0, |(number, _)| short(mix(c.streets.hash_of(number))));
    out
}

/// The first number of an address and the first word.
fn door(c: &Corpus, row: usize) -> Option<(u32, u32)> {
    let address = c.address(row);
    let number = address.iter().find(|id| **id & NUMBER != 0)? & !NUMBER;
    let word = *address.iter().find(|id| **id & NUMBER == 0)?;
    Some((number, word))
}

/// Hands over the keys of one rule; some may come twice.
pub fn each_key(c: &Corpus, finds: &[bool], rule: u8, row: usize, mut take: impl FnMut(u64)) {
    let n = &c.names;
    let salt = mix(u64::from(rule) + 1);
    let mut put = |h: u64| take(mix(h ^ salt));
    let words = c.words(row);
    let full = || words.iter().map(|id| &n.keyed[*id as usize]).filter(|word| word.finds).map(|word| word.key);
    let both = |a: u64, b: u64| mix(a).wrapping_add(b.rotate_left(32));
    match rule {
        0 => c.numbers(row).iter().for_each(|number| put(number.key())),
        1 | 2 => {
            for mailbox in c.emails(row).iter().map(|id| &c.mailboxes[*id as usize]) {
                if rule == 1 {
                    put(both(c.locals.hash_of(mailbox.local), c.domains.hash_of(mailbox.domain)));
                } else if !mailbox.role && mailbox.length >= 6 {
                    put(c.locals.hash_of(mailbox.local));
                }
            }
        }
        3 => {
            for (i, a) in full().enumerate() {
                for b in full().skip(i + 1) {
                    put(both(a.min(b), a.max(b)));
                }
            }
        }
        4 if c.row(row).born != 0 => full().for_each(|w| put(both(w, u64::from(c.row(row).born)))),
        5 if c.row(row).born != 0 => {
            words.iter().for_each(|id| put(both(u64::from(n.first[*id as usize]), u64::from(c.row(row).born))));
            if words.is_empty() {
                put(both(0, u64::from(c.row(row).born)));
            }
        }
        6 if c.row(row).postal != 0 => full().for_each(|w| put(both(w, c.places.hash_of(c.row(row).postal - 1)))),
        7 => {
            let address = c.address(row);
            if let Some(number) = address.iter().find(|id| **id & NUMBER != 0) {
                let number = c.streets.hash_of(number & !NUMBER);
                let words = || address.iter().filter(|id| **id & NUMBER == 0).take(3).map(|id| c.streets.hash_of(*id));
                // A number and one word are on too many doors; an address that tells no more is found by them still.
                if words().nth(1).is_none() {
                    words().for_each(|word| put(both(number, word)));
                }
                for (i, one) in words().enumerate() {
                    words().skip(i + 1).for_each(|other| put(both(number, one.wrapping_add(other))));
                }
            }
        }
        8 => {
            for initial in words.iter().map(|id| &n.keyed[*id as usize]).filter(|word| word.is_initial) {
                full().for_each(|w| put(both(w, u64::from(initial.first))));
            }
        }
        9 if c.row(row).company != 0 => full().for_each(|w| put(both(w, c.companies.hash_of(c.row(row).company - 1)))),
        10 if c.row(row).city != 0 => full().for_each(|w| put(both(w, c.places.hash_of(c.row(row).city - 1)))),
        11 => {
            for (at, value) in c.custom(row).iter().enumerate() {
                if finds.get(at).copied().unwrap_or(false) && *value != 0 {
                    put(both(at as u64 + 1, c.custom_values[at].hash_of(value - 1)));
                }
            }
        }
        // Companies and households: what a person's name is to people.
        12 if words.is_empty() && c.row(row).company != 0 => {
            let company = c.row(row).company - 1;
            put(c.companies.hash_of(company));
            let mut named = c.companies.texts.get(company).split(' ').filter(|word| word.len() > 1);
            if let (Some(one), Some(other)) = (named.next(), named.next()) {
                put(both(crate::text::hash(one.as_bytes()), crate::text::hash(other.as_bytes())));
            }
        }
        13 if words.is_empty() => {
            for mailbox in c.emails(row).iter().map(|id| &c.mailboxes[*id as usize]) {
                if !c.public[mailbox.domain as usize] {
                    put(c.domains.hash_of(mailbox.domain));
                }
            }
        }
        _ => {}
    }
}
