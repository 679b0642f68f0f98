//! Lists kept by hand in Germany.

use super::super::value::GERMAN;
use super::cells::*;
use super::*;

/// Interested people, as a broker in Hamburg writes them down.
pub(super) fn interested() -> Sheet {
    let columns = vec![
        col("Interessent", FULL, |m| noted(m, &["Herr", "Frau", "Dr.", "Hr.", "Fr."], "{g} und {s} {f}")),
        col("Tel.", PHONE, scrawled).gaps(5),
        col("Mail", EMAIL, |m| m.mail_by_hand()).gaps(25),
        list("sucht", WANTED, &["3-Zi-Wohnung", "Haus", "Grundstück", "Penthouse", "MFH"])
            .or(&[MUST, BEDROOMS])
            .gaps(5),
        quarter("Lage", LOCALITY).or(&[TOWNS]).gaps(15),
        col("Preis bis", MAX, german_sum).gaps(10),
        list("Finanzierung", FINANCING, &["geklärt", "EK vorhanden", "offen", "Bar"]).gaps(35),
        list("ab wann", TIMEFRAME, &["sofort", "Frühjahr 27", "nach Verkauf", "egal"]).gaps(35),
        list("über", SOURCE, &["IS24", "Empfehlung", "Schaufenster", "Bestandskunde"]).or(&[REFERRER]).gaps(20),
        day("Erstkontakt", CREATED, Style::DmyShort('.')).gaps(5),
        next("Wiedervorlage", Style::DmyShort('.')).gaps(45),
        list("Bemerkungen", NOTES, &["Hund!", "kein EG", "Zweitbesichtigung gewünscht", "meldet sich selbst"]).gaps(30),
    ];
    let mut sheet = super::sheet("Interessenten Hamburg.csv", "person", Market::Germany, columns);
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.again = 4;
    sheet.blank_every = 30;
    sheet.rows = 110;
    sheet
}

/// Reservations of a new building, with a sum below.
pub(super) fn reservations() -> Sheet {
    let columns = vec![
        col("WE-Nr.", UNIT, |m| Cell::plain(format!("WE {:02}", m.row + 1))).or(&[DEAL, PROPERTY]),
        free("Geschoss", &["EG", "1. OG", "2. OG", "DG"]),
        free("Wfl. m²", &["68,40", "92,15", "104,00", "131,70"]).or(&[SIZE]),
        sum("Kaufpreis €", AMOUNT, whole(389_000, 4_500, with_cents, "EUR", true)).or(&[PRICE, "interest.price"]),
        list("Status", DEAL_STAGE, &["reserviert", "verkauft", "Notar terminiert", "frei"])
            .or(&[DEAL_STATUS, INTEREST]),
        col("Käufer", CONTACT, comma_name).or(&[FULL]),
        tel("Telefon", Dial::Home).gaps(12),
        mail("E-Mail").gaps(15),
        day("Reserviert am", DEAL_MADE, Style::Dmy('.')).or(&[SEEN, KEPT]).or_ask().gaps(10),
        other("Notartermin", |m| m.ahead(Style::Dmy('.'))).or(&[CLOSING, "task.due_at"]).gaps(30),
        list("Vertrieb", DEAL_OWNER, &["Ohm", "Petri"]).or(&[ASSIGNEE, OWNER]),
    ];
    let width = columns.len();
    let mut sheet = super::sheet("Reservierungsliste Parkquartier.csv", "opportunity", Market::Germany, columns);
    sheet.entity_accept = &["person", "interest"];
    sheet.delimiter = ';';
    sheet.above = vec![padded(&["Parkquartier Bogenhausen - Stand 20.11.2026"], width)];
    sheet.below = vec![padded(&["Summe", "", "", "28.412.500,00"], width)];
    sheet.rows = 48;
    sheet
}

/// Who came to an evening of a private bank.
pub(super) fn evening() -> Sheet {
    let columns = vec![
        list("Anrede", PREFIX, &["Herr", "Frau"]),
        family("Name"),
        given("Vorname"),
        firm("Firma").gaps(50),
        street("Straße / Hausnr.", STREET).gaps(20),
        col("PLZ Ort", WHOLE, |m| Cell::plain(format!("{} {}", m.p.postcode, m.p.city)))
            .or(&[CITY, POSTCODE, KEPT])
            .or_ask()
            .gaps(20),
        tel("Handy", Dial::Mixed).label("mobile").gaps(25),
        mail("E-Mail-Adresse").gaps(15),
        free("Personen", &["1", "2"]),
        free("Zusage", &["ja", "nein", "vielleicht"]).or(&[STATUS]),
        col("Anmeldung", CREATED, |m| m.day(Style::DayDotMonth(GERMAN))).or(&[KEPT]).or_ask(),
        list("eingeladen von", REFERRER, &["Frau Ohm", "Herr Petri", "Bank"]).or(&[OWNER, SOURCE, ASSIGNEE]).gaps(30),
    ];
    let mut sheet = super::sheet("Anmeldungen Kaminabend.csv", "person", Market::Germany, columns);
    sheet.delimiter = ';';
    sheet.bom = true;
    sheet.rows = 70;
    sheet
}
