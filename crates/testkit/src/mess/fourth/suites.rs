//! What the large suites write when somebody presses Export.

use super::super::hand::{commas, plain};
use super::super::sheet::{Quotes, empty};
use super::*;

/// Contacts, with the ids that stand beside every name.
pub(super) fn zoho() -> Sheet {
    let columns = vec![
        code("Record Id", ID, "zcrm_", 5_120_000_000_417_001),
        free("Contact Owner.id", &["zcrm_5120000000291001", "zcrm_5120000000291088"]).or(&[OWNER, ASSIGNEE]),
        list("Contact Owner", OWNER, &["Marwan Bitar", "Shalini Mehra", "Tala Issa"]).or(&[ASSIGNEE]),
        list("Lead Source", SOURCE, &["Property Portal", "Referral", "Walk In", "Website", "Exhibition"]).gaps(12),
        list("Salutation", PREFIX, &["Mr.", "Mrs.", "Ms.", "Dr."]).gaps(40),
        given("First Name").gaps(4),
        family("Last Name"),
        code("Account Name.id", "account.external_id", "zcrm_", 5_120_000_000_390_004).or(&[KEPT]).or_ask().gaps(55),
        firm("Account Name").gaps(55),
        mail("Email").gaps(12),
        job("Title").gaps(50),
        desk("Phone", Dial::World).gaps(65),
        tel("Mobile", Dial::Packed).label("mobile").gaps(6),
        born("Date of Birth", Style::Iso).gaps(75),
        street("Mailing Street", STREET).gaps(60),
        town("Mailing City", CITY).gaps(30),
        state("Mailing State", REGION).gaps(45),
        land("Mailing Country", COUNTRY).gaps(25),
        list("Description", NOTES, &["Looking for a sea view", "Owns two units in the Marina", "Prefers WhatsApp"])
            .gaps(60),
        free("Email Opt Out", &["false", "false", "false", "true"]).or(&[BY_EMAIL, "person.do_not_contact"]),
        list("Tag", TAGS, &["Investor", "VIP,Investor", "End User"]).gaps(55),
        mail2("Secondary Email").gaps(88),
        stamp("Created Time", CREATED, Style::Iso, Clock::Seconds),
        stamp("Modified Time", UPDATED, Style::Iso, Clock::Seconds),
        stamp("Last Activity Time", ACTIVE, Style::Iso, Clock::Seconds).gaps(25),
    ];
    let mut sheet = super::sheet("Contacts_2026_11_18.csv", "person", Market::Emirates, columns);
    sheet.abroad = (vec![Market::India, Market::Britain], 35);
    sheet.rows = 240;
    sheet
}

/// Contacts of an account that is set to Spanish.
pub(super) fn hubspot_spanish() -> Sheet {
    let columns = vec![
        code("ID de registro", ID, "", 38_110_452_017),
        given("Nombre").gaps(3),
        family("Apellidos").gaps(8),
        mail("Correo").gaps(6),
        tel("Número de teléfono", Dial::World).gaps(20),
        list("Propietario del contacto", OWNER, &["Candela Ortega", "Jorge Pastor"]).or(&[ASSIGNEE]).gaps(10),
        stamp("Fecha de la última actividad", ACTIVE, Style::Iso, Clock::Minutes).gaps(30),
        list("Estado del lead", STATUS, &["Nuevo", "Abierto", "En curso", "Intento de contacto", "Sin calificar"])
            .gaps(20),
        list("Etapa del ciclo de vida", STAGE, &["Lead", "Oportunidad", "Cliente"]),
        free("Estado del contacto de marketing", &["Contacto de marketing", "Contacto sin marketing"]),
        town("Ciudad", CITY).gaps(45),
        stamp("Fecha de creación", CREATED, Style::Iso, Clock::Minutes),
        firm("Empresa asociada").gaps(60),
        list("Fuente original", SOURCE, &["Búsqueda orgánica", "Redes sociales de pago", "Fuentes sin conexión"]),
    ];
    let mut sheet = super::sheet("todos-los-contactos.csv", "person", Market::Spain, columns);
    sheet.quotes = Quotes::Always;
    sheet.rows = 200;
    sheet
}

/// Companies.
pub(super) fn hubspot_firms() -> Sheet {
    let columns = vec![
        code("Record ID", "account.external_id", "", 9_204_118_331),
        col("Company name", "account.name", |m| Cell::plain(m.p.company.clone())),
        list("Company owner", "account.owner", &["Simone Pruitt", "Keith Lindqvist"]).gaps(15),
        stamp("Create Date", "account.created_at", Style::Iso, Clock::Minutes),
        col("Phone Number", "account.phone[]", |m| m.desk_tel(Dial::World)).gaps(35),
        free_stamp("Last Activity Date", Style::Iso, Clock::Minutes).or(&["account.updated_at"]).gaps(40),
        town("City", "account.address[].city").gaps(20),
        land("Country/Region", "account.address[].country").gaps(15),
        list("Industry", "account.industry", &["Banking", "Construction", "Law Practice", "Real Estate"]).gaps(25),
        col("Company Domain Name", "account.domain", |m| Cell::plain(domain(m))).or(&["account.website[]"]).gaps(18),
        count("Number of Employees", "account.employee_count", 4, 900).gaps(50),
        sum("Annual Revenue", "account.annual_revenue", whole(1_000_000, 250_000, plain, "USD", false)).gaps(60),
        list("Type", "account.type", &["Prospect", "Partner", "Vendor"]).gaps(45),
    ];
    let mut sheet =
        super::sheet("hubspot-crm-exports-all-companies-2026-11-12.csv", "account", Market::America, columns);
    sheet.quotes = Quotes::Always;
    sheet
}

/// People, each header with the object's name before it.
pub(super) fn pipedrive() -> Sheet {
    let columns = vec![
        col("Person - Name", FULL, |m| m.full()),
        free("Person - Label", &["Hot lead", "Warm lead", "Customer"]).or(&[TAGS, STATUS, STAGE, RATING]).gaps(35),
        firm("Person - Organization").gaps(50),
        mail("Person - Email - Work").label("work").gaps(35),
        mail2("Person - Email - Home").label("home").gaps(50),
        desk("Person - Phone - Work", Dial::World).label("work").gaps(60),
        tel("Person - Phone - Mobile", Dial::World).label("mobile").gaps(10),
        tally("Person - Open deals", 0, 3),
        tally("Person - Won deals", 0, 2),
        next("Person - Next activity date", Style::Iso).gaps(40),
        day("Person - Last activity date", ACTIVE, Style::Iso).gaps(30),
        list("Person - Owner", OWNER, &["Nuno Valente", "Teresa Brito"]).or(&[ASSIGNEE]),
        stamp("Person - Person created", CREATED, Style::Iso, Clock::Seconds),
        stamp("Person - Update time", UPDATED, Style::Iso, Clock::Seconds),
        code("Person - ID", ID, "", 1_702),
    ];
    let mut sheet = super::sheet("people-14402877-61.csv", "person", Market::Portugal, columns);
    sheet.abroad = (vec![Market::Britain, Market::France], 40);
    sheet
}

/// A report of contacts with what the program writes below it.
pub(super) fn salesforce() -> Sheet {
    let columns = vec![
        list("Salutation", PREFIX, &["Mr.", "Ms.", "Mrs."]).gaps(30),
        given("First Name"),
        family("Last Name"),
        job("Title").gaps(35),
        firm("Account Name"),
        street("Mailing Street", STREET).gaps(20),
        town("Mailing City", CITY).gaps(15),
        state("Mailing State/Province", REGION).gaps(15),
        zip("Mailing Zip/Postal Code", POSTCODE).gaps(20),
        desk("Phone", Dial::Home).gaps(45),
        tel("Mobile", Dial::Home).label("mobile").gaps(15),
        mail("Email").gaps(10),
        list("Contact Owner", OWNER, &["Noelle Carmody", "Preston Albright"]).or(&[ASSIGNEE]),
        list("Lead Source", SOURCE, &["Web", "Partner Referral", "Trade Show", "Phone Inquiry"]).gaps(25),
        day("Last Activity", ACTIVE, Style::MdyBare('/')).gaps(25),
        day("Created Date", CREATED, Style::MdyBare('/')),
        born("Birthdate", Style::MdyBare('/')).gaps(70),
        free("Do Not Call", &["0", "0", "0", "1"]).or(&["person.do_not_contact", "person.consent.phone"]),
    ];
    let mut sheet = super::sheet("report1763371822.csv", "person", Market::America, columns);
    sheet.quotes = Quotes::Always;
    sheet.below = lines(&[
        &["Grand Totals (# records)"],
        &["All Contacts with Accounts"],
        &["Confidential Information - Do Not Distribute"],
        &["Generated By:  Noelle Carmody  11/17/2026 9:30 AM"],
    ]);
    sheet.encoding = "windows-1252";
    sheet.rows = 180;
    sheet
}

/// A view of contacts taken into a sheet.
pub(super) fn dynamics() -> Sheet {
    let columns = vec![
        other("(Do Not Modify) Contact", guid).or(&[ID]),
        free("(Do Not Modify) Row Checksum", &["kT0p4Q==", "Zr81mA==", "p0YwLg=="]),
        stamp("(Do Not Modify) Modified On", UPDATED, Style::Dmy('/'), Clock::Minutes),
        full("Full Name"),
        mail("Email").gaps(10),
        firm("Company Name").gaps(40),
        desk("Business Phone", Dial::World).label("work").gaps(50),
        tel("Mobile Phone", Dial::World).label("mobile").gaps(10),
        job("Job Title").gaps(45),
        town("Address 1: City", CITY).gaps(25),
        zip("Address 1: ZIP/Postal Code", POSTCODE).gaps(35),
        land("Address 1: Country/Region", COUNTRY).gaps(20),
        list("Owner", OWNER, &["Cordelia Winslow", "Hector Tennant"]).or(&[ASSIGNEE]),
        free("Preferred Method of Contact", &["Any", "Email", "Phone"]),
        list("Status", STATUS, &["Active", "Active", "Inactive"]).or(&[STAGE, KEPT]).or_ask(),
        stamp("Created On", CREATED, Style::Dmy('/'), Clock::Minutes),
        sum("Budget (Max)‖Maximum Budget", MAX, whole(650_000, 25_000, commas, "GBP", false)).gaps(40),
        empty("Fax"),
    ];
    let mut sheet = super::sheet("Active Contacts 18-11-2026.csv", "person", Market::Britain, columns);
    sheet.bom = true;
    sheet.crlf = true;
    sheet
}
