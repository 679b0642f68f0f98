//! Work around the clients: tasks, firms, deals on a board.

use super::super::hand::{commas, plain};
use super::super::value::hundredths;
use super::*;

/// Tasks of a project tool.
pub(super) fn projects() -> Sheet {
    let columns = vec![
        code("Task ID", "task.external_id", "12065518300", 1_204),
        free_stamp("Created At", Style::Iso, Clock::Minutes),
        day("Completed At", "task.done_at", Style::Iso).gaps(55),
        free_stamp("Last Modified", Style::Iso, Clock::Minutes),
        list("Name", "task.title", &["Book photographer", "Chase solicitor", "Send brochure"]),
        list("Section/Column‖Section", "task.status", &["To do", "Doing", "Done"]).or(&[KEPT]).or_ask(),
        list("Assignee", "task.assignee", &["Clementine", "Barnaby Lonsdale"]),
        other("Assignee Email", |m| m.pick(&["clementine@team.example", "barnaby@team.example"]))
            .or(&["task.assignee"]),
        other("Start Date", |m| m.day(Style::Iso)).gaps(60),
        ahead("Due Date", "task.due_at", Style::Iso).gaps(10),
        free("Tags", &["urgent", "marketing", "legal"]).gaps(60),
        list("Notes", "task.description", &["Ask for dusk shots", "Chain of three"]).gaps(50),
        free("Projects", &["Instructions 2026"]),
        free("Parent task", &["Mill Lane launch"]).gaps(80),
    ];
    super::sheet("Instructions_2026.csv", "task", Market::Britain, columns)
}

/// Tasks of an office suite.
pub(super) fn planner() -> Sheet {
    let columns = vec![
        code("Task ID", "task.external_id", "x8Kd0", 30_011),
        list("Task Name", "task.title", &["Follow up with investor", "Update price list", "Arrange site visit"]),
        free("Bucket Name", &["NRI desk", "Resale", "Launch"]),
        list("Progress‖Status", "task.status", &["Not started", "In progress", "Completed"]),
        list("Priority", "task.priority", &["Urgent", "Important", "Medium", "Low"]),
        list("Assigned To", "task.assignee", &["Kunal Parekh", "Nandita Rao;Kunal Parekh"]),
        free("Created By", &["Nandita Rao"]),
        other("Created Date", |m| m.day(Style::Mdy('/'))),
        other("Start date", |m| m.day(Style::Mdy('/'))).gaps(70),
        ahead("Due date", "task.due_at", Style::Mdy('/')),
        free("Is Recurring", &["false"]),
        free("Late", &["true", "false"]),
        day("Completed Date", "task.done_at", Style::Mdy('/')).gaps(60),
        free("Completed By", &["Kunal Parekh"]).gaps(60),
        free("Labels", &["Red", "Callback"]).gaps(60),
        list("Description", "task.description", &["Send the new payment plan first", "Prefers evenings"]).gaps(50),
    ];
    super::sheet("Sales team plan.csv", "task", Market::India, columns)
}

/// Firms of a prospecting service.
pub(super) fn prospect_firms() -> Sheet {
    let columns = vec![
        col("Company", "account.name", |m| Cell::plain(format!("{} {}", m.p.company, m.row))),
        list("Account Stage", "account.type", &["Cold", "Current Client", "Active Opportunity"]).or(&[KEPT]).or_ask(),
        count("# Employees‖Employees", "account.employee_count", 5, 4_000),
        list("Industry", "account.industry", &["real estate", "hospitality", "financial services"]),
        list("Account Owner", "account.owner", &["carlotta@team.example", "dwight@team.example"]),
        col("Website", "account.website[]", |m| Cell::plain(format!("http://firm{}.example", m.row)))
            .or(&["account.domain"]),
        other("Company Linkedin Url", |m| Cell::plain(format!("http://linkedin.com/company/example-{}", m.row)))
            .or(&["account.website[]"]),
        street("Company Street", "account.address[].street").gaps(20),
        town("Company City", "account.address[].city"),
        state("Company State", "account.address[].region"),
        zip("Company Postal Code", "account.address[].postal_code").gaps(30),
        land("Company Country", "account.address[].country"),
        col("Company Phone", "account.phone[]", |m| m.desk_tel(Dial::World)).gaps(25),
        sum("Annual Revenue", "account.annual_revenue", whole(1_000_000, 250_000, plain, "USD", false)).gaps(35),
        free("Founded Year", &["1998", "2007", "2015"]).gaps(20),
        list("Short Description‖Company Description", "account.description", &["Family office", "Boutique hotels"])
            .gaps(40),
        other("Keywords", |m| m.pick(&["luxury homes, rentals", "hotels, spa"])).gaps(40),
    ];
    super::sheet("accounts-export.csv", "account", Market::America, columns)
}

/// A developer's vendors, from its books.
pub(super) fn vendors() -> Sheet {
    let columns = vec![
        code("Vendor Code", "account.external_id", "V", 20_014),
        col("Vendor Name‖Name of Vendor", "account.name", |m| Cell::plain(format!("{} {}", m.p.company, m.row))),
        list("Vendor Category‖Type of Vendor", "account.type", &["Contractor", "Channel Partner", "Consultant"])
            .or(&["account.industry"]),
        col("GSTIN", "account.registration_id", |m| Cell::plain(format!("19AAAAA{:04}A1Z5", m.row))).gaps(20),
        other("Contact Person‖Concerned Person", |m| m.full()).or(&[FULL]),
        col("Contact Mobile", "account.phone[]", |m| m.tel(Dial::Mixed)).or(&[PHONE]).label("mobile"),
        col("Email ID", "account.email[]", |m| m.email()).or(&[EMAIL]).gaps(20),
        col("Registered Address", "account.address[].formatted", |m| {
            Cell::plain(format!("{}, {}", m.p.street, m.p.locality))
        })
        .or(&["account.address[].street"]),
        town("City", "account.address[].city"),
        state("State", "account.address[].region"),
        zip("Pin Code", "account.address[].postal_code"),
        free("Payment Terms", &["30 days", "Advance", "45 days"]),
        free_sum("Outstanding (INR)", whole(10_000, 2_500, commas, "INR", true)),
        other("Date of Empanelment", |m| m.day(Style::Dmy('/'))).or(&["account.created_at"]),
    ];
    let width = columns.len();
    let mut sheet = super::sheet("Vendor Master.csv", "account", Market::India, columns);
    sheet.above = vec![padded(&["VENDOR MASTER AS ON 31-01-2026"], width)];
    sheet.rows = 70;
    sheet
}

/// A team's deals in a sheet, in millions of dirhams.
pub(super) fn pipeline() -> Sheet {
    let columns = vec![
        col("Deal", "opportunity.name", |m| Cell::plain(format!("{} - Villa {}", m.p.family, 1 + m.row))),
        col("Client‖Client / buyer", "opportunity.contact", |m| m.full()).or(&[FULL]),
        col("Value (AED m)", "opportunity.amount", |m| {
            let n = 25 * (6 + m.d.below(90) as u64);
            super::super::value::money(hundredths(n), n * 10_000, "AED", true)
        }),
        list("Stage", "opportunity.stage", &["1. Qualified", "2. Viewing", "3. Offer", "4. MOU", "5. Transferred"])
            .or(&["opportunity.status"]),
        list("Prob.", "opportunity.probability", &["10%", "30%", "60%", "90%"]),
        ahead("Exp. close‖Expected Closing", "opportunity.close_date", Style::DayMon),
        list("Broker‖Agent", "opportunity.owner", &["Ghassan", "Layan"]).or(&[ASSIGNEE]),
        free_sum("Comm. (AED)", whole(30_000, 2_500, commas, "AED", true)),
        list("Lost why‖Reason lost", "opportunity.lost_reason", &["Went with another agent", "Financing"]).gaps(80),
        list("Next action", "task.title", &["Chase for cheque", "Second viewing Thu"])
            .or(&[KEPT, "opportunity.description"])
            .or_ask()
            .gaps(30),
    ];
    let width = columns.len();
    let mut sheet = super::sheet("Pipeline tracker.csv", "opportunity", Market::Emirates, columns);
    sheet.below = vec![padded(&["TOTAL (# deals)", "", "412.75", "", "", "", "", "6,190,000"], width)];
    sheet.abroad = (vec![Market::India, Market::Britain], 30);
    sheet.rows = 55;
    sheet
}

/// A board with its groups: the name of the board above, a line before each group.
pub(super) fn board() -> Sheet {
    let columns = vec![
        full("Name"),
        free("Subitems", &["Call, Viewing"]).gaps(80),
        list("Owner", OWNER, &["Jumana", "Rami H"]).or(&[ASSIGNEE]),
        list("Status", STATUS, &["Working on it", "Stuck", "Done"]).or(&[STAGE]),
        tel("Phone", Dial::Packed).gaps(5),
        mail("Email").gaps(10),
        list("Property interest", PROJECT, &["Creekline Two", "The Dunmore"]).or(&[PROPERTY, WANTED]),
        sum("Budget", MAX, whole(1_000_000, 50_000, plain, "AED", false)).or(&[MIN]).gaps(20),
        day("Last touch‖Last contact", CONTACTED, Style::Iso).or(&[ACTIVE]).gaps(15),
        stamp("Creation log", CREATED, Style::Iso, Clock::Minutes),
        free("Item ID", &["1882203"]).gaps(100),
        list("Text", NOTES, &["Prefers Friday viewings", "Cash buyer"]).or(&[KEPT]).or_ask().gaps(45),
    ];
    let width = columns.len();
    let mut sheet = super::sheet("Buyers_1770112233.csv", "person", Market::Emirates, columns);
    sheet.above = vec![padded(&["Buyers"], width)];
    sheet.sections = (25, vec!["Hot", "Warm", "Parked"]);
    sheet.abroad = (vec![Market::India], 30);
    sheet.rows = 75;
    sheet
}
