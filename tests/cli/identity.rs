//! `identity evaluate`: how well the people of a file are told apart, against a truth that only scores.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::{Value, json};
use velocity_tests::Cli;

/// Invented people: given name, family name.
const PEOPLE: [(&str, &str); 12] = [
    ("Farhad", "Wadekar"),
    ("Gulnar", "Haveliwala"),
    ("Jatin", "Lobo"),
    ("Hemlata", "Nagarkar"),
    ("Lorenzo", "Quadros"),
    ("Ishwari", "Tarapore"),
    ("Omkar", "Upadhye"),
    ("Kumudini", "Vakil"),
    ("Nadir", "Pestonji"),
    ("Esther", "Rebello"),
    ("Tushar", "Bhonsle"),
    ("Lavina", "Damania"),
];

fn phone(who: usize) -> String {
    format!("+91 98300 0{:04}", 1_000 + who * 37)
}

/// Two rows of each, as two systems write them down, under these headers.
fn doubled(headers: &str) -> String {
    let mut out = format!("{headers},cluster\r\n");
    for (who, (given, family)) in PEOPLE.iter().enumerate() {
        let (name, mail) = (format!("{given} {family}"), format!("{}@example.com", family.to_lowercase()));
        let _ = write!(out, "{name},{},{mail},p{who}\r\n", phone(who));
        let _ = write!(out, "\"{family}, {given}\",{},,p{who}\r\n", phone(who));
    }
    out
}

fn evaluated(cli: &Cli, rest: &[&str]) -> Value {
    cli.run([&["identity", "evaluate"], rest].concat()).done()
}

/// The pairs of a file written with `--pairs-out`: two rows and their probability.
fn pairs(cli: &Cli, name: &str) -> Vec<(usize, usize, f64)> {
    let text = std::fs::read_to_string(cli.path(name)).unwrap();
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("row_a,row_b,probability"));
    let pair = |line: &str| -> Option<(usize, usize, f64)> {
        let mut cells = line.split(',');
        Some((cells.next()?.parse().ok()?, cells.next()?.parse().ok()?, cells.next()?.parse().ok()?))
    };
    lines.map(|line| pair(line).unwrap_or_else(|| panic!("{line}"))).collect()
}

#[test]
fn a_file_with_its_truth_is_scored_and_its_pairs_are_written_down() {
    let cli = Cli::without_workspace();
    let file = cli.file("people.csv", doubled("Full Name,Phone,Email").as_bytes());
    let out = cli.path("pairs.csv");
    let said = evaluated(&cli, &[file.to_str().unwrap(), "--truth", "cluster", "--pairs-out", out.to_str().unwrap()]);
    assert_eq!((&said["records"], &said["true_pairs"]), (&json!(24), &json!(12)), "{said}");
    for key in ["best", "policy"] {
        for part in ["threshold", "precision", "recall", "f1"] {
            assert!(said[key][part].as_f64().is_some_and(|v| (0.0..=1.0).contains(&v)), "{key}.{part}: {said}");
        }
    }
    assert_eq!(said["policy"]["f1"], json!(1.0), "{said}");
    assert_eq!(said["b_cubed"]["f1"], json!(1.0), "{said}");
    assert_eq!((&said["max_cluster"], &said["blocking_recall"]), (&json!(2), &json!(1.0)), "{said}");
    for key in ["recall_at_precision_999", "calibration_gap", "seconds"] {
        assert!(said[key].is_number(), "{key}: {said}");
    }
    assert!(!cli.workspace().exists(), "nothing is kept of it");

    let written = pairs(&cli, "pairs.csv");
    assert_eq!(written.len() as u64, said["candidate_pairs"].as_u64().unwrap());
    let threshold = said["policy"]["threshold"].as_f64().unwrap();
    let one: BTreeSet<(usize, usize)> =
        written.iter().filter(|(.., p)| *p >= threshold).map(|(a, b, _)| (*a, *b)).collect();
    assert_eq!(one, (0..PEOPLE.len()).map(|who| (2 * who + 1, 2 * who + 2)).collect(), "rows are counted from 1");
}

#[test]
fn the_truth_teaches_nothing() {
    let cli = Cli::without_workspace();
    let right = doubled("Full Name,Phone,Email");
    // The same rows under a truth in which nobody comes twice.
    let wrong: String = right
        .lines()
        .enumerate()
        .map(|(n, line)| match line.rsplit_once(',') {
            Some((rest, "cluster")) => format!("{rest},cluster\r\n"),
            Some((rest, _)) => format!("{rest},n{n}\r\n"),
            None => String::new(),
        })
        .collect();
    for (name, text) in [("right", &right), ("wrong", &wrong)] {
        let file = cli.file(&format!("{name}.csv"), text.as_bytes());
        let out = cli.path(&format!("{name}.pairs.csv"));
        let _ = evaluated(&cli, &[file.to_str().unwrap(), "--truth", "cluster", "--pairs-out", out.to_str().unwrap()]);
    }
    assert_eq!(pairs(&cli, "right.pairs.csv"), pairs(&cli, "wrong.pairs.csv"));
}

#[test]
fn two_files_are_linked_across_and_never_within() {
    let cli = Cli::without_workspace();
    let all = doubled("Full Name,Phone,Email");
    let (mut one, mut other) = (String::new(), String::from("Name,Mobile,E-mail,cluster\r\n"));
    for (n, line) in all.lines().enumerate() {
        let side = if n == 0 || n % 2 == 1 { &mut one } else { &mut other };
        side.push_str(line);
        side.push_str("\r\n");
    }
    // Once more in the first file: no pair within it counts or is looked for.
    one.push_str(&format!("{} {},{},,p0\r\n", PEOPLE[0].0, PEOPLE[0].1, phone(0)));
    let (one, other) = (cli.file("one.csv", one.as_bytes()), cli.file("other.csv", other.as_bytes()));
    let out = cli.path("pairs.csv");
    let said = evaluated(
        &cli,
        &[
            one.to_str().unwrap(),
            "--truth",
            "cluster",
            "--with",
            other.to_str().unwrap(),
            "--pairs-out",
            out.to_str().unwrap(),
        ],
    );
    assert_eq!((&said["records"], &said["true_pairs"]), (&json!(25), &json!(13)), "{said}");
    assert_eq!(said["policy"]["recall"], json!(1.0), "{said}");
    let written = pairs(&cli, "pairs.csv");
    assert!(written.iter().all(|(a, b, _)| (1..=13).contains(a) && (1..=12).contains(b)), "{written:?}");
    let best = written.iter().filter(|(a, ..)| *a == 13).max_by(|x, y| x.2.total_cmp(&y.2)).unwrap();
    assert_eq!(best.1, 1, "row_b is the row of the second file: {written:?}");
}

#[test]
fn a_mapping_says_what_unread_columns_hold() {
    let cli = Cli::with_workspace();
    let file = cli.file("people.csv", doubled("Wer,Draht,Fach").as_bytes());
    let run = cli.import(&file);
    let id = run["import_id"].as_str().unwrap();
    let column = |column: u32, field: &str| json!({ "column": column, "status": "mapped", "field": field, "label": null, "date_order": null });
    let columns = [column(0, "person.full_name"), column(1, "person.phone[]"), column(2, "person.email[]")];
    let revision = cli.file("revision.json", json!({ "columns": columns }).to_string().as_bytes());
    let _ = cli.run(["import", "revise", id, revision.to_str().unwrap()]).done();
    let manifest = cli.path("manifest.json");
    let _ = cli.run(["import", "manifest", id, "--out", manifest.to_str().unwrap()]).done();

    let taken = |said: &Value| -> Vec<(String, String)> {
        serde_json::from_value(said["columns"].clone()).unwrap_or_else(|e| panic!("{e}: {said}"))
    };
    let call = [file.to_str().unwrap(), "--truth", "cluster", "--manifest", manifest.to_str().unwrap()];
    let told = evaluated(&cli, &call);
    let expected = [("Wer", "Name(Unknown)"), ("Draht", "Phone"), ("Fach", "Email")];
    assert_eq!(taken(&told), expected.map(|(h, r)| (h.to_owned(), r.to_owned())));
    assert_eq!(told["policy"]["f1"], json!(1.0), "{told}");
}

#[test]
fn what_cannot_be_scored_is_said_with_a_way_out() {
    let cli = Cli::without_workspace();
    let file = cli.file("people.csv", doubled("Full Name,Phone,Email").as_bytes());
    let file = file.to_str().unwrap();
    let error = cli.run(["identity", "evaluate", file, "--truth", "who"]).refused(4);
    assert_eq!(error["field"], "truth", "{error}");
    assert!(error["hint"].as_str().unwrap().contains("Full Name"), "{error}");
    let broken = cli.file("manifest.json", b"{}");
    let call = ["identity", "evaluate", file, "--truth", "cluster", "--manifest", broken.to_str().unwrap()];
    assert_eq!(cli.run(call).refused(4)["field"], "manifest");
    let nowhere = cli.path("no/such/folder/pairs.csv");
    let call = ["identity", "evaluate", file, "--truth", "cluster", "--pairs-out", nowhere.to_str().unwrap()];
    assert_eq!(cli.run(call).refused(4)["field"], "pairs-out");
    let _ = cli.run(["identity", "evaluate", "no-such-file.csv", "--truth", "cluster"]).refused(4);
}
