//! `paste`: the same answers as the palette's.

use velocity_tests::Cli;

#[test]
fn a_pasted_text_is_read_becomes_a_client_and_is_found_again() {
    let cli = Cli::with_workspace();
    let text = "Rina Sen\nDirector\nM: +91 98300 12345\nrina@palmyra.example";
    let read = cli.run(["paste", "--text", text]).done();
    assert_eq!(read["kind"], "signature");
    let draft = &read["drafts"][0];
    assert_eq!((&draft["title"], draft["found"].as_array().map(Vec::len)), (&"Rina Sen".into(), Some(0)));
    assert_eq!(draft["fields"][2]["read_from"], "M: +91 98300 12345");
    assert_eq!(draft["fields"][2]["line"], 3);

    let made = cli.run(["paste", "--text", text, "--create"]).done();
    let id = made["entity"]["id"].as_str().expect("an id").to_owned();
    let again = cli.run(["paste", "--text", "098300-12345"]).done();
    assert_eq!(again["drafts"][0]["found"][0]["entity"]["id"], id.as_str());

    let about = format!("person:{id}");
    let chat = "[12/03/24, 10:15] Rina Sen: Is the flat free?";
    let kept = cli.run(["paste", "--text", chat, "--about", &about]).done();
    assert_eq!(kept["entity"]["id"], id.as_str());
    let story = cli.run(["timeline", &id]).done().to_string();
    assert!(story.contains("Is the flat free?") && story.contains("rina@palmyra.example"), "{story}");

    let nobody = cli.run(["paste", "--text", "see you at three", "--create"]).refused(4);
    assert!(nobody["hint"].as_str().is_some_and(|hint| !hint.is_empty()));
    let _ = cli.run(["paste", "--text", &"x".repeat(20_001)]).refused(4);
}
