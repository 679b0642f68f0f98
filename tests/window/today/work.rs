//! Work around a client by keyboard alone: deals, interests, wishes, families, links, tasks. Every step is asked of SQLite
//! itself, and taken back with one key.

use std::path::Path;

use velocity_tests::window::key;
use velocity_tests::{Desk, Window};

use super::super::broker_sheet::{sql, type_text};
use super::super::gallery::Gallery;
use super::super::keyboard::{comes_back, tab_around, tab_to};
use super::super::{ask, on, workspace};
use super::made;

/// Opens a menu or a list of choices from where the keyboard is and takes the entry of this text.
fn take(window: &Window, entry: &str) {
    // A menu that is still opening moves the focus once more by itself: an entry counts once it has kept the focus.
    let (mut last, mut kept) = (serde_json::Value::Null, 0);
    for _ in 0..1_200 {
        let at = window.script(
            "return document.activeElement?.closest(\"[role='menuitem'], [role='option']\")?.textContent ?? null",
            &[],
        );
        kept = if at == last { kept + 1 } else { 0 };
        last = at;
        if kept >= 3 && last.is_string() {
            if last.as_str().is_some_and(|text| text.contains(entry)) {
                window.press(&[key::ENTER]);
                return;
            }
            window.press(&[key::DOWN]);
            kept = 0;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("{entry} is not reached");
}

/// Takes the newest step back, and waits until the dossier says so.
#[track_caller]
fn take_back(window: &Window) {
    window.press(&["z"]);
    let _ = window.see_text("[data-testid='log-outcome']", "Taken back");
}

/// Adds a record of this name around the client.
#[track_caller]
fn add(window: &Window, what: &str) {
    window.press(&["a"]);
    take(window, what);
}

/// Fills a field of the open form in, whatever stood in it.
#[track_caller]
fn fill(window: &Window, field: &str, text: &str) {
    tab_to(window, &format!("[data-testid='form-{field}']"));
    window.chord(&[key::CONTROL, "a"]);
    type_text(window, text);
}

/// Fills a field of a day or a time in, part by part: month, day, year, hour, minute.
#[track_caller]
fn fill_parts(window: &Window, field: &str, parts: &[&str]) {
    tab_to(window, &format!("[data-testid='form-{field}']"));
    for (n, part) in parts.iter().enumerate() {
        if n > 0 {
            window.press(&[key::RIGHT]);
        }
        type_text(window, part);
    }
}

/// Saves the open form, and waits until the dossier says what was done.
#[track_caller]
fn save(window: &Window, said: &str) {
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='log-outcome']", said);
    window.see_no("[data-testid='record-form']");
}

/// A person's dossier, and the workspace behind it.
struct Dossier<'a> {
    window: &'a Window,
    workspace: &'a Path,
}

impl Dossier<'_> {
    fn count(&self, what: &str) -> i64 {
        sql(self.workspace, &format!("SELECT count(*) FROM {what}"))
    }

    /// A step that SQL sees, and that one key takes back.
    #[track_caller]
    fn seen_and_taken_back(&self, what: &str, after: i64, before: i64) {
        assert_eq!(self.count(what), after, "after the step: {what}");
        take_back(self.window);
        assert_eq!(self.count(what), before, "after it was taken back: {what}");
    }

    fn press(&self, css: &str) {
        tab_to(self.window, css);
        self.window.press(&[key::ENTER]);
    }

    fn told(&self, said: &str) {
        let _ = self.window.see_text("[data-testid='log-outcome']", said);
    }

    /// A deal from its first step to its end, and back from each.
    fn deal(&self, gallery: &mut Gallery) {
        let window = self.window;
        add(window, "Opportunity");
        window.see("[data-testid='record-form']");
        fill(window, "name", "Sea House 1204");
        fill(window, "amount", "2.5 Cr");
        gallery.picture(window, "record-form");
        save(window, "Opportunity written down");
        let _ = window.see_text("[data-testid='panel-active_opportunities']", "Sea House 1204");
        let new = "crm_opportunities WHERE stage = 'New enquiry' AND json_extract(amount, '$.amount') = '25000000'";
        assert_eq!(self.count(new), 1);

        // The stage moves, the timeline tells of it, and one key takes it back.
        self.press("[data-testid='stage-pick']");
        take(window, "Site visit");
        let _ = window.see_text("[data-testid='timeline-entry']", "Sea House 1204: Site visit");
        gallery.picture(window, "dossier-deal");
        self.seen_and_taken_back("crm_opportunities WHERE stage = 'Site visit'", 1, 0);
        // What is opened from a card gives the focus back to it.
        for (button, dialog) in [("deal-lost", "lost-dialog"), ("record-edit", "record-form")] {
            tab_to(window, &format!("[data-testid='{button}']"));
            comes_back(window, &[key::ENTER], &format!("[data-testid='{dialog}']"));
        }
        tab_around(window, "dossier");
        self.press("[data-testid='deal-lost']");
        tab_to(window, "[data-testid='lost-reason']");
        type_text(window, "Chose to rent");
        gallery.picture(window, "deal-lost");
        window.press(&[key::ENTER]);
        self.told("closed as lost");
        window.see_no("[data-testid='lost-dialog']");
        let lost = "status = 'Lost' AND lost_reason = 'Chose to rent' AND lost_at IS NOT NULL";
        self.seen_and_taken_back(&format!("crm_opportunities WHERE {lost}"), 1, 0);
        let open = "crm_opportunities WHERE status = 'Open' AND lost_at IS NULL AND lost_reason IS NULL";
        assert_eq!(self.count(open), 1);

        // Won: at its end, with the day; and back, as if nothing had been.
        self.press("[data-testid='deal-won']");
        self.told("closed as won");
        let _ = window.see_text("[data-testid='panel-closed_opportunities']", "Sea House 1204");
        window.see_no("[data-testid='panel-active_opportunities']");
        gallery.picture(window, "deal-won");
        let won = "status = 'Won' AND stage = 'Won' AND probability = '100' AND substr(won_at, 1, 10) = date('now', 'localtime')";
        self.seen_and_taken_back(&format!("crm_opportunities WHERE {won}"), 1, 0);
        let open = "status = 'Open' AND stage = 'New enquiry' AND won_at IS NULL AND probability IS NULL";
        assert_eq!(self.count(&format!("crm_opportunities WHERE {open}")), 1);

        // How likely, and by when: written into the form of the deal that is there.
        self.press("[data-testid='panel-active_opportunities'] [data-testid='record-edit']");
        window.see("[data-testid='record-form']");
        fill(window, "probability", "60");
        fill_parts(window, "close_date", &["12", "31", "2027"]);
        gallery.picture(window, "record-form-edit");
        save(window, "Opportunity: 2 fields changed");
        let likely = "crm_opportunities WHERE probability = '60' AND close_date = '2027-12-31'";
        self.seen_and_taken_back(likely, 1, 0);
    }

    /// A property on its ladder, what they look for, and who belongs to them.
    fn wishes_and_people(&self, gallery: &mut Gallery) {
        let window = self.window;
        add(window, "Property interest");
        fill(window, "property.name", "Sea House 1204");
        save(window, "Property interest written down");
        window.see("[data-testid='panel-property_interests']");
        self.press("[data-testid='actions-interest'] [data-testid='stage-pick']");
        take(window, "Viewing requested");
        let _ = window.see_text("[data-testid='timeline-entry']", "viewing requested");
        self.told("moved to Viewing requested");
        let step = "crm_property_interests WHERE stage = 'viewing_requested' AND at IS NOT NULL";
        self.seen_and_taken_back(step, 1, 0);
        assert_eq!(self.count("crm_property_interests WHERE archived = 0 AND at IS NULL"), 1);

        add(window, "What they look for");
        fill(window, "must_have", "pool, two car parks");
        save(window, "Requirement written down");
        window.see("[data-testid='panel-requirement_profiles']");
        assert_eq!(self.count("crm_contact_points WHERE field = 'must_have'"), 2);
        self.seen_and_taken_back("crm_requirements WHERE archived = 0", 1, 0);
        window.see_no("[data-testid='panel-requirement_profiles']");

        // Somebody, and a company: found by a word, linked, and let go of again.
        let related = "crm_relationships WHERE kind = 'related_to'";
        self.find_to_link("Mira", "Mira Sen");
        gallery.picture(window, "relate");
        self.link_found("Mira Sen");
        let _ = window.see_text("[data-testid='panel-relationships']", "Mira Sen");
        self.seen_and_taken_back(related, 1, 0);
        window.see_no("[data-testid='panel-relationships']");
        self.link("Mira", "Mira Sen");
        let _ = window.see_text("[data-testid='panel-relationships']", "Mira Sen");
        assert_eq!(self.count(related), 1);
        self.press("[data-testid='record-unlink']");
        self.told("No longer linked");
        window.see_no("[data-testid='panel-relationships']");
        self.seen_and_taken_back(related, 0, 1);
        window.see("[data-testid='panel-relationships']");
        self.link("Harbour", "Harbour Lane Textiles");
        let _ = window.see_text("[data-testid='panel-account_links']", "Harbour Lane Textiles");
        let company = "crm_relationships r JOIN crm_accounts a ON a.id = r.to_id JOIN crm_people p ON p.id = r.from_id
            WHERE a.list_title = 'Harbour Lane Textiles' AND p.list_title = 'Rina Sen'";
        self.seen_and_taken_back(company, 1, 0);
        window.see_no("[data-testid='panel-account_links']");
    }

    fn link(&self, words: &str, name: &str) {
        self.find_to_link(words, name);
        self.link_found(name);
    }

    fn find_to_link(&self, words: &str, name: &str) {
        add(self.window, "Link to somebody");
        tab_to(self.window, "[data-testid='relate-text']");
        type_text(self.window, words);
        let _ = self.window.see_text("[data-testid='relate-hit']", name);
    }

    fn link_found(&self, name: &str) {
        self.press("[data-testid='relate-hit']");
        self.told(&format!("Linked to {name}"));
        self.window.see_no("[data-testid='relate-dialog']");
    }

    /// Who looks after them and how they are marked; their household.
    fn owner_and_household(&self, gallery: &mut Gallery) {
        let window = self.window;
        add(window, "Owner, status and tags");
        fill(window, "owner", "Omar Haddad");
        fill(window, "tags", "vip, nri");
        gallery.picture(window, "record-form-owner");
        save(window, "Owner, status and tags: 2 fields changed");
        let tags = "crm_contact_points WHERE field = 'tags' AND key IN ('vip', 'nri')";
        assert_eq!(self.count("crm_people WHERE owner = 'Omar Haddad'"), 1);
        self.seen_and_taken_back(tags, 2, 0);
        assert_eq!(self.count("crm_people WHERE owner = 'Asha Roy' AND list_title = 'Rina Sen'"), 1);

        add(window, "Household or adviser");
        fill(window, "spouse.full_name", "Arun Sen");
        fill(window, "assistant.name", "Devika Rao");
        save(window, "Household and advisers written down");
        let _ = window.see_text("[data-testid='panel-households']", "Devika Rao");
        self.seen_and_taken_back("crm_households WHERE archived = 0", 1, 0);
        window.see_no("[data-testid='panel-households']");
    }

    /// Something to do: with a reminder; put off by a week, then done.
    fn tasks(&self, gallery: &mut Gallery) {
        let window = self.window;
        add(window, "Task with a reminder");
        fill(window, "title", "Ask about the loan");
        fill_parts(window, "due_at", &["12", "31", "2027", "09", "30"]);
        fill_parts(window, "reminder_at", &["12", "31", "2027", "09", "15"]);
        save(window, "Task written down");
        let _ = window.see_text("[data-testid='panel-tasks']", "Ask about the loan");
        let reminded = "crm_tasks WHERE archived = 0 AND due_at = '2027-12-31T09:30:00'
            AND reminder_at = '2027-12-31T09:15:00'";
        self.seen_and_taken_back(reminded, 1, 0);

        window.press(&["t"]);
        window.see("[data-testid='log-form']");
        type_text(window, "Send the floor plan");
        window.press(&[key::ENTER]);
        let _ = window.see_text("[data-testid='next-action']", "Send the floor plan");
        let undated = "crm_tasks WHERE title = 'Send the floor plan' AND due_at IS NULL AND done_at IS NULL";
        self.press("[data-testid='task-later-7']");
        self.told("put off");
        let later = "crm_tasks WHERE substr(due_at, 1, 10) = date('now', 'localtime', '+7 days')";
        gallery.picture(window, "dossier-work");
        self.seen_and_taken_back(later, 1, 0);
        assert_eq!(self.count(undated), 1);
        self.press("[data-testid='task-done']");
        window.see_no("[data-testid='next-action']");
        self.told("Done: Send the floor plan");
        self.seen_and_taken_back("crm_tasks WHERE status = 'done' AND done_at IS NOT NULL", 1, 0);
        assert_eq!(self.count(undated), 1);
        let _ = window.see_text("[data-testid='next-action']", "Send the floor plan");
    }
}

#[test]
fn a_deal_an_interest_and_a_task_are_worked_by_keyboard_alone_and_each_step_is_taken_back_with_one_key() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let fields = ["full_name=Rina Sen".into(), "phone=+91 98300 12345".into(), "owner=Asha Roy".into()];
    let rina = made(&desk, &workspace, "person", &fields, None);
    let sister = made(&desk, &workspace, "person", &["full_name=Mira Sen".into()], None);
    let _ = made(&desk, &workspace, "account", &["name=Harbour Lane Textiles".into()], None);
    let window = desk.open(on(&workspace, None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    window.see("[data-testid='nav-today']");
    let _ = window.script("location.hash = arguments[0]", &[format!("#/people/{rina}").into()]);
    window.see("[data-testid='add-menu']");
    window.press(&["a"]);
    gallery.picture(&window, "dossier-add");
    window.press(&[key::ESCAPE]);
    window.see_no("[data-testid='add-opportunity']");

    let dossier = Dossier { window: &window, workspace: &workspace };
    dossier.deal(&mut gallery);
    dossier.wishes_and_people(&mut gallery);
    dossier.owner_and_household(&mut gallery);
    dossier.tasks(&mut gallery);

    // All of it stands in the log with who did it, and the tables are what the log says.
    let edits = "SELECT count(*) FROM graph_deltas WHERE json_extract(actor, '$.kind') <> 'human'";
    assert_eq!(sql(&workspace, edits), 0);
    assert_eq!(ask(&desk, &workspace, &["client360", &rina, "--rebuild"])["consistent"], true);
    assert_eq!(ask(&desk, &workspace, &["client360", &sister, "--rebuild"])["consistent"], true);
    assert_eq!(ask(&desk, &workspace, &["doctor"])["ok"], true);
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}
