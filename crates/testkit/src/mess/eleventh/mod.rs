//! The eleventh set: once the hold-out. It is what a team in real estate brings on its first day: one half are columns
//! that systems document for what they hand out or take in, the other half sheets as such teams keep them, headed as their
//! people head columns. People, firms, numbers and addresses are invented. Its truth was written by somebody who had never
//! read the importer: it is what a careful consultant would choose with the file and the dictionary before them. Where two
//! fields are equally right, both are accepted.

mod arabic;
mod boards;
mod books;
mod crms;
mod english;
mod europe;
mod gulf;
mod hindi;
mod iberia;
mod india;
mod people;

use super::columns::*;
use super::eighth::cells::{domain, hour, token, typed_name};
use super::eighth::{
    DOMAIN, DONE, FIRM_QUARTER, NATIONALITY, PLACE_POSTCODE, PRIVATE, REVENUE, SPOUSE_EMAIL, SPOUSE_FAMILY,
    SPOUSE_GIVEN, moment,
};
use super::hand::{Dial, commas, dollars, dots, plain, pounds};
use super::maker::{Clock, Maker, name, phone};
use super::ninth::cells::{degrees, gstin, pan, whole_address};
use super::ninth::*;
use super::people::Market;
use super::seventh::cells::called;
use super::seventh::*;
use super::shapes::*;
use super::sheet::{Column, Quotes, Sheet, col, empty, other};
use super::sixth::cells::{
    american, bare, company, database, handle, iso, later, profile, short_american, site, upper_full, with_code,
};
use super::sixth::*;
use super::tenth::*;
use super::value::{Cell, Day, Kind, Style, hundredths, indian};
use people::region_of;

/// Every shape of the eleventh set.
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
    ("list_master_in", india::master),
    ("list_partners_in", india::partners),
    ("list_bookings_in", india::bookings),
    ("list_site_visits_in", india::site_visits),
    ("list_owners_gulf", gulf::owners),
    ("list_pipeline_gulf", gulf::pipeline),
    ("list_applicants_gb", english::applicants),
    ("list_jobs_gb", english::jobs),
    ("list_open_house_us", english::open_house),
    ("list_enquiries_hi", hindi::enquiries),
    ("list_follow_ups_hi", hindi::follow_ups),
    ("list_calls_hi", hindi::calls),
    ("list_demand_es", iberia::demand),
    ("list_sales_es", iberia::sales),
    ("list_builders_es", iberia::builders),
    ("list_visits_pt", iberia::visits_pt),
    ("list_sellers_fr", europe::sellers_fr),
    ("list_partners_de", europe::partners_de),
    ("list_tenants_ar", arabic::tenants),
    ("list_requests_ar", arabic::requests),
];

/// A sheet of the set's own people.
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

pub(in crate::mess) const AGREED: &str = "person.consent.at";
pub(in crate::mess) const SPOUSE_PHONE: &str = "household.spouse.phone";

fn region(header: &str, field: &'static str) -> Column {
    col(header, field, |m| Cell::plain(region_of(m.p.city)))
}

fn firm_region(header: &str) -> Column {
    region(header, FIRM_REGION).or(&[REGION])
}
