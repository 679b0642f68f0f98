//! One record and one change of it, for whoever keeps records elsewhere than in a [`crate::Graph`].

use contracts::MERGED_INTO;

use crate::record::apply_op;
use crate::{Mutation, Record};

/// The record after a create, update, archive or restore, which gives its values away. For callers that have checked
/// ([`crate::check`]).
#[must_use]
pub fn changed(mut record: Record, m: Mutation) -> Record {
    apply_op(&mut record, m.op);
    for change in m.changes.into_iter().filter(|c| c.field != MERGED_INTO) {
        if change.after.is_null() {
            record.fields.remove(&change.field);
        } else {
            record.fields.insert(change.field, change.after);
        }
    }
    record
}
