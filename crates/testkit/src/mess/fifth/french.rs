//! Lists kept by hand in France.

use super::super::value::{Day, FRENCH};
use super::cells::*;
use super::*;

/// Buyers of a small agency.
pub(super) fn buyers() -> Sheet {
    let columns = vec![
        col("NOM Prénom", FULL, |m| {
            if m.d.percent(12) { noted(m, &["M.", "Mme"], "{g} et {s} {f}") } else { capitals_first(m) }
        }),
        col("Téléphone", PHONE, scrawled).gaps(5),
        col("Mail", EMAIL, |m| m.mail_by_hand()).gaps(20),
        list("Recherche", WANTED, &["T2", "T3 avec terrasse", "maison", "loft", "studio"])
            .or(&[MUST, BEDROOMS])
            .gaps(8),
        quarter("Quartier souhaité", LOCALITY).or(&[TOWNS]).gaps(15),
        col("Budget", MAX, french_sum).or(&[MIN]).gaps(8),
        list("Financement", FINANCING, &["accord banque", "comptant", "à voir", "prêt relais"]).gaps(30),
        list("Délai", TIMEFRAME, &["urgent", "6 mois", "avant la rentrée"]).gaps(40),
        col("1er contact", CREATED, |m| m.day(Style::Dmy('/'))).or(&[CONTACTED]),
        next("A rappeler le", Style::Dmy('/')).gaps(50),
        list("Suivi par", ASSIGNEE, &["Agathe", "Loïs"]).or(&[OWNER]),
        list("Observations", NOTES, &["pas de rez-de-chaussée", "visite samedi", "a vu chez le confrère"]).gaps(35),
    ];
    let mut sheet = super::sheet("Fichier acquéreurs.csv", "person", Market::France, columns);
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.rows = 105;
    sheet
}

/// Sales of a programme, floor by floor.
pub(super) fn programme() -> Sheet {
    let columns = vec![
        col("Lot", UNIT, |m| Cell::plain(format!("{}{:02}", ["A", "B", "C"][m.row % 3], 1 + m.row / 3)))
            .or(&[DEAL, PROPERTY]),
        list("Type", KIND, &["T2", "T3", "T4", "Parking"]).or(&[ROOMS]),
        free("Surface", &["42,10", "63,55", "81,20", "12,00"]).or(&[SIZE]),
        sum("Prix TTC", AMOUNT, whole(218_000, 3_500, spaced_euros, "EUR", true)).or(&[PRICE, "interest.price"]),
        col("Réservataire", CONTACT, |m| m.full()).or(&[FULL]),
        tel("Tél", Dial::Home).gaps(10),
        mail("Courriel").gaps(12),
        list("Etat", DEAL_STAGE, &["Option", "Réservé", "Acté", "Désisté"]).or(&[DEAL_STATUS, INTEREST]),
        col("Date réservation", DEAL_MADE, |m| m.day(Style::DayMonth(FRENCH))).or(&[SEEN, KEPT]).or_ask().gaps(10),
        other("Acte prévu", |m| m.ahead(Style::DayMonth(FRENCH))).or(&[CLOSING, "task.due_at"]).gaps(35),
        list("Commercial", DEAL_OWNER, &["Morin", "Bertin"]).or(&[ASSIGNEE, OWNER]),
        free("Notaire", &["Me Delorme", "Me Castel"]).gaps(30),
    ];
    let mut sheet = super::sheet("Grille de commercialisation.csv", "opportunity", Market::France, columns);
    sheet.entity_accept = &["person", "interest"];
    sheet.delimiter = ';';
    sheet.bom = true;
    sheet.rows = 54;
    sheet
}

/// Guests of a concierge on the coast.
pub(super) fn concierge() -> Sheet {
    let columns = vec![
        list("Civ.", PREFIX, &["M.", "Mme", "Dr"]).gaps(10),
        family("Nom de famille"),
        given("Prénom"),
        list("Nationalité", NATION, &["Française", "Belge", "Britannique", "Suisse"]).gaps(15),
        list("Langue", LANGUAGE, &["FR", "EN", "DE"]),
        tel("Portable", Dial::World).label("mobile"),
        mail("E-mail").gaps(10),
        born("Né(e) le", Style::Dmy('/')).gaps(50),
        list("Villa", PROPERTY, &["Les Oliviers", "Bleu Azur", "Mas des Pins"]).gaps(15),
        other("Arrivée", |m| Cell::plain(stay(m).write(Style::Dmy('/')))),
        other("Départ", |m| {
            let mut day = stay(m);
            day.day += 7;
            Cell::plain(day.write(Style::Dmy('/')))
        }),
        tally("Pers.", 2, 10),
        free_sum("Tarif semaine", whole(2_400, 150, spaced_euros, "EUR", true)).or(&[PRICE, "interest.price"]),
        list("Préférences", NOTES, &["Champagne à l'arrivée", "Lit bébé", "Chef à domicile"])
            .or(&[MUST, TAGS])
            .gaps(45),
    ];
    let mut sheet = super::sheet("Clients été 2026.csv", "person", Market::France, columns);
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.abroad = (vec![Market::Britain, Market::Germany], 25);
    sheet.rows = 85;
    sheet
}

/// The first day of a week in summer.
fn stay(m: &Maker) -> Day {
    Day { year: 2026, month: 6 + m.p.met.month % 3, day: 1 + m.p.met.day % 21 }
}
