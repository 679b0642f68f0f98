//! Conflicts of rights become requests: taking a merge back, joining two again, a word that only others may write. And the
//! queue's counts, which are kept between two looks, follow whatever is written.

use std::sync::Arc;

use app::{App, SystemHost};
use contracts::{
    Actor, Correction, DecideArgs, EntityId, EntityType, ErrorCode, ListQuery, MergeArgs, RestoreArgs, ReviewItem,
    ReviewQuery, Role, Verdict,
};
use testkit::Workspace;

const PERSON: EntityType = EntityType::Person;

fn make(ws: &Workspace, entity: EntityType, fields: &[(&str, &str)]) -> EntityId {
    let fields: Vec<(String, String)> = fields.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect();
    ws.app.record_create(&ws.me, entity, &fields).expect("made").entity.id
}

fn only(ws: &Workspace, kind: &str) -> ReviewItem {
    let mut waiting: Vec<ReviewItem> = ws.waiting().into_iter().filter(|i| i.kind == kind).collect();
    assert_eq!(waiting.len(), 1, "{waiting:#?}");
    waiting.remove(0)
}

fn people(ws: &Workspace) -> u64 {
    ws.app.people(&ws.me, &ListQuery::default()).expect("listed").total
}

fn team() -> (Workspace, Actor, Actor) {
    let ws = Workspace::new();
    let (omar, huda) = (ws.user("omar", Role::Operator), ws.user("huda", Role::Reviewer));
    (ws, omar, huda)
}

#[test]
fn a_merge_that_an_operator_takes_back_is_left_to_a_reviewer_and_so_is_joining_the_two_again() {
    let (ws, omar, huda) = team();
    let one = make(&ws, PERSON, &[("full_name", "Rina Sen"), ("email", "rina@example.com")]);
    let other = make(&ws, PERSON, &[("full_name", "R. Sen"), ("job_title", "Architect")]);
    let before = ws.graph();
    let args = MergeArgs { entity: PERSON, ids: vec![one, other], survivor: Some(one), notes: None };
    let item = ws.app.merge_asked(&ws.me, &args).expect("asked");
    let done = ws.decide(&ws.me, &item, Verdict::Approve).expect("merged");
    let merged = ws.graph();

    // By its decision, by its group, by being the newest: asked for once.
    let asked = ws.app.review_undo(&omar, done.decision_id).expect("left to a reviewer");
    assert_eq!((asked.reversed, asked.group, asked.asked_anew.len()), (0, None, 0));
    for group in [done.group, None] {
        let again = ws.app.undo_group(&omar, group).expect_err("it waits already");
        assert!(again.code == ErrorCode::Refused && again.message.contains("omar asked"), "{again:?}");
    }
    assert!(ws.graph() == merged, "asking changes nothing");
    let item = only(&ws, "unmerge");
    assert_eq!(Some(item.proposal_id), asked.requested);
    let apart = ws.decide(&huda, &item, Verdict::Approve).expect("taken apart");
    assert!(ws.graph() == before, "both stand as they were, byte for byte");

    // The other way round: what was taken apart is asked to be one again.
    let asked = ws.app.undo_group(&omar, apart.group).expect("left to a reviewer");
    assert_eq!((asked.reversed, people(&ws)), (0, 2));
    let item = only(&ws, "merge");
    assert_eq!((Some(item.proposal_id), item.entity.id), (asked.requested, one), "who stayed is to stay");
    let again = ws.app.undo_group(&omar, apart.group).expect_err("it waits already");
    assert!(again.code == ErrorCode::Refused && again.hint.contains("queue"), "{again:?}");
    let no = ws.decide(&omar, &item, Verdict::Approve).expect_err("an operator merges nobody");
    assert_eq!(no.code, ErrorCode::Refused);
    let _ = ws.decide(&huda, &item, Verdict::Approve).expect("one again");
    assert_eq!(people(&ws), 1);
    ws.sound();
}

#[test]
fn a_word_that_only_others_may_write_makes_a_request_of_an_approval_and_says_what_is_wanted() {
    let (ws, omar, huda) = team();
    let id = make(&ws, PERSON, &[("full_name", "Rina Sen"), ("nickname", "Rinku")]);
    let _ = ws.app.record_update(&ws.me, PERSON, id, &[("nickname".into(), String::new())]).expect("emptied");
    let first = ws.app.history(&ws.me, PERSON, id, None).expect("history").last().expect("made").delta_id;
    let args = RestoreArgs { entity: PERSON, id, delta_id: first, fields: Vec::new(), notes: None };
    let item = ws.app.restore_ask(&ws.me, &args).expect("asked");
    assert_eq!(ws.app.review_show(&omar, item.proposal_id).expect("shown").not_mine, None, "he may decide it as it is");

    let wish = Correction { field: "kyc_status".into(), value: "passed".into() };
    let args = DecideArgs {
        corrections: vec![wish.clone()],
        notes: Some("Her papers came.".into()),
        ..DecideArgs::new(item.proposal_id, Verdict::Correct, &item.seen)
    };
    let no = ws.app.review_decide(&omar, &args).expect_err("he doesn't write that");
    assert_eq!((no.code, no.who.contains(&"reviewer".to_owned())), (ErrorCode::Refused, true), "{no:?}");
    let before = ws.graph();
    let asked = ws.app.review_decide(&omar, &DecideArgs { or_ask: true, ..args }).expect("left to a reviewer");
    assert!(asked.requested && ws.graph() == before);
    let item = only(&ws, "restore");
    let [remark] = &item.remarks[..] else { panic!("{:?}", item.remarks) };
    assert_eq!((remark.asks, &remark.corrections[..]), (Some(Verdict::Correct), &[wish][..]));
    // A request changed nothing, so that there is nothing to take back.
    let no = ws.app.review_undo(&omar, asked.decision_id).expect_err("nothing was done");
    assert!(no.message.contains("nothing was changed"), "{no:?}");

    let corrections = remark.corrections.clone();
    let done = ws.decide_on(&huda, &item, Verdict::Correct, &item.seen, corrections).expect("as asked");
    assert_eq!(done.state, "applied");
    let facts = ws.app.entity(&ws.me, PERSON, id).expect("there").record.facts;
    assert!(facts.iter().any(|f| f.field == "kyc_status" && f.value == "passed"), "{facts:?}");
    ws.sound();
}

#[test]
fn a_new_file_that_names_an_absorbed_identity_finds_whoever_stands_for_it() {
    let (ws, ..) = team();
    let file = |rows: &str| format!("id,First Name,Last Name,Email,Nickname\n{rows}");
    ws.approve(
        ws.stage("book.csv", &file("1,Rina,Sen,rina@example.com,\n2,Kabir,Desai,kabir@example.net,\n")).import_id,
    );
    let (one, other) = (ws.person("rina"), ws.person("kabir"));
    let args = MergeArgs { entity: PERSON, ids: vec![one, other], survivor: Some(one), notes: None };
    let item = ws.app.merge_asked(&ws.me, &args).expect("asked");
    let _ = ws.decide(&ws.me, &item, Verdict::Approve).expect("merged");
    let newer = ws.stage("newer.csv", &file("2,Kabir,Desai,kabir@example.net,Rinku\n"));
    ws.approve(newer.import_id);
    assert_eq!(people(&ws), 1, "nobody is made anew: {:?}", ws.fates(newer.import_id));
    let at = ws.app.entity(&ws.me, PERSON, other).expect("the old id leads on").record.entity;
    assert_eq!(at.id, one);
    // Another name than that of whoever stands for both is asked about, on their record.
    assert_eq!(only(&ws, "overwrite").entity.id, one);
    ws.sound();
}

#[test]
fn counts_follow_what_is_written_here_and_by_another_process() {
    let (ws, omar, _) = team();
    let counted = || {
        let page = ws.app.review_list(&ws.me, &ReviewQuery::default()).expect("listed");
        let filters = page.filters.expect("counted");
        let nav = ws.app.nav_counts(&ws.me).expect("counted").reviews_waiting;
        assert_eq!(page.total, Some(nav), "the side bar and the queue say the same");
        assert_eq!(page.items.len() as u64, nav);
        (nav, filters.requested)
    };
    assert_eq!(counted(), (0, 0));
    let pair = |n: u32| {
        [format!("Rina Sen {n}"), format!("R. Sen {n}")].map(|name| make(&ws, PERSON, &[("full_name", name.as_str())]))
    };
    let ask = |app: &App, n: u32| {
        let args = MergeArgs { entity: PERSON, ids: pair(n).to_vec(), survivor: None, notes: None };
        app.merge_asked(&ws.me, &args).expect("asked")
    };
    let first = ask(&ws.app, 1);
    assert_eq!(counted(), (1, 0));
    let other = App::open(ws.folder(), Arc::new(SystemHost)).expect("the same folder opens again");
    let second = ask(&other, 2);
    assert_eq!(counted(), (2, 0));
    let args = DecideArgs { or_ask: true, ..DecideArgs::new(first.proposal_id, Verdict::Approve, &first.seen) };
    let _ = other.review_decide(&omar, &args).expect("left to a reviewer");
    assert_eq!(counted(), (2, 1));
    let _ = ws.decide(&ws.me, &second, Verdict::Approve).expect("merged");
    assert_eq!(counted(), (1, 1));
    let of = ReviewQuery { kind: Some("link".into()), ..ReviewQuery::default() };
    let narrowed = ws.app.review_list(&ws.me, &of).expect("listed");
    assert_eq!((narrowed.total, narrowed.items.len()), (Some(0), 0), "a filter counts among what was counted");
    assert_eq!(narrowed.filters.expect("counted").kinds.iter().map(|k| k.count).sum::<u64>(), 1);
}
