//! The Gulf and Cairo: brokerages, launches, owners' lists, two scripts in one sheet.

use super::super::hand::{Dial, commas};
use super::super::maker::Clock;
use super::super::people::Market;
use super::super::shapes::*;
use super::super::sheet::{Quotes, Sheet, col, other};
use super::super::value::{Cell, Style, money};

/// A brokerage's system: clean.
pub(super) fn brokerage() -> Sheet {
    let columns = vec![
        col("Ref‖Lead Ref", ID, |m| m.code("L-", 8801)),
        other("Lead Type", |m| m.text(&["Buyer", "Tenant"])).or(&["requirement.purpose", TAGS, STAGE]),
        col("Status‖Lead Status", STATUS, |m| m.text(&["Open", "In Progress", "Closed"])),
        col("Sub Status", STATUS, |m| m.text(&["Viewing arranged", "Offer", "No answer"]))
            .or(&[STAGE, "custom.*"])
            .or_ask(),
        col("Priority", "person.rating", |m| m.text(&["High", "Normal", "Low"]))
            .or(&["task.priority", "custom.*"])
            .or_ask(),
        col("Contact Name‖Client Name", FULL, |m| m.full()),
        col("Mobile‖Mobile No", PHONE, |m| m.tel(Dial::World)).label("mobile"),
        col("Email‖Email Address", EMAIL, |m| m.email()).gaps(25),
        col("Nationality", "person.nationality", |m| m.text(&["UAE", "India", "Russia", "France"])).gaps(20),
        col("Unit Type‖Category", WANTED, |m| m.text(&["Apartment", "Villa", "Townhouse"])),
        col("Emirate", "requirement.city[]", |m| m.text(&["Dubai", "Abu Dhabi"])).or(&[
            "person.address[].region",
            CITY,
            LOCALITY,
        ]),
        col("Location", LOCALITY, |m| Cell::plain(m.p.locality)).or(&["requirement.city[]"]),
        col("Min Beds‖Beds From", BEDROOMS, |m| m.number(1, 3)),
        col("Max Beds‖Beds To", "requirement.bedrooms_max", |m| m.number(3, 6)),
        col("Min Price (AED)‖Price From (AED)", MIN, |m| m.sum(500_000, 50_000, commas, "AED", true)),
        col("Max Price (AED)‖Price To (AED)", MAX, |m| m.sum(7_000_000, 50_000, commas, "AED", true)),
        col("Min Area (sqft)‖Area From (sqft)", "requirement.area_min", |m| m.number(600, 2000)).gaps(30),
        col("Finance", "requirement.financing", |m| m.text(&["Cash", "Mortgage"])).gaps(20),
        col("Agent 1‖Assigned Agent", ASSIGNEE, |m| m.text(&["Natalia V.", "Imran Q.", "Farah"])).or(&[OWNER]),
        col("Enquiry Date‖Date Added", CREATED, |m| m.day(Style::DayMonYear)),
        col("Last Updated", "person.updated_at", |m| m.day(Style::DayMonYear)),
        col("Source of Lead‖Source", SOURCE, |m| m.text(&["Portal", "Instagram", "Call in", "Referral"])),
    ];
    let mut sheet = super::sheet("leads_export_active.csv", "person", Market::Emirates, columns);
    sheet.quotes = Quotes::Always;
    sheet.abroad = (vec![Market::India, Market::Britain, Market::France], 35);
    sheet.rows = 400;
    sheet
}

/// The door list of a launch evening.
pub(super) fn launch() -> Sheet {
    let columns = vec![
        other("#", |m| Cell::plain((m.row + 1).to_string())).or(&[ID]),
        col("Guest‖Guest Name", FULL, |m| m.name_by_hand()),
        col("Broker / Company‖Company or Broker", COMPANY, |m| Cell::plain(m.p.company.clone()))
            .or(&["person.referrer", "custom.*"])
            .or_ask()
            .gaps(30),
        col("Tel‖Tel No", PHONE, |m| m.tel_by_hand()),
        col("E-mail", EMAIL, |m| m.mail_by_hand()).gaps(45),
        col("Nationality", "person.nationality", |m| m.text(&["Emirati", "Indian", "Egyptian", "British"])).gaps(10),
        other("Arrived", |m| m.text(&["18:40", "19:05", "19:30"])).gaps(30),
        other("+1", |m| m.text(&["1", "2"])).gaps(60),
        col("Unit(s) of interest", "interest.property.unit", |m| m.text(&["1204", "1801, 1802", "PH-2"]))
            .or(&["interest.property.name", "custom.*", WANTED])
            .gaps(50),
        other("EOI paid (AED)", |m| m.sum(20_000, 5_000, commas, "AED", true)).gaps(70),
        col("Hosted by", ASSIGNEE, |m| m.text(&["Yara", "Dominic", "Huda"])).or(&[OWNER]),
        col("Comments after event", NOTES, |m| m.remark()).gaps(50),
    ];
    let width = columns.len();
    let mut sheet = super::sheet("Launch night door list.csv", "person", Market::Emirates, columns);
    sheet.above = vec![
        padded(&["MARIGOLD ONE - LAUNCH NIGHT"], width),
        padded(&["Venue:", "Ballroom B", "", "Date:", "12 February 2026"], width),
        padded(&[], width),
    ];
    sheet.below = vec![padded(&[], width), padded(&["Total guests", "#"], width)];
    sheet.abroad = (vec![Market::India, Market::Britain], 25);
    sheet.bom = true;
    sheet.rows = 110;
    sheet
}

/// A list of owners as it goes from hand to hand: clean, run-together headers.
pub(super) fn owners() -> Sheet {
    let columns =
        vec![
            other("P-Number", |m| Cell::plain((300_100 + m.row * 11).to_string())).or(&[ID]),
            col("MasterProject", "interest.property.project", |m| m.text(&["Bluefinch Marina", "Fernhill Estate"]))
                .or(&["property.name", "interest.property.name", "custom.*"]),
            col("BuildingName", "interest.property.name", |m| m.text(&["Tower A", "Tower B", "Residence 3"]))
                .or(&["interest.property.project", "custom.*"]),
            col("UnitNumber", "interest.property.unit", |m| Cell::plain((201 + m.row).to_string())),
            col("PropertyType", "interest.property.type", |m| m.text(&["Flat", "Villa", "Office"])).or(&[WANTED]),
            col("ActualSize", "interest.property.area", |m| {
                Cell::plain(format!("{}.{:02}", 60 + m.d.below(300), m.d.below(100)))
            })
            .or(&["custom.*"]),
            col("OwnerName", FULL, |m| m.full()),
            col("CountryName", COUNTRY, |m| m.text(&["India", "United Kingdom", "Jordan"])).or(&["person.nationality"]),
            col("MobilePhone", PHONE, |m| m.tel(Dial::Packed)).label("mobile").gaps(5),
            col("SecondaryMobile", PHONE, |m| m.other_tel(Dial::Packed)).label("mobile").gaps(70),
            col("FixedLine", PHONE, |m| m.desk_tel(Dial::World)).gaps(75),
            col("EmailAddress", EMAIL, |m| m.email()).gaps(35),
            col("PurchasePrice", "interest.property.price", |m| {
                m.sum(600_000, 25_000, super::super::hand::plain, "AED", false)
            })
            .or(&["interest.price"]),
            col("RegistrationDate", "interest.at", |m| m.day(Style::Iso)).or(&[CREATED, "custom.*"]).or_ask(),
        ];
    let mut sheet = super::sheet("owners_2024_full.csv", "person", Market::Emirates, columns);
    sheet.abroad = (vec![Market::India, Market::Britain], 40);
    sheet.delimiter = '|';
    sheet.rows = 250;
    sheet
}

/// Headers in two scripts at once.
pub(super) fn two_scripts() -> Sheet {
    let columns = vec![
        col("Client Name / اسم العميل", FULL, |m| m.full()),
        col("Mobile / الجوال", PHONE, |m| m.tel(Dial::Mixed)).label("mobile"),
        col("E-mail / البريد الإلكتروني", EMAIL, |m| m.email()).gaps(30),
        col("City / المدينة", CITY, |m| Cell::plain(m.p.city)).or(&["requirement.city[]"]),
        col("Property Type / نوع العقار", WANTED, |m| m.text(&["فيلا", "شقة", "أرض"])).or(&["interest.property.type"]),
        col("Rooms / الغرف", BEDROOMS, |m| m.number(2, 7)),
        col("Budget (SAR) / الميزانية", MAX, |m| m.sum(500_000, 25_000, commas, "SAR", true)).or(&[MIN]),
        col("Source / المصدر", SOURCE, |m| m.text(&["X", "معرض", "صديق"])),
        col("Date / التاريخ", CREATED, |m| m.day(Style::Dmy('/'))).or(&[CONTACTED, "custom.*"]).or_ask(),
        col("Remarks / ملاحظات", NOTES, |m| m.text(&["يفضل الدور الأرضي", "asked for a corner plot"])).gaps(35),
    ];
    let mut sheet = super::sheet("عملاء المعرض.csv", "person", Market::Saudi, columns);
    sheet.bom = true;
    sheet.delimiter = ';';
    sheet.rows = 130;
    sheet
}

/// A developer's leads in Cairo: clean, people written in Arabic.
pub(super) fn cairo() -> Sheet {
    let columns = vec![
        col("Lead ID", ID, |m| m.code("", 55_010)),
        col("Full Name", FULL, |m| m.full()),
        col("Phone Number", PHONE, |m| m.tel(Dial::World)),
        col("WhatsApp Number", PHONE, |m| m.other_tel(Dial::World)).label("whatsapp").gaps(40),
        col("Project of Interest", "interest.property.project", |m| {
            m.text(&["Hollyoak New Cairo", "Larkbay North Coast"])
        })
        .or(&["property.name", "interest.property.name"]),
        col("Unit Type", WANTED, |m| m.text(&["Apartment", "Chalet", "Twin house"])).or(&["interest.property.type"]),
        col("Budget (EGP)", MAX, |m| m.sum(2_000_000, 100_000, commas, "EGP", true)).or(&[MIN]),
        other("Payment Plan", |m| m.text(&["8 years", "Cash", "5 years"])).or(&["requirement.financing"]),
        col("Campaign", "person.campaign", |m| m.text(&["Ramadan 26", "Coast Q1"])),
        col("Lead Source", SOURCE, |m| m.text(&["Facebook", "Hotline", "Broker"])),
        col("Sales Agent", ASSIGNEE, |m| m.text(&["Mona S.", "Kareem"])).or(&[OWNER]),
        col("Created At", CREATED, |m| {
            let day = m.met();
            m.moment(day, Style::Dmy('/'), Clock::Minutes)
        }),
        col("Last Call Date", CONTACTED, |m| m.day(Style::Dmy('/'))).gaps(25),
        col("Feedback", NOTES, |m| m.text(&["مهتم", "طلب التواصل لاحقا", "no answer"])).or(&[STATUS]).gaps(20),
    ];
    let mut sheet = super::sheet("leads-report-cairo.csv", "person", Market::Egypt, columns);
    sheet.crlf = true;
    sheet.rows = 220;
    sheet
}

/// A desk in Cairo, by hand, in the code page of an old sheet.
pub(super) fn cairo_desk() -> Sheet {
    let columns = vec![
        other("م", |m| Cell::plain((m.row + 1).to_string())).or(&[ID]),
        col("اسم العميل‖العميل", FULL, |m| m.full()),
        col("رقم التليفون‖تليفون", PHONE, |m| m.tel(Dial::Mixed)),
        col("تليفون آخر", PHONE, |m| m.other_tel(Dial::Mixed)).gaps(70),
        col("العنوان", "person.address[].formatted", |m| {
            Cell::plain(format!("{} - {}", m.p.locality, m.p.city))
        })
        .or(&[STREET, CITY, "person.address[].locality"]),
        col("نوع الوحدة", WANTED, |m| m.text(&["شقة", "دوبلكس", "محل"])).or(&["interest.property.type"]),
        col("المساحة المطلوبة", "requirement.area_min", |m| m.number(90, 300)).or(&["requirement.area_max"]),
        col("السعر المتاح (جنيه)", MAX, |m| {
            let n = 1_500_000 + 50_000 * m.d.below(90) as u64;
            money(commas(n), n, "EGP", true)
        })
        .or(&[MIN]),
        col("تاريخ الاتصال", CONTACTED, |m| m.day(Style::Dmy('-'))).or(&[CREATED]),
        col("مسؤول المبيعات", ASSIGNEE, |m| m.text(&["هشام", "رانيا"])).or(&[OWNER]),
        col("ملاحظات العميل", NOTES, |m| m.text(&["يريد استلام فوري", "تقسيط على خمس سنوات"])).gaps(40),
    ];
    let width = columns.len();
    let mut sheet = super::sheet("كشف العملاء.csv", "person", Market::Egypt, columns);
    sheet.above = vec![padded(&["كشف عملاء مكتب المبيعات"], width)];
    sheet.encoding = "windows-1256";
    sheet.delimiter = ';';
    sheet.crlf = true;
    sheet.rows = 80;
    sheet
}
