//! What the importer understands, in figures: of the samples, and of messy files that nobody has tuned it on.
//!
//! `cargo run --release -p velocity-testkit --example understanding -- [--seed N] [--samples DIR]… [--misses FILE]
//! [--column-misses FILE]`
//!
//! One JSON line a file, then one a set. Misses are told for dialect, rows and values; those of columns only into a file
//! of their own, which whoever tunes the columns must not read.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use testkit::exam::{Findings, Score, calibration_error, examine};
use testkit::mess;

fn main() -> Result<()> {
    let mut first: u64 = 1;
    let mut folders = vec![testkit::samples()];
    let (mut misses, mut column_misses) = (None, None);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().with_context(|| format!("{argument} needs a value"));
        match argument.as_str() {
            "--seed" => first = value()?.parse().context("--seed takes a number")?,
            "--samples" => folders.push(PathBuf::from(value()?)),
            "--misses" => misses = Some(PathBuf::from(value()?)),
            "--column-misses" => column_misses = Some(PathBuf::from(value()?)),
            other => bail!("{other} is unknown: --seed N, --samples DIR, --misses FILE, --column-misses FILE"),
        }
    }
    let mut told = String::new();
    let mut columns_told = String::new();
    let mut keep = |set: &str, found: &Findings| {
        for miss in &found.misses {
            let _ = writeln!(told, "{set} {}: {miss}", found.file);
        }
        for miss in &found.column_misses {
            let _ = writeln!(columns_told, "{set} {}: {miss}", found.file);
        }
    };
    let mut known = BTreeSet::new();
    let mut all = Vec::new();
    for folder in &folders {
        for (bytes, truth) in samples(folder)? {
            let found = examine(&bytes, &truth)?;
            if !known.insert(found.file.clone()) {
                continue;
            }
            line("samples", None, &found);
            keep("samples", &found);
            all.push(found);
        }
    }
    summary("samples", &all);
    let mut every = Vec::new();
    for seed in [first, first.wrapping_add(101), first.wrapping_add(202), first.wrapping_add(303)] {
        let mut all = Vec::new();
        for shape in mess::shapes() {
            let made = mess::make(shape, seed, None).context("a shape of the list")?;
            match examine(&made.bytes, &made.truth) {
                Ok(found) => {
                    line("unseen", Some((shape, seed)), &found);
                    keep(&format!("unseen {shape} seed {seed}"), &found);
                    all.push(found);
                }
                Err(problem) => bail!("{shape} of seed {seed}: {problem:#}"),
            }
        }
        summary(&format!("unseen, seed {seed}"), &all);
        every.append(&mut all);
    }
    summary("unseen, all seeds", &every);
    for (file, text) in [(misses, told), (column_misses, columns_told)] {
        if let Some(file) = file {
            std::fs::write(&file, text).with_context(|| file.display().to_string())?;
        }
    }
    Ok(())
}

/// Every file of a folder that has its truth beside it.
fn samples(folder: &Path) -> Result<Vec<(Vec<u8>, Value)>> {
    let mut truths: Vec<PathBuf> = std::fs::read_dir(folder)
        .with_context(|| folder.display().to_string())?
        .filter_map(|e| e.ok().map(|e| e.path()))
        .filter(|p| p.to_string_lossy().ends_with(".truth.json"))
        .collect();
    truths.sort();
    let mut out = Vec::new();
    for path in truths {
        let text = std::fs::read(&path).with_context(|| path.display().to_string())?;
        let truth: Value = serde_json::from_slice(&text).with_context(|| path.display().to_string())?;
        let file = folder.join(truth["file"].as_str().context("truth names no file")?);
        out.push((std::fs::read(&file).with_context(|| file.display().to_string())?, truth));
    }
    Ok(out)
}

fn line(set: &str, made: Option<(&str, u64)>, found: &Findings) {
    let mut line = json!({ "bench": "understanding", "set": set });
    if let Some((shape, seed)) = made {
        line["shape"] = json!(shape);
        line["seed"] = json!(seed);
    }
    for (key, value) in found.json().as_object().into_iter().flatten() {
        line[key] = value.clone();
    }
    println!("{line}");
}

fn percent(part: u64, all: u64) -> f64 {
    if all == 0 { 100.0 } else { (part as f64 * 100_000.0 / all as f64).round() / 1000.0 }
}

fn share(score: Score) -> Value {
    json!({
        "all": score.all(), "right": score.right, "held": score.held, "wrong": score.wrong,
        "right_percent": percent(score.right, score.all()),
        "right_or_held_percent": percent(score.right + score.held, score.all()),
    })
}

fn summary(set: &str, files: &[Findings]) {
    let total = |of: fn(&Findings) -> Score| {
        let mut sum = Score::default();
        files.iter().for_each(|f| sum.add(of(f)));
        share(sum)
    };
    let kinds = |of: fn(&Findings) -> &BTreeMap<String, Score>| {
        let mut sums: BTreeMap<&str, Score> = BTreeMap::new();
        for (kind, score) in files.iter().flat_map(of) {
            sums.entry(kind).or_default().add(*score);
            sums.entry("all").or_default().add(*score);
        }
        sums.into_iter().map(|(kind, score)| (kind.to_owned(), share(score))).collect::<serde_json::Map<_, _>>()
    };
    let confidences: Vec<(f64, bool)> = files.iter().flat_map(|f| f.confidences.iter().copied()).collect();
    // A sheet of hundreds of columns must not drown the others.
    let mean = files.iter().map(|f| percent(f.columns.right, f.columns.all())).sum::<f64>() / files.len().max(1) as f64;
    let whole = files.iter().filter(|f| f.rows.held + f.rows.wrong == 0).count();
    println!(
        "{}",
        json!({
            "bench": "understanding", "summary": set, "files": files.len(),
            "columns": total(|f| f.columns), "columns_right_percent_mean_of_files": (mean * 1000.0).round() / 1000.0,
            "dialect": total(|f| f.dialect), "rows": total(|f| f.rows),
            "files_with_all_rows_right": whole,
            "values": kinds(|f| &f.values), "values_once_columns_are_right": kinds(|f| &f.told),
            "calibration_error": (calibration_error(&confidences) * 10_000.0).round() / 10_000.0,
            "mapped_columns": confidences.len(),
        })
    );
}
