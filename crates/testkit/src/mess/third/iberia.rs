//! Spain, Portugal, Brazil.

use super::super::hand::dots;
use super::super::maker::name;
use super::super::value::PORTUGUESE;
use super::*;

/// What clients of an agency's software look for.
pub(super) fn demands() -> Sheet {
    let columns = vec![
        code("Cód. cliente", ID, "", 5_120),
        given("Nombre"),
        family("Apellidos"),
        free("NIF/NIE", &["00000000T", "X0000000T"]).gaps(60),
        tel("Móvil", Dial::Home).label("mobile"),
        desk("Teléfono", Dial::Home).gaps(70),
        mail("Email").gaps(10),
        street("Domicilio", STREET).or(&[WHOLE]).gaps(40),
        zip("C.P.", POSTCODE).gaps(40),
        town("Población", CITY).gaps(30),
        state("Provincia", REGION).gaps(30),
        list("Medio de captación‖Origen", SOURCE, &["Portal", "Escaparate", "Recomendado"]),
        list("Agente asignado‖Agente", ASSIGNEE, &["Leticia Rincón", "Raúl Fuentes"]).or(&[OWNER]),
        day("Fecha alta", CREATED, Style::Dmy('/')),
        list("Operación", PURPOSE, &["Compra", "Alquiler"]),
        list("Tipo de inmueble", WANTED, &["Piso", "Ático", "Chalet", "Dúplex"]),
        list("Zonas‖Zona de interés", LOCALITY, &["Chamartín", "Ruzafa, El Carmen", "Los Remedios"])
            .or(&["requirement.city[]"]),
        sum("Precio desde", MIN, whole(90_000, 10_000, dots, "EUR", false)).gaps(40),
        sum("Precio hasta", MAX, whole(1_290_000, 10_000, dots, "EUR", false)).gaps(10),
        count("Hab. mín.‖Dormitorios mín.", BEDROOMS, 1, 5).gaps(15),
        count("Baños mín.", "requirement.bathrooms_min", 1, 3).gaps(40),
        list("Acepta publicidad", "person.consent.email", &["Sí", "No"]).or(&[KEPT]).or_ask(),
        list("Observaciones‖Notas", NOTES, &["Solo con ascensor", "Financiación aprobada"]).gaps(50),
    ];
    let mut sheet = super::sheet("demandas.csv", "person", Market::Spain, columns);
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.rows = 160;
    sheet
}

/// Messages of a portal.
pub(super) fn portal() -> Sheet {
    let columns = vec![
        stamp("Fecha y hora", CREATED, Style::Dmy('/'), Clock::Minutes).or(&["interest.at"]),
        list("Portal", SOURCE, &["Pisofácil", "TuCasaYa"]).or(&["person.source_system_detail"]),
        code("Ref. anuncio", LISTING, "VP", 1_330),
        list("Título del anuncio", PROPERTY, &["Piso luminoso en Chamartín", "Ático con terraza"])
            .or(&["interest.property.type"]),
        sum("Precio anuncio", PRICE, whole(220_000, 5_000, euros, "EUR", true)).or(&["interest.price"]),
        full("Nombre y apellidos"),
        tel("Teléfono de contacto‖Tlf.", Dial::Mixed).gaps(10),
        mail("Correo electrónico").gaps(8),
        list("Mensaje", NOTES, &["¿Sigue disponible?", "Me gustaría visitarlo el sábado"]).or(&[KEPT]).gaps(20),
        list("Estado", STATUS, &["Pendiente", "Contestado", "Descartado"]).or(&[STAGE]),
        list("Comercial", ASSIGNEE, &["Diego", "Carmen L."]).or(&[OWNER]),
    ];
    let mut sheet = super::sheet("contactos_portales.csv", "person", Market::Spain, columns);
    sheet.bom = true;
    sheet.delimiter = ';';
    sheet.again = 5;
    sheet
}

/// What an assistant keeps of things to do.
pub(super) fn tasks() -> Sheet {
    let columns = vec![
        list("Tarea", "task.title", &["Llamar al notario", "Enviar dossier", "Preparar visita"]),
        col("Cliente", "task.contact", |m| m.full()).or(&[FULL]).gaps(10),
        ahead("Vence‖Fecha límite", "task.due_at", Style::Dmy('/')),
        list("Prioridad", "task.priority", &["Alta", "Media", "Baja"]),
        list("Estado", "task.status", &["Pendiente", "En curso", "Hecha"]),
        list("Responsable‖Asignada a", "task.assignee", &["Adriana", "Bruno"]),
        day("Hecha el", "task.done_at", Style::Dmy('/')).gaps(65),
        list("Comentarios", "task.description", &["Pedir nota simple", "Falta el certificado energético"]).gaps(45),
    ];
    let mut sheet = super::sheet("Tareas equipo.csv", "task", Market::Spain, columns);
    sheet.delimiter = ';';
    sheet.rows = 90;
    sheet
}

/// Clients of an agency in Portugal.
pub(super) fn lisbon() -> Sheet {
    let columns = vec![
        code("N.º Cliente", ID, "", 3_310),
        full("Nome completo"),
        free("NIF", &["000000000"]).gaps(70),
        tel("Telemóvel‖Contacto (telemóvel)", Dial::Home).label("mobile"),
        desk("Telefone fixo", Dial::Home).gaps(80),
        mail("E-mail").gaps(10),
        street("Morada", STREET).or(&[WHOLE]).gaps(30),
        zip("Código Postal", POSTCODE).gaps(30),
        town("Localidade", CITY).or(&[QUARTER]).gaps(20),
        born("Data de nascimento", Style::Dmy('-')).gaps(60),
        list("Nacionalidade", "person.nationality", &["Portuguesa", "Brasileira", "Francesa"]).gaps(30),
        list("Consultor‖Agente", ASSIGNEE, &["Filipa Tavares", "Duarte M."]).or(&[OWNER]),
        list("Origem do contacto", SOURCE, &["Montra", "Site", "Referência"]),
        list("Tipologia pretendida", WANTED, &["T2", "T3", "Moradia V4"]).or(&[BEDROOMS]),
        list("Zona pretendida‖Zonas de interesse", LOCALITY, &["Campo de Ourique", "Estrela, Lapa", "Cedofeita"])
            .or(&["requirement.city[]"]),
        sum("Orçamento máx. (€)", MAX, whole(210_000, 10_000, by_space, "EUR", true)).gaps(15),
        list("Recorre a crédito?", "requirement.financing", &["Sim", "Não"]).or(&[KEPT]).or_ask(),
        list("Consentimento RGPD", "person.consent.email", &["Sim", "Não"]).or(&[KEPT]).or_ask(),
        day("Data de registo", CREATED, Style::Dmy('-')),
        list("Observações", NOTES, &["Quer varanda", "Vende primeiro o T1"]).gaps(55),
    ];
    super::sheet("listagem_clientes.csv", "person", Market::Portugal, columns)
}

fn by_space(n: u64) -> String {
    thousands(n, " ")
}

/// A broker's sheet in São Paulo, month by month.
pub(super) fn sao_paulo() -> Sheet {
    let columns = vec![
        col("CLIENTE‖NOME DO CLIENTE", FULL, |m| {
            name(format!("{} {}", m.p.given.to_uppercase(), m.p.family.to_uppercase()))
        }),
        tel("CEL / WHATS", Dial::Mixed).gaps(4),
        mail("EMAIL").gaps(25),
        list("PROCURA", WANTED, &["Apto 3 dorm", "Cobertura", "Casa em condomínio"]).or(&[BEDROOMS]),
        list("BAIRRO", LOCALITY, &["Moema", "Itaim / Vila Nova", "Leblon"]).or(&["requirement.city[]", QUARTER]),
        sum("VALOR ATÉ‖VALOR MÁX.", MAX, whole(600_000, 50_000, reais, "BRL", true)).gaps(10),
        list("FORMA DE PGTO", "requirement.financing", &["À vista", "Financiado", "FGTS + financ."]).gaps(25),
        list("CORRETOR‖CORRETOR RESP.", ASSIGNEE, &["Gustavo", "Jussara"]).or(&[OWNER]),
        day("1º CONTATO‖DATA CONTATO", CREATED, Style::DayDeMonth(PORTUGUESE)).or(&[CONTACTED]),
        list("STATUS", STATUS, &["quente", "morno", "frio", "fechou"]).or(&[STAGE, "person.rating"]),
        list("OBS", NOTES, &["permuta por apto menor", "só aos sábados"]).gaps(40),
    ];
    let mut sheet = super::sheet("clientes corretores.csv", "person", Market::Brazil, columns);
    sheet.sections = (20, vec!["JANEIRO", "FEVEREIRO", "MARÇO"]);
    sheet.delimiter = ';';
    sheet.rows = 60;
    sheet
}
