//! Small lists of people.

use super::*;

/// An address book of a few columns.
pub(super) fn small_book() -> Sheet {
    let columns = vec![
        full("Name"),
        col("Phone", PHONE, bare),
        mail("Email").gaps(35),
        town("Address", CITY).or(&[WHOLE, STREET]),
        list("Group", TAGS, &["friends", "work", "family", "other"]),
    ];
    let mut sheet = sheet("contacts_export.csv", "person", Market::India, columns);
    sheet.rows = 60;
    sheet
}

/// People at agencies, who are rows of another table.
pub(super) fn agency_contacts() -> Sheet {
    let columns = vec![
        code("ContactID", ID, "", 1),
        tally("AgencyID", 1, 140).or(&[FIRM_ID]),
        full("Name"),
        list("Role", JOB, &["Agent", "Owner", "Office Manager", "Broker"]).or(&[TAGS]),
        mail("Email"),
        tel("Phone", Dial::Home).gaps(35),
        list("Notes", NOTES, &["met at the expo", "send brochure"]).gaps(60),
        free("Preferences", &["mornings", "by email"]).or(&[NOTES]).gaps(80),
        col("LinkedIn", SOCIAL, profile).or(&[WEBSITE]).gaps(70),
    ];
    sheet("crm_contacts.csv", "person", Market::America, columns)
}

/// People found on profile pages.
pub(super) fn profiles() -> Sheet {
    let columns = vec![
        col("linkedin_url", SOCIAL, profile).or(&[WEBSITE]),
        given("first_name"),
        family("last_name"),
        job("headline"),
        firm("company"),
    ];
    let mut sheet = sheet("prospects.csv", "person", Market::France, columns);
    sheet.rows = 70;
    sheet
}
