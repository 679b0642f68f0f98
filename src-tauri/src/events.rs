//! Events to the window: progress of long work, changes by anyone, files handed over by another start.

use std::collections::BTreeSet;
use std::time::Duration;

use app::{Handover, Reporter};
use contracts::{ChangePage, Changed, Progress};
use tauri::{AppHandle, Emitter as _, Manager as _};

use crate::state::Desk;

/// How long the window waits for news before it looks for files handed over by another start. A commit of its own wakes
/// it at once, one of another process within 200 ms.
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
        let mut seen: Option<(std::path::PathBuf, app::Pulse)> = None;
        loop {
            let Ok(app) = desk.app() else {
                seen = None;
                std::thread::sleep(LOOK);
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
            let at = match &seen {
                Some((folder, at)) if folder == app.folder() => *at,
                _ => match app.pulse() {
                    Ok(pulse) => pulse,
                    Err(_) => {
                        std::thread::sleep(LOOK);
                        continue;
                    }
                },
            };
            let Ok((mut pulse, news)) = app.news_for_host(at, LOOK) else {
                std::thread::sleep(LOOK);
                continue;
            };
            if pulse != at {
                let _ = handle.emit("changed", changed(&news));
            }
            // What did not fit into one page comes with the next look.
            pulse.entries = news.next.max(at.entries);
            seen = Some((app.folder().to_path_buf(), pulse));
        }
    });
}

/// What a front end must ask for again after these events.
fn changed(news: &ChangePage) -> Changed {
    let mut what = BTreeSet::from(["imports", "missions", "review"]);
    let mut entities = BTreeSet::new();
    for event in &news.events {
        match event.kind.as_str() {
            "deltas" => {
                what.insert("graph");
                entities.extend(event.entities.iter().copied());
            }
            "erasure" => {
                what.insert("graph");
            }
            "policy" | "role" => {
                what.insert("rights");
            }
            _ => {}
        }
    }
    Changed { what: what.into_iter().map(String::from).collect(), entities: entities.into_iter().take(1000).collect() }
}
