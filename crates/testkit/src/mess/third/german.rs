//! Germany: agency software, a broker's seekers, an administrator's owners, a bank's desk.

use super::super::maker::{name, titled};
use super::*;

/// Addresses of an agency's software.
pub(super) fn addresses() -> Sheet {
    let columns = vec![
        code("KdNr‖Datensatznr.", ID, "", 10_233),
        list("Anrede", "person.prefix", &["Herr", "Frau"]),
        list("Titel", "person.prefix", &["Dr.", "Prof."]).or(&[KEPT]).or_ask().gaps(88),
        given("Vorname"),
        family("Name"),
        firm("Firma").gaps(80),
        street("Straße", STREET).gaps(15),
        zip("PLZ", POSTCODE).gaps(15),
        town("Ort", CITY).gaps(15),
        tel("Mobil", Dial::Mixed).label("mobile"),
        desk("Telefon 1", Dial::Home).gaps(60),
        mail("E-Mail 1").gaps(8),
        list("Art des Kontaktes", TAGS, &["Interessent", "Eigentümer", "Interessent|Eigentümer"])
            .or(&[STAGE, KEPT])
            .or_ask(),
        list("Betreuer‖Ansprechpartner intern", ASSIGNEE, &["Insa Wüst", "Eberhard Nölte"]).or(&[OWNER]),
        list("Herkunft‖Herkunft Kontakt", SOURCE, &["Immobilienportal", "Homepage", "Empfehlung"]),
        free("Newsletter", &["Ja", "Nein", "Keine Angabe"]).or(&["person.consent.email"]),
        other("DSGVO-Status", |m| m.text(&["Einwilligung liegt vor", "angefragt", "widerrufen"]))
            .or(&["person.consent.email"]),
        born("Geburtsdatum", Style::Dmy('.')).gaps(60),
        day("Letzte Aktion‖Letzter Kontakt", ACTIVE, Style::Dmy('.')).or(&[CONTACTED]).gaps(20),
        stamp("Erstellt am", CREATED, Style::Dmy('.'), Clock::Minutes),
        list("Bemerkung‖Notizen", NOTES, &["Sucht für die Tochter", "Nur abends anrufen; Schichtdienst"]).gaps(60),
    ];
    let mut sheet = super::sheet("Adressliste.csv", "person", Market::Germany, columns);
    sheet.delimiter = ';';
    sheet.crlf = true;
    sheet.bom = true;
    sheet.rows = 190;
    sheet
}

/// A broker's own list of people who look for a home.
pub(super) fn seekers() -> Sheet {
    let columns = vec![
        col("Wer‖Interessent", FULL, typed),
        tel("Handy‖Mobilnr.", Dial::Mixed).label("mobile"),
        mail("Mail").gaps(15),
        list("Kauf/Miete", PURPOSE, &["Kauf", "Miete", "Kapitalanlage"]),
        list("sucht", WANTED, &["ETW", "Reihenhaus", "Einfamilienhaus", "MFH"]).or(&["requirement.must_have[]"]),
        list("wo‖Wunschlage", LOCALITY, &["Schwabing", "Bogenhausen, Lehel", "Umland West"])
            .or(&["requirement.city[]"]),
        free("Zi. ab", &["2", "3", "3,5", "4"]).or(&[BEDROOMS]),
        count("m² ab", "requirement.area_min", 60, 180),
        col("bis €‖max. Kaufpreis €", MAX, |m| m.sum(350_000, 10_000, with_cents, "EUR", true)).gaps(10),
        free("Eigenkapital ok?", &["ja", "nein", "Bank prüft"]).or(&["requirement.financing"]),
        day("Erstkontakt", CREATED, Style::DmyShort('.')).or(&[KEPT]).or_ask(),
        ahead("Wiedervorlage‖WV", "task.due_at", Style::DmyShort('.'))
            .or(&["task.reminder_at", KEPT])
            .or_ask()
            .gaps(35),
        list("Notiz‖Anmerkung", NOTES, &["verkauft parallel", "kein EG", "will Balkon nach Süden"]).gaps(35),
    ];
    let mut sheet = super::sheet("Suchkunden_aktuell.csv", "person", Market::Germany, columns);
    sheet.sections = (25, vec!["A-Kunden", "B-Kunden", "Karteileichen"]);
    sheet.encoding = "windows-1252";
    sheet.delimiter = ';';
    sheet.rows = 75;
    sheet
}

/// An administrator's owners, with sums below.
pub(super) fn owners() -> Sheet {
    let columns = vec![
        col("WE-Nr.", "interest.property.unit", |m| Cell::plain(format!("{:02}", m.row + 1))).or(&[ID, KEPT]).or_ask(),
        free("Lage", &["EG links", "1. OG rechts", "DG"]),
        col("Eigentümer (Name, Vorname)", FULL, |m| m.family_first()),
        col("Anschrift", WHOLE, |m| Cell::plain(format!("{}, {} {}", m.p.street, m.p.postcode, m.p.city)))
            .or(&[STREET]),
        desk("Tel. dienstlich", Dial::Home).label("work").gaps(60),
        tel2("Tel. privat", Dial::Home).label("home").gaps(40),
        mail("E-Mail").gaps(20),
        free("MEA (1/1000)", &["38,25", "41,70", "55,00"]),
        col("Wohnfläche (m²)", "interest.property.area", |m| m.pick(&["58,40", "72,15", "96,00"])).or(&[KEPT]),
        free_sum("Hausgeld mtl. (€)", whole(210, 5, with_cents, "EUR", true)),
        free("Selbstnutzer", &["ja", "nein"]),
        free("Verwaltungsbeirat", &["x"]).gaps(92),
    ];
    let width = columns.len();
    let mut sheet = super::sheet("Eigentümerliste WEG Lindenweg.csv", "person", Market::Germany, columns);
    sheet.above = vec![padded(&["WEG Lindenweg 12-18", "", "", "Stand 01/2026"], width), padded(&[], width)];
    sheet.below = vec![padded(&["Summe", "", "", "", "", "", "", "1000,00", "4.812,35", "15.340,00"], width)];
    sheet.encoding = "windows-1252";
    sheet.delimiter = ';';
    sheet.crlf = true;
    sheet.rows = 48;
    sheet
}

/// A bank's desk: who asked for a loan.
pub(super) fn financing() -> Sheet {
    let columns = vec![
        code("Vorgangsnummer", "opportunity.external_id", "FA-", 20_117),
        day("Eingang‖Eingegangen am", "opportunity.created_at", Style::Dmy('.')),
        full("Antragsteller‖Kreditnehmer").or(&["opportunity.contact"]),
        other("Mitantragsteller", |m| m.spouse()).or(&[SPOUSE]).gaps(50),
        born("geb. am‖Geburtsdatum", Style::Dmy('.')),
        tel("Telefon mobil", Dial::Home).label("mobile"),
        mail("E-Mail-Adresse").gaps(5),
        col("Objektanschrift", "interest.property.address.formatted", |m| {
            Cell::plain(format!("{}, {}", m.p.street, m.p.city))
        })
        .or(&["interest.property.address.street", PROPERTY]),
        sum("Kaufpreis", PRICE, whole(290_000, 5_000, euros, "EUR", true)).or(&["interest.price"]),
        free_sum("Eigenkapital", whole(40_000, 5_000, euros, "EUR", true)),
        sum("Darlehenswunsch‖Darlehensbetrag", "opportunity.amount", whole(200_000, 5_000, euros, "EUR", true))
            .or(&[KEPT])
            .or_ask(),
        list(
            "Stand‖Bearbeitungsstand",
            "opportunity.stage",
            &["Unterlagen fehlen", "in Prüfung", "zugesagt", "abgelehnt"],
        )
        .or(&["opportunity.status", STATUS, STAGE]),
        list("Sachbearbeiter", "opportunity.owner", &["Kerstin Döring", "H. Färber"]).or(&[ASSIGNEE, OWNER]),
    ];
    let mut sheet = super::sheet("Finanzierungsanfragen_2026_01.csv", "opportunity", Market::Germany, columns);
    sheet.entity_accept = &["person"];
    sheet.delimiter = ';';
    sheet.rows = 66;
    sheet
}

/// A name as the broker types it.
fn typed(m: &mut Maker) -> Cell {
    let (given, family) = (m.p.given.clone(), m.p.family.clone());
    match m.d.below(8) {
        0 => titled(if m.row.is_multiple_of(2) { "Herr" } else { "Frau" }, &given, &family),
        1 => name(format!("{given}  {family} ")),
        _ => name(format!("{given} {family}")),
    }
}
