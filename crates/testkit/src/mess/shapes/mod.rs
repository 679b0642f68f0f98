//! The shapes: one function each, by the kind of people who keep such files.

mod agencies;
mod broker;
mod europe;
mod languages;
mod odd;
mod systems;

use super::sheet::Sheet;
use super::value::hundredths;

/// Name and maker of every shape.
pub(super) const ALL: &[(&str, fn() -> Sheet)] = &[
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

const FULL: &str = "person.full_name";
const GIVEN: &str = "person.given_name";
const FAMILY: &str = "person.family_name";
const PHONE: &str = "person.phone[]";
const EMAIL: &str = "person.email[]";
const COMPANY: &str = "person.company_name";
const JOB: &str = "person.job_title";
const NOTES: &str = "person.notes";
const TAGS: &str = "person.tags[]";
const SOURCE: &str = "person.lead_source";
const STATUS: &str = "person.lead_status";
const STAGE: &str = "person.lifecycle_stage";
const ASSIGNEE: &str = "person.assignee";
const OWNER: &str = "person.owner";
const CREATED: &str = "person.created_at";
const CONTACTED: &str = "person.last_contacted_at";
const ID: &str = "person.external_id";
const BORN: &str = "person.birth_date";
const MAX: &str = "requirement.budget_max";
const MIN: &str = "requirement.budget_min";
const LOCALITY: &str = "requirement.locality[]";
const WANTED: &str = "requirement.property_type";
const BEDROOMS: &str = "requirement.bedrooms_min";
const CITY: &str = "person.address[].city";
const STREET: &str = "person.address[].street";
const POSTCODE: &str = "person.address[].postal_code";
const COUNTRY: &str = "person.address[].country";

fn lines(records: &[&[&str]]) -> Vec<Vec<String>> {
    records.iter().map(|r| r.iter().map(|c| (*c).to_owned()).collect()).collect()
}

/// A record of this width, the rest of its cells empty.
fn padded(cells: &[&str], width: usize) -> Vec<String> {
    let mut out: Vec<String> = cells.iter().map(|c| (*c).to_owned()).collect();
    out.resize(width, String::new());
    out
}

/// `4,5` for 450.
fn comma(n: u64) -> String {
    hundredths(n).replace('.', ",")
}
