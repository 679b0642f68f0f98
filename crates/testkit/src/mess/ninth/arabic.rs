//! Sheets of teams that head their columns in Arabic.

use super::*;

/// Clients of an office in Saudi Arabia.
pub(super) fn clients() -> Sheet {
    let columns = vec![
        serial("م"),
        full("اسم العميل"),
        tel("رقم الجوال", Dial::Mixed).label("mobile"),
        mail("البريد الإلكتروني").gaps(40),
        list("الغرض", PURPOSE, &["شراء", "إيجار", "استثمار"]),
        list("نوع العقار", WANTED, &["فيلا", "شقة", "أرض", "دور"]),
        town("المدينة", TOWNS).or(&[CITY]),
        wanted_place("الحي المطلوب"),
        count("عدد الغرف", BEDROOMS, 2, 7).gaps(20),
        count("المساحة (م²)", AREA, 120, 700).or(&[SIZE]).gaps(25),
        sum("الميزانية (ريال)", MAX, whole(600_000, 50_000, commas, "SAR", true)).or(&[MIN]),
        list("طريقة الدفع", FINANCING, &["كاش", "تمويل بنكي"]).gaps(15),
        list("مصدر العميل", SOURCE, &["سناب شات", "عقار", "إحالة", "لوحة"]),
        agent("الموظف المسؤول", &["أبو فهد", "منال", "عبد العزيز"]),
        day("تاريخ التسجيل", CREATED, Style::Dmy('/')),
        touched("آخر تواصل", Style::Dmy('/')).gaps(25),
        state("الحالة", &["جديد", "مهتم", "تمت المعاينة", "غير جاد"]),
        list("ملاحظات", NOTES, &["يفضل الاتصال مساءً", "يريد قريب من المدارس", "السعر مرتفع"]).gaps(45),
    ];
    let mut sheet = sheet("عملاء المكتب.csv", "person", Market::Saudi, columns);
    sheet.bom = true;
    sheet.rows = 95;
    sheet
}

/// People who put money into projects in Egypt.
pub(super) fn investors() -> Sheet {
    let columns = vec![
        ident("كود العميل", ID, "INV-"),
        full("الاسم بالكامل"),
        tel("الموبايل", Dial::Mixed).label("mobile"),
        tel2("واتساب", Dial::World).label("whatsapp").gaps(50),
        mail("الإيميل").gaps(30),
        list("الجنسية", NATIONALITY, &["مصري", "سعودي", "كويتي", "إماراتي"]),
        firm("جهة العمل").gaps(30),
        list("الوظيفة", JOB, &["مهندس", "طبيب", "رجل أعمال", "محاسب"]).gaps(20),
        list("المشروع", PROJECT, &["العاصمة الجديدة", "الساحل الشمالي", "التجمع"]).or(&[PROPERTY, LOCALITY]),
        sum("مبلغ الاستثمار (ج.م)", MAX, whole(1_500_000, 100_000, commas, "EGP", true)).or(&[AMOUNT, MIN, RENT]),
        free("مدة الاستثمار", &["سنة", "3 سنوات", "5 سنوات"]).or(&[TIMEFRAME]),
        list("مصدر الأموال", "person.source_of_funds", &["مدخرات", "بيع عقار", "تحويل من الخارج"]).gaps(30),
        state("حالة العميل", &["محتمل", "تم التعاقد", "مؤجل"]),
        agent("مسؤول المبيعات", &["أ. رنا", "أ. كريم"]),
        next("موعد المتابعة القادم", Style::Dmy('/')).gaps(35),
        list("عن طريق", REFERRER, &["م. شريف", "صديق", "معرض"]).or(&[SOURCE, KEPT]).gaps(40),
    ];
    let mut sheet = sheet("المستثمرين.csv", "person", Market::Egypt, columns);
    sheet.rows = 60;
    sheet
}
