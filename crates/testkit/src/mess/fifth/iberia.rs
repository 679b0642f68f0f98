//! Lists kept by hand in Spain, Portugal and Brazil.

use super::super::value::PORTUGUESE;
use super::cells::*;
use super::*;

/// Buyers on the coast, in an office that writes both English and Spanish.
pub(super) fn coast() -> Sheet {
    let columns = vec![
        col("Nombre y apellidos", FULL, |m| noted(m, &["D.", "Dña.", "Sr.", "Sra."], "{g} y {s} {f}")),
        col("Tlf / móvil", PHONE, scrawled).gaps(5),
        col("Correo", EMAIL, |m| m.mail_by_hand()).gaps(20),
        list("Nacionalidad", NATION, &["Española", "Inglesa", "Sueca", "Holandesa"]).gaps(20),
        list("Busca", WANTED, &["apartamento", "villa", "ático", "adosado"]).or(&[MUST]).gaps(6),
        list("Zona", LOCALITY, &["Nueva Andalucía", "Altea Hills", "La Zenia", "El Limonar"]).or(&[TOWNS]).gaps(10),
        count("Dorm.", BEDROOMS, 1, 5).gaps(20),
        col("Presupuesto", MAX, spanish_sum).or(&[MIN]).gaps(10),
        list("Cómo nos conoció", SOURCE, &["Kyero", "cartel", "recomendado", "web"]).gaps(15),
        day("Fecha alta", CREATED, Style::Dmy('/')),
        recent("Última llamada", CONTACTED, Style::Serial).gaps(30),
        list("Agente", ASSIGNEE, &["Nerea", "Iker", "Sophie"]).or(&[OWNER]),
        list("Comentarios", NOTES, &["viene en Semana Santa", "quiere vistas al mar", "hipoteca concedida"]).gaps(35),
    ];
    let mut sheet = super::sheet("Compradores costa.csv", "person", Market::Spain, columns);
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.abroad = (vec![Market::Britain, Market::Netherlands, Market::Germany], 35);
    sheet.blank_every = 40;
    sheet.rows = 120;
    sheet
}

/// Who asked about a new building.
pub(super) fn new_building() -> Sheet {
    let columns = vec![
        serial("Nº"),
        given("Nombre"),
        family("Apellidos"),
        other("DNI", |m| Cell::plain(format!("000{:05}X", m.d.below(100_000)))).gaps(40),
        tel("Teléfono móvil", Dial::Home).label("mobile").gaps(4),
        mail("E-mail").gaps(12),
        list("Promoción", PROJECT, &["Residencial Olivar", "Jardines del Sur"]).or(&[PROPERTY]),
        list("Tipología", WANTED, &["2 dormitorios", "3 dormitorios", "Ático"]).or(&[BEDROOMS, KIND]),
        free("Planta preferida", &["Bajo", "Intermedia", "Alta"]).or(&[MUST]).gaps(30),
        free("Garaje", &["Sí", "No"]).or(&[MUST]),
        list("Estado", STATUS, &["Informado", "Visita realizada", "Reserva", "Descartado"]).or(&[STAGE]),
        day("Fecha visita", SEEN, Style::DmyBare('/')).or(&[CONTACTED, KEPT, "task.due_at"]).or_ask().gaps(30),
        list("Acepta publicidad", BY_EMAIL, &["Sí", "No"]).or(&[KEPT]).or_ask(),
    ];
    let width = columns.len();
    let mut sheet = super::sheet("Interesados obra nueva.csv", "person", Market::Spain, columns);
    sheet.delimiter = ';';
    sheet.above = vec![padded(&["RESIDENCIAL OLIVAR - LISTADO DE INTERESADOS"], width), padded(&[], width)];
    sheet.rows = 75;
    sheet
}

/// A broker's sheet in São Paulo.
pub(super) fn broker_brazil() -> Sheet {
    let columns = vec![
        col("Nome do cliente", FULL, |m| noted(m, &["Sr.", "Sra.", "Dr.", "Dra."], "{g} e {s} {f}")),
        col("Zap", PHONE, scrawled).label("whatsapp"),
        col("Email", EMAIL, |m| m.mail_by_hand()).gaps(35),
        list("O que procura", WANTED, &["apto 2 dorms", "casa em condomínio", "studio", "cobertura"])
            .or(&[MUST, BEDROOMS])
            .gaps(8),
        quarter("Bairros", LOCALITY).gaps(12),
        col("Até quanto", MAX, brazilian_sum).or(&[MIN]).gaps(10),
        list("Pagamento", FINANCING, &["à vista", "financiado", "FGTS + financ.", "permuta"]).gaps(25),
        list("Indicado por", REFERRER, &["Dona Lurdes", "porteiro", "cliente antigo"]).or(&[SOURCE]).gaps(50),
        day("Entrou em", CREATED, Style::Dmy('/')),
        free_day("Visita", Style::Dmy('/')).or(&[SEEN, "task.due_at", CONTACTED]).gaps(50),
        list("Temperatura", RATING, &["quente", "morno", "frio"]).or(&[STATUS]),
        list("Obs.", NOTES, &["pet grande", "só zona sul", "aguardando venda do atual"]).gaps(30),
    ];
    let mut sheet = super::sheet("planilha clientes.csv", "person", Market::Brazil, columns);
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.rows = 115;
    sheet
}

/// A consultant's contacts in Lisbon and Cascais.
pub(super) fn consultant() -> Sheet {
    let columns = vec![
        col("Nome", FULL, |m| noted(m, &["Dr.", "Dra.", "Eng.", "Sr."], "{g} e {s} {f}")),
        tel("Telem.", Dial::Mixed).label("mobile").gaps(4),
        mail("Mail").gaps(20),
        list("Tipo", STAGE, &["Comprador", "Proprietário", "Investidor", "Parceiro"])
            .or(&[TAGS, PURPOSE, KEPT])
            .or_ask(),
        list("Zona", LOCALITY, &["Restelo", "Príncipe Real", "Cascais", "Quinta da Marinha"])
            .or(&[QUARTER, TOWNS])
            .gaps(15),
        col("Orçamento", MAX, |m| m.sum(220_000, 15_000, euro_behind, "EUR", true)).or(&[MIN]).gaps(25),
        col("Aniversário", BORN, |m| m.born().cell(Style::Dmy('/'))).gaps(65),
        col("Conhecemo-nos em", CREATED, |m| m.day(Style::DayDeMonth(PORTUGUESE))).or(&[KEPT]).or_ask().gaps(20),
        recent("Último contacto", CONTACTED, Style::Dmy('/')).gaps(25),
        list("Notas", NOTES, &["filhos no colégio alemão", "vende em março", "quer garagem dupla"]).gaps(35),
    ];
    let mut sheet = super::sheet("Contactos 2026.csv", "person", Market::Portugal, columns);
    sheet.encoding = "utf-16le";
    sheet.bom = true;
    sheet.delimiter = '\t';
    sheet.crlf = true;
    sheet.abroad = (vec![Market::Brazil, Market::France], 15);
    sheet.rows = 85;
    sheet
}
