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

/// A day so many days before today, as the database's own clock has it.
fn day(workspace: &Path, before: i64) -> String {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    let conn = Connection::open_with_flags(workspace.join("velocity.db"), flags).unwrap();
    conn.query_row("SELECT date('now', ?1 || ' days')", [-before], |r| r.get(0)).unwrap()
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
    let _ = client(&desk, &workspace, "Leela Varma", "+91 98300 33333", 80);
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
    let file = desk.path("walk-ins.csv");
    std::fs::write(&file, "Name,Email,City\nArjun Mehta,arjun@example.com,Delhi\n").unwrap();
    let _ = ask(&desk, &workspace, &["import", "run", file.to_str().unwrap()]);

    // The first thing that the window shows.
    let window = desk.open(on(&workspace, None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    window.see("[data-testid='today-call']");
    assert_eq!(shown(&window, "today-calls-count"), silent(&workspace, 7, 37));
    assert_eq!(shown(&window, "today-neglected-count"), silent(&workspace, 37, 10_000));
    let tasks = window.text("[data-testid='today-tasks-count']");
    let due = sql(&workspace, &format!("{OPEN_TASKS} AND substr(due_at, 1, 10) = date('now')"));
    let late = sql(&workspace, &format!("{OPEN_TASKS} AND substr(due_at, 1, 10) < date('now')"));
    assert_eq!(tasks, format!("{due} due today, {late} overdue"));
    let imports = sql(&workspace, "SELECT count(*) FROM workflow_imports WHERE state = 'proposed'");
    assert_eq!(shown(&window, "today-imports-count"), imports);
    assert_eq!((silent(&workspace, 7, 37), due, late, imports), (2, 1, 1, 1));
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
    assert_eq!(shown(&window, "timeline-total"), sql(&workspace, &calls) + sql(&workspace, &moves));
    gallery.picture(&window, "dossier-risks");

    // A call is logged: the silence is over, here and on Today.
    window.press(&["l"]);
    window.see("[data-testid='log-form']");
    type_text(&window, "Agrees to the price");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='timeline-entry']", "Agrees to the price");
    window.see_no("[data-testid='risk-silence']");

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
    window.press(&["g", "d"]);
    let line = window.see_text("[data-testid='today-change']", "omar");
    drop(line);
    gallery.picture(&window, "today-changes");
    let _ = window.script("location.hash = arguments[0]", &[format!("#/people/{rina}").into()]);
    let _ = window.see_text("[data-testid='news-line']", "omar changed Job title to Director");
    assert_eq!(shown(&window, "news-total"), 1);
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
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
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

/// Opens a menu or a list of choices from where the keyboard is and takes the entry of this text.
fn take(window: &Window, entry: &str) {
    // A menu that is still opening moves the focus once more by itself: an entry counts once it has kept the focus.
    let (mut last, mut kept) = (serde_json::Value::Null, 0);
    for _ in 0..1_200 {
        let at = window.script(
            "return document.activeElement?.closest(\"[role='menuitem'], [role='option']\")?.textContent ?? null",
            &[],
        );
        kept = if at == last { kept + 1 } else { 0 };
        last = at;
        if kept >= 3 && last.is_string() {
            if last.as_str().is_some_and(|text| text.contains(entry)) {
                window.press(&[key::ENTER]);
                return;
            }
            window.press(&[key::DOWN]);
            kept = 0;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("{entry} is not reached");
}

#[test]
fn a_deal_an_interest_and_a_task_are_worked_by_keyboard_alone_and_each_step_is_taken_back_with_one_key() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let fields = ["full_name=Rina Sen".into(), "phone=+91 98300 12345".into(), "owner=Asha Roy".into()];
    let rina = made(&desk, &workspace, "person", &fields, None);
    let sister = made(&desk, &workspace, "person", &["full_name=Mira Sen".into()], None);
    let window = desk.open(on(&workspace, None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    window.see("[data-testid='nav-today']");
    let _ = window.script("location.hash = arguments[0]", &[format!("#/people/{rina}").into()]);
    window.see("[data-testid='add-menu']");
    let count = |what: &str| sql(&workspace, &format!("SELECT count(*) FROM {what}"));

    window.press(&["a"]);
    gallery.picture(&window, "dossier-add");
    take(&window, "Opportunity");
    window.see("[data-testid='record-form']");
    tab_to(&window, "[data-testid='form-name']");
    type_text(&window, "Sea House 1204");
    tab_to(&window, "[data-testid='form-amount']");
    type_text(&window, "2.5 Cr");
    gallery.picture(&window, "record-form");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='panel-active_opportunities']", "Sea House 1204");
    window.see_no("[data-testid='record-form']");
    assert_eq!(
        count("crm_opportunities WHERE stage = 'New enquiry' AND json_extract(amount, '$.amount') = '25000000'"),
        1
    );

    // The stage moves, the timeline tells of it, and one key takes it back.
    tab_to(&window, "[data-testid='stage-pick']");
    window.press(&[key::ENTER]);
    take(&window, "Site visit");
    let _ = window.see_text("[data-testid='timeline-entry']", "Sea House 1204: Site visit");
    assert_eq!(count("crm_opportunities WHERE stage = 'Site visit'"), 1);
    gallery.picture(&window, "dossier-deal");
    window.press(&["z"]);
    let _ = window.see_text("[data-testid='log-outcome']", "Taken back");
    assert_eq!(count("crm_opportunities WHERE stage = 'Site visit'"), 0);
    tab_to(&window, "[data-testid='deal-lost']");
    window.press(&[key::ENTER]);
    tab_to(&window, "[data-testid='lost-reason']");
    type_text(&window, "Chose to rent");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='log-outcome']", "closed as lost");
    window.see_no("[data-testid='lost-dialog']");
    assert_eq!(
        count("crm_opportunities WHERE status = 'Lost' AND lost_reason = 'Chose to rent' AND lost_at IS NOT NULL"),
        1
    );
    window.press(&["z"]);
    let _ = window.see_text("[data-testid='log-outcome']", "Taken back");
    assert_eq!(count("crm_opportunities WHERE status = 'Open' AND lost_at IS NULL AND lost_reason IS NULL"), 1);

    // A property on its ladder, what they look for, and who belongs to them.
    window.press(&["a"]);
    take(&window, "Property interest");
    tab_to(&window, "[data-testid='form-property.name']");
    type_text(&window, "Sea House 1204");
    window.press(&[key::ENTER]);
    window.see("[data-testid='panel-property_interests']");
    window.see_no("[data-testid='record-form']");
    tab_to(&window, "[data-testid='actions-interest'] [data-testid='stage-pick']");
    window.press(&[key::ENTER]);
    take(&window, "Viewing requested");
    let _ = window.see_text("[data-testid='timeline-entry']", "viewing requested");
    assert_eq!(count("crm_property_interests WHERE stage = 'viewing_requested' AND at IS NOT NULL"), 1);
    window.press(&["a"]);
    take(&window, "What they look for");
    tab_to(&window, "[data-testid='form-must_have']");
    type_text(&window, "pool, two car parks");
    window.press(&[key::ENTER]);
    window.see("[data-testid='panel-requirement_profiles']");
    window.see_no("[data-testid='record-form']");
    assert_eq!(count("crm_contact_points WHERE field = 'must_have'"), 2);
    window.press(&["a"]);
    take(&window, "Link to somebody");
    tab_to(&window, "[data-testid='relate-text']");
    type_text(&window, "Mira");
    let _ = window.see_text("[data-testid='relate-hit']", "Mira Sen");
    tab_to(&window, "[data-testid='relate-hit']");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='panel-relationships']", "Mira Sen");
    window.see_no("[data-testid='relate-dialog']");
    let related = "crm_relationships WHERE kind = 'related_to'";
    assert_eq!(count(related), 1);
    tab_to(&window, "[data-testid='record-unlink']");
    window.press(&[key::ENTER]);
    window.see_no("[data-testid='panel-relationships']");
    assert_eq!(count(related), 0);
    window.press(&["z"]);
    window.see("[data-testid='panel-relationships']");
    assert_eq!(count(related), 1);

    // Something to do: put off by a week, then done.
    window.press(&["t"]);
    window.see("[data-testid='log-form']");
    type_text(&window, "Send the floor plan");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='next-action']", "Send the floor plan");
    tab_to(&window, "[data-testid='task-later-7']");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='log-outcome']", "put off");
    assert_eq!(count("crm_tasks WHERE substr(due_at, 1, 10) = date('now', '+7 days')"), 1);
    gallery.picture(&window, "dossier-work");
    tab_to(&window, "[data-testid='task-done']");
    window.press(&[key::ENTER]);
    window.see_no("[data-testid='next-action']");
    assert_eq!(count("crm_tasks WHERE status = 'done' AND done_at IS NOT NULL"), 1);

    // All of it stands in the log with who did it, and the tables are what the log says.
    let edits = "SELECT count(*) FROM graph_deltas WHERE json_extract(actor, '$.kind') <> 'human'";
    assert_eq!(sql(&workspace, edits), 0);
    assert_eq!(ask(&desk, &workspace, &["client360", &rina, "--rebuild"])["consistent"], true);
    assert_eq!(ask(&desk, &workspace, &["client360", &sister, "--rebuild"])["consistent"], true);
    assert_eq!(ask(&desk, &workspace, &["doctor"])["ok"], true);
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}
