//! The command line on one workspace.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::Value;

use crate::programs;

/// The `velocity` program on a workspace in a folder of its own.
#[derive(Debug)]
pub struct Cli {
    home: tempfile::TempDir,
    workspace: PathBuf,
}

/// What one call gave back.
#[derive(Debug)]
pub struct Answer {
    /// The exit code: 0 done, 2 usage, 3 refused, 4 bad input, 1 anything else.
    pub code: i32,
    /// The one JSON document on standard output.
    pub json: Value,
    /// What was said beside it.
    pub stderr: String,
}

impl Answer {
    /// The document of a call that must have worked.
    ///
    /// # Panics
    /// When it did not.
    #[must_use]
    #[track_caller]
    pub fn done(self) -> Value {
        assert_eq!(self.code, 0, "the call failed: {}\n{}", self.json, self.stderr);
        self.json
    }

    /// The error of a call that must have failed with this exit code: code, message and hint.
    ///
    /// # Panics
    /// When it worked, failed otherwise, or said it in another shape.
    #[must_use]
    #[track_caller]
    pub fn refused(self, code: i32) -> Value {
        self.refused_with_any(&[code])
    }

    /// The error of a call that must have failed with one of these exit codes.
    ///
    /// # Panics
    /// When it worked, failed otherwise, or said it in another shape.
    #[must_use]
    #[track_caller]
    pub fn refused_with_any(self, codes: &[i32]) -> Value {
        assert!(codes.contains(&self.code), "exit code {}: {}\n{}", self.code, self.json, self.stderr);
        let error = self.json["error"].clone();
        for part in ["code", "message", "hint"] {
            assert!(error[part].as_str().is_some_and(|text| !text.is_empty()), "no {part} in {error}");
        }
        assert!(!self.stderr.contains("panicked"), "{}", self.stderr);
        error
    }
}

impl Cli {
    /// A home folder with no workspace in it yet.
    ///
    /// # Panics
    /// When no temporary folder can be made.
    #[must_use]
    pub fn without_workspace() -> Self {
        let home = tempfile::tempdir().expect("a temporary folder");
        let workspace = home.path().join("workspace");
        Self { home, workspace }
    }

    /// A fresh, empty workspace.
    ///
    /// # Panics
    /// When it cannot be made.
    #[must_use]
    pub fn with_workspace() -> Self {
        let cli = Self::without_workspace();
        let made = cli.run(["init"]).done();
        assert_eq!(made["created"], true, "{made}");
        cli
    }

    /// The workspace in this folder, wherever it is; the home folder is elsewhere.
    ///
    /// # Panics
    /// When no temporary folder can be made.
    #[must_use]
    pub fn on(workspace: &Path) -> Self {
        Self { workspace: workspace.into(), ..Self::without_workspace() }
    }

    /// The workspace's folder.
    #[must_use]
    pub fn workspace(&self) -> &Path {
        &self.workspace
    }

    /// The workspace's database: the file in it that begins as SQLite's do.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    #[track_caller]
    pub fn database(&self) -> PathBuf {
        let entries = std::fs::read_dir(&self.workspace).expect("the workspace is a folder");
        let mut files = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_file());
        let is_database = |file: &PathBuf| std::fs::read(file).is_ok_and(|it| it.starts_with(b"SQLite format 3\0"));
        files.find(is_database).expect("a workspace holds a database")
    }

    /// A path in the home folder, for files that a story makes.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// Writes a file into the home folder.
    ///
    /// # Panics
    /// When it cannot be written.
    #[must_use]
    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, bytes).expect("a file in a temporary folder can be written");
        path
    }

    /// One command with `--json` on the workspace, in a home of its own.
    fn command<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Command {
        let mut command = Command::new(programs::velocity());
        command.arg("--workspace").arg(&self.workspace).arg("--json").args(arguments);
        command.current_dir(self.home.path()).env("HOME", self.home.path()).stdin(Stdio::null());
        for name in ["VELOCITY_WORKSPACE", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"] {
            command.env_remove(name);
        }
        command
    }

    /// Starts one command and kills it (SIGKILL) after a while, unless it is done by then. Whether it was killed.
    ///
    /// # Panics
    /// When the program cannot be started.
    #[track_caller]
    pub fn kill_after<S: AsRef<OsStr>>(&self, wait: Duration, arguments: impl IntoIterator<Item = S>) -> bool {
        let mut child = self
            .command(arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the velocity program can be started");
        std::thread::sleep(wait);
        let done = child.try_wait().expect("the child is ours").is_some();
        let _ = child.kill();
        let _ = child.wait();
        !done
    }

    /// Runs one command with `--json` on the workspace.
    ///
    /// # Panics
    /// When the program cannot be started, is ended by a signal, or prints anything but one JSON document.
    #[track_caller]
    pub fn run<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Answer {
        let mut command = self.command(arguments);
        let output = command.output().expect("the velocity program can be started");
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        let stdout = String::from_utf8(output.stdout).expect("standard output is UTF-8");
        let json = serde_json::from_str(&stdout)
            .unwrap_or_else(|problem| panic!("{command:?} printed no JSON ({problem}):\n{stdout}\n{stderr}"));
        Answer { code: output.status.code().expect("no signal ended the program"), json, stderr }
    }

    /// The bytes of `export graph`.
    ///
    /// # Panics
    /// When the export fails.
    #[must_use]
    #[track_caller]
    pub fn graph(&self) -> Vec<u8> {
        let file = self.path("graph.export");
        let _ = self.run([OsStr::new("export"), "graph".as_ref(), "--out".as_ref(), file.as_os_str()]).done();
        std::fs::read(file).expect("the export was written")
    }

    /// Stages a file: the summary of `import run`.
    ///
    /// # Panics
    /// When it is refused.
    #[must_use]
    #[track_caller]
    pub fn import(&self, file: &Path) -> Value {
        self.run([OsStr::new("import"), "run".as_ref(), file.as_os_str()]).done()
    }
}
