//! A desk: a screen, a session bus and a home folder that nothing else uses.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use xtask::screen::Screen;

use crate::programs;
use crate::window::Window;

/// Somewhere to open windows without touching the data of whoever runs the tests.
#[derive(Debug)]
pub struct Desk {
    screen: Screen,
    home: tempfile::TempDir,
}

impl Desk {
    /// A fresh desk. The screen is larger than the window, as on a laptop.
    ///
    /// # Panics
    /// When the virtual screen or the temporary folder cannot be had.
    #[must_use]
    pub fn new() -> Self {
        let screen = Screen::apart(1440, 1000).expect("a virtual screen and a session bus");
        let home = tempfile::tempdir().expect("a temporary folder");
        for folder in ["data", "config", "cache", "runtime"] {
            std::fs::create_dir(home.path().join(folder)).expect("a folder in a temporary folder");
        }
        // Pictures of a page at rest: the web view tells it that this person prefers reduced motion.
        let settings = home.path().join("config/gtk-3.0");
        std::fs::create_dir(&settings).expect("a folder in a temporary folder");
        std::fs::write(settings.join("settings.ini"), "[Settings]\ngtk-enable-animations=false\n")
            .expect("a file in a temporary folder");
        Self { screen, home }
    }

    /// A path in the home folder.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// Puts a copy of a file on the desk, as a download would lie there.
    ///
    /// # Panics
    /// When it cannot be copied.
    #[must_use]
    pub fn download(&self, file: &Path) -> PathBuf {
        let copy = self.path(&file.file_name().expect("a file has a name").to_string_lossy());
        std::fs::copy(file, &copy).expect("a file can be copied onto the desk");
        copy
    }

    /// Opens the window with these arguments, and waits until its page is there.
    ///
    /// # Panics
    /// When it does not open.
    #[must_use]
    pub fn open<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Window {
        Window::open(self, arguments)
    }

    /// Starts the window's program beside a running window, and waits until it ends by itself.
    ///
    /// # Panics
    /// When it cannot be started or has not ended after 20 seconds.
    #[must_use]
    pub fn start_again<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Output {
        let mut command = Command::new("timeout");
        command.arg("20").arg(programs::desktop()).args(arguments);
        self.host(&mut command);
        let output = command.stdin(Stdio::null()).output().expect("the window's program can be started again");
        assert_ne!(output.status.code(), Some(124), "the second start was still running after 20 seconds");
        output
    }

    /// Runs `velocity` as the same person: same home, same data folder.
    ///
    /// # Panics
    /// When it cannot be started.
    #[must_use]
    pub fn velocity<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Output {
        let mut command = Command::new(programs::velocity());
        command.args(arguments).stdin(Stdio::null());
        self.host(&mut command);
        command.output().expect("the velocity program can be started")
    }

    /// Starts `velocity` and leaves it at its work. It is killed when it is dropped, as by a power cut.
    ///
    /// # Panics
    /// When it cannot be started.
    #[must_use]
    pub fn begin<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> AtWork {
        let mut command = Command::new(programs::velocity());
        command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        self.host(&mut command);
        AtWork(command.spawn().expect("the velocity program can be started"))
    }

    /// The home folder.
    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// Seats a program at this desk.
    pub(crate) fn host(&self, command: &mut Command) {
        self.screen.host(command);
        command.current_dir(self.home.path()).env("HOME", self.home.path()).env_remove("VELOCITY_WORKSPACE");
        for (name, folder) in [
            ("XDG_DATA_HOME", "data"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_RUNTIME_DIR", "runtime"),
        ] {
            command.env(name, self.home.path().join(folder));
        }
        // The same words, numbers and dates on every machine.
        command.env("LC_ALL", "C.UTF-8").env("TZ", "UTC");
    }
}

/// A program at work.
#[derive(Debug)]
pub struct AtWork(Child);

impl AtWork {
    /// Whether it has ended by itself.
    ///
    /// # Panics
    /// When the operating system doesn't say.
    #[must_use]
    pub fn has_ended(&mut self) -> bool {
        self.0.try_wait().expect("a child's state is known").is_some()
    }
}

impl Drop for AtWork {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}
