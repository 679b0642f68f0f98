//! Taking back an edit that stood on something which was taken back before it.

use std::collections::BTreeSet;

use contracts::{DeltaId, DeltaOp, EntityId, EntityRef, EntityType, FieldChange};
use graph::{Graph, Mutation, Past, Record, Touched, plan_undo};
use serde_json::{Value, json};
use uuid::Uuid;

fn person() -> EntityRef {
    EntityRef { entity: EntityType::Person, id: EntityId(Uuid::from_u128(1)) }
}

fn id(n: u128) -> DeltaId {
    DeltaId(Uuid::from_u128(n))
}

fn update(n: u128, changes: &[(&str, Value, Value)], takes_back: Option<u128>) -> Past {
    let changes = changes.iter().map(|(field, before, after)| FieldChange {
        field: (*field).into(),
        before: before.clone(),
        after: after.clone(),
        sources: Vec::new(),
        confidence: None,
    });
    let mutation = Mutation { entity: person(), op: DeltaOp::Update, changes: changes.collect() };
    Past { delta_id: id(n), mutation, inverse_of: takes_back.map(id) }
}

fn undo(history: &[Past], n: u128, now: &[(&str, Value)]) -> graph::UndoPlan {
    let past = history.iter().find(|p| p.delta_id == id(n)).expect("in the history");
    let touched = Touched::of(past.delta_id, past.mutation.clone(), history, &BTreeSet::from([past.delta_id]));
    let fields = now.iter().map(|(f, v)| ((*f).to_string(), v.clone())).collect();
    let mut graph = Graph::default();
    graph.records.insert(person(), Record { fields, ..Record::default() });
    plan_undo(&[touched], graph)
}

#[test]
fn an_edit_on_a_merge_that_was_taken_apart_does_not_bring_half_of_it_back() {
    let (own, both) = (json!(["rina@example.com"]), json!(["rina@example.com", "tara@example.com"]));
    let history = [
        update(1, &[("email", own.clone(), both.clone()), ("nickname", json!("R"), json!("RT"))], None),
        update(2, &[("email", both, own.clone())], None),
        // The address read as before the merge already; only the nickname had to go back.
        update(3, &[("nickname", json!("RT"), json!("R"))], Some(1)),
    ];
    let plan = undo(&history, 2, &[("email", own.clone()), ("nickname", json!("R"))]);
    assert_eq!(plan.kept, []);
    let [(of, step)] = plan.steps.as_slice() else { panic!("the edit counts as taken back: {plan:?}") };
    assert_eq!((*of, step.changes[0].after.clone()), (id(2), own));
}

#[test]
fn what_others_wrote_since_is_theirs_even_if_it_reads_the_same() {
    let history = [
        update(1, &[("job_title", Value::Null, json!("Agent"))], None),
        update(2, &[("job_title", json!("Agent"), json!("Broker"))], None),
        update(3, &[("job_title", json!("Broker"), json!("Agent"))], None),
    ];
    let plan = undo(&history, 1, &[("job_title", json!("Agent"))]);
    assert!(plan.steps.is_empty(), "{plan:?}");
    assert_eq!(
        plan.kept.iter().map(|k| (k.field.as_str(), k.why.as_str())).collect::<Vec<_>>(),
        [("job_title", "edited since")]
    );
}

#[test]
fn what_was_taken_back_itself_does_not_count_as_written_since() {
    let history = [
        update(1, &[("job_title", Value::Null, json!("Agent"))], None),
        update(2, &[("job_title", json!("Agent"), json!("Broker"))], None),
        update(3, &[("job_title", json!("Broker"), json!("Agent"))], Some(2)),
    ];
    let plan = undo(&history, 1, &[("job_title", json!("Agent"))]);
    assert_eq!((plan.steps.len(), plan.kept.len()), (1, 0), "{plan:?}");
}
