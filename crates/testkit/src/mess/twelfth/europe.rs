//! Sheets of teams in Germany, France, Spain, Portugal and Italy.

use super::*;

/// Who saw what, and how it went.
pub(super) fn visits_de() -> Sheet {
    let columns = vec![
        day("Datum", MET, Style::Dmy('.')).or(&[SEEN]),
        other("Uhrzeit", |m| Cell::plain(format!("{:02}:{:02} Uhr", 9 + m.d.below(10), 15 * m.d.below(4)))).or(&[MET]),
        list("Objekt-Nr.", LISTING, &["HH-204", "HH-211", "M-038", "F-017"]),
        house("Objekt"),
        talker("Interessent/in"),
        tel("Telefon", Dial::Mixed).gaps(8),
        mail("E-Mail").gaps(15),
        speaker("Durchgeführt von", &["Anja", "Holger", "Silke"]),
        free("Termin", &["1. Besichtigung", "2. Besichtigung", "Sammeltermin"]).or(&[CHANNEL, SUBJECT]).gaps(10),
        said("Rückmeldung", &["Sehr interessiert", "Zu hellhörig", "Küche zu klein", "Bespricht sich mit Partner"]),
        free("Finanzierung geklärt?", &["ja", "nein", "in Arbeit"]).or(&[FINANCING]).gaps(20),
        sum("Gebot (€)", RENT, whole(340_000, 5_000, with_cents, "EUR", true)).or(&[AMOUNT, PRICE]).gaps(78),
        free("Absagegrund", &["Preis", "Lage", "anderes Objekt gekauft"]).or(&[LOST_BECAUSE, UNFIT, OUTCOME]).gaps(65),
        next("Wiedervorlage", Style::Dmy('.')).gaps(45),
        list("Bemerkungen", NOTES, &["Schlüssel Nachbarin", "Exposé nachgeschickt", "Hund"]).or(&[BODY, KEPT]).gaps(60),
    ];
    let mut sheet = sheet("Besichtigungen 2026.csv", "interaction", Market::Germany, columns);
    sheet.entity_accept = &["interest", "person"];
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.rows = 100;
    sheet
}

/// Who wants to buy, how it is paid, and what they look for.
pub(super) fn buyers_fr() -> Sheet {
    let columns = vec![
        serial("N°"),
        list("Civ.", PREFIX, &["M.", "Mme", "Mlle"]).or(&[GENDER]).gaps(10),
        col("Nom Prénom", FULL, |m| family_then_given(m, m.p.family.to_uppercase())),
        tel("Tél. portable", Dial::Mixed).gaps(5),
        mail("Mail").gaps(10),
        free("Situation", &["Locataire", "Propriétaire", "Vend pour acheter", "Hébergé"]).or(&[TAGS, STATUS]).gaps(20),
        list("Projet (RP / RS / invest.)", PURPOSE, &["RP", "RS", "Invest."]).gaps(10),
        list("Type recherché", WANTED, &["T2", "T3", "Maison", "Loft", "Terrain"]).or(&[BEDROOMS]),
        list("Secteurs", LOCALITY, &["Monplaisir", "Caudéran, Bordeaux centre", "Cimiez / Nice nord"]).or(&[TOWNS]),
        sum("Budget max FAI (€)", MAX, whole(190_000, 7_500, spaced_euros, "EUR", true)).gaps(5),
        free_sum("Apport (€)", whole(15_000, 2_500, spaced_euros, "EUR", true)).gaps(45),
        list("Financement", FINANCING, &["Accord banque", "Simulation faite", "Comptant", "À voir"]).gaps(20),
        count("Surface min. (m²)", AREA, 30, 140).gaps(30),
        list("Chambres min.", BEDROOMS, &["1", "2", "3", "4"]).gaps(25),
        list("Indispensable", MUST, &["Balcon", "Garage, jardin", "Ascenseur", "Calme"]).gaps(35),
        list("À éviter", "requirement.exclude[]", &["RDC", "Travaux", "Vis-à-vis"]).gaps(55),
        list("Délai", TIMEFRAME, &["Immédiat", "3-6 mois", "Pas pressé"]).gaps(25),
        list("Provenance", SOURCE, &["LeBonCoin", "SeLoger", "Vitrine", "Parrainage"]),
        agent("Négociateur", &["Noémie", "Romain", "Adèle"]),
        day("1er contact", CREATED, Style::Dmy('/')).or(&[MET]),
        touched("Dernier contact", Style::Dmy('/')).gaps(25),
        state("Statut", &["Actif", "En pause", "A acheté", "Abandon"]),
    ];
    let mut sheet = sheet("Suivi acquéreurs.csv", "person", Market::France, columns);
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.blank_every = 25;
    sheet.rows = 108;
    sheet
}

/// What an agency in France has to do.
pub(super) fn tasks_fr() -> Sheet {
    let columns = vec![
        other("Noté le", |m| m.day(Style::Dmy('/'))).or(&[CREATED, MET]),
        list(
            "À faire",
            TASK,
            &["Rappeler", "Envoyer mandat", "Relancer notaire", "Faire photos", "Commander diagnostics"],
        ),
        task_contact("Client").gaps(12),
        tel("Tél. client", Dial::Home).gaps(35),
        house("Bien concerné").gaps(30),
        doer("Qui ?", &["Noémie", "Romain", "Adèle", "Olivier"]),
        ahead("Pour le", DUE, Style::Dmy('/')).gaps(10),
        list("Urgence", PRIORITY, &["Haute", "Normale", "Basse"]).gaps(15),
        list("Avancement", TASK_STATUS, &["À faire", "En cours", "Fait", "En attente"]),
        col("Fait le", DONE, |m| later(m).cell(Style::Dmy('/'))).gaps(62),
        list("Précisions", TASK_NOTES, &["Après 18h", "Clés chez la gardienne", "Voir mail du 12"])
            .or(&[NOTES])
            .gaps(45),
    ];
    let mut sheet = sheet("Choses à faire - agence.csv", "task", Market::France, columns);
    sheet.entity_accept = &["interaction"];
    sheet.delimiter = ';';
    sheet.bom = true;
    sheet.rows = 84;
    sheet
}

/// Who wants to rent a flat, with what a landlord asks about them.
pub(super) fn renters_es() -> Sheet {
    let columns = vec![
        day("Fecha solicitud", CREATED, Style::Dmy('/')).or(&[MET]),
        given("Nombre"),
        family("Apellidos"),
        other("DNI/NIE", |m| Cell::plain(format!("000{:05}T", m.d.below(100_000)))).or(&[ID]).gaps(30),
        tel("Móvil", Dial::Home).gaps(4),
        mail("Correo electrónico").gaps(12),
        list("Piso solicitado", PROPERTY, &["Pinar 14, 3ºB", "Río 8, ático", "Alta 22, 1ºA"]).or(&[
            PLACE,
            PLACE_STREET,
            LISTING,
        ]),
        sum("Renta €/mes", PRICE, whole(750, 25, plain, "EUR", true)).or(&[RENT, AMOUNT, MAX]).gaps(10),
        other("Fecha de entrada deseada", |m| m.ahead(Style::Dmy('/'))).or(&[TIMEFRAME]).gaps(25),
        tally("Nº personas", 1, 5),
        free("Mascotas", &["No", "No", "1 perro", "2 gatos"]).gaps(15),
        job("Profesión").gaps(15),
        firm("Empresa").gaps(35),
        free("Contrato laboral", &["Indefinido", "Temporal", "Autónomo", "Funcionario"]).gaps(15),
        free_sum("Ingresos netos/mes", whole(1_450, 50, dots, "EUR", false)).gaps(20),
        free("Aval / seguro", &["Seguro impago", "Aval padres", "No"]).gaps(25),
        other("Visita", |m| later(m).cell(Style::Dmy('/'))).or(&[MET, SEEN]).gaps(35),
        free("Resultado", &["Aceptado", "Descartado", "Pendiente doc."]).or(&[STATUS, STAGE, INTEREST]).gaps(20),
        agent("Gestor", &["Belén", "Rubén"]),
        list("Notas", NOTES, &["Pareja joven", "Pide muebles", "Llamar por la tarde"]).gaps(50),
    ];
    let mut sheet = sheet("Solicitudes alquiler.csv", "person", Market::Spain, columns);
    sheet.entity_accept = &["interest"];
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.rows = 92;
    sheet
}

/// Houses that owners in Portugal gave the team to sell.
pub(super) fn mandates_pt() -> Sheet {
    let columns = vec![
        ident("Ref.", LISTING, "ANG-26-").or(&[ID]),
        day("Data angariação", CREATED, Style::Dmy('-')).or(&[SEEN, KEPT]),
        full("Proprietário"),
        other("NIF", |m| Cell::plain(format!("000{:06}", m.d.below(1_000_000)))).or(&[ID]).gaps(30),
        tel("Telemóvel", Dial::Home).gaps(5),
        mail("E-mail").gaps(20),
        house("Morada do imóvel"),
        col("Freguesia", PLACE_QUARTER, |m| Cell::plain(m.p.locality)).or(&[QUARTER]),
        town("Concelho", PLACE_TOWN).or(&[CITY]),
        list("Tipologia", ROOMS, &["T0", "T1", "T2", "T3", "V4"]).or(&[KIND]),
        count("Área bruta (m²)", SIZE, 42, 280),
        other("Ano const.", |m| Cell::plain((1935 + m.d.below(88)).to_string())).gaps(25),
        sum("Preço pedido", PRICE, whole(235_000, 7_500, euros, "EUR", true)).or(&[RENT, AMOUNT]),
        free_sum("Avaliação", whole(220_000, 7_500, euros, "EUR", true)).or(&[PRICE]).gaps(40),
        free("Regime", &["Exclusivo", "Aberto"]),
        free("Comissão", &["5% + IVA", "4% + IVA"]).gaps(15),
        other("Fim do contrato", |m| m.ahead(Style::Dmy('-'))).gaps(25),
        free("Cert. energético", &["B", "C", "D", "pedido"]).gaps(20),
        agent("Consultor", &["Rita", "Diogo", "Leonor"]),
        free("Situação", &["Ativo", "Reservado", "Vendido", "Retirado"]).or(&[STATUS, STAGE, INTEREST]),
        list("Observações", NOTES, &["Chaves na loja", "Vende por partilhas", "Arrendado até junho"]).gaps(45),
    ];
    let mut sheet = sheet("Angariações.csv", "person", Market::Portugal, columns);
    sheet.entity_accept = &["interest"];
    sheet.delimiter = ';';
    let width = sheet.columns.len();
    sheet.below = vec![padded(&["Total de imóveis: #"], width)];
    sheet.rows = 74;
    sheet
}

/// Clients of an agency in Italy who look for a home.
pub(super) fn buyers_it() -> Sheet {
    let columns = vec![
        day("Data", CREATED, Style::Dmy('/')).or(&[MET]),
        col("Cognome e nome", FULL, |m| family_then_given(m, m.p.family.clone())),
        tel("Cell.", Dial::Mixed).gaps(4),
        desk("Tel. casa", Dial::Home).gaps(85),
        mail("E-mail").gaps(20),
        col("Residenza", CITY, |m| Cell::plain(m.p.city)).or(&[WHOLE]).gaps(30),
        list("Acquisto / affitto", PURPOSE, &["Acquisto", "Acquisto", "Affitto", "Investimento"]),
        list("Cosa cerca", WANTED, &["Bilocale", "Trilocale", "Attico", "Villetta"]).or(&[BEDROOMS]),
        wanted_place("Zona"),
        sum("Budget max", MAX, whole(160_000, 10_000, euros_before, "EUR", true)).gaps(8),
        count("Mq min.", AREA, 45, 160).gaps(25),
        list("Camere", BEDROOMS, &["1", "2", "3"]).gaps(20),
        free("Piano / ascensore", &["alto con ascensore", "no piano terra", "indifferente"]).or(&[MUST]).gaps(35),
        free("Box", &["sì", "no", "posto auto"]).or(&[MUST]).gaps(30),
        list("Mutuo", FINANCING, &["sì", "no", "già deliberato"]).gaps(20),
        free("Deve vendere?", &["sì", "no"]).gaps(30),
        list("Provenienza", SOURCE, &["Immobiliare.it", "Cartello", "Passaparola", "Vetrina"]),
        agent("Seguito da", &["Chiara", "Matteo", "Silvia"]),
        touched("Ultimo contatto", Style::Dmy('/')).gaps(25),
        state("Esito", &["In ricerca", "Ha comprato", "Sospeso", "Perso"]).or(&[OUTCOME]),
        list("Note", NOTES, &["Solo il sabato", "Vuole terrazzo", "Ha visto Via Garibaldi"]).gaps(45),
    ];
    let mut sheet = sheet("Clienti in cerca.csv", "person", Market::Italy, columns);
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.rows = 126;
    sheet
}
