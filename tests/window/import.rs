//! The spine: a file is opened with the app, reviewed, approved, explained and taken back.

use velocity_tests::Desk;
use velocity_tests::files::sample;

use super::gallery::Gallery;
use super::{on, workspace};

#[test]
fn a_file_becomes_clients_and_a_phone_number_says_where_it_came_from() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let file = desk.download(&sample("hubspot_contacts"));
    let window = desk.open(on(&workspace, Some(&file)));
    window.size(1280, 800);

    // The file lies in front of the reader, understood and not yet written.
    let _ = window.see_text("[data-testid='review-file']", "hubspot_contacts.csv");
    let _ = window.see_text("[data-testid='column-row-4']", "Phone Number");
    for pane in ["file", "columns", "matches", "records"] {
        window.click(&format!("[data-testid='pane-{pane}']"));
        window.screenshot(&format!("import-{pane}"));
    }
    assert!(window.text("[data-testid='fate-sum']").contains("260"));
    window.click("[data-testid='nav-contacts']");
    window.see("[data-testid='empty']");
    window.screenshot("contacts-empty");

    // One decision on the whole set.
    window.click("[data-testid='nav-imports']");
    window.click_text("[data-testid='imports-row']", "hubspot_contacts.csv");
    window.click("[data-testid='pane-commit']");
    window.screenshot("import-commit");
    window.click("[data-testid='import-approve']");
    window.see("[data-testid='approved']");
    window.screenshot("import-committed");

    // The people are there, and one is found by name.
    window.click("[data-testid='nav-contacts']");
    window.see("[data-testid='contacts-row']");
    window.screenshot("contacts");
    window.type_into("[data-testid='list-filter']", "Zaheer Mirza");
    window.click_text("[data-testid='contacts-row']", "Zaheer Mirza");
    assert!(window.text("[data-testid='client-name']").contains("Zaheer Mirza"));
    window.screenshot("client360");

    // The number leads back to the cell as it was received: `91 9691656619` in the first row of the file.
    window.click("[data-testid='fact-phone']");
    let _ = window.see_text("[data-testid='provenance-card']", "hubspot_contacts.csv");
    let _ = window.see_text("[data-testid='provenance-cell']", "91 9691656619");
    assert!(window.text("[data-testid='provenance-card']").contains("Phone Number"));
    assert!(window.text("[data-testid='provenance-chain']").to_lowercase().contains("row 1"));
    window.screenshot("provenance");
    window.press(&[velocity_tests::window::key::ESCAPE]);
    window.see_no("[data-testid='provenance-card']");

    // And back, as if nothing had been.
    window.click("[data-testid='nav-imports']");
    window.click_text("[data-testid='imports-row']", "hubspot_contacts.csv");
    window.click("[data-testid='import-undo']");
    window.click("[data-testid='undo-confirm']");
    window.see("[data-testid='undone']");
    window.screenshot("import-undone");
    window.click("[data-testid='nav-contacts']");
    window.see("[data-testid='empty']");
    assert_eq!(window.complaints(), Vec::<String>::new());
}

#[test]
fn a_file_that_is_no_table_is_refused_in_words() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let file = desk.path("photo.csv");
    std::fs::write(&file, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01").unwrap();
    let window = desk.open(on(&workspace, Some(&file)));
    window.size(1280, 800);
    let _ = window.see_text("[data-testid='import-error']", "photo.csv");
    let mut gallery = Gallery::default();
    gallery.picture(&window, "import-error");
    gallery.bars_nobody();
}
