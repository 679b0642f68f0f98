//! A broker's sheet with everything wrong in it goes in clean, by keyboard alone, and comes out again.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use velocity_tests::window::key;
use velocity_tests::{Desk, Window};

use super::gallery::Gallery;
use super::keyboard::tab_to;
use super::{on, workspace};

/// Five thousand rows are read and planned in a build without optimisation.
const LONG: Duration = Duration::from_secs(180);

const FATES: [&str; 6] = ["create", "update", "merge", "unchanged", "hold", "reject"];

/// One number from the workspace, asked of SQLite itself.
pub(super) fn sql(workspace: &Path, question: &str) -> i64 {
    let file = workspace.join("velocity.db");
    let conn = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    conn.busy_timeout(Duration::from_secs(10)).unwrap();
    conn.query_row(question, [], |row| row.get(0)).unwrap_or_else(|problem| panic!("{question}: {problem}"))
}

/// Rows whose newest fate is this one.
fn rows_of(workspace: &Path, fate: &str) -> i64 {
    sql(
        workspace,
        &format!(
            "SELECT count(*) FROM import_row_fates f WHERE f.fate = '{fate}' AND f.step =
             (SELECT max(step) FROM import_row_fates g WHERE g.import = f.import AND g.row_number = f.row_number)"
        ),
    )
}

/// The number that a text shows, whatever groups its digits.
pub(super) fn number(text: &str) -> i64 {
    text.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap_or(0)
}

/// Presses a key until an element is there.
fn press_until(window: &Window, key: &str, css: &str) {
    for _ in 0..60 {
        if window.count(css) > 0 {
            return;
        }
        window.press(&[key]);
        std::thread::sleep(Duration::from_millis(30));
    }
    panic!("{css} is not reached by {key}");
}

/// Puts the cursor of the columns on one of them.
fn to_column(window: &Window, header: &str) {
    press_until(window, "k", "li[aria-current='true']:first-child");
    press_until(window, "j", &format!("[data-testid='column-panel'][aria-label='Column {header}']"));
}

/// Says which field a column is, where that was not found.
fn choose(window: &Window, header: &str, field: &str) {
    to_column(window, header);
    if window.count("li[aria-current='true'][data-status='mapped']") > 0 {
        return;
    }
    window.press(&["f"]);
    window.see("[data-testid='field-input']");
    type_text(window, field);
    window.see(&format!("[data-testid='field-{field}'][data-selected='true']"));
    window.press(&[key::ENTER]);
    planned(window);
}

pub(super) fn type_text(window: &Window, text: &str) {
    for letter in text.chars() {
        window.press(&[letter.to_string().as_str()]);
    }
}

/// Waits until the plan that was asked for stands.
fn planned(window: &Window) {
    std::thread::sleep(Duration::from_millis(300));
    for _ in 0..1_200 {
        if window.count("[data-testid='replanning']") == 0 {
            assert_eq!(window.count("[data-testid='plan-refused']"), 0, "the plan was refused");
            return;
        }
        std::thread::sleep(Duration::from_millis(150));
    }
    panic!("the plan did not come");
}

#[test]
fn a_messy_sheet_of_five_thousand_rows_goes_in_clean_by_keyboard_alone_and_comes_out_again() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let mess = testkit::mess::make("broker", 4, Some(5_000)).unwrap();
    let file = desk.path(&mess.name);
    std::fs::write(&file, &mess.bytes).unwrap();
    let window = desk.open(on(&workspace, Some(&file)));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    window.see_within("[data-testid='review-file']", LONG);

    // 1 · File: titles, sections and totals are beside the data, and every row of data is there.
    window.press(&["1"]);
    window.see("[data-testid='set-aside']");
    window.see("[data-testid='cell-1-0']");
    gallery.picture(&window, "broker-file");
    let rows = sql(&workspace, "SELECT row_count FROM raw_import_batches");
    assert!(rows >= 5_000, "{rows} rows: some of the data was set aside");

    // 2 · Columns: the date question is asked in words, and one key answers it.
    window.press(&["2"]);
    window.see("[data-testid='column-row-0']");
    gallery.picture(&window, "broker-columns");
    for (header, field) in
        [("Customer Nm", "person.full_name"), ("Birth Dt.", "person.birth_date"), ("Handled by", "person.assignee")]
    {
        choose(&window, header, field);
    }
    to_column(&window, "Birth Dt.");
    window.see("[aria-current='true'] [data-testid^='column-question']");
    gallery.picture(&window, "broker-question");
    window.press(&["d"]);
    planned(&window);
    window.see_no("[aria-current='true'] [data-testid^='column-question']");
    // One value of a choice is read as another.
    to_column(&window, "Handled by");
    window.press(&["v"]);
    tab_to(&window, "[data-testid='value-to'][data-value='Self']");
    type_text(&window, "Meenal");
    gallery.picture(&window, "broker-values");
    window.press(&[key::ENTER]);
    planned(&window);
    let _ = window.see_text("[data-testid='column-panel']", "Self");

    // 3 · Records: one fix settles every phone number that can't be read, or every other problem that has a fix.
    window.press(&["3"]);
    let _ = window.see_text("[data-testid='fate-sum']", "Adds up");
    gallery.picture(&window, "broker-records");
    window.press(&["p"]);
    window.see("[data-testid='problems-panel']");
    let kinds = number(window.text("[data-testid='problems-open']").split(',').next().unwrap_or_default());
    gallery.picture(&window, "broker-problems");
    tab_to(&window, "[data-testid='fix-leave_empty']");
    window.press(&[key::ENTER]);
    planned(&window);
    window.press(&[key::ESCAPE]);
    window.see_no("[data-testid='problems-panel']");
    window.press(&["p"]);
    let left = number(window.text("[data-testid='problems-open']").split(',').next().unwrap_or_default());
    assert!(left < kinds, "the fix settled nothing: {left} kinds of {kinds}");
    window.press(&[key::ESCAPE]);
    window.see_no("[data-testid='problems-panel']");

    // Two cells are written anew in the sheet, and applied together.
    window.press(&["s"]);
    window.see("[data-testid='cell-1-2']");
    window.press(&[key::RIGHT, key::RIGHT, key::F2]);
    window.see("[data-testid='cell-editor']");
    type_text(&window, "Asha Rao");
    window.press(&[key::ENTER]);
    window.see("[data-testid='cell-2-2'][aria-selected='true']");
    window.press(&["e"]);
    window.see("[data-testid='cell-editor']");
    type_text(&window, "Binod Das");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='apply-corrections']", "Apply 2 corrections");
    gallery.picture(&window, "broker-sheet");
    window.chord(&[key::CONTROL, key::ENTER]);
    planned(&window);
    window.see("[data-testid='cell-1-2'][data-state='corrected']");
    window.press(&["k", "k"]);
    window.see("[data-testid='cell-received']");
    gallery.picture(&window, "broker-corrected");
    window.press(&["s"]);
    window.see("[data-testid='record-row']");

    // The counts shown are those that SQLite counts.
    for fate in FATES {
        let tab = format!("[data-testid='fate-tab-{fate}']");
        let shown = if window.count(&tab) == 0 { 0 } else { number(&window.text(&tab)) };
        assert_eq!(shown, rows_of(&workspace, fate), "{fate}");
    }
    assert_eq!(FATES.iter().map(|fate| rows_of(&workspace, fate)).sum::<i64>(), rows, "every row has one fate");
    let create = rows_of(&workspace, "create");
    assert!(create > 4_000, "only {create} rows would be created");

    // 4 · Matches: whom the rows may be, each to be decided.
    window.press(&["4"]);
    window.see("[data-testid='matches'] [data-testid='review-bar']");
    gallery.picture(&window, "broker-matches");

    // 5 · Commit: one key.
    window.press(&["5"]);
    window.see("[data-testid='proposal']");
    gallery.picture(&window, "broker-commit");
    let promised = number(window.text("[data-testid='safe'] li").as_str());
    window.press(&["a"]);
    window.see_within("[data-testid='approved']", LONG);
    gallery.picture(&window, "broker-approved");
    let people = "SELECT count(*) FROM crm_people WHERE archived = 0";
    assert_eq!(sql(&workspace, people), promised);
    assert_eq!(sql(&workspace, &format!("{people} AND full_name IN ('Asha Rao', 'Binod Das')")), 2);
    assert_eq!(sql(&workspace, &format!("{people} AND assignee = 'Self'")), 0);
    assert!(sql(&workspace, &format!("{people} AND birth_date IS NOT NULL")) > 1_000);

    // And back, as if nothing had been.
    window.press(&["z"]);
    window.see("[data-testid='undo-dialog']");
    tab_to(&window, "[data-testid='undo-confirm']");
    window.press(&[key::ENTER]);
    window.see_within("[data-testid='undone']", LONG);
    gallery.picture(&window, "broker-undone");
    assert_eq!(sql(&workspace, people), 0);
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}
