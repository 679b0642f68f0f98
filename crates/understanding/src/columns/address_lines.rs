//! Parts of an address that only their neighbours tell: whether a column is the street or the whole address, and which
//! part the second and third line of one is.

use contracts::{ColumnStatus, EntityType};

use super::draft::Draft;
use super::frames::Frames;
use super::slots;
use super::words::Header;
use crate::profile::Profile;

/// Settles the parts of addresses.
pub(crate) fn settle(drafts: &mut [Draft], headers: &[Header], profiles: &[Profile], row: Option<EntityType>) {
    lines(drafts, headers, profiles);
    second_lines(drafts, headers);
    addresses(drafts);
    whole_in_one(drafts, profiles);
    numbers_of_houses(drafts, headers);
    if row == Some(EntityType::Opportunity) {
        of_the_property(drafts, headers);
    }
}

/// An address in a list of deals is that of what is sold, unless it says that it is somebody's.
fn of_the_property(drafts: &mut [Draft], headers: &[Header]) {
    let frames = Frames::get();
    if drafts.iter().any(|d| d.column.field.as_deref().is_some_and(|f| f.starts_with("property.address"))) {
        return;
    }
    let of_home = |d: &Draft| {
        d.column.field.as_deref().is_some_and(|f| f.starts_with("property.") || f.starts_with("interest."))
            || ["street", "city", "postal_code", "formatted"].iter().any(|p| part(d) == Some(p))
    };
    let homes = drafts.iter().any(of_home);
    for (draft, header) in drafts.iter_mut().zip(headers) {
        let told = |w: &String| frames.is("WHO", w) || frames.is("RESIDE", w) && w != "address";
        let Some(part) = part(draft).filter(|_| !header.words.iter().any(told)).map(str::to_owned) else { continue };
        // The region of a sale without a property is that of the sales team.
        if part == "region" && !homes {
            if header.words == ["region"] {
                draft.open("neighbours", "No column names a property; it may be the region that sells");
            }
            continue;
        }
        let known = matches!(part.as_str(), "formatted" | "street" | "city" | "postal_code" | "locality" | "region");
        if known && draft.is(&format!("person.address[].{part}")) {
            let confidence = draft.column.confidence.min(0.8);
            draft.map(format!("property.address.{part}"), confidence);
            draft.column.label = None;
            draft.because("neighbours", "The rows are deals: it is where the property is", 0.7);
        }
    }
}

/// Whether it is a part of an address, and which.
fn part(draft: &Draft) -> Option<&str> {
    draft.column.field.as_deref().and_then(|f| f.split_once("address[].").map(|(_, p)| p))
}

/// `Line 1`, `Line 2`, `Line 3` over words: the lines of one address. The third is the town where no column names one.
fn lines(drafts: &mut [Draft], headers: &[Header], profiles: &[Profile]) {
    let is_line = |h: &Header| {
        h.number.is_some_and(|n| (1..=5).contains(&n))
            && h.words.last().is_some_and(|w| w == "line")
            && h.words.iter().all(|w| matches!(w.as_str(), "line" | "address"))
    };
    let words = |p: &Profile| p.valued() > 0 && p.share(p.phones.max(p.emails).max(p.dates).max(p.numbers)) < 0.3;
    let found: Vec<usize> =
        headers.iter().zip(profiles).enumerate().filter(|(_, (h, p))| is_line(h) && words(p)).map(|(i, _)| i).collect();
    if found.len() < 2 {
        return;
    }
    let has = |drafts: &[Draft], wanted: &str| drafts.iter().any(|d| part(d) == Some(wanted));
    let owner = if drafts.iter().any(|d| d.is("account.name")) { "account" } else { "person" };
    let last = found.last().copied();
    for i in found {
        let number = headers.get(i).and_then(|h| h.number).unwrap_or(1);
        let city = has(drafts, "city");
        let to = match number {
            1 if !has(drafts, "street") => "street",
            1 | 2 => "street2",
            _ if !city && Some(i) == last => "city",
            _ => "locality",
        };
        let Some(draft) = drafts.get_mut(i).filter(|d| part(d).is_none_or(|p| p != to)) else { continue };
        if draft.column.status == ColumnStatus::Mapped && part(draft).is_none() {
            continue;
        }
        draft.map(format!("{owner}.address[].{to}"), 0.75);
        draft.because("neighbours", "It is one of the numbered lines of an address", 0.75);
    }
}

/// `StreetAddress2` beside `StreetAddress1` and one city: the second line, not a second address.
fn second_lines(drafts: &mut [Draft], headers: &[Header]) {
    let street = |d: &Draft| part(d) == Some("street");
    let first = drafts.iter().zip(headers).any(|(d, h)| street(d) && h.number.is_none_or(|n| n == 1));
    let cities = drafts.iter().filter(|d| part(d) == Some("city")).count();
    if !first || cities > 1 {
        return;
    }
    for (draft, header) in drafts.iter_mut().zip(headers) {
        if street(draft) && header.number.is_some_and(|n| n >= 2) {
            let field = draft.column.field.clone().unwrap_or_default().replace("[].street", "[].street2");
            let confidence = draft.column.confidence;
            draft.map(field, confidence);
            draft.because("neighbours", "Another column holds the first line of the street", 0.7);
        }
    }
}

/// `70 Elm Ct, Denver 57706` in every cell: the whole address, whatever other columns hold beside it.
fn whole_in_one(drafts: &mut [Draft], profiles: &[Profile]) {
    let whole = |v: &str| {
        let Some((street, town)) = v.rsplit_once(',') else { return false };
        let figure = |t: &str| t.chars().any(|c| c.is_ascii_digit());
        figure(street) && figure(town) && town.chars().filter(|c| c.is_alphabetic()).count() >= 4
    };
    for (draft, profile) in drafts.iter_mut().zip(profiles) {
        let (mut all, mut found) = (0_u32, 0_u32);
        if part(draft) != Some("street") || draft.column.evidence.iter().any(|e| e.source == "profile") {
            continue;
        }
        for value in profile.spread() {
            all += 1;
            found += u32::from(whole(value));
        }
        if all >= 4 && found * 10 >= all * 9 {
            let field = draft.column.field.clone().unwrap_or_default().replace("[].street", "[].formatted");
            let confidence = draft.column.confidence.min(0.8);
            draft.map(field, confidence);
            draft.because("values", "Each value holds street, town and postal code", 0.75);
        }
    }
}

/// `House Number` beside the street is the street's; `Apt` without any street is the unit that the row is about.
fn numbers_of_houses(drafts: &mut [Draft], headers: &[Header]) {
    let streets =
        drafts.iter().any(|d| matches!(part(d), Some("street" | "formatted" | "street2")) && !d.is("property.unit"));
    let lines = drafts.iter().filter(|d| matches!(part(d), Some("street" | "formatted"))).count();
    for (draft, header) in drafts.iter_mut().zip(headers) {
        let house = header.words.iter().all(|w| matches!(w.as_str(), "house" | "number" | "no" | "name"))
            && header.words.iter().any(|w| w == "house");
        if draft.is("property.unit") && house && streets {
            draft.open("neighbours", "It is the number of the house in the address that other columns hold");
        }
        let unit = matches!(header.phrase().as_str(), "apt" | "apartment" | "suite" | "unit");
        if part(draft) == Some("street2") && unit && lines == 0 {
            let confidence = draft.column.confidence.min(0.8);
            draft.map("property.unit", confidence);
            draft.because("neighbours", "No column holds the street that it would belong to", 0.7);
        }
    }
}

/// `Primary Address` beside `Primary City` is the street; standing alone it is the whole address. `Address 1` and
/// `Address 2` without parts of their own are two lines of one address.
fn addresses(drafts: &mut [Draft]) {
    let keys: Vec<Option<String>> = drafts.iter().map(|d| slots::key(&d.column)).collect();
    let part_of =
        |d: &Draft| d.column.field.as_deref().and_then(|f| f.split_once("address[].").map(|(_, p)| p.to_owned()));
    let parts: Vec<Option<String>> = drafts.iter().map(part_of).collect();
    let unnumbered_parts = keys.iter().zip(&parts).any(|(k, p)| {
        k.as_deref().is_some_and(|k| k.ends_with(':'))
            && matches!(p.as_deref(), Some("city" | "postal_code" | "region"))
    });
    for (i, draft) in drafts.iter_mut().enumerate() {
        if parts.get(i).and_then(|p| p.as_deref()) != Some("address")
            && !draft.column.field.as_deref().is_some_and(|f| f.ends_with("address[].address"))
        {
            continue;
        }
        let key = keys.get(i).cloned().flatten();
        let same_value = keys.iter().zip(&parts).enumerate().any(|(j, (k, p))| {
            j != i && *k == key && matches!(p.as_deref(), Some("city" | "postal_code" | "region" | "country"))
        });
        let street = keys
            .iter()
            .zip(&parts)
            .enumerate()
            .any(|(j, (k, p))| j != i && *k == key && p.as_deref() == Some("street"));
        let owner = draft.column.field.as_deref().and_then(|f| f.split('.').next()).unwrap_or("person").to_owned();
        let line: Option<u32> = key.as_deref().and_then(|k| k.rsplit(':').next()).and_then(|n| n.parse().ok());
        let (part, why) = match line {
            Some(n) if !same_value && unnumbered_parts => (
                if n > 1 { "street2" } else { "street" },
                "It is a line of the address whose city stands in another column",
            ),
            _ if street => ("formatted", "The street stands in a column of its own"),
            _ if same_value => ("street", "City and postal code stand in columns of their own"),
            _ => ("formatted", "No other column holds parts of this address"),
        };
        draft.column.field = Some(format!("{owner}.address[].{part}"));
        draft.because("neighbours", why, 0.7);
    }
}
