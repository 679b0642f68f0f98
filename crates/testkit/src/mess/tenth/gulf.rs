//! Sheets of teams in the Gulf, headed in English.

use super::*;

/// Who asked for a flat off the plan, through advertisements and messages.
pub(super) fn leads() -> Sheet {
    let columns = vec![
        stamp("Lead Date/Time", CREATED, Style::Dmy('/'), Clock::Minutes),
        full("Lead Name"),
        tel("WhatsApp No", Dial::World).label("whatsapp"),
        mail("Email (if any)").gaps(45),
        list("Nationality / Residence", NATIONALITY, &["Indian", "British", "Russian", "Emirati", "Egyptian"])
            .or(&[COUNTRY, KEPT])
            .gaps(25),
        list("Campaign / Ad set", CAMPAIGN, &["Marina Q3 - LAL", "Creek launch", "Retargeting EN"]),
        list("Platform", SOURCE, &["Meta", "Google", "TikTok", "Property Finder"]).or(&[DETAIL]),
        list("Interested In", PROJECT, &["Creek Vistas", "Marina Gate 4", "Harbour Lofts"]).or(&[PROPERTY, WANTED]),
        list("BR", BEDROOMS, &["Studio", "1", "2", "3"]).or(&[ROOMS, WANTED]),
        sum("Budget AED", MAX, whole(900_000, 50_000, commas, "AED", true)).or(&[MIN]).gaps(20),
        list("Cash / Mortgage / PP", FINANCING, &["Cash", "Mortgage", "PP"]).gaps(35),
        list("End user / Investor", PURPOSE, &["End user", "Investor"]).or(&[TAGS, KEPT]).gaps(30),
        agent("Consultant", &["Rania", "Yousef", "Oksana", "Bilal"]),
        state("Lead Stage", &["New", "Qualified", "Meeting", "EOI", "Junk"]),
        list("Junk reason", UNFIT, &["Wrong number", "Agent", "No budget"]).or(&[LOST_BECAUSE, KEPT]).gaps(80),
        list("Last comment", NOTES, &["Sent brochure on WA", "No answer x3", "In Dubai next week"])
            .or(&[BODY])
            .gaps(20),
    ];
    let mut sheet = sheet("Offplan leads.csv", "person", Market::Emirates, columns);
    sheet.abroad = (vec![Market::India, Market::Britain], 25);
    sheet.again = 4;
    sheet.rows = 160;
    sheet
}

/// Who was shown what, by whom, and whether an offer came of it.
pub(super) fn viewings() -> Sheet {
    let columns = vec![
        day("VIEWING DATE", MET, Style::DayMon).or(&[SEEN, DUE]),
        other("TIME", hour).or(&[MET]),
        speaker("AGENT", &["RANIA", "YOUSEF", "OKSANA"]),
        col("CLIENT", TALKER, upper_full).or(&[FULL, CONTACT]),
        tel("CLIENT MOBILE", Dial::Packed),
        list("REF", LISTING, &["S-1204", "S-1311", "R-0874", "R-0902"]),
        list("BUILDING / COMMUNITY", PROPERTY, &["MARINA HEIGHTS", "THE GREENS", "SPRINGS 7"]).or(&[
            PROJECT,
            PLACE_QUARTER,
            PLACE,
        ]),
        unit("UNIT"),
        list("SALE/RENT", PURPOSE, &["SALE", "RENT"]).or(&[KEPT]),
        col("CO-BROKER", REFERRER, company).or(&[TALKER, COMPANY, FIRM, KEPT]).or_ask().gaps(70),
        said("CLIENT FEEDBACK", &["LIKED VIEW", "TOO SMALL", "WANTS VACANT", "2ND VIEWING"]),
        sum("OFFER (AED)", RENT, whole(850_000, 25_000, plain, "AED", true)).or(&[AMOUNT, PRICE]).gaps(70),
        free("FORM B SIGNED", &["Y", "N"]).gaps(30),
    ];
    let mut sheet = sheet("VIEWINGS LOG.csv", "interaction", Market::Emirates, columns);
    sheet.entity_accept = &["interest", "person"];
    title(&mut sheet, "VIEWINGS LOG - SALES & LEASING");
    sheet.rows = 105;
    sheet
}

/// Tenants of a building, and the cheques that they gave.
pub(super) fn tenants() -> Sheet {
    let columns = vec![
        serial("Sr"),
        unit("Apt. No."),
        list("Type", KIND, &["Studio", "1 BHK", "2 BHK"]).or(&[ROOMS]),
        col("Tenant Name (as per EID)", FULL, |m| m.full()),
        other("Emirates ID / Passport", |m| Cell::plain(format!("784-0000-{:07}-0", m.d.below(10_000_000)))).gaps(20),
        col("Contact No (UAE)", PHONE, with_code),
        mail("E mail").gaps(25),
        firm("Employer").gaps(40),
        free("Ejari No", &["EJ-000011", "EJ-000274", "EJ-000389"]).gaps(30),
        other("Contract From", |m| m.day(Style::Dmy('/'))).or(&[SEEN]),
        other("Contract To", |m| m.ahead(Style::Dmy('/'))),
        free_sum("Annual Rent (AED)", whole(42_000, 1_000, commas, "AED", true)).or(&[RENT, PRICE, AMOUNT]),
        free("No of Chqs", &["1", "2", "4", "6"]),
        other("Next Chq Dt", |m| m.ahead(Style::Dmy('/'))).or(&[DUE, REMINDER]),
        free("Renewal Y/N", &["Y", "N", "TBC"]).gaps(25),
        list("Notes", NOTES, &["Bounced once", "Asked for parking", "Moving out", "Pays early"]).gaps(55),
    ];
    let mut sheet = sheet("Tenant list Bldg A.csv", "person", Market::Emirates, columns);
    sheet.entity_accept = &["interest"];
    title(&mut sheet, "TENANTS - BLDG A");
    sheet.rows = 72;
    sheet
}
