//! A round of calls by keyboard alone: whom Today names, the brief, the telephone, the outcome, the next action, back again.
//! What was written is asked of SQLite itself.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use velocity_tests::Desk;
use velocity_tests::window::key;

use super::broker_sheet::sql;
use super::gallery::Gallery;
use super::today::client;
use super::{ask, on, workspace};

const CALLS: &str = "SELECT count(*) FROM crm_interactions WHERE archived = 0 AND channel = 'call'";
const TASKS: &str = "SELECT count(*) FROM crm_tasks WHERE archived = 0";

/// A telephone of this desk: it writes down what it is given.
fn telephone(desk: &Desk) -> std::path::PathBuf {
    let (program, dialled) = (desk.path("telephone"), desk.path("dialled"));
    std::fs::write(&program, format!("#!/bin/sh\necho \"$1\" >> '{}'\n", dialled.display())).unwrap();
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
    let entry = format!("[Desktop Entry]\nType=Application\nName=Telephone\nExec={} %u\n", program.display());
    std::fs::create_dir_all(desk.path("data/applications")).unwrap();
    std::fs::write(desk.path("data/applications/telephone.desktop"), entry).unwrap();
    let handlers = "[Default Applications]\nx-scheme-handler/tel=telephone.desktop\n";
    std::fs::write(desk.path("config/mimeapps.list"), handlers).unwrap();
    dialled
}

fn dialled(file: &Path) -> String {
    for _ in 0..100 {
        let said = std::fs::read_to_string(file).unwrap_or_default();
        if !said.is_empty() {
            return said;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    String::new()
}

#[test]
fn a_round_of_calls_is_made_noted_and_taken_back_by_keys_alone() {
    let desk = Desk::new();
    let folder = workspace(&desk);
    let file = telephone(&desk);
    let rina = client(&desk, &folder, "Rina Sen", "+91 98300 12345", 12);
    let _ = client(&desk, &folder, "Omar Haddad", "+91 98300 12399", 10);
    let about = format!("person:{rina}");
    let task = ["create", "task", "title=Send the brochure", "due_at=2026-01-05T10:00:00", "--about", &about];
    let _ = ask(&desk, &folder, &task);
    let (calls, tasks) = (sql(&folder, CALLS), sql(&folder, TASKS));
    let window = desk.open(on(&folder, None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();

    window.see("[data-testid='today-call-mode']");
    gallery.picture(&window, "calls-today");
    window.press(&["C"]);
    let _ = window.see_text("[data-testid='calls-progress']", "1 of 2 from Today");
    let _ = window.see_text("[data-testid='brief-name']", "Rina Sen");
    let _ = window.see_text("[data-testid='brief-next']", "Send the brochure");
    let _ = window.see_text("[data-testid='brief-contacts']", "Wants a pool");
    let _ = window.see_text("[data-testid='brief-deals']", "Sea House");
    gallery.picture(&window, "calls-brief");

    // The system's own telephone is given the number, and nothing but it.
    window.press(&["d"]);
    let _ = window.see_text("[data-testid='brief-handed']", "Handed to the telephone");
    assert_eq!(dialled(&file).trim(), "tel:+919830012345");

    window.press(&["n"]);
    window.press(&["V", "i", "l", "l", "a", "?", key::ENTER]);
    window.press(&["1"]);
    let _ = window.see_text("[data-testid='call-next']", "Reached is noted");
    gallery.picture(&window, "calls-next-action");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='brief-name']", "Omar Haddad");
    assert_eq!((sql(&folder, CALLS), sql(&folder, TASKS)), (calls + 1, tasks + 1));
    let said =
        "SELECT count(*) FROM crm_interactions WHERE subject = 'Villa?' AND outcome = 'Reached' AND archived = 0";
    assert_eq!(sql(&folder, said), 1);

    // One key takes the outcome and its next action back.
    window.press(&["z"]);
    let _ = window.see_text("[data-testid='brief-name']", "Rina Sen");
    assert_eq!((sql(&folder, CALLS), sql(&folder, TASKS)), (calls, tasks));

    window.see("[data-testid='call-note']");
    window.press(&["2"]);
    window.see("[data-testid='call-next']");
    window.press(&["1"]);
    let _ = window.see_text("[data-testid='brief-name']", "Omar Haddad");
    window.press(&["5"]);
    window.see("[data-testid='call-next']");
    window.press(&["0"]);
    let _ = window
        .see_text("[data-testid='calls-finished']", "No answer 1 \u{b7} Wrong number 1 \u{b7} 1 next action noted");
    gallery.picture(&window, "calls-finished");
    assert_eq!((sql(&folder, CALLS), sql(&folder, TASKS)), (calls + 2, tasks + 1));
    window.press(&[key::ENTER]);
    window.see("[data-testid='today']");

    // Any list of people is called the same way: whoever is selected.
    window.press(&["g", "c"]);
    window.see("[data-testid='contacts-row']");
    window.press(&["j", "x", "C"]);
    let _ = window.see_text("[data-testid='calls-progress']", "1 of 1 from Contacts");
    window.see("[data-testid='brief']");
    window.size(1024, 700);
    gallery.picture(&window, "calls-narrow");
    window.press(&["s"]);
    let _ = window.see_text("[data-testid='calls-finished']", "Passed over 1");
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}
