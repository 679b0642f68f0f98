//! Records come back from their tables as the deltas left them, for any values (invariants 1, 3, 4).

use std::collections::BTreeMap;

use contracts::{Actor, Cause, DeltaOp, EntityId, EntityRef, EntityType, FieldKind, GroupId, fields_of};
use graph::{Mutation, inverse};
use proptest::prelude::*;
use serde_json::{Value, json};
use store::{GroupWrite, NewDelta, Store, StoreError};
use testkit::FixedHost;
use uuid::Uuid;

fn value(kind: FieldKind) -> BoxedStrategy<Value> {
    let text = "[\\PC\n]{1,12}";
    match kind {
        FieldKind::Bool => any::<bool>().prop_map(Value::Bool).boxed(),
        FieldKind::Phone | FieldKind::Email | FieldKind::Website | FieldKind::Social => {
            (text, any::<bool>()).prop_map(|(v, p)| json!({ "value": v, "received": v, "is_primary": p })).boxed()
        }
        FieldKind::Address => text.prop_map(|v| json!({ "city": v, "is_primary": true })).boxed(),
        FieldKind::Money => text.prop_map(|v| json!({ "amount": "12.50", "currency": null, "received": v })).boxed(),
        FieldKind::Area => text.prop_map(|v| json!({ "value": "3", "unit": v })).boxed(),
        FieldKind::ExternalId => text.prop_map(|v| json!({ "system": "s", "value": v })).boxed(),
        _ => text.prop_map(Value::String).boxed(),
    }
}

/// A record of any kind with any of its fields.
fn record() -> impl Strategy<Value = (EntityType, BTreeMap<String, Value>)> {
    (0..EntityType::ALL.len()).prop_flat_map(|i| {
        let entity = EntityType::ALL[i];
        let defs: Vec<_> = fields_of(entity).collect();
        let one = prop::sample::select(defs).prop_flat_map(|d| {
            let v = if d.many {
                prop::collection::vec(value(d.kind), 1..3).prop_map(Value::Array).boxed()
            } else {
                value(d.kind)
            };
            (Just(d.name.to_string()), v)
        });
        let custom = ("custom\\.[a-z]{1,5}", any::<bool>().prop_map(Value::Bool));
        let fields = prop::collection::vec(prop_oneof![9 => one.boxed(), 1 => custom.boxed()], 0..6);
        (Just(entity), fields.prop_map(|pairs| pairs.into_iter().collect::<BTreeMap<_, _>>()))
    })
}

fn write(store: &Store, entropy: &FixedHost, mutation: Mutation) -> Result<(), StoreError> {
    store.write(entropy, |tx| {
        let cause =
            Cause { kind: "edit".into(), decision_id: None, proposal_id: None, batch_id: None, row_number: None };
        // Only a create may be taken back by a remove, which the contract checks by its reference.
        let before = tx.deltas_of(mutation.entity.id)?;
        let inverse_of = (mutation.op == DeltaOp::Remove).then(|| before.last().map(|d| d.delta_id)).flatten();
        tx.commit_group(&GroupWrite {
            group: GroupId(tx.new_id()),
            actor: Actor::human("asha"),
            source_system: "velocity".into(),
            decision_id: None,
            import: None,
            deltas: vec![NewDelta { mutation, cause, inverse_of }],
        })?;
        Ok(())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn a_record_reads_back_exactly_and_its_inverse_leaves_nothing((entity, fields) in record()) {
        let dir = tempfile::tempdir().expect("tempdir");
        let entropy = FixedHost::default();
        let store = Store::open(dir.path(), &entropy).expect("opens");
        let at = EntityRef { entity, id: EntityId(Uuid::from_u128(77)) };
        let create = Mutation::create(at, fields.clone().into_iter().map(|(f, v)| (f, v, vec![], None)));
        write(&store, &entropy, create.clone()).expect("created");
        let back = store.read::<_, StoreError>(|r| r.record(at)).expect("read").expect("there");
        prop_assert_eq!(&back.fields, &fields);
        let folded = store
            .read::<_, StoreError>(|r| {
                let deltas = r.deltas_of(at.id)?;
                Ok(graph::fold(deltas.iter().map(|d| &d.mutation))?)
            })
            .expect("folded");
        prop_assert_eq!(folded.record, Some(back));
        write(&store, &entropy, inverse(&create)).expect("removed");
        prop_assert_eq!(store.read::<_, StoreError>(|r| r.record(at)).expect("read"), None);
        prop_assert!(store.verify_audit().expect("verified").ok);
    }
}

#[test]
fn a_change_that_does_not_fit_leaves_nothing_behind() {
    let dir = tempfile::tempdir().expect("tempdir");
    let entropy = FixedHost::default();
    let store = Store::open(dir.path(), &entropy).expect("opens");
    let at = EntityRef { entity: EntityType::Person, id: EntityId(Uuid::from_u128(5)) };
    let create = Mutation::create(at, [("full_name".into(), json!("Rina Sen"), vec![], None)]);
    write(&store, &entropy, create.clone()).expect("created");
    assert!(matches!(write(&store, &entropy, create), Err(StoreError::Graph(_))));
    let wrong = EntityRef { id: EntityId(Uuid::from_u128(6)), ..at };
    let number = Mutation::create(wrong, [("full_name".into(), json!(5), vec![], None)]);
    assert!(matches!(write(&store, &entropy, number), Err(StoreError::Shape { .. })));
    let unknown = Mutation::create(wrong, [("shoe_size".into(), json!("42"), vec![], None)]);
    assert!(matches!(write(&store, &entropy, unknown), Err(StoreError::Shape { .. })));
    let n = store.read::<_, StoreError>(|r| r.graph_version()).expect("read");
    assert_eq!(n, 1, "only the first change is in the log");
    assert!(store.verify_audit().expect("verified").ok);
}
