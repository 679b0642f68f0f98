//! Accounts as systems take them in.

use super::*;

/// Firms and freelancers whom a house pays or bills.
pub(super) fn bank() -> Sheet {
    let columns = vec![
        col("Nombre", FIRM, |m| if m.row.is_multiple_of(3) { m.full() } else { company(m) }).or(&[FULL, COMPANY]),
        other("Tipo de contacto", |m| Cell::plain(if m.row.is_multiple_of(3) { "freelancer" } else { "company" }))
            .or(&[FIRM_TYPE, TAGS]),
        col("Identificador fiscal", FIRM_NUMBER, |m| Cell::plain(format!("B{:08}", m.d.below(100_000_000))))
            .or(&[KEPT])
            .gaps(15),
        firm_mail("Correo").gaps(20),
        firm_tel("Teléfono", Dial::Home).gaps(30),
        firm_street("Dirección").gaps(15),
        firm_zip("Código postal").gaps(15),
        firm_town("Ciudad"),
        firm_region("Provincia"),
        list("País", FIRM_COUNTRY, &["ESP", "ESP", "ESP", "MEX"]).or(&[COUNTRY]),
        free("Conceptos de categorización", &["amazon,amzn,amazonbusiness", "luz,electricidad", "alquiler"])
            .or(&[TAGS])
            .gaps(60),
    ];
    let mut sheet = firms_sheet("contactos.csv", Market::Spain, columns);
    sheet.rows = 66;
    sheet
}

/// Firms to write to, by the domain of their mailboxes.
pub(super) fn outreach() -> Sheet {
    let columns = vec![
        col("Domain name", DOMAIN, domain).or(&[FIRM_SITE, WEBSITE]),
        firm_name("Account name"),
        other("Domain secondary", |m| {
            let first = domain(m);
            Cell::plain(format!("mail.{}", first.text))
        })
        .or(&[DOMAIN, FIRM_SITE])
        .gaps(85),
        list("Description", FIRM_NOTES, &["Makes garden furniture", "Runs three clinics", "Payroll for small shops"])
            .or(&[NOTES])
            .gaps(30),
        firm_mail("Email").gaps(50),
        firm_tel("Phone number", Dial::World).gaps(40),
        list("Industry", INDUSTRY, &["Retail", "Hospital & Health Care", "Computer Software"]),
        list("Company size", STAFF, &["Self-Employed", "2-10", "11-50", "51-200", "201-500", "1001-5000"]).or(&[KEPT]),
        other("LinkedIn profile", |m| Cell::plain(format!("http://www.linkedin.com/company/sample-{:04}", m.row)))
            .or(&[SOCIAL, FIRM_SITE, WEBSITE])
            .gaps(40),
        other("Twitter profile", |m| Cell::plain(format!("http://twitter.com/sample_{:04}", m.row)))
            .or(&[SOCIAL, FIRM_SITE, WEBSITE])
            .gaps(75),
        firm_land("Country"),
        firm_region("State"),
        firm_town("City"),
    ];
    let mut sheet = firms_sheet("accounts_example.csv", Market::America, columns);
    sheet.rows = 85;
    sheet
}

/// Firms that send people to courses; each header says whether the column may stay empty.
pub(super) fn training() -> Sheet {
    let columns = vec![
        firm_name("Name (Company Name) (mandatory)"),
        free("CompanyGroupID (mandatory)", &["3", "3", "7"]).or(&[PARENT, FIRM_TYPE]),
        numbered("CompanyID (optional)", "4").or(&[FIRM_ID]),
        numbered("ExternalID (optional)", "SAGE").or(&[FIRM_ID]).gaps(40),
        free("Status (recommended)", &["1", "1", "1", "0"]),
        list("Description (optional)", FIRM_NOTES, &["Builder of schools", "Two sites in the north"])
            .or(&[NOTES])
            .gaps(70),
        tally("AccountManagerID (optional)", 101, 106).or(&[FIRM_OWNER, OWNER, ASSIGNEE]).gaps(40),
        firm_street("Address (Address Line 1) (optional)"),
        firm_land("Country (optional)"),
        firm_region("County (optional)"),
        firm_town("Town (optional)"),
        firm_zip("Postcode (optional)"),
        firm_tel("Phone (optional)", Dial::Home),
        firm_site("URL (company website) (optional)").gaps(50),
        firm_mail("Email (optional)").gaps(30),
        col("Fax (Main Fax Line) (optional)", FIRM_PHONE, |m| m.desk_tel(Dial::Home))
            .or(&[PHONE])
            .label("fax")
            .gaps(80),
        empty("Alternative…. (optional)"),
        empty("Billing… (optional)"),
        empty("Shipping... (optional)"),
        tally("IndustryID (optional)", 1, 14).or(&[INDUSTRY]).gaps(50),
        free("CurrencyCode (optional)", &["GBP"]).or(&[CURRENCY]),
        free("Tax Rate (optional)", &["20", "20", "0"]),
        other("Tax Registration Number (optional)", |m| {
            Cell::plain((100_000_000 + m.d.below(800_000_000)).to_string())
        })
        .or(&[FIRM_NUMBER])
        .gaps(60),
        free("TaxExempt (optional)", &["0", "0", "1"]),
        free("InvoiceDueDays (optional)", &["30", "14", "60"]),
        free("InvoiceDueDaysType (optional)", &["1", "2"]),
        list("Notes (optional)", FIRM_NOTES, &["Needs a purchase order", "Pays by card"]).or(&[NOTES, KEPT]).gaps(70),
        free("ProvisionalBookingsOnly (optional)", &["0", "1"]),
        free("VatPrefix (EU VAT Profile) (optional)", &["GB"]).gaps(60),
        other("VatRegNumber (optional)", |m| Cell::plain((100_000_000 + m.d.below(800_000_000)).to_string()))
            .or(&[FIRM_NUMBER])
            .gaps(60),
    ];
    let mut sheet = firms_sheet("Company Import Template.csv", Market::Britain, columns);
    sheet.rows = 55;
    sheet
}

/// Firms, the firms above them and the firms below.
pub(super) fn growth() -> Sheet {
    let columns = vec![
        firm_name("Account Name"),
        col("Domain", DOMAIN, domain).or(&[FIRM_SITE, WEBSITE]),
        list("Account Owner Email", FIRM_OWNER, &["nolan@example.com", "opal@example.com", "percy@example.com"])
            .or(&[OWNER, ASSIGNEE]),
        free("Parent Domain", &["harbourgroup.example", "northstar.example"]).or(&[PARENT]).gaps(70),
        list("Parent Account Name", PARENT, &["Harbour Group", "Northstar Holdings"]).gaps(70),
        free("Child Domain", &["harbourlabs.example"]).gaps(90),
        free("Child Account Name", &["Harbour Labs"]).gaps(90),
    ];
    let mut sheet = firms_sheet("accounts.csv", Market::America, columns);
    sheet.rows = 70;
    sheet
}

/// Customers of an Italian system, headers in English.
pub(super) fn flash() -> Sheet {
    let columns = vec![
        col("company", FIRM, |m| name(format!("{} {}", m.p.company, m.d.one_of(&["S.r.l.", "S.p.A.", "S.n.c."]))))
            .or(&[COMPANY, LEGAL_NAME]),
        col("vat", FIRM_NUMBER, |m| Cell::plain(format!("IT{:011}", m.d.below(1_000_000_000)))).or(&[KEPT]),
        firm_tel("phonenumber", Dial::World),
        always("country", FIRM_COUNTRY, "Italy").or(&[COUNTRY]),
        firm_town("city"),
        firm_zip("zip"),
        firm_region("state"),
        firm_street("address"),
        firm_site("website").gaps(30),
        list("groups", TAGS, &["VIP", "Rivenditori,Nord", "Clienti"]).or(&[FIRM_TYPE, KEPT]),
        free("default_language", &["italian", "italian", "english"]).or(&["person.language"]),
        free("default_currency", &["EUR"]).or(&[CURRENCY]),
        firm_street("shipping_street").or(&[KEPT]).gaps(60),
        firm_town("shipping_city").or(&[KEPT]).gaps(60),
        firm_region("shipping_state").or(&[KEPT]).gaps(60),
        firm_zip("shipping_zip").or(&[KEPT]).gaps(60),
        list("shipping_country", FIRM_COUNTRY, &["Italy"]).or(&[COUNTRY, KEPT]).gaps(60),
    ];
    let mut sheet = firms_sheet("sample_import_file.csv", Market::Italy, columns);
    sheet.rows = 58;
    sheet
}

/// Firms whom a dealer's reps visit, in the code page of German sheets.
pub(super) fn dealers() -> Sheet {
    let columns = vec![
        col("Firmenname", FIRM, |m| name(format!("{} {}", m.p.family, m.d.one_of(&["GmbH", "& Söhne KG", "e.K."]))))
            .or(&[COMPANY]),
        firm_street("Adresse"),
        firm_zip("Postleitzahl"),
        firm_town("Stadt"),
        list("Anrede", PREFIX, &["Herr", "Frau"]).or(&[GENDER]),
        full("Kontaktname").or(&[CONTACT]),
        free("weitere Kontakte", &["Frau Claußen (Empfang)", "Herr Dörr, Einkauf"]).or(&[NOTES]).gaps(75),
        firm_tel("Telefon", Dial::Home),
        col("Telefon 2", FIRM_PHONE, |m| m.tel(Dial::Home)).or(&[PHONE]).gaps(60),
        firm_mail("E-Mail").gaps(25),
        col("Impressum", FIRM_SITE, |m| {
            let page = site(m);
            Cell::plain(format!("{}/impressum", page.text))
        })
        .or(&[WEBSITE])
        .gaps(20),
        list("Branche", INDUSTRY, &["Gastronomie", "Handwerk", "Gesundheit", "Einzelhandel"]),
        free("Unterkategorie", &["Café", "Tischlerei", "Physiotherapie", "Bäckerei"]).or(&[INDUSTRY, TAGS, FIRM_TYPE]),
        other("Termin", |m| m.ahead(Style::Dmy('.'))).or(&[MET, DUE]).gaps(70),
    ];
    let mut sheet = firms_sheet("leads_import.csv", Market::Germany, columns);
    sheet.encoding = "windows-1252";
    sheet.delimiter = ';';
    sheet.crlf = true;
    sheet.rows = 72;
    sheet
}
