//! One story: commands, kills, looks at what they left, and the end.

use std::time::Duration;

use anyhow::Result;
use testkit::Draw;

use super::notary::{Ledger, Notary};
use super::place::Place;
use super::report::Tally;
use super::story::Step;
use super::strike::{Aim, Strike, strike};
use super::witness::{self, Fault, Finding};
use super::{COMMANDS, Ground, Moment, Options, lock};

/// Microseconds within which a process starts and has its database open.
const START: u64 = 20_000;
/// Microseconds within which a commit that was acknowledged too early may not be done yet.
const RIGHT_AFTER: u64 = 100;

/// A story being told.
pub(super) struct Told<'a> {
    ground: &'a Ground,
    options: &'a Options,
    /// Kills that it is to have.
    kills: usize,
    draw: Draw,
    pub(super) place: Place,
    ledger: Ledger,
    /// Groups that were there at the beginning, and those since that nobody was told of.
    before: usize,
    untold: usize,
    pub(super) tally: Tally,
    pub(super) findings: Vec<Finding>,
}

impl<'a> Told<'a> {
    pub(super) fn new(ground: &'a Ground, options: &'a Options, kills: usize, number: u64) -> Result<Self> {
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

    /// Notes what is wrong.
    fn find(&mut self, findings: Vec<Finding>) {
        for finding in &findings {
            *self.tally.faults.entry(finding.fault).or_default() += 1;
        }
        self.findings.extend(findings);
    }

    /// Tells it to its end, or to the first finding.
    pub(super) fn tell(&mut self, notary: &Notary, title: &str) -> Result<()> {
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
        let writes = self.soon(step.expect.len());
        let draw = &mut self.draw;
        let micros = |draw: &mut Draw, most: u64| Duration::from_micros(draw.below(most as usize + 1) as u64);
        if self.ground.operation.is_silent() {
            let usual = step.expect.first().copied().unwrap_or_default();
            return Aim::Locked { after: micros(draw, usual.mul_f64(reach).as_micros() as u64) };
        }
        if self.options.moment == Moment::Acknowledged {
            return Aim::Saved { pass: draw.below(writes), after: micros(draw, RIGHT_AFTER) };
        }
        if writes == 0 || draw.percent(self.ground.operation.elsewhere()) {
            return if draw.percent(30) {
                Aim::Start { after: micros(draw, START) }
            } else {
                let pass = if draw.percent(50) { writes.saturating_sub(1) } else { draw.below(writes) };
                Aim::Saved { pass, after: micros(draw, step.tail.as_micros() as u64) }
            };
        }
        // Half of them at any write, half at any moment: long writes would get all, short ones are the more.
        let all: u128 = step.expect.iter().take(writes).map(Duration::as_micros).sum();
        let mut at = u128::from(draw.bits()) % all.max(1);
        let mut pass = draw.below(writes);
        if draw.percent(50) {
            for (index, span) in step.expect.iter().take(writes).enumerate() {
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

    /// How many of the writes that are still to come are aimed at: all of them; in a long story those of the next part alone, so
    /// that its kills are spread over it instead of crowding at its end.
    fn soon(&self, writes: usize) -> usize {
        if self.options.rows.is_none() {
            return writes;
        }
        let left = self.kills.saturating_sub(self.tally.kills);
        (2 * writes).div_ceil(left + 1).min(writes)
    }

    /// Learns from a kill whether they come too late.
    fn adapt(&self, aim: Option<Aim>, struck: &Strike) {
        if !matches!(aim, Some(Aim::Write { .. } | Aim::Locked { .. })) {
            return;
        }
        let mut state = lock(&self.ground.state);
        let factor = if struck.open { 1.012 } else { 0.8 };
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
        } else if self.options.rows.is_none() || self.tally.kills % 10 == 1 {
            // What the product says of a large workspace takes longer than the work: now and then, and at each end.
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
