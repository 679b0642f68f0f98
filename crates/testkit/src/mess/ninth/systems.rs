//! What systems document for people: clients, leads and tenants.

use super::*;

/// Whom to reach at each account of a tool for depots and offices.
pub(super) fn contacts() -> Sheet {
    let columns = vec![
        empty("Account ID").or(&[FIRM_ID]),
        other("Account Number", |m| Cell::plain(format!("DIV-{}", 1 + m.d.below(12)))).or(&[FIRM_ID]),
        firm("Account Name").or(&[PARENT]),
        empty("Contact ID").or(&[ID]),
        free("Contact Type", &["Billing", "Newsletter", "Site"]).or(&[TAGS, FIRM_TYPE, STAGE]),
        col("Company Name", COMPANY, company).or(&[FIRM]).gaps(30),
        list("Prefix", PREFIX, &["Mr.", "Ms.", "Dr."]).gaps(40),
        given("First Name"),
        col("Middle Initial", "person.middle_name", |m| Cell::plain(m.p.middle.trim_end_matches('.').to_owned()))
            .gaps(70),
        family("Last Name"),
        job("Title").gaps(20),
        street("Street 1", STREET).or(&[FIRM_STREET]),
        free("Street 2", &["Suite 2", "Floor 3"]).or(&["person.address[].street2", FIRM_STREET2]).gaps(75),
        empty("Street 3").or(&["person.address[].street2", FIRM_STREET2]),
        town("City", CITY).or(&[FIRM_CITY]),
        region("State", REGION).or(&[FIRM_REGION]),
        zip("Zip", POSTCODE).or(&[FIRM_POSTCODE]),
        mail("Email").or(&[FIRM_EMAIL]),
        col("Phone Number", PHONE, |m| m.tel(Dial::Home)).or(&[FIRM_PHONE]),
        col("Fax Number", PHONE, |m| m.desk_tel(Dial::Home)).or(&[FIRM_PHONE]).label("fax").gaps(80),
    ];
    let mut sheet = sheet("contacts.csv", "person", Market::America, columns);
    sheet.entity_accept = &["account"];
    sheet.rows = 88;
    sheet
}

/// Customers of a shop, each with the address to deliver to.
pub(super) fn customers() -> Sheet {
    let columns = vec![
        full("Name"),
        col("Phone", PHONE, with_code),
        mail("Email").gaps(10),
        free("Level", &["BRONZE", "SILVER", "GOLD"]).or(&[RATING, TAGS, STAGE]),
        list("Segments", TAGS, &["VIP,Local", "Investor", "Local", "Newsletter,Investor"]).gaps(20),
        born("Birthday", Style::Iso).gaps(50),
        list("Sex", GENDER, &["Male", "Female"]).gaps(25),
        free("Currency", &["USD"]).or(&[CURRENCY]),
        list("Country", COUNTRY, &["US"]),
        region("State", REGION),
        town("City", CITY),
        street("Address", STREET).or(&[WHOLE]),
        other("No", |m| Cell::plain(format!("{}B", 1 + m.d.below(90))))
            .or(&[STREET, "person.address[].street2"])
            .gaps(60),
        tally("Unit", 1, 40).or(&["person.address[].street2", STREET]).gaps(60),
        zip("Postal", POSTCODE),
        list("Message", NOTES, &["Leave with the doorman", "Ring twice"]).or(&[KEPT]).gaps(70),
        tel2("Address Phone", Dial::Packed).or(&[KEPT]).gaps(60),
        other("Address Name", |m| m.full()).or(&[FULL]).gaps(60),
        other("Lat", |m| degrees(m, 33)).gaps(50),
        other("Lng", |m| Cell::plain(format!("-{}", degrees(m, 111).text))).gaps(50),
    ];
    let mut sheet = sheet("customers-import.csv", "person", Market::America, columns);
    sheet.rows = 98;
    sheet
}

/// Leads of people who lend on houses.
pub(super) fn lenders() -> Sheet {
    let columns = vec![
        given("first_name"),
        family("last_name"),
        col("phone", PHONE, |m| m.tel(Dial::Mixed)).gaps(10),
        mail("email").gaps(10),
        list("loan_type", FINANCING, &["VA", "FHA", "Conventional", "USDA"]).or(&[KEPT]),
        free_sum("current_loan_amount", whole(120_000, 7_500, plain, "USD", false)).or(&[AMOUNT]),
        other("current_interest_rate", |m| Cell::plain(format!("{}.{:03}", 3 + m.d.below(5), 125 * m.d.below(8)))),
        tally("credit_score", 580, 820).or(&[SCORE]),
        list("source", SOURCE, &["website", "realtor referral", "open house"]),
        list("notes", NOTES, &["Call after 5", "Wants to lock this week", "Co-borrower is spouse"]).gaps(50),
    ];
    let mut sheet = sheet("leads.csv", "person", Market::America, columns);
    sheet.rows = 110;
    sheet
}

/// Who rents what by the sea, by month or by season.
pub(super) fn seasons() -> Sheet {
    let columns = vec![
        list("property", PROPERTY, &["107", "1020 Asbury", "44 Wesley"]).or(&[PLACE_STREET, PLACE]),
        full("tenant_name"),
        list("unit_name", UNIT, &["1F", "2R", "Cottage"]).gaps(30),
        free("payment_type", &["monthly", "yearly", "seasonal"]),
        free_sum("amount", whole(1_100, 50, plain, "USD", false)).or(&[RENT, PRICE, AMOUNT]),
        free("season_start", &["May", "June"]).gaps(60),
        free("season_end", &["September", "October"]).gaps(60),
        other("start_date", |m| m.day(Style::Iso)).or(&[SEEN]),
        other("end_date", |m| m.ahead(Style::Iso)).gaps(40),
        list("notes", NOTES, &["Pays by check", "Two cats", "Returning each summer"]).gaps(55),
    ];
    let mut sheet = sheet("tenants_import.csv", "person", Market::America, columns);
    sheet.entity_accept = &["interest"];
    sheet.rows = 54;
    sheet
}

/// Tenants of owners in an association, by the owner's account.
pub(super) fn associations() -> Sheet {
    let columns = vec![
        free("AssocCode", &["BAYV", "RIVO", "CHCK"]).or(&[FIRM_ID, PARENT]),
        other("Account", |m| Cell::plain(format!("{:06}", 40_100 + m.row * 3))).or(&[ID, FIRM_ID]),
        given("FirstName"),
        family("LastName"),
        col("SpouseFirstName", SPOUSE_GIVEN, |m| Cell::plain(m.p.spouse.clone())).gaps(55),
        col("SpouseLastName", SPOUSE_FAMILY, |m| Cell::plain(m.p.family.clone())).gaps(55),
        col("Phone", PHONE, |m| m.tel(Dial::Home)),
        other("LeaseStart", |m| m.day(Style::MdyBare('/'))),
        other("LeaseEnd", |m| m.ahead(Style::MdyBare('/'))),
    ];
    let mut sheet = sheet("TenantImport.csv", "person", Market::America, columns);
    sheet.rows = 72;
    sheet
}

/// Leads that a site for houses takes in.
pub(super) fn site_leads() -> Sheet {
    let columns = vec![
        mail("email"),
        given("fname"),
        family("lname"),
        col("phone", PHONE, |m| m.tel(Dial::Home)).gaps(15),
        free("request_subject", &["Showing request", "Question on a listing", "Market report"])
            .or(&[SUBJECT, NOTES, SOURCE, DETAIL])
            .gaps(20),
        list("request_details", NOTES, &["Can we see it on Sunday?", "Is the roof new?", "Please send comps"])
            .or(&[BODY, KEPT])
            .gaps(20),
        list("notes", NOTES, &["Met at the fair", "Wants a view"]).gaps(60),
        list("campaign_id", CAMPAIGN, &["12", "15", "31"]).or(&[KEPT]).gaps(40),
        list("rating", RATING, &["1", "3", "4", "5"]).or(&[SCORE]),
        list("buyer_status", TIMEFRAME, &["0-3 months", "3-6 months", "Just looking", "Under contract"])
            .or(&[STATUS, STAGE, KEPT]),
        list("tags", TAGS, &["buyer", "buyer,relocation", "seller", "investor"]).gaps(20),
        free("welcome_email", &["0", "1"]),
    ];
    let mut sheet = sheet("lead_import.csv", "person", Market::America, columns);
    sheet.rows = 92;
    sheet
}
