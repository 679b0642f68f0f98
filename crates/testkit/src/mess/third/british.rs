//! Britain: agency software, landlords' books, a bank's desk, a concierge.

use super::super::hand::{commas, pounds};
use super::super::maker::titled;
use super::*;

/// Applicants of an agency's software.
pub(super) fn applicants() -> Sheet {
    let columns = vec![
        code("Applicant Code‖Applicant Ref", ID, "HRB25", 1_004),
        list("Title", "person.prefix", &["Mr", "Mrs", "Ms", "Dr"]),
        col("Forename", GIVEN, |m| m.given()),
        family("Surname"),
        tel("Mobile Phone", Dial::Home).label("mobile"),
        desk("Home Phone", Dial::Home).label("home").gaps(60),
        desk("Work Phone", Dial::Home).label("work").gaps(80),
        mail("Email").gaps(6),
        other("House Number", |m| m.number(1, 90)).or(&["person.address[].street2", STREET]).gaps(30),
        col("Line 1", STREET, |m| m.pick(&["Abbey Road", "Mill Lane", "Orchard Close"])).gaps(30),
        town("Line 3", CITY).or(&[QUARTER]).gaps(30),
        zip("Postcode", POSTCODE).gaps(25),
        list("Negotiator‖Neg", ASSIGNEE, &["Jolyon", "Flora R"]).or(&[OWNER]),
        free("Office", &["HRB", "MRY"]),
        sum("Price From", MIN, whole(350_000, 10_000, pounds, "GBP", true)).gaps(10),
        sum("Price To", MAX, whole(1_650_000, 10_000, pounds, "GBP", true)).gaps(10),
        count("Min Beds", BEDROOMS, 1, 5),
        count("Max Beds", "requirement.bedrooms_max", 5, 7).gaps(60),
        list("Areas‖Area(s)", LOCALITY, &["Harborne", "Edgbaston, Harborne", "Moseley"])
            .or(&["requirement.city[]"])
            .gaps(20),
        free("Position", &["Nothing to sell", "Under offer", "On the market"]).or(&[
            TAGS,
            "requirement.financing",
            STATUS,
        ]),
        list("Buying Reason", PURPOSE, &["Primary residence", "Investment", "Second home"])
            .or(&[KEPT])
            .or_ask()
            .gaps(20),
        free("Marketing Consent", &["grant", "deny", "notAsked"]).or(&["person.consent.email"]),
        stamp("Last Call‖Last Called", CONTACTED, Style::Iso, Clock::Minutes).gaps(30),
        stamp("Created", CREATED, Style::Iso, Clock::Seconds),
    ];
    let mut sheet = super::sheet("applicants_HRB_20260204.csv", "person", Market::Britain, columns);
    sheet.rows = 210;
    sheet
}

/// Another agency's contacts.
pub(super) fn contacts() -> Sheet {
    let columns = vec![
        code("Contact ID", ID, "", 30_881),
        free("Contact Type", &["Person"]),
        full("Name"),
        firm("Company").gaps(80),
        mail("Primary Email").gaps(8),
        tel("Primary Phone", Dial::Home),
        col("Postal Address", WHOLE, |m| Cell::plain(format!("{}, {}, {}", m.p.street, m.p.city, m.p.postcode)))
            .or(&[STREET]),
        list("Salesperson‖Lead Agent", ASSIGNEE, &["Arabella D.", "Hamish"]).or(&[OWNER]),
        list("Source", SOURCE, &["Board", "Portal", "Letterbox drop"]),
        list("Tags", TAGS, &["potential vendor", "past vendor, VIP", "landlord"]).gaps(20),
        free("Interest Level", &["Hot", "Warm", "Cold"]).or(&["person.rating", STATUS]),
        other("Email Opt In", |m| m.text(&["Yes", "No"])).or(&["person.consent.email"]),
        other("SMS Opt In", |m| m.text(&["Yes", "No"])).or(&["person.consent.sms"]),
        stamp("Last Contacted", CONTACTED, Style::Dmy('/'), Clock::Twelve).gaps(20),
        day("Modified", UPDATED, Style::Dmy('/')),
        list("Marketing Notes", NOTES, &["Do not send to spouse", "Wants quarterly update"]).gaps(70),
    ];
    super::sheet("Contacts (filtered) export.csv", "person", Market::Britain, columns)
}

/// A landlord's accountant: tenants and rents, with a total.
pub(super) fn rent_roll() -> Sheet {
    let columns = vec![
        code("Tenancy ref", ID, "T/", 201).or(&[KEPT]).or_ask(),
        col("Property", "interest.property.name", |m| Cell::plain(format!("Flat {}, {}", 1 + m.row % 30, m.p.street)))
            .or(&["interest.property.address.formatted", "interest.property.address.street"]),
        col("Tenant(s)‖Tenant name", FULL, |m| {
            titled(if m.row.is_multiple_of(2) { "Mr" } else { "Ms" }, &m.p.given.clone(), &m.p.family.clone())
        }),
        tel("Tel no‖Telephone", Dial::Mixed).gaps(5),
        mail("Email").gaps(15),
        free_sum("Rent pcm (£)", whole(1_150, 25, commas, "GBP", true)).or(&[PRICE, "interest.price"]),
        free_sum("Deposit held (£)", whole(1_300, 25, commas, "GBP", true)),
        other("Start", |m| m.day(Style::DmyShort('/'))).or(&["interest.at"]),
        other("Break / end", |m| m.ahead(Style::DmyShort('/'))).gaps(10),
        free_sum("Arrears (£)", whole(0, 50, commas, "GBP", true)).gaps(70),
        list("Notes", NOTES, &["Pays by standing order", "Renewal letter sent"]).gaps(60),
    ];
    let width = columns.len();
    let mut sheet = super::sheet("Rent roll Jan 26 FINAL v2.csv", "person", Market::Britain, columns);
    sheet.above = vec![padded(&["Penhaligon Estates - rent roll"], width), padded(&["As at 31 January 2026"], width)];
    sheet.below = vec![padded(&["", "", "", "", "Total", "98,450", "112,300", "", "", "3,250"], width)];
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.rows = 58;
    sheet
}

/// A private bank's introductions.
pub(super) fn bank_desk() -> Sheet {
    let columns = vec![
        code("Client Ref", ID, "PB-", 7_001),
        full("Client‖Client Name"),
        free("Relationship Type", &["Individual", "Joint"]),
        land("Country of Residence", COUNTRY),
        list("Nationality", "person.nationality", &["British", "Emirati", "Indian", "Swiss"]),
        born("DOB", Style::DayMonYear).gaps(10),
        list("Occupation", JOB, &["Company director", "Surgeon", "Fund manager"]),
        list(
            "Source of Wealth‖SoW",
            "person.source_of_funds",
            &["Sale of business", "Inheritance", "Employment income"],
        ),
        list("KYC Status", "person.kyc_status", &["Approved", "Pending review", "Expired"]),
        other("Next KYC Review", |m| m.ahead(Style::DayMonYear)),
        free("PEP (Y/N)", &["N", "N", "N", "Y"]),
        free("Risk Rating", &["Low", "Medium", "High"]).or(&["person.rating"]),
        sum("Purchase budget £m", MAX, whole(2_000_000, 250_000, millions, "GBP", true)).or(&[MIN]),
        list("Introducer‖Introduced By", "person.referrer", &["Gascoyne Wealth", "Existing client"]).or(&[SOURCE]),
        list("RM‖Relationship Manager", ASSIGNEE, &["E. Drummond", "C. Fairfax"]).or(&[OWNER]),
        mail("Preferred email"),
        tel("Preferred phone", Dial::World),
        free("Preferred contact method", &["Phone", "Email", "Via PA"]),
    ];
    let mut sheet = super::sheet("UHNW introductions 2026.csv", "person", Market::Britain, columns);
    sheet.abroad = (vec![Market::Emirates, Market::India], 40);
    sheet.rows = 66;
    sheet
}

/// `2.25` for two and a quarter million, under a header that says so.
fn millions(n: u64) -> String {
    super::super::value::hundredths(n / 10_000)
}

/// A concierge's residents and guests.
pub(super) fn concierge() -> Sheet {
    let columns = vec![
        other("Apt", |m| Cell::plain(format!("{}.{:02}", 1 + m.row % 20, 1 + m.row % 8)))
            .or(&["interest.property.unit"]),
        col("Resident‖Name of resident", FULL, |m| m.name_by_hand()),
        free("Owner / tenant", &["Owner", "Tenant", "Owner (absent)"]).or(&[TAGS, STAGE]),
        col("Mobile", PHONE, |m| m.tel_by_hand()).label("mobile"),
        col("E-mail", EMAIL, |m| m.mail_by_hand()).gaps(20),
        list("PA / housekeeper", "household.assistant.name", &["Mrs Okoro", "Danuta", "Jules"]).or(&[KEPT]).gaps(50),
        col("PA phone", "household.assistant.phone", |m| m.other_tel(Dial::Home)).gaps(60),
        col("Partner", SPOUSE, |m| m.spouse()).gaps(55),
        list("Kids‖Children", "household.children", &["Otto (6), Ines (3)", "twins, 9"]).gaps(75),
        other("Car reg", |m| Cell::plain(format!("EX{:02} AMP", m.row % 100))).gaps(45),
        born("B-day‖Birthday", Style::DayMonth(super::super::value::ENGLISH)).gaps(65),
        other("Moved in", |m| m.day(Style::DayMonYear)).or(&[CREATED, "interest.at"]).gaps(20),
        list(
            "Likes / please note‖Preferences & notes",
            NOTES,
            &["Decaf only", "No parcels left at door", "Allergic to lilies"],
        )
        .gaps(40),
    ];
    let mut sheet = super::sheet("residents list - front desk.csv", "person", Market::Britain, columns);
    sheet.abroad = (vec![Market::Emirates, Market::France], 25);
    sheet.rows = 84;
    sheet
}
