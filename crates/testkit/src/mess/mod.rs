//! Messy exports made to order, each with the truth about every cell.
//!
//! A pure function of shape, seed and number of rows. Truth is written as beside the sample exports (dialect, rows,
//! columns), with more keys: `values` (column, kind, and by row number what an honest importer makes of the cell: phones as
//! a list of E.164, mailboxes as a list, days as ISO 8601, money as `{amount, currency, stated}` or `{min, max}` of these,
//! names as text; `"held"` where it must ask, `"empty"` where nothing may come out), `row_starts` (the byte at which each
//! row begins), `row_records` (its record number, from 1), `section_records` (headings between the rows), `region` (of the
//! workspace that reads the file).
//!
//! Headers are those of brokers, agencies and systems beyond the samples. `shapes` and `second` to `fourteenth` are sets that
//! the importer has been tuned on since their misses were read; `unseen` is one that nobody tunes on. Whoever has read a
//! file of `unseen`, or the list of its misses, must leave the importer's words and weights alone until there is a new
//! hold-out: only then does the figure tell how it does on files that nobody has shown it.

mod columns;
mod eighth;
mod eleventh;
mod fifth;
mod folk;
mod fourteenth;
mod fourth;
mod hand;
mod maker;
mod ninth;
mod people;
mod second;
mod seventh;
mod shapes;
mod sheet;
mod sixth;
mod tenth;
mod third;
mod thirteenth;
mod twelfth;
mod unseen;
mod value;

use serde_json::{Value, json};

use crate::Draw;

/// A file and what is true about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Mess {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The truth, as it stands beside the sample exports.
    pub truth: Value,
}

/// Every shape that the importer is tuned on.
#[must_use]
pub fn shapes() -> Vec<&'static str> {
    sets().into_iter().flat_map(|(_, shapes)| shapes).collect()
}

/// Shapes that the importer is tuned on, and their authors' sets: what one of them wrote is left out together.
#[must_use]
pub fn sets() -> Vec<(&'static str, Vec<&'static str>)> {
    vec![
        ("first", names(shapes::ALL)),
        ("second", names(second::ALL)),
        ("third", names(third::ALL)),
        ("fourth", names(fourth::ALL)),
        ("fifth", names(fifth::ALL)),
        ("sixth", names(sixth::ALL)),
        ("seventh", names(seventh::ALL)),
        ("eighth", names(eighth::ALL)),
        ("ninth", names(ninth::ALL)),
        ("tenth", names(tenth::ALL)),
        ("eleventh", names(eleventh::ALL)),
        ("twelfth", names(twelfth::ALL)),
        ("thirteenth", names(thirteenth::ALL)),
        ("fourteenth", names(fourteenth::ALL)),
    ]
}

/// Every shape that nobody tunes on.
#[must_use]
pub fn unseen_shapes() -> Vec<&'static str> {
    names(unseen::ALL)
}

/// Makes a file of this shape; none where there is no such shape. Without a number of rows it has as many as its kind of
/// file usually has.
#[must_use]
pub fn make(shape: &str, seed: u64, rows: Option<usize>) -> Option<Mess> {
    // Former hold-outs keep the stretches of draws that they had.
    write(shapes::ALL, shape, seed, rows)
        .or_else(|| write(second::ALL, shape, seed.wrapping_add(0x5EED_0000), rows))
        .or_else(|| write(third::ALL, shape, seed.wrapping_add(0x7EED_0000), rows))
        .or_else(|| write(fourth::ALL, shape, seed.wrapping_add(0x9EED_0000), rows))
        .or_else(|| write(fifth::ALL, shape, seed.wrapping_add(0xBEED_0000), rows))
        .or_else(|| write(sixth::ALL, shape, seed.wrapping_add(0xDEED_0000), rows))
        .or_else(|| write(seventh::ALL, shape, seed.wrapping_add(0xFEED_0000), rows))
        .or_else(|| write(eighth::ALL, shape, seed.wrapping_add(0x1_1EED_0000), rows))
        .or_else(|| write(ninth::ALL, shape, seed.wrapping_add(0x1_3EED_0000), rows))
        .or_else(|| write(tenth::ALL, shape, seed.wrapping_add(0x1_5EED_0000), rows))
        .or_else(|| write(eleventh::ALL, shape, seed.wrapping_add(0x1_7EED_0000), rows))
        .or_else(|| write(twelfth::ALL, shape, seed.wrapping_add(0x1_9EED_0000), rows))
        .or_else(|| write(thirteenth::ALL, shape, seed.wrapping_add(0x1_BEED_0000), rows))
        .or_else(|| write(fourteenth::ALL, shape, seed.wrapping_add(0x1_DEED_0000), rows))
}

/// The same of a shape that nobody tunes on.
#[must_use]
pub fn make_unseen(shape: &str, seed: u64, rows: Option<usize>) -> Option<Mess> {
    // Another stretch of draws than those of the shapes above.
    write(unseen::ALL, shape, seed.wrapping_add(0x1_FEED_0000), rows)
}

fn names(all: &[shapes::Shape]) -> Vec<&'static str> {
    all.iter().map(|(name, _)| *name).collect()
}

fn write(all: &[shapes::Shape], shape: &str, seed: u64, rows: Option<usize>) -> Option<Mess> {
    let (at, (_, sheet)) = all.iter().enumerate().find(|(_, (name, _))| *name == shape)?;
    let mut draw = Draw::new(seed.wrapping_mul(0x2545_F491_4F6C_DD1D).wrapping_add(at as u64));
    let sheet = sheet();
    Some(sheet.write(&mut draw, rows.unwrap_or(sheet.rows)))
}

/// What is gathered about a file while it is written.
#[derive(Default)]
struct Truth {
    rows: usize,
    blank: usize,
    people: usize,
    clusters: Vec<Vec<usize>>,
    row_starts: Vec<usize>,
    row_records: Vec<usize>,
    section_records: Vec<usize>,
}

impl Truth {
    fn json(
        self,
        file: &str,
        entity: &str,
        region: &str,
        dialect: Value,
        columns: Vec<Value>,
        values: Vec<Value>,
    ) -> Value {
        json!({
            "file": file,
            "entity": entity,
            "region": region,
            "dialect": dialect,
            "rows": self.rows,
            "columns": columns,
            "people": self.people,
            "clusters": self.clusters,
            "row_starts": self.row_starts,
            "row_records": self.row_records,
            "section_records": self.section_records,
            "values": values,
        })
    }
}
