//! Stories in the real window: what a person sees and does.
#![allow(clippy::unwrap_used, reason = "a story that fails may panic, in its helpers too")]

mod archive;
mod broker_sheet;
mod by_hand;
mod calls;
mod erased;
mod gallery;
mod history;
mod import;
mod keyboard;
mod lists;
mod log;
mod made_up;
mod missions;
mod palette;
mod pasting;
mod read_only;
mod review;
mod rights;
mod screens;
mod second_start;
mod switching;
mod today;
mod tour;
mod twins;

use std::ffi::OsString;
use std::path::PathBuf;

use velocity_tests::Desk;

/// A fresh, empty workspace on the desk.
fn workspace(desk: &Desk) -> PathBuf {
    let folder = desk.path("workspace");
    let made = desk.velocity(["--workspace".as_ref(), folder.as_os_str(), "init".as_ref()]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    folder
}

/// A demo workspace on the desk, with people who wait for a decision.
fn demo(desk: &Desk) -> PathBuf {
    let folder = desk.path("demo");
    let made = desk.velocity(["--workspace".as_ref(), folder.as_os_str(), "init".as_ref(), "--demo".as_ref()]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    folder
}

/// From wherever the window stands to the list of contacts, with somebody in it.
fn contacts(window: &velocity_tests::Window) {
    window.see("[data-testid='nav-contacts']");
    // A window that has just come, or a menu that is closing over it, hears no key yet.
    for _ in 0..5 {
        window.press(&["g", "c"]);
        for _ in 0..20 {
            if window.count("[data-testid='contacts-row']") > 0 {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
    }
    window.see("[data-testid='contacts-row']");
}

/// The figures beside the names of screens are those of SQL. What waits for nobody has no badge.
#[track_caller]
fn counts_beside_names(window: &velocity_tests::Window, workspace: &std::path::Path) {
    let open = "SELECT count(*) FROM workflow_proposals p LEFT JOIN workflow_imports i USING (import)
        WHERE p.review_required = 1
        AND NOT EXISTS (SELECT 1 FROM workflow_lifecycle l WHERE l.artifact_id = p.proposal_id)
        AND (p.import IS NULL OR (p.plan = i.plan AND i.state NOT IN ('undoing', 'undone')))";
    let imports = "SELECT count(*) FROM workflow_imports
        WHERE state IN ('proposed', 'committing') AND duplicate_of IS NULL";
    for (place, question) in [
        ("[data-testid='nav-contacts'] .tabular-nums", "SELECT count(*) FROM crm_people WHERE archived = 0"),
        ("[data-testid='nav-accounts'] .tabular-nums", "SELECT count(*) FROM crm_accounts WHERE archived = 0"),
        ("[data-testid='review-waiting']", open),
        ("[data-testid='imports-waiting']", imports),
    ] {
        let count = broker_sheet::sql(workspace, question);
        if place.ends_with("waiting']") && count == 0 {
            window.see_no(place);
        } else {
            window.see_number(place, count);
        }
    }
}

/// What the command line says of a workspace, as JSON.
fn ask(desk: &Desk, workspace: &std::path::Path, words: &[&str]) -> serde_json::Value {
    let mut arguments: Vec<OsString> = vec!["--workspace".into(), workspace.into(), "--json".into()];
    arguments.extend(words.iter().map(Into::into));
    let answer = desk.velocity(arguments);
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(answer.status.success(), "{words:?}: {} {}", said(&answer.stdout), said(&answer.stderr));
    serde_json::from_slice(&answer.stdout).unwrap()
}

/// The arguments that open the window on a workspace, with a file when there is one.
fn on(workspace: &std::path::Path, file: Option<&std::path::Path>) -> Vec<OsString> {
    let mut arguments = vec!["--workspace".into(), workspace.into()];
    arguments.extend(file.map(Into::into));
    arguments
}
