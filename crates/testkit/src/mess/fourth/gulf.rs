//! The Gulf and Egypt: lists that brokers, desks and offices keep.

use super::super::hand::commas;
use super::super::maker::phone;
use super::super::sheet::empty;
use super::*;

/// A broker's own follow-up sheet.
pub(super) fn follow_up() -> Sheet {
    let columns = vec![
        serial("#‖Sr."),
        col("Date", CREATED, |m| {
            let day = m.met();
            m.mixed_order(day)
        })
        .or(&[CONTACTED, "interest.at"]),
        col("Client‖Client name", FULL, |m| m.name_by_hand()),
        col("Mobile‖Contact", PHONE, |m| if m.d.percent(20) { m.phone_scientific() } else { m.tel(Dial::Packed) }),
        list("Nationality", "person.nationality", &["Indian", "British", "Lebanese", "Emirati", "Russian"]).gaps(20),
        list("Looking for‖Requirement", WANTED, &["2BR", "Villa", "Studio", "3BR + maid", "Plot"])
            .or(&[BEDROOMS, NOTES]),
        list("Buy/Rent", PURPOSE, &["Buy", "Rent", "Buy"]),
        list("Preferred area‖Area", LOCALITY, &["Dubai Hills", "JVC / Al Barsha", "City Walk"]).or(&[TOWNS]).gaps(10),
        col("Budget (AED)", MAX, |m| m.dirhams_typed()).or(&[MIN]).gaps(10),
        list("Cash/Mortgage", FINANCING, &["Cash", "Mortgage"]).gaps(30),
        list("Source", SOURCE, &["Instagram", "Referral", "Old client", "Property Finder"]).gaps(15),
        list("Status", STATUS, &["Viewing done", "No answer", "Negotiation", "Closed", "Not interested"])
            .or(&[STAGE, "interest.stage"]),
        next("Next call‖Next follow up", Style::DayMon).gaps(40),
        list("Remarks", NOTES, &["wants high floor, chiller free", "travelling till 20th", "sent 3 options"]).gaps(40),
    ];
    let mut sheet = super::sheet("My clients 2026.csv", "person", Market::Emirates, columns);
    sheet.above = vec![padded(&["Follow up sheet - Nabil", "", "", "", "", "updated weekly"], 14)];
    sheet.abroad = (vec![Market::India, Market::Britain], 30);
    sheet.encoding = "windows-1252";
    sheet.rows = 90;
    sheet
}

/// Agencies that may sell a developer's launch.
pub(super) fn agencies() -> Sheet {
    let columns = vec![
        serial("S. No").or(&["account.external_id"]),
        col("Agency Name‖Brokerage Name", "account.name", |m| {
            Cell::plain(format!("{} Real Estate LLC", m.p.company))
        }),
        code("RERA ORN", "account.registration_id", "", 11_208).or(&[KEPT]).or_ask(),
        code("Trade License No.", "account.registration_id", "CN-", 1_044_210).or(&[KEPT]).or_ask().gaps(10),
        ahead_free("License Expiry"),
        free("Authorised Signatory", &["Hamad Al Sharif", "Ola Tannous", "Joud Aboud"]).or(&[FULL]).gaps(15),
        col("Office Phone", "account.phone[]", |m| m.desk_tel(Dial::World)).gaps(25),
        col("Email", "account.email[]", |m| {
            Cell::of(format!("info@{}", domain(m)), Kind::Email, serde_json::json!([format!("info@{}", domain(m))]))
        })
        .or(&[EMAIL]),
        col("Website", "account.website[]", |m| Cell::plain(format!("www.{}", domain(m)))).gaps(40),
        list("Emirate", "account.address[].region", &["Dubai", "Abu Dhabi", "Sharjah"]).or(&["account.address[].city"]),
        count("No. of Agents", "account.employee_count", 3, 120).or(&[KEPT]).or_ask().gaps(30),
        free("Tier", &["Gold", "Silver", "Platinum"]).or(&["account.type"]),
        free("Commission %", &["5%", "6%", "7%"]),
        list("RM", "account.owner", &["Farah", "Kamal"]),
        list("Remarks", "account.description", &["Agreement signed", "Waiting for bank letter"]).gaps(60),
    ];
    let mut sheet = super::sheet("Registered agencies.csv", "account", Market::Emirates, columns);
    sheet.rows = 75;
    sheet
}

fn ahead_free(header: &str) -> Column {
    other(header, |m| m.ahead(Style::Dmy('/')))
}

/// A marketer's clients in Riyadh, as a sheet writes Unicode text.
pub(super) fn riyadh() -> Sheet {
    let columns = vec![
        other("م", |m| Cell::plain((m.row + 1).to_string())).or(&[ID]),
        full("اسم العميل‖الاسم"),
        tel("رقم الجوال‖الجوال", Dial::Mixed).label("mobile"),
        mail("البريد الإلكتروني‖الايميل").gaps(55),
        list("الغرض‖نوع الطلب", PURPOSE, &["شراء", "إيجار", "استثمار"]),
        list("نوع العقار", WANTED, &["فيلا", "شقة", "دور", "أرض"]),
        list("الحي المطلوب‖الأحياء المرغوبة", LOCALITY, &["القيروان", "العقيق", "النرجس والياسمين"]).or(&[TOWNS]),
        town("المدينة", CITY).or(&[TOWNS]).gaps(10),
        sum("الميزانية (ريال)‖الميزانية", MAX, whole(700_000, 50_000, commas, "SAR", false)).or(&[MIN]),
        list("طريقة الدفع", FINANCING, &["كاش", "تمويل عقاري"]).gaps(20),
        list("مصدر العميل‖المصدر", SOURCE, &["عقار", "سناب", "توصية", "لوحة"]),
        list("الحالة‖حالة العميل", STATUS, &["جديد", "تم التواصل", "معاينة", "مغلق"]).or(&[STAGE]),
        list("المسوق‖الموظف المسؤول", ASSIGNEE, &["رائد", "غادة"]).or(&[OWNER]),
        col("تاريخ التسجيل‖التاريخ", CREATED, |m| {
            let day = m.met();
            if m.d.percent(15) { day.cell(Style::ArabicDigits) } else { day.cell(Style::YmdSlash) }
        })
        .or(&[CONTACTED]),
        list("ملاحظات", NOTES, &["يفضل دور أرضي", "الاتصال بعد العصر", "معاه سكني"]).gaps(45),
    ];
    let mut sheet = super::sheet("عملاء 2026.txt", "person", Market::Saudi, columns);
    sheet.encoding = "utf-16le";
    sheet.bom = true;
    sheet.delimiter = '\t';
    sheet.crlf = true;
    sheet
}

/// A sales desk of a developer in Cairo.
pub(super) fn cairo() -> Sheet {
    let columns = vec![
        day("التاريخ", CREATED, Style::DmyBare('/')).or(&[CONTACTED]),
        full("اسم العميل"),
        tel("تليفون 1‖موبايل 1", Dial::Home),
        tel2("تليفون 2‖موبايل 2", Dial::Home).gaps(70),
        list("المشروع", PROJECT, &["جاردن فيو", "نايل ريزيدنس"]).or(&[PROPERTY]),
        list("نوع الوحدة", WANTED, &["شقة", "دوبلكس", "تاون هاوس"]).or(&["interest.property.type"]),
        count("المساحة‖المساحة م2", "interest.property.area", 90, 320).or(&[AREA, "requirement.area_max"]).gaps(15),
        sum("الميزانية بالجنيه", MAX, whole(3_000_000, 100_000, commas, "EGP", true)).or(&[MIN]).gaps(15),
        list("عرفتنا منين‖المصدر", SOURCE, &["فيسبوك", "إعلان طريق", "صديق", "بروكر"]),
        list("السيلز‖البائع", ASSIGNEE, &["تامر", "سلمى"]).or(&[OWNER]),
        list("رد العميل‖موقف العميل", STATUS, &["مهتم", "هيفكر", "لم يرد", "تم الحجز"]).or(&[STAGE, NOTES]),
        next("ميعاد المتابعة", Style::DmyBare('/')).gaps(40),
        empty(""),
    ];
    let mut sheet = super::sheet("walkins_sales.csv", "person", Market::Egypt, columns);
    sheet.encoding = "windows-1256";
    sheet.crlf = true;
    sheet.rows = 90;
    sheet
}

/// The principals whom an office looks after.
pub(super) fn principals() -> Sheet {
    let columns = vec![
        full("Principal"),
        free("Known as", &["Sheikha A.", "Mr. B", "The Captain"]).or(&["person.nickname"]).gaps(80),
        col("Spouse", SPOUSE, |m| m.spouse()).gaps(40),
        col("Children", "household.children", |m| m.pick(&["2 (7, 10)", "Omar, Sara", "1"])).gaps(55),
        list("PA‖PA name", "household.assistant.name", &["Rana Issa", "Joanne Boyd", "Kamal Aboud"]).gaps(20),
        col("PA mobile‖PA contact", "household.assistant.phone", |m| {
            let p = m.p.second.clone();
            phone(p.e164(), &[&p])
        })
        .gaps(25),
        tel("Private mobile", Dial::World).label("mobile").gaps(30),
        mail("Private email").gaps(35),
        firm("Family office / Company").gaps(20),
        list("Nationality", "person.nationality", &["UAE", "KSA", "India", "UK"]).gaps(10),
        born("DOB", Style::DayMonYear).gaps(45),
        list("KYC", "person.kyc_status", &["Complete", "Pending", "Renewal due"]).gaps(10),
        list("Source of wealth", "person.source_of_funds", &["Business sale", "Inheritance", "Shipping"]).gaps(40),
        list("Languages", "person.language", &["Arabic, English", "Hindi", "French"]).gaps(30),
        list("RM", OWNER, &["Leila Hariri", "Ansel Pruitt"]).or(&[ASSIGNEE]),
        day("Last met", CONTACTED, Style::DayMonYear).gaps(20),
        list("Preferences‖Likes", NOTES, &["No ground floor, sea view only", "Never on Fridays"])
            .or(&["requirement.must_have[]", KEPT])
            .gaps(35),
    ];
    let mut sheet = super::sheet("Principals - confidential.csv", "person", Market::Emirates, columns);
    sheet.abroad = (vec![Market::India, Market::Britain], 35);
    sheet.rows = 55;
    sheet
}
