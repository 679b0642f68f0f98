//! What the importer understands, in figures, of three sets: the samples, the shapes it has been tuned on, and the
//! shapes that nobody tunes on.
//!
//! `cargo run --release -p velocity-testkit --example understanding -- [--seed N] [--samples DIR]… [--misses FILE]
//! [--column-misses FILE] [--unseen-misses FILE]`
//!
//! One JSON line a file, then one a set, on standard output; the sets side by side on standard error. Misses of the
//! samples and of the shapes tuned on are told in files: dialect, rows and values in one, columns in the other. Of the
//! unseen shapes only sums are told. `--unseen-misses` writes their misses: whoever reads them must not tune afterwards
//! until there is a new hold-out.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use testkit::exam::{Findings, Score, calibration_error, examine};
use testkit::mess::{self, Mess};

const USAGE: &str = "--seed N, --samples DIR, --misses FILE, --column-misses FILE (both of the samples and the shapes \
                     tuned on), --unseen-misses FILE (whoever reads it must not tune afterwards without a new hold-out)";

/// Sentences on their way to a file, where one is asked for.
#[derive(Default)]
struct Misses {
    file: Option<PathBuf>,
    text: String,
}

impl Misses {
    fn add(&mut self, of: &str, found: &Findings, misses: &[String]) {
        for miss in misses {
            let _ = writeln!(self.text, "{of} {}: {miss}", found.file);
        }
    }

    fn write(&self) -> Result<()> {
        match &self.file {
            Some(file) => std::fs::write(file, &self.text).with_context(|| file.display().to_string()),
            None => Ok(()),
        }
    }
}

fn main() -> Result<()> {
    let mut first: u64 = 1;
    let mut folders = vec![testkit::samples()];
    let (mut values, mut columns, mut unseen) = (Misses::default(), Misses::default(), Misses::default());
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().with_context(|| format!("{argument} needs a value"));
        match argument.as_str() {
            "--seed" => first = value()?.parse().context("--seed takes a number")?,
            "--samples" => folders.push(PathBuf::from(value()?)),
            "--misses" => values.file = Some(PathBuf::from(value()?)),
            "--column-misses" => columns.file = Some(PathBuf::from(value()?)),
            "--unseen-misses" => unseen.file = Some(PathBuf::from(value()?)),
            other => bail!("{other} is unknown: {USAGE}"),
        }
    }
    let mut known = BTreeSet::new();
    let mut all = Vec::new();
    for folder in &folders {
        for (bytes, truth) in samples(folder)? {
            let found = examine(&bytes, &truth)?;
            if !known.insert(found.file.clone()) {
                continue;
            }
            line("samples", None, &found);
            values.add("samples", &found, &found.misses);
            columns.add("samples", &found, &found.column_misses);
            all.push(found);
        }
    }
    let mut sets = vec![summary("samples", &all)];
    let seeds = [first, first.wrapping_add(101), first.wrapping_add(202), first.wrapping_add(303)];
    let tuned = made("tuned on", &mess::shapes(), mess::make, seeds, |shape, seed, found| {
        line("tuned on", Some((shape, seed)), found);
        let of = format!("tuned on {shape} seed {seed}");
        values.add(&of, found, &found.misses);
        columns.add(&of, found, &found.column_misses);
    })?;
    sets.push(summary("tuned on, all seeds", &tuned));
    // No line a file: even which of them do badly is more than a tuner should know.
    let held_out = made("unseen", &mess::unseen_shapes(), mess::make_unseen, seeds, |shape, seed, found| {
        let of = format!("unseen {shape} seed {seed}");
        unseen.add(&of, found, &found.misses);
        unseen.add(&of, found, &found.column_misses);
    })?;
    sets.push(summary("unseen, all seeds", &held_out));
    eprint!("{}", side_by_side(&sets));
    [values, columns, unseen].iter().try_for_each(Misses::write)
}

/// Examines every shape of a set under every seed, with a summary of each seed.
fn made(
    set: &str,
    shapes: &[&'static str],
    make: fn(&str, u64, Option<usize>) -> Option<Mess>,
    seeds: [u64; 4],
    mut keep: impl FnMut(&str, u64, &Findings),
) -> Result<Vec<Findings>> {
    let mut every = Vec::new();
    for seed in seeds {
        let mut all = Vec::new();
        for shape in shapes {
            let made = make(shape, seed, None).context("a shape of the list")?;
            let found = examine(&made.bytes, &made.truth).with_context(|| format!("{set}, {shape} of seed {seed}"))?;
            keep(shape, seed, &found);
            all.push(found);
        }
        summary(&format!("{set}, seed {seed}"), &all);
        every.append(&mut all);
    }
    Ok(every)
}

/// The sets beside each other, as a table for people.
fn side_by_side(sets: &[Value]) -> String {
    type Read = fn(&Value) -> String;
    let mut out = String::from("\n| |");
    for set in sets {
        let _ = write!(out, " {} |", set["summary"].as_str().unwrap_or_default());
    }
    out.push_str("\n|---|");
    out.push_str(&"---|".repeat(sets.len()));
    out.push('\n');
    let rows: [(&str, Read); 7] = [
        ("files", |s| s["files"].to_string()),
        ("columns: right / asked / wrong, %", |s| three(&s["columns"])),
        ("columns right, mean of files, %", |s| s["columns_right_percent_mean_of_files"].to_string()),
        ("calibration error, 10 bins", |s| s["calibration_error"].to_string()),
        ("facts of the dialect right, %", |s| s["dialect"]["right_percent"].to_string()),
        ("data rows told from others, %", |s| s["rows"]["right_percent"].to_string()),
        ("files with all rows right", |s| s["files_with_all_rows_right"].to_string()),
    ];
    for (name, read) in rows {
        let _ = write!(out, "| {name} |");
        sets.iter().for_each(|set| {
            let _ = write!(out, " {} |", read(set));
        });
        out.push('\n');
    }
    for kind in ["phone", "money", "date", "email", "name", "all"] {
        for (which, said) in [("values", "as proposed"), ("values_once_columns_are_right", "columns put right")] {
            let _ = write!(out, "| {kind}, {said}: right / right or held, % |");
            for set in sets {
                let score = &set[which][kind];
                let _ = write!(out, " {} / {} |", score["right_percent"], score["right_or_held_percent"]);
            }
            out.push('\n');
        }
    }
    out
}

fn three(score: &Value) -> String {
    let all = score["all"].as_u64().unwrap_or(0);
    let part = |name: &str| percent(score[name].as_u64().unwrap_or(0), all);
    format!("{:.1} / {:.1} / {:.1} of {all}", part("right"), part("held"), part("wrong"))
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

/// The mean over files of right, and of right or held, in a hundred: the longest file must not speak for all.
fn mean_of_files(files: &[Findings], of: fn(&Findings) -> &BTreeMap<String, Score>) -> Value {
    let mut shares: BTreeMap<&str, Vec<(f64, f64)>> = BTreeMap::new();
    for (kind, score) in files.iter().flat_map(of).filter(|(_, s)| s.all() > 0) {
        let share = (percent(score.right, score.all()), percent(score.right + score.held, score.all()));
        shares.entry(kind).or_default().push(share);
    }
    let mean = |all: &[(f64, f64)], of: fn(&(f64, f64)) -> f64| {
        (all.iter().map(of).sum::<f64>() * 1000.0 / all.len() as f64).round() / 1000.0
    };
    shares
        .into_iter()
        .map(|(kind, all)| {
            let means = json!({ "right_percent": mean(&all, |s| s.0), "right_or_held_percent": mean(&all, |s| s.1) });
            (kind.to_owned(), means)
        })
        .collect::<serde_json::Map<_, _>>()
        .into()
}

/// Prints the sums of a set, and returns them.
fn summary(set: &str, files: &[Findings]) -> Value {
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
    let sums = json!({
            "bench": "understanding", "summary": set, "files": files.len(),
            "columns": total(|f| f.columns), "columns_right_percent_mean_of_files": (mean * 1000.0).round() / 1000.0,
            "dialect": total(|f| f.dialect), "rows": total(|f| f.rows),
            "files_with_all_rows_right": whole,
            "values": kinds(|f| &f.values), "values_once_columns_are_right": kinds(|f| &f.told),
            "values_mean_of_files": mean_of_files(files, |f| &f.values),
            "values_once_columns_are_right_mean_of_files": mean_of_files(files, |f| &f.told),
            "calibration_error": (calibration_error(&confidences) * 10_000.0).round() / 10_000.0,
            "mapped_columns": confidences.len(),
    });
    println!("{sums}");
    sums
}
