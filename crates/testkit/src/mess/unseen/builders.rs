//! Contacts of a system for builders, accounts of a small suite.

use super::*;

/// What a builders' system takes in: a household's or a firm's name, or a person's.
pub(super) fn contacts() -> Sheet {
    let columns = vec![
        col("company_name", COMPANY, |m| Cell::plain(format!("{} Residence", m.p.family))).or(&[FIRM]),
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
        col("name", FIRM, company).or(&[COMPANY]),
        list("industry", INDUSTRY, &["Real Estate", "IT Services", "Manufacturing", "Hospitality"]),
        col("website", FIRM_SITE, site).or(&[WEBSITE]),
        col("phone", FIRM_PHONE, |m| m.desk_tel(Dial::World)).or(&[PHONE]),
        col("email", FIRM_EMAIL, |m| m.email()).or(&[EMAIL]),
        town("city", FIRM_CITY).or(&[CITY]),
        region("state", FIRM_REGION).or(&[REGION]),
        land("country", FIRM_COUNTRY).or(&[COUNTRY]),
        list("owner", FIRM_OWNER, &["Aditi", "Kunal", "Rekha"]).or(&[OWNER, ASSIGNEE]),
        list("company_size", STAFF, &["1-10", "11-50", "51-200", "201-500"]).or(&[KEPT]),
        list("revenue_range", "account.annual_revenue", &["<$1M", "$1M-$10M", "$10M-$50M"]).or(&[KEPT]),
        list("tags", TAGS, &["prospect", "partner, referral", "vip"]).or(&[KEPT]).or_ask(),
    ];
    let mut sheet = firms_sheet("accounts_template.csv", Market::India, columns);
    sheet.rows = 60;
    sheet
}
