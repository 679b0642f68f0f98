//! Sheets of teams in the Gulf and in Egypt, headed in English and in Arabic.

use super::*;

/// Who rents the flats that an office in the Gulf looks after.
pub(super) fn tenant_book() -> Sheet {
    let columns = vec![
        list("Tower", PROPERTY, &["Marina Crown", "Bellhaven Tower", "Al Reef Residence", "Lakeside B"]).or(&[PROJECT]),
        unit("Apt"),
        list("Unit Type", KIND, &["Studio", "1 BR", "2 BR", "3 BR"]).or(&[ROOMS]).gaps(5),
        full("Tenant (as per EID)"),
        other("EID No.", |m| Cell::plain(format!("784-0000-{:07}-{}", m.d.below(10_000_000), m.d.below(10))))
            .or(&[ID])
            .gaps(12),
        other("EID Expiry", |m| m.ahead(Style::Dmy('/'))).gaps(25),
        list("Nationality", "person.nationality", &["Indian", "Filipino", "British", "Jordanian", "Russian"]).gaps(10),
        tel("Tenant Mob. No.", Dial::World).gaps(5),
        tel2("WhatsApp (if different)", Dial::World).label("whatsapp").gaps(75),
        col("Email ID", EMAIL, |m| if m.row % 9 == 2 { Cell::nothing("N/A", Kind::Email) } else { m.email() }).gaps(10),
        firm("Employer").gaps(30),
        free("Occupants", &["1", "2", "3", "4", "5"]).gaps(20),
        other("Contract Start", |m| m.day(Style::Dmy('/'))).or(&[SEEN]),
        other("Contract End", |m| m.ahead(Style::Dmy('/'))).or(&[DUE]),
        sum("Annual Rent AED", RENT, whole(48_000, 1_000, |n| thousands(n, ","), "AED", true))
            .or(&[PRICE, AMOUNT, KEPT]),
        free("No. of Chqs", &["1", "2", "4", "6"]),
        free("Sec. Deposit", &["2,500", "5%", "4,000", "cash 3,000"]).gaps(15),
        free("DEWA Premise No.", &["3851002214", "3851007730", "6230004519"]).gaps(25),
        free("Landlord", &["Mr. Al Suwaidi", "Dunmore Investments", "Mrs. Farah", "Dr. Menon"]).gaps(8),
        free("Renewal?", &["Yes", "No", "Not decided", "Legal notice sent"]).or(&[STATUS]).gaps(25),
        agent("Handled by", &["Tala", "Nabil", "Rasha"]),
        list("Notes", NOTES, &["Chq returned once", "AC complaint open", "Subletting suspected", "Good tenant"])
            .gaps(50),
    ];
    let mut sheet = sheet("Tenant master list.csv", "person", Market::Emirates, columns);
    sheet.entity_accept = &["interest"];
    sheet.abroad = (vec![Market::India, Market::Britain], 35);
    sheet.rows = 126;
    sheet
}

/// Loans that a desk in the Gulf arranges for buyers.
pub(super) fn loan_cases() -> Sheet {
    const STAGES: Words = &["Docs pending", "Pre-approval", "Valuation", "FOL signed", "Disbursed", "Declined"];
    fn declined(m: &Maker) -> bool {
        STAGES[m.row % STAGES.len()] == "Declined"
    }
    let columns = vec![
        ident("Case No.", DEAL_ID, "MC-26-").or(&[KEPT, ID]),
        day("Opened", DEAL_MADE, Style::DayMon).or(&[CREATED]),
        deal_contact("Borrower"),
        col("Co-borrower", SPOUSE, |m| m.spouse()).or(&[KEPT]).or_ask().gaps(65),
        tel("Mob.", Dial::World).gaps(5),
        mail("Email").gaps(12),
        free("Resident / NR", &["Resident", "Resident", "Non-resident"]).or(&[TAGS]),
        free("Salaried / SE", &["Salaried", "Self-employed"]).or(&[FUNDS, TAGS]).gaps(8),
        firm("Company").or(&[DEAL_FIRM]).gaps(25),
        free("Mthly Income", &["28,000", "45,000", "62,500", "110,000"]).gaps(25),
        list("Property", PROPERTY, &["Marina Crown 1204", "Dubai Hills villa", "JVC studio", "Not found yet"])
            .or(&[PROJECT, PLACE, DEAL])
            .gaps(15),
        col("Purchase Price", PRICE, share(whole(1_100_000, 40_000, |n| thousands(n, ","), "AED", false), 100))
            .or(&[RENT, KEPT])
            .gaps(10),
        col("Loan Amt (AED)", AMOUNT, share(whole(1_100_000, 40_000, |n| thousands(n, ","), "AED", true), 75)).gaps(10),
        free("LTV", &["75%"]).gaps(30),
        free("Bank", &["ENBD", "Mashreq", "HSBC", "ADIB"]).or(&[DEAL_FIRM]).gaps(15),
        free("Rate", &["3.99% 3Y fixed", "4.25% 5Y", "EIBOR+1.5"]).gaps(30),
        turn("Case Stage", DEAL_STAGE, STAGES).or(&[DEAL_STATUS]),
        other("Pre-appr. Valid Till", |m| m.ahead(Style::DayMon)).or(&[CLOSING, DUE]).gaps(40),
        ahead("Transfer Expected", CLOSING, Style::DayMon).gaps(30),
        list("Introduced By", REFERRER, &["Walid (secondary)", "Amira (off-plan)", "Old client"])
            .or(&[DEAL_SOURCE, SOURCE]),
        deal_agent("Case Handler", &["Ghassan", "Hana"]),
        free("Bank Fee Recd.", &["Y", "N"]).gaps(20),
        col("Decline Reason", LOST_BECAUSE, |m| {
            if declined(m) { m.pick(&["AECB score", "DBR too high", "Property not approved"]) } else { Cell::default() }
        }),
        list("Update", DEAL_NOTES, &["Waiting salary certificate", "Valuation booked Tuesday", "Client travelling"])
            .or(&[NOTES])
            .gaps(20),
    ];
    let mut sheet = sheet("Mortgage cases 2026.csv", "opportunity", Market::Emirates, columns);
    sheet.entity_accept = &["person"];
    sheet.abroad = (vec![Market::India, Market::Britain, Market::France], 45);
    title(&mut sheet, "MORTGAGE DESK - LIVE CASES");
    sheet.rows = 68;
    sheet
}

/// Agencies in the Gulf that a team shares deals with.
pub(super) fn agencies() -> Sheet {
    let columns = vec![
        col("Brokerage", FIRM, brokerage).or(&[COMPANY]),
        col("ORN", FIRM_NUMBER, |m| Cell::plain((11_020 + m.row * 13).to_string())).gaps(6),
        free("Trade Licence", &["TL-000418", "TL-000977", "TL-001204"]).or(&[FIRM_NUMBER]).gaps(30),
        firm_tel("Office Line", Dial::World).gaps(15),
        firm_mail("Info Email").gaps(30),
        firm_site("Web").gaps(25),
        col("Office", FIRM_WHOLE, |m| Cell::plain(format!("Office {}, {}, {}", 101 + m.row, m.p.locality, m.p.city)))
            .or(&[FIRM_STREET, FIRM_QUARTER, WHOLE])
            .gaps(15),
        col("Go-to Person", FULL, |m| m.full()).or(&[CONTACT]),
        list("Role", JOB, &["Owner", "Sales Director", "Leasing Manager", "Senior Broker"]).gaps(20),
        other("BRN", |m| Cell::plain((40_300 + m.row * 29).to_string())).or(&[ID]).gaps(20),
        tel("Direct Mobile", Dial::World).or(&[FIRM_PHONE]).gaps(5),
        count("Agents", STAFF, 2, 180).gaps(25),
        free("Strong In", &["Marina, JBR", "Off-plan", "Palm villas", "Abu Dhabi islands"])
            .or(&[LOCALITY, INDUSTRY, TAGS, FIRM_QUARTER])
            .gaps(15),
        free("A2A Form Signed", &["Yes", "No"]).gaps(10),
        free("Split", &["50/50", "60/40", "case by case"]).gaps(25),
        tally("Deals Done Together", 0, 11),
        list("Relationship", FIRM_OWNER, &["Dina", "Khaled", "Mona"]).or(&[OWNER, ASSIGNEE]),
        lately("Last Coffee", Style::DayMon).or(&[CONTACTED, ACTIVE, FIRM_UPDATED]).gaps(35),
        free("Status", &["Active", "Blacklisted", "New", "Quiet"]).or(&[FIRM_TYPE, STATUS]),
        list("Comments", FIRM_NOTES, &["Pays late", "Sends good buyers", "Poached our agent"]).or(&[NOTES]).gaps(50),
    ];
    let mut sheet = sheet("Agencies we deal with.csv", "account", Market::Emirates, columns);
    sheet.entity_accept = &["person"];
    sheet.rows = 76;
    sheet
}

/// What a team in Saudi Arabia spoke of with whom.
pub(super) fn follow_ups_ar() -> Sheet {
    let columns = vec![
        day("تاريخ التواصل", MET, Style::Dmy('/')).or(&[CREATED, CONTACTED]),
        clock("وقت التواصل").or(&[MET]),
        talker("اسم العميل الكريم"),
        tel("رقم الجوال", Dial::Home).gaps(4),
        list("وسيلة التواصل", CHANNEL, &["مكالمة", "واتساب", "زيارة المعرض", "بريد"]),
        list("وارد / صادر", DIRECTION, &["وارد", "صادر", "صادر"]).gaps(15),
        list("المشروع المستفسر عنه", PROJECT, &["واحة الياسمين", "أبراج النرجس", "فلل الروضة"])
            .or(&[PROPERTY])
            .gaps(15),
        list("سبب التواصل", SUBJECT, &["استفسار عن الأسعار", "متابعة حجز", "طلب زيارة", "تمويل"]).or(&[BODY]),
        list("نتيجة التواصل", OUTCOME, &["مهتم", "لم يرد", "غير مهتم", "طلب موعد", "الرقم خطأ"]),
        said("تفاصيل المحادثة", &["يرغب بفيلا زاوية", "ينتظر موافقة البنك", "سيزور المعرض مع العائلة", "السعر مرتفع"])
            .gaps(25),
        count("المدة بالدقائق", DURATION, 1, 20).gaps(40),
        free("درجة الجدية", &["عالية", "متوسطة", "ضعيفة"]).or(&[RATING, INTEREST, STATUS]).gaps(20),
        next("موعد المتابعة القادم", Style::Dmy('/')).gaps(45),
        list("مصدر العميل", SOURCE, &["سناب شات", "تويتر", "معرض", "عقار", "توصية"]).gaps(20),
        speaker("مسؤول المبيعات", &["سلطان", "عبير", "نواف"]),
    ];
    let mut sheet = sheet("سجل المتابعة.csv", "interaction", Market::Saudi, columns);
    sheet.entity_accept = &["person"];
    sheet.bom = true;
    sheet.again = 12;
    sheet.rows = 142;
    sheet
}

/// Units that a developer's agent in Egypt sold.
pub(super) fn sold_units_ar() -> Sheet {
    let columns = vec![
        col("رقم الاستمارة", DEAL_ID, |m| Cell::plain((7_701 + m.row).to_string())).or(&[KEPT, ID]),
        day("تاريخ الحجز", DEAL_MADE, Style::YmdSlash).or(&[CREATED, WON, SEEN, CLOSING]),
        deal_contact("اسم المشتري"),
        other("الرقم القومي", |m| Cell::plain(format!("2000{:010}", m.d.below(10_000_000_000)))).or(&[ID]).gaps(15),
        tel("تليفون المشتري", Dial::Home).gaps(4),
        mail("الإيميل").gaps(55),
        list("اسم المشروع", PROJECT, &["كمبوند النخيل", "ذا جاردنز", "مرسى العلمين"]).or(&[PROPERTY]),
        col("كود الوحدة", UNIT, |m| Cell::plain(format!("B{}-{}", 1 + m.row % 14, 101 + m.row % 37))).or(&[LISTING]),
        list("نوع الوحدة", KIND, &["شقة", "تاون هاوس", "دوبلكس", "شاليه"]),
        count("المساحة بالمتر", SIZE, 75, 320),
        col("إجمالي السعر", AMOUNT, share(whole(3_200_000, 90_000, |n| thousands(n, ","), "EGP", false), 100))
            .or(&[PRICE, RENT]),
        other("المقدم المدفوع", share(whole(3_200_000, 90_000, |n| thousands(n, ","), "EGP", false), 10)),
        free("نظام السداد", &["8 سنوات", "6 سنوات", "كاش", "10 سنوات"]).or(&[FINANCING]).gaps(10),
        other("ميعاد التعاقد", |m| later(m).cell(Style::YmdSlash)).or(&[WON, CLOSING]).gaps(35),
        free("سنة الاستلام", &["2026", "2027", "2028", "فوري"]).gaps(20),
        free("العمولة", &["2.5%", "3%", "1.5%"]).gaps(15),
        deal_agent("السيلز", &["طارق", "شيرين", "هشام"]),
        list("موقف الحجز", DEAL_STATUS, &["تم التعاقد", "حجز مبدئي", "ملغي", "استرداد"]).or(&[DEAL_STAGE]),
        list("ملحوظات", DEAL_NOTES, &["العميل مسافر", "باقي شيك", "تنازل لأخيه"]).or(&[NOTES]).gaps(55),
    ];
    let mut sheet = sheet("مبيعات 2026.csv", "opportunity", Market::Egypt, columns);
    sheet.entity_accept = &["person", "interest"];
    sheet.encoding = "windows-1256";
    let width = sheet.columns.len();
    sheet.below = vec![padded(&["الإجمالي", "", "# وحدة"], width)];
    sheet.rows = 86;
    sheet
}
