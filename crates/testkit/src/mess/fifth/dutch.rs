//! Lists and exports of the Netherlands.

use super::cells::*;
use super::*;

/// The months as the Dutch write them.
const MONTHS: &[&str; 12] = &[
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// Those who look for a house, as an estate agent notes them.
pub(super) fn seekers() -> Sheet {
    let columns = vec![
        col("Naam", FULL, |m| noted(m, &["Dhr.", "Mevr.", "Dr."], "{g} en {s} {f}")),
        col("Tel.", PHONE, scrawled).gaps(4),
        mail("E-mail").gaps(10),
        list("Zoekt", WANTED, &["appartement", "tussenwoning", "bovenwoning", "villa"]).or(&[MUST]).gaps(6),
        quarter("Wijk", LOCALITY).or(&[TOWNS]).gaps(15),
        col("Prijs tot", MAX, dutch_sum).gaps(8),
        tally("Kamers", 2, 6).or(&[BEDROOMS]).gaps(30),
        count("Min. m2", AREA, 50, 180).gaps(35),
        list("Financiering", FINANCING, &["rond", "in gesprek", "overwaarde", "nog niet"]).gaps(30),
        day("Ingeschreven", CREATED, Style::Dmy('-')),
        recent("Laatst gesproken", CONTACTED, Style::Dmy('-')).gaps(30),
        list("Makelaar", ASSIGNEE, &["Marloes", "Thijs"]).or(&[OWNER]),
        list("Opmerkingen", NOTES, &["tuin op het zuiden", "geen eigen erfpacht", "wil snel kijken"]).gaps(40),
    ];
    let mut sheet = super::sheet("Zoekers.csv", "person", Market::Netherlands, columns);
    sheet.delimiter = ';';
    sheet.crlf = true;
    sheet.rows = 95;
    sheet
}

/// Who came to see a house on the open day.
pub(super) fn open_day() -> Sheet {
    let columns = vec![
        given("Voornaam"),
        other("Tussenvoegsel", |m| {
            let (before, _) = infix(&m.p.family);
            Cell::plain(before)
        })
        .or(&[MIDDLE, FAMILY, PREFIX]),
        col("Achternaam", FAMILY, |m| {
            let (_, after) = infix(&m.p.family);
            super::super::maker::name(after.to_owned())
        }),
        tel("Mobiel nummer", Dial::Mixed).label("mobile").gaps(10),
        mail("E-mailadres").gaps(6),
        street("Straat + nr", STREET).gaps(30),
        zip("Postcode", POSTCODE).gaps(25),
        town("Woonplaats", CITY).gaps(20),
        free("Eigen woning te koop?", &["ja", "nee", "n.v.t."]).gaps(15),
        list("Indruk", NOTES, &["enthousiast", "te klein", "wil bieden", "twijfelt over ligging"])
            .or(&[INTEREST, RATING])
            .gaps(20),
        free("Mag nieuwsbrief", &["ja", "nee"]).or(&[BY_EMAIL]),
        col("Datum bezichtiging", SEEN, |m| m.day(Style::DayMonth(MONTHS))).or(&[CREATED, KEPT, CONTACTED]).or_ask(),
    ];
    let width = columns.len();
    let mut sheet = super::sheet("Open huizen dag Beatrixlaan.csv", "person", Market::Netherlands, columns);
    sheet.delimiter = ';';
    sheet.bom = true;
    sheet.above = vec![padded(&["Open Huizen Dag - Beatrixlaan 14"], width)];
    sheet.rows = 60;
    sheet
}

/// `van den Berg` in its two parts.
fn infix(family: &str) -> (&str, &str) {
    family.rfind(' ').map_or(("", family), |at| (&family[..at], &family[at + 1..]))
}
