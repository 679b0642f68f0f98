//! What has to be looked at and who decides it (R42, R43, R61, R81-R83).

use std::collections::BTreeSet;

use contracts::{ActorKind, ChangeKind, EntityType, PolicyData, ProposalSource, Role};
use policy::{
    Change, Overwrite, Requirement, auto_approvable, loosens_consent, may_decide, overwrite, requirement, set, shipped,
};
use serde_json::{Value, json};

fn imported(kind: ChangeKind, entity: EntityType, fields: &[(&str, Value, Value)]) -> Change {
    Change {
        kind,
        entity,
        fields: fields.iter().map(|(f, b, a)| ((*f).to_owned(), b.clone(), a.clone())).collect(),
        confidence: Some(0.97),
        source: ProposalSource::Import,
        producer_asks_review: false,
        proposed_by: ActorKind::Rule,
    }
}

fn created() -> Change {
    imported(ChangeKind::Create, EntityType::Person, &[("full_name", Value::Null, json!("Rahul Sharma"))])
}

fn renamed() -> Change {
    imported(ChangeKind::Update, EntityType::Person, &[("full_name", json!("Rahul"), json!("Rohit"))])
}

fn of(source: ProposalSource, proposed_by: ActorKind, change: Change) -> Change {
    Change { source, proposed_by, ..change }
}

#[test]
fn every_shipped_rule_is_reached_by_a_change_that_it_is_for() {
    use ChangeKind as K;
    use EntityType as E;
    let bare = |kind, entity| imported(kind, entity, &[]);
    let doubtful = Change {
        confidence: Some(0.7),
        ..imported(K::Create, E::Person, &[("kyc_status", Value::Null, json!("verified"))])
    };
    let cases = [
        ("merge.person", bare(K::Merge, E::Person), true),
        ("merge.account", bare(K::Merge, E::Account), true),
        ("merge.any", bare(K::Merge, E::Household), true),
        ("unmerge.any", bare(K::Unmerge, E::Person), true),
        ("mapping.any", bare(K::Mapping, E::Person), true),
        ("writeback.any", of(ProposalSource::Oracle, ActorKind::Rule, created()), true),
        ("enrichment.any", of(ProposalSource::Enrichment, ActorKind::Agent, created()), true),
        ("conflict.sensitive", Change { kind: K::ResolveConflict, ..renamed() }, true),
        (
            "conflict.any",
            imported(K::ResolveConflict, E::Person, &[("lead_status", json!("hot"), json!("cold"))]),
            true,
        ),
        ("consent.change", imported(K::Update, E::Person, &[("consent.sms", json!(false), json!(true))]), true),
        ("overwrite.major", renamed(), true),
        ("archive.any", bare(K::Archive, E::Person), true),
        ("compliance.doubtful", doubtful, true),
        ("create.low_risk", created(), false),
        ("update.low_risk", imported(K::Update, E::Person, &[("lead_status", json!("hot"), json!("cold"))]), false),
        ("link.low_risk", bare(K::Link, E::Person), false),
    ];
    let policy = shipped();
    for (rule, change, review) in &cases {
        let asked = requirement(&policy, change);
        assert_eq!((asked.rule.as_str(), asked.review_required), (*rule, *review), "{change:?}");
        assert!(asked.deciders.contains(&Role::Owner), "{rule}");
    }
    let reached: BTreeSet<&str> = cases.iter().map(|(rule, ..)| *rule).collect();
    let shipped: BTreeSet<&str> = policy.requirements.iter().map(|r| r.id.as_str()).collect();
    assert_eq!(reached, shipped);
}

#[test]
fn reviews_are_only_ever_added() {
    let policy = shipped();
    let asks = requirement(&policy, &Change { producer_asks_review: true, ..created() });
    assert_eq!((asks.review_required, asks.rule.as_str()), (true, "producer"));
    let unsure = requirement(&policy, &Change { confidence: Some(0.49), ..created() });
    assert_eq!((unsure.review_required, unsure.rule.as_str()), (true, "thresholds.review_below"));
    assert!(!requirement(&policy, &Change { confidence: Some(0.5), ..created() }).review_required);
    assert!(!requirement(&policy, &Change { confidence: None, ..created() }).review_required);
    assert!(requirement(&policy, &Change { confidence: Some(f64::NAN), ..created() }).review_required);
    let stricter = set(&policy, "thresholds.review_below", "0.99").expect("a threshold");
    assert!(requirement(&stricter, &created()).review_required);
}

#[test]
fn a_change_out_of_a_sync_conflict_is_one_whatever_it_is_called() {
    let conflict = of(ProposalSource::SyncConflict, ActorKind::Device, renamed());
    let asked = requirement(&shipped(), &conflict);
    assert_eq!((asked.rule.as_str(), asked.kind), ("conflict.sensitive", ChangeKind::ResolveConflict));
}

#[test]
fn what_no_rule_covers_is_looked_at() {
    let mut policy = shipped();
    policy.requirements.clear();
    let asked = requirement(&policy, &created());
    assert_eq!((asked.review_required, asked.rule.as_str()), (true, "requirements.none"));
    assert_eq!(asked.deciders, [Role::Owner, Role::Reviewer]);
}

#[test]
fn a_machine_writes_nothing_back_without_a_decision_whatever_it_calls_it() {
    let policy = shipped();
    for kind in [ChangeKind::Create, ChangeKind::Update, ChangeKind::Link, ChangeKind::Archive, ChangeKind::Mapping] {
        for source in [ProposalSource::Oracle, ProposalSource::Nemoclaw, ProposalSource::Enrichment] {
            assert!(requirement(&policy, &of(source, ActorKind::Human, Change { kind, ..created() })).review_required);
        }
        let by_agent = of(ProposalSource::Import, ActorKind::Agent, Change { kind, ..created() });
        assert!(requirement(&policy, &by_agent).review_required, "{kind}");
    }
}

#[test]
fn laws_hold_even_for_a_policy_that_nobody_validated() {
    let mut policy = shipped();
    for rule in &mut policy.requirements {
        rule.review_required = false;
        rule.deciders.extend(Role::ALL);
    }
    policy.overwrite.major_groups.clear();
    policy.overwrite.minor_fields.insert("full_name".into());
    policy.auto_approve.creates = true;
    let agent = policy.roles.entry(Role::Agent).or_default();
    agent.permissions.extend(contracts::Permission::ALL);
    let merge = imported(ChangeKind::Merge, EntityType::Person, &[]);
    let unmerge = imported(ChangeKind::Unmerge, EntityType::Person, &[]);
    let writeback = of(ProposalSource::Nemoclaw, ActorKind::Agent, created());
    for change in [merge, unmerge, writeback, renamed(), Change { kind: ChangeKind::Merge, ..renamed() }] {
        let asked = requirement(&policy, &change);
        assert!(asked.review_required, "{change:?}");
        assert!(!may_decide(&policy, Some(Role::Agent), &asked, false).allowed);
        assert!(!auto_approvable(&policy, &change, 0, 0).allowed);
    }
}

#[test]
fn deciders_decide_and_others_learn_who_may() {
    let policy = shipped();
    let asked = |change: &Change| requirement(&policy, change);
    let allowed = |role, asked: &Requirement| may_decide(&policy, Some(role), asked, false).allowed;
    let merge = asked(&imported(ChangeKind::Merge, EntityType::Person, &[]));
    let table = [
        (&merge, [true, true, false, false, false]),
        (&asked(&renamed()), [true, true, false, false, false]),
        (&asked(&of(ProposalSource::Oracle, ActorKind::Agent, created())), [true, true, false, false, false]),
        (&asked(&created()), [true, true, true, false, false]),
        (&asked(&imported(ChangeKind::Mapping, EntityType::Person, &[])), [true, true, true, false, false]),
    ];
    for (asked, expected) in table {
        for (role, expected) in Role::ALL.iter().zip(expected) {
            assert_eq!(allowed(*role, asked), expected, "{role} {}", asked.rule);
        }
        assert!(!may_decide(&policy, None, asked, false).allowed);
    }
    let refused = may_decide(&policy, Some(Role::Operator), &asked(&renamed()), false);
    assert_eq!(refused.rule, "requirements.overwrite.major");
    assert_eq!(refused.who, [Role::Owner, Role::Reviewer]);
    let refused = may_decide(&policy, Some(Role::Operator), &merge, false);
    assert_eq!((refused.rule.as_str(), refused.who.len()), ("role.operator/merge_records", 2));
}

#[test]
fn a_decider_without_the_permission_is_none() {
    let policy = set(&shipped(), "requirements.merge.person.deciders", "owner,operator").expect("a setting");
    let merge = requirement(&policy, &imported(ChangeKind::Merge, EntityType::Person, &[]));
    assert_eq!(merge.deciders, [Role::Owner], "an operator merges nothing");
    let with = "read_records,decide,merge_records,edit_records";
    let policy = set(&policy, "roles.operator.permissions", with).expect("a setting");
    let merge = requirement(&policy, &imported(ChangeKind::Merge, EntityType::Person, &[]));
    assert!(may_decide(&policy, Some(Role::Operator), &merge, false).allowed);
}

#[test]
fn where_the_policy_says_so_nobody_decides_their_own_proposal() {
    let asked = requirement(&shipped(), &renamed());
    assert!(may_decide(&shipped(), Some(Role::Owner), &asked, true).allowed);
    let four_eyes = set(&shipped(), "approver_differs_from_proposer", "true").expect("a setting");
    let refused = may_decide(&four_eyes, Some(Role::Owner), &asked, true);
    assert_eq!((refused.allowed, refused.rule.as_str()), (false, "approver_differs_from_proposer"));
    assert!(may_decide(&four_eyes, Some(Role::Owner), &asked, false).allowed);
}

#[test]
fn nothing_is_approved_by_rule_as_shipped() {
    assert!(!shipped().auto_approve.creates);
    let refused = auto_approvable(&shipped(), &created(), 0, 0);
    assert_eq!((refused.allowed, refused.rule.as_str()), (false, "policy.auto_approve_creates/1"));
}

#[test]
fn switched_on_the_rule_covers_new_records_without_any_doubt() {
    let on: PolicyData = set(&shipped(), "auto_approve.creates", "on").expect("a setting");
    let auto = |change: &Change, issues, conflicts| auto_approvable(&on, change, issues, conflicts).allowed;
    assert!(auto(&created(), 0, 0));
    assert!(!auto(&created(), 1, 0), "an issue");
    assert!(!auto(&created(), 0, 1), "a conflict");
    assert!(!auto(&Change { confidence: Some(0.94), ..created() }, 0, 0), "too little confidence");
    assert!(!auto(&Change { confidence: None, ..created() }, 0, 0), "unknown confidence");
    assert!(!auto(&Change { producer_asks_review: true, ..created() }, 0, 0), "the producer asks");
    assert!(!auto(&of(ProposalSource::Oracle, ActorKind::Agent, created()), 0, 0), "a machine's");
    for kind in ChangeKind::ALL.iter().filter(|k| **k != ChangeKind::Create) {
        assert!(!auto(&Change { kind: *kind, ..created() }, 0, 0), "{kind}");
    }
}

#[test]
fn overwrites_are_told_from_additions() {
    use EntityType as E;
    use Overwrite::{Major, Minor, None};
    let phone =
        |value: &str, label: &str| json!({ "value": value, "received": value, "label": label, "is_primary": true });
    let cases = [
        (E::Person, "full_name", json!(null), json!("Rahul"), None),
        (E::Person, "full_name", json!("  "), json!("Rahul"), None),
        (E::Person, "full_name", json!("Rahul"), json!("Rahul"), None),
        (E::Person, "full_name", json!("Rahul"), json!("Rohit"), Major),
        (E::Person, "full_name", json!("Rahul"), json!(null), Major),
        (E::Person, "lead_status", json!("hot"), json!("cold"), Minor),
        (E::Person, "last_contacted_at", json!("2026-01-01T00:00:00Z"), json!("2026-02-01T00:00:00Z"), Minor),
        (E::Person, "updated_at", json!("2026-01-01T00:00:00Z"), json!("2026-02-01T00:00:00Z"), Minor),
        (E::Person, "job_title", json!("Director"), json!("Chair"), Minor),
        (E::Person, "birth_date", json!("1980-05-12"), json!("1981-05-12"), Major),
        (E::Person, "custom.club", json!("A"), json!("B"), Minor),
        (
            E::Person,
            "phone",
            json!([phone("+911", "work")]),
            json!([phone("+911", "work"), phone("+912", "home")]),
            None,
        ),
        (E::Person, "phone", json!([phone("+911", "work")]), json!([phone("+912", "work")]), Major),
        (E::Person, "phone", json!([phone("+911", "work")]), json!([phone("+911", "home")]), Minor),
        (E::Person, "phone[]", json!([phone("+911", "work")]), json!([]), Major),
        (E::Person, "tags", json!(["VIP"]), json!(["VIP", "NRI"]), None),
        (E::Person, "tags", json!(["VIP"]), json!(["NRI"]), Minor),
        (E::Person, "notes", json!("Met at the club."), json!("Met at the club.\nCalled."), None),
        (E::Person, "notes", json!("Met at the club."), json!("Called."), Major),
        (E::Person, "full_name", json!("Rahul"), json!("Rahul\nSharma"), Major),
        (
            E::Person,
            "address",
            json!([{ "city": "Kolkata" }]),
            json!([{ "city": "Kolkata", "street": "Park St" }]),
            None,
        ),
        (E::Person, "address", json!([{ "city": "Kolkata" }]), json!([{ "city": "Dubai" }]), Major),
        (
            E::Household,
            "spouse.phone",
            json!({ "value": "", "received": "98300" }),
            json!({ "value": "+9198300", "received": "98300" }),
            None,
        ),
        (
            E::Opportunity,
            "amount",
            json!({ "amount": "50000000", "currency": "INR", "received": "5 Cr" }),
            json!({ "amount": "50000000", "currency": "INR", "received": "50000000" }),
            Minor,
        ),
        (
            E::Opportunity,
            "amount",
            json!({ "amount": "50000000", "currency": "INR" }),
            json!({ "amount": "60000000", "currency": "INR" }),
            Major,
        ),
        (E::Opportunity, "name", json!("Villa"), json!("Villa 2"), Minor),
        (E::Opportunity, "description", json!("Villa"), json!("Flat"), Major),
    ];
    for (entity, field, before, after, expected) in cases {
        let found = overwrite(&shipped(), entity, field, &before, &after);
        assert_eq!(found, expected, "{entity}.{field}: {before} → {after}");
    }
}

#[test]
fn consent_towards_less_strict_is_major_and_towards_stricter_is_not_loose() {
    let loose = [
        ("consent.email", json!(false), json!(true)),
        ("consent.email", json!(false), json!(null)),
        ("consent.whatsapp", json!("false"), json!("true")),
        ("do_not_contact", json!(true), json!(false)),
        ("do_not_contact", json!(true), json!(null)),
        ("is_private", json!(true), json!(false)),
    ];
    let mut lax = shipped();
    lax.overwrite.major_groups.clear();
    for (field, before, after) in loose {
        assert!(loosens_consent(EntityType::Person, field, &before, &after), "{field}");
        assert_eq!(overwrite(&lax, EntityType::Person, field, &before, &after), Overwrite::Major, "{field}");
    }
    let strict = [
        ("consent.email", json!(null), json!(true)),
        ("consent.email", json!(true), json!(false)),
        ("do_not_contact", json!(false), json!(true)),
        ("do_not_contact", json!(null), json!(true)),
        ("full_name", json!(false), json!(true)),
    ];
    for (field, before, after) in strict {
        assert!(!loosens_consent(EntityType::Person, field, &before, &after), "{field}");
    }
}

#[test]
fn the_field_that_is_replaced_decides_and_not_one_that_is_filled_by_the_way() {
    let change = imported(
        ChangeKind::Update,
        EntityType::Person,
        &[("full_name", json!("Rahul"), json!("Rohit")), ("consent.email", Value::Null, json!(true))],
    );
    assert_eq!(requirement(&shipped(), &change).rule, "overwrite.major");
}
