//! The sixth set: once the hold-out, until its misses were read. The importer has been tuned on them since. Header rows,
//! the order of columns and the habits of values are those of files that people published; people, firms, numbers and
//! addresses are invented, and where such a file had a header row alone, its values are as well. Its truth was written by
//! somebody who had never read the importer: it is what a careful consultant would choose with the file and the dictionary
//! before them. Where two fields are equally right, both are accepted.

pub(in crate::mess) mod cells;
mod deals;
mod firms;
mod french;
mod german;
mod iberia;
mod italian;
mod leads;
mod lists;
mod owners;
mod people;
mod seekers;
mod suites;

use super::columns::*;
use super::hand::{Dial, plain};
use super::maker::Maker;
use super::people::Market;
use super::shapes::*;
use super::sheet::{Column, Quotes, Sheet, col, empty, other};
use super::value::{Cell, Kind, Style};
use cells::*;

/// Every shape of the set.
pub(super) const ALL: &[Shape] = &[
    ("real_hubspot", suites::hubspot),
    ("real_salesforce_spaces", suites::salesforce),
    ("real_zoho_inquiries", suites::zoho),
    ("real_bitrix_deals", suites::bitrix),
    ("real_shared_contacts", suites::shared_contacts),
    ("real_customers_export", suites::customers),
    ("real_scraper_pipeline", leads::scraper),
    ("real_agents", leads::agents),
    ("real_places", leads::places),
    ("real_broker_calls", leads::broker_calls),
    ("real_marketing", leads::marketing),
    ("real_scoring", leads::scoring),
    ("real_callers", leads::callers),
    ("real_tabbed", leads::tabbed),
    ("real_studio", leads::studio),
    ("real_voice_leads", leads::voice),
    ("real_form_leads", leads::lead_forms),
    ("real_small_book", lists::small_book),
    ("real_agency_contacts", lists::agency_contacts),
    ("real_profiles", lists::profiles),
    ("real_chatbot_home", seekers::chatbot),
    ("real_agent_demo", seekers::agent_demo),
    ("real_property_interest", seekers::property_interest),
    ("real_apartment_enquiries", seekers::apartment_enquiries),
    ("real_investment_form", seekers::investment_form),
    ("real_cash_buyers", seekers::cash_buyers),
    ("real_buyers_camel", seekers::camel_buyers),
    ("real_market_buyers", seekers::market_buyers),
    ("real_four_columns", seekers::four_columns),
    ("real_flippers", seekers::flippers),
    ("real_owner_graph", owners::graph),
    ("real_apartment_owners", owners::apartments),
    ("real_landlords", owners::landlords),
    ("real_land_owners_pt", owners::forest),
    ("real_tenants_flats", owners::flats),
    ("real_tenants_units", owners::units),
    ("real_tenants_quoted", owners::leases),
    ("real_hotel_deals", deals::hotels),
    ("real_deals_contact", deals::with_contact),
    ("real_deals_ids", deals::with_ids),
    ("real_deals_short", deals::short),
    ("real_deals_es", deals::spanish),
    ("real_tasks_es", deals::spanish_tasks),
    ("real_tasks_agency", deals::agency_tasks),
    ("real_accounts", firms::accounts),
    ("real_firms_de", firms::german),
    ("real_firms_fr", firms::french),
    ("real_offices_pt", firms::offices),
    ("real_prospects_fr", firms::roofers),
    ("real_prospects_ch", firms::sion),
    ("real_invoice_clients_de", german::invoices),
    ("real_extensions_de", german::extensions),
    ("real_phones_de", german::phones),
    ("real_bare_de", german::bare_profiles),
    ("real_street_de", german::street),
    ("real_messengers_de", german::messengers),
    ("real_clients_nl", german::dutch),
    ("real_clients_no", german::norwegian),
    ("real_bare_it", italian::bare_names),
    ("real_clients_it", italian::clients),
    ("real_prospects_es", iberia::prospects),
    ("real_quotes_es", iberia::quotes),
    ("real_guides_es", iberia::guides),
    ("real_places_es", iberia::places),
    ("real_accounts_es", iberia::accounts),
    ("real_clients_fr", french::clients),
    ("real_follow_up_fr", french::follow_up),
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

pub(in crate::mess) const WEBSITE: &str = "person.website[]";
pub(in crate::mess) const SOCIAL: &str = "person.social[]";
pub(in crate::mess) const PREFIX: &str = "person.prefix";
pub(in crate::mess) const GENDER: &str = "person.gender";
pub(in crate::mess) const PHOTO: &str = "person.photo_url";
pub(in crate::mess) const DEPARTMENT: &str = "person.department";
pub(in crate::mess) const CAMPAIGN: &str = "person.campaign";
pub(in crate::mess) const DETAIL: &str = "person.source_system_detail";
pub(in crate::mess) const RATING: &str = "person.rating";
pub(in crate::mess) const SCORE: &str = "person.score";
pub(in crate::mess) const STREET2: &str = "person.address[].street2";
pub(in crate::mess) const BY_EMAIL: &str = "person.consent.email";
pub(in crate::mess) const BY_WHATSAPP: &str = "person.consent.whatsapp";
pub(in crate::mess) const KYC: &str = "person.kyc_status";
pub(in crate::mess) const TOWNS: &str = "requirement.city[]";
pub(in crate::mess) const MUST: &str = "requirement.must_have[]";
pub(in crate::mess) const UNIT: &str = "interest.property.unit";
pub(in crate::mess) const KIND: &str = "interest.property.type";
pub(in crate::mess) const SIZE: &str = "interest.property.area";
pub(in crate::mess) const ROOMS: &str = "interest.property.bedrooms";
pub(in crate::mess) const PLACE: &str = "interest.property.address.formatted";
pub(in crate::mess) const PLACE_TOWN: &str = "interest.property.address.city";
pub(in crate::mess) const PLACE_REGION: &str = "interest.property.address.region";
pub(in crate::mess) const SEEN: &str = "interest.at";
pub(in crate::mess) const FIRM: &str = "account.name";
pub(in crate::mess) const FIRM_ID: &str = "account.external_id";
pub(in crate::mess) const FIRM_NUMBER: &str = "account.registration_id";
pub(in crate::mess) const FIRM_PHONE: &str = "account.phone[]";
pub(in crate::mess) const FIRM_EMAIL: &str = "account.email[]";
pub(in crate::mess) const FIRM_SITE: &str = "account.website";
pub(in crate::mess) const FIRM_STREET: &str = "account.address[].street";
pub(in crate::mess) const FIRM_CITY: &str = "account.address[].city";
pub(in crate::mess) const FIRM_REGION: &str = "account.address[].region";
pub(in crate::mess) const FIRM_POSTCODE: &str = "account.address[].postal_code";
pub(in crate::mess) const FIRM_COUNTRY: &str = "account.address[].country";
pub(in crate::mess) const FIRM_WHOLE: &str = "account.address[].formatted";
pub(in crate::mess) const FIRM_MADE: &str = "account.created_at";
pub(in crate::mess) const FIRM_NOTES: &str = "account.description";
pub(in crate::mess) const INDUSTRY: &str = "account.industry";
pub(in crate::mess) const FIRM_TYPE: &str = "account.type";
pub(in crate::mess) const DEAL_ID: &str = "opportunity.external_id";
pub(in crate::mess) const DEAL: &str = "opportunity.name";
pub(in crate::mess) const DEAL_STAGE: &str = "opportunity.stage";
pub(in crate::mess) const PIPELINE: &str = "opportunity.pipeline";
pub(in crate::mess) const DEAL_STATUS: &str = "opportunity.status";
pub(in crate::mess) const AMOUNT: &str = "opportunity.amount";
pub(in crate::mess) const CURRENCY: &str = "opportunity.currency";
pub(in crate::mess) const PROBABILITY: &str = "opportunity.probability";
pub(in crate::mess) const CLOSING: &str = "opportunity.close_date";
pub(in crate::mess) const DEAL_OWNER: &str = "opportunity.owner";
pub(in crate::mess) const DEAL_FIRM: &str = "opportunity.account";
pub(in crate::mess) const CONTACT: &str = "opportunity.contact";
pub(in crate::mess) const DEAL_SOURCE: &str = "opportunity.source";
pub(in crate::mess) const DEAL_MADE: &str = "opportunity.created_at";
pub(in crate::mess) const DEAL_UPDATED: &str = "opportunity.updated_at";
pub(in crate::mess) const DEAL_NOTES: &str = "opportunity.description";
pub(in crate::mess) const TASK: &str = "task.title";
pub(in crate::mess) const DUE: &str = "task.due_at";
pub(in crate::mess) const TASK_STATUS: &str = "task.status";
pub(in crate::mess) const PRIORITY: &str = "task.priority";
pub(in crate::mess) const TASK_FOR: &str = "task.assignee";
pub(in crate::mess) const TASK_NOTES: &str = "task.description";

/// A firm's name in a row of its own.
fn firm_name(header: &str) -> Column {
    col(header, FIRM, company).or(&[COMPANY])
}

fn region(header: &str, field: &'static str) -> Column {
    col(header, field, |m| Cell::plain(region_of(m.p.city)))
}

/// An address in one cell.
fn whole(header: &str, field: &'static str) -> Column {
    col(header, field, |m| Cell::plain(format!("{}, {} {}", m.p.street, m.p.postcode, m.p.city)))
}

fn moment(header: &str, field: &'static str, cell: fn(&mut Maker) -> Cell) -> Column {
    col(header, field, cell)
}

/// A running number as the system writes it, which may serve as the record's own.
fn numbered(header: &str, before: &'static str) -> Column {
    other(header, move |m| m.code(before, 1))
}

/// An identifier of letters and digits, always as long.
fn token(m: &mut Maker, length: usize) -> Cell {
    const SIGNS: &[u8] = b"0123456789abcdef";
    Cell::plain((0..length).map(|_| char::from(*m.d.one_of(SIGNS))).collect::<String>())
}

fn yes_no(header: &str) -> Column {
    free(header, &["yes", "no"])
}

fn flag(header: &str) -> Column {
    free(header, &["False", "False", "False", "True"])
}

/// Columns without a value.
fn unused(headers: &[&str]) -> Vec<Column> {
    headers.iter().map(|h| empty(h)).collect()
}

fn region_of(town: &str) -> &'static str {
    match town {
        "Tampa" => "FL",
        "Atlanta" => "GA",
        "Dallas" => "TX",
        "Chicago" => "IL",
        "Salt Lake City" => "UT",
        "Madrid" => "Madrid",
        "Barcelona" => "Barcelona",
        "Sevilla" | "Málaga" => "Andalucía",
        "Valencia" => "Valencia",
        "Milano" => "MI",
        "Torino" => "TO",
        "Roma" => "RM",
        "Firenze" => "FI",
        "Nantes" => "Loire-Atlantique",
        "Lille" => "Nord",
        "Bordeaux" => "Gironde",
        "Angers" => "Maine-et-Loire",
        "Lyon" => "Rhône",
        _ => "",
    }
}
