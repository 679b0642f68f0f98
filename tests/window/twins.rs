//! Who a row may be, weight by weight: in the matches of its import, in the queue, and after a look for duplicates.

use velocity_tests::Desk;

use super::gallery::Gallery;
use super::{ask, on, workspace};

const HEADER: &str = "First Name,Last Name,Email,Mobile,Date of Birth,City\n";

/// People none of whom is another.
fn others(n: usize) -> String {
    let given = ["Rina", "Arjun", "Tara", "Dev", "Meera", "Kabir", "Noor", "Omar", "Leela", "Farid"];
    let family = ["Sen", "Mehta", "Bose", "Roy", "Iyer", "Kapoor", "Haddad", "Qureshi", "Nair", "Desai", "Menon"];
    let line = |i: usize| {
        let (given, family) = (given[i % 10], family[i / 10 % 11]);
        format!("{given},{family},{given}.{family}{i}@mail.example,+9198{:08},,Pune\n", 20_000_000 + i * 37)
    };
    (0..n).map(line).collect()
}

#[test]
fn a_match_is_weighed_before_the_reader_and_duplicates_are_looked_for_by_a_button() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let known = desk.path("known.csv");
    let twin = "Lakshmi,Subramaniam,lakshmi@subra.example,+919812345678,1971-04-09,Chennai\n";
    std::fs::write(&known, format!("{HEADER}{twin}{}", others(110))).unwrap();
    let run = ask(&desk, &workspace, &["import", "run", known.to_str().unwrap()]);
    let _ = ask(&desk, &workspace, &["import", "approve", run["import_id"].as_str().unwrap()]);
    for given in ["given_name=Zubin", "given_name=Zubeen"] {
        let rest = ["family_name=Contractor", "phone=+919811112222", "birth_date=1980-02-03"];
        let _ = ask(&desk, &workspace, &[&["create", "person", given], rest.as_slice()].concat());
    }
    let file = desk.path("new.csv");
    std::fs::write(&file, format!("{HEADER}Laxmi,Subramaniam,,+919812345678,1971-04-09,Chennai\n")).unwrap();

    let window = desk.open(on(&workspace, Some(&file)));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    let _ = window.see_text("[data-testid='review-file']", "new.csv");
    window.click("[data-testid='pane-matches']");
    window.see("[data-testid='review-candidate']");
    // From the button that was clicked back to the list: Space is the button's own key.
    window.press(&["k", " "]);
    window.see("[data-testid='review-waterfall'] li");
    let _ = window.see_text("[data-testid='review-reason']", "Lakshmi Subramaniam");
    let _ = window.see_text("[data-testid='review-weight']", "bits");
    gallery.picture(&window, "import-matches-weighed");

    window.press(&["g", "r"]);
    window.see("[data-testid='review-candidate']");
    window.press(&["D"]);
    let _ = window.see_text("[data-testid='scan-outcome']", "1 merge proposed");
    let _ = window.see_text("[data-testid='queue-total']", "2 waiting");
    gallery.picture(&window, "review-scanned");
    window.press(&["D"]);
    let _ = window.see_text("[data-testid='scan-outcome']", "Nobody new is there twice");
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}
