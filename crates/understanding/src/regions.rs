//! Which countries the file's own numbers and addresses speak for.

use std::collections::BTreeMap;

use contracts::{ColumnMapping, EntityType, FieldKind, FieldPath};

use crate::profile::Profile;
use crate::values::country;

/// A region below this share of the evidence is a stray and no candidate.
const MIN_SHARE: f64 = 0.005;

/// The regions of phones without a country code, strongest first, and why: `IN, AE: 200 of 240 numbers…`. None where the
/// file has no phones or nothing tells. The codes before the colon are what [`crate::Mapping`] goes by.
pub(crate) fn infer(
    columns: &[ColumnMapping],
    profiles: &[Profile],
    default_region: Option<&str>,
) -> (Option<String>, Option<String>) {
    let mut phones: BTreeMap<&'static str, u64> = BTreeMap::new();
    let mut addresses: BTreeMap<&'static str, u64> = BTreeMap::new();
    let mut any_phone = false;
    for (column, profile) in columns.iter().zip(profiles) {
        let Some(path) = column.field.as_deref().and_then(|f| FieldPath::parse(f).ok()) else { continue };
        let kind = path.def.map(|d| d.kind);
        if kind == Some(FieldKind::Phone) && path.part.is_none() {
            any_phone |= profile.valued() > 0;
            for (region, n) in &profile.phone_regions {
                *phones.entry(region).or_default() += n;
            }
        } else if kind == Some(FieldKind::Address)
            && path.part.as_deref() == Some("country")
            && path.entity != EntityType::Interest
        {
            for (region, n) in &profile.named_regions {
                *addresses.entry(region).or_default() += n;
            }
        }
    }
    if !any_phone {
        return (None, None);
    }
    let mut weights = phones.clone();
    for (region, n) in &addresses {
        *weights.entry(region).or_default() += n;
    }
    let total: u64 = weights.values().sum();
    let mut order: Vec<(&str, u64)> =
        weights.into_iter().filter(|(_, n)| *n as f64 >= MIN_SHARE * total as f64).collect();
    order.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let mut codes: Vec<String> = order.iter().map(|(r, _)| (*r).to_owned()).collect();
    let default = default_region.map(str::trim).map(str::to_ascii_uppercase).filter(|d| country::by_code(d).is_some());
    let from_file = !codes.is_empty();
    if let Some(default) = default
        && !codes.contains(&default)
    {
        codes.push(default);
    }
    let Some(first) = codes.first().cloned() else {
        let note = "No phone number, address or setting tells the country of the phones without a country code; they are kept as received.";
        return (None, Some(note.into()));
    };
    let name = country::by_code(&first).map_or(first.as_str(), |c| c.name.as_str());
    let why = if from_file {
        let with_code = phones.get(first.as_str()).copied().unwrap_or(0);
        let all_codes: u64 = phones.values().sum();
        let in_addresses = addresses.get(first.as_str()).copied().unwrap_or(0);
        let all_addresses: u64 = addresses.values().sum();
        let mut parts = Vec::new();
        if all_codes > 0 {
            parts.push(format!("{with_code} of {all_codes} numbers with a country code"));
        }
        if all_addresses > 0 {
            parts.push(format!("{in_addresses} of {all_addresses} addresses"));
        }
        format!("{} are in {name}", parts.join(" and "))
    } else {
        format!("{name} is the workspace's default, and no number in the file names its country")
    };
    let others = if codes.len() > 1 {
        format!("; {} where only those fit or the row's address says so", codes.get(1..).unwrap_or_default().join(", "))
    } else {
        String::new()
    };
    let note = format!("Phone numbers without a country code are read as numbers of {name}: {why}{others}.");
    (Some(format!("{}: {why}", codes.join(", "))), Some(note))
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
