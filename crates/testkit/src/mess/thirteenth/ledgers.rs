//! What managers of houses, books and papers to be signed hand out: people, firms and deals.

use super::*;

/// Who lives where, out of an American system for the management of houses.
pub(super) fn tenant_directory() -> Sheet {
    let columns = vec![
        list(
            "Property",
            PROPERTY,
            &["Juniper Court - 410 Juniper Ln", "Stonegate Lofts - 88 Stonegate Dr", "Harbor Point"],
        )
        .or(&[PLACE, PROJECT]),
        unit("Unit"),
        col("Tenant", FULL, |m| m.family_first()),
        free("Status", &["Current", "Current", "Notice", "Future", "Past"]).or(&[STATUS, STAGE]),
        free("Tenant Type", &["Financially Responsible", "Occupant"]).or(&[TAGS]),
        list("Unit Type", KIND, &["1x1", "2x2", "Studio"]).or(&[ROOMS, KEPT]).gaps(25),
        col("Phone Numbers", PHONE, |m| {
            let first = m.tel(Dial::Home);
            phone(format!("Mobile: {}", first.text), &[&m.p.mobile])
        })
        .gaps(8),
        mail("Emails").gaps(10),
        other("Move-in", |m| m.day(Style::Mdy('/'))).or(&[SEEN]).gaps(5),
        other("Move-out", |m| m.ahead(Style::Mdy('/'))).gaps(80),
        other("Lease From", |m| m.day(Style::Mdy('/'))).or(&[SEEN]),
        other("Lease To", |m| m.ahead(Style::Mdy('/'))).or(&[DUE]).gaps(12),
        sum("Rent", RENT, whole(1_450, 25, with_cents_us, "USD", false)).or(&[PRICE, AMOUNT, KEPT]),
        free("Deposit", &["500.00", "1,500.00", "2,000.00"]),
        free("Late Count", &["0", "0", "1", "3"]),
        free("Past Due", &["0.00", "0.00", "125.00"]),
        free("Insurance", &["Yes", "No"]).gaps(40),
        list("Tags", TAGS, &["Pets", "Section 8", "Renewal sent"]).gaps(75),
    ];
    let mut sheet = sheet("tenant_directory-20260302.csv", "person", Market::America, columns);
    sheet.entity_accept = &["interest"];
    let width = sheet.columns.len();
    sheet.below = vec![padded(&["Total", "#"], width)];
    sheet.rows = 138;
    sheet
}

/// Papers that an office in Britain sent out to be signed.
pub(super) fn envelopes() -> Sheet {
    const STATUS: Words = &["Completed", "Sent", "Completed", "Delivered", "Declined", "Completed", "Voided"];
    fn status(m: &Maker) -> &'static str {
        STATUS[m.row % STATUS.len()]
    }
    fn at(header: &str) -> Column {
        other(header, |m| {
            let day = later(m);
            m.moment(day, Style::Dmy('/'), Clock::Minutes)
        })
    }
    let columns = vec![
        col("Subject", DEAL, |m| {
            let what = m.d.word(&["Reservation agreement", "Memorandum of sale", "Sole agency agreement"]);
            Cell::plain(format!("{what}: {}", m.p.street))
        })
        .or(&[SUBJECT, TASK]),
        turn("Status", DEAL_STATUS, STATUS).or(&[DEAL_STAGE, OUTCOME, TASK_STATUS]),
        col("Envelope ID", DEAL_ID, |m| {
            let parts = [8, 4, 4, 4, 12].map(|length| token(m, length));
            Cell::plain(parts.join("-").to_uppercase())
        })
        .or(&[TALK_ID, TASK_ID, KEPT]),
        turn("Sender Name", DEAL_OWNER, &["Imogen Farrington", "Guy Marlowe"])
            .or(&[OWNER, ASSIGNEE])
            .or(&[TASK_FOR, TALK_BY]),
        other("Sender Email", |m| Cell::plain(["imogen@example.com", "guy@example.com"][m.row % 2])).or(&[OWNER]),
        free("Account Name", &["Elmstead Estates"]),
        deal_contact("Recipient Name").or(&[TALKER, TASK_CONTACT]),
        mail("Recipient Email"),
        free("Recipient Role", &["Signer", "Signer", "Carbon Copy"]),
        free("Recipient Status", &["Signed", "Viewed", "Sent"]),
        stamp("Sent On", DEAL_MADE, Style::Dmy('/'), Clock::Minutes).or(&[CREATED, MET, KEPT]),
        at("Last Activity On").or(&[ACTIVE, DEAL_UPDATED, UPDATED]),
        other("Completed On", |m| {
            if status(m) != "Completed" {
                return Cell::default();
            }
            let day = later(m);
            m.moment(day, Style::Dmy('/'), Clock::Minutes)
        })
        .or(&[WON, DONE, CLOSING]),
        at("Expires On").or(&[CLOSING, DUE]).gaps(20),
        col("Decline Reason", LOST_BECAUSE, |m| {
            if status(m) == "Declined" { m.pick(&["Fee not agreed", "Buyer withdrew"]) } else { Cell::default() }
        })
        .or(&[KEPT]),
        free("Signing Location", &["London", "Bristol"]).gaps(60),
        free("Template Name", &["Reservation v3", "MoS", "Sole agency"]).or(&[PIPELINE]).gaps(10),
    ];
    let mut sheet = sheet("Envelope Report.csv", "opportunity", Market::Britain, columns);
    sheet.entity_accept = &["task", "interaction", "person"];
    sheet.bom = true;
    sheet.crlf = true;
    sheet.rows = 72;
    sheet
}

/// Whom an office in India bills.
pub(super) fn customers_in() -> Sheet {
    fn business(m: &Maker) -> bool {
        m.row % 4 == 1
    }
    let columns = vec![
        col("Contact ID", ID, |m| Cell::plain((982_000_000_073_011_usize + m.row * 58).to_string())).or(&[FIRM_ID]),
        moment("Created Time", CREATED, |m| {
            let day = m.met();
            database(m, day)
        })
        .or(&[FIRM_MADE]),
        moment("Last Modified Time", UPDATED, |m| {
            let day = later(m);
            database(m, day)
        })
        .or(&[FIRM_UPDATED]),
        col("Display Name", FULL, |m| if business(m) { company(m) } else { m.full() }).or(&[FIRM, COMPANY]),
        col("Company Name", COMPANY, |m| if business(m) { company(m) } else { Cell::default() }).or(&[FIRM]),
        list("Salutation", PREFIX, &["Mr.", "Mrs.", "Ms.", "Dr."]).gaps(25),
        given("First Name"),
        family("Last Name"),
        tel("Phone", Dial::World).or(&[FIRM_PHONE]).gaps(12),
        tel2("MobilePhone", Dial::World).or(&[FIRM_PHONE]).gaps(70),
        mail("EmailID").or(&[FIRM_EMAIL]).gaps(10),
        empty("Website").or(&[WEBSITE, FIRM_SITE]),
        free("Currency Code", &["INR"]).or(&[CURRENCY]),
        free("Status", &["Active", "Active", "Inactive"]).or(&[STATUS]),
        other("Customer Sub Type", |m| Cell::plain(if business(m) { "business" } else { "individual" }))
            .or(&[FIRM_TYPE, TAGS]),
        street("Billing Address", STREET).or(&[FIRM_STREET, WHOLE, FIRM_WHOLE]).gaps(15),
        town("Billing City", CITY).or(&[FIRM_CITY]).gaps(12),
        region("Billing State", REGION).or(&[FIRM_REGION]).gaps(12),
        zip("Billing Code", POSTCODE).or(&[FIRM_POSTCODE]).gaps(20),
        land("Billing Country", COUNTRY).or(&[FIRM_COUNTRY]).gaps(12),
        free("GST Treatment", &["consumer", "consumer", "business_gst"]),
        other("GST Identification Number (GSTIN)", |m| if business(m) { gstin(m) } else { Cell::default() })
            .or(&[FIRM_NUMBER]),
        other("PAN Number", pan).or(&[FIRM_NUMBER, ID]).gaps(55),
        free("Payment Terms Label", &["Due on Receipt", "Net 15"]),
        free("Opening Balance", &["0.00", "45000.00", "118000.00"]).gaps(30),
        list("Notes", NOTES, &["Brokerage 2% on registration", "Bill in wife's name", "TDS to be deducted"])
            .or(&[FIRM_NOTES])
            .gaps(65),
    ];
    let mut sheet = sheet("Contacts.csv", "person", Market::India, columns);
    sheet.entity_accept = &["account"];
    sheet.rows = 108;
    sheet
}

/// Whom an agency in France works with, out of the program that it bills with.
pub(super) fn companies_fr() -> Sheet {
    let columns = vec![
        code("Référence", FIRM_ID, "CLI-", 1_042).or(&[ID]),
        free("Type de tiers", &["Client", "Prospect", "Fournisseur"]).or(&[FIRM_TYPE, STAGE]),
        firm_name("Raison sociale"),
        free("Forme juridique", &["SARL", "SCI", "SAS", "EURL"]).or(&[FIRM_TYPE]).gaps(20),
        col("SIRET", FIRM_NUMBER, |m| Cell::plain(format!("000{:06}00{:03}", m.d.below(1_000_000), m.d.below(1_000))))
            .gaps(25),
        other("N° TVA intracommunautaire", |m| Cell::plain(format!("FR00000{:06}", m.d.below(1_000_000))))
            .or(&[FIRM_NUMBER])
            .gaps(50),
        list("Secteur d'activité", INDUSTRY, &["Promotion immobilière", "Notariat", "Diagnostics", "Bâtiment"])
            .gaps(15),
        count("Effectif", STAFF, 1, 180).gaps(55),
        firm_mail("Email principal").gaps(15),
        firm_tel("Téléphone principal", Dial::Home).gaps(15),
        firm_site("Site internet").gaps(45),
        firm_street("Adresse de facturation").gaps(10),
        list("Complément d'adresse", FIRM_STREET2, &["Bât. B", "BP 14", "2e étage"]).or(&[STREET2]).gaps(85),
        firm_zip("Code postal").gaps(8),
        firm_town("Ville").gaps(8),
        firm_land("Pays"),
        col("Contact principal", FULL, |m| m.full()).or(&[CONTACT, KEPT]).or_ask().gaps(20),
        list("Fonction du contact", JOB, &["Gérant", "Directrice", "Responsable travaux", "Clerc"]).gaps(45),
        list("Commercial", FIRM_OWNER, &["Margaux Besson", "Hervé Dumont"]).or(&[OWNER, ASSIGNEE]).gaps(15),
        free("Délai de paiement", &["À réception", "30 jours", "45 jours fin de mois"]),
        day("Date de création", FIRM_MADE, Style::Dmy('/')).or(&[CREATED]),
        list("Commentaire", FIRM_NOTES, &["Apporteur d'affaires", "Paie en retard", "Lots à Bordeaux"])
            .or(&[NOTES])
            .gaps(55),
    ];
    let mut sheet = sheet("export_societes_20260302.csv", "account", Market::France, columns);
    sheet.entity_accept = &["person"];
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.quotes = Quotes::Always;
    sheet.rows = 78;
    sheet
}

/// Customers of a German office, out of its program for invoices.
pub(super) fn customers_de() -> Sheet {
    fn firm_row(m: &Maker) -> bool {
        m.row % 5 == 3
    }
    let columns = vec![
        col("Kundennummer", ID, |m| Cell::plain((10_201 + m.row).to_string())).or(&[FIRM_ID]),
        col("Firmenname", COMPANY, |m| {
            Cell::plain(if firm_row(m) { format!("{} GmbH", m.p.company) } else { String::new() })
        })
        .or(&[FIRM]),
        list("Anrede", PREFIX, &["Herr", "Frau"]).or(&[GENDER]).gaps(8),
        list("Titel", PREFIX, &["Dr.", "Prof."]).or(&[KEPT]).gaps(92),
        given("Vorname"),
        family("Nachname"),
        list("Zusatz", STREET2, &["Hinterhaus", "Erdgeschoss"]).or(&[FIRM_STREET2, KEPT]).gaps(90),
        street("Straße/Hausnummer", STREET).or(&[FIRM_STREET]).gaps(5),
        zip("PLZ", POSTCODE).or(&[FIRM_POSTCODE]).gaps(5),
        town("Ort", CITY).or(&[FIRM_CITY]).gaps(5),
        // Numbers without their code are German ones: of somebody in Austria, `0699 …` is a mobile there.
        list("Land", COUNTRY, &["Deutschland"]).or(&[FIRM_COUNTRY]),
        mail("E-Mail geschäftlich").or(&[FIRM_EMAIL]).gaps(20),
        mail2("E-Mail privat").gaps(80),
        desk("Telefon geschäftlich", Dial::Home).or(&[FIRM_PHONE]).gaps(50),
        tel("Telefon mobil", Dial::Home).gaps(15),
        empty("Fax").or(&[PHONE, FIRM_PHONE]),
        empty("Umsatzsteuer-ID").or(&[FIRM_NUMBER]),
        free("Zahlungsziel (Tage)", &["14", "30"]).gaps(20),
        list("Notiz", NOTES, &["Provision 3,57 %", "Rechnung per Post", "Verkauf Kastanienallee"])
            .or(&[FIRM_NOTES])
            .gaps(60),
        free("Archiviert", &["nein", "nein", "ja"]),
    ];
    let mut sheet = sheet("Kontakte_Export_02.03.2026.csv", "person", Market::Germany, columns);
    sheet.entity_accept = &["account"];
    sheet.delimiter = ';';
    sheet.bom = true;
    sheet.rows = 94;
    sheet
}
