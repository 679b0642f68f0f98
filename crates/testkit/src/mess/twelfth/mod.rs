//! The twelfth set: once the hold-out. It is what a team in real estate brings on its first day: one half are columns
//! that systems document for what they hand out or take in, the other half sheets as such teams keep them, headed as their
//! people head columns. People, firms, numbers and addresses are invented. Its truth was written by somebody who had never
//! read the importer: it is what a careful consultant would choose with the file and the dictionary before them. Where two
//! fields are equally right, both are accepted.

mod desks;
mod english;
mod europe;
mod gulf;
mod india;
mod ledgers;
mod marketing;
mod people;
mod records;

use serde_json::json;

use super::columns::*;
use super::eighth::cells::{hour, person_or_firm, token};
use super::eighth::{
    BEDROOMS_MAX, DONE, FIRM_QUARTER, FIRM_STREET2, NATIONALITY, PLACE_POSTCODE, PRIVATE, REVENUE, SPOUSE_GIVEN, moment,
};
use super::eleventh::AGREED;
use super::hand::{Dial, commas, dollars, dots, plain, pounds};
use super::maker::{Clock, Maker, name, phone};
use super::ninth::cells::end_of_call;
use super::ninth::*;
use super::people::Market;
use super::seventh::cells::minutes;
use super::seventh::*;
use super::shapes::*;
use super::sheet::{Column, Quotes, Sheet, col, empty, other};
use super::sixth::cells::{american, bare, company, database, iso, later, profile, site, with_code};
use super::sixth::*;
use super::tenth::*;
use super::value::{Cell, Day, Kind, Style, hundredths, indian, thousands};
use people::region_of;

/// Every shape of the twelfth set.
pub(super) const ALL: &[Shape] = &[
    ("app_office_tasks", desks::office_tasks),
    ("app_office_calendar_de", desks::office_calendar),
    ("app_line_calls", desks::line_calls),
    ("app_cloud_calls_in", desks::cloud_calls),
    ("app_tickets_gulf", desks::tickets),
    ("app_site_entries", marketing::site_entries),
    ("app_small_business_contacts", marketing::small_business),
    ("app_newsletter_contacts", marketing::newsletter),
    ("app_network_leads", marketing::network_leads),
    ("app_agency_leads_gulf", marketing::agency_leads),
    ("app_conversions_br", marketing::conversions),
    ("app_transactions", records::transactions),
    ("app_suite_deals_in", records::suite_deals),
    ("app_deals_fr", records::deals_fr),
    ("app_documents_gulf", records::documents),
    ("app_accounts_es", records::accounts_es),
    ("app_requests_it", records::requests_it),
    ("app_book_contacts", ledgers::book_contacts),
    ("app_debtors_de", ledgers::debtors_de),
    ("app_residents_in", ledgers::residents),
    ("app_contacts_ar", ledgers::contacts_ar),
    ("book_lounge_in", india::lounge),
    ("book_inventory_in", india::inventory),
    ("book_work_in", india::work),
    ("book_plot_deals_hi", india::plot_deals),
    ("book_brokers_hi", india::brokers_hi),
    ("book_renewals_gulf", gulf::renewals),
    ("book_cold_calls_gulf", gulf::cold_calls),
    ("book_agents_gulf", gulf::agents),
    ("book_calls_ar", gulf::calls_ar),
    ("book_viewings_gb", english::viewings),
    ("book_hot_buyers_gb", english::hot_buyers),
    ("book_past_clients_us", english::past_clients),
    ("book_vendors_us", english::vendors),
    ("book_visits_de", europe::visits_de),
    ("book_buyers_fr", europe::buyers_fr),
    ("book_tasks_fr", europe::tasks_fr),
    ("book_renters_es", europe::renters_es),
    ("book_mandates_pt", europe::mandates_pt),
    ("book_buyers_it", europe::buyers_it),
];

/// A sheet of the set's own people.
fn sheet(file: &'static str, entity: &'static str, home: Market, columns: Vec<Column>) -> Sheet {
    let mut sheet = Sheet::new(file, entity, home, columns);
    sheet.cast = people::person;
    sheet
}

const AREA_MAX: &str = "requirement.area_max";
const ASSISTANT: &str = "household.assistant.name";
const ASSISTANT_PHONE: &str = "household.assistant.phone";
const MIDDLE: &str = "person.middle_name";
const SUFFIX: &str = "person.suffix";

fn region(header: &str, field: &'static str) -> Column {
    col(header, field, |m| Cell::plain(region_of(m.p.city)))
}

/// One of some words, always the same in rows that are as far apart: columns that hang together share their turn.
fn turn(header: &str, field: &'static str, from: Words) -> Column {
    col(header, field, move |m| Cell::plain(from[m.row % from.len()]))
}

/// `€ 350.000`
fn euros_before(n: u64) -> String {
    format!("€ {}", thousands(n, "."))
}

/// A day as several hands write it in one column.
fn mixed_day(m: &mut Maker, day: Day) -> Cell {
    match m.d.below(5) {
        0 => day.cell(Style::DayMon),
        1 => day.cell(Style::DmyShort('/')),
        2 => day.cell(Style::DayMonYear),
        _ => day.clear().cell(Style::Dmy('/')),
    }
}

/// `Mansi Sethi 9830000123`, as a desk in India notes whom to call.
fn name_and_number(m: &mut Maker) -> Cell {
    let number = bare(m);
    let full = m.full();
    let mut truth = number.truth;
    truth.extend(full.truth);
    Cell { text: format!("{} {}", full.text, number.text), truth }
}

/// `Ferrari Giulia`: kept as written, or turned round where the person is told.
fn family_then_given(m: &mut Maker, family: String) -> Cell {
    let given = m.p.given.clone();
    let full = format!("{family} {given}");
    let turned = format!("{given} {family}");
    let value = json!({ "full": full.clone(), "turned": turned, "given": given, "family": family });
    Cell::of(full, Kind::Name, value)
}

/// A day some years after somebody grew up, other than that on which the team met them.
fn wedding(m: &mut Maker) -> Day {
    let born = m.born();
    Day { year: (born.year + 27).min(2024), month: 1 + (born.month + 4) % 12, ..born }
}
