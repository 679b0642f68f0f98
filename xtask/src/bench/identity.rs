//! `cargo xtask bench identity`: how well people are told apart on sets with a known truth, and what it costs, one JSON line
//! a set. The sets lie beside the checkout; none is part of the product.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::{place, shell};

/// The words after `bench identity`.
struct Options {
    data: Option<PathBuf>,
    rows: Vec<u64>,
    seed: u64,
    extra: Option<PathBuf>,
}

impl Options {
    fn parse(words: &[String]) -> Result<Self> {
        let mut options = Self { data: None, rows: Vec::new(), seed: 1, extra: None };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match (word.as_str(), words.next()) {
                ("--data", Some(folder)) => options.data = Some(folder.into()),
                ("--extra", Some(names)) => options.extra = Some(names.into()),
                ("--rows", Some(n)) => options.rows.push(n.parse().context("--rows takes a number")?),
                ("--seed", Some(n)) => options.seed = n.parse().context("--seed takes a number")?,
                _ => bail!(
                    "`cargo xtask bench identity [--data DIR] [--rows N]… [--seed S] [--extra NAMES]`, not `{word}`"
                ),
            }
        }
        if options.rows.is_empty() {
            options.rows = vec![50_000, 1_000_000];
        }
        Ok(options)
    }
}

/// Runs the bench.
///
/// # Errors
/// When the sets are not there, something does not build or the evaluation fails.
pub fn run(words: &[String]) -> Result<()> {
    let options = Options::parse(words)?;
    let beside = || place::root().parent().map(|folder| folder.join("shared/data/identity"));
    let data = options.data.clone().or_else(beside).filter(|folder| folder.is_dir());
    let data = data.context("the sets with their truth are not beside the checkout; name their folder with --data")?;
    shell::run(place::cargo().args(["build", "--quiet", "--release", "-p", "velocity-cli"]))?;
    let target = place::target()?;
    let velocity = target.join("release").join(format!("velocity{}", std::env::consts::EXE_SUFFIX));
    let mut sets: Vec<PathBuf> = std::fs::read_dir(&data)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    sets.retain(|path| path.extension().is_some_and(|extension| extension == "csv"));
    sets.sort();
    for set in sets {
        println!("{}", measured(&velocity, &set)?);
    }
    let generator = data.join("client_like.py");
    if generator.is_file() {
        let folder = target.join("bench");
        std::fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
        for rows in &options.rows {
            println!("{}", measured(&velocity, &made(&options, &generator, &folder, *rows)?)?);
        }
    }
    Ok(())
}

/// Makes a set of so many rows, if it is not there yet.
fn made(options: &Options, generator: &Path, folder: &Path, rows: u64) -> Result<PathBuf> {
    let more = if options.extra.is_some() { "-extra" } else { "" };
    let file = folder.join(format!("client-like-{rows}-{}{more}.csv", options.seed));
    if !file.is_file() {
        let mut python = Command::new("python3");
        python.arg(generator).args(["--rows", &rows.to_string(), "--seed", &options.seed.to_string(), "--out"]);
        python.arg(&file);
        if let Some(extra) = &options.extra {
            python.arg("--extra").arg(extra);
        }
        shell::run_quietly(&mut python)?;
    }
    Ok(file)
}

/// Evaluates one set: the figures, with the processor time of the whole program.
fn measured(velocity: &Path, set: &Path) -> Result<Value> {
    let before = processor_seconds()?;
    let output = Command::new(velocity)
        .args(["identity", "evaluate"])
        .arg(set)
        .args(["--truth", "cluster", "--json"])
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .context("velocity could not be started")?;
    if !output.status.success() {
        bail!("{}: {}", set.display(), String::from_utf8_lossy(&output.stdout));
    }
    let found: Value = serde_json::from_slice(&output.stdout).context("velocity did not answer in JSON")?;
    let mut line = json!({
        "bench": "identity",
        "set": set.file_name().map(|name| name.to_string_lossy()),
        "cpu_seconds": ((processor_seconds()? - before) * 100.0).round() / 100.0,
    });
    const KEPT: &[&str] = &[
        "records",
        "true_pairs",
        "candidate_pairs",
        "blocking_recall",
        "best",
        "policy",
        "b_cubed",
        "recall_at_precision_999",
        "max_cluster",
        "max_true_cluster",
        "calibration_gap",
        "seconds",
        "peak_mb",
    ];
    for key in KEPT {
        line[*key] = found[*key].clone();
    }
    Ok(line)
}

/// User and system time of all programs that this one has waited for.
#[cfg(unix)]
fn processor_seconds() -> Result<f64> {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeValLike;
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    Ok((usage.user_time().num_microseconds() + usage.system_time().num_microseconds()) as f64 / 1e6)
}

#[cfg(not(unix))]
fn processor_seconds() -> Result<f64> {
    bail!("CPU time of a program is only told by Unix here")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_and_sizes_are_read_and_other_words_are_refused() {
        let parse = |words: &[&str]| Options::parse(&words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>());
        assert_eq!(parse(&[]).unwrap().rows, [50_000, 1_000_000]);
        assert_eq!(parse(&["--rows", "7", "--seed", "3"]).unwrap().seed, 3);
        assert!(parse(&["--rows", "many"]).is_err() && parse(&["--fast", "1"]).is_err());
    }
}
