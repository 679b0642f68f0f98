//! Sheets of teams in Germany, France, Spain, Portugal and Italy.

use super::*;

/// Who looks for a home with a German agency, with a row of headings above the header.
pub(super) fn seekers_de() -> Sheet {
    let columns = vec![
        day("Kunde seit", CREATED, Style::Dmy('.')),
        list("Anrede", PREFIX, &["Herr", "Frau", "Familie"]).or(&[GENDER]).gaps(6),
        full("Vor- und Zuname"),
        col("Partner/in", SPOUSE, |m| m.spouse()).or(&[SPOUSE_GIVEN]).gaps(60),
        tel("Handynr.", Dial::Mixed).gaps(5),
        desk("Festnetznr.", Dial::Home).gaps(65),
        mail("Mailadresse").gaps(8),
        town("Derzeit wohnhaft in", CITY).gaps(20),
        list("Sucht", WANTED, &["ETW", "EFH", "DHH", "MFH", "Penthouse"]).or(&[KIND]),
        list("Wunschlagen", LOCALITY, &["Winterhude, Eppendorf", "Bogenhausen", "Dahlem / Zehlendorf", "Oberkassel"])
            .or(&[TOWNS]),
        list("Zimmer mind.", BEDROOMS, &["2", "3", "4", "5"]).or(&[KEPT]),
        count("Wfl. ab (m²)", AREA, 55, 180).gaps(15),
        sum("Preis bis", MAX, whole(350_000, 12_500, euros, "EUR", true)).gaps(5),
        free_sum("Eigenkapital", whole(60_000, 5_000, euros, "EUR", true)).or(&[FINANCING]).gaps(40),
        list("Bank / Finanzierung", FINANCING, &["Zusage liegt vor", "in Klärung", "Barzahler"]).gaps(25),
        list("Muss haben", MUST, &["Balkon", "Garten, Garage", "Aufzug", "Einbauküche"]).gaps(30),
        list("Auf keinen Fall", "requirement.exclude[]", &["Erdgeschoss", "Hauptstraße", "Erbpacht"]).gaps(60),
        list("Einzugswunsch", TIMEFRAME, &["sofort", "Sommer 2026", "flexibel"]).gaps(30),
        list("Eigennutzung / Kapitalanlage", PURPOSE, &["Eigennutzung", "Eigennutzung", "Kapitalanlage"]).gaps(15),
        list("Kam über", SOURCE, &["Immowelt", "Schaufenster", "Empfehlung", "Zeitung"]).gaps(10),
        agent("Betreut von", &["Katrin", "Holger", "Petra"]),
        list("Newsletter erlaubt", "person.consent.email", &["ja", "nein"]).or(&[KEPT]).gaps(20),
        next("Wieder anrufen", Style::Dmy('.')).gaps(50),
        list(
            "Notiz",
            NOTES,
            &["Verkauft erst eigenes Haus", "War bei Hausnr. 12 dabei", "Schichtdienst, abends anrufen"],
        )
        .gaps(45),
    ];
    let mut sheet = sheet("Suchkunden.csv", "person", Market::Germany, columns);
    let mut bands = vec![String::new(); sheet.columns.len()];
    for (at, band) in [(0, "KUNDE"), (8, "SUCHWUNSCH"), (13, "FINANZEN"), (20, "BETREUUNG")] {
        bands[at] = band.into();
    }
    sheet.above = vec![bands];
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.rows = 96;
    sheet
}

/// Homes that owners in France had valued.
pub(super) fn valuations_fr() -> Sheet {
    fn metres(m: &mut Maker) -> Cell {
        Cell::plain(format!("{},{}", 32 + m.d.below(160), [0, 5, 25, 8][m.d.below(4)]))
    }
    let columns = vec![
        day("Date de l'estimation", MET, Style::Dmy('/')).or(&[CREATED, SEEN, KEPT]),
        full("Nom du propriétaire"),
        tel("Tél. port.", Dial::Mixed).gaps(5),
        mail("Mél").gaps(22),
        street("Adresse du bien", PLACE_STREET).or(&[PLACE, PROPERTY]),
        zip("CP", PLACE_POSTCODE).or(&[POSTCODE]),
        town("Commune", PLACE_TOWN).or(&[CITY]),
        list("Nature du bien", KIND, &["Appartement", "Maison", "Loft", "Terrain"]),
        col("Surface Carrez", SIZE, metres).gaps(10),
        free("Nb pièces", &["2", "3", "4", "5", "6"]).or(&[ROOMS]),
        free("DPE", &["B", "C", "D", "E", "F", "en cours"]).gaps(20),
        sum("Notre estimation", PRICE, whole(165_000, 5_500, spaced_euros, "EUR", true)).or(&[RENT, AMOUNT]).gaps(12),
        free_sum("Prix voulu par le client", whole(175_000, 5_500, spaced_euros, "EUR", true))
            .or(&[PRICE, RENT, AMOUNT])
            .gaps(45),
        free("Pourquoi vend-il ?", &["Mutation", "Succession", "Divorce", "Plus grand"]).or(&[TAGS]).gaps(25),
        free("Quand ?", &["Tout de suite", "D'ici l'été", "L'an prochain"]).or(&[TIMEFRAME]).gaps(30),
        list("Provenance", SOURCE, &["Boîtage", "Site internet", "Ancien client", "Voisin", "Pige"]).gaps(8),
        agent("Conseiller", &["Jérôme", "Delphine", "Noémie"]),
        list("Suites", STATUS, &["Mandat exclusif", "Mandat simple", "À relancer", "Perdu", "Projet abandonné"])
            .or(&[STAGE, OUTCOME]),
        free("Mandat n°", &["2418", "2422", "2431", "2440"]).or(&[LISTING]).gaps(65),
        next("Date de relance", Style::Dmy('/')).gaps(45),
        list("Remarques", NOTES, &["Veut voir deux autres agences", "Cave + parking", "Travaux de toiture votés"])
            .gaps(45),
    ];
    let mut sheet = sheet("Estimations 2026.csv", "person", Market::France, columns);
    sheet.entity_accept = &["interest", "interaction"];
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.rows = 88;
    sheet
}

/// Owners in Spain whom a team rings so that they let it sell.
pub(super) fn prospected_es() -> Sheet {
    let columns = vec![
        day("Fecha alta", CREATED, Style::DmyShort('/')),
        full("Propietario/a"),
        tel("Tfno. 1", Dial::Home).gaps(4),
        col(
            "Tfno. 2",
            PHONE,
            |m| if m.row % 3 == 1 { Cell::nothing("-", Kind::Phone) } else { m.other_tel(Dial::Home) },
        )
        .gaps(65),
        mail("Correo electrónico").gaps(45),
        street("Calle y nº", PLACE_STREET).or(&[PLACE, PROPERTY, STREET]).gaps(6),
        col("Barrio", PLACE_QUARTER, |m| Cell::plain(m.p.locality)).or(&[QUARTER, LOCALITY]),
        town("Municipio", PLACE_TOWN).or(&[CITY]).gaps(5),
        list("Tipo de inmueble", KIND, &["Piso", "Chalet", "Ático", "Local", "Estudio"]),
        count("Nº hab.", ROOMS, 1, 5).gaps(10),
        count("Metros", SIZE, 38, 260).gaps(10),
        sum("Pide", PRICE, whole(140_000, 5_000, euros, "EUR", true)).or(&[RENT, AMOUNT]).gaps(8),
        free_sum("Valor de mercado", whole(130_000, 5_000, euros, "EUR", true)).or(&[PRICE, RENT, AMOUNT]).gaps(40),
        list("Dónde lo vimos", SOURCE, &["Cartel en balcón", "Milanuncios", "Portero", "Idealista particular"])
            .or(&[DETAIL]),
        free("¿Exclusiva?", &["No", "No", "Sí", "Lo piensa"]).gaps(35),
        agent("Captador/a", &["César", "Lucía", "Rocío"]),
        tally("Nº llamadas", 0, 9),
        touched("Últ. llamada", Style::DmyShort('/')).gaps(20),
        list("Qué dice", STATUS, &["No quiere agencias", "Volver a llamar", "Cita concertada", "Captado", "Vendido"])
            .or(&[STAGE, OUTCOME]),
        next("Llamar el día", Style::DmyShort('/')).gaps(50),
        list("Más datos", NOTES, &["Vive la hija", "Hipoteca pendiente", "Herencia, tres hermanos"]).gaps(45),
    ];
    let mut sheet = sheet("CAPTACIÓN zona centro.csv", "person", Market::Spain, columns);
    sheet.entity_accept = &["interest"];
    sheet.delimiter = ';';
    sheet.bom = true;
    sheet.again = 3;
    sheet.rows = 118;
    sheet
}

/// Who saw which home in Portugal, and what came of it.
pub(super) fn viewings_pt() -> Sheet {
    let columns = vec![
        day("Data da visita", MET, Style::Dmy('/')).or(&[SEEN]),
        clock("Hora da visita").or(&[MET]),
        turn("Ref.ª do imóvel", LISTING, &["CHI-021", "RES-114", "FOZ-007", "QTM-033"]),
        turn(
            "Morada do imóvel",
            PLACE,
            &[
                "Rua do Sol 14, Lisboa",
                "Rua da Escola 3, Lisboa",
                "Travessa do Carmo 88, Porto",
                "Rua do Sol 120, Cascais",
            ],
        )
        .or(&[PLACE_STREET, PROPERTY])
        .gaps(15),
        asked("Preço de venda", &[645_000, 1_280_000, 890_000, 2_150_000], euros, "EUR").gaps(15),
        free("Dono do imóvel", &["Sr. Azevedo", "Herdeiros de M. Rocha", "Eastlake Investments"]).gaps(25),
        talker("Nome do visitante"),
        tel("Tlm. do visitante", Dial::Mixed).gaps(8),
        mail("Mail do visitante").gaps(25),
        free("Agência do comprador", &["Queensferry Realty", "Própria", "Própria"])
            .or(&[FIRM, COMPANY, REFERRER])
            .gaps(30),
        speaker("Quem acompanhou", &["Sofia", "Bernardo", "Carla"]),
        said("Opinião do cliente", &["Gostou da luz", "Cozinha pequena", "Achou caro", "Quer voltar com o marido"])
            .gaps(15),
        free("Nota (1-5)", &["1", "2", "3", "4", "5"]).or(&[INTEREST, RATING, SCORE, OUTCOME]).gaps(20),
        list("Resultado da visita", OUTCOME, &["Sem interesse", "2.ª visita", "Proposta", "A pensar"]).or(&[INTEREST]),
        sum("Proposta apresentada", RENT, whole(270_000, 10_000, euros, "EUR", true)).or(&[AMOUNT, PRICE]).gaps(80),
        next("Contactar em", Style::Dmy('/')).gaps(50),
    ];
    let mut sheet = sheet("Registo de visitas.txt", "interaction", Market::Portugal, columns);
    sheet.entity_accept = &["interest", "person"];
    sheet.delimiter = '\t';
    sheet.encoding = "utf-16le";
    sheet.bom = true;
    sheet.crlf = true;
    sheet.abroad = (vec![Market::France, Market::Britain], 20);
    sheet.rows = 94;
    sheet
}

/// What an office in Italy has to do.
pub(super) fn to_do_it() -> Sheet {
    const STATES: Words = &["Da fare", "Fatto", "In corso", "Fatto", "In attesa"];
    let columns = vec![
        other("N.", |m| Cell::plain((m.row + 1).to_string())).or(&[TASK_ID]),
        other("Inserito", |m| m.day(Style::Dmy('/'))).or(&[CREATED]),
        list(
            "Cosa fare",
            TASK,
            &["Richiamare", "Fissare visita", "Inviare planimetria", "Visura catastale", "Preparare proposta", "APE"],
        )
        .or(&[SUBJECT]),
        task_contact("Per chi"),
        tel("Recapito", Dial::Home).gaps(10),
        free("Rif. immobile", &["BR-12", "PR-04", "OLT-31", "CH-02"]).or(&[LISTING]).gaps(30),
        doer("Chi lo fa", &["Elena", "Dario", "Martina"]),
        ahead("Entro il", DUE, Style::Dmy('/')).gaps(10),
        list("Urgenza", PRIORITY, &["Alta", "Normale", "Bassa"]).gaps(15),
        turn("Fatto?", TASK_STATUS, STATES),
        col("Fatto il", DONE, |m| {
            let done = STATES[m.row % STATES.len()] == "Fatto";
            if done { later(m).cell(Style::Dmy('/')) } else { Cell::default() }
        }),
        col("Promemoria", REMINDER, |m| m.ahead(Style::Dmy('/'))).gaps(65),
        list("Dettagli", TASK_NOTES, &["Solo al mattino", "Sentire anche l'amministratore", "Manca il rogito"])
            .or(&[NOTES])
            .gaps(40),
    ];
    let mut sheet = sheet("Cose da fare.csv", "task", Market::Italy, columns);
    sheet.entity_accept = &["interaction"];
    sheet.delimiter = ';';
    sheet.bom = true;
    sheet.again = 5;
    sheet.rows = 78;
    sheet
}
