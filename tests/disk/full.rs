//! Disks that fill up while something is written.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde_json::Value;
use velocity_tests::disk::{SmallDisk, alone, copy};
use velocity_tests::files::sample;
use velocity_tests::{Answer, Cli};

use crate::{people, sound, words};

const PEOPLE: u64 = 700;
const KB: u64 = 1024;

/// A workspace with a sample in it, to begin from.
fn begun() -> Cli {
    let cli = Cli::with_workspace();
    let import = cli.import(&sample("hubspot_contacts"));
    let _ = cli.run(["import", "approve", import["import_id"].as_str().expect("an id")]).done();
    cli
}

/// Bytes of a workspace's database.
fn size(cli: &Cli) -> u64 {
    cli.database().metadata().expect("a database").len()
}

/// A small disk with a copy of a workspace on it.
fn small_disk_with(cli: &Cli) -> (SmallDisk, Cli) {
    let disk = SmallDisk::new(48, 4000);
    let workspace = disk.folder().join("workspace");
    copy(cli.workspace(), &workspace);
    let copied = Cli::on(&workspace);
    (disk, copied)
}

/// A call that failed says that the disk is full and what to do.
#[track_caller]
fn says_that_the_disk_is_full(answer: Answer) {
    let said = words(answer);
    assert!(said.contains("disk is full") && said.contains("Free some space"), "{said}");
}

/// The graph without ids, which differ from run to run: each record as its fields, each link as the records it joins.
fn content(cli: &Cli) -> Vec<String> {
    let text = String::from_utf8(cli.graph()).expect("UTF-8");
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for record in lines.iter().filter(|line| line["id"].is_string()) {
        let id = record["id"].as_str().expect("an id").to_owned();
        names.insert(id, format!("{} {} {}", record["entity"], record["archived"], record["fields"]));
    }
    let mut content: Vec<String> = names.values().cloned().collect();
    for link in lines.iter().map(|line| &line["link"]).filter(|link| link.is_object()) {
        let side = |side: &str| names[link[side]["id"].as_str().expect("an id")].as_str();
        content.push(format!("{} {} -> {}", link["kind"], side("from"), side("to")));
    }
    content.sort();
    content
}

#[test]
fn staging_on_a_disk_that_fills_up_keeps_whole_rows_and_goes_on_later() {
    alone("full::staging_on_a_disk_that_fills_up_keeps_whole_rows_and_goes_on_later", || {
        let start = begun();
        let before = start.graph();
        let imports = sound(&start)["imports"].clone();
        let file = start.file("people.csv", people(PEOPLE).as_bytes());
        let (_disk, undisturbed) = small_disk_with(&start);
        let _ = undisturbed.import(&file);
        let percent = (size(&undisturbed) - size(&start)) / KB / 100;
        let mut failed = 0;
        // No room for the log's shared memory, for the stored bytes, for the log; then for less and less of the log.
        for room in [0, 4, 36, 60, 80, 10 * percent, 35 * percent, 90 * percent, 20_000] {
            let (disk, cli) = small_disk_with(&start);
            disk.leave(room * KB);
            let answer = cli.run(["import", "run", file.to_str().expect("UTF-8")]);
            println!("{room} KB left: {} {}\n{}", answer.code, answer.json["error"]["message"], answer.stderr);
            let went = answer.code == 0;
            if !went {
                failed += 1;
                says_that_the_disk_is_full(answer);
            }
            disk.make_room();
            assert_eq!(cli.graph(), before, "with {room} KB left");
            let _ = sound(&cli);
            if !went {
                let again = cli.import(&file);
                assert_eq!(again["rows"]["total"], PEOPLE, "with {room} KB left");
                assert_eq!(again["planned"]["create"], PEOPLE, "with {room} KB left: every row has exactly one fate");
                assert!(again["duplicate_of_batch"].is_null(), "it goes on with what was cut off");
            }
            // What was cut off and went on is one import, not two.
            let now = sound(&cli)["imports"].as_u64().expect("a count");
            assert_eq!(now, imports.as_u64().expect("a count") + 1, "with {room} KB left");
        }
        assert!((6..9).contains(&failed), "{failed} of them had too little room, the last had enough");
    });
}

#[test]
fn approving_on_a_disk_that_fills_up_stops_at_whole_rows_and_goes_on_later() {
    alone("full::approving_on_a_disk_that_fills_up_stops_at_whole_rows_and_goes_on_later", || {
        let start = begun();
        let before = content(&start);
        let had = sound(&start)["person"].as_u64().expect("a count");
        let file = start.file("people.csv", people(PEOPLE).as_bytes());
        let import = start.import(&file)["import_id"].as_str().expect("an id").to_owned();
        let approve = ["import", "approve", import.as_str()];
        let (_disk, undisturbed) = small_disk_with(&start);
        let _ = undisturbed.run(approve).done();
        let after = content(&undisturbed);

        let (mut failed, mut partly, mut unfolded) = (0, 0, 0);
        // With more room than the log needs, it is the checkpoint that finds too little for the database to grow.
        let percent = (size(&undisturbed) - size(&start)) / KB / 100;
        let steps = [0, 1, 20, 55, 70, 80, 90, 105, 120, 137, 165, 190, 219].map(|step| step * percent);
        for room in steps.into_iter().chain([30_000]) {
            let (disk, cli) = small_disk_with(&start);
            disk.leave(room * KB);
            let answer = cli.run(approve);
            println!("{room} KB left: {} {}\n{}", answer.code, answer.json["error"]["message"], answer.stderr);
            let went = answer.code == 0;
            if !went {
                failed += 1;
                says_that_the_disk_is_full(answer);
            }
            // What there is can still be read, or the answer says why not.
            let read = cli.run(["list", "person", "--limit", "1"]);
            if read.code != 0 {
                says_that_the_disk_is_full(read);
            }
            unfolded += u32::from(cli.workspace().join("velocity.db-wal").exists());
            disk.make_room();
            let counts = sound(&cli);
            let now = content(&cli);
            let some = now.len() > before.len() && now.len() < after.len();
            partly += u32::from(some);
            let new = counts["person"].as_u64().expect("a count") - had;
            assert!(new.is_multiple_of(250) || new == PEOPLE, "whole steps: {counts}");
            let surplus = now.iter().find(|thing| after.binary_search(thing).is_err());
            assert_eq!(surplus, None, "something half made, with {room} KB left");
            if went {
                assert!(now == after);
            }
            let _ = cli.run(approve).done();
            assert!(content(&cli) == after, "continued with {room} KB left");
            let _ = sound(&cli);
        }
        assert!((5..14).contains(&failed), "{failed} had too little room, the last had enough");
        assert!(partly > 1 && unfolded > 1, "{partly} got somewhere, in {unfolded} a checkpoint found too little room");
    });
}

#[test]
fn undoing_on_a_disk_that_is_full_can_be_done_later() {
    alone("full::undoing_on_a_disk_that_is_full_can_be_done_later", || {
        let start = begun();
        let before = content(&start);
        let file = start.file("people.csv", people(PEOPLE).as_bytes());
        let import = start.import(&file)["import_id"].as_str().expect("an id").to_owned();
        let _ = start.run(["import", "approve", &import]).done();
        let after = content(&start);
        for room in [0, 60, 800] {
            let (disk, cli) = small_disk_with(&start);
            disk.leave(room * KB);
            says_that_the_disk_is_full(cli.run(["import", "undo", &import]));
            disk.make_room();
            let _ = sound(&cli);
            let now = content(&cli);
            assert!(now.iter().all(|thing| after.binary_search(thing).is_ok()), "with {room} KB left");
            let _ = cli.run(["import", "undo", &import]).done();
            assert!(content(&cli) == before, "with {room} KB left");
            let _ = sound(&cli);
        }
    });
}

#[test]
fn a_workspace_that_found_no_room_is_made_later_in_the_same_place() {
    alone("full::a_workspace_that_found_no_room_is_made_later_in_the_same_place", || {
        let mut failed = 0;
        for room in [0, 8, 40, 100, 300, 20_000] {
            let disk = SmallDisk::new(32, 400);
            disk.leave(room * KB);
            let cli = Cli::on(&disk.folder().join("workspace"));
            let answer = cli.run(["init"]);
            if answer.code != 0 {
                failed += 1;
                says_that_the_disk_is_full(answer);
                disk.make_room();
                assert_eq!(cli.run(["init"]).done()["created"], true, "with {room} KB left");
            }
            let _ = sound(&cli);
        }
        assert!((3..6).contains(&failed), "{failed}");
    });
}

/// The pin is a file of its own, written after the commit: where it can't be made, the commit stands all the same.
#[test]
fn a_commit_that_could_not_be_pinned_stands_and_is_pinned_by_the_next() {
    alone("full::a_commit_that_could_not_be_pinned_stands_and_is_pinned_by_the_next", || {
        let start = begun();
        let file = start.file("people.csv", people(20).as_bytes());
        let import = start.import(&file)["import_id"].as_str().expect("an id").to_owned();
        let disk = SmallDisk::new(48, 400);
        let workspace = disk.folder().join("workspace");
        copy(start.workspace(), &workspace);
        let cli = Cli::on(&workspace);
        // While another process has the database open, its log is there and no file need be made for it.
        let other = Connection::open(cli.database()).expect("opens");
        let tables: u64 = other.query_row("SELECT count(*) FROM sqlite_schema", [], |r| r.get(0)).expect("read");
        assert!(tables > 0);
        disk.use_up_names();
        let approved = cli.run(["import", "approve", &import]).done();
        assert_eq!(approved["applied"]["create"], approved["summary"]["proposals"]["create"], "{approved}");

        let audit = cli.run(["audit", "verify"]).done();
        let (pinned, entries) = (audit["pinned"].as_u64().expect("a pin"), audit["entries"].as_u64().expect("a count"));
        assert!(audit["ok"] == true && pinned < entries, "{audit}");
        assert!(audit["findings"].to_string().contains("the next change pins the rest"), "{audit}");

        disk.make_room();
        let _ = cli.run(["import", "undo", &import]).done();
        let audit = cli.run(["audit", "verify"]).done();
        assert_eq!(audit["pinned"], audit["entries"], "{audit}");
        drop(other);
        let _ = sound(&cli);
    });
}
