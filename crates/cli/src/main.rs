//! `velocity`: the headless host.

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    velocity_cli::main(velocity_cli::Acknowledge::AfterCommit)
}
