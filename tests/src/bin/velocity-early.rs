//! `velocity` with a planted defect: it acknowledges before it commits. The kill harness must find it guilty.

use std::process::ExitCode;

fn main() -> ExitCode {
    velocity_cli::main(velocity_cli::Acknowledge::BeforeCommit)
}
