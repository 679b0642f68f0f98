//! The hold-out: shapes that nobody tunes on.
//!
//! Whoever works on the importer's words, weights, profiles or readings keeps out of this folder, and out of the list of
//! its misses: the figure of this set is worth something only as long as that holds. Once somebody has tuned after
//! reading, the set moves to the shapes beside it, and a new one is made. Truth is what a careful founder would choose
//! with the file and the dictionary before them, and nothing else.

mod english;
mod german;
mod gulf;
mod hand;
mod india;
mod people;
mod romance;
mod work;

use super::people::Market;
use super::shapes::Shape;
use super::sheet::{Column, Sheet};

/// Every shape of the hold-out.
pub(super) const ALL: &[Shape] = &[
    ("i_leads", india::leads),
    ("i_bookings", india::bookings),
    ("i_partners", india::partners),
    ("i_calling", india::calling),
    ("i_society", india::society),
    ("i_nri", india::nri),
    ("i_secretary", india::secretary),
    ("g_brokerage", gulf::brokerage),
    ("g_launch", gulf::launch),
    ("g_owners", gulf::owners),
    ("g_two_scripts", gulf::two_scripts),
    ("g_cairo", gulf::cairo),
    ("g_cairo_desk", gulf::cairo_desk),
    ("e_landlords", english::landlords),
    ("e_relocation", english::relocation),
    ("e_valuations", english::valuations),
    ("e_brokerage", english::brokerage),
    ("e_open_house", english::open_house),
    ("e_audience", english::audience),
    ("e_address_book", english::address_book),
    ("e_badges", english::badges),
    ("e_chat_list", english::chat_list),
    ("r_demands", romance::demands),
    ("r_syndic", romance::syndic),
    ("r_funnel", romance::funnel),
    ("r_portuguese_deals", romance::portuguese_deals),
    ("r_activities", romance::activities),
    ("r_tasks", romance::tasks),
    ("d_firms", german::firms),
    ("d_viewings", german::viewings),
    ("d_enquiries", german::enquiries),
    ("w_transactions", work::transactions),
    ("w_tasks", work::tasks),
    ("w_calls", work::calls),
    ("w_ledger", work::ledger),
    ("w_companies", work::companies),
];

/// A sheet of the hold-out's own people.
fn sheet(file: &'static str, entity: &'static str, home: Market, columns: Vec<Column>) -> Sheet {
    let mut sheet = Sheet::new(file, entity, home, columns);
    sheet.cast = people::person;
    sheet
}
