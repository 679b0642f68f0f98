//! Made-up clients are looked at as real ones are, and the demo is made anew.

use std::ffi::OsStr;

use velocity_tests::Desk;

use super::broker_sheet::sql;
use super::{ask, counts_beside_names, demo, on};

#[test]
fn made_up_clients_fill_every_list_and_the_demo_comes_back_as_it_was() {
    let desk = Desk::new();
    let folder = desk.path("made-up");
    let words = ["synth", "--clients", "150", "--seed", "5", "--out"].map(OsStr::new);
    let made = desk.velocity(words.into_iter().chain([folder.as_os_str()]));
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    {
        let window = desk.open(on(&folder, None));
        window.size(1280, 800);
        window.see("[data-testid='demo-mark']");
        counts_beside_names(&window, &folder);
        for (letter, name, all, table) in [
            ("c", "contacts", "1", "crm_people"),
            ("a", "accounts", "1", "crm_accounts"),
            ("h", "households", "1", "crm_households"),
            ("o", "opportunities", "2", "crm_opportunities"),
            ("t", "tasks", "5", "crm_tasks"),
            ("l", "activity", "1", "crm_interactions"),
            ("b", "properties", "1", "crm_property_interests"),
        ] {
            window.press(&["g", letter, all]);
            window.see(&format!("[data-testid='nav-{name}'][aria-current='page']"));
            let count = sql(&folder, &format!("SELECT count(*) FROM {table} WHERE archived = 0"));
            assert!(count > 0, "nothing was made up for {name}");
            window.see(&format!("[data-testid='list-total'][data-total='{count}']"));
            window.see(&format!("[data-testid='{name}-row']"));
        }
        // An import with conflicts is there to be looked at.
        window.press(&["g", "i"]);
        let _ = window.see_text("[data-testid='imports-row']", "Waiting for approval");
        assert_eq!(window.complaints(), Vec::<String>::new());
    }

    let demo = demo(&desk);
    let people = "SELECT count(*) FROM crm_people WHERE archived = 0";
    let before = sql(&demo, people);
    let _ = ask(&desk, &demo, &["create", "person", "full_name=Rina Sen"]);
    assert_eq!(sql(&demo, people), before + 1);
    let _ = ask(&desk, &demo, &["demo", "reset"]);
    let window = desk.open(on(&demo, None));
    window.see("[data-testid='demo-mark']");
    assert_eq!(sql(&demo, people), before);
    counts_beside_names(&window, &demo);
}
