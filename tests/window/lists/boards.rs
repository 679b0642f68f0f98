//! Boards: cards by what they stand at.

use velocity_tests::Desk;

use super::{counted, same_groups, total};
use crate::broker_sheet::sql;
use crate::gallery::Gallery;
use crate::{demo, on};

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
    let open = "archived = 0 AND won_at IS NULL AND lost_at IS NULL AND coalesce(status, '') NOT IN ('Won', 'Lost')";
    same_groups(
        &window,
        "[data-testid='board-column']",
        &workspace,
        &format!(
            "SELECT coalesce(replace(stage, '_', ' '), 'No stage'), count(*) FROM crm_opportunities WHERE {open} GROUP BY 1"
        ),
    );
    total(&window, sql(&workspace, &format!("SELECT count(*) FROM crm_opportunities WHERE {open}")));
    // Every deal, open or over, by its stage.
    window.press(&["2"]);
    window.see("[data-testid='opportunities-row']");
    window.press(&["b"]);
    window.see("[data-testid='board-card']");
    let stages = "SELECT stage, count(*) FROM crm_opportunities WHERE archived = 0 AND stage IS NOT NULL GROUP BY 1";
    let columns = "SELECT coalesce(replace(stage, '_', ' '), 'No stage'), count(*) FROM crm_opportunities
        WHERE archived = 0 GROUP BY 1";
    same_groups(&window, "[data-testid='board-column']", &workspace, columns);
    window.press(&["j"]);
    window.see("[data-testid='board-card'][data-current]");
    gallery.picture(&window, "board-pipeline");

    let before = counted(&workspace, stages);
    window.press(&["L"]);
    window.see("[data-testid='list-notice']");
    let after = counted(&workspace, stages);
    assert_ne!(before, after, "the card did not move");
    same_groups(&window, "[data-testid='board-column']", &workspace, columns);
    window.see("[data-testid='board-card'][data-current]");
    gallery.picture(&window, "board-moved");
    window.press(&["z"]);
    let _ = window.see_text("[data-testid='list-notice']", "Taken back");
    assert_eq!(counted(&workspace, stages), before);
    same_groups(&window, "[data-testid='board-column']", &workspace, columns);
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

    // The deal itself tells of both: who moved it, and that it was taken back.
    let me = window.text("[data-testid='who'] > span:first-child");
    let deal = "SELECT lower(hex(entity_id)), 1 FROM graph_deltas ORDER BY delta DESC LIMIT 1";
    let deal = &counted(&workspace, deal)[0].0;
    let parts = [&deal[..8], &deal[8..12], &deal[12..16], &deal[16..20], &deal[20..]].join("-");
    let _ = window.script(&format!("location.hash = '#/records/opportunity/{parts}'"), &[]);
    let _ = window.see_text("[data-testid='history-entry']", &format!("by hand, {me}"));
    let _ = window.see_text("[data-testid='history-entry']", &format!("by undoing, {me}"));
    let told = format!("SELECT count(*) FROM graph_deltas WHERE entity_id = x'{deal}' OR other_id = x'{deal}'");
    window.see_number("[data-testid='history'] h2 span", sql(&workspace, &told));
    gallery.picture(&window, "record-opportunity");
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}

#[test]
fn tasks_properties_and_contacts_have_boards_with_the_counts_of_sql() {
    let desk = Desk::new();
    let workspace = demo(&desk);
    let window = desk.open(on(&workspace, None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    for (keys, none, question) in [
        (&["g", "t", "4"][..], "No status", "SELECT status, count(*) FROM crm_tasks WHERE archived = 0 GROUP BY 1"),
        (
            &["g", "b", "2"],
            "No interest",
            "SELECT upper(substr(stage, 1, 1)) || replace(substr(stage, 2), '_', ' '), count(*)
             FROM crm_property_interests WHERE archived = 0 GROUP BY 1",
        ),
        (
            &["g", "c", "b"],
            "No lead status",
            "SELECT lead_status, count(*) FROM crm_people WHERE archived = 0 GROUP BY 1",
        ),
    ] {
        window.press(keys);
        window.see("[data-testid='board-card']");
        let question =
            format!("WITH counts (label, n) AS ({question}) SELECT coalesce(label, '{none}'), n FROM counts");
        same_groups(&window, "[data-testid='board-column']", &workspace, &question);
        gallery.picture(&window, &format!("board-{}", keys[1]));
    }
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}
