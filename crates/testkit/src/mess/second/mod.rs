//! The second set: once the hold-out, until its misses were read. The importer has been tuned on them since.

mod english;
mod german;
mod gulf;
mod india;
pub(in crate::mess) mod people;
mod romance;
mod work;

use super::people::Market;
use super::shapes::Shape;
use super::sheet::{Column, Sheet};

/// Every shape of the set.
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

/// A sheet of the set's own people.
fn sheet(file: &'static str, entity: &'static str, home: Market, columns: Vec<Column>) -> Sheet {
    let mut sheet = Sheet::new(file, entity, home, columns);
    sheet.cast = people::person;
    sheet
}
