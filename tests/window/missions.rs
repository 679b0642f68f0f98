//! Long work: what was done, what was cut off, and the way to go on.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use velocity_tests::window::key;
use velocity_tests::{Desk, Window, files};

use super::broker_sheet::sql;
use super::gallery::Gallery;
use super::{ask, demo, on, workspace};

/// So many that reading them is not done before it is cut off, even by a fast build.
const PEOPLE: u32 = 100_000;

/// A large export of people who have nothing in common.
fn large_export(desk: &Desk) -> PathBuf {
    let mut text = String::from("First Name,Last Name,Email,Phone,City\n");
    for n in 0..PEOPLE {
        let _ = writeln!(text, "Asha{n},Sen{n},asha.sen{n}@mailbox.example,+9198{n:08},Kolkata");
    }
    let file = desk.path("leads.csv");
    std::fs::write(&file, text).unwrap();
    file
}

/// Begins to read a file and cuts the power in the middle of it.
fn cut_off(desk: &Desk, workspace: &Path, file: &Path) -> u64 {
    let words = ["--workspace".as_ref(), workspace.as_os_str(), "import".as_ref(), "run".as_ref(), file.as_os_str()];
    let mut reading = desk.begin(words);
    let started = Instant::now();
    loop {
        let missions = ask(desk, workspace, &["mission", "list"]);
        let mission = &missions["missions"][0];
        let done = mission["done"].as_u64().unwrap_or(0);
        // Its bytes are kept first, which is counted in rows too.
        if done > 0 && mission["stage"] == "proposing" {
            assert!(done < u64::from(PEOPLE), "the file was read before it could be cut off");
            return done;
        }
        assert!(!reading.has_ended(), "the reading ended by itself");
        assert!(started.elapsed() < Duration::from_secs(600), "the reading does not begin");
        // To ask is a program of its own, which takes the processor from the reading.
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// The missions, once the newest is no longer at work: the window shows what is planned a moment before it is through.
fn ended(desk: &Desk, workspace: &Path) -> serde_json::Value {
    let started = Instant::now();
    loop {
        let missions = ask(desk, workspace, &["mission", "list"]);
        if missions["missions"][0]["state"] != "running" || started.elapsed() > Duration::from_secs(300) {
            return missions;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
}

fn is_on(window: &Window, nav: &str) {
    window.see(&format!("[data-testid='nav-{nav}'][aria-current='page']"));
}

#[test]
fn the_work_of_the_demo_is_on_record_with_its_log() {
    let desk = Desk::new();
    let demo = demo(&desk);
    let window = desk.open(on(&demo, None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    super::contacts(&window);
    window.press(&["g", "w"]);
    is_on(&window, "work");
    let _ = window.see_text("[data-testid='work-row']", "Bring in legacy_leads.csv");
    let _ = window.see_text("[data-testid='work-row']", "259 created, 24 held");
    gallery.picture(&window, "work");
    // The figures beside the titles: of the work, of the files, of the ways to read them.
    let remark = |text: &str| {
        let _ = window.see_text("main header h1 + span", text);
    };
    let missions = "SELECT count(*) FROM workflow_missions WHERE state = 'running'";
    assert_eq!(sql(&demo, missions), 0);
    remark("Nothing is running");
    let missions = sql(&demo, "SELECT count(*) FROM workflow_missions");
    window.see(&format!("main [role='grid'][aria-rowcount='{}']", missions + 1));
    window.press(&["g", "i"]);
    let files = sql(&demo, "SELECT count(*) FROM workflow_imports");
    let open = "SELECT count(*) FROM workflow_imports WHERE state = 'proposed' AND duplicate_of IS NULL";
    remark(&match sql(&demo, open) {
        0 => format!("{files} files"),
        waiting => format!("{files} files, {waiting} waiting for approval"),
    });
    window.see(&format!("main [role='grid'][aria-rowcount='{}']", files + 1));
    window.press(&["g", "p"]);
    let shipped = std::fs::read_dir(files::root().join("crates/understanding/profiles")).unwrap().count();
    let profiles = i64::try_from(shipped).unwrap() + sql(&demo, "SELECT count(*) FROM workflow_profiles");
    remark(&format!("{profiles}, and every file is compared with all of them"));
    window.press(&["g", "w"]);
    window.see("[data-testid='work-row']");
    window.press(&["j", "j", key::ENTER]);
    let _ = window.see_text("[data-testid='mission-pane']", "Approve tasks_followups.csv");
    let _ = window.see_text("[data-testid='mission-log']", "Done.");
    gallery.picture(&window, "work-pane");
    window.press(&[key::ESCAPE]);
    window.see_no("[data-testid='mission-pane']");
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}

/// Minutes of reading begin with what is understood of the file, and can be stopped.
#[test]
fn a_large_file_shows_itself_while_it_is_read_and_is_let_go_of() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let file = large_export(&desk);
    let window = desk.open(on(&workspace, Some(&file)));
    window.size(1280, 800);
    let _ = window.see_text("[data-testid='first-look']", "5 of 5 columns understood");
    let _ = window.see_text("[data-testid='first-look'] th", "First Name");
    let _ = window.see_text("[data-testid='first-look'] td", "asha.sen0@mailbox.example");
    let mut gallery = Gallery::default();
    gallery.picture(&window, "first-look");
    window.size(1920, 1080);
    window.theme("dark");
    window.screenshot("first-look-wide-dark");
    window.click("[data-testid='import-cancel']");
    window.see_no("[data-testid='first-look']");
    let people = ask(&desk, &workspace, &["list", "person", "--limit", "1"]);
    assert_eq!(people["total"], 0);
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}

#[test]
fn a_reading_cut_off_by_a_crash_is_resumed_from_the_imports() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let file = large_export(&desk);
    let done = cut_off(&desk, &workspace, &file);
    let window = desk.open(on(&workspace, None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();

    // Where it was cut off is said on the imports, in the work list and on the import itself.
    window.press(&["g", "i"]);
    let _ = window.see_text("[data-testid='cut-off']", "leads.csv was cut off at row");
    let _ = window.see_text("[data-testid='cut-off']", "of 100,000");
    assert!(done > 0);
    window.see("[data-testid='import-state'][data-state='cut_off']");
    gallery.picture(&window, "imports-cut-off");
    window.press(&["j", key::ENTER]);
    window.see("[data-testid='review'] [data-testid='cut-off']");
    gallery.picture(&window, "import-cut-off");
    window.press(&["g", "w"]);
    window.see("[data-testid='mission-state'][data-state='interrupted']");
    window.press(&["j", key::ENTER]);
    window.see("[data-testid='mission-resume']");
    gallery.picture(&window, "work-cut-off");

    // Resumed by a key, stopped by a key, and resumed again where the imports are.
    window.press(&["r"]);
    window.see("[data-testid='mission-state'][data-state='running']");
    window.see("[data-testid='mission-pane'] [role='progressbar'][aria-valuenow]");
    gallery.picture(&window, "work-running");
    window.press(&["s"]);
    window.see("[data-testid='mission-state'][data-state='cancelled']");
    gallery.picture(&window, "work-stopped");
    window.press(&["g", "i"]);
    let _ = window.see_text("[data-testid='cut-off']", "leads.csv was stopped at row");
    window.click("[data-testid='cut-off-resume']");
    window.see("[data-testid='reading'] [role='progressbar'][aria-valuenow]");
    gallery.picture(&window, "imports-reading");
    window.see_within("[data-testid='import-state'][data-state='proposed']", Duration::from_secs(300));
    window.see_no("[data-testid='reading']");
    window.see_no("[data-testid='cut-off']");
    let missions = ended(&desk, &workspace);
    assert_eq!(missions["missions"][0]["state"], "done");
    assert_eq!(missions["missions"][0]["attempts"], 3);
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}

#[test]
fn a_reading_cut_off_by_a_crash_is_put_aside() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let file = large_export(&desk);
    let _ = cut_off(&desk, &workspace, &file);
    let window = desk.open(on(&workspace, None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    window.press(&["g", "i"]);
    window.click("[data-testid='cut-off-aside']");
    window.see("[data-testid='undo-dialog']");
    gallery.picture(&window, "cut-off-aside");
    window.click("[data-testid='undo-confirm']");
    window.see("[data-testid='import-state'][data-state='undone']");
    window.see_no("[data-testid='cut-off']");

    // Nothing is left to go on with, and the work list says so.
    window.press(&["g", "w"]);
    window.click_text("[data-testid='work-row']", "Bring in leads.csv");
    window.see("[data-testid='mission-stuck']");
    window.see_no("[data-testid='mission-resume']");
    gallery.picture(&window, "work-stuck");
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}
