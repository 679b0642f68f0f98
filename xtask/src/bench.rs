//! `cargo xtask bench laws`: the laws at full size, each with what it ran and found, kept in `docs/benchmarks.md`.
//! `cargo xtask bench understanding`: what the importer understands of files, in figures.
//! `cargo xtask bench search`: labelled queries, what of each kind is found and how long it takes.
//! `cargo xtask bench import`, `… identity` and `… review` are in files of their own.
//!
//! The same tests run in `cargo xtask test` with hundreds of cases; here with thousands. Nothing is asserted about time:
//! a suite that fails is a law that does not hold.

use std::fmt::Write as _;
use std::process::Stdio;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::place;

mod beside;
mod identity;
pub mod import;
mod measure;
mod people;
mod review;
mod surfaces;

/// One suite: its name, its cases, and the `cargo test` arguments that run it.
struct Suite {
    name: &'static str,
    cases: u32,
    about: &'static str,
    arguments: &'static [&'static str],
}

const LAWS: &[Suite] = &[
    Suite {
        name: "graph",
        cases: 10_000,
        about: "apply and invert, unmerge and merge, any sequence of undo, rebuild, independent groups",
        arguments: &["-p", "velocity-graph", "--test", "laws"],
    },
    Suite {
        name: "policy",
        cases: 10_000,
        about: "what no policy may configure away, masks",
        arguments: &["-p", "velocity-policy"],
    },
    Suite {
        name: "audit",
        cases: 10_000,
        about: "random mutations of audit rows: flip, drop, reorder, truncate, older copy",
        arguments: &["-p", "velocity-store", "--test", "audit"],
    },
    Suite {
        name: "power loss",
        cases: 1_000,
        about: "traces with FULL, the control with NORMAL, a disk that refuses",
        arguments: &["-p", "velocity-store", "--test", "power_loss"],
    },
    Suite {
        name: "app",
        cases: 10_000,
        about: "random work through the use cases: doctor, audit, dossiers, undo of everything",
        arguments: &["-p", "velocity-app", "--test", "laws"],
    },
];

/// Runs the bench of this name.
///
/// # Errors
/// When there is none of this name, or a suite fails.
pub fn run(arguments: &[String]) -> Result<()> {
    match arguments {
        [name] if name == "laws" => laws(),
        [name, rest @ ..] if name == "import" => import::run(rest),
        [name, rest @ ..] if name == "identity" => identity::run(rest),
        [name, rest @ ..] if name == "review" => review::run(rest),
        [name, rest @ ..] if name == "surfaces" => surfaces::run(rest),
        [name, rest @ ..] if name == "understanding" => understanding(rest),
        [name, rest @ ..] if name == "search" => search(rest),
        [] => bail!(
            "which one? `cargo xtask bench laws`, `… import`, `… identity`, `… review`, `… search`, `… surfaces` or `… understanding`"
        ),
        other => {
            bail!(
                "there is no bench `{}`; there are: laws, import, identity, review, search, surfaces, understanding",
                other.join(" ")
            )
        }
    }
}

/// What the importer understands of the samples and of messy files made to order: the figures on standard output, one
/// JSON line a file and one a set.
fn understanding(arguments: &[String]) -> Result<()> {
    let mut command = place::cargo();
    command.args(["run", "--quiet", "--release", "-p", "velocity-testkit", "--example", "understanding", "--"]);
    command.args(arguments);
    // More samples lie beside the checkout where a team keeps them for all.
    if let Some(shared) = place::root().parent().map(|beside| beside.join("shared/data/imports")).filter(|p| p.is_dir())
    {
        command.arg("--samples").arg(shared);
    }
    let status = command.stdin(Stdio::null()).status().context("the examiner could not be started")?;
    if !status.success() {
        bail!("the examiner stopped: {status}");
    }
    Ok(())
}

/// Labelled queries over made-up clients: what is found of each kind and how long it takes, one JSON line a kind.
fn search(arguments: &[String]) -> Result<()> {
    let mut command = place::cargo();
    command.args(["run", "--quiet", "--release", "-p", "velocity-testkit", "--example", "search", "--"]);
    let status = command.args(arguments).stdin(Stdio::null()).status().context("the search could not be started")?;
    if !status.success() {
        bail!("the search stopped: {status}");
    }
    Ok(())
}

fn laws() -> Result<()> {
    let mut lines = Vec::new();
    for suite in LAWS {
        let begun = Instant::now();
        let output = place::cargo()
            .arg("test")
            .args(suite.arguments)
            .args(["--", "--nocapture"])
            .env("VELOCITY_CASES", suite.cases.to_string())
            .env("PROPTEST_CASES", suite.cases.to_string())
            .stdin(Stdio::null())
            .stderr(Stdio::inherit())
            .output()
            .with_context(|| format!("{} could not be started", suite.name))?;
        let said = String::from_utf8_lossy(&output.stdout);
        let (passed, failed) = counts(&said);
        let found: Vec<&str> = said.lines().filter_map(|l| l.strip_prefix("found: ")).collect();
        let line = json!({
            "bench": "laws", "suite": suite.name, "cases": suite.cases, "tests": passed, "failed": failed,
            "seconds": begun.elapsed().as_secs(), "found": found,
        });
        println!("{line}");
        if !output.status.success() || passed == 0 {
            bail!("{}: a law does not hold\n{said}", suite.name);
        }
        lines.push((suite, line));
    }
    keep(&lines)
}

/// Tests passed and failed, over every test program that a run printed of.
fn counts(said: &str) -> (u64, u64) {
    let number = |line: &str, word: &str| -> u64 {
        line.split(';')
            .find_map(|part| part.trim().strip_suffix(word))
            .map_or(0, |part| part.split_whitespace().last().and_then(|n| n.parse().ok()).unwrap_or(0))
    };
    said.lines()
        .filter(|l| l.starts_with("test result:"))
        .fold((0, 0), |(passed, failed), line| (passed + number(line, " passed"), failed + number(line, " failed")))
}

/// Replaces the table of laws in `docs/benchmarks.md`.
fn keep(lines: &[(&Suite, Value)]) -> Result<()> {
    const OPEN: &str = "<!-- laws: written by `cargo xtask bench laws` -->\n";
    const CLOSE: &str = "<!-- end of laws -->";
    let file = place::root().join("docs/benchmarks.md");
    let text = std::fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    let (before, rest) = text.split_once(OPEN).context("docs/benchmarks.md has no place for the laws")?;
    let (_, after) = rest.split_once(CLOSE).context("docs/benchmarks.md has no end of the laws")?;
    let mut table =
        String::from("| suite | cases each | tests | failed | seconds | what |\n|---|---|---|---|---|---|\n");
    for (suite, line) in lines {
        let _ = writeln!(
            table,
            "| {} | {} | {} | {} | {} | {} |",
            suite.name, suite.cases, line["tests"], line["failed"], line["seconds"], suite.about
        );
    }
    std::fs::write(&file, format!("{before}{OPEN}{table}{CLOSE}{after}")).with_context(|| file.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::counts;

    #[test]
    fn results_of_several_programs_are_added() {
        let said =
            "test result: ok. 3 passed; 0 failed; 1 ignored\nx\ntest result: FAILED. 2 passed; 4 failed; 0 ignored";
        assert_eq!(counts(said), (5, 4));
    }
}
