//! Two columns for a field that holds one value: the surer one keeps it.

use std::collections::BTreeMap;

use contracts::{ColumnStatus, FieldKind};

use super::draft::Draft;
use super::slots;

/// Fields of one value that several columns make up together.
pub(crate) fn is_joined(field: &str) -> bool {
    matches!(
        field,
        "person.phonetic_name"
            | "person.notes"
            | "account.description"
            | "opportunity.description"
            | "task.description"
    )
}

/// Leaves every field of one value with one column.
pub(crate) fn settle(drafts: &mut [Draft]) {
    let mut claims: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (i, draft) in drafts.iter().enumerate() {
        let (Some(path), Some(field)) = (draft.path(), draft.column.field.clone()) else { continue };
        let many = path.def.is_some_and(|d| d.many);
        let structured = path.def.is_some_and(|d| d.kind == FieldKind::Address);
        // Parts of an address, and labels, are one per value.
        let key = match (many, path.part.is_some()) {
            // Further lines of a street are put together.
            (true, true) if path.part.as_deref() == Some("street2") => continue,
            (true, true) => format!("{field}@{}", slots::key(&draft.column).unwrap_or_default()),
            (true, false) if !structured => continue,
            _ if is_joined(&field) => continue,
            _ => field,
        };
        claims.entry(key).or_default().push(i);
    }
    for (_, claimants) in claims.into_iter().filter(|(_, c)| c.len() > 1) {
        let rank = |i: &usize| drafts.get(*i).map_or((false, 0.0), |d| (d.column.filled > 0, d.column.confidence));
        // The first of equals: `max_by` would keep the last.
        let best = claimants.iter().rev().max_by(|a, b| {
            let (a, b) = (rank(a), rank(b));
            a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
        });
        let Some(best) = best.copied() else { continue };
        let winner = drafts.get(best).map(|d| d.column.header.clone()).unwrap_or_default();
        for i in claimants.into_iter().filter(|i| *i != best) {
            let Some(draft) = drafts.get_mut(i) else { continue };
            let field = draft.column.field.clone().unwrap_or_default();
            let why = format!("{field} holds one value and is taken from the column {winner}");
            if draft.column.filled == 0 {
                draft.ignore("values", format!("The column is empty; {why}"), 0.8);
            } else {
                draft.open("neighbours", why);
            }
            debug_assert_ne!(draft.column.status, ColumnStatus::Mapped);
        }
    }
}
