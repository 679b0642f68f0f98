//! The words that headers are made of, read once from `data/synonyms.json`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use contracts::EntityType;
use serde::Deserialize;

/// The file as it is written.
#[derive(Deserialize)]
struct File {
    rows: BTreeMap<EntityType, BTreeMap<String, Vec<String>>>,
    ignored: BTreeMap<String, Vec<String>>,
    strong: BTreeMap<EntityType, Vec<String>>,
    compounds: BTreeMap<String, String>,
    grammar: Grammar,
}

/// Words that combine: a header made of these alone is understood without a phrase of its own.
#[derive(Default, Deserialize)]
pub(crate) struct Grammar {
    /// `plain`, `mobile`, `fax`, `whatsapp`, `other`.
    pub phone: BTreeMap<String, Vec<String>>,
    pub email: Vec<String>,
    pub website: Vec<String>,
    /// By network.
    pub social: BTreeMap<String, Vec<String>>,
    pub social_filler: Vec<String>,
    /// `work`, `home`, `other`.
    pub labels: BTreeMap<String, Vec<String>>,
    pub address_labels: BTreeMap<String, Vec<String>>,
    pub filler: Vec<String>,
    /// `label`, `value`.
    pub parts: BTreeMap<String, Vec<String>>,
    /// `spouse`, `assistant`.
    pub roles: BTreeMap<String, Vec<String>>,
    /// By address part; `address` for the word itself.
    pub address: BTreeMap<String, Vec<String>>,
    pub address_qualifiers: Vec<String>,
    /// Units and currencies that a header states in passing, `Budget (Cr)`, by name; under the empty name, words that say
    /// nothing about the field.
    pub units: BTreeMap<String, Vec<String>>,
    /// Phrases that turn a consent round.
    pub inverted: Vec<String>,
}

/// The words, ready to be looked up.
#[derive(Default)]
pub(crate) struct Synonyms {
    phrases: BTreeMap<EntityType, BTreeMap<String, String>>,
    ignored: BTreeMap<String, String>,
    strong: BTreeMap<EntityType, Vec<String>>,
    compounds: BTreeMap<String, Vec<String>>,
    pub grammar: Grammar,
}

static SYNONYMS: LazyLock<Synonyms> = LazyLock::new(|| {
    // The data is part of the program; a test reads it and checks every field and phrase.
    serde_json::from_str::<File>(include_str!("../../data/synonyms.json")).map(Synonyms::from).unwrap_or_default()
});

impl Synonyms {
    /// The table.
    pub fn get() -> &'static Self {
        &SYNONYMS
    }

    /// The field that a whole phrase stands for where one row is one such record.
    pub fn field(&self, row: EntityType, phrase: &str) -> Option<&str> {
        self.phrases.get(&row)?.get(phrase).map(String::as_str)
    }

    /// Why a technical column is left out.
    pub fn ignored(&self, phrase: &str) -> Option<&str> {
        self.ignored.get(phrase).map(String::as_str)
    }

    /// Whether a phrase marks rows of one kind.
    pub fn is_strong(&self, row: EntityType, phrase: &str) -> bool {
        self.strong.get(&row).is_some_and(|p| p.iter().any(|s| s == phrase))
    }

    /// Joins words written apart and parts words written together: `e mail`, `firstname`.
    pub fn join_compounds(&self, words: Vec<String>) -> Vec<String> {
        let mut out = Vec::with_capacity(words.len());
        let mut i = 0;
        while i < words.len() {
            let found = [4usize, 3, 2, 1].into_iter().find_map(|n| {
                let run = words.get(i..i + n)?.join(" ");
                self.compounds.get(&run).map(|c| (n, c))
            });
            match found {
                Some((n, replacement)) => {
                    out.extend(replacement.iter().cloned());
                    i += n;
                }
                None => {
                    out.extend(words.get(i).cloned());
                    i += 1;
                }
            }
        }
        out
    }
}

impl From<File> for Synonyms {
    fn from(file: File) -> Self {
        let compounds: BTreeMap<String, Vec<String>> =
            file.compounds.into_iter().map(|(from, to)| (from, to.split(' ').map(str::to_owned).collect())).collect();
        let mut out = Self { compounds, strong: file.strong, grammar: file.grammar, ..Self::default() };
        // Phrases in the file are written as people write them; they are looked up as headers are read.
        let normal = |phrase: &str| super::words::words(phrase, &out).0.join(" ");
        let phrases = file
            .rows
            .into_iter()
            .map(|(row, fields)| {
                let of_row = fields
                    .into_iter()
                    .flat_map(|(field, phrases)| phrases.into_iter().map(move |p| (p, field.clone())))
                    .map(|(phrase, field)| (normal(&phrase), field))
                    .collect();
                (row, of_row)
            })
            .collect();
        let ignored = file
            .ignored
            .into_iter()
            .flat_map(|(why, phrases)| phrases.into_iter().map(move |p| (p, why.clone())))
            .map(|(phrase, why)| (normal(&phrase), why))
            .collect();
        let strong =
            out.strong.iter().map(|(row, phrases)| (*row, phrases.iter().map(|p| normal(p)).collect())).collect();
        out.phrases = phrases;
        out.ignored = ignored;
        out.strong = strong;
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contracts::FieldPath;

    #[test]
    fn every_phrase_names_one_known_field() {
        let file: File = serde_json::from_str(include_str!("../../data/synonyms.json")).expect("the data file parses");
        let synonyms = Synonyms::get();
        for (row, fields) in &file.rows {
            let mut seen: BTreeMap<String, &str> = BTreeMap::new();
            for (field, phrases) in fields {
                FieldPath::parse(field).expect("a field of the dictionary");
                for phrase in phrases {
                    let normal = super::super::words::words(phrase, synonyms).0.join(" ");
                    if let Some(other) = seen.insert(normal, field) {
                        assert_eq!(other, field, "{row}: {phrase:?} stands for two fields");
                    }
                }
            }
        }
    }
}
