//! What a merge does, by example: values, links, consequences, and what an undo says that it left alone.

use std::collections::{BTreeMap, BTreeSet};

use contracts::{CellRef, DeltaId, DeltaOp, EntityId, EntityRef, EntityType, Link};
use graph::{
    Difference, Graph, GraphError, MergeError, MergeRequest, Mutation, Touched, UndoPlan, inverse, plan_merge,
    plan_undo, propose_survivor,
};
use serde_json::{Value, json};
use uuid::Uuid;

fn at(entity: EntityType, n: u128) -> EntityRef {
    EntityRef { entity, id: EntityId(Uuid::from_u128(n)) }
}

fn person(n: u128) -> EntityRef {
    at(EntityType::Person, n)
}

fn link(kind: &str, from: EntityRef, to: EntityRef) -> Link {
    Link { kind: kind.into(), from, to }
}

/// A graph with people 1, 2, … of these fields.
fn people(fields: &[Value]) -> Graph {
    let mut graph = Graph::default();
    for (n, fields) in (1..).zip(fields) {
        let map = fields.as_object().expect("fields are an object").clone();
        let create = Mutation::create(person(n), map.into_iter().map(|(f, v)| (f, v, vec![], None)));
        graph.apply(&create).expect("a new person fits");
    }
    graph
}

fn add(graph: &mut Graph, entity: EntityRef, links: &[Link]) {
    graph.apply(&Mutation::create(entity, [])).expect("a new record fits");
    for link in links {
        graph.apply(&Mutation::make_link(link)).expect("a new link fits");
    }
}

fn request(absorbed: &[u128], choices: Value) -> MergeRequest<'static> {
    let choices: BTreeMap<String, Value> = serde_json::from_value(choices).expect("choices are an object");
    let absorbed = absorbed.iter().map(|n| person(*n)).collect();
    MergeRequest { survivor: person(1), absorbed, choices, origins: &|_, _, _| (vec![], None) }
}

/// Merges everybody into the first and says what the survivor holds then.
fn merged(fields: &[Value], choices: Value) -> Value {
    let mut graph = people(fields);
    let all: Vec<u128> = (2..=fields.len() as u128).collect();
    let plan = plan_merge(&request(&all, choices), &graph).expect("they can be merged");
    apply(&mut graph, &plan.steps);
    serde_json::to_value(&graph.records[&person(1)].fields).expect("fields are JSON")
}

fn apply(graph: &mut Graph, steps: &[Mutation]) -> Vec<Touched> {
    for m in steps {
        graph.apply(m).expect("a planned step fits");
    }
    let group = (1..).zip(steps);
    group
        .map(|(n, m)| Touched { delta_id: DeltaId(Uuid::from_u128(n)), mutation: m.clone(), since: BTreeSet::new() })
        .collect()
}

fn update(graph: &Graph, entity: EntityRef, field: &str, after: Value) -> Mutation {
    let before = &graph.records[&entity].fields;
    let mut fields = before.clone();
    fields.insert(field.into(), after);
    Mutation { entity, op: DeltaOp::Update, changes: graph::diff(before, &fields) }
}

fn undo(graph: &mut Graph, group: &[Touched]) -> UndoPlan {
    let plan = plan_undo(group, graph.clone());
    for (_, step) in &plan.steps {
        graph.apply(step).expect("a planned step fits");
    }
    plan
}

fn said(plan: &UndoPlan) -> Vec<(EntityRef, &str, &str)> {
    plan.kept.iter().map(|k| (k.entity, k.field.as_str(), k.why.as_str())).collect()
}

#[test]
fn the_survivors_values_stay_and_empty_ones_are_filled_in_order() {
    let after = merged(
        &[
            json!({"full_name": "Rina Shah"}),
            json!({"full_name": "R. Shah", "owner": "Asha"}),
            json!({"owner": "Dev", "rating": "hot"}),
        ],
        json!({}),
    );
    assert_eq!(after, json!({"full_name": "Rina Shah", "owner": "Asha", "rating": "hot"}));
}

#[test]
fn lists_are_united_by_what_their_items_say() {
    let after = merged(
        &[
            json!({
                "phone": [{"value": "+9111", "label": "work", "is_primary": true}],
                "email": [{"value": "rina@x.in"}],
                "tags": ["VIP"],
                "external_id": [{"system": "a", "value": "1"}],
                "address": [{"city": "Pune", "is_primary": false}],
            }),
            json!({
                "phone": [{"value": "+9111", "label": "home"}, {"value": "+9122", "label": "home", "is_primary": true}],
                "email": [{"value": "Rina@X.in"}, {"value": "rina@y.in"}],
                "tags": ["vip", "Díwali"],
                "external_id": [{"system": "b", "value": "1"}, {"system": "a", "value": "1"}],
                "address": [{"city": "Pune", "is_primary": true}, {"city": "Pune", "street": "1 MG Road"}],
            }),
        ],
        json!({}),
    );
    assert_eq!(
        after,
        json!({
            "phone": [
                {"value": "+9111", "label": "work", "is_primary": true},
                {"value": "+9122", "label": "home", "is_primary": false},
            ],
            "email": [{"value": "rina@x.in"}, {"value": "rina@y.in"}],
            "tags": ["VIP", "Díwali"],
            "external_id": [{"system": "a", "value": "1"}, {"system": "b", "value": "1"}],
            "address": [{"city": "Pune", "is_primary": false}, {"city": "Pune", "street": "1 MG Road"}],
        })
    );
}

#[test]
fn the_stricter_consent_wins_with_its_date() {
    let yes = json!({"consent.email": true, "consent.at": "2023-01-01", "do_not_contact": false});
    let no = json!({"consent.email": false, "consent.sms": true, "consent.at": "2024-05-05", "do_not_contact": true});
    let strict = json!({
        "consent.email": false, "consent.sms": true, "consent.at": "2024-05-05", "do_not_contact": true,
    });
    assert_eq!(merged(&[yes.clone(), no.clone()], json!({})), strict);
    assert_eq!(merged(&[no, yes.clone()], json!({})), strict);
    // A refusal without a date does not take over the date of the yes that it overrules.
    let undated = json!({"consent.email": false});
    assert_eq!(merged(&[yes.clone(), undated], json!({})), json!({"consent.email": false, "do_not_contact": false}));
    // Who only adds an answer overrules nobody.
    let adds = json!({"consent.sms": true, "consent.at": "2025-01-01"});
    assert_eq!(
        merged(&[yes, adds], json!({})),
        json!({"consent.email": true, "consent.sms": true, "consent.at": "2023-01-01", "do_not_contact": false})
    );
}

#[test]
fn the_reviewers_choice_stands_over_every_rule() {
    let after = merged(
        &[json!({"full_name": "Rina", "owner": "Asha", "tags": ["a"]}), json!({"full_name": "Rina S", "tags": ["b"]})],
        json!({"full_name": "Rina S", "owner": null, "tags": ["b"]}),
    );
    assert_eq!(after, json!({"full_name": "Rina S", "tags": ["b"]}));
}

#[test]
fn links_move_once_and_the_consequences_count_them() {
    let mut graph = people(&[
        json!({"phone": [{"value": "1"}], "owner": "Asha"}),
        json!({"phone": [{"value": "1"}, {"value": "2"}], "owner": "Dev", "rating": "hot"}),
        json!({"phone": [{"value": "3"}]}),
    ]);
    let (deal, home, work) =
        (at(EntityType::Opportunity, 10), at(EntityType::Household, 11), at(EntityType::Account, 12));
    add(&mut graph, deal, &[link("contact_of", deal, person(2)), link("contact_of", deal, person(3))]);
    add(&mut graph, home, &[link("household_of", home, person(3))]);
    add(&mut graph, work, &[link("works_at", person(1), work), link("works_at", person(2), work)]);
    graph.apply(&Mutation::make_link(&link("knows", person(2), person(1)))).expect("a new link fits");

    let plan = plan_merge(&request(&[2, 3], json!({})), &graph).expect("they can be merged");
    let c = &plan.consequences;
    assert_eq!((c.joined["phone"], c.alike["phone"]), (2, 1));
    assert_eq!(c.filled.iter().collect::<Vec<_>>(), ["rating"]);
    let owner = Difference {
        field: "owner".into(),
        stays: json!("Asha"),
        from: Some(person(1)),
        gives_way: vec![(person(2), json!("Dev"))],
    };
    assert_eq!(c.differing, [owner]);
    let moved: Vec<_> = c.moved.iter().map(|((kind, of), n)| (kind.as_str(), *of, *n)).collect();
    assert_eq!(moved, [("contact_of", EntityType::Opportunity, 1), ("household_of", EntityType::Household, 1)]);
    let dropped: Vec<_> = c.dropped.iter().map(|((kind, of), n)| (kind.as_str(), *of, *n)).collect();
    assert_eq!(
        dropped,
        [
            ("contact_of", EntityType::Opportunity, 1),
            ("knows", EntityType::Person, 1),
            ("works_at", EntityType::Account, 1),
        ]
    );
    assert_eq!(c.affected_of(EntityType::Opportunity), 1);
    assert_eq!(c.affected.len(), 3);
    let ops: Vec<DeltaOp> = plan.steps.iter().map(|m| m.op).collect();
    use DeltaOp::{Link as L, Merge as M, Unlink as U, Update};
    assert_eq!(ops, [U, U, U, U, U, L, L, Update, M, M]);
}

#[test]
fn items_with_and_without_cells_enter_one_after_the_other() {
    let graph = people(&[json!({}), json!({"tags": ["typed", "read 1", "read 2"]})]);
    let cell =
        |n| CellRef { batch_id: contracts::BatchId(Uuid::nil()), row_number: n, column: 0, transform: String::new() };
    let origins = |_: EntityRef, _: &str, value: &Value| match value.as_str() {
        Some("read 1") => (vec![cell(1)], Some(0.9)),
        Some("read 2") => (vec![cell(2)], Some(0.9)),
        _ => (vec![], None),
    };
    let request =
        MergeRequest { survivor: person(1), absorbed: vec![person(2)], choices: BTreeMap::new(), origins: &origins };
    let plan = plan_merge(&request, &graph).expect("they can be merged");
    let updates: Vec<_> = plan.steps.iter().filter(|m| m.op == DeltaOp::Update).map(|m| &m.changes[0]).collect();
    assert_eq!(updates.len(), 2);
    assert_eq!((&updates[0].after, updates[0].sources.len()), (&json!(["typed"]), 0));
    assert_eq!(updates[1].after, json!(["typed", "read 1", "read 2"]));
    assert_eq!((updates[1].sources.as_slice(), updates[1].confidence), ([cell(1), cell(2)].as_slice(), Some(0.9)));
}

#[test]
fn only_live_records_of_one_kind_are_merged_and_each_once() {
    let mut graph = people(&[json!({}), json!({}), json!({})]);
    let plan = |graph: &Graph, absorbed: &[EntityRef]| {
        let absorbed = absorbed.to_vec();
        plan_merge(&MergeRequest { absorbed, ..request(&[], json!({})) }, graph).map(|p| p.steps)
    };
    let account = at(EntityType::Account, 9);
    assert_eq!(plan(&graph, &[]), Err(MergeError::NothingToAbsorb));
    assert_eq!(plan(&graph, &[person(1)]), Err(MergeError::NamedTwice(person(1))));
    assert_eq!(plan(&graph, &[account]), Err(MergeError::OtherKind(account)));
    assert_eq!(plan(&graph, &[person(4)]), Err(MergeError::Missing(person(4))));
    let steps = plan(&graph, &[person(2)]).expect("they can be merged");
    apply(&mut graph, &steps);
    let absorbed = MergeError::Absorbed { at: person(2), into: person(1) };
    assert_eq!(plan(&graph, &[person(3), person(2)]), Err(absorbed));
}

#[test]
fn the_proposed_survivor_is_live_full_tied_and_old_in_this_order() {
    let graph = people(&[json!({"a": "1"}), json!({"a": "1", "b": "2"}), json!({"a": "1", "b": "2"})]);
    let record = |n| &graph.records[&person(n)];
    let mut old = record(2).clone();
    assert_eq!(propose_survivor(&[(person(1), record(1), 9), (person(2), &old, 0)]), Some(person(2)));
    assert_eq!(propose_survivor(&[(person(2), &old, 0), (person(3), record(3), 1)]), Some(person(3)));
    assert_eq!(propose_survivor(&[(person(3), record(3), 1), (person(2), &old, 1)]), Some(person(2)));
    old.archived = true;
    assert_eq!(propose_survivor(&[(person(2), &old, 1), (person(1), record(1), 0)]), Some(person(1)));
    assert_eq!(propose_survivor(&[]), None);
}

#[test]
fn a_link_needs_both_ends_and_whom_others_hold_on_to_does_not_go() {
    let mut graph = people(&[json!({}), json!({})]);
    let remove = |n| inverse(&Mutation::create(person(n), []));
    assert_eq!(
        graph.apply(&Mutation::make_link(&link("knows", person(1), person(3)))),
        Err(GraphError::Missing(person(3)))
    );
    let steps = plan_merge(&request(&[2], json!({})), &graph).expect("they can be merged").steps;
    apply(&mut graph, &steps);
    assert_eq!(graph.apply(&remove(1)), Err(GraphError::StillLinked(person(1))));
}

#[test]
fn an_unmerge_after_edits_says_what_stays() {
    let mut graph = people(&[json!({}), json!({"owner": "Asha", "rating": "hot"})]);
    let deal = at(EntityType::Opportunity, 10);
    add(&mut graph, deal, &[link("contact_of", deal, person(2))]);
    let steps = plan_merge(&request(&[2], json!({})), &graph).expect("they can be merged").steps;
    let group = apply(&mut graph, &steps);
    let edit = update(&graph, person(1), "owner", json!("Dev"));
    apply(&mut graph, &[edit, inverse(&Mutation::make_link(&link("contact_of", deal, person(1))))]);

    let plan = undo(&mut graph, &group);
    let moved_on = (deal, "link", "moved on or taken away since");
    assert_eq!(said(&plan), [(person(1), "owner", "edited since"), moved_on]);
    assert_eq!(graph.records[&person(1)].fields, BTreeMap::from([("owner".to_string(), json!("Dev"))]));
    assert_eq!(graph.records[&person(2)].fields.len(), 2);
    assert!(graph.links.is_empty());
}

#[test]
fn an_import_undone_after_a_merge_leaves_who_was_absorbed_and_what_hangs_on_the_survivor() {
    let mut graph = people(&[json!({"full_name": "Rina"})]);
    let deal = at(EntityType::Opportunity, 10);
    let import = apply(
        &mut graph,
        &[
            Mutation::create(person(2), [("owner".to_string(), json!("Asha"), vec![], None)]),
            Mutation::create(deal, []),
            Mutation::make_link(&link("contact_of", deal, person(2))),
        ],
    );
    let steps = plan_merge(&request(&[2], json!({})), &graph).expect("they can be merged").steps;
    let merge = apply(&mut graph, &steps);
    let plan = undo(&mut graph.clone(), &import);
    assert!(plan.steps.is_empty());
    assert_eq!(
        said(&plan),
        [(person(2), "*", "merged into another record since"), (deal, "*", "one link made since holds on to it"),]
    );
    // The merge taken back first, the import goes as a whole.
    assert!(undo(&mut graph, &merge).kept.is_empty());
    assert!(undo(&mut graph, &import).kept.is_empty());
    assert_eq!(graph.records.len(), 1);
}

#[test]
fn an_undone_merge_is_made_again_only_if_nothing_was_done_to_who_came_back() {
    let mut graph = people(&[json!({}), json!({"owner": "Asha"})]);
    let steps = plan_merge(&request(&[2], json!({})), &graph).expect("they can be merged").steps;
    let merge = apply(&mut graph, &steps);
    let done = graph.content();
    let back = undo(&mut graph, &merge).steps.into_iter().map(|(_, m)| m).collect::<Vec<_>>();
    let back: Vec<Touched> =
        merge.iter().rev().zip(back).map(|(t, mutation)| Touched { mutation, ..t.clone() }).collect();
    let mut again = graph.clone();
    assert!(undo(&mut again, &back).kept.is_empty());
    assert_eq!(again.content(), done);

    let edit = update(&graph, person(2), "owner", json!("Dev"));
    apply(&mut graph, &[edit]);
    let before = graph.content();
    let plan = undo(&mut graph, &back);
    assert_eq!(
        said(&plan),
        [
            (person(2), "owner", "edited since"),
            (person(1), "owner", "belongs to a merge that can't be made again"),
            (person(2), "*", "edited since"),
        ]
    );
    assert_eq!(graph.content(), before);
}
