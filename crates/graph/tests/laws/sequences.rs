//! Laws over any sequence of changes.

use std::collections::{BTreeMap, BTreeSet};

use contracts::{DeltaOp, Link};
use graph::inverse;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::world::{World, actions, cases, entity, settlement, steps};

proptest! {
    #![proptest_config(cases())]

    /// Taking back every change, newest first, gives the graph before.
    #[test]
    fn apply_then_invert_is_identity(before in settlement(), then in steps(24)) {
        let mut world = World::settled(0, &before);
        let start = world.graph.content();
        world.act(&then);
        let done = world.groups[1].clone();
        for d in done.iter().rev() {
            world.push(inverse(&d.mutation), &mut Vec::new());
            world.assert_links();
        }
        prop_assert_eq!(world.graph.content(), start);
    }

    /// A record folded from its changes equals the record in the graph, and so do links: the basis of every rebuild.
    #[test]
    fn a_rebuild_equals_the_state(before in settlement(), then in actions(8)) {
        let mut world = World::settled(0, &before);
        world.play(&then);
        for at in (0..14).map(|n| entity(0, n)) {
            let own = world.history().filter(|m| m.entity == at);
            let folded = graph::fold(own).expect("history folds");
            prop_assert_eq!(folded.record.as_ref(), world.graph.records.get(&at));
            prop_assert_eq!(folded.alias.as_ref(), world.graph.aliases.get(&at));
        }
        let mut links: BTreeSet<Link> = BTreeSet::new();
        for m in world.history() {
            match (m.op, m.link().expect("a link change holds a link")) {
                (DeltaOp::Link, Some(link)) => prop_assert!(links.insert(link)),
                (DeltaOp::Unlink, Some(link)) => prop_assert!(links.remove(&link)),
                _ => {}
            }
        }
        prop_assert_eq!(&links, &world.graph.links);
    }

    /// A version names one content: while a record lives it only rises, over merges and unmerges too.
    #[test]
    fn versions_never_repeat(before in settlement(), then in actions(10)) {
        let mut world = World::settled(0, &before);
        world.play(&then); // World::push asserts it with each change
        let mut last = BTreeMap::new();
        for (at, life, version) in world.versions.keys() {
            if let Some(before) = last.insert((at, life), version) {
                prop_assert!(version > before);
            }
        }
    }

    /// Groups that share no record may come in either order, and so may their undos.
    #[test]
    fn independent_groups_commute(
        (left, right) in (settlement(), settlement()), (a, b) in (steps(12), steps(12)),
    ) {
        let (mut here, mut there) = (World::settled(0, &left), World::settled(1, &right));
        let mut both = here.graph.clone();
        both.records.extend(there.graph.records.clone());
        both.links.extend(there.graph.links.clone());
        both.aliases.extend(there.graph.aliases.clone());
        here.act(&a);
        there.act(&b);
        let (a, b) = (&here.groups[1], &there.groups[1]);
        let play = |groups: [&Vec<graph::Touched>; 2]| {
            let mut graph = both.clone();
            for d in groups.into_iter().flatten() {
                graph.apply(&d.mutation).expect("nothing of the other group is in its way");
            }
            graph
        };
        let (mut one, mut other) = (play([a, b]), play([b, a]));
        prop_assert_eq!(&one, &other);
        for (graph, order) in [(&mut one, [a, b]), (&mut other, [b, a])] {
            for group in order {
                for (_, step) in graph::plan_undo(group, graph.clone()).steps {
                    graph.apply(&step).expect("a planned step fits");
                }
            }
        }
        prop_assert_eq!(&one, &other);
        prop_assert_eq!(one.content(), both.content());
    }
}

impl World {
    /// No link hangs in the air, even in the midst of a group.
    fn assert_links(&self) {
        for end in self.graph.links.iter().flat_map(|l| [l.from, l.to]) {
            assert!(self.graph.records.contains_key(&end), "a link hangs on {end:?}");
        }
    }
}

/// The laws would say little if drawn sequences rarely merged anything that is tied or listed.
#[test]
fn drawn_sequences_merge_what_is_tied_and_listed() {
    let mut runner = TestRunner::deterministic();
    let drawn = (settlement(), actions(10));
    let (mut moved, mut joined, mut several, mut back, mut again) = (0, 0, 0, 0, 0);
    for _ in 0..400 {
        let (before, then) = drawn.new_tree(&mut runner).expect("a case can be drawn").current();
        let mut world = World::settled(0, &before);
        world.play(&then);
        let groups = &world.groups[1..];
        let count = |g: &[graph::Touched], op| g.iter().filter(|t| t.mutation.op == op).count();
        let merges = |g: &&Vec<graph::Touched>| count(g, DeltaOp::Merge) > 0;
        let has = |g: &[graph::Touched], op| count(g, op) > 0;
        moved += usize::from(groups.iter().filter(merges).any(|g| has(g, DeltaOp::Unlink) && has(g, DeltaOp::Link)));
        joined += usize::from(groups.iter().filter(merges).any(|g| {
            let updates = g.iter().filter(|t| t.mutation.op == DeltaOp::Update).flat_map(|t| &t.mutation.changes);
            updates.into_iter().any(|c| c.before.is_array() && c.after.is_array())
        }));
        several += usize::from(groups.iter().any(|g| count(g, DeltaOp::Merge) > 1));
        back += usize::from(groups.iter().any(|g| has(g, DeltaOp::Unmerge)));
        let remade = |m: &&graph::Mutation| m.op == DeltaOp::Remove;
        again += usize::from(world.history().any(|m| remade(&m)));
    }
    println!(
        "of 400: {moved} moved links, {joined} joined lists, {several} merged several, {back} unmerged, {again} removed"
    );
    assert!(moved >= 200 && joined >= 200 && several >= 150, "{moved} {joined} {several}");
    assert!(back >= 120 && again >= 60, "{back} {again}");
}
