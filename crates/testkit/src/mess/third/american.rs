//! America: exports of the systems that its agents work in, and their own lists.

use super::super::hand::{commas, dollars, plain};
use super::super::maker::name;
use super::super::sheet::Quotes;
use super::super::value::Kind;
use super::*;

/// A team's people, as its CRM writes them out: noughts for missing numbers, `#N/A` in the team's own columns.
pub(super) fn people() -> Sheet {
    let columns = vec![
        code("ID", ID, "", 20_417),
        stamp("Date Added", CREATED, Style::Iso, Clock::Seconds),
        full("Name"),
        given("First Name"),
        family("Last Name"),
        list("Stage", STAGE, &["Lead", "Active Client", "Pending", "Past Client", "Trash"]).or(&[STATUS]),
        list("Lead Source", SOURCE, &["Zillow", "Website", "Open House", "Referral"]),
        list("Assigned To", ASSIGNEE, &["Jolene Tran", "Hollis Finch"]).or(&[OWNER]),
        free("Is Contacted", &["Yes", "No"]),
        list("Timeframe", TIMEFRAME, &["0-3 Months", "3-6 Months", "6-12 Months", "12+ Months"]).gaps(30),
        mail("Email 1").gaps(10),
        mail2("Email 2").gaps(80),
        tel("Phone 1", Dial::Home),
        col(
            "Phone 2",
            PHONE,
            |m| if m.d.percent(70) { Cell::nothing("0", Kind::Phone) } else { m.other_tel(Dial::Home) },
        ),
        list("Tags", TAGS, &["Buyer", "Buyer, Luxury", "Seller", "Investor, Cash"]).gaps(25),
        street("Property Address", "interest.property.address.street").or(&["interest.property.address.formatted"]),
        town("Property City", "interest.property.address.city"),
        code("Property MLS Number", LISTING, "", 5_510_220),
        sum("Property Price", PRICE, whole(310_000, 5_000, plain, "USD", false)).or(&["interest.price"]),
        other("Pre-Approved", |m| m.text(&["#N/A", "#N/A", "Yes", "No"])).or(&["requirement.financing"]),
        list("Background", NOTES, &["Relocating for work; two dogs", "Wants a yard", "Sold her condo in May"]).gaps(55),
    ];
    let mut sheet = super::sheet("all-people-2026-02-11.csv", "person", Market::America, columns);
    sheet.bom = true;
    sheet.rows = 240;
    sheet.again = 3;
    sheet
}

/// Leads of a site that agents rent.
pub(super) fn site_leads() -> Sheet {
    let columns = vec![
        given("First Name"),
        family("Last Name"),
        mail("Email"),
        list("Email Status", "person.consent.email", &["Opted In", "Opted Out"]).or(&[KEPT]).or_ask(),
        mail2("Secondary Email").gaps(85),
        tel("Phone", Dial::Home).gaps(8),
        tel2("Secondary Phone", Dial::Home).gaps(80),
        street("Street Address", STREET).or(&[WHOLE]).gaps(40),
        town("City", CITY).gaps(30),
        state("State", REGION).gaps(30),
        zip("Zip Code", POSTCODE).gaps(40),
        list("Lead Status", STATUS, &["New", "Qualify", "Active", "Prime", "Watch", "Archived"]).or(&[STAGE]),
        list("Lead Type", PURPOSE, &["Buyer", "Seller", "Both"]).or(&[KEPT, TAGS, STAGE]).or_ask(),
        list("Lead Source", SOURCE, &["Google PPC", "Facebook", "Agent Website"]),
        list("Assigned Agent", ASSIGNEE, &["Greta Calloway", "Dwight Nakamura"]).or(&[OWNER]),
        stamp("Register Date‖Registration Date", CREATED, Style::MdyBare('/'), Clock::Twelve),
        stamp("Last Login‖Last Site Visit", ACTIVE, Style::MdyBare('/'), Clock::Twelve).or(&[KEPT]).or_ask(),
        tally("Visits", 1, 60),
        tally("Listing Views", 0, 400),
        free_sum("Avg. View Price", whole(290_000, 5_000, dollars, "USD", true)).or(&[MIN, MAX]),
        list("Tags", TAGS, &["Short Timeline", "Luxury", "First Time Buyer, VA Loan"]).gaps(50),
        list("Short Summary", NOTES, &["Moving from out of state", "Pre-approved, wants 4 beds"]).gaps(60),
    ];
    let mut sheet = super::sheet("leads-export-20260119.csv", "person", Market::America, columns);
    sheet.quotes = Quotes::Always;
    sheet.rows = 180;
    sheet
}

/// Buyers from paid search.
pub(super) fn buyers() -> Sheet {
    let columns = vec![
        given("First Name"),
        family("Last Name"),
        mail("Email"),
        mail2("CC Email").or(&["household.spouse.email", KEPT]).or_ask().gaps(90),
        tel("Cell Phone", Dial::Mixed).label("mobile"),
        tel2("Home Phone", Dial::Mixed).label("home").gaps(70),
        desk("Work Phone", Dial::Mixed).label("work").gaps(85),
        street("Street Address", STREET).or(&[WHOLE]).gaps(50),
        town("City", CITY).gaps(45),
        state("State", REGION).gaps(45),
        zip("Zip/Postal Code", POSTCODE).gaps(45),
        list("Pipeline", STAGE, &["New Prospects", "Cultivate", "Appointment Set", "Under Contract"])
            .or(&[STATUS, KEPT])
            .or_ask(),
        list("Agent", ASSIGNEE, &["Brooks Ashworth", "Luz Gallardo"]).or(&[OWNER]),
        list("Source", SOURCE, &["Google", "Bing", "Facebook"]),
        day("Registered Date", CREATED, Style::Mdy('/')),
        day("Last Contact Date", CONTACTED, Style::Mdy('/')).gaps(35),
        list("Favorite City", "requirement.city[]", &["Denver", "Aurora", "Boulder"]).or(&[LOCALITY]).gaps(20),
        free_sum("Median Price Viewed", whole(350_000, 5_000, plain, "USD", false)).or(&[MIN, MAX]),
        free("Is Verified", &["TRUE", "FALSE"]),
    ];
    let mut sheet = super::sheet("Buyer Leads.csv", "person", Market::America, columns);
    sheet.crlf = true;
    sheet.rows = 150;
    sheet
}

/// Another system's leads by pipeline.
pub(super) fn pipeline() -> Sheet {
    let columns = vec![
        code("Lead ID", ID, "", 881_204_110),
        given("First Name"),
        family("Last Name"),
        mail("Email"),
        tel("Phone", Dial::Packed),
        other("Phone DNC Status", |m| m.text(&["Not on DNC", "On DNC", "Unknown"]))
            .or(&["person.do_not_contact", "person.consent.phone"]),
        list("Pipeline Stage", STAGE, &["New Leads", "Hot", "Warm", "Nurture", "Closed"]).or(&[STATUS]),
        list("Lead Type", PURPOSE, &["Buyer", "Seller", "Renter", "Buyer,Seller"]).or(&[KEPT, TAGS, STAGE]).or_ask(),
        street("Mailing Street Address", STREET).gaps(20),
        town("Mailing City", CITY).gaps(20),
        state("Mailing State", REGION).gaps(20),
        zip("Mailing Zip Code", POSTCODE).gaps(20),
        born("Birthday", Style::Mdy('/')).gaps(70),
        list("Source", SOURCE, &["IDX", "Paid", "Import"]),
        list("Assigned Agent", ASSIGNEE, &["Kendrick Dubois", "Imani Holloway"]).or(&[OWNER]),
        stamp("Reg Time‖Registered", CREATED, Style::Iso, Clock::Seconds).or(&[KEPT]).or_ask(),
        stamp("Last Touch‖Last Contacted", CONTACTED, Style::Iso, Clock::Seconds).or(&[ACTIVE]),
        tally("Lead Score", 0, 100).or(&["person.score"]),
        list("Insight‖Lead Insight", NOTES, &["Viewed 14 homes in the last week", "Back on site after 60 days"])
            .or(&[KEPT])
            .or_ask()
            .gaps(40),
    ];
    let mut sheet = super::sheet("lead_export_all.csv", "person", Market::America, columns);
    sheet.rows = 300;
    sheet
}

/// A dialler's contacts: spouses, birthdays, opt-outs.
pub(super) fn dialler() -> Sheet {
    let columns = vec![
        given("FirstName"),
        family("LastName"),
        mail("Email"),
        tel("MobilePhone", Dial::Home).label("mobile"),
        tel2("HomePhone", Dial::Home).label("home").gaps(60),
        desk("OfficePhone", Dial::Home).label("work").gaps(75),
        desk("Fax", Dial::Home).label("fax").gaps(95),
        firm("Company").gaps(50),
        list("Hotness‖Temperature", "person.rating", &["Hot", "Warm", "Cold"]).or(&[STATUS, KEPT]).or_ask(),
        col("SpouseName", SPOUSE, |m| m.spouse()).gaps(60),
        col("SpouseEmail", "household.spouse.email", |m| m.second_email()).gaps(80),
        born("Birthday", Style::MdyBare('/')).gaps(50),
        other("HomeAnniversary", |m| m.day(Style::MdyBare('/'))).gaps(70),
        list("Source", SOURCE, &["Past client", "Door knock", "Zillow"]),
        list("Tags", TAGS, &["sphere;christmas card", "buyer", "seller;2024"]).gaps(20),
        street("StreetAddress1", STREET),
        col("StreetAddress2", "person.address[].street2", |m| Cell::plain(format!("Apt {}", m.row % 40 + 1))).gaps(80),
        town("City", CITY),
        state("State", REGION),
        zip("ZipCode", POSTCODE),
        free("EmailOptOut", &["False", "False", "True"]).or(&["person.consent.email", "person.do_not_contact"]),
        list("Notes", NOTES, &["Calls back after 5pm", "Prefers text"]).gaps(65),
    ];
    super::sheet("contacts_export_7731.csv", "person", Market::America, columns)
}

/// A farmed neighbourhood, as an old desktop program lists it.
pub(super) fn farm() -> Sheet {
    let columns = vec![
        list("Contact Type", TAGS, &["Farm", "Sphere", "Client"]).or(&[STAGE, KEPT]).or_ask(),
        given("Primary First Name"),
        family("Primary Last Name"),
        col("Secondary First Name", "household.spouse.given_name", |m| name(m.p.spouse.clone()))
            .or(&[KEPT])
            .or_ask()
            .gaps(45),
        col("Secondary Last Name", "household.spouse.family_name", |m| m.family()).or(&[KEPT]).or_ask().gaps(45),
        other("Envelope Salutation‖Label Name", |m| Cell::plain(format!("The {} Family", m.p.family))),
        other("Letter Salutation", |m| Cell::plain(m.p.given.clone())).or(&["person.nickname"]),
        street("Home Address", STREET).or(&[WHOLE]),
        town("Home City", CITY),
        state("Home State", REGION),
        zip("Home Zip", POSTCODE),
        tel("Mobile Phone", Dial::Home).label("mobile").gaps(10),
        tel2("Home Phone", Dial::Home).label("home").gaps(50),
        mail("Primary Email").gaps(15),
        born("Birthday", Style::Mdy('/')).gaps(60),
        day("Wedding Anniversary", "person.anniversary", Style::Mdy('/')).gaps(70),
        other("Move-In Date", |m| m.day(Style::Mdy('/'))).gaps(30),
        list("Referred By‖Referral Source Name", "person.referrer", &["Aubrey Finch", "Hollis Tran"]).gaps(80),
        list("Notes", NOTES, &["Thinking of downsizing", "New roof 2023"]).gaps(60),
    ];
    let mut sheet = super::sheet("Farm - Germantown.csv", "person", Market::America, columns);
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet
}

/// A form on a tablet at the door of an open house.
pub(super) fn sign_in() -> Sheet {
    let columns = vec![
        stamp("Timestamp", CREATED, Style::MdyBare('/'), Clock::Seconds).or(&["interest.at"]),
        full("Your name‖Name (first & last)"),
        mail("Email address").gaps(12),
        tel("Best phone number to reach you‖Phone #", Dial::Mixed).gaps(8),
        free("Are you currently working with an agent?", &["Yes", "No", "No, just looking"]),
        list(
            "How soon are you planning to move?‖When do you hope to move?",
            TIMEFRAME,
            &["ASAP", "3-6 months", "Next year", "Not sure"],
        ),
        free("Do you have a home to sell?", &["Yes", "No"]),
        list("Are you pre-approved?", "requirement.financing", &["Yes", "No", "Paying cash"]).or(&[KEPT]).or_ask(),
        sum("What is your max budget?‖Price range - up to", MAX, whole(300_000, 25_000, commas, "USD", false)).gaps(35),
        list(
            "How did you hear about us?‖What brought you in today?",
            SOURCE,
            &["Drove by", "Zillow", "Instagram", "A friend"],
        ),
        list(
            "Anything else we should know?‖Comments or questions",
            NOTES,
            &["Need a first-floor bedroom", "Love the kitchen!"],
        )
        .gaps(70),
    ];
    let mut sheet =
        super::sheet("Open House Sign-In (Responses) - Form Responses 1.csv", "person", Market::America, columns);
    sheet.rows = 52;
    sheet
}

/// A loan officer's pipeline.
pub(super) fn loans() -> Sheet {
    let columns = vec![
        code("Loan #", "opportunity.external_id", "", 410_022_018),
        col("Borrower‖Borrower Name", "opportunity.contact", |m| m.family_first()).or(&[FULL]),
        mail("Borrower Email").gaps(8),
        tel("Borrower Cell", Dial::Home).label("mobile"),
        other("Co-Borrower", |m| m.spouse()).or(&[SPOUSE]).gaps(55),
        street("Subject Property", "interest.property.address.street").or(&[
            "interest.property.address.formatted",
            PROPERTY,
            "opportunity.name",
        ]),
        sum("Loan Amount", "opportunity.amount", whole(240_000, 2_500, dollars, "USD", true)),
        free("Loan Type", &["Conv 30", "FHA", "VA", "Jumbo"]).or(&["opportunity.pipeline", "requirement.financing"]),
        free("Rate", &["6.125", "6.375", "5.99"]),
        list(
            "Loan Status‖Milestone",
            "opportunity.stage",
            &["Pre-Approved", "Processing", "Clear to Close", "Funded", "Withdrawn"],
        )
        .or(&["opportunity.status"]),
        other("Lock Exp.", |m| m.ahead(Style::Mdy('/'))).gaps(40),
        ahead("Est. Closing‖Est. Close Date", "opportunity.close_date", Style::Mdy('/')),
        list("Loan Officer‖LO", "opportunity.owner", &["C. Brannigan", "F. Ellsworth"]).or(&[ASSIGNEE, OWNER]),
        other("Buyer's Agent", |m| m.text(&["Jolene Tran", "Luz Gallardo", "n/a"]))
            .or(&["person.referrer", "opportunity.source"]),
        list("Comments", "opportunity.description", &["Waiting on W-2s", "Appraisal ordered 2/3"])
            .or(&[NOTES])
            .gaps(40),
    ];
    let mut sheet = super::sheet("Pipeline Report.csv", "opportunity", Market::America, columns);
    sheet.entity_accept = &["person"];
    sheet.rows = 64;
    sheet
}
