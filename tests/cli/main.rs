//! Stories on the command line: what a script, an agent or a careful person does with `velocity`.
#![allow(clippy::unwrap_used, reason = "a story that fails may panic, in its helpers too")]

mod analyze;
mod audit;
mod bad_files;
mod explain;
mod identity;
mod import;
mod killed;
mod lists;
mod pasting;
mod profiles;
mod reading;
mod roles;
mod synthetic;
mod today;
mod twins;
mod workspace;
