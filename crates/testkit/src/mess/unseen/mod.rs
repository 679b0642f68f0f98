//! The hold-out: shapes that nobody tunes on.
//!
//! Whoever works on the importer's words, weights, profiles or readings keeps out of this folder, and out of the list of
//! its misses: the figure of this set is worth something only as long as that holds. Once somebody has tuned after
//! reading, the set moves to the shapes beside it, and a new one is made. It is what a team in real estate brings on its
//! first days: one half are columns that systems document for what they hand out, the other half sheets as such teams keep
//! them, headed as their people head columns. People, firms, numbers and addresses are invented. Its truth was written by
//! somebody who has never read the importer: it is what a careful consultant would choose with the file and the dictionary
//! before them. Where two fields are equally right, both are accepted.

mod calls;
mod crms;
mod english;
mod europe;
mod gulf;
mod india;
mod people;
mod tools;
mod trade;

use serde_json::json;

use super::columns::*;
use super::eighth::cells::token;
use super::eighth::{BATHROOMS, DONE, FIRM_QUARTER, NATIONALITY, PLACE_POSTCODE, REVENUE, SPOUSE_GIVEN, moment};
use super::eleventh::AGREED;
use super::hand::{Dial, commas, dollars, plain, pounds};
use super::maker::{Clock, Maker, bound, phone, range};
use super::ninth::cells::{gstin, pan};
use super::ninth::*;
use super::people::Market;
use super::seventh::*;
use super::shapes::*;
use super::sheet::{Column, Quotes, Sheet, col, empty, other};
use super::sixth::cells::{american, company, database, iso, later, profile};
use super::sixth::*;
use super::tenth::*;
use super::value::{Cell, Day, ENGLISH, Kind, Style, amount, hundredths, indian, money, thousands};
use people::region_of;

/// Every shape of the hold-out.
pub(super) const ALL: &[Shape] = &[
    ("made_hosted_numbers_in", calls::hosted_numbers),
    ("made_dialled_contacts_us", calls::dialled_contacts),
    ("made_booked_meetings_gulf", calls::booked_meetings),
    ("made_gallery_sign_ins_gulf", calls::gallery_sign_ins),
    ("made_small_contacts_gb", crms::small_contacts),
    ("made_organisations_gb", crms::organisations),
    ("made_suite_deals_in", crms::suite_deals),
    ("made_platform_leads_us", crms::platform_leads),
    ("made_newsletter_readers_us", crms::newsletter_readers),
    ("made_messenger_leads_br", crms::messenger_leads_br),
    ("made_contacts_de", trade::contacts_de),
    ("made_clients_fr", trade::clients_fr),
    ("made_demands_es", trade::demands_es),
    ("made_register_it", trade::register_it),
    ("made_ad_leads_in", tools::ad_leads),
    ("made_form_answers_gulf", tools::form_answers),
    ("made_page_tasks_gb", tools::page_tasks),
    ("made_repairs_gb", tools::repairs),
    ("made_billed_customers_us", tools::billed_customers),
    ("made_residents_us", tools::residents),
    ("typed_stall_visitors_in", india::stall_visitors),
    ("typed_booked_flats_in", india::booked_flats),
    ("typed_daily_plan_in", india::daily_plan),
    ("typed_tower_owners_in", india::tower_owners),
    ("typed_associates_in", india::associates),
    ("typed_inquiries_hi", india::inquiries_hi),
    ("typed_calls_hi", india::calls_hi),
    ("typed_hot_clients_gulf", gulf::hot_clients),
    ("typed_viewing_notes_gulf", gulf::viewing_notes),
    ("typed_clients_ar", gulf::clients_ar),
    ("typed_viewings_ar", gulf::viewings_ar),
    ("typed_agreed_lets_gb", english::agreed_lets),
    ("typed_vendor_calls_gb", english::vendor_calls),
    ("typed_showings_us", english::showings),
    ("typed_seller_leads_us", english::seller_leads),
    ("typed_new_flats_de", europe::new_flats_de),
    ("typed_landlords_fr", europe::landlords_fr),
    ("typed_chores_es", europe::chores_es),
    ("typed_launch_leads_br", europe::launch_leads_br),
    ("typed_builders_it", europe::builders_it),
];

/// A sheet of the hold-out's own people.
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

/// A firm beside a person, a task or a deal.
fn company_of(header: &str) -> Column {
    col(header, COMPANY, company).or(&[FIRM, DEAL_FIRM, KEPT])
}

/// Who of the team called or came along: one of those who took part as well.
fn ours(header: &str, from: Words) -> Column {
    speaker(header, from).or(&[TALKER])
}

/// The price of each of some houses that stand in a column in turn.
fn asked(header: &str, prices: &'static [u64], write: fn(u64) -> String, currency: &'static str) -> Column {
    col(header, PRICE, move |m| {
        let n = prices[m.row % prices.len()];
        money(write(n), n, currency, true)
    })
    .or(&[RENT, AMOUNT])
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

/// A moment of working hours, on the row's own day, so many seconds after it began.
fn tick(m: &Maker, day: Day, after: usize, between: char, behind: &str) -> Cell {
    let second = 9 * 3_600 + m.row * 217 % 28_000 + after;
    let (h, min, s) = (second / 3_600, second / 60 % 60, second % 60);
    let text = format!("{}{between}{h:02}:{min:02}:{s:02}{behind}", day.iso());
    Cell::of(text, Kind::Date, json!(format!("{}T{h:02}:{min:02}", day.iso())))
}

/// `Kavya Sheth +91 98300 01234`, as a desk notes whom it met.
fn name_and_number(m: &mut Maker) -> Cell {
    let (full, number) = (m.full(), m.tel(Dial::World));
    let truth = full.truth.into_iter().chain(number.truth).collect();
    Cell { text: format!("{} {}", full.text, number.text), truth }
}

/// A day as several hands write it in one column.
fn by_several(m: &mut Maker, day: Day) -> Cell {
    match m.d.below(4) {
        0 => day.cell(Style::DayMonYear),
        1 => day.clear().cell(Style::DmyShort('/')),
        2 => day.clear().cell(Style::Dmy('-')),
        _ => day.cell(Style::DayMon),
    }
}
