//! How a column's values are written, whatever field they go to. A person may map the column later, when its cells are no
//! longer at hand.

use std::collections::BTreeSet;

use super::Profile;
use crate::values::{date, money};

/// `1.234,50`: a comma where an English number would have a point.
pub(crate) const DECIMAL_COMMA: &str = "decimal_comma";
/// `225.000`: dots that part thousands, and no cents.
pub(crate) const DOTTED_THOUSANDS: &str = "dotted_thousands";
/// Days as a spreadsheet counts them.
pub(crate) const DAY_NUMBERS: &str = "day_numbers";
/// Amounts of a hundred thousand and more, some with a unit: a bare `75` among them lacks its own.
pub(crate) const LARGE_AMOUNTS: &str = "large_amounts";

/// So many different amounts like `455.000`, nearly all of them round, are no thousandths.
const ROUND: usize = 4;

impl Profile {
    /// What the values show; most columns show nothing.
    pub fn habits(&self) -> Vec<String> {
        let found = [
            (DECIMAL_COMMA, self.comma_decimals > 0 && self.comma_decimals * 20 >= self.numbers.max(1)),
            (DOTTED_THOUSANDS, self.dotted_thousands()),
            (DAY_NUMBERS, self.day_numbers()),
            (LARGE_AMOUNTS, self.large_amounts()),
        ];
        found.into_iter().filter(|(_, shown)| *shown).map(|(name, _)| name.to_owned()).collect()
    }

    /// Whether several amounts have dots, each before three digits, and some of them are millions or name a currency whose
    /// people write so; or there are many and nearly all are round. Dinars have thousandths, but whoever writes them has
    /// amounts of four figures before the dot among them.
    fn dotted_thousands(&self) -> bool {
        if self.money + self.numbers == 0 {
            return false;
        }
        let (mut parted, mut round, mut sure) = (BTreeSet::new(), 0usize, false);
        for value in self.spread() {
            match money::dotted_thousands(value) {
                Some(true) => {
                    if parted.insert(value) {
                        round += usize::from(value.trim_end_matches(|c: char| !c.is_ascii_digit()).ends_with("00"));
                    }
                    sure |= value.matches('.').count() > 1 || money::has_cents(value);
                }
                Some(false) => return false,
                None => {}
            }
        }
        let plain = parted.len() >= ROUND && round * 10 >= parted.len() * 9;
        parted.len() >= 2 && (sure || plain)
    }

    /// Whether the column holds nothing but numbers, and those are days of a spreadsheet's calendar.
    pub fn day_numbers(&self) -> bool {
        if self.valued() == 0 || self.numbers < self.valued() || self.dates > 0 {
            return false;
        }
        let (mut days, mut all) = (0u32, 0u32);
        for value in self.spread() {
            all += 1;
            days += u32::from(date::serial(value).is_some());
        }
        days > 0 && days * 10 >= all * 9
    }

    /// Whether nearly all amounts but the small ones without a unit are large, and units stand in the column at all: a system
    /// that writes plain figures means a small one.
    fn large_amounts(&self) -> bool {
        // Plain figures name no unit.
        if self.money <= self.numbers {
            return false;
        }
        let (mut large, mut bare, mut other, mut scaled) = (0u32, 0u32, 0u32, false);
        let comma = self.comma_decimals > 0;
        for value in self.spread() {
            let amount = money::parse(value, comma).filter(|m| !m.is_zero());
            scaled |= amount.as_ref().is_some_and(money::Reading::is_scaled);
            match amount {
                Some(m) if m.is_large() => large += 1,
                Some(m) if m.lacks_unit() => bare += 1,
                Some(_) => other += 1,
                None => {}
            }
        }
        scaled && large >= 2 && large >= bare && large >= other * 9
    }
}
