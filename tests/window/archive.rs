//! Out of the lists and back in them: many at once and one alone, each taken back by one key, each in the history.

use velocity_tests::window::key;
use velocity_tests::{Desk, Window};

use super::broker_sheet::sql;
use super::gallery::Gallery;
use super::keyboard::tab_to;
use super::{ask, demo, on};

#[track_caller]
fn total(window: &Window, count: i64) {
    window.see(&format!("[data-testid='list-total'][data-total='{count}']"));
}

/// Runs a command of the palette by its words.
fn command(window: &Window, words: &str, id: &str) {
    window.chord(&[key::CONTROL, "k"]);
    window.type_into("[data-testid='palette-input']", words);
    window.see(&format!("[data-testid='palette-{id}']"));
    // Records that have the words come before commands, and a little after them.
    std::thread::sleep(std::time::Duration::from_millis(500));
    while window.count(&format!("[data-testid='palette-{id}'][data-selected='true']")) == 0 {
        window.press(&[key::DOWN]);
    }
    window.press(&[key::ENTER]);
    window.see_no("[data-testid='palette']");
}

#[test]
fn contacts_are_archived_found_in_the_archive_and_brought_back_by_keyboard_alone() {
    let desk = Desk::new();
    let workspace = demo(&desk);
    let window = desk.open(on(&workspace, None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    let count = |archived: u8| sql(&workspace, &format!("SELECT count(*) FROM crm_people WHERE archived = {archived}"));
    let all = count(0);
    assert_eq!(count(1), 0, "the demo archives nobody");
    let nav = |n: i64| {
        let _ = window.see_text("[data-testid='nav-contacts']", &n.to_string());
    };

    // Three at once.
    super::contacts(&window);
    total(&window, all);
    nav(all);
    tab_to(&window, "[role='grid']");
    window.press(&[key::HOME, "J", "J"]);
    let _ = window.see_text("[data-testid='selected-count']", "3 contacts");
    command(&window, "archive", "here-archiveRecord");
    let _ = window.see_text("[data-testid='bulk-what']", "Archive");
    let _ = window.see_text("[data-testid='bulk-changing']", "3");
    window.see("[data-testid='bulk-apply']:focus");
    gallery.picture(&window, "archive-several");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='list-notice']", "Archived: 3 contacts");
    total(&window, all - 3);
    nav(all - 3);
    assert_eq!((count(0), count(1)), (all - 3, 3));
    window.press(&["z"]);
    let _ = window.see_text("[data-testid='list-notice']", "Taken back");
    total(&window, all);
    nav(all);
    assert_eq!(count(1), 0);

    // Again, and they stand in the archive: one is brought back from its row, the others together.
    tab_to(&window, "[role='grid']");
    window.press(&[key::HOME, "J", "J"]);
    command(&window, "archive", "here-archiveRecord");
    window.see("[data-testid='bulk-apply']:focus");
    window.press(&[key::ENTER]);
    total(&window, all - 3);
    command(&window, "what is archived", "here-archivedOnes");
    window.see("[data-testid='archived-chip']");
    total(&window, 3);
    window.press(&[key::HOME]);
    window.see("[data-testid='row-restore']");
    gallery.picture(&window, "archive-list");
    command(&window, "bring back", "here-restoreRecord");
    let _ = window.see_text("[data-testid='list-notice']", "Brought back");
    total(&window, 2);
    assert_eq!(count(1), 2);
    window.press(&["z"]);
    total(&window, 3);
    tab_to(&window, "[role='grid']");
    window.press(&[key::HOME, "J", "J", "E"]);
    let _ = window.see_text("[data-testid='bulk-what']", "Bring back");
    let _ = window.see_text("[data-testid='bulk-changing']", "3");
    window.see("[data-testid='bulk-apply']:focus");
    gallery.picture(&window, "archive-restore-several");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='list-notice']", "Brought back: 3 contacts");
    window.see("[data-testid='empty']");
    gallery.picture(&window, "archive-empty");
    assert_eq!((count(0), count(1)), (all, 0));
    tab_to(&window, "[data-testid='archive-leave']");
    window.press(&[key::ENTER]);
    total(&window, all);

    // One alone, in the dossier: history says each, and who.
    tab_to(&window, "[role='grid']");
    window.press(&[key::HOME, key::ENTER]);
    window.see("[data-testid='client360']");
    tab_to(&window, "[data-testid='record-menu']");
    window.press(&[key::ENTER]);
    window.see("[data-testid='record-archive']");
    gallery.picture(&window, "dossier-menu");
    window.press(&[key::ENTER]);
    window.see("[data-testid='archived']");
    let _ = window.see_text("[data-testid='log-outcome']", "archived");
    assert_eq!(count(1), 1);
    nav(all - 1);
    gallery.picture(&window, "dossier-archived");
    window.press(&["z"]);
    window.see_no("[data-testid='archived']");
    assert_eq!(count(1), 0);
    command(&window, "archive", "here-archiveRecord");
    window.see("[data-testid='record-restore']");
    tab_to(&window, "[data-testid='record-restore']");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='log-outcome']", "in the lists again");
    assert_eq!(count(1), 0);
    let me = window.text("[data-testid='who'] > span:first-child");
    let _ = window.see_text("[data-testid='history-entry']", &format!("Restored\nby hand, {me}"));
    let history = window.text("[data-testid='history']");
    for said in ["Archived\nby hand", "Restored\nby undoing", "Restored\nby hand"] {
        assert!(history.contains(said), "{said:?} is not said in:\n{history}");
    }

    // A deal, on its own page.
    window.press(&["g", "o"]);
    window.see("[data-testid='board-card']");
    window.press(&["2"]);
    window.see("[data-testid='opportunities-row']");
    tab_to(&window, "[role='grid']");
    window.press(&[key::HOME, key::ENTER]);
    window.see("[data-testid='record-page']");
    command(&window, "archive", "here-archiveRecord");
    window.see("[data-testid='archived']");
    let deals = "SELECT count(*) FROM crm_opportunities WHERE archived = 1";
    assert_eq!(sql(&workspace, deals), 1);
    gallery.picture(&window, "record-archived");
    window.press(&["z"]);
    window.see_no("[data-testid='archived']");
    assert_eq!(sql(&workspace, deals), 0);
    assert_eq!(ask(&desk, &workspace, &["doctor"])["ok"], true);
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}

#[test]
fn whoever_may_not_archive_is_offered_none_of_it() {
    let desk = Desk::new();
    let workspace = demo(&desk);
    let _ = ask(&desk, &workspace, &["role", "grant", "asha", "presenter"]);
    let first = ask(&desk, &workspace, &["list", "person"])["rows"][0]["id"].as_str().unwrap().to_owned();
    let _ = ask(&desk, &workspace, &["archive", "person", &first]);
    let mut arguments = on(&workspace, None);
    arguments.extend(["--as".into(), "asha".into()]);
    let window = desk.open(arguments);
    window.size(1280, 800);
    super::contacts(&window);
    window.see_no("[data-testid='contacts-create']");
    window.click("[data-testid='archived-toggle']");
    total(&window, 1);
    window.press(&[key::HOME]);
    window.see("[data-testid='contacts-row'][data-current]");
    window.see_no("[data-testid='row-restore']");
    for list in ["a", "o", "t"] {
        window.press(&["g", list]);
        window.see("[data-testid='archived-toggle']");
        window.press(&["c"]);
        window.see_no("[data-testid='record-form']");
        window.see_no("[data-testid$='-create']");
    }
    window.press(&["g", "c"]);
    window.see("[data-testid='contacts-row']");
    window.press(&[key::HOME, key::ENTER]);
    window.see("[data-testid='client360']");
    window.see_no("[data-testid='record-menu']");
    window.chord(&[key::CONTROL, "k"]);
    window.type_into("[data-testid='palette-input']", "archive");
    window.see_no("[data-testid='palette-here-archiveRecord']");
    assert_eq!(sql(&workspace, "SELECT count(*) FROM crm_people WHERE archived = 1"), 1);
    assert_eq!(window.complaints(), Vec::<String>::new());
}
