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
mod books;
mod crms;
mod people;

use super::columns::*;
use super::eighth::cells::{domain, hour, token};
use super::eighth::{
    DOMAIN, DONE, NATIONALITY, PLACE_POSTCODE, PRIVATE, REVENUE, SPOUSE_EMAIL, SPOUSE_FAMILY, SPOUSE_GIVEN, moment,
};
use super::hand::{Dial, commas, plain};
use super::maker::{Maker, name, phone};
use super::ninth::cells::{degrees, whole_address};
use super::ninth::*;
use super::people::Market;
use super::seventh::*;
use super::shapes::*;
use super::sheet::{Column, Quotes, Sheet, col, empty, other};
use super::sixth::cells::{bare, company, database, handle, iso, later, profile, short_american, site};
use super::sixth::*;
use super::tenth::*;
use super::value::{Cell, Day, Kind, Style};
use people::region_of;

/// Every shape of the hold-out.
pub(super) const ALL: &[Shape] = &[
    ("sys_board_cards", boards::cards),
    ("sys_project_tasks", boards::projects),
    ("sys_planner_tasks", boards::planner),
    ("sys_calendar_events", boards::calendar),
    ("sys_booked_meetings", boards::meetings),
    ("sys_exchange_calls", boards::exchange),
    ("sys_pipeline_deals", crms::deals),
    ("sys_agency_opportunities", crms::opportunities),
    ("sys_workspace_companies", crms::companies),
    ("sys_agents_leads", crms::agents_leads),
    ("sys_tenant_tickler", crms::tickler),
    ("sys_contacts_fr", crms::contacts_fr),
    ("sys_mail_audience", books::audience),
    ("sys_connections", books::connections),
    ("sys_site_contacts", books::site_contacts),
    ("sys_message_numbers", books::messages),
    ("sys_ticket_guests", books::guests),
    ("sys_form_answers", books::form),
    ("sys_addresses_de", books::addresses_de),
    ("sys_owners_br", books::owners_br),
];

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

const AGREED: &str = "person.consent.at";
const SPOUSE_PHONE: &str = "household.spouse.phone";

fn region(header: &str, field: &'static str) -> Column {
    col(header, field, |m| Cell::plain(region_of(m.p.city)))
}
