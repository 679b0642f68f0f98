//! Deals, leads with their stages, tasks and talks as systems take them in and hand them out.

use super::*;

/// Deals of a tool for the field.
pub(super) fn field() -> Sheet {
    let columns = vec![
        code("id", DEAL_ID, "", 1),
        list("name", DEAL, &["Kitchen refit", "Yearly service", "New roof", "Office move"]),
        day("creationdate", DEAL_MADE, Style::Dmy('/')).or(&[CREATED]),
        ahead("duedate", CLOSING, Style::Dmy('/')).or(&[DUE]),
        list("status", DEAL_STATUS, &["Open", "Open", "Closed Won", "Closed Lost"]).or(&[DEAL_STAGE]),
        list("stage", DEAL_STAGE, &["Incoming", "Qualified", "Quotation"]),
        sum("amount", AMOUNT, whole(900, 150, plain, "GBP", false)),
        count("probability", PROBABILITY, 10, 95),
        list("note", DEAL_NOTES, &["Send the quote by Friday", "Ask for the second key"]).or(&[NOTES]).gaps(50),
        col("company", DEAL_FIRM, company).or(&[FIRM, COMPANY]),
        col("contact", CONTACT, |m| m.full()).or(&[FULL]),
    ];
    let mut sheet = sheet("deals.csv", "opportunity", Market::Britain, columns);
    sheet.rows = 65;
    sheet
}

/// Deals beside a shop's books.
pub(super) fn shop() -> Sheet {
    let columns = vec![
        list("Deal Name", DEAL, &["Spring restock", "Store fit-out", "Loyalty cards", "Second branch"]),
        col("Contact Name", CONTACT, |m| m.full()).or(&[FULL]),
        list("Stage", DEAL_STAGE, &["Prospect", "Proposal", "Negotiation", "Won"]),
        sum("Expected Value", AMOUNT, whole(2_500, 250, decimal, "USD", false)),
        ahead("Close Date", CLOSING, Style::Mdy('/')),
        list("Assigned To", DEAL_OWNER, &["Celeste Odom", "Floyd Ivey"]).or(&[OWNER, ASSIGNEE]),
        list("Notes", DEAL_NOTES, &["Waiting for the landlord", "Budget next quarter"]).or(&[NOTES]).gaps(40),
    ];
    let mut sheet = sheet("crm_deals.csv", "opportunity", Market::America, columns);
    sheet.rows = 50;
    sheet
}

/// Opportunities that a forecast is reckoned from; people by mailbox alone.
pub(super) fn forecast() -> Sheet {
    let columns = vec![
        col("external_id", DEAL_ID, |m| Cell::plain(format!("006{:06}", m.row + 1))),
        list("name", DEAL, &["Platform renewal", "Seats for support", "Data add-on", "Pilot in Denver"]),
        col("account_name", DEAL_FIRM, company).or(&[FIRM, COMPANY]),
        list("stage", DEAL_STAGE, &["Discovery", "Evaluation", "Procurement", "Closed Won"]),
        sum("amount", AMOUNT, whole(12_000, 1_500, plain, "USD", false)),
        list("owner_email", DEAL_OWNER, &["jerome@example.com", "kendra@example.com"]).or(&[OWNER, ASSIGNEE]),
        col("primary_contact_email", CONTACT, |m| m.email()).or(&[EMAIL]).gaps(15),
        ahead("close_date", CLOSING, Style::Iso),
    ];
    let mut sheet = sheet("opportunities_import.csv", "opportunity", Market::America, columns);
    sheet.rows = 75;
    sheet
}

/// Leads with the last thing that happened to each; Spanish values below English headers.
pub(super) fn stages() -> Sheet {
    fn seen(m: &mut Maker) -> Cell {
        let (day, minute) = (m.met().iso(), 10 + m.row % 50);
        Cell::of(format!("{day} 14:{minute}:00"), Kind::Date, serde_json::json!(format!("{day}T14:{minute}")))
    }
    let columns = vec![
        code("id", ID, "", 123),
        full("name"),
        mail("email"),
        tel("phone", Dial::Packed),
        list("owner", OWNER, &["Ana Merino", "Rubén Calvo"]).or(&[ASSIGNEE]),
        sum("budget", MAX, whole(150_000, 10_000, plain, "EUR", false)).or(&[MIN, AMOUNT]),
        free("starred", &["true", "false", "false"]).or(&[TAGS, RATING]),
        moment("created_at", CREATED, |m| {
            let day = m.met();
            database(m, Day { year: day.year - 1, ..day })
        }),
        moment("last_activity_at", ACTIVE, seen),
        list("stage_label", STAGE, &["New", "Visit", "Offer", "Deposit"]).or(&[STATUS, DEAL_STAGE]),
        list("source_name", SOURCE, &["organic", "portal", "referral"]),
        tally("total_activities", 1, 24),
        free("last_activity_type", &["call_made", "visit_done", "deposit_received"]).or(&[CHANNEL]),
        free("last_activity_description", &["Llamada sin respuesta", "Visita con la familia", "Señal confirmada"])
            .or(&[NOTES, BODY]),
        moment("last_activity_date", ACTIVE, seen).or(&[KEPT]),
    ];
    let mut sheet = sheet("leads_export.csv", "person", Market::Spain, columns);
    sheet.rows = 95;
    sheet
}

/// Leads of a Brazilian tool, in the order that it asks for.
pub(super) fn lovers() -> Sheet {
    let columns = vec![
        full("Nome"),
        mail("E-mail"),
        col("Telefone", PHONE, without_nought),
        firm("Empresa").gaps(50),
        town("Cidade", CITY),
        region("Estado", REGION),
        list("Mensagem", NOTES, &["Quero saber o valor", "Tem unidade com varanda?", "Aceita financiamento?"])
            .or(&[BODY, KEPT])
            .gaps(30),
        born("Data de Nascimento", Style::Dmy('/')).gaps(40),
        count("Score", SCORE, 0, 100),
        list("Tags", TAGS, &["webinar", "lista-vip,quente", "frio"]).gaps(20),
        list("Observações", NOTES, &["Ligar depois das 18h", "Já tem corretor"]).gaps(60),
    ];
    let mut sheet = sheet("leads.csv", "person", Market::Brazil, columns);
    sheet.rows = 88;
    sheet
}

/// Whom a shop's people are to greet, and when.
pub(super) fn store_tasks() -> Sheet {
    let columns = vec![
        numbered("Task ID", "T-"),
        list("Title", TASK, &["Wish a happy birthday", "Thank for the purchase", "Invite to the preview"]),
        list("Description", TASK_NOTES, &["Call before noon", "Write a card", "Mention the new coat"])
            .or(&[NOTES])
            .gaps(30),
        list("Status", TASK_STATUS, &["ACTIVE", "COMPLETED", "IGNORED", "INACTIVE"]),
        free("Tag", &["birthday", "anniversary", "follow-up"]).or(&[TAGS]),
        free("Task Type", &["FOLLOWUP"]),
        free("Task Type ID", &["12", "14"]),
        moment("Due Date", DUE, |m| {
            let day = m.soon();
            iso(m, day, "Z")
        }),
        key("Customer ID", "CUST", 300).or(&[ID, CONTACT]),
        key("Created By ID", "EMP", 20),
        key("Assigned By ID", "EMP", 20).gaps(50),
        key("Assigned Employee ID", "EMP", 20).or(&[TASK_FOR, ASSIGNEE, OWNER]),
        free("Store ID", &["S01", "S02", "S07"]),
    ];
    let mut sheet = sheet("task.csv", "task", Market::America, columns);
    sheet.rows = 90;
    sheet
}

/// Tasks of projects on a board.
pub(super) fn project_tasks() -> Sheet {
    let columns = vec![
        other("Project", |m| Cell::plain(format!("a0j300000025{}", ["Ij2", "Kp7", "Lw4"][m.d.below(3)]))),
        list(
            "Task Name",
            TASK,
            &["Write copy for the campaign", "Book the hall", "Order the badges", "Brief the guides"],
        ),
        free("Task Group", &["a0I6A000002xUc5", "a0I6A000002xUc9"]),
        list("Description", TASK_NOTES, &["Call to action should be clear", "Ask for three offers"])
            .or(&[NOTES])
            .gaps(40),
        ahead("End Date", DUE, Style::MdyBare('/')).or(&[ENDED]).gaps(15),
        list("Priority", PRIORITY, &["Normal", "High", "Low"]),
        list("List", TASK_STATUS, &["Holding", "Prioritized", "Started", "Finished"]).or(&[KEPT]).or_ask(),
        list("Owner", TASK_FOR, &["board.user@example.com", "second.user@example.com"]).or(&[OWNER, ASSIGNEE]),
    ];
    let mut sheet = sheet("tasks_import.csv", "task", Market::America, columns);
    sheet.rows = 60;
    sheet
}

/// Talks of an agency with its clients, columns by the alphabet.
pub(super) fn conversations() -> Sheet {
    let columns = vec![
        day("Activity Date", MET, Style::Mdy('/')).or(&[DUE]),
        list("Activity Type", CHANNEL, &["Phone Call", "Meeting", "Email"]).or(&[KEPT]),
        list("Assigned To", TASK_FOR, &["Ramona Neely", "Leland Grimes"]).or(&[ASSIGNEE, OWNER, TALKER, KEPT]),
        firm("Company").or(&[DEAL_FIRM]),
        free("Completed", &["Yes", "Yes", "No"]).or(&[TASK_STATUS]),
        col("Contact", TALKER, |m| m.full()).or(&[FULL, CONTACT]),
        other("Date Completed", |m| m.day(Style::Mdy('/'))).or(&[DONE, ENDED]).gaps(35),
        other("End Time", hour).or(&[ENDED]).gaps(40),
        free("Folder", &["New business", "Clients"]).gaps(60),
        free("GL Company", &["Main"]).gaps(50),
        other("Lead", |m| m.full()).or(&[TALKER, FULL, CONTACT]).gaps(80),
        list("Notes", BODY, &["Went through the brief", "They want a second round", "Left a message"])
            .or(&[NOTES, TASK_NOTES])
            .gaps(20),
        list("Opportunity", DEAL, &["Rebrand 2026", "Autumn campaign"]).or(&[KEPT]).gaps(60),
        free("Originator", &["Ramona Neely", "Leland Grimes"]).or(&[OWNER]),
        list("Outcome", OUTCOME, &["Successful", "Unsuccessful"]).gaps(30),
        list("Priority", PRIORITY, &["1-High", "2-Medium", "3-Low"]),
        free("Private", &["No", "No", "Yes"]).or(&[PRIVATE]),
        other("Project Number", |m| Cell::plain(format!("24-{:04}", 1 + m.d.below(300)))).gaps(65),
        free("Reminder (minutes)", &["15", "30", "60"]).or(&[REMINDER]).gaps(50),
        other("Start Time", hour).or(&[MET]).gaps(40),
        list("Subject", SUBJECT, &["Kick-off", "Check-in", "Estimate review"]).or(&[TASK]),
        numbered("Task ID", "88").or(&[TALK_ID]).gaps(50),
        free("View As", &["Calendar", "List"]),
        free("Visible To Client", &["No", "Yes"]),
    ];
    let mut sheet = sheet("activities.csv", "interaction", Market::America, columns);
    sheet.entity_accept = &["task"];
    sheet.rows = 100;
    sheet
}
