//! Today, a client's timeline, risks and looks: every figure is what the records say, counted independently.

use contracts::{
    Actor, ConfirmArgs, CorrectArgs, EntityId, EntityRef, EntityType, ErrorCode, LookArgs, NewsArgs, RecordsQuery,
    RiskArgs, Role, TimelineKind, TimelinePage, TimelineQuery, TimelineTarget, TodayArgs, TodayView,
};
use rusqlite::{Connection, OpenFlags};
use serde_json::json;
use testkit::{FixedHost, Workspace};

/// The day of the tests' clock.
const NOW: &str = "2026-11-20T09:00:00";

fn made(ws: &Workspace, entity: EntityType, fields: &[(&str, &str)], about: &[EntityRef]) -> EntityRef {
    let fields: Vec<(String, String)> = fields.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect();
    ws.app.record_create_about(&ws.me, entity, &fields, about).expect("made").entity
}

fn changed(ws: &Workspace, who: &Actor, at: EntityRef, fields: &[(&str, &str)]) {
    let fields: Vec<(String, String)> = fields.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect();
    let _ = ws.app.record_update(who, at.entity, at.id, &fields).expect("changed");
}

fn client(ws: &Workspace, name: &str) -> EntityRef {
    made(ws, EntityType::Person, &[("full_name", name), ("phone", "+91 98300 12345"), ("owner", "Asha")], &[])
}

fn deal(ws: &Workspace, of: EntityRef, name: &str, stage: &str) -> EntityRef {
    made(ws, EntityType::Opportunity, &[("name", name), ("stage", stage), ("status", "Open")], &[of])
}

fn call(ws: &Workspace, of: EntityRef, at: &str, subject: &str) -> EntityRef {
    let fields = [("channel", "call"), ("at", at), ("subject", subject), ("assignee", "Asha")];
    made(ws, EntityType::Interaction, &fields, &[of])
}

fn query(id: EntityId) -> TimelineQuery {
    TimelineQuery { id, kinds: Vec::new(), text: None, cursor: None, limit: None, now: Some(NOW.into()) }
}

fn timeline(ws: &Workspace, query: &TimelineQuery) -> TimelinePage {
    ws.app.timeline(&ws.me, query).expect("a timeline")
}

fn titles(page: &TimelinePage) -> Vec<&str> {
    page.entries.iter().map(|e| e.title.as_str()).collect()
}

fn today(ws: &Workspace) -> TodayView {
    ws.app.today(&ws.me, &TodayArgs { now: Some(NOW.into()), since: None }).expect("today")
}

fn risks(ws: &Workspace, id: EntityId) -> Vec<(String, String)> {
    let args = RiskArgs { id, now: Some(NOW.into()) };
    ws.app.client_risks(&ws.me, &args).expect("risks").flags.into_iter().map(|f| (f.words, f.reason)).collect()
}

fn sql(ws: &Workspace, question: &str) -> i64 {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    let conn = Connection::open_with_flags(ws.folder().join("velocity.db"), flags).expect("opens");
    conn.query_row(question, [], |r| r.get(0)).unwrap_or_else(|e| panic!("{question}: {e}"))
}

/// The projection is what the tables say, whatever was done.
fn sound(ws: &Workspace) {
    let report = ws.app.doctor(&ws.me).expect("looked at");
    let bad: Vec<_> = report.checks.iter().filter(|c| !c.ok).collect();
    assert!(bad.is_empty(), "{bad:?}");
}

#[test]
fn a_timeline_holds_calls_notes_tasks_done_and_moves_in_the_order_in_which_they_happened() {
    let ws = Workspace::new();
    let rina = client(&ws, "Rina Sen");
    let villa = made(
        &ws,
        EntityType::Opportunity,
        &[("name", "Villa 12"), ("stage", "Qualified"), ("created_at", "2026-10-01T10:00:00")],
        &[rina],
    );
    changed(&ws, &ws.me, villa, &[("stage", "Site visit"), ("updated_at", "2026-10-13T11:00:00")]);
    let first = call(&ws, rina, "2026-10-02T10:00:00", "Asked for a villa");
    let _ = call(&ws, rina, "2026-10-20T18:00:00+05:30", "Liked the garden");
    // A call about the deal alone is the client's as well.
    let _ = call(&ws, villa, "2026-10-21T09:00:00", "Price list asked for");
    let task = made(&ws, EntityType::Task, &[("title", "Send the plan"), ("status", "open")], &[rina]);
    assert_eq!(timeline(&ws, &query(rina.id)).entries.len(), 5, "what is to be done has not happened");
    changed(&ws, &ws.me, task, &[("status", "done"), ("done_at", "2026-10-22T08:00:00")]);

    let page = timeline(&ws, &query(rina.id));
    assert_eq!(
        titles(&page),
        [
            "Send the plan",
            "Price list asked for",
            "Liked the garden",
            "Villa 12: Site visit",
            "Asked for a villa",
            "Villa 12: opened in Qualified"
        ]
    );
    let visit = &page.entries[3];
    assert_eq!(visit.detail.as_deref(), Some("after 12 days in Qualified"));
    assert_eq!((visit.day.as_str(), visit.by.as_deref()), ("2026-10-13", Some("asha")));
    assert_eq!(visit.opens, TimelineTarget::Record { entity: villa });
    assert_eq!(page.entries[4].opens, TimelineTarget::Record { entity: first });
    let count = |kind| page.counts.iter().find(|c| c.kind == kind).map(|c| c.count);
    assert_eq!(
        (count(TimelineKind::Call), count(TimelineKind::Task), count(TimelineKind::Stage)),
        (Some(3), Some(1), Some(2))
    );

    // Filters narrow the entries, never the counts; words are found whatever their case and accents.
    let calls = timeline(&ws, &TimelineQuery { kinds: vec![TimelineKind::Call], ..query(rina.id) });
    assert_eq!((calls.entries.len(), &calls.counts), (3, &page.counts));
    let found = timeline(&ws, &TimelineQuery { text: Some("GÁRDEN".into()), ..query(rina.id) });
    assert_eq!(titles(&found), ["Liked the garden"]);

    // What is taken back did not happen.
    changed(&ws, &ws.me, villa, &[("stage", "Negotiation")]);
    assert_eq!(timeline(&ws, &query(rina.id)).entries.len(), 7);
    let _ = ws.app.undo_group(&ws.me, None).expect("taken back");
    assert_eq!(titles(&timeline(&ws, &query(rina.id))), titles(&page));
}

#[test]
fn windows_of_a_timeline_put_together_are_the_whole_each_entry_once() {
    let ws = Workspace::new();
    let rina = client(&ws, "Rina Sen");
    for n in 0..25 {
        // Several in one minute, so that places alone tell them apart.
        let _ = call(&ws, rina, &format!("2026-10-{:02}T10:00:00", 1 + n / 3), &format!("Call {n}"));
    }
    let whole = timeline(&ws, &query(rina.id));
    assert_eq!((whole.entries.len(), whole.next_cursor.as_deref()), (25, None));
    let mut together = Vec::new();
    let mut next = TimelineQuery { limit: Some(4), ..query(rina.id) };
    loop {
        let page = timeline(&ws, &next);
        assert!(page.entries.len() <= 4);
        together.extend(page.entries);
        match page.next_cursor {
            Some(cursor) => next.cursor = Some(cursor),
            None => break,
        }
    }
    assert_eq!(together, whole.entries);
    let bad = TimelineQuery { cursor: Some("nonsense".into()), ..query(rina.id) };
    assert_eq!(ws.app.timeline(&ws.me, &bad).expect_err("no cursor").code, ErrorCode::BadInput);
}

#[test]
fn an_imported_client_came_with_a_row_of_a_file_that_the_entry_opens() {
    let ws = Workspace::new();
    let staged =
        ws.stage("leads.csv", "First Name,Last Name,Email\nRina,Sen,rina@example.com\nOmar,Haddad,o@example.com\n");
    let _ = ws.approve(staged.import_id);
    let page = ws.app.people(&ws.me, &contracts::ListQuery::default()).expect("a list");
    let rina = page.rows.iter().find(|p| p.name.contains("Rina")).expect("rina").id;
    let entries = timeline(&ws, &query(rina)).entries;
    assert_eq!(entries.len(), 1, "{entries:?}");
    assert_eq!(entries[0].kind, TimelineKind::Import);
    assert_eq!(entries[0].title, "Came with leads.csv, row 1");
    assert_eq!(entries[0].opens, TimelineTarget::Row { import_id: staged.import_id, row_number: Some(1) });
}

#[test]
fn who_to_call_says_why_and_the_figures_are_those_of_the_records() {
    let ws = Workspace::new();
    // Negotiation: every 7 days; silent for 9 is due, for 60 neglected, for 3 fine.
    let due = client(&ws, "Rina Sen");
    let _ = deal(&ws, due, "Villa 12", "Negotiation");
    let last = call(&ws, due, "2026-11-11T10:00:00", "Price");
    let long_ago = client(&ws, "Omar Haddad");
    let _ = deal(&ws, long_ago, "Tower 3", "Negotiation");
    let _ = call(&ws, long_ago, "2026-09-21T10:00:00", "Visit");
    let fine = client(&ws, "Tara Bose");
    let _ = deal(&ws, fine, "Plot 7", "Negotiation");
    let _ = call(&ws, fine, "2026-11-17T10:00:00", "Visit");
    let never = client(&ws, "Kiran Das");
    let _ = deal(&ws, never, "Flat 9", "New enquiry");
    // A note is nobody's contact.
    let _ = made(
        &ws,
        EntityType::Interaction,
        &[("channel", "note"), ("at", "2026-11-19T10:00:00"), ("subject", "x")],
        &[never],
    );
    let quiet = client(&ws, "Asks For Peace");
    let _ = deal(&ws, quiet, "Flat 1", "Negotiation");
    changed(&ws, &ws.me, quiet, &[("do_not_contact", "yes")]);
    sound(&ws);

    let view = today(&ws);
    let who = |of: &[contracts::ToCall]| of.iter().map(|c| (c.title.clone(), c.words.clone())).collect::<Vec<_>>();
    assert_eq!(
        who(&view.calls),
        [
            ("Kiran Das".to_owned(), "Nobody has been in touch yet".to_owned()),
            ("Rina Sen".to_owned(), "No contact for 9 days".to_owned())
        ]
    );
    assert_eq!(
        view.calls[1].reason,
        "Last call on 11 Nov 2026 by Asha. At “Negotiation”, somebody should be in touch every 7 days."
    );
    assert_eq!(who(&view.neglected), [("Omar Haddad".to_owned(), "No contact for 60 days".to_owned())]);
    assert_eq!((view.calls_total, view.neglected_total), (2, 1));
    assert_eq!(risks(&ws, due.id)[0].0, "No contact for 9 days", "the dossier says the same");

    // A call today, and nobody is late; taken back, they are again.
    let _ = call(&ws, due, NOW, "Reached");
    assert_eq!(today(&ws).calls_total, 1);
    let _ = ws.app.undo_group(&ws.me, None).expect("taken back");
    assert_eq!(who(&today(&ws).calls), who(&view.calls));
    // A call that reached nobody changes nothing, here, in lists and in the dossier; that it reached somebody after all does.
    let tried = call(&ws, due, NOW, "Tried");
    changed(&ws, &ws.me, tried, &[("outcome", "No answer")]);
    assert_eq!(who(&today(&ws).calls), who(&view.calls));
    assert_eq!(risks(&ws, due.id)[0].0, "No contact for 9 days");
    let silent = || {
        let mut query = RecordsQuery::of(EntityType::Person);
        query.filter = Some(filter::parse(EntityType::Person, "not contacted for 7 days").expect("a sentence"));
        let page = ws.app.records(&ws.me, &query).expect("a list");
        page.rows.iter().any(|row| row.id == due.id)
    };
    assert!(silent());
    changed(&ws, &ws.me, tried, &[("outcome", "Reached")]);
    assert_eq!(today(&ws).calls_total, 1);
    assert!(!silent());
    sound(&ws);
    let _ = ws.app.record_archive(&ws.me, EntityType::Interaction, tried.id, true).expect("archived");
    assert_eq!(today(&ws).calls_total, 2);
    // The day of the call was wrong: it was yesterday.
    changed(&ws, &ws.me, last, &[("at", "2026-11-19T10:00:00")]);
    assert_eq!(today(&ws).calls_total, 1);
    // Won, archived or nobody's deal: nothing is at stake.
    let flat = ws.app.client360(&ws.me, never.id, false).expect("a dossier").snapshot.active_opportunities[0].entity;
    changed(&ws, &ws.me, flat, &[("status", "Won")]);
    assert_eq!(today(&ws).calls_total, 0);
    let _ = ws.app.record_archive(&ws.me, EntityType::Person, long_ago.id, true).expect("archived");
    assert_eq!(today(&ws).neglected_total, 0);
    let _ = ws.app.record_archive(&ws.me, EntityType::Person, long_ago.id, false).expect("restored");
    assert_eq!(today(&ws).neglected_total, 1);
    sound(&ws);
    let _ = ws.app.erase(&ws.me, EntityType::Person, long_ago.id, "Asked for it in writing").expect("erased");
    assert_eq!(today(&ws).neglected_total, 0);
    sound(&ws);
}

#[test]
fn tasks_are_due_today_or_overdue_and_counted_as_the_records_count() {
    let ws = Workspace::new();
    let rina = client(&ws, "Rina Sen");
    let task = |title: &str, due: &str, more: &[(&str, &str)]| {
        let mut fields = vec![("title", title), ("due_at", due), ("status", "open")];
        fields.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
        fields.extend(more);
        made(&ws, EntityType::Task, &fields, &[rina])
    };
    let evening = task("Call back", "2026-11-20T18:00:00", &[]);
    let late = task("Send the plan", "2026-11-17T09:00:00", &[]);
    let _ = task("Tomorrow", "2026-11-21T09:00:00", &[]);
    let _ = task("Done by date", "2026-11-18T09:00:00", &[("done_at", "2026-11-18T10:00:00")]);
    let _ = task("Done by word", "2026-11-18T09:00:00", &[("status", "Completed")]);
    let view = today(&ws);
    let shown: Vec<_> = view.tasks.iter().map(|t| (t.task, t.late_days, t.client_title.as_deref())).collect();
    assert_eq!(shown, [(evening, 0, Some("Rina Sen")), (late, 3, Some("Rina Sen"))]);
    let open = "FROM crm_tasks WHERE archived = 0 AND done_at IS NULL AND status = 'open'";
    assert_eq!(
        view.due_today as i64,
        sql(&ws, &format!("SELECT count(*) {open} AND substr(due_at, 1, 10) = '2026-11-20'"))
    );
    assert_eq!(
        view.overdue as i64,
        sql(&ws, &format!("SELECT count(*) {open} AND substr(due_at, 1, 10) < '2026-11-20'"))
    );
    assert_eq!((view.due_today, view.overdue), (1, 1));
    changed(&ws, &ws.me, late, &[("status", "done"), ("done_at", NOW)]);
    assert_eq!(today(&ws).overdue, 0);
}

#[test]
fn lists_and_today_have_the_same_day_that_of_the_computer() {
    // 9 in the morning in Greenwich is the evening before in Honolulu, whatever country the workspace is about.
    for (ahead, due, late) in [(-600, 1, 0), (0, 0, 1), (330, 0, 1)] {
        let ws = Workspace::on(FixedHost::ahead_by(ahead));
        let rina = client(&ws, "Rina Sen");
        let _ = made(&ws, EntityType::Task, &[("title", "Call back"), ("due_at", "2026-11-19T18:00:00")], &[rina]);
        let view = ws.app.today(&ws.me, &TodayArgs::default()).expect("today");
        assert_eq!((view.due_today, view.overdue), (due, late), "{ahead} minutes ahead");
        let listed = |condition: &str| {
            let filter = filter::parse(EntityType::Task, condition).expect("a condition");
            let query = serde_json::from_value(json!({ "entity": "task", "filter": filter })).expect("a query");
            ws.app.records_count(&ws.me, &query).expect("counted").total
        };
        assert_eq!((listed("due today"), listed("overdue")), (due, late), "{ahead} minutes ahead");
    }
}

#[test]
fn what_others_changed_since_a_look_is_told_by_whom_and_ones_own_work_is_not() {
    let ws = Workspace::new();
    let omar = Actor::human("omar");
    let _ = ws.app.role_set(&ws.me, "omar", Some(Role::Operator)).expect("granted");
    let rina = client(&ws, "Rina Sen");
    let first = ws.app.look(&ws.me, &LookArgs::default()).expect("looked");
    assert_eq!(first.since, None, "the first look");
    assert!(today(&ws).changes.by.is_empty());

    changed(&ws, &omar, rina, &[("job_title", "Chair")]);
    changed(&ws, &omar, rina, &[("nickname", "Rini")]);
    changed(&ws, &ws.me, rina, &[("language", "Bengali")]);
    let news = today(&ws).changes;
    assert!(news.looked_at.is_some());
    let by: Vec<_> = news.by.iter().map(|b| (b.actor.id.as_str(), b.cause.as_str(), b.groups, b.records)).collect();
    assert_eq!(by, [("omar", "edit", 2, 1)]);
    assert_eq!(news.by[0].some[0].title, "Rina Sen");
    let next = ws.app.look(&ws.me, &LookArgs::default()).expect("looked");
    assert_eq!(next.since, Some(first.upto));
    assert!(today(&ws).changes.by.is_empty(), "seen");
    let again = TodayArgs { now: None, since: next.since };
    assert_eq!(ws.app.today(&ws.me, &again).expect("today").changes.by.len(), 1, "for as long as the screen stays");

    // The dossier has a look of its own.
    let dossier = || ws.app.look(&ws.me, &LookArgs { id: Some(rina.id) }).expect("looked");
    let before = dossier();
    assert_eq!(before.since, None);
    let _ = made(&ws, EntityType::Task, &[("title", "Send the plan")], &[rina]);
    let fields = [("channel".to_owned(), "call".to_owned()), ("subject".to_owned(), "Wants a pool".to_owned())];
    let _ = ws.app.record_create_about(&omar, EntityType::Interaction, &fields, &[rina]).expect("made");
    changed(&ws, &omar, rina, &[("job_title", "Director")]);
    let look = dossier();
    let args = NewsArgs { id: rina.id, since: look.since.expect("a look before") };
    let news = ws.app.client_news(&ws.me, &args).expect("news");
    let lines: Vec<_> = news.lines.iter().map(|l| (l.title.as_str(), l.actor.id.as_str())).collect();
    assert_eq!(lines, [("Rina Sen", "omar"), ("Wants a pool", "omar")]);
    assert_eq!(news.total, 2);
    assert_eq!(news.lines[0].changes[0].before, json!("Chair"));
    assert_eq!(news.promises.iter().map(|p| p.title.as_str()).collect::<Vec<_>>(), ["Send the plan"]);
    // Another user has looks of their own.
    assert_eq!(ws.app.look(&omar, &LookArgs { id: Some(rina.id) }).expect("looked").since, None);
}

#[test]
fn a_confirmed_value_says_who_and_when_until_it_changes_and_the_confirmation_is_taken_back_like_anything() {
    let ws = Workspace::new();
    let rina = client(&ws, "Rina Sen");
    let graph = || {
        let text = String::from_utf8(ws.graph()).expect("text");
        text.lines().filter(|l| !l.contains("\"version\"")).map(String::from).collect::<Vec<_>>()
    };
    let fact = |field: &str| {
        let view = ws.app.client360(&ws.me, rina.id, true).expect("a dossier");
        assert_eq!(view.consistent, Some(true));
        view.snapshot.identity.facts.into_iter().find(|f| f.field == field).expect("a fact")
    };
    let before = fact("phone");
    let stood = graph();
    let args = |seen| ConfirmArgs { entity: EntityType::Person, id: rina.id, field: "phone".into(), seen };
    let made = ws.app.fact_confirm(&ws.me, &args(before.value.clone())).expect("confirmed");
    let after = fact("phone");
    let confirmed = after.source.confirmed.clone().expect("confirmed");
    assert_eq!(confirmed.by, ws.me);
    assert_eq!(after.source.delta_id, before.source.delta_id, "it still comes from where it came from");
    assert_eq!(graph(), stood, "nothing but the confirmation changed");
    let undone = ws.app.undo_group(&ws.me, Some(made.group)).expect("taken back");
    assert_eq!(undone.reversed, 1);
    assert_eq!(fact("phone").source.confirmed, None);
    sound(&ws);

    let _ = ws.app.fact_confirm(&ws.me, &args(before.value.clone())).expect("confirmed");
    // A correction in place keeps label and rank, and what was confirmed is not so any more.
    let correct = |seen, text: &str| {
        let args =
            CorrectArgs { entity: EntityType::Person, id: rina.id, field: "phone".into(), seen, text: text.into() };
        ws.app.fact_correct(&ws.me, &args)
    };
    let _ = correct(before.value.clone(), "+91 98300 54321").expect("corrected");
    let now = fact("phone");
    assert_eq!(now.value["value"], json!("+919830054321"));
    assert_eq!((&now.value["label"], &now.value["is_primary"]), (&before.value["label"], &before.value["is_primary"]));
    assert_eq!(now.source.confirmed, None);
    let stale = correct(before.value.clone(), "+91 98300 11111").expect_err("somebody was faster");
    assert_eq!(stale.code, ErrorCode::Refused);
    assert_eq!(correct(now.value.clone(), "no number").expect_err("no number").code, ErrorCode::BadInput);
    let stale = ws.app.fact_confirm(&ws.me, &args(before.value)).expect_err("it reads otherwise");
    assert_eq!(stale.code, ErrorCode::Refused);
    let history = ws.app.history(&ws.me, EntityType::Person, rina.id, Some("phone")).expect("a history");
    assert!(history.iter().any(|h| h.cause.kind == "confirm" && h.actor == ws.me), "{history:?}");
}

#[test]
fn a_presenter_sees_nobody_by_name_or_number_in_today_or_a_timeline() {
    let ws = Workspace::new();
    let priya = Actor::human("priya");
    let _ = ws.app.role_set(&ws.me, "priya", Some(Role::Presenter)).expect("granted");
    let rina = client(&ws, "Rina Sen");
    let _ = deal(&ws, rina, "Villa of Rina Sen", "Negotiation");
    let _ = call(&ws, rina, "2026-10-01T10:00:00", "Rina wants a pool");
    let _ = made(&ws, EntityType::Task, &[("title", "Call Rina"), ("due_at", NOW)], &[rina]);
    let _ = ws.stage("Rina.csv", "First Name,Last Name\nTara,Bose\n");
    let _ = ws.app.look(&priya, &LookArgs { id: Some(rina.id) }).expect("looked");
    let view = ws.app.today(&priya, &TodayArgs { now: Some(NOW.into()), since: Some(0) }).expect("today");
    let page = ws.app.timeline(&priya, &query(rina.id)).expect("a timeline");
    let flags = ws.app.client_risks(&priya, &RiskArgs { id: rina.id, now: Some(NOW.into()) }).expect("risks");
    let news = ws.app.client_news(&priya, &NewsArgs { id: rina.id, since: 0 }).expect("news");
    let text = json!([view, page, flags, news]).to_string();
    assert!(!text.contains("Rina") && !text.contains("98300"), "{text}");
    assert!(view.review.is_none() && view.imports.is_none());
    assert_eq!((view.neglected_total, page.entries.is_empty()), (1, false), "figures are no names");
    let words = TimelineQuery { text: Some("pool".into()), ..query(rina.id) };
    assert_eq!(ws.app.timeline(&priya, &words).expect_err("a hit would tell").code, ErrorCode::Refused);
    let confirm = ConfirmArgs { entity: EntityType::Person, id: rina.id, field: "phone".into(), seen: json!(null) };
    assert_eq!(ws.app.fact_confirm(&priya, &confirm).expect_err("may not").code, ErrorCode::Refused);
}
