//! Sheets of teams in the Gulf, headed in English.

use super::*;

/// Owners of a tower, as such lists go round: capitals everywhere.
pub(super) fn owners() -> Sheet {
    let columns = vec![
        list("MASTER PROJECT", PROJECT, &["DOWNTOWN", "BUSINESS BAY", "DUBAI HILLS"]).or(&[PLACE_QUARTER, PROPERTY]),
        list("BUILDING", PROPERTY, &["MERIDIAN TOWER 1", "MERIDIAN TOWER 2", "SEABRIGHT RESIDENCE"]).or(&[
            PROJECT,
            PLACE,
            PLACE_STREET,
        ]),
        count("UNIT NO", UNIT, 101, 4_208),
        list("BEDROOMS", ROOMS, &["STUDIO", "1BR", "2BR", "3BR"]).or(&[KIND]),
        count("SIZE (SQFT)", SIZE, 420, 2_900),
        col("OWNER NAME", FULL, upper_full),
        list("NATIONALITY", NATIONALITY, &["INDIAN", "BRITISH", "EMIRATI", "RUSSIAN", "PAKISTANI"]),
        col("MOBILE 1", PHONE, with_code),
        tel2("MOBILE 2", Dial::Packed).gaps(60),
        mail("EMAIL").gaps(30),
        free_sum("PURCHASE PRICE (AED)", whole(780_000, 15_000, commas, "AED", true)).or(&[PRICE, RENT]),
        other("REG. DATE", |m| m.day(Style::DayMon)).or(&[SEEN]),
        free("VACANT / TENANTED", &["VACANT", "TENANTED", "OWNER OCC."]).or(&[TAGS]).gaps(25),
        sum("ASKING PRICE", PRICE, whole(950_000, 25_000, commas, "AED", false)).or(&[RENT]).gaps(55),
        list("CALL STATUS", STATUS, &["NO ANSWER", "NOT SELLING", "INTERESTED", "WRONG NUMBER"]).or(&[STAGE, OUTCOME]),
        agent("AGENT", &["KARIM", "OLGA", "SANA"]),
        list("COMMENTS", NOTES, &["SELL IF 2.4M NET", "CALL AFTER RAMADAN", "LISTED WITH OTHERS"]).gaps(50),
    ];
    let mut sheet = sheet("OWNERS DB.csv", "person", Market::Emirates, columns);
    sheet.entity_accept = &["interest"];
    sheet.abroad = (vec![Market::India, Market::Britain], 35);
    sheet.header_every = 60;
    sheet.rows = 160;
    sheet
}

/// Enquiries as a portal's page for agents hands them out.
pub(super) fn portal() -> Sheet {
    let columns = vec![
        code("Lead ID", ID, "PL", 880_120),
        col("Received On", CREATED, |m| {
            let day = m.met();
            database(m, day)
        }),
        list("Lead Type", CHANNEL, &["WhatsApp", "Call", "Email"]).or(&[SOURCE, DETAIL, KEPT]),
        col("Ref No.", LISTING, |m| Cell::plain(format!("VB-S-{:04}", 1_000 + m.d.below(400)))),
        list(
            "Listing Title",
            PROPERTY,
            &["Vacant | High Floor | Burj View", "Upgraded 3BR + Maid", "Best Price | Motivated"],
        ),
        list("Location", PLACE, &["Dubai Marina, Dubai", "Business Bay, Dubai", "Yas Island, Abu Dhabi", "JVC, Dubai"])
            .or(&[PLACE_QUARTER, PLACE_TOWN, LOCALITY, TOWNS]),
        list("Category", PURPOSE, &["For Sale", "For Rent"]).or(&[KEPT, KIND]),
        sum("Price (AED)", PRICE, whole(85_000, 45_000, plain, "AED", true)).or(&[RENT]),
        list("Beds", ROOMS, &["Studio", "1", "2", "3", "4"]),
        col("Enquirer Name", FULL, |m| if m.d.percent(25) { m.given() } else { m.full() }),
        tel("Enquirer Phone", Dial::Packed),
        mail("Enquirer Email").gaps(55),
        list("Message", NOTES, &["Hello, I would like to know more about this property.", "Is this still available?"])
            .or(&[BODY])
            .gaps(30),
        agent("Assigned Agent", &["Karim Saleh", "Olga Petrova", "Sana Mirza"]),
        tally("Response Time (min)", 1, 240).gaps(20),
        state("Lead Status", &["New", "Attempted", "Viewing booked", "Not qualified"]),
    ];
    let mut sheet = sheet("leads_export_2025.csv", "person", Market::Emirates, columns);
    sheet.abroad = (vec![Market::India, Market::Britain], 30);
    sheet.quotes = Quotes::Always;
    sheet.rows = 140;
    sheet
}

/// Developers whose projects the team may sell.
pub(super) fn developers() -> Sheet {
    let columns = vec![
        firm_name("Developer"),
        col("Trade Lic. No", FIRM_NUMBER, |m| Cell::plain(format!("CN-{}", 1_000_000 + m.d.below(900_000))))
            .or(&[KEPT])
            .gaps(30),
        list("HQ", FIRM_CITY, &["Dubai", "Abu Dhabi", "Sharjah"]).or(&[FIRM_REGION, CITY]),
        firm_site("Website"),
        firm_tel("Sales Centre Tel", Dial::World).gaps(15),
        free("Live Projects", &["2", "5", "Marina Vista, The Cove", "1 (launch Q1)"]).gaps(20),
        full("Contact Person").or(&[CONTACT]),
        list("Designation", JOB, &["Broker Relations Manager", "Head of Channel Sales", "Sales Director"]),
        tel("Direct / WhatsApp", Dial::World),
        mail("Email").or(&[FIRM_EMAIL]),
        free("Comm. %", &["4%", "5%", "5% + 1% bonus", "6%"]),
        free("Paid Within", &["30 days", "45 days", "on SPA", "60 days"]).gaps(25),
        free("Agreement Signed?", &["Y", "Y", "N", "In process"]),
        other("Agreement Exp.", |m| m.ahead(Style::DayMonYear)).gaps(35),
        list("Our RM", FIRM_OWNER, &["Karim", "Sana"]).or(&[OWNER, ASSIGNEE]),
        list("Notes", FIRM_NOTES, &["Needs RERA cards of all agents", "EOI opens in May", "Pays on time"])
            .or(&[NOTES])
            .gaps(50),
    ];
    let mut sheet = firms_sheet("Developers & Agreements.csv", Market::Emirates, columns);
    sheet.rows = 48;
    sheet
}
