//! Stories on the command line: what a script, an agent or a careful person does with `velocity`.
#![allow(clippy::unwrap_used, reason = "a story that fails may panic, in its helpers too")]

mod analyze;
mod audit;
mod bad_files;
mod explain;
mod identity;
mod import;
mod killed;
mod profiles;
mod reading;
mod roles;
mod synthetic;
mod twins;
mod workspace;
