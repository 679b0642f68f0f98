//! How a column's values are written, whatever field they go to. A person may map the column later, when its cells are no
//! longer at hand.

use std::collections::BTreeSet;

use contracts::DateOrder;

use super::Profile;
use crate::values::{date, money, name};

/// `1.234,50`: a comma where an English number would have a point.
pub(crate) const DECIMAL_COMMA: &str = "decimal_comma";
/// `225.000`: dots that part thousands, and no cents.
pub(crate) const DOTTED_THOUSANDS: &str = "dotted_thousands";
/// Days as a spreadsheet counts them.
pub(crate) const DAY_NUMBERS: &str = "day_numbers";
/// Amounts of a hundred thousand and more, some with a unit: a bare `75` among them lacks its own.
pub(crate) const LARGE_AMOUNTS: &str = "large_amounts";

/// `08/25`: days without a year, the month first.
const MONTH_FIRST: &str = "yearless_month_first";
/// `25/08`
const DAY_FIRST: &str = "yearless_day_first";
/// Names of which some begin with a letter that others show to be a title.
const LETTERS: [(&str, &str); 2] = [("titled_m", "M."), ("titled_d", "D.")];

/// The order of a column's days without a year; none where they have one or their order is open.
pub(crate) fn yearless(habits: &[String]) -> Option<DateOrder> {
    habits.iter().find_map(|h| match h.as_str() {
        MONTH_FIRST => Some(DateOrder::Mdy),
        DAY_FIRST => Some(DateOrder::Dmy),
        _ => None,
    })
}

/// The letter that is a title in a column's names.
pub(crate) fn letter(habits: &[String]) -> Option<&'static str> {
    LETTERS.iter().find(|(habit, _)| habits.iter().any(|h| h == habit)).map(|(_, letter)| *letter)
}

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
        let letter = if self.names > 0 { name::letter(self.spread()) } else { None };
        let titled = LETTERS.iter().find(|(_, l)| Some(*l) == letter).map(|(habit, _)| *habit);
        let found = found.into_iter().filter(|(_, shown)| *shown).map(|(name, _)| name);
        found.chain(self.without_years()).chain(titled).map(str::to_owned).collect()
    }

    /// Whether the values are pairs of numbers that make days of a year, one side above twelve now and then and the other
    /// never.
    fn without_years(&self) -> Option<&'static str> {
        let (mut all, mut month_first, mut day_first) = (0_u32, 0_u32, 0_u32);
        for value in self.spread() {
            let (a, b) = date::pair(value)?;
            all += 1;
            month_first += u32::from(b > 12);
            day_first += u32::from(a > 12);
        }
        match (month_first, day_first) {
            _ if all < 4 => None,
            (2.., 0) => Some(MONTH_FIRST),
            (0, 2..) => Some(DAY_FIRST),
            _ => None,
        }
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
