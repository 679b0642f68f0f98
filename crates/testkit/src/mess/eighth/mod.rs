//! The eighth set: once the hold-out. Half of its header rows are those that systems for sales and property document for
//! what they export or take in, half those of files that people published, taken as a listing gave them; the order of
//! columns and the habits of values are theirs. People, firms, numbers and addresses are invented, and where there was a
//! header row alone, its values are as well. Its truth was written by somebody who had never read the importer: it is what
//! a careful consultant would choose with the file and the dictionary before them. Where two fields are equally right,
//! both are accepted.

mod builders;
pub(in crate::mess) mod cells;
mod estates;
mod firms;
mod leads;
mod lists;
mod people;
mod pipelines;
mod registers;
mod work;

use super::columns::*;
use super::hand::{Dial, plain};
use super::maker::{Maker, name};
use super::people::Market;
use super::seventh::cells::{called, dashed_month, joined};
use super::seventh::*;
use super::shapes::*;
use super::sheet::{Column, Quotes, Sheet, col, empty, other};
use super::sixth::cells::{bare, company, database, iso, later, profile, site, with_code, without_nought};
use super::sixth::*;
use super::value::{Cell, Day, Kind, Style};
use cells::*;
use people::region_of;

/// Every shape of the eighth set.
pub(super) const ALL: &[Shape] = &[
    ("doc_builders_contacts", builders::contacts),
    ("doc_suite_accounts", builders::accounts),
    ("doc_studio_contacts", builders::studio),
    ("doc_free_leads", builders::free_leads),
    ("doc_helpdesk_customers", builders::helpdesk),
    ("doc_alarm_leads", builders::alarms),
    ("doc_messages_leads", builders::messages),
    ("doc_estate_dashboard", estates::dashboard),
    ("doc_estate_offices", estates::offices),
    ("doc_estate_landlords", estates::landlords),
    ("doc_estate_deals_de", estates::deals),
    ("doc_tenants_fr", estates::tenants),
    ("doc_contacts_de", estates::copilot),
    ("doc_bank_contacts_es", registers::bank),
    ("doc_outreach_accounts", registers::outreach),
    ("doc_training_companies", registers::training),
    ("doc_growth_accounts", registers::growth),
    ("doc_customers_it", registers::flash),
    ("doc_leads_de", registers::dealers),
    ("doc_field_deals", pipelines::field),
    ("doc_shop_deals", pipelines::shop),
    ("doc_forecast_deals", pipelines::forecast),
    ("doc_leads_stage", pipelines::stages),
    ("doc_leads_pt", pipelines::lovers),
    ("doc_store_tasks", pipelines::store_tasks),
    ("doc_project_tasks", pipelines::project_tasks),
    ("doc_agency_activities", pipelines::conversations),
    ("git_prospects_fr", leads::prospects),
    ("git_leads_solar", leads::solar),
    ("git_leads_audits", leads::audits),
    ("git_leads_jp", leads::japanese),
    ("git_leads_reels", leads::reels),
    ("git_followups_mail", leads::stages_sent),
    ("git_agency_bare_pt", lists::bare_agency),
    ("git_customers_gulf", lists::gulf),
    ("git_clients_luxury", lists::luxury),
    ("git_prospects_es", lists::prospects),
    ("git_accounts_billing", firms::billing),
    ("git_accounts_arr", firms::renewals),
    ("git_crm_coops", firms::coops),
    ("git_clients_ar", firms::ministries),
    ("git_leads_map_ru", firms::guest_houses),
    ("git_prospects_map", firms::barbers),
    ("git_customers_bare_nl", firms::bare_dutch),
    ("git_firms_pt", firms::brazilian),
    ("git_followups_texts", work::texts),
    ("git_calls_header", work::calls),
    ("git_calls_program", work::calls_by_program),
    ("git_tasks_fr", work::tasks),
    ("git_deals_estate", work::estate_deals),
    ("git_deals_velocity", work::velocity),
    ("git_deals_masked", work::masked),
    ("git_visits_es", work::house_hunt),
    ("git_firms_fr", firms::scored),
    ("git_contacts_bare_it", lists::address_book),
];

/// A sheet of the set's own people.
fn sheet(file: &'static str, entity: &'static str, home: Market, columns: Vec<Column>) -> Sheet {
    let mut sheet = Sheet::new(file, entity, home, columns);
    sheet.cast = people::person;
    sheet
}

/// A sheet of firms, or of people beside their firms.
fn firms_sheet(file: &'static str, home: Market, columns: Vec<Column>) -> Sheet {
    let mut sheet = sheet(file, "account", home, columns);
    sheet.entity_accept = &["person"];
    sheet
}

pub(in crate::mess) const SPOUSE_GIVEN: &str = "household.spouse.given_name";
pub(in crate::mess) const SPOUSE_FAMILY: &str = "household.spouse.family_name";
pub(in crate::mess) const SPOUSE_EMAIL: &str = "household.spouse.email";
pub(in crate::mess) const NATIONALITY: &str = "person.nationality";
pub(in crate::mess) const BEDROOMS_MAX: &str = "requirement.bedrooms_max";
pub(in crate::mess) const BATHROOMS: &str = "requirement.bathrooms_min";
pub(in crate::mess) const PLACE_POSTCODE: &str = "interest.property.address.postal_code";
pub(in crate::mess) const FIRM_STREET2: &str = "account.address[].street2";
pub(in crate::mess) const FIRM_BOX: &str = "account.address[].po_box";
pub(in crate::mess) const FIRM_QUARTER: &str = "account.address[].locality";
pub(in crate::mess) const REVENUE: &str = "account.annual_revenue";
pub(in crate::mess) const DOMAIN: &str = "account.domain";
pub(in crate::mess) const DONE: &str = "task.done_at";
pub(in crate::mess) const PRIVATE: &str = "person.is_private";
pub(in crate::mess) const PARENT: &str = "account.parent";

pub(in crate::mess) fn region(header: &str, field: &'static str) -> Column {
    col(header, field, |m| Cell::plain(region_of(m.p.city)))
}

/// An address in one cell.
pub(in crate::mess) fn address(header: &str, field: &'static str) -> Column {
    col(header, field, |m| Cell::plain(format!("{}, {} {}", m.p.street, m.p.city, m.p.postcode)))
}

/// The same word in each row.
pub(in crate::mess) fn always(header: &str, field: &'static str, word: &'static str) -> Column {
    col(header, field, move |m| m.pick(&[word]))
}

/// A firm's name in a row of its own.
pub(in crate::mess) fn firm_name(header: &str) -> Column {
    col(header, FIRM, called).or(&[COMPANY])
}

pub(in crate::mess) fn firm_mail(header: &str) -> Column {
    col(header, FIRM_EMAIL, |m| m.email()).or(&[EMAIL])
}

pub(in crate::mess) fn firm_tel(header: &str, dial: Dial) -> Column {
    col(header, FIRM_PHONE, move |m| m.desk_tel(dial)).or(&[PHONE])
}

pub(in crate::mess) fn firm_site(header: &str) -> Column {
    col(header, FIRM_SITE, site).or(&[WEBSITE])
}

/// Where a firm is: street, town, region, code and country, whichever the header tells.
pub(in crate::mess) fn firm_street(header: &str) -> Column {
    street(header, FIRM_STREET).or(&[STREET, FIRM_WHOLE, WHOLE])
}

pub(in crate::mess) fn firm_town(header: &str) -> Column {
    town(header, FIRM_CITY).or(&[CITY])
}

pub(in crate::mess) fn firm_region(header: &str) -> Column {
    region(header, FIRM_REGION).or(&[REGION])
}

pub(in crate::mess) fn firm_zip(header: &str) -> Column {
    zip(header, FIRM_POSTCODE).or(&[POSTCODE])
}

pub(in crate::mess) fn firm_land(header: &str) -> Column {
    land(header, FIRM_COUNTRY).or(&[COUNTRY])
}

/// A running number as the system writes it, which may serve as the record's own.
pub(in crate::mess) fn numbered(header: &str, before: &'static str) -> Column {
    other(header, move |m| Cell::plain(format!("{before}{:03}", m.row + 1)))
}

/// The number of a row in another table.
pub(in crate::mess) fn key(header: &str, before: &'static str, count: usize) -> Column {
    other(header, move |m| Cell::plain(format!("{before}{:03}", 1 + m.d.below(count))))
}

pub(in crate::mess) fn moment(header: &str, field: &'static str, cell: fn(&mut Maker) -> Cell) -> Column {
    col(header, field, cell)
}
