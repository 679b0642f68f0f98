//! What a delta did, seen from now: what its record went through before and since.

use std::collections::BTreeSet;

use contracts::{DeltaId, DeltaOp};
use serde_json::Value;

use super::Touched;
use crate::Mutation;

/// A delta in the history of one record, oldest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Past {
    /// The delta.
    pub delta_id: DeltaId,
    /// What it did.
    pub mutation: Mutation,
    /// The delta that it takes back.
    pub inverse_of: Option<DeltaId>,
}

/// Stands among the fields for the record's archived flag; no field of the dictionary has this name.
pub(super) const ARCHIVED: &str = "archived";

impl Touched {
    /// A delta to take back, with the `history` of its record, oldest first, that contains it; `group` are the deltas
    /// taken back together with it.
    ///
    /// Going back leads to the value before the delta only if what gave that value still stands. Where it was taken back
    /// since (a merge, while an edit stood on top of it), its own value before is meant: or else the undo of the edit
    /// would bring half of the merge to life again.
    #[must_use]
    pub fn of(delta_id: DeltaId, mutation: Mutation, history: &[Past], group: &BTreeSet<DeltaId>) -> Self {
        let mut touched = Self { delta_id, mutation, since: BTreeSet::new() };
        let Some(at) = history.iter().position(|p| p.delta_id == delta_id) else { return touched };
        let taken_back = |i: usize| {
            let id = history.get(i).map(|p| p.delta_id);
            history.iter().skip(i + 1).position(|p| id.is_some() && p.inverse_of == id).map(|n| i + 1 + n)
        };
        let others = history.iter().enumerate().skip(at + 1).filter(|(i, p)| {
            p.inverse_of.is_none() && !group.contains(&p.delta_id) && writes(&p.mutation) && taken_back(*i).is_none()
        });
        for (_, p) in others {
            touched.since.extend(p.mutation.changes.iter().map(|c| c.field.clone()));
            if matches!(p.mutation.op, DeltaOp::Archive | DeltaOp::Restore) {
                touched.since.insert(ARCHIVED.into());
            }
        }
        if writes(&touched.mutation) {
            for change in &mut touched.mutation.changes {
                let mut below = at;
                while let Some((i, gave)) = writer(history, below, &change.field, &change.before)
                    && taken_back(i).is_some_and(|back| back > at)
                {
                    change.before = gave.clone();
                    below = i;
                }
            }
        }
        touched
    }
}

fn writes(m: &Mutation) -> bool {
    matches!(m.op, DeltaOp::Update | DeltaOp::Archive | DeltaOp::Restore)
}

/// The newest delta below a position that wrote a field, if it left `value` there: its position and the value before it.
fn writer<'h>(history: &'h [Past], below: usize, field: &str, value: &Value) -> Option<(usize, &'h Value)> {
    let (i, change) = history.iter().enumerate().take(below).rev().find_map(|(i, p)| {
        let change = p.mutation.changes.iter().find(|c| c.field == field);
        change.filter(|_| !matches!(p.mutation.op, DeltaOp::Link | DeltaOp::Unlink)).map(|c| (i, (p, c)))
    })?;
    (writes(&change.0.mutation) && change.1.after == *value).then_some((i, &change.1.before))
}
