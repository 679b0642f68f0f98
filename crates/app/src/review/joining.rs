//! A merge of records as it would be carried out: who survives and why, what it does, on the records as they stand.

use std::collections::{BTreeMap, BTreeSet};

use contracts::{
    ApiError, CellRef, ClientGraphDelta, EntityId, EntityRef, ErrorCode, MergeView, NormalizedEntityProposal,
    SurvivorRule,
};
use graph::{Graph, MergePlan, MergeRequest, Record, Ruling, Standing, SurvivorBy};
use serde_json::Value;
use store::Reader;

use crate::error::Failure;

/// What a reviewer would have otherwise than proposed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Choice {
    /// Who stays.
    pub survivor: Option<EntityId>,
    /// Who is not joined.
    pub leave_out: Vec<EntityId>,
    /// What stands in single fields.
    pub fields: BTreeMap<String, Value>,
}

/// A record with all that a merge has to know of it.
pub(crate) struct Whole {
    pub at: EntityRef,
    pub record: Record,
    pub deltas: Vec<ClientGraphDelta>,
    pub links: usize,
}

impl Whole {
    pub(crate) fn of(r: &Reader<'_>, at: EntityRef) -> Result<Option<Self>, Failure> {
        let Some(record) = r.record(at)? else { return Ok(None) };
        let (deltas, links) = (crate::lists::artifacts(r, at.id)?, r.links_of(at.id)?.len());
        Ok(Some(Self { at, record, deltas, links }))
    }

    pub(crate) fn title(&self) -> String {
        graph::title(self.at.entity, &self.record.fields)
    }

    /// Facts that a person typed or corrected: no cell stands behind them.
    fn confirmed(&self) -> usize {
        let typed = |(name, value): &(&String, &Value)| {
            dossier::origins(&self.deltas, name, value)
                .into_iter()
                .flatten()
                .any(|o| o.cell.is_none() && matches!(o.delta.cause.kind.as_str(), "edit" | "decision"))
        };
        self.record.fields.iter().filter(typed).count()
    }
}

/// Who should survive of these, and what each rule found.
pub(crate) fn survivor(of: &[Whole]) -> Option<(EntityRef, Vec<Ruling>)> {
    let standing: Vec<Standing<'_>> =
        of.iter().map(|w| Standing { at: w.at, record: &w.record, confirmed: w.confirmed(), links: w.links }).collect();
    graph::weigh_survivor(&standing)
}

/// A merge, planned.
pub(crate) struct Joining {
    /// Who would stay by the rules, as it was proposed.
    pub proposed: EntityRef,
    /// The survivor first.
    pub sides: Vec<Whole>,
    pub plan: MergePlan,
    rulings: Vec<Ruling>,
}

impl Joining {
    /// Plans the merge that a proposal asks for; none when one of its records is gone.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for a choice that names others than the proposal does, or leaves nobody to join.
    pub(crate) fn of(r: &Reader<'_>, p: &NormalizedEntityProposal, choice: &Choice) -> Result<Option<Self>, Failure> {
        let proposed = EntityRef { entity: p.entity_type, id: p.entity_id };
        let mut all = vec![proposed];
        all.extend(p.merge_candidate_refs.iter().map(|c| c.entity));
        let named: BTreeSet<EntityId> = all.iter().map(|at| at.id).collect();
        if choice.survivor.iter().chain(&choice.leave_out).any(|id| !named.contains(id)) {
            return Err(chosen_wrong("survivor", "The choice names a record that this merge is not about.").into());
        }
        all.retain(|at| !choice.leave_out.contains(&at.id));
        let stays = choice.survivor.unwrap_or_else(|| all.first().map_or(proposed.id, |at| at.id));
        if all.len() < 2 || !all.iter().any(|at| at.id == stays) {
            return Err(chosen_wrong("leave_out", "Nobody is left to be joined.").into());
        }
        all.sort_by_key(|at| at.id != stays);
        let mut sides = Vec::with_capacity(all.len());
        for at in &all {
            let Some(whole) = Whole::of(r, *at)? else { return Ok(None) };
            sides.push(whole);
        }
        let graph = around(r, all.iter().copied())?;
        let origins = |at: EntityRef, field: &str, value: &Value| -> (Vec<CellRef>, Option<f64>) {
            let side = sides.iter().find(|s| s.at == at);
            let found = side.map(|s| dossier::item_origin(&s.deltas, field, value));
            found.flatten().map_or((Vec::new(), None), |o| (o.cell.cloned().into_iter().collect(), o.confidence))
        };
        let mut refs = all.iter().copied();
        let Some(survivor) = refs.next() else { return Ok(None) };
        let request =
            MergeRequest { survivor, absorbed: refs.collect(), choices: choice.fields.clone(), origins: &origins };
        let Ok(plan) = graph::plan_merge(&request, &graph) else { return Ok(None) };
        let rulings = self::survivor(&sides).map(|(_, rulings)| rulings).unwrap_or_default();
        Ok(Some(Self { proposed, sides, plan, rulings }))
    }

    /// What the survivor says of a field afterwards; null: nothing.
    pub(crate) fn after(&self, name: &str) -> Value {
        let survivor = self.sides.first();
        let changed = self.plan.steps.iter().rev().filter(|m| Some(m.entity) == survivor.map(|s| s.at));
        let found = changed.flat_map(|m| &m.changes).find(|c| c.field == name).map(|c| c.after.clone());
        found.or_else(|| survivor.and_then(|s| s.record.fields.get(name)).cloned()).unwrap_or_default()
    }

    /// Who survives, and why.
    pub(crate) fn view(&self) -> Option<MergeView> {
        let mut refs = self.sides.iter().map(|s| s.at);
        let survivor = refs.next()?;
        Some(MergeView {
            survivor,
            proposed_survivor: self.proposed,
            absorbed: refs.collect(),
            rules: self.rulings.iter().map(|ruling| self.told(ruling)).collect(),
        })
    }

    fn told(&self, ruling: &Ruling) -> SurvivorRule {
        let titled = |at: EntityRef| self.sides.iter().find(|s| s.at == at).map(Whole::title).unwrap_or_default();
        let figures: Vec<String> = ruling.figures.iter().map(ToString::to_string).collect();
        let counts = figures.join(" : ");
        let sentence = match (ruling.rule, ruling.favours.map(titled)) {
            (SurvivorBy::NotArchived, Some(who)) => format!("Only {who} is not archived."),
            (SurvivorBy::NotArchived, None) => "None is archived alone.".into(),
            (SurvivorBy::ConfirmedFacts, Some(who)) => {
                format!("{who} has the most facts that a person confirmed ({counts}).")
            }
            (SurvivorBy::ConfirmedFacts, None) => format!("As many facts were confirmed by a person ({counts})."),
            (SurvivorBy::Facts, Some(who)) => format!("{who} has the most facts ({counts})."),
            (SurvivorBy::Facts, None) => format!("They have as many facts ({counts})."),
            (SurvivorBy::Activity, Some(who)) => format!("{who} has the most links to other records ({counts})."),
            (SurvivorBy::Activity, None) => format!("They have as many links to other records ({counts})."),
            (SurvivorBy::Older, Some(who)) => format!("{who} was here first."),
            (SurvivorBy::Older, None) => "None was here first.".into(),
        };
        SurvivorRule {
            rule: ruling.rule.as_str().into(),
            sentence,
            favours: ruling.favours.map(|at| at.id),
            decided: ruling.decided,
            figures: ruling.figures.clone(),
        }
    }
}

fn chosen_wrong(field: &str, why: &str) -> ApiError {
    ApiError::new(ErrorCode::BadInput, why, "Choose among the records that the proposal names.").at(field)
}

/// Records with every link from or to them, and the records at the far ends.
pub(crate) fn around(r: &Reader<'_>, entities: impl Iterator<Item = EntityRef>) -> Result<Graph, Failure> {
    let mut graph = Graph::default();
    for at in entities {
        if let Some(alias) = r.alias(at)? {
            graph.aliases.insert(at, alias);
        }
        let links = r.links_of(at.id)?;
        for end in links.iter().flat_map(|l| [l.from, l.to]).chain([at]) {
            if !graph.records.contains_key(&end)
                && let Some(record) = r.record(end)?
            {
                graph.records.insert(end, record);
            }
        }
        graph.links.extend(links);
    }
    Ok(graph)
}
