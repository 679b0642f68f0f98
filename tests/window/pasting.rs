//! Whatever somebody has in the clipboard goes into the palette: the client opens, or a draft shows where each value was
//! read, becomes a client with one key, and goes again with another. Everything but the paste itself by keyboard alone.

use velocity_tests::window::key;
use velocity_tests::{Desk, Window};

use super::broker_sheet::sql;
use super::gallery::Gallery;
use super::{ask, contacts, on, workspace};

const SIGNATURE: &str = "Warm regards,\nTanvi Ghoshal\nVice President, Sales\nPalmyra Trading Pvt Ltd\n\
    M: +91 98300 55531 | O: 033 2465 1000\ntanvi.ghoshal@palmyra.example";
const CARDS: &str = "BEGIN:VCARD\nVERSION:3.0\nFN:Zoe Hartley\nORG:Northlight Studios\nTEL;TYPE=CELL:+44 7400 555107\n\
    EMAIL:zoe@northlight.example\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Idris Vale\nTEL:+44 7400 555108\nEND:VCARD";
const CHAT: &str =
    "[12/03/24, 10:15] Mousumi Mukherjee: Is the flat by the lake still free?\n[12/03/24, 10:17] Asha: Yes";

/// Opens the palette and pastes: the driver has no clipboard, so the page is told of the paste as the web view tells it.
fn paste(window: &Window, text: &str) {
    // One that is still closing would take the keys.
    window.see_no("[data-testid='palette']");
    window.chord(&[key::CONTROL, "k"]);
    window.see("[data-testid='palette-input']");
    let _ = window.script(
        "const [text] = arguments; const field = document.querySelector('[data-testid=\"palette-input\"]');
         field.focus();
         const clipboardData = new DataTransfer(); clipboardData.setData('text/plain', text);
         const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
         if (field.dispatchEvent(event)) document.execCommand('insertText', false, text);",
        &[text.into()],
    );
}

#[test]
fn what_is_pasted_opens_the_client_or_becomes_one() {
    let desk = Desk::new();
    let folder = workspace(&desk);
    let fields =
        ["create", "person", "full_name=Mousumi Mukherjee", "phone=+91 98300 55501", "email=mousumi@example.com"];
    let _ = ask(&desk, &folder, &fields);
    let window = desk.open(on(&folder, None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    contacts(&window);
    let people = "SELECT count(*) FROM crm_people WHERE archived = 0";

    // A signature becomes a client: every value says which line it was read from.
    paste(&window, SIGNATURE);
    let _ = window.see_text("[data-testid='pasted']", "A signature, 6 lines");
    let _ = window.see_text("[data-testid='pasted-field']", "line 6: tanvi.ghoshal@palmyra.example");
    gallery.picture(&window, "paste-signature");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='pasted-kept']", "Tanvi Ghoshal is a contact now");
    gallery.picture(&window, "paste-kept");
    assert_eq!(sql(&folder, people), 2);
    window.press(&["z"]);
    window.see("[data-testid='pasted-create']");
    assert_eq!(sql(&folder, people), 1);
    window.press(&["c"]);
    window.see("[data-testid='pasted-kept']");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='client360']", "Tanvi Ghoshal");
    let _ = window.see_text("[data-testid='client360']", "Pasted text");
    let noted = "SELECT count(*) FROM crm_interactions WHERE archived = 0 AND body LIKE '%Palmyra Trading%'";
    assert_eq!(sql(&folder, noted), 1);

    // The same number in another format opens whom it belongs to.
    window.press(&["g", "c"]);
    window.see("[data-testid='contacts-row']");
    paste(&window, "(0) 98300-55531");
    let _ = window.see_text("[data-testid='palette-hit']", "Tanvi Ghoshal");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='client360']", "Tanvi Ghoshal");

    // A chat finds who wrote, and goes on their timeline.
    paste(&window, CHAT);
    let _ = window.see_text("[data-testid='pasted-found']", "Mousumi Mukherjee");
    gallery.picture(&window, "paste-chat");
    window.press(&["t"]);
    window.see("[data-testid='pasted-kept']");
    window.press(&[key::ENTER]);
    let _ = window.see_text("[data-testid='client360']", "Pasted chat");

    // Several cards: a digit chooses whom.
    paste(&window, CARDS);
    let _ = window.see_text("[data-testid='pasted']", "Zoe Hartley");
    window.press(&["2"]);
    let _ = window.see_text("[data-testid='pasted-field']", "Idris Vale");
    gallery.picture(&window, "paste-cards");
    window.press(&[key::ESCAPE]);
    window.see_no("[data-testid='pasted']");

    paste(&window, "nothing that names\nanybody at all");
    window.see("[data-testid='pasted-nobody']");
    gallery.picture(&window, "paste-nobody");
    window.press(&[key::ESCAPE]);
    window.see_no("[data-testid='palette']");
    assert_eq!(sql(&folder, people), 2);
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}
