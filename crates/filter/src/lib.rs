//! Pure: the filter language of lists. A sentence becomes a tree ([`parse`]), a tree a sentence ([`print`]); a tree is
//! checked against what a kind of record has and becomes a [`Plan`] of a moment ([`check`]), which is evaluated on a
//! record in memory ([`matches`]) or compiled to SQL by the store. Both give the same answer: they share the functions of
//! [`value`].
//!
//! ```
//! use contracts::EntityType;
//!
//! let tree = filter::parse(EntityType::Person, "owner is me and QD > 70 and not contacted for 14 days")?;
//! assert_eq!(filter::print(EntityType::Person, &tree), "owner is me and qd > 70 and not contacted for 14 days");
//! # Ok::<(), filter::Problem>(())
//! ```

mod check;
mod complete;
mod fields;
mod matches;
mod parse;
mod print;
mod problem;
mod token;
pub mod value;

pub use check::{Bound, Leaf, Moment, Plan, Test, TextHow, check};
pub use complete::{Expected, expected};
pub use fields::{Counted, Listed, Source, field, fields, operators};
pub use matches::{Subject, matches};
pub use parse::parse;
pub use print::{parts, print, words as spoken};
pub use problem::Problem;
