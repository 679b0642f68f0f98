//! Sheets of teams in Germany, France, Spain, Brazil and Italy.

use super::*;

/// Flats of a new building in Germany, and who reserved or bought each.
pub(super) fn new_flats_de() -> Sheet {
    fn metres(m: &mut Maker) -> Cell {
        Cell::plain(format!("{},{:02}", 42 + m.d.below(110), m.d.below(100)))
    }
    let columns = vec![
        col("WE-Nr.", UNIT, |m| Cell::plain(format!("WE {:02}", m.row + 1))).or(&[DEAL_ID, LISTING]),
        free("Haus / Etage", &["A / EG", "A / 1. OG", "B / 2. OG", "B / DG"]).or(&[UNIT, PROPERTY]),
        list("Zi.", ROOMS, &["2", "2,5", "3", "4", "5"]).or(&[KEPT]),
        col("Wohnfl. m²", SIZE, metres),
        col("Kaufpreis WE", AMOUNT, share(whole(420_000, 11_000, with_cents, "EUR", false), 100)).or(&[PRICE, RENT]),
        free("TG-Platz", &["TG 4", "TG 11", "-"]).gaps(20),
        deal_contact("Erwerber"),
        col("2. Erwerber", SPOUSE, |m| m.spouse()).or(&[SPOUSE_GIVEN, KEPT]).or_ask().gaps(45),
        tel("Tel. Erwerber", Dial::Mixed).gaps(10),
        mail("Mail Erwerber").gaps(12),
        list("Nutzung", PURPOSE, &["Eigennutzer", "Kapitalanleger"]).or(&[TAGS]).gaps(15),
        other("Reserviert am", |m| m.day(Style::Dmy('.'))).or(&[DEAL_MADE, CREATED, SEEN]),
        other("Reserviert bis", |m| m.ahead(Style::Dmy('.'))).or(&[DUE, CLOSING]).gaps(30),
        list("Finanzierungsnachweis", FINANCING, &["liegt vor", "angefordert", "Eigenkapital"]).or(&[KEPT]).gaps(20),
        ahead("Notartermin", CLOSING, Style::Dmy('.')).or(&[WON, DUE]).gaps(40),
        list("Verkaufsstand", DEAL_STATUS, &["Reserviert", "Entwurf versandt", "Beurkundet", "Rücktritt"])
            .or(&[DEAL_STAGE]),
        deal_agent("Vertrieb", &["Fr. König", "Hr. Peters", "Hr. Jäger"]),
        free("Provision", &["3,57 %", "2,38 %", "frei"]).gaps(30),
        list("Sonderwünsche / Anm.", DEAL_NOTES, &["Bad ohne Wanne", "Wartet auf Bankzusage", "Küche vom Bauträger"])
            .or(&[NOTES])
            .gaps(45),
    ];
    let mut sheet = sheet("Verkaufsliste Lindenallee.csv", "opportunity", Market::Germany, columns);
    sheet.entity_accept = &["interest", "person"];
    let width = sheet.columns.len();
    sheet.above = vec![padded(&["Neubau Lindenallee 8 - Verkaufsliste, Stand 02.03.2026"], width)];
    sheet.below = vec![padded(&["Summe", "# WE"], width)];
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.rows = 64;
    sheet
}

/// Owners whose homes a French agency lets.
pub(super) fn landlords_fr() -> Sheet {
    let columns = vec![
        ident("N° bailleur", ID, "B").or(&[KEPT]),
        col("Bailleur", FULL, |m| m.family_first()),
        firm("SCI / société").gaps(65),
        tel("Portable bailleur", Dial::Mixed).gaps(8),
        desk("Fixe bailleur", Dial::Home).gaps(65),
        mail("Email bailleur").gaps(12),
        street("Rue (bailleur)", STREET).or(&[WHOLE]).gaps(10),
        zip("CP (bailleur)", POSTCODE).gaps(10),
        town("Ville (bailleur)", CITY).gaps(10),
        list(
            "Bien loué",
            PLACE,
            &[
                "12 rue des Lilas, Lyon",
                "4 avenue Foch, Paris",
                "place du Marché, Toulouse",
                "impasse des Roses 2, Cannes",
            ],
        )
        .or(&[PLACE_STREET, PROPERTY]),
        list("Nature", KIND, &["T2", "T3", "Studio", "Maison"]).or(&[ROOMS]).gaps(5),
        sum("Loyer HC", RENT, whole(540, 15, spaced_euros, "EUR", true)).or(&[PRICE, AMOUNT, KEPT]).gaps(5),
        free("Charges", &["60 €", "85 €", "120 €"]).gaps(15),
        free("Locataire en place", &["Mme Aubert", "M. Tessier", "Vacant"]).gaps(15),
        other("Fin de bail", |m| m.ahead(Style::Dmy('/'))).or(&[DUE]).gaps(25),
        free("Formule", &["Gestion complète", "Location seule", "GLI incluse"]).or(&[TAGS]).gaps(10),
        other("Mandat signé le", |m| m.day(Style::Dmy('/'))).or(&[CREATED, WON]).gaps(10),
        agent("Gestionnaire", &["Isabelle", "Grégoire", "Béatrice"]),
        touched("Dernier échange", Style::Dmy('/')).gaps(30),
        list("Remarque", NOTES, &["Veut vendre en 2027", "Préfère le courrier", "Travaux de salle d'eau à prévoir"])
            .gaps(50),
    ];
    let mut sheet = sheet("Bailleurs en gestion.csv", "person", Market::France, columns);
    sheet.entity_accept = &["interest"];
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.rows = 92;
    sheet
}

/// What an office in Spain has to do.
pub(super) fn chores_es() -> Sheet {
    const STATES: Words = &["Por hacer", "Hecha", "En marcha", "Hecha", "Bloqueada"];
    let columns = vec![
        other("Nº tarea", |m| Cell::plain((m.row + 1).to_string())).or(&[TASK_ID]),
        other("Apuntada el", |m| m.day(Style::DmyShort('/'))).or(&[CREATED]),
        list(
            "¿Qué hay que hacer?",
            TASK,
            &[
                "Pedir nota simple",
                "Llamar al notario",
                "Hacer fotos",
                "Enseñar piso",
                "Recoger llaves",
                "Enviar contrato",
            ],
        )
        .or(&[SUBJECT]),
        task_contact("Para qué cliente"),
        tel("Su teléfono", Dial::Home).gaps(12),
        free("Ref. piso", &["RET-11", "EIX-204", "CAR-08", "BAN-31"]).or(&[LISTING]).gaps(25),
        doer("Quién se encarga", &["Carmen", "Jaime", "Víctor"]),
        list("Prioridad", PRIORITY, &["Alta", "Media", "Baja"]).gaps(15),
        ahead("Fecha tope", DUE, Style::DmyShort('/')).gaps(8),
        turn("¿Cómo va?", TASK_STATUS, STATES),
        col("Terminada el", DONE, |m| {
            let done = STATES[m.row % STATES.len()] == "Hecha";
            if done { later(m).cell(Style::DmyShort('/')) } else { Cell::default() }
        }),
        col("Avisar el", REMINDER, |m| m.ahead(Style::DmyShort('/'))).gaps(65),
        list("Detalle", TASK_NOTES, &["Solo por la mañana", "Llevar el DNI", "El portero tiene copia"])
            .or(&[NOTES])
            .gaps(40),
    ];
    let mut sheet = sheet("Tareas oficina.csv", "task", Market::Spain, columns);
    sheet.entity_accept = &["interaction"];
    sheet.delimiter = ';';
    sheet.bom = true;
    sheet.again = 6;
    sheet.rows = 88;
    sheet
}

/// Who asked about a launch in Brazil.
pub(super) fn launch_leads_br() -> Sheet {
    let columns = vec![
        stamp("Carimbo", CREATED, Style::Dmy('/'), Clock::Minutes).or(&[MET]),
        full("Nome do interessado"),
        tel("WhatsApp do cliente", Dial::Mixed).label("whatsapp").gaps(3),
        mail("E-mail do cliente").gaps(18),
        town("Cidade onde mora", CITY).gaps(20),
        col("Bairro onde mora", QUARTER, |m| Cell::plain(m.p.locality)).or(&[LOCALITY]).gaps(25),
        list("Torre / Produto", PROJECT, &["Torre Ipê", "Torre Jatobá", "Studios"]).or(&[PROPERTY]),
        list("Metragem desejada", AREA, &["48 m²", "67 m²", "95 m²", "128 m²"]).or(&[SIZE, WANTED]).gaps(20),
        list("Dorms", BEDROOMS, &["1", "2", "3", "4"]).or(&[ROOMS]).gaps(15),
        list("Morar ou investir", PURPOSE, &["Morar", "Investir", "Morar"]).gaps(12),
        col("Até quanto quer pagar", MAX, |m| m.sum(380_000, 15_000, reais, "BRL", true)).gaps(20),
        free("Renda familiar", &["até 15 mil", "15 a 30 mil", "acima de 30 mil"]).or(&[FUNDS]).gaps(35),
        list("Pagamento", FINANCING, &["Financiamento", "À vista", "Direto construtora", "FGTS"]).gaps(25),
        list("Mídia", SOURCE, &["Instagram", "Panfleto", "Stand", "Indicação", "ZAP"]).gaps(6),
        list("Corretor da vez", ASSIGNEE, &["Leandro", "Tatiana", "Igor"]).or(&[OWNER]),
        state("Fase", &["Novo", "Em contato", "Visitou decorado", "Proposta", "Perdido"]),
        free("Por que perdeu", &["Preço", "Prazo de entrega", "Comprou outro"]).or(&[UNFIT, LOST_BECAUSE]).gaps(80),
        touched("Últ. contato em", Style::Dmy('/')).gaps(25),
        next("Retornar em", Style::Dmy('/')).gaps(45),
        list("Obs. do corretor", NOTES, &["Tem carro para dar de entrada", "Prefere face norte", "Volta no sábado"])
            .gaps(45),
    ];
    let mut sheet = sheet("Leads lançamento Moema.csv", "person", Market::Brazil, columns);
    sheet.bom = true;
    sheet.again = 5;
    sheet.rows = 146;
    sheet
}

/// Builders and trades that an agency in Italy works with.
pub(super) fn builders_it() -> Sheet {
    let columns = vec![
        firm_name("Impresa"),
        list("Cosa fa", INDUSTRY, &["Costruttore", "Ristrutturazioni", "Studio tecnico", "Notaio", "Banca"])
            .or(&[FIRM_TYPE]),
        full("Chi sentire").or(&[CONTACT]).gaps(10),
        list("Ruolo", JOB, &["Titolare", "Geometra", "Commerciale", "Direttore di filiale"]).gaps(40),
        tel("Cell.", Dial::Mixed).or(&[FIRM_PHONE]).gaps(8),
        firm_tel("Tel. ufficio", Dial::Home).gaps(35),
        firm_mail("Mail").gaps(15),
        firm_site("Sito").gaps(55),
        firm_street("Sede (via)").gaps(20),
        firm_zip("C.A.P.").gaps(20),
        firm_town("Città"),
        region("Pr.", FIRM_REGION).or(&[REGION]).gaps(20),
        col("P. IVA", FIRM_NUMBER, |m| Cell::plain(format!("000{:08}", m.d.below(100_000_000)))).gaps(35),
        tally("Cantieri aperti", 0, 7),
        free("Accordo", &["Esclusiva", "3% + IVA", "A voce"]).gaps(30),
        list("Seguito da", FIRM_OWNER, &["Ilaria", "Marco", "Roberta"]).or(&[OWNER, ASSIGNEE]),
        day("Conosciuti il", FIRM_MADE, Style::Dmy('/')).or(&[CREATED]).gaps(35),
        list("Note", FIRM_NOTES, &["12 appartamenti in consegna a giugno", "Preventivi lenti", "Ottimi lavori"])
            .or(&[NOTES])
            .gaps(45),
    ];
    let mut sheet = sheet("Imprese e professionisti.csv", "account", Market::Italy, columns);
    sheet.entity_accept = &["person"];
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.rows = 58;
    sheet
}
