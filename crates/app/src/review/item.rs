//! A proposal as it is shown: field by field, with what stands now, and the hash a verdict is bound to.

use std::collections::{BTreeMap, BTreeSet};

use contracts::{
    Actor, ActorKind, AnyProposal, CellRef, ChangeKind, EntityRef, PolicyData, ProposalAction, ReviewItem,
    ReviewRemark, Risk, SideRole, Timestamp, Verdict,
};
use serde_json::Value;
use store::{Filed, Reader};

use crate::access::Access;
use crate::error::Failure;
use crate::imports::govern;
use crate::review::joining::{Choice, Joining, Whole};
use crate::review::sides::{Lists, Names};
use crate::review::{effects, names, sides};

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
    if let AnyProposal::Normalized(n) = p
        && n.action == ProposalAction::Unmerge
    {
        // Edits made since are a part of what it is about: it goes on as long as the merge stands.
        return Ok(!crate::undoing::stands(r, n)?);
    }
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
pub(crate) fn seen(r: &Reader<'_>, filed: &Filed) -> Result<String, Failure> {
    let mut stand = BTreeMap::new();
    for at in concerned(&filed.artifact) {
        let now = r.resolve(at)?;
        let version = r.record(now)?.map(|rec| rec.version);
        stand.insert(at.id.to_string(), serde_json::json!([now.id, version]));
    }
    if let AnyProposal::Normalized(n) = &filed.artifact
        && n.action == ProposalAction::Unmerge
        && let Some(apart) = crate::undoing::Apart::of(r, n)?
    {
        stand.insert("apart".into(), serde_json::json!(apart.seen));
    }
    let stand = graph::canonical_json(&serde_json::json!(stand));
    Ok(graph::hex(&graph::commitment("velocity/seen/1", &[&filed.hash, stand.as_bytes()])))
}

/// A proposal as it is shown to an actor.
pub(crate) fn item(r: &Reader<'_>, access: &Access, actor: &Actor, filed: &Filed) -> Result<ReviewItem, Failure> {
    item_as(r, access, actor, filed, &Choice::default())
}

/// As [`item`], with a merge as somebody would have it.
pub(crate) fn item_as(
    r: &Reader<'_>,
    access: &Access,
    actor: &Actor,
    filed: &Filed,
    choice: &Choice,
) -> Result<ReviewItem, Failure> {
    let p = &filed.artifact;
    let asked = asked(r, &access.policy, p)?;
    let (import_id, row_number, links, candidates) = match p {
        // Whom it brings back is no question of who is who.
        AnyProposal::Normalized(n) if n.action == ProposalAction::Unmerge => (None, None, Vec::new(), Vec::new()),
        AnyProposal::Normalized(n) => {
            (n.import_id, n.row_refs.first().copied(), n.links.clone(), n.merge_candidate_refs.clone())
        }
        _ => (None, None, Vec::new(), Vec::new()),
    };
    let file_name = import_id.map(|id| r.import(id)).transpose()?.flatten().map(|i| i.file_name);
    let compared = compare(r, filed, choice, file_name.clone())?;
    let (kind, risk) = r.queue_sort_of(p.proposal_id(), &overwrite_rules(&access.policy))?;
    let own = p.envelope().created_by == *actor;
    let not_mine = policy::may_decide(&access.policy, access.role, &asked, own).refusal().map(|e| e.message);
    let mut item = ReviewItem {
        proposal_id: p.proposal_id(),
        kind,
        source: p.source(),
        risk: match risk.as_str() {
            "high" => Risk::High,
            "medium" => Risk::Medium,
            _ => Risk::Low,
        },
        entity: p.entity(),
        title: compared.title,
        reason: why(p).unwrap_or(asked.reason.clone()),
        confidence: p.envelope().confidence,
        filed_at: Timestamp(filed.filed_at.clone()),
        proposed_by: p.envelope().created_by.clone(),
        import_id,
        row_number,
        state: filed.state.clone(),
        rule: asked.rule.clone(),
        deciders: names(&asked),
        fields: compared.fields,
        links,
        candidates,
        consequences: compared.effects.iter().map(|e| e.sentence.clone()).collect(),
        effects: compared.effects,
        sides: compared.sides,
        merge: compared.merge,
        apart: compared.apart,
        remarks: remarks(r, filed)?,
        not_mine,
        file_name,
        stale: filed.state == "proposed" && is_stale(r, p)?,
        seen: seen(r, filed)?,
    };
    if !access.sees_all() {
        mask(access, &mut item);
    }
    Ok(item)
}

/// Rules of a policy whose changes the queue calls overwrites.
pub(crate) fn overwrite_rules(policy: &PolicyData) -> Vec<String> {
    let only = |kinds: &std::collections::BTreeSet<ChangeKind>| kinds.iter().all(|k| *k == ChangeKind::Overwrite);
    let rules = policy.requirements.iter().filter(|r| only(&r.kinds.iter().copied().collect()));
    rules.map(|r| r.id.clone()).collect()
}

/// The side-by-side part of an item.
#[derive(Default)]
pub(crate) struct Compared {
    pub title: String,
    pub fields: Vec<contracts::ReviewField>,
    pub effects: Vec<contracts::ReviewEffect>,
    pub sides: Vec<contracts::ReviewSide>,
    pub merge: Option<contracts::MergeView>,
    pub apart: Option<contracts::PartingView>,
}

fn compare(r: &Reader<'_>, filed: &Filed, choice: &Choice, file: Option<String>) -> Result<Compared, Failure> {
    let p = &filed.artifact;
    let shown_names = Names::new(r);
    if let AnyProposal::Normalized(n) = p
        && n.action == ProposalAction::Merge
        && n.row_refs.is_empty()
        && let Some(joining) = Joining::of(r, n, choice)?
    {
        let role = |at: usize| if at == 0 { SideRole::Survivor } else { SideRole::Absorbed };
        let mut fields = sides::of_merge(&shown_names, &joining, choice)?;
        fields.sort_by_key(|f| rank(&f.effect));
        return Ok(Compared {
            title: joining.sides.first().map(Whole::title).unwrap_or_default(),
            fields,
            effects: effects::of_merge(&joining),
            sides: joining.sides.iter().enumerate().map(|(at, s)| sides::of_record(s, role(at))).collect(),
            merge: joining.view(),
            apart: None,
        });
    }
    if let AnyProposal::Normalized(n) = p
        && n.action == ProposalAction::Unmerge
        && let Some(apart) = crate::undoing::Apart::of(r, n)?
    {
        return super::apart::compared(r, apart);
    }
    // A row may be another of the candidates than the likeliest.
    let meant = EntityRef { id: choice.survivor.unwrap_or(p.entity().id), ..p.entity() };
    let known = Whole::of(r, r.resolve(meant)?)?;
    let wishes = wishes(p);
    let own: BTreeMap<String, Value> = wishes.iter().map(|w| (w.field.clone(), w.value.clone())).collect();
    let title = known.as_ref().map_or_else(|| graph::title(p.entity().entity, &own), Whole::title);
    let mut columns: Vec<_> = known.iter().map(|k| sides::of_record(k, SideRole::Known)).collect();
    let mut connected = None;
    match p {
        AnyProposal::Normalized(n) if n.action == ProposalAction::Link => {
            // The record at the other end, instead of a suggestion that says nothing.
            for end in n.links.iter().flat_map(|l| [l.from, l.to]).filter(|end| *end != p.entity()) {
                let other = Whole::of(r, r.resolve(end)?)?;
                columns.extend(other.iter().map(|o| sides::of_record(o, SideRole::Known)));
                connected = other.filter(|o| o.at.entity == p.entity().entity);
            }
        }
        AnyProposal::Normalized(n) if n.action == ProposalAction::Merge && n.row_refs.is_empty() => {}
        _ => columns.push(sides::of_wishes(filed, &wishes, file)),
    }
    let lists = match p {
        AnyProposal::Normalized(n) if n.action == ProposalAction::Merge => Lists::Merge,
        AnyProposal::Enrichment(_) => Lists::Join,
        _ => Lists::Replace,
    };
    let mut fields = Vec::with_capacity(wishes.len());
    for w in wishes {
        fields.push(sides::of_wish(&shown_names, filed, known.as_ref(), w, lists)?);
    }
    // What differs comes first, in the dictionary's order otherwise.
    fields.sort_by_key(|f| rank(&f.effect));
    let mut effects = effects::of_fields(r, filed, &fields)?;
    if brings_back(p) && known.as_ref().is_some_and(|k| k.record.archived) {
        effects.push(effects::brings_back());
    }
    if let (Some(one), Some(other), true) = (&known, &connected, fields.is_empty()) {
        fields = sides::of_pair(&shown_names, [one, other])?;
    }
    Ok(Compared { title, fields, effects, sides: columns, merge: None, apart: None })
}

/// Whether a proposal shows an archived record again.
pub(crate) fn brings_back(p: &AnyProposal) -> bool {
    p.source() == contracts::ProposalSource::Restore
}

/// Verdicts that left a proposal open.
fn remarks(r: &Reader<'_>, filed: &Filed) -> Result<Vec<ReviewRemark>, Failure> {
    let all = r.decisions_on(filed.artifact.proposal_id().0)?;
    let left_open = all.into_iter().filter(|d| d.decision == Verdict::Defer);
    Ok(left_open
        .map(|d| ReviewRemark {
            decision_id: d.decision_id,
            by: d.reviewer_ref,
            at: d.decided_at,
            asks: d.asks,
            corrections: d.corrections,
            survivor: d.survivor,
            left_out: d.left_out,
            notes: d.decision_notes,
        })
        .collect())
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
        let masked = |value: &Value| access.shown(entity, &f.field, value);
        let (Some(now), Some(proposed), Some(result)) = (masked(&f.now), masked(&f.proposed), masked(&f.result)) else {
            return false;
        };
        for side in &mut f.values {
            side.value = access.shown(entity, &f.field, &side.value).unwrap_or_default();
            // Files are often called after clients, and cells are never masked.
            side.origins.clear();
        }
        (f.now, f.proposed, f.result) = (now, proposed, result);
        f.why = None;
        true
    });
    for side in &mut item.sides {
        side.title = access.shown_title(side.entity.map_or(entity, |at| at.entity), &side.title);
        side.subtitle.clear();
        side.file_name = None;
    }
    item.file_name = None;
    item.apart = None;
    if let Some(merge) = &mut item.merge {
        merge.rules.iter_mut().for_each(|rule| rule.sentence.clear());
    }
    let full = |f: &str| policy::visibility(&access.policy, access.role, entity, f) == contracts::Visibility::Full;
    if !(full("full_name") && full("email") && full("phone")) {
        item.candidates.iter_mut().for_each(|c| c.evidence.clear());
        item.reason = "The reason quotes values that your role does not see.".into();
        item.consequences.clear();
        item.effects.iter_mut().for_each(|e| e.sentence.clear());
        for remark in &mut item.remarks {
            remark.notes = None;
            remark.corrections.clear();
        }
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
