//! Owners, landlords and tenants.

use super::super::maker::titled;
use super::*;

/// Owners out of an assessor's roll, their headers written for a graph database.
pub(super) fn graph() -> Sheet {
    let columns = vec![
        code("owner_id:ID(Owner)", ID, "ENT_00", 1_001),
        col("name", FULL, |m| if m.row % 5 == 4 { upper_firm(m) } else { upper_family_first(m) }).or(&[FIRM]),
        other("owner_name_standardized", upper_family_first).or(&[FULL, FIRM]),
        free("entity_type", &["individual", "individual", "business"]).or(&[FIRM_TYPE, TAGS]),
        free("owner_type_detailed", &["OTHER", "TRUST"]).or(&[TAGS]),
        col("mailing_address_full", STREET, |m| Cell::plain(m.p.street.to_uppercase())).or(&[WHOLE]),
        col("mailing_city", CITY, |m| Cell::plain(m.p.city.to_uppercase())),
        region("mailing_state", REGION),
        zip("mailing_zip", POSTCODE),
        land("mailing_country", COUNTRY),
        tally("property_count:int", 1, 4),
        free("total_portfolio_value", &["915400.0", "531100.0", "2521100.0"]),
        flag("is_out_of_state"),
        flag("is_institutional"),
        flag("is_commercial_owner"),
        flag("is_major_landlord"),
        free("effective_start_date", &["2025-01-01"]),
        free("effective_end_date", &["9999-12-31"]),
        free("is_current", &["True"]),
        free("source_system", &["ASSESSOR"]).or(&[DETAIL, SOURCE]),
        other("source_load_ts", |m| {
            let day = m.met();
            iso(m, day, ".250862")
        })
        .or(&[UPDATED, CREATED]),
        free(":LABEL", &["Owner"]).or(&[TAGS]),
    ];
    let mut sheet = sheet("owners.csv", "person", Market::America, columns);
    sheet.entity_accept = &["account"];
    sheet.rows = 220;
    sheet
}

fn upper_firm(m: &mut Maker) -> Cell {
    Cell::plain(format!("{} LLC", m.p.company.to_uppercase()))
}

/// Who owns which part of which apartment, with papers and accounts.
pub(super) fn apartments() -> Sheet {
    let columns = vec![
        code("owner_id", ID, "", 1),
        tally("apartment_id", 1, 50).or(&[LISTING, UNIT]),
        full("name"),
        mail("email"),
        col("phone", PHONE, dashes),
        free("ownership_percentage", &["100.0", "50.0", "33.33"]),
        free("is_primary", &["True", "False"]),
        free("id_type", &["Passport", "Emirates ID", "Driving License"]),
        tally("id_number", 1_000_000, 9_999_999),
        other("bank_account", |m| Cell::plain(format!("AE{:015}", m.d.below(1 << 40)))),
    ];
    let mut sheet = sheet("property_owners.csv", "person", Market::Emirates, columns);
    sheet.rows = 82;
    sheet
}

/// Landlords whose mailbox and number share a cell.
pub(super) fn landlords() -> Sheet {
    let columns = vec![
        code("Landlord_ID", ID, "LND-", 1),
        full("Landlord_Name"),
        list("Property_Name", PROPERTY, &["Lakeside Manor", "Willow Court", "Palm Residency"]).or(&[PROJECT]),
        other("Contact_Info", mailbox_and_number).or(&[EMAIL, PHONE]).must_ask(),
        tally("Units_Managed", 4, 90),
        other("Bank_Account", |m| Cell::plain(format!("Savings (A/C: ****{:04})", m.d.below(10_000)))),
    ];
    let mut sheet = sheet("landlords.csv", "person", Market::India, columns);
    sheet.rows = 40;
    sheet
}

/// Owners of land in Brazil, with what it would cost and where it lies.
pub(super) fn forest() -> Sheet {
    let columns = vec![
        code("Nº Matrícula", LISTING, "", 1_000).or(&[ID]),
        full("Proprietário"),
        town("Município", PLACE_TOWN).or(&[CITY, TOWNS]),
        free("Prioridade", &["Média", "Baixa", "alta", "Muito alta"]).or(&[RATING, PRIORITY]),
        free("Bioma", &["Mata Atlântica", "Cerrado"]),
        list("Área disponível (m²)", SIZE, &["500", "1000", "2000"]).or(&[KEPT]),
        tally("R$/m²", 14, 34).or(&[PRICE]),
        free("Lat", &["-21.739997°", "-22.065201°"]),
        free("Long", &["-51.176200°", "-49.324167°"]),
    ];
    let mut sheet = sheet("proprietarios.csv", "person", Market::Brazil, columns);
    sheet.quotes = Quotes::Always;
    sheet.entity_accept = &["interest"];
    sheet.rows = 60;
    sheet
}

/// Tenants of one house; the day of entry is a month.
pub(super) fn flats() -> Sheet {
    let columns = vec![
        code("Tenant ID", ID, "", 1),
        col("Name", FULL, |m| {
            let (given, family) = (m.p.given.clone(), m.p.family.clone());
            if m.d.percent(40) { titled(m.d.word(&["Mr.", "Mrs"]), &given, &family) } else { m.full() }
        }),
        other("Apartment", |m| Cell::plain(format!("Apartment number {}", m.row + 1))).or(&[UNIT, PROPERTY, STREET2]),
        tel("Phone", Dial::World),
        col("Location", QUARTER, |m| Cell::plain(m.p.locality)).or(&[WHOLE, CITY, PLACE, LOCALITY]),
        col("Registration Date", CREATED, |m| {
            let day = m.met();
            Cell::plain(format!("{}-{:02}", day.year, day.month))
        })
        .or(&[KEPT])
        .or_ask(),
    ];
    let mut sheet = sheet("tenants.csv", "person", Market::Emirates, columns);
    sheet.rows = 45;
    sheet
}

/// Tenants by unit, blanks left behind names.
pub(super) fn units() -> Sheet {
    let columns = vec![
        col("unit_number", UNIT, |m| Cell::plain(format!("{}{}", ["A", "B", "C"][m.row % 3], 1 + m.row / 3)))
            .or(&[PROPERTY]),
        col("first_name", GIVEN, |m| {
            let given = m.p.given.clone();
            super::super::maker::name(if m.d.percent(25) { format!("{given} ") } else { given })
        }),
        family("last_name"),
        tally("id_number", 20_000_000, 45_000_000).or(&[ID]),
        col("phone_number", PHONE, with_code),
        mail("email"),
        other("lease_date", |m| m.day(Style::MdyBare('/'))).or(&[CREATED]),
        list("gender", GENDER, &["Female", "Male"]),
    ];
    let mut sheet = sheet("tenants.csv", "person", Market::India, columns);
    sheet.rows = 54;
    sheet
}

/// Tenants of an app, as its table is written out.
pub(super) fn leases() -> Sheet {
    let columns = vec![
        full("Name"),
        mail("Email"),
        col("Phone", PHONE, american_abroad),
        free("Leased Houses", &["House 1", "House 7", "Block C 2"]).or(&[UNIT, PROPERTY]).gaps(50),
        moment("Created At", CREATED, |m| {
            let day = m.met();
            database(m, day)
        }),
        moment("Updated At", UPDATED, |m| {
            let day = later(m);
            database(m, day)
        }),
    ];
    let mut sheet = sheet("tenants.csv", "person", Market::America, columns);
    sheet.rows = 40;
    sheet
}
