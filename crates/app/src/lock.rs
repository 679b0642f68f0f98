//! One window per workspace: the lock is on the workspace, not on the app, so that two workspaces may be open at once.
//!
//! A second window finds the lock taken and hands its files over through a folder that the first one looks into.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use contracts::{ApiError, ErrorCode};

/// Held by a window for as long as it shows a workspace; the operating system releases it when the process ends.
pub struct WindowLock {
    _file: File,
}

/// The folder through which another process gives files to the window.
#[derive(Clone, Debug)]
pub struct Handover {
    folder: PathBuf,
}

fn io(path: &Path) -> impl Fn(std::io::Error) -> ApiError {
    let path = path.display().to_string();
    move |e| ApiError::new(ErrorCode::Internal, format!("{path}: {e}."), "Check that the folder may be written to.")
}

impl WindowLock {
    /// Takes the lock; none when another window holds it.
    ///
    /// # Errors
    /// When the workspace's folder can't be written to.
    pub fn take(workspace: &Path) -> Result<Option<Self>, ApiError> {
        fs::create_dir_all(workspace).map_err(io(workspace))?;
        let path = workspace.join("window.lock");
        let file = File::options().create(true).truncate(false).write(true).open(&path).map_err(io(&path))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Self { _file: file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(e)) => Err(io(&path)(e)),
        }
    }
}

impl Handover {
    /// The hand-over folder of a workspace.
    #[must_use]
    pub fn of(workspace: &Path) -> Self {
        Self { folder: workspace.join("inbox") }
    }

    /// Gives the window some files to open; with none it is only asked to come to the front.
    ///
    /// # Errors
    /// When the folder can't be written to.
    pub fn give(&self, files: &[PathBuf], unique: &str) -> Result<(), ApiError> {
        fs::create_dir_all(&self.folder).map_err(io(&self.folder))?;
        let text: String = files.iter().map(|f| format!("{}\n", f.display())).collect();
        let path = self.folder.join(format!("{unique}.open"));
        let draft = self.folder.join(format!("{unique}.draft"));
        fs::write(&draft, text).map_err(io(&draft))?;
        fs::rename(&draft, &path).map_err(io(&path))
    }

    /// Takes what was given since; none when nothing was, an empty list when only the window is wanted.
    #[must_use]
    pub fn take(&self) -> Option<Vec<PathBuf>> {
        let mut given: Vec<PathBuf> = fs::read_dir(&self.folder)
            .ok()?
            .filter_map(|e| e.ok().map(|e| e.path()))
            .filter(|p| p.extension().is_some_and(|x| x == "open"))
            .collect();
        given.sort();
        let mut files = Vec::new();
        for path in &given {
            // What can't be read now is looked at again; what can't be removed would be opened again and again.
            match fs::read_to_string(path) {
                Ok(text) if fs::remove_file(path).is_ok() => {
                    files.extend(text.lines().filter(|l| !l.is_empty()).map(PathBuf::from));
                }
                _ => tracing::warn!("a file handed over by another start could not be taken"),
            }
        }
        (!given.is_empty()).then_some(files)
    }
}
