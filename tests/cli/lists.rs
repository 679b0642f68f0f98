//! Lists on the command line: filters as sentences, several sorts, groups, views, bulk edits, exports; every figure beside
//! one that plain SQL counts.

use std::ffi::OsString;

use rusqlite::Connection;
use serde_json::{Value, json};
use velocity_tests::Cli;

/// Invented people: name, city, owner, job, tags, phone.
const PEOPLE: [(&str, &str, &str, &str, &str, &str); 6] = [
    ("Farhad Wadekar", "Kolkata", "odile", "Director", "VIP", "+91 98300 10001"),
    ("Gulnar Haveliwala", "Mumbai", "odile", "Managing director", "", "+91 98300 10002"),
    ("Jatin Lobo", "kolkata", "huda", "Broker", "VIP", "+91 98300 10003"),
    ("Émile Quadros", "Pune", "huda", "", "investor", "+91 98300 10004"),
    ("Ishwari Tarapore", "Pune", "", "=SUM(A1)", "", "+91 98300 10005"),
    ("Omkar Upadhye", "Mumbai", "odile", "Broker", "", "+91 98300 10006"),
];

fn desk() -> Cli {
    let cli = Cli::with_workspace();
    for (name, city, owner, job, tags, phone) in PEOPLE {
        let mut fields = vec![format!("full_name={name}"), format!("phone={phone}")];
        fields.push(format!("address=[{{\"city\":\"{city}\",\"is_primary\":true}}]"));
        for (field, value) in [("owner", owner), ("job_title", job), ("tags", tags)] {
            if !value.is_empty() {
                fields.push(format!("{field}={value}"));
            }
        }
        let made = cli.run(["create", "person"].into_iter().map(String::from).chain(fields)).done();
        let about = format!("person:{}", made["entity"]["id"].as_str().unwrap());
        if owner == "odile" {
            let amount = if city == "Mumbai" { "amount=INR 25000000" } else { "amount=AED 900000" };
            let _ = cli
                .run([
                    "create",
                    "opportunity",
                    &format!("name=Flat for {name}"),
                    "stage=Site visit",
                    amount,
                    "--about",
                    &about,
                ])
                .done();
            let _ = cli
                .run([
                    "create",
                    "task",
                    &format!("title=Call {name}"),
                    "due_at=2026-01-05",
                    "status=Open",
                    "--about",
                    &about,
                ])
                .done();
        }
        if name.starts_with("Jatin") {
            let _ = cli
                .run(["create", "task", "title=Send plans", "due_at=2026-01-06", "status=Done", "--about", &about])
                .done();
        }
    }
    cli
}

fn sql(cli: &Cli, query: &str) -> u64 {
    Connection::open(cli.database()).unwrap().query_row(query, [], |r| r.get(0)).unwrap()
}

fn titles(page: &Value) -> Vec<&str> {
    page["rows"].as_array().unwrap().iter().map(|r| r["title"].as_str().unwrap()).collect()
}

#[test]
fn sentences_find_what_plain_sql_counts() {
    let cli = desk();
    let count = |entity: &str, sentence: &str| {
        let counted = cli.run(["count", entity, "--where", sentence]).done()["total"].as_u64().unwrap();
        let listed = cli.run(["list", entity, "--where", sentence]).done();
        assert_eq!(listed["total"], counted, "{listed}");
        assert_eq!(listed["rows"].as_array().unwrap().len() as u64, counted);
        counted
    };
    let cities =
        "SELECT count(*) FROM crm_people p WHERE EXISTS (SELECT 1 FROM crm_contact_points c WHERE c.entity_id = p.id
        AND c.field = 'address' AND lower(json_extract(c.item, '$.city')) IN ('kolkata', 'mumbai'))";
    assert_eq!(count("person", "city is Kolkata or city is Mumbai"), sql(&cli, cities));
    assert_eq!(count("person", "owner is empty"), sql(&cli, "SELECT count(*) FROM crm_people WHERE owner IS NULL"));
    assert_eq!(count("person", "job title contains director and has tag vip"), 1);
    assert_eq!(count("person", "name starts with emile"), 1, "accents don't matter");
    assert_eq!(count("person", "phone contains 10004"), 1);
    assert_eq!(count("person", "has open tasks"), 3, "done ones don't count");
    assert_eq!(count("person", "not contacted for 14 days"), 6, "never is not lately");
    assert_eq!(count("opportunity", "amount > 2 Cr"), 2, "an amount that names no currency is of the workspace's own");
}

#[test]
fn amounts_are_compared_in_their_currency_only() {
    let cli = desk();
    let count =
        |sentence: &str| cli.run(["count", "opportunity", "--where", sentence]).done()["total"].as_u64().unwrap();
    assert_eq!(count("amount > INR 2 Cr"), 2);
    assert_eq!(count("amount > AED 0.5M"), 1);
    assert_eq!(count("amount > AED 2 M"), 0, "two and a half crore rupees are no dirhams");
}

#[test]
fn a_sentence_that_is_wrong_says_where_and_what_was_meant() {
    let cli = desk();
    let error = cli.run(["list", "person", "--where", "city is Pune and owmer is me"]).refused(4);
    let said = error["message"].as_str().unwrap();
    assert!(said.contains("owmer") && said.contains("Did you mean owner?") && said.contains("character 18"), "{error}");
    let error = cli.run(["list", "person", "--sort", "tags", "--columns", "name"]).refused(4);
    assert_eq!(error["field"], "sorts", "{error}");
}

#[test]
fn several_sorts_windows_and_groups() {
    let cli = desk();
    let ask = |rest: &[&str]| {
        cli.run([&["list", "person", "--columns", "name,owner,city", "--sort=owner,-name"], rest].concat()).done()
    };
    let all = ask(&[]);
    let names =
        ["Jatin Lobo", "Émile Quadros", "Omkar Upadhye", "Gulnar Haveliwala", "Farhad Wadekar", "Ishwari Tarapore"];
    assert_eq!(titles(&all), names, "by owner, each from the last name, without an owner last");
    let mut seen: Vec<String> = Vec::new();
    let mut cursor: Option<String> = None;
    loop {
        let mut rest = vec!["--limit", "4"];
        if let Some(cursor) = &cursor {
            rest.extend(["--cursor", cursor]);
        }
        let page = ask(&rest);
        seen.extend(titles(&page).into_iter().map(String::from));
        match page["next_cursor"].as_str() {
            Some(next) => cursor = Some(next.into()),
            None => break,
        }
    }
    assert_eq!(seen, names);
    assert_eq!(titles(&ask(&["--from", "4"])), names[4..]);
    let groups = cli.run(["list", "opportunity", "--group", "stage", "--sum", "amount"]).done();
    assert_eq!(groups["groups"][0]["count"], sql(&cli, "SELECT count(*) FROM crm_opportunities"), "{groups}");
    let sums = json!([{ "currency": "AED", "amount": "900000" }, { "currency": "INR", "amount": "50000000" }]);
    assert_eq!(groups["groups"][0]["sums"], sums);
}

#[test]
fn many_are_changed_as_previewed_and_one_undo_takes_all_of_it_back() {
    let cli = desk();
    let before = cli.graph();
    let edit = [
        "bulk",
        "edit",
        "person",
        "--where",
        "owner is odile",
        "--set",
        "owner=Huda",
        "--add-tag",
        "Gala",
        "--remove-tag",
        "vip",
    ];
    let shown = cli.run(edit).done();
    assert_eq!((&shown["selected"], &shown["changing"]), (&json!(3), &json!(3)), "{shown}");
    assert_eq!(cli.graph(), before, "a preview writes nothing");
    let seen = shown["seen"].as_str().unwrap().to_owned();
    let apply = |seen: &str| cli.run([&edit[..], &["--apply", "--seen", seen]].concat());
    let _ = apply("0").refused(3);

    // Somebody changes one of them in between: what was seen is no more.
    let id = shown["examples"][0]["entity"]["id"].as_str().unwrap().to_owned();
    let _ = cli.run(["update", "person", &id, "nickname=Fred"]).done();
    let _ = apply(&seen).refused(3);
    let _ = cli.run(["undo"]).done();
    let before = cli.graph();

    let seen = cli.run(edit).done()["seen"].as_str().unwrap().to_owned();
    let done = apply(&seen).done();
    assert_eq!((&done["changed"], &done["refused"]), (&json!(3), &json!(0)), "{done}");
    assert_eq!(sql(&cli, "SELECT count(*) FROM crm_people WHERE owner = 'Huda'"), 3);
    assert_eq!(cli.run(["count", "person", "--where", "has tag gala"]).done()["total"], 3);
    assert_eq!(cli.run(["count", "person", "--where", "has tag vip"]).done()["total"], 1);
    let _ = cli.run(["undo", done["group"].as_str().unwrap()]).done();
    assert_eq!(cli.graph(), before, "one undo takes all of it back");

    let hide = ["bulk", "edit", "person", "--where", "city is Pune", "--archive"];
    let seen = cli.run(hide).done()["seen"].as_str().unwrap().to_owned();
    let done = cli.run([&hide[..], &["--apply", "--seen", &seen]].concat()).done();
    assert_eq!(done["changed"], 2);
    assert_eq!(cli.run(["count", "person"]).done()["total"], 4);
    assert_eq!(cli.run(["count", "person", "--archived"]).done()["total"], 2);
}

#[test]
fn more_than_a_thousand_are_changed_in_steps_and_one_undo_takes_all_of_it_back() {
    let home = Cli::without_workspace();
    let out = home.path("made-up");
    let made = ["synth", "--clients", "1200", "--seed", "3", "--interactions", "0", "--out"].map(OsString::from);
    let _ = home.run(made.into_iter().chain([out.clone().into_os_string()])).done();
    let cli = Cli::on(&out);
    let others = "SELECT count(*) FROM crm_people WHERE archived = 0 AND coalesce(owner, '') <> 'Huda'";
    let (before, people) = (cli.graph(), sql(&cli, others));
    assert!(people > 1000, "{people}");
    let edit = ["bulk", "edit", "person", "--where", "not owner is Huda", "--set", "owner=Huda", "--add-tag", "Gala"];
    let shown = cli.run(edit).done();
    assert_eq!((&shown["selected"], &shown["changing"]), (&json!(people), &json!(people)), "{shown}");
    let seen = shown["seen"].as_str().unwrap().to_owned();
    let done = cli.run([&edit[..], &["--apply", "--seen", &seen]].concat()).done();
    assert_eq!((&done["changed"], &done["refused"]), (&json!(people), &json!(0)), "{done}");
    assert!(done["mission_id"].is_string(), "it can be watched and cancelled: {done}");
    assert_eq!(sql(&cli, others), 0);
    assert_eq!(cli.run(["count", "person", "--where", "has tag gala"]).done()["total"], people);
    let _ = cli.run(["undo"]).done();
    assert_eq!(cli.graph(), before, "one undo takes all of it back");
    assert_eq!(sql(&cli, others), people);
}

#[test]
fn a_view_is_kept_shown_shared_and_removed() {
    let cli = desk();
    for (user, role) in [("odile", "operator"), ("huda", "operator")] {
        let _ = cli.run(["role", "grant", user, role]).done();
    }
    let save = [
        "--as",
        "odile",
        "view",
        "save",
        "person",
        "Mine in Mumbai",
        "--where",
        "owner is me and city is Mumbai",
        "--sort=-name",
    ];
    let saved = cli.run(save).done();
    let id = saved["view_id"].as_str().unwrap();
    assert_eq!(saved["sentence"], "owner is me and city is Mumbai");
    let shown = cli.run(["--as", "odile", "list", "person", "--view", "mine in mumbai"]).done();
    assert_eq!(titles(&shown), ["Omkar Upadhye", "Gulnar Haveliwala"]);
    let _ = cli.run(["--as", "huda", "list", "person", "--view", "Mine in Mumbai"]).refused(4);
    let _ = cli.run(save).refused(4);
    let shared =
        ["--as", "odile", "view", "save", "person", "Mumbai", "--where", "city is Mumbai", "--shared", "--id", id];
    let _ = cli.run(shared).done();
    let theirs = cli.run(["--as", "huda", "list", "person", "--view", "Mumbai"]).done();
    assert_eq!(theirs["total"], 2);
    let _ = cli.run(["--as", "huda", "view", "delete", id]).refused(3);
    let _ = cli.run(["--as", "odile", "view", "delete", id]).done();
    // One that came with the program is hidden from oneself only.
    let names = |user: &str| {
        let views = cli.run(["--as", user, "view", "list", "person"]).done();
        views["views"].as_array().unwrap().iter().map(|v| v["view_id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let _ = cli.run(["--as", "huda", "view", "delete", "shipped.hot"]).done();
    assert!(!names("huda").contains(&"shipped.hot".to_owned()) && names("odile").contains(&"shipped.hot".to_owned()));
    let _ = cli.run(["--as", "huda", "view", "order", "person", "shipped.hot", "shipped.my-contacts"]).done();
    assert_eq!(names("huda")[..2], ["shipped.hot", "shipped.my-contacts"]);
}

#[test]
fn an_export_is_what_the_list_shows_and_nothing_in_it_runs() {
    let cli = desk();
    let out = cli.path("list.csv");
    let ask = [
        "export",
        "person",
        "--where",
        "city is Pune",
        "--columns",
        "name,job_title,phone",
        "--sort=-name",
        "--out",
        out.to_str().unwrap(),
    ];
    let done = cli.run(ask).done();
    assert_eq!(done["rows"], 2);
    let text = std::fs::read_to_string(&out).unwrap();
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(
        lines,
        ["Name,Job title,Phone", "Ishwari Tarapore,'=SUM(A1),'+919830010005", "Émile Quadros,,'+919830010004"]
    );
    let error = cli.run(ask).refused(4);
    assert_eq!(error["field"], "out", "nothing is written over: {error}");
}

#[test]
fn who_sees_masked_values_learns_nothing_from_filters_and_groups() {
    let cli = desk();
    let _ = cli.run(["role", "grant", "priya", "presenter"]).done();
    let priya = |rest: &[&str]| cli.run([&["--as", "priya"], rest].concat());
    let page = priya(&["list", "person", "--columns", "name,phone,owner"]).done();
    let text = page.to_string();
    assert_eq!(page["rows"].as_array().unwrap().len(), 6);
    for (name, .., phone) in PEOPLE {
        assert!(!text.contains(name) && !text.contains(&phone.replace(' ', "")), "{text}");
    }
    for sentence in ["phone contains 10004", "name starts with emile", "not (phone is known)"] {
        let error = priya(&["list", "person", "--where", sentence]).refused(3);
        assert!(error["policy"].as_str().is_some_and(|p| p.starts_with("role.presenter/read.")), "{error}");
        let _ = priya(&["count", "person", "--where", sentence]).refused(3);
    }
    let _ = priya(&["list", "person", "--group", "job_title"]).refused(3);
    let _ = priya(&["list", "person", "--text", "emile", "--columns", "name"]).refused(3);
    let _ = priya(&["export", "person", "--out", cli.path("x.csv").to_str().unwrap()]).refused(3);
}
