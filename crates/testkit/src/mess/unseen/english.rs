//! Sheets of teams in Britain and the United States.

use super::*;

/// Lets that an agency in Britain has agreed.
pub(super) fn agreed_lets() -> Sheet {
    let columns = vec![
        house("Address of let").or(&[DEAL]),
        sum("Rent pcm", AMOUNT, whole(1_250, 25, pounds, "GBP", true)).or(&[RENT, PRICE]),
        free("L/lord", &["Mrs Hathaway", "Elmbridge Capital", "Dr Inglis", "The Marlow Trust"]).gaps(6),
        deal_contact("Lead tenant"),
        tel("Tenant mob", Dial::Mixed).gaps(5),
        mail("Tenant e-mail").gaps(8),
        free("Sharers", &["1", "2", "3", "Family of 4"]).gaps(20),
        day("Offer accepted", DEAL_MADE, Style::DmyShort('/')).or(&[WON, CREATED]),
        free("Holding dep.", &["£288", "£346", "£410", "waived"]).gaps(10),
        free("Refs", &["Passed", "Pending", "Guarantor needed"]).gaps(15),
        free("Right to rent", &["Done", "To do"]).gaps(20),
        free("Guarantor", &["Father", "None", "Employer"]).gaps(55),
        other("AST signed", |m| later(m).cell(Style::DmyShort('/'))).or(&[WON]).gaps(40),
        ahead("Move in", CLOSING, Style::DmyShort('/')).or(&[KEPT]).gaps(5),
        free("Term (m)", &["6", "12", "24"]),
        free("Managed / LO / RC", &["Managed", "Let only", "Rent collect"]).or(&[TAGS]),
        free("Our fee", &["10%+VAT", "12%+VAT", "£600 fixed"]).gaps(15),
        list("Stage", DEAL_STAGE, &["Referencing", "Docs out", "Ready to move", "Moved in", "Fallen through"])
            .or(&[DEAL_STATUS]),
        deal_agent("Neg", &["Josephine", "Oscar", "Harriet"]),
        list("Notes", DEAL_NOTES, &["Wants sofa removed", "Paying 6m upfront", "Cat agreed"]).or(&[NOTES]).gaps(50),
    ];
    let mut sheet = sheet("Lets agreed 2026.csv", "opportunity", Market::Britain, columns);
    sheet.entity_accept = &["person", "interest"];
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.sections = (21, vec!["JANUARY", "FEBRUARY", "MARCH", "APRIL"]);
    sheet.abroad = (vec![Market::America, Market::France], 10);
    sheet.rows = 82;
    sheet
}

/// What an office in Britain told its vendors each week.
pub(super) fn vendor_calls() -> Sheet {
    let columns = vec![
        day("Called on", MET, Style::Dmy('/')).or(&[CREATED]),
        clock("At").or(&[MET]).gaps(25),
        talker("Vendor"),
        tel("Number called", Dial::Mixed).gaps(8),
        house("Property"),
        list("In / Out", DIRECTION, &["Out", "Out", "In"]).gaps(8),
        list("How", CHANNEL, &["Phone", "Email", "Visit", "WhatsApp"]).gaps(5),
        list("Reason for call", SUBJECT, &["Weekly update", "Price review", "Viewing feedback", "Offer"]).or(&[BODY]),
        count("Mins", DURATION, 2, 45).gaps(35),
        tally("Viewings since last call", 0, 6),
        said(
            "Summary of call",
            &["Happy with activity", "Wants new photos", "Considering drop to OIEO", "Cross about portal"],
        )
        .gaps(15),
        list("Result", OUTCOME, &["Price reduced", "No change", "Left message", "Withdrawing"]).gaps(12),
        free("New price", &["£795,000", "£1,150,000", "£625,000"]).or(&[PRICE, RENT, AMOUNT]).gaps(80),
        ours("Caller", &["Eleanor", "Sebastian", "Gwendolyn"]),
        next("Next update due", Style::Dmy('/')).gaps(25),
    ];
    let mut sheet = sheet("Vendor contact log.csv", "interaction", Market::Britain, columns);
    sheet.entity_accept = &["person"];
    let width = sheet.columns.len();
    sheet.above = vec![padded(&["Vendor contact log - Chelsea & Hampstead"], width)];
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.again = 18;
    sheet.rows = 122;
    sheet
}

/// Who saw the listings of an American team, and what they thought.
pub(super) fn showings() -> Sheet {
    let columns = vec![
        turn(
            "Listing",
            PLACE,
            &[
                "41 Peachtree Ln, Atlanta",
                "88 Sunset Blvd, Dallas",
                "7 Bayview Ct, Tampa",
                "120 Willow Creek Rd, Phoenix",
            ],
        )
        .or(&[PLACE_STREET, PROPERTY]),
        turn("MLS", LISTING, &["7741002", "7741188", "7742310", "7743004"]).gaps(4),
        asked("LP", &[1_150_000, 875_000, 2_400_000, 689_000], dollars, "USD").gaps(8),
        day("Shown", SEEN, Style::MdyBare('/')).or(&[MET]),
        clock("Time").or(&[MET, SEEN]).gaps(10),
        full("Buyer").or(&[TALKER, CONTACT]),
        col("Buyer Cell", PHONE, |m| m.tel(Dial::Home)).gaps(20),
        mail("Buyer Email").gaps(30),
        free("Buyer's Agent", &["Garrett Becker", "Janelle Ingram", "Unrepresented"]).or(&[REFERRER]).gaps(10),
        free("Agent's Office", &["Glenmore Realty", "Primrose Homes"]).or(&[FIRM, COMPANY]).gaps(15),
        free("Showing #", &["1st", "1st", "2nd", "OH"]),
        list("Interest", INTEREST, &["Not interested", "Somewhat", "Very", "Writing offer"]).or(&[RATING, OUTCOME]),
        free("Price opinion", &["Too high", "About right", "Bargain"]).gaps(30),
        list("Feedback", BODY, &["Loved kitchen", "Road noise", "Needs a 4th bedroom", "Yard too small"])
            .or(&[NOTES, OUTCOME])
            .gaps(20),
        sum("Offered", RENT, whole(600_000, 10_000, dollars, "USD", true)).or(&[AMOUNT, PRICE]).gaps(85),
        ours("Our Agent", &["Heather", "Blake", "Renee"]),
        free("Seller Notified", &["Y", "N"]).gaps(15),
    ];
    let mut sheet = sheet("Showing tracker 2026.csv", "interest", Market::America, columns);
    sheet.entity_accept = &["interaction", "person"];
    sheet.again = 10;
    sheet.rows = 132;
    sheet
}

/// Owners in America who may sell with a team.
pub(super) fn seller_leads() -> Sheet {
    let columns = vec![
        full("Owner 1"),
        col("Owner 2", SPOUSE, |m| m.spouse()).or(&[SPOUSE_GIVEN, KEPT]).or_ask().gaps(40),
        col("Best #", PHONE, american).gaps(5),
        col("Other #", PHONE, |m| m.other_tel(Dial::Home)).gaps(70),
        mail("Email").gaps(15),
        col("Property", PLACE_STREET, |m| Cell::plain(m.p.street.clone())).or(&[PLACE, PROPERTY, STREET]),
        town("City", PLACE_TOWN).or(&[CITY]),
        region("ST", PLACE_REGION).or(&[REGION]),
        zip("Zip", PLACE_POSTCODE).or(&[POSTCODE]),
        count("BR", ROOMS, 2, 6).gaps(8),
        free("BA", &["2", "2.5", "3", "4.5"]).gaps(8),
        count("SF", SIZE, 1_200, 5_400).gaps(10),
        tally("Yr Built", 1955, 2021),
        sum("Est. Value", PRICE, whole(390_000, 12_500, dollars, "USD", true)).or(&[RENT, AMOUNT]).gaps(10),
        free("Owes", &["$210k", "Free & clear", "$95,000"]).gaps(50),
        free("Motivation", &["Downsizing", "Relocating", "Divorce", "Inherited", "Just curious"])
            .or(&[TAGS, RATING])
            .gaps(15),
        list("Timeline", TIMEFRAME, &["ASAP", "Spring", "6+ mo", "Next year"]).gaps(15),
        list("Lead Source", SOURCE, &["Home valuation page", "Door knock", "Geo farm mailer", "Sphere"]),
        state("Stage", &["New", "Nurture", "Appt set", "CMA sent", "Signed", "Listed w/ other"]),
        other("Listing Appt", |m| m.ahead(Style::MdyBare('/'))).or(&[DUE, MET]).gaps(60),
        agent("Assigned", &["Ian", "Tiffany", "Preston"]),
        touched("Last Touch", Style::MdyBare('/')).gaps(20),
        next("Next Touch", Style::MdyBare('/')).gaps(30),
        list("Notes", NOTES, &["Wants to net 400", "Roof 2019", "Interviewing 3 agents", "Call after 5"]).gaps(45),
    ];
    let mut sheet = sheet("Seller leads 2026.csv", "person", Market::America, columns);
    sheet.entity_accept = &["interest"];
    sheet.rows = 108;
    sheet
}
