//! What can be done with an import long after it was approved: read again and compared, its mapping's versions, its
//! mapping kept as a source profile, the way back. All by keyboard.

use std::path::Path;
use std::time::Duration;

use velocity_tests::files::sample;
use velocity_tests::window::key;
use velocity_tests::{Desk, Window};

use super::broker_sheet::{number, sql, type_text};
use super::gallery::Gallery;
use super::keyboard::tab_to;
use super::{on, workspace};

const LONG: Duration = Duration::from_secs(120);

/// Opens the menu of the import in view, and chooses one thing of it.
fn choose(window: &Window, what: &str) {
    window.press(&["."]);
    window.see(&format!("[data-testid='import-menu-{what}']"));
    let here = format!("[data-testid='import-menu-{what}']");
    for _ in 0..600 {
        // The keyboard is in the menu a frame after it is drawn.
        let at = window.script("return document.activeElement?.closest(\"[role='menuitem']\")?.dataset.testid", &[]);
        if at == format!("import-menu-{what}") {
            window.press(&[key::ENTER]);
            window.see_no(&here);
            return;
        }
        if at.is_string() {
            window.press(&[key::DOWN]);
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("{what} is not reached in the menu");
}

/// Everything that a replay must leave alone.
fn standing(workspace: &Path) -> [i64; 4] {
    [
        sql(workspace, "SELECT count(*) FROM crm_people"),
        sql(workspace, "SELECT count(*) FROM workflow_proposals"),
        sql(workspace, "SELECT count(*) FROM import_row_fates"),
        sql(workspace, "SELECT count(*) FROM workflow_imports"),
    ]
}

#[test]
fn an_import_is_replayed_kept_as_a_profile_and_taken_back_by_keyboard_alone() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let window = desk.open(on(&workspace, Some(&desk.download(&sample("salesforce_contact_api")))));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    let _ = window.see_text("[data-testid='review-file']", "salesforce_contact_api.csv");
    window.press(&["5"]);
    window.see("[data-testid='proposal']");
    window.press(&["a"]);
    window.see_within("[data-testid='approved']", LONG);

    // From the list: the kept bytes give the same again, row for row, and nothing is written.
    window.press(&["g", "i"]);
    window.see("[data-testid='imports-row']");
    window.press(&["j"]);
    let before = standing(&workspace);
    choose(&window, "replay");
    window.see_within("[data-testid='replay-verdict']", LONG);
    gallery.picture(&window, "history-replay");
    let verdict = window.text("[data-testid='replay-verdict']");
    assert!(verdict.starts_with("Identical"), "{verdict}");
    assert_eq!(number(&verdict), sql(&workspace, "SELECT row_count FROM raw_import_batches"));
    assert_eq!(standing(&workspace), before, "a replay writes nothing");
    window.press(&[key::ENTER]);
    window.see_no("[data-testid='replay-verdict']");
    // The button of a dialog is no click on the row behind it.
    assert_eq!(window.count("[data-testid='imports-row']"), 1, "the list stays");

    choose(&window, "versions");
    let _ = window.see_text("[data-testid='versions']", "Version 1");
    gallery.picture(&window, "history-versions");
    window.press(&[key::ESCAPE]);
    window.see_no("[data-testid='versions']");

    // Its mapping is kept under a name of one's own.
    choose(&window, "profile");
    window.see("[data-testid='profile-title']");
    window.chord(&[key::CONTROL, "a"]);
    type_text(&window, "Branch office");
    gallery.picture(&window, "history-save-profile");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='profile-saved']", "Branch office");
    let saved = "SELECT count(*) FROM workflow_profiles";
    assert_eq!(sql(&workspace, saved), 1);
    window.press(&[key::ENTER]);
    window.see_no("[data-testid='profile-saved']");

    // It stands first among the profiles, column by column, and as the text that it is.
    window.press(&["g", "p"]);
    let _ = window.see_text("[data-testid='profile-row'][aria-selected='true']", "Branch office");
    let _ = window.see_text("[data-testid='profile-columns']", "Email");
    gallery.picture(&window, "profiles");
    window.press(&["t"]);
    window.see("[data-testid='profile-text']");
    window.press(&["t"]);
    window.see("[data-testid='profile-columns']");

    // A text that is none is refused in words, and what stands stays.
    window.press(&["e"]);
    window.see("[data-testid='profile-keep']");
    tab_to(&window, "[data-testid='profile-text']");
    type_text(&window, "{{");
    window.chord(&[key::CONTROL, key::ENTER]);
    window.see("[data-testid='profile-refused']");
    gallery.picture(&window, "profiles-refused");
    tab_to(&window, "[data-testid='profile-discard']");
    window.press(&[key::ENTER]);
    window.see("[data-testid='profile-columns']");
    assert_eq!(sql(&workspace, saved), 1);

    // Back, from the list.
    window.press(&["g", "i"]);
    window.see("[data-testid='imports-row']");
    window.press(&["j"]);
    choose(&window, "undo");
    window.see("[data-testid='undo-dialog']");
    tab_to(&window, "[data-testid='undo-confirm']");
    window.press(&[key::ENTER]);
    window.see_within("[data-testid='import-state'][data-state='undone']", LONG);
    assert_eq!(sql(&workspace, "SELECT count(*) FROM crm_people WHERE archived = 0"), 0);
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}

#[test]
fn a_file_is_read_another_way_by_keyboard_and_the_first_reading_is_put_aside() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let file = desk.path("walk-ins.csv");
    std::fs::write(
        &file,
        "Name,Email,City\nRina Sen,rina@example.com,Pune\nArjun Mehta,arjun@example.com,Delhi\n\
         Tara Bose,tara@example.com,Kochi\n",
    )
    .unwrap();
    let window = desk.open(on(&workspace, Some(&file)));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    let _ = window.see_text("[data-testid='review-file']", "walk-ins.csv");
    window.press(&["1"]);
    let _ = window.see_text("[data-testid='dialect']", "record 1");
    gallery.picture(&window, "read-again-file");
    window.press(&["r"]);
    window.see("[data-testid='read-again']");
    tab_to(&window, "[data-testid='read-header']");
    window.press(&[key::ENTER]);
    window.see("[role='option'][data-highlighted]");
    gallery.picture(&window, "read-again-header");
    window.press(&[key::UP, key::ENTER]);
    let _ = window.see_text("[data-testid='read-header']", "none");
    gallery.picture(&window, "read-again");
    tab_to(&window, "[data-testid='read-again-run']");
    window.press(&[key::ENTER]);
    window.see_no("[data-testid='read-again']");
    let _ = window.see_text("[data-testid='dialect']", "columns are numbered");
    gallery.picture(&window, "read-again-done");
    // The header became a row; the reading before it is put aside, and nothing of either is in the records.
    let rows = "SELECT i.row_count FROM raw_import_batches i JOIN workflow_imports w ON w.batch = i.batch";
    assert_eq!(sql(&workspace, &format!("{rows} WHERE w.state = 'undone'")), 3);
    assert_eq!(sql(&workspace, &format!("{rows} WHERE w.state = 'proposed'")), 4);
    let _ = window.see_text("[data-testid='pane-records']", "4");
    assert_eq!(sql(&workspace, "SELECT count(*) FROM crm_people"), 0);
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}
