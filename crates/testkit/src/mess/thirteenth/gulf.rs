//! Sheets of teams in the Gulf and in Egypt, headed in English and in Arabic.

use super::*;

/// Investors whom a private office looks after.
pub(super) fn investors() -> Sheet {
    let columns = vec![
        list("Salut.", PREFIX, &["Mr.", "Mrs.", "Dr.", "H.E.", "Sheikh"]).gaps(15),
        full("Investor Name"),
        free("Relationship Since", &["2019", "2021", "2022", "2024"]).or(&[CREATED]).gaps(20),
        tel("Primary Mobile", Dial::World).gaps(3),
        mail("Private Email").gaps(15),
        list("EA / PA", ASSISTANT, &["Carine Daher", "Ms. Sybil Marlowe", "Indu Pandit"]).gaps(65),
        col("EA / PA Number", ASSISTANT_PHONE, |m| m.other_tel(Dial::World)).gaps(65),
        list("Passport Nationality", NATIONALITY, &["Indian", "British", "Saudi", "French", "Emirati"]).gaps(10),
        land("Resident In", COUNTRY).gaps(15),
        firm("Business / Company").gaps(30),
        free("Line of Business", &["Oil & gas", "Textiles", "Healthcare", "Crypto"]).or(&[INDUSTRY, JOB]).gaps(45),
        free("Units Owned in UAE", &["1", "2", "4", "7"]).gaps(40),
        col("Ticket Size (AED)", MAX, |m| m.dirhams_typed()).or(&[MIN]).gaps(20),
        list("Asset Sought", WANTED, &["Villa plot", "Penthouse", "Off-plan 2BR", "Branded residence"])
            .or(&[BEDROOMS, KIND])
            .gaps(20),
        list("Preferred Areas", LOCALITY, &["Palm Jumeirah", "Downtown, DIFC", "Al Reem Island", "Jumeirah Bay"])
            .or(&[TOWNS])
            .gaps(20),
        list("KYC / AML", KYC, &["Done", "Pending", "Expired passport"]).gaps(10),
        list("Origin of Funds", FUNDS, &["Business sale", "Salary", "Inheritance"]).gaps(45),
        list("Covered By", OWNER, &["Walid", "Latifa", "George"]).or(&[ASSIGNEE]),
        list("Intro Via", REFERRER, &["Private bank", "Mr. Rahal", "Golf club"]).or(&[SOURCE]).gaps(45),
        touched("Last Meeting", Style::DayMonYear).gaps(20),
        list("Temperature", RATING, &["Hot", "Warm", "Cold"]).or(&[STATUS]),
        list(
            "Sensitivities / Remarks",
            NOTES,
            &["Only calls after iftar", "Comparing with Riyadh", "Wife decides", "Golden visa done"],
        )
        .gaps(35),
    ];
    let mut sheet = sheet("Investor book - CONFIDENTIAL.csv", "person", Market::Emirates, columns);
    sheet.abroad = (vec![Market::India, Market::Britain, Market::France], 50);
    sheet.rows = 86;
    sheet
}

/// Units that a team sold before they were built.
pub(super) fn sales() -> Sheet {
    let columns = vec![
        other("#", |m| Cell::plain((m.row + 1).to_string())).or(&[DEAL_ID, ID]),
        day("EOI / Booking Dt.", DEAL_MADE, Style::DayMon).or(&[CREATED, WON, SEEN, CLOSING]),
        deal_contact("Purchaser"),
        tel("Purchaser Mobile", Dial::World).gaps(6),
        col("Purchaser Email", EMAIL, |m| if m.row % 9 == 4 { Cell::nothing("N/A", Kind::Email) } else { m.email() })
            .gaps(12),
        list("Nationality", NATIONALITY, &["Indian", "British", "Lebanese", "Chinese"]).gaps(25),
        list("Developer", DEVELOPER, &["Redstone Developments", "Ironbridge Properties"]).or(&[DEAL_FIRM]),
        list("Project", PROJECT, &["Glenmore Bay", "Summerhill Views", "Fairhaven Residences"]).or(&[PROPERTY]),
        unit("Unit #"),
        list("Configuration", ROOMS, &["Studio", "1BR", "2BR", "3BR + maid"]).or(&[KIND]),
        count("Saleable Area (sq.ft)", SIZE, 420, 3_400),
        col("SPA Price (AED)", AMOUNT, share(whole(890_000, 35_000, commas, "AED", true), 100)).or(&[PRICE, RENT]),
        other("Booking Amount", share(whole(890_000, 35_000, commas, "AED", false), 10)).gaps(5),
        free("Payment Plan", &["60/40", "80/20", "50/50 PHPP", "1% monthly"]).or(&[FINANCING]),
        free("Commission Rate", &["5%", "6%", "7%", "4%"]),
        other("Gross Commission (AED)", share(whole(890_000, 35_000, commas, "AED", true), 5)),
        free("Referral Agency", &["Dovecote Estates", "Elmstead Homes"]).or(&[REFERRER]).gaps(75),
        deal_agent("Property Consultant", &["Sara", "Jad", "Khalifa"]),
        list("Progress", DEAL_STATUS, &["EOI", "Booked", "SPA signed", "Commission received", "Cancelled"])
            .or(&[DEAL_STAGE]),
        other("SPA Date", |m| later(m).cell(Style::DayMon)).or(&[WON, CLOSING]).gaps(40),
        other("Invoice No.", |m| Cell::plain(format!("INV-26-{:03}", m.row + 11))).gaps(45),
        list("Comments", DEAL_NOTES, &["Passport copy pending", "2nd instalment late", "DLD waiver"])
            .or(&[NOTES])
            .gaps(55),
        // The header stands twice: what the accounts desk adds.
        list("Comments", DEAL_NOTES, &["Invoice sent back", "TRN missing", "Paid in two parts"])
            .or(&[NOTES, KEPT])
            .or_ask()
            .gaps(75),
    ];
    let mut sheet = sheet("Off-plan sales 2025-26.csv", "opportunity", Market::Emirates, columns);
    sheet.entity_accept = &["person", "interest"];
    sheet.abroad = (vec![Market::India, Market::Britain], 45);
    let width = sheet.columns.len();
    sheet.below = vec![padded(&["TOTAL", "", "# deals"], width)];
    sheet.rows = 76;
    sheet
}

/// Which units each client was sent, and what they made of them.
pub(super) fn shortlist() -> Sheet {
    let columns = vec![
        day("Date Shared", SEEN, Style::Dmy('/')).or(&[MET, CREATED]),
        full("Sent To"),
        tel("Client's No.", Dial::World).gaps(10),
        list("Tower / Cluster", PROPERTY, &["Marlowe Tower 2", "Palm Crescent Villas", "Lagoon Heights"])
            .or(&[PROJECT]),
        unit("Unit"),
        list("Type", KIND, &["Apartment", "Villa", "Townhouse"]),
        list("Beds", ROOMS, &["1", "2", "3", "4"]),
        count("Size sqft", SIZE, 640, 5_200),
        free("View", &["Sea", "Marina", "Community", "Burj"]).gaps(25),
        sum("Asking Price AED", PRICE, whole(1_150_000, 50_000, commas, "AED", true)),
        list("Listing Ref.", LISTING, &["MT-S-1102", "PC-S-0044", "LH-S-0871", "LH-R-0120"]).gaps(15),
        free("Listed By", &["Own listing", "Dovecote Estates", "Direct owner"]),
        list(
            "Client Response",
            INTEREST,
            &["Interested", "Viewing requested", "Viewed", "Not interested", "Offer made"],
        )
        .or(&[OUTCOME, STATUS]),
        other("Viewing On", |m| later(m).cell(Style::Dmy('/'))).or(&[MET, DUE, SEEN]).gaps(55),
        sum("Client Offer AED", RENT, whole(1_000_000, 50_000, commas, "AED", true)).or(&[AMOUNT]).gaps(80),
        agent("Agent", &["Yara", "Tariq", "Basma"]),
        list("Feedback", NOTES, &["Kitchen closed", "Loves the terrace", "Too high service charge"])
            .or(&[BODY])
            .gaps(45),
    ];
    let mut sheet = sheet("Client shortlists.csv", "interest", Market::Emirates, columns);
    sheet.entity_accept = &["person", "interaction"];
    sheet.abroad = (vec![Market::India, Market::Britain], 40);
    sheet.again = 25;
    sheet.rows = 134;
    sheet
}

/// Who looks for a home in Egypt.
pub(super) fn buyers_ar() -> Sheet {
    let columns = vec![
        serial("م"),
        full("العميل"),
        col("رقم الموبايل", PHONE, bare),
        tel2("رقم واتساب", Dial::Home).label("whatsapp").gaps(70),
        mail("البريد").gaps(50),
        list("المهنة", JOB, &["مهندس", "طبيب", "محاسب", "تاجر"]).gaps(45),
        list("الهدف من الشراء", PURPOSE, &["سكن", "استثمار", "إيجار"]),
        list("الوحدة المطلوبة", WANTED, &["شقة", "دوبلكس", "فيلا", "محل"]).or(&[KIND]),
        count("غرف", BEDROOMS, 1, 5).or(&[ROOMS]).gaps(20),
        list("المنطقة المطلوبة", LOCALITY, &["التجمع الخامس", "الشيخ زايد", "المعادي", "مدينة نصر"]).or(&[TOWNS]),
        sum("الميزانية (جنيه)", MAX, whole(2_500_000, 100_000, commas, "EGP", true)).gaps(10),
        list("طريقة السداد", FINANCING, &["كاش", "تقسيط", "تمويل عقاري"]).gaps(20),
        list("جاء عن طريق", SOURCE, &["فيسبوك", "إعلان", "صديق", "مكالمة واردة"]),
        agent("السيلز المسؤول", &["سامح", "رانيا", "يوسف"]),
        state("موقف العميل", &["جديد", "مهتم", "تمت المعاينة", "تم التعاقد", "غير جاد"]),
        touched("آخر مكالمة", Style::Dmy('/')).gaps(20),
        list("تعليق السيلز", NOTES, &["يريد استلام فوري", "يفضل الدور الأول", "سيعود بعد العيد"]).gaps(40),
    ];
    let mut sheet = sheet("شيت العملاء 2026.csv", "person", Market::Egypt, columns);
    sheet.encoding = "windows-1256";
    sheet.again = 4;
    sheet.rows = 118;
    sheet
}

/// Houses and land that owners in Saudi Arabia offer.
pub(super) fn offers_ar() -> Sheet {
    let columns = vec![
        col("رقم العرض", LISTING, |m| Cell::plain((1_001 + m.row).to_string())).or(&[ID, KEPT]),
        day("تاريخ العرض", SEEN, Style::YmdSlash).or(&[CREATED]),
        list("النوع", KIND, &["فيلا", "أرض", "شقة", "عمارة"]),
        free("بيع / إيجار", &["بيع", "بيع", "إيجار"]).or(&[PURPOSE]),
        town("المدينة", PLACE_TOWN).or(&[CITY]),
        col("الحي", PLACE_QUARTER, |m| Cell::plain(m.p.locality)).or(&[QUARTER]),
        list("المخطط", PROJECT, &["مخطط الفرسان", "مخطط الخير", "ضاحية الواحة"])
            .or(&[PLACE_QUARTER, PROPERTY, KEPT])
            .gaps(40),
        count("مساحة الأرض (م٢)", SIZE, 180, 1_200),
        tally("عدد الشوارع", 1, 4).gaps(30),
        free("الواجهة", &["شمالية", "شرقية", "جنوبية", "غربية"]).gaps(15),
        sum("المطلوب (ريال)", PRICE, whole(650_000, 25_000, commas, "SAR", true)).or(&[RENT, AMOUNT]),
        full("المالك"),
        tel("تواصل المالك", Dial::Home),
        free("مباشر / وسيط", &["مباشر", "وسيط"]).or(&[TAGS, DETAIL]),
        free("السعي", &["2.5%", "2%"]).gaps(20),
        free("حالة العرض", &["متاح", "محجوز", "مباع"]).or(&[STATUS, INTEREST]),
        agent("المسوق", &["ثامر", "رنا", "ماجد"]).gaps(10),
        list("ملاحظات", NOTES, &["صك إلكتروني", "قابل للتفاوض", "مؤجرة حتى نهاية العام"]).gaps(45),
    ];
    let mut sheet = sheet("العروض العقارية.txt", "interest", Market::Saudi, columns);
    sheet.entity_accept = &["person"];
    sheet.encoding = "utf-16le";
    sheet.bom = true;
    sheet.delimiter = '\t';
    sheet.crlf = true;
    sheet.rows = 96;
    sheet
}
