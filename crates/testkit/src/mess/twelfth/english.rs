//! Sheets of teams in Britain and the United States.

use super::*;

/// Who saw which house, and what they said of it.
pub(super) fn viewings() -> Sheet {
    let columns = vec![
        day("Viewing date", MET, Style::DmyShort('/')).or(&[SEEN]),
        other("Time", |m| Cell::plain(format!("{:02}:{:02}", 9 + m.d.below(9), 15 * m.d.below(4)))).or(&[MET]),
        house("Property"),
        free("Vendor", &["Mr & Mrs Hathaway", "Exors of Drummond", "Ms Kingsley"]).gaps(15),
        talker("Viewer"),
        tel("Tel no", Dial::Home).gaps(6),
        mail("Email").gaps(25),
        speaker("Accompanied by", &["Eleanor", "Kit", "Vendor"]),
        free("1st / 2nd", &["1st", "1st", "2nd"]),
        free("Viewer's position", &["Cash", "Under offer", "Not on market", "Renting"])
            .or(&[FINANCING, STATUS, TAGS])
            .gaps(20),
        said("Feedback", &["Loved it, garden too small", "Road noise", "Bringing parents Sat", "Prefers Elm Grove"]),
        tally("Score /10", 2, 10).or(&[RATING, SCORE, INTEREST]).gaps(25),
        sum("Offer (£)", RENT, whole(385_000, 5_000, commas, "GBP", true)).or(&[AMOUNT, PRICE]).gaps(82),
        free("Vendor told?", &["Y", "N"]).gaps(10),
        free("Next step", &["Chase Monday", "2nd viewing", "None"]).or(&[TASK]).gaps(35),
    ];
    let mut sheet = sheet("Viewings diary.csv", "interaction", Market::Britain, columns);
    sheet.entity_accept = &["interest", "person"];
    sheet.encoding = "windows-1252";
    sheet.rows = 122;
    sheet
}

/// Buyers who are ready to move, with a row of headings above the header.
pub(super) fn hot_buyers() -> Sheet {
    const OUT: &str = "requirement.exclude[]";
    let columns = vec![
        serial("No."),
        list("Title", PREFIX, &["Mr", "Mrs", "Ms", "Dr"]).gaps(20),
        given("First name"),
        family("Surname"),
        tel("Mobile", Dial::Home).gaps(5),
        mail("Email").gaps(10),
        list("Cash / mortgage", FINANCING, &["Cash", "Mortgage", "Mortgage AIP"]).gaps(10),
        free("Proof of funds seen", &["Yes", "No", "Requested"]).or(&[KYC, FUNDS]).gaps(15),
        free("Solicitor", &["Ashcombe Legal", "Eastgate Legal"]).gaps(60),
        sum("Min £", MIN, whole(450_000, 5_000, commas, "GBP", true)).gaps(35),
        sum("Max £", MAX, whole(1_100_000, 25_000, commas, "GBP", true)),
        list("Beds", BEDROOMS, &["2", "3", "4", "5"]),
        list("Style", WANTED, &["Period", "Barn", "New build", "Townhouse"]).or(&[MUST]).gaps(15),
        list("Locations", LOCALITY, &["Didsbury, Chorlton", "Morningside", "Richmond / Kew"]).or(&[TOWNS]),
        list("Must have", MUST, &["Garden", "Garage, study", "Annexe", "Off-street parking"]).gaps(30),
        list("Won't consider", OUT, &["Main road", "Flats", "Listed"]).gaps(50),
        list("Timescale", TIMEFRAME, &["ASAP", "Before Sept", "No rush"]).gaps(20),
        day("Registered", CREATED, Style::Dmy('/')),
        touched("Last spoke", Style::Dmy('/')).gaps(15),
        agent("Negotiator", &["Jemima", "Tobias", "Lorna"]),
        list("Comments", NOTES, &["Missed out on Mill Road", "Wife works from home", "Sold STC, chain of 2"]).gaps(40),
    ];
    let mut sheet = sheet("Hot buyers.csv", "person", Market::Britain, columns);
    let width = sheet.columns.len();
    let mut bands = vec![String::new(); width];
    for (at, band) in [(1, "BUYER"), (6, "FINANCE"), (9, "LOOKING FOR"), (17, "CONTACT")] {
        bands[at] = band.into();
    }
    sheet.above = vec![bands];
    sheet.encoding = "windows-1252";
    sheet.rows = 96;
    sheet
}

/// Whom an American agent once sold a home to.
pub(super) fn past_clients() -> Sheet {
    let columns = vec![
        family("Last Name"),
        given("First Name"),
        col("Spouse / Partner", SPOUSE, |m| name(m.p.spouse.clone())).or(&[SPOUSE_GIVEN]).gaps(45),
        list("Kids", CHILDREN, &["Emma (7)", "Jack (4), Lily (2)", "2 boys"]).gaps(65),
        col("Cell", PHONE, american).gaps(6),
        mail("Email").gaps(12),
        // The header stands twice: the second mailbox of the household.
        mail2("Email").or_ask().gaps(70),
        street("Home Address", STREET).or(&[WHOLE]).gaps(8),
        town("City", CITY).gaps(8),
        region("ST", REGION).gaps(8),
        zip("Zip", POSTCODE).gaps(10),
        other("Closed On", |m| m.day(Style::MdyBare('/'))).or(&[WON, CLOSING, SEEN]),
        free("Side", &["Buyer", "Seller", "Both"]).or(&[PURPOSE, TAGS]).gaps(5),
        free_sum("Sold Price", whole(310_000, 12_500, dollars, "USD", true)).or(&[PRICE, AMOUNT, RENT]).gaps(10),
        free("Loan", &["Conv", "FHA", "VA", "Cash"]).or(&[FINANCING]).gaps(35),
        col("Birthday", BORN, |m| m.birthday()).or(&[KEPT]).gaps(50),
        col("Wedding Anniv.", WED, |m| wedding(m).cell(Style::MdyBare('/'))).gaps(80),
        free("Group", &["A+", "A", "B", "C"]).or(&[TAGS, RATING]),
        tally("Referrals Sent", 0, 5).gaps(25),
        free("Holiday Card", &["x"]).gaps(40),
        col("Last Touch", CONTACTED, |m| {
            if m.row % 9 == 4 { Cell::nothing("n/a", Kind::Date) } else { later(m).cell(Style::MdyBare('/')) }
        })
        .or(&[ACTIVE])
        .gaps(15),
        next("Next Touch", Style::MdyBare('/')).gaps(40),
        list("Notes", NOTES, &["Pool went in 2024", "Moving mom closer", "Loves the Heat", "Refi w/ Everett"]).gaps(45),
    ];
    let mut sheet = sheet("Past Clients MASTER.csv", "person", Market::America, columns);
    sheet.again = 4;
    sheet.rows = 148;
    sheet
}

/// Craftsmen and lenders whom the team sends its clients to.
pub(super) fn vendors() -> Sheet {
    let columns = vec![
        list(
            "Category",
            INDUSTRY,
            &["Home inspector", "Lender", "Plumber", "Roofer", "Stager", "Photographer", "Title"],
        )
        .or(&[FIRM_TYPE, TAGS]),
        firm_name("Company"),
        col("Contact", FULL, |m| m.full()).or(&[CONTACT]).gaps(10),
        tel("Cell #", Dial::Home).or(&[FIRM_PHONE]).gaps(15),
        firm_tel("Office #", Dial::Home).gaps(45),
        mail("Email").or(&[FIRM_EMAIL]).gaps(15),
        firm_site("Website").gaps(40),
        firm_street("Address").gaps(50),
        firm_town("City").gaps(20),
        other("License #", |m| Cell::plain(format!("HI-{:05}", m.row * 71 + 1_204))).or(&[FIRM_NUMBER]).gaps(50),
        other("Insurance Exp.", |m| m.ahead(Style::Mdy('/'))).gaps(55),
        free("Typical Cost", &["$450", "$75/hr", "varies", "1% orig."]).gaps(40),
        free("Referred By", &["Holly M.", "Grant", "Neighbor"]).or(&[REFERRER]).gaps(60),
        free("Rating (1-5)", &["3", "4", "5"]).or(&[RATING]).gaps(20),
        list("Notes", FIRM_NOTES, &["Same week availability", "Speaks Spanish", "Text, don't call"])
            .or(&[NOTES])
            .gaps(45),
    ];
    let mut sheet = sheet("Preferred vendors.csv", "account", Market::America, columns);
    sheet.entity_accept = &["person"];
    title(&mut sheet, "PREFERRED VENDOR LIST");
    sheet.rows = 72;
    sheet
}
