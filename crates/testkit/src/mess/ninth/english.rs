//! Sheets of teams in Britain and America.

use super::*;

/// Applicants on the books of an office in Britain.
pub(super) fn applicants() -> Sheet {
    let columns = vec![
        list("Title", PREFIX, &["Mr", "Mrs", "Ms", "Dr"]),
        given("Forename(s)"),
        family("Surname"),
        col("Partner", SPOUSE, |m| m.spouse()).or(&[SPOUSE_GIVEN]).gaps(60),
        tel("Mobile", Dial::Home).label("mobile"),
        desk("Home Tel", Dial::Home).label("home").gaps(65),
        mail("Email").gaps(5),
        street("Current Address", STREET).or(&[WHOLE]).gaps(15),
        zip("Postcode", POSTCODE).gaps(15),
        list("Buy / Rent", PURPOSE, &["Buy", "Buy", "Rent"]),
        count("Min Beds", BEDROOMS, 1, 5),
        sum("Max Price (£)", MAX, whole(350_000, 25_000, commas, "GBP", true)),
        wanted_place("Areas"),
        list(
            "Must Haves",
            "requirement.must_have[]",
            &["Garden", "Parking", "Period features, garden", "Near station"],
        )
        .gaps(40),
        list("Position", FINANCING, &["NTS", "SSTC", "FTB", "Cash", "On market"]).or(&[KEPT, STATUS, STAGE]).or_ask(),
        list("AIP in place?", FINANCING, &["Yes", "No", "n/a"]).or(&[KEPT]).gaps(20),
        day("Date Registered", CREATED, Style::Dmy('/')),
        touched("Last Spoke", Style::Dmy('/')).gaps(25),
        agent("Negotiator", &["Poppy", "James W", "Aidan"]),
        list("OK to email?", BY_EMAIL, &["Y", "Y", "N"]),
        list("Notes", NOTES, &["Chain free from June", "Prefers Saturdays", "Missed out on no. 14"]).gaps(40),
    ];
    let mut sheet = sheet("Applicants Register.csv", "person", Market::Britain, columns);
    sheet.encoding = "windows-1252";
    sheet.rows = 130;
    sheet
}

/// What is to do in a lettings office.
pub(super) fn to_do() -> Sheet {
    let columns = vec![
        list(
            "To Do",
            TASK,
            &["Chase solicitor", "Book EPC", "Send memo of sale", "Ring back re: offer", "Order board"],
        ),
        col("Client", TASK_CONTACT, |m| m.full()).or(&[CONTACT, FULL, KEPT]).gaps(10),
        street("Property", PROPERTY).or(&[PLACE, PLACE_STREET, KEPT]).gaps(20),
        list("Who", TASK_FOR, &["Poppy", "James W", "Aidan"]).or(&[ASSIGNEE, OWNER]),
        other("Added", |m| m.day(Style::DayMon)).or(&[CREATED]),
        ahead("By When", DUE, Style::DayMon),
        list("Priority (H/M/L)", PRIORITY, &["H", "M", "M", "L"]),
        list("Done? (Y/N)", TASK_STATUS, &["Y", "N", "N"]).or(&[DONE]),
        col("Done On", DONE, |m| later(m).cell(Style::DayMon)).gaps(60),
        ahead("Remind Me", REMINDER, Style::DayMon).gaps(70),
        list("Comments", TASK_NOTES, &["Left voicemail 3/6", "Keys at the office", "Waiting on vendor"])
            .or(&[NOTES])
            .gaps(50),
    ];
    let mut sheet = sheet("Office To-Do.csv", "task", Market::Britain, columns);
    sheet.blank_every = 30;
    sheet.rows = 95;
    sheet
}

/// Who signed in at an open house, through a form.
pub(super) fn open_house() -> Sheet {
    let columns = vec![
        stamp("Timestamp", CREATED, Style::MdyBare('/'), Clock::Seconds).or(&[MET, SEEN]),
        full("First & Last Name"),
        mail("Email Address"),
        col("Cell #", PHONE, |m| m.tel(Dial::Mixed)).label("mobile").gaps(8),
        free("Are you currently working with an agent?", &["Yes", "No", "No, just looking"]),
        list("How did you hear about this open house?", SOURCE, &["Zillow", "Yard sign", "Instagram", "Drove by"])
            .or(&[DETAIL]),
        list("Which home did you visit?", PROPERTY, &["214 Bay Shore Dr", "88 Juniper Ct"]).or(&[PLACE, PLACE_STREET]),
        list("When are you looking to move?", TIMEFRAME, &["ASAP", "1-3 months", "3-6 months", "6+ months"]),
        col("Price range", MAX, |m| m.sum_ends(dollars, "USD")).or(&[MIN]).gaps(15),
        list("Are you pre-approved?", FINANCING, &["Yes", "No", "Paying cash"]).or(&[KEPT]),
        free("Do you need to sell a home first?", &["Yes", "No"]).or(&[FINANCING]),
        list("OK to text you?", BY_SMS, &["Yes", "Yes", "No"]),
        zip("Zip Code", POSTCODE).gaps(20),
        list("Questions / Comments", NOTES, &["Loved the kitchen", "HOA fees?", "Is the price negotiable?"])
            .or(&[BODY])
            .gaps(60),
    ];
    let mut sheet = sheet("Open House Sign-In (Responses) - Form Responses 1.csv", "person", Market::America, columns);
    sheet.entity_accept = &["interest"];
    sheet.rows = 60;
    sheet
}

/// Contracts and listings of a team, from signing to closing.
pub(super) fn pipeline() -> Sheet {
    const LISTED: Sum = whole(425_000, 15_000, dollars, "USD", true);
    let columns = vec![
        col("Client(s)", CONTACT, |m| m.full()).or(&[FULL]),
        street("Property Address", PLACE_STREET).or(&[PLACE, PROPERTY, DEAL]),
        list("Side", PIPELINE, &["Buyer", "Seller", "Buyer", "Dual"]).or(&[PURPOSE, KEPT, TAGS]).or_ask(),
        list("Stage", DEAL_STAGE, &["Active", "Under Contract", "Clear to Close", "Closed", "Fell Through"])
            .or(&[DEAL_STATUS]),
        col("List $", PRICE, share(LISTED, 100)).or(&[KEPT]),
        col("Contract $", AMOUNT, share(LISTED, 98)).or(&[RENT, PRICE]).gaps(30),
        free("Comm %", &["2.5%", "3%", "2.75%"]),
        other("Est. GCI", share(LISTED, 3)).or(&[AMOUNT]),
        count("Prob. %", PROBABILITY, 10, 100),
        other("Accepted", |m| m.day(Style::MdyBare('/'))).or(&[DEAL_MADE, WON]).gaps(30),
        other("Inspection Due", |m| m.ahead(Style::MdyBare('/'))).or(&[DUE]).gaps(40),
        ahead("Est. COE", CLOSING, Style::MdyBare('/')),
        free("Lender", &["Meridian Home Loans", "Cash", "Hawthorn Bank"]).or(&[FINANCING]).gaps(35),
        free("Title Co.", &["Redwood Title", "Beaumont Escrow"]).gaps(40),
        list("Lead Source", DEAL_SOURCE, &["Past client", "Sphere", "Zillow", "Open house"]).or(&[SOURCE]),
        deal_agent("Agent", &["Dana", "Marcus", "Team Lead"]),
        list("Why Lost", LOST_BECAUSE, &["Financing", "Inspection", "Cold feet"]).gaps(85),
        list("Notes", DEAL_NOTES, &["Appraisal ordered", "Needs HOA docs", "Wants rent-back"]).or(&[NOTES]).gaps(45),
    ];
    let mut sheet = sheet("2025 Pipeline.csv", "opportunity", Market::America, columns);
    sheet.rows = 85;
    sheet
}
