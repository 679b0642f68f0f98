//! What somebody asks for from a dossier who may not do it, how a founder finds it in the queue, and what is counted.

use serde_json::Value;
use velocity_tests::window::key;
use velocity_tests::{Desk, Window};

use super::super::broker_sheet::sql;
use super::super::gallery::Gallery;
use super::super::{ask, contacts, on, workspace};

fn go_to(window: &Window, id: &str) {
    window.press(&["g", "c"]);
    window.see("[data-testid='contacts-row']");
    let _ = window.script("location.hash = arguments[0]", &[format!("#/people/{id}").into()]);
    window.see("[data-testid='client360']");
}

#[test]
fn an_unmerge_a_merge_and_a_value_are_asked_for_in_a_dossier_and_decided_in_the_queue() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let made = |fields: &[&str]| {
        let told = ask(&desk, &workspace, &[&["create", "person"], fields].concat());
        told["entity"]["id"].as_str().unwrap().to_owned()
    };
    let one = made(&["full_name=Tara Bose", "phone=+919830067890", "job_title=Architect", "language=Bengali"]);
    let other = made(&["full_name=Tara Basu", "email=tara.basu@a-long-studio-name.example", "nickname=Tuki"]);
    let twin = made(&["full_name=Tara Bosu", "phone=+919830067890"]);
    let _ = ask(&desk, &workspace, &["role", "grant", "omar", "operator"]);
    let asked = ask(&desk, &workspace, &["merge", "person", &one, &other, "--survivor", &one]);
    let (id, seen) = (asked["proposal_id"].as_str().unwrap(), asked["seen"].as_str().unwrap());
    let _ = ask(&desk, &workspace, &["review", "decide", id, "--decision", "approve", "--seen", seen]);
    let _ = ask(&desk, &workspace, &["update", "person", &one, "job_title=Painter"]);
    let mut gallery = Gallery::default();
    {
        let window = desk.open([on(&workspace, None), vec!["--as".into(), "omar".into()]].concat());
        window.size(1280, 800);
        go_to(&window, &one);
        // Taken apart: not by an operator, but asked for, with the edit placed.
        window.press(&["u"]);
        window.see("[data-testid='unmerge-not-mine']");
        let _ = window.see_text("[data-testid='edit-since']", "Painter");
        gallery.picture(&window, "unmerge-asked");
        window.press(&["2", key::ENTER]);
        window.see_no("[data-testid='unmerge-dialog']");
        let _ = window.see_text("[data-testid='asked']", "Left to a reviewer");
        // A value of the past.
        let _ = window.see_text("[data-testid='history-entry']", "Architect");
        window.see("[data-testid='restore-value']");
        let _ = window.script("document.querySelector('[data-testid=\"restore-value\"]').focus()", &[]);
        gallery.picture(&window, "client360-restore");
        window.click("[data-testid='restore-value']");
        let waits = || ask(&desk, &workspace, &["review", "list"])["items"].as_array().map_or(0, Vec::len);
        // What an operator asks for here they may decide themselves: they are taken to it.
        window.see("[data-testid='review-item'][data-kind='restore']");
        assert_eq!(waits(), 2);
        // The value is back, and gone again with one key.
        let titled = |title: &str| {
            let hex = format!("upper(replace('{one}', '-', ''))");
            sql(&workspace, &format!("SELECT count(*) FROM crm_people WHERE job_title = '{title}' AND hex(id) = {hex}"))
        };
        window.press(&["a"]);
        window.see_text("[data-testid='review-outcome']", "approved");
        assert_eq!((titled("Architect"), titled("Painter")), (1, 0));
        window.press(&["z"]);
        window.see_text("[data-testid='review-outcome']", "taken back");
        assert_eq!((titled("Architect"), titled("Painter")), (0, 1));
        assert_eq!(window.complaints(), Vec::<String>::new());
    }
    let list = |kind: &str| ask(&desk, &workspace, &["review", "list", "--kind", kind])["items"].clone();
    assert_eq!(list("unmerge").as_array().map(Vec::len), Some(1));

    let window = desk.open(on(&workspace, None));
    window.size(1280, 800);
    go_to(&window, &one);
    // Somebody else is the same: straight to the question.
    window.press(&["m"]);
    window.see("[data-testid='same-as-input']");
    window.type_into("[data-testid='same-as-input']", "Bosu");
    let _ = window.see_text("[data-testid='same-as-hit']", "Tara Bosu");
    gallery.picture(&window, "same-as");
    window.press(&[key::ENTER]);
    window.see("[data-testid='review-item'][data-kind='merge']");
    gallery.picture(&window, "review-about-one");
    window.press(&["x"]);
    window.see_text("[data-testid='review-outcome']", "not the same");
    window.press(&["C"]);
    let waiting = "[data-testid='review-item'][data-kind='unmerge']";
    window.see("[data-testid='queue-row']");
    for step in ["k", "k", "k", "k", "j", "j", "j", "j"] {
        if window.count(waiting) > 0 {
            break;
        }
        window.press(&[step]);
        std::thread::sleep(std::time::Duration::from_millis(300));
    }
    window.see(waiting);
    let _ = window.see_text("[data-testid='review-apart']", "Painter");
    assert_eq!(window.count("[data-testid='review-apart']"), 1);
    gallery.picture(&window, "review-unmerge");
    window.press(&["a"]);
    window.see_text("[data-testid='review-outcome']", "taken apart");
    window.see_no("[data-testid='queue'][data-sending]");
    let now = ask(&desk, &workspace, &["get", "person", &other]);
    assert_eq!(now["record"]["entity"]["id"], other.as_str(), "it stands again");
    assert!(now.to_string().contains("Painter"), "the edit went where the operator put it: {now:#}");

    // What was decided, in the core's own figures.
    window.press(&["h"]);
    window.see("[data-testid='review-figures']");
    let shown = |id: &str| window.text(&format!("[data-testid='{id}']"));
    let grants = ask(&desk, &workspace, &["role", "list"]);
    let owner = grants["grants"].as_array().unwrap().iter().find(|g| g["role"] == "owner");
    let user = owner.expect("an owner")["user"].clone();
    let figures = ask(&desk, &workspace, &["review", "metrics", "--reviewer", user.as_str().unwrap()]);
    let own: &Value =
        figures["reviewers"].as_array().unwrap().iter().find(|f| f["reviewer"] == user).expect("own figures");
    assert_eq!(shown("figures-decided"), own["decided"].to_string());
    assert_eq!(shown("figures-rejected"), own["rejected"].to_string());
    assert_eq!(shown("figures-sets"), own["in_sets"].to_string());
    assert_eq!(shown("figures-back"), own["taken_back"].to_string());
    let by_hand = format!(
        "SELECT count(*) FROM workflow_decisions WHERE json_extract(artifact, '$.reviewer_ref') = '{}'
         AND json_extract(artifact, '$.decision') = 'reject'",
        user.as_str().unwrap()
    );
    assert_eq!(shown("figures-rejected"), sql(&workspace, &by_hand).to_string());
    assert_eq!(window.count("[data-testid='sitting-figures']"), figures["sittings"].as_array().unwrap().len());
    gallery.picture(&window, "review-figures");
    assert!(!twin.is_empty());
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}

#[test]
fn whoever_may_not_look_at_the_queue_is_told_who_may() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let _ = ask(&desk, &workspace, &["create", "person", "full_name=Tara Bose"]);
    let _ = ask(&desk, &workspace, &["role", "grant", "priya", "presenter"]);
    let window = desk.open([on(&workspace, None), vec!["--as".into(), "priya".into()]].concat());
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    contacts(&window);
    let _ = window.script("location.hash = '#/review'", &[]);
    window.see("[role='alert']");
    gallery.picture(&window, "review-error");
    gallery.bars_nobody();
}
