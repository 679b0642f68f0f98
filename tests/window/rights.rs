//! Rights: what a role does not see stays hidden, what it may not do is not offered.

use std::collections::BTreeSet;
use std::path::Path;

use velocity_tests::Desk;
use velocity_tests::window::key;

use super::gallery::Gallery;
use super::{ask, demo, on};

/// What a presenter must not read, as the database holds it: names, words about people, and the digits of their numbers.
struct Secrets {
    words: BTreeSet<String>,
    digits: BTreeSet<String>,
}

impl Secrets {
    fn of(workspace: &Path) -> Self {
        let texts = |question: &str| -> BTreeSet<String> {
            let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
            let conn = rusqlite::Connection::open_with_flags(workspace.join("velocity.db"), flags).unwrap();
            let mut asked = conn.prepare(question).unwrap();
            asked.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
        };
        let words = texts(
            "SELECT text FROM (
                 SELECT full_name AS text FROM crm_people UNION SELECT notes FROM crm_people
                 UNION SELECT subject FROM crm_interactions UNION SELECT body FROM crm_interactions
                 UNION SELECT description FROM crm_tasks UNION SELECT file_name FROM workflow_imports
                 UNION SELECT key FROM crm_contact_points WHERE field = 'email'
             ) WHERE length(text) > 6
             -- Whom somebody belongs to is no secret of theirs, nor what a subject says of the kind of talk.
             EXCEPT SELECT owner FROM crm_people EXCEPT SELECT assignee FROM crm_people
             EXCEPT SELECT assignee FROM crm_tasks EXCEPT SELECT assignee FROM crm_interactions",
        );
        let digits = texts("SELECT ltrim(key, '+') FROM crm_contact_points WHERE field = 'phone' AND length(key) > 8");
        assert!(words.len() > 300 && digits.len() > 100, "{} words, {} numbers", words.len(), digits.len());
        Self { words, digits }
    }

    /// Fails when any of it is readable.
    #[track_caller]
    fn are_kept_on(&self, page: &str, place: &str) {
        for line in page.lines() {
            if let Some(word) = self.words.iter().find(|word| line.contains(word.as_str())) {
                panic!("{place} shows {word:?} to a presenter: {line}");
            }
            let digits: String = line.chars().filter(char::is_ascii_digit).collect();
            if let Some(number) = self.digits.iter().find(|number| digits.contains(number.as_str())) {
                panic!("{place} shows the number {number} to a presenter: {line}");
            }
        }
    }
}

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

    // Every list and every kind of record.
    let secrets = Secrets::of(&demo);
    secrets.are_kept_on(&dossier, "the dossier");
    for (keys, name) in [
        (&["g", "d"][..], "today"),
        (&["g", "c"], "contacts"),
        (&["g", "a"], "accounts"),
        (&["g", "h"], "households"),
        (&["g", "o", "2"], "opportunities"),
        (&["g", "t", "5"], "tasks"),
        (&["g", "l"], "activity"),
        (&["g", "b", "1"], "properties"),
    ] {
        window.press(keys);
        window.see(&format!("[data-testid='nav-{name}'][aria-current='page']"));
        let rows = format!("[data-testid='{name}-row']");
        window.see(if name == "today" { "[data-testid='today'] h2" } else { &rows });
        secrets.are_kept_on(&window.text("body"), name);
        gallery.picture(&window, &format!("presenter-{name}"));
        if name != "today" {
            window.press(&["j", key::ENTER]);
            window.see("[data-testid='client360'] h2, [data-testid='record-page'] h2");
            secrets.are_kept_on(&window.text("body"), &format!("a record of {name}"));
        }
    }
    window.press(&["g", "o", "1"]);
    window.see("[data-testid='board-card']");
    secrets.are_kept_on(&window.text("body"), "the board");
    gallery.picture(&window, "presenter-board");
    // An address that somebody typed in tells no more than a key does.
    for place in ["calls", "imports", "jobs", "profiles", "review"] {
        let _ = window.script(&format!("location.hash = '#/{place}'"), &[]);
        window.see("main h1, main h2, main [role='alert']");
        secrets.are_kept_on(&window.text("body"), place);
    }
    window.press(&["g", "c"]);
    window.see("[data-testid='contacts-row']");

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
