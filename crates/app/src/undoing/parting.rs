//! A merge taken apart at any later time: exactly as before where nothing was done since, and otherwise with every edit
//! where the reviewer puts it.

use std::collections::BTreeSet;

use contracts::{ApiError, DeltaId, DeltaOp, EditSince, EntityRef, ErrorCode, FieldChange, KeptField, Link, Placement};
use graph::{Edit, Fields, Graph, Kept, Mutation, Parting, Places, Record, UndoPlan, inverse, plan_undo};
use serde_json::{Value, json};
use store::{Reader, StoredDelta};

use super::{Back, told};
use crate::error::Failure;
use crate::imports::undo::{surroundings, touched};
use crate::review::field_title;

/// A merge, and what was done since.
pub(super) struct Parted {
    pub(super) deltas: Vec<StoredDelta>,
    pub(super) survivor: EntityRef,
    before: Fields,
    left: Record,
    pub(super) now: Record,
    pub(super) absorbed: Vec<(EntityRef, Fields)>,
    others: Vec<(EntityRef, Fields)>,
    /// The survivor's own history.
    history: Vec<StoredDelta>,
    /// Links made to the survivor since, each with the change that made it.
    links: Vec<(Link, StoredDelta)>,
    graph: Graph,
    pub(super) plan: UndoPlan,
    merged_again: BTreeSet<contracts::GroupId>,
}

impl Parted {
    /// The merge that these deltas are; none where they are none, or one whose survivor is not there any more.
    pub(super) fn of(r: &Reader<'_>, deltas: &[StoredDelta]) -> Result<Option<Self>, Failure> {
        let merges: Vec<&StoredDelta> = deltas.iter().filter(|d| d.mutation.op == DeltaOp::Merge).collect();
        let survivors: BTreeSet<Option<EntityRef>> =
            merges.iter().map(|d| d.mutation.survivor().ok().flatten()).collect();
        let groups: BTreeSet<contracts::GroupId> = deltas.iter().map(|d| d.group).collect();
        let (1, Some(Some(survivor)), 1) = (survivors.len(), survivors.first().copied(), groups.len()) else {
            return Ok(None);
        };
        for d in &merges {
            let alias = r.alias(d.mutation.entity)?;
            if alias.is_none_or(|a| a.into != survivor) {
                return Ok(None);
            }
        }
        let (Some(now), Some(first), Some(last)) = (r.record(survivor)?, deltas.first(), deltas.last()) else {
            return Ok(None);
        };
        let history = r.deltas_of(survivor.id)?;
        let at = |until: &dyn Fn(i64) -> bool| -> Result<Record, Failure> {
            let known = history.iter().filter(|d| until(d.delta)).map(|d| &d.mutation);
            Ok(graph::fold(known).map_err(store::StoreError::from)?.record.unwrap_or_default())
        };
        let mut before = at(&|d| d < first.delta)?.fields;
        let mut left = at(&|d| d <= last.delta)?;
        let absorbed = merges
            .iter()
            .map(|d| Ok((d.mutation.entity, came_with(r, d, first.delta)?)))
            .collect::<Result<Vec<(EntityRef, Fields)>, Failure>>()?;
        without_taken_apart(&history, (first.delta, last.delta), survivor, &absorbed, &mut before, &mut left.fields);
        let own: BTreeSet<EntityRef> = merges.iter().map(|d| d.mutation.entity).collect();
        let mut others = Vec::new();
        for (old, _) in r.aliases_into(survivor)? {
            if own.contains(&old) {
                continue;
            }
            let merge = r.deltas_of(old.id)?.into_iter().rev().find(|d| d.mutation.op == DeltaOp::Merge);
            // What earlier ones brought is the survivor's by then, as far as nobody took it away again.
            if let Some(merge) = merge.filter(|merge| merge.delta > last.delta) {
                let group = r.standing_group(merge.group)?;
                let first = group.first().map_or(merge.delta, |d| d.delta.min(merge.delta));
                others.push((old, came_with(r, &merge, first)?));
            }
        }
        let touched = touched(r, deltas)?;
        let graph = surroundings(r, &touched)?;
        let plan = plan_undo(&touched, graph.clone());
        let mut parted = Self {
            survivor,
            before,
            left,
            now,
            absorbed,
            others,
            links: Vec::new(),
            merged_again: BTreeSet::new(),
            deltas: deltas.to_vec(),
            history,
            graph,
            plan,
        };
        parted.links = parted.links_since(r, last.delta)?;
        // What another merge brought is no edit: it goes when that one is taken apart.
        for d in parted.history.iter().filter(|d| d.delta > last.delta && d.mutation.op == DeltaOp::Update) {
            let merges = r.standing_group(d.group)?.iter().any(|other| other.mutation.op == DeltaOp::Merge);
            if merges {
                parted.merged_again.insert(d.group);
            }
        }
        Ok(Some(parted))
    }

    fn links_since(&self, r: &Reader<'_>, last: i64) -> Result<Vec<(Link, StoredDelta)>, Failure> {
        let mut out = Vec::new();
        for link in self.graph.links.iter().filter(|l| l.from == self.survivor || l.to == self.survivor) {
            let made =
                r.deltas_of(link.from.id)?.into_iter().rev().find(|d| {
                    d.mutation.op == DeltaOp::Link && d.mutation.link().ok().flatten().as_ref() == Some(link)
                });
            if let Some(made) = made.filter(|d| d.delta > last && d.inverse_of.is_none()) {
                let merges = r.standing_group(made.group)?.iter().any(|d| d.mutation.op == DeltaOp::Merge);
                if !merges {
                    out.push((link.clone(), made));
                }
            }
        }
        Ok(out)
    }

    fn parting(&self) -> Parting<'_> {
        Parting {
            survivor: self.survivor,
            before: &self.before,
            left: &self.left.fields,
            now: &self.now.fields,
            absorbed: &self.absorbed,
            others: &self.others,
        }
    }

    /// The newest change since the merge that made an edit; none where another merge did.
    fn author(&self, e: &Edit) -> Option<&StoredDelta> {
        let last = self.deltas.last()?.delta;
        let item = if e.after.is_null() { &e.before } else { &e.after };
        let has = |list: &Value| list.as_array().is_some_and(|all| all.contains(item));
        // Of a list it is who added or removed the item: another merge may have touched the list since.
        let touches = |d: &&StoredDelta| {
            let own = |c: &&FieldChange| c.field == e.field && (!e.item || has(&c.before) != has(&c.after));
            d.delta > last && d.mutation.changes.iter().any(|c| own(&c))
        };
        self.history.iter().rev().find(touches).filter(|d| !self.merged_again.contains(&d.group))
    }

    /// The newest change that flipped the archived flag since the merge, where it is another than the merge left.
    fn flipped(&self) -> Option<&StoredDelta> {
        let last = self.deltas.last()?.delta;
        let flips = |d: &&StoredDelta| matches!(d.mutation.op, DeltaOp::Archive | DeltaOp::Restore);
        let found = self.history.iter().rev().find(|d| d.delta > last && flips(d));
        found.filter(|_| self.left.archived != self.now.archived)
    }

    /// What was done since, oldest first.
    pub(super) fn edits(&self) -> Vec<EditSince> {
        let mut out: Vec<(i64, EditSince)> = Vec::new();
        let entity = self.survivor.entity;
        for e in self.parting().edits() {
            let Some(by) = self.author(&e) else { continue };
            let why = self.why(&e);
            let edit = EditSince {
                kind: if e.item { "item" } else { "field" }.into(),
                title: field_title(entity, &e.field),
                edit: e.id,
                field: e.field,
                before: e.before,
                after: e.after,
                by: by.actor.clone(),
                at: by.at.clone(),
                proposed: e.proposed.id,
                why,
            };
            out.push((by.delta, edit));
        }
        for (link, made) in &self.links {
            let other = if link.from == self.survivor { link.to } else { link.from };
            let edit = EditSince {
                edit: link_id(link),
                kind: "link".into(),
                field: link.kind.clone(),
                title: link.kind.replace('_', " "),
                before: Value::Null,
                after: json!({ "entity": other.entity, "id": other.id }),
                by: made.actor.clone(),
                at: made.at.clone(),
                proposed: self.survivor.id,
                why: "It was made to the record that all of them were.".into(),
            };
            out.push((made.delta, edit));
        }
        if let Some(by) = self.flipped() {
            let edit = EditSince {
                edit: FLAG.into(),
                kind: "flag".into(),
                field: "archived".into(),
                title: "Archived".into(),
                before: Value::Bool(self.left.archived),
                after: Value::Bool(self.now.archived),
                by: by.actor.clone(),
                at: by.at.clone(),
                proposed: self.survivor.id,
                why: "It was done to the record that all of them were.".into(),
            };
            out.push((by.delta, edit));
        }
        out.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.edit.cmp(&b.1.edit)));
        out.into_iter().map(|(_, e)| e).collect()
    }

    fn why(&self, e: &Edit) -> String {
        let named = |at: EntityRef| {
            let fields = self.absorbed.iter().find(|(a, _)| *a == at).map_or(&self.now.fields, |(_, f)| f);
            graph::title(at.entity, fields)
        };
        if e.proposed != self.survivor {
            return format!("The value was {}'s before the merge.", named(e.proposed));
        }
        if e.after.is_null() {
            return "It was taken away from the record that all of them were; who comes back comes back whole.".into();
        }
        "It was written on the record that all of them were.".into()
    }

    /// What the survivor and those who come back say, every edit placed.
    pub(super) fn apart(&self, places: &Places) -> (Fields, Vec<(EntityRef, Fields)>) {
        let apart = self.parting().place(places);
        (apart.survivor, apart.absorbed)
    }

    /// The changes that take the merge apart, every edit placed.
    pub(super) fn back(&self, places: &Places) -> Result<Back, Failure> {
        let mut graph = self.graph.clone();
        let mut steps: Vec<(Option<DeltaId>, Mutation)> = Vec::new();
        for (id, step) in &self.plan.steps {
            graph.apply(step).map_err(store::StoreError::from)?;
            steps.push((Some(*id), step.clone()));
        }
        let apart = self.parting().place(places);
        self.settle(&graph, &apart.survivor, &mut steps);
        for (at, fields) in &apart.absorbed {
            let changes = self.changes(&graph, *at, fields);
            if !changes.is_empty() {
                steps.push((None, Mutation { entity: *at, op: DeltaOp::Update, changes }));
            }
        }
        self.place_links(places, &graph, &mut steps);
        self.place_flag(places, &graph, &mut steps);
        let mut kept: Vec<KeptField> = self.edits_that_stay(&apart, places);
        let on_survivor = |k: &&Kept| k.entity != self.survivor || k.field == "*" || k.field == "link";
        kept.extend(self.plan.kept.iter().filter(on_survivor).cloned().map(told));
        Ok(Back { steps, kept, kind: "unmerge", decision: None, proposal: None, batch: None })
    }

    /// Brings the survivor to what it is to say. Every change that the merge made to it counts as taken back, whether
    /// anything of it was still to be undone or not: what was edited meanwhile must never lead back into it. A change is
    /// taken back by one other at most, so what is left to do joins the step that takes one back.
    fn settle(&self, graph: &Graph, wanted: &Fields, steps: &mut Vec<(Option<DeltaId>, Mutation)>) {
        let taken: BTreeSet<DeltaId> = self.plan.steps.iter().map(|(id, _)| *id).collect();
        let own = |m: &Mutation| m.op == DeltaOp::Update && m.entity == self.survivor;
        let open = self.deltas.iter().filter(|d| own(&d.mutation) && !taken.contains(&d.delta_id));
        let mut open: Vec<&StoredDelta> = open.collect();
        let changes = self.changes(graph, self.survivor, wanted);
        let update = |changes| Mutation { entity: self.survivor, op: DeltaOp::Update, changes };
        if !changes.is_empty() {
            if !open.is_empty() {
                steps.push((Some(open.remove(0).delta_id), update(changes)));
            } else if let Some((_, last)) = steps.iter_mut().rev().find(|(_, m)| own(m)) {
                for c in changes {
                    match last.changes.iter_mut().find(|known| known.field == c.field) {
                        Some(known) => (known.after, known.sources) = (c.after, c.sources),
                        None => last.changes.push(c),
                    }
                }
            } else {
                steps.push((None, update(changes)));
            }
        }
        for d in open {
            let Some(field) = d.mutation.changes.first().map(|c| c.field.clone()) else { continue };
            let now = wanted.get(&field).cloned().unwrap_or_default();
            let mark = FieldChange { field, before: now.clone(), after: now, sources: Vec::new(), confidence: None };
            steps.push((Some(d.delta_id), update(vec![mark])));
        }
    }

    /// What has to change so that a record says this; values that are new to it bring their cells along.
    fn changes(&self, graph: &Graph, at: EntityRef, wanted: &Fields) -> Vec<FieldChange> {
        let Some(record) = graph.records.get(&at) else { return Vec::new() };
        let artifacts: Vec<_> = self.history.iter().map(StoredDelta::artifact).collect();
        let mut changes = graph::diff(&record.fields, wanted);
        for c in &mut changes {
            let had = c.before.as_array().cloned().unwrap_or_default();
            let new: Vec<&Value> = match &c.after {
                Value::Array(items) => items.iter().filter(|i| !had.contains(i)).collect(),
                Value::Null => Vec::new(),
                one => vec![one],
            };
            let origins = new.iter().map(|v| dossier::item_origin(&artifacts, &c.field, v));
            let cells: Vec<_> = origins.map(|o| o.and_then(|o| o.cell.cloned())).collect();
            // One list of sources stands for all that is new: half of it would name the wrong cells.
            if cells.iter().all(Option::is_some) {
                c.sources = cells.into_iter().flatten().collect();
            }
        }
        changes
    }

    fn place_links(&self, places: &Places, graph: &Graph, steps: &mut Vec<(Option<DeltaId>, Mutation)>) {
        for (link, made) in &self.links {
            let Some(to) = places.get(&link_id(link)).copied().flatten().filter(|to| *to != self.survivor) else {
                continue;
            };
            let end = |e: EntityRef| if e == self.survivor { to } else { e };
            let moved = Link { kind: link.kind.clone(), from: end(link.from), to: end(link.to) };
            if !graph.links.contains(link) || moved.from == moved.to {
                continue;
            }
            steps.push((Some(made.delta_id), inverse(&Mutation::make_link(link))));
            if !graph.links.contains(&moved) {
                steps.push((None, Mutation::make_link(&moved)));
            }
        }
    }

    fn place_flag(&self, places: &Places, graph: &Graph, steps: &mut Vec<(Option<DeltaId>, Mutation)>) {
        let (Some(_), Some(place)) = (self.flipped(), places.get(FLAG)) else { return };
        let op = if self.now.archived { DeltaOp::Archive } else { DeltaOp::Restore };
        let flip = |entity: EntityRef, op: DeltaOp| Mutation { entity, op, changes: Vec::new() };
        for (at, _) in self.absorbed.iter().filter(|(at, _)| place.is_none_or(|to| to == *at)) {
            let differs = graph.records.get(at).is_some_and(|rec| rec.archived != self.now.archived);
            if differs {
                steps.push((None, flip(*at, op)));
            }
        }
        if place.is_some_and(|to| to != self.survivor) {
            steps.push((None, inverse(&flip(self.survivor, op))));
        }
    }

    /// Edits that are still felt somewhere: told as what stays.
    fn edits_that_stay(&self, apart: &graph::Parted, places: &Places) -> Vec<KeptField> {
        let mut out: Vec<KeptField> = Vec::new();
        let mut keep = |entity: EntityRef, field: &str| {
            let why = "edited since".to_owned();
            let one = KeptField { entity, field: field.into(), why };
            if !out.contains(&one) {
                out.push(one);
            }
        };
        let exact = self.parting();
        let whole = Parting { now: &self.left.fields, ..exact }.place(&Places::new());
        for name in apart.survivor.keys().chain(whole.survivor.keys()) {
            if apart.survivor.get(name) != whole.survivor.get(name) {
                keep(self.survivor, name);
            }
        }
        for ((at, fields), (_, was)) in apart.absorbed.iter().zip(&self.absorbed) {
            for name in fields.keys().chain(was.keys()).filter(|n| fields.get(*n) != was.get(*n)) {
                keep(*at, name);
            }
        }
        for (link, _) in &self.links {
            let to = places.get(&link_id(link)).copied().flatten().unwrap_or(self.survivor);
            keep(to, "link");
        }
        if self.flipped().is_some() {
            keep(places.get(FLAG).copied().flatten().unwrap_or(self.survivor), "*");
        }
        out
    }

    /// Where edits go, as a reviewer says it, checked against what there is to place.
    pub(super) fn places(&self, placements: &[Placement]) -> Result<Places, Failure> {
        let edits = self.edits();
        let mut places = Places::new();
        for p in placements {
            let wrong = |why: String| {
                ApiError::new(ErrorCode::BadInput, why, "Look at the merge again, then place what it lists.")
                    .at("placements")
            };
            let Some(edit) = edits.iter().find(|e| e.edit == p.edit) else {
                return Err(wrong(format!("Nothing done since the merge is called {}.", p.edit)).into());
            };
            let all = || self.absorbed.iter().map(|(at, _)| *at).chain([self.survivor]);
            let to = match p.to {
                Some(id) => Some(
                    all()
                        .find(|at| at.id == id)
                        .ok_or_else(|| wrong(format!("{id} is none of the records that the merge joined.")))?,
                ),
                None if edit.kind == "link" => {
                    return Err(wrong("A link goes to one record.".into()).into());
                }
                None => None,
            };
            places.insert(p.edit.clone(), to);
        }
        Ok(places)
    }

    /// What a decision is bound to: the merge, the version of the survivor, and the links made since. No values: the hash
    /// outlives them.
    pub(super) fn seen(&self) -> String {
        let links: Vec<String> = self.links.iter().map(|(link, _)| link_id(link)).collect();
        let group = self.deltas.first().map(|d| d.group.to_string()).unwrap_or_default();
        let about = graph::canonical_json(&json!([group, self.survivor.id, self.now.version, links]));
        graph::hex(&graph::commitment("velocity/unmerge-seen/1", &[about.as_bytes()]))
    }
}

/// Names the archived flag among edits.
const FLAG: &str = "flag:archived";

fn link_id(link: &Link) -> String {
    format!("link:{}:{}:{}", link.kind, link.from.id, link.to.id)
}

/// The fields with which a record came into a merge whose changes begin at `first`. A merge that stands again because its
/// taking apart was undone first takes away what had been placed at the record: the merge itself doesn't know of that.
fn came_with(r: &Reader<'_>, merge: &StoredDelta, first: i64) -> Result<Fields, Failure> {
    let history = r.deltas_of(merge.mutation.entity.id)?;
    if !history.iter().any(|d| (first..merge.delta).contains(&d.delta)) {
        return Ok(was(&merge.mutation));
    }
    let known = history.iter().filter(|d| d.delta < first).map(|d| &d.mutation);
    let before = graph::fold(known).map_err(store::StoreError::from)?.record;
    Ok(before.map_or_else(|| was(&merge.mutation), |record| record.fields))
}

/// The fields of an absorbed record, from its merge.
fn was(merge: &Mutation) -> Fields {
    let own = merge.changes.iter().filter(|c| c.field != contracts::MERGED_INTO && !c.before.is_null());
    own.map(|c| (c.field.clone(), c.before.clone())).collect()
}

/// What the survivor was before this merge and after it, had an earlier one never been that was taken apart since: the
/// values that it brought are not the survivor's own.
fn without_taken_apart(
    history: &[StoredDelta],
    (first, last): (i64, i64),
    survivor: EntityRef,
    absorbed: &[(EntityRef, Fields)],
    before: &mut Fields,
    left: &mut Fields,
) {
    let undone = history.iter().filter(|d| d.delta > last && d.cause.kind == "unmerge");
    let undone: BTreeSet<DeltaId> = undone.filter_map(|d| d.inverse_of).collect();
    let updates: Vec<&StoredDelta> =
        history.iter().filter(|d| d.delta < first && d.mutation.link().ok().flatten().is_none()).collect();
    let gone = updates.iter().filter(|d| undone.contains(&d.delta_id));
    let fields: BTreeSet<String> = gone.flat_map(|d| &d.mutation.changes).map(|c| c.field.clone()).collect();
    for name in fields {
        let mut own = Value::Null;
        for d in &updates {
            let Some(c) = d.mutation.changes.iter().find(|c| c.field == name) else { continue };
            let standing = !undone.contains(&d.delta_id);
            match (&c.before, &c.after) {
                (had, Value::Array(now)) => {
                    let had = had.as_array().map(Vec::as_slice).unwrap_or_default();
                    let mut items = own.as_array().cloned().unwrap_or_default();
                    // What was taken away then is gone; what was added counts where the change still stands.
                    items.retain(|i| now.contains(i) || !had.contains(i));
                    items.extend(now.iter().filter(|i| standing && !had.contains(i)).cloned());
                    own = Value::Array(items);
                }
                (_, after) if standing => own = after.clone(),
                _ => {}
            }
        }
        let empty = own.is_null() || own.as_array().is_some_and(Vec::is_empty);
        if empty {
            drop(before.remove(&name))
        } else {
            drop(before.insert(name.clone(), own))
        }
        let record = Record { fields: before.clone(), ..Record::default() };
        let others: Vec<(EntityRef, Record)> =
            absorbed.iter().map(|(at, f)| (*at, Record { fields: f.clone(), ..Record::default() })).collect();
        let sides: Vec<(EntityRef, &Record)> =
            std::iter::once((survivor, &record)).chain(others.iter().map(|(at, r)| (*at, r))).collect();
        match graph::united(&name, &sides) {
            Value::Null => drop(left.remove(&name)),
            value => drop(left.insert(name, value)),
        }
    }
}
