//! The programs that the stories start.

use std::path::{Path, PathBuf};
#[cfg(target_os = "linux")]
use std::process::Command;
#[cfg(target_os = "linux")]
use std::time::{Duration, Instant};

/// The desktop window's program.
///
/// # Panics
/// When it has not been built.
#[must_use]
pub fn desktop() -> PathBuf {
    built("velocity-desktop")
}

/// The command line's program.
///
/// # Panics
/// When it has not been built.
#[must_use]
pub fn velocity() -> PathBuf {
    built("velocity")
}

/// The command line's program with a planted defect: it acknowledges before it commits.
///
/// # Panics
/// When it has not been built.
#[must_use]
pub fn velocity_early() -> PathBuf {
    built("velocity-early")
}

/// Waits until no window of this home folder is left, and ends what is left after `patience`.
#[cfg(target_os = "linux")]
pub(crate) fn end_windows(home: &Path, patience: Duration) {
    let started = Instant::now();
    loop {
        let left = windows(home);
        if left.is_empty() {
            return;
        }
        if started.elapsed() >= patience {
            for process in left {
                eprintln!("Window {process} outlived its session and is ended.");
                let _ = Command::new("sh").args(["-c", &format!("kill -KILL {process}")]).status();
            }
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// The numbers of the processes that show a window to whoever lives in this home folder.
#[cfg(target_os = "linux")]
pub(crate) fn windows(home: &Path) -> Vec<u32> {
    let setting = format!("HOME={}", home.display());
    let shows = |process: &Path| {
        let program = std::fs::read_link(process.join("exe")).unwrap_or_default();
        let settings = std::fs::read(process.join("environ")).unwrap_or_default();
        program.file_name() == desktop().file_name()
            && settings.split(|byte| *byte == 0).any(|one| one == setting.as_bytes())
    };
    let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    processes.filter_map(|entry| entry.file_name().to_str()?.parse().ok().filter(|_| shows(&entry.path()))).collect()
}

/// A test lies in `deps/` below the folder that holds the programs, whatever the target folder and the profile are;
/// a program lies beside them.
fn built(name: &str) -> PathBuf {
    let test = std::env::current_exe().expect("a running test has a path");
    let beside = test.parent().expect("a program lies in a folder");
    let is_test = beside.file_name().is_some_and(|name| name == "deps");
    let folder = if is_test { beside.parent().expect("a test lies in deps/ below the programs") } else { beside };
    let program = folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(
        program.is_file(),
        "{} has not been built: run `cargo build --workspace --bins` first, or `cargo xtask test`",
        program.display()
    );
    program
}
