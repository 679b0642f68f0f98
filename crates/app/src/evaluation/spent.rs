//! What each part of an evaluation took of the processor.

use serde::Serialize;

/// CPU-seconds, user and system.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Spent {
    /// From opening the file to the groups: all of the parts but the last.
    pub to_groups: f64,
    /// A first look at the file: what its columns are.
    pub looking: f64,
    /// Its rows, read and taken into memory.
    pub reading: f64,
    /// How common values are.
    pub counting: f64,
    /// Candidates.
    pub blocking: f64,
    /// Pairs that teach, compared.
    pub sampling: f64,
    /// The model.
    pub learning: f64,
    /// Candidates, compared and scored.
    pub scoring: f64,
    /// Links through third records, and groups.
    pub grouping: f64,
    /// The figures, which take no part in telling people apart.
    pub comparing_with_truth: f64,
}

/// Tells the parts of this process' time.
pub(super) struct Watch {
    spent: Spent,
    last: Option<f64>,
}

impl Watch {
    /// From here on.
    pub fn start() -> Self {
        Self { spent: Spent::default(), last: processor_seconds() }
    }

    /// A part is over.
    pub fn over(&mut self, part: impl FnOnce(&mut Spent) -> &mut f64) {
        let now = processor_seconds();
        if let (Some(now), Some(last)) = (now, self.last) {
            let part = part(&mut self.spent);
            *part = hundredths(*part + now - last);
        }
        self.last = now;
    }

    /// All parts; none where the system does not tell.
    pub fn spent(mut self) -> Option<Spent> {
        self.last?;
        let s = &mut self.spent;
        let parts = [s.looking, s.reading, s.counting, s.blocking, s.sampling, s.learning, s.scoring, s.grouping];
        s.to_groups = hundredths(parts.iter().sum());
        Some(self.spent)
    }
}

fn hundredths(seconds: f64) -> f64 {
    (seconds * 100.0).round() / 100.0
}

/// What this process has taken so far, threads that have ended included, in hundredths of a second, as Linux tells it.
fn processor_seconds() -> Option<f64> {
    /// Its unit there, whatever the kernel counts in.
    const A_SECOND: f64 = 100.0;
    let told = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The program's name, which may hold anything, ends at the last bracket; user and system time are the twelfth and the
    // thirteenth behind it.
    let mut behind = told.rsplit_once(')')?.1.split_whitespace().skip(11);
    let mut next = || behind.next()?.parse::<f64>().ok();
    Some((next()? + next()?) / A_SECOND)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn the_parts_add_up_and_the_truth_is_not_among_them() {
        let mut watch = Watch::start();
        std::hint::black_box((0..3_000_000u64).fold(0u64, |all, n| all.rotate_left(3) ^ n));
        watch.over(|spent| &mut spent.reading);
        watch.over(|spent| &mut spent.comparing_with_truth);
        let spent = watch.spent().expect("this system tells");
        assert!(spent.reading >= 0.0 && spent.comparing_with_truth >= 0.0);
        assert!((spent.to_groups - spent.reading).abs() < 1e-12, "{spent:?}");
    }
}
