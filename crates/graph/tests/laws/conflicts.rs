//! Laws of conflicts: nothing is dropped, nothing is decided by who came first unless that was agreed.

use std::collections::BTreeSet;

use contracts::DeltaOp;
use graph::{Around, ConflictRules, DeltaSettled, Mutation, Settled, guarded, settle, settle_delta};
use proptest::prelude::*;
use serde_json::Value;

use crate::world::{FIELDS, World, cases, settlement, steps, value};

/// Three values of a field, few enough to be equal often.
fn three() -> impl Strategy<Value = (Option<u8>, Option<u8>, Option<u8>)> {
    let one = || prop::option::of(0u8..3);
    (one(), one(), one())
}

fn drawn(field: &str, v: Option<u8>) -> Value {
    v.map_or(Value::Null, |v| value(field, v))
}

/// The value that stands once a change has arrived; a conflict leaves ours and shows theirs.
fn after(settled: &Settled, ours: &Value, theirs: &Value) -> Value {
    match settled {
        Settled::Apply | Settled::LastWrite => theirs.clone(),
        Settled::NoOp | Settled::Conflict { .. } => ours.clone(),
    }
}

fn last_write() -> BTreeSet<String> {
    ["owner", "email", "consent.email"].into_iter().map(String::from).collect()
}

proptest! {
    #![proptest_config(cases())]

    /// Settling drops no value: what is new is applied, stands already, or is in a conflict with what it met.
    #[test]
    fn settling_drops_nothing(f in 0usize..10, (b, o, t) in three()) {
        let (field, last_write) = (FIELDS[f], last_write());
        let rules = ConflictRules { last_write: &last_write };
        let (base, ours, theirs) = (drawn(field, b), drawn(field, o), drawn(field, t));
        let settled = settle(field, &base, &ours, &theirs, &rules);
        match &settled {
            Settled::NoOp => prop_assert!(ours == theirs || theirs == base),
            Settled::Apply => prop_assert!(ours == base && theirs != base),
            Settled::LastWrite => prop_assert!(last_write.contains(field) && !guarded(field)),
            Settled::Conflict { base: b, ours: o, theirs: t } => {
                prop_assert_eq!((b, o, t), (&base, &ours, &theirs));
                prop_assert!(ours != base && theirs != base && ours != theirs);
            }
        }
        prop_assert!(ours != theirs || settled == Settled::NoOp, "equal values are no change");
    }

    /// Two edits made apart meet in either order: both times a conflict, or the same value.
    #[test]
    fn concurrent_edits_meet_alike(f in 0usize..10, (b, x, y) in three()) {
        // Guarded fields on the list are like any that is not on it.
        let (field, last_write) = (FIELDS[f], last_write().into_iter().filter(|f| guarded(f)).collect());
        let rules = ConflictRules { last_write: &last_write };
        let (base, x, y) = (drawn(field, b), drawn(field, x), drawn(field, y));
        let arrive = |first: &Value, then: &Value| {
            let here = after(&settle(field, &base, &base, first, &rules), &base, first);
            let settled = settle(field, &base, &here, then, &rules);
            (matches!(settled, Settled::Conflict { .. }), after(&settled, &here, then))
        };
        let (one, other) = (arrive(&x, &y), arrive(&y, &x));
        prop_assert_eq!(one.0, other.0);
        prop_assert!(one.0 || one.1 == other.1);
    }

    /// A change settled against any state: what applies fits that state, and every value of it is accounted for.
    #[test]
    fn what_applies_fits(before in settlement(), theirs in steps(6), ours in steps(6)) {
        let start = World::settled(0, &before);
        let (mut far, mut near) = (start.clone(), start);
        far.act(&theirs);
        near.act(&ours);
        let last_write = last_write();
        let rules = ConflictRules { last_write: &last_write };
        for arriving in far.groups[1].iter().map(|t| &t.mutation) {
            let graph = &near.graph;
            let link = arriving.link().expect("a link change holds a link");
            let around = Around {
                linked: link.as_ref().is_some_and(|l| graph.links.contains(l)),
                missing_end: link.iter().flat_map(|l| [l.from, l.to]).find(|e| !graph.records.contains_key(e)),
                held: graph.links.iter().any(|l| l.from == arriving.entity || l.to == arriving.entity),
                alias: graph.aliases.get(&arriving.entity).copied(),
                survivor: true,
            };
            let record = graph.records.get(&arriving.entity);
            let settled = settle_delta(record, &around, arriving, &rules);
            let decided = matches!(settled, DeltaSettled::Decision { .. });
            prop_assert!(decided || !matches!(arriving.op, DeltaOp::Merge | DeltaOp::Unmerge));
            let applies: Option<Mutation> = settled.applicable(record, arriving);
            prop_assert!(applies.is_none() || !decided);
            let mut after = graph.clone();
            if let Some(m) = &applies {
                prop_assert!(after.apply(m).is_ok(), "{:?} does not fit", m);
            }
            for c in &arriving.changes {
                let field = settled.fields().iter().find(|f| f.field == c.field);
                let field = field.expect("every field is told of");
                let record = after.records.get(&arriving.entity);
                let now = record.and_then(|r| r.fields.get(&c.field)).unwrap_or(&Value::Null);
                match &field.settled {
                    Settled::Conflict { theirs, .. } => prop_assert_eq!(theirs, &c.after),
                    Settled::Apply | Settled::LastWrite if c.field != "link" => prop_assert_eq!(now, &c.after),
                    _ => {}
                }
            }
        }
    }
}
