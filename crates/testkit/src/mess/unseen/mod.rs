//! The hold-out: shapes that nobody tunes on.
//!
//! Whoever works on the importer's words, weights, profiles or readings keeps out of this folder, and out of the list of
//! its misses: the figure of this set is worth something only as long as that holds. Once somebody has tuned after
//! reading, the set moves to the shapes beside it, and a new one is made. Its truth was written by somebody who has never
//! read the importer: it is what a careful consultant would choose with the file and the dictionary before them. Where two
//! fields are equally right, both are accepted.

mod american;
mod books;
mod british;
mod french;
mod german;
mod gulf;
mod iberia;
mod india;
mod people;
mod systems;
mod work;

use super::hand::Dial;
use super::maker::{Clock, Maker};
use super::people::Market;
use super::shapes::*;
use super::sheet::{Column, Sheet, col, other};
use super::value::{Cell, Day, Style, thousands};

/// Every shape of the hold-out.
pub(super) const ALL: &[Shape] = &[
    ("a_people", american::people),
    ("a_site_leads", american::site_leads),
    ("a_buyers", american::buyers),
    ("a_pipeline", american::pipeline),
    ("a_dialler", american::dialler),
    ("a_farm", american::farm),
    ("a_sign_in", american::sign_in),
    ("a_loans", american::loans),
    ("s_leads", systems::leads),
    ("s_contacts_french", systems::contacts_french),
    ("s_deals", systems::deals),
    ("s_people_german", systems::people_german),
    ("s_activities", systems::activities),
    ("s_lead_report", systems::lead_report),
    ("s_opportunity_report", systems::opportunity_report),
    ("s_companies_spanish", systems::companies_spanish),
    ("s_contacts_brazil", systems::contacts_brazil),
    ("s_deals_german", systems::deals_german),
    ("s_api_contacts", systems::api_contacts),
    ("b_german_book", books::german_book),
    ("b_old_google", books::old_google),
    ("b_french_book", books::french_book),
    ("b_phone", books::phone),
    ("e_applicants", british::applicants),
    ("e_contacts", british::contacts),
    ("e_rent_roll", british::rent_roll),
    ("e_bank_desk", british::bank_desk),
    ("e_concierge", british::concierge),
    ("g_portal", gulf::portal),
    ("g_portal_calls", gulf::portal_calls),
    ("g_riyadh_list", gulf::riyadh_list),
    ("g_evening", gulf::evening),
    ("g_arabic_deals", gulf::arabic_deals),
    ("g_off_plan", gulf::off_plan),
    ("g_family_office", gulf::family_office),
    ("d_addresses", german::addresses),
    ("d_seekers", german::seekers),
    ("d_owners", german::owners),
    ("d_financing", german::financing),
    ("f_agency", french::agency),
    ("f_salon", french::salon),
    ("f_mandates", french::mandates),
    ("h_demands", iberia::demands),
    ("h_portal", iberia::portal),
    ("h_tasks", iberia::tasks),
    ("h_lisbon", iberia::lisbon),
    ("h_sao_paulo", iberia::sao_paulo),
    ("i_register_hindi", india::register_hindi),
    ("i_presales", india::presales),
    ("i_no_header", india::no_header),
    ("i_home_loans", india::home_loans),
    ("i_invitees", india::invitees),
    ("i_old_dump", india::old_dump),
    ("i_couples", india::couples),
    ("w_projects", work::projects),
    ("w_planner", work::planner),
    ("w_prospect_firms", work::prospect_firms),
    ("w_vendors", work::vendors),
    ("w_pipeline", work::pipeline),
    ("w_board", work::board),
];

/// A sheet of the hold-out's own people.
fn sheet(file: &'static str, entity: &'static str, home: Market, columns: Vec<Column>) -> Sheet {
    let mut sheet = Sheet::new(file, entity, home, columns);
    sheet.cast = people::person;
    sheet
}

// Columns that most files have in one form or another.

type Words = &'static [&'static str];

const UPDATED: &str = "person.updated_at";
const ACTIVE: &str = "person.last_activity_at";
const REGION: &str = "person.address[].region";
const QUARTER: &str = "person.address[].locality";
const WHOLE: &str = "person.address[].formatted";
const SPOUSE: &str = "household.spouse.full_name";
const PURPOSE: &str = "requirement.purpose";
const TIMEFRAME: &str = "requirement.timeframe";
const LISTING: &str = "interest.property.listing_id";
const PROPERTY: &str = "interest.property.name";
const PROJECT: &str = "interest.property.project";
const PRICE: &str = "interest.property.price";
const KEPT: &str = "custom.*";

/// One of some words in each row.
fn list(header: &str, field: &'static str, from: Words) -> Column {
    col(header, field, move |m| m.pick(from))
}

/// The same where the dictionary has no field.
fn free(header: &str, from: Words) -> Column {
    other(header, move |m| m.pick(from))
}

/// A whole number that the dictionary has no field for.
fn tally(header: &str, from: usize, to: usize) -> Column {
    other(header, move |m| m.number(from, to))
}

/// The same where it has one.
fn count(header: &str, field: &'static str, from: usize, to: usize) -> Column {
    col(header, field, move |m| m.number(from, to))
}

fn code(header: &str, field: &'static str, before: &'static str, first: usize) -> Column {
    col(header, field, move |m| m.code(before, first))
}

/// A running number, which may serve as the record's own.
fn serial(header: &str) -> Column {
    other(header, |m| Cell::plain((m.row + 1).to_string())).or(&[ID])
}

fn given(header: &str) -> Column {
    col(header, GIVEN, |m| m.given())
}

fn family(header: &str) -> Column {
    col(header, FAMILY, |m| m.family())
}

fn full(header: &str) -> Column {
    col(header, FULL, |m| m.full())
}

fn mail(header: &str) -> Column {
    col(header, EMAIL, |m| m.email())
}

fn mail2(header: &str) -> Column {
    col(header, EMAIL, |m| m.second_email())
}

fn tel(header: &str, dial: Dial) -> Column {
    col(header, PHONE, move |m| m.tel(dial))
}

fn tel2(header: &str, dial: Dial) -> Column {
    col(header, PHONE, move |m| m.other_tel(dial))
}

fn desk(header: &str, dial: Dial) -> Column {
    col(header, PHONE, move |m| m.desk_tel(dial))
}

fn firm(header: &str) -> Column {
    col(header, COMPANY, |m| Cell::plain(m.p.company.clone())).or(&["account.name"])
}

fn job(header: &str) -> Column {
    col(header, JOB, |m| Cell::plain(m.p.job))
}

fn street(header: &str, field: &'static str) -> Column {
    col(header, field, |m| Cell::plain(m.p.street.clone()))
}

fn town(header: &str, field: &'static str) -> Column {
    col(header, field, |m| Cell::plain(m.p.city))
}

fn zip(header: &str, field: &'static str) -> Column {
    col(header, field, |m| Cell::plain(m.p.postcode.clone()))
}

fn land(header: &str, field: &'static str) -> Column {
    col(header, field, |m| Cell::plain(m.p.country))
}

fn state(header: &str, field: &'static str) -> Column {
    col(header, field, |m| Cell::plain(region_of(m.p.city)))
}

/// A day of the past.
fn day(header: &str, field: &'static str, style: Style) -> Column {
    col(header, field, move |m| m.day(style))
}

/// A day of the coming months.
fn ahead(header: &str, field: &'static str, style: Style) -> Column {
    col(header, field, move |m| m.ahead(style))
}

fn born(header: &str, style: Style) -> Column {
    col(header, BORN, move |m| m.born().cell(style))
}

/// A moment of the past.
fn stamp(header: &str, field: &'static str, style: Style, clock: Clock) -> Column {
    col(header, field, move |m| {
        let day: Day = m.met();
        m.moment(day, style, clock)
    })
}

/// The same where the dictionary has no field.
fn free_stamp(header: &str, style: Style, clock: Clock) -> Column {
    other(header, move |m| {
        let day: Day = m.met();
        m.moment(day, style, clock)
    })
}

/// An amount. `stated`: the cell or its header names the currency.
#[derive(Clone, Copy)]
struct Sum {
    low: u64,
    step: u64,
    write: fn(u64) -> String,
    currency: &'static str,
    stated: bool,
}

const fn whole(low: u64, step: u64, write: fn(u64) -> String, currency: &'static str, stated: bool) -> Sum {
    Sum { low, step, write, currency, stated }
}

fn sum(header: &str, field: &'static str, s: Sum) -> Column {
    col(header, field, move |m| s.cell(m))
}

/// The same where the dictionary has no field.
fn free_sum(header: &str, s: Sum) -> Column {
    other(header, move |m| s.cell(m))
}

impl Sum {
    fn cell(self, m: &mut Maker) -> Cell {
        m.sum(self.low, self.step, self.write, self.currency, self.stated)
    }
}

/// `450.000,00 €`
fn euros(n: u64) -> String {
    format!("{},00 €", thousands(n, "."))
}

/// `450.000,00`
fn with_cents(n: u64) -> String {
    format!("{},00", thousands(n, "."))
}

/// `450 000 €`
fn spaced_euros(n: u64) -> String {
    format!("{} €", thousands(n, " "))
}

/// `R$ 1.250.000,00`
fn reais(n: u64) -> String {
    format!("R$ {},00", thousands(n, "."))
}

/// `450000.00`
fn decimal(n: u64) -> String {
    format!("{n}.00")
}

/// The state or province of a town of these people.
fn region_of(town: &str) -> &'static str {
    match town {
        "Denver" => "CO",
        "Portland" => "OR",
        "Nashville" => "TN",
        "Tampa" => "FL",
        "Kolkata" => "West Bengal",
        "Mumbai" | "Pune" => "Maharashtra",
        "Gurugram" => "Haryana",
        "Bengaluru" => "Karnataka",
        "Hyderabad" => "Telangana",
        "Sevilla" => "Andalucía",
        "Valencia" => "Comunidad Valenciana",
        "Madrid" => "Comunidad de Madrid",
        "Barcelona" => "Cataluña",
        "London" => "Greater London",
        "Birmingham" => "West Midlands",
        "Liverpool" => "Merseyside",
        "São Paulo" => "SP",
        "Rio de Janeiro" => "RJ",
        "Belo Horizonte" => "MG",
        "Lisboa" => "Lisboa",
        _ => "",
    }
}
