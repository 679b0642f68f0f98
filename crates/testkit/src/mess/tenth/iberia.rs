//! Sheets of teams in Spain, Portugal and Brazil.

use super::*;

/// Owners whom a team would like to sell for.
pub(super) fn owners_es() -> Sheet {
    let columns = vec![
        day("F. alta", CREATED, Style::DmyShort('/')),
        col("Propietario/a", FULL, |m| m.full()),
        tel("Tel. contacto", Dial::Mixed).gaps(5),
        tel2("Tel. 2", Dial::Mixed).gaps(80),
        mail("Correo").gaps(50),
        col("Dirección vivienda", PLACE_STREET, |m| Cell::plain(m.p.street.clone())).or(&[STREET, PLACE, WHOLE]),
        col("Barrio", PLACE_QUARTER, |m| Cell::plain(m.p.locality)).or(&[QUARTER]),
        list("Tipo", KIND, &["Piso", "Ático", "Chalet", "Local"]),
        count("m² const.", SIZE, 55, 320),
        count("Hab.", ROOMS, 1, 5),
        tally("Baños", 1, 3),
        free("Asc.", &["Sí", "No"]).gaps(20),
        sum("Precio pedido (€)", PRICE, whole(180_000, 5_000, dots, "EUR", true)).or(&[AMOUNT]),
        free_sum("Valoración nuestra", whole(165_000, 5_000, dots, "EUR", false)).gaps(40),
        list("Procedencia", SOURCE, &["Cartel en ventana", "Puerta fría", "Idealista particular", "Referido"]),
        agent("Agente zona", &["Marta", "Quique", "Luz"]),
        state("Situación", &["Contactado", "Valorado", "Exclusiva", "Con otra agencia"]),
        next("Volver a llamar", Style::DmyShort('/')).gaps(40),
        list("Comentarios", NOTES, &["Herencia, 3 hermanos", "No quiere agencias", "Vende para comprar"]).gaps(30),
    ];
    let mut sheet = sheet("Captación.csv", "person", Market::Spain, columns);
    sheet.entity_accept = &["interest"];
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.rows = 100;
    sheet
}

/// People who put money into houses.
pub(super) fn investors_es() -> Sheet {
    let columns = vec![
        given("Nombre"),
        family("Apellidos"),
        firm("Sociedad").gaps(40),
        other("DNI/NIE/CIF", |m| Cell::plain(format!("0000{:04}Z", m.d.below(10_000)))).or(&[FIRM_NUMBER, ID]),
        tel("Móvil", Dial::World).label("mobile"),
        mail("Email"),
        list("País residencia", COUNTRY, &["España", "Francia", "Reino Unido", "México"]),
        list("Idioma", LANGUAGE, &["ES", "EN", "FR"]).gaps(20),
        sum("Ticket mín. (€)", MIN, whole(100_000, 25_000, dots, "EUR", true)),
        sum("Ticket máx. (€)", MAX, whole(500_000, 50_000, dots, "EUR", true)),
        free("Rentab. objetivo", &["5%", "6,5%", "8%", ">10%"]).gaps(30),
        list("Busca", WANTED, &["Edificios", "Pisos para reformar", "Locales en rentabilidad", "Suelo"]),
        list("Zonas", LOCALITY, &["Chamartín", "Centro", "Costa", "Sarrià / Eixample"]).or(&[TOWNS]),
        list("Origen fondos", FUNDS, &["Ahorros", "Venta de empresa", "Herencia"]).gaps(45),
        list("KYC", KYC, &["OK", "Pendiente"]).gaps(30),
        agent("Gestor", &["Marta", "Quique"]),
        touched("Últ. contacto", Style::Dmy('/')).gaps(20),
    ];
    let mut sheet = sheet("Inversores.csv", "person", Market::Spain, columns);
    sheet.delimiter = ';';
    sheet.bom = true;
    sheet.rows = 64;
    sheet
}

/// Firms that send clients, or take what the team can't sell.
pub(super) fn partners_es() -> Sheet {
    let columns = vec![
        firm_name("Empresa"),
        col("Razón social", LEGAL_NAME, |m| Cell::plain(format!("{} S.L.", m.p.company))).gaps(35),
        col("CIF", FIRM_NUMBER, |m| Cell::plain(format!("B990{:05}", m.d.below(100_000)))).or(&[KEPT]).gaps(25),
        list("Actividad", INDUSTRY, &["Promotora", "Administración de fincas", "Reformas", "Despacho de abogados"])
            .or(&[FIRM_TYPE]),
        col("Persona de contacto", FULL, |m| m.full()).or(&[CONTACT]),
        list("Puesto", JOB, &["Gerente", "Comercial", "Administrativa"]).gaps(30),
        firm_tel("Tel. fijo", Dial::Home).gaps(30),
        tel("Móvil contacto", Dial::Home).or(&[FIRM_PHONE]).gaps(20),
        firm_mail("E-mail"),
        firm_site("Web").gaps(35),
        firm_street("Domicilio"),
        firm_zip("CP"),
        firm_town("Localidad"),
        free("Acuerdo firmado", &["Sí", "No"]).gaps(15),
        free("% colaboración", &["50", "40", "30"]).gaps(20),
        list("Responsable interno", FIRM_OWNER, &["Luz", "Quique"]).or(&[OWNER, ASSIGNEE]),
        list("Notas", FIRM_NOTES, &["Traen compradores franceses", "Lentos al pagar", "Obra nueva en otoño"])
            .or(&[NOTES])
            .gaps(45),
    ];
    let mut sheet = firms_sheet("Colaboradores.csv", Market::Spain, columns);
    sheet.delimiter = ';';
    sheet.rows = 54;
    sheet
}

/// Who wants to buy in Portugal, many of them from abroad.
pub(super) fn buyers_pt() -> Sheet {
    let columns = vec![
        day("Dt. entrada", CREATED, Style::Dmy('-')),
        full("Nome comprador"),
        tel("Telem.", Dial::World),
        mail("Email").gaps(15),
        list("Nacionalidade", NATIONALITY, &["Portuguesa", "Francesa", "Brasileira", "Americana"]).gaps(20),
        list("Finalidade", PURPOSE, &["HPP", "Investimento", "Férias"]).or(&[KEPT]),
        list("Tip.", BEDROOMS, &["T1", "T2", "T3", "T4+"]).or(&[WANTED]),
        list("Zona(s) pretendida(s)", LOCALITY, &["Belém / Restelo", "Cascais", "Baixa", "Foz"]).or(&[TOWNS]),
        sum("Orç. máx. (€)", MAX, whole(220_000, 15_000, spaced_euros, "EUR", true)),
        count("Área mín. (m²)", AREA, 50, 180).gaps(30),
        list("Financ. / Cap. próprio", FINANCING, &["Crédito", "Capital próprio", "Misto"]).gaps(20),
        list("Prazo", TIMEFRAME, &["Imediato", "3 meses", "Até ao verão"]).gaps(35),
        list("Como chegou", SOURCE, &["Idealista", "Imovirtual", "Referência", "Montra"]),
        agent("Consultor", &["Vera", "Hélder", "Raquel"]),
        list("Class. (Q/M/F)", RATING, &["Q", "M", "F"]).or(&[STATUS, STAGE]),
        next("Próx. contacto", Style::Dmy('-')).gaps(40),
        list("Observações", NOTES, &["Quer garagem", "Vem em agosto", "Já perdeu uma proposta"]).gaps(45),
    ];
    let mut sheet = sheet("Compradores.csv", "person", Market::Portugal, columns);
    sheet.abroad = (vec![Market::France, Market::Brazil], 25);
    sheet.delimiter = ';';
    sheet.rows = 92;
    sheet
}

/// Builders whose houses a team in Brazil may sell.
pub(super) fn builders_br() -> Sheet {
    let columns = vec![
        firm_name("Construtora / Incorporadora"),
        col("CNPJ", FIRM_NUMBER, |m| Cell::plain(format!("00.000.{:03}/0001-00", m.d.below(1_000))))
            .or(&[KEPT])
            .gaps(20),
        col("Contato", FULL, |m| m.full()).or(&[CONTACT]),
        list("Cargo", JOB, &["Gerente comercial", "Diretora", "Coord. de vendas"]).gaps(20),
        tel("Celular/Whats", Dial::Mixed).or(&[FIRM_PHONE]),
        firm_tel("Tel. comercial", Dial::Home).gaps(35),
        firm_mail("E-mail"),
        firm_site("Site").gaps(25),
        firm_street("Endereço"),
        col("Bairro", "account.address[].locality", |m| Cell::plain(m.p.locality)).or(&[QUARTER]),
        col("Cidade/UF", FIRM_CITY, |m| Cell::plain(format!("{}/{}", m.p.city, region_of(m.p.city))))
            .or(&[CITY, FIRM_WHOLE, FIRM_REGION])
            .or_ask(),
        free("Lançamentos ativos", &["1", "2", "4"]),
        free("Comissão %", &["4", "5", "6"]),
        list("Parceria", FIRM_TYPE, &["Ativa", "Em negociação", "Encerrada"]).or(&[STATUS, STAGE, KEPT]).or_ask(),
        list("Resp.", FIRM_OWNER, &["Débora", "Caio"]).or(&[OWNER, ASSIGNEE]),
        list("Obs", FIRM_NOTES, &["Tabela muda dia 1", "Paga na escritura", "Plantão aos sábados"])
            .or(&[NOTES])
            .gaps(40),
    ];
    let mut sheet = firms_sheet("Construtoras parceiras.csv", Market::Brazil, columns);
    sheet.delimiter = ';';
    sheet.rows = 48;
    sheet
}
