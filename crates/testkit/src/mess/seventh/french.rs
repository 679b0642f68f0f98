//! French lists.

use super::*;

/// Members of an association, family names in capitals.
pub(super) fn members() -> Sheet {
    let columns = vec![
        col("NOM", FAMILY, upper_family),
        given("PRÉNOM"),
        free("NOUVEAU", &["N", "N", "O"]).or(&[TAGS]),
        col("TEL", PHONE, bare),
        mail("MAIL"),
    ];
    let mut sheet = sheet("adherents.csv", "person", Market::France, columns);
    sheet.rows = 60;
    sheet
}

/// Readers of a library.
pub(super) fn readers() -> Sheet {
    let columns =
        vec![family("nom"), given("prenom"), tally("age", 12, 80).gaps(5), code("numAdherent", ID, "", 12).gaps(5)];
    let mut sheet = sheet("adherents.csv", "person", Market::France, columns);
    sheet.rows = 40;
    sheet
}

/// What people sent through a page.
pub(super) fn messages() -> Sheet {
    let columns = vec![
        family("Nom"),
        given("Prénom"),
        col("Téléphone", PHONE, bare),
        mail("Email"),
        col("Adresse", WHOLE, |m| {
            Cell::plain(if m.d.percent(50) { m.p.street.clone() } else { m.p.city.to_lowercase() })
        })
        .or(&[STREET, CITY, QUARTER]),
        list("Message", NOTES, &["Je cherche un produit absent du site.", "Bonjour, pouvez-vous me rappeler ?"])
            .or(&[BODY]),
    ];
    let mut sheet = sheet("contacts.csv", "person", Market::France, columns);
    sheet.rows = 40;
    sheet
}

/// Heads of firms who ride, with how that is known and what a model thinks of it.
pub(super) fn riders() -> Sheet {
    let columns = vec![
        code("id", ID, "", 1),
        free("niveau_preuve", &["A-presse", "A-témoignage équicoaching", "A-registre+presse"]),
        full("nom"),
        job("poste"),
        firm("entreprise"),
        col("ville_region", CITY, |m| Cell::plain(format!("{} / {}", m.p.city, region_of(m.p.city))))
            .or(&[REGION, WHOLE, KEPT])
            .or_ask()
            .gaps(12),
        col("linkedin", SOCIAL, |m| {
            Cell::plain(format!("https://network.example/search/?keywords=client%20{}", m.row))
        })
        .or(&[WEBSITE]),
        mail("email").gaps(92),
        free("type_signal_cheval", &["Propriétaire de haras", "Joueur de polo", "Affinité cheval : équicoaching"])
            .or(&[NOTES, TAGS]),
        free("preuve", &["Retour d'expérience auprès de ses équipes", "Créateur d'un haras en 1995"]).or(&[NOTES]),
        other("source_url", |m| Cell::plain(format!("https://press.example/articles/{}", m.row))).or(&[SOURCE, DETAIL]),
        tally("confiance_0_100", 70, 98).or(&[SCORE]),
        free("llm_cavalier", &["oui", "incertain"]),
        free("llm_type_signal", &["proprietaire_chevaux", "affinite_cheval", "cavalier_pratiquant"]).or(&[TAGS]),
        free("llm_indice", &["haras", "polo", "equicoaching"]),
        tally("llm_confiance", 35, 70),
        col("score", SCORE, |m| tenths(m, 38, 88)),
        free("taille_estimee", &["grande entreprise (>100)", "TPE/PME estimée (<100)", "grande fortune / célébrité"])
            .or(&[STAFF]),
        free("cible_accessible", &["oui", "non"]),
    ];
    let mut sheet = sheet("prospects.csv", "person", Market::France, columns);
    sheet.rows = 120;
    sheet
}
