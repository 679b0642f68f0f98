//! Sheets of teams in the Gulf and in Egypt, headed in English and in Arabic.

use super::*;

/// Investors whom a private office looks after.
pub(super) fn investors() -> Sheet {
    let columns = vec![
        list("Title", PREFIX, &["Mr.", "Mrs.", "Dr.", "H.E.", "Sheikh"]).gaps(15),
        full("Client"),
        free("Client Since", &["2019", "2021", "2022", "2024"]).or(&[CREATED]).gaps(20),
        tel("Mobile / WhatsApp", Dial::World).gaps(3),
        mail("Personal Email").gaps(15),
        list("PA Name", ASSISTANT, &["Carine Daher", "Ms. Sybil Marlowe", "Indu Pandit"]).gaps(65),
        col("PA Contact", ASSISTANT_PHONE, |m| m.other_tel(Dial::World)).gaps(65),
        list("Passport Nationality", NATIONALITY, &["Indian", "British", "Saudi", "French", "Emirati"]).gaps(10),
        land("Resident In", COUNTRY).gaps(15),
        firm("Business / Company").gaps(30),
        free("Industry", &["Oil & gas", "Textiles", "Healthcare", "Crypto"]).or(&[INDUSTRY, JOB]).gaps(45),
        free("Units Owned in UAE", &["1", "2", "4", "7"]).gaps(40),
        col("Ticket Size (AED)", MAX, |m| m.dirhams_typed()).or(&[MIN]).gaps(20),
        list("Looking For", WANTED, &["Villa plot", "Penthouse", "Off-plan 2BR", "Branded residence"])
            .or(&[BEDROOMS, KIND])
            .gaps(20),
        list("Preferred Areas", LOCALITY, &["Palm Jumeirah", "Downtown, DIFC", "Al Reem Island", "Jumeirah Bay"])
            .gaps(20),
        list("KYC", KYC, &["Done", "Pending", "Expired passport"]).gaps(10),
        list("Source of Wealth", FUNDS, &["Business sale", "Salary", "Inheritance"]).gaps(45),
        list("Relationship Manager", OWNER, &["Walid", "Latifa", "George"]).or(&[ASSIGNEE]),
        list("Introduced By", REFERRER, &["Private bank", "Mr. Rahal", "Golf club"]).or(&[SOURCE]).gaps(45),
        touched("Last Met", Style::DayMonYear).gaps(20),
        list("Temperature", RATING, &["Hot", "Warm", "Cold"]).or(&[STATUS]),
        list("Notes", NOTES, &["Only calls after iftar", "Comparing with Riyadh", "Wife decides", "Golden visa done"])
            .gaps(35),
    ];
    let mut sheet = sheet("Investor book - CONFIDENTIAL.csv", "person", Market::Emirates, columns);
    sheet.abroad = (vec![Market::India, Market::Britain, Market::France, Market::Saudi], 50);
    sheet.rows = 86;
    sheet
}

/// Units that a team sold before they were built.
pub(super) fn sales() -> Sheet {
    let columns = vec![
        other("#", |m| Cell::plain((m.row + 1).to_string())).or(&[DEAL_ID, ID]),
        day("Booking Date", DEAL_MADE, Style::DayMon).or(&[CREATED, WON, SEEN, CLOSING]),
        deal_contact("Buyer Name"),
        tel("Buyer Mobile", Dial::World).gaps(6),
        mail("Buyer Email").gaps(12),
        list("Nationality", NATIONALITY, &["Indian", "British", "Lebanese", "Chinese"]).gaps(25),
        list("Developer", DEVELOPER, &["Redstone Developments", "Ironbridge Properties"]).or(&[DEAL_FIRM]),
        list("Project", PROJECT, &["Glenmore Bay", "Summerhill Views", "Fairhaven Residences"]).or(&[PROPERTY]),
        unit("Unit #"),
        list("Unit Type", ROOMS, &["Studio", "1BR", "2BR", "3BR + maid"]).or(&[KIND]),
        count("BUA (sqft)", SIZE, 420, 3_400),
        col("SPA Price (AED)", AMOUNT, share(whole(890_000, 35_000, commas, "AED", true), 100)).or(&[PRICE, RENT]),
        other("Booking Amount", share(whole(890_000, 35_000, commas, "AED", false), 10)).gaps(5),
        free("Payment Plan", &["60/40", "80/20", "50/50 PHPP", "1% monthly"]).or(&[FINANCING]),
        free("Comm %", &["5%", "6%", "7%", "4%"]),
        other("Gross Commission (AED)", share(whole(890_000, 35_000, commas, "AED", true), 5)),
        free("Co-broker", &["Dovecote Estates", "Elmstead Homes"]).or(&[REFERRER]).gaps(75),
        deal_agent("Agent", &["Sara", "Jad", "Khalifa"]),
        list("Deal Status", DEAL_STATUS, &["EOI", "Booked", "SPA signed", "Commission received", "Cancelled"])
            .or(&[DEAL_STAGE]),
        other("SPA Date", |m| later(m).cell(Style::DayMon)).or(&[WON, CLOSING]).gaps(40),
        other("Invoice No.", |m| Cell::plain(format!("INV-26-{:03}", m.row + 11))).gaps(45),
        list("Remarks", DEAL_NOTES, &["Passport copy pending", "2nd instalment late", "DLD waiver"])
            .or(&[NOTES])
            .gaps(55),
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
        full("Client Name"),
        tel("Client Mobile", Dial::World).gaps(10),
        list("Building / Community", PROPERTY, &["Marlowe Tower 2", "Palm Crescent Villas", "Lagoon Heights"])
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
        full("اسم العميل"),
        col("رقم الموبايل", PHONE, bare),
        tel2("رقم واتساب", Dial::Home).label("whatsapp").gaps(70),
        mail("الإيميل").gaps(50),
        job("الوظيفة").gaps(45),
        list("الغرض", PURPOSE, &["سكن", "استثمار", "إيجار"]),
        list("نوع الوحدة", WANTED, &["شقة", "دوبلكس", "فيلا", "محل"]).or(&[KIND]),
        count("عدد الغرف", BEDROOMS, 1, 5).or(&[ROOMS]).gaps(20),
        list("المنطقة المطلوبة", LOCALITY, &["التجمع الخامس", "الشيخ زايد", "المعادي", "مدينة نصر"]).or(&[TOWNS]),
        sum("الميزانية (جنيه)", MAX, whole(2_500_000, 100_000, commas, "EGP", true)).gaps(10),
        list("طريقة السداد", FINANCING, &["كاش", "تقسيط", "تمويل عقاري"]).gaps(20),
        list("جاء عن طريق", SOURCE, &["فيسبوك", "إعلان", "صديق", "مكالمة واردة"]),
        agent("مسؤول المبيعات", &["سامح", "رانيا", "يوسف"]),
        state("حالة العميل", &["جديد", "مهتم", "تمت المعاينة", "تم التعاقد", "غير جاد"]),
        touched("آخر تواصل", Style::Dmy('/')).gaps(20),
        list("ملاحظات", NOTES, &["يريد استلام فوري", "يفضل الدور الأول", "سيعود بعد العيد"]).gaps(40),
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
        list("نوع العقار", KIND, &["فيلا", "أرض", "شقة", "عمارة"]),
        free("بيع / إيجار", &["بيع", "بيع", "إيجار"]).or(&[PURPOSE]),
        town("المدينة", PLACE_TOWN).or(&[CITY]),
        col("الحي", PLACE_QUARTER, |m| Cell::plain(m.p.locality)).or(&[QUARTER]),
        list("المخطط", PROJECT, &["مخطط الفرسان", "مخطط الخير", "ضاحية الواحة"])
            .or(&[PLACE_QUARTER, PROPERTY, KEPT])
            .gaps(40),
        count("المساحة م٢", SIZE, 180, 1_200),
        tally("عدد الشوارع", 1, 4).gaps(30),
        free("الواجهة", &["شمالية", "شرقية", "جنوبية", "غربية"]).gaps(15),
        sum("السعر المطلوب", PRICE, whole(650_000, 25_000, commas, "SAR", false)).or(&[RENT, AMOUNT]),
        full("اسم المالك"),
        tel("جوال المالك", Dial::Home),
        free("مباشر / وسيط", &["مباشر", "وسيط"]).or(&[TAGS, DETAIL]),
        free("السعي", &["2.5%", "2%"]).gaps(20),
        free("حالة العرض", &["متاح", "محجوز", "مباع"]).or(&[STATUS, INTEREST]),
        agent("المسوق", &["ثامر", "رنا", "ماجد"]).gaps(10),
        list("ملاحظات", NOTES, &["صك إلكتروني", "قابل للتفاوض", "مؤجرة حتى نهاية العام"]).gaps(45),
    ];
    let mut sheet = sheet("العروض العقارية.csv", "interest", Market::Saudi, columns);
    sheet.entity_accept = &["person"];
    sheet.bom = true;
    sheet.rows = 96;
    sheet
}
