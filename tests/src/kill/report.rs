//! What a run found, as a table and as a verdict.

use std::collections::BTreeMap;
use std::time::Duration;

use super::witness::{Fault, Finding};

/// So many of a hundred kills must hit an open write.
pub const SHARE: f64 = 80.0;
/// Findings that are kept in words.
const WORDS: usize = 30;

/// What happened to one operation.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Processes killed.
    pub kills: usize,
    /// Of them, those that had a write open.
    pub open: usize,
    /// Kills after the commit of a group and before anybody was told of it: those that fell into its very end.
    pub late: usize,
    /// Groups acknowledged, each looked for after every kill that followed.
    pub groups: usize,
    /// Looks for an acknowledged group.
    pub looks: usize,
    /// Write transactions acknowledged.
    pub commits: usize,
    /// Missions that went on and were done.
    pub resumed: usize,
    /// Stories told to their end, each compared with the undisturbed one.
    pub ends: usize,
    /// How often each kind of fault was found.
    pub faults: BTreeMap<Fault, usize>,
    /// The longest time from the start of the first process after a kill to its answer.
    pub recovery: Duration,
}

/// What a run found.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The seed of the run.
    pub seed: u64,
    /// By operation, in the order of the run.
    pub tallies: Vec<(&'static str, Tally)>,
    /// Operations that could not be tried, and why.
    pub skipped: Vec<(&'static str, String)>,
    /// The first findings, each with its story and where its workspace was kept.
    pub findings: Vec<String>,
    /// How long it took.
    pub took: Duration,
}

impl Tally {
    /// How often any of these was found.
    #[must_use]
    pub fn count(&self, faults: &[Fault]) -> usize {
        faults.iter().filter_map(|fault| self.faults.get(fault)).sum()
    }

    /// The kills in an open write, of a hundred.
    #[must_use]
    pub fn share(&self) -> f64 {
        if self.kills == 0 { 0.0 } else { 100.0 * self.open as f64 / self.kills as f64 }
    }

    fn add(&mut self, other: &Self) {
        self.kills += other.kills;
        self.open += other.open;
        self.late += other.late;
        self.groups += other.groups;
        self.looks += other.looks;
        self.commits += other.commits;
        self.resumed += other.resumed;
        self.ends += other.ends;
        self.recovery = self.recovery.max(other.recovery);
        for (fault, count) in &other.faults {
            *self.faults.entry(*fault).or_default() += count;
        }
    }
}

impl Report {
    /// Notes what one story found.
    pub(super) fn note(&mut self, operation: &'static str, told: &Tally, findings: &[Finding], story: &str) {
        if let Some((_, tally)) = self.tallies.iter_mut().find(|(name, _)| *name == operation) {
            tally.add(told);
        }
        let room = WORDS.saturating_sub(self.findings.len());
        let words = findings.iter().map(|finding| format!("{story}: {:?}: {}", finding.fault, finding.what));
        self.findings.extend(words.take(room));
    }

    /// All operations together.
    #[must_use]
    pub fn sum(&self) -> Tally {
        let mut sum = Tally::default();
        for (_, tally) in &self.tallies {
            sum.add(tally);
        }
        sum
    }

    /// How often this was found.
    #[must_use]
    pub fn found(&self, fault: Fault) -> usize {
        self.sum().count(&[fault])
    }

    /// What makes the run a failure; nothing when it passed.
    #[must_use]
    pub fn faults(&self) -> Vec<String> {
        let sum = self.sum();
        let mut faults = Vec::new();
        for (fault, what) in [
            (Fault::Lost, "acknowledged groups or writes were lost"),
            (Fault::Half, "groups or writes were half there"),
            (Fault::Integrity, "checks of the workspace failed"),
            (Fault::Mission, "missions did not go on"),
            (Fault::End, "stories ended otherwise than undisturbed ones"),
        ] {
            let count = sum.count(&[fault]);
            if count > 0 {
                faults.push(format!("{count} {what}"));
            }
        }
        if sum.share() < SHARE {
            faults.push(format!(
                "only {:.1} % of the kills hit an open write, {SHARE} % are needed for the rest to mean anything",
                sum.share()
            ));
        }
        faults
    }

    /// The table, with what could not be tried and what was found.
    #[must_use]
    pub fn table(&self) -> String {
        let mut rows = vec![
            [
                "operation",
                "kills",
                "in open write",
                "saved untold",
                "writes ack.",
                "groups ack.",
                "looked for",
                "lost",
                "half",
                "integrity",
                "resumed",
                "ends",
                "wrong end",
                "longest recovery",
            ]
            .map(str::to_owned),
        ];
        let sum = self.sum();
        for (name, tally) in self.tallies.iter().map(|(name, tally)| (*name, tally)).chain([("all", &sum)]) {
            rows.push([
                name.to_owned(),
                tally.kills.to_string(),
                format!("{} ({:.1} %)", tally.open, tally.share()),
                tally.late.to_string(),
                tally.commits.to_string(),
                tally.groups.to_string(),
                tally.looks.to_string(),
                tally.count(&[Fault::Lost]).to_string(),
                tally.count(&[Fault::Half]).to_string(),
                tally.count(&[Fault::Integrity]).to_string(),
                tally.resumed.to_string(),
                tally.ends.to_string(),
                tally.count(&[Fault::End, Fault::Mission]).to_string(),
                format!("{} ms", tally.recovery.as_millis()),
            ]);
        }
        let mut widths = [0; 14];
        for row in &rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(cell.len());
            }
        }
        let mut text = format!("seed {}, {:.0} s\n", self.seed, self.took.as_secs_f64());
        for row in &rows {
            let cells: Vec<String> = row.iter().zip(widths).map(|(cell, width)| format!("{cell:>width$}")).collect();
            text.push_str(&cells.join("  "));
            text.push('\n');
        }
        for (name, why) in &self.skipped {
            text.push_str(&format!("\nNOT TRIED: {name}: {why}\n"));
        }
        for finding in &self.findings {
            text.push_str(&format!("\n{finding}"));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(open: usize, findings: &[Finding]) -> Report {
        let mut told = Tally { kills: 100, open, ..Tally::default() };
        for finding in findings {
            *told.faults.entry(finding.fault).or_default() += 1;
        }
        let mut report = Report { tallies: vec![("edit", Tally::default())], ..Report::default() };
        report.note("edit", &told, findings, "edit-1");
        report
    }

    #[test]
    fn a_run_passes_when_nothing_was_found_and_enough_kills_hit_an_open_write() {
        assert_eq!(report(80, &[]).faults(), Vec::<String>::new());
        assert!(report(79, &[]).faults()[0].contains("79.0 %"));
    }

    #[test]
    fn one_thing_that_is_lost_fails_a_run_and_is_said() {
        let lost = Finding::new(Fault::Lost, "group 1 was acknowledged and is gone");
        let report = report(100, &[lost]);
        assert_eq!(report.faults(), ["1 acknowledged groups or writes were lost"]);
        assert!(report.table().contains("edit-1: Lost: group 1 was acknowledged and is gone"), "{}", report.table());
    }
}
