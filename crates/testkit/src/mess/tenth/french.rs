//! Sheets of teams in France.

use super::*;

/// Who asked to rent, with what the file says of each.
pub(super) fn renters() -> Sheet {
    let columns = vec![
        day("Reçu le", CREATED, Style::Dmy('/')),
        list("Civilité", PREFIX, &["M.", "Mme"]).or(&[GENDER]),
        family("Nom candidat"),
        given("Prénom"),
        tel("N° de tél", Dial::Mixed),
        mail("Mail").gaps(10),
        list("Bien demandé", PROPERTY, &["T2 Monchat", "T3 Caudéran", "Studio Endoume"]).or(&[LISTING]),
        list("Annonce vue sur", SOURCE, &["SeLoger", "Leboncoin", "Bien'ici", "Vitrine"]),
        job("Profession").gaps(15),
        free("Contrat", &["CDI", "CDD", "Fonctionnaire", "Étudiant"]).gaps(15),
        free_sum("Revenus nets / mois", whole(1_600, 50, plain, "EUR", false)).gaps(20),
        free("Garant (O/N)", &["O", "N", "Visale"]).gaps(20),
        free("Dossier complet", &["oui", "non", "manque 1 pièce"]),
        list("Emménagement souhaité", TIMEFRAME, &["dès que possible", "1er septembre", "fin d'année"]).gaps(30),
        other("RDV visite", |m| m.ahead(Style::Dmy('/'))).or(&[SEEN, MET, DUE]).gaps(45),
        state("Suite donnée", &["En attente", "Retenu", "Refusé", "Désisté"]).or(&[INTEREST]),
        agent("Gestionnaire", &["Émilie", "Thomas"]),
    ];
    let mut sheet = sheet("Candidats location.csv", "person", Market::France, columns);
    sheet.entity_accept = &["interest"];
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.rows = 104;
    sheet
}

/// Sales from the offer to the notary.
pub(super) fn sales() -> Sheet {
    let columns = vec![
        ident("N° dossier", DEAL_ID, "V25-"),
        house("Bien vendu"),
        col("Vendeur", CONTACT, |m| m.full()).or(&[FULL]),
        other("Acquéreur", |m| m.spouse()).or(&[CONTACT, FULL]),
        tel("Tél acquéreur", Dial::Home),
        sum("Prix FAI", AMOUNT, whole(240_000, 8_000, spaced_euros, "EUR", true)).or(&[PRICE, RENT]),
        free_sum("Honoraires TTC", whole(9_000, 250, spaced_euros, "EUR", true)),
        other("Offre acceptée le", |m| m.day(Style::Dmy('/'))).or(&[DEAL_MADE, WON]),
        other("Signature compromis", |m| later(m).cell(Style::Dmy('/'))).or(&[WON, CLOSING]).gaps(20),
        free("Condition susp. prêt", &["levée", "en cours", "sans"]).or(&[FINANCING]).gaps(15),
        ahead("Date acte prévue", CLOSING, Style::Dmy('/')),
        free("Notaire vendeur", &["Me Dupuis", "Me Roussel"]).gaps(15),
        list("Avancement", DEAL_STAGE, &["Offre", "Compromis", "Purge SRU", "Acte signé", "Annulé"]).or(&[DEAL_STATUS]),
        deal_agent("Négociateur", &["Émilie", "Thomas", "Aziz"]),
        list("Motif annulation", LOST_BECAUSE, &["Refus de prêt", "Rétractation"]).gaps(85),
        list("Commentaire", DEAL_NOTES, &["Diag à refaire", "Acte avancé", "Séquestre reçu"]).or(&[NOTES]).gaps(45),
    ];
    let mut sheet = sheet("Suivi ventes.csv", "opportunity", Market::France, columns);
    sheet.entity_accept = &["person", "interest"];
    sheet.delimiter = ';';
    let mut total = vec![String::new(); sheet.columns.len()];
    total[0] = "Total : # dossiers".into();
    sheet.below = vec![total];
    sheet.rows = 56;
    sheet
}

/// What was said on the telephone, and what follows.
pub(super) fn calls() -> Sheet {
    let columns = vec![
        day("Date appel", MET, Style::Dmy('/')).or(&[CONTACTED, CREATED]),
        other("Heure", |m| Cell::plain(format!("{}h{:02}", 9 + m.d.below(10), 15 * m.d.below(4)))).or(&[MET]),
        list("Entrant/Sortant", DIRECTION, &["Entrant", "Sortant", "Sortant"]).or(&[CHANNEL]),
        talker("Contact"),
        tel("Numéro", Dial::Home),
        list("Objet", SUBJECT, &["Estimation", "Relance acquéreur", "Prise de RDV", "Suivi mandat"]).or(&[TASK]),
        speaker("Pris par", &["Émilie", "Thomas", "Aziz"]),
        list("Durée", DURATION, &["3 min", "12 min", "1 min", "7 min"]).gaps(30),
        list("Résultat", OUTCOME, &["Joint", "Message laissé", "Pas de réponse", "RDV pris"]).or(&[STATUS]),
        said("Compte-rendu", &["Veut baisser le prix", "Rappeler après 18h", "A trouvé ailleurs"]).gaps(25),
        next("À rappeler le", Style::Dmy('/')).gaps(55),
    ];
    let mut sheet = sheet("Journal appels.csv", "interaction", Market::France, columns);
    sheet.entity_accept = &["person", "task"];
    sheet.delimiter = ';';
    sheet.bom = true;
    sheet.rows = 132;
    sheet
}
