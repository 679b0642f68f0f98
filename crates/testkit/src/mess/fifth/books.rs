//! Address books of people and phones, lists of readers and of guests.

use super::cells::*;
use super::*;

/// An address book of a Spanish Outlook.
pub(super) fn outlook_spanish() -> Sheet {
    let columns = vec![
        list("Título", PREFIX, &["Sr.", "Sra.", "Dña."]).gaps(75),
        given("Nombre"),
        empty("Segundo nombre"),
        family("Apellidos"),
        empty("Sufijo"),
        firm("Organización").gaps(50),
        list("Departamento", DEPARTMENT, &["Compras", "Dirección", "Jurídico"]).gaps(85),
        job("Puesto").gaps(60),
        street("Calle del trabajo", STREET).gaps(65),
        town("Ciudad del trabajo", CITY).gaps(65),
        zip("Código postal del trabajo", POSTCODE).gaps(65),
        land("País o región del trabajo", COUNTRY).gaps(65),
        empty("Fax del trabajo"),
        desk("Teléfono del trabajo", Dial::Home).label("work").gaps(60),
        desk("Teléfono particular", Dial::Home).label("home").gaps(88),
        tel("Móvil", Dial::Mixed).label("mobile").gaps(15),
        free("Aniversario", &["0/0/00"]).or(&["person.anniversary"]),
        col("Cumpleaños", BORN, |m| {
            let day = m.born();
            if m.d.percent(80) { Cell::nothing("0/0/00", Kind::Date) } else { day.cell(Style::DmyBare('/')) }
        }),
        list("Categorías", TAGS, &["Clientes", "Proveedores", "Clientes;Marbella"]).gaps(50),
        mail("Dirección de correo electrónico").gaps(12),
        free("Tipo de correo electrónico", &["SMTP"]).gaps(12),
        other("Nombre para mostrar del correo electrónico", |m| m.full()).gaps(12),
        mail2("Dirección del correo electrónico 2").gaps(85),
        col("Cónyuge", SPOUSE, |m| Cell::plain(m.p.spouse.clone())).or(&["household.spouse.given_name"]).gaps(85),
        list("Notas", NOTES, &["Conocido en la feria de Málaga", "Prefiere que le escriban", "Tiene perro"]).gaps(70),
        col("Página web", WEBSITE, |m| Cell::plain(format!("www.{}", domain(m)))).gaps(85),
        free("Privado", &["Falso"]).or(&["person.is_private"]),
        free("Prioridad", &["Normal"]),
    ];
    let mut sheet = super::sheet("contactos.CSV", "person", Market::Spain, columns);
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.quotes = Quotes::Always;
    sheet.rows = 130;
    sheet
}

/// What Google Contacts gives today.
pub(super) fn google() -> Sheet {
    let columns = vec![
        given("First Name"),
        col("Middle Name", MIDDLE, |m| Cell::plain(m.p.middle.clone())).gaps(90),
        family("Last Name").gaps(15),
        list("Name Prefix", PREFIX, &["Dr.", "CA", "Adv."]).gaps(93),
        list("Nickname", "person.nickname", &["Bunty", "Raju bhai", "Chintu"]).gaps(93),
        firm("Organization Name").gaps(60),
        job("Organization Title").gaps(80),
        born("Birthday", Style::Iso).gaps(85),
        list("Notes", NOTES, &["2 bhk, Thane side", "NRI, comes in December", "Ref by Sethi ji"]).gaps(65),
        list("Labels", TAGS, &["* myContacts", "Buyers ::: * myContacts", "Owners ::: * myContacts"]),
        free("E-mail 1 - Label", &["* ", "Work", "Home"]).or(&["person.email[].label", EMAIL]).gaps(40),
        mail("E-mail 1 - Value").gaps(40),
        free("Phone 1 - Label", &["Mobile", "Work", "Home"]).or(&["person.phone[].label", PHONE]),
        col("Phone 1 - Value", PHONE, |m| m.tel(Dial::Mixed)),
        free("Phone 2 - Label", &["Mobile", "Home"]).or(&["person.phone[].label", PHONE]).gaps(70),
        col("Phone 2 - Value", PHONE, |m| m.other_tel(Dial::Mixed)).gaps(70),
        street("Address 1 - Street", STREET).gaps(75),
        town("Address 1 - City", CITY).gaps(70),
        land("Address 1 - Country", COUNTRY).gaps(70),
        free("Custom Field 1 - Label", &["Flat"]).gaps(80),
        free("Custom Field 1 - Value", &["B-1104", "A-302", "C-1901"]).or(&[UNIT]).gaps(80),
    ];
    let mut sheet = super::sheet("contacts (3).csv", "person", Market::India, columns);
    sheet.abroad = (vec![Market::Emirates], 8);
    sheet.rows = 230;
    sheet
}

/// An iPhone's book, as an app saves it.
pub(super) fn iphone() -> Sheet {
    let columns = vec![
        full("Display Name"),
        given("First Name"),
        family("Last Name").gaps(6),
        firm("Organization").gaps(55),
        tel("Phone: Mobile", Dial::World).label("mobile").gaps(15),
        desk("Phone: Home", Dial::World).label("home").gaps(75),
        desk("Phone: Work", Dial::World).label("work").gaps(75),
        mail("Email: Home").label("home").gaps(35),
        mail2("Email: Work").label("work").gaps(70),
        col("Address: Home", WHOLE, |m| Cell::plain(format!("{}\n{}\n{}", m.p.street, m.p.city, m.p.postcode)))
            .gaps(60),
        born("Birthday", Style::Iso).gaps(70),
        list("Note", NOTES, &["Gate code with PA", "Sons at Eton", "Prefers calls before noon"]).gaps(70),
    ];
    let mut sheet = super::sheet("My Contacts-2026-11-02.csv", "person", Market::Britain, columns);
    sheet.bom = true;
    sheet.abroad = (vec![Market::America, Market::France, Market::Emirates], 20);
    sheet
}

/// Readers of a letter in Mailchimp.
pub(super) fn mailchimp() -> Sheet {
    let columns = vec![
        mail("Email Address"),
        given("First Name").gaps(20),
        family("Last Name").gaps(25),
        whole_address("Address").gaps(85),
        tel("Phone Number", Dial::Home).gaps(70),
        col("Birthday", BORN, |m| m.birthday()).gaps(80),
        count("MEMBER_RATING", RATING, 1, 5),
        stamp("OPTIN_TIME", AGREED, Style::Iso, Clock::Seconds).or(&[CREATED]).gaps(30),
        other("OPTIN_IP", |m| Cell::plain(format!("192.0.2.{}", m.d.below(255)))).gaps(30),
        free_stamp("CONFIRM_TIME", Style::Iso, Clock::Seconds).or(&[AGREED, CREATED]),
        other("CONFIRM_IP", |m| Cell::plain(format!("198.51.100.{}", m.d.below(255)))),
        other("LATITUDE", |m| Cell::plain(format!("33.{:04}", m.d.below(10_000)))).gaps(40),
        other("LONGITUDE", |m| Cell::plain(format!("-84.{:04}", m.d.below(10_000)))).gaps(40),
        free("CC", &["US"]).or(&[COUNTRY]).gaps(40),
        free("REGION", &["GA", "NC", "FL"]).or(&[REGION]).gaps(40),
        recent_stamp("LAST_CHANGED", UPDATED, Style::Iso, Clock::Seconds),
        code("LEID", ID, "", 481_220_117),
        other("EUID", |m| token(m, "", 10)).or(&[ID]),
        list("NOTES", NOTES, &["Asked for the fall market report"]).gaps(95),
        list("TAGS", TAGS, &["\"Buyer\"", "\"Seller\",\"Newsletter\"", "\"Open House\""]).gaps(35),
    ];
    let mut sheet = super::sheet("subscribed_email_audience_export_6f1c2d.csv", "person", Market::America, columns);
    sheet.rows = 250;
    sheet
}

/// Guests of an evening, from the site that sold them their places.
pub(super) fn eventbrite() -> Sheet {
    let columns = vec![
        code("Order #", ID, "", 1_084_220_115).or(&[KEPT]).or_ask(),
        stamp("Order Date", CREATED, Style::Iso, Clock::Seconds).or(&[KEPT]).or_ask(),
        given("First Name"),
        family("Last Name"),
        mail("Email"),
        tally("Quantity", 1, 4),
        free("Ticket Type", &["General Admission", "VIP Preview"]),
        free("Event Name", &["Marylebone Preview Evening"]).or(&[SOURCE, CAMPAIGN, DETAIL, TAGS]),
        free("Attendee Status", &["Attending", "Checked In", "Not Attending"]).or(&[STATUS]),
        tel("Cell Phone", Dial::Mixed).label("mobile").gaps(20),
        job("Job Title").gaps(40),
        firm("Company").gaps(40),
        zip("Home Zip", POSTCODE).gaps(55),
        free("How did you hear about us?", &["Instagram", "A friend", "The Times", "Your agent"])
            .or(&[SOURCE, DETAIL, REFERRER])
            .gaps(30),
        col("What is your budget?", MAX, pound_bracket).or(&[MIN]).gaps(45),
        list("I agree to be contacted by email", BY_EMAIL, &["Yes", "No"]),
    ];
    let mut sheet = super::sheet("report-2026-10-21T0911.csv", "person", Market::Britain, columns);
    sheet.rows = 110;
    sheet
}

/// Answers to a form on the site, with long questions as headers.
pub(super) fn form_answers() -> Sheet {
    let columns = vec![
        stamp("Submitted At", CREATED, Style::Mdy('/'), Clock::Seconds),
        col("Token", ID, |m| token(m, "", 22)).or(&[KEPT]).or_ask(),
        given("First, what should we call you?").or(&[FULL, "person.nickname"]),
        mail("And your *email*?"),
        tel("What's the best number to reach you on?", Dial::Home).gaps(25),
        list("Are you buying, selling or both?", PURPOSE, &["Buying", "Selling", "Both"]).or(&[TAGS, STAGE]),
        list("Where are you looking?", LOCALITY, &["Cherry Creek", "Wash Park", "Highlands", "Not sure yet"])
            .or(&[TOWNS])
            .gaps(20),
        list("When are you hoping to move?", TIMEFRAME, &["ASAP", "1-3 months", "3-6 months", "Just curious"]),
        col("What's your price range?", MAX, dollars_noted).or(&[MIN]).gaps(15),
        list("Are you already pre-approved?", FINANCING, &["Yes", "No", "Paying cash"]).or(&[KEPT]).gaps(20),
        list("Anything else we should know?", NOTES, &["Two cats", "Need a fenced yard", "Lease ends in May"]).gaps(60),
    ];
    let mut sheet = super::sheet("responses-Buyer-Consult.csv", "person", Market::America, columns);
    sheet.rows = 80;
    sheet
}
