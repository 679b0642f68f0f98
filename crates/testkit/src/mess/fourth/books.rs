//! Address books.

use super::super::sheet::empty;
use super::*;

/// What the new Outlook writes: most of its columns stay empty.
pub(super) fn outlook() -> Sheet {
    let mut columns = vec![
        given("First Name"),
        empty("Middle Name"),
        family("Last Name").gaps(6),
        list("Title", PREFIX, &["Mr.", "Ms."]).gaps(80),
        empty("Suffix"),
        col("Nickname", "person.nickname", |m| Cell::plain(m.p.given.chars().take(3).collect::<String>())).gaps(85),
        mail("E-mail Address").gaps(12),
        mail2("E-mail 2 Address").gaps(85),
        empty("E-mail 3 Address"),
        tel2("Home Phone", Dial::World).label("home").gaps(80),
        empty("Home Phone 2"),
        desk("Business Phone", Dial::World).label("work").gaps(60),
        empty("Business Phone 2"),
        tel("Mobile Phone", Dial::World).label("mobile").gaps(12),
        empty("Car Phone"),
        empty("Other Phone"),
        empty("Primary Phone"),
        empty("Business Fax"),
        empty("Company Main Phone"),
        job("Job Title").gaps(45),
        list("Department", "person.department", &["Finance", "Legal", "Operations"]).gaps(75),
        firm("Company").gaps(35),
        col("Manager's Name", "household.manager.name", |m| Cell::plain(format!("{} {}", m.p.spouse, "Seth"))).gaps(90),
        col("Assistant's Name", "household.assistant.name", |m| Cell::plain(format!("{} {}", m.p.spouse, "Roy")))
            .gaps(85),
        empty("Assistant's Phone"),
        street("Business Street", STREET).gaps(60),
        town("Business City", CITY).gaps(55),
        state("Business State", REGION).gaps(60),
        zip("Business Postal Code", POSTCODE).gaps(65),
        land("Business Country/Region", COUNTRY).gaps(55),
    ];
    columns.extend(["Home Street", "Home City", "Home State", "Home Postal Code", "Home Country/Region"].map(empty));
    columns.extend([
        empty("Personal Web Page"),
        col("Spouse", SPOUSE, |m| m.spouse()).gaps(88),
        empty("Schools"),
        empty("Hobby"),
        col("Web Page", WEBSITE, |m| Cell::plain(format!("https://{}", domain(m)))).gaps(80),
        born("Birthday", Style::MdyBare('/')).gaps(80),
        empty("Anniversary"),
        list("Notes", NOTES, &["Banker, knows the family", "Met at the Prabhadevi preview"]).gaps(75),
    ]);
    let mut sheet = super::sheet("contacts (3).csv", "person", Market::India, columns);
    sheet.abroad = (vec![Market::Emirates, Market::Britain], 20);
    sheet.bom = true;
    sheet.crlf = true;
    sheet.rows = 150;
    sheet
}

/// The old Outlook in Italian.
pub(super) fn outlook_italian() -> Sheet {
    let columns = vec![
        list("Titolo", PREFIX, &["Dott.", "Avv.", "Sig.ra", "Ing."]).gaps(50),
        given("Nome"),
        empty("Secondo nome"),
        family("Cognome"),
        firm("Società").gaps(45),
        list("Reparto", "person.department", &["Acquisti", "Amministrazione"]).gaps(80),
        job("Posizione").gaps(60),
        street("Via (uff.)", STREET).gaps(50),
        town("Città (uff.)", CITY).gaps(50),
        state("Provincia (uff.)", REGION).gaps(55),
        zip("CAP (uff.)", POSTCODE).gaps(55),
        land("Paese (uff.)", COUNTRY).gaps(60),
        empty("Fax (uff.)"),
        desk("Telefono (uff.)", Dial::World).label("work").gaps(50),
        tel2("Abitazione", Dial::World).label("home").gaps(80),
        tel("Cellulare", Dial::World).label("mobile").gaps(10),
        mail("Indirizzo posta elettronica").gaps(15),
        mail2("Indirizzo posta elettronica 2").gaps(90),
        list("Categorie", TAGS, &["Clienti", "Fornitori", "Clienti;VIP"]).gaps(50),
        col("Compleanno", BORN, |m| {
            if m.d.percent(70) { Cell::nothing("0/0/00", Kind::Date) } else { m.born().cell(Style::Dmy('/')) }
        }),
        empty("Ricorrenza"),
        list("Note", NOTES, &["Cugino del notaio", "Preferisce la sera"]).gaps(70),
        free("Privato", &["Falso"]).or(&["person.is_private"]),
    ];
    let mut sheet = super::sheet("Contatti.CSV", "person", Market::Italy, columns);
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet
}

/// Google's address book of a broker in India.
pub(super) fn google() -> Sheet {
    let columns = vec![
        given("First Name").gaps(2),
        empty("Middle Name"),
        family("Last Name").gaps(25),
        empty("Phonetic First Name"),
        empty("Phonetic Middle Name"),
        empty("Phonetic Last Name"),
        empty("Name Prefix"),
        empty("Name Suffix"),
        empty("Nickname"),
        empty("File As"),
        firm("Organization Name").gaps(65),
        job("Organization Title").gaps(75),
        empty("Organization Department"),
        born("Birthday", Style::Iso).gaps(90),
        list("Notes", NOTES, &["3bhk salt lake", "channel partner", "rental only"]).gaps(75),
        empty("Photo"),
        list("Labels", TAGS, &["* myContacts", "Clients ::: * myContacts", "Brokers ::: * myContacts"]),
        free("E-mail 1 - Label", &["* ", "Work", "Home"]).or(&["person.email[].label", EMAIL]).gaps(55),
        mail("E-mail 1 - Value").gaps(55),
        free("Phone 1 - Label", &["Mobile", "Work"]).or(&["person.phone[].label", PHONE]),
        tel("Phone 1 - Value", Dial::Mixed),
        free("Phone 2 - Label", &["Mobile", "Home"]).or(&["person.phone[].label", PHONE]).gaps(80),
        tel2("Phone 2 - Value", Dial::Mixed).gaps(80),
    ];
    let mut sheet = super::sheet("contacts.csv", "person", Market::India, columns);
    sheet.rows = 240;
    sheet
}

/// An iCloud address book that an app turned into a table.
pub(super) fn apple() -> Sheet {
    let columns = vec![
        given("First name"),
        family("Last name").gaps(10),
        empty("Maiden name"),
        firm("Organization").gaps(60),
        job("Job title").gaps(80),
        tel("Phone : mobile", Dial::World).label("mobile").gaps(15),
        tel2("Phone : iPhone", Dial::World).label("mobile").gaps(85),
        desk("Phone : work", Dial::World).label("work").gaps(80),
        mail("Email : home").label("home").gaps(35),
        mail2("Email : work").label("work").gaps(75),
        street("Address : home : Street", STREET).gaps(75),
        town("Address : home : City", CITY).gaps(75),
        land("Address : home : Country", COUNTRY).gaps(75),
        born("Birthday", Style::Iso).gaps(80),
        col("URL : homepage", WEBSITE, |m| Cell::plain(format!("https://www.{}", domain(m)))).gaps(90),
        list("Note", NOTES, &["Villa on the Palm, do not call before 11", "Wife decides"]).gaps(75),
    ];
    let mut sheet = super::sheet("iCloud contacts.csv", "person", Market::Emirates, columns);
    sheet.delimiter = ';';
    sheet.abroad = (vec![Market::France, Market::India], 40);
    sheet
}
