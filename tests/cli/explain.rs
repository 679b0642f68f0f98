//! `explain`: from a value to the cell of the file that said so, and everything between.

use std::path::Path;

use serde_json::Value;
use velocity_tests::Cli;
use velocity_tests::files::sample;

/// Every person of the list, page by page.
fn people(cli: &Cli) -> Vec<Value> {
    let mut people = Vec::new();
    let mut cursor: Option<String> = None;
    loop {
        let mut words = vec!["list".to_owned(), "person".to_owned(), "--limit".to_owned(), "100".to_owned()];
        words.extend(cursor.iter().flat_map(|cursor| ["--cursor".to_owned(), cursor.clone()]));
        let page = cli.run(&words).done();
        people.extend(page["rows"].as_array().unwrap().iter().cloned());
        match page["next_cursor"].as_str() {
            Some(next) => cursor = Some(next.to_owned()),
            None => return people,
        }
    }
}

#[test]
fn a_phone_number_leads_back_to_its_cell_in_the_file() {
    let cli = Cli::with_workspace();
    let file = sample("hubspot_contacts");
    let run = cli.import(&file);
    let _ = cli.run(["import", "approve", run["import_id"].as_str().unwrap()]).done();
    let sha256 = cli.run([Path::new("import"), Path::new("analyze"), &file]).done()["file"]["sha256"].clone();
    let bytes = std::fs::read(&file).unwrap();

    let people = people(&cli);
    let with_phone: Vec<&Value> = people.iter().filter(|person| person["phone"].is_string()).collect();
    assert!(with_phone.len() > 100, "{} people with a phone", with_phone.len());
    for person in with_phone.iter().step_by(25) {
        let explained = cli.run(["explain", "person", person["id"].as_str().unwrap(), "phone"]).done();
        let chain = &explained["chains"][0];
        assert!(chain["delta"].is_object(), "{chain}");
        assert!(chain["decision"].is_object(), "{chain}");
        assert!(chain["proposal_id"].is_string(), "{chain}");
        assert!(chain["manifest_id"].is_string(), "{chain}");
        assert_eq!(chain["column"]["header"], "Phone Number", "{chain}");
        assert!(chain["sentences"].as_array().is_some_and(|sentences| !sentences.is_empty()), "{chain}");

        let evidence = &chain["cells"][0];
        assert_eq!(evidence["file_name"], "hubspot_contacts.csv");
        assert_eq!(evidence["file_sha256"], sha256);
        assert_eq!(evidence["segment_sha256"].as_str().map(str::len), Some(64));
        let beside = evidence["row"].as_array().unwrap();
        assert!(beside.contains(&evidence["cell"]) && beside.len() > 5, "the row is shown around the cell: {evidence}");
        // The cell is in the file where it is said to be, as it was received.
        let range = [0, 1].map(|end| usize::try_from(evidence["byte_range"][end].as_u64().unwrap()).unwrap());
        let row = String::from_utf8_lossy(&bytes[range[0]..range[1]]).into_owned();
        let raw = evidence["cell"]["text"].as_str().unwrap();
        assert!(row.contains(&format!("\"{raw}\"")), "{raw} is not in {row}");
    }
}

#[test]
fn history_and_dossier_name_the_import() {
    let cli = Cli::with_workspace();
    let run = cli.import(&sample("hubspot_contacts"));
    let _ = cli.run(["import", "approve", run["import_id"].as_str().unwrap()]).done();
    let person = people(&cli)[0]["id"].as_str().unwrap().to_owned();

    let history = cli.run(["history", "person", &person]).done();
    assert!(history.to_string().contains("hubspot_contacts.csv"), "{history}");
    let dossier = cli.run(["client360", &person, "--rebuild"]).done();
    assert_eq!(dossier["consistent"], true, "{dossier}");
}

#[test]
fn search_finds_a_phone_in_another_format() {
    let cli = Cli::with_workspace();
    let run = cli.import(&sample("hubspot_contacts"));
    let _ = cli.run(["import", "approve", run["import_id"].as_str().unwrap()]).done();
    // The first row of the file: Zaheer Mirza, "91 9691656619".
    for text in ["+91 96916 56619", "09691656619", "zaheer mirza", "zaheer.mirza62@example.net"] {
        let found = cli.run(["search", text]).done();
        let first = &found["hits"][0];
        assert!(first["title"].as_str().is_some_and(|title| title.contains("Mirza")), "{text}: {found}");
        assert!(first["why"].as_array().is_some_and(|why| !why.is_empty()), "{text}: {found}");
    }
}

#[test]
fn search_finds_slips_sounds_and_pieces_and_says_how() {
    let cli = Cli::with_workspace();
    let run = cli.import(&sample("hubspot_contacts"));
    let _ = cli.run(["import", "approve", run["import_id"].as_str().unwrap()]).done();
    for (text, how, part) in [
        ("zahere mirza", "typo", "Zaheer"),
        ("zahir mirza", "sounds like", "Zaheer"),
        ("\u{632}\u{647}\u{64a}\u{631} mirza", "other script", "Zaheer"),
        ("6619", "digits", "6619"),
        ("Z Mirza", "initial", "Z"),
    ] {
        let found = cli.run(["search", text]).done();
        let hits = found["hits"].as_array().unwrap();
        let hit = hits.iter().find(|h| h["title"] == "Zaheer Mirza").unwrap_or_else(|| panic!("{text}: {found}"));
        let why = hit["why"].as_array().unwrap();
        assert!(why.iter().any(|w| w["how"] == how && w["part"] == part), "{text}: {hit}");
    }
}

#[test]
fn what_does_not_exist_is_refused_in_words() {
    let cli = Cli::with_workspace();
    let missing = "00000000-0000-7000-8000-000000000000";
    let _ = cli.run(["get", "person", missing]).refused(4);
    let _ = cli.run(["explain", "person", missing, "phone"]).refused(4);
}
