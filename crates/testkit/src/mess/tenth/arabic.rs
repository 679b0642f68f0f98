//! Sheets of teams that head their columns in Arabic.

use super::*;

/// Owners who have something to sell or to let.
pub(super) fn owners() -> Sheet {
    let columns = vec![
        serial("الرقم"),
        col("اسم المالك", FULL, |m| m.full()),
        tel("جوال المالك", Dial::Mixed),
        tel2("جوال آخر", Dial::Mixed).gaps(75),
        list("نوع العقار", KIND, &["فيلا", "شقة", "أرض", "عمارة", "دور"]),
        free("للبيع / للإيجار", &["للبيع", "للإيجار"]).or(&[PURPOSE]),
        col("المدينة", PLACE_TOWN, |m| Cell::plain(m.p.city)).or(&[CITY]),
        col("الحي", PLACE_QUARTER, |m| Cell::plain(m.p.locality)).or(&[QUARTER]),
        count("المساحة م٢", SIZE, 150, 900),
        count("عدد الغرف", ROOMS, 2, 7).gaps(20),
        sum("السعر المطلوب", PRICE, whole(650_000, 25_000, commas, "SAR", false)).or(&[AMOUNT]),
        free("رقم الصك", &["000012", "000345", "000678"]).gaps(40),
        free("حصري؟", &["نعم", "لا"]).gaps(20),
        agent("الوسيط", &["أبو فهد", "نوف", "ماجد"]),
        day("تاريخ الإدراج", CREATED, Style::Dmy('/')),
        list("ملاحظات", NOTES, &["قابل للتفاوض", "الدور الأرضي مؤجر", "يفضل الاتصال مساء"]).gaps(45),
    ];
    let mut sheet = sheet("قائمة الملاك.csv", "person", Market::Saudi, columns);
    sheet.entity_accept = &["interest"];
    sheet.bom = true;
    sheet.rows = 86;
    sheet
}

/// Sales of a developer's flats in Egypt.
pub(super) fn deals() -> Sheet {
    let columns = vec![
        ident("رقم الصفقة", DEAL_ID, "S-"),
        deal_contact("اسم المشتري"),
        tel("رقم التليفون", Dial::Mixed),
        list("المشروع", PROJECT, &["نايل فيو", "جاردن سيتي الجديدة", "بالم هايتس"]).or(&[PROPERTY]),
        list("المطور", DEVELOPER, &["شركة النخيل", "مجموعة الواحة"]).or(&[DEAL_FIRM, FIRM]),
        unit("رقم الوحدة"),
        sum("إجمالي السعر (ج.م)", AMOUNT, whole(2_400_000, 100_000, commas, "EGP", true)).or(&[PRICE, RENT]),
        free_sum("المقدم", whole(240_000, 10_000, commas, "EGP", false)),
        free("عدد سنوات التقسيط", &["5", "7", "8"]).or(&[FINANCING]),
        list("مرحلة البيع", DEAL_STAGE, &["حجز", "تفاوض", "عقد", "ملغي"]).or(&[DEAL_STATUS]),
        ahead("تاريخ التعاقد المتوقع", CLOSING, Style::Dmy('/')).gaps(25),
        list("مصدر العميل", DEAL_SOURCE, &["فيسبوك", "ترشيح", "معرض", "مكالمة"]).or(&[SOURCE]),
        deal_agent("مندوب المبيعات", &["عمر", "هبة", "شريف"]),
        free("نسبة العمولة %", &["1.5", "2", "2.5"]),
        list("سبب الإلغاء", LOST_BECAUSE, &["السعر", "اشترى من منافس"]).gaps(85),
    ];
    let mut sheet = sheet("صفقات.csv", "opportunity", Market::Egypt, columns);
    sheet.entity_accept = &["person", "interest"];
    let mut total = vec![String::new(); sheet.columns.len()];
    total[0] = "الإجمالي: #".into();
    sheet.below = vec![total];
    sheet.rows = 58;
    sheet
}
