//! Exports of smaller systems that teams of sellers use, and of boards and lists of tasks.

use super::super::hand::plain;
use super::*;

/// People of Copper.
pub(super) fn copper() -> Sheet {
    let columns = vec![
        code("Copper ID", ID, "", 118_220_341),
        full("Name"),
        list("Prefix", PREFIX, &["Mr.", "Ms.", "Dr."]).gaps(85),
        given("First Name"),
        col("Middle Name", MIDDLE, |m| Cell::plain(m.p.middle.clone())).gaps(90),
        family("Last Name").gaps(4),
        list("Suffix", SUFFIX, &["Jr.", "III"]).gaps(96),
        job("Title").gaps(40),
        firm("Company").gaps(35),
        mail("Email").gaps(6),
        free("Email Type", &["work", "personal"]).or(&["person.email[].label", EMAIL]).gaps(6),
        tel("Phone Number", Dial::Home).gaps(25),
        free("Phone Number Type", &["mobile", "work", "home"]).or(&["person.phone[].label", PHONE]).gaps(25),
        street("Street", STREET).gaps(60),
        town("City", CITY).gaps(55),
        region("State", REGION).gaps(55),
        zip("Postal Code", POSTCODE).gaps(60),
        land("Country", COUNTRY).gaps(60),
        list("Contact Type", STAGE, &["Potential Customer", "Current Customer", "Uncategorized"])
            .or(&[TAGS, KEPT, STATUS]),
        list("Owned By", OWNER, &["Meredith Banks", "Corey Slater"]).or(&[ASSIGNEE]),
        other("Owner Id", |m| m.pick(&["640112", "640119"])).or(&[OWNER]),
        list("Tags", TAGS, &["vip", "investor,out of state", "newsletter"]).gaps(50),
        list("Details", NOTES, &["Met at the Denver summit", "Prefers texting", "Has two kids starting school"])
            .gaps(65),
        day("Created At", CREATED, Style::MdyBare('/')),
        recent("Updated At", UPDATED, Style::MdyBare('/')),
        recent("Last Contacted", CONTACTED, Style::MdyBare('/')).gaps(30),
        tally("Interaction Count", 0, 140),
    ];
    let mut sheet = super::sheet("people_copper_export.csv", "person", Market::America, columns);
    sheet.rows = 170;
    sheet
}

/// Contacts of Insightly.
pub(super) fn insightly() -> Sheet {
    let columns = vec![
        code("RecordId", ID, "", 310_884_120),
        list("Salutation", PREFIX, &["Mr", "Mrs", "Ms", "Dr"]).gaps(60),
        given("FirstName"),
        family("LastName").gaps(3),
        firm("Organization").gaps(40),
        job("Role").gaps(60),
        mail("EmailAddress").gaps(7),
        tel("MobilePhone", Dial::World).label("mobile").gaps(20),
        desk("BusinessPhone", Dial::World).label("work").gaps(65),
        tel2("HomePhone", Dial::World).label("home").gaps(90),
        street("MailAddressStreet", STREET).gaps(50),
        town("MailAddressCity", CITY).gaps(45),
        zip("MailAddressPostalCode", POSTCODE).gaps(50),
        land("MailAddressCountry", COUNTRY).gaps(45),
        list("LinkedIn", SOCIAL, &["https://example.com/in/sample-one", "https://example.com/in/sample-two"])
            .or(&[WEBSITE])
            .gaps(85),
        list("ContactOwner", OWNER, &["Fiona Pratt", "Duncan Hale"]).or(&[ASSIGNEE]),
        list("Tag1", TAGS, &["Landlord", "Buyer", "Developer"]).gaps(40),
        list("Tag2", TAGS, &["Christmas card", "Priority"]).gaps(75),
        born("DateOfBirth", Style::DayMonYear).gaps(85),
        stamp("DateCreated", CREATED, Style::DayMonYear, Clock::Minutes),
        list("Background", NOTES, &["Former tenant of ours", "Introduced by solicitor", "Owns two lets"]).gaps(60),
    ];
    let mut sheet = super::sheet("Contacts_Export.csv", "person", Market::Britain, columns);
    sheet.rows = 110;
    sheet.again = 4;
    sheet
}

/// Contacts of Freshsales in the Gulf.
pub(super) fn freshsales() -> Sheet {
    let columns = vec![
        code("Id", ID, "7000", 4_411_201),
        given("First name"),
        family("Last name").gaps(8),
        mail("Emails").gaps(10),
        desk("Work", Dial::Packed).label("work").gaps(80),
        tel("Mobile", Dial::Packed).label("mobile").gaps(10),
        firm("Accounts").gaps(65),
        job("Job title").gaps(60),
        list("Lifecycle stage", STAGE, &["Lead", "Sales Qualified Lead", "Customer"]),
        list("Status", STATUS, &["New", "Contacted", "Interested", "Unqualified", "Won"]),
        list("Unqualified reason", "person.unqualified_reason", &["No budget", "Agent", "Wrong number"]).gaps(85),
        list("Sales owner", OWNER, &["Rasha Karim", "Imad Nehme"]).or(&[ASSIGNEE]),
        list("Source", SOURCE, &["Web", "Campaign", "Chat", "Referral"]),
        list("Campaign", CAMPAIGN, &["Ramadan offer", "Cityscape 2025"]).gaps(70),
        count("Score", SCORE, 1, 99),
        town("City", CITY).gaps(50),
        land("Country", COUNTRY).gaps(45),
        free("Time zone", &["Abu Dhabi", "Chennai"]),
        free("Locale", &["en", "ar"]).or(&[LANGUAGE]).gaps(30),
        free("Subscription status", &["Subscribed", "Unsubscribed"]).or(&[BY_EMAIL]),
        list("Do not disturb", NEVER, &["true", "false"]).or(&[BY_PHONE]),
        zulu("Created at", CREATED),
        zulu("Updated at", UPDATED),
        zulu("Last contacted time", CONTACTED).gaps(30),
        col("Recent note", NOTES, |m| m.remark()).gaps(60),
    ];
    let mut sheet = super::sheet("contacts-1732601.csv", "person", Market::Emirates, columns);
    sheet.abroad = (vec![Market::India, Market::Britain], 35);
    sheet.rows = 180;
    sheet
}

/// Contacts of Nimble.
pub(super) fn nimble() -> Sheet {
    let columns = vec![
        given("First name"),
        family("Last name").gaps(5),
        job("Title").gaps(50),
        firm("Company").gaps(40),
        desk("Phone (work)", Dial::Home).label("work").gaps(60),
        tel("Phone (mobile)", Dial::Home).label("mobile").gaps(20),
        mail("Email (work)").label("work").gaps(30),
        mail2("Email (personal)").label("home").gaps(65),
        whole_address("Address (home)").gaps(70),
        col("URL (work)", WEBSITE, |m| Cell::plain(format!("https://www.{}", domain(m)))).gaps(75),
        list("Tags", TAGS, &["past client", "sphere, vendor", "hot"]).gaps(40),
        list("Lead status", STATUS, &["Open", "Qualified", "Unqualified"]).gaps(50),
        list("Lead source", SOURCE, &["Referral", "Open house", "Social"]).gaps(50),
        list("Lead type", STAGE, &["Buyer", "Seller", "Past client"]).or(&[TAGS, PURPOSE, KEPT]).or_ask().gaps(50),
        col("Birthday", BORN, |m| m.born().cell(Style::MonDay)).gaps(80),
        list("Description", NOTES, &["College friend of Pete", "Wants a lake view", "Teaches at the high school"])
            .gaps(70),
        recent("Last contacted", CONTACTED, Style::MonDay).gaps(45),
    ];
    super::sheet("nimble_contacts.csv", "person", Market::America, columns)
}

/// Leads of Kylas.
pub(super) fn kylas() -> Sheet {
    let columns = vec![
        code("ID", ID, "", 3_914_551),
        list("Salutation", PREFIX, &["Mr", "Mrs", "Miss"]).gaps(70),
        given("First Name"),
        family("Last Name").gaps(12),
        tel("Phone Numbers", Dial::World),
        mail("Emails").gaps(30),
        town("City", CITY).gaps(40),
        list("Requirement Name", PROJECT, &["Palm Residency 3 BHK", "Orchid Heights 2 BHK", "Plot at Green Acres"])
            .or(&[PROPERTY, WANTED, "requirement.must_have[]", KEPT])
            .gaps(20),
        col("Requirement Budget", MAX, |m| m.sum(4_500_000, 500_000, plain, "INR", false)).or(&[MIN]).gaps(35),
        free("Requirement Currency", &["INR"]).or(&["requirement.currency"]).gaps(35),
        list("Pipeline", STAGE, &["Residential Sales", "Plots"]).or(&["opportunity.pipeline", KEPT]).or_ask(),
        list("Pipeline Stage", STATUS, &["Open", "Contacted", "Site Visit Done", "Won", "Lost"])
            .or(&[STAGE, DEAL_STAGE]),
        list("Pipeline Stage Reason", "person.unqualified_reason", &["Budget mismatch", "Not reachable"])
            .or(&[LOST, KEPT])
            .or_ask()
            .gaps(80),
        list("Source", SOURCE, &["Google", "Facebook", "MagicBricks", "Direct"]),
        list("Sub Source", DETAIL, &["Lead form", "Landing page", "IVR"]).or(&[CAMPAIGN]).gaps(50),
        list("Campaign", CAMPAIGN, &["Diwali 2025", "Monsoon offer"]).gaps(50),
        list("Owner", OWNER, &["Sujata Bhide", "Amar Kohli"]).or(&[ASSIGNEE]),
        free("Do Not Disturb", &["Yes", "No"]).or(&[NEVER, BY_PHONE]),
        stamp("Created At", CREATED, Style::DayMonYear, Clock::Twelve),
        free("Created By", &["Sujata Bhide", "API"]),
        recent_stamp("Updated At", UPDATED, Style::DayMonYear, Clock::Twelve),
        tally("Score", 0, 100).or(&[SCORE]),
    ];
    let mut sheet = super::sheet("leads_export_20261120.csv", "person", Market::India, columns);
    sheet.rows = 200;
    sheet
}

/// Leads of LeadSquared.
pub(super) fn leadsquared() -> Sheet {
    let columns = vec![
        col("Prospect ID", ID, guid),
        code("Lead Number", ID, "", 104_211).or(&[KEPT]).or_ask(),
        given("First Name"),
        family("Last Name").gaps(25),
        mail("Email Address").gaps(18),
        tel("Phone Number", Dial::Packed).gaps(8),
        tel2("Mobile Number", Dial::Packed).label("mobile").gaps(70),
        list("Lead Stage", STAGE, &["Prospect", "Site Visit Scheduled", "Negotiation", "Booked", "Invalid"])
            .or(&[STATUS]),
        list("Lead Source", SOURCE, &["Pay per Click Ads", "Organic Search", "Inbound Phone call", "Channel Partner"]),
        list("Source Campaign", CAMPAIGN, &["Search_Brand", "Lookalike_2"]).gaps(55),
        free("Source Medium", &["cpc", "organic"]).or(&[DETAIL]).gaps(55),
        list("Owner", OWNER, &["Pooja Lamba", "Harsh Vyas"]).or(&[ASSIGNEE]),
        count("Lead Score", SCORE, 0, 220),
        tally("Engagement Score", 0, 90),
        tally("Lead Age", 1, 400),
        free("Do Not Email", &["0", "1"]).or(&[BY_EMAIL, NEVER]),
        free("Do Not Call", &["0", "1"]).or(&[BY_PHONE, NEVER]),
        town("City", CITY).gaps(50),
        list("Project", PROJECT, &["Aurelia", "Casa Verde", "The Ridge"]).or(&[PROPERTY]).gaps(20),
        list("Configuration", BEDROOMS, &["2 BHK", "3 BHK", "4 BHK"]).or(&[WANTED, BEDS_MAX]).gaps(45),
        list("Notes", NOTES, &["Asked for brochure", "Call after Diwali", "Spoke to spouse"]).gaps(60),
        stamp("Created On", CREATED, Style::Iso, Clock::Seconds),
        recent_stamp("Modified On", UPDATED, Style::Iso, Clock::Seconds),
        free("Last Activity", &["Email Opened", "Page Visited on Website", "Outbound Phone Call Activity"]),
        recent_stamp("Last Activity Date", ACTIVE, Style::Iso, Clock::Seconds).gaps(10),
    ];
    let mut sheet = super::sheet("ManageLeads_Export.csv", "person", Market::India, columns);
    sheet.bom = true;
    sheet.rows = 210;
    sheet
}

/// A board of Monday, as its sheet is saved: the board's name and a group's name stand above.
pub(super) fn monday() -> Sheet {
    let columns = vec![
        full("Name"),
        list("Person", ASSIGNEE, &["Ellie Novak", "Sam Doyle"]).or(&[OWNER]).gaps(10),
        list("Status", STATUS, &["New", "Working on it", "Done", "Stuck"]).or(&[STAGE]),
        tel("Phone", Dial::World).gaps(15),
        mail("Email").gaps(20),
        firm("Company").gaps(50),
        list("Looking for", WANTED, &["Penthouse", "Villa", "Apartment"]).or(&["requirement.must_have[]"]).gaps(30),
        sum("Budget ($)", MAX, whole(600_000, 50_000, plain, "USD", true)).or(&[MIN]).gaps(30),
        ahead("Next step date", "task.due_at", Style::Iso).or(&[KEPT]).or_ask().gaps(50),
        list("Next step", "task.title", &["Send listings", "Book a tour", "Chase lawyer"])
            .or(&[NOTES, KEPT])
            .or_ask()
            .gaps(50),
        stamp("Creation log", CREATED, Style::Iso, Clock::Seconds).or(&[KEPT]).or_ask(),
    ];
    let width = columns.len();
    let mut sheet = super::sheet("Buyers_1764077120.csv", "person", Market::America, columns);
    sheet.above = vec![padded(&["Buyers"], width), padded(&["Active"], width)];
    sheet.rows = 60;
    sheet
}

/// Tasks of a transactions desk in ClickUp.
pub(super) fn clickup() -> Sheet {
    let columns = vec![
        col("Task ID", "task.external_id", |m| token(m, "86c", 6)),
        list(
            "Task Name",
            "task.title",
            &["Collect passport copies", "Send SPA draft", "Book valuation", "Chase deposit"],
        ),
        list("Task Content", "task.description", &["Client prefers WhatsApp", "Developer wants originals"]).gaps(60),
        list("Status", "task.status", &["to do", "in progress", "complete"]),
        list("Priority", "task.priority", &["urgent", "high", "normal", "low"]).gaps(30),
        list("Assignees", "task.assignee", &["Rasha Karim", "Imad Nehme"]).gaps(15),
        ahead("Due Date", "task.due_at", Style::Iso).gaps(20),
        free_day("Start Date", Style::Iso).gaps(70),
        free_day("Date Created", Style::Iso),
        recent("Date Done", "task.done_at", Style::Iso).gaps(65),
        free("Folder Name", &["Transactions"]),
        free("List Name", &["Dubai Hills", "JVC"]),
        full_of("Client", "task.contact"),
        free("Time Estimate", &["1h", "30m"]).gaps(85),
    ];
    let mut sheet = super::sheet("clickup-tasks.csv", "task", Market::Emirates, columns);
    sheet.rows = 70;
    sheet
}

fn full_of(header: &str, field: &'static str) -> Column {
    col(header, field, |m| m.full()).or(&[FULL])
}

/// What a partner's office in Berlin wants done.
pub(super) fn german_tasks() -> Sheet {
    let columns = vec![
        serial("Nr.").or(&["task.external_id"]),
        list("Aufgabe", "task.title", &["Exposé schicken", "Rückruf", "Unterlagen an Bank", "Notartermin abstimmen"]),
        full_of("Kunde", "task.contact").gaps(10),
        list("Zuständig", "task.assignee", &["Kerstin", "Lars", "Azubi"]),
        ahead("Fällig am", "task.due_at", Style::DmyShort('.')),
        list("Prio", "task.priority", &["1", "2", "3"]).gaps(20),
        list("Stand", "task.status", &["offen", "erledigt", "wartet"]).gaps(5),
        recent("Erledigt am", "task.done_at", Style::DmyShort('.')).gaps(60),
        list("Anmerkung", "task.description", &["nur nachmittags", "Fax geht nicht mehr"]).or(&[KEPT]).gaps(70),
    ];
    let mut sheet = super::sheet("ToDo Vertrieb.csv", "task", Market::Germany, columns);
    sheet.delimiter = ';';
    sheet.encoding = "windows-1252";
    sheet.crlf = true;
    sheet.rows = 55;
    sheet
}
