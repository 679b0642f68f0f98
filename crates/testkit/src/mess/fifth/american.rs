//! Systems and sheets of American agents.

use super::super::hand::{commas, dollars, plain};
use super::cells::*;
use super::*;

/// Leads of `BoomTown`.
pub(super) fn boomtown() -> Sheet {
    let columns = vec![
        given("First Name"),
        family("Last Name").gaps(4),
        mail("Email").gaps(3),
        tel("Phone", Dial::Home).gaps(25),
        tel2("Cell Phone", Dial::Home).label("mobile").gaps(75),
        list("Category", STAGE, &["New", "Qualify", "Nurture", "Watch", "Hot", "Pending", "Archived"]).or(&[STATUS]),
        list("Type", PURPOSE, &["Buyer", "Seller", "Buyer & Seller"]).or(&[TAGS, STAGE, KEPT]).or_ask(),
        list("Source", SOURCE, &["Google AdWords", "Facebook", "Agent Website", "Zillow"]),
        list("Source Details", DETAIL, &["PPC - Condos", "Retargeting"]).or(&[CAMPAIGN]).gaps(60),
        list("Agent", ASSIGNEE, &["Tamara Knox", "Brett Ogden"]).or(&[OWNER]).gaps(12),
        free("Lender", &["Summit Mortgage", "First Plains Bank"]).gaps(85),
        sum("Min Price", MIN, whole(150_000, 1_000, plain, "USD", false)).gaps(45),
        sum("Max Price", MAX, whole(350_000, 25_000, plain, "USD", false)).gaps(30),
        town("Favorite City", TOWNS).or(&[LOCALITY]).gaps(40),
        count("Min Baths", BATHS, 1, 4).gaps(60),
        tally("Visits", 1, 80),
        tally("Properties Viewed", 0, 300),
        tally("Favorites", 0, 20),
        stamp("Registered", CREATED, Style::Mdy('/'), Clock::Twelve),
        recent_stamp("Last Visit", ACTIVE, Style::Mdy('/'), Clock::Twelve).gaps(10),
        recent_stamp("Last Contacted", CONTACTED, Style::Mdy('/'), Clock::Twelve).gaps(40),
        list("Tags", TAGS, &["investor", "relocation;cash", "first time"]).gaps(60),
        free("Opt Out of Email", &["No", "Yes"]).or(&[BY_EMAIL, NEVER]),
    ];
    let mut sheet = super::sheet("leads_export_11_14_2026.csv", "person", Market::America, columns);
    sheet.rows = 260;
    sheet
}

/// Leads of Sierra.
pub(super) fn sierra() -> Sheet {
    let columns = vec![
        code("Lead ID", ID, "", 5_530_018),
        given("First Name"),
        family("Last Name").gaps(5),
        mail("Email"),
        free("Email Status", &["OptIn", "OptOut", "Bounced", "Verified"]).or(&[BY_EMAIL]),
        tel("Phone", Dial::Home).gaps(20),
        free("Phone Status", &["Good", "Bad Number", "Do Not Call", "Unverified"]).or(&[BY_PHONE]).gaps(20),
        free("Lead Type", &["Buyer", "Seller", "Both"]).or(&[PURPOSE, TAGS, STAGE]),
        list("Lead Status", STATUS, &["New", "Qualify", "Active", "Prime", "Pending", "Junk", "DNC"]),
        list("Lead Source", SOURCE, &["PPC", "Direct", "Facebook", "Referral"]),
        list("Assigned To", ASSIGNEE, &["Tamara Knox", "Brett Ogden"]).or(&[OWNER]),
        stamp("Register Date", CREATED, Style::MdyBare('/'), Clock::Twelve),
        recent_stamp("Last Login", ACTIVE, Style::MdyBare('/'), Clock::Twelve).or(&[KEPT]).gaps(15),
        street("Street Address", STREET).gaps(70),
        town("City", CITY).gaps(60),
        region("State", REGION).gaps(60),
        zip("Zip Code", POSTCODE).gaps(65),
        list("Time Frame", TIMEFRAME, &["0-3 months", "3-6 months", "12+ months"]).gaps(50),
        tally("Beds", 2, 5).or(&[BEDROOMS]).gaps(60),
        sum("Avg Price", MAX, whole(300_000, 12_500, dollars, "USD", true)).or(&[MIN, KEPT]).or_ask().gaps(35),
        list("Pre-Approved", FINANCING, &["Yes", "No"]).or(&[KEPT]).gaps(50),
        list("Tags", TAGS, &["condo", "lake,golf", "vip"]).gaps(55),
        list("Short Summary", NOTES, &["Relocating from Ohio", "Watching two listings", "Needs to sell first"])
            .gaps(60),
    ];
    super::sheet("SierraLeads.csv", "person", Market::America, columns)
}

/// Leads of CINC.
pub(super) fn cinc() -> Sheet {
    let columns = vec![
        given("First Name"),
        family("Last Name").gaps(6),
        mail("Email"),
        mail2("CC Email").gaps(90),
        tel("Cell Phone", Dial::Home).label("mobile").gaps(15),
        tel2("Home Phone", Dial::Home).label("home").gaps(80),
        desk("Work Phone", Dial::Home).label("work").gaps(90),
        street("Street Address", STREET).gaps(65),
        town("City", CITY).gaps(60),
        region("State", REGION).gaps(60),
        zip("Zip/Postal Code", POSTCODE).gaps(60),
        list("Buyer Pipeline", STAGE, &["New Lead", "Attempted Contact", "Active", "Appointment Set", "Dead"])
            .or(&[STATUS]),
        list("Buyer Agent", ASSIGNEE, &["Tamara Knox", "Brett Ogden"]).or(&[OWNER]),
        list("Buyer Timeframe", TIMEFRAME, &["1-3 Months", "3-6 Months", "Within 30 days"]).gaps(45),
        list("Financing Status", FINANCING, &["Pre-Approved", "Needs Lender", "Cash"]).gaps(50),
        sum("Avg. Price", MAX, whole(250_000, 10_000, commas, "USD", false)).or(&[MIN, KEPT]).or_ask().gaps(30),
        list("Labels", TAGS, &["Investor", "Golf", "Short sale"]).gaps(70),
        stamp("Date Added", CREATED, Style::MonDay, Clock::Twelve),
        free("Is Verified", &["Y", "N"]),
    ];
    let mut sheet = super::sheet("cinc_leads.csv", "person", Market::America, columns);
    sheet.rows = 160;
    sheet
}

/// Who signed in at an open house, typed up on Sunday evening.
pub(super) fn open_house() -> Sheet {
    let columns = vec![
        col("Name", FULL, |m| noted(m, &["Mr.", "Mrs.", "Dr."], "{g} & {s} {f}")),
        col("Cell #", PHONE, scrawled).label("mobile").gaps(8),
        col("Email (print clearly!)", EMAIL, |m| m.mail_by_hand()).gaps(15),
        free("Working w/ an agent?", &["Y", "N", "yes - sister in law"]).gaps(10),
        free("Own or rent", &["own", "rent"]).gaps(25),
        col("Price range", MAX, dollars_noted).or(&[MIN]).gaps(25),
        list(
            "Notes",
            NOTES,
            &["loved the kitchen", "thinks its overpriced", "wants 3 car garage", "neighbor, just looking"],
        )
        .gaps(35),
    ];
    let mut sheet = super::sheet("Open House 118 Ridgewood Ln.csv", "person", Market::America, columns);
    sheet.above = lines(&[&["OPEN HOUSE - 118 Ridgewood Ln - Sun Nov 15, 1-4pm", "", "", "", "", "", ""]]);
    sheet.rows = 48;
    sheet
}

/// The people an agent knows, as a sheet gathers them.
pub(super) fn sphere() -> Sheet {
    let columns = vec![
        list("A/B/C", RATING, &["A", "B", "C"]).or(&[SCORE, TAGS, KEPT]).or_ask(),
        col("Last, First", FULL, comma_name),
        col("Spouse/Partner", SPOUSE, |m| Cell::plain(m.p.spouse.clone()))
            .or(&["household.spouse.given_name"])
            .gaps(40),
        list("Kids", "household.children", &["Emma (6), Liam (3)", "2 boys", "Ava"]).gaps(60),
        tel("Cell", Dial::Home).label("mobile").gaps(10),
        tel2("Home", Dial::Home).label("home").gaps(75),
        mail("E-mail").gaps(12),
        street("Address", STREET).or(&[WHOLE]).gaps(10),
        col("City, ST Zip", WHOLE, |m| Cell::plain(format!("{}, {} {}", m.p.city, region_of(m.p.city), m.p.postcode)))
            .or(&[CITY, STREET2, KEPT])
            .or_ask()
            .gaps(10),
        col("Bday", BORN, |m| m.birthday()).gaps(45),
        day("Closed on", "opportunity.won_at", Style::MdyBare('/'))
            .or(&["opportunity.close_date", KEPT])
            .or_ask()
            .gaps(55),
        sum("Sale price", AMOUNT, whole(240_000, 6_000, dollars, "USD", true))
            .or(&["interest.price", PRICE, KEPT])
            .or_ask()
            .gaps(55),
        free("Xmas card", &["x"]).or(&[TAGS]).gaps(30),
    ];
    let mut sheet = super::sheet("SOI master list.csv", "person", Market::America, columns);
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.again = 4;
    sheet.rows = 150;
    sheet
}

/// Firms that invest, as an accountant keeps them.
pub(super) fn investors() -> Sheet {
    let columns = vec![
        col("Entity", "account.name", |m| Cell::plain(format!("{} LLC", m.p.company))),
        col("EIN", "account.registration_id", |m| Cell::plain(format!("00-{:07}", m.d.below(9_999_999)))).gaps(20),
        list("Entity Type", "account.type", &["LLC", "S-Corp", "Trust", "LP"]),
        full("Managing Member").or(&["household.manager.name", CONTACT]),
        col("Phone", PHONE, |m| m.tel(Dial::Home)).or(&["account.phone[]"]).gaps(10),
        col("Email", EMAIL, |m| m.email()).or(&["account.email[]"]).gaps(10),
        street("Mailing Address", "account.address[].street").or(&[STREET, WHOLE, "account.address[].formatted"]),
        town("City", "account.address[].city").or(&[CITY]),
        region("ST", "account.address[].region").or(&[REGION]),
        zip("Zip", "account.address[].postal_code").or(&[POSTCODE]),
        free_sum("Capital committed", whole(250_000, 50_000, dollars, "USD", true)),
        free_sum("Capital called", whole(50_000, 25_000, dollars, "USD", true)).gaps(20),
        free("K-1 sent", &["Y", "N", "2025 only"]).gaps(20),
        list("Comments", "account.description", &["Wire only", "New bank details 3/2026"]).or(&[NOTES, KEPT]).gaps(65),
    ];
    let width = columns.len();
    let mut sheet = super::sheet("Fund II investors.csv", "account", Market::America, columns);
    sheet.entity_accept = &["person"];
    sheet.below = vec![padded(&["Total investors: #"], width)];
    sheet.rows = 60;
    sheet
}
