//! `velocity`: the headless host.

use std::process::ExitCode;

fn main() -> ExitCode {
    velocity_cli::main(velocity_cli::Acknowledge::AfterCommit)
}
