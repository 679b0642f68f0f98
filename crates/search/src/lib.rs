//! Pure: how what somebody types meets what is written in records.
//!
//! Both sides are folded to the same plain Latin words ([`tokens`]), whatever script they are in. [`Document`] turns the
//! fields of a record into terms for a full-text index, [`Query`] turns what was typed into expressions over such an index,
//! [`Vocabulary`] knows every word that is written anywhere and finds those that are near to a typed one (parts, typos,
//! sounds): the cost of a typo grows with the words of a language, not with the records. [`explain`] says for one record why
//! it was found and how well: the order of answers is made of that.
//!
//! Code map: `script` and `fold` (letters) → `sound`, `distance` (nearness of two words) → `relation` (how a typed word
//! meets a written one) → `vocabulary` (all that are near) → `document`, `query`, `expression` (the index's side) →
//! `explain`, `excerpt` (the reader's side).

mod distance;
mod document;
mod excerpt;
mod explain;
mod expression;
mod fold;
mod query;
mod relation;
mod script;
mod sound;
mod vocabulary;

pub use document::{Class, Document, Field};
pub use excerpt::Excerpt;
pub use explain::{Match, Reason, Sure, explain};
pub use expression::{Breadth, Expressions, OneNear};
pub use fold::{Token, fold, tokens};
pub use query::{Query, Word};
pub use relation::How;
pub use vocabulary::Vocabulary;
