//! Sheets of teams in India, headed in English, in Hindi, and in Hindi with Latin letters.

use super::*;

/// Who came to a developer's site office, from the book at its door.
pub(super) fn site_register() -> Sheet {
    let columns = vec![
        other("SL", |m| Cell::plain((m.row + 1).to_string())).or(&[ID, TALK_ID]),
        day("Visit Dt", MET, Style::DmyBare('.')).or(&[CREATED, SEEN]),
        clock("In Time").or(&[MET]),
        col("Visitor's Name", FULL, |m| m.name_by_hand()).or(&[TALKER]),
        col("Contact #", PHONE, |m| m.tel_by_hand()),
        col("Mail ID", EMAIL, |m| m.mail_by_hand()).gaps(45),
        col("Coming From", QUARTER, |m| Cell::plain(m.p.locality)).or(&[CITY, WHOLE, STREET]).gaps(15),
        firm("Working With").gaps(40),
        free("Came With", &["Alone", "Wife", "Family", "Parents", "CP"]).gaps(20),
        list("Looking For", WANTED, &["2 BHK", "3 BHK", "3 BHK Premium", "4 BHK", "Shop"])
            .or(&[BEDROOMS, KIND])
            .gaps(8),
        budget("Budget Slab").gaps(12),
        list("Reason of Purchase", PURPOSE, &["Self use", "Self use", "Investment", "For parents"]).gaps(30),
        list("Media", SOURCE, &["Hoarding", "CP", "Google", "Times of India", "Reference", "Passing by"]),
        free("CP / Reference Name", &["Hazelwood Realty", "Mr. Kamath (B-402)", "Ashgrove Realty"])
            .or(&[REFERRER, DETAIL])
            .gaps(55),
        unit("Unit Discussed").gaps(40),
        list("Attended By", TALK_BY, &["Ishaan", "Ekta", "Manoj", "Tanvi"]).or(&[OWNER, ASSIGNEE]),
        list(
            "Objection / Feedback",
            NOTES,
            &["Price high by 10 L", "Wants vastu", "Liked sample flat", "Far from office"],
        )
        .or(&[BODY, OUTCOME])
        .gaps(25),
        list("H/W/C", RATING, &["H", "W", "C", "W"]).or(&[STATUS, OUTCOME]),
        free("Visit No.", &["1st", "1st", "Revisit"]),
    ];
    let mut sheet = sheet("Site visit register Feb 26.csv", "interaction", Market::India, columns);
    sheet.entity_accept = &["person", "interest"];
    let width = sheet.columns.len();
    sheet.above = vec![padded(&["RIVERBEND PARK - SITE OFFICE"], width), padded(&["VISITOR REGISTER"], width)];
    sheet.again = 9;
    sheet.rows = 138;
    sheet
}

/// Brokers who work with a developer.
pub(super) fn partner_firms() -> Sheet {
    let columns = vec![
        col("CP Code", FIRM_ID, |m| Cell::plain(format!("CP/{:03}", m.row + 1))).or(&[ID]),
        col("Name of the Firm", FIRM, brokerage).or(&[COMPANY]),
        free("Constitution", &["Proprietorship", "Partnership", "LLP", "Pvt Ltd"]).or(&[FIRM_TYPE]).gaps(10),
        col("Proprietor / Partner", FULL, |m| m.name_by_hand()).or(&[CONTACT]),
        tel("Mobile No.", Dial::Mixed).or(&[FIRM_PHONE]),
        // The header stands twice: the second number of the same desk.
        tel2("Mobile No.", Dial::Mixed).or(&[FIRM_PHONE]).or_ask().gaps(65),
        mail("Official Email").or(&[FIRM_EMAIL]).gaps(12),
        col("Office Address", FIRM_WHOLE, |m| Cell::plain(format!("{}, {}, {}", m.p.street, m.p.locality, m.p.city)))
            .or(&[FIRM_STREET, WHOLE, STREET])
            .gaps(20),
        col("RERA Regn. No.", FIRM_NUMBER, |m| Cell::plain(format!("A5190000{:04}", m.row * 7 + 2_011))).gaps(10),
        other("RERA Valid Till", |m| m.ahead(Style::DayMon)).gaps(25),
        other("GST No.", gstin).or(&[FIRM_NUMBER]).gaps(35),
        free("Working Area", &["Bandra to Andheri", "Baner, Aundh", "Noida Expressway", "Koramangala"])
            .or(&[LOCALITY, FIRM_QUARTER, FIRM_CITY, QUARTER, TAGS])
            .gaps(20),
        count("Team Strength", STAFF, 1, 40).gaps(25),
        day("Empanelled On", FIRM_MADE, Style::DayMon).or(&[CREATED]),
        free("Agreement", &["Signed", "Pending", "Sent on mail"]),
        free("Slab", &["2%", "2.5%", "3% + car"]).gaps(15),
        tally("Walk-ins YTD", 0, 44),
        tally("Bookings YTD", 0, 9),
        list("Sourcing Mgr.", FIRM_OWNER, &["Hemant", "Juhi", "Rajesh"]).or(&[OWNER, ASSIGNEE]),
        free("CP Category", &["Platinum", "Gold", "Silver"]).or(&[RATING, FIRM_TYPE, TAGS]).gaps(10),
        list("Remarks", FIRM_NOTES, &["Strong in NRI clients", "Brokerage dispute settled", "Only commercial"])
            .or(&[NOTES])
            .gaps(55),
    ];
    let mut sheet = sheet("CP empanelment list.csv", "account", Market::India, columns);
    sheet.entity_accept = &["person"];
    sheet.rows = 88;
    sheet
}

/// Resales that a team of brokers is working on.
pub(super) fn resales() -> Sheet {
    // What is asked, offered and paid hang together.
    fn crores(header: &str, field: &'static str, less: u64) -> Column {
        col(header, field, move |m| {
            let n = 18_000_000 + 1_000_000 * (m.row as u64 * 37 % 89) - less;
            money(format!("{} Cr", hundredths(n / 100_000)), n, "INR", true)
        })
    }
    const STAGES: Words = &["Shown", "Offer made", "Negotiation", "Token given", "Agreement", "Registered", "Dropped"];
    fn dropped(m: &Maker) -> bool {
        STAGES[m.row % STAGES.len()] == "Dropped"
    }
    let columns = vec![
        ident("Deal #", DEAL_ID, "R-").or(&[ID, KEPT]),
        list("Society / Tower", PROPERTY, &["Hazelwood CHS", "Kingsbridge Towers", "Eastlake Heights", "Dunmore"])
            .or(&[PROJECT]),
        unit("Flat"),
        free("Seller", &["Mrs. D'Souza", "Capt. Ahluwalia", "Goenka HUF", "Dr. Pillai"]).gaps(8),
        col("Buyer", CONTACT, |m| m.name_by_hand()).or(&[FULL]),
        tel("Buyer Ph.", Dial::Mixed).gaps(6),
        count("Carpet (sft)", SIZE, 480, 3_200).gaps(10),
        crores("Ask", PRICE, 0).or(&[RENT, AMOUNT]),
        crores("Buyer's Offer", RENT, 1_500_000).or(&[AMOUNT, PRICE]).gaps(35),
        crores("Final Price", AMOUNT, 500_000).or(&[PRICE, RENT]).gaps(60),
        turn("Where is it", DEAL_STAGE, STAGES).or(&[DEAL_STATUS]),
        list("Chance %", PROBABILITY, &["10", "25", "50", "75", "90"]).gaps(15),
        ahead("Likely Closure", CLOSING, Style::DayMon).gaps(20),
        free("Other Side Broker", &["Foxglove Realty", "Direct", "Maplecrest Realty"]).or(&[REFERRER]).gaps(40),
        free("Our Brokerage", &["1%", "2%", "1% + 1%", "Fixed 5 L"]),
        deal_agent("RM", &["Anjali", "Deepak", "Vandana"]),
        lately("Last Discussed", Style::DayMon).or(&[CONTACTED, ACTIVE, "opportunity.updated_at"]).gaps(25),
        free("Next Step", &["Meeting with CA", "Bank valuation", "Draft ATS"]).or(&[TASK]).gaps(30),
        col("Why Lost", LOST_BECAUSE, |m| {
            if dropped(m) { m.pick(&["Bought elsewhere", "Title issue", "Price"]) } else { Cell::default() }
        }),
        list("Comments", DEAL_NOTES, &["Seller in US till May", "Cheque component ok", "Society NOC pending"])
            .or(&[NOTES])
            .gaps(45),
    ];
    let mut sheet = sheet("Resale pipeline - HNI desk.csv", "opportunity", Market::India, columns);
    sheet.entity_accept = &["person", "interest"];
    let width = sheet.columns.len();
    sheet.below = vec![padded(&["TOTAL", "# deals"], width)];
    sheet.rows = 78;
    sheet
}

/// What callers of a team told it over the day.
pub(super) fn calling_sheet() -> Sheet {
    let columns = vec![
        col("Calling Date", MET, |m| {
            let day = m.met();
            match m.d.below(4) {
                0 => day.cell(Style::DayMon),
                1 => day.clear().cell(Style::DmyShort('/')),
                _ => day.clear().cell(Style::Dmy('/')),
            }
        })
        .or(&[CREATED, CONTACTED]),
        speaker("Tele-caller", &["Bhavna", "Kunal", "Shalini"]),
        free("Data From", &["Old leads 2024", "IT park list", "Expo visitors", "Missed calls"])
            .or(&[SOURCE, DETAIL, CAMPAIGN]),
        col("Prospect", TALKER, |m| m.full_typed()).or(&[FULL, CONTACT]),
        col("Cell No", PHONE, |m| m.tel_by_hand()),
        free("Attempt", &["1", "1", "2", "3"]),
        free("Connected", &["Y", "N", "Y"]).or(&[OUTCOME]),
        list("Call Response", OUTCOME, &["RNR", "Switched off", "Interested", "Not int.", "Busy", "Wrong no."]),
        list("Pitch", PROJECT, &["Riverbend Park", "Silverton Heights", "Hazelwood Villas"]).or(&[PROPERTY, SUBJECT]),
        list("Config", WANTED, &["2 BHK", "3 BHK", "Plot", "-"]).or(&[BEDROOMS, KIND, ROOMS]).gaps(50),
        budget("Bgt").gaps(60),
        list("Pref. Location", LOCALITY, &["Baner", "Kalyani Nagar", "Any near metro"]).or(&[TOWNS]).gaps(55),
        free("SV Fixed", &["Yes", "No"]).or(&[INTEREST]).gaps(35),
        other("SV On", |m| m.ahead(Style::DmyShort('/'))).or(&[DUE, REMINDER]).gaps(75),
        next("Call Back Dt.", Style::DmyShort('/')).gaps(60),
        said("What They Said", &["Will visit with brother", "Already booked", "Call on Sunday", "Send price on WA"])
            .gaps(30),
    ];
    let mut sheet = sheet("TELECALLING DATA.csv", "interaction", Market::India, columns);
    sheet.entity_accept = &["person", "task"];
    // Somebody leaves a line where a week ends.
    sheet.blank_every = 45;
    sheet.again = 10;
    sheet.rows = 190;
    sheet
}

/// Offices that firms look for, as the desk for commercial space notes them.
pub(super) fn office_needs() -> Sheet {
    let columns = vec![
        other("Reqt. Date", |m| m.day(Style::DayMon)).or(&[FIRM_MADE, CREATED, MET]),
        firm_name("Corporate"),
        list("Sector", INDUSTRY, &["IT/ITeS", "BFSI", "Co-working", "Pharma", "Start-up"]).gaps(10),
        col("SPOC", FULL, |m| m.full()).or(&[CONTACT]),
        list("SPOC Designation", JOB, &["Admin Head", "VP - Real Estate", "CFO", "Facilities Manager"]).gaps(20),
        tel("SPOC Mobile", Dial::Mixed).or(&[FIRM_PHONE]).gaps(8),
        mail("SPOC Email").or(&[FIRM_EMAIL]).gaps(12),
        list("Lease / Outright", PURPOSE, &["Lease", "Lease", "Outright"]),
        list("Space Type", WANTED, &["Bare shell", "Warm shell", "Plug & play", "Retail"]).or(&[MUST, KIND]),
        count("Min. Area (sft)", AREA, 1_500, 9_000),
        count("Max. Area (sft)", "requirement.area_max", 9_500, 40_000).gaps(20),
        free("No. of Seats", &["40", "100", "250", "600"]).gaps(25),
        list("Micro-markets", LOCALITY, &["Whitefield, ORR", "BKC", "Hinjewadi", "Cyber City / GCR"]).or(&[TOWNS]),
        free("Rent Range / sft", &["85-95", "upto 120", "60-70", "150+"]).or(&[MAX]).gaps(15),
        free("Car Parks", &["1:1000", "20", "40"]).or(&[MUST]).gaps(35),
        list("Must Have", MUST, &["Power backup", "Metro", "LEED", "Cafeteria, signage"]).gaps(40),
        list("Occupation By", TIMEFRAME, &["Immediate", "Q2", "Before Sep", "Next FY"]).gaps(20),
        free("Options Sent", &["3", "5", "8"]).gaps(25),
        list("Handled By", FIRM_OWNER, &["Nikhil", "Pooja", "Yash"]).or(&[OWNER, ASSIGNEE]),
        state("Reqt. Status", &["Active", "Options shared", "Inspection", "LOI", "Closed", "Dead"])
            .or(&[DEAL_STAGE, KEPT]),
        list("Remarks", FIRM_NOTES, &["Board approval awaited", "IPC mandate", "Expanding in Pune"])
            .or(&[NOTES])
            .gaps(45),
    ];
    let mut sheet = sheet("Office requirements tracker.csv", "account", Market::India, columns);
    sheet.entity_accept = &["person", "requirement"];
    sheet.again = 5;
    sheet.rows = 74;
    sheet
}

/// Plots that owners around a town offer, in Devanagari.
pub(super) fn plots_hi() -> Sheet {
    let columns = vec![
        serial("क्र."),
        full("भूस्वामी का नाम"),
        free("पिता का नाम", &["रामप्रसाद", "शिवनारायण", "ओमप्रकाश", "बद्रीलाल"]).gaps(35),
        col("मोबाइल नं.", PHONE, |m| m.tel(Dial::Home)),
        free("प्लॉट नं.", &["14", "27-ए", "103", "88/2"]).or(&[UNIT, LISTING]).gaps(20),
        list("ज़मीन कहाँ है", PLACE_QUARTER, &["विजय नगर", "बायपास रोड", "इंदिरा नगर सेक्टर 9", "मानसरोवर"]).or(&[
            PLACE,
            PLACE_STREET,
            PLACE_TOWN,
            PROPERTY,
        ]),
        count("रकबा (वर्गफुट)", SIZE, 800, 6_000),
        free("सड़क कितनी चौड़ी", &["20 फुट", "30 फुट", "40 फुट"]).gaps(25),
        free("मुख", &["पूर्व", "उत्तर", "पश्चिम", "कॉर्नर"]).gaps(20),
        free("भाव प्रति फुट", &["2200", "3500", "4100", "बातचीत से"]).gaps(15),
        col("कुल माँग", PRICE, |m| {
            let lakh = 3 * (8 + m.d.below(30) as u64);
            Cell::of(format!("{lakh} लाख"), Kind::Money, amount(lakh * 100_000, "INR", true))
        })
        .or(&[RENT, AMOUNT])
        .gaps(8),
        free("कागज़ात", &["रजिस्ट्री", "पट्टा", "डायवर्सन हो चुका", "नामांतरण बाकी"]).gaps(20),
        list("किसके द्वारा", REFERRER, &["शुक्ला जी", "पटवारी साहब", "सीधे मालिक"]).or(&[SOURCE]).gaps(35),
        other("बात शुरू हुई", |m| m.day(Style::Dmy('-'))).or(&[CREATED, MET, SEEN, CONTACTED]),
        list("हमारी तरफ़ से", OWNER, &["नरेश", "संगीता", "मुकेश"]).or(&[ASSIGNEE]),
        free("बिका या नहीं", &["उपलब्ध", "बयाना हो गया", "बिक गया"]).or(&[STATUS, INTEREST]),
        list("टिप्पणी", NOTES, &["भाई से पूछकर बताएँगे", "थोड़ा कम हो सकता है", "बोर लगा है"]).gaps(45),
    ];
    let mut sheet = sheet("प्लॉट सूची.csv", "person", Market::India, columns);
    sheet.entity_accept = &["interest"];
    sheet.native = true;
    sheet.bom = true;
    sheet.rows = 84;
    sheet
}

/// What a small office has to do, in Hindi with Latin letters.
pub(super) fn tasks_hi() -> Sheet {
    const STATES: Words = &["Baaki", "Ho gaya", "Chal raha hai", "Ho gaya", "Ruka hua"];
    let columns = vec![
        other("Kram", |m| Cell::plain((m.row + 1).to_string())).or(&[TASK_ID]),
        other("Kab Likha", |m| m.day(Style::DmyShort('-'))).or(&[CREATED]),
        list(
            "Kya Karna Hai",
            TASK,
            &[
                "Stamp paper lana",
                "Flat dikhana",
                "Token lena",
                "Society se NOC",
                "Light bill name change",
                "Chabi dena",
            ],
        )
        .or(&[SUBJECT]),
        task_contact("Party"),
        tel("Party ka Phone", Dial::Home).gaps(12),
        free("Jagah", &["Registrar office", "Hazelwood 402", "Bank", "Site"]).or(&[PLACE, PROPERTY]).gaps(30),
        doer("Kaun Jayega", &["Raju", "Manoj", "Uday", "Khud"]),
        free("Kisne Bola", &["Bhatia sahab", "Madam", "Party"]).gaps(25),
        ahead("Kis Din Tak", DUE, Style::DmyShort('-')).gaps(10),
        list("Jaldi?", PRIORITY, &["Bahut jaldi", "Aaram se", "Normal"]).gaps(20),
        turn("Kaam Hua?", TASK_STATUS, STATES),
        col("Kis Din Hua", DONE, |m| {
            let done = STATES[m.row % STATES.len()] == "Ho gaya";
            if done { later(m).cell(Style::DmyShort('-')) } else { Cell::default() }
        }),
        free("Kharcha", &["200", "500", "1100", "nil"]).gaps(60),
        list("Aur Baat", TASK_NOTES, &["Aadhar copy saath le jana", "Pehle phone karna", "Agent bhi aayega"])
            .or(&[NOTES])
            .gaps(45),
    ];
    let mut sheet = sheet("kaam ki list.csv", "task", Market::India, columns);
    sheet.entity_accept = &["interaction"];
    sheet.again = 5;
    sheet.rows = 72;
    sheet
}
