//! The hold-out: shapes that nobody tunes on.
//!
//! Whoever works on the importer's words, weights, profiles or readings keeps out of this folder, and out of the list of
//! its misses: the figure of this set is worth something only as long as that holds. Once somebody has tuned after
//! reading, the set moves to the shapes beside it, and a new one is made. Half of its header rows are those that systems
//! for sales and property document for what they export or take in, half those of files that people published, taken as a
//! listing gave them; the order of columns and the habits of values are theirs. People, firms, numbers and addresses are
//! invented, and where there was a header row alone, its values are as well. Its truth was written by somebody who has
//! never read the importer: it is what a careful consultant would choose with the file and the dictionary before them.
//! Where two fields are equally right, both are accepted.

mod builders;
mod people;

use super::columns::*;
use super::hand::Dial;
use super::people::Market;
use super::seventh::*;
use super::shapes::*;
use super::sheet::{Column, Sheet, col, other};
use super::sixth::cells::{company, site};
use super::sixth::*;
use super::value::{Cell, Style};
use people::region_of;

/// Every shape of the hold-out.
pub(super) const ALL: &[Shape] =
    &[("doc_builders_contacts", builders::contacts), ("doc_suite_accounts", builders::accounts)];

/// A sheet of the hold-out's own people.
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

fn region(header: &str, field: &'static str) -> Column {
    col(header, field, |m| Cell::plain(region_of(m.p.city)))
}
