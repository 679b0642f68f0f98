//! What address books, mailings, forms and tools for messages hand out and take in: people.

use super::*;

/// Who takes a newsletter, as the tool that sends it exports them.
pub(super) fn audience() -> Sheet {
    fn address(m: &mut Maker) -> Cell {
        Cell::plain(format!("192.0.2.{}", 1 + m.d.below(250)))
    }
    fn subscribed(m: &mut Maker) -> Cell {
        let day = m.met();
        database(m, day)
    }
    let columns = vec![
        mail("Email Address"),
        given("First Name").gaps(12),
        family("Last Name").gaps(18),
        col("Address", WHOLE, whole_address).or(&[STREET]).gaps(80),
        tel("Phone Number", Dial::Home).gaps(55),
        col("Birthday", BORN, |m| m.birthday()).or(&[KEPT]).gaps(80),
        list("MEMBER_RATING", RATING, &["2", "2", "3", "4", "5"]).or(&[SCORE, KEPT]),
        moment("OPTIN_TIME", AGREED, subscribed).or(&[CREATED, KEPT]).gaps(50),
        other("OPTIN_IP", address).gaps(60),
        // One moment of consent is kept, and the column before it may hold that.
        other("CONFIRM_TIME", subscribed).or(&[AGREED, CREATED]),
        other("CONFIRM_IP", address),
        other("LATITUDE", |m| degrees(m, 30)).gaps(30),
        other("LONGITUDE", |m| Cell::plain(format!("-{}", degrees(m, 95).text))).gaps(30),
        free("GMTOFF", &["-6", "-8", "-5"]).gaps(30),
        free("DSTOFF", &["-5", "-7", "-4"]).gaps(30),
        free("TIMEZONE", &["America/Chicago", "America/Los_Angeles", "America/New_York"]).gaps(30),
        list("CC", COUNTRY, &["US", "US", "CA"]).or(&[KEPT]).gaps(30),
        region("REGION", REGION).or(&[KEPT]).gaps(30),
        moment("LAST_CHANGED", UPDATED, |m| {
            let day = later(m);
            database(m, day)
        }),
        other("LEID", |m| Cell::plain((90_498_000 + m.row * 7).to_string())).or(&[ID]),
        col("EUID", ID, |m| Cell::plain(token(m, 10))).or(&[KEPT]),
        empty("NOTES").or(&[NOTES]),
        list("TAGS", TAGS, &["\"Buyers\"", "\"Buyers\",\"Open house\"", "\"Past clients\""]).gaps(25),
    ];
    let mut sheet = sheet("subscribed_email_audience_export.csv", "person", Market::America, columns);
    sheet.rows = 150;
    sheet
}

/// Whom an agent is connected with on a network for work.
pub(super) fn connections() -> Sheet {
    let columns = vec![
        given("First Name"),
        family("Last Name"),
        col("URL", SOCIAL, profile).or(&[WEBSITE]),
        mail("Email Address").gaps(85),
        firm("Company").gaps(5),
        job("Position").gaps(5),
        other("Connected On", |m| m.day(Style::DayMonYear)).or(&[CREATED, MET]),
    ];
    let width = columns.len();
    let mut sheet = sheet("Connections.csv", "person", Market::Emirates, columns);
    sheet.above = vec![
        padded(&["Notes:"], width),
        padded(&["When exporting your connection data, you may notice that some email addresses are missing."], width),
    ];
    sheet.abroad = (vec![Market::India, Market::Britain], 40);
    sheet.rows = 240;
    sheet
}

/// The contacts of a site that appraisers and lenders keep.
pub(super) fn site_contacts() -> Sheet {
    let columns = vec![
        given("FirstName"),
        family("LastName"),
        col("MiddleName", "person.middle_name", |m| Cell::plain(m.p.middle.clone())).gaps(70),
        job("JobTitle").gaps(45),
        firm("Company").gaps(35),
        list("Suffix", "person.suffix", &["Jr.", "III", "Esq."]).gaps(90),
        list("Title", PREFIX, &["Mr.", "Mrs.", "Ms.", "Dr."]).gaps(35),
        street("HomeAddress1", STREET).gaps(30),
        list("HomeAddress2", STREET2, &["Apt 4", "Unit 12B"]).gaps(85),
        town("HomeCity", CITY).gaps(30),
        region("HomeState", REGION).gaps(30),
        zip("HomeZip", POSTCODE).gaps(30),
        land("HomeCountry", COUNTRY).gaps(40),
        empty("BusinessAddress1").or(&[STREET, FIRM_STREET]),
        empty("BusinessAddress2").or(&[STREET2]),
        empty("BusinessCity").or(&[CITY, FIRM_CITY]),
        empty("BusinessState").or(&[REGION, FIRM_REGION]),
        desk("Fax", Dial::Home).label("fax").gaps(88),
        empty("BusinessZip").or(&[POSTCODE, FIRM_POSTCODE]),
        empty("BusinessCountry").or(&[COUNTRY, FIRM_COUNTRY]),
        mail("HomeEmail").gaps(15),
        other("HomeEmailDisplayName", |m| m.full()).or(&[FULL, NICKNAME]).gaps(40),
        mail2("BusinessEmail").gaps(65),
        other("BusinessEmailDisplayName", |m| m.full()).or(&[FULL, NICKNAME]).gaps(70),
        empty("MobileDeviceEmail").or(&[EMAIL]),
        empty("MobileDeviceEmailDisplayName"),
        desk("HomePhone", Dial::Home).gaps(55),
        tel2("BusinessPhone", Dial::Home).gaps(60),
        tel("CellPhone", Dial::Home).gaps(12),
        list("Notes", NOTES, &["Refers FHA buyers", "Closed on Maple Ridge 2022", "Prefers text"]).gaps(55),
        born("BirthDate", Style::Mdy('/')).gaps(70),
    ];
    let mut sheet = sheet("ContactImport.csv", "person", Market::America, columns);
    sheet.crlf = true;
    sheet.rows = 94;
    sheet
}

/// Numbers for messages in bulk, with what the team knows of each in two columns of its own.
pub(super) fn messages() -> Sheet {
    let columns = vec![
        full("Name").gaps(6),
        free("CountryCode", &["91"]),
        col("Phone", PHONE, bare),
        list("AllowCampaign", BY_WHATSAPP, &["TRUE", "TRUE", "FALSE"]).or(&[KEPT]),
        list("AllowSMS", BY_SMS, &["TRUE", "FALSE"]).or(&[KEPT]),
        free("Attribute 1", &["99acres", "MagicBricks", "Property expo", "Housing"]).or(&[SOURCE, TAGS]).gaps(10),
        free("Attribute 2", &["Alderbrook Greens", "Keystone Heights", "Oakhurst Villas"])
            .or(&[PROJECT, PROPERTY, TAGS])
            .gaps(20),
    ];
    let mut sheet = sheet("Contacts_Upload_Campaign.csv", "person", Market::India, columns);
    sheet.bom = true;
    sheet.crlf = true;
    sheet.rows = 260;
    sheet
}

/// Who took a ticket for an evening with a developer.
pub(super) fn guests() -> Sheet {
    let columns = vec![
        other("Order #", |m| Cell::plain((11_211_912_243 + m.row * 311).to_string())).or(&[ID]),
        moment("Order Date", CREATED, |m| {
            let day = m.met();
            short_american(m, day)
        })
        .or(&[KEPT]),
        given("First Name"),
        family("Last Name"),
        mail("Email"),
        free("Quantity", &["1"]),
        empty("Price Tier"),
        free("Ticket Type", &["General Admission", "Broker pass", "VIP preview"]).or(&[TAGS]),
        other("Attendee #", |m| Cell::plain((18_300_100 + m.row * 17).to_string())).or(&[ID]),
        empty("Group"),
        free("Order Type", &["Free Order", "Eventbrite Completed"]),
        free("Currency", &["USD"]),
        free("Total Paid", &["0.00", "0.00", "25.00"]),
        free("Fees Paid", &["0.00"]),
        free("Eventbrite Fees", &["0.00"]),
        free("Eventbrite Payment Processing", &["0.00"]),
        free("Attendee Status", &["Attending", "Attending", "Checked In", "Not Attending"]).or(&[STATUS, INTEREST]),
        street("Home Address 1", STREET).gaps(40),
        list("Home Address 2", STREET2, &["Apt 3", "#210"]).gaps(88),
        town("Home City", CITY).gaps(40),
        region("Home State", REGION).gaps(40),
        zip("Home Zip", POSTCODE).gaps(40),
        list("Home Country", COUNTRY, &["US"]).gaps(40),
        list("How did you hear about this event?", SOURCE, &["Instagram", "My agent", "Email", "Friend"])
            .or(&[DETAIL, KEPT])
            .gaps(25),
        job("Job Title").gaps(40),
        firm("Company").gaps(40),
    ];
    let mut sheet = sheet("report-2026-03-02.csv", "person", Market::America, columns);
    sheet.rows = 128;
    sheet
}

/// Answers to a form on a team's page, between the columns that the tool adds on its own.
pub(super) fn form() -> Sheet {
    let columns = vec![
        col("#", ID, |m| Cell::plain(token(m, 32))).or(&[KEPT]),
        given("First name"),
        family("Last name"),
        col("Phone number", PHONE, |m| {
            let p = m.p.mobile.clone();
            phone(format!("'{}", p.e164()), &[&p])
        }),
        mail("Email"),
        list("Are you looking to buy or rent?", PURPOSE, &["Buy", "Rent", "Not sure yet"]),
        sum("What's your maximum budget (£)?", MAX, whole(300_000, 10_000, plain, "GBP", true)).or(&[MIN]).gaps(10),
        list("How many bedrooms do you need?", BEDROOMS, &["1", "2", "3", "4"]).gaps(10),
        list(
            "Which areas are you interested in?",
            LOCALITY,
            &["Islington", "Wandsworth, Clapham", "Anywhere on the Northern line"],
        )
        .or(&[TOWNS])
        .gaps(15),
        list("When would you like to move?", TIMEFRAME, &["As soon as possible", "1-3 months", "3-6 months"]),
        list("Anything else we should know?", NOTES, &["We have a cat", "Chain free", "Must have garden"])
            .or(&[MUST, BODY])
            .gaps(60),
        free("Response Type", &["completed", "completed", "partial"]),
        other("Start Date (UTC)", |m| {
            let day = m.met();
            database(m, day)
        })
        .or(&[CREATED]),
        empty("Stage Date (UTC)"),
        moment("Submit Date (UTC)", CREATED, |m| {
            let day = m.met();
            database(m, day)
        })
        .or(&[MET, KEPT]),
        other("Network ID", |m| Cell::plain(token(m, 10))),
        empty("Tags").or(&[TAGS]),
    ];
    let mut sheet = sheet("responses-rT4bXq.csv", "person", Market::Britain, columns);
    sheet.rows = 86;
    sheet
}

/// Addresses that a suite for German offices takes in.
pub(super) fn addresses_de() -> Sheet {
    let columns = vec![
        ident("Kunden-Nr.", ID, "K-10").or(&[FIRM_ID]).gaps(10),
        empty("Lieferanten-Nr").or(&[ID, FIRM_ID]),
        // A key to search by; both names stand in columns of their own.
        other("Suchname", |m| Cell::plain(format!("{} {}", m.p.family, m.p.given))).or(&[FULL, NICKNAME]),
        other("ADRESSE ID", |m| Cell::plain((5_100 + m.row * 2).to_string())).or(&[ID]),
        empty("Hauptadresse"),
        free("Typ", &["privat", "privat", "geschäftlich"]).or(&[TAGS, FIRM_TYPE]),
        list("Bemerkung", NOTES, &["Sucht Altbau in Ottensen", "Kapitalanleger", "Nur schriftlich"]).gaps(55),
        list("Anrede", PREFIX, &["Herr", "Frau"]).or(&[GENDER]),
        firm("Firma").gaps(60),
        empty("Zusatz").or(&[STREET2]),
        street("Straße", STREET).gaps(10),
        zip("PLZ", POSTCODE).gaps(10),
        town("Ort", CITY).gaps(10),
        list("Titel", PREFIX, &["Dr.", "Prof. Dr."]).or(&[KEPT]).gaps(90),
        family("Name"),
        given("Vorname"),
        born("Geburtstag", Style::Dmy('.')).gaps(65),
        list("Abteilung", DEPARTMENT, &["Einkauf", "Verwaltung"]).gaps(90),
        job("Position").gaps(75),
        desk("Telefon 1", Dial::Home).gaps(30),
        tel2("Telefon 2", Dial::Home).gaps(85),
        empty("Fax").or(&[PHONE]),
        tel("Mobil", Dial::Home).gaps(20),
        mail("E-Mail 1").gaps(10),
        mail2("E-Mail 2").gaps(85),
        col("Internet", WEBSITE, site).or(&[FIRM_SITE]).gaps(80),
        // Numbers without their code are German ones: of somebody in Austria, `0699 …` is a mobile there.
        list("Land", COUNTRY, &["DE"]),
        free("Briefanrede", &["Sehr geehrter Herr", "Sehr geehrte Frau"]).gaps(20),
        other("Bearbeitet", |m| later(m).cell(Style::Dmy('.'))).or(&[UPDATED]),
    ];
    let mut sheet = sheet("Adressen.csv", "person", Market::Germany, columns);
    sheet.entity_accept = &["account"];
    sheet.delimiter = ';';
    sheet.quotes = Quotes::Always;
    sheet.rows = 97;
    sheet
}

/// Buyers whom a builder in Brazil takes into its portal.
pub(super) fn owners_br() -> Sheet {
    let columns = vec![
        free("Código de Endereçamento", &["T1-0101", "T1-0402", "T2-1103", "T2-0904"]).or(&[LISTING]),
        unit("Unidade"),
        full("Nome do cliente"),
        other("CPF", |m| Cell::plain(format!("000.{:03}.{:03}-00", m.d.below(1_000), m.d.below(1_000)))).or(&[ID]),
        born("Data de nascimento", Style::Dmy('/')).gaps(20),
        mail("Email").gaps(8),
        tel("Telefone/celular", Dial::Home),
        free("Situação contratual", &["Regular", "Irregular", "Não informada"]).or(&[STATUS, STAGE, KYC]),
        other("Data da previsão de entrega", |m| m.ahead(Style::Dmy('/'))).or(&[CLOSING]),
    ];
    let mut sheet = sheet("Dados Cliente.csv", "person", Market::Brazil, columns);
    sheet.entity_accept = &["interest"];
    sheet.delimiter = ';';
    sheet.rows = 84;
    sheet
}
