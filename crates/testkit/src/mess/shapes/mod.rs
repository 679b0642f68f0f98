//! The shapes: one function each, by the kind of people who keep such files.

mod agencies;
mod broker;
mod europe;
mod languages;
mod odd;
mod systems;

use super::sheet::Sheet;
use super::value::hundredths;

/// A shape's name and what makes its sheet.
pub(in crate::mess) type Shape = (&'static str, fn() -> Sheet);

/// Every shape.
pub(super) const ALL: &[Shape] = &[
    ("site_visits", agencies::site_visits),
    ("portal_leads", systems::portal_leads),
    ("event_signup", systems::event_signup),
    ("lead_ads", systems::lead_ads),
    ("gulf_agency", agencies::gulf_agency),
    ("owners_tenants", agencies::owners_tenants),
    ("spanish", europe::spanish),
    ("french", europe::french),
    ("german", europe::german),
    ("portuguese", europe::portuguese),
    ("british", europe::british),
    ("arabic_1256", languages::arabic_1256),
    ("arabic", languages::arabic),
    ("hindi", languages::hindi),
    ("deals", systems::deals),
    ("firms", systems::firms),
    ("phone_book", systems::phone_book),
    ("sphere", systems::sphere),
    ("headerless", odd::headerless),
    ("repeated_headers", odd::repeated_headers),
    ("lost_digits", odd::lost_digits),
    ("two_orders", odd::two_orders),
    ("doubtful_dates", odd::doubtful_dates),
    ("sentinels", odd::sentinels),
    ("many_in_one", odd::many_in_one),
    ("combined", odd::combined),
    ("banded", odd::banded),
    ("broker", broker::broker),
    ("wide", broker::wide),
];

pub(in crate::mess) const FULL: &str = "person.full_name";
pub(in crate::mess) const GIVEN: &str = "person.given_name";
pub(in crate::mess) const FAMILY: &str = "person.family_name";
pub(in crate::mess) const PHONE: &str = "person.phone[]";
pub(in crate::mess) const EMAIL: &str = "person.email[]";
pub(in crate::mess) const COMPANY: &str = "person.company_name";
pub(in crate::mess) const JOB: &str = "person.job_title";
pub(in crate::mess) const NOTES: &str = "person.notes";
pub(in crate::mess) const TAGS: &str = "person.tags[]";
pub(in crate::mess) const SOURCE: &str = "person.lead_source";
pub(in crate::mess) const STATUS: &str = "person.lead_status";
pub(in crate::mess) const STAGE: &str = "person.lifecycle_stage";
pub(in crate::mess) const ASSIGNEE: &str = "person.assignee";
pub(in crate::mess) const OWNER: &str = "person.owner";
pub(in crate::mess) const CREATED: &str = "person.created_at";
pub(in crate::mess) const CONTACTED: &str = "person.last_contacted_at";
pub(in crate::mess) const ID: &str = "person.external_id";
pub(in crate::mess) const BORN: &str = "person.birth_date";
pub(in crate::mess) const MAX: &str = "requirement.budget_max";
pub(in crate::mess) const MIN: &str = "requirement.budget_min";
pub(in crate::mess) const LOCALITY: &str = "requirement.locality[]";
pub(in crate::mess) const WANTED: &str = "requirement.property_type";
pub(in crate::mess) const BEDROOMS: &str = "requirement.bedrooms_min";
pub(in crate::mess) const CITY: &str = "person.address[].city";
pub(in crate::mess) const STREET: &str = "person.address[].street";
pub(in crate::mess) const POSTCODE: &str = "person.address[].postal_code";
pub(in crate::mess) const COUNTRY: &str = "person.address[].country";

pub(in crate::mess) fn lines(records: &[&[&str]]) -> Vec<Vec<String>> {
    records.iter().map(|r| r.iter().map(|c| (*c).to_owned()).collect()).collect()
}

/// A record of this width, the rest of its cells empty.
pub(in crate::mess) fn padded(cells: &[&str], width: usize) -> Vec<String> {
    let mut out: Vec<String> = cells.iter().map(|c| (*c).to_owned()).collect();
    out.resize(width, String::new());
    out
}

/// `4,5` for 450.
fn comma(n: u64) -> String {
    hundredths(n).replace('.', ",")
}
