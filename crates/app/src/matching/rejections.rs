//! "Not the same", remembered by what the two say and by who they are, so that nobody is asked again: not in another file,
//! not after an undo, not in a scan.

use contracts::{DecisionId, EntityId, EntityRef, EntityType, NormalizedEntityProposal, ProposalAction};
use identity::record::Features;
use store::{Reader, Rejection, Tx};

use crate::error::Failure;
use crate::matching::person::{digest, features};

/// One side of a rejected pair.
struct Side {
    digest: [u8; 16],
    id: Option<EntityId>,
}

/// The features of a person as it stands, or as an open proposal would make it.
fn known(r: &Reader<'_>, at: EntityRef) -> Result<Option<Features>, Failure> {
    if let Some(record) = r.record(r.resolve(at)?)? {
        return Ok(Some(features(|f| record.fields.get(f))));
    }
    let made = r.filed_about(at.id)?.into_iter().rev().find(|p| p.action == ProposalAction::Create);
    Ok(made.map(|p| of_payload(&p)))
}

fn of_payload(p: &NormalizedEntityProposal) -> Features {
    features(|f| p.canonical_payload.iter().find(|c| c.field == f).map(|c| &c.value))
}

/// Remembers a no to a merge. `made`: the record that the row is planned to become instead.
pub(crate) fn remember(
    tx: &mut Tx<'_>,
    p: &NormalizedEntityProposal,
    decision: DecisionId,
    made: Option<EntityId>,
) -> Result<(), Failure> {
    if p.action != ProposalAction::Merge || p.entity_type != EntityType::Person {
        return Ok(());
    }
    let target = EntityRef { entity: p.entity_type, id: p.entity_id };
    let of_row = !p.row_refs.is_empty();
    let own = if of_row { Some(of_payload(p)) } else { known(tx, target)? };
    let Some(own) = own else { return Ok(()) };
    let one = Side { digest: digest(&own), id: if of_row { made } else { Some(target.id) } };
    let mut others: Vec<EntityRef> = p.merge_candidate_refs.iter().map(|c| c.entity).collect();
    if of_row && !others.contains(&target) {
        others.push(target);
    }
    for other in others {
        let Some(features) = known(tx, other)? else { continue };
        let side = Side { digest: digest(&features), id: Some(other.id) };
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
