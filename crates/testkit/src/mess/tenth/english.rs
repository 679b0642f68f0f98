//! Sheets of teams in Britain and the United States.

use super::*;

/// Sales agreed, on their way to the keys.
pub(super) fn progression() -> Sheet {
    let columns = vec![
        house("Property"),
        col("Vendor(s)", CONTACT, |m| m.full()).or(&[FULL]),
        other("Purchaser(s)", |m| m.spouse()).or(&[CONTACT, FULL, SPOUSE]),
        tel("Purchaser tel", Dial::Home),
        sum("Sale price", AMOUNT, whole(325_000, 12_500, pounds, "GBP", true)).or(&[PRICE, RENT]),
        free("Fee %", &["1.25", "1.5", "1.75"]),
        day("SSTC date", DEAL_MADE, Style::Dmy('/')).or(&[WON, CREATED, KEPT]),
        other("Vendor's sols", company).or(&[DEAL_FIRM, FIRM]),
        other("Purchaser's sols", company).or(&[DEAL_FIRM, FIRM]),
        free("Chain?", &["No chain", "1 below", "Chain of 4"]).gaps(25),
        free("Mortgage offer in", &["Y", "N", "Cash"]).or(&[FINANCING]),
        other("Survey booked", |m| later(m).cell(Style::Dmy('/'))).gaps(50),
        other("Target exchange", |m| m.ahead(Style::Dmy('/'))).or(&[CLOSING]).gaps(30),
        ahead("Target completion", CLOSING, Style::Dmy('/')).or(&[KEPT]).gaps(30),
        list("Stage", DEAL_STAGE, &["Memo sent", "Searches", "Enquiries", "Exchanged", "Fallen through"])
            .or(&[DEAL_STATUS]),
        deal_agent("Progressor", &["Hattie", "Sam", "Oli"]),
        list("Update", DEAL_NOTES, &["Chased sols 3/6", "Awaiting management pack", "Buyer on holiday"])
            .or(&[NOTES])
            .gaps(20),
    ];
    let mut sheet = sheet("Sales progression.csv", "opportunity", Market::Britain, columns);
    sheet.entity_accept = &["person", "interest"];
    sheet.rows = 52;
    sheet
}

/// Landlords of an office for lettings, with what it does for each.
pub(super) fn landlords() -> Sheet {
    let columns = vec![
        ident("LL Ref", ID, "LL"),
        list("Title", PREFIX, &["Mr", "Mrs", "Dr", "Mr & Mrs"]).gaps(10),
        given("First name"),
        family("Surname"),
        mail("Email 1"),
        mail2("Email 2").gaps(80),
        tel("Mob", Dial::Home).gaps(10),
        desk("Landline", Dial::Home).gaps(60),
        street("Home address", STREET).or(&[WHOLE]),
        town("Town", CITY),
        zip("Post code", POSTCODE),
        free("Overseas (NRL)?", &["N", "N", "Y"]).gaps(20),
        house("Rental property").or(&[KEPT]),
        free("Service level", &["Let only", "Rent collection", "Fully managed"]).or(&[TAGS]),
        free_sum("Rent pcm", whole(950, 25, pounds, "GBP", true)).or(&[RENT, PRICE]).gaps(15),
        other("Gas cert due", |m| m.ahead(Style::Dmy('/'))).gaps(35),
        free("AML done", &["Yes", "No"]).or(&[KYC]),
        agent("Lettings manager", &["Jo", "Priti", "Callum"]),
        list("Comments", NOTES, &["Selling in spring", "No pets", "Prefers email"]).gaps(55),
    ];
    let mut sheet = sheet("Landlords.csv", "person", Market::Britain, columns);
    sheet.rows = 88;
    sheet
}

/// Builders and holders of land whom an office for new homes knows.
pub(super) fn builders() -> Sheet {
    let columns = vec![
        firm_name("Developer / Housebuilder"),
        col("Registered name", LEGAL_NAME, |m| Cell::plain(format!("{} Ltd", m.p.company))).gaps(30),
        col("Co. No.", FIRM_NUMBER, |m| Cell::plain(format!("0000{:04}", m.d.below(10_000)))).or(&[KEPT]).gaps(40),
        list("SME / National", FIRM_TYPE, &["SME", "SME", "National", "Housing assoc."]).or(&[TAGS, KEPT]),
        col("Land contact", FULL, |m| m.full()).or(&[CONTACT]),
        list("Role", JOB, &["Land Manager", "Land Director", "Sales & Marketing Dir."]).gaps(15),
        tel("Direct dial / mob", Dial::Home).or(&[FIRM_PHONE]),
        firm_tel("Switchboard", Dial::Home).gaps(30),
        mail("Email").or(&[FIRM_EMAIL]).gaps(10),
        firm_site("Web").gaps(25),
        col("HO address", FIRM_WHOLE, whole_address).or(&[FIRM_STREET, WHOLE]).gaps(20),
        free("Patch", &["M4 corridor", "South coast", "Home counties", "NW"]).or(&[LOCALITY, TAGS, FIRM_REGION]),
        free("Site size wanted", &["5-20 units", "20-50", "50+", "Single plots"]).gaps(30),
        other("Last met", |m| later(m).cell(Style::DayMonYear)).or(&[CONTACTED, ACTIVE, MET]).gaps(25),
        list("Lead at our end", FIRM_OWNER, &["Hattie", "Giles"]).or(&[OWNER, ASSIGNEE]),
    ];
    let mut sheet = firms_sheet("Land & new homes contacts.csv", Market::Britain, columns);
    sheet.rows = 62;
    sheet
}

/// The people whom an agent knows, to be kept warm.
pub(super) fn sphere() -> Sheet {
    let columns = vec![
        full("Household / Name"),
        given("First"),
        family("Last"),
        col("Spouse/Partner", SPOUSE, |m| m.spouse()).gaps(45),
        list("Kids", CHILDREN, &["2 boys", "Ella & Max", "1", "none"]).gaps(60),
        tel("Cell Phone", Dial::Home).gaps(8),
        mail("Personal Email").gaps(12),
        street("Mailing Address", STREET).or(&[WHOLE]).gaps(15),
        town("City", CITY).gaps(15),
        region("St", REGION).gaps(15),
        zip("Zip", POSTCODE).gaps(15),
        col("Bday", BORN, |m| m.birthday()).or(&[KEPT]).gaps(50),
        day("Home Anniversary", WED, Style::MdyBare('/')).or(&[KEPT]).or_ask().gaps(60),
        list("A/B/C/D", RATING, &["A", "B", "C", "D"]).or(&[TAGS, STATUS, STAGE]),
        list("How I know them", SOURCE, &["Past client", "Church", "PTA", "Neighbor", "College"])
            .or(&[TAGS, REFERRER, DETAIL]),
        col("Last Touch", CONTACTED, |m| later(m).cell(Style::MdyBare('/'))).or(&[ACTIVE]).gaps(25),
        free("Holiday Card?", &["Y", "Y", "N"]).or(&[TAGS]),
        list("Notes", NOTES, &["Thinking of downsizing", "Sent referral in 2023", "New puppy"]).gaps(50),
    ];
    let mut sheet = sheet("SOI list.csv", "person", Market::America, columns);
    sheet.rows = 125;
    sheet
}

/// What must be done from contract to close, file by file.
pub(super) fn checklist() -> Sheet {
    let columns = vec![
        house("File / Property"),
        task_contact("Client Name"),
        free("Buyer/Seller Side", &["Buyer", "Seller"]),
        list(
            "Task",
            TASK,
            &["Order title", "Schedule inspection", "Send EMD receipt", "Order appraisal", "Final walk-through"],
        ),
        doer("Responsible", &["TC - Marcy", "Lead agent", "Showing asst."]),
        free("Days from contract", &["+1", "+3", "+10", "-2 from COE"]).gaps(20),
        ahead("Deadline", DUE, Style::MdyBare('/')),
        col("Completed On", DONE, |m| later(m).cell(Style::MdyBare('/'))).gaps(55),
        list("Status", TASK_STATUS, &["Not started", "Waiting on lender", "Done", "N/A"]),
        list("Urgent?", PRIORITY, &["!", "!!", "no"]).or(&[KEPT]).gaps(40),
        list("Details", TASK_NOTES, &["Use preferred inspector", "Seller pays", "Ask for extension"])
            .or(&[NOTES])
            .gaps(50),
    ];
    let mut sheet = sheet("TC checklist.csv", "task", Market::America, columns);
    sheet.rows = 115;
    sheet
}
