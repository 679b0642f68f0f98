//! Sheets of teams in India, headed in English.

use super::*;

/// `1.25` for a crore and a quarter, under a header that says so.
fn crores(n: u64) -> String {
    hundredths(n / 100_000)
}

/// Everybody whom a broker knows: buyers, sellers and those who put money in.
pub(super) fn master() -> Sheet {
    let columns = vec![
        serial("Sr. No."),
        col("Client Name", FULL, |m| m.name_by_hand()),
        col("Mob No. 1", PHONE, |m| m.tel_by_hand()),
        tel2("Mob No. 2 / WhatsApp", Dial::Mixed).gaps(65),
        col("E-mail Id", EMAIL, |m| m.mail_by_hand()).gaps(25),
        job("Occupation").gaps(30),
        firm("Co. / Business").gaps(45),
        col("Resi. Address", WHOLE, whole_address).or(&[STREET]).gaps(40),
        town("City", CITY).gaps(10),
        born("DOB", Style::Dmy('-')).gaps(60),
        day("Anniv.", WED, Style::Dmy('-')).gaps(75),
        list("Buyer/Seller/Investor", PURPOSE, &["Buyer", "Seller", "Investor"]).or(&[STAGE, TAGS, KEPT]),
        list("Req. (BHK)", BEDROOMS, &["1", "2", "3", "4"]).or(&[WANTED]).gaps(20),
        wanted_place("Pref. Location").gaps(15),
        sum("Budget (Cr)", MAX, whole(8_500_000, 500_000, crores, "INR", false)).or(&[MIN]).gaps(15),
        list("Source", SOURCE, &["99acres", "Hoarding", "Reference", "Walk-in", "MB"]),
        agent("RM", &["Pooja", "Nitin", "Kunal R"]),
        state("Status", &["Hot", "Warm", "Cold", "Closed", "Dead"]).or(&[RATING]),
        touched("Last Call Dt", Style::Dmy('-')).gaps(25),
        next("Next F/up", Style::Dmy('-')).gaps(45),
        list("Remarks", NOTES, &["Wants vastu, E facing", "Will decide after Diwali", "Loan under process"]).gaps(35),
    ];
    let mut sheet = sheet("MASTER CLIENT DATA.csv", "person", Market::India, columns);
    title(&mut sheet, "MASTER CLIENT DATA - UPDATED");
    sheet.header_every = 90;
    sheet.again = 5;
    sheet.rows = 210;
    sheet
}

/// Channel partners, with what each of them is registered as and brings.
pub(super) fn partners() -> Sheet {
    let columns = vec![
        ident("CP Code", FIRM_ID, "CP/"),
        firm_name("Firm Name"),
        col("Proprietor / Partner", FULL, |m| m.full_typed()).or(&[CONTACT]),
        tel("Mob.", Dial::Mixed).or(&[FIRM_PHONE]),
        tel2("Alt No.", Dial::Mixed).or(&[FIRM_PHONE]).gaps(70),
        mail("Mail ID").or(&[FIRM_EMAIL]).gaps(12),
        col("Office Address", FIRM_WHOLE, whole_address).or(&[FIRM_STREET, WHOLE]).gaps(20),
        free("Area of Operation", &["Thane - Ghodbunder", "Navi Mumbai", "Western suburbs"])
            .or(&[LOCALITY, FIRM_QUARTER, TAGS, FIRM_NOTES])
            .gaps(15),
        col("RERA Regn. No.", FIRM_NUMBER, |m| Cell::plain(format!("A000000{:05}", m.d.below(100_000))))
            .or(&[KEPT])
            .gaps(15),
        other("GST No.", gstin).or(&[FIRM_NUMBER]).gaps(35),
        other("PAN", pan).or(&[FIRM_NUMBER]).gaps(45),
        list("CP Category", FIRM_TYPE, &["Platinum", "Gold", "Silver"]).or(&[RATING, TAGS, KEPT]),
        day("Onboarded On", FIRM_MADE, Style::DayMon).or(&[CREATED, KEPT]),
        list("Sourcing Mgr", FIRM_OWNER, &["Umesh", "Tanvi", "Gaurav"]).or(&[OWNER, ASSIGNEE]),
        tally("Walk-ins (YTD)", 0, 45).gaps(20),
        tally("Bookings (YTD)", 0, 9).gaps(20),
        free("Status", &["Active", "Inactive", "Docs pending"]).or(&[STATUS, STAGE]),
    ];
    let mut sheet = firms_sheet("CP database.csv", Market::India, columns);
    sheet.rows = 96;
    sheet
}

/// Flats that were booked, and through whom.
pub(super) fn bookings() -> Sheet {
    let columns = vec![
        ident("Booking ID", DEAL_ID, "BKG-25-"),
        day("Bkg Date", DEAL_MADE, Style::Dmy('/')).or(&[WON, CREATED, SEEN]),
        deal_contact("Applicant Name"),
        other("Co-Applicant", |m| m.spouse()).or(&[SPOUSE, CONTACT]).gaps(35),
        col("Contact No", PHONE, bare),
        mail("Email").gaps(10),
        list("Project", PROJECT, &["Alderbrook Greens", "Keystone Heights"]).or(&[PROPERTY]),
        free("Tower-Wing", &["T1-A", "T1-B", "T2-A"]).or(&[UNIT, PROPERTY]),
        unit("Unit No"),
        list("Config", ROOMS, &["1 BHK", "2 BHK", "3 BHK"]).or(&[KIND]),
        count("Carpet (sq.ft)", SIZE, 420, 1_480),
        sum("Agreement Value (Rs.)", AMOUNT, whole(7_200_000, 125_000, indian, "INR", true)).or(&[PRICE, RENT]),
        free_sum("Booking Amt", whole(100_000, 25_000, indian, "INR", false)),
        free("Payment Plan", &["CLP", "20:80", "Flexi"]).or(&[FINANCING]),
        list("Channel (CP/Direct)", DEAL_SOURCE, &["CP", "Direct", "Reference"]).or(&[SOURCE]),
        other("CP Name", company).or(&[REFERRER, FIRM, DEAL_FIRM]).gaps(50),
        deal_agent("Sales Exec", &["Meghna", "Abhay", "Rakesh"]),
        list("Stage", DEAL_STAGE, &["Booked", "Agreement done", "Loan disbursed", "Cancelled"]).or(&[DEAL_STATUS]),
        other("Agmt Regn Date", |m| m.ahead(Style::Dmy('/'))).or(&[CLOSING, WON]).gaps(45),
        list("Cancellation Reason", LOST_BECAUSE, &["Loan rejected", "Job loss"]).gaps(90),
    ];
    let mut sheet = sheet("Booking MIS.csv", "opportunity", Market::India, columns);
    sheet.entity_accept = &["person", "interest"];
    let mut total = vec![String::new(); sheet.columns.len()];
    total[0] = "TOTAL UNITS: #".into();
    sheet.below = vec![total];
    sheet.rows = 88;
    sheet
}

/// The register at the gate of a sample flat.
pub(super) fn site_visits() -> Sheet {
    let columns = vec![
        day("Visit Dt", MET, Style::DmyShort('/')).or(&[SEEN, CREATED]),
        other("In Time", hour).or(&[MET]),
        col("Visitor Name", TALKER, |m| m.full_typed()).or(&[FULL, CONTACT]),
        tally("No. of Visitors", 1, 5).gaps(20),
        tel("Mobile No.", Dial::Mixed),
        col("Residing At", QUARTER, |m| Cell::plain(m.p.locality)).or(&[WHOLE, CITY, STREET]).gaps(15),
        list("Source of Visit", SOURCE, &["CP", "Newspaper", "Hoarding", "Reference", "Digital"]),
        free("CP Firm Name", &["Redstone Realtors", "Oakhurst Infra"]).or(&[REFERRER, COMPANY, FIRM, DETAIL]).gaps(60),
        list("Config Reqd", BEDROOMS, &["1BHK", "2BHK", "2.5BHK", "3BHK"]).or(&[WANTED, ROOMS]),
        budget("Budget Range").gaps(10),
        free("Visit Type (F/R)", &["F", "F", "R"]),
        speaker("Attended By", &["Meghna", "Abhay", "Rakesh"]),
        said("Sales Feedback", &["Liked sample flat", "Rate high", "Comparing with next door", "Needs lower floor"]),
        list("Hot/Warm/Cold", RATING, &["H", "W", "C"]).or(&[STATUS, STAGE]),
        next("Follow-up On", Style::DmyShort('/')).gaps(40),
    ];
    let mut sheet = sheet("Site visit register Q1.csv", "interaction", Market::India, columns);
    sheet.entity_accept = &["person", "interest"];
    sheet.header_every = 70;
    sheet.rows = 180;
    sheet
}
