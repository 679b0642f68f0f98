//! Every kind of record has its list, and every list the views that it came with.

use std::path::Path;

use velocity_tests::{Desk, Window};

use super::total;
use crate::broker_sheet::sql;
use crate::gallery::Gallery;
use crate::{counts_beside_names, demo, on};

#[test]
fn every_kind_of_record_has_its_list_with_the_count_of_sql() {
    let desk = Desk::new();
    let workspace = demo(&desk);
    let window = desk.open(on(&workspace, None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    // Who opened the window is the one that "me" stands for.
    let me = window.text("[data-testid='who'] > span:first-child");
    let day = |field: &str| {
        format!(
            "CASE length({field}) WHEN 10 THEN {field} WHEN 19 THEN substr({field}, 1, 10) ELSE date({field}, 'localtime') END"
        )
    };
    let week = "BETWEEN date('now', 'localtime', 'weekday 0', '-6 days') AND date('now', 'localtime', 'weekday 0')";
    let month = "BETWEEN date('now', 'localtime', 'start of month')
        AND date('now', 'localtime', 'start of month', '+1 month', '-1 day')";
    let going = "won_at IS NULL AND lost_at IS NULL AND coalesce(status, '') NOT IN ('Won', 'Lost')";
    let to_do = "done_at IS NULL AND coalesce(status, '') <> 'Completed'";
    let mine = format!("coalesce(owner, assignee) = '{me}'");
    let lists: [(&str, &str, &str, Vec<String>); 7] = [
        ("c", "contacts", "crm_people", vec![
            "1".into(),
            mine.clone(),
            // The last contact is the newest of what a file says and what was said; notes and calls in vain are none.
            format!(
                "NOT EXISTS (SELECT 1 FROM (SELECT last_contacted_at AS at UNION ALL SELECT i.at FROM crm_relationships r
                     JOIN crm_interactions i ON i.id = r.from_id WHERE r.to_id = crm_people.id AND i.archived = 0
                     AND i.channel <> 'note' AND coalesce(i.outcome, '') <> 'No answer')
                 WHERE {} > date('now', 'localtime', '-30 days'))",
                day("at")
            ),
            "CAST(score AS REAL) > 70".into(),
        ]),
        ("a", "accounts", "crm_accounts", vec!["1".into(), format!("owner = '{me}'")]),
        ("h", "households", "crm_households", vec!["1".into()]),
        ("o", "opportunities", "crm_opportunities", vec![
            going.into(),
            "1".into(),
            format!("{going} AND owner = '{me}'"),
            format!("{going} AND {} {month}", day("close_date")),
        ]),
        ("t", "tasks", "crm_tasks", vec![
            format!("{to_do} AND assignee = '{me}'"),
            format!("{to_do} AND {} < date('now', 'localtime')", day("due_at")),
            format!("{to_do} AND {} {week}", day("due_at")),
            "1".into(),
            "1".into(),
        ]),
        ("l", "activity", "crm_interactions", vec![
            "1".into(),
            format!("{} {week}", day("at")),
            format!("assignee = '{me}'"),
        ]),
        ("b", "properties", "crm_property_interests", vec!["1".into(), "1".into()]),
    ];
    for (letter, name, table, views) in &lists {
        window.press(&["g", letter]);
        window.see(&format!("[data-testid='nav-{name}'][aria-current='page']"));
        counts_beside_names(&window, &workspace);
        // The first one last: of it the picture is.
        for (at, view) in views.iter().enumerate().rev() {
            window.press(&[&(at + 1).to_string()]);
            window.see(&format!("[data-testid='view-tab']:nth-of-type({})[aria-selected='true']", at + 1));
            let count = sql(&workspace, &format!("SELECT count(*) FROM {table} WHERE archived = 0 AND ({view})"));
            total(&window, count);
        }
        window.see(&format!("[data-testid='{name}-row'], [data-testid='board-card'], [data-testid='empty']"));
        if *name == "properties" {
            let _ = window.see_text("[data-testid='properties-row']", "Viewing requested");
        }
        if *name == "accounts" {
            linked_counts(&window, &workspace);
        }
        gallery.picture(&window, &format!("list-{name}"));
    }
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}

/// Every row of accounts on the screen counts its people and its deals as SQL does.
fn linked_counts(window: &Window, workspace: &Path) {
    let rows = window.script(
        "return [...document.querySelectorAll(\"[data-testid='accounts-row']\")].map((row) => [row.dataset.id,
            ...['people', 'opportunities'].map((n) => row.querySelector(`[data-testid='cell-${n}']`)?.textContent ?? '-')])",
        &[],
    );
    let rows = rows.as_array().unwrap();
    assert!(rows.len() > 5, "hardly an account is on the screen");
    for row in rows {
        let id = row[0].as_str().unwrap().replace('-', "");
        for (at, table) in [(1, "crm_people"), (2, "crm_opportunities")] {
            let Some(shown) = row[at].as_str().filter(|shown| *shown != "-") else { continue };
            let count = sql(
                workspace,
                &format!(
                    "SELECT count(DISTINCT x.id) FROM crm_relationships r JOIN {table} x ON x.id = r.from_id
                     WHERE r.to_id = x'{id}' AND x.archived = 0"
                ),
            );
            let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
            assert_eq!(digits.parse().unwrap_or(0), count, "{table} of the account {id}");
        }
    }
    assert!(rows.iter().any(|row| row[1] != "-"), "no account counts its people");
}
