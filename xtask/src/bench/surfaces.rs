//! `cargo xtask bench surfaces [--clients N] [--workspace DIR] [PART…]`: how quickly the daily screens answer, over a graph
//! of made-up clients. The parts (lists, sorts, changing, search, client360) are those of
//! `crates/testkit/examples/surfaces.rs`, which does the measuring: a new part is one function there. The part `window`,
//! for which it must be asked, is the real window on the same graph (`tests/src/bench/surfaces`): start, scrolling,
//! typing, an import beside both, memory. It brings some thousand clients more into the workspace.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail};

use super::people;
use crate::setup::{self, Needs};
use crate::{place, shell};

/// The part that opens windows.
const WINDOW: &str = "window";
/// Clients unless told otherwise; the target names a million.
const CLIENTS: &str = "100000";

/// Clients that are brought in while the window is looked at, two files of so many each.
const BROUGHT_IN: u64 = 3_000;

/// Makes the graph unless it is there, then measures, release builds both.
///
/// # Errors
/// When either stops.
pub fn run(arguments: &[String]) -> Result<()> {
    let mut clients = CLIENTS.to_owned();
    let mut workspace: Option<PathBuf> = None;
    let mut parts = Vec::new();
    let mut left = arguments.iter();
    while let Some(argument) = left.next() {
        match argument.as_str() {
            "--clients" => clients = left.next().context("--clients N")?.clone(),
            "--workspace" => workspace = Some(left.next().context("--workspace DIR")?.into()),
            part => parts.push(part.to_owned()),
        }
    }
    let workspace = workspace.unwrap_or_else(|| place::root().join("target/bench").join(format!("surfaces-{clients}")));
    // Both at once: built apart, their libraries would differ in a feature or two and be built twice.
    let built = place::cargo()
        .args(["build", "--quiet", "--release", "-p", "velocity-cli", "-p", "velocity-testkit"])
        .args(["--bin", "velocity", "--example", "surfaces"])
        .stdin(Stdio::null())
        .status()
        .context("the build could not be started")?;
    if !built.success() {
        bail!("the build stopped: {built}");
    }
    let release = place::target()?.join("release");
    let program = |path: &str| Command::new(release.join(format!("{path}{}", std::env::consts::EXE_SUFFIX)));
    if !workspace.join("workspace.json").is_file() {
        let made = program("velocity")
            .args(["synth", "--clients", &clients, "--seed", "7", "--out"])
            .arg(&workspace)
            .stdin(Stdio::null())
            .status()
            .context("the graph could not be made")?;
        if !made.success() {
            bail!("making the graph stopped: {made}");
        }
    }
    let shown = parts.iter().any(|part| part == WINDOW);
    parts.retain(|part| part != WINDOW);
    if !shown || !parts.is_empty() {
        let measured = program("examples/surfaces")
            .arg(&workspace)
            .args(parts)
            .stdin(Stdio::null())
            .status()
            .context("the measuring could not be started")?;
        if !measured.success() {
            bail!("the measuring stopped: {measured}");
        }
    }
    if shown { window(&workspace, &release) } else { Ok(()) }
}

/// Builds the window and the program that drives it, without whole-program optimisation, which takes longer than the
/// bench, and measures.
fn window(workspace: &Path, release: &Path) -> Result<()> {
    setup::system(Needs { virtual_screen: true, webdriver: true, screenshot: false })?;
    setup::front_end()?;
    shell::run(Command::new("npm").args(["run", "--silent", "build"]).current_dir(place::root().join("ui")))?;
    let mut build = place::cargo();
    build.args(["build", "--quiet", "--release", "--workspace", "--exclude", "xtask", "--bins"]);
    shell::run(build.env("CARGO_PROFILE_RELEASE_LTO", "off"))?;
    let folder = place::target()?.join("bench");
    std::fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    // Each time other clients: whoever is known already is no new record.
    let seed = SystemTime::now().duration_since(UNIX_EPOCH).context("a clock after 1970")?.as_secs();
    let mut measuring = Command::new(release.join(format!("velocity-bench-surfaces{}", std::env::consts::EXE_SUFFIX)));
    measuring.arg("--workspace").arg(std::path::absolute(workspace)?);
    for (name, seed) in [("scrolling", seed), ("typing", seed + 1)] {
        let file = folder.join(format!("while-{name}.csv"));
        people::write_others(&file, BROUGHT_IN, seed)?;
        measuring.arg("--file").arg(file);
    }
    shell::run(measuring.stdin(Stdio::null()))
}
