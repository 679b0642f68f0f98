//! Policy over what an import proposes: what needs a person, by which rule, and what a rule may apply by itself.

use std::cell::Cell;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use contracts::{
    Actor, ActorKind, ChangeKind, EntityType, ImportId, ImportState, NormalizedEntityProposal, PolicyData, PolicyUse,
    ProposalAction, ProposalSource,
};
use graph::Record;
use serde_json::Value;
use store::{ImportRecord, Reader, Tx};

use crate::error::Failure;
use crate::imports::apply::{Applying, apply_rows};
use crate::{App, Outcome};

/// A proposal of a row as policy looks at it. `record` is what stands now, where the proposal changes a record.
pub(crate) fn change(p: &NormalizedEntityProposal, record: Option<&Record>) -> policy::Change {
    let before = |field: &str| record.and_then(|r| r.fields.get(field)).cloned().unwrap_or(Value::Null);
    let fields = p.canonical_payload.iter().map(|f| (f.field.clone(), before(&f.field), f.value.clone()));
    change_of(p, fields.collect())
}

fn change_of(p: &NormalizedEntityProposal, fields: Vec<(String, Value, Value)>) -> policy::Change {
    policy::Change {
        kind: match p.action {
            ProposalAction::Create => ChangeKind::Create,
            ProposalAction::Update => ChangeKind::Update,
            ProposalAction::Merge => ChangeKind::Merge,
            ProposalAction::Link => ChangeKind::Link,
            ProposalAction::ResolveConflict => ChangeKind::ResolveConflict,
            ProposalAction::Unmerge => ChangeKind::Unmerge,
        },
        entity: p.entity_type,
        fields,
        confidence: p.envelope.confidence,
        source: p.source,
        producer_asks_review: p.review_required,
        proposed_by: match p.source {
            // The importer is ours: what it reads from a person's file is not a machine's suggestion.
            ProposalSource::Import => ActorKind::Rule,
            _ => p.envelope.created_by.kind,
        },
    }
}

/// Sets what policy asks of a proposal, never less than its producer did, and gives the rule that says so.
pub(crate) fn govern(policy: &PolicyData, p: &mut NormalizedEntityProposal, record: Option<&Record>) -> String {
    // The values of a row are lent for the question: they are asked about by the million.
    let before = |field: &str| record.and_then(|r| r.fields.get(field)).cloned().unwrap_or(Value::Null);
    let lent = p.canonical_payload.iter_mut().map(|f| {
        let before = before(&f.field);
        (std::mem::take(&mut f.field), before, f.value.take())
    });
    let lent = lent.collect();
    let change = change_of(p, lent);
    let asked = policy::requirement(policy, &change);
    for (f, (field, _, value)) in p.canonical_payload.iter_mut().zip(change.fields) {
        (f.field, f.value) = (field, value);
    }
    if asked.review_required && !p.review_required {
        p.review_required = true;
        p.review_reason = Some(reason(policy, p, record).unwrap_or(asked.reason));
    }
    asked.rule
}

/// What policy said of new records of one shape: a file has few shapes and many rows.
#[derive(Default)]
pub(crate) struct Known(HashMap<(EntityType, Vec<String>), policy::Requirement>);

impl Known {
    /// As [`govern`]. A new record replaces nothing, so only its kind, its fields and its confidence matter; where the
    /// confidence lies above every limit, the first answer stands for all.
    pub(crate) fn govern(
        &mut self,
        policy: &PolicyData,
        p: &mut NormalizedEntityProposal,
        record: Option<&Record>,
    ) -> String {
        let limits = policy.requirements.iter().filter_map(|r| r.below_confidence);
        let limit = limits.fold(policy.thresholds.review_below, f64::max);
        let sure = p.envelope.confidence.is_some_and(|c| c >= limit);
        if p.action != ProposalAction::Create || p.review_required || !sure {
            return govern(policy, p, record);
        }
        let shape = (p.entity_type, p.canonical_payload.iter().map(|f| f.field.clone()).collect::<Vec<_>>());
        let asked = self.0.entry(shape).or_insert_with(|| policy::requirement(policy, &change(p, None)));
        if asked.review_required {
            p.review_required = true;
            p.review_reason = Some(asked.reason.clone());
        }
        asked.rule.clone()
    }
}

/// Names what would be replaced, where that is why somebody has to look.
fn reason(policy: &PolicyData, p: &NormalizedEntityProposal, record: Option<&Record>) -> Option<String> {
    let names: Vec<String> = change(p, record)
        .fields
        .iter()
        .filter(|(f, before, after)| {
            policy::overwrite(policy, p.entity_type, f, before, after) == policy::Overwrite::Major
        })
        .map(|(f, ..)| crate::review::within(&crate::review::field_title(p.entity_type, f)))
        .collect();
    (!names.is_empty()).then(|| format!("Would replace what is known: {}.", names.join(", ")))
}

impl App {
    /// Applies the new records of an import that need no look, where an owner has switched that on (R83). Each is marked
    /// with the rule and listed by [`App::policy_uses`]; everything else waits for a person as ever.
    pub(crate) fn approve_low_risk(&self, actor: &Actor, id: ImportId) -> Outcome<u64> {
        let (policy, import) = self.reading(|r| Ok((self.policy_in(r)?, crate::imports::find(r, id)?)))?;
        if !policy.auto_approve.creates || import.state != ImportState::Proposed || import.duplicate_of.is_some() {
            return Ok(0);
        }
        let mut count = 0;
        let mut done = 0;
        let total = import.rows.total;
        let applying: Result<Applying, Failure> = self.store.write(self.host.as_ref(), |tx| {
            let applying = by_rule(tx, &import, Arc::clone(&policy))?;
            applying.look_around(tx)?;
            Ok(applying)
        });
        let applying = applying.map_err(contracts::ApiError::from)?;
        while done < total {
            let rows = done + 1..=(done + crate::imports::approve::at_once(done)).min(total);
            let step: Result<(), Failure> = self.store.write(self.host.as_ref(), |tx| {
                // Switched off, undone or mapped anew meanwhile: what is left waits for a person.
                let now = crate::imports::find(tx, id)?;
                let same = now.state == ImportState::Proposed && now.plan == import.plan;
                if same && self.policy_in(tx)?.auto_approve.creates {
                    let rule = Actor::rule(&policy.auto_approve.rule);
                    let applied = apply_rows(tx, &rule, &applying, rows.clone())?;
                    count += applied.actions.len() as u64;
                    self.plan_overtaken(tx, &rule, id, applied.overtaken)?;
                }
                Ok(())
            });
            step.map_err(contracts::ApiError::from)?;
            done = *rows.end();
        }
        tracing::info!(import = %id, by = %actor.id, applied = count, "applied by a rule of the policy");
        Ok(count)
    }

    /// What rules applied without a person's decision, newest import first.
    ///
    /// # Errors
    /// [`contracts::ErrorCode::Refused`] by policy.
    pub fn policy_uses(&self, actor: &Actor) -> Outcome<Vec<PolicyUse>> {
        self.permit(actor, contracts::Permission::ReadAudit)?;
        self.reading(|r| Ok(r.rule_uses()?))
    }
}

fn by_rule(tx: &mut Tx<'_>, import: &ImportRecord, policy: Arc<PolicyData>) -> Result<Applying, Failure> {
    let manifest = tx.newest_manifest(import.import)?;
    let manifest = manifest.ok_or_else(|| crate::error::not_found("manifest of import", import.import_id))?;
    Ok(Applying {
        step: tx.next_step(import.import, false)?,
        import: import.clone(),
        filter: contracts::SetFilter {
            import_id: Some(import.import_id),
            queue: None,
            actions: vec![ProposalAction::Create],
            min_confidence: policy.auto_approve.min_confidence,
        },
        set: None,
        source_system: manifest.envelope.source_system,
        by_rule: Some(policy),
        alone: Cell::new(None),
    })
}

/// Whether a rule may apply a row: every proposal of it a new record without any doubt.
pub(crate) fn rule_may_apply(
    r: &Reader<'_>,
    policy: &PolicyData,
    import: &ImportRecord,
    row: u64,
    of_row: &[&store::StoredProposal],
) -> Result<bool, Failure> {
    let issues: BTreeMap<u64, usize> = r.issue_counts(import.import, import.plan, row..=row)?;
    let doubts = issues.get(&row).copied().unwrap_or(0);
    Ok(of_row.iter().all(|p| policy::auto_approvable(policy, &change(&p.artifact, None), doubts, 0).allowed))
}
