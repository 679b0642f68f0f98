//! The hold-out: shapes that nobody tunes on.
//!
//! Whoever works on the importer's words, weights, profiles or readings keeps out of this folder, and out of the list of
//! its misses: the figure of this set is worth something only as long as that holds. Once somebody has tuned after
//! reading, the set moves to the shapes beside it, and a new one is made. It is what a team in real estate brings on its
//! first day: one half are columns that systems document for what they hand out or take in, the other half sheets as such
//! teams keep them, headed as their people head columns. People, firms, numbers and addresses are invented. Its truth was
//! written by somebody who has never read the importer: it is what a careful consultant would choose with the file and the
//! dictionary before them. Where two fields are equally right, both are accepted.

mod boards;
mod people;

use super::columns::*;
use super::eighth::cells::{hour, token};
use super::eighth::{DONE, PRIVATE, moment};
use super::hand::Dial;
use super::maker::Maker;
use super::ninth::*;
use super::people::Market;
use super::seventh::*;
use super::shapes::*;
use super::sheet::{Column, Quotes, Sheet, col, empty, other};
use super::sixth::cells::{database, iso, later};
use super::sixth::*;
use super::tenth::*;
use super::value::{Cell, Day, Kind, Style};

/// Every shape of the hold-out.
pub(super) const ALL: &[Shape] = &[
    ("sys_board_cards", boards::cards),
    ("sys_project_tasks", boards::projects),
    ("sys_planner_tasks", boards::planner),
    ("sys_calendar_events", boards::calendar),
    ("sys_booked_meetings", boards::meetings),
    ("sys_exchange_calls", boards::exchange),
];

/// A sheet of the hold-out's own people.
fn sheet(file: &'static str, entity: &'static str, home: Market, columns: Vec<Column>) -> Sheet {
    let mut sheet = Sheet::new(file, entity, home, columns);
    sheet.cast = people::person;
    sheet
}
