//! Work that is cut off in the middle: nothing is half there, and it goes on.

use std::time::Duration;

use velocity_tests::Cli;

const PEOPLE: u64 = 3000;

/// A list that takes a while to approve.
fn people() -> String {
    let mut text = String::from("Contact Id,First Name,Last Name,Email,Mobile Phone,Company\n");
    for i in 0..PEOPLE {
        let firm = i % 40;
        text.push_str(&format!("{i},Given{i},Family{i},p{i}@example.com,+91 98300 {:05},Firm {firm}\n", 10_000 + i));
    }
    text
}

fn sound(cli: &Cli) {
    let report = cli.run(["doctor"]).done();
    assert_eq!(report["ok"], true, "{report}");
}

/// The moments are spread so that some fall into an open transaction, whatever the machine's speed: each kill comes a
/// little later than the last, until the approval gets through.
#[test]
fn an_approval_killed_again_and_again_is_whole_after_each_kill_and_ends_complete() {
    let cli = Cli::with_workspace();
    let before = cli.graph();
    let file = cli.file("people.csv", people().as_bytes());
    let import = cli.import(&file)["import_id"].as_str().expect("an id").to_owned();
    let (mut killed, mut so_far) = (0, 0);
    for attempt in 1..=6 {
        let wait = Duration::from_millis(40 * attempt);
        killed += u64::from(cli.kill_after(wait, ["import", "approve", &import]));
        sound(&cli);
        let now = cli.run(["list", "person", "--limit", "1"]).done()["total"].as_u64().expect("a count");
        assert!(now >= so_far, "{so_far} people were there, now {now}");
        let fates = cli.run(["import", "show", &import]).done()["fates"].clone();
        if !fates.is_null() {
            let sum: u64 = fates.as_object().expect("fates").values().filter_map(serde_json::Value::as_u64).sum();
            assert_eq!(sum, PEOPLE, "{fates}");
        }
        so_far = now;
    }
    assert!(killed > 0, "no attempt was cut off");
    let done = cli.run(["import", "approve", &import]).done();
    assert_eq!(done["summary"]["fates"]["create"], PEOPLE, "{done}");
    assert_eq!(cli.run(["list", "person", "--limit", "1"]).done()["total"], PEOPLE);
    sound(&cli);
    let _ = cli.run(["import", "undo", &import]).done();
    assert!(cli.graph() == before, "the undo leaves the graph as it was");
}

#[test]
fn staging_that_is_killed_leaves_nothing_and_can_be_repeated() {
    let cli = Cli::with_workspace();
    let file = cli.file("people.csv", people().as_bytes());
    let path = file.to_str().expect("a temporary path is UTF-8").to_owned();
    let mut killed = 0;
    for attempt in 1..=4 {
        killed += u64::from(cli.kill_after(Duration::from_millis(60 * attempt), ["import", "run", &path]));
        sound(&cli);
    }
    assert!(killed > 0, "no attempt was cut off");
    let staged = cli.import(&file);
    assert_eq!(staged["rows"]["total"], PEOPLE);
}
