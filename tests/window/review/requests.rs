//! What an operator wants otherwise and what they take back: requests that a reviewer finds, and takes over by one key.

use velocity_tests::Desk;
use velocity_tests::disk::{ReadOnly, alone};
use velocity_tests::window::key;

use super::super::gallery::Gallery;
use super::super::{ask, on, workspace};

#[test]
fn a_value_wanted_by_an_operator_is_taken_over_by_a_key_and_a_merge_they_take_back_waits() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let made = |fields: &[&str]| {
        let told = ask(&desk, &workspace, &[&["create", "person"], fields].concat());
        told["entity"]["id"].as_str().unwrap().to_owned()
    };
    let one = made(&["full_name=Tara Bose", "phone=+919830067890", "job_title=Architect", "language=Bengali"]);
    let other = made(&["full_name=Tara Basu", "email=tara.basu@studio.example", "job_title=Partner"]);
    let _ = ask(&desk, &workspace, &["merge", "person", &one, &other, "--survivor", &one]);
    let stays = made(&["full_name=Meher Irani", "phone=+919830088811"]);
    let gone = made(&["full_name=Meher Rani", "email=meher.rani@clinic.example"]);
    let asked = ask(&desk, &workspace, &["merge", "person", &stays, &gone, "--survivor", &stays]);
    let (id, seen) = (asked["proposal_id"].as_str().unwrap(), asked["seen"].as_str().unwrap());
    let _ = ask(&desk, &workspace, &["role", "grant", "omar", "reviewer"]);
    let approve = ["--as", "omar", "review", "decide", id, "--decision", "approve", "--seen", seen];
    let _ = ask(&desk, &workspace, &approve);
    let _ = ask(&desk, &workspace, &["role", "grant", "omar", "operator"]);
    let mut gallery = Gallery::default();
    {
        let window = desk.open([on(&workspace, None), vec!["--as".into(), "omar".into()]].concat());
        window.size(1280, 800);
        window.press(&["g", "r"]);
        window.see("[data-testid='review-item'][data-kind='merge']");
        for _ in 0..20 {
            if window.count("[data-testid='review-field-job_title'][aria-current='true']") > 0 {
                break;
            }
            window.press(&[key::DOWN]);
        }
        window.press(&["2"]);
        let _ = window.see_text("[data-testid='review-approve']", "as chosen");
        gallery.picture(&window, "review-operator-chosen");
        window.press(&["a"]);
        window.see_text("[data-testid='review-outcome']", "left to whoever may decide it");
        window.see_no("[data-testid='queue'][data-sending]");
        // A merge decided while that was still their right, taken back: not by an operator.
        window.press(&["h"]);
        let _ = window.see_text("[data-testid='decision-row']", "Meher");
        for _ in 0..20 {
            if window.text("[data-testid='decision-undo'] + span").contains("Meher") {
                break;
            }
            window.press(&["j"]);
            std::thread::sleep(std::time::Duration::from_millis(200));
        }
        window.press(&["z"]);
        window.see_text("[data-testid='review-outcome']", "left to a reviewer");
        gallery.picture(&window, "review-decisions-asked");
        assert_eq!(window.complaints(), Vec::<String>::new());
    }

    let window = desk.open(on(&workspace, None));
    window.size(1280, 800);
    window.press(&["g", "r"]);
    let _ = window.see_text("[data-testid='review-remark']", "omar asks for it");
    let _ = window.see_text("[data-testid='review-remark']", "job title Partner");
    window.press(&["t"]);
    let _ = window.see_text("[data-testid='review-approve']", "as chosen");
    gallery.picture(&window, "review-as-asked");
    window.press(&["a"]);
    window.see_text("[data-testid='review-outcome']", "merged");
    window.see("[data-testid='review-item'][data-kind='unmerge']");
    gallery.picture(&window, "review-undo-asked");
    window.press(&["a"]);
    window.see_text("[data-testid='review-outcome']", "taken apart");
    window.see_no("[data-testid='queue'][data-sending]");
    assert!(ask(&desk, &workspace, &["get", "person", &one]).to_string().contains("Partner"));

    // Two who are not one, but live together: said with the same verdict.
    let _ = ask(&desk, &workspace, &["merge", "person", &stays, &gone]);
    window.see("[data-testid='review-item'][data-kind='merge']");
    window.press(&["w"]);
    window.see("[data-testid='review-relation']");
    gallery.picture(&window, "review-relation");
    window.press(&["1"]);
    window.see_text("[data-testid='review-outcome']", "not the same, and connected");
    window.see_no("[data-testid='queue'][data-sending]");
    let linked = ask(&desk, &workspace, &["get", "person", &stays]);
    assert!(linked["linked"].to_string().contains(&gone), "{linked:#}");
    assert_eq!(ask(&desk, &workspace, &["get", "person", &gone])["record"]["entity"]["id"], gone.as_str());
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}

#[test]
fn on_a_read_only_disk_the_queue_is_looked_at_and_says_why_nothing_is_decided() {
    alone("review::requests::on_a_read_only_disk_the_queue_is_looked_at_and_says_why_nothing_is_decided", || {
        let desk = Desk::new();
        let workspace = workspace(&desk);
        for fields in [["full_name=Tara Bose", "phone=+919830067890"], ["full_name=Tara Basu", "job_title=Partner"]] {
            let _ = ask(&desk, &workspace, &[&["create", "person"], &fields[..]].concat());
        }
        let people = ask(&desk, &workspace, &["list", "person"])["rows"].clone();
        let id = |n: usize| people[n]["id"].as_str().unwrap().to_owned();
        let _ = ask(&desk, &workspace, &["merge", "person", &id(0), &id(1)]);
        let mount = ReadOnly::of(&workspace);
        let window = desk.open(on(mount.folder(), None));
        window.size(1280, 800);
        let mut gallery = Gallery::default();
        let _ = window.see_text("[data-testid='read-only']", "Read-only disk");
        window.press(&["g", "r"]);
        window.see("[data-testid='review-item'][data-kind='merge']");
        let _ = window.see_text("[data-testid='review-read-only']", "nothing can be decided here");
        window.press(&["a", "x", " "]);
        gallery.picture(&window, "review-read-only");
        assert_eq!(window.count("[data-testid='queue-row']"), 1, "no key decides anything");
        assert_eq!(window.complaints(), Vec::<String>::new());
        gallery.bars_nobody();
    });
}
