//! The list of contacts, from a sentence to a file.

use serde_json::Value;
use velocity_tests::window::key;
use velocity_tests::{Desk, Window};

use super::{choose_place, counted, fold_all, same_groups, to_column, total, write};
use crate::broker_sheet::sql;
use crate::gallery::Gallery;
use crate::{ask, contacts, counts_beside_names, demo, on};

#[test]
fn a_list_is_filtered_sorted_grouped_kept_changed_and_exported_by_keyboard_alone() {
    let desk = Desk::new();
    let workspace = demo(&desk);
    let window = desk.open(on(&workspace, None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    window.press(&["g", "c"]);
    window.see("[data-testid='contacts-row']");
    total(&window, sql(&workspace, "SELECT count(*) FROM crm_people WHERE archived = 0"));
    counts_beside_names(&window, &workspace);
    window.press(&["j", key::RIGHT, key::RIGHT]);
    gallery.picture(&window, "list-contacts");

    // A sentence that is wrong is underlined where it is; mended, it filters.
    window.press(&["f"]);
    write(&window, "lead status is known and owmer is known");
    window.see("[data-testid='filter-completion'], [data-testid='filter-problem']");
    window.press(&[key::ENTER]);
    window.see("[data-testid='filter-problem']");
    window.see("[data-testid='filter-underline']");
    gallery.picture(&window, "list-filter-wrong");
    window.press(&[key::TAB, key::ENTER]);
    let both = "archived = 0 AND lead_status IS NOT NULL AND coalesce(owner, assignee) IS NOT NULL";
    total(&window, sql(&workspace, &format!("SELECT count(*) FROM crm_people WHERE {both}")));
    assert_eq!(window.count("[data-testid='filter-chip']"), 2);
    window.press(&["f"]);
    window.see("[data-testid='filter-sentence']");
    write(&window, " and ");
    window.see("[data-testid='filter-completion']");
    gallery.picture(&window, "list-filter-writing");
    window.press(&[key::ESCAPE]);
    window.see_no("[data-testid='filter-sentence']");

    // By two columns, and the core agrees about the order.
    window.press(&["j"]);
    to_column(&window, "lead_status");
    window.press(&["s"]);
    to_column(&window, "name");
    window.press(&["S"]);
    window.see("[role='columnheader'][aria-sort] [data-testid='sort-name']");
    let first = counted(
        &workspace,
        &format!("SELECT list_title, 1 FROM crm_people WHERE {both} ORDER BY sort_status, sort_name LIMIT 1"),
    );
    let _ = window.see_text("[data-testid='contacts-row'][aria-rowindex='2']", &first[0].0);
    gallery.picture(&window, "list-sorted");

    // Grouped, with counts that SQL counts, too; kept as a view.
    to_column(&window, "lead_status");
    window.press(&["G"]);
    window.see("[data-testid='group-heading']");
    fold_all(&window);
    let by_status = format!("SELECT lead_status, count(*) FROM crm_people WHERE {both} GROUP BY 1");
    same_groups(&window, "[data-testid='group-heading']", &workspace, &by_status);
    gallery.picture(&window, "list-grouped");
    window.press(&["w"]);
    window.see("[data-testid='view-name']");
    write(&window, "With an owner");
    gallery.picture(&window, "list-view-dialog");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='view-tab'][aria-selected='true']", "With an owner");
    assert_eq!(sql(&workspace, "SELECT count(*) FROM workflow_views WHERE name = 'With an owner'"), 1);
    // All of them by their status, those without one among them.
    window.press(&["5"]);
    window.see("[data-testid='group-heading']");
    fold_all(&window);
    let by_status =
        "SELECT coalesce(lead_status, 'No lead status'), count(*) FROM crm_people WHERE archived = 0 GROUP BY 1";
    same_groups(&window, "[data-testid='group-heading']", &workspace, by_status);
    window.press(&["1"]);
    let all = sql(&workspace, "SELECT count(*) FROM crm_people WHERE archived = 0");
    total(&window, all);

    // One cell, and back.
    window.see("[data-testid='contacts-row'][aria-rowindex='2']");
    window.press(&[key::HOME, "j", "k"]);
    to_column(&window, "job_title");
    window.press(&["e"]);
    window.see("[data-testid='cell-editor']");
    window.chord(&[key::CONTROL, "a"]);
    write(&window, "Lighthouse keeper");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='cell-job_title']", "Lighthouse keeper");
    let _ = window.see_text("[data-testid='list-notice']", "Lighthouse keeper");
    let keepers = "SELECT count(*) FROM crm_people WHERE job_title = 'Lighthouse keeper'";
    assert_eq!(sql(&workspace, keepers), 1);
    window.press(&["z"]);
    let _ = window.see_text("[data-testid='list-notice']", "Taken back");
    assert_eq!(sql(&workspace, keepers), 0);

    // What somebody else changes meanwhile is there without a key.
    let first = row(&window, 2);
    let _ = ask(&desk, &workspace, &["update", "person", &first.0, "job_title=Harbour pilot"]);
    let _ = window
        .see_text("[data-testid='contacts-row'][aria-rowindex='2'] [data-testid='cell-job_title']", "Harbour pilot");

    // Columns: one comes, one goes. What can't be a date is refused where it was typed, and nothing changes.
    window.press(&[","]);
    window.see("[data-testid='columns-dialog']");
    gallery.picture(&window, "list-columns");
    window.type_into("[data-testid='columns-find']", "birth");
    window.see("[data-more-column='birth_date']");
    window.press(&[key::TAB, " "]);
    window.see("[data-column='birth_date']");
    window.click("[data-column='email']");
    window.see_no("[data-column='email']");
    window.press(&[key::ESCAPE]);
    window.see_no("[data-testid='columns-dialog']");
    window.see("[data-testid='cell-birth_date']");
    window.see_no("[data-testid='cell-email']");
    let changes = sql(&workspace, "SELECT count(*) FROM graph_deltas");
    to_column(&window, "birth_date");
    window.press(&["e"]);
    window.see("[data-testid='cell-editor']");
    window.chord(&[key::CONTROL, "a"]);
    write(&window, "soon after lunch");
    window.press(&[key::ENTER]);
    window.see("[data-testid='cell-refused']");
    gallery.picture(&window, "list-refused");
    window.press(&[key::ESCAPE]);
    window.see_no("[data-testid='cell-refused']");
    assert_eq!(sql(&workspace, "SELECT count(*) FROM graph_deltas"), changes, "what was refused has changed something");

    // All that match, one of them not.
    window.chord(&[key::CONTROL, "a"]);
    window.see_number("[data-testid='selected-count']", all);
    window.press(&["x"]);
    window.see_number("[data-testid='selected-count']", all - 1);
    window.press(&[key::ESCAPE]);
    window.see_no("[data-testid='selected-count']");

    // Several at once: selected through another order, a filter and a change from elsewhere; seen before, done, and back.
    window.press(&[key::HOME, "J", "J"]);
    let _ = window.see_text("[data-testid='selected-count']", "3 contacts");
    gallery.picture(&window, "list-selected");
    let chosen = selected(&window);
    to_column(&window, "name");
    window.press(&["s"]);
    window.see("[role='columnheader'][aria-sort='descending'] [data-testid='sort-name']");
    let _ = window.see_text("[data-testid='selected-count']", "3 contacts");
    window.press(&["f"]);
    write(&window, "lead status is known");
    window.press(&[key::ENTER]);
    total(&window, sql(&workspace, "SELECT count(*) FROM crm_people WHERE archived = 0 AND lead_status IS NOT NULL"));
    let _ = ask(&desk, &workspace, &["update", "person", &chosen[0], "nickname=Beacon"]);
    window.press(&["U"]);
    total(&window, all);
    let _ = window.see_text("[data-testid='selected-count']", "3 contacts");
    window.press(&["1"]);
    total(&window, all);
    to_column(&window, "job_title");
    window.press(&["E"]);
    window.see("[data-testid='bulk-value']");
    write(&window, "Lighthouse keeper");
    let _ = window.see_text("[data-testid='bulk-changing']", "3");
    gallery.picture(&window, "list-bulk");
    window.press(&[key::ENTER]);
    window.see_no("[data-testid='bulk-dialog']");
    let _ = window.see_text("[data-testid='list-notice']", "3 contacts changed");
    let mut keeping: Vec<String> =
        counted(&workspace, "SELECT lower(hex(id)), 1 FROM crm_people WHERE job_title = 'Lighthouse keeper'")
            .into_iter()
            .map(|(id, _)| id)
            .collect();
    keeping.sort();
    let mut wanted: Vec<String> = chosen.iter().map(|id| id.replace('-', "")).collect();
    wanted.sort();
    assert_eq!(keeping, wanted, "others were changed than were chosen");
    window.press(&["z"]);
    let _ = window.see_text("[data-testid='list-notice']", "Taken back");
    assert_eq!(sql(&workspace, keepers), 0);

    // Exactly what is shown in a file: these columns, this order, this filter.
    window.press(&[","]);
    window.click("[data-column='email']");
    window.see_no("[data-column='email']");
    window.press(&[key::ESCAPE]);
    window.see_no("[data-testid='columns-dialog']");
    window.press(&["f"]);
    write(&window, "lead status is known");
    window.press(&[key::ENTER]);
    let known = "archived = 0 AND lead_status IS NOT NULL";
    let matching = sql(&workspace, &format!("SELECT count(*) FROM crm_people WHERE {known}"));
    total(&window, matching);
    to_column(&window, "lead_status");
    window.press(&["s"]);
    to_column(&window, "name");
    window.press(&["S"]);
    window.see("[role='columnheader'][aria-sort] [data-testid='sort-name']");
    let file = desk.path("shown.csv");
    choose_place(&window, &file);
    window.chord(&[key::CONTROL, "e"]);
    let _ = window.see_text("[data-testid='list-notice']", "written to");
    let written = std::fs::read_to_string(&file).unwrap();
    let mut lines = written.lines();
    let heads = window.script(
        "return [...document.querySelectorAll(\"[role='columnheader'] span.truncate\")].map((e) => e.textContent)",
        &[],
    );
    let heads: Vec<&str> = heads.as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert_eq!(lines.next().unwrap().trim_start_matches('\u{feff}'), heads.join(","), "other columns than are shown");
    assert_eq!(i64::try_from(lines.count()).unwrap(), matching, "one line each");
    let by_both = format!("SELECT list_title, 1 FROM crm_people WHERE {known} ORDER BY sort_status, sort_name");
    let wanted: Vec<String> = counted(&workspace, &by_both).into_iter().map(|(name, _)| name).collect();
    let names: Vec<&str> = written.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect();
    assert_eq!(names, wanted, "another order than is shown");

    // The history of one of those says who changed it, how, and that it was taken back.
    let me = window.text("[data-testid='who'] > span:first-child");
    let _ = window.script(&format!("location.hash = '#/people/{}'", chosen[0]), &[]);
    let _ = window.see_text("[data-testid='history-entry']", &format!("by hand, {me}"));
    let _ = window.see_text("[data-testid='history-entry']", &format!("by undoing, {me}"));
    let _ = window.see_text("[data-testid='history-entry']", "Lighthouse keeper");
    contacts(&window);

    // Nothing matches: the sentence is said, with one way on.
    window.press(&["f"]);
    write(&window, "name is \"Nobody at all\"");
    window.press(&[key::ENTER]);
    window.see("[data-testid='empty']");
    gallery.picture(&window, "list-nothing");
    window.press(&["U"]);
    total(&window, all);
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}

/// Id and name of a line of the list.
fn row(window: &Window, line: u32) -> (String, String) {
    let css = format!("[data-testid='contacts-row'][aria-rowindex='{line}']");
    window.see(&css);
    let found = window.script(
        "const row = document.querySelector(arguments[0]);
         return [row.dataset.id, row.querySelector(\"[data-testid='cell-name']\").textContent]",
        &[css.into()],
    );
    let part = |at: usize| found[at].as_str().unwrap().to_owned();
    (part(0), part(1))
}

/// The ids of the lines that are selected and on the screen.
fn selected(window: &Window) -> Vec<String> {
    let found = window.script(
        "return [...document.querySelectorAll(\"[data-testid='contacts-row'][aria-selected='true']\")].map((e) => e.dataset.id)",
        &[],
    );
    found.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect()
}
