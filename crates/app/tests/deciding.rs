//! The queue as a reviewer works through it: filters, sets, requests, relations, restores, the record of what was decided.

use contracts::{
    DecideArgs, DecisionQuery, EntityId, EntityType, ErrorCode, EvidenceArgs, MergeArgs, MetricsArgs, NearArgs,
    RelationKind, RestoreArgs, ReviewItem, ReviewQuery, ReviewSort, Risk, Role, SetArgs, SetDecideArgs, SideRole,
    SittingArgs, Timestamp, TypedField, Verdict,
};
use testkit::Workspace;

const PERSON: EntityType = EntityType::Person;
const BEGAN: &str = "2000-01-01T00:00:00.000Z";

fn make(ws: &Workspace, entity: EntityType, fields: &[(&str, &str)]) -> EntityId {
    let fields: Vec<(String, String)> = fields.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect();
    ws.app.record_create(&ws.me, entity, &fields).expect("made").entity.id
}

fn ask(ws: &Workspace, ids: &[EntityId]) -> ReviewItem {
    let args = MergeArgs { entity: PERSON, ids: ids.to_vec(), survivor: None, notes: None };
    ws.app.merge_asked(&ws.me, &args).expect("asked")
}

fn three(ws: &Workspace) -> [EntityId; 3] {
    [
        make(
            ws,
            PERSON,
            &[
                ("full_name", "Rina Sen"),
                ("email", "rina@example.com"),
                ("job_title", "Architect"),
                ("do_not_contact", "no"),
            ],
        ),
        make(
            ws,
            PERSON,
            &[
                ("full_name", "R. Sen"),
                ("phone", "+91 98300 10002"),
                ("job_title", "Painter"),
                ("do_not_contact", "yes"),
            ],
        ),
        make(ws, PERSON, &[("full_name", "Rina S"), ("email", "rs@example.org")]),
    ]
}

#[test]
fn a_merge_says_who_survives_by_which_rule_and_what_each_side_says_and_does_as_it_is_told() {
    let ws = Workspace::new();
    let [rina, other, third] = three(&ws);
    let item = ask(&ws, &[other, rina, third]);
    let merge = item.merge.as_ref().expect("a merge of records");
    assert_eq!((merge.survivor.id, merge.absorbed.len()), (rina, 2));
    let decided: Vec<_> = merge.rules.iter().filter(|r| r.decided).map(|r| r.rule.as_str()).collect();
    assert_eq!(decided, ["older"], "as many facts: {:?}", merge.rules);
    assert_eq!(
        item.sides.iter().map(|s| s.role).collect::<Vec<_>>(),
        [SideRole::Survivor, SideRole::Absorbed, SideRole::Absorbed]
    );
    let title = item.fields.iter().find(|f| f.field == "job_title").expect("told");
    assert!(
        title.differs && title.values.len() == 2 && title.result == "Architect" && title.why.is_some(),
        "{title:?}"
    );
    let consent = item.fields.iter().find(|f| f.field == "do_not_contact").expect("told");
    assert_eq!((consent.result.as_bool(), consent.effect.as_str()), (Some(true), "overwrite"), "the stricter stands");
    let joins: Vec<_> = item.effects.iter().filter(|e| e.kind == "joins").map(|e| (e.what.as_str(), e.count)).collect();
    assert_eq!(joins, [("email", 1), ("phone", 1)], "{:?}", item.effects);
    assert!(item.fields.iter().position(|f| f.effect == "same").is_none_or(|at| at + 1 == item.fields.len()));

    // Another survivor, one left out, one value chosen: seen before it is done, and done as it was seen.
    let chosen =
        ws.app.read_corrections(&ws.me, item.proposal_id, &[("job_title".into(), "Painter".into())]).expect("read");
    let preview = ws
        .app
        .review_preview(
            &ws.me,
            &contracts::PreviewArgs {
                proposal_id: item.proposal_id,
                survivor: Some(third),
                leave_out: vec![other],
                corrections: chosen.clone(),
            },
        )
        .expect("previewed");
    let seen = preview.merge.expect("a merge");
    assert_eq!((seen.survivor.id, seen.proposed_survivor.id), (third, rina));
    let args = DecideArgs {
        corrections: chosen,
        survivor: Some(third),
        leave_out: vec![other],
        ..DecideArgs::new(item.proposal_id, Verdict::Correct, &item.seen)
    };
    let done = ws.app.review_decide(&ws.me, &args).expect("decided");
    let detail = |id| ws.app.entity(&ws.me, PERSON, id).expect("there");
    assert_eq!(detail(rina).record.entity.id, third, "the old id leads to who was chosen");
    assert_eq!(detail(other).record.entity.id, other, "who was left out stays");
    let says = |id: EntityId, field: &str| {
        detail(id).record.facts.iter().filter(|f| f.field == field).map(|f| f.value.clone()).collect::<Vec<_>>()
    };
    assert_eq!(says(third, "job_title"), ["Painter"]);
    assert_eq!(detail(third).absorbed.iter().map(|a| a.entity.id).collect::<Vec<_>>(), [rina]);
    let undone = ws.app.review_undo(&ws.me, done.decision_id).expect("undone");
    assert!(undone.reversed > 0 && undone.kept.is_empty());
    assert_eq!(detail(rina).record.entity.id, rina);
    ws.sound();
}

#[test]
fn not_the_same_with_a_relation_connects_them_and_is_shown_on_both() {
    let ws = Workspace::new();
    let [rina, other, _] = three(&ws);
    let item = ask(&ws, &[rina, other]);
    let args = DecideArgs {
        relation: Some(RelationKind::Household),
        notes: Some("Mother and daughter.".into()),
        ..DecideArgs::new(item.proposal_id, Verdict::Reject, &item.seen)
    };
    let done = ws.app.review_decide(&ws.me, &args).expect("decided");
    assert_eq!(done.link.as_ref().map(|l| l.kind.as_str()), Some("same_household"));
    for (one, two) in [(rina, other), (other, rina)] {
        let view = ws.app.client360(&ws.me, one, true).expect("a dossier");
        assert_eq!(view.not_the_same.iter().map(|n| n.entity.id).collect::<Vec<_>>(), [two]);
    }
    let _ = ws.app.review_undo(&ws.me, done.decision_id).expect("undone");
    assert!(ws.app.client360(&ws.me, rina, true).expect("a dossier").not_the_same.is_empty(), "it may be asked again");
    ws.sound();
}

#[test]
fn a_row_that_is_a_relative_takes_its_link_along_when_it_comes_in() {
    let ws = Workspace::new();
    let known = "id,First Name,Last Name,Email,Mobile\n1,Rina,Sen,rina@example.com,+91 98300 12345\n";
    ws.approve(ws.stage("known.csv", known).import_id);
    let s = ws.stage("more.csv", "Name,Email,Phone\nRina Sen,rina@example.com,+91 98300 12345\n");
    let item = ws.waiting().into_iter().find(|i| i.kind == "merge").expect("probably the same");
    assert_eq!(item.sides.iter().map(|s| s.role).collect::<Vec<_>>(), [SideRole::Known, SideRole::Row]);
    let cell = item.fields.iter().flat_map(|f| &f.values).flat_map(|v| &v.origins).find_map(|o| o.cell.clone());
    let cell = cell.expect("a cell behind a value");
    let args = EvidenceArgs { batch_id: cell.batch_id, row_number: cell.row_number, column: cell.column, around: None };
    let seen = ws.app.review_evidence(&ws.me, &args).expect("seen");
    assert!(!seen.cell.cell.text.is_empty() && !seen.headers.is_empty());
    let args = DecideArgs {
        relation: Some(RelationKind::SharedContact),
        ..DecideArgs::new(item.proposal_id, Verdict::Reject, &item.seen)
    };
    let done = ws.app.review_decide(&ws.me, &args).expect("decided");
    assert_eq!(done.follow_up.len(), 1, "the row is proposed as somebody new");
    ws.approve(s.import_id);
    let graph = String::from_utf8(ws.graph()).expect("text");
    assert!(graph.contains("shares_contact"), "{graph}");
    ws.sound();
}

#[test]
fn an_operators_verdict_on_a_merge_becomes_a_request_that_a_reviewer_finds_and_answers() {
    let ws = Workspace::new();
    let (omar, huda) = (ws.user("omar", Role::Operator), ws.user("huda", Role::Reviewer));
    let [rina, other, _] = three(&ws);
    let item = ask(&ws, &[rina, other]);
    let mine = ws.app.review_show(&omar, item.proposal_id).expect("shown");
    assert!(mine.not_mine.is_some());
    let mut args = DecideArgs {
        notes: Some("Same voice.".into()),
        ..DecideArgs::new(item.proposal_id, Verdict::Approve, &mine.seen)
    };
    assert_eq!(ws.app.review_decide(&omar, &args).expect_err("not theirs").code, ErrorCode::Refused);
    args.or_ask = true;
    let before = ws.graph();
    let asked = ws.app.review_decide(&omar, &args).expect("asked for");
    assert!(asked.requested && asked.state == "proposed" && ws.graph() == before);

    let query = ReviewQuery { requested: true, ..ReviewQuery::default() };
    let page = ws.app.review_list(&huda, &query).expect("listed");
    let remark = &page.items[0].remarks[0];
    assert_eq!(
        (remark.by.as_str(), remark.asks, remark.notes.as_deref()),
        ("omar", Some(Verdict::Approve), Some("Same voice."))
    );
    assert_eq!(page.filters.expect("filters").requested, 1);
    let yes =
        DecideArgs { took_ms: Some(3000), ..DecideArgs::new(item.proposal_id, Verdict::Approve, &page.items[0].seen) };
    let done = ws.app.review_decide(&huda, &yes).expect("decided");
    assert!(!done.requested && done.group.is_some());

    let figures = ws.app.review_metrics(&ws.me, &MetricsArgs::default()).expect("figures");
    let of = |name: &str| figures.reviewers.iter().find(|f| f.reviewer == name).expect("a reviewer").clone();
    assert_eq!((of("omar").requested, of("huda").approved, of("huda").median_ms), (1, 1, Some(3000)));
    assert_eq!((figures.all.with_colleagues.both, figures.all.with_colleagues.alike), (1, 1));
    let own = ws
        .app
        .review_decisions(&huda, &DecisionQuery { reviewer: Some("huda".into()), ..DecisionQuery::default() })
        .expect("listed");
    assert_eq!(own.rows.len(), 1);
    assert!(own.rows[0].stands > 0 && own.rows[0].kind == "merge" && own.rows[0].took_ms == Some(3000));
    assert_eq!(own.rows[0].seen_hash, page.items[0].seen);
    let _ = ws.app.review_undo(&huda, own.rows[0].decision_id).expect("undone");
    let figures = ws.app.review_metrics(&ws.me, &MetricsArgs::default()).expect("figures");
    assert_eq!(figures.all.taken_back, 1);
}

#[test]
fn a_set_is_previewed_decided_together_and_taken_back_at_once_and_never_holds_a_merge() {
    let ws = Workspace::new();
    let [rina, other, third] = three(&ws);
    // Archived records that somebody wants back: proposals of one kind and of no high risk.
    let ids = [rina, other, third];
    for id in ids {
        let _ = ws.app.record_archive(&ws.me, PERSON, id, true).expect("archived");
        let history = ws.app.history(&ws.me, PERSON, id, None).expect("history");
        let made = history.last().expect("made").delta_id;
        let args = RestoreArgs { entity: PERSON, id, delta_id: made, fields: Vec::new(), notes: None };
        let item = ws.app.restore_ask(&ws.me, &args).expect("asked");
        assert_eq!((item.kind.as_str(), item.risk), ("restore", Risk::Medium));
        assert!(item.effects.iter().any(|e| e.kind == "brings_back"), "{:?}", item.effects);
    }
    let merge = ask(&ws, &[rina, other]);
    let all = SetArgs::default();
    let both = ws.app.review_set_preview(&ws.me, &all).expect("previewed");
    assert_eq!(
        (both.count, both.left_out.iter().map(|l| l.count).sum::<u64>()),
        (3, 1),
        "a merge is decided by itself"
    );
    let set = SetArgs { of: ReviewQuery { kind: Some("restore".into()), ..ReviewQuery::default() }, only: Vec::new() };
    let preview = ws.app.review_set_preview(&ws.me, &set).expect("previewed");
    assert_eq!(preview.effects.iter().map(|e| (e.kind.as_str(), e.count)).collect::<Vec<_>>(), [("brings_back", 3)]);
    assert_eq!(preview.samples.len(), 3);
    let before = ws.graph();
    let args = |seen: &str| SetDecideArgs {
        set: set.clone(),
        decision: Verdict::Approve,
        seen: seen.into(),
        notes: Some("All back.".into()),
        took_ms: Some(900),
    };
    assert_eq!(ws.app.review_set_decide(&ws.me, &args(&"0".repeat(64))).expect_err("unseen").code, ErrorCode::Refused);
    let done = ws.app.review_set_decide(&ws.me, &args(&preview.seen)).expect("decided");
    assert_eq!((done.decided, done.changes, done.left_out.len()), (3, 3, 0));
    assert_eq!(ws.app.review_show(&ws.me, merge.proposal_id).expect("shown").state, "superseded", "its records moved");
    let sitting =
        ws.app.review_sitting(&ws.me, &SittingArgs { since: Timestamp(BEGAN.into()), of: None }).expect("told");
    assert_eq!((sitting.decided, sitting.left, sitting.median_ms), (3, 0, Some(900)));
    ws.sound();
    let undone = ws.app.review_undo(&ws.me, done.decision_id).expect("undone");
    assert_eq!((undone.reversed, undone.kept.len()), (3, 0));
    assert!(ws.graph() == before);
    ws.sound();
}

#[test]
fn a_record_asked_back_says_what_it_said() {
    let ws = Workspace::new();
    let [rina, ..] = three(&ws);
    let was = ws.app.history(&ws.me, PERSON, rina, None).expect("history")[0].delta_id;
    for (field, text) in [("job_title", "Mayor"), ("nickname", "Rinku")] {
        let _ = ws.app.record_update(&ws.me, PERSON, rina, &[(field.into(), text.into())]).expect("edited");
    }
    let args = RestoreArgs { entity: PERSON, id: rina, delta_id: was, fields: vec!["job_title".into()], notes: None };
    let item = ws.app.restore_ask(&ws.me, &args).expect("asked");
    assert_eq!(
        item.fields.iter().map(|f| (f.field.as_str(), &f.result)).collect::<Vec<_>>(),
        [("job_title", &"Architect".into())]
    );
    let _ = ws.decide(&ws.me, &item, Verdict::Approve).expect("decided");
    let facts = ws.app.entity(&ws.me, PERSON, rina).expect("there").record.facts;
    let says = |field: &str| facts.iter().find(|f| f.field == field).map(|f| f.value.clone());
    assert_eq!((says("job_title"), says("nickname")), (Some("Architect".into()), Some("Rinku".into())));
    let again = ws.app.restore_ask(&ws.me, &args).expect_err("nothing to bring back");
    assert_eq!(again.code, ErrorCode::Refused);
    ws.sound();
}

#[test]
fn the_queue_is_narrowed_ordered_and_paged_and_put_off_items_step_aside() {
    let ws = Workspace::new();
    let people: Vec<EntityId> = (0..6).map(|i| make(&ws, PERSON, &[("full_name", &format!("Person {i}"))])).collect();
    let firms =
        [make(&ws, EntityType::Account, &[("name", "Palm LLP")]), make(&ws, EntityType::Account, &[("name", "Palm")])];
    for pair in people.chunks(2) {
        let _ = ask(&ws, pair);
    }
    let args = MergeArgs {
        entity: EntityType::Account,
        ids: firms.to_vec(),
        survivor: Some(firms[1]),
        notes: Some("One firm.".into()),
    };
    let firm = ws.app.merge_asked(&ws.me, &args).expect("asked");
    assert_eq!((firm.kind.as_str(), firm.risk, firm.entity.id), ("account_merge", Risk::High, firms[1]));

    let list = |query: ReviewQuery| ws.app.review_list(&ws.me, &query).expect("listed");
    let page = list(ReviewQuery::default());
    let filters = page.filters.expect("filters");
    let told = |of: &[contracts::FilterCount]| of.iter().map(|c| (c.value.clone(), c.count)).collect::<Vec<_>>();
    assert_eq!(told(&filters.kinds), [("account_merge".to_owned(), 1), ("merge".to_owned(), 3)]);
    assert_eq!(told(&filters.risks), [("high".to_owned(), 1), ("medium".to_owned(), 3)]);
    assert_eq!(page.total, Some(4));
    let narrowed = list(ReviewQuery { kind: Some("merge".into()), ..ReviewQuery::default() });
    assert_eq!(
        (narrowed.total, told(&narrowed.filters.expect("filters").kinds).len()),
        (Some(3), 2),
        "its own filter stays open"
    );
    for sort in [ReviewSort::Oldest, ReviewSort::Newest, ReviewSort::Surest, ReviewSort::Unsure] {
        let mut seen = Vec::new();
        let mut query = ReviewQuery { sort: Some(sort), limit: Some(1), no_counts: true, ..ReviewQuery::default() };
        loop {
            let page = list(query.clone());
            seen.extend(page.items.iter().map(|i| i.proposal_id));
            assert!(page.next_cursor.is_none() == page.next_ids.is_empty());
            query.cursor = page.next_cursor;
            if query.cursor.is_none() {
                break;
            }
        }
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 4, "{sort:?}: each once");
    }
    assert_eq!(list(ReviewQuery { subject: Some(EntityType::Account), ..ReviewQuery::default() }).items.len(), 1);
    assert_eq!(list(ReviewQuery { about: Some(people[3]), ..ReviewQuery::default() }).items.len(), 1);
    assert_eq!(list(ReviewQuery { age: Some(contracts::ReviewAge::Older), ..ReviewQuery::default() }).items.len(), 0);

    let first = &page.items[0];
    let since = Some(Timestamp(BEGAN.into()));
    let then = ReviewQuery { not_deferred_since: since.clone(), limit: Some(1), ..ReviewQuery::default() };
    let args =
        DecideArgs { then: Some(then.clone()), ..DecideArgs::new(first.proposal_id, Verdict::Defer, &first.seen) };
    let later = ws.app.review_decide(&ws.me, &args).expect("put off");
    assert_eq!(later.next.iter().map(|i| i.proposal_id).collect::<Vec<_>>(), [page.items[1].proposal_id]);
    assert_eq!(list(ReviewQuery { limit: None, ..then }).items.len(), 3);
    let sitting =
        ws.app.review_sitting(&ws.me, &SittingArgs { since: Timestamp(BEGAN.into()), of: None }).expect("told");
    assert_eq!((sitting.decided, sitting.left, sitting.deferred), (0, 3, 1));
    assert_eq!(
        ws.app
            .review_list(&ws.me, &ReviewQuery { cursor: Some("x".into()), ..ReviewQuery::default() })
            .expect_err("no place")
            .code,
        ErrorCode::BadInput
    );
}

#[test]
fn whoever_is_typed_in_is_found_before_they_are_made_twice() {
    let ws = Workspace::new();
    let rows: String = (0..60)
        .map(|i| format!("{i},Given{},Family{},m{i}@example.com,+91 98300 5{i:04}\n", letters(i), letters(i * 7)))
        .collect();
    let file = format!("id,First Name,Last Name,Email,Mobile\n{rows}900,Rina,Sen,rina@example.com,+91 98300 12345\n");
    ws.approve(ws.stage("people.csv", &file).import_id);
    let near = |fields: &[(&str, &str)]| {
        let fields = fields.iter().map(|(f, t)| TypedField { field: (*f).into(), text: (*t).into() }).collect();
        ws.app.near_matches(&ws.me, &NearArgs { fields, limit: None }).expect("looked up").matches
    };
    let found = near(&[("full_name", "Rina Sen"), ("phone", "098300 12345")]);
    assert_eq!(found.iter().map(|m| m.title.as_str()).collect::<Vec<_>>(), ["Rina Sen"]);
    assert!(found[0].sure && !found[0].candidate.evidence.is_empty());
    assert!(near(&[("full_name", "Zubin Contractor"), ("email", "z@example.org")]).is_empty());
    assert!(near(&[("phone", "not a number")]).is_empty(), "what can't be read yet is passed over");
    let omar = ws.user("pia", Role::Presenter);
    assert_eq!(
        ws.app.near_matches(&omar, &NearArgs { fields: Vec::new(), limit: None }).expect_err("masked").code,
        ErrorCode::Refused
    );
}

fn letters(n: u32) -> String {
    [n / 26 % 26, n % 26].iter().filter_map(|d| char::from_u32(u32::from(b'a') + d)).collect()
}
