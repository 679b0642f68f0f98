//! Records made by hand from their lists, by keyboard alone: found in SQL as typed, taken back by one key.

use velocity_tests::window::key;
use velocity_tests::{Desk, Window};

use super::broker_sheet::sql;
use super::gallery::Gallery;
use super::keyboard::tab_to;
use super::{ask, on, workspace};

fn write(window: &Window, field: &str, text: &str) {
    tab_to(window, &format!("[data-testid='{field}']"));
    let keys: Vec<String> = text.chars().map(String::from).collect();
    window.press(&keys.iter().map(String::as_str).collect::<Vec<_>>());
}

/// To a list by its keys, and the form of a new record open.
fn begin(window: &Window, list: &str, name: &str) {
    window.press(&["g", list]);
    window.see(&format!("[data-testid='{name}-create']"));
    window.press(&["c"]);
    window.see("[data-testid='record-form']");
}

/// Finds a client by part of a name, and takes the first who is found.
fn pick(window: &Window, words: &str, who: &str) {
    write(window, "client-text", words);
    let _ = window.see_text("[data-testid='client-hit']", who);
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='client-picked']", who);
}

#[test]
fn an_account_a_deal_and_a_task_are_made_from_their_lists_and_taken_back_by_keyboard_alone() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let _ = ask(&desk, &workspace, &["create", "person", "full_name=Rina Sen", "phone=+91 98300 12345"]);
    let _ = ask(&desk, &workspace, &["create", "person", "full_name=Arjun Senapati"]);
    let window = desk.open(on(&workspace, None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    let count = |what: &str| sql(&workspace, &format!("SELECT count(*) FROM {what}"));

    // A company: with nothing there, the list says how one comes; made, it is open, and one key takes it back.
    window.press(&["g", "a"]);
    let _ = window.see_text("[data-testid='empty']", "Press c");
    gallery.picture(&window, "accounts-none");
    begin(&window, "a", "accounts");
    assert_eq!(window.count("[data-testid='form-save']:disabled"), 1, "without a name there is nothing to create");
    write(&window, "form-name", "Saffron Holdings");
    write(&window, "form-website", "saffron.example");
    write(&window, "form-phone", "+91 33 4000 1234");
    write(&window, "form-industry", "Hospitality");
    gallery.picture(&window, "create-account");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='record-title']", "Saffron Holdings");
    let _ = window.see_text("[data-testid='log-outcome']", "Account written down");
    gallery.picture(&window, "account-made");
    let saffron = "crm_accounts WHERE name = 'Saffron Holdings' AND industry = 'Hospitality'";
    assert_eq!(count(saffron), 1);
    assert_eq!(count("crm_contact_points WHERE field = 'website' AND item LIKE '%saffron.example%'"), 1);
    window.press(&["z"]);
    let _ = window.see_text("[data-testid='gone']", "Taken back");
    assert_eq!(count("crm_accounts"), 0);
    gallery.picture(&window, "record-gone");
    window.press(&[key::ESCAPE]);
    window.see_no("[data-testid='gone']");
    window.see("[data-testid='nav-accounts'][aria-current='page']");
    window.see_no("[data-testid='record-form']");

    // Again, to stay; whoever types it once more is shown it, and its facts are edited where they are.
    begin(&window, "a", "accounts");
    write(&window, "form-name", "Saffron Holdings");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='record-title']", "Saffron Holdings");
    tab_to(&window, "[data-testid='record-edit']");
    window.press(&[key::ENTER]);
    write(&window, "form-industry", "Hospitality");
    gallery.picture(&window, "record-edit");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='log-outcome']", "one field changed");
    assert_eq!(count(saffron), 1);
    window.press(&["z"]);
    let _ = window.see_text("[data-testid='log-outcome']", "Taken back");
    assert_eq!(count(saffron), 0);
    begin(&window, "a", "accounts");
    write(&window, "form-name", "Safron");
    let _ = window.see_text("[data-testid='near-account']", "Saffron Holdings");
    gallery.picture(&window, "create-near-account");
    window.press(&[key::ESCAPE]);
    window.see_no("[data-testid='record-form']");

    // A deal of a client who is found by half a name.
    begin(&window, "o", "opportunities");
    write(&window, "form-name", "Sea House 1204");
    write(&window, "client-text", "sen");
    window.see("[data-testid='client-hit']");
    gallery.picture(&window, "create-deal-client");
    window.chord(&[key::CONTROL, "a"]);
    pick(&window, "rina", "Rina Sen");
    write(&window, "form-amount", "2.5 Cr");
    gallery.picture(&window, "create-deal");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='record-title']", "Sea House 1204");
    let deal = "crm_opportunities WHERE name = 'Sea House 1204' AND stage = 'New enquiry' AND status = 'Open'
        AND json_extract(amount, '$.amount') = '25000000'";
    let linked = "crm_relationships r JOIN crm_people p ON p.id = r.to_id
        WHERE r.kind = 'contact_of' AND p.full_name = 'Rina Sen'";
    assert_eq!((count(deal), count(linked)), (1, 1));
    let _ = window.see_text("[data-testid='linked-person']", "Rina Sen");
    gallery.picture(&window, "deal-made");
    // It is worked where it stands.
    tab_to(&window, "[data-testid='deal-won']");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='log-outcome']", "closed as won");
    assert_eq!(count("crm_opportunities WHERE status = 'Won' AND probability = '100'"), 1);
    window.press(&["z"]);
    let _ = window.see_text("[data-testid='log-outcome']", "Taken back");
    assert_eq!(count(deal), 1);
    // The list stands on it.
    window.press(&[key::ESCAPE]);
    window.see("[data-testid='list-total']");
    window.see("[data-testid='nav-opportunities'][aria-current='page']");
    window.see_no("[data-testid='record-form']");
    begin(&window, "o", "opportunities");
    write(&window, "form-name", "Plot 9");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='record-title']", "Plot 9");
    assert_eq!(count("crm_opportunities"), 2);
    window.press(&["z"]);
    window.see("[data-testid='gone']");
    assert_eq!((count("crm_opportunities"), count(linked)), (1, 1));

    // Something to do for a company, and then with its reminder.
    begin(&window, "t", "tasks");
    write(&window, "form-title", "Send the floor plan");
    pick(&window, "saffron", "Saffron Holdings");
    // A day and a time are typed part by part, as the field shows them.
    for (n, part) in ["12", "05", "2026", "18", "30"].into_iter().enumerate() {
        if n > 0 {
            window.press(&[key::RIGHT]);
        }
        write(&window, "form-due_at", part);
    }
    gallery.picture(&window, "create-task");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='record-title']", "Send the floor plan");
    let task = "crm_tasks t JOIN crm_relationships r ON r.from_id = t.id JOIN crm_accounts a ON a.id = r.to_id
        WHERE t.title = 'Send the floor plan' AND a.name = 'Saffron Holdings' AND r.kind = 'task_of'
        AND t.due_at = '2026-12-05T18:30:00'";
    assert_eq!(count(task), 1);
    tab_to(&window, "[data-testid='task-later-7']");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='log-outcome']", "put off");
    assert_eq!(count("crm_tasks WHERE due_at = '2026-12-12T18:30:00'"), 1);
    gallery.picture(&window, "task-made");
    window.press(&["z"]);
    let _ = window.see_text("[data-testid='log-outcome']", "Taken back");
    assert_eq!(count(task), 1);
    // Whoever wrote it down has it: it is among their open tasks, and the list stands on it.
    window.press(&[key::ESCAPE]);
    let _ = window.see_text("[data-testid='tasks-row'][data-current]", "Send the floor plan");
    gallery.picture(&window, "task-listed");

    assert_eq!(ask(&desk, &workspace, &["doctor"])["ok"], true);
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}

#[test]
fn a_contact_made_by_hand_is_taken_back_in_the_dossier_that_opened() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let _ = ask(&desk, &workspace, &["create", "person", "full_name=Rina Sen"]);
    let window = desk.open(on(&workspace, None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    let people = || sql(&workspace, "SELECT count(*) FROM crm_people WHERE archived = 0");
    super::contacts(&window);
    window.press(&["c"]);
    window.see("[data-testid='create-person']");
    write(&window, "create-given_name", "Mira");
    write(&window, "create-family_name", "Dutta");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='client-name']", "Mira Dutta");
    let _ = window.see_text("[data-testid='log-outcome']", "Contact created");
    assert_eq!(people(), 2);
    gallery.picture(&window, "contact-made");
    window.press(&["z"]);
    let _ = window.see_text("[data-testid='log-outcome']", "Taken back");
    window.see("[data-testid='gone']");
    assert_eq!(people(), 1);
    window.press(&[key::ESCAPE]);
    window.see("[data-testid='list-total'][data-total='1']");
    window.see_no("[data-testid='create-person']");
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}
