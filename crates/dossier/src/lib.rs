//! Pure: a Client 360 snapshot assembled from records, links and their history (R89, R97, R98).
//!
//! The snapshot is derived and disposable: the same records and deltas give the same snapshot, so that a rebuild from
//! the log can be compared with it (invariant 4).

mod facts;
pub mod moment;
pub mod risk;
mod snapshot;
pub mod timeline;

pub use facts::{CONFIRM, FieldOrigin, confirmation, facts, item_origin, origins, panel, stands};
pub use snapshot::{Linked, Material, RECENT, assemble, is_closed};
