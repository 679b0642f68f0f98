//! Pure: what a change of the client graph is, when it may be applied, what takes it back.
//!
//! A [`Mutation`] is the part of a `ClientGraphDelta` that changes state; [`Graph`] is the state in memory, used by
//! tests, rebuilds and the property laws; the store applies the same mutations to its tables after the same
//! [`check`]. Invariant 3: every mutation has an exact inverse, and apply∘invert is the identity for any sequence.

mod changed;
mod commit;
mod conflict;
mod merge;
mod mutation;
mod record;
mod survivor;
mod undo;

pub use changed::changed;
pub use commit::{canonical_json, commitment, delta_commitment, group_root, hex, set_root, sha256};
pub use conflict::{ConflictRules, DeltaSettled, FieldSettled, Settled, Undecided, guarded, settle, settle_delta};
pub use merge::{
    Consequences, Difference, MergeError, MergePlan, MergeRequest, Origins, plan_merge, propose_survivor, united,
};
pub use mutation::{Around, GraphError, Mutation, check, diff, inverse};
pub use record::{
    Alias, Content, Folded, Graph, GraphContent, Record, fold, retire, revive, sort_key, title, title_with,
};
pub use survivor::{Ruling, Standing, SurvivorBy, weigh_survivor};
pub use undo::{Edit, Fields, Kept, Parted, Parting, Past, Places, Touched, UndoPlan, plan_undo, plan_undo_part};
