//! Sheets of teams in India, headed in English.

use super::*;

/// What a broker calls the master list: everybody who ever asked.
pub(super) fn master() -> Sheet {
    let columns = vec![
        serial("Sr.No."),
        day("Enq. Date", CREATED, Style::Dmy('-')),
        col("Client Name", FULL, |m| m.name_by_hand()),
        col("Mob No. 1", PHONE, |m| m.tel_by_hand()),
        tel2("Mob No. 2", Dial::Mixed).gaps(70),
        col("Email ID", EMAIL, |m| m.mail_by_hand()).gaps(25),
        job("Occupation").gaps(40),
        list("Config.", BEDROOMS, &["2 BHK", "3 BHK", "3.5 BHK", "4 BHK"]).or(&[WANTED]),
        budget("Budget (L/Cr)"),
        wanted_place("Pref. Location"),
        free("Ready / UC", &["Ready", "UC", "Any"]).or(&[TIMEFRAME, MUST]).gaps(20),
        list("Source", SOURCE, &["99acres", "Magicbricks", "Reference", "Hoarding", "Walk-in"]),
        list("Sub Source", DETAIL, &["Google Ads", "Facebook", "Existing client", "Sunday Times"])
            .or(&[SOURCE, CAMPAIGN, KEPT])
            .gaps(50),
        list("Lead Type (H/W/C)", RATING, &["H", "W", "W", "C"]).or(&[STATUS, STAGE]),
        agent("Attended By", &["Sushma", "Rohan K", "Imran"]),
        touched("Last F/up Dt", Style::Dmy('-')).gaps(20),
        next("Next F/up Dt", Style::Dmy('-')).gaps(35),
        list("Remarks", NOTES, &["RNR", "Wants corner flat", "Will visit on Sunday with family", "Budget issue"])
            .gaps(15),
    ];
    let mut sheet = sheet("Master Data.csv", "person", Market::India, columns);
    title(&mut sheet, "MASTER DATA - RESIDENTIAL SALES");
    sheet.rows = 180;
    sheet.again = 4;
    sheet
}

/// The register at the gate of a site.
pub(super) fn visits() -> Sheet {
    let columns = vec![
        serial("S.No"),
        day("Date of Visit", MET, Style::DmyBare('/')).or(&[SEEN, CREATED, DUE]),
        other("In Time", hour).or(&[MET]),
        other("Out Time", hour).or(&[ENDED]).gaps(45),
        col("Name of Visitor", FULL, |m| m.full()).or(&[TALKER]),
        col("Contact No.", PHONE, bare),
        col("Accompanied by", TALKER, |m| m.spouse()).or(&[SPOUSE, KEPT]).or_ask().gaps(55),
        col("Residing at", WHOLE, quarter_and_town).or(&[QUARTER, CITY, STREET]),
        list("Occupation (Salaried/Business)", JOB, &["Salaried", "Business", "NRI", "Doctor"]).or(&[KEPT]),
        list("Unit Type", KIND, &["2 BHK", "3 BHK", "Row House", "Penthouse"]).or(&[ROOMS, WANTED, BEDROOMS]),
        col("Flat Shown", UNIT, |m| {
            Cell::plain(format!("{}-{}0{}", m.pick(&["A", "B", "C"]).text, 2 + m.d.below(18), 1 + m.d.below(4)))
        })
        .gaps(20),
        budget("Budget").gaps(15),
        list("Source (Paper/Hoarding/CP/Digital)", SOURCE, &["Paper", "Hoarding", "CP", "Digital"]),
        list("CP Name (if any)", REFERRER, &["Goldcrest Realtors", "Oakmere Properties", "Fernhill Homes"])
            .or(&[DETAIL, COMPANY, FIRM, KEPT])
            .or_ask()
            .gaps(65),
        list("Sourcing Mgr", OWNER, &["Priyanka", "Amit S"]).or(&[ASSIGNEE, TALK_BY, KEPT]).gaps(40),
        list("Closing Mgr", ASSIGNEE, &["Neeraj", "Fatima"]).or(&[OWNER, TALK_BY, KEPT]),
        free("1st Visit / Revisit", &["1st", "1st", "Revisit"]).or(&[STATUS, TAGS]),
        list(
            "Feedback",
            BODY,
            &["Liked the layout", "Wants higher floor", "Comparing with next project", "Price high"],
        )
        .or(&[NOTES, OUTCOME, TASK_NOTES])
        .gaps(10),
    ];
    let mut sheet = sheet("Site Visit Register.csv", "interaction", Market::India, columns);
    sheet.entity_accept = &["person", "interest"];
    sheet.rows = 110;
    sheet
}

/// Partners who bring buyers, with their registrations.
pub(super) fn partners() -> Sheet {
    let columns = vec![
        ident("CP Code", FIRM_ID, "CP-"),
        firm_name("Firm Name"),
        col("Proprietor / Director", FULL, |m| m.full_typed()).or(&[CONTACT]),
        col("Mobile No", PHONE, |m| m.tel(Dial::Mixed)).or(&[FIRM_PHONE]),
        firm_tel("Office Landline", Dial::Home).gaps(50),
        firm_mail("E-mail"),
        col("RERA Regn. No.", FIRM_NUMBER, |m| Cell::plain(format!("A518{:08}", m.d.below(1_000_000)))).or(&[KEPT]),
        other("RERA Valid Upto", |m| m.ahead(Style::DayMon)),
        col("GSTIN", FIRM_NUMBER, gstin).or(&[KEPT]).gaps(30),
        other("PAN", pan).or(&[FIRM_NUMBER]),
        col("Office Address", FIRM_WHOLE, whole_address).or(&[FIRM_STREET, WHOLE, STREET]),
        firm_town("City"),
        free("Working Area", &["Western suburbs", "South Mumbai", "Navi Mumbai", "Thane"])
            .or(&[TAGS, FIRM_QUARTER, LOCALITY])
            .gaps(20),
        day("Empanelment Dt.", FIRM_MADE, Style::DayMon).or(&[CREATED, KEPT]),
        free("Brokerage %", &["2", "2.5", "3"]),
        list("RM", FIRM_OWNER, &["Deepak", "Shraddha", "Vivek"]).or(&[OWNER, ASSIGNEE]),
        free("Active / Inactive", &["Active", "Active", "Inactive"]).or(&[STATUS, STAGE, FIRM_TYPE, TAGS]),
    ];
    let mut sheet = firms_sheet("CP List.csv", Market::India, columns);
    sheet.rows = 75;
    sheet
}

/// Flats that were booked, and who pays how.
pub(super) fn bookings() -> Sheet {
    fn rupees(header: &str, field: &'static str, low: u64, step: u64) -> Column {
        sum(header, field, whole(low, step, indian, "INR", true))
    }
    let columns = vec![
        ident("Bkg No.", DEAL_ID, "BKG/24-25/"),
        day("Bkg Date", WON, Style::Dmy('.')).or(&[DEAL_MADE, CLOSING, CREATED, KEPT]),
        list("Project", PROJECT, &["Cedarline Heights", "Meridian One"]).or(&[PROPERTY]),
        free("Wing", &["A", "B", "C"]).or(&[UNIT]),
        col("Flat No.", UNIT, |m| Cell::plain(format!("{}0{}", 2 + m.d.below(20), 1 + m.d.below(4)))),
        list("Typology", KIND, &["2 BHK", "3 BHK", "4 BHK"]).or(&[ROOMS]),
        count("Carpet (sq.ft.)", SIZE, 640, 1_850),
        col("Applicant 1", CONTACT, |m| m.full()).or(&[FULL]),
        other("Applicant 2", |m| m.spouse()).or(&[SPOUSE, CONTACT]).gaps(40),
        col("Mob.", PHONE, |m| m.tel(Dial::Mixed)),
        mail("Mail ID").gaps(20),
        other("PAN No.", pan),
        rupees("Agreement Value (Rs.)", AMOUNT, 9_500_000, 125_000).or(&[PRICE, RENT]),
        free_sum("Rate / sq.ft.", whole(11_500, 50, plain, "INR", false)),
        free_sum("Booking Amt Recd (Rs.)", whole(200_000, 10_000, indian, "INR", true)),
        other("Regn. Date", |m| later(m).cell(Style::Dmy('.'))).or(&[CLOSING]).gaps(45),
        list("Loan / Self", FINANCING, &["Loan", "Loan", "Self"]).or(&[KEPT]),
        free("Bank", &["Bank A", "Bank B", "Bank C"]).or(&[FINANCING]).gaps(40),
        list("CP / Direct", DEAL_SOURCE, &["CP", "Direct", "Reference"]).or(&[SOURCE]),
        deal_agent("Sales Exec", &["Neeraj", "Fatima", "Amit S"]),
        list("Status", DEAL_STATUS, &["Booked", "Registered", "Cancelled"]).or(&[DEAL_STAGE]),
    ];
    let mut sheet = sheet("Booking MIS.csv", "opportunity", Market::India, columns);
    sheet.entity_accept = &["person", "interest"];
    let mut total = vec![String::new(); sheet.columns.len()];
    total[0] = "Total bookings: #".into();
    sheet.below = vec![total];
    sheet.rows = 70;
    sheet
}

/// What a dialler writes down of each call.
pub(super) fn calls() -> Sheet {
    let columns = vec![
        stamp("Call Date & Time", MET, Style::Dmy('/'), Clock::Minutes).or(&[CREATED, CONTACTED, DONE]),
        list("Agent", TALK_BY, &["Rohan K", "Sushma", "Imran"]).or(&[ASSIGNEE, OWNER, TASK_FOR]),
        col("Customer No", PHONE, with_code).or(&[TALKER]),
        col("Customer Name", TALKER, |m| m.full()).or(&[FULL, CONTACT]).gaps(35),
        list("Call Type", DIRECTION, &["Outgoing", "Outgoing", "Incoming", "Missed"]).or(&[CHANNEL]),
        list("Call Status", OUTCOME, &["Answered", "No Answer", "Busy", "Switched Off"]).or(&[STATUS, TASK_STATUS]),
        col("Talk Time (mm:ss)", DURATION, minutes_seconds),
        list("Disposition", OUTCOME, &["Interested", "Not Interested", "Call Back", "Site Visit Fixed"])
            .or(&[STATUS])
            .gaps(25),
        next("Call Back Dt", Style::Dmy('/')).gaps(70),
        list("Campaign", CAMPAIGN, &["Diwali Offer", "Old Data Aug", "99acres Sept"]),
        col("Recording Link", RECORDING, |m| Cell::plain(format!("https://calls.example/rec/{:06}", 4_100 + m.row)))
            .gaps(30),
        list(
            "Agent Remarks",
            BODY,
            &["Asked for price list", "Will call after 6", "Looking in Baner only", "Wrong no."],
        )
        .or(&[NOTES, OUTCOME, TASK_NOTES])
        .gaps(40),
    ];
    let mut sheet = sheet("call_report_oct.tsv", "interaction", Market::India, columns);
    sheet.entity_accept = &["person"];
    sheet.delimiter = '\t';
    sheet.rows = 200;
    sheet
}
