//! Laws of undo: exact when nothing came on top, and never at the cost of what did.

use std::collections::{BTreeMap, BTreeSet};

use contracts::{DeltaOp, EntityRef, Link};
use graph::{Graph, Touched};
use proptest::prelude::*;
use serde_json::Value;

use crate::world::{World, actions, cases, settlement, steps};

type Hidden = BTreeMap<EntityRef, BTreeMap<String, Value>>;

fn now<'g>(graph: &'g Graph, at: EntityRef, field: &str) -> Option<&'g Value> {
    graph.records.get(&at).map(|r| r.fields.get(field).unwrap_or(&Value::Null))
}

/// Everything that `since` did and that still stands, `then` being the state before it, is in `after`. `hidden` are the
/// fields of records absorbed by then, which an unmerge shows again and nobody edits by that.
fn assert_nothing_lost(then: &Graph, hidden: &Hidden, now_graph: &Graph, since: &[&Touched], after: &Graph) {
    for m in since.iter().map(|t| &t.mutation) {
        let at = m.entity;
        if let Some(record) = now_graph.records.get(&at) {
            let kept = after.records.get(&at);
            for c in m.changes.iter().filter(|c| !["link", "merged_into"].contains(&c.field.as_str())) {
                let before = hidden.get(&at).map(|fields| fields.get(&c.field).unwrap_or(&Value::Null));
                let (was, is) = (now(then, at, &c.field).or(before), now(now_graph, at, &c.field));
                if was != is {
                    assert_eq!(now(after, at, &c.field), is, "{at:?} lost {}", c.field);
                }
            }
            let was = then.records.get(&at).map(|r| r.archived);
            if was.is_some_and(|was| was != record.archived) && kept.is_some() {
                assert!(kept.is_some_and(|k| k.archived == record.archived), "{at:?} is no longer as archived");
            }
            if !then.records.contains_key(&at) && m.op == DeltaOp::Create {
                assert!(kept.is_some(), "{at:?}, made since, is gone");
            }
        }
        if let Some(link) = m.link().expect("a link change holds a link") {
            let stands = |g: &Graph| g.links.contains(&link);
            if !stands(then) && stands(now_graph) {
                assert!(stands(after), "{link:?}, made since, is gone");
            }
        }
        if m.op == DeltaOp::Merge && then.records.contains_key(&at) && now_graph.aliases.contains_key(&at) {
            assert_eq!(after.aliases.get(&at), now_graph.aliases.get(&at), "{at:?}, absorbed since, is not");
        }
    }
}

proptest! {
    #![proptest_config(cases())]

    /// An undo with nothing done in between restores the graph and keeps nothing, whatever the group did.
    #[test]
    fn undo_of_the_last_group_restores_everything(before in settlement(), first in actions(4), group in steps(16)) {
        let mut world = World::settled(0, &before);
        world.play(&first);
        let start = world.graph.content();
        world.act(&group);
        let done = world.graph.content();
        let plan = world.undo(world.groups.len() - 1);
        prop_assert_eq!(world.graph.content(), start);
        prop_assert!(plan.kept.is_empty(), "{:?}", plan.kept);
        let plan = world.undo(world.groups.len() - 1);
        prop_assert_eq!(world.graph.content(), done);
        prop_assert!(plan.kept.is_empty(), "{:?}", plan.kept);
    }

    /// An undo after later edits applies cleanly and never loses what was done since.
    #[test]
    fn undo_keeps_what_was_done_since(
        before in settlement(), first in actions(3), group in steps(10), since in actions(4),
    ) {
        let mut world = World::settled(0, &before);
        world.play(&first);
        world.act(&group);
        let undone = world.groups.len() - 1;
        let then = world.graph.clone();
        let merges = world.history().filter(|m| m.op == DeltaOp::Merge && then.aliases.contains_key(&m.entity));
        let hidden: Hidden = merges
            .map(|m| (m.entity, m.changes.iter().map(|c| (c.field.clone(), c.before.clone())).collect()))
            .collect();
        world.play(&since);
        let now = world.graph.clone();
        let later: Vec<Touched> = world.groups[undone + 1..].iter().flatten().cloned().collect();
        let plan = world.undo(undone);
        world.assert_sound();
        assert_nothing_lost(&then, &hidden, &now, &later.iter().collect::<Vec<_>>(), &world.graph);
        let told: BTreeSet<_> = plan.kept.iter().map(|k| (k.entity, &k.field)).collect();
        prop_assert_eq!(told.len(), plan.kept.len(), "something is told twice");
        prop_assert!(plan.kept.iter().all(|k| !k.why.is_empty()));
    }

    /// Groups undone in any order, undos among them, apply cleanly; and everything undone newest first is the start.
    #[test]
    fn any_sequence_of_undos_can_be_undone(before in settlement(), then in actions(12)) {
        let mut world = World::settled(0, &before);
        let start = world.graph.content();
        world.play(&then);
        for n in (1..world.groups.len()).rev() {
            let plan = world.undo(n);
            world.assert_sound();
            prop_assert!(plan.kept.is_empty(), "{:?}", plan.kept);
        }
        prop_assert_eq!(world.graph.content(), start);
    }

    /// A second undo of the same group changes nothing.
    #[test]
    fn undoing_twice_is_undoing_once(before in settlement(), group in steps(10)) {
        let mut world = World::settled(0, &before);
        world.act(&group);
        world.undo(1);
        let once = world.graph.content();
        world.undo(1);
        prop_assert_eq!(world.graph.content(), once);
    }

    /// A plan never works on more than it is given, and leaves the order of its group: same input, same plan.
    #[test]
    fn a_plan_is_a_function(before in settlement(), group in steps(10), since in steps(8)) {
        let mut world = World::settled(0, &before);
        world.act(&group);
        world.act(&since);
        let group = &world.groups[1];
        let plan = graph::plan_undo(group, world.graph.clone());
        prop_assert_eq!(&plan, &graph::plan_undo(group, world.graph.clone()));
        let position = |id| group.iter().position(|t| t.delta_id == id);
        let positions: Vec<_> = plan.steps.iter().map(|(id, _)| position(*id)).collect();
        prop_assert!(positions.windows(2).all(|w| w[0] > w[1]) && positions.iter().all(Option::is_some));
        // Only what the group names is needed, and whom that leads to: records, aliases, links of these.
        let mut own: BTreeSet<EntityRef> = group.iter().map(|t| &t.mutation)
            .flat_map(|m| [Some(m.entity), m.other().expect("a change names what it names")]).flatten().collect();
        for mut at in own.clone() {
            while let Some(alias) = world.graph.aliases.get(&at) {
                at = alias.into;
                own.insert(at);
            }
        }
        let mut part = Graph::default();
        let records = world.graph.records.iter().filter(|(at, _)| own.contains(at));
        part.records.extend(records.map(|(k, r)| (*k, r.clone())));
        let near = |l: &&Link| own.contains(&l.from) || own.contains(&l.to);
        part.links.extend(world.graph.links.iter().filter(near).cloned());
        let leads = world.graph.aliases.iter().filter(|(at, a)| own.contains(at) || own.contains(&a.into));
        part.aliases.extend(leads.map(|(k, a)| (*k, *a)));
        prop_assert_eq!(&plan, &graph::plan_undo(group, part));
    }
}
