//! The fourteenth set: once the hold-out. It is what a team in real estate brings on its first days: one half are columns
//! that systems document for what they hand out, the other half sheets as such teams keep them, headed as their people head
//! columns. People, firms, numbers and addresses are invented. Its truth was written by somebody who had never read the
//! importer: it is what a careful consultant would choose with the file and the dictionary before them. Where two fields
//! are equally right, both are accepted.

mod crms;
mod english;
mod europe;
mod gulf;
mod india;
mod lines;
mod people;
mod portals;
mod tools;

use serde_json::json;

use super::columns::*;
use super::eighth::cells::token;
use super::eighth::{DONE, FIRM_QUARTER, PLACE_POSTCODE, SPOUSE_GIVEN, moment};
use super::eleventh::AGREED;
use super::hand::Dial;
use super::maker::{Clock, Maker, phone, range};
use super::ninth::cells::{gstin, pan};
use super::ninth::*;
use super::people::{Market, Phone};
use super::seventh::*;
use super::shapes::*;
use super::sheet::{Column, Quotes, Sheet, col, empty, other};
use super::sixth::cells::{company, database, iso, later, profile, upper_full, without_nought};
use super::sixth::*;
use super::tenth::*;
use super::value::{Cell, Day, Kind, Style, amount, hundredths, money, thousands};
use people::region_of;

/// Every shape of the fourteenth set.
pub(super) const ALL: &[Shape] = &[
    ("out_tracked_calls_us", lines::tracked_calls),
    ("out_call_records_in", lines::call_records),
    ("out_office_bookings_gb", lines::office_bookings),
    ("out_phone_journal_fr", lines::phone_journal),
    ("out_activities_de", lines::activities),
    ("out_care_tickets_in", tools::care_tickets),
    ("out_hub_tasks_gb", tools::hub_tasks),
    ("out_guest_list_gulf", tools::guest_list),
    ("out_message_contacts_in", tools::message_contacts),
    ("out_form_entries_fr", tools::form_entries),
    ("out_suite_contacts_gulf", crms::suite_contacts),
    ("out_connections_us", crms::connections),
    ("out_site_users_us", crms::site_users),
    ("out_clients_pt", crms::clients_pt),
    ("out_small_deals_in", crms::small_deals),
    ("out_listing_visitors_us", portals::listing_visitors),
    ("out_portal_contacts_es", portals::portal_contacts),
    ("out_tenancies_gb", portals::tenancies),
    ("out_ledgers_in", portals::ledgers),
    ("out_billed_it", portals::billed_it),
    ("sheet_site_register_in", india::site_register),
    ("sheet_partner_firms_in", india::partner_firms),
    ("sheet_resales_in", india::resales),
    ("sheet_calling_sheet_in", india::calling_sheet),
    ("sheet_office_needs_in", india::office_needs),
    ("sheet_plots_hi", india::plots_hi),
    ("sheet_errands_hi", india::tasks_hi),
    ("sheet_tenant_book_gulf", gulf::tenant_book),
    ("sheet_loan_cases_gulf", gulf::loan_cases),
    ("sheet_agencies_gulf", gulf::agencies),
    ("sheet_follow_ups_ar", gulf::follow_ups_ar),
    ("sheet_sold_units_ar", gulf::sold_units_ar),
    ("sheet_appraisals_gb", english::appraisals),
    ("sheet_private_buyers_gb", english::private_buyers),
    ("sheet_transactions_us", english::transactions),
    ("sheet_seekers_de", europe::seekers_de),
    ("sheet_valuations_fr", europe::valuations_fr),
    ("sheet_prospected_es", europe::prospected_es),
    ("sheet_viewings_pt", europe::viewings_pt),
    ("sheet_to_do_it", europe::to_do_it),
];

/// A sheet of the set's own people.
fn sheet(file: &'static str, entity: &'static str, home: Market, columns: Vec<Column>) -> Sheet {
    let mut sheet = Sheet::new(file, entity, home, columns);
    sheet.cast = people::person;
    sheet
}

fn region(header: &str, field: &'static str) -> Column {
    col(header, field, |m| Cell::plain(region_of(m.p.city)))
}

/// One of some words, always the same in rows that are as far apart: columns that hang together share their turn.
fn turn(header: &str, field: &'static str, from: Words) -> Column {
    col(header, field, move |m| Cell::plain(from[m.row % from.len()]))
}

/// A moment of this year as databases write it, which may be the record's own.
fn logged(header: &str) -> Column {
    other(header, |m| {
        let day = later(m);
        database(m, day)
    })
}

/// A day of this year.
fn lately(header: &str, style: Style) -> Column {
    other(header, move |m| later(m).cell(style))
}

/// A firm beside a person, a task or a deal.
fn company_of(header: &str) -> Column {
    col(header, COMPANY, company).or(&[FIRM, DEAL_FIRM, KEPT])
}

/// The price of each of some houses that stand in a column in turn.
fn asked(header: &str, prices: &'static [u64], write: fn(u64) -> String, currency: &'static str) -> Column {
    col(header, PRICE, move |m| {
        let n = prices[m.row % prices.len()];
        money(write(n), n, currency, true)
    })
    .or(&[RENT, AMOUNT])
}

/// What brokers call their firm.
fn brokerage(m: &mut Maker) -> Cell {
    let first = m.p.company.rsplit_once(' ').map_or("", |(first, _)| first);
    let last = ["Realty", "Properties", "Estates", "Homes"][m.row % 4];
    Cell::plain(format!("{first} {last}"))
}

/// A moment of working hours, on the row's own day and in its own style.
fn in_hours(m: &Maker, day: Day, style: Style, after: usize) -> Cell {
    let minute = 9 * 60 + m.row * 35 % 500 + after;
    let (h, min) = (minute / 60, minute % 60);
    let text = format!("{} {h:02}:{min:02}", day.write(style));
    Cell::of(text, Kind::Date, json!(format!("{}T{h:02}:{min:02}", day.iso())))
}

/// A time of day alone.
fn clock(header: &str) -> Column {
    other(header, |m| Cell::plain(format!("{:02}:{:02}", 9 + m.d.below(10), 5 * m.d.below(12))))
}
