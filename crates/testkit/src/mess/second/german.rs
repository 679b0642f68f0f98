//! Germany: firms, viewings, enquiries.

use super::super::hand::{Dial, dots};
use super::super::maker::Clock;
use super::super::people::Market;
use super::super::shapes::*;
use super::super::sheet::{Quotes, Sheet, col, other};
use super::super::value::{Cell, Kind, Style};

/// A book-keeping program's customers: firms, clean.
pub(super) fn firms() -> Sheet {
    let columns = vec![
        col("Kundennummer‖Debitorennummer", "account.external_id", |m| m.code("", 10_001)),
        col("Firma‖Firmenname", "account.name", |m| Cell::plain(format!("{} {}", m.p.company, m.row))),
        other("Rechtsform", |m| m.text(&["GmbH", "AG", "KG"])).or(&["account.type"]),
        col("Branche", "account.industry", |m| m.text(&["Maschinenbau", "Handel", "Medizintechnik"])).gaps(15),
        col("Straße und Hausnummer‖Straße", "account.address[].street", |m| Cell::plain(m.p.street.clone())),
        col("PLZ", "account.address[].postal_code", |m| Cell::plain(m.p.postcode.clone())),
        col("Ort", "account.address[].city", |m| Cell::plain(m.p.city)),
        col("Land", "account.address[].country", |m| Cell::plain(m.p.country)),
        col("Telefon‖Telefon Zentrale", "account.phone[]", |m| m.desk_tel(Dial::Home)),
        col("E-Mail‖E-Mail Zentrale", "account.email[]", |m| {
            let mailbox = format!("info{}@firma.example", m.row);
            Cell::of(mailbox.clone(), Kind::Email, serde_json::json!([mailbox]))
        }),
        col("Internet‖Webseite", "account.website[]", |m| Cell::plain(format!("www.firma{}.example", m.row)))
            .or(&["account.domain"])
            .gaps(20),
        col("USt-IdNr.", "account.registration_id", |m| Cell::plain(format!("DE000000{:03}", m.row % 1000))).gaps(10),
        col("Anzahl Mitarbeiter‖Mitarbeiterzahl", "account.employee_count", |m| m.number(4, 900)).gaps(25),
        col("Jahresumsatz (EUR)", "account.annual_revenue", |m| m.sum(250_000, 50_000, dots, "EUR", true)).gaps(30),
        other("Zahlungsziel (Tage)", |m| m.text(&["14", "30"])),
        col("Kundenbetreuer", "account.owner", |m| m.text(&["U. Götz", "Lothar"])),
        col("Angelegt am", "account.created_at", |m| m.day(Style::Dmy('.'))),
        col("Bemerkungen", "account.description", |m| m.text(&["Rahmenvertrag", "Skonto vereinbart"])).gaps(60),
    ];
    let mut sheet = super::sheet("Kundenliste_Export.csv", "account", Market::Germany, columns);
    sheet.encoding = "windows-1252";
    sheet.delimiter = ';';
    sheet.crlf = true;
    sheet.quotes = Quotes::Always;
    sheet
}

/// Who comes to see a flat, typed by hand.
pub(super) fn viewings() -> Sheet {
    let columns = vec![
        other("Uhrzeit", |m| Cell::plain(format!("{:02}:{:02}", 14 + m.row % 5, m.row * 15 % 60))).or(&["interest.at"]),
        col("Bewerber‖Name des Bewerbers", FULL, |m| m.full()),
        col("Tel.‖Telefonnr.", PHONE, |m| m.tel(Dial::Mixed)),
        col("Mail-Adresse‖Emailadresse", EMAIL, |m| m.email()).gaps(10),
        col("Beruf", JOB, |m| m.text(&["Lehrerin", "Informatiker", "Studentin"])).gaps(15),
        other("Personen im Haushalt", |m| m.number(1, 5)),
        other("Nettoeinkommen", |m| Cell::plain(format!("{} €", dots(1_800 + 100 * m.d.below(40) as u64)))).gaps(20),
        other("Haustiere", |m| m.text(&["nein", "Hund", "Katze"])).gaps(30),
        col("Einzug ab", "requirement.timeframe", |m| Cell::plain(m.soon().write(Style::Dmy('.'))))
            .or(&["custom.*"])
            .or_ask(),
        other("SCHUFA liegt vor", |m| m.text(&["ja", "nein"])),
        col("Eindruck", NOTES, |m| m.text(&["sehr nett", "unsicher; Bürgschaft der Eltern"]))
            .or(&["custom.*", "person.rating"])
            .or_ask()
            .gaps(35),
    ];
    let width = columns.len();
    let mut sheet = super::sheet("Besichtigung Südstadt.csv", "person", Market::Germany, columns);
    sheet.above = vec![
        padded(&["Besichtigungstermine Wohnung 3. OG links"], width),
        padded(&["Stand: 14.02.2026"], width),
        padded(&[], width),
    ];
    sheet.below = vec![padded(&["Anzahl Bewerber:", "#"], width)];
    sheet.encoding = "windows-1252";
    sheet.delimiter = ';';
    sheet.crlf = true;
    sheet.rows = 44;
    sheet
}

/// A portal's enquiries: clean.
pub(super) fn enquiries() -> Sheet {
    let columns = vec![
        col("Anfrage-ID", ID, |m| m.code("", 7_300_001)),
        col("Anfragedatum‖Datum der Anfrage", CREATED, |m| {
            let day = m.met();
            m.moment(day, Style::Dmy('.'), Clock::Minutes)
        }),
        col("Anrede", "person.prefix", |m| m.text(&["Frau", "Herr"])),
        col("Vorname", GIVEN, |m| m.given()),
        col("Nachname", FAMILY, |m| m.family()),
        col("E-Mail", EMAIL, |m| m.email()),
        col("Telefonnummer", PHONE, |m| m.tel(Dial::Home)).gaps(20),
        col("Straße", STREET, |m| Cell::plain(m.p.street.clone())).gaps(40),
        col("PLZ", POSTCODE, |m| Cell::plain(m.p.postcode.clone())).gaps(40),
        col("Ort", CITY, |m| Cell::plain(m.p.city)).gaps(40),
        col("Objekt-ID‖Objektnummer", "interest.property.listing_id", |m| {
            Cell::plain(format!("K-{}", 310 + m.row % 9))
        }),
        col("Objekttitel", "interest.property.name", |m| m.text(&["Altbau mit Stuck", "Reihenhaus am Park"])),
        col("Kaufpreis (EUR)", "interest.property.price", |m| m.sum(220_000, 10_000, dots, "EUR", true))
            .or(&["interest.price"]),
        col("Nachricht", NOTES, |m| m.text(&["Bitte um Rückruf; abends", "Ist das Haus noch frei?"])).or(&["custom.*"]),
        col("Bearbeitungsstatus", STATUS, |m| m.text(&["neu", "beantwortet", "abgesagt"])).or(&[STAGE]),
        col("Newsletter-Einwilligung", "person.consent.email", |m| m.text(&["ja", "nein"])),
    ];
    let mut sheet = super::sheet("anfragen.csv", "person", Market::Germany, columns);
    sheet.bom = true;
    sheet.delimiter = ';';
    sheet.rows = 200;
    sheet
}
