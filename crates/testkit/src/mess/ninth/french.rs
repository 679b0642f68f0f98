//! Sheets of teams in France.

use super::*;

/// Buyers and what each looks for.
pub(super) fn buyers() -> Sheet {
    let columns = vec![
        list("Civ.", PREFIX, &["M.", "Mme", "M. et Mme"]),
        col("NOM", FAMILY, family_in_capitals),
        given("Prénom"),
        col("Conjoint(e)", SPOUSE_GIVEN, |m| Cell::plain(m.p.spouse.clone())).or(&[SPOUSE]).gaps(55),
        tel("Tél. port.", Dial::Mixed).label("mobile"),
        desk("Tél. fixe", Dial::Home).label("home").gaps(65),
        mail("Courriel").gaps(10),
        street("Adresse actuelle", STREET).or(&[WHOLE]).gaps(25),
        zip("CP", POSTCODE).gaps(25),
        town("Ville", CITY).gaps(25),
        list("Type de bien", WANTED, &["Appartement", "Maison", "Loft", "Terrain"]),
        col("Secteur(s)", LOCALITY, |m| Cell::plain(format!("{}, Centre", m.p.locality))).or(&[TOWNS]),
        sum("Budget max FAI", MAX, whole(220_000, 15_000, spaced_euros, "EUR", true)),
        count("Surf. mini (m²)", AREA, 30, 180),
        count("Nb ch. mini", BEDROOMS, 1, 5),
        list("Financement", FINANCING, &["Accord banque", "Prêt relais", "Comptant", "À monter"]).gaps(20),
        free("Primo-acc. (O/N)", &["O", "N"]).gaps(25),
        list("Origine", SOURCE, &["SeLoger", "Leboncoin", "Vitrine", "Bouche à oreille"]),
        agent("Négo", &["Sandrine", "Kévin", "Laure"]),
        day("1er contact", CREATED, Style::Dmy('/')),
        touched("Dern. relance", Style::Dmy('/')).gaps(25),
        list("Commentaires", NOTES, &["Ne veut pas de rez-de-chaussée", "Vend son T2", "Disponible le samedi"])
            .gaps(40),
    ];
    let mut sheet = sheet("Fichier acquéreurs.csv", "person", Market::France, columns);
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.rows = 125;
    sheet
}

/// Mandates to sell, and whose house it is.
pub(super) fn mandates() -> Sheet {
    const NET: Sum = whole(180_000, 10_000, spaced_euros, "EUR", true);
    let columns = vec![
        ident("N° mandat", LISTING, "M-24").or(&[DEAL_ID, ID, KEPT]),
        free("Type mandat", &["Exclusif", "Simple", "Semi-exclusif"]),
        other("Signé le", |m| m.day(Style::Dmy('/'))).or(&[CREATED, DEAL_MADE]),
        other("Échéance", |m| m.ahead(Style::Dmy('/'))).or(&[DUE, CLOSING]),
        col("Propriétaire(s)", FULL, |m| m.full()),
        tel("Téléphone", Dial::Home),
        mail("Mail").gaps(15),
        street("Adresse du bien", PLACE_STREET).or(&[PLACE]),
        zip("CP bien", PLACE_POSTCODE),
        town("Commune", PLACE_TOWN).or(&[CITY]),
        list("Nature", KIND, &["Appt", "Maison", "Local", "Immeuble"]),
        tally("Nb pièces", 1, 8).or(&[ROOMS]),
        count("Surf. hab. (m²)", SIZE, 28, 240),
        free("DPE", &["A", "C", "D", "E", "F"]),
        col("Prix net vendeur", PRICE, share(NET, 100)).or(&[RENT]),
        other("Hono. TTC", share(NET, 5)),
        agent("Suivi par", &["Sandrine", "Kévin", "Laure"]),
        list("Remarques", NOTES, &["Clés à l'agence", "Locataire en place", "Succession"]).gaps(50),
    ];
    let mut sheet = sheet("Registre mandats.csv", "person", Market::France, columns);
    sheet.entity_accept = &["interest", "opportunity"];
    sheet.delimiter = ';';
    title(&mut sheet, "REGISTRE DES MANDATS - ANNÉE EN COURS");
    sheet.rows = 70;
    sheet
}

/// What the office has to do, client by client.
pub(super) fn tasks() -> Sheet {
    let columns = vec![
        list(
            "Action à faire",
            TASK,
            &["Relancer le notaire", "Appeler le vendeur", "Envoyer le compromis", "Fixer RDV photo"],
        ),
        col("Client / dossier", TASK_CONTACT, |m| m.full()).or(&[CONTACT, FULL, KEPT]),
        list("Qui", TASK_FOR, &["Sandrine", "Kévin", "Laure"]).or(&[ASSIGNEE, OWNER]),
        other("Noté le", |m| m.day(Style::Dmy('/'))).or(&[CREATED]),
        ahead("À faire avant le", DUE, Style::Dmy('/')),
        ahead("Rappel le", REMINDER, Style::Dmy('/')).gaps(60),
        list("Urgence", PRIORITY, &["Haute", "Normale", "Basse"]),
        list("Avancement", TASK_STATUS, &["À faire", "En cours", "Terminé"]),
        col("Fait le", DONE, |m| later(m).cell(Style::Dmy('/'))).gaps(65),
        list("Précisions", TASK_NOTES, &["Diagnostic manquant", "Après 18h", "Voir avec la banque"])
            .or(&[NOTES])
            .gaps(45),
    ];
    let mut sheet = sheet("Suivi des tâches.csv", "task", Market::France, columns);
    sheet.delimiter = ';';
    sheet.bom = true;
    sheet.rows = 85;
    sheet
}
