//! Systems recognised by their headers, and source profiles: exports whose every column is known.
//!
//! Profiles are data files under `profiles/`; anything else is inferred.

use std::sync::LazyLock;

use contracts::EntityType;
use serde::Deserialize;

use super::synonyms::Synonyms;
use super::words;

/// An export whose columns are known by name.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SourceProfile {
    /// `hubspot.contacts`
    pub id: String,
    /// What people call it.
    pub title: String,
    /// The system that external ids belong to.
    pub source_system: String,
    /// What one row describes.
    pub row_entity: EntityType,
    #[serde(rename = "match")]
    pub matches: Match,
    pub columns: Vec<ProfileColumn>,
}

/// How a file is recognised: by names, in any order and case.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Match {
    /// Every one of these headers,
    #[serde(default)]
    pub all: Vec<String>,
    /// and so many
    #[serde(default)]
    pub min_any: usize,
    /// of these.
    #[serde(default)]
    pub any: Vec<String>,
    /// A part of the file name that adds certainty.
    #[serde(default)]
    pub file_name: Option<String>,
}

/// One known column: a field, or the reason for leaving it out.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProfileColumn {
    pub header: String,
    #[serde(default)]
    pub field: Option<String>,
    #[serde(default)]
    pub label: Option<String>,
    #[serde(default)]
    pub ignored: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
struct System {
    system: String,
    #[serde(flatten)]
    matches: SystemMatch,
}

#[derive(Clone, Debug, Deserialize)]
struct SystemMatch {
    #[serde(default)]
    all: Vec<String>,
    #[serde(default)]
    min_any: usize,
    #[serde(default)]
    any: Vec<String>,
}

const PROFILE_FILES: &[&str] = &[include_str!("../../profiles/hubspot_contacts.json")];

static PROFILES: LazyLock<Vec<SourceProfile>> =
    LazyLock::new(|| PROFILE_FILES.iter().filter_map(|text| serde_json::from_str(text).ok()).collect());

static SYSTEMS: LazyLock<Vec<System>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../data/sources.json")).unwrap_or_default());

/// A header as profiles compare it: words without case and punctuation, numbers kept.
pub(crate) fn key(header: &str) -> String {
    let (words, number) = words::words(header, Synonyms::get());
    match number {
        Some(n) => format!("{} {n}", words.join(" ")),
        None => words.join(" "),
    }
}

/// The profile that fits a file, with 0..=1.
pub(crate) fn profile_for(headers: &[String], file_name: &str) -> Option<(&'static SourceProfile, f64)> {
    let keys: Vec<String> = headers.iter().map(|h| key(h)).collect();
    PROFILES
        .iter()
        .filter(|p| holds(&keys, &p.matches.all, &p.matches.any, p.matches.min_any))
        .map(|p| {
            let known = headers.iter().filter(|h| p.column(h).is_some()).count();
            let named = p.matches.file_name.as_ref().is_some_and(|n| file_name.to_lowercase().contains(n));
            let share = known as f64 / headers.len().max(1) as f64;
            (p, (0.85 + 0.1 * share + if named { 0.05 } else { 0.0 }).min(0.99))
        })
        .max_by(|a, b| a.1.total_cmp(&b.1))
}

/// The system that a file's headers belong to, where they tell.
pub(crate) fn system_for(headers: &[String]) -> Option<&'static str> {
    let keys: Vec<String> = headers.iter().map(|h| key(h)).collect();
    SYSTEMS.iter().find(|s| holds(&keys, &s.matches.all, &s.matches.any, s.matches.min_any)).map(|s| s.system.as_str())
}

fn holds(keys: &[String], all: &[String], any: &[String], min_any: usize) -> bool {
    let there = |header: &String| keys.contains(&key(header));
    all.iter().all(there) && any.iter().filter(|h| there(h)).count() >= min_any
}

impl SourceProfile {
    /// What the profile says about a column.
    pub fn column(&self, header: &str) -> Option<&ProfileColumn> {
        let wanted = key(header);
        self.columns.iter().find(|c| key(&c.header) == wanted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contracts::FieldPath;

    #[test]
    fn every_profile_is_complete_and_names_known_fields() {
        assert_eq!(PROFILES.len(), PROFILE_FILES.len(), "a profile file does not follow the schema");
        assert!(!SYSTEMS.is_empty(), "the table of systems does not parse");
        for profile in PROFILES.iter() {
            assert!(profile.id.contains('.') && !profile.title.is_empty() && !profile.source_system.is_empty());
            assert!(!profile.matches.all.is_empty() || profile.matches.min_any > 0, "{}: matches anything", profile.id);
            for column in &profile.columns {
                match (&column.field, &column.ignored) {
                    (Some(field), None) => {
                        FieldPath::parse(field).expect("a field of the dictionary");
                    }
                    (None, Some(why)) => assert!(!why.is_empty()),
                    _ => panic!("{}: {} is neither mapped nor ignored", profile.id, column.header),
                }
            }
        }
    }
}
