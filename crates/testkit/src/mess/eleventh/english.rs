//! Sheets of teams in Britain and the United States.

use super::*;

/// Who enquired at an office, and what each is looking for.
pub(super) fn applicants() -> Sheet {
    let columns = vec![
        day("Date enquired", CREATED, Style::Dmy('/')).or(&[MET]),
        list("Title", PREFIX, &["Mr", "Mrs", "Ms", "Dr"]).gaps(15),
        given("Forename(s)"),
        family("Surname"),
        col("Partner's name", SPOUSE, |m| m.spouse()).or(&["household.spouse.given_name"]).gaps(60),
        tel("Mobile", Dial::Home).gaps(8),
        desk("Home tel", Dial::Home).gaps(75),
        mail("Email").gaps(8),
        col("Current address", STREET, |m| Cell::plain(format!("{}, {}", m.p.street, m.p.city))).or(&[WHOLE]).gaps(30),
        zip("Postcode", POSTCODE).gaps(30),
        free("Buyer position", &["FTB", "Nothing to sell", "On market", "SSTC", "Cash"])
            .or(&[FINANCING, STATUS, TAGS])
            .gaps(15),
        sum("Max budget", MAX, whole(275_000, 12_500, pounds, "GBP", true)),
        list("Min beds", BEDROOMS, &["1", "2", "3", "4"]),
        list("Type", WANTED, &["Flat", "Terrace", "Semi", "Detached", "Any house"]),
        list("Areas", LOCALITY, &["Clifton", "Clifton, Redland", "BS8 only", "Anywhere nr station"]).or(&[TOWNS]),
        list("Must haves", MUST, &["Garden", "Parking, garden", "Period", "Near school"]).gaps(40),
        list("Mortgage status", FINANCING, &["AIP", "Not started", "Cash", "Offer in place"]).gaps(25),
        list("Lead from", SOURCE, &["Rightmove", "Zoopla", "Board", "Walk in", "Recommendation"]),
        agent("Neg", &["Georgie", "Miles", "Nell"]),
        list("Email updates OK?", BY_EMAIL, &["Y", "Y", "N"]).or(&[KEPT]).gaps(10),
        list("Notes", NOTES, &["Lost out on Park Ave", "Only Saturdays", "Needs to be in by Sept"]).gaps(50),
    ];
    let mut sheet = sheet("Applicant register.csv", "person", Market::Britain, columns);
    sheet.encoding = "windows-1252";
    sheet.rows = 145;
    sheet
}

/// What an office for lettings has to see to, house by house.
pub(super) fn jobs() -> Sheet {
    let columns = vec![
        other("Date raised", |m| m.day(Style::Dmy('/'))).or(&[CREATED, MET]),
        house("Property"),
        task_contact("Tenant / Landlord"),
        list("Job", TASK, &["Gas safety cert", "Boiler repair", "Inventory check-out", "Rent review", "Renew tenancy"]),
        list("Details", TASK_NOTES, &["No hot water upstairs", "Access via neighbour", "LL approved up to £250"])
            .or(&[NOTES])
            .gaps(35),
        list("Priority", PRIORITY, &["High", "Med", "Low"]),
        doer("Who", &["Jago", "Philippa", "Rory"]),
        ahead("Due by", DUE, Style::Dmy('/')).gaps(8),
        free("Chased", &["x1", "x2", "x3"]).gaps(60),
        list("Status", TASK_STATUS, &["Open", "Quote sent", "Booked", "Done"]),
        col("Date completed", DONE, |m| later(m).cell(Style::Dmy('/'))).gaps(60),
        other("Contractor", company).or(&[FIRM, COMPANY]).gaps(45),
    ];
    let mut sheet = sheet("PM job list.csv", "task", Market::Britain, columns);
    sheet.entity_accept = &["interest"];
    sheet.encoding = "windows-1252";
    sheet.rows = 108;
    sheet
}

/// Who signed in at an open house, through a form on a tablet.
pub(super) fn open_house() -> Sheet {
    let columns = vec![
        moment("Timestamp", CREATED, |m| {
            let day = m.met();
            m.moment(day, Style::MdyBare('/'), Clock::Seconds)
        })
        .or(&[MET, SEEN]),
        list("Property Address", PLACE, &["412 Juniper Ln, Austin", "88 Walnut St, Austin"])
            .or(&[PLACE_STREET, PROPERTY]),
        col("Name", FULL, typed_name),
        mail("Email").gaps(10),
        col("Phone", PHONE, american).gaps(8),
        free("Are you working with an agent?", &["No", "Yes", "Just looking"]),
        list("Pre-approved? (Y/N)", FINANCING, &["Y", "N"]).or(&[KEPT]).gaps(15),
        list("Timeline to buy", TIMEFRAME, &["0-3 months", "3-6 months", "6+ months", "Just browsing"]).gaps(10),
        col("Price range", MAX, |m| m.sum_ends(dollars, "USD")).or(&[MIN]).gaps(20),
        list("How did you hear about us", SOURCE, &["Zillow", "Sign", "Neighbor", "Instagram"]).or(&[DETAIL]).gaps(15),
        tally("Rate this home 1-5", 1, 5).or(&[RATING, SCORE]).gaps(25),
        list("Comments", NOTES, &["Love the kitchen", "Street noise", "Backyard too small", "Roof age?"])
            .or(&[BODY])
            .gaps(45),
        list("OK to text?", BY_SMS, &["Yes", "No"]).or(&[KEPT]).gaps(10),
    ];
    let mut sheet = sheet("Open House Sign-In (Responses).csv", "person", Market::America, columns);
    sheet.entity_accept = &["interest", "interaction"];
    sheet.rows = 78;
    sheet
}
