//! `cargo xtask test`: every check and every test, one stage after the other.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::setup::{self, Needs};
use crate::{place, shell, tidy};

/// The words after `test`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Without the window stories and the licence check.
    fast: bool,
}

impl Options {
    /// Reads the words after `test`.
    ///
    /// # Errors
    /// On any word but `--fast`.
    pub fn parse(words: &[String]) -> Result<Self> {
        match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            [] => Ok(Self { fast: false }),
            ["--fast"] => Ok(Self { fast: true }),
            _ => bail!("test takes --fast or nothing, not `{}`", words.join(" ")),
        }
    }
}

/// A stage and what it does.
type Stage = (&'static str, fn() -> Result<()>);

const BOTH: &[Stage] = &[
    ("front end: types and style", || npm("check")),
    ("front end: tests", || npm("test")),
    // The window's build embeds what this one writes.
    ("front end: build", || npm("build")),
    ("tidy: our own rules", tidy::run),
    ("format", || cargo(&["fmt", "--all", "--check"])),
    ("clippy", || cargo(&["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"])),
];
const FAST: &[Stage] =
    &[("tests", || cargo(&["test", "--workspace", "--exclude", "velocity-tests", "--no-fail-fast"]))];
const FULL: &[Stage] = &[
    ("licences and sources", licences),
    // With the tests, so that both are built with the same features: once.
    ("build the programs and the tests", || cargo(&["build", "--workspace", "--exclude", "xtask", "--all-targets"])),
    ("tests, and stories through the real programs", || cargo(&["test", "--workspace", "--no-fail-fast"])),
];

/// Runs every stage until one fails, and says what each took.
///
/// # Errors
/// When a stage fails.
pub fn run(options: &Options) -> Result<()> {
    let install: fn() -> Result<()> = if options.fast { install_for_fast } else { install_for_full };
    let mut stages: Vec<Stage> = vec![("setup: what is missing", install)];
    stages.extend(BOTH);
    stages.extend(if options.fast { FAST } else { FULL });

    let started = Instant::now();
    let mut took = Vec::new();
    for (index, (name, work)) in stages.iter().enumerate() {
        println!("\n== {name} ({} of {})", index + 1, stages.len());
        let begun = Instant::now();
        let outcome = work();
        took.push((*name, begun.elapsed()));
        if let Err(problem) = outcome {
            println!("{}", summary(&took));
            let left = stages.len() - took.len();
            bail!(
                "{name}: {problem:#}\nStopped here; stages not run: {left}. Run `cargo xtask test` again once it is mended."
            );
        }
    }
    println!("{}", summary(&took));
    println!("All {} stages passed in {}.", took.len(), spelled(started.elapsed()));
    Ok(())
}

fn install_for_fast() -> Result<()> {
    setup::system(Needs::default())?;
    setup::rust_components()?;
    setup::front_end()
}

fn install_for_full() -> Result<()> {
    setup::system(Needs { virtual_screen: true, webdriver: true, screenshot: false })?;
    setup::rust_components()?;
    setup::front_end()?;
    setup::story_packages()?;
    setup::tool(setup::TAURI_DRIVER)?;
    setup::tool(setup::CARGO_DENY).map(drop)
}

fn npm(script: &str) -> Result<()> {
    shell::run(Command::new("npm").args(["run", "--silent", script]).current_dir(place::root().join("ui")))
}

fn cargo(arguments: &[&str]) -> Result<()> {
    shell::run(place::cargo().args(arguments))
}

fn licences() -> Result<()> {
    let deny = setup::tool(setup::CARGO_DENY)?;
    shell::run(Command::new(deny).args(["check", "bans", "licenses", "sources"]).current_dir(place::root()))
}

fn summary(took: &[(&str, Duration)]) -> String {
    let width = took.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
    let mut lines = String::from("\nWhat it took:");
    for (name, time) in took {
        lines.push_str(&format!("\n  {name:width$}  {:>12}", spelled(*time)));
    }
    lines
}

/// A duration as people say it.
fn spelled(time: Duration) -> String {
    let (minutes, seconds) = (time.as_secs() / 60, time.as_secs() % 60);
    match minutes {
        0 if time < Duration::from_secs(10) => format!("{:.1} s", time.as_secs_f64()),
        0 => format!("{seconds} s"),
        _ => format!("{minutes} min {seconds} s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn test_takes_fast_or_nothing() {
        assert_eq!(Options::parse(&[]).unwrap(), Options { fast: false });
        assert_eq!(Options::parse(&["--fast".into()]).unwrap(), Options { fast: true });
        assert!(Options::parse(&["--quick".into()]).unwrap_err().to_string().contains("`--quick`"));
    }

    #[test]
    fn durations_are_spelled_as_people_say_them() {
        for (millis, said) in [(1_250, "1.2 s"), (59_900, "59 s"), (61_000, "1 min 1 s")] {
            assert_eq!(spelled(Duration::from_millis(millis)), said);
        }
    }

    #[test]
    fn the_summary_names_each_stage() {
        let text = summary(&[("format", Duration::from_secs(2)), ("clippy", Duration::from_secs(75))]);
        assert!(text.contains("format") && text.contains("1 min 15 s"), "{text}");
    }
}
