//! One window per workspace: the lock is on the workspace, not on the app, so that two workspaces may be open at once.
//!
//! A second window finds the lock taken and hands its files over through a folder that the first one looks into. A window
//! that is just closing looks no more: the second one waits until its files were taken, and opens itself when it finds the
//! lock free before.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use contracts::{ApiError, ErrorCode};

/// Held by a window for as long as it shows a workspace; the operating system releases it when the process ends.
pub struct WindowLock {
    _file: File,
}

/// How often a second start looks whether its files were taken.
const LOOK: Duration = Duration::from_millis(20);

/// What became of a second start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passed {
    /// Another window has the files, or will have them when it comes to look.
    On,
    /// No window shows the workspace any more: this start may.
    Back,
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

    /// Gives the window of `workspace` some files to open, and waits until it took them, until no window shows the workspace
    /// any more (they are taken back then), or at most `patience`: a window that is still opening takes them later.
    ///
    /// # Errors
    /// When the workspace's folder can't be written to.
    pub fn pass(workspace: &Path, files: &[PathBuf], unique: &str, patience: Duration) -> Result<Passed, ApiError> {
        let given = Self::of(workspace).give(files, unique)?;
        let began = Instant::now();
        while given.exists() && began.elapsed() < patience {
            // Whoever took them while the lock became free has them.
            if WindowLock::take(workspace)?.is_some() && fs::remove_file(&given).is_ok() {
                return Ok(Passed::Back);
            }
            std::thread::sleep(LOOK);
        }
        Ok(Passed::On)
    }

    /// Gives the window some files to open; with none it is only asked to come to the front. Where they lie until taken.
    ///
    /// # Errors
    /// When the folder can't be written to.
    pub fn give(&self, files: &[PathBuf], unique: &str) -> Result<PathBuf, ApiError> {
        fs::create_dir_all(&self.folder).map_err(io(&self.folder))?;
        let text: String = files.iter().map(|f| format!("{}\n", f.display())).collect();
        let path = self.folder.join(format!("{unique}.open"));
        let draft = self.folder.join(format!("{unique}.draft"));
        fs::write(&draft, text).map_err(io(&draft))?;
        fs::rename(&draft, &path).map_err(io(&path))?;
        Ok(path)
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

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: Duration = Duration::from_secs(60);

    /// A second start while `first` does something with the window's lock, and what is left in the folder.
    fn second_start(
        patience: Duration,
        first: impl FnOnce(&Path, WindowLock) + Send,
    ) -> (Passed, Option<Vec<PathBuf>>) {
        let workspace = tempfile::tempdir().expect("a folder");
        let lock = WindowLock::take(workspace.path()).expect("a lock").expect("nobody has it");
        let passed = std::thread::scope(|threads| {
            threads.spawn(|| first(workspace.path(), lock));
            Handover::pass(workspace.path(), &["/a.csv".into()], "1", patience).expect("the folder can be written to")
        });
        (passed, Handover::of(workspace.path()).take())
    }

    #[test]
    fn a_window_that_works_takes_what_it_is_given() {
        let (passed, left) = second_start(LONG, |workspace, lock| {
            let taken = loop {
                if let Some(files) = Handover::of(workspace).take() {
                    break files;
                }
            };
            assert_eq!(taken, [PathBuf::from("/a.csv")]);
            drop(lock);
        });
        assert_eq!((passed, left), (Passed::On, None));
    }

    #[test]
    fn a_window_that_closes_leaves_it_to_the_second_start() {
        let (passed, left) = second_start(LONG, |_, lock| drop(lock));
        assert_eq!((passed, left), (Passed::Back, None));
    }

    #[test]
    fn a_window_that_is_still_opening_finds_it_later() {
        let (passed, left) = second_start(Duration::ZERO, |_, lock| std::mem::forget(lock));
        assert_eq!((passed, left), (Passed::On, Some(vec![PathBuf::from("/a.csv")])));
    }
}
