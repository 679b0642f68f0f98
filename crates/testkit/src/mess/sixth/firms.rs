//! Companies and offices.

use super::super::columns::whole as sums;
use super::*;

/// Accounts with what they earn in a year.
pub(super) fn accounts() -> Sheet {
    let columns = vec![
        code("account_id", FIRM_ID, "A", 1),
        firm_name("account_name"),
        list("industry", INDUSTRY, &["Hospitality", "Real Estate"]),
        town("city", FIRM_CITY).or(&[CITY]),
        region("state", FIRM_REGION).or(&[REGION]),
        sum("annual_revenue", "account.annual_revenue", sums(9_000_000, 1_000_000, plain, "USD", false)),
    ];
    let mut sheet = sheet("salesforce_accounts.csv", "account", Market::America, columns);
    sheet.rows = 50;
    sheet
}

/// Firms whom somebody means to write to, every text quoted.
pub(super) fn german() -> Sheet {
    let mut columns = vec![
        firm_name("Firmenname "),
        list("Branche", INDUSTRY, &["Auskunfteien", "Kundenkarte", "Energieversorger", "Mobilfunk"])
            .or(&[FIRM_TYPE, TAGS]),
        street("Adresse", FIRM_STREET).or(&[STREET, FIRM_WHOLE, WHOLE]).gaps(55),
        zip("PLZ", FIRM_POSTCODE).or(&[POSTCODE]).gaps(55),
        town("Stadt", FIRM_CITY).or(&[CITY]).gaps(55),
        empty("Land"),
        col("E-Mail", FIRM_EMAIL, |m| m.email()).or(&[EMAIL]).gaps(55),
        col("Tel", FIRM_PHONE, |m| m.desk_tel(Dial::Packed)).or(&[PHONE]).gaps(55),
        col("Fax", FIRM_PHONE, |m| m.desk_tel(Dial::Packed)).or(&[PHONE]).label("fax").gaps(65),
    ];
    columns.extend(unused(&["E-Mail2", "Tel2", "Fax2"]));
    let mut sheet = sheet("firmen.csv", "account", Market::Germany, columns);
    sheet.quotes = Quotes::Always;
    sheet
}

/// Firms with the reason why each should be written to.
pub(super) fn french() -> Sheet {
    let columns = vec![
        firm_name("nom"),
        col("email", FIRM_EMAIL, |m| m.email()).or(&[EMAIL]),
        town("ville", FIRM_CITY).or(&[CITY]),
        list(
            "secteur",
            INDUSTRY,
            &["ESN / Conseil IT", "Cloud et Cybersécurité", "Banque / Finance", "Santé", "Collectivité"],
        ),
        free("raison_specifique", &["votre place sur le marché numérique", "la qualité de vos missions techniques"])
            .or(&[FIRM_NOTES, NOTES]),
    ];
    let mut sheet = firms_sheet("entreprises.csv", Market::France, columns);
    sheet.rows = 40;
    sheet
}

/// Offices of a large house in Brazil; several numbers and mailboxes in a cell.
pub(super) fn offices() -> Sheet {
    let columns = vec![
        list("setor", FIRM, &["ADMINISTRAÇÃO", "ARQUITETURA E URBANISMO", "CENTRAL DE ATENDIMENTO – CAT"])
            .or(&["account.parent", COMPANY, DEPARTMENT])
            .or_ask(),
        list("subsetor", DEPARTMENT, &["Biblioteca", "Secretaria", "Coordenação do curso", "Direção"])
            .or(&[FIRM, COMPANY, KEPT])
            .or_ask(),
        col("site", FIRM_SITE, site).or(&[WEBSITE]).gaps(70),
        col("telefones", FIRM_PHONE, piped_numbers).or(&[PHONE]).gaps(12),
        col("emails", FIRM_EMAIL, piped_mailboxes).or(&[EMAIL]).gaps(20),
    ];
    firms_sheet("contatos.csv", Market::Brazil, columns)
}

/// Craftsmen and whether they advertise.
pub(super) fn roofers() -> Sheet {
    let columns = vec![
        firm_name("name").or(&[FULL]),
        col("website", FIRM_SITE, site).or(&[WEBSITE]),
        col("phone", FIRM_PHONE, bare).or(&[PHONE]),
        tally("reviews_count", 3, 120),
        free("google_ads_active", &["true", "false"]),
    ];
    let mut sheet = firms_sheet("prospects.csv", Market::France, columns);
    sheet.rows = 40;
    sheet
}

/// Shops of a town and what is wrong with their sites; an empty record after each.
pub(super) fn sion() -> Sheet {
    let columns = vec![
        free("Priorite", &["1", "2", "3"]).or(&[RATING, PRIORITY]),
        free("Statut site", &["SITE MEDIOCRE", "AUCUN SITE", "FACEBOOK SEULEMENT"]),
        firm_name("Nom").or(&[FULL]),
        col("Email", FIRM_EMAIL, |m| m.email()).or(&[EMAIL]).gaps(60),
        col("Telephone", FIRM_PHONE, |m| m.desk_tel(Dial::Home)).or(&[PHONE]).gaps(8),
        col("Site web", FIRM_SITE, |m| sometimes(m, 35, "—", site)).or(&[WEBSITE]),
        col("Adresse", FIRM_WHOLE, |m| Cell::plain(format!(" {}, {} {}", m.p.street, m.p.postcode, m.p.city)))
            .or(&[WHOLE, FIRM_STREET, STREET])
            .gaps(5),
        free("Note Google", &["4.7", "4.9", "5.0", "3.9"]).or(&[RATING]).gaps(8),
        tally("Nb avis", 1, 600).gaps(8),
        free("Recherche", &["restaurant centre", "boulangerie patisserie", "barbier"]).or(&[INDUSTRY, TAGS, SOURCE]),
        free("Commentaire AI", &["Design vieilli avec navigation basique.", "Aucun site internet."])
            .or(&[NOTES, FIRM_NOTES]),
        free("Contacte", &["Non", "Non", "Oui"]).or(&[STATUS]),
        list("Notes", NOTES, &["rappeler lundi", "patron absent"]).or(&[FIRM_NOTES]).gaps(80),
    ];
    let mut sheet = firms_sheet("prospects.csv", Market::France, columns);
    sheet.blank_every = 1;
    sheet.rows = 70;
    sheet
}
