//! Lists of contacts and customers that people published.

use super::*;

/// Clients of an agency on islands, no header; places as a program writes them.
pub(super) fn bare_agency() -> Sheet {
    let columns = vec![
        other("", |m| Cell::plain((m.row + 1).to_string())).or(&[ID]),
        given("").or_ask(),
        family("").or_ask(),
        mail(""),
        other("", |m| Cell::plain((12_345_678 + m.d.below(200_000_000)).to_string())),
        col("", PHONE, without_nought).or_ask(),
        free("", &["sao_miguel", "corvo", "pico"]).or(&[REGION, TOWNS, LOCALITY]).gaps(35),
        free("", &["ponta_delgada", "vila_do_corvo", "lajes_do_pico"]).or(&[CITY, TOWNS, LOCALITY]).gaps(35),
        free("", &["sao_jose_pdl", "vila_do_corvo", "ribeirinha_ldp"]).or(&[QUARTER, LOCALITY]).gaps(35),
    ];
    let mut sheet = sheet("clientes.csv", "person", Market::Portugal, columns);
    sheet.headerless = true;
    sheet.delimiter = ';';
    sheet.rows = 44;
    sheet
}

/// Customers by the sea, one word in place of each firm.
pub(super) fn gulf() -> Sheet {
    let columns = vec![
        code("ID", ID, "", 1),
        col("Name", FULL, typed_name),
        tel("Phone", Dial::Packed),
        mail("Email"),
        free("Company", &["CRM Customer"]).or(&[COMPANY, FIRM]),
        list("Status", STATUS, &["new", "contacted", "qualified", "proposal", "won"]).or(&[STAGE]),
    ];
    let mut sheet = sheet("crm.csv", "person", Market::Emirates, columns);
    sheet.rows = 46;
    sheet
}

/// Clients of a house for luxury, with what each likes and dislikes.
pub(super) fn luxury() -> Sheet {
    let columns = vec![
        col("Client_ID", ID, |m| Cell::plain(format!("C{:03}", m.row + 1))),
        full("Client_Name"),
        free("Client_Tier", &["VIC", "High Value", "Emerging"]).or(&[TAGS, RATING, STAGE]),
        list("Client_Status", STATUS, &["Active", "Active", "Lapsing", "Dormant"]).or(&[STAGE, TAGS, KEPT]),
        always("City", CITY, "Singapore"),
        key("Advisor_ID", "A", 3).or(&[OWNER, ASSIGNEE]),
        list("Advisor_Name", OWNER, &["Isha Verma", "Leon Quek", "Petra Nair"]).or(&[ASSIGNEE]),
        tally("Years_With_Brand", 1, 11),
        free_sum("Lifetime_Value_SGD", whole(6_200, 1_700, plain, "SGD", true)).or(&[AMOUNT]),
        free("Preferred_Categories", &["Handbags; Fine Jewellery", "Fashion; Shoes", "Watches; Leather Goods"])
            .or(&[TAGS]),
        free("Preferred_Style", &["Understated; Elegant", "Contemporary; Bold", "Classic; Minimal"]).or(&[TAGS]),
        free("Declared_Channel", &["WhatsApp", "Phone", "Email"]),
        free("Preferred_Contact_Time", &["Late Afternoon", "Morning", "Evening"]),
        free("Event_Preference", &["Dislikes large events", "Enjoys fashion previews", "Neutral on events"])
            .or(&[NOTES]),
        free("Private_Appointment_Preference", &["High", "Medium", "Low"]),
        free("Recent_Interest", &["Fine Jewellery", "New season fashion", "Travel goods"]).or(&[TAGS, NOTES]),
        free("Occasion_Type", &["Wedding Anniversary", "Birthday", "Partner's Birthday"]).gaps(50),
        other("Occasion_Date", |m| m.ahead(Style::Iso)).or(&["person.anniversary"]).gaps(50),
        free("Negative_Preferences", &["No promotional language", "Do not call", "Does not like frequent messaging"])
            .or(&[NOTES, BARRED])
            .gaps(30),
        list("Marketing_Consent", BY_EMAIL, &["Yes", "Yes", "Yes", "No"]).or(&[
            "person.consent.phone",
            "person.consent.sms",
            BY_WHATSAPP,
            KEPT,
        ]),
        tally("Max_Contacts_Quarter", 2, 8),
        free("Cooling_Off_Days", &["14", "21", "7", "10"]),
        free("Relationship_Strength", &["Strong", "Moderate", "Developing"]).or(&[RATING]),
    ];
    let mut sheet = sheet("clients.csv", "person", Market::India, columns);
    sheet.rows = 50;
    sheet
}

/// Prospects by the number of their papers.
pub(super) fn prospects() -> Sheet {
    let columns = vec![
        other("DNI", |m| Cell::plain((99_999_001 - m.row * 7).to_string())).or(&[ID]),
        given("Nombre"),
        family("Apellido"),
        mail("Email"),
        tel("Telefono", Dial::World),
    ];
    let mut sheet = sheet("prospectos.csv", "person", Market::Spain, columns);
    sheet.rows = 40;
    sheet
}

/// A telephone book of an exercise, no header above it.
pub(super) fn address_book() -> Sheet {
    let columns = vec![given("").or_ask(), family("").or_ask(), col("", PHONE, bare).or_ask(), mail("")];
    let mut sheet = sheet("contatti.csv", "person", Market::Italy, columns);
    sheet.headerless = true;
    sheet.delimiter = ';';
    sheet.rows = 42;
    sheet
}
