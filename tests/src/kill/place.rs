//! A workspace of the harness's own, and the program that works on it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};
use rusqlite::{Connection, OpenFlags};
use serde_json::Value;

use crate::cli::Answer;

/// A home folder with a workspace in it, and what else a story writes. Unlike [`crate::Cli`] it fails with words
/// instead of panicking: one call that goes wrong is a finding among thousands of kills, not the end of the run.
#[derive(Debug)]
pub struct Place {
    home: tempfile::TempDir,
    program: PathBuf,
}

impl Place {
    /// A home folder without a workspace.
    ///
    /// # Errors
    /// When no temporary folder can be made.
    pub fn empty(program: &Path) -> Result<Self> {
        let home = tempfile::Builder::new().prefix("velocity-kill-").tempdir().context("no temporary folder")?;
        Ok(Self { home, program: program.into() })
    }

    /// A copy of everything in another one.
    ///
    /// # Errors
    /// When it can't be copied.
    pub fn copy_of(other: &Self, program: &Path) -> Result<Self> {
        let copy = Self::empty(program)?;
        copy_into(other.home.path(), copy.home.path())?;
        Ok(copy)
    }

    /// A path in the home folder.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// The workspace's folder.
    #[must_use]
    pub fn workspace(&self) -> PathBuf {
        self.path("workspace")
    }

    /// Leaves the folder where it is when this is dropped, for somebody to look at. Where that is.
    #[must_use]
    pub fn keep(self) -> PathBuf {
        self.home.keep()
    }

    /// One command with `--json` on the workspace.
    #[must_use]
    pub fn command(&self, arguments: &[String]) -> Command {
        let mut command = Command::new(&self.program);
        command.arg("--workspace").arg(self.workspace()).arg("--json").args(arguments);
        command.current_dir(self.home.path()).env("HOME", self.home.path()).stdin(Stdio::null());
        for name in ["VELOCITY_WORKSPACE", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "RUST_LOG"] {
            command.env_remove(name);
        }
        command
    }

    /// Runs a command to its end.
    ///
    /// # Errors
    /// When it can't be started, is ended by a signal, or prints anything but one JSON document.
    pub fn run(&self, arguments: &[&str]) -> Result<Answer> {
        let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
        let output = self.command(&arguments).output().context("velocity could not be started")?;
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        let said = String::from_utf8_lossy(&output.stdout);
        let json =
            serde_json::from_str(&said).with_context(|| format!("{arguments:?} printed no JSON: {said}\n{stderr}"))?;
        let code = output.status.code().with_context(|| format!("{arguments:?} was ended by a signal"))?;
        Ok(Answer { code, json, stderr })
    }

    /// Runs a command that must work: what it answers.
    ///
    /// # Errors
    /// When it does not.
    pub fn done(&self, arguments: &[&str]) -> Result<Value> {
        let answer = self.run(arguments)?;
        if answer.code != 0 {
            bail!("{arguments:?} failed ({}): {}\n{}", answer.code, answer.json, answer.stderr);
        }
        Ok(answer.json)
    }

    /// The bytes of `export graph`.
    ///
    /// # Errors
    /// When the export fails.
    pub fn graph(&self) -> Result<Vec<u8>> {
        let file = self.path("graph.export");
        let _ = self.done(&["export", "graph", "--out", &file.to_string_lossy()])?;
        fs::read(&file).context("the export was not written")
    }

    /// The database, opened for looking only, beside the product.
    ///
    /// # Errors
    /// The database's.
    pub fn look(&self) -> Result<Connection> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = Connection::open_with_flags(self.workspace().join("velocity.db"), flags)?;
        conn.busy_timeout(std::time::Duration::from_secs(10))?;
        Ok(conn)
    }
}

/// Copies what is in a folder into another that is there.
fn copy_into(from: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(from).with_context(|| from.display().to_string())? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            fs::create_dir(&target)?;
            copy_into(&entry.path(), &target)?;
        } else {
            let _ = fs::copy(entry.path(), &target).with_context(|| entry.path().display().to_string())?;
        }
    }
    Ok(())
}
