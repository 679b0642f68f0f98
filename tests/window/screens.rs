//! Every screen as it is first met: full, empty, light and dark, by keyboard, and without barriers.

use velocity_tests::files::sample;
use velocity_tests::window::key;
use velocity_tests::{Desk, Window};

use super::gallery::Gallery;
use super::keyboard::tab_around;
use super::{on, workspace};

#[test]
fn the_first_start_offers_ways_in_and_the_demo_is_one_click() {
    let desk = Desk::new();
    let window = desk.open(std::iter::empty::<&str>());
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    window.see("[data-testid='welcome']");
    gallery.picture(&window, "welcome");
    window.click("[data-testid='welcome-demo']");
    super::contacts(&window);
    window.see("[data-testid='demo-mark']");
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}

/// The screen on the displays of a desk, from a small laptop to a large monitor: nothing is cut off at the side.
fn at_every_size(window: &Window, name: &str) {
    for (width, height) in [(1440, 900), (1920, 1080), (2560, 1440), (1280, 800)] {
        window.size(width, height);
        if width > 1440 {
            window.screenshot(&format!("{name}-{width}"));
        }
        let wide = window.script("return document.documentElement.scrollWidth - window.innerWidth", &[]);
        assert!(wide.as_i64().is_some_and(|over| over <= 0), "{name} is {wide} wider than {width} × {height}");
    }
}

#[test]
fn every_screen_of_the_demo_shows_something_and_bars_nobody() {
    let desk = Desk::new();
    let window = desk.open(["--demo"]);
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    super::contacts(&window);
    let mut shown = |name: &str| {
        gallery.picture(&window, &format!("demo-{name}"));
        at_every_size(&window, &format!("demo-{name}"));
    };
    shown("contacts");
    tab_around(&window, "contacts");
    window.click("[data-testid='contacts-row']");
    window.see("[data-testid='client360']");
    shown("client360");
    for (letter, place, name) in [
        ("d", "today", "today"),
        ("a", "accounts-row", "accounts"),
        ("o", "board-card", "opportunities"),
        ("r", "queue-row", "review"),
        ("i", "imports-row", "imports"),
    ] {
        window.press(&["g", letter]);
        window.see(&format!("[data-testid='{place}']"));
        shown(name);
        // Companies are listed as people are.
        if name != "accounts" {
            tab_around(&window, name);
        }
    }
    window.click("[data-testid='imports-row']");
    window.see("[data-testid='review']");
    for pane in ["file", "columns", "records", "matches", "commit"] {
        window.click(&format!("[data-testid='pane-{pane}']"));
        if pane == "columns" {
            let _ = window.see_text("[data-testid^='column-field-']", "Property interest · Project");
        }
        shown(&format!("import-{pane}"));
    }

    window.chord(&[key::CONTROL, "k"]);
    window.see("[data-testid='palette']");
    gallery.picture(&window, "demo-palette");
    window.press(&[key::ESCAPE]);
    window.see_no("[data-testid='palette']");
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}

#[test]
fn empty_screens_say_what_to_do_next() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let window = desk.open(on(&workspace, None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    for (letter, name) in [
        ("c", "contacts"),
        ("a", "accounts"),
        ("h", "households"),
        ("o", "opportunities"),
        ("t", "tasks"),
        ("l", "activity"),
        ("b", "properties"),
        ("i", "imports"),
    ] {
        window.press(&["g", letter]);
        window.see(&format!("[data-testid='nav-{name}'][aria-current='page']"));
        window.see(if name == "imports" { "[data-testid='drop-area']" } else { "main [data-testid='empty']" });
        gallery.picture(&window, &format!("empty-{name}"));
    }
    // Nobody to call, no such page, and a side bar of icons alone.
    let _ = window.script("location.hash = '#/calls'", &[]);
    let _ = window.see_text("[data-testid='calls'] [data-testid='empty']", "Nobody is being called");
    gallery.picture(&window, "empty-calls");
    let _ = window.script("location.hash = '#/nowhere'", &[]);
    let _ = window.see_text("[data-testid='empty']", "There is no such page");
    window.press(&["["]);
    window.see("[data-testid='side-toggle'][aria-expanded='false']");
    gallery.picture(&window, "nowhere-narrow");
    window.press(&["["]);
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}

#[test]
fn a_workspace_that_is_not_there_is_said_in_words() {
    let desk = Desk::new();
    let window = desk.open(on(&desk.path("nowhere"), None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    window.see("[data-testid='welcome-problem']");
    gallery.picture(&window, "workspace-missing");

    // The way in from there: a workspace of one's own, empty, and no demo.
    window.click("[data-testid='welcome-create']");
    window.see("[data-testid='create-workspace']");
    window.type_into("[data-testid='create-name']", "Alipore team");
    gallery.picture(&window, "welcome-create");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='workspace-menu']", "Alipore team");
    window.see("[data-testid='drop-area']");
    window.see_no("[data-testid='demo-mark']");
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}

#[test]
fn a_client_shows_the_deal_and_the_task_that_name_them() {
    let desk = Desk::new();
    let window = desk.open(["--demo"]);
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    super::contacts(&window);
    window.chord(&[key::CONTROL, "k"]);
    window.type_into("[data-testid='palette-input']", "Hemal Parekh");
    window.see_text("[data-testid='palette-hit']", "Hemal Parekh");
    window.press(&[key::ENTER]);
    window.see_text("[data-testid='client-name']", "Hemal Parekh");
    window.see("[data-testid='panel-tasks']");
    window.see("[data-testid='panel-active_opportunities'], [data-testid='panel-closed_opportunities']");
    gallery.picture(&window, "demo-client360-full");
    // On a small screen the columns go below each other, and nothing is cut off at the side.
    window.size(1024, 700);
    gallery.picture(&window, "demo-client360-small");
    let wide = window.script("return document.documentElement.scrollWidth <= window.innerWidth", &[]);
    assert_eq!(wide, true, "the page is wider than the window");
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}

#[test]
fn the_pages_behind_the_lists_show_something_and_bar_nobody() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let window = desk.open(on(&workspace, Some(&desk.download(&sample("hubspot_contacts")))));
    window.size(1280, 800);
    let mut gallery = Gallery::default();

    // One row of the file with all its cells, beside the list.
    let _ = window.see_text("[data-testid='review-file']", "hubspot_contacts.csv");
    window.press(&["3"]);
    window.click("[data-testid='fate-tab-merge']");
    window.see("[data-testid='fate-tab-merge'][aria-pressed='true']");
    window.see("[data-testid='record-row']");
    window.press(&["j", key::ENTER]);
    window.see("[data-testid='row-panel']");
    gallery.picture(&window, "import-row");
    window.press(&[key::ESCAPE, "5", "a"]);
    window.see("[data-testid='approved']");

    // A company with its people.
    window.press(&["g", "a"]);
    window.click_text("[data-testid='accounts-row']", "Quartzwell Energy");
    let _ = window.see_text("[data-testid='record-title']", "Quartzwell Energy");
    gallery.picture(&window, "account");

    // The same file again, and a file that is none.
    let again = desk.velocity([
        "--workspace".as_ref(),
        workspace.as_os_str(),
        "import".as_ref(),
        "run".as_ref(),
        sample("hubspot_contacts").as_os_str(),
    ]);
    assert!(again.status.success(), "{}", String::from_utf8_lossy(&again.stderr));
    window.press(&["g", "i"]);
    window.click("[data-testid='imports-row'][aria-rowindex='2']");
    window.see("[data-testid='duplicate-banner']");
    window.see("[data-testid='import-state'][data-state='repeats']");
    gallery.picture(&window, "import-repeated");
    window.press(&["5", "z"]);
    window.see("[data-testid='undo-dialog']");
    window.click("[data-testid='undo-confirm']");
    let _ = window.see_text("[data-testid='undone']", "put aside");
    gallery.picture(&window, "import-aside");
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}
