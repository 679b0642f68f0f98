//! Sheets of teams that head their columns in Arabic.

use super::*;

/// Tenants, and what each of them still owes.
pub(super) fn tenants() -> Sheet {
    let columns = vec![
        serial("م"),
        full("اسم المستأجر"),
        other("رقم الهوية / الإقامة", |m| Cell::plain(format!("2000{:06}", m.d.below(1_000_000)))).or(&[ID]).gaps(15),
        col("الجوال", PHONE, bare),
        mail("البريد الإلكتروني").gaps(60),
        firm("جهة العمل").gaps(50),
        list("العقار", PROPERTY, &["عمارة الملقا", "برج الشاطئ", "مجمع الروضة"]).or(&[PROJECT]),
        unit("رقم الوحدة"),
        other("بداية العقد", |m| m.day(Style::Dmy('/'))).or(&[SEEN]),
        other("نهاية العقد", |m| m.ahead(Style::Dmy('/'))),
        free_sum("الإيجار السنوي", whole(28_000, 1_000, commas, "SAR", false)).or(&[RENT, PRICE, AMOUNT]),
        free("عدد الدفعات", &["1", "2", "4", "12"]),
        other("تاريخ الدفعة القادمة", |m| m.ahead(Style::Dmy('/'))).or(&[DUE, REMINDER]).gaps(20),
        free_sum("المبلغ المتبقي", whole(0, 500, commas, "SAR", false)).gaps(25),
        free("حالة العقد", &["ساري", "منتهي", "قيد التجديد"]).or(&[STATUS, STAGE]),
        list("ملاحظات", NOTES, &["يتأخر في السداد", "يرغب في التجديد", "طلب صيانة التكييف"]).gaps(50),
    ];
    let mut sheet = sheet("المستأجرون.csv", "person", Market::Saudi, columns);
    sheet.entity_accept = &["interest"];
    sheet.bom = true;
    sheet.rows = 84;
    sheet
}

/// What clients are looking for.
pub(super) fn requests() -> Sheet {
    let columns = vec![
        day("تاريخ الطلب", CREATED, Style::Dmy('-')).or(&[MET]),
        full("اسم العميل"),
        tel("رقم الجوال", Dial::Mixed),
        tel2("واتساب", Dial::Packed).label("whatsapp").gaps(60),
        town("المدينة", TOWNS).or(&[CITY]),
        list("شراء / إيجار", PURPOSE, &["شراء", "إيجار", "استثمار"]),
        list("نوع العقار المطلوب", WANTED, &["شقة", "فيلا", "أرض", "دوبلكس"]),
        wanted_place("الأحياء المفضلة"),
        count("عدد الغرف", BEDROOMS, 2, 6).gaps(20),
        sum("الميزانية من", MIN, whole(400_000, 25_000, commas, "SAR", false)).gaps(30),
        sum("الميزانية إلى", MAX, whole(3_500_000, 50_000, commas, "SAR", false)),
        list("طريقة الشراء (كاش / تمويل)", FINANCING, &["كاش", "تمويل", "تمويل + دعم سكني"]).gaps(15),
        list("مصدر العميل", SOURCE, &["سناب شات", "حراج", "توصية", "لوحة إعلانية"]),
        agent("الموظف المسؤول", &["بدر", "لمى", "مشعل"]),
        state("الحالة", &["جديد", "قيد المتابعة", "تم العرض", "مغلق"]),
        next("موعد المتابعة", Style::Dmy('-')).gaps(40),
        list("الملاحظات", NOTES, &["يريد واجهة شمالية", "بعد صرف الراتب", "العائلة تفضل فيلا"]).gaps(45),
    ];
    let mut sheet = sheet("طلبات العملاء.csv", "person", Market::Saudi, columns);
    sheet.bom = true;
    sheet.rows = 110;
    sheet
}
