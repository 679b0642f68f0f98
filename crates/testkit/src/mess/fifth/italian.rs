//! Lists kept by hand in Italy.

use super::cells::*;
use super::*;

/// The months as Italians write them.
const MONTHS: &[&str; 12] = &[
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];

/// An agency's sheet of people who look for something.
pub(super) fn seekers() -> Sheet {
    let columns = vec![
        col("Nominativo", FULL, |m| noted(m, &["Sig.", "Sig.ra", "Dott.", "Avv.", "Ing."], "{g} e {s} {f}")),
        col("Cell.", PHONE, scrawled).label("mobile").gaps(4),
        mail("Mail").gaps(30),
        list("Cerca", WANTED, &["trilocale", "villetta", "attico", "bilocale", "negozio"]).or(&[MUST]).gaps(6),
        list("Acquisto/Affitto", PURPOSE, &["acquisto", "affitto"]).gaps(10),
        quarter("Zona richiesta", LOCALITY).or(&[TOWNS]).gaps(12),
        col("Budget", MAX, italian_sum).or(&[MIN]).gaps(10),
        list("Entro quando", TIMEFRAME, &["subito", "entro l'anno", "non ha fretta"]).gaps(40),
        list("Come ci ha trovato", SOURCE, &["vetrina", "amici", "Immobiliare", "cartello"]).gaps(20),
        col("Data", CREATED, |m| m.day(Style::DayMonth(MONTHS))).or(&[CONTACTED, KEPT]).or_ask(),
        list("Chi segue", ASSIGNEE, &["Tullio", "Greta"]).or(&[OWNER]).gaps(8),
        list("Appunti", NOTES, &["no piano terra", "vuole box", "richiamare dopo le ferie"]).gaps(35),
    ];
    let mut sheet = super::sheet("Richieste clienti.csv", "person", Market::Italy, columns);
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.rows = 95;
    sheet
}

/// Owners whose houses an agency could sell.
pub(super) fn owners() -> Sheet {
    let columns = vec![
        family("Cognome"),
        given("Nome"),
        street("Via e civico immobile", "interest.property.address.street").or(&[PLACE, PROPERTY, STREET]),
        town("Città", "interest.property.address.city").or(&[CITY, TOWNS]),
        tally("Mq", 45, 240).or(&[SIZE]),
        sum("Valutazione", PRICE, whole(120_000, 5_000, euro_before, "EUR", true)).gaps(15),
        sum("Prezzo richiesto", PRICE, whole(140_000, 5_000, euro_before, "EUR", true))
            .or(&["interest.price", KEPT])
            .gaps(35),
        tel("Telefono", Dial::Mixed).gaps(6),
        mail("Email").gaps(40),
        free("Incarico", &["esclusiva", "verbale", "no"]).or(&[STATUS, STAGE]).gaps(20),
        other("Scadenza incarico", |m| m.ahead(Style::Dmy('/'))).or(&["task.due_at"]).gaps(50),
        recent("Ultimo contatto", CONTACTED, Style::Dmy('/')).gaps(25),
    ];
    let mut sheet = super::sheet("Notizie proprietari.csv", "person", Market::Italy, columns);
    sheet.delimiter = ';';
    sheet.sections = (24, vec!["ZONA CENTRO", "ZONA NORD", "ZONA SUD"]);
    sheet.rows = 70;
    sheet
}
