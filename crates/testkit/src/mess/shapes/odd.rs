//! Files with one thing badly wrong.

use super::super::maker::{Clock, name, phone};
use super::super::people::Market;
use super::super::sheet::{Sheet, col, empty, other};
use super::super::value::{Cell, Kind, Style, indian};
use super::*;

/// No header at all: only the values tell.
pub(super) fn headerless() -> Sheet {
    let columns = vec![
        col("", FULL, |m| m.full()),
        col("", PHONE, |m| m.plain_mobile()),
        col("", EMAIL, |m| m.email()).gaps(10),
        col("", CITY, |m| Cell::plain(m.p.city)).or_ask().or(&["requirement.city[]", LOCALITY, "custom.*"]),
        col("", CREATED, |m| m.met().cell(Style::Iso)).or_ask().or(&[
            "custom.*",
            CONTACTED,
            "person.updated_at",
            "interest.at",
        ]),
        col("", NOTES, |m| m.remark()).or_ask().or(&["custom.*"]),
    ];
    let mut sheet = Sheet::new("export(1).csv", "person", Market::India, columns);
    sheet.headerless = true;
    sheet
}

/// The same header several times, and headers left out.
pub(super) fn repeated_headers() -> Sheet {
    let columns = vec![
        col("Contact", FULL, |m| m.full()),
        col("Phone", PHONE, |m| m.mobile()),
        col("Phone", PHONE, |m| m.local()).gaps(40),
        col("Phone", PHONE, |m| m.second()).gaps(80),
        col("Email", EMAIL, |m| m.email()),
        col("Email", EMAIL, |m| m.second_email()).gaps(60),
        empty(""),
        col("", NOTES, |m| m.remark()).or_ask().or(&["custom.*"]).gaps(20),
        col("Date", CREATED, |m| m.met().cell(Style::Dmy('/'))).or_ask().or(&["custom.*", CONTACTED, "interest.at"]),
        empty(""),
        col("Note", NOTES, |m| m.remark()).gaps(40),
        col("Note", NOTES, |m| m.remark()).gaps(70),
    ];
    Sheet::new("contacts merged.csv", "person", Market::India, columns)
}

/// A sheet program turned long numbers and days into figures.
pub(super) fn lost_digits() -> Sheet {
    let columns = vec![
        col("Client‖Client Nm.‖Name of client", FULL, |m| m.full()),
        col("Tel (mob)‖Mobile tel‖Mob. tel. no.", PHONE, |m| m.phone_scientific()).label("mobile"),
        col("Alternate tel", PHONE, |m| {
            let p = m.p.second.clone();
            match m.d.below(3) {
                0 => phone(format!("{}.0", p.national), &[&p]),
                1 => phone(format!("{}{}", p.cc, p.national), &[&p]),
                _ => phone(p.national.clone(), &[&p]),
            }
        })
        .gaps(40),
        col("Entered‖Entry date‖Date entered", CREATED, |m| m.met().cell(Style::Serial)),
        col("Birth‖Birth date‖Date of birth", BORN, |m| m.born().cell(Style::Serial)).gaps(50),
        col("Mail‖Mail id‖Email (if any)", EMAIL, |m| m.email()).gaps(20),
        col("Budget INR", MAX, |m| m.plain_money(5_000_000, 250_000, indian, "INR", true)).or(&[MIN]),
    ];
    Sheet::new("clients_resaved.csv", "person", Market::India, columns)
}

/// Two offices, two orders of day and month in one column.
pub(super) fn two_orders() -> Sheet {
    let columns = vec![
        col("Lead name‖Prospect‖Name of lead", FULL, |m| m.full()),
        col("Lead phone‖Prospect phone‖Phone of lead", PHONE, |m| m.mobile()),
        col("Lead date‖Date of lead‖Lead received", CREATED, |m| {
            let day = m.met();
            m.mixed_order(day)
        }),
        col("Next meeting", "task.due_at", |m| {
            let day = m.soon();
            m.mixed_order(day)
        })
        .or_ask()
        .or(&["custom.*", "interest.at", "task.reminder_at"])
        .gaps(50),
        other("Office", |m| m.pick(&["Houston", "Mumbai"])).or(&[TAGS, "person.department"]),
    ];
    let mut sheet = Sheet::new("both offices.csv", "person", Market::America, columns);
    sheet.abroad = (vec![Market::India], 50);
    sheet
}

/// Days that nothing settles.
pub(super) fn doubtful_dates() -> Sheet {
    let columns = vec![
        col("Member‖Member name‖Name of member", FULL, |m| m.full()),
        col("Member e-mail‖E-mail of member‖Member mail", EMAIL, |m| m.email()),
        col("Joined‖Joined on‖Joining date", CREATED, |m| {
            let day = m.met();
            m.doubtful(day)
        }),
        other("Renewal", |m| {
            let day = m.soon();
            m.doubtful(day)
        })
        .or(&["custom.*"]),
        col("Date of birth", BORN, |m| m.born().cell(Style::YmdSlash)),
    ];
    let mut sheet = Sheet::new("members.csv", "person", Market::India, columns);
    sheet.rows = 40;
    sheet
}

/// Every way of writing nothing.
pub(super) fn sentinels() -> Sheet {
    let columns = vec![
        col("CustomerName‖cust_name‖CUST_NM", FULL, |m| m.full()),
        col("CustomerPhone‖cust_phone‖CUST_MOBILE", PHONE, |m| {
            if m.d.percent(35) { m.nothing(Kind::Phone) } else { m.mobile() }
        }),
        col("CustomerEmail‖cust_email‖CUST_EMAIL_ID", EMAIL, |m| {
            if m.d.percent(35) { m.nothing(Kind::Email) } else { m.email() }
        }),
        col("CustomerDOB‖cust_dob‖CUST_BIRTH_DT", BORN, |m| match m.d.below(6) {
            0 => Cell::nothing("0/0/00", Kind::Date),
            1 => Cell::nothing("1900-01-01", Kind::Date),
            2 => Cell::nothing("0000-00-00", Kind::Date),
            3 => m.nothing(Kind::Date),
            _ => m.born().cell(Style::Iso),
        }),
        col("CustomerBudget‖cust_budget‖CUST_BUDGET", MAX, |m| {
            if m.d.percent(30) { m.nothing(Kind::Money) } else { m.rupees_typed() }
        })
        .or(&[MIN]),
        col("LastModifiedOn‖modified_on‖LAST_UPD_DT", "person.updated_at", |m| match m.d.below(5) {
            0 => Cell::nothing("1970-01-01 00:00:00", Kind::Date),
            1 => Cell::nothing("0001-01-01 00:00:00", Kind::Date),
            _ => {
                let day = m.met();
                m.moment(day, Style::Iso, Clock::Seconds)
            }
        }),
        col("CustomerCompany‖cust_company‖CUST_ORG", COMPANY, |m| {
            if m.d.percent(30) { m.nothing(Kind::Name) } else { name(m.p.company.clone()) }
        }),
    ];
    Sheet::new("tbl_customers.csv", "person", Market::India, columns)
}

/// Several values in most cells.
pub(super) fn many_in_one() -> Sheet {
    let columns = vec![
        col("Names‖Person‖Full names", FULL, |m| m.full()),
        col("Phone numbers‖Phones‖All numbers", PHONE, |m| {
            let (a, b, c) = (m.p.mobile.clone(), m.p.second.clone(), m.p.landline.clone());
            match m.d.below(6) {
                0 => phone(format!("{}\n{}", a.e164(), b.e164()), &[&a, &b]),
                1 => phone(format!("{}|{}", a.e164(), b.e164()), &[&a, &b]),
                2 => phone(format!("{} & {}", a.e164(), b.e164()), &[&a, &b]),
                3 => phone(format!("{}/{}", a.national, b.national), &[&a, &b]),
                4 => phone(format!("{}, {}; {}", a.e164(), b.e164(), c.e164()), &[&a, &b, &c]),
                _ => phone(format!("Mob {} / Off {}", a.e164(), c.e164()), &[&a, &c]),
            }
        }),
        col("Emails‖E-mails‖Mail addresses", EMAIL, |m| {
            let (a, b) = (m.p.email.clone(), m.p.second_email.clone());
            let text = match m.d.below(5) {
                0 => format!("{a}\n{b}"),
                1 => format!("{a} | {b}"),
                2 => format!("{a} {b}"),
                3 => format!("{a};{b};"),
                _ => format!("{a} & {b}"),
            };
            Cell::of(text, Kind::Email, serde_json::json!([a, b]))
        }),
        col("Segments‖Segment tags‖Tagged as", TAGS, |m| {
            m.pick(&["NRI; Investor", "First-time buyer", "Investor; Repeat; VIP"])
        }),
        col("Areas of interest‖Interested areas‖Localities", LOCALITY, |m| {
            m.pick(&["Baner, Aundh", "Kothrud", "Wakad, Hinjewadi, Baner"])
        }),
    ];
    Sheet::new("address_book.csv", "person", Market::India, columns)
}

/// Columns that hold two things at once.
pub(super) fn combined() -> Sheet {
    let columns = vec![
        other("Client (tel)", |m| {
            let (p, full) = (m.p.mobile.clone(), format!("{} {}", m.p.given, m.p.family));
            let phone = phone(format!("{full} ({})", p.e164()), &[&p]);
            both(phone, full)
        })
        .or(&[FULL, PHONE])
        .must_ask(),
        other("Spouse & mobile", |m| {
            let (p, full) = (m.p.second.clone(), format!("{} {}", m.p.spouse, m.p.family));
            let phone = phone(format!("{full} - {}", p.e164()), &[&p]);
            both(phone, full)
        })
        .or(&["household.spouse.full_name", "household.spouse.phone"])
        .must_ask()
        .gaps(40),
        col("Email", EMAIL, |m| m.email()),
        other("City / Pin", |m| Cell::plain(format!("{} / {}", m.p.city, m.p.postcode)))
            .or(&["person.address[].formatted", CITY]),
        col("Enquiry date", CREATED, |m| m.met().cell(Style::Dmy('/'))).or(&[CONTACTED, "interest.at"]),
    ];
    Sheet::new("walkins.csv", "person", Market::India, columns)
}

fn both(mut cell: Cell, full: String) -> Cell {
    cell.truth.push((Kind::Name, serde_json::json!(full)));
    cell
}

/// A row of bands above the header, remarks over several lines, old line ends.
pub(super) fn banded() -> Sheet {
    let columns = vec![
        other("Nr", |m| Cell::plain((m.row + 1).to_string())).or(&[ID]),
        col("Name of person‖Person's name‖Whom", FULL, |m| m.full()),
        col("Mobile", PHONE, |m| m.mobile()).label("mobile"),
        col("Office", PHONE, |m| m.landline()).label("work").gaps(50),
        col("Type", WANTED, |m| m.pick(&["Villa", "Apartment", "Plot"])).or(&["custom.*"]),
        col("From", MIN, |m| m.plain_money(5_000_000, 250_000, indian, "INR", false)),
        col("To", MAX, |m| m.plain_money(50_000_000, 250_000, indian, "INR", false)),
        col("Log", NOTES, |m| {
            let first = m.remark();
            Cell::plain(format!("{}\n{}", first.text, m.remark().text))
        }),
    ];
    let mut sheet = Sheet::new("requirements banded.csv", "person", Market::India, columns);
    sheet.above = lines(&[&["", "CONTACT", "", "", "REQUIREMENT", "", "", "HISTORY"]]);
    sheet.crlf = true;
    sheet
}
