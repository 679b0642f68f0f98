//! A file beside a large graph: how long `import run` takes to its proposals where so many clients are there. Half of the
//! file's rows are of people who are there, half of people who are not. The workspace is made once, by importing the people
//! and approving them, and kept; each run has a copy of its own.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::shell;

/// Rows of the file, half of them known.
const ROWS: usize = 10_000;
/// Runs, each in a copy of the workspace.
const RUNS: usize = 3;

/// Measures the row, and prints it. `all`: made-up rows of some more people than `clients`, several of most.
///
/// # Errors
/// When something can't be made or `velocity` fails.
pub(super) fn run(velocity: &Path, all: &Path, folder: &Path, clients: usize) -> Result<()> {
    let folder = folder.join(format!("beside-{clients}"));
    std::fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    let (people, file) = (folder.join("people.csv"), folder.join("file.csv"));
    if !file.is_file() {
        split(all, clients, &people, &file)?;
    }
    let workspace = folder.join("workspace");
    if !workspace.is_dir() {
        made(velocity, &people, &workspace)?;
    }
    let copy = folder.join("copy");
    let mut took: Vec<(f64, f64)> = Vec::new();
    let mut fates = Value::Null;
    for _ in 0..RUNS {
        if copy.exists() {
            std::fs::remove_dir_all(&copy)?;
        }
        copied(&workspace, &copy)?;
        let (before, _) = shell::children()?;
        let begun = Instant::now();
        let found = answered(in_workspace(velocity, &copy).args(["import", "run"]).arg(&file))?;
        let seconds = begun.elapsed().as_secs_f64();
        took.push((seconds, shell::children()?.0 - before));
        fates = found["fates"].clone();
    }
    std::fs::remove_dir_all(&copy)?;
    let round = |n: f64| (n * 100.0).round() / 100.0;
    let least = |of: fn(&(f64, f64)) -> f64| took.iter().map(of).fold(f64::INFINITY, f64::min);
    println!(
        "{}",
        json!({
            "bench": "identity", "row": "file beside a graph", "clients": clients, "rows": ROWS,
            "seconds": round(least(|t| t.0)), "cpu_seconds": round(least(|t| t.1)), "fates": fates, "target": 2.0,
        })
    );
    Ok(())
}

/// The first row of each of so many people, and a file of further rows: half of them of these people.
fn split(all: &Path, clients: usize, people: &Path, file: &Path) -> Result<()> {
    let mut reader = csv::Reader::from_path(all).with_context(|| all.display().to_string())?;
    let headers = reader.headers()?.clone();
    let place = |name: &str| headers.iter().position(|h| h == name).with_context(|| format!("no column {name}"));
    let (truth, id) = (place("cluster")?, place("record_id")?);
    let kept = |record: &csv::StringRecord| -> csv::StringRecord {
        let cells = record.iter().enumerate().filter(|(at, _)| *at != truth && *at != id);
        cells.map(|(_, cell)| cell).collect()
    };
    let unfinished = file.with_extension("part");
    let (mut base, mut more) = (csv::Writer::from_path(people)?, csv::Writer::from_path(&unfinished)?);
    base.write_record(&kept(&headers))?;
    more.write_record(&kept(&headers))?;
    let (mut there, mut new) = (HashSet::new(), HashSet::new());
    let mut known = 0;
    for record in reader.records() {
        let record = record?;
        let who = record.get(truth).unwrap_or_default().to_owned();
        if there.contains(&who) {
            // Not the first that come: those of people who were met early.
            if there.len() == clients && known < ROWS / 2 {
                known += 1;
                more.write_record(&kept(&record))?;
            }
        } else if there.len() < clients {
            there.insert(who);
            base.write_record(&kept(&record))?;
        } else if new.len() < ROWS / 2 && new.insert(who) {
            more.write_record(&kept(&record))?;
        }
    }
    base.flush()?;
    more.flush()?;
    if there.len() < clients || known + new.len() < ROWS {
        bail!("{} has too few people", all.display());
    }
    std::fs::rename(&unfinished, file)?;
    Ok(())
}

/// A workspace of these people: imported, what is safe of it approved.
fn made(velocity: &Path, people: &Path, workspace: &Path) -> Result<()> {
    let unfinished = workspace.with_extension("part");
    if unfinished.exists() {
        std::fs::remove_dir_all(&unfinished)?;
    }
    answered(in_workspace(velocity, &unfinished).arg("init"))?;
    let found = answered(in_workspace(velocity, &unfinished).args(["import", "run"]).arg(people))?;
    let id = found["import_id"].as_str().context("an import has an id")?;
    answered(in_workspace(velocity, &unfinished).args(["import", "approve", id]))?;
    std::fs::rename(&unfinished, workspace)?;
    Ok(())
}

fn in_workspace(velocity: &Path, workspace: &Path) -> Command {
    let mut command = Command::new(velocity);
    command.arg("--workspace").arg(workspace).arg("--json");
    command
}

fn answered(command: &mut Command) -> Result<Value> {
    let output =
        command.stdin(Stdio::null()).stderr(Stdio::inherit()).output().context("velocity could not be started")?;
    if !output.status.success() {
        bail!("velocity failed: {}", String::from_utf8_lossy(&output.stdout));
    }
    serde_json::from_slice(&output.stdout).context("velocity did not answer in JSON")
}

/// Copies a folder with everything in it.
fn copied(from: &Path, to: &PathBuf) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copied(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_half_of_people_who_are_there() {
        let folder = tempfile::tempdir().unwrap();
        let (all, people, file) =
            (folder.path().join("all.csv"), folder.path().join("people.csv"), folder.path().join("file.csv"));
        let mut text = "record_id,full_name,cluster\n".to_owned();
        let rows = (0..ROWS).chain(0..ROWS).chain(ROWS..2 * ROWS);
        rows.enumerate().for_each(|(row, who)| text.push_str(&format!("{row},Name {who},p{who}\n")));
        std::fs::write(&all, text).unwrap();
        split(&all, ROWS, &people, &file).unwrap();
        let lines = |path: &Path| std::fs::read_to_string(path).unwrap().lines().count();
        assert_eq!((lines(&people), lines(&file)), (ROWS + 1, ROWS + 1));
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(text.starts_with("full_name\nName 0\n") && text.contains(&format!("\nName {ROWS}\n")));
        assert!(split(&all, 3 * ROWS, &people, &file).is_err(), "there are not so many");
    }
}
