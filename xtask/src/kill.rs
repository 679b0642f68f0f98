//! `cargo xtask kill`: real `velocity` processes killed at random points, and what they leave looked at.

use std::process::Command;

use anyhow::Result;

use crate::{place, shell};

/// The words after `kill`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// With the optimised program.
    release: bool,
    /// What the harness reads itself: how many kills, which seed, which operations.
    rest: Vec<String>,
}

impl Options {
    /// Takes `--release` out of the words; the harness reads the others.
    #[must_use]
    pub fn parse(words: &[String]) -> Self {
        let rest: Vec<String> = words.iter().filter(|word| *word != "--release").cloned().collect();
        Self { release: rest.len() < words.len(), rest }
    }
}

/// Builds the program, the one with the planted defect and the harness, and runs it. The harness lies with the stories
/// in `tests/`, which this crate can't depend on: they depend on it.
///
/// # Errors
/// When something does not build, and when the harness found something.
pub fn run(options: &Options) -> Result<()> {
    let mut build = place::cargo();
    let _ = build.args(["build", "--quiet", "-p", "velocity-cli", "-p", "velocity-tests", "--bins"]);
    if options.release {
        let _ = build.arg("--release");
    }
    shell::run(&mut build)?;
    let folder = place::target()?.join(if options.release { "release" } else { "debug" });
    let harness = folder.join(format!("velocity-kill{}", std::env::consts::EXE_SUFFIX));
    shell::run(Command::new(harness).args(&options.rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn release_is_ours_and_the_rest_is_the_harness_s() {
        let words = ["--kills", "300", "--release", "--only", "merge"].map(str::to_owned);
        let options = Options::parse(&words);
        assert!(options.release);
        assert_eq!(options.rest, ["--kills", "300", "--only", "merge"]);
        assert_eq!(Options::parse(&[]), Options::default());
    }
}
