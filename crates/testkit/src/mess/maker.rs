//! The cells of one row: a person's facts in the ways people type them.

use serde_json::{Value, json};

use super::people::{Market, Person, Phone};
use super::value::{self, Cell, Day, Kind, Style, hundredths, indian, money, thousands};
use crate::Draw;

/// Makes the cells of one row.
pub(super) struct Maker<'a> {
    pub d: &'a mut Draw,
    pub p: &'a Person,
    /// From 0.
    pub row: usize,
    /// Where the sheet is kept: numbers of this market may lack their country code.
    pub home: Market,
}

/// Texts that stand for nothing.
const NOTHING: &[&str] = &["N/A", "NA", "-", "--", "null", "NULL", "#N/A", "n/a", "nil", "none"];

impl Maker<'_> {
    pub fn pick(&mut self, from: &[&str]) -> Cell {
        Cell::plain(*self.d.one_of(from))
    }

    pub fn number(&mut self, from: usize, to: usize) -> Cell {
        Cell::plain((from + self.d.below(to - from + 1)).to_string())
    }

    /// A text that stands for nothing, in a column of this kind.
    pub fn nothing(&mut self, kind: Kind) -> Cell {
        Cell::nothing(*self.d.one_of(NOTHING), kind)
    }

    // Names.

    pub fn given(&mut self) -> Cell {
        name(self.p.given.clone())
    }

    pub fn family(&mut self) -> Cell {
        name(self.p.family.clone())
    }

    pub fn full(&mut self) -> Cell {
        name(format!("{} {}", self.p.given, self.p.family))
    }

    /// As typed in a hurry: capitals, doubled blanks, titles, initials.
    pub fn full_typed(&mut self) -> Cell {
        let (given, family) = (&self.p.given, &self.p.family);
        let text = match self.d.below(10) {
            0 => format!("{} {}", given.to_uppercase(), family.to_uppercase()),
            1 => format!("  {given}  {family} "),
            2 => return titled(*self.d.one_of(&["Mr.", "Mrs", "Dr.", "Ms"]), given, family),
            3 => format!("{given} {} {family}", self.p.middle),
            4 => format!("{} {}", given.to_lowercase(), family.to_lowercase()),
            5 => format!("{given}\u{a0}{family}"),
            _ => format!("{given} {family}"),
        };
        name(text)
    }

    pub fn family_first(&mut self) -> Cell {
        let (given, family) = (&self.p.given, &self.p.family);
        let full = format!("{family}, {given}");
        let value = json!({
            "full": full, "turned": format!("{given} {family}"), "given": given, "family": family,
        });
        Cell::of(full, Kind::Name, value)
    }

    pub fn spouse(&mut self) -> Cell {
        name(format!("{} {}", self.p.spouse, self.p.family))
    }

    // Phones.

    pub fn mobile(&mut self) -> Cell {
        phone(international(&self.p.mobile, ' '), &[&self.p.mobile])
    }

    pub fn second(&mut self) -> Cell {
        phone(international(&self.p.second, ' '), &[&self.p.second])
    }

    pub fn plain_mobile(&mut self) -> Cell {
        phone(self.p.mobile.e164(), &[&self.p.mobile])
    }

    /// As the home market dials it.
    pub fn local(&mut self) -> Cell {
        let p = self.p.mobile.clone();
        self.one_local(&p)
    }

    pub fn landline(&mut self) -> Cell {
        let p = self.p.landline.clone();
        self.one_local(&p)
    }

    fn one_local(&mut self, p: &Phone) -> Cell {
        if self.p.market != self.home {
            return phone(international(p, ' '), &[p]);
        }
        let n = &p.national;
        let text = match self.d.below(4) {
            0 => n.clone(),
            1 => format!("{}{n}", p.trunk),
            2 => format!("{}{}", p.trunk, spaced(n, ' ')),
            _ => format!("{}{}", p.trunk, spaced(n, '-')),
        };
        phone(text, &[p])
    }

    /// In every way that a list gathers over the years.
    pub fn phone_typed(&mut self) -> Cell {
        let p = self.p.mobile.clone();
        let other = self.p.second.clone();
        let at_home = self.p.market == self.home;
        let n = &p.national;
        match self.d.below(20) {
            0 => phone(format!("00{}{n}", p.cc), &[&p]),
            1 => phone(format!("00{} {}", p.cc, spaced(n, ' ')), &[&p]),
            2 => phone(international(&p, '-'), &[&p]),
            3 => phone(format!("{} {n}", p.cc), &[&p]),
            4 => phone(format!("+{}({}){n}", p.cc, "0"), &[&p]),
            5 => phone(format!("'{}", p.e164()), &[&p]),
            6 => phone(format!("{} / {}", p.e164(), other.e164()), &[&p, &other]),
            7 => phone(format!("{}, {}", international(&p, ' '), international(&other, ' ')), &[&p, &other]),
            8 => phone(format!("{}; {}", p.e164(), international(&other, '-')), &[&p, &other]),
            9 => phone(format!("{} (WhatsApp)", p.e164()), &[&p]),
            10 => phone(format!("M: {}", international(&p, ' ')), &[&p]),
            11 => Cell::held(short(&p.e164()), Kind::Phone),
            12 => self.nothing(Kind::Phone),
            13 => phone(format!(" {}\u{a0}", p.e164()), &[&p]),
            _ if at_home => self.one_local(&p),
            _ => phone(international(&p, ' '), &[&p]),
        }
    }

    /// As a sheet shows long numbers: whole where every digit survived, a question where digits are gone.
    pub fn phone_scientific(&mut self) -> Cell {
        let digits = format!("{}{}", self.p.mobile.cc, self.p.mobile.national);
        let power = digits.len() - 1;
        let (head, tail) = digits.split_at(1);
        match self.d.below(4) {
            0 => phone(digits.clone(), &[&self.p.mobile]),
            1 => phone(format!("{digits}.0"), &[&self.p.mobile]),
            2 => phone(format!("{head}.{}E+{power}", tail.trim_end_matches('0')), &[&self.p.mobile]),
            _ => Cell::held(format!("{head}.{}E+{power}", &tail[..5]), Kind::Phone),
        }
    }

    // Mailboxes.

    pub fn email(&mut self) -> Cell {
        email(self.p.email.clone(), &[&self.p.email])
    }

    pub fn second_email(&mut self) -> Cell {
        email(self.p.second_email.clone(), &[&self.p.second_email])
    }

    pub fn email_typed(&mut self) -> Cell {
        let (e, other) = (self.p.email.clone(), self.p.second_email.clone());
        let (local, domain) = e.split_once('@').unwrap_or((&e, ""));
        match self.d.below(16) {
            0 => email(format!("{local}@{}", domain.to_uppercase()), &[&e]),
            1 => email(format!(" {e} "), &[&e]),
            2 => email(format!("mailto:{e}"), &[&e]),
            3 => email(format!("{} {} <{e}>", self.p.given, self.p.family), &[&e]),
            4 => email(format!("{e}; {other}"), &[&e, &other]),
            5 => email(format!("{e},{other}"), &[&e, &other]),
            6 => email(format!("{e} / {other}"), &[&e, &other]),
            7 => Cell::held(format!("{local}@@{domain}"), Kind::Email),
            8 => Cell::held(format!("{local}.{}", domain.replace('.', " ")), Kind::Email),
            9 => self.nothing(Kind::Email),
            10 => email(format!("{e};"), &[&e]),
            _ => self.email(),
        }
    }

    // Days.

    pub fn met(&mut self) -> Day {
        self.shown(self.p.met)
    }

    pub fn born(&mut self) -> Day {
        self.shown(self.p.born)
    }

    pub fn soon(&mut self) -> Day {
        let day = Day::drawn(self.d, 2026, 2);
        self.shown(day)
    }

    /// Every third row has a day that tells the order of its column.
    fn shown(&self, day: Day) -> Day {
        if self.row.is_multiple_of(3) { day.clear() } else { day }
    }

    /// A column that nothing in the file settles.
    pub fn doubtful(&mut self, day: Day) -> Cell {
        Cell::held(day.doubtful().write(Style::Dmy('/')), Kind::Date)
    }

    /// Two offices kept the list, each in its own order: only what can be read one way is a date.
    pub fn mixed_order(&mut self, day: Day) -> Cell {
        match self.d.below(4) {
            0 => day.clear().cell(Style::Dmy('/')),
            1 => day.clear().cell(Style::Mdy('/')),
            2 => day.cell(Style::Iso),
            _ => self.doubtful(day),
        }
    }

    pub fn moment(&mut self, day: Day, style: Style, clock: Clock) -> Cell {
        let (h, m) = (self.d.below(24), self.d.below(60));
        let date = day.write(style);
        let text = match clock {
            Clock::Seconds => format!("{date} {h:02}:{m:02}:00"),
            Clock::Minutes => format!("{date} {h:02}:{m:02}"),
            Clock::Twelve => {
                let half = if h < 12 { "AM" } else { "PM" };
                format!("{date} {}:{m:02} {half}", if h % 12 == 0 { 12 } else { h % 12 })
            }
            Clock::Offset => format!("{date}T{h:02}:{m:02}:00+05:30"),
        };
        Cell::of(text, Kind::Date, json!(format!("{}T{h:02}:{m:02}", day.iso())))
    }

    // Money.

    /// A broker's budget in rupees.
    pub fn rupees_typed(&mut self) -> Cell {
        let crore = 4 * (10 + self.d.below(200) as u64);
        let lakh = 5 * (3 + self.d.below(16) as u64);
        let of_crore = |n: u64| n * 100_000;
        let of_lakh = |n: u64| n * 100_000;
        let c = hundredths(crore);
        let one = |text: String, n: u64| money(text, n, "INR", true);
        match self.d.below(20) {
            0 => one(format!("{c} Cr"), of_crore(crore)),
            1 => one(format!("{c}cr"), of_crore(crore)),
            2 => one(format!("{c} Crore"), of_crore(crore)),
            3 => one(format!("Rs. {c} Crs"), of_crore(crore)),
            4 => one(format!("{lakh} L"), of_lakh(lakh)),
            5 => one(format!("{lakh} lakhs"), of_lakh(lakh)),
            6 => one(format!("{lakh} Lacs"), of_lakh(lakh)),
            7 => one(format!("{lakh}lac"), of_lakh(lakh)),
            8 => one(format!("₹{}", indian(of_crore(crore))), of_crore(crore)),
            9 => one(format!("Rs {}/-", indian(of_lakh(lakh))), of_lakh(lakh)),
            10 => money(indian(of_crore(crore)), of_crore(crore), "INR", false),
            11 => money(of_lakh(lakh).to_string(), of_lakh(lakh), "INR", false),
            12 => range(format!("{lakh}-{} Lacs", lakh + 10), of_lakh(lakh), of_lakh(lakh + 10), "INR"),
            13 => {
                let to = crore + 50;
                range(format!("{c} - {} Cr", hundredths(to)), of_crore(crore), of_crore(to), "INR")
            }
            14 => {
                let to = crore + 100;
                range(format!("{lakh} L to {} Cr", hundredths(to)), of_lakh(lakh), of_crore(to), "INR")
            }
            15 => bound(format!("upto {c} Cr"), "max", of_crore(crore), "INR"),
            16 => bound(format!("{c} Cr+"), "min", of_crore(crore), "INR"),
            17 => Cell::held(*self.d.one_of(&["negotiable", "as per market", "to be discussed"]), Kind::Money),
            18 => self.nothing(Kind::Money),
            _ => Cell::held(lakh.to_string(), Kind::Money),
        }
    }

    /// A Gulf agent's budget.
    pub fn dirhams_typed(&mut self) -> Cell {
        let n = 50_000 * (8 + self.d.below(200) as u64);
        let m = hundredths(n / 10_000);
        let one = |text: String| money(text, n, "AED", true);
        match self.d.below(8) {
            0 => one(format!("AED {m}M")),
            1 => one(format!("AED {}", thousands(n, ","))),
            2 => one(format!("{} AED", thousands(n, ","))),
            3 => one(format!("{m} million AED")),
            4 => one(format!("Dhs {}", thousands(n, ","))),
            5 => one(format!("{}K AED", n / 1000)),
            6 => range(format!("AED {m}M - {}M", hundredths((n + 500_000) / 10_000)), n, n + 500_000, "AED"),
            _ => money(n.to_string(), n, "AED", false),
        }
    }

    /// One amount in the plain ways of a market: grouped as its people group.
    pub fn plain_money(&mut self, low: u64, step: u64, write: fn(u64) -> String, currency: &str, stated: bool) -> Cell {
        let n = low + step * self.d.below(160) as u64;
        money(write(n), n, currency, stated)
    }

    // Briefs and remarks.

    pub fn remark(&mut self) -> Cell {
        self.pick(&[
            "Wants east facing, high floor",
            "Called twice, asked to ring back after 7",
            "Visited with family; liked the clubhouse, \"too small a kitchen\"",
            "Loan pre-approved",
            "Shifting from rental\nneeds possession by June",
            "Price is an issue",
            "Prefers ground floor, has a dog",
        ])
    }
}

/// How a time of day is written.
#[derive(Clone, Copy, Debug)]
pub(super) enum Clock {
    Seconds,
    Minutes,
    Twelve,
    Offset,
}

/// A name is kept as received, with its blanks tidied.
pub(super) fn name(text: String) -> Cell {
    let tidy = text.split_whitespace().collect::<Vec<_>>().join(" ");
    Cell::of(text, Kind::Name, json!(tidy))
}

/// An honorific has a field of its own; the rest is the name.
pub(super) fn titled(prefix: &str, given: &str, family: &str) -> Cell {
    let full = format!("{given} {family}");
    let text = format!("{prefix} {full}");
    Cell::of(text, Kind::Name, json!({ "full": full, "prefix": prefix, "given": given, "family": family }))
}

pub(super) fn phone(text: String, numbers: &[&Phone]) -> Cell {
    let wanted: Vec<Value> = numbers.iter().map(|p| json!(p.e164())).collect();
    Cell::of(text, Kind::Phone, json!(wanted))
}

pub(super) fn email(text: String, boxes: &[&str]) -> Cell {
    Cell::of(text, Kind::Email, json!(boxes))
}

pub(super) fn range(text: String, from: u64, to: u64, currency: &str) -> Cell {
    let value = json!({ "min": value::amount(from, currency, true), "max": value::amount(to, currency, true) });
    Cell::of(text, Kind::Money, value)
}

pub(super) fn bound(text: String, end: &str, n: u64, currency: &str) -> Cell {
    Cell::of(text, Kind::Money, json!({ end: value::amount(n, currency, true) }))
}

/// `+91 98300 12345`
pub(super) fn international(p: &Phone, between: char) -> String {
    format!("+{}{between}{}", p.cc, spaced(&p.national, between))
}

fn spaced(digits: &str, between: char) -> String {
    let (head, tail) = digits.split_at(digits.len() / 2);
    format!("{head}{between}{tail}")
}

/// Three digits were lost.
fn short(e164: &str) -> String {
    e164[..e164.len() - 3].to_owned()
}
