//! Workspaces: make one, go back and forth, and never mix demo with real work.

use velocity_tests::Desk;

use super::gallery::Gallery;

#[test]
fn demo_and_real_workspaces_are_switched_and_never_mixed() {
    let desk = Desk::new();
    let window = desk.open(["--demo"]);
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    super::contacts(&window);
    window.see("[data-testid='demo-mark']");

    // A real one beside it: empty, and without the mark.
    window.click("[data-testid='workspace-menu']");
    gallery.picture(&window, "workspace-menu");
    window.click("[data-testid='workspace-create']");
    window.see("[data-testid='create-workspace']");
    gallery.picture(&window, "workspace-create");
    window.type_into("[data-testid='create-name']", "Alipore team");
    window.click("[data-testid='create-submit']");
    let _ = window.see_text("[data-testid='workspace-menu']", "Alipore team");
    window.see("[data-testid='drop-area']");
    window.see_no("[data-testid='demo-mark']");
    window.press(&["g", "c"]);
    window.see("[data-testid='empty']");

    // And back: the demo's clients are where they were.
    window.click("[data-testid='workspace-menu']");
    window.click_text("[data-testid='workspace-recent']", "Demo");
    super::contacts(&window);
    window.see("[data-testid='demo-mark']");

    // Closing shows the way in again, with both to choose from.
    window.click("[data-testid='workspace-menu']");
    window.click("[data-testid='workspace-close']");
    window.see("[data-testid='welcome']");
    assert_eq!(window.count("[data-testid='welcome-recent'] button, button[data-testid='welcome-recent']"), 2);
    gallery.picture(&window, "welcome-recent");
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}
