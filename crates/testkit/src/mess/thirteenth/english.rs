//! Sheets of teams in Britain and the United States.

use super::*;

/// Who looks for a flat to rent in London.
pub(super) fn applicants() -> Sheet {
    let columns = vec![
        day("Date reg'd", CREATED, Style::Dmy('/')),
        full("Lead tenant"),
        col("Sharing with", SPOUSE, |m| m.spouse()).or(&[KEPT]).or_ask().gaps(60),
        tel("Mobile no.", Dial::Home).gaps(4),
        mail("E-mail address").gaps(8),
        job("Occupation").gaps(25),
        firm("Employer").gaps(35),
        free_sum("Household income (£ p.a.)", whole(48_000, 1_000, commas, "GBP", true)).gaps(20),
        list("No. beds", BEDROOMS, &["Studio", "1", "2", "3"]),
        sum("Max rent pcm (£)", MAX, whole(1_400, 50, commas, "GBP", true)).gaps(4),
        list("Areas", LOCALITY, &["Clapham, Balham", "Hampstead / Belsize", "Anywhere Northern line", "Jesmond"])
            .or(&[TOWNS]),
        list("Furnished / unfurnished", MUST, &["Furnished", "Unfurnished", "Either"]).or(&[KEPT]).gaps(25),
        other("Move date", |m| m.ahead(Style::Dmy('/'))).or(&[TIMEFRAME]).gaps(12),
        free("Length of let", &["6m", "12m", "24m", "Open"]).gaps(25),
        list("Pets / smoker / children", MUST, &["No", "1 cat", "1 child", "Dog (small)"])
            .or(&[KEPT, CHILDREN])
            .gaps(35),
        free("Guarantor req'd", &["Y", "N"]).gaps(30),
        list("Where from", SOURCE, &["Rightmove", "Zoopla", "OpenRent", "Walk-in", "Relocation agent"]),
        agent("Neg.", &["Nell", "Oscar", "Primrose"]),
        state("Applicant status", &["Hot", "Viewing booked", "Referencing", "Let agreed", "Found elsewhere"]),
        list("Notes / feedback", NOTES, &["Needs parking", "Bike storage a must", "Flexible on dates"]).gaps(45),
    ];
    let mut sheet = sheet("LETTINGS APPLICANTS.csv", "person", Market::Britain, columns);
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.abroad = (vec![Market::America, Market::India], 12);
    sheet.rows = 128;
    sheet
}

/// Whom an office in Britain has to ring back, and what about.
pub(super) fn callbacks() -> Sheet {
    const DONE_OR_NOT: Words = &["Y", "N", "Y", "Left msg"];
    let columns = vec![
        other("Msg taken", |m| {
            let day = m.met();
            m.moment(day, Style::DmyShort('/'), Clock::Minutes)
        })
        .or(&[CREATED, MET]),
        free("Taken by", &["Sybil", "Wilf", "Front desk"]),
        doer("For", &["Rupert", "Honor", "Lettings", "Guy"]),
        task_contact("Caller").gaps(5),
        col("Caller's no.", PHONE, |m| {
            if m.row % 11 == 6 { Cell::nothing("n/a", Kind::Phone) } else { m.tel(Dial::Mixed) }
        })
        .gaps(6),
        mail("Caller's e-mail").gaps(60),
        free("Buyer / vendor / LL / tenant", &["Buyer", "Vendor", "LL", "Tenant", "Solicitor"])
            .or(&[TAGS, STAGE])
            .gaps(15),
        list("Re", TASK, &["Wants valuation", "Chasing offer", "Keys", "Viewing Saturday", "Boiler again"])
            .or(&[SUBJECT]),
        house("Property").gaps(30),
        list("Message", TASK_NOTES, &["Pls ring before 5", "Will be on mobile", "Not happy", "Has spoken to the bank"])
            .or(&[NOTES, BODY])
            .gaps(20),
        free("Urgent?", &["Y", "N", "N"]).or(&[PRIORITY]),
        ahead("Ring back by", DUE, Style::DmyShort('/')).gaps(30),
        turn("Done?", TASK_STATUS, DONE_OR_NOT),
        col("Done on", DONE, |m| {
            let done = DONE_OR_NOT[m.row % DONE_OR_NOT.len()] == "Y";
            if done { later(m).cell(Style::DmyShort('/')) } else { Cell::default() }
        }),
    ];
    let mut sheet = sheet("Call backs & messages.csv", "task", Market::Britain, columns);
    sheet.entity_accept = &["interaction"];
    sheet.again = 6;
    sheet.rows = 116;
    sheet
}

/// Whom an American agent is helping to buy right now; a row of headings stands above the header.
pub(super) fn active_buyers() -> Sheet {
    let columns = vec![
        given("Buyer 1 First"),
        family("Buyer 1 Last"),
        col("Buyer 2 First", SPOUSE_GIVEN, |m| name(m.p.spouse.clone())).or(&[SPOUSE, KEPT]).gaps(50),
        col("Cell", PHONE, american).gaps(5),
        col("E-mail", EMAIL, |m| m.mail_by_hand()).gaps(6),
        col("Current Address", WHOLE, |m| Cell::plain(format!("{}, {} {}", m.p.street, m.p.city, m.p.postcode)))
            .or(&[STREET])
            .gaps(40),
        free("Rent or Own", &["Rent", "Own", "Own - must sell"]).or(&[TAGS]).gaps(15),
        free("Lease Ends", &["June", "8/31", "month to month", "n/a"]).or(&[TIMEFRAME]).gaps(55),
        sum("Price Min", MIN, whole(275_000, 5_000, dollars, "USD", true)).gaps(35),
        sum("Price Max", MAX, whole(925_000, 12_500, dollars, "USD", true)).gaps(4),
        list("Beds +", BEDROOMS, &["2+", "3+", "4+"]),
        list("Baths +", BATHROOMS, &["1+", "2+", "2.5+"]).gaps(20),
        list("Areas / Zips", LOCALITY, &["Ballard, Fremont", "78704", "Buckhead or Decatur"]).or(&[TOWNS]),
        list("Must Haves", MUST, &["Pool", "Home office, yard", "No HOA", "Single story"]).gaps(30),
        list("Deal Breakers", OUT, &["HOA", "Busy street", "Stairs"]).gaps(50),
        free("Lender", &["Redstone Mortgage", "Oakridge Credit Union", "none yet"]).or(&[FINANCING]).gaps(30),
        free_sum("Pre-Approved For", whole(300_000, 12_500, dollars, "USD", true)).or(&[FINANCING]).gaps(40),
        list("Timeline", TIMEFRAME, &["ASAP", "30-60 days", "Spring", "Just looking"]).gaps(15),
        free("Buyer Agreement Signed", &["Y", "N"]).gaps(10),
        free("Agreement Expires", &["6/30/2026", "9/30/2026", "12/31/2026"]).gaps(40),
        list("How We Met", SOURCE, &["Zillow", "Open house", "Sphere", "Past client"]).or(&[DETAIL]),
        other("Last Showing", |m| later(m).cell(Style::MdyBare('/'))).or(&[CONTACTED, ACTIVE, SEEN, MET]).gaps(30),
        list("Notes", NOTES, &["Lost bidding war twice", "Relocating for work", "VA loan", "Parents helping"]).gaps(40),
    ];
    let mut sheet = sheet("ACTIVE BUYERS 2026.csv", "person", Market::America, columns);
    let width = sheet.columns.len();
    let mut bands = vec![String::new(); width];
    for (at, band) in [(0, "WHO"), (8, "WANTS"), (15, "MONEY"), (18, "STATUS")] {
        bands[at] = band.into();
    }
    sheet.above = vec![bands];
    sheet.rows = 84;
    sheet
}
