//! The ninth set: once the hold-out. It is what a team in real estate brings on its first day: a third are columns that
//! systems document for what they hand out or take in, two thirds are sheets as such teams keep or download them, headed
//! as their people head columns. People, firms, numbers and addresses are invented. Its truth was written by somebody who
//! had never read the importer: it is what a careful consultant would choose with the file and the dictionary before them.
//! Where two fields are equally right, both are accepted.

mod arabic;
pub(in crate::mess) mod cells;
mod english;
mod french;
mod german;
mod gulf;
mod hindi;
mod india;
mod latin;
mod people;
mod records;
mod systems;

use super::columns::*;
use super::eighth::cells::hour;
use super::eighth::{
    DONE, FIRM_QUARTER, FIRM_STREET2, NATIONALITY, PARENT, PLACE_POSTCODE, REVENUE, SPOUSE_FAMILY, SPOUSE_GIVEN,
};
use super::hand::{Dial, commas, dollars, dots, plain};
use super::maker::{Clock, Maker};
use super::people::Market;
use super::seventh::*;
use super::shapes::*;
use super::sheet::{Column, Quotes, Sheet, col, empty, other};
use super::sixth::cells::{bare, company, database, iso, later, site, upper_full, with_code};
use super::sixth::*;
use super::value::{Cell, Style, indian, money};
use cells::*;
use people::region_of;

/// Every shape of the ninth set.
pub(super) const ALL: &[Shape] = &[
    ("doc_voice_accounts", records::accounts),
    ("doc_books_es", records::books_es),
    ("doc_books_gb", records::books_gb),
    ("doc_product_opportunities", records::opportunities),
    ("doc_line_calls", records::lines),
    ("doc_mapped_activities", records::touches),
    ("doc_planner_tasks", records::planner),
    ("doc_event_guests", records::guests),
    ("doc_depot_contacts", systems::contacts),
    ("doc_market_customers", systems::customers),
    ("doc_mortgage_leads", systems::lenders),
    ("doc_season_tenants", systems::seasons),
    ("doc_association_tenants", systems::associations),
    ("doc_site_leads", systems::site_leads),
    ("team_master_india", india::master),
    ("team_site_visits_india", india::visits),
    ("team_partners_india", india::partners),
    ("team_bookings_india", india::bookings),
    ("team_calls_india", india::calls),
    ("team_owners_gulf", gulf::owners),
    ("team_portal_gulf", gulf::portal),
    ("team_developers_gulf", gulf::developers),
    ("team_applicants_gb", english::applicants),
    ("team_to_do_gb", english::to_do),
    ("team_open_house_us", english::open_house),
    ("team_pipeline_us", english::pipeline),
    ("team_walk_in_hi", hindi::walk_in),
    ("team_follow_up_hi", hindi::follow_up),
    ("team_payments_hi", hindi::payments),
    ("team_portal_es", latin::portal_es),
    ("team_deals_es", latin::deals_es),
    ("team_visits_es", latin::visits_es),
    ("team_buyers_fr", french::buyers),
    ("team_mandates_fr", french::mandates),
    ("team_tasks_fr", french::tasks),
    ("team_buyers_de", german::buyers),
    ("team_enquiries_de", german::enquiries),
    ("team_firms_de", german::firms),
    ("team_owners_pt", latin::owners_pt),
    ("team_leads_br", latin::leads_br),
    ("team_clients_ar", arabic::clients),
    ("team_investors_ar", arabic::investors),
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

/// A title above the header, in the first cell.
pub(in crate::mess) fn title(sheet: &mut Sheet, words: &str) {
    let width = sheet.columns.len();
    sheet.above = vec![padded(&[words], width)];
}

pub(in crate::mess) const LANGUAGE: &str = "person.language";
pub(in crate::mess) const AREA: &str = "requirement.area_min";
pub(in crate::mess) const FINANCING: &str = "requirement.financing";
pub(in crate::mess) const BY_SMS: &str = "person.consent.sms";
pub(in crate::mess) const BY_PHONE: &str = "person.consent.phone";
pub(in crate::mess) const LOST_BECAUSE: &str = "opportunity.lost_reason";
pub(in crate::mess) const PLACE_QUARTER: &str = "interest.property.address.locality";
pub(in crate::mess) const DIRECTION: &str = "interaction.direction";
pub(in crate::mess) const RECORDING: &str = "interaction.media_ref";
pub(in crate::mess) const TALK_BY: &str = "interaction.assignee";
pub(in crate::mess) const TASK_CONTACT: &str = "task.contact";
pub(in crate::mess) const TASK_ID: &str = "task.external_id";

fn region(header: &str, field: &'static str) -> Column {
    col(header, field, |m| Cell::plain(region_of(m.p.city)))
}

/// Whoever of the team looks after a client: most headers don't tell whether for good or for now.
pub(in crate::mess) fn agent(header: &str, from: Words) -> Column {
    list(header, OWNER, from).or(&[ASSIGNEE])
}

/// The same in a list of deals.
pub(in crate::mess) fn deal_agent(header: &str, from: Words) -> Column {
    list(header, DEAL_OWNER, from).or(&[OWNER, ASSIGNEE])
}

/// How far a client has come.
pub(in crate::mess) fn state(header: &str, from: Words) -> Column {
    list(header, STATUS, from).or(&[STAGE])
}

/// When somebody is to be called again: a task's day, which a list of clients may keep beside them as well.
pub(in crate::mess) fn next(header: &str, style: Style) -> Column {
    ahead(header, DUE, style).or(&[REMINDER, KEPT]).or_ask()
}

/// When somebody was last spoken to.
pub(in crate::mess) fn touched(header: &str, style: Style) -> Column {
    col(header, CONTACTED, move |m| later(m).cell(style)).or(&[ACTIVE])
}

/// A share, in hundredths, of one sum that belongs to the row: what is asked, offered and owed hang together.
pub(in crate::mess) fn share(s: Sum, percent: u64) -> impl Fn(&mut Maker) -> Cell {
    move |m| {
        let n = (s.low + s.step * ((m.row as u64 * 37) % 97)) * percent / 100;
        money((s.write)(n), n, s.currency, s.stated)
    }
}

/// A budget as a desk in India notes it; one column for both ends.
pub(in crate::mess) fn budget(header: &str) -> Column {
    col(header, MAX, |m| m.budget_by_hand()).or(&[MIN])
}

/// The number by which a system or a desk knows the row.
pub(in crate::mess) fn ident(header: &str, field: &'static str, before: &'static str) -> Column {
    col(header, field, move |m| Cell::plain(format!("{before}{:03}", m.row + 1)))
}

/// Where somebody wants to live.
pub(in crate::mess) fn wanted_place(header: &str) -> Column {
    col(header, LOCALITY, |m| Cell::plain(m.p.locality)).or(&[TOWNS])
}

/// A firm's name in a row of its own.
pub(in crate::mess) fn firm_name(header: &str) -> Column {
    col(header, FIRM, company).or(&[COMPANY])
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

pub(in crate::mess) fn firm_street(header: &str) -> Column {
    street(header, FIRM_STREET).or(&[STREET, FIRM_WHOLE, WHOLE])
}

pub(in crate::mess) fn firm_town(header: &str) -> Column {
    town(header, FIRM_CITY).or(&[CITY])
}

fn firm_region(header: &str) -> Column {
    region(header, FIRM_REGION).or(&[REGION])
}

pub(in crate::mess) fn firm_zip(header: &str) -> Column {
    zip(header, FIRM_POSTCODE).or(&[POSTCODE])
}

pub(in crate::mess) fn firm_land(header: &str) -> Column {
    land(header, FIRM_COUNTRY).or(&[COUNTRY])
}
