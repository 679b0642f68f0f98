//! Rows to drafts of canonical records, every value with the cells it was made from.

mod build;
mod cell;
mod deals;
mod names;
mod outcome;
mod person;

use contracts::{
    BatchId, CellRef, ColumnMapping, ColumnStatus, DateOrder, EntityType, FieldPath, Handling, Issue, ProposedField,
    RowShape,
};

use crate::UnderstandingError;
use crate::columns::{normal_name, transform_parts};
use crate::profile::habits;

/// What a mapping needs to know beside its columns.
#[derive(Clone, Debug)]
pub struct MappingContext {
    /// The batch that sources point into.
    pub batch_id: BatchId,
    /// The system that external ids belong to.
    pub source_system: String,
    /// What one row describes.
    pub row_entity: EntityType,
    /// [`crate::Understanding::phone_region`], or a region code or several (`IN, AE`).
    pub phone_region: Option<String>,
}

/// A manifest's columns, ready to be applied to rows. Depends on nothing but them: the same rows give the same drafts.
#[derive(Clone, Debug)]
pub struct Mapping {
    pub(crate) plans: Vec<Plan>,
    pub(crate) batch_id: BatchId,
    pub(crate) source_system: String,
    pub(crate) row_entity: EntityType,
    /// ISO codes, strongest evidence first.
    pub(crate) regions: Vec<String>,
    /// Columns of the file.
    pub(crate) width: usize,
    /// What a person said about rows and cells.
    pub(crate) wish: person::Wish,
}

/// One mapped column.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub index: u32,
    pub header: String,
    pub path: FieldPath,
    pub transform: String,
    /// Values that stand for "nothing" in this column.
    pub empty: Vec<String>,
    pub label: Option<String>,
    pub slot: Option<u32>,
    pub date_order: Option<DateOrder>,
    /// How its days and months without a year stand.
    pub yearless: Option<DateOrder>,
    /// The letter that is a title in its names: `M.`
    pub letter: Option<&'static str>,
    pub confidence: f64,
    /// What a person said about its values.
    pub wishes: person::Wishes,
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct RowDraft {
    /// The row's main record first, then those linked to it. Empty where the row is held because its cells can't be told
    /// apart, or rejected.
    pub records: Vec<DraftRecord>,
    /// Doubts about values.
    pub issues: Vec<Issue>,
    /// Whether the row can be used.
    pub outcome: RowOutcome,
}

/// Whether a row can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowOutcome {
    /// It can.
    Usable,
    /// A person has to look; the sentence says why.
    Hold(String),
    /// It holds nothing to import; the sentence says why.
    Reject(String),
}

/// A record that a row describes.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftRecord {
    /// Its kind.
    pub entity: EntityType,
    /// Its values. A list field's value is an array and `sources` holds the cell of each item in the same order; where an
    /// item was made from several cells (an address), the further ones follow after those.
    pub fields: Vec<ProposedField>,
    /// The kind of link between it and the row's main record (`works_at`, `household_of`…); none for the main record.
    pub link: Option<&'static str>,
}

impl DraftRecord {
    /// Whether this is nobody new but somebody meant: a side record that the row tells by the id of its source alone
    /// (`Contact ID` in a row of a deal).
    #[must_use]
    pub fn is_reference(&self) -> bool {
        self.link.is_some() && build::refers(self.entity, &self.fields)
    }
}

impl Mapping {
    /// Prepares a manifest's columns.
    ///
    /// # Errors
    /// [`UnderstandingError::BadColumn`] for a mapped column whose field is missing or unknown.
    pub fn compile(columns: &[ColumnMapping], ctx: MappingContext) -> Result<Self, UnderstandingError> {
        let mut plans = Vec::new();
        for column in columns.iter().filter(|c| c.status == ColumnStatus::Mapped) {
            let bad = |problem: String| UnderstandingError::BadColumn {
                column: column.index,
                header: Some(column.header.clone()),
                problem,
            };
            let field = column.field.as_deref().ok_or_else(|| bad("it is mapped, but no field is named".into()))?;
            let path = FieldPath::parse(field).map_err(bad)?;
            let stated = column.transform.clone().unwrap_or_else(|| normal_name(&path).into());
            let (transform, empty) = transform_parts(&stated);
            plans.push(Plan {
                index: column.index,
                header: column.header.clone(),
                path,
                transform: transform.to_owned(),
                empty: empty.into_iter().map(str::to_owned).collect(),
                label: column.label.clone(),
                slot: column.slot,
                date_order: column.date_order,
                yearless: habits::yearless(&column.habits),
                letter: habits::letter(&column.habits),
                confidence: column.confidence.clamp(0.0, 1.0),
                wishes: person::Wishes::of(column),
            });
        }
        plans.sort_by_key(|p| p.index);
        let width = columns.iter().map(|c| c.index as usize + 1).max().unwrap_or(0);
        let regions = crate::regions::codes(ctx.phone_region.as_deref().unwrap_or_default());
        Ok(Self {
            plans,
            batch_id: ctx.batch_id,
            source_system: ctx.source_system,
            row_entity: ctx.row_entity,
            regions,
            width,
            wish: person::Wish::default(),
        })
    }

    /// The same with what a person said about the file: cells written anew, rows that don't fit the header, the region of
    /// phones.
    #[must_use]
    pub fn under(mut self, handling: &Handling) -> Self {
        if let Some(region) = &handling.region {
            self.regions = crate::regions::codes(region);
        }
        self.wish = person::Wish::of(handling);
        self
    }

    /// Turns one row into drafts. `row_number` is the 1-based data row; `cells` as [`crate::parse_row`] gives them.
    #[must_use]
    pub fn project(&self, row_number: u64, shape: RowShape, cells: &[String]) -> RowDraft {
        outcome::project(self, row_number, shape, cells)
    }

    pub(crate) fn source(&self, row_number: u64, column: u32, transform: &str) -> CellRef {
        CellRef { batch_id: self.batch_id, row_number, column, transform: transform.to_owned() }
    }
}
