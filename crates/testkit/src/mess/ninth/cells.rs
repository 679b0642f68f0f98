//! Cells in the habits of the sheets that the shapes follow, beside those of the sets before.

use super::super::maker::{Maker, name, phone};
use super::super::people::Phone;
use super::super::value::Cell;

/// `12 Lake View Road, Worli, Mumbai 700001`
pub(in crate::mess) fn whole_address(m: &mut Maker) -> Cell {
    Cell::plain(format!("{}, {}, {} {}", m.p.street, m.p.locality, m.p.city, m.p.postcode))
}

/// `Worli, Mumbai`
pub(in crate::mess) fn quarter_and_town(m: &mut Maker) -> Cell {
    Cell::plain(format!("{}, {}", m.p.locality, m.p.city))
}

/// `27ABCDE1234F1Z5`, of nobody.
pub(in crate::mess) fn gstin(m: &mut Maker) -> Cell {
    Cell::plain(format!("27ZZZZZ{:04}Z1Z{}", m.d.below(10_000), m.d.below(10)))
}

/// `ZZZPZ1234Z`, of nobody.
pub(in crate::mess) fn pan(m: &mut Maker) -> Cell {
    Cell::plain(format!("ZZZPZ{:04}Z", m.d.below(10_000)))
}

/// `4:07`
pub(in crate::mess) fn minutes_seconds(m: &mut Maker) -> Cell {
    Cell::plain(format!("{}:{:02}", m.d.below(14), m.d.below(60)))
}

/// Both names, the family's in capitals behind.
pub(in crate::mess) fn family_in_capitals(m: &mut Maker) -> Cell {
    name(m.p.family.to_uppercase())
}

/// The number at one end of a call: the team's own line at the calling end of every other row, else the client's.
pub(in crate::mess) fn end_of_call(m: &mut Maker, calling: bool) -> Cell {
    if m.row.is_multiple_of(2) == calling {
        let line = Phone { cc: "44", national: format!("207946{:04}", 100 + m.row % 3), trunk: "0" };
        return phone(line.e164(), &[&line]);
    }
    let client = m.p.mobile.clone();
    phone(client.e164(), &[&client])
}

/// `34.0522117`
pub(in crate::mess) fn degrees(m: &mut Maker, from: usize) -> Cell {
    Cell::plain(format!("{}.{:07}", from + m.d.below(3), m.d.below(10_000_000)))
}
