//! Sheets of teams in Germany, France, Spain and Portugal.

use super::*;

/// `2,5 Mio. €`
fn millions(n: u64) -> String {
    format!("{} Mio. €", hundredths(n / 10_000).replace('.', ","))
}

/// Who rang an office in Germany, and what they were told.
pub(super) fn calls_de() -> Sheet {
    let columns = vec![
        day("Anrufdatum", MET, Style::DmyShort('.')).or(&[CREATED, CONTACTED]),
        other("Uhrzeit", |m| Cell::plain(format!("{}:{:02}", 8 + m.d.below(11), m.d.below(60)))).or(&[MET]),
        talker("Anrufer/in"),
        col("Rufnummer", PHONE, |m| m.tel(Dial::Mixed)).gaps(5),
        list("ein-/ausgehend", DIRECTION, &["eingehend", "eingehend", "ausgehend"]),
        list("Anliegen", SUBJECT, &["Wertermittlung", "Exposé-Anfrage", "Terminwunsch", "Rückfrage Kaufpreis"])
            .or(&[TASK, BODY]),
        free("Objekt / Straße", &["Bergstraße 12", "Mozartweg 4", "Neubau Kastanienallee"])
            .or(&[PROPERTY, PLACE_STREET, PLACE, PROJECT])
            .gaps(30),
        speaker("Gespräch geführt von", &["Nadine", "Karsten", "Ulrike"]),
        said("Gesprächsnotiz", &["Ruft nach Urlaub wieder an", "Will Unterlagen per Post", "Nachbar verkauft auch"])
            .gaps(15),
        count("Dauer (Min.)", DURATION, 1, 25).gaps(30),
        list("Ergebnis", OUTCOME, &["Termin vereinbart", "Rückruf", "Kein Interesse", "Weitergeleitet"]).gaps(10),
        free("Rückruf erforderlich", &["ja", "nein"]).gaps(15),
        next("Rückruf am", Style::DmyShort('.')).gaps(55),
        free("Aufmerksam geworden durch", &["Immowelt", "Plakat", "Empfehlung", "Google"]).or(&[SOURCE]).gaps(35),
    ];
    let mut sheet = sheet("Telefonliste 2026.csv", "interaction", Market::Germany, columns);
    sheet.entity_accept = &["person", "task"];
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.again = 6;
    sheet.rows = 124;
    sheet
}

/// What funds and offices in Germany want to buy.
pub(super) fn profiles_de() -> Sheet {
    let columns = vec![
        col("Investor", FIRM, company).or(&[COMPANY]),
        free("Rechtsform", &["GmbH & Co. KG", "AG", "Stiftung", "GmbH"]).or(&[FIRM_TYPE]).gaps(15),
        list("Investorentyp", FIRM_TYPE, &["Family Office", "Fonds", "Bestandshalter", "Projektentwickler"])
            .or(&[INDUSTRY]),
        col("Ansprechpartner", FULL, |m| m.full()).or(&[CONTACT]).gaps(5),
        list("Funktion", JOB, &["Leiter Ankauf", "Geschäftsführer", "Prokuristin", "Transaction Manager"]).gaps(30),
        desk("Tel. direkt", Dial::Home).or(&[FIRM_PHONE]).gaps(20),
        mail("Mail").or(&[FIRM_EMAIL]).gaps(10),
        firm_site("Homepage").gaps(30),
        firm_town("Sitz"),
        list("Assetklasse", WANTED, &["Wohnen", "Büro", "Mikroapartments", "Pflege", "Wohnen/Gewerbe"])
            .or(&[KIND, INDUSTRY]),
        list("Zielstandorte", TOWNS, &["Hamburg, Berlin", "A-Städte", "München + Umland", "bundesweit"])
            .or(&[LOCALITY]),
        sum("Volumen von", MIN, whole(1_500_000, 250_000, millions, "EUR", true)).gaps(15),
        sum("Volumen bis", MAX, whole(35_000_000, 1_000_000, millions, "EUR", true)).gaps(15),
        free("Faktor / Rendite", &["bis 22-fach", "ab 4,5 %", "18-fach"]).gaps(30),
        free("NDA", &["ja", "nein", "angefragt"]).gaps(15),
        other("Profil vom", |m| m.day(Style::Dmy('.'))).or(&[FIRM_UPDATED, FIRM_MADE, CREATED, UPDATED]),
        list("Betreuer", FIRM_OWNER, &["Henning", "Dagmar"]).or(&[OWNER, ASSIGNEE]),
        list("Anmerkung", FIRM_NOTES, &["Zahlt schnell", "Nur off-market", "Kein Erbbaurecht"]).or(&[NOTES]).gaps(40),
    ];
    let mut sheet = sheet("Ankaufsprofile Investoren.csv", "account", Market::Germany, columns);
    sheet.entity_accept = &["person"];
    sheet.delimiter = ';';
    sheet.bom = true;
    title(&mut sheet, "Ankaufsprofile - Stand März 2026");
    sheet.rows = 64;
    sheet
}

/// Who saw which home in France, with the voucher that they signed.
pub(super) fn visits_fr() -> Sheet {
    let columns = vec![
        ident("N° bon de visite", TALK_ID, "BV-26-").or(&[KEPT]),
        day("Date de visite", MET, Style::Dmy('/')).or(&[SEEN]),
        other("Heure", |m| Cell::plain(format!("{}h{:02}", 9 + m.d.below(10), 15 * m.d.below(4)))).or(&[MET]),
        list("N° mandat", LISTING, &["1204", "1211", "1218", "1230"]).or(&[KEPT]),
        house("Bien visité"),
        free("Vendeur", &["M. et Mme Hamel", "Succession Noël", "Mme Besson"]).gaps(25),
        talker("Visiteur"),
        tel("Portable visiteur", Dial::Home).gaps(6),
        mail("Courriel").gaps(20),
        speaker("Accompagné par", &["Corinne", "Quentin", "Sabrina"]),
        said("Retour de visite", &["Coup de cœur", "Trop de travaux", "Veut revoir avec son frère", "Bruyant"])
            .gaps(10),
        free("Intérêt (1 à 5)", &["1", "2", "3", "4", "5"]).or(&[INTEREST, RATING, SCORE, OUTCOME]).gaps(20),
        free("Contre-visite", &["oui", "non"]).gaps(20),
        sum("Offre éventuelle", RENT, whole(210_000, 5_000, spaced_euros, "EUR", true)).or(&[AMOUNT, PRICE]).gaps(82),
        free("Vendeur informé le", &["02/03/2026", "16/02/2026", "27/02/2026"]).gaps(40),
        next("À relancer le", Style::Dmy('/')).gaps(50),
    ];
    let mut sheet = sheet("Bons de visite.csv", "interaction", Market::France, columns);
    sheet.entity_accept = &["interest", "person"];
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.rows = 102;
    sheet
}

/// For whom an agent in France looks for a home.
pub(super) fn searches_fr() -> Sheet {
    let columns = vec![
        ident("Mandat de recherche n°", ID, "MR-").or(&[KEPT]),
        day("Signé le", CREATED, Style::Dmy('/')).or(&[KEPT]),
        col("Mandant(s)", FULL, |m| m.full()),
        col("Conjoint", SPOUSE, |m| name(m.p.spouse.clone())).or(&[SPOUSE_GIVEN]).gaps(45),
        tel("Tél.", Dial::Mixed).gaps(4),
        mail("Adresse mail").gaps(8),
        list("Ville actuelle", CITY, &["Paris", "Londres", "Bruxelles", "Lyon"]).gaps(25),
        list("Type de bien", WANTED, &["Appartement", "Maison de ville", "Loft", "Immeuble"]),
        list("Objectif", PURPOSE, &["Résidence principale", "Pied-à-terre", "Locatif"]).gaps(10),
        list("Quartiers ciblés", LOCALITY, &["Croix-Rousse, Brotteaux", "Chartrons", "Batignolles / Ternes"])
            .or(&[TOWNS]),
        sum("Budget mini", MIN, whole(250_000, 5_000, spaced_euros, "EUR", true)).gaps(40),
        sum("Budget maxi", MAX, whole(900_000, 10_000, spaced_euros, "EUR", true)),
        count("Surface mini", AREA, 40, 160).gaps(20),
        list("Nb chambres", BEDROOMS, &["1", "2", "3", "4"]).gaps(20),
        list("Critères impératifs", MUST, &["Extérieur", "Parking", "Lumineux, calme", "Dernier étage"]).gaps(20),
        list("Rédhibitoire", OUT, &["RDC", "Copro > 50 lots", "Gros travaux"]).gaps(45),
        list("Plan de financement", FINANCING, &["Accord de principe", "Apport 40 %", "Comptant"]).gaps(30),
        free("Honoraires", &["2,5 % TTC", "3 % TTC", "Forfait 12 000 €"]).gaps(10),
        list("Échéance projet", TIMEFRAME, &["Avant l'été", "6 mois", "Pas d'urgence"]).gaps(25),
        free("Biens proposés", &["2", "5", "9"]).gaps(20),
        state("État du mandat", &["En cours", "Offre acceptée", "Suspendu", "Clos"]),
        list("Suivi", NOTES, &["A visité rue des Lilas", "Préfère l'ancien", "Revient en avril"]).gaps(40),
    ];
    let mut sheet = sheet("Mandats de recherche.csv", "person", Market::France, columns);
    sheet.delimiter = ';';
    sheet.bom = true;
    sheet.rows = 72;
    sheet
}

/// Calls that a team on the Spanish coast notes down.
pub(super) fn calls_es() -> Sheet {
    let columns = vec![
        stamp("Fecha y hora", MET, Style::Dmy('/'), Clock::Minutes).or(&[CREATED, CONTACTED]),
        speaker("Compañero", &["Lourdes", "Félix", "Alba"]),
        list("Entrante / saliente", DIRECTION, &["Entrante", "Saliente", "Saliente"]),
        talker("Habla con"),
        tel("Teléfono", Dial::Mixed).gaps(4),
        mail("Email").gaps(50),
        free("Tipo de cliente", &["Comprador", "Propietario", "Inquilino", "Colaborador"]).or(&[TAGS, STAGE]).gaps(15),
        list("Motivo de la llamada", SUBJECT, &["Información de piso", "Concertar visita", "Captación", "Seguimiento"])
            .or(&[TASK, BODY]),
        free("Ref. piso", &["GUA-118", "GUA-124", "RUZ-031"]).or(&[LISTING]).gaps(35),
        list(
            "Resultado de la llamada",
            OUTCOME,
            &["Visita concertada", "No contesta", "No interesado", "Volver a llamar"],
        ),
        count("Duración (min)", DURATION, 1, 22).gaps(40),
        said("Resumen", &["Quiere bajar el precio", "Viene en Semana Santa", "Pide plano y gastos"]).gaps(25),
        next("Próxima acción", Style::Dmy('/')).gaps(45),
    ];
    let mut sheet = sheet("Registro de llamadas.csv", "interaction", Market::Spain, columns);
    sheet.entity_accept = &["person"];
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.abroad = (vec![Market::Britain, Market::Germany], 20);
    sheet.again = 8;
    sheet.rows = 136;
    sheet
}

/// Homes of a new building in Spain that are reserved or sold.
pub(super) fn reservations_es() -> Sheet {
    let columns = vec![
        col("Vivienda", UNIT, |m| {
            Cell::plain(format!("P{} {}º{}", 1 + m.row / 12, 1 + m.row / 3 % 4, ["A", "B", "C"][m.row % 3]))
        })
        .or(&[PROPERTY, DEAL]),
        list("Dormitorios", ROOMS, &["1", "2", "3", "4"]),
        count("m² construidos", SIZE, 58, 165),
        free("Garaje / trastero", &["G-12 / T-08", "G-14", "G-31 / T-22"]).gaps(15),
        col("PVP sin IVA", PRICE, share(whole(265_000, 3_500, euros, "EUR", true), 100)).or(&[AMOUNT, RENT]),
        deal_contact("Comprador"),
        other("NIF / NIE", |m| Cell::plain(format!("000{:05}K", m.d.below(100_000)))).or(&[ID]).gaps(15),
        tel("Tel. comprador", Dial::Home).gaps(6),
        mail("Correo comprador").gaps(12),
        day("Fecha reserva", DEAL_MADE, Style::Dmy('/')).or(&[CREATED, WON, SEEN]),
        free("Importe reserva", &["6.000,00 €", "3.000,00 €"]),
        other("Fecha contrato", |m| later(m).cell(Style::Dmy('/'))).or(&[WON, CLOSING]).gaps(40),
        other("Pagado hasta hoy", share(whole(265_000, 3_500, euros, "EUR", true), 20)).gaps(25),
        other("Pendiente", share(whole(265_000, 3_500, euros, "EUR", true), 80)).gaps(25),
        ahead("Escritura prevista", CLOSING, Style::Dmy('/')).gaps(35),
        list("Forma de pago", FINANCING, &["Hipoteca", "Contado", "Subrogación"]).or(&[KEPT]).gaps(20),
        list("Situación", DEAL_STAGE, &["Reservada", "Contrato firmado", "Escriturada", "Anulada"]).or(&[DEAL_STATUS]),
        deal_agent("Comercial", &["Inés", "Raúl", "Agencia externa"]),
        list("Notas", DEAL_NOTES, &["Cambio de suelo", "Pide retranqueo", "Vive fuera"]).or(&[NOTES]).gaps(55),
    ];
    let mut sheet = sheet("Reservas Residencial Alameda.csv", "opportunity", Market::Spain, columns);
    sheet.entity_accept = &["person", "interest"];
    sheet.delimiter = ';';
    let width = sheet.columns.len();
    sheet.below = vec![padded(&["TOTAL", "", "", "", "", "# viviendas"], width)];
    sheet.rows = 68;
    sheet
}

/// What an agency in Portugal has to do.
pub(super) fn tasks_pt() -> Sheet {
    const STATES: Words = &["Por fazer", "Concluída", "Em curso", "Concluída", "Aguarda resposta"];
    let columns = vec![
        serial("Nº"),
        other("Criada em", |m| m.day(Style::Dmy('/'))).or(&[CREATED]),
        list(
            "Assunto",
            TASK,
            &["Ligar ao cliente", "Enviar CPCV", "Pedir caderneta predial", "Marcar escritura", "Tirar fotografias"],
        )
        .or(&[SUBJECT]),
        other("Cliente e telefone", |m| {
            let (full, number) = (m.full(), m.tel(Dial::Home));
            let truth = full.truth.into_iter().chain(number.truth).collect();
            Cell { text: format!("{} - {}", full.text, number.text), truth }
        })
        .or(&[TASK_CONTACT, FULL, PHONE, CONTACT])
        .must_ask()
        .gaps(12),
        free("Imóvel (ref.)", &["ALV-031", "VIL-007", "BOA-112"]).or(&[LISTING]).gaps(35),
        doer("Atribuída a", &["Catarina", "Nuno", "Susana"]),
        ahead("Até quando", DUE, Style::Dmy('/')).gaps(8),
        list("Prioridade", PRIORITY, &["Alta", "Média", "Baixa"]).gaps(10),
        turn("Ponto de situação", TASK_STATUS, STATES),
        col("Concluída em", DONE, |m| {
            let done = STATES[m.row % STATES.len()] == "Concluída";
            if done { later(m).cell(Style::Dmy('/')) } else { Cell::default() }
        }),
        list("Detalhes", TASK_NOTES, &["Falar com o condomínio", "Só de manhã", "Falta certidão"])
            .or(&[NOTES])
            .gaps(45),
    ];
    let mut sheet = sheet("Tarefas da equipa.csv", "task", Market::Portugal, columns);
    sheet.entity_accept = &["interaction"];
    sheet.delimiter = ';';
    sheet.bom = true;
    sheet.rows = 82;
    sheet
}
