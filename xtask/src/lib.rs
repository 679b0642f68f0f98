//! What the repository does for its developers: install what is missing, run, test, tidy and generate.
//!
//! A library beside the `xtask` binary, so that the stories in `tests/` start windows on the same virtual screen and
//! find the same tools as `cargo xtask run` does.

pub mod bench;
pub mod codegen;
pub mod fuzz;
pub mod kill;
pub mod place;
pub mod run;
pub mod screen;
pub mod setup;
pub mod shell;
pub mod test;
pub mod tidy;
