//! Sheets of teams in Germany.

use super::*;

/// Who wants to buy, and how it is to be paid.
pub(super) fn buyers() -> Sheet {
    let columns = vec![
        list("Anrede", PREFIX, &["Herr", "Frau", "Familie"]).or(&[GENDER]),
        col("Name, Vorname", FULL, |m| m.family_first()),
        street("Straße / Nr.", STREET).gaps(15),
        col("PLZ / Ort", WHOLE, |m| Cell::plain(format!("{} {}", m.p.postcode, m.p.city)))
            .or(&[CITY, POSTCODE])
            .or_ask()
            .gaps(15),
        desk("Tel. priv.", Dial::Mixed).label("home").gaps(55),
        tel("Mobil", Dial::Mixed).label("mobile").gaps(10),
        mail("E-Mail").gaps(10),
        list("Objektart", WANTED, &["ETW", "EFH", "DHH", "MFH", "Grundstück"]),
        wanted_place("Wunschlage"),
        count("Zi. ab", BEDROOMS, 2, 6).or(&[KEPT]),
        count("Wfl. ab (m²)", AREA, 50, 200),
        sum("KP bis (€)", MAX, whole(350_000, 25_000, dots, "EUR", true)),
        free_sum("Eigenkapital (€)", whole(50_000, 10_000, dots, "EUR", true)).or(&[FINANCING]).gaps(45),
        list("Finanzierung", FINANCING, &["Bestätigung liegt vor", "offen", "Barzahler"]).gaps(25),
        list("Quelle", SOURCE, &["ImmoScout", "Empfehlung", "Zeitung", "Website"]),
        day("Erstkontakt", CREATED, Style::Dmy('.')),
        next("WV am", Style::Dmy('.')).gaps(40),
        agent("Betreuer", &["Fr. Thoma", "Hr. Rieger"]),
        list("DSGVO-Einw.", BY_EMAIL, &["ja", "ja", "nein"]).or(&[BY_PHONE, BY_SMS, BY_WHATSAPP, KEPT]).or_ask(),
        list("Bemerkung", NOTES, &["sucht mit Garten", "ruft zurück", "Hund vorhanden"]).gaps(45),
    ];
    let mut sheet = sheet("Kaufinteressenten.csv", "person", Market::Germany, columns);
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.rows = 115;
    sheet
}

/// Enquiries for flats to rent, from portals.
pub(super) fn enquiries() -> Sheet {
    let columns = vec![
        stamp("Eingang", CREATED, Style::Dmy('.'), Clock::Minutes),
        list("Portal", SOURCE, &["ImmoScout24", "Immowelt", "Kleinanzeigen"]),
        code("Scout-ID", LISTING, "", 152_000_310),
        list("Objekt", PROPERTY, &["3-Zi. Sachsenhausen", "2-Zi. Grunewald", "DG-Wohnung Blankenese"]),
        list("Anrede", PREFIX, &["Herr", "Frau"]).or(&[GENDER]),
        given("Vorname"),
        family("Nachname"),
        mail("E-Mail-Adresse"),
        tel("Telefonnummer", Dial::Mixed).gaps(25),
        list("Anfragetext", NOTES, &["Wir suchen zum 01.09. eine Wohnung.", "Ist eine Besichtigung möglich?"])
            .or(&[BODY]),
        free("Haushaltsnetto (€)", &["2500-3000", "3000-4000", "über 4000"]).gaps(35),
        tally("Pers. im Haushalt", 1, 5).gaps(20),
        free("Haustiere", &["nein", "Katze", "Hund"]).gaps(30),
        free("Selbstauskunft liegt vor", &["ja", "nein"]),
        other("Bes.-Termin", |m| m.ahead(Style::Dmy('.'))).or(&[SEEN, MET, DUE]).gaps(55),
        state("Status", &["neu", "eingeladen", "abgesagt", "Vertrag"]).or(&[INTEREST]),
    ];
    let mut sheet = sheet("Anfragen Vermietung.csv", "person", Market::Germany, columns);
    sheet.entity_accept = &["interest"];
    sheet.delimiter = ';';
    sheet.bom = true;
    sheet.rows = 150;
    sheet
}

/// Firms that the team works with: builders, managers of houses, notaries.
pub(super) fn firms() -> Sheet {
    let columns = vec![
        ident("Kd.-Nr.", FIRM_ID, "10").or(&[ID]),
        firm_name("Firma"),
        list("Art", FIRM_TYPE, &["Bauträger", "Hausverwaltung", "Notariat", "Bank"]).or(&[INDUSTRY, TAGS]),
        col("Ansprechpartner", FULL, |m| m.full()).or(&[CONTACT]),
        list("Funktion", JOB, &["Geschäftsführer", "Vertriebsleitung", "Sachbearbeitung"]).gaps(20),
        tel("Mobil AP", Dial::Home).or(&[FIRM_PHONE]).gaps(20),
        firm_tel("Zentrale", Dial::Home),
        mail("E-Mail AP").or(&[FIRM_EMAIL]),
        firm_site("Homepage").gaps(20),
        firm_street("Straße"),
        firm_zip("PLZ"),
        firm_town("Ort"),
        col("USt-IdNr.", FIRM_NUMBER, |m| Cell::plain(format!("DE{}", 100_000_000 + m.d.below(800_000_000))))
            .or(&[KEPT])
            .gaps(40),
        col("HRB", FIRM_NUMBER, |m| Cell::plain(format!("HRB {}", 10_000 + m.d.below(80_000)))).or(&[KEPT]).gaps(45),
        count("Anz. MA", STAFF, 2, 240).gaps(35),
        free("Tippgeberprov. (%)", &["10", "15", "20"]).gaps(40),
        list("zuständig", FIRM_OWNER, &["Fr. Thoma", "Hr. Rieger"]).or(&[OWNER, ASSIGNEE]),
        list("Notiz", FIRM_NOTES, &["Neubau ab Herbst", "Rahmenvertrag", "nur per Mail"]).or(&[NOTES]).gaps(50),
    ];
    let mut sheet = firms_sheet("Partnerfirmen.csv", Market::Germany, columns);
    sheet.delimiter = ';';
    sheet.rows = 55;
    sheet
}
