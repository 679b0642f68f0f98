//! Telephone numbers: valid in their country's plan, and each given once.

use crate::draw::shuffled;
use crate::market::Market;

/// The mobile number with this place in its country. No two places below four million have the same.
pub(crate) fn mobile(seed: u64, market: &Market, place: u64) -> String {
    let at = |of: u64| shuffled(seed, place, of);
    // How often the numbers of a series were all given says which series of the country's plan comes next.
    let series = |of: u64, all: &[&'static str]| {
        let n = usize::try_from(place / of).unwrap_or(0) % all.len().max(1);
        all.get(n).copied().unwrap_or_default()
    };
    match market.country {
        "United Arab Emirates" => format!("+971{}{:07}", series(10_000_000, &["50", "55", "56", "52"]), at(10_000_000)),
        "United Kingdom" => format!("+447{}{:06}", series(1_000_000, &["400", "401", "402", "403"]), at(1_000_000)),
        "Singapore" => format!("+65{}{:06}", series(1_000_000, &["91", "92", "81", "82"]), at(1_000_000)),
        "Saudi Arabia" => format!("+966{}{:07}", series(10_000_000, &["50", "55", "53"]), at(10_000_000)),
        _ => format!("+919{}{:08}", series(100_000_000, &["8", "9"]), at(100_000_000)),
    }
}

/// A number at a desk or in a flat.
pub(crate) fn landline(seed: u64, market: &Market, place: u64) -> String {
    let at = |of: u64| shuffled(seed, place, of);
    match market.city {
        "Kolkata" => format!("+91332{:07}", at(10_000_000)),
        "Mumbai" => format!("+91222{:07}", at(10_000_000)),
        "Bangalore" => format!("+91804{:07}", at(10_000_000)),
        "Gurugram" => format!("+911244{:06}", at(1_000_000)),
        "Dubai" => format!("+97143{:06}", at(1_000_000)),
        "London" => format!("+44207{:07}", at(10_000_000)),
        "Singapore" => format!("+6563{:06}", at(1_000_000)),
        _ => format!("+96611{:07}", 4_000_000 + at(100_000)),
    }
}
