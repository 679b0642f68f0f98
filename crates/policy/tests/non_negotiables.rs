//! Non-negotiable 3 as a property: whatever sequence of settings is accepted, what always needs a decision needs one,
//! and no machine decides.

use contracts::{
    ActorKind, ChangeKind, EntityType, FieldGroup, Permission, PolicyData, ProposalSource, Role, Visibility,
};
use policy::{
    Change, auto_approvable, group_of, may_decide, may_edit, permit, requirement, set, settings, shipped, validate,
    visibility,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use serde_json::{Value, json};

fn names<T: Copy + std::fmt::Debug + std::fmt::Display + 'static>(all: &'static [T]) -> impl Strategy<Value = String> {
    prop::sample::subsequence(all.to_vec(), 0..=all.len())
        .prop_map(|words| words.iter().map(ToString::to_string).collect::<Vec<_>>().join(","))
}

fn fields() -> impl Strategy<Value = String> {
    let known = ["full_name", "phone", "consent.sms", "kyc_status", "updated_at", "task.title", "custom.x", "address"];
    prop::sample::subsequence(known.to_vec(), 0..4).prop_map(|f| f.join(","))
}

fn pairs() -> impl Strategy<Value = String> {
    let pair = (prop::sample::select(FieldGroup::ALL), prop::sample::select(Visibility::ALL));
    prop::collection::vec(pair.prop_map(|(g, v)| format!("{g}={v}")), 0..4).prop_map(|p| p.join(","))
}

/// A value that fits some settings; which one it is tried on is drawn apart.
fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => names(Permission::ALL),
        2 => names(FieldGroup::ALL),
        3 => names(Role::ALL),
        2 => pairs(),
        2 => fields(),
        2 => prop::sample::select(vec!["true", "false", "0", "0.3", "1", "none", "2"]).prop_map(String::from),
    ]
}

/// Values for one key that are likelier to be accepted than any value.
fn fitting(key: &str) -> BoxedStrategy<String> {
    let bool = prop::sample::select(vec!["true", "false"]).prop_map(String::from);
    match key.rsplit('.').next().unwrap_or_default() {
        "permissions" => names(Permission::ALL).boxed(),
        "write" | "major_groups" => names(FieldGroup::ALL).boxed(),
        "read" => pairs().boxed(),
        "deciders" => names(Role::ALL).boxed(),
        "minor_fields" | "last_write_fields" => fields().boxed(),
        "review_required" | "creates" | "approver_differs_from_proposer" => bool.boxed(),
        _ => (0u8..=10).prop_map(|n| (f64::from(n) / 10.0).to_string()).boxed(),
    }
}

fn steps() -> impl Strategy<Value = Vec<(String, String)>> {
    let keys: Vec<String> = settings(&shipped()).into_iter().map(|s| s.key).collect();
    let any = (prop::sample::select(keys.clone()), value());
    let fit = prop::sample::select(keys).prop_flat_map(|key| (Just(key.clone()), fitting(&key)));
    prop::collection::vec(prop_oneof![1 => any, 3 => fit], 1..60)
}

fn change(kind: ChangeKind, entity: EntityType, fields: Vec<(&str, Value, Value)>) -> Change {
    Change {
        kind,
        entity,
        fields: fields.into_iter().map(|(f, b, a)| (f.to_owned(), b, a)).collect(),
        confidence: Some(1.0),
        source: ProposalSource::Import,
        producer_asks_review: false,
        proposed_by: ActorKind::Rule,
    }
}

/// Changes that always need a decision.
fn grave() -> Vec<Change> {
    use ChangeKind as K;
    let replace = |entity, field, before, after| change(K::Update, entity, vec![(field, before, after)]);
    let mut all = vec![
        replace(EntityType::Person, "full_name", json!("Rahul"), json!("Rohit")),
        replace(EntityType::Person, "phone", json!([{ "value": "+911" }]), json!([{ "value": "+912" }])),
        replace(EntityType::Person, "consent.sms", json!(false), json!(true)),
        replace(EntityType::Person, "do_not_contact", json!(true), json!(null)),
        replace(EntityType::Person, "kyc_status", json!("failed"), json!("passed")),
        replace(EntityType::Account, "name", json!("Sen & Co"), json!("Sen")),
        replace(EntityType::Household, "spouse.full_name", json!("Mira"), json!("Maya")),
    ];
    for entity in EntityType::ALL {
        all.extend([K::Merge, K::Unmerge].map(|kind| change(kind, entity, vec![])));
        for kind in [K::Create, K::Update, K::Overwrite, K::Link, K::Archive, K::Writeback, K::Enrichment] {
            let filled = || change(kind, entity, vec![("custom.x", json!(null), json!("y"))]);
            all.push(Change { source: ProposalSource::Oracle, ..filled() });
            all.push(Change { source: ProposalSource::Nemoclaw, ..filled() });
            all.push(Change { source: ProposalSource::Enrichment, ..filled() });
            all.push(Change { proposed_by: ActorKind::Agent, ..filled() });
        }
    }
    all
}

fn check_laws(policy: &PolicyData) -> Result<(), TestCaseError> {
    prop_assert!(validate(policy).is_ok());
    for change in grave() {
        let asked = requirement(policy, &change);
        prop_assert!(asked.review_required, "{change:?} under {}", asked.rule);
        prop_assert!(asked.deciders.contains(&Role::Owner), "{change:?}");
        prop_assert!(!auto_approvable(policy, &change, 0, 0).allowed, "{change:?}");
        for own in [false, true] {
            for role in [None, Some(Role::Agent), Some(Role::Presenter)] {
                prop_assert!(!may_decide(policy, role, &asked, own).allowed, "{role:?} decides {change:?}");
            }
        }
    }
    for permission in Permission::ALL {
        prop_assert!(permit(policy, Some(Role::Owner), *permission).allowed);
        let owners = [Permission::Erase, Permission::ManagePolicy, Permission::ManageRoles].contains(permission);
        let others = [Role::Reviewer, Role::Operator, Role::Presenter, Role::Agent];
        prop_assert!(!owners || others.iter().all(|r| !permit(policy, Some(*r), *permission).allowed));
    }
    for permission in [Permission::Decide, Permission::ApproveImports, Permission::EditRecords, Permission::Undo] {
        for role in [Role::Agent, Role::Presenter] {
            prop_assert!(!permit(policy, Some(role), permission).allowed, "{role} {permission}");
        }
    }
    for f in contracts::FIELDS {
        use FieldGroup as G;
        let private = [G::Contact, G::Address, G::Dates, G::Compliance, G::Notes].contains(&group_of(f.entity, f.name));
        let seen = visibility(policy, Some(Role::Presenter), f.entity, f.name);
        prop_assert!(!private || seen != Visibility::Full, "a presenter sees {}", f.name);
        let edit = may_edit(policy, Some(Role::Agent), f.entity, f.name, &Value::Null, &json!("x"));
        prop_assert!(!edit.allowed, "an agent edits {}", f.name);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_sequence_of_settings_takes_a_law_away(steps in steps()) {
        let mut policy = shipped();
        for (key, value) in steps {
            match set(&policy, &key, &value) {
                Ok(changed) => policy = changed,
                Err(refused) => prop_assert!(!refused.to_string().is_empty() && !refused.way_out().is_empty()),
            }
        }
        check_laws(&policy)?;
    }

    #[test]
    fn what_is_shown_can_be_set_again(steps in steps()) {
        let mut policy = shipped();
        for (key, value) in steps {
            policy = set(&policy, &key, &value).unwrap_or(policy);
        }
        for s in settings(&policy) {
            let again = set(&policy, &s.key, &s.value);
            prop_assert_eq!(again.as_ref(), Ok(&policy), "{} = {}", s.key, s.value);
        }
    }
}

#[test]
fn the_property_is_not_empty_because_settings_are_accepted() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut accepted, mut tried) = (0_usize, 0_usize);
    for _ in 0..50 {
        let drawn = steps().new_tree(&mut runner).expect("a sequence").current();
        let mut policy = shipped();
        for (key, value) in drawn {
            tried += 1;
            if let Ok(changed) = set(&policy, &key, &value) {
                accepted += usize::from(changed != policy);
                policy = changed;
            }
        }
    }
    assert!(accepted * 10 > tried, "{accepted} of {tried} settings changed something");
}
