//! The palette finds a client by whatever somebody has in mind of them, and shows what it went by.

use velocity_tests::window::key;
use velocity_tests::{Desk, Window};

use super::gallery::Gallery;
use super::{ask, contacts, on, workspace};

const PEOPLE: &str = "First Name,Last Name,Mobile Phone,Email,Company,City,Notes
Mousumi,Mukherjee,+91 98300 55501,mousumi@example.com,Teesta Tea Co,Kolkata,Prefers a south facing flat near the lake and two parking bays
Dipankar,Ghosal,+91 98300 55530,dipankar@example.com,Ghosal Bros Steel,Howrah,Call before noon
Zoe,Hartley,+44 7400 555107,zoe@example.org,Northlight Studios,London,
Émile,Quadros,+91 98300 55541,sealark77@example.net,Harbour Lane Textiles,Panaji,
Светлана,Орлова,+91 98300 55552,svo@example.org,,Kochi,
अनिता,शर्मा,+91 98300 55563,as@example.net,,Jaipur,
";

/// What somebody types, whom it finds first, and what it went by.
const KINDS: [(&str, &str, &str); 8] = [
    ("emile", "Émile Quadros", "name"),
    ("svetlana orlova", "Светлана Орлова", "name in another script"),
    ("anita sharma", "अनिता शर्मा", "name in another script"),
    ("kherj", "Mousumi Mukherjee", "part of name"),
    ("sealark77@ex", "Émile Quadros", "e-mail"),
    ("0091-98300 55501", "Mousumi Mukherjee", "phone digits"),
    ("(98300) 55501", "Mousumi Mukherjee", "phone digits"),
    ("harbour lane", "Harbour Lane Textiles", "name"),
];

fn type_anew(window: &Window, text: &str) {
    window.press(&[key::ESCAPE]);
    window.see_no("[data-testid='palette']");
    window.chord(&[key::CONTROL, "k"]);
    window.type_into("[data-testid='palette-input']", text);
}

#[test]
fn a_slip_a_piece_of_a_number_and_a_word_of_a_note_find_the_client() {
    let desk = Desk::new();
    let folder = workspace(&desk);
    let file = desk.path("people.csv");
    std::fs::write(&file, PEOPLE).unwrap();
    let run = ask(&desk, &folder, &["import", "run", file.to_str().unwrap()]);
    let _ = ask(&desk, &folder, &["import", "approve", run["import_id"].as_str().unwrap()]);
    let window = desk.open(on(&folder, None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    contacts(&window);

    window.chord(&[key::CONTROL, "k"]);
    window.type_into("[data-testid='palette-input']", "mousmui mukherji");
    let _ = window.see_text("[data-testid='palette-hit']", "Mousumi Mukherjee");
    let _ = window.see_text("[data-testid='palette-why']", "similar name");
    assert_eq!(window.text("[data-testid='palette-hit'] mark"), "Mousumi");
    gallery.picture(&window, "palette-typo");

    type_anew(&window, "55530");
    let _ = window.see_text("[data-testid='palette-hit']", "Dipankar Ghosal");
    let _ = window.see_text("[data-testid='palette-why']", "phone digits");
    assert_eq!(window.text("[data-testid='palette-hit'] mark"), "55530");
    gallery.picture(&window, "palette-phone");

    type_anew(&window, "parking lake");
    let _ = window.see_text("[data-testid='palette-excerpt']", "flat near the lake");
    gallery.picture(&window, "palette-note");

    // Other scripts, other spellings, a piece of a word, of an address, of a number as it was noted; companies, too.
    for (typed, name, why) in KINDS {
        type_anew(&window, typed);
        let first = "[data-testid='palette-hit']:nth-child(1)";
        let _ = window.see_text(first, name);
        // While the words are typed, what is typed so far may find the same by something else.
        let _ = window.see_text(&format!("{first} [data-testid='palette-why']"), why);
        let by = window.text(&format!("{first} [data-testid='palette-why']"));
        assert_eq!(by.trim().trim_start_matches("Found by ").trim(), why, "{typed}");
        if typed.starts_with("anita") {
            gallery.picture(&window, "palette-script");
        }
    }
    gallery.picture(&window, "palette-account");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='record-page'] [data-testid='record-title']", "Harbour Lane Textiles");

    type_anew(&window, "nothing of the kind");
    let _ = window.see_text("[data-testid='palette']", "Nothing matches");
    gallery.picture(&window, "palette-nothing");

    type_anew(&window, "zoe northlite");
    let _ = window.see_text("[data-testid='palette-hit']", "Zoe Hartley");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='client360']", "Zoe Hartley");

    // Commands stand there, too: a place to go to, and how close together the rows stand.
    type_anew(&window, "go to work");
    window.see("[data-testid='palette-go-work'][data-selected='true']");
    gallery.picture(&window, "palette-command");
    window.press(&[key::ENTER]);
    window.see("[data-testid='nav-work'][aria-current='page']");
    for (typed, density) in [("dense", "dense"), ("comfortable", "comfortable")] {
        type_anew(&window, typed);
        window.see("[data-testid='palette-density'][data-selected='true']");
        window.press(&[key::ENTER]);
        window.see(&format!("html[data-density='{density}']"));
    }
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}
