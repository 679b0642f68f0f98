//! Companies that are there twice: not the same, which either's screen says; or one, and taken apart again.

use velocity_tests::window::key;
use velocity_tests::{Desk, Window};

use super::super::gallery::Gallery;
use super::super::{ask, on, workspace};

fn go_to(window: &Window, id: &str) {
    let _ = window.script("location.hash = arguments[0]", &[format!("#/records/account/{id}").into()]);
    window.see("[data-testid='record-page']");
}

#[test]
fn companies_decided_not_to_be_one_say_so_on_both_screens_and_a_merged_one_is_taken_apart_there() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let made = |fields: &[&str]| {
        let told = ask(&desk, &workspace, &[&["create", "account"], fields].concat());
        told["entity"]["id"].as_str().unwrap().to_owned()
    };
    let one = made(&["name=Zenith Traders Pvt. Ltd.", "website=https://www.zenith-traders.example/en"]);
    let other = made(&["name=Zenith Traders LLP", "email=sales@zenith-traders.example", "industry=Tea"]);
    let third = made(&["name=Zenith Tea Rooms", "phone=+91 22 2987 0199"]);

    let window = desk.open(on(&workspace, None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    window.press(&["g", "r"]);
    window.see("[data-testid='scan']");
    window.press(&["D"]);
    window.see("[data-testid='review-item'][data-kind='account_merge']");
    window.press(&["n"]);
    window.press(&["T", "w", "o", " ", "h", "o", "u", "s", "e", "s", key::ENTER]);
    window.press(&["x"]);
    window.see_text("[data-testid='review-outcome']", "not the same");
    window.see_no("[data-testid='queue'][data-sending]");

    for (at, says) in [(&one, "Zenith Traders LLP"), (&other, "Zenith Traders Pvt. Ltd.")] {
        go_to(&window, at);
        let said = window.see_text("[data-testid='not-the-same']", says);
        drop(said);
        let _ = window.see_text("[data-testid='not-the-same']", "Two houses");
        assert_eq!(window.count("[data-testid='not-the-same']"), 1);
    }
    gallery.picture(&window, "company-not-the-same");
    window.click("[data-testid='not-the-same'] a");
    window.see_text("[data-testid='record-title']", "Zenith Traders Pvt. Ltd.");

    // The tea rooms are a part of it: asked for from here, merged in the queue, taken apart on this screen.
    window.press(&["m"]);
    window.see("[data-testid='same-as-input']");
    window.type_into("[data-testid='same-as-input']", "Tea Rooms");
    let _ = window.see_text("[data-testid='same-as-hit']", "Zenith Tea Rooms");
    gallery.picture(&window, "company-same-as");
    window.press(&[key::ENTER]);
    window.see("[data-testid='review-item'][data-kind='account_merge']");
    window.press(&["a"]);
    window.see_text("[data-testid='review-outcome']", "merged");
    window.see_no("[data-testid='queue'][data-sending]");
    let stands = ask(&desk, &workspace, &["get", "account", &third])["record"]["entity"]["id"].clone();
    assert_eq!(ask(&desk, &workspace, &["get", "account", &one])["record"]["entity"]["id"], stands);
    go_to(&window, stands.as_str().unwrap());
    window.see("[data-testid='absorbed']");
    window.press(&["u"]);
    let _ = window.see_text("[data-testid='unmerge-dialog']", "Nothing was edited since");
    gallery.picture(&window, "company-unmerge");
    window.press(&[key::ENTER]);
    window.see_no("[data-testid='unmerge-dialog']");
    window.see_no("[data-testid='absorbed']");
    for id in [&one, &third] {
        assert_eq!(ask(&desk, &workspace, &["get", "account", id])["record"]["entity"]["id"], id.as_str());
    }
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}
