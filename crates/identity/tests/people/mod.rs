//! Invented people and households, the same for the same seed. Names and numbers are made up here.

pub mod traps;

use identity::names::Part;
use identity::record::Features;
use identity::shape::{Role, Shape};
use identity::values::date::Order;

/// Name, phone, e-mail, birth date, address, city.
pub type Row = [String; 6];

pub fn shape() -> Shape {
    let roles =
        [Role::Name(Part::Unknown), Role::Phone, Role::Email, Role::Birth(Order::DayFirst), Role::Address, Role::City];
    Shape { columns: roles.into_iter().enumerate().collect(), custom: vec![] }
}

pub fn features(row: &Row) -> Features {
    Features::of(&shape(), |column| &row[column])
}

/// SplitMix64's finaliser.
pub fn mix(z: u64) -> u64 {
    identity::text::mix(z.wrapping_add(0x9e37_79b9_7f4a_7c15))
}

pub struct Draws(pub u64);

impl Draws {
    fn below(&mut self, n: usize) -> usize {
        self.0 = mix(self.0);
        (self.0 >> 20) as usize % n
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

pub fn shuffle(order: &mut [usize], seed: u64) {
    let mut draws = Draws(seed);
    for i in (1..order.len()).rev() {
        order.swap(i, draws.below(i + 1));
    }
}

const MEN: &[&str] = &[
    "Farhad", "Gopal", "Henrik", "Jatin", "Keshav", "Lorenzo", "Mihir", "Nadir", "Omkar", "Pervez", "Qadir", "Tushar",
];
const WOMEN: &[&str] = &[
    "Anahita",
    "Bhairavi",
    "Charulata",
    "Devyani",
    "Esther",
    "Farida",
    "Gulnar",
    "Hemlata",
    "Ishwari",
    "Jamila",
    "Kumudini",
    "Lavina",
];
const FAMILIES: &[&str] = &[
    "Wadekar",
    "Bhonsle",
    "Fernandes",
    "Haveliwala",
    "Karanjia",
    "Lobo",
    "Munshi",
    "Nagarkar",
    "Oberai",
    "Pestonji",
    "Quadros",
    "Rebello",
    "Sequeira",
    "Tarapore",
    "Upadhye",
    "Vakil",
    "Zaveriwala",
    "Contrera",
    "Damania",
    "Engineerwala",
];
const STREETS: &[&str] = &["Banyan Lane", "Harbour Road", "Jasmine Street", "Lotus Cross", "Mango Avenue", "Neem Road"];
const CITIES: &[&str] = &["Pune", "Mumbai", "Dubai", "Chennai", "Kochi"];

struct Person {
    given: String,
    family: String,
    phone: String,
    mail: String,
    born: (usize, usize, usize),
    address: String,
    city: String,
}

fn mobile(draws: &mut Draws) -> String {
    format!("+91 9{:09}", draws.below(1_000_000_000))
}

fn person(draws: &mut Draws, given: &str) -> Person {
    let family = draws.of(FAMILIES).to_owned();
    Person {
        phone: mobile(draws),
        mail: format!("{}.{}{}@example.net", given.to_lowercase(), family.to_lowercase(), draws.below(10_000)),
        born: (1940 + draws.below(60), 1 + draws.below(12), 2 + draws.below(26)),
        address: format!("Flat {}, {}", 1 + draws.below(900), draws.of(STREETS)),
        city: draws.of(CITIES).to_owned(),
        given: given.to_owned(),
        family,
    }
}

fn row(p: &Person) -> Row {
    let (y, m, d) = p.born;
    [
        format!("{} {}", p.given, p.family),
        p.phone.clone(),
        p.mail.clone(),
        format!("{d:02}/{m:02}/{y}"),
        p.address.clone(),
        p.city.clone(),
    ]
}

/// A row as somebody writes it down: things left out, now and then a slip.
fn written(p: &Person, draws: &mut Draws) -> Row {
    let mut out = row(p);
    match draws.below(6) {
        0 => out[0] = format!("{}, {}", p.family, p.given),
        1 => out[0] = format!("Dr. {} {}", p.given, p.family),
        2 => out[0] = out[0].to_uppercase(),
        _ => {}
    }
    for (field, percent) in [(1, 20), (2, 40), (3, 60), (4, 60), (5, 40)] {
        if draws.chance(percent) {
            out[field].clear();
        }
    }
    if out[1].is_empty() && out[2].is_empty() {
        out[1].clone_from(&p.phone);
    }
    out
}

/// Rows of so many people, with who each is.
pub fn town_with_truth(seed: u64, people: usize) -> (Vec<Features>, Vec<u32>) {
    let mut draws = Draws(mix(seed));
    let (mut rows, mut truth) = (Vec::new(), Vec::new());
    for who in 0..people {
        let given = if draws.chance(50) { draws.of(MEN) } else { draws.of(WOMEN) };
        let p = person(&mut draws, given);
        for _ in 0..[1, 1, 2, 2, 3][draws.below(5)] {
            rows.push(features(&written(&p, &mut draws)));
            truth.push(who as u32);
        }
    }
    (rows, truth)
}

pub fn town(seed: u64, people: usize) -> Vec<Features> {
    town_with_truth(seed, people).0
}

/// Two people who share a lot.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Wife and husband on one phone, at one address.
    Spouses,
    /// Father and son of one name at one address, on one fixed line, each with his birth date.
    FatherAndSon,
    /// The same, of whom nobody wrote down when they were born.
    Namesakes,
    /// Brother and sister at one address.
    Siblings,
    /// Born on one day, at one address, on one phone.
    Twins,
    /// Two of one mailbox.
    Mailbox,
}

impl Kind {
    pub const ALL: [Self; 6] =
        [Self::Spouses, Self::FatherAndSon, Self::Namesakes, Self::Siblings, Self::Twins, Self::Mailbox];
}

pub fn household(seed: u64, kind: Kind) -> [Row; 2] {
    let mut draws = Draws(mix(seed ^ 0x5eed));
    let (man, woman) = (draws.of(MEN), draws.of(WOMEN));
    let one = person(&mut draws, man);
    let mut other = person(&mut draws, woman);
    other.family.clone_from(&one.family);
    other.address.clone_from(&one.address);
    other.city.clone_from(&one.city);
    match kind {
        Kind::Spouses => other.phone.clone_from(&one.phone),
        Kind::FatherAndSon | Kind::Namesakes => {
            other.given.clone_from(&one.given);
            other.born.0 = one.born.0 + 24 + draws.below(12);
            let line = format!("; +91 22 2{:07}", draws.below(10_000_000));
            let mut rows = [row(&one), row(&other)];
            rows.iter_mut().for_each(|r| r[1].push_str(&line));
            if matches!(kind, Kind::Namesakes) {
                rows.iter_mut().for_each(|r| r[3].clear());
            }
            return rows;
        }
        Kind::Siblings => other.born.0 = one.born.0 + 2,
        Kind::Twins => {
            other.born = one.born;
            other.phone.clone_from(&one.phone);
        }
        Kind::Mailbox => other.mail.clone_from(&one.mail),
    }
    let mut rows = [row(&one), row(&other)];
    if !matches!(kind, Kind::Siblings | Kind::Twins) && draws.chance(50) {
        rows.iter_mut().for_each(|r| r[3].clear());
    }
    rows
}
