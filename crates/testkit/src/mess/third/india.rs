//! India: registers, a calling system, lists without a header, a bank's desk, guests.

use super::super::hand::plain;
use super::super::maker::phone;
use super::super::sheet::Quotes;
use super::super::value::{HINDI, Kind, hundredths, indian, money};
use super::*;

/// A register at the gate of a site, in Hindi.
pub(super) fn register_hindi() -> Sheet {
    let columns = vec![
        serial("क्रमांक"),
        day("आने की तारीख", "interest.at", Style::DayMonth(HINDI)).or(&[CREATED, KEPT]),
        full("ग्राहक का नाम"),
        tel("मोबाइल नंबर‖मो. नं.", Dial::Mixed).label("mobile"),
        mail("ईमेल").gaps(60),
        street("पता", STREET).or(&[WHOLE]).gaps(20),
        town("शहर", CITY).or(&["requirement.city[]"]),
        list("किस परियोजना में रुचि है", PROJECT, &["गोमती एन्क्लेव", "सूर्या हाइट्स"]).or(&[PROPERTY]),
        list("फ्लैट का प्रकार", WANTED, &["2 बीएचके", "3 बीएचके"]).or(&[BEDROOMS, "interest.property.type"]),
        sum("बजट (रुपये)", MAX, whole(3_500_000, 100_000, indian, "INR", true)).or(&[MIN]).gaps(25),
        list("जानकारी कहाँ से मिली‖स्रोत", SOURCE, &["अखबार", "मित्र", "होर्डिंग"]),
        list("किसने मिला", ASSIGNEE, &["रमेश जी", "पूजा"]).or(&[OWNER, KEPT]).or_ask(),
        list("टिप्पणी‖विशेष", NOTES, &["परिवार के साथ आए", "रविवार को फिर आएँगे"]).gaps(40),
    ];
    let mut sheet = super::sheet("आगंतुक रजिस्टर.csv", "person", Market::India, columns);
    sheet.native = true;
    sheet.bom = true;
    sheet.rows = 80;
    sheet
}

/// A presales system: dates with hours, two kinds of stage, numbers with their code.
pub(super) fn presales() -> Sheet {
    let columns = vec![
        code("Lead ID", ID, "#", 1_200_451),
        list("Salutation", "person.prefix", &["Mr", "Mrs", "Ms"]).gaps(40),
        given("First name"),
        family("Last name"),
        tel("Primary phone", Dial::Packed),
        tel2("Secondary phones", Dial::Packed).gaps(80),
        mail("Primary email").gaps(20),
        list("Stage", STAGE, &["Incoming", "Prospect", "Opportunity", "Won", "Lost"]).or(&[STATUS]),
        list("Reason for loss‖Lost reason", "person.unqualified_reason", &["Budget", "Location", "Just browsing"])
            .or(&["opportunity.lost_reason"])
            .gaps(70),
        list("Interested projects‖Project of interest", PROJECT, &["Ashgrove Park", "Cobalt Residences"])
            .or(&[PROPERTY])
            .gaps(15),
        list("Campaign", "person.campaign", &["Diwali 2025 launch", "Search - brand"]),
        list("Source", SOURCE, &["Google", "99 portal", "Facebook"]),
        list("Sub source", "person.source_system_detail", &["Lead form", "Call extension"])
            .or(&["person.campaign", KEPT])
            .or_ask(),
        list("Sales‖Sales Manager", ASSIGNEE, &["Swapnil Kulkarni", "Mitali Sanghvi"]).or(&[OWNER]),
        free("Team", &["Presales West", "Closing"]),
        free("NRI", &["Yes", "No", "No"]).or(&[TAGS]),
        sum("Min budget", MIN, whole(4_000_000, 500_000, plain, "INR", false)).gaps(35),
        sum("Max budget", MAX, whole(70_000_000, 500_000, plain, "INR", false)).gaps(35),
        stamp("Received on", CREATED, Style::Dmy('/'), Clock::Twelve),
        stamp("Last call on‖Last call time", CONTACTED, Style::Dmy('/'), Clock::Twelve).or(&[ACTIVE]).gaps(20),
        tally("Number of calls", 0, 12),
        tally("Site visits conducted", 0, 3),
        list("Last note‖Last remark", NOTES, &["RNR 3 times", "Cost sheet shared on mail"]).gaps(30),
    ];
    let mut sheet = super::sheet("leads_report_09022026.csv", "person", Market::India, columns);
    sheet.quotes = Quotes::Always;
    sheet.rows = 500;
    sheet.again = 4;
    sheet
}

/// A list without a header: only the values tell.
pub(super) fn no_header() -> Sheet {
    let columns = vec![
        col("", FULL, |m| m.name_by_hand()),
        tel("", Dial::Mixed),
        mail("").gaps(30),
        firm("").or_ask().or(&[KEPT]).gaps(20),
        list("", WANTED, &["3 BHK", "2 BHK", "4 BHK", "Villa"])
            .or(&[BEDROOMS, "interest.property.type", KEPT])
            .or_ask(),
        col("", MAX, |m| m.budget_by_hand()).or(&[MIN, KEPT]).or_ask().gaps(10),
    ];
    let mut sheet = super::sheet("new data from Rajat.csv", "person", Market::India, columns);
    sheet.headerless = true;
    sheet.rows = 90;
    sheet
}

/// A bank's desk: home loans, with numbers that a sheet has spoiled.
pub(super) fn home_loans() -> Sheet {
    let columns = vec![
        serial("Sr"),
        full("Applicant Name‖Customer Name"),
        col("Applicant Mob", PHONE, |m| m.phone_scientific()).label("mobile"),
        mail("Applicant E-mail").gaps(25),
        born("DOB", Style::Dmy('-')).gaps(10),
        other("PAN No", |m| Cell::plain(format!("AAAPX{:04}Q", 1_000 + m.row))).gaps(10),
        firm("Employer Name‖Company / Employer").gaps(20),
        free_sum("Net Monthly Income", whole(60_000, 2_500, indian, "INR", false)),
        list("Project Name", PROJECT, &["Ashgrove Park", "Evergreen One"]).or(&[PROPERTY]),
        col("Sanctioned Amt (Rs. in Lacs)", "opportunity.amount", |m| {
            let lakh = 20 + m.d.below(180) as u64;
            money(lakh.to_string(), lakh * 100_000, "INR", true)
        })
        .or(&[KEPT])
        .or_ask(),
        list("Loan Status", STATUS, &["Login done", "Sanctioned", "Disbursed", "Rejected"]).or(&[
            STAGE,
            "opportunity.stage",
            "opportunity.status",
        ]),
        list("RM Name", ASSIGNEE, &["Pranav N", "Sneha"]).or(&[OWNER, "opportunity.owner"]),
        day("Login Date", CREATED, Style::Dmy('-')).or(&["opportunity.created_at", KEPT]).or_ask(),
        list("Remark", NOTES, &["ITR pending", "Co-applicant to be added"]).gaps(50),
    ];
    let mut sheet = super::sheet("HL leads - builder tie up.csv", "person", Market::India, columns);
    sheet.entity_accept = &["opportunity"];
    sheet.crlf = true;
    sheet.rows = 70;
    sheet
}

/// Guests of a launch: name and number in one cell, and what they answered.
pub(super) fn invitees() -> Sheet {
    let columns = vec![
        serial("#"),
        other("Guest (Mobile)", |m| {
            let (p, full) = (m.p.mobile.clone(), format!("{} {}", m.p.given, m.p.family));
            let mut cell = phone(format!("{full} ({})", p.e164()), &[&p]);
            cell.truth.push((Kind::Name, serde_json::json!(full)));
            cell
        })
        .or(&[FULL, PHONE])
        .must_ask(),
        other("Spouse / +1", |m| m.spouse()).or(&[SPOUSE]).gaps(45),
        mail("Mail for e-invite‖Email").gaps(15),
        list("Invited by", "person.referrer", &["Chandrika ma'am", "Sales team"])
            .or(&[SOURCE, ASSIGNEE, OWNER, KEPT])
            .or_ask(),
        free("RSVP", &["Yes", "No", "Maybe", "Yes + driver"]).or(&[STATUS]),
        free("Attended?", &["Y", "N"]),
        free("Table no.", &["1", "4", "VIP"]).gaps(35),
        list("Interested in", PROJECT, &["Ashgrove Park", "Evergreen One - PH"]).or(&[PROPERTY, WANTED, KEPT]).gaps(40),
        list("Post event remarks‖Feedback", NOTES, &["Wants private viewing", "Asked for a call next week"]).gaps(55),
    ];
    let width = columns.len();
    let mut sheet = super::sheet("Launch evening - guest list.csv", "person", Market::India, columns);
    sheet.above =
        vec![padded(&["Evergreen One: preview evening"], width), padded(&["", "Venue: Lawn 2", "7.30 pm"], width)];
    sheet.rows = 88;
    sheet
}

/// What an old program's table held, with its ways to say nothing and stray noughts among the remarks.
pub(super) fn old_dump() -> Sheet {
    let columns = vec![
        code("lead_id", ID, "", 12),
        full("client_name‖cust_name"),
        col("contact_no‖mob_no", PHONE, |m| {
            if m.d.percent(8) { Cell::nothing("NULL", Kind::Phone) } else { m.tel(Dial::Packed) }
        }),
        col("alt_contact", PHONE, |m| {
            if m.d.percent(70) { Cell::nothing("NULL", Kind::Phone) } else { m.other_tel(Dial::Packed) }
        }),
        col("email_id", EMAIL, |m| if m.d.percent(25) { Cell::nothing("NULL", Kind::Email) } else { m.email() }),
        col("dob", BORN, |m| {
            if m.d.percent(50) { Cell::nothing("0000-00-00", Kind::Date) } else { m.born().cell(Style::Iso) }
        }),
        list("lead_src‖src", SOURCE, &["website", "walkin", "reference"]),
        list("lead_stage", STAGE, &["fresh", "followup", "booked", "dead"]).or(&[STATUS]),
        col("budget_from", MIN, |m| m.sum(2_500_000, 100_000, plain, "INR", false)).gaps(15),
        col("budget_to", MAX, |m| m.sum(15_000_000, 100_000, plain, "INR", false)).gaps(15),
        list("pref_location", LOCALITY, &["Worli", "Salt Lake", "Koramangala,HSR"]).or(&["requirement.city[]"]),
        list("flat_type", WANTED, &["2BHK", "3BHK", "Penthouse"]).or(&[BEDROOMS]),
        free("emp_id", &["E014", "E022"]).or(&[ASSIGNEE, OWNER]),
        list("remarks", NOTES, &["call later\u{0}", "visited twice", "asked for cost sheet\u{0}"]).gaps(30),
        stamp("entry_dt‖created_dt", CREATED, Style::Iso, Clock::Seconds),
        stamp("modified_dt", UPDATED, Style::Iso, Clock::Seconds),
        free("is_active", &["1", "0"]),
    ];
    let mut sheet = super::sheet("tbl_lead_master.csv", "person", Market::India, columns);
    sheet.rows = 300;
    sheet
}

/// Husband and wife beside each other under the same headers; the line above says whose they are.
pub(super) fn couples() -> Sheet {
    let columns = vec![
        other("Flat", |m| Cell::plain(format!("{}0{}", 1 + m.row / 4, 1 + m.row % 4))).or(&["interest.property.unit"]),
        full("Name"),
        tel("Mobile", Dial::Home).label("mobile"),
        mail("Email").gaps(15),
        col("Name", SPOUSE, |m| m.spouse()).or_ask().gaps(10),
        col("Mobile", "household.spouse.phone", |m| m.other_tel(Dial::Home)).or(&[PHONE]).or_ask().gaps(25),
        col("Email", "household.spouse.email", |m| m.second_email()).or(&[EMAIL]).or_ask().gaps(50),
        col("Price paid (Cr)", "interest.price", |m| {
            let n = 25 * (4 + m.d.below(30) as u64);
            money(hundredths(n), n * 100_000, "INR", false)
        })
        .or(&[PRICE, "opportunity.amount"]),
        list("Remarks", NOTES, &["Handed over keys", "Snag list pending"]).gaps(60),
    ];
    let width = columns.len();
    let mut sheet = super::sheet("owners tower B.csv", "person", Market::India, columns);
    sheet.above = vec![padded(&["", "FIRST OWNER", "", "", "SPOUSE / SECOND OWNER"], width)];
    sheet.crlf = true;
    sheet.rows = 64;
    sheet
}
