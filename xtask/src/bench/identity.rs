//! `cargo xtask bench identity`: how well people are told apart on sets with a known truth, and what it costs, one JSON line
//! a set. The sets lie beside the checkout; none is part of the product. With `--with-splink` the same sets go through Splink
//! in the same run, installed from PyPI into a folder of the build's, and the two stand side by side. With `--beside N` alone
//! a file of 10 000 rows is brought into a graph of N clients, which takes a while to make the first time.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::beside;
use crate::{place, shell};

/// The words after `bench identity`.
struct Options {
    data: Option<PathBuf>,
    rows: Vec<u64>,
    seed: u64,
    extra: Option<PathBuf>,
    with_splink: bool,
    beside: Option<usize>,
}

impl Options {
    fn parse(words: &[String]) -> Result<Self> {
        let mut options = Self { data: None, rows: Vec::new(), seed: 1, extra: None, with_splink: false, beside: None };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            if word == "--with-splink" {
                options.with_splink = true;
                continue;
            }
            match (word.as_str(), words.next()) {
                ("--data", Some(folder)) => options.data = Some(folder.into()),
                ("--extra", Some(names)) => options.extra = Some(names.into()),
                ("--rows", Some(n)) => options.rows.push(n.parse().context("--rows takes a number")?),
                ("--beside", Some(n)) => options.beside = Some(n.parse().context("--beside takes a number")?),
                ("--seed", Some(n)) => options.seed = n.parse().context("--seed takes a number")?,
                _ => bail!(
                    "`cargo xtask bench identity [--data DIR] [--rows N]… [--seed S] [--extra NAMES] \
                     [--with-splink | --beside CLIENTS]`, not `{word}`"
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
    let generator = data.join("client_like.py");
    let folder = target.join("bench");
    std::fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    if let Some(clients) = options.beside {
        // Of most people there are several rows, and some people more than are there.
        let rows = clients as u64 * 19 / 10 + 60_000;
        return beside::run(&velocity, &made(&options, &generator, &folder, rows)?, &folder, clients);
    }
    let mut sets: Vec<PathBuf> = std::fs::read_dir(&data)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    sets.retain(|path| path.extension().is_some_and(|extension| extension == "csv"));
    sets.sort();
    let splink = if options.with_splink { Some(Splink::installed(&target)?) } else { None };
    let told = |set: &Path| -> Result<()> {
        let ours = measured(&velocity, set)?;
        println!("{ours}");
        if let Some(splink) = &splink {
            println!("{}", side_by_side(&ours, splink.measured(set)?));
        }
        Ok(())
    };
    for set in sets {
        told(&set)?;
    }
    if generator.is_file() {
        for rows in &options.rows {
            told(&made(&options, &generator, &folder, *rows)?)?;
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

/// Splink in a Python environment of its own.
struct Splink {
    python: PathBuf,
    script: PathBuf,
}

impl Splink {
    /// Installs it below the build's folder, if it is not there yet.
    fn installed(target: &Path) -> Result<Self> {
        let home = target.join("bench").join("splink-venv");
        let python = home.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
        let is_there = || shell::answer(Command::new(&python).args(["-c", "import splink, duckdb"])).is_some();
        if !is_there() {
            shell::run_quietly(Command::new("python3").args(["-m", "venv"]).arg(&home))?;
            shell::run_quietly(Command::new(&python).args(["-m", "pip", "install", "--quiet", "splink>=5,<6"]))?;
        }
        Ok(Self { python, script: place::root().join("xtask/src/bench/with_splink.py") })
    }

    /// What a careful user gets from it on one set.
    fn measured(&self, set: &Path) -> Result<Value> {
        let output = Command::new(&self.python).arg(&self.script).arg(set).stdin(Stdio::null()).output()?;
        if !output.status.success() {
            bail!("Splink on {}: {}", set.display(), String::from_utf8_lossy(&output.stderr));
        }
        let last = output.stdout.trim_ascii_end().rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
        serde_json::from_slice(last).context("Splink did not answer in JSON")
    }
}

/// Splink's figures, and how much more or less of each it took than we did.
fn side_by_side(ours: &Value, mut splink: Value) -> Value {
    let ratio = |theirs: &Value, own: &Value| {
        let of = theirs.as_f64()? / own.as_f64().filter(|own| *own > 0.0)?;
        Some((of * 100.0).round() / 100.0)
    };
    let times = json!({
        "seconds": ratio(&splink["seconds"], &ours["seconds"]),
        "cpu_seconds": ratio(&splink["cpu_seconds"], &ours["cpu"]["to_groups"]),
        "peak_mb": ratio(&splink["peak_mb"], &ours["peak_mb"]),
        "best_f1": ratio(&splink["best_f1"], &ours["best"]["f1"]),
        "b_cubed_f1": ratio(&splink["b_cubed_f1"], &ours["b_cubed"]["f1"]),
    });
    splink["bench"] = json!("splink");
    splink["set"] = ours["set"].clone();
    splink["times_ours"] = times;
    splink
}

/// Evaluates one set: the figures, with the processor time of its parts.
fn measured(velocity: &Path, set: &Path) -> Result<Value> {
    let output = Command::new(velocity)
        .args(["identity", "evaluate"])
        .arg(set)
        .args(["--truth", "cluster", "--newcomers", "2000", "--json"])
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
        "cpu",
        "peak_mb",
        "newcomers",
    ];
    for key in KEPT {
        line[*key] = found[*key].clone();
    }
    Ok(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_and_sizes_are_read_and_other_words_are_refused() {
        let parse = |words: &[&str]| Options::parse(&words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>());
        assert_eq!(parse(&[]).unwrap().rows, [50_000, 1_000_000]);
        assert_eq!(parse(&["--rows", "7", "--seed", "3"]).unwrap().seed, 3);
        assert!(parse(&["--with-splink", "--rows", "7"]).unwrap().with_splink);
        assert_eq!(parse(&["--beside", "1000"]).unwrap().beside, Some(1000));
        assert!(parse(&["--rows", "many"]).is_err() && parse(&["--fast", "1"]).is_err());
    }

    #[test]
    fn splink_stands_beside_us_in_ratios() {
        let ours =
            json!({"set": "a.csv", "seconds": 2.0, "cpu": {"to_groups": 4.0}, "peak_mb": 100, "best": {"f1": 0.9}});
        let line = side_by_side(&ours, json!({"seconds": 3.0, "cpu_seconds": 10.0, "peak_mb": 250, "best_f1": 0.81}));
        assert_eq!(line["times_ours"]["cpu_seconds"], 2.5);
        assert_eq!(line["times_ours"]["best_f1"], 0.9);
        assert_eq!((&line["set"], line["times_ours"]["b_cubed_f1"].is_null()), (&json!("a.csv"), true));
    }
}
