//! Lists kept by hand in the Gulf and in Egypt.

use super::super::hand::commas;
use super::super::value::arabic_digits;
use super::cells::*;
use super::*;

/// A Dubai agent's clients of the season.
pub(super) fn clients() -> Sheet {
    let columns = vec![
        col("Client Name", FULL, |m| noted(m, &["Mr.", "Ms.", "Dr.", "Eng."], "{g} & {s} {f}")),
        list("Nationality", NATION, &["Indian", "British", "Emirati", "Russian", "Lebanese"]).gaps(20),
        col("Mobile / WhatsApp", PHONE, scrawled),
        col("Email", EMAIL, |m| m.mail_by_hand()).gaps(40),
        list("Buy / Rent", PURPOSE, &["Buy", "Rent", "Buy - investment"]).gaps(6),
        list("Unit type", WANTED, &["Apt", "Villa", "TH", "Studio"]).gaps(8),
        list("BR", BEDROOMS, &["1", "2", "3", "4", "Studio"]).gaps(15),
        list("Community", LOCALITY, &["Dubai Hills", "JVC", "Arabian Ranches 3", "Downtown", "Palm Jumeirah"]).gaps(8),
        col("Budget (AED)", MAX, dirhams).or(&[MIN]).gaps(8),
        list("Cash/Mortgage", FINANCING, &["Cash", "Mortgage", "Mortgage - preapproved"]).gaps(25),
        free("Ready/Off plan", &["Ready", "Off plan", "Both"]).or(&[MUST, WANTED]).gaps(25),
        col("Enquiry date", CREATED, |m| {
            let day = m.met();
            m.mixed_order(day)
        })
        .or_ask(),
        list("Came from", SOURCE, &["Bayut", "Referral", "Instagram", "Old client"]).gaps(10),
        list("Status", STATUS, &["Hot", "viewing booked", "cold", "closed"]).or(&[RATING, STAGE]).gaps(12),
        next("Next follow up", Style::Dmy('-')).gaps(50),
        list("Remarks", NOTES, &["Wants vacant on transfer", "Husband decides", "Only high floor, sea view"]).gaps(35),
    ];
    let mut sheet = super::sheet("Buyers & tenants 2026.csv", "person", Market::Emirates, columns);
    sheet.abroad = (vec![Market::Britain, Market::India], 25);
    sheet.rows = 120;
    sheet
}

/// Expressions of interest on the day of a launch, as the sheet for the developer is saved.
pub(super) fn launch() -> Sheet {
    let columns = vec![
        code("EOI #", ID, "EOI-", 1_101).or(&[DEAL_ID, KEPT]),
        full("Purchaser Full Name (as per passport)"),
        list("Nationality", NATION, &["India", "UAE", "United Kingdom", "Egypt"]),
        other("Passport No.", |m| Cell::plain(format!("X000{:04}", m.d.below(10_000)))),
        tel("Mobile No.", Dial::World).label("mobile"),
        mail("Email Address").gaps(5),
        free("Residency", &["Resident", "Non-resident"]),
        list("Preferred Unit", WANTED, &["1BR", "2BR", "2BR+Maid", "3BR", "Penthouse"]).or(&[BEDROOMS, UNIT, KIND]),
        free_sum("EOI Amount", whole(20_000, 10_000, aed, "AED", true)).or(&[AMOUNT, "interest.price"]),
        free("Payment Mode", &["Cheque", "Credit card", "Bank transfer"]).or(&[FINANCING]),
        firm_of_agents("Agency"),
        free("Agent Name", &["Rasha Karim", "Imad Nehme", "Viktor Sahl"]).or(&[REFERRER, ASSIGNEE, OWNER]),
        free("Token received", &["Yes", "No", "Pending"]),
    ];
    let mut sheet = super::sheet("EOI tracker.csv", "person", Market::Emirates, columns);
    sheet.entity_accept = &["opportunity"];
    sheet.abroad = (vec![Market::India, Market::Britain], 55);
    sheet.encoding = "utf-16le";
    sheet.bom = true;
    sheet.delimiter = '\t';
    sheet.crlf = true;
    sheet.rows = 90;
    sheet
}

fn firm_of_agents(header: &str) -> Column {
    free(header, &["Harbour Homes", "Palmline Realty", "Direct"]).or(&[SOURCE, REFERRER, DETAIL])
}

/// Owners and what they let, as a property manager keeps them.
pub(super) fn landlords() -> Sheet {
    let columns = vec![
        col("Unit", UNIT, |m| Cell::plain(format!("{}{:02}", 2 + m.row % 30, 1 + m.row % 8))).or(&[PROPERTY]),
        list("Building", PROJECT, &["Marina Heights", "Boulevard Point", "Act Two"]).or(&[PROPERTY]),
        list("Type", KIND, &["1 BR", "2 BR", "Studio"]).or(&[ROOMS]),
        full("Landlord"),
        col("LL Mobile", PHONE, |m| m.tel(Dial::Mixed)).label("mobile").gaps(4),
        mail("LL Email").gaps(20),
        other("Tenant", |m| m.spouse()).gaps(15),
        other("Tenant Mobile", |m| m.other_tel(Dial::Home)).gaps(20),
        sum("Annual Rent (AED)", PRICE, whole(55_000, 2_500, commas, "AED", true))
            .or(&["interest.price", KEPT])
            .gaps(10),
        tally("Chqs", 1, 6).gaps(10),
        other("Contract End", |m| m.ahead(Style::DayMon)).or(&["task.due_at"]).gaps(10),
        free("Ejari", &["Y", "N"]).gaps(10),
        list("Remarks", NOTES, &["Vacating", "Owner may sell", "Chiller free"]).gaps(60),
    ];
    let width = columns.len();
    let mut sheet = super::sheet("PM portfolio.csv", "person", Market::Emirates, columns);
    sheet.above = vec![padded(&["Managed units - updated 1 Nov"], width)];
    sheet.rows = 85;
    sheet
}

/// An office in Riyadh.
pub(super) fn riyadh() -> Sheet {
    let columns = vec![
        serial("م"),
        col("الاسم الكامل", FULL, |m| noted(m, &["أ.", "د.", "الأستاذ"], "{g} و {s} {f}")),
        tel("رقم الجوال", Dial::Mixed).label("mobile"),
        mail("الإيميل").gaps(60),
        list("نوع الطلب", PURPOSE, &["شراء", "إيجار", "استثمار"]),
        list("نوع العقار", WANTED, &["فيلا", "شقة", "دور", "أرض"]),
        quarter("الحي المطلوب", LOCALITY).gaps(10),
        col("الميزانية", MAX, |m| arabic_sum(m, "SAR", "ريال")).or(&[MIN]).gaps(10),
        list("طريقة الشراء", FINANCING, &["كاش", "تمويل بنكي", "دعم سكني"]).gaps(30),
        list("مصدر العميل", SOURCE, &["حراج", "عقار", "تويتر", "توصية"]).gaps(12),
        list("حالة العميل", STATUS, &["جديد", "مهتم", "تمت المعاينة", "مؤجل"]).or(&[STAGE]),
        recent("تاريخ التواصل", CONTACTED, Style::YmdSlash).or(&[CREATED]),
        list("الموظف", ASSIGNEE, &["سعد", "منيرة"]).or(&[OWNER]),
        list("ملاحظات", NOTES, &["يفضل الدور الأرضي", "ينتظر الموافقة", "يرغب بمسبح"]).gaps(40),
    ];
    let mut sheet = super::sheet("العملاء.csv", "person", Market::Saudi, columns);
    sheet.encoding = "windows-1256";
    sheet.delimiter = ';';
    sheet.crlf = true;
    sheet.rows = 95;
    sheet
}

/// The sales desk of a developer near Cairo; days and sums in Arabic digits.
pub(super) fn cairo() -> Sheet {
    let columns = vec![
        col("التاريخ", CREATED, |m| m.day(Style::ArabicDigits)).or(&[CONTACTED, KEPT]).or_ask(),
        col("اسم العميل", FULL, |m| noted(m, &["أ.", "م.", "د."], "{g} و {s} {f}")),
        tel("موبايل", Dial::Home).label("mobile"),
        tel2("واتساب", Dial::Home).label("whatsapp").gaps(60),
        job("الوظيفة").gaps(60),
        list("المشروع", PROJECT, &["تاج سيتي", "ماونتن فيو", "النرجس"]).or(&[PROPERTY]),
        list("نوع الوحدة", WANTED, &["شقة", "دوبلكس", "تاون هاوس"]).or(&[KIND]),
        other("المساحة", |m| Cell::plain(arabic_digits(&(90 + 5 * m.d.below(40)).to_string())))
            .or(&[AREA, SIZE, AREA_MAX]),
        col("الميزانية بالجنيه", MAX, |m| {
            let n = 100_000 * (18 + m.d.below(90) as u64);
            super::super::value::money(arabic_digits(&n.to_string()), n, "EGP", true)
        })
        .or(&[MIN])
        .gaps(15),
        free("المقدم", &["١٠٪", "٢٠٪", "كاش"]).or(&[FINANCING]).gaps(40),
        list("مندوب المبيعات", ASSIGNEE, &["أستاذ باسم", "شيرين"]).or(&[OWNER]),
        list("المتابعة", NOTES, &["زيارة الموقع الجمعة", "طلب خصم", "لم يرد"]).or(&[STATUS]).gaps(30),
    ];
    let mut sheet = super::sheet("متابعة العملاء.csv", "person", Market::Egypt, columns);
    sheet.bom = true;
    sheet.rows = 80;
    sheet
}
