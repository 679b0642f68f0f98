//! The thirteenth set: once the hold-out. It is what a team in real estate brings on its first day: one half are columns
//! that systems document for what they hand out or take in, the other half sheets as such teams keep them, headed as their
//! people head columns. People, firms, numbers and addresses are invented. Its truth was written by somebody who had never
//! read the importer: it is what a careful consultant would choose with the file and the dictionary before them. Where two
//! fields are equally right, both are accepted.

mod crms;
mod english;
mod europe;
mod forms;
mod gulf;
mod india;
mod ledgers;
mod lines;
mod people;

use serde_json::json;

use super::columns::*;
use super::eighth::cells::{hour, token};
use super::eighth::{BATHROOMS, DONE, FIRM_QUARTER, FIRM_STREET2, NATIONALITY, PLACE_POSTCODE, SPOUSE_GIVEN, moment};
use super::eleventh::AGREED;
use super::hand::{Dial, commas, dollars, plain, pounds};
use super::maker::{Clock, Maker, email, name, phone};
use super::ninth::cells::{gstin, pan};
use super::ninth::*;
use super::people::{Market, Phone};
use super::seventh::*;
use super::shapes::*;
use super::sheet::{Column, Quotes, Sheet, col, empty, other};
use super::sixth::cells::{american, bare, company, database, iso, later};
use super::sixth::*;
use super::tenth::*;
use super::value::{Cell, Day, Kind, Style, amount, hundredths, indian, thousands};
use people::region_of;

/// Every shape of the thirteenth set.
pub(super) const ALL: &[Shape] = &[
    ("from_phone_call_log_us", lines::call_log),
    ("from_suite_calls_in", lines::suite_calls),
    ("from_diary_bookings_gulf", lines::bookings),
    ("from_report_activities_gulf", lines::open_activities),
    ("from_agency_appointments_it", lines::appointments_it),
    ("from_agency_contacts_us", crms::agency_contacts),
    ("from_small_pipeline_gb", crms::small_pipeline),
    ("from_chat_contacts_gulf", crms::chat_contacts),
    ("from_broker_leads_in", crms::broker_leads),
    ("from_contacts_es", crms::contacts_es),
    ("from_form_submissions_gulf", forms::submissions),
    ("from_mailings_gb", forms::mailings),
    ("from_portal_leads_gb", forms::portal_leads),
    ("from_expired_listings_us", forms::expired),
    ("from_deals_br", forms::deals_br),
    ("from_tenant_directory_us", ledgers::tenant_directory),
    ("from_envelopes_gb", ledgers::envelopes),
    ("from_billed_customers_in", ledgers::customers_in),
    ("from_companies_fr", ledgers::companies_fr),
    ("from_customers_de", ledgers::customers_de),
    ("kept_enquiries_in", india::enquiries),
    ("kept_partner_meetings_in", india::partner_meetings),
    ("kept_lettings_in", india::lettings),
    ("kept_visitors_hi", india::visitors_hi),
    ("kept_renters_hi", india::renters_hi),
    ("kept_investors_gulf", gulf::investors),
    ("kept_sales_gulf", gulf::sales),
    ("kept_shortlist_gulf", gulf::shortlist),
    ("kept_buyers_ar", gulf::buyers_ar),
    ("kept_offers_ar", gulf::offers_ar),
    ("kept_applicants_gb", english::applicants),
    ("kept_callbacks_gb", english::callbacks),
    ("kept_active_buyers_us", english::active_buyers),
    ("kept_calls_de", europe::calls_de),
    ("kept_profiles_de", europe::profiles_de),
    ("kept_visits_fr", europe::visits_fr),
    ("kept_searches_fr", europe::searches_fr),
    ("kept_calls_es", europe::calls_es),
    ("kept_reservations_es", europe::reservations_es),
    ("kept_tasks_pt", europe::tasks_pt),
];

/// A sheet of the set's own people.
fn sheet(file: &'static str, entity: &'static str, home: Market, columns: Vec<Column>) -> Sheet {
    let mut sheet = Sheet::new(file, entity, home, columns);
    sheet.cast = people::person;
    sheet
}

const ASSISTANT: &str = "household.assistant.name";
const ASSISTANT_PHONE: &str = "household.assistant.phone";
const OUT: &str = "requirement.exclude[]";

fn region(header: &str, field: &'static str) -> Column {
    col(header, field, |m| Cell::plain(region_of(m.p.city)))
}

/// One of some words, always the same in rows that are as far apart: columns that hang together share their turn.
fn turn(header: &str, field: &'static str, from: Words) -> Column {
    col(header, field, move |m| Cell::plain(from[m.row % from.len()]))
}

/// `a@example.com, b@example.com`
fn both_mailboxes(m: &mut Maker) -> Cell {
    let (a, b) = (m.p.email.clone(), m.p.second_email.clone());
    email(format!("{a}, {b}"), &[&a, &b])
}

/// `Komal Sheth 9830000123`, as a desk in India notes whom it met.
fn name_and_number(m: &mut Maker) -> Cell {
    let (full, number) = (m.full(), bare(m));
    let truth = full.truth.into_iter().chain(number.truth).collect();
    Cell { text: format!("{} {}", full.text, number.text), truth }
}

/// A day as several hands write it in one column.
fn by_several(m: &mut Maker, day: Day) -> Cell {
    match m.d.below(5) {
        0 => day.cell(Style::DayMon),
        1 => day.clear().cell(Style::DmyShort('/')),
        2 => day.clear().cell(Style::DmyBare('.')),
        _ => day.clear().cell(Style::Dmy('/')),
    }
}

/// `1,475.00`
fn with_cents_us(n: u64) -> String {
    format!("{}.00", thousands(n, ","))
}
