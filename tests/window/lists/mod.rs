//! Lists by keyboard alone: filters, sorts, groups, views, edits, boards, exports. Every figure on the screen is the one
//! that plain SQL counts.

mod boards;
mod contacts;
mod kinds;

use std::path::Path;

use rusqlite::{Connection, OpenFlags};
use serde_json::Value;
use velocity_tests::Window;
use velocity_tests::window::key;

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

/// Folds every group, so that all headings are on the screen.
fn fold_all(window: &Window) {
    loop {
        let folded = window.script(
            "const open = document.querySelector(\"[data-testid='group-heading'] button[aria-expanded='true']\");
             open?.click(); return open === null;",
            &[],
        );
        if folded == Value::Bool(true) {
            return;
        }
        window.see("[data-testid='group-heading'] button[aria-expanded='false']");
    }
}

/// The headings of all groups say what SQL says, and there are no others.
#[track_caller]
fn same_groups(window: &Window, css: &str, workspace: &Path, question: &str) {
    let mut wanted = counted(workspace, question);
    wanted.sort();
    let mut shown = Vec::new();
    // What a list counts anew comes a moment after what was changed in it.
    for _ in 0..100 {
        shown = groups(window, css);
        shown.sort();
        if shown == wanted {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    assert_eq!(shown, wanted, "{question}");
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
