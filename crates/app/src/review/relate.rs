//! "Not the same, but they have to do with each other": the link that a verdict leaves in place of a merge.

use contracts::{
    Actor, Cause, DecisionId, EntityId, EntityRef, GroupId, Link, NormalizedEntityProposal, ProposalAction, ProposalId,
    RelationKind,
};
use graph::Mutation;
use store::{Filed, GroupWrite, NewDelta, Tx};

use crate::App;
use crate::error::Failure;
use crate::imports::{envelope, govern};

/// What recording a relation did.
#[derive(Default)]
pub(crate) struct Related {
    pub group: Option<GroupId>,
    pub changes: u64,
    pub entities: Vec<EntityRef>,
    pub link: Option<Link>,
}

impl App {
    /// Connects the records of a refused merge. A row that is not in the graph yet takes its link with it: it is filed
    /// with what the row is proposed as now.
    #[expect(clippy::too_many_arguments, reason = "one verdict with all that it knows")]
    pub(crate) fn relate(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        filed: &Filed,
        p: &NormalizedEntityProposal,
        decision: DecisionId,
        kind: RelationKind,
        made: Option<EntityId>,
    ) -> Result<Related, Failure> {
        let target = tx.resolve(EntityRef { entity: p.entity_type, id: p.entity_id })?;
        let link = |one: EntityRef, other: EntityRef| Link {
            kind: kind.link().into(),
            from: one.min(other),
            to: one.max(other),
        };
        if !p.row_refs.is_empty() {
            let (Some(made), Some(import)) = (made, filed.import) else { return Ok(Related::default()) };
            let row = link(EntityRef { entity: p.entity_type, id: made }, target);
            let mut with = beside(tx, p, actor, made, row);
            let policy = self.policy_in(tx)?;
            let rule = govern::govern(&policy, &mut with, None);
            // The plan in force is the one that the refused proposal is of.
            tx.insert_proposals(import, filed.plan, [(rule.as_str(), &with)])?;
            return Ok(Related::default());
        }
        let mut links = Vec::new();
        for other in &p.merge_candidate_refs {
            let one = link(target, tx.resolve(other.entity)?);
            let ends = tx.record(one.from)?.is_some() && tx.record(one.to)?.is_some() && one.from != one.to;
            if ends && !tx.links_of(one.from.id)?.contains(&one) {
                links.push(one);
            }
        }
        let Some(first) = links.first().cloned() else { return Ok(Related::default()) };
        let cause = Cause {
            kind: "decision".into(),
            decision_id: Some(decision),
            proposal_id: Some(p.proposal_id),
            batch_id: None,
            row_number: None,
        };
        let group = GroupId(tx.new_id());
        let changes = links.len() as u64;
        let deltas = links
            .iter()
            .map(|l| NewDelta { cause: cause.clone(), mutation: Mutation::make_link(l), inverse_of: None })
            .collect();
        let entities = tx.commit_group(&GroupWrite {
            group,
            actor: actor.clone(),
            source_system: p.envelope.source_system.clone(),
            decision_id: Some(decision),
            import: None,
            deltas,
        })?;
        Ok(Related { group: Some(group), changes, entities, link: Some(first) })
    }
}

/// The link as a part of its row, which needs no look of its own any more: a person has just said so.
fn beside(
    tx: &Tx<'_>,
    p: &NormalizedEntityProposal,
    actor: &Actor,
    made: EntityId,
    link: Link,
) -> NormalizedEntityProposal {
    let proposal_id = ProposalId(tx.new_id());
    let mut about = envelope::<NormalizedEntityProposal>(proposal_id.0, &p.envelope.source_system, actor, &tx.now());
    about.provenance.clone_from(&p.envelope.provenance);
    about.confidence = Some(1.0);
    NormalizedEntityProposal {
        envelope: about,
        proposal_id,
        entity_id: made,
        action: ProposalAction::Link,
        canonical_payload: Vec::new(),
        links: vec![link],
        merge_candidate_refs: Vec::new(),
        review_required: false,
        review_reason: None,
        issues: Vec::new(),
        base_versions: Default::default(),
        parting: None,
        ..p.clone()
    }
}
