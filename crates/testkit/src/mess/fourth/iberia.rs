//! Spain and Portugal.

use super::super::hand::dots;
use super::super::sheet::empty;
use super::*;

/// Clients of Inmovilla.
pub(super) fn inmovilla() -> Sheet {
    let columns = vec![
        code("Cód.", ID, "", 90_114),
        given("Nombre"),
        family("Apellidos").gaps(10),
        tel("Teléfono 1", Dial::Home).gaps(4),
        desk("Teléfono 2", Dial::Home).gaps(70),
        empty("Teléfono 3"),
        mail("Email").gaps(15),
        street("Dirección", STREET).or(&[WHOLE]).gaps(55),
        zip("CP", POSTCODE).gaps(60),
        town("Localidad", CITY).or(&[QUARTER]).gaps(40),
        state("Provincia", REGION).gaps(40),
        list("Nacionalidad", "person.nationality", &["Española", "Británica", "Alemana"]).gaps(30),
        list("Idioma", "person.language", &["Español", "Inglés", "Alemán"]).gaps(20),
        list("Medio‖Medio de contacto", SOURCE, &["Idealista", "Fotocasa", "Cartel", "Recomendado"]).gaps(8),
        list("Agente", ASSIGNEE, &["Nerea Cabrera", "Rubén Salas"]).or(&[OWNER]),
        list("Estado", STATUS, &["Activo", "En espera", "Baja", "Compró"]).or(&[STAGE]),
        day("Fecha alta", CREATED, Style::Dmy('/')),
        day("Último contacto", CONTACTED, Style::Dmy('/')).gaps(25),
        next("Próxima gestión", Style::Dmy('/')).gaps(60),
        sum("Precio máx.", MAX, whole(160_000, 5_000, dots, "EUR", false)).gaps(35),
        list("Observaciones", NOTES, &["Busca con piscina", "Viene en Semana Santa"]).gaps(50),
    ];
    let mut sheet = super::sheet("clientes_inmovilla.csv", "person", Market::Spain, columns);
    sheet.abroad = (vec![Market::Britain, Market::Germany], 30);
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.rows = 170;
    sheet
}

/// Who came to a developer's open day.
pub(super) fn open_day() -> Sheet {
    let columns = vec![
        other("Nº", |m| Cell::plain((m.row + 1).to_string())).or(&[ID]),
        full("Nombre y apellidos‖Visitante"),
        tel("Tlf.‖Tfno. móvil", Dial::Mixed),
        mail("Correo").gaps(15),
        list("Vivienda de interés‖Tipo vivienda", WANTED, &["2 dorm.", "3 dorm. con terraza", "Ático"]).or(&[
            PROPERTY,
            BEDROOMS,
            "interest.property.type",
        ]),
        sum("Presupuesto (€)", MAX, whole(180_000, 10_000, dots, "EUR", true)).or(&[MIN]).gaps(20),
        list("¿Necesita financiación?", FINANCING, &["Sí", "No", "Parcial"]).gaps(15),
        list("¿Cómo nos ha conocido?", SOURCE, &["Valla", "Redes sociales", "Un amigo", "Prensa"]),
        list("Vive en", CITY, &["Málaga", "Marbella", "Madrid"]).gaps(20),
        free("Acepta recibir información", &["Sí", "No"]).or(&[BY_EMAIL]),
        list("Atendido por", ASSIGNEE, &["Lourdes", "Marcos"]).or(&[OWNER]),
        list("Comentarios", NOTES, &["Interesados en el bajo", "Quieren volver con los padres"]).gaps(45),
    ];
    let mut sheet = super::sheet("jornada puertas abiertas.csv", "person", Market::Spain, columns);
    sheet.above = vec![padded(&["PROMOCIÓN EL LIMONAR - 14/11/2026"], 12)];
    sheet.below = vec![padded(&["TOTAL", "# visitantes"], 12)];
    sheet.delimiter = ';';
    sheet.rows = 65;
    sheet
}

/// Reservations of a new building in Portugal.
pub(super) fn reservations() -> Sheet {
    let columns = vec![
        col("Fração‖Fracção", UNIT, |m| Cell::plain(format!("{}{}", ["A", "B", "C"][m.row % 3], 1 + m.row / 3)))
            .or(&["opportunity.name"]),
        list("Tipologia", "interest.property.type", &["T1", "T2", "T3 duplex"])
            .or(&["interest.property.bedrooms", WANTED]),
        col("Cliente‖Comprador", "opportunity.contact", |m| m.full()).or(&[FULL]),
        tel("Telemóvel", Dial::Mixed).label("mobile").gaps(5),
        mail("Email").gaps(15),
        sum("Preço de tabela", PRICE, whole(290_000, 5_000, euros, "EUR", true)),
        sum("Valor de venda", "opportunity.amount", whole(280_000, 5_000, euros, "EUR", true))
            .or(&["interest.price"])
            .gaps(10),
        free_sum("Sinal", whole(10_000, 1_000, euros, "EUR", true)).gaps(20),
        free_day("Data reserva", Style::Dmy('-')).or(&["interest.at", "opportunity.created_at"]),
        ahead("Escritura prevista", "opportunity.close_date", Style::Dmy('-')).gaps(25),
        list("Situação", "opportunity.stage", &["Reservado", "CPCV assinado", "Escriturado", "Desistiu"]).or(&[
            "opportunity.status",
            "interest.stage",
            STATUS,
        ]),
        list("Mediador", "opportunity.owner", &["Diogo Coelho", "Francisca P."]).or(&[ASSIGNEE, OWNER, REFERRER]),
        list("Observações", "opportunity.description", &["Falta aprovação do banco", "Quer lugar duplo"])
            .or(&[NOTES])
            .gaps(50),
    ];
    let mut sheet = super::sheet("Mapa de reservas.csv", "opportunity", Market::Portugal, columns);
    sheet.entity_accept = &["person"];
    sheet.abroad = (vec![Market::Brazil, Market::France], 30);
    sheet.delimiter = ';';
    sheet.bom = true;
    sheet.rows = 60;
    sheet
}
