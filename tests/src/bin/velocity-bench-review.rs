//! Reviewing by hand: `velocity-bench-review --file PEOPLE.csv [--merges N] [--pace MS] [--maker VELOCITY]`. `cargo xtask bench review` makes
//! the file, builds what this needs and runs it.

use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use velocity_tests::bench::{Options, run};

fn main() -> ExitCode {
    match parse(std::env::args().skip(1)).and_then(|options| run(&options)) {
        Ok(found) => {
            println!("{found}");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("velocity-bench-review: {problem:#}");
            ExitCode::FAILURE
        }
    }
}

fn parse(mut words: impl Iterator<Item = String>) -> Result<Options> {
    let (mut file, mut merges, mut pace, mut maker) = (None, 200, 0, None);
    while let Some(word) = words.next() {
        let value = words.next().with_context(|| format!("{word} takes a value"))?;
        match word.as_str() {
            "--file" => file = Some(value.into()),
            "--merges" => merges = value.parse().context("--merges takes a number")?,
            "--maker" => maker = Some(value.into()),
            "--pace" => pace = value.parse().context("--pace takes milliseconds")?,
            _ => bail!("`{word}` is none of its words"),
        }
    }
    Ok(Options { file: file.context("which people? --file PEOPLE.csv")?, merges, pace_ms: pace, maker })
}
