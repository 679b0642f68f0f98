//! Two who are one, taken apart again; and somebody typed in who is there already.

use velocity_tests::Desk;
use velocity_tests::window::key;

use super::super::gallery::Gallery;
use super::super::{ask, on, workspace};

#[test]
fn a_merge_is_decided_field_by_field_edited_and_taken_apart_with_the_edit_placed() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let made = |fields: &[&str]| {
        let told = ask(&desk, &workspace, &[&["create", "person"], fields].concat());
        told["entity"]["id"].as_str().unwrap().to_owned()
    };
    let one = made(&["full_name=Tara Bose", "phone=+919830067890", "job_title=Architect", "language=Bengali"]);
    let other = made(&["full_name=Tara Basu", "phone=+919830011122", "job_title=Partner"]);
    let third = made(&["full_name=T. Bose", "email=tara@bose.example"]);
    let _ = ask(&desk, &workspace, &["merge", "person", &one, &other, &third]);

    let window = desk.open(on(&workspace, None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    window.press(&["g", "r"]);
    let _ = window.see_text("[data-testid='review-approve']", "Merge all 3");
    gallery.picture(&window, "review-merge-three");
    // Another stays, the third is left out, and a title is written anew: the core plans each.
    window.press(&["s"]);
    let _ = window.see_text("[data-testid='review-survivor']", "by your choice");
    window.press(&["s", "s", "l", "3"]);
    let _ = window.see_text("[data-testid='review-left-out']", "Without");
    while window.count("[data-testid='review-field-job_title'][aria-current='true']") == 0 {
        window.press(&[key::DOWN]);
    }
    window.press(&["f"]);
    window.see("[data-testid='review-editor']");
    gallery.picture(&window, "review-editor");
    window.chord(&[key::CONTROL, "a"]);
    window.press(&["C", "h", "a", "i", "r", key::ENTER]);
    let _ = window.see_text("[data-testid='review-field-job_title']", "Chair");
    let _ = window.see_text("[data-testid='review-approve']", "as chosen");
    gallery.picture(&window, "review-merge-chosen");
    window.press(&["a"]);
    window.see_text("[data-testid='review-outcome']", "merged");

    // One stands for both; the third is alone. Then somebody edits what is one by now.
    let stands = ask(&desk, &workspace, &["get", "person", &one])["record"]["entity"]["id"].clone();
    assert_eq!(ask(&desk, &workspace, &["get", "person", &other])["record"]["entity"]["id"], stands);
    let stands = stands.as_str().unwrap();
    let _ = ask(&desk, &workspace, &["update", "person", stands, "nickname=Tuki"]);

    window.press(&["g", "c"]);
    window.see("[data-testid='contacts-row']");
    let _ = window.script("location.hash = arguments[0]", &[format!("#/people/{stands}").into()]);
    window.see("[data-testid='absorbed']");
    gallery.picture(&window, "client360-absorbed");
    window.press(&["u"]);
    let _ = window.see_text("[data-testid='edit-since']", "Tuki");
    gallery.picture(&window, "unmerge");
    // To the record that comes back.
    window.press(&["2", key::ENTER]);
    window.see_no("[data-testid='unmerge-dialog']");
    let _ = window.see_text("[data-testid='not-the-same']", "Not the same as");
    gallery.picture(&window, "client360-apart");
    let back = if stands == one { &other } else { &one };
    let now = ask(&desk, &workspace, &["get", "person", back]);
    assert_eq!(now["record"]["entity"]["id"], back.as_str(), "it stands again");
    assert!(now.to_string().contains("Tuki"), "the edit went where it was put: {now:#}");
    // One key makes them one again, with the edit.
    window.press(&["z"]);
    window.see("[data-testid='absorbed']");
    let now = ask(&desk, &workspace, &["get", "person", back]);
    assert_eq!(now["record"]["entity"]["id"], stands, "they are one again");
    assert!(now.to_string().contains("Tuki"), "the edit is there: {now:#}");
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}

#[test]
fn whoever_is_there_already_is_shown_while_they_are_typed_in() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let known = ["create", "person", "full_name=Ananya Lahiri", "phone=+919830012345", "email=ananya@lahiri.example"];
    let _ = ask(&desk, &workspace, &known);
    let window = desk.open(on(&workspace, None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    crate::contacts(&window);
    window.press(&["c"]);
    window.type_into("[data-testid='create-given_name']", "Anannya");
    window.type_into("[data-testid='create-family_name']", "Lahiri");
    window.type_into("[data-testid='create-phone']", "098300 12345");
    let _ = window.see_text("[data-testid='near-match']", "Ananya Lahiri");
    gallery.picture(&window, "create-near-matches");
    window.type_into("[data-testid='create-job_title'], [data-testid='create-company_name']", "Saffron");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='client-name']", "Anannya Lahiri");
    assert_eq!(ask(&desk, &workspace, &["list", "person"])["total"], 2);
    window.press(&["z"]);
    let _ = window.see_text("[data-testid='log-outcome']", "Taken back");
    assert_eq!(ask(&desk, &workspace, &["list", "person"])["total"], 1);
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}

#[test]
fn links_that_are_alike_are_decided_together_after_a_look_and_taken_back_by_one_key() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let file = desk.path("families.csv");
    let rows = [
        ("Farid", "Haddad", "+971 50 555 0142"),
        ("Leela", "Haddad", "+971 50 555 0142"),
        ("Kabir", "Desai", "+91 98300 22233"),
        ("Zoya", "Desai", "+91 98300 22233"),
        ("Neel", "Pinto", "+91 98300 44455"),
        ("Isha", "Pinto", "+91 98300 44455"),
    ];
    let lines: String = rows
        .iter()
        .map(|(given, family, phone)| format!("{given},{family},{given}@{family}.example,{phone}\n"))
        .collect();
    std::fs::write(&file, format!("First Name,Last Name,Email,Mobile\n{lines}")).unwrap();
    let told = ask(&desk, &workspace, &["import", "run", file.to_str().unwrap()]);
    let _ = ask(&desk, &workspace, &["import", "approve", told["import_id"].as_str().unwrap()]);
    let window = desk.open(on(&workspace, None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    window.press(&["g", "r"]);
    window.see("[data-testid='scan']");
    window.press(&["D"]);
    window.see("[data-testid='review-item'][data-kind='link']");
    let waits = window.count("[data-testid='queue-row']");
    window.press(&["A"]);
    window.see("[data-testid='set-approve']:focus");
    gallery.picture(&window, "review-set");
    window.press(&[key::ENTER]);
    window.see_text("[data-testid='review-outcome']", "approved");
    gallery.picture(&window, "review-set-done");
    let linked = || ask(&desk, &workspace, &["review", "list", "--kind", "link"])["items"].as_array().map(Vec::len);
    assert_eq!(linked(), Some(0));
    window.press(&["z"]);
    window.see_text("[data-testid='review-outcome']", "taken back");
    assert!(waits >= 2, "{waits} links were proposed");
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}
