//! One queue, one decision path: rows that may be somebody known, overwrites, merges asked for by hand (R40-R46, R61).

use contracts::{Correction, EntityType, ErrorCode, Fate, ListQuery, ReviewItem, Role, Verdict};
use serde_json::{Value, json};
use testkit::Workspace;

const KNOWN: &str = "id,First Name,Last Name,Email,Mobile,Job Title\n\
    1,Rina,Sen,rina@example.com,+91 98300 12345,Director\n\
    2,Arjun,Mehta,arjun@example.com,+91 98300 54321,\n";

/// A phone book without ids: the second row is probably Rina; the first brings the company that both work at.
const BOOK: &str = "Name,Email,Phone,Job Title,Company,Spouse Name\n\
    Tara Bose,tara@example.com,+91 98300 77777,,Orchid Estates,\n\
    Rina Sen,rina@example.com,+91 98300 99999,Architect,Orchid Estates,Dev Sen\n";

fn known() -> Workspace {
    let ws = Workspace::new();
    ws.approve(ws.stage("known.csv", KNOWN).import_id);
    ws
}

fn only(ws: &Workspace) -> ReviewItem {
    let mut waiting = ws.waiting();
    assert_eq!(waiting.len(), 1, "{waiting:#?}");
    waiting.remove(0)
}

fn field(ws: &Workspace, text: &str, name: &str) -> Value {
    ws.app.explain(&ws.me, EntityType::Person, ws.person(text), name).expect("explained").value
}

fn people(ws: &Workspace) -> u64 {
    ws.app.people(&ws.me, &ListQuery::default()).expect("listed").total
}

fn state(ws: &Workspace, item: &ReviewItem) -> String {
    ws.app.review_show(&ws.me, item.proposal_id).expect("shown").state
}

fn refused<T: std::fmt::Debug>(answer: app::Outcome<T>) -> contracts::ApiError {
    let error = answer.expect_err("refused");
    assert_eq!(error.code, ErrorCode::Refused, "{error:?}");
    error
}

#[test]
fn a_row_that_is_somebody_known_adds_to_them_and_replaces_nothing() {
    for approve_first in [true, false] {
        let ws = known();
        let s = ws.stage("book.csv", BOOK);
        if approve_first {
            ws.approve(s.import_id);
        }
        let item = only(&ws);
        let effect = |name: &str| item.fields.iter().find(|f| f.field == name).map(|f| f.effect.as_str());
        assert_eq!((effect("phone"), effect("job_title")), (Some("add"), Some("keep")));
        let done = ws.decide(&ws.me, &item, Verdict::Approve).expect("decided");
        assert_eq!((done.state.as_str(), state(&ws, &item).as_str()), ("applied", "applied"));
        assert_eq!(field(&ws, "rina", "job_title"), "Director", "what is known stays");
        assert_eq!(field(&ws, "rina", "phone").as_array().map(Vec::len), Some(2));
        assert_eq!(ws.fates(s.import_id).merge, 1);
        ws.sound();
        if !approve_first {
            // The company came with the row that needed it; the row that first named it links to the same one.
            ws.approve(s.import_id);
        }
        assert_eq!(ws.app.accounts(&ws.me, &ListQuery::default()).expect("listed").total, 1);
        let dossier = ws.app.client360(&ws.me, ws.person("rina"), true).expect("a dossier").snapshot;
        assert_eq!((dossier.account_links.len(), dossier.households.len()), (1, 1), "company and household are linked");
        let fates = ws.fates(s.import_id);
        assert_eq!((fates.create, fates.merge, people(&ws)), (1, 1, 3));
        ws.sound();
    }
}

#[test]
fn undo_of_an_import_takes_a_decided_merge_back_and_says_so() {
    let ws = known();
    let before = ws.graph();
    let s = ws.stage("book.csv", BOOK);
    ws.approve(s.import_id);
    let item = only(&ws);
    let _ = ws.decide(&ws.me, &item, Verdict::Approve).expect("decided");
    ws.take_back(s.import_id);
    assert!(ws.graph() == before);
    assert_eq!(state(&ws, &item), "rolled_back");
    assert_eq!(ws.fates(s.import_id).unchanged, 2, "a row that was taken back says so, merged ones too");
    ws.sound();
}

#[test]
fn undo_of_a_decided_row_rolls_its_proposals_back_and_says_so() {
    let ws = known();
    let s = ws.stage("book.csv", BOOK);
    ws.approve(s.import_id);
    let before = ws.graph();
    let item = only(&ws);
    let done = ws.decide(&ws.me, &item, Verdict::Approve).expect("decided");
    let undone = ws.app.undo_group(&ws.me, done.group).expect("undone");
    assert!(undone.kept.is_empty());
    assert!(ws.graph() == before);
    assert_eq!(state(&ws, &item), "rolled_back");
    let rows = ws.app.import_rows(&ws.me, s.import_id, None, Some(1), None).expect("rows").rows;
    assert_eq!((rows[0].fate, rows[0].reason.starts_with("Taken back")), (Fate::Unchanged, true));
    assert_eq!(ws.fates(s.import_id).total(), 2);
    ws.sound();
}

#[test]
fn a_group_that_something_came_on_top_of_is_not_said_to_be_taken_back() {
    let ws = Workspace::new();
    let s = ws.stage("known.csv", KNOWN);
    ws.approve(s.import_id);
    let rina = ws.person("rina");
    let made = ws.app.history(&ws.me, EntityType::Person, rina, None).expect("history").remove(0).group;
    let edit = [("nickname".to_string(), "Rinku".to_string())];
    let _ = ws.app.record_update(&ws.me, EntityType::Person, rina, &edit).expect("edited");
    let undone = ws.app.undo_group(&ws.me, Some(made)).expect("undone as far as it goes");
    assert!(!undone.kept.is_empty());
    let rows = ws.app.import_rows(&ws.me, s.import_id, None, None, Some(1)).expect("rows").rows;
    assert_eq!(rows[0].fate, Fate::Create, "{}", rows[0].reason);
    assert_eq!(ws.person("rinku"), rina);
    ws.sound();
}

#[test]
fn not_the_same_person_becomes_a_new_one_at_the_next_approval() {
    let ws = known();
    let s = ws.stage("book.csv", BOOK);
    for approve_first in [true, false] {
        if approve_first {
            ws.approve(s.import_id);
        }
        assert_eq!(ws.fates(s.import_id).total(), 2);
    }
    let item = only(&ws);
    let no = ws.decide(&ws.me, &item, Verdict::Reject).expect("decided");
    assert_eq!((no.state.as_str(), no.changes, no.follow_up.is_empty()), ("rejected", 0, false));
    assert_eq!((people(&ws), ws.fates(s.import_id).hold), (3, 1), "nothing of it is in the graph yet");
    assert!(ws.waiting().is_empty());
    let approved = ws.approve(s.import_id);
    assert!(approved.applied.create >= 1);
    let fates = ws.fates(s.import_id);
    assert_eq!((people(&ws), fates.create, fates.hold), (4, 2, 0));
    assert_eq!(ws.app.accounts(&ws.me, &ListQuery::default()).expect("listed").total, 1, "still one company");
    ws.sound();
    ws.take_back(s.import_id);
    assert_eq!((people(&ws), ws.fates(s.import_id).unchanged), (2, 2));
    ws.sound();
}

#[test]
fn deferred_stays_open_and_every_later_verdict_after_the_first_is_refused() {
    let ws = known();
    let _ = ws.stage("book.csv", BOOK);
    let item = only(&ws);
    let put_off = ws.decide(&ws.me, &item, Verdict::Defer).expect("deferred");
    assert_eq!((put_off.state.as_str(), put_off.changes), ("proposed", 0));
    assert_eq!(only(&ws).proposal_id, item.proposal_id);
    let _ = ws.decide(&ws.me, &item, Verdict::Reject).expect("decided");
    let graph = ws.graph();
    for verdict in [Verdict::Approve, Verdict::Reject, Verdict::Defer] {
        let _ = refused(ws.decide(&ws.me, &item, verdict));
    }
    assert!(ws.graph() == graph);
    ws.sound();
}

#[test]
fn a_verdict_on_what_stands_no_longer_is_refused_and_writes_nothing() {
    let ws = known();
    let s = ws.stage("book.csv", BOOK);
    let item = only(&ws);
    let edit = [("nickname".to_string(), "Rinku".to_string())];
    let _ = ws.app.record_update(&ws.me, EntityType::Person, ws.person("rina"), &edit).expect("edited");
    let (graph, length) = (ws.graph(), ws.app.feed_head().expect("head"));
    for seen in [item.seen.as_str(), "", "0"] {
        let _ = refused(ws.decide_on(&ws.me, &item, Verdict::Approve, seen, Vec::new()));
    }
    assert!(ws.graph() == graph && ws.app.feed_head().expect("head") == length);
    assert_eq!(state(&ws, &item), "proposed");
    let _ = ws.decide(&ws.me, &item, Verdict::Approve).expect("what is shown now can be decided");
    assert_eq!(ws.fates(s.import_id).merge, 1);
    ws.sound();
}

#[test]
fn a_correction_names_its_reviewer_and_explains_the_value() {
    let ws = known();
    let huda = ws.user("huda", Role::Reviewer);
    let _ = ws.stage("book.csv", BOOK);
    let item = only(&ws);
    let fix = vec![Correction { field: "job_title".into(), value: json!("Chair") }];
    let seen = ws.app.review_show(&huda, item.proposal_id).expect("shown").seen;
    let _ = ws.decide_on(&huda, &item, Verdict::Correct, &seen, fix).expect("decided");
    let told = ws.app.explain(&ws.me, EntityType::Person, ws.person("rina"), "job_title").expect("explained");
    assert_eq!(told.value, "Chair");
    let chain = &told.chains[0];
    assert_eq!(chain.delta.actor.id, "huda");
    assert!(chain.decision.as_ref().is_some_and(|d| d.reviewer_ref == "huda" && d.decision == Verdict::Correct));
    assert!(chain.cells.is_empty(), "no cell said so");
    ws.sound();
}

#[test]
fn corrections_go_with_the_verdict_correct_and_with_values_that_can_be() {
    let ws = known();
    let _ = ws.stage("book.csv", BOOK);
    let item = only(&ws);
    let graph = ws.graph();
    let fix = |field: &str, value: Value| vec![Correction { field: field.into(), value }];
    let try_it = |verdict, fixes| ws.decide_on(&ws.me, &item, verdict, &item.seen, fixes).expect_err("refused").code;
    assert_eq!(try_it(Verdict::Approve, fix("job_title", json!("Chair"))), ErrorCode::BadInput);
    assert_eq!(try_it(Verdict::Correct, Vec::new()), ErrorCode::BadInput);
    assert_eq!(try_it(Verdict::Correct, fix("no_such_field", json!("x"))), ErrorCode::BadInput);
    assert!(ws.graph() == graph);
    assert_eq!(state(&ws, &item), "proposed");
}

/// A newer export of the same system whose first row would replace a name, and whose second adds a company.
const NEWER: &str = "id,First Name,Last Name,Email,Mobile,Job Title,Company\n\
    1,Rina,Roy,rina@example.com,+91 98300 12345,Director,Palm LLP\n\
    2,Arjun,Mehta,arjun@example.com,+91 98300 54321,,Palm LLP\n";

#[test]
fn a_major_overwrite_waits_and_an_operator_may_not_decide_it() {
    let ws = known();
    let omar = ws.user("omar", Role::Operator);
    let s = ws.stage("newer.csv", NEWER);
    assert_eq!((s.planned.hold, s.planned.update), (1, 1), "{:?}", s.planned);
    ws.approve(s.import_id);
    assert_eq!(field(&ws, "rina", "full_name"), "Rina Sen");
    let item = only(&ws);
    assert!(item.reason.contains("name"), "{}", item.reason);
    let no = refused(ws.decide(&omar, &item, Verdict::Approve));
    assert_eq!(no.who, ["owner", "reviewer"]);
    let _ = ws.decide(&ws.me, &item, Verdict::Approve).expect("decided");
    assert_eq!(field(&ws, "rina", "full_name"), "Rina Roy");
    // The other row waited for the company that came with this one.
    ws.approve(s.import_id);
    let fates = ws.fates(s.import_id);
    assert_eq!((fates.update, fates.hold), (2, 0));
    ws.sound();
    ws.take_back(s.import_id);
    assert_eq!(field(&ws, "rina", "full_name"), "Rina Sen");
    ws.sound();
}

#[test]
fn an_overwrite_on_a_base_that_moved_is_set_aside_and_its_row_proposed_anew() {
    let ws = known();
    let s = ws.stage("newer.csv", NEWER);
    let item = only(&ws);
    let edit = [("nickname".to_string(), "Rinku".to_string())];
    let _ = ws.app.record_update(&ws.me, EntityType::Person, ws.person("rina"), &edit).expect("edited");
    assert!(ws.app.review_show(&ws.me, item.proposal_id).expect("shown").stale);
    let no = refused(ws.decide(&ws.me, &item, Verdict::Approve));
    assert!(no.hint.contains("anew"), "{no:?}");
    assert_eq!(state(&ws, &item), "superseded");
    let anew = only(&ws);
    assert_ne!(anew.proposal_id, item.proposal_id);
    assert_eq!(ws.fates(s.import_id).hold, 1);
    let _ = ws.decide(&ws.me, &anew, Verdict::Approve).expect("the new one can be decided");
    assert_eq!((field(&ws, "rinku", "full_name"), people(&ws)), (json!("Rina Roy"), 2));
    ws.approve(s.import_id);
    let dossier = ws.app.client360(&ws.me, ws.person("rinku"), true).expect("a dossier").snapshot;
    assert_eq!(dossier.account_links.len(), 1, "the row's company is linked");
    assert_eq!(ws.app.accounts(&ws.me, &ListQuery::default()).expect("listed").total, 1);
    assert_eq!(ws.fates(s.import_id).update, 2);
    ws.sound();
}

#[test]
fn an_overwrite_can_be_rejected_and_the_row_then_says_so() {
    let ws = known();
    let s = ws.stage("newer.csv", NEWER);
    let item = only(&ws);
    let _ = ws.decide(&ws.me, &item, Verdict::Reject).expect("decided");
    ws.approve(s.import_id);
    assert_eq!(field(&ws, "rina", "full_name"), "Rina Sen");
    let fates = ws.fates(s.import_id);
    assert_eq!((fates.reject, fates.hold), (1, 0), "a row that was decided does not wait: {fates:?}");
    let summary = ws.approve(s.import_id);
    assert_eq!(summary.held, 0, "nothing of a rejected row waits for ever");
    ws.sound();
}

#[test]
fn a_merge_asked_for_by_an_operator_is_decided_by_a_reviewer_and_taken_apart_exactly() {
    let ws = known();
    let (omar, huda) = (ws.user("omar", Role::Operator), ws.user("huda", Role::Reviewer));
    ws.approve(
        ws.stage("newer.csv", "id,First Name,Last Name,Email,Company\n9,Rina,S,rs@example.com,Palm LLP\n").import_id,
    );
    let before = ws.graph();
    let (rina, twin) = (ws.person("rina sen"), ws.person("rs@example.com"));
    let asked = ws.app.merge_ask(&omar, EntityType::Person, &[rina, twin]).expect("asked");
    assert!(!asked.consequences.is_empty());
    assert!(ws.graph() == before, "asking changes nothing");
    let item = only(&ws);
    let no = refused(ws.decide(&omar, &item, Verdict::Approve));
    assert_eq!(no.who, ["owner", "reviewer"]);
    assert!(no.policy.is_some());
    let _ = ws.decide(&huda, &item, Verdict::Approve).expect("decided");
    let gone = if asked.survivor.id == rina { twin } else { rina };
    let stays = asked.survivor.id;

    // The old id leads to whoever stands for it.
    assert_eq!(ws.app.entity(&ws.me, EntityType::Person, gone).expect("found").record.entity.id, stays);
    assert_eq!(ws.app.client360(&ws.me, gone, true).expect("found").snapshot.client_ref.id, stays);
    assert_eq!(ws.app.explain(&ws.me, EntityType::Person, gone, "email").expect("found").chains.len(), 2);
    assert!(!ws.app.history(&ws.me, EntityType::Person, gone, None).expect("history").is_empty());
    let phone = ws.app.explain(&ws.me, EntityType::Person, stays, "phone").expect("explained");
    assert_eq!(phone.chains[0].cells[0].cell.text, "+91 98300 12345", "down to the cell after a merge");
    ws.sound();

    // A newer export finds the survivor under either id.
    let newer = ws.stage(
        "again.csv",
        "id,First Name,Last Name,Email,Nickname\n9,Rina,S,rs@example.com,Rinku\n1,Rina,Sen,rina@example.com,\n",
    );
    assert_eq!(newer.planned.create + newer.planned.merge, 0, "{:?}", newer.planned);
    ws.take_back(newer.import_id);

    let asked = ws.app.unmerge(&omar, gone).expect("left to a reviewer");
    assert!(asked.requested.is_some() && ws.graph() != before);
    let apart = ws.app.unmerge(&huda, gone).expect("taken apart");
    assert!(apart.kept.is_empty());
    assert!(ws.graph() == before, "both stand as they were, byte for byte");
    assert_eq!(state(&ws, &item), "rolled_back");
    assert_eq!(ws.app.unmerge(&huda, gone).expect_err("nothing is merged").code, ErrorCode::NotFound);
    assert_eq!(ws.app.unmerge(&huda, stays).expect_err("nobody absorbed it").code, ErrorCode::NotFound);
    ws.sound();
}

#[test]
fn the_same_merge_asked_for_twice_is_done_once() {
    let ws = known();
    let (rina, arjun) = (ws.person("rina"), ws.person("arjun"));
    for ids in [[rina, arjun], [arjun, rina]] {
        let _ = ws.app.merge_ask(&ws.me, EntityType::Person, &ids).expect("asked");
    }
    let both = ws.waiting();
    assert_eq!(both.len(), 2);
    let _ = ws.decide(&ws.me, &both[0], Verdict::Approve).expect("decided");
    assert_eq!((state(&ws, &both[1]).as_str(), ws.waiting().len()), ("superseded", 0));
    let _ = refused(ws.app.merge_ask(&ws.me, EntityType::Person, &[rina, arjun]));
    ws.sound();
}

#[test]
fn a_doubtful_new_record_waits_and_goes_in_whole_when_approved() {
    let ws = Workspace::new();
    let _ = ws.app.policy_set(&ws.me, "thresholds.review_below", "1").expect("set");
    let s = ws.stage("book.csv", BOOK);
    assert_eq!((s.planned.hold, s.planned.create), (2, 0), "{:?}", s.planned);
    ws.approve(s.import_id);
    assert_eq!(people(&ws), 0);
    let tara = ws.waiting().into_iter().find(|i| i.title == "Tara Bose").expect("waits");
    assert_eq!(tara.kind, "create");
    let _ = ws.decide(&ws.me, &tara, Verdict::Reject).expect("decided");
    // Each record of the other row is looked at on its own; what others are linked to comes first.
    for _ in 0..4 {
        for item in ws.waiting().into_iter().filter(|i| i.row_number == Some(2)) {
            if let Err(no) = ws.decide(&ws.me, &item, Verdict::Approve) {
                assert!(no.message.contains("linked to"), "{no:?}");
            }
        }
    }
    assert!(ws.waiting().is_empty(), "{:?}", ws.waiting());
    assert_eq!(people(&ws), 1);
    let fates = ws.fates(s.import_id);
    assert_eq!((fates.create, fates.reject), (1, 1), "{fates:?}");
    ws.sound();
    ws.take_back(s.import_id);
    assert_eq!(String::from_utf8(ws.graph()).expect("text"), "");
}

#[test]
fn a_new_record_that_another_import_brought_in_meanwhile_is_not_made_twice() {
    let ws = Workspace::new();
    let _ = ws.app.policy_set(&ws.me, "thresholds.review_below", "1").expect("set");
    let doubtful = ws.stage("newer.csv", NEWER);
    let _ = ws.app.policy_set(&ws.me, "thresholds.review_below", "0.5").expect("set");
    ws.approve(ws.stage("known.csv", KNOWN).import_id);
    let rina = ws.waiting().into_iter().find(|i| i.kind == "create" && i.title == "Rina Roy").expect("waits");
    let no = refused(ws.decide(&ws.me, &rina, Verdict::Approve));
    assert!(no.hint.contains("anew"), "{no:?}");
    assert_eq!((people(&ws), state(&ws, &rina).as_str()), (2, "superseded"));
    let anew =
        ws.waiting().into_iter().find(|i| i.row_number == Some(1) && i.kind == "overwrite").expect("an overwrite");
    let _ = ws.decide(&ws.me, &anew, Verdict::Approve).expect("decided");
    assert_eq!((people(&ws), field(&ws, "rina", "full_name")), (2, json!("Rina Roy")));
    ws.approve(doubtful.import_id);
    assert_eq!((ws.fates(doubtful.import_id).update, people(&ws)), (2, 2));
    ws.sound();
}

#[test]
fn files_staged_together_and_approved_one_after_the_other_make_nobody_twice() {
    let ws = Workspace::new();
    let (known, newer, book) = (ws.stage("known.csv", KNOWN), ws.stage("newer.csv", NEWER), ws.stage("book.csv", BOOK));
    assert_eq!((known.planned.create, newer.planned.create, book.planned.create), (2, 2, 2), "nobody was known yet");
    for s in [&known, &newer, &book] {
        ws.approve(s.import_id);
        assert_eq!(ws.fates(s.import_id).total(), 2);
    }
    assert_eq!(people(&ws), 3, "Rina and Arjun once, and Tara");
    let mut kinds: Vec<String> = ws.waiting().into_iter().map(|i| i.kind).collect();
    kinds.sort();
    assert_eq!(kinds, ["merge", "overwrite"], "the other Rina is asked about, and so is her other name");
    ws.sound();
    let update = ws.waiting().into_iter().find(|i| i.kind == "overwrite").expect("waits");
    let _ = ws.decide(&ws.me, &update, Verdict::Approve).expect("decided");
    ws.approve(newer.import_id);
    assert_eq!((ws.fates(newer.import_id).update, people(&ws)), (2, 3));
    for s in [&book, &newer, &known] {
        ws.take_back(s.import_id);
    }
    assert_eq!(String::from_utf8(ws.graph()).expect("text"), "");
}

#[test]
fn a_row_is_what_became_of_its_person_whatever_is_decided_beside_them() {
    let ws = Workspace::new();
    let _ = ws.app.policy_set(&ws.me, "thresholds.review_below", "1").expect("set");
    let s = ws.stage("one.csv", "Name,Email,Company\nRina Sen,rina@example.com,Orchid Estates\n");
    let of = |kind: EntityType| ws.waiting().into_iter().find(|i| i.entity.entity == kind).expect("waits");
    let _ = ws.decide(&ws.me, &of(EntityType::Account), Verdict::Approve).expect("decided");
    let fates = ws.fates(s.import_id);
    assert_eq!((fates.hold, fates.create), (1, 0), "the person still waits");
    let _ = ws.decide(&ws.me, &of(EntityType::Person), Verdict::Reject).expect("decided");
    assert_eq!((ws.fates(s.import_id).reject, ws.waiting().len(), people(&ws)), (1, 0, 0));
    ws.sound();
    ws.take_back(s.import_id);
    assert_eq!(String::from_utf8(ws.graph()).expect("text"), "");
}

#[test]
fn neither_the_same_person_nor_a_new_one() {
    let ws = known();
    let _ = ws.app.policy_set(&ws.me, "thresholds.review_below", "1").expect("set");
    let s = ws.stage("one.csv", "Name,Email\nRina Sen,rina@example.com\n");
    let _ = ws.decide(&ws.me, &only(&ws), Verdict::Reject).expect("somebody else");
    assert_eq!(only(&ws).kind, "create");
    let _ = ws.decide(&ws.me, &only(&ws), Verdict::Reject).expect("nobody at all");
    assert_eq!((ws.fates(s.import_id).reject, ws.waiting().len()), (1, 0));
    ws.approve(s.import_id);
    assert_eq!((ws.fates(s.import_id).reject, people(&ws)), (1, 2));
    ws.sound();
}

#[test]
fn a_row_goes_in_without_the_company_that_was_refused() {
    for as_a_set in [true, false] {
        let ws = Workspace::new();
        let _ = ws.app.policy_set(&ws.me, "thresholds.review_below", if as_a_set { "0.5" } else { "1" }).expect("set");
        let s = ws.stage(
            "two.csv",
            "Name,Email,Company\nRina Sen,rina@example.com,Orchid Estates\nDev Roy,dev@example.com,Orchid Estates\n",
        );
        let all = contracts::ReviewQuery { all: true, ..contracts::ReviewQuery::default() };
        let open = || ws.app.review_list(&ws.me, &all).expect("listed").items;
        let company = open().into_iter().find(|i| i.entity.entity == EntityType::Account).expect("open");
        let _ = ws.decide(&ws.me, &company, Verdict::Reject).expect("decided");
        if as_a_set {
            ws.approve(s.import_id);
        } else {
            for person in open() {
                let _ = ws.decide(&ws.me, &person, Verdict::Approve).expect("decided");
            }
        }
        assert_eq!((people(&ws), ws.fates(s.import_id).create), (2, 2));
        assert_eq!(ws.app.accounts(&ws.me, &ListQuery::default()).expect("listed").total, 0);
        ws.sound();
        ws.take_back(s.import_id);
        assert_eq!(String::from_utf8(ws.graph()).expect("text"), "");
    }
}

#[test]
fn the_queue_of_one_import_holds_its_own_and_no_other() {
    let ws = known();
    let [first, second] = [
        ("a.csv", "Name,Email,Phone\nRina Sen,rina@example.com,+91 98300 99999\nArjun Mehta,arjun@example.com,+91 98300 11111\n"),
        ("b.csv", "Name,Email,Phone\nRina Sen,rina@example.com,+91 98300 88888\n"),
    ]
    .map(|(name, text)| ws.stage(name, text).import_id);
    let of = |import_id, limit| {
        let query = contracts::ReviewQuery {
            kind: Some("merge".to_owned()),
            import_id,
            limit: Some(limit),
            ..contracts::ReviewQuery::default()
        };
        ws.app.review_list(&ws.me, &query).expect("listed")
    };
    assert_eq!(of(None, 50).items.len(), 3);
    for (import, rows) in [(first, 2), (second, 1)] {
        let page = of(Some(import), 50);
        assert_eq!(page.items.len(), rows);
        assert!(page.items.iter().all(|item| item.import_id == Some(import)), "{:#?}", page.items);
        assert_eq!(page.counts.iter().map(|c| c.count).sum::<u64>(), rows as u64, "{:?}", page.counts);
    }
    // The page after the first item of the first file goes on within that file.
    let page = of(Some(first), 1);
    let next =
        contracts::ReviewQuery { import_id: Some(first), after: page.next_after, ..contracts::ReviewQuery::default() };
    assert_eq!(ws.app.review_list(&ws.me, &next).expect("listed").items.len(), 1);
    ws.take_back(first);
    assert_eq!((of(Some(first), 50).items.len(), of(Some(second), 50).items.len()), (0, 1));
    let nowhere = contracts::ReviewQuery {
        import_id: Some(contracts::ImportId(uuid::Uuid::nil())),
        ..contracts::ReviewQuery::default()
    };
    assert_eq!(ws.app.review_list(&ws.me, &nowhere).expect_err("no such import").code, ErrorCode::NotFound);
}
