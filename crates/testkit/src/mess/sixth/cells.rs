//! Cells in the habits of the files that the shapes follow.

use serde_json::json;

use super::super::maker::{Maker, email, name, phone};
use super::super::value::{Cell, Day, Kind, Style, amount};

// Names.

pub(in crate::mess) fn upper_full(m: &mut Maker) -> Cell {
    name(format!("{} {}", m.p.given, m.p.family).to_uppercase())
}

/// `KELLER PETRA`
pub(in crate::mess) fn upper_family_first(m: &mut Maker) -> Cell {
    name(format!("{} {}", m.p.family, m.p.given).to_uppercase())
}

/// A firm in some rows, a person in the others.
pub(in crate::mess) fn firm_or(m: &mut Maker, person: fn(&mut Maker) -> Cell) -> Cell {
    if m.row.is_multiple_of(2) { company(m) } else { person(m) }
}

pub(in crate::mess) fn company(m: &mut Maker) -> Cell {
    Cell::plain(m.p.company.clone())
}

/// The cell, or now and then a text that databases and scrapers leave where nothing is known.
pub(in crate::mess) fn sometimes(
    m: &mut Maker,
    percent: usize,
    nothing: &'static str,
    cell: fn(&mut Maker) -> Cell,
) -> Cell {
    if m.d.percent(percent) { Cell::plain(nothing) } else { cell(m) }
}

// Numbers.

/// As dialled at home, without a blank.
pub(in crate::mess) fn bare(m: &mut Maker) -> Cell {
    let p = m.p.mobile.clone();
    // India writes ten digits and leaves the nought out.
    let trunk = if p.cc == "91" { "" } else { p.trunk };
    phone(format!("{trunk}{}", p.national), &[&p])
}

/// As dialled at home, with the nought lost as sheets lose it.
pub(in crate::mess) fn without_nought(m: &mut Maker) -> Cell {
    let p = m.p.mobile.clone();
    phone(p.national.clone(), &[&p])
}

/// `14155550123`, `919830001234`
pub(in crate::mess) fn with_code(m: &mut Maker) -> Cell {
    let p = m.p.mobile.clone();
    phone(format!("{}{}", p.cc, p.national), &[&p])
}

/// `+91-98300-01234`
pub(in crate::mess) fn code_dashes(m: &mut Maker) -> Cell {
    let p = m.p.mobile.clone();
    let (head, tail) = p.national.split_at(5);
    phone(format!("+{}-{head}-{tail}", p.cc), &[&p])
}

/// `415-555-0123`, `055-000-1234`
pub(in crate::mess) fn dashes(m: &mut Maker) -> Cell {
    let p = m.p.mobile.clone();
    let digits = format!("{}{}", p.trunk, p.national);
    phone(format!("{}-{}-{}", &digits[..3], &digits[3..6], &digits[6..]), &[&p])
}

/// `+1 (415) 555-0123`
pub(in crate::mess) fn american_abroad(m: &mut Maker) -> Cell {
    let p = m.p.mobile.clone();
    let n = &p.national;
    phone(format!("+1 ({}) {}-{}", &n[..3], &n[3..6], &n[6..]), &[&p])
}

/// In the ways of an old American list.
pub(in crate::mess) fn american(m: &mut Maker) -> Cell {
    let p = m.p.mobile.clone();
    let n = &p.national;
    let (a, b, c) = (&n[..3], &n[3..6], &n[6..]);
    let text = match m.d.below(7) {
        0 => format!("{a}) {b}-{c}"),
        1 => format!("{a} {b} {c}"),
        2 => format!("{a}.{b}.{c}"),
        3 => format!("1{n}"),
        _ => format!("({a}) {b}-{c}"),
    };
    phone(text, &[&p])
}

/// Both numbers: `(11) 98000-1234 | (11) 98000-4321`.
pub(in crate::mess) fn piped_numbers(m: &mut Maker) -> Cell {
    use super::super::hand::Dial;
    let first = m.tel(Dial::Home);
    if m.d.percent(70) {
        return first;
    }
    let second = m.other_tel(Dial::Home);
    phone(format!("{} | {}", first.text, second.text), &[&m.p.mobile, &m.p.second])
}

/// Both mailboxes, as above.
pub(in crate::mess) fn piped_mailboxes(m: &mut Maker) -> Cell {
    let (a, b) = (m.p.email.clone(), m.p.second_email.clone());
    if m.d.percent(75) { email(a.clone(), &[&a]) } else { email(format!("{a} | {b}"), &[&a, &b]) }
}

/// `a@example.com | +91 98300 01234`
pub(in crate::mess) fn mailbox_and_number(m: &mut Maker) -> Cell {
    use super::super::hand::Dial;
    let (mail, tel) = (m.email(), m.tel(Dial::World));
    let mut truth = mail.truth;
    truth.extend(tel.truth);
    Cell { text: format!("{} | {}", mail.text, tel.text), truth }
}

// Addresses of pages.

pub(in crate::mess) fn site(m: &mut Maker) -> Cell {
    let first = m.p.company.split_whitespace().next().unwrap_or_default().to_lowercase();
    Cell::plain(format!("https://{first}.example"))
}

/// Somebody's page, nobody's in truth.
pub(in crate::mess) fn profile(m: &mut Maker) -> Cell {
    Cell::plain(format!("http://www.linkedin.com/in/sample-{:05x}{:03}", m.d.below(0x10_0000), m.row))
}

pub(in crate::mess) fn handle(m: &mut Maker) -> Cell {
    let first = m.p.company.split_whitespace().next().unwrap_or_default().to_lowercase();
    Cell::plain(format!("@{first}{}.example", m.row))
}

// Days.

/// A day of this year, after those of [`Maker::met`].
pub(in crate::mess) fn later(m: &mut Maker) -> Day {
    let day = Day { month: 1 + m.d.below(9) as u32, ..Day::drawn(m.d, 2026, 1) };
    if m.row.is_multiple_of(3) { day.clear() } else { day }
}

fn at(m: &mut Maker, day: Day, write: impl Fn(Day, usize, usize, usize) -> String) -> Cell {
    let (h, min, s) = (m.d.below(24), m.d.below(60), m.d.below(60));
    Cell::of(write(day, h, min, s), Kind::Date, json!(format!("{}T{h:02}:{min:02}", day.iso())))
}

/// `2/15/24 13:51`
pub(in crate::mess) fn short_american(m: &mut Maker, day: Day) -> Cell {
    at(m, day, |d, h, min, _| format!("{}/{}/{:02} {h}:{min:02}", d.month, d.day, d.year % 100))
}

/// `9/29/2025, 4:24:03 PM`
pub(in crate::mess) fn browser(m: &mut Maker, day: Day) -> Cell {
    at(m, day, |d, h, min, s| {
        let (half, hour) = (if h < 12 { "AM" } else { "PM" }, if h % 12 == 0 { 12 } else { h % 12 });
        format!("{}, {hour}:{min:02}:{s:02} {half}", d.write(Style::MdyBare('/')))
    })
}

/// `2026-09-09T08:14:00`, and what a system writes behind it.
pub(in crate::mess) fn iso(m: &mut Maker, day: Day, behind: &str) -> Cell {
    at(m, day, |d, h, min, s| format!("{}T{h:02}:{min:02}:{s:02}{behind}", d.iso()))
}

/// `2022-12-15 16:22:23`
pub(in crate::mess) fn database(m: &mut Maker, day: Day) -> Cell {
    at(m, day, |d, h, min, s| format!("{} {h:02}:{min:02}:{s:02}", d.iso()))
}

// Sums.

/// A bracket in dollars that a form offers.
pub(in crate::mess) fn dollar_bracket(m: &mut Maker) -> Cell {
    let low = 25_000 * (2 + m.d.below(6) as u64);
    let text = format!("${},000 - ${},000", low / 1_000, low / 1_000 + 25);
    let ends = json!({ "min": amount(low, "USD", true), "max": amount(low + 25_000, "USD", true) });
    Cell::of(text, Kind::Money, ends)
}

/// `$17,000,000`, or `$22-24M guidance`.
pub(in crate::mess) fn guidance(m: &mut Maker) -> Cell {
    let million = 9 + m.d.below(30) as u64;
    if m.d.percent(60) {
        let n = million * 1_000_000;
        return Cell::of(format!("${million},000,000"), Kind::Money, amount(n, "USD", true));
    }
    let ends = json!({
        "min": amount(million * 1_000_000, "USD", true), "max": amount((million + 2) * 1_000_000, "USD", true),
    });
    Cell::of(format!("${million}-{}M guidance", million + 2), Kind::Money, ends)
}
