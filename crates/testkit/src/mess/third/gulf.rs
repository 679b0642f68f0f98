//! The Gulf: portals, brokers' lists in Arabic, a developer's sales desk, a family's office.

use super::super::hand::{commas, plain};
use super::super::sheet::Quotes;
use super::*;

const SAUDI_QUARTERS: Words = &["النرجس", "الياسمين، الملقا", "حطين"];

/// Enquiries of a portal, with what they asked about.
pub(super) fn portal() -> Sheet {
    let columns = vec![
        code("Lead ID", ID, "", 9_104_410),
        stamp("Received At‖Enquiry Date", CREATED, Style::Iso, Clock::Minutes).or(&["interest.at"]),
        free("Channel", &["WhatsApp", "Call", "Email"]).or(&[SOURCE, "person.source_system_detail"]),
        full("Client Name‖Lead Name"),
        tel("Client Phone‖Phone Number", Dial::Packed),
        mail("Client Email").gaps(45),
        code("Listing Reference‖Property Reference", LISTING, "BB-S-", 2_310),
        list("Listing Category", PURPOSE, &["Residential for sale", "Residential for rent"])
            .or(&["interest.property.type", KEPT])
            .or_ask(),
        list("Property Type", "interest.property.type", &["Apartment", "Villa", "Townhouse"]).or(&[WANTED]),
        col("Bedrooms", "interest.property.bedrooms", |m| m.number(1, 6)).or(&[BEDROOMS]),
        list("Location", "interest.property.address.locality", &["Dubai Marina", "Arabian Ranches 2", "JVC"])
            .or(&["interest.property.address.formatted", "interest.property.address.city", LOCALITY, PROJECT, KEPT])
            .or_ask(),
        sum("Listing Price (AED)", PRICE, whole(850_000, 25_000, plain, "AED", true)).or(&["interest.price"]),
        list("Agent", ASSIGNEE, &["Layan Habib", "Ziad Farouk"]).or(&[OWNER]),
        list("Lead Status", STATUS, &["Open", "Contacted", "Viewing", "Lost"]).or(&[STAGE]),
        list("Message", NOTES, &["Hi, is this still available?", "I would like to view on Saturday"])
            .or(&[KEPT])
            .gaps(40),
    ];
    let mut sheet = super::sheet("leads-export-2026-02-10.csv", "person", Market::Emirates, columns);
    sheet.abroad = (vec![Market::India, Market::Britain, Market::France], 40);
    sheet.rows = 320;
    sheet.again = 6;
    sheet
}

/// Calls that another portal put through; who called is often all it knows.
pub(super) fn portal_calls() -> Sheet {
    let columns = vec![
        day("Date", CREATED, Style::DayMonYear).or(&["interest.at", CONTACTED]),
        free("Time", &["10:42", "17:05", "20:31"]),
        tel("Caller Number‖Client Phone Number", Dial::Packed),
        full("Caller Name‖Client Name").gaps(40),
        free("Call Status", &["Connected", "Missed", "Missed"]),
        free("Call Duration (s)", &["0", "43", "218"]),
        free("Recording", &["https://calls.example/r/8821", "https://calls.example/r/9120"]).gaps(50),
        code("Property Ref", LISTING, "AP", 5_521),
        free("Purpose", &["for-rent", "for-sale"]).or(&[PURPOSE]),
        sum("Price", PRICE, whole(60_000, 5_000, commas, "AED", false)).or(&["interest.price"]),
        free("Agency", &["Kingfisher Properties"]),
        list("Agent Name‖Assigned Agent", ASSIGNEE, &["Rami El Khatib", "Wafa Shaheen"]).or(&[OWNER]),
        free("Receiver Number", &["+971500001122", "+971500003344"]),
    ];
    let mut sheet = super::sheet("call_leads_jan.csv", "person", Market::Emirates, columns);
    sheet.abroad = (vec![Market::India, Market::Britain], 35);
    sheet.quotes = Quotes::Always;
    sheet
}

/// A broker's list in Riyadh, in the code page of his machine.
pub(super) fn riyadh_list() -> Sheet {
    let columns = vec![
        serial("م"),
        full("اسم العميل"),
        tel("رقم الجوال‖الجوال", Dial::Mixed).label("mobile"),
        tel2("واتساب", Dial::Packed).label("whatsapp").gaps(60),
        list("الحي المطلوب", LOCALITY, SAUDI_QUARTERS).or(&["requirement.city[]"]),
        list("نوع العقار", WANTED, &["فيلا", "شقة", "أرض", "دوبلكس"]),
        sum("الميزانية (ريال)‖الميزانية بالريال", MAX, whole(900_000, 50_000, commas, "SAR", true)).or(&[MIN]).gaps(15),
        list("الغرض", PURPOSE, &["سكن", "استثمار", "إيجار"]),
        list("المصدر", SOURCE, &["سناب شات", "لوحة", "عميل سابق"]),
        list("المسوق‖الموظف المسؤول", ASSIGNEE, &["أبو راكان", "وليد"]).or(&[OWNER]),
        day("تاريخ آخر تواصل‖آخر تواصل", CONTACTED, Style::Dmy('/')).gaps(20),
        list("الحالة", STATUS, &["مهتم", "لم يرد", "تمت المعاينة"]).or(&[STAGE]),
        list("ملاحظات", NOTES, &["يفضل واجهة شمالية", "كاش", "ينتظر موافقة البنك"]).gaps(40),
    ];
    let width = columns.len();
    let mut sheet = super::sheet("عملاء 2026.csv", "person", Market::Saudi, columns);
    sheet.above = vec![padded(&["سجل العملاء - مكتب النخيل للعقار"], width)];
    sheet.encoding = "windows-1256";
    sheet.crlf = true;
    sheet.delimiter = ';';
    sheet.rows = 96;
    sheet
}

/// Who signed up for an evening, in Arabic and UTF-16.
pub(super) fn evening() -> Sheet {
    let columns = vec![
        stamp("تاريخ التسجيل", CREATED, Style::YmdSlash, Clock::Minutes),
        given("الاسم الأول"),
        family("اسم العائلة"),
        mail("البريد الإلكتروني"),
        tel("رقم الهاتف‖الهاتف المحمول", Dial::World),
        firm("جهة العمل‖الشركة").gaps(30),
        list("المسمى الوظيفي", JOB, &["مدير عام", "مهندسة", "رجل أعمال"]).gaps(30),
        town("المدينة", CITY),
        list("الجنسية", "person.nationality", &["سعودي", "إماراتي", "مصري"]).gaps(20),
        list("كيف سمعت عنا؟‖كيف عرفت عن الفعالية؟", SOURCE, &["إنستغرام", "دعوة خاصة", "صديق"]),
        list("هل توافق على استلام العروض عبر البريد؟", "person.consent.email", &["نعم", "لا"]),
        free("عدد المرافقين", &["0", "1", "2"]),
    ];
    let mut sheet = super::sheet("تسجيل الأمسية.csv", "person", Market::Saudi, columns);
    sheet.encoding = "utf-16le";
    sheet.bom = true;
    sheet.delimiter = '\t';
    sheet.rows = 70;
    sheet
}

/// Deals of an office in Cairo.
pub(super) fn arabic_deals() -> Sheet {
    let columns = vec![
        code("رقم الصفقة", "opportunity.external_id", "", 1_120),
        col("اسم الصفقة", "opportunity.name", |m| Cell::plain(format!("شقة {} - {}", 10 + m.row, m.p.family))),
        col("اسم العميل", "opportunity.contact", |m| m.full()).or(&[FULL]),
        tel("هاتف العميل", Dial::Packed),
        list("المرحلة", "opportunity.stage", &["تفاوض", "حجز", "عقد", "ملغاة"]).or(&["opportunity.status"]),
        sum("قيمة الصفقة", "opportunity.amount", whole(2_500_000, 50_000, plain, "EGP", false)),
        list("العملة", "opportunity.currency", &["EGP"]),
        ahead("تاريخ الإغلاق المتوقع", "opportunity.close_date", Style::Iso),
        list("المسؤول", "opportunity.owner", &["دينا", "كريم"]),
        list("المصدر", "opportunity.source", &["إعلان", "توصية"]).or(&[SOURCE]),
        day("تاريخ الإنشاء", "opportunity.created_at", Style::Iso),
        list("سبب الخسارة", "opportunity.lost_reason", &["السعر", "الموقع"]).gaps(80),
        list("ملاحظات", "opportunity.description", &["تقسيط ٥ سنوات", "نصف تشطيب"]).or(&[NOTES]).gaps(50),
    ];
    let mut sheet = super::sheet("صفقات.csv", "opportunity", Market::Egypt, columns);
    sheet.bom = true;
    sheet.rows = 75;
    sheet
}

/// A developer's sales of homes that are still to be built.
pub(super) fn off_plan() -> Sheet {
    let columns = vec![
        code("Booking Ref", "opportunity.external_id", "EH-", 6_001).or(&[ID]),
        list("Project", PROJECT, &["Creekline Two", "The Dunmore", "Heathfield Bay"]).or(&[PROPERTY]),
        col("Unit", "interest.property.unit", |m| {
            Cell::plain(format!("{}-{}", ["A", "B", "C"][m.row % 3], 101 + m.row))
        }),
        list("Unit Type", "interest.property.type", &["1BR", "2BR + Maid", "Penthouse"]).or(&[
            "interest.property.bedrooms",
            WANTED,
            BEDROOMS,
        ]),
        count("BUA (sqft)", "interest.property.area", 640, 4_100),
        full("Purchaser Name‖Buyer Name").or(&["opportunity.contact"]),
        list("Nationality", "person.nationality", &["India", "UK", "Lebanon", "UAE"]),
        tel("Purchaser Mobile", Dial::World).label("mobile"),
        mail("Purchaser Email"),
        other("Passport No", |m| Cell::plain(format!("X{:07}", 1_200 + m.row))).gaps(10),
        sum("Selling Price AED‖Net Price (AED)", "opportunity.amount", whole(1_100_000, 25_000, commas, "AED", true))
            .or(&[PRICE, "interest.price"]),
        free("Paid %", &["10", "20", "40"]),
        list("Stage", "opportunity.stage", &["EOI", "Booked", "SPA signed", "Cancelled"]).or(&[
            "opportunity.status",
            STAGE,
            STATUS,
            "interest.stage",
        ]),
        day("Booking Date‖Date of Booking", "interest.at", Style::DayMon).or(&[
            "opportunity.created_at",
            "opportunity.won_at",
            CREATED,
            KEPT,
        ]),
        other("Agency", |m| m.text(&["Kingfisher Properties", "Direct", "Ironbridge RE"])).or(&[
            "person.referrer",
            SOURCE,
            "opportunity.source",
        ]),
        list("Sales Executive‖Sales Agent", "opportunity.owner", &["Mansour J", "Salma H"]).or(&[ASSIGNEE, OWNER]),
    ];
    let mut sheet = super::sheet("Sales Register Q4.csv", "opportunity", Market::Emirates, columns);
    sheet.entity_accept = &["person"];
    sheet.abroad = (vec![Market::India, Market::Britain], 55);
    sheet.rows = 110;
    sheet
}

/// A family office's list: name and number in one cell.
pub(super) fn family_office() -> Sheet {
    let columns = vec![
        full("Principal‖Family / principal"),
        other("Contact (name / mobile)", |m| {
            Cell::plain(format!("{} / {}", ["Maha", "Joseph", "Ms. Tan"][m.row % 3], m.p.second.e164()))
        })
        .or(&["household.assistant.phone", "household.assistant.name", PHONE])
        .must_ask(),
        tel("Direct", Dial::World).gaps(45),
        mail("Email (office)").label("work").gaps(20),
        firm("Holding company").gaps(25),
        list("Residence", QUARTER, &["Emirates Hills", "Mayfair", "Palm Jumeirah"]).or(&[WHOLE, CITY, KEPT]).or_ask(),
        col("Budget", MAX, |m| m.dirhams_typed()).or(&[MIN]).gaps(20),
        list("Looking for‖Requirement", WANTED, &["Beachfront villa", "Whole building", "Penthouse"])
            .or(&["requirement.must_have[]"]),
        list("Source of funds‖SOF", "person.source_of_funds", &["Business sale", "Family trust"]).gaps(40),
        list("Introduced by", "person.referrer", &["Gascoyne Wealth", "Mr Darwish"]).gaps(20),
        day("Last met", CONTACTED, Style::DayMon).gaps(35),
        list("Remarks", NOTES, &["Only via the office", "Travels until March"]).gaps(30),
    ];
    let mut sheet = super::sheet("FO contacts.csv", "person", Market::Emirates, columns);
    sheet.blank_every = 20;
    sheet.rows = 60;
    sheet
}
