//! Undo of a group of changes after others came on top: what is taken back, what stays and why (R46, R183).

use std::collections::{BTreeMap, BTreeSet};

use contracts::{DeltaId, DeltaOp, EntityRef, FieldChange, Link};
use serde_json::Value;

use crate::{Graph, Mutation, inverse};

/// One delta to take back.
#[derive(Clone, Debug, PartialEq)]
pub struct Touched {
    /// The delta.
    pub delta_id: DeltaId,
    /// What it did.
    pub mutation: Mutation,
}

/// Something left in place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The record.
    pub entity: EntityRef,
    /// The field, or `*` for the whole record.
    pub field: String,
    /// A sentence.
    pub why: String,
}

/// What an undo does.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UndoPlan {
    /// In the order in which they apply, with the delta each takes back.
    pub steps: Vec<(DeltaId, Mutation)>,
    /// What stays.
    pub kept: Vec<Kept>,
}

/// Plans the undo of `deltas` (oldest first) on `graph`, which holds at least every record and link they touch and
/// every link to a record they created.
///
/// The graph is taken over and worked on in place: an undo of a large import must not hold it twice.
///
/// Newest first, each is inverted where the state still is what it left behind. A field edited since stays as edited.
/// A record created here and edited since, or that others were linked to since, stays whole, with its links.
#[must_use]
pub fn plan_undo(deltas: &[Touched], graph: Graph) -> UndoPlan {
    let own_links: BTreeSet<Link> = deltas
        .iter()
        .filter(|d| d.mutation.op == DeltaOp::Link)
        .filter_map(|d| d.mutation.link().ok().flatten())
        .collect();
    let mut plan = UndoPlan::default();
    let kept_whole = records_to_keep(deltas, &graph, &own_links, &mut plan.kept);
    let mut state = graph;
    for delta in deltas.iter().rev() {
        let m = &delta.mutation;
        let step = match m.op {
            DeltaOp::Link | DeltaOp::Unlink => link_step(m, &kept_whole, &state),
            DeltaOp::Create => (!kept_whole.contains(&m.entity)).then(|| remove_step(m, &state)).flatten(),
            _ => update_step(m, &state, &mut plan.kept),
        };
        if let Some(step) = step
            && state.apply(&step).is_ok()
        {
            plan.steps.push((delta.delta_id, step));
        }
    }
    plan
}

/// Created records that must stay, with the reason noted. Keeping one keeps what its links hold on to.
fn records_to_keep(
    deltas: &[Touched],
    graph: &Graph,
    own_links: &BTreeSet<Link>,
    kept: &mut Vec<Kept>,
) -> BTreeSet<EntityRef> {
    let left = left_behind(deltas);
    let mut others: BTreeMap<EntityRef, usize> = BTreeMap::new();
    for l in graph.links.iter().filter(|l| !own_links.contains(l)) {
        for end in BTreeSet::from([l.from, l.to]) {
            *others.entry(end).or_default() += 1;
        }
    }
    let mut keep = BTreeSet::new();
    for (entity, fields) in &left {
        let Some(record) = graph.records.get(entity) else { continue };
        let edited = crate::diff(fields, &record.fields);
        for c in &edited {
            kept.push(Kept { entity: *entity, field: c.field.clone(), why: "edited since the import".into() });
        }
        let others = others.get(entity).copied().unwrap_or(0);
        if others > 0 {
            let what = if others == 1 { "one link".into() } else { format!("{others} links") };
            kept.push(Kept { entity: *entity, field: "*".into(), why: format!("{what} made since hold on to it") });
        }
        if !edited.is_empty() || others > 0 {
            keep.insert(*entity);
        }
    }
    // What a kept record hangs on stays too: a person edited since keeps the company that came with it.
    let mut targets: BTreeMap<EntityRef, Vec<EntityRef>> = BTreeMap::new();
    for l in own_links {
        targets.entry(l.from).or_default().push(l.to);
    }
    let mut open: Vec<EntityRef> = keep.iter().copied().collect();
    while let Some(entity) = open.pop() {
        for to in targets.get(&entity).into_iter().flatten() {
            if left.contains_key(to) && keep.insert(*to) {
                kept.push(Kept { entity: *to, field: "*".into(), why: "a record that stays is linked to it".into() });
                open.push(*to);
            }
        }
    }
    keep
}

/// For each record that the group created: the fields as the group itself left them.
fn left_behind(deltas: &[Touched]) -> BTreeMap<EntityRef, BTreeMap<String, Value>> {
    let mut left: BTreeMap<EntityRef, BTreeMap<String, Value>> = BTreeMap::new();
    for m in deltas.iter().map(|d| &d.mutation) {
        if m.op == DeltaOp::Create {
            left.insert(m.entity, BTreeMap::new());
        }
        if let (DeltaOp::Create | DeltaOp::Update, Some(fields)) = (m.op, left.get_mut(&m.entity)) {
            for c in &m.changes {
                if c.after.is_null() {
                    fields.remove(&c.field);
                } else {
                    fields.insert(c.field.clone(), c.after.clone());
                }
            }
        }
    }
    left
}

fn link_step(m: &Mutation, kept: &BTreeSet<EntityRef>, state: &Graph) -> Option<Mutation> {
    let link = m.link().ok().flatten()?;
    if m.op == DeltaOp::Link && kept.contains(&link.from) {
        return None;
    }
    let there = state.links.contains(&link);
    (there == (m.op == DeltaOp::Link)).then(|| inverse(m))
}

/// Removes a created record with everything it holds now (its own later updates have been taken back by then).
fn remove_step(m: &Mutation, state: &Graph) -> Option<Mutation> {
    let record = state.records.get(&m.entity)?;
    let changes = record
        .fields
        .iter()
        .map(|(field, value)| FieldChange {
            field: field.clone(),
            before: value.clone(),
            after: Value::Null,
            sources: Vec::new(),
            confidence: None,
        })
        .collect();
    Some(Mutation { entity: m.entity, op: DeltaOp::Remove, changes })
}

/// The part of an update that still stands as it was left.
fn update_step(m: &Mutation, state: &Graph, kept: &mut Vec<Kept>) -> Option<Mutation> {
    let record = state.records.get(&m.entity)?;
    let mut back = inverse(m);
    back.changes.retain(|c| {
        let same = record.fields.get(&c.field).unwrap_or(&Value::Null) == &c.before;
        if !same {
            kept.push(Kept { entity: m.entity, field: c.field.clone(), why: "edited since the import".into() });
        }
        same
    });
    let flips = matches!(m.op, DeltaOp::Archive | DeltaOp::Restore);
    (flips || !back.changes.is_empty()).then_some(back)
}
