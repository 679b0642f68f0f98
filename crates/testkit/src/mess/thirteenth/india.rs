//! Sheets of teams in India, headed in English, in Hindi, and in Hindi with Latin letters.

use super::*;

/// What clients asked for on the telephone and in messages.
pub(super) fn enquiries() -> Sheet {
    let columns = vec![
        serial("Enq. No."),
        col("Dt. of Enq.", CREATED, |m| {
            let day = m.met();
            by_several(m, day)
        })
        .or(&[MET]),
        col("Party Name", FULL, |m| m.name_by_hand()),
        col("Mob. No.", PHONE, |m| m.tel_by_hand()),
        col("E-mail ID (if any)", EMAIL, |m| m.mail_by_hand()).gaps(55),
        list("Buy / Rent / PG", PURPOSE, &["Buy", "Rent", "Buy", "Rent"]),
        list("Flat / Shop / Office", WANTED, &["Flat", "Flat", "Office", "Shop", "Row house"]),
        list("BHK Reqd.", BEDROOMS, &["1", "2", "2.5", "3", "4"]).gaps(15),
        free("Furnishing Reqd.", &["FF", "SF", "UF", "Any"]).or(&[MUST]).gaps(30),
        budget("Budget").gaps(6),
        list("Area Preference", LOCALITY, &["Powai, Chandivali", "Baner / Aundh", "Whitefield", "Adyar"]).or(&[TOWNS]),
        list("Shifting Date / By When", TIMEFRAME, &["Immediate", "1st April", "2-3 months", "After Diwali"]).gaps(25),
        free("Family / Bachelor / Company", &["Family", "Family", "Bachelor", "Company lease"]).or(&[TAGS]).gaps(40),
        free("Veg / Non-veg", &["Veg", "Non-veg", "-"]).or(&[TAGS]).gaps(60),
        list("Source of Enquiry", SOURCE, &["99acres", "Board", "JustDial", "Old client", "Watchman"]),
        free("Options Shown", &["Fairhaven 804", "Oakridge 1102, 1203", "2 flats in Glenmore"])
            .or(&[PROPERTY, PROJECT])
            .gaps(40),
        agent("Exec.", &["Jignesh", "Komal", "Lokesh"]),
        state("Enquiry Status", &["Open", "Closed by us", "Closed outside", "On hold"]),
        list(
            "Remarks / Feedback",
            NOTES,
            &["Wants higher floor", "Call after 7 pm", "Token given elsewhere", "Negotiating"],
        )
        .gaps(35),
        next("F/up Dt.", Style::DmyShort('/')).gaps(45),
    ];
    let mut sheet = sheet("ENQUIRY BOOK 2026.csv", "person", Market::India, columns);
    sheet.entity_accept = &["interest"];
    let width = sheet.columns.len();
    sheet.above = vec![padded(&["ENQUIRY BOOK - HILL VIEW OFFICE"], width), padded(&[], width)];
    sheet.again = 5;
    sheet.rows = 162;
    sheet
}

/// Whom the partners' desk of a developer went to see.
pub(super) fn partner_meetings() -> Sheet {
    let columns = vec![
        day("Meeting Date", MET, Style::DayMon).or(&[CREATED]),
        col("CP / Firm", FIRM, company).or(&[COMPANY]),
        other("Met With (Name & Mobile)", name_and_number).or(&[TALKER, FULL, PHONE, CONTACT]).must_ask(),
        job("Designation").gaps(30),
        mail("Official Email").gaps(35),
        col("CP Office Location", FIRM_QUARTER, |m| Cell::plain(m.p.locality)).or(&[
            QUARTER,
            CITY,
            FIRM_CITY,
            FIRM_STREET,
            WHOLE,
            FIRM_WHOLE,
        ]),
        other("MahaRERA No.", |m| Cell::plain(format!("A5180000{:04}", m.row * 3 + 1_010))).or(&[FIRM_NUMBER]).gaps(35),
        list("Mode (F2F / Call / VC)", CHANNEL, &["F2F", "Call", "VC"]),
        list(
            "Discussion Points",
            BODY,
            &[
                "Explained new slab and payment plan",
                "Asked for standees and creatives",
                "Wants higher brokerage",
                "Site visit for team planned",
            ],
        )
        .or(&[NOTES, SUBJECT])
        .gaps(10),
        list("Project Discussed", PROJECT, &["Oakridge Towers", "Larkspur Greens"]).or(&[PROPERTY, SUBJECT]),
        tally("Expected Walk-ins", 0, 8).gaps(20),
        speaker("Sourcing Manager", &["Madhav Gokhale", "Vrinda Dutta", "Hitesh Zaveri"]),
        list("Outcome", OUTCOME, &["Active", "Will send clients", "Not keen", "To be onboarded"]).gaps(8),
        next("Next Meeting On", Style::DayMon).gaps(40),
        free("CP Grade", &["A", "B", "C"]).or(&[RATING, FIRM_TYPE, TAGS]).gaps(15),
    ];
    let mut sheet = sheet("CP meeting report - Feb.csv", "interaction", Market::India, columns);
    sheet.entity_accept = &["account", "person"];
    title(&mut sheet, "DAILY CP MEETING REPORT");
    sheet.again = 12;
    sheet.rows = 110;
    sheet
}

/// Flats that a broker let, with what each side pays.
pub(super) fn lettings() -> Sheet {
    let columns = vec![
        serial("Sr. No."),
        col("Deal Dt.", DEAL_MADE, |m| m.day(Style::Dmy('-'))).or(&[WON, CLOSING, CREATED, SEEN]),
        list("Bldg. Name", PROPERTY, &["Fairhaven CHS", "Glenmore Heights", "Summerhill", "Cedarlane A wing"])
            .or(&[PROJECT]),
        unit("Flat No."),
        list("Rooms", ROOMS, &["1 BHK", "2 BHK", "3 BHK"]).or(&[KIND]),
        free("Licensor (Owner)", &["Mr. Bajaj", "Mrs. Indu Irani", "Sheth Family Trust", "Capt. Luthra"]),
        col("Licensee (Tenant)", CONTACT, |m| m.name_by_hand()).or(&[FULL]),
        col("Tenant Mob.", PHONE, |m| m.tel_by_hand()).gaps(5),
        firm("Tenant Company").or(&[DEAL_FIRM]).gaps(45),
        sum("Mthly. Rent", AMOUNT, whole(28_000, 1_000, indian, "INR", false)).or(&[RENT, PRICE]),
        free("Sec. Deposit", &["1,00,000", "1.5 L", "2 lakh", "3 months"]),
        other("L&L Start", |m| m.day(Style::Dmy('-'))).or(&[SEEN, WON]),
        other("L&L Expiry", |m| m.ahead(Style::Dmy('-'))).or(&[DUE, CLOSING]),
        free("Lock-in", &["6 m", "11 m", "Nil", "12 months"]).gaps(20),
        free("Brokerage Owner", &["15 days", "1 month", "Recd.", "28,000"]).gaps(15),
        free("Brokerage Tenant", &["1 month", "15 days", "Pending", "Recd."]).gaps(15),
        free("Agreement Regd.?", &["Y", "N", "In process"]).gaps(10),
        free("Police NOC", &["Done", "Pending"]).gaps(30),
        deal_agent("Closed By", &["Jignesh", "Komal", "Team"]),
        list("Other Details", DEAL_NOTES, &["Renewal with 5% hike", "PDC taken", "Owner in Dubai"])
            .or(&[NOTES])
            .gaps(55),
    ];
    let mut sheet = sheet("Rental deals 25-26.csv", "opportunity", Market::India, columns);
    sheet.entity_accept = &["person", "interest"];
    let width = sheet.columns.len();
    sheet.below = vec![padded(&["", "", "TOTAL DEALS", "#"], width)];
    sheet.rows = 92;
    sheet
}

/// Who came to a builder's site, in Devanagari.
pub(super) fn visitors_hi() -> Sheet {
    let columns = vec![
        serial("क्र.सं."),
        day("विज़िट की तारीख", MET, Style::Dmy('/')).or(&[CREATED, SEEN]),
        full("पार्टी का पूरा नाम"),
        col("फ़ोन", PHONE, bare),
        tel2("वैकल्पिक फ़ोन", Dial::Home).gaps(80),
        col("कहाँ से आए", CITY, |m| Cell::plain(m.p.city)).or(&[QUARTER, WHOLE]).gaps(15),
        list("काम-धंधा", JOB, &["नौकरी", "व्यापार", "डॉक्टर", "शिक्षक"]).gaps(30),
        list("ज़रूरत", WANTED, &["2 बीएचके", "3 बीएचके", "प्लॉट", "दुकान"]).or(&[BEDROOMS, KIND]),
        col("बजट लगभग", MAX, |m| {
            let lakh = 5 * (5 + m.d.below(18) as u64);
            Cell::of(format!("{lakh} लाख"), Kind::Money, amount(lakh * 100_000, "INR", true))
        })
        .or(&[MIN])
        .gaps(10),
        list("पैसे का इंतज़ाम", FINANCING, &["बैंक लोन", "नकद", "मकान बेचकर"]).gaps(30),
        list("किसने भेजा", SOURCE, &["अख़बार", "बोर्ड देखकर", "पुराना ग्राहक", "दलाल"]).or(&[REFERRER]),
        agent("साथ में कौन गया", &["विनय", "पूनम", "सुनील"]).or(&[TALK_BY]),
        free("पसंद आया?", &["हाँ", "नहीं", "सोचेंगे"]).or(&[INTEREST, OUTCOME, STATUS, RATING]),
        next("फिर कब आएँगे", Style::Dmy('/')).gaps(50),
        list("विशेष बात", NOTES, &["पत्नी के साथ आएँगे", "रेट कम चाहते हैं", "पूरब मुखी चाहिए"]).or(&[BODY]).gaps(45),
    ];
    let mut sheet = sheet("साइट आगंतुक.csv", "person", Market::India, columns);
    sheet.entity_accept = &["interaction", "interest"];
    sheet.native = true;
    sheet.bom = true;
    sheet.again = 5;
    sheet.rows = 104;
    sheet
}

/// Whom a broker found rooms for, and who owes what, in Hindi with Latin letters.
pub(super) fn renters_hi() -> Sheet {
    let columns = vec![
        serial("S.No"),
        col("Kirayedar ka Naam", FULL, |m| m.full_typed()),
        tel("Mobile No.", Dial::Mixed),
        free("Makan Malik", &["Bajaj ji", "Sheth sahab", "Irani aunty", "Vohra ji"]),
        other("Malik ka Number", |m| m.other_tel(Dial::Home)).or(&[PHONE]).gaps(30),
        list("Makan / Flat", PROPERTY, &["Summerhill 302", "Church Street kothi", "Cedarlane 14"]).or(&[
            PLACE,
            UNIT,
            PROJECT,
            PLACE_STREET,
        ]),
        sum("Kiraya", RENT, whole(8_000, 500, plain, "INR", false)).or(&[PRICE, AMOUNT, KEPT]),
        free("Advance", &["1 mahina", "2 mahine", "20000", "50000"]).gaps(15),
        other("Kab se", |m| m.day(Style::DmyShort('-'))).or(&[SEEN, CREATED]),
        other("Kab tak", |m| m.ahead(Style::DmyShort('-'))).or(&[DUE]).gaps(10),
        free("Commission Mila?", &["Haan", "Aadha", "Nahi"]),
        free("Agreement", &["Ban gaya", "Nahi bana"]).gaps(20),
        free("Kitne Log", &["2", "3", "4", "5"]).gaps(30),
        list("Kya Karte Hain", JOB, &["Private job", "Dukan", "Student", "Bank"]).gaps(25),
        list("Jaan Pehchan", REFERRER, &["Madhav bhai", "Guard", "Purana kirayedar"]).or(&[SOURCE]).gaps(55),
        list("Baat", NOTES, &["Khali karna hai agle mahine", "Time par dete hain", "Paani ki dikkat"]).gaps(50),
    ];
    let mut sheet = sheet("kiraya list.csv", "person", Market::India, columns);
    sheet.entity_accept = &["interest"];
    sheet.rows = 78;
    sheet
}
