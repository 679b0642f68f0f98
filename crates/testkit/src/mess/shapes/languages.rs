//! Headers and people in Arabic and Hindi.

use super::super::people::Market;
use super::super::sheet::{Sheet, col};
use super::super::value::{Cell, HINDI, Kind, Style, arabic_digits, indian, thousands};
use super::*;

/// From an old program in the Gulf, in its code page.
pub(super) fn arabic_1256() -> Sheet {
    let columns = vec![
        col("رقم العميل", ID, |m| Cell::plain((1200 + m.row).to_string())),
        col("اسم العميل", FULL, |m| m.full()),
        col("رقم الجوال", PHONE, |m| m.local()).label("mobile"),
        col("البريد الالكتروني", EMAIL, |m| m.email()).gaps(15),
        col("المدينة", CITY, |m| Cell::plain(m.p.city)),
        col("الميزانية", MAX, |m| m.plain_money(400_000, 25_000, |n| thousands(n, ","), "SAR", false)).or(&[MIN]),
        col("تاريخ التسجيل", CREATED, |m| m.met().cell(Style::Dmy('/'))),
        col("ملاحظات", NOTES, |m| m.pick(&["يبحث عن فيلا", "شقة قريبة من المدرسة"])).gaps(30),
    ];
    let mut sheet = Sheet::new("عملاء.csv", "person", Market::Saudi, columns);
    sheet.encoding = "windows-1256";
    sheet.crlf = true;
    sheet
}

/// The same people's newer list, with the digits of their script.
pub(super) fn arabic() -> Sheet {
    let columns = vec![
        col("الاسم الأول", GIVEN, |m| m.given()),
        col("اسم العائلة", FAMILY, |m| m.family()),
        col("جوال", PHONE, |m| {
            let cell = m.local();
            if m.d.percent(30) { Cell { text: arabic_digits(&cell.text), ..cell } } else { cell }
        })
        .label("mobile"),
        col("هاتف العمل", PHONE, |m| m.landline()).label("work").gaps(50),
        col("الإيميل", EMAIL, |m| m.email()).gaps(20),
        col("جهة العمل", COMPANY, |m| Cell::plain(m.p.company.clone())).gaps(40),
        col("المسمى الوظيفي", JOB, |m| m.pick(&["مدير", "مهندس", "طبيب"])).gaps(30),
        col("تاريخ الميلاد", BORN, |m| m.born().cell(Style::ArabicDigits)).gaps(30),
        col("الحي المفضل", LOCALITY, |m| Cell::plain(m.p.locality)).or(&["requirement.city[]"]),
        col("عدد الغرف", BEDROOMS, |m| m.number(2, 6)),
        col("المصدر", SOURCE, |m| m.pick(&["عقار", "توصية", "تويتر"])),
        col("الموظف المسؤول", ASSIGNEE, |m| m.pick(&["سلمان", "جواهر"])).or(&[OWNER]),
    ];
    let mut sheet = Sheet::new("قائمة-العملاء.tsv", "person", Market::Saudi, columns);
    sheet.delimiter = '\t';
    sheet.bom = true;
    sheet
}

/// A Lucknow office, saved as Unicode text.
pub(super) fn hindi() -> Sheet {
    let columns = vec![
        col("ग्राहक का नाम", FULL, |m| m.full()),
        col("मोबाइल नंबर", PHONE, |m| m.local()).label("mobile"),
        col("ईमेल पता", EMAIL, |m| m.email()).gaps(40),
        col("पता", STREET, |m| Cell::plain(format!("{}, {}", m.p.locality, m.p.city)))
            .or(&["person.address[].formatted"]),
        col("शहर", CITY, |m| Cell::plain(m.p.city)),
        col("पिन कोड", POSTCODE, |m| Cell::plain(m.p.postcode.clone())),
        col("जन्म तिथि", BORN, |m| m.born().cell(Style::DayMonth(HINDI))).gaps(40),
        col("बजट", MAX, |m| {
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
        col("पसंदीदा इलाका", LOCALITY, |m| Cell::plain(m.p.locality)),
        col("संपर्क तिथि", CONTACTED, |m| m.met().cell(Style::Dmy('-'))).or(&[CREATED]),
        col("टिप्पणी", NOTES, |m| m.pick(&["पूर्व मुखी मकान", "लोन चाहिए"])).gaps(40),
    ];
    let mut sheet = Sheet::new("ग्राहक सूची.txt", "person", Market::India, columns);
    sheet.native = true;
    sheet.encoding = "utf-16le";
    sheet.bom = true;
    sheet.delimiter = '\t';
    sheet.crlf = true;
    sheet
}
