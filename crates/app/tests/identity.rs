//! People who are there twice: found in files and in the graph, weighed with reasons, asked about once.

use std::collections::BTreeMap;

use app::Quiet;
use contracts::{
    DecideArgs, EntityId, EntityType, Fate, ImportSummary, MergeCandidate, ReviewItem, ReviewQuery, Verdict,
};
use testkit::Workspace;

/// Enough people that a name says something, none of whom is another.
fn others(n: usize) -> String {
    const GIVEN: [&str; 12] =
        ["Rina", "Arjun", "Tara", "Dev", "Meera", "Kabir", "Noor", "Omar", "Leela", "Farid", "Anika", "Vikram"];
    const FAMILY: [&str; 14] = [
        "Sen", "Mehta", "Bose", "Roy", "Iyer", "Kapoor", "Haddad", "Qureshi", "Nair", "Desai", "Menon", "Thakur",
        "Saxena", "Pillai",
    ];
    let mut text = String::new();
    for i in 0..n {
        let (given, family) = (GIVEN[i % 12], FAMILY[(i / 12) % 14]);
        text.push_str(&format!("{given},{family},{given}.{family}{i}@mail.example,+9198{:08},\n", 20_000_000 + i * 37));
    }
    text
}

const HEADER: &str = "First Name,Last Name,Email,Mobile,Date of Birth\n";

fn queue(ws: &Workspace, kind: &str) -> Vec<ReviewItem> {
    let query = ReviewQuery { kind: Some(kind.into()), limit: Some(200), ..ReviewQuery::default() };
    ws.app.review_list(&ws.me, &query).expect("listed").items
}

fn decide(ws: &Workspace, item: &ReviewItem, decision: Verdict) {
    let args = DecideArgs::new(item.proposal_id, decision, &item.seen);
    let _ = ws.app.review_decide(&ws.me, &args).expect("decided");
}

fn person(ws: &Workspace, fields: &[(&str, &str)]) -> EntityId {
    let fields: Vec<(String, String)> = fields.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect();
    ws.app.record_create(&ws.me, EntityType::Person, &fields).expect("made").entity.id
}

fn fate(ws: &Workspace, of: &ImportSummary, row: u64) -> (Fate, String) {
    let explained = ws.app.import_explain(&ws.me, of.import_id, row).expect("explained");
    (explained.fate, explained.reason)
}

fn sums(c: &MergeCandidate) {
    let sum: i64 = c.evidence.iter().map(|e| e.weight.expect("weighed")).sum();
    assert_eq!(Some(sum), c.weight, "{c:?}");
    assert!(!c.found_by.is_empty(), "{c:?}");
    assert_eq!(c.evidence.first().map(|e| e.field.as_str()), Some("prior"));
}

#[test]
fn a_slip_in_name_and_number_is_found_and_its_weights_add_up() {
    let ws = Workspace::new();
    let known = ws.stage(
        "known.csv",
        &format!("{HEADER}Lakshmi,Subramaniam,lakshmi@subra.example,+919812345678,1971-04-09\n{}", others(150)),
    );
    ws.approve(known.import_id);
    // No id, no line and no mailbox of it is known: exact keys find nobody.
    let file = format!(
        "{HEADER}Laxmi,Subramanium,,+919812345687,1971-04-09\nZubin,Contractor,zubin@contractor.example,+919899999999,\n"
    );
    let new = ws.stage("new.csv", &file);
    let row = ws.app.import_explain(&ws.me, new.import_id, 1).expect("explained");
    assert!(matches!(row.fate, Fate::Merge | Fate::Hold), "{} {}", row.fate.as_str(), row.reason);
    let candidate = row.proposals[0].candidates.first().expect("a candidate");
    sums(candidate);
    assert!(row.reason.contains("Lakshmi Subramaniam"), "{}", row.reason);
    assert!(candidate.evidence.iter().any(|e| e.field == "birth_date" && e.weight > Some(0)), "{candidate:?}");
    assert_eq!(fate(&ws, &new, 2).0, Fate::Create);
}

#[test]
fn twins_within_a_file_are_found_and_planned_alike_again() {
    let ws = Workspace::new();
    let text = format!(
        "{HEADER}{}Lakshmi,Subramaniam,lakshmi@subra.example,+919812345678,1971-04-09\nLaxmi,Subramaniam,l.subramaniam@office.example,+919812345678,1971-04-09\n",
        others(120)
    );
    let run = ws.stage("twins.csv", &text);
    let (found, reason) = fate(&ws, &run, 122);
    assert_eq!(found, Fate::Merge, "{reason}");
    assert!(reason.contains("row 121"), "{reason}");
    let replay = ws.app.import_replay(&ws.me, run.import_id, &app::ReplayOf::Newest).expect("replayed");
    assert!(replay.identical, "{:?}", replay.differences);
    ws.approve(run.import_id);
    let replay = ws.app.import_replay(&ws.me, run.import_id, &app::ReplayOf::Newest).expect("replayed");
    assert!(replay.identical, "after the approval: {:?}", replay.differences);
}

#[test]
fn people_of_one_household_stay_people() {
    let ws = Workspace::new();
    let household = [
        // Spouses on one phone, siblings at one mailbox, father and son of one name, twins.
        "Rina,Contractor,contractors@home.example,+919811111111,1970-02-01\n",
        "Farhan,Contractor,contractors@home.example,+919811111111,1968-07-21\n",
        "Ravi,Subramaniam,,+919822222222,1950-01-15\n",
        "Ravi,Subramaniam,,+919822222222,1979-11-30\n",
        "Sana,Merchant,merchant@home.example,+919833333333,1995-05-05\n",
        "Zoya,Merchant,merchant@home.example,+919833333333,1995-05-05\n",
    ];
    let run = ws.stage("household.csv", &format!("{HEADER}{}{}", household.concat(), others(150)));
    for row in 1..=6 {
        let (fate, reason) = fate(&ws, &run, row);
        assert_ne!(fate, Fate::Merge, "row {row}: {reason}");
    }
    ws.approve(run.import_id);
    let scan = ws.app.identity_scan(&ws.me, &Quiet).expect("scanned");
    for item in queue(&ws, "merge").iter().filter(|i| i.source == contracts::ProposalSource::IdentityScan) {
        assert!(item.confidence.is_some_and(|c| c < 0.75), "{}: {}", item.title, item.reason);
    }
    assert!(scan.related >= 2, "{scan:?}");
    let links = queue(&ws, "link");
    assert!(links.iter().any(|i| i.reason.contains("Rina Contractor") && i.reason.contains("Farhan Contractor")));
    let again = ws.app.identity_scan(&ws.me, &Quiet).expect("scanned");
    assert_eq!((again.related, again.pairs), (0, 0), "{again:?}");
}

#[test]
fn who_was_decided_to_be_somebody_else_is_never_asked_about_again() {
    let ws = Workspace::new();
    let known = ws.stage(
        "known.csv",
        &format!("{HEADER}Lakshmi,Subramaniam,lakshmi@subra.example,+919812345678,\n{}", others(150)),
    );
    ws.approve(known.import_id);
    let file = format!("{HEADER}Laxmi,Subramaniam,laxmi@subra.example,+919812345678,\n");
    let new = ws.stage("new.csv", &file);
    let asked = queue(&ws, "merge");
    assert_eq!(asked.len(), 1, "{asked:?}");
    sums(&asked[0].candidates[0]);
    decide(&ws, &asked[0], Verdict::Reject);
    assert_eq!(fate(&ws, &new, 1).0, Fate::Create);
    ws.approve(new.import_id);
    // Neither a scan of the graph nor the same words in another file ask again.
    let scan = ws.app.identity_scan(&ws.me, &Quiet).expect("scanned");
    assert_eq!((scan.pairs, queue(&ws, "merge").len()), (0, 0), "{scan:?}");
    let _ = ws.app.import_undo(&ws.me, new.import_id, &Quiet).expect("undone");
    let other = ws.stage(
        "other.csv",
        "Email,Phone,Name\nlaxmi@subra.example,098123 45678,Laxmi Subramaniam\nx@y.example,098111 11111,Nobody Else\n",
    );
    assert_eq!(fate(&ws, &other, 1).0, Fate::Create, "{}", fate(&ws, &other, 1).1);
}

#[test]
fn a_scan_proposes_each_pair_once_and_merges_nobody_itself() {
    let ws = Workspace::new();
    let run = ws.stage("known.csv", &format!("{HEADER}{}", others(150)));
    ws.approve(run.import_id);
    let one = person(
        &ws,
        &[
            ("given_name", "Lakshmi"),
            ("family_name", "Subramaniam"),
            ("phone", "+919812345678"),
            ("birth_date", "1971-04-09"),
        ],
    );
    let other = person(
        &ws,
        &[
            ("given_name", "Laxmi"),
            ("family_name", "Subramaniam"),
            ("phone", "+919812345678"),
            ("birth_date", "1971-04-09"),
        ],
    );
    let before = ws.graph();
    let scan = ws.app.identity_scan(&ws.me, &Quiet).expect("scanned");
    assert_eq!((scan.pairs, scan.groups), (1, 1), "{scan:?}");
    assert_eq!(ws.graph(), before, "a scan changes nobody");
    let asked = queue(&ws, "merge");
    let ends = [asked[0].entity.id, asked[0].candidates[0].entity.id];
    assert!(ends.contains(&one) && ends.contains(&other));
    sums(&asked[0].candidates[0]);
    let again = ws.app.identity_scan(&ws.me, &Quiet).expect("scanned");
    assert_eq!((again.pairs, again.groups), (0, 1), "{again:?}");
    let next = ws.app.identity_next(&ws.me, 5).expect("next");
    assert_eq!(next.len(), 1);
    let outlook = ws.app.identity_outlook(&ws.me).expect("outlook");
    assert_eq!((outlook.open, outlook.calibrated), (1, false));
    assert!(outlook.thresholds.iter().all(|t| t.expected_wrong <= t.merges as f64 * (1.0 - t.probability) + 1e-9));
    decide(&ws, &asked[0], Verdict::Approve);
    let after = ws.app.identity_scan(&ws.me, &Quiet).expect("scanned");
    assert_eq!((after.pairs, after.groups, after.people), (0, 0, 151), "{after:?}");
    let doctor = ws.app.doctor(&ws.me).expect("looked at");
    assert!(doctor.ok, "{doctor:?}");
}

#[test]
fn a_scan_that_was_stopped_goes_on_and_files_nothing_twice() {
    struct Stop(std::sync::atomic::AtomicU64);
    impl app::Reporter for Stop {
        fn progress(&self, p: contracts::Progress) {
            if p.stage == "scanning" {
                self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            }
        }
        fn cancelled(&self) -> bool {
            self.0.load(std::sync::atomic::Ordering::Relaxed) > 0
        }
    }
    let ws = Workspace::new();
    let twin = "Lakshmi,Subramaniam,,+919812345678,1971-04-09\n";
    let run = ws.stage("known.csv", &format!("{HEADER}{}", others(700)));
    ws.approve(run.import_id);
    for _ in 0..2 {
        let _ = person(
            &ws,
            &[("full_name", "Lakshmi Subramaniam"), ("phone", "+919812345678"), ("birth_date", "1971-04-09")],
        );
    }
    let _ = twin;
    let stopped = ws.app.identity_scan(&ws.me, &Stop(0.into())).expect_err("stopped");
    assert_eq!(stopped.code, contracts::ErrorCode::Cancelled);
    let mission = ws.app.missions(&ws.me).expect("listed").remove(0);
    assert_eq!((mission.kind.as_str(), mission.done), ("identity_scan", 250));
    let done = ws.app.mission_resume(&ws.me, mission.mission_id, &Quiet).expect("resumed");
    assert_eq!(done.mission.state, contracts::MissionState::Done);
    let mut pairs: BTreeMap<(EntityId, EntityId), u32> = BTreeMap::new();
    for item in queue(&ws, "merge") {
        for c in &item.candidates {
            *pairs.entry((item.entity.id.min(c.entity.id), item.entity.id.max(c.entity.id))).or_default() += 1;
        }
    }
    assert!(!pairs.is_empty() && pairs.values().all(|n| *n == 1), "{pairs:?}");
}

#[test]
fn an_erased_person_leaves_no_key_and_no_rejection() {
    let ws = Workspace::new();
    let known = ws.stage(
        "known.csv",
        &format!("{HEADER}Lakshmi,Subramaniam,lakshmi@subra.example,+919812345678,\n{}", others(60)),
    );
    ws.approve(known.import_id);
    let new = ws.stage("new.csv", &format!("{HEADER}Laxmi,Subramaniam,laxmi@subra.example,+919812345678,\n"));
    let asked = queue(&ws, "merge");
    decide(&ws, &asked[0], Verdict::Reject);
    ws.approve(new.import_id);
    let _ = ws.app.identity_scan(&ws.me, &Quiet).expect("scanned");
    let count = |sql: &str| -> u64 {
        let db = rusqlite::Connection::open(ws.folder().join("velocity.db")).expect("opens");
        db.query_row(sql, [], |r| r.get(0)).expect("counted")
    };
    assert_eq!(
        (count("SELECT count(*) FROM identity_people"), count("SELECT count(*) FROM identity_rejections")),
        (62, 1)
    );
    let whose = asked[0].entity.id;
    let _ = ws.app.erase(&ws.me, EntityType::Person, whose, "asked to be forgotten").expect("erased");
    assert_eq!(
        (count("SELECT count(*) FROM identity_people"), count("SELECT count(*) FROM identity_rejections")),
        (61, 0)
    );
    let strays = "SELECT count(*) FROM identity_keys k WHERE NOT EXISTS (SELECT 1 FROM identity_people p WHERE p.person = k.person)";
    assert_eq!(count(strays), 0);
    assert_eq!(
        count(&format!(
            "SELECT count(*) FROM identity_people WHERE hex(entity_id) = '{}'",
            whose.to_string().replace('-', "").to_uppercase()
        )),
        0
    );
    assert!(ws.app.doctor(&ws.me).expect("looked at").ok);
}

#[test]
fn the_log_of_an_import_says_what_each_rule_found() {
    let ws = Workspace::new();
    let _ = ws.stage("known.csv", &format!("{HEADER}{}{}", others(60), others(60)));
    let mission = ws.app.missions(&ws.me).expect("listed").remove(0);
    let log = ws.app.mission_show(&ws.me, mission.mission_id).expect("shown").log;
    let line = log.iter().find(|l| l.line.starts_with("Candidates by rule")).expect("told");
    assert!(line.line.contains("phone 60") && line.line.contains("weighed"), "{}", line.line);
}

#[test]
fn an_initial_on_a_shared_line_is_held_for_a_person_to_decide() {
    let ws = Workspace::new();
    let known =
        ws.stage("known.csv", &format!("{HEADER}Rohan,Contractor,rohan@home.example,+919811111111,\n{}", others(150)));
    ws.approve(known.import_id);
    // His wife Rhea, as somebody wrote her down, or he himself.
    let new = ws.stage("new.csv", &format!("{HEADER}R.,Contractor,,+919811111111,\n"));
    let (fate, reason) = fate(&ws, &new, 1);
    assert_eq!(fate, Fate::Hold, "{reason}");
    let row = ws.app.import_explain(&ws.me, new.import_id, 1).expect("explained");
    let candidate = row.proposals[0].candidates.first().expect("a candidate");
    sums(candidate);
    let said = candidate.evidence.iter().any(|e| e.level == "undecided" && e.sentence.contains("A person decides"));
    assert!(said && candidate.score < 0.75, "{candidate:?}");
}

#[test]
fn a_hundred_decisions_put_the_scores_right() {
    let ws = Workspace::new();
    let known = ws.stage("known.csv", &format!("{HEADER}{}", others(168)));
    ws.approve(known.import_id);
    // The same names and lines under other mailboxes.
    let again = |rows: std::ops::Range<usize>| {
        let lines = others(168);
        let lines = lines.lines().skip(rows.start).take(rows.len());
        let lines: String = lines.map(|l| l.replace("@mail.example", "@work.example") + "\n").collect();
        format!("{HEADER}{lines}")
    };
    let asked = |ws: &Workspace| -> Vec<ReviewItem> {
        queue(ws, "merge").into_iter().filter(|i| i.candidates[0].weight.is_some()).collect()
    };
    let _ = ws.stage("second.csv", &again(0..130));
    let open = asked(&ws);
    assert!(open.len() >= 110, "{} of 130 are asked about", open.len());
    assert!(open.iter().all(|i| i.candidates[0].score > 0.9), "before anybody decided");
    for (nth, item) in open.iter().enumerate() {
        decide(&ws, item, if nth % 4 == 0 { Verdict::Reject } else { Verdict::Approve });
    }
    let scan = ws.app.identity_scan(&ws.me, &Quiet).expect("scanned");
    let outlook = ws.app.identity_outlook(&ws.me).expect("outlook");
    assert!(outlook.calibrated && outlook.decisions >= 110, "{outlook:?} {scan:?}");
    // Three of four were one person: that is what such a score says from now on, in the same weights.
    let third = ws.stage("third.csv", &again(140..160));
    let mut seen = 0;
    for row in 1..=20 {
        let row = ws.app.import_explain(&ws.me, third.import_id, row).expect("explained");
        if let Some(candidate) = row.proposals.first().and_then(|p| p.candidates.first()).filter(|c| c.weight.is_some())
        {
            sums(candidate);
            assert!((0.6..0.9).contains(&candidate.score), "{candidate:?}");
            seen += 1;
        }
    }
    assert!(seen >= 15, "{seen}");
}
