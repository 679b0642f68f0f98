//! Sheets of teams in the Gulf, headed in English and in Arabic.

use super::*;

/// Tenancies that end soon, and whether they are renewed.
pub(super) fn renewals() -> Sheet {
    let columns = vec![
        list("Building", PROPERTY, &["Marina Gate 1", "Bay Central", "Lagoon Residence"]).or(&[PROJECT]),
        unit("Unit"),
        list("Beds", ROOMS, &["Studio", "1", "2", "3"]),
        free("Landlord", &["Nabil Farouk", "Greystone Investments", "Mrs. Maha Sabbagh"]),
        // The landlord's number is nobody's in the row; the header stands again beside the tenant.
        other("Mobile", |m| m.other_tel(Dial::World)).gaps(30),
        full("Tenant"),
        tel("Mobile", Dial::World).or_ask().gaps(4),
        col("Tenant Email", EMAIL, |m| if m.row % 8 == 5 { Cell::nothing("-", Kind::Email) } else { m.email() })
            .gaps(15),
        other("Ejari No.", |m| Cell::plain(format!("0120{:08}", m.row * 9_311 + 70_117))).or(&[LISTING]).gaps(15),
        other("Contract Start", |m| m.day(Style::DayMon)).or(&[SEEN]),
        other("Contract End", |m| m.ahead(Style::DayMon)).or(&[DUE]),
        other("Current Rent (AED)", share(whole(62_000, 2_000, commas, "AED", true), 100)).or(&[RENT, PRICE, AMOUNT]),
        free("Cheques", &["1", "2", "4", "6"]),
        other("Proposed Rent (AED)", share(whole(62_000, 2_000, commas, "AED", true), 110)).or(&[RENT, PRICE]).gaps(30),
        other("Security Deposit", share(whole(62_000, 2_000, commas, "AED", true), 5)).gaps(20),
        free("90 Day Notice Sent", &["Yes", "No", "N/A"]).gaps(10),
        free("Renewal Status", &["Renewing", "Vacating", "Negotiating", "Not contacted"]).or(&[STATUS, STAGE]),
        agent("Property Manager", &["Amna", "Bader", "Lina"]),
        next("Follow Up Date", Style::DayMon).gaps(40),
        list("Comments", NOTES, &["Wants 4 cheques", "AC issue to be fixed first", "Landlord asks for vacant unit"])
            .gaps(40),
    ];
    let mut sheet = sheet("Renewals tracker Q2.csv", "person", Market::Emirates, columns);
    sheet.entity_accept = &["interest"];
    sheet.abroad = (vec![Market::India, Market::Britain], 40);
    title(&mut sheet, "TENANCY RENEWALS - Q2 2026");
    sheet.rows = 94;
    sheet
}

/// Whom the team called from lists of owners, and what came of it.
pub(super) fn cold_calls() -> Sheet {
    let columns = vec![
        day("Date", MET, Style::DmyBare('/')).or(&[CONTACTED, CREATED]),
        speaker("Agent", &["Fadi", "Reem", "Omar"]),
        free("List Used", &["Marina 2023", "Business Bay owners", "Old CRM"]).or(&[SOURCE, DETAIL]),
        talker("Owner Name"),
        col("Mobile", PHONE, with_code),
        list("Nationality", NATIONALITY, &["Indian", "British", "Emirati", "Lebanese"]).gaps(35),
        list("Building", PROPERTY, &["Marina Gate 1", "Bay Central", "Lagoon Residence"]).or(&[PROJECT]),
        unit("Unit No"),
        list("Call Status", OUTCOME, &["Answered", "No answer", "Switched off", "Wrong number"]),
        free("Response", &["Interested to sell", "Not selling", "Wants valuation", "Rented till Nov"])
            .or(&[OUTCOME, INTEREST, STATUS, BODY])
            .gaps(40),
        free_sum("Expected Price", whole(950_000, 25_000, commas, "AED", false)).or(&[PRICE, RENT, AMOUNT]).gaps(70),
        next("Call Back", Style::DmyBare('/')).gaps(55),
        free("WhatsApp Sent?", &["Y", "N"]).gaps(15),
        said("Notes", &["Send comparables", "Lives in London, call evening", "Has another unit in JVC"]).gaps(45),
    ];
    let mut sheet = sheet("Cold calling sheet.csv", "interaction", Market::Emirates, columns);
    sheet.entity_accept = &["person", "interest"];
    sheet.abroad = (vec![Market::India, Market::Britain], 35);
    sheet.header_every = 80;
    sheet.again = 7;
    sheet.rows = 210;
    sheet
}

/// Agents of other agencies with whom the team shares deals.
pub(super) fn agents() -> Sheet {
    let columns = vec![
        col("Agent Name", FULL, |m| m.full_typed()),
        firm("Agency"),
        other("BRN", |m| Cell::plain((40_100 + m.row * 13).to_string())).or(&[ID]).gaps(15),
        other("ORN", |m| Cell::plain((1_200 + m.d.below(600)).to_string())).or(&[FIRM_NUMBER]).gaps(35),
        tel("Mobile", Dial::World).gaps(4),
        tel2("WhatsApp (if different)", Dial::World).label("whatsapp").gaps(80),
        mail("Email").gaps(25),
        free("Areas Covered", &["Marina, JBR", "Downtown", "Palm / Emirates Hills", "Abu Dhabi only"])
            .or(&[LOCALITY, TAGS, QUARTER])
            .gaps(15),
        free("Focus", &["Secondary", "Off-plan", "Leasing", "Commercial"]).or(&[TAGS, INDUSTRY, FIRM_TYPE]).gaps(10),
        list("Languages", LANGUAGE, &["English", "English, Arabic", "English, Hindi", "Russian"]).gaps(30),
        tally("Deals Closed Together", 0, 6).gaps(15),
        free("Split Agreed", &["50/50", "60/40", "Case by case"]).gaps(30),
        free("A2A Signed", &["Yes", "No", "Pending"]).gaps(10),
        other("Last Deal", |m| {
            let day = later(m);
            mixed_day(m, day)
        })
        .gaps(55),
        list("Rating (A-C)", RATING, &["A", "B", "C"]).gaps(20),
        list("Remarks", NOTES, &["Quick with paperwork", "Has HNI buyers", "Do not share unit numbers"]).gaps(45),
    ];
    let mut sheet = sheet("Agents - external.csv", "person", Market::Emirates, columns);
    sheet.entity_accept = &["account"];
    sheet.rows = 118;
    sheet
}

/// Calls of an office in Saudi Arabia.
pub(super) fn calls_ar() -> Sheet {
    let columns = vec![
        day("التاريخ", MET, Style::Dmy('/')).or(&[CONTACTED, CREATED]),
        other("الوقت", |m| Cell::plain(format!("{}:{:02}", 9 + m.d.below(12), 5 * m.d.below(12)))).or(&[MET]),
        speaker("الموظف", &["شهد", "بندر", "طلال"]),
        talker("اسم المتصل"),
        col("رقم الجوال", PHONE, bare),
        list("نوع المكالمة", DIRECTION, &["واردة", "واردة", "صادرة"]),
        list("سبب الاتصال", SUBJECT, &["استفسار عن شقة", "طلب معاينة", "عرض عقار", "متابعة"]).or(&[TASK, BODY]),
        free("المشروع", &["برج النرجس", "فلل الياسمين", "واجهة أبحر"]).or(&[PROJECT, PROPERTY]).gaps(20),
        count("المدة (دقيقة)", DURATION, 1, 18).gaps(25),
        list("نتيجة المكالمة", OUTCOME, &["مهتم", "غير مهتم", "لم يرد", "حجز موعد"]),
        said("التفاصيل", &["يريد دور أرضي", "الميزانية أقل من المطلوب", "سيأتي مع العائلة"]).gaps(40),
        free("مصدر العميل", &["سناب شات", "لوحة", "توصية", "موقع عقار"]).or(&[SOURCE]).gaps(15),
        next("موعد المتابعة", Style::Dmy('/')).gaps(55),
    ];
    let mut sheet = sheet("سجل المكالمات.csv", "interaction", Market::Saudi, columns);
    sheet.entity_accept = &["person"];
    sheet.encoding = "utf-16le";
    sheet.bom = true;
    sheet.delimiter = '\t';
    sheet.again = 6;
    sheet.rows = 132;
    sheet
}
