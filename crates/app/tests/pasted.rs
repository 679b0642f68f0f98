//! What somebody pasted is found among the clients, or becomes one with the text kept beside it.

use contracts::{
    EntityRef, EntityType, ErrorCode, HandOffArgs, HandOffTo, PasteArgs, PasteKeepArgs, PasteReading, TimelineQuery,
};
use testkit::Workspace;

const SIGNATURE: &str = "Warm regards,\nRina Sen\nVice President\nPalmyra Trading Pvt Ltd\nM: +91 98300 12345 | O: 033 2465 1000\nrina.sen@palmyra.example";

fn pasted(ws: &Workspace, text: &str) -> PasteReading {
    ws.app.paste_read(&ws.me, &PasteArgs { text: text.into() }).expect("read")
}

fn keep(text: &str) -> PasteKeepArgs {
    PasteKeepArgs {
        text: text.into(),
        draft: 0,
        without: Vec::new(),
        about: None,
        now: Some("2026-11-20T09:00:00".into()),
    }
}

fn person(ws: &Workspace, fields: &[(&str, &str)]) -> EntityRef {
    let fields: Vec<(String, String)> = fields.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect();
    ws.app.record_create(&ws.me, EntityType::Person, &fields).expect("made").entity
}

#[test]
fn a_number_in_any_format_finds_its_client_and_a_name_alone_finds_whoever_has_it() {
    let ws = Workspace::new();
    let rina =
        person(&ws, &[("full_name", "Rina Sen"), ("phone", "+91 98300 12345"), ("email", "Rina@Palmyra.example")]);
    for text in
        ["09830012345", "(+91) 98300-12345", "RINA@palmyra.example", SIGNATURE, "[12/03/24, 10:15] Rina Sen: hello"]
    {
        let reading = pasted(&ws, text);
        let found = &reading.drafts[0].found;
        let email = text.starts_with("RINA");
        assert_eq!(found.iter().map(|f| f.entity).collect::<Vec<_>>(), [rina], "{text}");
        assert!(!email || found[0].field == "email");
        assert!(reading.drafts[0].near.iter().all(|n| n.entity != rina), "once is enough: {text}");
    }
    assert_eq!(pasted(&ws, "[12/03/24, 10:15] Rina Sen: hello").drafts[0].found[0].field, "full_name");
    let _ = ws.app.record_archive(&ws.me, EntityType::Person, rina.id, true).expect("archived");
    assert_eq!(pasted(&ws, "98300 12345").drafts[0].found, []);
}

#[test]
fn a_signature_becomes_a_client_with_every_number_and_the_text_on_the_timeline_and_one_undo_takes_both_back() {
    let ws = Workspace::new();
    let args = PasteKeepArgs { without: vec![1], ..keep(SIGNATURE) };
    let made = ws.app.paste_keep(&ws.me, &args).expect("kept");
    let view = ws.app.client360(&ws.me, made.entity.id, true).expect("a dossier");
    assert_eq!(view.consistent, Some(true));
    let record = ws.app.entity(&ws.me, EntityType::Person, made.entity.id).expect("there").record;
    let fact =
        |field: &str| record.facts.iter().filter(|f| f.field == field).map(|f| f.value.clone()).collect::<Vec<_>>();
    assert_eq!(fact("full_name"), ["Rina Sen"]);
    assert_eq!(fact("job_title"), Vec::<serde_json::Value>::new(), "what was left out is not there");
    let phones = format!("{:?}", fact("phone"));
    assert!(phones.contains("+919830012345") && phones.contains("+913324651000"), "{phones}");
    let query =
        TimelineQuery { id: made.entity.id, kinds: Vec::new(), text: None, cursor: None, limit: None, now: None };
    let story = ws.app.timeline(&ws.me, &query).expect("a timeline").entries;
    assert!(story.iter().any(|e| e.body.as_deref() == Some(SIGNATURE)), "the text is kept word for word");

    // The same text again finds the client that it became.
    assert_eq!(pasted(&ws, SIGNATURE).drafts[0].found[0].entity, made.entity);
    let undone = ws.app.undo_group(&ws.me, Some(made.group)).expect("taken back");
    assert!(undone.kept.is_empty());
    assert!(pasted(&ws, SIGNATURE).drafts[0].found.is_empty());
}

#[test]
fn a_chat_goes_on_the_timeline_of_who_is_there_already() {
    let ws = Workspace::new();
    let rina = person(&ws, &[("full_name", "Rina Sen")]);
    let chat = "[12/03/24, 10:15] Rina Sen: Is the flat free?\n[12/03/24, 10:17] Omar: yes";
    let kept = ws.app.paste_keep(&ws.me, &PasteKeepArgs { about: Some(rina), ..keep(chat) }).expect("kept");
    assert_eq!(kept.entity, rina);
    let view = ws.app.client360(&ws.me, rina.id, true).expect("a dossier").snapshot;
    assert_eq!(view.recent_interactions.len(), 1);
}

#[test]
fn what_names_nobody_and_what_is_too_long_is_told_with_the_way_out() {
    let ws = Workspace::new();
    assert_eq!(pasted(&ws, "see you at three").drafts, []);
    for refused in [
        ws.app.paste_keep(&ws.me, &keep("see you at three")).expect_err("nobody"),
        ws.app.paste_keep(&ws.me, &PasteKeepArgs { draft: 3, ..keep("98300 12345") }).expect_err("nobody"),
        ws.app.paste_keep(&ws.me, &PasteKeepArgs { without: vec![0], ..keep("98300 12345") }).expect_err("nothing"),
        ws.app.paste_read(&ws.me, &PasteArgs { text: "x".repeat(20_001) }).expect_err("too long"),
    ] {
        assert_eq!(refused.code, ErrorCode::BadInput);
        assert!(!refused.hint.is_empty());
    }
}

#[test]
fn a_call_is_handed_over_for_a_number_of_the_record_and_for_nobody_who_asked_not_to_be_called() {
    let ws = Workspace::new();
    let rina = person(&ws, &[("full_name", "Rina Sen"), ("phone", "98300 12345")]);
    let handed = |phone: u32, to: HandOffTo| ws.app.hand_off(&ws.me, &HandOffArgs { id: rina.id, phone, to });
    assert_eq!(handed(0, HandOffTo::Telephone).expect("handed").address, "tel:+919830012345");
    assert_eq!(handed(0, HandOffTo::Whatsapp).expect("handed").address, "https://wa.me/919830012345");
    assert_eq!(handed(1, HandOffTo::Telephone).expect_err("no second").code, ErrorCode::BadInput);
    let asked = [("do_not_contact".to_owned(), "yes".to_owned())];
    let _ = ws.app.record_update(&ws.me, EntityType::Person, rina.id, &asked).expect("noted");
    assert_eq!(handed(0, HandOffTo::Telephone).expect_err("asked not to").code, ErrorCode::Refused);
}
