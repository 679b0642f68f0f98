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
mod witness;

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use testkit::Draw;

use self::notary::{Ledger, Notary};
use self::place::Place;
use self::story::{Course, Operation, Step};
use self::strike::{Aim, Strike, strike};

pub use self::report::{Report, SHARE, Tally};
pub use self::witness::{Fault, Finding};

/// Kills in one story at most: then the work is gone on with undisturbed and its end compared.
const IN_A_STORY: usize = 5;
/// Of a hundred kills, those that are aimed elsewhere than into a write.
const ELSEWHERE: usize = 5;
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
    all().iter().map(|operation| operation.name()).collect()
}

fn all() -> Vec<Box<dyn Operation>> {
    vec![
        Box::new(imports::Import::Run),
        Box::new(imports::Import::Approve),
        Box::new(imports::Import::Undo),
        Box::new(records::Merge),
        Box::new(records::Edit),
        Box::new(erase::Erase),
        Box::new(migrate::Migrate::default()),
    ]
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
    for operation in all() {
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
        let state = Mutex::new(State { left: 0, of: 0, stories: 0, idle: 0, reach: 0.7 });
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
        let _ = course.entry(step.class).or_insert(struck.spans);
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
        let kills = (1 + draw.below(IN_A_STORY)).min(state.left);
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

/// A story being told.
struct Told<'a> {
    ground: &'a Ground,
    options: &'a Options,
    /// Kills that it is to have.
    kills: usize,
    draw: Draw,
    place: Place,
    ledger: Ledger,
    /// Groups that were there at the beginning, and those since that nobody was told of.
    before: usize,
    untold: usize,
    tally: Tally,
    findings: Vec<Finding>,
}

impl<'a> Told<'a> {
    fn new(ground: &'a Ground, options: &'a Options, kills: usize, number: u64) -> Result<Self> {
        // Each operation and each story has draws of its own, whatever threads there are.
        let own = ground.operation.name().bytes().fold(number, |sum, byte| sum.wrapping_mul(31) + u64::from(byte));
        let mut draw = Draw::new(options.seed ^ own);
        let draw = Draw::new(draw.bits());
        let place = Place::copy_of(&ground.start, &options.program)?;
        let ledger = Ledger::new();
        let before = witness::by_sql(&place, &ledger).1;
        let (tally, findings) = (Tally::default(), Vec::new());
        Ok(Self { ground, options, kills, draw, place, ledger, before, untold: 0, tally, findings })
    }

    fn find(&mut self, findings: Vec<Finding>) {
        for finding in &findings {
            *self.tally.faults.entry(finding.fault).or_default() += 1;
        }
        self.findings.extend(findings);
    }

    fn tell(&mut self, notary: &Notary, title: &str) -> Result<()> {
        let operation = self.ground.operation.as_ref();
        let pen = notary.pen(title);
        let mut story = operation.begin(&self.place, &self.ground.course)?;
        for _ in 0..COMMANDS {
            let Some(step) = story.next(&self.place, &mut self.draw)? else { return self.end() };
            let aimed = self.tally.kills < self.kills && self.draw.percent(operation.aimed_at());
            let aim = aimed.then(|| self.aim(&step));
            let struck = strike(&self.place, &step.arguments, aim, &pen)?;
            self.ledger.extend(struck.acknowledged.iter().cloned());
            self.tally.groups += struck.acknowledged.len();
            self.tally.commits += struck.commits;
            self.adapt(aim, &struck);
            if struck.killed {
                self.look(&struck);
            } else {
                let refused = step.may_be_refused && struck.code == Some(3);
                if struck.code != Some(0) && !refused {
                    let what = format!("{:?} failed: {} {}", step.arguments, struck.json, struck.said);
                    self.find(vec![Finding::new(Fault::Mission, what)]);
                    return Ok(());
                }
                self.tally.resumed += usize::from(step.resumes && !refused);
            }
            let own = story.after(&self.place, &step, &struck)?;
            self.find(own);
            // What is lost is lost: the rest of the story would only say so again.
            if !self.findings.is_empty() {
                return Ok(());
            }
        }
        self.find(vec![Finding::new(Fault::End, format!("not done after {COMMANDS} commands"))]);
        Ok(())
    }

    /// Aims the next kill.
    fn aim(&mut self, step: &Step) -> Aim {
        let reach = lock(&self.ground.state).reach;
        let draw = &mut self.draw;
        let micros = |draw: &mut Draw, most: u64| Duration::from_micros(draw.below(most as usize + 1) as u64);
        let writes = step.expect.len();
        if self.ground.operation.is_silent() {
            let usual = step.expect.first().copied().unwrap_or_default();
            return Aim::Locked { after: micros(draw, usual.mul_f64(reach).as_micros() as u64) };
        }
        if self.options.moment == Moment::Acknowledged {
            return Aim::Saved { pass: draw.below(writes), after: micros(draw, 200) };
        }
        if writes == 0 || draw.percent(ELSEWHERE) {
            return if draw.percent(40) {
                Aim::Start { after: micros(draw, 20_000) }
            } else {
                Aim::Saved { pass: draw.below(writes), after: micros(draw, 3_000) }
            };
        }
        // Half of them at any write, half at any moment: long writes would get all, short ones are the more.
        let all: u128 = step.expect.iter().map(Duration::as_micros).sum();
        let mut at = u128::from(draw.bits()) % all.max(1);
        let mut pass = draw.below(writes);
        if draw.percent(50) {
            for (index, span) in step.expect.iter().enumerate() {
                if at < span.as_micros() {
                    pass = index;
                    break;
                }
                at -= span.as_micros();
            }
        }
        let most = step.expect[pass].mul_f64(reach).as_micros() as u64;
        // The end of a write is where it reaches the disk: more of them there.
        let after = if draw.percent(30) {
            Duration::from_micros(most * 4 / 5) + micros(draw, most / 5)
        } else {
            micros(draw, most)
        };
        Aim::Write { pass, after }
    }

    /// Learns from a kill whether they come too late.
    fn adapt(&self, aim: Option<Aim>, struck: &Strike) {
        if !matches!(aim, Some(Aim::Write { .. } | Aim::Locked { .. })) {
            return;
        }
        let mut state = lock(&self.ground.state);
        let factor = if struck.open { 1.012 } else { 0.85 };
        state.reach = (state.reach * factor).clamp(0.05, 3.0);
    }

    /// Looks at what a kill left.
    fn look(&mut self, struck: &Strike) {
        self.tally.kills += 1;
        self.tally.open += usize::from(struck.open);
        self.tally.looks += self.ledger.len();
        // Sometimes the product recovers first, sometimes whoever looks beside it.
        let product_first = self.draw.percent(50);
        let mut findings = Vec::new();
        if !product_first {
            findings.extend(self.look_by_sql());
        }
        if self.ground.operation.is_silent() {
            // To open it is the operation itself: it is opened in a copy, and killed again here.
            match Place::copy_of(&self.place, &self.options.program) {
                Ok(copy) => {
                    let (said, recovery) = witness::by_product(&copy);
                    findings.extend(said);
                    findings.extend(witness::by_sql(&copy, &self.ledger).0);
                    self.tally.recovery = self.tally.recovery.max(recovery);
                }
                Err(problem) => findings.push(Finding::new(Fault::Integrity, format!("can't be copied: {problem:#}"))),
            }
        } else {
            let (said, recovery) = witness::by_product(&self.place);
            findings.extend(said);
            self.tally.recovery = self.tally.recovery.max(recovery);
        }
        if product_first {
            findings.extend(self.look_by_sql());
        }
        self.find(findings);
    }

    /// Looks beside the product, and counts a kill that came after a commit and before anybody was told of it.
    fn look_by_sql(&mut self) -> Vec<Finding> {
        let (findings, groups) = witness::by_sql(&self.place, &self.ledger);
        let told = self.ledger.len() + self.before + self.untold;
        if groups > told {
            self.tally.late += 1;
            self.untold += groups - told;
        }
        findings
    }

    /// Compares the end with that of a story that nobody disturbed.
    fn end(&mut self) -> Result<()> {
        let mut findings = witness::by_sql(&self.place, &self.ledger).0;
        findings.extend(witness::by_product(&self.place).0);
        findings.extend(witness::says_ok(&self.place, &["audit", "verify"]));
        match self.ground.operation.end(&self.place) {
            Ok(end) if end == self.ground.end => {}
            Ok(end) => {
                let surplus = end.iter().find(|line| !self.ground.end.contains(line));
                let missing = self.ground.end.iter().find(|line| !end.contains(line));
                let what = format!("it ended otherwise: surplus {surplus:?}, missing {missing:?}");
                findings.push(Finding::new(Fault::End, what));
            }
            Err(problem) => findings.push(Finding::new(Fault::End, format!("{problem:#}"))),
        }
        self.tally.ends += 1;
        self.find(findings);
        Ok(())
    }
}
