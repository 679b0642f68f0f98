//! The day and a client's story by the command line: the same answers as the window's, windows that put together are the
//! whole, values confirmed and corrected.

use serde_json::Value;
use velocity_tests::Cli;

fn made(cli: &Cli, words: &[&str]) -> String {
    cli.run(words).done()["entity"]["id"].as_str().expect("an id").to_owned()
}

#[test]
fn a_day_a_story_and_what_is_said_of_a_value_are_told_and_taken_back() {
    let cli = Cli::with_workspace();
    let rina = made(&cli, &["create", "person", "full_name=Rina Sen", "phone=+91 98300 12345; +91 98300 54321"]);
    let about = format!("person:{rina}");
    let _ = made(&cli, &["create", "opportunity", "name=Villa 12", "stage=Negotiation", "--about", &about]);
    for n in 1..=5 {
        let at = format!("at=2026-10-0{n}T10:00:00");
        let subject = format!("subject=Call {n}");
        let _ = made(&cli, &["create", "interaction", "channel=call", &at, &subject, "--about", &about]);
    }

    // Silent since 5 October: due in the month after the week that is allowed, then neglected.
    let day = |now: &str| cli.run(["today", "--now", now]).done();
    let figures = |v: &Value| (v["calls_total"].as_u64(), v["neglected_total"].as_u64());
    assert_eq!(figures(&day("2026-10-12T09:00:00")), (Some(0), Some(0)));
    assert_eq!(figures(&day("2026-10-13T09:00:00")), (Some(1), Some(0)));
    assert_eq!(figures(&day("2026-11-11T09:00:00")), (Some(1), Some(0)));
    assert_eq!(figures(&day("2026-11-12T09:00:00+05:30")), (Some(0), Some(1)));
    assert_eq!(day("2026-10-13T09:00:00")["calls"][0]["words"], "No contact for 8 days");
    let flags = cli.run(["risks", &rina, "--now", "2026-10-13T09:00:00"]).done();
    assert_eq!(flags["flags"][0]["words"], "No contact for 8 days");
    let _ = cli.run(["today", "--now", "soon"]).refused(4);

    let window = |more: &[&str]| cli.run([&["timeline", &rina, "--kind", "call"], more].concat()).done();
    let whole = window(&[]);
    assert_eq!(whole["entries"].as_array().map(Vec::len), Some(5));
    let first = window(&["--limit", "3"]);
    let rest = window(&["--limit", "3", "--cursor", first["next_cursor"].as_str().expect("more")]);
    let entries = |page: &Value| page["entries"].as_array().expect("a window").clone();
    let both = [entries(&first), entries(&rest)].concat();
    assert_eq!(Value::Array(both), whole["entries"]);
    assert!(rest["next_cursor"].is_null());
    let _ = cli.run(["timeline", &rina, "--kind", "telegram"]).refused(2);

    // Two numbers are confirmed as they stand; one of them is corrected in its place.
    let phones = || cli.run(["get", "person", &rina]).done()["record"]["facts"].clone();
    let held = |field: &str| -> Vec<Value> {
        phones().as_array().expect("facts").iter().filter(|f| f["field"] == field).cloned().collect()
    };
    let confirmed =
        cli.run(["confirm", "person", &rina, "phone"]).done()["group"].as_str().expect("a group").to_owned();
    assert!(held("phone").iter().all(|f| f["source"]["confirmed"]["by"]["kind"] == "human"));
    let _ = cli.run(["undo", &confirmed]).done();
    assert!(held("phone").iter().all(|f| f["source"]["confirmed"].is_null()));
    let _ = cli.run(["correct", "person", &rina, "phone", "+91 98300 99999"]).refused(4);
    let was = ["--was", "+919830054321"];
    let _ = cli.run([&["correct", "person", &rina, "phone", "+91 98300 99999"], was.as_slice()].concat()).done();
    let values: Vec<Value> = held("phone").iter().map(|f| f["value"]["value"].clone()).collect();
    assert_eq!(values, ["+919830012345", "+919830099999"]);
    assert_eq!(cli.run(["doctor"]).done()["ok"], true);
}

#[test]
fn news_is_what_a_colleague_did_since_the_last_look_and_never_ones_own_work() {
    let cli = Cli::with_workspace();
    let _ = cli.run(["role", "grant", "omar", "operator"]).done();
    let rina = made(&cli, &["create", "person", "full_name=Rina Sen"]);
    let _ = cli.run(["news", &rina]).done();
    let _ = cli.run(["--as", "omar", "update", "person", &rina, "job_title=Director"]).done();
    let _ = cli.run(["update", "person", &rina, "nickname=Rini"]).done();
    let news = cli.run(["news", &rina]).done();
    assert_eq!(news["total"], 1, "{news}");
    assert_eq!(news["lines"][0]["actor"]["id"], "omar");
    assert_eq!(cli.run(["news", &rina]).done()["total"], 0, "it was looked at");
}
