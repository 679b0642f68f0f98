//! Every kind of proposal there is, decided one after the other without a mouse.

use std::path::Path;

use serde_json::{Value, json};
use velocity_tests::{Desk, Window};

use super::super::gallery::Gallery;
use super::super::{ask, on, workspace};

const KNOWN: &str = "id,First Name,Last Name,Email,Mobile,Job Title,Company,City\n\
    1,Rina,Sen,rina@sen.example,+91 98300 12345,Director,Pennant Realty,Kolkata\n\
    2,Arjun,Mehta,arjun@mehta.example,+91 98300 54321,,Saffron Homes,Mumbai\n\
    3,Tara,Bose,tara@bose.example,+91 98300 67890,Architect,Saffron Homes,Pune\n\
    4,Farid,Haddad,farid@haddad.example,+971 50 555 0142,,,Dubai\n\
    5,Leela,Haddad,leela@haddad.example,+971 50 555 0142,,,Dubai\n\
    6,Kabir,Desai,kabir@desai.example,+91 98300 22233,,,Delhi\n\
    7,Zoya,Khan,zoya@khan.example,+91 98300 33344,Owner,,Delhi\n\
    8,Neel,Pinto,neel@pinto.example,+91 98300 44455,Doctor,,Goa\n\
    9,Isha,Wadia,isha@wadia.example,+91 98300 55566,Teacher,,Surat\n\
    10,Devika,Raman,devika@raman.example,+91 98300 66677,Curator,,Chennai\n";
/// The same list again: what matters is written differently. Its files name no system, so the number says who it is.
const AGAIN: &str = "id,First Name,Last Name,Email,Mobile,Job Title,Company,City\n\
    2,Arjun,Malhotra,arjun@malhotra.example,+91 98300 54321,Partner,Saffron Homes,Mumbai\n";
/// Another system: one of them is somebody known.
const OTHERS: &str = "First Name,Last Name,Email,Mobile,Title\n\
    Reena,Sen,reena@post.example,+91 98300 12345,Managing Director\n\
    Noor,Qureshi,noor@qureshi.example,+91 98300 11122,\n\
    Devika,Raman,d.raman@a-long-museum-name.example,+91 98300 66677,Director\n";

/// Runs the command line for its side effect.
fn run(desk: &Desk, workspace: &Path, words: &[&str]) {
    let _ = ask(desk, workspace, words);
}

fn import(desk: &Desk, workspace: &Path, name: &str, text: &str) {
    let file = desk.path(name);
    std::fs::write(&file, text).unwrap();
    let told = ask(desk, workspace, &["import", "run", file.to_str().unwrap()]);
    run(desk, workspace, &["import", "approve", told["import_id"].as_str().unwrap()]);
}

fn made(desk: &Desk, workspace: &Path, entity: &str, fields: &[&str]) -> String {
    let told = ask(desk, workspace, &[&["create", entity], fields].concat());
    told["entity"]["id"].as_str().unwrap().to_owned()
}

/// The id of the only person whom these words find.
fn person(desk: &Desk, workspace: &Path, text: &str) -> String {
    let found = ask(desk, workspace, &["search", text]);
    found["hits"][0]["id"].as_str().unwrap().to_owned()
}

/// What a machine suggests about somebody, filed as it would file it.
fn suggest(desk: &Desk, workspace: &Path, n: u32, family: &str, about: &str, parts: &Value) {
    let version = ask(desk, workspace, &["get", "person", about])["version"].clone();
    let id = format!("01a1f82f-0000-7000-8000-{n:012}");
    let mut proposal = json!({
        "artifact_id": id, "artifact_type": family, "schema_version": "1.0.0", "source_system": "nemoclaw",
        "created_at": "2026-11-20T08:00:00.000Z", "created_by": { "kind": "agent", "id": "nemoclaw" },
        "confidence": 0.9, "provenance": [{ "kind": "rule", "id": "model", "version": "1" }],
        "lifecycle": { "state": "proposed", "entered_at": "2026-11-20T08:00:00.000Z" },
        "proposal_id": id, "evidence_refs": [{ "kind": "operator", "id": "asha" }], "approval_required": true,
        "base_versions": { about: version }, "target_entity_ref": { "entity": "person", "id": about },
    });
    for (key, value) in parts.as_object().unwrap() {
        proposal[key] = value.clone();
    }
    let file = desk.path(&format!("suggestion-{n}.json"));
    std::fs::write(&file, proposal.to_string()).unwrap();
    run(desk, workspace, &["--as", "nemoclaw", "propose", file.to_str().unwrap()]);
}

/// A suggestion in the importer's own form.
fn normalized(about: &str, action: &str, field: &str, value: &str) -> Value {
    json!({
        "source": "nemoclaw", "import_id": null, "batch_id": null, "entity_type": "person",
        "entity_id": about, "action": action, "links": [], "merge_candidate_refs": [],
        "canonical_payload": [{ "field": field, "value": value, "confidence": 0.8, "sources": [] }],
        "review_required": true, "review_reason": "A call says so.", "row_refs": [], "issues": [],
    })
}

/// A workspace in which something of every kind waits.
fn everything(desk: &Desk) -> std::path::PathBuf {
    let workspace = workspace(desk);
    let at = workspace.as_path();
    import(desk, at, "known.csv", KNOWN);
    import(desk, at, "again.csv", AGAIN);
    import(desk, at, "others.csv", OTHERS);
    run(desk, at, &["role", "grant", "nemoclaw", "agent"]);
    let [tara, kabir, zoya, neel, isha] = ["Tara", "Kabir", "Zoya", "Neel", "Isha"].map(|name| person(desk, at, name));
    let twin = made(desk, at, "person", &["full_name=Tara Basu", "phone=+91 98300 67890", "job_title=Designer"]);
    let third = made(desk, at, "person", &["full_name=T. Bose", "email=tara.bose@work.example", "job_title=Partner"]);
    run(desk, at, &["merge", "person", &tara, &twin, &third]);
    let firm = made(desk, at, "account", &["name=Lotus Holdings", "website=https://lotus.example"]);
    let same = made(desk, at, "account", &["name=Lotus Holdings Pvt Ltd", "industry=Realty"]);
    run(desk, at, &["merge", "account", &firm, &same]);
    let writeback = json!({
        "origin": "nemoclaw", "target_domain": "crm", "reasoning_summary": "He signed as Chair.",
        "proposed_change": [{ "field": "job_title", "before": null, "after": "Chair" }],
    });
    suggest(desk, at, 1, "OracleWritebackProposal", &kabir, &writeback);
    let enrichment = json!({
        "provider": "openbook",
        "fields_found": [{ "field": "nickname", "value": "Lila", "confidence": 0.8, "citations": ["a page"] }],
    });
    suggest(desk, at, 2, "EnrichmentProposal", &zoya, &enrichment);
    suggest(desk, at, 3, "NormalizedEntityProposal", &neel, &normalized(&neel, "update", "nickname", "Neelu"));
    let conflict = normalized(&isha, "resolve_conflict", "job_title", "Headmistress");
    suggest(desk, at, 4, "NormalizedEntityProposal", &isha, &conflict);
    run(desk, at, &["identity", "scan"]);
    // Changed by hand, and asked to be as it was before.
    let noor = made(desk, at, "person", &["full_name=Noor Ahmed", "email=noor@ahmed.example", "job_title=Broker"]);
    run(desk, at, &["update", "person", &noor, "job_title=Agent", "nickname=Nono"]);
    let first = ask(desk, at, &["history", "person", &noor]);
    let first =
        first["changes"].as_array().and_then(|all| all.last()).unwrap()["delta_id"].as_str().unwrap().to_owned();
    run(desk, at, &["review", "restore", "person", &noor, &first]);
    // Two who were merged and edited since, asked to be taken apart by somebody who may not do it.
    run(desk, at, &["role", "grant", "omar", "operator"]);
    let one = made(desk, at, "person", &["full_name=Meher Irani", "phone=+91 98300 88811", "job_title=Dentist"]);
    let other = made(desk, at, "person", &["full_name=Meher Rani", "email=meher.rani@clinic.example", "nickname=Mehr"]);
    let asked = ask(desk, at, &["merge", "person", &one, &other]);
    let (id, seen) = (asked["proposal_id"].as_str().unwrap(), asked["seen"].as_str().unwrap());
    run(desk, at, &["review", "decide", id, "--decision", "approve", "--seen", seen]);
    let (stays, gone) = (asked["survivor"]["id"].as_str().unwrap(), asked["absorbed"][0]["id"].as_str().unwrap());
    run(desk, at, &["update", "person", stays, "language=Gujarati"]);
    run(desk, at, &["--as", "omar", "unmerge", gone, "--notes", "Two sisters."]);
    workspace
}

/// Looks at the item on the screen, then decides it by one key; the next is there.
fn decide(window: &Window, gallery: &mut Gallery, seen: &mut Vec<String>, key: &str) -> bool {
    let shown = "const item = document.querySelector('[data-testid=\"review-item\"]');
        return item ? [item.dataset.kind, item.dataset.id] : null";
    let now = window.script(shown, &[]);
    let (Some(kind), Some(id)) = (now[0].as_str(), now[1].as_str()) else { return false };
    if !seen.iter().any(|known| known == kind) {
        gallery.picture(window, &format!("review-kind-{}", kind.replace('_', "-")));
        seen.push(kind.to_owned());
    }
    // The museum's Devika is somebody else: whether her row becomes a contact is asked next.
    let other = kind == "merge" && window.text("[data-testid='review-title']").contains("Devika");
    window.press(&[if other { "x" } else { key }]);
    window.see_no(&format!("[data-testid='review-item'][data-id='{id}']"));
    true
}

/// Each kind once, looked at and left alone, in both themes.
fn look_at_each(window: &Window, name: &str) {
    let mut seen: Vec<String> = Vec::new();
    let mut last = String::new();
    loop {
        let shown = "const item = document.querySelector('[data-testid=\"review-item\"]');
            return item ? [item.dataset.kind, item.dataset.id] : null";
        let now = window.script(shown, &[]);
        let (Some(kind), Some(id)) = (now[0].as_str(), now[1].as_str()) else { break };
        if id == last {
            break;
        }
        last = id.to_owned();
        if !seen.iter().any(|known| known == kind) {
            for theme in ["light", "dark"] {
                window.theme(theme);
                window.screenshot(&format!("review-{name}-{}-{theme}", kind.replace('_', "-")));
            }
            window.theme("light");
            seen.push(kind.to_owned());
        }
        window.press(&["j"]);
    }
    assert!(seen.len() >= 9, "{name}: {seen:?}");
}

#[test]
fn every_kind_of_proposal_is_shown_side_by_side_and_decided_by_one_key() {
    let desk = Desk::new();
    let workspace = everything(&desk);
    let waits = ask(&desk, &workspace, &["review", "list", "--limit", "100"]);
    // Who may only ask sees the same, and a narrow window still shows it.
    let as_user = |user: &str| [on(&workspace, None), vec!["--as".into(), user.into()]].concat();
    {
        let window = desk.open(as_user("omar"));
        window.size(1280, 800);
        window.press(&["g", "r"]);
        window.see("[data-testid='review-not-mine']");
        look_at_each(&window, "operator");
        window.size(1024, 700);
        window.press(&["g", "c"]);
        window.press(&["g", "r"]);
        window.see("[data-testid='review-not-mine']");
        look_at_each(&window, "narrow");
        assert_eq!(window.complaints(), Vec::<String>::new());
    }
    let window = desk.open(on(&workspace, None));
    window.size(1280, 800);
    let mut gallery = Gallery::default();
    window.press(&["g", "r"]);
    window.see("[data-testid='review-title']");
    let mut seen = Vec::new();
    while decide(&window, &mut gallery, &mut seen, "a") {}
    window.see("[data-testid='empty']");
    let kinds = [
        "merge",
        "account_merge",
        "unmerge",
        "create",
        "overwrite",
        "update",
        "resolve_conflict",
        "link",
        "restore",
        "writeback",
        "enrichment",
    ];
    for kind in kinds {
        assert!(seen.iter().any(|one| one == kind), "no {kind} was shown, but {seen:?}\n{waits:#}");
    }
    // What was approved is applied; what came after it on the same record was set aside or proposed anew.
    for item in waits["items"].as_array().unwrap() {
        let now = ask(&desk, &workspace, &["review", "show", item["proposal_id"].as_str().unwrap()]);
        assert_ne!(now["state"], "proposed", "{} still waits: {}", item["kind"], item["title"]);
    }
    assert_eq!(window.complaints(), Vec::<String>::new());
    gallery.bars_nobody();
}
