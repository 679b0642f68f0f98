//! `cargo xtask bench surfaces [--clients N] [--workspace DIR] [PART…]`: how quickly the daily screens answer, over a graph
//! of made-up clients. The parts (lists, sorts, changing, search, client360) are those of
//! `crates/testkit/examples/surfaces.rs`, which does the measuring: a new part is one function there.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::place;

/// Clients unless told otherwise; the target names a million.
const CLIENTS: &str = "100000";

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
    let measured = program("examples/surfaces")
        .arg(&workspace)
        .args(parts)
        .stdin(Stdio::null())
        .status()
        .context("the measuring could not be started")?;
    if !measured.success() {
        bail!("the measuring stopped: {measured}");
    }
    Ok(())
}
