//! For tests: a host whose clock and randomness repeat, temporary workspaces, sample files, a disk that loses power.

mod draw;
pub mod exam;
pub mod lessons;
pub mod mess;
// The rules for when a name is durable are those of Unix.
#[cfg(unix)]
mod power_loss;
pub mod queries;
mod team;

pub use draw::Draw;
#[cfg(unix)]
pub use power_loss::PowerLoss;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use app::{App, ApproveChoice, Quiet};
use contracts::{Actor, ApproveResult, ImportId, ImportSummary};
use store::Entropy;

/// A clock that moves one millisecond with each look, and randomness from a counter: every run of a test is the same.
#[derive(Debug)]
pub struct FixedHost {
    now: AtomicU64,
    seed: AtomicU64,
    minutes_ahead: i32,
}

impl FixedHost {
    /// The same, where clocks are so many minutes ahead of UTC.
    #[must_use]
    pub fn ahead_by(minutes: i32) -> Self {
        Self { minutes_ahead: minutes, ..Self::default() }
    }
}

impl Default for FixedHost {
    fn default() -> Self {
        // 2026-11-20T09:00:00Z.
        Self { now: AtomicU64::new(1_795_165_200_000), seed: AtomicU64::new(0), minutes_ahead: 0 }
    }
}

impl app::Host for FixedHost {
    fn monotonic(&self) -> std::time::Duration {
        std::time::Duration::from_millis(self.now_ms())
    }

    fn minutes_ahead(&self) -> i32 {
        self.minutes_ahead
    }
}

impl Entropy for FixedHost {
    fn now_ms(&self) -> u64 {
        self.now.fetch_add(1, Ordering::Relaxed)
    }

    fn random(&self, buffer: &mut [u8]) {
        for chunk in buffer.chunks_mut(8) {
            let bits = Draw::new(self.seed.fetch_add(draw::STEP, Ordering::Relaxed)).bits();
            chunk.copy_from_slice(&bits.to_le_bytes()[..chunk.len()]);
        }
    }
}

/// A workspace in a temporary folder, with what tests do to it.
pub struct Workspace {
    /// The use cases.
    pub app: App,
    /// The person who acts.
    pub me: Actor,
    folder: tempfile::TempDir,
}

impl Default for Workspace {
    fn default() -> Self {
        Self::new()
    }
}

impl Workspace {
    /// An empty workspace.
    ///
    /// # Panics
    /// When the temporary folder can't be used.
    #[must_use]
    pub fn new() -> Self {
        Self::on(FixedHost::default())
    }

    /// An empty workspace on a host.
    ///
    /// # Panics
    /// When the temporary folder can't be used.
    #[must_use]
    pub fn on(host: FixedHost) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let me = Actor::human("asha");
        let made = App::init(folder.path(), "Test", false, &me, Arc::new(host), &Quiet);
        let (app, _) = made.expect("a workspace in an empty folder");
        Self { app, me, folder }
    }

    /// Its folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Stages a file given as text.
    ///
    /// # Panics
    /// When it can't be staged.
    #[must_use]
    pub fn stage(&self, name: &str, text: &str) -> ImportSummary {
        self.app.import_bytes(&self.me, name, text.as_bytes(), &Quiet).expect("the file is staged")
    }

    /// Approves everything safe of an import.
    ///
    /// # Panics
    /// When the approval is refused.
    pub fn approve(&self, id: ImportId) -> ApproveResult {
        self.app.import_approve(&self.me, id, &ApproveChoice::default(), &Quiet).expect("the import is approved")
    }

    /// The bytes of `export graph`.
    ///
    /// # Panics
    /// When the export fails.
    #[must_use]
    pub fn graph(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.app.export_graph(&self.me, &mut out).expect("the graph is exported");
        out
    }
}

/// The folder of sample exports.
#[must_use]
pub fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/imports")
}
