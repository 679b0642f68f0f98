//! Which countries the file's own numbers and addresses speak for.

use std::collections::BTreeMap;

use contracts::{ColumnMapping, ColumnStatus, EntityType, FieldKind, FieldPath};

use crate::profile::Profile;
use crate::values::{country, phone};

/// A region below this share of the evidence is a stray and no candidate.
const MIN_SHARE: f64 = 0.005;
/// From this share of phones on, a column whose field is open is one of phones.
const PHONES: f64 = 0.5;
/// Regions that fit the numbers without a country code nearly as well as the best one; among these the evidence decides.
const NEARLY: f64 = 0.1;
/// Numbers without a country code that are looked at in a column, and in the file.
const LOOKED_AT: (usize, usize) = (128, 1024);
/// What the workspace's region weighs against regions that the file itself names, as a share of all its numbers: people
/// write a country code above all where a number is foreign.
const AT_HOME: f64 = 0.2;

/// What the file says about countries.
#[derive(Default)]
struct Evidence {
    /// Numbers with a country code, by country.
    phones: BTreeMap<&'static str, u64>,
    /// Addresses, by country.
    addresses: BTreeMap<&'static str, u64>,
    /// Some numbers without a country code.
    bare: Vec<String>,
    /// All phones.
    all: u64,
}

impl Evidence {
    fn of(columns: &[ColumnMapping], profiles: &[Profile]) -> Self {
        let mut out = Self::default();
        for (column, profile) in columns.iter().zip(profiles) {
            let path = column.field.as_deref().and_then(|f| FieldPath::parse(f).ok());
            let kind = path.as_ref().and_then(|p| p.def).map(|d| d.kind);
            let part = path.as_ref().and_then(|p| p.part.as_deref());
            let home = path.as_ref().is_some_and(|p| p.entity != EntityType::Interest);
            // A person may map an open column later; its numbers speak now.
            let open = column.status == ColumnStatus::Unresolved
                && profile.phones > 0
                && profile.share(profile.phones) >= PHONES;
            if open || kind == Some(FieldKind::Phone) && part.is_none() {
                out.phones(profile);
            } else if kind == Some(FieldKind::Address) && part == Some("country") && home {
                for (region, n) in &profile.named_regions {
                    *out.addresses.entry(region).or_default() += n;
                }
            }
        }
        out
    }

    fn phones(&mut self, profile: &Profile) {
        self.all += profile.valued();
        for (region, n) in &profile.phone_regions {
            *self.phones.entry(region).or_default() += n;
        }
        let parts = profile.spread().flat_map(phone::split).filter(|p| phone::looks_like(p));
        let room = LOOKED_AT.0.min(LOOKED_AT.1.saturating_sub(self.bare.len()));
        self.bare.extend(parts.filter(|p| !phone::is_international(p)).map(str::to_owned).take(room));
    }

    fn weight(&self, region: &str) -> u64 {
        self.phones.get(region).copied().unwrap_or(0) + self.addresses.get(region).copied().unwrap_or(0)
    }

    /// The candidates, strongest first.
    fn order(&self, default: Option<&str>) -> Vec<&str> {
        let mut regions: Vec<&str> = self.phones.keys().chain(self.addresses.keys()).copied().collect();
        regions.sort_unstable();
        regions.dedup();
        let total: u64 = regions.iter().map(|r| self.weight(r)).sum();
        regions.retain(|r| self.weight(r) as f64 >= MIN_SHARE * total as f64);
        let home = default.and_then(country::by_code).map(|c| c.code.as_str());
        if let Some(home) = home.filter(|h| !regions.contains(h)) {
            regions.push(home);
        }
        let fits: BTreeMap<&str, f64> = regions.iter().map(|r| (*r, self.fit(r))).collect();
        let best = fits.values().copied().fold(0.0, f64::max);
        let fitting = |r: &str| fits.get(r).is_some_and(|f| *f >= best - NEARLY);
        let weight = |r: &str| {
            let bonus = if Some(r) == home { AT_HOME * self.all as f64 } else { 0.0 };
            self.weight(r) as f64 + bonus
        };
        regions
            .sort_by(|a, b| fitting(b).cmp(&fitting(a)).then(weight(b).total_cmp(&weight(a))).then_with(|| a.cmp(b)));
        regions
    }

    /// How well the numbers without a country code fit a region: 0 to 1.
    fn fit(&self, region: &str) -> f64 {
        let fits: Vec<f64> = self.bare.iter().filter_map(|n| phone::fit(n, region)).collect();
        if fits.is_empty() { 0.0 } else { fits.iter().sum::<f64>() / fits.len() as f64 }
    }

    /// Why the first region is the first.
    fn why(&self, first: &str, default: Option<&str>) -> String {
        let name = country::by_code(first).map_or(first, |c| c.name.as_str());
        let with_code = self.phones.get(first).copied().unwrap_or(0);
        let all_codes: u64 = self.phones.values().sum();
        let in_addresses = self.addresses.get(first).copied().unwrap_or(0);
        let all_addresses: u64 = self.addresses.values().sum();
        if with_code + in_addresses == 0 {
            return match default == Some(first) {
                true if all_codes + all_addresses == 0 => {
                    format!("{name} is the workspace's default, and no number in the file names its country")
                }
                _ => format!("{name} is the workspace's default, and the numbers without a country code fit it"),
            };
        }
        let mut parts = Vec::new();
        if all_codes > 0 {
            parts.push(format!("{with_code} of {all_codes} numbers with a country code"));
        }
        if all_addresses > 0 {
            parts.push(format!("{in_addresses} of {all_addresses} addresses"));
        }
        format!("{} are in {name}", parts.join(" and "))
    }
}

/// The regions of phones without a country code, strongest first, and why: `IN, AE: 200 of 240 numbers…`. None where
/// nothing tells. The codes before the colon are what [`crate::Mapping`] goes by; the sentence is for the person, and
/// absent where no column looks like phones.
pub(crate) fn infer(
    columns: &[ColumnMapping],
    profiles: &[Profile],
    default_region: Option<&str>,
) -> (Option<String>, Option<String>) {
    let default = default_region.map(str::trim).map(str::to_ascii_uppercase).filter(|d| country::by_code(d).is_some());
    let evidence = Evidence::of(columns, profiles);
    let codes = evidence.order(default.as_deref());
    let Some(first) = codes.first() else {
        let note = "No phone number, address or setting tells the country of the phones without a country code; they are kept as received.";
        return (None, Some(note.to_owned()).filter(|_| evidence.all > 0));
    };
    let name = country::by_code(first).map_or(*first, |c| c.name.as_str());
    let why = evidence.why(first, default.as_deref());
    let others = if codes.len() > 1 {
        format!("; {} where only those fit or the row's address says so", codes.get(1..).unwrap_or_default().join(", "))
    } else {
        String::new()
    };
    let note = format!("Phone numbers without a country code are read as numbers of {name}: {why}{others}.");
    (Some(format!("{}: {why}", codes.join(", "))), Some(note).filter(|_| evidence.all > 0))
}

/// The codes of a region text: what stands before the colon, in order.
#[must_use]
pub fn codes(text: &str) -> Vec<String> {
    let head = text.split(':').next().unwrap_or_default();
    head.split([',', ' ', ';'])
        .map(|c| c.trim().to_ascii_uppercase())
        .filter(|c| country::by_code(c).is_some())
        .collect()
}
