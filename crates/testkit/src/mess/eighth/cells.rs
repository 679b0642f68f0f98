//! Cells in the habits of the files that the shapes follow, beside those of the sets before.

use serde_json::json;

use super::super::maker::{Maker, email, name, phone};
use super::super::people::Phone;
use super::super::value::{Cell, Day, Kind};

// Names.

/// A firm in every fifth row, a person in the others.
pub(in crate::mess) fn person_or_firm(m: &mut Maker) -> Cell {
    if m.row.is_multiple_of(5) { Cell::plain(format!("{} Ltd", m.p.company)) } else { m.full() }
}

/// The person and whom they live with, as an envelope greets them.
pub(in crate::mess) fn couple(m: &mut Maker) -> Cell {
    Cell::plain(format!("{} & {} {}", m.p.given, m.p.spouse, m.p.family))
}

/// A name that a program could not find in some rows.
pub(in crate::mess) fn name_or_nan(m: &mut Maker) -> Cell {
    if m.row % 7 == 2 { Cell::nothing("nan", Kind::Name) } else { m.full() }
}

/// Capitals or small letters in some rows.
pub(in crate::mess) fn typed_name(m: &mut Maker) -> Cell {
    let full = format!("{} {}", m.p.given, m.p.family);
    name(match m.d.below(5) {
        0 => full.to_uppercase(),
        1 => full.to_lowercase(),
        _ => full,
    })
}

// Numbers.

/// Digits alone, as dialled in America.
fn digits(p: &Phone) -> Cell {
    phone(p.national.clone(), &[p])
}

pub(in crate::mess) fn digits_first(m: &mut Maker) -> Cell {
    digits(&m.p.mobile.clone())
}

pub(in crate::mess) fn digits_second(m: &mut Maker) -> Cell {
    digits(&m.p.second.clone())
}

pub(in crate::mess) fn digits_desk(m: &mut Maker) -> Cell {
    digits(&m.p.landline.clone())
}

/// `9830001234.0`, as a program writes a column that has gaps.
pub(in crate::mess) fn fraction(m: &mut Maker) -> Cell {
    let p = m.p.mobile.clone();
    phone(format!("{}.0", p.national), &[&p])
}

/// In the ways in which a dialling program kept them: a fraction, the whole number, what a sheet left of it, nothing.
pub(in crate::mess) fn by_program(m: &mut Maker) -> Cell {
    if m.row % 7 == 2 {
        return Cell::nothing("nan", Kind::Phone);
    }
    let p = m.p.mobile.clone();
    let whole = format!("{}{}", p.cc, p.national);
    match m.d.below(10) {
        0 => phone(format!("{whole}.0"), &[&p]),
        1 => Cell::held(format!("{}.{}E+{}", &whole[..1], &whole[1..6], whole.len() - 1), Kind::Phone),
        _ => phone(p.e164(), &[&p]),
    }
}

/// One number, or two with a comma between them.
pub(in crate::mess) fn one_or_both(m: &mut Maker) -> Cell {
    use super::super::hand::Dial;
    let first = m.desk_tel(Dial::World);
    if m.d.percent(80) {
        return first;
    }
    let second = m.tel(Dial::World);
    phone(format!("{},{}", first.text, second.text), &[&m.p.landline, &m.p.mobile])
}

/// In capitals where somebody typed them so.
pub(in crate::mess) fn loud_mail(m: &mut Maker) -> Cell {
    let e = m.p.email.clone();
    if m.d.percent(12) { email(e.to_uppercase(), &[&e.to_lowercase()]) } else { email(e.clone(), &[&e]) }
}

// Days.

/// `19/08/2026, 2:33:49 pm`
pub(in crate::mess) fn southern(m: &mut Maker, day: Day) -> Cell {
    let (h, min, s) = (m.d.below(24), m.d.below(60), m.d.below(60));
    let (half, hour) = (if h < 12 { "am" } else { "pm" }, if h % 12 == 0 { 12 } else { h % 12 });
    let text = format!("{:02}/{:02}/{}, {hour}:{min:02}:{s:02} {half}", day.day, day.month, day.year);
    Cell::of(text, Kind::Date, json!(format!("{}T{h:02}:{min:02}", day.iso())))
}

/// `2025-12-27 01:46:02.344632`
pub(in crate::mess) fn micro(m: &mut Maker, day: Day) -> Cell {
    let (h, min, s, rest) = (m.d.below(24), m.d.below(60), m.d.below(60), m.d.below(900_000) + 100_000);
    let text = format!("{} {h:02}:{min:02}:{s:02}.{rest}", day.iso());
    Cell::of(text, Kind::Date, json!(format!("{}T{h:02}:{min:02}", day.iso())))
}

/// A time of day without its day.
pub(in crate::mess) fn hour(m: &mut Maker) -> Cell {
    let (h, min) = (9 + m.d.below(8), 15 * m.d.below(4));
    Cell::plain(format!("{}:{min:02} {}", if h > 12 { h - 12 } else { h }, if h < 12 { "AM" } else { "PM" }))
}

// Texts.

/// `kingfisher.example`
pub(in crate::mess) fn domain(m: &mut Maker) -> Cell {
    let first = m.p.company.split_whitespace().next().unwrap_or_default().to_lowercase();
    Cell::plain(format!("{first}{}.example", m.row))
}

/// Words that a program strings together: `kingfisher-labs-leipzig`
pub(in crate::mess) fn slug(text: &str) -> String {
    text.to_lowercase().replace(' ', "-")
}

/// An identifier of letters and digits, always as long.
pub(in crate::mess) fn token(m: &mut Maker, length: usize) -> String {
    const SIGNS: &[u8] = b"0123456789abcdef";
    (0..length).map(|_| char::from(*m.d.one_of(SIGNS))).collect()
}

/// `42.202.483/0001-57`, of nobody.
pub(in crate::mess) fn cnpj(m: &mut Maker) -> Cell {
    let n = 10_000_000 + m.d.below(80_000_000);
    let (a, b, c) = (n / 1_000_000, n / 1_000 % 1_000, n % 1_000);
    Cell::plain(format!("{a}.{b:03}.{c:03}/0001-{:02}", m.d.below(100)))
}

/// A place on the map.
pub(in crate::mess) fn degrees(m: &mut Maker, from: usize) -> Cell {
    Cell::plain(format!("{}.{:07}", from + m.d.below(3), m.d.below(10_000_000)))
}
