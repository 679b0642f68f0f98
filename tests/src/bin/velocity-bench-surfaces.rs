//! The daily surface in the real window: `velocity-bench-surfaces --workspace DIR [--starts N] [--seconds S] [--file
//! CLIENTS.csv]…`. `cargo xtask bench surfaces window` builds what this needs, makes the files and runs it.

use std::process::ExitCode;

#[cfg(target_os = "linux")]
fn main() -> ExitCode {
    match linux::measure() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("velocity-bench-surfaces: {problem:#}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(not(target_os = "linux"))]
fn main() -> ExitCode {
    eprintln!("velocity-bench-surfaces: it looks into processes as only Linux lets it");
    ExitCode::FAILURE
}

#[cfg(target_os = "linux")]
mod linux {
    use anyhow::{Context as _, Result, bail};
    use velocity_tests::bench::surfaces::{Options, run};

    /// Measures what the command line asks for.
    pub fn measure() -> Result<()> {
        run(&parse(std::env::args().skip(1))?)
    }

    fn parse(mut words: impl Iterator<Item = String>) -> Result<Options> {
        let (mut workspace, mut files, mut starts, mut seconds) = (None, Vec::new(), 5, 20);
        while let Some(word) = words.next() {
            let value = words.next().with_context(|| format!("{word} takes a value"))?;
            match word.as_str() {
                "--workspace" => workspace = Some(value.into()),
                "--file" => files.push(value.into()),
                "--starts" => starts = value.parse().context("--starts takes a number")?,
                "--seconds" => seconds = value.parse().context("--seconds takes a number")?,
                _ => bail!("`{word}` is none of its words"),
            }
        }
        Ok(Options { workspace: workspace.context("which workspace? --workspace DIR")?, files, starts, seconds })
    }
}
