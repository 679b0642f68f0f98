//! What systems for sales take in and hand out: contacts and leads.

use super::*;

/// What a builders' system takes in: a household's or a firm's name, or a person's.
pub(super) fn contacts() -> Sheet {
    let columns = vec![
        col("company_name", COMPANY, |m| Cell::plain(format!("{} Residence", m.p.family))).or(&[FIRM, KEPT]),
        given("first_name"),
        family("last_name"),
        mail("email"),
        tel("phone_number", Dial::Home),
        tel2("secondary_phone", Dial::Home).gaps(40),
        list("job_title", JOB, &["Homeowner", "Homeowner", "Facilities Manager"]).gaps(30),
        street("address", STREET).or(&[WHOLE]),
        town("city", CITY),
        region("state", REGION),
        zip("zip", POSTCODE),
        list("source", SOURCE, &["Website", "Referral", "Home Show"]),
        list("campaign", CAMPAIGN, &["Spring 2024", "Fall Mailer"]).gaps(50),
        list("status", STATUS, &["Active", "Active", "Inactive"]).or(&[STAGE, TAGS]),
        list("sales_stage", STAGE, &["Initial Contact", "Estimate Sent", "Contract Signed"]).or(&[STATUS, DEAL_STAGE]),
        col("website", WEBSITE, site).or(&[FIRM_SITE]).gaps(75),
        list("notes", NOTES, &["Referred by a neighbour", "Wants a kitchen by fall"]).gaps(50),
        other("legacy_id", |m| m.code("OLD-", 12_345)).or(&[ID]),
        day("created_date", CREATED, Style::Iso),
    ];
    let mut sheet = sheet("contacts_import_template.csv", "person", Market::America, columns);
    sheet.rows = 70;
    sheet
}

/// Firms that a suite takes in.
pub(super) fn accounts() -> Sheet {
    let columns = vec![
        firm_name("name"),
        list("industry", INDUSTRY, &["Real Estate", "IT Services", "Manufacturing", "Hospitality"]),
        firm_site("website"),
        firm_tel("phone", Dial::World),
        firm_mail("email"),
        firm_town("city"),
        firm_region("state"),
        firm_land("country"),
        list("owner", FIRM_OWNER, &["Aditi", "Kunal", "Rekha"]).or(&[OWNER, ASSIGNEE]),
        list("company_size", STAFF, &["1-10", "11-50", "51-200", "201-500"]).or(&[KEPT]),
        list("revenue_range", REVENUE, &["<$1M", "$1M-$10M", "$10M-$50M"]).or(&[KEPT]),
        list("tags", TAGS, &["prospect", "partner, referral", "vip"]).or(&[KEPT]).or_ask(),
    ];
    let mut sheet = firms_sheet("accounts_template.csv", Market::India, columns);
    sheet.rows = 60;
    sheet
}

/// A studio's clients, the owner by mailbox.
pub(super) fn studio() -> Sheet {
    let columns = vec![
        list("Contact Owner", OWNER, &["studio@example.com", "second.studio@example.com"]).or(&[ASSIGNEE]),
        given("First Name"),
        family("Last Name"),
        full("FullName"),
        firm("CompanyName").gaps(60),
        mail("Email"),
        desk("HomePhone", Dial::Home).label("home").gaps(60),
        tel("CellPhone", Dial::Home).label("mobile"),
        tel2("WorkPhone", Dial::Home).label("work").gaps(50),
        tally("WorkPhoneExt", 100, 480).gaps(80),
        street("Address1", STREET).or(&[WHOLE]),
        list("Address2", STREET2, &["Apt 4", "Suite 210", "Unit B"]).gaps(70),
        town("City", CITY),
        region("StateProvince", REGION),
        zip("PostalCode", POSTCODE),
        land("Country", COUNTRY),
    ];
    let mut sheet = sheet("contacts_to_import.csv", "person", Market::America, columns);
    sheet.rows = 90;
    sheet
}

/// Leads of a free system, every value between quotes, the country by its two letters.
pub(super) fn free_leads() -> Sheet {
    let columns = vec![
        list("Source", SOURCE, &["web", "conference", "cold_call", "referral"]),
        job("Title"),
        given("First Name"),
        family("Last Name"),
        mail("Email"),
        col("Website", WEBSITE, site).or(&[FIRM_SITE]).gaps(30),
        col("LinkedIn", SOCIAL, profile).or(&[WEBSITE]).gaps(50),
        count("Rating", RATING, 0, 5).or(&[SCORE]),
        firm("Company Name"),
        desk("Phone Number", Dial::World),
        tel("Mobile Number", Dial::World).label("mobile").gaps(30),
        street("Address", STREET).or(&[WHOLE]),
        town("City", CITY),
        zip("ZIP code", POSTCODE),
        always("Country", COUNTRY, "GB"),
        list("Referred by", REFERRER, &["Ivor Gough", "Una Moxon"]).gaps(70),
    ];
    let mut sheet = sheet("leads.csv", "person", Market::Britain, columns);
    sheet.quotes = Quotes::Always;
    sheet.rows = 60;
    sheet
}

/// Customers of a help desk: mailboxes, numbers and addresses each by the place where they hold.
pub(super) fn helpdesk() -> Sheet {
    let columns = vec![
        code("id", ID, "", 8_764_387),
        given("first_name"),
        family("last_name"),
        list("title", PREFIX, &["Mr.", "Ms.", "Mrs.", "Dr."]),
        key("company_id", "655", 40).or(&[FIRM_ID, COMPANY]),
        mail("email_home").gaps(20),
        mail2("email_work").gaps(30),
        empty("email_mobile").or(&[EMAIL]),
        empty("email_other").or(&[EMAIL]),
        desk("phone_home", Dial::Home).label("home").gaps(40),
        tel2("phone_work", Dial::Home).label("work").gaps(40),
        tel("phone_mobile", Dial::Home).label("mobile"),
        empty("phone_other").or(&[PHONE]),
        address("address_home", WHOLE).or(&[STREET]),
        col("address_work", WHOLE, |m| Cell::plain(format!("1 Market Plaza, {}", m.p.city)))
            .or(&[STREET, FIRM_WHOLE, FIRM_STREET])
            .gaps(60),
        empty("address_other").or(&[WHOLE]),
    ];
    let mut sheet = sheet("customers.csv", "person", Market::America, columns);
    sheet.rows = 80;
    sheet
}

/// Leads that one company passes to another, numbers without a sign.
pub(super) fn alarms() -> Sheet {
    let columns = vec![
        tally("source_id", 11, 19).or(&[SOURCE, DETAIL]),
        tally("campaign_id", 301, 309).or(&[CAMPAIGN]),
        free("lead_type_id", &["2", "3"]),
        free("lead_purchase_price", &["12.50", "18.00", "22.75"]),
        given("fname"),
        family("lname"),
        street("address1", STREET).or(&[WHOLE]),
        list("address2", STREET2, &["Apt 12", "Lot 3", "Unit C"]).gaps(80),
        town("city", CITY),
        region("state", REGION),
        zip("zip", POSTCODE),
        col("phone1", PHONE, digits_first),
        col("phone2", PHONE, digits_second).gaps(50),
        col("phone3", PHONE, digits_desk).gaps(80),
        empty("phone4").or(&[PHONE]),
        mail("email").gaps(20),
        list("lead_comments", NOTES, &["Had a break-in next door", "Wants two cameras", "Renting until June"]).gaps(50),
        free("contact_time", &["evenings", "after 5pm", "weekends", "anytime"]).gaps(30),
        free("lead_source_info", &["radio spot", "landing page B", "partner form"]).or(&[DETAIL, SOURCE, NOTES]),
        numbered("lead_company_unique_id", "7700").or(&[ID]),
        free("lead_home_ownership", &["Own", "Own", "Rent", "Other"]),
        tally("lead_callcenter_rep", 40, 58).or(&[OWNER, ASSIGNEE]),
        list("lead_callcenter_notes", NOTES, &["Call back Monday", "Spouse decides"]).or(&[KEPT]).gaps(70),
        free("lead_promo_code", &["SAFE10", "SPRING"]).or(&[CAMPAIGN]).gaps(75),
    ];
    let mut sheet = sheet("lead_import.csv", "person", Market::America, columns);
    sheet.rows = 120;
    sheet
}

/// Leads of a tool that writes messages, with room for three more numbers and mailboxes each.
pub(super) fn messages() -> Sheet {
    let columns = vec![
        given("firstName"),
        family("lastName"),
        mail("email"),
        tel("phone", Dial::Packed),
        tel2("altPhone1", Dial::Packed).gaps(60),
        desk("altPhone2", Dial::Packed).gaps(85),
        empty("altPhone3").or(&[PHONE]),
        mail2("altEmail1").gaps(70),
        empty("altEmail2").or(&[EMAIL]),
        empty("altEmail3").or(&[EMAIL]),
        firm("companyName"),
        job("jobTitle"),
        col("linkedinUrl", SOCIAL, profile).or(&[WEBSITE]).gaps(30),
        list("notes", NOTES, &["Met at the spring expo", "Asked for pricing", "Warm intro by a client"]).gaps(60),
    ];
    let mut sheet = sheet("leads_template.csv", "person", Market::America, columns);
    sheet.rows = 75;
    sheet
}
