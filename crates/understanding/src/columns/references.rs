//! Ids of other records: whom a deal, a task or a call is with, where a contact works. Exports of a system that come in
//! several files hold together by nothing else (`ContactId` in `Opportunity.csv`).

use contracts::{ColumnStatus, EntityType};

use super::draft::Draft;
use super::telling::holds;
use super::words::Header;
use crate::profile::Profile;

/// Likely by header and values; whether such a record is known is seen when the rows are planned.
const CONFIDENCE: f64 = 0.75;

/// A client or customer may be a firm as well: whose id that is, a person says.
const PEOPLE: &[&str] = &["contact", "person", "lead", "who"];
const COMPANIES: &[&str] = &["account", "company", "organisation", "organization", "org", "firm"];
const DEALS: &[&str] = &["deal", "opportunity"];

/// Reads columns that were left open and are called `Contact ID`, `account_id`, `DealId` over ids.
pub(crate) fn settle(drafts: &mut [Draft], headers: &[Header], profiles: &[Profile], row: EntityType) {
    for at in 0..drafts.len() {
        let (Some(header), Some(profile)) = (headers.get(at), profiles.get(at)) else { continue };
        let Some((entity, field)) = meant(header).filter(|(entity, _)| linked(row, *entity)) else { continue };
        let one = |id: &str| !id.contains(' ') && id.bytes().any(|b| b.is_ascii_digit());
        let id = |v: &str| v.split([';', ',']).map(str::trim).all(one);
        let free = drafts.iter().all(|d| d.column.field.as_deref() != Some(field));
        if let Some(draft) = drafts.get_mut(at)
            && draft.column.status == ColumnStatus::Unresolved
            && free
            && profile.filled > 0
            && profile.share(profile.international) < 0.2
            && holds(profile, id) >= 0.9
        {
            draft.map(field, CONFIDENCE);
            draft.column.label = None;
            let whose = entity.as_str();
            draft.because("header", format!("The id of the {whose} that the row is of"), CONFIDENCE);
        }
    }
}

/// The kind of record whose id a header names, and the field.
fn meant(header: &Header) -> Option<(EntityType, &'static str)> {
    let [of, id] = header.words.as_slice() else { return None };
    let is = |words: &[&str]| words.contains(&of.as_str());
    match id.as_str() {
        "id" | "ids" if is(PEOPLE) => Some((EntityType::Person, "person.external_id")),
        "id" | "ids" if is(COMPANIES) => Some((EntityType::Account, "account.external_id")),
        "id" | "ids" if is(DEALS) => Some((EntityType::Opportunity, "opportunity.external_id")),
        _ => None,
    }
}

/// Whether rows of a kind say which record of another kind they are of.
fn linked(row: EntityType, of: EntityType) -> bool {
    match row {
        EntityType::Person => of == EntityType::Account,
        EntityType::Opportunity => matches!(of, EntityType::Person | EntityType::Account),
        EntityType::Task | EntityType::Interaction => of != row,
        _ => false,
    }
}
