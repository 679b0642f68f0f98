//! Workspaces opened before, newest first, in a small file of the platform's data folder.

use std::fs;
use std::path::{Path, PathBuf};

const KEEP: usize = 8;

fn file() -> Option<PathBuf> {
    app::data_folder().ok().map(|d| d.join("recent.json"))
}

/// The folders, newest first. A file that can't be read means none: it is a convenience, never a source of truth.
pub fn list() -> Vec<PathBuf> {
    let text = file().and_then(|f| fs::read_to_string(f).ok()).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

/// Puts a folder first.
pub fn note(folder: &Path) {
    let mut folders = list();
    folders.retain(|f| f != folder);
    folders.insert(0, folder.into());
    folders.truncate(KEEP);
    if let (Some(file), Ok(text)) = (file(), serde_json::to_string(&folders)) {
        let _ = file.parent().map(fs::create_dir_all);
        if let Err(error) = fs::write(&file, text) {
            tracing::warn!(%error, "the list of recent workspaces could not be saved");
        }
    }
}

/// A folder for a new workspace that is not taken yet.
pub fn suggest(data: &Path) -> PathBuf {
    let first = app::default_folder(data);
    let parent = first.parent().map(PathBuf::from).unwrap_or_default();
    let numbered = (2..1000).map(|n| parent.join(format!("workspace-{n}")));
    std::iter::once(first.clone()).chain(numbered).find(|p| !p.exists()).unwrap_or(first)
}
