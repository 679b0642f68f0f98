//! What people ask for at the keyboard and others decide: merges, and records brought back to what they were.

use std::collections::BTreeSet;

use contracts::{
    Actor, AnyProposal, ApiError, EntityId, EntityRef, EntityType, ErrorCode, MergeArgs, MergeAsked, MergeCandidate,
    NormalizedEntityProposal, Permission, ProposalAction, ProposalId, ProposalSource, ProposedField, ProvenanceRef,
    RestoreArgs, ReviewItem,
};
use serde_json::Value;
use store::{Reader, Tx};

use crate::error::{Failure, not_found, refused};
use crate::imports::{envelope, govern};
use crate::review::item;
use crate::review::joining::{Whole, survivor};
use crate::{App, Outcome};

/// Records joined by one merge at most.
const MAX_MERGED: usize = 20;

impl App {
    /// Asks for a merge: a proposal that somebody with the right decides. The survivor is proposed by stated rules
    /// ([`graph::weigh_survivor`]).
    ///
    /// # Errors
    /// As [`App::merge_asked`].
    pub fn merge_ask(&self, actor: &Actor, entity: EntityType, ids: &[EntityId]) -> Outcome<MergeAsked> {
        let args = MergeArgs { entity, ids: ids.to_vec(), survivor: None, notes: None };
        let shown = self.merge_asked(actor, &args)?;
        Ok(MergeAsked {
            proposal_id: shown.proposal_id,
            survivor: shown.entity,
            absorbed: shown.candidates.iter().map(|c| c.entity).collect(),
            consequences: shown.consequences,
            seen: shown.seen,
        })
    }

    /// Asks for a merge; the proposal as it is shown.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] by policy, or for records that can't be merged; [`ErrorCode::NotFound`];
    /// [`ErrorCode::BadInput`] for too few or too many, or a survivor that is none of them.
    pub fn merge_asked(&self, actor: &Actor, args: &MergeArgs) -> Outcome<ReviewItem> {
        self.permit(actor, Permission::Propose)?;
        let entity = args.entity;
        if !(2..=MAX_MERGED).contains(&args.ids.len()) {
            return Err(ApiError::new(
                ErrorCode::BadInput,
                format!("{} records can't be merged at once.", args.ids.len()),
                format!("Name 2 to {MAX_MERGED} records."),
            ));
        }
        let asked: Result<ProposalId, Failure> = self.store.write(self.host.as_ref(), |tx| {
            let mut records: Vec<Whole> = Vec::new();
            for id in &args.ids {
                let at = tx.resolve(EntityRef { entity, id: *id })?;
                if !records.iter().any(|known| known.at == at) {
                    records.push(Whole::of(tx, at)?.ok_or_else(|| not_found(entity.as_str(), id))?);
                }
            }
            if records.len() < 2 {
                return Err(refused("These are one record already.", "There is nothing to merge.").into());
            }
            let wanted = args.survivor.map(|id| tx.resolve(EntityRef { entity, id })).transpose()?;
            if let Some(wanted) = wanted.filter(|at| !records.iter().any(|w| w.at == *at)) {
                let why = format!("{wanted} is none of the records to be merged.");
                return Err(ApiError::new(ErrorCode::BadInput, why, "Name one of them.").at("survivor").into());
            }
            let by_rule = survivor(&records).map(|(at, _)| at);
            let Some(stays) = wanted.or(by_rule) else { return Err(not_found("record", entity).into()) };
            let mut p = asked_by(tx, actor, ProposalSource::Operator, stays, ProposalAction::Merge);
            p.merge_candidate_refs = records
                .iter()
                .filter(|w| w.at != stays)
                .map(|w| MergeCandidate::plain(w.at, 1.0, Vec::new()))
                .collect();
            p.review_reason = Some(why(actor, "asked for these to become one record", args.notes.as_deref()));
            p.base_versions = records.iter().map(|w| (w.at.id.to_string(), w.record.version)).collect();
            let proposal_id = p.proposal_id;
            self.file(tx, &AnyProposal::Normalized(p))?;
            Ok(proposal_id)
        });
        let proposal_id = asked.map_err(ApiError::from)?;
        self.asked_for(actor, proposal_id)
    }

    /// Asks for a record to be brought back to what it was after one of its changes; an archived one comes back to lists.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] by policy, and where nothing would change; [`ErrorCode::NotFound`] for a record or change
    /// that is not there.
    pub fn restore_ask(&self, actor: &Actor, args: &RestoreArgs) -> Outcome<ReviewItem> {
        self.permit(actor, Permission::Propose)?;
        let asked: Result<ProposalId, Failure> = self.store.write(self.host.as_ref(), |tx| {
            let at = tx.resolve(EntityRef { entity: args.entity, id: args.id })?;
            let record = tx.record(at)?.ok_or_else(|| not_found(args.entity.as_str(), args.id))?;
            let was = as_it_was(tx, at, args)?.ok_or_else(|| not_found("change", args.delta_id))?;
            let names: BTreeSet<&String> = record.fields.keys().chain(was.keys()).collect();
            let wanted = |name: &str| args.fields.is_empty() || args.fields.iter().any(|f| f == name);
            let payload: Vec<ProposedField> = names
                .into_iter()
                .filter(|name| wanted(name) && record.fields.get(*name) != was.get(*name))
                .map(|name| ProposedField {
                    field: name.clone(),
                    value: was.get(name).cloned().unwrap_or_default(),
                    confidence: 1.0,
                    sources: Vec::new(),
                })
                .collect();
            if payload.is_empty() && !record.archived {
                return Err(refused("The record says this already.", "There is nothing to bring back.").into());
            }
            let mut p = asked_by(tx, actor, ProposalSource::Restore, at, ProposalAction::Update);
            p.canonical_payload = payload;
            p.review_reason = Some(why(actor, "asked for what it said before", args.notes.as_deref()));
            p.base_versions.insert(at.id.to_string(), record.version);
            let proposal_id = p.proposal_id;
            let policy = self.policy_in(tx)?;
            let _ = govern::govern(&policy, &mut p, Some(&record));
            self.file(tx, &AnyProposal::Normalized(p))?;
            Ok(proposal_id)
        });
        let proposal_id = asked.map_err(ApiError::from)?;
        self.asked_for(actor, proposal_id)
    }

    fn asked_for(&self, actor: &Actor, id: ProposalId) -> Outcome<ReviewItem> {
        self.reading(|r| {
            let access = self.access_in(r, actor)?;
            let filed = r.filed(id)?.ok_or_else(|| not_found("proposal", id))?;
            item::item(r, &access, actor, &filed)
        })
    }
}

/// Who asks for what, and why they do.
pub(crate) fn why(actor: &Actor, what: &str, notes: Option<&str>) -> String {
    match notes.map(str::trim).filter(|n| !n.is_empty()) {
        Some(notes) => format!("{} {what}: {notes}", actor.id),
        None => format!("{} {what}.", actor.id),
    }
}

/// A record's fields right after one of its changes; none where it is no change of it.
fn as_it_was(
    r: &Reader<'_>,
    at: EntityRef,
    args: &RestoreArgs,
) -> Result<Option<std::collections::BTreeMap<String, Value>>, Failure> {
    let deltas = r.deltas_of(at.id)?;
    let Some(last) = deltas.iter().position(|d| d.delta_id == args.delta_id) else { return Ok(None) };
    let until = deltas.iter().take(last + 1).map(|d| &d.mutation);
    let folded = graph::fold(until).map_err(store::StoreError::from)?;
    Ok(folded.record.map(|record| record.fields))
}

/// A proposal of a person at the keyboard, still without what it would do.
pub(crate) fn asked_by(
    tx: &Tx<'_>,
    actor: &Actor,
    source: ProposalSource,
    at: EntityRef,
    action: ProposalAction,
) -> NormalizedEntityProposal {
    let proposal_id = ProposalId(tx.new_id());
    let mut about = envelope::<NormalizedEntityProposal>(proposal_id.0, "velocity", actor, &tx.now());
    about.provenance = vec![ProvenanceRef::Operator { id: actor.id.clone() }];
    NormalizedEntityProposal {
        envelope: about,
        proposal_id,
        source,
        import_id: None,
        batch_id: None,
        entity_type: at.entity,
        entity_id: at.id,
        action,
        canonical_payload: Vec::new(),
        links: Vec::new(),
        merge_candidate_refs: Vec::new(),
        review_required: true,
        review_reason: None,
        row_refs: Vec::new(),
        issues: Vec::new(),
        base_versions: std::collections::BTreeMap::new(),
        parting: None,
    }
}
