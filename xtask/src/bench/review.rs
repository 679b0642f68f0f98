//! `cargo xtask bench review`: two hundred merges decided in the real window by keyboard alone on a graph of a hundred
//! thousand people, measured in the page from the key to the next item painted; then each is taken apart again and the
//! graph's bytes are compared. One JSON line; with `--write` also a row in `docs/benchmarks.md`.

use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::people;
use crate::setup::{self, Needs};
use crate::{place, shell};

/// The words after `bench review`.
#[derive(Debug, PartialEq, Eq)]
struct Options {
    people: u64,
    merges: u64,
    /// Milliseconds between an item's coming and the next key.
    pace: u64,
    release: bool,
    write: bool,
    /// Another `velocity` that makes the graph.
    maker: Option<String>,
}

impl Options {
    fn parse(words: &[String]) -> Result<Self> {
        let mut options = Self { people: 100_000, merges: 200, pace: 0, release: false, write: false, maker: None };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let mut number = || words.next().and_then(|n| n.parse::<u64>().ok());
            match word.as_str() {
                "--people" => options.people = number().context("--people needs a number")?,
                "--merges" => options.merges = number().context("--merges needs a number")?,
                "--pace" => options.pace = number().context("--pace needs milliseconds")?,
                "--release" => options.release = true,
                "--write" => options.write = true,
                "--maker" => options.maker = Some(words.next().context("--maker needs a program")?.clone()),
                _ => bail!(
                    "`cargo xtask bench review [--people N] [--merges N] [--pace MS] [--release] [--write] [--maker VELOCITY]`, not `{word}`"
                ),
            }
        }
        Ok(options)
    }
}

/// Builds the window, the command line and the program that drives them, and runs it.
///
/// # Errors
/// When something does not build, or the window does not do what a key asked for.
pub fn run(words: &[String]) -> Result<()> {
    let options = Options::parse(words)?;
    setup::system(Needs { virtual_screen: true, webdriver: true, screenshot: false })?;
    setup::front_end()?;
    shell::run(Command::new("npm").args(["run", "--silent", "build"]).current_dir(place::root().join("ui")))?;
    let mut build = place::cargo();
    // As `cargo xtask test` builds them, with the same features: nothing is built twice.
    build.args(["build", "--quiet", "--workspace", "--exclude", "xtask", "--bins", "--test", "window"]);
    if options.release {
        // Whole-program optimisation takes longer than the bench.
        build.arg("--release").env("CARGO_PROFILE_RELEASE_LTO", "off");
    }
    shell::run(&mut build)?;
    let target = place::target()?;
    let folder = target.join("bench");
    std::fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    let file = folder.join(format!("people-{}.csv", options.people));
    if !file.is_file() {
        people::write(&file, options.people)?;
    }
    let program = target.join(if options.release { "release" } else { "debug" });
    let output = Command::new(program.join(format!("velocity-bench-review{}", std::env::consts::EXE_SUFFIX)))
        .arg("--file")
        .arg(&file)
        .args(["--merges", &options.merges.to_string(), "--pace", &options.pace.to_string()])
        .args(options.maker.iter().flat_map(|maker| ["--maker", maker.as_str()]))
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .context("the bench could not be started")?;
    let said = String::from_utf8_lossy(&output.stdout);
    print!("{said}");
    if !output.status.success() {
        bail!("the bench stopped: {}", output.status);
    }
    let line: Value = serde_json::from_str(said.lines().last().unwrap_or_default()).context("no figures came")?;
    if options.write { keep(&line) } else { Ok(()) }
}

/// Replaces the row of as many people and the same pace in `docs/benchmarks.md`, or adds it.
fn keep(line: &Value) -> Result<()> {
    const OPEN: &str = "<!-- review: written by `cargo xtask bench review --write` -->\n";
    const CLOSE: &str = "<!-- end of review -->";
    let file = place::root().join("docs/benchmarks.md");
    let text = std::fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    let (before, rest) = text.split_once(OPEN).context("docs/benchmarks.md has no place for the review")?;
    let (table, after) = rest.split_once(CLOSE).context("docs/benchmarks.md has no end of the review")?;
    let build = if line["optimised"] == true { "release, no LTO" } else { "dev" };
    let key = format!("| {} | {} | {} ms | {build} |", line["people"], line["merges"], line["pace_ms"]);
    let row = format!(
        "{key} {} ms | {} ms | {} ms | {} | {} | {} |\n",
        line["median_ms"],
        line["p95_ms"],
        line["max_ms"],
        line["over_100_ms"],
        line["unmerged"],
        if line["same_bytes_after"] == true { "the same" } else { "**another**" },
    );
    let others: String = table.lines().filter(|old| !old.starts_with(&key)).map(|old| format!("{old}\n")).collect();
    std::fs::write(&file, format!("{before}{OPEN}{others}{row}{CLOSE}{after}"))
        .with_context(|| file.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_words_are_read_and_others_refused() {
        let parse = |words: &[&str]| Options::parse(&words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>());
        let wanted = Options { people: 500, merges: 20, pace: 250, release: true, write: false, maker: None };
        assert_eq!(parse(&["--people", "500", "--merges", "20", "--pace", "250", "--release"]).expect("read"), wanted);
        assert!(parse(&["--fast"]).is_err() && parse(&["--people"]).is_err());
    }
}
