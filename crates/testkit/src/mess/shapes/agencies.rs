//! Registers and lists that agencies in India and the Gulf keep in sheets.

use super::super::maker::Clock;
use super::super::people::Market;
use super::super::sheet::{Sheet, col, empty, other};
use super::super::value::{Cell, Style, indian, thousands};
use super::*;

/// The register at a site office.
pub(super) fn site_visits() -> Sheet {
    let columns = vec![
        other("Token #", |m| Cell::plain(format!("SV{:04}", m.row + 1))).or(&[ID]),
        col("Visitor's Name", FULL, |m| m.full_typed()),
        col("Cell No", PHONE, |m| m.phone_typed()).label("mobile"),
        col("Mail Id", EMAIL, |m| m.email_typed()).gaps(35),
        col("Presently residing at", "person.address[].formatted", |m| {
            Cell::plain(format!("{}, {}", m.p.locality, m.p.city))
        })
        .or(&["person.address[].locality", CITY, STREET]),
        col("Occupation", JOB, |m| m.pick(&["Salaried", "Business", "Retired", "Doctor"])).or(&["custom.*"]),
        col("Date of visit", "interest.at", |m| m.met().cell(Style::Dmy('.'))).or(&[
            CREATED,
            CONTACTED,
            "person.last_activity_at",
            "custom.*",
        ]),
        col("Unit type interested in", WANTED, |m| m.pick(&["2 BHK", "3 BHK", "4 BHK", "Penthouse"])).or(&[
            BEDROOMS,
            "interest.property.type",
            "property.type",
        ]),
        col("Budget range", MAX, |m| m.rupees_typed()).or(&[MIN]).gaps(10),
        col("Source of visit", SOURCE, |m| {
            m.pick(&["Hoarding", "Newspaper", "Channel partner", "Walk-in", "Facebook"])
        }),
        col("CP name", "person.referrer", |m| m.pick(&["Keystone Realtors", "Urban Nest", "Direct"]))
            .or(&["custom.*", "person.source_system_detail"])
            .gaps(50),
        col("Closing RM", ASSIGNEE, |m| m.pick(&["Sneha P", "Vikrant", "Ajinkya D"])).or(&[OWNER]),
        col("Feedback", NOTES, |m| m.remark()).gaps(20),
    ];
    let width = columns.len();
    let mut sheet = Sheet::new("SV_register_Sept.csv", "person", Market::India, columns);
    sheet.above = vec![
        padded(&["PALMGROVE RESIDENCES - SITE VISIT REGISTER"], width),
        padded(&["Month: September", "", "", "Site: Baner"], width),
        padded(&[], width),
    ];
    sheet.below = vec![padded(&["Total visits", "#"], width)];
    sheet.crlf = true;
    sheet.blank_every = 25;
    sheet.again = 6;
    sheet
}

/// A Dubai agency's client list: residents of many countries.
pub(super) fn gulf_agency() -> Sheet {
    let columns = vec![
        col("Client Ref", ID, |m| Cell::plain(format!("DXB-{}", 20_400 + m.row * 3))),
        col("Client Full Name", FULL, |m| m.full()),
        col("Nationality", "person.nationality", |m| {
            m.pick(&["Emirati", "Indian", "British", "Lebanese", "Pakistani"])
        }),
        col("UAE Mobile", PHONE, |m| m.phone_typed()).label("mobile"),
        col("WhatsApp No.", PHONE, |m| m.second()).label("whatsapp").gaps(40),
        col("E-mail ID", EMAIL, |m| m.email()).gaps(15),
        col("Agent in charge", ASSIGNEE, |m| m.pick(&["Layla H.", "Omar S.", "Priyanka"])).or(&[OWNER]),
        col("Buyer/Tenant", "requirement.purpose", |m| m.pick(&["Buyer", "Tenant", "Investor"]))
            .or(&[STAGE, TAGS, "custom.*"]),
        col("Preferred community", LOCALITY, |m| m.pick(&["Mirdif", "JLT", "Al Reem", "Dubai South, Mirdif"]))
            .or(&["requirement.city[]"]),
        col("Beds", BEDROOMS, |m| m.number(1, 5)),
        col("Max. Budget", MAX, |m| m.dirhams_typed()),
        col("Emirates ID exp.", "custom.eid", |m| m.soon().cell(Style::DayMon)).or(&["custom.*"]).gaps(30),
        col("Lead came from", SOURCE, |m| m.pick(&["Bayut", "dubizzle", "Referral", "Instagram"])),
        col("First enquiry", CREATED, |m| m.met().cell(Style::Dmy('/'))),
        col("Comments", NOTES, |m| m.remark()).gaps(30),
    ];
    let mut sheet = Sheet::new("clients dubai.csv", "person", Market::Emirates, columns);
    sheet.abroad = (vec![Market::India, Market::Britain, Market::Saudi], 30);
    sheet.bom = true;
    sheet.crlf = true;
    sheet
}

/// Who owns which flat, and who lives in it.
pub(super) fn owners_tenants() -> Sheet {
    let columns = vec![
        col("Flat No.", "interest.property.unit", |m| {
            Cell::plain(format!("{}-{}", ["A", "B", "C"][m.row % 3], 101 + m.row))
        })
        .or(&["property.unit"]),
        col("Wing / Tower", "interest.property.name", |m| m.pick(&["Tower Ivory", "Tower Jade"])).or(&[
            "property.name",
            "property.project",
            "interest.property.project",
            "custom.*",
        ]),
        col("Owner's Name", FULL, |m| m.full()),
        col("Owner Contact No.", PHONE, |m| m.local()),
        col("Owner Email Address", EMAIL, |m| m.email()).gaps(20),
        col("Super built-up (sq.ft.)", "interest.property.area", |m| m.number(850, 2600)).or(&["property.area"]),
        col("Possession given on", "custom.possession", |m| m.met().cell(Style::DayMon))
            .or(&["custom.*", "interest.at"]),
        other("Tenant Name", |m| Cell::plain(format!("{} {}", m.p.spouse, m.p.family))).gaps(40),
        other("Tenant Mobile", |m| Cell::plain(m.p.second.e164())).gaps(40),
        other("Rent p.m.", |m| {
            let n = 18_000 + 500 * m.d.below(60) as u64;
            Cell::plain(indian(n))
        })
        .or(&["interest.price", "interest.property.price", "property.price"])
        .gaps(40),
        other("Lease end", |m| Cell::plain(m.soon().write(Style::DayMon))).gaps(40),
        other("Maintenance paid upto", |m| m.pick(&["Mar-25", "Jun-25", "Sep-25"])),
        col("Remark, if any", NOTES, |m| m.remark()).gaps(60),
    ];
    let mut sheet = Sheet::new("owners_tenants_list.csv", "person", Market::India, columns);
    sheet.sections = (40, vec!["WING A", "WING B", "WING C"]);
    sheet.rows = 110;
    sheet
}

/// A plotted-land dealer's old list.
pub(super) fn dealer_columns() -> Vec<super::super::sheet::Column> {
    vec![
        other("Sr", |m| Cell::plain((m.row + 1).to_string())).or(&[ID]),
        col("Dt.", CREATED, |m| m.moment_or_day()),
        col("Party Name", FULL, |m| m.full_typed()),
        col("Mob. No.", PHONE, |m| m.phone_typed()).label("mobile"),
        col("Alt. Mob", PHONE, |m| m.local()).label("mobile").gaps(60),
        col("Resi. Tel", PHONE, |m| m.landline()).label("home").gaps(75),
        col("Mail", EMAIL, |m| m.email_typed()).gaps(30),
        empty(""),
        col("Req.", NOTES, |m| m.remark()).or(&["requirement.must_have[]", WANTED, "custom.*"]).gaps(20),
        col("Config", WANTED, |m| m.pick(&["2BHK", "3 BHK", "Plot", "Shop"])).or(&[BEDROOMS]),
        col("Pref. Loc.", LOCALITY, |m| Cell::plain(m.p.locality)).or(&["requirement.city[]"]),
        col("Budget", MAX, |m| m.rupees_typed()).or(&[MIN]),
        col("Ref. by", "person.referrer", |m| m.pick(&["Old client", "Mr Tambe", "Just walked in"]))
            .or(&[SOURCE])
            .gaps(40),
        col("F/U Dt.", "task.due_at", |m| m.soon().cell(Style::DmyShort('-')))
            .or(&["custom.*", "task.reminder_at", CONTACTED])
            .gaps(50),
        col("Attended By", ASSIGNEE, |m| m.pick(&["Raju", "Meenal", "Self"])).or(&[OWNER]),
        col("Follow-up talk", NOTES, |m| m.talk()).gaps(30),
    ]
}

impl super::super::maker::Maker<'_> {
    /// A day as most write it, now and then with the time.
    fn moment_or_day(&mut self) -> Cell {
        let day = self.met();
        if self.d.percent(10) { self.moment(day, Style::Dmy('/'), Clock::Minutes) } else { day.cell(Style::Dmy('/')) }
    }

    /// What was said, with the signs that spreadsheets take for formulas.
    fn talk(&mut self) -> Cell {
        match self.d.below(8) {
            0 => Cell::plain("=1+1"),
            1 => Cell::plain("+CMD|' /C calc'!A0"),
            2 => Cell::plain("-2 floors below asked"),
            3 => Cell::plain("@site by 5 pm"),
            4 => Cell::plain(format!("offered {}", thousands(4_500_000, ","))),
            _ => self.remark(),
        }
    }
}
