//! Who is who: a row weighed against who is known, a scan of the whole graph, a no that stays.

use serde_json::Value;
use velocity_tests::Cli;

const HEADER: &str = "First Name,Last Name,Email,Mobile,Date of Birth\n";

/// People none of whom is another.
fn others(n: usize) -> String {
    let given = ["Rina", "Arjun", "Tara", "Dev", "Meera", "Kabir", "Noor", "Omar", "Leela", "Farid"];
    let family = ["Sen", "Mehta", "Bose", "Roy", "Iyer", "Kapoor", "Haddad", "Qureshi", "Nair", "Desai", "Menon"];
    let line = |i: usize| {
        let (given, family) = (given[i % 10], family[i / 10 % 11]);
        format!("{given},{family},{given}.{family}{i}@mail.example,+9198{:08},\n", 20_000_000 + i * 37)
    };
    (0..n).map(line).collect()
}

fn import(cli: &Cli, name: &str, text: &str) -> Value {
    cli.import(&cli.file(name, text.as_bytes()))
}

fn id<'a>(of: &'a Value, key: &str) -> &'a str {
    of[key].as_str().unwrap_or_else(|| panic!("no {key} in {of}"))
}

/// The weights of a candidate, which must add up to its own.
fn weighs(candidate: &Value) {
    let evidence = candidate["evidence"].as_array().expect("evidence");
    let sum: i64 = evidence.iter().map(|e| e["weight"].as_i64().expect("a weight")).sum();
    assert_eq!(Some(sum), candidate["weight"].as_i64(), "{candidate}");
    assert_eq!(evidence[0]["field"], "prior", "{candidate}");
    assert!(!candidate["found_by"].as_array().expect("rules").is_empty(), "{candidate}");
}

#[test]
fn a_row_says_who_it_may_be_and_what_each_field_weighs() {
    let cli = Cli::with_workspace();
    let known = format!("{HEADER}Lakshmi,Subramaniam,lakshmi@subra.example,+919812345678,1971-04-09\n{}", others(110));
    let known = import(&cli, "known.csv", &known);
    let _ = cli.run(["import", "approve", id(&known, "import_id")]).done();
    let before = cli.graph();
    let new = format!("{HEADER}Laxmi,Subramaniam,,+919812345678,1971-04-09\n");
    let new = import(&cli, "new.csv", &new);
    assert_eq!(new["planned"]["merge"], 1, "{new}");
    let row = cli.run(["import", "explain", id(&new, "import_id"), "--row", "1"]).done();
    let candidate = &row["proposals"][0]["candidates"][0];
    weighs(candidate);
    assert!(row["reason"].as_str().is_some_and(|r| r.contains("Lakshmi Subramaniam")), "{row}");
    let shown = cli.run(["review", "show", id(&row["proposals"][0], "proposal_id")]).done();
    assert_eq!(shown["candidates"][0], *candidate, "the queue tells the same");
    assert_eq!(cli.graph(), before, "nobody is merged without a decision");
    let _ = cli.run(["import", "explain", id(&new, "import_id"), "--row", "9"]).refused_with_any(&[1, 4]);
}

#[test]
fn a_scan_files_each_pair_once_and_a_no_stays_a_no() {
    let cli = Cli::with_workspace();
    let file = import(&cli, "known.csv", &format!("{HEADER}{}", others(110)));
    let _ = cli.run(["import", "approve", id(&file, "import_id")]).done();
    for given in ["Lakshmi", "Laxmi"] {
        let given = format!("given_name={given}");
        let rest = ["family_name=Subramaniam", "phone=+919812345678", "birth_date=1971-04-09"];
        let _ = cli.run([&["create", "person", &given], rest.as_slice()].concat()).done();
    }
    let scan = cli.run(["identity", "scan"]).done();
    assert_eq!((&scan["pairs"], &scan["groups"]), (&1.into(), &1.into()), "{scan}");
    let again = cli.run(["identity", "scan"]).done();
    assert_eq!((&again["pairs"], &again["groups"]), (&0.into(), &1.into()), "{again}");
    let next = cli.run(["identity", "next"]).done();
    let item = &next["items"][0];
    weighs(&item["candidates"][0]);
    let outlook = cli.run(["identity", "outlook"]).done();
    assert_eq!(outlook["open"], 1, "{outlook}");
    let decide = ["review", "decide", id(item, "proposal_id"), "--decision", "reject", "--seen", id(item, "seen")];
    let _ = cli.run(decide).done();
    let after = cli.run(["identity", "scan"]).done();
    assert_eq!((&after["pairs"], &after["groups"]), (&0.into(), &0.into()), "{after}");
    let doctor = cli.run(["doctor"]).done();
    assert_eq!(doctor["ok"], true, "{doctor}");
}
