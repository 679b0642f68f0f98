//! French lists.

use super::*;

/// Clients of a wholesaler: capitals, the family name first, numbers that lost their nought.
pub(super) fn clients() -> Sheet {
    let columns = vec![
        col("Nom Client", FULL, |m| {
            if m.row % 6 == 5 {
                Cell::plain(format!("SARL {}", m.p.company.to_uppercase()))
            } else {
                upper_family_first(m)
            }
        })
        .or(&[FIRM, COMPANY]),
        list("Région", REGION, &["NANTES 1", "NANTES 2", "LILLE EST", " ANGERS"]).or(&[FIRM_REGION, CITY, QUARTER]),
        col("Téléphone", PHONE, |m| if m.d.percent(50) { without_nought(m) } else { m.tel(Dial::Home) })
            .or(&[FIRM_PHONE])
            .gaps(25),
        free("Secteur", &["SF", "MOH"]).or(&[INDUSTRY, QUARTER, TAGS]).gaps(97),
    ];
    let mut sheet = sheet("base_clients.csv", "person", Market::France, columns);
    sheet.entity_accept = &["account"];
    sheet.rows = 260;
    sheet
}

/// Who was written to, who answered, and what comes next.
pub(super) fn follow_up() -> Sheet {
    fn sent(header: &str, gaps: usize) -> Column {
        free(header, &["O", "O", "N"]).gaps(gaps)
    }
    let mut columns = vec![
        code("id", ID, "", 1),
        given("prenom").gaps(12),
        family("nom").gaps(12),
        job("role").gaps(10),
        sent("contact_envoye", 8),
        sent("contact_accepte", 15),
        sent("prospection", 30),
        sent("retour", 55),
        free("next_steps", &["A relancer", "Relance déjà faite", "Meeting réalisé"]).or(&[NOTES, TASK]).gaps(60),
        free("person_interest", &["Oui"]).gaps(95),
        tally("compte_id", 1, 51).or(&[FIRM_ID]),
    ];
    columns.extend(unused(&[
        "email",
        "linkedin",
        "derniere_action",
        "date_prochaine_action",
        "prochaine_action_notes",
    ]));
    let mut sheet = sheet("contacts_export.csv", "person", Market::France, columns);
    sheet.rows = 80;
    sheet
}
