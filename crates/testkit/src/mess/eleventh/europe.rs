//! Sheets of teams in France and Germany.

use super::*;

/// Owners who asked what their house is worth.
pub(super) fn sellers_fr() -> Sheet {
    let columns = vec![
        day("Date contact", CREATED, Style::Dmy('/')).or(&[MET]),
        list("M./Mme", PREFIX, &["M.", "Mme", "M. et Mme"]).or(&[GENDER]),
        family("Nom"),
        given("Prénom"),
        tel("Portable", Dial::Mixed).gaps(8),
        desk("Fixe", Dial::Home).gaps(65),
        mail("Courriel").gaps(15),
        col("Adresse du bien", PLACE_STREET, |m| Cell::plain(m.p.street.clone())).or(&[PLACE, STREET, WHOLE]),
        zip("CP", PLACE_POSTCODE).or(&[POSTCODE]),
        town("Commune", PLACE_TOWN).or(&[CITY]),
        list("Type de bien", KIND, &["Appartement", "Maison", "Terrain", "Immeuble"]),
        count("Surf. hab. (m²)", SIZE, 28, 210),
        tally("Nb pièces", 1, 7).or(&[ROOMS]),
        free_sum("Estimation (€)", whole(165_000, 5_000, spaced_euros, "EUR", true)).or(&[PRICE]).gaps(30),
        sum("Prix souhaité (€)", PRICE, whole(180_000, 5_000, spaced_euros, "EUR", true)).or(&[RENT, AMOUNT]).gaps(35),
        free("Mandat (simple/excl.)", &["simple", "excl.", "en cours"]).gaps(35),
        other("Date estimation", |m| later(m).cell(Style::Dmy('/'))).or(&[MET, SEEN, DUE]).gaps(35),
        free("Motif de vente", &["succession", "mutation", "divorce", "achat plus grand"]).or(&[NOTES]).gaps(40),
        list("Origine contact", SOURCE, &["boîtage", "site", "recommandation", "passage agence"]),
        agent("Conseiller", &["Solène", "Hugo", "Patrice"]),
        next("Relance le", Style::Dmy('/')).gaps(45),
        list("Commentaires", NOTES, &["Attend le notaire", "Déjà vu 2 agences", "Diag périmé"]).gaps(45),
    ];
    let mut sheet = sheet("Vendeurs - estimations.csv", "person", Market::France, columns);
    sheet.entity_accept = &["interest"];
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.rows = 99;
    sheet
}

/// Firms that a team in Germany works with.
pub(super) fn partners_de() -> Sheet {
    let columns = vec![
        firm_name("Firma"),
        list("Branche", INDUSTRY, &["Bauträger", "Hausverwaltung", "Bank", "Notariat", "Energieberatung"])
            .or(&[FIRM_TYPE]),
        col("Ansprechpartner", FULL, |m| m.full()).or(&[CONTACT]),
        list("Funktion", JOB, &["Prokurist", "Geschäftsführerin", "Vertrieb", "Sekretariat"]).gaps(25),
        firm_tel("Telefon Zentrale", Dial::Home).gaps(15),
        tel("Durchwahl / Handy", Dial::Mixed).or(&[FIRM_PHONE]).gaps(20),
        mail("E-Mail").or(&[FIRM_EMAIL]).gaps(8),
        firm_site("Internet").gaps(35),
        firm_street("Straße + Nr."),
        firm_zip("PLZ"),
        firm_town("Ort"),
        other("Kooperation seit", |m| m.day(Style::Dmy('.'))).or(&[FIRM_MADE, CREATED]).gaps(30),
        free("Provisionssatz", &["10 %", "15 %", "25 %"]).gaps(35),
        list("Betreuer", FIRM_OWNER, &["Ingo", "Heike"]).or(&[OWNER, ASSIGNEE]),
        touched("Letzter Kontakt", Style::Dmy('.')).or(&[MET]).gaps(25),
        list("Bemerkung", FIRM_NOTES, &["Neubau Lindenthal 2027", "schickt Tipps", "Weihnachtskarte"])
            .or(&[NOTES])
            .gaps(50),
    ];
    let mut sheet = firms_sheet("Kooperationspartner.csv", Market::Germany, columns);
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.blank_every = 20;
    sheet.rows = 60;
    sheet
}
