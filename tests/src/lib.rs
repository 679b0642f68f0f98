//! Shared parts of the stories: the built programs, the sample exports, a desk with a screen, and what a person does
//! at it.
//!
//! The stories start what a person starts. `cargo xtask test` builds the programs first; a story started by hand takes
//! those that lie in the target folder.

pub mod bench;
pub mod cli;
pub mod desk;
#[cfg(target_os = "linux")]
pub mod disk;
pub mod files;
#[cfg(target_os = "linux")]
pub mod kill;
pub mod programs;
pub mod webdriver;
pub mod window;

pub use cli::{Answer, Cli};
pub use desk::Desk;
pub use window::Window;
