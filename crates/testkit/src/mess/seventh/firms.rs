//! Firms, agencies, shops and restaurants.

use super::*;

/// What was let in which building of a quarter, and when.
pub(super) fn shops() -> Sheet {
    let columns = vec![
        key("building_id", "b-", 40).or(&[LISTING]),
        free("unit", &["corner storefront", "storefront", "upstairs", "whole"]).or(&[UNIT]),
        col("name", FIRM, |m| if m.d.percent(30) { Cell::plain("Shop (placeholder)") } else { called(m) })
            .or(&[COMPANY]),
        list("category", INDUSTRY, &["pharmacy", "restaurant", "retail", "bookstore", "theater"])
            .or(&[FIRM_TYPE, TAGS]),
        tally("start_year", 1888, 2023),
        tally("end_year", 1925, 2022).gaps(25),
        free("start_precision", &["circa", "circa", "exact"]),
        free("confidence", &["low", "medium", "high", "placeholder"]),
        free("source_ids", &["src-tour;src-wiki", "src-wiki", "src-placeholder"]),
    ];
    let mut sheet = firms_sheet("tenants.csv", Market::America, columns);
    sheet.entity_accept = &["person", "interest"];
    sheet.rows = 46;
    sheet
}

const GREEK: &[&str] = &["ΑΚΙΝΗΤΑ ΔΕΙΓΜΑ", "ΚΤΗΜΑΤΙΚΗ ΕΛΑΙΩΝΑΣ", "ΜΕΣΙΤΙΚΟ ΓΡΑΦΕΙΟ ΑΛΣΟΣ", "Οικία & Συνεργάτες"];

/// Greek agencies, when a program first and last met them.
pub(super) fn agencies() -> Sheet {
    let columns = vec![
        code("id", FIRM_ID, "", 70).or(&[ID]),
        col("agency_name", FIRM, |m| {
            if m.d.percent(30) { m.pick(GREEK) } else { name(format!("{} REAL ESTATE", m.p.company.to_uppercase())) }
        })
        .or(&[COMPANY]),
        free_moment("first_seen", |m| {
            let day = m.met();
            database(m, day)
        })
        .or(&[FIRM_MADE]),
        free_moment("last_seen", |m| {
            let day = later(m);
            database(m, day)
        })
        .or(&[FIRM_UPDATED, ACTIVE]),
    ];
    let mut sheet = firms_sheet("agents.csv", Market::Italy, columns);
    sheet.rows = 180;
    sheet
}

/// Restaurants whose menus look old, with what to tell them.
pub(super) fn restaurants() -> Sheet {
    let columns = vec![
        col("name", FIRM, |m| Cell::plain(format!("Restaurant {}", m.p.family))).or(&[COMPANY]),
        town("city", FIRM_CITY).or(&[CITY]),
        list("country", FIRM_COUNTRY, &["CH", "DE", "AT"]).or(&[COUNTRY]),
        col("website", FIRM_SITE, site).or(&[WEBSITE]),
        other("menu_url", |m| {
            let site = site(m);
            Cell::plain(format!("{}/menu.pdf", site.text))
        }),
        free("menu_format", &["pdf", "html", "image", "unknown"]),
        tally("outdated_score", 1, 5).or(&[SCORE, RATING]),
        col("email", FIRM_EMAIL, |m| m.email()).or(&[EMAIL]),
        col("phone", FIRM_PHONE, |m| m.desk_tel(Dial::World)).or(&[PHONE]),
        list("notes", FIRM_NOTES, &["Scanned image", "PDF from 2010", "No pricing"]).or(&[NOTES]),
    ];
    let mut sheet = firms_sheet("prospects.csv", Market::Germany, columns);
    sheet.rows = 50;
    sheet
}

/// Firms of a register with the codes of their trade.
pub(super) fn belgian() -> Sheet {
    let columns = vec![
        col("companyNumber", FIRM_NUMBER, |m| Cell::plain((100_000_000 + m.d.below(899_999_999)).to_string()))
            .or(&[FIRM_ID]),
        firm_name("name"),
        free("naceCode", &["6201", "4722", "8610", "6202"]).or(&[INDUSTRY]),
        list("activityGroup", INDUSTRY, &["Consulting", "Retail", "Healthcare", "Energy"]).or(&[FIRM_TYPE, TAGS]),
        street("street", FIRM_STREET).or(&[STREET]),
        zip("postalCode", FIRM_POSTCODE).or(&[POSTCODE]),
        town("city", FIRM_CITY).or(&[CITY]),
        region("region", FIRM_REGION).or(&[REGION]),
    ];
    let mut sheet = firms_sheet("entreprises.csv", Market::Netherlands, columns);
    sheet.rows = 40;
    sheet
}
