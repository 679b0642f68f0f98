//! The whole way without a mouse: review, approve, open a client, look behind a number, take the import back.

use velocity_tests::files::sample;
use velocity_tests::window::key;
use velocity_tests::{Desk, Window};

use super::{on, workspace};

/// Walks with Tab until the focus stands on an element that matches, as a person would.
pub(super) fn tab_to(window: &Window, css: &str) {
    for _ in 0..60 {
        let there = window.script("return Boolean(document.activeElement?.closest(arguments[0]))", &[css.into()]);
        if there == true {
            return;
        }
        window.press(&[key::TAB]);
    }
    let at = window.script("return document.activeElement?.outerHTML.slice(0, 300) ?? null", &[]);
    panic!("{css} is not reached by Tab; the focus stands on {at}");
}

#[test]
fn a_file_is_reviewed_approved_explained_and_taken_back_by_keyboard_alone() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let file = desk.download(&sample("salesforce_contact_api"));
    let window = desk.open(on(&workspace, Some(&file)));
    window.size(1280, 800);

    let _ = window.see_text("[data-testid='review-file']", "salesforce_contact_api.csv");
    window.press(&["3"]);
    window.see("[data-testid='fate-sum']");
    window.press(&["5"]);
    window.see("[data-testid='proposal']");
    window.press(&["a"]);
    window.see("[data-testid='approved']");

    window.press(&["g", "c"]);
    window.see("[data-testid='contacts-row']");
    window.press(&["/"]);
    window.press(&["B", "h", "a", "t", "i", "a", key::ENTER]);
    let _ = window.see_text("[data-testid='contacts-row']", "Harleen Bhatia");
    tab_to(&window, "[data-testid='contacts-row'], [role='grid'], [role='table']");
    window.press(&["j", key::ENTER]);
    window.see("[data-testid='client360']");
    tab_to(&window, "[data-testid='fact-phone']");
    window.press(&[key::ENTER]);
    window.see("[data-testid='provenance-cell']");
    window.press(&[key::ESCAPE]);
    window.see_no("[data-testid='provenance-card']");
    window.press(&[key::ESCAPE]);
    window.see("[data-testid='contacts-row']");

    window.press(&["?"]);
    window.see("[data-testid='shortcut-map']");
    window.screenshot("shortcut-map");
    window.press(&[key::ESCAPE]);
    window.see_no("[data-testid='shortcut-map']");

    window.press(&["g", "i"]);
    window.see("[data-testid='imports-row']");
    window.press(&["j", key::ENTER]);
    window.see("[data-testid='approved']");
    window.press(&["z"]);
    window.see("[data-testid='undo-dialog']");
    window.screenshot("undo-dialog");
    tab_to(&window, "[data-testid='undo-confirm']");
    window.press(&[key::ENTER]);
    window.see("[data-testid='undone']");
    assert_eq!(window.complaints(), Vec::<String>::new());
}

#[test]
fn a_file_brought_in_by_mistake_is_put_aside_and_may_come_again() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let file = desk.download(&sample("linkedin_connections"));
    let window = desk.open(on(&workspace, Some(&file)));
    window.size(1280, 800);
    let _ = window.see_text("[data-testid='review-file']", "linkedin_connections.csv");
    window.press(&["5", "z"]);
    window.see("[data-testid='undo-dialog']");
    tab_to(&window, "[data-testid='undo-confirm']");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='undone']", "put aside");
    window.press(&["g", "c"]);
    window.see("[data-testid='empty']");
    assert_eq!(window.complaints(), Vec::<String>::new());
}
