//! A proposal as it is shown: field by field, with what stands now, and the hash a verdict is bound to.

use std::collections::{BTreeMap, BTreeSet};

use contracts::{
    ActorKind, AnyProposal, CellRef, ChangeKind, EntityRef, EntityType, FieldKind, ImportId, Link, MergeCandidate,
    NormalizedEntityProposal, PolicyData, ProposalAction, ReviewField, ReviewItem, Timestamp,
};
use graph::{Consequences, Graph, MergeRequest, Record};
use serde_json::Value;
use store::{Filed, Reader};

use crate::access::Access;
use crate::error::Failure;
use crate::imports::govern;
use crate::imports::row::same_item;
use crate::review::{names, record_of};

/// A field that a proposal would set.
pub(crate) struct Wish {
    pub field: String,
    pub value: Value,
    pub confidence: Option<f64>,
    pub sources: Vec<CellRef>,
}

/// The fields that a proposal of any family would set.
pub(crate) fn wishes(p: &AnyProposal) -> Vec<Wish> {
    match p {
        AnyProposal::Normalized(p) => p
            .canonical_payload
            .iter()
            .map(|f| Wish {
                field: f.field.clone(),
                value: f.value.clone(),
                confidence: Some(f.confidence),
                sources: f.sources.clone(),
            })
            .collect(),
        AnyProposal::Writeback(p) => p
            .proposed_change
            .iter()
            .map(|c| Wish {
                field: c.field.clone(),
                value: c.after.clone(),
                confidence: p.envelope.confidence,
                sources: Vec::new(),
            })
            .collect(),
        AnyProposal::Enrichment(p) => p
            .fields_found
            .iter()
            .map(|f| Wish {
                field: f.field.clone(),
                value: f.value.clone(),
                confidence: Some(f.confidence),
                sources: Vec::new(),
            })
            .collect(),
    }
}

/// What policy asks of a proposal as the records stand now.
pub(crate) fn asked(r: &Reader<'_>, policy: &PolicyData, p: &AnyProposal) -> Result<policy::Requirement, Failure> {
    let record = r.record(r.resolve(p.entity())?)?;
    let change = match p {
        AnyProposal::Normalized(p) => govern::change(p, record.as_ref()),
        other => {
            let before = |f: &str| record.as_ref().and_then(|r| r.fields.get(f)).cloned().unwrap_or(Value::Null);
            policy::Change {
                kind: match other {
                    AnyProposal::Enrichment(_) => ChangeKind::Enrichment,
                    _ => ChangeKind::Writeback,
                },
                entity: other.entity().entity,
                fields: wishes(other).into_iter().map(|w| (w.field.clone(), before(&w.field), w.value)).collect(),
                confidence: other.envelope().confidence,
                source: other.source(),
                producer_asks_review: true,
                proposed_by: ActorKind::Agent,
            }
        }
    };
    Ok(policy::requirement(policy, &change))
}

/// Whether a record that the proposal was made on has another version now, or is gone.
pub(crate) fn is_stale(r: &Reader<'_>, p: &AnyProposal) -> Result<bool, Failure> {
    let entity = p.entity().entity;
    for (id, version) in p.base_versions() {
        let Ok(id) = id.parse() else { return Ok(true) };
        if r.record(EntityRef { entity, id })?.map(|rec| rec.version) != Some(*version) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The records that a proposal concerns.
fn concerned(p: &AnyProposal) -> BTreeSet<EntityRef> {
    let mut out = BTreeSet::from([p.entity()]);
    if let AnyProposal::Normalized(p) = p {
        out.extend(p.merge_candidate_refs.iter().map(|c| c.entity));
        out.extend(p.links.iter().flat_map(|l| [l.from, l.to]));
    }
    out
}

/// A hash over the proposal and the versions of the records it concerns. The proposal's own hash is salted, so this one
/// betrays nothing.
fn seen(r: &Reader<'_>, filed: &Filed) -> Result<String, Failure> {
    let mut stand = BTreeMap::new();
    for at in concerned(&filed.artifact) {
        let now = r.resolve(at)?;
        let version = r.record(now)?.map(|rec| rec.version);
        stand.insert(at.id.to_string(), serde_json::json!([now.id, version]));
    }
    let stand = graph::canonical_json(&serde_json::json!(stand));
    Ok(graph::hex(&graph::commitment("velocity/seen/1", &[&filed.hash, stand.as_bytes()])))
}

/// A proposal as it is shown.
pub(crate) fn item(r: &Reader<'_>, access: &Access, filed: &Filed) -> Result<ReviewItem, Failure> {
    let p = &filed.artifact;
    let at = p.entity();
    let record = record_of(r, access, at)?;
    let asked = asked(r, &access.policy, p)?;
    let wishes = wishes(p);
    let own: BTreeMap<String, Value> = wishes.iter().map(|w| (w.field.clone(), w.value.clone())).collect();
    let title = graph::title(at.entity, record.as_ref().map_or(&own, |rec| &rec.fields));
    let lists = match p {
        AnyProposal::Normalized(n) if n.action == ProposalAction::Merge => Lists::Merge,
        AnyProposal::Enrichment(_) => Lists::Join,
        _ => Lists::Replace,
    };
    let mut fields: Vec<ReviewField> =
        wishes.into_iter().map(|w| review_field(at.entity, record.as_ref(), w, lists)).collect();
    // What differs comes first, in the dictionary's order otherwise.
    fields.sort_by_key(|f| rank(&f.effect));
    let (import_id, row_number, links, candidates) = match p {
        AnyProposal::Normalized(n) => {
            (n.import_id, n.row_refs.first().copied(), n.links.clone(), n.merge_candidate_refs.clone())
        }
        _ => (None::<ImportId>, None, Vec::<Link>::new(), Vec::<MergeCandidate>::new()),
    };
    let stale = filed.state == "proposed" && is_stale(r, p)?;
    let mut item = ReviewItem {
        proposal_id: p.proposal_id(),
        kind: p.kind().into(),
        source: p.source(),
        entity: at,
        title,
        reason: why(p).unwrap_or(asked.reason.clone()),
        confidence: p.envelope().confidence,
        filed_at: Timestamp(filed.filed_at.clone()),
        proposed_by: p.envelope().created_by.clone(),
        import_id,
        row_number,
        state: filed.state.clone(),
        rule: asked.rule.clone(),
        deciders: names(&asked),
        fields,
        links,
        candidates,
        consequences: consequences_of(r, p)?,
        stale,
        seen: seen(r, filed)?,
    };
    if !access.sees_all() {
        mask(access, &mut item);
    }
    Ok(item)
}

fn why(p: &AnyProposal) -> Option<String> {
    match p {
        AnyProposal::Normalized(p) => p.review_reason.clone(),
        AnyProposal::Writeback(p) => Some(p.reasoning_summary.clone()),
        AnyProposal::Enrichment(p) => Some(format!("{} found this.", p.provider)),
    }
}

/// A role that does not see everything sees values masked here too; evidence, which quotes values, not at all.
fn mask(access: &Access, item: &mut ReviewItem) {
    let entity = item.entity.entity;
    item.title = access.shown_title(entity, &item.title);
    item.fields.retain_mut(|f| {
        let (now, proposed) = (access.shown(entity, &f.field, &f.now), access.shown(entity, &f.field, &f.proposed));
        match (now, proposed) {
            (Some(now), Some(proposed)) => {
                (f.now, f.proposed) = (now, proposed);
                true
            }
            _ => false,
        }
    });
    let full = |f: &str| policy::visibility(&access.policy, access.role, entity, f) == contracts::Visibility::Full;
    if !(full("full_name") && full("email") && full("phone")) {
        item.candidates.iter_mut().for_each(|c| c.evidence.clear());
        item.reason = "The reason quotes values that your role does not see.".into();
        item.consequences.clear();
    }
}

fn rank(effect: &str) -> u8 {
    match effect {
        "overwrite" => 0,
        "add" => 1,
        "fill" => 2,
        "keep" => 3,
        _ => 4,
    }
}

/// What a proposal does to values that are there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lists {
    /// Adds to lists and replaces no single value.
    Merge,
    /// Adds to lists.
    Join,
    /// Puts its own in their place.
    Replace,
}

fn review_field(entity: EntityType, record: Option<&Record>, w: Wish, lists: Lists) -> ReviewField {
    let now = record.and_then(|r| r.fields.get(&w.field)).cloned().unwrap_or(Value::Null);
    let effect = match (&now, &w.value) {
        (Value::Null, _) => "fill",
        (now, proposed) if now == proposed => "same",
        (Value::Array(have), Value::Array(items))
            if items.iter().all(|i| have.iter().any(|h| same_item(h, i))) && lists != Lists::Replace =>
        {
            "same"
        }
        (Value::Array(have), Value::Array(items))
            if lists != Lists::Replace || have.iter().all(|h| items.iter().any(|i| same_item(h, i))) =>
        {
            "add"
        }
        // A merge never replaces what is known; a correction can.
        _ if lists == Lists::Merge => "keep",
        _ => "overwrite",
    };
    let title = contracts::field(entity, &w.field).map_or_else(|| spoken(&w.field), |d| d.title.to_string());
    ReviewField {
        field: w.field,
        title,
        now,
        proposed: w.value,
        effect: effect.into(),
        confidence: w.confidence,
        sources: w.sources,
    }
}

fn spoken(field: &str) -> String {
    field.trim_start_matches("custom.").replace('_', " ")
}

fn consequences_of(r: &Reader<'_>, p: &AnyProposal) -> Result<Vec<String>, Failure> {
    match p {
        AnyProposal::Normalized(n) if n.action == ProposalAction::Merge && n.row_refs.is_empty() => {
            let plan = merge_plan(r, n, BTreeMap::new())?;
            Ok(plan.map(|plan| consequences(&plan.consequences)).unwrap_or_default())
        }
        AnyProposal::Normalized(n) if n.action == ProposalAction::Merge => {
            let record = r.record(r.resolve(p.entity())?)?.unwrap_or_default();
            let mut sums = Consequences::default();
            for f in &n.canonical_payload {
                match (record.fields.get(&f.field), &f.value) {
                    (None, _) => {
                        sums.filled.insert(f.field.clone());
                    }
                    (Some(Value::Array(have)), Value::Array(items)) => {
                        let new = items.iter().filter(|i| !have.iter().any(|h| same_item(h, i))).count();
                        if new > 0 {
                            sums.joined.insert(f.field.clone(), new);
                        }
                    }
                    (Some(now), proposed) if now != proposed => sums.differing.push(graph::Difference {
                        field: f.field.clone(),
                        stays: now.clone(),
                        from: None,
                        gives_way: Vec::new(),
                    }),
                    _ => {}
                }
            }
            let words = consequences(&sums);
            Ok(if words.is_empty() { vec!["adds nothing that is not known".into()] } else { words })
        }
        AnyProposal::Normalized(n) if n.action == ProposalAction::Link => {
            Ok(vec![format!("connects {} and {}", n.entity_type, n.links.first().map_or("", |l| l.to.entity.as_str()))])
        }
        _ => Ok(Vec::new()),
    }
}

/// The merge that a proposal asks for, on the records as they stand; none when one of them is gone.
pub(crate) fn merge_plan(
    r: &Reader<'_>,
    p: &NormalizedEntityProposal,
    choices: BTreeMap<String, Value>,
) -> Result<Option<graph::MergePlan>, Failure> {
    let survivor = EntityRef { entity: p.entity_type, id: p.entity_id };
    let absorbed: Vec<EntityRef> = p.merge_candidate_refs.iter().map(|c| c.entity).collect();
    let graph = around(r, std::iter::once(survivor).chain(absorbed.iter().copied()))?;
    let mut deltas = BTreeMap::new();
    for at in &absorbed {
        deltas.insert(*at, crate::lists::artifacts(r, at.id)?);
    }
    let origins = |at: EntityRef, field: &str, value: &Value| -> (Vec<CellRef>, Option<f64>) {
        let found = deltas.get(&at).map(|d| dossier::item_origin(d, field, value));
        found.flatten().map_or((Vec::new(), None), |o| (o.cell.cloned().into_iter().collect(), o.confidence))
    };
    let request = MergeRequest { survivor, absorbed, choices, origins: &origins };
    Ok(graph::plan_merge(&request, &graph).ok())
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

/// What a merge does, in words.
pub(crate) fn consequences(c: &Consequences) -> Vec<String> {
    let mut out = Vec::new();
    let plural = |n: usize, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
    for (field, n) in &c.joined {
        let (one, many) = match field.as_str() {
            "phone" => ("phone", "phones"),
            "email" => ("e-mail address", "e-mail addresses"),
            "address" => ("address", "addresses"),
            "external_id" => ("source id", "source ids"),
            _ => ("value", "values"),
        };
        let of = if one == "value" { format!(" of {}", spoken(field)) } else { String::new() };
        out.push(format!("joins {}{of}", plural(*n, one, many)));
    }
    if !c.filled.is_empty() {
        out.push(format!("fills {}", plural(c.filled.len(), "empty field", "empty fields")));
    }
    for d in &c.differing {
        let title = contracts::field(EntityType::Person, &d.field)
            .filter(|f| f.kind != FieldKind::LongText)
            .map_or_else(|| spoken(&d.field), |f| f.title.to_string());
        out.push(format!("{title} differs: the survivor's stays"));
    }
    for ((_, kind), n) in &c.moved {
        let (one, many) = match kind {
            EntityType::Person => ("link to a person", "links to people"),
            EntityType::Account => ("link to an account", "links to accounts"),
            EntityType::Household => ("household", "households"),
            EntityType::Opportunity => ("opportunity", "opportunities"),
            EntityType::Requirement => ("requirement", "requirements"),
            EntityType::Interest => ("property interest", "property interests"),
            EntityType::Task => ("task", "tasks"),
            EntityType::Interaction => ("call or message", "calls and messages"),
        };
        out.push(format!("moves {}", plural(*n, one, many)));
    }
    out
}
