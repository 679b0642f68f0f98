//! The seventh set: once the hold-out, until its misses were read. The importer has been tuned on them since. Header rows,
//! the order of columns and the habits of values are those of files that people published; people, firms, numbers and
//! addresses are invented, and where such a file had a header row alone, its values are as well. Its truth was written by
//! somebody who had never read the importer: it is what a careful consultant would choose with the file and the dictionary
//! before them. Where two fields are equally right, both are accepted.

mod agents;
pub(in crate::mess) mod cells;
mod deals;
mod firms;
mod french;
mod german;
mod iberia;
mod italian;
mod leads;
mod others;
mod people;
mod seekers;
mod suites;
mod tasks;
mod tenants;

use super::columns::*;
use super::hand::{Dial, plain};
use super::maker::{Maker, name};
use super::people::Market;
use super::shapes::*;
use super::sheet::{Column, Quotes, Sheet, col, empty, other};
use super::sixth::cells::{american_abroad, bare, company, database, iso, later, site, upper_full};
use super::sixth::*;
use super::value::{Cell, Kind, Style};
use cells::*;

/// Every shape of the seventh set.
pub(super) const ALL: &[Shape] = &[
    ("pub_project_owners", tenants::project_owners),
    ("pub_residence_owners", tenants::residence_owners),
    ("pub_owners", tenants::owners),
    ("pub_owners_type", tenants::owner_types),
    ("pub_tenant_logins", tenants::logins),
    ("pub_tenants_rent", tenants::rent),
    ("pub_tenants_emergency", tenants::emergency),
    ("pub_tenants_moved_in", tenants::moved_in),
    ("pub_tenants_houses", tenants::houses),
    ("pub_tenants_hostel", tenants::hostel),
    ("pub_tenants_shops", firms::shops),
    ("pub_inquiries_builder", seekers::builder),
    ("pub_buyers_viewing", seekers::viewing),
    ("pub_enquiries_school", seekers::school),
    ("pub_enquiries_portal", seekers::portal),
    ("pub_enquiries_partners", seekers::partners),
    ("pub_site_visits", seekers::site_visits),
    ("pub_brokers_register", agents::register_of_brokers),
    ("pub_brokers_licence", agents::licences),
    ("pub_brokers_mortgage", agents::mortgages),
    ("pub_brokers_gulf", agents::gulf),
    ("pub_realtors_url", agents::realtors),
    ("pub_realtors_link", agents::realtor_links),
    ("pub_agents_years", agents::years),
    ("pub_agents_team", agents::team),
    ("pub_agencies_seen", firms::agencies),
    ("pub_leads_interest", leads::interest),
    ("pub_leads_hotels", leads::hotels),
    ("pub_leads_map_ru", leads::map_russian),
    ("pub_leads_map", leads::map),
    ("pub_contacts_zip", leads::zipped),
    ("pub_contacts_chinese", leads::chinese),
    ("pub_connections", suites::connections),
    ("pub_crm_sequences", suites::sequences),
    ("pub_schools_export", suites::schools),
    ("pub_activities", suites::activities),
    ("pub_deals_flats", deals::flats),
    ("pub_deals_rental", deals::rental),
    ("pub_deals_insurance", deals::insurance),
    ("pub_deals_grants", deals::grants),
    ("pub_opportunities_topic", deals::topics),
    ("pub_opportunities_type", deals::types),
    ("pub_opportunities_titled", deals::titled_file),
    ("pub_opportunities_reps", deals::reps),
    ("pub_restaurants", firms::restaurants),
    ("pub_companies_be", firms::belgian),
    ("pub_customers_de", german::tagged),
    ("pub_firms_ch", german::swiss),
    ("pub_customers_age", german::ages),
    ("pub_members_nl", german::bare_members),
    ("pub_firms_it", italian::firms),
    ("pub_clients_hair_it", italian::hairdresser),
    ("pub_energy_it", italian::energy),
    ("pub_bare_it", italian::bare_clients),
    ("pub_members_fr", french::members),
    ("pub_readers_fr", french::readers),
    ("pub_messages_fr", french::messages),
    ("pub_prospects_fr", french::riders),
    ("pub_firms_pt", iberia::firms),
    ("pub_contacts_pt", iberia::contacts),
    ("pub_bare_pt", iberia::bare_contacts),
    ("pub_loans_es", iberia::loans),
    ("pub_loans_short_es", iberia::loans_short),
    ("pub_councils_es", iberia::councils),
    ("pub_tasks_care_es", tasks::care),
    ("pub_tasks_project_es", tasks::project),
    ("pub_tasks_user_es", tasks::user),
    ("pub_tasks_bare_pt", tasks::bare_tasks),
    ("pub_clients_tr", others::turkish),
    ("pub_clients_pl", others::polish),
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

/// A sheet of persons that might be taken for firms.
fn either_sheet(file: &'static str, home: Market, columns: Vec<Column>) -> Sheet {
    let mut sheet = sheet(file, "person", home, columns);
    sheet.entity_accept = &["account"];
    sheet
}

pub(in crate::mess) const REFERRER: &str = "person.referrer";
pub(in crate::mess) const NICKNAME: &str = "person.nickname";
pub(in crate::mess) const CHILDREN: &str = "household.children";
pub(in crate::mess) const BARRED: &str = "person.do_not_contact";
pub(in crate::mess) const STAFF: &str = "account.employee_count";
pub(in crate::mess) const FIRM_OWNER: &str = "account.owner";
pub(in crate::mess) const FIRM_UPDATED: &str = "account.updated_at";
pub(in crate::mess) const LEGAL_NAME: &str = "account.legal_name";
pub(in crate::mess) const INTEREST: &str = "interest.stage";
pub(in crate::mess) const RENT: &str = "interest.price";
pub(in crate::mess) const PLACE_STREET: &str = "interest.property.address.street";
pub(in crate::mess) const WON: &str = "opportunity.won_at";
pub(in crate::mess) const LOST: &str = "opportunity.lost_at";
pub(in crate::mess) const REMINDER: &str = "task.reminder_at";
pub(in crate::mess) const CHANNEL: &str = "interaction.channel";
pub(in crate::mess) const MET: &str = "interaction.at";
pub(in crate::mess) const ENDED: &str = "interaction.ended_at";
pub(in crate::mess) const DURATION: &str = "interaction.duration";
pub(in crate::mess) const SUBJECT: &str = "interaction.subject";
pub(in crate::mess) const BODY: &str = "interaction.body";
pub(in crate::mess) const OUTCOME: &str = "interaction.outcome";
pub(in crate::mess) const TALKER: &str = "interaction.participant[]";
pub(in crate::mess) const TALK_ID: &str = "interaction.external_id";

/// A firm's name in a row of its own.
fn firm_name(header: &str) -> Column {
    col(header, FIRM, called).or(&[COMPANY])
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

/// A moment that the dictionary has no field for.
fn free_moment(header: &str, cell: fn(&mut Maker) -> Cell) -> Column {
    other(header, cell)
}

/// A day that the dictionary has no field for.
fn free_day(header: &str) -> Column {
    other(header, |m| m.day(Style::Iso))
}

/// A running number as the system writes it, which may serve as the record's own.
fn numbered(header: &str, before: &'static str) -> Column {
    other(header, move |m| m.code(before, 1))
}

/// The number of a row in another table.
fn key(header: &str, before: &'static str, count: usize) -> Column {
    other(header, move |m| Cell::plain(format!("{before}{:03}", 1 + m.d.below(count))))
}

/// An identifier of letters and digits, always as long.
fn token(m: &mut Maker, length: usize) -> Cell {
    const SIGNS: &[u8] = b"0123456789abcdef";
    Cell::plain((0..length).map(|_| char::from(*m.d.one_of(SIGNS))).collect::<String>())
}

/// Columns without a value.
fn unused(headers: &[&str]) -> Vec<Column> {
    headers.iter().map(|h| empty(h)).collect()
}

fn region_of(town: &str) -> &'static str {
    match town {
        "New York" => "NY",
        "Boston" => "MA",
        "Atlanta" | "Macon" => "GA",
        "Wilmington" => "DE",
        "Madrid" => "Madrid",
        "Barcelona" => "Barcelona",
        "Sevilla" => "Sevilla",
        "Valencia" => "Valencia",
        "Gijón" => "Asturias",
        "Lyon" => "Auvergne-Rhône-Alpes",
        "Marseille" => "PACA",
        "Paris" => "Île-de-France",
        "Toulouse" => "Occitanie",
        "Rennes" => "Bretagne",
        "Leiden" => "Zuid-Holland",
        "Amsterdam" => "Noord-Holland",
        "Breda" => "Noord-Brabant",
        _ => "",
    }
}
