//! "Not the same", remembered by what the two say and by who they are, so that nobody is asked again: not in another file,
//! not after an undo, not in a scan.

use contracts::{DecisionId, EntityId, EntityRef, EntityType, NormalizedEntityProposal, ProposalAction};
use serde_json::Value;
use store::{Reader, Rejection, Tx};

use crate::error::Failure;
use crate::matching::person::{digest, features};

/// One side of a rejected pair.
struct Side {
    digest: [u8; 16],
    id: Option<EntityId>,
}

/// Who a record is by its own words, as it stands or as an open proposal would make it.
fn known(r: &Reader<'_>, at: EntityRef) -> Result<Option<[u8; 16]>, Failure> {
    if let Some(record) = r.record(r.resolve(at)?)? {
        return Ok(digest_of(at.entity, |f| record.fields.get(f)));
    }
    let made = r.filed_about(at.id)?.into_iter().rev().find(|p| p.action == ProposalAction::Create);
    Ok(made.and_then(|p| of_payload(&p)))
}

fn of_payload(p: &NormalizedEntityProposal) -> Option<[u8; 16]> {
    digest_of(p.entity_type, |f| p.canonical_payload.iter().find(|c| c.field == f).map(|c| &c.value))
}

/// None for kinds of record that nobody looks for twice.
fn digest_of<'a>(entity: EntityType, get: impl Fn(&str) -> Option<&'a Value>) -> Option<[u8; 16]> {
    match entity {
        EntityType::Person => Some(digest(&features(get))),
        EntityType::Account => Some(crate::matching::accounts::digest(get)),
        _ => None,
    }
}

/// Remembers a no to a merge, or that one was taken apart for good. `made`: the record that the row is planned to become instead.
pub(crate) fn remember(
    tx: &mut Tx<'_>,
    p: &NormalizedEntityProposal,
    decision: DecisionId,
    made: Option<EntityId>,
) -> Result<(), Failure> {
    let said = matches!(p.action, ProposalAction::Merge | ProposalAction::Unmerge);
    if !said {
        return Ok(());
    }
    let target = EntityRef { entity: p.entity_type, id: p.entity_id };
    let of_row = !p.row_refs.is_empty();
    let own = if of_row { of_payload(p) } else { known(tx, target)? };
    let Some(own) = own else { return Ok(()) };
    let one = Side { digest: own, id: if of_row { made } else { Some(target.id) } };
    let mut others: Vec<EntityRef> = p.merge_candidate_refs.iter().map(|c| c.entity).collect();
    if of_row && !others.contains(&target) {
        others.push(target);
    }
    for other in others {
        let Some(digest) = known(tx, other)? else { continue };
        let side = Side { digest, id: Some(other.id) };
        tx.reject_pair(&Rejection {
            one: one.digest,
            other: side.digest,
            one_id: one.id,
            other_id: side.id,
            decision,
        })?;
    }
    Ok(())
}
