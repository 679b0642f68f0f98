//! Two records side by side: one level per comparison, and how likely two strangers agree as much.

mod contact;
mod name;
mod place;

pub use name::{Grade, WordMemo};

use crate::corpus::{Corpus, told};
use crate::frequency::Frequencies;
use crate::shape::MAX_CUSTOM;

/// Comparisons of fields with a meaning; custom ones follow.
pub const FIELDS: usize = 10;
/// Comparisons that one pair can have.
pub const MAX_FIELDS: usize = FIELDS + MAX_CUSTOM;
/// Levels that one comparison can have, null included.
pub const MAX_LEVELS: usize = 8;

/// The comparisons, by place.
pub mod field {
    /// Given name.
    pub const GIVEN: usize = 0;
    /// Family name.
    pub const FAMILY: usize = 1;
    /// Initials, middle and father's names.
    pub const OTHER: usize = 2;
    /// Gender and generation.
    pub const MARKS: usize = 3;
    /// Telephone.
    pub const PHONE: usize = 4;
    /// E-mail.
    pub const EMAIL: usize = 5;
    /// Date of birth.
    pub const BORN: usize = 6;
    /// Company.
    pub const COMPANY: usize = 7;
    /// Street address.
    pub const ADDRESS: usize = 8;
    /// Postal code and city.
    pub const PLACE: usize = 9;
}

/// Level 0 of every comparison: one side tells nothing.
pub const NULL: u8 = 0;

/// Names of the levels, by comparison.
pub const LEVELS: [[&str; MAX_LEVELS]; FIELDS + 1] = [
    ["null", "exact", "spelling", "short_or_slip", "alike", "initial", "different", "initial_differs"],
    ["null", "exact", "spelling", "short_or_slip", "alike", "initial", "different", ""],
    ["null", "word", "initials", "initial_of_word", "initial_unlike_word", "initials_differ", "words_differ", ""],
    ["null", "gender_agrees", "gender_differs", "generation_differs", "generation_one_side", "", "", ""],
    ["null", "same_line", "same_fixed_line", "slip", "different", "line_of_many", "", ""],
    ["null", "same_mailbox", "role_mailbox", "same_local_part", "same_company_domain", "fits_name", "different", ""],
    ["null", "same", "day_month_swapped", "slip", "same_year", "different", "generation_apart", "near"],
    ["null", "same", "alike", "different", "", "", "", ""],
    ["null", "same_door", "same_building", "overlap", "other_door", "different", "", ""],
    ["null", "same_postal_code", "same_city", "city_not_code", "alike", "different", "", ""],
    ["null", "exact", "slip", "alike", "different", "", "", ""],
];

/// Names of the comparisons as explanations and files show them.
pub const NAMES: [&str; FIELDS] = [
    "given_name",
    "family_name",
    "other_names",
    "gender",
    "phone",
    "email",
    "birth_date",
    "company",
    "address",
    "place",
];

/// What a comparison sees beside the levels: whether what agrees is one person's own, or might be a household's. A bit each.
pub mod hint {
    /// The word that agrees may be the family's or the father's name, or the two are a man's and a woman's form.
    pub const NAME_UNSURE: u16 = 1;
    /// The line that agrees may be a fixed one.
    pub const LINE_OF_HOUSE: u16 = 2;
    /// Both have a line that the other lacks.
    pub const OTHER_LINES: u16 = 4;
    /// The local part that agrees at two domains is no more than a name.
    pub const LOCAL_IS_NAME: u16 = 8;
    /// The mailboxes of one bear the name that the other writes out and this one abbreviates or leaves out.
    pub const MAILBOX_FITS: u16 = 16;
    /// Two lines agree that are mobile.
    pub const TWO_LINES: u16 = 32;
    /// The first has a line, a mailbox or a birth date that the other lacks.
    pub const OWN_LEFT: u16 = 64;
    /// The second has one that the first lacks.
    pub const OWN_RIGHT: u16 = 128;
    /// One has no given name at all, nor an initial of one.
    pub const NO_GIVEN: u16 = 256;
    /// Two rare identifiers are one but for two neighbouring letters or digits that have changed places.
    pub const SWAPPED_IDENTIFIER: u16 = 512;
    /// One writes an initial, and its mailbox bears a name of that letter which is not the other's.
    pub const MAILBOX_OF_ANOTHER: u16 = 1024;
}

/// What comparing two records gives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compared {
    /// Level by comparison.
    pub levels: [u8; MAX_FIELDS],
    /// By comparison: log2 of how likely two strangers agree on these values; NaN where only the level counts.
    pub chance: [f32; MAX_FIELDS],
    /// What it saw beside the levels: [`hint`].
    pub hints: u16,
}

impl Default for Compared {
    fn default() -> Self {
        Self { levels: [NULL; MAX_FIELDS], chance: [f32::NAN; MAX_FIELDS], hints: 0 }
    }
}

impl Compared {
    fn set(&mut self, field: usize, level: u8) {
        self.levels[field] = level;
    }

    fn own(&mut self, left: bool, right: bool) {
        self.hints |= if left { hint::OWN_LEFT } else { 0 } | if right { hint::OWN_RIGHT } else { 0 };
    }

    fn set_by_chance(&mut self, field: usize, level: u8, chance: f32) {
        self.levels[field] = level;
        self.chance[field] = chance;
    }

    /// The comparisons that speak outright against one person: whole given names that have nothing of each other, genders or
    /// generations that differ, births a generation apart.
    pub fn contradictions(&self) -> impl Iterator<Item = usize> + '_ {
        let found = [
            (field::GIVEN, self.levels[field::GIVEN] == 6),
            (field::MARKS, matches!(self.levels[field::MARKS], 2 | 3)),
            (field::BORN, self.levels[field::BORN] == 6),
        ];
        found.into_iter().filter(|(_, is)| *is).map(|(at, _)| at)
    }

    /// Whether it saw this.
    #[must_use]
    pub fn saw(&self, hint: u16) -> bool {
        self.hints & hint != 0
    }

    /// The levels as one number, four bits each.
    #[must_use]
    pub fn pattern(&self) -> u128 {
        self.levels.iter().rev().fold(0, |bits, level| bits << 4 | u128::from(*level))
    }
}

/// Compares rows of a corpus.
pub struct Comparer<'a> {
    corpus: &'a Corpus,
    frequencies: &'a Frequencies,
    words: Vec<name::Word>,
    memo: WordMemo,
    /// The row that came first in the last pair, and what its words lean to: pairs come in the order of their rows.
    first: (usize, name::Leanings),
}

impl<'a> Comparer<'a> {
    /// For one corpus and the frequencies of its values.
    #[must_use]
    pub fn new(corpus: &'a Corpus, frequencies: &'a Frequencies) -> Self {
        let words = name::words(corpus, frequencies);
        let first = (usize::MAX, name::Leanings::default());
        Self { corpus, frequencies, words, memo: WordMemo::for_words(corpus.names.len()), first }
    }

    /// Compares two rows; the order of the two does not matter.
    pub fn compare(&mut self, a: usize, b: usize) -> Compared {
        let mut out = Compared::default();
        let (c, f) = (self.corpus, self.frequencies);
        // Most rows tell little: a field is looked up only where both tell it.
        let (x, y) = (c.row(a), c.row(b));
        let (one, other) = (x.told, y.told);
        let both = one & other;
        const OWN: u8 = told::PHONE | told::EMAIL | told::BORN;
        if one & !other & OWN != 0 {
            out.hints |= hint::OWN_LEFT;
        }
        if other & !one & OWN != 0 {
            out.hints |= hint::OWN_RIGHT;
        }
        if both & told::NAME != 0 {
            if self.first.0 != a {
                self.first = (a, name::leanings(&self.words, c.words(a)));
            }
            name::compare(c, f, (&self.words, &mut self.memo), (a, &self.first.1), b, &mut out);
        } else {
            out.hints |= hint::NO_GIVEN;
        }
        marks(x.marks, y.marks, &mut out);
        if both & told::PHONE != 0 {
            contact::phones(c, f, a, b, &mut out);
        }
        if both & told::EMAIL != 0 || (one ^ other) & told::NAME != 0 {
            contact::emails(c, f, a, b, &mut out);
        }
        if both & told::BORN != 0 {
            born(f, x.born, y.born, &mut out);
        }
        if matches!(out.levels[field::GIVEN], NULL | 5)
            && (one | other) & told::EMAIL != 0
            && contact::mailboxes_fit(c, a, b)
        {
            out.hints |= hint::MAILBOX_FITS;
        }
        if out.levels[field::GIVEN] == 5 && contact::mailbox_of_another(c, a, b) {
            out.hints |= hint::MAILBOX_OF_ANOTHER;
        }
        if both & told::COMPANY != 0 {
            place::companies(c, f, a, b, &mut out);
        }
        if both & told::ADDRESS != 0 {
            place::addresses(c, f, a, b, &mut out);
        }
        if both & told::PLACE != 0 {
            place::places(c, f, a, b, &mut out);
        }
        for (at, (x, y)) in c.custom(a).iter().zip(c.custom(b)).enumerate() {
            if *x != 0 && *y != 0 {
                place::custom(c, f, at, (*x, *y), &mut out);
            }
        }
        out
    }
}

fn marks(a: u8, b: u8, out: &mut Compared) {
    let (ga, gb) = (a >> 2, b >> 2);
    if ga != gb {
        // A senior who is written down without it is common; a junior less.
        out.set(field::MARKS, if ga != 0 && gb != 0 { 3 } else { 4 });
        return;
    }
    if a & 3 != 0 && b & 3 != 0 {
        out.set(field::MARKS, if a & 3 == b & 3 { 1 } else { 2 });
    }
}

fn born(f: &Frequencies, a: u32, b: u32, out: &mut Compared) {
    use crate::values::date::Born;
    let (Some(x), Some(y)) = (Born::unpacked(a), Born::unpacked(b)) else { return };
    if a == b && !x.is_year_only() {
        return out.set_by_chance(field::BORN, 1, f.born.get(&a).copied().unwrap_or(-14.3));
    }
    let years = x.year.abs_diff(y.year);
    if years == 0 && (x.is_year_only() || y.is_year_only()) {
        // How often strangers agree so depends on how often the file tells no more than the year: that is learnt.
        return out.set(field::BORN, 4);
    }
    let level = if years == 0 && x.month == y.day && x.day == y.month {
        2
    } else {
        let same = usize::from(years == 0) + usize::from(x.month == y.month) + usize::from(x.day == y.day);
        // One digit may part father and son: 1965 is no slip of 1995.
        // 1981 is one of 1918, whose digits changed places: father and son have that in common too seldom to matter.
        let slip_of_year =
            || years <= 2 || years < GENERATION && digits_differ(x.year, y.year) == 1 || swapped(x.year, y.year);
        if same == 2 && slip_of_year() {
            3
        } else if years >= GENERATION {
            6
        } else if days(x).abs_diff(days(y)) <= 400 {
            7
        } else {
            5
        }
    };
    out.set(field::BORN, level);
}

/// Years that part one generation from the next at least.
const GENERATION: u16 = 13;

/// Days, as exactly as a comparison of slips needs.
fn days(b: crate::values::date::Born) -> u32 {
    u32::from(b.year) * 365 + u32::from(b.month) * 30 + u32::from(b.day)
}

/// Whether two digits that stand side by side have changed places.
fn swapped(a: u16, b: u16) -> bool {
    [1, 10, 100].into_iter().any(|place| {
        let (low, high) = (a / place % 10, a / place / 10 % 10);
        low != high && i32::from(b) - i32::from(a) == (i32::from(low) - i32::from(high)) * 9 * place as i32
    })
}

fn digits_differ(mut a: u16, mut b: u16) -> u32 {
    let mut n = 0;
    while a > 0 || b > 0 {
        n += u32::from(a % 10 != b % 10);
        (a, b) = (a / 10, b / 10);
    }
    n
}
