//! Who may do what under the shipped policy, written out by hand: a change of the data has to be meant (R85).

use contracts::{EntityType, FieldGroup, Permission, PolicyData, Role, Visibility};
use policy::{may_edit, may_write, permit, shipped, visibility};
use serde_json::json;

const MATRIX: &str = "
    read_records     owner reviewer operator presenter agent
    read_evidence    owner reviewer operator
    read_workflow    owner reviewer operator agent
    read_audit       owner reviewer operator
    import_files     owner reviewer operator
    approve_imports  owner reviewer operator
    propose          owner reviewer operator agent
    decide           owner reviewer operator
    edit_records     owner reviewer operator
    archive_records  owner reviewer operator
    undo             owner reviewer operator
    merge_records    owner reviewer
    export_data      owner reviewer
    run_missions     owner reviewer operator
    manage_policy    owner
    manage_roles     owner
    erase            owner
    sync             owner reviewer operator
    create_workspace owner reviewer operator
";

/// What a presenter sees of each group; everybody else sees all in full but an agent no compliance.
const PRESENTER: &[(&str, Visibility)] = &[
    ("full_name", Visibility::Masked),
    ("phone", Visibility::Masked),
    ("email[]", Visibility::Masked),
    ("address[].street", Visibility::Masked),
    ("birth_date", Visibility::Masked),
    ("company_name", Visibility::Masked),
    ("lead_status", Visibility::Full),
    ("consent.sms", Visibility::Hidden),
    ("is_private", Visibility::Hidden),
    ("kyc_status", Visibility::Hidden),
    ("notes", Visibility::Masked),
    ("tags", Visibility::Masked),
    ("external_id", Visibility::Hidden),
    ("custom.club", Visibility::Masked),
    ("no_such_field", Visibility::Masked),
];

fn may_write_any(policy: &PolicyData, role: Role, field: &str) -> bool {
    may_write(policy, Some(role), EntityType::Person, field).allowed
}

#[test]
fn each_role_may_what_the_matrix_says_and_nothing_else() {
    let policy = shipped();
    let rows: Vec<Vec<&str>> =
        MATRIX.lines().map(|l| l.split_whitespace().collect()).filter(|r: &Vec<&str>| !r.is_empty()).collect();
    assert_eq!(rows.len(), Permission::ALL.len(), "every permission has a row");
    for row in rows {
        let permission: Permission = row[0].parse().expect("a permission");
        let expected: Vec<Role> = row[1..].iter().map(|r| r.parse().expect("a role")).collect();
        for role in Role::ALL {
            let verdict = permit(&policy, Some(*role), permission);
            assert_eq!(verdict.allowed, expected.contains(role), "{role} {permission}");
            assert_eq!(verdict.rule, format!("role.{role}/{permission}"));
            assert_eq!(verdict.who, expected, "{permission}");
        }
        assert!(!permit(&policy, None, permission).allowed, "nobody without a role may {permission}");
    }
}

#[test]
fn a_refusal_says_who_may_and_by_which_rule() {
    let refused = permit(&shipped(), Some(Role::Operator), Permission::MergeRecords);
    assert_eq!(refused.reason, "An operator may not merge or unmerge records; an owner or a reviewer may.");
    let error = refused.refusal().expect("it is refused");
    assert_eq!(error.exit_code(), 3);
    assert_eq!(error.policy.as_deref(), Some("role.operator/merge_records"));
    assert_eq!(error.who, ["owner", "reviewer"]);
    assert_eq!(error.hint, "Ask an owner or a reviewer.");
    assert_eq!(permit(&shipped(), Some(Role::Owner), Permission::MergeRecords).refusal(), None);
    let nobody = permit(&shipped(), None, Permission::Erase);
    assert_eq!((nobody.rule.as_str(), nobody.who), ("role.none/erase", vec![Role::Owner]));
}

#[test]
fn a_presenter_sees_no_private_fact() {
    let policy = shipped();
    for (field, expected) in PRESENTER {
        assert_eq!(visibility(&policy, Some(Role::Presenter), EntityType::Person, field), *expected, "{field}");
        for role in [Role::Owner, Role::Reviewer, Role::Operator] {
            assert_eq!(visibility(&policy, Some(role), EntityType::Person, field), Visibility::Full, "{role} {field}");
        }
        assert_eq!(visibility(&policy, None, EntityType::Person, field), Visibility::Hidden);
    }
    for field in contracts::FIELDS {
        let seen = visibility(&policy, Some(Role::Presenter), field.entity, field.name);
        let harmless = [FieldGroup::Pipeline, FieldGroup::Preferences, FieldGroup::Property];
        assert_eq!(
            seen == Visibility::Full,
            harmless.contains(&policy::group_of(field.entity, field.name)),
            "{field:?}"
        );
    }
    assert_eq!(visibility(&policy, Some(Role::Agent), EntityType::Person, "kyc_status"), Visibility::Hidden);
    assert_eq!(visibility(&policy, Some(Role::Agent), EntityType::Person, "phone"), Visibility::Full);
}

#[test]
fn what_a_role_does_not_list_it_neither_sees_nor_writes() {
    let mut policy = shipped();
    let operator = policy.roles.get_mut(&Role::Operator).expect("listed");
    operator.read.remove(&FieldGroup::Notes);
    assert_eq!(visibility(&policy, Some(Role::Operator), EntityType::Person, "notes"), Visibility::Hidden);
    policy.roles.get_mut(&Role::Operator).expect("listed").permissions.remove(&Permission::ReadRecords);
    assert_eq!(visibility(&policy, Some(Role::Operator), EntityType::Person, "phone"), Visibility::Hidden);
    policy.roles.remove(&Role::Operator);
    assert!(!permit(&policy, Some(Role::Operator), Permission::ReadRecords).allowed);
}

#[test]
fn operators_write_the_work_and_not_the_papers() {
    let policy = shipped();
    for field in ["full_name", "phone", "address[].city", "lead_status", "notes", "custom.club", "consent.sms"] {
        assert!(may_write_any(&policy, Role::Operator, field), "{field}");
        assert!(!may_write_any(&policy, Role::Presenter, field), "{field}");
        assert!(!may_write_any(&policy, Role::Agent, field), "{field}");
    }
    for field in ["kyc_status", "source_of_funds", "external_id", "created_at"] {
        let refused = may_write(&policy, Some(Role::Operator), EntityType::Person, field);
        assert_eq!((refused.allowed, refused.who), (false, vec![Role::Owner, Role::Reviewer]), "{field}");
        assert!(may_write_any(&policy, Role::Reviewer, field), "{field}");
    }
    let refused = may_write(&policy, Some(Role::Operator), EntityType::Person, "kyc_status");
    assert_eq!(refused.rule, "role.operator/write.compliance");
    assert!(!may_write(&policy, None, EntityType::Person, "phone").allowed);
}

#[test]
fn writing_needs_the_permission_as_well_as_the_group() {
    let mut policy = shipped();
    policy.roles.get_mut(&Role::Operator).expect("listed").permissions.remove(&Permission::EditRecords);
    let refused = may_write(&policy, Some(Role::Operator), EntityType::Person, "phone");
    assert_eq!((refused.allowed, refused.rule.as_str()), (false, "role.operator/edit_records"));
}

#[test]
fn an_operator_may_record_a_refusal_at_once_and_may_not_lift_one() {
    let policy = shipped();
    let edit = |role, field, before, after| may_edit(&policy, Some(role), EntityType::Person, field, &before, &after);
    assert!(edit(Role::Operator, "do_not_contact", json!(null), json!(true)).allowed);
    assert!(edit(Role::Operator, "consent.email", json!(true), json!(false)).allowed);
    assert!(edit(Role::Operator, "phone", json!([]), json!([{ "value": "+919830012345" }])).allowed);
    for (field, before, after) in [
        ("do_not_contact", json!(true), json!(false)),
        ("do_not_contact", json!(true), json!(null)),
        ("is_private", json!(true), json!(false)),
        ("consent.sms", json!(false), json!(true)),
        ("consent.sms", json!(false), json!(null)),
    ] {
        let refused = edit(Role::Operator, field, before.clone(), after.clone());
        assert_eq!((refused.allowed, refused.rule.as_str()), (false, "requirements.consent.change"), "{field}");
        assert_eq!(refused.who, [Role::Owner, Role::Reviewer]);
        assert!(edit(Role::Reviewer, field, before, after).allowed, "{field}");
    }
    assert!(!edit(Role::Agent, "notes", json!(null), json!("hello")).allowed);
}
