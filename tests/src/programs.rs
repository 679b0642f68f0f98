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

/// A test lies in `deps/` below the folder that holds the programs, whatever the target folder and the profile are.
fn built(name: &str) -> PathBuf {
    let test = std::env::current_exe().expect("a running test has a path");
    let folder = test.parent().and_then(|deps| deps.parent()).expect("a test lies in deps/ below the programs");
    let program = folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(
        program.is_file(),
        "{} has not been built: run `cargo build --workspace --bins` first, or `cargo xtask test`",
        program.display()
    );
    program
}
