//! The tour of the demo: by keys alone from screen to screen, left and gone on with, and nowhere in real work.

use velocity_tests::Desk;
use velocity_tests::window::key;

use super::broker_sheet::sql;
use super::gallery::Gallery;
use super::{demo, on, workspace};

const STEPS: usize = 8;

#[test]
fn the_tour_leads_through_the_demo_by_keys_and_is_not_there_in_real_work() {
    let desk = Desk::new();
    let folder = demo(&desk);
    // The demo has something to tell: people were in touch in the weeks before.
    assert!(sql(&folder, "SELECT count(*) FROM crm_interactions WHERE archived = 0 AND channel = 'call'") >= 10);
    let window = desk.open(on(&folder, None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    window.see("[data-testid='demo-mark']");
    window.see("[data-testid='tour-start']");
    gallery.picture(&window, "tour-today");
    window.press(&["g", "."]);
    let screens =
        ["today", "filter-bar", "client360", "filter-bar", "imports-row", "queue", "open-palette", "open-palette"];
    for (n, screen) in screens.iter().enumerate() {
        let _ = window.see_text("[data-testid='tour-step']", &format!("{} of {STEPS}", n + 1));
        if *screen != "imports-row" {
            window.see(&format!("[data-testid='{screen}']"));
        }
        window.see("[data-testid='tour-frame']");
        gallery.picture(&window, &format!("tour-{}", n + 1));
        if n == 3 {
            // Left, and gone on with where it was.
            window.chord(&[key::CONTROL, key::DOWN]);
            window.see_no("[data-testid='tour']");
            let _ = window.see_text("[data-testid='tour-start']", "Go on with the tour");
            window.press(&["g", "t"]);
            window.press(&["g", "."]);
            let _ = window.see_text("[data-testid='tour-step']", &format!("4 of {STEPS}"));
        }
        window.chord(&[key::CONTROL, key::RIGHT]);
    }
    window.see_no("[data-testid='tour']");
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
    drop(window);

    let real = workspace(&desk);
    let window = desk.open(on(&real, None));
    window.see("[data-testid='nav-today']");
    assert_eq!(window.count("[data-testid='tour-start']") + window.count("[data-testid='demo-mark']"), 0);
}
