//! Merges decided one after the other in the real window by keyboard alone, and taken apart again: how long each took
//! from the key to the next item painted, as the page measures it, and whether the graph is the same bytes afterwards.

mod page;
#[cfg(target_os = "linux")]
pub mod surfaces;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use crate::bench::page::Sat;
use crate::{Desk, programs};

/// What to run.
#[derive(Clone, Debug)]
pub struct Options {
    /// The people of the graph, as a CSV file.
    pub file: PathBuf,
    /// How many merges to decide.
    pub merges: usize,
    /// Milliseconds between an item's coming and the next key.
    pub pace_ms: u64,
    /// The program that brings the people in and looks for duplicates; the one beside this unless another is named: an
    /// optimised one is done sooner, and what is measured comes after it.
    pub maker: Option<PathBuf>,
}

/// Runs it in a workspace of its own; the figures as one JSON document.
///
/// # Errors
/// When a program fails or the window does not do what a key asked for.
pub fn run(options: &Options) -> Result<Value> {
    let desk = Desk::new();
    let program = programs::velocity();
    let folder = desk.path("workspace");
    let maker = options.maker.clone().unwrap_or_else(|| program.clone());
    let making = Place { desk: &desk, folder: folder.clone(), program: maker };
    let place = Place { desk: &desk, folder, program };
    let _ = making.ask(&["init"])?;
    let file = options.file.to_str().context("the file's name is no text")?;
    timed("import", || {
        let run = making.ask(&["import", "run", file])?;
        making.ask(&["import", "approve", run["import_id"].as_str().context("an import has an id")?])
    })?;
    let people = making.ask(&["list", "person", "--limit", "1"])?;
    timed("duplicates", || plant(&making, options.merges))?;
    let scan = timed("scan", || making.ask(&["identity", "scan"]))?;
    let before = place.graph("before")?;
    let Sat { painted, slow: stalls, decided, refused } =
        timed("review", || page::decide(&desk, &place.folder, options.merges, options.pace_ms))?;
    for line in &refused {
        eprintln!("refused in the window: {line}");
    }
    let not_merged = place.not_applied(&decided)?;
    for line in &not_merged {
        eprintln!("not merged: {line}");
    }
    let apart = timed("unmerge", || place.unmerge())?;
    let after = place.graph("after")?;
    let mut sorted = painted.clone();
    sorted.sort_by(f64::total_cmp);
    let at = |share: f64| {
        let last = sorted.len().saturating_sub(1);
        // Lists are short: rounding down is the nearest rank.
        sorted.get(((last as f64) * share) as usize).map(|ms| (ms * 10.0).round() / 10.0)
    };
    Ok(json!({
        "bench": "review", "people": people["total"], "scan_pairs": scan["pairs"],
        "merges": painted.len(), "pace_ms": options.pace_ms, "optimised": !cfg!(debug_assertions),
        "median_ms": at(0.5), "p95_ms": at(0.95), "max_ms": at(1.0), "over_100_ms": stalls, "refused": refused.len(), "not_merged": not_merged.len(),
        "unmerged": apart, "same_bytes_after": before == after,
    }))
}

/// Runs a stage and says on standard error how long it took.
fn timed<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let begun = Instant::now();
    let done = work().with_context(|| name.to_owned());
    eprintln!("{name}: {:.1} s", begun.elapsed().as_secs_f64());
    done
}

/// The workspace and the command line that looks into it.
struct Place<'a> {
    desk: &'a Desk,
    folder: PathBuf,
    program: PathBuf,
}

impl Place<'_> {
    /// What the command line says, as JSON.
    fn ask(&self, words: &[&str]) -> Result<Value> {
        let mut arguments: Vec<OsString> = vec!["--workspace".into(), self.folder.clone().into(), "--json".into()];
        arguments.extend(words.iter().map(Into::into));
        let mut command = Command::new(&self.program);
        command.args(arguments).stdin(Stdio::null());
        self.desk.host(&mut command);
        let answer = command.output().context("the velocity program can't be started")?;
        let said = String::from_utf8_lossy(&answer.stdout);
        if !answer.status.success() {
            bail!("`velocity {}` failed: {said}", words.join(" "));
        }
        serde_json::from_str(&said).with_context(|| format!("`velocity {}` answered no JSON", words.join(" ")))
    }

    /// The graph's bytes.
    fn graph(&self, name: &str) -> Result<Vec<u8>> {
        let file = self.desk.path(&format!("{name}.jsonl"));
        let _ = self.ask(&["export", "graph", "--out", path(&file)?])?;
        std::fs::read(&file).with_context(|| file.display().to_string())
    }

    /// What was approved in the window and is not in the graph: its state, its name and the records it is about.
    fn not_applied(&self, decided: &[String]) -> Result<Vec<String>> {
        let mut out = Vec::new();
        for id in decided {
            let item = self.ask(&["review", "show", id])?;
            if item["state"] != "applied" {
                let about: Vec<&str> = std::iter::once(&item["entity"]["id"])
                    .chain(item["candidates"].as_array().into_iter().flatten().map(|c| &c["entity"]["id"]))
                    .filter_map(Value::as_str)
                    .collect();
                let twice = decided.iter().filter(|other| *other == id).count();
                out.push(format!(
                    "{id} is {} ({}), about {about:?}, pressed {twice} times",
                    item["state"], item["title"]
                ));
            }
        }
        out.dedup();
        Ok(out)
    }

    /// Takes every merge apart that was decided here, the newest first; how many there were.
    fn unmerge(&self) -> Result<usize> {
        let mut apart = 0;
        // What is taken back is listed still, so that there is one page for each time of asking.
        let made = self.ask(&["review", "decisions", "--limit", "200"])?;
        for row in made["rows"].as_array().into_iter().flatten() {
            let merges = row["kind"] == "merge" && row["stands"].as_u64().is_some_and(|stands| stands > 0);
            if let Some(id) = row["decision_id"].as_str().filter(|_| merges) {
                let _ = self.ask(&["review", "undo", id])?;
                apart += 1;
            }
        }
        Ok(apart)
    }
}

fn path(file: &Path) -> Result<&str> {
    file.to_str().context("a path is no text")
}

/// Types so many people in once more, as somebody does who did not find them: another spelling, the same phone.
fn plant(place: &Place<'_>, merges: usize) -> Result<()> {
    let mut twins = 0;
    let mut cursor: Option<String> = None;
    while twins < merges {
        let mut words = vec!["list", "person", "--limit", "500"];
        if let Some(cursor) = &cursor {
            words.extend(["--cursor", cursor]);
        }
        let page = place.ask(&words)?;
        for row in page["rows"].as_array().into_iter().flatten() {
            let text = |name: &str| row[name].as_str().filter(|text| !text.is_empty());
            let (Some(name), Some(phone), Some(email)) = (text("name"), text("phone"), text("email")) else { continue };
            if twins < merges && phone.starts_with('+') {
                let fields = [format!("full_name={}", spelt(name)), format!("phone={phone}"), format!("email={email}")];
                let _ = place.ask(&["create", "person", &fields[0], &fields[1], &fields[2], "job_title=Partner"])?;
                twins += 1;
            }
        }
        cursor = page["next_cursor"].as_str().map(str::to_owned);
        ensure!(cursor.is_some() || twins >= merges, "too few people have a phone and an e-mail");
    }
    Ok(())
}

/// A name as somebody else would write it: its last letter twice.
fn spelt(name: &str) -> String {
    name.chars().chain(name.chars().last()).collect()
}

/// How long the window may take to write what was decided.
const PATIENCE: Duration = Duration::from_secs(600);
