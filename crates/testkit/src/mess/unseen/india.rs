//! Sheets of teams in India, headed in English and in Devanagari.

use super::*;

/// Who stopped at the stall of a developer at a property show.
pub(super) fn stall_visitors() -> Sheet {
    let columns = vec![
        serial("Sr."),
        col("Expo Date", CREATED, |m| {
            Day { year: 2026, month: 2, day: if m.row < 80 { 21 } else { 22 } }.cell(Style::DmyShort('.'))
        })
        .or(&[MET, SEEN]),
        agent("Stall Executive", &["Mihir", "Parul", "Ritesh", "Aditi"]),
        col("Visitor Name", FULL, |m| m.name_by_hand()),
        col("Cell No.", PHONE, |m| m.tel_by_hand()),
        tel2("Alt. Cell", Dial::Mixed).gaps(80),
        col("E-mail", EMAIL, |m| m.mail_by_hand()).gaps(35),
        job("Profession").gaps(25),
        col("Residing At", QUARTER, |m| Cell::plain(m.p.locality)).or(&[CITY, WHOLE, STREET]).gaps(18),
        list("Require", WANTED, &["2 BHK", "3 BHK", "2.5 BHK", "Row House", "Shop"]).or(&[BEDROOMS, KIND]).gaps(5),
        list("Area Pref.", LOCALITY, &["Worli / Lower Parel", "Viman Nagar", "Any near metro", "Satellite"])
            .or(&[TOWNS])
            .gaps(22),
        budget("Budget Told").gaps(10),
        list("Possession Reqd.", TIMEFRAME, &["Ready", "Within 1 yr", "U/C ok"]).gaps(25),
        list("Loan / Self", FINANCING, &["Loan", "Self funded", "Part loan"]).gaps(35),
        free("Brochure", &["Y", "N"]).gaps(10),
        list("H / M / L", RATING, &["H", "M", "L", "M"]).or(&[STATUS]),
        ahead("SV Promised On", DUE, Style::DmyShort('.')).or(&[REMINDER, SEEN, KEPT]).or_ask().gaps(50),
        list("Talk at Stall", NOTES, &["Brother also looking", "Compares with Kenwood", "Wants inventory on WA"])
            .or(&[BODY])
            .gaps(35),
    ];
    let mut sheet = sheet("Property Expo Feb-26 stall data.csv", "person", Market::India, columns);
    let width = sheet.columns.len();
    sheet.above = vec![padded(&["ALDERWOOD HEIGHTS - PROPERTY EXPO, 21 & 22 FEB"], width)];
    sheet.abroad = (vec![Market::Emirates], 6);
    sheet.again = 4;
    sheet.rows = 152;
    sheet
}

/// Flats that a developer's desk has booked.
pub(super) fn booked_flats() -> Sheet {
    const RUPEES: Sum = whole(14_500_000, 350_000, indian, "INR", false);
    let columns = vec![
        col("Form No.", DEAL_ID, |m| Cell::plain((1_204 + m.row).to_string())).or(&[ID, KEPT]),
        day("Bkg Dt.", DEAL_MADE, Style::Dmy('-')).or(&[CREATED, WON, SEEN]),
        deal_contact("1st Applicant"),
        col("2nd Applicant", SPOUSE, |m| m.spouse()).or(&[SPOUSE_GIVEN, KEPT]).or_ask().gaps(45),
        other("PAN (1st)", pan).or(&[ID]).gaps(12),
        tel("Mobile (1st)", Dial::Mixed).gaps(3),
        mail("Mail (1st)").gaps(15),
        free("Wing", &["A", "B", "C", "D"]).or(&[PROPERTY, UNIT]),
        unit("Flat"),
        count("RERA Carpet (sq ft)", SIZE, 540, 1_850).gaps(5),
        col("Agmt. Value", AMOUNT, share(RUPEES, 100)).or(&[PRICE, RENT]),
        other("GST", share(RUPEES, 5)),
        other("SD + Regn", share(RUPEES, 6)).gaps(15),
        other("Recd. till date", share(RUPEES, 20)),
        list("Funding", FINANCING, &["HDFC loan", "SBI loan", "Own", "Axis loan"]).or(&[FUNDS]).gaps(12),
        list("Through", DEAL_SOURCE, &["Direct", "CP - Moorgate", "CP - Ivybank", "Reference"])
            .or(&[SOURCE, REFERRER])
            .gaps(8),
        deal_agent("Closing By", &["Arvind Sheth", "Nandini Jain", "Farhan Dalal"]),
        other("Regn. Date", |m| later(m).cell(Style::Dmy('-'))).or(&[WON, CLOSING]).gaps(50),
        list("Case Status", DEAL_STAGE, &["Booked", "Allotment issued", "Registered", "Cancelled", "Refund pending"])
            .or(&[DEAL_STATUS]),
        list("Remarks", DEAL_NOTES, &["2 parkings promised", "NRI - POA to brother", "Cheque bounced once"])
            .or(&[NOTES])
            .gaps(55),
    ];
    let mut sheet = sheet("BOOKING REGISTER FY 25-26.csv", "opportunity", Market::India, columns);
    sheet.entity_accept = &["person", "interest"];
    let width = sheet.columns.len();
    sheet.below = vec![padded(&["TOTAL", "# flats"], width)];
    sheet.abroad = (vec![Market::Emirates, Market::America], 8);
    sheet.rows = 98;
    sheet
}

/// What each of a team has to do for whom.
pub(super) fn daily_plan() -> Sheet {
    const STATES: Words = &["Y", "N", "Y", "N", "Postponed"];
    let columns = vec![
        other("Given On", |m| m.day(Style::DayMon)).or(&[CREATED]),
        doer("Given To", &["Chetan", "Geeta", "Lalit", "Urvashi"]),
        list(
            "Work",
            TASK,
            &[
                "Call for site visit",
                "Share cost sheet",
                "Collect balance token",
                "Send floor plan on WA",
                "Loan doc pickup",
                "Revisit with family",
            ],
        )
        .or(&[SUBJECT]),
        task_contact("Client"),
        tel("Client No.", Dial::Mixed).gaps(8),
        free("Project / Flat", &["Alderwood B-1203", "Kenwood Villas", "Resale - Palm Avenue"])
            .or(&[PROJECT, PROPERTY, UNIT])
            .gaps(20),
        list("Urgent?", PRIORITY, &["Urgent", "Normal", "Normal"]).gaps(25),
        ahead("Finish By", DUE, Style::DayMon).gaps(8),
        turn("Done Y/N", TASK_STATUS, STATES),
        col("Done Dt.", DONE, |m| {
            if STATES[m.row % STATES.len()] == "Y" { later(m).cell(Style::DayMon) } else { Cell::default() }
        }),
        col("Remind On", REMINDER, |m| m.ahead(Style::DayMon)).gaps(65),
        free("If not, why", &["Client out of station", "No reply", "Rain"]).or(&[TASK_NOTES]).gaps(70),
        list("Boss Remark", TASK_NOTES, &["Push for token", "Offer floor rise waiver", "Close this week"])
            .or(&[NOTES])
            .gaps(60),
    ];
    let mut sheet = sheet("Daily work plan - sales.csv", "task", Market::India, columns);
    sheet.entity_accept = &["interaction"];
    sheet.again = 9;
    sheet.rows = 108;
    sheet
}

/// Who owns which flat of a tower that a team resells in.
pub(super) fn tower_owners() -> Sheet {
    fn crores(n: u64) -> String {
        format!("{} Cr", hundredths(n / 100_000))
    }
    let columns = vec![
        list("Tower / Wing", PROPERTY, &["Alderwood A", "Alderwood B", "Kenwood East"]).or(&[PROJECT, UNIT]),
        unit("Flat No"),
        col("Owner (as per Index II)", FULL, |m| m.name_by_hand()),
        col("Joint Owner", SPOUSE, |m| m.spouse()).or(&[SPOUSE_GIVEN, KEPT]).or_ask().gaps(60),
        tel("Owner Mob.", Dial::Mixed).gaps(10),
        tel2("Owner Mob. 2", Dial::Mixed).gaps(80),
        mail("Owner Mail").gaps(40),
        town("Owner Lives In", CITY).gaps(25),
        list("Config", KIND, &["2 BHK", "3 BHK", "4 BHK", "Duplex"]).or(&[ROOMS]).gaps(4),
        count("Carpet sft", SIZE, 620, 2_900).gaps(12),
        free("Occupancy", &["Self", "Tenant", "Vacant"]).gaps(15),
        free("Tenant", &["Bank lease", "Mr. Varma", "Bachelors"]).gaps(70),
        sum("Exp. Price", PRICE, whole(21_000_000, 500_000, crores, "INR", true)).or(&[RENT, AMOUNT]).gaps(40),
        free("Exp. Rent", &["85k", "1.1 L", "1.4 L neg."]).or(&[RENT, PRICE]).gaps(55),
        free("Sell / Rent / No", &["Sell", "Rent", "No", "Sell"]).or(&[STATUS, PURPOSE, TAGS, STAGE]).gaps(15),
        free("Keys With", &["Watchman", "Us", "Owner"]).gaps(50),
        agent("Our Guy", &["Vikram", "Sneha", "Jatin"]),
        col("Spoke Last", CONTACTED, |m| {
            let day = later(m);
            by_several(m, day)
        })
        .or(&[ACTIVE])
        .gaps(25),
        list("What He Says", NOTES, &["Not below 2.4", "In US till June", "Society dues pending", "Son decides"])
            .or(&[BODY])
            .gaps(40),
    ];
    let mut sheet = sheet("Tower owners database.csv", "person", Market::India, columns);
    sheet.entity_accept = &["interest"];
    sheet.abroad = (vec![Market::America, Market::Emirates, Market::Britain], 18);
    sheet.rows = 166;
    sheet
}

/// Banks, lawyers and designers whom a team in India sends its clients to.
pub(super) fn associates() -> Sheet {
    let columns = vec![
        serial("No"),
        firm_name("Firm / Bank"),
        list("Line of Work", INDUSTRY, &["Home loan DSA", "Advocate", "Interior", "Vastu", "Packers & movers"])
            .or(&[FIRM_TYPE]),
        full("Person to Speak To").or(&[CONTACT]),
        list("Designation", JOB, &["Proprietor", "Relationship Manager", "Partner", "Branch Head"]).gaps(25),
        tel("Mob.", Dial::Mixed).or(&[FIRM_PHONE]).gaps(4),
        // The header stands twice: the second number of the same person.
        tel2("Mob.", Dial::Mixed).or(&[FIRM_PHONE]).or_ask().gaps(70),
        firm_tel("Office Ph.", Dial::Home).gaps(55),
        firm_mail("Mail").gaps(20),
        firm_site("Website").gaps(70),
        col("Sits At", FIRM_WHOLE, |m| Cell::plain(format!("{}, {}, {}", m.p.street, m.p.locality, m.p.city)))
            .or(&[FIRM_STREET, WHOLE, STREET, FIRM_QUARTER])
            .gaps(25),
        other("GSTIN", gstin).or(&[FIRM_NUMBER]).gaps(55),
        free("Our Share", &["0.3%", "Flat 5000", "10% of fee", "nil"]).gaps(20),
        tally("Cases Given", 0, 31),
        list("Managed By", FIRM_OWNER, &["Harsh", "Zoya"]).or(&[OWNER, ASSIGNEE]).gaps(10),
        day("Tie-up Since", FIRM_MADE, Style::DayMon).or(&[CREATED]).gaps(25),
        free("Rating", &["***", "**", "*"]).or(&[RATING]).gaps(30),
        list("Remarks", FIRM_NOTES, &["Fast sanction", "Delayed payout in Dec", "Only for premium clients"])
            .or(&[NOTES])
            .gaps(45),
    ];
    let mut sheet = sheet("Associates list.csv", "account", Market::India, columns);
    sheet.entity_accept = &["person"];
    sheet.rows = 62;
    sheet
}

/// Who asked a small office for a house, in Devanagari.
pub(super) fn inquiries_hi() -> Sheet {
    /// `45 लाख`
    fn lakhs(m: &mut Maker) -> Cell {
        let lakh = 5 * (4 + m.d.below(22) as u64);
        let n = lakh * 100_000;
        match m.d.below(4) {
            0 => range(format!("{lakh}-{} लाख", lakh + 10), n, n + 1_000_000, "INR"),
            _ => Cell::of(format!("{lakh} लाख"), Kind::Money, amount(n, "INR", true)),
        }
    }
    let columns = vec![
        serial("क्रमांक"),
        day("पूछताछ की तारीख", CREATED, Style::Dmy('/')),
        full("ग्राहक का पूरा नाम"),
        tel("संपर्क नंबर", Dial::Home).gaps(3),
        tel2("व्हाट्सऐप नंबर", Dial::Home).label("whatsapp").gaps(70),
        col("रहने का स्थान", QUARTER, |m| Cell::plain(m.p.locality)).or(&[CITY, WHOLE, STREET]).gaps(20),
        free("पेशा", &["नौकरी", "व्यापार", "डॉक्टर", "शिक्षक"]).or(&[JOB]).gaps(35),
        list("क्या चाहिए", WANTED, &["फ्लैट", "मकान", "प्लॉट", "दुकान", "डुप्लेक्स"]).or(&[KIND]),
        list("कितने कमरे", BEDROOMS, &["1", "2", "3", "4"]).or(&[KEPT]).gaps(30),
        list("किस इलाके में", LOCALITY, &["अलीगंज", "पलासिया", "वैशाली नगर, मानसरोवर", "बोरिंग रोड"]).or(&[TOWNS]).gaps(10),
        col("बजट कितना", MAX, lakhs).or(&[MIN]).gaps(12),
        list("किस काम के लिए", PURPOSE, &["रहने के लिए", "निवेश", "किराए पर देने"]).gaps(25),
        list("लोन या नकद", FINANCING, &["लोन", "नकद", "दोनों"]).gaps(35),
        list("कब तक लेना है", TIMEFRAME, &["तुरंत", "तीन महीने में", "दीवाली तक"]).gaps(30),
        list("कैसे पता चला", SOURCE, &["अखबार", "बोर्ड देखकर", "पुराने ग्राहक से", "फेसबुक"]).gaps(10),
        agent("देखने वाला", &["प्रदीप", "सरिता", "नवीन"]),
        state("अभी की स्थिति", &["नया", "साइट दिखाई", "सौदा तय", "मना कर दिया", "सोच रहे हैं"]),
        next("फिर कब बात करनी है", Style::Dmy('/')).gaps(45),
        list("विशेष बात", NOTES, &["पूर्व मुखी ही चाहिए", "पिताजी साथ आएँगे", "पार्किंग ज़रूरी"]).gaps(45),
    ];
    let mut sheet = sheet("मकान पूछताछ 2026.csv", "person", Market::India, columns);
    sheet.native = true;
    sheet.bom = true;
    sheet.again = 3;
    sheet.rows = 116;
    sheet
}

/// Whom a small office spoke with, in Devanagari.
pub(super) fn calls_hi() -> Sheet {
    let columns = vec![
        day("दिनांक", MET, Style::DmyBare('/')).or(&[CREATED]),
        clock("बजे").or(&[MET]),
        talker("किससे बात हुई"),
        tel("उनका नंबर", Dial::Home).gaps(4),
        list("फ़ोन आया / किया", DIRECTION, &["आया", "किया", "किया"]).or(&[CHANNEL]),
        list("किस बारे में", SUBJECT, &["कीमत पूछी", "साइट देखने की बात", "किस्त की याद", "रजिस्ट्री"]).or(&[BODY]).gaps(8),
        free("कौन सी प्रॉपर्टी", &["टैगोर मार्ग प्लॉट 12", "पलासिया फ्लैट", "वैशाली नगर दुकान"]).or(&[PROPERTY, PLACE]).gaps(30),
        said("बातचीत का सार", &["रविवार को आएँगे", "भाव ज़्यादा लगा", "बैंक से बात चल रही", "दोबारा फ़ोन करेंगे"]).gaps(20),
        list("परिणाम", OUTCOME, &["रुचि है", "फ़ोन नहीं उठाया", "रुचि नहीं", "मिलने का समय तय"]).gaps(5),
        count("मिनट", DURATION, 1, 25).gaps(35),
        ours("किसने बात की", &["रमेश", "माधुरी", "किशोर"]),
        next("दोबारा फ़ोन कब", Style::DmyBare('/')).gaps(50),
    ];
    let mut sheet = sheet("फ़ोन रजिस्टर.txt", "interaction", Market::India, columns);
    sheet.entity_accept = &["person"];
    sheet.native = true;
    sheet.encoding = "utf-16le";
    sheet.bom = true;
    sheet.crlf = true;
    sheet.delimiter = '\t';
    sheet.again = 12;
    sheet.rows = 132;
    sheet
}
