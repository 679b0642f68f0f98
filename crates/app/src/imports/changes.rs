//! What rows of an import would change in records that are known, or did change.

use std::collections::BTreeMap;

use contracts::{EntityRef, ProposalAction, RowChange};
use serde_json::Value;
use store::{ImportRecord, Reader};

use crate::error::Failure;

/// Per row: each field that differs, before and after. While a proposal waits, against the record now; once applied, as
/// its change was recorded.
pub(crate) fn of_rows(
    r: &Reader<'_>,
    import: &ImportRecord,
    rows: std::ops::RangeInclusive<u64>,
) -> Result<BTreeMap<u64, Vec<RowChange>>, Failure> {
    let mut out: BTreeMap<u64, Vec<RowChange>> = BTreeMap::new();
    for stored in r.proposals_of_rows(import.import, import.plan, rows)? {
        let p = &stored.artifact;
        let Some(row) = p.row_refs.first() else { continue };
        if p.action != ProposalAction::Update {
            continue;
        }
        let at = EntityRef { entity: p.entity_type, id: p.entity_id };
        let changes = out.entry(*row).or_default();
        if stored.state == "proposed" {
            let record = r.record(at)?.unwrap_or_default();
            changes.extend(p.canonical_payload.iter().filter_map(|f| {
                let before = record.fields.get(&f.field).cloned().unwrap_or(Value::Null);
                (before != f.value).then(|| RowChange {
                    entity: at,
                    field: f.field.clone(),
                    before,
                    after: f.value.clone(),
                })
            }));
            continue;
        }
        let done = r.deltas_of(at.id)?.into_iter().filter(|d| d.cause.proposal_id == Some(p.proposal_id));
        changes.extend(done.filter(|d| d.inverse_of.is_none()).flat_map(|d| d.mutation.changes).map(|c| RowChange {
            entity: at,
            field: c.field,
            before: c.before,
            after: c.after,
        }));
    }
    Ok(out)
}
