//! Stories in the real window: what a person sees and does.
#![allow(clippy::unwrap_used, reason = "a story that fails may panic, in its helpers too")]

mod erased;
mod import;
mod keyboard;
mod screens;
mod second_start;
mod switching;

use std::ffi::OsString;
use std::path::PathBuf;

use velocity_tests::Desk;

/// A fresh, empty workspace on the desk.
fn workspace(desk: &Desk) -> PathBuf {
    let folder = desk.path("workspace");
    let made = desk.velocity(["--workspace".as_ref(), folder.as_os_str(), "init".as_ref()]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    folder
}

/// The arguments that open the window on a workspace, with a file when there is one.
fn on(workspace: &std::path::Path, file: Option<&std::path::Path>) -> Vec<OsString> {
    let mut arguments = vec!["--workspace".into(), workspace.into()];
    arguments.extend(file.map(Into::into));
    arguments
}
