//! The policy as keys and values: what is shown can be set, what can't be is refused with the way out.

use contracts::{Actor, FieldGroup, Permission, Role, Timestamp, Visibility};
use policy::{PolicyError, SCHEMA, role_infos, set, settings, shipped, validate, view};

#[test]
fn the_shipped_policy_is_valid_and_commits_nothing_by_itself() {
    let policy = shipped();
    validate(&policy).expect("the shipped policy is valid");
    assert_eq!(policy.schema, SCHEMA);
    assert!(!policy.auto_approve.creates && !policy.approver_differs_from_proposer);
    let text = serde_json::to_string(&policy).expect("it serialises");
    assert_eq!(serde_json::from_str::<contracts::PolicyData>(&text).expect("it reads back"), policy);
}

#[test]
fn every_setting_reads_back_as_it_is_shown() {
    let policy = shipped();
    for setting in settings(&policy) {
        assert_eq!(setting.value, setting.default, "{}", setting.key);
        assert!(setting.about.ends_with('.'), "{}", setting.about);
        assert_eq!(
            set(&policy, &setting.key, &setting.value).as_ref(),
            Ok(&policy),
            "{} = {}",
            setting.key,
            setting.value
        );
    }
}

#[test]
fn what_is_set_is_shown() {
    let cases = [
        ("auto_approve.creates", " On ", "true"),
        ("auto_approve.min_confidence", "0.9", "0.9"),
        ("thresholds.review_below", "1", "1"),
        ("thresholds.suspect", "0.55", "0.55"),
        ("thresholds.link_by_name", "0.8", "0.8"),
        ("roles.operator.permissions", "edit_records, read_records", "read_records,edit_records"),
        ("roles.operator.write", "notes", "notes"),
        ("roles.agent.permissions", "none", "none"),
        ("requirements.create.low_risk.review_required", "yes", "true"),
        ("requirements.archive.any.deciders", "owner,operator", "owner,operator"),
        ("requirements.create.low_risk.below_confidence", "0.6", "0.6"),
        ("requirements.compliance.doubtful.below_confidence", "none", "none"),
        ("overwrite.minor_fields", "task.title,updated_at,custom.rank", "custom.rank,task.title,updated_at"),
        ("last_write_fields", "", "none"),
        ("approver_differs_from_proposer", "true", "true"),
    ];
    for (key, given, expected) in cases {
        let changed = set(&shipped(), key, given).unwrap_or_else(|e| panic!("{key}: {e} {}", e.way_out()));
        let shown: Vec<_> = settings(&changed).into_iter().filter(|s| s.value != s.default).collect();
        assert_eq!(shown.len(), 1, "{key} and nothing else");
        assert_eq!((shown[0].key.as_str(), shown[0].value.as_str()), (key, expected));
    }
    let changed = set(&shipped(), "roles.presenter.read", "identity=full,finance=hidden").expect("pairs");
    let presenter = &changed.roles[&Role::Presenter];
    assert_eq!(presenter.read[&FieldGroup::Identity], Visibility::Full);
    assert_eq!(presenter.read[&FieldGroup::Contact], Visibility::Masked, "groups not named stay");
}

#[test]
fn what_can_not_be_is_refused_with_the_key_and_the_way_out() {
    let cases = [
        ("thresholds.review_below", "1.5", "thresholds.review_below"),
        ("thresholds.suspect", "NaN", "thresholds.suspect"),
        ("auto_approve.min_confidence", "-0.1", "auto_approve.min_confidence"),
        ("auto_approve.min_confidence", "much", "auto_approve.min_confidence"),
        ("auto_approve.creates", "maybe", "auto_approve.creates"),
        ("requirements.merge.person.review_required", "false", "requirements.merge.person.review_required"),
        ("requirements.merge.account.review_required", "false", "requirements.merge.account.review_required"),
        ("requirements.unmerge.any.review_required", "false", "requirements.unmerge.any.review_required"),
        ("requirements.overwrite.major.review_required", "false", "requirements.overwrite.major.review_required"),
        ("requirements.consent.change.review_required", "false", "requirements.consent.change.review_required"),
        ("requirements.writeback.any.review_required", "false", "requirements.writeback.any.review_required"),
        ("requirements.enrichment.any.review_required", "false", "requirements.enrichment.any.review_required"),
        ("requirements.merge.any.deciders", "owner,agent", "requirements.merge.any.deciders"),
        ("requirements.create.low_risk.deciders", "owner,presenter", "requirements.create.low_risk.deciders"),
        ("requirements.archive.any.deciders", "reviewer", "requirements.archive.any.deciders"),
        ("requirements.archive.any.below_confidence", "2", "requirements.archive.any.below_confidence"),
        ("roles.owner.permissions", "read_records", "roles.owner.permissions"),
        ("roles.owner.read", "notes=masked", "roles.owner.read"),
        ("roles.owner.write", "notes", "roles.owner.write"),
        ("roles.reviewer.permissions", "read_records,erase", "roles.reviewer.permissions"),
        ("roles.operator.permissions", "read_records,manage_roles", "roles.operator.permissions"),
        ("roles.operator.permissions", "fly", "roles.operator.permissions"),
        ("roles.operator.read", "compliance", "roles.operator.read"),
        ("roles.operator.read", "notes=masked", "roles.operator.write"),
        ("roles.agent.write", "notes", "roles.agent.write"),
        ("roles.presenter.permissions", "read_records,read_evidence", "roles.presenter.permissions"),
        ("roles.presenter.permissions", "read_records,propose", "roles.presenter.permissions"),
        ("roles.presenter.read", "contact=full", "roles.presenter.read"),
        ("roles.presenter.read", "custom=full", "roles.presenter.read"),
        ("overwrite.major_groups", "identity,contact,compliance", "overwrite.major_groups"),
        ("overwrite.minor_fields", "full_name", "overwrite.minor_fields"),
        ("overwrite.minor_fields", "name", "overwrite.minor_fields"),
        ("overwrite.minor_fields", "shoe_size", "overwrite.minor_fields"),
        ("last_write_fields", "phone", "last_write_fields"),
        ("last_write_fields", "do_not_contact", "last_write_fields"),
        ("last_write_fields", "opportunity.amount", "last_write_fields"),
    ];
    for (key, value, blamed) in cases {
        let refused = set(&shipped(), key, value).expect_err(&format!("{key} = {value}"));
        assert_eq!(refused.key(), blamed, "{key} = {value}: {refused}");
        assert!(refused.to_string().contains(blamed) && refused.way_out().ends_with('.'), "{refused}");
    }
    let forbidden = [
        "decide",
        "approve_imports",
        "edit_records",
        "archive_records",
        "merge_records",
        "undo",
        "erase",
        "manage_policy",
        "manage_roles",
        "export_data",
        "sync",
        "create_workspace",
    ];
    for permission in forbidden {
        let value = format!("read_records,{permission}");
        let refused = set(&shipped(), "roles.agent.permissions", &value).expect_err(permission);
        assert_eq!(refused.key(), "roles.agent.permissions");
    }
    assert_eq!(forbidden.len() + 7, Permission::ALL.len(), "the rest is what an agent may be given");
}

#[test]
fn an_unknown_key_lists_the_known_ones() {
    let refused = set(&shipped(), "auto_approve.updates", "true").expect_err("there is no such key");
    assert!(refused.to_string().contains("auto_approve.creates"), "{refused}");
    let PolicyError::UnknownKey { known, .. } = refused else { panic!("an unknown key") };
    assert_eq!(known, settings(&shipped()).into_iter().map(|s| s.key).collect::<Vec<_>>());
    assert!(set(&shipped(), "schema", "velocity-policy/2").is_err());
    assert!(set(&shipped(), "auto_approve.rule", "mine/1").is_err());
}

#[test]
fn a_policy_of_another_shape_or_without_a_role_is_refused() {
    let mut policy = shipped();
    policy.schema = "velocity-policy/2".into();
    assert_eq!(validate(&policy).expect_err("a newer shape").key(), "schema");
    let mut policy = shipped();
    policy.roles.remove(&Role::Presenter);
    assert_eq!(validate(&policy).expect_err("a role is missing").key(), "roles.presenter");
    let mut policy = shipped();
    let twice = policy.requirements[0].clone();
    policy.requirements.push(twice);
    assert_eq!(validate(&policy).expect_err("an id stands twice").key(), "requirements");
    let mut policy = shipped();
    policy.requirements[13].kinds.insert(contracts::ChangeKind::Merge);
    assert!(validate(&policy).is_err(), "a rule for new records can't take merges along");
}

#[test]
fn a_view_says_everything_by_key_and_by_role() {
    let at = Timestamp("2026-11-20T09:30:00.000Z".into());
    let seen = view(&shipped(), 3, Some(at), Some(Actor::human("mira")));
    assert_eq!((seen.version, seen.settings, seen.roles.len()), (3, settings(&shipped()), Role::ALL.len()));
    let infos = role_infos(&shipped());
    let of = |role| infos.iter().find(|i| i.role == role).expect("listed");
    assert!(of(Role::Reviewer).decides.contains(&"merges of people".to_owned()));
    assert!(!of(Role::Operator).decides.contains(&"merges of people".to_owned()));
    assert!(of(Role::Operator).decides.contains(&"new records".to_owned()));
    assert!(of(Role::Agent).decides.is_empty() && of(Role::Presenter).decides.is_empty());
    assert!(infos.iter().all(|i| i.read.len() == FieldGroup::ALL.len()));
}
