//! What a person said about values, cells and rows, on the way from cells to drafts. What was said is marked on the sources
//! of the values made from it, so that each can be explained.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use contracts::{ColumnMapping, EntityType, Handling, LongRows, ShortRows, Unread};

use super::build::Records;
use super::outcome::said;
use super::{DraftRecord, Mapping, Plan};
use crate::values::text;

/// Stands alone as the transform of a value that a person gave for empty cells.
pub(crate) const DEFAULT: &str = "default";
/// Ends the transform of a value from a cell that a person wrote anew.
pub(crate) const CORRECTED: &str = "+corrected";
/// Ends the transform of a value that a person put in place of another.
pub(crate) const MAPPED: &str = "+mapped";

/// What a person said about one column's values.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wishes {
    values: HashMap<String, Option<String>>,
    default: Option<String>,
    pub unread: Unread,
    pub keep_sentinels: bool,
}

impl Wishes {
    pub fn of(column: &ColumnMapping) -> Self {
        let clean = |s: &str| text::clean(s).text.into_owned();
        Self {
            values: column.value_map.iter().map(|v| (clean(&v.from), v.to.as_deref().map(clean))).collect(),
            default: column.default_value.as_deref().map(clean).filter(|d| !d.is_empty()),
            unread: column.unread,
            keep_sentinels: column.keep_sentinels,
        }
    }
}

/// What a person said about rows and cells.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wish {
    pub long_rows: LongRows,
    pub short_rows: ShortRows,
    corrections: BTreeMap<u64, Vec<(u32, String)>>,
}

impl Wish {
    pub fn of(handling: &Handling) -> Self {
        let mut corrections: BTreeMap<u64, Vec<(u32, String)>> = BTreeMap::new();
        for c in &handling.corrections {
            corrections.entry(c.row_number).or_default().push((c.column, c.value.clone()));
        }
        Self { long_rows: handling.long_rows, short_rows: handling.short_rows, corrections }
    }

    fn of_row(&self, row: u64) -> &[(u32, String)] {
        self.corrections.get(&row).map(Vec::as_slice).unwrap_or_default()
    }

    /// A row's cells as they are read: with those that a person wrote anew, without those beyond the header where a person
    /// said that these mean nothing.
    pub fn cells<'a>(&self, row: u64, cells: &'a [String], width: usize) -> Cow<'a, [String]> {
        let kept = match self.long_rows {
            LongRows::DropExtra => cells.get(..width).unwrap_or(cells),
            LongRows::Hold => cells,
        };
        let corrections = self.of_row(row);
        if corrections.is_empty() {
            return Cow::Borrowed(kept);
        }
        let mut kept = kept.to_vec();
        for (column, value) in corrections {
            let column = *column as usize;
            if column >= kept.len() && column < width {
                kept.resize(column + 1, String::new());
            }
            if let Some(cell) = kept.get_mut(column) {
                cell.clone_from(value);
            }
        }
        Cow::Owned(kept)
    }
}

/// How the values of a row's columns came about where not from the cell alone.
pub(crate) struct Marks {
    marks: Vec<(u32, &'static str)>,
}

impl Marks {
    pub fn of_row(wish: &Wish, row: u64) -> Self {
        Self { marks: wish.of_row(row).iter().map(|(column, _)| (*column, CORRECTED)).collect() }
    }

    /// A cell's text as it is to be read: what a person put in its place, itself, or what a person gave for empty ones.
    pub fn read(&mut self, plan: &Plan, cell: &str, out: &mut Records) -> Option<String> {
        let wishes = &plan.wishes;
        let said = if wishes.values.is_empty() {
            said(plan, cell, out)
        } else {
            match wishes.values.get(text::clean(cell).text.as_ref()) {
                Some(to) => {
                    self.marks.push((plan.index, MAPPED));
                    to.clone().filter(|t| !t.is_empty())
                }
                None => said(plan, cell, out),
            }
        };
        if said.is_none() && wishes.default.is_some() {
            self.marks.retain(|(column, _)| *column != plan.index);
            self.marks.push((plan.index, DEFAULT));
            return wishes.default.clone();
        }
        said
    }

    /// Notes on every source what a person said about its cell.
    pub fn mark(&self, records: &mut [DraftRecord]) {
        if self.marks.is_empty() {
            return;
        }
        for source in records.iter_mut().flat_map(|r| &mut r.fields).flat_map(|f| &mut f.sources) {
            for (_, mark) in self.marks.iter().filter(|(column, _)| *column == source.column) {
                match *mark {
                    DEFAULT => DEFAULT.clone_into(&mut source.transform),
                    mark => source.transform.push_str(mark),
                }
            }
        }
    }
}

/// Puts the values that can't be read, and that a person wants kept, into the notes of the row's main record.
pub(crate) fn keep_in_notes(mapping: &Mapping, row: u64, out: &mut Records) {
    let field = match mapping.row_entity {
        EntityType::Person => "notes",
        EntityType::Account | EntityType::Opportunity | EntityType::Task => "description",
        EntityType::Interaction => "body",
        _ => return,
    };
    for (column, text) in std::mem::take(&mut out.kept) {
        let source = mapping.source(row, column, "kept_in_notes");
        out.join(mapping.row_entity, field, "\n", &text, 1.0, source);
    }
}
