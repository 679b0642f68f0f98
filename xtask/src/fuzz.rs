//! `cargo xtask fuzz`: the import's readers under libFuzzer, on the stable toolchain.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::{place, shell};

/// The targets, as in `fuzz/src/targets.rs`, and the longest input that says anything to each.
const TARGETS: &[(&str, u32)] = &[
    ("dialect", 4096),
    ("records", 4096),
    ("dates", 128),
    ("money", 128),
    ("phones", 256),
    ("names", 256),
    ("emails", 256),
    ("import", 4096),
    ("pasted", 2048),
];

/// What lets the compiler count edges and compared values. cargo-fuzz passes the same, but asks for nightly.
const FLAGS: &[&str] = &[
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
];

/// The words after `fuzz`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    targets: Vec<String>,
    minutes: u64,
    /// Keeps only what the committed corpus needs to reach as much code as before.
    minimise: bool,
}

impl Options {
    /// Reads the words after `fuzz`: targets, `--minutes N`, `--minimise`.
    ///
    /// # Errors
    /// On an unknown target or word.
    pub fn parse(words: &[String]) -> Result<Self> {
        let mut options = Self { targets: Vec::new(), minutes: 10, minimise: false };
        let mut words = words.iter().map(String::as_str);
        while let Some(word) = words.next() {
            match word {
                "--minutes" => {
                    let minutes = words.next().and_then(|n| n.parse().ok()).filter(|n| *n > 0);
                    options.minutes = minutes.context("--minutes needs a number above 0")?;
                }
                "--minimise" => options.minimise = true,
                target if TARGETS.iter().any(|(name, _)| *name == target) => options.targets.push(target.to_owned()),
                other => {
                    let known: Vec<&str> = TARGETS.iter().map(|(name, _)| *name).collect();
                    bail!("fuzz takes targets ({}), --minutes N and --minimise, not `{other}`", known.join(", "));
                }
            }
        }
        if options.targets.is_empty() {
            options.targets = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
        }
        Ok(options)
    }
}

/// Builds the targets and runs each for its minutes, or minimises their corpus.
///
/// # Errors
/// When the targets do not build, or one of them found something: the input then lies in the build folder.
pub fn run(options: &Options) -> Result<()> {
    let output = place::target()?.join("fuzz");
    let program = build(&output)?;
    for (name, longest) in TARGETS.iter().filter(|(name, _)| options.targets.iter().any(|t| t == name)) {
        let corpus = place::root().join("fuzz/corpus").join(name);
        let target = Target { name, longest: *longest, program: &program, output: &output };
        if options.minimise { target.minimise(&corpus)? } else { target.fuzz(&corpus, options.minutes)? }
    }
    Ok(())
}

fn build(output: &Path) -> Result<PathBuf> {
    let host = shell::answer(Command::new("rustc").arg("-vV")).context("`rustc -vV` could not be run")?;
    let host = host.lines().find_map(|line| line.strip_prefix("host: ")).context("`rustc -vV` names no host")?;
    let mut build = place::cargo();
    // A target named explicitly keeps the flags away from build scripts and procedural macros.
    let _ = build
        .args(["build", "--release", "--locked", "--manifest-path", "fuzz/Cargo.toml", "--target", host])
        .env("CARGO_TARGET_DIR", output)
        .env("RUSTFLAGS", FLAGS.join(" "));
    shell::run(&mut build)?;
    Ok(output.join(host).join("release").join(format!("velocity-fuzz{}", std::env::consts::EXE_SUFFIX)))
}

struct Target<'a> {
    name: &'a str,
    longest: u32,
    program: &'a Path,
    output: &'a Path,
}

impl Target<'_> {
    fn command(&self) -> Command {
        let mut command = Command::new(self.program);
        let _ = command.env("VELOCITY_FUZZ_TARGET", self.name).arg(format!("-max_len={}", self.longest)).args([
            "-timeout=60",
            "-rss_limit_mb=2048",
            "-print_final_stats=1",
            "-verbosity=0",
        ]);
        command
    }

    /// New inputs are gathered beside the corpus: what is committed grows only by `--minimise`.
    ///
    /// The minutes are of processor time, so that a busy machine does not make a shorter search: the target runs
    /// again, from what it has gathered, until it has had them.
    fn fuzz(&self, corpus: &Path, minutes: u64) -> Result<()> {
        let (gathered, finds) = (self.folder("gathered")?, self.folder("finds")?);
        println!("== {}: {minutes} min of processor time", self.name);
        let (started, before) = (Instant::now(), shell::children()?.0);
        let wanted = (minutes * 60) as f64;
        loop {
            let had = shell::children()?.0 - before;
            if wanted - had < 1.0 {
                println!("{}: nothing found in {had:.0} CPU-s, {} s", self.name, started.elapsed().as_secs());
                return Ok(());
            }
            let mut command = self.command();
            let _ = command
                .arg(format!("-max_total_time={}", (wanted - had).ceil()))
                .arg(format!("-artifact_prefix={}/", finds.display()))
                .args([&gathered, corpus]);
            shell::run(&mut command).with_context(|| {
                format!(
                    "{} found something; the input lies in {}. Mend it and put the input into {}.",
                    self.name,
                    finds.display(),
                    corpus.display()
                )
            })?;
        }
    }

    /// Merges what was gathered and the corpus into the fewest inputs that reach the same code.
    fn minimise(&self, corpus: &Path) -> Result<()> {
        let (gathered, merged) = (self.folder("gathered")?, self.folder("merged")?);
        clear(&merged)?;
        shell::run(self.command().arg("-merge=1").args([&merged, &corpus.to_path_buf(), &gathered]))?;
        fs::create_dir_all(corpus)?;
        clear(corpus)?;
        for entry in fs::read_dir(&merged)? {
            let entry = entry?;
            let _ = fs::copy(entry.path(), corpus.join(entry.file_name()))?;
        }
        println!("{}: {} inputs", self.name, fs::read_dir(corpus)?.count());
        Ok(())
    }

    fn folder(&self, kind: &str) -> Result<PathBuf> {
        let folder = self.output.join(kind).join(self.name);
        fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        Ok(folder)
    }
}

/// Removes the inputs of a folder; finds keep their names and stay.
fn clear(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if !entry.file_name().to_string_lossy().starts_with("find-") {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(words: &[&str]) -> Result<Options> {
        Options::parse(&words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn targets_and_minutes_are_read_and_others_named() {
        let options = parse(&["phones", "--minutes", "3"]).unwrap();
        assert_eq!((options.targets, options.minutes), (vec!["phones".to_owned()], 3));
        assert_eq!(parse(&[]).unwrap().targets.len(), TARGETS.len());
        assert!(parse(&["faxes"]).unwrap_err().to_string().contains("`faxes`"));
        assert!(parse(&["--minutes", "0"]).is_err());
    }

    #[test]
    fn the_targets_are_those_of_the_fuzz_program() {
        let source = fs::read_to_string(place::root().join("fuzz/src/targets.rs")).unwrap();
        for (name, _) in TARGETS {
            assert!(source.contains(&format!("(\"{name}\", ")), "{name}");
            assert!(place::root().join("fuzz/corpus").join(name).is_dir(), "{name} has no corpus");
        }
    }
}
