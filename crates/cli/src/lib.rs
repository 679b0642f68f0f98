//! The headless host: the same core as the window, for scripts, agents, benchmarks and tests (`cli.md`).
//!
//! A library, so that the kill harness can build a second program with a planted defect and see itself fail.

mod args;
mod commands;
mod demo;
mod identity;
mod imports;
mod lists;
mod output;
mod pasted;
mod reading;
mod review;
mod today;
mod work;

use std::process::ExitCode;

use clap::Parser as _;
use contracts::{ApiError, ErrorCode};

use crate::args::Args;
use crate::output::Output;

pub use app::Acknowledge;

/// Runs the command line of this process. `acknowledge` is [`Acknowledge::AfterCommit`] in every program but one.
#[must_use]
pub fn main(acknowledge: Acknowledge) -> ExitCode {
    let wants_json = std::env::args_os().any(|a| a == "--json");
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(e) if !e.use_stderr() => {
            let _ = e.print();
            return ExitCode::SUCCESS;
        }
        Err(e) => {
            if wants_json {
                let text = e.to_string();
                let first = text.lines().next().unwrap_or_default().trim_start_matches("error: ");
                let error = ApiError::new(ErrorCode::Usage, first, "Run `velocity --help` to see the commands.");
                Output { json: true, receipts: false }.error(&error);
            } else {
                let _ = e.print();
            }
            return ExitCode::from(2);
        }
    };
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
        .with_writer(std::io::stderr)
        .init();
    let output = Output { json: args.json, receipts: args.receipts };
    match commands::run(&args, &output, acknowledge) {
        Ok(code) => code,
        Err(error) => {
            output.error(&error);
            ExitCode::from(error.exit_code())
        }
    }
}
