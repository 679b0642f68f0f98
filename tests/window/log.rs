//! What happened with a client is written down from the dossier with a key and a line, and taken back with another.

use serde_json::Value;
use velocity_tests::window::key;
use velocity_tests::{Desk, Window};

use super::broker_sheet::{sql, type_text};
use super::gallery::Gallery;
use super::keyboard::tab_to;
use super::{ask, demo, on};

/// From now on the timeline can't be read, as on a disk that fails there.
const NO_TIMELINE: &str = "
    const real = window.fetch;
    window.__whole = real;
    const refused = () => new Response(
        JSON.stringify({ code: 'internal', message: 'The disk does not answer.', hint: 'Try again.' }),
        { headers: { 'Content-Type': 'application/json', 'Tauri-Response': 'error' } });
    window.fetch = (what, ...rest) => /\\/timeline$/.test(decodeURIComponent(String(what?.url ?? what)))
        ? Promise.resolve(refused()) : real.call(window, what, ...rest);
";

fn write(window: &Window, what: &str, line: &str) {
    window.press(&[what]);
    window.see("[data-testid='log-form']");
    let keys: Vec<String> = line.chars().map(String::from).collect();
    window.press(&keys.iter().map(String::as_str).collect::<Vec<_>>());
    window.press(&[key::ENTER]);
    window.see_no("[data-testid='log-form']");
}

/// The client's calls, as the command line has them.
fn calls(desk: &Desk, workspace: &std::path::Path, id: &str) -> Vec<String> {
    let dossier = ask(desk, workspace, &["client360", id, "--rebuild"]);
    assert_eq!(dossier["consistent"], true);
    let calls = dossier["recent_interactions"].as_array().cloned().unwrap_or_default();
    calls.iter().filter_map(|c| c["title"].as_str().map(Into::into)).collect()
}

#[test]
fn a_call_a_note_and_a_task_are_written_down_by_keyboard_alone_and_taken_back() {
    let desk = Desk::new();
    let workspace = demo(&desk);
    let window = desk.open(on(&workspace, None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    super::contacts(&window);
    tab_to(&window, "[role='grid'], [role='table']");
    window.press(&["j", key::ENTER]);
    window.see("[data-testid='client360']");
    let address: Value = window.script("return location.href", &[]);
    let address = address.as_str().unwrap_or_default();
    let id = address.rsplit('/').next().unwrap_or_default().split('?').next().unwrap_or_default().to_owned();

    window.press(&["l"]);
    window.see("[data-testid='log-form']");
    gallery.picture(&window, "log-form");
    window.press(&[key::ESCAPE]);
    window.see_no("[data-testid='log-form']");

    // A call is taken back as easily as it was written down.
    let said = |channel: &str, words: &str| {
        sql(
            &workspace,
            &format!(
                "SELECT count(*) FROM crm_interactions WHERE channel = '{channel}' AND subject LIKE '{words}%' AND archived = 0"
            ),
        )
    };
    write(&window, "l", "Wants to see the villa on Friday, with her sister");
    let _ = window.see_text("[data-testid='timeline-entry']", "Wants to see the villa on Friday");
    assert_eq!(said("call", "Wants to see the villa"), 1);
    window.press(&["z"]);
    let _ = window.see_text("[data-testid='log-outcome']", "Taken back");
    assert_eq!(said("call", "Wants to see the villa"), 0);
    write(&window, "l", "Wants to see the villa on Friday, with her sister");
    let _ = window.see_text("[data-testid='timeline-entry']", "Wants to see the villa on Friday");
    assert_eq!(said("call", "Wants to see the villa"), 1);

    // A visit: from the text back to what it was, and three steps on.
    window.press(&["l"]);
    window.see("[data-testid='log-form']");
    window.chord(&[key::SHIFT, key::TAB]);
    window.press(&[key::RIGHT, key::RIGHT, key::RIGHT]);
    tab_to(&window, "[data-testid='log-text']");
    type_text(&window, "Liked the terrace");
    gallery.picture(&window, "log-visit");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='timeline-entry'][data-kind='visit']", "Liked the terrace");
    assert_eq!(said("visit", "Liked the terrace"), 1);
    window.press(&["z"]);
    let _ = window.see_text("[data-testid='log-outcome']", "Taken back");
    assert_eq!(said("visit", "Liked the terrace"), 0);
    write(&window, "n", "Prefers the morning");
    let _ = window.see_text("[data-testid='timeline-entry']", "Prefers the morning");
    write(&window, "t", "Send the floor plan");
    let _ = window.see_text("[data-testid='panel-tasks']", "Send the floor plan");
    gallery.picture(&window, "log-written");
    assert_eq!(
        calls(&desk, &workspace, &id),
        ["Prefers the morning", "Wants to see the villa on Friday, with her sister"],
        "newest first, as on the screen"
    );

    // What is taken back is the task: the newest. The calls stay.
    window.press(&["z"]);
    let _ = window.see_text("[data-testid='log-outcome']", "Taken back");
    let tasks = ask(&desk, &workspace, &["client360", &id])["tasks"].to_string();
    assert!(!tasks.contains("Send the floor plan"), "{tasks}");
    assert_eq!(calls(&desk, &workspace, &id).len(), 2);

    // Where one part can't be read, it says so, and the others stand.
    let _ = window.script(NO_TIMELINE, &[]);
    window.press(&["g", "c"]);
    window.see("[data-testid='contacts-row']");
    tab_to(&window, "[role='grid']");
    window.press(&["j", "j", key::ENTER]);
    let _ = window.see_text("[data-testid='timeline-error']", "The disk does not answer.");
    window.see("[data-testid='log-bar']");
    window.see("[data-testid='history-entry']");
    window.see_no("[data-testid='timeline-entry']");
    gallery.picture(&window, "dossier-part-missing");
    let _ = window.script("window.fetch = window.__whole", &[]);
    window.click("[data-testid='timeline-error'] button");
    window.see("[data-testid='timeline-entry']");
    window.see_no("[data-testid='timeline-error']");
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}
