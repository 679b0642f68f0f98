//! The shipped prior: what holds for client lists before a file has said anything. Set by knowledge of such lists, not
//! from the sets that the engine is measured on.

use super::{FieldModel, Mixture};
use crate::compare::{FIELDS, MAX_LEVELS, field};

/// Pairs that the prior counts for in a comparison of one person's records, and in the other kinds of pair.
pub const STRENGTH: (f64, f64) = (40.0, 400.0);
/// As [`STRENGTH`], for custom comparisons, of which nothing is known.
pub const CUSTOM_STRENGTH: (f64, f64) = (6.0, 12.0);

type Row = ([f64; MAX_LEVELS], [f64; MAX_LEVELS], [f64; MAX_LEVELS]);

/// One person, household, shared contact; level 0 (null) has no part.
const ROWS: [Row; FIELDS + 1] = [
    // given name: exact, spelling, short or slip, alike, initial, different
    (
        [0.0, 0.62, 0.16, 0.09, 0.03, 0.07, 0.01, 0.02],
        [0.0, 0.06, 0.02, 0.03, 0.04, 0.05, 0.70, 0.10],
        [0.0, 0.01, 0.01, 0.01, 0.01, 0.06, 0.70, 0.20],
    ),
    // family name
    (
        [0.0, 0.68, 0.12, 0.06, 0.02, 0.06, 0.06, 0.0],
        [0.0, 0.60, 0.10, 0.03, 0.02, 0.05, 0.20, 0.0],
        [0.0, 0.02, 0.01, 0.01, 0.01, 0.06, 0.89, 0.0],
    ),
    // other names: word, initials, initial of a word, initial unlike a word, initials differ, words differ
    (
        [0.0, 0.30, 0.35, 0.15, 0.10, 0.05, 0.05, 0.0],
        [0.0, 0.15, 0.25, 0.10, 0.20, 0.15, 0.15, 0.0],
        [0.0, 0.05, 0.05, 0.10, 0.30, 0.25, 0.25, 0.0],
    ),
    // marks: gender agrees, differs, generation differs, told on one side only
    (
        [0.0, 0.93, 0.03, 0.002, 0.038, 0.0, 0.0, 0.0],
        [0.0, 0.47, 0.40, 0.05, 0.08, 0.0, 0.0, 0.0],
        [0.0, 0.55, 0.43, 0.005, 0.015, 0.0, 0.0, 0.0],
    ),
    // phone: same line, same fixed line, slip, different, a line that many have
    (
        [0.0, 0.52, 0.09, 0.03, 0.33, 0.03, 0.0, 0.0],
        [0.0, 0.28, 0.24, 0.005, 0.425, 0.05, 0.0, 0.0],
        [0.0, 0.15, 0.20, 0.002, 0.198, 0.45, 0.0, 0.0],
    ),
    // e-mail: same mailbox, role mailbox, same local part, same company's domain, fits the name, different
    (
        [0.0, 0.58, 0.03, 0.05, 0.04, 0.05, 0.25, 0.0],
        [0.0, 0.16, 0.02, 0.005, 0.03, 0.02, 0.765, 0.0],
        [0.0, 0.04, 0.30, 0.003, 0.40, 0.01, 0.247, 0.0],
    ),
    // birth date: same, day and month swapped, slip, same year, different, a generation apart
    (
        [0.0, 0.80, 0.04, 0.08, 0.04, 0.02, 0.005, 0.015],
        [0.0, 0.03, 0.002, 0.01, 0.04, 0.548, 0.33, 0.04],
        [0.0, 0.001, 0.001, 0.003, 0.02, 0.475, 0.48, 0.02],
    ),
    // company: same, alike, different
    (
        [0.0, 0.72, 0.13, 0.15, 0.0, 0.0, 0.0, 0.0],
        [0.0, 0.12, 0.02, 0.86, 0.0, 0.0, 0.0, 0.0],
        [0.0, 0.85, 0.10, 0.05, 0.0, 0.0, 0.0, 0.0],
    ),
    // address: same door, same building, overlap, other door, different
    (
        [0.0, 0.52, 0.14, 0.12, 0.04, 0.18, 0.0, 0.0],
        [0.0, 0.60, 0.14, 0.10, 0.04, 0.12, 0.0, 0.0],
        [0.0, 0.05, 0.10, 0.15, 0.10, 0.60, 0.0, 0.0],
    ),
    // place: same code, same city, same city and other code, alike, different
    (
        [0.0, 0.35, 0.42, 0.08, 0.03, 0.12, 0.0, 0.0],
        [0.0, 0.42, 0.42, 0.04, 0.03, 0.09, 0.0, 0.0],
        [0.0, 0.08, 0.55, 0.17, 0.03, 0.17, 0.0, 0.0],
    ),
    // custom: exact, slip, alike, different
    (
        [0.0, 0.75, 0.08, 0.05, 0.12, 0.0, 0.0, 0.0],
        [0.0, 0.40, 0.05, 0.05, 0.50, 0.0, 0.0, 0.0],
        [0.0, 0.10, 0.05, 0.05, 0.80, 0.0, 0.0, 0.0],
    ),
];

/// What strangers agree on where no sample has shown it, by comparison: counted as two hundred pairs.
const RANDOM: [[f64; MAX_LEVELS]; FIELDS + 1] = [
    [0.0, 0.003, 0.002, 0.004, 0.01, 0.06, 0.771, 0.15],
    [0.0, 0.003, 0.002, 0.004, 0.01, 0.06, 0.921, 0.0],
    [0.0, 0.02, 0.05, 0.08, 0.35, 0.25, 0.25, 0.0],
    [0.0, 0.5, 0.48, 0.002, 0.018, 0.0, 0.0, 0.0],
    [0.0, 0.00001, 0.00001, 0.00001, 0.99987, 0.0001, 0.0, 0.0],
    [0.0, 0.00001, 0.0001, 0.0002, 0.001, 0.002, 0.99669, 0.0],
    [0.0, 0.00005, 0.00005, 0.0015, 0.018, 0.42, 0.53, 0.03],
    [0.0, 0.003, 0.01, 0.987, 0.0, 0.0, 0.0, 0.0],
    [0.0, 0.0005, 0.004, 0.1, 0.02, 0.8755, 0.0, 0.0],
    [0.0, 0.003, 0.06, 0.05, 0.01, 0.877, 0.0, 0.0],
    [0.0, 0.01, 0.005, 0.03, 0.955, 0.0, 0.0, 0.0],
];

/// What records of one company or household have in common, where it is compared differently from a person: a name as a
/// whole, a switchboard and a domain instead of a mobile and a mailbox.
const ACCOUNT: [(usize, [f64; MAX_LEVELS], [f64; MAX_LEVELS]); 5] = [
    // phone: same line, same fixed line, slip, different, a line that many have
    (field::PHONE, [0.0, 0.25, 0.40, 0.03, 0.30, 0.02, 0.0, 0.0], RANDOM[field::PHONE]),
    // e-mail: same mailbox, role mailbox, same local part, same company's domain, fits the name, different
    (field::EMAIL, [0.0, 0.15, 0.35, 0.02, 0.35, 0.01, 0.12, 0.0], RANDOM[field::EMAIL]),
    // name without its legal form: same, alike, different
    (field::COMPANY, [0.0, 0.72, 0.23, 0.05, 0.0, 0.0, 0.0, 0.0], RANDOM[field::COMPANY]),
    // address: same door, same building, overlap, other door, different
    (field::ADDRESS, [0.0, 0.50, 0.20, 0.10, 0.05, 0.15, 0.0, 0.0], RANDOM[field::ADDRESS]),
    // place: same code, same city, same city and other code, alike, different
    (field::PLACE, [0.0, 0.35, 0.40, 0.05, 0.05, 0.15, 0.0, 0.0], RANDOM[field::PLACE]),
];

/// The shipped distributions for companies and households.
#[must_use]
pub fn account_fields(custom: usize) -> Vec<FieldModel> {
    let mut out = fields(custom);
    for (at, same, random) in ACCOUNT {
        if let Some(field) = out.get_mut(at) {
            (field.same, field.random) = (same, random);
        }
    }
    out
}

/// How often a pair is one account, in a file of so many: nobody shares a household or an employer with an account, so
/// that nothing else explains what two agree on.
#[must_use]
pub fn account_mixture(rows: usize) -> Mixture {
    Mixture { household: 0.0, contact: 0.0, ..mixture(rows) }
}

/// The shipped distributions for a shape with so many custom comparisons.
#[must_use]
pub fn fields(custom: usize) -> Vec<FieldModel> {
    (0..FIELDS + custom)
        .map(|at| {
            let at = at.min(FIELDS);
            let (same, household, contact) = ROWS[at];
            FieldModel { same, random: RANDOM[at], household, contact }
        })
        .collect()
}

/// How often each kind of pair comes in a file of so many rows, before anything is known of it.
#[must_use]
pub fn mixture(rows: usize) -> Mixture {
    let n = (rows.max(2)) as f64;
    let pairs = n * (n - 1.0) / 2.0;
    Mixture {
        same: (0.4 * n / pairs).min(0.3),
        household: (0.25 * n / pairs).min(0.2),
        contact: (0.4 * n / pairs).min(0.2),
    }
}
