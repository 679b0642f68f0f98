//! The policy in force: what goes with a set, what waits, what a rule may do by itself (R81-R84).

use app::{ApproveChoice, Quiet};
use contracts::{EntityType, ErrorCode, ImportState, ListQuery, Role, Verdict};
use testkit::Workspace;

const PEOPLE: &str = "id,First Name,Last Name,Email,Mobile,Lead Status\n\
    1,Rina,Sen,rina@example.com,+91 98300 12345,New\n\
    2,Arjun,Mehta,arjun@example.com,+91 98300 54321,New\n\
    3,Rina,Sen,RINA@example.com,,\n";

fn people(ws: &Workspace) -> u64 {
    ws.app.people(&ws.me, &ListQuery::default()).expect("listed").total
}

fn set(ws: &Workspace, key: &str, value: &str) {
    let _ = ws.app.policy_set(&ws.me, key, value).expect("set");
}

#[test]
fn a_minor_overwrite_goes_with_the_set_and_a_major_one_waits() {
    let ws = Workspace::new();
    ws.approve(ws.stage("people.csv", PEOPLE).import_id);
    let newer = "id,First Name,Last Name,Email,Mobile,Lead Status\n\
        1,Rina,Sen,rina@example.com,+91 98300 12345,Qualified\n\
        2,Arjun,Basu,arjun@example.com,+91 98300 54321,New\n";
    let s = ws.stage("newer.csv", newer);
    assert_eq!((s.planned.update, s.planned.hold), (1, 1), "{:?}", s.planned);
    ws.approve(s.import_id);
    let says = |text: &str, field: &str| {
        ws.app.explain(&ws.me, EntityType::Person, ws.person(text), field).expect("explained").value
    };
    assert_eq!((says("arjun", "family_name"), says("arjun", "full_name")), ("Mehta".into(), "Arjun Mehta".into()));
    let rina = ws.app.people(&ws.me, &ListQuery { text: Some("rina".into()), ..ListQuery::default() }).expect("listed");
    assert_eq!(rina.rows[0].lead_status.as_deref(), Some("Qualified"));
    ws.sound();
}

#[test]
fn nothing_is_applied_without_a_decision_until_an_owner_switches_a_rule_on() {
    let ws = Workspace::new();
    assert!(!ws.app.policy_show(&ws.me).expect("shown").policy.auto_approve.creates);
    let _ = ws.stage("people.csv", PEOPLE);
    assert_eq!((people(&ws), ws.app.policy_uses(&ws.me).expect("listed").len()), (0, 0));
}

#[test]
fn the_rule_applies_safe_new_records_only_is_listed_and_taken_back_with_its_import() {
    let ws = Workspace::new();
    set(&ws, "auto_approve.creates", "true");
    set(&ws, "auto_approve.min_confidence", "0.5");
    let empty = ws.graph();
    let s = ws.stage("people.csv", PEOPLE);
    assert_eq!(people(&ws), 2, "the suspected twin waits");
    assert_eq!(ws.waiting().len(), 1);
    for text in ["rina", "arjun"] {
        for change in ws.app.history(&ws.me, EntityType::Person, ws.person(text), None).expect("history") {
            assert_eq!((change.cause.kind.as_str(), change.cause.decision_id), ("rule", None));
            assert_eq!(change.actor.id, "policy.auto_approve_creates/1");
        }
    }
    let uses = ws.app.policy_uses(&ws.me).expect("listed");
    assert_eq!((uses.len(), uses[0].import_id, uses[0].records), (1, s.import_id, 2));
    ws.sound();

    // The same bytes again do not say of rows that stand in the graph that they wait.
    let again = ws.stage("copy.csv", PEOPLE);
    let rows = ws.app.import_rows(&ws.me, again.import_id, None, None, None).expect("rows").rows;
    assert!(!rows[0].reason.contains("waits for approval"), "{}", rows[0].reason);
    assert_eq!((again.planned.create, people(&ws)), (0, 2));

    ws.take_back(s.import_id);
    assert!(ws.graph() == empty);
    assert!(ws.app.policy_uses(&ws.me).expect("listed").is_empty());
    ws.sound();

    set(&ws, "auto_approve.creates", "false");
    let off = ws.stage("people.csv", PEOPLE);
    assert_eq!((off.state, people(&ws)), (ImportState::Proposed, 0), "switched off, it stops");
    assert_eq!(off.duplicate_of_batch, None);
}

#[test]
fn what_a_rule_left_is_approved_by_a_person_and_all_of_it_can_be_undone() {
    let ws = Workspace::new();
    set(&ws, "auto_approve.creates", "true");
    set(&ws, "auto_approve.min_confidence", "1");
    let s = ws.stage("people.csv", PEOPLE);
    let by_rule = people(&ws);
    let _ = ws.approve(s.import_id);
    assert!(by_rule < 2 && people(&ws) == 2, "{by_rule}");
    ws.take_back(s.import_id);
    assert_eq!(people(&ws), 0);
    ws.sound();
}

#[test]
fn columns_can_not_be_mapped_anew_once_anything_of_the_import_is_in_the_graph() {
    let choice = contracts::ColumnChoice {
        column: 5,
        status: contracts::ColumnStatus::Mapped,
        field: Some("person.custom.mood".into()),
        ..contracts::ColumnChoice::default()
    };
    let by_rule = Workspace::new();
    set(&by_rule, "auto_approve.creates", "true");
    set(&by_rule, "auto_approve.min_confidence", "0.5");
    let s = by_rule.stage("people.csv", PEOPLE);
    let by_hand = Workspace::new();
    by_hand
        .approve(by_hand.stage("first.csv", "id,First Name,Last Name,Email\n1,Rina,Sen,rina@example.com\n").import_id);
    let book = by_hand.stage(
        "book.csv",
        "Name,Email,Phone,City,Company,Mood\nRina Sen,rina@example.com,+91 98300 99999,Pune,Palm LLP,good\n",
    );
    let item = by_hand.waiting().remove(0);
    let _ = by_hand.decide(&by_hand.me, &item, Verdict::Approve).expect("decided");
    for (ws, id) in [(&by_rule, s.import_id), (&by_hand, book.import_id)] {
        let before = ws.graph();
        let answer = ws.app.import_set_columns(&ws.me, id, std::slice::from_ref(&choice), &Quiet);
        assert_eq!(answer.expect_err("refused").code, ErrorCode::Refused);
        ws.take_back(id);
        assert!(ws.graph() != before);
        ws.sound();
    }
}

#[test]
fn the_threshold_holds_doubtful_rows() {
    let ws = Workspace::new();
    set(&ws, "thresholds.review_below", "1");
    let s = ws.stage("people.csv", PEOPLE);
    assert_eq!((s.planned.create, s.planned.total()), (0, 3), "{:?}", s.planned);
    ws.approve(s.import_id);
    assert_eq!(people(&ws), 0);
}

#[test]
fn nobody_decides_what_they_brought_themselves_where_the_policy_says_so() {
    let ws = Workspace::new();
    let huda = ws.user("huda", Role::Reviewer);
    let first =
        ws.stage("first.csv", "id,First Name,Last Name,Email\n7,Tara,Bose,tara@example.com\n8,T,Bose,tb@example.com\n");
    ws.approve(first.import_id);
    set(&ws, "approver_differs_from_proposer", "true");
    let s = ws.stage("people.csv", PEOPLE);
    let own = ws.app.import_approve(&ws.me, s.import_id, &ApproveChoice::default(), &Quiet).expect_err("refused");
    assert_eq!((own.code, own.policy.as_deref()), (ErrorCode::Refused, Some("approver_differs_from_proposer")));
    let _ =
        ws.app.import_approve(&huda, s.import_id, &ApproveChoice::default(), &Quiet).expect("another user approves");

    let _ =
        ws.app.merge_ask(&huda, EntityType::Person, &[ws.person("tara"), ws.person("tb@example.com")]).expect("asked");
    let item = ws.waiting().into_iter().find(|i| i.import_id.is_none()).expect("waits");
    let own = ws.decide(&huda, &item, Verdict::Approve).expect_err("refused");
    assert_eq!(own.policy.as_deref(), Some("approver_differs_from_proposer"));
    let _ = ws.decide(&ws.me, &item, Verdict::Approve).expect("another user decides");
}

#[test]
fn every_version_of_the_policy_and_every_grant_is_in_the_audit_chain() {
    let ws = Workspace::new();
    let before = ws.app.feed_head().expect("head");
    set(&ws, "thresholds.review_below", "0.7");
    let _ = ws.user("huda", Role::Reviewer);
    let page = ws.app.changes(&ws.me, before, None).expect("listed");
    let kinds: Vec<_> = page.events.iter().map(|e| (e.kind.as_str(), e.actor.id.as_str())).collect();
    assert_eq!(kinds.len(), 2, "{kinds:?}");
    assert!(kinds.iter().all(|(_, who)| *who == ws.me.id), "{kinds:?}");
    let huda = ws.app.acting(Some("huda")).expect("a user");
    let no = ws.app.policy_set(&huda, "thresholds.review_below", "0.1").expect_err("refused");
    assert_eq!((no.code, no.who), (ErrorCode::Refused, vec!["owner".to_string()]));
    assert_eq!(ws.app.feed_head().expect("head"), page.next, "a refusal writes nothing");
    // Tampered with, it is found.
    let conn = rusqlite::Connection::open(ws.folder().join("velocity.db")).expect("opens");
    let triggers: Vec<String> = conn
        .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'workflow_policies'")
        .and_then(|mut s| s.query_map([], |r| r.get(0))?.collect())
        .expect("asked");
    assert!(!triggers.is_empty(), "the database itself refuses to change a policy");
    for name in triggers {
        conn.execute_batch(&format!("DROP TRIGGER {name}")).expect("dropped");
    }
    let changed =
        conn.execute("UPDATE workflow_policies SET policy = replace(policy, '0.7', '0.1')", []).expect("changed");
    assert!(changed > 0);
    drop(conn);
    assert!(!ws.app.audit_verify(&ws.me).expect("verified").ok);
}

#[test]
fn an_edit_that_an_operator_may_not_make_is_not_theirs_to_take_back() {
    let ws = Workspace::new();
    let omar = ws.user("omar", Role::Operator);
    ws.approve(ws.stage("people.csv", PEOPLE).import_id);
    let arjun = ws.person("arjun");
    for (field, value) in [("kyc_status", "passed"), ("do_not_contact", "yes")] {
        let edit =
            ws.app.record_update(&ws.me, EntityType::Person, arjun, &[(field.into(), value.into())]).expect("edited");
        let no = ws.app.undo_group(&omar, Some(edit.group)).expect_err("refused");
        assert_eq!((no.code, no.who.contains(&"owner".to_string())), (ErrorCode::Refused, true), "{field}: {no:?}");
    }
    let own =
        ws.app.record_update(&omar, EntityType::Person, arjun, &[("nickname".into(), "A".into())]).expect("edited");
    let _ = ws.app.undo_group(&omar, Some(own.group)).expect("undone");
    ws.sound();
}

#[test]
fn a_refusal_that_came_with_an_import_is_not_undone_by_who_may_not_loosen_it() {
    let ws = Workspace::new();
    let omar = ws.user("omar", Role::Operator);
    ws.approve(ws.stage("people.csv", PEOPLE).import_id);
    let newer =
        "id,First Name,Last Name,Email,Mobile,Do Not Contact\n2,Arjun,Mehta,arjun@example.com,+91 98300 54321,Yes\n";
    let s = ws.stage("newer.csv", newer);
    ws.approve(s.import_id);
    let stands =
        || ws.app.explain(&ws.me, EntityType::Person, ws.person("arjun"), "do_not_contact").expect("told").value;
    assert_eq!(stands(), true, "{s:?}");
    let no = ws.app.import_undo(&omar, s.import_id, &Quiet).expect_err("refused");
    assert_eq!((no.code, stands()), (ErrorCode::Refused, true.into()));
    ws.take_back(s.import_id);
}

#[test]
fn the_thresholds_for_twins_and_for_links_by_name_are_the_policys() {
    for (suspect, link_by_name, merges, links) in [("0.4", "0.75", 1, 1), ("1", "1", 0, 0)] {
        let ws = Workspace::new();
        set(&ws, "thresholds.suspect", suspect);
        set(&ws, "thresholds.link_by_name", link_by_name);
        ws.approve(
            ws.stage("people.csv", "id,First Name,Last Name,Email\n2,Arjun,Mehta,arjun@example.com\n").import_id,
        );
        let deals =
            ws.stage("deals.csv", "Deal - ID,Deal - Title,Deal - Stage,Deal - Value,Deal - Contact person\n9,Villa 3,Offer,85 L,Arjun Mehta\n");
        assert_eq!((deals.planned.create, deals.proposals.link), (1, links), "{link_by_name}: {deals:?}");
        let book = ws.stage("book.csv", "Name,Email\nArjun Mehta,arjun@example.com\n");
        assert_eq!((book.planned.merge, book.planned.create), (merges, 1 - merges), "{suspect}");
    }
}
