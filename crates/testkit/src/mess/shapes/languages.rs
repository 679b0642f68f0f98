//! Headers and people in Arabic and Hindi.

use super::super::people::Market;
use super::super::sheet::{Sheet, col};
use super::super::value::{Cell, HINDI, Kind, Style, arabic_digits, indian, thousands};
use super::*;

/// From an old program in the Gulf, in its code page.
pub(super) fn arabic_1256() -> Sheet {
    let columns = vec![
        col("رقم العميل‖كود العميل‖الرقم", ID, |m| Cell::plain((1200 + m.row).to_string())),
        col("اسم العميل‖الاسم‖الاسم الكامل", FULL, |m| m.full()),
        col("رقم الجوال‖الجوال‖رقم الهاتف المحمول", PHONE, |m| m.local()).label("mobile"),
        col("البريد الالكتروني‖البريد الإلكتروني‖بريد", EMAIL, |m| m.email()).gaps(15),
        col("المدينة‖مدينة السكن‖المدينه", CITY, |m| Cell::plain(m.p.city)),
        col("الميزانية‖الميزانيه‖أقصى ميزانية", MAX, |m| {
            m.plain_money(400_000, 25_000, |n| thousands(n, ","), "SAR", false)
        })
        .or(&[MIN]),
        col("تاريخ التسجيل‖تاريخ الإضافة‖تاريخ الانشاء", CREATED, |m| {
            m.met().cell(Style::Dmy('/'))
        }),
        col("ملاحظات‖ملاحظة‖تعليقات", NOTES, |m| {
            m.pick(&["يبحث عن فيلا", "شقة قريبة من المدرسة"])
        })
        .gaps(30),
    ];
    let mut sheet = Sheet::new("عملاء.csv", "person", Market::Saudi, columns);
    sheet.encoding = "windows-1256";
    sheet.crlf = true;
    sheet
}

/// The same people's newer list, with the digits of their script.
pub(super) fn arabic() -> Sheet {
    let columns = vec![
        col("الاسم الأول‖الاسم الاول‖اسم", GIVEN, |m| m.given()),
        col("اسم العائلة‖العائلة‖اللقب", FAMILY, |m| m.family()),
        col("جوال‖موبايل‖رقم الموبايل", PHONE, |m| {
            let cell = m.local();
            if m.d.percent(30) { Cell { text: arabic_digits(&cell.text), ..cell } } else { cell }
        })
        .label("mobile"),
        col("هاتف العمل‖هاتف المكتب‖تليفون العمل", PHONE, |m| m.landline()).label("work").gaps(50),
        col("الإيميل‖إيميل‖البريد", EMAIL, |m| m.email()).gaps(20),
        col("جهة العمل‖الشركة‖اسم الشركة", COMPANY, |m| Cell::plain(m.p.company.clone())).gaps(40),
        col("المسمى الوظيفي‖الوظيفة‖المهنة", JOB, |m| m.pick(&["مدير", "مهندس", "طبيب"])).gaps(30),
        col("تاريخ الميلاد‖الميلاد‖ت. الميلاد", BORN, |m| {
            m.born().cell(Style::ArabicDigits)
        })
        .gaps(30),
        col("الحي المفضل‖الحي المطلوب‖المنطقة المطلوبة", LOCALITY, |m| {
            Cell::plain(m.p.locality)
        })
        .or(&["requirement.city[]"]),
        col("عدد الغرف‖غرف النوم‖عدد غرف النوم", BEDROOMS, |m| m.number(2, 6)),
        col("المصدر‖مصدر العميل‖كيف عرفتنا", SOURCE, |m| {
            m.pick(&["عقار", "توصية", "تويتر"])
        }),
        col("الموظف المسؤول‖المسؤول‖الوكيل", ASSIGNEE, |m| m.pick(&["سلمان", "جواهر"])).or(&[OWNER]),
    ];
    let mut sheet = Sheet::new("قائمة-العملاء.tsv", "person", Market::Saudi, columns);
    sheet.delimiter = '\t';
    sheet.bom = true;
    sheet
}

/// A Lucknow office, saved as Unicode text.
pub(super) fn hindi() -> Sheet {
    let columns = vec![
        col("ग्राहक का नाम‖नाम‖पूरा नाम", FULL, |m| m.full()),
        col("मोबाइल नंबर‖मोबाइल‖मो. नं.", PHONE, |m| m.local()).label("mobile"),
        col("ईमेल पता‖ईमेल‖ई-मेल", EMAIL, |m| m.email()).gaps(40),
        col("पता‖घर का पता‖पूरा पता", STREET, |m| {
            Cell::plain(format!("{}, {}", m.p.locality, m.p.city))
        })
        .or(&["person.address[].formatted"]),
        col("शहर‖नगर‖शहर का नाम", CITY, |m| Cell::plain(m.p.city)),
        col("पिन कोड‖पिनकोड‖पिन", POSTCODE, |m| Cell::plain(m.p.postcode.clone())),
        col("जन्म तिथि‖जन्मतिथि‖जन्म दिनांक", BORN, |m| {
            m.born().cell(Style::DayMonth(HINDI))
        })
        .gaps(40),
        col("बजट‖अधिकतम बजट‖बजट (रु.)", MAX, |m| {
            let n = 5 * (5 + m.d.below(30) as u64);
            let value = super::super::value::amount(n * 100_000, "INR", true);
            let text = match m.d.below(3) {
                0 => format!("{n} लाख"),
                1 => format!("₹ {}", indian(n * 100_000)),
                _ => format!("रु. {}", indian(n * 100_000)),
            };
            Cell::of(text, Kind::Money, value)
        })
        .or(&[MIN]),
        col("पसंदीदा इलाका‖इलाका‖क्षेत्र", LOCALITY, |m| {
            Cell::plain(m.p.locality)
        }),
        col("संपर्क तिथि‖अंतिम संपर्क‖पिछली बातचीत", CONTACTED, |m| m.met().cell(Style::Dmy('-'))).or(&[CREATED]),
        col("टिप्पणी‖टिप्पणियाँ‖विवरण", NOTES, |m| {
            m.pick(&["पूर्व मुखी मकान", "लोन चाहिए"])
        })
        .gaps(40),
    ];
    let mut sheet = Sheet::new("ग्राहक सूची.txt", "person", Market::India, columns);
    sheet.native = true;
    sheet.encoding = "utf-16le";
    sheet.bom = true;
    sheet.delimiter = '\t';
    sheet.crlf = true;
    sheet
}
