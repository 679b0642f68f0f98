//! Who somebody is: what of a client others need to know too, such as a spouse or the firm they work at.

use crate::draw::{Draw, Topic};
use crate::market::{MARKETS, Market, SELLING, market};
use crate::names::{Community, Gender};
use crate::phones;
use crate::values::Address;

/// Clients who may know each other: they work at the same firms, are related, have advisers in common. Whoever writes a
/// graph needs to remember nothing beyond one of them.
pub const COHORT: u64 = 25;

/// How somebody is related to the client before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kin {
    Spouse,
    Sibling,
    Child,
}

/// Who a client is.
#[derive(Clone, Debug)]
pub(crate) struct Who {
    pub number: u64,
    /// Where they live.
    pub home: &'static Market,
    /// Where they buy.
    pub buys: &'static Market,
    pub community: Community,
    pub gender: Gender,
    pub given: &'static str,
    pub middle: &'static str,
    pub family: &'static str,
    pub age: i64,
    /// Day of the year of the birth.
    pub birthday: i64,
    pub address: Address,
    pub mobile: String,
    pub owner: &'static str,
    pub kin: Option<Kin>,
    /// Their place among the firms of the cohort; none where they name no firm.
    pub firm: Option<u64>,
}

impl Who {
    pub fn full(&self) -> String {
        let parts = [self.given, self.middle, self.family];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// Who the client of this number is.
    pub fn of(seed: u64, number: u64) -> Self {
        // Only every second one may be a relative, and of the one before: nobody has to be followed further.
        if number % COHORT % 2 == 1 {
            let kin = Draw::of(seed, Topic::Household, number).below(100);
            let kin = match kin {
                0..=8 => Some(Kin::Spouse),
                9..=11 => Some(Kin::Sibling),
                12..=14 => Some(Kin::Child),
                _ => None,
            };
            if let Some(kin) = kin {
                return Self::alone(seed, number).related(seed, kin, &Self::alone(seed, number - 1));
            }
        }
        Self::alone(seed, number)
    }

    fn alone(seed: u64, number: u64) -> Self {
        let cohort = number / COHORT;
        let home = home_of_cohort(seed, cohort);
        let mut draw = Draw::of(seed, Topic::Person, number);
        let home = if draw.percent(70) { home } else { draw_home(&mut draw) };
        let buys =
            if home.rate > 0 && draw.percent(90) { home } else { market(draw.weighted(&SELLING).unwrap_or_default()) };
        let community = draw.weighted(home.communities).unwrap_or(Community::Western);
        let gender = if draw.percent(44) { Gender::Female } else { Gender::Male };
        let given = community.given(gender, &mut draw);
        let middle = if draw.percent(12) { community.given(Gender::Male, &mut draw) } else { "" };
        let family = community.family(&mut draw);
        let age = 25 + draw.within(0, 26) + draw.within(0, 26);
        let birthday = draw.within(0, 364);
        let address = address(home, &mut draw);
        let owner = draw.word(buys.owners);
        let firm = if draw.percent(62) { draw.weighted(&FIRMS) } else { None };
        Self {
            number,
            home,
            buys,
            community,
            gender,
            given,
            middle: if middle == given { "" } else { middle },
            family,
            age,
            birthday,
            address,
            mobile: phones::mobile(seed, home, number * 3),
            owner,
            kin: None,
            firm,
        }
    }

    /// The same as a relative of `other`: of one family and community, spouses under one roof.
    fn related(self, seed: u64, kin: Kin, other: &Self) -> Self {
        let gender = if kin == Kin::Spouse { other.gender.other() } else { self.gender };
        let age = match kin {
            Kin::Spouse => (other.age + self.age % 7 - 3).max(23),
            Kin::Sibling => (other.age + self.age % 13 - 6).max(22),
            Kin::Child => (other.age - 27).max(21),
        };
        let mut draw = Draw::of(seed, Topic::Household, self.number + 1);
        let mut given = other.community.given(gender, &mut draw);
        while given == other.given {
            given = other.community.given(gender, &mut draw);
        }
        let roof = kin == Kin::Spouse || (kin == Kin::Child && draw.percent(40));
        Self {
            home: other.home,
            buys: other.buys,
            community: other.community,
            gender,
            given,
            middle: "",
            family: other.family,
            age,
            address: if roof { other.address.clone() } else { address(other.home, &mut draw) },
            mobile: phones::mobile(seed, other.home, self.number * 3),
            owner: other.owner,
            kin: Some(kin),
            ..self
        }
    }
}

/// Firms of a cohort with how many of its people they employ.
const FIRMS: [(u64, u64); 6] = [(0, 8), (1, 5), (2, 4), (3, 3), (4, 2), (5, 2)];

/// Firms that a cohort may have.
pub(crate) const FIRMS_OF_COHORT: u64 = FIRMS.len() as u64;

/// Where most of a cohort live and its firms are.
pub(crate) fn home_of_cohort(seed: u64, cohort: u64) -> &'static Market {
    draw_home(&mut Draw::of(seed, Topic::Cohort, cohort))
}

fn draw_home(draw: &mut Draw) -> &'static Market {
    let mut at = draw.below(MARKETS.iter().map(|(_, weight)| weight).sum());
    for (market, weight) in &MARKETS {
        if at < *weight {
            return market;
        }
        at -= weight;
    }
    market(0)
}

/// Whoever advises families of a cohort in money matters, where somebody does.
pub(crate) fn adviser_of_cohort(seed: u64, cohort: u64) -> Option<u64> {
    let mut draw = Draw::of(seed, Topic::Cohort, cohort.wrapping_add(1 << 60));
    draw.percent(60).then(|| cohort * COHORT + draw.below(COHORT))
}

/// The adviser of a client, who is a client of the same cohort.
pub(crate) fn adviser_of(seed: u64, number: u64) -> Option<u64> {
    let mut draw = Draw::of(seed, Topic::Household, number.wrapping_add(1 << 60));
    adviser_of_cohort(seed, number / COHORT).filter(|adviser| *adviser != number && draw.percent(15))
}

/// An invented building in a real locality.
pub(crate) fn address(home: &'static Market, draw: &mut Draw) -> Address {
    const BUILDINGS: [&str; 30] = [
        "Amber Court",
        "Anandi Apartments",
        "Bluebell House",
        "Casa Verde",
        "Chandan Villa",
        "Crescent View",
        "Dahlia Residency",
        "Eastwind",
        "Elm Grove",
        "Fern Hill",
        "Golden Lantern",
        "Harbour Light",
        "Ivory Lodge",
        "Jasmine Court",
        "Kamal Kunj",
        "Lakeside Manor",
        "Lotus Enclave",
        "Madhuban",
        "Mango Tree House",
        "Nilgiri Heights",
        "Opal Residences",
        "Parijat",
        "Quiet Corner",
        "Rosewood",
        "Sea Breeze",
        "Shanti Niketan Court",
        "Sunrise Towers",
        "Tamarind Place",
        "Utsav",
        "Willow Bend",
    ];
    const ROADS: [&str; 14] = [
        "Banyan Road",
        "Bell Tower Lane",
        "Canal Street",
        "Clock House Road",
        "Garden Lane",
        "Hill View Road",
        "Lake Road",
        "Library Street",
        "Market Lane",
        "Neem Avenue",
        "Old Post Office Road",
        "Park Lane",
        "Station Approach",
        "Temple Road",
    ];
    let (locality, pin) = draw.one_of(home.localities).copied().unwrap_or_default();
    let flat = match draw.below(3) {
        0 => format!("Flat {}{:02}", draw.within(1, 28), draw.within(1, 8)),
        1 => format!("{}-{}", draw.word(&["A", "B", "C", "D"]), draw.within(101, 2904)),
        _ => format!("Apt {}", draw.within(1, 140)),
    };
    let street = format!("{flat}, {}, {} {}", draw.word(&BUILDINGS), draw.within(1, 180), draw.word(&ROADS));
    Address {
        street,
        locality,
        city: home.city,
        region: home.region,
        postal_code: pin.to_owned(),
        country: home.country,
    }
}
