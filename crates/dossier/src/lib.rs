//! Pure: a Client 360 snapshot assembled from records, links and their history (R89, R97, R98).
//!
//! The snapshot is derived and disposable: the same records and deltas give the same snapshot, so that a rebuild from
//! the log can be compared with it (invariant 4).

mod facts;
mod snapshot;

pub use facts::{FieldOrigin, facts, item_origin, origins, panel};
pub use snapshot::{Linked, Material, assemble};
