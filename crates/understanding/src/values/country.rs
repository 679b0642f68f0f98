//! Countries by the names and codes that address columns hold: the evidence for the region of phones.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

/// One country of the table.
#[derive(Debug, Deserialize)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub code: String,
    /// English name.
    pub name: String,
    /// Country calling code (ITU E.164), without `+`.
    pub dial: String,
    /// Other spellings, lower-cased.
    pub aliases: Vec<String>,
}

static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(|| {
    // The table is part of the program, and a test reads it.
    serde_json::from_str(include_str!("../../data/countries.json")).unwrap_or_default()
});

/// Every spelling, lower-cased, to the country's place in the table.
static NAMES: LazyLock<HashMap<String, usize>> = LazyLock::new(|| {
    let spellings = |c: &Country| [vec![c.code.to_lowercase(), c.name.to_lowercase()], c.aliases.clone()].concat();
    COUNTRIES.iter().enumerate().flat_map(|(i, c)| spellings(c).into_iter().map(move |s| (s, i))).collect()
});

/// The table.
#[must_use]
pub fn all() -> &'static [Country] {
    &COUNTRIES
}

/// The country that a text names by code, name or another spelling.
#[must_use]
pub fn find(text: &str) -> Option<&'static Country> {
    let text = text.trim();
    if text.is_empty() || text.len() > 60 {
        return None;
    }
    NAMES.get(&text.to_lowercase()).and_then(|i| COUNTRIES.get(*i))
}

/// By ISO code.
static CODES: LazyLock<HashMap<&str, &Country>> =
    LazyLock::new(|| COUNTRIES.iter().rev().map(|c| (c.code.as_str(), c)).collect());

/// By calling code, in the order of the table. Asked for every number of every row.
static DIALS: LazyLock<HashMap<&str, Vec<&Country>>> = LazyLock::new(|| {
    let mut dials: HashMap<&str, Vec<&Country>> = HashMap::new();
    for country in COUNTRIES.iter() {
        dials.entry(&country.dial).or_default().push(country);
    }
    dials
});

/// Digits of the longest calling code.
const LONGEST_DIAL: usize = 7;

/// The country of an ISO code.
#[must_use]
pub fn by_code(code: &str) -> Option<&'static Country> {
    CODES.get(code).copied()
}

/// The country whose calling code the digits of an international number start with; the longest code wins, and of those
/// that share one the first of the table, so that +1 is the United States.
#[must_use]
pub fn by_dial(digits: &str) -> Option<&'static Country> {
    sharing_dial(digits).first().copied()
}

/// All countries of the calling code that the digits start with, the main one first: `1` is the United States and Canada.
#[must_use]
pub fn sharing_dial(digits: &str) -> &'static [&'static Country] {
    let with = |len: usize| DIALS.get(digits.get(..len)?);
    (1..=LONGEST_DIAL).rev().find_map(with).map(Vec::as_slice).unwrap_or_default()
}
