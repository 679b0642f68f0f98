//! The tenth set: once the hold-out. It is what a team in real estate brings on its first day: twelve are columns that
//! systems document for what they hand out or take in, the others are sheets as such teams keep or download them, headed
//! as their people head columns. People, firms, numbers and addresses are invented. Its truth was written by somebody who
//! had never read the importer: it is what a careful consultant would choose with the file and the dictionary before them.
//! Where two fields are equally right, both are accepted.

mod arabic;
mod english;
mod french;
mod german;
mod gulf;
mod hindi;
mod iberia;
mod india;
mod people;
mod records;
mod systems;

use super::columns::*;
use super::eighth::cells::hour;
use super::eighth::{DONE, FIRM_QUARTER, NATIONALITY, PLACE_POSTCODE};
use super::hand::{Dial, commas, dots, plain, pounds};
use super::maker::{Clock, Maker};
use super::ninth::cells::{minutes_seconds, pan, whole_address};
use super::ninth::*;
use super::people::Market;
use super::seventh::*;
use super::shapes::*;
use super::sheet::{Column, Quotes, Sheet, col, empty, other};
use super::sixth::cells::{bare, company, database, iso, later, site, upper_full, with_code};
use super::sixth::*;
use super::value::{Cell, Style, indian};
use people::region_of;

/// Every shape of the tenth set.
pub(super) const ALL: &[Shape] = &[
    ("tool_exchange_contacts", systems::exchange),
    ("tool_portal_tenants", systems::tenants),
    ("tool_webinar_guests", systems::webinar),
    ("tool_caller_leads", systems::callers),
    ("tool_mailbox_people", systems::address_book),
    ("tool_licence_customers", records::customers),
    ("tool_clients_es", records::clients_es),
    ("tool_office_opportunities", records::office),
    ("tool_studio_opportunities", records::studio),
    ("tool_suite_todos", records::todos),
    ("tool_photo_tasks", records::photo),
    ("tool_dialler_attempts", records::attempts),
    ("desk_resale_owners_in", india::owners),
    ("desk_tele_calls_in", india::calls),
    ("desk_corporates_in", india::corporates),
    ("desk_closures_in", india::closures),
    ("desk_leads_gulf", gulf::leads),
    ("desk_viewings_gulf", gulf::viewings),
    ("desk_tenants_gulf", gulf::tenants),
    ("desk_progression_gb", english::progression),
    ("desk_landlords_gb", english::landlords),
    ("desk_builders_gb", english::builders),
    ("desk_sphere_us", english::sphere),
    ("desk_checklist_us", english::checklist),
    ("desk_parties_hi", hindi::parties),
    ("desk_visits_hi", hindi::visits),
    ("desk_tasks_hi", hindi::tasks),
    ("desk_owners_es", iberia::owners_es),
    ("desk_investors_es", iberia::investors_es),
    ("desk_partners_es", iberia::partners_es),
    ("desk_renters_fr", french::renters),
    ("desk_sales_fr", french::sales),
    ("desk_calls_fr", french::calls),
    ("desk_owners_de", german::owners),
    ("desk_tasks_de", german::tasks),
    ("desk_sales_de", german::sales),
    ("desk_buyers_pt", iberia::buyers_pt),
    ("desk_builders_br", iberia::builders_br),
    ("desk_owners_ar", arabic::owners),
    ("desk_deals_ar", arabic::deals),
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

pub(in crate::mess) const DEVELOPER: &str = "interest.property.developer";
pub(in crate::mess) const UNFIT: &str = "person.unqualified_reason";
pub(in crate::mess) const FUNDS: &str = "person.source_of_funds";
pub(in crate::mess) const WED: &str = "person.anniversary";

fn region(header: &str, field: &'static str) -> Column {
    col(header, field, |m| Cell::plain(region_of(m.p.city)))
}

fn firm_region(header: &str) -> Column {
    region(header, FIRM_REGION).or(&[REGION])
}

/// The client whom a deal is about.
pub(in crate::mess) fn deal_contact(header: &str) -> Column {
    col(header, CONTACT, |m| m.full()).or(&[FULL])
}

/// The client whom a task is about.
pub(in crate::mess) fn task_contact(header: &str) -> Column {
    col(header, TASK_CONTACT, |m| m.full()).or(&[FULL, CONTACT])
}

/// Who of the team is to do it.
pub(in crate::mess) fn doer(header: &str, from: Words) -> Column {
    list(header, TASK_FOR, from).or(&[ASSIGNEE, OWNER])
}

/// The client who was spoken to.
pub(in crate::mess) fn talker(header: &str) -> Column {
    col(header, TALKER, |m| m.full()).or(&[FULL, CONTACT])
}

/// Who of the team spoke with the client.
pub(in crate::mess) fn speaker(header: &str, from: Words) -> Column {
    list(header, TALK_BY, from).or(&[ASSIGNEE, OWNER, TASK_FOR])
}

/// What was said.
pub(in crate::mess) fn said(header: &str, from: Words) -> Column {
    list(header, BODY, from).or(&[NOTES, OUTCOME, TASK_NOTES])
}

/// The house that the row is about, by its address.
pub(in crate::mess) fn house(header: &str) -> Column {
    col(header, PLACE, |m| Cell::plain(format!("{}, {}", m.p.street, m.p.city))).or(&[PLACE_STREET, PROPERTY])
}

/// A unit's number.
pub(in crate::mess) fn unit(header: &str) -> Column {
    col(header, UNIT, |m| Cell::plain(format!("{}{:02}", 1 + m.d.below(24), 1 + m.d.below(8))))
}
