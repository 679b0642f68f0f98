//! One round of inverting, newest first, and what it finds that has to stay too.

use std::collections::{BTreeMap, BTreeSet};

use contracts::{DeltaId, DeltaOp, EntityRef, FieldChange, Link};
use serde_json::Value;

use super::since::{LeftBehind, close};
use super::{Kept, Stays, Touched};
use crate::{Graph, GraphError, Mutation, inverse};

/// The group at work on the graph.
pub(super) struct Work<'d> {
    deltas: &'d [Touched],
    graph: Graph,
    /// How many links and aliases hold on to a record, so that removing thousands does not look through all of them.
    held: BTreeMap<EntityRef, usize>,
    /// For an unlink, by position: the links, later in the group, that a merge or unmerge put in its place.
    moved_to: BTreeMap<usize, Vec<usize>>,
    /// The same the other way.
    moved_from: BTreeMap<usize, Vec<usize>>,
}

/// What one round did and found.
#[derive(Default)]
pub(super) struct Round {
    pub steps: Vec<(DeltaId, Mutation)>,
    pub kept: Vec<Kept>,
    /// What has to stay and did not.
    pub holds: Vec<Hold>,
    /// Deltas, by position, after which the state is as before them.
    back: BTreeSet<usize>,
}

/// Something that has to stay, found by trying.
pub(super) enum Hold {
    /// An unmerge, by position, with what speaks against merging again.
    Unmerge(usize, String),
    /// A created record that others hold on to.
    Record(EntityRef),
    /// A moved link whose former place is not there.
    Link(Link),
}

impl<'d> Work<'d> {
    pub(super) fn new(deltas: &'d [Touched], graph: Graph) -> Self {
        let mut held: BTreeMap<EntityRef, usize> = BTreeMap::new();
        if deltas.iter().any(|d| matches!(d.mutation.op, DeltaOp::Create | DeltaOp::Remove)) {
            for end in graph.links.iter().flat_map(|l| [l.from, l.to]).chain(graph.aliases.values().map(|a| a.into)) {
                *held.entry(end).or_default() += 1;
            }
        }
        let (moved_to, moved_from) = moves(deltas);
        Self { deltas, graph, held, moved_to, moved_from }
    }

    /// Inverts what does not stay, and what the rounds before did not find to stay.
    pub(super) fn run(&mut self, stays: &Stays) -> Round {
        let mut round = Round::default();
        for (i, delta) in self.deltas.iter().enumerate().rev() {
            let m = &delta.mutation;
            if let Some(why) = stays.deltas.get(&i) {
                round.keep(m, why.as_deref());
                continue;
            }
            let step = match m.op {
                DeltaOp::Link => self.unlink(m, stays),
                DeltaOp::Unlink => self.relink(i, m, stays, &mut round),
                _ if stays.whole.contains(&m.entity) || stays.records.contains(&m.entity) => None,
                DeltaOp::Create => self.remove(m, &mut round),
                DeltaOp::Merge if m.survivor().ok().flatten().is_some_and(|s| stays.whole.contains(&s)) => None,
                DeltaOp::Merge | DeltaOp::Remove => Some(inverse(m)),
                DeltaOp::Unmerge => self.merge_again(i, m, stays, &mut round),
                DeltaOp::Update | DeltaOp::Archive | DeltaOp::Restore => self.update(m, stays, &mut round),
            };
            if let Some(step) = step
                && self.apply(&step).is_ok()
            {
                round.back.insert(i);
                round.steps.push((delta.delta_id, step));
            }
        }
        for (link, unlinks) in &self.moved_from {
            if round.back.contains(link) && !unlinks.iter().any(|u| round.back.contains(u)) {
                round.holds.extend(self.deltas[*link].mutation.link().ok().flatten().map(Hold::Link));
            }
        }
        round
    }

    /// Puts the graph back to where the round found it (versions apart, which no plan reads).
    pub(super) fn take_back(&mut self, round: &Round) {
        for (_, step) in round.steps.iter().rev() {
            let fits = self.apply(&inverse(step)).is_ok();
            debug_assert!(fits, "a step's inverse fits the state that the step left");
        }
    }

    /// Adds to what stays, with all that belongs to it.
    pub(super) fn hold(&self, holds: Vec<Hold>, stays: &mut Stays) {
        let mut whole = false;
        for hold in holds {
            match hold {
                Hold::Link(link) => {
                    if self.graph.links.contains(&link) {
                        stays.tell(link.from, "link", "a merge put it here, and the record it came from is not back");
                    }
                    stays.links.insert(link);
                }
                Hold::Record(at) => {
                    whole |= stays.whole.insert(at);
                    stays.tell(at, "*", "others that stay hold on to it");
                }
                Hold::Unmerge(i, why) => self.hold_unmerge(i, why, stays),
            }
        }
        if whole {
            close(&LeftBehind::of(self.deltas), &self.graph, stays);
        }
    }

    /// A merge that can't be made again: all records that the survivor gave back stay, with the links they got back and
    /// the values it lost.
    fn hold_unmerge(&self, at: usize, why: String, stays: &mut Stays) {
        let survivor = self.deltas[at].mutation.survivor().ok().flatten();
        let same = |m: &Mutation| m.op == DeltaOp::Unmerge && m.survivor().ok().flatten() == survivor;
        let unmerges: Vec<usize> = (0..self.deltas.len()).filter(|i| same(&self.deltas[*i].mutation)).collect();
        let back: BTreeSet<EntityRef> = unmerges.iter().map(|i| self.deltas[*i].mutation.entity).collect();
        let first = unmerges.first().copied().unwrap_or(at);
        stays.deltas.insert(at, Some(why));
        for i in unmerges {
            stays.deltas.entry(i).or_insert_with(|| Some("the merge can't be made again as a whole".into()));
        }
        for (i, m) in self.deltas.iter().map(|d| &d.mutation).enumerate().skip(first) {
            let belongs = match m.link() {
                Ok(Some(link)) => back.contains(&link.from) || back.contains(&link.to),
                _ => m.op == DeltaOp::Update && Some(m.entity) == survivor,
            };
            if !belongs {
                continue;
            }
            let others = self.moved_from.get(&i).into_iter().chain(self.moved_to.get(&i)).flatten();
            for i in others.chain([&i]) {
                let why = || Some("belongs to a merge that can't be made again".into());
                stays.deltas.entry(*i).or_insert_with(why);
            }
        }
    }

    fn apply(&mut self, step: &Mutation) -> Result<(), GraphError> {
        match step.op {
            DeltaOp::Remove => self.graph.apply_where(step, self.is_held(step.entity))?,
            _ => self.graph.apply(step)?,
        }
        let ends = match step.link()? {
            Some(link) => vec![link.from, link.to],
            None => step.survivor()?.into_iter().collect(),
        };
        for end in ends {
            let n = self.held.entry(end).or_default();
            let more = matches!(step.op, DeltaOp::Link | DeltaOp::Merge);
            *n = if more { *n + 1 } else { n.saturating_sub(1) };
        }
        Ok(())
    }

    fn is_held(&self, at: EntityRef) -> bool {
        self.held.get(&at).is_some_and(|n| *n > 0)
    }

    /// Takes a link away that still stands, unless the record it starts from stays whole.
    fn unlink(&self, m: &Mutation, stays: &Stays) -> Option<Mutation> {
        let link = m.link().ok().flatten()?;
        let stands = self.graph.links.contains(&link) && !stays.links.contains(&link);
        (stands && !stays.whole.contains(&link.from)).then(|| inverse(m))
    }

    /// Makes a link again; one that was moved only if it was found where it was put.
    fn relink(&self, i: usize, m: &Mutation, stays: &Stays, round: &mut Round) -> Option<Mutation> {
        let link = m.link().ok().flatten()?;
        if self.graph.links.contains(&link) {
            round.back.insert(i);
            return None;
        }
        if stays.links.contains(&link) || stays.whole.contains(&link.from) {
            return None;
        }
        if self.moved_to.get(&i).is_some_and(|links| !links.iter().any(|l| round.back.contains(l))) {
            round.keep(m, Some("moved on or taken away since"));
            return None;
        }
        let missing = |end: &&EntityRef| !self.graph.records.contains_key(*end);
        if let Some(end) = [link.from, link.to].iter().find(missing) {
            // What is gone has no links, before the group as now; what was absorbed could have it back.
            let absorbed = self.graph.aliases.contains_key(end);
            round.keep(m, absorbed.then_some("one of the records it tied together was merged into another"));
            return None;
        }
        Some(inverse(m))
    }

    /// Removes a created record with everything it holds now (its own later updates have been taken back by then).
    fn remove(&self, m: &Mutation, round: &mut Round) -> Option<Mutation> {
        let record = self.graph.records.get(&m.entity)?;
        if record.archived || self.is_held(m.entity) {
            round.holds.push(Hold::Record(m.entity));
            return None;
        }
        let gone = |(field, value): (&String, &Value)| FieldChange {
            field: field.clone(),
            before: value.clone(),
            after: Value::Null,
            sources: Vec::new(),
            confidence: None,
        };
        Some(Mutation { entity: m.entity, op: DeltaOp::Remove, changes: record.fields.iter().map(gone).collect() })
    }

    /// Merges again what an unmerge brought back, if nothing was done to it since, and if the survivor can take its
    /// values again: otherwise they would stand nowhere.
    fn merge_again(&self, i: usize, m: &Mutation, stays: &Stays, round: &mut Round) -> Option<Mutation> {
        let step = inverse(m);
        let linked = self.graph.links.iter().any(|l| l.from == m.entity || l.to == m.entity);
        // Even if an edit since happens to give what stood before the unmerge.
        if stays.fields.iter().any(|(at, _)| *at == m.entity) {
            round.holds.push(Hold::Unmerge(i, "edited since".into()));
            return None;
        }
        let survivor = m.survivor().ok().flatten()?;
        let takes_back = self.deltas[i..].iter().map(|d| &d.mutation).filter(|m| m.entity == survivor);
        let names: BTreeSet<&str> = takes_back.flat_map(|m| &m.changes).map(|c| c.field.as_str()).collect();
        if stays.kept.iter().any(|k| k.entity == survivor && (k.field == "*" || names.contains(k.field.as_str()))) {
            round.holds.push(Hold::Unmerge(i, "the record that it was merged into was changed since".into()));
            return None;
        }
        let survivor = self.graph.survives(survivor, m.entity);
        let around = crate::Around { held: linked, survivor, ..crate::Around::default() };
        let why = match crate::check(self.graph.records.get(&m.entity), &around, &step) {
            Ok(()) => return Some(step),
            Err(GraphError::Stale { .. }) => "edited since",
            Err(GraphError::StillLinked(_)) => "links made since hold on to it",
            Err(GraphError::NoSurvivor(_)) => "the record that it was merged into is not there any more",
            Err(_) => return None,
        };
        round.holds.push(Hold::Unmerge(i, why.into()));
        None
    }

    /// The part of an update that still stands as the group left it.
    fn update(&self, m: &Mutation, stays: &Stays, round: &mut Round) -> Option<Mutation> {
        let record = self.graph.records.get(&m.entity)?;
        let mut back = inverse(m);
        back.changes.retain(|c| {
            let same = record.fields.get(&c.field).unwrap_or(&Value::Null) == &c.before;
            let stays = stays.fields.contains(&(m.entity, c.field.clone()));
            if !same && !stays {
                round.kept.push(Kept { entity: m.entity, field: c.field.clone(), why: "edited since".into() });
            }
            same && !stays
        });
        let flips = match m.op {
            DeltaOp::Archive => record.archived,
            DeltaOp::Restore => !record.archived,
            _ => false,
        };
        if !flips || stays.flags.contains(&m.entity) {
            back.op = DeltaOp::Update;
        }
        (back.op != DeltaOp::Update || !back.changes.is_empty()).then_some(back)
    }
}

impl Round {
    /// Notes that a whole delta stays.
    fn keep(&mut self, m: &Mutation, why: Option<&str>) {
        let Some(why) = why else { return };
        let fields: Vec<&str> = match m.op {
            DeltaOp::Link | DeltaOp::Unlink => vec!["link"],
            DeltaOp::Update => m.changes.iter().map(|c| c.field.as_str()).collect(),
            _ => vec!["*"],
        };
        self.kept.extend(fields.into_iter().map(|f| Kept { entity: m.entity, field: f.into(), why: why.into() }));
    }
}

type Positions = BTreeMap<usize, Vec<usize>>;

/// Which unlink made room for which link, because a merge or unmerge of the same group moved it.
fn moves(deltas: &[Touched]) -> (Positions, Positions) {
    let (mut to, mut from) = (Positions::new(), Positions::new());
    let mut lands: BTreeMap<EntityRef, BTreeSet<EntityRef>> = BTreeMap::new();
    for m in deltas.iter().map(|d| &d.mutation) {
        let Ok(Some(survivor)) = m.survivor() else { continue };
        let (before, after) = if m.op == DeltaOp::Merge { (m.entity, survivor) } else { (survivor, m.entity) };
        lands.entry(before).or_default().insert(after);
    }
    if lands.is_empty() {
        return (to, from);
    }
    let mut made: BTreeMap<Link, Vec<usize>> = BTreeMap::new();
    for (i, m) in deltas.iter().map(|d| &d.mutation).enumerate().filter(|(_, m)| m.op == DeltaOp::Link) {
        if let Ok(Some(link)) = m.link() {
            made.entry(link).or_default().push(i);
        }
    }
    for (i, m) in deltas.iter().map(|d| &d.mutation).enumerate().filter(|(_, m)| m.op == DeltaOp::Unlink) {
        let Ok(Some(link)) = m.link() else { continue };
        let at_from = lands.get(&link.from).into_iter().flatten().map(|e| Link { from: *e, ..link.clone() });
        let at_to = lands.get(&link.to).into_iter().flatten().map(|e| Link { to: *e, ..link.clone() });
        for j in at_from.chain(at_to).filter_map(|l| made.get(&l)).flatten().filter(|j| **j > i) {
            to.entry(i).or_default().push(*j);
            from.entry(*j).or_default().push(i);
        }
    }
    (to, from)
}
