//! Cells in the habits of the sheets that the shapes follow, beside those of the sets before.

use super::super::maker::{Maker, name};
use super::super::value::Cell;
use super::people::region_of;

/// Somebody's own company, or what they do there.
pub(super) fn whole_address(m: &mut Maker) -> Cell {
    Cell::plain(format!("{}, {}, {} {}", m.p.street, m.p.locality, m.p.city, m.p.postcode))
}

/// `Worli, Mumbai`
pub(super) fn quarter_and_town(m: &mut Maker) -> Cell {
    Cell::plain(format!("{}, {}", m.p.locality, m.p.city))
}

/// `27ABCDE1234F1Z5`, of nobody.
pub(super) fn gstin(m: &mut Maker) -> Cell {
    Cell::plain(format!("27ZZZZZ{:04}Z1Z{}", m.d.below(10_000), m.d.below(10)))
}

/// `ZZZPZ1234Z`, of nobody.
pub(super) fn pan(m: &mut Maker) -> Cell {
    Cell::plain(format!("ZZZPZ{:04}Z", m.d.below(10_000)))
}

/// `4:07`
pub(super) fn minutes_seconds(m: &mut Maker) -> Cell {
    Cell::plain(format!("{}:{:02}", m.d.below(14), m.d.below(60)))
}

/// Both names, the family's in capitals behind.
pub(super) fn family_in_capitals(m: &mut Maker) -> Cell {
    name(m.p.family.to_uppercase())
}

/// A town and the region around it.
pub(super) fn town_and_region(m: &mut Maker) -> Cell {
    Cell::plain(format!("{}, {}", m.p.city, region_of(m.p.city)))
}
