//! Leads as tools and teams gather them.

use super::*;

/// Businesses that a scraper found and rated, with what it would write to them.
pub(super) fn scraper() -> Sheet {
    let columns = vec![
        col("Lead ID", FIRM_ID, |m| token(m, 16)).or(&[ID]),
        firm_name("Business Name"),
        list("Category", INDUSTRY, &["Fine dining restaurant", "Dental clinic", "Interior designer"])
            .or(&[FIRM_TYPE, TAGS]),
        town("City", FIRM_CITY).or(&[CITY]),
        col("Phone", FIRM_PHONE, |m| m.tel(Dial::World)).or(&[PHONE]),
        col("Email", FIRM_EMAIL, |m| m.email()).or(&[EMAIL]).gaps(80),
        whole("Address", FIRM_WHOLE).or(&[WHOLE, FIRM_STREET, STREET]),
        col("Website", FIRM_SITE, site).or(&[WEBSITE]).gaps(15),
        free("Website Status", &["VALID_WEBSITE", "NO_WEBSITE"]).gaps(40),
        count("Lead Score", SCORE, 40, 85),
        list("Lead Tier", RATING, &["LOW", "WARM", "HOT"]).or(&[TAGS]),
        free("Qualification Reason", &["Valid Website (+0), Has Phone (+15)", "Has Phone (+15), Rating 4.3"])
            .or(&[NOTES, FIRM_NOTES])
            .gaps(40),
        other("Demo URL", |m| Cell::plain(format!("https://preview.example/{}", m.row))).gaps(50),
        free("Demo Status", &["READY"]).gaps(50),
        free("Email Message", &["Subject: Website concept\n\nHi team, would you be free for a chat?"])
            .or(&[NOTES])
            .gaps(45),
        free("WhatsApp Message", &["Hi! Following up on the preview I shared earlier."]).or(&[NOTES]).gaps(45),
        free("Approval Status", &["APPROVED", "PENDING", "PENDING_APPROVAL"]),
        free("Email Status", &["NOT_SENT"]),
        free("WhatsApp Status", &["NOT_SENT"]),
        empty("First Contacted At"),
        empty("Last Contacted At"),
        list("Status", STATUS, &["APPROVED", "VERIFIED", "PENDING_APPROVAL"]).or(&[STAGE]),
        other("Source", |m| {
            let place = token(m, 12);
            Cell::plain(format!("https://search.example/json?place_id={}", place.text))
        })
        .or(&[SOURCE, DETAIL]),
        moment("Created At", FIRM_MADE, |m| {
            let day = m.met();
            iso(m, day, ".079822+00:00")
        })
        .or(&[CREATED]),
        moment("Updated At", "account.updated_at", |m| {
            let day = later(m);
            iso(m, day, ".192376+00:00")
        })
        .or(&[UPDATED]),
        empty("Error"),
    ];
    firms_sheet("leads_export.csv", Market::India, columns)
}

/// Agents found on profile pages; what the tool did not find it says in words.
pub(super) fn agents() -> Sheet {
    let columns = vec![
        full("Full Name"),
        col("Company Name", COMPANY, |m| sometimes(m, 30, "Not mentioned", company)).or(&[FIRM]),
        col("Website URL", SOCIAL, profile).or(&[WEBSITE]),
        col("Email", EMAIL, |m| if m.d.percent(20) { Cell::nothing("Not provided", Kind::Email) } else { m.email() }),
        empty("Phone Number"),
        list("Profession", JOB, &["real estate"]).or(&[INDUSTRY, TAGS]),
    ];
    let mut sheet = sheet("real_estate_leads.csv", "person", Market::America, columns);
    sheet.rows = 50;
    sheet
}

/// Firms from a directory, whose own header line slipped in as the first row.
pub(super) fn places() -> Sheet {
    let columns = vec![
        col("Company Name", FIRM, |m| Cell::plain(format!("{} Streetlist", m.p.company))).or(&[COMPANY]),
        col("Website URL", FIRM_SITE, site).or(&[WEBSITE]).gaps(15),
        col("Email", FIRM_EMAIL, |m| m.email()).or(&[EMAIL]).gaps(65),
        col("Phone Number", FIRM_PHONE, |m| m.tel(Dial::Home)).or(&[PHONE]),
        whole("Location", FIRM_WHOLE).or(&[WHOLE, FIRM_STREET, STREET]).gaps(12),
    ];
    let mut sheet = firms_sheet("real_estate_leads.csv", Market::America, columns);
    sheet.sections = (2_000, vec!["Name Phone Email Website Address Source"]);
    sheet.rows = 60;
    sheet
}

/// Leads of brokers who telephone: buyers, sellers and tenants in one list.
pub(super) fn broker_calls() -> Sheet {
    let columns = vec![
        code("lead_id", ID, "LD-", 1_001),
        moment("created_at", CREATED, |m| {
            let day = m.met();
            iso(m, day, "")
        }),
        given("first_name").gaps(3),
        family("last_name").gaps(12),
        mail("email").gaps(20),
        col("phone", PHONE, code_dashes).gaps(12),
        list(
            "lead_source",
            SOURCE,
            &["99acres", "Site Hoarding Call", "Referral - Past Client", "Website Chatbot", "Google Ads"],
        ),
        free("lead_type", &["Buyer", "Seller", "Investor", "Renter", "Landlord"]).or(&[PURPOSE, TAGS, STAGE]).gaps(10),
        list("lead_status", STATUS, &["New", "Contacted", "Active - Showing", "Under Contract", "Nurture", "Lost"])
            .or(&[STAGE]),
        sum("budget_min", MIN, super::super::columns::whole(3_500_000, 500_000, plain, "INR", false)).gaps(45),
        sum("budget_max", MAX, super::super::columns::whole(65_000_000, 500_000, plain, "INR", false)).gaps(40),
        col("preferred_areas", LOCALITY, |m| {
            let more = *m.d.one_of(&["", "; Sector 43, Gurugram", "; Vaishali, Ghaziabad"]);
            Cell::plain(format!("{}, {}{more}", m.p.locality, m.p.city))
        })
        .or(&[TOWNS])
        .gaps(40),
        list("property_type", WANTED, &["Apartment", "Builder Floor", "Villa", "Plot", "Commercial Office"]).gaps(45),
        whole("subject_property_address", PLACE).or(&[WHOLE, KEPT]).or_ask().gaps(75),
        sum("estimated_home_value", PRICE, super::super::columns::whole(7_000_000, 500_000, plain, "INR", false))
            .or(&[KEPT])
            .or_ask()
            .gaps(75),
        free("property_condition", &["Good", "Fair", "Needs Work"]).gaps(75),
        free_date("first_contact_date").or(&[CREATED, CONTACTED]).gaps(30),
        col("last_contact_date", CONTACTED, |m| later(m).cell(Style::Iso)).or(&[ACTIVE]).gaps(30),
        other("next_followup_date", |m| m.ahead(Style::Iso)).or(&[DUE]).gaps(35),
        free("liked_property_ids", &["PROP-4471;PROP-4502", "PROP-3910"]).or(&[LISTING]).gaps(60),
        free("shown_property_ids", &["PROP-4471", "PROP-4388;PROP-4290"]).or(&[LISTING]).gaps(65),
        tally("showings_count", 0, 5).gaps(55),
        other("appointment_datetime", |m| {
            let day = m.soon();
            iso(m, day, "")
        })
        .or(&[DUE, SEEN])
        .gaps(80),
    ];
    let mut sheet = sheet("real_estate_leads.csv", "person", Market::India, columns);
    sheet.rows = 110;
    sheet
}

fn free_date(header: &str) -> Column {
    other(header, |m| m.day(Style::Iso))
}

/// Answers to advertisements, where a budget is a word.
pub(super) fn marketing() -> Sheet {
    let columns = vec![
        col("name", FULL, |m| m.given()).or(&[GIVEN]),
        mail("email"),
        tally("age", 25, 45),
        list("source", SOURCE, &["Google", "Instagram", "Facebook"]),
        yes_no("website_visit"),
        yes_no("whatsapp_reply").or(&[BY_WHATSAPP]),
        free("service_interest", &["high", "medium", "low"]).or(&[RATING]),
        free("budget", &["high", "medium", "low"]).or(&[MAX, MIN]),
    ];
    sheet("leads.csv", "person", Market::India, columns)
}

/// People to be scored by what they say about themselves.
pub(super) fn scoring() -> Sheet {
    let columns = vec![
        full("name"),
        job("role"),
        firm("company"),
        list("industry", INDUSTRY, &["B2B SaaS", "HealthTech", "Financial Technology", "Retail"]).gaps(12),
        town("location", CITY).or(&[WHOLE, QUARTER]),
        list(
            "linkedin_bio",
            NOTES,
            &["Seasoned growth leader, 10+ years.", "Backend developer. Building data pipelines."],
        )
        .or(&[KEPT])
        .or_ask(),
    ];
    let mut sheet = sheet("leads.csv", "person", Market::America, columns);
    sheet.rows = 60;
    sheet
}

/// A call centre's table out of its database, with the word that stands for nothing.
pub(super) fn callers() -> Sheet {
    fn said(header: &str) -> Column {
        free(header, &["NULL", "NULL", "yes", "Yes", "No", "----"])
    }
    let columns = vec![
        col("First name", GIVEN, |m| super::super::maker::name(m.p.given.to_uppercase())),
        col("Last name", FAMILY, |m| super::super::maker::name(m.p.family.to_uppercase())),
        col("Email", EMAIL, |m| if m.d.percent(75) { Cell::nothing("NULL", Kind::Email) } else { m.email() }),
        col("Phone", PHONE, with_code),
        col("Address", STREET, |m| Cell::plain(m.p.street.to_uppercase())).or(&[WHOLE]),
        col("City", CITY, |m| Cell::plain(m.p.city.to_uppercase())),
        region("State", REGION),
        col("Zip", POSTCODE, |m| {
            let zip = m.p.postcode.clone();
            if m.d.percent(60) { Cell::plain("NULL") } else { Cell::plain(zip) }
        }),
        said("W2_employees"),
        said("Receive_ERC"),
        said("ppp_loan"),
        free("Employee_count", &["NULL", "NULL", "5", "12", "40"]).or(&["account.employee_count"]),
        free("fname_verify", &["NULL", "NULL", "Jose"]).or(&[GIVEN]),
        free("Lname_verify", &["NULL"]).or(&[FAMILY]),
        free("erc_amount", &["NULL", "175625", "262800", "201248.37"]).or(&[AMOUNT]),
        col("company_name", COMPANY, |m| sometimes(m, 80, "NULL", company)).or(&[FIRM]),
    ];
    let mut sheet = sheet("crm.csv", "person", Market::America, columns);
    sheet.rows = 250;
    sheet
}

/// Tabs between the columns, one of them without a header, one header twice.
pub(super) fn tabbed() -> Sheet {
    let columns = vec![
        code("Customer ID", ID, "CUST", 101),
        day("Date", CREATED, Style::Dmy('/')).or(&[CONTACTED, ACTIVE]),
        free("Time", &["10:15", "16:40", "11:05"]),
        full("Customer Name"),
        firm("Company Name").gaps(30),
        col("Primary Contact", PHONE, bare),
        col("Secondary Contact", PHONE, |m| m.other_tel(Dial::Packed)).gaps(70),
        mail("email ID").gaps(15),
        town("City", CITY),
        free("Product Category", &["2 BHK", "3 BHK", "Shop", "Plot"]).or(&[WANTED, TAGS]),
        empty(""),
        free("Requirement", &["ready to move, high floor", "investment", "near metro"]).or(&[NOTES, MUST]).gaps(25),
        list("Source", SOURCE, &["Walk-in", "Website", "Exhibition"]),
        list("Assigned to", ASSIGNEE, &["Ravi", "Sunita"]).or(&[OWNER]),
        free("Customer Type", &["New", "Existing", "Dealer"]).or(&[TAGS, FIRM_TYPE, STAGE]),
        free("Source", &["Stall 4", "Google"]).or(&[SOURCE, DETAIL, CAMPAIGN]).gaps(40),
        list("Status", STATUS, &["Open", "Quoted", "Won", "Lost"]).or(&[STAGE]),
    ];
    let mut sheet = sheet("crm.csv", "person", Market::India, columns);
    sheet.delimiter = '\t';
    sheet
}

/// Leads of a small studio.
pub(super) fn studio() -> Sheet {
    let columns = vec![
        full("Name"),
        mail("Email"),
        free("Service Type", &["AI Business Automation", "Web Design", "Brand Voice"]).or(&[TAGS]),
        sum("Budget", MAX, super::super::columns::whole(2_000, 500, plain, "USD", false)).or(&[MIN, AMOUNT]),
        list("Status", STATUS, &["New", "Contacted", "Converted"]).or(&[STAGE]),
        free("Payment Status", &["Pending", "Paid"]),
        empty("Calendar Link"),
        free("Meeting Scheduled", &["No", "Yes"]),
        empty("Conversion Date"),
        free("Revenue", &["0", "0", "5000"]).or(&[AMOUNT]),
        moment("Created At", CREATED, |m| {
            let day = m.met();
            iso(m, day, ".102643")
        }),
    ];
    let mut sheet = sheet("leads_export.csv", "person", Market::America, columns);
    sheet.rows = 45;
    sheet
}

/// What a voice assistant heard: names in two scripts, most of them unknown.
pub(super) fn voice() -> Sheet {
    let columns = vec![
        col("Name", FULL, |m| match m.d.below(10) {
            0..4 => Cell::plain("Unknown"),
            4 => Cell::plain("Riya"),
            _ => m.full(),
        }),
        col("Phone", PHONE, bare).gaps(60),
        empty("Email"),
        day("Date", CREATED, Style::Iso).or(&[CONTACTED, ACTIVE]),
        list("Category", RATING, &["HOT", "COLD", "WARM"]).or(&[STATUS, STAGE, TAGS]),
        free("Title", &["Home Loan Inquiry"]).or(&[NOTES, DEAL, TAGS, CAMPAIGN]),
    ];
    let mut sheet = sheet("crm_leads.csv", "person", Market::India, columns);
    sheet.native = true;
    sheet.rows = 180;
    sheet
}

/// Answers to a network's lead forms, by project.
pub(super) fn lead_forms() -> Sheet {
    let columns = vec![
        numbered("ID", "").or(&[ID]),
        col("Lead_ID", ID, |m| Cell::plain(format!("27179{:011}", m.d.below(1 << 36)))).or(&[KEPT]).or_ask(),
        moment("Created_Time", CREATED, |m| {
            let day = m.met();
            iso(m, day, "+0000")
        }),
        mail("Email"),
        col("Full_Name", FULL, |m| m.full_typed()),
        tel("Phone", Dial::Packed).gaps(80),
        list(
            "Form_Name",
            CAMPAIGN,
            &["Avenue New form 01/08/2025, 17:03", "Riverbend form 16/09/2025, 19:01", "Great Homes 20/09/2025, 18:08"],
        )
        .or(&[DETAIL, SOURCE, PROJECT]),
    ];
    let mut sheet = sheet("leads_export.csv", "person", Market::India, columns);
    sheet.rows = 220;
    sheet
}
