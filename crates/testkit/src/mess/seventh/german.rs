//! German, Swiss and Dutch lists.

use super::*;

/// Customers with what they bought; the header row alone.
pub(super) fn tagged() -> Sheet {
    let columns = vec![
        code("ID", ID, "", 1),
        given("Vorname"),
        family("Nachname"),
        mail("E-Mail"),
        whole("Adresse", WHOLE).or(&[STREET]),
        free("Produkt", &["Balkonkraftwerk", "Wallbox", "Wartung"]).or(&[TAGS]),
        list("Tags", TAGS, &["stammkunde", "neu;newsletter", "messe"]),
    ];
    let mut sheet = sheet("kunden.csv", "person", Market::Germany, columns);
    sheet.rows = 60;
    sheet
}

/// Firms of a course in databases.
pub(super) fn swiss() -> Sheet {
    let columns = vec![
        code("kunden_id", FIRM_ID, "", 1).or(&[ID]),
        col("name", FIRM, |m| name(format!("{} {}", m.p.company, m.d.one_of(&["AG", "GmbH", "SA"]))))
            .or(&[COMPANY, FULL]),
        street("adresse", FIRM_STREET).or(&[STREET, FIRM_WHOLE, WHOLE]),
        zip("plz", FIRM_POSTCODE).or(&[POSTCODE]),
        town("ort", FIRM_CITY).or(&[CITY]),
    ];
    let mut sheet = firms_sheet("kunden.csv", Market::Germany, columns);
    sheet.rows = 40;
    sheet
}

/// Customers with their age, some days unreadable.
pub(super) fn ages() -> Sheet {
    let columns = vec![
        code("customer_id", ID, "", 1),
        given("first_name"),
        family("last_name"),
        mail("email").gaps(10),
        list("city", CITY, &["Berlin", "Munchen", "Koln", "Hamburg"]),
        tally("age", 16, 64).gaps(6),
        col("registration_date", CREATED, |m| {
            if m.d.percent(10) { Cell::plain("invalid-date") } else { m.day(Style::Iso) }
        }),
        list("status", STATUS, &["inactive", "active", "deleted"]).or(&[STAGE, TAGS]),
    ];
    let mut sheet = sheet("kunden.csv", "person", Market::Germany, columns);
    sheet.rows = 100;
    sheet
}

/// Members of a club, no header above them.
pub(super) fn bare_members() -> Sheet {
    let columns = vec![numbered("", "").or(&[ID]), given("").or_ask(), family("").or_ask(), mail("")];
    let mut sheet = sheet("leden.csv", "person", Market::Netherlands, columns);
    sheet.headerless = true;
    sheet.rows = 45;
    sheet
}
