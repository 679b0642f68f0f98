//! What boards, planners, calendars and telephone exchanges hand out: tasks, meetings and calls.

use super::*;

/// The cards of a board, one list after the other.
pub(super) fn cards() -> Sheet {
    let columns = vec![
        col("Card ID", TASK_ID, |m| Cell::plain(token(m, 24))),
        list(
            "Card Name",
            TASK,
            &["Order sale board", "Book photographer", "Prepare brochure", "Chase solicitor", "Upload floor plan"],
        ),
        other("Card URL", |m| Cell::plain(format!("https://boards.example/c/{}", token(m, 8)))),
        list(
            "Card Description",
            TASK_NOTES,
            &["Keys at reception", "Vendor wants it live by Friday,\nno weekend viewings", "See email from Nell"],
        )
        .or(&[NOTES])
        .gaps(45),
        free("Labels", &["Sales (green)", "Lettings (blue)", "Urgent (red), Sales (green)"])
            .or(&[TAGS, PRIORITY])
            .gaps(30),
        doer("Members", &["rorysedgwick", "isobel_k", "rorysedgwick, isobel_k"]).gaps(20),
        moment("Due Date", DUE, |m| {
            let day = m.soon();
            iso(m, day, ".000Z")
        })
        .gaps(25),
        free("List ID", &["64f0aa01", "64f0aa02", "64f0aa03"]),
        list("List Name", TASK_STATUS, &["To do", "Doing", "Waiting", "Done"]).or(&[KEPT]),
        free("Board Name", &["Office board"]),
        free("Archived", &["false", "false", "true"]).or(&[TASK_STATUS]),
    ];
    let mut sheet = sheet("office-board.csv", "task", Market::Britain, columns);
    sheet.rows = 92;
    sheet
}

/// The tasks of a project, with those beneath others.
pub(super) fn projects() -> Sheet {
    let columns = vec![
        code("Task ID", TASK_ID, "12058", 77_001_230),
        other("Created At", |m| m.day(Style::Iso)).or(&[CREATED]),
        col("Completed At", DONE, |m| later(m).cell(Style::Iso)).gaps(55),
        other("Last Modified", |m| later(m).cell(Style::Iso)).or(&[UPDATED]),
        list(
            "Name",
            TASK,
            &["Draft listing copy", "Order appraisal", "Send CMA to seller", "Schedule open house", "Confirm staging"],
        ),
        list("Section/Column", TASK_STATUS, &["Backlog", "This week", "Waiting", "Done"]).or(&[KEPT]),
        doer("Assignee", &["Lydia Tate", "Mason Pruitt", "Nora Kessler"]).gaps(12),
        free("Assignee Email", &["lydia@example.com", "mason@example.com", "nora@example.com"])
            .or(&[TASK_FOR, ASSIGNEE])
            .gaps(12),
        other("Start Date", |m| later(m).cell(Style::Iso)).gaps(75),
        ahead("Due Date", DUE, Style::Iso).gaps(15),
        free("Tags", &["marketing", "closing, urgent", "photos"]).or(&[TAGS, PRIORITY]).gaps(60),
        list(
            "Notes",
            TASK_NOTES,
            &["Ask Quinn for lockbox code", "Seller prefers \"coming soon\" first", "2nd reminder"],
        )
        .or(&[NOTES])
        .gaps(50),
        free("Projects", &["Listings Q3", "Closings"]).or(&[PROJECT, TAGS]),
        free("Parent task", &["412 Juniper Ln", "88 Walnut St"]).or(&[TASK, PLACE, PROPERTY]).gaps(70),
    ];
    let mut sheet = sheet("Listings_Q3.csv", "task", Market::America, columns);
    sheet.bom = true;
    sheet.rows = 118;
    sheet
}

/// Tasks as a planner of a suite for offices takes them in.
pub(super) fn planner() -> Sheet {
    let columns = vec![
        list(
            "Task Name",
            TASK,
            &[
                "Form A signature",
                "Trakheesi permit renewal",
                "Call tenant about notice",
                "Snagging with owner",
                "NOC request",
            ],
        ),
        free("Bucket Name", &["Sales", "Leasing", "Admin"]).or(&[TAGS]),
        list("Progress", TASK_STATUS, &["Not started", "In progress", "Completed"]),
        list("Priority", PRIORITY, &["Urgent", "Important", "Medium", "Low"]),
        doer("Assigned To", &["hala@example.com", "bilal@example.com", "hala@example.com;bilal@example.com"]).gaps(10),
        other("Start Date", |m| later(m).cell(Style::Mdy('/'))).gaps(45),
        ahead("Due Date", DUE, Style::Mdy('/')).gaps(10),
        list("Notes", TASK_NOTES, &["Original title deed needed", "Owner in London until 20th", "Ask for DEWA bill"])
            .or(&[NOTES])
            .gaps(50),
        free("Checklist Items", &["Passport copy;Title deed", "Photos;Floor plan;Permit"]).or(&[TASK_NOTES]).gaps(65),
    ];
    let mut sheet = sheet("Plan - Agency tasks.csv", "task", Market::Emirates, columns);
    sheet.rows = 66;
    sheet
}

/// Viewings and meetings, in the columns that a calendar on the web takes in.
pub(super) fn calendar() -> Sheet {
    let columns = vec![
        col("Subject", SUBJECT, |m| {
            let what = m.d.word(&["Viewing", "2nd viewing", "Valuation", "Meeting", "Key handover"]);
            Cell::plain(format!("{what} - {} {}", m.p.given, m.p.family))
        })
        .or(&[TASK]),
        day("Start Date", MET, Style::Mdy('/')).or(&[DUE]),
        other("Start Time", hour).or(&[MET, DUE]),
        day("End Date", ENDED, Style::Mdy('/')).or(&[KEPT]),
        other("End Time", hour).or(&[ENDED]),
        free("All Day Event", &["False", "False", "False", "True"]),
        list("Description", BODY, &["Bring keys, tenant at work", "Cash buyer", "Wants to see garage too"])
            .or(&[TASK_NOTES, NOTES])
            .gaps(40),
        house("Location").or(&[WHOLE, KEPT]).gaps(15),
        list("Private", PRIVATE, &["False", "False", "True"]).or(&[KEPT]),
    ];
    let mut sheet = sheet("calendar.csv", "interaction", Market::America, columns);
    sheet.entity_accept = &["task"];
    sheet.rows = 96;
    sheet
}

/// Meetings that clients booked through a page.
pub(super) fn meetings() -> Sheet {
    // Every meeting of a row lasts half an hour.
    fn shown(m: &mut Maker, day: Day, after: usize) -> Cell {
        let halves = 18 + m.row * 5 % 17 + after;
        let (h, min) = (halves / 2, 30 * (halves % 2));
        let (half, hour) = (if h < 12 { "am" } else { "pm" }, if h > 12 { h - 12 } else { h });
        let value = serde_json::json!(format!("{}T{h:02}:{min:02}", day.iso()));
        Cell::of(format!("{} {hour:02}:{min:02} {half}", day.iso()), Kind::Date, value)
    }
    let columns = vec![
        speaker("User Name", &["Preston Hollis", "Janelle Novak", "Derek Gorman"]),
        free("Team", &["Buyer team", "Listing team"]).gaps(40),
        talker("Invitee Name"),
        given("Invitee First Name"),
        family("Invitee Last Name"),
        mail("Invitee Email"),
        free(
            "Invitee Time Zone",
            &["Central Time - US & Canada", "Pacific Time - US & Canada", "Eastern Time - US & Canada"],
        ),
        list("Invitee accepted marketing emails", BY_EMAIL, &["Yes", "No"]).or(&[KEPT]).gaps(50),
        tel("Text Reminder Number", Dial::World).gaps(35),
        list("Event Type Name", SUBJECT, &["Buyer consultation", "Listing appointment", "15 min intro call"])
            .or(&[CHANNEL, TASK]),
        moment("Start Date & Time", MET, |m| {
            let day = m.met();
            shown(m, day, 0)
        })
        .or(&[DUE]),
        moment("End Date & Time", ENDED, |m| {
            let day = m.met();
            shown(m, day, 1)
        }),
        free("Location", &["Zoom", "Office - 2nd floor", "Phone call"]).or(&[CHANNEL, PLACE]),
        other("Event Created Date & Time", |m| {
            let day = Day { year: m.p.met.year - 1, ..m.met() };
            shown(m, day, 3)
        })
        .or(&[CREATED]),
        free("Canceled", &["false", "false", "false", "true"]).or(&[OUTCOME, TASK_STATUS]),
        free("Canceled By", &["Invitee", "Host"]).gaps(85),
        free("Cancellation reason", &["Conflict at work", "Found another home"]).or(&[OUTCOME, LOST_BECAUSE]).gaps(88),
        free("Question 1", &["What would you like to talk about?"]),
        list("Response 1", BODY, &["Selling my condo", "First home, need lender", "Relocating in June"])
            .or(&[NOTES, KEPT])
            .gaps(30),
        list("UTM Campaign", CAMPAIGN, &["spring-sellers", "relocation"]).or(&[KEPT]).gaps(70),
        list("UTM Source", SOURCE, &["instagram", "google", "newsletter"]).or(&[DETAIL, KEPT]).gaps(65),
        free("UTM Medium", &["social", "cpc", "email"]).or(&[DETAIL, SOURCE]).gaps(65),
        empty("UTM Term"),
        empty("UTM Content"),
        empty("Salesforce UUID"),
        empty("Event Price"),
        empty("Payment Currency"),
        other("Guest Email(s)", |m| m.second_email()).or(&[EMAIL, TALKER]).gaps(85),
        free("Invitee Reconfirmed", &["false", "true"]),
        free("Marked as No-Show", &["No", "No", "No", "Yes"]).or(&[OUTCOME]),
        list("Meeting Notes", BODY, &["Pre-approved to 650k", "Send comps for Ballard", "Spouse joins next time"])
            .or(&[NOTES, KEPT])
            .gaps(60),
        free("Group", &["false"]),
        free("User Email", &["preston@example.com", "janelle@example.com", "derek@example.com"])
            .or(&[TALK_BY, ASSIGNEE]),
        col("Event UUID", TALK_ID, |m| Cell::plain(token(m, 16))).or(&[KEPT]),
        other("Invitee UUID", |m| Cell::plain(token(m, 16))).or(&[ID, TALK_ID]),
        empty("Invitee scheduled by"),
        empty("Scheduling method"),
    ];
    let mut sheet = sheet("events-export.csv", "interaction", Market::America, columns);
    sheet.entity_accept = &["person", "task"];
    sheet.again = 6;
    sheet.rows = 104;
    sheet
}

/// Calls that came in, as an exchange for offices lists them.
pub(super) fn exchange() -> Sheet {
    let columns = vec![
        moment("Call Date", MET, |m| {
            let day = m.met();
            database(m, day)
        }),
        col("Recording", RECORDING, |m| Cell::plain(format!("q-600-{}.wav", token(m, 8)))).or(&[KEPT]).gaps(30),
        other("System", |m| Cell::plain(format!("17{}.{}", 40_000_000 + m.row * 911, 200 + m.row))).or(&[TALK_ID]),
        free("Src Chan.", &["SIP/trunk-1", "SIP/trunk-2"]),
        col("Source", PHONE, |m| m.tel(Dial::Packed)).or(&[TALKER]),
        other("DID", |m| Cell::plain(format!("0207946{:04}", 100 + m.d.below(3)))).or(&[PHONE]),
        free("App.", &["Dial", "Queue", "VoiceMail"]),
        free("Dest.", &["201", "202", "205", "s"]).or(&[TALK_BY, PHONE]),
        free("Dst. Chan.", &["SIP/201", "SIP/202", "SIP/205"]).gaps(25),
        list("Disposition", OUTCOME, &["ANSWERED", "ANSWERED", "NO ANSWER", "BUSY"]),
        col("Duration", DURATION, |m| Cell::plain(format!("{:02}:{:02}", m.d.below(20), m.d.below(60)))),
        empty("Userfield"),
        empty("Account"),
    ];
    let mut sheet = sheet("cdr__search.csv", "interaction", Market::Britain, columns);
    sheet.entity_accept = &["person"];
    sheet.quotes = Quotes::Always;
    sheet.again = 10;
    sheet.rows = 190;
    sheet
}
