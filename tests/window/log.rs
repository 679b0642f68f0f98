//! What happened with a client is written down from the dossier with a key and a line, and taken back with another.

use serde_json::Value;
use velocity_tests::window::key;
use velocity_tests::{Desk, Window};

use super::gallery::Gallery;
use super::keyboard::tab_to;
use super::{ask, demo, on};

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

    write(&window, "l", "Wants to see the villa on Friday, with her sister");
    let _ = window.see_text("[data-testid='timeline-entry']", "Wants to see the villa on Friday");
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
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}
