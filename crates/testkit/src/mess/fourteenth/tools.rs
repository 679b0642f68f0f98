//! What desks for tickets, lists of tasks, guest lists, messengers and forms hand out.

use super::*;

/// What buyers in India wrote to a developer's desk.
pub(super) fn care_tickets() -> Sheet {
    fn agent_row(m: &Maker) -> bool {
        m.row % 4 == 3
    }
    let columns = vec![
        code("Id", TASK_ID, "", 18_211).or(&[TALK_ID]),
        task_contact("Requester").or(&[TALKER]),
        other("Requester id", |m| Cell::plain((9_110_042_113_001_usize + m.d.below(90_000)).to_string())).or(&[ID]),
        empty("Requester external id").or(&[ID]),
        mail("Requester email").gaps(4),
        other("Requester domain", |m| Cell::plain(m.p.email.rsplit('@').next().unwrap_or_default()))
            .or(&["account.domain"]),
        other("Submitter", |m| if agent_row(m) { m.pick(&["Juhi Menon", "Uday Kamath"]) } else { m.full() })
            .or(&[TALKER, FULL]),
        doer("Assignee", &["Juhi Menon", "Uday Kamath", "Shalini Pillai"]).or(&[TALK_BY]).gaps(10),
        free("Group", &["Customer Care", "Collections", "Handover"]),
        list(
            "Subject",
            TASK,
            &[
                "Demand letter not received",
                "Parking allotment",
                "Possession date",
                "Seepage in bathroom",
                "TDS certificate",
                "Change of co-applicant",
            ],
        )
        .or(&[SUBJECT]),
        free("Tags", &["possession tower_b", "payment", "nri", "snag"]).or(&[TAGS]).gaps(40),
        list("Status", TASK_STATUS, &["Open", "Pending", "Solved", "Closed", "On-hold"]).or(&[OUTCOME]),
        list("Priority", PRIORITY, &["Low", "Normal", "High", "Urgent"]).gaps(30),
        free("Via", &["Mail", "Web form", "Phone", "Any channel"]).or(&[CHANNEL, SOURCE]),
        free("Ticket type", &["Question", "Problem", "Task"]).gaps(30),
        logged("Created at").or(&[CREATED, MET]),
        logged("Updated at").or(&[UPDATED, ACTIVE]),
        logged("Assigned at").gaps(10),
        empty("Organization").or(&[COMPANY, FIRM]),
        moment("Due date", DUE, |m| {
            let day = m.soon();
            database(m, day)
        })
        .gaps(55),
        col("Solved at", DONE, |m| {
            let day = later(m);
            database(m, day)
        })
        .gaps(45),
        tally("Resolution time", 1, 240).gaps(45),
        free("Satisfaction Score", &["Not Offered", "Offered", "Good", "Bad"]).or(&[RATING, SCORE]),
        tally("Reopens", 0, 2),
        tally("Replies", 0, 7),
        list("Project [list]", PROJECT, &["Riverbend Park", "Maplecrest", "Silverton Heights"])
            .or(&[PROPERTY])
            .gaps(12),
        unit("Flat no. [txt]").gaps(20),
    ];
    let mut sheet = sheet("export-2026-03-02-0612-tickets.csv", "task", Market::India, columns);
    sheet.entity_accept = &["interaction"];
    sheet.abroad = (vec![Market::America, Market::Emirates], 12);
    sheet.again = 8;
    sheet.rows = 118;
    sheet
}

/// What a team in Britain has to do, out of its suite.
pub(super) fn hub_tasks() -> Sheet {
    const STATES: Words = &["Not started", "Completed", "Not started", "Completed", "In progress"];
    fn done(m: &Maker) -> bool {
        STATES[m.row % STATES.len()] == "Completed"
    }
    fn at(m: &mut Maker, day: Day) -> Cell {
        m.moment(day, Style::Iso, Clock::Minutes)
    }
    let columns = vec![
        col("Record ID", TASK_ID, |m| Cell::plain((81_004_220_117_usize + m.row * 1_913).to_string())).or(&[KEPT]),
        list(
            "Task Title",
            TASK,
            &["Call back re second viewing", "Send brochure", "Chase solicitor", "Book photographer", "AML check"],
        )
        .or(&[SUBJECT]),
        list("Task Status", TASK_STATUS, STATES),
        list("Priority", PRIORITY, &["None", "Low", "Medium", "High"]),
        free("Task Type", &["Call", "Email", "To-do"]).or(&[CHANNEL]),
        moment("Due Date", DUE, |m| {
            let day = m.soon();
            at(m, day)
        })
        .gaps(6),
        doer("Assigned to", &["Ottilie Lyle", "Piers Northcote", "Rosalind Denholm"]).gaps(4),
        // Both stand in one cell, as the suite writes whom a row belongs to.
        other("Associated Contact", |m| {
            let (full, mail) = (m.full(), m.email());
            let truth = full.truth.into_iter().chain(mail.truth).collect();
            Cell { text: format!("{} ({})", full.text, mail.text), truth }
        })
        .or(&[TASK_CONTACT, FULL, EMAIL, CONTACT])
        .must_ask()
        .gaps(10),
        other("Associated Contact IDs", |m| Cell::plain((70_100_200 + m.row * 41).to_string())).or(&[ID]).gaps(10),
        company_of("Associated Company").gaps(85),
        other("Associated Deal", |m| Cell::plain(format!("{} - sale", m.p.street))).or(&[DEAL, SUBJECT]).gaps(50),
        list("Task Notes", TASK_NOTES, &["Vendor away until Monday", "Try work number first", "Needs both IDs"])
            .or(&[NOTES, BODY])
            .gaps(45),
        free("Queue", &["Morning calls", "Vendors"]).gaps(70),
        moment("Reminder", REMINDER, |m| {
            let day = m.soon();
            at(m, day)
        })
        .gaps(60),
        other("Create date", |m| {
            let day = m.met();
            at(m, day)
        })
        .or(&[CREATED]),
        col("Completed at", DONE, |m| {
            if !done(m) {
                return Cell::default();
            }
            let day = later(m);
            at(m, day)
        }),
        other("Last modified date", |m| {
            let day = later(m);
            at(m, day)
        })
        .or(&[UPDATED, ACTIVE]),
    ];
    let mut sheet = sheet("hubspot-crm-exports-all-tasks-2026-03-02.csv", "task", Market::Britain, columns);
    sheet.entity_accept = &["interaction"];
    sheet.quotes = Quotes::Always;
    sheet.rows = 104;
    sheet
}

/// Who was asked to the launch of a tower in the Gulf, and who came.
pub(super) fn guest_list() -> Sheet {
    fn bracket(m: &mut Maker) -> Cell {
        let low = 2 * (1 + m.d.below(4) as u64);
        range(format!("AED {low}M - {}M", low + 2), low * 1_000_000, (low + 2) * 1_000_000, "AED")
    }
    let columns = vec![
        col("api_id", ID, |m| Cell::plain(format!("gst-{}", token(m, 14)))).or(&[KEPT]),
        full("name"),
        given("first_name"),
        family("last_name"),
        mail("email"),
        tel("phone_number", Dial::Packed).gaps(25),
        moment("created_at", CREATED, |m| {
            let day = m.met();
            iso(m, day, ".000Z")
        }),
        free("approval_status", &["approved", "approved", "pending_approval", "declined", "invited"])
            .or(&[STATUS, STAGE]),
        list("custom_source", SOURCE, &["instagram-bio", "whatsapp-broadcast", "broker-mail"])
            .or(&[DETAIL, CAMPAIGN])
            .gaps(45),
        other("checked_in_at", |m| {
            let day = later(m);
            iso(m, day, ".000Z")
        })
        .or(&[MET, ACTIVE, CONTACTED])
        .gaps(55),
        free(
            "qr_code_url",
            &["https://guests.example/check-in/launch?pk=g-4KJ2", "https://guests.example/check-in/launch"],
        ),
        free("amount", &["AED 0"]),
        free("amount_tax", &["AED 0"]),
        free("currency", &["aed"]).or(&[CURRENCY]).gaps(20),
        empty("coupon_code"),
        free("ticket_name", &["Private preview", "Broker breakfast", "Private preview"]).or(&[TAGS]),
        col("What is your budget?", MAX, bracket).or(&[MIN]).gaps(25),
        list("Which units interest you?", WANTED, &["1 bed", "2 bed", "3 bed + maid", "Penthouse"])
            .or(&[BEDROOMS, KIND])
            .gaps(30),
        free("Buyer or broker?", &["Buyer", "Buyer", "Broker"]).or(&[TAGS, STAGE]),
        firm("Company you work for").gaps(40),
        job("Your role there").gaps(55),
        col("What is your LinkedIn profile?", SOCIAL, profile).or(&["person.website[]"]).gaps(70),
    ];
    let mut sheet =
        sheet("Bellhaven Tower Preview - Guests - 2026-03-02-09-30-11.csv", "person", Market::Emirates, columns);
    sheet.abroad = (vec![Market::India, Market::Britain, Market::France], 45);
    sheet.rows = 132;
    sheet
}

/// Whom a team in India writes to by messenger, with the answers that its robot gathered.
pub(super) fn message_contacts() -> Sheet {
    let columns = vec![
        col("User ID", ID, |m| Cell::plain(token(m, 24))).or(&[KEPT]),
        full("Name").gaps(4),
        free("Country Code", &["+91"]).or(&[PHONE]),
        // The code stands in the cell before.
        col("Phone Number", PHONE, without_nought),
        mail("Email").gaps(60),
        list("WhatsApp Opted In", "person.consent.whatsapp", &["TRUE", "TRUE", "FALSE"]),
        list("Tags", TAGS, &["Riverbend", "Silverton,Hot", "Broker", "Visited"]).gaps(35),
        moment("Created At (IST)", CREATED, |m| {
            let day = m.met();
            database(m, day)
        }),
        moment("Last Message Received At", CONTACTED, |m| {
            let day = later(m);
            database(m, day)
        })
        .or(&[ACTIVE])
        .gaps(20),
        free("Conversation Status", &["Open", "Closed", "Requesting"]).or(&[STATUS]),
        agent("Assigned Agent", &["Ekta Parekh", "Nikhil Bhatia"]).gaps(25),
        list("Lead Source", SOURCE, &["Click to WhatsApp Ad", "Website Widget", "QR at site", "Bulk upload"]),
        free("Ad Headline", &["3 BHK from 1.9 Cr", "Last 12 villas"]).or(&[CAMPAIGN, DETAIL]).gaps(55),
        list("project", PROJECT, &["Riverbend Park", "Silverton Heights", "Hazelwood Villas"]).or(&[PROPERTY]).gaps(25),
        list("configuration", WANTED, &["2BHK", "3BHK", "4BHK", "Villa"]).or(&[BEDROOMS, KIND, ROOMS]).gaps(35),
        budget("budget").gaps(40),
        list("purpose", PURPOSE, &["Self use", "Investment"]).gaps(50),
        free("preferred_visit_day", &["Saturday", "Sunday", "Weekday evening"]).or(&[TIMEFRAME]).gaps(65),
    ];
    let mut sheet = sheet("users_export_02_03_2026.csv", "person", Market::India, columns);
    sheet.bom = true;
    sheet.again = 3;
    sheet.rows = 168;
    sheet
}

/// What sellers and buyers in France wrote into the form of an agency's site.
pub(super) fn form_entries() -> Sheet {
    let columns = vec![
        list("Civilité", PREFIX, &["M.", "Mme"]).or(&[GENDER]),
        family("Votre nom"),
        given("Votre prénom"),
        mail("Votre adresse e-mail"),
        tel("Votre téléphone", Dial::Mixed).gaps(12),
        zip("Code postal", POSTCODE).gaps(30),
        list("Votre projet", PURPOSE, &["Acheter", "Vendre", "Louer", "Faire estimer"]).or(&[TAGS, STAGE, KEPT]),
        list("Type de logement", WANTED, &["Appartement", "Maison", "Terrain", "Parking"]).or(&[KIND]).gaps(15),
        list("Secteur souhaité", LOCALITY, &["Passy", "Monplaisir / Lumière", "Caudéran", "Carré d'Or"])
            .or(&[TOWNS])
            .gaps(35),
        sum("Budget maximum (€)", MAX, whole(180_000, 10_000, |n| thousands(n, " "), "EUR", true)).gaps(40),
        list(
            "Votre message",
            NOTES,
            &["Disponible le samedi", "Merci de me rappeler", "Nous vendons d'abord le nôtre"],
        )
        .or(&[BODY])
        .gaps(30),
        list("J'accepte de recevoir vos offres", "person.consent.email", &["on"]).or(&[KEPT]).gaps(50),
        free("Form Name (ID)", &["Contact accueil (a41f0c2)", "Estimation en ligne (7be2c19)"])
            .or(&[SOURCE, DETAIL, CAMPAIGN]),
        code("Submission ID", ID, "", 2_204).or(&[KEPT]),
        moment("Created At", CREATED, |m| {
            let day = m.met();
            database(m, day)
        })
        .or(&[MET]),
        empty("User ID").or(&[ID]),
        free(
            "User Agent",
            &["Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X)", "Mozilla/5.0 (Windows NT 10.0)"],
        ),
        free("User IP", &["198.51.100.41", "203.0.113.9", "192.0.2.77"]),
        free("Referrer", &["https://agence.example/contact/", "https://agence.example/estimation/"])
            .or(&[DETAIL, SOURCE]),
    ];
    let mut sheet = sheet("elementor-submissions-export-2026-03-02.csv", "person", Market::France, columns);
    sheet.abroad = (vec![Market::Britain], 8);
    sheet.quotes = Quotes::Always;
    sheet.again = 4;
    sheet.rows = 110;
    sheet
}
