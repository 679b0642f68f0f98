//! Events to the window: progress of long work, changes by anyone, files handed over by another start.

use std::time::Duration;

use app::{Handover, Reporter};
use contracts::{Changed, Progress};
use tauri::{AppHandle, Emitter as _, Manager as _};

use crate::state::Desk;

/// How often the window looks for changes by other processes and for files handed over: often enough to feel
/// immediate, two indexed reads each.
const LOOK: Duration = Duration::from_millis(500);

/// Sends progress to the window and passes on the wish to stop.
pub struct Progresses {
    handle: AppHandle,
    desk: Desk,
}

impl Progresses {
    /// For one piece of long work; an earlier wish to stop is forgotten.
    pub fn new(handle: AppHandle, desk: Desk) -> Self {
        desk.set_cancel(false);
        Self { handle, desk }
    }
}

impl Reporter for Progresses {
    fn progress(&self, progress: Progress) {
        let _ = self.handle.emit("progress", progress);
    }

    fn cancelled(&self) -> bool {
        self.desk.cancelled()
    }
}

/// Watches the open workspace for as long as the window lives.
pub fn watch(handle: AppHandle) {
    std::thread::spawn(move || {
        let desk = handle.state::<Desk>().inner().clone();
        desk.await_start();
        let mut seen: Option<(std::path::PathBuf, (i64, i64))> = None;
        loop {
            std::thread::sleep(LOOK);
            let Ok(app) = desk.app() else {
                seen = None;
                continue;
            };
            if let Some(files) = Handover::of(app.folder()).take() {
                desk.add_files(files);
                let _ = handle.emit("opened_files", ());
                if let Some(window) = handle.get_webview_window("main") {
                    let _ = window.unminimize();
                    let _ = window.set_focus();
                }
            }
            let now = app.change_counter().ok().map(|c| (app.folder().to_path_buf(), c));
            if let (Some((old_folder, old)), Some((folder, new))) = (&seen, &now)
                && old_folder == folder
                && old != new
            {
                let mut what = vec!["imports".to_string()];
                if old.0 != new.0 {
                    what.push("graph".into());
                }
                let _ = handle.emit("changed", Changed { what });
            }
            seen = now;
        }
    });
}
