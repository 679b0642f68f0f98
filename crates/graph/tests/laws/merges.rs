//! Laws of merges and of taking one back.

use std::collections::{BTreeMap, BTreeSet};

use contracts::{CellRef, DeltaOp, EntityRef, FieldChange, Link};
use graph::{Graph, MergePlan, MergeRequest, inverse, plan_merge};
use proptest::prelude::*;
use serde_json::Value;

use crate::world::{Step, World, cases, entity, origins, settlement, steps};

fn merge() -> impl Strategy<Value = (u8, Vec<u8>)> {
    (any::<u8>(), prop::collection::vec(any::<u8>(), 1..=3))
}

/// A merge of people without choices, applied as a group of its own.
fn merged(world: &mut World, (survivor, absorbed): &(u8, Vec<u8>)) -> Option<(MergeRequest<'static>, MergePlan)> {
    let request = world.request(0, *survivor, absorbed, &Vec::new())?;
    let plan = plan_merge(&request, &world.graph).expect("the records are there");
    let mut group = Vec::new();
    for m in &plan.steps {
        world.push(m.clone(), &mut group);
    }
    world.groups.push(group);
    world.assert_sound();
    Some((request, plan))
}

/// The items of a list, or the one value.
fn each(value: &Value) -> Vec<&Value> {
    value.as_array().map_or_else(|| vec![value], |items| items.iter().collect())
}

fn text(item: &Value) -> String {
    item.get("value").unwrap_or(item).as_str().unwrap_or_default().to_lowercase()
}

/// Sources as the dossier reads them back: the newest change that brought an item in; sources stand for new items.
fn read_back<'c>(changes: &[&'c FieldChange], value: &Value) -> Option<(Option<&'c CellRef>, Option<f64>)> {
    let items = |v: &Value| v.as_array().cloned().unwrap_or_default();
    changes.iter().rev().find_map(|c| {
        let position = if c.after.is_array() {
            let before = items(&c.before);
            if before.contains(value) {
                return None;
            }
            items(&c.after).iter().filter(|i| !before.contains(i)).position(|i| i == value)?
        } else if c.after == *value {
            0
        } else {
            return None;
        };
        Some((c.sources.get(position).or_else(|| c.sources.first()), c.confidence))
    })
}

proptest! {
    #![proptest_config(cases())]

    /// Unmerge after merge restores the content exactly, by inverses and by undo; versions go on rising.
    #[test]
    fn unmerge_restores_exactly(before in settlement(), who in merge()) {
        let mut world = World::settled(0, &before);
        let start = world.graph.clone();
        let Some((request, _)) = merged(&mut world, &who) else { return Ok(()) };
        let mut by_hand = world.clone();
        for t in world.groups[1].iter().rev() {
            by_hand.push(inverse(&t.mutation), &mut Vec::new());
        }
        let plan = world.undo(1);
        for graph in [&world.graph, &by_hand.graph] {
            prop_assert_eq!(graph.content(), start.content());
            for at in &request.absorbed {
                prop_assert!(graph.records[at].version > start.records[at].version);
            }
        }
        prop_assert!(plan.kept.is_empty());
    }

    /// After a merge every old id leads to the survivor, no value that a list held is lost, links end at the survivor.
    #[test]
    fn a_merge_loses_nothing(before in settlement(), who in merge()) {
        let mut world = World::settled(0, &before);
        let start = world.graph.clone();
        let Some((request, plan)) = merged(&mut world, &who) else { return Ok(()) };
        let all: Vec<EntityRef> = std::iter::once(request.survivor).chain(request.absorbed.iter().copied()).collect();
        let survivor = &world.graph.records[&request.survivor];
        for at in &all {
            prop_assert_eq!(world.graph.resolve(*at), request.survivor);
            for (name, value) in &start.records[at].fields {
                let now = survivor.fields.get(name);
                if let Some(items) = value.as_array() {
                    let now = now.and_then(Value::as_array).expect("lists stay");
                    let now: Vec<String> = now.iter().map(text).collect();
                    for item in items {
                        prop_assert_eq!(now.iter().filter(|t| **t == text(item)).count(), 1);
                    }
                } else if name != "consent.at" {
                    prop_assert!(now.is_some(), "{} was emptied", name);
                    let told = |d: &graph::Difference| {
                        d.field == *name && d.gives_way.contains(&(*at, value.clone())) && Some(&d.stays) == now
                    };
                    prop_assert!(now == Some(value) || plan.consequences.differing.iter().any(told));
                }
            }
        }
        let held = |name: &str, v: bool| all.iter().any(|at| start.records[at].fields.get(name) == Some(&v.into()));
        for (name, strict) in [("consent.email", false), ("consent.sms", false), ("do_not_contact", true)] {
            prop_assert!(!held(name, strict) || survivor.fields.get(name) == Some(&strict.into()));
        }
        for (name, value) in &start.records[&request.survivor].fields {
            let ruled = name.starts_with("consent.") || name == "do_not_contact";
            if let Some(items) = value.as_array() {
                let now = survivor.fields[name].as_array().expect("lists stay");
                prop_assert_eq!(items.as_slice(), &now[..items.len()]);
            } else if !ruled {
                prop_assert_eq!(Some(value), survivor.fields.get(name));
            }
        }
        for items in survivor.fields.values().filter_map(Value::as_array) {
            prop_assert!(items.iter().filter(|i| i.get("is_primary") == Some(&true.into())).count() <= 1);
        }
        let lands = |at: EntityRef| if request.absorbed.contains(&at) { request.survivor } else { at };
        let wanted: BTreeSet<_> = start.links.iter()
            .map(|l| Link { kind: l.kind.clone(), from: lands(l.from), to: lands(l.to) })
            .filter(|l| l.from != l.to || start.links.contains(l))
            .collect();
        prop_assert_eq!(&world.graph.links, &wanted);
        let touched = start.links.iter().filter(|l| lands(l.from) != l.from || lands(l.to) != l.to).count();
        let told: usize = plan.consequences.moved.values().chain(plan.consequences.dropped.values()).sum();
        prop_assert_eq!(told, touched);
        let order = |op| match op {
            DeltaOp::Unlink => 0,
            DeltaOp::Link => 1,
            DeltaOp::Update => 2,
            _ => 3,
        };
        prop_assert!(plan.steps.windows(2).all(|w| order(w[0].op) <= order(w[1].op)));
    }

    /// What is carried over is read back with the cell and the confidence it had, or with none if it had none.
    #[test]
    fn values_keep_their_sources(before in settlement(), who in merge()) {
        let mut world = World::settled(0, &before);
        let start = world.graph.clone();
        let Some((request, plan)) = merged(&mut world, &who) else { return Ok(()) };
        let updates: Vec<&FieldChange> =
            plan.steps.iter().filter(|m| m.op == DeltaOp::Update).flat_map(|m| &m.changes).collect();
        let plain = |item: &Value| {
            let mut item = item.clone();
            item.as_object_mut().map(|map| map.remove("is_primary"));
            item
        };
        for (name, value) in &world.graph.records[&request.survivor].fields {
            let own: Vec<&FieldChange> = updates.iter().filter(|c| c.field == *name).copied().collect();
            for item in each(value) {
                let Some((cell, confidence)) = read_back(&own, item) else { continue };
                let possible = request.absorbed.iter().flat_map(|at| {
                    let held = start.records[at].fields.get(name);
                    let items = held.map_or_else(Vec::new, each);
                    let same = items.into_iter().filter(|i| plain(i) == plain(item));
                    same.map(|i| origins(*at, name, i)).collect::<Vec<_>>()
                });
                let given = (cell.cloned(), confidence);
                prop_assert!(possible.into_iter().any(|(cells, c)| (cells.into_iter().next(), c) == given), "{}", name);
            }
        }
    }

    /// The survivor edited and linked since: who was absorbed comes back as they were; the survivor keeps what is new
    /// and loses what the merge brought and still stands.
    #[test]
    fn unmerge_after_edits(before in settlement(), who in merge(), since in steps(8)) {
        let mut world = World::settled(0, &before);
        let start = world.graph.clone();
        let Some((request, _)) = merged(&mut world, &who) else { return Ok(()) };
        let then = world.graph.clone();
        let edits: Vec<Step> = since.into_iter().filter(|s| !matches!(s, Step::Merge(..) | Step::Unmerge(_))).collect();
        world.act(&edits);
        let now = world.graph.clone();
        world.undo(1);
        world.assert_sound();
        for at in &request.absorbed {
            let (was, is) = (&start.records[at], &world.graph.records[at]);
            prop_assert_eq!((was.archived, &was.fields), (is.archived, &is.fields));
        }
        let fields = |g: &Graph| g.records[&request.survivor].fields.clone();
        let (was, merged, edited, is) = (fields(&start), fields(&then), fields(&now), fields(&world.graph));
        let names: BTreeSet<&String> = [&was, &merged, &edited, &is].into_iter().flat_map(BTreeMap::keys).collect();
        for name in names {
            let untouched = merged.get(name) == edited.get(name);
            prop_assert_eq!(is.get(name), if untouched { was.get(name) } else { edited.get(name) }, "{}", name);
        }
        for link in world.graph.links.difference(&start.links) {
            let made_since = now.links.contains(link) && !then.links.contains(link);
            prop_assert!(made_since, "{:?} stands and nobody made it", link);
        }
        let lands = |at: EntityRef| if request.absorbed.contains(&at) { request.survivor } else { at };
        for link in start.links.difference(&world.graph.links) {
            let put = Link { kind: link.kind.clone(), from: lands(link.from), to: lands(link.to) };
            let taken_away = then.links.contains(&put) && !now.links.contains(&put);
            prop_assert!(taken_away && (put == *link || !start.links.contains(&put)), "{:?} is not back", link);
        }
        for link in now.links.difference(&then.links) {
            prop_assert!(world.graph.links.contains(link), "{:?}, made since, is gone", link);
        }
    }

    /// Who survives does not depend on the order in which records are looked at.
    #[test]
    fn the_proposed_survivor_is_one(before in settlement(), turn in 0usize..6) {
        let world = World::settled(0, &before);
        let links = |at: EntityRef| world.graph.links.iter().filter(|l| l.from == at || l.to == at).count();
        let mut people: Vec<_> = (0..6).map(|n| entity(0, n))
            .filter_map(|at| world.graph.records.get(&at).map(|r| (at, r, links(at)))).collect();
        let first = graph::propose_survivor(&people);
        let n = people.len().max(1);
        people.rotate_left(turn % n);
        prop_assert_eq!(graph::propose_survivor(&people), first);
        prop_assert_eq!(first.is_none(), people.is_empty());
    }
}
