//! Which national numbers are valid, from the metadata of Google's libphonenumber.
//!
//! The phonenumber crate carries the metadata but keeps its patterns in a small shared cache that a file of many countries
//! turns over all the time (2.5 ms a row measured); here each country's patterns are compiled once and kept.

use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

use phonenumber::Type;
use phonenumber::metadata::DATABASE;
use regex::{Regex, RegexBuilder};

use super::country;

/// A country's plan.
struct Plan {
    trunk: Option<String>,
    general: Pattern,
    mobile: Option<Pattern>,
    others: Vec<Pattern>,
    /// Digits that landlines and mobiles have.
    usual_lengths: Vec<u16>,
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
    lengths: Vec<u16>,
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

fn compile(region: &str) -> Option<Plan> {
    let metadata = DATABASE.by_id(region)?;
    let pattern = |descriptor: &phonenumber::metadata::Descriptor| {
        // The metadata lays its patterns out over several lines.
        let source = format!("^(?:{}\n)$", descriptor.national_number().as_str());
        let regex = RegexBuilder::new(&source).ignore_whitespace(true).build().ok()?;
        Some(Pattern { lengths: descriptor.possible_length().to_vec(), regex })
    };
    let of = |kind: Type| metadata.descriptors().get(kind).and_then(pattern);
    let others = [
        Type::FixedLine,
        Type::TollFree,
        Type::PremiumRate,
        Type::SharedCost,
        Type::PersonalNumber,
        Type::Voip,
        Type::Pager,
        Type::Uan,
    ];
    let general = metadata.descriptors().general().possible_length();
    let mut usual_lengths = Vec::new();
    for kind in [Type::FixedLine, Type::Mobile, Type::FixedLineOrMobile] {
        if let Some(descriptor) = metadata.descriptors().get(kind) {
            let own = descriptor.possible_length();
            // A kind that names no lengths has those of all numbers.
            usual_lengths.extend(if own.is_empty() { general } else { own });
        }
    }
    Some(Plan {
        usual_lengths,
        fiction: FICTION.iter().find(|(code, _)| *code == region).map_or(&[], |(_, numbers)| numbers),
        trunk: metadata.national_prefix().map(str::to_owned),
        general: pattern(metadata.descriptors().general())?,
        mobile: of(Type::Mobile),
        others: others.into_iter().filter_map(of).collect(),
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
    let dial = country::by_code(region)?.dial.as_str();
    let without_trunk = plan.trunk.as_deref().and_then(|t| digits.strip_prefix(t));
    let without_code = digits.strip_prefix(dial);
    let bare = without_code.and_then(|rest| plan.trunk.as_deref().and_then(|t| rest.strip_prefix(t)));
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
}
