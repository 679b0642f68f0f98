//! France: agency software, a fair, a notary's mandates.

use super::super::maker::name;
use super::super::value::{FRENCH, thousands};
use super::*;

/// Contacts of an agency's software.
pub(super) fn agency() -> Sheet {
    let columns = vec![
        code("Référence contact", ID, "", 48_220),
        list("Civilité", "person.prefix", &["M.", "Mme", "M. et Mme"]).gaps(10),
        col("NOM", FAMILY, |m| name(m.p.family.to_uppercase())),
        given("Prénom"),
        mail("E-mail").gaps(8),
        tel("Portable‖Tél. portable", Dial::Home).label("mobile"),
        desk("Tél. fixe", Dial::Home).gaps(65),
        street("Adresse", STREET).or(&[WHOLE]).gaps(25),
        zip("CP", POSTCODE).gaps(25),
        town("Ville", CITY).gaps(20),
        list("Langue", "person.language", &["Français", "Anglais"]).gaps(30),
        list("Type de contact", STAGE, &["Acquéreur", "Vendeur", "Locataire"]).or(&[TAGS, PURPOSE, KEPT]).or_ask(),
        list("Type de bien recherché", WANTED, &["Appartement", "Maison", "Loft"]),
        list("Secteurs‖Secteur recherché", LOCALITY, &["Vieux-Lille", "Bouffay, Île de Nantes", "Centre"])
            .or(&["requirement.city[]"]),
        sum("Budget min", MIN, whole(150_000, 10_000, spaced_euros, "EUR", true)).gaps(30),
        sum("Budget max", MAX, whole(1_400_000, 10_000, spaced_euros, "EUR", true)).gaps(10),
        count("Surface min (m²)", "requirement.area_min", 35, 180).gaps(20),
        count("Chambres min", BEDROOMS, 1, 5).gaps(20),
        list("Négociateur", ASSIGNEE, &["Manon Fontaine", "Jérôme Delaunay"]).or(&[OWNER]),
        list("Origine‖Source", SOURCE, &["Vitrine", "Site internet", "Bouche à oreille"]),
        day("Créé le", CREATED, Style::Dmy('/')),
        day("Modifié le", UPDATED, Style::Dmy('/')),
        list("Commentaires‖Remarques", NOTES, &["Apport de 80 000 €", "Projet mûr ; visite samedi"]).gaps(50),
    ];
    let mut sheet = super::sheet("export_contacts_03022026.csv", "person", Market::France, columns);
    sheet.delimiter = ';';
    sheet.bom = true;
    sheet.crlf = true;
    sheet.rows = 170;
    sheet
}

/// A form that visitors of a fair filled in.
pub(super) fn salon() -> Sheet {
    let columns = vec![
        stamp("Horodateur", CREATED, Style::Dmy('/'), Clock::Seconds).or(&["interest.at"]),
        full("Vos nom et prénom‖Prénom et nom"),
        mail("Votre adresse mail").gaps(5),
        tel("Votre numéro de portable", Dial::Mixed).label("mobile").gaps(10),
        list("Vous souhaitez‖Votre projet", PURPOSE, &["Acheter pour habiter", "Investir", "Louer"]),
        list("Dans quelle ville ?", "requirement.city[]", &["Lille", "Nantes", "Lille, Paris"]).or(&[LOCALITY]),
        sum("Votre budget maximum (€)", MAX, whole(180_000, 10_000, by_thousands, "EUR", true)).gaps(20),
        list("Sous quel délai ?‖Pour quand ?", TIMEFRAME, &["Moins de 3 mois", "6 mois", "Pas pressé"]),
        list("Comment nous avez-vous connus ?", SOURCE, &["Affiche", "Radio", "Un ami"]),
        list("J'accepte de recevoir des offres par e-mail", "person.consent.email", &["Oui", "Non"]),
        list("Un commentaire ?", NOTES, &["Merci pour l'accueil", "Rappelez-moi après 18 h"]).gaps(75),
    ];
    super::sheet("Salon de l'immobilier (réponses).csv", "person", Market::France, columns)
}

fn by_thousands(n: u64) -> String {
    thousands(n, " ")
}

/// Sales of a small agency, each with its mandate.
pub(super) fn mandates() -> Sheet {
    let columns = vec![
        code("N° mandat", "opportunity.external_id", "", 812),
        col("Bien", "interest.property.name", |m| Cell::plain(format!("T{} {}", 2 + m.row % 4, m.p.street))).or(&[
            "opportunity.name",
            "interest.property.address.formatted",
            "interest.property.address.street",
        ]),
        other("Vendeur", |m| name(format!("Consorts {}", m.p.spouse))).or(&["opportunity.contact"]),
        full("Acquéreur").or(&["opportunity.contact"]).or_ask(),
        tel("Tél. acquéreur", Dial::Home),
        sum("Prix de vente (€)", "opportunity.amount", whole(190_000, 5_000, by_thousands, "EUR", true))
            .or(&[PRICE, "interest.price"]),
        free_sum("Honoraires TTC (€)", whole(6_000, 500, by_thousands, "EUR", true)),
        list("Avancement‖État", "opportunity.stage", &["Offre acceptée", "Compromis signé", "Acte signé", "Annulé"])
            .or(&["opportunity.status"]),
        other("Date du compromis", |m| m.day(Style::DayMonth(FRENCH))).or(&["opportunity.won_at"]).gaps(20),
        ahead("Acte prévu le‖Date acte prévue", "opportunity.close_date", Style::DayMonth(FRENCH)),
        free("Notaire", &["Me Garnier", "Me Pélissier"]),
        list("Négociateur", "opportunity.owner", &["Manon", "Théo"]).or(&[ASSIGNEE]),
    ];
    let width = columns.len();
    let mut sheet = super::sheet("Suivi des ventes 2025.csv", "opportunity", Market::France, columns);
    sheet.above = vec![padded(&["SUIVI DES VENTES"], width)];
    sheet.below = vec![padded(&["TOTAL", "", "", "", "", "12 480 000", "412 500"], width)];
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.rows = 46;
    sheet
}
