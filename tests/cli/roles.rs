//! Who may what: every command tried by every role, and what a presenter gets to see (R85).

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::process::Command;

use serde_json::Value;
use velocity_tests::files::sample;
use velocity_tests::{Cli, programs};

/// What each role may, as the shipped policy says; written out here so that a change of the policy is noticed.
const READS: [&str; 1] = ["read_records"];
const AGENT: [&str; 3] = ["read_records", "read_workflow", "propose"];
const OPERATOR: [&str; 14] = [
    "read_records",
    "read_evidence",
    "read_workflow",
    "read_audit",
    "import_files",
    "approve_imports",
    "propose",
    "decide",
    "edit_records",
    "archive_records",
    "undo",
    "run_missions",
    "sync",
    "create_workspace",
];
const REVIEWER_MORE: [&str; 2] = ["merge_records", "export_data"];
const OWNER_MORE: [&str; 3] = ["manage_policy", "manage_roles", "erase"];

/// The users of the story with their roles; the last one has none.
const USERS: [(&str, &str); 6] = [
    ("odile", "owner"),
    ("huda", "reviewer"),
    ("omar", "operator"),
    ("priya", "presenter"),
    ("nemoclaw", "agent"),
    ("stranger", ""),
];

fn holds(role: &str, permission: &str) -> bool {
    let operator = OPERATOR.contains(&permission);
    let reviewer = operator || REVIEWER_MORE.contains(&permission);
    match (permission, role) {
        // Needs no right at all: a file is only looked at, a workspace only found.
        ("nothing", _) => true,
        // Whoever has a role may read the rules that refuse them.
        ("a_role", role) => !role.is_empty(),
        // A hit would tell what a mask hides.
        ("search", role) => holds(role, "read_records") && role != "presenter",
        (_, "owner") => reviewer || OWNER_MORE.contains(&permission),
        (_, "reviewer") => reviewer,
        (_, "operator") => operator,
        (_, "presenter") => READS.contains(&permission),
        (_, "agent") => AGENT.contains(&permission),
        _ => false,
    }
}

const NOBODY: &str = "00000000-0000-7000-8000-000000000000";
const NOBODY_ELSE: &str = "00000000-0000-7000-8000-000000000001";
const SOMEBODY: &str = "person:00000000-0000-7000-8000-000000000000";
const SOME_FIRM: &str = "account:00000000-0000-7000-8000-000000000001";

/// Every command with arguments that change nothing, and what it needs. `FILE`, `PROPOSAL`, `REVISION` and `OUT` stand for paths.
const COMMANDS: &[(&str, &[&str], &str)] = &[
    ("init", &[], "nothing"),
    // Refused wherever the workspace is a real one, whoever asks.
    ("demo reset", &[], "nothing"),
    ("synth", &["--clients", "0", "--out", "OUT"], "nothing"),
    ("import analyze", &["FILE"], "nothing"),
    ("identity evaluate", &["FILE", "--truth", "id"], "nothing"),
    ("identity scan", &[], "run_missions"),
    ("identity next", &[], "read_workflow"),
    ("identity outlook", &[], "read_workflow"),
    ("identity near", &["full_name=Rina"], "search"),
    ("paste", &["--text", "rina@example.com"], "search"),
    ("import run", &["no-such-file.csv"], "import_files"),
    ("import read-again", &[NOBODY, "--header-row", "1"], "import_files"),
    ("import list", &[], "read_workflow"),
    ("import show", &[NOBODY], "read_evidence"),
    ("import rows", &[NOBODY], "read_evidence"),
    ("import explain", &[NOBODY, "--row", "1"], "read_evidence"),
    ("import revise", &[NOBODY, "REVISION"], "import_files"),
    ("import rejects", &[NOBODY, "--out", "OUT"], "import_files"),
    ("import manifest", &[NOBODY, "--out", "OUT"], "read_evidence"),
    ("import replay", &[NOBODY], "read_evidence"),
    ("import profile list", &[], "import_files"),
    ("import profile show", &["no.such"], "import_files"),
    ("import profile save", &[NOBODY, "--title", "Sheet"], "import_files"),
    ("import profile export", &["no.such", "--out", "OUT"], "import_files"),
    ("import profile import", &["no-such-file.json"], "import_files"),
    ("import profile remove", &["no.such"], "import_files"),
    ("import approve", &[NOBODY], "approve_imports"),
    ("import undo", &[NOBODY], "undo"),
    ("list", &["person"], "read_records"),
    ("count", &["task"], "read_records"),
    ("view list", &["person"], "read_records"),
    ("view save", &["person", ""], "read_records"),
    ("view delete", &[NOBODY], "read_records"),
    ("view order", &["person", NOBODY], "read_records"),
    ("bulk edit", &["person", "--ids", NOBODY, "--set", "nickname=x"], "edit_records"),
    ("get", &["person", NOBODY], "read_records"),
    ("explain", &["person", NOBODY, "phone"], "read_evidence"),
    ("history", &["person", NOBODY], "read_records"),
    ("client360", &[NOBODY], "read_records"),
    ("today", &[], "read_records"),
    ("timeline", &[NOBODY], "read_records"),
    ("risks", &[NOBODY], "read_records"),
    ("news", &[NOBODY], "read_records"),
    ("confirm", &["person", NOBODY, "phone"], "edit_records"),
    ("correct", &["person", NOBODY, "phone", "x"], "edit_records"),
    ("search", &["anybody"], "search"),
    ("create", &["person", "no_such_field=x"], "edit_records"),
    ("link", &[SOMEBODY, SOME_FIRM], "edit_records"),
    ("unlink", &[SOMEBODY, SOME_FIRM], "edit_records"),
    ("update", &["person", NOBODY, "nickname=x"], "edit_records"),
    ("archive", &["person", NOBODY], "archive_records"),
    ("unarchive", &["person", NOBODY], "archive_records"),
    ("merge", &["person", NOBODY, NOBODY_ELSE], "propose"),
    ("unmerge", &[NOBODY], "propose"),
    ("undo", &[NOBODY], "undo"),
    ("review list", &[], "read_workflow"),
    ("review show", &[NOBODY], "read_workflow"),
    ("review decide", &[NOBODY, "--decision", "approve", "--seen", "0"], "decide"),
    ("review preview", &[NOBODY], "read_workflow"),
    ("review set-preview", &[], "read_workflow"),
    ("review set-decide", &["--decision", "approve", "--seen", "0"], "decide"),
    ("review undo", &[NOBODY], "undo"),
    ("review evidence", &[NOBODY, "1", "0"], "read_evidence"),
    ("review unmerge", &[NOBODY], "propose"),
    ("review restore", &["person", NOBODY, NOBODY_ELSE], "propose"),
    ("review sitting", &["--since", "2026-01-01T00:00:00.000Z"], "read_workflow"),
    ("review decisions", &[], "read_workflow"),
    ("review metrics", &[], "read_workflow"),
    ("propose", &["PROPOSAL"], "propose"),
    ("mission list", &[], "read_workflow"),
    ("mission show", &[NOBODY], "read_workflow"),
    ("mission cancel", &[NOBODY], "run_missions"),
    ("mission resume", &[NOBODY], "run_missions"),
    ("policy show", &[], "a_role"),
    ("policy set", &["no.such.key", "1"], "manage_policy"),
    ("policy uses", &[], "read_audit"),
    ("role list", &[], "a_role"),
    ("role grant", &["", "owner"], "manage_roles"),
    ("role revoke", &[""], "manage_roles"),
    ("changes", &[], "read_audit"),
    ("sync status", &[], "sync"),
    ("erase", &["person", NOBODY, "--reason", "asked for"], "erase"),
    ("audit verify", &[], "read_audit"),
    ("audit tail", &[], "read_audit"),
    ("export graph", &["--out", "OUT"], "export_data"),
    ("export person", &["--sort", "no_such_field", "--out", "OUT"], "export_data"),
    ("export account", &["--sort", "no_such_field", "--out", "OUT"], "export_data"),
    ("export household", &["--sort", "no_such_field", "--out", "OUT"], "export_data"),
    ("export opportunity", &["--sort", "no_such_field", "--out", "OUT"], "export_data"),
    ("export requirement", &["--sort", "no_such_field", "--out", "OUT"], "export_data"),
    ("export interest", &["--sort", "no_such_field", "--out", "OUT"], "export_data"),
    ("export task", &["--sort", "no_such_field", "--out", "OUT"], "export_data"),
    ("export interaction", &["--sort", "no_such_field", "--out", "OUT"], "export_data"),
    ("doctor", &[], "read_audit"),
];

fn as_user<'a>(user: &'a str, rest: &[&'a str]) -> Vec<&'a str> {
    ["--as", user].into_iter().chain(rest.iter().copied()).collect()
}

/// A workspace with a user of every role.
fn team() -> Cli {
    let cli = Cli::with_workspace();
    for (user, role) in USERS {
        if !role.is_empty() {
            let _ = cli.run(["role", "grant", user, role]).done();
        }
    }
    cli
}

/// The commands that `--help` lists below a command, down to those that have none below them.
fn commands_below(path: &[String]) -> Vec<String> {
    let output = Command::new(programs::velocity()).args(path).arg("--help").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let listed = text.split("\nCommands:\n").nth(1).unwrap_or_default().split("\n\n").next().unwrap_or_default();
    let names = listed.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names: Vec<&str> =
        names.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help").collect();
    if names.is_empty() {
        return vec![path.join(" ")];
    }
    names.into_iter().flat_map(|name| commands_below(&[path, &[name.to_owned()]].concat())).collect()
}

#[test]
fn the_table_below_knows_every_command_that_there_is() {
    let there: BTreeSet<String> = commands_below(&[]).into_iter().collect();
    let known: BTreeSet<String> = COMMANDS.iter().map(|(command, ..)| (*command).to_owned()).collect();
    assert!(there.len() > 30, "{there:?}");
    assert_eq!(there, known, "each command has a line in the table that says what right it needs");
}

#[test]
fn nothing_that_is_not_on_a_roles_list_passes() {
    let cli = team();
    let file = cli.file("people.csv", b"id,First Name,Last Name\n1,Rina,Sen\n");
    let proposal = cli.file("proposal.json", proposal("nobody").to_string().as_bytes());
    let revision = cli.file("revision.json", b"{}");
    let before = cli.graph();
    let mut wrong = Vec::new();
    for (command, arguments, needs) in COMMANDS {
        for (user, role) in USERS {
            let mut call: Vec<OsString> = vec!["--as".into(), user.into()];
            call.extend(command.split(' ').map(OsString::from));
            call.extend(arguments.iter().map(|argument| match *argument {
                "FILE" => file.clone().into_os_string(),
                "REVISION" => revision.clone().into_os_string(),
                "PROPOSAL" => proposal.clone().into_os_string(),
                "OUT" => cli.path("out.jsonl").into_os_string(),
                other => other.into(),
            }));
            let answer = cli.run(&call);
            let error = &answer.json["error"];
            let named = |part: &str| {
                error.get(part).is_some_and(|v| !v.is_null() && v.as_array().is_none_or(|a| !a.is_empty()))
            };
            let refused = answer.code == 3 && named("policy") && named("who");
            if refused == holds(role, needs) || answer.code == 1 || answer.code == 2 {
                wrong.push(format!("{user} ({role}): {command} → {} {}", answer.code, answer.json));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(cli.graph(), before, "trying changes nothing");
}

fn proposal(by: &str) -> Value {
    let about = serde_json::json!({ "kind": "agent", "id": by });
    serde_json::json!({
        "artifact_id": NOBODY, "artifact_type": "OracleWritebackProposal", "schema_version": "1.0.0",
        "source_system": "nemoclaw", "created_at": "2026-11-20T08:00:00.000Z", "created_by": about,
        "confidence": 0.9, "provenance": [{ "kind": "operator", "id": "odile" }],
        "lifecycle": { "state": "proposed", "entered_at": "2026-11-20T08:00:00.000Z" }, "proposal_id": NOBODY,
        "origin": "nemoclaw", "target_domain": "crm", "target_entity_ref": { "entity": "person", "id": NOBODY },
        "proposed_change": [{ "field": "job_title", "before": null, "after": "Chair" }],
        "reasoning_summary": "Because.", "evidence_refs": [{ "kind": "operator", "id": "odile" }],
        "approval_required": true, "base_versions": { NOBODY: 1 },
    })
}

#[test]
fn who_is_not_named_acts_as_the_owner_and_who_lost_their_role_is_a_stranger() {
    let cli = team();
    let _ = cli.run(["policy", "set", "thresholds.review_below", "0.6"]).done();
    let _ = cli.run(as_user("huda", &["review", "list"])).done();
    let _ = cli.run(["role", "revoke", "huda"]).done();
    let error = cli.run(as_user("huda", &["review", "list"])).refused(3);
    assert_eq!(error["policy"], "role.none/read_workflow", "{error}");
    let again = cli.run(["role", "grant", "huda", "operator"]).done();
    let held: BTreeMap<&str, &str> = again["grants"]
        .as_array()
        .unwrap()
        .iter()
        .map(|grant| (grant["user"].as_str().unwrap(), grant["role"].as_str().unwrap()))
        .collect();
    assert_eq!(held["huda"], "operator", "one role at a time: {again}");
}

#[test]
fn the_last_owner_stays() {
    let cli = Cli::with_workspace();
    let owner = cli.run(["role", "list"]).done()["grants"][0]["user"].as_str().unwrap().to_owned();
    for change in [vec!["role", "revoke", &owner], vec!["role", "grant", &owner, "operator"]] {
        let _ = cli.run(change).refused(3);
    }
    let _ = cli.run(["role", "grant", "odile", "owner"]).done();
    let _ = cli.run(["role", "revoke", &owner]).done();
    let _ = cli.run(["role", "revoke", "odile"]).refused(3);
    let _ = cli.run(as_user(&owner, &["policy", "set", "thresholds.review_below", "0.4"])).refused(3);
    // The default is whoever owns the workspace now.
    let _ = cli.run(["policy", "set", "thresholds.review_below", "0.4"]).done();
}

#[test]
fn an_agent_decides_nothing_whatever_an_owner_grants_it() {
    let cli = team();
    for permission in ["decide", "approve_imports", "undo", "merge_records", "edit_records", "manage_policy", "erase"] {
        let list = format!("read_records,read_workflow,propose,{permission}");
        let error = cli.run(["policy", "set", "roles.agent.permissions", &list]).refused(4);
        assert!(error["message"].as_str().unwrap().contains(permission), "{error}");
    }
    for rule in ["create.low_risk", "merge.person", "writeback.any"] {
        let key = format!("requirements.{rule}.deciders");
        let _ = cli.run(["policy", "set", &key, "owner,agent"]).refused(4);
    }
    for rule in ["merge.person", "overwrite.major", "writeback.any", "enrichment.any"] {
        let key = format!("requirements.{rule}.review_required");
        let _ = cli.run(["policy", "set", &key, "false"]).refused(4);
    }
    let run = cli.import(&sample("linkedin_connections"));
    let approve = ["import", "approve", run["import_id"].as_str().unwrap()];
    let _ = cli.run(as_user("nemoclaw", &approve)).refused(3);
}

#[test]
fn a_machine_files_in_its_own_name_or_not_at_all() {
    let cli = team();
    let made = cli.run(["create", "person", "full_name=Rina Sen"]).done();
    let id = made["entity"]["id"].as_str().unwrap();
    let mut written = proposal("nemoclaw");
    written["target_entity_ref"]["id"] = id.into();
    written["base_versions"] = serde_json::json!({ id: 1 });
    let file = cli.file("own.json", written.to_string().as_bytes());
    let filed = cli.run(as_user("nemoclaw", &["propose", file.to_str().unwrap()])).done();
    assert_eq!(filed["proposals"].as_array().map(Vec::len), Some(1), "{filed}");
    written["created_by"] = serde_json::json!({ "kind": "human", "id": "odile" });
    written["proposal_id"] = NOBODY_ELSE.into();
    written["artifact_id"] = NOBODY_ELSE.into();
    let file = cli.file("other.json", written.to_string().as_bytes());
    let error = cli.run(as_user("nemoclaw", &["propose", file.to_str().unwrap()])).refused(4);
    assert_eq!(error["field"], "created_by", "{error}");
}

/// What a presenter must not read: phones, e-mail addresses, streets, notes and names, as the graph holds them.
fn secrets(cli: &Cli) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    let mut seen_by_all = BTreeSet::new();
    for line in String::from_utf8(cli.graph()).unwrap().lines() {
        let record: Value = serde_json::from_str(line).unwrap();
        for (field, value) in record["fields"].as_object().into_iter().flatten() {
            let parts: &[&str] = match field.as_str() {
                "email" | "phone" | "spouse.email" | "spouse.phone" | "assistant.phone" => &["value", "received"],
                "address" => &["street", "postcode"],
                "notes" | "description" | "full_name" | "spouse.full_name" => &[""],
                "owner" | "assignee" => {
                    seen_by_all.extend(value.as_str().map(String::from));
                    continue;
                }
                _ => continue,
            };
            let items = value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
            for item in &items {
                let texts =
                    parts.iter().filter_map(|part| if part.is_empty() { item.as_str() } else { item[*part].as_str() });
                out.extend(texts.filter(|text| text.len() >= 6).map(String::from));
            }
        }
    }
    out.retain(|text| !seen_by_all.contains(text));
    assert!(out.len() > 300, "{} values", out.len());
    out
}

#[test]
fn a_presenter_reads_no_phone_address_or_note_anywhere() {
    let cli = team();
    for name in ["hubspot_contacts", "kvcore", "google_contacts_new", "legacy_leads", "deals_pipedrive"] {
        let run = cli.import(&sample(name));
        let _ = cli.run(["import", "approve", run["import_id"].as_str().unwrap()]).done();
    }
    // The same people under other ids: rows that may be somebody known, with their evidence, wait for a decision.
    let text = std::fs::read_to_string(sample("hubspot_contacts")).unwrap().replace("Record ID", "Number");
    let _ = cli.import(&cli.file("again.csv", text.as_bytes()));
    let secrets = secrets(&cli);
    let priya = |rest: &[&str]| cli.run(as_user("priya", rest)).done();
    let mut shown = String::new();
    let mut people = Vec::new();
    for entity in ["person", "account"] {
        let mut cursor = String::new();
        loop {
            let mut call = vec!["list", entity, "--limit", "50"];
            if !cursor.is_empty() {
                call.extend(["--cursor", &cursor]);
            }
            let page = priya(&call);
            shown.push_str(&page.to_string());
            people.extend(
                page["rows"].as_array().unwrap().iter().map(|r| (entity, r["id"].as_str().unwrap().to_owned())),
            );
            match page["next_cursor"].as_str() {
                Some(next) => cursor = next.to_owned(),
                None => break,
            }
        }
    }
    let unique: BTreeSet<&(&str, String)> = people.iter().collect();
    let total: u64 = ["person", "account"].iter().map(|e| priya(&["list", e])["total"].as_u64().unwrap()).sum();
    assert_eq!(
        (unique.len() as u64, people.len() as u64),
        (total, total),
        "each page goes on where the last one ended"
    );
    for (entity, id) in people.iter().step_by(people.len() / 30) {
        shown.push_str(&priya(&["get", entity, id]).to_string());
        shown.push_str(&priya(&["history", entity, id]).to_string());
        if *entity == "person" {
            shown.push_str(&priya(&["client360", id]).to_string());
        }
    }
    // As much as an owner may ever let them see of the work itself.
    let _ = cli.run(["policy", "set", "roles.presenter.permissions", "read_records,read_workflow,read_audit"]).done();
    let waiting = priya(&["review", "list", "--limit", "200", "--all"]);
    for item in waiting["items"].as_array().unwrap().iter().step_by(20) {
        shown.push_str(&priya(&["review", "show", item["proposal_id"].as_str().unwrap()]).to_string());
    }
    shown.push_str(&waiting.to_string());
    for mission in priya(&["mission", "list"])["missions"].as_array().unwrap() {
        shown.push_str(&priya(&["mission", "show", mission["mission_id"].as_str().unwrap()]).to_string());
    }
    for call in [
        &["import", "list"][..],
        &["changes", "--limit", "1000"],
        &["audit", "verify"],
        &["doctor"],
        &["policy", "uses"],
    ] {
        shown.push_str(&priya(call).to_string());
    }
    assert!(shown.len() > 500_000 && waiting["items"].as_array().map(Vec::len) > Some(10), "{}", shown.len());
    let folded = shown.to_lowercase();
    let read: Vec<&String> = secrets.iter().filter(|text| folded.contains(&text.to_lowercase())).collect();
    assert!(read.is_empty(), "a presenter reads {} values: {:?}", read.len(), read.iter().take(12).collect::<Vec<_>>());
}

#[test]
fn a_presenter_finds_nobody_by_what_they_do_not_see() {
    let cli = team();
    let _ = cli
        .run([
            "create",
            "person",
            "full_name=Rina Sen",
            "phone=+91 98300 12345",
            "email=rina@example.com",
            "lead_status=New",
        ])
        .done();
    let found = cli.run(["search", "98300 12345"]).done();
    assert_eq!(found["hits"].as_array().map(Vec::len), Some(1), "{found}");
    for text in ["98300 12345", "rina@example.com", "rina", "sen", "New 9830012345"] {
        for call in [vec!["search", text], vec!["list", "person", "--text", text]] {
            let answer = cli.run(as_user("priya", &call));
            if answer.code == 3 {
                let error = answer.refused(3);
                assert_eq!(error["who"], serde_json::json!(["owner", "reviewer", "operator", "agent"]), "{error}");
            } else {
                let found = answer.done();
                let listed = found["hits"].as_array().or(found["rows"].as_array()).unwrap();
                assert!(listed.is_empty() && found["total"].as_u64().unwrap_or(0) == 0, "{text}: {found}");
            }
        }
    }
    let hidden = cli.run(as_user("priya", &["list", "person", "--sort", "created_at"])).refused(3);
    assert!(hidden["policy"].is_string(), "{hidden}");
    let name = cli.run(as_user("priya", &["list", "person", "--sort", "name", "--limit", "1"])).done();
    assert!(!name.to_string().to_lowercase().contains("rina"), "{name}");
}
