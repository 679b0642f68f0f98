//! The review queue: people who may be the same, decided by keyboard alone.

use serde_json::Value;
use velocity_tests::window::key;
use velocity_tests::{Desk, Window};

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
    window.see("[data-testid='contacts-row']");
    let _ = window.see_text("[data-testid='review-waiting']", &before.to_string());

    window.press(&["g", "r"]);
    window.see_text("[data-testid='review-title']", title(0));
    window.see("[data-testid='review-candidate'] a");
    window.see("[data-testid='review-fields']");
    gallery.picture(&window, "review");

    // Approved: what it did is said, and the next is there.
    window.press(&["a"]);
    window.see_text("[data-testid='review-outcome']", "merged,");
    window.see(&format!("[data-testid='review-item'][data-id='{}']", id(1)));
    let _ = window.see_text("[data-testid='queue-total']", &format!("{} waiting", before - 1));
    let _ = window.see_text("[data-testid='review-waiting']", &(before - 1).to_string());
    gallery.picture(&window, "review-approved");

    // Not the same, with a note.
    window.press(&["n"]);
    window.press(&["T", "w", "i", "n", "s", key::ENTER]);
    window.press(&["x"]);
    window.see_text("[data-testid='review-outcome']", "not the same");

    // The import is over, so the row would wait for nobody: whether it becomes a contact is asked at once.
    let contacts = count(&window, "nav-contacts");
    window.see_text("[data-testid='review-approve']", "Create the contact");
    window.see_text("[data-testid='review-title']", title(1));
    gallery.picture(&window, "review-refused");
    window.press(&["a"]);
    window.see(&format!("[data-testid='review-item'][data-id='{}']", id(2)));
    let _ = window.see_text("[data-testid='nav-contacts']", &(contacts + 1).to_string());

    // Later: it stays, and the next is looked at. Then back to it.
    window.press(&["d"]);
    window.see_text("[data-testid='review-outcome']", "left for later");
    window.see(&format!("[data-testid='review-item'][data-id='{}']", id(3)));
    window.press(&["k"]);
    window.see(&format!("[data-testid='review-item'][data-id='{}']", id(2)));
    gallery.picture(&window, "review-later");

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
fn an_operator_reads_the_queue_and_is_told_who_decides() {
    let desk = Desk::new();
    let demo = demo(&desk);
    let _ = ask(&desk, &demo, &["role", "grant", "omar", "operator"]);
    let mut arguments = on(&demo, None);
    arguments.extend(["--as".into(), "omar".into()]);
    let window = desk.open(arguments);
    window.size(1280, 800);
    window.see_text("[data-testid='role']", "Sales operator");
    window.press(&["g", "r"]);
    window.see("[data-testid='review-not-mine']");
    window.see_text("[data-testid='review-deciders']", "An owner or a reviewer decides this.");
    window.see_no("[data-testid='review-approve']");
    window.screenshot("review-operator");
    let before = waiting(&ask(&desk, &demo, &["review", "list"]));
    window.press(&["a", "j", "x"]);
    window.see_no("[data-testid='review-outcome'] p");
    assert_eq!(waiting(&ask(&desk, &demo, &["review", "list"])), before);
    assert_eq!(window.complaints(), Vec::<String>::new());
}
