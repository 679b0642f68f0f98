//! Laws of the graph as properties (invariant 3): they hold for any sequence of changes, not for examples.

use std::collections::BTreeMap;

use contracts::{DeltaId, EntityId, EntityRef, EntityType, Link};
use graph::{Graph, Mutation, Touched, inverse, plan_undo};
use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

const FIELDS: [&str; 4] = ["full_name", "email", "owner", "custom.note"];

/// A step as drawn at random; [`realise`] turns it into a mutation that fits the state.
#[derive(Clone, Debug)]
enum Step {
    Create(u8, Vec<(u8, u8)>),
    Update(u8, Vec<(u8, Option<u8>)>),
    Archive(u8),
    Restore(u8),
    Link(u8, u8),
    Unlink(u8, u8),
}

fn entity(n: u8) -> EntityRef {
    let kind = if n.is_multiple_of(2) { EntityType::Person } else { EntityType::Account };
    EntityRef { entity: kind, id: EntityId(Uuid::from_u128(u128::from(n) + 1)) }
}

fn value(field: u8, v: u8) -> Value {
    match FIELDS[field as usize % 4] {
        "email" => json!([{ "value": format!("p{v}@example.com"), "is_primary": true }]),
        _ => json!(format!("value {v}")),
    }
}

fn steps(max: usize) -> impl Strategy<Value = Vec<Step>> {
    let e = 0u8..6;
    let step = prop_oneof![
        3 => (e.clone(), prop::collection::vec((0u8..4, 0u8..5), 0..4)).prop_map(|(a, f)| Step::Create(a, f)),
        4 => (e.clone(), prop::collection::vec((0u8..4, prop::option::of(0u8..5)), 1..4))
            .prop_map(|(a, f)| Step::Update(a, f)),
        1 => e.clone().prop_map(Step::Archive),
        1 => e.clone().prop_map(Step::Restore),
        2 => (e.clone(), e.clone()).prop_map(|(a, b)| Step::Link(a, b)),
        1 => (e.clone(), e).prop_map(|(a, b)| Step::Unlink(a, b)),
    ];
    prop::collection::vec(step, 1..max)
}

fn realise(step: &Step, graph: &Graph) -> Option<Mutation> {
    let link = |a: u8, b: u8| Link { kind: "works_at".into(), from: entity(a), to: entity(b) };
    let m = match step {
        Step::Create(e, fields) => {
            let fields: BTreeMap<_, _> = fields.iter().map(|(f, v)| (FIELDS[*f as usize % 4], value(*f, *v))).collect();
            Mutation::create(entity(*e), fields.into_iter().map(|(f, v)| (f.to_string(), v, vec![], None)))
        }
        Step::Update(e, fields) => {
            let record = graph.records.get(&entity(*e))?;
            let mut after = record.fields.clone();
            for (f, v) in fields {
                match v {
                    Some(v) => after.insert(FIELDS[*f as usize % 4].into(), value(*f, *v)),
                    None => after.remove(FIELDS[*f as usize % 4]),
                };
            }
            let changes = graph::diff(&record.fields, &after);
            if changes.is_empty() {
                return None;
            }
            Mutation { entity: entity(*e), op: contracts::DeltaOp::Update, changes }
        }
        Step::Archive(e) => Mutation { entity: entity(*e), op: contracts::DeltaOp::Archive, changes: vec![] },
        Step::Restore(e) => Mutation { entity: entity(*e), op: contracts::DeltaOp::Restore, changes: vec![] },
        Step::Link(a, b) => {
            graph.records.get(&entity(*a))?;
            graph.records.get(&entity(*b))?;
            Mutation::make_link(&link(*a, *b))
        }
        Step::Unlink(a, b) => inverse(&Mutation::make_link(&link(*a, *b))),
    };
    graph.clone().apply(&m).ok().map(|()| m)
}

fn run(graph: &mut Graph, steps: &[Step]) -> Vec<Touched> {
    let mut done = Vec::new();
    for (i, step) in steps.iter().enumerate() {
        if let Some(mutation) = realise(step, graph) {
            graph.apply(&mutation).expect("a realised step fits");
            done.push(Touched { delta_id: DeltaId(Uuid::from_u128(i as u128 + 1000)), mutation });
        }
    }
    done
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Taking back every change, newest first, gives the graph before.
    #[test]
    fn apply_then_invert_is_identity(before in steps(12), then in steps(24)) {
        let mut graph = Graph::default();
        run(&mut graph, &before);
        let start = graph.content();
        let done = run(&mut graph, &then);
        for d in done.iter().rev() {
            graph.apply(&inverse(&d.mutation)).expect("an inverse fits the state its change left");
        }
        prop_assert_eq!(graph.content(), start);
    }

    /// An undo with nothing done in between restores the graph and keeps nothing.
    #[test]
    fn undo_of_the_last_group_restores_everything(before in steps(12), group in steps(16)) {
        let mut graph = Graph::default();
        run(&mut graph, &before);
        let start = graph.content();
        let done = run(&mut graph, &group);
        let plan = plan_undo(&done, graph.clone());
        for (_, step) in &plan.steps {
            graph.apply(step).expect("a planned step fits");
        }
        prop_assert_eq!(graph.content(), start);
        prop_assert!(plan.kept.is_empty());
    }

    /// An undo after later edits applies cleanly and never loses what was edited since.
    #[test]
    fn undo_keeps_what_was_edited_since(before in steps(10), group in steps(12), since in steps(10)) {
        let mut graph = Graph::default();
        run(&mut graph, &before);
        let done = run(&mut graph, &group);
        let later = run(&mut graph, &since);
        let plan = plan_undo(&done, graph.clone());
        let now = graph.clone();
        for (_, step) in &plan.steps {
            graph.apply(step).expect("a planned step fits");
        }
        for d in &later {
            for c in d.mutation.changes.iter().filter(|c| c.field != "link") {
                let current = now.records.get(&d.mutation.entity).and_then(|r| r.fields.get(&c.field));
                let untouched_by_group = !done.iter().any(|g| g.mutation.entity == d.mutation.entity);
                if current == Some(&c.after) && untouched_by_group {
                    let kept = graph.records.get(&d.mutation.entity).and_then(|r| r.fields.get(&c.field));
                    prop_assert_eq!(kept, Some(&c.after));
                }
            }
        }
        // No link hangs in the air.
        for l in &graph.links {
            prop_assert!(graph.records.contains_key(&l.from) || !now.records.contains_key(&l.from));
            prop_assert!(graph.records.contains_key(&l.to) || !now.records.contains_key(&l.to));
        }
    }

    /// A record folded from its changes equals the record in the graph: the basis of every rebuild.
    #[test]
    fn a_rebuild_equals_the_state(all in steps(30)) {
        let mut graph = Graph::default();
        let done = run(&mut graph, &all);
        for n in 0..6 {
            let own: Vec<_> = done.iter().map(|d| &d.mutation).filter(|m| m.entity == entity(n)).collect();
            prop_assert_eq!(graph::fold(own).expect("history folds").record, graph.records.get(&entity(n)).cloned());
        }
    }
}
