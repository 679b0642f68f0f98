//! What the window holds: the open workspace, files waiting to be opened, the wish to stop.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use app::{App, Outcome, SystemHost, WindowLock};
use contracts::{ApiError, AppStatus, ErrorCode};

use crate::recent;

/// The window's state, shared with its commands.
#[derive(Clone)]
pub struct Desk(Arc<Inner>);

struct Inner {
    open: Mutex<Option<Open>>,
    problem: Mutex<Option<ApiError>>,
    files: Mutex<Vec<PathBuf>>,
    /// False while the workspace of the start is still being opened.
    started: Mutex<bool>,
    start_done: std::sync::Condvar,
    cancel: AtomicBool,
    user: Option<String>,
}

struct Open {
    app: Arc<App>,
    /// None on a read-only disk: any number of windows may look at what nobody can change.
    _lock: Option<WindowLock>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn in_use() -> ApiError {
    ApiError::new(ErrorCode::Busy, "This workspace is open in another window.", "Go to that window, or close it first.")
}

impl Desk {
    /// Nothing open yet; `files` wait to be opened.
    pub fn new(files: Vec<PathBuf>, user: Option<String>) -> Self {
        Self(Arc::new(Inner {
            open: Mutex::new(None),
            problem: Mutex::new(None),
            files: Mutex::new(files),
            started: Mutex::new(false),
            start_done: std::sync::Condvar::new(),
            cancel: AtomicBool::new(false),
            user,
        }))
    }

    /// The user the window was started for; none: the workspace's owner.
    pub fn user(&self) -> Option<&str> {
        self.0.user.as_deref()
    }

    /// The open workspace.
    pub fn app(&self) -> Outcome<Arc<App>> {
        lock(&self.0.open).as_ref().map(|o| Arc::clone(&o.app)).ok_or_else(|| {
            ApiError::new(ErrorCode::NoWorkspace, "No workspace is open.", "Open one, or make a new one.")
        })
    }

    /// Opens a workspace in place of the one that is open; that one stays when the new one can't be opened.
    pub fn open(&self, folder: &Path) -> Outcome<()> {
        self.replace(folder, || {
            App::open(folder, Arc::new(SystemHost)).map_err(|mut error| {
                if error.code == ErrorCode::NoWorkspace {
                    // The command line names its own command; here the way out is on the same screen.
                    error.hint = "Make a new one, or open another folder.".into();
                }
                error
            })
        })
    }

    /// Takes the window lock of a folder, makes the workspace with `make`, and shows it.
    pub fn replace(&self, folder: &Path, make: impl FnOnce() -> Outcome<App>) -> Outcome<()> {
        if self.app().is_ok_and(|app| app.folder() == folder) {
            return Ok(());
        }
        // A folder that holds no workspace must not be littered with a lock.
        let app = make()?;
        let window = if app.is_read_only() { None } else { Some(WindowLock::take(folder)?.ok_or_else(in_use)?) };
        recent::note(folder);
        *lock(&self.0.open) = Some(Open { app: Arc::new(app), _lock: window });
        *lock(&self.0.problem) = None;
        Ok(())
    }

    /// Closes the workspace.
    pub fn close(&self) {
        *lock(&self.0.open) = None;
        *lock(&self.0.problem) = None;
    }

    /// Remembers why the workspace of the start could not be opened.
    pub fn set_problem(&self, problem: ApiError) {
        *lock(&self.0.problem) = Some(problem);
    }

    /// The workspace of the start is open, or is not going to be.
    pub fn start_is_done(&self) {
        *lock(&self.0.started) = true;
        self.0.start_done.notify_all();
    }

    /// Waits until [`Desk::start_is_done`].
    pub fn await_start(&self) {
        let mut started = lock(&self.0.started);
        while !*started {
            started = self.0.start_done.wait(started).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Adds files to be opened.
    pub fn add_files(&self, files: Vec<PathBuf>) {
        lock(&self.0.files).extend(files);
    }

    /// Takes the files to be opened.
    pub fn take_files(&self) -> Vec<PathBuf> {
        std::mem::take(&mut *lock(&self.0.files))
    }

    /// Asks the long work under way to stop, or clears that wish.
    pub fn set_cancel(&self, cancel: bool) {
        self.0.cancel.store(cancel, Ordering::Relaxed);
    }

    /// Whether the long work under way should stop.
    pub fn cancelled(&self) -> bool {
        self.0.cancel.load(Ordering::Relaxed)
    }

    /// What the window starts from.
    pub fn status(&self) -> Outcome<AppStatus> {
        let app = self.app().ok();
        let (mut user, mut access, mut counts) =
            (self.user().map_or_else(|| app::current_user().id, String::from), None, None);
        if let Some(app) = &app {
            let actor = app.acting(self.user())?;
            (user, access) = (actor.id.clone(), Some(app.rights(&actor)?));
            // A stranger has no counts; a store that can't be read is an error like any other.
            counts = match app.nav_counts(&actor) {
                Err(e) if e.code == ErrorCode::Refused => None,
                other => Some(other?),
            };
        }
        let data = app::data_folder()?;
        Ok(AppStatus {
            read_only: app.as_ref().is_some_and(|a| a.is_read_only()),
            version: env!("CARGO_PKG_VERSION").into(),
            workspace: app.map(|a| a.info()),
            problem: lock(&self.0.problem).clone(),
            recent: recent::list().iter().map(|folder| App::peek(folder)).collect(),
            suggested_folder: recent::suggest(&data).display().to_string(),
            user,
            role: access.as_ref().and_then(|a| a.role),
            may_search: access.as_ref().is_some_and(|a| a.may_search),
            permissions: access.map(|a| a.permissions).unwrap_or_default(),
            counts,
        })
    }
}
