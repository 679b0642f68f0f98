//! Lists by keyboard alone: filters, sorts, groups, views, edits, boards, exports. Every figure on the screen is the one
//! that plain SQL counts.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};
use serde_json::Value;
use velocity_tests::window::key;
use velocity_tests::{Desk, Window};

use super::broker_sheet::sql;
use super::gallery::Gallery;
use super::{demo, on};

/// Texts from the workspace, asked of SQLite itself: a label and a count each.
fn counted(workspace: &Path, question: &str) -> Vec<(String, u64)> {
    let file = workspace.join("velocity.db");
    let conn = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let mut asked = conn.prepare(question).unwrap();
    let rows = asked.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    rows.map(Result::unwrap).collect()
}

fn write(window: &Window, text: &str) {
    let keys: Vec<String> = text.chars().map(String::from).collect();
    window.press(&keys.iter().map(String::as_str).collect::<Vec<_>>());
}

/// Waits until the list says that it has so many.
#[track_caller]
fn total(window: &Window, count: i64) {
    window.see(&format!("[data-testid='list-total'][data-total='{count}']"));
}

/// The groups on the screen with their counts.
fn groups(window: &Window, css: &str) -> Vec<(String, u64)> {
    let script =
        "return [...document.querySelectorAll(arguments[0])].map((e) => [e.dataset.group, Number(e.dataset.count)])";
    let found: Value = window.script(script, &[css.into()]);
    let pair = |v: &Value| (v[0].as_str().unwrap().to_owned(), v[1].as_u64().unwrap());
    found.as_array().unwrap().iter().map(pair).collect()
}

/// Moves the cell cursor of a list to a column.
#[track_caller]
fn to_column(window: &Window, field: &str) {
    let here = format!("[data-testid='cell-{field}'][data-cell]");
    window.press(&[key::LEFT; 12]);
    for _ in 0..12 {
        if window.count(&here) > 0 {
            return;
        }
        window.press(&[key::RIGHT]);
    }
    panic!("no column {field}");
}

/// The save dialog belongs to the system: whoever is asked for a place gives this one.
fn choose_place(window: &Window, path: &Path) {
    let script = "const [place] = arguments; const real = window.fetch;
        const answer = () => new Response(JSON.stringify(place),
            { headers: { 'Content-Type': 'application/json', 'Tauri-Response': 'ok' } });
        window.fetch = (what, ...rest) => /dialog.*save/.test(decodeURIComponent(String(what?.url ?? what)))
            ? Promise.resolve(answer()) : real.call(window, what, ...rest);";
    let _ = window.script(script, &[path.display().to_string().into()]);
}

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
    let by_status =
        counted(&workspace, &format!("SELECT lead_status, count(*) FROM crm_people WHERE {both} GROUP BY 1"));
    let mut shown = groups(&window, "[data-testid='group-heading']");
    shown.retain(|group| by_status.iter().any(|(label, _)| *label == group.0));
    assert!(!shown.is_empty(), "no group of {by_status:?} is on the screen");
    for group in &shown {
        assert!(by_status.contains(group), "{group:?} is not among {by_status:?}");
    }
    gallery.picture(&window, "list-grouped");
    window.press(&["w"]);
    window.see("[data-testid='view-name']");
    write(&window, "With an owner");
    gallery.picture(&window, "list-view-dialog");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='view-tab'][aria-selected='true']", "With an owner");
    assert_eq!(sql(&workspace, "SELECT count(*) FROM workflow_views WHERE name = 'With an owner'"), 1);
    window.press(&["1"]);
    total(&window, sql(&workspace, "SELECT count(*) FROM crm_people WHERE archived = 0"));

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

    // Several at once: seen before, done, and back.
    window.press(&["J", "J"]);
    let _ = window.see_text("[data-testid='selected-count']", "3 contacts");
    gallery.picture(&window, "list-selected");
    window.press(&["E"]);
    window.see("[data-testid='bulk-value']");
    write(&window, "Lighthouse keeper");
    let _ = window.see_text("[data-testid='bulk-changing']", "3");
    gallery.picture(&window, "list-bulk");
    window.press(&[key::ENTER]);
    window.see_no("[data-testid='bulk-dialog']");
    let _ = window.see_text("[data-testid='list-notice']", "3 contacts changed");
    assert_eq!(sql(&workspace, keepers), 3);
    window.press(&["z"]);
    let _ = window.see_text("[data-testid='list-notice']", "Taken back");
    assert_eq!(sql(&workspace, keepers), 0);

    // Columns, and exactly what is shown in a file.
    window.press(&[","]);
    window.see("[data-testid='columns-dialog']");
    gallery.picture(&window, "list-columns");
    window.press(&[key::ESCAPE]);
    window.see_no("[data-testid='columns-dialog']");
    let file = desk.path("shown.csv");
    choose_place(&window, &file);
    window.chord(&[key::CONTROL, "e"]);
    let _ = window.see_text("[data-testid='list-notice']", "written to");
    let written = std::fs::read_to_string(&file).unwrap();
    let all = sql(&workspace, "SELECT count(*) FROM crm_people WHERE archived = 0");
    assert_eq!(i64::try_from(written.lines().count()).unwrap(), all + 1, "one line each, and the header");

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

#[test]
fn deals_move_over_their_board_by_keyboard_and_back() {
    let desk = Desk::new();
    let workspace = demo(&desk);
    let window = desk.open(on(&workspace, None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    window.press(&["g", "o"]);
    window.see("[data-testid='board-card']");
    gallery.picture(&window, "board-open-deals");
    // Every deal, open or over, by its stage.
    window.press(&["2"]);
    window.see("[data-testid='opportunities-row']");
    window.press(&["b"]);
    window.see("[data-testid='board-card']");
    let stages = "SELECT stage, count(*) FROM crm_opportunities WHERE archived = 0 AND stage IS NOT NULL GROUP BY 1";
    let all = counted(&workspace, stages);
    let shown = groups(&window, "[data-testid='board-column']");
    for (stage, count) in &all {
        assert!(shown.contains(&(stage.replace('_', " "), *count)), "{stage}: {count} is not among {shown:?}");
    }
    window.press(&["j"]);
    window.see("[data-testid='board-card'][data-current]");
    gallery.picture(&window, "board-pipeline");

    let before = counted(&workspace, stages);
    window.press(&["L"]);
    window.see("[data-testid='list-notice']");
    let after = counted(&workspace, stages);
    assert_ne!(before, after, "the card did not move");
    window.see("[data-testid='board-card'][data-current]");
    gallery.picture(&window, "board-moved");
    window.press(&["z"]);
    let _ = window.see_text("[data-testid='list-notice']", "Taken back");
    assert_eq!(counted(&workspace, stages), before);
    window.see("[data-testid='board-card'][data-current]");

    // Under its name every column shows what its deals sum up to, a currency each.
    let wanted = counted(
        &workspace,
        "SELECT replace(stage, '_', ' ') || ' ' || coalesce(json_extract(amount, '$.currency'), ''),
         CAST(round(sum(CAST(json_extract(amount, '$.amount') AS REAL))) AS INTEGER) AS total FROM crm_opportunities
         WHERE archived = 0 AND stage IS NOT NULL AND amount IS NOT NULL GROUP BY 1 HAVING total > 0",
    );
    let sums = window.script(
        "return [...document.querySelectorAll(\"[data-testid='board-column'] [data-amount]\")].map((sum) =>
            [sum.closest('[data-group]').dataset.group + ' ' + sum.dataset.currency, Math.round(Number(sum.dataset.amount))])",
        &[],
    );
    let mut sums: Vec<(String, u64)> = sums
        .as_array()
        .unwrap()
        .iter()
        .map(|sum| (sum[0].as_str().unwrap().to_owned(), sum[1].as_u64().unwrap()))
        .collect();
    sums.retain(|(name, _)| !name.starts_with("No stage"));
    sums.sort();
    let mut wanted = wanted;
    wanted.sort();
    assert!(!wanted.is_empty());
    assert_eq!(sums, wanted, "the sums on the board are not those of the deals");

    // The mouse carries a card as well, and the same key takes it back.
    window.drag(
        "[data-testid='board-column']:nth-child(1) [data-testid='board-card']",
        "[data-testid='board-column']:nth-child(3)",
    );
    window.see("[data-testid='list-notice']");
    assert_ne!(counted(&workspace, stages), before, "the card was not carried");
    gallery.picture(&window, "board-carried");
    window.press(&["z"]);
    let _ = window.see_text("[data-testid='list-notice']", "Taken back");
    assert_eq!(counted(&workspace, stages), before);
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}

#[test]
fn every_kind_of_record_has_its_list_with_the_count_of_sql() {
    let desk = Desk::new();
    let workspace = demo(&desk);
    let window = desk.open(on(&workspace, None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    for (keys, name, last, table) in [
        (["g", "a"], "accounts", "1", "crm_accounts"),
        (["g", "h"], "households", "1", "crm_households"),
        (["g", "o"], "opportunities", "2", "crm_opportunities"),
        (["g", "t"], "tasks", "5", "crm_tasks"),
        (["g", "l"], "activity", "1", "crm_interactions"),
        (["g", "b"], "properties", "1", "crm_property_interests"),
    ] {
        window.press(&keys);
        window.see(&format!("[data-testid='nav-{name}'][aria-current='page']"));
        window.see("[data-testid='view-tab']");
        window.press(&[last]);
        let count = sql(&workspace, &format!("SELECT count(*) FROM {table} WHERE archived = 0"));
        total(&window, count);
        window.see(&if count == 0 { "[data-testid='empty']".into() } else { format!("[data-testid='{name}-row']") });
        if name == "properties" {
            let _ = window.see_text("[data-testid='properties-row']", "Viewing requested");
        }
        gallery.picture(&window, &format!("list-{name}"));
    }
    window.press(&["g", "t", "4"]);
    window.see("[data-testid='board-card'], [data-testid='empty']");
    gallery.picture(&window, "board-tasks");
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}
