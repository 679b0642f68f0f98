//! Sheets of teams in Spain, Portugal and Brazil.

use super::*;

/// Enquiries from portals, gathered in one sheet.
pub(super) fn portal_es() -> Sheet {
    let columns = vec![
        stamp("Fecha y hora", CREATED, Style::Dmy('/'), Clock::Minutes),
        list("Portal", SOURCE, &["Idealista", "Fotocasa", "Habitaclia", "Web propia"]),
        col("Ref. inmueble", LISTING, |m| Cell::plain(format!("V{:04}", 1_200 + m.d.below(500)))),
        list("Venta/Alquiler", PURPOSE, &["Venta", "Alquiler", "Venta"]).or(&[KEPT]),
        list("Zona", PLACE_QUARTER, &["Salamanca", "El Viso", "Chamberí", "Pozuelo"])
            .or(&[PLACE, PLACE_TOWN, LOCALITY]),
        sum("Precio (€)", PRICE, whole(295_000, 15_000, dots, "EUR", true)).or(&[RENT]),
        full("Nombre y apellidos"),
        tel("Tlf.", Dial::Mixed).gaps(8),
        mail("E-mail").gaps(20),
        list(
            "Mensaje",
            NOTES,
            &["Me interesa este piso, ¿se puede visitar?", "¿Admite mascotas?", "¿Es negociable el precio?"],
        )
        .or(&[BODY])
        .gaps(25),
        agent("Comercial", &["Marta", "Jorge", "Lidia"]),
        state("Estado", &["Nuevo", "Contactado", "Visita concertada", "Descartado"]),
        other("Fecha visita", |m| m.ahead(Style::Dmy('/'))).or(&[SEEN, MET, DUE]).gaps(60),
        list("Consentimiento RGPD", BY_EMAIL, &["Sí", "Sí", "No"]).or(&[BY_PHONE, BY_SMS, BY_WHATSAPP, KEPT]).or_ask(),
    ];
    let mut sheet = sheet("contactos portales.csv", "person", Market::Spain, columns);
    sheet.entity_accept = &["interest"];
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.rows = 120;
    sheet
}

/// Sales from reservation to notary.
pub(super) fn deals_es() -> Sheet {
    const ASKED: Sum = whole(310_000, 5_000, euros, "EUR", true);
    let columns = vec![
        ident("Nº operación", DEAL_ID, "OP-25/"),
        street("Inmueble", PROPERTY).or(&[PLACE, PLACE_STREET, DEAL]),
        list("Tipo op.", PIPELINE, &["Venta", "Alquiler", "Traspaso"]).or(&[PURPOSE, KEPT]),
        other("Propietario", |m| Cell::plain(format!("{} {}", m.p.spouse, m.p.family))).or(&[CONTACT, FULL]),
        col("Comprador / Inquilino", CONTACT, |m| m.full()).or(&[FULL]),
        list("Fase", DEAL_STAGE, &["Captación", "Reserva", "Arras", "Notaría", "Firmada"]).or(&[DEAL_STATUS]),
        col("Precio de salida", PRICE, share(ASKED, 100)).or(&[KEPT]),
        col("Precio de cierre", AMOUNT, share(ASKED, 94)).or(&[RENT, PRICE]).gaps(25),
        other("Importe arras", share(ASKED, 10)).gaps(40),
        ahead("Fecha prev. notaría", CLOSING, Style::Dmy('/')).gaps(15),
        day("Fecha firma", WON, Style::Dmy('/')).or(&[KEPT, CLOSING]).gaps(55),
        free("Honorarios (%)", &["3", "4", "5"]),
        list("Captador", DEAL_OWNER, &["Marta", "Jorge"]).or(&[OWNER, ASSIGNEE, DEAL_SOURCE, REFERRER, KEPT]).or_ask(),
        deal_agent("Asesor comprador", &["Lidia", "Raúl"]),
        list("Motivo caída", LOST_BECAUSE, &["Hipoteca denegada", "Precio", "Se echa atrás"]).gaps(80),
        list("Observaciones", DEAL_NOTES, &["Pendiente nota simple", "Cargas por cancelar"]).or(&[NOTES]).gaps(50),
    ];
    let mut sheet = sheet("Operaciones 2025.csv", "opportunity", Market::Spain, columns);
    sheet.delimiter = ';';
    sheet.bom = true;
    sheet.rows = 64;
    sheet
}

/// Visits, and what came of each.
pub(super) fn visits_es() -> Sheet {
    let columns = vec![
        day("Fecha visita", MET, Style::Dmy('/')).or(&[SEEN, DUE]),
        other("Hora", |m| Cell::plain(format!("{}:{}0", 10 + m.d.below(10), [0, 3][m.d.below(2)]))).or(&[MET]),
        col("Cliente", TALKER, |m| m.full()).or(&[FULL, CONTACT]),
        col("Móvil", PHONE, |m| m.tel(Dial::Mixed)).label("mobile"),
        col("Ref.", LISTING, |m| Cell::plain(format!("V{:04}", 1_200 + m.d.below(500)))),
        street("Dirección del piso", PLACE_STREET).or(&[PLACE, PROPERTY]),
        list("Enseña", TALK_BY, &["Marta", "Jorge", "Lidia"]).or(&[ASSIGNEE, OWNER, TASK_FOR, TALKER]),
        free("¿1ª o 2ª visita?", &["1ª", "1ª", "2ª"]),
        list("Opinión del cliente", BODY, &["Le gusta, pero caro", "Poca luz", "Quiere volver con su mujer"])
            .or(&[NOTES, OUTCOME, TASK_NOTES]),
        free("Nota (1-5)", &["1", "2", "3", "4", "5"]).or(&[RATING, SCORE, OUTCOME]).gaps(20),
        sum("Oferta (€)", RENT, whole(250_000, 5_000, dots, "EUR", true)).or(&[AMOUNT, KEPT]).gaps(75),
        list("Resultado", OUTCOME, &["Descarta", "Se lo piensa", "Hace oferta"]).or(&[INTEREST, STATUS]),
        list("Siguiente paso", TASK, &["Llamar", "Enviar más pisos", "Preparar oferta"])
            .or(&[KEPT, TASK_NOTES])
            .or_ask()
            .gaps(30),
    ];
    let mut sheet = sheet("Partes de visita.csv", "interaction", Market::Spain, columns);
    sheet.entity_accept = &["interest", "person", "task"];
    sheet.delimiter = ';';
    sheet.rows = 75;
    sheet
}

/// Owners who gave the team their house to sell.
pub(super) fn owners_pt() -> Sheet {
    let columns = vec![
        col("Ref.ª", LISTING, |m| Cell::plain(format!("LX{:04}", 300 + m.row))).or(&[ID]),
        full("Proprietário"),
        other("NIF", |m| Cell::plain(format!("{}", 299_000_000 + m.d.below(900_000)))),
        tel("Telemóvel", Dial::Mixed).label("mobile"),
        desk("Tel. casa", Dial::Home).label("home").gaps(70),
        mail("E-mail").gaps(20),
        street("Morada do imóvel", PLACE_STREET).or(&[PLACE, STREET]),
        zip("Cód. Postal", PLACE_POSTCODE).or(&[POSTCODE]),
        col("Freguesia", PLACE_QUARTER, |m| Cell::plain(m.p.locality)).or(&[QUARTER, PLACE_TOWN]),
        town("Concelho", PLACE_TOWN).or(&[CITY, PLACE_REGION]),
        list("Tipologia", KIND, &["T1", "T2", "T3", "T4+1", "V4"]).or(&[ROOMS]),
        count("Área bruta (m²)", SIZE, 55, 340),
        sum("Valor pretendido", PRICE, whole(240_000, 10_000, spaced_euros, "EUR", true)),
        agent("Angariador", &["Sofia M.", "Ricardo"]),
        other("Data CMI", |m| m.day(Style::Dmy('-'))).or(&[CREATED]),
        free("Exclusivo?", &["Sim", "Não"]),
        free("Estado", &["Activo", "Reservado", "Vendido", "Retirado"]).or(&[STATUS, STAGE, INTEREST, DEAL_STATUS]),
        list("Obs.", NOTES, &["Chave na agência", "Inquilino até Março", "Aceita permuta"]).gaps(45),
    ];
    let mut sheet = sheet("Angariações.csv", "person", Market::Portugal, columns);
    sheet.entity_accept = &["interest"];
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.rows = 78;
    sheet
}

/// Leads of portals and advertisements, as a team in Brazil shares them out.
pub(super) fn leads_br() -> Sheet {
    let columns = vec![
        stamp("Data/Hora", CREATED, Style::Dmy('/'), Clock::Minutes),
        full("Nome do cliente"),
        col("WhatsApp", PHONE, |m| m.tel(Dial::Mixed)).label("whatsapp"),
        mail("E-mail").gaps(35),
        list("Origem", SOURCE, &["ZAP", "OLX", "Viva Real", "Meta Ads", "Plantão"]),
        list("Campanha", CAMPAIGN, &["Lançamento Jardins", "Feirão Maio", "Remarketing"]).gaps(40),
        list("Empreendimento", PROJECT, &["Residencial Aurora", "Edifício Atlântico", "Vista Parque"]).or(&[PROPERTY]),
        list("Interesse", PURPOSE, &["Morar", "Investir"]).or(&[KEPT, TAGS]),
        list("Dorms.", BEDROOMS, &["2", "3", "4"]).or(&[ROOMS]),
        wanted_place("Bairro desejado").gaps(20),
        free_sum("Renda familiar (R$)", whole(8_000, 500, plain, "BRL", true)).gaps(50),
        sum("Valor até (R$)", MAX, whole(450_000, 25_000, reais, "BRL", true)).gaps(15),
        free("Usa FGTS?", &["Sim", "Não"]).or(&[FINANCING]).gaps(45),
        agent("Corretor(a)", &["Débora", "Caio", "Luana"]),
        state("Etapa", &["Novo", "Em atendimento", "Agendado", "Proposta", "Perdido"]).or(&[DEAL_STAGE]),
        touched("Último contato", Style::Dmy('/')).gaps(20),
        list("Observação", NOTES, &["Só atende à noite", "Quer 2 vagas", "Vai vender o atual"]).gaps(50),
    ];
    let mut sheet = sheet("leads plantão.csv", "person", Market::Brazil, columns);
    sheet.delimiter = ';';
    sheet.rows = 135;
    sheet
}
