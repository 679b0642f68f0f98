//! Spain, France, Portugal and Brazil.

use super::super::hand::{Dial, dots};
use super::super::maker::Clock;
use super::super::people::Market;
use super::super::shapes::*;
use super::super::sheet::{Quotes, Sheet, col, other};
use super::super::value::{Cell, Style};

/// A Spanish agency's open demands: clean.
pub(super) fn demands() -> Sheet {
    let columns = vec![
        col("Referencia", ID, |m| m.code("D", 1502)),
        col("Nombre y apellidos", FULL, |m| m.full()),
        other("NIF", |m| Cell::plain(format!("0000{:04}X", m.row))).gaps(50),
        col("Teléfono 1‖Teléfono principal", PHONE, |m| m.tel(Dial::Home)),
        col("Teléfono 2‖Otro teléfono", PHONE, |m| m.other_tel(Dial::Home)).gaps(70),
        col("Email‖Correo", EMAIL, |m| m.email()).gaps(15),
        col("Operación", "requirement.purpose", |m| m.text(&["Compra", "Alquiler"])),
        col("Tipo de inmueble", WANTED, |m| m.text(&["Piso", "Chalet", "Local"])),
        col("Precio desde", MIN, |m| m.sum(80_000, 5_000, dots, "EUR", false)).gaps(40),
        col("Precio hasta", MAX, |m| m.sum(700_000, 5_000, dots, "EUR", false)),
        col("Dormitorios desde", BEDROOMS, |m| m.number(1, 4)),
        col("Baños desde", "requirement.bathrooms_min", |m| m.number(1, 3)).gaps(30),
        col("Metros desde‖Superficie mínima (m²)", "requirement.area_min", |m| m.number(50, 200)),
        col("Zonas buscadas‖Zona deseada", LOCALITY, |m| Cell::plain(m.p.locality)),
        col("Provincia", "person.address[].region", |m| Cell::plain(m.p.city))
            .or(&["requirement.city[]", CITY])
            .gaps(20),
        col("Agente asignado‖Gestor", ASSIGNEE, |m| m.text(&["Verónica", "Óscar D."])).or(&[OWNER]),
        col("Estado de la demanda", STATUS, |m| m.text(&["Activa", "En espera", "Cerrada"])).or(&[STAGE]),
        col("Fecha de entrada", CREATED, |m| m.day(Style::Dmy('/'))),
        col("Último contacto", CONTACTED, |m| m.day(Style::Dmy('/'))).gaps(20),
        other("LOPD firmada", |m| m.text(&["Sí", "No"])).or(&["person.consent.email"]),
        col("Comentario interno", NOTES, |m| m.text(&["Prefiere exterior", "Vende el suyo antes"])).gaps(50),
    ];
    let mut sheet = super::sheet("demandas_activas.csv", "person", Market::Spain, columns);
    sheet.encoding = "windows-1252";
    sheet.delimiter = ';';
    sheet.crlf = true;
    sheet.quotes = Quotes::Always;
    sheet.rows = 180;
    sheet
}

/// A French manager's co-owners: clean.
pub(super) fn syndic() -> Sheet {
    let columns = vec![
        col("N° copropriétaire", ID, |m| m.code("CP", 110)),
        col("Civilité", "person.prefix", |m| m.text(&["M.", "Mme", "Me"])),
        col("Nom‖Nom de famille", FAMILY, |m| m.family()),
        col("Prénom", GIVEN, |m| m.given()),
        col("Adresse‖Adresse postale", STREET, |m| Cell::plain(m.p.street.clone())).or(&["person.address[].formatted"]),
        col("Complément d'adresse", "person.address[].street2", |m| m.text(&["Bât. C", "2e étage"])).gaps(60),
        col("Code postal", POSTCODE, |m| Cell::plain(m.p.postcode.clone())),
        col("Ville", CITY, |m| Cell::plain(m.p.city)),
        col("Tél. domicile‖Téléphone domicile", PHONE, |m| m.desk_tel(Dial::Home)).label("home").or(&[PHONE]).gaps(50),
        col("Tél. portable‖Portable", PHONE, |m| m.tel(Dial::Home)).label("mobile"),
        col("Courriel‖Adresse électronique", EMAIL, |m| m.email()).gaps(20),
        col("Lot(s)‖N° de lot", "interest.property.unit", |m| Cell::plain((1 + m.row).to_string())).or(&["custom.*"]),
        other("Tantièmes", |m| m.number(80, 420)),
        other("Solde (€)", |m| {
            let n = m.d.below(90_000) as u64;
            Cell::plain(format!("{},{:02}", n / 100, n % 100))
        }),
        other("Statut d'occupation", |m| m.text(&["Occupant", "Bailleur"])).or(&[TAGS]),
        other("Date d'acquisition", |m| m.day(Style::Dmy('/'))).or(&["interest.at"]),
    ];
    let mut sheet = super::sheet("coproprietaires.csv", "person", Market::France, columns);
    sheet.encoding = "windows-1252";
    sheet.delimiter = ';';
    sheet.crlf = true;
    sheet
}

/// A Brazilian developer's funnel: clean.
pub(super) fn funnel() -> Sheet {
    let columns = vec![
        col("Código do lead", ID, |m| m.code("", 80_120)),
        col("Data de cadastro", CREATED, |m| {
            let day = m.met();
            m.moment(day, Style::Dmy('/'), Clock::Minutes)
        }),
        col("Nome do lead‖Nome do cliente", FULL, |m| m.full()),
        col("Celular", PHONE, |m| m.tel(Dial::Home)).label("mobile"),
        col("Telefone residencial‖Tel. residencial", PHONE, |m| m.desk_tel(Dial::Home))
            .label("home")
            .or(&[PHONE])
            .gaps(75),
        col("E-mail", EMAIL, |m| m.email()).gaps(15),
        other("CPF", |m| Cell::plain(format!("000.{:03}.000-00", m.row % 1000))).gaps(40),
        col("Empreendimento‖Empreendimento de interesse", "interest.property.project", |m| {
            m.text(&["Residencial Jacarandá", "Vila Ipê"])
        })
        .or(&["property.name", "interest.property.name"]),
        col("Etapa do funil", STAGE, |m| m.text(&["Novo", "Atendimento", "Visita", "Proposta"])).or(&[STATUS]),
        col("Origem do lead", SOURCE, |m| m.text(&["Site", "Stand", "Indicação"])),
        col("Corretor responsável‖Corretor", ASSIGNEE, |m| m.text(&["Márcio B.", "Thaís"])).or(&[OWNER]),
        other("Renda familiar (R$)", |m| m.sum(6_000, 500, |n| format!("{},00", dots(n)), "BRL", true)),
        col("Valor do imóvel desejado (R$)‖Valor máximo (R$)", MAX, |m| {
            m.sum(250_000, 10_000, |n| format!("{},00", dots(n)), "BRL", true)
        })
        .or(&[MIN]),
        col("Cidade", CITY, |m| Cell::plain(m.p.city)).or(&["requirement.city[]"]),
        col("UF", "person.address[].region", |m| m.text(&["SP", "RJ", "MG"])),
        col("Motivo do descarte", "person.unqualified_reason", |m| m.text(&["Sem renda", "Comprou outro"])).gaps(80),
        col("Última interação", "person.last_activity_at", |m| m.day(Style::Dmy('/'))).or(&[CONTACTED]).gaps(20),
        col("Observações do corretor", NOTES, |m| m.text(&["Quer usar FGTS", "Prefere andar alto"])).gaps(50),
    ];
    let mut sheet = super::sheet("relatorio-leads.csv", "person", Market::Brazil, columns);
    sheet.bom = true;
    sheet.delimiter = ';';
    sheet.crlf = true;
    sheet.rows = 240;
    sheet
}

/// A Portuguese agency's deals.
pub(super) fn portuguese_deals() -> Sheet {
    let columns = vec![
        col("Ref. negócio‖N.º do negócio", "opportunity.external_id", |m| m.code("N", 2201)),
        col("Negócio‖Título do negócio", "opportunity.name", |m| {
            Cell::plain(format!("{} - {}", m.p.family, ["T2 Baixa", "Moradia V4"][m.row % 2]))
        }),
        col("Cliente", "opportunity.contact", |m| m.full()).or(&["opportunity.account", FULL]),
        col("Fase‖Fase do negócio", "opportunity.stage", |m| m.text(&["Visita", "Proposta", "CPCV", "Escritura"]))
            .or(&["opportunity.status"]),
        col("Valor (€)‖Valor do negócio (€)", "opportunity.amount", |m| {
            m.sum(120_000, 5_000, |n| format!("{},00", dots(n)), "EUR", true)
        }),
        col("Probabilidade (%)", "opportunity.probability", |m| m.text(&["20", "50", "80"])),
        col("Data prevista de fecho", "opportunity.close_date", |m| m.ahead(Style::Dmy('-'))),
        other("Comissão (%)", |m| m.text(&["5", "4,5", "3"])),
        col("Responsável", "opportunity.owner", |m| m.text(&["Filipa", "Nuno C."])),
        col("Motivo de perda", "opportunity.lost_reason", |m| m.text(&["Preço", "Crédito recusado"])).gaps(80),
        col("Criado em‖Data de criação", "opportunity.created_at", |m| m.day(Style::Dmy('-'))),
        col("Notas", "opportunity.description", |m| m.text(&["Aguarda avaliação", "Quer incluir garagem"])).gaps(60),
    ];
    let mut sheet = super::sheet("negocios.csv", "opportunity", Market::Portugal, columns);
    sheet.delimiter = ';';
    sheet.rows = 90;
    sheet
}

/// What agents in Spain did: every row is a call, a visit, a message.
pub(super) fn activities() -> Sheet {
    let columns = vec![
        other("Id actividad", |m| m.code("A", 7001)).or(&["interaction.external_id", "task.external_id"]),
        col("Fecha", "interaction.at", |m| m.day(Style::Dmy('/'))).or(&["task.done_at", "task.due_at"]).or_ask(),
        other("Hora", |m| Cell::plain(format!("{:02}:{:02}", 9 + m.d.below(10), m.d.below(60))))
            .or(&["interaction.at"]),
        col("Tipo de actividad", "interaction.channel", |m| m.text(&["Llamada", "Visita", "Correo"]))
            .or(&["custom.*"])
            .or_ask(),
        col("Contacto‖Cliente", "interaction.participant[]", |m| m.full()).or(&["task.contact", FULL]).or_ask(),
        col("Teléfono del contacto", PHONE, |m| m.tel(Dial::Home)),
        col("Asunto", "interaction.subject", |m| m.text(&["Seguimiento", "Oferta", "Cita en oficina"]))
            .or(&["task.title"])
            .or_ask(),
        col("Resultado", "interaction.outcome", |m| m.text(&["No contesta", "Interesado", "Aplazada"]))
            .or(&["task.status", "custom.*"])
            .or_ask(),
        col("Duración (min)", "interaction.duration", |m| m.number(1, 45)).or(&["custom.*"]).or_ask(),
        col("Agente", "task.assignee", |m| m.text(&["Lucía", "Borja"])).or(&[ASSIGNEE, OWNER, "custom.*"]).or_ask(),
        col("Comentarios", "interaction.body", |m| m.text(&["Volver a llamar", "Le gusta el ático"]))
            .or(&["task.description"])
            .or_ask()
            .gaps(40),
    ];
    let mut sheet = super::sheet("actividades_comerciales.csv", "interaction", Market::Spain, columns);
    sheet.entity_accept = &["task"];
    sheet.delimiter = ';';
    sheet
}

/// A French team's tasks.
pub(super) fn tasks() -> Sheet {
    let columns = vec![
        col("Tâche‖Intitulé de la tâche", "task.title", |m| {
            m.text(&["Relancer", "Envoyer le mandat", "Préparer la visite"])
        }),
        col("Échéance‖Date d'échéance", "task.due_at", |m| m.ahead(Style::Dmy('/'))),
        col("Priorité", "task.priority", |m| m.text(&["Haute", "Normale", "Basse"])),
        col("Statut", "task.status", |m| m.text(&["À faire", "En cours", "Terminée"])),
        col("Assignée à‖Attribuée à", "task.assignee", |m| m.text(&["Noémie", "Hugues"])),
        col("Contact associé‖Contact lié", "task.contact", |m| m.full()).gaps(10),
        col("Rappel", "task.reminder_at", |m| {
            let day = m.soon();
            m.moment(day, Style::Dmy('/'), Clock::Minutes)
        })
        .gaps(50),
        col("Terminée le", "task.done_at", |m| m.day(Style::Dmy('/'))).gaps(60),
        col("Description", "task.description", |m| m.text(&["Appeler avant 18 h", "Voir avec le notaire"])).gaps(40),
    ];
    let mut sheet = super::sheet("taches.csv", "task", Market::France, columns);
    sheet.bom = true;
    sheet.delimiter = ';';
    sheet.rows = 70;
    sheet
}
