//! Sheets of teams in India, headed in English, in Hindi, and in Hindi with Latin letters.

use super::*;

/// `1.85 Cr`
fn crore(n: u64) -> String {
    format!("{} Cr", hundredths(n / 100_000))
}

/// Who came to a developer's lounge, as the desk at the door fills it in.
pub(super) fn lounge() -> Sheet {
    let columns = vec![
        serial("Token No."),
        col("Date of Visit", CREATED, |m| {
            let day = m.met();
            mixed_day(m, day)
        })
        .or(&[MET, SEEN]),
        col("Guest Name", FULL, |m| m.name_by_hand()),
        col("Contact Number", PHONE, |m| m.tel_by_hand()),
        tel2("Alternate Contact", Dial::Mixed).gaps(75),
        col("Email Address", EMAIL, |m| m.mail_by_hand()).gaps(30),
        col("Current Residence (Area)", QUARTER, |m| Cell::plain(m.p.locality)).or(&[CITY, WHOLE, STREET]).gaps(15),
        job("Profession").gaps(25),
        firm("Organisation").gaps(50),
        list("Typology Required", BEDROOMS, &["2 BHK", "3 BHK", "3.5 BHK", "4 BHK"]).or(&[WANTED, ROOMS]),
        budget("Budget Bracket").gaps(10),
        list("Purpose (Self Use / Investment)", PURPOSE, &["Self Use", "Self Use", "Investment"]).gaps(10),
        list("Possession Preference", TIMEFRAME, &["Ready", "Within 1 year", "UC is fine"]).gaps(25),
        list("Mode of Funding", FINANCING, &["Home loan", "Own funds", "Sale of existing flat"]).gaps(25),
        list("How did you come to know?", SOURCE, &["Hoarding", "Digital ad", "Channel partner", "Reference"])
            .or(&[DETAIL]),
        free("CP / Referrer Name", &["Silverton Realty", "Highfield Realty", "Mr. Lobo (B-1204)"])
            .or(&[REFERRER, DETAIL])
            .gaps(50),
        agent("Closing Manager", &["Sameer", "Ishita", "Varun"]),
        list("Lead Temperature", RATING, &["Hot", "Warm", "Cold"]).or(&[STATUS, STAGE]),
        list(
            "Remarks After Visit",
            NOTES,
            &["Liked sample flat", "Will come with parents", "Wants possession before 2027"],
        )
        .or(&[BODY])
        .gaps(30),
        next("Revisit Date", Style::Dmy('/')).gaps(55),
    ];
    let mut sheet = sheet("Lounge visitors Mar.csv", "person", Market::India, columns);
    sheet.entity_accept = &["interaction", "interest"];
    let width = sheet.columns.len();
    sheet.above = vec![padded(&["ROSEWOOD HEIGHTS - SALES LOUNGE"], width), padded(&["Visitor register"], width)];
    sheet.again = 5;
    sheet.rows = 175;
    sheet
}

/// Flats that owners gave a broker to sell or let.
pub(super) fn inventory() -> Sheet {
    let columns = vec![
        serial("Sr"),
        list("Building", PROPERTY, &["Lakeshore One", "Ivybridge CHS", "Kingsway Towers", "Rosewood Heights"])
            .or(&[PROJECT]),
        unit("Wing / Flat"),
        tally("Floor", 1, 32).gaps(10),
        list("Config", ROOMS, &["1 BHK", "2 BHK", "3 BHK", "4 BHK"]).or(&[KIND]),
        count("Carpet (sq.ft.)", SIZE, 410, 2_400).gaps(10),
        free("Furnishing", &["UF", "SF", "FF"]),
        free("Parking", &["1", "2", "Stilt", "No"]).gaps(15),
        col("Owner Name", FULL, |m| m.name_by_hand()),
        col("Owner Contact", PHONE, |m| m.tel_by_hand()),
        sum("Expected Price", PRICE, whole(9_500_000, 500_000, crore, "INR", true)).or(&[RENT, AMOUNT]).gaps(25),
        free_sum("Expected Rent", whole(38_000, 2_000, indian, "INR", false)).or(&[RENT, PRICE]).gaps(60),
        free("Key With", &["Office", "Watchman", "Owner", "Tenant inside"]).gaps(20),
        other("Available From", |m| m.ahead(Style::Dmy('/'))).or(&[SEEN]).gaps(45),
        other("Listed On", |m| m.day(Style::Dmy('/'))).or(&[CREATED, SEEN]),
        other("Last Verified", |m| later(m).cell(Style::Dmy('/'))).or(&[CONTACTED, UPDATED, ACTIVE]).gaps(25),
        free("Availability", &["Available", "Hold", "Sold", "Rented"]).or(&[STATUS, INTEREST]),
        agent("Handled By", &["Girish", "Kavita", "Lalit"]).gaps(10),
        list("Remarks", NOTES, &["Sea view", "Negotiable 5%", "Vegetarian family only", "Society NOC pending"])
            .gaps(45),
    ];
    let mut sheet = sheet("Resale inventory.csv", "interest", Market::India, columns);
    sheet.entity_accept = &["person"];
    sheet.blank_every = 30;
    sheet.rows = 140;
    sheet
}

/// What everybody in the office has to do.
pub(super) fn work() -> Sheet {
    let columns = vec![
        other("Given On", |m| m.day(Style::DayMon)).or(&[CREATED, MET]),
        doer("Person Responsible", &["Neeraj", "Mansi", "Farhan", "Harsha"]),
        list(
            "Work",
            TASK,
            &["Prepare agreement draft", "Collect cheque", "Upload on portals", "Arrange site visit", "Index II copy"],
        ),
        other("Client Name & No.", name_and_number).or(&[FULL, PHONE, TASK_CONTACT, CONTACT]).must_ask().gaps(15),
        list("Project / Building", PROJECT, &["Lakeshore One", "Rosewood Heights", "Millbrook Villas"])
            .or(&[PROPERTY])
            .gaps(20),
        list(
            "Instructions",
            TASK_NOTES,
            &["Take stamp duty receipt", "Photos from society office", "Call before going"],
        )
        .or(&[NOTES])
        .gaps(35),
        list("Priority (H/M/L)", PRIORITY, &["H", "M", "L"]),
        ahead("Deadline", DUE, Style::DayMon).gaps(8),
        list("Done? (Y/N/WIP)", TASK_STATUS, &["Y", "N", "WIP"]),
        col("Completed On", DONE, |m| later(m).cell(Style::DayMon)).gaps(60),
        free("Reason for Delay", &["Client travelling", "Bank holiday", "Documents short"]).or(&[TASK_NOTES]).gaps(78),
        free("Checked By", &["Bharat sir", "Radhika"]).gaps(55),
    ];
    let mut sheet = sheet("Work allotment.csv", "task", Market::India, columns);
    title(&mut sheet, "WORK ALLOTMENT SHEET");
    sheet.rows = 116;
    sheet
}

/// Plots and houses that were sold, in Devanagari.
pub(super) fn plot_deals() -> Sheet {
    let columns = vec![
        ident("सौदा क्र.", DEAL_ID, "S-"),
        day("दिनांक", DEAL_MADE, Style::Dmy('-')).or(&[CREATED, WON, SEEN]),
        col("खरीदार का नाम", CONTACT, |m| m.full()).or(&[FULL]),
        col("मोबाइल नं.", PHONE, bare),
        free("विक्रेता", &["राठौर परिवार", "श्री महेश निगम", "सदर बाज़ार बिल्डर्स"]).or(&[CONTACT, DEAL_FIRM]),
        list("कॉलोनी", PROJECT, &["शान्ति कुंज", "गंगा विहार", "सूर्य नगर"]).or(&[PROPERTY, PLACE_QUARTER]),
        col("प्लॉट नं.", UNIT, |m| {
            Cell::plain(format!("{}-{}", m.d.word(&["A", "B", "C"]), 1 + m.d.below(90)))
        })
        .or(&[KEPT]),
        count("क्षेत्रफल (वर्ग फुट)", SIZE, 600, 3_000),
        col("सौदे की रकम", AMOUNT, share(whole(1_800_000, 100_000, indian, "INR", false), 100)).or(&[PRICE, RENT]),
        other("बयाना", share(whole(1_800_000, 100_000, indian, "INR", false), 10)).gaps(10),
        other("बाकी रकम", share(whole(1_800_000, 100_000, indian, "INR", false), 90)).gaps(15),
        ahead("रजिस्ट्री की तारीख", CLOSING, Style::Dmy('-')).or(&[WON]).gaps(30),
        other("दलाली", share(whole(1_800_000, 100_000, indian, "INR", false), 2)).gaps(20),
        deal_agent("किसने कराया", &["पवन", "नीलम", "बृजेश"]).or(&[REFERRER]),
        list("स्थिति", DEAL_STATUS, &["बयाना हुआ", "रजिस्ट्री बाकी", "पूरा", "रद्द"]).or(&[DEAL_STAGE]),
        list("विवरण", DEAL_NOTES, &["नक्शा पास होना बाकी", "बैंक लोन से", "दो किस्तों में"]).or(&[NOTES]).gaps(50),
    ];
    let mut sheet = sheet("सौदा रजिस्टर.csv", "opportunity", Market::India, columns);
    sheet.entity_accept = &["person", "interest"];
    sheet.native = true;
    sheet.bom = true;
    let width = sheet.columns.len();
    sheet.below = vec![padded(&["कुल सौदे: #"], width)];
    sheet.rows = 62;
    sheet
}

/// Brokers whom a broker shares with, in Hindi with Latin letters.
pub(super) fn brokers_hi() -> Sheet {
    let columns = vec![
        serial("Kram"),
        col("Broker ka Naam", FULL, |m| m.full_typed()),
        firm("Firm ka Naam").gaps(40),
        tel("Mobile", Dial::Mixed),
        tel2("Dusra Number", Dial::Mixed).gaps(75),
        col("Ilaka", QUARTER, |m| Cell::plain(m.p.locality)).or(&[LOCALITY, FIRM_QUARTER, TAGS, CITY]),
        free("Kya Kaam Karta Hai", &["Rent", "Resale", "Plot", "Resale + Rent"]).or(&[TAGS, FIRM_TYPE]).gaps(10),
        free("Hissa (%)", &["50", "40", "25"]).gaps(30),
        tally("Kitni Deal Hui", 0, 9).gaps(20),
        list("Bharosa (A/B/C)", RATING, &["A", "B", "C"]).or(&[TAGS]),
        free("Kisne Milwaya", &["Pradeep ji", "Chetan", "Purana jaan pehchan"]).or(&[REFERRER, SOURCE]).gaps(50),
        touched("Aakhri Baat", Style::DmyShort('/')).gaps(25),
        list("Note", NOTES, &["Party le aata hai", "Commission me jhanjhat", "Sirf Worli ka kaam"]).gaps(45),
    ];
    let mut sheet = sheet("broker list.csv", "person", Market::India, columns);
    sheet.entity_accept = &["account"];
    sheet.rows = 88;
    sheet
}
