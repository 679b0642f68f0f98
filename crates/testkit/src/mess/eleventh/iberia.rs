//! Sheets of teams in Spain and Portugal.

use super::*;

/// Who wants to buy or rent, and what.
pub(super) fn demand() -> Sheet {
    let columns = vec![
        day("Fecha", CREATED, Style::Dmy('/')).or(&[MET]),
        full("Nombre y apellidos"),
        tel("Tlf.", Dial::Mixed),
        tel2("Tlf. 2", Dial::Mixed).gaps(80),
        mail("Mail").gaps(15),
        list("Nacionalidad", NATIONALITY, &["Española", "Británica", "Sueca", "Belga"]).gaps(30),
        list("Compra/Alquiler", PURPOSE, &["Compra", "Compra", "Alquiler"]),
        list("Tipo inmueble", WANTED, &["Piso", "Ático", "Villa", "Adosado"]),
        list("Zona deseada", LOCALITY, &["Nueva Andalucía", "Casco antiguo", "Golden Mile / Puerto Banús", "Ruzafa"])
            .or(&[TOWNS]),
        sum("Ppto. máx. €", MAX, whole(180_000, 15_000, dots, "EUR", true)).gaps(8),
        list("Hab. mín.", BEDROOMS, &["1", "2", "3", "4"]).gaps(10),
        count("m² mín.", AREA, 50, 220).gaps(40),
        list("Extras (garaje, terraza…)", MUST, &["terraza", "garaje, piscina", "vistas mar", "ascensor"]).gaps(35),
        list("Hipoteca s/n", FINANCING, &["s", "n", "preaprobada"]).gaps(25),
        list("Urgencia", TIMEFRAME, &["ya", "verano", "sin prisa"]).or(&[RATING, KEPT]).gaps(30),
        list("Origen", SOURCE, &["Idealista", "Fotocasa", "Escaparate", "Referido", "Web"]),
        agent("Comercial", &["Nerea", "Emilio", "Raquel"]),
        state("Estado", &["Nuevo", "Activo", "Visitando", "Cerrado", "Descartado"]),
        next("Próx. llamada", Style::Dmy('/')).gaps(45),
        list("Observ.", NOTES, &["Vende piso primero", "Viene en Semana Santa", "No quiere planta baja"]).gaps(45),
    ];
    let mut sheet = sheet("Demandas.csv", "person", Market::Spain, columns);
    sheet.abroad = (vec![Market::Britain, Market::Germany], 20);
    sheet.delimiter = ';';
    sheet.bom = true;
    sheet.rows = 136;
    sheet
}

/// Sales that are under way.
pub(super) fn sales() -> Sheet {
    let columns = vec![
        ident("Ref.", DEAL_ID, "V-26/").or(&[LISTING]),
        house("Inmueble"),
        free("Propietario", &["Hnos. Soler Vidal", "Inv. Alameda S.L.", "Carmen Ferrer", "Herencia Lozano"])
            .or(&[CONTACT, FULL]),
        col("Comprador", CONTACT, |m| m.full()).or(&[FULL]),
        tel("Tlf. comprador", Dial::Home),
        sum("Precio venta", AMOUNT, whole(195_000, 7_500, euros, "EUR", true)).or(&[PRICE, RENT]),
        free_sum("Arras (€)", whole(6_000, 500, dots, "EUR", true)),
        free_sum("Honorarios (€)", whole(5_800, 250, dots, "EUR", true)),
        list("Fase", DEAL_STAGE, &["Reserva", "Arras", "Hipoteca", "Notaría", "Caída"]).or(&[DEAL_STATUS]),
        list("% prob.", PROBABILITY, &["30", "60", "80", "95"]),
        day("F. reserva", DEAL_MADE, Style::Dmy('-')).or(&[CREATED, WON, KEPT]),
        ahead("F. prevista firma", CLOSING, Style::Dmy('-')).gaps(12),
        free("Notaría", &["Notaría Plaza Nueva", "Not. Lozano"]).gaps(40),
        deal_agent("Asesor", &["Nerea", "Emilio", "Raquel"]),
        list("Origen comprador", DEAL_SOURCE, &["Idealista", "Referido", "Cartel"]).or(&[SOURCE]),
        list("Motivo caída", LOST_BECAUSE, &["Sin hipoteca", "Se echa atrás"]).gaps(85),
        list("Notas", DEAL_NOTES, &["Falta cédula", "Tasación el martes", "Cambiar notaría"]).or(&[NOTES]).gaps(45),
    ];
    let mut sheet = sheet("Ventas en curso.csv", "opportunity", Market::Spain, columns);
    sheet.entity_accept = &["person", "interest"];
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.rows = 58;
    sheet
}

/// Builders whose new homes the team may sell.
pub(super) fn builders() -> Sheet {
    let columns = vec![
        firm_name("Promotora"),
        col("CIF", FIRM_NUMBER, |m| Cell::plain(format!("A000{:05}", m.d.below(100_000)))).or(&[KEPT]).gaps(20),
        firm_site("Web").gaps(20),
        firm_tel("Tel. oficina", Dial::Home).gaps(15),
        firm_mail("Mail comercial").gaps(10),
        col("Contacto", FULL, |m| m.full()).or(&[CONTACT]),
        list("Cargo", JOB, &["Dir. comercial", "Jefa de ventas", "Gerente"]).gaps(20),
        tel("Móvil", Dial::Home).or(&[FIRM_PHONE]).gaps(15),
        firm_street("Dirección").gaps(10),
        firm_zip("CP").gaps(10),
        firm_town("Población"),
        firm_region("Provincia"),
        free("Promociones en venta", &["Mirador del Mar", "Jardines de Ruzafa, Turia 7"]).or(&[PROJECT]).gaps(20),
        free("Comisión (%)", &["3", "4", "5"]).gaps(15),
        other("Contrato desde", |m| m.day(Style::Dmy('/'))).or(&[FIRM_MADE]).gaps(30),
        list("Quién lo lleva", FIRM_OWNER, &["Emilio", "Raquel"]).or(&[OWNER, ASSIGNEE]),
        list("Notas", FIRM_NOTES, &["Pagan a 60 días", "Exclusiva hasta dic.", "Piso piloto abierto"])
            .or(&[NOTES])
            .gaps(45),
    ];
    let mut sheet = firms_sheet("Promotoras.csv", Market::Spain, columns);
    sheet.delimiter = ';';
    sheet.rows = 52;
    sheet
}

/// Visits, and what came of each, in Portugal.
pub(super) fn visits_pt() -> Sheet {
    let columns = vec![
        day("Data visita", MET, Style::Dmy('/')).or(&[SEEN]),
        other("Hora", |m| Cell::plain(format!("{}h{:02}", 9 + m.d.below(10), 15 * m.d.below(4)))).or(&[MET]),
        list("Ref.ª imóvel", LISTING, &["APT-118", "MOR-027", "APT-204"]).or(&[PROPERTY]),
        house("Morada"),
        talker("Cliente"),
        tel("Contacto tel.", Dial::World),
        speaker("Consultor", &["Duarte", "Joana", "Marta"]),
        free("Agência em partilha", &["Redstone Imob.", "Oakhurst Casas"]).or(&[REFERRER, FIRM, COMPANY]).gaps(75),
        said("Feedback", &["Gostou da vista", "Acha caro", "Quer 2.ª visita", "Cozinha pequena"]),
        tally("Interesse (1-5)", 1, 5).or(&[RATING, SCORE, INTEREST]),
        sum("Proposta (€)", RENT, whole(240_000, 5_000, spaced_euros, "EUR", true)).or(&[AMOUNT, PRICE]).gaps(78),
        next("Próximo passo em", Style::Dmy('/')).gaps(50),
        list("Obs.", NOTES, &["Chaves na loja", "Inquilino presente", "Veio com os pais"]).or(&[BODY, KEPT]).gaps(60),
    ];
    let mut sheet = sheet("Visitas 2026.csv", "interaction", Market::Portugal, columns);
    sheet.entity_accept = &["interest", "person"];
    sheet.delimiter = ';';
    sheet.rows = 94;
    sheet
}
