//! France: an agency's system, a developer's desk, a concierge.

use super::super::maker::name;
use super::*;

/// Contacts of Apimo.
pub(super) fn apimo() -> Sheet {
    let columns = vec![
        code("Référence", ID, "", 881_204),
        list("Civilité", PREFIX, &["M.", "Mme", "M. et Mme"]).gaps(8),
        col("Nom", FAMILY, |m| name(m.p.family.to_uppercase())),
        given("Prénom").gaps(8),
        mail("Email").gaps(10),
        desk("Téléphone", Dial::Home).gaps(65),
        tel("Mobile", Dial::Home).label("mobile").gaps(10),
        street("Adresse", STREET).or(&[WHOLE]).gaps(40),
        zip("Code postal", POSTCODE).gaps(40),
        town("Ville", CITY).gaps(35),
        land("Pays", COUNTRY).gaps(30),
        list("Langue", "person.language", &["Français", "Anglais", "Italien"]).gaps(15),
        list("Catégorie‖Type de contact", TAGS, &["Acquéreur", "Vendeur", "Locataire"])
            .or(&[STAGE, PURPOSE, KEPT])
            .or_ask(),
        list("Négociateur", ASSIGNEE, &["Karine Joly", "Olivier Humbert"]).or(&[OWNER]),
        list("Origine du contact", SOURCE, &["SeLoger", "Vitrine", "Parrainage", "Site internet"]).gaps(15),
        sum("Budget min.", MIN, whole(100_000, 10_000, spaced_euros, "EUR", true)).gaps(60),
        sum("Budget max.", MAX, whole(1_310_000, 10_000, spaced_euros, "EUR", true)).gaps(25),
        count("Surface min. (m²)", AREA, 40, 220).gaps(50),
        count("Chambres min.", BEDROOMS, 1, 5).gaps(45),
        list("Secteurs recherchés", LOCALITY, &["Chartrons", "Saint-Germain, Odéon", "Monplaisir"])
            .or(&[TOWNS])
            .gaps(40),
        day("Date de création", CREATED, Style::Dmy('/')),
        day("Dernière modification", UPDATED, Style::Dmy('/')),
        list("Commentaire", NOTES, &["Recherche avec extérieur", "A visité deux fois"]).gaps(55),
    ];
    let mut sheet = super::sheet("contacts_apimo.csv", "person", Market::France, columns);
    sheet.delimiter = ';';
    sheet.rows = 180;
    sheet
}

/// Who came to the sales office of a new building.
pub(super) fn programme() -> Sheet {
    let columns = vec![
        day("Date 1er contact‖Date contact", CREATED, Style::Dmy('/')).or(&[CONTACTED]),
        col("Nom Prénom‖NOM Prénom", FULL, |m| name(format!("{} {}", m.p.family.to_uppercase(), m.p.given))),
        tel("Tél.‖Tél. portable", Dial::Mixed),
        mail("Mail").gaps(12),
        list("Programme", PROJECT, &["Les Terrasses du Parc", "Villa Ginkgo"]).or(&[PROPERTY]),
        list("Typologie", WANTED, &["T2", "T3", "T4 + terrasse"]).or(&[BEDROOMS, "interest.property.type"]),
        code("Lot", UNIT, "B", 104).gaps(55),
        sum("Budget", MAX, whole(190_000, 5_000, euros, "EUR", true)).or(&[MIN]).gaps(15),
        list("RP / Investisseur‖Destination", PURPOSE, &["RP", "Investisseur", "RP"]).or(&[KEPT]).or_ask(),
        list("Financement", FINANCING, &["Comptant", "Accord de principe", "À monter"]).gaps(25),
        list("Origine", SOURCE, &["Panneau", "Leboncoin", "Prescripteur", "Passage"]),
        list("Conseiller", ASSIGNEE, &["Julien Faure", "Mélanie G."]).or(&[OWNER]),
        list("Suite donnée", STATUS, &["À relancer", "RDV pris", "Option", "Sans suite"]).or(&[STAGE, NOTES]),
        next("Relance le", Style::Dmy('/')).gaps(45),
        list("Observations", NOTES, &["Veut un dernier étage", "Attend la vente de la maison"]).gaps(45),
    ];
    let mut sheet = super::sheet("Suivi BDV.csv", "person", Market::France, columns);
    sheet.above = vec![padded(&["SUIVI BUREAU DE VENTE - 2026"], 15)];
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.rows = 90;
    sheet
}

/// Clients of a concierge service.
pub(super) fn concierge() -> Sheet {
    let columns = vec![
        full("Client"),
        col("Conjoint(e)", SPOUSE, |m| m.spouse()).gaps(45),
        tel("Portable", Dial::World).label("mobile").gaps(5),
        mail("Courriel").gaps(15),
        list("Résidence", PROPERTY, &["Le Cap 21", "Villa Mimosa", "Parc Impérial"])
            .or(&[WHOLE, QUARTER, PROJECT, KEPT])
            .or_ask(),
        free("Appt", &["12", "3B", "RDC"]).or(&[UNIT, "person.address[].street2"]).gaps(40),
        list("Nationalité", "person.nationality", &["Française", "Britannique", "Libanaise"]).gaps(20),
        list("Langue parlée", "person.language", &["français", "anglais", "arabe"]).gaps(30),
        born("Anniversaire‖Date de naissance", Style::Dmy('/')).gaps(45),
        list("Préférences", NOTES, &["Fleurs blanches", "Chauffeur à l'arrivée"]).or(&[KEPT]).gaps(40),
        list("Gestionnaire", OWNER, &["Romane", "Florian"]).or(&[ASSIGNEE]),
        day("Client depuis", CREATED, Style::Dmy('/')).or(&[KEPT]).or_ask(),
    ];
    let mut sheet = super::sheet("clients conciergerie.csv", "person", Market::France, columns);
    sheet.abroad = (vec![Market::Britain, Market::Emirates], 40);
    sheet.delimiter = ';';
    sheet.bom = true;
    sheet.rows = 60;
    sheet
}
