//! The review queue: people who may be the same, decided by keyboard alone.

use serde_json::Value;
use velocity_tests::window::key;
use velocity_tests::{Desk, Window};

mod asked;
mod companies;
mod kinds;
mod people;
mod requests;

use super::gallery::Gallery;
use super::{ask, demo, on, workspace};

/// The number beside a name in the side bar.
fn count(window: &Window, nav: &str) -> u64 {
    let shown = window.text(&format!("[data-testid='{nav}']"));
    shown.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap()
}

fn waiting(queue: &Value) -> u64 {
    queue["counts"].as_array().into_iter().flatten().filter_map(|kind| kind["count"].as_u64()).sum()
}

#[test]
fn a_merge_is_approved_and_another_refused_without_a_mouse_and_the_lists_follow() {
    let desk = Desk::new();
    let demo = demo(&desk);
    let queue = ask(&desk, &demo, &["review", "list"]);
    let before = waiting(&queue);
    let title = |n: usize| queue["items"][n]["title"].as_str().unwrap();
    let id = |n: usize| queue["items"][n]["proposal_id"].as_str().unwrap();
    let window = desk.open(on(&demo, None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    crate::contacts(&window);
    let _ = window.see_text("[data-testid='review-waiting']", &before.to_string());

    window.press(&["g", "r"]);
    window.see_text("[data-testid='review-title']", title(0));
    window.see("[data-testid='review-candidate'] a");
    window.see("[data-testid='review-fields']");
    gallery.picture(&window, "review");

    // The evidence of a field: the cell in its row, and what the match weighs.
    window.press(&[key::DOWN, " "]);
    window.see("[data-testid='review-evidence'] [data-testid='provenance-cell']");
    gallery.picture(&window, "review-evidence");
    window.press(&[" "]);
    window.see_no("[data-testid='review-evidence']");
    window.press(&["]"]);
    window.see_no("[data-testid='queue-list']");
    gallery.picture(&window, "review-folded");
    window.press(&["]"]);

    // Approved: what it did is said, and the next is there.
    window.press(&["a"]);
    window.see_text("[data-testid='review-outcome']", "merged,");
    window.see(&format!("[data-testid='review-item'][data-id='{}']", id(1)));
    let _ = window.see_text("[data-testid='queue-total']", &format!("1 decided, {} left", before - 1));
    let _ = window.see_text("[data-testid='review-waiting']", &(before - 1).to_string());
    gallery.picture(&window, "review-approved");

    // Not the same, with a note.
    window.press(&["n"]);
    window.press(&["T", "w", "i", "n", "s", key::ENTER]);
    window.press(&["x"]);
    // The import is over, so the row would wait for nobody: whether it becomes a contact is asked after the item that
    // was on the screen by then.
    window.see_text("[data-testid='review-outcome']", "Next: whether the row becomes");
    window.see(&format!("[data-testid='review-item'][data-id='{}']", id(2)));
    let contacts = count(&window, "nav-contacts");
    window.press(&["j"]);
    window.see_text("[data-testid='review-approve']", "Create the contact");
    window.see_text("[data-testid='review-title']", title(1));
    gallery.picture(&window, "review-refused");
    window.press(&["a"]);
    window.see(&format!("[data-testid='review-item'][data-id='{}']", id(3)));
    let _ = window.see_text("[data-testid='nav-contacts']", &(contacts + 1).to_string());

    // Later: it stays, and the next is looked at. Then back to it.
    window.press(&["k", "d"]);
    window.see_text("[data-testid='review-outcome']", "left for later");
    window.see(&format!("[data-testid='review-item'][data-id='{}']", id(3)));
    window.press(&["k"]);
    window.see(&format!("[data-testid='review-item'][data-id='{}']", id(2)));
    gallery.picture(&window, "review-later");

    // Taken back, the newest first: what was put off, then the new contact.
    window.press(&["z"]);
    window.see_text("[data-testid='review-outcome']", "back in the queue");
    window.press(&["z"]);
    window.see_text("[data-testid='review-outcome']", "taken back");
    let _ = window.see_text("[data-testid='nav-contacts']", &contacts.to_string());

    // What this person decided, with the note.
    window.press(&["h"]);
    window.see_text("[data-testid='decision-row']", "Twins");
    gallery.picture(&window, "review-decisions");
    window.press(&["h"]);
    window.see("[data-testid='review-item']");

    let approved = ask(&desk, &demo, &["review", "show", id(0)]);
    assert_eq!(approved["state"], "applied");
    let refused = ask(&desk, &demo, &["review", "show", id(1)]);
    assert_eq!(refused["state"], "rejected");
    assert_eq!(ask(&desk, &demo, &["review", "show", id(2)])["state"], "proposed");
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}

#[test]
fn an_empty_queue_and_an_empty_work_list_say_what_comes_there() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let window = desk.open(on(&workspace, None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    for (keys, name) in [(["g", "r"], "review"), (["g", "w"], "work")] {
        window.press(&keys);
        window.see(&format!("[data-testid='nav-{name}'][aria-current='page']"));
        window.see("[data-testid='empty']");
        gallery.picture(&window, &format!("empty-{name}"));
    }
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}

#[test]
fn an_operators_merge_is_a_request_that_the_owner_finds_and_grants() {
    let desk = Desk::new();
    let demo = demo(&desk);
    let _ = ask(&desk, &demo, &["role", "grant", "omar", "operator"]);
    let queue = ask(&desk, &demo, &["review", "list"]);
    let first = queue["items"][0]["proposal_id"].as_str().unwrap();
    {
        let mut arguments = on(&demo, None);
        arguments.extend(["--as".into(), "omar".into()]);
        let window = desk.open(arguments);
        window.size(1280, 800);
        window.see_text("[data-testid='role']", "Sales operator");
        window.press(&["g", "r"]);
        window.see("[data-testid='review-not-mine']");
        window.see_text("[data-testid='review-deciders']", "An owner or a reviewer decides this.");
        window.screenshot("review-operator");
        window.press(&["n"]);
        window.press(&["S", "a", "m", "e", key::ENTER]);
        window.press(&["a"]);
        window.see_text("[data-testid='review-outcome']", "left to whoever may decide it");
        assert_eq!(window.complaints(), Vec::<String>::new());
    }
    assert_eq!(ask(&desk, &demo, &["review", "show", first])["state"], "proposed");

    let window = desk.open(on(&demo, None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    window.press(&["g", "r"]);
    let _ = window.see_text("[data-testid='review-remark']", "omar asks for it");
    let _ = window.see_text("[data-testid='queue-row']", "Asked for");
    gallery.picture(&window, "review-asked");
    window.press(&["a"]);
    window.see_text("[data-testid='review-outcome']", "merged,");
    assert_eq!(ask(&desk, &demo, &["review", "show", first])["state"], "applied");
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}
