//! What a host gives the core: a clock, randomness, and an ear for progress.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use contracts::Progress;
use store::Entropy;

/// A host: the window, the command line, a test. Nothing in `app` reads a clock but through it.
pub trait Host: Entropy {
    /// Time since some fixed moment, for measuring how long something took; never goes back.
    fn monotonic(&self) -> Duration;
    /// By how many minutes the clocks of whoever asks are ahead of UTC now. It says which day an instant falls on, in
    /// lists as on Today: one day for every screen.
    fn minutes_ahead(&self) -> i32;
}

/// The operating system's clock and randomness.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemHost;

impl Host for SystemHost {
    fn monotonic(&self) -> Duration {
        static START: LazyLock<Instant> = LazyLock::new(Instant::now);
        START.elapsed()
    }

    fn minutes_ahead(&self) -> i32 {
        jiff::Zoned::now().offset().seconds() / 60
    }
}

impl Entropy for SystemHost {
    fn now_ms(&self) -> u64 {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
    }

    fn random(&self, buffer: &mut [u8]) {
        if getrandom::fill(buffer).is_err() {
            // Salts that can be guessed would betray erased values: better to stop than to go on without randomness.
            tracing::error!("the operating system gives no randomness");
            std::process::abort();
        }
    }
}

/// Listens to long work and may stop it.
pub trait Reporter: Send + Sync {
    /// How far it is.
    fn progress(&self, progress: Progress);
    /// Whether the person asked to stop.
    fn cancelled(&self) -> bool {
        false
    }
}

/// Listens to nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Quiet;

impl Reporter for Quiet {
    fn progress(&self, _: Progress) {}
}
