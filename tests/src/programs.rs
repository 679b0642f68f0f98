//! The programs that the stories start.

use std::path::PathBuf;

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
