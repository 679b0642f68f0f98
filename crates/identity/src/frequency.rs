//! How common values are: what an agreement on one of them is worth.
//!
//! A frequency is that of people, not of rows: a value on two rows of a file that holds everybody twice is still unique.
//! Two rows are therefore taken off every count, and each field has a floor below which no value counts as rare.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::corpus::Corpus;
use crate::lexicon::Values;
use crate::sorting::sort_in_parts;

/// Counts above this are kept in a frozen model; rarer values have their field's floor.
const KEPT: u32 = 2;

/// Frequency floors, as parts of all people, by field: below these a value is as rare as a value gets.
pub mod floor {
    /// Words of names.
    pub const NAME: f64 = 1.0 / 6_000.0;
    /// Lines.
    pub const LINE: f64 = 1.0 / 4_000_000.0;
    /// Mailboxes.
    pub const MAILBOX: f64 = 1.0 / 4_000_000.0;
    /// Local parts.
    pub const LOCAL: f64 = 1.0 / 100_000.0;
    /// Domains of companies.
    pub const DOMAIN: f64 = 1.0 / 2_000.0;
    /// Birth dates: some sixty years of days, common years more.
    pub const BORN: f64 = 1.0 / 20_000.0;
    /// Companies.
    pub const COMPANY: f64 = 1.0 / 3_000.0;
    /// Words of addresses.
    pub const STREET: f64 = 1.0 / 2_000.0;
    /// Postal codes and cities.
    pub const PLACE: f64 = 1.0 / 3_000.0;
}

/// The frequencies that a frozen model carries: counts of values that are common enough to matter, by hash.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Counts {
    /// Rows with a name.
    pub named: u32,
    /// Rows in all.
    pub rows: u32,
    /// Words of names.
    pub words: BTreeMap<u64, u32>,
    /// Classes of words: rows, times as a given and as a family name.
    pub classes: BTreeMap<u64, (u32, u32, u32)>,
    /// Two words that stand in one name: names of one community come together more often than chance has it.
    pub together: BTreeMap<u64, u32>,
    /// Lines by number.
    pub lines: BTreeMap<u64, u32>,
    /// Mailboxes.
    pub mailboxes: BTreeMap<u64, u32>,
    /// Local parts.
    pub locals: BTreeMap<u64, u32>,
    /// Domains.
    pub domains: BTreeMap<u64, u32>,
    /// Packed birth dates.
    pub born: BTreeMap<u32, u32>,
    /// Companies.
    pub companies: BTreeMap<u64, u32>,
    /// Words of addresses.
    pub streets: BTreeMap<u64, u32>,
    /// Postal codes and cities.
    pub places: BTreeMap<u64, u32>,
    /// Values of custom comparisons, and how many rows have one.
    pub custom: Vec<(u32, u32, BTreeMap<u64, u32>)>,
    /// Rows with a line, mailbox, birth date, company, address, postal code, city.
    pub filled: [u32; 7],
}

impl Counts {
    /// The counts of a corpus.
    #[must_use]
    pub fn of(c: &Corpus) -> Self {
        let kept = |hashes: &[u64], rows: &[u32]| -> BTreeMap<u64, u32> {
            hashes.iter().zip(rows).filter(|(_, n)| **n > KEPT).map(|(h, n)| (*h, *n)).collect()
        };
        let n = &c.names;
        let mut classes = BTreeMap::new();
        for id in 0..n.len() {
            let class = n.class[id] as usize;
            if n.class_rows[class] > KEPT {
                let (given, family) = n.class_parts[class];
                classes.insert(n.key[id], (n.class_rows[class], given, family));
            }
        }
        let count = |filled: &dyn Fn(usize) -> bool| (0..c.len()).filter(|row| filled(*row)).count() as u32;
        let words = (0..n.len() as u32).filter(|id| n.rows(*id) > KEPT).map(|id| (n.hash_of(id), n.rows(id))).collect();
        Self {
            named: n.named,
            rows: c.len() as u32,
            words,
            classes,
            together: together(c),
            lines: c
                .lines
                .numbers
                .iter()
                .zip(&c.lines.rows)
                .filter(|(_, n)| **n > KEPT)
                .map(|(p, n)| (line_key(*p), *n))
                .collect(),
            mailboxes: c.mailboxes.iter().filter(|m| m.rows > KEPT).map(|m| (mailbox_key(c, m), m.rows)).collect(),
            locals: kept(&c.locals.hashes, &c.locals.rows),
            domains: kept(&c.domains.hashes, &c.domains.rows),
            born: c.born_rows.iter().filter(|(_, n)| **n > KEPT).map(|(b, n)| (*b, *n)).collect(),
            companies: kept(&c.companies.hashes, &c.companies.rows),
            streets: kept(&c.streets.hashes, &c.streets.rows),
            places: kept(&c.places.hashes, &c.places.rows),
            custom: c
                .custom_values
                .iter()
                .map(|v| (v.filled(), v.rows.len() as u32, kept(&v.hashes, &v.rows)))
                .collect(),
            filled: [
                count(&|row| !c.phones(row).is_empty()),
                count(&|row| !c.emails(row).is_empty()),
                count(&|row| c.row(row).born != 0),
                count(&|row| c.row(row).company != 0),
                count(&|row| !c.address(row).is_empty()),
                count(&|row| c.row(row).postal != 0),
                count(&|row| c.row(row).city != 0),
            ],
        }
    }
}

/// Rows from which two words standing together are counted.
const TOGETHER: u32 = 3;

fn together(c: &Corpus) -> BTreeMap<u64, u32> {
    let mut keys: Vec<u64> = Vec::new();
    for row in 0..c.len() {
        let words = c.words(row);
        for (i, a) in words.iter().enumerate().filter(|(_, a)| !c.names.is_initial(**a)) {
            for b in words[i + 1..].iter().filter(|b| !c.names.is_initial(**b)) {
                keys.push(pair_key(c.names.key[*a as usize], c.names.key[*b as usize]));
            }
        }
    }
    sort_in_parts(&mut keys, &mut Vec::new(), |key| *key, |key| *key);
    keys.chunk_by(|a, b| a == b).filter(|k| k.len() > TOGETHER as usize).map(|k| (k[0], k.len() as u32)).collect()
}

/// One key for two words in either order.
#[must_use]
pub fn pair_key(a: u64, b: u64) -> u64 {
    crate::text::mix(a.min(b)).wrapping_add(a.max(b).rotate_left(32))
}

fn line_key(p: crate::values::phone::Phone) -> u64 {
    p.key() << 16 | u64::from(p.country)
}

fn mailbox_key(c: &Corpus, m: &crate::corpus::MailboxEntry) -> u64 {
    c.locals.hash_of(m.local) ^ c.domains.hash_of(m.domain).rotate_left(7)
}

/// How often two words stand in one name, by [`pair_key`].
pub type Together = FxHashMap<u64, f32>;

/// The shares of names that hold two words, as a model's counts say: the one part of [`Frequencies`] that doesn't depend on
/// what is compared.
#[must_use]
pub fn together_of(counts: &Counts) -> Arc<Together> {
    let of = counts.named.max(1) as f32;
    Arc::new(counts.together.iter().map(|(k, n)| (*k, n.saturating_sub(TOGETHER) as f32 / of)).collect())
}

/// Log2 frequencies of everything in a corpus, as a model's counts say.
#[derive(Clone, Debug, Default)]
pub struct Frequencies {
    /// By word of a name.
    pub word: Vec<f32>,
    /// By class of words.
    pub class: Vec<f32>,
    /// By word: how much more often its class is a given than a family name, in bits.
    pub given: Vec<f32>,
    /// By two words of one name: the share of names, not its logarithm.
    pub together: Arc<Together>,
    /// By line, and how many rows share it.
    pub line: Vec<(f32, u32)>,
    /// By mailbox.
    pub mailbox: Vec<f32>,
    /// By local part.
    pub local: Vec<f32>,
    /// By domain.
    pub domain: Vec<f32>,
    /// By date of birth.
    pub born: FxHashMap<u32, f32>,
    /// By company.
    pub company: Vec<f32>,
    /// By word of an address.
    pub street: Vec<f32>,
    /// By postal code or city, of those with a postal code.
    pub postal: Vec<f32>,
    /// By city.
    pub city: Vec<f32>,
    /// By custom comparison and value.
    pub custom: Vec<Vec<f32>>,
    /// By custom comparison: how many values there are among all records, not just those in the corpus.
    pub custom_distinct: Vec<u32>,
}

impl Frequencies {
    /// Log2 of how often names hold both of two words, given how often they hold each: at least twice what chance has. `pair`:
    /// the [`pair_key`] of the two.
    #[must_use]
    pub fn both(&self, pair: u64, chance: f32) -> f32 {
        let seen = self.together.get(&pair).copied().unwrap_or(0.0);
        (seen + (chance + 1.0).exp2()).min(1.0).log2()
    }

    /// Of every value in the corpus, by the counts of a model.
    #[must_use]
    pub fn of(c: &Corpus, counts: &Counts) -> Self {
        Self::with(c, counts, together_of(counts))
    }

    /// As [`Frequencies::of`] where the counts are those of this corpus: nothing is looked up.
    #[must_use]
    pub fn own(c: &Corpus, counts: &Counts) -> Self {
        let n = &c.names;
        let all = |values: &Values, of: u32, floor: f64| -> Vec<f32> {
            let mut logs = Logs::new(of, floor);
            values.rows.iter().map(|rows| logs.of(*rows)).collect()
        };
        let [lines, mailboxes, born, company, address, postal, city] = counts.filled;
        let mut names = Logs::new(counts.named, floor::NAME);
        let word = (0..n.len() as u32).map(|id| names.of(n.rows(id))).collect();
        let class: Vec<f32> = n.class_rows.iter().map(|rows| names.of(*rows)).collect();
        let given = n.class.iter().map(|class| {
            let at = *class as usize;
            let (given, family) = if n.class_rows[at] > KEPT { n.class_parts[at] } else { (0, 0) };
            leaning(given, family)
        });
        let mut line_logs = Logs::new(lines, floor::LINE);
        let line = c.lines.rows.iter().map(|rows| (line_logs.of(*rows), if *rows > KEPT { *rows } else { 0 }));
        let mut mailbox_logs = Logs::new(mailboxes, floor::MAILBOX);
        let mut born_logs = Logs::new(born, floor::BORN);
        let custom = c.custom_values.iter().zip(&counts.custom);
        Self {
            word,
            class,
            given: given.collect(),
            together: together_of(counts),
            line: line.collect(),
            mailbox: c.mailboxes.iter().map(|m| mailbox_logs.of(m.rows)).collect(),
            local: all(&c.locals, mailboxes, floor::LOCAL),
            domain: all(&c.domains, mailboxes, floor::DOMAIN),
            born: c.born_rows.iter().map(|(born, rows)| (*born, born_logs.of(*rows))).collect(),
            company: all(&c.companies, company, floor::COMPANY),
            street: all(&c.streets, address, floor::STREET),
            postal: all(&c.places, postal, floor::PLACE),
            city: all(&c.places, city, floor::PLACE),
            custom_distinct: counts.custom.iter().map(|(_, distinct, _)| *distinct).collect(),
            custom: custom.map(|(v, (of, distinct, _))| all(v, *of, custom_floor(*distinct))).collect(),
        }
    }

    /// As [`Frequencies::of`], with what [`together_of`] gave for the same counts.
    #[must_use]
    pub fn with(c: &Corpus, counts: &Counts, together: Arc<Together>) -> Self {
        let n = &c.names;
        let get = |map: &BTreeMap<u64, u32>, hash: u64| map.get(&hash).copied().unwrap_or(0);
        let all = |hashes: &[u64], map: &BTreeMap<u64, u32>, of: u32, floor: f64| -> Vec<f32> {
            let mut logs = Logs::new(of, floor);
            hashes.iter().map(|h| logs.of(get(map, *h))).collect()
        };
        let [lines, mailboxes, born, company, address, postal, city] = counts.filled;
        let mut logs = Logs::new(counts.named, floor::NAME);
        let word = (0..n.len() as u32).map(|id| logs.of(get(&counts.words, n.hash_of(id)))).collect();
        let (mut class, mut given) = (vec![0.0; n.class_rows.len()], vec![0.0f32; n.len()]);
        for (id, given) in given.iter_mut().enumerate() {
            let at = n.class[id] as usize;
            let (rows, as_given, as_family) = counts.classes.get(&n.key[id]).copied().unwrap_or((0, 0, 0));
            class[at] = logs.of(rows);
            *given = leaning(as_given, as_family);
        }
        let mut line_logs = Logs::new(lines, floor::LINE);
        let mut mailbox_logs = Logs::new(mailboxes, floor::MAILBOX);
        let mut born_logs = Logs::new(born, floor::BORN);
        Self {
            word,
            class,
            given,
            together,
            line: c
                .lines
                .numbers
                .iter()
                .map(|p| {
                    let rows = counts.lines.get(&line_key(*p)).copied().unwrap_or(0);
                    (line_logs.of(rows), rows)
                })
                .collect(),
            mailbox: c.mailboxes.iter().map(|m| mailbox_logs.of(get(&counts.mailboxes, mailbox_key(c, m)))).collect(),
            local: all(&c.locals.hashes, &counts.locals, mailboxes, floor::LOCAL),
            domain: all(&c.domains.hashes, &counts.domains, mailboxes, floor::DOMAIN),
            born: c.born_rows.keys().map(|b| (*b, born_logs.of(counts.born.get(b).copied().unwrap_or(0)))).collect(),
            company: all(&c.companies.hashes, &counts.companies, company, floor::COMPANY),
            street: all(&c.streets.hashes, &counts.streets, address, floor::STREET),
            postal: all(&c.places.hashes, &counts.places, postal, floor::PLACE),
            city: all(&c.places.hashes, &counts.places, city, floor::PLACE),
            custom_distinct: counts.custom.iter().map(|(_, distinct, _)| *distinct).collect(),
            custom: c
                .custom_values
                .iter()
                .zip(&counts.custom)
                .map(|(v, (filled, distinct, map))| all(&v.hashes, map, *filled, custom_floor(*distinct)))
                .collect(),
        }
    }
}

/// How much more often a class of words is a given than a family name, in bits.
fn leaning(as_given: u32, as_family: u32) -> f32 {
    ((as_given as f32 + 0.6) / (as_family as f32 + 0.4)).log2()
}

/// The frequency floor of a custom comparison with so many distinct values.
fn custom_floor(distinct: u32) -> f64 {
    0.5 / f64::from(distinct.max(2))
}

/// Logarithms of frequencies; the floor's is computed once.
struct Logs {
    of: f64,
    floor: f64,
    at_floor: f32,
}

impl Logs {
    fn new(of: u32, floor: f64) -> Self {
        Self { of: f64::from(of.max(1)), floor, at_floor: floor.log2() as f32 }
    }

    fn of(&mut self, rows: u32) -> f32 {
        if rows <= KEPT {
            return self.at_floor;
        }
        (f64::from(rows - KEPT) / self.of + self.floor).min(1.0).log2() as f32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::Part;
    use crate::record::Features;
    use crate::shape::{Role, Shape};
    use crate::values::date::Order;

    #[test]
    fn a_corpus_own_counts_give_what_looking_them_up_gives() {
        let mut shape = Shape {
            columns: vec![
                (0, Role::Name(Part::Unknown)),
                (1, Role::Phone),
                (2, Role::Email),
                (3, Role::Company),
                (4, Role::Address),
                (5, Role::City),
                (6, Role::Birth(Order::DayFirst)),
            ],
            custom: vec![],
        };
        assert!(shape.add_custom(7, "tier", true));
        let mut corpus = Corpus::new(shape.clone());
        for row in 0..40 {
            // Some values on many rows, some on few, some on one.
            let (many, few, one) = (row % 3, row % 15, row);
            let cells = [
                format!("Person{many} Family{few} Other{one}"),
                format!("05055501{few:02}; 04555{one:04}"),
                format!("person{few}@firm{many}.example"),
                format!("Firm {few} Traders"),
                format!("{one} Road {many}, Block {few}"),
                format!("City{many}"),
                format!("{:02}/0{}/196{many}", few + 1, many + 1),
                format!("T{few}"),
            ];
            corpus.push(&Features::of(&shape, |column| &cells[column]), &mut String::new());
        }
        let counts = Counts::of(&corpus);
        let (own, of) = (Frequencies::own(&corpus, &counts), Frequencies::of(&corpus, &counts));
        assert_eq!(format!("{:?}", own.line), format!("{:?}", of.line));
        assert_eq!((own.word, own.class, own.given), (of.word, of.class, of.given));
        assert_eq!((own.mailbox, own.local, own.domain, own.company), (of.mailbox, of.local, of.domain, of.company));
        assert_eq!((own.street, own.postal, own.city, own.born), (of.street, of.postal, of.city, of.born));
        assert_eq!((own.custom, own.custom_distinct), (of.custom, of.custom_distinct));
    }
}
