//! The filter language's tree: what the screens, `list --where` and later the origin ask of a list.
//!
//! The crate `filter` reads it from a sentence, prints it as one, checks it against the dictionary and evaluates it. A
//! tree names fields as the dictionary does, without entity and brackets, plus `custom.<slug>` and the computed ones that
//! `list_fields` offers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a record must fulfil. There are two answers only, yes and no: `not` of a comparison holds for a record without
/// the value, too ("not contacted for 14 days" finds who was never contacted).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Filter {
    /// All of these; none at all: every record.
    All {
        /// The parts.
        of: Vec<Filter>,
    },
    /// At least one of these; none at all: no record.
    Any {
        /// The parts.
        of: Vec<Filter>,
    },
    /// Not this.
    Not {
        /// The part.
        of: Box<Filter>,
    },
    /// One comparison.
    Compare {
        /// The field's name: `owner`, `address.city`, `custom.is_nri`, `open_tasks`.
        field: String,
        /// How it is compared.
        op: Operator,
        /// With what: none for `empty`, `known`, `today`, `this_week`, `this_month`, `overdue`; two for `between`; one
        /// or more for `one_of`; else one.
        values: Vec<Operand>,
    },
}

impl Filter {
    /// A filter that every record fulfils.
    #[must_use]
    pub fn everything() -> Self {
        Self::All { of: Vec::new() }
    }

    /// Whether it says nothing: every record fulfils it.
    #[must_use]
    pub fn is_everything(&self) -> bool {
        matches!(self, Self::All { of } if of.iter().all(Self::is_everything))
    }
}

/// How a field is compared. Of a field that holds many values, any one that fits is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Operator {
    /// Is this value: texts by their folded form (case, accents, script), dates by their day.
    Is,
    /// Is another value, or none.
    IsNot,
    /// Is one of these.
    OneOf,
    /// Holds this text somewhere.
    Contains,
    /// Begins with this text.
    StartsWith,
    /// More than this.
    Over,
    /// Less than this.
    Under,
    /// This or more.
    AtLeast,
    /// This or less.
    AtMost,
    /// From the first to the second, both included.
    Between,
    /// Has no value.
    Empty,
    /// Has a value.
    Known,
    /// On an earlier day than this.
    Before,
    /// On a later day than this.
    After,
    /// Within the last so many days, today included.
    LastDays,
    /// Within the next so many days, today included.
    NextDays,
    /// Not within the last so many days; never counts, too.
    NotForDays,
    /// Today.
    Today,
    /// In this week, which begins on Monday.
    ThisWeek,
    /// In this month.
    ThisMonth,
    /// On a day before today, and the record isn't done, won, lost or closed.
    Overdue,
}

/// What a field is compared with.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Operand {
    /// Whoever asks.
    Me,
    /// A text, a choice, a tag.
    Text {
        /// It.
        text: String,
    },
    /// A number, as decimal text.
    Number {
        /// It.
        number: String,
    },
    /// An amount in one currency. Amounts in another are never converted: they don't fit.
    Money {
        /// Decimal text.
        amount: String,
        /// ISO 4217; null: the workspace's own.
        currency: Option<String>,
    },
    /// A day.
    Date {
        /// `YYYY-MM-DD`.
        date: String,
    },
    /// So many days.
    Days {
        /// At most 36 500.
        days: u32,
    },
    /// Yes or no.
    Bool {
        /// It.
        yes: bool,
    },
}

/// One sort of several.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
pub struct SortKey {
    /// A field that `list_fields` says can be sorted by.
    pub field: String,
    /// Largest first. Records without a value come last either way.
    #[serde(default)]
    pub descending: bool,
}
