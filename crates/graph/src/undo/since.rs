//! How a group left what it touched, and what has become of it since.

use std::collections::{BTreeMap, BTreeSet};

use contracts::{DeltaOp, EntityRef, Link, MERGED_INTO};
use serde_json::Value;

use super::touched::ARCHIVED;
use super::{Stays, Touched};
use crate::Graph;

/// Whether a record stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Standing {
    #[default]
    Live,
    Absorbed(EntityRef),
    Gone,
}

/// A record as the group left it.
#[derive(Debug, Default)]
struct Left {
    /// The group made it, so that all its fields are known here.
    created: bool,
    standing: Standing,
    /// The fields that the group touched: before it and after. An absorbed record keeps its own out of sight.
    fields: BTreeMap<String, (Value, Value)>,
    archived: Option<bool>,
    /// Fields that others wrote since.
    since: BTreeSet<String>,
}

/// What a group left behind.
pub(super) struct LeftBehind {
    records: BTreeMap<EntityRef, Left>,
    /// Whether a link that it touched stood in the end.
    links: BTreeMap<Link, bool>,
}

impl LeftBehind {
    pub(super) fn of(deltas: &[Touched]) -> Self {
        let mut left = Self { records: BTreeMap::new(), links: BTreeMap::new() };
        for (m, since) in deltas.iter().map(|d| (&d.mutation, &d.since)) {
            if let Ok(Some(link)) = m.link() {
                left.links.insert(link, m.op == DeltaOp::Link);
                continue;
            }
            let record = left.records.entry(m.entity).or_default();
            match m.op {
                DeltaOp::Create => {
                    *record = Left { created: true, archived: Some(false), ..Left::default() };
                }
                DeltaOp::Remove => record.standing = Standing::Gone,
                DeltaOp::Unmerge => record.standing = Standing::Live,
                DeltaOp::Merge => {
                    if let Ok(Some(into)) = m.survivor() {
                        record.standing = Standing::Absorbed(into);
                    }
                    continue;
                }
                DeltaOp::Archive => record.archived = Some(true),
                DeltaOp::Restore => record.archived = Some(false),
                _ => {}
            }
            record.since.extend(since.iter().cloned());
            for c in m.changes.iter().filter(|c| c.field != MERGED_INTO) {
                let entry = record.fields.entry(c.field.clone()).or_insert_with(|| (c.before.clone(), Value::Null));
                entry.1 = c.after.clone();
            }
        }
        left
    }

    fn created(&self, at: EntityRef) -> bool {
        self.records.get(&at).is_some_and(|l| l.created)
    }

    fn made(&self, link: &Link) -> bool {
        self.links.get(link) == Some(&true)
    }

    /// Who absorbed a record in this group, and still has it.
    fn absorber(&self, at: EntityRef, graph: &Graph) -> Option<EntityRef> {
        let into = graph.aliases.get(&at)?.into;
        (self.records.get(&at)?.standing == Standing::Absorbed(into)).then_some(into)
    }
}

/// What stays because it is no longer as the group left it.
pub(super) fn compare(deltas: &[Touched], graph: &Graph, others: &BTreeSet<Link>) -> Stays {
    let left = LeftBehind::of(deltas);
    let mut stays = Stays::default();
    for (link, stood) in &left.links {
        if graph.links.contains(link) != *stood {
            stays.links.insert(link.clone());
        }
    }
    for (at, l) in &left.records {
        let now = match (graph.records.get(at), graph.aliases.get(at)) {
            (Some(_), _) => Standing::Live,
            (None, Some(alias)) => Standing::Absorbed(alias.into),
            (None, None) => Standing::Gone,
        };
        match (l.standing, now) {
            (was, is) if was == is => {}
            // The group's own merge was taken back since: the record has its fields again.
            (Standing::Absorbed(_), Standing::Live) => {}
            (_, Standing::Absorbed(_)) => {
                stays.tell(*at, "*", "merged into another record since");
                stays.records.insert(*at);
                if l.created {
                    stays.whole.insert(*at);
                }
            }
            // Gone, or made anew: both are as before the group already.
            _ => {
                stays.records.insert(*at);
            }
        }
        if !stays.records.contains(at) {
            compare_record(*at, l, graph, &mut stays);
        }
    }
    held_by_others(&left, graph, others, &mut stays);
    close(&left, graph, &mut stays);
    stays
}

fn compare_record(at: EntityRef, left: &Left, graph: &Graph, stays: &mut Stays) {
    let Some(record) = graph.records.get(&at) else { return };
    let mut edited = false;
    for (name, (before, after)) in &left.fields {
        let now = record.fields.get(name).unwrap_or(&Value::Null);
        if now == after && !left.since.contains(name) {
            continue;
        }
        stays.fields.insert((at, name.clone()));
        if left.created || now != before {
            stays.tell(at, name, "edited since");
            edited = true;
        }
    }
    let again = left.archived == Some(record.archived) && left.since.contains(ARCHIVED);
    let flipped = again || left.archived.is_some_and(|flag| flag != record.archived);
    if flipped {
        stays.flags.insert(at);
    }
    if again || (flipped && left.created) {
        stays.tell(at, "*", if record.archived { "archived since" } else { "restored since" });
    }
    if !left.created {
        return;
    }
    for name in record.fields.keys().filter(|name| !left.fields.contains_key(*name)) {
        stays.tell(at, name, "edited since");
        edited = true;
    }
    if edited || flipped {
        stays.whole.insert(at);
    }
}

/// Records created here that something made since holds on to.
fn held_by_others(left: &LeftBehind, graph: &Graph, others: &BTreeSet<Link>, stays: &mut Stays) {
    let mut links: BTreeMap<EntityRef, usize> = BTreeMap::new();
    for l in others.iter().filter(|l| graph.links.contains(l) && left.created(l.to)) {
        if stays.whole.insert(l.to) {
            stays.tell(l.to, "*", LINKED_BY_WHAT_STAYS);
        }
    }
    for l in graph.links.iter().filter(|l| !left.made(l) && !others.contains(l)) {
        for end in BTreeSet::from([l.from, l.to]).into_iter().filter(|end| left.created(*end)) {
            *links.entry(end).or_default() += 1;
        }
    }
    let mut absorbed: BTreeMap<EntityRef, usize> = BTreeMap::new();
    for (at, alias) in &graph.aliases {
        if left.created(alias.into) && left.absorber(*at, graph).is_none() {
            *absorbed.entry(alias.into).or_default() += 1;
        }
    }
    for (at, n) in links {
        let what = if n == 1 { "one link made since holds".into() } else { format!("{n} links made since hold") };
        stays.tell(at, "*", format!("{what} on to it"));
        stays.whole.insert(at);
    }
    for (at, n) in absorbed {
        let what = if n == 1 { "one record was".into() } else { format!("{n} records were") };
        stays.tell(at, "*", format!("{what} merged into it since"));
        stays.whole.insert(at);
    }
}

/// Keeps what a record that stays whole holds on to: a person edited since keeps the company that came with it, and
/// whoever was merged into it; one who stays absorbed keeps who absorbed them.
pub(super) fn close(left: &LeftBehind, graph: &Graph, stays: &mut Stays) {
    let mut follow: BTreeMap<EntityRef, Vec<(EntityRef, &str)>> = BTreeMap::new();
    for (link, _) in left.links.iter().filter(|(l, made)| **made && graph.links.contains(l)) {
        if left.created(link.to) {
            follow.entry(link.from).or_default().push((link.to, LINKED_BY_WHAT_STAYS));
        }
    }
    let mut own_merges = Vec::new();
    for at in left.records.keys() {
        let Some(into) = left.absorber(*at, graph) else { continue };
        if left.created(into) {
            own_merges.push((*at, into));
            follow.entry(*at).or_default().push((into, "a record that stays was merged into it"));
        }
    }
    for (at, into) in &own_merges {
        if left.created(*at) {
            follow.entry(*into).or_default().push((*at, MERGED_HERE));
        }
    }
    let mut open: Vec<EntityRef> = stays.whole.iter().copied().collect();
    while let Some(at) = open.pop() {
        for (next, why) in follow.get(&at).into_iter().flatten() {
            if stays.whole.insert(*next) {
                stays.tell(*next, "*", *why);
                open.push(*next);
            }
        }
    }
    // Records that were there before the group and were merged into one that stays whole.
    for (at, into) in own_merges {
        if stays.whole.contains(&into) && !left.created(at) && stays.records.insert(at) {
            stays.tell(at, "*", MERGED_HERE);
        }
    }
}

const LINKED_BY_WHAT_STAYS: &str = "a record that stays is linked to it";
const MERGED_HERE: &str = "the record that it was merged into stays";
