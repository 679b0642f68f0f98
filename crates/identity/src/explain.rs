//! Why a pair has its score: the prior, each comparison with its weight, what a household explains as well, the link through
//! a third record. The weights are micro-bits and add up to the score exactly.

use serde::{Deserialize, Serialize};

use crate::blocking::RULES;
use crate::compare::{Compared, FIELDS, LEVELS, NAMES, NULL, field};
use crate::corpus::{Corpus, NUMBER};
use crate::model::{Assessed, Scorer};
use crate::values::date::Born;

/// One bar of the waterfall.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// The comparison; `prior`, `household`, `contact` and `through` for what is none.
    pub field: String,
    /// What the first record tells.
    pub left: String,
    /// What the second record tells.
    pub right: String,
    /// The level of agreement.
    pub level: String,
    /// Micro-bits: above 0 for one person.
    pub weight: i64,
    /// How often strangers agree on these values, where it depends on the values.
    pub frequency: Option<f64>,
    /// In words.
    pub sentence: String,
}

/// Why a pair has its score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Explanation {
    /// The prior first, then the comparisons in their order, then what takes off and adds.
    pub items: Vec<Item>,
    /// The sum of all weights.
    pub score: i64,
    /// What the score stands for.
    pub probability: f64,
    /// The rules that found the pair.
    pub rules: Vec<String>,
}

/// What is known of a pair beside the two records.
#[derive(Clone, Copy, Debug, Default)]
pub struct Found {
    /// The rules that found it, a bit each.
    pub rules: u16,
    /// Micro-bits that a third record adds.
    pub through: i64,
}

/// Explains the assessment of two rows.
#[must_use]
pub fn explain(
    c: &Corpus,
    (a, b): (usize, usize),
    compared: &Compared,
    assessed: &Assessed,
    scorer: &Scorer,
    found: Found,
    probability: &dyn Fn(i64) -> f64,
) -> Explanation {
    let plain = |field: &str, level: &str, weight: i64, sentence: String| Item {
        field: field.to_owned(),
        left: String::new(),
        right: String::new(),
        level: level.to_owned(),
        weight,
        frequency: None,
        sentence,
    };
    let rarity = (-(scorer.prior as f64) / crate::model::MICRO).exp2();
    let mut items = vec![plain(
        "prior",
        "prior",
        scorer.prior,
        format!("Of {rarity:.0} pairs of records taken blindly, about one is of one person."),
    )];
    for at in 0..FIELDS + c.shape.custom.len() {
        let level = compared.levels[at];
        if level == NULL {
            continue;
        }
        let name = if at < FIELDS { NAMES[at].to_owned() } else { c.shape.custom[at - FIELDS].name.clone() };
        let level = LEVELS[at.min(FIELDS)][level as usize];
        let (left, right) = (shown(c, at, a), shown(c, at, b));
        let chance = compared.chance[at];
        let weight = i64::from(assessed.weights[at]);
        items.push(Item {
            sentence: sentence(&name, level, &left, &right, weight),
            field: name,
            left,
            right,
            level: level.to_owned(),
            weight,
            frequency: (!chance.is_nan()).then(|| f64::from(chance).exp2()),
        });
    }
    if assessed.alternative != 0 {
        let (field, who) = if assessed.household {
            ("household", "Two people of one household or family")
        } else {
            ("contact", "Two people who share a line, a mailbox or an employer")
        };
        let (level, sentence) = if assessed.undecided {
            let sentence = "Nothing that agrees is one person's own: two of one household, a father and his son of one name or \
                            namesakes would look the same. A person decides.";
            ("undecided", sentence.to_owned())
        } else {
            ("shared", format!("{who} would look much the same."))
        };
        items.push(plain(field, level, i64::from(assessed.alternative), sentence));
    }
    if found.through != 0 {
        let sentence = "A third record is like both of them.".to_owned();
        items.push(plain("through", "third_record", found.through, sentence));
    }
    let score = items.iter().map(|i| i.weight).sum();
    Explanation { items, score, probability: probability(score), rules: rule_names(found.rules) }
}

/// The names of the rules that found a pair.
#[must_use]
pub fn rule_names(rules: u16) -> Vec<String> {
    let mut names: Vec<String> =
        RULES.iter().enumerate().filter(|(at, _)| rules & 1 << at != 0).map(|(_, r)| r.name.to_owned()).collect();
    if rules & crate::resolve::THROUGH != 0 {
        names.push("third record".to_owned());
    }
    names
}

fn sentence(field: &str, level: &str, left: &str, right: &str, weight: i64) -> String {
    let field = field.replace('_', " ");
    let how = level.replace('_', " ");
    let speaks = match weight {
        w if w > 500_000 => "speaks for one person",
        w if w < -500_000 => "speaks against",
        _ => "says little",
    };
    if left == right {
        format!("Both have the {field} {left}: {speaks}.")
    } else {
        format!("The {field} is {left} here and {right} there ({how}): {speaks}.")
    }
}

/// What a row tells of a comparison, for people.
fn shown(c: &Corpus, at: usize, row: usize) -> String {
    let joined = |parts: Vec<String>| parts.join(" ");
    match at {
        field::GIVEN | field::FAMILY | field::OTHER => {
            joined(c.words(row).iter().map(|id| c.names.text(*id).to_owned()).collect())
        }
        field::MARKS => {
            let gender = ["", "male", "female", ""][usize::from(c.row(row).marks & 3)];
            let generation = ["", " senior", " junior", " III", " IV"].get(usize::from(c.row(row).marks >> 2)).copied();
            format!("{gender}{}", generation.unwrap_or_default())
        }
        field::PHONE => c
            .phones(row)
            .iter()
            .map(|id| {
                let phone = c.lines.numbers[*id as usize];
                if phone.country == 0 {
                    phone.national.to_string()
                } else {
                    format!("+{} {}", phone.country, phone.national)
                }
            })
            .collect::<Vec<_>>()
            .join(", "),
        field::EMAIL => c
            .emails(row)
            .iter()
            .map(|id| {
                let m = &c.mailboxes[*id as usize];
                format!("{}@{}", c.locals.texts.get(m.local), c.domains.texts.get(m.domain))
            })
            .collect::<Vec<_>>()
            .join(", "),
        field::BORN => Born::unpacked(c.row(row).born)
            .map(|b| format!("{:04}-{:02}-{:02}", b.year, b.month, b.day))
            .unwrap_or_default(),
        field::COMPANY => text(&c.companies, c.row(row).company),
        field::ADDRESS => {
            joined(c.address(row).iter().map(|id| c.streets.texts.get(id & !NUMBER).to_owned()).collect())
        }
        field::PLACE => joined(
            [c.row(row).postal, c.row(row).city]
                .iter()
                .map(|id| text(&c.places, *id))
                .filter(|s| !s.is_empty())
                .collect(),
        ),
        custom => text(&c.custom_values[custom - FIELDS], c.custom(row)[custom - FIELDS]),
    }
}

fn text(values: &crate::lexicon::Values, id: u32) -> String {
    if id == 0 { String::new() } else { values.texts.get(id - 1).to_owned() }
}
