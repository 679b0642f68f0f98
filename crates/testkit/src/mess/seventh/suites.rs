//! Exports of systems and networks.

use super::*;

/// Connections of a network, a note above the header.
pub(super) fn connections() -> Sheet {
    let columns = vec![
        given("First Name").gaps(1),
        family("Last Name"),
        col("URL", SOCIAL, |m| Cell::plain(format!("https://network.example/in/sample-{:05x}", m.d.below(0x10_0000))))
            .or(&[WEBSITE]),
        mail("Email Address").gaps(94),
        firm("Company").gaps(3),
        job("Position").gaps(3),
        other("Connected On", blank_month).or(&[CREATED]),
    ];
    let mut sheet = sheet("contacts.csv", "person", Market::India, columns);
    sheet.above = lines(&[
        &["Notes:"],
        &[
            "Some e-mail addresses are missing: the file has only those of connections who allow that, as a setting says.",
        ],
    ]);
    sheet.rows = 300;
    sheet
}

/// Where contacts stand in the sequences of a sales tool; their names are in another table.
pub(super) fn sequences() -> Sheet {
    let columns = vec![
        other("contact_id", |m| Cell::plain(format!("con_{:03}", m.row + 1))).or(&[ID]),
        other("crm_contact_id", |m| Cell::plain(format!("crm_con_{:03}", m.row + 1))).or(&[ID]),
        key("account_id", "acc_", 30).or(&[FIRM_ID]),
        list("lifecycle_stage", STAGE, &["lead", "lead", "opportunity"]),
        list("owner", OWNER, &["unassigned", "alex.morgan", "public-sector-team"]).or(&[ASSIGNEE]),
        free("sequence_name", &["Digital Transformation Follow-up"]).or(&[CAMPAIGN]).gaps(75),
        free("sequence_status", &["not_enrolled", "not_enrolled", "active"]),
        day("last_touch_date", CONTACTED, Style::Iso).or(&[ACTIVE]).gaps(65),
        list("do_not_contact", BARRED, &["false", "false", "false", "true"]),
        free("email_status", &["valid", "valid", "bounced"]),
        other("duplicate_key", |m| m.email()).or(&[EMAIL]),
    ];
    let mut sheet = sheet("crm_contacts.csv", "person", Market::America, columns);
    sheet.rows = 60;
    sheet
}

/// Contacts at school districts; lists of what each may be written about.
pub(super) fn schools() -> Sheet {
    fn record(header: &str, before: &'static str) -> Column {
        other(header, move |m| {
            let id = token(m, 6);
            Cell::plain(format!("{before}0000{}", id.text))
        })
    }
    let columns = vec![
        record("Account ID", "001Zz").or(&[FIRM_ID]),
        col("Account Name", COMPANY, |m| Cell::plain(format!("{} School District", m.p.locality))).or(&[FIRM]),
        record("Contact ID", "003Zz").or(&[ID]),
        list("Salutation", PREFIX, &["Mr", "Ms", "Mrs", "Dr."]).gaps(60),
        given("First Name"),
        family("Last Name"),
        job("Title").gaps(8),
        free("Role", &["Technology Specialist", "Business Office", "District Leadership", "Other"])
            .or(&[JOB, TAGS, DEPARTMENT]),
        mail("Email").gaps(12),
        free("Navigator Communication", &["All", "5 Year State Assessment; Reading Levels"]).or(&[TAGS]).gaps(75),
        free("Planning Communication", &["Assessment Calendar; Data Locker", "District Data; SIS"])
            .or(&[TAGS])
            .gaps(65),
        free("Additional Responsibilities", &["MTSS Team; Data Team", "Testing Coordinator"])
            .or(&[TAGS, NOTES])
            .gaps(92),
    ];
    let mut sheet = sheet("salesforce_contacts.csv", "person", Market::America, columns);
    sheet.quotes = Quotes::Always;
    sheet.rows = 200;
    sheet
}

/// Calls and meetings of a system that calls everybody a business partner.
pub(super) fn activities() -> Sheet {
    fn start(m: &mut Maker) -> Cell {
        let day = m.soon();
        database(m, day)
    }
    let columns = vec![
        free("Activity", &["Phone Call", "Meeting"]).or(&[CHANNEL]),
        free("Recurrence", &["None"]).gaps(85),
        free("Type", &["General", "General", "Sales"]),
        col("Subject", TASK, |m| {
            let subject = *m.d.one_of(&["Follow-up on the offer", "Intro call", "Site meeting"]);
            name(subject.to_owned())
        })
        .or(&[SUBJECT]),
        list("Assigned To", TASK_FOR, &["User", "Kavya", "Uday"]).or(&[ASSIGNEE, OWNER]),
        free("Assigned By", &["Uday"]).gaps(80),
        list("Activity Stage", TASK_STATUS, &["Not Started", "Completed"]).or(&[OUTCOME]),
        free("Number", &["1364"]).or(&[TALK_ID]),
        other("BP Code", |m| m.full()).or(&[ID, FIRM_ID, FULL, TALKER]).gaps(35),
        free("BP Type", &["Lead"]).or(&[STAGE]),
        other("BP Name", |m| m.full()).or(&[FULL, FIRM, COMPANY, TALKER]).gaps(30),
        other("Contact Person", |m| m.full()).or(&[FULL, CONTACT, TALKER]).gaps(80),
        list("Priority", PRIORITY, &["Normal", "Normal", "High"]),
        free("Meeting Location", &["pune, maharashtra", "head office"]).gaps(75),
        free("Duration", &["1h 0m", "0h 30m"]).or(&[DURATION]),
        free("Reminder", &["15 Minutes"]).or(&[REMINDER]).gaps(60),
        free_moment("Start", start).or(&[MET, DUE]),
        free_moment("End", start).or(&[ENDED, DUE]),
        free("Stage", &["Lead", "Unknown", "Lead Generation"]).or(&[STAGE, DEAL_STAGE]),
    ];
    let mut sheet = sheet("activities.csv", "task", Market::India, columns);
    sheet.entity_accept = &["interaction"];
    sheet.rows = 60;
    sheet
}
