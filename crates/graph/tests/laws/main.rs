//! Laws of the graph as properties (invariant 3): they hold for any sequence of changes, not for examples.
//!
//! Hundreds of cases each; `VELOCITY_CASES` says how many instead.

mod conflicts;
mod merges;
mod sequences;
mod undo;
mod world;
