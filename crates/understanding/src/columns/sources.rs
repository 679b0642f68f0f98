//! Which profile a file fits, and the systems that can be told by a few headers.
//!
//! Shipped profiles are data files under `profiles/`; anything else is inferred.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use super::source_profile::{ProfileColumn, SourceProfile};

#[derive(Clone, Debug, Deserialize)]
struct System {
    system: String,
    #[serde(default)]
    all: Vec<String>,
    #[serde(default)]
    min_any: usize,
    #[serde(default)]
    any: Vec<String>,
}

macro_rules! profile_files {
    ($($name:literal),* $(,)?) => { &[$(($name, include_str!(concat!("../../profiles/", $name, ".json")))),*] };
}

/// Every file of `profiles/`; a test compares the folder.
const PROFILE_FILES: &[(&str, &str)] = profile_files![
    "hubspot_contacts",
    "hubspot_companies",
    "hubspot_deals",
    "salesforce_lead",
    "salesforce_contact",
    "salesforce_account",
    "salesforce_account_labels",
    "salesforce_opportunity",
    "salesforce_opportunity_labels",
    "salesforce_report",
    "zoho_leads",
    "pipedrive_people",
    "pipedrive_organizations",
    "pipedrive_deals",
    "google_contacts_old",
    "google_contacts_new",
    "outlook",
    "linkedin_connections",
    "follow_up_boss",
    "kvcore",
    "sierra",
    "cinc",
    "lofty",
    "legacy_leads",
    "tasks",
];

static PROFILES: LazyLock<Vec<Known<'static>>> = LazyLock::new(|| SHIPPED.iter().map(Known::new).collect());

static SHIPPED: LazyLock<Vec<SourceProfile>> = LazyLock::new(|| {
    // Tests read every file; one that doesn't parse never leaves the house.
    PROFILE_FILES.iter().filter_map(|(_, text)| SourceProfile::from_json(text).ok()).collect()
});

static SYSTEMS: LazyLock<Vec<System>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../data/sources.json")).unwrap_or_default());

/// The profiles that come with the program.
#[must_use]
pub fn shipped_profiles() -> &'static [SourceProfile] {
    &SHIPPED
}

/// A header as profiles compare it: its letters and digits, without case and accents.
pub(crate) fn key(header: &str) -> String {
    let text: String = header.nfc().take(400).collect();
    any_ascii::any_ascii(&text).chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// Any number as the same one: `email#value`.
fn numberless(key: &str) -> String {
    let mut out = String::with_capacity(key.len());
    for c in key.chars() {
        let c = if c.is_ascii_digit() { '#' } else { c };
        if c != '#' || !out.ends_with('#') {
            out.push(c);
        }
    }
    out
}

/// `E-mail N - Value` as `email#value`; none without a lone N.
fn numbered(header: &str) -> Option<String> {
    let words: Vec<&str> = header.split(' ').collect();
    words
        .contains(&"N")
        .then(|| words.into_iter().map(|w| if w == "N" { "#".into() } else { key(w) }).collect::<String>())
}

/// A profile ready to be looked up in.
struct Known<'a> {
    profile: &'a SourceProfile,
    exact: BTreeMap<String, Vec<&'a ProfileColumn>>,
    numbered: BTreeMap<String, &'a ProfileColumn>,
}

impl<'a> Known<'a> {
    fn new(profile: &'a SourceProfile) -> Self {
        let mut exact: BTreeMap<String, Vec<&ProfileColumn>> = BTreeMap::new();
        let mut by_number = BTreeMap::new();
        for column in &profile.columns {
            for spelling in column.spellings() {
                if let Some(pattern) = numbered(spelling) {
                    by_number.entry(pattern).or_insert(column);
                }
                let under = exact.entry(key(spelling)).or_default();
                // Two spellings of one entry may have the same letters.
                if !under.last().is_some_and(|c| std::ptr::eq(*c, column)) {
                    under.push(column);
                }
            }
        }
        Self { profile, exact, numbered: by_number }
    }

    /// What the profile says about the `nth` column (from 0) of a header's key.
    fn column(&self, key: &str, nth: usize) -> Option<&'a ProfileColumn> {
        let bare = self
            .profile
            .object_prefix
            .as_deref()
            .and_then(|p| key.strip_prefix(self::key(p).as_str()))
            .filter(|k| !k.is_empty());
        let direct = |k: &str| {
            self.exact
                .get(k)
                .and_then(|c| c.get(nth).or(c.last()))
                .or_else(|| self.numbered.get(numberless(k).as_str()))
                .copied()
        };
        direct(key).or_else(|| bare.and_then(direct))
    }

    fn fits(&self, keys: &[String]) -> bool {
        let matches = &self.profile.matches;
        let present: Vec<&ProfileColumn> = keys.iter().filter_map(|k| self.column(k, 0)).collect();
        let there = |header: &String| {
            self.profile.entry(header).is_some_and(|entry| present.iter().any(|c| std::ptr::eq(*c, entry)))
        };
        matches.all.iter().all(there)
            && matches.any.iter().filter(|h| there(h)).count() >= matches.min_any
            && !matches.none.iter().any(|h| keys.contains(&key(h)))
    }

    fn chosen(&self, keys: &[String], certainty: f64) -> Chosen {
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        let columns = keys
            .iter()
            .map(|k| {
                let nth = seen.entry(k.as_str()).or_default();
                let found = self.column(k, *nth).cloned();
                *nth += 1;
                found
            })
            .collect();
        Chosen { profile: self.profile.clone(), columns, certainty }
    }

    fn known(&self, keys: &[String]) -> usize {
        keys.iter().filter(|k| self.column(k, 0).is_some()).count()
    }
}

/// The profile that a file is read by.
pub(crate) struct Chosen {
    pub profile: SourceProfile,
    /// What it says about each column of the file.
    pub columns: Vec<Option<ProfileColumn>>,
    /// 0..=1.
    pub certainty: f64,
}

/// The profile that fits a file best, a person's own before a shipped one that fits as well. `forced`: a person chose it.
pub(crate) fn profile_for(
    headers: &[String],
    file_name: &str,
    own: &[SourceProfile],
    forced: Option<&str>,
) -> Option<Chosen> {
    let keys: Vec<String> = headers.iter().map(|h| key(h)).collect();
    let own: Vec<Known> = own.iter().map(Known::new).collect();
    let mut all = own.iter().chain(PROFILES.iter());
    if let Some(id) = forced {
        return all.find(|k| k.profile.id == id).map(|k| k.chosen(&keys, 0.99));
    }
    let low = file_name.to_lowercase();
    let mut best: Option<(&Known, f64)> = None;
    for known in all.filter(|k| k.fits(&keys)) {
        let share = known.known(&keys) as f64 / keys.len().max(1) as f64;
        let named = known.profile.matches.file_name.as_ref().is_some_and(|n| low.contains(n));
        let certainty = (0.85 + 0.1 * share + if named { 0.05 } else { 0.0 }).min(0.99);
        // The first of equals stands.
        if best.as_ref().is_none_or(|(_, c)| certainty > *c) {
            best = Some((known, certainty));
        }
    }
    best.map(|(known, certainty)| known.chosen(&keys, certainty))
}

/// The system that a file's headers belong to, where they tell.
pub(crate) fn system_for(headers: &[String]) -> Option<&'static str> {
    let keys: Vec<String> = headers.iter().map(|h| key(h)).collect();
    let there = |header: &String| keys.contains(&key(header));
    SYSTEMS
        .iter()
        .find(|s| s.all.iter().all(there) && s.any.iter().filter(|h| there(h)).count() >= s.min_any)
        .map(|s| s.system.as_str())
}

/// Whether a line that ends a report begins so, by any shipped profile.
pub(crate) fn is_footer(text: &str) -> bool {
    let low = text.trim().to_lowercase();
    PROFILES.iter().flat_map(|k| &k.profile.footers).any(|f| low.starts_with(&f.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_profile_is_complete_and_names_known_fields() {
        for (name, text) in PROFILE_FILES {
            if let Err(why) = SourceProfile::from_json(text) {
                panic!("{name}: {why}");
            }
        }
        let mut ids: Vec<&str> = SHIPPED.iter().map(|p| p.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), PROFILE_FILES.len(), "two profiles have one id");
        assert!(!SYSTEMS.is_empty(), "the table of systems does not parse");
    }

    #[test]
    fn the_folder_holds_the_profiles_of_the_list() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/profiles");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .expect("the folder of profiles")
            .map(|e| e.expect("a file").file_name().to_string_lossy().trim_end_matches(".json").to_owned())
            .collect();
        files.sort();
        let mut listed: Vec<String> = PROFILE_FILES.iter().map(|(n, _)| (*n).to_owned()).collect();
        listed.sort();
        assert_eq!(files, listed);
    }

    #[test]
    fn headers_are_known_by_letters_and_digits() {
        assert_eq!(key("E-mail 1 - Value"), "email1value");
        assert_eq!(key("Pre\u{301}nom"), key("PR\u{c9}NOM"));
        assert_eq!(numbered("E-mail N - Value").as_deref(), Some("email#value"));
        assert_eq!(numberless("email12value"), "email#value");
        assert_eq!(numbered("Name"), None);
    }
}
