//! Cells as each country's people fill them: names, numbers and sums.

use serde_json::json;

use super::super::hand::Dial;
use super::super::maker::{Maker, name, phone, titled};
use super::super::people::Phone;
use super::super::value::{Cell, Kind, amount, hundredths, indian, money, thousands};

/// Both ends. `stated`: the cell or its header names the currency.
fn span(text: String, from: u64, to: u64, currency: &str, stated: bool) -> Cell {
    let ends = json!({ "min": amount(from, currency, stated), "max": amount(to, currency, stated) });
    Cell::of(text, Kind::Money, ends)
}

/// One end: `min` or `max`.
fn limit(text: String, end: &str, n: u64, currency: &str, stated: bool) -> Cell {
    Cell::of(text, Kind::Money, json!({ end: amount(n, currency, stated) }))
}

/// `1,25` for 125.
fn comma(n: u64) -> String {
    hundredths(n).replace('.', ",")
}

// Names.

/// A name as people of an office note it, with the titles that they use now and then. Two people in one cell are not
/// judged: whether they stay one name or become a couple is equally right.
pub(super) fn noted(m: &mut Maker, titles: &[&str], both: &str) -> Cell {
    let (given, family) = (m.p.given.clone(), m.p.family.clone());
    match m.d.below(16) {
        0 | 1 => titled(*m.d.one_of(titles), &given, &family),
        2 => name(format!("{} {}", given.to_uppercase(), family.to_uppercase())),
        3 if given.is_ascii() => name(format!("{given} {} {family}", m.p.middle)),
        4 => Cell::plain(both.replace("{g}", &given).replace("{s}", &m.p.spouse).replace("{f}", &family)),
        5 => name(format!("{given} {family} ")),
        _ => name(format!("{given} {family}")),
    }
}

/// As a desk in India writes names: initials before the family name, one name alone, capitals.
pub(super) fn indian_name(m: &mut Maker) -> Cell {
    let (given, family) = (m.p.given.clone(), m.p.family.clone());
    match m.d.below(12) {
        0 => name(format!("{}. {family}", &given[..1])),
        1 => name(given),
        2 => titled(*m.d.one_of(&["Mr.", "Mrs.", "Dr.", "Smt.", "Mr"]), &given, &family),
        3 => name(format!("{} {}", given.to_uppercase(), family.to_uppercase())),
        4 => name(format!("{} {}", given.to_lowercase(), family.to_lowercase())),
        5 => Cell::plain(format!("{given} & {} {family}", m.p.spouse)),
        _ => name(format!("{given} {family}")),
    }
}

/// `FOURNIER Camille`, as French lists have it.
pub(super) fn capitals_first(m: &mut Maker) -> Cell {
    name(format!("{} {}", m.p.family.to_uppercase(), m.p.given))
}

/// `Krüger, Petra`
pub(super) fn comma_name(m: &mut Maker) -> Cell {
    m.family_first()
}

/// `Mr and Mrs Hadley`, or one of them: how a letter would begin, which is no name of a field.
pub(super) fn letter(m: &mut Maker) -> Cell {
    let family = m.p.family.clone();
    match m.d.below(3) {
        0 => Cell::plain(format!("Mr and Mrs {family}")),
        1 => Cell::plain(m.p.given.clone()),
        _ => Cell::plain(format!("Mr {family}")),
    }
}

// Numbers.

impl Maker<'_> {
    /// The number that somebody abroad keeps in India.
    pub fn indian_tel(&mut self) -> Cell {
        let p = Phone { cc: "91", national: format!("983000{:04}", self.d.below(10_000)), trunk: "0" };
        phone(format!("+91 {}", p.national), &[&p])
    }
}

/// As a list gathers numbers over the years.
pub(super) fn scrawled(m: &mut Maker) -> Cell {
    let (p, q) = (m.p.mobile.clone(), m.p.second.clone());
    match m.d.below(16) {
        0 => {
            let (a, b) = (m.tel(Dial::Home), m.other_tel(Dial::Home));
            phone(format!("{} / {}", a.text, b.text), &[&p, &q])
        }
        1 => phone(format!("00{} {}", p.cc, p.national), &[&p]),
        2 => phone(format!("{}{}", p.cc, p.national), &[&p]),
        3 => phone(format!("{} (WhatsApp)", m.tel(Dial::Home).text), &[&p]),
        4 => Cell::nothing(*m.d.one_of(&["-", "n/a", "?"]), Kind::Phone),
        5 | 6 => m.tel(Dial::World),
        _ => m.tel(Dial::Mixed),
    }
}

/// `Fournier / 06 39 98 12 34`: the name and the number in one.
pub(super) fn name_and_tel(m: &mut Maker, between: &str) -> Cell {
    let (who, tel) = (m.full(), m.tel(Dial::Home));
    let mut truth = who.truth;
    truth.extend(tel.truth);
    Cell { text: format!("{}{between}{}", who.text, tel.text), truth }
}

// Sums.

/// A budget as a desk in India types it.
pub(super) fn lakh_crore(m: &mut Maker) -> Cell {
    let lakh = 5 * (8 + m.d.below(12) as u64);
    let crore = 5 * (20 + m.d.below(70) as u64);
    let c = hundredths(crore);
    let (l, n) = (lakh * 100_000, crore * 100_000);
    match m.d.below(14) {
        0 => money(format!("{lakh} Lacs"), l, "INR", false),
        1 => money(format!("{lakh}L"), l, "INR", false),
        2 => money(format!("₹{c} Cr"), n, "INR", true),
        3 => money(format!("{c}Cr"), n, "INR", false),
        4 => span(format!("{lakh}-{} L", lakh + 10), l, l + 1_000_000, "INR", false),
        5 => span(format!("{c}-{} Cr", hundredths(crore + 25)), n, n + 2_500_000, "INR", false),
        6 => limit(format!("upto {lakh} L"), "max", l, "INR", false),
        7 => limit(format!("max {c} cr"), "max", n, "INR", false),
        8 => money(indian(n), n, "INR", false),
        9 => Cell::held(*m.d.one_of(&["not decided", "depends on location"]), Kind::Money),
        10 => m.nothing(Kind::Money),
        _ => money(format!("{c} Cr"), n, "INR", false),
    }
}

/// The same in Hindi typed with English letters.
pub(super) fn romanised_sum(m: &mut Maker) -> Cell {
    let lakh = 5 * (8 + m.d.below(12) as u64);
    let crore = 5 * (20 + m.d.below(30) as u64);
    let (l, n) = (lakh * 100_000, crore * 100_000);
    match m.d.below(8) {
        0 => limit(format!("{lakh} lakh tak"), "max", l, "INR", false),
        1 => span(format!("{lakh}-{} lakh", lakh + 5), l, l + 500_000, "INR", false),
        2 => money(format!("{} crore", hundredths(crore)), n, "INR", false),
        3 => money(format!("{lakh} lac"), l, "INR", false),
        4 => money(format!("Rs {lakh} lakh"), l, "INR", true),
        _ => money(format!("{lakh} lakh"), l, "INR", false),
    }
}

/// The same in Devanagari.
pub(super) fn hindi_sum(m: &mut Maker) -> Cell {
    let lakh = 5 * (6 + m.d.below(13) as u64);
    let crore = 5 * (20 + m.d.below(30) as u64);
    let (l, n) = (lakh * 100_000, crore * 100_000);
    match m.d.below(8) {
        0 => limit(format!("{lakh} लाख तक"), "max", l, "INR", false),
        1 => span(format!("{lakh}-{} लाख", lakh + 10), l, l + 1_000_000, "INR", false),
        2 | 3 => money(format!("{} करोड़", hundredths(crore)), n, "INR", false),
        4 => money(format!("₹{}", indian(l)), l, "INR", true),
        _ => money(format!("{lakh} लाख"), l, "INR", false),
    }
}

/// A budget under a header that names dirhams.
pub(super) fn dirhams(m: &mut Maker) -> Cell {
    let n = 50_000 * (16 + m.d.below(120) as u64);
    let mio = hundredths(n / 10_000);
    match m.d.below(10) {
        0 => money(format!("{mio}M"), n, "AED", true),
        1 => money(format!("{mio} mn"), n, "AED", true),
        2 => money(format!("{mio} Million"), n, "AED", true),
        3 => money(format!("AED {}", thousands(n, ",")), n, "AED", true),
        4 => span(format!("{mio}M - {}M", hundredths(n / 10_000 + 50)), n, n + 500_000, "AED", true),
        5 => limit(format!("up to {mio}M"), "max", n, "AED", true),
        6 => Cell::held(*m.d.one_of(&["open", "flexible for right unit"]), Kind::Money),
        7 if n < 1_000_000 => money(format!("{}k", n / 1_000), n, "AED", true),
        _ => money(thousands(n, ","), n, "AED", true),
    }
}

/// A budget of Arabic lists, in the currency of the country.
pub(super) fn arabic_sum(m: &mut Maker, currency: &'static str, word: &str) -> Cell {
    let n = 50_000 * (12 + m.d.below(60) as u64);
    let mio = hundredths(n / 10_000);
    let large = n >= 1_000_000;
    match m.d.below(8) {
        0 | 1 if large => money(format!("{mio} مليون"), n, currency, false),
        2 if large => money(format!("{mio} مليون {word}"), n, currency, true),
        3 if large => limit(format!("حتى {mio} مليون"), "max", n, currency, false),
        0..=3 => money(format!("{} ألف", n / 1_000), n, currency, false),
        4 => money(n.to_string(), n, currency, false),
        5 => money(format!("{} {word}", thousands(n, ",")), n, currency, true),
        _ => money(thousands(n, ","), n, currency, false),
    }
}

pub(super) fn pounds_noted(m: &mut Maker) -> Cell {
    let k = 25 * (13 + m.d.below(25) as u64);
    let n = k * 1_000;
    match m.d.below(11) {
        0 | 1 => money(format!("£{k}k"), n, "GBP", true),
        2 => money(format!("{k}k"), n, "GBP", false),
        3 => limit(format!("up to £{k}k"), "max", n, "GBP", true),
        4 => span(format!("£{k}k - £{}k", k + 50), n, n + 50_000, "GBP", true),
        5 => span(format!("£{}-£{}", thousands(n, ","), thousands(n + 75_000, ",")), n, n + 75_000, "GBP", true),
        6 => money(format!("£{}m", hundredths(100 + k / 10)), (100 + k / 10) * 10_000, "GBP", true),
        7 => Cell::held(*m.d.one_of(&["flexible", "depends on sale"]), Kind::Money),
        _ => money(format!("£{}", thousands(n, ",")), n, "GBP", true),
    }
}

/// One of the answers that a form offers.
pub(super) fn pound_bracket(m: &mut Maker) -> Cell {
    let million = 1_000_000;
    match m.d.below(3) {
        0 => span("£1m - £2m".into(), million, 2 * million, "GBP", true),
        1 => span("£2m - £5m".into(), 2 * million, 5 * million, "GBP", true),
        _ => limit("£5m+".into(), "min", 5 * million, "GBP", true),
    }
}

pub(super) fn dollars_noted(m: &mut Maker) -> Cell {
    let k = 25 * (12 + m.d.below(24) as u64);
    let n = k * 1_000;
    match m.d.below(11) {
        0 | 1 => money(format!("${k}K"), n, "USD", true),
        2 => money(format!("{k}k"), n, "USD", false),
        3 => limit(format!("under ${k}K"), "max", n, "USD", true),
        4 => span(format!("${k}-{}K", k + 50), n, n + 50_000, "USD", true),
        5 => money(format!("${}M", hundredths(100 + k / 10)), (100 + k / 10) * 10_000, "USD", true),
        6 => span(format!("{k}k to {}k", k + 100), n, n + 100_000, "USD", false),
        7 => Cell::held(*m.d.one_of(&["not sure yet", "needs lender first"]), Kind::Money),
        _ => money(format!("${}", thousands(n, ",")), n, "USD", true),
    }
}

/// A price as Germans note it.
pub(super) fn german_sum(m: &mut Maker) -> Cell {
    let k = 10 * (28 + m.d.below(70) as u64);
    let n = k * 1_000;
    match m.d.below(12) {
        0 => money(format!("{k} T€"), n, "EUR", true),
        1 => limit(format!("bis {} €", thousands(n, ".")), "max", n, "EUR", true),
        2 => limit(format!("max. {}", thousands(n, ".")), "max", n, "EUR", false),
        3 => money(format!("{} Mio. €", comma(100 + k / 10)), (100 + k / 10) * 10_000, "EUR", true),
        4 => span(format!("{} - {} €", thousands(n, "."), thousands(n + 50_000, ".")), n, n + 50_000, "EUR", true),
        5 => money(format!("{},- €", thousands(n, ".")), n, "EUR", true),
        6 => Cell::held(*m.d.one_of(&["nach Absprache", "noch offen"]), Kind::Money),
        7 => money(thousands(n, "."), n, "EUR", false),
        _ => money(format!("{} €", thousands(n, ".")), n, "EUR", true),
    }
}

pub(super) fn french_sum(m: &mut Maker) -> Cell {
    let k = 10 * (22 + m.d.below(70) as u64);
    let n = k * 1_000;
    match m.d.below(12) {
        0 | 1 => money(format!("{k} k€"), n, "EUR", true),
        2 => money(format!("{k}K€"), n, "EUR", true),
        3 => limit(format!("max {} €", thousands(n, " ")), "max", n, "EUR", true),
        4 => limit(format!("jusqu'à {k} k€"), "max", n, "EUR", true),
        5 => span(format!("{k} à {} k€", k + 50), n, n + 50_000, "EUR", true),
        6 => money(format!("{} M€", comma(100 + k / 10)), (100 + k / 10) * 10_000, "EUR", true),
        7 => Cell::held(*m.d.one_of(&["à définir", "à voir avec la banque"]), Kind::Money),
        8 => money(thousands(n, " "), n, "EUR", false),
        _ => money(format!("{} €", thousands(n, " ")), n, "EUR", true),
    }
}

pub(super) fn spanish_sum(m: &mut Maker) -> Cell {
    let k = 10 * (18 + m.d.below(80) as u64);
    let n = k * 1_000;
    match m.d.below(11) {
        0 => limit(format!("hasta {} €", thousands(n, ".")), "max", n, "EUR", true),
        1 => span(format!("{}-{} €", thousands(n, "."), thousands(n + 50_000, ".")), n, n + 50_000, "EUR", true),
        2 => money(format!("{k} mil €"), n, "EUR", true),
        3 => money(format!("{} M€", comma(100 + k / 10)), (100 + k / 10) * 10_000, "EUR", true),
        4 => money(format!("{k}k"), n, "EUR", false),
        5 => money(thousands(n, "."), n, "EUR", false),
        6 => Cell::held(*m.d.one_of(&["a consultar", "depende de la hipoteca"]), Kind::Money),
        _ => money(format!("{}€", thousands(n, ".")), n, "EUR", true),
    }
}

pub(super) fn italian_sum(m: &mut Maker) -> Cell {
    let k = 10 * (15 + m.d.below(70) as u64);
    let n = k * 1_000;
    match m.d.below(11) {
        0 => money(format!("{k} mila"), n, "EUR", false),
        1 => limit(format!("max {} €", thousands(n, ".")), "max", n, "EUR", true),
        2 => limit(format!("fino a {} €", thousands(n, ".")), "max", n, "EUR", true),
        3 => span(format!("{k}-{} mila", k + 30), n, n + 30_000, "EUR", false),
        4 => money(thousands(n, "."), n, "EUR", false),
        5 => money(format!("{} mln", comma(100 + k / 10)), (100 + k / 10) * 10_000, "EUR", false),
        6 => Cell::held(*m.d.one_of(&["da definire", "dipende dal mutuo"]), Kind::Money),
        _ => money(format!("€ {}", thousands(n, ".")), n, "EUR", true),
    }
}

pub(super) fn brazilian_sum(m: &mut Maker) -> Cell {
    let k = 10 * (30 + m.d.below(65) as u64);
    let n = k * 1_000;
    match m.d.below(11) {
        0 => money(format!("R$ {k} mil"), n, "BRL", true),
        1 => money(format!("{k} mil"), n, "BRL", false),
        2 => limit(format!("até {k} mil"), "max", n, "BRL", false),
        3 => span(format!("{k} a {} mil", k + 100), n, n + 100_000, "BRL", false),
        4 => money(format!("R$ {} milhões", comma(200 + k / 10)), (200 + k / 10) * 10_000, "BRL", true),
        5 => money(format!("{} mi", comma(200 + k / 10)), (200 + k / 10) * 10_000, "BRL", false),
        6 => Cell::held(*m.d.one_of(&["a combinar", "depende do financiamento"]), Kind::Money),
        7 => money(format!("R$ {}", thousands(n, ".")), n, "BRL", true),
        _ => money(format!("R$ {},00", thousands(n, ".")), n, "BRL", true),
    }
}

pub(super) fn dutch_sum(m: &mut Maker) -> Cell {
    let k = 25 * (13 + m.d.below(35) as u64);
    let n = k * 1_000;
    match m.d.below(11) {
        0 => limit(format!("tot € {}", thousands(n, ".")), "max", n, "EUR", true),
        1 => span(format!("€ {} - € {}", thousands(n, "."), thousands(n + 50_000, ".")), n, n + 50_000, "EUR", true),
        2 => money(format!("{k}k"), n, "EUR", false),
        3 => limit(format!("max. {}", thousands(n, ".")), "max", n, "EUR", false),
        4 => money(format!("€ {},-", thousands(n, ".")), n, "EUR", true),
        5 => money(format!("€ {} k.k.", thousands(n, ".")), n, "EUR", true),
        6 => Cell::held(*m.d.one_of(&["n.t.b.", "in overleg"]), Kind::Money),
        _ => money(format!("€ {}", thousands(n, ".")), n, "EUR", true),
    }
}

/// `€ 450.000`
pub(super) fn euro_before(n: u64) -> String {
    format!("€ {}", thousands(n, "."))
}

/// `450.000 €`
pub(super) fn euro_behind(n: u64) -> String {
    format!("{} €", thousands(n, "."))
}

/// `AED 1,250,000`
pub(super) fn aed(n: u64) -> String {
    format!("AED {}", thousands(n, ","))
}

/// `1,25,00,000`
pub(super) fn lakhs(n: u64) -> String {
    indian(n)
}

/// `12500000.00`, as databases write sums.
pub(super) fn points(n: u64) -> String {
    format!("{n}.00")
}
