//! One record and one change of it, for whoever keeps records elsewhere than in a [`crate::Graph`].

use crate::record::apply_fields;
use crate::{Mutation, Record};

/// The record after a create, update, archive or restore. For callers that have checked ([`crate::check`]).
#[must_use]
pub fn changed(mut record: Record, m: &Mutation) -> Record {
    apply_fields(&mut record, m);
    record
}
