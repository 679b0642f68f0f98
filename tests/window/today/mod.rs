//! A day: whom to call and why, what is due, what others changed; a client's story, its risks, and what a person says of a
//! value. By keyboard alone, every figure asked of SQLite itself.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};
use velocity_tests::window::key;
use velocity_tests::{Desk, Window};

use super::broker_sheet::{number, sql, type_text};
use super::gallery::Gallery;
use super::keyboard::tab_to;
use super::{ask, on, workspace};

mod work;

/// A day so many days before today, as the database's own clock has it.
fn day(workspace: &Path, before: i64) -> String {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    let conn = Connection::open_with_flags(workspace.join("velocity.db"), flags).unwrap();
    conn.query_row("SELECT date('now', 'localtime', ?1 || ' days')", [-before], |r| r.get(0)).unwrap()
}

/// `2026-10-18` as it is said: `18 Oct 2026`.
fn spoken(day: &str) -> String {
    let parts: Vec<usize> = day.split('-').map(|part| part.parse().unwrap()).collect();
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    format!("{} {} {}", parts[2], months[parts[1] - 1], parts[0])
}

fn made(desk: &Desk, workspace: &Path, entity: &str, fields: &[String], about: Option<&str>) -> String {
    let mut words = vec!["create".to_owned(), entity.to_owned()];
    words.extend(fields.iter().cloned());
    if let Some(about) = about {
        words.extend(["--about".to_owned(), format!("person:{about}")]);
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    ask(desk, workspace, &words)["entity"]["id"].as_str().unwrap().to_owned()
}

/// A client in negotiation who was last called so many days ago.
pub(crate) fn client(desk: &Desk, workspace: &Path, name: &str, phone: &str, silent: i64) -> String {
    let fields = [format!("full_name={name}"), format!("phone={phone}"), "owner=Asha Roy".into()];
    let id = made(desk, workspace, "person", &fields, None);
    let deal = [
        format!("name=Sea House, {name}"),
        "stage=Qualified".into(),
        "status=Open".into(),
        "amount=INR 25000000".into(),
        format!("created_at={}T10:00:00", day(workspace, silent + 20)),
    ];
    let deal = made(desk, workspace, "opportunity", &deal, Some(&id));
    let moved = format!("updated_at={}T10:00:00", day(workspace, silent + 2));
    let _ = ask(desk, workspace, &["update", "opportunity", &deal, "stage=Negotiation", &moved]);
    for (n, what) in ["Asked for the price list", "Wants a pool and two car parks"].iter().enumerate() {
        let call = [
            "channel=call".into(),
            format!("at={}T10:{n:02}:00", day(workspace, silent)),
            format!("subject={what}"),
            "assignee=Asha Roy".into(),
        ];
        let _ = made(desk, workspace, "interaction", &call, Some(&id));
    }
    id
}

/// The number beside a panel's title.
fn shown(window: &Window, testid: &str) -> i64 {
    number(&window.text(&format!("[data-testid='{testid}']")))
}

/// Proposals that wait for a person, by what the queue calls them.
fn waiting(workspace: &Path, action: &str, entity: &str) -> i64 {
    sql(
        workspace,
        &format!(
            "SELECT count(*) FROM workflow_proposals p WHERE p.review_required = 1 AND p.action = '{action}'
             AND p.entity_type = '{entity}' AND p.import IS NULL
             AND NOT EXISTS (SELECT 1 FROM workflow_lifecycle l WHERE l.artifact_id = p.proposal_id)"
        ),
    )
}

/// Opens a line of Today with the keyboard, looks at what it leads to, and comes back.
#[track_caller]
fn leads_to(window: &Window, line: &str, css: &str, text: &str) {
    window.press(&["g", "d"]);
    window.see(&format!("[data-testid='{line}']"));
    tab_to(window, &format!("[data-testid='{line}']"));
    window.press(&[key::ENTER]);
    let _ = window.see_text(css, text);
}

/// Clients of open deals in negotiation whose last call lies between these days before today.
fn silent(workspace: &Path, more_than: i64, upto: i64) -> i64 {
    sql(
        workspace,
        &format!(
            "SELECT count(*) FROM (SELECT r.to_id, max(substr(i.at, 1, 10)) AS last FROM crm_interactions i
             JOIN crm_relationships r ON r.from_id = i.id AND r.kind = 'interaction_of' WHERE i.channel <> 'note'
             GROUP BY r.to_id) WHERE julianday('now', 'start of day') - julianday(last) > {more_than}
             AND julianday('now', 'start of day') - julianday(last) <= {upto}"
        ),
    )
}

const OPEN_TASKS: &str = "SELECT count(*) FROM crm_tasks WHERE done_at IS NULL AND status <> 'done' AND archived = 0";

#[test]
fn a_day_is_worked_off_by_keyboard_alone_and_every_figure_is_that_of_the_records() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let _ = ask(&desk, &workspace, &["role", "grant", "omar", "operator"]);
    let rina = client(&desk, &workspace, "Rina Sen", "+91 98300 12345", 9);
    let _ = client(&desk, &workspace, "Kabir Anand", "+91 98300 22222", 12);
    let leela = client(&desk, &workspace, "Leela Varma", "+91 98300 33333", 80);
    let _ = client(&desk, &workspace, "Tara Bose", "+91 98300 44444", 2);
    for (title, before) in [("Send the cost sheet", 0), ("Call back about the loan", 3), ("Confirm the visit", -4)] {
        let fields = [
            format!("title={title}"),
            format!("due_at={}T18:00:00", day(&workspace, before)),
            "status=open".into(),
            "assignee=Asha Roy".into(),
        ];
        let _ = made(&desk, &workspace, "task", &fields, Some(&rina));
    }
    for (channel, before, subject) in [("visit", 9, "Saw the show flat"), ("note", 1, "Prefers the morning")] {
        let fields = [
            format!("channel={channel}"),
            format!("at={}T09:00:00", day(&workspace, before)),
            format!("subject={subject}"),
        ];
        let _ = made(&desk, &workspace, "interaction", &fields, Some(&rina));
    }
    for (entity, one, other) in [
        ("person", "full_name=Arjun Mehta", "full_name=Arjun Mehtaa"),
        ("account", "name=Harbour Lane Textiles", "name=Harbour Lane Textile"),
    ] {
        let one = made(&desk, &workspace, entity, &[one.into()], None);
        let other = made(&desk, &workspace, entity, &[other.into()], None);
        let _ = ask(&desk, &workspace, &["merge", entity, &one, &other, "--survivor", &one]);
    }
    let file = desk.path("walk-ins.csv");
    std::fs::write(&file, "Name,Email,City\nFarah Naaz,farah@example.com,Delhi\nNoel Dsouza,noel@example.com,Goa\n")
        .unwrap();
    let _ = ask(&desk, &workspace, &["import", "run", file.to_str().unwrap()]);

    // The first thing that the window shows.
    let window = desk.open(on(&workspace, None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    window.see("[data-testid='today-call']");
    assert_eq!(shown(&window, "today-calls-count"), silent(&workspace, 7, 37));
    assert_eq!(shown(&window, "today-neglected-count"), silent(&workspace, 37, 10_000));
    let tasks = window.text("[data-testid='today-tasks-count']");
    let due = sql(&workspace, &format!("{OPEN_TASKS} AND substr(due_at, 1, 10) = date('now', 'localtime')"));
    let late = sql(&workspace, &format!("{OPEN_TASKS} AND substr(due_at, 1, 10) < date('now', 'localtime')"));
    assert_eq!(tasks, format!("{due} due today, {late} overdue"));
    let imports = sql(&workspace, "SELECT count(*) FROM workflow_imports WHERE state = 'proposed'");
    assert_eq!(shown(&window, "today-imports-count"), imports);
    assert_eq!((silent(&workspace, 7, 37), due, late, imports), (2, 1, 1, 1));
    let rows = sql(&workspace, "SELECT sum(row_count) FROM raw_import_batches");
    let _ = window.see_text("[data-testid='today-import']", &format!("{rows} rows, begun by"));
    let (people, companies) = (waiting(&workspace, "merge", "person"), waiting(&workspace, "merge", "account"));
    assert_eq!((rows, people, companies), (2, 1, 1));
    assert_eq!(shown(&window, "today-reviews-count"), people + companies);
    assert_eq!(window.count("[data-testid='today-review']"), 2);
    for (kind, count) in [("Merges", people), ("Company merges", companies)] {
        let script = "return [...document.querySelectorAll(\"[data-testid='today-review']\")]
            .map((line) => [...line.children].map((part) => part.textContent))";
        let lines = window.script(script, &[]);
        let line = serde_json::json!([kind, format!("{count} waiting")]);
        assert!(lines.as_array().unwrap().contains(&line), "{line} is not among {lines}");
    }
    gallery.picture(&window, "today");

    // The longest silence of the weightiest stage comes first; the reason is said.
    let first = window.text("[data-testid='today-call']");
    assert!(first.contains("Kabir Anand") && first.contains("No contact for 12 days"), "{first}");
    window.press(&["j", "j", key::ENTER]);
    let _ = window.see_text("[data-testid='client-name']", "Rina Sen");
    let _ = window.see_text("[data-testid='risk-silence']", "No contact for 9 days");
    let _ = window.see_text("[data-testid='risk-task_overdue']", "Task overdue");
    let of_rina = format!("hex(to_id) = upper(replace('{rina}', '-', ''))");
    let calls = format!("SELECT count(*) FROM crm_relationships WHERE kind = 'interaction_of' AND {of_rina}");
    let moves = format!(
        "SELECT count(*) FROM graph_deltas d JOIN graph_delta_values v USING (delta)
         WHERE instr(v.changes, '\"stage\"') > 0 AND d.entity_id IN
         (SELECT from_id FROM crm_relationships WHERE kind = 'contact_of' AND {of_rina})"
    );
    let by_channel = |channel: &str| {
        sql(
            &workspace,
            &format!(
                "SELECT count(*) FROM crm_relationships r JOIN crm_interactions i ON i.id = r.from_id
            WHERE r.kind = 'interaction_of' AND i.archived = 0 AND i.channel = '{channel}' AND {of_rina}"
            ),
        )
    };
    // Every kind of the timeline with its count, and together the whole of it.
    let kinds = || {
        assert_eq!(shown(&window, "timeline-total"), sql(&workspace, &calls) + sql(&workspace, &moves));
        let stages = ("stage", sql(&workspace, &moves));
        let wanted =
            ["call", "visit", "note"].map(|channel| (channel, by_channel(channel))).into_iter().chain([stages]);
        let script = "return [...document.querySelectorAll(\"[data-testid^='timeline-kind-']\")]
            .map((chip) => [chip.dataset.testid.slice(14), chip.lastElementChild.textContent]).sort()";
        let mut wanted: Vec<_> = wanted.map(|(kind, count)| serde_json::json!([kind, count.to_string()])).collect();
        wanted.sort_by_key(ToString::to_string);
        assert_eq!(window.script(script, &[]), serde_json::Value::from(wanted));
    };
    kinds();
    // Every panel holds as many records as are linked.
    for (panel, kind, more) in [
        ("tasks", "task_of", "1"),
        (
            "active_opportunities",
            "contact_of",
            "(SELECT status FROM crm_opportunities o WHERE o.id = from_id) = 'Open'",
        ),
    ] {
        let question = format!("SELECT count(*) FROM crm_relationships WHERE kind = '{kind}' AND {of_rina} AND {more}");
        let linked = sql(&workspace, &question);
        assert!(linked > 0, "{panel}");
        let cards = window.count(&format!("[data-testid='panel-{panel}'] > div > ul > li"));
        assert_eq!(i64::try_from(cards).unwrap(), linked, "{panel}");
        if linked > 1 {
            assert_eq!(number(&window.text(&format!("[data-testid='panel-{panel}'] h2 span"))), linked, "{panel}");
        }
    }
    gallery.picture(&window, "dossier-risks");

    // A call is logged: the silence is over, here and on Today.
    window.press(&["l"]);
    window.see("[data-testid='log-form']");
    type_text(&window, "Agrees to the price");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='timeline-entry']", "Agrees to the price");
    window.see_no("[data-testid='risk-silence']");
    kinds();

    // The timeline is narrowed by words and widened again.
    tab_to(&window, "[data-testid='timeline-text']");
    type_text(&window, "POOL");
    window.see_no("[data-testid='timeline-entry'][data-kind='stage']");
    let _ = window.see_text("[data-testid='timeline-entry']", "Wants a pool");
    gallery.picture(&window, "timeline-found");
    window.press(&[key::ESCAPE, key::ESCAPE]);
    window.see("[data-testid='timeline-entry'][data-kind='stage']");

    // Back on Today a task is done with one key, and not done with another.
    window.press(&["g", "d"]);
    window.see("[data-testid='today-task']");
    assert_eq!(shown(&window, "today-calls-count"), 1);
    tab_to(&window, "[data-testid='today-task']");
    window.press(&["x"]);
    let _ = window.see_text("[data-testid='today-outcome']", "Done: Send the cost sheet");
    let _ = window.see_text("[data-testid='today-tasks-count']", "0 due today");
    assert_eq!(sql(&workspace, OPEN_TASKS), 2);
    window.press(&["z"]);
    let _ = window.see_text("[data-testid='today-tasks-count']", "1 due today");
    assert_eq!(sql(&workspace, OPEN_TASKS), 3);

    // What a colleague changed meanwhile is told at the next look, there and in the dossier, with whose doing it was.
    window.press(&["g", "c"]);
    window.see("[data-testid='contacts-row']");
    let _ = ask(&desk, &workspace, &["--as", "omar", "update", "person", &rina, "job_title=Director"]);
    let _ = ask(&desk, &workspace, &["--as", "omar", "update", "person", &leela, "job_title=Surgeon"]);
    let of_omar = "json_extract(actor, '$.id') = 'omar'";
    window.press(&["g", "d"]);
    let records = sql(&workspace, &format!("SELECT count(DISTINCT entity_id) FROM graph_deltas WHERE {of_omar}"));
    assert_eq!(records, 2);
    let _ = window.see_text("[data-testid='today-change']", &format!("omar changed {records} records"));
    gallery.picture(&window, "today-changes");
    let _ = window.script("location.hash = arguments[0]", &[format!("#/people/{rina}").into()]);
    let _ = window.see_text("[data-testid='news-line']", "omar changed Job title to Director");
    let news = format!(
        "SELECT count(*) FROM graph_deltas WHERE {of_omar} AND hex(entity_id) = upper(replace('{rina}', '-', ''))"
    );
    assert_eq!(shown(&window, "news-total"), sql(&workspace, &news));
    gallery.picture(&window, "dossier-news");

    // The value is right: confirmed from its card, and the card says so the next time.
    tab_to(&window, "[data-testid='fact-job_title']");
    window.press(&[key::ENTER]);
    window.see("[data-testid='provenance-chain']");
    gallery.picture(&window, "provenance-say");
    tab_to(&window, "[data-testid='fact-confirm']");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='log-outcome']", "Job title confirmed");
    // The card gives the focus back to its value once it has closed; a Tab before that starts from elsewhere.
    window.see_no("[data-testid='provenance-card']");
    let confirmed = "SELECT count(*) FROM graph_deltas WHERE json_extract(cause, '$.kind') = 'confirm'";
    assert_eq!(sql(&workspace, confirmed), 1);
    tab_to(&window, "[data-testid='fact-job_title']");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='last-confirmed']", "Last confirmed by");
    // Or it is not: corrected in place, and taken back.
    tab_to(&window, "[data-testid='fact-correct']");
    window.press(&[key::ENTER]);
    window.see("[data-testid='correct-text']");
    window.chord(&[key::CONTROL, "a"]);
    type_text(&window, "Managing director");
    gallery.picture(&window, "provenance-correct");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='log-outcome']", "Job title corrected");
    let title = "SELECT count(*) FROM crm_people WHERE job_title = 'Managing director'";
    assert_eq!(sql(&workspace, title), 1);
    window.press(&["z"]);
    let _ = window.see_text("[data-testid='log-outcome']", "Taken back");
    assert_eq!(sql(&workspace, title), 0);

    // Every line of Today opens what it names.
    let _ = ask(&desk, &workspace, &["--as", "omar", "update", "person", &leela, "job_title=Physician"]);
    leads_to(&window, "today-change", "[data-testid='client-name']", "Leela Varma");
    leads_to(&window, "today-task", "[data-testid='client-name']", "Rina Sen");
    leads_to(&window, "today-left-alone", "[data-testid='client-name']", "Leela Varma");
    leads_to(&window, "today-import", "[data-testid='review-file']", "walk-ins.csv");
    leads_to(&window, "today-review", "[data-testid='queue-filter-kind']", "Company merges");
    window.see("[data-testid='review-item'][data-kind='account_merge']");
    assert_eq!(shown(&window, "queue-filter-kind"), companies);

    every_other_rule_says_its_reason(&desk, &workspace, &window, &mut gallery);
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}

/// A deal that should have closed, of a client whom nobody ever called, with nothing planned and no consent.
fn every_other_rule_says_its_reason(desk: &Desk, workspace: &Path, window: &Window, gallery: &mut Gallery) {
    let called = silent(workspace, 7, 37);
    let ishaan = made(desk, workspace, "person", &["full_name=Ishaan Bhatt".into()], None);
    let deal = [
        "name=Lake House 7".to_owned(),
        "stage=Qualified".into(),
        "status=Open".into(),
        format!("close_date={}", day(workspace, 3)),
    ];
    let _ = made(desk, workspace, "opportunity", &deal, Some(&ishaan));
    window.press(&["g", "d"]);
    let _ = window.see_text("[data-testid='today-call']", "Nobody has been in touch yet");
    let never = sql(
        workspace,
        "SELECT count(DISTINCT d.to_id) FROM crm_relationships d JOIN crm_opportunities o ON o.id = d.from_id
         WHERE d.kind = 'contact_of' AND o.status = 'Open' AND NOT EXISTS (SELECT 1 FROM crm_relationships r
         WHERE r.kind = 'interaction_of' AND r.to_id = d.to_id)",
    );
    assert_eq!((shown(window, "today-calls-count"), never), (called + never, 1));
    let _ = window.script("location.hash = arguments[0]", &[format!("#/people/{ishaan}").into()]);
    let _ = window.see_text("[data-testid='client-name']", "Ishaan Bhatt");
    let closed = format!("Lake House 7 was expected to close on {}.", spoken(&day(workspace, 3)));
    for (rule, words, reason) in [
        (
            "unreached",
            "Nobody has been in touch yet",
            "Lake House 7 is open, and no call, message or visit is on record.",
        ),
        ("closing_past", "Closing date passed", closed.as_str()),
        ("no_next_action", "No next action", "Lake House 7 is open and nothing is planned."),
        (
            "consent_missing",
            "No consent on record",
            "Whether this client may be called, written to or messaged is not known.",
        ),
    ] {
        let _ = window.see_text(&format!("[data-testid='risk-{rule}']"), words);
        let _ = window.see_text(&format!("[data-testid='risks'] li:has([data-testid='risk-{rule}'])"), reason);
    }
    assert_eq!(window.count("[data-testid^='risk-']"), 4);
    gallery.picture(window, "dossier-every-rule");
}

#[test]
fn a_quiet_day_says_what_will_stand_there_and_a_presenter_sees_nobodys_name() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let _ = ask(&desk, &workspace, &["role", "grant", "priya", "presenter"]);
    let window = desk.open(on(&workspace, None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    let _ = window.see_text("[data-testid='empty']", "Nothing asks for you today");
    gallery.picture(&window, "today-empty");
    drop(window);

    let rina = client(&desk, &workspace, "Rina Sen", "+91 98300 12345", 9);
    let mut arguments = on(&workspace, None);
    arguments.extend(["--as".into(), "priya".into()]);
    let window = desk.open(arguments);
    window.size(1280, 800);
    window.see("[data-testid='today-call']");
    gallery.picture(&window, "presenter-today");
    window.see_no("[data-testid='today-imports']");
    let page = window.text("[data-testid='today']");
    assert!(!page.contains("Rina") && !page.contains("98300"), "{page}");
    let _ = window.script("location.hash = arguments[0]", &[format!("#/people/{rina}").into()]);
    window.see("[data-testid='timeline-entry']");
    window.see_no("[data-testid='timeline-text']");
    let page = window.text("[data-testid='client360']");
    assert!(!page.contains("Rina") && !page.contains("pool"), "{page}");
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}
