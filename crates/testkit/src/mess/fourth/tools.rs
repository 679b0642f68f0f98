//! Mailings, diaries, boards and tables that teams keep clients in.

use super::super::hand::{commas, plain};
use super::super::sheet::{Quotes, empty};
use super::*;

/// A mailing list of Brevo, kept in French.
pub(super) fn brevo() -> Sheet {
    let columns = vec![
        code("CONTACT ID", ID, "", 4_417),
        mail("EMAIL"),
        family("NOM").gaps(10),
        given("PRENOM").gaps(10),
        tel("SMS", Dial::Packed).or(&[KEPT]).gaps(45),
        empty("WHATSAPP"),
        town("VILLE", CITY).gaps(50),
        free("OPT_IN", &["Oui", "Oui", "Non"]).or(&[BY_EMAIL]),
        free("DOUBLE_OPT-IN", &["Oui", "Non"]).or(&[BY_EMAIL]),
        list("PROJET", PURPOSE, &["Achat", "Location", "Investissement"]).or(&[KEPT, TAGS, PROJECT]).or_ask().gaps(40),
        stamp("ADDED_TIME", CREATED, Style::Dmy('-'), Clock::Seconds),
        stamp("MODIFIED_TIME", UPDATED, Style::Dmy('-'), Clock::Seconds),
    ];
    let mut sheet = super::sheet("export_contacts_liste_7.csv", "person", Market::France, columns);
    sheet.delimiter = ';';
    sheet.bom = true;
    sheet.rows = 260;
    sheet
}

/// Who booked a meeting with Calendly.
pub(super) fn calendly() -> Sheet {
    let columns = vec![
        list("User Name", ASSIGNEE, &["Suhail Kanaan", "Rana Hariri"]).or(&[OWNER, "interaction.assignee"]),
        free("User Email", &["suhail@agency.example", "rana@agency.example"]).or(&[ASSIGNEE, OWNER]),
        full("Invitee Name").or(&["interaction.participant[]"]),
        given("Invitee First Name").gaps(40),
        family("Invitee Last Name").gaps(40),
        mail("Invitee Email"),
        free("Invitee Time Zone", &["Asia/Dubai", "Europe/London", "Asia/Kolkata"]),
        tel("Text Reminder Number", Dial::World).gaps(35),
        free("Event Type Name", &["Off-plan consultation", "Viewing call"]).or(&[
            "task.title",
            CAMPAIGN,
            "interaction.subject",
        ]),
        free_stamp("Start Date & Time", Style::Iso, Clock::Minutes).or(&[
            "interest.at",
            "interaction.at",
            "task.due_at",
            ACTIVE,
            CONTACTED,
        ]),
        free_stamp("End Date & Time", Style::Iso, Clock::Minutes).or(&["interaction.ended_at"]),
        free("Location", &["Google Meet", "Office, Boulevard Walk"]).gaps(20),
        stamp("Event Created Date & Time", CREATED, Style::Iso, Clock::Minutes).or(&[KEPT]).or_ask(),
        free("Canceled", &["false", "false", "true"]).or(&["task.status"]),
        free("Question 1", &["What are you looking for?"]),
        free("Response 1", &["2 bed near the metro", "Villa with garden, up to 6M", "Investment, high yield"])
            .or(&[NOTES, "requirement.must_have[]", "interaction.body"])
            .gaps(15),
        list("UTM Campaign", CAMPAIGN, &["hills-launch", "brand"]).gaps(60),
        list("UTM Source", SOURCE, &["instagram", "google"]).or(&[CAMPAIGN, DETAIL]).gaps(60),
    ];
    let mut sheet = super::sheet("events-export.csv", "person", Market::Emirates, columns);
    sheet.abroad = (vec![Market::Britain, Market::India], 50);
    // A row is a meeting as much as whom it is with.
    sheet.entity_accept = &["task", "interaction"];
    sheet.quotes = Quotes::Always;
    sheet
}

/// A team's deals in Airtable.
pub(super) fn airtable() -> Sheet {
    let columns = vec![
        col("Deal Name", "opportunity.name", |m| {
            Cell::plain(format!(
                "{} - {}",
                m.p.family,
                ["Hills Villa 12", "Walk Tower 1804", "Creek Loft 07"][m.row % 3]
            ))
        }),
        col("Client", "opportunity.contact", |m| m.full()).or(&[FULL]),
        tel("Client Phone", Dial::World).gaps(15),
        mail("Client Email").gaps(25),
        list("Stage", "opportunity.stage", &["Qualified", "Viewing", "Offer", "MOU Signed", "Transferred", "Lost"]),
        sum("Deal Value (AED)", "opportunity.amount", whole(1_100_000, 50_000, commas, "AED", true)).gaps(8),
        list("Listing", PROPERTY, &["Hills Villa 12", "Walk Tower 1804", "Creek Loft 07"])
            .or(&[LISTING, UNIT])
            .gaps(20),
        list("Agent", "opportunity.owner", &["Qasim", "Yara", "Nabil"]),
        day("Expected Close", "opportunity.close_date", Style::MdyBare('/')).gaps(20),
        list("Source", "opportunity.source", &["Portal", "Referral", "Instagram"]).or(&[SOURCE]).gaps(15),
        free_sum("Commission (AED)", whole(22_000, 1_000, commas, "AED", true)).gaps(40),
        list("Notes", "opportunity.description", &["Waiting for NOC", "Cash, wants to close this month"]).gaps(60),
        stamp("Last Modified", "opportunity.updated_at", Style::MdyBare('/'), Clock::Twelve),
    ];
    let mut sheet = super::sheet("Deals-All Deals.csv", "opportunity", Market::Emirates, columns);
    sheet.bom = true;
    sheet.abroad = (vec![Market::India], 30);
    sheet.rows = 90;
    sheet
}

/// A list of things to do in Notion.
pub(super) fn notion() -> Sheet {
    let columns = vec![
        list(
            "Task name",
            "task.title",
            &["Send floor plans", "Chase signed form", "Book the photographer", "Call back"],
        ),
        list("Status", "task.status", &["Not started", "In progress", "Done"]),
        list("Assignee", "task.assignee", &["Georgina", "Jasper", "Iona"]).gaps(10),
        col("Due date‖Due", "task.due_at", long_day).gaps(15),
        list("Priority", "task.priority", &["High", "Medium", "Low"]).gaps(20),
        col("Client", "task.contact", |m| m.full()).or(&[FULL]).gaps(30),
        free("Tags", &["Admin", "Marketing, Admin", "Viewing"]).gaps(50),
        list("Description‖Notes", "task.description", &["Ask about the lease", "Use the new template"]).gaps(55),
        other("Created time", long_day),
    ];
    let mut sheet = super::sheet("Tasks 7c1e0d2b.csv", "task", Market::Britain, columns);
    sheet.bom = true;
    sheet.rows = 80;
    sheet
}

/// A project of Asana.
pub(super) fn asana() -> Sheet {
    let columns = vec![
        code("Task ID", "task.external_id", "", 1_209_334_817_002_114),
        free_day("Created At", Style::Iso),
        day("Completed At", "task.done_at", Style::Iso).gaps(55),
        free_day("Last Modified", Style::Iso),
        list("Name", "task.title", &["Prepare brochure", "Order sign", "Collect KYC", "Confirm valuation slot"]),
        list("Section/Column", "task.status", &["To do", "Doing", "Done"]).or(&[KEPT]).or_ask(),
        list("Assignee", "task.assignee", &["Hitesh Lal", "Uma Nambiar"]).gaps(10),
        free("Assignee Email", &["hitesh@agency.example", "uma@agency.example"]).or(&["task.assignee"]).gaps(10),
        empty("Start Date"),
        ahead("Due Date", "task.due_at", Style::Iso).gaps(20),
        free("Tags", &["urgent", "client"]).gaps(70),
        list("Notes", "task.description", &["See the shared folder", "Client travels until Friday"]).gaps(50),
        free("Projects", &["Sales operations"]),
        empty("Parent task"),
    ];
    let mut sheet = super::sheet("Sales_operations.csv", "task", Market::India, columns);
    sheet.quotes = Quotes::Always;
    sheet.rows = 100;
    sheet
}

/// Deals of Kommo, in Portuguese.
pub(super) fn kommo() -> Sheet {
    let columns = vec![
        code("ID", "opportunity.external_id", "", 22_810_417),
        col("Nome do lead", "opportunity.name", |m| Cell::plain(format!("Apto {} - {}", m.p.locality, m.p.given))),
        list("Usuário responsável", "opportunity.owner", &["Thiago Novaes", "Marina Toledo"]),
        list("Funil", "opportunity.pipeline", &["Vendas", "Lançamentos"]),
        list("Etapa do lead", "opportunity.stage", &["Contato inicial", "Visita", "Proposta", "Fechado - ganho"]),
        sum("Venda", "opportunity.amount", whole(480_000, 20_000, plain, "BRL", false)).gaps(15),
        col("Contato principal", "opportunity.contact", |m| m.full()).or(&[FULL]).gaps(3),
        firm("Empresa do contato").or(&["opportunity.account"]).gaps(80),
        tel("Celular (contato)", Dial::Packed).label("mobile").gaps(10),
        mail("E-mail comercial (contato)").label("work").gaps(40),
        stamp("Data de criação", "opportunity.created_at", Style::Dmy('.'), Clock::Minutes),
        stamp("Última modificação", "opportunity.updated_at", Style::Dmy('.'), Clock::Minutes),
        free("Tags do lead", &["facebook", "indicação", "vip"]).gaps(60),
        list("Motivo da perda", "opportunity.lost_reason", &["Preço", "Comprou com outro"]).gaps(80),
    ];
    let mut sheet = super::sheet("kommo_export_leads_2026-11-16.csv", "opportunity", Market::Brazil, columns);
    sheet.bom = true;
    sheet
}
