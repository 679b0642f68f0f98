//! Disks that are full or read-only, through the command line: a clear message, nothing half applied.
//!
//! Each story mounts a disk of its own in a private namespace; see [`velocity_tests::disk`].
#![cfg(target_os = "linux")]

mod full;
mod read_only;

use serde_json::Value;
use velocity_tests::Cli;

/// A list of people, each of their own.
fn people(count: u64) -> String {
    let mut text = String::from("Contact Id,First Name,Last Name,Email,Mobile Phone,Company\n");
    for i in 0..count {
        let firm = i % 40;
        text.push_str(&format!("{i},Given{i},Family{i},p{i}@example.com,+91 98300 {:05},Firm {firm}\n", 10_000 + i));
    }
    text
}

/// The workspace is whole: `doctor` and `audit verify` find nothing. What `doctor` counted.
#[track_caller]
fn sound(cli: &Cli) -> Value {
    let report = cli.run(["doctor"]).done();
    assert_eq!(report["ok"], true, "{report}");
    let audit = cli.run(["audit", "verify"]).done();
    assert_eq!(audit["ok"], true, "{audit}");
    report["counts"].clone()
}

/// The message and hint of a failed call, in one text; exit code 1.
#[track_caller]
fn words(answer: velocity_tests::Answer) -> String {
    let error = answer.refused(1);
    format!("{} {}", error["message"].as_str().expect("words"), error["hint"].as_str().expect("words"))
}
