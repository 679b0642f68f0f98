//! Sheets of teams in Germany.

use super::*;

/// Owners whom a team would like to sell for.
pub(super) fn owners() -> Sheet {
    let columns = vec![
        serial("lfd. Nr."),
        list("Anr.", PREFIX, &["Hr.", "Fr.", "Eheleute"]).or(&[GENDER]),
        family("Name Eigentümer"),
        given("Vorname").gaps(15),
        street("Anschrift", STREET).or(&[WHOLE]),
        zip("PLZ", POSTCODE),
        town("Wohnort", CITY),
        tel("Tel./Handy", Dial::Mixed).gaps(8),
        mail("Mailadresse").gaps(35),
        col("Objektadresse", PLACE, |m| Cell::plain(format!("{}, {}", m.p.street, m.p.locality)))
            .or(&[PLACE_STREET, PROPERTY]),
        list("Objektart", KIND, &["EFH", "ETW", "MFH", "Baugrund"]),
        tally("Bj.", 1955, 2018),
        count("Wfl. m²", SIZE, 60, 280),
        sum("Preisvorst. (€)", PRICE, whole(320_000, 10_000, dots, "EUR", true)).or(&[AMOUNT]).gaps(25),
        free("Verkaufsgrund", &["Scheidung", "Erbe", "Umzug", "Alter"]).or(&[NOTES]).gaps(35),
        list("Herkunft", SOURCE, &["Flyer", "Tippgeber", "Website", "Bestandskunde"]),
        list("Tippgeber", REFERRER, &["Hr. Lorenz", "Fr. Peters"]).gaps(80),
        other("Bewertung am", |m| later(m).cell(Style::Dmy('.'))).or(&[MET, SEEN]).gaps(40),
        free("Makleralleinauftrag", &["ja", "nein", "angeboten"]),
        agent("Sachbearb.", &["KT", "IR", "AH"]),
        next("Nachfassen am", Style::Dmy('.')).gaps(40),
    ];
    let mut sheet = sheet("Eigentümerliste.csv", "person", Market::Germany, columns);
    sheet.entity_accept = &["interest"];
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.rows = 98;
    sheet
}

/// What the office has to do.
pub(super) fn tasks() -> Sheet {
    let columns = vec![
        serial("Nr.").or(&[TASK_ID]),
        list("Was ist zu tun?", TASK, &["Exposé erstellen", "Grundbuchauszug holen", "Schlüssel abholen", "Rückruf"]),
        task_contact("Für wen (Kunde)"),
        list("Objekt", PROPERTY, &["DHH Bornheim", "ETW Dahlem", "MFH Winterhude"]).gaps(20),
        doer("Wer", &["KT", "IR", "AH"]),
        list("Prio", PRIORITY, &["1", "2", "3"]),
        other("angelegt", |m| m.day(Style::Dmy('.'))).or(&[CREATED]),
        ahead("bis wann", DUE, Style::Dmy('.')),
        list("Stand", TASK_STATUS, &["offen", "in Arbeit", "erledigt"]),
        col("erledigt am", DONE, |m| later(m).cell(Style::Dmy('.'))).gaps(60),
        list("Anmerkungen", TASK_NOTES, &["Vollmacht fehlt", "nur vormittags", "mit Fotograf abstimmen"])
            .or(&[NOTES])
            .gaps(50),
    ];
    let mut sheet = sheet("Aufgaben Büro.csv", "task", Market::Germany, columns);
    sheet.delimiter = ';';
    sheet.bom = true;
    sheet.rows = 82;
    sheet
}

/// Sales that are under way, with what they bring.
pub(super) fn sales() -> Sheet {
    let columns = vec![
        ident("Vorgang", DEAL_ID, "VK-"),
        list("Objektbez.", PROPERTY, &["DHH Bornheim", "ETW Dahlem", "Villa Nymphenburg"]).or(&[DEAL]),
        col("Verkäufer", CONTACT, |m| m.full()).or(&[FULL]),
        other("Käufer", |m| m.spouse()).or(&[CONTACT, FULL]),
        tel("Tel. Käufer", Dial::Mixed),
        sum("Kaufpreis", AMOUNT, whole(350_000, 10_000, euros, "EUR", true)).or(&[PRICE, RENT]),
        free("Prov. % (Kä./Vk.)", &["3,57/3,57", "2,38/2,38", "3/0"]),
        free_sum("Courtage netto", whole(10_000, 500, euros, "EUR", true)),
        list("Phase", DEAL_STAGE, &["Anfrage", "Besichtigung", "Reservierung", "Notar", "beurkundet"])
            .or(&[DEAL_STATUS]),
        count("Wahrsch. %", PROBABILITY, 10, 95),
        ahead("Notartermin (gepl.)", CLOSING, Style::Dmy('.')).gaps(25),
        other("Reserviert bis", |m| m.ahead(Style::Dmy('.'))).gaps(50),
        free("Notar", &["Dr. Krüger", "Schütz & Partner"]).gaps(30),
        free("Finanz.-bestätigung", &["liegt vor", "fehlt", "Eigenkapital"]).or(&[FINANCING]),
        deal_agent("Makler", &["Karsten Thiel", "Ines Reuter"]),
        list("Absagegrund", LOST_BECAUSE, &["Preis", "Finanzierung", "anderes Objekt"]).gaps(80),
    ];
    let mut sheet = sheet("Verkaufsvorgänge.csv", "opportunity", Market::Germany, columns);
    sheet.entity_accept = &["person", "interest"];
    sheet.delimiter = ';';
    sheet.rows = 60;
    sheet
}
