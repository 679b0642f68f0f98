//! The same bytes read another way: one copy of them, a batch for each reading, one reading at a time in the graph.

use std::fmt::Write as _;

use app::{Quiet, ReplayOf, RunAs};
use contracts::{EntityType, ErrorCode, ImportId, ImportState, ImportSummary, ListQuery, ReadAs, ReplayResult, Role};
use store::{Blobs as _, FsBlobs};
use testkit::Workspace;

const TITLED: &str = "Client,Team\nRina Sen,West\n\nPerson,Mail,Mobile\n\
    Rina Sen,rina@example.com,+91 98300 12345\nArjun Mehta,arjun@example.com,+91 98300 54321\n";

fn header_row(n: u32) -> RunAs {
    RunAs { read_as: ReadAs { header_row: Some(n), ..ReadAs::default() }, ..RunAs::default() }
}

fn delimiter(mark: &str) -> RunAs {
    RunAs { read_as: ReadAs { delimiter: Some(mark.into()), ..ReadAs::default() }, ..RunAs::default() }
}

fn quote(mark: &str) -> RunAs {
    RunAs { read_as: ReadAs { quote: Some(mark.into()), ..ReadAs::default() }, ..RunAs::default() }
}

fn run(ws: &Workspace, name: &str, text: &str, run: &RunAs) -> ImportSummary {
    ws.app.import_bytes_as(&ws.me, name, text.as_bytes(), run, &Quiet).expect("staged")
}

fn again(ws: &Workspace, id: ImportId, run: &RunAs) -> ImportSummary {
    ws.app.import_read_again(&ws.me, id, run, &Quiet).expect("read again")
}

fn state(ws: &Workspace, id: ImportId) -> ImportState {
    ws.app.import_show(&ws.me, id).expect("shown").summary.state
}

fn replay(ws: &Workspace, id: ImportId) -> ReplayResult {
    ws.app.import_replay(&ws.me, id, &ReplayOf::Newest).expect("replayed")
}

fn blobs(ws: &Workspace) -> Vec<String> {
    FsBlobs::new(ws.folder().join("blobs")).list().expect("listed")
}

fn sound(ws: &Workspace) {
    let doctor = ws.app.doctor(&ws.me).expect("looked at");
    assert!(doctor.ok, "{:#?}", doctor.checks);
    let audit = ws.app.audit_verify(&ws.me).expect("verified");
    assert!(audit.ok, "{:?}", audit.findings);
}

#[test]
fn a_staged_import_is_put_aside_and_its_kept_bytes_are_read_another_way() {
    let ws = Workspace::new();
    let first = run(&ws, "leads.csv", TITLED, &header_row(1));
    let kept = blobs(&ws);
    let second = again(&ws, first.import_id, &header_row(4));
    assert_eq!(state(&ws, first.import_id), ImportState::Undone);
    assert_ne!(second.batch_id, first.batch_id, "another reading is another batch");
    assert_eq!((second.rows.total, second.planned.create), (2, 2));
    assert_eq!(blobs(&ws), kept, "the bytes are kept once");

    let detail = ws.app.import_show(&ws.me, second.import_id).expect("shown");
    assert_eq!(detail.manifest.handling.read_as.header_row, Some(4), "the mapping says how the bytes are read");
    assert_eq!(detail.batch.headers, ["Person", "Mail", "Mobile"]);
    let read = replay(&ws, second.import_id);
    assert!(read.identical, "{:#?}", read.differences);

    ws.approve(second.import_id);
    let rina = ws.app.people(&ws.me, &ListQuery { text: Some("rina".into()), ..ListQuery::default() }).expect("listed");
    let why = ws.app.explain(&ws.me, EntityType::Person, rina.rows[0].id, "phone").expect("explained");
    assert_eq!(why.chains[0].cells[0].row_number, 1, "{why:?}");
    assert!(why.chains[0].sentences.iter().any(|s| s.contains("\"Mobile\"")), "{why:?}");
    sound(&ws);

    // The same bytes again: known, and read as somebody said.
    let repeated = ws.stage("leads.csv", TITLED);
    assert_eq!(repeated.duplicate_of_import, Some(second.import_id));
    assert_eq!((repeated.rows.total, repeated.planned.unchanged), (2, 2));
    let refused = ws.app.import_read_again(&ws.me, repeated.import_id, &header_row(1), &Quiet).expect_err("refused");
    assert!(refused.message.contains("repeats"), "{refused:?}");
}

#[test]
fn an_approved_import_is_undone_first_and_then_read_from_what_was_kept() {
    let ws = Workspace::new();
    let empty = ws.graph();
    let first = run(&ws, "leads.csv", TITLED, &header_row(1));
    ws.approve(first.import_id);
    let refused = ws.app.import_read_again(&ws.me, first.import_id, &header_row(4), &Quiet).expect_err("refused");
    assert_eq!(refused.code, ErrorCode::Refused);
    assert!(refused.hint.starts_with("Undo it first"), "{refused:?}");
    let refused =
        ws.app.import_bytes_as(&ws.me, "leads.csv", TITLED.as_bytes(), &header_row(4), &Quiet).expect_err("refused");
    assert!(refused.message.contains("read another way: utf-8, delimiter comma"), "{refused:?}");
    assert!(refused.hint.contains("Undo that import first"), "{refused:?}");

    let _ = ws.app.import_undo(&ws.me, first.import_id, &Quiet).expect("undone");
    assert_eq!(ws.graph(), empty);
    let second = again(&ws, first.import_id, &header_row(4));
    assert_eq!(second.planned.create, 2);
    let refused = ws.app.import_read_again(&ws.me, first.import_id, &header_row(1), &Quiet).expect_err("refused");
    assert!(refused.message.contains("wait for approval"), "one reading at a time: {refused:?}");
    ws.approve(second.import_id);
    let undone = ws.app.import_undo(&ws.me, second.import_id, &Quiet).expect("undone");
    assert!(undone.errors.is_empty() && undone.kept.is_empty(), "{undone:?}");
    assert_eq!(ws.graph(), empty);
    // The first reading may come again, as the batch that it was.
    let third = again(&ws, second.import_id, &header_row(1));
    assert_eq!(third.batch_id, first.batch_id);
    sound(&ws);
}

#[test]
fn a_reading_that_fails_leaves_the_import_as_it_was() {
    let ws = Workspace::new();
    let first = ws.stage("leads.csv", TITLED);
    let found = ws.app.import_show(&ws.me, first.import_id).expect("shown").batch.dialect;
    let klingon =
        RunAs { read_as: ReadAs { encoding: Some("klingon".into()), ..ReadAs::default() }, ..RunAs::default() };
    let same = RunAs { read_as: ReadAs::of(&found), ..RunAs::default() };
    for (run, words) in [
        (klingon, "\"klingon\" is no encoding"),
        (header_row(3), "record 3 is blank"),
        (header_row(12), "no record 12"),
        (same, "read that way already"),
    ] {
        let error = ws.app.import_read_again(&ws.me, first.import_id, &run, &Quiet).expect_err("refused");
        assert_eq!(error.code, ErrorCode::BadInput, "{error:?}");
        assert!(error.message.contains(words), "{error:?}");
        assert!(error.message.starts_with("leads.csv"), "{error:?}");
    }
    assert_eq!(state(&ws, first.import_id), ImportState::Proposed);
    assert_eq!(ws.app.import_list(&ws.me).expect("listed").len(), 1);
    let _ = ws.app.role_set(&ws.me, "priya", Some(Role::Presenter)).expect("granted");
    let priya = contracts::Actor::human("priya");
    let error = ws.app.import_read_again(&priya, first.import_id, &header_row(1), &Quiet).expect_err("refused");
    assert_eq!(error.code, ErrorCode::Refused);
}

#[test]
fn a_row_may_lie_across_the_pieces_of_an_earlier_reading() {
    let ws = Workspace::new();
    let mut text = String::from("Name,Notes,Email\n");
    for i in 0..1400 {
        let _ = writeln!(text, "Rina {i},\"{}end {i}\",rina{i}@example.com", format!("line of {i}\n").repeat(90));
    }
    let first = run(&ws, "notes.csv", &text, &quote(""));
    let kept = blobs(&ws);
    assert!(kept.len() > 1 && first.rows.total > 100_000, "{} pieces, {} rows", kept.len(), first.rows.total);
    let second = again(&ws, first.import_id, &quote("\""));
    assert_eq!((second.rows.total, second.planned.create), (1400, 1400));
    assert_eq!(blobs(&ws), kept);
    let rows = ws.app.import_rows(&ws.me, second.import_id, None, Some(900), Some(500)).expect("rows").rows;
    for row in &rows {
        let i = row.row_number - 1;
        assert!(row.cells[1].ends_with(&format!("end {i}")) && row.cells[2] == format!("rina{i}@example.com"), "{i}");
    }
    let read = replay(&ws, second.import_id);
    assert!(read.identical, "{:#?}", read.differences);
    sound(&ws);
}

#[test]
fn a_profile_may_be_chosen_for_the_same_reading() {
    let ws = Workspace::new();
    let first = ws.stage("x.csv", "First Name,Last Name,Email\nRina,Sen,rina@example.com\n");
    let by = RunAs { profile: Some("hubspot.contacts".into()), ..RunAs::default() };
    let second = again(&ws, first.import_id, &by);
    assert_eq!((second.source_profile.id.as_str(), second.batch_id), ("hubspot.contacts", first.batch_id));
    assert_eq!(state(&ws, first.import_id), ImportState::Undone);
    sound(&ws);
}

/// Whether any place of a workspace holds a text, in its blobs unpacked.
fn holds(ws: &Workspace, text: &str) -> Option<String> {
    let database = std::fs::read(ws.folder().join("velocity.db")).expect("read");
    let blobs = FsBlobs::new(ws.folder().join("blobs"));
    let mut places = vec![("the database".to_string(), database)];
    places.extend(blobs.list().expect("listed").into_iter().map(|sha| {
        let bytes = blobs.get(&sha).expect("unpacked");
        (sha, bytes)
    }));
    places.into_iter().find(|(_, bytes)| memchr::memmem::find(bytes, text.as_bytes()).is_some()).map(|(place, _)| place)
}

#[test]
fn an_erasure_reaches_every_reading_of_the_bytes() {
    let ws = Workspace::new();
    // Zubeida is the header of the first reading, a row beside its data of the second, a row of the third and fourth.
    let text = "Zubeidaq Merchant;zubeidaq@example.com;9830012345\n\
        Name;Mail;Mobile\nArjun Mehta;arjun@example.com;9830054321\n\
        Zubeidaq Merchant;zubeidaq@example.com;9830012345\nFaridq Khan;faridq@example.com;9830077777\n";
    let first = run(
        &ws,
        "leads.csv",
        text,
        &RunAs { read_as: header_row(1).read_as.over(&delimiter(";").read_as), ..RunAs::default() },
    );
    let headers = ws.app.import_show(&ws.me, first.import_id).expect("shown").batch.headers;
    assert_eq!(headers[0], "Zubeidaq Merchant");
    let second = again(&ws, first.import_id, &header_row(2));
    let third = again(&ws, second.import_id, &delimiter(","));
    let fourth = again(&ws, third.import_id, &header_row(0));
    assert!(fourth.planned.create >= 2, "{:?}", fourth.planned);
    ws.approve(fourth.import_id);
    for text in ["Zubeidaq", "zubeidaq@", "9830012345", "Faridq"] {
        assert!(holds(&ws, text).is_some(), "a search that can't find {text} proves nothing");
    }
    let query = ListQuery { text: Some("Zubeidaq".into()), ..ListQuery::default() };
    for row in ws.app.people(&ws.me, &query).expect("listed").rows {
        let report = ws.app.erase(&ws.me, EntityType::Person, row.id, "asked for").expect("erased");
        assert!(report.clean, "{report:?}");
    }
    for text in ["Zubeidaq", "zubeidaq", "9830012345"] {
        assert_eq!(holds(&ws, text), None, "{text}");
    }
    for text in ["Faridq", "faridq@example.com", "Arjun Mehta"] {
        assert!(holds(&ws, text).is_some(), "{text} belongs to somebody else");
    }
    let headers = ws.app.import_show(&ws.me, first.import_id).expect("shown");
    assert_eq!(headers.batch.headers, ["Column 1", "Column 2", "Column 3"]);
    assert!(headers.manifest.columns().iter().all(|c| c.header.starts_with("Column ")));
    sound(&ws);

    // What is left may be read once more, and the new reading knows what is gone.
    let _ = ws.app.import_undo(&ws.me, fourth.import_id, &Quiet).expect("undone");
    let fifth = again(
        &ws,
        fourth.import_id,
        &RunAs { read_as: ReadAs { quote: Some("'".into()), ..ReadAs::default() }, ..RunAs::default() },
    );
    assert_eq!(fifth.planned.create, 2, "{fifth:?}");
    ws.approve(fifth.import_id);
    sound(&ws);
}
