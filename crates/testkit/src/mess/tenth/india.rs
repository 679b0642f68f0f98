//! Sheets of teams in India, headed in English.

use super::*;

/// Owners of a society who may sell or let, as a broker for resale keeps them.
pub(super) fn owners() -> Sheet {
    let columns = vec![
        serial("Sl No"),
        list("Society / Tower", PROJECT, &["Cedar Grove - T2", "Cedar Grove - T5", "Palm Vista"]).or(&[PROPERTY]),
        unit("Flat #"),
        list("BHK+", ROOMS, &["2", "3", "3+S", "4"]).or(&[KIND]),
        count("SBA (sqft)", SIZE, 1_150, 3_400),
        free("Facing", &["E", "W", "N", "Park facing"]).gaps(30),
        col("Owner's Name", FULL, |m| m.name_by_hand()),
        col("Cell", PHONE, |m| m.tel_by_hand()),
        tel2("Alt. Cell / WhatsApp", Dial::Mixed).gaps(60),
        mail("Mail").gaps(55),
        free("Resale / Rent", &["Resale", "Rent", "Both"]).or(&[PURPOSE]),
        sum("Demand (Lacs)", PRICE, whole(9_000_000, 250_000, lacs, "INR", false)).or(&[RENT, AMOUNT]).gaps(15),
        free("Furnished?", &["Semi", "Fully", "Unfurnished"]).gaps(25),
        free("Keys with", &["Guard", "Owner", "Office"]).gaps(50),
        day("Last Updated", UPDATED, Style::DayMon).or(&[CONTACTED, ACTIVE]),
        list("Remark", NOTES, &["NRI, call evening", "Only to family", "Will sell after March"]).gaps(40),
    ];
    let mut sheet = sheet("Resale inventory.csv", "person", Market::India, columns);
    sheet.entity_accept = &["interest"];
    sheet.rows = 130;
    sheet
}

/// `95` for 95 lakh, under a header that says so.
fn lacs(n: u64) -> String {
    super::super::value::hundredths(n / 1_000)
}

/// What a telecaller notes in the course of a day.
pub(super) fn calls() -> Sheet {
    let columns = vec![
        day("Dt", MET, Style::DmyShort('/')).or(&[CREATED, CONTACTED]),
        other("Time", hour).or(&[MET]),
        speaker("Tele Caller", &["Pooja", "Swati M", "Danish"]),
        talker("Lead Name"),
        col("Mobile", PHONE, bare),
        list("Data Source", SOURCE, &["Housing", "Bulk data", "FB form", "IVR"]).or(&[DETAIL, CAMPAIGN]),
        list("Connected (Y/N)", OUTCOME, &["Y", "N", "N"]).or(&[KEPT, STATUS]),
        list("Call Outcome", OUTCOME, &["Ringing", "Switched off", "Interested", "Not int.", "SV planned"])
            .or(&[STATUS]),
        col("Talk Time", DURATION, minutes_seconds).gaps(30),
        said("Conversation", &["Wants 3bhk near metro", "Already bought", "Call after Holi", "Budget 80 L max"])
            .gaps(35),
        next("Next Call Dt", Style::DmyShort('/')).gaps(55),
        ahead("SV Date", DUE, Style::DmyShort('/')).or(&[SEEN, MET, REMINDER, KEPT]).or_ask().gaps(80),
        list("Project pitched", PROJECT, &["Bluestone Park", "Quayside One"]).or(&[PROPERTY]),
    ];
    let mut sheet = sheet("Tele calling Jan.csv", "interaction", Market::India, columns);
    sheet.entity_accept = &["person", "task"];
    sheet.header_every = 62;
    sheet.again = 5;
    sheet.rows = 190;
    sheet
}

/// Companies whose staff are offered flats, and whom to talk to there.
pub(super) fn corporates() -> Sheet {
    let columns = vec![
        serial("S.No."),
        firm_name("Company"),
        list("Sector", INDUSTRY, &["IT/ITES", "Pharma", "BFSI", "Manufacturing"]),
        free("Park / Campus", &["Tech Park II", "Cyber Hub", "SEZ Phase 1"]).or(&[FIRM_STREET, FIRM_QUARTER]).gaps(25),
        firm_town("Location"),
        list("Strength", STAFF, &["250", "600", "1200", "4500"]).gaps(20),
        col("HR / Admin Contact", FULL, |m| m.full_typed()).or(&[CONTACT]),
        job("Desig."),
        tel("Contact Nos.", Dial::Mixed).or(&[FIRM_PHONE]),
        mail("Official Mail ID").or(&[FIRM_EMAIL]).gaps(20),
        free("MoU Signed", &["Yes", "No", "In process"]).or(&[STATUS, STAGE]),
        other("Activity Dt.", |m| later(m).cell(Style::Dmy('-'))).or(&[MET, ACTIVE, CONTACTED]).gaps(45),
        tally("Leads Recd", 0, 60).gaps(45),
        list("Handled by", FIRM_OWNER, &["Sneha", "Ajit", "Mehul"]).or(&[OWNER, ASSIGNEE]),
        list("Comments", FIRM_NOTES, &["Stall on 2nd Friday", "Needs discount for staff", "HR changed"])
            .or(&[NOTES])
            .gaps(35),
    ];
    let mut sheet = firms_sheet("Corporate tie ups.csv", Market::India, columns);
    sheet.rows = 66;
    sheet
}

/// What was closed, and what the team gets of it.
pub(super) fn closures() -> Sheet {
    fn rupees(header: &str, low: u64, step: u64) -> Column {
        free_sum(header, whole(low, step, indian, "INR", false))
    }
    let columns = vec![
        ident("Deal No", DEAL_ID, "D/"),
        free("Month", &["Apr-24", "May-24", "Jun-24"]).or(&[WON, CLOSING]),
        deal_contact("Buyer"),
        bare_number("Buyer No."),
        other("Seller / Builder", company).or(&[FIRM, DEAL_FIRM, DEVELOPER, CONTACT, COMPANY]),
        list("Property", PROPERTY, &["Cedar Grove T2-904", "Quayside One B-1201", "Villa 17, Rivermead"]).or(&[DEAL]),
        sum("Deal Value", AMOUNT, whole(8_500_000, 150_000, indian, "INR", false)).or(&[PRICE]),
        day("Token Dt", WON, Style::Dmy('-')).or(&[DEAL_MADE, CLOSING, KEPT]),
        rupees("Token Amt", 100_000, 50_000),
        other("Registry Dt", |m| m.ahead(Style::Dmy('-'))).or(&[CLOSING]).gaps(35),
        free("Brokerage % (buyer side)", &["1", "1", "2"]),
        rupees("Brokerage Receivable", 85_000, 5_000),
        rupees("Recd till date", 20_000, 5_000).gaps(30),
        deal_agent("Closed By", &["Ajit", "Mehul", "Sneha"]),
        other("PAN Buyer", pan).gaps(40),
        list("Deal Status", DEAL_STATUS, &["Token", "ATS done", "Registered", "Cancelled"]).or(&[DEAL_STAGE]),
    ];
    let mut sheet = sheet("Closures FY24-25.csv", "opportunity", Market::India, columns);
    sheet.entity_accept = &["person", "interest"];
    title(&mut sheet, "CLOSURE TRACKER FY 24-25");
    sheet.rows = 58;
    sheet
}

fn bare_number(header: &str) -> Column {
    col(header, PHONE, bare)
}
