//! One queue and one decision path for every kind of proposal (R26, R40-R45, R61, R78).
//!
//! A verdict is bound to what was seen: the proposal and the versions of every record it concerns. Who may decide says
//! policy; what a verdict does is carried out in the same transaction as the decision itself.

mod again;
mod apart;
mod ask;
mod carry;
mod decide;
mod effects;
mod evidence;
mod item;
pub(crate) mod joining;
mod queue;
mod record;
mod relate;
mod reopen;
mod sets;
mod sides;
mod sittings;
mod tally;
mod typed;

use contracts::{
    Actor, AnyProposal, ApiError, EnrichmentProposal, ErrorCode, NormalizedEntityProposal, OracleWritebackProposal,
    Permission, PreviewArgs, ProposalAction, ProposalId, ProposalSource, ReviewItem,
};
use store::Tx;

use crate::error::{Failure, not_found};
use crate::review::joining::Choice;
use crate::{App, Outcome};

pub(crate) use ask::{asked_by, why};
pub(crate) use carry::Carried;
pub(crate) use effects::{apart_effects, field_title, within};
pub(crate) use item::{item as shown, overwrite_rules};
pub(crate) use sides::unmerged_fields;
pub(crate) use tally::Tallies;

impl App {
    /// One proposal as it is shown, decided or not.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`].
    pub fn review_show(&self, actor: &Actor, id: ProposalId) -> Outcome<ReviewItem> {
        let access = self.permit(actor, Permission::ReadWorkflow)?;
        self.reading(|r| {
            let filed = r.filed(id)?.ok_or_else(|| not_found("proposal", id))?;
            item::item(r, &access, actor, &filed)
        })
    }

    /// A merge of records as somebody would have it, before they decide: another survivor, some left out, fields chosen.
    /// What a verdict is bound to stays the same; the choice goes with the verdict.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]; [`ErrorCode::BadInput`] for a choice that does not fit.
    pub fn review_preview(&self, actor: &Actor, args: &PreviewArgs) -> Outcome<ReviewItem> {
        let access = self.permit(actor, Permission::ReadWorkflow)?;
        self.reading(|r| {
            let filed = r.filed(args.proposal_id)?.ok_or_else(|| not_found("proposal", args.proposal_id))?;
            let choice = Choice {
                survivor: args.survivor,
                leave_out: args.leave_out.clone(),
                fields: carry::corrections(&filed.artifact, &args.corrections)?,
            };
            item::item_as(r, &access, actor, &filed, &choice)
        })
    }

    /// Files a proposal of a machine or a scan. It waits for a person, whatever it says of itself.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] naming the field that breaks its contract.
    pub fn propose(&self, actor: &Actor, proposal: &AnyProposal) -> Outcome<ProposalId> {
        self.permit(actor, Permission::Propose)?;
        fit(actor, proposal)?;
        let filed: Result<(), Failure> = self.store.write(self.host.as_ref(), |tx| {
            self.access_in(tx, actor)?.permit(Permission::Propose)?;
            let id = proposal.proposal_id();
            if tx.filed(id)?.is_some() {
                return Err(unfit("proposal_id", "A proposal with this id was filed already.").into());
            }
            let at = tx.resolve(proposal.entity())?;
            let changes = !matches!(proposal, AnyProposal::Normalized(p) if p.action == ProposalAction::Create);
            if !changes && (tx.record(at)?.is_some() || at != proposal.entity()) {
                return Err(unfit("entity_id", "A new record has an id that no other one has or had.").into());
            }
            if changes && tx.record(at)?.is_none() {
                return Err(not_found(at.entity.as_str(), at.id).into());
            }
            if changes && !proposal.base_versions().contains_key(&proposal.entity().id.to_string()) {
                let why = "It does not say on which version of the record it was made.";
                return Err(unfit("base_versions", why).into());
            }
            self.file(tx, proposal)
        });
        filed.map_err(ApiError::from)?;
        Ok(proposal.proposal_id())
    }

    /// Files a proposal under the policy rule that says who decides it.
    pub(crate) fn file(&self, tx: &mut Tx<'_>, proposal: &AnyProposal) -> Result<(), Failure> {
        let asked = item::asked(tx, &*self.policy_in(tx)?, proposal)?;
        tx.file_proposal(store::Filing { import: None, plan: 0, rule: &asked.rule }, proposal)?;
        Ok(())
    }
}

/// Whether a proposal may be filed from outside. Who proposed it, and what stands behind it, decide who looks at it: so
/// nobody says of themselves that they are somebody else, or of their proposal that an import or a scan made it.
fn fit(actor: &Actor, proposal: &AnyProposal) -> Outcome<()> {
    let about = proposal.envelope();
    if about.created_by != *actor {
        return Err(unfit("created_by", "A proposal names whoever files it, and nobody else."));
    }
    if about.lifecycle.state != "proposed" {
        return Err(unfit("lifecycle.state", "A new proposal is proposed, and nothing more."));
    }
    let AnyProposal::Normalized(p) = proposal else { return Ok(()) };
    let outside = matches!(
        p.source,
        ProposalSource::Oracle | ProposalSource::Nemoclaw | ProposalSource::Enrichment | ProposalSource::Interaction
    );
    if !outside {
        return Err(unfit("source", "Only the program itself proposes from imports, scans, sync and backups."));
    }
    if p.import_id.is_some() || p.batch_id.is_some() || !p.row_refs.is_empty() {
        return Err(unfit("import_id", "No import stands behind a proposal that is filed from outside."));
    }
    if !p.review_required {
        return Err(unfit("review_required", "It is false, but a person decides every proposal filed from outside."));
    }
    Ok(())
}

fn unfit(field: &str, why: &str) -> ApiError {
    ApiError::new(ErrorCode::BadInput, why, "Correct the proposal and file it again.").at(field)
}

/// Moves a proposal of any family to a state.
pub(crate) fn enter(tx: &mut Tx<'_>, p: &AnyProposal, state: &str, actor: &Actor) -> Result<(), Failure> {
    let id = p.proposal_id().0;
    match p {
        AnyProposal::Normalized(_) => tx.enter_state::<NormalizedEntityProposal>(id, state, actor)?,
        AnyProposal::Writeback(_) => tx.enter_state::<OracleWritebackProposal>(id, state, actor)?,
        AnyProposal::Enrichment(_) => tx.enter_state::<EnrichmentProposal>(id, state, actor)?,
    }
    Ok(())
}

/// The roles that may decide, for a screen.
fn names(asked: &policy::Requirement) -> Vec<String> {
    asked.deciders.iter().map(ToString::to_string).collect()
}

/// The name in JSON of a choice.
fn name_of(value: impl serde::Serialize) -> Option<String> {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(String::from))
}
