//! Erasure: what was planted is first found, and after erasing its people nowhere (`contracts.md`).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use app::Quiet;
use contracts::{DecideArgs, EntityId, EntityType, ErrorCode, ListQuery, ReviewQuery, Role, Verdict};
use store::{Blobs as _, FsBlobs};
use testkit::Workspace;

/// Every place of a workspace that holds bytes, decoded: blobs are unpacked, the rest is taken as it lies on the disk.
fn everything(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut out = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(path) = open.pop() {
        for entry in std::fs::read_dir(&path).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else {
                out.push((path.display().to_string(), std::fs::read(&path).expect("a file")));
            }
        }
    }
    let blobs = FsBlobs::new(folder.join("blobs"));
    for sha in blobs.list().expect("listed") {
        out.push((format!("blob {sha}"), blobs.get(&sha).expect("unpacked")));
    }
    out
}

/// The terms of the search index: its own form on the disk is compressed and would hide them from a byte search.
fn terms(folder: &Path) -> BTreeSet<String> {
    let conn = rusqlite::Connection::open(folder.join("velocity.db")).expect("opens");
    conn.execute_batch(
        "CREATE VIRTUAL TABLE temp.v USING fts5vocab('main', 'search_terms', 'row');
         CREATE VIRTUAL TABLE temp.t USING fts5vocab('main', 'search_talk', 'row');",
    )
    .expect("vocabulary");
    let sql = "SELECT term FROM temp.v UNION SELECT term FROM temp.t UNION SELECT word FROM search_words";
    let mut all = conn.prepare(sql).expect("asked");
    all.query_map([], |r| r.get(0)).expect("asked").collect::<Result<_, _>>().expect("read")
}

/// Which of the values are anywhere, in any of the forms in which they may lie.
fn found(folder: &Path, values: &BTreeSet<String>) -> BTreeMap<String, String> {
    let places = everything(folder);
    let terms = terms(folder);
    let mut out = BTreeMap::new();
    for value in values {
        let forms: Vec<Vec<u8>> = [
            value.clone().into_bytes(),
            value.to_lowercase().into_bytes(),
            value.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        ]
        .to_vec();
        let place = places
            .iter()
            .find(|(_, bytes)| forms.iter().any(|f| memchr::memmem::find(bytes, f).is_some()))
            .map(|(place, _)| place.clone())
            .or_else(|| terms.contains(&value.to_lowercase()).then(|| "the search index".into()));
        if let Some(place) = place {
            out.insert(value.clone(), place);
        }
    }
    out
}

/// A word that nothing else holds: `seed` as letters.
fn word(seed: usize) -> String {
    let mut n = seed * 7919 + 26usize.pow(5);
    let mut text = String::from("Zq");
    for _ in 0..7 {
        text.push((b'a' + u8::try_from(n % 26).expect("a letter")) as char);
        n /= 26;
    }
    text
}

/// One client with values in many fields; the words and numbers that only they have.
struct Planted {
    id: usize,
    words: Vec<String>,
}

impl Planted {
    fn new(id: usize) -> Self {
        let mut words: Vec<String> = (0..11).map(|i| word(id * 20 + i)).collect();
        words.push(format!("98{:08}", 30_000_000 + id * 137));
        words.push(format!("97{:08}", 40_000_000 + id * 139));
        Self { id, words }
    }

    fn row(&self) -> String {
        let w = &self.words;
        format!(
            "{},{},{},{}@example.com,+91 {},+91 {},\"{} Road\nFlat {}\",Sen & Bose LLP,{},{},{},{}",
            self.id, w[0], w[1], w[2], w[11], w[12], w[3], w[4], w[5], w[6], w[7], w[8]
        )
    }
}

const HEAD: &str =
    "id,First Name,Last Name,Email,Mobile,Home Phone,Street,Company,Notes,Spouse Name,Secret Club,Budget Note\n";

fn decide(ws: &Workspace, id: contracts::ProposalId, decision: Verdict, notes: &str) {
    let seen = ws.app.review_show(&ws.me, id).expect("shown").seen;
    let args = DecideArgs { notes: Some(notes.into()), ..DecideArgs::new(id, decision, &seen) };
    let _ = ws.app.review_decide(&ws.me, &args).expect("decided");
}

fn person(ws: &Workspace, name: &str) -> EntityId {
    let query = ListQuery { text: Some(name.into()), ..ListQuery::default() };
    ws.app.people(&ws.me, &query).expect("listed").rows.first().unwrap_or_else(|| panic!("{name} is known")).id
}

#[test]
fn a_thousand_planted_values_are_found_and_after_erasing_their_people_none_is() {
    let ws = Workspace::new();
    let everyone: Vec<Planted> = (1..=120).map(Planted::new).collect();
    let (go, stay) = everyone.split_at(80);

    // Brought in, mapped anew, approved; then undone and brought in again, so that ghosts of the first time are left.
    let mut text = String::from(HEAD);
    for p in &everyone {
        let _ = writeln!(text, "{}", p.row());
    }
    let first = ws.stage("clients.csv", &text);
    ws.approve(first.import_id);
    let _ = ws.app.import_undo(&ws.me, first.import_id, &Quiet).expect("undone");
    let again = ws.stage("clients.csv", &text);
    ws.approve(again.import_id);

    // A newer export from elsewhere: some are suspected to be known, and decided either way or left open.
    let mut text = String::from("Name,Email,Phone,Nickname\n");
    for p in &everyone {
        let w = &p.words;
        let _ = writeln!(text, "{} {},{}@example.com,+91 {},{}", w[0], w[1], w[2], w[11], w[9]);
    }
    let newer = ws.stage("phonebook.csv", &text);
    ws.approve(newer.import_id);
    let waiting =
        ws.app.review_list(&ws.me, &ReviewQuery { limit: Some(200), ..ReviewQuery::default() }).expect("listed");
    assert_eq!(waiting.items.len(), everyone.len(), "every row of the phone book may be somebody known");
    for (i, item) in waiting.items.iter().enumerate() {
        let note = format!("{} said so on the phone", word(i * 20 + 30));
        match i % 3 {
            0 => decide(&ws, item.proposal_id, Verdict::Approve, &note),
            1 => decide(&ws, item.proposal_id, Verdict::Reject, &note),
            _ => {}
        }
    }

    // Edits by hand, archived, restored, undone.
    for p in &everyone {
        let id = person(&ws, &format!("{} {}", p.words[0], p.words[1]));
        let edit = |field: &str, value: &str| {
            let done = ws.app.record_update(&ws.me, EntityType::Person, id, &[(field.into(), value.into())]);
            done.expect("edited")
        };
        let _ = edit("job_title", &p.words[10]);
        if p.id % 2 == 0 {
            let _ = edit("job_title", "Owner");
        }
        if p.id % 5 == 0 {
            let _ = ws.app.record_archive(&ws.me, EntityType::Person, id, true).expect("archived");
        }
        if p.id % 10 == 0 {
            let _ = ws.app.undo_group(&ws.me, None).expect("undone");
        }
    }

    // Deals and tasks that name them.
    let mut deals = String::from("Deal ID,Deal Name,Contact,Stage,Amount\n");
    let mut tasks = String::from("Task,Contact,Due Date,Status\n");
    for p in &everyone {
        let name = format!("{} {}", p.words[0], p.words[1]);
        let _ = writeln!(deals, "D{},{} - 3BHK,{name},Offer,INR 12500000", p.id, p.words[1]);
        let _ = writeln!(tasks, "Call {},{name},2026-12-01,open", p.words[0]);
    }
    for (file, text) in [("deals.csv", deals), ("tasks.csv", tasks)] {
        let staged = ws.stage(file, &text);
        ws.approve(staged.import_id);
    }

    // Two of those who go are merged into one.
    let pair: Vec<EntityId> = go[..2].iter().map(|p| person(&ws, &format!("{} {}", p.words[0], p.words[1]))).collect();
    let asked = ws.app.merge_ask(&ws.me, EntityType::Person, &pair).expect("asked");
    decide(&ws, asked.proposal_id, Verdict::Approve, "the same person");

    // Their notes are planted too: of those decided, in the order of the queue.
    let mut gone: BTreeSet<String> = go.iter().flat_map(|p| p.words.clone()).collect();
    gone.extend((0..go.len()).filter(|i| i % 3 != 2).map(|i| word(i * 20 + 30)));
    let kept: BTreeSet<String> = stay.iter().flat_map(|p| p.words.clone()).collect();
    assert!(gone.len() >= 1000, "{} values were planted", gone.len());
    // What was exported into the workspace's own folder goes with them; what lies elsewhere is named.
    let inside = ws.folder().join(store::EXPORTS).join("graph.jsonl");
    std::fs::create_dir_all(ws.folder().join(store::EXPORTS)).expect("a folder");
    let elsewhere = tempfile::tempdir().expect("a folder");
    let outside = elsewhere.path().join("graph.jsonl");
    for path in [&inside, &outside] {
        assert!(ws.app.export_graph_to(&ws.me, path).expect("exported") > 100);
    }
    let before = found(ws.folder(), &gone);
    let missing: Vec<&String> = gone.iter().filter(|v| !before.contains_key(*v)).collect();
    assert!(missing.is_empty(), "a search that can't find them proves nothing: {missing:?}");
    let before = found(ws.folder(), &kept);

    for p in go {
        let name = format!("{} {}", p.words[0], p.words[1]);
        let query = ListQuery { text: Some(name.clone()), ..ListQuery::default() };
        // Rejected rows made a second record of some, merged ones share one.
        let mut ids: BTreeSet<EntityId> =
            ws.app.people(&ws.me, &query).expect("listed").rows.into_iter().map(|r| r.id).collect();
        ids.extend(everybody_called(&ws, &name));
        for id in ids {
            let report = ws.app.erase(&ws.me, EntityType::Person, id, "asked for by letter").expect("erased");
            assert!(report.clean && report.rows > 0 && report.changes > 0, "{report:?}");
            assert_eq!(report.exports_elsewhere, [outside.display().to_string()]);
        }
    }

    let left = found(ws.folder(), &gone);
    assert!(
        left.is_empty(),
        "{} of {} values are left: {:?}",
        left.len(),
        gone.len(),
        left.iter().take(8).collect::<Vec<_>>()
    );
    let after = found(ws.folder(), &kept);
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>(), "who was not erased is all there");
    let audit = ws.app.audit_verify(&ws.me).expect("verified");
    assert!(audit.ok, "{:?}", audit.findings);
    assert!(audit.erasures.len() >= 79 && audit.erasures.iter().all(|e| e.clean && e.reason == "asked for by letter"));
    let doctor = ws.app.doctor(&ws.me).expect("looked at");
    assert!(doctor.ok, "{:?}", doctor.checks);
    let deals = String::from_utf8(ws.graph()).expect("text").matches("\"opportunity\"").count();
    assert!(deals >= everyone.len(), "deals stay, without what named the client");
}

/// Archived people of a name, whom the list does not show.
fn everybody_called(ws: &Workspace, name: &str) -> Vec<EntityId> {
    String::from_utf8(ws.graph())
        .expect("text")
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter(|r| r["entity"] == "person" && r["fields"]["full_name"] == name)
        .filter_map(|r| r["id"].as_str().and_then(|id| id.parse().ok()))
        .collect()
}

#[test]
fn only_an_owner_erases_and_only_people_with_a_reason_that_does_not_name_them() {
    let ws = Workspace::new();
    let s =
        ws.stage("one.csv", "id,First Name,Last Name,Email,Company\n7,Rina,Sengupta,rina@example.com,Acme Interiors\n");
    ws.approve(s.import_id);
    let id = person(&ws, "Rina");
    let acme = ws.app.accounts(&ws.me, &ListQuery::default()).expect("listed").rows[0].id;
    let _ = ws.app.role_set(&ws.me, "huda", Some(Role::Reviewer)).expect("granted");
    let huda = contracts::Actor::human("huda");
    let refused = ws.app.erase(&huda, EntityType::Person, id, "asked for").expect_err("refused");
    assert_eq!((refused.code, refused.who.as_slice()), (ErrorCode::Refused, ["owner".to_string()].as_slice()));
    let bad = |entity, reason| ws.app.erase(&ws.me, entity, id, reason).expect_err("refused");
    assert_eq!(bad(EntityType::Account, "asked for").field.as_deref(), Some("entity"));
    assert_eq!(bad(EntityType::Person, "  ").field.as_deref(), Some("reason"));
    assert_eq!(bad(EntityType::Person, "Rina Sengupta wrote").field.as_deref(), Some("reason"));
    assert!(ws.app.erase(&ws.me, EntityType::Person, id, "asked for").expect("erased").clean);
    assert_eq!(bad(EntityType::Person, "again").code, ErrorCode::Refused);
    assert_eq!(ws.app.entity(&ws.me, EntityType::Person, id).expect_err("gone").code, ErrorCode::NotFound);
    // The company stays, and says why its cell is blank.
    let why = ws.app.explain(&ws.me, EntityType::Account, acme, "name").expect("explained");
    assert!(why.chains[0].cells[0].erased && why.chains[0].sentences.iter().any(|s| s.contains("erased by law")));
    // The import that brought them can still be undone, and the same bytes are known no longer as theirs.
    assert!(ws.app.import_show(&ws.me, s.import_id).is_ok());
    let _ = ws.app.import_undo(&ws.me, s.import_id, &Quiet).expect("undone");
    let doctor = ws.app.doctor(&ws.me).expect("looked at");
    assert!(doctor.ok, "{:?}", doctor.checks);
}

/// A mark that hides tampering must itself be seen: marks are covered by the erasure's own entry.
#[test]
fn a_mark_that_no_erasure_made_is_found() {
    let ws = Workspace::new();
    let s = ws.stage(
        "one.csv",
        "id,First Name,Last Name,Email\n7,Rina,Sengupta,rina@example.com\n8,Arjun,Bose,a@example.com\n",
    );
    ws.approve(s.import_id);
    let _ = ws.app.erase(&ws.me, EntityType::Person, person(&ws, "Rina"), "asked for").expect("erased");
    let conn = rusqlite::Connection::open(ws.folder().join("velocity.db")).expect("opens");
    conn.execute_batch(
        "DROP TRIGGER graph_delta_values_no_update;
         UPDATE graph_delta_values SET changes = replace(changes, 'Bose', 'Basu');
         INSERT OR IGNORE INTO erasure_marks (what, id, erasure)
            SELECT 'delta', d.delta_id, 1 FROM graph_deltas d JOIN graph_delta_values v USING (delta);",
    )
    .expect("tampered");
    drop(conn);
    let audit = ws.app.audit_verify(&ws.me).expect("verified");
    assert!(!audit.ok, "{audit:?}");
}
