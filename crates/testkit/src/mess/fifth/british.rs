//! Lists kept by hand in Britain.

use super::super::hand::{commas, pounds};
use super::cells::*;
use super::*;

/// The book of a private office, kept by an assistant.
pub(super) fn private_office() -> Sheet {
    let columns = vec![
        col("Name", FULL, |m| noted(m, &["Mr", "Mrs", "Dr", "Sir", "Lady"], "{g} and {s} {f}")),
        other("Dear", letter).or(&["person.nickname"]),
        col("Address", WHOLE, |m| Cell::plain(format!("{}\n{}\n{}", m.p.street, m.p.city, m.p.postcode))).or(&[STREET]),
        desk("Home Tel", Dial::Home).label("home").gaps(45),
        col("Mobile", PHONE, |m| m.tel(Dial::Mixed)).label("mobile").gaps(10),
        col("Wife/Husband mobile", "household.spouse.phone", |m| m.other_tel(Dial::Home)).or(&[KEPT]).or_ask().gaps(70),
        mail("Email").gaps(15),
        list("PA", "household.assistant.name", &["Joanna Birch", "Mr Trent"]).gaps(65),
        other("PA email", |m| m.second_email()).gaps(75),
        list("Children", "household.children", &["Ottilie, Rufus", "two at Bryanston", "grown up"]).gaps(65),
        free("Xmas card", &["Y", "N"]).or(&[TAGS]).gaps(20),
        list("Notes", NOTES, &["Collects motorcars", "Never call on a Friday", "Gluten free"]).gaps(45),
    ];
    let mut sheet = super::sheet("Address list MASTER.csv", "person", Market::Britain, columns);
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.abroad = (vec![Market::France, Market::Emirates], 12);
    sheet.rows = 100;
    sheet
}

/// Applicants whom a small agency keeps in one sheet, name and number together.
pub(super) fn small_agency() -> Sheet {
    let columns = vec![
        day("Date", CREATED, Style::DmyShort('/')).or(&[CONTACTED, KEPT]).or_ask(),
        other("Applicant & tel", |m| name_and_tel(m, " - ")).or(&[FULL, PHONE]).must_ask(),
        mail("Email").gaps(20),
        list("Looking for", WANTED, &["2 bed flat", "3 bed semi", "bungalow", "cottage"]).or(&[MUST, BEDROOMS]),
        quarter("Where", LOCALITY).or(&[TOWNS]).gaps(10),
        col("Up to", MAX, pounds_noted).or(&[MIN]).gaps(10),
        free("Position", &["SSTC", "NTS", "FTB", "cash"]).or(&[FINANCING, STATUS, STAGE]).gaps(20),
        free("Viewed", &["Mill Lane", "12 The Avenue", "none yet"]).or(&[PROPERTY]).gaps(40),
        list("Who", ASSIGNEE, &["Jo", "Mike"]).or(&[OWNER, KEPT]).or_ask().gaps(8),
        list("Comments", NOTES, &["must have garden", "moving from Kent", "call after school run"]).gaps(40),
    ];
    let mut sheet = super::sheet("applicants.csv", "person", Market::Britain, columns);
    sheet.crlf = true;
    sheet.rows = 90;
    sheet
}

/// Tenants of a small portfolio and what they pay.
pub(super) fn tenants() -> Sheet {
    let columns = vec![
        col("Property", PLACE, |m| Cell::plain(m.p.street.clone())).or(&[PROPERTY, "interest.property.address.street"]),
        full("Tenant").or(&[CONTACT]),
        tel("Mobile", Dial::Home).label("mobile").gaps(8),
        mail("E-mail").gaps(15),
        sum("Rent pcm", PRICE, whole(950, 25, pounds, "GBP", true)).or(&["interest.price", KEPT]),
        free_sum("Deposit", whole(1_100, 30, commas, "GBP", false)),
        free_day("Tenancy start", Style::DayMonYear).or(&[SEEN]),
        other("Tenancy end", |m| m.ahead(Style::DayMonYear)).or(&["task.due_at"]).gaps(20),
        free("Guarantor", &["yes", "no", "parent"]).gaps(30),
        free("Gas cert due", &["Mar 27", "Jun 27", "overdue"]).gaps(15),
        list("Notes", NOTES, &["Has a cat, agreed", "Boiler repaired", "Gives notice in spring"]).gaps(60),
    ];
    let width = columns.len();
    let mut sheet = super::sheet("Rent roll.csv", "person", Market::Britain, columns);
    sheet.above = vec![padded(&["RENT ROLL - at 31 October 2026"], width), padded(&[], width)];
    sheet.below = vec![padded(&["Total", "", "", "", "£128,400"], width)];
    sheet.rows = 45;
    sheet
}

/// Guests of a charity evening, as its committee keeps the list.
pub(super) fn gala() -> Sheet {
    let columns = vec![
        tally("Table", 1, 20),
        list("Title", PREFIX, &["Mr", "Mrs", "Ms", "Dr", "Lord"]).gaps(10),
        given("First name"),
        family("Surname"),
        full_guest("Guest of"),
        firm("Company/Sponsor").gaps(50),
        mail("Email").gaps(25),
        tel("Mobile", Dial::Mixed).label("mobile").gaps(40),
        free("Dietary", &["V", "vegan", "nut allergy", "none"]).gaps(60),
        free("RSVP", &["Y", "N", "tbc"]).or(&[STATUS]),
        free_sum("Pledged", whole(500, 250, pounds, "GBP", true)).gaps(60),
        free("Property owner?", &["Y", "Y - London & Cotswolds", "N"]).or(&[TAGS]).gaps(45),
    ];
    let width = columns.len();
    let mut sheet = super::sheet("Gala 2026 guests.csv", "person", Market::Britain, columns);
    sheet.above = vec![padded(&["Summer Gala 2026 - GUEST LIST (final)"], width)];
    sheet.rows = 130;
    sheet
}

fn full_guest(header: &str) -> Column {
    other(header, |m| m.spouse()).or(&[REFERRER]).gaps(70)
}
