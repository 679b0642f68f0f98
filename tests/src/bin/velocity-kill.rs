//! The kill harness by hand: `velocity-kill [--kills N] [--seed S] [--only OPERATION]… [--rows N] [--early]`.

use std::process::ExitCode;

#[cfg(target_os = "linux")]
fn main() -> ExitCode {
    match linux::run() {
        Ok(code) => code,
        Err(problem) => {
            eprintln!("velocity-kill: {problem:#}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(not(target_os = "linux"))]
fn main() -> ExitCode {
    eprintln!("velocity-kill: it looks into processes as only Linux lets it");
    ExitCode::FAILURE
}

#[cfg(target_os = "linux")]
mod linux {
    use std::process::ExitCode;
    use std::time::{SystemTime, UNIX_EPOCH};

    use anyhow::{Context as _, Result, bail};
    use velocity_tests::kill::{self, Moment, Options};
    use velocity_tests::programs;

    /// Runs it as the words say; whether the program passed.
    pub fn run() -> Result<ExitCode> {
        let options = parse(std::env::args().skip(1))?;
        println!("seed {}, {} kills", options.seed, options.kills);
        let report = kill::run(&options)?;
        println!("{}", report.table());
        let faults = report.faults();
        for fault in &faults {
            println!("FAILED: {fault}");
        }
        Ok(if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }

    fn parse(mut words: impl Iterator<Item = String>) -> Result<Options> {
        let seed = SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |since| since.as_secs());
        let mut options = Options {
            program: programs::velocity(),
            kills: 2000,
            seed,
            only: Vec::new(),
            rows: None,
            threads: std::thread::available_parallelism().map_or(2, Into::into),
            moment: Moment::Write,
            progress: true,
            keep: true,
        };
        while let Some(word) = words.next() {
            let mut value = || words.next().with_context(|| format!("{word} takes a value"));
            match word.as_str() {
                "--kills" => options.kills = value()?.parse().context("--kills takes a number")?,
                "--seed" => options.seed = value()?.parse().context("--seed takes a number")?,
                "--only" => options.only.push(value()?),
                "--rows" => options.rows = Some(value()?.parse().context("--rows takes a number")?),
                "--threads" => options.threads = value()?.parse().context("--threads takes a number")?,
                "--early" => (options.program, options.moment) = (programs::velocity_early(), Moment::Acknowledged),
                other => {
                    bail!("there is no {other}: --kills N, --seed S, --only OPERATION, --rows N, --threads N, --early")
                }
            }
        }
        Ok(options)
    }
}
