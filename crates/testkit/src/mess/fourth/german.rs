//! Germany: two brokers' systems and two lists kept by hand.

use super::super::hand::dots;
use super::*;

/// Contacts of Propstack.
pub(super) fn propstack() -> Sheet {
    let columns = vec![
        code("ID", ID, "", 3_310_204),
        list("Anrede", PREFIX, &["Herr", "Frau"]).or(&["person.gender"]).gaps(6),
        list("Titel‖Akad. Titel", PREFIX, &["Dr.", "Prof. Dr."]).gaps(88),
        given("Vorname").gaps(4),
        family("Nachname"),
        firm("Firma").gaps(70),
        mail("E-Mail").gaps(8),
        desk("Telefon (Festnetz)‖Festnetz", Dial::World).gaps(60),
        tel("Mobil‖Handynummer", Dial::World).label("mobile").gaps(12),
        col("Straße", STREET, |m| Cell::plain(m.p.street.rsplit_once(' ').map_or("", |(s, _)| s).to_owned())).gaps(45),
        other("Hausnummer", |m| Cell::plain(m.p.street.rsplit(' ').next().unwrap_or_default().to_owned()))
            .or(&[STREET, "person.address[].street2"])
            .gaps(45),
        zip("PLZ", POSTCODE).gaps(40),
        town("Ort‖Stadt", CITY).gaps(40),
        land("Land", COUNTRY).gaps(50),
        list("Betreuer‖Zuständiger Makler", ASSIGNEE, &["Katrin Vogt", "Henning Albers"]).or(&[OWNER]),
        list("Quelle‖Kontaktquelle", SOURCE, &["ImmoScout24", "Website", "Empfehlung", "Laufkundschaft"]).gaps(10),
        list("Status‖Kontaktstatus", STATUS, &["Neu", "Aktiv", "Kunde", "Inaktiv"]).or(&[STAGE]),
        list("Merkmale", TAGS, &["Kaufinteressent", "Eigentümer, Kapitalanleger", "Tippgeber"]).gaps(30),
        free("Newsletter", &["Ja", "Nein"]).or(&[BY_EMAIL]),
        free("DSGVO-Einwilligung", &["erteilt", "offen", "widerrufen"]).or(&[BY_EMAIL]),
        day("Letzter Kontakt", CONTACTED, Style::Dmy('.')).gaps(25),
        stamp("Erstellt am", CREATED, Style::Dmy('.'), Clock::Minutes),
        list("Notiz", NOTES, &["Sucht für die Tochter", "Verkauft erst 2027"]).gaps(60),
    ];
    let mut sheet = super::sheet("kontakte_2026-11-17.csv", "person", Market::Germany, columns);
    sheet.delimiter = ';';
    sheet.bom = true;
    sheet.rows = 200;
    sheet
}

/// Who looks for what, from Flowfact.
pub(super) fn searches() -> Sheet {
    let columns = vec![
        code("Kundennr.‖Kd.-Nr.", ID, "K-", 10_022),
        col("Name‖Interessent", FULL, |m| m.family_first()),
        mail("E-Mail-Adresse").gaps(12),
        tel("Telefon mobil", Dial::Home).label("mobile").gaps(15),
        list("Vermarktungsart", PURPOSE, &["Kauf", "Miete"]),
        list("Objektart", WANTED, &["Eigentumswohnung", "Einfamilienhaus", "Doppelhaushälfte", "Grundstück"]),
        list("Suchgebiet‖Ort/Lage", LOCALITY, &["Nymphenburg; Gern", "Dahlem", "Blankenese"]).or(&[TOWNS]),
        sum("Kaufpreis von", MIN, whole(150_000, 10_000, with_cents, "EUR", false)).gaps(55),
        sum("Kaufpreis bis", MAX, whole(1_400_000, 10_000, with_cents, "EUR", false)).gaps(15),
        count("Wohnfläche ab (m²)‖Wohnfläche ab", AREA, 55, 220).gaps(30),
        count("Zimmer ab", BEDROOMS, 2, 7).or(&[KEPT]).or_ask().gaps(25),
        list("Finanzierung", FINANCING, &["gesichert", "offen", "Eigenkapital"]).gaps(40),
        list("Bearbeiter", ASSIGNEE, &["Jens Krüger", "Elke Pfeiffer"]).or(&[OWNER]),
        day("Angelegt", CREATED, Style::Dmy('.')),
        day("Geändert", UPDATED, Style::Dmy('.')),
    ];
    let mut sheet = super::sheet("Suchprofile.csv", "person", Market::Germany, columns);
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet
}

/// A broker's own list of those who are interested.
pub(super) fn by_hand() -> Sheet {
    let columns = vec![
        family("Name"),
        given("Vorname").gaps(20),
        desk("Tel.", Dial::Mixed).gaps(55),
        tel("Handy", Dial::Mixed).label("mobile").gaps(8),
        mail("Mail").gaps(25),
        list("sucht", WANTED, &["3-Zi-Wohnung", "Haus mit Garten", "ETW Neubau", "Kapitalanlage"]).or(&[NOTES]),
        list("wo?‖Lage", LOCALITY, &["Westend", "Bockenheim/Westend", "egal, S-Bahn nah"]).or(&[TOWNS]),
        sum("bis €‖Preis max.", MAX, whole(280_000, 10_000, dots, "EUR", false)).gaps(10),
        list("über‖Kontakt über", SOURCE, &["Schaufenster", "Immoscout", "Hr. Diekmann"]).or(&[REFERRER]).gaps(25),
        day("zuletzt gesprochen", CONTACTED, Style::DmyBare('.')).gaps(15),
        next("Wiedervorlage", Style::Dmy('.')).gaps(50),
        list("Bem.‖Bemerkung", NOTES, &["nur mit Balkon", "ruft selbst an", "Bank hat zugesagt"]).gaps(40),
        free("", &["!!", "Tel. falsch?", "erl."]).or(&[NOTES]).gaps(80),
    ];
    let mut sheet = super::sheet("Interessenten aktuell.csv", "person", Market::Germany, columns);
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.sections = (25, vec!["Wohnungen", "Häuser", "Anlage"]);
    sheet.rows = 75;
    sheet
}

/// Whom an office sends cards at the end of the year.
pub(super) fn cards() -> Sheet {
    let columns = vec![
        list("Anrede", PREFIX, &["Herr", "Frau", "Familie"]).or(&["person.gender"]),
        full("Name"),
        firm("Firma / Praxis").gaps(65),
        street("Straße, Nr.", STREET),
        col("PLZ Ort", WHOLE, |m| Cell::plain(format!("{} {}", m.p.postcode, m.p.city))).or(&[CITY, POSTCODE]).or_ask(),
        mail("E-Mail").gaps(40),
        born("Geburtstag", Style::Dmy('.')).gaps(55),
        free("Karte 2025", &["x", "x", ""]),
        free("Präsent", &["Wein", "Kalender"]).gaps(60),
        list("Betreuung", ASSIGNEE, &["Frau Vogt", "Herr Jäger"]).or(&[OWNER]),
    ];
    let mut sheet = super::sheet("Weihnachtskarten Verteiler.csv", "person", Market::Germany, columns);
    sheet.above = vec![padded(&["Verteiler Weihnachten 2026"], 10)];
    sheet.delimiter = ';';
    sheet.rows = 70;
    sheet
}
