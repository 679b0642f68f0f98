//! An erasure while the window is open: it follows, and nothing of the person is left in any file of this desk.

use std::path::{Path, PathBuf};

use velocity_tests::Desk;

use super::{on, workspace};

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(path) = open.pop() {
        for entry in std::fs::read_dir(&path).into_iter().flatten().flatten() {
            let kind = entry.file_type().unwrap();
            if kind.is_dir() {
                open.push(entry.path());
            } else if kind.is_file() {
                found.push(entry.path());
            }
        }
    }
    found
}

/// The files in which one of these words stands, as UTF-8 or UTF-16, in any case of its letters.
fn holding(folder: &Path, words: &[&str]) -> Vec<String> {
    let mut out = Vec::new();
    for path in files(folder) {
        let Ok(bytes) = std::fs::read(&path) else { continue };
        let low = bytes.to_ascii_lowercase();
        for word in words {
            let word = word.to_lowercase();
            let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let has = |needle: &[u8]| low.windows(needle.len()).any(|w| w == needle);
            if has(word.as_bytes()) || has(&wide) {
                out.push(format!("{} holds {word}", path.display()));
            }
        }
    }
    out
}

#[test]
fn a_person_erased_elsewhere_leaves_the_window_and_every_file_of_the_desk() {
    let desk = Desk::new();
    let workspace = workspace(&desk);
    let words = ["Zqwertina", "Zqvalmore", "zqmail", "9830071234", "zqnotes"];
    let mut text = String::from("id,First Name,Last Name,Email,Mobile,Notes\n");
    text.push_str("1,Zqwertina,Zqvalmore,zqmail@example.com,+91 9830071234,zqnotes were taken\n");
    for i in 2..40 {
        text.push_str(&format!("{i},Given{i},Family{i},p{i}@example.com,+91 98300{:05},met at the fair\n", 72000 + i));
    }
    let file = desk.path("clients.csv");
    std::fs::write(&file, text).unwrap();
    let window = desk.open(on(&workspace, Some(&file)));
    window.size(1280, 800);

    // Brought in, approved, found, opened: everything that a web view could remember of it has been on screen.
    window.click("[data-testid='pane-commit']");
    window.click("[data-testid='import-approve']");
    window.see("[data-testid='approved']");
    window.click("[data-testid='nav-contacts']");
    window.type_into("[data-testid='list-filter']", "Zqwertina");
    window.click_text("[data-testid='contacts-row']", "Zqwertina");
    assert!(window.text("[data-testid='client-name']").contains("Zqvalmore"));
    window.click("[data-testid='nav-contacts']");
    window.type_into("[data-testid='list-filter']", "Zqwertina");
    let _ = window.see_text("[data-testid='contacts-row']", "Zqwertina");

    // The file is the person's own; it is not ours to erase, and would be found.
    std::fs::remove_file(&file).unwrap();
    let folder = ["--workspace".as_ref(), workspace.as_os_str()];
    let found = desk.velocity(folder.into_iter().chain(["--json", "search", "Zqwertina"].map(AsRef::as_ref)));
    let found: serde_json::Value = serde_json::from_slice(&found.stdout).unwrap();
    let id = found["hits"][0]["id"].as_str().unwrap().to_owned();
    let before = holding(desk.path("").as_path(), &words);
    assert!(
        before.iter().any(|f| f.contains("velocity.db")),
        "a search that can't find them proves nothing: {before:?}"
    );

    let erase = ["--json", "erase", "person", id.as_str(), "--reason", "asked for by letter"];
    let done = desk.velocity(folder.into_iter().chain(erase.map(AsRef::as_ref)));
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stdout));
    let report: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!(report["clean"], true, "{report}");

    // The open window follows.
    window.see("[data-testid='empty']");
    window.screenshot("erased-elsewhere");
    assert_eq!(window.complaints(), Vec::<String>::new());
    drop(window);

    let left = holding(desk.path("").as_path(), &words);
    assert!(left.is_empty(), "{left:#?}");
    let audit = desk.velocity(folder.into_iter().chain(["--json", "audit", "verify"].map(AsRef::as_ref)));
    let audit: serde_json::Value = serde_json::from_slice(&audit.stdout).unwrap();
    assert_eq!((audit["ok"].as_bool(), audit["erasures"].as_array().map(Vec::len)), (Some(true), Some(1)), "{audit}");
}
