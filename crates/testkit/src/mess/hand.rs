//! Cells as later sets write them: numbers, names and sums by country and by hand.

use serde_json::json;

use super::maker::{Maker, bound, email, name, phone, range, titled};
use super::people::Phone;
use super::value::{Cell, Day, Kind, Style, amount, hundredths, indian, money, thousands};

/// How a column writes its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::mess) enum Dial {
    /// `+44 7700 900123`, in every row.
    World,
    /// `+447700900123`, in every row.
    Packed,
    /// As the home market dials, one way in every row; people abroad with their code.
    Home,
    /// As the home market dials, in several ways.
    Mixed,
}

/// The groups in which a country writes its numbers.
fn groups(p: &Phone) -> &'static [usize] {
    match (p.cc, p.national.len(), p.national.chars().next()) {
        ("91", _, Some('9' | '8')) if !p.national.starts_with("80") => &[5, 5],
        ("91", ..) => &[2, 4, 4],
        ("971", 9, _) | ("966", ..) => &[2, 3, 4],
        ("971", ..) => &[1, 3, 4],
        ("44", _, Some('7')) => &[4, 6],
        ("44", _, Some('2')) => &[2, 4, 4],
        ("33", ..) => &[1, 2, 2, 2, 2],
        ("49", ..) => &[3, 7],
        ("55", 11, _) => &[2, 5, 4],
        ("55", ..) => &[2, 4, 4],
        ("39", _, Some('0')) => &[2, 4, 4],
        ("20", 9, _) => &[1, 4, 4],
        ("31", _, Some('6')) => &[1, 8],
        ("31", ..) => &[2, 3, 4],
        _ => &[3, 3, 4],
    }
}

fn grouped(p: &Phone) -> Vec<&str> {
    let mut rest = p.national.as_str();
    let mut out = Vec::new();
    for size in groups(p) {
        let (head, tail) = rest.split_at((*size).min(rest.len()));
        out.push(head);
        rest = tail;
    }
    if !rest.is_empty() {
        out.push(rest);
    }
    out.retain(|g| !g.is_empty());
    out
}

/// One of the ways in which people at home write a number.
fn at_home(p: &Phone, way: usize) -> String {
    let g = grouped(p);
    let (first, rest) = (g[0], g[1..].join("-"));
    let trunk = p.trunk;
    match (p.cc, way) {
        ("1", 0) => format!("({first}) {rest}"),
        ("1", 1) => format!("{first}.{}", g[1..].join(".")),
        ("55", 0 | 1) => format!("({first}) {rest}"),
        ("55", 2) => format!("{first} {rest}"),
        ("33", 1) => format!("{trunk}{}", g.join(".")),
        ("49", 1) => format!("{trunk}{first}/{}", g[1..].concat()),
        ("91", 0) | (_, 2) => format!("{trunk}{}", p.national),
        ("91", 1) => p.national.clone(),
        _ => format!("{trunk}{}", g.join(" ")),
    }
}

impl Maker<'_> {
    pub fn tel(&mut self, dial: Dial) -> Cell {
        let p = self.p.mobile.clone();
        self.dialled(&p, dial)
    }

    pub fn other_tel(&mut self, dial: Dial) -> Cell {
        let p = self.p.second.clone();
        self.dialled(&p, dial)
    }

    pub fn desk_tel(&mut self, dial: Dial) -> Cell {
        let p = self.p.landline.clone();
        self.dialled(&p, dial)
    }

    fn dialled(&mut self, p: &Phone, dial: Dial) -> Cell {
        let world = format!("+{} {}", p.cc, grouped(p).join(" "));
        let text = match dial {
            Dial::World => world,
            Dial::Packed => p.e164(),
            _ if self.p.market != self.home => world,
            Dial::Home => at_home(p, 0),
            Dial::Mixed => match self.d.below(6) {
                4 => world,
                5 => p.e164(),
                way => at_home(p, way),
            },
        };
        phone(text, &[p])
    }

    /// What a list gathers when several hands keep it.
    pub fn tel_by_hand(&mut self) -> Cell {
        let (p, other) = (self.p.mobile.clone(), self.p.second.clone());
        match self.d.below(14) {
            0 => phone(format!("+{}-{}", p.cc, grouped(&p).join("-")), &[&p]),
            1 => phone(format!("00{} {}", p.cc, p.national), &[&p]),
            2 => phone(format!("{}{}", p.cc, p.national), &[&p]),
            3 => phone(format!("{} / {}", p.e164(), other.e164()), &[&p, &other]),
            4 => phone(format!("{} (personal)", p.e164()), &[&p]),
            5 => phone(format!("ph. {}", p.e164()), &[&p]),
            6 => Cell::nothing(*self.d.one_of(&["not given", "NA", "-", "nil"]), Kind::Phone),
            _ => self.tel(Dial::Mixed),
        }
    }

    /// A name as somebody at a desk writes it.
    pub fn name_by_hand(&mut self) -> Cell {
        let (given, family) = (self.p.given.clone(), self.p.family.clone());
        match self.d.below(12) {
            0 => titled(*self.d.one_of(&["Mr", "Mrs.", "Dr", "Ms."]), &given, &family),
            1 => name(format!("{} {}", given.to_uppercase(), family.to_uppercase())),
            2 => name(format!("{given}  {family}  ")),
            3 => {
                let full = format!("{given} {} {family}", self.p.middle);
                Cell::of(full.clone(), Kind::Name, json!({ "full": full, "given": given, "family": family }))
            }
            _ => name(format!("{given} {family}")),
        }
    }

    pub fn mail_by_hand(&mut self) -> Cell {
        let (e, other) = (self.p.email.clone(), self.p.second_email.clone());
        match self.d.below(12) {
            0 => email(e.to_uppercase(), &[&e.to_lowercase()]),
            1 => email(format!("{e} , {other}"), &[&e, &other]),
            2 => Cell::held(e.replace('@', " at "), Kind::Email),
            3 => Cell::nothing(*self.d.one_of(&["no email", "NA", "-"]), Kind::Email),
            4 => email(format!("{e} "), &[&e]),
            _ => self.email(),
        }
    }

    /// A budget as a desk in India notes it.
    pub fn budget_by_hand(&mut self) -> Cell {
        let lakh = 5 * (9 + self.d.below(18) as u64);
        let crore = 10 * (10 + self.d.below(50) as u64);
        let c = hundredths(crore);
        let (of_lakh, of_crore) = (lakh * 100_000, crore * 100_000);
        match self.d.below(12) {
            0 => money(format!("{lakh} lakh"), of_lakh, "INR", true),
            1 => money(format!("{lakh}L"), of_lakh, "INR", true),
            2 => money(format!("Rs.{c} Cr"), of_crore, "INR", true),
            3 => money(format!("{c} crores"), of_crore, "INR", true),
            4 => range(format!("{lakh}L-{}L", lakh + 15), of_lakh, (lakh + 15) * 100_000, "INR"),
            5 => range(format!("{c} to {} cr", hundredths(crore + 50)), of_crore, of_crore + 5_000_000, "INR"),
            6 => bound(format!("below {c} Cr"), "max", of_crore, "INR"),
            7 => bound(format!("above {c} Cr"), "min", of_crore, "INR"),
            8 => money(format!("INR {}", indian(of_crore)), of_crore, "INR", true),
            9 => Cell::held(*self.d.one_of(&["flexible", "will confirm", "depends on layout"]), Kind::Money),
            _ => money(format!("{c} Cr"), of_crore, "INR", true),
        }
    }

    /// An amount in whole steps, as `write` shows it. `stated`: the cell or its header names the currency.
    pub fn sum(&mut self, low: u64, step: u64, write: fn(u64) -> String, currency: &str, stated: bool) -> Cell {
        let n = low + step * self.d.below(120) as u64;
        money(write(n), n, currency, stated)
    }

    /// Both ends of a brief, the second at or above the first.
    pub fn sum_ends(&mut self, write: fn(u64) -> String, currency: &str) -> Cell {
        let n = 400_000 + 50_000 * self.d.below(40) as u64;
        let ends = json!({ "min": amount(n, currency, true), "max": amount(n + 200_000, currency, true) });
        Cell::of(format!("{} - {}", write(n), write(n + 200_000)), Kind::Money, ends)
    }

    /// A day of the next weeks that a column's own style writes.
    pub fn ahead(&mut self, style: Style) -> Cell {
        self.soon().cell(style)
    }

    /// The day of the first enquiry.
    pub fn day(&mut self, style: Style) -> Cell {
        self.met().cell(style)
    }

    /// A birthday without its year, as `06/24`.
    pub fn birthday(&mut self) -> Cell {
        let Day { month, day, .. } = self.born();
        Cell::of(format!("{month:02}/{day:02}"), Kind::Date, json!(format!("--{month:02}-{day:02}")))
    }

    pub fn text(&mut self, from: &[&str]) -> Cell {
        self.pick(from)
    }

    pub fn code(&mut self, before: &str, first: usize) -> Cell {
        Cell::plain(format!("{before}{}", first + self.row * 3))
    }
}

pub(in crate::mess) fn dollars(n: u64) -> String {
    format!("${}", thousands(n, ","))
}

pub(in crate::mess) fn pounds(n: u64) -> String {
    format!("£{}", thousands(n, ","))
}

pub(in crate::mess) fn commas(n: u64) -> String {
    thousands(n, ",")
}

pub(in crate::mess) fn dots(n: u64) -> String {
    thousands(n, ".")
}

pub(in crate::mess) fn plain(n: u64) -> String {
    n.to_string()
}
