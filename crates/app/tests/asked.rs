//! What somebody asks for who may not do it, and what is asked anew: merges taken apart by request, sets taken back.

use contracts::{
    Actor, DecideArgs, EntityId, EntityType, ErrorCode, MergeArgs, Placement, RestoreArgs, ReviewItem, ReviewQuery,
    Risk, Role, SetArgs, SetDecideArgs, SideRole, UnmergeArgs, Verdict,
};
use testkit::Workspace;

const PERSON: EntityType = EntityType::Person;

fn make(ws: &Workspace, entity: EntityType, fields: &[(&str, &str)]) -> EntityId {
    let fields: Vec<(String, String)> = fields.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect();
    ws.app.record_create(&ws.me, entity, &fields).expect("made").entity.id
}

fn edit(ws: &Workspace, id: EntityId, field: &str, text: &str) {
    let _ = ws.app.record_update(&ws.me, PERSON, id, &[(field.into(), text.into())]).expect("edited");
}

fn only(ws: &Workspace, kind: &str) -> ReviewItem {
    let mut waiting: Vec<ReviewItem> = ws.waiting().into_iter().filter(|i| i.kind == kind).collect();
    assert_eq!(waiting.len(), 1, "{waiting:#?}");
    waiting.remove(0)
}

fn state(ws: &Workspace, item: &ReviewItem) -> String {
    ws.app.review_show(&ws.me, item.proposal_id).expect("shown").state
}

/// Two people who were merged: who stays, who is gone, the graph before, and an operator and a reviewer.
struct Merged {
    ws: Workspace,
    stays: EntityId,
    gone: EntityId,
    before: Vec<u8>,
    omar: Actor,
    huda: Actor,
}

fn merged(entity: EntityType) -> Merged {
    let ws = Workspace::new();
    let (omar, huda) = (ws.user("omar", Role::Operator), ws.user("huda", Role::Reviewer));
    let (one, other) = match entity {
        EntityType::Account => (
            make(&ws, entity, &[("name", "Palm LLP"), ("website", "https://palm.example")]),
            make(&ws, entity, &[("name", "Palm"), ("industry", "Realty")]),
        ),
        _ => (
            make(&ws, entity, &[("full_name", "Rina Sen"), ("email", "rina@example.com"), ("nickname", "Rinku")]),
            make(&ws, entity, &[("full_name", "R. Sen"), ("job_title", "Architect")]),
        ),
    };
    let before = ws.graph();
    let args = MergeArgs { entity, ids: vec![one, other], survivor: Some(one), notes: None };
    let item = ws.app.merge_asked(&ws.me, &args).expect("asked");
    let _ = ws.decide(&ws.me, &item, Verdict::Approve).expect("merged");
    Merged { ws, stays: one, gone: other, before, omar, huda }
}

#[test]
fn an_operators_unmerge_waits_for_a_reviewer_who_sees_both_as_they_will_stand_and_does_it() {
    for entity in [PERSON, EntityType::Account] {
        let Merged { ws, stays, gone, before, omar, huda } = merged(entity);
        let one = ws.graph();
        let args = UnmergeArgs { notes: Some("Two sisters.".into()), ..UnmergeArgs::of(gone) };
        let asked = ws.app.unmerge_placed(&omar, &args).expect("asked");
        assert_eq!((asked.reversed, asked.group), (0, None));
        assert!(asked.requested.is_some() && ws.graph() == one, "asking changes nothing");
        let twice = ws.app.unmerge(&omar, gone).expect_err("it waits already");
        assert_eq!(twice.code, ErrorCode::Refused);

        let item = only(&ws, "unmerge");
        assert_eq!(Some(item.proposal_id), asked.requested);
        let risk = if entity == PERSON { Risk::Medium } else { Risk::High };
        assert_eq!(
            (item.entity.id, item.risk, &item.deciders[..]),
            (stays, risk, &["owner".into(), "reviewer".into()][..])
        );
        assert!(item.reason.contains("Two sisters.") && item.candidates.is_empty(), "{}", item.reason);
        assert_eq!(
            item.sides.iter().map(|s| s.role).collect::<Vec<_>>(),
            [SideRole::Known, SideRole::Survivor, SideRole::Absorbed]
        );
        let theirs = if entity == PERSON { "job_title" } else { "industry" };
        let field = item.fields.iter().find(|f| f.field == theirs).expect("told");
        assert!(field.differs && field.result.is_null(), "{field:?}");
        assert_eq!(field.values.iter().map(|v| v.side).collect::<Vec<_>>(), [0, 2], "one has it now, the other then");
        assert_eq!(item.consequences, ["brings back 1 record"]);

        let no = ws.decide(&omar, &item, Verdict::Approve).expect_err("an operator decides no unmerge");
        assert_eq!((no.code, &no.who[..]), (ErrorCode::Refused, &["owner".to_owned(), "reviewer".into()][..]));
        let done = ws.decide(&huda, &item, Verdict::Approve).expect("decided");
        assert_eq!(done.state, "applied");
        assert!(ws.graph() == before, "both stand as they were, byte for byte");
        ws.sound();

        // Taken back: one again, and the question is there once more.
        let undone = ws.app.review_undo(&huda, done.decision_id).expect("undone");
        assert!(ws.graph() == one && undone.reversed > 0);
        assert_eq!(undone.asked_anew.len(), 1);
        let again = only(&ws, "unmerge");
        let _ = ws.decide(&huda, &again, Verdict::Reject).expect("left merged");
        assert!(ws.graph() == one);
        ws.sound();
    }
}

#[test]
fn edits_made_before_and_after_the_request_go_where_it_places_them_or_the_reviewer_does() {
    for by_reviewer in [false, true] {
        let Merged { ws, stays, gone, omar, huda, .. } = merged(PERSON);
        edit(&ws, stays, "nickname", "Rini");
        let view = ws.app.unmerge_view(&omar, gone).expect("shown");
        let [nickname] = &view.edits[..] else { panic!("{:?}", view.edits) };
        let place = |edit: &str, to| Placement { edit: edit.into(), to: Some(to) };
        let args = UnmergeArgs {
            seen: Some(view.seen.clone()),
            placements: vec![place(&nickname.edit, gone)],
            not_the_same: true,
            ..UnmergeArgs::of(gone)
        };
        let _ = ws.app.unmerge_placed(&omar, &args).expect("asked");
        let first = only(&ws, "unmerge");
        // Somebody edits on: the request goes on, and what was seen of it does not stand any more.
        edit(&ws, stays, "job_title", "Painter");
        let late = ws.decide_on(&huda, &first, Verdict::Approve, &first.seen, Vec::new());
        let late = late.expect_err("something else stands");
        assert_eq!(late.code, ErrorCode::Refused);
        let item = only(&ws, "unmerge");
        assert!(!item.stale);
        let apart = item.apart.as_ref().expect("edits to place");
        assert_eq!((apart.edits.len(), apart.placements.len(), apart.not_the_same), (2, 1, true));
        let mut decide = DecideArgs::new(item.proposal_id, Verdict::Approve, &item.seen);
        if by_reviewer {
            decide.placements = apart.edits.iter().map(|e| place(&e.edit, stays)).collect();
        }
        let _ = ws.app.review_decide(&huda, &decide).expect("decided");
        let says = |id: EntityId, field: &str| {
            let facts = ws.app.entity(&ws.me, PERSON, id).expect("there").record.facts;
            facts.iter().find(|f| f.field == field).and_then(|f| f.value.as_str().map(String::from))
        };
        let (kept, moved) = if by_reviewer { ("Rini", None) } else { ("Rinku", Some("Rini".to_owned())) };
        assert_eq!((says(stays, "nickname").as_deref(), says(gone, "nickname")), (Some(kept), moved));
        assert_eq!(says(stays, "job_title").as_deref(), Some("Painter"));
        let dossier = ws.app.client360(&ws.me, stays, true).expect("a dossier");
        assert_eq!(dossier.not_the_same.iter().map(|n| n.entity.id).collect::<Vec<_>>(), [gone]);
        ws.sound();
    }
}

#[test]
fn a_request_is_set_aside_where_somebody_took_the_merge_apart_meanwhile() {
    let Merged { ws, gone, before, omar, huda, .. } = merged(PERSON);
    let _ = ws.app.unmerge(&omar, gone).expect("asked");
    let item = only(&ws, "unmerge");
    let _ = ws.app.unmerge(&huda, gone).expect("taken apart");
    assert!(ws.graph() == before);
    assert_eq!(state(&ws, &item), "superseded");
    assert!(ws.decide(&huda, &item, Verdict::Approve).is_err());
    ws.sound();
}

#[test]
fn a_set_that_is_taken_back_asks_each_of_its_questions_anew_approved_or_rejected() {
    for verdict in [Verdict::Approve, Verdict::Reject] {
        let ws = Workspace::new();
        for name in ["Rina Sen", "Arjun Mehta", "Tara Bose"] {
            let id = make(&ws, PERSON, &[("full_name", name)]);
            let _ = ws.app.record_archive(&ws.me, PERSON, id, true).expect("archived");
            let made = ws.app.history(&ws.me, PERSON, id, None).expect("history").last().expect("made").delta_id;
            let args = RestoreArgs { entity: PERSON, id, delta_id: made, fields: Vec::new(), notes: None };
            let _ = ws.app.restore_ask(&ws.me, &args).expect("asked");
        }
        let before = ws.graph();
        let titles = || ws.waiting().into_iter().map(|i| (i.kind, i.title)).collect::<Vec<_>>();
        let asked = titles();
        let of = ReviewQuery { kind: Some("restore".into()), ..ReviewQuery::default() };
        let set = SetArgs { of, only: Vec::new() };
        let seen = ws.app.review_set_preview(&ws.me, &set).expect("previewed").seen;
        let args = SetDecideArgs { set: set.clone(), decision: verdict, seen, notes: None, took_ms: None };
        let done = ws.app.review_set_decide(&ws.me, &args).expect("decided");
        assert_eq!((done.decided, ws.waiting().len()), (3, 0));
        let undone = ws.app.review_undo(&ws.me, done.decision_id).expect("taken back");
        assert_eq!(undone.asked_anew.len(), 3);
        assert_eq!(titles(), asked, "each waits again, in its order");
        assert!(ws.graph() == before);
        // And they can be decided as before.
        let seen = ws.app.review_set_preview(&ws.me, &set).expect("previewed").seen;
        let args = SetDecideArgs { set, decision: Verdict::Approve, seen, notes: None, took_ms: None };
        assert_eq!(ws.app.review_set_decide(&ws.me, &args).expect("decided").changes, 3);
        ws.sound();
    }
}

#[test]
fn rows_that_a_set_took_in_or_refused_are_planned_again_when_it_is_taken_back() {
    for verdict in [Verdict::Approve, Verdict::Reject] {
        let ws = Workspace::new();
        ws.approve(
            ws.stage("known.csv", "id,First Name,Last Name,Nickname\n1,Rina,Sen,Rinku\n2,Arjun,Mehta,Ari\n").import_id,
        );
        let staged = ws.stage(
            "newer.csv",
            "id,First Name,Last Name,Nickname,Job Title\n1,Rina,Sen,Rinku,Mayor\n2,Arjun,Mehta,Ari,Judge\n",
        );
        let of = ReviewQuery {
            kind: Some("update".into()),
            import_id: Some(staged.import_id),
            all: true,
            ..ReviewQuery::default()
        };
        let before = ws.graph();
        let set = SetArgs { of: of.clone(), only: Vec::new() };
        let preview = ws.app.review_set_preview(&ws.me, &set).expect("previewed");
        assert_eq!(preview.count, 2, "{preview:?}");
        let args = SetDecideArgs { set, decision: verdict, seen: preview.seen, notes: None, took_ms: None };
        let done = ws.app.review_set_decide(&ws.me, &args).expect("decided");
        let undone = ws.app.review_undo(&ws.me, done.decision_id).expect("taken back");
        assert!(ws.graph() == before);
        assert_eq!(undone.asked_anew.len(), 2, "{verdict:?}: {undone:?}");
        let open = ws.app.review_list(&ws.me, &of).expect("listed");
        assert_eq!(open.items.len(), 2);
        ws.sound();
    }
}

#[test]
fn two_whom_a_scan_suspects_are_asked_about_on_what_stands_after_one_of_them_was_merged() {
    let ws = Workspace::new();
    for (name, mail) in
        [("Rina Sen", "rina@example.com"), ("Rinaa Sen", "rina.sen@example.net"), ("Rina Senn", "rs@example.org")]
    {
        let _ = make(&ws, PERSON, &[("full_name", name), ("email", mail), ("phone", "+91 98300 12345")]);
    }
    let found = ws.app.identity_scan(&ws.me, &app::Quiet).expect("scanned");
    assert!(found.pairs >= 2, "{found:?}");
    let mut verdicts = 0;
    let mut first: Vec<ReviewItem> = ws.waiting();
    let late = first.pop().expect("a second question");
    while let Some(item) = ws.waiting().into_iter().find(|i| i.kind == "merge") {
        let _ = ws.decide(&ws.me, &item, Verdict::Approve).expect("merged");
        verdicts += 1;
        assert!(verdicts < 4, "each pair is asked about once");
    }
    let people = ws.app.people(&ws.me, &contracts::ListQuery::default()).expect("listed").total;
    assert_eq!((people, verdicts), (1, 2), "all three are one, without another scan");
    // Whoever decides on what they still see is told why it is gone.
    let refused = ws.decide(&ws.me, &late, Verdict::Approve).expect_err("its records moved");
    assert!(refused.message.contains("before this one"), "{refused:?}");
    ws.sound();
}
