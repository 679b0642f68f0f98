//! Address books: what mail programs and telephones write out.

use super::super::maker::{email, phone as numbers};
use super::super::sheet::{Quotes, empty};
use super::super::value::Kind;
use super::*;

/// A mail program's address book in German, in the code page of its desk; days that nobody entered are noughts.
pub(super) fn german_book() -> Sheet {
    let columns = vec![
        list("Anrede", "person.prefix", &["Herr", "Frau", "Dr."]).gaps(20),
        given("Vorname"),
        empty("Weitere Vornamen"),
        family("Nachname"),
        empty("Suffix"),
        firm("Firma").gaps(40),
        list("Abteilung", "person.department", &["Einkauf", "Vorstand"]).gaps(80),
        job("Position").gaps(50),
        street("Straße geschäftlich", STREET).gaps(60),
        town("Ort geschäftlich", CITY).gaps(60),
        zip("Postleitzahl geschäftlich", POSTCODE).gaps(60),
        land("Land/Region geschäftlich", COUNTRY).gaps(60),
        street("Straße privat", STREET).gaps(40),
        town("Ort privat", CITY).gaps(40),
        zip("Postleitzahl privat", POSTCODE).gaps(40),
        land("Land/Region privat", COUNTRY).gaps(40),
        desk("Fax geschäftlich", Dial::Home).label("fax").gaps(85),
        desk("Telefon geschäftlich‖Telefon (geschäftlich)", Dial::Home).label("work").gaps(50),
        tel2("Telefon privat‖Telefon (privat)", Dial::Home).label("home").gaps(70),
        tel("Mobiltelefon", Dial::Home).label("mobile").gaps(10),
        empty("Pager"),
        mail("E-Mail-Adresse").gaps(15),
        other("E-Mail: Angezeigter Name", |m| Cell::plain(format!("{} {} ({})", m.p.given, m.p.family, m.p.email)))
            .or(&[FULL]),
        mail2("E-Mail 2: Adresse").gaps(85),
        col("Geburtstag", BORN, |m| if m.d.percent(60) { zeros() } else { m.born().cell(Style::DmyBare('.')) }),
        col("Jahrestag", "person.anniversary", |m| if m.d.percent(85) { zeros() } else { m.day(Style::DmyBare('.')) }),
        free("Geschlecht", &["Keine Angabe"]).or(&["person.gender"]),
        list("Kategorien‖Kategorie", TAGS, &["Geschäftlich", "Privat;Weihnachtskarte", "Makler"]).gaps(40),
        col("Partner", SPOUSE, |m| m.spouse()).gaps(75),
        list("Kinder", "household.children", &["Jonas, Lena", "Mia"]).gaps(85),
        list("Name Assistent", "household.assistant.name", &["Fr. Döring", "Hr. Wüst"]).gaps(90),
        free("Priorität", &["Normal"]),
        list("Privat", "person.is_private", &["Aus", "Aus", "Ein"]),
        free("Vertraulichkeit", &["Normal"]),
        list("Notizen", NOTES, &["Über Frau Nölte kennengelernt", "Sammelt Kunst"]).gaps(70),
    ];
    let mut sheet = super::sheet("Kontakte.CSV", "person", Market::Germany, columns);
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.quotes = Quotes::Always;
    sheet
}

fn zeros() -> Cell {
    Cell::nothing("0.0.00", Kind::Date)
}

/// A webmail's contacts in its older layout.
pub(super) fn old_google() -> Sheet {
    let columns = vec![
        full("Name"),
        given("Given Name"),
        empty("Additional Name"),
        family("Family Name"),
        empty("Yomi Name"),
        list("Name Prefix", "person.prefix", &["Mr", "Dr", "Lady"]).gaps(80),
        empty("Name Suffix"),
        list("Nickname", "person.nickname", &["Bunny", "Max"]).gaps(90),
        born("Birthday", Style::Iso).gaps(70),
        list("Gender", "person.gender", &["Female", "Male"]).gaps(85),
        list("Occupation", JOB, &["Barrister", "Vintner"]).gaps(85),
        list("Notes", NOTES, &["Met at the Chelsea lunch", "Prefers email"]).gaps(70),
        list("Group Membership", TAGS, &["* myContacts", "Buyers ::: * myContacts", "Landlords ::: * myContacts"]),
        kind_of("E-mail 1 - Type", "person.email[].label", "person.email[]", &["* ", "* Work", "* Home"]),
        col("E-mail 1 - Value", EMAIL, |m| {
            let (one, two) = (m.p.email.clone(), m.p.second_email.clone());
            if m.d.percent(15) { email(format!("{one} ::: {two}"), &[&one, &two]) } else { m.email() }
        })
        .gaps(10),
        kind_of("Phone 1 - Type", "person.phone[].label", PHONE, &["Mobile", "Work", "Home"]),
        col("Phone 1 - Value", PHONE, |m| {
            let (one, two) = (m.p.mobile.clone(), m.p.second.clone());
            if m.d.percent(15) {
                numbers(format!("{} ::: {}", one.e164(), two.e164()), &[&one, &two])
            } else {
                m.tel(Dial::World)
            }
        }),
        kind_of("Phone 2 - Type", "person.phone[].label", PHONE, &["Work", "Other"]).gaps(70),
        desk("Phone 2 - Value", Dial::Home).gaps(70),
        kind_of("Address 1 - Type", "person.address[].label", WHOLE, &["Home", "Work"]).gaps(30),
        col("Address 1 - Formatted", WHOLE, |m| Cell::plain(format!("{}\n{}\n{}", m.p.street, m.p.city, m.p.postcode))),
        street("Address 1 - Street", STREET),
        town("Address 1 - City", CITY),
        empty("Address 1 - PO Box"),
        zip("Address 1 - Postal Code", POSTCODE),
        land("Address 1 - Country", COUNTRY).gaps(40),
        empty("Organization 1 - Type"),
        firm("Organization 1 - Name").gaps(50),
        job("Organization 1 - Title").gaps(60),
        kind_of("Website 1 - Type", "person.website[].label", "person.website[]", &["Profile", "Home Page"]).gaps(85),
        col("Website 1 - Value", "person.website[]", |m| Cell::plain(format!("https://site{}.example/", m.row)))
            .gaps(85),
    ];
    super::sheet("google.csv", "person", Market::Britain, columns)
}

/// The kind of the value beside it, in the cell.
fn kind_of(header: &str, field: &'static str, also: &'static str, from: Words) -> Column {
    free(header, from).or(&[field, also])
}

/// The German program's sister in French, where a birthday is an anniversary.
pub(super) fn french_book() -> Sheet {
    let columns = vec![
        list("Titre", "person.prefix", &["M.", "Mme", "Me"]).gaps(20),
        given("Prénom"),
        empty("Deuxième prénom"),
        family("Nom"),
        firm("Société").gaps(35),
        list("Service", "person.department", &["Juridique", "Direction"]).gaps(80),
        job("Fonction").gaps(45),
        street("Rue (bureau)", STREET).gaps(55),
        town("Ville (bureau)", CITY).gaps(55),
        zip("Code postal (bureau)", POSTCODE).gaps(55),
        street("Rue (domicile)", STREET).gaps(45),
        town("Ville (domicile)", CITY).gaps(45),
        zip("Code postal (domicile)", POSTCODE).gaps(45),
        desk("Télécopie (bureau)", Dial::Home).label("fax").gaps(90),
        desk("Téléphone (bureau)", Dial::Home).label("work").gaps(45),
        tel2("Téléphone (domicile)", Dial::Home).label("home").gaps(70),
        tel("Tél. mobile", Dial::Home).label("mobile").gaps(8),
        mail("Adresse de messagerie").gaps(10),
        other("Nom complet de l'adresse de messagerie", |m| Cell::plain(format!("{} {}", m.p.given, m.p.family)))
            .or(&[FULL]),
        born("Anniversaire", Style::Dmy('/')).gaps(55),
        list("Catégories", TAGS, &["Notaires", "Acquéreurs;VIP", "Presse"]).gaps(35),
        col("Conjoint(e)", SPOUSE, |m| m.spouse()).gaps(80),
        list("Nom de l'assistant(e)", "household.assistant.name", &["Mme Garnier", "Mlle Leclère"]).gaps(90),
        col("Téléphone de l'assistant(e)", "household.assistant.phone", |m| m.other_tel(Dial::Home)).gaps(92),
        free("Critère de diffusion", &["Normale"]),
        list("Notes", NOTES, &["Vu au dîner d'octobre", "Parle anglais"]).gaps(70),
    ];
    let mut sheet = super::sheet("contacts.CSV", "person", Market::France, columns);
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet
}

/// A telephone's contacts through an app, in UTF-16.
pub(super) fn phone() -> Sheet {
    let columns = vec![
        given("First name"),
        family("Last name"),
        col("Mobile", PHONE, |m| m.tel_by_hand()).label("mobile"),
        tel2("iPhone", Dial::World).gaps(80),
        desk("Work phone", Dial::World).label("work").gaps(75),
        mail("Home email").label("home").gaps(45),
        mail2("Work email").label("work").gaps(70),
        firm("Company").gaps(55),
        job("Job title").gaps(65),
        town("Home address city", CITY).gaps(70),
        land("Home address country", COUNTRY).gaps(70),
        born("Birthday", Style::DayMonYear).gaps(80),
        list("Note‖Notes", NOTES, &["broker - Marina", "met at Cityscape", "tenant of unit 1204"]).gaps(60),
    ];
    let mut sheet = super::sheet("Contacts Backup 05-02-2026.csv", "person", Market::Emirates, columns);
    sheet.encoding = "utf-16le";
    sheet.bom = true;
    sheet.delimiter = '\t';
    sheet.abroad = (vec![Market::India, Market::Britain], 30);
    sheet
}
