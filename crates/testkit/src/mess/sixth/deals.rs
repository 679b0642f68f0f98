//! Deals and tasks.

use super::super::columns::whole as sums;
use super::*;

const BROKERS: &[&str] = &["Harbor Hotel Advisors", "Lodging Partners", "Quarry Capital / Revere"];

/// Hotels that a fund could buy: one row each, most columns still empty.
pub(super) fn hotels() -> Sheet {
    let mut columns = vec![
        code("id", DEAL_ID, "", 1).or(&[LISTING]),
        col("property", DEAL, |m| Cell::plain(format!("Kestrel Inn & Suites {} {}", m.p.city, m.p.locality)))
            .or(&[PROPERTY]),
        list("decision", DEAL_STAGE, &["Pass", "To review", "Underwrite"]).or(&[DEAL_STATUS]),
        free("brand", &["Kestrel Inn", "Heron Suites", "-"]).or(&["interest.property.developer"]),
        town("city", PLACE_TOWN).or(&[CITY]),
        region("state", PLACE_REGION).or(&[REGION]),
        tally("keys", 60, 140).gaps(60),
        col("guidance", PRICE, guidance).or(&[AMOUNT, "interest.price"]).gaps(70),
        free("broker", BROKERS).or(&[DEAL_FIRM, FIRM, COMPANY]),
        empty("brokerContact"),
        list("type", KIND, &["Select-service", "Extended-stay", "Full-service", "Portfolio", "Development site"]),
        free("status", &["Just listed", "CFO Jul 10", "Tours Jul 28-29", "Marketing"]).or(&[
            DEAL_STAGE,
            DEAL_STATUS,
            DEAL_NOTES,
        ]),
        other("cfo", |m| m.ahead(Style::MonDay)).or(&[CLOSING, DUE]).gaps(85),
        free("date", &["Jun 25", "Jul 1", "Jul 9"]).or(&[DEAL_MADE, DEAL_UPDATED]),
        list("notes", DEAL_NOTES, &["Off-market", "★ dig in | forwarded", "Fully renovated"]).or(&[NOTES]).gaps(50),
    ];
    columns.extend(unused(&[
        "address",
        "yearBuilt",
        "yearReno",
        "owner",
        "mgmtCo",
        "structure",
        "glLessor",
        "glExpiry",
        "glRent",
        "roomsRev",
        "fbRev",
        "otherRev",
        "totalRev",
        "gop",
        "noi",
        "occ",
        "adr",
        "revpar",
        "rgi",
        "compSet",
        "ourBid",
        "bidDate",
        "pipEst",
        "debt",
        "franchiseExp",
        "ld",
        "motivation",
        "internalOwner",
        "nextStep",
        "driveUrl",
        "vdrUrl",
        "emailUrl",
    ]));
    let mut sheet = sheet("deals.csv", "opportunity", Market::America, columns);
    sheet.entity_accept = &["interest"];
    sheet.rows = 90;
    sheet
}

/// What was left of a move between two systems.
pub(super) fn with_contact() -> Sheet {
    let columns = vec![
        col("dealname", DEAL, |m| token(m, 11)),
        list("dealstage", DEAL_STAGE, &["Closed Won", "Pending Response", "Pending Contract"]).or(&[DEAL_STATUS]),
        col("close date", CLOSING, |m| m.day(Style::Mdy('-'))),
        col("associated contact", CONTACT, |m| m.full()).or(&[FULL]),
    ];
    let mut sheet = sheet("deals.csv", "opportunity", Market::America, columns);
    sheet.rows = 300;
    sheet
}

/// Deals whose contacts are rows of another table.
pub(super) fn with_ids() -> Sheet {
    let columns = vec![
        code("deal_id", DEAL_ID, "D", 1_000),
        other("contact_id", |m| Cell::plain(format!("C{:04}", m.d.below(100)))).or(&[ID, CONTACT]),
        list("stage", DEAL_STAGE, &["Discovery", "Proposal", "Negotiation", "Closed Won", "Closed Lost"]),
        sum("amount", AMOUNT, sums(1_126, 157, plain, "USD", false)).gaps(12),
        day("close_date", CLOSING, Style::Iso),
        list("source", DEAL_SOURCE, &["LinkedIn", "Email", "Referral", "Website"]).or(&[SOURCE]),
    ];
    let mut sheet = sheet("deals.csv", "opportunity", Market::America, columns);
    sheet.rows = 150;
    sheet
}

/// Four columns of a system's report.
pub(super) fn short() -> Sheet {
    let columns = vec![
        col("Deal Name", DEAL, |m| Cell::plain(format!("{}-{} Deal", m.p.family, m.p.spouse))),
        list("Deal Stage", DEAL_STAGE, &["Appointment Scheduled", "Qualified to Buy", "Contract Sent", "Closed Won"]),
        sum("Amount", AMOUNT, sums(1_030, 811, decimal, "USD", false)),
        day("Close Date", CLOSING, Style::Iso),
    ];
    let mut sheet = sheet("hubspot_deals.csv", "opportunity", Market::America, columns);
    sheet.rows = 200;
    sheet
}

/// A Spanish salesman's pipeline.
pub(super) fn spanish() -> Sheet {
    let columns = vec![
        code("id", DEAL_ID, "", 1),
        col("empresa", DEAL_FIRM, company).or(&[FIRM, COMPANY]),
        col("contacto", CONTACT, |m| m.full()).or(&[FULL]),
        list(
            "etapa",
            DEAL_STAGE,
            &["Prospección", "Cualificación", "Propuesta enviada", "Negociación", "Cerrado ganado"],
        ),
        sum("importe_eur", AMOUNT, sums(2_100, 900, plain, "EUR", true)),
        list("responsable", DEAL_OWNER, &["Alvaro"]).or(&[ASSIGNEE, OWNER]),
        other("ultima_actividad", |m| later(m).cell(Style::Iso)).or(&[DEAL_UPDATED, ACTIVE, CONTACTED]),
        ahead("cierre_previsto", CLOSING, Style::Iso),
        list("probabilidad", PROBABILITY, &["0.1", "0.3", "0.5", "0.75", "1.0"]),
    ];
    let mut sheet = sheet("deals.csv", "opportunity", Market::Spain, columns);
    sheet.rows = 48;
    sheet
}

/// Tasks of a Spanish back office.
pub(super) fn spanish_tasks() -> Sheet {
    let columns = vec![
        numbered("id", "t00"),
        list("estado", TASK_STATUS, &["pendiente", "hecha"]),
        list("prioridad", PRIORITY, &["alta", "media", "baja"]),
        list("tarea", TASK, &["Revisar pagos atrasados", "Subir facturas de la semana", "Llamar al deudor"]),
        list("ejecutivo", TASK_FOR, &["Verónica Prado", "Celia Solana"]).or(&[ASSIGNEE, OWNER]).gaps(20),
        ahead("fecha", DUE, Style::Iso),
        free_day("creada", Style::Iso),
    ];
    let mut sheet = sheet("tareas.csv", "task", Market::Spain, columns);
    sheet.rows = 60;
    sheet
}

fn free_day(header: &str, style: Style) -> Column {
    other(header, move |m| m.day(style))
}

/// Tasks about agencies, which are rows of another table.
pub(super) fn agency_tasks() -> Sheet {
    let columns = vec![
        numbered("TaskID", ""),
        tally("AgencyID", 1, 140).or(&[FIRM_ID]),
        list("Title", TASK, &["Call about the launch", "Send rate card", "Visit the office"]),
        col("DueDate", DUE, |m| m.ahead(Style::MdyBare('/'))),
        list("Status", TASK_STATUS, &["Open", "Done"]),
        list("Owner", TASK_FOR, &["Dana", "Phil"]).or(&[OWNER, ASSIGNEE]),
        list("Notes", TASK_NOTES, &["left a message", "wants samples"]).or(&[NOTES]).gaps(50),
    ];
    let mut sheet = sheet("crm_tasks.csv", "task", Market::America, columns);
    sheet.rows = 70;
    sheet
}
