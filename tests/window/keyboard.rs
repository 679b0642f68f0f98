//! The whole way without a mouse: review, approve, open a client, look behind a number, take the import back.

use velocity_tests::files::sample;
use velocity_tests::window::key;
use velocity_tests::{Desk, Window};

use super::gallery::Gallery;
use super::{on, workspace};

/// Walks with Tab until the focus stands on an element that matches, as a person would: once it is to be seen, for a form
/// that is still opening would take the steps of whoever walks on behind it.
#[track_caller]
pub(super) fn tab_to(window: &Window, css: &str) {
    window.see(css);
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

/// Marks what has the focus as met, and says how it stands with it: none where the focus stands nowhere, else whether it
/// was met before, whether it can be seen that the focus is there, and what it is.
///
/// A list and a board show the focus on their row or card; a field in a frame shows it on the frame.
const MEET: &str = "
    const at = document.activeElement;
    if (!at || at === document.body || at === document.documentElement) return null;
    const before = at.hasAttribute('data-met');
    at.setAttribute('data-met', '');
    const ringed = (one) => {
        const style = getComputedStyle(one);
        return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    };
    const frame = [at, at.parentElement, at.parentElement?.parentElement, at.closest('label')].filter(Boolean);
    const within = at.getAttribute('aria-activedescendant') || at.matches('[role=grid], [role=listbox]');
    return [before, frame.some(ringed) || Boolean(within), at.outerHTML.slice(0, 200)];
";

/// What can be pressed, followed or typed into, is to be seen, and was not met.
const UNMET: &str = "
    const all = [...document.querySelectorAll('button, a[href], input, select, textarea')];
    const left = all.filter((one) => one.tabIndex >= 0 && !one.disabled && !one.hasAttribute('data-met')
        && !one.closest('[inert], [aria-hidden=true], [role=grid], [role=listbox]')
        && one.getClientRects().length > 0 && getComputedStyle(one).visibility === 'visible'
        && !(one.type === 'radio' && document.querySelector(`[name='${one.name}'][data-met]`)));
    for (const one of document.querySelectorAll('[data-met]')) one.removeAttribute('data-met');
    return left.map((one) => one.outerHTML.slice(0, 200));
";

/// Walks with Tab around the whole page: everything that can be pressed is met once, and each time it can be seen where
/// the focus is.
#[track_caller]
pub(super) fn tab_around(window: &Window, screen: &str) {
    let _ = window.script("document.activeElement?.blur()", &[]);
    let mut hidden = Vec::new();
    let mut met = 0;
    for _ in 0..300 {
        window.press(&[key::TAB]);
        let at = window.script(MEET, &[]);
        if at.is_null() || at[0] == true {
            // Once around; a page may let the focus out of it before it comes in again.
            if met > 0 {
                break;
            }
            continue;
        }
        met += 1;
        if at[1] == false {
            hidden.push(at[2].to_string());
        }
    }
    let unmet = window.script(UNMET, &[]);
    // What it ends on may be a field, which would take the next keys for words.
    let _ = window.script("document.activeElement?.blur()", &[]);
    assert!(met > 5, "{screen}: Tab meets only {met}");
    assert_eq!(hidden, Vec::<String>::new(), "{screen}: the focus is not to be seen there");
    assert_eq!(unmet, serde_json::json!([]), "{screen}: Tab does not meet them");
}

/// Opens something over the page with keys, closes it with Escape, and looks whether the focus is back where it was.
#[track_caller]
pub(super) fn comes_back(window: &Window, keys: &[&str], css: &str) {
    let _ = window.script("document.activeElement.setAttribute('data-before', '')", &[]);
    match keys {
        [key::CONTROL, ..] => window.chord(keys),
        _ => window.press(keys),
    }
    window.see(css);
    window.press(&[key::ESCAPE]);
    window.see_no(css);
    window.see("[data-before]:focus");
    let _ = window.script("document.activeElement.removeAttribute('data-before')", &[]);
}

#[test]
fn a_file_is_reviewed_approved_explained_and_taken_back_by_keyboard_alone() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let file = desk.download(&sample("salesforce_contact_api"));
    let window = desk.open(on(&workspace, Some(&file)));
    window.size(1280, 800);
    let mut gallery = Gallery::default();

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
    // Whatever is opened over the list gives the focus back to it.
    window.press(&["j"]);
    for (keys, css) in [
        (&[key::CONTROL, "k"][..], "[data-testid='palette']"),
        (&["?"], "[data-testid='shortcut-map']"),
        (&[","], "[data-testid='columns-dialog']"),
        (&["w"], "[data-testid='view-dialog']"),
        (&["x", "E"], "[data-testid='bulk-dialog']"),
    ] {
        comes_back(&window, keys, css);
    }
    window.press(&["x", key::ENTER]);
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
    gallery.picture(&window, "shortcut-map");
    window.press(&[key::ESCAPE]);
    window.see_no("[data-testid='shortcut-map']");

    window.press(&["g", "i"]);
    window.see("[data-testid='imports-row']");
    window.press(&["j", key::ENTER]);
    window.see("[data-testid='approved']");
    window.press(&["z"]);
    window.see("[data-testid='undo-dialog']");
    gallery.picture(&window, "undo-dialog");
    tab_to(&window, "[data-testid='undo-confirm']");
    window.press(&[key::ENTER]);
    window.see("[data-testid='undone']");
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
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
