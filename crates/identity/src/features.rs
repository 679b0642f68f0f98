//! What of a record takes part in comparison.

use std::collections::BTreeSet;

use serde_json::Value;

/// The kinds of key under which records are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KeyKind {
    /// `system:value`.
    ExternalId,
    /// Lower-case address.
    Email,
    /// E.164.
    Phone,
}

impl KeyKind {
    /// The canonical field whose values are such keys.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::ExternalId => "external_id",
            Self::Email => "email",
            Self::Phone => "phone",
        }
    }
}

/// One key.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// Its kind.
    pub kind: KeyKind,
    /// Its normalised value.
    pub value: String,
}

/// The features of one record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Features {
    /// Every key it can be found under.
    pub keys: BTreeSet<Key>,
    /// Its name as folded tokens, unordered.
    pub name: BTreeSet<String>,
}

impl Features {
    /// Reads features from canonical fields (`fields.md`): name, external ids, e-mails, phones.
    #[must_use]
    pub fn of<'a>(get: impl Fn(&str) -> Option<&'a Value>) -> Self {
        let mut keys = BTreeSet::new();
        for kind in [KeyKind::ExternalId, KeyKind::Email, KeyKind::Phone] {
            for item in get(kind.field()).and_then(Value::as_array).into_iter().flatten() {
                if let Some(value) = key_value(kind, item) {
                    keys.insert(Key { kind, value });
                }
            }
        }
        let text = |f: &str| get(f).and_then(Value::as_str).unwrap_or_default();
        let mut name = name_tokens(text("full_name"));
        if name.is_empty() {
            for part in ["given_name", "middle_name", "family_name"] {
                name.extend(name_tokens(text(part)));
            }
        }
        if name.is_empty() {
            name = name_tokens(text("name"));
        }
        Self { keys, name }
    }

    /// Keys of one kind.
    pub fn keys_of(&self, kind: KeyKind) -> impl Iterator<Item = &Key> {
        self.keys.iter().filter(move |k| k.kind == kind)
    }
}

/// The key that an item of `external_id`, `email` or `phone` is found under; none for an unreadable phone.
#[must_use]
pub fn key_value(kind: KeyKind, item: &Value) -> Option<String> {
    key_said(kind, |part| item.get(part).and_then(Value::as_str))
}

/// As [`key_value`], of an item that is held in another way.
#[must_use]
pub fn key_said<'a>(kind: KeyKind, part: impl Fn(&str) -> Option<&'a str>) -> Option<String> {
    let text = |k: &str| part(k).map(str::trim).filter(|s| !s.is_empty());
    match kind {
        KeyKind::ExternalId => Some(format!("{}:{}", text("system")?, text("value")?)),
        KeyKind::Email => text("value").map(str::to_lowercase),
        KeyKind::Phone => text("value").map(String::from),
    }
}

/// Words of a name, folded: lower case, romanised, without titles and single punctuation.
#[must_use]
pub fn name_tokens(name: &str) -> BTreeSet<String> {
    const TITLES: &[&str] = &[
        "mr", "mrs", "ms", "miss", "dr", "shri", "smt", "sri", "prof", "eng", "sheikh", "hajji", "sir", "madam", "jr",
        "sr", "capt", "col", "adv", "ca",
    ];
    any_ascii::any_ascii(name)
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|t| !t.is_empty() && !TITLES.contains(t))
        .map(String::from)
        .collect()
}
