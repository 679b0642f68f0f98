//! The daily surface in the real window, beside an empty one: how soon the first list is painted, what scrolling and
//! typing cost with and without an import beside them, and how much memory the window holds. One JSON line a
//! measurement.

mod page;
mod process;

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::{Value, json};

use crate::window::key;
use crate::{Desk, Window, programs};

/// What to measure.
#[derive(Clone, Debug)]
pub struct Options {
    /// The workspace; files are brought into it.
    pub workspace: PathBuf,
    /// Clients to bring in: during the first file somebody scrolls, during the second somebody types. None: neither.
    pub files: Vec<PathBuf>,
    /// How often each window is started.
    pub starts: usize,
    /// How long is scrolled, in seconds.
    pub seconds: u64,
}

/// What is typed into the search: names, a slip, digits, something that was said, two things at once.
const TYPED: &[&str] = &["mukherjee", "rina bose", "anjli sharma", "98300", "payment plan", "kolkata das", "shrma"];
/// Between two keys of somebody who types quickly.
const PACE: Duration = Duration::from_millis(110);
/// For what takes its time on a busy machine.
const PATIENCE: Duration = Duration::from_secs(600);

/// Measures and prints one JSON line each.
///
/// # Errors
/// When a window or a program does not do what was asked.
pub fn run(options: &Options) -> Result<()> {
    let (empty, full) = (Desk::new(), Desk::new());
    starts(options, &empty, &full)?;
    reference(options, &empty)?;
    let window = contacts(options, &full);
    say("memory", memory(&full, "scrolled"));
    page::listen(&window);
    say("scrolling", scrolled(&full, &window, || Ok(false), options.seconds)?);
    say("memory", memory(&full, "after scrolling"));
    say("typing", typed(&full, &window, || Ok(false), 2)?);
    if let Some(file) = options.files.first() {
        let mut import = Import::begin(options, file)?;
        let mut line = scrolled(&full, &window, || import.goes_on(), 0)?;
        line["import"] = import.end()?;
        say("scrolling while an import commits", line);
    }
    if let Some(file) = options.files.get(1) {
        let mut import = Import::begin(options, file)?;
        let mut line = typed(&full, &window, || import.goes_on(), 1)?;
        line["import"] = import.end()?;
        say("typing while an import commits", line);
    }
    say("memory", memory(&full, "at the end"));
    let complaints = window.complaints();
    ensure!(complaints.is_empty(), "the page complains: {complaints:?}");
    Ok(())
}

fn say(what: &str, mut line: Value) {
    line["bench"] = "surfaces".into();
    line["part"] = "window".into();
    line["what"] = what.into();
    line["load"] = process::load().into();
    println!("{line}");
}

/// The window on the list of contacts, with its first rows there.
fn contacts(options: &Options, desk: &Desk) -> Window {
    let window =
        desk.open(["--workspace".as_ref(), options.workspace.as_os_str(), "--at".as_ref(), "contacts".as_ref()]);
    window.see_within("[data-testid='contacts-row']", PATIENCE);
    window
}

/// Starts both windows in turn: from the start of the process to the frame with the first rows (or with the welcome).
fn starts(options: &Options, empty: &Desk, full: &Desk) -> Result<()> {
    let (mut of_empty, mut of_list, mut of_today) = (Vec::new(), Vec::new(), Vec::new());
    let mut held = [Vec::new(), Vec::new()];
    let mut work: [Vec<f64>; 3] = Default::default();
    // The first of each only brings the programs into the disk's cache.
    for time in 0..=options.starts {
        let window = empty.open::<&str>([]);
        window.see("[data-testid='welcome']");
        of_empty.push(page::painted(&window, "welcome", process::of(empty)?)?);
        work[0].push(process::processor(empty)?);
        held[0].push(process::memory(empty)?);
        drop(window);
        let window = contacts(options, full);
        of_list.push(page::painted(&window, "list", process::of(full)?)?);
        work[1].push(process::processor(full)?);
        held[1].push(process::memory(full)?);
        drop(window);
        let window = full.open(["--workspace".as_ref(), options.workspace.as_os_str()]);
        window.see_within("[data-testid='today']", PATIENCE);
        page::wait_for(&window, "today")?;
        of_today.push(page::painted(&window, "today", process::of(full)?)?);
        work[2].push(process::processor(full)?);
        if time == 0 {
            [&mut of_empty, &mut of_list, &mut of_today].into_iter().for_each(Vec::clear);
            held.iter_mut().for_each(Vec::clear);
            work.iter_mut().for_each(Vec::clear);
        }
    }
    let middle = |times: &[f64]| page::at(times, 0.5);
    let (e, l, t) = (middle(&of_empty), middle(&of_list), middle(&of_today));
    // What processors did until the screen was seen to be there: a little more than until it was painted.
    let [e_work, l_work, t_work] = [&work[0], &work[1], &work[2]].map(|times| middle(times));
    say(
        "start",
        json!({
            "starts": options.starts, "empty_ms": page::shares(&of_empty), "contacts_ms": page::shares(&of_list),
            "today_ms": page::shares(&of_today), "contacts_to_empty": page::round(l / e),
            "today_to_empty": page::round(t / e), "empty_processor_ms": e_work, "contacts_processor_ms": l_work,
            "today_processor_ms": t_work, "contacts_to_empty_processor": page::round(l_work / e_work),
            "today_to_empty_processor": page::round(t_work / e_work),
        }),
    );
    for (what, of) in [("empty", &held[0]), ("contacts", &held[1])] {
        let mib = |pick: fn(&process::Memory) -> f64| page::at(&of.iter().map(pick).collect::<Vec<_>>(), 0.5);
        say(
            "memory",
            json!({ "window": what, "host_mb": mib(|m| m.host), "host_own_mb": mib(|m| m.own), "all_mb": mib(|m| m.all) }),
        );
    }
    Ok(())
}

fn memory(desk: &Desk, when: &str) -> Value {
    match process::memory(desk) {
        Ok(m) => json!({ "window": when, "host_mb": m.host, "host_own_mb": m.own, "all_mb": m.all }),
        Err(problem) => json!({ "window": when, "problem": format!("{problem:#}") }),
    }
}

/// A page of plain text scrolled in the same way in the empty window: what this machine draws at this time at best.
fn reference(options: &Options, desk: &Desk) -> Result<()> {
    let window = desk.open::<&str>([]);
    window.see("[data-testid='welcome']");
    window.size(1280, 800);
    page::listen(&window);
    page::lay_plain_text(&window);
    say("plain text, scrolled", scrolled(desk, &window, || Ok(false), options.seconds.min(10))?);
    Ok(())
}

/// Scrolls for so many seconds, and as long as something goes on.
fn scrolled(desk: &Desk, window: &Window, mut goes_on: impl FnMut() -> Result<bool>, seconds: u64) -> Result<Value> {
    let _ = page::taken(window);
    let (begun, before) = (Instant::now(), process::processor(desk)?);
    page::scroll(window, true);
    while begun.elapsed() < Duration::from_secs(seconds) || goes_on()? {
        ensure!(begun.elapsed() < PATIENCE, "it went on for {} s", PATIENCE.as_secs());
        std::thread::sleep(Duration::from_millis(200));
    }
    page::scroll(window, false);
    let mut line = page::taken(window);
    per_frame(&mut line, process::processor(desk)? - before);
    Ok(line)
}

/// What processors did for each frame: on a machine that others use, this says more than how long a frame took.
fn per_frame(line: &mut Value, processor: f64) {
    let frames = line["frames"].as_f64().unwrap_or_default().max(1.0);
    line["processor_ms"] = page::round(processor).into();
    line["processor_ms_a_frame"] = page::round(processor / frames).into();
}

/// Types into the search so often all that is typed, and as long as something goes on.
fn typed(desk: &Desk, window: &Window, mut goes_on: impl FnMut() -> Result<bool>, times: usize) -> Result<Value> {
    window.chord(&[key::CONTROL, "k"]);
    window.see("[data-testid='palette-input']");
    let _ = page::taken(window);
    let before = process::processor(desk)?;
    let mut time = 0;
    let mut keys = 0_u64;
    while time < times || goes_on()? {
        for text in TYPED {
            window.chord(&[key::CONTROL, "a"]);
            for letter in text.chars() {
                window.chord(&[&letter.to_string()]);
                keys += 1;
                std::thread::sleep(PACE);
            }
        }
        time += 1;
    }
    let mut line = page::taken(window);
    let processor = process::processor(desk)? - before;
    per_frame(&mut line, processor);
    line["processor_ms_a_key"] = page::round(processor / keys.max(1) as f64).into();
    line["keys"] = keys.into();
    window.press(&[key::ESCAPE]);
    window.see_no("[data-testid='palette-input']");
    Ok(line)
}

/// An import beside the window, in a process of its own.
struct Import(std::thread::JoinHandle<Result<Value>>);

impl Import {
    fn begin(options: &Options, file: &std::path::Path) -> Result<Self> {
        let (workspace, file) = (options.workspace.clone(), file.to_owned());
        let ask = move |words: &[&str]| -> Result<Value> {
            let answer = Command::new(programs::velocity())
                .arg("--workspace")
                .arg(&workspace)
                .arg("--json")
                .args(words)
                .stdin(Stdio::null())
                .output()
                .context("the velocity program can't be started")?;
            let said = String::from_utf8_lossy(&answer.stdout);
            if !answer.status.success() {
                bail!("`velocity {}` failed: {said}", words.join(" "));
            }
            serde_json::from_str(&said).with_context(|| format!("`velocity {}` answered no JSON", words.join(" ")))
        };
        let work = move || {
            let begun = Instant::now();
            let made = ask(&["import", "run", file.to_str().context("the file's name is no text")?])?;
            let planned = begun.elapsed();
            let done = ask(&["import", "approve", made["import_id"].as_str().context("an import has an id")?])?;
            let seconds = |time: Duration| page::round(time.as_secs_f64());
            Ok(json!({
                "run_s": seconds(planned), "approve_s": seconds(begun.elapsed() - planned), "applied": done["applied"],
            }))
        };
        Ok(Self(std::thread::Builder::new().name("import".into()).spawn(work)?))
    }

    fn goes_on(&mut self) -> Result<bool> {
        Ok(!self.0.is_finished())
    }

    fn end(self) -> Result<Value> {
        self.0.join().unwrap_or_else(|_| bail!("the import fell"))
    }
}
