//! Cells in the habits of the files that the shapes follow, beside those of the sixth set.

use serde_json::json;

use super::super::hand::Dial;
use super::super::maker::{Maker, name, phone, titled};
use super::super::sixth::cells::{bare, company, with_code};
use super::super::value::{Cell, Day, Kind, Style};

// Names.

/// Capitals in some rows, as typed in the others.
pub(in crate::mess) fn mixed_case(m: &mut Maker) -> Cell {
    let full = format!("{} {}", m.p.given, m.p.family);
    name(match m.d.below(6) {
        0 => full.to_uppercase(),
        1 => full.to_lowercase(),
        _ => full,
    })
}

pub(in crate::mess) fn upper_family(m: &mut Maker) -> Cell {
    name(m.p.family.to_uppercase())
}

/// `Mr Rowan Denholm`, or that nobody is known yet.
pub(in crate::mess) fn titled_or_tbc(m: &mut Maker) -> Cell {
    if m.d.percent(15) {
        return Cell::plain("TBC");
    }
    let (given, family) = (m.p.given.clone(), m.p.family.clone());
    if m.d.percent(20) { m.full() } else { titled(m.d.word(&["Mr", "Mr", "Mrs", "Ms"]), &given, &family) }
}

/// Somebody else of the family.
pub(in crate::mess) fn relative(m: &mut Maker) -> Cell {
    Cell::plain(format!("{} {}", m.p.spouse, m.p.family))
}

/// Written without a blank: `王静`.
pub(in crate::mess) fn joined(m: &mut Maker) -> Cell {
    name(format!("{}{}", m.p.family, m.p.given))
}

/// The name that somebody signs in with.
pub(in crate::mess) fn login(m: &mut Maker) -> Cell {
    let head = |text: &str| text.chars().take(3).collect::<String>();
    name(format!("{}{}{}", head(&m.p.given), head(&m.p.family), 10 + m.d.below(90)))
}

/// A firm's name, kept as received.
pub(in crate::mess) fn called(m: &mut Maker) -> Cell {
    name(m.p.company.clone())
}

// Numbers.

/// With nought and dashes, as `0550-001-234`.
pub(in crate::mess) fn four_three(m: &mut Maker) -> Cell {
    let p = m.p.mobile.clone();
    let digits = format!("{}{}", p.trunk, p.national);
    phone(format!("{}-{}-{}", &digits[..4], &digits[4..7], &digits[7..]), &[&p])
}

/// `11-98765-4321`
pub(in crate::mess) fn brazilian(m: &mut Maker) -> Cell {
    let p = m.p.mobile.clone();
    let n = &p.national;
    phone(format!("{}-{}-{}", &n[..2], &n[2..7], &n[7..]), &[&p])
}

/// In the ways in which generated American lists write them, some with an extension.
pub(in crate::mess) fn generated(m: &mut Maker) -> Cell {
    let p = m.p.mobile.clone();
    let n = &p.national;
    let (a, b, c) = (&n[..3], &n[3..6], &n[6..]);
    let text = match m.d.below(7) {
        0 => format!("+1-{a}-{b}-{c}"),
        1 => format!("001-{a}-{b}-{c}"),
        2 => n.clone(),
        3 => format!("({a}){b}-{c}"),
        4 => format!("{a}.{b}.{c}"),
        // What becomes of the extension is not judged.
        5 => return Cell::plain(format!("{a}-{b}-{c}x{}", 100 + m.d.below(9_000))),
        _ => format!("{a}-{b}-{c}"),
    };
    phone(text, &[&p])
}

/// Dashes in most rows, dots or nothing in others, and a program's word for nothing.
pub(in crate::mess) fn scraped(m: &mut Maker) -> Cell {
    if m.d.percent(40) {
        return Cell::nothing("None", Kind::Phone);
    }
    let p = m.p.mobile.clone();
    let n = &p.national;
    let (a, b, c) = (&n[..3], &n[3..6], &n[6..]);
    let text = match m.d.below(5) {
        0 => n.clone(),
        1 => format!("{a}.{b}.{c}"),
        2 => format!("({a}) {b}-{c}"),
        _ => format!("{a}-{b}-{c}"),
    };
    phone(text, &[&p])
}

/// As a register of the Gulf writes them: a bar behind the country's code, a desk, or nothing in three ways.
pub(in crate::mess) fn register(m: &mut Maker) -> Cell {
    let mobile = m.p.mobile.clone();
    match m.d.below(10) {
        0 => Cell::nothing("0", Kind::Phone),
        1 => Cell::nothing("NULL", Kind::Phone),
        // Whether the bar parts one number or two is not judged.
        2..6 => Cell::plain(format!("{}|{}", mobile.cc, mobile.national)),
        _ => bare_desk(m),
    }
}

/// A desk's number as dialled at home, without a blank.
pub(in crate::mess) fn bare_desk(m: &mut Maker) -> Cell {
    let p = m.p.landline.clone();
    phone(format!("{}{}", p.trunk, p.national), &[&p])
}

/// One number, or two with a semicolon between them.
pub(in crate::mess) fn one_or_two(m: &mut Maker) -> Cell {
    let first = m.tel(Dial::World);
    if m.d.percent(80) {
        return first;
    }
    let second = m.desk_tel(Dial::World);
    phone(format!("{};{}", first.text, second.text), &[&m.p.mobile, &m.p.landline])
}

/// Ten digits in most rows; with the code, with it and a blank, in the others.
pub(in crate::mess) fn indian_hands(m: &mut Maker) -> Cell {
    let p = m.p.mobile.clone();
    match m.d.below(6) {
        0 => phone(format!("+{} {}", p.cc, p.national), &[&p]),
        1 => phone(p.e164(), &[&p]),
        2 => with_code(m),
        _ => bare(m),
    }
}

// Days.

/// `14-Jul-2026`
pub(in crate::mess) fn dashed_month(m: &mut Maker) -> Cell {
    let day = m.soon();
    let text = format!("{:02}-{}-{}", day.day, month(day), day.year);
    Cell::of(text, Kind::Date, json!(day.iso()))
}

/// `09 Mar 2026`
pub(in crate::mess) fn blank_month(m: &mut Maker) -> Cell {
    let day = m.met();
    Cell::of(format!("{:02} {} {}", day.day, month(day), day.year), Kind::Date, json!(day.iso()))
}

fn month(day: Day) -> String {
    // `Mar 9, 2026`
    day.write(Style::MonDay).chars().take(3).collect()
}

/// `2018-07-01 1:56:57`
pub(in crate::mess) fn bare_hours(m: &mut Maker, day: Day) -> Cell {
    let (h, min, s) = (m.d.below(24), m.d.below(60), m.d.below(60));
    let text = format!("{} {h}:{min:02}:{s:02}", day.iso());
    Cell::of(text, Kind::Date, json!(format!("{}T{h:02}:{min:02}", day.iso())))
}

/// `2026-10-10 18:30`
pub(in crate::mess) fn minutes(m: &mut Maker, day: Day) -> Cell {
    let (h, min) = (8 + m.d.below(12), 10 * m.d.below(6));
    let text = format!("{} {h:02}:{min:02}", day.iso());
    Cell::of(text, Kind::Date, json!(format!("{}T{h:02}:{min:02}", day.iso())))
}

// Texts.

/// What a sum with odd cents looks like: `20292.39`.
pub(in crate::mess) fn odd_cents(m: &mut Maker) -> Cell {
    let (n, cents) = (10_000 + m.d.below(90_000), 11 + m.d.below(88));
    let value = json!({ "amount": format!("{n}.{cents}"), "currency": "USD", "stated": false });
    Cell::of(format!("{n}.{cents}"), Kind::Money, value)
}

/// One decimal, as tools write scores and rates.
pub(in crate::mess) fn tenths(m: &mut Maker, from: usize, to: usize) -> Cell {
    Cell::plain(format!("{}.{}", from + m.d.below(to - from), m.d.below(10)))
}

/// A firm in capitals, as registers write it.
pub(in crate::mess) fn upper_company(m: &mut Maker) -> Cell {
    let firm = company(m).text.to_uppercase();
    Cell::plain(format!("{firm}{}", m.d.one_of(&[" L.L.C", " (L.L.C)", " BROKERS", ""])))
}

/// A hashed password, nobody's.
pub(in crate::mess) fn hash(m: &mut Maker) -> Cell {
    const SIGNS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789/.";
    let mut signs = |count: usize| (0..count).map(|_| char::from(*m.d.one_of(SIGNS))).collect::<String>();
    Cell::plain(format!("$1${}${}", signs(8), signs(22)))
}
