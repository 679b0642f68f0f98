//! What telephones, diaries and lists of activities hand out.

use super::*;

/// The office's own line at one end of a call, the client's number at the other.
fn end_of_line(m: &mut Maker, from: bool) -> Cell {
    // Calls come in but for every third.
    if (m.row % 3 == 2) == from {
        let line = Phone { cc: "1", national: format!("20655501{:02}", 90 + m.row % 2), trunk: "" };
        let n = &line.national;
        return phone(format!("({}) {}-{}", &n[..3], &n[3..6], &n[6..]), &[&line]);
    }
    m.tel(Dial::Home)
}

/// The calls of an office in America, as its telephone in the cloud lists them.
pub(super) fn call_log() -> Sheet {
    let columns = vec![
        turn("Direction", DIRECTION, &["Incoming", "Incoming", "Outgoing"]),
        free("Type", &["Voice"]).or(&[CHANNEL]),
        col("From", PHONE, |m| end_of_line(m, true)).or(&[TALKER, KEPT]).or_ask(),
        col("To", PHONE, |m| end_of_line(m, false)).or(&[TALKER, KEPT]).or_ask(),
        free("Extension", &["101 - Heidi Porter", "102 - Shane Maddox", "104 - Tessa Greer"])
            .or(&[TALK_BY, ASSIGNEE, OWNER])
            .gaps(10),
        empty("Forwarded To").or(&[PHONE]),
        talker("Name").gaps(40),
        day("Date", MET, Style::Mdy('/')),
        other("Time", hour).or(&[MET]),
        free("Action", &["Phone Call", "VoIP Call", "FindMe"]).or(&[CHANNEL]),
        list("Action Result", OUTCOME, &["Accepted", "Call connected", "Missed", "Voicemail", "No Answer"]),
        free(
            "Result Description",
            &["The call connected to and was accepted by this number", "No answer was received"],
        )
        .or(&[OUTCOME, BODY])
        .gaps(55),
        empty("Reason"),
        empty("Reason Description"),
        col("Duration", DURATION, |m| Cell::plain(format!("0:{:02}:{:02}", m.row * 5 % 21, m.d.below(60)))),
        free("Included", &["0"]),
        free("Purchased", &["0"]),
    ];
    let mut sheet = sheet("CallLog_20260302-101544.csv", "interaction", Market::America, columns);
    sheet.entity_accept = &["person"];
    sheet.bom = true;
    sheet.crlf = true;
    sheet.again = 9;
    sheet.rows = 168;
    sheet
}

/// Calls that a team in India keeps in its suite, with the keys of the rows that each belongs to.
pub(super) fn suite_calls() -> Sheet {
    fn key(header: &str, from: usize) -> Column {
        other(header, move |m| Cell::plain(format!("zcrm_61520340000{:05}", from + m.d.below(300))))
    }
    let columns = vec![
        col("Record Id", TALK_ID, |m| Cell::plain(format!("zcrm_61520340000{:05}", 51_002 + m.row * 9))).or(&[KEPT]),
        key("Call Owner.id", 10_000),
        speaker("Call Owner", &["Prerna Bajaj", "Tushar Oak", "Faizan Merchant"]),
        list("Call Type", DIRECTION, &["Outbound", "Outbound", "Inbound", "Missed"]),
        moment("Call Start Time", MET, |m| {
            let day = m.met();
            database(m, day)
        }),
        col("Call Duration", DURATION, |m| Cell::plain(format!("{:02}:{:02}", m.row * 3 % 14, m.row * 7 % 60)))
            .or(&[KEPT]),
        other("Call Duration (in seconds)", |m| Cell::plain((m.row * 3 % 14 * 60 + m.row * 7 % 60).to_string()))
            .or(&[DURATION]),
        key("Contact Name.id", 40_000),
        talker("Contact Name").gaps(8),
        key("Related To.id", 70_000).gaps(40),
        other("Related To", |m| {
            let project = m.d.word(&["Oakridge Towers", "Larkspur Greens", "Redstone Villas"]);
            Cell::plain(format!("{} - {project}", m.p.family))
        })
        .or(&[DEAL, SUBJECT])
        .gaps(40),
        col("Subject", SUBJECT, |m| Cell::plain(format!("Call scheduled with {} {}", m.p.given, m.p.family)))
            .or(&[TASK]),
        free("Call Purpose", &["Prospecting", "Negotiation", "Site visit", "Payment follow up"])
            .or(&[SUBJECT])
            .gaps(15),
        free("Call Agenda", &["Share cost sheet", "Fix visit for Sunday", "Ask about home loan"])
            .or(&[SUBJECT, BODY])
            .gaps(55),
        list("Call Result", OUTCOME, &["Interested", "Not interested", "No response/Busy", "Requested call back"])
            .gaps(10),
        said("Description", &["Wants 3 BHK on a higher floor", "Comparing with a resale flat", "Will talk to father"])
            .gaps(45),
        free("Outgoing Call Status", &["Completed", "Scheduled", "Cancelled"]).or(&[OUTCOME, TASK_STATUS]).gaps(30),
        col("Dialled Number", PHONE, |m| m.tel(Dial::Packed)).or(&[TALKER, KEPT]).gaps(12),
        col("Voice Recording", RECORDING, |m| Cell::plain(format!("https://media.example/rec/{}.mp3", token(m, 14))))
            .gaps(60),
        other("Created Time", |m| {
            let day = m.met();
            database(m, day)
        })
        .or(&[CREATED, MET]),
        other("Modified Time", |m| {
            let day = later(m);
            database(m, day)
        })
        .or(&[UPDATED, ACTIVE]),
        free("Tag", &["NRI", "Oakridge", "Repeat"]).or(&[TAGS]).gaps(70),
    ];
    let mut sheet = sheet("Calls_2026_03_02.csv", "interaction", Market::India, columns);
    sheet.entity_accept = &["person", "task"];
    sheet.again = 8;
    sheet.rows = 142;
    sheet
}

/// Viewings and meetings that clients in the Gulf booked for themselves.
pub(super) fn bookings() -> Sheet {
    fn slot(m: &mut Maker, after: usize) -> Cell {
        let day = m.met();
        let (h, min) = (9 + m.row * 5 % 8, 30 * (m.row % 2) + after);
        let (h, min) = (h + min / 60, min % 60);
        let (half, hour) = (if h < 12 { "am" } else { "pm" }, if h > 12 { h - 12 } else { h });
        let text = format!("{} {hour}:{min:02} {half}", day.write(Style::MonDay));
        Cell::of(text, Kind::Date, json!(format!("{}T{h:02}:{min:02}", day.iso())))
    }
    let columns = vec![
        moment("Start Time", MET, |m| slot(m, 0)).or(&[DUE]),
        moment("End Time", ENDED, |m| slot(m, 45)).or(&[KEPT]),
        given("First Name"),
        family("Last Name"),
        tel("Phone", Dial::Packed).gaps(6),
        mail("Email"),
        list("Type", SUBJECT, &["Property viewing", "Video tour", "Valuation visit", "Office meeting"])
            .or(&[CHANNEL, TASK, KEPT]),
        free("Calendar", &["Carine - Sales", "Marwan - Sales", "Leasing desk"]).or(&[TALK_BY, ASSIGNEE, OWNER]),
        free("Appointment Price", &["0.00"]),
        free("Paid?", &["no"]),
        free("Amount Paid Online", &["0.00"]),
        empty("Certificate Code"),
        list("Notes", BODY, &["Bringing my wife", "Please send the location pin", "Second viewing"])
            .or(&[NOTES, TASK_NOTES])
            .gaps(60),
        other("Date Scheduled", |m| m.day(Style::Iso)).or(&[CREATED, MET]),
        free("Label", &["Confirmed", "Completed", "No-show"]).or(&[OUTCOME, TASK_STATUS, STATUS, TAGS]).gaps(35),
        free("Scheduled By", &["carine@example.com", "marwan@example.com"]).gaps(65),
        list(
            "Which property would you like to see?",
            PROPERTY,
            &["Summerhill Villa 12", "Fairhaven 2204", "Glenmore PH1"],
        )
        .or(&[PROJECT, PLACE, SUBJECT])
        .gaps(15),
        sum("What is your budget? (AED)", MAX, whole(900_000, 50_000, commas, "AED", true)).gaps(30),
        free("Date Rescheduled", &[""]).gaps(100),
        col("Appointment ID", TALK_ID, |m| Cell::plain((1_402_700_100_usize + m.row * 37).to_string()))
            .or(&[TASK_ID, KEPT]),
    ];
    let mut sheet = sheet("schedule2026-03-02.csv", "interaction", Market::Emirates, columns);
    sheet.entity_accept = &["person", "task"];
    sheet.abroad = (vec![Market::Britain, Market::India], 40);
    sheet.quotes = Quotes::Always;
    sheet.rows = 88;
    sheet
}

/// What a team in the Gulf has still to do, as a report of a large system saves it.
pub(super) fn open_activities() -> Sheet {
    fn lead(m: &Maker) -> bool {
        m.row % 3 == 1
    }
    let columns = vec![
        doer("Assigned", &["Elias Khoury", "Yara Haddad", "Ziad Rahal"]),
        list(
            "Subject",
            TASK,
            &["Call", "Send Quote", "Follow up on viewing", "Collect passport copy", "Email: payment plan"],
        )
        .or(&[SUBJECT]),
        ahead("Date", DUE, Style::DmyBare('/')).gaps(8),
        list("Priority", PRIORITY, &["Normal", "Normal", "High", "Low"]),
        list("Status", TASK_STATUS, &["Open", "In Progress", "Waiting on someone else", "Deferred"]),
        free("Task", &["1"]),
        // Whoever is not a client yet stands in a column of its own.
        col("Lead", TASK_CONTACT, |m| if lead(m) { m.full() } else { Cell::default() })
            .or(&[FULL, CONTACT, KEPT])
            .or_ask(),
        col("Contact", TASK_CONTACT, |m| if lead(m) { Cell::default() } else { m.full() }).or(&[FULL, CONTACT]),
        col("Company / Account", COMPANY, |m| if lead(m) { Cell::default() } else { company(m) })
            .or(&[FIRM, DEAL_FIRM, KEPT])
            .gaps(30),
        other("Opportunity", |m| {
            let what = m.d.word(&["Palm villa", "Downtown 2BR", "JVC investment"]);
            Cell::plain(if lead(m) { String::new() } else { format!("{} - {what}", m.p.family) })
        })
        .or(&[DEAL])
        .gaps(20),
        mail("Email").gaps(30),
        tel("Phone", Dial::World).gaps(30),
        free("Activity Type", &["Call", "Email", "Meeting"]).or(&[CHANNEL]).gaps(15),
        other("Created Date", |m| m.day(Style::DmyBare('/'))).or(&[CREATED]),
        other("Last Modified Date", |m| later(m).cell(Style::DmyBare('/'))).or(&[UPDATED, ACTIVE]),
        list("Full Comments", TASK_NOTES, &["Prefers WhatsApp", "In London till the 20th", "Needs mortgage advice"])
            .or(&[NOTES])
            .gaps(50),
        col("Activity ID", TASK_ID, |m| Cell::plain(format!("00T0900000ZZ{:03}", m.row))).or(&[KEPT]),
    ];
    let width = columns.len();
    let mut sheet = sheet("report1772440823.csv", "task", Market::Emirates, columns);
    sheet.entity_accept = &["interaction"];
    sheet.abroad = (vec![Market::Britain, Market::India], 35);
    sheet.quotes = Quotes::Always;
    sheet.below = vec![
        padded(&[], width),
        padded(&["Open Activities - Sales Team"], width),
        padded(&["Copyright (c) 2000-2026. All rights reserved."], width),
        padded(&["Confidential Information - Do Not Distribute"], width),
        padded(&["Generated By:  Elias Khoury  02/03/2026 12:40"], width),
    ];
    sheet.rows = 74;
    sheet
}

/// Appointments of an agency in Italy, out of the program that runs it.
pub(super) fn appointments_it() -> Sheet {
    fn clock(m: &Maker, after: usize) -> Cell {
        let at = 9 * 60 + m.row * 45 % 540 + after;
        Cell::plain(format!("{:02}:{:02}", at / 60, at % 60))
    }
    let columns = vec![
        ident("ID appuntamento", TALK_ID, "").or(&[TASK_ID, KEPT]),
        day("Data appuntamento", MET, Style::Dmy('/')).or(&[DUE, SEEN]),
        other("Ora inizio", |m| clock(m, 0)).or(&[MET, DUE]),
        other("Ora fine", |m| clock(m, 45)).or(&[ENDED]),
        list("Tipo appuntamento", SUBJECT, &["Visita immobile", "Acquisizione", "Incontro in ufficio", "Rogito"])
            .or(&[CHANNEL, TASK, KEPT]),
        talker("Cliente"),
        tel("Cellulare cliente", Dial::Home).gaps(10),
        mail("E-mail cliente").gaps(25),
        list("Codice immobile", LISTING, &["VIL-031", "APP-114", "APP-127", "ATT-009"]).gaps(15),
        house("Indirizzo immobile").gaps(15),
        free("Proprietario", &["Sig.ra Grassi", "Eredi Mancini", "Larkspur Homes Srl"]).gaps(30),
        speaker("Collaboratore", &["Federica", "Umberto", "Ilaria"]),
        free("Stato appuntamento", &["Confermato", "Effettuato", "Annullato", "Da confermare"])
            .or(&[OUTCOME, TASK_STATUS]),
        list("Esito visita", OUTCOME, &["Molto interessato", "Non interessato", "Ci pensa", "Farà proposta"])
            .or(&[INTEREST])
            .gaps(35),
        said("Commento", &["Cucina piccola", "Troppo caro", "Vuole tornare con la moglie"]).gaps(50),
        other("Inserito il", |m| m.day(Style::Dmy('/'))).or(&[CREATED]),
        free("Inserito da", &["Segreteria", "Federica"]),
    ];
    let mut sheet = sheet("appuntamenti_export.csv", "interaction", Market::Italy, columns);
    sheet.entity_accept = &["task", "person", "interest"];
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.rows = 96;
    sheet
}
