//! What calendars, lists of tasks, telephones and desks for tickets hand out.

use super::*;

/// Tasks of an office suite, as it writes them to a file.
pub(super) fn office_tasks() -> Sheet {
    const STATUS: Words = &["Not Started", "In Progress", "Completed", "Waiting on someone else", "Completed"];
    fn done(m: &Maker) -> bool {
        STATUS[m.row % STATUS.len()] == "Completed"
    }
    let columns = vec![
        list(
            "Subject",
            TASK,
            &[
                "Send disclosure package",
                "Call back about listing",
                "Order sign and lockbox",
                "Review inspection report",
                "Wire instructions to buyer",
            ],
        ),
        other("Start Date", |m| later(m).cell(Style::MdyBare('/'))).gaps(40),
        ahead("Due Date", DUE, Style::MdyBare('/')).gaps(10),
        free("Reminder On/Off", &["True", "False"]),
        ahead("Reminder Date", REMINDER, Style::MdyBare('/')).gaps(50),
        other("Reminder Time", hour).or(&[REMINDER]).gaps(50),
        col("Date Completed", DONE, |m| if done(m) { later(m).cell(Style::MdyBare('/')) } else { Cell::default() }),
        other("% Complete", |m| Cell::plain(if done(m) { "100" } else { "0" })).or(&[TASK_STATUS]),
        free("Total Work", &["0"]),
        free("Actual Work", &["0"]),
        empty("Billing Information"),
        free("Categories", &["Listings", "Closings", "Listings;Urgent"]).or(&[TAGS]).gaps(45),
        other("Companies", company).or(&[FIRM, COMPANY, DEAL_FIRM]).gaps(75),
        task_contact("Contacts").gaps(25),
        empty("Mileage"),
        list(
            "Notes",
            TASK_NOTES,
            &["Seller out until Monday", "Use the 2025 form", "Ask for HOA docs\nand the budget"],
        )
        .or(&[NOTES])
        .gaps(50),
        list("Priority", PRIORITY, &["Normal", "Normal", "High", "Low"]),
        free("Private", &["False"]).or(&[PRIVATE]),
        empty("Role"),
        empty("Schedule+ Priority").or(&[PRIORITY]),
        free("Sensitivity", &["Normal"]),
        turn("Status", TASK_STATUS, STATUS),
    ];
    let mut sheet = sheet("tasks.CSV", "task", Market::America, columns);
    sheet.quotes = Quotes::Always;
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.rows = 104;
    sheet
}

/// The calendar of the same suite, set to German.
pub(super) fn office_calendar() -> Sheet {
    fn clock(m: &Maker, after: usize) -> Cell {
        Cell::plain(format!("{}:{:02}:00", 9 + m.row * 5 % 9 + after, 30 * (m.row % 2)))
    }
    let columns = vec![
        col("Betreff", SUBJECT, |m| {
            let what = m.d.word(&["Besichtigung", "2. Besichtigung", "Bewertung", "Notartermin", "Übergabe"]);
            Cell::plain(format!("{what} {}", m.p.family))
        })
        .or(&[TASK]),
        day("Beginnt am", MET, Style::DmyBare('.')).or(&[DUE]),
        other("Beginnt um", |m| clock(m, 0)).or(&[MET, DUE]),
        day("Endet am", ENDED, Style::DmyBare('.')).or(&[KEPT]),
        other("Endet um", |m| clock(m, 1)).or(&[ENDED]),
        free("Ganztägiges Ereignis", &["Aus"]),
        free("Erinnerung Ein/Aus", &["Ein", "Ein", "Aus"]),
        other("Erinnerung am", |m| m.day(Style::DmyBare('.'))).or(&[REMINDER]),
        other("Erinnerung um", |m| clock(m, 0)).or(&[REMINDER]),
        free("Besprechungsplanung", &["Claudia Ebert", "Lars Otto"]).or(&[TALK_BY, ASSIGNEE, TALKER, OWNER]),
        talker("Erforderliche Teilnehmer").gaps(20),
        other("Optionale Teilnehmer", |m| m.spouse()).or(&[TALKER, SPOUSE]).gaps(85),
        empty("Besprechungsressourcen"),
        empty("Abrechnungsinformationen"),
        list(
            "Beschreibung",
            BODY,
            &["Schlüssel beim Hausmeister", "Finanzierung steht", "Unterlagen mitbringen:\nGrundriss, Energieausweis"],
        )
        .or(&[TASK_NOTES, NOTES])
        .gaps(40),
        free("Kategorien", &["Verkauf", "Vermietung", "Verkauf;Wichtig"]).or(&[TAGS]).gaps(30),
        house("Ort").or(&[WHOLE, KEPT]).gaps(10),
        free("Priorität", &["Normal", "Normal", "Hoch"]).or(&[PRIORITY]),
        free("Privat", &["Aus", "Aus", "Ein"]).or(&[PRIVATE]),
        empty("Reisekilometer"),
        free("Vertraulichkeit", &["Normal"]),
        free("Zeitspanne zeigen als", &["2", "2", "1"]),
    ];
    let mut sheet = sheet("Kalender.CSV", "interaction", Market::Germany, columns);
    sheet.entity_accept = &["task"];
    sheet.quotes = Quotes::Always;
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.rows = 98;
    sheet
}

/// Calls of a telephone in the cloud, with its line at one end of each.
pub(super) fn line_calls() -> Sheet {
    let columns = vec![
        free("line", &["Sales London", "Lettings London"]).or(&[CHANNEL]),
        other("date (TZ offset incl.)", |m| m.day(Style::Iso)).or(&[MET]),
        other("time (TZ offset incl.)", |m| Cell::plain(format!("{:02}:{:02}:12", 8 + m.d.below(11), m.d.below(60))))
            .or(&[MET]),
        free("number timezone", &["Europe/London"]),
        moment("datetime (UTC)", MET, |m| {
            let day = m.met();
            database(m, day)
        })
        .or(&[KEPT]),
        free("country_code", &["GB", "GB", "GB", "AE"]).or(&[COUNTRY]),
        // The client is at the other end of the line.
        turn("direction", DIRECTION, &["outbound", "inbound"]),
        col("from", PHONE, |m| end_of_call(m, true)).or(&[TALKER, KEPT]).or_ask(),
        col("to", PHONE, |m| end_of_call(m, false)).or(&[TALKER, KEPT]).or_ask(),
        list("answered", OUTCOME, &["Yes", "Yes", "No"]).or(&[KEPT]),
        free("missed_call_reason", &["no_available_agent", "short_abandoned", "out_of_opening_hours"])
            .or(&[OUTCOME])
            .gaps(75),
        speaker("user", &["Harriet Mortimer", "Kit Ellery", "Magnus Whitlock"]).gaps(15),
        other("duration (total)", |m| Cell::plain((14 + m.row * 47 % 611).to_string())).or(&[DURATION]),
        col("duration (in call)", DURATION, |m| Cell::plain((m.row * 47 % 611).to_string())).or(&[KEPT]),
        free("via", &["desktop", "mobile", "external"]),
        other("voicemail", |m| Cell::plain(format!("https://calls.example/vm/{}.mp3", token(m, 10))))
            .or(&[RECORDING])
            .gaps(88),
        free("tags", &["viewing booked", "vendor", "wrong number", "call back"]).or(&[TAGS, OUTCOME]).gaps(45),
        free("teams", &["Sales", "Lettings"]),
        empty("IVR branch"),
        said("comments", &["Wants to view Saturday", "Asked for the floor plan", "Left message with partner"]).gaps(60),
    ];
    let mut sheet = sheet("calls_export.csv", "interaction", Market::Britain, columns);
    sheet.entity_accept = &["person"];
    sheet.again = 9;
    sheet.rows = 160;
    sheet
}

/// Calls to the numbers that a team in India prints on its boards, in the words of the interface for programs.
pub(super) fn cloud_calls() -> Sheet {
    // Every moment of a row lies on one day, some minutes apart.
    fn at(m: &mut Maker, after: usize) -> Cell {
        let day = m.met().iso();
        let (h, min) = (9 + m.row * 7 % 10, m.row * 11 % 38 + after);
        Cell::of(
            format!("{day} {h:02}:{min:02}:{:02}", m.row % 60),
            Kind::Date,
            json!(format!("{day}T{h:02}:{min:02}")),
        )
    }
    let columns = vec![
        col("Sid", TALK_ID, |m| Cell::plain(token(m, 32))),
        empty("ParentCallSid"),
        other("DateCreated", |m| at(m, 0)).or(&[MET, CREATED]),
        other("DateUpdated", |m| at(m, 21)).or(&[UPDATED]),
        free("To", &["09000000411", "09000000412", "09000000415"]).or(&[PHONE, TALK_BY, TALKER]),
        col("From", PHONE, |m| {
            let p = m.p.mobile.clone();
            phone(format!("0{}", p.national), &[&p])
        })
        .or(&[TALKER]),
        talker("CallerName").gaps(55),
        free("PhoneNumberSid", &["08040000711", "08040000712"]).or(&[PHONE]),
        list("Status", OUTCOME, &["completed", "completed", "no-answer", "busy", "failed"]),
        moment("StartTime", MET, |m| at(m, 0)),
        moment("EndTime", ENDED, |m| at(m, 7)).gaps(10),
        count("Duration", DURATION, 4, 640).gaps(15),
        free("Price", &["0.65", "1.30", "1.95"]).gaps(15),
        list("Direction", DIRECTION, &["inbound", "inbound", "outbound-api"]),
        free("AnsweredBy", &["human"]).gaps(70),
        empty("ForwardedFrom"),
        col("RecordingUrl", RECORDING, |m| Cell::plain(format!("https://rec.example/{}.mp3", token(m, 16)))).gaps(30),
    ];
    let mut sheet = sheet("call-details-report.csv", "interaction", Market::India, columns);
    sheet.entity_accept = &["person"];
    sheet.again = 10;
    sheet.rows = 180;
    sheet
}

/// What buyers and tenants wrote to a desk for tickets, with who wrote.
pub(super) fn tickets() -> Sheet {
    fn hours(header: &str) -> Column {
        other(header, |m| Cell::plain(format!("{:02}:{:02}:{:02}", m.d.below(60), m.d.below(60), m.d.below(60))))
    }
    fn at(header: &str) -> Column {
        other(header, |m| {
            let day = later(m);
            database(m, day)
        })
    }
    let columns = vec![
        code("Ticket ID", TASK_ID, "", 4_021).or(&[TALK_ID]),
        list(
            "Subject",
            TASK,
            &[
                "AC not cooling",
                "Handover appointment",
                "Query on service charge",
                "Copy of SPA needed",
                "Interested in phase 2",
            ],
        )
        .or(&[SUBJECT]),
        list("Status", TASK_STATUS, &["Open", "Pending", "Resolved", "Closed"]).or(&[OUTCOME]),
        list("Priority", PRIORITY, &["Low", "Medium", "High", "Urgent"]),
        free("Source", &["Portal", "Email", "Phone", "WhatsApp"]).or(&[CHANNEL, SOURCE]),
        free("Type", &["Maintenance", "Handover", "Sales enquiry", "Accounts"]).or(&[TAGS]).gaps(10),
        doer("Agent", &["Ghada Issa", "Karim Aoun", "Zeina Nasser"]).or(&[TALK_BY]).gaps(10),
        free("Group", &["Customer care", "Sales", "Accounts"]),
        other("Created time", |m| {
            let day = m.met();
            database(m, day)
        })
        .or(&[CREATED, MET]),
        moment("Due by Time", DUE, |m| {
            let day = m.soon();
            database(m, day)
        }),
        moment("Resolved time", DONE, |m| {
            let day = later(m);
            database(m, day)
        })
        .or(&[KEPT])
        .gaps(40),
        at("Closed time").or(&[DONE]).gaps(55),
        at("Last update time").or(&[UPDATED, ACTIVE]),
        at("Initial response time").gaps(20),
        hours("Time tracked"),
        hours("First response time (in hrs)"),
        hours("Resolution time (in hrs)").gaps(40),
        tally("Agent interactions", 0, 6),
        tally("Customer interactions", 0, 6),
        free("Resolution status", &["Within SLA", "SLA Violated"]).gaps(40),
        free("First response status", &["Within SLA", "SLA Violated"]).gaps(20),
        free("Tags", &["snagging", "phase 2", "refund"]).or(&[TAGS]).gaps(70),
        empty("Survey results"),
        task_contact("Full name").or(&[TALKER]),
        empty("Title").or(&[JOB, PREFIX]),
        mail("Email").gaps(5),
        desk("Work phone", Dial::World).gaps(80),
        tel("Mobile phone", Dial::Packed).gaps(30),
        empty("Twitter ID").or(&[SOCIAL]),
        free("Time zone", &["Abu Dhabi", "Abu Dhabi", "London"]),
        list("Language", LANGUAGE, &["English", "English", "Arabic"]),
        other("Contact ID", |m| Cell::plain((82_000_100 + m.row * 41).to_string())).or(&[ID]),
    ];
    let mut sheet = sheet("tickets.csv", "task", Market::Emirates, columns);
    sheet.entity_accept = &["interaction", "person"];
    sheet.abroad = (vec![Market::India, Market::Britain], 30);
    sheet.again = 6;
    sheet.rows = 126;
    sheet
}
