//! Deals, tasks, calls, companies: rows that are no people.

use super::super::hand::{Dial, dollars};
use super::super::maker::Clock;
use super::super::people::Market;
use super::super::shapes::*;
use super::super::sheet::{Quotes, Sheet, col, other};
use super::super::value::{Cell, Kind, Style, indian};

/// An American office's transactions: clean.
pub(super) fn transactions() -> Sheet {
    let columns = vec![
        col("Transaction ID‖File #", "opportunity.external_id", |m| m.code("TX-", 5501)),
        col("Transaction Name", "opportunity.name", |m| Cell::plain(format!("{} Maple Terrace", 100 + m.row))),
        col("Transaction Status‖Status", "opportunity.status", |m| {
            m.text(&["Active", "Pending", "Closed", "Cancelled"])
        })
        .or(&["opportunity.stage"]),
        other("Side", |m| m.text(&["Buyer", "Listing"])).or(&["opportunity.pipeline"]),
        col("Client Name", "opportunity.contact", |m| m.full()).or(&[FULL]),
        col("Client Email", EMAIL, |m| m.email()).gaps(10),
        col("Client Phone", PHONE, |m| m.tel(Dial::Home)).gaps(10),
        other("List Price", |m| m.sum(280_000, 5_000, dollars, "USD", true))
            .or(&["interest.property.price", "opportunity.amount"]),
        col("Sale Price‖Contract Price", "opportunity.amount", |m| m.sum(280_000, 5_000, dollars, "USD", true))
            .gaps(15),
        other("Commission %", |m| m.text(&["2.5", "3", "2.75"])),
        other("GCI", |m| m.sum(7_000, 250, dollars, "USD", true)),
        col("Contract Date", "opportunity.created_at", |m| m.day(Style::Mdy('/')))
            .or(&["opportunity.won_at", "custom.*"])
            .or_ask(),
        col("Est. Closing Date‖Expected Closing", "opportunity.close_date", |m| m.ahead(Style::Mdy('/'))),
        col("Actual Closing Date", "opportunity.won_at", |m| m.day(Style::Mdy('/')))
            .or(&["opportunity.close_date", "custom.*"])
            .gaps(60),
        col("Agent‖Primary Agent", "opportunity.owner", |m| m.text(&["Loretta D", "Jarvis"])),
        col("Lead Source", "opportunity.source", |m| m.text(&["Sphere", "Portal", "Sign call"])).or(&[SOURCE]),
    ];
    let mut sheet = super::sheet("transactions_2025.csv", "opportunity", Market::America, columns);
    sheet.rows = 90;
    sheet
}

/// A team's tasks: clean.
pub(super) fn tasks() -> Sheet {
    let columns = vec![
        col("Task ID", "task.external_id", |m| m.code("T-", 100)),
        col("Subject‖Task Name", "task.title", |m| m.text(&["Send floor plan", "Follow up call", "Collect cheque"])),
        col("Due Date", "task.due_at", |m| m.ahead(Style::Dmy('/'))),
        col("Status‖Task Status", "task.status", |m| m.text(&["Not Started", "In Progress", "Completed"])),
        col("Priority", "task.priority", |m| m.text(&["High", "Medium", "Low"])),
        col("Assigned To‖Assignee", "task.assignee", |m| m.text(&["Ritu Saha", "Pawan"])),
        col("Related Contact‖Related To (Contact)", "task.contact", |m| m.full()).gaps(10),
        col("Contact Mobile", PHONE, |m| m.tel(Dial::World)).gaps(20),
        col("Reminder", "task.reminder_at", |m| {
            let day = m.soon();
            m.moment(day, Style::Dmy('/'), Clock::Minutes)
        })
        .gaps(50),
        col("Completed On‖Date Completed", "task.done_at", |m| m.day(Style::Dmy('/'))).gaps(60),
        other("Created By", |m| m.text(&["System", "Neha K"])),
        col("Comments", "task.description", |m| m.remark()).gaps(50),
    ];
    let mut sheet = super::sheet("My Team Tasks.csv", "task", Market::India, columns);
    sheet.crlf = true;
    sheet
}

/// A telephone system's log: every row is a call.
pub(super) fn calls() -> Sheet {
    let columns = vec![
        other("Call ID", |m| m.code("c-", 900_001)).or(&["interaction.external_id", "task.external_id"]),
        col("Start Time", "interaction.at", |m| {
            let day = m.met();
            m.moment(day, Style::Iso, Clock::Seconds)
        })
        .or(&["task.done_at", "task.due_at"])
        .or_ask(),
        col("End Time", "interaction.ended_at", |m| {
            let day = m.met();
            Cell::plain(m.moment(day, Style::Iso, Clock::Seconds).text)
        })
        .or(&["custom.*"])
        .or_ask(),
        col("Call Direction‖Direction", "interaction.direction", |m| m.text(&["Inbound", "Outbound"]))
            .or(&["custom.*"])
            .or_ask(),
        col("Customer Number‖Customer No.", PHONE, |m| m.tel(Dial::Packed)),
        col("Customer Name", FULL, |m| m.full()).or(&["task.contact", "interaction.participant[]"]).gaps(30),
        other("Virtual Number", |_| Cell::plain("+913340000000")),
        other("Agent Number", |m| m.text(&["+919830000001", "+919830000002"])),
        col("Agent Name", "task.assignee", |m| m.text(&["Puja", "Sourav"])).or(&[ASSIGNEE, OWNER, "custom.*"]).or_ask(),
        col("Call Duration (sec)‖Talk Time (sec)", "interaction.duration", |m| m.number(0, 900))
            .or(&["custom.*"])
            .or_ask(),
        col("Call Status‖Disposition", "interaction.outcome", |m| m.text(&["Answered", "Missed", "Busy"]))
            .or(&["task.status", "custom.*"])
            .or_ask(),
        col("Recording URL", "interaction.media_ref", |m| {
            Cell::plain(format!("https://calls.example/{}.mp3", 900_001 + m.row))
        })
        .or(&["custom.*"])
        .or_ask()
        .gaps(30),
        col("Call Notes", "interaction.body", |m| m.remark()).or(&["task.description", NOTES]).or_ask().gaps(60),
    ];
    let mut sheet = super::sheet("call_logs_week7.csv", "interaction", Market::India, columns);
    sheet.entity_accept = &["task"];
    sheet.again = 25;
    sheet.rows = 300;
    sheet
}

/// An accounting program's ledger of parties, with its letterhead and its total.
pub(super) fn ledger() -> Sheet {
    let columns = vec![
        col("Party Code", "account.external_id", |m| m.code("P", 101)),
        col("Party‖Particulars", "account.name", |m| Cell::plain(format!("{} {}", m.p.company, 1 + m.row))),
        col("GST No.", "account.registration_id", |m| Cell::plain(format!("19AAAX{:04}A1Z0", m.row))).gaps(25),
        other("Under Group", |m| m.text(&["Sundry Debtors", "Sundry Creditors"])).or(&["account.type"]),
        col("Contact Person", FULL, |m| m.name_by_hand()).gaps(20),
        col("Phone No.", "account.phone[]", |m| m.tel(Dial::Mixed)).or(&[PHONE]).gaps(15),
        col("E-Mail ID", "account.email[]", |m| m.email()).or(&[EMAIL]).gaps(40),
        col("Place", "account.address[].city", |m| Cell::plain(m.p.city)),
        other("Opening Balance", |m| Cell::plain(format!("{}.00 Dr", indian(2_000 + 500 * m.d.below(900) as u64))))
            .gaps(20),
        other("Closing Balance", |m| Cell::plain(format!("{}.00 Cr", indian(2_000 + 500 * m.d.below(900) as u64))))
            .gaps(20),
        other("Credit Days", |m| m.text(&["15", "30", "45"])).gaps(30),
    ];
    let width = columns.len();
    let mut sheet = super::sheet("PartyLedger.csv", "account", Market::India, columns);
    sheet.above = vec![
        padded(&["Marigold Buildcon"], width),
        padded(&["Group Summary"], width),
        padded(&["1-Apr-2025 to 31-Jan-2026"], width),
    ];
    sheet.below =
        vec![padded(&["Grand Total", "", "", "", "", "", "", "", "14,25,500.00 Dr", "9,75,000.00 Cr"], width)];
    sheet.crlf = true;
    sheet.rows = 85;
    sheet
}

/// A British office agent's companies: clean.
pub(super) fn companies() -> Sheet {
    let columns = vec![
        col("Company ID", "account.external_id", |m| m.code("CO", 1200)),
        col("Company Name", "account.name", |m| Cell::plain(format!("{} {}", m.p.company, 1 + m.row))),
        col("Trading As‖Legal Name", "account.legal_name", |m| Cell::plain(format!("{} Trading Ltd", m.p.company)))
            .or(&["custom.*", "account.name"])
            .gaps(60),
        col("Companies House No.‖Company Reg. No.", "account.registration_id", |m| {
            Cell::plain(format!("0000{:04}", m.row))
        })
        .gaps(20),
        col("Company Type", "account.type", |m| m.text(&["Occupier", "Landlord", "Investor"])),
        col("Industry", "account.industry", |m| m.text(&["Legal", "Fintech", "Architecture"])).gaps(10),
        col("Main Phone", "account.phone[]", |m| m.desk_tel(Dial::Home)),
        col("Main Email", "account.email[]", |m| {
            let mailbox = format!("hello{}@office.example", m.row);
            Cell::of(mailbox.clone(), Kind::Email, serde_json::json!([mailbox]))
        })
        .gaps(25),
        col("Website", "account.website[]", |m| Cell::plain(format!("https://office{}.example", m.row)))
            .or(&["account.domain"]),
        col("Registered Address", "account.address[].formatted", |m| {
            Cell::plain(format!("{}, {}, {}", m.p.street, m.p.city, m.p.postcode))
        })
        .or(&["account.address[].street"]),
        col("No. of Staff‖Staff Count", "account.employee_count", |m| m.number(3, 800)).gaps(20),
        col("Annual Turnover (£)", "account.annual_revenue", |m| {
            m.sum(400_000, 50_000, super::super::hand::commas, "GBP", true)
        })
        .gaps(40),
        col("Parent Company", "account.parent", |m| m.text(&["Driftwood Group", "Fernhill plc"])).gaps(75),
        col("Account Manager", "account.owner", |m| m.text(&["Harriet", "Lachlan M"])),
        other("Lease Expiry", |m| m.ahead(Style::Dmy('/'))).gaps(30),
        col("Date Created", "account.created_at", |m| m.day(Style::Dmy('/'))),
        col("Description", "account.description", |m| m.text(&["Needs 40 desks", "Break clause next year"])).gaps(50),
    ];
    let mut sheet = super::sheet("companies-export.csv", "account", Market::Britain, columns);
    sheet.quotes = Quotes::Always;
    sheet
}
