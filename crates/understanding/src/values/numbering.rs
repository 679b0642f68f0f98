//! Which national numbers are valid, from the metadata of Google's libphonenumber.
//!
//! The phonenumber crate carries the metadata but keeps its patterns in a small shared cache that a file of many countries
//! turns over all the time (2.5 ms a row measured), and reads those of all countries first; here each country's patterns are
//! compiled once, when it is met, and kept.

use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

use phonenumber::metadata::Database;
use regex::{Regex, RegexBuilder};

use super::country;

/// A country's plan.
struct Plan {
    trunk: Option<&'static str>,
    /// The country's code.
    dial: &'static str,
    general: Pattern,
    mobile: Option<Pattern>,
    others: Vec<Pattern>,
    /// Digits that landlines and mobiles have.
    usual_lengths: &'static [u16],
    fiction: &'static [(&'static str, bool)],
}

/// Beginnings of numbers kept for films and samples, which no table of valid numbers has, and whether they are mobiles:
/// Ofcom's mobiles for drama, ARCEP's numbers for works of fiction.
const FICTION: &[(&str, &[(&str, bool)])] = &[
    ("GB", &[("7700900", true)]),
    (
        "FR",
        &[("63998", true), ("19900", false), ("26191", false), ("35301", false), ("46571", false), ("53649", false)],
    ),
];

struct Pattern {
    lengths: &'static [u16],
    regex: Regex,
}

impl Pattern {
    fn matches(&self, digits: &str) -> bool {
        let length_ok = self.lengths.is_empty() || self.lengths.iter().any(|l| usize::from(*l) == digits.len());
        length_ok && self.regex.is_match(digits)
    }
}

/// One place per country of the table, filled when the country is first asked for.
static PLANS: LazyLock<HashMap<&'static str, OnceLock<Option<Plan>>>> =
    LazyLock::new(|| country::all().iter().map(|c| (c.code.as_str(), OnceLock::new())).collect());

fn plan(region: &str) -> Option<&'static Plan> {
    PLANS.get(region)?.get_or_init(|| compile(region)).as_ref()
}

/// The patterns of one kind of numbers, as the metadata has them.
struct Digits {
    pattern: &'static str,
    lengths: &'static [u16],
}

/// What the metadata says of a country's numbers.
struct Numbering {
    trunk: Option<&'static str>,
    general: Digits,
    mobile: Option<Digits>,
    others: &'static [Digits],
    usual_lengths: &'static [u16],
}

/// By country; taken out of the phonenumber crate when this one is built.
static NUMBERINGS: &[(&str, Numbering)] = include!(concat!(env!("OUT_DIR"), "/numbering.rs"));

/// What the metadata says of the places that the table of countries leaves out, by calling code, as JSON; taken out as well.
static ELSEWHERE: &[(u16, &str)] = include!(concat!(env!("OUT_DIR"), "/elsewhere.rs"));

/// A place that the table of countries leaves out: what the metadata says of it, and that read when it is first asked for.
type Place = (&'static str, OnceLock<Option<Database>>);

/// These places by calling code.
static PLACES: LazyLock<HashMap<u16, Place>> =
    LazyLock::new(|| ELSEWHERE.iter().map(|(code, said)| (*code, (*said, OnceLock::new()))).collect());

/// Whether digits, a country's code first, are a number of a place that the table of countries leaves out.
pub(crate) fn is_valid_elsewhere(digits: &str) -> bool {
    let place = |len: usize| PLACES.get(&digits.get(..len)?.parse().ok()?);
    let Some((said, read)) = (1..=3).find_map(place) else { return false };
    let read = read.get_or_init(|| Database::from(serde_json::from_str(said).ok()?).ok());
    let Some(there) = read else { return false };
    phonenumber::parse_with(there, None, format!("+{digits}"))
        .is_ok_and(|number| phonenumber::is_valid_with(there, &number))
}

fn compile(region: &str) -> Option<Plan> {
    let (_, numbering) = NUMBERINGS.iter().find(|(code, _)| *code == region)?;
    let pattern = |digits: &Digits| {
        // The metadata lays its patterns out over several lines.
        let source = format!("^(?:{}\n)$", digits.pattern);
        // Digits of other scripts are ASCII by now, and patterns that know nothing else are far smaller.
        let regex = RegexBuilder::new(&source).ignore_whitespace(true).unicode(false).build().ok()?;
        Some(Pattern { lengths: digits.lengths, regex })
    };
    Some(Plan {
        usual_lengths: numbering.usual_lengths,
        fiction: FICTION.iter().find(|(code, _)| *code == region).map_or(&[], |(_, numbers)| numbers),
        trunk: numbering.trunk,
        dial: country::by_code(region)?.dial.as_str(),
        general: pattern(&numbering.general)?,
        mobile: numbering.mobile.as_ref().and_then(pattern),
        others: numbering.others.iter().filter_map(pattern).collect(),
    })
}

impl Plan {
    fn mobile_length(&self, digits: &str) -> bool {
        self.mobile.as_ref().is_some_and(|m| m.lengths.iter().any(|l| usize::from(*l) == digits.len()))
    }

    /// Whether the digits are a number of this plan, and then whether a mobile.
    fn check(&self, digits: &str) -> Option<bool> {
        let made_up = self.fiction.iter().find(|(begins, _)| digits.starts_with(begins));
        if let Some((_, mobile)) = made_up.filter(|_| self.mobile_length(digits)) {
            return Some(*mobile);
        }
        if !self.general.matches(digits) {
            return None;
        }
        if self.mobile.as_ref().is_some_and(|m| m.matches(digits)) {
            return Some(true);
        }
        self.others.iter().any(|p| p.matches(digits)).then_some(false)
    }
}

/// Whether the landlines or mobiles of a country have so many digits.
pub(crate) fn is_possible(digits: &str, region: &str) -> bool {
    plan(region).is_some_and(|p| p.usual_lengths.iter().any(|l| usize::from(*l) == digits.len()))
}

/// The number proper of national digits, without trunk prefix or country code, and whether it is a mobile.
pub(crate) fn national<'a>(digits: &'a str, region: &str) -> Option<(&'a str, bool)> {
    let plan = plan(region)?;
    let without_trunk = plan.trunk.and_then(|t| digits.strip_prefix(t));
    let without_code = digits.strip_prefix(plan.dial);
    let bare = without_code.and_then(|rest| plan.trunk.and_then(|t| rest.strip_prefix(t)));
    [without_trunk, Some(digits), without_code, bare]
        .into_iter()
        .flatten()
        .find_map(|candidate| plan.check(candidate).map(|mobile| (candidate, mobile)))
}

/// Whether the digits after a country code are a number of that country, and then whether a mobile.
pub(crate) fn after_code(digits: &str, region: &str) -> Option<bool> {
    plan(region)?.check(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_of_the_table_has_its_plan() {
        for c in country::all() {
            assert!(plan(&c.code).is_some(), "{}", c.code);
        }
    }

    #[test]
    fn numbers_of_other_places_are_valid_where_the_whole_metadata_has_them_so() {
        let whole = |digits: &str| {
            phonenumber::parse(None, format!("+{digits}")).is_ok_and(|number| phonenumber::is_valid(&number))
        };
        let mut seed = 11u64;
        let mut valid = 0;
        for (code, _) in ELSEWHERE {
            let there = phonenumber::metadata::DATABASE.by_code(code).unwrap_or_default();
            let examples = there.iter().flat_map(|place| {
                let all = place.descriptors();
                [Some(all.general()), all.fixed_line(), all.mobile(), all.toll_free(), all.voip()]
            });
            let mut tried: Vec<String> = examples.filter_map(|of| of?.example().map(str::to_owned)).collect();
            let with_trunk: Vec<String> = tried.iter().flat_map(|n| [format!("0{n}"), format!("{n}0")]).collect();
            tried.extend(with_trunk);
            for _ in 0..60 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let digits = format!("{:014}", (seed >> 16) % 100_000_000_000_000);
                tried.extend(digits.get(..4 + (seed >> 60) as usize % 9).map(str::to_owned));
            }
            for national in tried {
                let digits = format!("{code}{national}");
                let is_valid = is_valid_elsewhere(&digits);
                valid += usize::from(is_valid);
                assert_eq!(is_valid, whole(&digits), "{digits}");
            }
        }
        assert!(valid > ELSEWHERE.len(), "each place has some");
        assert!(!is_valid_elsewhere("0930000000") && !is_valid_elsewhere("12") && !is_valid_elsewhere(""));
    }

    #[test]
    fn what_was_taken_out_is_what_the_metadata_says() {
        for c in country::all() {
            let (metadata, plan) = (phonenumber::metadata::DATABASE.by_id(&c.code), plan(&c.code));
            let (Some(metadata), Some(plan)) = (metadata, plan) else { panic!("{}", c.code) };
            assert_eq!(metadata.national_prefix(), plan.trunk, "{}", c.code);
            let general = metadata.descriptors().general();
            assert!(plan.general.regex.as_str().contains(general.national_number().as_str()), "{}", c.code);
            let mobile = metadata.descriptors().mobile().map(|of| of.possible_length());
            assert_eq!(mobile, plan.mobile.as_ref().map(|of| of.lengths), "{}", c.code);
            let all = metadata.descriptors();
            let others = [
                all.fixed_line(),
                all.toll_free(),
                all.premium_rate(),
                all.shared_cost(),
                all.personal_number(),
                all.voip(),
                all.pager(),
                all.uan(),
            ];
            assert_eq!(others.into_iter().flatten().count(), plan.others.len(), "{}: each pattern can be read", c.code);
        }
    }
}
