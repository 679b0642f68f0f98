//! The kill harness: real `velocity` processes killed with SIGKILL at random points, and what is left looked at.
//!
//! What a process acknowledged it said on a pipe ([`strike`]), and it was written down outside it ([`notary`]). After
//! each kill two witnesses look ([`witness`]): plain SQL beside the product, and the product itself. Every story ends
//! with the work gone on with to its end, which must be the end of work that nobody disturbed ([`story`]).
//!
//! Kills are aimed, since a kill between two writes shows little: at a write drawn from those that are still to come,
//! and at a moment within the time for which it is usually open. A few fall on purpose elsewhere: during the start,
//! between writes, at the end. Whether a write was open is not assumed but read from the last receipt.

mod erase;
mod imports;
mod migrate;
mod notary;
mod place;
mod records;
mod report;
mod story;
mod strike;
mod told;
mod witness;

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use anyhow::{Context as _, Result, bail, ensure};
use testkit::Draw;

use self::notary::{Ledger, Notary};
use self::place::Place;
use self::story::{Course, Operation, Usual};
use self::strike::strike;
use self::told::Told;

pub use self::report::{Report, SHARE, Tally};
pub use self::witness::{Fault, Finding};

/// Kills in one story at most: then the work is gone on with undisturbed and its end compared.
const IN_A_STORY: usize = 5;
/// The same of a story on a list of a given length, which takes minutes: its kills are spread over the whole of it.
const IN_A_LONG_STORY: usize = 20;
/// Commands in one story; more mean that it does not come to an end.
const COMMANDS: usize = 150;
/// Workspaces that are kept for somebody to look at.
const KEPT: usize = 3;

/// Where kills fall.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Moment {
    /// Into open writes, and a few elsewhere.
    #[default]
    Write,
    /// Right after an acknowledgement: where a program that gives it too early is caught.
    Acknowledged,
}

/// What to do.
#[derive(Clone, Debug)]
pub struct Options {
    /// The program.
    pub program: PathBuf,
    /// How many processes are to be killed.
    pub kills: usize,
    /// What is random follows from it; the race between two processes does not.
    pub seed: u64,
    /// Only these operations; all when none is named.
    pub only: Vec<String>,
    /// A list of so many rows is brought in, approved and undone, and nothing else; the short ones when none is given.
    pub rows: Option<u64>,
    /// Stories told at once.
    pub threads: usize,
    /// Where kills fall.
    pub moment: Moment,
    /// Says on standard error how far it is.
    pub progress: bool,
    /// Keeps the first workspaces with findings, and the log of what was acknowledged, for somebody to look at.
    pub keep: bool,
}

/// The names of all operations.
#[must_use]
pub fn operations() -> Vec<&'static str> {
    all(None).iter().map(|operation| operation.name()).collect()
}

/// All operations; with a number of rows only those on a file, of so many.
fn all(rows: Option<u64>) -> Vec<Box<dyn Operation>> {
    let imports = imports::Import::all(rows).map(|import| Box::new(import) as Box<dyn Operation>);
    let others: Vec<Box<dyn Operation>> = vec![
        Box::new(records::Merge),
        Box::new(records::Edit),
        Box::new(erase::Erase),
        Box::new(migrate::Migrate::default()),
    ];
    imports.into_iter().chain(if rows.is_some() { Vec::new() } else { others }).collect()
}

/// An operation with all that is needed to tell its stories.
struct Ground {
    operation: Box<dyn Operation>,
    start: Place,
    course: Course,
    /// The end of an undisturbed story.
    end: Vec<String>,
    state: Mutex<State>,
}

struct State {
    /// Kills still to be had, and all of them.
    left: usize,
    of: usize,
    stories: u64,
    /// Stories in a row without a kill.
    idle: usize,
    /// How much of a write's usual time kills are spread over: it shrinks when they come too late and grows when they
    /// hit, so that on a busy or another machine about nineteen of twenty still hit.
    reach: f64,
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Kills processes and says what was found. Faults of the product are in the report; an error is the harness's own.
///
/// # Errors
/// When a program is missing, a workspace can't be made, an undisturbed story fails, or kills can't be had.
pub fn run(options: &Options) -> Result<Report> {
    let begun = Instant::now();
    for name in &options.only {
        ensure!(operations().contains(&name.as_str()), "there is no operation {name}: {}", operations().join(", "));
    }
    let log = tempfile::Builder::new().prefix("velocity-kill-acknowledged-").suffix(".log").tempfile()?;
    let notary = Notary::new(log.path())?;
    let mut report = Report { seed: options.seed, ..Report::default() };
    let mut grounds = Vec::new();
    for operation in all(options.rows) {
        let name = operation.name();
        if !options.only.is_empty() && !options.only.iter().any(|only| only == name) {
            continue;
        }
        let start = operation.prepare(&options.program).with_context(|| format!("preparing {name}"))?;
        if let Some(why) = operation.missing(&Place::copy_of(&start, &options.program)?)? {
            report.skipped.push((name, why));
            continue;
        }
        let (course, end) = undisturbed(operation.as_ref(), &start, options, &notary)
            .with_context(|| format!("{name}, which nobody disturbed"))?;
        report.tallies.push((name, Tally::default()));
        let state = Mutex::new(State { left: 0, of: 0, stories: 0, idle: 0, reach: 0.6 });
        grounds.push(Ground { operation, start, course, end, state });
    }
    share_out(&grounds, options.kills)?;

    let kept = Mutex::new(0);
    let shared = Mutex::new(report);
    let problems: Mutex<Vec<anyhow::Error>> = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..options.threads.max(1) {
            let _ = scope.spawn(|| {
                while lock(&problems).is_empty() {
                    match next_story(&grounds, options, &notary, &shared, &kept) {
                        Ok(true) => {}
                        Ok(false) => break,
                        Err(problem) => lock(&problems).push(problem),
                    }
                }
            });
        }
    });
    if let Some(problem) = problems.into_inner().unwrap_or_else(PoisonError::into_inner).pop() {
        return Err(problem);
    }
    drop(notary);
    let mut report = shared.into_inner().unwrap_or_else(PoisonError::into_inner);
    report.took = begun.elapsed();
    if options.keep && !report.findings.is_empty() {
        report.findings.push(format!("What was acknowledged: {}", log.into_temp_path().keep()?.display()));
    }
    Ok(report)
}

/// Gives every operation its part of the kills.
fn share_out(grounds: &[Ground], kills: usize) -> Result<()> {
    let weights: usize = grounds.iter().map(|ground| ground.operation.weight()).sum();
    ensure!(weights > 0, "none of the operations can be tried");
    let (mut given, mut weight) = (0, 0);
    for ground in grounds {
        weight += ground.operation.weight();
        let upto = kills * weight / weights;
        let mut state = lock(&ground.state);
        (state.left, state.of) = (upto - given, upto - given);
        given = upto;
    }
    Ok(())
}

/// Tells a story that nobody disturbs: how long its writes are open, and how it ends.
fn undisturbed(
    operation: &dyn Operation,
    start: &Place,
    options: &Options,
    notary: &Notary,
) -> Result<(Course, Vec<String>)> {
    let place = Place::copy_of(start, &options.program)?;
    let pen = notary.pen(&format!("{}-undisturbed", operation.name()));
    let mut draw = Draw::new(options.seed);
    let mut course = Course::new();
    let mut ledger = Ledger::new();
    let mut story = operation.begin(&place, &course)?;
    for _ in 0..COMMANDS {
        let Some(step) = story.next(&place, &mut draw)? else {
            ensure!(operation.is_silent() || !course.is_empty(), "no write gave a receipt");
            let mut wrong = witness::by_sql(&place, &ledger).0;
            wrong.extend(witness::by_product(&place).0);
            if let Some(finding) = wrong.first() {
                bail!("{}", finding.what);
            }
            return Ok((course, operation.end(&place)?));
        };
        let struck = strike(&place, &step.arguments, None, &pen)?;
        ensure!(struck.code == Some(0), "{:?} failed: {}\n{}", step.arguments, struck.json, struck.said);
        ledger.extend(struck.acknowledged.iter().cloned());
        if let Some(finding) = story.after(&place, &step, &struck)?.first() {
            bail!("{}", finding.what);
        }
        let _ = course.entry(step.class).or_insert(Usual { spans: struck.spans, tail: struck.tail, told: struck.told });
    }
    bail!("it does not come to an end")
}

/// Tells one story of the operation that is furthest behind; whether there was one to tell.
fn next_story(
    grounds: &[Ground],
    options: &Options,
    notary: &Notary,
    report: &Mutex<Report>,
    kept: &Mutex<usize>,
) -> Result<bool> {
    let behind = |ground: &&Ground| {
        let state = lock(&ground.state);
        (state.left > 0).then(|| (state.of - state.left) * 1000 / state.of)
    };
    let Some(ground) = grounds.iter().filter(|g| behind(g).is_some()).min_by_key(behind) else { return Ok(false) };
    let name = ground.operation.name();
    let (kills, number) = {
        let mut state = lock(&ground.state);
        state.stories += 1;
        let mut draw = Draw::new(options.seed ^ (state.stories << 20));
        let most = if options.rows.is_some() { IN_A_LONG_STORY } else { IN_A_STORY };
        let kills = (1 + draw.below(most)).min(state.left);
        state.left -= kills;
        (kills, state.stories)
    };
    if kills == 0 {
        return Ok(true); // Another thread took the last ones.
    }
    let title = format!("{name}-{number}");
    let mut told = Told::new(ground, options, kills, number)?;
    told.tell(notary, &title).with_context(|| title.clone())?;
    let mut state = lock(&ground.state);
    state.left += kills - told.tally.kills;
    state.idle = if told.tally.kills == 0 { state.idle + 1 } else { 0 };
    ensure!(state.idle < 50, "{name}: 50 stories in a row ended before anything could be killed");
    drop(state);
    let mut whose = title;
    if options.keep && !told.findings.is_empty() {
        let mut kept = lock(kept);
        *kept += 1;
        if *kept <= KEPT {
            whose.push_str(&format!(" (kept in {})", told.place.keep().display()));
        }
    }
    let mut report = lock(report);
    report.note(name, &told.tally, &told.findings, &whose);
    if options.progress {
        eprintln!("{whose}: {} kills, {} so far", told.tally.kills, report.sum().kills);
    }
    Ok(true)
}
