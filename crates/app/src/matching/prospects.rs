//! Which pairs have a prospect: a bound on what two records can weigh, from their rules and attributes alone, so that only
//! those are looked up and weighed who could matter. Files are full of people who share a common name and nothing else.
//! What the bound leaves out is a slip in a number or an address between people of common names whom no line, mailbox or date
//! of birth has brought together; how many pairs it passes over is told in the log.

use std::collections::HashMap;

use identity::blocking::Attributes;
use identity::compare::field;
use identity::frequency::{Counts, floor};
use identity::model::MICRO;

use crate::matching::model::Weights;

/// Rules whose meeting says enough by itself: line, mailbox, its local part, birth date with a word or initial, custom value.
const TELLING: u16 = 1 | 1 << 1 | 1 << 2 | 1 << 4 | 1 << 5 | 1 << 11;
/// Bits below which no policy asks anybody: one to two.
const LEAST: f32 = -1.0;
/// Bits that what the attributes do not tell may add: a middle name, a gender.
const MARGIN: f32 = 3.0;
/// Bits of a second word that is spelt another way.
const SPELLING: f32 = 6.0;
/// Bits of two names that share no word.
const OTHER_NAME: f32 = -4.0;
/// Bits of a year of birth, and of a door.
const YEAR: f32 = 5.6;
const DOOR: f32 = 10.0;
/// Rows of one value that a frequency does not count ([`identity::frequency`]).
const KEPT: u32 = 2;

/// What sharing a value can add, by the hash that attributes have of it.
#[derive(Default)]
pub(crate) struct Prospects {
    prior: f32,
    words: HashMap<u32, f32>,
    companies: HashMap<u32, f32>,
    postal: HashMap<u32, f32>,
    cities: HashMap<u32, f32>,
    /// What it weighs that companies and places differ.
    against: [f32; 2],
}

/// As attributes shorten a hash.
fn short(hash: u64) -> u32 {
    (hash >> 32) as u32 | 1
}

fn bits(rows: u32, of: u32, floor: f64) -> f32 {
    let frequency = f64::from(rows.saturating_sub(KEPT)) / f64::from(of.max(1)) + floor;
    -(frequency.min(1.0).log2() as f32)
}

impl Prospects {
    pub(crate) fn of(weights: &Weights) -> Self {
        let counts: &Counts = &weights.model.counts;
        let [.., company, _, postal, city] = counts.filled;
        let words = counts.classes.iter().map(|(k, (rows, ..))| (short(*k), bits(*rows, counts.named, floor::NAME)));
        let companies = counts.companies.iter().map(|(k, rows)| (short(*k), bits(*rows, company, floor::COMPANY)));
        let place = |of: u32| counts.places.iter().map(move |(k, rows)| (short(*k), bits(*rows, of, floor::PLACE)));
        let differ = |(at, level): (usize, usize)| {
            let model = weights.model.fields.get(at);
            let share = |of: &[f64; identity::compare::MAX_LEVELS]| of.get(level).copied().unwrap_or(1.0).max(1e-7);
            model.map_or(0.0, |m| (share(&m.same) / share(&m.random)).log2().min(0.0) as f32)
        };
        let levels = [(field::COMPANY, 3), (field::PLACE, 5)];
        Self {
            against: levels.map(differ),
            prior: (weights.scorer.prior as f64 / MICRO) as f32,
            words: words.collect(),
            companies: companies.collect(),
            postal: place(postal).collect(),
            cities: place(city).collect(),
        }
    }

    /// Whether two records that met by these rules could weigh enough for anybody to be asked.
    pub(crate) fn is_worth_weighing(&self, rules: u16, a: &Attributes, b: &Attributes) -> bool {
        if rules & TELLING != 0 {
            return true;
        }
        let [city, year, company, postal, high, low, _, door] = *a;
        let [other_city, other_year, other_company, other_postal, other_high, other_low, _, other_door] = *b;
        let same = |x: u32, y: u32| x != 0 && x == y;
        let of =
            |map: &HashMap<u32, f32>, key: u32, floor: f64| map.get(&key).copied().unwrap_or(-(floor.log2() as f32));
        let mut sum = self.prior + MARGIN;
        let mut shared = 0;
        for word in [high, low] {
            if same(word, other_high) || same(word, other_low) {
                sum += of(&self.words, word, floor::NAME);
                shared += 1;
            }
        }
        let [other_firm, other_place] = self.against;
        match shared {
            0 if high != 0 && other_high != 0 => sum += OTHER_NAME,
            2 => {}
            _ => sum += SPELLING,
        }
        if same(company, other_company) {
            sum += of(&self.companies, company, floor::COMPANY);
        } else if company != 0 && other_company != 0 {
            sum += other_firm;
        }
        if same(postal, other_postal) {
            sum += of(&self.postal, postal, floor::PLACE);
        } else if same(city, other_city) {
            sum += of(&self.cities, city, floor::PLACE);
        } else if city != 0 && other_city != 0 {
            sum += other_place;
        }
        if same(year, other_year) {
            sum += YEAR;
        }
        if same(door, other_door) {
            sum += DOOR;
        }
        sum >= LEAST
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::person::{SHAPE, features};
    use identity::blocking::keys_of;
    use identity::corpus::Corpus;
    use serde_json::json;

    #[test]
    fn a_common_name_alone_has_no_prospect_and_a_rare_one_has() {
        let person = |name: &str, company: &str| {
            let fields = json!({ "full_name": name, "company_name": company });
            features(|f| fields.get(f))
        };
        let mut file: Vec<_> = (0..40).map(|i| person("Amit Sharma", &format!("Firm {i}"))).collect();
        file.extend((0..400).map(|i| person(&format!("Given{} Family{}", letters(i), letters(i * 7)), "")));
        let weights = Weights::of(crate::matching::model::counts_of(file.iter()), 100_000, None);
        let prospects = Prospects::of(&weights);
        let mut corpus = Corpus::new(SHAPE.clone());
        let names = [
            ("Amit Sharma", "Alpha Foods"),
            ("Amit Sharma", "Beta Labs"),
            ("Zubin Contractor", "Alpha Foods"),
            ("Zubin Contractor", "Beta Labs"),
        ];
        for (name, company) in names {
            corpus.push(&person(name, company), &mut String::new());
        }
        let of: Vec<_> = (0..4).map(|row| keys_of(&corpus, &[], row).attributes).collect();
        assert!(!prospects.is_worth_weighing(1 << 3, &of[0], &of[1]), "forty of four hundred have that name");
        assert!(prospects.is_worth_weighing(1 << 3, &of[2], &of[3]), "nobody else has that name");
        assert!(prospects.is_worth_weighing(1, &of[0], &of[1]), "a shared line is always weighed");
    }

    fn letters(n: u32) -> String {
        [n / 26 % 26, n % 26].iter().filter_map(|d| char::from_u32(u32::from(b'a') + d)).collect()
    }
}
