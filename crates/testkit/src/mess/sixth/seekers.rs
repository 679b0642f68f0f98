//! People who look for a property.

use super::super::columns::whole as sums;
use super::*;

/// What a chatbot on a British site asked for; the place is a postcode.
pub(super) fn chatbot() -> Sheet {
    let columns = vec![
        list("intent", PURPOSE, &["BUY", "RENT", "SELL"]).or(&[TAGS]),
        col("name", FULL, |m| m.given()).or(&[GIVEN]),
        zip("location", LOCALITY).or(&[POSTCODE, WHOLE, QUARTER, TOWNS, CITY]).or_ask(),
        tel("phone", Dial::Packed),
        mail("email"),
        sum("budget", MAX, sums(150_000, 10_000, plain, "GBP", false)).or(&[MIN]),
        empty("postcode"),
        list("home_type", WANTED, &["new", "old", "any"]).or(&[KIND, KEPT]).or_ask(),
    ];
    let mut sheet = sheet("leads.csv", "person", Market::Britain, columns);
    sheet.rows = 60;
    sheet
}

/// What a chat agent of a property firm keeps of each talk.
pub(super) fn agent_demo() -> Sheet {
    let columns = vec![
        code("lead_id", ID, "lead_", 1),
        moment("created_at", CREATED, |m| {
            let day = m.met();
            iso(m, day, "")
        }),
        other("session_id", |m| token(m, 24)),
        full("name").gaps(8),
        tel("phone", Dial::Packed).gaps(8),
        mail("email").gaps(35),
        list("intent", PURPOSE, &["buy", "rent", "invest"]).or(&[TAGS]),
        list("lead_tier", RATING, &["hot", "warm", "cold"]).or(&[SCORE, TAGS]),
        count("lead_score", SCORE, 10, 95),
        free("requested_action", &["viewing", "callback", "brochure"]).or(&[TASK, "interest.stage"]),
        free("capture_status", &["complete", "partial"]).or(&[STATUS]),
        code("selected_property_id", LISTING, "P", 100).gaps(30),
        list(
            "selected_property_title",
            PROPERTY,
            &["2BR with canal view", "Garden townhouse", "Studio near the metro"],
        )
        .gaps(30),
        town("city", TOWNS).or(&[CITY, PLACE_TOWN]),
        quarter("area").or(&[QUARTER]),
        sum("budget", MAX, sums(700_000, 50_000, plain, "AED", false)).or(&[MIN]),
        count("bedrooms", BEDROOMS, 1, 5).or(&["requirement.bedrooms_max", ROOMS]),
        list("timeline", TIMEFRAME, &["this month", "3-6 months", "just looking"]),
        free("preferred_date_time", &["Saturday 11am", "tomorrow evening"]).or(&[DUE, SEEN]).gaps(60),
        list("conversation_summary", NOTES, &["Wants a balcony and parking.", "Asked for a payment plan."]),
        list("source", SOURCE, &["website_chat", "whatsapp"]),
        list("status", STATUS, &["new", "contacted", "closed"]).or(&[STAGE]),
    ];
    sheet("leads.csv", "person", Market::Emirates, columns)
}

fn quarter(header: &str) -> Column {
    col(header, LOCALITY, |m| Cell::plain(m.p.locality))
}

/// Enquiries of a property firm from three channels.
pub(super) fn property_interest() -> Sheet {
    let columns = vec![
        full("name"),
        mail("email"),
        col("phone", PHONE, with_code),
        list(
            "property_interest",
            PROJECT,
            &["Canal View Apartment", "Model Town House", "Phase 6 Plot", "Lake Heights"],
        )
        .or(&[PROPERTY, WANTED]),
        sum("budget", MAX, sums(12_000_000, 1_000_000, plain, "INR", false)).or(&[MIN]),
        list("source", SOURCE, &["facebook_ads", "walk_in", "website_inquiry"]),
        list("notes", NOTES, &["Interested in 3 bedroom", "First time buyer", "Ready to move in"]),
    ];
    let mut sheet = sheet("leads.csv", "person", Market::India, columns);
    sheet.rows = 70;
    sheet
}

/// A page's form for apartments by the sea, the dialling code in a column of its own.
pub(super) fn apartment_enquiries() -> Sheet {
    let columns = vec![
        full("name"),
        mail("email"),
        col("phone", PHONE, without_nought),
        free("country_code", &["+971"]),
        list("apartment_type", WANTED, &["Studio", "1 Bedroom", "2 Bedroom"]).or(&[KIND, BEDROOMS]),
        col("budget", MAX, dollar_bracket).or(&[MIN]),
        list("message", NOTES, &["Please call me", "Is there a sea view left?"]).gaps(40),
        free("form_type", &["brochure", "contact", "callback"]).or(&[SOURCE, DETAIL, TAGS]),
        moment("timestamp", CREATED, |m| {
            let day = m.met();
            database(m, day)
        }),
    ];
    let mut sheet = sheet("enquiries.csv", "person", Market::Emirates, columns);
    sheet.rows = 90;
    sheet
}

/// A project's form, with sums whose unit only its makers know.
pub(super) fn investment_form() -> Sheet {
    let columns = vec![
        col("ID", ID, |m| token(m, 24)),
        full("Name"),
        col("Phone", PHONE, bare),
        mail("Email"),
        col("Investment", MAX, |m| Cell::held(*m.d.one_of(&["50 - 70 MB", "71 - 90 MB", "91+ MB"]), Kind::Money))
            .or(&[MIN])
            .or_ask(),
        list("Hear About Us", SOURCE, &["Instagram", "Facebook", "Google"]),
        free("Country Code", &["in"]).or(&[COUNTRY]),
        free("Dialing Code", &["+91"]),
        free("GPS Coordinates", &["19.0760,72.8777", "18.5204,73.8567"]),
        list("Status", STATUS, &["new", "contacted"]).or(&[STAGE]),
        list("Notes", NOTES, &["Called, follow-up next week."]).gaps(75),
        free("Source", &["contact-form"]).or(&[SOURCE, DETAIL]),
        moment("Created At", CREATED, |m| {
            let day = m.met();
            browser(m, day)
        }),
        moment("Updated At", UPDATED, |m| {
            let day = later(m);
            browser(m, day)
        }),
    ];
    let mut sheet = sheet("inquiries.csv", "person", Market::India, columns);
    sheet.quotes = Quotes::Always;
    sheet.rows = 80;
    sheet
}

/// Buyers who pay cash, persons and firms.
pub(super) fn cash_buyers() -> Sheet {
    let columns = vec![
        col("name", FULL, |m| firm_or(m, |m| m.full())).or(&[FIRM, COMPANY]),
        mail("email"),
        col("phone", PHONE, dashes),
        free("cash_available", &["500000", "250000", "1200000"]).or(&[MAX]),
        free("verified", &["1", "0"]).or(&[KYC]),
        free("preferences", &["SFR 3/2, Light Rehab", "land", "duplex, any condition"]).or(&[NOTES, MUST, WANTED]),
        list("areas", TOWNS, &["Houston TX, Dallas TX", "Tampa FL", "Atlanta GA, Macon GA"]).or(&[LOCALITY]),
    ];
    let mut sheet = sheet("buyers.csv", "person", Market::America, columns);
    sheet.entity_accept = &["account"];
    sheet.rows = 50;
    sheet
}

/// Buyers of an app's own table.
pub(super) fn camel_buyers() -> Sheet {
    let columns = vec![
        full("fullName"),
        mail("email").gaps(10),
        col("phone", PHONE, bare),
        town("city", TOWNS).or(&[CITY]),
        list("propertyType", WANTED, &["Apartment", "Villa", "Plot", "Office"]),
        count("bhk", BEDROOMS, 1, 4).or(&["requirement.bedrooms_max", WANTED]).gaps(30),
        list("purpose", PURPOSE, &["Buy", "Rent"]),
        sum("budgetMin", MIN, sums(3_000_000, 500_000, plain, "INR", false)).gaps(10),
        sum("budgetMax", MAX, sums(70_000_000, 500_000, plain, "INR", false)).gaps(10),
        list("timeline", TIMEFRAME, &["0-3m", "3-6m", ">6m", "Exploring"]),
        list("source", SOURCE, &["Website", "Referral", "Walk-in", "Call"]),
        list("notes", NOTES, &["Wants a furnished villa", "near metro station"]).gaps(30),
        list("tags", TAGS, &["urgent", "premium", "investment"]).gaps(30),
        list("status", STATUS, &["New", "Qualified", "Contacted", "Negotiation"]).or(&[STAGE]),
        other("attachmentUrl", |m| Cell::plain(format!("https://files.example/{}.png", m.row))),
    ];
    sheet("buyers.csv", "person", Market::India, columns)
}

/// Buyers by market, lists within cells.
pub(super) fn market_buyers() -> Sheet {
    let columns = vec![
        full("name"),
        mail("email"),
        col("phone", PHONE, dashes),
        list("markets", TOWNS, &["Riverside|SanBernardino", "Tampa", "Dallas|Plano"]).or(&[LOCALITY]),
        list("asset_types", WANTED, &["land|sfr", "sfr", "multifamily|land"]),
    ];
    let mut sheet = sheet("buyers.csv", "person", Market::America, columns);
    sheet.rows = 45;
    sheet
}

/// As few columns as a table of buyers can have.
pub(super) fn four_columns() -> Sheet {
    let columns = vec![
        code("buyer_id", ID, "", 1),
        given("first_name"),
        family("last_name"),
        sum("budget", MAX, sums(158_071, 6_113, plain, "USD", false)).or(&[MIN]),
    ];
    let mut sheet = sheet("buyers.csv", "person", Market::America, columns);
    sheet.rows = 50;
    sheet
}

/// The number before the mailbox, several places in a cell.
pub(super) fn flippers() -> Sheet {
    let columns = vec![
        full("name"),
        col("phone", PHONE, bare),
        mail("email"),
        sum("budget", MAX, sums(200_000, 25_000, plain, "USD", false)).or(&[MIN]),
        list("locations", TOWNS, &["Miami,Tampa", "Atlanta,Houston", "Orlando"]).or(&[LOCALITY]),
    ];
    let mut sheet = sheet("buyers.csv", "person", Market::America, columns);
    sheet.rows = 40;
    sheet
}
