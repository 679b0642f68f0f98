//! Rights: what a role does not see stays hidden, what it may not do is not offered.

use velocity_tests::Desk;
use velocity_tests::window::key;

use super::gallery::Gallery;
use super::{ask, demo, on};

#[test]
fn a_presenter_sees_masked_people_and_is_offered_no_imports() {
    let desk = Desk::new();
    let demo = demo(&desk);
    let _ = ask(&desk, &demo, &["role", "grant", "asha", "presenter"]);
    let mut arguments = on(&demo, None);
    arguments.extend(["--as".into(), "asha".into()]);
    let window = desk.open(arguments);
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    window.see_text("[data-testid='who']", "asha");
    window.see_text("[data-testid='role']", "Presenter");

    super::contacts(&window);
    window.see_text("[data-testid='contacts-row']", "•••@•••");
    window.see_no("[data-testid='contacts-import']");
    window.see_no("[data-testid='list-filter']");
    for nav in ["imports", "review", "work"] {
        window.see_no(&format!("[data-testid='nav-{nav}']"));
    }
    gallery.picture(&window, "presenter-contacts");
    let page = window.text("body");
    assert!(!page.contains("@mailbox") && !page.contains(".example\n"), "an address is readable:\n{page}");

    // The keys of what is not offered do nothing.
    window.press(&["g", "i", "g", "r", "g", "w"]);
    window.see("[data-testid='nav-contacts'][aria-current='page']");

    window.press(&["j", key::ENTER]);
    window.see("[data-testid='client360']");
    window.see("span[data-testid='fact-full_name'], span[data-testid^='fact-']");
    window.see_no("button[data-testid^='fact-']");
    gallery.picture(&window, "presenter-client360");
    let dossier = window.text("[data-testid='client360']");
    assert!(dossier.contains("•••"), "nothing is masked:\n{dossier}");
    assert!(!dossier.contains("@mailbox"), "an address is readable:\n{dossier}");

    window.press(&["g", "a"]);
    window.see("[data-testid='accounts-row']");
    gallery.picture(&window, "presenter-accounts");

    window.chord(&[key::CONTROL, "k"]);
    // Words would find what is masked, so they are not asked for: neither here nor over a list.
    window.type_into("[data-testid='palette-input']", "Garima");
    let _ = window.see_text("[data-testid='palette']", "words would find what it sees masked");
    window.see_no("[data-testid='palette-hit']");
    gallery.picture(&window, "presenter-search");
    window.press(&[key::ESCAPE]);
    window.see_no("[data-testid='palette']");
    window.chord(&[key::CONTROL, "k"]);
    window.type_into("[data-testid='palette-input']", "import");
    window.see_no("[data-testid='palette-import-file']");
    window.see_no("[data-testid='palette-go-imports']");
    window.press(&[key::ESCAPE]);
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}
