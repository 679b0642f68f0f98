//! American agents' systems, and a team's tracker.

use super::super::hand::{dollars, plain};
use super::super::sheet::empty;
use super::*;

/// Everybody in Follow Up Boss.
pub(super) fn all_people() -> Sheet {
    let columns = vec![
        code("ID", ID, "", 20_418),
        stamp("Date Added", CREATED, Style::Iso, Clock::Seconds),
        given("First Name").gaps(2),
        family("Last Name").gaps(9),
        list("Stage", STAGE, &["Lead", "Hot Prospect", "Nurture", "Active Client", "Past Client", "Trash"])
            .or(&[STATUS]),
        list("Lead Source", SOURCE, &["Zillow", "Open House", "Referral", "Realtor.com", "Sphere"]),
        list("Assigned To", ASSIGNEE, &["Heidi Foster", "Curtis Grantham"]).or(&[OWNER]),
        free("Is Contacted", &["Yes", "No"]),
        list("Timeframe", TIMEFRAME, &["0-3 Months", "3-6 Months", "6-12 Months", "12+ Months", "No Plans"]).gaps(50),
        list("Tags", TAGS, &["Buyer", "Seller,Downtown", "Buyer,Pre-Approved", "Past Client"]).gaps(40),
        mail("Email 1").gaps(10),
        mail2("Email 2").gaps(88),
        tel("Phone 1", Dial::Home).gaps(12),
        tel2("Phone 2", Dial::Home).gaps(85),
        street("Address 1 - Street", STREET).gaps(60),
        town("Address 1 - City", CITY).gaps(60),
        state("Address 1 - State", REGION).gaps(60),
        zip("Address 1 - Zip", POSTCODE).gaps(60),
        col("Property Address", "interest.property.address.formatted", |m| {
            Cell::plain(format!("{} {}, {}", 100 + m.d.below(900), "Orchard Lane", m.p.city))
        })
        .or(&["interest.property.address.street", PROPERTY])
        .gaps(55),
        sum("Property Price", PRICE, whole(310_000, 5_000, plain, "USD", false)).gaps(55),
        code("Property MLS Number", LISTING, "", 6_300_114).gaps(60),
        stamp("Last Activity", ACTIVE, Style::Iso, Clock::Seconds).gaps(25),
        list(
            "Background",
            NOTES,
            &["Relocating for work in June", "Met at the Arcadia open house", "Has a dog, wants a yard"],
        )
        .gaps(60),
    ];
    let mut sheet = super::sheet("all-people-2026-11-14.csv", "person", Market::America, columns);
    sheet.bom = true;
    sheet.rows = 260;
    sheet
}

/// Leads of Lofty, with what they look for.
pub(super) fn lofty() -> Sheet {
    let columns = vec![
        given("First Name"),
        family("Last Name").gaps(6),
        mail("Email").gaps(5),
        tel("Phone", Dial::Home).gaps(15),
        free("Lead Type", &["Buyer", "Seller", "Buyer", "Renter"]).or(&[PURPOSE, STAGE, TAGS]),
        list("Pipeline", STAGE, &["New Lead", "Attempted Contact", "Engaged", "Appointment Set", "Closed"])
            .or(&[STATUS]),
        list("Source", SOURCE, &["Google PPC", "Facebook", "Sign Call", "Referral"]),
        list("Tag", TAGS, &["relocation", "investor,cash", "first time buyer"]).gaps(50),
        list("Assigned Agent", ASSIGNEE, &["Garrett Okoye", "Fiona Esposito"]).or(&[OWNER]),
        stamp("Register Date", CREATED, Style::Mdy('/'), Clock::Minutes),
        stamp("Last Touch", CONTACTED, Style::Mdy('/'), Clock::Minutes).or(&[ACTIVE]).gaps(35),
        tally("Visits", 0, 60),
        count("Lead Score", "person.score", 5, 100).gaps(10),
        list("Buying Time Frame", TIMEFRAME, &["Within 1 month", "1-3 Months", "Just looking"]).gaps(45),
        sum("Price Min", MIN, whole(200_000, 25_000, plain, "USD", false)).gaps(45),
        sum("Price Max", MAX, whole(3_300_000, 25_000, plain, "USD", false)).gaps(35),
        count("Beds Min", BEDROOMS, 1, 5).gaps(40),
        count("Baths Min", BATHS, 1, 4).gaps(50),
        list("Property Type", WANTED, &["Single Family Home", "Condo", "Townhouse"]).gaps(40),
        list("Inquiry Location", LOCALITY, &["La Jolla", "Back Bay", "Dilworth"]).or(&[TOWNS]).gaps(40),
        street("Mailing Street Address", STREET).gaps(70),
        town("Mailing City", CITY).gaps(70),
        state("Mailing State", REGION).gaps(70),
        zip("Mailing Zip Code", POSTCODE).gaps(70),
        born("Birthday", Style::Mdy('/')).gaps(85),
    ];
    let mut sheet = super::sheet("lead_export_20261115.csv", "person", Market::America, columns);
    sheet.rows = 220;
    sheet
}

/// The layout that LionDesk shared with those who left it.
pub(super) fn liondesk() -> Sheet {
    let columns = vec![
        given("First Name"),
        family("Last Name"),
        col("Spouse Name", SPOUSE, |m| m.spouse()).gaps(70),
        mail("Email").gaps(10),
        mail2("Secondary Email").gaps(90),
        tel("Mobile Phone", Dial::Home).label("mobile").gaps(10),
        tel2("Home Phone", Dial::Home).label("home").gaps(75),
        desk("Office Phone", Dial::Home).label("work").gaps(80),
        empty("Fax"),
        firm("Company").gaps(70),
        street("Address1", STREET).gaps(30),
        town("City", CITY).gaps(30),
        state("State", REGION).gaps(30),
        zip("Zip", POSTCODE).gaps(30),
        born("Birthday", Style::MdyBare('/')).gaps(70),
        col("Anniversary", "person.anniversary", |m| m.met().cell(Style::MdyBare('/'))).gaps(85),
        list("Source", SOURCE, &["Imported", "Farm", "Website", "Past Client"]),
        list("Hotness", RATING, &["Hot", "Warm", "Cold", "Watch"]).or(&[STATUS]).gaps(30),
        list("Tags", TAGS, &["Holiday card", "SOI; Buyer", "Seller"]).gaps(45),
        list("Comments", NOTES, &["Kids at the elementary school", "Call after 5", "Sold her condo in 2022"]).gaps(55),
    ];
    let mut sheet = super::sheet("contacts.csv", "person", Market::America, columns);
    sheet.crlf = true;
    sheet
}

/// Contacts of Wise Agent.
pub(super) fn wise_agent() -> Sheet {
    let columns = vec![
        code("Client ID", ID, "", 8_840_211),
        given("First Name"),
        family("Last Name"),
        col("Spouse First", "household.spouse.given_name", |m| Cell::plain(m.p.spouse.clone())).gaps(70),
        col("Spouse Last", "household.spouse.family_name", |m| Cell::plain(m.p.family.clone())).gaps(70),
        mail("Email").gaps(8),
        tel2("Home Phone‖Phone (Home)", Dial::Home).label("home").gaps(65),
        tel("Cell Phone‖Phone (Cell)", Dial::Home).label("mobile").gaps(10),
        street("Address", STREET).or(&[WHOLE]).gaps(25),
        town("City", CITY).gaps(25),
        state("State", REGION).gaps(25),
        zip("Zip", POSTCODE).gaps(25),
        list("Categories", TAGS, &["Buyer", "Seller; Sphere", "Vendor"]),
        list("Source", SOURCE, &["Open House", "Website", "Referral"]).gaps(15),
        list("Rank", RATING, &["A", "B", "C"]).gaps(20),
        list("Status", STATUS, &["Hot", "Working", "Nurturing", "Closed"]).or(&[STAGE]),
        col("Referred By", REFERRER, |m| Cell::plain(format!("{} {}", m.p.spouse, "Carmody"))).gaps(80),
        day("Date Entered", CREATED, Style::Mdy('/')),
        day("Last Contacted", CONTACTED, Style::Mdy('/')).gaps(30),
        list("Notes", NOTES, &["Wants single level", "Downsizing next year"]).gaps(60),
    ];
    super::sheet("WiseAgentContacts.csv", "person", Market::America, columns)
}

/// Contacts of Top Producer.
pub(super) fn top_producer() -> Sheet {
    let columns = vec![
        list("Title", PREFIX, &["Mr.", "Mrs.", "Ms."]).gaps(35),
        given("First Name"),
        family("Last Name"),
        free("Letter Salutation", &["Dear Friend", "Hi there"]).gaps(60),
        col("Secondary Contact First Name", "household.spouse.given_name", |m| Cell::plain(m.p.spouse.clone()))
            .or(&[KEPT])
            .or_ask()
            .gaps(65),
        tel2("Home Phone", Dial::Home).label("home").gaps(50),
        desk("Business Phone", Dial::Home).label("work").gaps(60),
        tel("Cellular Phone", Dial::Home).label("mobile").gaps(12),
        mail("E-mail Address").gaps(12),
        street("Home Address Street", STREET).gaps(20),
        town("Home Address City", CITY).gaps(20),
        state("Home Address State", REGION).gaps(20),
        zip("Home Address Zip Code", POSTCODE).gaps(20),
        list("Contact Type(s)", TAGS, &["Buyer", "Seller", "Past Client", "Buyer, Seller"])
            .or(&[STAGE, PURPOSE, KEPT])
            .or_ask(),
        list("Source", SOURCE, &["Direct Mail", "Referral", "Web Site"]).gaps(20),
        born("Birthdate", Style::Mdy('/')).gaps(70),
        day("Entered On", CREATED, Style::Mdy('/')),
        col("Remarks", NOTES, |m| {
            // The old program filled its fields up with bytes of nothing.
            let end = if m.d.percent(12) { "\0\0" } else { "" };
            let text = *m.d.one_of(&["Golf at the club on Fridays", "Empty nesters", "Prefers text messages"]);
            Cell::plain(format!("{text}{end}"))
        })
        .gaps(65),
    ];
    super::sheet("TP Contacts.csv", "person", Market::America, columns)
}

/// A team's closings of the year, as its coordinator keeps them.
pub(super) fn closings() -> Sheet {
    let columns = vec![
        col("Property‖Property Address", "opportunity.name", |m| Cell::plain(m.p.street.clone())).or(&[
            "interest.property.address.formatted",
            "interest.property.address.street",
            PROPERTY,
        ]),
        col("Client‖Client Name(s)", "opportunity.contact", |m| m.full()).or(&[FULL]),
        free("Side", &["Buyer", "Seller"]).or(&["opportunity.pipeline", PURPOSE]),
        sum("List Price", PRICE, whole(410_000, 5_000, dollars, "USD", true)),
        sum("Sale Price‖Contract Price", "opportunity.amount", whole(405_000, 5_000, dollars, "USD", true)).gaps(10),
        free_day("Under Contract", Style::MdyBare('/')).gaps(10),
        day("Closing Date‖Close Date", "opportunity.close_date", Style::MdyBare('/'))
            .or(&["opportunity.won_at"])
            .gaps(10),
        list("Agent", "opportunity.owner", &["Heidi F.", "Curtis G.", "Simone P."]),
        free("Comm %", &["2.5%", "3%", "2.75%"]),
        free_sum("GCI", whole(9_000, 250, dollars, "USD", true)).gaps(10),
        list("Status", "opportunity.status", &["Pending", "Closed", "Fell Through", "Active"])
            .or(&["opportunity.stage"]),
        free("Title Co.", &["Canyon Title", "Harbor Escrow"]).gaps(30),
        list("Notes", "opportunity.description", &["Appraisal ordered", "Waiting on HOA docs"]).gaps(60),
    ];
    let mut sheet = super::sheet("2026 Closings.csv", "opportunity", Market::America, columns);
    sheet.above = vec![padded(&["2026 CLOSINGS - Summit Drive Team"], 13)];
    sheet.below = vec![padded(&["TOTAL", "", "", "", "$61,450,000", "", "", "", "", "$1,402,250"], 13)];
    sheet.rows = 70;
    sheet
}
