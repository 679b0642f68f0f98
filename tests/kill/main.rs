//! Hundreds of kills of the real program at random points, and of one with a planted defect.
//!
//! `cargo xtask kill` does more of it: 2 000 kills, another seed each time.
#![cfg(target_os = "linux")]

use velocity_tests::kill::{Fault, Moment, Options, run};
use velocity_tests::programs;

fn options(kills: usize) -> Options {
    Options {
        program: programs::velocity(),
        kills,
        seed: 20_260,
        only: Vec::new(),
        rows: None,
        threads: 2,
        moment: Moment::Write,
        progress: false,
        keep: true,
    }
}

#[test]
fn nothing_acknowledged_is_lost_and_nothing_is_half_there_after_300_kills() {
    let report = run(&options(300)).expect("the harness runs");
    println!("{}", report.table());
    assert!(report.faults().is_empty(), "{:?}\n{}", report.faults(), report.table());
    let kills = report.sum().kills;
    assert_eq!(kills, 300, "{}", report.table());
    let (ends, resumed) = (report.sum().ends, report.sum().resumed);
    assert!(ends * 5 >= kills && resumed > 0, "the work is gone on with:\n{}", report.table());
}

/// Operations whose processes say what they saved.
const SAYING: [&str; 6] = ["import", "approve", "undo", "merge", "edit", "erase"];

/// A test of the harness: what acknowledges before it commits must not get through.
#[test]
fn a_program_that_acknowledges_before_it_commits_is_found_guilty() {
    let early = Options {
        program: programs::velocity_early(),
        only: SAYING.map(str::to_owned).into(),
        moment: Moment::Acknowledged,
        keep: false,
        ..options(48)
    };
    let report = run(&early).expect("the harness runs");
    println!("{}", report.table());
    assert!(report.faults().iter().any(|fault| fault.contains("lost")), "{:?}", report.faults());
    // Not by one lucky kill: most operations are caught, each by looks of its own.
    let guilty = report.tallies.iter().filter(|(_, tally)| tally.count(&[Fault::Lost]) > 0).count();
    assert!(guilty > SAYING.len() / 2, "the planted defect got through:\n{}", report.table());
}

/// The same kills of the sound program find nothing: it is the defect that is found, not the moment.
#[test]
fn the_sound_program_is_not_found_guilty_by_kills_right_after_an_acknowledgement() {
    let only = vec!["approve".to_owned(), "edit".to_owned()];
    let report = run(&Options { moment: Moment::Acknowledged, only, ..options(16) }).expect("the harness runs");
    println!("{}", report.table());
    for fault in [Fault::Lost, Fault::Half, Fault::Integrity, Fault::Mission, Fault::End] {
        assert_eq!(report.found(fault), 0, "{}", report.table());
    }
}
